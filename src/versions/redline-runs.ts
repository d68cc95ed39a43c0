/** The runs of two paragraphs as one row of runs: words of both as they are, others marked as removed or added. */
import type { BreakRun, Change, NoteRun, Run, TextRun } from "../document/document.ts";
import { type WordRun, wordRuns } from "./word-runs.ts";

/** Says which references to notes are the same in both versions: equal numbers, from 0. */
export type NoteKey = (run: NoteRun) => number;

/** Signs that stand for what is no text, in the area of Unicode that has no characters of its own. */
const breakSign = "\u{f8fe}";
const firstNoteSign = 0xe000;
const mostNoteSigns = 0xf000 - firstNoteSign;

const signOf = (run: Run, noteKey: NoteKey): string => {
  if (run.kind === "text") return run.text;
  return run.kind === "break" ? breakSign : String.fromCharCode(firstNoteSign + (noteKey(run) % mostNoteSigns));
};

/** Every run with this change. */
export const markRuns = (runs: readonly Run[], change: Change): readonly Run[] =>
  runs.map((run) => ({ ...run, change }));

/** Takes pieces of a row of runs from its front, by their length in signs. */
class Reader {
  private index = 0;
  private offset = 0;
  constructor(
    private readonly runs: readonly Run[],
    private readonly noteKey: NoteKey,
  ) {}

  /** The next piece within one run, at most `most` signs long. */
  next(most: number): { readonly run: Run; readonly length: number } {
    let run = this.runs[this.index]!;
    while (run.kind === "text" && this.offset >= run.text.length) {
      this.index += 1;
      this.offset = 0;
      run = this.runs[this.index]!;
    }
    const from = this.offset;
    const length = Math.min(most, signOf(run, this.noteKey).length - from);
    this.offset += length;
    if (run.kind !== "text") {
      this.index += 1;
      this.offset = 0;
      return { run, length };
    }
    return { run: { ...run, text: run.text.slice(from, from + length) }, length };
  }

  /** The pieces of so many signs. */
  take(count: number): readonly Run[] {
    const taken: Run[] = [];
    for (let left = count; left > 0; ) {
      const { run, length } = this.next(left);
      taken.push(run);
      left -= length;
    }
    return taken;
  }
}

/** Whether a text would be cut there inside a word or a number (`7.350`, `05/3/2020`). */
const isInWord = (text: string, at: number): boolean => {
  if (at <= 0 || at >= text.length) return false;
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  return (
    (/[\p{L}\p{M}\d]$/u.test(before) && /^[\p{L}\p{M}\d]/u.test(after)) ||
    (/\d$/.test(before) && /^[.,:/-]\d/.test(after)) ||
    (/\d[.,:/-]$/.test(before) && /^\d/.test(after))
  );
};

/** Words replaced by others that begin or end alike, such as blanks filled in: only what differs is a change. */
function trimmed(pieces: readonly WordRun[]): readonly WordRun[] {
  return pieces.flatMap((piece, i): readonly WordRun[] => {
    const isPair = piece.kind === "removed" && pieces[i + 1]?.kind === "added";
    if (!isPair) return piece.kind === "added" && pieces[i - 1]?.kind === "removed" ? [] : [piece];
    const [a, b] = [piece.text, pieces[i + 1]!.text];
    const most = Math.min(a.length, b.length);
    let start = 0;
    while (start < most && a[start] === b[start]) start += 1;
    while (start > 0 && (isInWord(a, start) || isInWord(b, start))) start -= 1;
    let end = 0;
    while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
    while (end > 0 && (isInWord(a, a.length - end) || isInWord(b, b.length - end))) end -= 1;
    const parts: readonly WordRun[] = [
      { kind: "same", text: a.slice(0, start) },
      { kind: "removed", text: a.slice(start, a.length - end) },
      { kind: "added", text: b.slice(start, b.length - end) },
      { kind: "same", text: a.slice(a.length - end) },
    ];
    return parts.filter((part) => part.text !== "");
  });
}

/** `after` with what was removed from `before`. Without the removed runs it is `after`, without the added ones it has the
 * words of `before`. */
export function mergeRuns(before: readonly Run[], after: readonly Run[], noteKey: NoteKey): readonly Run[] {
  const text = (runs: readonly Run[]): string => runs.map((run) => signOf(run, noteKey)).join("");
  const [older, newer] = [new Reader(before, noteKey), new Reader(after, noteKey)];
  const merged: Run[] = [];
  for (const piece of trimmed(wordRuns(text(before), text(after)))) {
    const { length } = piece.text;
    if (piece.kind === "removed") merged.push(...markRuns(older.take(length), "removed"));
    else if (piece.kind === "added") merged.push(...markRuns(newer.take(length), "added"));
    else {
      for (let left = length; left > 0; ) {
        const { run, length: step } = newer.next(left);
        for (const old of older.take(step)) merged.push(sameWords(old, run));
        left -= step;
      }
    }
  }
  return joined(merged);
}

/** Words of both versions as the newer one shows them; `old` may be a part of `run`. */
function sameWords(old: Run, run: Run): Run {
  if (old.kind !== "text" || run.kind !== "text") return run;
  const looks = old.bold === run.bold && old.italic === run.italic && old.size === run.size;
  const { bold, italic, size } = old;
  return {
    ...run,
    text: old.text,
    ...(looks ? {} : { former: { bold, italic, ...(size === undefined ? {} : { size }) } }),
  };
}

/** Neighbours that differ in nothing but their words as one run. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.kind === "text" && last?.kind === "text" && alike(last, run))
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

const alike = (a: TextRun, b: TextRun): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.size === b.size &&
  a.label === b.label &&
  a.change === b.change &&
  a.former?.bold === b.former?.bold &&
  a.former?.italic === b.former?.italic &&
  a.former?.size === b.former?.size;

/** The words of runs; a forced break is a blank, a note nothing. */
export const textOf = (runs: readonly Run[]): string =>
  runs
    .map((run: TextRun | BreakRun | NoteRun) => (run.kind === "text" ? run.text : run.kind === "break" ? " " : ""))
    .join("");

/** The words without the marks of divisions. */
export const unlabelled = (runs: readonly Run[]): string =>
  textOf(runs.filter((run) => run.kind !== "text" || run.label !== true));
