/** A table as paragraphs, where there is no place for one: a row a paragraph, its cells apart by tabs. */
import type { RawCell, RawParagraph, RawRun, RawTable } from "../raw.ts";
import { hasWords } from "./draft.ts";

const separator = (text: string): RawRun => ({ text, bold: false, italic: false });

function cellRuns(cell: RawCell): RawRun[] {
  return cell.paragraphs
    .filter(hasWords)
    .flatMap((paragraph, i): RawRun[] => [
      ...(i > 0 ? [separator("\n")] : []),
      ...(paragraph.label === "" ? [] : [{ text: `${paragraph.label} `, bold: false, italic: false }]),
      ...paragraph.runs,
    ]);
}

/** Rows without words are left out. */
export function flattened(table: RawTable): RawParagraph[] {
  return table.rows.flatMap((row): RawParagraph[] => {
    const paragraphs = row.cells.flatMap((cell) => cell.paragraphs);
    const [first] = paragraphs;
    const last = paragraphs[paragraphs.length - 1];
    if (!first || !last || !paragraphs.some(hasWords)) return [];
    const runs = row.cells.flatMap((cell, i) => [...(i > 0 ? [separator("\t")] : []), ...cellRuns(cell)]);
    return [
      {
        kind: "paragraph",
        runs,
        label: "",
        listLevel: -1,
        align: first.align,
        style: first.style,
        heading: null,
        place: { from: first.place.from, to: last.place.to },
      },
    ];
  });
}
