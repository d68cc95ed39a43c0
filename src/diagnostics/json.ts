/**
 * The same findings for programs: `plan check --format json`. The shape is settled: {version, files, diagnostics,
 * examined}; docs/schema/findings.json describes it.
 */
import { type Range, range, type SourceFile } from "../source/source-file.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { type FileFindings, totalOf } from "./findings.ts";

interface JsonDiagnostic {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly why: string | null;
  readonly hint: string | null;
  readonly file: string;
  readonly span: Range;
  readonly related: readonly { readonly message: string; readonly span: Range }[];
  readonly fix: {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly span: Range; readonly text: string }[];
  } | null;
}

const toJson = (file: SourceFile, d: Diagnostic): JsonDiagnostic => ({
  code: d.code,
  severity: d.severity,
  message: d.message,
  why: d.why ?? null,
  hint: d.hint ?? null,
  file: file.path,
  span: range(file, d.span),
  related: (d.related ?? []).map((r) => ({ message: r.message, span: range(file, r.span) })),
  fix: d.fix
    ? {
        title: d.fix.title,
        safe: d.fix.safe,
        edits: d.fix.edits.map((e) => ({ span: range(file, e.span), text: e.text })),
      }
    : null,
});

/** All findings of a run, as JSON text ending in a newline. */
export function findingsJson(files: readonly FileFindings[], programVersion: string): string {
  const value = {
    version: programVersion,
    files: files.map((file) => file.source.path),
    diagnostics: files.flatMap((file) => file.diagnostics.map((d) => toJson(file.source, d))),
    examined: totalOf(files.map((file) => file.examined)),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
