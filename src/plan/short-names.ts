/**
 * Short names that a plan declares for bodies (`viết tắt: - TTPVHCC: Trung tâm Phục vụ hành chính công`): text is read as
 * if they were written out, and what is found is given its place in the text as typed.
 */
import type { TextRange } from "./citations.ts";

export interface ShortName {
  readonly short: string;
  readonly full: string;
}

export interface WrittenOut {
  /** The text with its short names written out. */
  readonly text: string;
  /** The place in the text as typed of a place in `text`; a part of a name written out is all of its short name. */
  readonly typed: (at: TextRange) => TextRange;
}

const isWordCharacter = (character: string): boolean => /[\p{L}\d]/u.test(character);

/** Writes out the short names in a text, spelt exactly so and as words of their own; null when it has none. */
export function writeOut(text: string, names: readonly ShortName[]): WrittenOut | null {
  const places: { readonly start: number; readonly end: number; readonly full: string }[] = [];
  for (const { short, full } of names) {
    if (short === "") continue;
    for (let start = text.indexOf(short); start >= 0; start = text.indexOf(short, start + short.length)) {
      const end = start + short.length;
      if (!isWordCharacter(text.charAt(start - 1)) && !isWordCharacter(text.charAt(end))) {
        places.push({ start, end, full });
      }
    }
  }
  if (places.length === 0) return null;
  // Of two short names at one place the longer is meant.
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  let written = "";
  let from = 0;
  const replaced: { readonly at: TextRange; readonly typed: TextRange }[] = [];
  for (const { start, end, full } of places) {
    if (start < from) continue;
    written += text.slice(from, start);
    replaced.push({ at: { start: written.length, end: written.length + full.length }, typed: { start, end } });
    written += full;
    from = end;
  }
  written += text.slice(from);
  const place = (offset: number, isEnd: boolean): number => {
    let moved = offset;
    for (const { at, typed } of replaced) {
      if (isEnd ? offset <= at.start : offset < at.start) break;
      if (isEnd ? offset <= at.end : offset < at.end) return isEnd ? typed.end : typed.start;
      moved = offset - at.end + typed.end;
    }
    return moved;
  };
  return { text: written, typed: ({ start, end }) => ({ start: place(start, false), end: place(end, true) }) };
}
