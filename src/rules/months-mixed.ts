import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { writtenDates } from "./written-dates.ts";

const body = (date: string): string =>
  `I. NỘI DUNG\n\n1. Phát động trước ngày 15/3/2026.\n2. Sơ kết trước ngày 20/6/2026.\n3. Tổng kết trước ngày ${date}.`;

/** VB310. The months 3 to 9 have a zero everywhere or nowhere. */
export default defineRule({
  code: "VB310",
  name: "months-mixed",
  severity: "notice",
  message: text`Tháng của “${"found"}” viết khác các ngày khác trong văn bản: nên là “${"right"}”.`,
  why: "Trong một văn bản, tháng 3 đến tháng 9 viết thống nhất một cách; Nghị định 30/2020/NĐ-CP (Phụ lục I, mục II.4) chỉ thêm số 0 cho tháng 1 và 2.",
  examples: { bad: example({ body: body("05/09/2026") }), good: example({ body: body("05/9/2026") }) },
  check({ document, report }) {
    const dates = writtenDates(document).filter(({ month }) => month.value >= 3 && month.value <= 9);
    const padded = dates.filter(({ month }) => month.typed.length === 2);
    const plain = dates.filter(({ month }) => month.typed.length === 1);
    if (padded.length === 0 || plain.length === 0) return;
    // What fewer dates have gives way; of equals, what the form does not ask for.
    const isPaddedWrong = padded.length <= plain.length;
    for (const { prose, start, end, day, month } of isPaddedWrong ? padded : plain) {
      // A day without its zero is mended by its own rule; two fixes in one date would meet.
      const span = sourceSpan(prose, month.at, month.at + month.typed.length);
      const digits = isPaddedWrong ? String(month.value) : `0${month.value}`;
      const found = prose.text.slice(start, end);
      const right = `${found.slice(0, month.at - start)}${digits}${found.slice(month.at + month.typed.length - start)}`;
      const isTyped = span.end - span.start === month.typed.length && day.typed.length > 0;
      report(
        span,
        { found, right },
        isTyped ? { fix: { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: digits }] } } : {},
      );
    }
  },
});
