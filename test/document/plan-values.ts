/** Small plans made by hand, so that layout is tested without parsing. Spans are made up; words are ours. */
import type { Document } from "../../src/document/document.ts";
import { toDocument } from "../../src/document/from-plan.ts";
import type {
  Annex,
  CellContent,
  Column,
  ColumnRole,
  Content,
  Division,
  DivisionRole,
  Issuer,
  Plan,
  PlanDocument,
  Prose,
  Recipient,
  Signature,
  TableRow,
  TaskTable,
} from "../../src/plan/plan.ts";
import type { MarkKind } from "../../src/syntax/syntax.ts";
import { fonts, forms, textSource } from "../support/forms.ts";

export const span = { start: 0, end: 0 };

/** `*nghiêng*`, `**đậm**`, `[1]` and `\n` (a typed break) in a short string. */
export function prose(text: string): Prose {
  const pieces: Prose["pieces"][number][] = [];
  for (const part of text.split(/(\*\*[^*]+\*\*|\*[^*]+\*|\n|\[\d+\])/)) {
    if (part === "") continue;
    if (part === "\n") pieces.push({ kind: "break" });
    else if (/^\[\d+\]$/.test(part)) pieces.push({ kind: "note", number: part.slice(1, -1) });
    else if (part.startsWith("**")) pieces.push({ kind: "text", text: part.slice(2, -2), bold: true, italic: false });
    else if (part.startsWith("*")) pieces.push({ kind: "text", text: part.slice(1, -1), bold: false, italic: true });
    else pieces.push({ kind: "text", text: part, bold: false, italic: false });
  }
  const words = pieces.map((p) => (p.kind === "text" ? p.text : p.kind === "break" ? "\n" : "")).join("");
  return { pieces, text: words, segments: [], span };
}

export const issuer = (full: string, rest: Partial<Issuer> = {}): Issuer => ({
  text: full,
  full,
  id: null,
  kind: "committee",
  level: "commune",
  parent: null,
  span,
  ...rest,
});

export const recipient = (text: string): Recipient => ({
  text: prose(text),
  purpose: null,
  archive: text.startsWith("Lưu"),
  span,
});

export const signature = (
  authority: readonly string[],
  name: string | null,
  titles: readonly string[] = [],
): Signature => ({
  authority: authority.map((text) => ({ text, span })),
  titles,
  name,
  span,
});

const values: Partial<Record<MarkKind, (typed: string) => number[]>> = {
  arabic: (typed) => [Number.parseInt(typed, 10)],
};

let counter = 0;
export function division(
  kind: MarkKind,
  typed: string,
  text: string,
  role: DivisionRole = "text",
  children: readonly Content[] = [],
  rest: Partial<Division> = {},
): Content {
  counter += 1;
  return {
    kind: "division",
    division: {
      id: `${typed.replace(/[.)]$/, "")}`,
      mark: { kind, typed, values: values[kind]?.(typed) ?? [], span },
      level: 1,
      role,
      text: prose(text),
      children,
      duty: [],
      span,
      headSpan: span,
      ...rest,
    },
  };
}

export const text = (
  words: string,
  role: "text" | "plain-heading" | "closing" | "label" = "text",
): Extract<Content, { kind: "paragraph" }> => {
  counter += 1;
  return { kind: "paragraph", id: `p${counter}`, text: prose(words), role, span };
};

export const column = (role: ColumnRole, ...headings: string[]): Column => ({
  role,
  headings: headings.map(prose),
  span,
});

/** `^` for a cell left out, otherwise its paragraphs between `|`; `- ` starts a bullet. */
export const cell = (words: string): CellContent => ({
  paragraphs:
    words === "^" || words === ""
      ? []
      : words.split("|").map((line) => ({
          bullet: line.startsWith("- ") ? ("-" as const) : null,
          text: prose(line.replace(/^- /, "")),
        })),
  inherits: words === "^",
  span,
});

export const row = (cells: readonly string[], rest: Partial<TableRow> = {}): TableRow => ({
  kind: "row",
  cells: cells.map(cell),
  first: !cells.includes("^"),
  span,
  ...rest,
});

export const taskTable = (
  columns: readonly Column[],
  rows: readonly TableRow[],
  rest: Partial<TaskTable> = {},
): Content => ({
  kind: "task-table",
  table: { id: "t1", columns, rows, numberRow: null, widths: null, landscape: null, span, ...rest },
});

export const annex = (title: string, content: readonly Content[], rest: Partial<Annex> = {}): Annex => ({
  id: "A",
  number: null,
  title: prose(title),
  attachedLine: null,
  landscape: null,
  letterhead: false,
  content,
  notes: [],
  recipients: [],
  signatures: [],
  span,
  ...rest,
});

export const planDocument = (rest: Partial<PlanDocument> = {}): PlanDocument => ({
  kind: "plan",
  typeName: "KẾ HOẠCH",
  title: prose("Trồng cây năm 2026"),
  issuers: [issuer("Ủy ban nhân dân xã An Bình")],
  number: { number: 12, symbol: "KH-UBND", span },
  place: "An Bình",
  date: { year: 2026, month: 1, day: 5, span },
  period: { from: 2026, to: 2026, span },
  form: null,
  urgency: null,
  circulation: null,
  signingInfo: null,
  address: [],
  drafter: null,
  copy: "electronic",
  attachedTo: null,
  attachedLine: null,
  authorityLine: null,
  enactingLine: null,
  legalBases: [],
  opening: [],
  content: [text("Mỗi thôn trồng một trăm cây./.", "closing")],
  notes: [],
  recipients: [],
  signatures: [],
  annexes: [],
  abbreviations: [],
  divisions: [],
  tasks: [],
  citations: [],
  agencies: [],
  times: [],
  references: [],
  titleSpan: span,
  span,
  ...rest,
});

export const planOf = (...documents: PlanDocument[]): Plan => ({ source: textSource("ke-hoach.plan", ""), documents });

/** The document of one plan with these values. */
export const laidOut = (rest: Partial<PlanDocument> = {}): Document =>
  toDocument(planOf(planDocument(rest)), forms, fonts, "plan thử").value;
