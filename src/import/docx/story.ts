/**
 * What is shared while one flow of text is read: the body, the text of a note or a header, the inside of a text box. The
 * parts of the reader reach each other through it, for paragraphs hold text boxes, boxes hold tables, and so on.
 */
import type { RawTable } from "../raw.ts";
import type { Draft } from "./draft.ts";
import type { Contents, Fields } from "./fields.ts";
import type { RunFormat } from "./formatting.ts";
import type { Numbering } from "./numbering.ts";
import type { Styles } from "./styles.ts";
import type { Tallies } from "./tallies.ts";
import type { Element, Handler } from "./xml.ts";

export type NoteKind = "footnote" | "endnote";

/** How notes are numbered. */
export interface NoteNumbers {
  /** The number of a note where it is referred to at a paragraph; `custom` is a mark of its own. null: no such note. */
  readonly refer: (kind: NoteKind, id: string, custom: string, place: number) => string | null;
  /** The text is a number that a note before has. */
  readonly isKnown: (number: string) => boolean;
}

/** What is shared by all flows of a file. */
export interface Reading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: NoteNumbers;
  readonly tallies: Tallies;
  /** Counts a paragraph, a cell, a page, a note; throws a `Refusal` where there are more than any real file has. */
  readonly spend: () => void;
  /** Character styles that numbers of notes were seen in. */
  readonly noteStyles: Set<string>;
  /** Grows with each text that is taken: tells whether an alternative held any. */
  taken: number;
}

export interface TableBlock {
  readonly table: RawTable;
  /** Its first paragraph asks for a new page. */
  readonly pageBreakBefore: boolean;
  readonly contents: Contents | null;
}

/** Takes the blocks of a flow in their order, and makes what is handed on of them. */
export interface Flow {
  /** Pages begin in it; elsewhere the break of a page is that of a line. */
  readonly hasPages: boolean;
  /** What the style of the table around gives to text, from the weakest. */
  readonly tableRun: readonly RunFormat[];
  /** A paragraph; with it ends a section when it has the properties of one. */
  readonly paragraph: (draft: Draft, section: Element | undefined) => void;
  readonly table: (block: TableBlock) => void;
  /** The last section ends. */
  readonly section: (sectPr: Element) => void;
}

export interface Story {
  readonly reading: Reading;
  readonly fields: Fields;
  /** Counts one more paragraph and gives its number; 0 beside the body, where paragraphs are not counted. */
  readonly nextPlace: () => number;
  /** The number that the next paragraph will have; 0 beside the body. */
  readonly upcoming: () => number;
  /** The table of contents that is being passed, when a content control says so. */
  contents: Contents | null;
  /** The handler of what stands in a body, a cell, a box. */
  readonly content: (story: Story, flow: Flow) => Handler;
}
