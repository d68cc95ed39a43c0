import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

const body = (quarter: string): string =>
  `I. NỘI DUNG\n\n1. Phát động phong trào trong quý I năm 2026.\n2. Tổ chức hội thi trong quý ${quarter} năm 2026.`;

const arabic = /(?<!\p{L})(quý )([1-4])(?![\p{L}\d])/giu;
const roman = /(?<!\p{L})quý (?:I{1,3}|IV)(?!\p{L})/iu;
const numerals = ["I", "II", "III", "IV"];

/** VB313. Quarters are counted in Roman numerals where one of them is. */
export default defineRule({
  code: "VB313",
  name: "quarters-mixed",
  severity: "notice",
  message: text`“${"found"}” nên viết “${"right"}” như các chỗ khác trong văn bản.`,
  why: "Quý trong năm viết bằng số La Mã (quý I, quý II); một văn bản viết thống nhất một cách.",
  examples: { bad: example({ body: body("3") }), good: example({ body: body("III") }) },
  check({ document, report }) {
    const proses = proseOf(document);
    if (!proses.some(({ text: words }) => roman.test(words))) return;
    for (const prose of proses) {
      for (const match of prose.text.matchAll(arabic)) {
        const [found, word, figure] = match as unknown as readonly [string, string, string];
        const at = match.index + word.length;
        const span = sourceSpan(prose, at, at + 1);
        const right = numerals[Number(figure) - 1]!;
        // “quý 1, 2”: a fix of the first figure alone would leave half.
        const isList = /^\s?(?:[,–—-]|và|đến)\s?[1-4](?![\p{L}\d/])/u.test(prose.text.slice(at + 1));
        const isMendable = !isList && span.end - span.start === 1;
        report(
          sourceSpan(prose, match.index, at + 1),
          { found, right: word + right },
          isMendable
            ? { fix: { title: `Sửa thành “${word}${right}”`, safe: true, edits: [{ span, text: right }] } }
            : {},
        );
      }
    }
  },
});
