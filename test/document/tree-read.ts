/** Reading a document tree in tests: its words, and the blocks of a style. */
import type {
  Block,
  ColumnsBlock,
  Document,
  ParagraphBlock,
  RuleBlock,
  Run,
  Section,
  SimpleBlock,
  TableBlock,
} from "../../src/document/document.ts";
import type { StyleName } from "../../src/document/style.ts";

export const wordsOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === "text" ? run.text : run.kind === "break" ? "\n" : `[${run.number}]`)).join("");

const inside = (block: Block): SimpleBlock[] => {
  switch (block.kind) {
    case "columns":
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => [...cell]));
    case "table":
      return [...block.headRows, ...block.rows].flatMap((row) => row.cells.flatMap((cell) => [...cell.blocks]));
    default:
      return [block];
  }
};

/** Every paragraph, rule and frame of a section, page furniture included, in reading order. */
export const blocksOf = (section: Section): SimpleBlock[] => [
  ...section.firstHeader,
  ...section.blocks.flatMap(inside),
  ...section.firstFooter,
];

export const paragraphs = (document: Document): ParagraphBlock[] =>
  document.sections
    .flatMap(blocksOf)
    .filter((block): block is ParagraphBlock => block.kind === "paragraph")
    .concat(document.notes.map((note) => note.paragraph));

export const ofStyle = (document: Document, style: StyleName): ParagraphBlock[] =>
  paragraphs(document).filter((block) => block.style === style);

export const textOf = (document: Document, style: StyleName): string[] =>
  ofStyle(document, style).map((block) => wordsOf(block.runs));

export const rules = (section: Section): RuleBlock[] =>
  blocksOf(section).filter((block): block is RuleBlock => block.kind === "rule");

export function columns(document: Document, role: ColumnsBlock["role"], section = 0): ColumnsBlock {
  const found = document.sections[section]?.blocks.find(
    (block): block is ColumnsBlock => block.kind === "columns" && block.role === role,
  );
  if (found === undefined) throw new Error(`no ${role}`);
  return found;
}

export function tableOf(document: Document, section = 0): TableBlock {
  const found = document.sections[section]?.blocks.find((block): block is TableBlock => block.kind === "table");
  if (found === undefined) throw new Error("no table");
  return found;
}

/** The words of a cell of columns, one paragraph a line. */
export const cellText = (block: ColumnsBlock, row: number, cell: number): string[] =>
  (block.rows[row]?.cells[cell] ?? []).flatMap((inner) => (inner.kind === "rule" ? [] : [wordsOf(inner.runs)]));
