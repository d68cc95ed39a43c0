/**
 * Bodies in running text and in owner cells. What a name is, `agency-match.ts` says; this file looks for names, tells
 * whether a text is one, and cuts lists of them.
 */
import { fieldBody } from "./agency-fields.ts";
import { type AgencyContext, type FoundAgency, type Match, matchAt, wordsOf } from "./agency-match.ts";
import { leadWords, looksLikeAgency, tailWords } from "./agency-words.ts";
import type { TextRange } from "./citations.ts";
import { remember } from "./remember.ts";
import { writeOut } from "./short-names.ts";
import { plainBlanks } from "./words.ts";

export type { AgencyContext, FoundAgency } from "./agency-match.ts";

/** What `find` reads in the text with plain blanks and its declared short names written out, placed in the text as typed. */
function asTyped<T extends FoundAgency>(
  text: string,
  context: AgencyContext,
  find: (written: string) => readonly T[],
): readonly T[] {
  const plain = plainBlanks(text);
  const written = context.shortNames ? writeOut(plain, context.shortNames) : null;
  if (written === null && plain === text) return find(text);
  return find(written?.text ?? plain).map((one) => {
    const at = written?.typed(one.at) ?? one.at;
    return { ...one, text: text.slice(at.start, at.end), at };
  });
}

/** What was found for a context, by text: whose duty a line is and whom it mentions are asked apart, and cells repeat. */
const finders = new WeakMap<AgencyContext, (text: string) => readonly FoundAgency[]>();

/** Bodies known by registry or pattern, in order, without overlaps. */
export function findAgencies(text: string, context: AgencyContext): readonly FoundAgency[] {
  let find = finders.get(context);
  if (find === undefined) {
    find = remember((words) => asTyped(words, context, (written) => findIn(written, context)));
    finders.set(context, find);
  }
  return find(text);
}

function findIn(text: string, context: AgencyContext): FoundAgency[] {
  const words = wordsOf(text);
  const found: FoundAgency[] = [];
  for (let i = 0; i < words.length; ) {
    const match = matchAt(text, words, i, context);
    if (match === null) {
      i += 1;
      continue;
    }
    const start = words[i]!.start;
    found.push({ text: text.slice(start, match.end), id: match.id, at: { start, end: match.end } });
    i = Math.max(i + 1, match.after);
  }
  return found;
}

function wholeMatch(text: string, context: AgencyContext): Match | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const match = matchAt(text, words, 0, context);
  if (match === null) return null;
  const rest = text.slice(match.end).replace(tailWords, "");
  return /^[\s.,;:/]*$/.test(rest) ? match : null;
}

/** The whole text as one body. `id` is null for one that is neither registered nor of a known pattern; `full` is its name
 * written out, null when unknown. */
export const matchAgency = (text: string, context: AgencyContext): FoundAgency & { readonly full: string | null } =>
  asTyped(text, context, (written) => [matchWhole(written, context)])[0]!;

function matchWhole(text: string, context: AgencyContext): FoundAgency & { readonly full: string | null } {
  const lead = leadWords.exec(text)?.[0].length ?? 0;
  const body = text.slice(lead);
  const start = lead + (body.length - body.trimStart().length);
  const end = start + body.trim().replace(/[\s.,;:]+$/u, "").length;
  const match = wholeMatch(text.slice(start, end), context);
  return { text: text.slice(start, end), id: match?.id ?? null, at: { start, end }, full: match?.full ?? null };
}

/**
 * The bodies of an owner cell. It is always cut at `;` and line breaks, and at commas and “và” only between known bodies
 * (“Các phòng, ban, ngành” stays whole). Unknown parts come back with id null; nothing typed is lost but the
 * separators.
 */
export const splitAgencies = (text: string, context: AgencyContext): readonly FoundAgency[] =>
  asTyped(text, context, (written) => splitCell(written, context));

function splitCell(text: string, context: AgencyContext): FoundAgency[] {
  const parts: FoundAgency[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i += 1) {
    // A semicolon inside brackets belongs to the remark.
    const character = text.charAt(i);
    if (i < text.length && character !== ";" && character !== "\n") continue;
    if (character === ";" && insideBrackets(text, start, i)) continue;
    parts.push(...cell(text, start, i, context));
    start = i + 1;
  }
  return parts;
}

function insideBrackets(text: string, start: number, at: number): boolean {
  const before = text.slice(start, at);
  return before.lastIndexOf("(") > before.lastIndexOf(")") && text.indexOf(")", at) > 0;
}

function cell(text: string, from: number, to: number, context: AgencyContext): FoundAgency[] {
  const raw = text.slice(from, to);
  const bullet = /^\s*(?:[-+•]\s+)?/u.exec(raw)![0].length;
  const start = from + bullet;
  const written = text.slice(start, to).trimEnd();
  if (written === "") return [];
  const whole = matchWhole(written, context);
  if (whole.id !== null) return [{ text: whole.text, id: whole.id, at: moved(whole.at, start) }];
  const listed = knownList(written, context);
  if (listed !== null) return withPosts(written, listed).map((part) => ({ ...part, at: moved(part.at, start) }));
  const parts = fieldList(written, context);
  if (parts !== null) return withPosts(written, parts).map((part) => ({ ...part, at: moved(part.at, start) }));
  return [{ text: written, id: fieldBody(written, context), at: { start, end: start + written.length } }];
}

const namedPerson = /^(?:Ông|Bà|Đồng chí|Đ\/c|Thầy|Cô)\s/u;
const post = /^(?:Phó |Quyền )?(?:Trưởng|Chủ tịch|Giám đốc|Chánh|Bí thư|Hiệu trưởng|Chủ nhiệm|Tổ trưởng)(?!\p{L})/u;

/** “Ông Nguyễn Văn A, Trưởng ban Thú y” is one person: what follows a name is the post. */
function withPosts(text: string, listed: readonly FoundAgency[]): FoundAgency[] {
  const result: FoundAgency[] = [];
  for (const part of listed) {
    const last = result.at(-1);
    if (last && namedPerson.test(last.text) && post.test(part.text)) {
      const at = { start: last.at.start, end: part.at.end };
      result[result.length - 1] = { ...last, text: text.slice(at.start, at.end), at };
    } else result.push(part);
  }
  return result;
}

const moved = (at: TextRange, by: number): TextRange => ({ start: at.start + by, end: at.end + by });

/** The known bodies that fill the whole text with commas and “và” between them, or nothing where a comma or a line break
 * was lost; null when other words stand there. After two of them the last may be one that only looks like a body: “Sở Nội
 * vụ, Sở Tư pháp và một số cơ quan báo chí có hợp tác với tỉnh”. */
function knownList(text: string, context: AgencyContext): FoundAgency[] | null {
  const words = wordsOf(text);
  const found: FoundAgency[] = [];
  let i = 0;
  let isJoined = true;
  while (i < words.length) {
    const match = matchAt(text, words, i, context);
    const start = words[i]!.start;
    if (match === null) {
      if (!isJoined) return null;
      const rest = text.slice(start).replace(/[\s.,;:]+$/u, "");
      if (found.length < 2 || rest.includes(",") || !looksLikeAgency(rest)) return null;
      found.push({ text: rest, id: fieldBody(rest, context), at: { start, end: start + rest.length } });
      break;
    }
    const after = text.slice(match.end);
    const end = match.end + (tailWords.exec(after)?.[0].trimEnd().length ?? 0);
    found.push({ text: text.slice(start, end), id: match.id, at: { start, end } });
    const joint = /^(?:\s*[,.]?\s*(?:và|cùng)\s+|\s*,\s*|[\s.,]*$|\s+)/iu.exec(text.slice(end));
    if (!joint) return null;
    isJoined = joint[0].trim() !== "";
    const next = end + joint[0].length;
    while (i < words.length && words[i]!.start < next) i += 1;
  }
  return found.length > 1 ? found : null;
}

/** A comma between parts of a list, or an “và” with the name of another body behind it. */
const listJoint = /\s*,\s*(?:và\s+)?|\s+và\s+(?=\p{Lu}|các\s)/giu;

/** The parts of a list between commas when each is a body or may stand in an owner's place (“Phòng Nội vụ, các khoa”). */
function fieldList(text: string, context: AgencyContext): FoundAgency[] | null {
  const found: FoundAgency[] = [];
  let start = 0;
  const add = (end: number): boolean => {
    const part = text.slice(start, end).replace(/[\s.,;:]+$/u, "");
    const match = wholeMatch(part, context);
    const id = match?.id ?? fieldBody(part, context);
    if (part === "" || id === null) return false;
    found.push({ text: part, id, at: { start, end: start + part.length } });
    return true;
  };
  for (const joint of text.matchAll(listJoint)) {
    // “BHXH, BHYT điện tử” is one name.
    const before = text.slice(start, joint.index);
    const isInside = /\p{Lu}{2}$/u.test(before) && /^\p{Lu}{2}/u.test(text.slice(joint.index + joint[0].length));
    if (isInside || !add(joint.index)) {
      if (isInside) continue;
      return null;
    }
    start = joint.index + joint[0].length;
  }
  return add(text.length) && found.length > 1 ? found : null;
}
