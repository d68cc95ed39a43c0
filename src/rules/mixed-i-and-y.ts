import { text } from "../diagnostics/diagnostic.ts";
import type { Prose } from "../plan/plan.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, safeFix, textsOf, type Word, wordsOf } from "./texts.ts";

const body = (word: string): string =>
  `I. NỘI DUNG\n\n1. Tập huấn kỹ năng, kỹ thuật số cho các thôn.\n2. Hướng dẫn ${word} năng trả lời trên sóng truyền thanh.`;

/** With i → with y. Some spell two words: which one is told by the syllable beside them. */
const spellings = new Map<string, string>(
  "kĩ kỹ,lí lý,mĩ mỹ,kì kỳ,kí ký,kỉ kỷ,quí quý,qui quy,sĩ sỹ,tỉ tỷ,quị quỵ,tị tỵ".split(",").map((pair) => {
    const [i, y] = pair.split(" ") as [string, string];
    return [i, y];
  }),
);
const byY = new Map([...spellings].map(([i, y]) => [y, i]));
/** Written with i in the usage of state documents: bác sĩ, nghệ sĩ. */
const preferI = new Set(["sĩ"]);
const byNeighbour = new Set(["tỉ", "sĩ", "kí", "tị"]);

interface Place {
  readonly prose: Prose;
  readonly word: Word;
  readonly key: string;
  readonly isI: boolean;
}

/** VB611. “kỹ năng”, “kĩ năng”: one spelling of a word in one document. */
export default defineRule({
  code: "VB611",
  name: "mixed-i-and-y",
  severity: "notice",
  message: text`“${"found"}”: chỗ khác trong văn bản viết “${"other"}”.`,
  why: "Viết i hay y trong các tiếng này đều có người dùng, nhưng một văn bản chỉ dùng một cách; văn bản của cơ quan nhà nước phần lớn viết kỹ thuật, quản lý, kỷ luật, quy định.",
  examples: { bad: example({ body: body("kĩ") }), good: example({ body: body("kỹ") }) },
  check({ plan, document, report }) {
    const groups = new Map<string, Place[]>();
    for (const prose of textsOf(document)) {
      for (const place of placesIn(prose)) groups.set(place.key, [...(groups.get(place.key) ?? []), place]);
    }
    for (const [key, places] of groups) {
      const withI = places.filter(({ isI }) => isI).length;
      const withY = places.length - withI;
      if (withI === 0 || withY === 0) continue;
      const i = key.split(" ")[0]!;
      const wantsI = withI === withY ? preferI.has(i) : withI > withY;
      for (const { prose, word, isI } of places) {
        if (isI === wantsI) continue;
        const other = sameCase(word.text, wantsI ? i : spellings.get(i)!);
        const edit = editOf(plan, prose, word.start, word.end, other);
        if (edit) report(edit.span, { found: word.text, other }, { fix: safeFix(`Sửa thành “${other}”`, [edit]) });
      }
    }
  },
});

function* placesIn(prose: Prose): Generator<Place> {
  const all = wordsOf(prose);
  for (const [index, word] of all.entries()) {
    const isI = spellings.has(word.lower);
    if (!isI && !byY.has(word.lower)) continue;
    // Capital case may be a name: Lý, Quý, Kỳ Anh.
    const isUpper = prose.text === prose.text.toUpperCase();
    if (word.text !== word.lower && !isUpper) continue;
    const i = isI ? word.lower : byY.get(word.lower)!;
    const next = all[index + 1];
    const before = all[index - 1];
    // The school subjects are named with i: Vật lí, Địa lí.
    if (i === "lí" && /^(?:vật|địa|tâm)$/.test(before?.lower ?? "")) continue;
    // “kí lô”, “tỉ mỉ” and the like are other words.
    const beside = i === "sĩ" ? before?.lower : next?.lower;
    yield { prose, word, key: byNeighbour.has(i) ? `${i} ${beside ?? ""}` : i, isI };
  }
}

const sameCase = (model: string, word: string): string =>
  model === model.toUpperCase() ? word.toUpperCase() : model === model.toLowerCase() ? word : capital(word);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
