/**
 * Two laid-out documents as one that shows the way from the older to the newer: the newer one's layout, with what went
 * and what came marked (`Change`). What is not marked as removed is the newer document word for word, what is not marked
 * as added the older one. Marks of divisions are printed words, so a change of counting is marked too.
 */
import type {
  Block,
  Change,
  ColumnsBlock,
  Document,
  NoteRun,
  PageSetup,
  ParagraphBlock,
  Run,
  Section,
  SimpleBlock,
  TableBlock,
} from "../document/document.ts";
import { type Aligned, align, bagLikeness } from "./align.ts";
import { markRuns, mergeRuns, textOf, unlabelled } from "./redline-runs.ts";
import { type CellMerger, markRows, mergeTables } from "./redline-tables.ts";
import { wordsOf } from "./tree.ts";

/** A member of a document's flow: a block, or the end of a section that is not the last. */
type Unit = Block | { readonly kind: "end"; readonly section: Section };

/** Whose the changes are; dates as in `Revision`. */
export interface RedlineOptions {
  readonly author: string;
  readonly date?: string;
}

export interface Redline {
  readonly document: Document;
  /** False when no word and no row differs. */
  readonly isChanged: boolean;
}

export function redline(before: Document, after: Document, options: RedlineOptions): Redline {
  const merger = new Merger(before, after);
  const sections = merger.sections();
  const merged = merger.withNotes(sections, options);
  return { document: merged, isChanged: merger.isChanged };
}

const isCounted = (document: Document): boolean => document.notes.every((note, i) => note.number === String(i + 1));

const likenessOfTexts = (a: string, b: string): number => bagLikeness(wordsOf(a), wordsOf(b));

class Merger {
  /** Set where anything is marked. */
  isChanged = false;
  private readonly countsNotes: boolean;
  /** Notes that are one in both versions: newer index by older, while no reference shows that they are not. */
  private readonly notePairs = new Map<number, number>();
  private readonly noteKeys = new Map<string, number>();
  /** The first reference to each note, where it is anchored. */
  private readonly anchors: ReadonlySet<NoteRun>;
  private readonly olderRuns: ReadonlySet<NoteRun>;
  private readonly words = new Map<Unit, readonly string[]>();
  private readonly cells: CellMerger;

  constructor(
    private readonly before: Document,
    private readonly after: Document,
  ) {
    this.countsNotes = isCounted(before) && isCounted(after);
    const older = noteRunsOf(before);
    const newer = noteRunsOf(after);
    this.olderRuns = new Set(older);
    this.anchors = new Set([...firstOf(older), ...firstOf(newer)]);
    this.pairNotes();
    this.cells = {
      both: (a, b) => this.flow(a, b) as readonly ParagraphBlock[],
      one: (blocks, change) => blocks.map((block) => this.marked(block, change)),
    };
  }

  // ── Sections ──

  sections(): readonly Section[] {
    const [lastA, lastB] = [this.before.sections.at(-1)!, this.after.sections.at(-1)!];
    const sections: Section[] = [];
    let blocks: Block[] = [];
    const close = (section: Section): void => {
      sections.push(section);
      blocks = [];
    };
    for (const pair of this.aligned(unitsOf(this.before), unitsOf(this.after), true)) {
      const unit = pair.b ?? pair.a!;
      if (unit.kind !== "end") blocks.push(this.block(pair as Aligned<Block>));
      else if (pair.a === undefined) close({ ...this.changed(unit.section, "added"), blocks });
      else if (pair.b === undefined) close({ ...this.changed(unit.section, "removed"), blocks });
      else close(this.section((pair.a as typeof unit).section, unit.section, blocks, false));
    }
    close(this.section(lastA, lastB, blocks, true));
    return sections;
  }

  private changed(section: Section, endChange: Change): Section {
    this.isChanged = true;
    return { ...section, id: ownId(section.id, endChange), endChange };
  }

  private section(a: Section, b: Section, blocks: readonly Block[], isLast: boolean): Section {
    // Pages that hold nothing but what went are shown as they were.
    const isGone = isLast && blocks.length > 0 && blocks.every((block) => block.change === "removed");
    const page = isGone ? a.page : b.page;
    return {
      ...b,
      ...(isGone ? { title: a.title } : {}),
      page,
      ...(samePage(a.page, page) ? {} : { formerPage: a.page }),
      ...(samePage(b.page, page) ? {} : { laterPage: b.page }),
      ...(sameNumber(a.pageNumber, b.pageNumber) ? {} : { formerNumber: a.pageNumber }),
      firstHeader: this.flow(a.firstHeader, b.firstHeader) as readonly SimpleBlock[],
      firstFooter: this.flow(a.firstFooter, b.firstFooter) as readonly SimpleBlock[],
      blocks,
    };
  }

  // ── Blocks ──

  private flow(a: readonly Block[], b: readonly Block[]): readonly Block[] {
    const [x, y] = [a[0], b[0]];
    // A cell or line that stands by itself is the same one, however its words changed.
    if (a.length === 1 && b.length === 1 && x!.kind === "paragraph" && y!.kind === "paragraph")
      return [this.paragraph(x as ParagraphBlock, y as ParagraphBlock)];
    return this.aligned(a, b, false).map((pair) => this.block(pair as Aligned<Block>));
  }

  private aligned(a: readonly Unit[], b: readonly Unit[], isBody: boolean): readonly Aligned<Unit>[] {
    return align(a, b, keyOf, (x, y) => this.likeness(x, y, isBody));
  }

  private likeness(a: Unit, b: Unit, isBody: boolean): number {
    if (a.kind === "paragraph" && b.kind === "paragraph") {
      const style = a.style === b.style ? (isBody ? 0.05 : 0.2) : 0;
      return Math.min(1, bagLikeness(this.wordsIn(a), this.wordsIn(b)) + style);
    }
    if (a.kind === "columns" && b.kind === "columns")
      return a.role === b.role && a.widths.length === b.widths.length ? 0.9 : 0;
    if (a.kind === "table" && b.kind === "table") {
      if (a.widths.length !== b.widths.length) return 0;
      const heads = headText(a) === headText(b) ? 0.3 : 0;
      return Math.min(1, bagLikeness(this.wordsIn(a), this.wordsIn(b)) + heads);
    }
    if (a.kind === "end" && b.kind === "end")
      return a.section.kind === b.section.kind ? 0.6 + 0.4 * likenessOfTexts(a.section.title, b.section.title) : 0;
    return a.kind === b.kind ? 1 : 0;
  }

  private wordsIn(unit: Unit): readonly string[] {
    let found = this.words.get(unit);
    if (found === undefined) {
      found = wordsOf(unit.kind === "paragraph" ? unlabelled(unit.runs) : unit.kind === "end" ? "" : blockText(unit));
      this.words.set(unit, found);
    }
    return found;
  }

  private block({ a, b }: Aligned<Block>): Block {
    if (a === undefined) return this.marked(b, "added");
    if (b === undefined) return this.marked(a, "removed");
    if (a.kind === "paragraph" && b.kind === "paragraph") return this.paragraph(a, b);
    if (a.kind === "frame" && b.kind === "frame") return { ...b, runs: this.runs(a.runs, b.runs) };
    if (a.kind === "columns" && b.kind === "columns") return this.columns(a, b);
    if (a.kind === "table" && b.kind === "table") {
      const table = mergeTables(a, b, this.cells);
      if ([...table.headRows, ...table.rows].some((row) => row.change !== undefined)) this.isChanged = true;
      return table;
    }
    return b;
  }

  private paragraph(a: ParagraphBlock, b: ParagraphBlock): ParagraphBlock {
    return { ...b, runs: this.runs(a.runs, b.runs), ...(a.style === b.style ? {} : { formerStyle: a.style }) };
  }

  private runs(a: readonly Run[], b: readonly Run[]): readonly Run[] {
    const merged = mergeRuns(a, b, (run) => this.noteKey(run));
    if (merged.some((run) => run.change !== undefined)) this.isChanged = true;
    return merged;
  }

  private columns(a: ColumnsBlock, b: ColumnsBlock): ColumnsBlock {
    const count = Math.max(a.rows.length, b.rows.length);
    const rows = Array.from({ length: count }, (_, i): ColumnsBlock["rows"][number] => {
      const [older, newer] = [a.rows[i], b.rows[i]];
      if (older === undefined) return this.markedColumns(newer!, "added");
      if (newer === undefined) return this.markedColumns(older, "removed");
      return {
        cells: b.widths.map(
          (_width, column) => this.flow(older.cells[column] ?? [], newer.cells[column] ?? []) as readonly SimpleBlock[],
        ),
      };
    });
    return { ...b, rows };
  }

  private markedColumns(row: ColumnsBlock["rows"][number], change: Change): ColumnsBlock["rows"][number] {
    this.isChanged = true;
    return { cells: row.cells.map((cell) => cell.map((block) => this.marked(block, change))), change };
  }

  /** A block of one version only. */
  private marked<B extends Block>(block: B, change: Change): B {
    this.isChanged = true;
    return this.markedBlock(block, change) as B;
  }

  private markedBlock(block: Block, change: Change): Block {
    const id = ownId(block.id, change);
    switch (block.kind) {
      case "paragraph": {
        // Places are those of the newer source.
        const { span, ...rest } = block;
        const placed = change === "removed" || span === undefined ? rest : block;
        return { ...placed, id, change, runs: markRuns(block.runs, change) };
      }
      case "frame":
        return { ...block, id, change, runs: markRuns(block.runs, change) };
      case "rule":
        return { ...block, id, change };
      case "columns":
        return { ...block, id, change, rows: block.rows.map((row) => this.markedColumns(row, change)) };
      case "table":
        return {
          ...block,
          id,
          change,
          headRows: markRows(block.headRows, change, this.cells),
          rows: markRows(block.rows, change, this.cells),
        };
    }
  }

  // ── Notes ──

  private pairNotes(): void {
    type Place = { readonly index: number; readonly text: string; readonly number: string };
    const places = (document: Document): readonly Place[] =>
      document.notes.map(({ number, paragraph }, index) => ({ index, number, text: textOf(paragraph.runs) }));
    const like = (a: Place, b: Place): number => likenessOfTexts(a.text, b.text);
    for (const { a, b } of align(places(this.before), places(this.after), (place) => place.text, like)) {
      // A number that Word does not count by itself is a printed word of the reference.
      if (a !== undefined && b !== undefined && (this.countsNotes || a.number === b.number))
        this.notePairs.set(a.index, b.index);
    }
  }

  private noteKey(run: NoteRun): number {
    const isOlder = this.olderRuns.has(run);
    const pair = isOlder ? this.notePairs.get(run.note) : run.note;
    const which = pair === undefined ? `-${run.note}` : `${pair}`;
    const key = `${which}${this.anchors.has(run) ? "" : " again"}`;
    const known = this.noteKeys.get(key);
    if (known !== undefined) return known;
    this.noteKeys.set(key, this.noteKeys.size);
    return this.noteKeys.size - 1;
  }

  /** The document with the notes of both versions: one for two whose references stand at the same place. */
  withNotes(sections: readonly Section[], { author, date }: RedlineOptions): Document {
    const { before, after } = this;
    const anchored = new Set<number>();
    const draft: Document = { ...after, sections };
    // References that stand in both versions are the runs of the newer one themselves.
    for (const run of noteRunsOf(draft)) if (this.anchors.has(run)) anchored.add(run.note);
    const older = new Map<number, number>();
    for (const [a, b] of this.notePairs) if (anchored.has(b)) older.set(b, a);
    const places = new Map<number, number>([...older].map(([b, a]) => [a, b]));
    const notes: Document["notes"][number][] = after.notes.map((note, index) => {
      const a = older.get(index);
      return a === undefined
        ? { ...note, paragraph: this.marked(note.paragraph, "added") }
        : { ...note, paragraph: this.paragraph(before.notes[a]!.paragraph, note.paragraph) };
    });
    before.notes.forEach((note, index) => {
      if (places.has(index)) return;
      places.set(index, notes.length);
      notes.push({ ...note, paragraph: this.marked(note.paragraph, "removed") });
    });
    const placed = (run: Run): Run =>
      run.kind === "note" && run.change === "removed" ? { ...run, note: places.get(run.note)! } : run;
    return {
      ...mapRuns(draft, (runs) => runs.map(placed)),
      notes,
      revision: { author, ...(date === undefined ? {} : { date }), countsNotes: this.countsNotes },
    };
  }
}

/** Ids of a document are unique; those of blocks that went must not meet them. */
const ownId = (id: string, change: Change): string => (change === "removed" ? `removed_${id}` : id);

const samePage = (a: PageSetup, b: PageSetup): boolean => JSON.stringify(a) === JSON.stringify(b);

const sameNumber = (a: Section["pageNumber"], b: Section["pageNumber"]): boolean =>
  a.place === b.place && (a.continues ?? false) === (b.continues ?? false);

const unitsOf = (document: Document): readonly Unit[] =>
  document.sections.flatMap((section, i): Unit[] => [
    ...section.blocks,
    ...(i < document.sections.length - 1 ? [{ kind: "end" as const, section }] : []),
  ]);

const rowText = (row: TableBlock["rows"][number]): string =>
  row.cells.map((cell) => cell.blocks.map((block) => textOf(block.runs)).join(" ")).join(" ");
const headText = (table: TableBlock): string => table.headRows.map(rowText).join(" ");

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "frame":
      return textOf(block.runs);
    case "rule":
      return "";
    case "columns":
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.map(blockText))).join(" ");
    case "table":
      return [...block.headRows, ...block.rows].map(rowText).join(" ");
  }
}

/** Equal for units that are the same, whatever mark they have in their division. */
function keyOf(unit: Unit): string {
  switch (unit.kind) {
    case "end":
      return `end ${unit.section.kind} ${unit.section.title}`;
    case "paragraph":
      return `paragraph ${unlabelled(unit.runs)}`;
    case "columns":
      return `columns ${unit.role} ${unit.widths.length} ${blockText(unit)}`;
    case "table":
      return `table ${unit.widths.length} ${blockText(unit)}`;
    default:
      return `${unit.kind} ${blockText(unit)}`;
  }
}

/** The document with the runs of its pages changed. */
function mapRuns(document: Document, change: (runs: readonly Run[]) => readonly Run[]): Document {
  const simple = <B extends Block>(block: B): B => {
    if (block.kind === "paragraph" || block.kind === "frame") return { ...block, runs: change(block.runs) };
    return block;
  };
  const tableRows = (rows: TableBlock["rows"]): TableBlock["rows"] =>
    rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(simple) })) }));
  const any = (block: Block): Block => {
    if (block.kind === "table") return { ...block, headRows: tableRows(block.headRows), rows: tableRows(block.rows) };
    if (block.kind === "columns")
      return {
        ...block,
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map(simple)) })),
      };
    return simple(block);
  };
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      firstHeader: section.firstHeader.map(simple),
      firstFooter: section.firstFooter.map(simple),
      blocks: section.blocks.map(any),
    })),
  };
}

/** References to notes in the order of the pages. */
function noteRunsOf(document: Document): readonly NoteRun[] {
  const found: NoteRun[] = [];
  mapRuns(document, (runs) => {
    for (const run of runs) if (run.kind === "note") found.push(run);
    return runs;
  });
  return found;
}

/** The first reference to each note. */
function firstOf(runs: readonly NoteRun[]): readonly NoteRun[] {
  const seen = new Set<number>();
  return runs.filter((run) => !seen.has(run.note) && seen.add(run.note));
}
