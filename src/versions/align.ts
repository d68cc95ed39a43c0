/**
 * Which members of an older list are which of a newer one, in order: equal ones first, and among what stands between
 * them the pairs of the greatest likeness. What moved counts as gone from one place and new at another.
 */
import { diffSequences } from "./sequence.ts";

/** A member of both lists, or of one of them. */
export type Aligned<T> =
  | { readonly a: T; readonly b: T }
  | { readonly a: T; readonly b?: undefined }
  | { readonly a?: undefined; readonly b: T };

/** Likeness from which two members are one that changed; lower where they alone stand between the same neighbours. */
export const alike = 0.5;
const alikeAlone = 0.3;
/** More pairs than this are not weighed against each other; bounds time and memory. */
const mostPairs = 250_000;

/**
 * The members of both lists in one order that keeps both; before a member of both stand the older ones, then the newer
 * ones. `keyOf` is equal for members that are the same; `likeness` is from 0 (nothing in common) to 1.
 */
export function align<T>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (member: T) => string,
  likeness: (a: T, b: T) => number,
): readonly Aligned<T>[] {
  const result: Aligned<T>[] = [];
  let removed: readonly T[] = [];
  let added: readonly T[] = [];
  const settle = (): void => {
    result.push(...alignGap(removed, added, likeness));
    removed = [];
    added = [];
  };
  for (const run of diffSequences(a.map(keyOf), b.map(keyOf))) {
    if (run.kind === "removed") removed = a.slice(...run.a);
    else if (run.kind === "added") added = b.slice(...run.b);
    else {
      settle();
      for (let i = 0; i < run.a[1] - run.a[0]; i += 1) result.push({ a: a[run.a[0] + i]!, b: b[run.b[0] + i]! });
    }
  }
  settle();
  return result;
}

function alignGap<T>(
  removed: readonly T[],
  added: readonly T[],
  likeness: (a: T, b: T) => number,
): readonly Aligned<T>[] {
  const apart: Aligned<T>[] = [...removed.map((a) => ({ a })), ...added.map((b) => ({ b }))];
  if (removed.length === 0 || added.length === 0 || removed.length * added.length > mostPairs) return apart;
  const result: Aligned<T>[] = [];
  let i = 0;
  let j = 0;
  const upTo = (toA: number, toB: number): void => {
    for (; i < toA; i += 1) result.push({ a: removed[i]! });
    for (; j < toB; j += 1) result.push({ b: added[j]! });
  };
  for (const [x, y] of likestPairs(removed, added, likeness)) {
    upTo(x, y);
    result.push({ a: removed[x]!, b: added[y]! });
    [i, j] = [x + 1, y + 1];
  }
  upTo(removed.length, added.length);
  return result;
}

/**
 * Among members between the same neighbours, the pairs (places in either list) that keep the order and have the greatest
 * likeness together. Weighs every pair: bound `removed.length * added.length` before.
 */
export function likestPairs<T>(
  removed: readonly T[],
  added: readonly T[],
  likeness: (a: T, b: T) => number,
): readonly (readonly [number, number])[] {
  const least = removed.length === 1 && added.length === 1 ? alikeAlone : alike;
  const width = added.length + 1;
  const best = new Float64Array((removed.length + 1) * width);
  const like = new Float64Array(removed.length * added.length);
  for (let i = removed.length - 1; i >= 0; i -= 1) {
    for (let j = added.length - 1; j >= 0; j -= 1) {
      const score = likeness(removed[i]!, added[j]!);
      like[i * added.length + j] = score;
      const paired = score >= least ? score + best[(i + 1) * width + j + 1]! : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < removed.length && j < added.length) {
    const score = like[i * added.length + j]!;
    if (score >= least && best[i * width + j] === score + best[(i + 1) * width + j + 1]!) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (best[i * width + j] === best[(i + 1) * width + j]) i += 1;
    else j += 1;
  }
  return pairs;
}

/** How much two bags of words have in common, from 0 to 1 (Dice). */
export function bagLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      shared += 1;
      counts.set(word, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}
