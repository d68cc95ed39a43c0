import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import type { Span } from "../source/source-file.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

/** Words of a template: “[Tên cơ quan]”, “<ghi ngày>”; “xx/xx/2026”, “xxx”; the text of a sample page; “[…]”. */
export const leftover =
  /\[\p{Lu}\p{Ll}[^[\]\n]{0,80}\]|[[<]\s*(?:tên|ghi|điền|nhập|chèn|số|ngày|họ)\s[^[\]<>\n]{0,60}[\]>]|(?<![\p{L}\d])x{2,}(?:[./-]x{2,})*(?![\p{L}\d])|[Ll]orem ipsum|\[\s*(?:…|\.{3,})\s*\]/gu;

/** VB654. Words of a template that were to be replaced. Told once: a plan just begun is full of them. */
export default defineRule({
  code: "VB654",
  name: "template-leftover",
  severity: "notice",
  message: text`“${"found"}” là chữ của mẫu chưa thay (${"count"} chỗ).`,
  why: "Văn bản phát hành không còn chữ giữ chỗ của mẫu.",
  hint: "Thay bằng nội dung thật; chỗ chưa biết để dấu chấm “…” cho người ký điền.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Đăng tin trên trang của [tên cơ quan].\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Đăng tin trên trang của xã.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, report }) {
    let first: { readonly span: Span; readonly found: string } | null = null;
    let count = 0;
    for (const prose of proseOf(document)) {
      for (const found of prose.text.matchAll(leftover)) {
        count += 1;
        first ??= { span: sourceSpan(prose, found.index, found.index + found[0].length), found: found[0] };
      }
    }
    if (first !== null) report(first.span, { found: first.found, count });
  },
});
