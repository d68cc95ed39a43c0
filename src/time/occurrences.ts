/**
 * What a time means over a period: how often, in which stretches, on which days. Also the arithmetic of totals.
 *
 * How documents count (a plan for a year has 52 weeks, 12 months, 4 quarters, 1 year):
 *  - a week is seven days from the first day of the period; a rest of less than a week does not count;
 *  - a month, quarter, half-year or year is counted whole by anniversaries of the first day; a rest adds one that may or
 *    may not be wanted, so that `min` is without it and `max` with it, up to the calendar units touched;
 *  - “N tháng một lần” is once in each whole run of N, and the rest again only adds to `max`.
 *
 * Pure functions of integers; total over all kinds.
 */
import { unreachable } from "../unreachable.ts";
import {
  addDays,
  addMonths,
  compareDates,
  contains,
  date,
  daysInMonth,
  intersection,
  lastOfMonth,
  lengthInDays,
  monthsIn,
  monthsOf,
  periodOfSpan,
  weekdayOf,
  yearPeriod,
} from "./calendar.ts";
import type {
  Amount,
  Between,
  CalendarDate,
  CalendarSpan,
  Context,
  Deadline,
  Period,
  RecurringDay,
  ReportPoint,
  TimeExpr,
  TimeValue,
  UnitStep,
} from "./time.ts";

/** From `min` to `max` times; `max: null` has no upper end. */
export interface CountRange {
  readonly min: number;
  readonly max: number | null;
}

export interface Occurrences {
  /** How many times in the period; null when the value does not say (continuous, on an event, unknown words). */
  readonly count: CountRange | null;
  /** Stretches in which it is done, in order. A cadence has one for each of its units, cut to the period. */
  readonly windows: readonly Period[];
  /** Days that it falls due: last good days of deadlines, days of reporting points, fixed days. In order, each once. */
  readonly dates: readonly CalendarDate[];
}

const nothing: Occurrences = { count: null, windows: [], dates: [] };

/** The meaning of a value over `period`; a year left out is each year of the period that it falls in. */
export function occurrences(time: TimeExpr | TimeValue, period: Period): Occurrences {
  switch (time.kind) {
    case "continuous":
      return { count: null, windows: time.within === null ? [period] : spansIn(time.within, period), dates: [] };
    case "within": {
      const windows = spansIn(time.span, period);
      return {
        count: once(windows.length),
        windows,
        dates: time.span.unit === "day" ? windows.map((w) => w.start) : [],
      };
    }
    case "per-unit":
      return { count: countOver(time, time.every, period), windows: windowsOf(time.every, period), dates: [] };
    case "every-n-units":
      return {
        count: bounded({ count: 1, upTo: null, bound: time.bound, noun: null }, unitsIn(time.every, period)),
        windows: windowsOf(time.every, period),
        dates: [],
      };
    case "every-unit": {
      const every = { n: 1, unit: time.unit };
      return { count: unitsIn(every, period), windows: windowsOf(every, period), dates: [] };
    }
    case "total": {
      const over = time.per === null ? bounded(time, { min: 1, max: 1 }) : countOver(time, time.per, period);
      return { count: over, windows: windowsOf(time.breakdown.every, period), dates: [] };
    }
    case "calendar-list":
      return reports(time.points, time.year, period);
    case "periodic":
      return { count: null, windows: [period], dates: [] };
    case "deadline": {
      const dates = allLastDays(time, period);
      return { count: once(dates.length), windows: dates.map((end) => upTo(end, period)), dates };
    }
    case "day-of-month": {
      const days = time.also === null ? [time.on] : [time.on, { ...time.on, day: time.also }];
      const dates = inOrder(days.flatMap((day) => recurringDates(day, period)));
      return { count: { min: dates.length, max: dates.length }, windows: [], dates };
    }
    case "day-of-week": {
      const dates = inOrder(
        time.weekdays.flatMap((day) => recurringDates({ unit: "recurring-day", day, of: "week" }, period)),
      );
      return { count: { min: dates.length, max: dates.length }, windows: [], dates };
    }
    case "between":
      return { count: { min: 1, max: 1 }, windows: [betweenPeriod(time, period)], dates: [] };
    case "after-event":
    case "on-event":
      return nothing;
    case "limit": {
      if (time.amount === null) return nothing;
      const count =
        time.each === null ? bounded(time.amount, { min: 1, max: 1 }) : countOver(time.amount, time.each, period);
      return { count, windows: [period], dates: [] };
    }
    case "context":
    case "text":
      return nothing;
    default:
      return unreachable(time);
  }
}

const once = (times: number): CountRange => ({ min: times, max: times });

// ── Counting ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How many `every` the period holds (see the head of this file); {0, 0} for units that a calendar does not count. */
export function unitsIn({ n, unit }: UnitStep, period: Period): { readonly min: number; readonly max: number } {
  const days = lengthInDays(period);
  if (days === 0 || n < 1) return { min: 0, max: 0 };
  if (unit === "day") return atLeastPart(Math.floor(days / n), 1);
  if (unit === "week") return atLeastPart(Math.floor(days / 7 / n), 1);
  const months = monthsIn(unit);
  if (months === null) return { min: 0, max: 0 };
  const whole = Math.floor(wholeMonths(period) / (months * n));
  const isExact = compareDates(addMonths(period.start, whole * months * n), addDays(period.end, 1)) === 0;
  return isExact ? { min: whole, max: whole } : { min: whole, max: Math.max(whole + 1, touched(period, months, n)) };
}

const atLeastPart = (whole: number, part: number): { min: number; max: number } => ({
  min: whole,
  max: Math.max(whole, part),
});

/** Whole months from the first day of the period to the day after its last. */
function wholeMonths({ start, end }: Period): number {
  const after = addDays(end, 1);
  let months = (after.year - start.year) * 12 + after.month - start.month;
  if (compareDates(addMonths(start, months), after) > 0) months -= 1;
  return months;
}

/** Runs of N calendar units, of `months` months each, that have a day in the period. */
function touched({ start, end }: Period, months: number, n: number): number {
  const index = ({ year, month }: CalendarDate): number => Math.floor((year * 12 + month - 1) / months);
  return Math.ceil((index(end) - index(start) + 1) / n);
}

function bounded(
  { count, upTo: most, bound }: Amount,
  units: { readonly min: number; readonly max: number },
): CountRange {
  const min = count * units.min;
  const max = (most ?? count) * units.max;
  if (bound === "at-least") return { min, max: null };
  return bound === "at-most" ? { min: 0, max } : { min, max };
}

const countOver = (amount: Amount, every: UnitStep, period: Period): CountRange =>
  bounded(amount, unitsIn(every, period));

// ── Totals ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface TotalCheck {
  readonly agrees: boolean;
  /** What the breakdown makes over the period. */
  readonly expected: CountRange;
  /** The total as written. */
  readonly found: number;
}

/**
 * “48 số (04 số/tháng)”: agrees over 12 months, not over 10. null for values that are no total, and for units that are not
 * counted on the calendar. A total for a unit of its own (“48 số/năm (…)”) is compared within that unit.
 */
export function checkTotal(time: TimeExpr | TimeValue, period: Period): TotalCheck | null {
  if (time.kind !== "total") return null;
  const { breakdown } = time;
  // “02 tin/tháng (20 tin/năm)” is told the other way round: the longer unit holds the total.
  if (time.per !== null && isLonger(breakdown.every, time.per)) {
    const { every, ...amount } = breakdown;
    const { count, upTo, bound, noun } = time;
    const inner = { count, upTo, bound, noun, every: time.per };
    return checkTotal({ ...time, ...amount, per: every, breakdown: inner }, period);
  }
  const over = time.per === null ? period : wholeUnits(time.per, period.start.year);
  if (over === null) return null;
  const units = unitsIn(breakdown.every, over);
  if (units.max === 0) return null;
  const expected = bounded(breakdown, units);
  const most = time.bound === "at-least" ? Number.POSITIVE_INFINITY : (time.upTo ?? time.count);
  const least = time.bound === "at-most" ? 0 : time.count;
  const agrees = least <= (expected.max ?? Number.POSITIVE_INFINITY) && expected.min <= most;
  return { agrees, expected, found: time.count };
}

const daysOfUnit = ({ n, unit }: UnitStep): number =>
  n * (unit === "week" ? 7 : unit === "day" ? 1 : (monthsIn(unit) ?? 0) * 30);
const isLonger = (a: UnitStep, b: UnitStep): boolean => daysOfUnit(b) > 0 && daysOfUnit(a) > daysOfUnit(b);

/** N whole units from the first of January; null for units without months or weeks. */
function wholeUnits({ n, unit }: UnitStep, year: number): Period | null {
  const start = date(year, 1, 1);
  if (unit === "week") return { start, end: addDays(start, 7 * n - 1) };
  if (unit === "day") return { start, end: addDays(start, n - 1) };
  const months = monthsIn(unit);
  return months === null ? null : { start, end: addDays(addMonths(start, months * n), -1) };
}

// ── Stretches ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The stretches of a cadence: runs of N units cut to the period. At most one a day. */
export function windowsOf({ n, unit }: UnitStep, period: Period): Period[] {
  const windows: Period[] = [];
  const months = monthsIn(unit);
  const step = unit === "week" ? 7 * n : unit === "day" ? n : 0;
  if (lengthInDays(period) === 0 || n < 1) return windows;
  if (months !== null) {
    const first = Math.floor((period.start.month - 1) / months) * months;
    for (let from = date(period.start.year, first + 1, 1); compareDates(from, period.end) <= 0; ) {
      const next = addMonths(from, months * n);
      const window = intersection({ start: from, end: addDays(next, -1) }, period);
      if (window !== null) windows.push(window);
      from = next;
    }
  } else if (step > 0) {
    for (let from = period.start; compareDates(from, period.end) <= 0; from = addDays(from, step)) {
      const end = addDays(from, step - 1);
      if (compareDates(end, period.end) > 0 && windows.length > 0) break;
      windows.push({ start: from, end: compareDates(end, period.end) > 0 ? period.end : end });
    }
  }
  return windows;
}

const yearsOf = (period: Period): number[] => {
  const years: number[] = [];
  for (let year = period.start.year; year <= period.end.year; year += 1) years.push(year);
  return years;
};

/** A written year stands as it is; a year left out is each year of the period that the span meets, at least the first. */
function spansIn(span: CalendarSpan, period: Period): Period[] {
  if (span.year !== null) return [periodOfSpan(span, span.year)];
  if (span.unit === "year" && span.part === null) return [period];
  const all = yearsOf(period).map((year) => periodOfSpan(span, year));
  const met = all.filter((each) => intersection(each, period) !== null);
  return met.length > 0 ? met : all.slice(0, 1);
}

function upTo(end: CalendarDate, period: Period): Period {
  return { start: compareDates(period.start, end) <= 0 ? period.start : end, end };
}

function betweenPeriod({ start, end }: Pick<Between, "start" | "end">, period: Period): Period {
  const lastYear = end === null ? period.end.year : (end.year ?? start.year ?? yearMet(end, period));
  const last = end === null ? period.end : periodOfSpan(end, lastYear).end;
  const firstYear = start.year ?? (end === null ? yearMet(start, period) : lastYear);
  const first = periodOfSpan(start, firstYear).start;
  // “từ ngày 15/11 đến ngày 15/01/2027”: a start without a year that would fall after the end is in the year before.
  if (compareDates(first, last) <= 0) return { start: first, end: last };
  if (start.year === null) return { start: periodOfSpan(start, firstYear - 1).start, end: last };
  if (end !== null && end.year === null) return { start: first, end: periodOfSpan(end, lastYear + 1).end };
  return end === null ? { start: first, end: first } : { start: last, end: first };
}

/** The first year of the period in which the span meets it. */
const yearMet = (span: CalendarSpan, period: Period): number => spansIn(span, period)[0]!.start.year;

// ── Days ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function inOrder(days: readonly CalendarDate[]): CalendarDate[] {
  const sorted = [...days].sort(compareDates);
  return sorted.filter((day, index) => index === 0 || compareDates(day, sorted[index - 1]!) !== 0);
}

/** Each such day in the period. A day that a month does not have is its last. */
function recurringDates({ day, of }: RecurringDay, period: Period): CalendarDate[] {
  const days: CalendarDate[] = [];
  if (of === "week") {
    const weekday = day === "last" ? 7 : day;
    const first = addDays(period.start, (weekday - weekdayOf(period.start) + 7) % 7);
    for (let each = first; compareDates(each, period.end) <= 0; each = addDays(each, 7)) days.push(each);
    return days;
  }
  const months = monthsIn(of) ?? 1;
  for (let each = date(period.start.year, period.start.month, 1); compareDates(each, period.end) <= 0; ) {
    if (each.month % months === 0) {
      const last = daysInMonth(each.year, each.month);
      const found = date(each.year, each.month, day === "last" ? last : Math.min(day, last));
      if (contains(period, found)) days.push(found);
    }
    each = addMonths(each, 1);
  }
  return days;
}

function allLastDays(deadline: Pick<Deadline, "due" | "also" | "edge" | "clock">, period: Period): CalendarDate[] {
  return inOrder([deadline.due, ...deadline.also].flatMap((due) => lastDays({ ...deadline, due }, period)));
}

/** Last good days of a deadline. Strictly before the first day of what is named, unless an hour of that day is named. */
function lastDays(deadline: Pick<Deadline, "due" | "edge" | "clock">, period: Period): CalendarDate[] {
  const { due, edge, clock } = deadline;
  const isDayBefore = edge === "before" && clock === null;
  if (due.unit === "recurring-day") {
    return recurringDates(due, period).map((day) => (isDayBefore ? addDays(day, -1) : day));
  }
  return spansIn(due, period).map(({ start, end }) =>
    edge === "before" ? (isDayBefore ? addDays(start, -1) : start) : end,
  );
}

function reports(points: readonly ReportPoint[], year: number | null, period: Period): Occurrences {
  const years = year === null ? yearsOf(period) : [year];
  const within = year === null ? period : yearPeriod(year);
  const all = points.flatMap((point) => years.flatMap((each) => pointDates(point, each)));
  const inside = all.filter((day) => contains(within, day));
  const kept = inside.length > 0 ? inside : all;
  const windows = points.flatMap((point) => years.flatMap((each) => pointWindows(point, each)));
  return {
    count: once(kept.length),
    windows: windows.filter((w) => intersection(w, within) !== null),
    dates: inOrder(kept),
  };
}

/** “Quý II, quý IV”: the quarters themselves; reports at six months or each quarter have days only. */
function pointWindows(point: ReportPoint, year: number): Period[] {
  if (point.kind === "quarter") return [monthsOf(year, point.quarter * 3 - 2, point.quarter * 3)];
  return point.kind === "month" ? [monthsOf(year, point.month, point.month)] : [];
}

function pointDates(point: ReportPoint, year: number): CalendarDate[] {
  switch (point.kind) {
    case "quarter":
      return [monthsOf(year, point.quarter * 3, point.quarter * 3).end];
    case "month":
      return [lastOfMonth(year, point.month)];
    case "months":
      return [lastOfMonth(year, point.months)];
    case "year":
      return [date(year, 12, 31)];
    case "every":
      return windowsOf({ n: 1, unit: point.unit }, yearPeriod(year)).map((window) => window.end);
    default:
      return unreachable(point);
  }
}

// ── Years left out ──────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The value with the years it leaves out filled in. A period of several years fills only what falls in just one of them;
 * the rest stays null.
 */
export function resolveYear<T extends TimeExpr | TimeValue>(time: T, plan: number | Period): T {
  const period = typeof plan === "number" ? yearPeriod(plan) : plan;
  const fill = (span: CalendarSpan): CalendarSpan => {
    if (span.year !== null) return span;
    const found = yearsOf(period).filter((year) => intersection(periodOfSpan(span, year), period) !== null);
    return found.length === 1 ? { ...span, year: found[0]! } : span;
  };
  const value: TimeExpr | TimeValue = time;
  switch (value.kind) {
    case "within":
      return { ...time, span: fill(value.span) };
    case "continuous":
      return value.within === null ? time : { ...time, within: fill(value.within) };
    case "deadline":
      return value.due.unit === "recurring-day" ? time : { ...time, due: fill(value.due), also: value.also.map(fill) };
    case "between": {
      const whole = betweenPeriod(value, period);
      const start = value.start.year === null ? { ...value.start, year: whole.start.year } : value.start;
      const end = value.end === null || value.end.year !== null ? value.end : { ...value.end, year: whole.end.year };
      return { ...time, start, end };
    }
    case "calendar-list": {
      const years = yearsOf(period);
      return value.year === null && years.length === 1 ? { ...time, year: years[0]! } : time;
    }
    case "per-unit":
    case "every-n-units":
    case "every-unit":
    case "total":
    case "periodic":
    case "day-of-month":
    case "day-of-week":
    case "after-event":
    case "on-event":
    case "limit":
    case "context":
    case "text":
      return time;
    default:
      return unreachable(value);
  }
}

/**
 * The stretch that a value names by itself, with `defaultYear` for a year left out: within, between, continuous with a
 * year, context with years; for a deadline, from 1 January of its year to its last good day. null for everything else,
 * and when a year is needed and there is none.
 */
export function periodOf(time: TimeExpr | TimeValue, defaultYear: number | null): Period | null {
  const spanPeriod = (span: CalendarSpan): Period | null => {
    const year = span.year ?? defaultYear;
    return year === null ? null : periodOfSpan(span, year);
  };
  switch (time.kind) {
    case "within":
      return spanPeriod(time.span);
    case "continuous":
      return time.within === null ? null : spanPeriod(time.within);
    case "between": {
      const year = time.end?.year ?? time.start.year ?? defaultYear;
      return year === null ? null : betweenPeriod(time, yearPeriod(year));
    }
    case "deadline": {
      const end = lastDay(time, defaultYear);
      return end === null ? null : { start: date(end.year, 1, 1), end };
    }
    case "context":
      return contextPeriod(time);
    case "per-unit":
    case "every-n-units":
    case "every-unit":
    case "total":
    case "calendar-list":
    case "periodic":
    case "day-of-month":
    case "day-of-week":
    case "after-event":
    case "on-event":
    case "limit":
    case "text":
      return null;
    default:
      return unreachable(time);
  }
}

/** Last good day of a deadline that falls once; null for one that comes back, or when a year is missing. */
export function lastDay(
  deadline: Pick<Deadline, "due" | "edge" | "clock">,
  defaultYear: number | null,
): CalendarDate | null {
  if (deadline.due.unit === "recurring-day") return null;
  const year = deadline.due.year ?? defaultYear;
  return year === null ? null : lastDays(deadline, yearPeriod(year))[0]!;
}

function contextPeriod({ meaning }: Pick<Context, "meaning">): Period | null {
  switch (meaning.role) {
    case "year":
      return yearPeriod(meaning.year);
    case "period":
      return yearPeriod(meaning.from, meaning.to);
    case "school-year":
      return { start: date(meaning.from, 9, 1), end: date(meaning.to, 5, 31) };
    case "date":
      if (meaning.year === null) return null;
      if (meaning.month === null) return yearPeriod(meaning.year);
      if (meaning.day === null) return monthsOf(meaning.year, meaning.month, meaning.month);
      return periodOfSpan({ unit: "day", day: meaning.day, month: meaning.month, year: meaning.year }, meaning.year);
    default:
      return null;
  }
}
