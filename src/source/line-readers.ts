/** The ways in which a line of a foreign file may have to be read: codes from before Unicode, UTF-8 gone wrong, VIQR. */
import { type CodeReader, cp1258, type Reading, tcvn3, type Units, viscii, vn1, vni, windows1252 } from "./legacy.ts";
import { type Weight, weigh } from "./syllable.ts";
import { decodeTwice, looksTwiceEncoded } from "./twice-encoded.ts";
import { hasViqrMarks, readViqr } from "./viqr.ts";

/** A way to read a line. */
export interface Reader {
  readonly code: string;
  readonly read: (line: string, units: Units) => Reading & { readonly times?: number };
  /** The words of the line when it is read so, as evidence. */
  readonly weigh: (line: string, units: Units) => Weight;
  /** Whether there is anything to read so; asked before it is done. */
  readonly suits: (line: string, units: Units) => boolean;
}

/** Characters that stand for letters of the old codes, as Latin-1 or Windows-1252; no quotation marks, dashes or blanks. */
export const oldLetters =
  /[\u0080-\u009f\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u201a\u201e\u2020\u2021\u2030\u2039\u203a\u20ac\u2122]/;

const byTable = (code: CodeReader): Reader => ({
  code: code.name,
  read: code.read,
  weigh: (line, units) => weigh(code.read(line, units).text, false),
  suits: (line, units) => units === "bytes" || oldLetters.test(line),
});

/** A middle dot that no letter stands beside. */
const loneDot = /(?<![A-Za-z\u00a1-\u00ff])·(?![A-Za-z\u00a1-\u00ff])/g;

/** In the fonts a middle dot is ã; in a text file it is a bullet where it stands alone. */
const tcvn3Text: CodeReader = {
  ...tcvn3,
  read: (line, units) => {
    const reading = tcvn3.read(line.replace(loneDot, "\ue000"), units);
    return { ...reading, text: reading.text.replace(/\ue000/g, "·") };
  },
};

const twice: Reader = {
  code: "UTF-8",
  read: decodeTwice,
  // A torn letter is no evidence against the others.
  weigh: (line) => weigh(decodeTwice(line).text.replace(/\ufffd/g, "?"), true),
  suits: (line, units) => units === "letters" && looksTwiceEncoded(line),
};

const viqr: Reader = {
  code: "VIQR",
  read: (line) => {
    const { text } = readViqr(line, "guess");
    return { text, converted: countHigh(text) - countHigh(line), lost: 0 };
  },
  weigh: (line) => {
    const { text, odd } = readViqr(line, "leave");
    const weight = weigh(text, true);
    return { ...weight, bad: weight.bad + odd };
  },
  suits: (line, units) => units === "letters" && hasViqrMarks(line),
};

/** A line of UTF-8 in which some bytes are broken. */
const brokenUtf8: Reader = {
  code: "UTF-8",
  read: (line) => {
    const text = utf8Text(line);
    return { text, converted: 0, lost: countLost(text) };
  },
  weigh: (line) => weigh(utf8Text(line), true),
  suits: (_line, units) => units === "bytes",
};

const utf8Text = (bytes: string): string => Buffer.from(bytes, "latin1").toString("utf8");

/** Quotation marks, dashes and signs of Windows in text that is ASCII otherwise. */
const windowsSigns: Reader = {
  ...byTable(windows1252),
  suits: (line, units) =>
    units === "bytes" && !/[^\0-\x80\x82\x84\x85\x91-\x97\x99\xa0\xa7\xab\xb0-\xb3\xb7\xbb\xd7]/.test(line),
};

/** In the order of preference where two make the same of a line. */
export const readers: readonly Reader[] = [
  byTable(tcvn3Text),
  byTable(vni),
  byTable(viscii),
  byTable(cp1258),
  twice,
  viqr,
  brokenUtf8,
  windowsSigns,
];
/** Places in that list. */
export const tcvn3Place = 0;
export const twicePlace = readers.indexOf(twice);
export const viqrPlace = readers.indexOf(viqr);
export const utf8Place = readers.indexOf(brokenUtf8);
export const windowsPlace = readers.indexOf(windowsSigns);

/** Takes the place of TCVN3 in files that have all of the standard. */
export const vn1Reader = byTable(vn1);

const countHigh = (text: string): number => countUnits(text, (unit) => unit >= 0x80);
const countLost = (text: string): number => countUnits(text, (unit) => unit === 0xfffd);

function countUnits(text: string, isCounted: (unit: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (isCounted(text.charCodeAt(index))) count += 1;
  return count;
}
