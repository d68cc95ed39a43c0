/**
 * VIQR (RFC 1456): Vietnamese in ASCII, where punctuation after a vowel stands for its marks and `dd` for đ. The same signs
 * are punctuation too; a word is converted only where Vietnamese spelling has it.
 */
import { wordKind } from "./syllable.ts";

const marks: Readonly<Record<string, string>> = {
  "^": "\u0302",
  "(": "\u0306",
  "+": "\u031b",
  "'": "\u0301",
  "`": "\u0300",
  "?": "\u0309",
  "~": "\u0303",
  ".": "\u0323",
};

/** A word with the signs that may belong to it; every letter is taken once, so matching is linear. */
const token =
  /(?:[aA][\^(]?['`?~.]?|[eE]\^?['`?~.]?|[oO][\^+]?['`?~.]?|[uU]\+?['`?~.]?|[iIyY]['`?~.]?|[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ])+/g;

/** Signs that nothing but VIQR explains where they stand. */
const sure = /^[dD][dD]|[\^(+'`?~.][a-zA-Z'`?~.]|[\^+`~]$/;

export interface ViqrReading {
  readonly text: string;
  /** Words whose signs Vietnamese spelling does not explain; they are left as they are. */
  readonly odd: number;
}

/** Whether the text has signs worth a reading. */
export const hasViqrMarks = (text: string): boolean =>
  /[aeoAEO]\^|[ouOU]\+|[aA]\([a-z'`?~.]|[aeiouyAEIOUY][`~]|[aeiouyAEIOUY]['?.][a-z]/.test(text);

/**
 * Reads a line. A sign at the end of a word may close a sentence as well (“vu.” is “vụ” or “vu.”): with `guess` the words
 * decide, with `leave` it is punctuation, so that clean text without marks gives no evidence of VIQR.
 */
export function readViqr(line: string, ends: "guess" | "leave"): ViqrReading {
  let odd = 0;
  const text = line.replace(token, (written, at: number) => {
    if (!/[^a-zA-Z]|[dD][dD]/.test(written)) return written;
    const word = compose(written);
    // The letter that counts items, and abbreviations: “dd)”, “QDD-UBND”.
    if (/^đ$/i.test(word) || /^[B-DF-HJ-NP-TV-XZĐ]+$/.test(word)) return word;
    // “I.”, “A.”: a number.
    if (/^[a-zA-Z]\.$/.test(written)) return written;
    const last = written.at(-1)!;
    const kind = wordKind(word.toLowerCase());
    if (/[a-zA-Z]/.test(last)) {
      if (kind !== "foreign") return word;
      odd += 1;
      return ends === "guess" && hasOwnSigns(written) ? word : written;
    }
    const short = compose(written.slice(0, -1));
    const shortKind = wordKind(short.toLowerCase());
    const closes = /['?.(]/.test(last);
    if (kind !== "foreign" && (!closes || shortKind === "foreign")) return word;
    if (kind !== "foreign" && ends === "guess" && belongs(line, at, written, kind, shortKind)) return word;
    if (shortKind !== "foreign") return short + last;
    if (sure.test(written)) odd += 1;
    return ends === "guess" && hasOwnSigns(written) ? word : written;
  });
  return { text: text.replace(/(?<=\p{L})\\([\^(+'`?~.\\dD])/gu, "$1"), odd };
}

/** Whether the signs of a word are such as do not stand within other text: “pano^”, but not “chinhphu.vn”. */
const hasOwnSigns = (written: string): boolean => /[\^(+`~]/.test(written) && !/[a-zA-Z]['?.]/.test(written);

/** Words that end sentences as often as the same with a dot below; and those before which they have it. */
const lastWords = new Set("thi tư vi la sư tri nghi gia ta ra".split(" "));
const compounds = new Set(
  (
    "đề nghị,kiến nghị,hội nghị,chính trị,quản trị,giá trị,đơn vị,cán sự,nhân sự,thật sự,dân sự,hình sự,quân sự," +
    "đô thị,chỉ thị,hiển thị,trật tự,thứ tự"
  ).split(","),
);

/** Whether the last sign of a word, which could close a sentence, is rather a mark. Questions are rare in official texts. */
function belongs(line: string, at: number, written: string, kind: string, shortKind: string): boolean {
  const rest = line.slice(at + written.length, at + written.length + 8);
  if (/['?]$/.test(written) || /^\\?[.,;:!?]|^ +[a-z0-9(-]/.test(rest)) return true;
  const head = line.slice(Math.max(0, at - 60), at);
  const before = compose(/\S*(?= +$)/.exec(head)?.[0] ?? "");
  const word = compose(written);
  const isLast = lastWords.has(compose(written.slice(0, -1)).toLowerCase());
  if (compounds.has(`${before} ${word}`.toLowerCase()) || (word === "Thị" && /^\p{Lu}/u.test(before))) return true;
  if (kind === "common" && shortKind !== "common" && !isLast) return true;
  if (written === written.toUpperCase() && /^ +[A-Z]{2}/.test(rest)) return true;
  // The name of a person alone on its line.
  return !isLast && /^[\s*_]*$/.test(rest) && head.length === at && /^[\s*_]*(?:[A-Z]\S* )+$/.test(head);
}

function compose(written: string): string {
  const isAbbreviation = /^[B-DF-HJ-NP-TV-XZ]+$/.test(written);
  return written
    .replace(/^dd/, "đ")
    .replace(isAbbreviation ? /DD(?!D)/g : /^D[Dd]/, "Đ")
    .replace(/[\^(+'`?~.]/g, (sign) => marks[sign]!)
    .normalize("NFC");
}
