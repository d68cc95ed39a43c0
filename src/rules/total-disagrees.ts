import { text } from "../diagnostics/diagnostic.ts";
import type { Plan, PlanDocument, TimeMention } from "../plan/plan.ts";
import type { Span } from "../source/source-file.ts";
import { checkTotal, periodOf } from "../time/occurrences.ts";
import type { Amount, TimeExpr, Total, UnitStep } from "../time/time.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { periodOfYears, yearsOf } from "./walk.ts";

const task = (time: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh chuyên mục\n- Thời gian thực hiện: ${time}.\n- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.`;

/** VB301. “48 số (04 số/tháng)”: the total is what the breakdown makes over the plan's period. */
export default defineRule({
  code: "VB301",
  name: "total-disagrees",
  severity: "warning",
  message: text`Tổng số ${"found"} không khớp: ${"breakdown"} trong ${"period"} là ${"expected"}.`,
  why: "Hai con số trái nhau thì không biết giao và nghiệm thu theo số nào.",
  hint: "Sửa tổng số hoặc số lần trong mỗi kỳ; nếu chỉ làm trong một phần của năm thì ghi rõ.",
  examples: {
    bad: example({ body: task("40 số (04 số/tháng)") }),
    good: example({ body: task("48 số (04 số/tháng)") }),
  },
  check({ plan, document, report }) {
    const years = yearsOf(document);
    if (years === null) return;
    const whole = periodOfYears(years);
    for (const { time, span, rate, stretch } of totalsOf(plan, document)) {
      const period = (stretch && periodOf(stretch.time, years.from === years.to ? years.from : null)) ?? whole;
      const result = checkTotal(time, period);
      if (result === null || result.agrees) continue;
      if (isWeekly(time) && isAboutAYear(result.found, result.expected)) continue;
      const { min, max } = result.expected;
      const overYear = years.from === years.to ? `năm ${years.from}` : `giai đoạn ${years.from} - ${years.to}`;
      const over = time.per === null ? (stretch ? `“${stretch.time.words}”` : overYear) : `mỗi ${unitName(time)}`;
      report(span, {
        found: result.found,
        breakdown: `“${rate}”`,
        period: over,
        expected: max === null ? `ít nhất ${min}` : min === max ? min : `${min} đến ${max}`,
      });
    }
  },
});

interface FoundTotal {
  readonly time: Total;
  readonly span: Span;
  /** What is multiplied, as typed: “04 số/tháng”. */
  readonly rate: string;
  /** “06 tháng đầu năm: 12 kỳ (02 kỳ/tháng)”: the part of the year that is counted, or null for the whole. */
  readonly stretch: TimeMention | null;
}

/** The totals of a document, those told as two rates (“hằng quý (03 lần/năm)”) among them. */
function totalsOf(plan: Plan, document: PlanDocument): FoundTotal[] {
  const totals: FoundTotal[] = [];
  document.times.forEach((mention, index) => {
    const before = document.times[index - 1];
    const after = document.times[index + 1];
    if (mention.time.kind === "total") {
      // Two things are counted: “01 lần/quý (03 buổi/năm)”.
      const { noun: one, breakdown } = mention.time;
      if (one !== null && breakdown.noun !== null && one !== breakdown.noun) return;
      const stretch = [before, after].find((one) => one !== undefined && isStretchOf(plan, one, mention)) ?? null;
      const { words } = mention.time;
      const inside = /\(([^()]*)\)/u.exec(words)?.[1] ?? words;
      const rate = isLongerInside(mention.time) ? words.slice(0, words.indexOf("(")).trim() : inside;
      totals.push({ time: mention.time, span: mention.span, rate, stretch });
      return;
    }
    const rate = rateIn(mention.time);
    if (rate === null || after?.time.kind !== "per-unit") return;
    const between = plan.source.text.slice(mention.span.end, after.span.start);
    if (!/^\s*(?:\(|=)\s*(?:tức(?: là)?\s|tương đương\s)?$/u.test(between)) return;
    const { count, upTo, bound, noun, every } = after.time;
    if (rate.noun !== null && noun !== null && rate.noun !== noun) return;
    const time: Total = { ...after.time, kind: "total", count, upTo, bound, noun, per: every, breakdown: rate };
    totals.push({
      time,
      span: { start: mention.span.start, end: after.span.end },
      rate: mention.time.words,
      stretch: null,
    });
  });
  return totals;
}

/** A cadence as so many in a unit. */
function rateIn(time: TimeExpr): (Amount & { readonly every: UnitStep }) | null {
  switch (time.kind) {
    case "per-unit":
      return time.per === null ? time : null;
    case "every-n-units":
      return { count: 1, upTo: null, bound: time.bound, noun: null, every: time.every };
    case "every-unit":
      return { count: 1, upTo: null, bound: "exact", noun: null, every: { n: 1, unit: time.unit } };
    default:
      return null;
  }
}

/** A part of the year named in the same line near a total is what the total is over. */
function isStretchOf(plan: Plan, one: TimeMention, { span }: TimeMention): boolean {
  const isPart = (one.time.kind === "within" && one.time.span.unit !== "year") || one.time.kind === "between";
  if (!isPart) return false;
  const [from, to] = one.span.start < span.start ? [one.span.end, span.start] : [span.end, one.span.start];
  return to - from <= 80 && !/[\n;]|\.\s/.test(plan.source.text.slice(from, to));
}

const isWeekly = ({ breakdown }: Total): boolean => breakdown.every.unit === "week" && breakdown.every.n === 1;

/** Clerks count a year as 48 to 53 weeks, a month as four or five. */
const isAboutAYear = (found: number, { min, max }: { readonly min: number; readonly max: number | null }): boolean =>
  found >= min * 0.9 && found <= (max ?? min) * 1.25;

const unitNames: Readonly<Partial<Record<UnitStep["unit"], string>>> = {
  week: "tuần",
  month: "tháng",
  quarter: "quý",
  "half-year": "6 tháng",
  year: "năm",
};

const order: readonly UnitStep["unit"][] = ["day", "week", "month", "quarter", "half-year", "year"];

/** “02 tin/tháng (20 tin/năm)”. */
const isLongerInside = ({ per, breakdown }: Total): boolean =>
  per !== null && order.indexOf(breakdown.every.unit) > order.indexOf(per.unit);

/** The longer of the two units that are compared. */
function unitName(total: Total): string {
  const longer = isLongerInside(total) ? total.breakdown.every : total.per!;
  return `${longer.n === 1 ? "" : `${longer.n} `}${unitNames[longer.unit] ?? "kỳ"}`;
}
