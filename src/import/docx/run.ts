/**
 * Runs: text and what stands between it — breaks, symbols, references to notes, fields — and the drawings that are
 * anchored in them, of which only the text boxes have text.
 */
import { alternate } from "./alternate.ts";
import { wordsOf } from "./characters.ts";
import { formFieldText, newFields } from "./fields.ts";
import { boxFlow } from "./flow.ts";
import { type Look, plainLook } from "./look.ts";
import type { NoteKind } from "./story.ts";
import { symbolOf, unknownSymbol } from "./symbols.ts";
import type { Writer } from "./writer.ts";
import { collect, type Element, type Handler, isOn, skip, type Tag, valueIn } from "./xml.ts";

const noteKinds: Readonly<Record<string, NoteKind>> = {
  "w:footnoteReference": "footnote",
  "w:endnoteReference": "endnote",
};

/** The character of a `w:sym`, whose font is its own. */
function symbolText({ attributes }: Tag, writer: Writer): string {
  const code = Number.parseInt(attributes["w:char"] ?? "", 16);
  if (!(code > 0 && code <= 0xffff) || (code >= 0xd800 && code <= 0xdfff)) return "";
  const letter = symbolOf(code, attributes["w:font"] ?? "");
  if (letter === null) writer.story.reading.tallies.add("symbols", writer.place);
  return letter ?? unknownSymbol;
}

export function runHandler(writer: Writer, raised: Look["raised"] = null): Handler {
  const { story } = writer;
  const { tallies } = story.reading;
  const withRaised = (look: Look): Look => (raised === null ? look : { ...look, raised });
  let look = withRaised(writer.lookOf(undefined));
  let style: string | undefined;
  /** A reference whose own mark is the text that follows it in the run. */
  let marked: { readonly kind: NoteKind; readonly id: string; text: string } | null = null;

  const write = (text: string): void => {
    if (marked) marked.text += text;
    else writer.add(text, look, style);
  };

  const fieldCharacter = (element: Element): void => {
    switch (element.attributes["w:fldCharType"]) {
      case "begin":
        story.fields.begin(formFieldText(element));
        break;
      case "separate":
        story.fields.separate();
        break;
      case "end": {
        const shown = story.fields.end();
        if (shown !== "") writer.add(shown, look);
        break;
      }
    }
  };

  const open = (tag: Tag): Handler => {
    const { attributes } = tag;
    switch (tag.name) {
      case "w:rPr":
        return collect(tag, (element) => {
          look = withRaised(writer.lookOf(element));
          style = valueIn(element, "w:rStyle");
        });
      case "w:t":
      case "m:t": {
        let text = "";
        return {
          text: (words) => {
            text += words;
          },
          close: () => write(wordsOf(text, attributes["xml:space"] === "preserve")),
        };
      }
      case "w:tab":
      case "w:ptab":
        write("\t");
        return skip;
      case "w:cr":
        write("\n");
        return skip;
      case "w:br":
        if (attributes["w:type"] === "page" || attributes["w:type"] === "column") writer.pageBreak(look);
        else write("\n");
        return skip;
      case "w:noBreakHyphen":
        write("-");
        return skip;
      case "w:sym":
        write(symbolText(tag, writer));
        return skip;
      case "w:footnoteReference":
      case "w:endnoteReference": {
        const kind = noteKinds[tag.name]!;
        const id = attributes["w:id"] ?? "";
        const custom = attributes["w:customMarkFollows"];
        if (custom !== undefined && isOn(custom)) marked = { kind, id, text: "" };
        else writer.note(kind, id, "", look, style);
        return skip;
      }
      case "w:fldChar":
        return collect(tag, fieldCharacter);
      case "w:instrText":
        return { text: story.fields.instruct };
      case "w:pgNum":
        writer.pageNumber(look);
        return skip;
      case "w:commentReference":
        tallies.add("comments", writer.place);
        return skip;
      case "w:drawing":
      case "w:pict":
        return graphicHandler(writer, "shapes");
      case "w:object":
        return graphicHandler(writer, "objects");
      case "w:delText":
      case "w:delInstrText":
      // The reading above a word of an Asian script.
      case "w:rt":
        return skip;
      case "mc:AlternateContent":
        return alternate(open, story.reading);
      default:
        return { open };
    }
  };

  return {
    open,
    close: () => {
      if (marked) writer.note(marked.kind, marked.id, marked.text.trim(), look, style);
    },
  };
}

/** A drawing. Its text boxes become blocks after the paragraph; what else it shows is counted and left out. */
function graphicHandler(writer: Writer, kind: "shapes" | "objects"): Handler {
  const { story, place } = writer;
  const { reading } = story;
  const before = reading.taken;
  const found = { pictures: 0, charts: 0, objects: kind === "objects" ? 1 : 0 };
  const open = (tag: Tag): Handler => {
    switch (tag.name) {
      case "w:txbxContent":
        return boxHandler(writer);
      case "pic:pic":
      case "v:imagedata":
        found.pictures += 1;
        break;
      case "c:chart":
      case "dgm:relIds":
        found.charts += 1;
        break;
      case "o:OLEObject":
      case "w:control":
        found.objects = 1;
        break;
      case "mc:AlternateContent":
        return alternate(open, reading);
    }
    return { open };
  };
  return {
    open,
    close: () => {
      const { tallies } = reading;
      // The picture of an object is only how it looks while it is not opened.
      if (found.objects > 0) tallies.add("objects", place, found.objects);
      else {
        tallies.add("pictures", place, found.pictures);
        tallies.add("charts", place, found.charts);
        if (found.pictures + found.charts === 0 && reading.taken === before) tallies.add("shapes", place);
      }
    },
  };
}

/** A text box has a flow of its own, and fields of its own. */
function boxHandler(writer: Writer): Handler {
  const { story } = writer;
  const flow = boxFlow(story.reading);
  const inner = story.content({ ...story, fields: newFields(), contents: null }, flow);
  return {
    ...inner,
    close: () => {
      for (const block of flow.finish()) writer.boxes.push(block);
    },
  };
}

/** Mathematics as the letters of it: fractions with a bar, brackets, raised and lowered digits. */
export function mathHandler(writer: Writer, raised: Look["raised"] = null): Handler {
  const mark = (text: string): void => writer.add(text, plainLook);
  const open = (tag: Tag): Handler => {
    switch (tag.name) {
      case "m:r":
        return runHandler(writer, raised);
      case "m:sup":
        return mathHandler(writer, "superscript");
      case "m:sub":
        return mathHandler(writer, "subscript");
      case "m:den":
        mark("/");
        return { open };
      case "m:d":
        mark("(");
        return { open, close: () => mark(")") };
      default:
        return { open };
    }
  };
  return { open };
}
