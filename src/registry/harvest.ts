/**
 * What plans speak of and no registry knows, gathered into a draft of a plan.yaml: documents, bodies, abbreviations, each
 * once, with where it was seen and where the mentions contradict each other. A person confirms it: until then the rows bear
 * `xác nhận: chưa` and raise no warning.
 */
import { foldVietnamese, sameTones } from "../../grammar/fold.ts";
import { namedType, numberShape } from "./overlay.ts";
import { dayWords } from "./overlay-verify.ts";
import { carriesYear, isSameIssuer } from "./own.ts";
import type { Registries } from "./registry.ts";
import { agenciesNamed, documentsByNumber, isSameType, numberKey } from "./search.ts";

/** A mention of a document; null where the words do not say. */
export interface SeenDocument {
  readonly type: string | null;
  readonly number: string;
  /** ISO. */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
  /** “ke-hoach.plan:12”. */
  readonly place: string;
}

export interface SeenName {
  readonly name: string;
  readonly place: string;
}

export interface SeenAbbreviation {
  readonly short: string;
  readonly full: string;
  readonly place: string;
}

export interface Seen {
  readonly documents: readonly SeenDocument[];
  readonly units: readonly SeenName[];
  readonly abbreviations: readonly SeenAbbreviation[];
}

export interface HarvestedRow {
  /** Key and value, in the order of the draft. */
  readonly fields: readonly (readonly [string, string])[];
  readonly places: readonly string[];
  /** What a person must look at. */
  readonly looks: readonly string[];
}

export interface Harvest {
  readonly documents: readonly HarvestedRow[];
  readonly units: readonly HarvestedRow[];
  readonly abbreviations: readonly HarvestedRow[];
  /** Mentions that the registry contradicts: told, never made a row. */
  readonly contradicted: readonly { readonly words: string; readonly place: string }[];
}

export function harvest(seen: Seen, registries: Registries): Harvest {
  const contradicted: { words: string; place: string }[] = [];
  const unknown: SeenDocument[] = [];
  for (const one of seen.documents) {
    if (!numberShape.test(one.number.replace(/\s/g, ""))) {
      contradicted.push({ words: `số “${one.number}” viết chưa đúng`, place: one.place });
      continue;
    }
    const known = knownAs(one, registries);
    if (known === "unknown") unknown.push(one);
    else if (known !== "known") contradicted.push({ words: known, place: one.place });
  }
  return {
    documents: documentRows(unknown, registries),
    units: unitRows(seen.units, registries),
    abbreviations: abbreviationRows(seen.abbreviations, registries),
    contradicted,
  };
}

const mayAgree = (number: string, a: string, b: string): boolean =>
  a === b || carriesYear(number) || a.slice(0, 4) === b.slice(0, 4) || a.slice(5) === b.slice(5);

/** “known”, “unknown”, or what the registry says otherwise. */
function knownAs(one: SeenDocument, registries: Registries): string {
  const same = documentsByNumber(registries, one.number).filter(
    (document) =>
      (one.type === null || isSameType(one.type, document.type) || isSameType(document.type, one.type)) &&
      (one.issuer === null || document.issuer === "" || isSameIssuer(one.issuer, document.issuer)),
  );
  const { date } = one;
  if (same.length === 0) return "unknown";
  if (date === null || same.some(({ issued }) => issued === null || issued === date)) return "known";
  // 01/NQ-CP comes on the same day of many years, and each is a document.
  const other = same.find(({ issued }) => carriesYear(one.number) || issued!.slice(0, 4) === date.slice(0, 4));
  if (other === undefined) return "unknown";
  return `${one.number} ghi ngày ${dayWords(date)}, danh mục ghi ${dayWords(other.issued!)}`;
}

// ── Documents ───────────────────────────────────────────────────────────────────────────────────────────────────────

function documentRows(seen: readonly SeenDocument[], registries: Registries): HarvestedRow[] {
  const groups: SeenDocument[][] = [];
  const byNumber = new Map<string, SeenDocument[][]>();
  // What says most comes first, so that a bare number joins the document it may be.
  const weight = (one: SeenDocument): number => (one.date === null ? 0 : 2) + (one.issuer === null ? 0 : 1);
  const ordered = seen
    .map((one, place) => ({ one, place }))
    .sort((a, b) => weight(b.one) - weight(a.one) || a.place - b.place);
  for (const { one } of ordered) {
    const key = numberKey(one.number);
    const same = byNumber.get(key) ?? [];
    const group = same.find((others) => others.every((other) => maybeOne(one, other)));
    if (group) group.push(one);
    else {
      const made = [one];
      byNumber.set(key, [...same, made]);
      groups.push(made);
    }
  }
  const firstPlace = (group: readonly SeenDocument[]): number => Math.min(...group.map((one) => seen.indexOf(one)));
  const withoutYear = new Map<string, string>();
  for (const { number } of registries.documents) if (carriesYear(number)) withoutYear.set(yearless(number), number);
  return groups
    .sort((a, b) => firstPlace(a) - firstPlace(b))
    .map((group) =>
      documentRow(
        [...group].sort((a, b) => seen.indexOf(a) - seen.indexOf(b)),
        withoutYear,
      ),
    );
}

/** `45/2016/QĐ-TTg` without its year: another year is another document, or a slip. */
const yearless = (number: string): string => numberKey(number).replace(/\/(?:19|20)\d\d\//, "/");

function maybeOne(a: SeenDocument, b: SeenDocument): boolean {
  if (a.issuer !== null && b.issuer !== null && !isSameIssuer(a.issuer, b.issuer)) return false;
  return a.date === null || b.date === null || mayAgree(a.number, a.date, b.date);
}

/** A body told by its level alone: which one, only the plan's own issuer says. */
const bareLevel = /(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)$/iu;

function documentRow(group: readonly SeenDocument[], withoutYear: ReadonlyMap<string, string>): HarvestedRow {
  const looks: string[] = [];
  const chosen = (name: string, of: (one: SeenDocument) => string | null, show = (w: string): string => w) => {
    const values = group.flatMap((one) => {
      const value = of(one);
      return value === null ? [] : [{ value, place: one.place }];
    });
    const counted = countedBy(values, ({ value }) => foldVietnamese(value));
    if (counted.length > 1)
      looks.push(`${name}: ${counted.map((same) => `${show(same[0]!.value)} (${placesOf(same)})`).join("; ")}`);
    return counted[0]?.[0]?.value ?? null;
  };
  const number = group[0]!.number.replace(/\s/g, "");
  const type = chosen("loại", (one) => one.type);
  const date = chosen("ngày", (one) => one.date, dayWords);
  // “UBND xã” and “UBND xã An Bình” do not contradict each other; the longer one says more.
  const issuers = group.flatMap(({ issuer }) => issuer ?? []).sort((a, b) => b.length - a.length);
  const issuer = issuers[0] ?? null;
  const titles = group.flatMap(({ title }) => title ?? []).sort((a, b) => b.length - a.length);
  const title = titles[0] ?? null;
  if (type === null) looks.push("chưa rõ loại văn bản");
  if (date === null) looks.push("chưa rõ ngày ban hành");
  if (issuer !== null && bareLevel.test(issuer)) looks.push(`ghi đủ tên của “${issuer}”`);
  const other = carriesYear(number) ? withoutYear.get(yearless(number)) : undefined;
  if (other !== undefined) looks.push(`danh mục có ${other}, chỉ khác năm`);
  if (title !== null && title === title.toUpperCase()) looks.push("trích yếu viết hoa toàn bộ");
  const isLaw = type !== null && namedType.test(foldVietnamese(type));
  if (isLaw && title === null) looks.push("chưa rõ tên luật");
  const fields: [string, string][] = [
    ["loại", type ?? "Văn bản"],
    ["số", number],
    ...(date === null ? [] : [["ngày", dayWords(date)] as [string, string]]),
    ...(issuer === null ? [] : [["cơ quan ban hành", issuer] as [string, string]]),
    ...(title === null
      ? isLaw
        ? [["trích yếu", "(chưa rõ)"] as [string, string]]
        : []
      : [["trích yếu", title] as [string, string]]),
    ["xác nhận", "chưa"],
  ];
  return { fields, places: group.map(({ place }) => place), looks };
}

/** Groups of the same value, the largest first, the first seen of equals. */
function countedBy<T>(values: readonly T[], key: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

const placesOf = (values: readonly { readonly place: string }[]): string =>
  shortList([...new Set(values.map(({ place }) => place))]);

/** The first few places, and how many more there are. */
const shortList = (places: readonly string[]): string =>
  places.length <= 3 ? places.join(", ") : `${places.slice(0, 3).join(", ")} và ${places.length - 3} chỗ khác`;

// ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function unitRows(seen: readonly SeenName[], registries: Registries): HarvestedRow[] {
  const unknown = seen.filter(({ name }) => agenciesNamed(registries, name).length === 0);
  return countedBy(unknown, ({ name }) => foldVietnamese(name)).map((group) => {
    const spellings = countedBy(group, ({ name }) => sameTones(name));
    const looks =
      spellings.length > 1
        ? [`tên: ${spellings.map((same) => `${same[0]!.name} (${placesOf(same)})`).join("; ")}`]
        : [];
    const fields: [string, string][] = [
      ["tên", spellings[0]![0]!.name],
      ["xác nhận", "chưa"],
    ];
    return { fields, places: group.map(({ place }) => place), looks };
  });
}

function abbreviationRows(seen: readonly SeenAbbreviation[], registries: Registries): HarvestedRow[] {
  const known = new Set(registries.abbreviations.map(({ short }) => short));
  const unknown = seen.filter(({ short }) => !known.has(short));
  return countedBy(unknown, ({ short }) => short).map((group) => {
    const meanings = countedBy(group, ({ full }) => foldVietnamese(full));
    const looks =
      meanings.length > 1 ? [meanings.map((same) => `${same[0]!.full} (${placesOf(same)})`).join("; ")] : [];
    return { fields: [[group[0]!.short, meanings[0]![0]!.full]], places: group.map(({ place }) => place), looks };
  });
}

// ── The draft ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The harvest as a plan.yaml to look through; "" when nothing was found. */
export function draftOf({ documents, units, abbreviations, contradicted }: Harvest): string {
  if (documents.length + units.length + abbreviations.length + contradicted.length === 0) return "";
  const lines = [
    "# Bản nháp danh mục riêng: những gì các kế hoạch nhắc đến mà danh mục chưa có.",
    "# Đối chiếu từng mục với bản gốc, sửa chỗ ghi “# CẦN XEM”, rồi xóa dòng “xác nhận: chưa”.",
    "# Kiểm tra lại bằng: plan registry verify TỆP",
  ];
  const section = (key: string, rows: readonly HarvestedRow[], isPair = false): void => {
    if (rows.length === 0) return;
    lines.push("", `${key}:`);
    for (const { fields, places, looks } of rows) {
      const unique = [...new Set(places)];
      lines.push(`  # ${places.length} lần: ${comment(shortList(unique))}`);
      for (const look of looks) lines.push(`  # CẦN XEM: ${comment(look)}`);
      for (const [index, [name, value]] of fields.entries())
        lines.push(`${index === 0 ? "  - " : "    "}${isPair ? scalar(name) : name}: ${scalar(value)}`);
    }
  };
  section("đơn vị", units);
  section("văn bản", documents);
  section("viết tắt", abbreviations, true);
  if (contradicted.length > 0) {
    lines.push("", "# Viện dẫn khác với danh mục (sửa trong kế hoạch, hoặc khai ở đây nếu danh mục sai):");
    for (const { words, place } of contradicted) lines.push(`# CẦN XEM: ${comment(`${words} (${place})`)}`);
  }
  return `${lines.join("\n")}\n`;
}

/** A comment is one line, without signs that a terminal or YAML would obey. */
const comment = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ");

const plainScalar = /^[\p{L}\d][\p{L}\d /.,&()“”-]*$/u;
const special = /^(?:true|false|null|yes|no|on|off|~|[\d.,_+-]+(?:e\d+)?|0[xo][\da-f]+|\.inf|\.nan)$/i;

/** A value as YAML reads it back: quoted unless it is plain words. */
export function scalar(text: string): string {
  const clean = comment(text).trim();
  if (plainScalar.test(clean) && !special.test(clean)) return clean;
  return `"${clean.replace(/[\\"]/g, "\\$&")}"`;
}
