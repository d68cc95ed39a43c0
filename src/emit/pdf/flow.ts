/**
 * Cuts blocks into strips: horizontal bands as wide as the text, each of which stands on one page. A strip says how high
 * it is, what space it wants above and whether a page may end before it; `paginate.ts` needs to know no more about
 * paragraphs. Rows of tables and columns are strips too, which `table.ts` can cut when they are taller than a page.
 */
import type { Block, FrameBlock, ParagraphBlock, RuleBlock, SimpleBlock } from "../../document/document.ts";
import type { FontSet } from "../../document/measure.ts";
import type { ParagraphStyle, Pt, StyleName, StyleSheet } from "../../document/style.ts";
import { unreachable } from "../../unreachable.ts";
import { breakLines, type Line } from "./lines.ts";
import { type Grid, gridOfColumns, gridOfTable } from "./table.ts";
import { headingType, type LineTags, type Tag, type TagWriter, tagWriter } from "./tags.ts";
import { twips } from "./twips.ts";

/** Something drawn. Places are points from the left and top edge of the page (in a strip: of the strip). */
export type Ink =
  | {
      readonly kind: "text";
      /** Left edge of the paragraph's box. */
      readonly x: Pt;
      /** Baseline. */
      readonly y: Pt;
      readonly line: Line;
      readonly style: StyleName;
      /** `ParagraphBlock.id`; "" for page numbers. */
      readonly block: string;
      /** Null for page furniture and repeated table heads. */
      readonly tags: LineTags | null;
    }
  | {
      readonly kind: "rule";
      readonly x: Pt;
      readonly y: Pt;
      /** From (x, y) to (x + width, y + height); one of them is 0. */
      readonly width: Pt;
      readonly height: Pt;
      readonly thickness: Pt;
    }
  | {
      readonly kind: "box";
      /** Centre line of the border. */
      readonly x: Pt;
      readonly y: Pt;
      readonly width: Pt;
      readonly height: Pt;
      readonly thickness: Pt;
      readonly color: string;
    };

export interface Bookmark {
  readonly level: number;
  readonly title: string;
}

interface Band {
  /** Space above when another strip stands above on the page. */
  readonly gap: Pt;
  /** Space above at the top of a section, after a page break that was asked for, and at the top of a cell. */
  readonly topGap: Pt;
  /** Space wanted below by the foot of a cell. */
  readonly tail: Pt;
  /** A page may end before this strip. */
  readonly mayBreak: boolean;
  /** A page must end before this strip. */
  readonly mustBreak: boolean;
  /** Notes referred to. */
  readonly notes: readonly number[];
}

export interface FlatStrip extends Band {
  readonly kind: "flat";
  readonly height: Pt;
  readonly ink: readonly Ink[];
  readonly bookmark?: Bookmark;
}

export interface RowStrip extends Band {
  readonly kind: "row";
  readonly grid: Grid;
  /** Index in `grid.rows`; the head comes first. */
  readonly row: number;
}

export type Strip = FlatStrip | RowStrip;

export interface FlowContext {
  readonly style: StyleSheet;
  readonly fonts: FontSet;
  readonly width: Pt;
}

/** What the strip above leaves to the one below. */
interface Above {
  /** Extra of a multiple line spacing, always added. */
  readonly extra: Pt;
  /** Space after the paragraph; the larger of it and the next `before` counts. */
  readonly after: Pt;
  readonly keepNext: boolean;
}

const nothingAbove: Above = { extra: 0, after: 0, keepNext: false };

/** At least this many lines of a paragraph stand together at the foot and at the head of a page. */
const widowLines = 2;

/** Strips of the blocks, one below the other. Tags of the words are added to `tags`, in reading order. */
export function stripsOf(blocks: readonly Block[], tags: TagWriter, context: FlowContext): Strip[] {
  const strips: Strip[] = [];
  let above = nothingAbove;
  blocks.forEach((block, index) => {
    const isLast = index === blocks.length - 1;
    switch (block.kind) {
      case "paragraph":
        above = paragraphStrips(block, above, tags, context, strips);
        break;
      case "rule":
        strips.push(ruleStrip(block, above, context));
        above = { ...nothingAbove, keepNext: block.keepNext ?? false };
        break;
      case "frame":
        strips.push(frameStrip(block, above, tags, context));
        above = nothingAbove;
        break;
      case "columns":
        strips.push(...rowStrips(gridOfColumns(block, tags, context), spaceBefore(block, isLast), above));
        above = nothingAbove;
        break;
      case "table":
        strips.push(...rowStrips(gridOfTable(block, tags, context), spaceBefore(block, isLast), above));
        above = nothingAbove;
        break;
      default:
        unreachable(block);
    }
  });
  return strips;
}

/**
 * A DOCX cannot end with a table: its emitter puts the lowest possible paragraph after the last one, and takes two points
 * from the space above that table so that a signature which just fits on a page fits in every office program. Such
 * paragraphs and rounding take a tenth of it back. So do we, to keep the pages alike.
 */
const takenFromLast: Pt = 1.8;

const spaceBefore = (block: { readonly before: Pt }, isLast: boolean): Pt =>
  twips(isLast ? Math.max(0, block.before - takenFromLast) : block.before);

function paragraphTags(block: ParagraphBlock, style: ParagraphStyle, tags: TagWriter): LineTags {
  switch (block.role) {
    case "heading":
      return { body: tags.block(headingType(block.outline?.level ?? style.outlineLevel ?? 1)) };
    case "item":
      return tags.item(
        block.depth ?? 1,
        block.runs.some((run) => run.kind === "text" && run.label),
      );
    case "caption":
      return { body: tags.block("Caption") };
    case "text":
      return { body: tags.block("P") };
    default:
      return unreachable(block.role);
  }
}

function paragraphStrips(
  block: ParagraphBlock,
  above: Above,
  tags: TagWriter,
  { style: sheet, fonts, width }: FlowContext,
  strips: Strip[],
): Above {
  const style = sheet.paragraph[block.style];
  const lines = breakLines(block.runs, style, width, fonts);
  const lineTags = paragraphTags(block, style, tags);
  const before = twips(block.before ?? style.before);
  const keepNext = block.keepNext ?? style.keepNext;
  // LibreOffice never cuts a paragraph that has to stay with the next.
  const whole = style.keepLines || keepNext;
  const least = style.widowControl ? widowLines : 1;
  lines.forEach((line, i) => {
    const first = i === 0;
    strips.push({
      kind: "flat",
      height: line.height,
      gap: first ? above.extra + Math.max(above.after, before) : lines[i - 1]!.extra,
      topGap: first ? before : 0,
      tail: line.extra + style.after,
      mayBreak: first ? !above.keepNext : !whole && i >= least && lines.length - i >= least,
      mustBreak: first && (block.pageBreakBefore ?? false),
      notes: line.notes,
      ink: [{ kind: "text", x: 0, y: line.ascent, line, style: block.style, block: block.id, tags: lineTags }],
      ...(first && block.outline && block.change !== "removed" ? { bookmark: block.outline } : {}),
    });
    for (const note of line.notes) tags.note(note);
  });
  return { extra: lines.at(-1)!.extra, after: style.after, keepNext };
}

function ruleStrip(block: RuleBlock, above: Above, { width }: FlowContext): FlatStrip {
  return {
    kind: "flat",
    height: block.before + block.thickness + block.after,
    gap: above.extra + above.after,
    topGap: 0,
    tail: 0,
    mayBreak: !above.keepNext,
    mustBreak: false,
    notes: [],
    ink: [
      {
        kind: "rule",
        x: (width - block.width) / 2,
        y: block.before + block.thickness / 2,
        width: block.width,
        height: 0,
        thickness: block.thickness,
      },
    ],
  };
}

function frameStrip(block: FrameBlock, above: Above, tags: TagWriter, context: FlowContext): FlatStrip {
  const { style: sheet, fonts, width } = context;
  const free = width - block.width;
  const left = block.align === "left" ? 0 : block.align === "right" ? free : free / 2;
  // The words stand in the middle of the box, whatever room the style gives to a paragraph elsewhere.
  const style: ParagraphStyle = { ...sheet.paragraph[block.style], align: "center", left: 0, right: 0, firstLine: 0 };
  const lines = breakLines(block.runs, style, block.width, fonts);
  const body = tags.block("P");
  let y = (block.height - lines.reduce((sum, line) => sum + line.height, 0)) / 2;
  const ink: Ink[] = [
    {
      kind: "box",
      x: left + block.thickness / 2,
      y: block.thickness / 2,
      width: block.width - block.thickness,
      height: block.height - block.thickness,
      thickness: block.thickness,
      color: block.color,
    },
  ];
  for (const line of lines) {
    ink.push({ kind: "text", x: left, y: y + line.ascent, line, style: block.style, block: block.id, tags: { body } });
    y += line.height;
  }
  return {
    kind: "flat",
    height: block.height,
    gap: above.extra + Math.max(above.after, block.before),
    topGap: block.before,
    tail: 0,
    mayBreak: !above.keepNext,
    mustBreak: false,
    notes: [],
    ink,
  };
}

/** Rows, below a blank as high as the space above them: unlike a paragraph's, it stays at the head of a page. */
function rowStrips(grid: Grid, before: Pt, above: Above): Strip[] {
  const top: Band = {
    gap: above.extra + above.after,
    topGap: 0,
    tail: 0,
    mayBreak: !above.keepNext,
    mustBreak: false,
    notes: [],
  };
  const rows = grid.rows.map((row, i): RowStrip => {
    const notes = row.cells.flatMap((cell) => cell.strips.flatMap((strip) => strip.notes));
    if (i === 0 && before === 0) return { ...top, kind: "row", grid, row: i, notes };
    const mayBreak = i > 0 && !grid.rows[i - 1]!.keepNext;
    return { ...top, gap: 0, mayBreak, kind: "row", grid, row: i, notes };
  });
  return before === 0 ? rows : [{ ...top, kind: "flat", height: before, ink: [] }, ...rows];
}

/** Height of strips `from` up to `to` of a cell, one below the other; with the last comes the space below it. */
export function stackHeight(strips: readonly FlatStrip[], from = 0, to = strips.length): Pt {
  let height = 0;
  for (let i = from; i < to; i += 1) {
    const strip = strips[i]!;
    height += strip.height + spaceAbove(strip, i, from);
  }
  return from < to && to === strips.length ? height + strips[to - 1]!.tail : height;
}

/** Space above strip `i` of a cell whose content goes on from strip `from` at the head of a page. */
export const spaceAbove = (strip: FlatStrip, i: number, from: number): Pt =>
  i > from ? strip.gap : i === 0 ? strip.topGap : 0;

/**
 * Strips of a table cell. A single paragraph's words belong to the cell itself: a table of thousands of rows would
 * otherwise carry twice as many structure elements as it has cells.
 */
export function cellStrips(blocks: readonly ParagraphBlock[], cell: Tag, context: FlowContext): FlatStrip[] {
  const [only] = blocks;
  const bare = blocks.length === 1 && only!.role === "text" && only!.runs.every((run) => run.kind !== "note");
  const tags = tagWriter(cell);
  return flatStripsOf(blocks, bare ? { ...tags, block: () => cell } : tags, context);
}

/** Strips of blocks that have no rows. */
export const flatStripsOf = (blocks: readonly SimpleBlock[], tags: TagWriter, context: FlowContext): FlatStrip[] =>
  stripsOf(blocks, tags, context).filter((strip) => strip.kind === "flat");
