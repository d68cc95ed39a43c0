/**
 * Breaks a paragraph's runs into lines: greedy, with plain advances (no kerning, no squeezing), as office programs do.
 *
 * It knows widths and heights only; which page a line stands on is decided in `paginate.ts`. The rules of breaking and
 * of line height are those measured in LibreOffice, so that a DOCX of the same document breaks at the same words:
 *  - a line may end after a blank, after a hyphen or dash, and after … ! ? |, never after a slash, before closing
 *    punctuation or at a no-break space; blanks at the end of a line hang over it; a word wider than the line is cut
 *    between characters;
 *  - all lines but the last of a paragraph, and but those that a forced break ends, are justified by widening blanks;
 *  - a multiple of single spacing adds its extra below the line, where it falls away at the foot of a page.
 */
import type { Change, NoteRun, Run } from "../../document/document.ts";
import { type FaceName, type FontSet, faceName, lineHeight } from "../../document/measure.ts";
import type { LineSpacing, ParagraphStyle, Pt } from "../../document/style.ts";
import { twips, wholeTwips } from "./twips.ts";

/** A piece of a line in one look. */
export interface Fragment {
  readonly text: string;
  readonly face: FaceName;
  readonly size: Pt;
  /** `#RRGGBB` */
  readonly color: string;
  /** From the left edge of the paragraph's box. */
  readonly x: Pt;
  /** How far the baseline is raised, for the numbers of notes. */
  readonly rise: Pt;
  /** Blanks (U+0020) among the first `stretchable` UTF-16 units take the line's `stretch`. */
  readonly stretchable: number;
  readonly part: "label" | "text" | "note";
  /** For part "note": index in `Document.notes`. */
  readonly note?: number;
  /** Words of one version only, and how wide they are without what hangs at the end of the line. */
  readonly change?: { readonly kind: Change; readonly width: Pt };
}

export interface Line {
  readonly fragments: readonly Fragment[];
  /** Added to every stretchable blank. */
  readonly stretch: Pt;
  /** Height without the extra of a multiple line spacing, and the baseline's distance from its top. */
  readonly height: Pt;
  readonly ascent: Pt;
  /** What a multiple of line spacing adds below. */
  readonly extra: Pt;
  /** Notes referred to in this line. */
  readonly notes: readonly number[];
  /** What ended the line. */
  readonly end: "wrap" | "break" | "paragraph";
}

/** The words of a line as printed, without what hangs at its end. */
export const lineText = (line: Line): string =>
  line.fragments
    .map((fragment) => fragment.text)
    .join("")
    .replace(/ +$/, "");

/** LibreOffice draws a raised number at 58 % of the size, two fifths of it above the line. */
const raisedSize = 0.58;
const raisedBy = 0.4;

/**
 * LibreOffice sets text for a device of 8640 dots an inch, six to a twip, and rounds every advance to whole dots (measured:
 * 240 of 240 random lines break at the very twip that this predicts). Only the breaking reckons so; glyphs are drawn with
 * their true advances, which differ by less than a thousandth.
 */
const dotsPerPoint = 120;
const dotsPerTwip = 6;

/** LibreOffice leaves a twelfth of the line's height free after slanted text, lest its last letter be cut. */
const slantShare = 1 / 12;

/** Dark on paper that is copied in black and white; what a change is, its line tells. */
const changeColors: Readonly<Record<Change, string>> = { added: "#1F3FA8", removed: "#B00020" };

interface Look {
  readonly face: FaceName;
  readonly size: Pt;
  readonly rise: Pt;
  readonly part: Fragment["part"];
  readonly note?: number;
  readonly change?: Change;
}

/** The characters between two forced breaks, with their widths. */
interface Stretch {
  readonly characters: readonly string[];
  readonly widths: readonly Pt[];
  /** The same in dots, rounded. */
  readonly dots: readonly number[];
  /** Dots that must stay free after a character. */
  readonly slants: readonly number[];
  /** Number of the portion that a character belongs to. */
  readonly portions: readonly number[];
  readonly looks: readonly Look[];
}

const blank = " ";
const isUnbreakable = (character: string): boolean =>
  character === "\u00a0" || character === "\u202f" || character === "\u2060" || character === "\u2011";

const closing = new Set([",", ".", ":", ";", "!", "?", ")", "]", "}"]);
const quotes = new Set(["”", "’", '"', "'", "»"]);
const opening = new Set(["(", "[", "{"]);
/** A line may end after these. */
const breaksAfter = new Set(["-", "–", "—", "…", "!", "?", "|", "\u2009", "\u200b"]);
const dashes = new Set(["-", "–"]);

/**
 * Whether a line may end between two neighbouring characters. `lastInk` is the last character that is not a blank. A slash
 * is a place where a break is looked for but not made: the whole word goes to the next line.
 */
function breakBetween(before: string, after: string, lastInk: string): "none" | "here" | "whole-word" {
  if (after === blank) return "none";
  if (before === blank) return closing.has(after) || opening.has(lastInk) ? "none" : "here";
  if (isUnbreakable(after) || isUnbreakable(before)) return "none";
  if (closing.has(after) || quotes.has(after) || dashes.has(after)) return "none";
  if (before === "/") return /[0-9/]/.test(after) ? "none" : "whole-word";
  return breaksAfter.has(before) ? "here" : "none";
}

function lookOf(run: Exclude<Run, { kind: "break" }>, style: ParagraphStyle): Look {
  const change = run.change === undefined ? {} : { change: run.change };
  if (run.kind === "note") return { ...noteLook(style), note: run.note, ...change };
  return {
    face: faceName(run),
    size: run.size ?? style.size,
    rise: 0,
    part: run.label ? "label" : "text",
    ...change,
  };
}

/** The look of a note's raised number in text of this style. */
const noteLook = (style: ParagraphStyle): Look => ({
  face: faceName(style),
  size: style.size * raisedSize,
  rise: style.size * raisedBy,
  part: "note",
});

const sameType = (a: Look, b: Look): boolean => a.face === b.face && a.size === b.size && a.rise === b.rise;

const textOf = (run: NoteRun | Extract<Run, { kind: "text" }>): string => (run.kind === "note" ? run.number : run.text);

function stretchesOf(runs: readonly Run[], style: ParagraphStyle, fonts: FontSet): Stretch[] {
  const stretches: Stretch[] = [];
  let characters: string[] = [];
  let widths: Pt[] = [];
  let dots: number[] = [];
  let slants: number[] = [];
  let portions: number[] = [];
  let looks: Look[] = [];
  let portion = 0;
  const close = (): void => {
    stretches.push({ characters, widths, dots, slants, portions, looks });
    characters = [];
    widths = [];
    dots = [];
    slants = [];
    portions = [];
    looks = [];
  };
  for (const run of runs) {
    if (run.kind === "break") {
      close();
      continue;
    }
    const look = lookOf(run, style);
    const face = fonts[look.face];
    const scale = look.size / face.unitsPerEm;
    const italic = look.face === "italic" || look.face === "boldItalic";
    const slant = italic ? wholeTwips(twips(lineHeight(face, look.size)) * slantShare) * dotsPerPoint : 0;
    for (const character of textOf(run)) {
      const width = (face.advance(character.codePointAt(0)!) ?? face.unitsPerEm) * scale;
      const [last, lastLook] = [characters.at(-1), looks.at(-1)];
      if (lastLook && (!sameType(look, lastLook) || isUnbreakable(character) || isUnbreakable(last!))) portion += 1;
      characters.push(character);
      portions.push(portion);
      widths.push(width);
      dots.push(Math.round(width * dotsPerPoint));
      slants.push(Math.round(slant));
      looks.push(look);
    }
  }
  close();
  return stretches;
}

/**
 * Index after the last character of the line that starts at `start`, blanks that hang included. Always advances when
 * there is something left.
 */
function endOfLine(stretch: Stretch, start: number, available: Pt): number {
  const { characters, dots, slants, portions, looks } = stretch;
  const count = characters.length;
  const room = Math.round(available * dotsPerPoint);
  let width = 0;
  let lastBreak = -1;
  let lastWord = -1;
  let afterSlash = false;
  let lastInk = "";
  for (let i = start; i < count; i += 1) {
    const character = characters[i]!;
    if (i > start) {
      const before = characters[i - 1]!;
      // What went and what came in its place are two words, even where no blank parts them.
      const isReplaced = looks[i]!.change === "added" && looks[i - 1]!.change === "removed" && character !== blank;
      const kind = isReplaced ? "here" : breakBetween(before, character, lastInk);
      // The search begins once a character after the slash has found room.
      if (afterSlash) lastBreak = lastWord;
      afterSlash = kind === "whole-word";
      if (kind === "here") lastBreak = i;
      if (kind === "here" && before === blank) lastWord = i;
      // A portion of one look takes whole twips of the line.
      if (portions[i] !== portions[i - 1]) width = Math.round(width / dotsPerTwip) * dotsPerTwip;
    }
    width += dots[i]!;
    if (character === blank) continue;
    if (width + slants[i]! > room && i > start) {
      if (lastBreak > start) return lastBreak;
      // A word wider than the line: cut it here, or before the blanks that led to it.
      return i;
    }
    lastInk = character;
  }
  return count;
}

interface Extent {
  readonly height: Pt;
  readonly ascent: Pt;
  readonly extra: Pt;
}

/** Height and baseline of a line whose largest text has this size. */
function extentOf(size: Pt, spacing: LineSpacing, fonts: FontSet): Extent {
  const face = fonts.regular;
  const single = twips(lineHeight(face, size));
  // The font's line gap counts above the letters.
  const ascent = twips(((face.ascent + face.lineGap) * size) / face.unitsPerEm);
  switch (spacing.rule) {
    case "exact":
      // LibreOffice gives four fifths of an exact distance to the part above the baseline.
      return { height: spacing.value, ascent: spacing.value * 0.8, extra: 0 };
    case "at-least": {
      const height = Math.max(single, spacing.value);
      return { height, ascent: ascent + height - single, extra: 0 };
    }
    case "multiple": {
      const full = wholeTwips(single * spacing.value);
      if (full >= single) return { height: single, ascent, extra: full - single };
      return { height: full, ascent: ascent - (single - full), extra: 0 };
    }
  }
}

/**
 * Lines of a paragraph set in a box of this width; indents and alignment are in the fragments' `x`. An empty paragraph is
 * one empty line of its style's height.
 */
export function breakLines(runs: readonly Run[], style: ParagraphStyle, width: Pt, fonts: FontSet): Line[] {
  const lines: Line[] = [];
  const stretches = stretchesOf(runs, style, fonts);
  stretches.forEach((stretch, index) => {
    const count = stretch.characters.length;
    let start = 0;
    do {
      const left = style.left + (lines.length === 0 ? style.firstLine : 0);
      const available = width - left - style.right;
      const end = endOfLine(stretch, start, available);
      const ended = end < count ? "wrap" : index < stretches.length - 1 ? "break" : "paragraph";
      lines.push(makeLine(stretch, start, end, ended, left, available, style, fonts));
      start = end;
    } while (start < count);
  });
  return lines;
}

function makeLine(
  stretch: Stretch,
  start: number,
  end: number,
  ended: Line["end"],
  left: Pt,
  available: Pt,
  style: ParagraphStyle,
  fonts: FontSet,
): Line {
  const { characters, widths, looks } = stretch;
  let ink = end;
  while (ink > start && characters[ink - 1] === blank) ink -= 1;
  let natural = 0;
  let blanks = 0;
  let size = 0;
  const notes: number[] = [];
  for (let i = start; i < end; i += 1) {
    const look = looks[i]!;
    if (i < ink) {
      natural += widths[i]!;
      if (characters[i] === blank) blanks += 1;
    }
    if (look.rise === 0) size = Math.max(size, look.size);
    if (look.note !== undefined && notes.at(-1) !== look.note) notes.push(look.note);
  }
  const spare = available - natural;
  // A full line may be wider than its room by parts of a dot; its blanks then shrink by as little.
  const justified = style.align === "justify" && ended === "wrap" && blanks > 0;
  const widened = justified ? spare / blanks : 0;
  let x = left;
  if (style.align === "center") x += spare / 2;
  if (style.align === "right") x += spare;
  const fragments: Fragment[] = [];
  for (let i = start; i < end; ) {
    const look = looks[i]!;
    const from = i;
    const at = x;
    let text = "";
    let stretchable = 0;
    let width = 0;
    for (; i < end && looks[i] === look; i += 1) {
      text += characters[i]!;
      x += widths[i]!;
      if (i >= ink) continue;
      stretchable = text.length;
      if (characters[i] === blank) x += widened;
      width = x - at;
    }
    // A line that a forced break ends gets a blank as well, so that its last word does not grow together with the next
    // line's first for a reader of the tagged text.
    if (i === end && ended === "break" && characters[end - 1] !== blank && i > from) text += blank;
    fragments.push({
      text,
      face: look.face,
      size: look.size,
      color: look.change === undefined ? style.color : changeColors[look.change],
      x: at,
      rise: look.rise,
      stretchable,
      part: look.part,
      ...(look.note === undefined ? {} : { note: look.note }),
      ...(look.change === undefined ? {} : { change: { kind: look.change, width } }),
    });
  }
  return {
    fragments,
    stretch: widened,
    ...extentOf(size || style.size, style.line, fonts),
    notes,
    end: ended,
  };
}
