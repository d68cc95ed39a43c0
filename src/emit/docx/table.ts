/**
 * Tables: the borderless columns of letterhead and signatures, and tables of data. All widths are absolute and said three
 * times alike (table, grid, cells), the layout is fixed, the indent zero: no office program has anything to guess.
 */
import type { ITableBordersOptions } from "docx";
import {
  TableCell as DocxCell,
  TableRow as DocxRow,
  type ITableOptions,
  type ITableRowOptions,
  type Paragraph,
  StringValueElement,
  Table,
  TableProperties,
} from "docx";
import type { Change, ColumnsBlock, SimpleBlock, TableBlock, TableCell, TableRow } from "../../document/document.ts";
import type { Pt } from "../../document/style.ts";
import type { DocxContext } from "./context.ts";
import { blank, paragraph } from "./paragraph.ts";
import { settle } from "./settle.ts";
import { columnTwips, eighths, hexColor, trace, twips } from "./units.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const dxa = (size: number): { size: number; type: "dxa" } => ({ size, type: "dxa" });
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

const borders = (line: ITableBordersOptions["top"]): ITableBordersOptions => ({
  top: line,
  left: line,
  bottom: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
});
const noBorders = borders({ style: "none", size: 0, color: "auto" });
const solid = (thickness: Pt, color: string): ITableBordersOptions =>
  borders({ style: "single", size: eighths(thickness), color: hexColor(color), space: 0 });

/** Draws what stands in a cell. */
export type Fill = (
  blocks: readonly SimpleBlock[],
  context: DocxContext,
  keepNext: boolean | undefined,
) => (Paragraph | Table)[];

/** Of a row that stands in one version only. */
const trackedRow = (
  change: Change | undefined,
  context: DocxContext,
): Pick<ITableRowOptions, "insertion" | "deletion"> =>
  change === undefined ? {} : { [change === "added" ? "insertion" : "deletion"]: context.revise() };

/** Cells side by side that start at one height. */
export function columnsTable(block: ColumnsBlock, context: DocxContext, fill: Fill): Table {
  const widths = columnTwips(block.widths);
  const rows = block.rows.map((row, index) => {
    // Kept together, each row but the last stays on the page of the next one.
    const keepNext = block.keepTogether && index < block.rows.length - 1 ? true : undefined;
    return new DocxRow({
      ...trackedRow(row.change, context),
      cantSplit: true,
      children: block.widths.map(
        (width, column) =>
          new DocxCell({
            width: dxa(widths[column]!),
            verticalAlign: "top",
            children: fill(row.cells[column] ?? [], { ...context, width }, keepNext),
          }),
      ),
    });
  });
  return new Table({
    width: dxa(sum(widths)),
    columnWidths: widths,
    indent: dxa(0),
    layout: "fixed",
    borders: noBorders,
    margins: noMargins,
    rows,
  });
}

/** A place of a row: a cell that starts here, or one that goes on from above. */
interface Place {
  readonly cell: TableCell;
  readonly continued: boolean;
}

/** The cells of each row in column order, with those that go on from above filled in: Word wants a cell for them too. */
function places(rows: readonly TableRow[]): Place[][] {
  let open: { cell: TableCell; left: number }[] = [];
  return rows.map((row) => {
    const fromAbove = open.map(({ cell }) => ({ cell, continued: true }));
    const own = row.cells.map((cell) => ({ cell, continued: false }));
    open = [
      ...open.map(({ cell, left }) => ({ cell, left: left - 1 })),
      ...row.cells.map((cell) => ({ cell, left: cell.rowSpan - 1 })),
    ].filter(({ left }) => left > 0);
    return [...fromAbove, ...own].sort((a, b) => a.cell.column - b.cell.column);
  });
}

/** A table with a description for those who cannot see it, which the library does not write. */
class DescribedTable extends Table {
  constructor(options: ITableOptions, description: string) {
    super(options);
    const properties: unknown = this.root[0];
    // The description is the last of the properties.
    if (description !== "" && properties instanceof TableProperties)
      properties.addChildElement(new StringValueElement("w:tblDescription", description));
  }
}

/** A table of data: borders all over, header rows on every page. */
export function dataTable(block: TableBlock, context: DocxContext): Table {
  const { borderWidth, paddingX, paddingY } = context.style.table;
  const widths = columnTwips(block.widths);
  const allRows = [...block.headRows, ...block.rows];
  const rows = places(allRows).map((row, index) => {
    const { cantSplit, keepNext, change } = allRows[index]!;
    const keep = keepNext ? true : undefined;
    return new DocxRow({
      ...trackedRow(change, context),
      cantSplit: cantSplit ? true : undefined,
      tableHeader: index < block.headRows.length ? true : undefined,
      children: row.map(({ cell, continued }) => {
        const goesOn = continued || cell.merge === "goes-on";
        const merged = goesOn || cell.rowSpan > 1 || cell.merge === "start";
        return new DocxCell({
          width: dxa(sum(widths.slice(cell.column, cell.column + cell.colSpan))),
          columnSpan: cell.colSpan > 1 ? cell.colSpan : undefined,
          verticalMerge: merged ? (goesOn ? "continue" : "restart") : undefined,
          verticalAlign: cell.vertical,
          children: settle(
            goesOn || cell.blocks.length === 0
              ? [blank(trace, context, keepNext)]
              : cell.blocks.map((inner) => paragraph(inner, context, keep)),
            context,
          ),
        });
      }),
    });
  });
  return new DescribedTable(
    {
      width: dxa(sum(widths)),
      columnWidths: widths,
      indent: dxa(0),
      layout: "fixed",
      borders: solid(borderWidth, "#000000"),
      margins: { top: twips(paddingY), bottom: twips(paddingY), left: twips(paddingX), right: twips(paddingX) },
      rows,
    },
    block.summary,
  );
}
