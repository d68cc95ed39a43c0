/**
 * Grids: tables with borders, and columns (letterhead, signature) without. Decides how high rows are and draws what of
 * them stands on one page. Rows and cells that span rows may run over pages: a grid remembers how far each cell's
 * content has been drawn, and its part on a page (`portion`) closes its borders by itself.
 *
 * A row is as high as the highest cell that ends in it needs, counted from that cell's first row on the page: with plain
 * rows that is the row's own content, with spans the last row takes what the rows above lack (as office programs do).
 */
import type { ColumnsBlock, TableBlock, TableRow } from "../../document/document.ts";
import type { Pt } from "../../document/style.ts";
import {
  cellStrips,
  type FlatStrip,
  type FlowContext,
  flatStripsOf,
  type Ink,
  spaceAbove,
  stackHeight,
} from "./flow.ts";
import { addTag, type TagWriter } from "./tags.ts";
import { columnEdges } from "./twips.ts";

export interface GridCell {
  readonly row: number;
  readonly lastRow: number;
  readonly column: number;
  readonly lastColumn: number;
  readonly strips: readonly FlatStrip[];
  readonly vertical: "top" | "center";
  /** First strip that is not drawn yet. */
  next: number;
}

export interface GridRow {
  /** Cells that start here. */
  readonly cells: readonly GridCell[];
  /** Cells that end here. */
  readonly ending: readonly GridCell[];
  readonly cantSplit: boolean;
  readonly keepNext: boolean;
}

/** A row, or as much of it as stands on the page: from below the border above it to below its own border. */
interface PlacedRow {
  readonly row: number;
  readonly y: Pt;
  readonly height: Pt;
  /** How much of the row stands here: all that is left; what ends well (widows); what fits, cut between any two lines. */
  readonly part: "whole" | "cut" | "cut-anywhere";
}

export interface Grid {
  /** From the left text edge: left edges of the columns, then the right edge of the last. */
  readonly edges: readonly Pt[];
  readonly border: Pt;
  readonly paddingX: Pt;
  readonly paddingY: Pt;
  readonly rows: readonly GridRow[];
  /** The first so many rows are the head, repeated on each page. */
  readonly headRows: number;
  /** The rows on the page being filled, in order without gaps. */
  placed: PlacedRow[];
  /** Cells that began on an earlier page and are not finished. */
  open: readonly GridCell[];
}

/** Gathers, for each row, the cells that end in it. */
function gridRows(rows: readonly { cells: readonly GridCell[]; cantSplit: boolean; keepNext: boolean }[]): GridRow[] {
  const ending: GridCell[][] = rows.map(() => []);
  for (const row of rows) for (const cell of row.cells) ending[cell.lastRow]!.push(cell);
  return rows.map((row, i) => ({ ...row, ending: ending[i]! }));
}

export function gridOfTable(block: TableBlock, tags: TagWriter, context: FlowContext): Grid {
  const { borderWidth, paddingX, paddingY } = context.style.table;
  const edges = columnEdges(block.widths);
  const table = tags.block("Table", { summary: block.summary });
  const head = block.headRows.length;
  const all: readonly TableRow[] = [...block.headRows, ...block.rows];
  const headTag = head > 0 ? addTag(table, "THead") : table;
  const bodyTag = block.rows.length > 0 ? addTag(table, "TBody") : table;
  const rows = all.map((row, i) => {
    const rowTag = addTag(i < head ? headTag : bodyTag, "TR");
    // A cell of the head does not reach into the body, which may stand on another page.
    const last = (i < head ? head : all.length) - 1;
    const cells = row.cells.map((cell): GridCell => {
      const lastColumn = Math.min(cell.column + cell.colSpan, block.widths.length) - 1;
      const lastRow = Math.min(i + cell.rowSpan - 1, last);
      const width = edges[lastColumn + 1]! - edges[cell.column]! - 2 * paddingX;
      const cellTag = addTag(rowTag, cell.head || i < head ? "TH" : "TD", {
        ...(cell.head || i < head ? { scope: i < head ? ("Column" as const) : ("Row" as const) } : {}),
        ...(lastRow > i ? { rowSpan: lastRow - i + 1 } : {}),
        ...(lastColumn > cell.column ? { colSpan: lastColumn - cell.column + 1 } : {}),
      });
      return {
        row: i,
        lastRow,
        column: cell.column,
        lastColumn,
        vertical: cell.vertical,
        strips: cellStrips(cell.blocks, cellTag, { ...context, width }),
        next: 0,
      };
    });
    return { cells, cantSplit: i < head || row.cantSplit, keepNext: i < head || row.keepNext };
  });
  // A head alone keeps nothing below it.
  if (block.rows.length === 0 && rows.length > 0) rows[rows.length - 1] = { ...rows.at(-1)!, keepNext: false };
  return {
    edges,
    border: borderWidth,
    paddingX,
    paddingY,
    rows: gridRows(rows),
    headRows: block.rows.length === 0 ? 0 : head,
    placed: [],
    open: [],
  };
}

export function gridOfColumns(block: ColumnsBlock, tags: TagWriter, context: FlowContext): Grid {
  const edges = columnEdges(block.widths);
  const rows = block.rows.map((row, i) => ({
    cells: row.cells.map(
      (blocks, column): GridCell => ({
        row: i,
        lastRow: i,
        column,
        lastColumn: column,
        vertical: "top",
        strips: flatStripsOf(blocks, tags, { ...context, width: edges[column + 1]! - edges[column]! }),
        next: 0,
      }),
    ),
    cantSplit: true,
    keepNext: block.keepTogether && i < block.rows.length - 1,
  }));
  return {
    edges,
    border: 0,
    paddingX: 0,
    paddingY: 0,
    rows: gridRows(rows),
    headRows: 0,
    placed: [],
    open: [],
  };
}

// ── Heights ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What every row has besides its content: padding, and the border below it. */
const frameHeight = (grid: Grid): Pt => grid.border + 2 * grid.paddingY;

const cellHeight = (grid: Grid, cell: GridCell): Pt => frameHeight(grid) + stackHeight(cell.strips, cell.next);

/** Bottom edges of the rows `from` up to `to`, if they followed at `y` what the grid has on the page already. */
export function rowBottoms(grid: Grid, from: number, to: number, y: Pt): Pt[] {
  const bottoms: Pt[] = [];
  const { placed } = grid;
  const topOf = (cell: GridCell): Pt => {
    if (cell.row >= from) return cell.row === from ? y : bottoms[cell.row - from - 1]!;
    return placed.length === 0 ? y : placed[Math.max(0, cell.row - placed[0]!.row)]!.y;
  };
  for (let row = from; row < to; row += 1) {
    let bottom = (bottoms.at(-1) ?? y) + frameHeight(grid);
    for (const cell of grid.rows[row]!.ending) bottom = Math.max(bottom, topOf(cell) + cellHeight(grid, cell));
    bottoms.push(bottom);
  }
  return bottoms;
}

/** How many strips of a cell, from the first undrawn, fit in this height with the padding. */
function fitting(grid: Grid, cell: GridCell, height: Pt, anywhere: boolean): number {
  const room = height - frameHeight(grid) + 0.01;
  const { strips, next } = cell;
  let used = 0;
  let best = next;
  for (let i = next; i < strips.length; i += 1) {
    const strip = strips[i]!;
    used += spaceAbove(strip, i, next) + strip.height;
    if (used > room) break;
    if (i + 1 === strips.length || anywhere || strips[i + 1]!.mayBreak) best = i + 1;
  }
  return best - next;
}

/**
 * Height and notes of the part of a row that fits between `y` and `bottom`; null when some cell that ends in the row
 * could leave nothing there (or, cut anywhere, when none could).
 */
export function cutRow(
  grid: Grid,
  row: number,
  y: Pt,
  bottom: Pt,
  anywhere: boolean,
): { readonly height: Pt; readonly notes: readonly number[] } | null {
  let end = y;
  let moved = 0;
  const notes: number[] = [];
  for (const cell of new Set([...grid.open, ...placedCells(grid), ...grid.rows[row]!.cells])) {
    if (cell.lastRow < row || cell.next === cell.strips.length) continue;
    const top = grid.placed.length === 0 || cell.row === row ? y : startOf(grid.placed, cell);
    const count = fitting(grid, cell, bottom - top, anywhere);
    if (count === 0 && !anywhere && cell.lastRow === row) return null;
    moved += count;
    end = Math.max(end, top + frameHeight(grid) + stackHeight(cell.strips, cell.next, cell.next + count));
    for (let i = cell.next; i < cell.next + count; i += 1) notes.push(...cell.strips[i]!.notes);
  }
  return moved === 0 ? null : { height: Math.min(end, bottom) - y, notes };
}

const placedCells = (grid: Grid): GridCell[] => grid.placed.flatMap(({ row }) => [...grid.rows[row]!.cells]);

// ── Drawing ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Shifts ink; as an artifact it is left out of the structure (repeated heads). */
export const shifted = (ink: Ink, x: Pt, y: Pt, artifact = false): Ink =>
  ink.kind === "text" && artifact
    ? { ...ink, x: ink.x + x, y: ink.y + y, tags: null }
    : { ...ink, x: ink.x + x, y: ink.y + y };

/**
 * Draws what the grid has on the page, with its borders, and turns to the next page: what of a cell did not fit stays
 * for the next portion. `left` is the text's left edge.
 */
export function closePortion(grid: Grid, left: Pt, out: Ink[]): void {
  const { placed } = grid;
  const last = placed.at(-1);
  if (last === undefined) return;
  const active = [...new Set([...grid.open, ...placedCells(grid)])];
  const isDone = (cell: GridCell): boolean =>
    cell.lastRow < last.row || (cell.lastRow === last.row && last.part === "whole");
  for (const cell of active) {
    const top = startOf(placed, cell);
    const bottom = endOf(placed, cell);
    const count = isDone(cell)
      ? cell.strips.length - cell.next
      : fitting(grid, cell, bottom - top, last.part === "cut-anywhere");
    drawCell(grid, cell, cell.next, cell.next + count, top, bottom, left, out, false);
    cell.next += count;
  }
  drawBorders(grid, placed, active, left, true, out);
  grid.placed = [];
  grid.open = active.filter((cell) => !isDone(cell));
}

const startOf = (placed: readonly PlacedRow[], cell: GridCell): Pt => placed[Math.max(0, cell.row - placed[0]!.row)]!.y;

function endOf(placed: readonly PlacedRow[], cell: GridCell): Pt {
  const row = placed[Math.min(placed.length - 1, cell.lastRow - placed[0]!.row)]!;
  return row.y + row.height;
}

/** The head again, at the top of a page. Returns the height it takes, without the border that the body draws below it. */
export function drawHeadAgain(grid: Grid, left: Pt, top: Pt, out: Ink[]): Pt {
  const placed: PlacedRow[] = [];
  const y = top + grid.border;
  const bottoms = headBottoms(grid, y);
  bottoms.forEach((bottom, row) => {
    const from = row === 0 ? y : bottoms[row - 1]!;
    placed.push({ row, y: from, height: bottom - from, part: "whole" });
  });
  const cells = grid.rows.slice(0, grid.headRows).flatMap((row) => row.cells);
  for (const cell of cells) {
    drawCell(grid, cell, 0, cell.strips.length, startOf(placed, cell), endOf(placed, cell), left, out, true);
  }
  drawBorders(grid, placed, cells, left, false, out);
  return bottoms.at(-1)! - grid.border - top;
}

/** Bottom edges of the head's rows, drawn in full with the first below a border at `y`. */
function headBottoms(grid: Grid, y: Pt): Pt[] {
  const bottoms: Pt[] = [];
  for (const row of grid.rows.slice(0, grid.headRows)) {
    let bottom = (bottoms.at(-1) ?? y) + frameHeight(grid);
    for (const cell of row.ending) {
      const top = cell.row === 0 ? y : bottoms[cell.row - 1]!;
      bottom = Math.max(bottom, top + frameHeight(grid) + stackHeight(cell.strips));
    }
    bottoms.push(bottom);
  }
  return bottoms;
}

/** Height of the repeated head, as `drawHeadAgain` returns it; 0 when there is none. */
export const headHeight = (grid: Grid): Pt => headBottoms(grid, 0).at(-1) ?? 0;

function drawCell(
  grid: Grid,
  cell: GridCell,
  from: number,
  to: number,
  top: Pt,
  bottom: Pt,
  left: Pt,
  out: Ink[],
  artifact: boolean,
): void {
  const x = left + grid.edges[cell.column]! + grid.paddingX;
  let y = top + grid.paddingY;
  const whole = from === 0 && to === cell.strips.length;
  if (cell.vertical === "center" && whole) {
    y += Math.max(0, (bottom - top - frameHeight(grid) - stackHeight(cell.strips)) / 2);
  }
  for (let i = from; i < to; i += 1) {
    const strip = cell.strips[i]!;
    y += spaceAbove(strip, i, from);
    for (const ink of strip.ink) out.push(shifted(ink, x, y, artifact));
    y += strip.height;
  }
}

/** Every border once: between neighbours that belong to different cells, and around the whole. */
function drawBorders(
  grid: Grid,
  placed: readonly PlacedRow[],
  cells: readonly GridCell[],
  left: Pt,
  closed: boolean,
  out: Ink[],
): void {
  const { border, edges } = grid;
  if (border === 0) return;
  const columns = edges.length - 1;
  const firstRow = placed[0]!.row;
  const owners: (GridCell | undefined)[][] = placed.map(() => new Array<undefined>(columns).fill(undefined));
  for (const cell of cells) {
    const from = Math.max(cell.row - firstRow, 0);
    const to = Math.min(cell.lastRow - firstRow, placed.length - 1);
    for (let r = from; r <= to; r += 1) owners[r]!.fill(cell, cell.column, cell.lastColumn + 1);
  }
  const level = (r: number): Pt =>
    r === 0 ? placed[0]!.y - border / 2 : placed[r - 1]!.y + placed[r - 1]!.height - border / 2;
  const line = (x: Pt, y: Pt, width: Pt, height: Pt): void => {
    out.push({ kind: "rule", x: left + x, y, width, height, thickness: border });
  };
  for (let r = 0; r <= placed.length; r += 1) {
    if (r === placed.length && !closed) break;
    let from = -1;
    for (let c = 0; c <= columns; c += 1) {
      const inside = r > 0 && r < placed.length && owners[r]![c] !== undefined && owners[r]![c] === owners[r - 1]![c];
      const drawn = c < columns && !inside;
      if (drawn && from < 0) from = c;
      if (!drawn && from >= 0) {
        // Outer lines reach over the corner.
        const start = edges[from]! - (from === 0 ? border / 2 : 0);
        line(start, level(r), edges[c]! + (c === columns ? border / 2 : 0) - start, 0);
        from = -1;
      }
    }
  }
  for (let c = 0; c <= columns; c += 1) {
    let from = -1;
    for (let r = 0; r <= placed.length; r += 1) {
      const inside =
        c > 0 && c < columns && r < placed.length && owners[r]![c] !== undefined && owners[r]![c] === owners[r]![c - 1];
      const drawn = r < placed.length && !inside;
      if (drawn && from < 0) from = r;
      if (!drawn && from >= 0) {
        line(edges[c]!, level(from), 0, level(r) - level(from));
        from = -1;
      }
    }
  }
}
