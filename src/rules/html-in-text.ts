import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

const tag =
  /<\/?(?:ul|ol|li|p|br|hr|b|i|u|s|em|strong|span|div|font|table|thead|tbody|tr|td|th|a|img|h[1-6]|sup|sub|o:p)(?:\s+[\w:-]+=[^<>]{0,300})?\s?\/?>|&(?:nbsp|amp|lt|gt|quot|ndash|mdash|hellip|#\d{2,5});/giu;

const characters: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": "”",
  "&ndash;": "–",
  "&mdash;": "—",
  "&hellip;": "…",
};

/** VB601. Tags and character names of HTML, left over from a web page or a converter. */
export default defineRule({
  code: "VB601",
  name: "html-in-text",
  severity: "warning",
  message: text`Lời văn có ${"count"} mã HTML, đầu tiên là “${"tag"}”; chương trình in nguyên như chữ.`,
  why: "Mã HTML là dấu vết của trang web hay phần mềm chuyển đổi, không thuộc văn bản hành chính.",
  hint: "Bỏ các mã này; gạch đầu dòng ghi bằng “-”, chữ đậm ghi bằng **…**.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Phát thanh<br>mỗi tuần một lần.\n2. Niêm yết tại trụ sở." }),
    good: example({}),
  },
  check({ document, report }) {
    const edits: { readonly span: { readonly start: number; readonly end: number }; readonly text: string }[] = [];
    let first = "";
    for (const prose of proseOf(document)) {
      for (const found of prose.text.matchAll(tag)) {
        if (first === "") first = found[0];
        const end = found.index + found[0].length;
        const isBetweenWords =
          /[\p{L}\d.,;:]$/u.test(prose.text.slice(0, found.index)) && /^[\p{L}\d+-]/u.test(prose.text.slice(end));
        const character =
          characters[found[0].toLowerCase()] ?? (isBetweenWords && /br|li|p|td/i.test(found[0]) ? " " : "");
        edits.push({ span: sourceSpan(prose, found.index, end), text: character });
      }
    }
    const [at] = edits;
    if (at === undefined) return;
    report(at.span, { tag: first, count: edits.length }, { fix: { title: "Bỏ mã HTML", safe: false, edits } });
  },
});
