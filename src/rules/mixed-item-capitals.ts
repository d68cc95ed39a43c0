import { text } from "../diagnostics/diagnostic.ts";
import type { Division } from "../plan/plan.ts";
import { isSyllable } from "../source/syllable.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, openFix, wordsOf } from "./texts.ts";
import { levelsIn, scopesOf } from "./walk.ts";

const body = (word: string): string =>
  `I. NỘI DUNG\n\n1. Hình thức:\n\n- Phát thanh;\n- Niêm yết tại trụ sở;\n- Họp thôn;\n- ${word} băng rôn.`;

/** VB619. The items of a list begin alike. */
export default defineRule({
  code: "VB619",
  name: "mixed-item-capitals",
  severity: "notice",
  message: text`Mục này bắt đầu bằng chữ thường (“${"word"}”), các mục khác của danh sách viết hoa.`,
  why: "Các mục của một danh sách trình bày như nhau; khi xuống dòng, chữ cái đầu viết hoa (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I).",
  examples: { bad: example({ body: body("treo") }), good: example({ body: body("Treo") }) },
  check({ plan, document, report }) {
    for (const scope of scopesOf(document)) {
      for (const { content } of levelsIn(scope)) {
        for (const list of lists(content.flatMap((item) => (item.kind === "division" ? [item.division] : [])))) {
          const small = list.filter((item) => /^\p{Ll}/u.test(item.text.text));
          if (small.length === 0 || small.length * 3 > list.length || list.length - small.length < 3) continue;
          for (const { text: prose } of small) {
            const word = wordsOf(prose)[0];
            if (word === undefined || !isSyllable(word.lower)) continue;
            const whole = editOf(plan, prose, 0, word.end, "");
            const edit = editOf(plan, prose, 0, 1, word.text.charAt(0).toUpperCase());
            if (whole && edit) report(whole.span, { word: word.text }, { fix: openFix("Viết hoa chữ đầu", [edit]) });
          }
        }
      }
    }
  },
});

/** Runs of neighbours with one kind of mark. */
function lists(divisions: readonly Division[]): readonly (readonly Division[])[] {
  const found: Division[][] = [];
  for (const division of divisions) {
    const last = found.at(-1);
    if (last && last[0]!.mark.kind === division.mark.kind) last.push(division);
    else found.push([division]);
  }
  return found;
}
