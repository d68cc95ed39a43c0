/**
 * Registry files (YAML) → Registries. Every field is checked here; a broken entry is reported and left out, so that what
 * follows may trust its types. `templates/registries/*.schema.json` say the same for editors.
 */
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import { emptySpan, type SourceFile, type Span } from "../source/source-file.ts";
import { parseYaml, type YamlEntry, type YamlNode } from "../source/yaml.ts";
import {
  badValue,
  brokenLink,
  endsBeforeStart,
  missingField,
  registryShape,
  repeatedId,
  unknownRegistryKey,
} from "./errors.ts";
import type {
  Abbreviation,
  AbbreviationDomain,
  Agency,
  AgencyKind,
  Confidence,
  DocumentStatus,
  LegalDocument,
  Province,
  Registries,
} from "./registry.ts";
import { didYouMean } from "./search.ts";

/** The files of the registries, or of a user's additions to them. */
export interface RegistryFiles {
  readonly agencies: SourceFile;
  readonly documents: SourceFile;
  readonly abbreviations: SourceFile;
  readonly provinces: SourceFile;
}

/** One entry while it is read. A failed field makes the whole entry unusable; all its mistakes are still reported. */
interface Reader {
  text(key: string): string;
  optionalText(key: string): string | null;
  list(key: string): readonly string[];
  date(key: string): string | null;
  flag(key: string): boolean;
  /** A number of days; 0 where it is not given. */
  days(key: string): number;
  present(key: string): boolean;
  oneOf<T extends string>(key: string, choices: readonly T[], otherwise?: T): T;
  span(key: string): Span;
  readonly failed: boolean;
}

const isDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};

const written = (node: YamlNode): string =>
  node.kind === "scalar" ? String(node.value) : node.kind === "list" ? "[…]" : "{…}";

function readEntries<T>(
  source: SourceFile,
  key: string,
  known: readonly string[],
  make: (reader: Reader) => T,
  diagnostics: Diagnostic[],
): { readonly value: T; readonly reader: Reader }[] {
  const parsed = parseYaml(source);
  diagnostics.push(...parsed.diagnostics);
  if (parsed.value === null) return [];
  const root = parsed.value;
  const list = root.kind === "map" ? root.entries.find((entry) => entry.key === key)?.value : undefined;
  if (list?.kind !== "list") {
    diagnostics.push(registryShape(list?.span ?? emptySpan(0), { key }));
    return [];
  }
  const result: { value: T; reader: Reader }[] = [];
  for (const [place, item] of list.items.entries()) {
    if (item.kind !== "map") {
      diagnostics.push(badValue(item.span, { key, value: written(item), expected: "một mục có các trường" }));
      continue;
    }
    const fields = new Map<string, YamlEntry>(item.entries.map((entry) => [entry.key, entry]));
    for (const entry of item.entries) {
      if (!known.includes(entry.key)) {
        const suggestion = didYouMean(entry.key, known);
        diagnostics.push(unknownRegistryKey(entry.keySpan, { key: entry.key, suggestion }));
      }
    }
    const reader = entryReader(fields, item.span, place + 1, diagnostics);
    const value = make(reader);
    if (!reader.failed) result.push({ value, reader });
  }
  return result;
}

function entryReader(
  fields: ReadonlyMap<string, YamlEntry>,
  whole: Span,
  place: number,
  diagnostics: Diagnostic[],
): Reader {
  let failed = false;
  const fail = (diagnostic: Diagnostic): void => {
    failed = true;
    diagnostics.push(diagnostic);
  };
  const wrong = (key: string, node: YamlNode, expected: string): void =>
    fail(badValue(node.span, { key, value: written(node), expected }));
  const present = (key: string): YamlNode | null => {
    const node = fields.get(key)?.value;
    return node === undefined || (node.kind === "scalar" && node.value === null) ? null : node;
  };
  const optionalText = (key: string): string | null => {
    const node = present(key);
    if (node === null) return null;
    if (node.kind !== "scalar" || typeof node.value === "boolean" || node.value === "") {
      wrong(key, node, "chữ");
      return null;
    }
    // NFC is the compiler's one form of Vietnamese; YAML escapes could still smuggle in another.
    return String(node.value).normalize("NFC");
  };
  const missing = (key: string): string => {
    fail(missingField({ start: whole.start, end: Math.min(whole.end, whole.start + 1) }, { place, key }));
    return "";
  };
  return {
    text: (key) => (present(key) === null ? missing(key) : (optionalText(key) ?? "")),
    optionalText,
    list(key) {
      const node = present(key);
      if (node === null) return [];
      if (node.kind !== "list" || node.items.some((item) => item.kind !== "scalar" || item.value === null)) {
        wrong(key, node, "danh sách chữ");
        return [];
      }
      return node.items.map((item) => (item.kind === "scalar" ? String(item.value).normalize("NFC") : ""));
    },
    date(key) {
      const node = present(key);
      if (node === null) return null;
      if (node.kind === "scalar" && typeof node.value === "string" && isDate(node.value)) return node.value;
      wrong(key, node, "ngày dạng năm-tháng-ngày");
      return null;
    },
    flag(key) {
      const node = present(key);
      if (node === null) return false;
      if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
      wrong(key, node, "true hoặc false");
      return false;
    },
    days(key) {
      const node = present(key);
      if (node === null) return 0;
      if (node.kind === "scalar" && typeof node.value === "number" && Number.isInteger(node.value) && node.value >= 0)
        return node.value;
      wrong(key, node, "số ngày");
      return 0;
    },
    present: (key) => present(key) !== null,
    oneOf(key, choices, otherwise) {
      const node = present(key);
      if (node === null) {
        if (otherwise === undefined) missing(key);
        return otherwise ?? choices[0]!;
      }
      const found = node.kind === "scalar" ? choices.find((choice) => choice === node.value) : undefined;
      if (found === undefined) wrong(key, node, `một trong: ${choices.join(", ")}`);
      return found ?? choices[0]!;
    },
    span: (key) => fields.get(key)?.value.span ?? whole,
    get failed() {
      return failed;
    },
  };
}

const confidences: readonly Confidence[] = ["A", "B", "C"];
const kinds: readonly AgencyKind[] = ["state", "party", "front", "vertical", "other", "mixed"];
const statuses: readonly DocumentStatus[] = ["expired", "partly-expired", "superseded", "completed"];
const domains: readonly AbbreviationDomain[] = [
  "reform",
  "technology",
  "index",
  "body",
  "party",
  "staff",
  "law",
  "economy",
  "finance",
  "society",
  "programme",
  "document",
  "signature",
  "recipient",
  "place",
];
const levels: readonly Agency["level"][] = ["central", "province", "district", "commune", "hamlet", "set", "other"];

export const agencyKeys = [
  "id",
  "name",
  "short",
  "variants",
  "misspellings",
  "symbol",
  "symbols",
  "kind",
  "units",
  "level",
  "parent",
  "validFrom",
  "validTo",
  "graceDays",
  "predecessors",
  "successors",
  "act",
  "confidence",
  "source",
] as const satisfies readonly (keyof Agency)[];

export const documentKeys = [
  "id",
  "type",
  "number",
  "symbol",
  "issued",
  "issuer",
  "title",
  "inForceFrom",
  "inForceTo",
  "status",
  "replacedBy",
  "amendedBy",
  "confidence",
  "issuedConfidence",
  "inForceConfidence",
  "relationsConfidence",
  "source",
] as const satisfies readonly (keyof LegalDocument)[];

export const abbreviationKeys = [
  "short",
  "full",
  "variants",
  "domain",
  "ambiguous",
  "confidence",
  "source",
] as const satisfies readonly (keyof Abbreviation)[];

export const provinceKeys = [
  "code",
  "name",
  "unit",
  "aliases",
  "validFrom",
  "validTo",
  "successor",
  "centre",
  "act",
  "confidence",
  "centreConfidence",
  "source",
] as const satisfies readonly (keyof Province)[];

const agency = (r: Reader): Agency => ({
  id: r.text("id"),
  name: r.text("name"),
  short: r.list("short"),
  variants: r.list("variants"),
  misspellings: r.list("misspellings"),
  symbol: r.optionalText("symbol"),
  symbols: r.list("symbols"),
  kind: r.oneOf("kind", kinds, "state"),
  units: r.list("units"),
  level: r.oneOf("level", levels),
  parent: r.optionalText("parent"),
  validFrom: r.date("validFrom"),
  validTo: r.date("validTo"),
  graceDays: r.days("graceDays"),
  predecessors: r.list("predecessors"),
  successors: r.list("successors"),
  act: r.optionalText("act"),
  confidence: r.oneOf("confidence", confidences),
  source: r.text("source"),
});

function legalDocument(r: Reader): LegalDocument {
  const number = r.text("number");
  const confidence = r.oneOf("confidence", confidences);
  return {
    id: r.optionalText("id") ?? number,
    type: r.text("type"),
    number,
    symbol: r.optionalText("symbol"),
    issued: r.date("issued"),
    issuer: r.text("issuer"),
    title: r.text("title"),
    inForceFrom: r.date("inForceFrom"),
    inForceTo: r.date("inForceTo"),
    status: r.present("status") ? r.oneOf("status", statuses) : null,
    replacedBy: r.list("replacedBy"),
    amendedBy: r.list("amendedBy"),
    confidence,
    issuedConfidence: r.oneOf("issuedConfidence", confidences, confidence),
    inForceConfidence: r.oneOf("inForceConfidence", confidences, confidence),
    relationsConfidence: r.oneOf("relationsConfidence", confidences, confidence),
    source: r.text("source"),
  };
}

const abbreviation = (r: Reader): Abbreviation => ({
  short: r.text("short"),
  full: r.text("full"),
  variants: r.list("variants"),
  domain: r.present("domain") ? r.oneOf("domain", domains) : null,
  ambiguous: r.flag("ambiguous"),
  confidence: r.oneOf("confidence", confidences),
  source: r.text("source"),
});

function province(r: Reader): Province {
  const confidence = r.oneOf("confidence", confidences);
  return {
    code: r.text("code"),
    name: r.text("name"),
    unit: r.oneOf("unit", ["tỉnh", "thành phố"]),
    aliases: r.list("aliases"),
    validFrom: r.date("validFrom"),
    validTo: r.date("validTo"),
    successor: r.optionalText("successor"),
    centre: r.optionalText("centre"),
    act: r.optionalText("act"),
    confidence,
    centreConfidence: r.oneOf("centreConfidence", confidences, confidence),
    source: r.text("source"),
  };
}

/**
 * Loads the four registries. Entries with mistakes are left out and reported (DM…, NG2…). Ids are unique, links lead to
 * entries of the same registry, or of `known` for files that add to it, and no interval ends before it starts.
 */
export function loadRegistries(files: RegistryFiles, known: Registries | null = null): Checked<Registries> {
  const diagnostics: Diagnostic[] = [];
  const agencies = readEntries(files.agencies, "agencies", agencyKeys, agency, diagnostics);
  const documents = readEntries(files.documents, "documents", documentKeys, legalDocument, diagnostics);
  const abbreviations = readEntries(files.abbreviations, "abbreviations", abbreviationKeys, abbreviation, diagnostics);
  const provinces = readEntries(files.provinces, "provinces", provinceKeys, province, diagnostics);

  const agencyIds = new Set([...uniqueIds(agencies, diagnostics), ...(known?.agencies ?? []).map(({ id }) => id)]);
  for (const { value, reader } of agencies) {
    checkLinks(value, ["predecessors", "successors"], agencyIds, reader, diagnostics);
    if (value.parent !== null && !agencyIds.has(value.parent)) {
      diagnostics.push(brokenLink(reader.span("parent"), { key: "parent", id: value.parent }));
    }
    checkInterval(value.validFrom, value.validTo, reader, "validTo", diagnostics);
  }
  const documentIds = new Set([...uniqueIds(documents, diagnostics), ...(known?.documents ?? []).map(({ id }) => id)]);
  for (const { value, reader } of documents) {
    checkLinks(value, ["replacedBy", "amendedBy"], documentIds, reader, diagnostics);
    checkInterval(value.inForceFrom, value.inForceTo, reader, "inForceTo", diagnostics);
  }
  const names = new Set([
    ...provinces.map(({ value }) => value.name),
    ...(known?.provinces ?? []).map((one) => one.name),
  ]);
  for (const { value, reader } of provinces) {
    if (value.successor !== null && !names.has(value.successor)) {
      diagnostics.push(brokenLink(reader.span("successor"), { key: "successor", id: value.successor }));
    }
    checkInterval(value.validFrom, value.validTo, reader, "validTo", diagnostics);
  }
  const values = <T>(read: readonly { readonly value: T }[]): readonly T[] => read.map(({ value }) => value);
  return {
    value: {
      agencies: values(agencies),
      documents: values(documents),
      abbreviations: values(abbreviations),
      provinces: values(provinces),
    },
    diagnostics,
  };
}

function uniqueIds(
  entries: readonly { readonly value: { readonly id: string }; readonly reader: Reader }[],
  diagnostics: Diagnostic[],
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { value, reader } of entries) {
    if (ids.has(value.id)) diagnostics.push(repeatedId(reader.span("id"), { id: value.id }));
    ids.add(value.id);
  }
  return ids;
}

function checkLinks<T extends object>(
  value: T,
  keys: readonly (keyof T & string)[],
  ids: ReadonlySet<string>,
  reader: Reader,
  diagnostics: Diagnostic[],
): void {
  for (const key of keys) {
    for (const id of value[key] as readonly string[]) {
      if (!ids.has(id)) diagnostics.push(brokenLink(reader.span(key), { key, id }));
    }
  }
}

function checkInterval(
  from: string | null,
  to: string | null,
  reader: Reader,
  key: string,
  diagnostics: Diagnostic[],
): void {
  if (from !== null && to !== null && to < from)
    diagnostics.push(endsBeforeStart(reader.span(key), { start: from, end: to }));
}
