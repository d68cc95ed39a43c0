import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, isInAddress, safeFix, textsOf } from "./texts.ts";

const body = (slash: string): string => `I. NỘI DUNG\n\n1. Phát thanh 01 lần${slash}tuần.\n2. Niêm yết tại trụ sở.`;

const lopsided = /(?<=(\p{L}{2,}|\p{L}\p{M}))(?:\/[ \u00a0]{1,2}|[ \u00a0]\/)(?=(\p{L}{2,}))/gu;

/** VB620. No blank at a slash: “01 lần/tuần”, “Cổng/Trang”. */
export default defineRule({
  code: "VB620",
  name: "slash-with-blank",
  severity: "notice",
  message: text`“${"found"}” thừa dấu cách ở dấu gạch chéo.`,
  why: "Dấu gạch chéo viết liền với chữ ở hai bên: 01 lần/tuần, Cổng/Trang thông tin điện tử.",
  examples: { bad: example({ body: body("/ ") }), good: example({ body: body("/") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      if (!prose.text.includes("/")) continue;
      for (const found of prose.text.matchAll(lopsided)) {
        const [slash, left, right] = found as unknown as [string, string, string];
        // “…/ KH-UBND”: a symbol is another rule's.
        if (/^\p{Lu}{2}/u.test(right) || isInAddress(prose, found.index)) continue;
        const end = found.index + slash.length;
        const edit = editOf(plan, prose, found.index, end, "/");
        const whole = editOf(plan, prose, found.index - left.length, end + right.length, "");
        if (edit && whole) report(whole.span, { found: left + slash + right }, { fix: safeFix("Bỏ dấu cách", [edit]) });
      }
    }
  },
});
