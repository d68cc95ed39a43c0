import { text } from "../diagnostics/diagnostic.ts";
import type { Plan, Prose } from "../plan/plan.ts";
import { isSyllable, wordKind } from "../source/syllable.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, isInAddress, openFix, safeFix, textsOf, type Word, wordPairs, wordsOf } from "./texts.ts";

const body = (word: string): string =>
  `I. NỘI DUNG\n\n1. Phối hợp với các ${word}, đoàn thể phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở.`;

/** VB615. A word that Vietnamese cannot spell: a slip of the keyboard. Words of other languages are let alone. */
export default defineRule({
  code: "VB615",
  name: "impossible-syllable",
  severity: "warning",
  message: text`“${"found"}” không phải âm tiết tiếng Việt${"meant"}.`,
  why: "Lời văn hành chính viết đúng chính tả; từ này là lỗi gõ phím (thừa chữ, dính chữ, đặt sai dấu thanh).",
  examples: { bad: example({ body: body("nghành") }), good: example({ body: body("ngành") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      const all = wordsOf(prose);
      for (const [index, word] of all.entries()) {
        if (!isSuspect(word) || isPartOfName(prose, word) || isInAddress(prose, word.start)) continue;
        const beside: Beside = { plan, before: all[index - 1]?.lower ?? "", after: all[index + 1]?.lower ?? "" };
        const repair = repairOf(word.lower, beside);
        if (repair === null) continue;
        const meant = sameCase(word.text, repair.text);
        const edit = editOf(plan, prose, word.start, word.end, meant);
        if (edit === null) continue;
        const fix = (repair.isSure ? safeFix : openFix)(`Sửa thành “${meant}”`, [edit]);
        const severity = repair.isSure || repair.isWrong ? "warning" : "notice";
        report(edit.span, { found: word.text, meant: `; có lẽ là “${meant}”` }, { severity, fix });
      }
    }
  },
});

interface Repair {
  readonly text: string;
  /** The one word that these letters can be: may be mended without asking. */
  readonly isSure: boolean;
  /** No language writes the word so: two tones, or a tone that its end does not bear. */
  readonly isWrong?: boolean;
}

interface Beside {
  readonly plan: Plan;
  readonly before: string;
  readonly after: string;
}

const vietnamese = /^[a-zàáâãèéêìíòóôõùúýăđĩũơư\u1ea1-\u1ef9]+$/u;
/** Letters and clusters at the head that only other languages have. */
const foreign = /[fjwz]|^(?!(.)\1)(?:[bcdđghklmnpstvx][rl](?!$)|[sx]t|sk|sp|kb|mb|nd|đr)(?<!^tr)/u;
const known = new Set(
  (
    "vắcxin vácxin vắccin ôtô môtô bêtông ximăng tuýp côngtenơ ápphích panô băngrôn xăngtimét kilôgam ôxy ôxi axít bazơ " +
    "prôtêin lôgic lôgích môđun môđen rađa xêmina búpbê càfê xíchlô"
  ).split(" "),
);

function isSuspect({ text, lower }: Word): boolean {
  if (lower.length < 3 || lower.length > 14 || !vietnamese.test(lower) || known.has(lower)) return false;
  if (isSyllable(lower) || foreign.test(lower)) return false;
  const isUpper = text === text.toUpperCase();
  // “UBMTTQ”, “QLVHXH”: an abbreviation has no tone.
  if (isUpper) return /[\u0300\u0301\u0303\u0309\u0323]/u.test(text.normalize("NFD"));
  return text.slice(1) === lower.slice(1);
}

/** A word in capital case may be a name unless it begins a sentence; one with hyphens is spelt as it sounds (“in-tơ-nét”). */
function isPartOfName(prose: Prose, { text, lower, start, end }: Word): boolean {
  const before = prose.text.slice(Math.max(0, start - 3), start);
  if (/[\p{L}\p{N}'’_/&.-]$/u.test(before) && !/[\p{L}]-$/u.test(before) && /['’_&\p{N}]$/u.test(before)) return true;
  if (/[-'’]$/u.test(before) || /^[-'’_\d]/u.test(prose.text.slice(end))) return true;
  const isCapital = text !== lower && text !== text.toUpperCase();
  // No name bears two tones in one syllable.
  if ((text.normalize("NFD").match(toneMarks)?.length ?? 0) > 1) return false;
  return isCapital && !/(?:^|[.!?:;“(] ?)$/u.test(before);
}

/** What was meant, when there is one answer; null when the word may be one of another language. */
function repairOf(word: string, beside: Beside): Repair | null {
  // A tone on the wrong vowel, a letter typed twice, “ngh” for “ng”: each leaves the letters in their order.
  const moved = distinct(toneMoved(word));
  const near = distinct([...moved, ...undoubled(word), ...onsetMended(word)]);
  const isMarked = /[^a-z]/.test(word);
  if (isMarked && near.length === 1) {
    // Tones strewn over a text make syllables that are no words: “nghĩên”.
    const isWord = moved.length === 0 || wordKind(near[0]!) === "common" || isInFile(near[0]!, beside.plan);
    return { text: near[0]!, isSure: isWord };
  }
  const attested = near.filter((one) => isAttested(one, beside));
  if (attested.length === 1) return { text: attested[0]!, isSure: true };
  const joined = cuts(word).filter(([left, right]) => pairCount(beside.plan, left, right) > 0);
  if (joined.length === 1) return { text: joined[0]!.join(" "), isSure: true };
  if (!isMarked) return null;
  const [first, second] = cuts(word);
  if (first && !second && first.every((part) => wordKind(part) === "common"))
    return { text: first.join(" "), isSure: false };
  const far = distinct([...otherTones(word), ...changed(word)]).filter((one) => isAttested(one, beside));
  return far.length === 1 ? { text: far[0]!, isSure: false, isWrong: hasWrongTone(word) } : null;
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)].filter(isSyllable);
const pairCount = (plan: Plan, left: string, right: string): number => wordPairs(plan).get(`${left} ${right}`) ?? 0;

/** The word stands beside the same neighbour elsewhere in the file. */
const isAttested = (word: string, { plan, before, after }: Beside): boolean =>
  pairCount(plan, before, word) > 0 || pairCount(plan, word, after) > 0;

const isInFile = (word: string, plan: Plan): boolean =>
  plan.documents.some((document) =>
    textsOf(document).some((prose) => wordsOf(prose).some(({ lower }) => lower === word)),
  );

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const vowels = /[aăâeêioôơuưy]/;

/** The same letters with the same tone on another vowel; empty unless the word bears one tone. */
function toneMoved(word: string): readonly string[] {
  const { bare, tone } = apart(word);
  return tone === null ? [] : placesOf(bare, tone).filter((one) => one !== word);
}

function apart(word: string): { readonly bare: string; readonly tone: string | null } {
  const marks = word.normalize("NFD").match(toneMarks) ?? [];
  const bare = word.normalize("NFD").replace(toneMarks, "").normalize("NFC");
  return { bare, tone: marks.length === 1 ? marks[0]! : null };
}

const placesOf = (bare: string, tone: string): readonly string[] => {
  const letters = [...bare];
  const right = letters.flatMap((letter, at) => {
    if (!vowels.test(letter)) return [];
    const one = letters.map((other, index) => (index === at ? (other + tone).normalize("NFC") : other)).join("");
    return isSyllable(one) ? [one] : [];
  });
  // “hòa” and “hoà” are one word.
  return right.slice(0, 1);
};

/** One letter of a pair of equal ones, or of equal but for their marks, left out: “hànnh”, “ngườii”, “ngưuời”. */
function undoubled(word: string): readonly string[] {
  const letters = [...word];
  const found: string[] = [];
  for (let index = 1; index < letters.length; index++) {
    const [left, right] = [letters[index - 1]!, letters[index]!];
    const without = (at: number): string => letters.filter((_, other) => other !== at).join("");
    if (left === right) found.push(without(index));
    else if (plain(left) === plain(right)) found.push(without(index), without(index - 1));
  }
  return found;
}

const plain = (letter: string): string => letter.normalize("NFD").replace(/\p{M}/gu, "").replace("đ", "d");

/** ngh/ng, gh/g, c/k/q before the vowels that ask for them. */
function onsetMended(word: string): readonly string[] {
  const [, onset, rest] = /^(ngh|ng|gh|g|c|k)(.*)$/u.exec(word) ?? [];
  if (onset === undefined || rest === undefined || rest === "") return [];
  const isBright = /[eiy]/.test(plain(rest[0]!));
  if (isBright) {
    const meant = { ng: "ngh", g: "gh", c: "k" }[onset];
    return meant === undefined ? [] : [meant + rest];
  }
  const meant = { ngh: "ng", gh: "g", k: "c" }[onset];
  return meant === undefined ? [] : [meant + rest];
}

/** The word in two syllables, each of two letters or more. */
function cuts(word: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = 2; at <= word.length - 2; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (left.length <= 7 && right.length <= 7 && isSyllable(left) && isSyllable(right)) found.push([left, right]);
  }
  return found;
}

/** The letters with another tone: a stop at the end bears two of them only. */
function otherTones(word: string): readonly string[] {
  const { bare } = apart(word);
  return ["\u0301", "\u0323"].flatMap((tone) => placesOf(bare, tone));
}

/** Two tones, or one that a stop at the end does not bear, in a word that is right with another. */
function hasWrongTone(word: string): boolean {
  const tones = word.normalize("NFD").match(toneMarks) ?? [];
  return tones.length > 1 || (/(?:[cpt]|ch)$/.test(word) && otherTones(word).length > 0);
}

/** One letter left out, or two exchanged. */
function changed(word: string): readonly string[] {
  const letters = [...word];
  return letters.flatMap((_, at) => {
    const without = letters.filter((_, index) => index !== at).join("");
    const exchanged = [...letters];
    [exchanged[at], exchanged[at + 1]] = [letters[at + 1] ?? "", letters[at]!];
    return [without, exchanged.join("")];
  });
}

const sameCase = (model: string, word: string): string => {
  if (model === model.toUpperCase()) return word.toUpperCase();
  return model === model.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
};
