/**
 * Applies the fixes that findings carry. Round by round: fixes that do not touch each other, safe ones before others, then
 * the text is analysed anew, until no fix is left. The same text gives the same result, and the result has nothing left to
 * fix. A fix that would bring an error that blocks the output is dropped; fixes that undo each other are dropped too.
 */
import { blocksOutput, type Diagnostic, type Fix, type TextEdit } from "../diagnostics/diagnostic.ts";
import { decode } from "../source/decode.ts";
import type { SourceFile } from "../source/source-file.ts";
import { follow, originalLines, type Stretch, stretchesOf } from "./lines.ts";
import { applyEdits, applyToRaw } from "./raw-text.ts";

/** Findings of a text, those of decoding given: what `plan check` tells of it. */
export type Analyse = (source: SourceFile, decoding: readonly Diagnostic[]) => readonly Diagnostic[];

export interface FixOptions {
  /** Also fixes that change what the plan says. */
  readonly unsafe: boolean;
  /** Only the fixes of these codes; null for all. */
  readonly codes: ReadonlySet<string> | null;
}

/** A fix that was applied or dropped, with the line of the first text at which its finding stood. */
export interface FixDone {
  readonly code: string;
  readonly title: string;
  readonly safe: boolean;
  readonly line: number;
}

export interface Fixed {
  /** The text as it is to be written. */
  readonly raw: string;
  readonly source: SourceFile;
  /** Findings of the fixed text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly lines: readonly Stretch[];
  readonly applied: readonly FixDone[];
  /** Fixes that would have broken the plan. */
  readonly dropped: readonly FixDone[];
  /** Codes whose fixes undo each other or never end; none of them was applied. */
  readonly unsettled: readonly string[];
}

/** Rounds after which fixes are taken to have no end. Renumbering may need one a level. */
const mostRounds = 40;

/** Length above which fixes are taken to grow without end. */
const mostGrowth = (text: string): number => 2 * text.length + 10_000;

/** A text at some round. */
interface State {
  readonly raw: string;
  readonly source: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

interface Candidate {
  readonly code: string;
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
  readonly start: number;
  readonly key: string;
}

/** Fixes a decoded text. `raw` is the text as typed, with its byte-order mark and line ends. */
export function fixText(
  raw: string,
  source: SourceFile,
  decoding: readonly Diagnostic[],
  analyse: Analyse,
  options: FixOptions,
): Fixed {
  const first: State = { raw, source, diagnostics: analyse(source, decoding) };
  const unsettled = new Set<string>();
  // Each turn takes at least one code away.
  for (;;) {
    const result = rounds(first, analyse, options, unsettled);
    if ("raw" in result) return { ...result, unsettled: [...unsettled].sort() };
    for (const code of result.endless) unsettled.add(code);
  }
}

function rounds(
  first: State,
  analyse: Analyse,
  options: FixOptions,
  unsettled: ReadonlySet<string>,
): Omit<Fixed, "unsettled"> | { readonly endless: readonly string[] } {
  let state = first;
  let lines = stretchesOf(first.source.text);
  const applied: FixDone[] = [];
  const dropped: FixDone[] = [];
  const droppedKeys = new Set<string>();
  const seen = new Map([[first.source.text, 0]]);
  const codesOfRound: (readonly string[])[] = [];
  for (let round = 1; ; round++) {
    const lineOf = originalLines(lines);
    const isWanted = (diagnostic: Diagnostic): boolean =>
      (options.codes === null || options.codes.has(diagnostic.code)) && !unsettled.has(diagnostic.code);
    const candidates = choose(state, options.unsafe, isWanted, droppedKeys, lineOf);
    if (candidates.length === 0) return { ...state, lines, applied, dropped };
    const { accepted, next, refused } = applyMost(state, candidates, analyse);
    const done = ({ code, fix, start }: Candidate): FixDone => ({
      code,
      title: fix.title,
      safe: fix.safe,
      line: lineOf(start),
    });
    for (const one of refused) {
      droppedKeys.add(one.key);
      dropped.push(done(one));
    }
    if (accepted.length === 0) continue;
    for (const one of [...accepted].sort((a, b) => a.start - b.start)) applied.push(done(one));
    lines = follow(lines, inOrder(accepted));
    state = next;
    codesOfRound.push([...new Set(accepted.map((one) => one.code))]);
    const before = seen.get(state.source.text);
    if (before !== undefined) return { endless: [...new Set(codesOfRound.slice(before).flat())] };
    if (round >= mostRounds || state.source.text.length > mostGrowth(first.source.text))
      return { endless: codesOfRound.at(-1)! };
    seen.set(state.source.text, codesOfRound.length);
  }
}

/** Fixes that do not touch each other: safe ones first, then by place and code. */
function choose(
  { source, diagnostics }: State,
  unsafe: boolean,
  isWanted: (diagnostic: Diagnostic) => boolean,
  droppedKeys: ReadonlySet<string>,
  lineOf: (offset: number) => number,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const diagnostic of diagnostics) {
    const { fix, code } = diagnostic;
    if (!fix || !(fix.safe || unsafe) || !isWanted(diagnostic)) continue;
    const edits = editsOf(fix, source.text);
    if (edits.length === 0) continue;
    const start = diagnostic.span.start;
    const key = keyOf(source.text, code, fix, edits, lineOf(start));
    if (!droppedKeys.has(key)) candidates.push({ code, fix, edits, start, key });
  }
  const rank = ({ fix }: Candidate): number => (fix.safe ? 0 : 1);
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  candidates.sort(
    (a, b) => rank(a) - rank(b) || a.start - b.start || byText(a.code, b.code) || byText(a.fix.title, b.fix.title),
  );
  /** Places between characters that an edit has touched. */
  const touched = new Uint8Array(source.text.length + 1);
  return candidates.filter(({ edits }) => {
    for (const { span } of edits) {
      for (let at = span.start; at <= span.end; at++) if (touched[at] === 1) return false;
    }
    for (const { span } of edits) touched.fill(1, span.start, span.end + 1);
    return true;
  });
}

/** The edits of a fix that change something, in order; none when they do not fit the text or each other. */
function editsOf(fix: Fix, text: string): readonly TextEdit[] {
  const edits = fix.edits
    .map(({ span, text: inserted }) => ({ span, text: inserted.replace(/\r\n?/g, "\n").normalize("NFC") }))
    .filter(({ span, text: inserted }) => text.slice(span.start, span.end) !== inserted)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const fits = edits.every(({ span }, index) => {
    const least = index === 0 ? 0 : edits[index - 1]!.span.end;
    return span.start >= least && span.end >= span.start && span.end <= text.length;
  });
  return fits ? edits : [];
}

/** Tells a fix again in a later round, when places have moved: by its line in the first text and what it does to which
 * words. Equal fixes of one line are as good as one: what breaks the plan once does it again. */
function keyOf(text: string, code: string, fix: Fix, edits: readonly TextEdit[], line: number): string {
  const changes = edits.slice(0, 20).map(({ span, text: inserted }) => {
    return [text.slice(span.start, Math.min(span.end, span.start + 200)), inserted.slice(0, 200)];
  });
  return JSON.stringify([code, line, fix.title, changes]);
}

const inOrder = (candidates: readonly Candidate[]): TextEdit[] =>
  candidates.flatMap((one) => one.edits).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

/** Applies all of the candidates; where that breaks the plan, those that do it alone are found by halves and refused. */
function applyMost(
  state: State,
  candidates: readonly Candidate[],
  analyse: Analyse,
): { readonly accepted: readonly Candidate[]; readonly next: State; readonly refused: readonly Candidate[] } {
  let accepted: readonly Candidate[] = [];
  let next = state;
  const refused: Candidate[] = [];
  const add = (some: readonly Candidate[]): void => {
    const result = applied(state, [...accepted, ...some], analyse);
    if (result !== null) {
      accepted = [...accepted, ...some];
      next = result;
    } else if (some.length === 1) refused.push(some[0]!);
    else {
      const middle = some.length >> 1;
      add(some.slice(0, middle));
      add(some.slice(middle));
    }
  };
  add(candidates);
  return { accepted, next, refused };
}

/** The text with the candidates applied; null when it has an error that blocks the output and was not there before. */
function applied(state: State, candidates: readonly Candidate[], analyse: Analyse): State | null {
  const edits = inOrder(candidates);
  const raw = applyToRaw(state.raw, state.source.text, edits);
  const decoded = decode(new TextEncoder().encode(raw), state.source.path);
  // An accent that an edit brings to a letter beside it would make other letters than those that were looked at.
  if (decoded.value === null || decoded.value.text !== applyEdits(state.source.text, edits)) return null;
  const diagnostics = analyse(decoded.value, decoded.diagnostics);
  return bringsBlocking(state.diagnostics, diagnostics) ? null : { raw, source: decoded.value, diagnostics };
}

function bringsBlocking(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const left = new Map<string, number>();
  for (const { code } of before.filter(blocksOutput)) left.set(code, (left.get(code) ?? 0) + 1);
  return after.filter(blocksOutput).some(({ code }) => {
    const count = left.get(code) ?? 0;
    left.set(code, count - 1);
    return count <= 0;
  });
}
