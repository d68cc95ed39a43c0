/** A source laid out, with what a person is told of it: which numbers changed, and whether the layout was given up. */
import type { Checked } from "../diagnostics/diagnostic.ts";
import { toPlan } from "../plan/from-syntax.ts";
import type { Registries } from "../registry/registry.ts";
import { lineAt, lineTable, type SourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { laidOut } from "./format.ts";
import { renumber } from "./renumber.ts";

export interface Renumbered {
  /** Line of the source, from 1. */
  readonly line: number;
  /** The mark, or the words of the reference, before and after. */
  readonly before: string;
  readonly after: string;
}

export interface Formatted {
  /** Lines end with "\n". */
  readonly text: string;
  readonly renumbered: readonly Renumbered[];
  /** The layout would have changed what the plan means, so the source stays as it was. */
  readonly isKept: boolean;
}

/** Lays out a source, its marks counted anew when `counts`; the diagnostics are those of its syntax. */
export function tidied(source: SourceFile, registries: Registries, counts: boolean): Checked<Formatted> {
  const tree = parse(source);
  const { text, renumbered } = counts
    ? counted(source, registries)
    : { text: source.text, renumbered: [] as readonly Renumbered[] };
  const numbered = text === source.text ? source : { ...source, text, lineStarts: lineTable(text) };
  return { value: { ...laidOut(numbered, registries), renumbered }, diagnostics: tree.diagnostics };
}

function counted(source: SourceFile, registries: Registries): Omit<Formatted, "isKept"> {
  const { value: plan } = toPlan(parse(source).value, registries);
  const edits = [...renumber(plan)].sort((a, b) => a.span.start - b.span.start);
  const apply = (from: number, to: number): string => {
    let result = "";
    let at = from;
    for (const { span, text } of edits) {
      if (span.start < from || span.end > to) continue;
      result += source.text.slice(at, span.start) + text;
      at = span.end;
    }
    return result + source.text.slice(at, to);
  };
  const references = plan.documents.flatMap((document) => document.references.map((reference) => reference.span));
  const told = new Set<number>();
  const renumbered = edits.flatMap(({ span }): Renumbered[] => {
    const whole = references.find((one) => one.start <= span.start && span.end <= one.end) ?? span;
    if (told.has(whole.start)) return [];
    told.add(whole.start);
    const words = (text: string): string => text.replace(/\s+/g, " ");
    const before = words(source.text.slice(whole.start, whole.end));
    return [{ line: lineAt(source, whole.start) + 1, before, after: words(apply(whole.start, whole.end)) }];
  });
  return { text: apply(0, source.text.length), renumbered };
}
