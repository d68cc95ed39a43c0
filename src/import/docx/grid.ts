/**
 * Cells in columns. Word writes how many columns of a grid each cell spans; other programs write only widths, or grids
 * that fit no row. Columns are the lines at which some cell begins or ends; lines so near to each other that they were
 * meant to be one (a border moved by hand) are one.
 */
import type { RawCell, RawParagraph, RawRow } from "../raw.ts";
import { hasWords } from "./draft.ts";
import type { Borders } from "./formatting.ts";

export type Merge = "none" | "restart" | "continue";

export interface CellDraft {
  span: number;
  /** In twips; undefined when the file does not say it. */
  width: number | undefined;
  readonly vertical: Merge;
  readonly horizontal: Merge;
  readonly borders: Borders;
  paragraphs: readonly RawParagraph[];
}

export interface RowDraft {
  /** Columns of the grid left free before the first and after the last cell. */
  before: number;
  after: number;
  beforeWidth: number;
  isHead: boolean;
  /** Those of the table, for this row. */
  borders: Borders;
  cells: CellDraft[];
  /** Number of its first paragraph. */
  readonly place: number;
}

/** Lines nearer than this are one: 3.5 pt, less than any column with a letter in it. */
const sameLine = 70;
/** Widths of cells are rounded and written by programs that reckon differently: 2 mm. */
const sameEdge = 113;
/** Rows are filled up with an empty cell a column; with one a gap where that would make more cells than any real table has. */
const mostCells = 300_000;

/** Old files merge cells side by side without spans: the cells that continue become part of the first. */
function withoutHorizontal(cells: readonly CellDraft[]): CellDraft[] {
  const result: CellDraft[] = [];
  for (const cell of cells) {
    const owner = result[result.length - 1];
    if (cell.horizontal !== "continue" || !owner) {
      result.push({ ...cell });
      continue;
    }
    owner.span += cell.span;
    owner.width = owner.width === undefined || cell.width === undefined ? undefined : owner.width + cell.width;
    const words = cell.paragraphs.filter(hasWords);
    if (words.length > 0) owner.paragraphs = [...owner.paragraphs, ...words];
  }
  return result;
}

/** Edges of the cells of each row, from the left edge of its first cell to the right one of its last. */
type Edges = readonly (readonly number[])[];

function running(start: number, steps: readonly number[]): number[] {
  const edges = [start];
  let at = start;
  for (const step of steps) {
    at += step;
    edges.push(at);
  }
  return edges;
}

const edgesBySpan = (rows: readonly RowDraft[]): Edges =>
  rows.map((row) =>
    running(
      row.before,
      row.cells.map((cell) => cell.span),
    ),
  );

/** By widths; null when a cell has none. */
function edgesByWidth(rows: readonly RowDraft[]): Edges | null {
  const known = rows.every((row) => row.cells.every((cell) => cell.width !== undefined));
  if (!known) return null;
  return rows.map((row) =>
    running(
      row.beforeWidth,
      row.cells.map((cell) => cell.width!),
    ),
  );
}

interface Placed {
  readonly edges: Edges;
  /** Number of columns. */
  readonly count: number;
}

/**
 * The edges as columns, from 0: each begins at its column, the last one ends at `count`. Edges nearer than `distance` are
 * one, unless a cell stands between them. `at` is where an edge lies; undefined when nobody knows.
 */
function inColumns(edges: Edges, distance: number, at: (edge: number) => number | undefined): Placed {
  /** For each right edge, the nearest left edge of a cell that ends there. */
  const nearest = new Map<number, number>();
  const all = new Set<number>();
  for (const row of edges) {
    row.forEach((edge, i) => {
      all.add(edge);
      const left = row[i - 1];
      if (left !== undefined) nearest.set(edge, Math.max(nearest.get(edge) ?? Number.NEGATIVE_INFINITY, left));
    });
  }
  const columns = new Map<number, number>();
  let column = -1;
  let start = Number.NEGATIVE_INFINITY;
  for (const edge of [...all].sort((a, b) => a - b)) {
    const [from, to] = [at(start), at(edge)];
    const isNear = from !== undefined && to !== undefined && to - from < distance;
    const isApart = (nearest.get(edge) ?? Number.NEGATIVE_INFINITY) >= start;
    if (column < 0 || !isNear || isApart) {
      column += 1;
      start = edge;
    }
    columns.set(edge, column);
  }
  return { edges: edges.map((row) => row.map((edge) => columns.get(edge)!)), count: Math.max(1, column) };
}

function place(rows: readonly RowDraft[], grid: readonly number[]): Placed {
  const spans = edgesBySpan(rows);
  const lines = running(0, grid);
  const hasWidths = grid.some((width) => width > 0);
  const bySpan = inColumns(spans, sameLine, (edge) => (hasWidths ? lines[edge] : undefined));
  const ends = rows.map((row, i) => spans[i]![row.cells.length]! + row.after);
  if (ends.every((end) => end === (grid.length > 0 ? grid.length : ends[0]))) return bySpan;
  const widths = edgesByWidth(rows);
  if (!widths) return bySpan;
  const byWidth = inColumns(widths, sameEdge, (edge) => edge);
  // Widths that would make more columns than there are cells side by side are not to be trusted.
  return byWidth.count <= bySpan.count ? byWidth : bySpan;
}

const emptyParagraph = (place: number): RawParagraph => ({
  kind: "paragraph",
  runs: [],
  label: "",
  listLevel: -1,
  align: "left",
  style: null,
  heading: null,
  place: { from: place, to: place },
});

interface OpenCell {
  readonly column: number;
  readonly colSpan: number;
  rowSpan: number;
  readonly paragraphs: RawParagraph[];
}

/** A cell that may go on below, and the last row that it covers. */
interface Owner {
  readonly cell: OpenCell;
  row: number;
}

/** The rows of a table in columns of one grid. */
export function arrange(
  drafts: readonly RowDraft[],
  grid: readonly number[],
): { readonly rows: RawRow[]; readonly columnCount: number } {
  const rows = drafts.map((row) => ({ ...row, cells: withoutHorizontal(row.cells) }));
  const { edges, count } = place(rows, grid);
  const owners = new Map<number, Owner>();
  let inHead = true;
  const placed = rows.map((row, index): RawRow => {
    const cells: RawCell[] = [];
    const fill = (from: number, to: number): void => {
      const step = count * rows.length <= mostCells ? 1 : Math.max(1, to - from);
      for (let column = from; column < to; column += step)
        cells.push({ column, colSpan: step, rowSpan: 1, paragraphs: [emptyParagraph(row.place)] });
    };
    let at = 0;
    row.cells.forEach((cell, i) => {
      const column = edges[index]![i]!;
      const colSpan = edges[index]![i + 1]! - column;
      fill(at, column);
      at = column + colSpan;
      const owner = owners.get(column);
      if (cell.vertical === "continue" && owner?.row === index - 1 && owner.cell.colSpan === colSpan) {
        owner.row = index;
        owner.cell.rowSpan += 1;
        // Word does not show these words, but they are in the file.
        for (const paragraph of cell.paragraphs) if (hasWords(paragraph)) owner.cell.paragraphs.push(paragraph);
        return;
      }
      const paragraphs = cell.paragraphs.length > 0 ? [...cell.paragraphs] : [emptyParagraph(row.place)];
      const own: OpenCell = { column, colSpan, rowSpan: 1, paragraphs };
      cells.push(own);
      if (cell.vertical === "none") owners.delete(column);
      else owners.set(column, { cell: own, row: index });
    });
    fill(at, count);
    inHead &&= row.isHead;
    return { cells, head: inHead };
  });
  return { rows: placed, columnCount: count };
}
