/**
 * The rows of a plan.yaml among those of the program: an own row stands over the shipped one of the same name or number and
 * fills it where it says nothing; links are followed, names that mean two bodies at once are told.
 *
 * Confidence: what an office says of itself is sure (A); rows that nobody confirmed yet (`xác nhận: chưa`) are C and never
 * raise more than a notice.
 */
import { foldVietnamese } from "../../grammar/fold.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Levels } from "../diagnostics/levels.ts";
import { position, type SourceFile, type Span } from "../source/source-file.ts";
import type { DocumentRow, Overlay, UnitRow } from "./overlay.ts";
import { linkToNothing, repeatedRow, sharedName } from "./overlay-errors.ts";
import { dateOf, type Placed } from "./overlay-fields.ts";
import { carriesYear, isSameIssuer } from "./own.ts";
import type { Abbreviation, Agency, LegalDocument, Registries, StandingRecipient } from "./registry.ts";
import { agenciesNamed, didYouMean, documentsByNumber, isSameType, nearestNumber, numberKey } from "./search.ts";

/** Findings of one file. */
export interface FileFindings {
  readonly source: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Bound {
  readonly registries: Registries;
  readonly levels: Levels;
  readonly findings: readonly FileFindings[];
}

/** What a row of a plan.yaml leaves unsaid where the program has none of its name. */
const blankAgency: Agency = {
  id: "",
  name: "",
  short: [],
  variants: [],
  misspellings: [],
  symbol: null,
  symbols: [],
  kind: "state",
  units: [],
  graceDays: 0,
  level: "other",
  parent: null,
  validFrom: null,
  validTo: null,
  predecessors: [],
  successors: [],
  act: null,
  confidence: "A",
  source: "plan.yaml",
};
const blankDocument: LegalDocument = {
  id: "",
  type: "",
  number: "",
  symbol: null,
  issued: null,
  issuer: "",
  title: "",
  inForceFrom: null,
  inForceTo: null,
  status: null,
  replacedBy: [],
  amendedBy: [],
  confidence: "A",
  issuedConfidence: "A",
  inForceConfidence: "A",
  relationsConfidence: "A",
  source: "plan.yaml",
};
const blankAbbreviation: Abbreviation = {
  short: "",
  full: "",
  variants: [],
  domain: null,
  ambiguous: false,
  confidence: "A",
  source: "plan.yaml",
};

/** A row and the file it stands in. */
interface Own<T> {
  readonly row: T;
  readonly source: SourceFile;
}

/** The own rows and what they became, for `verify`. */
export interface BoundRows {
  readonly units: readonly (Own<UnitRow> & { readonly agency: Agency; readonly shipped: Agency | null })[];
  readonly documents: readonly (Own<DocumentRow> & {
    readonly document: LegalDocument;
    readonly shipped: LegalDocument | null;
  })[];
}

/**
 * Registries with what an office adds. `overlays` are its plan.yaml and the files that names, in this order; `added` are
 * rows in the program's own form, already read.
 */
export function bindOverlay(
  shipped: Registries,
  overlays: readonly Overlay[],
  added: readonly Registries[] = [],
): Bound & { readonly rows: BoundRows } {
  const found = new Map<SourceFile, Diagnostic[]>(overlays.map(({ source }) => [source, []]));
  const report = (source: SourceFile, diagnostic: Diagnostic): void => {
    found.get(source)!.push(diagnostic);
  };
  const rowsOf = <T>(of: (overlay: Overlay) => readonly T[]): Own<T>[] =>
    overlays.flatMap((overlay) => of(overlay).map((row) => ({ row, source: overlay.source })));
  const base = added.reduce(over, shipped);
  const office = overlays.find(({ agency }) => agency !== null)?.agency ?? null;
  const units = bindUnits(
    base,
    rowsOf(({ agency, units }) => [...(agency === null ? [] : [agency]), ...units]),
    office,
    report,
  );
  const documents = bindDocuments(
    base,
    rowsOf(({ documents }) => documents),
    report,
  );
  const abbreviations = bindAbbreviations(
    base.abbreviations,
    rowsOf(({ abbreviations }) => abbreviations),
    report,
  );
  const recipients: StandingRecipient[] = overlays.flatMap((overlay) =>
    overlay.recipients.map(({ name, bodies }) => ({ name, bodies })),
  );
  return {
    registries: {
      agencies: units.all,
      documents: documents.all,
      abbreviations: abbreviations.all,
      provinces: base.provinces,
      own: {
        path: overlays[0]?.source.path ?? "",
        agency: office?.name ?? null,
        units: new Set(units.own.map(({ agency }) => agency.id)),
        documents: new Set(documents.own.filter(({ shipped }) => shipped === null).map(({ document }) => document.id)),
        abbreviations: abbreviations.own,
        recipients,
      },
    },
    levels: new Map(overlays.flatMap((overlay) => [...overlay.levels])),
    findings: [...found].map(([source, diagnostics]) => ({ source, diagnostics })),
    rows: { units: units.own, documents: documents.own },
  };
}

/** Rows over rows of the same id (of the same name and short form, for provinces and abbreviations). */
function over(base: Registries, added: Registries): Registries {
  const replaced = <T>(old: readonly T[], rows: readonly T[], key: (row: T) => string): readonly T[] => {
    if (rows.length === 0) return old;
    const keys = new Set(rows.map(key));
    return [...rows, ...old.filter((row) => !keys.has(key(row)))];
  };
  return {
    ...base,
    agencies: replaced(base.agencies, added.agencies, ({ id }) => id),
    documents: replaced(base.documents, added.documents, ({ id }) => id),
    abbreviations: replaced(base.abbreviations, added.abbreviations, ({ short }) => short),
    provinces: replaced(base.provinces, added.provinces, ({ name, validFrom }) => `${name}@${validFrom ?? ""}`),
  };
}

/** “dòng 4”, with its file when it is another one. */
const placeOf = (
  one: { readonly source: SourceFile; readonly row: { readonly span: Span } },
  from: SourceFile,
): string =>
  `${one.source === from ? "" : `${one.source.path}, `}dòng ${position(one.source, one.row.span.start).line}`;

// ── Units ───────────────────────────────────────────────────────────────────────────────────────────────────────────

type Reporter = (source: SourceFile, diagnostic: Diagnostic) => void;

function bindUnits(
  base: Registries,
  rows: readonly Own<UnitRow>[],
  office: UnitRow | null,
  report: Reporter,
): { all: readonly Agency[]; own: BoundRows["units"] } {
  const byName = new Map<string, Own<UnitRow>>();
  const kept = rows.filter((one) => {
    const key = foldVietnamese(one.row.name);
    const first = byName.get(key);
    if (first === undefined) byName.set(key, one);
    else report(one.source, repeatedRow(one.row.span, { what: one.row.name, first: placeOf(first, one.source) }));
    return first === undefined;
  });
  if (kept.length === 0) return { all: base.agencies, own: [] };
  const ids = new Set(base.agencies.map(({ id }) => id));
  const officeId = office === null ? null : (agencyOf(base, office)?.id ?? slug(office.name));
  const made = kept.map((one) => {
    const shipped = agencyOf(base, one.row);
    const id = shipped?.id ?? freeId(slug(one.row.name), ids);
    ids.add(id);
    return { ...one, shipped, agency: merged(one.row, shipped, id, office, officeId) };
  });
  const ownNames = new Set(made.flatMap(({ agency }) => [...agency.short, ...agency.variants].map(foldVietnamese)));
  const ownIds = new Set(made.map(({ agency }) => agency.id));
  // A short form that the office declares means its own body, whoever else may be called so.
  const isFree = (name: string): boolean => !ownNames.has(foldVietnamese(name));
  const others = base.agencies
    .filter(({ id }) => !ownIds.has(id))
    .map((agency) =>
      agency.short.every(isFree) && agency.variants.every(isFree)
        ? agency
        : { ...agency, short: agency.short.filter(isFree), variants: agency.variants.filter(isFree) },
    );
  const named: Registries = { ...base, agencies: [...made.map(({ agency }) => agency), ...others] };
  const own = made.map((one) => {
    const { row, source, agency, shipped } = one;
    const successors = row.replacedBy.flatMap(({ text, span }) => {
      const heir = agenciesNamed(named, text, row.to).find(({ id }) => id !== agency.id);
      if (heir !== undefined) return [heir.id];
      const names = named.agencies.map(({ name }) => name).filter((name) => name !== agency.name);
      const problem = "không có trong plan.yaml và danh mục";
      const suggestion = didYouMean(text, names);
      report(source, linkToNothing(span, { key: "thay thế bởi", name: text, problem, suggestion }));
      return [];
    });
    const parent = row.parent === null ? agency.parent : (agenciesNamed(named, row.parent)[0]?.id ?? null);
    return {
      ...one,
      agency: { ...agency, parent, successors: successors.length > 0 ? successors : (shipped?.successors ?? []) },
    };
  });
  tellSharedNames(own, report);
  const final = own.map((one) => {
    const before = own.filter(({ agency }) => agency.successors.includes(one.agency.id)).map(({ agency }) => agency.id);
    return before.length === 0
      ? one
      : { ...one, agency: { ...one.agency, predecessors: [...new Set([...one.agency.predecessors, ...before])] } };
  });
  return { all: [...final.map(({ agency }) => agency), ...others], own: final };
}

/** The shipped body of that name that lives longest. */
function agencyOf(base: Registries, row: UnitRow): Agency | null {
  const name = foldVietnamese(row.name);
  const same = agenciesNamed(base, row.name, row.from ?? row.to).filter((one) => foldVietnamese(one.name) === name);
  return same.find(({ validTo }) => validTo === null) ?? same[0] ?? null;
}

const slug = (name: string): string =>
  foldVietnamese(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted === "" ? "don-vi" : wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
  return id;
}

const unitTail = /\s+(?:(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+.+)$/iu;

function merged(
  row: UnitRow,
  shipped: Agency | null,
  id: string,
  office: UnitRow | null,
  officeId: string | null,
): Agency {
  const words = (placed: readonly Placed[]): string[] => placed.map(({ text }) => text);
  // In its own plans a unit is called without the place: “Phòng Kinh tế” of “Phòng Kinh tế xã An Bình”.
  const place = row === office ? null : (unitTail.exec(office?.name ?? "")?.[0].trim() ?? null);
  const bare =
    place !== null && foldVietnamese(row.name).endsWith(` ${foldVietnamese(place)}`)
      ? [row.name.slice(0, row.name.length - place.length).trim()]
      : [];
  const union = (...lists: readonly (readonly string[])[]): string[] =>
    [...new Set(lists.flat())].filter((name) => name !== row.name);
  return {
    ...(shipped ?? blankAgency),
    id,
    name: row.name,
    short: union(words(row.short), bare, shipped?.short ?? []),
    variants: union(words(row.variants), shipped?.variants ?? []),
    symbol: row.symbol ?? shipped?.symbol ?? null,
    level: row.level ?? shipped?.level ?? levelOf(row.name, office),
    parent: shipped?.parent ?? (row === office ? null : officeId),
    validFrom: row.from ?? shipped?.validFrom ?? null,
    validTo: row.to ?? shipped?.validTo ?? null,
    act: row.act ?? shipped?.act ?? null,
    confidence: row.isConfirmed ? "A" : "C",
    source: row.source ?? "plan.yaml",
  };
}

/** By its name, otherwise as the office. */
function levelOf(name: string, office: UnitRow | null): Agency["level"] {
  const words = ` ${foldVietnamese(name)} `;
  if (/ (?:xa|phuong|thi tran|dac khu) (?!hoi )/.test(words)) return "commune";
  if (/ (?:huyen|quan|thi xa) | huyen uy /.test(words)) return "district";
  if (/ tinh | tinh uy |^ so /.test(words)) return "province";
  if (/^ (?:bo|chinh phu|cuc|tong cuc) /.test(words)) return "central";
  if (office === null || office.name === name) return office?.level ?? "other";
  return office.level ?? levelOf(office.name, null);
}

function tellSharedNames(own: BoundRows["units"], report: Reporter): void {
  const owners = new Map<string, BoundRows["units"][number][]>();
  const overlap = (a: Agency, b: Agency): boolean =>
    (a.validTo ?? "9999") >= (b.validFrom ?? "") && (b.validTo ?? "9999") >= (a.validFrom ?? "");
  for (const one of own) {
    const names: readonly Placed[] = [
      { text: one.row.name, span: one.row.span },
      ...one.row.short,
      ...one.row.variants,
    ];
    for (const { text: name, span } of names) {
      const key = foldVietnamese(name);
      const others = owners.get(key) ?? [];
      const other = others.find(({ agency }) => agency.id !== one.agency.id && overlap(agency, one.agency));
      if (other !== undefined)
        report(one.source, sharedName(span, { name, one: other.agency.name, other: one.agency.name }));
      owners.set(key, [...others, one]);
    }
  }
}

// ── Documents ───────────────────────────────────────────────────────────────────────────────────────────────────────

function bindDocuments(
  base: Registries,
  rows: readonly Own<DocumentRow>[],
  report: Reporter,
): { all: readonly LegalDocument[]; own: BoundRows["documents"] } {
  const kept: Own<DocumentRow>[] = [];
  const byNumber = new Map<string, Own<DocumentRow>[]>();
  for (const one of rows) {
    const key = numberKey(one.row.number);
    const same = byNumber.get(key) ?? [];
    const first = same.find((other) => isSameRow(other.row, one.row));
    if (first !== undefined) {
      report(one.source, repeatedRow(one.row.span, { what: one.row.number, first: placeOf(first, one.source) }));
      continue;
    }
    byNumber.set(key, [...same, one]);
    kept.push(one);
  }
  if (kept.length === 0) return { all: base.documents, own: [] };
  const ids = new Set(base.documents.map(({ id }) => id));
  const taken = new Set<string>();
  const made = kept.map((one) => {
    const shipped = documentOf(base, one.row);
    const id = shipped !== null && !taken.has(shipped.id) ? shipped.id : freeDocumentId(one.row, ids);
    ids.add(id);
    taken.add(id);
    return { ...one, shipped, document: mergedDocument(one.row, shipped, id) };
  });
  const all = [...made.map(({ document }) => document), ...base.documents.filter(({ id }) => !taken.has(id))];
  const named: Registries = { ...base, documents: all };
  const own = made.map((one) => {
    const linked = (key: string, links: readonly Placed[], otherwise: readonly string[]): readonly string[] => {
      if (links.length === 0) return otherwise;
      return links.flatMap((link) => targetOf(named, one, key, link, report));
    };
    return {
      ...one,
      document: {
        ...one.document,
        replacedBy: linked("thay thế bởi", one.row.replacedBy, one.shipped?.replacedBy ?? []),
        amendedBy: linked("sửa đổi bởi", one.row.amendedBy, one.shipped?.amendedBy ?? []),
      },
    };
  });
  const final = new Map(own.map(({ document }) => [document.id, document]));
  return { all: all.map((document) => final.get(document.id) ?? document), own };
}

/** Two rows that cannot be told apart. */
function isSameRow(a: DocumentRow, b: DocumentRow): boolean {
  if (!isSameType(a.type, b.type) && !isSameType(b.type, a.type)) return false;
  if (a.issuer !== null && b.issuer !== null && !isSameIssuer(a.issuer, b.issuer)) return false;
  return a.issued === null || b.issued === null || a.issued === b.issued || carriesYear(a.number);
}

/** The shipped document of that number: of the same date or year, for numbers start again each year. */
function documentOf(base: Registries, row: DocumentRow): LegalDocument | null {
  const same = documentsByNumber(base, row.number).filter(
    (one) =>
      (isSameType(row.type, one.type) || isSameType(one.type, row.type)) &&
      (row.issuer === null || one.issuer === "" || isSameIssuer(row.issuer, one.issuer)),
  );
  const exact = same.find(({ issued }) => issued !== null && issued === row.issued);
  if (exact !== undefined) return exact;
  const near = same.filter(
    ({ issued }) =>
      issued === null ||
      row.issued === null ||
      carriesYear(row.number) ||
      issued.slice(0, 4) === row.issued.slice(0, 4),
  );
  return near.length === 1 ? near[0]! : null;
}

function freeDocumentId({ number, issued }: DocumentRow, taken: ReadonlySet<string>): string {
  if (!taken.has(number)) return number;
  const dated = issued === null ? number : `${number}@${issued}`;
  let id = dated;
  for (let n = 2; taken.has(id); n += 1) id = `${dated}#${n}`;
  return id;
}

/** `NĐ-CP` of `30/2020/NĐ-CP`. */
const symbolOf = (number: string): string =>
  number.replace(/^\d+[a-zđ]?\s*[/-]\s*/u, "").replace(/^(?:19|20)\d\d\s*\/\s*/u, "");

function mergedDocument(row: DocumentRow, shipped: LegalDocument | null, id: string): LegalDocument {
  const sure = row.isConfirmed ? "A" : "C";
  const said = <T>(own: T | null, known: T): T => own ?? known;
  const confidence = (isSaid: boolean, known: LegalDocument["confidence"] | undefined): LegalDocument["confidence"] =>
    isSaid ? sure : (known ?? sure);
  return {
    ...(shipped ?? blankDocument),
    id,
    type: row.type,
    number: shipped?.number ?? row.number,
    symbol: shipped?.symbol ?? symbolOf(row.number),
    issued: said(row.issued, shipped?.issued ?? null),
    issuer: said(row.issuer, shipped?.issuer ?? ""),
    title: said(row.title, shipped?.title ?? ""),
    inForceFrom: said(row.from, shipped?.inForceFrom ?? null),
    inForceTo: said(row.to, shipped?.inForceTo ?? null),
    confidence: confidence(true, undefined),
    issuedConfidence: confidence(row.issued !== null, shipped?.issuedConfidence),
    inForceConfidence: confidence(row.from !== null, shipped?.inForceConfidence),
    relationsConfidence: confidence(
      row.to !== null || row.replacedBy.length > 0 || row.amendedBy.length > 0,
      shipped?.relationsConfidence,
    ),
    source: row.source ?? "plan.yaml",
  };
}

/** The document that a link names: `45/QĐ-UBND`, with its date behind it where several bear the number. */
function targetOf(
  named: Registries,
  { row, source, document }: Own<DocumentRow> & { readonly document: LegalDocument },
  key: string,
  { text, span }: Placed,
  report: Reporter,
): readonly string[] {
  const [, words = text, day] =
    /^(.*?)(?:,?\s+(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}))?$/u.exec(text) ?? [];
  // “Kế hoạch số 46/KH-UBND”
  const number = /\S+$/u.exec(words)?.[0] ?? text;
  const date = day === undefined ? null : dateOf(day);
  const same = documentsByNumber(named, number).filter(
    ({ id, issued }) => id !== document.id && (date === null || issued === null || issued === date),
  );
  // The document that stands in the same file is meant before one of the program.
  const later = same.filter(({ issued }) => row.issued === null || issued === null || issued >= row.issued);
  const choices = later.length > 0 ? later : same;
  if (choices.length === 1) return [choices[0]!.id];
  const tell = (problem: string, suggestion: string): void =>
    report(source, linkToNothing(span, { key, name: text, problem, suggestion }));
  if (choices.length > 1) tell("là số của nhiều văn bản, hãy ghi thêm ngày", "");
  else {
    const near = nearestNumber(named, number);
    const isOther = near !== null && numberKey(near) !== numberKey(number);
    tell("không có trong plan.yaml và danh mục", isOther ? ` Có phải “${near}”?` : "");
  }
  return [];
}

// ── Abbreviations ───────────────────────────────────────────────────────────────────────────────────────────────────

function bindAbbreviations(
  shipped: readonly Abbreviation[],
  rows: readonly Own<Overlay["abbreviations"][number]>[],
  report: Reporter,
): { all: readonly Abbreviation[]; own: readonly { readonly short: string; readonly full: string }[] } {
  if (rows.length === 0) return { all: shipped, own: [] };
  const byShort = new Map<string, Own<Overlay["abbreviations"][number]>>();
  for (const one of rows) {
    const first = byShort.get(one.row.short);
    if (first === undefined) byShort.set(one.row.short, one);
    else report(one.source, repeatedRow(one.row.span, { what: one.row.short, first: placeOf(first, one.source) }));
  }
  const own = [...byShort.values()].map(({ row: { short, full } }) => ({ short, full }));
  return {
    own,
    all: [
      ...own.map((one): Abbreviation => ({ ...blankAbbreviation, ...one })),
      ...shipped.filter(({ short }) => !byShort.has(short)),
    ],
  };
}
