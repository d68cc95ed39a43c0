/** Lines of a source as they are written, with what is to be said of them: places to look at, joins, tables. */
import type { Registries } from "../registry/registry.ts";
import type { Corpus } from "./bodies.ts";
import type { Join, MendedParagraph } from "./pieces.ts";
import type { RawFile, RawRun } from "./raw.ts";
import { type Expected, type OutLine, type Setting, wordsSource } from "./source-text.ts";
import { bareParagraph, plainRun } from "./words.ts";

export interface LineNote {
  /** Index of the line. */
  readonly line: number;
  readonly words: string;
}

export interface LineJoin extends Join {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface Written {
  readonly lines: readonly OutLine[];
  readonly looks: readonly LineNote[];
  readonly joins: readonly LineJoin[];
  /** For each line, the number of the table it belongs to; -1 for none. */
  readonly tableOfLine: readonly number[];
  readonly tableCount: number;
}

/** How tables are to be written whose first form did not read back. */
export type TableMode = "tasks" | "grid" | "text";

export interface WriteContext {
  readonly file: RawFile;
  readonly corpus: Corpus;
  readonly registries: Registries;
  readonly tableModes: ReadonlyMap<number, TableMode>;
  /** Fields that had to be given because the form needs them, by name. */
  readonly given: ReadonlyMap<string, string>;
}

export const lookMark = "# CẦN XEM: ";

export class Writer {
  readonly lines: OutLine[] = [];
  readonly looks: LineNote[] = [];
  readonly joins: LineJoin[] = [];
  readonly tableOfLine: number[] = [];
  tables = 0;
  private table = -1;

  line(text: string, expected: Expected): void {
    this.lines.push({ text, expected });
    this.tableOfLine.push(this.table);
  }

  /** One blank line, never two. */
  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1)!.text !== "") this.line("", null);
  }

  look(words: string): void {
    this.looks.push({ line: this.lines.length, words });
    this.line(`${lookMark}${words.replace(/\s+/g, " ")}`, null);
  }

  inTable(write: (index: number) => void): void {
    this.table = this.tables;
    this.tables += 1;
    write(this.table);
    this.table = -1;
  }
}

export const noSetting: Setting = { notes: new Set() };

export const plainly = (runs: readonly RawRun[]): RawRun[] =>
  runs.map((run) => ({ ...run, bold: false, italic: false }));

/** A field of a header. */
export const field = (writer: Writer, key: string, value: string): void => {
  writer.line(`${key}: ${wordsSource(value, noSetting)}`.trimEnd(), "HeaderKey");
};

/** Words of no place in the source as a paragraph of the text. */
export const textParagraph = (text: string): MendedParagraph => bareParagraph([plainRun(text)], { from: 0, to: 0 });
