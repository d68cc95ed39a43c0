/** Tables whose columns say who does what by when, as `cột:` with its rows; null for what that form cannot say. */
import { foldHeading } from "../../grammar/column-names.ts";
import { type LabelRole, labelRole } from "../../grammar/keywords.ts";
import { boundRole } from "../plan/columns.ts";
import { flat } from "./flat.ts";
import { cellRuns, cellWords, type FullGrid, type GridPlace, paragraphRuns } from "./grid.ts";
import type { RawCell, RawParagraph, RawRun, RawTable } from "./raw.ts";
import { inlineSource, type OutLine, oneLineSource, type Setting } from "./source-text.ts";
import type { TableHints } from "./tables.ts";
import { isCapitals, plain, plainRun, sliceRuns, trimRuns } from "./words.ts";

interface TableColumn {
  /** Heading texts from the top down. */
  readonly headings: readonly string[];
  readonly role: LabelRole | "other";
  /** Meaning to be written after `=`. */
  readonly binding: string;
  /** The key of its fields. */
  key: string;
}

const roleKeys: Readonly<Partial<Record<LabelRole, string>>> = {
  lead: "chủ trì",
  partners: "phối hợp",
  time: "thời gian",
  start: "bắt đầu",
  end: "kết thúc",
  products: "sản phẩm",
  budget: "kinh phí",
  note: "ghi chú",
  content: "nội dung",
};
/** Longer names of columns are no keys. */
const longestName = 120;

function columnsOf(grid: FullGrid, hints: TableHints): TableColumn[] | null {
  const columns = Array.from({ length: grid.columnCount }, (_, c): TableColumn => {
    const headings: string[] = [];
    let before: RawCell | null = null;
    for (let r = 0; r < grid.headCount; r += 1) {
      const place = grid.rows[r]![c]!;
      const words = cellWords(place.cell).replace(/\n/g, " ");
      if (place.cell === before) continue;
      before = place.cell;
      if (words !== "" || headings.length === 0) headings.push(words);
    }
    const binding = hints.bindings?.[c] ?? "";
    const own = boundRole(binding) ?? labelRole(headings.at(-1) ?? "");
    const parent = headings.length > 1 && labelRole(headings[0]!) === "budget" ? "budget" : undefined;
    return { headings, role: own ?? parent ?? "other", binding, key: "" };
  });
  if (
    columns.some(
      (column) =>
        column.headings.every((text) => text === "") || column.headings.some((text) => text.length > longestName),
    )
  )
    return null;
  if (columns.some((column) => column.headings.some((text) => text === ""))) return null;
  const paths = columns.map((column) => column.headings.map(foldHeading).join(">"));
  if (new Set(paths).size < paths.length) return null;
  for (const [c, column] of columns.entries()) {
    const key = column.role === "other" ? undefined : roleKeys[column.role];
    const alone = columns.filter((other) => other.role === column.role).length === 1;
    const lowest = column.headings.at(-1)!;
    const isNamed =
      columns.filter((other) => other.headings.some((text) => foldHeading(text) === foldHeading(lowest))).length === 1;
    const taken =
      key !== undefined &&
      columns.some((other, o) => o !== c && other.headings.some((text) => foldHeading(text) === foldHeading(key)));
    column.key =
      key !== undefined && alone && !taken
        ? key
        : isNamed
          ? columnName(lowest)
          : column.headings.map(columnName).join(" > ");
  }
  return columns;
}

/** A name of a column as it is typed: signs that part columns are escaped. */
const columnName = (text: string): string =>
  text.replace(/\\/g, "\\\\").replace(/[|>=]/g, "\\$&").replace(/\*/g, "\\*");

/** The column that the language would take for the task's title. */
function titleColumn(columns: readonly TableColumn[]): number {
  const named = columns.findIndex((column) => column.role === "task");
  if (named >= 0) return named;
  const content = columns.findIndex((column) => column.role === "content");
  return content >= 0 ? content : columns.findIndex((column) => column.role === "other");
}

const speaksOfTasks: readonly LabelRole[] = ["lead", "partners", "time", "start", "end", "products"];

const ordinalMark = /^[\dIVXLC]{1,7}(?:\.\d{1,3})*[.)]?$/;
const groupMark = /^(?:[IVXLC]{1,6}|[A-HĐ])[.)/]?$/;
const sumWords = /^(?:tong(?: cong| so| kinh phi)?|cong)(?![a-z])/;

type Kind = "group" | "total" | "task" | "sub";

interface BodyRow {
  readonly places: readonly GridPlace[];
  readonly kind: Kind;
  /** What stands in the ordinal column. */
  readonly ordinal: string;
}

export function taskTable(
  grid: FullGrid,
  table: RawTable,
  setting: Setting,
  inCell: Setting,
  hints: TableHints,
): OutLine[] | null {
  if (grid.headCount === 0) return null;
  const columns = columnsOf(grid, hints);
  if (columns === null) return null;
  const title = titleColumn(columns);
  if (title < 0) return null;
  const speaking = columns.filter(
    (column, c) => c !== title && speaksOfTasks.includes(column.role as LabelRole),
  ).length;
  if (hints.tasks !== true && (speaking === 0 || (speaking < 2 && columns[title]!.role === "other"))) return null;
  const ordinal = columns.findIndex((column) => column.role === "ordinal");
  if (ordinal >= 0 && ordinal !== 0 && title === ordinal) return null;
  const from = grid.headCount + (grid.hasNumberRow ? 1 : 0);
  const rows = bodyRows(grid, from, ordinal, title, table.spansKnown);
  if (rows === null || rows.length === 0) return null;

  const lines: OutLine[] = [
    {
      text: `cột: ${columns
        .map(
          (column) =>
            column.headings.map(columnName).join(" > ") + (column.binding === "" ? "" : ` = ${column.binding}`),
        )
        .join(" | ")}`,
      expected: "ColumnsKey",
    },
  ];
  if (grid.hasNumberRow) {
    const texts = grid.rows[grid.headCount]!.map((place) =>
      place.kind === "own" ? oneLineSource(cellRuns(place.cell, false), inCell) : "",
    );
    lines.push({ text: `hàng số: ${texts.join(" | ")}`, expected: "TableOptionKey" });
  }
  const numbering = ordinal < 0 ? null : countedNumbers(rows);
  if (numbering !== null) {
    if (numbering.restarts) lines.push({ text: "đánh số: theo nhóm", expected: "TableOptionKey" });
    if (numbering.style !== "1") lines.push({ text: `kiểu số: ${numbering.style}`, expected: "TableOptionKey" });
  }
  for (const option of hints.options ?? []) lines.push({ text: option, expected: "TableOptionKey" });

  const writer = {
    columns,
    ordinal,
    title,
    setting,
    inCell,
    counted: numbering !== null,
    spansKnown: table.spansKnown,
  };
  for (const row of rows) {
    // Rows of a task stand together, tasks apart.
    if (row.kind !== "sub") lines.push({ text: "", expected: null });
    lines.push(...writeRow(row, writer));
  }
  return lines;
}

/** The rows below the head with what each is; null when a task table cannot say them. */
function bodyRows(grid: FullGrid, from: number, ordinal: number, title: number, spansKnown: boolean): BodyRow[] | null {
  const rows: BodyRow[] = [];
  let hasTask = false;
  // Where nothing is numbered, an empty number tells nothing.
  const numbers =
    ordinal >= 0 &&
    grid.rows
      .slice(from)
      .some((places) => places[ordinal]!.kind === "own" && /\d/.test(cellWords(places[ordinal]!.cell)));
  for (const places of grid.rows.slice(from)) {
    const words = places.map((place) => (place.kind === "own" ? cellWords(place.cell) : ""));
    const filled = words.flatMap((text, c) => (text === "" ? [] : [c]));
    const own = places.filter((place) => place.kind === "own");
    const mark = ordinal < 0 ? "" : words[ordinal]!;
    const wide = own.filter((place) => place.cell.colSpan > 1);
    const firstWords = words[filled[0] ?? 0] ?? "";
    if (filled.length === 0 && places.every((place) => place.kind !== "above")) continue;
    if (sumWords.test(flat(firstWords)) && isSum(words, filled)) {
      if (places.some((place) => place.kind === "above")) return null;
      rows.push({ places, kind: "total", ordinal: mark });
      hasTask = false;
      continue;
    }
    if (isGroup(places, words, filled, wide, ordinal, title, grid.columnCount)) {
      rows.push({ places, kind: "group", ordinal: mark });
      hasTask = false;
      continue;
    }
    if (wide.length > 0 || places.some((place) => place.kind === "left")) return null;
    // Over a group or total nothing reaches.
    if (!hasTask && places.some((place) => place.kind === "above")) return null;
    const numberAbove = ordinal >= 0 && places[ordinal]!.kind === "above";
    const titleAbove = places[title]!.kind === "above";
    const looksMerged = !spansKnown && numbers && mark === "" && hasTask;
    if (ordinal >= 0 ? numberAbove : titleAbove) {
      rows.push({ places, kind: "sub", ordinal: "" });
      continue;
    }
    // A title that spans tasks of their own numbers cannot be said.
    if (titleAbove) return null;
    rows.push({ places, kind: looksMerged ? "sub" : "task", ordinal: mark });
    hasTask = true;
  }
  return rows;
}

const figures = /^[\d.,%\s+–-]*$/;
const isSum = (words: readonly string[], filled: readonly number[]): boolean =>
  filled.slice(1).every((c) => figures.test(words[c]!) || words[c]!.length < 30) && filled.length <= words.length;

function isGroup(
  places: readonly GridPlace[],
  words: readonly string[],
  filled: readonly number[],
  wide: readonly GridPlace[],
  ordinal: number,
  title: number,
  columnCount: number,
): boolean {
  if (places.some((place) => place.kind === "above")) return false;
  const [first, second] = filled;
  if (first === undefined) return false;
  if (wide.length === 1 && wide[0]!.cell.colSpan === columnCount) return true;
  // Its mark, and one cell over the rest of the row.
  if (
    wide.length === 1 &&
    wide[0]!.cell.column === 1 &&
    wide[0]!.cell.colSpan === columnCount - 1 &&
    filled.every((c) => c < 2)
  )
    return true;
  if (wide.length > 0 && !wide.every((place) => cellWords(place.cell) === "" || place.cell.column <= title))
    return false;
  // Cells that are not merged: a mark of a group, or capitals or bold in the place of a title, and nothing else.
  const mark = ordinal >= 0 ? words[ordinal]! : "";
  const beside = groupMark.test(mark) && second === ordinal + 1 ? second : title;
  const only = filled.every((c) => c === ordinal || c === beside || c === first);
  if (!only || filled.length > 2) return false;
  // “Tháng 9/2024: …” at the left of an empty row, where tasks stand in another column.
  if (ordinal < 0 && filled.length === 1 && first === 0 && title !== 0) return true;
  const text = words[beside] === "" ? words[first]! : words[beside]!;
  if (filled.length === 1 && first === ordinal && first !== title) {
    // “I. Công tác chỉ đạo” in the narrow first column.
    return !ordinalMark.test(words[first]!) && words[first]!.length > 3;
  }
  const bold = places
    .filter((place) => place.kind === "own" && cellWords(place.cell) !== "")
    .every((place) =>
      place.cell.paragraphs.every((paragraph) => paragraph.runs.every((run) => run.bold || run.text.trim() === "")),
    );
  const loud = bold || isCapitals(text);
  if (groupMark.test(mark)) return true;
  if (mark === "" && /^(?:[IVXLC]{1,6}|[A-HĐ])[.)/]\s/.test(text)) return true;
  return loud && (mark === "" || second !== undefined) && (mark === "" || !ordinalMark.test(mark) || bold);
}

/** Numbers that a table counts by itself: the style of the first, when all tasks are numbered in order. */
function countedNumbers(rows: readonly BodyRow[]): { style: string; restarts: boolean } | null {
  const tasks = rows.filter((row) => row.kind === "task");
  const style = tasks[0]?.ordinal ?? "";
  const match = /^(\D*)(0?)1(\D*)$/.exec(style);
  if (!match || !/^[([]?$/.test(match[1]!) || !/^[)\].:]*$/.test(match[3]!)) return null;
  const written = (n: number): string => `${match[1]}${match[2] === "0" ? String(n).padStart(2, "0") : n}${match[3]}`;
  let count = 0;
  let restarts = false;
  let after = false;
  for (const row of rows) {
    if (row.kind === "group") after = true;
    if (row.kind !== "task") continue;
    if (row.ordinal === written(count + 1)) count += 1;
    else if (after && row.ordinal === written(1)) {
      restarts = true;
      count = 1;
    } else return null;
    after = false;
  }
  if (restarts) {
    // With “theo nhóm” every group starts again.
    let n = 0;
    for (const row of rows) {
      if (row.kind === "group") n = 0;
      else if (row.kind === "task") {
        n += 1;
        if (row.ordinal !== written(n)) return null;
      }
    }
  }
  return { style, restarts };
}

interface RowWriter {
  readonly columns: readonly TableColumn[];
  readonly ordinal: number;
  readonly title: number;
  readonly setting: Setting;
  readonly inCell: Setting;
  readonly counted: boolean;
  readonly spansKnown: boolean;
}

function writeRow(row: BodyRow, writer: RowWriter): OutLine[] {
  switch (row.kind) {
    case "group":
      return groupRow(row, writer);
    case "total":
      return totalRow(row, writer);
    case "task":
    case "sub":
      return taskRow(row, writer);
  }
}

function groupRow(row: BodyRow, { ordinal, inCell }: RowWriter): OutLine[] {
  const own = row.places.filter((place) => place.kind === "own" && cellWords(place.cell) !== "");
  const source = (place: GridPlace | undefined): string =>
    place ? oneLineSource(plainRuns(cellRuns(place.cell, false)), inCell) : "";
  const first = row.places[0]!;
  const merged = first.kind === "own" && first.cell.colSpan > 1;
  const mark = ordinal === 0 && !merged ? source(first) : null;
  const text = own
    .filter((place) => mark === null || place !== first)
    .map(source)
    .join(" ");
  if (mark !== null && mark !== "" && text === "") return [{ text: `nhóm: ${mark}`, expected: "GroupKey" }];
  return [
    { text: mark === null ? `nhóm: ${text}` : `nhóm: ${mark} | ${text}`.replace(/ {2,}/g, " "), expected: "GroupKey" },
  ];
}

function totalRow(row: BodyRow, writer: RowWriter): OutLine[] {
  const filled = row.places.flatMap((place, c) => (place.kind === "own" && cellWords(place.cell) !== "" ? [c] : []));
  const [label, ...rest] = filled;
  const name = oneLineSource(plainRuns(cellRuns(row.places[label!]!.cell, false)), writer.setting);
  return [
    { text: `tổng: ${name}`, expected: "TotalKey" },
    ...rest.flatMap((c) => fieldLines(writer.columns[c]!.key, row.places[c]!.cell, writer, false)),
  ];
}

const plainRuns = (runs: readonly RawRun[]): RawRun[] => runs.map((run) => ({ ...run, bold: false }));

function taskRow(row: BodyRow, writer: RowWriter): OutLine[] {
  const { columns, ordinal, title, setting } = writer;
  const lines: OutLine[] = [];
  const place = row.places[title]!;
  const isSub = row.kind === "sub";
  const { first, items } = place.kind === "own" ? titleParts(place.cell, setting) : { first: [""], items: [] };
  const number = ordinal >= 0 && !isSub ? row.ordinal : "";
  const typed = number !== "" && !writer.counted && ordinalMark.test(number) ? ` ${number}` : "";
  const key = isSub ? "việc:" : `nhiệm vụ${typed}:`;
  const [head = "", ...more] = first;
  lines.push({ text: `${key} ${head}`.trimEnd(), expected: isSub ? "SubRowKey" : "TaskKey" });
  for (const text of more) lines.push({ text: `  ${text}`, expected: "ContinuationLine" });
  for (const text of items) lines.push({ text: `  ${text}`, expected: "ItemBullet" });
  row.places.forEach((one, c) => {
    if (c === title) return;
    if (c === ordinal) {
      // A number that the language cannot count stands in its own cell.
      if (!isSub && !writer.counted && typed === "")
        lines.push(...fieldLines(columns[c]!.headings.map(columnName).join(" > "), one.cell, writer, true));
      return;
    }
    if (one.kind !== "own") return;
    const empty = cellWords(one.cell) === "";
    // In a further row of a task an empty cell belongs to the one above, where the source does not say otherwise.
    if (empty && isSub && !writer.spansKnown) return;
    lines.push(...fieldLines(columns[c]!.key, one.cell, writer, true));
  });
  return lines;
}

/** A task's title: its paragraphs on lines of their own, and bullets below it. */
function titleParts(cell: RawCell, setting: Setting): { first: string[]; items: string[] } {
  const paragraphs = cell.paragraphs.map(itemOf).filter((one) => one.runs.length > 0);
  const lead = paragraphs.findIndex((one) => one.bullet !== null);
  const plainOnes = lead < 0 ? paragraphs : paragraphs.slice(0, lead);
  const bulleted = lead < 0 ? [] : paragraphs.slice(lead);
  // What follows a bullet without one cannot stand below it.
  if (bulleted.some((one) => one.bullet === null) || (lead === 0 && bulleted.length > 0))
    return {
      first: breakable(
        paragraphs.map((one) => withBullet(one)),
        setting,
      ),
      items: [],
    };
  return {
    first: breakable(
      plainOnes.map((one) => one.runs),
      setting,
    ),
    items: bulleted.map((one) => `${one.bullet} ${oneLineSource(one.runs, setting)}`),
  };
}

const withBullet = (item: Item): RawRun[] =>
  item.bullet === null ? item.runs : [plainRun(`${item.bullet} `), ...item.runs];

/** Paragraphs as lines of one value, apart by forced breaks. */
function breakable(paragraphs: readonly (readonly RawRun[])[], setting: Setting): string[] {
  const runs: RawRun[] = paragraphs.flatMap((one, i) => (i === 0 ? [...one] : [plainRun("\n"), ...one]));
  return inlineSource(runs, setting);
}

interface Item {
  readonly bullet: "-" | "+" | null;
  readonly runs: RawRun[];
}

const automaticBullet = /^[•●▪■·○◦‣➢✓–—*-]$/;

/** A paragraph of a cell, with its bullet apart when it is one of the language's. */
function itemOf(paragraph: RawParagraph): Item {
  const runs = trimRuns(paragraph.runs);
  if (paragraph.label !== "") {
    const hollow = paragraph.label === "+" || (paragraph.listLevel > 0 && /^[○o◦]$/.test(paragraph.label));
    if (hollow) return { bullet: "+", runs };
    if (automaticBullet.test(paragraph.label)) return { bullet: "-", runs };
    return { bullet: null, runs: paragraphRuns(paragraph) };
  }
  const typed = /^([-+])\s*(?=\S)/.exec(plain(runs));
  if (!typed || /^[-+]\s*\d/.test(plain(runs))) return { bullet: null, runs };
  return { bullet: typed[1] as "-" | "+", runs: trimRuns(sliceRuns(runs, typed[0].length)) };
}

/** `key: text` and what follows it in the cell. An empty cell is the key alone. */
function fieldLines(key: string, cell: RawCell, writer: RowWriter, keepBold: boolean): OutLine[] {
  const { setting } = writer;
  const items = cell.paragraphs.map(itemOf).filter((item) => item.runs.length > 0);
  if (items.length === 0) return [{ text: `  ${key}:`, expected: "FieldKey" }];
  const lines: OutLine[] = [];
  items.forEach((item, i) => {
    const runs = keepBold ? item.runs : plainRuns(item.runs);
    if (item.bullet !== null) {
      if (i === 0) lines.push({ text: `  ${key}:`, expected: "FieldKey" });
      lines.push({ text: `  ${item.bullet} ${oneLineSource(runs, setting)}`, expected: "ItemBullet" });
      return;
    }
    const [first = "", ...more] = inlineSource(runs, setting);
    lines.push({ text: `  ${key}: ${first}`, expected: "FieldKey" });
    for (const text of more) lines.push({ text: `  ${text}`, expected: "ContinuationLine" });
  });
  return lines;
}
