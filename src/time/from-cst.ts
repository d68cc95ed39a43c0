/**
 * CST of the time grammar → typed values. One function a form, named as the grammar names it; a form added there does not
 * compile here until it is read.
 *
 * Nothing here looks at the text around a time; `parse.ts` does.
 */
import {
  bare,
  type CstNode,
  type TimeAlternative,
  timeAlternatives,
  usualSpelling,
} from "../../grammar/time-grammar.ts";
import { isRealDate } from "./calendar.ts";
import { allTokens, figure, has, image, numberInWords, numberOf, part, parts, plain, tokens } from "./cst.ts";
import type {
  Amount,
  Bound,
  CalendarSpan,
  ClockTime,
  ContextMeaning,
  Duration,
  Part,
  RecurringDay,
  ReportPoint,
  TimeValue,
  Unit,
  UnitStep,
} from "./time.ts";

/** A phrase of the right shape that names nothing on the calendar: `what` says why, in Vietnamese. */
export interface Impossible {
  readonly kind: "impossible";
  readonly what: string;
}

/** null: the shape promised a time, its words do not keep the promise (“hai ba lần/tuần”). */
export type Reading = TimeValue | Impossible | null;

type Reader = (node: CstNode, text: string) => Reading;

/** Thrown inside this file only, so that the reader of a date need not be threaded through every form. */
class NoSuchTime extends Error {
  readonly what: string;
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}

/** Reads one `time` node of the text it was parsed from. Never throws. */
export function readTime(node: CstNode, text: string): Reading {
  for (const name of timeAlternatives) {
    const form = part(node, name);
    if (form === null) continue;
    try {
      return readers[name](form, text);
    } catch (problem) {
      if (problem instanceof NoSuchTime) return problem.what === "" ? null : { kind: "impossible", what: problem.what };
      throw problem;
    }
  }
  return null;
}

const readers: { readonly [Name in TimeAlternative]: Reader } = {
  total(node) {
    const per = part(node, "totalPer");
    const inner = part(node, "breakdown");
    return {
      kind: "total",
      ...amountOf(node),
      noun: nounOf(node),
      per: per !== null && has(per, "Slash") ? { n: 1, unit: cadenceUnit(per) } : null,
      breakdown: inner === null ? breakdownOf(must(part(node, "everyUnitCount"))) : anyBreakdown(inner),
      duration: tailOf(node),
    };
  },

  perUnit(node, text) {
    const counted = must(part(node, "countPerUnit"));
    return { kind: "per-unit", ...breakdownOf(counted), per: objectOf(node, counted, text), duration: tailOf(node) };
  },

  unitThenCount(node) {
    const inner = must(part(node, "everyUnitCount") ?? part(node, "unitCount"));
    const { every, ...amount } = breakdownOf(inner);
    const bound = has(node, "bound") ? boundOf(node) : amount.bound;
    const duration = tailOf(node);
    const isPlainOne = amount.count === 1 && amount.upTo === null && bound === "exact";
    return every.n > 1 && isPlainOne && amount.noun !== null
      ? { kind: "every-n-units", bound: "exact", every, noun: amount.noun, duration }
      : { kind: "per-unit", ...amount, bound, every, per: null, duration };
  },

  everyNUnits(node) {
    const per = part(node, "perTime");
    const times = per === null || !has(per, "number") ? 1 : numberOf(part(per, "number"));
    if (times !== 1) return null;
    const every = { n: must(numberOf(part(node, "number"))), unit: cadenceUnit(node) };
    const noun = per === null ? "lần" : plain(must(image(per, "EventNoun")));
    return { kind: "every-n-units", bound: boundOf(node), every, noun, duration: tailOf(node) };
  },

  everyUnit(node) {
    return {
      kind: "every-unit",
      unit: has(node, "Yearly") ? "year" : cadenceUnit(node),
      periodic: has(node, "Periodic"),
      occasion: has(node, "LawDay") ? "ngày Pháp luật" : null,
      duration: tailOf(node),
    };
  },

  calendarList(node) {
    const points: ReportPoint[] = [];
    let year = yearOfTail(part(node, "yearTail"));
    let series: "quarter" | "month" | null = null;
    for (const typed of parts(node, "point")) {
      const read = pointOf(typed, series);
      if (read === null) return null;
      points.push(read.point);
      series = read.series;
      year = read.year ?? year;
    }
    return { kind: "calendar-list", points, year };
  },

  dayOfWeek(node) {
    return { kind: "day-of-week", weekdays: parts(node, "weekday").map(weekdayNumber), duration: tailOf(node) };
  },

  dayOfMonth(node) {
    const of = recurrenceOf(must(part(node, "recurrence")));
    const [first, second] = parts(node, "dayNumber").map(recurringDayNumber);
    return { kind: "day-of-month", on: { unit: "recurring-day", day: must(first), of }, also: second ?? null };
  },

  periodic(node) {
    const reviews = has(node, "MidReview") ? "sơ kết, tổng kết" : null;
    const occasion =
      reviews ?? (has(node, "RegularSession") ? "thường kỳ" : has(node, "LawDay") ? "ngày Pháp luật" : "định kỳ");
    return { kind: "periodic", occasion, duration: tailOf(node) };
  },

  continuous(node) {
    const start = must(part(node, "mannerStart"));
    const typed = [...allTokens(start), ...tokens(node, "Manner")].filter(
      ({ tokenType }) => tokenType.name !== "Comma" && tokenType.name !== "And",
    );
    const manner = typed.map(usualSpelling);
    const during = part(must(part(node, "duringTail")), "duringClause");
    return {
      kind: "continuous",
      manner,
      within: during === null ? null : duringOf(must(part(during, "duringSpan"))),
      duration: tailOf(node),
    };
  },

  within(node) {
    const during = part(node, "duringSpan");
    const single = part(node, "day");
    const range = single === null ? null : part(single, "clockRange");
    const [clock, until] = range === null ? [] : parts(range, "clock").map(clockOf);
    const monthYear = image(node, "MonthYear");
    const day = single === null ? null : part(single, "date");
    const span =
      during !== null
        ? duringOf(during)
        : day !== null
          ? dateOf(day)
          : monthYear !== null
            ? monthOfFigures(monthYear)
            : spanOf(must(part(node, "span")));
    return { kind: "within", span, clock: clock ?? null, until: until ?? null };
  },

  between(node) {
    const years = part(node, "yearsFrom");
    if (years !== null) {
      return { kind: "between", start: wholeYear(figure(must(image(years, "Year")))), end: null };
    }
    const list = part(node, "yearList");
    if (list !== null) {
      const found = tokens(list, "Year").map((token) => figure(token.image));
      const inOrder = found.every((each, index) => index === 0 || each === found[index - 1]! + 1);
      return inOrder ? { kind: "between", start: wholeYear(found[0]!), end: wholeYear(found.at(-1)!) } : null;
    }
    const open = part(node, "openRange");
    if (open !== null) {
      const day = part(open, "date");
      return { kind: "between", start: day === null ? spanOf(must(part(open, "span"))) : dateOf(day), end: null };
    }
    return closedRange(must(part(node, "closedRange")));
  },

  deadline(node) {
    const clock = part(node, "clock");
    return {
      kind: "deadline",
      due: dueOf(must(part(node, "due"))),
      edge: has(node, "Before") ? "before" : "through",
      clock: clock === null ? null : clockOf(clock),
      also: parts(node, "date").map(dateOf),
      yearly: has(must(part(node, "everyYear")), "Every"),
    };
  },

  afterEvent(node, text) {
    const clause = part(node, "clause");
    const event = clause === null ? wordsOf(must(part(node, "anchor")), text) : wordsOf(clause, text);
    const length = part(node, "length");
    if (length !== null) {
      const bounded =
        ["WithinLength", "NoLaterThan", "Within"].some((name) => has(node, name)) || boundOf(length) === "at-most";
      return {
        kind: "after-event",
        relation: bounded ? "within" : "after",
        delay: exactly(durationOf(length)),
        event: has(node, "AfterWhen") ? `khi ${event}` : event,
      };
    }
    if (has(node, "RightAfter")) return { kind: "after-event", relation: "at-once", delay: null, event };
    if (has(node, "RightWhen")) return { kind: "after-event", relation: "at-once", delay: null, event: `khi ${event}` };
    if (has(node, "AfterWhen")) return { kind: "after-event", relation: "after", delay: null, event: `khi ${event}` };
    if (has(node, "BeforeEvent"))
      return { kind: "after-event", relation: "before", delay: null, event: `khi ${event}` };
    if (has(node, "After")) return { kind: "after-event", relation: "after", delay: null, event };
    if (has(node, "Before")) return { kind: "after-event", relation: "before", delay: null, event };
    return { kind: "after-event", relation: "from", delay: null, event };
  },

  onEvent(node, text) {
    const trigger = has(node, "During") ? "during" : has(node, "Sudden") || has(node, "If") ? "whenever" : "on-demand";
    return { kind: "on-event", trigger, event: lowerFirst(wordsOf(node, text)) };
  },

  limit(node, text) {
    const nothing = { amount: null, each: null, per: null, duration: null };
    const prohibition = part(node, "prohibition");
    if (prohibition !== null) {
      const per = part(prohibition, "per");
      const noun = plain(must(image(prohibition, "EventNoun")));
      return {
        kind: "limit",
        amount: { ...amountOf(prohibition), bound: "at-most", noun },
        each: per === null ? null : stepOf(per),
        per: objectOf(prohibition, prohibition, text),
        duration: null,
      };
    }
    const quantity = part(node, "quantity");
    if (quantity !== null) {
      const nouns = tokens(quantity, "EventNoun").map((token) => plain(token.image));
      return {
        kind: "limit",
        ...nothing,
        amount: { ...amountOf(quantity), noun: nouns.join(", ") },
        per: objectOf(quantity, quantity, text),
      };
    }
    const length = must(part(must(part(node, "lengthPhrase") ?? part(node, "lengthLimit")), "length"));
    return { kind: "limit", ...nothing, duration: durationOf(length) };
  },

  context(node, text) {
    return { kind: "context", meaning: meaningOf(node, text) };
  },
};

// ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A value that the grammar promises; otherwise the phrase is no time. */
function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NoSuchTime("");
  return value;
}

function noTime(): never {
  throw new NoSuchTime("");
}

/** As typed, single-spaced. */
function wordsOf(node: CstNode, text: string): string {
  const found = allTokens(node);
  const last = must(found.at(-1));
  return text
    .slice(found[0]!.startOffset, last.startOffset + last.image.length)
    .replace(/\s+/g, " ")
    .trim();
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function nounOf(node: CstNode): string | null {
  const noun = part(node, "noun");
  if (noun !== null) return allTokens(noun).map(usualSpelling).join(" ").replace(/ ,/g, ",");
  const single = tokens(node, "NounWord")[0] ?? tokens(node, "EventNoun")[0];
  return single === undefined ? null : usualSpelling(single);
}

/** For each of what: “đối với mỗi X” or “mỗi X” around a count, “/X” after its noun or its unit. */
function objectOf(node: CstNode, counted: CstNode, text: string): string | null {
  const named = part(node, "forObject") ?? part(node, "eachObject");
  if (named !== null)
    return plain(wordsOf(named, text))
      .replace(/^(?:đối với|cho) /, "")
      .replace(/,$/, "");
  const stroke = part(node, "slashObject") ?? part(counted, "slashObject");
  return stroke === null ? null : nounOf(stroke);
}

// ── Amounts and lengths ─────────────────────────────────────────────────────────────────────────────────────────────

function boundOf(node: CstNode): Bound {
  const bound = part(node, "bound");
  if (bound === null || has(bound, "About")) return "exact";
  return has(bound, "AtLeast") ? "at-least" : "at-most";
}

function countOf(node: CstNode): { readonly count: number; readonly upTo: number | null } {
  const [from, to] = parts(must(part(node, "count")), "number").map(numberOf);
  const count = must(from);
  if (to === undefined) return { count, upTo: null };
  return must(to) > count ? { count, upTo: must(to) } : noTime();
}

function amountOf(node: CstNode): Amount {
  return { ...countOf(node), bound: boundOf(node), noun: nounOf(node) };
}

function breakdownOf(node: CstNode): Amount & { readonly every: UnitStep } {
  const per = part(node, "per");
  const number = part(node, "number");
  const every =
    per === null ? { n: number === null ? 1 : must(numberOf(number)), unit: cadenceUnit(node) } : stepOf(per);
  return { ...amountOf(node), every };
}

function anyBreakdown(node: CstNode): Amount & { readonly every: UnitStep } {
  return breakdownOf(must(part(node, "everyUnitCount") ?? part(node, "unitCount") ?? part(node, "countPerUnit")));
}

/** “/2 tuần”, “mỗi tháng”, “một năm”. */
function stepOf(per: CstNode): UnitStep {
  const number = part(per, "number");
  const word = image(per, "NumberWord");
  const n = number !== null ? must(numberOf(number)) : word !== null ? must(numberInWords([word])) : 1;
  return { n, unit: cadenceUnit(per) };
}

const cadenceUnits: Readonly<Record<string, Unit>> = {
  UnitDay: "day",
  UnitWeek: "week",
  UnitMonth: "month",
  UnitQuarter: "quarter",
  UnitHalfYear: "half-year",
  UnitYear: "year",
};

const cadenceUnit = (node: CstNode): Unit => must(cadenceUnits[must(tokens(node, "CadenceUnit")[0]).tokenType.name]);

const delayUnits: Readonly<Record<string, Duration["unit"]>> = {
  ...cadenceUnits,
  UnitMinute: "minute",
  UnitHour: "hour",
  UnitWorkingHour: "working-hour",
  UnitWorkingDay: "working-day",
};

function durationOf(length: CstNode): Duration {
  const { count, upTo } = countOf(length);
  const unit = must(delayUnits[must(tokens(length, "DelayUnit")[0]).tokenType.name]);
  switch (boundOf(length)) {
    case "at-least":
      return { min: count, max: null, unit };
    case "at-most":
      return { min: 0, max: upTo ?? count, unit };
    default:
      return { min: count, max: upTo ?? count, unit };
  }
}

/** “không quá 05 ngày kể từ …” is the relation "within": the bound is not said twice. */
const exactly = (delay: Duration): Duration =>
  delay.min === 0 && delay.max !== null ? { ...delay, min: delay.max } : delay;

function tailOf(node: CstNode): Duration | null {
  const clause = part(must(part(node, "lengthTail")), "lengthClause");
  return clause === null ? null : durationOf(must(part(must(part(clause, "lengthPhrase")), "length")));
}

// ── Calendar ────────────────────────────────────────────────────────────────────────────────────────────────────────

const months = ["", "I", "II", "III", "IV"];

const wholeYear = (year: number | null, narrowed: Part | null = null): CalendarSpan => ({
  unit: "year",
  year,
  part: narrowed,
});

function realMonth(month: number): number {
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

const figuresOf = (typed: string): number[] => (typed.match(/\d+/g) ?? []).map(Number);

function monthOfFigures(typed: string): CalendarSpan {
  const [month, year] = figuresOf(typed);
  return { unit: "month", month: realMonth(must(month)), year: must(year), part: null };
}

function partOf(node: CstNode): Part | null {
  const typed = tokens(node, "PartWord")[0]?.tokenType.name;
  return typed === "Early" ? "early" : typed === "Middle" ? "middle" : typed === "Late" ? "late" : null;
}

/** The year of “/2024”, “năm 2024”; null when none is typed. */
function yearOfTail(node: CstNode | null): number | null {
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

function dateOf(node: CstNode): CalendarSpan {
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

function spanOf(node: CstNode): CalendarSpan {
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

function duringOf(node: CstNode): CalendarSpan {
  const day = part(node, "date");
  return day === null ? spanOf(must(part(node, "span"))) : dateOf(day);
}

function dueOf(node: CstNode): CalendarSpan | RecurringDay {
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

function recurringDayNumber(node: CstNode): number | "last" {
  const typed = image(node, "Integer");
  if (typed === null) return "last";
  const day = figure(typed);
  if (day < 1 || day > 31) throw new NoSuchTime(`không có ngày ${day}`);
  return day;
}

function recurrenceOf(node: CstNode): RecurringDay["of"] {
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
function weekdayNumber(node: CstNode): number {
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

function clockOf(node: CstNode): ClockTime {
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

function pointOf(
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

// ── Ranges ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** “từ ngày 01 đến ngày 15/3/2026”, “tháng 3 - 6/2026”: the start borrows from the end what it leaves out. */
function closedRange(node: CstNode): TimeValue {
  const from = must(part(node, "rangeStart"));
  const end = rangeEnd(must(part(node, "rangeEnd")), from);
  const bareDay = image(from, "Integer");
  const start = bareDay === null ? rangePoint(from) : borrow(figure(bareDay), end);
  return { kind: "between", start, end };
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

// ── Context ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function meaningOf(node: CstNode, text: string): ContextMeaning {
  if (has(node, "Past")) return { role: "past" };
  if (has(node, "Coming")) return { role: "coming" };
  const documentDate = part(node, "documentDate");
  if (documentDate !== null) return { role: "date", ...openDateOf(documentDate) };
  const edition = part(node, "edition");
  if (edition !== null) {
    const year = part(edition, "editionYear");
    return {
      role: "edition",
      edition: editionNumber(edition),
      year: year === null ? null : figure(must(image(year, "Year"))),
    };
  }
  const stage = part(node, "stage");
  if (stage !== null) {
    const [from, to] = tokens(stage, "Year").map((token) => figure(token.image));
    if (must(to) < must(from)) return noTime();
    return { role: has(stage, "SchoolYear") ? "school-year" : "period", from: must(from), to: must(to) };
  }
  const horizon = part(node, "horizon");
  if (horizon !== null) {
    const outlook = has(horizon, "Vision") ? "vision" : has(horizon, "Orientation") ? "orientation" : null;
    return { role: "horizon", year: figure(must(image(horizon, "Year"))), outlook };
  }
  const review = part(node, "review");
  if (review !== null) {
    return { role: "review", years: must(numberOf(part(review, "number"))), final: has(review, "FinalReview") };
  }
  const year = part(node, "plainYear");
  if (year !== null) return { role: "year", year: figure(must(image(year, "Year"))) };
  return { role: "schedule", basis: lowerFirst(wordsOf(must(part(node, "schedule")), text)) };
}

function editionNumber(node: CstNode): number {
  const weekday = image(node, "Weekday");
  if (weekday !== null) return weekdayNumber(node) + 1;
  const typed = image(node, "Integer");
  return typed === null ? must(numberOf(part(node, "number"))) : figure(typed);
}

function openDateOf(node: CstNode): { day: number | null; month: number | null; year: number | null } {
  const open = part(node, "openDate");
  if (open === null) {
    const read = dateOf(must(part(node, "date")));
    return read.unit === "day" ? { day: read.day, month: read.month, year: read.year } : noTime();
  }
  const pair = image(open, "MonthYear");
  if (pair !== null) {
    const [month, year] = figuresOf(pair);
    return { day: null, month: realMonth(must(month)), year: must(year) };
  }
  const month = image(open, "Integer");
  return {
    day: null,
    month: month === null ? null : realMonth(figure(month)),
    year: figure(must(image(open, "Year"))),
  };
}
