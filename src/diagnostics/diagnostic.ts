/**
 * Diagnostics: declared once as named values, reported by calling them.
 *
 *     export const unknownField = defineDiagnostic({
 *       code: "CP012",
 *       severity: "error",
 *       message: text`Không có trường “${"key"}”.`,
 *       why: "Phần đầu chỉ nhận các trường của thể thức.",
 *       example: "kế hoạch: A\ncơ quán: UBND xã A\n",
 *     });
 *
 *     report(unknownField(span, { key: "cơ quán" }, { fix: ... }));
 *
 * A misspelt code or a missing hole does not compile. `catalog.ts` gathers every definition for `plan explain`, the
 * manual and the tests. This file knows nothing of terminals or JSON.
 */
import type { Span } from "../source/source-file.ts";

/** lỗi · cảnh báo · lưu ý. Errors of NG, CP, KH and XB block the output; findings of rules (VB) never do. */
export type Severity = "error" | "warning" | "notice";

/** One replacement of a span by new text. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A way to mend the finding. Safe: the plan means the same, may be applied in bulk. Otherwise a person must agree. */
export interface Fix {
  /** What the fix does, in Vietnamese, imperative: “Thêm chấm phẩy”. */
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that is part of the story, such as the first of two equal numbers. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** Why it matters, with the article that says so. */
  readonly why?: string;
  /** What to do when there is no fix, or in addition to it. */
  readonly hint?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

/** A finding that a comment of the plan takes off. */
export interface Silenced {
  readonly diagnostic: Diagnostic;
  /** As the comment gives it; "" when it gives none. */
  readonly reason: string;
}

/** The result of a stage: the best value that could be made, and what was wrong. Stages never throw for bad input. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A message with named, typed holes. Printable without values (holes appear as `…`). */
export interface Template<Hole extends string> {
  readonly holes: readonly Hole[];
  readonly strings: readonly string[];
}

/** Tagged template whose substitutions are the names of holes: text`Không có trường “${"key"}”.` */
export function text<const Hole extends string = never>(
  strings: TemplateStringsArray,
  ...holes: readonly Hole[]
): Template<Hole> {
  return { holes, strings };
}

function render(template: Template<string>, values: Readonly<Record<string, string | number>>): string {
  let result = template.strings[0] ?? "";
  template.holes.forEach((hole, index) => {
    result += `${values[hole] ?? "…"}${template.strings[index + 1] ?? ""}`;
  });
  return result;
}

export interface DiagnosticDeclaration<Hole extends string> {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Template<Hole>;
  /** Why it matters, in Vietnamese; name the article where there is one. */
  readonly why: string;
  /** General advice printed by `plan explain`, and with the finding unless the report gives its own hint. */
  readonly hint?: string;
  /** A small `.plan` (or other input) that yields this code; tests run it. `explain` prints it. */
  readonly example?: string;
}

export interface DiagnosticExtras {
  readonly hint?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

export interface DiagnosticDefinition<Hole extends string = string> {
  (
    span: Span,
    ...rest: [Hole] extends [never]
      ? [values?: Record<string, never>, extras?: DiagnosticExtras]
      : [values: Readonly<Record<Hole, string | number>>, extras?: DiagnosticExtras]
  ): Diagnostic;
  readonly declaration: DiagnosticDeclaration<Hole>;
}

/** Declares a diagnostic; the returned function makes one Diagnostic at a span. */
export function defineDiagnostic<const Hole extends string = never>(
  declaration: DiagnosticDeclaration<Hole>,
): DiagnosticDefinition<Hole> {
  const make = (
    span: Span,
    values: Readonly<Record<string, string | number>> = {},
    extras: DiagnosticExtras = {},
  ): Diagnostic => {
    const hint = extras.hint ?? declaration.hint;
    return {
      code: declaration.code,
      severity: declaration.severity,
      message: render(declaration.message, values),
      span,
      why: declaration.why,
      ...(hint === undefined ? {} : { hint }),
      ...(extras.related ? { related: extras.related } : {}),
      ...(extras.fix ? { fix: extras.fix } : {}),
    };
  };
  return Object.assign(make, { declaration }) as unknown as DiagnosticDefinition<Hole>;
}

/** Errors of source, syntax, binding and output stop a build; findings of rules (VB) and of time (TG) never do. */
export function blocksOutput(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error" && /^(NG|CP|KH|XB|DM)/.test(diagnostic.code);
}

/** Order for printing: by place, then by code. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
