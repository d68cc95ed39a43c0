/** The tables of a document, task tables and literal ones alike, as rows of words: for rules that add up columns. */
import type { Content, Grid, PlanDocument, TaskTable } from "../plan/plan.ts";
import type { Span } from "../source/source-file.ts";
import { scopesOf } from "./walk.ts";

export interface WordCell {
  readonly text: string;
  readonly span: Span;
}

export interface WordRow {
  readonly kind: "row" | "group" | "total";
  /** One a column; null where a cell belongs to the one above or beside it. */
  readonly cells: readonly (WordCell | null)[];
  readonly span: Span;
}

export interface WordTable {
  /** Heading of each column, its rows joined by blanks. */
  readonly headings: readonly string[];
  readonly rows: readonly WordRow[];
  readonly kind: "tasks" | "grid";
}

const tables = new WeakMap<PlanDocument, readonly WordTable[]>();

export function wordTables(document: PlanDocument): readonly WordTable[] {
  let found = tables.get(document);
  if (found === undefined) {
    found = scopesOf(document).flatMap((content) => [...tablesOf(content)]);
    tables.set(document, found);
  }
  return found;
}

function* tablesOf(content: readonly Content[]): Generator<WordTable> {
  for (const item of content) {
    if (item.kind === "division") yield* tablesOf(item.division.children);
    else if (item.kind === "task-table") yield ofTasks(item.table);
    else if (item.kind === "grid") yield ofGrid(item.grid);
  }
}

function ofTasks(table: TaskTable): WordTable {
  return {
    kind: "tasks",
    headings: table.columns.map(({ headings }) => headings.map(({ text }) => text).join(" ")),
    rows: table.rows.map((row) => ({
      kind: row.kind,
      span: row.span,
      cells: row.cells.map((cell) =>
        cell.inherits
          ? null
          : {
              text: cell.paragraphs
                .map(({ text }) => text.text)
                .join(" ")
                .trim(),
              span: cell.span,
            },
      ),
    })),
  };
}

const totalWords = /^(?:tổng(?: cộng| số)?|cộng)(?![\p{L}\d])[^\p{L}]*$/iu;

function ofGrid(grid: Grid): WordTable {
  const words = (rows: Grid["rows"]): (WordCell | null)[][] =>
    rows.map(({ cells }) => {
      const row: (WordCell | null)[] = Array.from({ length: grid.columnCount }, () => null);
      for (const { column, text } of cells) row[column] = { text: text.text.trim(), span: text.span };
      return row;
    });
  const heads = words(grid.headRows);
  return {
    kind: "grid",
    headings: Array.from({ length: grid.columnCount }, (_, column) =>
      heads
        .map((row) => row[column]?.text ?? "")
        .join(" ")
        .trim(),
    ),
    rows: words(grid.rows).map((cells, index) => ({
      kind: cells.slice(0, 2).some((cell) => cell !== null && totalWords.test(cell.text)) ? "total" : "row",
      cells,
      span: spanOf(cells) ?? grid.rows[index]?.cells[0]?.span ?? grid.span,
    })),
  };
}

function spanOf(cells: readonly (WordCell | null)[]): Span | null {
  const spans = cells.flatMap((cell) => (cell === null || cell.text === "" ? [] : [cell.span]));
  return spans.length === 0 ? null : { start: spans[0]!.start, end: spans.at(-1)!.end };
}
