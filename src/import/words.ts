/** What the words of a line look like: how it starts, how it ends, whether it is in capitals. No knowledge of places. */
import { foldVietnamese } from "../../grammar/fold.ts";
import type { RawParagraph, RawPlace, RawRun } from "./raw.ts";

export { foldVietnamese as fold };

const firstLetter = (text: string): string | undefined => /^[\s*“"'(‘[«]*(\p{L})/u.exec(text)?.[1];

/** The first letter is a small one; quotes and brackets before it do not count. */
export const startsLower = (text: string): boolean => {
  const letter = firstLetter(text);
  return letter !== undefined && letter !== letter.toUpperCase();
};

/** The first letter is a capital. */
export const startsUpper = (text: string): boolean => {
  const letter = firstLetter(text);
  return letter !== undefined && letter !== letter.toLowerCase();
};

/** The text closes: a mark that ends a sentence, an item or an introduction, with quotes and brackets after it. */
export const hasEnd = (text: string): boolean => /[.;:!?…][*”"’'»)\]]*$/.test(text.trimEnd());

/** The text has letters and none of them is small. */
export const isCapitals = (text: string): boolean => text !== text.toLowerCase() && text === text.toUpperCase();

/** Words that lean on what follows: no heading, item or sentence ends with one. */
const leaning = new Set(
  (
    "và,hoặc,của,các,những,mọi,từng,mỗi,về,với,tại,theo,cho,từ,đến,tới,là,được,để,trong,vào,bởi,do,bằng,như,nhằm,khi,nếu," +
    "mà,thì,sẽ,đã,đang,phải,cần,giữa,kể,gồm,thuộc,cùng,nhưng,tuyên"
  ).split(","),
);

/** The last word of the text cannot be its last: “… của”, “… thực hiện các”, “…, ”. */
export function leansOn(text: string): boolean {
  const end = text.trimEnd();
  if (/[,(“-]$/.test(end) || /\s[–—]$/.test(end)) return true;
  const word = /(\p{L}+)$/u.exec(end)?.[1];
  return word !== undefined && word === word.toLowerCase() && leaning.has(word);
}

/** Running text of several sentences, the last of them without an end: only a page that ended leaves it so. */
export const isCutShort = (text: string): boolean =>
  text.length >= 80 && !hasEnd(text) && /\p{Ll}[.;?!] \p{Lu}/u.test(text);

/** All words of some runs. */
export const plain = (runs: readonly RawRun[]): string => runs.map((run) => run.text).join("");

/** Words as one run without any look. */
export const plainRun = (text: string): RawRun => ({ text, bold: false, italic: false });

/** A paragraph of which nothing but its words is known. */
export const bareParagraph = (runs: readonly RawRun[], place: RawPlace): RawParagraph => ({
  kind: "paragraph",
  runs,
  label: "",
  listLevel: -1,
  align: null,
  style: null,
  heading: null,
  place,
});

/** All words of some runs are bold, and there are some. */
export function isBold({ runs }: { readonly runs: readonly RawRun[] }): boolean {
  const filled = runs.filter((run) => run.text.trim() !== "");
  return filled.length > 0 && filled.every((run) => run.bold);
}

/** Blanks of every kind as one space, none at the ends. */
export const tidy = (text: string): string => text.replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, " ").trim();

/** `K Ế  H O Ạ C H` → `KẾ HOẠCH`: capitals set apart letter by letter, words by two blanks or more. */
export function closedUp(text: string): string {
  if (!/^(?:\p{Lu}[ \u00a0]){3,}/u.test(text)) return text;
  return text
    .split(/[ \u00a0]{2,}/)
    .map((word) => (/^(?:\p{L} )+\p{L}$/u.test(word) ? word.replace(/ /g, "") : word))
    .join(" ");
}

/** Runs without those that are empty, neighbours of one look as one. */
export function joinedRuns(runs: readonly RawRun[]): RawRun[] {
  const result: RawRun[] = [];
  for (const run of runs) {
    if (run.text === "") continue;
    const last = result.at(-1);
    if (last && !last.note && !run.note && last.bold === run.bold && last.italic === run.italic)
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

/** The characters `[start, end)` of some runs. */
export function sliceRuns(runs: readonly RawRun[], start: number, end: number = Number.POSITIVE_INFINITY): RawRun[] {
  const result: RawRun[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== "") result.push({ ...run, text });
    at += run.text.length;
  }
  return result;
}

/** Runs without blanks at their ends. */
export function trimRuns(runs: readonly RawRun[]): RawRun[] {
  const text = plain(runs);
  const start = text.length - text.trimStart().length;
  return joinedRuns(sliceRuns(runs, start, Math.max(start, text.trimEnd().length)));
}

/** Runs cut at each `\n`, parts trimmed. */
export function splitLines(runs: readonly RawRun[]): RawRun[][] {
  const text = plain(runs);
  const parts: RawRun[][] = [];
  let from = 0;
  for (;;) {
    const to = text.indexOf("\n", from);
    parts.push(trimRuns(sliceRuns(runs, from, to < 0 ? text.length : to)));
    if (to < 0) return parts;
    from = to + 1;
  }
}
