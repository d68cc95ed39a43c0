/**
 * Which lines of a text became which, through several rounds of edits, without comparing the texts: each line of the first
 * text is followed, and lines are joined where an edit joins them.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { applyEdits } from "./raw-text.ts";

/** One line of the first text, or several that were joined, and what stands there now; line ends belong to both. */
export interface Stretch {
  /** 1-based, in the first text. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export function stretchesOf(text: string): readonly Stretch[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [""];
  return lines.map((line, index) => ({ line: index + 1, before: line, after: line }));
}

/** The stretches after edits of the present text; the edits do not overlap and are in order. */
export function follow(stretches: readonly Stretch[], edits: readonly TextEdit[]): readonly Stretch[] {
  const result: Stretch[] = [];
  let at = 0;
  let next = 0;
  for (let index = 0; index < stretches.length; index++) {
    let stretch = stretches[index]!;
    const start = at;
    at += stretch.after.length;
    const inside: TextEdit[] = [];
    const join = (): void => {
      const other = stretches[++index]!;
      stretch = { line: stretch.line, before: stretch.before + other.before, after: stretch.after + other.after };
      at += other.after.length;
    };
    const isLast = (): boolean => index === stretches.length - 1;
    while (next < edits.length && (edits[next]!.span.start < at || isLast())) {
      const edit = edits[next]!;
      while (edit.span.end > at && !isLast()) join();
      inside.push({ span: { start: edit.span.start - start, end: edit.span.end - start }, text: edit.text });
      next += 1;
      // Without its line end a line runs on into the next one.
      if (next === edits.length || edits[next]!.span.start >= at) {
        const after = applyEdits(stretch.after, inside);
        if (after !== "" && !after.endsWith("\n") && !isLast()) join();
      }
    }
    result.push(inside.length === 0 ? stretch : { ...stretch, after: applyEdits(stretch.after, inside) });
  }
  return result;
}

/** Tells the line of the first text from which the present text at an offset comes; 1-based. */
export function originalLines(stretches: readonly Stretch[]): (offset: number) => number {
  const starts: number[] = [];
  let at = 0;
  for (const { after } of stretches) {
    starts.push(at);
    at += after.length;
  }
  return (offset) => {
    let low = 0;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const stretch = stretches[low]!;
    return stretch.line + sharedLines(stretch, offset - starts[low]!);
  };
}

/** How many whole lines of the stretch stand before the offset, as far as the first text had them too. */
function sharedLines({ before, after }: Stretch, offset: number): number {
  const count = (text: string): number => text.split("\n").length - 1;
  return Math.min(count(after.slice(0, offset)), Math.max(0, count(before) - 1));
}
