/** A raw table as a full grid: at each place the cell that covers it, and the head that stands above the rows. */
import { labelRole } from "../../grammar/keywords.ts";
import { isNumberRow } from "./mend-tables.ts";
import type { RawCell, RawParagraph, RawRow, RawRun, RawTable } from "./raw.ts";
import { bareParagraph, isBold, isCapitals, joinedRuns, plain, plainRun, tidy, trimRuns } from "./words.ts";

export interface GridPlace {
  readonly cell: RawCell;
  /** Starts here, goes on from above, or goes on from the left. */
  readonly kind: "own" | "above" | "left";
}

export interface FullGrid {
  readonly columnCount: number;
  /** Rows of places, one a column. */
  readonly rows: readonly (readonly GridPlace[])[];
  /** How many of them are the head. */
  readonly headCount: number;
  /** The row below the head numbers the columns. */
  readonly hasNumberRow: boolean;
}

export const cellWords = (cell: RawCell): string =>
  tidy(cell.paragraphs.map((paragraph) => `${paragraph.label} ${plain(paragraph.runs)}`).join(" "));

/** The grid of a table; rows that are empty and nothing reaches into are left out. Null for a table without words. */
export function fullGrid(table: RawTable): FullGrid | null {
  const kept = table.rows.filter(
    (row) => row.cells.some((cell) => cellWords(cell) !== "" || cell.rowSpan > 1) || row.cells.length === 0,
  );
  const ends = kept.flatMap((row) => row.cells.map((cell) => cell.column + cell.colSpan));
  const width = ends.reduce((widest, end) => Math.max(widest, end), table.columnCount);
  const rows: (GridPlace | undefined)[][] = kept.map(() => Array.from({ length: width }, () => undefined));
  kept.forEach((row, r) => {
    for (const cell of row.cells) {
      const bottom = Math.min(kept.length, r + cell.rowSpan);
      for (let y = r; y < bottom; y += 1)
        for (let x = cell.column; x < Math.min(width, cell.column + cell.colSpan); x += 1)
          rows[y]![x] ??= { cell, kind: y > r ? "above" : x > cell.column ? "left" : "own" };
    }
  });
  if (kept.every((row) => row.cells.every((cell) => cellWords(cell) === ""))) return null;
  const filled = rows.map((row) =>
    row.map(
      (place, column): GridPlace =>
        place ?? {
          cell: { column, colSpan: 1, rowSpan: 1, paragraphs: [bareParagraph([], table.place)] },
          kind: "own",
        },
    ),
  );
  const { grid, columns } = withoutEmptyColumns(filled, width);
  const headCount = headRows(kept, grid, columns);
  const numbers = kept[headCount];
  const hasNumberRow = headCount > 0 && numbers !== undefined && isNumberRow(numbers);
  if (headCount === 2 && !table.spansKnown) mergeHead(grid);
  return { columnCount: columns, rows: grid, headCount, hasNumberRow };
}

/** Empty cells of a head of two levels as what they are: an upper name goes on to the right, a lone one down. */
function mergeHead(grid: GridPlace[][]): void {
  const [upper, lower] = grid;
  if (!upper || !lower) return;
  const isEmpty = (place: GridPlace | undefined): boolean => place?.kind === "own" && cellWords(place.cell) === "";
  upper.forEach((place, c) => {
    const left = upper[c - 1];
    if (isEmpty(place) && !isEmpty(lower[c]) && left && !isEmpty(lower[c - 1]))
      upper[c] = { cell: left.cell, kind: "left" };
    else if (isEmpty(lower[c]) && !isEmpty(place)) lower[c] = { cell: place.cell, kind: "above" };
  });
}

/** Columns that no cell of its own stands in are an office program's way to line up edges. */
function withoutEmptyColumns(
  rows: readonly (readonly GridPlace[])[],
  width: number,
): { grid: GridPlace[][]; columns: number } {
  const used = Array.from({ length: width }, (_, c) =>
    rows.some((row) => row[c]!.kind === "own" && (cellWords(row[c]!.cell) !== "" || row[c]!.cell.colSpan > 1)),
  );
  const isEdge = Array.from({ length: width }, (_, c) => !used[c] && rows.every((row) => row[c]!.kind !== "own"));
  const keep = isEdge.map((edge) => !edge);
  return { grid: rows.map((row) => row.filter((_, c) => keep[c])), columns: keep.filter(Boolean).length };
}

/** How many rows at the top are the head. */
function headRows(rows: readonly RawRow[], grid: readonly (readonly GridPlace[])[], columns: number): number {
  let said = 0;
  while (said < rows.length && rows[said]!.head) said += 1;
  if (said > 0 && said < rows.length) {
    const numbers = rows[said - 1]!;
    return said > 1 && isNumberRow(numbers) ? said - 1 : said;
  }
  const first = rows[0];
  if (!first || rows.length < 2) return 0;
  const texts = first.cells.map(cellWords);
  const filled = texts.filter((text) => text !== "");
  const known = filled.filter((text) => labelRole(text) !== undefined).length;
  const looks =
    labelRole(texts[0] ?? "") === "ordinal" ||
    isAboveFigures(rows) ||
    known >= 2 ||
    (known >= 1 && filled.length <= 3) ||
    filled.every(isCapitals) ||
    first.cells.every(
      (cell) => cellWords(cell) === "" || cell.paragraphs.every((p) => plain(p.runs).trim() === "" || isBold(p)),
    );
  if (!looks || filled.length < Math.min(2, columns)) return 0;
  // Cells of the first row that reach down, or a second row that names what stands below the first.
  let count = Math.max(1, ...first.cells.map((cell) => Math.min(cell.rowSpan, 3)));
  if (first.cells.some((cell) => cell.colSpan > 1 && cell.colSpan < columns)) count = Math.max(count, 2);
  if (count === 1 && isSecondHead(grid)) count = 2;
  return count < rows.length ? count : 1;
}

const figure = /^[\d.,%\s/–-]*\d[\d.,%\s/–-]*$/;

/** Names without figures above columns of which at least one has nothing but figures. */
function isAboveFigures(rows: readonly RawRow[]): boolean {
  const [first, ...others] = rows;
  if (!first || others.length < 2) return false;
  const names = first.cells.map((cell) => ({ column: cell.column, words: cellWords(cell) }));
  if (names.some(({ words }) => words === "" || words.length > 80 || figure.test(words))) return false;
  return names.slice(1).some(({ column }) => {
    const below = others.flatMap((row) => row.cells.filter((cell) => cell.column === column).map(cellWords));
    return below.length > 1 && below.every((words) => figure.test(words));
  });
}

/** Where empty cells may be merged ones: the second row has words only under or right of the first one's, and no number. */
function isSecondHead(grid: readonly (readonly GridPlace[])[]): boolean {
  const [first, second, third] = grid;
  if (!first || !second || !third) return false;
  const a = first.map((place) => cellWords(place.cell));
  const b = second.map((place) => cellWords(place.cell));
  if (b[0] !== "" || !a.some((text) => text === "") || b.every((text) => text === "")) return false;
  // Below an empty head something stands, and never below TT.
  const under = b.every((text, c) => text === "" || a[c] === "" || a[c + 1] === "");
  const third0 = cellWords(third[0]!.cell);
  return under && b.every((text) => text.length < 60) && /^[([]?(?:\d|[IVXA-D])/.test(third0);
}

/** Runs of a cell's paragraph with its automatic mark in front. */
export function paragraphRuns(paragraph: RawParagraph): RawRun[] {
  const runs = trimRuns(paragraph.runs);
  if (paragraph.label === "") return runs;
  const look = runs[0] ?? { bold: false, italic: false };
  return joinedRuns([{ text: `${paragraph.label} `, bold: look.bold, italic: look.italic }, ...runs]);
}

/** All words of a cell as runs, paragraphs apart by breaks; without bold where the place is bold by itself. */
export function cellRuns(cell: RawCell, keepBold: boolean): RawRun[] {
  const runs: RawRun[] = [];
  for (const paragraph of cell.paragraphs) {
    const own = paragraphRuns(paragraph);
    if (own.length === 0) continue;
    if (runs.length > 0) runs.push(plainRun("\n"));
    runs.push(...own);
  }
  return keepBold ? runs : joinedRuns(runs.map((run) => ({ ...run, bold: false })));
}
