/**
 * The text of one file, its line table and spans into it.
 *
 * All of the compiler speaks of places as half-open offsets (`Span`) in UTF-16 units of the NFC text. Lines and columns
 * exist only at the edges (terminal, JSON): `position` computes them. This file does no input or output and no decoding;
 * `decode.ts` makes a SourceFile from bytes.
 */

/** A half-open range `[start, end)` of UTF-16 offsets in the NFC text of a SourceFile. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SourceFile {
  /** The path as the user gave it; `-` for standard input. Only for messages. */
  readonly path: string;
  /** The whole text: NFC, `\n` line ends, without byte-order mark. */
  readonly text: string;
  /** Offset of the first character of each line; `lineStarts[0]` is 0. */
  readonly lineStarts: readonly number[];
  /** sha-256 (hex) of the normalised text; set by `decode`, so that outputs can say what they were built from. */
  readonly digest: string;
}

/** A place as people count it: line and column start at 1, columns count characters (code points); `offset` is UTF-16. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A span as programs read it in JSON. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export const emptySpan = (at: number): Span => ({ start: at, end: at });

/** The smallest span that covers all of `spans`; `fallback` when there is none. */
export function cover(spans: readonly Span[], fallback: Span = emptySpan(0)): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (const span of spans) {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  return end < 0 ? fallback : { start, end };
}

/** Offsets at which lines start. */
export function lineTable(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}

/** Zero-based index of the line that holds `offset`; an offset past the end belongs to the last line. */
export function lineAt(file: SourceFile, offset: number): number {
  const { lineStarts } = file;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a zero-based line without its line end; "" when there is no such line. */
export function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line];
  if (start === undefined) return "";
  const next = file.lineStarts[line + 1];
  return file.text.slice(start, next === undefined ? file.text.length : next - 1);
}

/** Line and column of an offset; offsets outside the text are clamped to it. */
export function position(file: SourceFile, offset: number): Position {
  const at = Math.max(0, Math.min(offset, file.text.length));
  const line = lineAt(file, at);
  const start = file.lineStarts[line]!;
  // A character outside the basic plane is two units; one that ends behind the offset still counts as a unit.
  const pairs = pairsIn(file);
  const wide = pairs.length === 0 ? 0 : Math.max(0, countBelow(pairs, at - 1) - countBelow(pairs, start));
  return { line: line + 1, column: at - start - wide + 1, offset: at };
}

const pairsOf = new WeakMap<SourceFile, readonly number[]>();

/** Offsets of the characters of two units, in order. Found once for a file: counting them anew for every place would grow
 * with the square of a long line. */
function pairsIn(file: SourceFile): readonly number[] {
  let pairs = pairsOf.get(file);
  if (pairs === undefined) {
    pairs = [...file.text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map((match) => match.index);
    pairsOf.set(file, pairs);
  }
  return pairs;
}

/** How many of the sorted numbers are smaller than a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A span as a Range of positions. */
export function range(file: SourceFile, span: Span): Range {
  return { start: position(file, span.start), end: position(file, span.end) };
}
