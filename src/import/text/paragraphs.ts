/**
 * Lines → paragraphs. Some files have a paragraph a line, some are broken at the width of a page; which of the two a file
 * is shows in the lines that surely go on. A line with a mark, a label or a name of the head stands by itself.
 */
import { labelRole } from "../../../grammar/keywords.ts";
import { startsBody } from "../bodies.ts";
import { markLength } from "../marks.ts";
import type { RawParagraph, RawRun } from "../raw.ts";
import { bareParagraph, hasEnd, isCapitals, joinedRuns, leansOn, plain, startsLower } from "../words.ts";

/** A line of text with its look. */
export interface LookedLine {
  readonly runs: readonly RawRun[];
  readonly number: number;
  /** Blanks at its left. */
  readonly indent: number;
  readonly heading: number | null;
}

/** How wide the lines of a file are that was broken at the width of a page; 0 for one that has a paragraph a line. */
export interface Wrapping {
  readonly width: number;
  /** First lines of paragraphs stand to the right of the others. */
  readonly indented: boolean;
  /** All words of the file, for seeing how it writes a compound elsewhere. */
  readonly text: string;
}

/** Shorter lines are not broken by anybody. */
const wrapped = 40;
/** Lines longer than this many widths are paragraphs of their own. */
const beyond = 1.35;

const words = (line: LookedLine): string => plain(line.runs).trim();

/** Lines that begin a part of a document, whatever stands above. */
const ownStart =
  /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|Nơi nhận|Số\s*:|Kính gửi|(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}{2}|T\/M|K\/T|PHỤ LỤC|Phụ lục (?:[IVX]+|\d+)\b|QUYẾT ĐỊNH\s*:|Điều \d+[.:]|(?:Căn cứ|Xét đề nghị|Theo đề nghị)\s)/u;

const basisStart = /^(?:Căn cứ|Thực hiện|Theo|Xét)\s/u;

const isLabel = (text: string): boolean => {
  const colon = text.indexOf(":");
  return colon > 1 && colon < 50 && labelRole(text.slice(0, colon)) !== undefined;
};

/** How the lines of a file are broken. `blocks` are runs of lines without blank ones between. */
export function wrappingOf(blocks: readonly (readonly LookedLine[])[]): Wrapping {
  const lengths: number[] = [];
  let total = 0;
  let longer = 0;
  let indents = 0;
  let flush = 0;
  for (const block of blocks) {
    for (const [index, line] of block.entries()) {
      const text = words(line);
      if (text.length < wrapped) continue;
      total += 1;
      if (line.indent > 1 && line.indent < 16) indents += 1;
      else if (line.indent < 2) flush += 1;
      const next = block[index + 1];
      if (!next) continue;
      const below = words(next);
      if (!hasEnd(text) && startsLower(below) && markLength(below) === 0) lengths.push(text.length);
    }
  }
  const text = blocks.map((block) => block.map(words).join("\n")).join("\n");
  if (lengths.length < 4) return { width: 0, indented: false, text };
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.85)]!;
  for (const block of blocks) for (const line of block) if (words(line).length > width * beyond) longer += 1;
  // A few broken lines among paragraphs a line long are slips, no width.
  if (width > 180 || longer * 2 > total || lengths.length * 6 < total) return { width: 0, indented: false, text };
  return { width, indented: indents * 5 >= total && flush * 5 >= total, text };
}

/** How much of the width is free behind a line when the first word of the next stood in it; below 0 for none. */
function room(above: string, below: string, width: number): number {
  const word = /^\S*/.exec(below)![0];
  return (width - (above.length + 1 + word.length)) / width;
}

/** Whether a line goes on in the next one. `first` is the first line of the paragraph. */
export function continues(above: LookedLine, below: LookedLine, wrapping: Wrapping, first: LookedLine): boolean {
  const { width, indented } = wrapping;
  const a = words(above);
  const b = words(below);
  if (above.heading !== null || below.heading !== null)
    return above.heading !== null && above.heading === below.heading && startsLower(b);
  if (a === "" || b === "") return false;
  if (ownStart.test(b) || /^["“]?(?:CỘNG H|Độc lập)/.test(a)) return false;
  const long = width > 0 && a.length <= width * beyond;
  const free = long ? room(a, b, width) : 1;
  const mark = markLength(b);
  // A mark is one unless the line above was full, did not end, and what follows it goes on in small letters.
  if (mark > 0) return long && free < 0.12 && !hasEnd(a) && (isFalseMark(b, mark) || isCompound(a, b, wrapping.text));
  if (isLabel(b)) return false;
  if (isCapitals(a) !== isCapitals(b) && (isCapitals(a) ? a.length > 12 : b.length > 12)) return false;
  if (isCapitals(a) && isCapitals(b)) return long && free < 0.2 && a.length > wrapped;
  if (hasEnd(a)) {
    if (indented) return long && below.indent < 2 && free < 0.25 && !/[:]$/.test(a);
    return long && (free < 0.03 || (startsLower(b) && free < 0.3)) && !/:$/.test(a);
  }
  // A basis of the older form ends in a comma, and the body that issues begins the next paragraph.
  if (/,$/.test(a) && basisStart.test(words(first)) && startsBody(b)) return false;
  if (startsLower(b)) return a.length >= 15 || leansOn(a);
  if (/,$/.test(a) || leansOn(a)) return true;
  if (indented && below.indent > 1) return false;
  return long && free < 0.15 && a.length > wrapped;
}

/** `- xã hội`, `3. sau đó`, `(2) và`: what a line that was broken may begin with. */
function isFalseMark(text: string, mark: number): boolean {
  const rest = text.slice(mark).trimStart();
  return /^[-–+\d(]/.test(text) && (startsLower(rest) || /^\d/.test(rest));
}

/** “Lao động” + “- Thương binh …”: the file has just these words with the hyphen between them on one line. */
function isCompound(above: string, below: string, text: string): boolean {
  const word = /\p{L}+$/u.exec(above)?.[0];
  const tail = /^[-–]\s+\p{L}+\s+\p{L}+/u.exec(below)?.[0];
  return word !== undefined && tail !== undefined && text.includes(`${word} ${tail}`);
}

/** The paragraphs of a block of lines. */
export function paragraphsOf(block: readonly LookedLine[], wrapping: Wrapping): RawParagraph[] {
  const result: { lines: LookedLine[] }[] = [];
  for (const line of block) {
    const last = result.at(-1);
    const above = last?.lines.at(-1);
    if (last && above && continues(above, line, wrapping, last.lines[0]!)) last.lines.push(line);
    else result.push({ lines: [line] });
  }
  return result.map(({ lines }) => paragraphOf(lines, wrapping));
}

function paragraphOf(lines: readonly LookedLine[], { width }: Wrapping): RawParagraph {
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const runs: RawRun[] = [];
  for (const line of lines) {
    const before = runs.at(-1);
    if (before) {
      const next = line.runs[0];
      const alike = next !== undefined && before.bold === next.bold && before.italic === next.italic;
      runs.push({ text: " ", bold: alike && before.bold, italic: alike && before.italic });
    }
    runs.push(...line.runs);
  }
  const text = words(last);
  const fills = width > 0 && text.length <= width * beyond && text.length > width * 0.85;
  return {
    ...bareParagraph(joinedRuns(runs), { from: first.number, to: last.number }),
    heading: first.heading,
    ...(fills ? { full: true } : {}),
    ...(first.indent > 0 ? { indent: first.indent } : {}),
  };
}
