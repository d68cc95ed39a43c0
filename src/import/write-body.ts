/** Paragraphs, tables and footnotes of a text as lines of a source. */
import { labelRole } from "../../grammar/keywords.ts";
import { paragraphRuns } from "./grid.ts";
import { languageMark, markLength } from "./marks.ts";
import type { BodyPart } from "./parts.ts";
import type { MendedParagraph } from "./pieces.ts";
import type { RawNote, RawRun, RawTable } from "./raw.ts";
import { inlineSource, type OutLine, oneLineSource, type Setting } from "./source-text.ts";
import { type TableHints, writeTable } from "./tables.ts";
import { hasEnd, joinedRuns, plain, plainRun, sliceRuns, tidy, trimRuns } from "./words.ts";
import { plainly, type WriteContext, type Writer } from "./writer.ts";

const basisStart = /^(?:căn cứ|thực hiện|theo|xét đề nghị|xét)(?![\p{L}])/iu;

/** Characters that are shown of each piece that was joined. */
const shownOfJoin = 40;

export class BodyWriter {
  /** Numbers of footnotes that this text refers to. */
  private readonly met = new Set<string>();
  private readonly notes: readonly RawNote[];

  constructor(
    private readonly writer: Writer,
    private readonly setting: Setting,
    private readonly context: WriteContext,
    /** Footnotes that were written already, of all texts of the file. */
    private readonly written: Set<RawNote>,
  ) {
    this.notes = context.file.notes;
  }

  private inPreamble = true;
  /** Level of the bullets that stand now, in the lists of an office program; null where none do. */
  private bulletLevel: number | null = null;

  part(part: BodyPart): void {
    this.writer.blank();
    if (part.look) this.writer.look(part.look);
    if (part.kind === "table")
      this.table(part.table, { ...part.hints, ...(part.caption ? { caption: part.caption } : {}) });
    else if (part.kind === "enacting") this.writer.line(tidy(plain(part.paragraph.runs)), "EnactingLine");
    else this.paragraph(part.paragraph, part.title);
  }

  paragraph(paragraph: MendedParagraph, title?: readonly RawRun[]): void {
    if (paragraph.label === "") this.bulletLevel = null;
    const runs = trimRuns(paragraph.label === "" ? paragraph.runs : this.labelled(paragraph));
    if (runs.length === 0) return;
    const text = plain(runs);
    const at = markLength(text);
    const start = this.writer.lines.length;
    if (at > 0) {
      this.inPreamble = false;
      this.marked(runs, at);
      if (title) this.writer.line(oneLineSource(plainly(trimRuns(title)), this.setting), "ContinuationLine");
    } else this.unmarked(runs, paragraph);
    this.recordJoins(paragraph, start, text);
    this.notesOf(runs);
  }

  /** Runs with the automatic mark in front; bullets of an office program become those of the language: `+` for one below
   * another bullet. */
  private labelled({ label, listLevel, runs }: MendedParagraph): RawRun[] {
    const isBullet = bulletGlyphs.test(label) || label === "o";
    if (isBullet && this.bulletLevel === null) this.bulletLevel = listLevel;
    const mark = !isBullet ? label : listLevel > this.bulletLevel! ? "+" : "-";
    if (isBullet) this.bulletLevel = Math.min(this.bulletLevel!, listLevel);
    else this.bulletLevel = null;
    const look = runs.find((run) => run.text.trim() !== "") ?? plainRun("");
    return joinedRuns([{ text: `${mark} `, bold: look.bold, italic: look.italic }, ...runs]);
  }

  private unmarked(runs: readonly RawRun[], paragraph: MendedParagraph): void {
    const text = tidy(plain(runs));
    let shown = runs;
    const heading = paragraph.heading !== null && text.length < 200 && !hasEnd(text);
    if (heading && !runs.some((run) => run.bold)) shown = runs.map((run) => ({ ...run, bold: true }));
    // Bases are set in italics by the form.
    if (this.inPreamble && basisStart.test(text) && runs.every((run) => run.italic || run.text.trim() === ""))
      shown = runs.map((run) => ({ ...run, italic: false }));
    const [first = "", ...more] = inlineSource(shown, this.setting);
    this.writer.line(first, "ParagraphLine");
    for (const line of more) this.writer.line(line, "ContinuationLine");
  }

  private marked(runs: readonly RawRun[], at: number): void {
    const mark = languageMark(plain(sliceRuns(runs, 0, at)).replace(/\s+/g, " "));
    const rest = trimRuns(sliceRuns(runs, at));
    const [first = "", ...more] = inlineSource(headingLook(mark, rest), this.setting);
    this.writer.line(`${mark} ${first}`.trimEnd(), "mark");
    for (const line of more) this.writer.line(line, "ContinuationLine");
  }

  /** Footnotes that some words refer to; they stand at the end of the text. */
  private notesOf(runs: readonly RawRun[]): void {
    for (const run of runs) if (run.note) this.met.add(run.text);
  }

  /** Writes the footnotes of this text; with `all` also those that nothing refers to, for no word is lost. */
  footnotes(all: boolean): void {
    const due = this.notes.filter((note) => !this.written.has(note) && (all || this.met.has(note.number)));
    for (const note of due) {
      this.written.add(note);
      this.writer.blank();
      const runs = note.paragraphs.flatMap((paragraph, i): RawRun[] =>
        i === 0 ? [...paragraph.runs] : [plainRun(" "), ...paragraph.runs],
      );
      this.writer.line(`[${note.number}] ${oneLineSource(trimRuns(runs), this.setting)}`, "FootnoteMark");
    }
  }

  private table(table: RawTable, known: TableHints): void {
    this.writer.inTable((index) => {
      const mode = this.context.tableModes.get(index) ?? "tasks";
      const hints: TableHints = { ...known, ...(mode === "grid" ? { tasks: false } : {}) };
      const written = mode === "text" ? textRows(table, this.setting) : (writeTable(table, this.setting, hints) ?? []);
      for (const line of written) this.writer.line(line.text, line.expected);
    });
    this.inPreamble = false;
    for (const row of table.rows)
      for (const cell of row.cells) for (const paragraph of cell.paragraphs) this.notesOf(paragraph.runs);
  }

  private recordJoins(paragraph: MendedParagraph, line: number, text: string): void {
    for (const join of paragraph.joins ?? []) {
      const before = `${join.at > shownOfJoin ? "…" : ""}${tidy(text.slice(Math.max(0, join.at - shownOfJoin), join.at))}`;
      const after = tidy(text.slice(join.at, join.at + shownOfJoin)) + (text.length > join.at + shownOfJoin ? "…" : "");
      this.writer.joins.push({ ...join, line, before, after });
    }
  }
}

/** A table whose forms all fail: its cells as words, a row a paragraph. */
function textRows(table: RawTable, setting: Setting): OutLine[] {
  return table.rows.flatMap((row): OutLine[] => {
    const runs = row.cells.flatMap((cell, i): RawRun[] => [
      ...(i === 0 ? [] : [plainRun(" – ")]),
      ...cell.paragraphs.flatMap((paragraph) => [...paragraphRuns(paragraph), plainRun(" ")]),
    ]);
    const text = oneLineSource(trimRuns(runs), setting);
    return text === ""
      ? []
      : [
          { text: "", expected: null },
          { text, expected: "ParagraphLine" },
        ];
  });
}

const bulletGlyphs = /^[•●▪■□·○◦‣⁃➢➤❖♦✓✔→*–—-]$/;

const namedMark = /^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu|TIỂU|Điều|ĐIỀU)/u;
const headingMark = /^(?:[IVXLC]+\s?[.)/–-]|[A-ZĐ]\s?[./)–-]|\d{1,2}[./-])$/u;

/** The text of a marked line with only the emphasis that the form would not give it by itself. */
function headingLook(mark: string, runs: readonly RawRun[]): readonly RawRun[] {
  const words = runs.filter((run) => run.text.trim() !== "");
  if (words.length === 0) return runs;
  const withoutBold = (): RawRun[] => joinedRuns(runs.map((run) => ({ ...run, bold: false })));
  const allBold = words.every((run) => run.bold);
  const text = tidy(plain(runs));
  if (namedMark.test(mark)) {
    if (allBold && (!/^(?:Điều|ĐIỀU)/u.test(mark) || !hasEnd(text))) return withoutBold();
    return runs;
  }
  if (allBold && headingMark.test(mark) && !/[.;,]$/.test(text)) {
    const colon = text.indexOf(":");
    const isLabel = colon > 0 && colon < text.length - 1 && labelRole(text.slice(0, colon)) !== undefined;
    if (!isLabel) return withoutBold();
  }
  return runs;
}
