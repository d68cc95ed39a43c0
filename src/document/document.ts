/**
 * TREE 3: the document laid out on the form, before pages exist.
 *
 * All words are in it (labels, capitals, the blank date, “(Kèm theo …)”), all choices that need measuring are made
 * (column widths, lengths of rules, sizes that had to shrink), and every block names a style. What is left to an emitter
 * is drawing: an emitter that computes a word or a measure is a bug. Plain read-only data.
 */
import type { Span } from "../source/source-file.ts";
import type { Pt, StyleName, StyleSheet } from "./style.ts";

/**
 * In a document that shows the way from one version to another: what only the newer version has, or only the older one.
 * What has no such mark stands in both. Documents of one version have none.
 */
export type Change = "added" | "removed";

// ── Runs ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Words in one look. `bold` and `italic` are absolute: the look on paper, not a change of the style's. */
export interface TextRun {
  readonly kind: "text";
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Differs from the style's size only where text had to shrink (địa danh) or in a mixed line. Points. */
  readonly size?: Pt;
  /** True for the mark of a division (`II. `, `b) `, `- `), including the blank after it. */
  readonly label?: boolean;
  readonly change?: Change;
  /** The look that the same words had in the older version, where it was another. */
  readonly former?: { readonly bold: boolean; readonly italic: boolean; readonly size?: Pt };
}

/** A forced line break. */
export interface BreakRun {
  readonly kind: "break";
  readonly change?: Change;
}

/** A footnote's number in the text; the note itself is `Document.notes[note]`. Printed raised, as typed. */
export interface NoteRun {
  readonly kind: "note";
  readonly number: string;
  readonly note: number;
  readonly change?: Change;
}

export type Run = TextRun | BreakRun | NoteRun;

// ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface ParagraphBlock {
  readonly kind: "paragraph";
  /** Unique in the document, `[a-z][a-z0-9_]*`, at most 40 characters: the hidden bookmark `_p_<id>`. */
  readonly id: string;
  readonly style: StyleName;
  readonly runs: readonly Run[];
  /** A heading for the outline (navigation pane, PDF bookmarks), with the words to show there. */
  readonly outline?: { readonly level: number; readonly title: string };
  /** What it is to a screen reader; `item` carries its depth (1 outermost). Default "text". */
  readonly role: "heading" | "item" | "text" | "caption";
  readonly depth?: number;
  /** Overrides of the style's own `keepNext` and space `before`, where the context asks for it. */
  readonly keepNext?: boolean;
  readonly before?: Pt;
  readonly pageBreakBefore?: boolean;
  /** Where the words came from in the source, when they did. */
  readonly span?: Span;
  /** The whole paragraph with all its runs. */
  readonly change?: Change;
  /** The style that the paragraph had in the older version, where it was another. */
  readonly formerStyle?: StyleName;
}

/** A horizontal line, centred in the width of where it stands; it takes `before` + thickness + `after` of height. */
export interface RuleBlock {
  readonly kind: "rule";
  readonly id: string;
  readonly width: Pt;
  readonly thickness: Pt;
  readonly before: Pt;
  readonly after: Pt;
  readonly keepNext?: boolean;
  readonly change?: Change;
}

/** A bordered box with one centred line (độ khẩn, LƯU HÀNH NỘI BỘ), of exactly this outer size. */
export interface FrameBlock {
  readonly kind: "frame";
  readonly id: string;
  readonly style: StyleName;
  readonly runs: readonly Run[];
  readonly width: Pt;
  readonly height: Pt;
  readonly thickness: Pt;
  /** `#RRGGBB` of the border; the words have their style's colour. */
  readonly color: string;
  /** Horizontal place in the width of where it stands. */
  readonly align: "left" | "center" | "right";
  readonly before: Pt;
  readonly change?: Change;
}

/** Side-by-side text without borders: letterhead, signatures. Cells of a row start at the same height. A row is never
 * split over pages; with `keepTogether` the whole block is not. Widths sum to at most the text width; no padding. */
export interface ColumnsBlock {
  readonly kind: "columns";
  readonly id: string;
  readonly role: "letterhead" | "signature";
  readonly widths: readonly Pt[];
  readonly rows: readonly { readonly cells: readonly (readonly SimpleBlock[])[]; readonly change?: Change }[];
  readonly keepTogether: boolean;
  /** Space above the block. */
  readonly before: Pt;
  /** The whole block with all its rows. */
  readonly change?: Change;
}

export interface TableCell {
  /** Zero-based first column of the cell. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly ParagraphBlock[];
  readonly vertical: "top" | "center";
  /** A header cell, for screen readers. */
  readonly head: boolean;
  /** A cell that spans rows in its own version only: it begins or goes on there although nothing shows of it here. */
  readonly merge?: "start" | "goes-on";
}

/** Cells that START in this row, in column order; places covered by a span from above are left out. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  /** A row that may not run over a page end (unless it alone is taller than a page). */
  readonly cantSplit: boolean;
  /** Keep on the page of the next row (group rows, and the rows of one task where they fit). */
  readonly keepNext: boolean;
  readonly change?: Change;
}

export interface TableBlock {
  readonly kind: "table";
  readonly id: string;
  /** Outer widths of the columns; they sum to at most the text width of the section. */
  readonly widths: readonly Pt[];
  /** Repeated at the head of every page the table runs over. */
  readonly headRows: readonly TableRow[];
  readonly rows: readonly TableRow[];
  /** For screen readers. */
  readonly summary: string;
  readonly before: Pt;
  /** The whole table with all its rows. */
  readonly change?: Change;
}

/** Blocks that may stand inside columns and in page furniture. */
export type SimpleBlock = ParagraphBlock | RuleBlock | FrameBlock;
export type Block = ParagraphBlock | RuleBlock | FrameBlock | ColumnsBlock | TableBlock;

// ── Pages ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface PageSetup {
  readonly width: Pt;
  readonly height: Pt;
  readonly orientation: "portrait" | "landscape";
  readonly marginTop: Pt;
  readonly marginBottom: Pt;
  readonly marginLeft: Pt;
  readonly marginRight: Pt;
  /** From the top edge of the page to the top of the header's first line. */
  readonly headerDistance: Pt;
  /** From the bottom edge of the page to the bottom of the footer's last line. */
  readonly footerDistance: Pt;
}

export const textWidth = (page: PageSetup): Pt => page.width - page.marginLeft - page.marginRight;
export const textHeight = (page: PageSetup): Pt => page.height - page.marginTop - page.marginBottom;

/** A run of pages of one size; always starts on a new page. */
export interface Section {
  readonly id: string;
  readonly kind: "main" | "attached" | "annex";
  /** For bookmarks: “Kế hoạch …”, “Phụ lục I”. */
  readonly title: string;
  readonly page: PageSetup;
  /** Arabic digits from 1 at the section's first page, where it is not shown. With `continues` (a landscape table within
   * the body, and what follows it) the count goes on from the section before and the first page shows its number too. */
  readonly pageNumber: { readonly place: "top-center" | "bottom-right"; readonly continues?: boolean };
  /** Blocks of the first page's header, under the header distance (ô 11, ô 14), and foot (ô 13); usually none. The foot
   * stands inside the text area: its height is taken from the first page's text height. */
  readonly firstHeader: readonly SimpleBlock[];
  readonly firstFooter: readonly SimpleBlock[];
  readonly blocks: readonly Block[];
  /** Whether only one version has a section's end here. The last section of a document ends in both. */
  readonly endChange?: Change;
  /** The pages that the section has in the older version, and in the newer one, where they are not as shown. */
  readonly formerPage?: PageSetup;
  readonly laterPage?: PageSetup;
  /** Where the older version has its page numbers, where that is another place. */
  readonly formerNumber?: Section["pageNumber"];
}

/** What goes into the properties of DOCX and PDF (Nghị định 30/2020, Phụ lục VI). Absent facts are absent. */
export interface DocumentProperties {
  /** TypeName + Subject: “Kế hoạch Tuyên truyền …”. */
  readonly title: string;
  readonly subject: string;
  /** Issuing body in full: “Ủy ban nhân dân xã An Bình”. */
  readonly author: string;
  readonly language: "vi-VN";
  readonly keywords: readonly string[];
  /** `12/KH-UBND`; absent while it is blank. */
  readonly number?: string;
  /** ISO date of the document; absent while the day is blank. */
  readonly date?: string;
  /** Custom properties: TypeName, CodeNumber, CodeNotation, IssuedDate, OrganName, Subject, Position, FullName, Priority. */
  readonly custom: Readonly<Record<string, string>>;
  /** What the source says and the pages do not show (`facts.ts`), names with values; for DOCX. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** sha-256 of the normalised source. */
  readonly sourceDigest: string;
  /** Version of the program that made it. */
  readonly generator: string;
}

/** Whose the changes are that a document shows. */
export interface Revision {
  readonly author: string;
  /** `2026-02-05T08:00:00Z`; a change without date has none. */
  readonly date?: string;
  /** True when the notes of both versions are numbered 1, 2, 3… in order. */
  readonly countsNotes: boolean;
}

export interface Document {
  readonly kind: "document";
  readonly properties: DocumentProperties;
  readonly style: StyleSheet;
  readonly sections: readonly Section[];
  /** Footnotes in the order of their first reference; each is a paragraph in style "footnote", without its number. */
  readonly notes: readonly { readonly number: string; readonly paragraph: ParagraphBlock }[];
  /** Present when the document shows the way from one version to another. */
  readonly revision?: Revision;
}
