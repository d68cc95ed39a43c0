/**
 * Marks of divisions: their ranks, the Vietnamese alphabet of points, Roman numerals, the next mark after a mark, and the
 * stable ids made from them. `format/` renumbers with it, rules count with it. It decides no look.
 */
import type { Mark, MarkKind } from "../syntax/syntax.ts";

/** The 23 letters of points: no f, j, w, z and no ă, â, ê, ô, ơ, ư (Nghị định 30/2020 letters its own points so). */
export const vietnameseLetters = "abcdđeghiklmnopqrstuvxy";

/** Place of a letter among the points, from 1; 0 for a letter that letters no point. */
export const letterValue = (letter: string): number => vietnameseLetters.indexOf(letter.toLowerCase()) + 1;

/** The letter at a place from 1; "" past the end of the alphabet. */
export const letterAt = (value: number): string => vietnameseLetters[value - 1] ?? "";

const romanDigits: readonly (readonly [number, string])[] = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** 4 → “IV”; "" for numbers below 1. */
export function toRoman(value: number): string {
  let rest = value;
  let text = "";
  for (const [worth, digits] of romanDigits) {
    for (; rest >= worth; rest -= worth) text += digits;
  }
  return text;
}

/** “IV” → 4; 0 for what is no Roman numeral in its usual form. */
export function fromRoman(text: string): number {
  const upper = text.toUpperCase();
  let rest = upper;
  let value = 0;
  for (const [worth, digits] of romanDigits) {
    for (; rest.startsWith(digits); rest = rest.slice(digits.length)) value += worth;
  }
  return rest === "" && toRoman(value) === upper ? value : 0;
}

/** A mark that does not count. */
export const isBullet = ({ kind }: Pick<Mark, "kind">): boolean => kind === "dash" || kind === "plus";

const order: readonly MarkKind[] = [
  "named-part",
  "chapter",
  "section",
  "subsection",
  "article",
  "part",
  "roman",
  "arabic",
  "decimal",
  "letter",
  "numeral",
  "dash",
  "plus",
];

/** A number that grows from the highest kind of mark to the lowest; each further level of a decimal is one lower. */
export function rank(mark: Mark): number {
  const place = order.indexOf(mark.kind);
  return place * 10 + (mark.kind === "decimal" ? Math.min(mark.values.length, 8) - 2 : 0);
}

const segmentWords: Partial<Record<MarkKind, string>> = {
  "named-part": "phần-",
  chapter: "chương-",
  section: "mục-",
  subsection: "tiểu-mục-",
  article: "điều-",
};

const letterOf = (mark: Mark): string => /\p{L}/u.exec(mark.typed)?.[0] ?? mark.typed;

/** The step of an id for a mark: `II`, `1`, `a`, `điều-3`; a decimal gives only its last number when the ones before it
 * are its parent's, so that `1.2.` under `1.` is step `2`. Bullets count themselves: `-2`, `+1`. */
export function idStep(mark: Mark, parent: Mark | null, bullet: number): string {
  const value = mark.values.at(-1) ?? 0;
  switch (mark.kind) {
    case "dash":
      return `-${bullet}`;
    case "plus":
      return `+${bullet}`;
    case "letter":
      return letterOf(mark).toLowerCase();
    case "part":
      return letterOf(mark);
    case "numeral":
      return `${value})`;
    case "roman":
      return toRoman(value) || mark.typed;
    case "arabic":
      return String(value);
    case "decimal": {
      const above = mark.values.slice(0, -1);
      const known =
        parent && (parent.kind === "arabic" || parent.kind === "decimal") && parent.values.join() === above.join();
      return known ? String(value) : mark.values.join(".");
    }
    case "named-part":
    case "chapter":
    case "section":
    case "subsection":
    case "article":
      return `${segmentWords[mark.kind] ?? ""}${value}`;
  }
}

/** The mark that follows `mark` among its sisters, in the way it was typed (`b)` → `c)`, `đ.` → `e.`, `1.2.` → `1.3.`).
 * Null for bullets and past the last letter. */
export function nextMark(mark: Mark): string | null {
  return markWithValue(mark, (mark.values.at(-1) ?? 0) + 1);
}

/** `mark` as typed, but with another last number; null when it has none or the alphabet ends. */
export function markWithValue(mark: Mark, value: number): string | null {
  switch (mark.kind) {
    case "dash":
    case "plus":
      return null;
    case "letter": {
      const letter = letterAt(value);
      return letter === "" ? null : mark.typed.replace(/\p{L}/u, letter);
    }
    case "part": {
      const letter = "ABCDEFGH"[value - 1];
      return letter === undefined ? null : mark.typed.replace(/\p{L}/u, letter);
    }
    case "roman":
      return mark.typed.replace(/[IVXLC]+/i, toRoman(value));
    case "named-part":
    case "chapter":
    case "section":
    case "subsection":
    case "article":
      return /\d+\D*$/.test(mark.typed)
        ? mark.typed.replace(/\d+(\D*)$/, `${value}$1`)
        : mark.typed.replace(/[IVXLC]+(\W*)$/i, `${toRoman(value)}$1`);
    case "arabic":
    case "decimal":
    case "numeral":
      return mark.typed.replace(/\d+(\D*)$/, (found: string, tail: string) =>
        found.startsWith("0") ? `${String(value).padStart(found.length - tail.length, "0")}${tail}` : `${value}${tail}`,
      );
  }
}

/** Hands out ids that are unique in a document: a repeated id gets `~2`, `~3`… */
export function idMaker(): (wanted: string) => string {
  const used = new Map<string, number>();
  return (wanted) => {
    const count = (used.get(wanted) ?? 0) + 1;
    used.set(wanted, count);
    if (count === 1) return wanted;
    const id = `${wanted}~${count}`;
    used.set(id, 1);
    return id;
  };
}
