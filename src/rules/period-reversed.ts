import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { compareDates, dayNumber, periodOfSpan } from "../time/calendar.ts";
import type { CalendarSpan } from "../time/time.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

const body = (end: string): string =>
  `I. NỘI DUNG\n\n1. Lấy ý kiến Nhân dân từ ngày 15/4/2026 đến ngày ${end}.\n2. Niêm yết tại trụ sở.`;

const years = /(?<!\p{L})(giai đoạn|nhiệm kỳ|năm học) ((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)(?!\d|[/.-]\d)/giu;

/** VB307. A stretch of time ends after it starts, and a school year lasts one year. */
export default defineRule({
  code: "VB307",
  name: "period-reversed",
  severity: "warning",
  message: text`Khoảng thời gian “${"found"}” không có thật: ${"what"}.`,
  why: "Khoảng thời gian ngược thì không ai biết bắt đầu và kết thúc khi nào; thường là gõ nhầm tháng hoặc năm.",
  examples: { bad: example({ body: body("10/3/2026") }), good: example({ body: body("10/5/2026") }) },
  check({ document, report }) {
    for (const { time, span } of document.times) {
      if (time.kind !== "between" || time.end === null || time.clock !== null || time.end.year === null) continue;
      if (isReversed(time.start, time.end))
        report(span, { found: time.words, what: "ngày kết thúc trước ngày bắt đầu" });
    }
    for (const prose of proseOf(document)) {
      for (const match of prose.text.matchAll(years)) {
        const [found, word, from, to] = match as unknown as readonly [string, string, string, string];
        const length = Number(to) - Number(from);
        const isSchoolYear = word.toLowerCase() === "năm học";
        // “các năm học 2021 - 2025” are several.
        const isSeveral = /(?:các|những|từ|mỗi|\d) $/iu.test(prose.text.slice(0, match.index));
        if (isSchoolYear ? length === 1 || (isSeveral && length > 0) : length >= 0) continue;
        const what = length < 0 ? "năm kết thúc trước năm bắt đầu" : "năm học gồm hai năm liền nhau";
        report(sourceSpan(prose, match.index, match.index + found.length), { found, what });
      }
    }
  },
});

/** Both ends are certain: with years of their own, or in one month. */
function isReversed(start: CalendarSpan, end: CalendarSpan): boolean {
  const year = end.year!;
  if (start.year !== null) return compareDates(periodOfSpan(start, year).start, periodOfSpan(end, year).end) > 0;
  // “từ ngày 25/12 đến ngày 05/01/2027” starts in the year before, but “từ ngày 15/6 đến ngày 10/6/2026” does not.
  if (start.unit !== "day" || end.unit !== "day" || start.month !== end.month) return false;
  return dayNumber({ ...start, year }) > dayNumber({ ...end, year });
}
