import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

/** “[tên cơ quan]”, “<ghi ngày>”; “xx/xx/2026”, “xxx”; the text of a sample page; “[…]”. */
const leftover =
  /[[<]\s*(?:tên|ghi|điền|nhập|chèn|số|ngày|họ)\s[^[\]<>\n]{0,60}[\]>]|(?<![\p{L}\d])x{2,}(?:[./-]x{2,})*(?![\p{L}\d])|lorem ipsum|\[\s*(?:…|\.{3,})\s*\]/giu;

/** VB654. Words of a template that were to be replaced. */
export default defineRule({
  code: "VB654",
  name: "template-leftover",
  severity: "warning",
  message: text`“${"found"}” là chữ của mẫu chưa thay.`,
  why: "Văn bản phát hành không còn chữ giữ chỗ của mẫu.",
  hint: "Thay bằng nội dung thật; chỗ chưa biết để dấu chấm “…” cho người ký điền.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Đăng tin trên trang của [tên cơ quan].\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Đăng tin trên trang của xã.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, report }) {
    for (const prose of proseOf(document)) {
      for (const found of prose.text.matchAll(leftover)) {
        // Capitals may be a number or a size: “XX”, “XXL”.
        if (/^X/u.test(found[0])) continue;
        const isElision = found[0].startsWith("[") && /^\[\s*[….]/u.test(found[0]);
        const span = sourceSpan(prose, found.index, found.index + found[0].length);
        report(span, { found: found[0] }, isElision ? { severity: "notice" } : {});
      }
    }
  },
});
