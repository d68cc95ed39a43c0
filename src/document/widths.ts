/**
 * Widths of table columns from what stands in them. No column is narrower than its longest word; the rest of the width
 * goes, little by little, where it makes the rows of the table lowest. Typed widths (`độ rộng:`) are taken in their
 * proportion, and only raised where a word would be cut.
 *
 * Tables are not regulated (TT-ND-07): everything here is for legibility.
 */
import { lineWidths, runsWidth, widestWord } from "./breaking.ts";
import type { Run } from "./document.ts";
import { roundPt } from "./layout.ts";
import type { FontSet } from "./measure.ts";
import type { Pt } from "./style.ts";

/** The words of one cell: a list of runs for each paragraph, and its place. */
export interface CellWords {
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: readonly (readonly Run[])[];
  readonly size: Pt;
}

export interface ColumnDemand {
  /** Width of the longest word, padding included. */
  readonly least: Pt;
  /** Width that sets every paragraph of the column on one line, padding included. */
  readonly natural: Pt;
}

/** What each column needs. Cells over several columns count only where they have words too wide for their columns. */
export function columnDemands(
  fonts: FontSet,
  cells: readonly CellWords[],
  columnCount: number,
  padding: Pt,
): ColumnDemand[] {
  const demands = Array.from({ length: columnCount }, () => ({ least: 2 * padding, natural: 2 * padding }));
  const spanning: CellWords[] = [];
  for (const cell of cells) {
    if (cell.colSpan > 1) {
      spanning.push(cell);
      continue;
    }
    const demand = demands[cell.column];
    if (demand === undefined) continue;
    for (const runs of cell.paragraphs) {
      // A hair more than measured, so that another program's rounding does not cut the word.
      demand.least = Math.max(demand.least, widestWord(fonts, runs, cell.size) + 2 * padding + 0.5);
      demand.natural = Math.max(demand.natural, runsWidth(fonts, runs, cell.size) + 2 * padding + 0.5);
    }
  }
  for (const cell of spanning) {
    const columns = demands.slice(cell.column, cell.column + cell.colSpan);
    const have = columns.reduce((sum, column) => sum + column.least, 0);
    const need = cell.paragraphs.reduce(
      (widest, runs) => Math.max(widest, widestWord(fonts, runs, cell.size) + 2 * padding + 0.5),
      0,
    );
    if (need > have && columns.length > 0)
      for (const column of columns) {
        column.least += (need - have) / columns.length;
        column.natural = Math.max(column.natural, column.least);
      }
  }
  return demands;
}

/** Rows looked at when the width is shared out; more rows are sampled evenly. */
const sampledRows = 240;
/** Width of a column for a number or a mark; it has no use for more. */
const shortColumn: Pt = 40;
/** Steps in which the spare width is given away. */
const steps = 160;

/**
 * Widths that sum to `total` (or to less, when the table needs less). `typed` are relative widths or null.
 * When even the longest words do not fit, all columns shrink in proportion and words break.
 */
export function columnWidths(
  fonts: FontSet,
  cells: readonly CellWords[],
  demands: readonly ColumnDemand[],
  total: Pt,
  padding: Pt,
  typed: readonly number[] | null,
): Pt[] {
  const least = demands.map((demand) => demand.least);
  const needed = sum(least);
  if (needed >= total) return settle(least.map((width) => (width * total) / needed));
  if (typed !== null && typed.length === demands.length) return settle(proportioned(typed, least, total));

  const widths = [...least];
  const ceiling = demands.map((demand) => Math.max(demand.natural, demand.least));
  const areas = rowAreas(fonts, cells, demands.length);
  let spare = total - needed;
  const step = spare / steps;
  while (spare > step / 2) {
    const column = bestColumn(areas, widths, ceiling);
    if (column < 0) break;
    const given = Math.min(step, spare, Math.max(ceiling[column]! - widths[column]!, 0.05));
    widths[column]! += given;
    spare -= given;
  }
  // Every text stands on one line already: the table fills the width, columns of words growing more than ordinals.
  if (spare > 0.05) {
    const weights = widths.map((width) => Math.max(width * 0.1, width - shortColumn));
    const all = sum(weights);
    widths.forEach((width, i) => {
      widths[i] = width + (spare * weights[i]!) / all;
    });
  }
  return settle(refined(fonts, cells, widths, least, padding));
}

/** Tables up to this many rows are refined by counting their real lines. */
const refinedRows = 100;
/** Widths moved between two columns in one try. */
const moves: readonly Pt[] = [14, 6, 2];

/**
 * Moves a little width from one column to another as long as that makes the table lower. The smooth measure above knows
 * areas, not where words break: a line more or less in the highest cell of a row is decided here.
 */
function refined(
  fonts: FontSet,
  cells: readonly CellWords[],
  start: readonly Pt[],
  least: readonly Pt[],
  padding: Pt,
): Pt[] {
  const widths = [...start];
  const own = cells.filter((cell) => cell.colSpan === 1 && cell.rowSpan === 1);
  const rowCount = own.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
  if (rowCount === 0 || rowCount > refinedRows) return widths;
  const inColumn = widths.map((_, column) => own.filter((cell) => cell.column === column));
  const lines = (column: number, width: Pt): readonly number[] => {
    const counts = new Array<number>(rowCount).fill(0);
    for (const cell of inColumn[column]!)
      for (const runs of cell.paragraphs)
        counts[cell.row]! += lineWidths(fonts, runs, cell.size, width - 2 * padding).length;
    return counts;
  };
  // The lines of the highest cells count; of equals, the table with fewer lines in all.
  const cost = (columns: readonly (readonly number[])[]): number => {
    let total = 0;
    for (let r = 0; r < rowCount; r += 1) {
      let highest = 0;
      for (const column of columns) {
        highest = Math.max(highest, column[r]!);
        total += 0.01 * column[r]!;
      }
      total += highest;
    }
    return total;
  };
  const now = widths.map((width, column) => lines(column, width));
  let best = cost(now);
  for (const move of moves) {
    for (let improved = true; improved; ) {
      improved = false;
      const more = widths.map((width, column) => lines(column, width + move));
      const less = widths.map((width, column) => (width - move < least[column]! ? null : lines(column, width - move)));
      let chosen: { from: number; to: number; cost: number } | null = null;
      for (let from = 0; from < widths.length; from += 1) {
        const fewer = less[from];
        if (fewer == null) continue;
        for (let to = 0; to < widths.length; to += 1) {
          if (to === from) continue;
          const after = cost(now.map((column, c) => (c === from ? fewer : c === to ? more[to]! : column)));
          if (after < (chosen?.cost ?? best) - 1e-9) chosen = { from, to, cost: after };
        }
      }
      if (chosen === null) break;
      widths[chosen.from]! -= move;
      widths[chosen.to]! += move;
      now[chosen.from] = less[chosen.from]!;
      now[chosen.to] = more[chosen.to]!;
      best = chosen.cost;
      improved = true;
    }
  }
  return widths;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** To twentieths of a point, never more in all than before. */
const settle = (widths: readonly Pt[]): Pt[] => widths.map((width) => roundPt(Math.floor(width * 20) / 20));

/** Typed proportions, each column at least as wide as its longest word. */
function proportioned(typed: readonly number[], least: readonly Pt[], total: Pt): Pt[] {
  const fixed = new Set<number>();
  for (;;) {
    const free = typed.map((_, i) => i).filter((i) => !fixed.has(i));
    const room = total - sum([...fixed].map((i) => least[i]!));
    const share = room / sum(free.map((i) => typed[i]!));
    const short = free.filter((i) => typed[i]! * share < least[i]!);
    if (short.length === 0 || free.length === 0) return typed.map((t, i) => (fixed.has(i) ? least[i]! : t * share));
    for (const i of short) fixed.add(i);
  }
}

/** For each sampled row, the width that each of its cells would need on one line (its paragraphs one after another). */
function rowAreas(fonts: FontSet, cells: readonly CellWords[], columnCount: number): number[][] {
  const rows = [...new Set(cells.map((cell) => cell.row))].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil(rows.length / sampledRows));
  const taken = new Map(rows.filter((_, i) => i % every === 0).map((row, i) => [row, i]));
  const areas = Array.from({ length: taken.size }, () => new Array<number>(columnCount).fill(0));
  for (const cell of cells) {
    const row = taken.get(cell.row);
    if (row === undefined || cell.colSpan > 1 || cell.column >= columnCount) continue;
    areas[row]![cell.column]! += sum(cell.paragraphs.map((runs) => runsWidth(fonts, runs, cell.size)));
  }
  return areas;
}

/** The column where a little more width lowers the rows most: −∂/∂w of Σ rows (Σ columns (area/w)⁴)^¼, a smooth stand-in
 * for the highest cell of each row. -1 when no column can use more. */
function bestColumn(areas: readonly (readonly number[])[], widths: readonly Pt[], ceiling: readonly Pt[]): number {
  const gains = widths.map(() => 0);
  for (const row of areas) {
    let power = 0;
    for (let c = 0; c < widths.length; c += 1) power += (row[c]! / widths[c]!) ** 4;
    if (power === 0) continue;
    const scale = power ** -0.75;
    for (let c = 0; c < widths.length; c += 1) gains[c]! += (scale * (row[c]! / widths[c]!) ** 4) / widths[c]!;
  }
  let best = -1;
  for (let c = 0; c < widths.length; c += 1)
    if (widths[c]! < ceiling[c]! - 0.01 && gains[c]! > 0 && (best < 0 || gains[c]! > gains[best]!)) best = c;
  return best;
}
