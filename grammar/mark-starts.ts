/**
 * The marks of divisions at the start of a line: `I.`, `1.`, `1.2.`, `a)`, `-`, `+`, `A.`, `Phần I`, `Điều 1.`… and the
 * spellings of them that many documents use although the form has others: `I/`, `1/`, `a/`, `1)`, `(1)`, `I -`, `*`, `●`.
 *
 * A mark is told from prose by its form alone (language rules 3–5): two digits a level, a closing dot, a known word with
 * a number. Only the letters that are both parts and Roman numbers need to know which run of parts is open.
 */
import type { LineStart, MarkPayload } from "./line-types.ts";

export interface MarkStart {
  readonly type: LineStart;
  /** Where the mark ends, with the stars that close right after it. */
  readonly end: number;
  readonly payload: MarkPayload;
}

/** The run of parts (`A.`, `B.`…) that is open: rule 4 asks for it. */
export interface RunOfParts {
  /** Place of the last part's letter; 0 before the first. */
  readonly last: number;
  /** Roman numbers were used below one of the parts. */
  readonly romanInside: boolean;
}

/** `pattern` (sticky) at `offset`. */
export function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

export const isUpperCase = (text: string): boolean => text === text.toUpperCase();

const roman = "[IVXLC]{1,7}";
const named: readonly (readonly [LineStart, RegExp])[] = [
  [
    "NamedPartMark",
    new RegExp(
      `(?:Phần|PHẦN)[ \\u00a0]+(?:(?:thứ|THỨ)[ \\u00a0]+(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|NHẤT|HAI|BA|TƯ|BỐN|NĂM|SÁU|BẢY|TÁM|CHÍN|MƯỜI)|${roman}|\\d{1,3})(?![A-Za-zÀ-ỹĐđ0-9])`,
      "y",
    ),
  ],
  ["ChapterMark", new RegExp(`(?:Chương|CHƯƠNG)[ \\u00a0]+(?:${roman}|\\d{1,3})(?![A-Za-zÀ-ỹĐđ0-9])`, "y")],
  [
    "SubsectionMark",
    new RegExp(`(?:Tiểu mục|TIỂU MỤC|Tiểu Mục)[ \\u00a0]+(?:${roman}|\\d{1,3})(?![A-Za-zÀ-ỹĐđ0-9])`, "y"),
  ],
  ["SectionMark", new RegExp(`(?:Mục|MỤC)[ \\u00a0]+(?:${roman}|\\d{1,3})(?![A-Za-zÀ-ỹĐđ0-9])`, "y")],
];
const article = /(?:Điều|ĐIỀU)[ \u00a0]+\d{1,3}[a-zđ]?[.:](?=[ \t\u00a0*]|$|\n|[A-Za-zÀ-ỹĐđ“"])/y;
/** A capital word: in running case, or in capitals with another such word behind it; `KH-UBND` and `QĐ ngày` are none. */
const capitalWord = "\\p{Lu}(?:\\p{Ll}*(?=[ \\t\\u00a0,.;:]|\\n|$)|\\p{Lu}+(?=,?[ \\t\\u00a0]+[\\p{Lu}(]|\\n|$))";
/** What stands behind a slash that ends a mark: `1/3`, `24/7` and `12/KH-UBND` have none. */
const behindSlash = `(?=[ \\t\\u00a0]+[^\\s\\d]|${capitalWord})`;
const behindHyphen = `(?=[ \\t\\u00a0]+${capitalWord})`;
const slashedNumber = new RegExp(
  `\\d{1,2}(?:\\.\\d{1,2}){1,8}\\)(?=[ \\t\\u00a0]+\\S|[\\p{L}“"])|\\d{1,2}(?:\\.\\d{1,2}){0,8}(?:\\/${behindSlash}|-${behindHyphen})`,
  "uy",
);
const slashedLetter = new RegExp(`[a-zđ](?:\\/${behindSlash}|-${behindHyphen})`, "uy");
const slashedCapital = new RegExp(
  `(?:[IVXLC]{1,7}|[A-HĐ])(?:[/)]${behindSlash}| ?[-–](?:(?=[ \\t\\u00a0]*\\p{Lu}{2}[^-/\\n]*(?:[ \\t\\u00a0]|\\n|$))|${behindHyphen}))`,
  "uy",
);
const numeralMark = /\(?\d{1,2}\)(?=[ \t\u00a0]+\S|[A-Za-zÀ-ỹĐđ“"])/y;
const bracedLetter = /\([a-zđ]\)(?=[ \t\u00a0]+\S|[A-Za-zÀ-ỹĐđ“"])/y;
const numberMark = /\d{1,2}(?:\.\d{1,2}){0,8}\.(?=[ \t\u00a0*]|\n|$|[A-Za-zÀ-ỹĐđ“"(])/y;
const openDecimal = /\d{1,2}(?:\.\d{1,2}){1,8}(?=[ \t\u00a0]+\*{0,3}[“"(]?([A-Za-zÀ-ỹĐđ]))/y;
const letterMark = /[a-zđ](?:\)(?=[ \t\u00a0*]|\n|$|[A-Za-zÀ-ỹĐđ“"(0-9])|\.(?=[ \t\u00a0]|\n|$))/y;
const romanMark = /[IVXLC]{1,7}\.(?=[ \t\u00a0*]|\n|$|[A-Za-zÀ-ỹĐđ“"(])/y;
const partMark = /[A-ZĐ]\.(?=[ \t\u00a0*]|\n|$)/y;
/** A hyphen, or the dashes and bullets that word processors put in its place; a dash before a number is prose. */
export const dashMark =
  /-(?=[ \t\u00a0]|[A-Za-zÀ-ỹĐđ“"*(]|\n|$)|[–—−•](?=[ \t\u00a0]+[^\s\d]|[A-Za-zÀ-ỹĐđ“"*(]|[ \t\u00a0]*(?:\n|$))|•(?=[ \t\u00a0]+\d)/y;
/** Bullets of other shapes, a star among them; the `o` is what a word processor makes a hollow bullet of. */
const otherBullet =
  /[●○▪■□◦‣⁃➢➤❖♦✓✔→·](?=[ \t\u00a0]+\S|[A-Za-zÀ-ỹĐđ“"(])|\*(?=[ \t\u00a0]+[^\s*])|o(?=[ \t\u00a0]+\p{Lu})/uy;
export const plusMark = /\+(?=[ \t\u00a0]|[A-Za-zÀ-ỹĐđ“"*(]|\n|$)/y;

/** The place of a part's letter; `Đ` stands between D and E. */
export const partPlace = (letter: string): number => (letter === "Đ" ? 4.5 : letter.charCodeAt(0) - 64);

/** The next letter, in the Latin order or in the Vietnamese one, which skips F, J, W and Z. */
const followsPart = (last: number, next: number): boolean =>
  next > last && next <= last + 2 && (next <= last + 1 || [6, 10, 23].includes(last + 1));

/** The mark at `start` of a line that ends at `end`, with or without stars before it; null when the line has none. */
export function markAt(text: string, start: number, end: number, run: RunOfParts): MarkStart | null {
  // A star with a blank behind it is a bullet, no emphasis.
  const bullet = text[start] === "*" ? at(otherBullet, text, start) : null;
  if (bullet) {
    const bulletEnd = start + bullet[0].length;
    const payload: MarkPayload = { kind: "mark", start, end: bulletEnd, stars: 0, starsAfter: false, tight: false };
    return { type: "DashMark", end: bulletEnd, payload };
  }
  let stars = 0;
  while (stars < 4 && text[start + stars] === "*") stars += 1;
  if (stars > 3) return null;
  const from = start + stars;
  const bare = bareMark(text, from, end, run);
  if (!bare) return null;
  let to = bare.end;
  let starsAfter = false;
  if (stars > 0) {
    const run = "*".repeat(stars);
    // Only a pair is emphasis (rule 2): without the closing stars this line starts with a star, not with a mark.
    const ahead = text.slice(bare.end, bare.end + 4000);
    const paragraph = ahead.slice(0, /\n[ \t]*\n/.exec(ahead)?.index);
    const found = paragraph.indexOf(run);
    if (found < 0) return null;
    const closes = bare.end + found;
    if (closes === bare.end && text[closes + stars] !== "*") {
      starsAfter = true;
      to = bare.end + stars;
    }
  }
  return {
    type: bare.type,
    end: to,
    payload: { kind: "mark", start: from, end: bare.end, stars, starsAfter, tight: false },
  };
}

function bareMark(text: string, start: number, end: number, run: RunOfParts): { type: LineStart; end: number } | null {
  const first = text[start];
  if (first === undefined) return null;
  if (first >= "0" && first <= "9") {
    const number = at(numberMark, text, start);
    if (number)
      return {
        type: number[0].indexOf(".") === number[0].length - 1 ? "ArabicMark" : "DecimalMark",
        end: start + number[0].length,
      };
    const slashed = at(slashedNumber, text, start);
    if (slashed)
      return { type: slashed[0].includes(".") ? "DecimalMark" : "ArabicMark", end: start + slashed[0].length };
    const numeral = at(numeralMark, text, start);
    if (numeral) return { type: "NumeralMark", end: start + numeral[0].length };
    const open = at(openDecimal, text, start);
    if (open && open[1] !== open[1]!.toLowerCase()) return { type: "DecimalMark", end: start + open[0].length };
    return null;
  }
  if (first === "P" || first === "C" || first === "M" || first === "T") {
    for (const [type, pattern] of named) {
      const match = at(pattern, text, start);
      if (!match) continue;
      let to = start + match[0].length;
      const rest = text.slice(to, end);
      const title = /^[ \t\u00a0]*(?:([.:])|[-–—])?[ \t\u00a0]*(.*)$/.exec(rest);
      const words = (title?.[2] ?? "").replace(/\*+$/, "").trim();
      const punctuated = /^[ \t\u00a0]*[.:–—-]/.test(rest);
      if (words !== "" && !punctuated && !(isUpperCase(words) && words.length > 2)) return null;
      const mark = /^[.:]/.exec(rest);
      if (mark) to += 1;
      return { type, end: to };
    }
  }
  if (first === "Đ") {
    const match = at(article, text, start);
    if (match) return { type: "ArticleMark", end: start + match[0].length };
  }
  if (first === "(") {
    const numeral = at(numeralMark, text, start);
    if (numeral) return { type: "NumeralMark", end: start + numeral[0].length };
    const braced = at(bracedLetter, text, start);
    return braced ? { type: "LetterMark", end: start + braced[0].length } : null;
  }
  const letter = at(letterMark, text, start) ?? at(slashedLetter, text, start);
  if (letter) {
    // “v.v.” with a space in it is no mark.
    if (/^v\. ?v\./.test(text.slice(start, start + 5))) return null;
    return { type: "LetterMark", end: start + letter[0].length };
  }
  if (first >= "A" && first <= "Z") {
    const number = at(romanMark, text, start);
    const part = at(partMark, text, start);
    const place = part ? partPlace(first) : 0;
    const nextPart = part !== null && run.last > 0 && followsPart(run.last, place) && !run.romanInside;
    if (
      number &&
      !nextPart &&
      (first === "I" || first === "V" || first === "X" || (number[0].length > 2 && first === "L"))
    ) {
      return { type: "RomanMark", end: start + number[0].length };
    }
    if (part && ((first >= "A" && first <= "H") || nextPart)) return { type: "PartMark", end: start + part[0].length };
    const slashed = at(slashedCapital, text, start);
    if (!slashed) return null;
    const digits = /^[A-Z]+/.exec(slashed[0])![0];
    const isRoman = /^[IVXLC]+$/.test(digits) && (digits.length > 1 || first === "I" || first === "V" || first === "X");
    if (!isRoman && (digits.length > 1 || first > "H")) return null;
    return { type: isRoman ? "RomanMark" : "PartMark", end: start + slashed[0].length };
  }
  if (first === "Đ") {
    const part = at(partMark, text, start) ?? at(slashedCapital, text, start);
    return part ? { type: "PartMark", end: start + part[0].length } : null;
  }
  const dash = at(dashMark, text, start);
  if (dash) return { type: "DashMark", end: start + dash[0].length };
  const plus = at(plusMark, text, start);
  if (plus) return { type: "PlusMark", end: start + plus[0].length };
  const other = at(otherBullet, text, start);
  if (other) return { type: "DashMark", end: start + other[0].length };
  return null;
}
