/** Ways through a document that several rules go. */
import type { Content, Division, Plan, PlanDocument, Prose, TaskTable } from "../plan/plan.ts";
import { daysInMonth } from "../plan/words.ts";
import type { Span } from "../source/source-file.ts";
import type { Period } from "../time/time.ts";

/** Content of the document and of each annex: the scopes in which marks are counted. */
export const scopesOf = (document: PlanDocument): readonly (readonly Content[])[] => [
  document.content,
  ...document.annexes.map((annex) => annex.content),
];

/** Every list of contents below (and with) `content`, with the division that owns it. */
export function* levelsIn(
  content: readonly Content[],
  parent: Division | null = null,
): Generator<{ readonly content: readonly Content[]; readonly parent: Division | null }> {
  yield { content, parent };
  for (const item of content) if (item.kind === "division") yield* levelsIn(item.division.children, item.division);
}

/** Task tables below some content. */
export function* tablesIn(content: readonly Content[]): Generator<TaskTable> {
  for (const item of content) {
    if (item.kind === "task-table") yield item.table;
    else if (item.kind === "division") yield* tablesIn(item.division.children);
  }
}

/** All prose of some content, cells included, in order. */
export function* proseIn(content: readonly Content[]): Generator<Prose> {
  for (const item of content) {
    switch (item.kind) {
      case "paragraph":
        yield item.text;
        break;
      case "division":
        yield item.division.text;
        yield* proseIn(item.division.children);
        break;
      case "task-table":
        for (const row of item.table.rows)
          for (const cell of row.cells) for (const paragraph of cell.paragraphs) yield paragraph.text;
        break;
      case "grid":
        for (const row of [...item.grid.headRows, ...item.grid.rows]) for (const cell of row.cells) yield cell.text;
        break;
    }
  }
}

const proses = new WeakMap<PlanDocument, readonly Prose[]>();

/** All prose of a document, in the order of its parts; collected once for each document, as most rules ask for it. */
export function proseOf(document: PlanDocument): readonly Prose[] {
  let found = proses.get(document);
  if (found === undefined) {
    found = [...collectProse(document)];
    proses.set(document, found);
  }
  return found;
}

function* collectProse(document: PlanDocument): Generator<Prose> {
  yield document.title;
  for (const basis of document.legalBases) yield basis.text;
  yield* proseIn(document.opening);
  yield* proseIn(document.content);
  for (const note of document.notes) yield note.text;
  for (const recipient of document.recipients) yield recipient.text;
  for (const annex of document.annexes) {
    yield annex.title;
    yield* proseIn(annex.content);
    for (const note of annex.notes) yield note.text;
  }
}

/** The years the plan is for: typed or read from the title, otherwise the year of its date. Null when neither is known. */
export function yearsOf(document: PlanDocument): { readonly from: number; readonly to: number } | null {
  if (document.period) return document.period;
  const year = document.date?.year ?? null;
  return year === null ? null : { from: year, to: year };
}

export const periodOfYears = ({ from, to }: { readonly from: number; readonly to: number }): Period => ({
  start: { year: from, month: 1, day: 1 },
  end: { year: to, month: 12, day: daysInMonth(12, to) },
});

/** Issued by a Party body: its form is Hướng dẫn 05-HD/VPTW, which these rules do not speak of. */
export const isPartyDocument = (document: PlanDocument): boolean =>
  document.issuers.some(({ kind }) => kind === "party");

/** Under the older form: Thông tư 01/2011/TT-BNV, until 04/3/2020. */
export function isOlderForm(document: PlanDocument): boolean {
  if (document.form !== null) return document.form.includes("01-2011");
  const { year, month, day } = document.date ?? { year: null, month: null, day: null };
  if (year === null || year > 2020) return false;
  return year < 2020 || (month !== null && (month < 3 || (month === 3 && day !== null && day < 5)));
}

/** The text of the source at a span. */
export const sourceText = (plan: Plan, span: Span): string => plan.source.text.slice(span.start, span.end);

/** The place of `words` in the source, searched from the start of `within`; null when they are not there as typed. */
export function placeOf(plan: Plan, words: string, within: Span): Span | null {
  const at = plan.source.text.slice(within.start, within.end).indexOf(words);
  return at < 0 ? null : { start: within.start + at, end: within.start + at + words.length };
}

/** The marks at the end of a prose, without blanks after them, and where they stand. */
export function endMarks(plan: Plan, prose: Prose): { readonly marks: string; readonly span: Span } {
  const source = sourceText(plan, prose.span);
  const [tail] = /[\s;:,./…]*(?:\*{1,3})?\s*$/u.exec(source)!;
  const marks = tail.replace(/[\s*]/g, "");
  const end = prose.span.start + source.trimEnd().replace(/\*+$/, "").trimEnd().length;
  const start = prose.span.start + source.slice(0, source.length - tail.length).length;
  return { marks, span: { start: Math.min(start, end), end } };
}

/** The words of the source between the last point or semicolon (or line end) and a place: the clause that leads to it. */
export function clauseBefore(plan: Plan, { start }: Span): string {
  const before = plan.source.text.slice(Math.max(0, start - 400), start);
  return before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf(";"), before.lastIndexOf("\n")) + 1);
}
