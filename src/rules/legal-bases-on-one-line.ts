import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isPartyDocument } from "./walk.ts";

const opening = (between: string): string =>
  `Căn cứ Luật Thực hiện dân chủ ở cơ sở;${between}Căn cứ Nghị quyết của Hội đồng nhân dân xã về nhiệm vụ năm 2026.\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:`;

/** VB117. Each basis has a line of its own. */
export default defineRule({
  code: "VB117",
  name: "legal-bases-on-one-line",
  severity: "warning",
  message: text`Một dòng có hai căn cứ.`,
  why: "Mỗi căn cứ trình bày một dòng, cuối dòng có dấu chấm phẩy, dòng cuối kết thúc bằng dấu chấm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Xuống dòng trước căn cứ thứ hai.",
  examples: { bad: example({ opening: opening(" ") }), good: example({ opening: opening("\n") }) },
  check({ document, report }) {
    if (isPartyDocument(document)) return;
    for (const basis of document.legalBases) {
      for (const match of basis.text.text.matchAll(/;(\s*)(căn cứ)(?!\p{L})/giu)) {
        const word = match.index + 1 + match[1]!.length;
        const span = sourceSpan(basis.text, word, word + match[2]!.length);
        const gap = { start: sourceSpan(basis.text, match.index, match.index + 1).end, end: span.end };
        const edits = [{ span: gap, text: "\nCăn cứ" }];
        report(span, {}, { fix: { title: "Xuống dòng trước căn cứ thứ hai", safe: false, edits } });
      }
    }
  },
});
