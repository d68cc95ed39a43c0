/**
 * Citations of documents in running text, in every shape that plans write: state, ministry, party and joint symbols, laws
 * by name, with and without “số”, both forms of date, lists that share a type, documents named inside the title of others.
 *
 * Misspelt numbers (`05/NQ-TU`, `ND-CP`) are found too, so that a rule can speak of them. Nicknames (“Đề án 06/CP”) are no
 * citations. Pure: what a citation means is looked up later.
 */
import { endOfBodyName } from "./body-names.ts";
import { daysInMonth, plainBlanks } from "./words.ts";

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface FoundCitation {
  /** From the type to the issuer, as written. */
  readonly text: string;
  /** “Nghị quyết”, first letter large; null when only a number stands there. */
  readonly type: string | null;
  /** With symbol, as written; null for a law cited by name. */
  readonly number: string | null;
  /** ISO; null when not written or impossible. */
  readonly date: string | null;
  /** As written; null when not written. */
  readonly issuer: string | null;
  readonly at: TextRange;
  readonly numberAt: TextRange | null;
  /** From “ngày” to the year; null when no whole date is written. */
  readonly dateAt: TextRange | null;
  readonly issuerAt: TextRange | null;
  /** “Luật Tổ chức chính quyền địa phương” for a law named with or without number; null otherwise. */
  readonly name: string | null;
}

// ── Numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const T = "(?:\\p{Lu}[\\p{L}\\d]*(?:[.&][\\p{L}\\d]+)*|ubnd|hđnd)";
const H = "[-\\u2010-\\u2015]";
const partyTypes = "NQ|CT|KL|QĐi|QĐNS|QĐ|QyĐ|TB|BC|KH|KHLT|CTr|CTR|HD|TTr|TTR|CV|TT|BB|ĐA|PA|QCLT|QC|DA|BCĐ";
const partyBodies = "TW|TƯ|TU|HU|QU|ThU|TXU|ĐU|ĐUK";

const numberPattern = new RegExp(
  `(?<![\\p{L}\\d/.\\u2010-\\u2015-])(\\d{1,5}[a-zđ]?)(?:` +
    // 30/2020/NĐ-CP, 35/2023/UBTVQH15, 01/2016/TTLT-TANDTC-BTP
    `\\s?/\\s?(?:19|20)\\d{2}\\s?/\\s?${T}(?:\\s?(?:${H}|/)\\s?${T}){0,6}` +
    // 749/QĐ-TTg, 425/SNV-CCHC, also 05/NQ-TU
    `|\\s?/\\s?${T}(?:(?:${H}|/)${T}|${H}\\s(?=\\p{Lu}{2})${T}){1,6}` +
    // 18-NQ/TW, 05-QC/BTCTU-BNCTU
    `|\\s?${H}\\s?(?:${partyTypes})\\s?/\\s?${T}(?:${H}${T}){0,3}` +
    // 18-NQ-TW, 20 NQ/TW, 20NQ/TW: misspelt party numbers
    `|\\s?${H}(?:${partyTypes})${H}(?:${partyBodies})` +
    `|\\s?(?:NQ|CT|KL|QĐ|CTr|KH|HD|TB|QC)/(?:${partyBodies}|TWĐTN)` +
    // 64/CP: decrees before 1996; only after a type
    `|(?:/|${H})(?:CP|TTg|HĐBT)` +
    `)(?![\\p{L}\\d])`,
  "gu",
);

const shortNumber = new RegExp(`^\\d+[a-zđ]?(?:/|${H})(?:CP|TTg|HĐBT)$`, "u");

// ── Types ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const types = [
  "Nghị quyết liên tịch",
  "Nghị quyết chuyên đề",
  "Nghị quyết",
  "Nghị định",
  "Quyết định",
  "Chỉ thị",
  "Thông tư liên tịch",
  "Thông tư",
  "Thông báo kết luận",
  "Thông báo",
  "Thông tri",
  "Thông cáo",
  "Kết luận",
  "Quy định",
  "Quy chế phối hợp",
  "Quy chế",
  "Điều lệ",
  "Hướng dẫn liên ngành",
  "Hướng dẫn",
  "Chương trình hành động",
  "Chương trình phối hợp",
  "Chương trình",
  "Kế hoạch liên tịch",
  "Kế hoạch liên ngành",
  "Kế hoạch phối hợp",
  "Kế hoạch",
  "Phương án",
  "Đề án",
  "Dự án",
  "Báo cáo",
  "Biên bản",
  "Tờ trình",
  "Hợp đồng",
  "Công điện",
  "Công văn",
  "Văn bản hợp nhất",
  "Văn bản",
  "Giấy mời",
  "Giấy phép",
  "Lệnh",
  "Pháp lệnh",
  "Bộ luật",
  "Luật",
];
const typeWords = types.map((type) => type.replace(/ /g, "\\s+")).join("|");
const typeBefore = new RegExp(`(?<!\\p{L})(${typeWords})\\s*\\(?\\s*(?:số\\s*:?\\s*)?$`, "iu");
/** “Công văn của Sở Nội vụ số 425/SNV-CCHC”, “các nghị quyết của Hội đồng nhân dân tỉnh: số 12/NQ-HĐND …” */
const typeThenIssuer = new RegExp(
  `(?<!\\p{L})(${typeWords})\\s+của\\s+([^,;.:()“”"\\n]{2,80}?)\\s*:?\\s+số\\s*:?\\s*$`,
  "iu",
);
/** “Quy chế làm việc số 01-QC/ĐU”: some words between the type, with a capital, and the number. */
const typeWithWords = /(?<!\p{L})(Quy chế|Quy định|Chương trình|Kế hoạch|Thông báo)(?:\s+\p{Ll}+){1,4}\s+số\s*:?\s*$/u;
/** “đề nghị của Giám đốc Sở Nội vụ tại Công văn số 425/SNV-CCHC” */
const issuerBefore = /\scủa\s+([^,;.:()“”"\n]{2,80}?)\s+tại\s*$/iu;
const numberSign = /(?<!\p{L})số\s*:?\s*$/iu;
/** What may stand between two numbers that share a type. */
const listJoint = /^\s*(?:[,;]\s*(?:và\s+|hoặc\s+)?|và\s+|hoặc\s+)(?:số\s*:?\s*)?$/iu;
/** A member of a list whose titles stand between the numbers: “…: số 12/NQ-HĐND ngày … về …; số 14/NQ-HĐND ngày …”. */
const listItem = /;\s*(?:và\s+)?(?:số\s*:?\s*)?$/iu;
const symbolOf = (number: string): string => number.replace(/^\d+[a-zđ]?/u, "");
/** “Hội Luật gia”, “Khoa Luật”, “Đoàn Luật sư” are bodies. */
const lawWord =
  /(?<!\p{L}|(?:Hội|Đoàn|Khoa|Viện|Đại học|Trường|Văn phòng|Công ty) )(Bộ luật|Luật|Pháp lệnh|BỘ LUẬT|LUẬT|PHÁP LỆNH)(?=\s)(?!\s+(?:gia|sư|học|lệ)(?!\p{L}))/gu;
const lawName = /^(?:Bộ luật|Luật|Pháp lệnh)\s+[^;:()“”"\n]{2,200}$/iu;

/** “quyết  định” → “Quyết định”. */
function typeName(written: string): string {
  const words = written.replace(/\s+/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// ── Dates and issuers ───────────────────────────────────────────────────────────────────────────────────────────────

const dateAfter =
  /^\s*,?\s*(?:(?:ký\s+)?ban hành\s+|ký\s+)?ngày\s+(\d{1,2})(?:\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*|\s+tháng\s+(\d{1,2})\s+năm\s+)((?:19|20)\d{2})(?!\d)/iu;
/** A date with blanks: “ngày … tháng 02 năm 2024”, “ngày / /2024”. */
const openDateAfter =
  /^\s*,?\s*ngày[\s….]*\d{0,2}(?:\s*\/[\s….]*\d{0,2}\s*\/|[\s….]*tháng[\s….]*\d{0,2}[\s….]*năm)[\s….]*(?:\d{4}|20)?(?![\p{L}\d])/iu;

/** ISO date, or null for one that the calendar does not have. */
export function isoDate(day: number, month: number, year: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(month, year)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const issuerLead = /^\s*,?\s*của\s+/iu;
const issuerHead =
  /^\s+(?=(?:Chính phủ|Thủ tướng|Chủ tịch|Quốc hội|[ỦU][ỷy] ban|UBND|HĐND|UBTVQH|Hội đồng|Hội nghị|Ban |Bộ |Sở |Tỉnh [uủ]|Huyện [uủ]|Thành [uủ]|Đảng [uủ]|Bộ Chính trị|Bộ trưởng|Giám đốc|Phòng |Văn phòng |BCH|BTV|BCT)(?!hành))/u;

/** Words that link a document to what it is about. In capitals, or with a capital, they look like a part of the name. */
const linkAfterName =
  /\s(?:VỀ|BAN HÀNH(?!\sCHÍNH)|PHÊ DUYỆT|QUY ĐỊNH|CÔNG BỐ|TRIỂN KHAI|THỰC HIỆN|SỬA ĐỔI|HƯỚNG DẪN|GIAO(?!\sTHÔNG)|TRÊN|GIAI ĐOẠN|Về|Ban hành(?!\schính)|Phê duyệt|Quy định|Công bố|Triển khai|Sửa đổi|Hướng dẫn)(?!\p{L})/u;

function issuerAfter(text: string, at: number): TextRange | null {
  const rest = text.slice(at, at + 40);
  const lead = issuerLead.exec(rest) ?? issuerHead.exec(rest);
  if (!lead) return null;
  const start = at + lead[0].length;
  const end = endOfBodyName(text, start);
  // The link may reach past what was taken for the name: “Bộ GDĐT Quy | định về …”.
  const link = linkAfterName.exec(text.slice(start, end + 12));
  const cut = link === null ? end : Math.min(end, start + link.index);
  return cut > start ? { start, end: cut } : null;
}

/** The issuer named before a document that lies “tại Công văn số …”. */
function issuerAt(text: string, end: number): TextRange | null {
  const from = Math.max(0, end - 120);
  const match = issuerBefore.exec(text.slice(from, end));
  if (!match) return null;
  const start = from + match.index + match[0].indexOf(match[1]!, 4);
  const reach = endOfBodyName(text, start);
  return reach >= start + match[1]!.length ? { start, end: start + match[1]!.length } : null;
}

// ── Search ──────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Draft {
  start: number;
  end: number;
  type: string | null;
  name: string | null;
  date: string | null;
  dateAt: TextRange | null;
  issuer: TextRange | null;
}

/** Date and issuer after `at`; `at` moves to their end. */
function tail(
  text: string,
  at: number,
): { end: number; date: string | null; dateAt: TextRange | null; issuer: TextRange | null; dated: boolean } {
  let end = at;
  let date: string | null = null;
  let dateAt: TextRange | null = null;
  let dated = false;
  const rest = text.slice(at, at + 80);
  const match = dateAfter.exec(rest);
  if (match) {
    date = isoDate(Number(match[1]), Number(match[2] ?? match[3]), Number(match[4]));
    end += match[0].length;
    dateAt = { start: at + match[0].search(/ngày/iu), end };
    dated = true;
  } else {
    const open = openDateAfter.exec(rest);
    if (open) end += open[0].trimEnd().length;
  }
  const issuer = issuerAfter(text, end);
  if (issuer) end = issuer.end;
  return { end, date, dateAt, issuer, dated };
}

/** Where a law's name starts that ends right before `end`: the nearest “Luật”, or the outer one of an amending law. */
function lawBefore(text: string, end: number, from: number): { start: number; word: string } | null {
  const windowStart = Math.max(from, end - 240);
  const window = text.slice(windowStart, end);
  const words = [...window.matchAll(lawWord)].filter((match) => lawName.test(window.slice(match.index).trimEnd()));
  if (words.length === 0) return null;
  const amending = words.find((match) => /^\S+(?:\s+luật)?\s+sửa đổi/iu.test(window.slice(match.index)));
  const found = amending ?? words.at(-1)!;
  return { start: windowStart + found.index, word: found[1]! };
}

/** The end of the words before `at`, without blanks, commas and opening brackets. */
function endBefore(text: string, at: number): number {
  let end = at;
  while (end > 0 && /[\s,(]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

const clean = (text: string): string => text.replace(/\s+/g, " ").trim();

/**
 * Citations in order of place. `lawNames` are names of laws that count as citations even without number and date
 * (“Luật Thực hiện dân chủ ở cơ sở”); without them such mentions are not found.
 */
export function findCitations(text: string, lawNames: readonly string[] = []): readonly FoundCitation[] {
  const plain = plainBlanks(text);
  const found = citationsOf(plain, lawNames);
  return plain === text ? found : found.map((one) => ({ ...one, text: text.slice(one.at.start, one.at.end) }));
}

function citationsOf(text: string, lawNames: readonly string[]): FoundCitation[] {
  const found: FoundCitation[] = [];
  let previous: { end: number; type: string | null; issuer: TextRange | null } | null = null;
  let listHead: { type: string; issuer: TextRange; symbol: string } | null = null;
  // Where in `found` the list begins that shares its type, and its issuer when that is named once.
  let listStart = 0;
  let nearest = 0;
  for (const match of text.matchAll(numberPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const draft: Draft = { start, end, type: null, name: null, date: null, dateAt: null, issuer: null };
    const before = text.slice(Math.max(0, start - 240), start);
    const offset = start - before.length;
    const own = typeBefore.exec(before);
    const withIssuer = own ? null : typeThenIssuer.exec(before);
    const withWords = own || withIssuer ? null : typeWithWords.exec(before);
    let sharesType = false;
    const isLaw = /\/(?:19|20)\d\d\/(?:QH|UBTVQH|PL-UBTVQH)/u.test(match[0].replace(/\s/g, ""));
    if (own) {
      draft.type = typeName(own[1]!);
      draft.start = offset + own.index;
    } else if (withIssuer) {
      draft.type = typeName(withIssuer[1]!);
      draft.start = offset + withIssuer.index;
      const issuerStart = draft.start + withIssuer[0].indexOf(withIssuer[2]!, withIssuer[1]!.length + 4);
      draft.issuer = { start: issuerStart, end: issuerStart + withIssuer[2]!.length };
    } else if (previous !== null && previous.type !== null && listJoint.test(text.slice(previous.end, start))) {
      draft.type = previous.type;
      draft.issuer = previous.issuer;
      sharesType = true;
    } else if (listHead !== null && listItem.test(before) && symbolOf(match[0]) === listHead.symbol) {
      draft.type = listHead.type;
      draft.issuer = listHead.issuer;
    } else if (withWords) {
      draft.type = typeName(withWords[1]!);
      draft.start = offset + withWords.index;
    }
    if (!sharesType) listStart = found.length;
    if (withIssuer && draft.issuer) listHead = { type: draft.type!, issuer: draft.issuer, symbol: symbolOf(match[0]) };
    const sign = numberSign.exec(before);
    if (draft.type === null || draft.start === start) {
      if (isLaw) {
        const nameEnd = sign ? offset + sign.index : start;
        const law = lawBefore(text, endBefore(text, nameEnd), nearest);
        if (law) {
          draft.type = typeName(law.word);
          draft.start = law.start;
          draft.name = clean(text.slice(law.start, nameEnd).replace(/[\s,(]+$/u, ""));
        }
      }
      if (draft.start === start && sign) draft.start = offset + sign.index;
    }
    if (shortNumber.test(match[0]) && !/^(?:Nghị định|Quyết định|Nghị quyết|Chỉ thị|Thông tư)$/u.test(draft.type ?? ""))
      continue;
    const after = tail(text, end);
    draft.end = after.end;
    draft.date = after.date;
    draft.dateAt = after.dateAt;
    draft.issuer = after.issuer ?? draft.issuer ?? issuerAt(text, draft.start);
    if (sharesType && after.issuer) shareIssuer(text, found, listStart, after.issuer);
    found.push({
      text: text.slice(draft.start, draft.end),
      type: draft.type,
      number: match[0],
      date: draft.date,
      issuer: draft.issuer === null ? null : clean(text.slice(draft.issuer.start, draft.issuer.end)),
      at: { start: draft.start, end: draft.end },
      numberAt: { start, end },
      dateAt: draft.dateAt,
      issuerAt: draft.issuer,
      name: draft.name,
    });
    previous = { end: draft.end, type: draft.type, issuer: withIssuer || sharesType ? draft.issuer : null };
    nearest = end;
  }
  const taken = (at: TextRange): boolean =>
    found.some((citation) => citation.at.start < at.end && at.start < citation.at.end);
  for (const law of [...datedLaws(text), ...namedLaws(text, lawNames)]) if (!taken(law.at)) found.push(law);
  return found.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}

/** “các Nghị quyết số 18-NQ/TW, số 19-NQ/TW ngày 25/10/2017 của …”: the issuer named last is that of the whole list. */
function shareIssuer(text: string, found: FoundCitation[], from: number, issuer: TextRange): void {
  for (let index = from; index < found.length; index += 1) {
    const one = found[index]!;
    if (one.issuer === null)
      found[index] = { ...one, issuer: clean(text.slice(issuer.start, issuer.end)), issuerAt: issuer };
  }
}

/** “Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015”. */
function datedLaws(text: string): FoundCitation[] {
  const found: FoundCitation[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<!\p{L})ngày\s+\d/giu)) {
    const nameEnd = endBefore(text, match.index);
    const law = lawBefore(text, nameEnd, from);
    if (!law) continue;
    const name = text.slice(law.start, nameEnd);
    if (/(?<!\p{L})số\s+\d|\d\/|(?<!\p{L})(?:ngày|của Chính phủ)(?!\p{L})/iu.test(name)) continue;
    const after = tail(text, nameEnd);
    if (!after.dated) continue;
    from = after.end;
    found.push(lawCitation(text, { start: law.start, end: after.end }, law.word, name, after));
  }
  return found;
}

/** Names of laws are far shorter, in characters. */
const longestName = 600;

const small = new WeakMap<readonly string[], readonly string[]>();

function smallLetters(names: readonly string[]): readonly string[] {
  let made = small.get(names);
  if (made === undefined) {
    made = names.map((name) => name.toLowerCase());
    small.set(names, made);
  }
  return made;
}

/** Laws whose names are known, where no number or date stands with them. The longest name at a place counts. */
function namedLaws(text: string, names: readonly string[]): FoundCitation[] {
  if (names.length === 0) return [];
  const found: FoundCitation[] = [];
  for (const match of text.matchAll(lawWord)) {
    const rest = text.slice(match.index, match.index + longestName).toLowerCase();
    let length = 0;
    for (const name of smallLetters(names)) {
      if (name.length > length && rest.startsWith(name) && !/\p{L}/u.test(rest.charAt(name.length)))
        length = name.length;
    }
    const at = { start: match.index, end: match.index + length };
    if (length === 0 || found.some((law) => at.start < law.at.end)) continue;
    found.push(lawCitation(text, at, match[1]!, text.slice(at.start, at.end), nothing));
  }
  return found;
}

const nothing = { date: null, dateAt: null, issuer: null };

function lawCitation(
  text: string,
  at: TextRange,
  word: string,
  name: string,
  { date, dateAt, issuer }: { date: string | null; dateAt: TextRange | null; issuer: TextRange | null },
): FoundCitation {
  return {
    text: text.slice(at.start, at.end),
    type: typeName(word),
    number: null,
    date,
    issuer: issuer === null ? null : clean(text.slice(issuer.start, issuer.end)),
    at,
    numberAt: null,
    dateAt,
    issuerAt: issuer,
    name: clean(name),
  };
}
