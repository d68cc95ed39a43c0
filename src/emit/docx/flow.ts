/**
 * Blocks one after another: the body of a section, the inside of a cell, the furniture of a page. Here stand the few
 * empty paragraphs that WordprocessingML asks for around tables: space above one, something between two, something
 * after the last. They take no height that could be seen but for the space above.
 */
import type { Block, Change, ColumnsBlock, TableBlock } from "../../document/document.ts";
import type { Renderer } from "../emitter.ts";
import type { DocxContext } from "./context.ts";
import { blank, type Draft, frame, paragraph, rule } from "./paragraph.ts";
import { type AnyDraft, type Drawn, type EndDraft, settle, type TableDraft } from "./settle.ts";
import { columnsTable, dataTable } from "./table.ts";
import { hairline, trace } from "./units.ts";

interface Drawing extends DocxContext {
  readonly keepNext: boolean | undefined;
}

const asTable = (table: TableDraft["table"]): TableDraft => ({ kind: "table", table });

const draw: Renderer<Draft | TableDraft, Drawing> = {
  paragraph: (block, context) => paragraph(block, context, context.keepNext),
  rule: (block, context) => rule(block, context, context.keepNext),
  frame: (block, context) => frame(block, context, context.keepNext),
  columns: (block, context) => {
    context.bookmarks.carried.push(block.id);
    return asTable(columnsTable(block, context, (blocks, inner, keepNext) => flow(blocks, inner, keepNext)));
  },
  table: (block, context) => {
    context.bookmarks.carried.push(block.id);
    return asTable(dataTable(block, context));
  },
};

// The union of kinds and the table of functions agree; TypeScript cannot see that for one kind at a time.
const drawBlock = (block: Block, context: Drawing): Draft | TableDraft =>
  (draw[block.kind] as (block: Block, context: Drawing) => Draft | TableDraft)(block, context);

const isTable = (block: Block | undefined): block is ColumnsBlock | TableBlock =>
  block?.kind === "columns" || block?.kind === "table";

/** A block with the context of its section, the end of a section, or something to be done on the way. */
export type Step =
  | { readonly kind: "block"; readonly block: Block; readonly context: DocxContext }
  | { readonly kind: "then"; readonly run: () => void }
  | EndDraft;

/** What stands around a block in one version. */
interface Around {
  /** Undefined for the first block. */
  readonly previous: Block | undefined;
  readonly isLast: boolean;
}

const versions = ["removed", "added"] as const;

/** The neighbours of the blocks in a version, by the index of the step; nothing for blocks that it does not have. */
function neighbours(steps: readonly Step[], version: Change): ReadonlyMap<number, Around> {
  const around = new Map<number, Around>();
  let previous: { readonly block: Block; readonly index: number } | undefined;
  const isOf = (change: Change | undefined): boolean => change === undefined || change === version;
  steps.forEach((step, index) => {
    if (step.kind === "end") {
      if (isOf(step.change)) previous = undefined;
    } else if (step.kind === "block" && isOf(step.block.change)) {
      if (previous !== undefined) around.set(previous.index, { ...around.get(previous.index)!, isLast: false });
      around.set(index, { previous: previous?.block, isLast: true });
      previous = { block: step.block, index };
    }
  });
  return around;
}

/** What an empty paragraph is that the versions of these heights ask for, and how high it is; null where none does. */
function blankOf(heights: readonly (number | undefined)[]): { height: number; change: Draft["change"] } | null {
  const [removed = 0, added = 0] = heights;
  if (removed <= 0 && added <= 0) return null;
  const change = removed > 0 && added > 0 ? undefined : removed > 0 ? "removed" : "added";
  return { height: added > 0 ? added : removed, change };
}

/**
 * Drafts of the steps. Which empty paragraphs stand around a table depends on its neighbours, so in a document of two
 * versions it is asked for each.
 *
 * LibreOffice 7.4 loses the section break before a section that begins with a table, and puts an empty line before a table
 * that begins the document: with `startsSections`, a section begins with a paragraph, if need be one that nobody sees.
 */
export function draftsOf(steps: readonly Step[], startsSections: boolean, keepNext?: boolean): AnyDraft[] {
  const around = versions.map((version) => neighbours(steps, version));
  let above: Block | undefined;
  return steps.flatMap((step, index): AnyDraft[] => {
    if (step.kind === "end") {
      above = undefined;
      return [step];
    }
    if (step.kind === "then") {
      step.run();
      return [];
    }
    const { block, context } = step;
    const places = around.map((version) => version.get(index));
    const drawing: Drawing = { ...context, keepNext };
    const before = (height: (place: Around) => number): Draft[] => {
      const found = blankOf(places.map((place) => place && height(place)));
      return found === null ? [] : [blank(found.height, context, true, found.change)];
    };
    if (!isTable(block)) {
      above = block;
      // Two frames of one width would become one box.
      const apart = (place: Around): number => (block.kind === "frame" && place.previous?.kind === "frame" ? trace : 0);
      return [...before(apart), drawBlock(block, drawing)];
    }
    const blanks = before(({ previous, isLast }) => {
      const needsParagraph = isTable(previous) || (previous === undefined && startsSections);
      // A signature that just fits on its page must fit together with the paragraph under it, and also where an office
      // program rounds lines up. So it moves up: by a hair, as in the PDF, and by one more.
      const wanted = isLast ? Math.max(0, block.before - 2 * hairline) : block.before;
      return Math.max(wanted, needsParagraph ? trace : 0);
    });
    // Tables of two versions that nothing keeps apart would become one.
    if (isTable(above) && blanks.length === 0) blanks.push(blank(trace, context, true, "neither"));
    above = block;
    const table = drawBlock(block, drawing);
    const after = blankOf(places.map((place) => (place?.isLast ? trace : 0)));
    return [...blanks, table, ...(after === null ? [] : [blank(after.height, context, false, after.change)])];
  });
}

/** Draws blocks in order. An empty list gives one empty paragraph, which a cell, header or footer must have. `keepNext`
 * overrides the blocks' own, where the row of a table decides. */
export function flow(blocks: readonly Block[], context: DocxContext, keepNext?: boolean): Drawn[] {
  const steps = blocks.map((block): Step => ({ kind: "block", block, context }));
  const drafts = draftsOf(steps, false, keepNext).filter((draft) => draft.kind !== "end");
  return settle(drafts.length > 0 ? drafts : [blank(trace, context, keepNext)], context);
}
