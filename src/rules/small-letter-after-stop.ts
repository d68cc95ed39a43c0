import { text } from "../diagnostics/diagnostic.ts";
import { isSyllable } from "../source/syllable.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, isInAddress, openFix, textsOf } from "./texts.ts";

const body = (word: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần. ${word} thôn tiếp sóng đầy đủ.\n2. Niêm yết tại trụ sở.`;

/** A full stop behind a word in small letters, and a word in small letters behind it. */
const stopped = /(?<=(?<![\p{L}.])(\p{Ll}{2,})[”)]?[.!?])[ \u00a0]+(\p{Ll}+)(?![\p{L}.])/gu;

/** VB617. A sentence begins with a capital. */
export default defineRule({
  code: "VB617",
  name: "small-letter-after-stop",
  severity: "warning",
  message: text`Sau dấu chấm, “${"word"}” viết thường.`,
  why: "Chữ cái đầu câu viết hoa (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I).",
  hint: "Viết hoa, hoặc đổi dấu chấm thành dấu phẩy nếu câu chưa hết.",
  examples: { bad: example({ body: body("các") }), good: example({ body: body("Các") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      for (const found of prose.text.matchAll(stopped)) {
        const [all, before, word] = found as unknown as [string, string, string];
        // Abbreviations before the stop have no syllable: “tr.”, “v.v.”, “đ/c.”
        if (!isSyllable(before) || !isSyllable(word) || isInAddress(prose, found.index - 1)) continue;
        const at = found.index + all.length - word.length;
        const span = editOf(plan, prose, at, at + word.length, "")?.span;
        const edit = editOf(plan, prose, at, at + 1, word.charAt(0).toUpperCase());
        if (span && edit) report(span, { word }, { fix: openFix("Viết hoa chữ đầu câu", [edit]) });
      }
    }
  },
});
