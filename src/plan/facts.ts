/**
 * Facts found in the words of a document: citations, bodies, times, references, abbreviations defined in passing. Read
 * from the finished prose, so that inserted values and joined lines count as what they say.
 */
import type { LegalDocument, Registries } from "../registry/registry.ts";
import { isInForce, resolveDocument } from "../registry/search.ts";
import type { Span } from "../source/source-file.ts";
import type { Binder } from "./binder.ts";
import { isCitedByName, nameOf } from "./citation-text.ts";
import { issuingBody } from "./issuing-body.ts";
import { type FoundCitation, findCitations } from "./mentions.ts";
import { mentionsIn } from "./owners.ts";
import type { AgencyMention, Citation, Content, Division, PlanDocument, Prose, TimeMention } from "./plan.ts";
import { sourceSpan } from "./prose.ts";
import { remember } from "./remember.ts";
import { timesInProse } from "./times.ts";
import { fold } from "./words.ts";

/** The registry's document that a citation is, or null: type, number and date must agree as far as they are written, and
 * only one document may answer. A law cited by name alone is the one in force on `asOf` when laws share the name. */
export function resolveCitation(citation: FoundCitation, registries: Registries, asOf: string | null): string | null {
  if (citation.number !== null) {
    const { type, number, date, issuer } = citation;
    const found = resolveDocument(registries, { type, number, date, issuer });
    return found !== null && isOfBody(found, citation, registries) ? found.id : null;
  }
  const words = fold(citation.name ?? citation.text);
  const named = lawsOf(registries).filter(({ name }) => words === name || words.startsWith(`${name} `));
  const longest = Math.max(0, ...named.map(({ name }) => name.length));
  let best = named
    .filter(({ name }) => name.length === longest)
    .map(({ law }) => law)
    .filter((law) => citation.date === null || law.issued === citation.date);
  if (best.length > 1 && asOf !== null) best = best.filter((law) => isInForce(law, asOf) === true);
  return best.length === 1 ? best[0]!.id : null;
}

/** Committees and councils number alike: there the document is the one of the body that is named, or of that very day. */
function isOfBody(document: LegalDocument, { issuer, date }: FoundCitation, registries: Registries): boolean {
  if (!/[-/](?:CT)?(?:UBND|HĐND|TU|HU|QU|ĐU|TXU|ThU)$/u.test(document.number)) return true;
  // For the office's own documents the issuer has been weighed: in its plans “UBND xã” is the office itself.
  if (registries.own?.documents.has(document.id)) return true;
  if (issuer === null) return date !== null;
  const [known, written] = [issuingBody(document.issuer).office, issuingBody(issuer).office];
  return known === written || written.startsWith(`${known} `);
}

interface NamedLaw {
  readonly title: string;
  /** Folded. */
  readonly name: string;
  readonly law: LegalDocument;
}

const lawNames = new WeakMap<Registries, readonly NamedLaw[]>();

const citationReaders = new WeakMap<Registries, (text: string) => readonly FoundCitation[]>();

/** Citations in a text, laws cited by a name of the registry among them. */
export function citationsOf(text: string, registries: Registries): readonly FoundCitation[] {
  let read = citationReaders.get(registries);
  if (read === undefined) {
    const names = lawsOf(registries).map(({ title }) => title);
    read = remember((words) => findCitations(words, names));
    citationReaders.set(registries, read);
  }
  return read(text);
}

/** Laws with their names, made once for each Registries value. */
function lawsOf(registries: Registries): readonly NamedLaw[] {
  let laws = lawNames.get(registries);
  if (laws === undefined) {
    laws = registries.documents
      .filter(isCitedByName)
      .map((law) => ({ title: nameOf(law), name: fold(nameOf(law)), law }));
    lawNames.set(registries, laws);
  }
  return laws;
}

/** A prose of the document and what is known of its place. */
export interface PlacedProse {
  readonly prose: Prose;
  readonly inBasis: boolean;
  /** Divisions around it, outermost first. */
  readonly enclosing: readonly Division[];
}

/** All prose of some content, in order. */
export function* proseOf(content: readonly Content[], enclosing: readonly Division[] = []): Generator<PlacedProse> {
  const placed = (prose: Prose): PlacedProse => ({ prose, inBasis: false, enclosing });
  for (const item of content) {
    switch (item.kind) {
      case "paragraph":
        yield placed(item.text);
        break;
      case "division": {
        const inside = [...enclosing, item.division];
        yield { prose: item.division.text, inBasis: false, enclosing: inside };
        yield* proseOf(item.division.children, inside);
        break;
      }
      case "task-table":
        for (const row of item.table.rows) {
          for (const cell of row.cells) for (const paragraph of cell.paragraphs) yield placed(paragraph.text);
        }
        break;
      case "grid":
        if (item.grid.caption) yield placed(item.grid.caption);
        for (const row of [...item.grid.headRows, ...item.grid.rows])
          for (const cell of row.cells) yield placed(cell.text);
        break;
    }
  }
}

/** Citations of a prose, in order. */
export function citationsIn({ prose, inBasis }: PlacedProse, registries: Registries, asOf: string | null): Citation[] {
  return citationsOf(prose.text, registries).map((found) => ({
    text: found.text,
    type: found.type,
    number: found.number,
    date: found.date,
    issuer: found.issuer,
    resolved: resolveCitation(found, registries, asOf),
    inBasis,
    span: sourceSpan(prose, found.at.start, found.at.end),
    numberSpan: found.numberAt ? sourceSpan(prose, found.numberAt.start, found.numberAt.end) : null,
  }));
}

export interface Facts {
  readonly citations: readonly Citation[];
  readonly agencies: readonly AgencyMention[];
  readonly times: readonly TimeMention[];
  readonly abbreviations: PlanDocument["abbreviations"];
}

const bySpan = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span.start - b.span.start || a.span.end - b.span.end;

/** The facts of all prose of a document. Owners, the heads of duties and field times, read before, join the list in their
 * place. */
export function factsOf(proses: readonly PlacedProse[], duties: readonly AgencyMention[], binder: Binder): Facts {
  const { registries, header } = binder;
  const read = unique([...binder.owners, ...duties]);
  const citations = proses.flatMap((placed) => citationsIn(placed, registries, header.asOf));
  const found = proses.flatMap(({ prose }) => mentionsIn(prose, binder.agencies));
  // A label's value is a part of its line: what was read there as owners is not read twice.
  const isOwned = (mention: AgencyMention): boolean =>
    read.some((one) => one.span.start <= mention.span.start && mention.span.end <= one.span.end);
  // “Theo đề nghị của …” is an event in a task, but a basis here.
  const times = proses.flatMap(({ prose, inBasis }) =>
    timesInProse(prose).filter(({ time }) => !inBasis || time.kind === "context"),
  );
  const fields = [...binder.timeProses].map((prose) => prose.span);
  const inField = (time: TimeMention): boolean =>
    fields.some((field) => field.start <= time.span.start && time.span.end <= field.end);
  return {
    citations,
    agencies: [...read, ...found.filter((mention) => !isOwned(mention))].sort(bySpan),
    times: [...binder.fieldTimes, ...times.filter((time) => !inField(time))].sort(bySpan),
    abbreviations: withInline(header.abbreviations, proses, registries),
  };
}

/** Each mention once. */
function unique(mentions: readonly AgencyMention[]): AgencyMention[] {
  const seen = new Set<string>();
  return mentions.filter(({ span, text }) => {
    const key = `${span.start}:${span.end}:${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const announced =
  /\(\s*(?:sau đây\s+)?(?:được\s+)?(?:gọi tắt|viết tắt|gọi chung)\s+là\s*[:“"]?\s*([^()”"]{1,40}?)[”"]?\s*\)/giu;
/** One word in capitals, or two for an index: (PAR INDEX). */
const inParentheses = /\(\s*([A-ZĐƯÔƠÂĂÊ][A-ZĐƯÔƠÂĂÊ0-9&.-]{1,14}(?: INDEX)?)\s*\)/gu;

/** Abbreviations declared in the header, and those defined in running text: “cải cách hành chính (CCHC)”. */
function withInline(
  declared: PlanDocument["abbreviations"],
  proses: readonly PlacedProse[],
  registries: Registries,
): PlanDocument["abbreviations"] {
  const found = [...declared];
  const add = (short: string, full: string | null, span: Span): void => {
    if (full !== null && !found.some((one) => one.short === short)) found.push({ short, full, span });
  };
  for (const { prose } of proses) {
    const matches = [...prose.text.matchAll(announced), ...prose.text.matchAll(inParentheses)].sort(
      (a, b) => a.index - b.index,
    );
    for (const match of matches) {
      const short = match[1]!.trim();
      const start = match.index + match[0].indexOf(match[1]!);
      const before = prose.text.slice(0, match.index).trimEnd();
      const isAnnounced = match[0].includes(" là");
      const full =
        spelledBefore(short, before) ??
        knownFull(short, before, registries) ??
        indexBefore(before) ??
        (isAnnounced ? clauseBefore(before) : null);
      add(short, full, sourceSpan(prose, start, start + match[1]!.length));
    }
  }
  return found;
}

/** The words before whose first letters are the abbreviation: “thủ tục hành chính” for TTHC. */
function spelledBefore(short: string, before: string): string | null {
  const letters = fold(short).replace(/[^a-z]/g, "");
  if (letters.length < 2) return null;
  const words = [...before.matchAll(/[\p{L}\d]+/gu)];
  let from = words.length;
  let left = letters.length;
  // Short words such as “và” may have no letter in the abbreviation.
  let skipped = 0;
  while (left > 0 && from > 0) {
    from -= 1;
    const word = fold(words[from]![0]);
    if (word.startsWith(letters[left - 1]!)) left -= 1;
    else if (["va", "cua", "ve", "cac"].includes(word) && skipped < 2) skipped += 1;
    else return null;
  }
  if (left > 0) return null;
  const full = before.slice(words[from]!.index);
  // A sentence does not end inside a name.
  return /[.;:]\s/.test(full) ? null : full;
}

/** The registry knows the abbreviation, and the words before end as its meaning does. */
function knownFull(short: string, before: string, registries: Registries): string | null {
  const words = fold(before);
  const known = registries.abbreviations.find((one) => one.short === short && words.endsWith(fold(one.full)));
  return known ? before.slice(-known.full.length) : null;
}

/** “Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)”: an index is named from the word Chỉ số on. */
function indexBefore(before: string): string | null {
  const found = /(?:bộ\s+)?chỉ số(?![\p{L}])(?!.*(?<![\p{L}])chỉ số(?![\p{L}]))[^.;:()“”"]*$/iu.exec(before);
  return found ? found[0].trim() : null;
}

/** The last clause before an announced short name, up to its punctuation. */
function clauseBefore(before: string): string | null {
  const clause = /([^.;:,()“”"]+)[”"]?\s*$/u.exec(before)?.[1]?.trim() ?? "";
  return clause === "" ? null : clause;
}
