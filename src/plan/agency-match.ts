/**
 * The body whose name starts at a word: by the registry (longest match, case and tone-mark variants, hyphens and commas or
 * none, short forms) and by pattern, level + name, so that an unlisted commune or department is not unknown.
 *
 * Ids: of the registry, or for a body matched by pattern its head, level and folded name (`ubnd-xa:an binh`,
 * `so:van hoa va the thao`), and for a set of units `ubnd-cac:xa+thi tran`. The same id is the same body within a plan.
 */
import { foldVietnamese, sameTones } from "../../grammar/fold.ts";
import type { Agency, Registries } from "../registry/registry.ts";
import { isAlive } from "../registry/search.ts";
import {
  hamletLevels,
  namedHeads,
  otherWords,
  secondSyllables,
  shortLevels,
  unitBodies,
  unitLevels,
} from "./agency-words.ts";
import { endOfBodyName, startsDuty } from "./body-names.ts";
import type { TextRange } from "./citations.ts";
import type { ShortName } from "./short-names.ts";

export interface AgencyContext {
  readonly registries: Registries;
  /** The issuer, or its name as typed (“UBND xã An Bình”): “UBND xã” in its plan is the same body. */
  readonly issuer?: string | { readonly text: string } | null;
  /** ISO date of the document: of two bodies with one name, the one that existed then. */
  readonly date?: string | null;
  /** Short names of bodies that the plan declares itself. */
  readonly shortNames?: readonly ShortName[];
}

export interface FoundAgency {
  /** As written. */
  readonly text: string;
  readonly id: string | null;
  readonly at: TextRange;
}

// ── Words of a text ─────────────────────────────────────────────────────────────────────────────────────────────────

export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Something other than blanks on the line, a hyphen or a comma stands before it: no name crosses it. */
  readonly cut: boolean;
}

const betweenWords = /^[ \u00a0]*[-,&\u2010-\u2015]?[ \u00a0]*$/;
const wordPattern = /[\p{L}\d]+(?:[&.](?=[\p{L}\d])[\p{L}\d]+)*/gu;

/** The words of a text, in the agreed spelling and with their places. */
export function wordsOf(text: string): Word[] {
  const keys = sameTones(text);
  const isExact = keys.length === text.length;
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    const cut = !(end + 1 === start && text.charAt(end) === " ") && !betweenWords.test(text.slice(end, start));
    end = start + match[0].length;
    words.push({ key: isExact ? keys.slice(start, end) : sameTones(match[0]), start, end, cut });
  }
  return words;
}

// ── Names of the registry ───────────────────────────────────────────────────────────────────────────────────────────

interface Node {
  readonly next: Map<string, Node>;
  readonly agencies: Agency[];
  /** Those whose name differs from these words only in what joins its parts. */
  readonly joined: Agency[];
}

const newNode = (): Node => ({ next: new Map(), agencies: [], joined: [] });

function nodeOf(root: Node, keys: readonly string[]): Node {
  let node = root;
  for (const key of keys) {
    let next = node.next.get(key);
    if (next === undefined) {
      next = newNode();
      node.next.set(key, next);
    }
    node = next;
  }
  return node;
}

/** Names that the law gives and that clerks join in ways of their own: “Phòng Văn hóa Thông tin”. */
const fixedName = /^(?:so|bo|phong)-/;

/** The words of a name with “và” present or not between its parts; hyphens and commas are no words anyway. */
function otherJoints(name: string): (readonly string[])[] {
  let spellings: string[][] = [[]];
  const words = wordsOf(name);
  for (const [i, word] of words.entries()) {
    const isAnd = word.key === "và";
    const between = i === 0 ? "" : name.slice(words[i - 1]!.end, word.start).trim();
    const isJoint = isAnd || between !== "";
    const rest = isAnd ? [] : [word.key];
    spellings = spellings.flatMap((keys) =>
      isJoint
        ? [
            [...keys, ...rest],
            [...keys, "và", ...rest],
          ]
        : [[...keys, ...rest]],
    );
  }
  return spellings;
}

/** Words of a text that begin with a capital. */
const capitals = (text: string): number => text.match(/(?<![\p{L}\d])\p{Lu}/gu)?.length ?? 0;

const tries = new WeakMap<Registries, Node>();

function trieOf(registries: Registries): Node {
  let root = tries.get(registries);
  if (root === undefined) {
    root = newNode();
    for (const agency of registries.agencies) {
      for (const name of new Set([agency.name, ...agency.short, ...agency.variants])) {
        const node = nodeOf(
          root,
          wordsOf(name).map((word) => word.key),
        );
        if (!node.agencies.includes(agency)) node.agencies.push(agency);
      }
      if (!fixedName.test(agency.id)) continue;
      for (const keys of otherJoints(agency.name)) {
        const node = nodeOf(root, keys);
        if (!node.agencies.includes(agency)) node.joined.push(agency);
      }
    }
    tries.set(registries, root);
  }
  return root;
}

export interface Match {
  readonly id: string;
  readonly end: number;
  /** Index of the first word after it. */
  readonly after: number;
  /** The registry's name, or the pattern's words written out. */
  readonly full: string;
}

/** Small letters are enough for a set (“các sở, ban, ngành”) and for the heads that clerks write small (“phòng Nội vụ”). */
const smallHeads = new Set(["sở", "phòng", "văn", "ban", "trung", "công", "đài", "ủy", "hội", "trạm", "bưu", "đoàn"]);

function registryMatch(text: string, words: readonly Word[], from: number, context: AgencyContext): Match | null {
  let node = trieOf(context.registries);
  let best: { agencies: readonly Agency[]; after: number } | null = null;
  for (let i = from; i < words.length; i += 1) {
    const word = words[i]!;
    if (i > from && word.cut) break;
    const next = node.next.get(word.key);
    if (next === undefined) break;
    node = next;
    if (node.agencies.length > 0) best = { agencies: node.agencies, after: i + 1 };
    else if (node.joined.length > 0) {
      // “Phòng Kinh tế, hạ tầng giao thông …” is no name: its parts begin with a capital as in the name.
      const typed = capitals(text.slice(words[from]!.start, word.end));
      const named = node.joined.filter(
        (one) => typed + (/^\p{Ll}/u.test(text.slice(words[from]!.start)) ? 1 : 0) >= capitals(one.name),
      );
      if (named.length > 0) best = { agencies: named, after: i + 1 };
    }
  }
  if (best === null) return null;
  const agency = rightOf(best.agencies, context);
  const start = words[from]!.start;
  const end = words[best.after - 1]!.end;
  const written = text.slice(start, end);
  const isSet = agency.level === "set" || agency.level === "hamlet";
  if (!isSet) {
    if (!/\p{Lu}/u.test(written)) return null;
    if (!/^\p{Lu}/u.test(written) && !smallHeads.has(words[from]!.key)) return null;
    // A short form of one word is spelt exactly, and is no part of a symbol (“NQ-CP”).
    if (best.after === from + 1 && !agency.name.includes(written)) {
      if (!agency.short.includes(written) && !agency.variants.includes(written)) return null;
      if (/[/\u2010-\u2015-]/.test(text.charAt(start - 1)) || /^[/\u2010-\u2015-]\S/.test(text.slice(end))) return null;
    }
  }
  return { id: agency.id, end, after: best.after, full: fullName(agency, written) };
}

const levelTail = / (?:cấp )?(tỉnh|huyện|xã)$/u;
const anyLevel = /(?<!\p{L})(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?!\p{L})/iu;

/** The registry's name; its level is left out where it was not typed (“Trung tâm Phục vụ hành chính công”). */
const fullName = ({ name }: Agency, written: string): string =>
  levelTail.test(name) && !anyLevel.test(written) ? name.replace(levelTail, "") : name;

const levelOrder: Readonly<Record<Agency["level"], number>> = {
  central: 0,
  province: 1,
  district: 2,
  commune: 3,
  hamlet: 4,
  set: 5,
  other: 6,
};

/** Of bodies with one name: those alive on the day, then the one nearest to the level of the issuer. */
function rightOf(agencies: readonly Agency[], context: AgencyContext): Agency {
  if (agencies.length === 1) return agencies[0]!;
  const day = context.date ?? null;
  const alive = day === null ? agencies : agencies.filter((agency) => isAlive(agency, day));
  const choices = alive.length > 0 ? alive : agencies;
  const level = levelOfIssuer(issuerName(context));
  if (level === null) return choices[0]!;
  const away = (agency: Agency): number => Math.abs(levelOrder[agency.level] - levelOrder[level]);
  return choices.reduce((best, agency) => (away(agency) < away(best) ? agency : best));
}

const issuerName = ({ issuer }: AgencyContext): string | null =>
  issuer === null || issuer === undefined ? null : typeof issuer === "string" ? issuer : issuer.text;

function levelOfIssuer(issuer: string | null): Agency["level"] | null {
  if (issuer === null) return null;
  const words = ` ${sameTones(issuer)} `;
  if (/ (xã|phường|thị trấn|đặc khu) /.test(words)) return "commune";
  if (/ (huyện|quận|thị xã) | huyện ủy /.test(words)) return "district";
  if (/ (tỉnh|sở) | tỉnh ủy /.test(words)) return "province";
  if (/^ (bộ|chính phủ|thủ tướng|văn phòng chính phủ) /.test(words)) return "central";
  return null;
}

// ── Patterns ────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Phrase {
  readonly key: string;
  readonly after: number;
}

/** Phrases by their first word, so that most words of a text are passed over at once. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function phrasesOf(spellings: readonly string[]): Phrases {
  const phrases = new Map<string, string[][]>();
  for (const spelling of spellings) {
    const words = spelling.split(" ");
    phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), words]);
  }
  return phrases;
}

const unitBodyPhrases = phrasesOf(unitBodies.map(([spelling]) => spelling));
const hamletPhrases = phrasesOf(hamletLevels);
const levelPhrases = phrasesOf([...unitLevels, ...Object.keys(shortLevels)]);

/** The longest of `phrases` that the words at `from` spell. */
function phraseAt(words: readonly Word[], from: number, phrases: Phrases): Phrase | null {
  const first = words[from];
  if (first === undefined) return null;
  let best: Phrase | null = null;
  for (const parts of phrases.get(first.key) ?? []) {
    if (best !== null && from + parts.length <= best.after) continue;
    const fits = parts.every((part, i) => {
      const word = words[from + i];
      return word !== undefined && word.key === part && (i === 0 || !word.cut);
    });
    if (fits) best = { key: parts.join(" "), after: from + parts.length };
  }
  return best;
}

const isCapital = (text: string, word: Word | undefined): boolean =>
  word !== undefined && /^\p{Lu}/u.test(text.slice(word.start, word.end));

function levelAt(words: readonly Word[], from: number): Phrase | null {
  const found = phraseAt(words, from, levelPhrases);
  return found ? { key: shortLevels[found.key] ?? found.key, after: found.after } : null;
}

const id = (...parts: readonly string[]): string => parts.map((part) => foldVietnamese(part)).join(":");
const slug = (text: string): string => foldVietnamese(text).replace(/ /g, "-");

/** “Chủ tịch Ủy ban nhân dân xã”, who is not the committee: of the issuer's unit where the level is its own. */
function chairOf(words: readonly Word[], level: Phrase, context: AgencyContext): Match {
  const own = unitOfIssuer(context);
  const isOwn = own?.level === level.key;
  return {
    id: `chu-tich-ubnd-${slug(level.key)}${isOwn ? `:${foldVietnamese(own.name)}` : ""}`,
    end: words[level.after - 1]!.end,
    after: level.after,
    full: `Chủ tịch Ủy ban nhân dân ${level.key}${isOwn ? ` ${own.name}` : ""}`,
  };
}

/** “Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội huyện”: without a level, the one of the issuer's unit. */
function ownFront(words: readonly Word[], after: number, context: AgencyContext): Match | null {
  const own = unitOfIssuer(context);
  if (own === null || /^(?:các|cấp|tw)$/.test(words[after]?.key ?? "")) return null;
  return {
    id: `mttq-${slug(own.level)}:${foldVietnamese(own.name)}`,
    end: words[after - 1]!.end,
    after,
    full: `Ủy ban Mặt trận Tổ quốc Việt Nam ${own.level} ${own.name}`,
  };
}

/** “UBND xã An Bình”, “UBND các huyện, thị xã, thành phố”, “Công an phường 5”. */
function unitMatch(text: string, words: readonly Word[], from: number, context: AgencyContext): Match | null {
  const head = phraseAt(words, from, unitBodyPhrases);
  if (!head || !isCapital(text, words[from])) return null;
  const [, body, full] = unitBodies.find(([spelling]) => spelling === head.key)!;
  let at = head.after;
  const set = words[at] && !words[at]!.cut && words[at]!.key === "các";
  if (set) at += 1;
  if (words[at]?.cut) return null;
  const level = levelAt(words, at);
  if (!level && !set && head.key.startsWith("ủy ban m")) return ownFront(words, head.after, context);
  if (!level || /[,-]/.test(text.slice(words[at - 1]!.end, words[at]!.start))) return null;
  if (set || !isName(text, words, level.after)) {
    // A set of levels: “các huyện, thị xã và thành phố”, with or without “các”.
    const levels = [level.key];
    let after = level.after;
    for (;;) {
      const joined = words[after]?.key === "và" ? after + 1 : after;
      const word = words[joined];
      const next = word && !word.cut ? levelAt(words, joined) : null;
      // “các xã thị trấn”: the comma was lost.
      const isBare = set && next !== null && !isName(text, words, next.after);
      const isList = next && (isBare || joined > after || /[,-]/.test(text.slice(words[after - 1]!.end, word!.start)));
      if (!next || !isList || (!set && isName(text, words, next.after))) break;
      levels.push(next.key);
      after = next.after;
      if (set && isName(text, words, after)) {
        // “các huyện, thị xã, thành phố Huế”
        const place = placeEnd(text, words, after);
        levels[levels.length - 1] = `${next.key} ${placeName(text, words, after, place)}`;
        after = place;
      }
    }
    if (!set && levels.length === 1) return body === "chu-tich-ubnd" ? chairOf(words, level, context) : null;
    const end = words[after - 1]!.end;
    return { id: id(`${body}-cac`, levels.join("+")), end, after, full: text.slice(words[from]!.start, end) };
  }
  const after = placeEnd(text, words, level.after);
  const name = placeName(text, words, level.after, after);
  return {
    id: `${body}-${slug(level.key)}:${foldVietnamese(name)}`,
    end: words[after - 1]!.end,
    after,
    full: `${full} ${level.key} ${name}`,
  };
}

/** A place name starts with a capital or is a number; in text typed in capitals only, everything is one. */
function isName(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || word.cut || /[,]/.test(text.slice(words[at - 1]!.end, word.start))) return false;
  return (isCapital(text, word) && !startsDuty(text, word.start)) || /^\d{1,2}$/.test(word.key);
}

/** Index after the place name at `from`: capitals in a row, also over a hyphen (“Bà Rịa - Vũng Tàu”). */
function placeEnd(text: string, words: readonly Word[], from: number): number {
  let after = from + 1;
  while (after - from < 6 && isName(text, words, after)) {
    const isNumber = /^\d+$/.test(words[after]!.key);
    const startsBody = phraseAt(words, after, unitBodyPhrases) !== null;
    if (isNumber || startsBody) break;
    after += 1;
  }
  return after;
}

const placeName = (text: string, words: readonly Word[], from: number, after: number): string =>
  titled(text.slice(words[from]!.start, words[after - 1]!.end).replace(/\s+/g, " "));

/** “AN BÌNH” → “An Bình”: a name typed in capitals only, as in a letterhead. */
const titled = (name: string): string =>
  name.length > 3 && name === name.toUpperCase()
    ? name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    : name;

const namedHeadPhrases = phrasesOf(namedHeads.map(([spelling]) => spelling));
function namedMatch(text: string, words: readonly Word[], from: number, context: AgencyContext): Match | null {
  const head = phraseAt(words, from, namedHeadPhrases);
  if (!head) return null;
  const next = words[head.after];
  if (!next || next.cut || !isCapital(text, next) || otherWords.has(next.key)) return null;
  if (/[,-]/.test(text.slice(words[head.after - 1]!.end, next.start))) return null;
  const first = words[from]!;
  if (!isCapital(text, first) && head.key !== "sở" && head.key !== "phòng") return null;
  // Typed in capitals only, a heading such as “BAN HÀNH” would pass as a name.
  if (/^[\p{Lu}\s]+$/u.test(text.slice(first.start, next.end)) && next.end - next.start > 2 && head.key !== "sở")
    return null;
  const end = endOfBodyName(text, first.start, true);
  if (end < next.end) return null;
  let after = from;
  while (after < words.length && words[after]!.start < end) after += 1;
  const written = text.slice(first.start, end).replace(/\s+/g, " ");
  const kind = namedHeads.find(([spelling]) => spelling === head.key)![1];
  const name = foldVietnamese(text.slice(next.start, end)).replace(/\s*[-\u2010-\u2015]\s*/g, " - ");
  return { id: `${kind}:${withoutOwnUnit(name, context)}`, end, after, full: written };
}

// ── Units of the issuer ─────────────────────────────────────────────────────────────────────────────────────────────

/** “UBND xã”, “Đảng ủy huyện” in a plan of UBND xã An Bình: the body of the issuer's own unit. */
function ownUnit(written: string, match: Match, context: AgencyContext): Match {
  if (/(?<!\p{L})cấp(?!\p{L})/u.test(written)) return match;
  const own = unitOfIssuer(context);
  if (own === null || !match.id.endsWith(`-${slug(own.level)}`)) return match;
  const body = match.id.slice(0, -slug(own.level).length - 1);
  if (!unitBodies.some(([, known]) => known === body)) return match;
  return {
    ...match,
    id: `${match.id}:${foldVietnamese(own.name)}`,
    full: `${match.full.replace(levelTail, "")} ${own.level} ${own.name}`,
  };
}

interface OwnUnit {
  readonly level: string;
  readonly name: string;
}

const ownUnits = new WeakMap<AgencyContext, OwnUnit | null>();

function unitOfIssuer(context: AgencyContext): OwnUnit | null {
  let own = ownUnits.get(context);
  if (own === undefined) {
    own = unitIn(issuerName(context) ?? "");
    ownUnits.set(context, own);
  }
  return own;
}

function unitIn(issuer: string): OwnUnit | null {
  const words = wordsOf(issuer);
  for (let i = words.length - 1; i >= 0; i -= 1) {
    const level = levelAt(words, i);
    if (level && level.after < words.length) {
      return { level: level.key, name: issuer.slice(words[level.after]!.start).trim() };
    }
  }
  return null;
}

/** The folded name of a body of the issuer's own unit, which may be typed with the unit or without. */
function withoutOwnUnit(name: string, context: AgencyContext): string {
  const own = unitOfIssuer(context);
  if (own === null) return name;
  const level = foldVietnamese(own.level);
  for (const tail of [` ${level} ${foldVietnamese(own.name)}`, ` ${level}`]) {
    if (name.endsWith(tail)) return name.slice(0, -tail.length);
  }
  return name;
}

/** A name of the registry that goes on with its unit or term: “Sở Nội vụ tỉnh Khánh Hòa”, “Phòng Nội vụ huyện”, “Đài Phát
 * thanh và Truyền hình Khánh Hòa”, “Ban Chấp hành Trung ương khóa XII”. The words belong to the mention; the body stays. */
function withUnit(text: string, words: readonly Word[], match: Match, context: AgencyContext): Match {
  let after = match.after;
  const next = words[after];
  if (next === undefined || next.cut || /[,;-]/.test(text.slice(match.end, next.start))) return match;
  const hamlet = hamletAt(text, words, after);
  if (hamlet !== null) return { ...match, ...hamlet, id: `${match.id}${hamlet.id}` };
  const level = levelAt(words, after);
  if (level) after = isName(text, words, level.after) ? placeEnd(text, words, level.after) : level.after;
  else if (isCapital(text, next)) {
    const end = placeEnd(text, words, after);
    if (!isProvince(placeName(text, words, after, end), context.registries)) return match;
    after = end;
  } else if (next.key === "khóa" && /^[ivxl]+$/.test(words[after + 1]?.key ?? "")) after += 2;
  if (after === match.after) return match;
  return { ...match, end: words[after - 1]!.end, after };
}

/** “Tổ công nghệ số cộng đồng thôn Đông”, “… các thôn”: the words of a hamlet behind a body, and what they add to its id. */
function hamletAt(
  text: string,
  words: readonly Word[],
  from: number,
): { id: string; end: number; after: number } | null {
  const isSet = words[from]!.key === "các";
  const level = phraseAt(words, isSet ? from + 1 : from, hamletPhrases);
  if (level === null) return null;
  if (isSet) return { id: `-cac:${foldVietnamese(level.key)}`, end: words[level.after - 1]!.end, after: level.after };
  if (!isName(text, words, level.after)) return null;
  const after = placeEnd(text, words, level.after);
  const name = foldVietnamese(`${level.key} ${placeName(text, words, level.after, after)}`);
  return { id: `:${name}`, end: words[after - 1]!.end, after };
}

const provinceNames = new WeakMap<Registries, ReadonlySet<string>>();
function isProvince(name: string, registries: Registries): boolean {
  let names = provinceNames.get(registries);
  if (names === undefined) {
    names = new Set(registries.provinces.flatMap((p) => [p.name, ...p.aliases]).map(foldVietnamese));
    provinceNames.set(registries, names);
  }
  return names.has(foldVietnamese(name));
}

/** “NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH”, typed in capitals only, names no Vụ. */
function isSecondSyllable(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const before = words[at - 1];
  if (before === undefined || word.cut || !secondSyllables[word.key]?.has(before.key)) return false;
  const typed = text.slice(before.start, word.end);
  return typed === typed.toUpperCase() && !/[-,]/.test(typed);
}

/** The body whose name starts at a word: the longest words win; of equals a named unit, then the registry. */
function longestAt(text: string, words: readonly Word[], from: number, context: AgencyContext): Match | null {
  const start = words[from]!.start;
  const registered = registryMatch(text, words, from, context);
  const known = registered === null ? null : ownUnit(text.slice(start, registered.end), registered, context);
  const unit = unitMatch(text, words, from, context);
  const longer = known === null ? null : withUnit(text, words, known, context);
  if (unit !== null && unit.end >= (longer?.end ?? 0)) return unit;
  const named = namedMatch(text, words, from, context);
  if (named === null || named.end <= (longer?.end ?? 0)) return longer;
  // A department of the law goes on with a joint only: “Sở Tư pháp | Quý I” in a table whose lines ran together.
  const isLawful = longer !== null && fixedName.test(longer.id);
  return isLawful && /^[ \u00a0]+(?!và\s)\p{L}/u.test(text.slice(longer.end)) ? longer : named;
}

/** The body whose name starts at a word, or null. */
export function matchAt(text: string, words: readonly Word[], from: number, context: AgencyContext): Match | null {
  const match = longestAt(text, words, from, context);
  return match === null || isSecondSyllable(text, words, from) ? null : match;
}
