import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { capitalized } from "../plan/words.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const opening = (word: string): string =>
  `Căn cứ Luật Thực hiện dân chủ ở cơ sở;\n\n${word} Nghị quyết của Hội đồng nhân dân xã về nhiệm vụ năm 2026.\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:`;

/** VB116. A basis begins with a capital, as every line does. */
export default defineRule({
  code: "VB116",
  name: "legal-basis-word",
  severity: "warning",
  message: text`Dòng căn cứ bắt đầu bằng chữ thường “${"word"}”.`,
  why: "Chữ cái đầu của âm tiết thứ nhất khi xuống dòng viết hoa (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I).",
  examples: { bad: example({ opening: opening("căn cứ") }), good: example({ opening: opening("Căn cứ") }) },
  check({ document, report }) {
    for (const basis of document.legalBases) {
      const match = /^\s*((?:căn|thực|theo|xét)(?!\p{L}))/u.exec(basis.text.text);
      if (match === null) continue;
      const word = match[1]!;
      const start = match[0].length - word.length;
      const span = sourceSpan(basis.text, start, start + word.length);
      const fix = { title: "Viết hoa chữ đầu dòng", safe: true, edits: [{ span, text: capitalized(word) }] };
      report(span, { word }, { fix });
    }
  },
});
