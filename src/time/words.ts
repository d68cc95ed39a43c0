/**
 * Typed value → canonical Vietnamese, the way an official plan writes it: two-digit counts, day and months 1–2 padded.
 *
 * What was typed is in `words`; this is for reports, comparisons and hover texts. Reading the result back as a field gives
 * the same typed value; for `context`, which a field would take as a time of implementation, reading it as prose does.
 */
import { unreachable } from "../unreachable.ts";
import { formatDate, formatMonth } from "./calendar.ts";
import type {
  Amount,
  Bound,
  CalendarSpan,
  ClockTime,
  ContextMeaning,
  Deadline,
  Duration,
  Part,
  RecurringDay,
  ReportPoint,
  TimeExpr,
  TimeValue,
  Unit,
  UnitStep,
} from "./time.ts";

const pad = (value: number): string => String(value).padStart(2, "0");

const unitWords: Readonly<Record<Duration["unit"], string>> = {
  minute: "phút",
  hour: "giờ",
  "working-hour": "giờ làm việc",
  day: "ngày",
  "working-day": "ngày làm việc",
  week: "tuần",
  month: "tháng",
  quarter: "quý",
  "half-year": "nửa năm",
  year: "năm",
};

/** “tuần”, “giờ làm việc”. */
export const unitName = (unit: Unit | "minute"): string => unitWords[unit];

const partWords: Readonly<Record<Part, string>> = { early: "đầu ", middle: "giữa ", late: "cuối " };

const weekdayWords = ["", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

const romans = ["", "I", "II", "III", "IV"];

/** Canonical words of a value; for `text` the words as typed. */
export function words(time: TimeExpr | TimeValue): string {
  switch (time.kind) {
    case "continuous":
      return (
        time.manner.join(", ") +
        (time.within === null ? "" : ` trong ${spanWords(time.within)}`) +
        lengthTail(time.duration)
      );
    case "within": {
      const hours = [time.clock, time.until].filter((each) => each !== null).map(clockWords);
      const clock = hours.length === 0 ? "" : hours.length === 1 ? `${hours[0]} ` : `từ ${hours[0]} đến ${hours[1]} `;
      const isPlainYear = time.span.unit === "year" && time.span.part === null;
      return `${clock}${isPlainYear ? "trong " : ""}${spanWords(time.span)}`;
    }
    case "per-unit":
      return `${amountWords(time)}${perWords(time.every)}${objectWords(time.per)}${lengthTail(time.duration)}`;
    case "every-n-units":
      return `${boundWords(time.bound)}${time.every.n} ${unitWords[time.every.unit]}/${time.noun}${lengthTail(time.duration)}`;
    case "every-unit": {
      const occasion = time.occasion === null ? "" : `${time.occasion} `;
      return `${occasion}${time.periodic ? "định kỳ " : ""}hàng ${unitWords[time.unit]}${lengthTail(time.duration)}`;
    }
    case "total": {
      const per = time.per === null ? "" : perWords(time.per);
      return `${amountWords(time)}${per} (${amountWords(time.breakdown)}${perWords(time.breakdown.every)})${lengthTail(time.duration)}`;
    }
    case "calendar-list": {
      const endsWithYear = time.points.at(-1)?.kind === "year";
      // “quý I, năm 2026” would be the first quarter of 2026.
      const beforeYear = endsWithYear && time.year !== null ? " và " : ", ";
      const points = time.points
        .map(
          (point, index) =>
            `${index === 0 ? "" : index === time.points.length - 1 ? beforeYear : ", "}${pointWords(point)}`,
        )
        .join("");
      return `định kỳ ${points}${time.year === null ? "" : endsWithYear ? ` ${time.year}` : ` năm ${time.year}`}`;
    }
    case "periodic":
      return `${time.occasion}${lengthTail(time.duration)}`;
    case "deadline":
      return deadlineWords(time);
    case "day-of-month": {
      const [first, rest] = recurringParts(time.on);
      return `${first}${time.also === null ? "" : ` và ngày ${dayWords(time.also)}`} ${rest}`;
    }
    case "day-of-week":
      return `${time.weekdays.map((day) => weekdayWords[day] ?? "").join(", ")} hàng tuần${lengthTail(time.duration)}`;
    case "between": {
      const from = time.clock === null ? "" : `${clockWords(time.clock)} `;
      const to = time.until === null ? "" : `${clockWords(time.until)} `;
      return `từ ${from}${spanWords(time.start)} ${time.end === null ? "trở đi" : `đến ${to}${spanWords(time.end)}`}`;
    }
    case "after-event":
      switch (time.relation) {
        case "at-once":
          return `ngay sau ${time.event}`;
        case "before":
          return `trước ${time.event}`;
        case "from":
          return `kể từ ${time.event}`;
        case "within":
          return `trong vòng ${time.delay === null ? "" : `${durationWords(time.delay)} `}kể từ ${time.event}`;
        case "after":
          return time.delay === null ? `sau ${time.event}` : `sau ${durationWords(time.delay)} kể từ ${time.event}`;
        default:
          return unreachable(time.relation);
      }
    case "on-event":
      return time.event;
    case "limit": {
      if (time.amount === null) return time.duration === null ? "" : `thời lượng ${durationWords(time.duration)}`;
      if (time.each === null) return `${amountWords(time.amount)}${objectWords(time.per)}`;
      const object = time.per === null ? "" : ` đối với ${time.per}`;
      return `không tổ chức quá ${amountWords({ ...time.amount, bound: "exact" })}${perWords(time.each)}${object}`;
    }
    case "context":
      return contextWords(time.meaning);
    case "text":
      return "words" in time ? time.words : "";
    default:
      return unreachable(time);
  }
}

/** “quý III/2024”, “tháng 02”, “ngày 05/02/2026”, “06 tháng đầu năm 2026”. */
export function spanWords(span: CalendarSpan): string {
  switch (span.unit) {
    case "day":
      return span.year === null
        ? `ngày ${pad(span.day)}/${formatMonth(span.month)}`
        : `ngày ${formatDate({ year: span.year, month: span.month, day: span.day })}`;
    case "month":
      return `${partPrefix(span.part)}tháng ${formatMonth(span.month)}${slashYear(span.year)}`;
    case "quarter":
      return `${partPrefix(span.part)}quý ${romans[span.quarter] ?? span.quarter}${slashYear(span.year)}`;
    case "months": {
      const year = span.year === null ? "" : ` ${span.year}`;
      return span.from === 1 ? `${pad(span.to)} tháng đầu năm${year}` : `${pad(13 - span.from)} tháng cuối năm${year}`;
    }
    case "year":
      return `${partPrefix(span.part)}năm${span.year === null ? "" : ` ${span.year}`}`;
    default:
      return unreachable(span);
  }
}

const partPrefix = (part: Part | null): string => (part === null ? "" : partWords[part]);
const slashYear = (year: number | null): string => (year === null ? "" : `/${year}`);

/** “17 giờ 00”. */
export const clockWords = ({ hour, minute }: ClockTime): string => `${pad(hour)} giờ ${pad(minute)}`;

function rangeWords(min: number, max: number): string {
  return min === max ? pad(min) : `từ ${pad(min)} đến ${pad(max)}`;
}

/** “từ 12 đến 15 phút”, “08 giờ làm việc”, “không quá 15 phút”. */
export function durationWords({ min, max, unit }: Duration): string {
  const name = unitWords[unit];
  if (max === null) return `ít nhất ${pad(min)} ${name}`;
  return min === 0 ? `không quá ${pad(max)} ${name}` : `${rangeWords(min, max)} ${name}`;
}

const lengthTail = (duration: Duration | null): string =>
  duration === null ? "" : `, thời lượng mỗi lần ${durationWords(duration)}`;

const boundWords = (bound: Bound): string =>
  bound === "at-least" ? "tối thiểu " : bound === "at-most" ? "không quá " : "";

/** “/đơn vị”, “ đối với mỗi doanh nghiệp”. */
function objectWords(object: string | null): string {
  if (object === null) return "";
  const isShort = !object.startsWith("mỗi ") && !object.includes(",") && object.split(" ").length <= 4;
  return isShort ? `/${object}` : ` đối với ${object}`;
}

function amountWords({ count, upTo, bound, noun }: Amount): string {
  return `${boundWords(bound)}${pad(count)}${upTo === null ? "" : ` - ${pad(upTo)}`}${noun === null ? "" : ` ${noun}`}`;
}

const perWords = ({ n, unit }: UnitStep): string => `/${n === 1 ? "" : `${n} `}${unitWords[unit]}`;

function pointWords(point: ReportPoint): string {
  switch (point.kind) {
    case "quarter":
      return `quý ${romans[point.quarter] ?? point.quarter}`;
    case "month":
      return `tháng ${formatMonth(point.month)}`;
    case "months":
      return `${pad(point.months)} tháng`;
    case "year":
      return "năm";
    case "every":
      return `hàng ${unitWords[point.unit]}`;
    default:
      return unreachable(point);
  }
}

const dayWords = (day: number | "last"): string => (day === "last" ? "cuối cùng" : pad(day));

/** [“ngày 15”, “hàng tháng”] · [“ngày 15”, “tháng cuối hàng quý”] · [“thứ Sáu”, “hàng tuần”] */
function recurringParts({ day, of }: RecurringDay): readonly [string, string] {
  if (of === "week") return [weekdayWords[day === "last" ? 7 : day] ?? "", "hàng tuần"];
  return [`ngày ${dayWords(day)}`, of === "month" ? "hàng tháng" : `tháng cuối hàng ${unitWords[of]}`];
}

function deadlineWords({
  due,
  also,
  edge,
  clock,
  yearly,
}: Omit<Deadline, "words" | "at" | "before" | "after">): string {
  const hour = clock === null ? "" : `${clockWords(clock)} `;
  const what = due.unit === "recurring-day" ? recurringParts(due).join(" ") : spanWords(due);
  const isDay = due.unit === "day" || due.unit === "recurring-day";
  const opening = edge === "before" ? "trước " : isDay ? "chậm nhất " : hour === "" ? "chậm nhất trong " : "chậm nhất ";
  const others = also.map((each) => ` và ${spanWords(each)}`).join("");
  return `${opening}${hour}${what}${others}${yearly ? " hàng năm" : ""}`;
}

function contextWords(meaning: ContextMeaning): string {
  switch (meaning.role) {
    case "year":
      return `năm ${meaning.year}`;
    case "date": {
      const day = meaning.day === null ? "…" : pad(meaning.day);
      const month = meaning.month === null ? "…" : formatMonth(meaning.month);
      if (meaning.year === null) return `ngày ${day}/${month}`;
      return `ngày ${day} tháng ${month} năm ${meaning.year}`;
    }
    case "edition":
      return `lần thứ ${meaning.edition}${meaning.year === null ? "" : ` - năm ${meaning.year}`}`;
    case "period":
      return `giai đoạn ${meaning.from} - ${meaning.to}`;
    case "school-year":
      return `năm học ${meaning.from} - ${meaning.to}`;
    case "horizon":
      return `${meaning.outlook === "vision" ? "tầm nhìn " : meaning.outlook === "orientation" ? "định hướng " : ""}đến năm ${meaning.year}`;
    case "review":
      return `${meaning.final ? "tổng kết" : "sơ kết"} ${pad(meaning.years)} năm`;
    case "past":
      return "thời gian qua";
    case "coming":
      return "thời gian tới";
    case "schedule":
      return meaning.basis;
    default:
      return unreachable(meaning);
  }
}
