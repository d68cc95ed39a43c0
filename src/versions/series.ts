/**
 * The numbers that plans of one folder already bear: one series a symbol, issuer and year, in which numbers and dates grow
 * together (Nghị định 30/2020, Điều 15).
 */
import { isoDate, writtenDate, writtenNumber } from "../plan/number-date.ts";
import type { Plan, PlanDocument } from "../plan/plan.ts";
import { fold } from "../plan/words.ts";

/** A document of a folder that has a number. */
export interface NumberedFile {
  readonly path: string;
  /** “12/KH-UBND” */
  readonly written: string;
  /** “05/02/2026”; open parts blank. */
  readonly date: string;
  readonly number: number;
  readonly suffix: string;
  /** ISO; null where day or month is open. */
  readonly day: string | null;
  readonly series: string;
}

/** Symbols that bear the year themselves: `2026/QĐ-UBND`. */
const yearOfSymbol = /^((?:19|20)\d\d)\//;

/** What a file's own number counts in: issuers, symbol, year. Null when it has no number or no year. */
export function numberedFile(plan: Plan, path: string): NumberedFile | null {
  const document = plan.documents[0];
  const number = document?.number ?? null;
  if (document === undefined || number === null || number.number === null) return null;
  const year = Number(yearOfSymbol.exec(number.symbol)?.[1] ?? document.date?.year ?? 0);
  if (year === 0) return null;
  const { date } = document;
  const isWhole = date !== null && date.day !== null && date.month !== null;
  return {
    path,
    written: writtenNumber(number),
    date: date === null ? "" : writtenDate(date),
    number: number.number,
    suffix: number.suffix ?? "",
    day: isWhole ? isoDate(date) : null,
    series: seriesOf(document, number.symbol, year),
  };
}

const seriesOf = (document: PlanDocument, symbol: string, year: number): string =>
  JSON.stringify([
    document.issuers.map(({ full, parent }) => [fold(full), fold(parent ?? "")]),
    symbol.replace(yearOfSymbol, "").toUpperCase(),
    year,
  ]);

/** The file of the series that has the same number already. */
export const sameNumber = (own: NumberedFile, others: readonly NumberedFile[]): NumberedFile | null =>
  others.find(
    ({ series, number, suffix }) => series === own.series && number === own.number && suffix === own.suffix,
  ) ?? null;

/** A file whose number and date stand the other way round: a lower number of a later day, or a higher one of an earlier. The
 * nearest number is named. */
export function outOfOrder(own: NumberedFile, others: readonly NumberedFile[]): NumberedFile | null {
  const distance = (one: NumberedFile): number => Math.abs(one.number - own.number);
  const wrong = others.filter(
    ({ series, number, day }) =>
      series === own.series &&
      day !== null &&
      own.day !== null &&
      ((number < own.number && day > own.day) || (number > own.number && day < own.day)),
  );
  return wrong.sort((a, b) => distance(a) - distance(b) || (a.path < b.path ? -1 : 1))[0] ?? null;
}
