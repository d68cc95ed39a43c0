/**
 * Which thing of an older tree is which of a newer one. Equal words settle most of it; among what is left, sisters are
 * aligned in order by likeness, and what moved elsewhere is looked for last. Marks play no part.
 */
import { alike, likestPairs } from "./align.ts";
import { diffSequences } from "./sequence.ts";
import { type Node, wordsOf } from "./tree.ts";

export interface Matching {
  /** The newer thing of an older one, and the other way round. */
  readonly newer: ReadonlyMap<Node, Node>;
  readonly older: ReadonlyMap<Node, Node>;
}

/** Likeness from which a thing is found again somewhere else. */
const alikeElsewhere = 0.7;
/** More pairs than this are not weighed against each other one by one. */
const mostPairs = 40_000;

export function matchTrees(before: Node, after: Node): Matching {
  const matcher = new Matcher();
  matcher.pair(before, after);
  matcher.pairEqual(nodesIn(before), nodesIn(after));
  matcher.alignChildren(before, after);
  matcher.findElsewhere(nodesIn(before), nodesIn(after));
  return matcher;
}

/** All nodes below one, in order. */
export function nodesIn(root: Node): readonly Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    for (const child of node.children) {
      found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** Kinds that may turn into each other: a paragraph that gets a mark, a division that gets labels. */
const family = (node: Node): string =>
  node.kind === "division" || node.kind === "paragraph" || node.kind === "task" ? "text" : node.kind;

const identity = (node: Node): string =>
  `${family(node)}\u0000${node.key}\u0000${node.kind === "sub-row" ? fieldWords(node) : ""}`;

const fieldWords = (node: Node): string => node.fields.map((field) => `${field.role}:${field.text}`).join("|");

class Matcher implements Matching {
  readonly newer = new Map<Node, Node>();
  readonly older = new Map<Node, Node>();
  private readonly bags = new Map<Node, ReadonlyMap<string, number>>();

  pair(a: Node, b: Node): void {
    this.newer.set(a, b);
    this.older.set(b, a);
  }

  /** Words that stand once in each tree and are no mere label (“Mục đích”) are the same thing wherever they stand. */
  pairEqual(before: readonly Node[], after: readonly Node[]): void {
    const olds = single(before.filter((node) => !this.newer.has(node)));
    const news = single(after.filter((node) => !this.older.has(node)));
    for (const [key, a] of olds) {
      const b = news.get(key);
      if (a !== null && b && wordsOf(a.text).length >= 4) this.pair(a, b);
    }
  }

  /** Aligns the children of two that are one, and theirs in turn. */
  alignChildren(a: Node, b: Node): void {
    const olds = a.children.filter((node) => !this.newer.has(node) || this.newer.get(node)!.parent === b);
    const news = b.children.filter((node) => !this.older.has(node) || this.older.get(node)!.parent === a);
    const key = (node: Node, side: ReadonlyMap<Node, Node>, isOld: boolean): string => {
      const other = side.get(node);
      // A pair found before holds as such, whatever its words are.
      return other === undefined ? identity(node) : `=${isOld ? this.number(node) : this.number(other)}`;
    };
    const runs = diffSequences(
      olds.map((node) => key(node, this.newer, true)),
      news.map((node) => key(node, this.older, false)),
    );
    let removed: Node[] = [];
    let added: Node[] = [];
    const settle = (): void => {
      this.alignGap(
        removed.filter((node) => !this.newer.has(node)),
        added.filter((node) => !this.older.has(node)),
      );
      removed = [];
      added = [];
    };
    for (const run of runs) {
      if (run.kind === "removed") removed.push(...olds.slice(...run.a));
      else if (run.kind === "added") added.push(...news.slice(...run.b));
      else {
        settle();
        for (let i = 0; i < run.a[1] - run.a[0]; i += 1) {
          const [x, y] = [olds[run.a[0] + i]!, news[run.b[0] + i]!];
          if (!this.newer.has(x) && !this.older.has(y)) this.pair(x, y);
        }
      }
    }
    settle();
    // What is left in different gaps of the same parent: sisters that changed places and words.
    this.alignBest(
      olds.filter((node) => !this.newer.has(node)),
      news.filter((node) => !this.older.has(node)),
      alike,
    );
    for (const child of a.children) {
      const other = this.newer.get(child);
      if (other) this.alignChildren(child, other);
    }
  }

  private readonly numbers = new Map<Node, number>();
  private number(node: Node): number {
    const known = this.numbers.get(node);
    if (known !== undefined) return known;
    this.numbers.set(node, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** Sisters between the same neighbours: the pairs of the greatest likeness that keep the order. */
  private alignGap(removed: readonly Node[], added: readonly Node[]): void {
    if (removed.length === 0 || added.length === 0) return;
    if (removed.length * added.length > mostPairs) {
      this.alignBest(removed, added, alike);
      return;
    }
    for (const [i, j] of likestPairs(removed, added, (a, b) => this.likeness(a, b))) this.pair(removed[i]!, added[j]!);
  }

  /** Pairs in the order of their likeness, whatever order they stand in. */
  private alignBest(olds: readonly Node[], news: readonly Node[], least: number): void {
    if (olds.length === 0 || news.length === 0) return;
    const byWord = new Map<string, Node[]>();
    for (const node of news) {
      for (const word of new Set(wordsOf(node.text))) {
        const group = byWord.get(word);
        if (group) group.push(node);
        else byWord.set(word, [node]);
      }
    }
    const pairs: { readonly a: Node; readonly b: Node; readonly score: number }[] = [];
    for (const a of olds) {
      // Rare words name the candidates; a text of common words alone has none.
      const shared = new Map<Node, number>();
      for (const word of new Set(wordsOf(a.text))) {
        const group = byWord.get(word) ?? [];
        if (group.length > 40 && news.length > 60) continue;
        for (const b of group) shared.set(b, (shared.get(b) ?? 0) + 1);
      }
      const candidates = [...shared].sort((x, y) => y[1] - x[1]).slice(0, 12);
      for (const [b] of candidates) {
        const score = this.likeness(a, b);
        if (score >= least) pairs.push({ a, b, score });
      }
    }
    pairs.sort((x, y) => y.score - x.score);
    for (const { a, b } of pairs) if (!this.newer.has(a) && !this.older.has(b)) this.pair(a, b);
  }

  /** Things that stand under another parent now. */
  findElsewhere(before: readonly Node[], after: readonly Node[]): void {
    const olds = before.filter((node) => !this.newer.has(node) && isLong(node));
    const news = after.filter((node) => !this.older.has(node) && isLong(node));
    const known = new Set(this.newer.keys());
    this.alignBest(olds, news, alikeElsewhere);
    for (const [a, b] of [...this.newer]) if (!known.has(a)) this.alignChildren(a, b);
  }

  /** From 0 to 1: shared words, with what stands below them and, for tasks, what their fields say. */
  likeness(a: Node, b: Node): number {
    if (family(a) !== family(b)) return 0;
    const words = a.key === b.key ? 1 : this.dice(a, b);
    if (a.fields.length > 1 && b.fields.length > 1) {
      const same = a.fields.filter((one) => b.fields.some((two) => two.role === one.role && two.text === one.text));
      const share = (2 * same.length) / (a.fields.length + b.fields.length);
      if (a.kind === "sub-row" && a.text === "" && b.text === "") return share;
      return Math.max(words * 0.9, 0.6 * words + 0.4 * share);
    }
    if (a.children.length > 0 && b.children.length > 0) {
      const same = a.children.filter((child) => this.newer.get(child)?.parent === b).length;
      const share = (2 * same) / (a.children.length + b.children.length);
      return Math.max(words, 0.5 * words + 0.5 * share, share > 0.6 ? share : 0);
    }
    // A heading with things below it and a line without are rarely one.
    return a.children.length > 0 !== b.children.length > 0 ? words * 0.9 : words;
  }

  /** Sørensen–Dice over the words, each as often as it stands. */
  private dice(a: Node, b: Node): number {
    const [x, y] = [this.bag(a), this.bag(b)];
    let common = 0;
    let total = 0;
    for (const [word, count] of x) {
      common += Math.min(count, y.get(word) ?? 0);
      total += count;
    }
    for (const count of y.values()) total += count;
    return total === 0 ? 0 : (2 * common) / total;
  }

  private bag(node: Node): ReadonlyMap<string, number> {
    let bag = this.bags.get(node);
    if (bag === undefined) {
      const made = new Map<string, number>();
      for (const word of wordsOf(node.key)) made.set(word, (made.get(word) ?? 0) + 1);
      bag = made;
      this.bags.set(node, bag);
    }
    return bag;
  }
}

const isLong = (node: Node): boolean => wordsOf(node.text).length >= 4;

/** Nodes by their identity; null where two share one. */
function single(nodes: readonly Node[]): Map<string, Node | null> {
  const found = new Map<string, Node | null>();
  for (const node of nodes) {
    const key = identity(node);
    found.set(key, found.has(key) ? null : node);
  }
  return found;
}
