/** Dates as they are written in the words of a document, with the place of each part, for rules about their form. */
import type { PlanDocument, Prose } from "../plan/plan.ts";
import { daysInMonth } from "../plan/words.ts";
import { proseOf } from "./walk.ts";

export interface DatePart {
  readonly value: number;
  /** As typed: “5” or “05”. */
  readonly typed: string;
  /** Where it starts in the prose. */
  readonly at: number;
}

export interface WrittenDate {
  readonly prose: Prose;
  readonly start: number;
  readonly end: number;
  readonly day: DatePart;
  readonly month: DatePart;
  readonly year: number;
  /** “ngày 5 tháng 2 năm 2026”, not “5/2/2026”. */
  readonly isLong: boolean;
}

const short = /(?<![\p{L}\d/.,:-])(\d{1,2})(\s?\/\s?)(\d{1,2})\s?\/\s?((?:19|20)\d\d)(?![\p{L}\d/]|[.,-]\d)/gu;
const long = /(?<![\p{L}\d])ngày (\d{1,2})( tháng )(\d{1,2}) năm ((?:19|20)\d\d)(?!\d)/giu;

const found = new WeakMap<PlanDocument, readonly WrittenDate[]>();

/** The real dates with day, month and year in all words of a document; read once for each document. */
export function writtenDates(document: PlanDocument): readonly WrittenDate[] {
  let dates = found.get(document);
  if (dates === undefined) {
    dates = proseOf(document).flatMap((prose) => datesIn(prose));
    found.set(document, dates);
  }
  return dates;
}

/** The dates of one prose, in order. */
export function datesIn(prose: Prose): WrittenDate[] {
  const { text } = prose;
  if (!/(?:19|20)\d\d/.test(text)) return [];
  const dates: WrittenDate[] = [];
  for (const [pattern, isLong] of [[short, false] as const, [long, true] as const]) {
    for (const match of text.matchAll(pattern)) {
      const [, day, between, month, year] = match as unknown as readonly [string, string, string, string, string];
      const dayAt = match.index + (isLong ? "ngày ".length : 0);
      const date: WrittenDate = {
        prose,
        start: match.index,
        end: match.index + match[0].length,
        day: { value: Number(day), typed: day, at: dayAt },
        month: { value: Number(month), typed: month, at: dayAt + day.length + between.length },
        year: Number(year),
        isLong,
      };
      if (isReal(date)) dates.push(date);
    }
  }
  return dates.sort((a, b) => a.start - b.start);
}

const isReal = ({ day, month, year }: WrittenDate): boolean =>
  month.value >= 1 && month.value <= 12 && day.value >= 1 && day.value <= daysInMonth(month.value, year);
