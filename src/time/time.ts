/**
 * Times and cadences as typed values that keep their words. No knowledge of plans, files or forms.
 *
 * A value is a phrase (`words`, at `at`) with the text around it that belongs to it (`before`, `after`). In a field every
 * character of the text belongs to exactly one value, so that
 *
 *     values.map((value) => value.before + value.words + value.after).join("") === text
 *
 * and nothing typed is ever lost. A phrase that the grammar does not know is `{ kind: "text" }`, with a notice. In prose
 * `before` and `after` are empty: the words around a time belong to the sentence.
 *
 * A year left out is null, to be inherited from the plan's period (`resolveYear`). To add a form of cadence: one alternative in
 * `grammar/time-grammar.ts`, one variant here, then the compiler names what is missing in `from-cst.ts`,
 * `occurrences.ts` and `words.ts`.
 */

/** Half-open range of UTF-16 offsets in the text that was parsed. */
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

/** exact · tối thiểu, ít nhất · không quá, tối đa. */
export type Bound = "exact" | "at-least" | "at-most";
export type Unit =
  | "hour"
  | "working-hour"
  | "day"
  | "working-day"
  | "week"
  | "month"
  | "quarter"
  | "half-year"
  | "year";

/** N units: “3 tháng” is { n: 3, unit: "month" }. */
export interface UnitStep {
  readonly n: number;
  readonly unit: Unit;
}

/** “từ 12 đến 15 phút”; an exact length has min = max, “không quá 15 phút” min 0, “ít nhất 15 phút” max null. */
export interface Duration {
  readonly min: number;
  readonly max: number | null;
  readonly unit: "minute" | Unit;
}

/** 17 giờ 00. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

/** How many, of what: “tối thiểu 02 lần”, “từ 2 đến 3 tin, bài” (count 2, upTo 3). */
export interface Amount {
  readonly count: number;
  /** Upper end of a range; null when one number is given. */
  readonly upTo: number | null;
  readonly bound: Bound;
  /** “lần”, “kỳ”, “số”, “tin, bài”… as typed, in lower case; null when left out. */
  readonly noun: string | null;
}

/** “đầu”, “giữa”, “cuối”: narrows a calendar unit without a date of its own; its days stay those of the unit. */
export type Part = "early" | "middle" | "late";

/** A named stretch of the calendar. `year: null` is inherited. */
export type CalendarSpan =
  | { readonly unit: "day"; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly unit: "month"; readonly month: number; readonly year: number | null; readonly part: Part | null }
  | { readonly unit: "quarter"; readonly quarter: number; readonly year: number | null; readonly part: Part | null }
  /** “06 tháng đầu năm”, “9 tháng đầu năm”, “3 tháng cuối năm”: months `from` to `to` of the year. */
  | { readonly unit: "months"; readonly from: number; readonly to: number; readonly year: number | null }
  | { readonly unit: "year"; readonly year: number | null; readonly part: Part | null };

/** A day that comes back: “ngày 15 hằng tháng”; of a quarter, half-year or year it is the day in its last month; of a
 * week it is the weekday, 1 = Monday … 7 = Sunday. */
export interface RecurringDay {
  readonly unit: "recurring-day";
  readonly day: number | "last";
  readonly of: "week" | "month" | "quarter" | "half-year" | "year";
}

/** A reporting point. “Quý I” is the end of that quarter, “tháng 3” the end of March, “06 tháng” the end of June, “năm” the
 * end of the year, “hàng quý” the end of each quarter. */
export type ReportPoint =
  | { readonly kind: "quarter"; readonly quarter: number }
  | { readonly kind: "month"; readonly month: number }
  | { readonly kind: "months"; readonly months: number }
  | { readonly kind: "year" }
  | { readonly kind: "every"; readonly unit: Unit };

interface Common {
  /** The phrase exactly as typed: `text.slice(at.start, at.end)`. */
  readonly words: string;
  readonly at: TimeRange;
  /** Text before the phrase that belongs to it, with its blanks: “Số lượng và tần suất phát sóng: ”, “Tiếp phát ”. */
  readonly before: string;
  /** Text after it, up to the next value, with the separator: “ vào khung giờ có nhiều người theo dõi;\n”. */
  readonly after: string;
}

interface Cadence extends Common {
  /** Length of each occurrence: “thời lượng mỗi lần từ 12 đến 15 phút”; null when not given. */
  readonly duration: Duration | null;
}

/** “Thường xuyên trong năm 2024”, “kịp thời, đầy đủ, thường xuyên, liên tục”. No count, no dates of its own. */
export interface Continuous extends Cadence {
  readonly kind: "continuous";
  /** Adverbs in the order typed, lower case: “thường xuyên”, “kịp thời”, “đầy đủ”, “liên tục”… never empty. */
  readonly manner: readonly string[];
  /** “trong năm 2024”, “trong năm” (year null); null when the phrase names no year. */
  readonly within: CalendarSpan | null;
}

/** Done once, at any moment inside the stretch: “Quý III/2024”, “trong năm”. */
export interface Within extends Common {
  readonly kind: "within";
  readonly span: CalendarSpan;
  /** “08 giờ 00 ngày 15/3/2026”; null when no hour is given. */
  readonly clock: ClockTime | null;
  /** “từ 07 giờ 30 đến 17 giờ ngày 15/3/2026”: the hour it ends. */
  readonly until: ClockTime | null;
}

/** “01 lần/quý”, “hàng tuần 02 lần”, “01 tuần một kỳ”: so many in each `every`. */
export interface PerUnit extends Cadence, Amount {
  readonly kind: "per-unit";
  readonly every: UnitStep;
  /** For each of what: “01 hội nghị/đơn vị/năm” (“đơn vị”), “… đối với mỗi doanh nghiệp”; null when not given. */
  readonly per: string | null;
}

/** “3 tháng/lần”: one every N units; “tối thiểu 6 tháng/lần”. */
export interface EveryNUnits extends Cadence {
  readonly kind: "every-n-units";
  readonly bound: Bound;
  readonly every: UnitStep;
  readonly noun: string;
}

/** “Hàng tháng”, “Định kỳ hàng quý”: one in each unit. */
export interface EveryUnit extends Cadence {
  readonly kind: "every-unit";
  readonly unit: Unit;
  /** Typed with “định kỳ”. */
  readonly periodic: boolean;
  /** “Ngày Pháp luật hàng tháng”: the occasion it hangs on; null when none. */
  readonly occasion: string | null;
}

/** “48 số (04 số/tháng)”: both numbers are kept; `checkTotal` compares them. */
export interface Total extends Cadence, Amount {
  readonly kind: "total";
  /** What the total itself is for: “48 số/năm (…)”; null: the plan's period. */
  readonly per: UnitStep | null;
  readonly breakdown: Amount & { readonly every: UnitStep };
}

/** “Định kỳ (Quý I, 06 tháng, 09 tháng, năm)”. */
export interface CalendarList extends Common {
  readonly kind: "calendar-list";
  /** At least two, in the order typed. */
  readonly points: readonly ReportPoint[];
  /** “Quý I, III/2026”; null: inherited. */
  readonly year: number | null;
}

/** “định kỳ”, “thường kỳ”, “sơ kết, tổng kết”: the interval is not given, and none is invented. */
export interface Periodic extends Cadence {
  readonly kind: "periodic";
  /** “định kỳ”, “thường kỳ”, “sơ kết, tổng kết”, “ngày Pháp luật”. */
  readonly occasion: string;
}

/** “trước ngày 15/11/2019”, “chậm nhất trong tháng 3 năm 2018”, “trước ngày 15 hàng tháng”. */
export interface Deadline extends Common {
  readonly kind: "deadline";
  readonly due: CalendarSpan | RecurringDay;
  /** "before": strictly before the first day of `due`; "through": its last day is still good. */
  readonly edge: "before" | "through";
  /** With a clock time the day of `due` itself is good until that hour. */
  readonly clock: ClockTime | null;
  /** “trước ngày 15/6 và 15/12”: the further days; usually empty. */
  readonly also: readonly CalendarSpan[];
  /** “… hàng năm”: comes back each year. */
  readonly yearly: boolean;
}

/** “ngày 15 hằng tháng”. */
export interface DayOfMonth extends Common {
  readonly kind: "day-of-month";
  readonly on: RecurringDay;
  /** “ngày 15 và ngày 30 hằng tháng”. */
  readonly also: number | "last" | null;
}

/** “thứ Sáu hàng tuần”; weekday 1 = Monday … 7 = Sunday. */
export interface DayOfWeek extends Cadence {
  readonly kind: "day-of-week";
  readonly weekdays: readonly number[];
}

/** “từ ngày 01/3 đến ngày 15/4/2026”; `end: null` is “từ tháng 3/2026”, to the end of the plan's period. */
export interface Between extends Common {
  readonly kind: "between";
  readonly start: CalendarSpan;
  readonly end: CalendarSpan | null;
  /** “từ 17 giờ 00 ngày … đến 08 giờ 00 ngày …”: the hours of the first and the last day; null when not given. */
  readonly clock: ClockTime | null;
  readonly until: ClockTime | null;
}

/** “ngay sau khi được ban hành”, “trong vòng 08 giờ làm việc kể từ …”. */
export interface AfterEvent extends Common {
  readonly kind: "after-event";
  /** "at-once" ngay sau · "within" trong vòng N … kể từ · "after" sau khi · "from" kể từ · "before" trước khi. */
  readonly relation: "at-once" | "within" | "after" | "from" | "before";
  readonly delay: Duration | null;
  /** The event as typed: “khi được ban hành”, “thời điểm người dân, doanh nghiệp nộp hồ sơ”. */
  readonly event: string;
}

/** “khi có nhu cầu”, “theo yêu cầu”, “đột xuất”, “trong quá trình thực hiện, nếu có vướng mắc”. */
export interface OnEvent extends Common {
  readonly kind: "on-event";
  readonly trigger: "on-demand" | "whenever" | "during";
  /** The whole phrase, single-spaced: “khi có nhu cầu”. */
  readonly event: string;
}

/** Numbers that a plan must keep and check but that are no cadence: limits, lengths and quantities. */
export interface Limit extends Common {
  readonly kind: "limit";
  /** “không … quá 01 lần”, “ít nhất 01 hội nghị”, “01 lớp”; null for a length only. */
  readonly amount: Amount | null;
  /** “trong năm” gives { n: 1, unit: "year" }; null: over the plan's period. */
  readonly each: UnitStep | null;
  /** “mỗi doanh nghiệp, cơ sở sản xuất kinh doanh”: for each of what; null when not given. */
  readonly per: string | null;
  /** “thời lượng mỗi lần từ 12 đến 15 phút”. */
  readonly duration: Duration | null;
}

/** Not times of implementation: years, dates of documents, editions, periods and horizons, often parts of names. */
export type ContextMeaning =
  | { readonly role: "year"; readonly year: number }
  /** “ngày 28 tháng 12 năm 2018”, “ngày    tháng 02 năm 2024” (day null). */
  | { readonly role: "date"; readonly day: number | null; readonly month: number | null; readonly year: number | null }
  /** “lần thứ 3 - năm 2017”. */
  | { readonly role: "edition"; readonly edition: number; readonly year: number | null }
  /** “giai đoạn 2019-2025”. */
  | { readonly role: "period"; readonly from: number; readonly to: number }
  /** “năm học 2026-2027”. */
  | { readonly role: "school-year"; readonly from: number; readonly to: number }
  /** “đến năm 2025”, “tầm nhìn đến năm 2030”, “định hướng đến 2030”. */
  | { readonly role: "horizon"; readonly year: number; readonly outlook: "vision" | "orientation" | null }
  /** “sơ kết 3 năm”, “tổng kết 05 năm”. */
  | { readonly role: "review"; readonly years: number; readonly final: boolean }
  /** “thời gian qua” · “thời gian đến, thời gian tới”. */
  | { readonly role: "past" }
  | { readonly role: "coming" }
  /** “theo tiến độ thời gian đề ra”, “theo kế hoạch của …”: by a schedule kept elsewhere; `basis` as typed. */
  | { readonly role: "schedule"; readonly basis: string };

export interface Context extends Common {
  readonly kind: "context";
  readonly meaning: ContextMeaning;
}

/** Words that the grammar does not know. */
export interface UnknownTime extends Common {
  readonly kind: "text";
}

export type TimeExpr =
  | Continuous
  | Within
  | PerUnit
  | EveryNUnits
  | EveryUnit
  | Total
  | CalendarList
  | Periodic
  | Deadline
  | DayOfMonth
  | DayOfWeek
  | Between
  | AfterEvent
  | OnEvent
  | Limit
  | Context
  | UnknownTime;

export type TimeKind = TimeExpr["kind"];

/** The typed value without the place and the words it was typed in. */
export type TimeValue = TimeExpr extends infer T ? (T extends TimeExpr ? Omit<T, keyof Common> : never) : never;
