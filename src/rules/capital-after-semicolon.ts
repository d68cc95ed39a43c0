import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, openFix, textsOf } from "./texts.ts";

const body = (word: string): string =>
  `I. NỘI DUNG\n\n1. Phổ biến tại hội nghị thôn; ${word} nội dung vào buổi phát thanh.\n2. Niêm yết tại trụ sở.`;

/** Verbs that begin what a body is to do; no name begins with them. */
const verbs =
  "Đưa|Tăng cường|Đẩy mạnh|Phối hợp|Tham mưu|Xây dựng|Tuyên truyền|Hướng dẫn|Kiểm tra|Đôn đốc|Theo dõi|Tổng hợp|Triển khai|Rà soát|Cập nhật|Nâng cao|Phát huy|Chủ động|Tiếp tục|Bảo đảm|Đảm bảo|Bố trí|Cung cấp|Đăng tải|Niêm yết|Lồng ghép|Duy trì|Quán triệt|Phổ biến|Vận động|Khuyến khích|Công khai|Thực hiện|Tổ chức (?:các|thực|tuyên|triển)";
const capital = new RegExp(`(?<=[\\p{L})”]; )(?:${verbs})(?![\\p{L}])`, "gu");

/** VB618. A semicolon ends no sentence, so that no capital follows it. */
export default defineRule({
  code: "VB618",
  name: "capital-after-semicolon",
  severity: "notice",
  message: text`Sau dấu chấm phẩy, “${"word"}” viết hoa.`,
  why: "Trong câu, sau dấu chấm phẩy không viết hoa, trừ tên riêng (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I).",
  hint: "Viết thường, hoặc đổi dấu chấm phẩy thành dấu chấm.",
  examples: { bad: example({ body: body("Đưa") }), good: example({ body: body("đưa") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      if (/[“”]/u.test(prose.text)) continue;
      const found = [...prose.text.matchAll(capital)];
      // All parts in capitals: a list in one line.
      const [first] = found;
      if (first === undefined || found.length * 2 > (prose.text.match(/;/g)?.length ?? 0) + 1) continue;
      const edits = found.flatMap(({ index, 0: word }) => {
        const edit = editOf(plan, prose, index, index + 1, word.charAt(0).toLowerCase());
        return edit ? [edit] : [];
      });
      const span = editOf(plan, prose, first.index, first.index + first[0].length, "")?.span;
      if (span) report(span, { word: first[0] }, { fix: openFix("Viết thường", edits) });
    }
  },
});
