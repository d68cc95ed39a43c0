/**
 * Tables that were flattened when they were copied: every cell a line of its own, row after row. Known by a head that begins
 * with “TT” and by rows that begin with their numbers and have as many lines as the head; anything else stays as text.
 */
import { labelRole } from "../../../grammar/keywords.ts";
import { type CellSource, gridOf, type RowSource, type TableSource } from "./grid.ts";
import { sign } from "./html.ts";
import type { TextLine } from "./tables.ts";

const fewestColumns = 3;
const mostColumns = 12;
const fewestRows = 2;
/** Longer lines are no names of columns. */
const longestName = 70;

const ordinal = /^0?(\d{1,3})[.)]?$/;
const roman = /^(?:[IVX]{1,5}|[A-H])[.)]?$/;

/** The lines with each flattened table replaced by its sign; the tables are added to `tables`. */
export function withFlattenedTables(lines: readonly TextLine[], tables: TableSource[]): TextLine[] {
  const result: TextLine[] = [];
  let index = 0;
  while (index < lines.length) {
    const found = isOrdinalName(lines[index]!.text) ? flattenedTable(lines, index) : null;
    if (found === null) {
      result.push(lines[index]!);
      index += 1;
      continue;
    }
    result.push({ ...lines[index]!, text: `${sign.table}${tables.length}${sign.table}` });
    tables.push(found.source);
    index = found.end;
  }
  return result;
}

const words = (text: string): string => text.replace(/[*\u0002-\u0007]/g, "").trim();
const isOrdinalName = (text: string): boolean => text.length < 20 && labelRole(words(text)) === "ordinal";

const cell = (text: string, colSpan = 1): CellSource => ({ text: text.trim(), colSpan, rowSpan: 1 });

function flattenedTable(lines: readonly TextLine[], start: number): { source: TableSource; end: number } | null {
  /** Lines with words from `start` on: their place and text. */
  const filled: { at: number; text: string }[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const text = lines[at]!.text.trim();
    if (text.includes("\t") || text.includes(sign.table)) break;
    if (text !== "") filled.push({ at, text });
  }
  let next = 0;
  const head: string[] = [];
  while (next < filled.length && head.length <= mostColumns) {
    const text = words(filled[next]!.text);
    if (head.length > 0 && (ordinal.test(text) || roman.test(text))) break;
    if (text.length > longestName) return null;
    head.push(filled[next]!.text);
    next += 1;
  }
  const width = head.length;
  if (width < fewestColumns || width > mostColumns) return null;
  const rows: RowSource[] = [{ cells: head.map((text) => cell(text)), head: true }];
  let count = 0;
  let end = next;
  for (;;) {
    const text = words(filled[next]?.text ?? "");
    const number = Number(ordinal.exec(text)?.[1] ?? 0);
    const isNext = number > 0 && (number === count + 1 || (number === 1 && count > 0));
    if (isNext && next + width <= filled.length) {
      const row = filled.slice(next, next + width);
      // The row's end is sure where another row, a group or the end of the table follows.
      rows.push({ cells: row.map((one) => cell(one.text)), head: false });
      count = number;
      next += width;
      end = next;
    } else if (roman.test(text) && ordinal.test(words(filled[next + 2]?.text ?? ""))) {
      rows.push({ cells: [cell(text), cell(filled[next + 1]!.text, width - 1)], head: false });
      next += 2;
    } else break;
  }
  if (rows.filter((row) => row.cells.length === width).length - 1 < fewestRows) return null;
  return { source: gridOf(rows), end: filled[end]?.at ?? filled.at(-1)!.at + 1 };
}
