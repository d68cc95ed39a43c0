import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { itemsOf } from "./items.ts";
import { typedSignature } from "./pasted.ts";
import { defineRule } from "./rule.ts";
import { endMarks } from "./walk.ts";

const body = (end: string): string => `I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần${end}\n2. Niêm yết tại trụ sở.`;

/** VB525. “./.” stands once, where the text ends. */
export default defineRule({
  code: "VB525",
  name: "end-mark-inside",
  severity: "warning",
  message: text`Dấu “./.” đứng giữa văn bản, phía sau còn lời văn.`,
  why: "Dấu “./.” cho biết nội dung văn bản hết ở đây, nên chỉ đứng sau đoạn cuối cùng (các mẫu của Nghị định 30/2020/NĐ-CP, Phụ lục III).",
  wholeOnly: true,
  examples: { bad: example({ body: body("./.") }), good: example({ body: body(".") }) },
  check({ plan, document, report }) {
    const end = typedSignature(plan, document)?.start ?? Number.POSITIVE_INFINITY;
    for (const items of itemsOf(document)) {
      for (const item of items) {
        const { after } = item;
        if (!/\.\/\.\s*$/u.test(item.text.text) || item.role === "closing") continue;
        // A table or a signature typed as text may follow the end.
        if (after === null || after === "table" || after.text.span.start >= end) continue;
        const { span } = endMarks(plan, item.text);
        report(span, {}, { fix: { title: "Kết thúc bằng dấu chấm", safe: false, edits: [{ span, text: "." }] } });
      }
    }
  },
});
