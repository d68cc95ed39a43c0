/**
 * The body: divisions, paragraphs and tables in the styles of the form. Words print as typed, with one exception that
 * the form makes: headings of Roman numbers and parts are capitals (Nghị định 30/2020, Phụ lục I, phần I, mục V, 6b).
 *
 * Which divisions are headings was decided by the plan (`role`); this file only says how each looks.
 */
import type { Content, Division, Footnote, ParagraphContent, Piece } from "../plan/plan.ts";
import { unreachable } from "../unreachable.ts";
import type { Block, PageSetup, ParagraphBlock, Run } from "./document.ts";
import { tooWideTable } from "./errors.ts";
import { joinRuns, type Layout, type Look, labelRun, paragraph, proseRuns, textRun, wordsOf } from "./layout.ts";
import type { StyleName } from "./style.ts";
import {
  measureTable,
  type PreparedTable,
  prepareGrid,
  prepareTaskTable,
  tableBlocks,
  tableIsComfortable,
} from "./tables.ts";

/** A table that asks for the other orientation: what follows stands on pages of that orientation. */
export interface Turn {
  readonly kind: "turn";
  readonly orientation: PageSetup["orientation"];
}

export type Flow = Block | Turn;

export interface BodyContext {
  readonly layout: Layout;
  /** The pages the body stands on, and the same turned. */
  readonly page: PageSetup;
  readonly turned: PageSetup;
  /** False where a table may not turn the page by itself (an annex whose paper was chosen). */
  readonly mayTurn: boolean;
  /** Footnotes that numbers in the text refer to. */
  readonly scope: readonly Footnote[];
  /** Before the ids of this body: "" for the first document of the file. */
  readonly prefix: string;
  /** Outline level of the highest division. */
  readonly outline: number;
}

type TextPiece = Extract<Piece, { kind: "text" }>;

const plainLook: Look = { bold: false, italic: false };

// ── Marks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

interface MarkStyle {
  readonly heading: StyleName;
  readonly text: StyleName;
  /** The form asks for bold in a heading of this mark; otherwise a heading is what was typed so. */
  readonly bold: boolean;
  readonly capitals: boolean;
  /** Its own centred line, with the title on the next. */
  readonly twoLines: boolean;
  /** A list item for screen readers, unless it is a heading. */
  readonly item: boolean;
}

const mark = (heading: StyleName, text: StyleName, rest: Partial<MarkStyle> = {}): MarkStyle => ({
  heading,
  text,
  bold: false,
  capitals: false,
  twoLines: false,
  item: false,
  ...rest,
});

const named = mark("part-title", "part-title", { bold: true, capitals: true, twoLines: true });

const markStyles: Readonly<Record<Division["mark"]["kind"], MarkStyle>> = {
  "named-part": named,
  chapter: named,
  section: named,
  subsection: named,
  article: mark("heading-article", "clause", { bold: true }),
  part: mark("heading-part", "clause", { bold: true, capitals: true }),
  roman: mark("heading-roman", "clause", { bold: true, capitals: true }),
  arabic: mark("heading-arabic", "clause", { bold: true, item: true }),
  decimal: mark("heading-decimal", "clause", { item: true }),
  // Points and bullets are never headings of the form: emphasis typed round them is only their look.
  letter: mark("point", "point", { item: true }),
  numeral: mark("point", "point", { item: true }),
  dash: mark("dash", "dash", { item: true }),
  plus: mark("plus", "plus", { item: true }),
};

// ── Content ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The blocks of some content; `depth` counts the list items around it, `level` the divisions. */
export function contentBlocks(context: BodyContext, content: readonly Content[], depth = 0, level = 0): Flow[] {
  return content.flatMap((item, i): Flow[] => {
    switch (item.kind) {
      case "paragraph": {
        return [paragraphBlock(context, item, content[i + 1] !== undefined)];
      }
      case "division":
        return divisionBlocks(context, item.division, depth, level);
      case "task-table":
        return tableFlow(context, prepareTaskTable(item.table));
      case "grid":
        return tableFlow(context, prepareGrid(item.grid));
      default:
        return unreachable(item);
    }
  });
}

/** A table, on turned pages where it asks for them or is cramped otherwise. */
function tableFlow(context: BodyContext, table: PreparedTable): Flow[] {
  const { layout, page, turned } = context;
  const isLandscape = page.orientation === "landscape";
  const here = measureTable(context, table, page);
  const turns =
    context.mayTurn &&
    (table.landscape === null
      ? !isLandscape && !(here.fits && tableIsComfortable(context, table, page, "body"))
      : table.landscape !== isLandscape);
  const paper = turns ? turned : page;
  const measured = turns ? measureTable(context, table, turned) : here;
  if (!measured.fits)
    layout.report(
      tooWideTable(table.span, {
        columns: table.columnCount,
        orientation: paper.orientation === "landscape" ? "ngang" : "dọc",
        size: layout.form.table.smallestSize,
      }),
    );
  const blocks = tableBlocks(context, table, paper, measured);
  return turns
    ? [{ kind: "turn", orientation: turned.orientation }, ...blocks, { kind: "turn", orientation: page.orientation }]
    : blocks;
}

/** An unmarked paragraph. `leads`: something follows that it introduces when it ends in a colon. */
function paragraphBlock(context: BodyContext, item: ParagraphContent, leads: boolean): ParagraphBlock {
  const { layout } = context;
  const heading = item.role === "plain-heading";
  const style: StyleName = heading ? "heading-plain" : item.role === "closing" ? "closing" : "body";
  // A heading without number is one because of the emphasis typed round it: that is its look.
  const typed = (piece: TextPiece): Look => ({ bold: piece.bold, italic: piece.italic });
  const runs = proseRuns(layout, style, item.text, { scope: context.scope, look: typed });
  const introduces = leads && /:\s*$/.test(item.text.text);
  return paragraph(layout.id(`${context.prefix}${item.id}`), style, runs, {
    role: heading ? "heading" : "text",
    ...(heading ? { outline: { level: context.outline + 2, title: wordsOf(runs).trim() } } : {}),
    ...(introduces ? { keepNext: true } : {}),
    span: item.span,
  });
}

/** Opening paragraphs and the like, which stand alone. */
export const singleParagraph = (context: BodyContext, item: ParagraphContent, leads: boolean): ParagraphBlock =>
  paragraphBlock(context, item, leads);

// ── Divisions ───────────────────────────────────────────────────────────────────────────────────────────────────────

function divisionBlocks(context: BodyContext, division: Division, depth: number, level: number): Flow[] {
  const { layout } = context;
  const look = markStyles[division.mark.kind];
  const heading = division.role === "heading" && look.heading !== look.text;
  const id = layout.id(`${context.prefix}d_${division.id}`);
  const own = look.twoLines
    ? twoLineHeading(context, division, id, level)
    : [heading ? headingBlock(context, division, id, level) : textBlock(context, division, id, depth)];
  const inner = heading || !look.item || look.twoLines ? depth : depth + 1;
  return [...own, ...contentBlocks(context, division.children, inner, level + 1)];
}

const outlineLevel = (context: BodyContext, level: number): number => Math.min(9, context.outline + level);

/** `Phần I` and its title, on two centred lines (TT-BC-01, TT-BC-02). */
function twoLineHeading(context: BodyContext, division: Division, id: string, level: number): ParagraphBlock[] {
  const { layout } = context;
  const label = division.mark.typed;
  const title = proseRuns(layout, "part-title", division.text, { scope: context.scope, upper: () => true });
  const words = division.text.text.replace(/\n/g, " ");
  const labelBlock = paragraph(id, "part-label", [labelRun(label, layout.style.paragraph["part-label"])], {
    role: "heading",
    outline: { level: outlineLevel(context, level), title: words === "" ? label : `${label}. ${words}` },
    span: division.headSpan,
  });
  if (title.length === 0) return [labelBlock];
  return [
    labelBlock,
    paragraph(layout.id(`${id}_title`), "part-title", title, { role: "heading", span: division.text.span }),
  ];
}

/** A marked line as a heading, bold throughout (TT-BC-11, TT-BC-12). An italic note in parentheses at its end stays
 * italic and in its own case (rule 12). */
function headingBlock(context: BodyContext, division: Division, id: string, level: number): ParagraphBlock {
  const { layout } = context;
  const look = markStyles[division.mark.kind];
  const { pieces } = division.text;
  const texts = pieces.filter((piece): piece is TextPiece => piece.kind === "text" && piece.text.trim() !== "");
  const last = texts.at(-1);
  const note =
    last?.italic && texts.length > 1 && !texts[0]!.italic && last.text.trimStart().startsWith("(") ? last : undefined;
  const runLook = (piece: TextPiece): Look => ({ bold: look.bold || piece.bold, italic: piece.italic });
  const runs = proseRuns(layout, look.heading, division.text, {
    scope: context.scope,
    look: runLook,
    upper: (piece) => look.capitals && piece !== note,
  });
  const first = texts[0];
  const label = labelRun(
    `${division.mark.typed} `,
    first === undefined ? { ...plainLook, bold: true } : runLook(first),
  );
  const words = [label, ...runs];
  return paragraph(id, look.heading, words, {
    role: "heading",
    outline: { level: outlineLevel(context, level), title: wordsOf(words).trim() },
    span: division.headSpan,
  });
}

/** A marked line as text, a list introduction, a run-in heading or a label. */
function textBlock(context: BodyContext, division: Division, id: string, depth: number): ParagraphBlock {
  const { layout } = context;
  const look = markStyles[division.mark.kind];
  const runIn = division.role === "run-in-heading" ? (division.headingLength ?? 0) : 0;
  const article = division.mark.kind === "article";
  const pieces = division.text.pieces;
  const typedBold = (piece: TextPiece): Look => ({ bold: piece.bold, italic: piece.italic });
  const runs = emboldened(
    proseRuns(layout, look.text, division.text, { scope: context.scope, look: typedBold }),
    runIn,
  );
  // The mark is upright and regular, unless the whole line was typed otherwise (TT-BC-05).
  const texts = pieces.filter((piece): piece is TextPiece => piece.kind === "text");
  const all = (key: "bold" | "italic"): boolean => texts.length > 0 && texts.every((piece) => piece[key]);
  const label = labelRun(`${division.mark.typed} `, {
    bold: article || runIn > 0 || all("bold"),
    italic: all("italic"),
  });
  const leads =
    division.children.length > 0 &&
    (division.role === "list-introduction" || division.role === "heading" || /:\s*$/.test(division.text.text));
  return paragraph(id, look.text, [label, ...runs], {
    role: look.item ? "item" : "text",
    ...(look.item ? { depth: depth + 1 } : {}),
    ...(leads ? { keepNext: true } : {}),
    span: division.headSpan,
  });
}

/** The runs with their first `length` characters bold. */
function emboldened(runs: readonly Run[], length: number): Run[] {
  if (length <= 0) return [...runs];
  let left = length;
  return joinRuns(
    runs.flatMap((run): Run[] => {
      if (run.kind !== "text" || left <= 0) {
        if (run.kind === "break") left -= 1;
        return [run];
      }
      const head = run.text.slice(0, left);
      const rest = run.text.slice(left);
      left -= head.length;
      return [
        textRun(head, { bold: true, italic: run.italic }, run.size),
        ...(rest === "" ? [] : [textRun(rest, run, run.size)]),
      ];
    }),
  );
}
