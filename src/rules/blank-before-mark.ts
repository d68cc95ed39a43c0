import { text } from "../diagnostics/diagnostic.ts";
import type { Prose } from "../plan/plan.ts";
import { isSyllable } from "../source/syllable.ts";
import { example } from "./example.ts";
import { quotesOf } from "./quotes.ts";
import { defineRule } from "./rule.ts";
import { editOf, isFillIn, isInAddress, safeFix, textsOf } from "./texts.ts";

const body = (mark: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần${mark} thời lượng 15 phút.\n2. Niêm yết tại trụ sở.`;

const beforeMark = /(?<=[\p{L}\p{N})”%])([ \u00a0]{1,2})([,;:!?)”]|\.(?!\.))/gu;
const afterOpening = /([(“])([ \u00a0]{1,2})(?=[\p{L}\p{N}“(])/gu;

/** VB604. Punctuation follows its word at once; nothing stands between a bracket or quotation mark and what it holds. */
export default defineRule({
  code: "VB604",
  name: "blank-before-mark",
  severity: "warning",
  message: text`Thừa dấu cách ${"where"} dấu “${"mark"}”.`,
  why: "Dấu câu viết liền với chữ đứng trước; dấu ngoặc viết liền với phần nằm trong ngoặc. Có dấu cách thì dấu câu dễ bị rớt xuống đầu dòng sau.",
  examples: { bad: example({ body: body(" ,") }), good: example({ body: body(",") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      for (const found of prose.text.matchAll(beforeMark)) {
        const [all, blank, mark] = found as unknown as [string, string, string];
        if (!isWrong(prose, found.index, all, mark)) continue;
        const rest = prose.text.slice(found.index + all.length);
        // “xã hội .Tuyên truyền”: the blank stands on the wrong side.
        const isJoined = /^[\p{L}“(]/u.test(rest) && /[,;:.!?]$/u.test(mark);
        const edit = editOf(plan, prose, found.index, found.index + all.length, isJoined ? `${mark} ` : mark);
        const span = edit && { start: edit.span.start, end: edit.span.start + blank.length };
        if (edit && span) report(span, { where: "trước", mark }, { fix: safeFix("Bỏ dấu cách thừa", [edit]) });
      }
      for (const found of prose.text.matchAll(afterOpening)) {
        const [all, mark, blank] = found as unknown as [string, string, string];
        if (mark === "“" && quotesOf(prose).find(({ at }) => at === found.index)?.meant !== "“") continue;
        const from = found.index + 1;
        const edit = editOf(plan, prose, from, found.index + all.length, "");
        const isClosed = prose.text.indexOf(mark === "(" ? ")" : "”", from + blank.length) > 0;
        if (edit && isClosed) report(edit.span, { where: "sau", mark }, { fix: safeFix("Bỏ dấu cách thừa", [edit]) });
      }
    }
  },
});

function isWrong(prose: Prose, at: number, all: string, mark: string): boolean {
  const { text } = prose;
  const end = at + all.length;
  const before = text.slice(0, at);
  const rest = text.slice(end);
  if (isInAddress(prose, end - 1) || isFillIn(text, at, end - mark.length)) return false;
  switch (mark) {
    case ")": {
      const open = before.lastIndexOf("(");
      return open > before.lastIndexOf(")") && before.slice(open + 1).trim().length > 0;
    }
    case "”":
      return before.lastIndexOf("“") > before.lastIndexOf("”") && !/^[\p{L}\p{N}]/u.test(rest);
    case ",":
    case ":":
      return !(/\d$/.test(before) && /^ ?\d/.test(rest)) && !/^[)(/]/.test(rest);
    case ".": {
      // “.docx”, “.vn”: a name; a word in capital case begins a sentence.
      const word = /^\p{L}+/u.exec(rest)?.[0] ?? "";
      if (word !== "") return /^\p{Lu}\p{Ll}+$/u.test(word) && isSyllable(word.toLowerCase());
      return !/^\d/.test(rest);
    }
    default:
      // “dấu ;)” names the mark.
      return !/^[)”]/u.test(rest);
  }
}
