/**
 * Changes to a file as it was typed. Findings speak of the text after decoding: composed accents, `\n` line ends, nothing
 * invisible. An edit of that text is carried back to the typed one, so that everything it does not touch stays byte for
 * byte: line ends, the byte-order mark, accents typed apart. Only a letter group that an edit touches is composed.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { cleanText } from "../source/clean.ts";

/** A stretch of the clean text and the stretch of the typed text that it comes from. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly rawStart: number;
  readonly rawEnd: number;
  /** Both are the same characters. */
  readonly isSame: boolean;
}

/** Nothing composes across the place before a character of ASCII, so the text can be cleaned group by group. */
const group = /\r\n|[\u0000-\u007f][^\u0000-\u007f]*|[^\u0000-\u007f]+/g;

function piecesOf(raw: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: typed, index } of raw.matchAll(group)) {
    const clean = typed === "\r\n" ? "\n" : cleanText(typed, "drop pages").value;
    const isSame = clean === typed;
    const last = pieces.at(-1);
    if (isSame && last?.isSame) {
      pieces[pieces.length - 1] = { ...last, end: at + clean.length, rawEnd: index + typed.length };
    } else {
      pieces.push({ start: at, end: at + clean.length, rawStart: index, rawEnd: index + typed.length, isSame });
    }
    at += clean.length;
  }
  return pieces;
}

/** A text after edits that do not overlap, in order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: inserted } of edits) {
    parts.push(text.slice(at, span.start), inserted);
    at = span.end;
  }
  return parts.join("") + text.slice(at);
}

/** The line end that most lines of the typed text have. */
function lineEndOf(raw: string): string {
  const returns = raw.match(/\r\n/g)?.length ?? 0;
  const all = raw.match(/\n/g)?.length ?? 0;
  if (returns > 0) return returns * 2 >= all ? "\r\n" : "\n";
  return all === 0 && raw.includes("\r") ? "\r" : "\n";
}

/** The typed text after edits of its clean text `text`; the edits do not overlap and are in order. */
export function applyToRaw(raw: string, text: string, edits: readonly TextEdit[]): string {
  if (raw === text) return applyEdits(raw, edits);
  // What has no characters in the clean text, such as a byte-order mark, belongs to no edit.
  const pieces = piecesOf(raw).filter((piece) => piece.end > piece.start);
  const lineEnd = lineEndOf(raw);
  const typed = widened(pieces, text, edits).map(({ span, text: inserted }) => {
    const start = rawStartOf(pieces, raw, span.start);
    return {
      span: { start, end: span.end === span.start ? start : rawEndOf(pieces, span.end) },
      text: lineEnd === "\n" ? inserted : inserted.replace(/\n/g, lineEnd),
    };
  });
  return applyEdits(raw, typed);
}

/** The edits, each widened so that it begins and ends where clean and typed text meet; those that then overlap as one. */
function widened(pieces: readonly Piece[], text: string, edits: readonly TextEdit[]): TextEdit[] {
  const groups: { start: number; end: number; edits: TextEdit[] }[] = [];
  for (const edit of edits) {
    let { start, end } = edit.span;
    const first = pieceFrom(pieces, start);
    if (first && !first.isSame && (end > start || start > first.start)) {
      start = first.start;
      end = Math.max(end, edit.span.end > edit.span.start ? end : first.end);
    }
    const last = end > start ? pieceUpTo(pieces, end) : undefined;
    if (last && !last.isSame) end = last.end;
    const open = groups.at(-1);
    if (open && start < open.end) {
      open.end = Math.max(open.end, end);
      open.edits.push(edit);
    } else groups.push({ start, end, edits: [edit] });
  }
  return groups.map(({ start, end, edits: inside }) => ({
    span: { start, end },
    text: applyEdits(
      text.slice(start, end),
      inside.map(({ span, text: inserted }) => ({
        span: { start: span.start - start, end: span.end - start },
        text: inserted,
      })),
    ),
  }));
}

/** The piece that holds the character at an offset; undefined at the end of the text. */
const pieceFrom = (pieces: readonly Piece[], offset: number): Piece | undefined =>
  pieces[firstWhere(pieces, (piece) => piece.end > offset)];

/** The piece that holds the character before an offset. */
const pieceUpTo = (pieces: readonly Piece[], offset: number): Piece | undefined =>
  pieces[firstWhere(pieces, (piece) => piece.end >= offset)];

function rawStartOf(pieces: readonly Piece[], raw: string, offset: number): number {
  const piece = pieceFrom(pieces, offset);
  if (piece === undefined) return raw.length;
  return piece.isSame ? piece.rawStart + (offset - piece.start) : piece.rawStart;
}

function rawEndOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieceUpTo(pieces, offset)!;
  return piece.isSame ? piece.rawStart + (offset - piece.start) : piece.rawEnd;
}

/** Index of the first of a sorted list that passes; its length when none does. */
function firstWhere<T>(sorted: readonly T[], passes: (one: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
