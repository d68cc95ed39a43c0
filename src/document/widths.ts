/**
 * Widths of table columns from what stands in them. No column is narrower than its longest word; the rest of the width
 * goes, little by little, where it makes the rows of the table lowest. Typed widths (`độ rộng:`) are taken in their
 * proportion, and only raised where a word would be cut.
 *
 * Tables are not regulated (TT-ND-07): everything here is for legibility.
 */
import { lineWidths, runsWidth, widestCompound, widestWord } from "./breaking.ts";
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

/** What the address of a web page needs of a column; a longer one is cut, lest it take the room of all other columns. */
const address: Pt = 100;

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
      demand.least = Math.max(demand.least, widestWord(fonts, runs, cell.size, address) + 2 * padding + 0.5);
      demand.natural = Math.max(demand.natural, runsWidth(fonts, runs, cell.size) + 2 * padding + 0.5);
    }
  }
  for (const cell of spanning) {
    const columns = demands.slice(cell.column, cell.column + cell.colSpan);
    const have = columns.reduce((sum, column) => sum + column.least, 0);
    const need = cell.paragraphs.reduce(
      (widest, runs) => Math.max(widest, widestWord(fonts, runs, cell.size, address) + 2 * padding + 0.5),
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
 * Widths that sum to `total` (or to less, when the table needs less). `typed` are relative widths or null; the
 * first `heads` rows are repeated on every page. When even the longest words do not fit, all columns shrink in proportion
 * and words break.
 */
export function columnWidths(
  fonts: FontSet,
  cells: readonly CellWords[],
  demands: readonly ColumnDemand[],
  total: Pt,
  padding: Pt,
  typed: readonly number[] | null,
  heads = 0,
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
  return settle(refined(fonts, cells, widths, least, padding, heads));
}

/** Rows whose real lines are counted; of more, some are taken evenly. */
const refinedRows = 80;
/** Widths moved between two columns in one try. */
const moves: readonly Pt[] = [40, 28, 20, 14, 6, 2];
/** Steps of a column that takes what all others can spare, how often that is tried, and what sparing may cost each. */
const gathering: Pt = 4;
const gatherings = 12;
const spareCost = 0.1;
/** A line less in a head counts for as many: it is printed on every page. */
const headWeight = 3;
/** Of two tables of one height the better has fewer lines in all. */
const lineWeight = 0.01;
/** Characters of an entry that should stay on one line: `Quý III/2026`, `Phòng họp số 1`; and the parts of a line that it
 * is worth not to tear one, or a compound of a head. */
const shortEntry = 16;
const entryWeight = 0.12;
const compoundWeight = 0.5;

/** A column of some width. */
interface Measured {
  /** For each row, the lines of its cell. */
  readonly lines: readonly number[];
  /** What its torn entries and heads cost. */
  readonly torn: number;
}

/** Measures the columns of a table. */
interface Counter {
  column(column: number, width: Pt): Measured;
  /** The lines that count: those of the highest cell of each row, and what cells over several rows or columns need more. */
  cost(columns: readonly Measured[], widths: readonly Pt[]): number;
}

function counter(
  fonts: FontSet,
  cells: readonly CellWords[],
  columnCount: number,
  padding: Pt,
  heads: number,
): Counter | null {
  const rowCount = cells.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
  const every = Math.max(1, Math.ceil((rowCount - heads) / refinedRows));
  const taken = (row: number): boolean => row < heads || (row - heads) % every === 0;
  const place = (row: number): number => (row < heads ? row : heads + (row - heads) / every);
  const rows = rowCount === 0 ? 0 : Math.floor(place(rowCount - 1)) + 1;
  if (rows === 0) return null;
  const inColumn: CellWords[][] = Array.from({ length: columnCount }, () => []);
  const spanning: CellWords[] = [];
  for (const cell of cells) {
    if (cell.colSpan === 1 && cell.rowSpan === 1) {
      if (taken(cell.row)) inColumn[cell.column]?.push(cell);
    } else if (cell.colSpan < columnCount - 1 && (every === 1 || cell.row < heads)) spanning.push(cell);
  }
  const linesOf = (cell: CellWords, width: Pt): number =>
    cell.paragraphs.reduce((n, runs) => n + lineWidths(fonts, runs, cell.size, width - 2 * padding).length, 0);
  const known = new Map<string, Measured>();
  /** The width that tears nothing of a cell; 0 where that does not matter. */
  const wholes = new Map<CellWords, Pt>();
  const wholeOf = (cell: CellWords): Pt => {
    const old = wholes.get(cell);
    if (old !== undefined) return old;
    const measure = (runs: readonly Run[]): Pt =>
      cell.row < heads
        ? widestCompound(fonts, runs, cell.size)
        : lengthOf(runs) <= shortEntry
          ? runsWidth(fonts, runs, cell.size)
          : 0;
    const whole = cell.paragraphs.reduce((most, runs) => Math.max(most, measure(runs)), 0);
    wholes.set(cell, whole);
    return whole;
  };
  const tornIn = (cell: CellWords, width: Pt): number =>
    wholeOf(cell) <= width - 2 * padding - 0.5 ? 0 : cell.row < heads ? compoundWeight * headWeight : entryWeight;
  const weight = (row: number): number => (row < heads ? headWeight : 1);
  return {
    column(column, width) {
      const key = `${column} ${width.toFixed(2)}`;
      const old = known.get(key);
      if (old !== undefined) return old;
      const lines = new Array<number>(rows).fill(0);
      let torn = 0;
      for (const cell of inColumn[column]!) {
        lines[place(cell.row)]! += linesOf(cell, width);
        torn += tornIn(cell, width);
      }
      for (const cell of spanning) if (cell.column === column && cell.colSpan === 1) torn += tornIn(cell, width);
      const measured = { lines, torn };
      known.set(key, measured);
      return measured;
    },
    cost(columns, widths) {
      const highest = new Array<number>(rows).fill(1);
      let total = sum(columns.map((column) => column.torn));
      for (let r = 0; r < rows; r += 1) {
        for (const { lines } of columns) {
          if (lines[r]! > highest[r]!) highest[r] = lines[r]!;
          total += lineWeight * lines[r]!;
        }
        total += weight(r) * highest[r]!;
      }
      for (const cell of spanning) {
        const lines = linesOf(cell, sum(widths.slice(cell.column, cell.column + cell.colSpan)));
        const room = sum(highest.slice(place(cell.row), place(cell.row) + cell.rowSpan));
        total += lineWeight * lines + weight(cell.row) * Math.max(0, lines - room);
      }
      return total;
    },
  };
}

const lengthOf = (runs: readonly Run[]): number =>
  runs.reduce((length, run) => length + (run.kind === "text" ? run.text.length : 1), 0);

/**
 * Moves width from column to column as long as that makes the table lower. The smooth measure above knows areas, not
 * where words break: a line more or less in the highest cell of a row is decided here, first between pairs of columns, then
 * by giving one column what all others can spare without a line more.
 */
function refined(
  fonts: FontSet,
  cells: readonly CellWords[],
  start: readonly Pt[],
  least: readonly Pt[],
  padding: Pt,
  heads: number,
): Pt[] {
  const widths = [...start];
  const count = counter(fonts, cells, widths.length, padding, heads);
  if (count === null) return widths;
  const now = widths.map((width, column) => count.column(column, width));
  let best = count.cost(now, widths);
  const set = (column: number, width: Pt): void => {
    widths[column] = width;
    now[column] = count.column(column, width);
  };
  /** What the table costs with these columns so wide. */
  const costWith = (changes: readonly (readonly [number, Pt])[]): number => {
    const columns = [...now];
    const wide = [...widths];
    for (const [column, width] of changes) {
      wide[column] = width;
      columns[column] = count.column(column, width);
    }
    return count.cost(columns, wide);
  };

  for (const move of moves) {
    for (;;) {
      let chosen: { from: number; to: number; cost: number } | null = null;
      for (let from = 0; from < widths.length; from += 1) {
        if (widths[from]! - move < least[from]!) continue;
        for (let to = 0; to < widths.length; to += 1) {
          if (to === from) continue;
          const cost = costWith([
            [from, widths[from]! - move],
            [to, widths[to]! + move],
          ]);
          if (cost < (chosen?.cost ?? best) - 1e-9) chosen = { from, to, cost };
        }
      }
      if (chosen === null) break;
      set(chosen.from, widths[chosen.from]! - move);
      set(chosen.to, widths[chosen.to]! + move);
      best = chosen.cost;
    }
  }

  for (let round = 0; round < gatherings; round += 1) {
    const spare = widths.map((width, column) => {
      const fits = (less: Pt): boolean =>
        width - less >= least[column]! && costWith([[column, width - less]]) <= best + spareCost;
      let most = 0;
      for (let step = 64; step >= 1; step /= 2) if (fits(most + step)) most += step;
      return most;
    });
    let chosen: { changes: (readonly [number, Pt])[]; cost: number; gain: number } | null = null;
    for (let to = 0; to < widths.length; to += 1) {
      const from = spare.map((most, column) => ({ most, column })).filter((other) => other.column !== to);
      const all = sum(from.map((other) => other.most));
      for (let given = gathering; given <= all; given += gathering) {
        // From all in proportion, or from the few that can spare most.
        for (const taken of [from.map((other) => (given * other.most) / all), fromLargest(from, given)]) {
          const changes = [
            [to, widths[to]! + given] as const,
            ...from.map((other, i) => [other.column, widths[other.column]! - taken[i]!] as const),
          ];
          const cost = costWith(changes);
          const gain = (best - cost) / given;
          if (gain > (chosen?.gain ?? 1e-9)) chosen = { changes, cost, gain };
        }
      }
    }
    if (chosen === null) break;
    for (const [column, width] of chosen.changes) set(column, width);
    best = chosen.cost;
  }
  return widths;
}

/** What is taken from each so that the sum is `given`: all that the one with most to spare has, then the next. */
function fromLargest(from: readonly { readonly most: Pt }[], given: Pt): Pt[] {
  const taken = from.map(() => 0);
  const order = from.map((_, i) => i).sort((a, b) => from[b]!.most - from[a]!.most || a - b);
  let left = given;
  for (const i of order) {
    taken[i] = Math.min(left, from[i]!.most);
    left -= taken[i]!;
  }
  return taken;
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
