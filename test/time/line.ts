/**
 * One line of `phrases.txt`, computed: `phrase | place | kind | canonical words | meaning`.
 *
 * In a phrase “⏎” is a line end and “␣” a blank that does not break. Several values are joined by “ + ”; “–” is no value.
 */
import { formatIsoDate } from "../../src/time/calendar.ts";
import { type CountRange, occurrences } from "../../src/time/occurrences.ts";
import { findTimes, parseTime } from "../../src/time/parse.ts";
import type { Period, TimeExpr } from "../../src/time/time.ts";
import { words } from "../../src/time/words.ts";

export type Place = "field" | "prose";

export const typed = (phrase: string): string => phrase.replaceAll("⏎", "\n").replaceAll("␣", "\u00A0");

export const timesOf = (text: string, place: Place): readonly TimeExpr[] =>
  place === "field" ? parseTime(text).value : findTimes(text);

const stretch = ({ start, end }: Period): string => `${formatIsoDate(start)}…${formatIsoDate(end)}`;

function times(count: CountRange | null): string {
  if (count === null) return "";
  if (count.max === null) return `≥ ${count.min} lần`;
  return count.min === count.max ? `${count.min} lần` : `${count.min}–${count.max} lần`;
}

/** “4 lần”, “2024-07-01…2024-09-30”, “hạn 2024-03-14”; “–” when the value says nothing countable. */
export function meaning(time: TimeExpr, year: number): string {
  const found = occurrences(time, { start: { year, month: 1, day: 1 }, end: { year, month: 12, day: 31 } });
  const named = time.kind === "within" || time.kind === "between" || time.kind === "continuous";
  const days = found.dates.slice(0, 4).map(formatIsoDate).join(", ") + (found.dates.length > 4 ? " …" : "");
  const facts = named ? found.windows.map(stretch) : [times(found.count), days].filter((fact) => fact !== "");
  return facts.length === 0 ? "–" : facts.join(": ");
}

export function describeLine(phrase: string, place: Place, year: number): string {
  const values = timesOf(typed(phrase), place);
  const codes =
    place === "field"
      ? parseTime(typed(phrase))
          .diagnostics.map(({ code }) => ` ${code}`)
          .join("")
      : "";
  const each = (of: (time: TimeExpr) => string): string => (values.length === 0 ? "–" : values.map(of).join(" + "));
  return [
    phrase,
    place,
    each((time) => (time.kind === "context" ? `context/${time.meaning.role}` : time.kind)),
    each((time) => (time.kind === "text" ? "–" : words(time))),
    `${year}: ${each((time) => meaning(time, year))}${codes}`,
  ].join(" | ");
}
