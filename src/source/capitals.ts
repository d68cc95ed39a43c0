/**
 * Capital letters that TCVN3 could not hold. The code has no capital vowels with tone marks, so “KẾ HOẠCH” comes out of it
 * as “Kế HOạCH”; the letters beside tell what was meant. Lengths never change: the result can be cut where the text was.
 */
import { isSyllable } from "./syllable.ts";

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Places, in the word, of small letters that may stand for capitals. */
  readonly doubtful: readonly number[];
  /** What the other letters say; `open` when a capital at the head is all there is, or nothing. */
  readonly look: "capitals" | "small" | "open";
  /** Whether the word may speak for its neighbours: an abbreviation, a number or a part of a symbol may not. */
  readonly speaks: boolean;
}

const tonedSmall = /[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/;
const romanNumber = /^[IVXLC]+$/;

/** Words that a name follows. */
const beforeNames = new Set(
  "xã phường trấn huyện quận tỉnh phố thôn ấp bản làng ông bà chí hồ sông núi chợ đường trường".split(" "),
);
const neverNames = new Set(["ở", "ủy", "ấp", "ấy"]);

/**
 * The line with its capitals restored. `continues` says that it goes on with a sentence of the line before, so that its
 * first word need not have one. What is written with small letters by the evidence stays as it is.
 */
export function restoreCapitals(line: string, continues = false): string {
  if (!tonedSmall.test(line)) return line;
  const words = [...line.matchAll(/\p{L}+/gu)].map((match) => wordOf(line, match[0], match.index));
  const looks = decide(line, words);
  const titles = words.filter((word) => isTitle(word) && word.look !== "capitals").length;
  let result = "";
  let done = 0;
  words.forEach((word, index) => {
    const wanted =
      looks[index] === "capitals" ? word.doubtful : startsName(line, words, index, titles, continues) ? [0] : [];
    for (const at of wanted) {
      const place = word.start + at;
      result += line.slice(done, place) + line[place]!.toUpperCase();
      done = place + 1;
    }
  });
  return result + line.slice(done);
}

function wordOf(line: string, text: string, start: number): Word {
  const doubtful: number[] = [];
  let smalls = 0;
  let capitals = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!;
    if (letter >= "a" && letter <= "z") smalls += 1;
    else if (isCapital(letter)) capitals += 1;
    else if (tonedSmall.test(letter)) doubtful.push(index);
    else smalls += 1;
  }
  const end = start + text.length;
  const isInside = capitals > (isCapital(text.charAt(0)) ? 1 : 0);
  const look = smalls > 0 ? "small" : isInside ? "capitals" : "open";
  const symbol = /[\d/_-]/.test(line.charAt(start - 1) + line.charAt(end));
  const spoken = look === "small" ? text.length > 1 : look === "capitals" && !romanNumber.test(text);
  const speaks = spoken && !symbol && (look === "small" || isSyllable(text.toLowerCase()));
  return { start, end, text, doubtful, look, speaks };
}

const isCapital = (letter: string): boolean =>
  letter <= "z" ? letter >= "A" && letter <= "Z" : letter !== letter.toLowerCase();

/** What every word is, the open ones by their neighbours. */
function decide(line: string, words: readonly Word[]): readonly ("capitals" | "small")[] {
  const before = nearest(line, words, 1);
  const after = nearest(line, words, -1);
  return words.map((word, index) => {
    if (word.look !== "open") return word.look;
    const [left, right] = [before[index], after[index]];
    if (!left || !right) return (left ?? right)?.look ?? "small";
    // Where the sides differ, the one in the same phrase counts, and of two such the one that follows.
    return left.near && !right.near ? left.look : right.look;
  });
}

interface Neighbour {
  readonly look: "capitals" | "small";
  /** Nothing but blanks and other words between. */
  readonly near: boolean;
}

/** For every word the nearest one, before it (step 1) or after it (step -1), that says how it is written. */
function nearest(line: string, words: readonly Word[], step: 1 | -1): readonly (Neighbour | undefined)[] {
  const found: (Neighbour | undefined)[] = new Array(words.length).fill(undefined);
  let last: Neighbour | undefined;
  const first = step === 1 ? 0 : words.length - 1;
  for (let index = first; index >= 0 && index < words.length; index += step) {
    const word = words[index]!;
    const previous = words[index - step];
    if (last && previous) {
      const between = step === 1 ? line.slice(previous.end, word.start) : line.slice(word.end, previous.start);
      last = { look: last.look, near: last.near && /^ *$/.test(between) };
    }
    found[index] = last;
    if (word.speaks && word.look !== "open") last = { look: word.look, near: true };
  }
  return found;
}

/** Whether a word in small letters, its first one doubtful, begins a sentence or a name. */
function startsName(line: string, words: readonly Word[], index: number, titles: number, continues: boolean): boolean {
  const word = words[index]!;
  if (word.doubtful[0] !== 0) return false;
  const before = words[index - 1];
  const after = words[index + 1];
  const next = words[index + 2];
  if (startsSentence(line, word.start, continues)) return true;
  // “Ủy ban nhân dân” and the names of other committees bear a capital in every official text.
  if (word.text === "ủy" && after?.text === "ban") return next === undefined || next.text === "nhân" || isTitle(next);
  if (word.text === "ủy" && after === undefined)
    return before !== undefined && !/^(?:tỉnh|huyện|thành|thị|quận|đảng|cấp|chi|khu|xã|phường)$/i.test(before.text);
  if (neverNames.has(word.text)) return false;
  // The name of a person alone on its line.
  if (words.length >= 3 && titles === words.length - 1) return true;
  if (before === undefined || line.slice(before.end, word.start) !== " ") return false;
  if (word.text === "á") return isTitle(before) || before.text === "châu";
  return beforeNames.has(before.text.toLowerCase()) && after !== undefined && isTitle(after);
}

const isTitle = (word: Word): boolean => isCapital(word.text.charAt(0));

/** Whether only a number, a bullet or an opening mark stands between the word and the end of what came before. */
function startsSentence(line: string, start: number, continues: boolean): boolean {
  const from = Math.max(0, start - 40);
  const near = line.slice(from, start);
  const cell = Math.max(near.lastIndexOf("|"), near.lastIndexOf("\t"), near.lastIndexOf("\f"));
  const head = near.slice(cell + 1);
  if (cell >= 0 || from === 0) {
    const label = /^\s*(?:[-–—+*•·]|\(?(?:\d{1,3}|\p{L})\)|\d{1,3}(?:\.\d{1,3})*[.)]?)?[\s"“(*_]*$/u.test(head);
    if (label) return cell >= 0 || !continues || /[^\s"“(*_]/.test(head);
  }
  // What follows a label begins like a sentence: “Sản phẩm: Ít nhất 12 tin”.
  if ((cell >= 0 || from === 0) && /^[^:;,.]*:[\s"“(*_]+$/.test(head)) return true;
  return /(?:[^.][.]|[!?])["”)*_]*\s+["“(*_]*$/.test(head);
}
