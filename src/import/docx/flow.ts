/**
 * Flows: the blocks of a body, a cell, a box or a header in their order. Here paragraphs whose mark was deleted run on
 * into the next one, tables of contents are left out once their end was seen, and pages begin.
 */
import type { RawBlock, RawPage, RawParagraph } from "../raw.ts";
import { type Draft, finish, hasWords, isPageNumber, joined } from "./draft.ts";
import type { Contents } from "./fields.ts";
import { flattened } from "./flatten.ts";
import type { RunFormat } from "./formatting.ts";
import { readSection, type Section } from "./section.ts";
import type { Flow, Reading, TableBlock } from "./story.ts";

interface Item {
  readonly block: RawBlock;
  readonly contents: Contents | null;
}

type Emit = (block: RawBlock, contents: Contents | null) => void;

/** Holds back paragraphs that run on until the one comes that they run into. */
function runningOn(paragraph: (draft: Draft) => void): { paragraph: (draft: Draft) => void; flush: () => void } {
  let held: Draft[] = [];
  const release = (): void => {
    const whole = joined(held);
    held = [];
    if (whole) paragraph(whole);
  };
  return {
    paragraph: (draft) => {
      held.push(draft);
      if (!draft.runsOn) release();
    },
    flush: () => {
      if (held.every((draft) => draft.pieces.length === 0 && draft.boxes.length === 0)) held = [];
      release();
    },
  };
}

/** A hidden mark without anything to be seen before it is no paragraph. */
const isNothing = (draft: Draft): boolean => draft.isHidden && draft.pieces.length === 0;

/** The blocks, without the tables of contents that have an end; those are counted. */
function kept(items: readonly Item[], { tallies }: Reading): RawBlock[] {
  return items.flatMap(({ block, contents }) => {
    if (!contents?.closed) return [block];
    if (block.kind !== "paragraph" || hasWords(block)) tallies.add("contents", block.place.from);
    return [];
  });
}

export interface FinishedFlow extends Flow {
  readonly finish: () => RawBlock[];
}

/** A flow without pages of its own. `table` says what becomes of tables. */
function simpleFlow(
  reading: Reading,
  tableRun: readonly RunFormat[],
  table: (block: TableBlock, emit: Emit) => void,
  accepts: (draft: Draft) => boolean = () => true,
): FinishedFlow {
  const items: Item[] = [];
  const emit: Emit = (block, contents) => items.push({ block, contents });
  const { paragraph, flush } = runningOn((draft) => {
    if (!isNothing(draft) && accepts(draft))
      for (const part of finish(draft, reading.tallies)) if (part !== "page") emit(part, draft.contents);
    for (const box of draft.boxes) {
      if (box.kind === "table") table({ table: box, pageBreakBefore: false, contents: null }, emit);
      else emit(box, null);
    }
  });
  return {
    hasPages: false,
    tableRun,
    paragraph,
    table: (block) => {
      flush();
      table(block, emit);
    },
    section: () => {},
    finish: () => {
      flush();
      return kept(items, reading);
    },
  };
}

/** The inside of a text box: blocks like those of the body. */
export const boxFlow = (reading: Reading): FinishedFlow =>
  simpleFlow(reading, [], ({ table, contents }, emit) => emit(table, contents));

export interface ParagraphFlow extends Flow {
  readonly finish: () => RawParagraph[];
}

function paragraphFlow(
  reading: Reading,
  tableRun: readonly RunFormat[],
  counts: boolean,
  accepts?: (draft: Draft) => boolean,
): ParagraphFlow {
  const flow = simpleFlow(
    reading,
    tableRun,
    ({ table, contents }, emit) => {
      if (counts) reading.tallies.add("nestedTables", table.place.from);
      for (const paragraph of flattened(table)) emit(paragraph, contents);
    },
    accepts,
  );
  return {
    ...flow,
    finish: () => flow.finish().filter((block): block is RawParagraph => block.kind === "paragraph"),
  };
}

/** The inside of a cell: paragraphs; a table in it becomes some. */
export const cellFlow = (reading: Reading, tableRun: readonly RunFormat[]): ParagraphFlow =>
  paragraphFlow(reading, tableRun, true);

/** A note. */
export const noteFlow = (reading: Reading): ParagraphFlow => paragraphFlow(reading, [], false);

/** A header or footer: paragraphs that are more than the number of the page. */
export const furnitureFlow = (reading: Reading): ParagraphFlow =>
  paragraphFlow(reading, [], false, (draft) => !isPageNumber(draft));

// ── The body ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A page whose orientation is known when its section ends. */
interface OpenPage {
  readonly kind: "page";
  landscape: boolean | null;
  readonly place: RawPage["place"];
}

export interface BodyFlow extends Flow {
  readonly finish: () => RawBlock[];
  readonly sections: readonly Section[];
}

/** The body: sections and pages. */
export function bodyFlow(reading: Reading): BodyFlow {
  const items: Item[] = [];
  const sections: Section[] = [];
  /** Pages of the section at hand; the first is where it begins. */
  let pages: OpenPage[] = [];
  const dropped = new Set<RawBlock>();

  const page = (place: number): void => {
    const block: OpenPage = { kind: "page", landscape: null, place: { from: place, to: place } };
    pages.push(block);
    items.push({ block, contents: null });
  };
  page(1);

  const endSection = (section: Section): void => {
    for (const one of pages) one.landscape = section.landscape;
    const before = sections[sections.length - 1];
    // A section that goes on along the same page begins none, unless the paper is turned.
    if (before && section.isContinuous && section.landscape === before.landscape) dropped.add(pages[0]!);
    sections.push(section);
    pages = [];
  };

  const { paragraph, flush } = runningOn((draft) => {
    if (draft.pageBreakBefore) page(draft.place);
    if (!isNothing(draft)) {
      for (const part of finish(draft, reading.tallies)) {
        if (part === "page") page(draft.place);
        else items.push({ block: part, contents: draft.contents });
      }
    }
    for (const block of draft.boxes) items.push({ block, contents: null });
  });

  /** A paragraph that only ends a section is no text. */
  const isMark = (draft: Draft): boolean =>
    draft.label === "" &&
    draft.boxes.length === 0 &&
    draft.pieces.every((piece) => piece.startsPage || piece.text.trim() === "");

  return {
    hasPages: true,
    tableRun: [],
    paragraph: (draft, section) => {
      if (!section) {
        paragraph(draft);
        return;
      }
      if (isMark(draft)) flush();
      else paragraph({ ...draft, runsOn: false });
      endSection(readSection(section, draft.place));
      page(draft.place + 1);
    },
    table: ({ table, pageBreakBefore, contents }) => {
      flush();
      if (pageBreakBefore) page(table.place.from);
      items.push({ block: table, contents });
    },
    section: (sectPr) => {
      flush();
      endSection(readSection(sectPr, 0));
    },
    sections,
    finish: () => {
      flush();
      return withoutEmptyPages(kept(items, reading).filter((block) => !dropped.has(block)));
    },
  };
}

/**
 * Pages that hold nothing begin nothing: of several in a row the last counts, at the end none. The first page of a file
 * is worth saying only when it is turned.
 */
function withoutEmptyPages(blocks: readonly RawBlock[]): RawBlock[] {
  let hasContent = false;
  return blocks.filter((block, i) => {
    if (block.kind !== "page") {
      hasContent = true;
      return true;
    }
    const next = blocks[i + 1];
    return next !== undefined && next.kind !== "page" && (hasContent || block.landscape === true);
  });
}
