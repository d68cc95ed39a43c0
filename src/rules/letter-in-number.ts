import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, isInAddress, openFix, textsOf } from "./texts.ts";

const body = (number: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh ${number} lần mỗi tuần.\n2. Niêm yết tại trụ sở.`;

const counted = "(?:lần|ngày|tháng|năm|tuần|buổi|giờ|phút|người|số|tin|bài|chuyên|đợt|cuộc|lớp|hội|mô|bộ|cơ|xã|thôn|%)";
/** “O1 lần”, “l5/02/2024”, “O5/02”, “2O24”; not “O2”, “1l”, “I.1”. */
const mixed = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(?:[Oo]\\d{1,2}(?=[ \\u00a0]${counted}(?!\\p{L}))|[OolI]\\d\\/\\d{1,2}(?:\\/\\d{4})?|\\d[OolI]\\/\\d{1,2}\\/\\d{4}|\\d{1,2}\\/[OolI]\\d\\/\\d{4}|[12][Oo][0-9Oo]\\d|20[Oo]\\d|20\\d[Oo])(?![\\p{L}\\p{N}/-])`,
  "gu",
);

/** VB613. A letter in a number: O for 0, l or I for 1. */
export default defineRule({
  code: "VB613",
  name: "letter-in-number",
  severity: "warning",
  message: text`“${"found"}” có chữ cái gõ thay chữ số; có lẽ là “${"meant"}”.`,
  why: "Chữ O, l, I trông giống số 0, 1 nhưng không phải chữ số: tìm kiếm, tính toán và đọc máy đều sai.",
  examples: { bad: example({ body: body("O2") }), good: example({ body: body("02") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      for (const found of prose.text.matchAll(mixed)) {
        const meant = found[0].replace(/[Oo]/g, "0").replace(/[lI]/g, "1");
        const edit = editOf(plan, prose, found.index, found.index + found[0].length, meant);
        if (edit === null || isInAddress(prose, found.index)) continue;
        report(edit.span, { found: found[0], meant }, { fix: openFix(`Sửa thành “${meant}”`, [edit]) });
      }
    }
  },
});
