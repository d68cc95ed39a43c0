import { text } from "../diagnostics/diagnostic.ts";
import type { CalendarSpan, TimeExpr } from "../time/time.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { yearsOf } from "./walk.ts";

const task = (time: string): string =>
  `I. NỘI DUNG\n\n1. Tuyên truyền lưu động\n- Thời gian thực hiện: ${time}.\n- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.`;

/** VB302. The year of a task's time lies in the plan's period. */
export default defineRule({
  code: "VB302",
  name: "time-outside-plan",
  severity: "warning",
  message: text`Thời gian ghi năm ${"found"}, kế hoạch là của ${"period"}.`,
  why: "Thường là năm cũ còn sót khi làm kế hoạch mới từ kế hoạch năm trước.",
  hint: "Sửa năm; nếu đúng là như vậy thì ghi chú “# bỏ qua VB302: lý do” ở dòng trên.",
  examples: { bad: example({ body: task("Trong năm 2025") }), good: example({ body: task("Trong năm 2026") }) },
  check({ document, report }) {
    const years = yearsOf(document);
    if (years === null) return;
    const period = years.from === years.to ? `năm ${years.from}` : `giai đoạn ${years.from} - ${years.to}`;
    for (const { time, place, span } of document.times) {
      if (place !== "field") continue;
      for (const moment of momentsOf(time)) {
        const { year, month } = moment;
        if (year === null || (year >= years.from && year <= years.to)) continue;
        // A plan may be prepared in the year it is signed, and report on itself early in the year after.
        if (year === document.date?.year && year === years.from - 1) continue;
        // What opens a year may be held in the last months before it, unless the plan is known to be signed later.
        if (year === years.from - 1 && moment.isDay && month! >= 11 && document.date?.month === null) continue;
        if (year === years.to + 1 && month !== null && month <= 3) continue;
        const at = time.words.lastIndexOf(String(year));
        const isExact = at >= 0 && span.end - span.start === time.words.length;
        report(isExact ? { start: span.start + at, end: span.start + at + 4 } : span, { found: year, period });
        break;
      }
    }
  },
});

interface Moment {
  readonly year: number | null;
  readonly month: number | null;
  readonly isDay: boolean;
}

/** The years a time names itself. Kinds without a year of their own, and years inside names, give none. */
function momentsOf(time: TimeExpr): Moment[] {
  const moment = (span: CalendarSpan | null): Moment[] =>
    span === null
      ? []
      : [
          {
            year: span.year,
            month: span.unit === "day" || span.unit === "month" ? span.month : null,
            isDay: span.unit === "day",
          },
        ];
  switch (time.kind) {
    case "within":
      return moment(time.span);
    case "continuous":
      return moment(time.within);
    case "deadline":
      return time.due.unit === "recurring-day" ? [] : moment(time.due);
    case "between":
      return [...moment(time.start), ...moment(time.end)];
    case "calendar-list":
      return [{ year: time.year, month: null, isDay: false }];
    default:
      return [];
  }
}
