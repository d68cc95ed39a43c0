import { text } from "../diagnostics/diagnostic.ts";
import { isSyllable } from "../source/syllable.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { insertionAt, isInAddress, safeFix, textsOf, typedSpan } from "./texts.ts";

const body = (blank: string): string => `I. NỘI DUNG\n\n1. Phát thanh 02${blank}lần mỗi tuần.\n2. Niêm yết tại trụ sở.`;

const joined =
  /(?<![\p{L}\p{N}.,-]|(?<!\p{L})\/)\d{1,4}(?=(\p{Ll}{3,})(?![\p{L}\p{N}]))|(?<!\p{L})(?:năm|tháng|ngày|quý|khoản|điều|mục)(?=\d{1,4}(?![\p{L}\p{N}]))/giu;
const units = new Set("ban xe chi thi hai ba mua kia trang tin thanh dân".split(" "));

/** VB623. A blank between a number and its word. */
export default defineRule({
  code: "VB623",
  name: "number-joined-to-word",
  severity: "warning",
  message: text`Thiếu dấu cách giữa số và chữ: “${"found"}”.`,
  why: "Số và từ đi với nó là hai từ, viết cách nhau: 02 lần, năm 2026.",
  examples: { bad: example({ body: body("") }), good: example({ body: body(" ") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      for (const found of prose.text.matchAll(joined)) {
        const at = found.index + found[0].length;
        const right = /^[\p{L}\p{N}]+/u.exec(prose.text.slice(at))?.[0] ?? "";
        // “12a1”, “30km”, “5tr”: a word has a tone, or is a common one.
        if (/^\d/.test(found[0]) && !(isSyllable(right) && (/[^a-z]/.test(right) || units.has(right)))) continue;
        const edit = insertionAt(plan, prose, at, " ");
        const span = typedSpan(plan, prose, found.index, at + right.length);
        // “01 mục/1tháng”: a rate is the matter of VB314.
        const isRate = prose.text[found.index - 1] === "/";
        if (edit === null || span === null || isRate || isInAddress(prose, found.index)) continue;
        report(span, { found: found[0] + right }, { fix: safeFix("Thêm dấu cách", [edit]) });
      }
    }
  },
});
