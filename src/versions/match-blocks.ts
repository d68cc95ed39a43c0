/** Which block of an older source is which of a newer one: fields by their names, the rest by words and order. */
import { type Block, blocksIn, wordsOfBlock } from "./blocks.ts";
import { matchTrees } from "./match.ts";
import type { Node, NodeKind, TaskField } from "./tree.ts";

/** The newer block of an older one, and the other way round. */
export interface BlockMatching {
  readonly newer: ReadonlyMap<Block, Block>;
  readonly older: ReadonlyMap<Block, Block>;
}

const nodeKinds: Partial<Record<Block["kind"], NodeKind>> = {
  file: "root",
  document: "root",
  annex: "annex",
  division: "division",
  paragraph: "paragraph",
  table: "table",
  task: "task",
  "sub-row": "sub-row",
  group: "group",
  total: "total",
  grid: "grid",
};

export function matchBlocks(before: Block, after: Block): BlockMatching {
  const matcher = new BlockMatcher();
  matcher.under(before, after);
  return matcher;
}

class BlockMatcher implements BlockMatching {
  readonly newer = new Map<Block, Block>();
  readonly older = new Map<Block, Block>();

  private pair(a: Block, b: Block): boolean {
    if (this.newer.has(a) || this.older.has(b)) return false;
    this.newer.set(a, b);
    this.older.set(b, a);
    return true;
  }

  /** Pairs two blocks and what stands below them. */
  under(a: Block, b: Block): void {
    if (!this.pair(a, b)) return;
    const blocks = new Map<Node, Block>();
    const found = matchTrees(view(a, blocks), view(b, blocks));
    const pairs: [Block, Block][] = [[a, b]];
    for (const [x, y] of found.newer) {
      const [old, now] = [blocks.get(x)!, blocks.get(y)!];
      if (this.pair(old, now)) pairs.push([old, now]);
    }
    for (let at = 0; at < pairs.length; at += 1) {
      const [old, now] = pairs[at]!;
      for (const child of old.children) {
        const other = child.key === "" ? undefined : now.children.find((one) => one.key === child.key);
        if (other) this.under(child, other);
      }
      pairs.push(...this.replaced(old, now));
    }
  }

  /** Between the same neighbours as many blocks of one kind as before are the same ones with other words. */
  private replaced(a: Block, b: Block): [Block, Block][] {
    const pairs: [Block, Block][] = [];
    const gapsOf = (parent: Block, side: ReadonlyMap<Block, Block>, isOld: boolean): Map<Block | null, Block[]> => {
      const gaps = new Map<Block | null, Block[]>();
      let before: Block | null = null;
      for (const child of parent.children) {
        if (child.key !== "") continue;
        const other = side.get(child);
        if (other === undefined) gaps.set(before, [...(gaps.get(before) ?? []), child]);
        else before = isOld ? child : other;
      }
      return gaps;
    };
    const news = gapsOf(b, this.older, false);
    for (const [before, olds] of gapsOf(a, this.newer, true)) {
      const added = news.get(before) ?? [];
      if (added.length !== olds.length || olds.some((old, index) => old.kind !== added[index]!.kind)) continue;
      for (const [index, old] of olds.entries()) {
        if (this.pair(old, added[index]!)) pairs.push([old, added[index]!]);
      }
    }
    return pairs;
  }
}

const nowhere = { start: 0, end: 0 };

/** A block as a node of the tree that is matched by words; named children count as its fields. */
function view(block: Block, blocks: Map<Node, Block>): Node {
  const text = wordsOfBlock(block);
  const children = block.children.filter((child) => child.key === "").map((child) => view(child, blocks));
  const fields = block.children
    .filter((child) => child.key !== "" && child.kind !== "recipients" && child.kind !== "signature")
    .map(
      (child): TaskField => ({
        role: "other",
        name: child.key,
        text: `${child.key} ${[child, ...blocksIn(child)].map(wordsOfBlock).join(" ")}`,
        owners: [],
        times: [],
        span: nowhere,
      }),
    );
  const node: Node = {
    kind: nodeKinds[block.kind] ?? "grid-row",
    text,
    key: text,
    fields,
    children,
    parent: null,
    place: 0,
    span: nowhere,
    prose: null,
    targets: [],
    id: null,
  };
  for (const [place, child] of children.entries()) [child.parent, child.place] = [node, place];
  blocks.set(node, block);
  return node;
}
