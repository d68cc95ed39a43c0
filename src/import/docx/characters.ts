/** What becomes of single characters on the way from Word to plain text: unseen ones, raised digits, line ends. */
import type { Raised } from "./formatting.ts";

const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Accents on one letter beyond any script's need; composing sorts them, in time that grows with the square of a run. */
const excess = /(\p{M}{30})\p{M}+/gu;

/** NFC. */
export const composed = (text: string): string => text.replace(excess, "$1").normalize("NFC");

/** NFC without characters that nobody sees: controls, soft hyphens, zero widths, marks of direction. */
export const visible = (text: string): string =>
  composed(text.replace(/[\u0085\u2028\u2029]/g, "\n").replace(unseen, ""));

/** The words of a `w:t`: line ends and tabs in the XML are blanks, and blanks at its ends count only when kept on purpose. */
export function wordsOf(text: string, isKept: boolean): string {
  const words = /[\t\n\r]/.test(text) ? text.replace(/[\t\n\r]+/g, " ") : text;
  return isKept ? words : words.replace(/^ +| +$/g, "");
}

const superscripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((raised, digit) => [String(digit), raised])),
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
};
const subscripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."₀₁₂₃₄₅₆₇₈₉"].map((lowered, digit) => [String(digit), lowered])),
  "+": "₊",
  "-": "₋",
  "−": "₋",
};

/** Raised or lowered digits with signs of their own (m², H₂O); the text as it is when any of its letters has none. */
export function raisedText(text: string, raised: Raised): string {
  const signs = raised === "superscript" ? superscripts : subscripts;
  if (!/\d/.test(text)) return text;
  let result = "";
  for (const character of text) {
    const sign = /\s/.test(character) ? character : signs[character];
    if (sign === undefined) return text;
    result += sign;
  }
  return result;
}
