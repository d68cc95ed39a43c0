/**
 * Two people's edits of one plan put together, by tasks, divisions and fields instead of by lines. Edits of different
 * things never disagree, also where their lines touch; counting anew on one side does not disagree with edits on the
 * other. What both changed otherwise stays with both wordings between marks of conflict, around just that thing.
 *
 * Works on the text as typed, so that comments and layout stay. Null where the three texts cannot be put together so:
 * the caller then merges by lines.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { renumber, renumberAs } from "../format/renumber.ts";
import { toPlan } from "../plan/from-syntax.ts";
import type { Content, Division, Plan } from "../plan/plan.ts";
import type { Registries } from "../registry/registry.ts";
import { lineAt, lineTable, type SourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { type Block, type BlockTree, blocksIn, blocksOf, linesOfBlock, wordsOfBlock } from "./blocks.ts";
import { type BlockMatching, matchBlocks } from "./match-blocks.ts";

export interface Merged {
  /** Lines end with "\n". */
  readonly text: string;
  /** How many disagreements stand in it between marks. */
  readonly conflicts: number;
}

/** What the sides are called in the marks of conflict, and how long these are. */
export interface MergeLabels {
  readonly ours: string;
  readonly theirs: string;
  readonly size: number;
}

export const usualLabels: MergeLabels = { ours: "của ta", theirs: "của họ", size: 7 };

/** Puts `ours` and `theirs`, which both come from `base`, together. `base` may be empty: both sides made the file. */
export function mergeSources(
  base: SourceFile,
  ours: SourceFile,
  theirs: SourceFile,
  registries: Registries,
  labels: MergeLabels = usualLabels,
): Merged | null {
  if (ours.text === theirs.text || theirs.text === base.text) return { text: ours.text, conflicts: 0 };
  if (ours.text === base.text) return { text: theirs.text, conflicts: 0 };
  const sides = [base, ours, theirs] as const;
  if (sides.some((source) => source.text.trim() !== "" && isBroken(source))) return null;
  const counted = countedAlike(sides, registries);
  if (counted === null) return null;
  const merger = new Merger(...counted, labels);
  if (!merger.isSound) return null;
  const { text, conflicts } = merger.merge("mark");
  const merged: Merged = { text, conflicts };
  if (!keepsWords(merged.text, counted)) return null;
  if (merged.conflicts === 0 && isBroken(sourceOf(merged.text, ours.path))) return null;
  return merged;
}

const sourceOf = (text: string, path: string): SourceFile => ({ path, text, lineStarts: lineTable(text), digest: "" });

const isBroken = (source: SourceFile): boolean =>
  parse(source).diagnostics.some((diagnostic) => diagnostic.severity === "error");

// ── Numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

type Sides = readonly [base: SourceFile, ours: SourceFile, theirs: SourceFile];

/**
 * The three texts with the numbers that the merged plan will have, in marks and in references: then nothing that was only
 * counted anew disagrees. As they are where a side's own numbers do not follow: there nobody knows what was meant.
 */
function countedAlike(sides: Sides, registries: Registries): Sides | null {
  const merger = new Merger(...sides, usualLabels);
  if (!merger.isSound) return null;
  const draft = merger.merge("draft");
  const path = sides[1].path;
  const planOf = (source: SourceFile): Plan => toPlan(parse(source).value, registries).value;
  const [, ours, theirs] = sides.map(planOf) as [Plan, Plan, Plan];
  if (renumber(ours).length > 0 || renumber(theirs).length > 0) return sides;
  const drafted = planOf(sourceOf(draft.text, path));
  const final = sourceOf(applied(draft.text, renumber(drafted)), path);
  const numbers = new Map<number, readonly number[]>();
  for (const division of divisionsOf(planOf(final)))
    numbers.set(lineAt(final, division.mark.span.start), division.mark.values);
  const finalLines = final.text.split("\n");
  return sides.map((source, side) => {
    const places = merger.places(side, draft.places);
    const edits = renumberAs(planOf(source), (division) => {
      const at = places.get(lineAt(source, division.mark.span.start));
      return at === undefined ? null : (numbers.get(at) ?? null);
    });
    return sourceOf(withTaskNumbers(applied(source.text, edits), places, finalLines), source.path);
  }) as unknown as Sides;
}

/** Edits in any order. */
const applied = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((words, edit) => words.slice(0, edit.span.start) + edit.text + words.slice(edit.span.end), text);

const taskNumber = /^(\s*nhi[eệ]m v[uụ]\s+)(\d+)(?=\s*\.?\s*:)/iu;

/** Typed numbers of tasks (“nhiệm vụ 3.:”) as in the lines of the merged file. */
function withTaskNumbers(text: string, places: ReadonlyMap<number, number>, final: readonly string[]): string {
  return text
    .split("\n")
    .map((line, index) => {
      const at = taskNumber.test(line) ? places.get(index) : undefined;
      const number = at === undefined ? undefined : taskNumber.exec(final[at] ?? "")?.[2];
      return number === undefined ? line : line.replace(taskNumber, `$1${number}`);
    })
    .join("\n");
}

function divisionsOf(plan: Plan): readonly Division[] {
  const found: Division[] = [];
  const visit = (content: readonly Content[]): void => {
    for (const item of content) {
      if (item.kind !== "division") continue;
      found.push(item.division);
      visit(item.division.children);
    }
  };
  for (const document of plan.documents) {
    for (const scope of [document.content, ...document.annexes.map((annex) => annex.content)]) visit(scope);
  }
  return found;
}

// ── Blocks of three files as one tree ───────────────────────────────────────────────────────────────────────────────

/** One thing in up to three files. */
interface Cell {
  readonly base: Block | null;
  readonly ours: Block | null;
  readonly theirs: Block | null;
  parent: Cell | null;
  children: Cell[];
}

type Side = "ours" | "theirs";
const other: Readonly<Record<Side, Side>> = { ours: "theirs", theirs: "ours" };

/** A draft takes the wording of ours where both disagree; inside the marks of a conflict one side is written alone. */
type Mode = "mark" | "draft" | Side;

interface Draft extends Merged {
  /** Line of the merged text at which a thing starts. */
  readonly places: ReadonlyMap<Cell, number>;
}

class Merger {
  private readonly trees: readonly [BlockTree, BlockTree, BlockTree];
  private readonly cells = new Map<Block, Cell>();
  private readonly top: Cell;
  private readonly labels: MergeLabels;
  /** False where two moves put things inside each other. */
  readonly isSound: boolean;
  private lines: string[] = [];
  private conflicts = 0;
  private starts = new Map<Cell, number>();

  constructor(base: SourceFile, ours: SourceFile, theirs: SourceFile, labels: MergeLabels) {
    this.labels = labels;
    this.trees = [blocksOf(base), blocksOf(ours), blocksOf(theirs)];
    const [b, o, t] = this.trees.map((tree) => tree.root) as [Block, Block, Block];
    const [toOurs, toTheirs] = [matchBlocks(b, o), matchBlocks(b, t)];
    for (const block of [b, ...blocksIn(b)])
      this.cell(block, toOurs.newer.get(block) ?? null, toTheirs.newer.get(block) ?? null);
    this.top = this.cells.get(b)!;
    this.additions(o, t, toOurs, toTheirs);
    this.isSound = this.settleParents();
    if (this.isSound) this.settleOrder(this.top);
  }

  private cell(base: Block | null, ours: Block | null, theirs: Block | null): Cell {
    const cell: Cell = { base, ours, theirs, parent: null, children: [] };
    for (const block of [base, ours, theirs]) if (block) this.cells.set(block, cell);
    return cell;
  }

  /** What only the newer files have; what both added alike is one thing. */
  private additions(o: Block, t: Block, toOurs: BlockMatching, toTheirs: BlockMatching): void {
    const isNew = (block: Block): boolean => !this.cells.has(block);
    const together = (a: Block, b: Block): void => {
      const left = b.children.filter((one) => isNew(one) && !toTheirs.older.has(one));
      for (const child of a.children) {
        if (!isNew(child) || toOurs.older.has(child)) continue;
        const same = left.find(
          (one) =>
            one.kind === child.kind &&
            one.key === child.key &&
            (one.key !== "" || wordsOfBlock(one) === wordsOfBlock(child)),
        );
        if (!same) continue;
        left.splice(left.indexOf(same), 1);
        this.cell(null, child, same);
      }
      for (const child of a.children) {
        const cell = this.cells.get(child);
        if (cell?.theirs) together(child, cell.theirs);
      }
    };
    together(o, t);
    for (const block of blocksIn(o)) if (isNew(block)) this.cell(null, block, null);
    for (const block of blocksIn(t)) if (isNew(block)) this.cell(null, null, block);
  }

  private parentIn(cell: Cell, side: "base" | Side): Cell | null {
    const parent = cell[side]?.parent ?? null;
    return parent === null ? null : this.cells.get(parent)!;
  }

  /** The parent of a thing is the one that a side gave it; both otherwise: ours. */
  private settleParents(): boolean {
    const all = new Set(this.cells.values());
    for (const cell of all) {
      if (cell === this.top) continue;
      const [base, ours, theirs] = [
        this.parentIn(cell, "base"),
        this.parentIn(cell, "ours"),
        this.parentIn(cell, "theirs"),
      ];
      if (!cell.ours) cell.parent = theirs ?? base;
      else if (!cell.theirs) cell.parent = ours;
      else cell.parent = ours === base ? theirs : ours;
    }
    for (const cell of all) {
      let steps = 0;
      for (let above: Cell | null = cell; above !== null && above !== this.top; above = above.parent) {
        steps += 1;
        if (steps > 200 || above.parent === null) return false;
      }
    }
    return true;
  }

  private settleOrder(cell: Cell): void {
    const own = (side: "base" | Side): Cell[] =>
      (cell[side]?.children ?? []).map((block) => this.cells.get(block)!).filter((child) => child.parent === cell);
    const [base, ours, theirs] = [own("base"), own("ours"), own("theirs")];
    const inAll = base.filter((child) => ours.includes(child) && theirs.includes(child));
    const orderIn = (list: readonly Cell[]): readonly Cell[] => list.filter((child) => inAll.includes(child));
    const isSame = (a: readonly Cell[], b: readonly Cell[]): boolean => a.every((child, index) => child === b[index]);
    const theirsMoved = !isSame(orderIn(theirs), inAll) && isSame(orderIn(ours), inAll);
    const [first, second] = theirsMoved ? [theirs, ours] : [ours, theirs];
    const result = [...first];
    for (const [index, child] of second.entries()) {
      if (result.includes(child)) continue;
      const before = second.slice(0, index).findLast((one) => result.includes(one));
      let at = before === undefined ? 0 : result.indexOf(before) + 1;
      // Ours stands before theirs where both added something at one place.
      while (!theirsMoved && at < result.length && result[at]!.theirs === null && result[at]!.base === null) at += 1;
      result.splice(at, 0, child);
    }
    // Cells that neither file has, but whose place is here, hold nothing.
    cell.children = result;
    for (const child of cell.children) this.settleOrder(child);
  }

  // ── What is left, and what disagrees ──

  /** The side that dropped a thing which the other still has. */
  private droppedBy(cell: Cell): Side | null {
    if (cell.base === null) return null;
    if (cell.theirs === null && cell.ours !== null) return "theirs";
    return cell.ours === null && cell.theirs !== null ? "ours" : null;
  }

  /** Whether a side wrote something into a thing that the other dropped. */
  private isChanged(cell: Cell, side: Side): boolean {
    const [base, own] = [cell.base, cell[side]];
    if (base === null || own === null) return true;
    if (wordsOfBlock(base) !== wordsOfBlock(own) || commentsOf(base).join("\n") !== commentsOf(own).join("\n"))
      return true;
    return cell.children.some((child) => this.isChanged(child, side));
  }

  /** The places of a file's things in a merged text, by lines: line there → line in the merged text. */
  places(side: number, draft: ReadonlyMap<Cell, number>): ReadonlyMap<number, number> {
    const name = (["base", "ours", "theirs"] as const)[side]!;
    const found = new Map<number, number>();
    for (const [cell, line] of draft) {
      const block = cell[name];
      if (block) found.set(block.line, line);
    }
    return found;
  }

  merge(mode: Mode): Draft {
    [this.lines, this.conflicts, this.starts] = [[], 0, new Map()];
    this.emitChildren(this.top, mode);
    const [base, ours, theirs] = this.trees;
    this.lines.push(...mergedAbove(base.below, ours.below, theirs.below));
    const isClosed = ours.isClosed === base.isClosed ? theirs.isClosed : ours.isClosed;
    const text = this.lines.join("\n") + (isClosed || this.lines.length === 0 ? "\n" : "");
    return { text, conflicts: this.conflicts, places: this.starts };
  }

  private emitChildren(cell: Cell, mode: Mode): void {
    const { children } = cell;
    for (let at = 0; at < children.length; ) {
      const end = mode === "mark" ? this.replacedRun(cell, at) : at;
      if (end > at) {
        const run = children.slice(at, end);
        this.marked(
          () => {
            for (const one of run) if (one.ours) this.emit(one, "ours");
          },
          () => {
            for (const one of run) if (!one.ours) this.emit(one, "theirs");
          },
        );
        at = end;
      } else {
        this.emit(children[at]!, mode);
        at += 1;
      }
    }
  }

  /** The end of a run of additions of both sides that stand for the same dropped thing; `from` where there is none. */
  private replacedRun(parent: Cell, from: number): number {
    const { children } = parent;
    let end = from;
    while (end < children.length && children[end]!.base === null && !(children[end]!.ours && children[end]!.theirs))
      end += 1;
    const run = children.slice(from, end);
    if (!run.some((one) => one.ours) || !run.some((one) => one.theirs)) return from;
    const before = children.slice(0, from).findLast((one) => one.base !== null) ?? null;
    let last: Cell | null = null;
    for (const block of parent.base?.children ?? []) {
      const cell = this.cells.get(block)!;
      if (children.includes(cell)) last = cell;
      else if (last === before && cell.ours === null && cell.theirs === null && wordsOfBlock(block) !== "") return end;
    }
    return from;
  }

  private emit(cell: Cell, mode: Mode): void {
    if (mode === "ours" || mode === "theirs") {
      if (cell[mode] !== null) this.emitWhole(cell, mode);
      return;
    }
    const dropped = this.droppedBy(cell);
    if (dropped === null) this.emitWhole(cell, mode);
    // What the other side moved out of a dropped thing stands elsewhere.
    else if (this.isChanged(cell, other[dropped])) {
      const kept = other[dropped];
      const write = (): void => this.emitWhole(cell, kept);
      if (mode === "draft") write();
      else this.marked(kept === "ours" ? write : () => {}, kept === "theirs" ? write : () => {});
    }
  }

  private emitWhole(cell: Cell, mode: Mode): void {
    const { base, ours, theirs } = cell;
    const only = ours ?? theirs;
    if (only === null) return;
    if (ours === null || theirs === null) {
      this.lines.push(...only.above);
      this.starts.set(cell, this.lines.length);
      this.lines.push(...linesOfBlock(only));
    } else {
      this.lines.push(...mergedAbove(base?.above ?? [], ours.above, theirs.above));
      this.starts.set(cell, this.lines.length);
      this.emitOwn(base, ours, theirs, mode);
    }
    this.emitChildren(cell, mode);
  }

  /** The lines of a thing that both have. */
  private emitOwn(base: Block | null, ours: Block, theirs: Block, mode: Mode): void {
    const words = mergedWords(base, ours, theirs);
    if (words === null && mode === "mark") {
      this.marked(
        () => this.lines.push(...linesOfBlock(ours)),
        () => this.lines.push(...linesOfBlock(theirs)),
      );
      return;
    }
    const head = (block: Block): string => `${block.indent}${block.prefix}`;
    const own = base !== null && head(ours) === head(base) ? theirs : ours;
    const taken = words ?? (mode === "theirs" ? theirs.words : ours.words);
    // A key that stood alone has no blank behind it.
    const prefix = own.prefix === "" || taken[0] === "" || /\s$/.test(own.prefix) ? own.prefix : `${own.prefix} `;
    this.lines.push(`${own.indent}${taken[0] === "" ? prefix.trimEnd() : prefix}${taken[0] ?? ""}`, ...taken.slice(1));
  }

  private marked(ours: () => void, theirs: () => void): void {
    const { labels } = this;
    this.conflicts += 1;
    this.lines.push(`${"<".repeat(labels.size)} ${labels.ours}`);
    ours();
    this.lines.push("=".repeat(labels.size));
    theirs();
    this.lines.push(`${">".repeat(labels.size)} ${labels.theirs}`);
  }
}

/** The words that a side gave a thing; null where both gave it others. Layout counts only where words are the same. */
function mergedWords(base: Block | null, ours: Block, theirs: Block): readonly string[] | null {
  const [b, o, t] = [base === null ? null : wordsOfBlock(base), wordsOfBlock(ours), wordsOfBlock(theirs)];
  if (o === t) return base !== null && isSameLayout(ours.words, base.words) ? theirs.words : ours.words;
  if (o === b) return theirs.words;
  return t === b ? ours.words : null;
}

const isComment = (line: string): boolean => line.trim() !== "";
const commentsOf = (block: Block): readonly string[] => block.above.filter(isComment).map((line) => line.trim());

const isSameLayout = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, index) => line === b[index]);

/** Blank lines and comments above a thing. Comments of both sides are kept; blank lines are those of the side that
 * changed them. */
function mergedAbove(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const words = (lines: readonly string[]): string =>
    lines
      .filter(isComment)
      .map((line) => line.trim())
      .join("\n");
  const [b, o, t] = [words(base), words(ours), words(theirs)];
  if (o === t) return isSameLayout(ours, base) ? theirs : ours;
  if (o === b) return theirs;
  if (t === b) return ours;
  const known = new Set([...base, ...ours].map((line) => line.trim()));
  return [...ours, ...theirs.filter((line) => isComment(line) && !known.has(line.trim()))];
}

// ── Nothing is lost ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Letters of a text without numbers, marks and blanks: what no counting anew changes. */
const letters = (text: string): string =>
  (text.match(/\p{L}+/gu) ?? []).filter((word) => !/^[IVXLC]+$/.test(word)).join(" ");

/** Whether what a side wrote stands in the merged text, line by line; keys may be spelt as on the other side. */
function keepsWords(merged: string, [base, ours, theirs]: Sides): boolean {
  const old = new Set(base.text.split("\n").flatMap((line) => [letters(line), letters(behindKey(line))]));
  const all = letters(merged);
  return [ours, theirs].every((side) =>
    side.text.split("\n").every((line) => {
      const value = letters(behindKey(line));
      return value === "" || old.has(letters(line)) || old.has(value) || all.includes(value);
    }),
  );
}

/** Behind the key. */
const behindKey = (line: string): string => line.slice(line.indexOf(":") + 1);
