/**
 * The rows of two tables with the same columns as rows of one table. Rows are paired where their cells stand in the same
 * columns and span rows alike; then what changed is inside the cells. A cell that spans rows of its own version only is
 * marked as such (`TableCell.merge`), so that either version comes out whole.
 */
import type { Change, ParagraphBlock, TableBlock, TableCell, TableRow } from "../document/document.ts";
import { align, bagLikeness } from "./align.ts";
import { textOf } from "./redline-runs.ts";
import { wordsOf } from "./tree.ts";

/** What the merging of tables needs of the merging of paragraphs. */
export interface CellMerger {
  readonly both: (a: readonly ParagraphBlock[], b: readonly ParagraphBlock[]) => readonly ParagraphBlock[];
  readonly one: (blocks: readonly ParagraphBlock[], change: Change) => readonly ParagraphBlock[];
}

/** A place of a row: a cell that starts in it or one that goes on from above. */
interface Place {
  readonly cell: TableCell;
  readonly goesOn: boolean;
}

interface Row {
  readonly row: TableRow;
  readonly places: readonly Place[];
  /** Equal for rows that can be one. */
  readonly shape: string;
  readonly words: readonly string[];
  readonly key: string;
}

/** A row of the table to be, its cells marked. */
interface MergedRow {
  readonly row: TableRow;
  readonly places: readonly Place[];
  readonly change?: Change;
}

function rowsOf(rows: readonly TableRow[]): readonly Row[] {
  let open: { cell: TableCell; left: number }[] = [];
  return rows.map((row): Row => {
    const places = [
      ...open.map(({ cell }) => ({ cell, goesOn: true })),
      ...row.cells.map((cell) => ({ cell, goesOn: false })),
    ].sort((x, y) => x.cell.column - y.cell.column);
    open = [...open, ...row.cells.map((cell) => ({ cell, left: cell.rowSpan }))]
      .map(({ cell, left }) => ({ cell, left: left - 1 }))
      .filter(({ left }) => left > 0);
    const shape = places
      .map(({ cell, goesOn }) => `${cell.column}+${cell.colSpan}${goesOn ? "v" : cell.rowSpan > 1 ? "^" : ""}`)
      .join(" ");
    const texts = row.cells.map((cell) => cell.blocks.map((block) => textOf(block.runs)).join(" "));
    // A row that was only counted anew is the same row.
    const counted = /^\s*(?:\d+(?:\.\d+)*|[IVXLC]+)[.)]?\s*$/.test(texts[0] ?? "");
    const text = (counted && texts.length > 1 ? texts.slice(1) : texts).join("\u0000");
    return { row, places, shape, words: wordsOf(text), key: `${shape}\u0000${text}` };
  });
}

const likeness = (a: Row, b: Row): number => {
  if (a.shape !== b.shape) return 0;
  return Math.min(1, bagLikeness(a.words, b.words) + 0.05);
};

function mergeRows(a: readonly TableRow[], b: readonly TableRow[], merger: CellMerger): readonly MergedRow[] {
  return align(rowsOf(a), rowsOf(b), (row) => row.key, likeness).map((pair): MergedRow => {
    if (pair.a === undefined || pair.b === undefined) {
      const [row, change] = pair.a === undefined ? ([pair.b, "added"] as const) : ([pair.a, "removed"] as const);
      const places = row.places.map((place) => ({
        ...place,
        cell: { ...place.cell, blocks: merger.one(place.cell.blocks, change) },
      }));
      return { row: row.row, places, change };
    }
    const older = pair.a.places;
    const places = pair.b.places.map((place, i) =>
      place.goesOn
        ? place
        : { ...place, cell: { ...place.cell, blocks: merger.both(older[i]!.cell.blocks, place.cell.blocks) } },
    );
    return { row: pair.b.row, places };
  });
}

/** Rows with the spans that hold among them. */
function spanned(rows: readonly MergedRow[]): readonly TableRow[] {
  const sameColumns = (x: TableCell, y: TableCell): boolean => x.column === y.column && x.colSpan === y.colSpan;
  /** How far down a cell that spans rows goes on without a gap. */
  const reach = (row: number, cell: TableCell): number => {
    let below = row + 1;
    while (rows[below]?.places.some((place) => place.goesOn && sameColumns(place.cell, cell))) below += 1;
    return below - row;
  };
  /** Row up to which the cell that began last in a column reaches. */
  const covered = new Map<number, number>();
  return rows.map(({ row, places, change }, index): TableRow => {
    const cells = places.flatMap(({ cell, goesOn }): TableCell[] => {
      if (goesOn) {
        if ((covered.get(cell.column) ?? 0) > index) return [];
        return [{ ...cell, rowSpan: 1, blocks: [], merge: "goes-on" }];
      }
      const rowSpan = cell.rowSpan > 1 ? reach(index, cell) : 1;
      covered.set(cell.column, index + rowSpan);
      return [{ ...cell, rowSpan, ...(cell.rowSpan > 1 && rowSpan === 1 ? { merge: "start" as const } : {}) }];
    });
    const { cantSplit, keepNext } = row;
    return { cells, cantSplit, keepNext, ...(change === undefined ? {} : { change }) };
  });
}

/** The newer table with what only the older one has; both have the same number of columns. */
export function mergeTables(a: TableBlock, b: TableBlock, merger: CellMerger): TableBlock {
  return {
    ...b,
    headRows: spanned(mergeRows(a.headRows, b.headRows, merger)),
    rows: spanned(mergeRows(a.rows, b.rows, merger)),
  };
}

/** All rows of a table of one version. */
export const markRows = (rows: readonly TableRow[], change: Change, merger: CellMerger): readonly TableRow[] =>
  rows.map((row) => ({
    ...row,
    change,
    cells: row.cells.map((cell) => ({ ...cell, blocks: merger.one(cell.blocks, change) })),
  }));
