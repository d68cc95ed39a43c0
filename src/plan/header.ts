/**
 * The header of a document: its fields bound, checked against what the form needs, and defaulted where a machine may
 * (symbol, place, superior of a department). A second document of the file inherits the header of the first.
 *
 * The words change only as the form prints them (full names, leading zeros); each change is a notice.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Registries } from "../registry/registry.ts";
import type { Span } from "../source/source-file.ts";
import type { DocumentNode, Field, InlineText } from "../syntax/syntax.ts";
import * as errors from "./errors.ts";
import { type BoundIssuer, bindIssuer } from "./issuer.ts";
import {
  isoDate,
  parseNumber,
  parseOpenDate,
  parsePeriod,
  periodInTitle,
  writtenDate,
  writtenNumber,
} from "./number-date.ts";
import type { DocumentKind, DocumentNumber, Issuer, OpenDate, PlanDocument } from "./plan.ts";
import { plainText } from "./prose.ts";
import { didYouMean, fold } from "./words.ts";

/** What a document's header says, once bound. */
export interface Header
  extends Pick<
    PlanDocument,
    | "kind"
    | "typeName"
    | "issuers"
    | "number"
    | "place"
    | "date"
    | "period"
    | "form"
    | "urgency"
    | "circulation"
    | "signingInfo"
    | "address"
    | "drafter"
    | "copy"
    | "attachedTo"
    | "authorityLine"
  > {
  readonly abbreviations: readonly { readonly short: string; readonly full: string; readonly span: Span }[];
  /** ISO date of the document when all of it is known; the first day of its month or year otherwise; null without year. */
  readonly asOf: string | null;
  /** `kèm theo:` as typed. */
  readonly attachedField: Field | null;
  /** Names that may stand in `{…}` and what they stand for; null: the field exists but has no value here. */
  readonly values: ReadonlyMap<string, { readonly name: string; readonly value: string | null }>;
}

interface TypeRow {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly name: string;
  /** Nghị định 30/2020, Phụ lục III, mục I. */
  readonly symbol: string;
  /** May be promulgated by a decision that stands before it in the file. */
  readonly attachable: boolean;
}

const types: readonly TypeRow[] = [
  { id: "plan", kind: "plan", name: "KẾ HOẠCH", symbol: "KH", attachable: true },
  { id: "decision", kind: "decision", name: "QUYẾT ĐỊNH", symbol: "QĐ", attachable: false },
  { id: "programme", kind: "programme", name: "CHƯƠNG TRÌNH", symbol: "CTr", attachable: true },
  { id: "scheme", kind: "scheme", name: "ĐỀ ÁN", symbol: "ĐA", attachable: true },
  { id: "project", kind: "project", name: "DỰ ÁN", symbol: "DA", attachable: true },
  { id: "report", kind: "report", name: "BÁO CÁO", symbol: "BC", attachable: false },
  { id: "notice", kind: "notice", name: "THÔNG BÁO", symbol: "TB", attachable: false },
  { id: "guideline", kind: "guideline", name: "HƯỚNG DẪN", symbol: "HD", attachable: false },
  { id: "directive", kind: "directive", name: "CHỈ THỊ", symbol: "CT", attachable: false },
  { id: "resolution", kind: "resolution", name: "NGHỊ QUYẾT", symbol: "NQ", attachable: false },
  { id: "submission", kind: "submission", name: "TỜ TRÌNH", symbol: "TTr", attachable: false },
  { id: "regulation", kind: "regulation", name: "QUY CHẾ", symbol: "QC", attachable: true },
  { id: "rules", kind: "other", name: "QUY ĐỊNH", symbol: "QyĐ", attachable: true },
  { id: "option", kind: "other", name: "PHƯƠNG ÁN", symbol: "PA", attachable: true },
];

const typeOf = (node: DocumentNode): TypeRow =>
  types.find((row) => row.id === node.key.id) ?? {
    id: node.key.id,
    kind: "other",
    name: node.key.typed.toUpperCase(),
    symbol: node.key.typed
      .split(/\s+/)
      .map((word) => word.charAt(0).toUpperCase())
      .join(""),
    attachable: false,
  };

/** `{…}` names: the header fields as people write them. */
const valueNames: readonly (readonly [string, string])[] = [
  ["năm", "year"],
  ["giai đoạn", "period"],
  ["cơ quan", "issuer"],
  ["cơ quan chủ quản", "parent"],
  ["số", "number"],
  ["ngày", "date"],
  ["địa danh", "place"],
  ["độ khẩn", "urgency"],
  ["phạm vi lưu hành", "circulation"],
  ["thể thức", "form"],
  ["người soạn", "drafter"],
  ["số bản", "copies"],
  ["bản", "copy"],
  ["địa chỉ", "address"],
  ["thẩm quyền", "authority"],
  ["kèm theo", "attached"],
  ["thông tin ký số", "signing-info"],
];

const urgencies = ["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"] as const;
const forms: readonly (readonly [string, readonly string[]])[] = [
  [
    "nd-30-2020",
    ["nghị định 30/2020", "nghị định 30/2020/NĐ-CP", "nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", "nd-30-2020"],
  ],
  [
    "tt-01-2011",
    ["thông tư 01/2011", "thông tư 01/2011/TT-BNV", "thông tư số 01/2011/TT-BNV", "01/2011/TT-BNV", "tt-01-2011"],
  ],
];

interface Input {
  readonly node: DocumentNode;
  readonly index: number;
  /** The header of the first document of the file. */
  readonly inherited: Header | null;
  readonly registries: Registries;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Binds the header of one document. Total; what is missing or wrong is reported. */
export function bindHeader(input: Input): Header {
  const { node, inherited, registries, report } = input;
  const type = typeOf(node);
  const typeWords = type.name.toLowerCase();
  const fields = fieldsOf(node, report);
  const busy = new Set<string>();

  // Header values may use each other (`số: {số bản}/…` is silly, `địa chỉ: {địa danh}` is not): read on demand, and a value
  // that needs itself stays as typed.
  const raw = (id: string): string | null => {
    const field = fields.get(id)?.[0];
    if (!field || busy.has(id)) return null;
    busy.add(id);
    const words = fieldWords(field, (name) => rawByName(name));
    busy.delete(id);
    return words;
  };
  const rawByName = (name: string): string | null => {
    const id = valueNames.find(([words]) => fold(words) === fold(name))?.[1];
    return id === undefined ? null : raw(id);
  };
  const spanOf = (id: string): Span => valueSpan(fields.get(id)![0]!);
  /** Where a missing value is told: at its key when that stands empty, else at the document's own. */
  const whereDue = (id: string): Span => (fields.get(id)?.[0] ?? node).key.span;

  const secrecy = fields.get("secrecy")?.[0];
  if (secrecy && !["", "khong", "thuong"].includes(fold(raw("secrecy") ?? ""))) {
    report(errors.secretDocument(valueSpan(secrecy), { level: raw("secrecy") ?? "" }));
  }

  const attachedTo = attachment(type, input);
  // Without a line that opens the document, which is reported, its head is not there to miss a field.
  const hasHead = node.key.typed !== "" || node.fields.length > 0;
  const date = bindDate();
  const asOf = date ? isoDate(date) : (inherited?.asOf ?? null);
  const typedPlace = raw("place");
  const bound = bindIssuers();
  const issuers = bound.map((one) => one.issuer);
  const place = typedPlace || inherited?.place || bindPlace();
  const period = bindPeriod();
  const number = bindNumber();

  function bindDate(): OpenDate | null {
    const typed = raw("date");
    if (typed === null || typed === "") {
      if (inherited) return attachedTo === null ? inherited.date : null;
      if (hasHead) report(errors.missingDate(whereDue("date"), { type: typeWords }));
      return null;
    }
    const span = spanOf("date");
    if (attachedTo !== null) report(errors.attachedNumber(span, { field: "Ngày" }));
    const read = parseOpenDate(typed);
    if (read.kind === "unreadable") report(errors.unreadableDate(span, { date: typed }));
    else if (read.kind === "impossible") report(errors.impossibleDate(span, { date: typed }));
    else {
      if (read.year === null) report(errors.dateWithoutYear(span, { date: typed }));
      const result: OpenDate = { day: read.day, month: read.month, year: read.year, span };
      const printed = writtenDate(result);
      if (attachedTo === null && read.isPlain && printed !== typed) noticePrinted(span, typed, printed);
      return attachedTo === null ? result : null;
    }
    return null;
  }

  function bindIssuers(): readonly BoundIssuer[] {
    const typed = fields.get("issuer") ?? [];
    const values = typed.flatMap((field) => issuerValues(field, rawByName));
    if (values.length === 0) {
      if (!inherited && hasHead) report(errors.missingIssuer(whereDue("issuer"), { type: typeWords }));
      return (inherited?.issuers ?? []).map((issuer) => ({
        issuer,
        lacksParent: false,
        defaultPlace: null,
        symbol: bindIssuer(issuer.text, issuer.span, issuerContext(issuer.parent ?? "")).symbol,
      }));
    }
    const parentText = raw("parent");
    const parent = parentText === null ? null : /^(khong|-)?$/.test(fold(parentText)) ? "" : parentText;
    return values.map(({ words, span }, index) => {
      const one = bindIssuer(words, span, issuerContext(index === 0 ? parent : null));
      if (one.lacksParent) report(errors.missingParent(span, { issuer: words }));
      const printed = one.issuer.letterhead ?? one.issuer.full;
      if (printed.toUpperCase() !== words.trim()) noticePrinted(span, words.trim(), printed.toUpperCase());
      return one;
    });
  }

  function issuerContext(parent: string | null) {
    return { registries, date: asOf, place: typedPlace, parent };
  }

  function bindPlace(): string | null {
    const first = bound[0];
    if (!first) return null;
    if (first.defaultPlace === null) report(errors.missingPlace(first.issuer.span, { issuer: first.issuer.text }));
    return first.defaultPlace;
  }

  function bindPeriod(): Header["period"] {
    for (const [id, name] of [
      ["year", "năm"],
      ["period", "giai đoạn"],
    ] as const) {
      const typed = raw(id);
      if (typed === null || typed === "") continue;
      const read = parsePeriod(typed);
      if (read) return { ...read, span: spanOf(id) };
      report(errors.unreadablePeriod(spanOf(id), { field: name, value: typed }));
      return null;
    }
    const inTitle = periodInTitle(plainText(node.title));
    if (inTitle) return { ...inTitle, span: node.title.span };
    return inherited?.period ?? null;
  }

  function bindNumber(): DocumentNumber | null {
    const typed = raw("number");
    const symbol = `${type.symbol}-${bound.map((one) => one.symbol).join("-")}`;
    if (typed === null || typed === "") {
      if (attachedTo !== null || bound.length === 0) return null;
      const field = fields.get("number")?.[0];
      report(errors.symbolDefaulted(field ? field.key.span : node.key.span, { symbol }));
      return { number: null, symbol, span: field ? field.span : node.key.span };
    }
    const span = spanOf("number");
    if (attachedTo !== null) {
      report(errors.attachedNumber(span, { field: "Số" }));
      return null;
    }
    const read = parseNumber(typed);
    if (!read) {
      report(errors.unreadableNumber(span, { number: typed }));
      return { number: null, symbol, span };
    }
    const result: DocumentNumber = { ...read, span };
    const printed = writtenNumber(result);
    if (read.number !== null && printed !== typed.replace(/\s+/g, "")) noticePrinted(span, typed, printed);
    else if (read.number === null && !typed.replace(/\s+/g, "").endsWith(read.symbol)) {
      noticePrinted(span, typed, printed);
    }
    return result;
  }

  function noticePrinted(span: Span, typed: string, printed: string): void {
    report(errors.headerPrinted(span, { typed, printed }));
  }

  /** The official forms by their ids. A misspelt name of one is reported; any other name may be a form of the agency's own,
   * which the layout looks up. */
  function bindForm(): string | null {
    const typed = raw("form");
    if (typed === null || typed === "") return null;
    const names = forms.flatMap(([, spellings]) => spellings);
    const isKnown = names.some((name) => fold(name) === fold(typed));
    return isKnown || didYouMean(typed, names) !== "" ? choice("form", "thể thức", forms) : typed;
  }

  function choice<T extends string>(
    id: string,
    name: string,
    choices: readonly (readonly [T, readonly string[]])[],
  ): T | null {
    const typed = raw(id);
    if (typed === null || typed === "") return null;
    for (const [value, spellings] of choices) {
      if (spellings.some((spelling) => fold(spelling) === fold(typed))) return value;
    }
    const all = choices.map(([, spellings]) => spellings[0]!);
    const near = didYouMean(
      typed,
      choices.flatMap(([, spellings]) => spellings),
    );
    report(
      errors.unknownChoice(
        spanOf(id),
        { field: name, value: typed, suggestion: near },
        { hint: `Ghi một trong các giá trị: ${all.join("; ")}.` },
      ),
    );
    return null;
  }

  const urgency =
    choice(
      "urgency",
      "độ khẩn",
      urgencies.map((word) => [word, [word.toLowerCase(), word.replace("HỎA", "HOẢ")]]),
    ) ?? (fields.has("urgency") || attachedTo !== null ? null : (inherited?.urgency ?? null));
  const copy =
    choice("copy", "bản", [
      ["electronic", ["điện tử"]],
      ["paper", ["giấy"]],
    ]) ??
    inherited?.copy ??
    "electronic";
  const form = bindForm() ?? inherited?.form ?? null;
  const abbreviations = [...bindAbbreviations(fields.get("abbreviations") ?? [], report)];
  for (const one of inherited?.abbreviations ?? []) {
    if (!abbreviations.some((other) => other.short === one.short)) abbreviations.push(one);
  }
  const circulation = raw("circulation")?.toUpperCase() || null;
  const addressField = fields.get("address")?.[0];
  const header: Omit<Header, "values"> = {
    kind: type.kind,
    typeName: type.name,
    issuers,
    number,
    place,
    date,
    period,
    form,
    urgency,
    circulation: circulation ?? (attachedTo === null ? (inherited?.circulation ?? null) : null),
    signingInfo: raw("signing-info") || inherited?.signingInfo || null,
    address: addressField ? fieldLines(addressField, rawByName) : attachedTo === null ? (inherited?.address ?? []) : [],
    drafter: drafterMark(raw("drafter"), raw("copies")),
    copy,
    attachedTo,
    authorityLine: raw("authority") || null,
    abbreviations,
    asOf,
    attachedField: fields.get("attached")?.[0] ?? null,
  };
  return { ...header, values: valuesOf(header, raw) };
}

/** The index of the decision this document is attached to, or null. */
function attachment(type: TypeRow, { index, inherited }: Input): number | null {
  return index > 0 && type.attachable && inherited?.kind === "decision" ? 0 : null;
}

/** Fields by key id; only `cơ quan:` may repeat. */
function fieldsOf(node: DocumentNode, report: Input["report"]): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const field of node.fields) {
    if (field.key.id === "") continue;
    const same = fields.get(field.key.id);
    if (!same) fields.set(field.key.id, [field]);
    else if (field.key.id === "issuer" || field.key.id === "abbreviations") same.push(field);
    else {
      const related = [{ span: same[0]!.key.span, message: "lần đầu ở đây" }];
      report(errors.repeatedField(field.key.span, { field: field.key.typed }, { related }));
    }
  }
  return fields;
}

type Lookup = (name: string) => string | null;

const fieldWords = (field: Field, lookup: Lookup): string =>
  field.items
    .map((item) => plainText(item.text, lookup))
    .join(" ")
    .trim();

/** Lines of a field: its bullets, and the parts of one paragraph at forced breaks. */
const fieldLines = (field: Field, lookup: Lookup): string[] =>
  field.items
    .flatMap((item) => brokenLines(item.text).map((line) => plainText(line, lookup)))
    .filter((line) => line !== "");

function brokenLines(text: InlineText): InlineText[] {
  const lines: InlineText[] = [];
  let inlines: InlineText["inlines"][number][] = [];
  for (const inline of text.inlines) {
    if (inline.kind === "break") {
      lines.push({ inlines, span: text.span });
      inlines = [];
    } else inlines.push(inline);
  }
  return [...lines, { inlines, span: text.span }];
}

/** Where a field's value stands; its key when there is none. */
function valueSpan(field: Field): Span {
  const first = field.items[0];
  const last = field.items.at(-1);
  return first && last ? { start: first.text.span.start, end: last.text.span.end } : field.key.span;
}

/** `cơ quan:` repeated, or with bullets, names several issuers (liên tịch). */
function issuerValues(field: Field, lookup: Lookup): { words: string; span: Span }[] {
  return field.items
    .map((item) => ({ words: plainText(item.text, lookup), span: item.text.span }))
    .filter(({ words }) => words !== "");
}

function drafterMark(drafter: string | null, copies: string | null): string | null {
  if (!drafter && !copies) return null;
  if (!copies) return drafter;
  return `${drafter ? `${drafter.replace(/\.$/, "")}.` : ""}(${copies.replace(/[()\s]/g, "")})`;
}

function bindAbbreviations(
  fields: readonly Field[],
  report: Input["report"],
): { short: string; full: string; span: Span }[] {
  const found: { short: string; full: string; span: Span }[] = [];
  for (const item of fields.flatMap((field) => field.items)) {
    const words = plainText(item.text);
    const parts = /^([^:]+?)\s*[:=]\s*(.+?)[;.]?$/u.exec(words);
    if (!parts) {
      report(errors.unreadableAbbreviation(item.text.span, { line: words }));
      continue;
    }
    const one = { short: parts[1]!.trim(), full: parts[2]!.trim(), span: item.text.span };
    const earlier = found.find((other) => other.short === one.short);
    if (!earlier) found.push(one);
    else if (fold(earlier.full) !== fold(one.full)) {
      const related = [{ span: earlier.span, message: "khai lần đầu ở đây" }];
      const values = { short: one.short, first: earlier.full, second: one.full };
      report(errors.repeatedAbbreviation(one.span, values, { related }));
    }
  }
  return found;
}

/** What `{…}` may say. */
function valuesOf(header: Omit<Header, "values">, raw: (id: string) => string | null): Header["values"] {
  const { period } = header;
  const issuer: Issuer | undefined = header.issuers[0];
  const span = period === null ? null : `${period.from}-${period.to}`;
  const known: Readonly<Record<string, string | null>> = {
    year: period === null ? null : period.from === period.to ? String(period.from) : raw("year"),
    period: period === null || period.from === period.to ? raw("period") : (raw("period") ?? span),
    issuer: issuer ? header.issuers.map((one) => one.text).join(", ") : null,
    parent: raw("parent") ?? issuer?.parent ?? null,
    number: header.number ? writtenNumber(header.number) : null,
    date: header.date ? writtenDate(header.date) : null,
    place: header.place,
    urgency: header.urgency,
    circulation: header.circulation,
    drafter: raw("drafter"),
    address: header.address.length > 0 ? header.address.join(", ") : null,
    authority: header.authorityLine,
  };
  const values = new Map<string, { name: string; value: string | null }>();
  for (const [name, id] of valueNames)
    values.set(fold(name), { name, value: (id in known ? known[id] : raw(id)) || null });
  for (const one of header.abbreviations) {
    // An abbreviation never hides a field of the same letters.
    if (!values.has(fold(one.short))) values.set(fold(one.short), { name: one.short, value: one.full });
  }
  return values;
}
