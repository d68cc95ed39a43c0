/**
 * The pages of a document: every line with its words, look and place. Emits nothing; `draw.ts` puts the pages into a
 * file, and tests compare them with what an office program makes of the DOCX.
 */
import { type Document, type NoteRun, type ParagraphBlock, type Section, textWidth } from "../../document/document.ts";
import type { FontSet } from "../../document/measure.ts";
import type { ParagraphStyle, Pt } from "../../document/style.ts";
import {
  type Bookmark,
  type FlatStrip,
  type FlowContext,
  flatStripsOf,
  type Ink,
  stackHeight,
  stripsOf,
} from "./flow.ts";
import { breakLines, lineText } from "./lines.ts";
import { type NoteArea, paginate, type Room } from "./paginate.ts";
import { shifted } from "./table.ts";
import { addTag, rootTag, type Tag, tagWriter } from "./tags.ts";
import { pageInTwips, sheetInTwips } from "./twips.ts";

export interface PlacedPage {
  /** Index in `Document.sections`. */
  readonly section: number;
  /** Printed, or meant where it is not printed. */
  readonly number: number;
  readonly width: Pt;
  readonly height: Pt;
  readonly ink: readonly Ink[];
  readonly bookmarks: readonly (Bookmark & { readonly y: Pt })[];
}

export interface Layout {
  readonly pages: readonly PlacedPage[];
  /** The logical structure that the ink's tags belong to. */
  readonly tags: Tag;
}

/** A line as a reader of the page sees it. */
export interface PlacedLine {
  readonly text: string;
  readonly x: Pt;
  /** Baseline, from the top of the page. */
  readonly y: Pt;
  /** Id of its paragraph; "" for page numbers. */
  readonly block: string;
}

/** The lines of a page in drawing order: body, then notes, then furniture. Repeated table heads are included. */
export const linesOf = (page: PlacedPage): PlacedLine[] =>
  page.ink.flatMap((ink) =>
    ink.kind === "text"
      ? [{ text: lineText(ink.line), x: ink.x + (ink.line.fragments[0]?.x ?? 0), y: ink.y, block: ink.block }]
      : [],
  );

// The footnote line of LibreOffice and Word: a quarter of the text width, a millimetre free above and below it.
const separatorShare = 0.25;
const separatorThickness: Pt = 0.5;
const separatorGap: Pt = 2.85;
const separatorHeight: Pt = separatorThickness + 2 * separatorGap;

/** Lays the document out. The same document and fonts give the same pages. */
export function layoutDocument(given: Document, fonts: FontSet): Layout {
  const document = { ...given, style: sheetInTwips(given.style) };
  const root = rootTag();
  const pages: PlacedPage[] = [];
  document.sections.forEach((section, index) => {
    const numbered = section.pageNumber.continues ? (pages.at(-1)?.number ?? 0) : 0;
    const inTwips = { ...section, page: pageInTwips(section.page) };
    pages.push(...layoutSection(document, inTwips, index, numbered, fonts, root));
  });
  return { pages, tags: root };
}

/** `numbered` pages are counted before the section's first. */
function layoutSection(
  document: Document,
  section: Section,
  index: number,
  numbered: number,
  fonts: FontSet,
  root: Tag,
): PlacedPage[] {
  const { page } = section;
  const context: FlowContext = { style: document.style, fonts, width: textWidth(page) };
  const sect = addTag(root, "Sect", { title: section.title });
  const writer = tagWriter(sect);
  const header = flatStripsOf(section.firstHeader, writer, context);
  const strips = stripsOf(section.blocks, writer, context);
  const footer = flatStripsOf(section.firstFooter, writer, context);
  const footerHeight = stackHeight(footer);
  // Where the first page has its number at the top, its header stands below it.
  const { place, continues } = section.pageNumber;
  const numberStyle = document.style.paragraph["page-number"];
  const headerTop =
    page.headerDistance +
    (continues && place === "top-center" ? breakLines([], numberStyle, context.width, fonts)[0]!.height : 0);
  const bodyBottom = page.height - page.marginBottom;
  const room = (number: number): Room => ({
    left: page.marginLeft,
    // A header that is taller than its margin pushes the text down, as in office programs.
    top: number === 1 ? Math.max(page.marginTop, headerTop + stackHeight(header)) : page.marginTop,
    bottom: number === 1 ? bodyBottom - footerHeight : bodyBottom,
  });

  const filled = paginate(strips, room, noteArea(document, sect, context));
  const numbers = section.pageNumber.continues === true;
  // A section whose title is a heading in it has its bookmark there.
  const titled = filled.some((one) => one.bookmarks.some(({ level }) => level === 1));
  return filled.map(({ ink, bookmarks }, i) => {
    const number = numbered + i + 1;
    if (i === 0) {
      ink.push(...stacked(header, page.marginLeft, headerTop));
      ink.push(...stacked(footer, page.marginLeft, bodyBottom - footerHeight));
      if (!titled && !numbers) bookmarks.unshift({ level: 1, title: section.title, y: 0 });
    }
    if (i > 0 || numbers) ink.push(pageNumber(document, section, fonts, number));
    if (document.revision) ink.push(...changeBars(ink, page.marginLeft));
    return { section: index, number, width: page.width, height: page.height, ink, bookmarks };
  });
}

const barDistance: Pt = 9;
const barThickness: Pt = 1.25;
/** Lines this near are one change. */
const barGap: Pt = 9;

/** Bars in the left margin beside the lines that hold changes. */
function changeBars(inks: readonly Ink[], marginLeft: Pt): Ink[] {
  const spans = inks
    .flatMap((ink) => {
      if (ink.kind !== "text" || ink.line.fragments.every((fragment) => fragment.change === undefined)) return [];
      const top = ink.y - ink.line.ascent;
      return [{ top, bottom: top + ink.line.height }];
    })
    .sort((a, b) => a.top - b.top);
  const bars: { top: Pt; bottom: Pt }[] = [];
  for (const { top, bottom } of spans) {
    const last = bars.at(-1);
    if (last && top - last.bottom < barGap) last.bottom = Math.max(last.bottom, bottom);
    else bars.push({ top, bottom });
  }
  return bars.map(({ top, bottom }) => ({
    kind: "rule",
    x: marginLeft - barDistance,
    y: top,
    width: 0,
    height: bottom - top,
    thickness: barThickness,
  }));
}

function stacked(strips: readonly FlatStrip[], left: Pt, top: Pt): Ink[] {
  const ink: Ink[] = [];
  let y = top;
  strips.forEach((strip, i) => {
    y += i === 0 ? strip.topGap : strip.gap;
    for (const piece of strip.ink) ink.push(shifted(piece, left, y));
    y += strip.height;
  });
  return ink;
}

function pageNumber(document: Document, section: Section, fonts: FontSet, number: number): Ink {
  const { page } = section;
  const top = section.pageNumber.place === "top-center";
  const style: ParagraphStyle = { ...document.style.paragraph["page-number"], align: top ? "center" : "right" };
  const { bold, italic } = style;
  const runs = [{ kind: "text", text: String(number), bold, italic } as const];
  const line = breakLines(runs, style, textWidth(page), fonts)[0]!;
  const y = top ? page.headerDistance : page.height - page.footerDistance - line.height;
  return { kind: "text", x: page.marginLeft, y: y + line.ascent, line, style: "page-number", block: "", tags: null };
}

/** Notes are laid out once for each section that may refer to them; their tags are made where they are referred to. */
function noteArea(document: Document, sect: Tag, context: FlowContext): NoteArea {
  const tags = new Map<number, Tag>();
  const gather = (tag: Tag): void => {
    if (tag.note !== undefined) tags.set(tag.note, tag);
    tag.children.forEach(gather);
  };
  gather(sect);
  return {
    strips: document.notes.map(({ number, paragraph }, index) => {
      const tag = tags.get(index);
      return tag === undefined ? [] : noteStrips(number, index, paragraph, tag, context);
    }),
    separator: separatorHeight,
    drawSeparator(left, top, out) {
      out.push({
        kind: "rule",
        x: left,
        y: top + separatorHeight / 2,
        width: context.width * separatorShare,
        height: 0,
        thickness: separatorThickness,
      });
    },
  };
}

/** The note with its number before it. */
function noteStrips(
  number: string,
  note: number,
  paragraph: ParagraphBlock,
  tag: Tag,
  context: FlowContext,
): FlatStrip[] {
  const { bold, italic } = context.style.paragraph[paragraph.style];
  const mark: NoteRun = { kind: "note", number, note };
  const runs = [mark, { kind: "text", text: " ", bold, italic } as const, ...paragraph.runs];
  const label = addTag(tag, "Lbl");
  const strips = flatStripsOf(
    [{ ...paragraph, runs }],
    { ...tagWriter(tag), block: () => tag, note: () => tag },
    context,
  );
  return strips.map((strip) => ({
    ...strip,
    // A note does not ask for the room of a note.
    notes: [],
    ink: strip.ink.map((ink) => {
      if (ink.kind !== "text") return ink;
      // Here the number is the note's label, not a reference to it.
      const fragments = ink.line.fragments.map((fragment) =>
        fragment.part === "note" && fragment.note === note ? { ...fragment, part: "label" as const } : fragment,
      );
      return { ...ink, line: { ...ink.line, fragments }, tags: { body: tag, label } };
    }),
  }));
}
