/**
 * Whose duty a numbered line is, and which lines begin with a run-in heading: the bodies that stand at its start
 * (language rules 12 and 13). Known bodies are told anywhere; unknown ones only where the whole head is a list of bodies.
 */
import { fieldBody } from "./agency-fields.ts";
import { looksLikeAgency, sentenceWord } from "./agency-words.ts";
import { type AgencyContext, type FoundAgency, findAgencies } from "./mentions.ts";
import type { AgencyMention, DivisionRole, Prose } from "./plan.ts";
import { sourceSpan } from "./prose.ts";
import { writeOut } from "./short-names.ts";
import { trimEnd } from "./words.ts";

/** Words before the body a duty is given to. */
const addressed = /^(?:đề nghị|giao|trách nhiệm của|yêu cầu|phân công)\s+(?:cho\s+)?/iu;

/** How many characters of a heading come before the body it addresses (“Đề nghị ”). */
const addressLength = (text: string): number => addressed.exec(text)?.[0].length ?? 0;

/** Words that stand before a body and are not part of its name: those who lead it, and “các” of a list. */
const before =
  /\s*(?:(?:các|những|toàn thể|lãnh đạo|thủ trưởng|người đứng đầu|giám đốc|(?:phó\s+)?(?:hiệu\s+)?trưởng|chủ tịch|bí thư)\s+)*/iuy;
/** Words after a body that say which of its kind, or where. */
const after =
  /(?:\s+(?:(?:có\s+)?liên quan|trực thuộc|cùng cấp|các cấp|(?:trên địa bàn|cấp|của|thuộc|trong|tại)\s+(?:toàn\s+)?(?:tỉnh|huyện|thành phố|thị xã|thị trấn|xã|phường|sở|ngành)|tỉnh|huyện|xã|phường)|\s*\([^()]*\))*/iuy;
/** What stands between two bodies of a list. */
const joint = /\s*(?:[,;]\s*(?:và\s+)?|\s[-–]\s+|\s+và\s+)/iuy;
/** The end of an unknown name: a comma, a semicolon, or an “và” with another body behind it. */
const nextPart = /[,;]|\s+và\s+(?=(?:các\s+)?\S)/giu;

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text) === null ? at : pattern.lastIndex;
}

interface Run {
  readonly bodies: readonly FoundAgency[];
  /** Where the run ends. */
  readonly end: number;
}

/** The bodies in a row from `start` on. With `unknown`, names that only look like one count too. */
function runOf(text: string, start: number, limit: number, unknown: boolean, context: AgencyContext): Run {
  const found = findAgencies(text, context).filter((one) => one.at.end <= limit);
  const bodies: FoundAgency[] = [];
  let end = start;
  let at = skip(before, text, start);
  for (;;) {
    const known = found.find((one) => one.at.start >= end && one.at.start <= at && one.at.end > at);
    if (known) {
      const longer = unknown ? longerName(text, at, known, limit, context) : null;
      bodies.push(longer ?? known);
      end = skip(after, text, (longer ?? known).at.end);
    } else {
      const name = unknown ? unknownAt(text, at, limit, bodies.length > 0, context) : null;
      if (name === null) break;
      bodies.push(name);
      end = name.at.end;
    }
    if (end >= limit) break;
    const next = skip(joint, text, end);
    if (next === end) break;
    at = skip(before, text, next);
  }
  return { bodies, end: Math.min(end, limit) };
}

/** The whole name in a heading where the pattern of a name took in its first words only: “Trung tâm Kiểm soát | thanh toán
 * điện tử”. */
function longerName(
  text: string,
  at: number,
  known: FoundAgency,
  limit: number,
  context: AgencyContext,
): FoundAgency | null {
  const end = skip(after, text, known.at.end);
  if (
    end >= limit ||
    skip(joint, text, end) > end ||
    !/^(?:ban|trung-tam|phong|to|truong|hoi|van-phong|cuc|vu):/.test(known.id ?? "")
  )
    return null;
  const name = unknownAt(text, at, limit, false, context);
  const id = name === null || name.at.end <= known.at.end ? null : fieldBody(name.text, context);
  return id === null ? null : { ...name!, id };
}

/** Small words that begin no further part of a list: “Phòng Kinh tế, về đất đai: …”. */
const turn = /^(?:về|với|cho|tại|trong|từ|do|thì|mà|trước|sau|đến|riêng|đồng thời|hoặc)(?![\p{L}])/iu;

/** A name that looks like a body's and goes on to the next part of the list; null for the words of a sentence. Beside a body
 * any few words are one more: “Trung tâm Văn hóa, Trang TTĐT huyện”, “Cơ quan, tổ chức, cá nhân có liên quan”. */
function unknownAt(
  text: string,
  at: number,
  limit: number,
  isFurther: boolean,
  context: AgencyContext,
): FoundAgency | null {
  let end = limit;
  for (const cut of text.slice(at, limit).matchAll(nextPart)) {
    const isComma = cut[0] === "," || cut[0] === ";";
    // “BHXH, BHYT điện tử” is one name.
    if (/\p{Lu}{2}$/u.test(text.slice(at, at + cut.index)) && /^,\s\p{Lu}{2}/u.test(text.slice(at + cut.index)))
      continue;
    if (!isComma && !looksLikeAgency(text.slice(at + cut.index + cut[0].length, limit))) continue;
    end = at + cut.index;
    break;
  }
  while (end > at && /[\s.,;:]/u.test(text.charAt(end - 1))) end -= 1;
  const name = text.slice(at, end);
  const written = (context.shortNames && writeOut(name, context.shortNames)?.text) ?? name;
  if (name === "" || name.length > 120 || sentenceWord.test(name)) return null;
  const isFew = isFurther && name.split(/\s+/).length <= 6 && !turn.test(name);
  if (!isFew && !looksLikeAgency(written)) return null;
  return { text: name, id: null, at: { start: at, end } };
}

/** The run of bodies that a numbered line begins with, up to its colon or its first other word (language rule 13). */
export function dutyOf(prose: Prose, role: DivisionRole, context: AgencyContext): AgencyMention[] {
  const { text } = prose;
  const start = addressLength(text);
  const isHeading = role === "heading" || role === "run-in-heading";
  const colon = text.indexOf(":");
  const limit = colon < 0 ? text.length : colon;
  const mention = ({ text: words, id, at }: FoundAgency): AgencyMention => ({
    text: words,
    id: id ?? fieldBody(words, context),
    span: sourceSpan(prose, at.start, at.end),
  });
  // “Các ngành: Thuế, Hải quan, Kho bạc”: the whole heading is the name.
  const whole = trimEnd(text);
  if (role === "heading" && colon > 0 && colon < whole.length && whole.length < 200) {
    const head = text.slice(start, colon);
    if (looksLikeAgency(head) && !sentenceWord.test(head)) {
      return [mention({ text: whole.slice(start), id: null, at: { start, end: whole.length } })];
    }
  }
  const known = runOf(text, start, limit, false, context);
  if (!isHeading) return known.bodies.map(mention);
  const all = runOf(text, start, limit, true, context);
  const isList = /^[\s;.,:]*$/u.test(text.slice(all.end, limit));
  return (isList ? all : known).bodies.map(mention);
}

/** The words of a line before its colon are a body or a list of bodies and nothing else, but for “Đề nghị”: the head of a
 * run-in heading. */
export function isAgencyList(text: string, colon: number, context: AgencyContext): boolean {
  if (colon > 250) return false;
  const { bodies, end } = runOf(text, addressLength(text), colon, true, context);
  return bodies.length > 0 && text.slice(end, colon).trim() === "";
}
