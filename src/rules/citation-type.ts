import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { typeOfSymbol } from "./symbols.ts";
import { sourceText } from "./walk.ts";

const body = (type: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt ${type} số 76/NQ-CP ngày 15/7/2021 của Chính phủ.\n2. Niêm yết tại trụ sở.`;

/** VB103. “Nghị định số 76/NQ-CP”: the type is the one its symbol says. */
export default defineRule({
  code: "VB103",
  name: "citation-type",
  severity: "warning",
  message: text`Ghi “${"type"}” nhưng ký hiệu “${"number"}” là của ${"right"}.`,
  why: "Tên loại và ký hiệu trái nhau thì một trong hai bị gõ nhầm, người đọc không biết phải tìm văn bản nào.",
  hint: "Đối chiếu với bản gốc, sửa tên loại hoặc ký hiệu.",
  examples: { bad: example({ body: body("Nghị định") }), good: example({ body: body("Nghị quyết") }) },
  check({ plan, document, report }) {
    for (const { type, number, span, numberSpan } of document.citations) {
      if (type === null || number === null || numberSpan === null) continue;
      const right = typeOfSymbol(number);
      // “Chương trình hành động”, “Kết luận số …” inside “Thông báo kết luận” begin or end as the symbol says.
      const words = type.toLowerCase();
      if (right === null || words.includes(right.toLowerCase()) || generic.test(words)) continue;
      const at = { start: span.start, end: span.start + type.length };
      const shown = sourceText(plan, at).toLowerCase() === words ? at : numberSpan;
      const edits = [{ span: at, text: right }];
      const fix = shown === at ? { title: `Sửa tên loại thành “${right}”`, safe: false, edits } : undefined;
      report(shown, { type, number, right }, { fix });
    }
  },
});

/** Names that any document may go by, and plans that are issued as programmes. */
const generic = /^(?:văn bản|đề án|dự án|phương án|quy chế|quy định|điều lệ|chương trình|kế hoạch)/u;
