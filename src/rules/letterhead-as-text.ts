import { text } from "../diagnostics/diagnostic.ts";
import { fold } from "../plan/words.ts";
import type { Span } from "../source/source-file.ts";
import { example } from "./example.ts";
import { lineStart, paragraphsOf, repeatsHead } from "./pasted.ts";
import { defineRule } from "./rule.ts";

/** VB512. The head of the document is printed from its fields, not from the text. */
export default defineRule({
  code: "VB512",
  name: "letterhead-as-text",
  severity: "warning",
  message: text`“${"words"}” thuộc phần đầu văn bản, chương trình đã tự in; để trong lời văn thì in hai lần.`,
  why: "Quốc hiệu và Tiêu ngữ, địa danh và thời gian, tên loại và trích yếu có chỗ riêng trên trang đầu (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II); chương trình in chúng từ các trường đầu tệp.",
  hint: "Bỏ các dòng này. Phụ lục cần in lại Quốc hiệu thì ghi “quốc hiệu: có”.",
  examples: {
    bad: example({
      opening:
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:",
    }),
    good: example({}),
  },
  check({ plan, document, report }) {
    const found: { readonly words: string; readonly shown: Span; readonly line: Span }[] = [];
    const source = plan.source.text;
    for (const { text: prose } of paragraphsOf(document)) {
      const isTitle = fold(prose.text.replaceAll("*", "")) === fold(document.title.text);
      for (let at = lineStart(plan, prose.span.start); at < prose.span.end; ) {
        const end = source.indexOf("\n", at);
        const next = end < 0 ? source.length : end + 1;
        const typed = source.slice(at, end < 0 ? source.length : end);
        const words = typed.replace(/\*+/g, "").trim();
        if (words !== "" && (isTitle || repeatsHead(words, document))) {
          const start = at + typed.indexOf(words.charAt(0));
          found.push({ words, shown: { start, end: at + typed.trimEnd().length }, line: { start: at, end: next } });
        }
        at = next;
      }
    }
    const [first] = found;
    if (first === undefined) return;
    const edits = found.map(({ line }) => ({ span: line, text: "" }));
    const title = found.length === 1 ? "Bỏ dòng này" : `Bỏ ${found.length} dòng`;
    report(first.shown, { words: first.words }, { fix: { title, safe: false, edits } });
  },
});
