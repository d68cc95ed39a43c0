/**
 * What a source says and its pages do not show: the name as it was typed, abbreviations, the year, widths of columns. A
 * DOCX file carries these facts as custom properties, which other office programs keep, so that a document that comes back
 * is the plan it was built from. The words themselves are always those of the pages.
 *
 *     plan:1:cơ quan      UBND xã An Bình
 *     plan:1:viết tắt:2   CĐS: chuyển đổi số
 *     plan:bảng 2:độ rộng 1 | 6 | 3
 *
 * The first part counts documents, or tables in the order of the pages; the second is a key of the language.
 */
import { bindingOf } from "../plan/columns.ts";
import { usualAlign } from "../plan/grid.ts";
import { periodInTitle } from "../plan/number-date.ts";
import type { Content, Division, Grid, GridCell, Plan, PlanDocument, TaskTable } from "../plan/plan.ts";
import { spanOf } from "../plan/where.ts";
import { oneLine } from "./layout.ts";

/** Name of the property that says which program made a file. */
export const generatorProperty = "generator";

const prefix = "plan:";
/** Office programs cut longer values. */
const longest = 255;

/** What was typed for one document. */
export interface DocumentFacts {
  /** Values of header fields, by key; several for `cơ quan` and `viết tắt`. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** How many words stand before each typed break of the title. */
  readonly titleBreaks: readonly number[];
}

export interface TableFacts {
  readonly kind: "tasks" | "grid";
  readonly columnCount: number;
  /** Meanings that were given to columns by `= …`; "" for none. */
  readonly bindings: readonly string[];
  /** Lines under `cột:` or `bảng:`. */
  readonly options: readonly string[];
}

export interface Facts {
  readonly documents: readonly DocumentFacts[];
  readonly tables: readonly TableFacts[];
}

const titleBreaks = "ngắt trích yếu";
/** Words that the form prints in capitals, as they were typed. */
export const typedCase = "chữ thường";
/** Which lines “(Kèm theo …)” were typed: 0 for the document's own, 1 for its first annex … */
export const attachedLines = "dòng kèm theo";
/** Turned pages that were asked for, as “2 ngang”. */
export const annexPaper = "khổ giấy phụ lục";
const kind = "loại";
const binding = "ý nghĩa cột";
const kinds = { tasks: "nhiệm vụ", grid: "kẻ ô" } as const;

// ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The facts of a plan as properties, in a fixed order. */
export function factProperties(plan: Plan): [name: string, value: string][] {
  const result: [string, string][] = [];
  const add = (owner: string, key: string, value: string): void => {
    if (value.length <= longest && !value.includes("\n")) result.push([`${prefix}${owner}:${key}`, value]);
  };
  const [first] = plan.documents;
  plan.documents.forEach((document, i) => {
    const { title, period } = document;
    // What a later document has from the first one needs no word.
    const isOwn = document === first;
    if (isOwn)
      document.issuers.forEach((issuer, n) => {
        add(`${i + 1}`, `cơ quan:${n + 1}`, issuer.text);
        if (n === 0 && issuer.parent !== null) add(`${i + 1}`, "cơ quan chủ quản", issuer.parent);
      });
    const own = periodInTitle(oneLine(title));
    if (period !== null && (own === null || own.from !== period.from || own.to !== period.to)) {
      const isYear = period.from === period.to;
      add(`${i + 1}`, isYear ? "năm" : "giai đoạn", isYear ? `${period.from}` : `${period.from} - ${period.to}`);
    }
    if (document.form !== null && (isOwn || document.form !== first?.form)) add(`${i + 1}`, "thể thức", document.form);
    if (document.copy === "paper" && (isOwn || document.copy !== first?.copy)) add(`${i + 1}`, "bản", "giấy");
    const breaks = breaksOf(title.text);
    if (breaks.length > 0) add(`${i + 1}`, titleBreaks, breaks.join(" "));
    const body = bodyStart(document);
    const typed = document.abbreviations.filter(({ span }) => span.start < body);
    typed.forEach(({ short, full }, n) => {
      const isKnown = !isOwn && first?.abbreviations.some((one) => one.short === short && one.full === full);
      if (!isKnown) add(`${i + 1}`, `viết tắt:${n + 1}`, `${short}: ${full}`);
    });
  });
  plan.documents.forEach((document, i) => {
    const lines = [document.attachedLine, ...document.annexes.map((annex) => annex.attachedLine)];
    const typed = lines.flatMap((line, n) => (line === null ? [] : [String(n)]));
    if (typed.length > 0) add(`${i + 1}`, attachedLines, typed.join(" "));
    document.annexes.forEach((annex, n) => {
      if (annex.landscape !== null)
        add(`${i + 1}`, `${annexPaper}:${n + 1}`, `${n + 1} ${annex.landscape ? "ngang" : "dọc"}`);
    });
  });
  const cased = new Set(plan.documents.flatMap(printedInCapitals).filter((text) => text !== text.toUpperCase()));
  [...cased].forEach((text, n) => {
    add("1", `${typedCase}:${n + 1}`, text);
  });
  const tables = plan.documents.flatMap(tablesOf);
  tables.forEach((table, i) => {
    const owner = `bảng ${i + 1}`;
    const isTasks = "columns" in table;
    add(
      owner,
      kind,
      `${isTasks ? kinds.tasks : kinds.grid}, ${isTasks ? table.columns.length : table.columnCount} cột`,
    );
    if (table.widths !== null)
      add(owner, "độ rộng", table.widths.map((width) => String(width).replace(".", ",")).join(" | "));
    const landscape = table.landscape ?? null;
    if (landscape !== null) add(owner, "khổ giấy", landscape ? "ngang" : "dọc");
    const aligns = isTasks ? table.columns.map((column) => column.align ?? null) : alignsOf(table);
    if (aligns.some((align) => align !== null))
      add(owner, "căn", aligns.map((align) => (align === null ? "" : alignNames[align])).join(" | "));
    const bindings = isTasks ? table.columns.map(bindingOf) : [];
    if (bindings.some((name) => name !== "")) add(owner, binding, bindings.join(" | "));
  });
  return result;
}

/** Where the words below the header begin: abbreviations that are explained there need no list. */
function bodyStart(document: PlanDocument): number {
  const starts = [...document.legalBases, ...document.opening].map(({ span }) => span.start);
  const [first] = document.content;
  const span = first === undefined ? null : spanOf(first);
  return Math.min(...starts, span?.start ?? Number.POSITIVE_INFINITY);
}

/** Names of divisions and annexes that the form prints in capitals, as they were typed. */
function printedInCapitals(document: PlanDocument): string[] {
  const shouted = new Set(["named-part", "chapter", "section", "subsection"]);
  const headings = [...document.divisions, ...document.annexes.flatMap((annex) => divisionsIn(annex.content))]
    .filter(
      ({ mark, role }) =>
        shouted.has(mark.kind) || ((mark.kind === "roman" || mark.kind === "part") && role === "heading"),
    )
    .map((division) => oneLine(division.text));
  return [...headings, ...document.annexes.map((annex) => oneLine(annex.title))];
}

const divisionsIn = (content: readonly Content[]): Division[] =>
  content.flatMap((item) => (item.kind === "division" ? [item.division, ...divisionsIn(item.division.children)] : []));

/** Words before each typed break. */
function breaksOf(title: string): number[] {
  const lines = title.split("\n");
  let words = 0;
  return lines.slice(0, -1).map((line) => {
    words += wordsIn(line).length;
    return words;
  });
}

export const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

const tablesIn = (content: readonly Content[]): (TaskTable | Grid)[] =>
  content.flatMap((item): (TaskTable | Grid)[] => {
    if (item.kind === "task-table") return [item.table];
    if (item.kind === "grid") return [item.grid];
    return item.kind === "division" ? tablesIn(item.division.children) : [];
  });

const tablesOf = (document: PlanDocument): (TaskTable | Grid)[] => [
  ...tablesIn(document.content),
  ...document.annexes.flatMap((annex) => tablesIn(annex.content)),
];

const alignNames: Readonly<Record<GridCell["align"], string>> = {
  left: "trái",
  center: "giữa",
  right: "phải",
  justify: "đều",
};

/** Alignments that were typed for the columns of a literal table: those that its cells would not have by themselves. */
function alignsOf(grid: Grid): (GridCell["align"] | null)[] {
  return Array.from({ length: grid.columnCount }, (_, column) => {
    const cells = grid.rows.flatMap((row) => row.cells.filter((cell) => cell.column === column));
    const [first] = cells;
    if (first === undefined || cells.some((cell) => cell.align !== first.align)) return null;
    return cells.some((cell) => cell.align !== usualAlign(cell.text.text)) ? first.align : null;
  });
}

// ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The facts in the properties of a file; null for a file of another program. Names that say nothing are passed over. */
export function readFacts(properties: ReadonlyMap<string, string>): Facts | null {
  if (!/^plan(?: |$)/.test(properties.get(generatorProperty) ?? "")) return null;
  const documents = new Map<number, { fields: Map<string, string[]>; titleBreaks: number[] }>();
  const tables = new Map<
    number,
    { kind: TableFacts["kind"]; columnCount: number; bindings: string[]; options: string[] }
  >();
  for (const [name, value] of properties) {
    const match = /^plan:(bảng )?(\d{1,4}):([^:]+)(?::\d+)?$/.exec(name.normalize("NFC"));
    if (!match) continue;
    const index = Number(match[2]) - 1;
    const key = match[3]!;
    if (match[1] === undefined) {
      const facts = documents.get(index) ?? { fields: new Map<string, string[]>(), titleBreaks: [] };
      documents.set(index, facts);
      if (key === titleBreaks) facts.titleBreaks = wordsIn(value).map(Number).filter(Number.isInteger);
      else facts.fields.set(key, [...(facts.fields.get(key) ?? []), value]);
    } else {
      const facts = tables.get(index) ?? { kind: "tasks" as const, columnCount: 0, bindings: [], options: [] };
      tables.set(index, facts);
      if (key === kind) {
        facts.kind = value.startsWith(kinds.grid) ? "grid" : "tasks";
        facts.columnCount = Number(/(\d+) cột/.exec(value)?.[1] ?? 0);
      } else if (key === binding) facts.bindings = value.split("|").map((part) => part.trim());
      else facts.options.push(`${key}: ${value}`);
    }
  }
  const list = <T>(found: ReadonlyMap<number, T>, none: T): T[] =>
    Array.from({ length: Math.max(0, ...[...found.keys()].map((index) => index + 1)) }, (_, i) => found.get(i) ?? none);
  return {
    documents: list(documents, { fields: new Map<string, string[]>(), titleBreaks: [] }),
    tables: list(tables, { kind: "tasks", columnCount: 0, bindings: [], options: [] }),
  };
}
