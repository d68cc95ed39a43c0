/**
 * The words of a document as the language rules look at them: syllables and signs with their places, found once for each
 * document. Syllables are kept in small letters with the tone where state documents put it, so that “Hoà” is “hòa”.
 */
import { agreedTones } from "../../grammar/fold.ts";
import type { PlanDocument, Prose } from "../plan/plan.ts";
import { proseOf } from "./walk.ts";

/** A syllable, a number or a single sign. */
export interface Token {
  readonly text: string;
  /** Small letters, tone in its usual place; for signs the sign. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Letters only. */
  readonly isWord: boolean;
  /** Nothing between this and the token before. */
  readonly isTight: boolean;
}

export interface Words {
  readonly prose: Prose;
  readonly tokens: readonly Token[];
}

/** Small letters, with the tone of “oà, oè, uỳ” on the first vowel as state documents write it; “quý” stays. */
export function plainSyllable(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length < 2) return lower;
  const tail = agreedTones[lower.slice(-2)];
  return tail === undefined || lower.at(-3) === "q" ? lower : lower.slice(0, -2) + tail;
}

const tokenPattern = /[\p{L}\p{M}]+|\d+|[^\s\p{L}\p{M}\d]/gu;
const letters = /^\p{L}/u;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  for (const found of text.matchAll(tokenPattern)) {
    const start = found.index;
    const end = start + found[0].length;
    const isWord = letters.test(found[0]);
    const lower = isWord ? plainSyllable(found[0]) : found[0];
    tokens.push({ text: found[0], lower, start, end, isWord, isTight: start === last });
    last = end;
  }
  return tokens;
}

const found = new WeakMap<PlanDocument, readonly Words[]>();

/** All prose of the document in tokens. */
export function wordsOf(document: PlanDocument): readonly Words[] {
  let words = found.get(document);
  if (words === undefined) {
    words = proseOf(document).map((prose) => ({ prose, tokens: tokensOf(prose.text) }));
    found.set(document, words);
  }
  return words;
}

/** Whether a word is written in capitals throughout. */
export const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** Whether a word starts with a capital. */
export const isCapitalised = (text: string): boolean => {
  const [first = ""] = text;
  return first !== first.toLowerCase();
};

/** `right` in the capitals of `written`: all, the first, or none. */
export function inCaseOf(written: string, right: string): string {
  if (written.length > 1 && isCapitals(written)) return right.toUpperCase();
  return isCapitalised(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}
