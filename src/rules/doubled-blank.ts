import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, isFillIn, safeFix, textsOf } from "./texts.ts";

/** Two to five blanks between words; more are a column or a gap left on purpose. */
const blanks = /(?<=[^\s(“])[ \u00a0]{2,5}(?=[^\s,;:.!?)”…])/gu;

const body = (blank: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh mỗi tuần${blank}một lần.\n2. Niêm yết tại trụ sở.`;

/** VB603. One blank between words. */
export default defineRule({
  code: "VB603",
  name: "doubled-blank",
  severity: "notice",
  message: text`Thừa dấu cách: ${"count"} dấu cách liền nhau.`,
  why: "Giữa hai từ chỉ có một dấu cách; thừa thì khi căn đều hai bên chữ bị giãn.",
  examples: { bad: example({ body: body("  ") }), good: example({ body: body(" ") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      // Columns set with blanks: “Nguyễn Văn A      - Trưởng phòng”.
      if (!/[ \u00a0]{2}/.test(prose.text) || /[ \u00a0]{6}|[ \u00a0]{2}[-–]|[-–] {2}/u.test(prose.text)) continue;
      for (const found of prose.text.matchAll(blanks)) {
        const end = found.index + found[0].length;
        if (isFillIn(prose.text, found.index, end)) continue;
        const edit = editOf(plan, prose, found.index, end, " ");
        if (edit) report(edit.span, { count: found[0].length }, { fix: safeFix("Để lại một dấu cách", [edit]) });
      }
    }
  },
});
