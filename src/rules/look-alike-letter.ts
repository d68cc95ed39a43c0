import { text } from "../diagnostics/diagnostic.ts";
import { isSyllable } from "../source/syllable.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, safeFix, textsOf, wordsOf } from "./texts.ts";

const body = (letter: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh tại nhà văn hóa ${letter}ịa phương.\n2. Niêm yết tại trụ sở.`;

const cyrillic = "аaеeоoрpсcуyхxіiјjѕsһhԁdАAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXѴVкk";
const greek = "οoνvρpαaιiκkυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";
/** Letters for đ and ư that look like them: eth, African d, Latin gha; a caron for a breve. */
const latin = "ðđÐĐɖđƉĐƣưƢƯǎăǍĂ";
const looks = new Map<string, string>();
for (const table of [cyrillic, greek, latin]) {
  const letters = [...table];
  for (let index = 0; index < letters.length; index += 2) looks.set(letters[index]!, letters[index + 1]!);
}
const strange = new RegExp(`[${[...looks.keys()].join("")}]`, "u");
/** A tone or shape mark that could not be composed: typed twice, or before the shape of its letter. */
const leftover = /[a-zA-Z\u00c0-\u01b0\u1ea0-\u1ef9][\u0300-\u0303\u0306\u0309\u031b\u0323]/u;

/** VB612. Letters of other scripts that look like Vietnamese ones: the word cannot be searched, sorted or read aloud. */
export default defineRule({
  code: "VB612",
  name: "look-alike-letter",
  severity: "warning",
  message: text`“${"found"}” có ký tự không phải chữ tiếng Việt (${"codes"}), trông giống “${"meant"}”.`,
  why: "Ký tự của bảng chữ khác trông giống chữ tiếng Việt làm cho từ không tìm được, không sắp xếp được và có máy hiện sai; văn bản điện tử dùng bộ mã ký tự chữ Việt theo TCVN 6909:2001 (Nghị định 30/2020/NĐ-CP, Phụ lục I).",
  examples: { bad: example({ body: body("ð") }), good: example({ body: body("đ") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      if (!strange.test(prose.text) && !leftover.test(prose.text)) continue;
      for (const word of wordsOf(prose)) {
        const meant = meantBy(word.text);
        if (meant === null) continue;
        const edit = editOf(plan, prose, word.start, word.end, meant);
        if (edit === null) continue;
        const { start, end } = edit.span;
        if (document.citations.some(({ numberSpan: n }) => n && n.start <= start && end <= n.end)) continue;
        const codes = [...word.text].filter((letter) => looks.has(letter) || /\p{M}/u.test(letter)).map(codeOf);
        const fix = safeFix(`Gõ lại là “${meant}”`, [edit]);
        report(edit.span, { found: word.text, codes: [...new Set(codes)].join(", "), meant }, { fix });
      }
    }
  },
});

const codeOf = (letter: string): string => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

/** The word as it was meant; null where nothing is wrong with it, or it is a word of that other script. */
function meantBy(word: string): string | null {
  if (!strange.test(word) && !/\p{M}/u.test(word)) return null;
  const letters = [...word];
  const latinLetters = letters.map((letter) => looks.get(letter) ?? letter).join("");
  const meant = composed(latinLetters);
  if (meant === word || /[^a-zA-Z\u00c0-\u024f\u1ea0-\u1ef9]/u.test(meant)) return null;
  // One strange letter alone is a sign (α, β); a word of nothing but them is known only as a Vietnamese syllable.
  const own = letters.filter((letter) => !looks.has(letter)).length;
  if (own === 0 && (letters.length < 2 || !isSyllable(meant.toLowerCase()))) return null;
  return meant;
}

/** The letters with their marks in the order that composes: shape first, then one tone. */
function composed(word: string): string {
  if (!/\p{M}/u.test(word)) return word;
  return word.normalize("NFD").replace(/(\p{L})(\p{M}+)/gu, (_, letter: string, marks: string) => {
    const given = [...new Set(marks)];
    const shape = given.filter((mark) => /[\u0302\u0306\u031b]/u.test(mark));
    const tone = given.filter((mark) => !/[\u0302\u0306\u031b]/u.test(mark));
    return [letter, ...shape, ...tone].join("").normalize("NFC");
  });
}
