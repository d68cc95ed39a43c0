/**
 * Task tables and literal tables → TableBlock: cells with their spans, header rows, widths, and which rows stay together.
 * Merging follows the language: a cell that was left out in a later row belongs to the cell above it.
 */
import type { CellContent, Column, Grid, GridCell, TableRow as PlanRow, Prose, TaskTable } from "../plan/plan.ts";
import type { Span } from "../source/source-file.ts";
import type { BodyContext } from "./body.ts";
import { balance, lineWidths } from "./breaking.ts";
import type { Block, PageSetup, ParagraphBlock, Run, TableBlock, TableCell, TableRow } from "./document.ts";
import { labelRun, oneLine, paragraph, proseRuns, textWidthOf } from "./layout.ts";
import { lineHeight } from "./measure.ts";
import type { Pt, StyleName } from "./style.ts";
import { type CellWords, type ColumnDemand, columnDemands, columnWidths } from "./widths.ts";

/** A cell before ids and blocks: its place and its paragraphs. */
interface CellDraft {
  readonly column: number;
  readonly colSpan: number;
  rowSpan: number;
  readonly style: StyleName;
  /** Bold whatever the style: the mark of a group. */
  readonly strong?: boolean;
  readonly paragraphs: readonly { readonly bullet: "-" | "+" | null; readonly text: Prose }[];
  readonly head: boolean;
}

interface RowDraft {
  readonly cells: CellDraft[];
  /** Stays on the page of the next row. */
  keepNext: boolean;
  /** A group's own row. */
  readonly group: boolean;
  /** A row of sums: never without a row that it sums up. */
  readonly total: boolean;
}

/** A table with its cells decided, before it is measured for a page. */
export interface PreparedTable {
  readonly id: string;
  readonly heads: readonly RowDraft[];
  readonly body: readonly RowDraft[];
  readonly columnCount: number;
  readonly typedWidths: readonly number[] | null;
  readonly summary: string;
  readonly caption: Prose | null;
  /** `khổ giấy:` of the table itself. */
  readonly landscape: boolean | null;
  readonly span: Span;
}

// ── Task tables ─────────────────────────────────────────────────────────────────────────────────────────────────────

const columnStyle = (column: Column | undefined): StyleName =>
  column?.role === "ordinal" || column?.role === "start" || column?.role === "end" ? "table-center" : "table-text";

const figures = /^[\d.,%\s+-]*\d[\d.,%\s]*$/;

export function prepareTaskTable(table: TaskTable): PreparedTable {
  const { columns } = table;
  const rows: RowDraft[] = [];
  // The cell above each column that a cell left out merges into; none over a group or total row.
  let above: (CellDraft | null)[] = columns.map(() => null);
  for (const row of table.rows) {
    const draft =
      row.kind === "group"
        ? groupRow(row, columns.length)
        : row.kind === "total"
          ? totalRow(row)
          : cellRow(row, columns, above);
    rows.push(draft);
    if (row.kind === "row")
      for (const cell of draft.cells) above = above.map((old, i) => (i === cell.column ? cell : old));
    else above = columns.map(() => null);
    if (row.kind === "row" && row.first === false) keepWithTask(rows);
  }
  const heads = [...headRows(columns), ...(table.numberRow === null ? [] : [numberRow(table.numberRow)])];
  const summary = `Bảng gồm các cột: ${columns.map((column) => column.headings.map(oneLine).join(", ")).join("; ")}`;
  return {
    id: table.id,
    heads,
    body: rows,
    columnCount: columns.length,
    typedWidths: table.widths,
    summary,
    caption: null,
    landscape: table.landscape,
    span: table.span,
  };
}

/** The row before belongs to the same task: keep them on one page where that is short (see `tableBlock`). */
function keepWithTask(rows: RowDraft[]): void {
  const before = rows.at(-2);
  if (before !== undefined) before.keepNext = true;
}

function cellRow(row: PlanRow, columns: readonly Column[], above: readonly (CellDraft | null)[]): RowDraft {
  const cells = row.cells.flatMap((cell: CellContent, column): CellDraft[] => {
    const owner = above[column];
    if (cell.inherits && owner != null) {
      owner.rowSpan += 1;
      return [];
    }
    const words = cell.paragraphs.map((item) => item.text.text).join(" ");
    const budget = columns[column]?.role === "budget" && figures.test(words);
    const style: StyleName = budget ? "table-right" : columnStyle(columns[column]);
    return [{ column, colSpan: 1, rowSpan: 1, style, paragraphs: cell.paragraphs, head: false }];
  });
  return { cells, keepNext: false, group: false, total: false };
}

/** A row of sums: its name stands in the middle of the empty cells around it, up to the first sum. */
function totalRow(row: PlanRow): RowDraft {
  const words = row.cells.map((cell) =>
    cell.paragraphs
      .map((item) => item.text.text)
      .join(" ")
      .trim(),
  );
  const label = words.findIndex((text) => text !== "");
  const named = label >= 0 && !figures.test(words[label]!);
  const firstSum = words.findIndex((text, i) => i > label && text !== "");
  const merged = named ? (firstSum < 0 ? label + 1 : firstSum) : 0;
  const cells = row.cells.flatMap((cell: CellContent, column): CellDraft[] => {
    if (column > 0 && column < merged) return [];
    const own: Pick<CellDraft, "column" | "rowSpan" | "head"> = { column, rowSpan: 1, head: false };
    if (column < merged)
      return [
        { ...own, colSpan: merged, style: "table-center", strong: true, paragraphs: row.cells[label]!.paragraphs },
      ];
    const style: StyleName = figures.test(words[column]!) ? "table-right" : "table-group";
    return [{ ...own, colSpan: 1, style, strong: true, paragraphs: cell.paragraphs }];
  });
  return { cells, keepNext: false, group: false, total: true };
}

/** A group: one cell over the whole row, or its mark in the first column and the rest merged (rule 38). */
function groupRow(row: PlanRow, columnCount: number): RowDraft {
  const cell = (content: CellContent | undefined, column: number, colSpan: number, style: StyleName): CellDraft => ({
    column,
    colSpan,
    rowSpan: 1,
    style,
    strong: true,
    paragraphs: content?.paragraphs ?? [],
    head: false,
  });
  const cells =
    row.ownMark === true && columnCount > 1
      ? [cell(row.cells[0], 0, 1, "table-center"), cell(row.cells[1], 1, columnCount - 1, "table-group")]
      : [cell(row.cells[0], 0, columnCount, "table-group")];
  return { cells, keepNext: true, group: true, total: false };
}

/** Rows of headings. Equal neighbours of a level merge; a column with fewer levels spans those below its last. */
function headRows(columns: readonly Column[]): RowDraft[] {
  const levels = columns.reduce((most, column) => Math.max(most, column.headings.length), 1);
  const rows: RowDraft[] = Array.from({ length: levels }, () => ({
    cells: [],
    keepNext: true,
    group: false,
    total: false,
  }));
  const path = (column: Column, level: number): string =>
    column.headings
      .slice(0, level + 1)
      .map((heading) => heading.text)
      .join("\u0000");
  for (let level = 0; level < levels; level += 1) {
    for (let c = 0; c < columns.length; ) {
      const column = columns[c]!;
      const heading = column.headings[level];
      if (heading === undefined) {
        c += 1;
        continue;
      }
      const last = level === column.headings.length - 1;
      let colSpan = 1;
      // A level above the last is the common head of its neighbours with the same words.
      while (!last && c + colSpan < columns.length) {
        const next = columns[c + colSpan]!;
        if (next.headings.length - 1 <= level || path(next, level) !== path(column, level)) break;
        colSpan += 1;
      }
      rows[level]!.cells.push({
        column: c,
        colSpan,
        rowSpan: last ? levels - level : 1,
        style: "table-head",
        paragraphs: [{ bullet: null, text: heading }],
        head: true,
      });
      c += colSpan;
    }
  }
  return rows;
}

const numberRow = (texts: readonly Prose[]): RowDraft => ({
  cells: texts.map((text, column) => ({
    column,
    colSpan: 1,
    rowSpan: 1,
    style: "table-number",
    paragraphs: [{ bullet: null, text }],
    head: true,
  })),
  keepNext: true,
  group: false,
  total: false,
});

// ── Literal tables ──────────────────────────────────────────────────────────────────────────────────────────────────

const alignStyle: Readonly<Record<GridCell["align"], StyleName>> = {
  left: "table-text",
  center: "table-center",
  right: "table-right",
  justify: "table-justify",
};

/** Heads of columns whose short entries stand in the middle: ordinals and units. */
const centredHead = /^(s?tt|số tt|đvt|đơn vị( tính| đo)?)$/i;
/** First words of a row of sums. */
const sumName = /^(tổng|tổng cộng|tổng số|cộng)( |:|$)/i;

export function prepareGrid(grid: Grid): PreparedTable {
  const centred = new Set(
    grid.headRows.flatMap((r) =>
      r.cells.filter((cell) => centredHead.test(oneLine(cell.text))).map((cell) => cell.column),
    ),
  );
  const bodyStyle = (cell: GridCell): StyleName =>
    centred.has(cell.column) && cell.colSpan === 1 ? "table-center" : alignStyle[cell.align];
  const row = (cells: readonly GridCell[], head: boolean): RowDraft => ({
    cells: cells.map((cell) => ({
      column: cell.column,
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      style: head ? "table-head" : bodyStyle(cell),
      paragraphs: [{ bullet: null, text: cell.text }],
      head,
    })),
    keepNext: false,
    group: false,
    total: sumName.test(cells.map((cell) => oneLine(cell.text)).find((text) => text !== "") ?? ""),
  });
  const body = grid.rows.map((r) => row(r.cells, false));
  // Rows that share a cell stay together.
  body.forEach((draft, r) => {
    for (const cell of draft.cells)
      for (let below = r; below < Math.min(body.length, r + cell.rowSpan) - 1; below += 1) body[below]!.keepNext = true;
  });
  const caption = grid.caption === null ? "" : oneLine(grid.caption);
  const names = grid.headRows[0]?.cells.map((cell) => oneLine(cell.text)).join("; ") ?? "";
  return {
    id: grid.id,
    heads: grid.headRows.map((r) => row(r.cells, true)),
    body,
    columnCount: grid.columnCount,
    typedWidths: grid.widths,
    summary: caption !== "" ? caption : names !== "" ? `Bảng gồm các cột: ${names}` : "Bảng",
    caption: grid.caption,
    landscape: grid.landscape ?? null,
    span: grid.span,
  };
}

// ── Either ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Runs of a paragraph in a cell. Typed looks are added to the style's. */
function cellRuns(
  context: BodyContext,
  cell: CellDraft,
  item: CellDraft["paragraphs"][number],
  size: Pt | undefined,
): Run[] {
  const { layout } = context;
  const base = layout.style.paragraph[cell.style];
  const bold = base.bold || cell.strong === true;
  const runs = proseRuns(layout, cell.style, item.text, {
    scope: context.scope,
    size,
    look: (piece) => ({ bold: bold || piece.bold, italic: base.italic || piece.italic }),
  });
  return item.bullet === null ? runs : [labelRun(`${item.bullet} `, { bold, italic: base.italic }, size), ...runs];
}

export interface MeasuredTable {
  /** Size of all runs of the table, or undefined for that of the styles. */
  readonly size: Pt | undefined;
  readonly words: readonly CellWords[];
  readonly demands: readonly ColumnDemand[];
  /** False when words are cut although the type is as small as the form allows. */
  readonly fits: boolean;
}

const paddingOf = (context: BodyContext): Pt =>
  context.layout.form.table.paddingX + context.layout.form.table.borderWidth / 2;

function wordsOfTable(context: BodyContext, table: PreparedTable, size: Pt | undefined): CellWords[] {
  return [...table.heads, ...table.body].flatMap((row, r) =>
    row.cells.map((cell) => ({
      row: r,
      column: cell.column,
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      paragraphs: cell.paragraphs.map((item) => cellRuns(context, cell, item, size)),
      size: size ?? context.layout.style.paragraph[cell.style].size,
    })),
  );
}

const needed = (demands: readonly ColumnDemand[]): Pt => demands.reduce((sum, demand) => sum + demand.least, 0);

/** Words and needs of a table; the type shrinks by half points until the longest words fit the page. */
export function measureTable(context: BodyContext, table: PreparedTable, page: PageSetup): MeasuredTable {
  const { fonts, style, form } = context.layout;
  const total = textWidthOf(page);
  const at = (size: Pt | undefined): Omit<MeasuredTable, "fits"> => {
    const words = wordsOfTable(context, table, size);
    return {
      size,
      words,
      demands: columnDemands(fonts, words, table.columnCount, paddingOf(context)),
    };
  };
  let measured = at(undefined);
  const normal = style.paragraph["table-text"].size;
  for (let size = normal - 0.5; needed(measured.demands) > total && size >= form.table.smallestSize; size -= 0.5)
    measured = at(size);
  return { ...measured, fits: needed(measured.demands) <= total + 0.01 };
}

/**
 * Whether the columns have a legible width on the page, at the normal size: in an annex one that reads easily, in the body,
 * where a turned page interrupts the text, one that is not cramped.
 */
export function tableIsComfortable(
  context: BodyContext,
  table: PreparedTable,
  page: PageSetup,
  place: "annex" | "body",
): boolean {
  const { fonts, form } = context.layout;
  const words = wordsOfTable(context, table, undefined);
  const demands = columnDemands(fonts, words, table.columnCount, paddingOf(context));
  const column = place === "annex" ? form.table.comfortableColumn : form.table.crampedColumn;
  const wanted = demands.reduce((sum, demand) => sum + Math.max(demand.least, Math.min(demand.natural, column)), 0);
  return wanted <= textWidthOf(page);
}

/** The table laid out for the page it was measured for; with its caption in front when it has one. */
export function tableBlocks(
  context: BodyContext,
  table: PreparedTable,
  page: PageSetup,
  measured: MeasuredTable,
): Block[] {
  const { layout } = context;
  const { fonts, style, form } = layout;
  const { heads, body } = table;
  const padding = paddingOf(context);
  const { size, words, demands } = measured;
  const widths = columnWidths(fonts, words, demands, textWidthOf(page), padding, table.typedWidths, heads.length);
  const oneLineHigh = lineHeight(fonts.regular, size ?? style.paragraph["table-text"].size) + 2 * form.table.paddingY;

  // `words` has the cells in this order.
  const drafts = [...heads, ...body].flatMap((row) => row.cells);
  const wordsOf = new Map(drafts.map((cell, i) => [cell, words[i]!]));
  const innerWidth = (cell: CellDraft): Pt =>
    widths.slice(cell.column, cell.column + cell.colSpan).reduce((a, b) => a + b, 0) - 2 * padding;
  const heightOf = new Map<CellDraft, Pt>();
  const cellHeight = (cell: CellDraft): Pt => {
    const known = heightOf.get(cell);
    if (known !== undefined) return known;
    const own = wordsOf.get(cell)!;
    const width = innerWidth(cell);
    const lines = own.paragraphs.reduce((n, runs) => n + lineWidths(fonts, runs, own.size, width).length, 0);
    const height = Math.max(1, lines) * lineHeight(fonts.regular, own.size) + 2 * form.table.paddingY;
    heightOf.set(cell, height);
    return height;
  };
  const rowHeight = (row: RowDraft): Pt =>
    row.cells.reduce((most, cell) => Math.max(most, cell.rowSpan > 1 ? 0 : cellHeight(cell)), oneLineHigh);

  const room = page.height - page.marginTop - page.marginBottom - heads.reduce((sum, row) => sum + rowHeight(row), 0);
  const heights = body.map(rowHeight);
  // Rows of one task stay together while they fill less than a third of a page; a group keeps at least its first row and
  // sums the row above them, and neither the first row nor the last is alone on its page. Rows are split over pages only
  // when they would otherwise leave half a page empty.
  const together = new Set<number>();
  const whole = new Set<number>();
  for (let r = 0; r < body.length; ) {
    let end = r;
    while (end < body.length - 1 && body[end]!.keepNext) end += 1;
    const rows = body.slice(r, end + 1);
    const spanning = rows.flatMap((row) => row.cells.filter((cell) => cell.rowSpan > 1).map(cellHeight));
    const height = Math.max(
      heights.slice(r, end + 1).reduce((a, b) => a + b, 0),
      ...spanning,
    );
    for (let i = r; i <= end; i += 1) {
      if (i < end && (height <= room / 3 || body[i]!.group)) together.add(i);
      if (body[i + 1]?.total) together.add(i);
      // A tall cell over several rows makes the last of them as tall.
      if (heights[i]! <= room / 2 && Math.max(0, ...spanning) <= room / 2) whole.add(i);
    }
    r = end + 1;
  }
  for (const i of body.length > 2 ? [0, body.length - 2] : [])
    if (whole.has(i) && whole.has(i + 1) && heights[i]! + heights[i + 1]! <= room / 3) together.add(i);

  // Heads are broken where their phrases allow, a hair inside the column so that no other program breaks them again.
  const settled = (cell: CellDraft, runs: readonly Run[]): readonly Run[] =>
    cell.head
      ? balance(fonts, runs, size ?? style.paragraph[cell.style].size, innerWidth(cell) - 0.25, { fewest: true }).runs
      : runs;

  const id = layout.id(`${context.prefix}${table.id}`);
  const toRow = (row: RowDraft, wish: string, keepNext: boolean, cantSplit: boolean): TableRow => ({
    cells: row.cells.map((cell): TableCell => {
      const cellId = `${wish}c${cell.column + 1}`;
      return {
        column: cell.column,
        colSpan: cell.colSpan,
        rowSpan: cell.rowSpan,
        head: cell.head,
        vertical: cell.head ? "center" : "top",
        blocks:
          cell.paragraphs.length === 0
            ? [paragraph(layout.id(cellId), cell.style, [])]
            : cell.paragraphs.map(
                (item): ParagraphBlock =>
                  paragraph(layout.id(cellId), cell.style, settled(cell, cellRuns(context, cell, item, size)), {
                    ...(item.bullet === null ? {} : { role: "item" as const, depth: item.bullet === "-" ? 1 : 2 }),
                    span: item.text.span,
                  }),
              ),
      };
    }),
    cantSplit,
    keepNext,
  });
  const caption =
    table.caption === null
      ? []
      : [
          paragraph(
            layout.id(`${id}_caption`),
            "table-caption",
            balance(
              fonts,
              proseRuns(layout, "table-caption", table.caption, { scope: context.scope }),
              style.paragraph["table-caption"].size,
              textWidthOf(page) - 1,
            ).runs,
            { role: "caption" as const, span: table.caption.span },
          ),
        ];
  const block: TableBlock = {
    kind: "table",
    id,
    widths,
    headRows: heads.map((row, r) => toRow(row, `${id}_h${r + 1}`, true, true)),
    rows: body.map((row, r) => toRow(row, `${id}_r${r + 1}`, together.has(r), whole.has(r))),
    summary: table.summary,
    before: form.layout.tableGap,
  };
  return [...caption, block];
}
