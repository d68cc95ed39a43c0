/** Reading a Chevrotain node of the time grammar: its tokens, its parts, its numbers. No meaning beyond figures. */
import { bare, type CstElement, type CstNode, type IToken } from "../../grammar/time-grammar.ts";
import type { TimeRange } from "./time.ts";

const isNode = (element: CstElement): element is CstNode => "children" in element;

/** Tokens taken as `name` (a token or a category) directly in this node. */
export const tokens = (node: CstNode, name: string): readonly IToken[] =>
  (node.children[name] ?? []).filter((element): element is IToken => !isNode(element));

export const has = (node: CstNode, name: string): boolean => (node.children[name]?.length ?? 0) > 0;

/** The image of the first token `name`, or null. */
export const image = (node: CstNode, name: string): string | null => tokens(node, name)[0]?.image ?? null;

export const parts = (node: CstNode, rule: string): readonly CstNode[] => (node.children[rule] ?? []).filter(isNode);

export const part = (node: CstNode, rule: string): CstNode | null => parts(node, rule)[0] ?? null;

/** All tokens under a node, in the order typed. */
export function allTokens(node: CstNode): readonly IToken[] {
  const found: IToken[] = [];
  const open: CstElement[] = [node];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (!isNode(element)) found.push(element);
    else for (const child of Object.values(element.children)) open.push(...child);
  }
  return found.sort((a, b) => a.startOffset - b.startOffset);
}

/** From the first to the last character of a node; null when it took no token. */
export function rangeOf(node: CstNode): TimeRange | null {
  const found = allTokens(node);
  const last = found.at(-1);
  return last === undefined ? null : { start: found[0]!.startOffset, end: last.startOffset + last.image.length };
}

/** Lower case, single-spaced, marks kept. */
export const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** Digits of a figure such as “02”, “1.500”. */
export const figure = (text: string): number => Number(text.replace(/\./g, ""));

const digits: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

/** “hai mươi lăm” → 25; null for words that make no number (“hai ba”). */
export function numberInWords(words: readonly string[]): number | null {
  let tens: number | null = null;
  let ones: number | null = null;
  for (const typed of words) {
    const marked = plain(typed);
    const each = bare(marked);
    if (each === "muoi") {
      if (tens !== null) return null;
      tens = marked === "mười" || ones === null ? 1 : ones;
      if (marked === "mười" && ones !== null) return null;
      ones = null;
    } else {
      if (ones !== null) return null;
      ones = digits[each] ?? null;
      if (ones === null) return null;
    }
  }
  const value = (tens ?? 0) * 10 + (ones ?? 0);
  return value > 0 ? value : null;
}

/** The value of a `number` node: 1 … 999,999, or null. */
export function numberOf(node: CstNode | null): number | null {
  if (node === null) return null;
  const typed = image(node, "Integer");
  if (typed !== null) {
    const value = figure(typed);
    return value >= 1 && value < 1_000_000 ? value : null;
  }
  return numberInWords(tokens(node, "NumberWord").map((token) => token.image));
}

/** Thrown by the readers of nodes and caught in `readTime`, so that a wrong date need not be threaded through every form.
 * An empty `what`: the words are no time after all. */
export class NoSuchTime extends Error {
  readonly what: string;
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}

/** A value that the grammar promises; otherwise the phrase is no time. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NoSuchTime("");
  return value;
}

export function noTime(): never {
  throw new NoSuchTime("");
}

/** As typed, single-spaced. */
export function wordsOf(node: CstNode, text: string): string {
  const found = allTokens(node);
  const last = must(found.at(-1));
  return text
    .slice(found[0]!.startOffset, last.startOffset + last.image.length)
    .replace(/\s+/g, " ")
    .trim();
}
