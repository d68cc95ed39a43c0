/** The mark that a foreign text begins with: one of the language, or one that documents use beside those. */
import { markAt } from "../../grammar/mark-starts.ts";

const noParts = { last: 0, romanInside: false };

/** A dash before a number, which in a .plan goes on with the words above it, a star that hugs its word, `(I)`. */
const foreignMark = /^(?:[–—−](?=[ \t\u00a0]+\d)|\*(?=\p{Lu})|\([IVX]{1,5}\)(?=[ \t\u00a0]|\p{L}))/u;

/** Length of the mark at the start of a text, without the blank behind it; 0 for none. */
export function markLength(text: string): number {
  const mark = markAt(text, 0, text.length, noParts);
  return mark ? mark.end : (foreignMark.exec(text)?.[0].length ?? 0);
}

/** A mark as the language reads it. */
export const languageMark = (mark: string): string => (/^[–—−]$/.test(mark) ? "-" : mark);
