/** Nodes of the time grammar → amounts, units and lengths. */
import { type CstNode, usualSpelling } from "../../grammar/time-grammar.ts";
import {
  allTokens,
  has,
  image,
  must,
  noTime,
  numberInWords,
  numberOf,
  part,
  parts,
  plain,
  tokens,
  wordsOf,
} from "./cst.ts";
import type { Amount, Bound, Duration, Unit, UnitStep } from "./time.ts";

export function nounOf(node: CstNode): string | null {
  const noun = part(node, "noun");
  if (noun !== null) return allTokens(noun).map(usualSpelling).join(" ").replace(/ ,/g, ",");
  const single = tokens(node, "NounWord")[0] ?? tokens(node, "EventNoun")[0];
  return single === undefined ? null : usualSpelling(single);
}

/** For each of what: “đối với mỗi X” or “mỗi X” around a count, “/X” after its noun or its unit. */
export function objectOf(node: CstNode, counted: CstNode, text: string): string | null {
  const named = part(node, "forObject") ?? part(node, "eachObject");
  if (named !== null)
    return plain(wordsOf(named, text))
      .replace(/^(?:đối với|cho) /, "")
      .replace(/,$/, "");
  const stroke = part(node, "slashObject") ?? part(counted, "slashObject");
  return stroke === null ? null : nounOf(stroke);
}

export function boundOf(node: CstNode): Bound {
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

export function amountOf(node: CstNode): Amount {
  return { ...countOf(node), bound: boundOf(node), noun: nounOf(node) };
}

export function breakdownOf(node: CstNode): Amount & { readonly every: UnitStep } {
  const per = part(node, "per");
  const number = part(node, "number");
  const every =
    per === null ? { n: number === null ? 1 : must(numberOf(number)), unit: cadenceUnit(node) } : stepOf(per);
  return { ...amountOf(node), every };
}

export function anyBreakdown(node: CstNode): Amount & { readonly every: UnitStep } {
  return breakdownOf(must(part(node, "everyUnitCount") ?? part(node, "unitCount") ?? part(node, "countPerUnit")));
}

/** “/2 tuần”, “mỗi tháng”, “một năm”. */
export function stepOf(per: CstNode): UnitStep {
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

export const cadenceUnit = (node: CstNode): Unit =>
  must(cadenceUnits[must(tokens(node, "CadenceUnit")[0]).tokenType.name]);

const delayUnits: Readonly<Record<string, Duration["unit"]>> = {
  ...cadenceUnits,
  UnitMinute: "minute",
  UnitHour: "hour",
  UnitWorkingHour: "working-hour",
  UnitWorkingDay: "working-day",
};

export function durationOf(length: CstNode): Duration {
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
export const exactly = (delay: Duration): Duration =>
  delay.min === 0 && delay.max !== null ? { ...delay, min: delay.max } : delay;

export function tailOf(node: CstNode): Duration | null {
  const clause = part(must(part(node, "lengthTail")), "lengthClause");
  return clause === null ? null : durationOf(must(part(must(part(clause, "lengthPhrase")), "length")));
}
