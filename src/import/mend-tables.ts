/** Tables that pages broke: pieces that follow each other are one again, cut rows whole, repeated heads gone. */
import { markLength } from "./marks.ts";
import { joined, type MendedParagraph, partItems } from "./pieces.ts";
import type { RawBlock, RawCell, RawParagraph, RawRow, RawTable } from "./raw.ts";
import { hasEnd, isCapitals, leansOn, plain, startsLower, tidy } from "./words.ts";

export interface Counts {
  repeatedHeads: number;
  joinedRows: number;
  partedItems: number;
}

const cellText = (cell: RawCell): string => tidy(cell.paragraphs.map((paragraph) => plain(paragraph.runs)).join(" "));
const rowText = (row: RawRow): string => row.cells.map(cellText).join("\t");
const isEmptyRow = (row: RawRow): boolean => row.cells.every((cell) => cellText(cell) === "");

/** Tables that follow each other with only a page's end between, as one where the second goes on with the first. */
export function joinTables(blocks: readonly RawBlock[], counts: Counts): RawBlock[] {
  const result: RawBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== "table") {
      result.push(block);
      continue;
    }
    let at = result.length - 1;
    while (at >= 0 && result[at]!.kind === "page") at -= 1;
    const above = result[at];
    const isNext = above?.kind === "table" && block.place.from - above.place.to < 12;
    if (isNext && goesOn(above, block)) {
      const rows = [...above.rows];
      goOn(rows, block.rows, counts);
      result.splice(at, result.length - at, {
        ...above,
        columnCount: Math.max(above.columnCount, block.columnCount),
        rows,
        place: { from: above.place.from, to: block.place.to },
      });
    } else result.push(block);
  }
  return result.map((block) => (block.kind === "table" ? withoutRepeatedHeads(block, counts) : block));
}

/** The second table has the first one's head again, or none of its own and as many columns. */
function goesOn(first: RawTable, second: RawTable): boolean {
  if (first.columnCount !== second.columnCount) return false;
  const head = first.rows[0];
  const next = second.rows[0];
  if (!head || !next) return false;
  if (rowText(head) === rowText(next)) return first.rows.length > 1 && second.rows.length > 1;
  const looksLikeHead =
    next.head ||
    (next.cells.length > 2 && next.cells.every((cell) => isCapitals(cellText(cell)) || cellText(cell) === ""));
  return !looksLikeHead && first.rows.length > 1;
}

/** Adds the rows of a table that goes on on another page, with the row that the page's end had cut in one. */
function goOn(before: RawRow[], after: readonly RawRow[], counts: Counts): void {
  let next = [...after];
  const heads = before.slice(0, 4).filter((row, i) => i === 0 || row.head || isNumberRow(row));
  let repeated = 0;
  while (repeated < next.length && repeated < heads.length && rowText(next[repeated]!) === rowText(heads[repeated]!))
    repeated += 1;
  if (repeated > 0) counts.repeatedHeads += 1;
  next = next.slice(repeated).filter((row) => !isEmptyRow(row));
  const last = before.at(-1);
  const first = next[0];
  if (last && first && isContinuation(last, first)) {
    counts.joinedRows += 1;
    before[before.length - 1] = joinedRow(last, first);
    next = next.slice(1);
  }
  for (const row of next) before.push(row);
}

/** Heads that a converter left in the middle of a table at each page's end. */
function withoutRepeatedHeads(table: RawTable, counts: Counts): RawTable {
  const head = table.rows[0] ? rowText(table.rows[0]) : "";
  if (head.trim() === "") return table;
  const pieces: RawRow[][] = [];
  for (const row of table.rows) {
    if (pieces.length === 0 || (rowText(row) === head && pieces.at(-1)!.length > 1)) pieces.push([]);
    pieces.at(-1)!.push(row);
  }
  const [first = [], ...others] = pieces;
  const rows = [...first];
  for (const piece of others) goOn(rows, piece, counts);
  return { ...table, rows: table.spansKnown ? rows : withoutCutRows(rows, counts) };
}

/** `(1) (2) (3)`, `1 2 3`, `A B 1 2`: numbers of columns. */
export function isNumberRow(row: RawRow): boolean {
  const texts = row.cells.map(cellText);
  if (texts.length < 3) return false;
  const figures = texts.map((text) => /^[([]?\s*(\d{1,2})\s*[)\]]?(?:\s*=.*)?$/.exec(text)?.[1]);
  const known = figures.filter((figure) => figure !== undefined).map(Number);
  const others = texts.filter((text, i) => figures[i] === undefined && !/^[([]?[A-EĐ][)\]]?$/.test(text));
  return (
    known.length >= 2 && others.length === 0 && known.every((figure, i) => i === 0 || figure === known[i - 1]! + 1)
  );
}

/** A row that is the rest of the one above: no number of its own, and its words go on with those above. */
function isContinuation(above: RawRow, below: RawRow): boolean {
  if (below.cells.some((cell) => cell.colSpan > 1 || cell.rowSpan > 1)) return false;
  const cellAbove = (column: number): string => {
    const cell = above.cells.find((one) => one.column === column);
    return cell ? cellText(cell) : "";
  };
  const filled = below.cells.filter((cell) => cellText(cell) !== "");
  if (filled.length === 0) return true;
  if (filled[0]!.column === 0) return false;
  let goes = 0;
  for (const cell of filled) {
    const own = cellText(cell);
    const before = cellAbove(cell.column);
    if (before === "" || own === before) return false;
    if (/^[-–+•]/.test(own) && hasEnd(before)) goes += 0.5;
    else if (startsLower(own) && !/[.;:]$/.test(before)) goes += 1;
    else if (!hasEnd(before)) goes += filled.length === 1 || leansOn(before) ? 1 : 0.5;
  }
  return goes * 2 > filled.length;
}

/** Rows that a page's end had cut where nothing of the head was repeated: each of their words goes on above. */
function withoutCutRows(rows: readonly RawRow[], counts: Counts): RawRow[] {
  const result: RawRow[] = [];
  for (const row of rows) {
    const above = result.at(-1);
    const goes =
      above !== undefined &&
      result.length > 1 &&
      isContinuation(above, row) &&
      row.cells.every((cell) => cellText(cell) === "" || startsLower(cellText(cell)));
    if (goes && !isEmptyRow(row)) {
      counts.joinedRows += 1;
      result[result.length - 1] = joinedRow(above, row);
    } else result.push(row);
  }
  return result;
}

function joinedRow(above: RawRow, below: RawRow): RawRow {
  return {
    ...above,
    cells: above.cells.map((cell) => {
      const more = below.cells.find((one) => one.column === cell.column);
      if (!more || cellText(more) === "") return cell;
      const last = cell.paragraphs.at(-1)!;
      const first = more.paragraphs[0]!;
      const goesOn = !hasEnd(plain(last.runs)) && markLength(plain(first.runs)) === 0 && cellText(cell) !== "";
      const paragraphs = goesOn
        ? [...cell.paragraphs.slice(0, -1), joined(last, first), ...more.paragraphs.slice(1)]
        : [...cell.paragraphs, ...more.paragraphs];
      return { ...cell, paragraphs };
    }),
  };
}

/** Lines of a cell that go on are joined, items that ran together parted. */
export function mendCells(table: RawTable, counts: Counts): RawTable {
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const parted = cell.paragraphs.flatMap((paragraph) => partItems(paragraph, true));
        counts.partedItems += parted.length - cell.paragraphs.length;
        const paragraphs: RawParagraph[] = [];
        for (const paragraph of parted) {
          const last = paragraphs.at(-1);
          const a = last ? tidy(plain(last.runs)) : "";
          const b = tidy(plain(paragraph.runs));
          const cut =
            a !== "" &&
            b !== "" &&
            paragraph.label === "" &&
            !hasEnd(a) &&
            markLength(b) === 0 &&
            (startsLower(b) || leansOn(a));
          if (last && cut) paragraphs[paragraphs.length - 1] = withoutJoins(joined(last, paragraph));
          else paragraphs.push(paragraph);
        }
        return { ...cell, paragraphs };
      }),
    })),
  };
}

const withoutJoins = ({ joins: _, ...paragraph }: MendedParagraph): RawParagraph => paragraph;
