/** Paragraphs put together of pieces, and parted into items. */
import { markLength } from "./marks.ts";
import type { RawParagraph, RawRun } from "./raw.ts";
import { joinedRuns, plain, sliceRuns, trimRuns } from "./words.ts";

/** A place where two pieces of a paragraph were joined. */
export interface Join {
  /** Last place of the first piece, first of the second: lines or paragraphs of the source. */
  readonly from: number;
  readonly to: number;
  /** Offset in the paragraph's text where the second piece begins. */
  readonly at: number;
}

export interface MendedParagraph extends RawParagraph {
  readonly joins?: readonly Join[];
}

/** Two pieces of one paragraph, with the place of the join. */
export function joined(above: MendedParagraph, below: MendedParagraph): MendedParagraph {
  const first = trimRuns(above.runs);
  const second = trimRuns(below.runs);
  const last = first.at(-1);
  const next = second[0];
  const alike = last !== undefined && next !== undefined && last.bold === next.bold && last.italic === next.italic;
  const space: RawRun = { text: " ", bold: alike && last.bold, italic: alike && last.italic };
  const runs = joinedRuns([...first, space, ...second]);
  const at = plain(first).length + 1;
  const join: Join = { from: above.place.to, to: below.place.from, at };
  const { full: _, ...rest } = above;
  return {
    ...rest,
    runs,
    ...(below.full ? { full: true } : {}),
    place: { from: above.place.from, to: below.place.to },
    joins: [...(above.joins ?? []), join, ...(below.joins ?? []).map((one) => ({ ...one, at: one.at + at }))],
  };
}

const bulletStart = /^\s*([-–+•*])\s*\p{L}/u;
/** A bullet behind the end of an item, before a capital. */
const innerBullet = /[;.:]\s*([-–+•])\s*(?=[“"(]?\p{Lu})/gu;

const basisStart = /^(?:Căn cứ|Theo đề nghị|Xét đề nghị)\s/u;

/** A paragraph of several items as a paragraph each. In a cell the first item may have lost its bullet. */
export function partItems<P extends RawParagraph>(paragraph: P, inCell: boolean): P[] {
  return partLines(paragraph).flatMap((one) => partBullets(one, inCell));
}

/** Lines that were parted by hand (Shift+Enter) and begin with a mark or as a basis. */
function partLines<P extends RawParagraph>(paragraph: P): P[] {
  const text = plain(paragraph.runs);
  const cuts = [...text.matchAll(/\n\s*/g)]
    .map((match) => match.index + match[0].length)
    .filter((at) => markLength(text.slice(at)) > 0 || basisStart.test(text.slice(at)));
  if (cuts.length === 0) return [paragraph];
  return [0, ...cuts].map((from, i) => ({
    ...paragraph,
    ...(i > 0 ? { label: "" } : {}),
    runs: trimRuns(sliceRuns(paragraph.runs, from, cuts[i])),
  }));
}

function partBullets<P extends RawParagraph>(paragraph: P, inCell: boolean): P[] {
  const text = plain(paragraph.runs);
  const own = bulletStart.exec(text)?.[1];
  if (own === undefined && !inCell) return [paragraph];
  const cuts: number[] = [];
  const firstWord = own === undefined ? undefined : /^\s*[-–+•*]\s*(\p{L}+)/u.exec(text)?.[1];
  if (own !== undefined && own !== "+") {
    // “…Trang- Kinh phí”: a hyphen that hangs on one side only joins nothing; one before the word that the first item
    // begins with begins another.
    for (const match of text.matchAll(/(?<=\p{L})- (?=\p{Lu}\p{Ll})|(?<=\S) - (?=(\p{Lu}\p{L}+) )/gu))
      if (match[1] === undefined || match[1] === firstWord) cuts.push(match.index + match[0].indexOf("-"));
  }
  for (const match of text.matchAll(innerBullet)) {
    const bullet = match[1]!;
    if (own !== undefined && bullet !== own && !(own === "-" && bullet === "+")) continue;
    // In running words a hyphen with blanks on both sides may join a pair: “kinh tế. - Xã hội” does not occur.
    const cut = match.index + match[0].lastIndexOf(bullet);
    if (!cuts.includes(cut)) cuts.push(cut);
  }
  cuts.sort((a, b) => a - b);
  if (cuts.length === 0) return [paragraph];
  return [0, ...cuts].map((from, i) => ({ ...paragraph, runs: trimRuns(sliceRuns(paragraph.runs, from, cuts[i])) }));
}
