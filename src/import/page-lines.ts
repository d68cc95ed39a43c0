/**
 * Word files that a converter made of pages: a paragraph for every line, page numbers between them, rules of hyphens. They
 * are read as the text they are. Files that a person wrote have none of this and stay as they were.
 */
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import { emptySpan } from "../source/source-file.ts";
import * as errors from "./errors.ts";
import type { RawBlock, RawCell, RawFile, RawParagraph } from "./raw.ts";
import { listed, withoutFurniture } from "./text/furniture.ts";
import { continues, type LookedLine, type Wrapping, wrappingOf } from "./text/paragraphs.ts";
import type { TextLine } from "./text/tables.ts";
import { joinedRuns, plain, plainRun, tidy } from "./words.ts";

/** A line drawn with signs; shorter ones may be words. */
const rule = /^[\s]*(?:[-–—_=─━*~] ?){5,}[\s]*$/u;

const isRule = (paragraph: RawParagraph): boolean => paragraph.label === "" && rule.test(plain(paragraph.runs));

/** The file without page numbers and rules, its lines put together where every line is a paragraph. */
export function withoutPageLines(file: RawFile): Checked<RawFile> {
  const diagnostics: Diagnostic[] = [];
  const ruled = file.blocks.flatMap((block): RawBlock[] => {
    if (block.kind === "table") return [withoutRulesInside(block)];
    return block.kind === "paragraph" && isRule(block) ? [] : [block];
  });
  const lines = ruled.map(
    (block): TextLine => ({ text: block.kind === "page" ? "" : wordsOf(block), number: block.place.from }),
  );
  const { pages, running } = withoutFurniture(lines);
  const gone = new Set([...pages, ...running]);
  const blocks = ruled.map((block, i): RawBlock => {
    const isGone = block.kind === "paragraph" && gone.has(lines[i]!);
    return isGone ? { kind: "page", landscape: null, place: block.place } : block;
  });
  const whole = (count: number, tell: () => Diagnostic): void => {
    if (count > 0) diagnostics.push(tell());
  };
  whole(pages.length, () =>
    errors.pageNumbersLeftOut(emptySpan(0), {
      count: pages.length,
      lines: `đoạn ${listed(pages.map((one) => one.number))}`,
    }),
  );
  whole(running.length, () =>
    errors.runningLinesLeftOut(emptySpan(0), { count: running.length, words: tidy(running[0]!.text).slice(0, 60) }),
  );
  const wrapping = wrappingOf(groupsOf(blocks));
  const value = { ...file, blocks: wrapping.width > 0 ? unwrapped(blocks, wrapping) : blocks };
  return { value, diagnostics };
}

const wordsOf = (block: Exclude<RawBlock, { kind: "page" }>): string =>
  block.kind === "paragraph"
    ? `${block.label} ${plain(block.runs)}`.trim()
    : block.rows
        .map((row) => row.cells.map((cell) => cell.paragraphs.map((one) => plain(one.runs)).join(" ")).join(" \t "))
        .join(" ");

function withoutRulesInside<T extends Extract<RawBlock, { kind: "table" }>>(table: T): T {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell): RawCell => {
      const kept = cell.paragraphs.filter((paragraph) => !isRule(paragraph));
      return kept.length === cell.paragraphs.length || kept.length === 0 ? cell : { ...cell, paragraphs: kept };
    }),
  }));
  return { ...table, rows };
}

const lineOf = (paragraph: RawParagraph): LookedLine => ({
  runs: paragraph.runs,
  number: paragraph.place.from,
  indent: paragraph.indent ?? 0,
  heading: paragraph.heading,
});

/** Paragraphs that follow each other, as lines of one run. */
function groupsOf(blocks: readonly RawBlock[]): LookedLine[][] {
  const groups: LookedLine[][] = [[]];
  for (const block of blocks) {
    if (block.kind !== "paragraph" || plain(block.runs).trim() === "") {
      if (block.kind === "table" || groups.at(-1)!.length > 0) groups.push([]);
    } else groups.at(-1)!.push(lineOf(block));
  }
  return groups.filter((group) => group.length > 0);
}

function unwrapped(blocks: readonly RawBlock[], wrapping: Wrapping): RawBlock[] {
  const result: RawBlock[] = [];
  let first: LookedLine | null = null;
  let above: LookedLine | null = null;
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind !== "paragraph") {
      first = null;
      above = null;
      result.push(block.kind === "table" ? unwrappedCells(block, wrapping) : block);
      continue;
    }
    const line = lineOf(block);
    const goesOn =
      last?.kind === "paragraph" &&
      first !== null &&
      above !== null &&
      block.label === "" &&
      block.align !== "center" &&
      last.align !== "center" &&
      continues(above, line, wrapping, first);
    if (goesOn) result[result.length - 1] = { ...joined(last, block), full: isFull(line, wrapping) };
    else {
      first = line;
      const { full: _, ...rest } = block;
      result.push(isFull(line, wrapping) ? { ...rest, full: true } : rest);
    }
    above = line;
  }
  return result.map((block) => {
    if (block.kind !== "paragraph" || block.full) return block;
    const { full: _, ...rest } = block;
    return rest;
  });
}

const isFull = (line: LookedLine, { width }: Wrapping): true | undefined =>
  plain(line.runs).trim().length > width * 0.85 ? true : undefined;

function joined(above: RawParagraph, below: RawParagraph): RawParagraph {
  return {
    ...above,
    runs: joinedRuns([...above.runs, plainRun(" "), ...below.runs]),
    place: { from: above.place.from, to: below.place.to },
  };
}

/** Lines of cells are as wide as their column: one that had no room for the first word of the next goes on. */
function unwrappedCells(
  table: Extract<RawBlock, { kind: "table" }>,
  wrapping: Wrapping,
): Extract<RawBlock, { kind: "table" }> {
  const widths = new Map<string, number>();
  const key = (cell: RawCell): string => `${cell.column}-${cell.colSpan}`;
  for (const row of table.rows)
    for (const cell of row.cells)
      if (cell.paragraphs.length > 1)
        for (const paragraph of cell.paragraphs)
          widths.set(key(cell), Math.max(widths.get(key(cell)) ?? 0, tidy(plain(paragraph.runs)).length));
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell): RawCell => {
      const inCell = { ...wrapping, width: widths.get(key(cell)) ?? 0, indented: false };
      const paragraphs: RawParagraph[] = [];
      let above: RawParagraph | null = null;
      for (const paragraph of cell.paragraphs) {
        const last = paragraphs.at(-1);
        if (last && above && paragraph.label === "" && hadNoRoom(above, paragraph, inCell))
          paragraphs[paragraphs.length - 1] = joined(last, paragraph);
        else paragraphs.push(paragraph);
        above = paragraph;
      }
      return { ...cell, paragraphs };
    }),
  }));
  return { ...table, rows };
}

function hadNoRoom(above: RawParagraph, below: RawParagraph, { width }: Wrapping): boolean {
  const a = tidy(plain(above.runs));
  const b = tidy(plain(below.runs));
  if (a === "" || b === "" || /[;.:]$/.test(a) || /^[-–+•]/.test(b)) return false;
  return a.length + 1 + /^\S*/.exec(b)![0].length > width;
}
