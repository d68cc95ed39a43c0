/** Tables of text as cells of a grid: where each cell stands and what it covers. */
import type { RawCell, RawPlace, RawRow, RawRun, RawTable } from "../raw.ts";
import { bareParagraph, splitLines } from "../words.ts";

/** A cell as its source has it, in the order of the row. */
export interface CellSource {
  /** With `\n` or soft line ends between its paragraphs. */
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface RowSource {
  readonly cells: readonly CellSource[];
  readonly head: boolean;
}

interface PlacedSource extends CellSource {
  readonly column: number;
}

export interface TableSource {
  readonly columnCount: number;
  readonly rows: readonly { readonly cells: readonly PlacedSource[]; readonly head: boolean }[];
}

/** More columns than any table has; spans beyond are cut. */
const mostColumns = 64;

/** Puts the cells of rows on a grid, as HTML does: each takes the first free column. Rows without cells are left out. */
export function gridOf(rows: readonly RowSource[]): TableSource {
  const filled = rows.filter((row) => row.cells.length > 0);
  /** For each column, how many further rows a cell from above still covers. */
  let covered: number[] = [];
  let columnCount = 0;
  const placed = filled.map((row, index) => {
    const next = covered.map((left) => Math.max(0, left - 1));
    let column = 0;
    const overflow: string[] = [];
    const cells = row.cells.flatMap((cell): PlacedSource[] => {
      while ((covered[column] ?? 0) > 0) column += 1;
      if (column >= mostColumns) {
        overflow.push(cell.text);
        return [];
      }
      const colSpan = Math.min(cell.colSpan, mostColumns - column);
      const rowSpan = Math.min(cell.rowSpan, filled.length - index);
      for (let c = column; c < column + colSpan; c += 1) next[c] = rowSpan - 1;
      const at = column;
      column += colSpan;
      columnCount = Math.max(columnCount, column);
      return [{ ...cell, colSpan, rowSpan, column: at }];
    });
    covered = next;
    const last = cells.at(-1);
    if (overflow.length > 0 && last) cells[cells.length - 1] = { ...last, text: [last.text, ...overflow].join("\n") };
    return { cells, head: row.head };
  });
  return { columnCount, rows: placed };
}

/** The block of a table. `runsOf` reads the look of a cell's words. */
export function tableBlock(
  source: TableSource,
  place: RawPlace,
  spansKnown: boolean,
  runsOf: (text: string) => readonly RawRun[],
): RawTable {
  const rows = source.rows.map(
    (row): RawRow => ({
      head: row.head,
      cells: row.cells.map((cell): RawCell => {
        const lines = splitLines(runsOf(cell.text)).filter((line) => line.length > 0);
        return {
          column: cell.column,
          colSpan: cell.colSpan,
          rowSpan: cell.rowSpan,
          paragraphs: (lines.length > 0 ? lines : [[]]).map((runs) => bareParagraph(runs, place)),
        };
      }),
    }),
  );
  return {
    kind: "table",
    columnCount: source.columnCount,
    rows,
    bordered: null,
    spansKnown,
    description: "",
    place,
  };
}
