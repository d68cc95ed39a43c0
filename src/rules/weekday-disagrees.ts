import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { daysInMonth } from "../plan/words.ts";
import { weekdayOf } from "../time/calendar.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf, yearsOf } from "./walk.ts";

const body = (day: string): string =>
  `I. NỘI DUNG\n\n1. Khai mạc vào sáng ${day}, ngày 16/3/2026 tại hội trường xã.\n2. Niêm yết tại trụ sở.`;

const weekday = "(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)";
const date =
  "(?:ngày )?(\\d{1,2})(?:\\/| tháng )(\\d{1,2})(?:(?:\\/| năm )((?:19|20)\\d\\d))?(?![\\p{L}\\d/]|[.,-]\\d)";
/** “thứ Hai, ngày 16/3/2026”; not “lần thứ hai”. */
const dayFirst = new RegExp(
  `(?<!\\p{L})(?<!(?:lần|buổi|kỳ|khóa|khoá|tuần|năm|số) )${weekday},? (?:\\()?${date}`,
  "giu",
);
/** “ngày 16/3/2026 (thứ Hai)”. */
const dateFirst = new RegExp(`(?<![\\p{L}\\d/.,-])${date},? \\(${weekday}\\)`, "giu");
/** “một lần trong ngày thứ hai của …” has no date; the names in the order of ISO weekdays. */
const names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
const spoken = ["hai", "ba", "tư", "năm", "sáu", "bảy"];

/** 1 = Monday … 7 = Sunday. */
function weekdayNumber(words: string): number {
  const last = words.toLowerCase().split(" ").at(-1)!;
  if (last === "nhật") return 7;
  return /\d/.test(last) ? Number(last) - 1 : spoken.indexOf(last) + 1;
}

/** VB305. A weekday written with its date is that of the calendar. */
export default defineRule({
  code: "VB305",
  name: "weekday-disagrees",
  severity: "warning",
  message: text`Ngày ${"date"} là ${"right"}, không phải ${"found"}.`,
  why: "Thứ và ngày trái nhau thì người nhận không biết đến vào hôm nào; thường là chép lại lịch của năm trước.",
  hint: "Đối chiếu với lịch rồi sửa thứ hoặc ngày.",
  examples: { bad: example({ body: body("thứ Ba") }), good: example({ body: body("thứ Hai") }) },
  check({ document, report }) {
    const years = yearsOf(document);
    for (const prose of proseOf(document)) {
      if (!/thứ |chủ nhật/iu.test(prose.text)) continue;
      const check = (match: RegExpExecArray, words: string, parts: readonly (string | undefined)[]): void => {
        const [day, month] = parts.map(Number) as [number, number];
        const isYearTyped = parts[2] !== undefined;
        // Without a year it is the plan's, where that is one.
        const year = isYearTyped ? Number(parts[2]) : years !== null && years.from === years.to ? years.from : null;
        if (year === null || month < 1 || month > 12 || day < 1 || day > daysInMonth(month, year)) return;
        const right = weekdayOf({ year, month, day });
        const found = weekdayNumber(words);
        if (right === found) return;
        // An event of last or next year may be told without its year.
        const isOtherYear = !isYearTyped && [-1, 1].some((by) => weekdayOf({ year: year + by, month, day }) === found);
        if (isOtherYear) return;
        const at = match.index + match[0].indexOf(words);
        report(sourceSpan(prose, at, at + words.length), {
          date: `${parts[0]}/${parts[1]}/${year}`,
          right: names[right - 1]!,
          found: words,
        });
      };
      for (const match of prose.text.matchAll(dayFirst)) check(match, match[1]!, match.slice(2, 5));
      for (const match of prose.text.matchAll(dateFirst)) check(match, match[4]!, match.slice(1, 4));
    }
  },
});
