/** Nodes of the time grammar → dates, stretches, hours, days that come back, reporting points and ranges. */
import { bare, type CstNode } from "../../grammar/time-grammar.ts";
import { isRealDate } from "./calendar.ts";
import { figure, has, image, must, NoSuchTime, noTime, numberInWords, numberOf, part, plain, tokens } from "./cst.ts";
import { cadenceUnit } from "./cst-amounts.ts";
import type { CalendarSpan, ClockTime, Part, RecurringDay, ReportPoint, Unit } from "./time.ts";

const months = ["", "I", "II", "III", "IV"];

export const wholeYear = (year: number | null, narrowed: Part | null = null): CalendarSpan => ({
  unit: "year",
  year,
  part: narrowed,
});

export function realMonth(month: number): number {
  if (month < 1 || month > 12) throw new NoSuchTime(`không có tháng ${month}`);
  return month;
}

function realDate(year: number | null, month: number, day: number): CalendarSpan {
  realMonth(month);
  if (!isRealDate(year, month, day)) {
    throw new NoSuchTime(`tháng ${month}${year === null ? "" : `/${year}`} không có ngày ${day}`);
  }
  return { unit: "day", day, month, year };
}

function quarterNumber(typed: string): number {
  const roman = months.indexOf(typed.toUpperCase());
  const quarter = roman > 0 ? roman : figure(typed);
  if (!(quarter >= 1 && quarter <= 4)) throw new NoSuchTime(`không có quý ${typed}`);
  return quarter;
}

export const figuresOf = (typed: string): number[] => (typed.match(/\d+/g) ?? []).map(Number);

export function monthOfFigures(typed: string): CalendarSpan {
  const [month, year] = figuresOf(typed);
  return { unit: "month", month: realMonth(must(month)), year: must(year), part: null };
}

function partOf(node: CstNode): Part | null {
  const typed = tokens(node, "PartWord")[0]?.tokenType.name;
  return typed === "Early" ? "early" : typed === "Middle" ? "middle" : typed === "Late" ? "late" : null;
}

/** The year of “/2024”, “năm 2024”; null when none is typed. */
export function yearOfTail(node: CstNode | null): number | null {
  const tail = node?.name === "yearTail" ? part(node, "yearPart") : node;
  const typed = tail === null ? null : image(part(tail, "spanYear") ?? tail, "Year");
  return typed === null ? null : figure(typed);
}

function monthNumberOf(node: CstNode): { readonly month: number; readonly year: number | null } {
  const pair = image(node, "MonthYear");
  if (pair !== null) {
    const [month, year] = figuresOf(pair);
    return { month: realMonth(must(month)), year: must(year) };
  }
  const typed = image(node, "Integer");
  const word = tokens(node, "NumberWord").map((token) => token.image);
  return { month: realMonth(typed === null ? must(numberInWords(word)) : figure(typed)), year: null };
}

function pointNumberOf(node: CstNode): { readonly number: string; readonly year: number | null } {
  const pair = image(node, "MonthYear");
  if (pair !== null) {
    const [number, year] = figuresOf(pair);
    return { number: String(must(number)), year: must(year) };
  }
  return { number: must(image(node, "Roman") ?? image(node, "Integer")), year: null };
}

export function dateOf(node: CstNode): CalendarSpan {
  const whole = image(node, "FullDate");
  if (whole !== null) {
    const [day, month, year] = figuresOf(whole);
    return realDate(must(year), must(month), must(day));
  }
  const tail = yearOfTail(part(node, "yearTail"));
  const pair = image(node, "DayMonth");
  if (pair !== null) {
    const [day, month] = figuresOf(pair);
    return realDate(tail, must(month), must(day));
  }
  const { month, year } = monthNumberOf(must(part(node, "monthNumber")));
  return realDate(year ?? tail, month, figure(must(image(node, "Integer"))));
}

export function spanOf(node: CstNode): CalendarSpan {
  const narrowed = partOf(node);
  const count = part(node, "number");
  const year = yearOfTail(part(node, "yearTail")) ?? yearOfTail(part(node, "spanYear"));
  if (count !== null) {
    const length = must(numberOf(count));
    if (length > 11 || narrowed === "middle" || narrowed === null) return noTime();
    return narrowed === "early"
      ? { unit: "months", from: 1, to: length, year }
      : { unit: "months", from: 13 - length, to: 12, year };
  }
  const quarter = part(node, "pointNumber");
  if (quarter !== null) {
    const typed = pointNumberOf(quarter);
    return { unit: "quarter", quarter: quarterNumber(typed.number), year: typed.year ?? year, part: narrowed };
  }
  const month = part(node, "monthNumber");
  if (month !== null) {
    const typed = monthNumberOf(month);
    return { unit: "month", month: typed.month, year: typed.year ?? year, part: narrowed };
  }
  return wholeYear(year, narrowed);
}

export function duringOf(node: CstNode): CalendarSpan {
  const day = part(node, "date");
  return day === null ? spanOf(must(part(node, "span"))) : dateOf(day);
}

export function dueOf(node: CstNode): CalendarSpan | RecurringDay {
  const day = part(node, "date");
  if (day !== null) return dateOf(day);
  const recurring = part(node, "recurringDay");
  if (recurring !== null) return recurringDayOf(recurring);
  const weekday = part(node, "recurringWeekday");
  if (weekday !== null) {
    return { unit: "recurring-day", day: weekdayNumber(must(part(weekday, "weekday"))), of: "week" };
  }
  const span = part(node, "span");
  if (span !== null) return spanOf(span);
  const monthYear = image(node, "MonthYear");
  return monthYear === null ? wholeYear(figure(must(image(node, "Year")))) : monthOfFigures(monthYear);
}

function recurringDayOf(node: CstNode): RecurringDay {
  const recurrence = part(node, "recurrence");
  if (recurrence !== null) {
    const day = recurringDayNumber(must(part(node, "dayNumber")));
    return { unit: "recurring-day", day, of: recurrenceOf(recurrence) };
  }
  return { unit: "recurring-day", day: "last", of: has(node, "UnitQuarter") ? "quarter" : "month" };
}

export function recurringDayNumber(node: CstNode): number | "last" {
  const typed = image(node, "Integer");
  if (typed === null) return "last";
  const day = figure(typed);
  if (day < 1 || day > 31) throw new NoSuchTime(`không có ngày ${day}`);
  return day;
}

export function recurrenceOf(node: CstNode): RecurringDay["of"] {
  if (has(node, "CadenceUnit")) {
    const unit = cadenceUnit(node);
    if (unit === "month" || unit === "quarter" || unit === "half-year" || unit === "year") return unit;
    return noTime();
  }
  return has(node, "UnitQuarter") ? "quarter" : "month";
}

const weekdayNames: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  nhat: 7,
};

/** 1 = Monday … 7 = Sunday; “thứ 2” is Monday. */
export function weekdayNumber(node: CstNode): number {
  const typed = image(node, "Integer");
  if (typed !== null) {
    const number = figure(typed);
    if (number < 2 || number > 7) throw new NoSuchTime(`không có thứ ${number}`);
    return number - 1;
  }
  return must(
    weekdayNames[
      bare(plain(must(image(node, "Weekday"))))
        .split(" ")
        .at(-1)!
    ],
  );
}

export function clockOf(node: CstNode): ClockTime {
  const whole = image(node, "ClockFigure");
  const [hour, minute] =
    whole === null ? tokens(node, "Integer").map((token) => figure(token.image)) : figuresOf(whole);
  const time = { hour: must(hour), minute: minute ?? 0 };
  if (time.hour > 24 || time.minute > 59 || (time.hour === 24 && time.minute > 0)) {
    throw new NoSuchTime(`không có ${time.hour} giờ ${time.minute}`);
  }
  return time;
}

type Series = "quarter" | "month" | null;

export function pointOf(
  node: CstNode,
  series: Series,
): { readonly point: ReportPoint; readonly year: number | null; readonly series: Series } | null {
  const number = part(node, "number");
  const typed = part(node, "pointNumber");
  if (has(node, "EachWord")) {
    return { point: { kind: "every", unit: cadenceUnit(node) }, year: null, series: null };
  }
  if (typed !== null) {
    const { number: figures, year } = pointNumberOf(typed);
    const kind = has(node, "UnitQuarter") ? "quarter" : has(node, "UnitMonth") ? "month" : series;
    if (kind === "quarter") return { point: { kind, quarter: quarterNumber(figures) }, year, series: kind };
    if (kind === "month" && /^\d+$/.test(figures)) {
      return { point: { kind, month: realMonth(figure(figures)) }, year, series: kind };
    }
    return null;
  }
  if (number !== null) {
    const count = must(numberOf(number));
    if (has(node, "UnitMonth")) {
      if (count > 12) throw new NoSuchTime(`một năm không có ${count} tháng`);
      const point: ReportPoint =
        tokens(node, "PartWord")[0]?.tokenType.name === "Late" ? { kind: "year" } : { kind: "months", months: count };
      return { point, year: null, series: null };
    }
    return count === 1 ? { point: { kind: "year" }, year: null, series: null } : null;
  }
  if (has(node, "UnitYear")) {
    const year = image(node, "Year");
    return { point: { kind: "year" }, year: year === null ? null : figure(year), series: null };
  }
  const unit: Unit = has(node, "UnitQuarter") ? "quarter" : has(node, "UnitMonth") ? "month" : "week";
  return { point: { kind: "every", unit }, year: null, series: null };
}

/** “từ ngày 01 đến ngày 15/3/2026”, “tháng 3 - 6/2026”: the start borrows from the end what it leaves out. */
export function closedRange(node: CstNode): { readonly start: CalendarSpan; readonly end: CalendarSpan } {
  const from = must(part(node, "rangeStart"));
  const end = rangeEnd(must(part(node, "rangeEnd")), from);
  const bareDay = image(from, "Integer");
  const start = bareDay === null ? rangePoint(from) : borrow(figure(bareDay), end);
  return { start, end };
}

function rangePoint(node: CstNode): CalendarSpan {
  const day = part(node, "date");
  if (day !== null) return dateOf(day);
  const span = part(node, "span");
  if (span !== null) return spanOf(span);
  const monthYear = image(node, "MonthYear");
  return monthYear === null ? wholeYear(figure(must(image(node, "Year")))) : monthOfFigures(monthYear);
}

function rangeEnd(node: CstNode, from: CstNode): CalendarSpan {
  const year = yearOfTail(part(node, "yearTail"));
  const typed = image(node, "Roman") ?? image(node, "Integer") ?? image(node, "MonthYear");
  if (typed === null || (part(from, "span") === null && image(node, "MonthYear") !== null)) return rangePoint(node);
  const start = part(from, "span");
  const unit = start === null ? null : spanOf(start).unit;
  const [first, second] = /^\d/.test(typed) ? figuresOf(typed) : [months.indexOf(typed.toUpperCase())];
  const number = must(first);
  if (unit === "quarter") {
    return { unit, quarter: quarterNumber(String(number)), year: second ?? year, part: null };
  }
  if (unit === "month") return { unit, month: realMonth(number), year: second ?? year, part: null };
  return noTime();
}

function borrow(day: number, end: CalendarSpan): CalendarSpan {
  return end.unit === "day" ? realDate(end.year, end.month, day) : noTime();
}
