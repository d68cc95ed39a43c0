/** Blocks of a file as the recogniser walks over them, and how they look. */
import { recipientsTitle, startsEnding } from "./ending.ts";
import { flat } from "./flat.ts";
import { type HeadLine, hasNation, readDate, readNumber } from "./head.ts";
import type { MendedBlock } from "./mend.ts";
import type { MendedParagraph } from "./pieces.ts";
import { isBold, isCapitals, plain, splitLines, tidy } from "./words.ts";

/** A block, or a table that only sets the head or the end of a document side by side. */
export type Block =
  | MendedBlock
  | {
      readonly kind: "side";
      readonly role: "head" | "ending";
      readonly columns: readonly (readonly MendedParagraph[])[];
      readonly line: number;
    };

const cellText = (paragraphs: readonly MendedParagraph[]): string =>
  paragraphs.map((one) => plain(one.runs)).join("\n");

export function sideOf(block: MendedBlock): Block {
  if (block.kind !== "table" || block.rows.length > 12 || block.columnCount > 4) return block;
  const columns: MendedParagraph[][] = Array.from({ length: block.columnCount }, () => []);
  const texts: string[] = [];
  for (const row of block.rows)
    for (const cell of row.cells) {
      const column = Math.min(cell.column, block.columnCount - 1);
      columns[column] = [...columns[column]!, ...cell.paragraphs];
      texts.push(cellText(cell.paragraphs));
    }
  const words = texts.map((text) => tidy(text)).filter((text) => text !== "");
  const isEnding =
    words.some((text) => recipientsTitle.test(flat(text).slice(0, 14))) ||
    (words.length <= 6 && words.some(startsEnding));
  if (isEnding && words.length <= 24) return { kind: "side", role: "ending", columns, line: block.place.from };
  const heads = words.filter((text) => hasNation(text) || readNumber(text) !== null || readDate(text) !== null);
  const isHead =
    heads.length > 0 && words.length <= 10 && words.some((text) => hasNation(text) || readNumber(text) !== null);
  if (isHead) return { kind: "side", role: "head", columns, line: block.place.from };
  return block;
}

export const textOf = (paragraph: MendedParagraph): string => tidy(`${paragraph.label} ${plain(paragraph.runs)}`);

export const linesOf = (block: Block): HeadLine[] => {
  if (block.kind === "paragraph")
    return splitLines(block.runs).map((runs) => ({
      text: `${block.label} ${plain(runs)}`.trimStart(),
      line: block.place.from,
    }));
  if (block.kind === "side")
    return block.columns.flatMap((column) =>
      column.flatMap((paragraph) =>
        splitLines(paragraph.runs).map((runs) => ({ text: plain(runs), line: block.line })),
      ),
    );
  return [];
};

/** Set apart from running text: in the middle, bold, a heading, in capitals. */
export const isLoud = (paragraph: MendedParagraph): boolean =>
  paragraph.align === "center" || isBold(paragraph) || paragraph.heading !== null || isCapitals(textOf(paragraph));
