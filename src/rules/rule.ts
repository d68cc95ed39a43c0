/**
 * A rule: one question asked of the finished plan. It explains itself (message, why, examples), changes nothing, and is one
 * file of this folder. The examples are run as tests: `bad` gives exactly this code, `good` gives nothing at all.
 *
 * A rule that needs a fact the plan lacks is a reason to teach `plan/from-syntax.ts`, not to look at the syntax.
 */
import {
  type Diagnostic,
  type DiagnosticExtras,
  defineDiagnostic,
  type Severity,
  type Template,
} from "../diagnostics/diagnostic.ts";
import type { Plan, PlanDocument } from "../plan/plan.ts";
import type { Registries } from "../registry/registry.ts";
import type { Span } from "../source/source-file.ts";

export interface RuleExtras extends DiagnosticExtras {
  /** Where one case is more or less certain than the others of the rule. */
  readonly severity?: Severity;
}

/** What a rule sees and says. `document` is one document of the plan; the rule is asked once for each. */
export interface RuleContext<Hole extends string> {
  readonly plan: Plan;
  readonly document: PlanDocument;
  readonly registries: Registries;
  readonly report: (span: Span, values: Readonly<Record<Hole, string | number>>, extras?: RuleExtras) => void;
}

export interface RuleDeclaration<Hole extends string> {
  /** VB1xx citation, 2xx agency, 3xx time, 4xx task, 5xx form, 6xx language. Given once, for ever. */
  readonly code: string;
  /** The defect, in English: read as “allow task-without-lead”. */
  readonly name: string;
  readonly severity: Severity;
  readonly message: Template<Hole>;
  readonly why: string;
  /** What to do, where there is no fix or besides it. */
  readonly hint?: string;
  /** Asked only of a file without errors that block its output: of a broken one, parts may be unread and not missing. */
  readonly wholeOnly?: boolean;
  readonly examples: { readonly bad: string; readonly good: string };
  readonly check: (context: RuleContext<Hole>) => void;
}

export interface Rule {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: Template<string>;
  readonly why: string;
  readonly hint?: string;
  readonly wholeOnly: boolean;
  readonly examples: { readonly bad: string; readonly good: string };
  /** The findings of this rule in a plan, in the order the rule met them. */
  readonly find: (plan: Plan, registries: Registries) => Diagnostic[];
}

export function defineRule<const Hole extends string = never>(declaration: RuleDeclaration<Hole>): Rule {
  const { code, name, severity, message, why, hint, wholeOnly = false, examples, check } = declaration;
  const make = defineDiagnostic({ code, severity, message: message as Template<string>, why, hint });
  return {
    code,
    name,
    severity,
    message,
    why,
    ...(hint === undefined ? {} : { hint }),
    wholeOnly,
    examples,
    find(plan, registries) {
      const found: Diagnostic[] = [];
      const report: RuleContext<Hole>["report"] = (span, values, extras = {}) => {
        const { severity: given, ...rest } = extras;
        const diagnostic = make(span, values, rest);
        found.push(given === undefined ? diagnostic : { ...diagnostic, severity: given });
      };
      for (const document of plan.documents) check({ plan, document, registries, report });
      return found;
    },
  };
}
