/** Tables: rows and cells as they are written; `grid.ts` brings them into columns. */
import type { RawTable } from "../raw.ts";
import { drawsLines } from "./borders.ts";
import { cellFlow } from "./flow.ts";
import { type Borders, borders, looksAtFirstRow, over } from "./formatting.ts";
import { arrange, type CellDraft, type Merge, type RowDraft } from "./grid.ts";
import type { Flow, Story } from "./story.ts";
import type { TableStyle } from "./styles.ts";
import {
  child,
  childrenNamed,
  collect,
  type Element,
  type Handler,
  integer,
  onOff,
  skip,
  type Tag,
  valueIn,
} from "./xml.ts";

/** What is known of a table before its rows. */
interface TableState {
  style: TableStyle;
  properties: Element | undefined;
  borders: Borders;
  firstRowApart: boolean;
  grid: readonly number[];
  readonly rows: RowDraft[];
  pageBreakBefore: boolean;
}

/** A column is at least one; Word allows 63, and a number beyond any sense is no span. */
const widest = 10_000;
const span = (value: string | undefined): number => Math.max(1, Math.min(widest, integer(value) ?? 1));
const gap = (value: string | undefined): number => Math.max(0, Math.min(widest, integer(value) ?? 0));

/** A width in twips; undefined when it is automatic or a share. */
function width(element: Element | undefined): number | undefined {
  const type = element?.attributes["w:type"];
  if (!element || (type !== undefined && type !== "dxa")) return undefined;
  const value = integer(element.attributes["w:w"]);
  return value !== undefined && value > 0 ? value : undefined;
}

/** An old and a new way to merge: `w:val="restart"` begins, any other continues, none is not merged. */
const merge = (element: Element | undefined): Merge =>
  element === undefined ? "none" : element.attributes["w:val"] === "restart" ? "restart" : "continue";

/** A merge that a tracked change makes counts as made. */
const trackedMerge = (properties: Element | undefined): Merge => {
  const change = child(properties, "w:cellMerge")?.attributes["w:vMerge"];
  return change === "cont" ? "continue" : change === "rest" ? "restart" : merge(child(properties, "w:vMerge"));
};

function cellHandler(story: Story, state: TableState, row: RowDraft): Handler {
  const { tallies, spend } = story.reading;
  spend();
  const isFirstRow = state.rows.length === 0 && state.firstRowApart;
  const inner = cellFlow(story.reading, [state.style.run, ...(isFirstRow ? [state.style.firstRow] : [])]);
  const isFirst = state.rows.length === 0 && row.cells.length === 0;
  let any = false;
  const flow: Flow = {
    ...inner,
    paragraph: (draft, section) => {
      if (isFirst && !any && draft.pageBreakBefore) state.pageBreakBefore = true;
      any = true;
      inner.paragraph(draft, section);
    },
  };
  const content = story.content(story, flow);
  let properties: Element | undefined;
  let isDeleted = false;
  return {
    open: (tag) => {
      if (isDeleted) return skip;
      if (tag.name !== "w:tcPr") return content.open!(tag);
      return collect(tag, (element) => {
        properties = element;
        isDeleted = child(element, "w:cellDel") !== undefined;
        if (isDeleted) tallies.add("deletions", story.upcoming());
        if (child(element, "w:cellIns")) tallies.add("insertions", story.upcoming());
      });
    },
    close: () => {
      if (isDeleted) return;
      const cell: CellDraft = {
        span: span(valueIn(properties, "w:gridSpan")),
        width: width(child(properties, "w:tcW")),
        vertical: trackedMerge(properties),
        horizontal: merge(child(properties, "w:hMerge")),
        borders: borders(child(properties, "w:tcBorders")),
        paragraphs: inner.finish(),
      };
      row.cells.push(cell);
    },
  };
}

function rowHandler(story: Story, state: TableState): Handler {
  const { tallies } = story.reading;
  const row: RowDraft = {
    before: 0,
    after: 0,
    beforeWidth: 0,
    isHead: false,
    borders: state.borders,
    cells: [],
    place: story.upcoming(),
  };
  let isDeleted = false;
  const open = (tag: Tag): Handler => {
    if (isDeleted) return skip;
    switch (tag.name) {
      case "w:trPr":
        return collect(tag, (properties) => {
          isDeleted = child(properties, "w:del") !== undefined;
          if (isDeleted) tallies.add("deletions", story.upcoming());
          if (child(properties, "w:ins")) tallies.add("insertions", story.upcoming());
          row.before = gap(valueIn(properties, "w:gridBefore"));
          row.after = gap(valueIn(properties, "w:gridAfter"));
          row.beforeWidth = width(child(properties, "w:wBefore")) ?? 0;
          row.isHead = onOff(properties, "w:tblHeader") ?? false;
        });
      case "w:tblPrEx":
        return collect(tag, (exceptions) => {
          row.borders = over(state.borders, borders(child(exceptions, "w:tblBorders")));
        });
      case "w:tc":
        return cellHandler(story, state, row);
      case "w:sdtPr":
        return skip;
      default:
        return { open };
    }
  };
  return {
    open,
    close: () => {
      if (!isDeleted && row.cells.length > 0) state.rows.push(row);
    },
  };
}

export function tableHandler(story: Story, flow: Flow): Handler {
  const { styles } = story.reading;
  const first = story.upcoming();
  const contents = story.contents ?? story.fields.contents();
  const state: TableState = {
    style: styles.table(undefined),
    properties: undefined,
    borders: {},
    firstRowApart: false,
    grid: [],
    rows: [],
    pageBreakBefore: false,
  };
  const open = (tag: Tag): Handler => {
    switch (tag.name) {
      case "w:tblPr":
        return collect(tag, (properties) => {
          state.properties = properties;
          state.style = styles.table(valueIn(properties, "w:tblStyle"));
          state.borders = over(state.style.borders, borders(child(properties, "w:tblBorders")));
          state.firstRowApart = looksAtFirstRow(child(properties, "w:tblLook"));
        });
      case "w:tblGrid":
        return collect(tag, (grid) => {
          state.grid = childrenNamed(grid, "w:gridCol").map((column) => integer(column.attributes["w:w"]) ?? 0);
        });
      case "w:tr":
        return rowHandler(story, state);
      case "w:sdtPr":
        return skip;
      default:
        return { open };
    }
  };
  return {
    open,
    close: () => {
      if (state.rows.length === 0) return;
      const { rows, columnCount } = arrange(state.rows, state.grid);
      const { properties } = state;
      const table: RawTable = {
        kind: "table",
        columnCount,
        rows,
        bordered: drawsLines(state.rows),
        spansKnown: true,
        description: valueIn(properties, "w:tblDescription") || valueIn(properties, "w:tblCaption") || state.style.name,
        place: { from: first, to: Math.max(first, story.upcoming() - 1) },
      };
      flow.table({ table, pageBreakBefore: state.pageBreakBefore, contents });
    },
  };
}
