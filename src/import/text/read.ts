/**
 * Plain text, Markdown and saved web pages → RawFile. Mark-up becomes look, lines become paragraphs, rows become tables;
 * page numbers and running heads are taken out. What was done is told in notices; nothing is understood here.
 */
import type { Checked, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { emptySpan } from "../../source/source-file.ts";
import * as errors from "../errors.ts";
import type { RawBlock, RawFile, RawNote, RawRun } from "../raw.ts";
import { bareParagraph, closedUp, joinedRuns, plain, plainRun, trimRuns } from "../words.ts";
import { withFlattenedTables } from "./flattened.ts";
import { listed, withoutFurniture } from "./furniture.ts";
import { tableBlock } from "./grid.ts";
import { readHtml, sign } from "./html.ts";
import { type LookOptions, lookOf } from "./look.ts";
import { type LookedLine, paragraphsOf, wrappingOf } from "./paragraphs.ts";
import { partRunOn } from "./run-on.ts";
import { findTables, type Item, type TextLine } from "./tables.ts";

export interface TextOptions {
  /** The name of the file says that it is Markdown; other files are when their lines say so. */
  readonly markdown: boolean;
}

const nowhere = emptySpan(0);

const headingLine = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const ruleLine = /^\s*(?:[-–—_=─━*~.](?:\s*[-–—_=─━*~.]){2,}|\*|o0o|-+\s*[o0*]+\s*-+|[|¦]+)\s*$/iu;
const fenceLine = /^\s*(?:```|~~~)/;
/** Ways to write a blank to fill in, which are words and no rules. */
const isBlankToFill = (text: string): boolean => /^[\s.…_]+$/.test(text) && !/^\s*[_]{5,}\s*$/.test(text);

/** Reads a text; `\f` ends a page. Never fails: what is not understood is a paragraph. */
export function readText(text: string, options: TextOptions): Checked<RawFile> {
  const diagnostics: Diagnostic[] = [];
  const html = readHtml(withoutQuoting(text));
  const markdown = options.markdown || looksLikeMarkdown(html.text);
  let marks = html.tags;
  const { lines: numbered, pageStarts } = numberLines(html.text);
  const tables = [...html.tables];
  const { lines, pages, running } = withoutFurniture(withFlattenedTables(numbered, tables));
  // A page begins below its predecessor's number.
  for (const page of pages) {
    const next = lines.find((line) => line.number > page.number && line.text.trim() !== "");
    if (next) pageStarts.add(next.number);
  }
  const { notes: noteNumbers, definitions } = footnotesOf(lines);
  const items = splitSoftLines(findTables(lines, tables));
  const look: LookOptions = { markdown, notes: noteNumbers };

  const blocks: RawBlock[] = [];
  const pending: { lines: { text: string; number: number; heading: number | null }[]; at: number }[] = [];
  /** Blocks of lines and tables in order; paragraphs are made when the width of the lines is known. */
  const order: ({ kind: "lines"; lines: LookedLine[] } | { kind: "block"; block: RawBlock })[] = [];
  const flush = (): void => {
    const open = pending.pop();
    if (!open) return;
    const looked = lookOf(
      open.lines.map((line) => line.text),
      look,
    );
    marks += looked.marks;
    order.push({
      kind: "lines",
      lines: open.lines.map((line, index): LookedLine => {
        const typed = looked.lines[index]!;
        const shown = plain(typed);
        return {
          runs: withClosedUp(trimRuns(typed)),
          number: line.number,
          indent: shown.length - shown.trimStart().length,
          heading: line.heading,
        };
      }),
    });
  };

  for (const item of items) {
    const number = item.kind === "line" ? item.number : item.from;
    if (pageStarts.has(number) && !(item.kind === "line" && item.text.trim() === "")) {
      pageStarts.delete(number);
      flush();
      order.push({ kind: "block", block: { kind: "page", landscape: null, place: { from: number, to: number } } });
    }
    if (item.kind === "table") {
      flush();
      const runsOf = (words: string): RawRun[] => {
        const looked = lookOf([words], look);
        marks += looked.marks;
        return joinedRuns(looked.lines.flatMap((line, i) => (i === 0 ? [...line] : [plainRun("\n"), ...line])));
      };
      const place = { from: item.from, to: item.to };
      order.push({ kind: "block", block: tableBlock(item.source, place, item.spansKnown, runsOf) });
      continue;
    }
    if (definitions.has(item.number)) {
      flush();
      continue;
    }
    const cleaned = cleanLine(item, markdown);
    marks += cleaned.marks;
    if (cleaned.text.trim() === "") {
      flush();
      continue;
    }
    if (pending.length === 0) pending.push({ lines: [], at: order.length });
    pending[0]!.lines.push({ text: cleaned.text, number: item.number, heading: cleaned.heading });
  }
  flush();

  const wrapping = wrappingOf(order.flatMap((one) => (one.kind === "lines" ? [one.lines] : [])));
  for (const one of order)
    if (one.kind === "block") blocks.push(one.block);
    else blocks.push(...paragraphsOf(one.lines, wrapping));

  if (marks > 0) diagnostics.push(errors.markupTaken(nowhere, { count: marks }));
  if (html.pictures > 0) diagnostics.push(errors.picturesLeftOut(nowhere, { count: html.pictures }));
  if (pages.length > 0)
    diagnostics.push(
      errors.pageNumbersLeftOut(nowhere, {
        count: pages.length,
        lines: `dòng ${listed(pages.map((one) => one.number))}`,
      }),
    );
  if (running.length > 0)
    diagnostics.push(
      errors.runningLinesLeftOut(nowhere, { count: running.length, words: running[0]!.text.trim().slice(0, 60) }),
    );
  const file: RawFile = {
    unit: "line",
    blocks,
    notes: [...definitions.values()].map((note) => readNote(note, look)),
    furniture: [],
    properties: new Map(),
  };
  return { value: file, diagnostics };
}

/** A text that was quoted in a message, each line behind `> `, without these signs. */
function withoutQuoting(text: string): string {
  const filled = text.match(/^.*\S.*$/gm) ?? [];
  const quoted = filled.filter((line) => /^\s*>/.test(line)).length;
  if (quoted < 5 || quoted < filled.length * 0.7) return text;
  return withoutQuoting(text.replace(/^[ \t]*>[ \t]?/gm, ""));
}

/** Marks of Markdown that no clerk types: headings, rows of hyphens under a table's head, escaped numbers. */
function looksLikeMarkdown(text: string): boolean {
  let evidence = 0;
  for (const line of text.split("\n", 5000)) {
    if (/^#{1,6} \S/.test(line)) evidence += 1;
    else if (/^\s*\|(?:\s*:?-{3,}:?\s*\|){2,}/.test(line)) evidence += 2;
    else if (/^\s*(?:\d{1,2}|[IVX]{1,5}|[a-z])\\[.)]/.test(line)) evidence += 2;
    if (evidence >= 2) return true;
  }
  return false;
}

/** Lines with their numbers, and the numbers of those that begin a page. */
function numberLines(text: string): { lines: TextLine[]; pageStarts: Set<number> } {
  const lines: TextLine[] = [];
  const pageStarts = new Set<number>();
  text.split("\n").forEach((raw, index) => {
    if (raw.includes("\f")) pageStarts.add(index + 1);
    // A page's end in the middle of a line parts it.
    const parts = raw.split("\f").map((part) => part.replace(/[ \u00a0]+$/, ""));
    const filled = parts.filter((part) => part.trim() !== "");
    for (const part of filled.length > 0 ? filled : [parts[0]!])
      for (const text of partRunOn(part)) lines.push({ text, number: index + 1 });
  });
  return { lines, pageStarts };
}

/** A line of text with soft line ends (of HTML within a line) is several lines. */
function splitSoftLines(items: readonly Item[]): Item[] {
  return items.flatMap((item): Item[] =>
    item.kind === "line" && item.text.includes(sign.softLine)
      ? item.text
          .split(sign.softLine)
          .filter((part) => part.replace(/[\u0002-\u0007]/g, "").trim() !== "")
          .map((text) => ({ kind: "line", text, number: item.number }))
      : [item],
  );
}

interface Cleaned {
  readonly text: string;
  readonly heading: number | null;
  readonly marks: number;
}

/** The words of a line without what Markdown or a converter drew round them. */
function cleanLine(line: TextLine, markdown: boolean): Cleaned {
  let text = line.text.replace(/^\t+/, "").replace(/\t+$/, "");
  let marks = 0;
  if (fenceLine.test(text)) return { text: "", heading: null, marks: 1 };
  if (markdown && /^\s*>\s?/.test(text)) {
    text = text.replace(/^\s*(?:>\s?)+/, "");
    marks += 1;
  }
  const heading = headingLine.exec(text);
  if (heading) return { text: heading[2]!, heading: heading[1]!.length, marks: marks + 1 };
  if (ruleLine.test(text) && !isBlankToFill(text)) return { text: "", heading: null, marks };
  // A rule that stands behind the words of a letterhead's line.
  text = text.replace(/(?<=\S)\s*(?:[-_─━]{5,})\s*$/u, "");
  // Bars that are left of a table's edge.
  text = text.replace(/^\s*\|\s+|\s+\|\s*$/g, "");
  if (markdown && /^\s*\*\s+/.test(text)) {
    text = text.replace(/^(\s*)\*\s+/, "$1- ");
    marks += 1;
  }
  return { text, heading: null, marks };
}

const withClosedUp = (runs: readonly RawRun[]): readonly RawRun[] => {
  const text = plain(runs);
  const closed = closedUp(text);
  return closed === text ? runs : [{ text: closed, bold: runs[0]?.bold ?? false, italic: runs[0]?.italic ?? false }];
};

// ── Footnotes ───────────────────────────────────────────────────────────────────────────────────────────────────────

interface Definition {
  readonly number: string;
  readonly text: string;
  readonly line: number;
}

const raisedNumber = new RegExp(`^\\s*${sign.raisedOn}\\s*\\[?(\\d{1,3})\\]?\\s*${sign.raisedOff}\\s*(\\S.*)$`, "u");
const noteLine = /^\s*\[\^?(\d{1,3})\]:?\s+(\S.*)$/u;

/** Lines that are the text of a footnote: their number stands, raised or in brackets, in the words above them. */
function footnotesOf(lines: readonly TextLine[]): { notes: Set<string>; definitions: Map<number, Definition> } {
  const notes = new Set<string>();
  const definitions = new Map<number, Definition>();
  const referred = new Set<string>();
  for (const line of lines) {
    const match = raisedNumber.exec(line.text) ?? noteLine.exec(line.text);
    if (match && referred.has(match[1]!) && !notes.has(match[1]!)) {
      notes.add(match[1]!);
      definitions.set(line.number, { number: match[1]!, text: match[2]!, line: line.number });
    }
    for (const found of line.text.matchAll(/\[\^?(\d{1,3})\]|\u0006\s*\[?(\d{1,3})\]?\s*\u0007/g))
      referred.add(found[1] ?? found[2]!);
  }
  return { notes, definitions };
}

function readNote(note: Definition, look: LookOptions): RawNote {
  const runs = trimRuns(lookOf([note.text], look).lines[0] ?? []);
  const place = { from: note.line, to: note.line };
  return { number: note.number, paragraphs: [bareParagraph(runs, place)] };
}
