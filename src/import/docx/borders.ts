/** Whether a table shows its cells by lines, or only sets text side by side, as the head of a letter does. */
import type { RowDraft } from "./grid.ts";

interface Share {
  drawn: number;
  all: number;
}

const add = (share: Share, isDrawn: boolean): void => {
  share.all += 1;
  if (isDrawn) share.drawn += 1;
};

/** A single line under a name is no table: so many rows must be apart before lines across alone make one. */
const ruledRows = 3;

/**
 * Lines between cells: of most neighbours, or of most rows in a table with several. A line between two cells may be
 * written with either, and a side of which a cell says nothing is as the table's. A table of one cell has only a frame.
 */
export function drawsLines(rows: readonly RowDraft[]): boolean {
  const upright: Share = { drawn: 0, all: 0 };
  const level: Share = { drawn: 0, all: 0 };
  rows.forEach(({ cells, borders }, index) => {
    for (let i = 1; i < cells.length; i += 1) {
      const [left, right] = [cells[i - 1]!.borders.right, cells[i]!.borders.left];
      add(upright, (left ?? borders.insideV) === true || (right ?? borders.insideV) === true);
    }
    const below = rows[index + 1];
    if (!below) return;
    const said = [...cells.map((cell) => cell.borders.bottom), ...below.cells.map((cell) => cell.borders.top)];
    add(
      level,
      said.some((line) => (line ?? borders.insideH) === true),
    );
  });
  const most = ({ drawn, all }: Share): boolean => all > 0 && drawn * 2 >= all;
  if (most(upright)) return true;
  if (level.all > 0 && (upright.all === 0 || rows.length >= ruledRows)) return most(level);
  const [only] = rows;
  if (rows.length !== 1 || only!.cells.length !== 1) return false;
  const own = only!.cells[0]!.borders;
  const sides = (["top", "bottom", "left", "right"] as const).filter((side) => own[side] ?? only!.borders[side]);
  return sides.length === 4;
}
