import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { isUpper, itemsOf } from "./items.ts";
import { defineRule } from "./rule.ts";
import { endMarks } from "./walk.ts";

/** VB518. A heading on a line of its own ends without a mark. */
export default defineRule({
  code: "VB518",
  name: "heading-with-end-mark",
  severity: "notice",
  message: text`Sau tiêu đề không ghi dấu “${"found"}”.`,
  why: "Tiêu đề của phần, mục trình bày trên một dòng riêng, không có dấu kết thúc (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 và các mẫu).",
  examples: {
    bad: example({ body: "I. NỘI DUNG:\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở." }),
  },
  check({ plan, document, report }) {
    for (const items of itemsOf(document)) {
      for (const item of items) {
        if (!isUpper(item) || item.kind === "article" || item.role !== "heading" || !item.hasChildren) continue;
        const { marks, span } = endMarks(plan, item.text);
        if (!/^[:;,.]+$/.test(marks) || marks.length > 1) continue;
        const fix = { title: `Bỏ dấu “${marks}”`, safe: true, edits: [{ span, text: "" }] };
        report(span, { found: marks }, { fix });
      }
    }
  },
});
