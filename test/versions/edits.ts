/** Scripted edits of real plans, as a clerk or a leader makes them, with the changes that `comparePlans` tells of each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/pipeline.ts";

export const read = (name: string): string => readFileSync(join(root, "examples", name, "ke-hoach.plan"), "utf8");
export const commune = read("xa-2026");
export const district = read("loc-ha-2024");
const province = read("ninh-thuan-2024");

/** Replaces words that stand there once, or fails: an edit that does nothing would test nothing. */
export function swap(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${parts.length - 1} × “${from}”`);
  return parts.join(to);
}

/** The block that starts with `start` and ends before the next blank-separated line starting with `next`. */
function block(text: string, start: string, next: string): string {
  const from = text.indexOf(`\n${start}`) + 1;
  const to = text.indexOf(`\n${next}`, from) + 1;
  if (from < 1 || to < 1) throw new Error(`no block from “${start}” to “${next}”`);
  return text.slice(from, to);
}

const speak = block(commune, "3. Đối thoại", "4. Các nhiệm vụ");
const help = block(commune, "2. Hỗ trợ người dân", "3. Đối thoại");
export const third = block(district, "nhiệm vụ 3.:", "nhiệm vụ 4.:");

export type Edit = readonly [name: string, before: string, edit: (text: string) => string, expected: readonly string[]];

export const edits: readonly Edit[] = [
  // ── Tasks in prose ──
  [
    "lead",
    commune,
    (t) => swap(t, "- Cơ quan chủ trì: TTPVHCC xã An Bình.", "- Cơ quan chủ trì: Công an xã."),
    ["lead changed"],
  ],
  [
    "partners",
    commune,
    (t) => swap(t, "Ủy ban Mặt trận Tổ quốc Việt Nam xã.", "Ủy ban Mặt trận Tổ quốc Việt Nam xã; các thôn."),
    ["partners changed"],
  ],
  ["cadence", commune, (t) => swap(t, "hiện: 48 số (04 số/tháng)", "hiện: 24 số (02 số/tháng)"), ["cadence changed"]],
  ["cadence of half a year", commune, (t) => swap(t, "6 tháng/lần", "03 tháng/lần"), ["cadence changed"]],
  [
    "budget",
    commune,
    (t) => swap(t, "Lồng ghép trong kinh phí duy trì Tổ công nghệ số cộng đồng", "20 triệu đồng"),
    ["budget changed"],
  ],
  ["product", commune, (t) => swap(t, "01 kho âm thanh", "02 kho âm thanh"), ["products changed"]],
  ["content", commune, (t) => swap(t, "phòng, chống lừa đảo", "phòng, chống gian lận"), ["content changed"]],
  [
    "field gone",
    commune,
    (t) => swap(t, "- Kinh phí: Lồng ghép trong kinh phí duy trì Tổ công nghệ số cộng đồng.\n\n", ""),
    ["budget removed"],
  ],
  [
    "field new",
    commune,
    (t) =>
      swap(
        t,
        "- Thời gian thực hiện: 6 tháng/lần.\n",
        "- Thời gian thực hiện: 6 tháng/lần.\n\n- Kinh phí: 10 triệu đồng.\n",
      ),
    ["budget added"],
  ],
  [
    "task renamed",
    commune,
    (t) => swap(t, "Đối thoại giữa Chủ tịch UBND xã và Nhân dân", "Tiếp dân, đối thoại của Chủ tịch UBND xã"),
    ["task renamed"],
  ],
  [
    "task dropped, the rest counted anew",
    commune,
    (t) => t.replace(help, "").replace("3. Đối thoại", "2. Đối thoại").replace("4. Các nhiệm vụ", "3. Các nhiệm vụ"),
    ["task removed"],
  ],
  [
    "task moved to the front",
    commune,
    (t) => t.replace(speak, "").replace("1. Truyền thông chính sách", `${speak}1. Truyền thông chính sách`),
    ["task moved"],
  ],
  [
    "task new",
    commune,
    (t) =>
      t.replace(
        "3. Đối thoại",
        "3. Thi tìm hiểu chuyển đổi số\n\n- Cơ quan chủ trì: Đoàn Thanh niên xã.\n\n- Thời gian thực hiện: Quý III.\n\n4. Đối thoại",
      ),
    ["task added"],
  ],
  [
    "task split",
    commune,
    (t) =>
      swap(
        t,
        "2. Hỗ trợ người dân nộp hồ sơ trực tuyến tại thôn\n",
        "2. Hỗ trợ người dân nộp hồ sơ tại thôn\n\n- Thời gian thực hiện: Tối thiểu 01 lần/tháng tại mỗi thôn; riêng thôn Đông và thôn Thượng, 02 lần mỗi tháng.\n\n- Cơ quan chủ trì: TTPVHCC xã An Bình.\n\n- Cơ quan phối hợp: Công an xã; Tổ công nghệ số cộng đồng các thôn.\n\n- Kinh phí: Lồng ghép trong kinh phí duy trì Tổ công nghệ số cộng đồng.\n\n3. Hỗ trợ nộp trực tuyến hồ sơ của người dân\n",
      ),
    ["task split"],
  ],
  // ── Tasks in tables ──
  [
    "lead in a table",
    district,
    (t) => t.replace(third, swap(third, "chủ trì: Phòng Nội vụ", "chủ trì: Văn phòng HĐND và UBND huyện")),
    ["lead changed"],
  ],
  [
    "deadline in a table",
    district,
    (t) => t.replace(third, swap(third, "Quý III/2024", "Quý IV/2024")),
    ["deadline changed"],
  ],
  ["cadence in a table", district, (t) => swap(t, "Tối thiểu 01 lần/năm", "Tối thiểu 02 lần/năm"), ["cadence changed"]],
  [
    "product in a table",
    district,
    (t) =>
      t.replace(
        third,
        swap(third, "sản phẩm: Cuộc thi viết sáng kiến về cải cách hành chính", "sản phẩm: Báo cáo kết quả"),
      ),
    ["products changed"],
  ],
  [
    "row of a task",
    district,
    (t) =>
      swap(
        t,
        "Chuyên mục “Phản ánh, kiến nghị” trên Cổng Thông tin điện tử được duy trì",
        "Chuyên mục “Hỏi đáp” trên Cổng Thông tin điện tử được mở",
      ),
    ["products changed"],
  ],
  ["task of a table dropped", district, (t) => t.replace(third, ""), ["task removed"]],
  [
    "task of a table moved",
    district,
    (t) => t.replace(third, "").replace("nhiệm vụ 2.:", `${third}nhiệm vụ 2.:`),
    ["task moved"],
  ],
  [
    "task of a table renamed",
    district,
    (t) => t.replace(third, swap(third, "Tuyên truyền cuộc thi viết sáng kiến", "Phát động cuộc thi viết sáng kiến")),
    ["task renamed"],
  ],
  [
    "task of a table new",
    district,
    (t) =>
      t.replace(
        "nhiệm vụ 4.:",
        "nhiệm vụ 15.: Đánh giá việc niêm yết công khai\n  chủ trì: Phòng Nội vụ\n  thời gian: Quý II/2024\n\nnhiệm vụ 4.:",
      ),
    ["task added"],
  ],
  // ── Header, bases, the end ──
  ["number", commune, (t) => swap(t, "số: …/KH-UBND", "số: 12/KH-UBND"), ["header changed"]],
  ["date", commune, (t) => swap(t, "ngày: …/01/2026", "ngày: 15/01/2026"), ["header changed"]],
  [
    "title",
    district,
    (t) => swap(t, "(DDCI) trên địa bàn huyện Lộc Hà năm 2024\ncơ quan", "(DDCI) năm 2024\ncơ quan"),
    ["title changed"],
  ],
  ["basis dropped", commune, (t) => swap(t, "Căn cứ [[118/2025/NĐ-CP]];\n\n", ""), ["basis removed"]],
  [
    "basis new",
    commune,
    (t) => swap(t, "Căn cứ [[749/QĐ-TTg]];", "Căn cứ [[749/QĐ-TTg]];\n\nCăn cứ [[30/2020/NĐ-CP]];"),
    ["basis added"],
  ],
  [
    "basis replaced",
    commune,
    (t) => swap(t, "Căn cứ [[118/2025/NĐ-CP]];", "Căn cứ [[61/2018/NĐ-CP]];"),
    ["basis changed"],
  ],
  [
    "basis moved",
    commune,
    (t) =>
      swap(
        swap(t, "Căn cứ [[118/2025/NĐ-CP]];\n\n", ""),
        "Thực hiện [[57-NQ/TW]].",
        "Căn cứ [[118/2025/NĐ-CP]];\n\nThực hiện [[57-NQ/TW]].",
      ),
    ["basis moved"],
  ],
  ["abbreviation", commune, (t) => swap(t, "- DVC: dịch vụ công\n", ""), ["abbreviation removed"]],
  ["recipient new", commune, (t) => t.replace("nơi nhận:\n", "nơi nhận:\n- Sở Nội vụ;\n"), ["recipient added"]],
  [
    "signer",
    province,
    (t) => t.replace(/(\nký:\n(?:[^\n]+\n)*?)[^\n]*\p{Ll}[^\n]*\n/u, "$1Trần Văn B\n"),
    ["signature changed"],
  ],
  // ── Wording and structure ──
  [
    "wording",
    commune,
    (t) =>
      swap(t, "lấy mức độ hài lòng của người dân[1] làm thước đo", "lấy sự hài lòng của người dân[1] làm thước đo"),
    ["text changed"],
  ],
  [
    "paragraph new",
    commune,
    (t) =>
      swap(
        t,
        "c) Không phát sinh yêu cầu",
        "c) Bảo đảm an toàn thông tin, bí mật nhà nước.\n\nd) Không phát sinh yêu cầu",
      ),
    ["text added"],
  ],
  [
    "heading renamed",
    commune,
    (t) => swap(t, "II. CHỈ TIÊU CHỦ YẾU", "II. CÁC CHỈ TIÊU CHỦ YẾU"),
    ["division renamed"],
  ],
  [
    "cell of a table",
    commune,
    (t) => swap(t, "| người | 6.480 | 6.900 | 7.350 |", "| người | 6.480 | 6.900 | 7.400 |"),
    ["row changed"],
  ],
  [
    "point moved to another part",
    commune,
    (t) => {
      const point =
        "c) Bảo đảm mọi chính sách liên quan trực tiếp đến đời sống được truyền thông đến từng thôn trước khi thực hiện.\n\n";
      return swap(swap(t, point, ""), "a) Mỗi nhiệm vụ có một", `${point}a) Mỗi nhiệm vụ có một`);
    },
    ["text moved"],
  ],
  [
    "two edits at once",
    commune,
    (t) => swap(swap(t, "6 tháng/lần", "03 tháng/lần"), "01 kho âm thanh", "02 kho âm thanh"),
    ["products changed", "cadence changed"],
  ],
];
