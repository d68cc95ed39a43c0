/** Footnotes and endnotes: their texts, read ahead of the body, and their numbers, given where the body refers to them. */
import type { RawNote, RawParagraph } from "../raw.ts";
import { raisedText } from "./characters.ts";
import { noteFlow } from "./flow.ts";
import { roman } from "./number-formats.ts";
import type { NoteKind, NoteNumbers, Story } from "./story.ts";
import { type Handler, skip } from "./xml.ts";

export type NoteTexts = ReadonlyMap<string, readonly RawParagraph[]>;

/** Reads a part of notes; `result` gives their paragraphs by id. Lines that separate notes from text are no notes. */
export function notesReader(newStory: () => Story): { readonly handler: Handler; readonly result: NoteTexts } {
  const result = new Map<string, readonly RawParagraph[]>();
  const root: Handler = {
    open: ({ name, attributes }) => {
      const type = attributes["w:type"] ?? "normal";
      if ((name !== "w:footnote" && name !== "w:endnote") || type !== "normal") return skip;
      const story = newStory();
      const flow = noteFlow(story.reading);
      return {
        ...story.content(story, flow),
        close: () => {
          const id = attributes["w:id"] ?? "";
          // A place is given when the note is referred to.
          if (!result.has(id)) result.set(id, flow.finish());
        },
      };
    },
  };
  return { handler: { open: () => root }, result };
}

/** The note's paragraphs without its number in front, which Word sets or which was typed as a mark of its own. */
function withoutNumber(paragraphs: readonly RawParagraph[], custom: string): RawParagraph[] {
  const [first, ...others] = paragraphs;
  if (!first) return [];
  const marks = custom === "" ? [] : [custom, raisedText(custom, "superscript")];
  const text = first.runs.map((run) => run.text).join("");
  const start = /^\s*/.exec(text)![0].length;
  const mark = marks.find((one) => text.startsWith(one, start)) ?? "";
  const from = start + mark.length;
  let left = from + /^\s*/.exec(text.slice(from))![0].length;
  const runs = first.runs.flatMap((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
  });
  return [{ ...first, runs }, ...others];
}

export interface NoteBook extends NoteNumbers {
  /** The notes that were referred to, in this order. */
  readonly notes: () => readonly RawNote[];
}

/**
 * Numbers notes as Word does: footnotes 1, 2, 3…; endnotes i, ii, iii…, or 1, 2, 3… where the file asks for it and no
 * footnote has such a number. Notes with a mark of their own are not counted.
 */
export function newNoteBook(texts: Readonly<Record<NoteKind, NoteTexts>>, decimalEndnotes: boolean): NoteBook {
  const notes: RawNote[] = [];
  const given = new Map<string, string>();
  const numbers = new Set<string>();
  const counts: Record<NoteKind, number> = { footnote: 0, endnote: 0 };
  const isDecimal = decimalEndnotes && texts.footnote.size === 0;
  const nextNumber = (kind: NoteKind): string => {
    counts[kind] += 1;
    return kind === "footnote" || isDecimal ? String(counts[kind]) : roman(counts[kind]);
  };
  return {
    refer: (kind, id, custom, place) => {
      const key = `${kind} ${id}`;
      const before = given.get(key);
      if (before !== undefined) return before;
      const paragraphs = texts[kind].get(id);
      if (!paragraphs) return null;
      const number = custom === "" ? nextNumber(kind) : custom;
      given.set(key, number);
      numbers.add(number);
      notes.push({
        number,
        paragraphs: withoutNumber(paragraphs, custom).map((paragraph) => ({
          ...paragraph,
          place: { from: place, to: place },
        })),
      });
      return number;
    },
    isKnown: (number) => numbers.has(number),
    notes: () => notes,
  };
}

/** For flows that come before the body: references in them are to nothing. */
export const noNotes: NoteNumbers = { refer: () => null, isKnown: () => false };
