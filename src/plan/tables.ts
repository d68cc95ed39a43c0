/**
 * Task tables (language rules 30–39): rows with their printed cells, and the tasks they say. A field left out inherits the
 * cell above, a ditto mark prints and inherits, an empty field is an empty cell.
 */
import { cover, type Span } from "../source/source-file.ts";
import type {
  Field,
  FieldItem,
  GroupRow,
  SubRow,
  TaskRow,
  TaskTable as TaskTableNode,
  TotalRow,
} from "../syntax/syntax.ts";
import type { Binder } from "./binder.ts";
import { columnName, columnOf, toColumns } from "./columns.ts";
import * as errors from "./errors.ts";
import { fromRoman, letterAt, toRoman } from "./numbering.ts";
import { isDitto, ownersIn } from "./owners.ts";
import type {
  CellContent,
  Column,
  ColumnRole,
  Owner,
  Prose,
  TableRow,
  TaskPart,
  TaskTable,
  TimeMention,
} from "./plan.ts";
import { generatedProse } from "./prose.ts";
import {
  alignments,
  landscapeOf,
  optionChoice,
  optionWords,
  perColumn,
  tableOptions,
  widthsOf,
} from "./table-options.ts";
import { stretch, timesOf } from "./times.ts";
import { trimEnd } from "./words.ts";

type Paragraph = CellContent["paragraphs"][number];

/** What a column says in the row above: its cell and its meaning, for inheriting. */
interface Above {
  readonly hasWords: boolean;
  readonly lead: readonly Owner[];
  readonly partners: readonly Owner[];
  readonly times: readonly TimeMention[];
  readonly texts: readonly string[];
}

interface State {
  readonly id: string;
  readonly columns: readonly Column[];
  readonly style: NumberStyle;
  readonly restart: boolean;
  readonly binder: Binder;
  readonly rows: TableRow[];
  /** Per column; empty at the head of the table and under group rows. */
  above: (Above | null)[];
  count: number;
  rowCount: number;
}

/** Binds a task table; its tasks go to the binder. */
export function toTaskTable(node: TaskTableNode, id: string, binder: Binder): TaskTable {
  const columns = toColumns(node, binder);
  const options = tableOptions(node.options, binder);
  const numberRow = perColumn(options.get("number-row"), columns.length, binder);
  const widths = widthsOf(options.get("widths"), columns.length, binder);
  const align = alignments(options.get("align"), columns.length, binder);
  const landscape = landscapeOf(options.get("paper"), binder);
  const restart = optionChoice(
    options.get("numbering"),
    [
      ["liên tục", false],
      ["theo nhóm", true],
    ],
    binder,
  );
  const state: State = {
    id,
    columns,
    style: styleOf(options.get("number-style"), node, binder),
    restart: restart ?? false,
    binder,
    rows: [],
    above: columns.map(() => null),
    count: 0,
    rowCount: 0,
  };
  const depths = groupDepths(node.rows.filter((row): row is GroupRow => row.kind === "group-row"));
  for (const row of node.rows) {
    switch (row.kind) {
      case "task-row":
        addTask(row, state);
        break;
      case "group-row":
        addGroup(row, depths.get(row) ?? 1, state);
        break;
      case "total-row":
        addTotal(row, state);
        break;
    }
  }
  return {
    id,
    columns: columns.map((column, index) => (align[index] ? { ...column, align: align[index]! } : column)),
    rows: state.rows,
    numberRow,
    widths,
    landscape,
    span: node.span,
  };
}

// ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function addTask(node: TaskRow, state: State): void {
  const { binder } = state;
  const title = binder.prose(node.title);
  const titleItems = node.titleItems.map((item) => toParagraph(item, binder));
  const number = numberOf(node, state);
  const index = binder.tasks.length;
  const titleCell: Paragraph[] = [...(title.text === "" ? [] : [{ bullet: null, text: title }]), ...titleItems];
  const first = fieldCells(node.fields, state);
  const rowSpan = cover([node.keySpan, node.title.span, ...node.fields.map((field) => field.span)], node.span);
  const parts = [
    addRow({ number, title: titleCell, cells: first, task: index, isFirst: true, span: rowSpan }, null, state),
  ];
  // The place in the list is taken now, so that tasks stand in the order of the file.
  const task = {
    id: binder.id(`${state.id}.${trimEnd(number.text.replace(/[()]/g, "")) || index + 1}`),
    origin: "table" as const,
    title: trimEnd(title.text),
    titleSpan: title.span,
    within: null,
    span: node.span,
  };
  for (const sub of node.subRows) parts.push(addSubRow(sub, index, state));
  const [head] = parts as [TaskPart & { readonly content: string | null }];
  const more = titleItems.map((item) => item.text.text).join("\n");
  binder.tasks.push({
    ...task,
    lead: head.lead,
    partners: head.partners,
    times: head.times,
    products: head.products,
    budget: head.budget,
    note: head.note,
    content: [more, head.content ?? ""].filter((words) => words !== "").join("\n") || null,
    rows: parts.map(({ content: _, ...part }) => part),
  });
}

function addSubRow(node: SubRow, task: number, state: State): TaskPart & { content: string | null } {
  const title = node.title ? state.binder.prose(node.title) : null;
  const cells = fieldCells(node.fields, state);
  const titleCell: Paragraph[] | null = title === null ? null : [{ bullet: null, text: title }];
  return addRow({ number: null, title: titleCell, cells, task, isFirst: false, span: node.span }, title, state);
}

interface RowDraft {
  /** Null: the number above spans this row. */
  readonly number: Prose | null;
  /** Null: the title above spans this row. */
  readonly title: readonly Paragraph[] | null;
  readonly cells: ReadonlyMap<number, FieldCell>;
  readonly task: number;
  readonly isFirst: boolean;
  readonly span: Span;
}

interface FieldCell {
  readonly paragraphs: readonly Paragraph[];
  readonly span: Span;
}

function addRow(draft: RowDraft, subTitle: Prose | null, state: State): TaskPart & { content: string | null } {
  const { columns, binder } = state;
  const place: Span = { start: draft.span.start, end: draft.span.start };
  const spanning = (inherits: boolean): CellContent => ({ paragraphs: [], inherits, span: place });
  const values: (Above | null)[] = [];
  const cells = columns.map((column, index): CellContent => {
    const typed = draft.cells.get(index);
    if (column.role === "ordinal" && !typed) {
      values[index] = null;
      if (draft.number === null) return spanning(true);
      return { paragraphs: [{ bullet: null, text: draft.number }], inherits: false, span: draft.number.span };
    }
    if (column.role === "task") {
      values[index] = null;
      const paragraphs = [...(draft.title ?? []), ...(typed?.paragraphs ?? [])];
      if (draft.title === null && paragraphs.length === 0) return spanning(true);
      const span = cover(
        paragraphs.map((paragraph) => paragraph.text.span),
        place,
      );
      return { paragraphs, inherits: false, span };
    }
    const above = state.above[index] ?? null;
    if (!typed) {
      // Nothing to share with an empty cell: two empty cells stay two.
      const inherits = above?.hasWords ?? false;
      values[index] = inherits ? above : null;
      return spanning(inherits);
    }
    values[index] = meaning(column.role, typed.paragraphs, above, binder);
    return { paragraphs: typed.paragraphs, inherits: false, span: typed.span };
  });
  state.above = values;
  state.rows.push({ kind: "row", cells, task: draft.task, first: draft.isFirst, span: draft.span });
  return toPart(values, columns, subTitle, draft, state);
}

/** What the paragraphs of a cell say. A cell of ditto marks says what is above. */
function meaning(role: ColumnRole, paragraphs: readonly Paragraph[], above: Above | null, binder: Binder): Above {
  const proses = paragraphs.map((paragraph) => paragraph.text).filter((prose) => prose.text.trim() !== "");
  if (above && proses.length > 0 && proses.every((prose) => isDitto(prose.text))) return { ...above, hasWords: true };
  const words = proses.filter((prose) => !isDitto(prose.text));
  return {
    hasWords: proses.length > 0,
    lead: role === "lead" ? words.flatMap((prose) => ownersIn(prose, binder)) : [],
    partners: role === "partners" ? words.flatMap((prose) => ownersIn(prose, binder)) : [],
    times:
      role === "time" || role === "start" || role === "end" ? words.flatMap((prose) => timesOf(prose, binder)) : [],
    texts: words.map((prose) => prose.text.trim()),
  };
}

function toPart(
  values: readonly (Above | null)[],
  columns: readonly Column[],
  title: Prose | null,
  draft: RowDraft,
  state: State,
): TaskPart & { content: string | null } {
  const all = (role: ColumnRole): Above[] =>
    columns.flatMap((column, index) => (column.role === role && values[index] ? [values[index]] : []));
  const textOf = (role: ColumnRole): string | null =>
    all(role)
      .flatMap((value) => value.texts)
      .join("\n") || null;
  const other: Record<string, string> = {};
  for (const [index, column] of columns.entries()) {
    const text = values[index]?.texts.join("\n") ?? "";
    if (column.role === "other" && text !== "") other[columnName(column)] = text;
  }
  const own = draft.cells.get(state.columns.findIndex((column) => column.role === "task"));
  const inTask = own ? own.paragraphs.map((paragraph) => paragraph.text.text).join("\n") : null;
  return {
    title: title ? trimEnd(title.text) : null,
    lead: all("lead").flatMap((value) => value.lead),
    partners: all("partners").flatMap((value) => value.partners),
    times: [
      ...all("time").flatMap((value) => value.times),
      ...stretch(
        all("start").flatMap((value) => value.times),
        all("end").flatMap((value) => value.times),
      ),
    ],
    products: all("products").flatMap((value) => value.texts.flatMap(splitItems)),
    budget: budgetOf(values, columns),
    note: textOf("note"),
    content: textOf("content") ?? inTask,
    other,
    span: draft.span,
  };
}

/** One budget column is its text; shares of a budget say whose they are: “NSTW: 90; NSĐP: 161”. */
function budgetOf(values: readonly (Above | null)[], columns: readonly Column[]): string | null {
  const shares = columns.flatMap((column, index) => {
    const text = values[index]?.texts.join(" ") ?? "";
    return column.role === "budget" && text !== "" ? [{ name: columnName(column), text }] : [];
  });
  if (shares.length === 0) return null;
  const isOne = columns.filter((column) => column.role === "budget").length === 1;
  return isOne ? shares[0]!.text : shares.map((share) => `${share.name}: ${share.text}`).join("; ");
}

/** Products of one line are separated by semicolons; closing punctuation is not theirs. */
export const splitItems = (text: string): string[] =>
  text
    .split(";")
    .map((item) => item.trim().replace(/(?<!\.)[.,]$/u, ""))
    .filter((item) => item !== "");

/** The fields of a row by column, their paragraphs in the order typed; a repeated key is a further paragraph. */
function fieldCells(fields: readonly Field[], state: State): Map<number, FieldCell> {
  const cells = new Map<number, FieldCell>();
  for (const field of fields) {
    const paragraphs = field.items.map((item) => toParagraph(item, state.binder));
    const column = columnOf(field, state.columns, state.binder);
    if (column < 0) continue;
    const before = cells.get(column);
    const kept = paragraphs.filter((paragraph) => paragraph.text.text !== "" || paragraph.text.pieces.length > 0);
    cells.set(column, {
      paragraphs: [...(before?.paragraphs ?? []), ...kept],
      span: before ? cover([before.span, field.span]) : field.span,
    });
  }
  return cells;
}

const toParagraph = (item: FieldItem, binder: Binder): Paragraph => ({
  bullet: item.bullet ?? null,
  text: binder.prose(item.text),
});

function addGroup(node: GroupRow, depth: number, state: State): void {
  const mark = node.mark ? state.binder.prose(node.mark) : null;
  const text = state.binder.prose(node.text);
  const cell = (prose: Prose): CellContent => ({
    paragraphs: prose.text === "" ? [] : [{ bullet: null, text: prose }],
    inherits: false,
    span: prose.span,
  });
  const cells = mark ? [cell(mark), cell(text)] : [cell(text)];
  state.rows.push({ kind: "group", cells, ownMark: mark !== null, depth, span: node.span });
  state.above = state.columns.map(() => null);
  if (state.restart) state.count = 0;
}

function addTotal(node: TotalRow, state: State): void {
  const { columns, binder } = state;
  const text = binder.prose(node.text);
  const typed = fieldCells(node.fields, state);
  const place: Span = { start: node.span.start, end: node.span.start };
  const cells = columns.map((column, index): CellContent => {
    const cell = typed.get(index);
    if (column.role === "task") {
      const paragraphs = [...(text.text === "" ? [] : [{ bullet: null, text }]), ...(cell?.paragraphs ?? [])];
      return { paragraphs, inherits: false, span: text.span };
    }
    return cell ? { ...cell, inherits: false } : { paragraphs: [], inherits: false, span: place };
  });
  state.rows.push({ kind: "total", cells, span: node.span });
  state.above = columns.map(() => null);
}

// ── Numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

interface NumberStyle {
  readonly before: string;
  readonly after: string;
  readonly figure: "1" | "01" | "I" | "a" | "A";
}

const plainStyle: NumberStyle = { before: "", after: "", figure: "1" };

/** `1.`, `01`, `(1)`, `I`, `a)`: the style of a number from an example of it; null when it is none. */
function readStyle(text: string): NumberStyle | null {
  const match = /^([([]?)(\d+|[IVXLC]+|\p{L})([)\].:]*)$/u.exec(text.trim());
  if (!match) return null;
  const [, before, value, after] = match as unknown as [string, string, string, string];
  if (/^0\d$/.test(value)) return { before, after, figure: "01" };
  if (/^\d+$/.test(value)) return { before, after, figure: "1" };
  if (fromRoman(value) > 0 && value === value.toUpperCase()) return { before, after, figure: "I" };
  return { before, after, figure: value === value.toUpperCase() ? "A" : "a" };
}

/** `kiểu số:`; without it, the style of the first number typed in the table; else `1`. */
function styleOf(field: Field | undefined, node: TaskTableNode, binder: Binder): NumberStyle {
  if (field) {
    const typed = optionWords(field);
    const style = readStyle(typed);
    if (style) return style;
    binder.report(errors.unreadableNumberStyle(field.items[0]?.text.span ?? field.key.span, { value: typed }));
    return plainStyle;
  }
  const first = node.rows.find((row) => row.kind === "task-row" && row.number);
  return (first?.kind === "task-row" && first.number && readStyle(first.number.text)) || plainStyle;
}

function writeNumber(count: number, { before, after, figure }: NumberStyle): string {
  const letter = letterAt(count);
  const figures = {
    "1": String(count),
    "01": String(count).padStart(2, "0"),
    I: toRoman(count),
    a: letter || String(count),
    A: letter.toUpperCase() || String(count),
  };
  return `${before}${figures[figure]}${after}`;
}

/** The number as typed, which also sets the count, or the next one counted (language rule 36). */
function numberOf(node: TaskRow, state: State): Prose {
  state.count += 1;
  if (node.number) {
    const figures = /\d+/.exec(node.number.text);
    if (figures) state.count = Number(figures[0]);
    return generatedProse(node.number.text, node.number.span);
  }
  return generatedProse(writeNumber(state.count, state.style), node.keySpan);
}

/** Nesting of group rows: A > I > 1, as far as these marks occur in the table (language rule 38). */
function groupDepths(groups: readonly GroupRow[]): Map<GroupRow, number> {
  const ranks = new Map<GroupRow, number>();
  let last: "part" | "roman" | null = null;
  for (const group of groups) {
    const source = group.mark ?? group.text;
    const words = source.inlines.map(flat).join("").trim();
    const mark = /^(?:\*\*)?([A-ZĐ]|[IVXLC]+|\d+(?:\.\d+)*)(?:[.)]|\s*$|\s)/u.exec(words)?.[1] ?? null;
    if (mark === null || (!group.mark && !/^[\p{L}\d]+[.)]/u.test(words))) ranks.set(group, last === null ? 0 : 3);
    else if (/^\d/.test(mark)) ranks.set(group, 3 + mark.split(".").length);
    else {
      // C, D and I, V, X may be either: the run that is open decides, a Roman one first.
      const isRoman: boolean = fromRoman(mark) > 0 && !(last === "part" && mark.length === 1 && !"IVX".includes(mark));
      last = isRoman ? "roman" : "part";
      ranks.set(group, isRoman ? 2 : 1);
    }
  }
  const present = [...new Set(ranks.values())].sort((a, b) => a - b);
  return new Map([...ranks].map(([group, rank]) => [group, present.indexOf(rank) + 1]));
}

function flat(inline: GroupRow["text"]["inlines"][number]): string {
  if (inline.kind === "text") return inline.text;
  return inline.kind === "strong" || inline.kind === "emphasis" ? inline.children.map(flat).join("") : "";
}
