/** Small documents on the real style sheet, for tests that look at one thing on a page. */
import type {
  Block,
  Document,
  ParagraphBlock,
  Run,
  Section,
  TableBlock,
  TableCell,
  TableRow,
} from "../../src/document/document.ts";
import type { StyleName } from "../../src/document/style.ts";
import { nd30 } from "./forms.ts";

type ParagraphRest = Partial<Omit<ParagraphBlock, "kind" | "style" | "runs">>;

export const words = (text: string, look: { bold?: boolean; italic?: boolean; size?: number } = {}): Run => ({
  kind: "text",
  text,
  bold: false,
  italic: false,
  ...look,
});

/** A paragraph; each string of `lines` ends with a forced break but the last. */
export function paragraph(
  id: string,
  lines: string | readonly (string | Run)[],
  rest: ParagraphRest = {},
  style: StyleName = "body",
): ParagraphBlock {
  const parts = typeof lines === "string" ? [lines] : lines;
  const runs = parts.flatMap((part, i): Run[] => [
    ...(i > 0 && typeof part === "string" ? [{ kind: "break" } as const] : []),
    typeof part === "string" ? words(part) : part,
  ]);
  return { kind: "paragraph", id, style, runs, role: "text", ...rest };
}

/** `count` paragraphs of one short line each. */
export const filler = (count: number, name = "f"): ParagraphBlock[] =>
  Array.from({ length: count }, (_, i) => paragraph(`${name}_${i}`, `${name}${i}`, { before: 0 }));

/** A paragraph of so many lines, ended by forced breaks: `a0`, `a1`, … */
export const lined = (name: string, count: number, rest: ParagraphRest = {}): ParagraphBlock =>
  paragraph(
    name,
    Array.from({ length: count }, (_, i) => `${name}${i}`),
    { before: 0, ...rest },
  );

export const cell = (column: number, lines: string | readonly string[], rest: Partial<TableCell> = {}): TableCell => ({
  column,
  colSpan: 1,
  rowSpan: 1,
  blocks: (typeof lines === "string" ? [lines] : lines).map((line, i) =>
    paragraph(`c${column}_${i}`, line, {}, "table-text"),
  ),
  vertical: "top",
  head: false,
  ...rest,
});

export const row = (cells: readonly TableCell[], rest: Partial<TableRow> = {}): TableRow => ({
  cells,
  cantSplit: true,
  keepNext: false,
  ...rest,
});

export const table = (
  widths: readonly number[],
  headRows: readonly TableRow[],
  rows: readonly TableRow[],
  rest: Partial<TableBlock> = {},
): TableBlock => ({ kind: "table", id: "t", widths, headRows, rows, summary: "Bảng", before: 0, ...rest });

export const section = (blocks: readonly Block[], rest: Partial<Section> = {}): Section => ({
  id: "main",
  kind: "main",
  title: "Kế hoạch thử",
  page: nd30.page,
  pageNumber: nd30.pageNumber,
  firstHeader: [],
  firstFooter: [],
  blocks,
  ...rest,
});

export const documentOfSections = (sections: readonly Section[], rest: Partial<Document> = {}): Document => ({
  kind: "document",
  properties: {
    title: "Kế hoạch thử",
    subject: "Thử",
    author: "Ủy ban nhân dân xã A",
    language: "vi-VN",
    keywords: ["kế hoạch"],
    custom: { TypeName: "Kế hoạch" },
    facts: [],
    sourceDigest: "0".repeat(64),
    generator: "plan",
  },
  style: nd30.style,
  sections,
  notes: [],
  ...rest,
});

export const documentOfBlocks = (blocks: readonly Block[], rest: Partial<Document> = {}): Document =>
  documentOfSections([section(blocks)], rest);
