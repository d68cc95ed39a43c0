/**
 * Paragraphs and what is drawn as one: text, rules, blank heights. Direct formatting is written only where the tree
 * asks for another look than the style's.
 */
import type { ParagraphChild } from "docx";
import {
  BookmarkEnd,
  BookmarkStart,
  BuilderElement,
  DeletedTextRun,
  FootnoteReference,
  FootnoteReferenceElement,
  InsertedTextRun,
  type IParagraphOptions,
  type IRunOptions,
  TextRun,
} from "docx";
import type {
  Change,
  FrameBlock,
  ParagraphBlock,
  RuleBlock,
  Run,
  TextRun as WordsRun,
} from "../../document/document.ts";
import type { ParagraphStyle, Pt } from "../../document/style.ts";
import { unreachable } from "../../unreachable.ts";
import { type DocxContext, noteId } from "./context.ts";
import { exactLine, noteMarkStyle } from "./styles.ts";
import { eighths, hairline, halfPoints, hexColor, twips } from "./units.ts";

/** What becomes a paragraph of the file, once it is known whose end its mark is. */
export interface Draft {
  readonly kind: "paragraph";
  readonly options: IParagraphOptions & { readonly children: readonly ParagraphChild[] };
  /** Of the paragraph's mark; "neither" is a paragraph that stands in no version. */
  readonly change?: Change | "neither";
}

const draft = (change: Draft["change"], options: Draft["options"]): Draft => ({
  kind: "paragraph",
  options,
  ...(change === undefined ? {} : { change }),
});

/** Word drops bookmarks whose names are longer. */
const longestBookmark = 40;

/** FNV-1a over UTF-16 units, as eight hexadecimal digits: only to keep shortened names apart. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/**
 * The hidden bookmark (Word hides names that begin with `_`) by which a block is found again in an edited file. Ids of
 * up to 37 letters stand in it as they are; of a longer one its beginning, made unique.
 */
export function bookmarkName(id: string): string {
  const name = `_p_${id}`;
  return name.length <= longestBookmark ? name : `${name.slice(0, longestBookmark - 9)}_${shortHash(id)}`;
}

/** The children in the block's bookmark, and those of blocks that had no paragraph to put theirs in. */
function bookmarked(
  id: string | undefined,
  context: DocxContext,
  children: readonly ParagraphChild[] = [],
): ParagraphChild[] {
  const { carried, next } = context.bookmarks;
  const marks = (name: string): ParagraphChild[] => {
    const number = next();
    // The library's own bookmarks count over all documents of the process. The types of the two ends do not say so,
    // but they may stand in a paragraph.
    return [
      new BookmarkStart(bookmarkName(name), number) as unknown as ParagraphChild,
      new BookmarkEnd(number) as unknown as ParagraphChild,
    ];
  };
  const own = id === undefined ? [...children] : marks(id);
  if (id !== undefined) own.splice(1, 0, ...children);
  // After the paragraph's own: LibreOffice moves a bookmark that begins where another one is empty by a letter.
  return [...own, ...carried.splice(0).flatMap(marks)];
}

/** A run, tracked where it stands in one version only. */
export function tracked(options: IRunOptions, change: Change | undefined, context: DocxContext): ParagraphChild {
  if (change === "added") return new InsertedTextRun({ ...options, ...context.revise() });
  if (change === "removed") return new DeletedTextRun({ ...options, ...context.revise() });
  return new TextRun(options);
}

type Look = Pick<WordsRun, "bold" | "italic" | "size">;

/** The styles that a paragraph has in the versions it stands in; the one it is shown in comes first. */
type Styles = readonly ParagraphStyle[];

/** What of a look is not that of every style. */
const look = ({ bold, italic, size }: Look, styles: Styles): IRunOptions => {
  const shown = size ?? styles[0]!.size;
  return {
    bold: styles.every((style) => bold === style.bold) ? undefined : bold,
    italics: styles.every((style) => italic === style.italic) ? undefined : italic,
    size: styles.every((style) => shown === style.size) ? undefined : halfPoints(shown),
  };
};

function textRun(run: WordsRun, styles: Styles, context: DocxContext): ParagraphChild {
  // What stands in one version only is set against the style of that version.
  const sized = run.change === "removed" ? { ...run, size: run.size ?? styles.at(-1)!.size } : run;
  const formerSize = run.former?.size ?? styles.at(-1)!.size;
  const former = run.former && {
    revision: { ...look({ ...run.former, size: formerSize }, styles), ...context.revise() },
  };
  return tracked({ text: run.text, ...look(sized, styles), ...former }, run.change, context);
}

function noteReference(run: Extract<Run, { kind: "note" }>, context: DocxContext): ParagraphChild {
  const { automatic, seen } = context.notes;
  // A note is anchored once; where it is cited again, its number is printed as text.
  if (seen.has(run.note)) return tracked({ text: run.number, style: noteMarkStyle }, run.change, context);
  seen.add(run.note);
  const id = noteId(run.note);
  const place = (children: IRunOptions["children"]): ParagraphChild =>
    tracked({ style: noteMarkStyle, children }, run.change, context);
  if (automatic) return place([new FootnoteReference(id)]);
  const reference = new BuilderElement<{ customMark: string; id: number }>({
    name: "w:footnoteReference",
    attributes: {
      customMark: { key: "w:customMarkFollows", value: "1" },
      id: { key: "w:id", value: id },
    },
  });
  return place([reference, run.number]);
}

/** Neighbours of one look become one run, as if they had been typed so. */
const joined = (runs: readonly Run[]): Run[] =>
  runs.reduce<Run[]>((result, run) => {
    const last = result[result.length - 1];
    const alike =
      run.kind === "text" &&
      last?.kind === "text" &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.size === run.size &&
      last.change === run.change &&
      last.former === run.former;
    if (alike) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
    return result;
  }, []);

export const textRuns = (runs: readonly Run[], styles: Styles, context: DocxContext): ParagraphChild[] =>
  joined(runs).map((run) => {
    switch (run.kind) {
      case "text":
        return textRun(run, styles, context);
      case "break":
        return tracked({ break: 1 }, run.change, context);
      case "note":
        return noteReference(run, context);
      default:
        return unreachable(run);
    }
  });

/** `keepNext` overrides block and style, where the row of a table decides. */
export function paragraph(block: ParagraphBlock, context: DocxContext, keepNext?: boolean): Draft {
  const style = context.style.paragraph[block.style];
  const styles = block.formerStyle === undefined ? [style] : [style, context.style.paragraph[block.formerStyle]];
  const keep = keepNext ?? block.keepNext ?? style.keepNext;
  const before = block.before ?? style.before;
  const level = block.outline?.level;
  return draft(block.change, {
    style: block.style,
    keepNext: keep === style.keepNext ? undefined : keep,
    pageBreakBefore: block.pageBreakBefore,
    spacing: before === style.before ? undefined : { before: twips(before) },
    outlineLevel: level === style.outlineLevel ? undefined : level === undefined ? 9 : level - 1,
    ...(block.formerStyle && { revision: { style: block.formerStyle, ...context.revise() } }),
    children: bookmarked(block.id, context, textRuns(block.runs, styles, context)),
  });
}

/**
 * A rule: an empty paragraph whose top border is the line, drawn from indent to indent. It takes before + thickness +
 * after: the (exact) line of the paragraph is the space under the rule.
 */
export function rule(block: RuleBlock, context: DocxContext, keepNext?: boolean): Draft {
  const side = twips(Math.max(0, (context.width - block.width) / 2));
  const under = Math.max(hairline, block.after);
  const before = Math.max(0, block.before - (under - block.after));
  return draft(block.change, {
    style: "spacer",
    keepNext: (keepNext ?? block.keepNext) ? true : undefined,
    border: { top: { style: "single", size: eighths(block.thickness), space: 0, color: "000000" } },
    spacing: { before: twips(before), after: 0, ...exactLine(under) },
    indent: { left: side, right: side, firstLine: 0 },
    children: bookmarked(block.id, context),
  });
}

/**
 * A stamp: a paragraph with borders all round. Borders stand outside the indents and outside the (exact) line, at a
 * distance in whole points, so both are made smaller by what the borders take. Office programs put the baseline of an
 * exact line at four fifths of it, which centres capitals when the line is as high as the type asks for.
 */
export function frame(block: FrameBlock, context: DocxContext, keepNext?: boolean): Draft {
  const style = context.style.paragraph[block.style];
  const room = Math.max(0, context.width - block.width);
  const start = block.align === "left" ? 0 : block.align === "center" ? room / 2 : room;
  const inside = block.height - 2 * block.thickness;
  const distance = Math.max(0, Math.floor((inside - style.size * 1.15) / 2));
  const line = {
    style: "single" as const,
    size: eighths(block.thickness),
    color: hexColor(block.color),
    space: distance,
  };
  const side = { ...line, space: 0 };
  return draft(block.change, {
    style: block.style,
    keepNext: keepNext === undefined || keepNext === style.keepNext ? undefined : keepNext,
    border: { top: line, bottom: line, left: side, right: side },
    spacing: { before: twips(block.before), after: 0, ...exactLine(inside - 2 * distance) },
    indent: { left: twips(start + block.thickness), right: twips(room - start + block.thickness), firstLine: 0 },
    alignment: "center",
    children: bookmarked(block.id, context, textRuns(block.runs, [style], context)),
  });
}

/** An empty paragraph of exactly this height. */
export function blank(height: Pt, context: DocxContext, keepNext = false, change?: Draft["change"]): Draft {
  return draft(change, {
    style: "spacer",
    keepNext: keepNext ? true : undefined,
    spacing: { before: 0, after: 0, ...exactLine(height) },
    children: bookmarked(undefined, context),
  });
}

/** A footnote: its raised number, a space, its text. */
export function note(number: string, block: ParagraphBlock, context: DocxContext): Draft {
  const style = context.style.paragraph[block.style];
  const mark = context.notes.automatic
    ? new TextRun({ style: noteMarkStyle, children: [new FootnoteReferenceElement()] })
    : new TextRun({ style: noteMarkStyle, text: number });
  return draft(block.change, {
    style: block.style,
    children: bookmarked(block.id, context, [
      mark,
      new TextRun({ text: " " }),
      ...textRuns(block.runs, [style], context),
    ]),
  });
}
