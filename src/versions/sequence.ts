/**
 * The difference of two sequences: lines of a file, words of a paragraph, items of a list. Pure, and bounded in time for
 * inputs that have nothing in common.
 */

/** A run of both sequences; `a` and `b` are half-open ranges of places. One of them is empty unless the run is the same. */
export interface Run {
  readonly kind: "same" | "removed" | "added";
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}

/** More edits than this between two anchors are not searched for: the stretch counts as replaced. Squared, it bounds time
 * and memory. */
const mostEdits = 1500;

/**
 * Runs that turn `a` into `b`, in order; removals stand before additions at the same place. Values are compared by `===`.
 * Values that occur once in both anchor the comparison (patience), the stretches between are compared by the shortest edit
 * script (Myers, “An O(ND) Difference Algorithm”, 1986).
 */
export function diffSequences<T>(a: readonly T[], b: readonly T[]): readonly Run[] {
  const pairs: [number, number][] = [];
  compare(a, 0, a.length, b, 0, b.length, pairs);
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  const gap = (toA: number, toB: number): void => {
    if (i < toA) runs.push({ kind: "removed", a: [i, toA], b: [j, j] });
    if (j < toB) runs.push({ kind: "added", a: [toA, toA], b: [j, toB] });
  };
  for (let at = 0; at < pairs.length; ) {
    const [x, y] = pairs[at]!;
    gap(x, y);
    let length = 1;
    while (at + length < pairs.length && pairs[at + length]![0] === x + length && pairs[at + length]![1] === y + length)
      length += 1;
    runs.push({ kind: "same", a: [x, x + length], b: [y, y + length] });
    i = x + length;
    j = y + length;
    at += length;
  }
  gap(a.length, b.length);
  return runs;
}

function compare<T>(
  a: readonly T[],
  a0: number,
  a1: number,
  b: readonly T[],
  b0: number,
  b1: number,
  pairs: [number, number][],
): void {
  let [startA, startB, endA, endB] = [a0, b0, a1, b1];
  while (startA < endA && startB < endB && a[startA] === b[startB]) {
    pairs.push([startA, startB]);
    startA += 1;
    startB += 1;
  }
  let tail = 0;
  while (startA < endA && startB < endB && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
    tail += 1;
  }
  if (startA < endA && startB < endB) {
    const anchors = uniquePairs(a, startA, endA, b, startB, endB);
    if (anchors.length === 0) shortest(a, startA, endA, b, startB, endB, pairs);
    else {
      for (const [x, y] of anchors) {
        if (x < startA || y < startB) continue;
        compare(a, startA, x, b, startB, y, pairs);
        pairs.push([x, y]);
        startA = x + 1;
        startB = y + 1;
      }
      compare(a, startA, endA, b, startB, endB, pairs);
    }
  }
  for (let k = 0; k < tail; k += 1) pairs.push([endA + k, endB + k]);
}

/** Values that occur once in each stretch, in the longest order that both share. */
function uniquePairs<T>(
  a: readonly T[],
  a0: number,
  a1: number,
  b: readonly T[],
  b0: number,
  b1: number,
): [number, number][] {
  const places = new Map<T, { a: number; b: number }>();
  for (let i = a0; i < a1; i += 1) {
    const place = places.get(a[i]!);
    if (place) place.a = -2;
    else places.set(a[i]!, { a: i, b: -1 });
  }
  for (let j = b0; j < b1; j += 1) {
    const place = places.get(b[j]!);
    if (place) place.b = place.b === -1 ? j : -2;
  }
  const common = [...places.values()].filter((place) => place.a >= 0 && place.b >= 0).sort((x, y) => x.a - y.a);
  return longestRising(common.map((place) => place.b)).map((at) => [common[at]!.a, common[at]!.b]);
}

/** Places of the longest chain of values that rise, in order; of two that are as long, the one whose values end lower
 * (patience sorting: piles of growing ends, each card remembers the one before it). */
export function longestRising(values: readonly number[]): readonly number[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tops[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  }
  const chain: number[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(at);
  return chain.reverse();
}

function shortest<T>(
  a: readonly T[],
  a0: number,
  a1: number,
  b: readonly T[],
  b0: number,
  b1: number,
  pairs: [number, number][],
): void {
  const n = a1 - a0;
  const m = b1 - b0;
  const limit = Math.min(n + m, mostEdits);
  const trace: Int32Array[] = [];
  let furthest = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  for (let d = 0; d <= limit; d += 1) {
    trace.push(furthest.slice(middle - d - 1, middle + d + 2));
    const next = furthest;
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[middle + k - 1]! < furthest[middle + k + 1]!);
      let x = down ? furthest[middle + k + 1]! : furthest[middle + k - 1]! + 1;
      let y = x - k;
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x += 1;
        y += 1;
      }
      next[middle + k] = x;
      if (x >= n && y >= m) {
        backtrack(trace, d, n, m, a0, b0, pairs);
        return;
      }
    }
    furthest = next;
  }
}

/** Walks the kept frontiers back from the end and adds the pairs on the way, in order. */
function backtrack(
  trace: readonly Int32Array[],
  edits: number,
  n: number,
  m: number,
  a0: number,
  b0: number,
  pairs: [number, number][],
): void {
  const found: [number, number][] = [];
  let x = n;
  let y = m;
  for (let d = edits; d > 0; d -= 1) {
    const row = trace[d]!;
    const at = (k: number): number => row[k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const previous = down ? k + 1 : k - 1;
    const fromX = at(previous);
    const fromY = fromX - previous;
    const startX = down ? fromX : fromX + 1;
    while (x > startX) {
      x -= 1;
      y -= 1;
      found.push([a0 + x, b0 + y]);
    }
    x = fromX;
    y = fromY;
  }
  while (x > 0 && y > 0) {
    x -= 1;
    y -= 1;
    found.push([a0 + x, b0 + y]);
  }
  for (let at = found.length - 1; at >= 0; at -= 1) pairs.push(found[at]!);
}
