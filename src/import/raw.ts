/**
 * What a reader of foreign files hands to the recogniser: paragraphs and tables in the order in which they stand, with
 * their look and nothing of their meaning. `text/` makes it from plain text and Markdown, `docx/` from Word files;
 * `recognise.ts` finds the plan in it. Plain read-only data; text is NFC with `\n` for forced line breaks.
 */

/** Words in one look. */
export interface RawRun {
  /** May hold `\n` (a forced line break) and `\t`. */
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Set for the reference to a footnote: `text` is then its number as it is shown (`1`, `*`). */
  readonly note?: true;
}

/**
 * Where a block stands in the source, for messages: the first and last line of a text file, the first and last paragraph
 * of a Word file (cells of tables counted), both from 1.
 */
export interface RawPlace {
  readonly from: number;
  readonly to: number;
}

export interface RawParagraph {
  readonly kind: "paragraph";
  readonly runs: readonly RawRun[];
  /** The number or bullet that the program sets by itself (`II.`, `1.2`, `a)`, `•`); no part of the runs. "" for none. */
  readonly label: string;
  /** Depth of an automatic list, 0 outermost; -1 outside of lists. */
  readonly listLevel: number;
  readonly align: "left" | "center" | "right" | "justify" | null;
  /** Name of the paragraph's style as a user of the program sees it; null for the standard style or none. */
  readonly style: string | null;
  /** 1–9 for a heading of the outline or a Markdown heading; null for text. */
  readonly heading: number | null;
  /** Its last line fills the width of the page, as lines do that go on; only of text broken into lines. */
  readonly full?: true;
  /** How far right of the others its first line begins, in characters; left out for none. */
  readonly indent?: number;
  readonly place: RawPlace;
}

export interface RawCell {
  /** Zero-based column of the table's grid in which it starts. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** At least one; an empty cell has one without runs. A table within a cell is flattened into paragraphs, a row a
   * paragraph, cells apart by `\t`. */
  readonly paragraphs: readonly RawParagraph[];
}

export interface RawRow {
  /** Cells that start in this row, by column; places covered from above are left out. */
  readonly cells: readonly RawCell[];
  /** The source says that the row is repeated at the head of each page. */
  readonly head: boolean;
}

export interface RawTable {
  readonly kind: "table";
  readonly columnCount: number;
  readonly rows: readonly RawRow[];
  /** Whether lines are drawn between the cells; false for a table that only sets text side by side; null when unknown. */
  readonly bordered: boolean | null;
  /** True when the source says which cells are merged (Word, HTML); false when merged and empty cells look alike. */
  readonly spansKnown: boolean;
  /** Description for screen readers, or ""; a table's own name for its style otherwise. */
  readonly description: string;
  readonly place: RawPlace;
}

/** A new page begins here: a page break, a form feed, a section on new pages. */
export interface RawPage {
  readonly kind: "page";
  /** Orientation of the pages that begin, when the source says it. */
  readonly landscape: boolean | null;
  readonly place: RawPlace;
}

export type RawBlock = RawParagraph | RawTable | RawPage;

export interface RawNote {
  /** As its reference shows it. */
  readonly number: string;
  readonly paragraphs: readonly RawParagraph[];
}

/** Text outside of the flow: headers and footers, without bare page numbers. */
export interface RawFurniture {
  readonly where: "header" | "footer";
  /** Stands on first pages only. */
  readonly firstPage: boolean;
  readonly paragraphs: readonly RawParagraph[];
}

export interface RawFile {
  /** What `RawPlace` counts. */
  readonly unit: "line" | "paragraph";
  readonly blocks: readonly RawBlock[];
  readonly notes: readonly RawNote[];
  readonly furniture: readonly RawFurniture[];
  /** Custom properties of the file by name (Word only). */
  readonly properties: ReadonlyMap<string, string>;
}
