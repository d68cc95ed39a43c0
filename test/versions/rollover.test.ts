/** Next year's draft: what moves, what stays, what a person is asked about, and that the rest of the source is untouched. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nextName } from "../../src/cli/rollover.ts";
import { format } from "../../src/format/format.ts";
import { toPlan } from "../../src/plan/from-syntax.ts";
import { parse } from "../../src/syntax/parse.ts";
import { lunarNewYear, solarOfLunar, yearName } from "../../src/time/lunar.ts";
import { dayOff } from "../../src/versions/days-off.ts";
import { type Rollover, rollOver } from "../../src/versions/rollover.ts";
import { rolloverJson, rolloverText } from "../../src/versions/rollover-report.ts";
import { fileOf, registries } from "../registry/support.ts";
import { root } from "../support/pipeline.ts";

interface Parts {
  readonly title?: string;
  readonly head?: string;
  readonly opening?: string;
  readonly body?: string;
  readonly rest?: string;
}

/** A plan of a commune for 2025, signed on 10/02/2025. */
const planText = ({
  title = "kế hoạch: Chuyển đổi số năm 2025",
  head = "cơ quan: UBND xã An Bình\nsố: 12/KH-UBND\nđịa danh: An Bình\nngày: 10/02/2025",
  opening = "Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
  body = "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.",
  rest = "",
}: Parts = {}): string => `${title}
${head}

${opening}

${body}

nơi nhận:
- Các thôn;
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
${rest}`;

function roll(text: string, year = 2026): Rollover {
  const result = rollOver(fileOf(text, "ke-hoach-2025.plan"), registries, year);
  if (result.kind === "refused") throw new Error(result.words);
  return result.rollover;
}

function refusal(text: string, year: number): string {
  const result = rollOver(fileOf(text, "ke-hoach.plan"), registries, year);
  return result.kind === "refused" ? result.words : "";
}

const item = (words: string): string => `I. NỘI DUNG\n\n1. ${words}\n2. Niêm yết tại trụ sở.`;
const withoutMarks = (text: string): string => text.replace(/^[^\S\n]*# CẦN XEM: \[\d{4}\].*\n/gm, "");
const marksOf = (text: string): string[] => [...text.matchAll(/# CẦN XEM: \[\d{4}\] (.*)/g)].map((match) => match[1]!);
const errorsOf = (text: string): string[] => {
  const tree = parse(fileOf(text));
  const found = [...tree.diagnostics, ...toPlan(tree.value, registries).diagnostics];
  return found.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`);
};

const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, readFileSync(join(root, "examples", name, "ke-hoach.plan"), "utf8")] as const);

/** The earliest year that an example can be rolled to. */
const nextYear = (text: string): number => Number(/từ (\d{4})/.exec(refusal(text, 1950))![1]);

// ── Years ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const moved: readonly (readonly [before: string, after: string])[] = [
  ["Hoàn thành trong Quý III/2025.", "Hoàn thành trong Quý III/2026."],
  ["Tổ chức vào Tháng 10/2025.", "Tổ chức vào Tháng 10/2026."],
  ["Thực hiện thường xuyên trong năm 2025.", "Thực hiện thường xuyên trong năm 2026."],
  ["Báo cáo trước 15/12/2025.", "Báo cáo trước 15/12/2026."],
  ["Báo cáo trước ngày 15 tháng 12 năm 2025.", "Báo cáo trước ngày 15 tháng 12 năm 2026."],
  ["Báo cáo tổng kết trước ngày 15/01/2026.", "Báo cáo tổng kết trước ngày 15/01/2027."],
  ["Tháng hành động (10/2025).", "Tháng hành động (10/2026)."],
  ["Nâng chỉ số PAR INDEX 2025 của xã.", "Nâng chỉ số PAR INDEX 2026 của xã."],
  ["Thực hiện Kế hoạch CCHC năm 2025 của tỉnh.", "Thực hiện Kế hoạch CCHC năm 2026 của tỉnh."],
  ["Nhiệm vụ của năm 2025 và giai đoạn 2021 - 2030.", "Nhiệm vụ của năm 2026 và giai đoạn 2021 - 2030."],
  ["Phổ biến trong năm học 2024-2025.", "Phổ biến trong năm học 2025-2026."],
  ["Chăm sóc lúa vụ Đông Xuân 2025 - 2026.", "Chăm sóc lúa vụ Đông Xuân 2026 - 2027."],
  ["Hoàn thành đến hết năm 2025.", "Hoàn thành đến hết năm 2026."],
  ["Xây dựng dự toán năm 2026.", "Xây dựng dự toán năm 2027."],
  ["Từ ngày 01/3/2025 đến ngày 30/9/2025 hoàn thành.", "Từ ngày 01/3/2026 đến ngày 30/9/2026 hoàn thành."],
];

const kept: readonly string[] = [
  "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể giai đoạn 2021 - 2030.",
  "Theo Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.",
  "Theo Luật Đất đai năm 2024.",
  "Bảo đảm mục tiêu đến năm 2030, tầm nhìn đến năm 2045.",
  "Áp dụng tiêu chuẩn TCVN ISO 9001:2015.",
  "Hỗ trợ 2025 hộ nghèo.",
  "Xem tại https://anbinh.gov.vn/2025/ke-hoach.",
  "Dự án khởi công năm 2019.",
  "Thực hiện Nghị quyết Đại hội nhiệm kỳ 2025 - 2030.",
  "Thực hiện Chương trình chuyển đổi số quốc gia giai đoạn 2021 - 2030.",
];

const asked: readonly (readonly [words: string, mark: RegExp])[] = [
  ["Tăng 05 bậc so với năm 2024.", /“năm 2024” là năm trước/],
  ["Phát huy kết quả năm 2024.", /“năm 2024” là năm trước/],
  ["Thực hiện Chương trình công tác năm 2025.", /“Chương trình … năm 2025”/],
  ["Cuộc thi lần thứ 5 năm 2025.", /lần thứ mấy/],
  ["Lễ kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2025).", /kỷ niệm/],
  ["Theo ý kiến tại cuộc họp ngày 05/02/2025.", /05\/02\/2025 là việc đã qua/],
  ["Phấn đấu đến năm 2025 đạt chuẩn.", /mốc “đến năm 2025” đã qua/],
  ["Thực hiện Đề án giai đoạn 2021 - 2025.", /“2021 - 2025” đã kết thúc/],
  ["Đạt chuẩn vào năm 2028.", /“năm 2028” nằm sau/],
  ["Áp dụng từ năm 2025.", /mốc bắt đầu/],
  ["Theo Báo cáo số 312/BC-UBND ngày 23/12/2024 của UBND xã về kết quả năm 2024.", /Báo cáo số 312\/BC-UBND/],
  ["Theo Kế hoạch số …/KH-SNV ngày … tháng 01 năm 2025 của Sở Nội vụ.", /còn để trống số/],
];

describe("years", () => {
  it.each(moved)("moves in “%s”", (before, after) => {
    const result = roll(planText({ body: item(before) }));
    expect(withoutMarks(result.text)).toContain(`1. ${after}`);
  });

  it.each(kept)("keeps “%s”", (words) => {
    const result = roll(planText({ body: item(words) }));
    expect(result.text).toContain(`1. ${words}`);
    expect(result.years.filter(({ fate, why }) => fate === "asked" || (fate === "moved" && why !== null))).toEqual([]);
  });

  it.each(asked)("keeps and asks about “%s”", (words, mark) => {
    const { text } = roll(planText({ body: item(words) }));
    const lines = text.split("\n");
    const at = lines.indexOf(`1. ${words}`);
    expect(at).toBeGreaterThan(0);
    expect(lines[at - 1]).toMatch(/^# CẦN XEM: \[2026\] /);
    expect(marksOf(text).some((one) => mark.test(one))).toBe(true);
  });

  it("moves the title, the field, the opening, the closing and the annex", () => {
    const { text } = roll(
      planText({
        head: "cơ quan: UBND xã An Bình\nsố: 12/KH-UBND\nđịa danh: An Bình\nngày: 10/02/2025\nnăm: 2025",
        opening:
          "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số năm 2025 như sau:",
        body: "I. NỘI DUNG\n\n1. Phát thanh.\n\nTrên đây là Kế hoạch chuyển đổi số năm {năm} và các năm sau./.",
        rest: "\nphụ lục: NHIỆM VỤ NĂM 2025\n\n1. Phát thanh.\n",
      }),
    );
    expect(text).toContain("kế hoạch: Chuyển đổi số năm 2026\n");
    expect(text).toContain("\nnăm: 2026\n");
    expect(text).toContain(
      "ngày 22/12/2024 của Bộ Chính trị, Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số năm 2026 như sau:",
    );
    expect(text).toContain("năm {năm} và");
    expect(text).toContain("phụ lục: NHIỆM VỤ NĂM 2026");
  });

  it("moves years in a title behind a cited document, and asks where the stage is the document's", () => {
    const single = roll(
      planText({
        title:
          "kế hoạch: Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá khoa học năm 2025",
      }),
    );
    expect(single.text).toContain("ngày 22/12/2024 của Bộ Chính trị về đột phá khoa học năm 2026");
    const stage = roll(
      planText({
        title:
          "kế hoạch: Thực hiện Quyết định số 63/QĐ-TTg ngày 12/01/2018 của Thủ tướng Chính phủ phê duyệt Đề án giai đoạn 2021 - 2025",
      }),
    );
    expect(stage.text).toContain("Đề án giai đoạn 2026 - 2030");
    expect(marksOf(stage.text).join()).toMatch(/đã đổi “2021 - 2025”/);
  });

  it("follows fields of tables, and columns with the keys of their rows", () => {
    const { text } = roll(
      planText({
        body: "I. NHIỆM VỤ\n\ncột: TT | NHIỆM VỤ | THỜI GIAN | Năm 2025\n\nnhiệm vụ: Tập huấn\n  thời gian: Tháng 12/2024\n  năm 2025: 35\n\nnhiệm vụ: Tổng kết\n  thời gian: Trong năm 2024\n  năm 2025: 20",
      }),
    );
    expect(text).toContain("| Năm 2026\n");
    expect(text).toContain("thời gian: Tháng 12/2025\n  năm 2026: 35");
    expect(text).toContain("thời gian: Trong năm 2024\n");
    expect(text).toMatch(/ {2}# CẦN XEM: \[2026\] thời gian ghi năm 2024.*\n {2}thời gian: Trong năm 2024/);
  });

  it("makes 29 February the 28th and says so", () => {
    const { text } = roll(
      planText({
        title: "kế hoạch: Hiến máu năm 2024",
        head: "cơ quan: UBND xã An Bình\nngày: …/01/2024",
        body: item("Báo cáo trước ngày 29/02/2024."),
      }),
      2025,
    );
    expect(text).toContain("trước ngày 28/02/2025.");
    expect(marksOf(text).join()).toMatch(/không có ngày 29\/02/);
  });

  it("moves the name of the year, and asks for the days of a feast of the moon", () => {
    const { text } = roll(planText({ title: "kế hoạch: Đón Tết Ất Tỵ 2025", body: item("Gặp mặt ngày 15/01/2025.") }));
    expect(text).toContain("kế hoạch: Đón Tết Bính Ngọ 2026\n");
    expect(marksOf(text).join()).toContain("29/01/2025 → 17/02/2026");
  });
});

describe("a plan for several years", () => {
  const stage = planText({
    title: "chương trình: Phát triển nông nghiệp giai đoạn 2021 - 2025",
    head: "cơ quan: UBND xã An Bình\nsố: 03/CTr-UBND\nngày: 18/8/2021\ngiai đoạn: 2021 - 2025",
    body: "I. MỤC TIÊU ĐẾN NĂM 2025\n\n1. Sơ kết vào năm 2023, tổng kết năm 2025.\n2. Phát huy kết quả giai đoạn 2016 - 2020.\n3. Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025.",
  });

  it("keeps its length", () => {
    const { text, to } = roll(stage, 2026);
    expect(to).toEqual({ from: 2026, to: 2030, isSchool: false });
    expect(text).toContain("nông nghiệp giai đoạn 2026 - 2030\n");
    expect(text).toContain("giai đoạn: 2026 - 2030\n");
    expect(text).toContain("ĐẾN NĂM 2030");
    expect(text).toContain("vào năm 2028, tổng kết năm 2030");
    expect(text).toContain("kết quả giai đoạn 2016 - 2020");
    expect(text).toContain("nông thôn mới giai đoạn 2021 - 2025");
    expect(marksOf(text).join("\n")).toMatch(/“2016 - 2020” là giai đoạn ngay trước/);
    expect(marksOf(text).join("\n")).toMatch(/“2021 - 2025” đứng trong tên chương trình/);
  });

  it("starts after its end", () => {
    expect(refusal(stage, 2024)).toContain("sớm nhất từ 2026");
  });

  it("moves a school year by one", () => {
    const school = planText({
      title: "kế hoạch: Kỹ năng số năm học 2025 - 2026",
      body: item("Tổng kết trước ngày 20/5/2026."),
    });
    const { text } = roll(school, 2026);
    expect(text).toContain("năm học 2026 - 2027\n");
    expect(text).toContain("trước ngày 20/5/2027");
    expect(refusal(school, 2025)).toContain("năm học 2025 - 2026");
  });
});

describe("refusals", () => {
  it("wants a year after the plan's own", () => {
    expect(refusal(planText(), 2025)).toContain("phải từ 2026");
    expect(refusal(planText(), 2019)).toContain("phải từ 2026");
  });

  it("asks for the year of a plan without one", () => {
    const text = planText({ title: "kế hoạch: Ra quân", head: "cơ quan: UBND xã An Bình\nngày: …/02" });
    expect(refusal(text, 2026)).toContain("thêm dòng “năm: …”");
  });
});

// ── What is left open ───────────────────────────────────────────────────────────────────────────────────────────────

describe("number, day and signature", () => {
  it("are left open; the month and the position stay", () => {
    const { text, changes } = roll(planText());
    expect(text).toContain("\nsố: …/KH-UBND\n");
    expect(text).toContain("\nngày: …/02/2026\n");
    expect(text.endsWith("ký:\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n")).toBe(true);
    expect(changes.map(({ kind }) => kind)).toEqual(["year", "number", "day", "signature"]);
  });

  it.each([
    ["ngày 07 tháng 3 năm 2025", "ngày … tháng 3 năm 2026"],
    ["2025-03-07", "…/03/2026"],
    ["…/03/2025", "…/03/2026"],
    ["…/…/2025", "…/…/2026"],
  ])("day “%s” becomes “%s”", (before, after) => {
    const { text } = roll(planText({ head: `cơ quan: UBND xã An Bình\nngày: ${before}` }));
    expect(text).toContain(`\nngày: ${after}\n`);
    expect(errorsOf(text)).toEqual(errorsOf(planText({ head: `cơ quan: UBND xã An Bình\nngày: ${before}` })));
  });

  it("takes out what only an issued copy has", () => {
    const head =
      "cơ quan: UBND xã An Bình\nsố: 01/2025/QĐ-UBND\nngày: 10/02/2025\nbản: giấy\nthông tin ký số: 10/02/2025 08:30:00";
    const { text } = roll(planText({ head }));
    expect(text).toContain("số: …/2026/QĐ-UBND\nngày: …/02/2026\n\n");
  });

  it("opens “(Kèm theo …)” and the plan's citations of itself", () => {
    const { text } = roll(
      planText({
        body: item("Theo Kế hoạch số 12/KH-UBND ngày 10/02/2025 của UBND xã An Bình."),
        rest: "\nphụ lục: NHIỆM VỤ\nkèm theo: (Kèm theo Kế hoạch số 12/KH-UBND ngày 10 tháng 02 năm 2025 của UBND xã An Bình)\n\n1. Phát thanh.\n",
      }),
    );
    expect(text).toContain("Theo Kế hoạch số …/KH-UBND ngày …/02/2026 của");
    expect(text).toContain("(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng 02 năm 2026 của");
  });

  it("opens a decision and the plan attached to it", () => {
    const source = `quyết định: Ban hành Kế hoạch chuyển đổi số năm 2025
cơ quan: UBND xã An Bình
số: 64/QĐ-UBND
ngày: 07/3/2025

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số năm 2025.

nơi nhận:
- Lưu: VT.

ký:
CHỦ TỊCH
Nguyễn Văn A

kế hoạch: Chuyển đổi số năm 2025
kèm theo: (Kèm theo Quyết định số 64/QĐ-UBND ngày 07/3/2025 của UBND xã An Bình)

I. NỘI DUNG

1. Báo cáo Sở Thông tin và Truyền thông trước ngày 10/9/2025.
`;
    const { text } = roll(source);
    expect(text).toContain("Quyết định số …/QĐ-UBND ngày …/3/2026 của");
    expect(text).toContain("Quyết định này Kế hoạch chuyển đổi số năm 2026.");
    expect(text.match(/năm 2025/g)).toBeNull();
    // The attached plan is judged by the day of its decision.
    expect(marksOf(text).join("\n")).toMatch(/Sở Thông tin và Truyền thông.*Sở Khoa học và Công nghệ/);
  });
});

// ── Marks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const marks: readonly (readonly [name: string, parts: Parts, mark: RegExp])[] = [
  [
    "the superior's plan of last year",
    {
      opening:
        "Căn cứ Kế hoạch số 08/KH-UBND ngày 08/01/2025 của UBND tỉnh về chuyển đổi số năm 2025;\n\nUBND xã ban hành Kế hoạch như sau:",
    },
    /Kế hoạch số 08\/KH-UBND là văn bản của năm 2025; thay bằng văn bản của năm 2026/,
  ],
  [
    "a letter of last year among the bases",
    {
      opening:
        "Xét đề nghị của Phòng Kinh tế tại Tờ trình số 21/TTr-KT ngày 03/02/2025;\n\nUBND xã ban hành Kế hoạch như sau:",
    },
    /Tờ trình số 21\/TTr-KT ban hành năm 2025/,
  ],
  [
    "a plan named before its number",
    {
      opening:
        "Thực hiện Kế hoạch cải cách hành chính năm 2025 (ban hành kèm theo Quyết định số 1826/QĐ-UBND ngày 25/12/2024 của UBND tỉnh), UBND xã ban hành Kế hoạch như sau:",
    },
    /Quyết định số 1826\/QĐ-UBND là văn bản của năm 2025/,
  ],
  [
    "a document out of force",
    {
      opening:
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n\nUBND xã ban hành Kế hoạch như sau:",
    },
    /77\/2015\/QH13 hết hiệu lực.*72\/2025\/QH15/,
  ],
  ["a body that is no more", { body: item("Báo cáo Sở Kế hoạch và Đầu tư.") }, /“Sở Kế hoạch và Đầu tư”.*Sở Tài chính/],
  [
    "an abbreviation of a body that is no more",
    { head: "cơ quan: UBND xã An Bình\nngày: …/02/2025\nviết tắt:\n- SKHĐT: Sở Kế hoạch và Đầu tư" },
    /viết tắt “SKHĐT”.*Sở Tài chính/,
  ],
  ["a level that is no more", { body: item("Phối hợp với các đơn vị cấp huyện.") }, /“cấp huyện”: không còn/],
  ["a day off", { body: item("Báo cáo trước ngày 15/11/2025.") }, /15\/11\/2026 là Chủ nhật/],
  ["a holiday", { body: item("Báo cáo trước ngày 30/4/2025.") }, /30\/4\/2026 nghỉ lễ/],
  ["a holiday of the moon", { body: item("Báo cáo trước ngày 18/02/2025.") }, /18\/02\/2026 nghỉ Tết Nguyên đán/],
  [
    "a weekday that no longer agrees",
    { body: item("Khai mạc thứ Hai, ngày 17/3/2025.") },
    /17\/3\/2026 là thứ Ba, không phải thứ Hai/,
  ],
  ["a deadline before the plan", { body: item("Gửi danh sách trước ngày 15/01/2025.") }, /đã qua/],
  [
    "targets",
    { body: "I. CHỈ TIÊU\n\n1. 100% thôn có loa.\n2. Tăng 05 bậc.\n\nII. NỘI DUNG\n\n1. Phát thanh." },
    /chỉ tiêu bằng số của năm 2025 \(“100%”, “05 bậc” ở 2 dòng\)/,
  ],
  [
    "sums",
    { body: "I. KINH PHÍ\n\n1. Kinh phí 251 triệu đồng.\n2. Khác." },
    /số tiền của năm 2025 \(“251 triệu đồng”\)/,
  ],
  [
    "a part that looks back",
    { body: "I. KẾT QUẢ NĂM 2024\n\n1. Năm 2024 đạt 80%.\n\nII. NỘI DUNG\n\n1. Phát thanh." },
    /phần nhìn lại “KẾT QUẢ NĂM 2024”/,
  ],
  [
    "an anniversary",
    { body: item("Mít tinh kỷ niệm 80 năm Cách mạng tháng Tám.") },
    /“kỷ niệm 80 năm”: số năm phải đổi/,
  ],
  [
    "the form of old",
    { head: "cơ quan: UBND xã An Bình\nngày: …/02/2025\nthể thức: thông tư 01/2011" },
    /Thông tư 01\/2011\/TT-BNV đã hết hiệu lực/,
  ],
];

describe("marks", () => {
  it.each(marks)("%s", (_name, parts, mark) => {
    const result = roll(planText(parts));
    const found = marksOf(result.text).filter((one) => mark.test(one));
    expect(found, marksOf(result.text).join("\n")).toHaveLength(1);
    // The report tells the line of the remark.
    const lines = result.text.split("\n");
    for (const { line, words } of result.marks) expect(lines[line - 1]).toContain(words);
  });

  it("says once what a body is that is named often, with the number of further places", () => {
    const body =
      "I. NỘI DUNG\n\n1. Báo cáo Sở Kế hoạch và Đầu tư.\n2. Gửi Sở Kế hoạch và Đầu tư.\n3. Xin ý kiến Sở Kế hoạch và Đầu tư.";
    const result = roll(planText({ body }));
    expect(marksOf(result.text).filter((one) => one.includes("Kế hoạch và Đầu tư"))).toEqual([
      expect.stringContaining("(còn 2 chỗ nữa)"),
    ]);
    const mark = result.marks.find(({ kind }) => kind === "agency")!;
    const lines = result.text.split("\n");
    expect(mark.others.map((line) => lines[line - 1])).toEqual([
      "2. Gửi Sở Kế hoạch và Đầu tư.",
      "3. Xin ý kiến Sở Kế hoạch và Đầu tư.",
    ]);
  });

  it("leaves a working day and what was held on a day off alone", () => {
    expect(marksOf(roll(planText({ body: item("Báo cáo trước ngày 16/11/2025.") })).text)).toEqual([]);
    expect(marksOf(roll(planText({ body: item("Mở hội chợ vào ngày 15/11/2025.") })).text)).toEqual([]);
  });

  it("does not pile up over the years, and asks again what nobody settled", () => {
    const body =
      "I. NỘI DUNG\n\n# CẦN XEM: nguồn ghi khác\n1. Tăng 05 bậc so với năm 2024.\n2. Báo cáo trước ngày 15/12/2025.";
    const first = roll(planText({ body }), 2026).text;
    const second = roll(first, 2027).text;
    expect(second).not.toContain("[2026]");
    expect(second).toContain("# CẦN XEM: nguồn ghi khác\n");
    expect(
      second.match(/# CẦN XEM: \[2027\] “năm 2024” là năm trước của kế hoạch cũ: lần chuyển trước chưa xử lý/g),
    ).toHaveLength(1);
    expect(second).toContain("trước ngày 15/12/2027");
    const third = roll(second, 2028).text;
    expect(marksOf(third)).toEqual(["“năm 2024” là năm trước của kế hoạch cũ: lần chuyển trước chưa xử lý"]);
  });

  it("asks for the superior's plan until it is there", () => {
    const [, parts] = marks[0]!;
    const later = roll(roll(roll(planText(parts), 2026).text, 2027).text, 2028).text;
    expect(marksOf(later)).toEqual([
      expect.stringMatching(/^Kế hoạch số 08\/KH-UBND .*: lần chuyển trước chưa xử lý$/),
    ]);
    const mended = roll(
      later.replace(/08\/KH-UBND ngày 08\/01\/2025(.*)năm 2025/, "09/KH-UBND ngày 08/01/2028$1năm 2028"),
      2029,
    ).text;
    expect(marksOf(mended)).toEqual([expect.stringContaining("Kế hoạch số 09/KH-UBND là văn bản của năm 2028")]);
  });
});

// ── The source stays ────────────────────────────────────────────────────────────────────────────────────────────────

describe.each(examples)("%s", (_name, text) => {
  const first = nextYear(text);
  const step = first - Number(/(?:năm|giai đoạn|năm học) (\d{4})/.exec(refusal(text, 1950))![1]);

  const turned = roll(text, first);

  it("rolls again and again without an error", () => {
    let next = turned.text;
    expect(errorsOf(next)).toEqual(errorsOf(text));
    for (const turn of [1, 2]) next = roll(next, first + turn * step).text;
    expect(errorsOf(next)).toEqual(errorsOf(text));
  });

  it("changes what it tells and no other line", () => {
    const { text: next, changes, marks: looks } = turned;
    const lines = withoutMarks(next).split("\n");
    const dropped = changes.filter((change) => change.new === "").length;
    expect(lines.length).toBe(text.split("\n").length - dropped);
    expect(next.split("\n").length).toBe(lines.length + looks.length);
    const changed = new Set(changes.map(({ line }) => line));
    const old = new Set(text.split("\n"));
    for (const [index, line] of next.split("\n").entries()) {
      if (!old.has(line) && !line.includes("# CẦN XEM: [")) expect(changed, line).toContain(index + 1);
    }
  });

  it("keeps the layout", () => {
    if (format(fileOf(text), registries) !== text) return;
    expect(format(fileOf(turned.text), registries)).toBe(turned.text);
  });
});

it("gives the same every time", () => {
  const [, text] = examples[0]!;
  expect(roll(text, nextYear(text)).text).toBe(roll(text, nextYear(text)).text);
});

// ── Report, names, calendar ─────────────────────────────────────────────────────────────────────────────────────────

describe("report", () => {
  const source = fileOf(
    planText({ body: item("Tăng so với năm 2024; xong trong Quý III/2025.") }),
    "ke-hoach-2025.plan",
  );
  const result = rollOver(source, registries, 2026);
  const { rollover } = result as Extract<typeof result, { kind: "done" }>;

  it("tells every change old and new, with lines", () => {
    const text = rolloverText(rollover, { source, target: "ke-hoach-2026.plan" });
    expect(text).toContain("ke-hoach-2025.plan (năm 2025) → ke-hoach-2026.plan (năm 2026)");
    expect(text).toContain("  - trong Quý III/2025 → trong Quý III/2026 (dòng 12)");
    expect(text).toContain("  - số: 12/KH-UBND → số: …/KH-UBND (dòng 3)");
    expect(text).toContain("  - bỏ tên người ký “Nguyễn Văn A”");
    expect(text).toContain("  - dòng 11: “năm 2024” là năm trước");
  });

  it("tells programs the same", () => {
    const value = JSON.parse(rolloverJson(rollover, { source, target: null }, "1"));
    expect(value.years).toEqual({ moved: 2, kept: 0, asked: 1 });
    expect(value.changes.map((change: { old: string }) => change.old)).toContain("trong Quý III/2025");
    expect(value.marks).toHaveLength(1);
    expect(value.target).toBeNull();
  });

  it("names the new file", () => {
    const years = { from: { from: 2025, to: 2025 }, to: { from: 2026, to: 2026 } };
    expect(nextName("ke-hoach-2025.plan", years)).toBe("ke-hoach-2026.plan");
    expect(nextName("ke-hoach.plan", years)).toBe("ke-hoach-2026.plan");
    expect(nextName("kh12025.plan", years)).toBe("kh12025-2026.plan");
    const stage = { from: { from: 2021, to: 2025 }, to: { from: 2026, to: 2030 } };
    expect(nextName("xa-2021-2025.plan", stage)).toBe("xa-2026-2030.plan");
  });
});

describe("calendar", () => {
  it.each([
    [2007, "17/2"],
    [2020, "25/1"],
    [2024, "10/2"],
    [2025, "29/1"],
    [2026, "17/2"],
    [2027, "6/2"],
    [2028, "26/1"],
    [2030, "2/2"],
  ])("Tết %i is %s", (year, day) => {
    const found = lunarNewYear(year);
    expect(`${found.day}/${found.month}`).toBe(day);
  });

  it("knows the feast of the Kings, leap months and the names of years", () => {
    expect(solarOfLunar(2025, 3, 10)).toEqual({ year: 2025, month: 4, day: 7 });
    expect(solarOfLunar(2026, 3, 10)).toEqual({ year: 2026, month: 4, day: 26 });
    // 2020 has a second fourth month, 2025 a second sixth.
    expect(solarOfLunar(2020, 8, 15)).toEqual({ year: 2020, month: 10, day: 1 });
    expect(solarOfLunar(2025, 8, 15)).toEqual({ year: 2025, month: 10, day: 6 });
    expect([yearName(2025), yearName(2026), yearName(2020)]).toEqual(["Ất Tỵ", "Bính Ngọ", "Canh Tý"]);
  });

  it("knows days off", () => {
    expect(dayOff({ year: 2026, month: 9, day: 2 })).toBe("nghỉ lễ Quốc khánh");
    expect(dayOff({ year: 2026, month: 9, day: 1 })).toMatch(/có thể nghỉ/);
    expect(dayOff({ year: 2026, month: 2, day: 16 })).toBe("nghỉ Tết Nguyên đán");
    expect(dayOff({ year: 2027, month: 4, day: 16 })).toMatch(/Giỗ Tổ/);
    expect(dayOff({ year: 2026, month: 11, day: 14 })).toBe("là thứ Bảy");
    expect(dayOff({ year: 2026, month: 11, day: 16 })).toBeNull();
  });
});
