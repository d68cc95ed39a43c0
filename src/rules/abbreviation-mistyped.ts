import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { mistypedFor, shortForms } from "./abbreviations.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (short: string): string =>
  `I. NỘI DUNG\n\n1. Công khai thủ tục hành chính (TTHC).\n2. Niêm yết TTHC tại trụ sở; trả lời về ${short}.`;

/** VB653. An abbreviation that no one knows, one slip of the finger from one that the document uses. */
export default defineRule({
  code: "VB653",
  name: "abbreviation-mistyped",
  severity: "warning",
  message: text`Chữ viết tắt “${"short"}” gõ nhầm; văn bản này dùng “${"right"}”.`,
  why: "Chữ viết tắt gõ nhầm làm người đọc phải đoán.",
  examples: {
    bad: example({ body: body("TTHTC") }),
    good: example({ body: body("TTHC") }),
  },
  check({ document, registries, report }) {
    for (const { short, uses } of shortForms(document).values()) {
      const right = mistypedFor(document, registries, short);
      if (right === null) continue;
      for (const { prose, start, end } of uses) {
        const span = sourceSpan(prose, start, end);
        const fix = { title: `Sửa thành “${right}”`, safe: false, edits: [{ span, text: right }] };
        report(span, { short, right }, span.end - span.start === short.length ? { fix } : {});
      }
    }
  },
});
