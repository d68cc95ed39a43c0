/**
 * The document as plain text: every word of the tree, in order, readable in any editor. A paragraph is one line; rows of
 * a table are lines with their cells between bars. No measures, no page breaks.
 */
import type {
  Block,
  ColumnsBlock,
  Document,
  FrameBlock,
  ParagraphBlock,
  RuleBlock,
  Run,
  SimpleBlock,
  TableBlock,
  TableRow,
} from "../document/document.ts";
import type { Renderer } from "./emitter.ts";

/** The words of some runs; what only holds a hyphen to the word before it on paper is a blank here. */
const words = (runs: readonly Run[], lineBreak: string): string =>
  runs
    .map((run) => (run.kind === "text" ? run.text : run.kind === "break" ? lineBreak : `[${run.number}]`))
    .join("")
    .replace(/(?<=\S)\u00a0(?=[-–](?:\s|$))/g, " ");

type Lines = readonly string[];

const paragraphLines = (block: ParagraphBlock): Lines => {
  const text = words(block.runs, "\n");
  return text.trim() === "" ? [] : text.split("\n").map((line) => line.replace(/ +$/, ""));
};
const ruleLines = (_block: RuleBlock): Lines => [];
const frameLines = (block: FrameBlock): Lines => [`[ ${words(block.runs, " ")} ]`];

const simpleLines = (block: SimpleBlock): Lines =>
  block.kind === "paragraph" ? paragraphLines(block) : block.kind === "rule" ? ruleLines(block) : frameLines(block);

/** Cells one under the other, with a blank line between: the order of reading. A name stands under a blank line, too,
 * where the paper has room to sign. */
function columnsLines(block: ColumnsBlock): Lines {
  const cells = block.rows.flatMap((row) =>
    row.cells.map((cell) =>
      cell.flatMap((inner, i) => {
        const lines = simpleLines(inner);
        const signed = inner.kind === "paragraph" && inner.style === "signature-name" && i > 0 && inner.before !== 0;
        return signed && lines.length > 0 ? ["", ...lines] : lines;
      }),
    ),
  );
  return cells.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : ["", ...lines]));
}

function tableLines(block: TableBlock): Lines {
  const line = (row: TableRow): string => {
    const cells: string[] = block.widths.map(() => "");
    for (const cell of row.cells)
      cells[cell.column] = cell.blocks
        .map((paragraph) => words(paragraph.runs, " ").trim())
        .filter((text) => text !== "")
        .join(" ");
    return `| ${cells.join(" | ")} |`;
  };
  const bar = `|${block.widths.map(() => "---").join("|")}|`;
  return [...block.headRows.map(line), ...(block.headRows.length > 0 ? [bar] : []), ...block.rows.map(line)];
}

const renderer: Renderer<Lines, null> = {
  paragraph: paragraphLines,
  rule: ruleLines,
  frame: frameLines,
  columns: columnsLines,
  table: tableLines,
};

const blockLines = (block: Block): Lines => {
  switch (block.kind) {
    case "paragraph":
      return renderer.paragraph(block, null);
    case "rule":
      return renderer.rule(block, null);
    case "frame":
      return renderer.frame(block, null);
    case "columns":
      return renderer.columns(block, null);
    case "table":
      return renderer.table(block, null);
  }
};

/** Centred lines that belong together (title, annex head) stand without a blank line between. */
const joins = (previous: Block | undefined, block: Block): boolean =>
  previous?.kind === "paragraph" &&
  block.kind === "paragraph" &&
  (/^(document-type|annex-label|annex-title|part-label)$/.test(previous.style) || block.style === "attached-line");

/** The text of a document. */
export function toText(document: Document): string {
  const parts: string[] = [];
  document.sections.forEach((section, i) => {
    if (i > 0 && section.pageNumber.continues !== true) parts.push("", "─".repeat(40));
    const furniture = (blocks: readonly SimpleBlock[]): void => {
      for (const block of blocks) {
        const lines = simpleLines(block);
        if (lines.length > 0) parts.push("", ...lines);
      }
    };
    furniture(section.firstHeader);
    let previous: Block | undefined;
    for (const block of section.blocks) {
      const lines = blockLines(block);
      if (lines.length === 0) continue;
      parts.push(...(joins(previous, block) ? [] : [""]), ...lines);
      previous = block;
    }
    furniture(section.firstFooter);
  });
  if (document.notes.length > 0) {
    parts.push("");
    for (const note of document.notes) parts.push(`[${note.number}] ${words(note.paragraph.runs, " ")}`);
  }
  return `${parts.join("\n").replace(/^\n+/, "")}\n`;
}

/** The text as UTF-8. */
export const emitText = (document: Document): Uint8Array => new TextEncoder().encode(toText(document));
