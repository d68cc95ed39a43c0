import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lexTime, TimeParser, timeParser, timeWords } from "../../grammar/time-grammar.ts";
import { isRealDate } from "../../src/time/calendar.ts";
import { checkTotal, occurrences, periodOf, resolveYear } from "../../src/time/occurrences.ts";
import { findTimes, parseTime } from "../../src/time/parse.ts";
import type {
  Amount,
  CalendarSpan,
  ClockTime,
  Duration,
  RecurringDay,
  ReportPoint,
  TimeExpr,
  TimeValue,
} from "../../src/time/time.ts";
import { words } from "../../src/time/words.ts";

const runs = { numRuns: 600 };

/** Words of the language, figures and marks in any order: what is most likely to upset a grammar. */
const soup = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...timeWords().map(({ spelling }) => spelling)) },
      {
        weight: 3,
        arbitrary: fc.constantFrom("01", "3", "15", "12/2026", "15/3", "31/02/2026", "2026", "17h30", "I", "IV"),
      },
      { weight: 2, arbitrary: fc.constantFrom("/", ",", ";", "(", ")", "-", ".", ":", "…", "\n", "%") },
      {
        weight: 1,
        arbitrary: fc.constantFrom("Sở Nội vụ", "văn bản", "Việt Nam", "các đơn vị", "\u00A0", "😀", "e\u0302\u0301"),
      },
    ),
    { maxLength: 24 },
  )
  .chain((pieces) => fc.constantFrom(" ", "").map((glue) => pieces.join(glue)));

function everythingOn(text: string): void {
  const field = parseTime(text);
  expect(field.value.map((time) => time.before + time.words + time.after).join("")).toBe(
    text.trim() === "" ? "" : text,
  );
  for (const { span } of field.diagnostics) {
    expect(span.start).toBeLessThan(span.end);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  const period = { start: { year: 2026, month: 2, day: 20 }, end: { year: 2027, month: 5, day: 31 } };
  const prose = findTimes(text);
  for (const time of [...field.value, ...prose]) {
    expect(text.slice(time.at.start, time.at.end)).toBe(time.words);
    expect(words(time)).not.toBe("");
    const found = occurrences(time, period);
    if (found.count?.max != null) expect(found.count.min).toBeLessThanOrEqual(found.count.max);
    for (const { year, month, day } of found.dates) expect(isRealDate(year, month, day)).toBe(true);
    expect(resolveYear(time, 2026).words).toBe(time.words);
    periodOf(time, 2026);
    periodOf(time, null);
    checkTotal(time, period);
  }
  let end = 0;
  for (const { at } of prose) {
    expect(at.start).toBeGreaterThanOrEqual(end);
    end = at.end;
  }
}

describe("any text", () => {
  test("of known words", () => fc.assert(fc.property(soup, everythingOn), runs));
  test("of any characters", () =>
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), everythingOn), runs));
  test("never leaves the parser with an error", () => {
    fc.assert(
      fc.property(soup, fc.constantFrom("field", "prose"), (text, place) => {
        timeParser().parse(lexTime(text, place as "field" | "prose"), place as "field" | "prose");
        expect(timeParser().errors).toEqual([]);
      }),
      runs,
    );
  });
});

// ── Values ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const year = fc.integer({ min: 1990, max: 2100 });
const openYear = fc.option(year, { nil: null });
const part = fc.option(fc.constantFrom("early" as const, "middle" as const, "late" as const), { nil: null });
const day: fc.Arbitrary<CalendarSpan> = fc
  .record({
    unit: fc.constant("day" as const),
    day: fc.integer({ min: 1, max: 31 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: openYear,
  })
  .filter((span) => isRealDate(span.year, span.month, span.day));
const month: fc.Arbitrary<CalendarSpan> = fc.record({
  unit: fc.constant("month" as const),
  month: fc.integer({ min: 1, max: 12 }),
  year: openYear,
  part,
});
const quarter: fc.Arbitrary<CalendarSpan> = fc.record({
  unit: fc.constant("quarter" as const),
  quarter: fc.integer({ min: 1, max: 4 }),
  year: openYear,
  part,
});
const months: fc.Arbitrary<CalendarSpan> = fc
  .tuple(fc.integer({ min: 1, max: 11 }), fc.boolean(), openYear)
  .map(([length, early, of]) => ({ unit: "months", from: early ? 1 : 13 - length, to: early ? length : 12, year: of }));
const wholeYear: fc.Arbitrary<CalendarSpan> = fc.record({ unit: fc.constant("year" as const), year: openYear, part });
const span = fc.oneof(day, month, quarter, months, wholeYear);
const clock: fc.Arbitrary<ClockTime> = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
});
const maybeClock = fc.option(clock, { nil: null });
const cadenceUnit = fc.constantFrom("day", "week", "month", "quarter", "half-year", "year" as const);
const step = fc.record({ n: fc.integer({ min: 1, max: 12 }), unit: cadenceUnit });
const noun = fc.constantFrom("lần", "kỳ", "số", "mục", "tin, bài", "chuyên mục", "hội nghị", "buổi sinh hoạt");
const amount: fc.Arbitrary<Amount> = fc
  .record({
    count: fc.integer({ min: 1, max: 300 }),
    more: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
    bound: fc.constantFrom("exact", "at-least", "at-most" as const),
    noun,
  })
  .map(({ count, more, ...rest }) => ({ count, upTo: more === null ? null : count + more, ...rest }));
const duration: fc.Arbitrary<Duration | null> = fc.option(
  fc
    .record({
      min: fc.integer({ min: 0, max: 50 }),
      more: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
      unit: fc.constantFrom("minute", "hour", "day", "week", "month" as const),
    })
    .map(({ min, more, unit }) => ({ min, max: more === null && min > 0 ? null : min + (more ?? 1), unit })),
  { nil: null },
);
const recurringDay: fc.Arbitrary<RecurringDay> = fc.oneof(
  fc.record({
    unit: fc.constant("recurring-day" as const),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant("last" as const)),
    of: fc.constantFrom("month", "quarter", "half-year", "year" as const),
  }),
);
const weekday: fc.Arbitrary<RecurringDay> = fc.record({
  unit: fc.constant("recurring-day" as const),
  day: fc.integer({ min: 1, max: 7 }),
  of: fc.constant("week" as const),
});
const point: fc.Arbitrary<ReportPoint> = fc.oneof(
  fc.record({ kind: fc.constant("quarter" as const), quarter: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("month" as const), month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant("months" as const), months: fc.integer({ min: 1, max: 12 }) }),
  fc.constant({ kind: "year" } as const),
  fc.record({
    kind: fc.constant("every" as const),
    unit: fc.constantFrom("week", "month", "quarter", "year" as const),
  }),
);
const event = fc.constantFrom("khi được ban hành", "khi kết thúc đợt kiểm tra", "ngày ký", "thời điểm tiếp nhận");
const manner = fc
  .subarray(["thường xuyên", "kịp thời", "đầy đủ", "liên tục"], { minLength: 1 })
  .filter((list) => list[0] !== "đầy đủ" || list.length > 1);
const kindOf = <const K extends string>(kind: K): fc.Arbitrary<K> => fc.constant(kind);

const values: { readonly [K in Exclude<TimeValue["kind"], "context" | "text">]: fc.Arbitrary<TimeValue> } = {
  continuous: fc.record({ kind: kindOf("continuous"), manner, within: fc.option(span, { nil: null }), duration }),
  within: fc
    .record({ kind: kindOf("within"), span, clock: maybeClock, until: maybeClock })
    .map((value) =>
      value.span.unit !== "day"
        ? { ...value, clock: null, until: null }
        : value.clock === null
          ? { ...value, until: null }
          : value,
    ),
  "per-unit": fc
    .tuple(amount, step, fc.constantFrom(null, "đơn vị", "mỗi xã, phường"), duration)
    .map(([many, every, per, each]) => ({ kind: "per-unit", ...many, every, per, duration: each })),
  "every-n-units": fc.record({
    kind: kindOf("every-n-units"),
    bound: fc.constantFrom("exact", "at-least", "at-most" as const),
    every: step,
    noun: fc.constantFrom("lần", "kỳ", "số", "hội nghị"),
    duration,
  }),
  "every-unit": fc.record({
    kind: kindOf("every-unit"),
    unit: cadenceUnit,
    periodic: fc.boolean(),
    occasion: fc.constantFrom(null, "ngày Pháp luật"),
    duration,
  }),
  total: fc
    .tuple(amount, fc.option(step, { nil: null }), amount, step, duration)
    .map(([many, per, inner, every, each]) => ({
      kind: "total",
      ...many,
      per: per === null ? null : { n: 1, unit: per.unit },
      breakdown: { ...inner, every },
      duration: each,
    })),
  "calendar-list": fc.record({
    kind: kindOf("calendar-list"),
    points: fc.array(point, { minLength: 2, maxLength: 6 }),
    year: openYear,
  }),
  periodic: fc.record({
    kind: kindOf("periodic"),
    occasion: fc.constantFrom("định kỳ", "thường kỳ", "sơ kết, tổng kết", "ngày Pháp luật"),
    duration,
  }),
  deadline: fc
    .record({
      kind: kindOf("deadline"),
      due: fc.oneof(span, recurringDay, weekday),
      edge: fc.constantFrom("before", "through" as const),
      clock: maybeClock,
      also: fc.array(day, { maxLength: 2 }),
      yearly: fc.boolean(),
    })
    .map((value) => {
      const isDay = value.due.unit === "day";
      const isRecurring = value.due.unit === "recurring-day";
      return {
        ...value,
        clock: isDay || isRecurring ? value.clock : null,
        also: isDay ? value.also : [],
        yearly: isDay && value.yearly,
      };
    }),
  "day-of-month": fc.record({
    kind: kindOf("day-of-month"),
    on: recurringDay,
    also: fc.option(fc.integer({ min: 1, max: 31 }), { nil: null }),
  }),
  "day-of-week": fc.record({
    kind: kindOf("day-of-week"),
    weekdays: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
    duration,
  }),
  between: fc.oneof(
    fc.record({
      kind: kindOf("between"),
      start: span,
      end: fc.option(span, { nil: null }),
      clock: fc.constant(null),
      until: fc.constant(null),
    }),
    fc.record({ kind: kindOf("between"), start: day, end: day, clock, until: clock }),
  ),
  "after-event": fc.oneof(
    fc.record({
      kind: kindOf("after-event"),
      relation: fc.constantFrom("at-once", "after", "before" as const),
      delay: fc.constant(null),
      event: fc.constantFrom("khi được ban hành", "khi kết thúc đợt kiểm tra"),
    }),
    fc.record({ kind: kindOf("after-event"), relation: kindOf("from"), delay: fc.constant(null), event }),
    fc.record({
      kind: kindOf("after-event"),
      relation: fc.constantFrom("within", "after" as const),
      delay: fc
        .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom("working-hour", "day", "working-day", "month" as const))
        .map(([length, unit]) => ({ min: length, max: length, unit })),
      event,
    }),
  ),
  "on-event": fc.constantFrom<TimeValue>(
    { kind: "on-event", trigger: "on-demand", event: "khi có nhu cầu" },
    { kind: "on-event", trigger: "on-demand", event: "theo yêu cầu của cấp trên" },
    { kind: "on-event", trigger: "whenever", event: "đột xuất" },
    { kind: "on-event", trigger: "during", event: "trong quá trình thực hiện, nếu có vướng mắc" },
  ),
  limit: fc.oneof(
    fc.tuple(amount, fc.option(fc.constantFrom("xã", "huyện"), { nil: null })).map(
      ([many, per]): TimeValue => ({
        kind: "limit",
        amount: { ...many, noun: "lớp" },
        each: null,
        per,
        duration: null,
      }),
    ),
    fc.tuple(amount, step).map(
      ([many, each]): TimeValue => ({
        kind: "limit",
        amount: { ...many, bound: "at-most", noun: "lần" },
        each: { n: 1, unit: each.unit },
        per: "mỗi doanh nghiệp",
        duration: null,
      }),
    ),
    duration
      .filter((each) => each !== null)
      .map(
        (each): TimeValue => ({
          kind: "limit",
          amount: null,
          each: null,
          per: null,
          duration: each,
        }),
      ),
  ),
};

function value({ words: _words, at: _at, before: _before, after: _after, ...rest }: TimeExpr): unknown {
  return rest;
}

describe("canonical words", () => {
  test.each(Object.entries(values))("of %s read back as the same value", (_kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (typed) => {
        const read = parseTime(words(typed));
        expect(read.value.map(value)).toEqual([typed]);
        expect(read.value[0]!.words).toBe(words(typed));
        expect(read.diagnostics).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("the grammar", () => {
  test("passes Chevrotain's own checks", () => {
    expect(() => new TimeParser({ validate: true })).not.toThrow();
  });

  test("takes time in proportion to the text", () => {
    const clauses = [
      "một tuần một lần, thời lượng mỗi lần từ 12 đến 15 phút; ",
      "từ ngày 01 từ ngày 02 từ ngày ",
      "Quý I, II, III, 6 tháng, ",
      "khi có, nếu có, khi có ",
      "01 tin, bài, tin, bài, tin ",
      "((((định kỳ (Quý I, ",
      "      ",
      ";;;;\n\n",
      "trong quá trình ",
    ];
    for (const clause of clauses) {
      const took = (length: number): number => {
        const text = clause.repeat(Math.ceil(length / clause.length));
        const start = performance.now();
        parseTime(text);
        findTimes(text);
        return performance.now() - start;
      };
      took(2_000);
      const best = (length: number): number => Math.min(took(length), took(length), took(length));
      const once = best(4_000);
      // Eight times the text: a quadratic reader would take 64 times as long.
      expect(best(32_000), clause).toBeLessThan(30 * Math.max(once, 4));
    }
  }, 60_000);
});
