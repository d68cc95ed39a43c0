/**
 * Every diagnostic and every rule in one list: for `plan explain`, the pages in docs/rules, and the test that codes are
 * unique and explained. A new errors file is added here once; its definitions are found by themselves.
 */
import type { DiagnosticDeclaration, Severity } from "./diagnostics/diagnostic.ts";
import * as documentErrors from "./document/errors.ts";
import * as pdfErrors from "./emit/pdf/errors.ts";
import * as docxErrors from "./import/docx/errors.ts";
import * as importErrors from "./import/errors.ts";
import * as planErrors from "./plan/errors.ts";
import * as registryErrors from "./registry/errors.ts";
import * as overlayErrors from "./registry/overlay-errors.ts";
import { rules } from "./rules/index.ts";
import * as silenceErrors from "./rules/silence.ts";
import * as togetherErrors from "./rules/together.ts";
import * as sourceErrors from "./source/errors.ts";
import * as foreignErrors from "./source/foreign-errors.ts";
import * as yamlErrors from "./source/yaml-errors.ts";
import * as syntaxErrors from "./syntax/errors.ts";
import * as timeErrors from "./time/errors.ts";

export interface CatalogEntry {
  readonly code: string;
  readonly severity: Severity;
  /** A rule's English name, such as “task-without-lead”; "" for other diagnostics. */
  readonly name: string;
  /** The message with `…` in its holes. */
  readonly message: string;
  readonly why: string;
  readonly hint: string;
  readonly bad: string;
  readonly good: string;
}

/** The message without values: `…` for a hole, nothing for a suggestion behind the sentence. */
const words = (template: { readonly strings: readonly string[] }): string =>
  template.strings
    .join("…")
    .replace(/…{2,}/g, "…")
    .replace(/([.?])…$/, "$1");

function declared(module: object): CatalogEntry[] {
  return Object.values(module)
    .filter(
      (value): value is { declaration: DiagnosticDeclaration<string> } =>
        typeof value === "function" && "declaration" in value,
    )
    .map(({ declaration: d }) => ({
      code: d.code,
      severity: d.severity,
      name: "",
      message: words(d.message),
      why: d.why,
      hint: d.hint ?? "",
      bad: d.example ?? "",
      good: "",
    }));
}

const modules = [
  sourceErrors,
  foreignErrors,
  importErrors,
  docxErrors,
  yamlErrors,
  syntaxErrors,
  timeErrors,
  registryErrors,
  overlayErrors,
  planErrors,
  documentErrors,
  pdfErrors,
  silenceErrors,
  togetherErrors,
];

/** Sorted by code. */
export const catalog: readonly CatalogEntry[] = [
  ...modules.flatMap(declared),
  ...rules.map((rule) => ({
    code: rule.code,
    severity: rule.severity,
    name: rule.name,
    message: words(rule.message),
    why: rule.why,
    hint: rule.hint ?? "",
    bad: rule.examples.bad,
    good: rule.examples.good,
  })),
].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
