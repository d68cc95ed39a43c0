/** Telling a word of the list in `data/compounds.ts` with one slip in it from words that are right as they stand. */
import { compounds, lookAlikes, smallWords, toneOnly } from "./data/compounds.ts";
import { partsOf, type Slip, slipsBetween } from "./syllable-parts.ts";
import type { Token } from "./syllables.ts";

interface Known {
  readonly pair: readonly [string, string];
  readonly isToneOnly: boolean;
}

interface Lexicon {
  /** Pairs that are right. */
  readonly right: ReadonlySet<string>;
  /** By the skeleton of the first syllable, then of the second. */
  readonly bySkeleton: ReadonlyMap<string, ReadonlyMap<string, readonly Known[]>>;
}

let lexicon: Lexicon | null = null;

/** Made when the first plan is checked: a run that checks none pays nothing. */
export function lexiconOfWords(): Lexicon {
  if (lexicon !== null) return lexicon;
  const bySkeleton = new Map<string, Map<string, Known[]>>();
  const add = (words: readonly string[], isToneOnly: boolean): void => {
    for (const word of new Set(words)) {
      const [first = "", second = ""] = word.split(" ");
      const known: Known = { pair: [first, second], isToneOnly };
      const head = partsOf(first).skeleton;
      const tail = partsOf(second).skeleton;
      const tails = bySkeleton.get(head) ?? new Map<string, Known[]>();
      bySkeleton.set(head, tails);
      const same = tails.get(tail);
      if (same) same.push(known);
      else tails.set(tail, [known]);
    }
  };
  add(compounds, false);
  add(toneOnly, true);
  lexicon = { right: new Set([...compounds, ...toneOnly, ...lookAlikes]), bySkeleton };
  return lexicon;
}

const isRight = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && lexiconOfWords().right.has(`${a.lower} ${b.lower}`);

const vowel = /[aeiouyăâêôơư]/u;

/** A word that one slip away is a word of the list. */
export interface Misspelt {
  readonly right: readonly [string, string];
  readonly slip: Slip;
}

/** What the tokens `at` and `at + 1` were meant to be; null when they are right, unknown, or of several readings. */
export function misspeltAt(tokens: readonly Token[], at: number): Misspelt | null {
  const first = tokens[at]!;
  const second = tokens[at + 1]!;
  const a = partsOf(first.lower);
  const tails = lexiconOfWords().bySkeleton.get(a.skeleton);
  if (tails === undefined) return null;
  const b = partsOf(second.lower);
  const candidates = tails.get(b.skeleton);
  if (candidates === undefined || isRight(first, second)) return null;
  let found: Misspelt | null = null;
  for (const { pair, isToneOnly } of candidates) {
    const inFirst = slipsBetween(a, partsOf(pair[0]));
    const inSecond = slipsBetween(b, partsOf(pair[1]));
    const slips = [...inFirst, ...inSecond];
    if (slips.length !== 1 || (isToneOnly && slips[0] !== "hỏi-ngã")) continue;
    const changed = inFirst.length === 1 ? first : second;
    if (slips[0] !== "hỏi-ngã" && (smallWords.has(changed.lower) || (changed === second && changed.lower === "chỉ")))
      continue;
    if (found !== null) return null;
    found = { right: pair, slip: slips[0]! };
  }
  if (found === null || !vowel.test(a.rime + b.rime)) return null;
  // “Cũng cố gắng”, “một đơn vi phạm”: the syllables belong to words on either side.
  if (isRight(tokens[at - 1], first) || isRight(second, tokens[at + 2])) return null;
  return found;
}
