/** Where the runs of one paragraph put what they hold. */
import type { RawBlock } from "../raw.ts";
import { addPiece, type Piece, plainRole } from "./draft.ts";
import { runFormat } from "./formatting.ts";
import { type Look, lookOf } from "./look.ts";
import type { Flow, NoteKind, Story } from "./story.ts";
import type { ParagraphStyle } from "./styles.ts";
import { type Element, valueIn } from "./xml.ts";

export interface Writer {
  readonly story: Story;
  readonly flow: Flow;
  readonly place: number;
  readonly pieces: Piece[];
  readonly boxes: RawBlock[];
  /** The paragraph's properties come before its runs; until then it has the standard style. */
  style: ParagraphStyle;
  /** The look of a run with these properties. */
  readonly lookOf: (rPr: Element | undefined) => Look;
  /** `style` is the id of the run's character style. */
  readonly add: (text: string, look: Look, style?: string) => void;
  /** The reference to a note; `custom` is its own mark, or "". */
  readonly note: (kind: NoteKind, id: string, custom: string, look: Look, style?: string) => void;
  readonly pageNumber: (look: Look) => void;
  readonly pageBreak: (look: Look) => void;
}

export function newWriter(story: Story, flow: Flow, place: number): Writer {
  const { reading, fields } = story;
  const { styles, tallies, notes } = reading;
  const pieces: Piece[] = [];
  /** Whether the last text was hidden: neighbours count as one place. */
  let wasHidden = false;
  const plain = new Map<ParagraphStyle, Look>();

  /** Whether text with this look is to be taken here. */
  const takes = (text: string, look: Look): boolean => {
    if (fields.inInstruction()) return false;
    if (look.hidden) {
      if (!wasHidden && text.trim() !== "") {
        tallies.add("hidden", place);
        wasHidden = true;
      }
      return false;
    }
    wasHidden = false;
    reading.taken += text.trim() === "" ? 0 : 1;
    fields.result();
    return true;
  };

  const contents = () => story.contents ?? fields.contents();

  const writer: Writer = {
    story,
    flow,
    place,
    pieces,
    boxes: [],
    style: styles.paragraph(undefined),
    lookOf: (rPr) => {
      const { style } = writer;
      let look = plain.get(style);
      if (!look) {
        look = lookOf(styles.defaults, [...flow.tableRun, style.run], {});
        plain.set(style, look);
      }
      if (rPr === undefined || rPr.children.length === 0) return look;
      const character = styles.character(valueIn(rPr, "w:rStyle"));
      return lookOf(styles.defaults, [...flow.tableRun, style.run, character], runFormat(rPr), look.size);
    },
    add: (text, look, style) => {
      if (text === "" || !takes(text, look)) return;
      // A note that is cited again is a cross-reference, or its number typed in the style of such numbers.
      const cites = fields.inNoteNumber() || (style !== undefined && reading.noteStyles.has(style));
      addPiece(pieces, text, look, {
        note: cites && notes.isKnown(text.trim()),
        pageNumber: fields.inPageNumber(),
        contents: contents(),
      });
    },
    note: (kind, id, custom, look, style) => {
      if (!takes("*", look)) return;
      reading.spend();
      if (style !== undefined) reading.noteStyles.add(style);
      const number = notes.refer(kind, id, custom, place);
      if (number === null) tallies.add("lostNotes", place);
      else addPiece(pieces, number, look, { ...plainRole, note: true, contents: contents() });
    },
    pageNumber: (look) => {
      if (takes("", look)) addPiece(pieces, "", look, { ...plainRole, pageNumber: true });
    },
    pageBreak: (look) => {
      if (!takes("", look)) return;
      reading.spend();
      if (flow.hasPages) pieces.push({ text: "", look, startsPage: true, ...plainRole });
      else addPiece(pieces, "\n", look, { ...plainRole, contents: contents() });
    },
  };
  return writer;
}
