/**
 * SourceFile → syntax tree. One run reports every problem; no input makes it throw.
 *
 * The lexer names each line, the grammar puts lines together, `from-cst.ts` builds the tree; then the layout is read for
 * what a person probably meant otherwise (`layout.ts`), and the silences find what they silence (`silences.ts`).
 */
import type { IToken } from "../../grammar/cst.ts";
import { planParser } from "../../grammar/plan-grammar.ts";
import { planLexer } from "../../grammar/tokens.ts";
import { byPlace, type Checked, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { conflictMarks } from "./conflict-marks.ts";
import { allTokens } from "./cst.ts";
import { misunderstood } from "./errors.ts";
import { documentsFromCst } from "./from-cst.ts";
import { layoutNotices } from "./layout.ts";
import { colonNotices } from "./missing-colons.ts";
import { readComments, readSilences } from "./silences.ts";
import type { SyntaxTree } from "./syntax.ts";

/** Parses a whole file. The tree is always usable; what was wrong is in the diagnostics, in source order. */
export function parse(source: SourceFile): Checked<SyntaxTree> {
  const { tokens, groups } = planLexer().tokenize(source.text);
  return parseTokens(source, tokens, groups);
}

/** The parser's part of `parse`. The grammar takes every order of lines that the lexer gives; for any other list of
 * tokens recovery finds what it can, each gap is reported (CP001), and the words of what it skipped become error nodes. */
export function parseTokens(
  source: SourceFile,
  tokens: readonly IToken[],
  groups: Readonly<Record<string, readonly IToken[] | undefined>> = {},
): Checked<SyntaxTree> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const parser = planParser();
  parser.input = [...tokens];
  const cst = parser.planFile();
  const parsingErrors = parser.errors;
  const skipped = parsingErrors.length > 0 ? withoutPlace(tokens, allTokens(cst)) : [];
  for (const error of parsingErrors) {
    const at = error.token.startOffset;
    if (Number.isNaN(at)) continue;
    const image = error.token.image.trim();
    report(misunderstood({ start: at, end: at + error.token.image.length }, { found: image.slice(0, 40) }));
  }
  const documents = documentsFromCst(cst, { source, pasted: groups.pasted ?? [], skipped, report });
  const comments = readComments(groups.comments ?? []);
  const silences = readSilences(comments, documents, source, report);
  layoutNotices(tokens, source, report);
  colonNotices(tokens, source, report);
  conflictMarks(source, report);
  return {
    value: { kind: "file", source, documents, comments, silences },
    diagnostics: diagnostics.sort(byPlace),
  };
}

/** Tokens that recovery skipped: they are in no rule, but their words are kept. */
function withoutPlace(tokens: readonly IToken[], placed: readonly IToken[]): IToken[] {
  const kept = new Set(placed);
  return tokens.filter((token) => !kept.has(token));
}
