/** A text through the stages that the rules need, and fixes applied to it. */
import { byPlace, type Diagnostic, type Fix } from "../../src/diagnostics/diagnostic.ts";
import { toPlan } from "../../src/plan/from-syntax.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { lint, oncePerPlace } from "../../src/rules/lint.ts";
import { silence } from "../../src/rules/silence.ts";
import { parse } from "../../src/syntax/parse.ts";
import { fileOf, registries } from "../registry/support.ts";

export interface Checked {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

export function check(text: string): Checked {
  const tree = parse(fileOf(text, "ke-hoach.plan"));
  const plan = toPlan(tree.value, registries);
  const found = oncePerPlace([...tree.diagnostics, ...plan.diagnostics, ...lint(plan.value, registries)]);
  return { plan: plan.value, diagnostics: silence(tree.value, found).sort(byPlace) };
}

/** Codes with the text they mark: “VB501 3.”. */
export const marked = (text: string, only = /./): string[] =>
  check(text)
    .diagnostics.filter((d) => only.test(d.code))
    .map((d) => `${d.code} ${text.slice(d.span.start, d.span.end)}`);

/** The text with a fix applied, later edits first. */
export function applied(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce((result, edit) => result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end), text);
}
