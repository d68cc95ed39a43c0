/**
 * Blocks one after another: the body of a section, the inside of a cell, the furniture of a page. Here stand the few
 * empty paragraphs that WordprocessingML asks for around tables: space above one, something between two, something
 * after the last. Their heights are taken from neighbouring space, so that the page is as high as the tree says.
 */
import type { Paragraph, Table } from "docx";
import type { Block } from "../../document/document.ts";
import type { Pt } from "../../document/style.ts";
import type { Renderer } from "../emitter.ts";
import type { DocxContext } from "./context.ts";
import { blank, frame, paragraph, rule } from "./paragraph.ts";
import { columnsTable, dataTable } from "./table.ts";
import { hairline } from "./units.ts";

export type Drawn = Paragraph | Table;

export interface Place {
  /** LibreOffice 7.4 loses the section break before a section that begins with a table, and puts an empty line before
   * a table that begins the document: a section begins with a paragraph, if need be one that nobody sees. */
  readonly startsSection?: boolean;
  /** Overrides the blocks' own, where the row of a table decides. */
  readonly keepNext?: boolean;
}

interface Drawing extends DocxContext {
  readonly keepNext: boolean | undefined;
}

const draw: Renderer<Drawn, Drawing> = {
  paragraph: (block, context) => paragraph(block, context, context.keepNext),
  rule: (block, context) => rule(block, context, context.keepNext),
  frame: (block, context) => frame(block, context, context.keepNext),
  columns: (block, context) => {
    context.bookmarks.carried.push(block.id);
    return columnsTable(block, context, (blocks, inner, keepNext) => flow(blocks, inner, { keepNext }));
  },
  table: (block, context) => {
    context.bookmarks.carried.push(block.id);
    return dataTable(block, context);
  },
};

// The union of kinds and the table of functions agree; TypeScript cannot see that for one kind at a time.
const drawBlock = (block: Block, context: Drawing): Drawn =>
  (draw[block.kind] as (block: Block, context: Drawing) => Drawn)(block, context);

const isTable = (block: Block | undefined): boolean => block?.kind === "columns" || block?.kind === "table";

const beforeOf = (block: Block, context: DocxContext): Pt =>
  block.kind === "paragraph" ? (block.before ?? context.style.paragraph[block.style].before) : block.before;

/** Draws blocks in order. An empty list gives one empty paragraph, which a cell, header or footer must have. */
export function flow(blocks: readonly Block[], context: DocxContext, place: Place = {}): Drawn[] {
  const drawn: Drawn[] = [];
  const drawing: Drawing = { ...context, keepNext: place.keepNext };
  // Height of paragraphs that the tree does not know, still to be taken from a space further down.
  let owed: Pt = 0;
  blocks.forEach((block, index) => {
    let before = beforeOf(block, context);
    if (owed > 0 && before >= owed) {
      before -= owed;
      owed = 0;
    }
    if (!isTable(block)) {
      // Two frames of one width would become one box.
      if (block.kind === "frame" && blocks[index - 1]?.kind === "frame" && before >= hairline) {
        before -= hairline;
        drawn.push(blank(hairline, context, true));
      }
      drawn.push(drawBlock(before === beforeOf(block, context) ? block : { ...block, before }, drawing));
      return;
    }
    const isLast = index === blocks.length - 1;
    // A table must not be the last thing in a cell or section: the paragraph after it takes of the space above.
    if (isLast && before >= 2 * hairline) before -= hairline;
    const needsParagraph = isTable(blocks[index - 1]) || (index === 0 && place.startsSection);
    if (before > 0 || needsParagraph) {
      const height = Math.max(before, hairline);
      owed += height - before;
      drawn.push(blank(height, context, true));
    }
    drawn.push(drawBlock(block, drawing));
    if (isLast) drawn.push(blank(hairline, context));
  });
  return drawn.length > 0 ? drawn : [blank(hairline, context, place.keepNext)];
}
