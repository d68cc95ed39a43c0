/** From a mark as typed to its kind and numbers. */
import type { IToken } from "../../grammar/cst.ts";
import type { MarkPayload } from "../../grammar/line-types.ts";
import type { Mark, MarkKind } from "./syntax.ts";

/** The order of letters in Vietnamese documents: a) b) c) d) đ) e) g) h) … without f, j, w, z. */
export const vietnameseAlphabet = "abcdđeghiklmnopqrstuvxy";

const kinds: Readonly<Record<string, MarkKind>> = {
  NamedPartMark: "named-part",
  ChapterMark: "chapter",
  SectionMark: "section",
  SubsectionMark: "subsection",
  ArticleMark: "article",
  PartMark: "part",
  RomanMark: "roman",
  ArabicMark: "arabic",
  DecimalMark: "decimal",
  LetterMark: "letter",
  NumeralMark: "numeral",
  DashMark: "dash",
  PlusMark: "plus",
};

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of Roman digits, read leniently (`IIII` is 4); 0 when a letter is no Roman digit. */
export function romanValue(text: string): number {
  let total = 0;
  let before = 0;
  for (const letter of [...text.toLowerCase()].reverse()) {
    const digit = romanDigits[letter];
    if (digit === undefined) return 0;
    total += digit < before ? -digit : digit;
    before = Math.max(before, digit);
  }
  return total;
}

const ordinals = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

function numberValue(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const ordinal = ordinals.indexOf(word.toLowerCase()) + 1;
  if (ordinal > 0) return ordinal;
  return word.toLowerCase() === "bốn" ? 4 : romanValue(word);
}

function valuesOf(kind: MarkKind, typed: string): number[] {
  switch (kind) {
    case "dash":
    case "plus":
      return [];
    case "letter":
    case "part":
      return [vietnameseAlphabet.indexOf(/\p{L}/u.exec(typed)![0].toLowerCase()) + 1];
    case "roman":
      return [romanValue(/^[A-Za-z]*/.exec(typed)![0])];
    case "arabic":
    case "decimal":
    case "numeral":
      return (typed.match(/\d+/g) ?? []).map(Number);
    case "article":
      return [Number(/\d+/.exec(typed)?.[0] ?? 0)];
    default:
      return [numberValue(/([^\s\u00a0.:]+)[.:]?$/.exec(typed)?.[1] ?? "")];
  }
}

/** The mark of a mark token. */
export function markOf(token: IToken, source: string): Mark {
  const payload = token.payload as MarkPayload;
  const kind = kinds[token.tokenType.name] ?? "dash";
  const typed = source.slice(payload.start, payload.end);
  return { kind, typed, values: valuesOf(kind, typed), span: { start: payload.start, end: payload.end } };
}
