import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { declaredForms, shortForms, universal } from "./abbreviations.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

/** VB651. An abbreviation used before the place that explains it. */
export default defineRule({
  code: "VB651",
  name: "abbreviation-before-definition",
  severity: "notice",
  message: text`Chữ viết tắt “${"short"}” dùng ở đây, sau đó mới giải thích.`,
  why: "Chữ viết tắt được giải thích ngay ở lần dùng đầu tiên của văn bản.",
  hint: "Viết đầy đủ kèm chữ viết tắt trong ngoặc đơn ở chỗ này, các chỗ sau chỉ ghi chữ viết tắt.",
  examples: {
    bad: example({
      body:
        "I. NỘI DUNG\n\n1. Phổ biến các văn bản QPPL mới.\n" +
        "2. Niêm yết các văn bản quy phạm pháp luật (QPPL) tại trụ sở.",
    }),
    good: example({
      body:
        "I. NỘI DUNG\n\n1. Phổ biến các văn bản quy phạm pháp luật (QPPL) mới.\n" +
        "2. Niêm yết các văn bản QPPL tại trụ sở.",
    }),
  },
  check({ document, report }) {
    const declared = declaredForms(document);
    for (const { short, uses, explained } of shortForms(document).values()) {
      const [first] = uses;
      const [definition] = explained;
      if (definition === undefined || declared.has(short) || universal.has(short)) continue;
      if (first!.prose === definition.prose && first!.start === definition.start) continue;
      const related = [
        { span: sourceSpan(definition.prose, definition.start, definition.end), message: "Giải thích ở đây" },
      ];
      report(sourceSpan(first!.prose, first!.start, first!.end), { short }, { related });
    }
  },
});
