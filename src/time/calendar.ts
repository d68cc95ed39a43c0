/**
 * The Gregorian calendar on whole numbers: year, month 1–12, day. No Date object, so no time zone and no clock.
 *
 * Day numbers count from 1970-01-01 = 0 (algorithm: days from civil, H. Hinnant). Years 1–9999.
 */
import type { CalendarDate, CalendarSpan, Period, Unit } from "./time.ts";

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the day exists; without a year, 29 February does. */
export function isRealDate(year: number | null, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

export const date = (year: number, month: number, day: number): CalendarDate => ({ year, month, day });

/** Days since 1970-01-01; Monday 5 January 1970 is 4. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of `dayNumber`. */
export function dateOfDayNumber(days: number): CalendarDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export const addDays = (from: CalendarDate, days: number): CalendarDate => dateOfDayNumber(dayNumber(from) + days);

/** The same day `months` later, or the last day of that month when it is shorter. */
export function addMonths({ year, month, day }: CalendarDate, months: number): CalendarDate {
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return { year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) };
}

/** Negative, zero or positive, as a comes before, is or comes after b. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number =>
  a.year - b.year || a.month - b.month || a.day - b.day;

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: CalendarDate): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

export const lastOfMonth = (year: number, month: number): CalendarDate => ({
  year,
  month,
  day: daysInMonth(year, month),
});

/** Months `from` to `to` of a year, whole. */
export const monthsOf = (year: number, from: number, to: number): Period => ({
  start: date(year, from, 1),
  end: lastOfMonth(year, to),
});

export const yearPeriod = (from: number, to: number = from): Period => ({
  start: date(from, 1, 1),
  end: date(to, 12, 31),
});

/** Days in a period, both ends counted; 0 when it ends before it starts. */
export const lengthInDays = ({ start, end }: Period): number => Math.max(0, dayNumber(end) - dayNumber(start) + 1);

/** The days two periods share, or null. */
export function intersection(a: Period, b: Period): Period | null {
  const start = compareDates(a.start, b.start) >= 0 ? a.start : b.start;
  const end = compareDates(a.end, b.end) <= 0 ? a.end : b.end;
  return compareDates(start, end) <= 0 ? { start, end } : null;
}

export const contains = (period: Period, day: CalendarDate): boolean =>
  compareDates(period.start, day) <= 0 && compareDates(day, period.end) <= 0;

/** The whole stretch of a calendar span in a year. “đầu”, “cuối” narrow no days. */
export function periodOfSpan(span: CalendarSpan, inheritedYear: number): Period {
  const year = span.year ?? inheritedYear;
  switch (span.unit) {
    case "day": {
      const day = date(year, span.month, Math.min(span.day, daysInMonth(year, span.month)));
      return { start: day, end: day };
    }
    case "month":
      return monthsOf(year, span.month, span.month);
    case "quarter":
      return monthsOf(year, span.quarter * 3 - 2, span.quarter * 3);
    case "months":
      return monthsOf(year, span.from, span.to);
    case "year":
      return yearPeriod(year);
  }
}

/** Months in a unit that is made of whole months, else null. */
export function monthsIn(unit: Unit): number | null {
  switch (unit) {
    case "month":
      return 1;
    case "quarter":
      return 3;
    case "half-year":
      return 6;
    case "year":
      return 12;
    default:
      return null;
  }
}

const pad = (value: number): string => String(value).padStart(2, "0");

/** Two digits for 1 and 2, as official documents write months (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4). */
export const formatMonth = (month: number): string => (month <= 2 ? pad(month) : String(month));

/** “05/02/2026”, “15/3/2026”: the day in two digits, months 1 and 2 too. */
export const formatDate = ({ year, month, day }: CalendarDate): string => `${pad(day)}/${formatMonth(month)}/${year}`;

/** “ngày 05 tháng 02 năm 2026”. */
export const formatLongDate = ({ year, month, day }: CalendarDate): string =>
  `ngày ${pad(day)} tháng ${formatMonth(month)} năm ${year}`;

/** ISO 8601: “2026-02-05”. */
export const formatIsoDate = ({ year, month, day }: CalendarDate): string =>
  `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
