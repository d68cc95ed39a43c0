/** Fixing texts as `plan fix` does, with the real rules or with findings made for a test. */

import { analyze, decode } from "../../src/compile.ts";
import type { Diagnostic, Fix } from "../../src/diagnostics/diagnostic.ts";
import { type Analyse, type Fixed, type FixOptions, fixText } from "../../src/fix/apply.ts";
import { registries } from "../support/pipeline.ts";

const real: Analyse = (source, decoding) => analyze(source, registries, { decoding }).diagnostics;

export function fix(raw: string, options: Partial<FixOptions> = {}, analyse: Analyse = real): Fixed {
  const decoded = decode(Buffer.from(raw, "utf8"), "a.plan");
  return fixText(raw, decoded.value!, decoded.diagnostics, analyse, { unsafe: false, codes: null, ...options });
}

/** A finding for every match of a pattern, with one edit that replaces it. */
export function finder(
  code: string,
  pattern: RegExp,
  replace: (match: RegExpMatchArray) => string,
  { safe = true, severity = "warning" as Diagnostic["severity"] } = {},
): Analyse {
  return (source) =>
    [...source.text.matchAll(pattern)].map((match): Diagnostic => {
      const span = { start: match.index, end: match.index + match[0].length };
      const own: Fix = { title: `Sửa ${match[0]}`, safe, edits: [{ span, text: replace(match) }] };
      return { code, severity, message: `Có ${match[0]}.`, span, fix: own };
    });
}

export const both =
  (...all: readonly Analyse[]): Analyse =>
  (source, decoding) =>
    all.flatMap((one) => one(source, decoding)).sort((a, b) => a.span.start - b.span.start);
