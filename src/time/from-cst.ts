/**
 * CST of the time grammar → typed values. One function a form, named as the grammar names it; a form added there does not
 * compile here until it is read.
 *
 * Nothing here looks at the text around a time; `parse.ts` does.
 */
import { type CstNode, type TimeAlternative, timeAlternatives, usualSpelling } from "../../grammar/time-grammar.ts";
import {
  allTokens,
  figure,
  has,
  image,
  must,
  NoSuchTime,
  noTime,
  numberOf,
  part,
  parts,
  plain,
  tokens,
  wordsOf,
} from "./cst.ts";
import {
  amountOf,
  anyBreakdown,
  boundOf,
  breakdownOf,
  cadenceUnit,
  durationOf,
  exactly,
  nounOf,
  objectOf,
  stepOf,
  tailOf,
} from "./cst-amounts.ts";
import {
  clockOf,
  closedRange,
  dateOf,
  dueOf,
  duringOf,
  figuresOf,
  monthOfFigures,
  pointOf,
  realMonth,
  recurrenceOf,
  recurringDayNumber,
  spanOf,
  weekdayNumber,
  wholeYear,
  yearOfTail,
} from "./cst-calendar.ts";
import type { ContextMeaning, ReportPoint, TimeValue } from "./time.ts";

/** A phrase of the right shape that names nothing on the calendar: `what` says why, in Vietnamese. */
export interface Impossible {
  readonly kind: "impossible";
  readonly what: string;
}

/** null: the shape promised a time, its words do not keep the promise (“hai ba lần/tuần”). */
export type Reading = TimeValue | Impossible | null;

type Reader = (node: CstNode, text: string) => Reading;

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
    const allDay = { clock: null, until: null };
    const hours = part(node, "hourRange");
    if (hours !== null) {
      const [clock, until] = parts(hours, "clock").map(clockOf);
      const [start, end] = parts(hours, "date").map(dateOf);
      return { kind: "between", start: must(start), end: must(end), clock: must(clock), until: must(until) };
    }
    const years = part(node, "yearsFrom");
    if (years !== null) {
      return { kind: "between", start: wholeYear(figure(must(image(years, "Year")))), end: null, ...allDay };
    }
    const list = part(node, "yearList");
    if (list !== null) {
      const found = tokens(list, "Year").map((token) => figure(token.image));
      const inOrder = found.every((each, index) => index === 0 || each === found[index - 1]! + 1);
      return inOrder
        ? { kind: "between", start: wholeYear(found[0]!), end: wholeYear(found.at(-1)!), ...allDay }
        : null;
    }
    const open = part(node, "openRange");
    if (open !== null) {
      const day = part(open, "date");
      return {
        kind: "between",
        start: day === null ? spanOf(must(part(open, "span"))) : dateOf(day),
        end: null,
        ...allDay,
      };
    }
    return { kind: "between", ...closedRange(must(part(node, "closedRange"))), ...allDay };
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

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

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
