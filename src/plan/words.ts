/**
 * Small helpers over Vietnamese words: folding for comparison, dates and numbers as the form writes them.
 * No knowledge of plans.
 */
import { foldVietnamese } from "../../grammar/fold.ts";

/** Folded for comparison (case, tone marks and doubled blanks do not count); offsets into the result mean nothing. */
export const fold = foldVietnamese;

export { didYouMean } from "../registry/search.ts";

/** The text with ordinary blanks instead of those that do not break or are narrow, place by place: words pasted from Word
 * or a web page mean the same. */
export const plainBlanks = (text: string): string => text.replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ");

/** First letter large, the rest as it is. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** First letter small, the rest as it is. */
export const uncapitalized = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Two digits for days, and for months 1 and 2 only (Nghị định 30/2020, Phụ lục I, mục II.4). */
export const dayDigits = (day: number): string => String(day).padStart(2, "0");
export const monthDigits = (month: number): string => (month < 3 ? `0${month}` : String(month));

/** A number of a document below 10 has a leading zero (Nghị định 30/2020, Phụ lục I, mục II.3). */
export const numberDigits = (number: number): string => String(number).padStart(2, "0");

/** `2026-01-05` → `05/01/2026` in the way official texts cite: 03/6/2020. "" for anything that is no ISO date. */
export function citedDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return "";
  return `${dayDigits(Number(parts[3]))}/${monthDigits(Number(parts[2]))}/${parts[1]}`;
}

/** Days in a month of the Gregorian calendar; February of an unknown year has 29. */
export function daysInMonth(month: number, year: number | null): number {
  if (month === 2) {
    if (year === null) return 29;
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Text without blanks and closing punctuation at its end: what a cell or title says. */
export function trimEnd(text: string): string {
  let end = text.length;
  // From the end: a pattern would try every run of dots on the way, and blanks to be filled by hand are long runs.
  while (end > 0 && /[\s;:.,]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** True when the text has letters and none of them is small. */
export function isCapitals(text: string): boolean {
  return /\p{L}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();
}
