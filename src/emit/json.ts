/**
 * The plan as JSON (docs/schema/plan.json): the interface for every later reader. Names and shape are settled; prose is
 * given as text, every fact with its span in lines and columns of the source.
 */
import type {
  Annex,
  CellContent,
  Citation,
  Content,
  Division,
  Grid,
  Owner,
  Plan,
  PlanDocument,
  Prose,
  Recipient,
  Signature,
  Task,
  TaskTable,
  TimeMention,
} from "../plan/plan.ts";
import { type Range, range, type SourceFile, type Span } from "../source/source-file.ts";
import { unreachable } from "../unreachable.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Version of the shape; a field may be added under the same version, never removed or given another meaning. */
export const modelVersion = "1";

/** The model of a plan as UTF-8 JSON, indented by two, ending in a newline. The same plan gives the same bytes. */
export function emitJson(plan: Plan): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(model(plan), null, 2)}\n`);
}

/** The value that `emitJson` prints. */
export function model(plan: Plan): Json {
  const at = (span: Span): Json => placed(plan.source, span);
  return {
    version: modelVersion,
    file: plan.source.path,
    documents: plan.documents.map((document) => documentJson(document, at)),
  };
}

const placed = (file: SourceFile, span: Span): Json => {
  const { start, end }: Range = range(file, span);
  return {
    start: { line: start.line, column: start.column, offset: start.offset },
    end: { line: end.line, column: end.column, offset: end.offset },
  };
};

type At = (span: Span) => Json;

function documentJson(document: PlanDocument, at: At): Json {
  const [signature] = document.signatures;
  return {
    kind: document.kind,
    typeName: document.typeName,
    title: document.title.text,
    issuer: document.issuers[0]?.full ?? null,
    issuers: document.issuers.map((issuer) => ({
      text: issuer.text,
      name: issuer.full,
      id: issuer.id,
      kind: issuer.kind,
      level: issuer.level,
      parent: issuer.parent,
      span: at(issuer.span),
    })),
    number: numberText(document),
    date: isoDate(document),
    place: document.place,
    period: document.period ? { from: document.period.from, to: document.period.to } : null,
    form: document.form,
    urgency: document.urgency,
    circulation: document.circulation,
    copy: document.copy,
    attachedTo: document.attachedTo,
    abbreviations: document.abbreviations.map(({ short, full, span }) => ({ short, full, span: at(span) })),
    legalBases: document.legalBases.map(({ id, text, span }) => ({ id, text: text.text, span: at(span) })),
    opening: document.opening.map(({ id, text, span }) => ({ id, text: text.text, span: at(span) })),
    divisions: document.content.flatMap((item) => (item.kind === "division" ? [divisionJson(item.division, at)] : [])),
    content: contentJson(
      document.content.filter((item) => item.kind !== "division"),
      at,
    ),
    citations: document.citations.map((citation) => citationJson(citation, at)),
    agencies: document.agencies.map(({ text, id, span }) => ({ text, id, span: at(span) })),
    tasks: document.tasks.map((task) => taskJson(task, at)),
    times: document.times.map((time) => timeJson(time, at)),
    references: document.references.map((reference) => ({
      text: reference.text,
      path: reference.path.map((step) => ({ kind: step.kind, values: [...step.values] })),
      target: reference.target,
      document: reference.document ?? null,
      span: at(reference.span),
    })),
    notes: document.notes.map(({ number, text, span }) => ({ number, text: text.text, span: at(span) })),
    annexes: document.annexes.map((annex) => annexJson(annex, at)),
    recipients: document.recipients.map((recipient) => recipientJson(recipient, at)),
    signature: signature ? signatureJson(signature, at) : null,
    signatures: document.signatures.map((one) => signatureJson(one, at)),
    span: at(document.span),
  };
}

/** With symbol; an open number keeps its place: `…/KH-UBND`. */
function numberText({ number }: PlanDocument): string | null {
  if (!number) return null;
  const figures = number.number === null ? "…" : `${String(number.number).padStart(2, "0")}${number.suffix ?? ""}`;
  return `${figures}${number.separator ?? "/"}${number.symbol}`;
}

/** ISO 8601 as far as it is known: `2026-01-05`, `2026-01`, `2026`; null without a year. */
function isoDate({ date }: PlanDocument): string | null {
  if (!date || date.year === null) return null;
  const two = (value: number): string => String(value).padStart(2, "0");
  if (date.month === null) return String(date.year);
  return date.day === null ? `${date.year}-${two(date.month)}` : `${date.year}-${two(date.month)}-${two(date.day)}`;
}

const citationJson = (citation: Citation, at: At): Json => ({
  text: citation.text,
  type: citation.type,
  number: citation.number,
  date: citation.date,
  issuer: citation.issuer,
  resolved: citation.resolved,
  inBasis: citation.inBasis,
  span: at(citation.span),
});

const ownerJson = ({ text, id, span }: Owner, at: At): Json => ({ text, id, span: at(span) });

/** The typed value of a time beside its words. The stretch of the calendar of a “within” is called `calendar` here, for
 * `span` is the place in the file. */
function timeJson({ time, place, span }: TimeMention, at: At): Json {
  const { words, at: _at, before: _before, after: _after, kind, ...rest } = time;
  const value = rest as { readonly [key: string]: Json };
  const { span: calendar, ...others } = value;
  return { text: words, kind, ...(calendar === undefined ? {} : { calendar }), ...others, place, span: at(span) };
}

const taskJson = (task: Task, at: At): Json => ({
  id: task.id,
  origin: task.origin,
  title: task.title,
  lead: task.lead.map((owner) => ownerJson(owner, at)),
  partners: task.partners.map((owner) => ownerJson(owner, at)),
  times: task.times.map((time) => timeJson(time, at)),
  products: [...task.products],
  budget: task.budget,
  note: task.note,
  content: task.content,
  rows: task.rows.map((row) => ({
    title: row.title,
    lead: row.lead.map((owner) => ownerJson(owner, at)),
    partners: row.partners.map((owner) => ownerJson(owner, at)),
    times: row.times.map((time) => timeJson(time, at)),
    products: [...row.products],
    budget: row.budget,
    note: row.note,
    other: { ...row.other },
    span: at(row.span),
  })),
  within: task.within,
  titleSpan: at(task.titleSpan),
  span: at(task.span),
});

const divisionJson = (division: Division, at: At): Json => ({
  kind: "division",
  id: division.id,
  mark: division.mark.typed,
  level: division.level,
  role: division.role,
  text: division.text.text,
  duty: division.duty.map(({ text, id, span }) => ({ text, id, span: at(span) })),
  children: contentJson(division.children, at),
  span: at(division.span),
});

function contentJson(content: readonly Content[], at: At): Json {
  return content.map((item): Json => {
    switch (item.kind) {
      case "division":
        return divisionJson(item.division, at);
      case "paragraph":
        return { kind: "paragraph", id: item.id, role: item.role, text: item.text.text, span: at(item.span) };
      case "task-table":
        return tableJson(item.table, at);
      case "grid":
        return gridJson(item.grid, at);
      default:
        return unreachable(item);
    }
  });
}

const texts = (proses: readonly Prose[]): Json => proses.map((prose) => prose.text);

const cellText = (cell: CellContent): string =>
  cell.paragraphs.map(({ bullet, text }) => (bullet ? `${bullet} ${text.text}` : text.text)).join("\n");

const tableJson = (table: TaskTable, at: At): Json => ({
  kind: "task-table",
  id: table.id,
  columns: table.columns.map(({ role, headings }) => ({ role, headings: texts(headings) })),
  rows: table.rows.map((row) => ({
    kind: row.kind,
    task: row.task ?? null,
    first: row.first ?? null,
    depth: row.depth ?? null,
    cells: row.cells.map((cell) => ({ text: cellText(cell), inherits: cell.inherits })),
    span: at(row.span),
  })),
  span: at(table.span),
});

const gridJson = (grid: Grid, at: At): Json => ({
  kind: "grid",
  id: grid.id,
  caption: grid.caption?.text ?? null,
  columnCount: grid.columnCount,
  headRows: gridRows(grid.headRows),
  rows: gridRows(grid.rows),
  span: at(grid.span),
});

const gridRows = (rows: Grid["rows"]): Json =>
  rows.map((row) =>
    row.cells.map(({ column, colSpan, rowSpan, text }) => ({ column, colSpan, rowSpan, text: text.text })),
  );

const recipientJson = ({ text, purpose, archive, span }: Recipient, at: At): Json => ({
  text: text.text,
  purpose,
  archive,
  span: at(span),
});

/** `title` is the position of the one who signs: the last line, unless it still names the authority (`KT. CHỦ TỊCH`). */
function signatureJson(signature: Signature, at: At): Json {
  const lines = signature.authority.map((line) => line.text);
  const last = lines.at(-1);
  const isPosition = last !== undefined && !/^(?:TM|KT|TL|TUQ|Q)\s*\./u.test(last);
  return {
    authority: isPosition ? lines.slice(0, -1) : lines,
    title: isPosition ? last : null,
    name: signature.name,
    span: at(signature.span),
  };
}

const annexJson = (annex: Annex, at: At): Json => ({
  id: annex.id,
  number: annex.number,
  title: annex.title.text,
  landscape: annex.landscape,
  content: contentJson(annex.content, at),
  notes: annex.notes.map(({ number, text, span }) => ({ number, text: text.text, span: at(span) })),
  recipients: annex.recipients.map((recipient) => recipientJson(recipient, at)),
  signatures: annex.signatures.map((signature) => signatureJson(signature, at)),
  span: at(annex.span),
});
