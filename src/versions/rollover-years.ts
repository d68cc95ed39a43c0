/**
 * What becomes of each year that a plan writes when the plan is made anew for another year: moved where it says when
 * something is done, kept where it belongs to the name of a document or a programme or tells of the past, asked about where
 * only a person knows. Read from the words around it; nothing is changed here.
 */
import type { FoundCitation } from "../plan/mentions.ts";
import { fold } from "../plan/words.ts";
import { numberKey } from "../registry/search.ts";
import { formatDate } from "../time/calendar.ts";
import type { Text } from "./rollover-texts.ts";

export interface PlanYears {
  readonly from: number;
  readonly to: number;
  /** A school year, which spans two years of the calendar and is one. */
  readonly isSchool: boolean;
}

/** The years a plan is for, and those of the new one. */
export interface Turn {
  readonly from: PlanYears;
  readonly to: PlanYears;
  /** Years added. */
  readonly by: number;
  /** Day of the plan (ISO) where all of it is known. */
  readonly day: string | null;
  /** Own numbers, as keys of the registry: a citation of one of them is the plan itself. */
  readonly numbers: ReadonlySet<string>;
  /** Own symbols, folded: “kh-ubnd”. */
  readonly symbols: ReadonlySet<string>;
  /** Folded words of the plan's own title. */
  readonly title: string;
}

/** Why a year is kept. */
export type KeptKind = "citation" | "stage" | "programme" | "history" | "law" | "horizon" | "no-year" | "value";
/** What a person is asked. */
export type AskedKind =
  | "annual-document"
  | "look-back"
  | "look-back-part"
  | "programme"
  | "horizon"
  | "stage-over"
  | "edition"
  | "anniversary"
  | "past-day"
  | "time-outside"
  | "far-year"
  | "since";

export type Decision =
  /** `note`: moved, and a person is asked about it all the same. */
  | { readonly action: "move"; readonly note?: { readonly kind: AskedKind; readonly words: string } }
  | { readonly action: "keep"; readonly kind: KeptKind }
  | { readonly action: "ask"; readonly kind: AskedKind; readonly words: string };

export interface Year {
  readonly year: number;
  /** In the text's prose. */
  readonly at: number;
  readonly decision: Decision;
}

const move: Decision = { action: "move" };
const keep = (kind: KeptKind): Decision => ({ action: "keep", kind });
const ask = (kind: AskedKind, words: string): Decision => ({ action: "ask", kind, words });

const anyYear = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** Every figure of four digits that may be a year, with what becomes of it. */
export function yearsIn(text: Text, turn: Turn): Year[] {
  const words = text.prose.text;
  const found = [...words.matchAll(anyYear)];
  if (found.length === 0) return [];
  const cited = citedIn(text, turn);
  return found.map(({ index, 0: figures }) => ({
    year: Number(figures),
    at: index,
    decision: decide({ text, turn, words, at: index, year: Number(figures), cited }),
  }));
}

interface Question {
  readonly text: Text;
  readonly turn: Turn;
  readonly words: string;
  readonly at: number;
  readonly year: number;
  readonly cited: readonly CitedStretch[];
}

function decide(question: Question): Decision {
  for (const rule of [
    noYear,
    inDocumentNumber,
    ownName,
    inCitation,
    inOpenCitation,
    inRange,
    inSpecialName,
    horizon,
    wholeDate,
  ]) {
    const decision = rule(question);
    if (decision !== null) return decision;
  }
  return plainYear(question);
}

const before = ({ words, at }: Question): string => words.slice(Math.max(0, at - 160), at);
const after = ({ words, at }: Question): string => words.slice(at + 4, at + 164);
/** The words before, back to the last mark that ends a clause. */
const clauseBefore = (question: Question): string =>
  before(question)
    .split(/[;:()]|[.,]\s/u)
    .at(-1)!;
const clauseOf = (question: Question): string =>
  before(question)
    .split(/;|[.]\s/u)
    .at(-1)! +
  String(question.year) +
  after(question).split(/;|[.](?:\s|$)/u)[0]!;

const isOwn = ({ turn, year }: Question): boolean => year >= turn.from.from && year <= turn.from.to;
const isSingle = ({ from }: Turn): boolean => from.from === from.to;
const isSchoolYear = ({ from }: Turn): boolean => from.isSchool;

// ── No years ────────────────────────────────────────────────────────────────────────────────────────────────────────

const counted =
  /^\s*(?:người|hộ|đồng|lượt|cuốn|tờ|bản|km|m|m2|m²|ha|triệu|tỷ|nghìn|trường|hồ sơ|học sinh|giáo viên|sinh viên|đại biểu|suất|chỗ|kg|tấn|cái|chiếc|bộ|thẻ|căn|cây|con|em|ca|liều|lồng|đơn|phiếu|tài khoản|%)(?![\p{L}\d])/iu;

function noYear(question: Question): Decision | null {
  const [head, tail] = [before(question), after(question)];
  const isNamed = /(?:năm|tháng \d{1,2}|quý \S+)\s*$/iu.test(head);
  if (/[\p{L}_]$/u.test(head) || /^[\p{L}_]/u.test(tail)) return keep("no-year");
  if (/(?:ISO|TCVN|QCVN|IEC|TCXDVN|OHSAS)[\s\d./:-]*$/u.test(head)) return keep("no-year");
  if (/(?:https?:\/\/|www\.|@)\S*$/iu.test(head)) return keep("no-year");
  const isDate = /\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?$/.test(head);
  if (!isDate && (/\d[.,]$/.test(head) || /^[.,]\d/.test(tail))) return keep("no-year");
  if (!isNamed && !isDate && counted.test(tail)) return keep("no-year");
  return null;
}

function inDocumentNumber(question: Question): Decision | null {
  const isNumber = /\d[a-zđ]?\s?\/\s?$/u.test(before(question)) && /^\s?\/\s?\p{L}/u.test(after(question));
  return isNumber && !question.cited.some((one) => one.isSelf && isWithin(question.at, one)) ? keep("citation") : null;
}

// ── The plan's names for itself ─────────────────────────────────────────────────────────────────────────────────────

/** “Trên đây là Kế hoạch … năm 2026”, to the first mark. */
const closingName = /^\s*Trên đây là (?!kết quả|tình hình|báo cáo)[^.;]*/iu;
/** “… ban hành Kế hoạch … năm 2026 như sau”. */
const openingName =
  /(?<!\p{L})(?:ban hành|xây dựng|đề ra)\s+(?:kế hoạch|chương trình|đề án|phương án)(?:(?!ban hành|xây dựng)[^.;])*?(?=,?\s*(?:cụ thể\s+)?như sau|,?\s*với (?:các |những )?nội dung)/giu;
const attachedName = /kèm theo Quyết định này[^.;]*/iu;

/** In the title, and where the plan names itself, the plan's own year is its own whatever stands between. */
function ownName(question: Question): Decision | null {
  const { text, words, at, year, turn } = question;
  if (text.place === "header" && (text.field === "year" || text.field === "period")) return move;
  if (text.place === "attached") return move;
  const stretches: (readonly [number, number])[] = [];
  if (text.place === "title" || text.place === "annex-title") stretches.push([0, words.length]);
  const closing = closingName.exec(words);
  if (closing) stretches.push([closing.index, closing.index + closing[0].length]);
  const attached = attachedName.exec(words);
  if (attached) stretches.push([attached.index, attached.index + attached[0].length]);
  for (const match of words.matchAll(openingName)) stretches.push([match.index, match.index + match[0].length]);
  if (!stretches.some(([start, end]) => start <= at && at < end)) return null;
  const range = rangeAt(question);
  if (range !== null && !isSingle(turn) && range.from === turn.from.from && range.to === turn.from.to) {
    if (!question.cited.some((one) => isWithin(at, one))) return move;
    const typed = words.slice(range.start, range.end);
    const note = { kind: "programme", words: `đã đổi “${typed}” trong tên văn bản được viện dẫn: kiểm tra` } as const;
    return { action: "move", note };
  }
  if (isDatePart(question) || range !== null || horizonWord.test(before(question))) return null;
  // Behind “Tết Bính Ngọ”, “PCI”: a bare year is one too.
  return year >= turn.from.from && year <= turn.from.to && !inNumberOrDate(question) ? move : null;
}

const isDatePart = (question: Question): boolean => dateAt(question) !== null;
const inNumberOrDate = ({ at, cited }: Question): boolean => cited.some((one) => one.start <= at && at < one.titleFrom);

// ── Cited documents ─────────────────────────────────────────────────────────────────────────────────────────────────

interface CitedStretch {
  readonly start: number;
  /** Where number, date and issuer end and the title begins. */
  readonly titleFrom: number;
  readonly end: number;
  /** The plan's own number. */
  readonly isSelf: boolean;
  /** What to ask of it, or null. */
  readonly asked: Decision | null;
  readonly year: number | null;
}

const isWithin = (at: number, { start, end }: CitedStretch): boolean => start <= at && at < end;

const linking =
  /^,?\s*(?:về|việc|v\/v|ban hành|phê duyệt|quy định|công bố|sửa đổi|bổ sung|hướng dẫn|điều chỉnh|thành lập|bãi bỏ|giao|thay thế|kéo dài|đính chính|kiện toàn|triển khai|thực hiện|tổ chức|tuyên truyền|tăng cường|đẩy mạnh|nâng cao|hội nghị|khóa|khoá|kỳ họp)(?!\p{L})/iu;
/** Words in the title's place that go on with the plan's own sentence. */
const goesOn =
  /^\s*(?:và|để|thì|trong|trước|tại|đến|gửi|nhằm|hoặc|cùng|đã|được|của|là|như|theo|với|có|còn|này|nêu|trên|từ)(?!\p{L})/iu;
/** What ends a title: the end of the clause, or words of the plan's own sentence. */
const titleEnd =
  /[;\n]|\.(?:\s|$)|\s(?:và|cùng)\s+(?=(?:Kế hoạch|Chương trình|Nghị quyết|Quyết định|Chỉ thị|Công văn|kế hoạch này)(?!\p{L}))|,?\s+(?:như sau|cụ thể như|với (?:các |những )?nội dung|gửi về|trước ngày|trong quý|trong năm|trong tháng|báo cáo (?:kết quả )?về)(?!\p{L})|,\s+(?=(?:[ỦU][ỷy] ban|UBND|Sở|Phòng|Ban (?:Chỉ đạo|Giám hiệu|Thường)|Trường|Trung tâm|Văn phòng|Hội đồng|Đảng ủy|Chi bộ|Nhà trường|Công an|căn cứ|năm \d{4}|quý|đến hết|hoàn thành|bảo đảm|đảm bảo|phấn đấu|yêu cầu|đề nghị|các (?:cơ quan|đơn vị|phòng|ban|sở|xã)|đồng thời|tiếp tục)(?!\p{L}))/iu;

function titleOf(words: string, from: number): number {
  const rest = words.slice(from);
  if (!linking.test(rest) && (!/^\s+[\p{Ll}“"‘']/u.test(rest) || goesOn.test(rest))) return from;
  const end = titleEnd.exec(rest.slice(1));
  let to = end === null ? words.length : from + 1 + end.index;
  // A bracket that was open before the citation closes behind its title.
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    if (words[at] === "(") depth += 1;
    else if (words[at] === ")") {
      depth -= 1;
      if (depth < 0) to = at;
    }
  }
  return to;
}

const lawType = /^(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)/iu;
/** Kinds that are made anew each year, whatever their title says. */
const passing = /^(?:Kế hoạch|Công văn|Tờ trình|Báo cáo|Thông báo|Giấy mời|Biên bản|Hợp đồng|Chương trình công tác)/iu;

function citedIn(text: Text, turn: Turn): CitedStretch[] {
  const words = text.prose.text;
  return text.citations.map((citation): CitedStretch => {
    const { start, end } = citation.at;
    const isLaw = lawType.test(citation.type ?? citation.name ?? citation.text);
    const issued = yearOf(citation);
    const isSelf =
      citation.number !== null && turn.numbers.has(numberKey(citation.number)) && isOwnDate(citation, turn);
    const stop = isLaw && citation.number === null ? end : titleOf(words, end);
    const named = nameBefore(words, start);
    const title = `${words.slice(named, start)} ${words.slice(end, stop)}`;
    const asked = isSelf ? null : askedOf(citation, title, issued, text, turn);
    return { start: named, titleFrom: end, end: stop, isSelf, asked, year: issued };
  });
}

/** “Kế hoạch cải cách hành chính năm 2024 (ban hành kèm theo Quyết định số …)”: the name stands before the number. */
function nameBefore(words: string, start: number): number {
  const head = words.slice(Math.max(0, start - 240), start);
  if (
    !/(?:\(\s*)?(?:được )?(?:ban hành|phê duyệt)\s+(?:kèm theo|tại|theo)\s+$|\(\s*(?:kèm theo|theo|tại)\s+$/iu.test(
      head,
    )
  )
    return start;
  const name =
    /(?:Kế hoạch|Chương trình|Đề án|Quy chế|Quy định|Chiến lược|Bộ chỉ số|Bộ tiêu chí)(?:(?!Kế hoạch|Chương trình|Đề án)[^.;])*$/u.exec(
      head,
    );
  return name === null ? start : start - head.length + name.index;
}

function yearOf({ date, number }: FoundCitation): number | null {
  if (date !== null) return Number(date.slice(0, 4));
  const inNumber = /\/((?:19|20)\d\d)\//.exec(number ?? "")?.[1];
  return inNumber === undefined ? null : Number(inNumber);
}

const isOwnDate = ({ date }: FoundCitation, { day }: Turn): boolean => date === null || day === null || date === day;

/** What to ask of a cited document: one of a series of which the new year has its own. */
function askedOf(
  citation: FoundCitation,
  typedTitle: string,
  issued: number | null,
  text: Text,
  turn: Turn,
): Decision | null {
  const { from } = turn;
  // “Nghị quyết 99/NQ-CP năm 2020”: the year of the document itself.
  const title = citation.date === null ? typedTitle.replace(/^\s*năm (?:19|20)\d\d/iu, "") : typedTitle;
  const name = [citation.type, citation.number === null ? "" : `số ${citation.number}`].filter(Boolean).join(" ");
  const next = yearWords(turn.to);
  const years = [...title.matchAll(/(?<!\p{L})năm (?:học )?((?:19|20)\d\d)(?!\d)(\s?[-–—]\s?(?:19|20)\d\d)?/giu)];
  const isHorizon = (index: number): boolean => /(?:đến|tới|nhìn|từ|hướng)\s*$/iu.test(title.slice(0, index));
  const single = years.filter((year) => year[2] === undefined && !isHorizon(year.index)).map((year) => Number(year[1]));
  const isAnnual = isSingle(turn) && single.includes(from.from) && (issued === null || issued >= from.from - 1);
  const stage = new RegExp(`${from.from}\\s?[-–—]\\s?${from.to}(?!\\d)`);
  const isOfStage = !isSingle(turn) && stage.test(title);
  if (isAnnual || isOfStage) {
    return ask("annual-document", `${name} là văn bản của ${yearWords(from)}; thay bằng văn bản của ${next}`);
  }
  if (lawType.test(citation.type ?? "")) return null;
  if (issued === null || !passing.test(citation.type ?? "")) return null;
  if (single.includes(from.from - 1) || isReport(citation)) {
    if (issued < from.from - 1 || issued > from.to) return null;
    return ask("annual-document", `${name} là văn bản năm ${issued}; thay bằng văn bản mới cùng loại nếu có`);
  }
  // Plans and letters of a stage's years live as long as the stage.
  const isGround = text.place === "preamble" || /^\s*(?:Căn cứ|Thực hiện|Theo|Xét)/u.test(text.prose.text);
  const isOfThen = issued >= from.from && issued <= from.to;
  if (
    isOfThen &&
    !/giai đoạn|(?:đến|nhìn) năm/iu.test(title) &&
    (isGround || /^Kế hoạch/iu.test(citation.type ?? ""))
  ) {
    return ask("annual-document", `${name} ban hành năm ${issued}; thay bằng văn bản của ${next} nếu có`);
  }
  return null;
}

const isReport = ({ type }: FoundCitation): boolean => /^Báo cáo/iu.test(type ?? "");

function inCitation(question: Question): Decision | null {
  const { at, year, cited, words, turn } = question;
  const stretch = cited.findLast((one) => isWithin(at, one));
  if (stretch === undefined) return inAnnualName(question);
  if (stretch.isSelf && at < stretch.titleFrom) return move;
  if (at >= stretch.titleFrom && stretch.year !== null) {
    // “Quyết định số 468/QĐ-TTg ngày 27/3/2021 … trên địa bàn tỉnh năm 2024”: a year too late for a title is the plan's.
    const isPlain = /năm\s+$/iu.test(words.slice(0, at)) && rangeAt(question) === null;
    const isLate = year >= stretch.year + 2 && isOwn(question) && isSingle(turn);
    if (isPlain && isLate && !horizonWord.test(before(question))) return null;
  }
  return stretch.asked ?? keep("citation");
}

const openNumber =
  /(?<!\p{L})(Kế hoạch|Quyết định|Công văn|Tờ trình|Thông báo|Hướng dẫn|Chương trình|Báo cáo|Chỉ thị)\s+số[\s:….]*[/-]\s*(\p{L}[\p{L}&.-]*)[^;:()]{0,30}$/u;

/** “Kế hoạch số …/KH-SGDĐT ngày … tháng 8 năm 2026”: a document of another body whose number was still open. */
function inOpenCitation(question: Question): Decision | null {
  const match = openNumber.exec(before(question));
  if (match === null || !isOwn(question) || question.turn.symbols.has(fold(match[2]!))) return null;
  const { turn } = question;
  return ask(
    "annual-document",
    `${match[1]} …/${match[2]} của ${yearWords(turn.from)} còn để trống số; ghi văn bản của ${yearWords(turn.to)}`,
  );
}

/** A document without its number, whose name has the year: “Nghị quyết của Hội đồng nhân dân tỉnh về dự toán năm 2025”. */
function inAnnualName(question: Question): Decision | null {
  const { year } = question;
  const head = clauseBefore(question);
  const named =
    /(?<!\p{L})(Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Thông tư)(?:\s[^,.;:()]{0,80})?\s(?:năm\s+)$/u.exec(head);
  if (named && !/(?:trong|từ|đến|quý \S+|tháng \d+)\s+năm\s+$/iu.test(head)) return keep("law");
  const annual =
    /(?<!\p{L})(Nghị quyết|Quyết định|Chỉ thị|Công văn|Kết luận|Thông báo)(?:\s[^,.;:()]{0,80})?\s(?:năm\s+)$/u.exec(
      head,
    );
  if (annual && !/(?:trong|từ|đến|quý \S+|tháng \d+)\s+năm\s+$/iu.test(head)) {
    if (isOwn(question))
      return ask(
        "annual-document",
        `${annual[1]} năm ${year} là văn bản của ${yearWords(question.turn.from)}; thay bằng văn bản của ${yearWords(question.turn.to)}`,
      );
    return keep("citation");
  }
  return null;
}

// ── Stretches of years ──────────────────────────────────────────────────────────────────────────────────────────────

interface Range {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const ranges = /(?<![\d/.])((?:19|20)\d\d)\s?(?:[-–—]|\s(?:đến|tới)(?: năm)?\s)\s?((?:19|20)\d\d)(?![\d/])/giu;

/** “2021 - 2025”, “năm 2021 đến năm 2025” around a year; null for a year by itself. */
function rangeAt({ words, at }: Pick<Question, "words" | "at">): Range | null {
  for (const match of words.matchAll(ranges)) {
    const end = match.index + match[0].length;
    if (match.index > at || at >= end) continue;
    return { from: Number(match[1]), to: Number(match[2]), start: match.index, end };
  }
  return null;
}

const season =
  /(?:năm học|niên khóa|niên khoá|vụ|mùa|đông xuân|mùa khô|mùa mưa|năm ngân sách)(?:[\s,:(-]+\p{L}+){0,2}\s*$/iu;
const programmeName =
  /(?<!\p{L})(?:Chương trình|Đề án|Dự án|Chiến lược|Quy hoạch|Phong trào|phong trào|Cuộc vận động|cuộc vận động|Nghị quyết|Bộ chỉ số|Bộ tiêu chí|Đại hội|nhiệm kỳ|khóa|khoá)(?!\p{L})[^;:()]*$/u;

function inRange(question: Question): Decision | null {
  const range = rangeAt(question);
  if (range === null) return null;
  const { words, turn } = question;
  const { from } = turn;
  const head = words.slice(Math.max(0, range.start - 160), range.start);
  const clause = head.split(/[;()]|[.]\s/u).at(-1)!;
  const typed = words.slice(range.start, range.end);
  if (range.to === range.from + 1 && (season.test(head) || (isSchoolYear(turn) && !/giai đoạn\s*$/iu.test(head)))) {
    if (isSchoolYear(turn) ? range.from >= from.from : range.to >= from.from && range.from <= from.to + 1) {
      return /(?:so với|kết quả|tổng kết)[^.;]*$/iu.test(clause) && range.from < from.from
        ? ask("look-back", `“${typed}” là kỳ trước của kế hoạch cũ: ghi số liệu mới hoặc đổi năm`)
        : move;
    }
    if (range.to >= from.from - 1)
      return ask("look-back", `“${typed}” là kỳ trước của kế hoạch cũ: ghi số liệu mới hoặc đổi năm`);
    return keep("history");
  }
  if (/(?:nhiệm kỳ|khóa|khoá)(?: năm)?\s*$/iu.test(head)) return overStage(range, turn, typed) ?? keep("stage");
  if (!isSingle(turn)) {
    const isInside = range.from >= from.from && range.to <= from.to;
    if (isInside) {
      if (question.text.place === "title" || question.text.place === "column") return move;
      const named = programmeName.exec(clause);
      if (named === null || isOwnTitle(named[0], turn)) return move;
      return range.from === from.from || range.to === from.to
        ? ask(
            "programme",
            `“${typed}” đứng trong tên chương trình, đề án: kiểm tra có chương trình của ${yearWords(turn.to)} chưa`,
          )
        : move;
    }
  }
  if (range.to === from.from - 1)
    return ask("look-back", `“${typed}” là giai đoạn ngay trước kế hoạch cũ: cập nhật số liệu hoặc đổi năm`);
  return overStage(range, turn, typed) ?? keep("stage");
}

/** A stage that was running in the old plan and is over in the new one. */
const overStage = ({ to }: Range, turn: Turn, typed: string): Decision | null =>
  to >= turn.from.from && to < turn.to.from
    ? ask("stage-over", `“${typed}” đã kết thúc trước ${yearWords(turn.to)}: kiểm tra có giai đoạn mới chưa`)
    : null;

/** Words that are mostly the plan's own title name the plan. */
function isOwnTitle(words: string, { title }: Turn): boolean {
  const said = fold(words).match(/\p{L}+/gu) ?? [];
  const own = new Set(title.match(/\p{L}+/gu) ?? []);
  if (said.length < 3) return false;
  return said.filter((word) => own.has(word)).length >= said.length * 0.7;
}

// ── Editions, programmes, anniversaries ─────────────────────────────────────────────────────────────────────────────

function inSpecialName(question: Question): Decision | null {
  const { year, turn, at, words } = question;
  const head = before(question);
  if (/(?<!\p{L})lần (?:thứ )?(?:\d{1,3}|[IVXLC]+|\p{Ll}{2,6})\s*[-–,(]?\s*(?:năm\s+)?$/u.test(head)) {
    if (isOwn(question)) return ask("edition", `“${tail(head)}${year}”: lần thứ mấy và năm nào`);
    return year === turn.from.from - 1
      ? ask("look-back", `“${tail(head)}${year}” là kỳ trước của kế hoạch cũ: giữ hay đổi sang kỳ mới`)
      : keep("history");
  }
  const birth = /((?:1[6-9]|20)\d\d)\s?[-–]\s?(?:\d{1,2}[/.]\d{1,2}[/.]|ngày[^;]{0,25}năm\s)?\s*$/u.exec(head);
  if (birth && Number(birth[1]) < year - 3 && /\d{1,2}[/.]\d{1,2}[/.](?:1[6-9]|20)\d\d\s?[-–]|kỷ niệm/iu.test(head)) {
    return isOwn(question) ? ask("anniversary", "ngày kỷ niệm: số năm và năm phải đổi theo") : keep("history");
  }
  if (/^\s?[-–]\s?\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d/.test(after(question)) && year < turn.from.from - 1)
    return keep("history");
  if (/kỷ niệm (?:lần thứ )?\d+ năm/iu.test(clauseOf(question)) && isOwn(question) && isAnniversaryYear(words, at))
    return ask("anniversary", "ngày kỷ niệm: số năm và năm phải đổi theo");
  const programme =
    /(?<!\p{L})(Chương trình|Đề án|Dự án|Chiến lược|Quy hoạch)((?:\s(?!trong\s)[^,.;:()“”]{0,90}?)?)\s(?:năm\s+)$/u.exec(
      head,
    );
  if (programme && !/(?:trong|từ|đến|quý \S+|tháng \d+)\s+năm\s+$/iu.test(head) && !isOwnTitle(programme[0], turn)) {
    if (!isOwn(question)) return null;
    return ask(
      "programme",
      `“${programme[1]} … năm ${year}”: kiểm tra ${yearWords(turn.to)} có chương trình mới không`,
    );
  }
  if (/(?<!\p{L})hợp đồng[^.;]*năm\s+$/iu.test(head) && year < turn.from.from)
    return year === turn.from.from - 1
      ? ask("look-back", `hợp đồng năm ${year}: còn hiệu lực hay đã có hợp đồng mới`)
      : keep("history");
  return null;
}

/** “kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2025)”: the year of the day itself, not one of a task near it. */
const isAnniversaryYear = (words: string, at: number): boolean =>
  /kỷ niệm[^.;]{0,120}\([^)]*$/iu.test(words.slice(Math.max(0, at - 200), at));

const tail = (head: string): string => head.slice(head.search(/lần (?:thứ )?\S+\s*[-–,(]?\s*(?:năm\s+)?$/u));

// ── Horizons ────────────────────────────────────────────────────────────────────────────────────────────────────────

const horizonWord = /(?<!\p{L})(?:đến|tới|tầm nhìn|định hướng|hướng tới)(?:\s+(?:hết|cuối))?(?:\s+năm)?\s*$/iu;

function horizon(question: Question): Decision | null {
  const { year, turn } = question;
  const head = before(question);
  if (/(?<!\p{L})(?:kể )?từ(?: đầu)? năm\s*$/iu.test(head) && isOwn(question) && isSingle(turn)) {
    return ask("since", `“từ năm ${year}”: mốc bắt đầu, giữ hay đổi`);
  }
  const word = horizonWord.exec(head)?.[0];
  if (word === undefined) return null;
  if (!isSingle(turn) && year >= turn.from.from && year <= turn.from.to) {
    if (question.text.place === "title" || question.text.place === "heading") return move;
    const named = programmeName.exec(head.split(/[;()]|[.]\s/u).at(-1)!);
    return named === null || isOwnTitle(named[0], turn)
      ? move
      : ask("programme", `“đến năm ${year}” đứng trong tên chương trình, đề án: giữ hay đổi`);
  }
  if (isOwn(question) && /hết|cuối/iu.test(word)) return move;
  if (year >= turn.from.from && year < turn.to.from)
    return ask("horizon", `mốc “đến năm ${year}” đã qua khi sang ${yearWords(turn.to)}: giữ hay đổi`);
  return keep("horizon");
}

// ── Days ────────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Day {
  readonly day: number | null;
  readonly month: number;
}

const figuresDate = /(?<![\d/.,-])(\d{1,2}|…|_+|\.{3,})?\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?$/u;
const wordsDate = /ngày\s+(\d{1,2}|…|_+|\.{3,})?\s*tháng\s+(\d{1,2})\s+năm\s+$/iu;

/** The day or open day that a year belongs to; null for none. */
function dateAt(question: Question): Day | null {
  const head = before(question);
  const match = wordsDate.exec(head) ?? figuresDate.exec(head);
  if (match === null) return null;
  const day = /^\d+$/.test(match[1] ?? "") ? Number(match[1]) : null;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? { day, month } : null;
}

const due =
  /(?<!\p{L})(?:trước|chậm nhất|hạn|hết|đến|từ|muộn nhất|xong|hoàn thành|báo cáo|gửi|tổ chức|bắt đầu)(?!\p{L})/iu;
const happened =
  /(?<!\p{L})(?:cuộc họp|phiên họp|buổi họp|họp|đã|biên bản|kết luận|ký|theo|tại|công văn|văn bản|thông báo|hợp đồng|tính đến|phiên|xét|căn cứ)(?!\p{L})/iu;

/** “Ngày 10/4/2023, Ủy ban nhân dân tỉnh có văn bản …” */
const toldAfter = /^,?\s[^.;]{0,60}(?<!\p{L})(?:đã|có (?:văn bản|công văn|tờ trình)|ban hành|kết luận)(?!\p{L})/iu;

function wholeDate(question: Question): Decision | null {
  const date = dateAt(question);
  if (date === null || date.day === null) return null;
  const { year, turn, text } = question;
  const iso = `${year}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
  const shown = formatDate({ year, month: date.month, day: date.day });
  if (year >= turn.from.from && year <= turn.from.to + 1) {
    if (text.place === "time" || text.place === "column") return move;
    const head = before(question)
      .split(/;|[.]\s/u)
      .at(-1)!;
    const isDue = due.test(head.slice(-60));
    const isTold = happened.test(head.slice(-60)) || toldAfter.test(after(question));
    const isPast = isTold && !isDue && (turn.day === null || iso < turn.day);
    return isPast ? ask("past-day", `ngày ${shown} là việc đã qua: cập nhật hoặc bỏ`) : move;
  }
  if (year === turn.from.from - 1) {
    const isPrepared =
      date.month >= 10 && (text.place === "time" || /trước ngày|chậm nhất/iu.test(before(question).slice(-30)));
    if (isPrepared) return move;
    return ask("look-back", `ngày ${shown} thuộc năm trước của kế hoạch cũ: cập nhật hoặc bỏ`);
  }
  return year > turn.from.to ? farYear(question) : keep("history");
}

// ── Plain years ─────────────────────────────────────────────────────────────────────────────────────────────────────

const monthWord = /(?:quý\s+(I{1,3}|IV|[1-4])|tháng\s+(\d{1,2})|(?<![\d/])(\d{1,2}))(?:\s*\/\s*|\s+năm\s+)$/iu;

/** The last month of the quarter or month that a year is told with; null without one. */
function monthAt(question: Question): number | null {
  const match = monthWord.exec(before(question));
  if (match === null) return null;
  const quarters: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };
  if (match[1] !== undefined) return (quarters[match[1].toUpperCase()] ?? Number(match[1])) * 3;
  return Number(match[2] ?? match[3]);
}

function plainYear(question: Question): Decision {
  const { year, turn, text } = question;
  if (isOwn(question)) {
    const part = lookBackHead(text);
    if (part !== null) return ask("look-back-part", lookBackWords(part));
    if (/(?<!\p{L})(?:chuyển tiếp|tồn đọng)\s+(?:từ |của )?(?:năm\s+)$/iu.test(before(question)))
      return ask("look-back", `“năm ${year}”: năm trước của ${yearWords(turn.to)} hay năm kế hoạch`);
    return move;
  }
  if (year === turn.from.to + 1) return move;
  if (year > turn.from.to) return farYear(question);
  if (year < turn.from.from - 1) {
    return text.place === "time" ? ask("time-outside", outside(year, turn)) : keep("history");
  }
  const part = lookBackHead(text);
  if (part !== null) return ask("look-back-part", lookBackWords(part));
  if (text.place === "time") {
    const month = monthAt(question);
    return month !== null && month >= 10 ? move : ask("time-outside", outside(year, turn));
  }
  return ask("look-back", `“năm ${year}” là năm trước của kế hoạch cũ: cập nhật số liệu và đổi năm, hoặc giữ`);
}

const outside = (year: number, turn: Turn): string =>
  `thời gian ghi năm ${year}, kế hoạch cũ là của ${yearWords(turn.from)}: ghi lại cho đúng`;

/** Round years beyond the plan are horizons; others may belong to a series that goes along. */
const farYear = ({ year, turn }: Question): Decision =>
  year % 5 === 0 ? keep("horizon") : ask("far-year", `“năm ${year}” nằm sau ${yearWords(turn.from)}: giữ hay đổi`);

const past =
  /(?<!\p{L})(?:kết quả|tình hình|thực trạng|đánh giá|đặc điểm|tồn tại|hạn chế|khái quát|bối cảnh)(?!\p{L})/iu;
const work =
  /nhiệm vụ|giải pháp|mục tiêu|phương hướng|chỉ tiêu|nội dung|tổ chức thực hiện|yêu cầu|chế độ|báo cáo|kiểm tra|phân công|tuyên truyền/iu;

/** The heading of a part that tells of the time before, or null. Only the first levels: further down, “kết quả” is work. */
export function lookBackHead(text: Text): Text | null {
  const heads = text.place === "heading" ? [...text.heads, text] : text.heads;
  return heads.slice(0, 2).find(({ prose }) => past.test(prose.text) && !work.test(prose.text)) ?? null;
}

/** What is asked of such a part. */
export const lookBackWords = ({ prose }: Text): string =>
  `phần nhìn lại “${prose.text.replace(/\s+/g, " ").trim()}”: viết lại theo kết quả mới`;

/** “năm 2026”, “năm học 2026 - 2027”, “giai đoạn 2026 - 2030”. */
export const yearWords = ({ from, to, isSchool }: PlanYears): string =>
  from === to ? `năm ${from}` : `${isSchool ? "năm học" : "giai đoạn"} ${from} - ${to}`;
