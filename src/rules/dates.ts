/** The day a document is judged by, when its own date may still be open. */
import type { PlanDocument } from "../plan/plan.ts";
import { daysInMonth } from "../plan/words.ts";

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** The first and the last day the document may be of (ISO); null when not even its year is known. What holds on both
 * holds whatever the open parts become. */
export function daysOf(document: PlanDocument): { readonly first: string; readonly last: string } | null {
  const { year, month, day } = document.date ?? { year: null, month: null, day: null };
  if (year === null) return null;
  if (month === null) return { first: iso(year, 1, 1), last: iso(year, 12, 31) };
  if (day === null) return { first: iso(year, month, 1), last: iso(year, month, daysInMonth(month, year)) };
  return { first: iso(year, month, day), last: iso(year, month, day) };
}

/** The day `days` after an ISO day, by the calendar. */
export function daysAfter(day: string, days: number): string {
  let [year, month, date] = day.split("-").map(Number) as [number, number, number];
  date += days;
  for (;;) {
    if (date < 1) {
      month -= 1;
      if (month < 1) {
        month = 12;
        year -= 1;
      }
      date += daysInMonth(month, year);
    } else if (date > daysInMonth(month, year)) {
      date -= daysInMonth(month, year);
      month += 1;
      if (month > 12) {
        month = 1;
        year += 1;
      }
    } else return iso(year, month, date);
  }
}
