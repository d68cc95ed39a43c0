import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { dayDigits, monthDigits } from "../plan/words.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { type DatePart, writtenDates } from "./written-dates.ts";

const body = (date: string): string =>
  `I. NỘI DUNG\n\n1. Báo cáo kết quả về Ủy ban nhân dân xã trước ngày ${date}.\n2. Niêm yết tại trụ sở.`;

/** VB309. Days below 10 and the months 1 and 2 have a zero before them. */
export default defineRule({
  code: "VB309",
  name: "date-not-padded",
  severity: "notice",
  message: text`“${"found"}” nên viết “${"right"}”.`,
  why: "Nghị định 30/2020/NĐ-CP (Phụ lục I, mục II.4) ghi thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, 2; viết như vậy trong cả văn bản để không ai thêm được chữ số.",
  examples: { bad: example({ body: body("5/12/2026") }), good: example({ body: body("05/12/2026") }) },
  check({ document, report }) {
    for (const { prose, start, end, day, month } of writtenDates(document)) {
      const needsZero = (part: DatePart, right: string): boolean => part.typed.length < right.length;
      const parts = [
        ...(needsZero(day, dayDigits(day.value)) ? [day] : []),
        ...(needsZero(month, monthDigits(month.value)) ? [month] : []),
      ];
      if (parts.length === 0) continue;
      const found = prose.text.slice(start, end);
      const right = [...parts].reverse().reduce((words, { at }) => {
        const place = at - start;
        return `${words.slice(0, place)}0${words.slice(place)}`;
      }, found);
      const edits = parts.map(({ at, typed }) => ({ span: sourceSpan(prose, at, at + 1), text: `0${typed}` }));
      const isTyped = edits.every(({ span }) => span.end - span.start === 1);
      report(
        sourceSpan(prose, start, end),
        { found, right },
        isTyped ? { fix: { title: `Sửa thành “${right}”`, safe: true, edits } } : {},
      );
    }
  },
});
