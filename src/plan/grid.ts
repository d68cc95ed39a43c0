/**
 * Literal tables: `|` rows with `^` and `<` resolved to spans. A cell and all that merge into it must be a rectangle.
 */
import type { Span } from "../source/source-file.ts";
import type { LiteralRow, LiteralTable } from "../syntax/syntax.ts";
import type { Binder } from "./binder.ts";
import * as errors from "./errors.ts";
import type { Grid, GridCell, Prose } from "./plan.ts";
import { generatedProse } from "./prose.ts";
import { alignments, landscapeOf, tableOptions, widthsOf } from "./table-options.ts";

interface Draft {
  readonly text: Prose;
  readonly span: Span;
  readonly merge: "up" | "left" | null;
}

/** A literal table with its merges resolved. Uneven rows are reported and filled with empty cells. */
export function toGrid(node: LiteralTable, id: string, binder: Binder): Grid {
  const options = tableOptions(node.options, binder);
  const caption = binder.prose(node.caption);
  const columnCount = usualCount(node.rows);
  for (const row of node.rows) {
    if (row.cells.length === columnCount) continue;
    binder.report(errors.unevenRow(row.span, { found: row.cells.length, wanted: columnCount }));
  }
  const drafts = node.rows.map((row) => draftRow(row, columnCount, binder));
  const heads = node.rows.filter((row) => row.head).length;
  const align = alignments(options.get("align"), columnCount, binder);
  const cells = merged(drafts, heads, columnCount, align, binder);
  const landscape = landscapeOf(options.get("paper"), binder);
  return {
    id,
    caption: caption.text === "" ? null : caption,
    columnCount,
    headRows: cells.slice(0, heads),
    rows: cells.slice(heads),
    widths: widthsOf(options.get("widths"), columnCount, binder),
    ...(landscape === null ? {} : { landscape }),
    span: node.span,
  };
}

/** The number of cells that most rows have; of equals the greater. */
function usualCount(rows: readonly LiteralRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let best = 0;
  let bestTimes = 0;
  for (const [count, times] of [...counts].sort((a, b) => b[0] - a[0])) {
    if (times > bestTimes) {
      best = count;
      bestTimes = times;
    }
  }
  return best;
}

function draftRow(row: LiteralRow, columnCount: number, binder: Binder): Draft[] {
  const end: Span = { start: row.span.end, end: row.span.end };
  return Array.from({ length: columnCount }, (_, column): Draft => {
    const cell = row.cells[column];
    if (!cell) return { text: generatedProse("", end), span: end, merge: null };
    const merge = cell.merge ?? null;
    return { text: merge === null ? binder.prose(cell.text) : generatedProse("", cell.span), span: cell.span, merge };
  });
}

function merged(
  drafts: readonly (readonly Draft[])[],
  heads: number,
  columnCount: number,
  align: readonly (GridCell["align"] | null)[],
  binder: Binder,
): { cells: GridCell[] }[] {
  // The cell that each place belongs to, as row * columnCount + column.
  const owner: number[][] = [];
  for (const [r, row] of drafts.entries()) {
    owner.push([]);
    for (const [c, cell] of row.entries()) {
      const own = r * columnCount + c;
      let belongs = own;
      if (cell.merge === "up") {
        // A repeated header cannot share a cell with the rows below it.
        if (r > 0 && r !== heads) belongs = owner[r - 1]![c]!;
        else binder.report(errors.mergeWithoutNeighbour(cell.span, { mark: "^", where: "ở trên" }));
      } else if (cell.merge === "left") {
        if (c > 0) belongs = owner[r]![c - 1]!;
        else binder.report(errors.mergeWithoutNeighbour(cell.span, { mark: "<", where: "bên trái" }));
      }
      owner[r]!.push(belongs);
    }
  }
  const sizes = new Map<number, { right: number; bottom: number; places: number }>();
  for (const [r, row] of owner.entries()) {
    for (const [c, own] of row.entries()) {
      const size = sizes.get(own) ?? { right: c, bottom: r, places: 0 };
      sizes.set(own, { right: Math.max(size.right, c), bottom: Math.max(size.bottom, r), places: size.places + 1 });
    }
  }
  return drafts.map((row, r) => ({
    cells: row.flatMap((cell, c): GridCell[] => {
      const own = r * columnCount + c;
      if (owner[r]![c] !== own) return [];
      const size = sizes.get(own)!;
      const colSpan = size.right - c + 1;
      const rowSpan = size.bottom - r + 1;
      if (colSpan * rowSpan !== size.places || colSpan < 1) {
        binder.report(errors.mergeNotRectangle(cell.span));
        return [{ column: c, colSpan: 1, rowSpan: 1, text: cell.text, align: "left", span: cell.span }];
      }
      const inHead = r < heads;
      return [
        {
          column: c,
          colSpan,
          rowSpan,
          text: cell.text,
          align: (inHead ? null : align[c]) ?? (inHead ? "center" : usualAlign(cell.text.text)),
          span: cell.span,
        },
      ];
    }),
  }));
}

/** Figures stand right, everything else left, unless `căn:` says otherwise. */
export const usualAlign = (text: string): GridCell["align"] =>
  /^[\d.,%\s+-]*\d[\d.,%\s]*$/.test(text) ? "right" : "left";
