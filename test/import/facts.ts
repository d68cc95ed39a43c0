/** What a person says that a foreign document holds, and how an import differs from it. */
import { readFileSync } from "node:fs";
import { type Analysis, build } from "../../src/compile.ts";
import { emitterNamed } from "../../src/emit/index.ts";
import type { Content, PlanDocument } from "../../src/plan/plan.ts";
import { materials } from "../support/pipeline.ts";

export interface DocumentFacts {
  readonly kind: string;
  readonly issuers: readonly string[];
  readonly parent: string | null;
  /** As the source has it: `12/KH-UBND`, `…/KH-UBND`; null when it says none. */
  readonly number: string | null;
  /** ISO, as far as it is said; null when it is not. */
  readonly date: string | null;
  readonly place: string | null;
  readonly title: string;
  readonly legalBases: number;
  /** Marks and the first words of the text behind them, in order; annexes included. */
  readonly divisions: readonly (readonly [mark: string, words: string])[];
  readonly bullets: number;
  readonly tasks?: readonly { readonly title: string }[];
  readonly tables?: readonly { readonly columns: number; readonly rows: number }[];
  readonly recipients: number;
  readonly signatures?: readonly { readonly lines: readonly string[]; readonly name: string | null }[];
  readonly annexes?: readonly { readonly number: string | null; readonly title: string }[];
}

export interface FileFacts {
  readonly documents: readonly DocumentFacts[];
  /** Paragraphs that page ends had cut, without those in tables. */
  readonly joins?: number;
}

export const readFacts = (path: string): FileFacts => JSON.parse(readFileSync(path, "utf8")) as FileFacts;

/** Words as they are counted: letters and figures, small. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize("NFC")
    .replaceAll("\u00a0", " ")
    .replaceAll("\u00ad", "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const start = (text: string): string => wordsIn(text).slice(0, 6).join(" ");
const alike = (a: string, b: string): boolean => start(a).startsWith(start(b)) || start(b).startsWith(start(a));

const divisionsIn = (content: readonly Content[]): Extract<Content, { kind: "division" }>["division"][] =>
  content.flatMap((item) => (item.kind === "division" ? [item.division, ...divisionsIn(item.division.children)] : []));

const tablesIn = (content: readonly Content[]): string[] =>
  content.flatMap((item): string[] => {
    switch (item.kind) {
      case "task-table":
        return [`${item.table.columns.length}×${item.table.rows.length}`];
      case "grid":
        return [`${item.grid.columnCount}×${item.grid.rows.length}`];
      case "division":
        return tablesIn(item.division.children);
      default:
        return [];
    }
  });

/** The facts of a document as an import has them, written so that they can be compared with what a person says. */
function found(document: PlanDocument): Record<string, unknown> {
  const contents = [document.content, ...document.annexes.map((annex) => annex.content)].flat();
  const divisions = divisionsIn(contents);
  const isBullet = (kind: string): boolean => kind === "dash" || kind === "plus";
  const { number, date } = document;
  const two = (n: number): string => String(n).padStart(2, "0");
  return {
    kind: document.kind,
    issuers: document.issuers.map((issuer) => issuer.full.toLowerCase()),
    parent: document.issuers[0]?.parent?.toLowerCase() ?? null,
    number: number
      ? `${number.number === null ? "…" : two(number.number)}${number.suffix ?? ""}${number.separator ?? "/"}${number.symbol}`
      : null,
    date: date
      ? [date.year, date.month, date.day].flatMap((part) => (part === null ? [] : [two(part)])).join("-")
      : null,
    place: document.place?.toLowerCase() ?? null,
    title: wordsIn(document.title.text).join(" "),
    legalBases: document.legalBases.length,
    marks: divisions.filter(({ mark }) => !isBullet(mark.kind)).map(({ mark }) => mark.typed.replace(/\s/g, "")),
    bullets: divisions.filter(({ mark }) => isBullet(mark.kind)).length,
    tasks: document.tasks.length,
    tables: tablesIn(contents),
    recipients: document.recipients.length,
    signatures: document.signatures.map((one) => [...one.authority.map(({ text }) => text), ...one.titles, one.name]),
    annexes: document.annexes.map((annex) => [annex.number, wordsIn(annex.title.text).join(" ")]),
  };
}

/** What a person says, in the same form; null for what is not said. */
const said = (facts: DocumentFacts, index: number): Record<string, unknown> => ({
  kind: facts.kind,
  issuers: facts.issuers.length === 0 ? null : facts.issuers.map((name) => name.toLowerCase()),
  parent: index > 0 ? null : (facts.parent?.toLowerCase() ?? null),
  number: facts.number?.replace(/^(\d)(?=\D)/, "0$1") ?? null,
  date: facts.date,
  place: facts.place?.toLowerCase() ?? null,
  title: wordsIn(facts.title).join(" "),
  legalBases: facts.legalBases,
  marks: facts.divisions.map(([mark]) => mark.replace(/\s/g, "")),
  bullets: facts.bullets,
  tasks: facts.tasks?.length ?? null,
  tables: (facts.tables ?? []).map(({ columns, rows }) => `${columns}×${rows}`),
  recipients: facts.recipients,
  signatures: (facts.signatures ?? []).map(({ lines, name }) => [...lines, name]),
  annexes: (facts.annexes ?? []).map(({ number, title }) => [number, wordsIn(title).join(" ")]),
});

/** Differences between what a person says and what was imported, as sentences. */
export function differences(facts: FileFacts, analysis: Analysis, joins: number): string[] {
  const result: string[] = [];
  const { documents } = analysis.plan;
  if (documents.length !== facts.documents.length)
    result.push(`${documents.length} documents instead of ${facts.documents.length}`);
  facts.documents.forEach((wanted, index) => {
    const document = documents[index];
    if (!document) return;
    const is = found(document);
    for (const [name, value] of Object.entries(said(wanted, index)))
      if (value !== null && JSON.stringify(is[name]) !== JSON.stringify(value))
        result.push(`${name}: ${JSON.stringify(is[name])} instead of ${JSON.stringify(value)}`);
    const contents = [document.content, ...document.annexes.map((annex) => annex.content)].flat();
    const texts = divisionsIn(contents).filter(({ mark }) => mark.kind !== "dash" && mark.kind !== "plus");
    wanted.divisions.forEach(([mark, words], i) => {
      const text = texts[i]?.text.text;
      if (text !== undefined && !alike(text, words))
        result.push(`${mark} begins “${start(text)}” instead of “${words}”`);
    });
    wanted.tasks?.forEach(({ title }, i) => {
      const own = document.tasks[i]?.title;
      if (own !== undefined && !alike(own, title)) result.push(`task ${i}: “${start(own)}” instead of “${title}”`);
    });
  });
  if (facts.joins !== undefined && joins !== facts.joins) result.push(`${joins} joins instead of ${facts.joins}`);
  return result;
}

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

/** Words of `expected` that `text` does not have, each as often as it is missing. */
export function missingWords(expected: string, text: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsIn(expected).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

/** How many words of `expected` stand in `text` in their order, as a part of all (longest common subsequence). */
export function recallInOrder(expected: string, text: string): number {
  const a = wordsIn(expected);
  const b = wordsIn(text);
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
