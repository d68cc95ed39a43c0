/**
 * Tables as source lines: a table whose columns say who does what by when becomes a task table (`cột:`, `nhiệm vụ:`),
 * every other one a literal table (`bảng:`), which can say anything that is rectangular.
 */
import { cellRuns, type FullGrid, fullGrid, type GridPlace, paragraphRuns } from "./grid.ts";
import type { RawTable } from "./raw.ts";
import { inlineSource, type OutLine, type Setting, wordsSource } from "./source-text.ts";
import { taskTable } from "./task-table.ts";

/** What our own documents say of a table that is not printed. */
export interface TableHints {
  /** Meanings of columns that were written, by column; "" for none. */
  readonly bindings?: readonly string[];
  /** Whether it is a task table. */
  readonly tasks?: boolean;
  /** Lines under `cột:` or `bảng:` as they were. */
  readonly options?: readonly string[];
  readonly caption?: string;
}

/** The lines of a table. Null for a table without words. */
export function writeTable(table: RawTable, setting: Setting, hints: TableHints = {}): OutLine[] | null {
  const grid = fullGrid(table);
  if (grid === null) return null;
  const inCell: Setting = { ...setting, inCell: true };
  if (grid.columnCount === 1) return textTable(grid, setting);
  const tasks = hints.tasks === false ? null : taskTable(grid, table, setting, inCell, hints);
  return tasks ?? gridTable(grid, inCell, hints);
}

/** A box round some words is no table. */
function textTable(grid: FullGrid, setting: Setting): OutLine[] {
  const lines: OutLine[] = [];
  for (const row of grid.rows)
    for (const place of row)
      if (place.kind === "own")
        for (const paragraph of place.cell.paragraphs) {
          const source = inlineSource(paragraphRuns(paragraph), setting);
          if (source.join("").trim() === "") continue;
          lines.push({ text: "", expected: null });
          source.forEach((text, i) => {
            lines.push({ text, expected: i === 0 ? null : "ContinuationLine" });
          });
        }
  return lines;
}

function gridTable(grid: FullGrid, setting: Setting, hints: TableHints): OutLine[] {
  const lines: OutLine[] = [
    { text: hints.caption ? `bảng: ${wordsSource(hints.caption, setting)}` : "bảng:", expected: "GridKey" },
  ];
  for (const option of hints.options ?? []) lines.push({ text: option, expected: "TableOptionKey" });
  const rule = `|${"---|".repeat(grid.columnCount)}`;
  if (grid.headCount === 0) lines.push({ text: rule, expected: "GridRule" });
  // The numbers of the columns are repeated on each page with the names.
  const head = grid.headCount + (grid.hasNumberRow ? 1 : 0);
  grid.rows.forEach((row, r) => {
    if (r === head && r > 0) lines.push({ text: rule, expected: "GridRule" });
    lines.push(...gridRow(row, r < head, setting));
  });
  return lines;
}

function gridRow(row: readonly GridPlace[], isHead: boolean, setting: Setting): OutLine[] {
  const texts: string[] = [""];
  for (const place of row) {
    const last = texts.length - 1;
    if (place.kind === "left") texts[last] += "| < ";
    else if (place.kind === "above") texts[last] += "| ^ ";
    else {
      const words = inlineSource(cellRuns(place.cell, !isHead), setting);
      const [first = "", ...more] = words.map((text, i) => (i === 0 && /^[\^<]$/.test(text) ? `\\${text}` : text));
      texts[last] += first === "" && more.length === 0 ? "| " : `| ${first}`;
      for (const text of more) texts.push(text);
      texts[texts.length - 1] += " ";
    }
  }
  texts[texts.length - 1] += "|";
  return texts.map((text, i) => ({
    text: i === 0 ? text : `  ${text}`,
    expected: i === 0 ? "GridBar" : "GridContinuation",
  }));
}
