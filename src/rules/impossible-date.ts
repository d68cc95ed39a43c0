import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { daysInMonth } from "../plan/words.ts";
import type { Span } from "../source/source-file.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

const dates =
  /(?<![\p{L}\d/.,-])(?:(ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*((?:19|20)\d{2}))?|(ngày\s+)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+((?:19|20)\d{2}))?)(?![\p{L}\d/]|[.,-]\d)/giu;

/** A month or quarter that no year has: “tháng 13/2026”, “quý V/2026”. “5 tháng 13 ngày” is a length. */
const parts =
  /(?<![\p{L}\d/]|\d )(?:tháng (1[3-9]|[2-9]\d|00?)(?=\s?\/\s?(?:19|20)\d\d| năm (?:19|20)\d\d)|quý (?:VI{0,3}|IX|X|[05-9](?=\s?\/\s?(?:19|20)\d\d| năm (?:19|20)\d\d))(?![\p{L}\d]))/giu;

/** VB303. A date in the text is one that the calendar has. */
export default defineRule({
  code: "VB303",
  name: "impossible-date",
  severity: "warning",
  message: text`Không có “${"date"}” trong lịch.`,
  why: "Ngày không có thật thường là gõ nhầm một chữ số; văn bản viện dẫn hoặc hạn việc theo ngày đó sẽ sai.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Tổng kết trước ngày 31/11/2026.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Tổng kết trước ngày 30/11/2026.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, report }) {
    // A time field speaks for itself (TG002).
    const fields = document.times.filter(({ place }) => place === "field").map(({ span }) => span);
    const isInField = (span: Span): boolean =>
      fields.some((field) => field.start <= span.start && span.end <= field.end);
    for (const prose of proseOf(document)) {
      if (!/\d|quý/iu.test(prose.text)) continue;
      for (const match of prose.text.matchAll(parts)) {
        // “ngày 31 tháng 13 năm 2026” is found below, as a whole.
        if (/ngày \d{1,2} $/iu.test(prose.text.slice(0, match.index))) continue;
        const span = sourceSpan(prose, match.index, match.index + match[0].length);
        if (!isInField(span)) report(span, { date: match[0] });
      }
      for (const match of prose.text.matchAll(dates)) {
        const hasYear = (match[4] ?? match[8]) !== undefined;
        // “24/7”, “20/63 tỉnh”: two numbers alone are a date only after “ngày”.
        if (!hasYear && !(match[1] ?? match[5])) continue;
        const day = Number(match[2] ?? match[6]);
        const month = Number(match[3] ?? match[7]);
        const year = hasYear ? Number(match[4] ?? match[8]) : null;
        const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year);
        if (isReal) continue;
        const start = match.index + (match[1] ?? match[5] ?? "").length;
        const span = sourceSpan(prose, start, match.index + match[0].length);
        if (isInField(span)) continue;
        report(span, {
          date: ((match[1] ?? match[5]) ? "ngày " : "") + prose.text.slice(start, match.index + match[0].length),
        });
      }
    }
  },
});
