/**
 * Blocks one after another: the body of a section, the inside of a cell, the furniture of a page. Here stand the few
 * empty paragraphs that WordprocessingML asks for around tables: space above one, something between two, something
 * after the last. They take no height that could be seen but for the space above.
 */
import type { Paragraph, Table } from "docx";
import type { Block, ColumnsBlock, TableBlock } from "../../document/document.ts";
import type { Renderer } from "../emitter.ts";
import type { DocxContext } from "./context.ts";
import { blank, frame, paragraph, rule } from "./paragraph.ts";
import { columnsTable, dataTable } from "./table.ts";
import { hairline, trace } from "./units.ts";

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

const isTable = (block: Block | undefined): block is ColumnsBlock | TableBlock =>
  block?.kind === "columns" || block?.kind === "table";

/** Draws blocks in order. An empty list gives one empty paragraph, which a cell, header or footer must have. */
export function flow(blocks: readonly Block[], context: DocxContext, place: Place = {}): Drawn[] {
  const drawing: Drawing = { ...context, keepNext: place.keepNext };
  const drawn = blocks.flatMap((block, index): Drawn[] => {
    const previous = blocks[index - 1];
    if (!isTable(block)) {
      // Two frames of one width would become one box.
      const apart = block.kind === "frame" && previous?.kind === "frame";
      return [...(apart ? [blank(trace, context, true)] : []), drawBlock(block, drawing)];
    }
    const isLast = index === blocks.length - 1;
    const needsParagraph = isTable(previous) || (index === 0 && place.startsSection === true);
    // A signature that just fits on its page must fit together with the paragraph under it, and also where an office
    // program rounds lines up. So it moves up: by a hair, as in the PDF, and by one more.
    const wanted = isLast ? Math.max(0, block.before - 2 * hairline) : block.before;
    const above = Math.max(wanted, needsParagraph ? trace : 0);
    return [
      ...(above > 0 ? [blank(above, context, true)] : []),
      drawBlock(block, drawing),
      ...(isLast ? [blank(trace, context)] : []),
    ];
  });
  return drawn.length > 0 ? drawn : [blank(trace, context, place.keepNext)];
}
