/** What the drawing functions of one document share. Made anew for each document, so that equal input numbers alike. */
import type { Document } from "../../document/document.ts";
import type { Pt, StyleSheet } from "../../document/style.ts";

export interface DocxContext {
  readonly style: StyleSheet;
  /** Width of the text area, or of the cell, that is being filled. */
  readonly width: Pt;
  readonly bookmarks: Bookmarks;
  readonly notes: NoteMarks;
  /** Author, date and number of the next tracked change. */
  readonly revise: () => RevisionMark;
}

/** What the library writes into every tracked change. */
export interface RevisionMark {
  readonly id: number;
  readonly author: string;
  /** The library's type asks for a date; without one the attribute is left out. */
  readonly date: string;
}

export interface Bookmarks {
  /** Next free number of a bookmark in the document. */
  readonly next: () => number;
  /** Blocks that have no paragraph of their own (tables): the next paragraph drawn bears their bookmarks. */
  readonly carried: string[];
}

/** How footnotes are marked, and which have been referred to already. */
export interface NoteMarks {
  /** True when the typed numbers are those that Word counts by itself: 1, 2, 3… */
  readonly automatic: boolean;
  readonly seen: Set<number>;
}

export function newContext(document: Document): DocxContext {
  let last = 0;
  let changes = 0;
  const { author = "", date, countsNotes } = document.revision ?? {};
  return {
    style: document.style,
    width: 0,
    bookmarks: {
      next: () => {
        last += 1;
        return last;
      },
      carried: [],
    },
    notes: {
      automatic: countsNotes ?? document.notes.every((note, index) => note.number === String(index + 1)),
      seen: new Set(),
    },
    revise: () => {
      changes += 1;
      return { id: changes, author, date: date as string };
    },
  };
}

/** Id of a note in the file. Word keeps -1 and 0 for the separators. */
export const noteId = (note: number): number => note + 1;
