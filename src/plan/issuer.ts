/**
 * The body that issues a document: its name in full, kind and level, the body above it, its usual place name and its
 * letters in a document's symbol. From the words of `cơ quan:` and the registries; nothing here reports.
 */
import type { Province, Registries } from "../registry/registry.ts";
import type { Span } from "../source/source-file.ts";
import { matchAgency } from "./mentions.ts";
import type { Issuer } from "./plan.ts";
import { capitalized, fold, isCapitals } from "./words.ts";

type Level = Issuer["level"];
type Kind = Issuer["kind"];

const unitWords: readonly (readonly [string, Level])[] = [
  ["thành phố", "district"],
  ["thị trấn", "commune"],
  ["thị xã", "district"],
  ["đặc khu", "commune"],
  ["huyện", "district"],
  ["phường", "commune"],
  ["quận", "district"],
  ["tỉnh", "province"],
  ["xã", "commune"],
];

const before = "(?<![\\p{L}])";
const after = "(?![\\p{L}])";
const unitPattern = new RegExp(
  `${before}(${unitWords.map(([word]) => word).join("|")})\\s+(\\p{Lu}[^,;()]*|\\d+)$`,
  "u",
);

/** Usual short forms written out: “UBND xã An Bình” → “Ủy ban nhân dân xã An Bình”. Words typed in capitals only are
 * brought back to the case of running text. */
export function inFull(text: string): string {
  let full = text.replace(/[\s\u00a0]+/g, " ").trim();
  full = full
    .replace(new RegExp(`${before}UBND${after}`, "gu"), "Ủy ban nhân dân")
    .replace(new RegExp(`${before}HĐND${after}`, "gu"), "Hội đồng nhân dân")
    .replace(new RegExp(`${before}TP\\.?\\s*(?=\\p{Lu})`, "gu"), "thành phố ");
  if (isCapitals(full.replace(/Ủy ban nhân dân|Hội đồng nhân dân|thành phố /g, ""))) full = fromCapitals(full);
  return full
    .replace(new RegExp(`${before}[UỦ][ỷy]\\s+ban\\s+[Nn]hân\\s+dân${after}`, "gu"), "Ủy ban nhân dân")
    .replace(
      new RegExp(
        `${before}Ủy\\s+ban\\s+nhân\\s+dân\\s+(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Thị trấn|Xã|Phường|Đặc khu)${after}`,
        "gu",
      ),
      (_, unit: string) => `Ủy ban nhân dân ${unit.toLowerCase()}`,
    );
}

const smallWords = [
  "ủy ban nhân dân",
  "hội đồng nhân dân",
  "nhân dân",
  "và",
  "của",
  ...unitWords.map(([word]) => word),
];

/** “ỦY BAN NHÂN DÂN XÃ AN BÌNH” → “Ủy ban nhân dân xã An Bình”; names of departments keep capitals only at the start of
 * the name and in the place. */
function fromCapitals(text: string): string {
  const lower = text.toLowerCase();
  const unit = new RegExp(`^(.*?)${before}(${unitWords.map(([word]) => word).join("|")})\\s+([^,;()]+)$`, "u").exec(
    lower,
  );
  const sentence = (words: string): string => capitalized(words.trim());
  const title = (words: string): string =>
    words
      .split(" ")
      .map((word) => (smallWords.includes(word) ? word : capitalized(word)))
      .join(" ");
  return unit ? `${sentence(unit[1]!)} ${unit[2]} ${title(unit[3]!)}`.trim() : sentence(lower);
}

interface Unit {
  readonly word: string;
  readonly name: string;
  readonly level: Level;
  /** Where the unit starts in the full name. */
  readonly at: number;
}

/** The administrative unit that ends a body's name: “Sở Nội vụ tỉnh Hà Tĩnh” → tỉnh Hà Tĩnh. A thành phố is a province
 * when the registry knows it as one. */
export function unitOf(full: string, provinces: readonly Province[]): Unit | null {
  // “UBND xã An Bình, huyện Bình Minh”: the unit before the comma is the body's own.
  const comma = full.indexOf(",");
  const match = (comma > 0 ? unitPattern.exec(full.slice(0, comma)) : null) ?? unitPattern.exec(full);
  if (!match) return null;
  const word = match[1]!;
  const name = match[2]!.trim();
  let level = unitWords.find(([unit]) => unit === word)![1];
  if (word === "thành phố" && provinces.some((p) => p.unit === "thành phố" && fold(p.name) === fold(name))) {
    level = "province";
  }
  return { word, name, level, at: match.index };
}

function kindOf(full: string): Kind {
  const words = fold(full);
  const starts = (...heads: readonly string[]): boolean =>
    heads.some((head) => words === head || words.startsWith(`${head} `));
  if (/^(chu tich |pho chu tich )?uy ban nhan dan( |$)/.test(words)) return "committee";
  if (/^(thuong truc |chu tich )?hoi dong nhan dan( |$)/.test(words)) return "council";
  if (
    starts(
      "tinh uy",
      "thanh uy",
      "huyen uy",
      "quan uy",
      "thi uy",
      "dang uy",
      "dang bo",
      "chi bo",
      "chi uy",
      "ban chap hanh dang bo",
      "ban thuong vu",
    )
  )
    return "party";
  if (starts("truong", "hoc vien", "dai hoc") && !starts("truong ban", "truong phong")) return "school";
  if (starts("bo chi huy", "bo tu lenh")) return "other";
  if (
    starts(
      "bo",
      "thanh tra chinh phu",
      "ngan hang nha nuoc",
      "van phong chinh phu",
      "uy ban dan toc",
      "chinh phu",
      "thu tuong chinh phu",
      "quoc hoi",
      "bao hiem xa hoi viet nam",
    )
  )
    return "ministry";
  if (starts("so", "phong", "ban", "van phong", "thanh tra", "chi cuc", "trung tam")) return "department";
  return "other";
}

/** What the header knows beside the issuer's own words. */
export interface IssuerContext {
  readonly registries: Registries;
  readonly date: string | null;
  /** `địa danh:` as typed, for a department whose province is not in its name. */
  readonly place: string | null;
  /** `cơ quan chủ quản:`; "" when it says that there is none. */
  readonly parent: string | null;
}

export interface BoundIssuer {
  readonly issuer: Issuer;
  /** A body that has a superior, none of which could be told from the file. */
  readonly lacksParent: boolean;
  /** The place name the form allows to take from the name; null when it must be typed. */
  readonly defaultPlace: string | null;
  /** Its letters in a symbol: “UBND”, “SNV”. */
  readonly symbol: string;
}

/** Binds one `cơ quan:`. Total: any words give an issuer. */
export function bindIssuer(text: string, span: Span, context: IssuerContext): BoundIssuer {
  const { registries } = context;
  const typed = text.replace(/[\s\u00a0]+/g, " ").trim();
  const written = inFull(typed);
  const match = matchAgency(written, { registries, date: context.date });
  // A body matched by pattern has its kind before the colon: `mttq-xa:an binh`.
  const head = match.id?.split(":")[0];
  const entry = registries.agencies.find((agency) => agency.id === match.id || agency.id === head);
  const unit = unitOf(written, registries.provinces);
  const full = fullName(written, unit, match.full ?? null);
  const kind = kindOf(full);
  const level = levelOf(kind, full, unit, entry?.level);
  const place = context.place === null ? null : provinceNamed(context.place, registries.provinces);
  const parent = parentOf(kind, full, unit, context, place);
  const headUnit = unitOf(full, registries.provinces);
  const dropUnit =
    parent !== null &&
    headUnit !== null &&
    (kind === "department" || kind === "school" || kind === "other") &&
    fold(parent).endsWith(fold(`${headUnit.word} ${headUnit.name}`));
  const letterhead = dropUnit
    ? full
        .slice(0, headUnit.at)
        .trim()
        .replace(/^(Văn phòng) Ủy ban nhân dân$/, "$1")
    : full;
  const hasSuperior = kind === "department" || kind === "school";
  return {
    issuer: {
      text: typed,
      full,
      id: match.id,
      kind,
      level,
      parent: parent === "" ? null : parent,
      ...(letterhead === full ? {} : { letterhead }),
      span,
    },
    lacksParent: hasSuperior && parent === null,
    defaultPlace: defaultPlace(kind, unit),
    symbol: symbolOf(kind, headUnit ? full.slice(0, headUnit.at) : letterhead, entry?.symbol ?? null),
  };
}

/** The registry's full name replaces a short form, but never loses the unit that was typed. */
function fullName(written: string, unit: Unit | null, known: string | null): string {
  // The registry's words for a kind of body (“… xã”) add nothing to a name that is written out.
  if (known === null) return capitalized(written);
  if (fold(known).startsWith(`${fold(written)} `))
    return known.split(" ").slice(0, written.split(" ").length).join(" ");
  if (unit === null || fold(known).includes(fold(unit.name))) return capitalized(known);
  return capitalized(`${known.replace(/\s*…\s*$/, "").trim()} ${written.slice(unit.at)}`.replace(/\s+/g, " ")).replace(
    new RegExp(`(${unit.word}) \\1 `, "u"),
    "$1 ",
  );
}

function levelOf(kind: Kind, full: string, unit: Unit | null, known: string | undefined): Level {
  if (kind === "ministry") return "central";
  if (unit) return unit.level;
  const words = fold(full);
  for (const [word, level] of unitWords) if (words.endsWith(` ${fold(word)}`)) return level;
  if (/^(so|tinh uy|thanh tra tinh) ?/.test(words)) return "province";
  if (/^(quan uy|huyen uy|thi uy) ?/.test(words)) return "district";
  if (known === "central" || known === "province" || known === "district" || known === "commune") return known;
  return "other";
}

function provinceNamed(name: string, provinces: readonly Province[]): Province | null {
  const wanted = fold(name).replace(/^(tinh|thanh pho) /, "");
  return provinces.find((province) => fold(province.name) === wanted) ?? null;
}

/** The superior as the letterhead prints it, "" for none, null when it cannot be told. UBND, HĐND, ministries and party
 * bodies print none (the list of Thông tư 01/2011, still the practice). */
function parentOf(
  kind: Kind,
  full: string,
  unit: Unit | null,
  context: IssuerContext,
  province: Province | null,
): string | null {
  if (context.parent !== null) return context.parent === "" ? "" : context.parent.toUpperCase();
  if (kind === "committee" || kind === "council" || kind === "ministry" || kind === "party") return "";
  if (kind === "school") return null;
  if (kind === "department") {
    if (unit) return `UBND ${unit.word} ${unit.name}`.toUpperCase();
    if (/^(so|thanh tra tinh|van phong uy ban nhan dan) ?/.test(fold(full)) && province) {
      return `UBND ${province.unit} ${province.name}`.toUpperCase();
    }
    return null;
  }
  return "";
}

/** Names of persons, numbers and events stand with their common noun (Nghị định 30/2020, Phụ lục I, mục II.4). */
const fullPlaceNames = new Set(
  [
    "Hồ Chí Minh",
    "Điện Biên Phủ",
    "Hai Bà Trưng",
    "Quang Trung",
    "Lê Lợi",
    "Trần Hưng Đạo",
    "Nguyễn Trãi",
    "Lê Hồng Phong",
    "Trần Phú",
    "Nguyễn Du",
    "Lý Thường Kiệt",
    "Ngô Quyền",
    "Trưng Vương",
    "Nguyễn Huệ",
    "Lê Thánh Tông",
    "Lý Thái Tổ",
    "Phan Bội Châu",
    "Phan Chu Trinh",
    "Lê Duẩn",
    "Trường Chinh",
  ].map(fold),
);

function defaultPlace(kind: Kind, unit: Unit | null): string | null {
  if (kind === "ministry") return "Hà Nội";
  if (!unit) return null;
  if (/^\d+$/.test(unit.name) || fullPlaceNames.has(fold(unit.name))) return capitalized(`${unit.word} ${unit.name}`);
  return unit.name;
}

function symbolOf(kind: Kind, name: string, known: string | null): string {
  if (kind === "committee") return "UBND";
  if (kind === "council") return "HĐND";
  if (known !== null && known !== "") return known;
  return name
    .split(/[\s,–-]+/)
    .filter((word) => /^\p{L}/u.test(word) && word !== "và")
    .map((word) => withoutTone(word.charAt(0).toUpperCase()))
    .join("");
}

/** Ủ → U; Ư, Ô, Đ stay. */
const withoutTone = (letter: string): string =>
  letter
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "")
    .normalize("NFC");
