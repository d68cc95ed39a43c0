/**
 * Times and cadences as typed values that keep their words. No knowledge of plans, files or forms.
 *
 * Every value has `words` (exactly what was typed) and `at`, its half-open range in the text that was parsed. A phrase
 * that the grammar does not know is `{ kind: "text" }`, with a notice; nothing is ever lost.
 */

export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** A calendar date; month 1–12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A span of days, both ends included. */
export interface Period {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

export type Bound = "exact" | "at-least" | "at-most";
export type Unit = "hour" | "working-hour" | "day" | "working-day" | "week" | "month" | "quarter" | "half-year" | "year";

/** “từ 12 đến 15 phút”. */
export interface Duration {
  readonly min: number;
  readonly max: number;
  readonly unit: "minute" | Unit;
}

interface Common {
  /** As typed. */
  readonly words: string;
  readonly at: TimeRange;
}

/** Placeholder union; see the kinds below. */
export type TimeExpr = Common & { readonly kind: "text" };
