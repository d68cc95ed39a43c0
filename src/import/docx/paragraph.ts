/**
 * Paragraphs: their properties, and their inside: runs, and what stands around runs (links, simple fields, content
 * controls, tracked changes), which lets its text through.
 */
import { alternate } from "./alternate.ts";
import type { Draft, Piece } from "./draft.ts";
import type { Contents } from "./fields.ts";
import { type ParagraphFormat, paragraphFormat } from "./formatting.ts";
import type { Label } from "./numbering.ts";
import { mathHandler, runHandler } from "./run.ts";
import type { Flow, Story } from "./story.ts";
import { newWriter, type Writer } from "./writer.ts";
import { child, collect, type Element, type Handler, skip, type Tag, valueIn } from "./xml.ts";

/** What stands in a paragraph, or in something that stands in it. */
function inlineOpen(writer: Writer): (tag: Tag) => Handler {
  const { story, place } = writer;
  const { tallies } = story.reading;
  const open = (tag: Tag): Handler => {
    switch (tag.name) {
      case "w:r":
        return runHandler(writer);
      case "w:pPr":
      case "w:sdtPr":
        return skip;
      case "w:ins":
      case "w:moveTo":
        tallies.add("insertions", place);
        return inner;
      case "w:del":
      case "w:moveFrom":
        tallies.add("deletions", place);
        return skip;
      case "w:fldSimple":
        story.fields.begin();
        story.fields.instruct(tag.attributes["w:instr"] ?? "");
        story.fields.separate();
        return { open, close: () => story.fields.end() };
      case "m:oMath":
      case "m:oMathPara":
        return mathHandler(writer);
      case "w:subDoc":
        tallies.add("otherFiles", place);
        return skip;
      case "mc:AlternateContent":
        return alternate(open, story.reading);
      default:
        return inner;
    }
  };
  const inner: Handler = { open };
  return open;
}

/** About as wide as a letter of running text: twips. */
const characterWidth = 120;

/** The line of a table of contents whose field is gone: its style, and the number of a page at its end. */
const contentsLine = /(?:^|[\t.…_ ])\s*\d{1,4}\s*$/;

/** All that a paragraph says of itself. */
interface Properties {
  readonly element: Element | undefined;
  readonly format: ParagraphFormat;
}

function labelOf(writer: Writer, { element, format }: Properties): Label | null {
  const { story, style } = writer;
  const list = format.list ?? style.paragraph.list;
  if (list === undefined || list === "0") return null;
  const isDirect = format.list !== undefined;
  const mark = writer.lookOf(child(element, "w:rPr"));
  return story.reading.numbering.next(
    {
      list,
      level: format.level ?? (isDirect ? 0 : undefined),
      styles: style.chain,
      styleLevel: style.paragraph.level,
    },
    mark.hAnsi || mark.ascii,
  );
}

/** The table of contents that the whole paragraph belongs to. */
function contentsOf(writer: Writer): Contents | null {
  const { story, pieces, style } = writer;
  const open = story.contents ?? story.fields.contents();
  const worded = pieces.filter((piece) => piece.text.trim() !== "");
  if (worded.length === 0 && open) return open;
  const [first] = worded;
  if (first?.contents && worded.every((piece) => piece.contents !== null)) return first.contents;
  if (!style.isContents) return null;
  const text = worded.map((piece) => piece.text).join("");
  return style.isContentsHeading || contentsLine.test(text.slice(-200)) ? { closed: true } : null;
}

function draftOf(writer: Writer, properties: Properties): Draft {
  const { story, style, place, boxes } = writer;
  const { element, format } = properties;
  const { tallies } = story.reading;
  const mark = child(element, "w:rPr");
  if (child(mark, "w:ins") ?? child(mark, "w:moveTo")) tallies.add("insertions", place);
  const runsOn = (child(mark, "w:del") ?? child(mark, "w:moveFrom")) !== undefined;
  if (runsOn) tallies.add("deletions", place);
  const isHidden = writer.lookOf(mark).hidden;
  const contents = contentsOf(writer);
  // Where only a part of the paragraph is a table of contents, that part goes.
  const pieces: Piece[] = contents ? writer.pieces : writer.pieces.filter((piece) => piece.contents === null);
  if (pieces.length < writer.pieces.length) tallies.add("contents", place);
  const isSeen = !isHidden || pieces.length > 0;
  const label = runsOn || contents || !isSeen ? null : labelOf(writer, properties);
  const { outline } = format;
  const indent = (format.left ?? style.paragraph.left ?? 0) + (format.firstLine ?? style.paragraph.firstLine ?? 0);
  return {
    place,
    from: place,
    pieces,
    label: label?.text ?? "",
    listLevel: label?.level ?? -1,
    indent: Math.max(0, Math.round(indent / characterWidth)),
    align: format.align ?? style.paragraph.align ?? "left",
    style: style.name,
    heading: outline === undefined ? style.heading : outline >= 0 && outline <= 8 ? outline + 1 : null,
    pageBreakBefore: format.pageBreakBefore ?? style.paragraph.pageBreakBefore ?? false,
    runsOn,
    isHidden,
    contents,
    boxes,
  };
}

export function paragraphHandler(story: Story, flow: Flow): Handler {
  story.reading.spend();
  const place = story.nextPlace();
  const writer = newWriter(story, flow, place);
  const open = inlineOpen(writer);
  let element: Element | undefined;
  return {
    open: (tag) =>
      tag.name === "w:pPr" && element === undefined
        ? collect(tag, (properties) => {
            element = properties;
            writer.style = story.reading.styles.paragraph(valueIn(properties, "w:pStyle"));
          })
        : open(tag),
    close: () => {
      const draft = draftOf(writer, { element, format: paragraphFormat(element) });
      story.fields.endParagraph();
      flow.paragraph(draft, child(element, "w:sectPr"));
    },
  };
}
