/**
 * A syllable as its onset, rime and tone, for telling how two spellings differ. It judges nothing: any letters come apart
 * in some way.
 */
export interface SyllableParts {
  readonly onset: string;
  /** Without the tone, hats and horns kept: “ươ”. */
  readonly rime: string;
  /** 0 level, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng. */
  readonly tone: number;
  /** What spellings that are easily taken for each other have in common: no marks, s = x, ch = tr, d = gi, n = ng. */
  readonly skeleton: string;
}

const tones = new Map([
  ["\u0300", 1],
  ["\u0301", 2],
  ["\u0309", 3],
  ["\u0303", 4],
  ["\u0323", 5],
]);

const onsetPattern = /^(?:ngh|ng|nh|ch|gh|gi(?=[aăâeêioôơuưy])|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])/;
/** Onsets that are confused with each other, and spellings of one sound. */
const onsetClass: Readonly<Record<string, string>> = {
  tr: "ch",
  s: "x",
  đ: "d",
  gi: "d",
  k: "c",
  gh: "g",
  ngh: "ng",
};

const known = new Map<string, SyllableParts>();

export function partsOf(syllable: string): SyllableParts {
  let parts = known.get(syllable);
  if (parts === undefined) {
    parts = takeApart(syllable);
    // A text of many odd words must not fill the memory.
    if (known.size > 20_000) known.clear();
    known.set(syllable, parts);
  }
  return parts;
}

function takeApart(syllable: string): SyllableParts {
  let tone = 0;
  let plain = "";
  for (const mark of syllable.normalize("NFD")) {
    const value = tones.get(mark);
    if (value === undefined) plain += mark;
    else tone = value;
  }
  const letters = plain.normalize("NFC");
  const onset = onsetPattern.exec(letters)?.[0] ?? "";
  // “lý, lí”, “yêu, iêu” are one sound; “ay, ai” are two.
  const rime = letters.slice(onset.length).replace(/^y(?=$|ê)/u, "i");
  const bare = bareLetters(rime).replace(/ng$/, "n").replace(/c$/, "t");
  return { onset, rime, tone, skeleton: `${onsetClass[onset] ?? onset}${bare}` };
}

/** Without hats, horns and breves. */
export const bareLetters = (rime: string): string => rime.normalize("NFD").replace(/\p{M}/gu, "");

/** How one spelling became the other, where a single slip explains it. */
export type Slip = "hỏi-ngã" | "tone" | "onset" | "shape" | "final";

/** The slips between two syllables of one skeleton. */
export function slipsBetween(written: SyllableParts, right: SyllableParts): readonly Slip[] {
  const slips: Slip[] = [];
  if (written.tone !== right.tone) slips.push(written.tone + right.tone === 7 && isTilde(right) ? "hỏi-ngã" : "tone");
  if (onsetSpelling(written.onset) !== onsetSpelling(right.onset)) {
    // “d” for “đ” is a forgotten bar, “d” for “gi” a confusion; “đ” for either of them is another word.
    const isOtherWord = written.onset === "đ" || (right.onset === "đ" && written.onset === "gi");
    slips.push("onset", ...(isOtherWord ? (["onset"] as const) : []));
  }
  if (bareLetters(written.rime) !== bareLetters(right.rime)) slips.push("final");
  const shape = ({ rime }: SyllableParts): string => rime.replace(/(?:ng|n|c|t)$/, "");
  if (shape(written) !== shape(right)) slips.push("shape");
  return slips;
}

const isTilde = ({ tone }: SyllableParts): boolean => tone === 3 || tone === 4;

const onsetSpelling = (onset: string): string => ({ k: "c", gh: "g", ngh: "ng" })[onset] ?? onset;
