/** All rules over a plan. Findings come in the order of the rules; the caller sorts them by place. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Plan } from "../plan/plan.ts";
import type { Registries } from "../registry/registry.ts";
import { rules } from "./index.ts";

export const lint = (plan: Plan, registries: Registries): Diagnostic[] =>
  rules.flatMap((rule) => rule.find(plan, registries));
