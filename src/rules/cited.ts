/**
 * The citations of a document in their places, for the rules on citations: the prose around each, where its date and issuer
 * stand, which of them name one document, and which of them are what a basis rests on.
 *
 * One document is one number, one year and one office: offices of one kind number alike (12/QĐ-UBND is a decision of every
 * committee), so two citations are held to mean the same document only where all that is written agrees.
 */
import { citationsOf } from "../plan/facts.ts";
import { type IssuingBody, isSameOffice, issuingBody } from "../plan/issuing-body.ts";
import type { FoundCitation } from "../plan/mentions.ts";
import type { Citation, Content, PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { remember } from "../plan/remember.ts";
import { fold } from "../plan/words.ts";
import type { Registries } from "../registry/registry.ts";
import { numberKey } from "../registry/search.ts";
import type { Span } from "../source/source-file.ts";
import { repairedNumber } from "./symbols.ts";
import { proseOf } from "./walk.ts";

export type Place = "title" | "basis" | "opening" | "text" | "cell";

export interface Cited {
  readonly citation: Citation;
  readonly found: FoundCitation;
  readonly prose: Prose;
  readonly place: Place;
  /** The number as compared: a misspelt one counts as what it was meant to be. Null for a law by name. */
  readonly key: string | null;
  readonly body: IssuingBody | null;
  /** What its sentence, or its part of a list of bases, speaks of first: not a document named inside the title of another. */
  readonly isMain: boolean;
}

const keyOf = remember((number: string) => numberKey(repairedNumber(number)));

const known = new WeakMap<PlanDocument, readonly Cited[]>();

/** Every citation of a document with its place, in order; made once for each document. */
export function citedIn(document: PlanDocument, registries: Registries): readonly Cited[] {
  let cited = known.get(document);
  if (cited === undefined) {
    cited = [...collect(document, registries)];
    known.set(document, cited);
  }
  return cited;
}

function* collect(document: PlanDocument, registries: Registries): Generator<Cited> {
  const places = placesOf(document);
  const bySpan = new Map(
    document.citations.map((citation) => [`${citation.span.start}:${citation.span.end}`, citation]),
  );
  for (const prose of proseOf(document)) {
    let clause = 0;
    let isFirst = true;
    for (const found of citationsOf(prose.text, registries)) {
      const span = sourceSpan(prose, found.at.start, found.at.end);
      const citation = bySpan.get(`${span.start}:${span.end}`);
      if (citation === undefined) continue;
      // A semicolon begins the next document of a list.
      const semicolon = prose.text.lastIndexOf(";", found.at.start);
      if (semicolon >= clause) isFirst = true;
      clause = found.at.end;
      yield {
        citation,
        found,
        prose,
        place: places.get(prose) ?? "text",
        key: found.number === null ? null : keyOf(found.number),
        body: found.issuer === null ? null : issuingBody(found.issuer),
        isMain: isFirst,
      };
      isFirst = false;
    }
  }
}

function placesOf(document: PlanDocument): ReadonlyMap<Prose, Place> {
  const places = new Map<Prose, Place>([[document.title, "title"]]);
  for (const basis of document.legalBases) places.set(basis.text, "basis");
  for (const item of document.opening) places.set(item.text, "opening");
  const cells = (content: readonly Content[]): void => {
    for (const item of content) {
      if (item.kind === "division") cells(item.division.children);
      else if (item.kind === "grid") {
        for (const row of [...item.grid.headRows, ...item.grid.rows])
          for (const cell of row.cells) places.set(cell.text, "cell");
      } else if (item.kind === "task-table") {
        for (const row of item.table.rows)
          for (const cell of row.cells) for (const paragraph of cell.paragraphs) places.set(paragraph.text, "cell");
      }
    }
  };
  cells(document.content);
  for (const annex of document.annexes) {
    places.set(annex.title, "title");
    cells(annex.content);
  }
  return places;
}

const basisWord = /^(?:căn cứ|thực hiện|theo|xét)(?!\p{L})/iu;

/** Stands where the document says what it rests on: a basis of its own line, or an opening that begins as bases do. */
export const isGround = ({ place, prose }: Cited): boolean =>
  place === "basis" || (place === "opening" && basisWord.test(prose.text.trim()));

/** The source of a part of a citation's prose. */
export const spanIn = ({ prose }: Cited, at: { readonly start: number; readonly end: number }): Span =>
  sourceSpan(prose, at.start, at.end);

const yearOf = (key: string): string | null => /\/((?:19|20)\d\d)\//.exec(key)?.[1] ?? null;

/** The year of a cited document: of its number, otherwise of its date. */
export const citedYear = ({ key, citation }: Cited): string | null =>
  (key === null ? null : yearOf(key)) ?? citation.date?.slice(0, 4) ?? null;

/** Symbols that many bodies bear: the number says little without the body. */
const shared =
  /[-/](?:(?:ct)?ubnd|hdnd|vp[a-z]*|[a-z]*mttq[a-z]*|du|tu|hu|qu|txu|thu|bcd[a-z]*|s[a-z]+|p[a-z]+)(?:-[a-z]+)?$/u;
export const isSharedSymbol = (key: string): boolean => shared.test(key);

/** Two citations of one document, as far as is written: same number, same year, same office. */
export function isSameDocument(a: Cited, b: Cited): boolean {
  if (a.key === null || a.key !== b.key) return false;
  if (a.citation.resolved !== null && b.citation.resolved !== null) return a.citation.resolved === b.citation.resolved;
  const years = [citedYear(a), citedYear(b)];
  if (years[0] !== null && years[1] !== null && years[0] !== years[1]) return false;
  return a.body === null || b.body === null || isSameOffice(a.body, b.body);
}

/** Words, folded, with blanks around: for finding runs of words. */
export const foldedWords = (text: string): readonly string[] => fold(text).match(/[\p{L}\d]+/gu) ?? [];

/** True when `count` words in a row of `title` stand in `text`. Fewer than eight are common phrases. */
export function sharesWords(title: string, text: string, count = 8): boolean {
  const words = foldedWords(title);
  const around = ` ${foldedWords(text).join(" ")} `;
  for (let at = 0; at + count <= words.length; at += 1) {
    if (around.includes(` ${words.slice(at, at + count).join(" ")} `)) return true;
  }
  return false;
}

/** What stands after a citation up to the end of its clause: the link and the title. */
export function wordsAfter({ prose, found }: Cited): string {
  const rest = prose.text.slice(found.at.end, found.at.end + 400);
  return /^[^;]*/u.exec(rest)![0];
}
