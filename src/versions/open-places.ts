/** Places of the words that wait for something: blanks to be filled in, words of a template, tables without values. */
import type { Annex, Content, Grid, PlanDocument, Prose, TaskTable } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { fold } from "../plan/words.ts";
import { leftover } from "../rules/template-leftover.ts";
import { isOlderForm, proseIn, proseOf } from "../rules/walk.ts";
import type { Span } from "../source/source-file.ts";

export interface OpenPlace {
  readonly span: Span;
  /** The blank with the words around it. */
  readonly words: string;
}

/** One sign of a list that goes on (“báo, đài, …”) is no blank; dots in a row, and those beside a number, are. */
const dots = "(?:…[….]*|\\.{3,}|_{2,})";
const blanks = new RegExp(
  [
    "…[….]*…[….]*|\\.{4,}|_{3,}",
    `(?<![\\p{L}])(?:số|ngày|tháng|năm)\\s*:?\\s*${dots}`,
    `(?<!\\d)(?:19|20)\\d?${dots}`,
    `${dots}\\s*[/%]|/\\s*${dots}`,
    "(?<![\\p{L}])ngày\\s+/\\s*\\d{0,2}\\s*/|(?<![\\p{L}])số\\s+/(?=\\p{Lu})|(?<![\\p{L}])ngày\\s{2,}tháng",
  ].join("|"),
  "giu",
);

/** A form that others fill in. */
const isForm = (title: string): boolean => /^(?:bieu|mau|phieu|de cuong|danh muc bieu)(?![a-z])/.test(fold(title));

const around = (text: string, start: number, end: number): string => {
  const from = Math.max(0, start - 25);
  const to = Math.min(text.length, end + 25);
  const words = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${words}${to < text.length ? "…" : ""}`;
};

/** Blanks of the text, in the order of the file. Forms in annexes are for others to fill in; an electronic copy keeps the
 * room in “(Kèm theo …)” above its annexes. */
export function blanksOf(document: PlanDocument): readonly OpenPlace[] {
  const fills = document.copy === "paper" || isOlderForm(document);
  const lines = [document.attachedLine, ...(fills ? document.annexes.map((annex) => annex.attachedLine) : [])].filter(
    (line) => line !== null,
  );
  return placesIn([...proseOf(document), ...lines], formsIn(document), blanks);
}

/** Words of a template that nobody replaced. */
export const leftoversOf = (document: PlanDocument): readonly OpenPlace[] =>
  placesIn(proseOf(document), new Set(), leftover);

/** Finds nearer to each other than this are one place: number and date of one citation. */
const nearest = 20;

function placesIn(proses: readonly Prose[], except: ReadonlySet<Prose>, pattern: RegExp): readonly OpenPlace[] {
  const found: OpenPlace[] = [];
  for (const prose of proses) {
    if (except.has(prose)) continue;
    const places: { start: number; end: number }[] = [];
    for (const { index, 0: words } of prose.text.matchAll(pattern)) {
      const last = places.at(-1);
      if (last && index - last.end <= nearest) last.end = index + words.length;
      else places.push({ start: index, end: index + words.length });
    }
    for (const { start, end } of places) {
      found.push({ span: sourceSpan(prose, start, end), words: around(prose.text, start, end) });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** All prose of annexes and tables that are forms. */
function formsIn(document: PlanDocument): ReadonlySet<Prose> {
  const forms = new Set<Prose>();
  for (const annex of document.annexes) {
    if (isForm(annex.title.text)) for (const prose of proseIn(annex.content)) forms.add(prose);
  }
  for (const grid of gridsIn(document)) {
    if (grid.caption === null || !isForm(grid.caption.text)) continue;
    for (const prose of proseIn([{ kind: "grid", grid }])) forms.add(prose);
  }
  return forms;
}

const isFormAnnex = (annex: Annex): boolean => isForm(annex.title.text);

function* contentsIn(content: readonly Content[]): Generator<Content> {
  for (const item of content) {
    yield item;
    if (item.kind === "division") yield* contentsIn(item.division.children);
  }
}

const partsOf = (document: PlanDocument): readonly (readonly Content[])[] => [
  document.content,
  ...document.annexes.filter((annex) => !isFormAnnex(annex)).map((annex) => annex.content),
];

const gridsIn = (document: PlanDocument): readonly Grid[] =>
  partsOf(document).flatMap((part) =>
    [...contentsIn(part)].flatMap((item) => (item.kind === "grid" ? [item.grid] : [])),
  );

const tablesOf = (document: PlanDocument): readonly TaskTable[] =>
  partsOf(document).flatMap((part) =>
    [...contentsIn(part)].flatMap((item) => (item.kind === "task-table" ? [item.table] : [])),
  );

export const countTables = (document: PlanDocument): number => gridsIn(document).length + tablesOf(document).length;

/** Tables with no row or no value, and columns in which no row has one; columns for notes may be empty. */
export function emptyTables(document: PlanDocument): readonly OpenPlace[] {
  const found: OpenPlace[] = [];
  for (const { rows, span, caption } of gridsIn(document)) {
    if (caption !== null && isForm(caption.text)) continue;
    const cells = rows.flatMap((row) => row.cells);
    // The first column names what the others say.
    const values = cells.filter(({ column, colSpan }) => column + colSpan > 1);
    if ((values.length > 0 ? values : cells).some(({ text }) => text.text.trim() !== "")) continue;
    found.push({ span, words: `bảng${caption === null ? "" : ` “${caption.text}”`} chưa có số liệu` });
  }
  for (const { columns, rows, span } of tablesOf(document)) {
    const filled = rows.filter(({ kind }) => kind === "row");
    if (filled.length === 0) {
      found.push({ span, words: "bảng nhiệm vụ chưa có dòng nào" });
      continue;
    }
    for (const [index, { role, headings, span: place }] of columns.entries()) {
      if (role === "ordinal" || role === "note") continue;
      const has = filled.some(({ cells }) => cells[index]?.paragraphs.some(({ text }) => text.text.trim() !== ""));
      const name = headings.map(({ text }) => text.trim()).join(" – ");
      if (!has) found.push({ span: place, words: `cột “${name}” không có dòng nào ghi` });
    }
  }
  return found;
}
