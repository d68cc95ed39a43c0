/** What the words of one line of a foreign file say about the code that it is in. */
import type { Units } from "./legacy.ts";
import { oldLetters, readers } from "./line-readers.ts";
import { type Weight, weigh } from "./syllable.ts";
import { looksTwiceEncoded } from "./twice-encoded.ts";
import { hasViqrMarks } from "./viqr.ts";

export type Verdict =
  /** There is nothing in the line that could be read in another way. */
  | { readonly kind: "neutral" }
  /** Its words are Vietnamese as they stand. */
  | { readonly kind: "sound" }
  /** It says nothing for itself: the lines around it decide. */
  | { readonly kind: "open" }
  /** Its words are Vietnamese when it is read so; `surely` if there are enough of them to tell by themselves. */
  | { readonly kind: "garbled"; readonly reader: number; readonly surely: boolean; readonly evidence: Evidence };

/** Words of a line or of several, when they are read so, and as they stand. */
export interface Evidence {
  readonly good: number;
  readonly common: number;
  readonly bad: number;
  readonly goodBefore: number;
  readonly commonBefore: number;
}

const neutral: Verdict = { kind: "neutral" };
const sound: Verdict = { kind: "sound" };
const open: Verdict = { kind: "open" };
/** Of no line. */
export const noEvidence: Evidence = { good: 0, common: 0, bad: 0, goodBefore: 0, commonBefore: 0 };

/** A line of a word or less proves nothing. */
const shortestEvidence = 4;

/** The verdict on a line. `latest` is the reader of an earlier line, which is asked first. */
export function judge(line: string, units: Units, latest: number): Verdict {
  if (units === "letters") {
    const quick = judgeQuickly(line);
    if (quick !== null) return quick;
  }
  const weighWritten = (text: string): Weight => weigh(units === "letters" ? text : "", true);
  const outside = line.replace(/“[^“”]*”|"[^"]*"|`[^`]*`/g, " ");
  const written = weighWritten(outside);
  const found = bestReader(outside, units, latest, written);
  if (found !== null && isSure(found.weight, written)) {
    return { kind: "garbled", reader: found.reader, surely: true, evidence: evidenceOf(found.weight, written) };
  }
  if (outside === line) return judgeFew(line, units, found, written, true);
  // Too little outside of quotation marks: all of it, for what the neighbours may decide.
  const whole = weighWritten(line);
  return judgeFew(line, units, bestReader(line, units, latest, whole), whole, false);
}

/** The verdict on a line that is not sure by itself. Quoted words are no evidence for other lines. */
function judgeFew(line: string, units: Units, found: Found | null, written: Weight, isEvidence: boolean): Verdict {
  if (found === null || (units === "letters" && isWorse(found.weight, written))) {
    const isEncoded = looksTwiceEncoded(line) && written.proper === 0;
    if (written.good >= 2 && written.good > written.bad && !isEncoded) return sound;
    return units === "bytes" || oldLetters.test(line) ? open : neutral;
  }
  const { reader, weight } = found;
  if (weight.good <= written.good && weight.common <= written.common) return open;
  return { kind: "garbled", reader, surely: false, evidence: isEvidence ? evidenceOf(weight, written) : noEvidence };
}

/** The verdict on a line that needs no reading; null for the others. */
function judgeQuickly(line: string): Verdict | null {
  let proper = 0;
  let latin = 0;
  for (let index = 0; index < line.length; index++) {
    const unit = line.charCodeAt(index);
    if (unit < 0xa1) continue;
    if (unit <= 0xff) latin += 1;
    else if (isProper(unit)) proper += 1;
  }
  if (latin + proper === 0) return hasViqrMarks(line) || oldLetters.test(line) ? null : neutral;
  return proper * 4 >= latin && !looksTwiceEncoded(line) ? sound : null;
}

const extendedLetters = new Set([..."ĂăĐđĨĩŨũƠơƯư"].map((letter) => letter.charCodeAt(0)));

/** Letters of Vietnamese beyond Latin-1 and combining marks. */
const isProper = (unit: number): boolean =>
  (unit >= 0x1ea0 && unit <= 0x1ef9) || (unit >= 0x300 && unit <= 0x323) || extendedLetters.has(unit);

interface Found {
  readonly reader: number;
  readonly weight: Weight;
}

/** The reader that makes most of a line; null when none makes more of it than it breaks. */
function bestReader(line: string, units: Units, latest: number, written: Weight): Found | null {
  if (line.length < shortestEvidence) return null;
  let best: Found | null = null;
  let bestScore = 0;
  for (const [turn, reader] of [latest, ...readers.keys()].entries()) {
    if ((turn > 0 && reader === latest) || !readers[reader]!.suits(line, units)) continue;
    const weight = readers[reader]!.weigh(line, units);
    if (turn === 0 && weight.bad === 0 && isSure(weight, written)) return { reader, weight };
    const score = weight.good + weight.common - 2 * weight.bad;
    if (score <= bestScore) continue;
    best = { reader, weight };
    bestScore = score;
  }
  return best;
}

const isSure = (weight: Weight, written: Weight): boolean =>
  isEnough(evidenceOf(weight, written)) && !isWorse(weight, written);

/** Whether words prove a code. */
export const isEnough = ({ good, common, bad, goodBefore, commonBefore }: Evidence): boolean =>
  good >= Math.max(4, goodBefore + 3, goodBefore * 1.5) && common >= Math.max(3, commonBefore + 2) && bad * 8 <= good;

/** Whether a line is better left as it is, whatever stands around it. */
const isWorse = (weight: Weight, written: Weight): boolean =>
  weight.good < written.good ||
  weight.bad > Math.max(written.bad, weight.good / 8) ||
  written.proper * 10 > weight.good ||
  // Words without marks that are not Vietnamese: a text in another language.
  (weight.alien >= 4 && weight.alien > weight.plain + weight.good);

const evidenceOf = ({ good, common, bad }: Weight, written: Weight): Evidence => ({
  good,
  common,
  bad,
  goodBefore: written.good,
  commonBefore: written.common,
});

/** The evidence of two lines or groups of lines. */
export const joined = (a: Evidence, b: Evidence): Evidence => ({
  good: a.good + b.good,
  common: a.common + b.common,
  bad: a.bad + b.bad,
  goodBefore: a.goodBefore + b.goodBefore,
  commonBefore: a.commonBefore + b.commonBefore,
});
