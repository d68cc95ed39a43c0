/** What was recognised of a document against what a careful person says of it: sentences that name each difference. */
import { readFileSync } from "node:fs";
import { type Analysis, build } from "../../src/compile.ts";
import { emitterNamed } from "../../src/emit/index.ts";
import type { Content, Grid, PlanDocument, Prose, TaskTable } from "../../src/plan/plan.ts";
import { materials } from "../support/pipeline.ts";
import type { DocumentFacts, Facts, TableFacts } from "./facts.ts";

export const readFacts = (path: string): Facts => JSON.parse(readFileSync(path, "utf8")) as Facts;

/** The built document as text; throws when findings block it. */
export async function builtText(analysis: Analysis): Promise<string> {
  const built = await build(analysis, [emitterNamed("txt")!], materials);
  const bytes = built.value[0];
  if (!bytes) {
    const error = [...analysis.diagnostics, ...built.diagnostics].find(({ severity }) => severity === "error");
    throw new Error(`not built: ${error?.code} ${error?.message}`);
  }
  return new TextDecoder().decode(bytes);
}

/** Words without case and marks, as the facts and texts are compared. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFC")
    .replace(/\u00a0/g, " ")
    .replace(/\u00ad/g, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const same = (text: string): string => wordsOf(text).join(" ");
/** With marks; blanks and forced breaks of a line of its own do not count. */
const line = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .toLowerCase();

/** Words of the first text that the second has not, or not so often. */
export function missingWords(expected: string, actual: string): string[] {
  const rest = new Map<string, number>();
  for (const word of wordsOf(actual)) rest.set(word, (rest.get(word) ?? 0) + 1);
  return wordsOf(expected).filter((word) => {
    const count = rest.get(word) ?? 0;
    rest.set(word, count - 1);
    return count <= 0;
  });
}

/** How many words of `expected` stand in `text` in their order, as a part of all (longest common subsequence). */
export function recallInOrder(expected: string, text: string): number {
  const a = wordsOf(expected);
  const b = wordsOf(text);
  const places = new Map<string, number[]>();
  b.forEach((word, i) => {
    const known = places.get(word);
    if (known) known.push(i);
    else places.set(word, [i]);
  });
  // Hunt–Szymanski: the longest increasing row of places.
  const ends: number[] = [];
  for (const word of a) {
    const own = places.get(word) ?? [];
    for (let k = own.length - 1; k >= 0; k -= 1) {
      const place = own[k]!;
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ends[middle]! < place) low = middle + 1;
        else high = middle;
      }
      ends[low] = place;
    }
  }
  return a.length === 0 ? 1 : ends.length / a.length;
}

export const topics = ["documents", "head", "divisions", "tasks", "tables", "ending", "annexes", "joins"] as const;
export type Topic = (typeof topics)[number];
export type Differences = Readonly<Record<Topic, readonly string[]>>;

const show = (value: unknown): string => JSON.stringify(value) ?? "undefined";

/** Content in order, with that of divisions. */
const allContent = (content: readonly Content[]): Content[] =>
  content.flatMap((item) => (item.kind === "division" ? [item, ...allContent(item.division.children)] : [item]));

const contentOf = (document: PlanDocument): Content[] => [
  ...allContent(document.content),
  ...document.annexes.flatMap((annex) => allContent(annex.content)),
];

function numberOf({ number }: PlanDocument): string | null {
  if (!number) return null;
  const figure = number.number === null ? "…" : String(number.number).padStart(2, "0");
  return `${figure}${number.suffix ?? ""}${number.separator ?? "/"}${number.symbol}`;
}

function dateOf({ date }: PlanDocument): string | null {
  if (!date) return null;
  return [date.year, date.month, date.day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

// ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const headOfTasks = ({ columns }: TaskTable): string[] =>
  columns.map(({ headings }) => headings.map((prose: Prose) => prose.text).join(" > "));

/** The cells of the head above each column, from the top down. */
const headOfGrid = ({ columnCount, headRows }: Grid): string[] =>
  Array.from({ length: columnCount }, (_, column) =>
    headRows
      .filter(({ cells }) => !cells.every((cell) => /^\(?\d+\)?$/.test(cell.text.text)))
      .flatMap(({ cells }) => cells.filter((cell) => cell.column <= column && column < cell.column + cell.colSpan))
      .map((cell) => cell.text.text)
      .join(" > "),
  );

interface Table {
  readonly columns: number;
  readonly rows: number;
  readonly head: readonly string[];
}

function tablesOf(document: PlanDocument): Table[] {
  return contentOf(document).flatMap((item): Table[] => {
    if (item.kind === "task-table")
      return [{ columns: item.table.columns.length, rows: item.table.rows.length, head: headOfTasks(item.table) }];
    if (item.kind === "grid")
      return [{ columns: item.grid.columnCount, rows: item.grid.rows.length, head: headOfGrid(item.grid) }];
    return [];
  });
}

function tableDifferences(actual: readonly Table[], expected: readonly TableFacts[]): string[] {
  const size = ({ columns, rows }: Table | TableFacts): string => `${columns} × ${rows}`;
  const sizes = [actual.map(size), expected.map(size)].map(show);
  if (sizes[0] !== sizes[1]) return [`tables (columns × rows): ${sizes[0]}, expected ${sizes[1]}`];
  return expected.flatMap((table, i) => {
    const [ours, theirs] = [actual[i]!.head, table.head].map((head) => head.map(same));
    return show(ours) === show(theirs) ? [] : [`head of table ${i + 1}: ${show(ours)}, expected ${show(theirs)}`];
  });
}

// ── Divisions ───────────────────────────────────────────────────────────────────────────────────────────────────────

function divisionDifferences(document: PlanDocument, facts: DocumentFacts): string[] {
  const divisions = contentOf(document).flatMap((item) => (item.kind === "division" ? [item.division] : []));
  const isBullet = (kind: string): boolean => kind === "dash" || kind === "plus";
  const found: string[] = [];
  const bullets = divisions.filter(({ mark }) => isBullet(mark.kind)).length;
  if (bullets !== facts.bullets) found.push(`bullets: ${bullets}, expected ${facts.bullets}`);
  const lower = divisions.filter(({ mark }) => mark.kind === "plus").length;
  if (facts.lowerBullets !== undefined && lower !== facts.lowerBullets)
    found.push(`bullets below bullets: ${lower}, expected ${facts.lowerBullets}`);
  const ours = divisions
    .filter(({ mark }) => !isBullet(mark.kind))
    .map(({ mark, text }) => ({ mark: mark.typed.replace(/\s/g, ""), words: same(text.text) }));
  const theirs = facts.divisions.map(([mark, words]) => ({ mark: mark.replace(/\s/g, ""), words: same(words) }));
  for (let i = 0; i < Math.max(ours.length, theirs.length); i += 1) {
    const [one, other] = [ours[i], theirs[i]];
    if (one && other && one.mark === other.mark && one.words.startsWith(other.words)) continue;
    const spell = (division: typeof one): string =>
      division ? `“${division.mark} ${division.words.split(" ").slice(0, 8).join(" ")}”` : "none";
    found.push(
      `division ${i + 1} (${ours.length} found, ${theirs.length} expected): ${spell(one)}, expected ${spell(other)}`,
    );
    break;
  }
  return found;
}

// ── Tasks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function taskDifferences({ tasks }: PlanDocument, facts: DocumentFacts): string[] {
  const found: string[] = [];
  if (tasks.length !== facts.tasks.length)
    found.push(
      `tasks: ${tasks.length} (${show(tasks.map(({ title }) => title.slice(0, 30)))}), expected ${facts.tasks.length}`,
    );
  facts.tasks.forEach((expected, i) => {
    const task = tasks[i];
    if (!task) return;
    const name = `task ${i + 1}`;
    if (!line(task.title).startsWith(line(expected.title)))
      found.push(`title of ${name}: “${task.title}”, expected “${expected.title}”`);
    const lead = task.lead.map(({ text }) => same(text));
    if (show(lead) !== show(expected.lead.map(same)))
      found.push(`lead of ${name}: ${show(lead)}, expected ${show(expected.lead.map(same))}`);
    // Columns of beginning and end are one time.
    const words = (text: string): string =>
      same(text)
        .replace(/(?:^| )(?:từ|đến)(?= )/g, "")
        .trim();
    const times = task.times.map(({ time }) => time.before + time.words + time.after).join(" ");
    if (words(times) !== words(expected.time))
      found.push(`time of ${name}: ${show(words(times))}, expected ${show(words(expected.time))}`);
  });
  return found;
}

// ── Paragraphs ──────────────────────────────────────────────────────────────────────────────────────────────────────

const proseOf = ({ pieces }: Prose): string =>
  pieces
    .map((piece) => (piece.kind === "text" ? piece.text : piece.kind === "break" ? " " : ` ${piece.number} `))
    .join("");

/** Words of each paragraph, base, division and note, and of what may be printed in more lines than it was. */
function paragraphsOf({ plan }: Analysis): { whole: Set<string>; titles: string[] } {
  const whole = new Set<string>();
  const titles: string[] = [];
  const add = (text: string): void => {
    whole.add(same(text));
  };
  for (const document of plan.documents) {
    for (const { text } of [...document.legalBases, ...document.opening]) add(proseOf(text));
    for (const item of contentOf(document)) {
      if (item.kind === "paragraph") add(proseOf(item.text));
      if (item.kind === "division") add(`${item.division.mark.typed} ${proseOf(item.division.text)}`);
    }
    for (const { number, text } of [...document.notes, ...document.annexes.flatMap((annex) => annex.notes)])
      add(`${number} ${proseOf(text)}`);
    for (const prose of [
      document.title,
      document.attachedLine,
      ...document.annexes.flatMap((annex) => [annex.title, annex.attachedLine]),
    ])
      if (prose) titles.push(same(prose.text));
  }
  return { whole, titles };
}

const longLine = 12;

/** Paragraphs of the expected text that are none of the plan: broken in pieces, or grown together with others. */
export function brokenParagraphs(analysis: Analysis, expected: string): string[] {
  const { whole, titles } = paragraphsOf(analysis);
  return expected
    .split("\n")
    .filter((text) => !text.includes(" | ") && wordsOf(text).length >= longLine)
    .filter((text) => !whole.has(same(text)) && !titles.some((title) => title.includes(same(text))));
}

// ── Everything ──────────────────────────────────────────────────────────────────────────────────────────────────────

function documentDifferences(
  document: PlanDocument,
  facts: DocumentFacts,
): Record<Exclude<Topic, "documents" | "joins">, string[]> {
  const unlike = (name: string, actual: unknown, expected: unknown): string[] =>
    show(actual) === show(expected) ? [] : [`${name}: ${show(actual)}, expected ${show(expected)}`];
  const lower = (text: string | null | undefined): string | null => text?.toLowerCase() ?? null;
  const signatures = document.signatures.map(({ authority, titles, name }) => [
    ...authority.map(({ text }) => text),
    ...titles,
    name,
  ]);
  // What stands in another document's name has what that one has.
  const own = facts.number !== null;
  return {
    head: [
      ...unlike("kind", document.kind, facts.kind),
      ...(facts.issuers.length > 0
        ? unlike(
            "issuers",
            document.issuers.map(({ full }) => lower(full)),
            facts.issuers.map(lower),
          )
        : []),
      ...unlike("parent", lower(document.issuers[0]?.parent), lower(facts.parent)),
      ...(own ? unlike("number", numberOf(document), facts.number) : []),
      ...(own ? unlike("date", dateOf(document), facts.date) : []),
      ...(own ? unlike("place", lower(document.place), lower(facts.place)) : []),
      ...unlike("title", line(document.title.text), line(facts.title)),
      ...unlike("legal bases", document.legalBases.length, facts.legalBases),
    ],
    divisions: divisionDifferences(document, facts),
    tasks: taskDifferences(document, facts),
    tables: tableDifferences(tablesOf(document), facts.tables),
    ending: [
      ...unlike("recipients", document.recipients.length, facts.recipients),
      ...unlike(
        "signatures",
        signatures,
        facts.signatures.map(({ lines, name }) => [...lines, name]),
      ),
    ],
    annexes: unlike(
      "annexes",
      document.annexes.map(({ number, title }) => [number, line(title.text)]),
      facts.annexes.map(({ number, title }) => [number, line(title)]),
    ),
  };
}

export function differences({ plan }: Analysis, joins: number, facts: Facts): Differences {
  const found: Record<Topic, string[]> = {
    documents: [],
    head: [],
    divisions: [],
    tasks: [],
    tables: [],
    ending: [],
    annexes: [],
    joins: [],
  };
  const counts = [plan.documents.length, facts.documents.length] as const;
  if (counts[0] !== counts[1]) found.documents.push(`documents: ${counts[0]}, expected ${counts[1]}`);
  facts.documents.forEach((one, i) => {
    const document = plan.documents[i];
    if (!document) return;
    for (const [topic, list] of Object.entries(documentDifferences(document, one)))
      found[topic as Topic].push(
        ...list.map((line) => (facts.documents.length > 1 ? `document ${i + 1}, ${line}` : line)),
      );
  });
  if (joins !== facts.joins) found.joins.push(`joins: ${joins}, expected ${facts.joins}`);
  return found;
}
