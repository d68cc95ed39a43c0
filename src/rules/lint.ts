/** Runs the rules over a plan. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Plan } from "../plan/plan.ts";
import type { Registries } from "../registry/registry.ts";
import { rules } from "./index.ts";

/** The findings of all rules, in the order of the rules. `isWhole` is false for a file with errors that block its output. */
export const lint = (plan: Plan, registries: Registries, isWhole = true): Diagnostic[] =>
  rules.flatMap((rule) => (isWhole || !rule.wholeOnly ? rule.find(plan, registries) : []));

/** Two stages or rules that see one mistake, at the same words and with the same remedy, tell it once: the first does. */
export function oncePerPlace(found: readonly Diagnostic[]): Diagnostic[] {
  const told = new Map<string, Diagnostic[]>();
  return found.filter((diagnostic) => {
    const key = `${diagnostic.span.start}:${diagnostic.span.end}`;
    const before = told.get(key) ?? [];
    if (before.some((other) => other.code !== diagnostic.code && isSameRemedy(other, diagnostic))) return false;
    told.set(key, [...before, diagnostic]);
    return true;
  });
}

const isSameRemedy = ({ fix: a }: Diagnostic, { fix: b }: Diagnostic): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.edits.length === b.edits.length &&
  a.edits.every(({ span, text }, index) => {
    const other = b.edits[index]!;
    return span.start === other.span.start && span.end === other.span.end && text === other.text;
  });
