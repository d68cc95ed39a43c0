/**
 * A paragraph while it is being read: pieces of text as they stand in the file, each with its look. `finish` makes the
 * runs of them: letters of old and symbol fonts become Unicode, neighbours of one look are joined, and the paragraph is
 * cut where a page begins.
 */
import { restoreCapitals } from "../../source/capitals.ts";
import { fromLegacyFont } from "../../source/legacy.ts";
import type { RawBlock, RawParagraph, RawRun } from "../raw.ts";
import { composed, raisedText, visible } from "./characters.ts";
import type { Contents } from "./fields.ts";
import type { Look } from "./look.ts";
import { withoutSymbols } from "./symbols.ts";
import type { Tallies } from "./tallies.ts";

/** What a piece is besides text. */
export interface PieceRole {
  /** Number of a note that is referred to. */
  readonly note: boolean;
  /** Number of a page, set by a field. */
  readonly pageNumber: boolean;
  /** The table of contents that it stands in. */
  readonly contents: Contents | null;
}

export const plainRole: PieceRole = { note: false, pageNumber: false, contents: null };

export interface Piece extends PieceRole {
  text: string;
  readonly look: Look;
  /** A new page begins here; there is no text. */
  readonly startsPage: boolean;
}

export interface Draft {
  /** Number of its own mark, and of the first paragraph that was joined to it. */
  readonly place: number;
  readonly from: number;
  readonly pieces: readonly Piece[];
  readonly label: string;
  readonly listLevel: number;
  /** Of its first line, in characters. */
  readonly indent: number;
  readonly align: RawParagraph["align"];
  readonly style: string | null;
  readonly heading: number | null;
  readonly pageBreakBefore: boolean;
  /** Its mark is deleted in a tracked change: it runs on into the next paragraph. */
  readonly runsOn: boolean;
  /** Its mark is hidden: with nothing to be seen in it, there is no paragraph. */
  readonly isHidden: boolean;
  /** The table of contents that all of it belongs to. */
  readonly contents: Contents | null;
  /** What stands in the text boxes that are anchored in it. */
  readonly boxes: readonly RawBlock[];
}

const sameLook = (a: Look, b: Look): boolean =>
  a === b ||
  (a.bold === b.bold &&
    a.italic === b.italic &&
    a.caps === b.caps &&
    a.hidden === b.hidden &&
    a.raised === b.raised &&
    a.ascii === b.ascii &&
    a.hAnsi === b.hAnsi);

/** Adds text to the pieces; to the last one when nothing sets them apart. */
export function addPiece(pieces: Piece[], text: string, look: Look, role: PieceRole): void {
  const last = pieces[pieces.length - 1];
  if (
    last &&
    !last.startsPage &&
    !last.note &&
    !role.note &&
    last.pageNumber === role.pageNumber &&
    last.contents === role.contents &&
    sameLook(last.look, look)
  )
    last.text += text;
  else pieces.push({ text, look, startsPage: false, ...role });
}

/** Drafts that run on into each other, as one; what the last mark says holds. null for none. */
export function joined(drafts: readonly Draft[]): Draft | null {
  const last = drafts[drafts.length - 1];
  if (!last || drafts.length === 1) return last ?? null;
  return {
    ...last,
    from: drafts[0]!.from,
    pieces: drafts.flatMap((draft) => draft.pieces),
    boxes: drafts.flatMap((draft) => draft.boxes),
  };
}

const asciiOnly = /^[\u0000-\u007f]*$/;

interface Letters {
  readonly text: string;
  /** They come from a font that had no capitals with tone marks. */
  readonly lacksCapitals: boolean;
}

/** The characters of a piece as letters of Unicode. */
function lettersOf({ text, look }: Piece, place: number, tallies: Tallies): Letters {
  const font = asciiOnly.test(text) ? look.ascii : look.hAnsi;
  const converted = font === "" ? null : fromLegacyFont(text, font);
  if (converted === null) {
    const found = withoutSymbols(text, font);
    tallies.add("symbols", place, found.unknown);
    return { text: found.text, lacksCapitals: false };
  }
  if (converted === text) return { text, lacksCapitals: false };
  const changed = text.replace(/[\u0000-\u007f]/g, "").length;
  tallies.add("legacy", place, changed > 0 ? changed : text.length);
  tallies.legacyFont(font);
  return { text: converted, lacksCapitals: /^\s*\.vn/i.test(font) };
}

/** Letters of all pieces. What a capital was is told by the words around, in whatever pieces they stand. */
function allLetters(pieces: readonly Piece[], place: number, tallies: Tallies): string[] {
  const letters = pieces.map((piece) => lettersOf(piece, place, tallies));
  const texts = letters.map(({ text }) => text);
  if (!letters.some(({ lacksCapitals }) => lacksCapitals)) return texts;
  const restored = restoreCapitals(texts.join(""));
  let at = 0;
  return letters.map(({ text, lacksCapitals }) => {
    const own = restored.slice(at, at + text.length);
    at += text.length;
    return lacksCapitals ? own : text;
  });
}

const leadingMarks = /^[\u0300-\u036f]+/;

interface OpenRun {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly note: boolean;
  readonly texts: string[];
}

function runsOf(pieces: readonly Piece[], place: number, tallies: Tallies): RawRun[] {
  const runs: OpenRun[] = [];
  for (const [i, letters] of allLetters(pieces, place, tallies).entries()) {
    const { look, note } = pieces[i]!;
    const { bold, italic } = look;
    let text = visible(look.caps ? letters.toUpperCase() : letters);
    if (look.raised && !note) text = raisedText(text, look.raised);
    const last = runs[runs.length - 1];
    const joins = last !== undefined && !last.note && !note;
    // An accent in a run of its own belongs to the letter before it.
    const marks = joins ? leadingMarks.exec(text)?.[0] : undefined;
    if (joins && marks !== undefined) {
      last.texts.push(marks);
      text = text.slice(marks.length);
    }
    if (text === "") continue;
    if (joins && last.bold === bold && last.italic === italic) last.texts.push(text);
    else runs.push({ bold, italic, note, texts: [text] });
  }
  return runs.map(({ bold, italic, note, texts }): RawRun => {
    const text = texts.length === 1 ? texts[0]! : composed(texts.join(""));
    return note ? { text, bold, italic, note } : { text, bold, italic };
  });
}

export const hasWords = (paragraph: RawParagraph): boolean =>
  paragraph.label !== "" || paragraph.runs.some((run) => run.text.trim() !== "");

export type Part = RawParagraph | "page";

/**
 * The finished paragraphs of a draft: one, or more where pages begin in it. The label goes with the first that has
 * words; parts without any are left out when there is more than one.
 */
export function finish(draft: Draft, tallies: Tallies): Part[] {
  const groups: Piece[][] = [[]];
  for (const piece of draft.pieces) {
    if (piece.startsPage) groups.push([]);
    else groups[groups.length - 1]!.push(piece);
  }
  const paragraphs = groups.map(
    (pieces): RawParagraph => ({
      kind: "paragraph",
      runs: runsOf(pieces, draft.place, tallies),
      label: "",
      listLevel: draft.listLevel,
      ...(draft.indent > 0 ? { indent: draft.indent } : {}),
      align: draft.align,
      style: draft.style,
      heading: draft.heading,
      place: { from: draft.from, to: draft.place },
    }),
  );
  const labelled = Math.max(
    0,
    paragraphs.findIndex((paragraph) => hasWords(paragraph)),
  );
  return paragraphs.flatMap((paragraph, i): Part[] => {
    const whole = i === labelled ? { ...paragraph, label: draft.label } : paragraph;
    const kept = paragraphs.length === 1 || hasWords(whole) ? [whole] : [];
    return i === 0 ? kept : ["page", ...kept];
  });
}

/** What stands around the number of a page is short. */
const longestPageNumber = 60;

/** Whether the words of a paragraph are only the number of the page, alone or with what usually stands around it. */
export function isPageNumber(draft: Draft): boolean {
  const own = draft.pieces.filter((piece) => !piece.pageNumber).map((piece) => piece.text);
  const words = visible(own.join(""));
  return words.length <= longestPageNumber && /^(?:trang(?:\s*số)?|page|of|[\d\s\u00a0./|:()[\]–—−-])*$/i.test(words);
}
