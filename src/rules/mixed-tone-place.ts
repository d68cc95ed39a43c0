import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument, Prose } from "../plan/plan.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, safeFix, textsOf, type Word, wordsOf } from "./texts.ts";
import { isPartyDocument } from "./walk.ts";

const body = (word: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh tại nhà văn hóa thôn, khóa học ngắn ngày.\n2. Tổ chức hội diễn, xóa bỏ hủ tục, xây dựng nếp sống văn ${word}.`;

/** “hòa” and “hoà”: the tone on the first or the second of the two vowels that end a syllable. */
const open = /^(?:[bcdđghklmnprstvx]|[cgknpt]h|ng|ngh|tr)?(?:([òóỏõọ][ae]|[ùúủũụ]y)|(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]))$/u;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/u;

interface Place {
  readonly prose: Prose;
  readonly word: Word;
  readonly style: "first" | "second";
}

/** VB610. One place of the tone mark in one document; both are right. */
export default defineRule({
  code: "VB610",
  name: "mixed-tone-place",
  severity: "notice",
  message: text`“${"found"}” đặt dấu thanh khác ${"where"} (“${"other"}”).`,
  why: "Cả hai cách đặt dấu thanh (hóa, hoá) đều đúng, nhưng trong một văn bản chỉ dùng một cách; văn bản của cơ quan nhà nước phần lớn viết hóa, hòa, ủy.",
  examples: { bad: example({ body: body("hoá") }), good: example({ body: body("hóa") }) },
  check({ plan, document, report }) {
    const places = textsOf(document).flatMap(placesIn);
    const first = places.filter(({ style }) => style === "first").length;
    const second = places.length - first;
    if (Math.min(first, second) === 0 || places.length < 3) return;
    const isClear = Math.abs(first - second) > 1 && Math.max(first, second) >= 1.5 * Math.min(first, second);
    const wanted = isClear ? (first > second ? "first" : "second") : customary(document);
    const others = places.filter(({ style }) => style !== wanted);
    const edits = others.map(({ prose, word }) => editOf(plan, prose, word.start, word.end, moved(word.text, wanted)));
    if (isClear) {
      for (const [index, { word }] of others.entries()) {
        const edit = edits[index];
        if (!edit) continue;
        const values = { found: word.text, other: edit.text, where: "các chỗ khác" };
        report(edit.span, values, { fix: safeFix(`Sửa thành “${edit.text}”`, [edit]) });
      }
      return;
    }
    // As many of one as of the other: one word about all of them.
    const sure = edits.filter((edit) => edit !== null);
    const [one] = sure;
    const at = others.find((_, index) => edits[index] !== null);
    if (one === undefined || at === undefined) return;
    const values = { found: at.word.text, other: one.text, where: `${wanted === "first" ? first : second} chỗ khác` };
    report(one.span, values, { fix: safeFix("Đặt dấu thanh theo một cách", sure) });
  },
});

const customary = (document: PlanDocument): Place["style"] => (isPartyDocument(document) ? "second" : "first");

/** Syllables that names of bodies have (Ủy ban, Văn hóa, Tòa án); other words in capital case may be names of people and
 * places, which stay as their owners write them. */
const inBodies = /(?:^|[^\p{L}])(?:ủy|uỷ|(?:văn|công|xã hội|hiện đại) (?:hóa|hoá))$/iu;

function placesIn(prose: Prose): readonly Place[] {
  if (!/[òóỏõọùúủũụoue][aeyàáảãạèéẻẽẹỳýỷỹỵ]/iu.test(prose.text)) return [];
  return wordsOf(prose).flatMap((word): Place[] => {
    if (word.lower.length > 6) return [];
    const found = open.exec(word.lower);
    if (!found || !isCommon(prose, word)) return [];
    return [{ prose, word, style: found[1] === undefined ? "second" : "first" }];
  });
}

function isCommon(prose: Prose, { text, lower, start, end }: Word): boolean {
  if (text === lower) return true;
  if (text === text.toUpperCase()) return text.length > 1 && isUpperText(prose.text);
  return inBodies.test(prose.text.slice(Math.max(0, start - 10), end));
}

const isUpperText = (text: string): boolean => text === text.toUpperCase();

/** The syllable with its tone on the other vowel; the letters and their case stay. */
function moved(text: string, wanted: Place["style"]): string {
  const letters = [
    ...text
      .normalize("NFD")
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, "")
      .normalize("NFC"),
  ];
  const tone = tones.exec(text.normalize("NFD"))![0];
  const at = letters.length - (wanted === "first" ? 2 : 1);
  return letters.map((letter, index) => (index === at ? (letter + tone).normalize("NFC") : letter)).join("");
}
