/**
 * Looking through the registries as people do: by number or the beginning of one, by name, short form or symbol, by words of
 * a title, without diacritics and with a slip of the finger. Best first.
 */
import { foldVietnamese } from "../../grammar/fold.ts";
import type { Abbreviation, Agency, LegalDocument, Province, Registries } from "./registry.ts";
import { distance, isAlive, isInForce, numberKey } from "./search.ts";

export type Row =
  | { readonly kind: "agency"; readonly row: Agency }
  | { readonly kind: "document"; readonly row: LegalDocument }
  | { readonly kind: "abbreviation"; readonly row: Abbreviation }
  | { readonly kind: "province"; readonly row: Province };

export type RowKind = Row["kind"];

export interface Found {
  readonly rows: readonly Row[];
  /** How many were found before they were cut to `limit`. */
  readonly total: number;
  /** Found, but not alive or in force on the day asked for. */
  readonly past: number;
}

export interface FindOptions {
  readonly kind?: RowKind;
  /** ISO day on which what is found exists; what is not known to be over stays. */
  readonly on?: string | null;
  readonly limit?: number;
}

export function findRows(registries: Registries, query: string, options: FindOptions = {}): Found {
  const wanted = foldVietnamese(query);
  // “số” before a number says nothing; elsewhere “so” is a body (Sở).
  const tokens = wanted.split(/[\s,;]+/).filter((token) => token !== "" && !(token === "so" && /\d/.test(wanted)));
  if (tokens.length === 0) return { rows: [], total: 0, past: 0 };
  const scored = allRows(registries, options.kind)
    .map((one, place) => ({ one, place, score: scoreOf(one, query.trim(), wanted, tokens) }))
    .filter(({ score }) => score > 0);
  const on = options.on ?? null;
  // Beside a name that is hit, what only shares letters with the words is noise.
  const least = 0.6 * Math.max(0, ...scored.map(({ score }) => score));
  const near = scored.filter(({ score }) => score >= least);
  const living = on === null ? near : near.filter(({ one }) => existsOn(one, on));
  living.sort(
    (a, b) => b.score - a.score || lengthOf(a.one) - lengthOf(b.one) || newerFirst(a.one, b.one) || a.place - b.place,
  );
  return {
    rows: living.slice(0, options.limit ?? 20).map(({ one }) => one),
    total: living.length,
    past: near.length - living.length,
  };
}

export function allRows(registries: Registries, kind?: RowKind): Row[] {
  const rows: Row[] = [
    ...registries.agencies.map((row) => ({ kind: "agency", row }) as const),
    ...registries.documents.map((row) => ({ kind: "document", row }) as const),
    ...registries.abbreviations.map((row) => ({ kind: "abbreviation", row }) as const),
    ...registries.provinces.map((row) => ({ kind: "province", row }) as const),
  ];
  return kind === undefined ? rows : rows.filter((one) => one.kind === kind);
}

const existsOn = (one: Row, day: string): boolean =>
  one.kind === "document"
    ? isInForce(one.row, day) !== false && (one.row.issued === null || one.row.issued <= day)
    : one.kind === "abbreviation" || isAlive(one.row, day);

const lengthOf = (one: Row): number => (one.kind === "document" ? 0 : nameOf(one).length);
const issuedOf = (one: Row): string => (one.kind === "document" ? (one.row.issued ?? "") : "");
const newerFirst = (a: Row, b: Row): number => (issuedOf(a) < issuedOf(b) ? 1 : issuedOf(a) > issuedOf(b) ? -1 : 0);

const nameOf = (one: Exclude<Row, { kind: "document" }>): string =>
  one.kind === "abbreviation" ? one.row.short : one.row.name;

function scoreOf(one: Row, typed: string, wanted: string, tokens: readonly string[]): number {
  switch (one.kind) {
    case "agency": {
      const { name, short, variants, symbol, id } = one.row;
      if (typed === id || typed === symbol) return 97;
      return Math.max(
        named(name, 100, wanted, tokens),
        ...[...short, ...variants].map((w) => named(w, 96, wanted, tokens)),
      );
    }
    case "abbreviation":
      return typed === one.row.short
        ? 100
        : Math.max(named(one.row.short, 95, wanted, tokens), named(one.row.full, 90, wanted, tokens));
    case "province":
      return Math.max(
        named(one.row.name, 99, wanted, tokens),
        named(`${one.row.unit} ${one.row.name}`, 99, wanted, tokens),
        ...one.row.aliases.map((alias) => named(alias, 96, wanted, tokens)),
      );
    case "document":
      return cited(one.row, typed, wanted, tokens);
  }
}

/** How well words fit a name: the whole of it (`best`), its beginning, a part, its words in any order, almost its words. */
function named(name: string, best: number, wanted: string, tokens: readonly string[]): number {
  const folded = foldVietnamese(name);
  if (folded === wanted) return best;
  if (folded.startsWith(`${wanted} `)) return best - 12;
  if (` ${folded} `.includes(` ${wanted} `)) return best - 20;
  const words = folded.split(/[^\p{L}\d&]+/u);
  const free = without(words, tokens);
  const scores = tokens.map((token) => wordScore(token, words, free));
  return scores.includes(0) ? 0 : mean(scores) + share(scores, words);
}

const mean = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0) / scores.length;

/** The words that are left when each token takes one that is the same. */
function without(words: readonly string[], tokens: readonly string[]): readonly string[] {
  const left = [...words];
  for (const token of tokens) {
    const at = left.indexOf(token);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** Up to 10 for words that are most of what they stand in. */
const share = (scores: readonly number[], words: readonly string[]): number =>
  10 * Math.min(1, scores.length / Math.max(1, words.length));

/** A word among words: the same, the beginning of one, or with a slip in it one of those that no other word is. */
function wordScore(token: string, words: readonly string[], free: readonly string[]): number {
  if (words.includes(token)) return 60;
  if (token.length > 1 && words.some((word) => word.startsWith(token))) return 50;
  const limit = token.length >= 8 ? 3 : token.length >= 4 ? 2 : 1;
  return limit > 1 && free.some((word) => distance(token, word, limit) < limit) ? 30 : 0;
}

function cited(row: LegalDocument, typed: string, wanted: string, tokens: readonly string[]): number {
  const number = numberKey(row.number);
  if (number === numberKey(typed) || row.id === typed) return 100;
  if (row.symbol !== null && foldVietnamese(row.symbol) === wanted) return 55;
  const title = foldVietnamese(row.title);
  if (title === wanted || `${foldVietnamese(row.type)} ${title}` === wanted) return 95;
  const phrase = wanted.includes(" ") && title.includes(wanted) ? 20 : 0;
  const words = `${foldVietnamese(row.type)} ${title} ${foldVietnamese(row.issuer)} ${row.issued?.slice(0, 4) ?? ""}`
    .split(/[^\p{L}\d&]+/u)
    .filter((word) => word !== "");
  const free = without(words, tokens);
  const scores = tokens.map((token) => {
    if (/\d/.test(token)) {
      const key = numberKey(token);
      if (number === key) return 98;
      if (number.startsWith(`${key}/`) || number.startsWith(`${key}-`)) return 85;
    }
    return wordScore(token, words, free);
  });
  return scores.includes(0) ? 0 : mean(scores) + share(scores, words) + phrase;
}

/** The rows that a name, number or id means exactly; those alive on the day first. */
export function rowsOf(registries: Registries, words: string, on: string | null): readonly Row[] {
  const typed = words.trim();
  const wanted = foldVietnamese(typed);
  const number = numberKey(typed.replace(/^.*\s(?=\S*\d\S*[/-]\S+$)/u, ""));
  const rows = allRows(registries);
  const byId = rows.filter((one) => "id" in one.row && one.row.id === typed);
  if (byId.length > 0) return byId;
  const fits = rows.filter((one) =>
    one.kind === "document"
      ? numberKey(one.row.number) === number || namesOf(one).some((name) => foldVietnamese(name) === wanted)
      : namesOf(one).some((name) => foldVietnamese(name) === wanted),
  );
  if (on === null) return fits;
  return [...fits.filter((one) => existsOn(one, on)), ...fits.filter((one) => !existsOn(one, on))];
}

/** All that a row is called. */
function namesOf(one: Row): readonly string[] {
  switch (one.kind) {
    case "document":
      return one.row.title === "" ? [] : [one.row.title, `${one.row.type} ${one.row.title}`];
    case "agency":
      return [one.row.name, ...one.row.short, ...one.row.variants];
    case "abbreviation":
      return [one.row.short];
    case "province":
      return [one.row.name, `${one.row.unit} ${one.row.name}`, ...one.row.aliases];
  }
}
