/**
 * `plan import`: a foreign file becomes a .plan source that builds back into the same document.
 *
 *     bytes ─read▶ RawFile ─mend▶ blocks ─sort▶ parts ─write▶ lines ─analyze▶ checked source
 *           text/ · docx/        mend.ts        sort.ts       write.ts        (the program's own reader)
 *
 * Words are copied, never corrected; what is not understood stands as text with `# CẦN XEM` above it. The finished source is
 * read by the compiler itself, and what would stop a build is written in a plainer form until nothing does.
 */
import { type Analysis, analyze } from "../compile.ts";
import { blocksOutput, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { readFacts } from "../document/facts.ts";
import type { Registries } from "../registry/registry.ts";
import { sourceFromText } from "../source/decode.ts";
import { decodeForeign } from "../source/foreign.ts";
import { emptySpan, type SourceFile, type Span } from "../source/source-file.ts";
import { corpusOf } from "./bodies.ts";
import { readDocx } from "./docx/read.ts";
import * as errors from "./errors.ts";
import { type Mended, mend } from "./mend.ts";
import { ownDocuments, type StyleTitles } from "./own.ts";
import { withoutPageLines } from "./page-lines.ts";
import type { DocumentParts } from "./parts.ts";
import type { RawBlock, RawFile, RawParagraph } from "./raw.ts";
import { sortBlocks } from "./sort.ts";
import { secured } from "./source-text.ts";
import { readText } from "./text/read.ts";
import { plain, tidy } from "./words.ts";
import { writeDocuments } from "./write.ts";
import type { TableMode, WriteContext, Written } from "./writer.ts";

export interface Imported {
  /** The .plan source. */
  readonly source: SourceFile;
  readonly analysis: Analysis;
  /** What was done to the foreign file, without places. */
  readonly done: readonly Diagnostic[];
  /** Where to look and what was joined, with spans in the source. */
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: ImportCounts;
}

export interface ImportCounts {
  readonly documents: number;
  /** Numbered and lettered divisions. */
  readonly divisions: number;
  readonly bullets: number;
  readonly tasks: number;
  readonly tableRows: number;
  readonly citations: number;
  /** Paragraphs that a page's end had cut. */
  readonly joins: number;
  /** Places to look at. */
  readonly looks: number;
}

/**
 * Imports a file that was read already; `path` is the name of the source to be made. `styles` are those of the program's own
 * documents, by the names that office programs show.
 */
export function importRaw(
  raw: RawFile,
  path: string,
  registries: Registries,
  styles: StyleTitles = new Map(),
): Imported {
  const facts = readFacts(raw.properties);
  const file = facts === null ? raw : withoutHeldHyphens(raw);
  const own = facts === null ? null : ownDocuments(file, facts, styles);
  const lines = own === null && file.unit === "paragraph" ? withoutPageLines(file) : { value: file, diagnostics: [] };
  const mended = own === null ? mend(lines.value.blocks) : null;
  const documents = own ?? sortBlocks(mended!.blocks);
  const corpus = corpusOf(allWords(file.blocks));
  const tableModes = new Map<number, TableMode>();
  const given = new Map<string, string>();
  let made = compose(documents, { file, corpus, registries, tableModes, given }, path);
  for (let round = 0; round < mostRounds; round += 1) {
    const blocking = made.analysis.diagnostics.filter(blocksOutput);
    if (blocking.length === 0 || !giveWay(blocking, made, tableModes, given)) break;
    made = compose(documents, { file, corpus, registries, tableModes, given }, path);
  }
  const done = [
    ...lines.diagnostics,
    ...(mended === null ? [] : mendingNotices(mended)),
    ...(own === null ? furnitureNotices(file) : []),
  ];
  return {
    source: made.source,
    analysis: made.analysis,
    done,
    diagnostics: notices(made, file.unit),
    counts: countsOf(made),
  };
}

/** Our documents hold a hyphen to the word before it, which nobody typed. */
function withoutHeldHyphens(file: RawFile): RawFile {
  const words = (text: string): string => text.replace(/\u00a0(?=[-–](?:\s|$))/g, " ");
  const paragraph = (one: RawParagraph): RawParagraph => ({
    ...one,
    runs: one.runs.map((run) => ({ ...run, text: words(run.text) })),
  });
  const block = (one: RawBlock): RawBlock => {
    if (one.kind === "paragraph") return paragraph(one);
    if (one.kind === "page") return one;
    const rows = one.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(paragraph) })),
    }));
    return { ...one, rows };
  };
  return {
    ...file,
    blocks: file.blocks.map(block),
    notes: file.notes.map((note) => ({ ...note, paragraphs: note.paragraphs.map(paragraph) })),
  };
}

/** Words that office programs print on every page. */
function furnitureNotices(file: RawFile): Diagnostic[] {
  const lines = file.furniture
    .flatMap(({ paragraphs }) => paragraphs.map((one) => tidy(plain(one.runs))))
    .filter((text) => text !== "");
  if (lines.length === 0) return [];
  return [errors.pageLinesLeftOut(emptySpan(0), { count: lines.length, words: lines.join(" · ").slice(0, 120) })];
}

export interface ImportOptions {
  /** The file's name; `.md` says that it is Markdown, `.docx` that it is Word's. */
  readonly name: string;
  /** Path of the source to be made. */
  readonly path: string;
  readonly registries: Registries;
  readonly styles: StyleTitles;
}

export interface ImportedFile {
  /** Null when the file could not be read. */
  readonly imported: Imported | null;
  /** The foreign file as text, for showing where something was found in it; empty for Word files. */
  readonly foreign: SourceFile;
  /** What reading it found and did; an error when it could not be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Text in bytes and in lines that are not blank: far above any plan. */
const largestText = 4 * 1024 * 1024;
const mostLines = 30_000;
const mostParagraphs = 100_000;
const longestParagraph = 300_000;
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
const tooLong = (size: string, limit: string): Diagnostic => errors.tooLongText(emptySpan(0), { size, limit });

/** Imports the bytes of a file: Word by its first bytes or its name, all others as text. Never throws for what they are. */
export function importBytes(bytes: Uint8Array, options: ImportOptions): ImportedFile {
  const { name, path, registries, styles } = options;
  const isWord = /\.do[ct][xm]$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! < 0x09);
  const refused = (diagnostic: Diagnostic): ImportedFile => ({
    imported: null,
    foreign: sourceFromText("", name).value,
    diagnostics: [diagnostic],
  });
  if (isWord && bytes.length > 0) {
    const foreign = sourceFromText("", name).value;
    const read = readDocx(bytes);
    if (read.value === null) return { imported: null, foreign, diagnostics: read.diagnostics };
    const huge = tooLarge(read.value);
    if (huge) return refused(huge);
    const imported = importRaw(read.value, path, registries, styles);
    return { imported, foreign, diagnostics: [...read.diagnostics, ...imported.done] };
  }
  if (bytes.length > largestText) return refused(tooLong(megabytes(bytes.length), megabytes(largestText)));
  const decoded = decodeForeign(bytes);
  const lines = decoded.value?.match(/\S[^\n]*/g)?.length ?? 0;
  if (lines > mostLines) return refused(tooLong(`${lines} dòng`, `${mostLines} dòng`));
  const foreign = sourceFromText(decoded.value ?? "", name).value;
  if (decoded.value === null) return { imported: null, foreign, diagnostics: decoded.diagnostics };
  const read = readText(decoded.value, { markdown: /\.(?:md|markdown)$/i.test(name) });
  const huge = tooLarge(read.value);
  if (huge) return refused(huge);
  const imported = importRaw(read.value, path, registries);
  return { imported, foreign, diagnostics: [...decoded.diagnostics, ...read.diagnostics, ...imported.done] };
}

/** What no plan is: its parts by the tens of thousands, a paragraph of a hundred pages. */
function tooLarge(file: RawFile): Diagnostic | null {
  let count = 0;
  let longest = 0;
  const see = (paragraphs: readonly RawParagraph[]): void => {
    for (const { runs } of paragraphs) {
      count += 1;
      longest = Math.max(
        longest,
        runs.reduce((sum, run) => sum + run.text.length, 0),
      );
    }
  };
  for (const block of file.blocks) {
    if (block.kind === "paragraph") see([block]);
    else if (block.kind === "table") for (const row of block.rows) for (const cell of row.cells) see(cell.paragraphs);
  }
  if (count > mostParagraphs) return tooLong(`${count} đoạn và ô`, `${mostParagraphs} đoạn và ô`);
  return longest > longestParagraph
    ? tooLong(`có đoạn dài ${longest} ký tự`, `${longestParagraph} ký tự một đoạn`)
    : null;
}

/** Plain text to a source. */
export function importText(
  text: string,
  options: { readonly markdown: boolean },
  path: string,
  registries: Registries,
): Imported {
  const read = readText(text, options);
  const imported = importRaw(read.value, path, registries);
  return { ...imported, done: [...read.diagnostics, ...imported.done] };
}

/** A table may need two rounds, the header one. */
const mostRounds = 6;

const allWords = (blocks: readonly RawBlock[]): string =>
  blocks
    .map((block) =>
      block.kind === "paragraph"
        ? plain(block.runs)
        : block.kind === "table"
          ? block.rows
              .map((row) => row.cells.map((cell) => cell.paragraphs.map((one) => plain(one.runs)).join(" ")).join(" "))
              .join("\n")
          : "",
    )
    .join("\n");

interface Made {
  readonly written: Written;
  readonly source: SourceFile;
  readonly analysis: Analysis;
}

function compose(documents: readonly DocumentParts[], context: WriteContext, path: string): Made {
  const written = writeDocuments(documents, context);
  const lines = secured(written.lines);
  while (lines.at(-1) === "") lines.pop();
  const source = sourceFromText(`${lines.join("\n")}\n`, path).value;
  return { written, source, analysis: analyze(source, context.registries) };
}

/** Chooses a plainer form for what stops a build; false when there is none left to choose. */
function giveWay(
  blocking: readonly Diagnostic[],
  made: Made,
  tableModes: Map<number, TableMode>,
  given: Map<string, string>,
): boolean {
  let changed = false;
  for (const diagnostic of blocking) {
    if (diagnostic.code === "KH008" && !given.has("place")) {
      given.set("place", "…");
      changed = true;
    } else if (diagnostic.code === "KH009" && !given.has("parent")) {
      given.set("parent", "không");
      changed = true;
    } else {
      const line = lineOf(made.source, diagnostic.span);
      const table = made.written.tableOfLine[line] ?? -1;
      if (table < 0) continue;
      const mode = tableModes.get(table) ?? "tasks";
      if (mode === "text") continue;
      tableModes.set(table, mode === "tasks" ? "grid" : "text");
      changed = true;
    }
  }
  return changed;
}

function lineOf(source: SourceFile, span: Span): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (source.lineStarts[middle]! <= span.start) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Places to look at and joins, at their lines of the source. */
function notices({ written, source }: Made, unit: RawFile["unit"]): Diagnostic[] {
  const lineSpan = (line: number): Span => {
    const start = source.lineStarts[line] ?? 0;
    const end = source.lineStarts[line + 1];
    return { start, end: end === undefined ? source.text.length : end - 1 };
  };
  const looks = written.looks.map(({ line, words }) => {
    const span = lineSpan(line);
    return errors.lookHere(span, { words });
  });
  const joins = written.joins.map((join) => {
    const span = lineSpan(join.line);
    const at = source.text.indexOf(join.after.slice(0, 20), span.start);
    const place = at >= 0 && at < span.end ? { start: at, end: Math.min(span.end, at + join.after.length) } : span;
    const where = `${unit === "line" ? "dòng" : "đoạn"} ${join.from} và ${join.to} của nguồn`;
    return errors.joinedParagraph(place, { where, before: join.before, after: join.after });
  });
  return [...looks, ...joins].sort((a, b) => a.span.start - b.span.start);
}

/** What was mended besides paragraphs. */
function mendingNotices({ repeatedHeads, joinedRows, partedItems }: Mended): Diagnostic[] {
  const told = (count: number, tell: (span: Span, values: { count: number }) => Diagnostic): Diagnostic[] =>
    count > 0 ? [tell(emptySpan(0), { count })] : [];
  return [
    ...told(repeatedHeads, errors.repeatedHeadsLeftOut),
    ...told(joinedRows, errors.joinedRows),
    ...told(partedItems, errors.partedItems),
  ];
}

function countsOf({ analysis, written }: Made): ImportCounts {
  const { documents } = analysis.plan;
  const divisions = documents.flatMap((document) => [
    ...document.divisions,
    ...document.annexes.flatMap((annex) => divisionsIn(annex.content)),
  ]);
  const isBullet = (kind: string): boolean => kind === "dash" || kind === "plus";
  const tables = documents
    .flatMap((document) => [document.content, ...document.annexes.map((annex) => annex.content)])
    .flatMap(tablesIn);
  return {
    documents: documents.length,
    divisions: divisions.filter((division) => !isBullet(division.mark.kind)).length,
    bullets: divisions.filter((division) => isBullet(division.mark.kind)).length,
    tasks: documents.reduce((sum, document) => sum + document.tasks.length, 0),
    tableRows: tables.reduce((sum, rows) => sum + rows, 0),
    citations: documents.reduce((sum, document) => sum + document.citations.length, 0),
    joins: written.joins.length,
    looks: written.looks.length,
  };
}

type Content = Analysis["plan"]["documents"][number]["content"][number];

const divisionsIn = (content: readonly Content[]): Extract<Content, { kind: "division" }>["division"][] =>
  content.flatMap((item) => (item.kind === "division" ? [item.division, ...divisionsIn(item.division.children)] : []));

const tablesIn = (content: readonly Content[]): number[] =>
  content.flatMap((item): number[] => {
    if (item.kind === "division") return tablesIn(item.division.children);
    if (item.kind === "task-table") return [item.table.rows.length];
    return item.kind === "grid" ? [item.grid.rows.length] : [];
  });
