/**
 * Looking things up: documents by number, agencies by name, both as of a date, and the nearest spelling of what was not
 * found. Pure; indexes are made once for each Registries value and kept with it.
 */
import { foldVietnamese } from "../../grammar/fold.ts";
import { mayBeIssuedBy } from "./own.ts";
import type { Abbreviation, Agency, Confidence, LegalDocument, Province, Registries } from "./registry.ts";

/** An index that is made when it is first asked, once for each Registries value: most runs need one or two of them. */
function indexed<T>(make: (registries: Registries) => T): (registries: Registries) => T {
  const made = new WeakMap<Registries, T>();
  return (registries) => {
    let index = made.get(registries);
    if (index === undefined) {
      index = make(registries);
      made.set(registries, index);
    }
    return index;
  };
}

const documentsById = indexed(({ documents }) => new Map(documents.map((document) => [document.id, document])));
const documentsByKey = indexed(({ documents }) => grouped(documents, (document) => [numberKey(document.number)]));
const agenciesById = indexed(({ agencies }) => new Map(agencies.map((agency) => [agency.id, agency])));
const agenciesByName = indexed(({ agencies }) =>
  grouped(agencies, (agency) => [agency.name, ...agency.short, ...agency.variants].map(foldVietnamese)),
);
const abbreviationsByShort = indexed(({ abbreviations }) => grouped(abbreviations, ({ short }) => [short]));

function grouped<T>(values: readonly T[], keysOf: (value: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of new Set(keysOf(value))) {
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  }
  return groups;
}

/** What "the same number" means: without case, diacritics, blanks, leading zeros and kinds of hyphen. */
export const numberKey = (number: string): string =>
  foldVietnamese(number)
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, "")
    .replace(/^0+(?=\d)/, "");

// ── Documents ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Every document with that number: 76/NQ-CP is one of 2013 and one of 2021. Empty when none is known. */
export const documentsByNumber = (registries: Registries, number: string): readonly LegalDocument[] =>
  documentsByKey(registries).get(numberKey(number)) ?? [];

export const documentById = (registries: Registries, id: string): LegalDocument | null =>
  documentsById(registries).get(id) ?? null;

/** What a citation says of a document. */
export interface CitedAs {
  readonly type: string | null;
  readonly number: string;
  /** ISO, or null when not written. */
  readonly date: string | null;
  /** As written; a document of the office's own list is not that of another body. */
  readonly issuer?: string | null;
}

/** The document that a citation means: its number, and its type and date where they are written, must agree. Null when
 * none does, or when several do. */
export function resolveDocument(registries: Registries, cited: CitedAs): LegalDocument | null {
  const candidates = documentsByNumber(registries, cited.number).filter(
    (document) =>
      (cited.type === null || isSameType(cited.type, document.type)) &&
      (cited.date === null || document.issued === null || cited.date === document.issued) &&
      mayBeIssuedBy(registries, document, cited.issuer ?? null),
  );
  return candidates.length === 1 ? candidates[0]! : null;
}

/** “Văn bản”, “các Nghị quyết” and “Bộ luật” for “Luật” are told apart from a wrong type. */
export function isSameType(written: string, known: string): boolean {
  const a = foldVietnamese(written).replace(/^cac /, "");
  const b = foldVietnamese(known);
  return a === b || a === "van ban" || `bo ${a}` === b || a.startsWith(`${b} `);
}

const citedByName = /^(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh)$/u;

/** Acts of the National Assembly and its Standing Committee are cited by name, without number and issuer. */
export const isCitedByName = ({ type }: LegalDocument): boolean => citedByName.test(type);

const lawsByTitle = indexed(({ documents }) =>
  grouped(
    documents.filter(isCitedByName).sort((a, b) => ((a.issued ?? "") < (b.issued ?? "") ? -1 : 1)),
    ({ title }) => [foldVietnamese(title)],
  ),
);

/** Law, code or ordinance by its name, “Luật Tổ chức chính quyền địa phương”: all that bear it, oldest first. */
export const lawsNamed = (registries: Registries, name: string): readonly LegalDocument[] =>
  lawsByTitle(registries).get(foldVietnamese(name)) ?? [];

/** In force on an ISO day: true, false, or null when the registry does not know. */
export function isInForce(document: LegalDocument, day: string): boolean | null {
  if (document.inForceTo !== null && day > document.inForceTo) return false;
  if (document.inForceFrom !== null && day < document.inForceFrom) return false;
  return document.inForceFrom === null ? null : true;
}

/** What replaced a document, followed to those that nothing replaced by `day` (or at all). */
export function replacementsOf(registries: Registries, document: LegalDocument, day: string | null): LegalDocument[] {
  const found: LegalDocument[] = [];
  const seen = new Set<string>([document.id]);
  const follow = (ids: readonly string[]): void => {
    for (const id of ids) {
      const next = documentById(registries, id);
      if (next === null || seen.has(id)) continue;
      seen.add(id);
      const isOver = day !== null && next.inForceTo !== null && next.inForceTo < day;
      if (isOver && next.replacedBy.length > 0) follow(next.replacedBy);
      else found.push(next);
    }
  };
  follow(document.replacedBy);
  return found;
}

// ── Agencies ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const agencyById = (registries: Registries, id: string): Agency | null =>
  agenciesById(registries).get(id) ?? null;

/** Every agency with that name, short form or variant; those alive on `day` first. */
export function agenciesNamed(registries: Registries, name: string, day: string | null = null): readonly Agency[] {
  const found = agenciesByName(registries).get(foldVietnamese(name)) ?? [];
  return day === null ? found : [...found].sort((a, b) => Number(isAlive(b, day)) - Number(isAlive(a, day)));
}

/** Exists on an ISO day; both ends of its life are included. */
export const isAlive = (
  body: { readonly validFrom: string | null; readonly validTo: string | null },
  day: string,
): boolean => (body.validFrom === null || body.validFrom <= day) && (body.validTo === null || day <= body.validTo);

/** Who took over from an agency, followed to those alive on `day`. Empty when no one is known to have. */
export function successorsOf(registries: Registries, agency: Agency, day: string): Agency[] {
  const found: Agency[] = [];
  const seen = new Set<string>([agency.id]);
  const follow = (ids: readonly string[]): void => {
    for (const id of ids) {
      const next = agencyById(registries, id);
      if (next === null || seen.has(id)) continue;
      seen.add(id);
      if (isAlive(next, day)) found.push(next);
      else follow(next.successors);
    }
  };
  follow(agency.successors);
  return found;
}

// ── Abbreviations and provinces ─────────────────────────────────────────────────────────────────────────────────────

/** The full words of an abbreviation; null when unknown or when it has more than one meaning. */
export function expansionOf(registries: Registries, short: string): Abbreviation | null {
  const found = abbreviationsByShort(registries).get(short) ?? [];
  return found.length === 1 && !found[0]!.ambiguous ? found[0]! : null;
}

const provincesByName = indexed(({ provinces }) =>
  grouped(provinces, (province) => [province.name, ...province.aliases].map(foldVietnamese)),
);

/** Provinces of a name or alias, in the order of the registry. */
export const provincesNamed = (registries: Registries, name: string): readonly Province[] =>
  provincesByName(registries).get(foldVietnamese(name).replace(/^(tinh|thanh pho|tp\.?) /, "")) ?? [];

/** The province of that name (or alias) that exists on `day`; with no day, the last one of the name. */
export function provinceOn(registries: Registries, name: string, day: string | null): Province | null {
  const found = provincesNamed(registries, name);
  return (day === null ? found.at(-1) : (found.find((province) => isAlive(province, day)) ?? null)) ?? null;
}

// ── Nearest spelling ────────────────────────────────────────────────────────────────────────────────────────────────

/** A finding at warning or above may rest on these only. */
export const isSure = (confidence: Confidence): boolean => confidence !== "C";

/** Edits (insert, delete, replace, swap of neighbours) between two words, or `limit` when there are as many or more. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
      if (best < least) least = best;
    }
    if (least >= limit) return limit;
    before = previous;
    previous = row;
  }
  return Math.min(limit, previous[b.length]!);
}

/** The candidate nearest to `word` once both are folded, if near enough to be meant; the first of equals, null if none. */
export function nearestName(word: string, candidates: Iterable<string>): string | null {
  const wanted = foldVietnamese(word);
  if (wanted === "") return null;
  let best: string | null = null;
  let limit = Math.max(1, Math.floor(wanted.length / 4)) + 1;
  for (const candidate of candidates) {
    const d = distance(wanted, foldVietnamese(candidate), limit);
    if (d < limit) {
      limit = d;
      best = candidate;
    }
  }
  return best;
}

/** “ Có phải “x”?” for the end of a message, or "". */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const found = nearestName(word, candidates);
  return found === null ? "" : ` Có phải “${found}”?`;
}

/** The known number nearest to one that is not known: `749/QD-TTG` → `749/QĐ-TTg`. Digits must agree, for another number
 * is another document. */
export function nearestNumber(registries: Registries, number: string): string | null {
  const digits = number.replace(/\D+/g, " ").trim();
  const same = registries.documents.filter((document) => document.number.replace(/\D+/g, " ").trim() === digits);
  return nearestName(
    number,
    same.map((document) => document.number),
  );
}
