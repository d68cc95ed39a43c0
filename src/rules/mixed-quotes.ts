import { type TextEdit, text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { hasCurlyQuotes, quotesOf } from "./quotes.ts";
import { defineRule } from "./rule.ts";
import { editOf, safeFix, textsOf } from "./texts.ts";

const body = (open: string, close: string): string =>
  `I. NỘI DUNG\n\n1. Phát động phong trào ${open}Xã sạch, thôn xanh${close}.\n2. Treo khẩu hiệu “Chung tay xây dựng nông thôn mới”.`;

/** VB607. Quotation marks “…”, each in its own direction, in one form throughout a document. */
export default defineRule({
  code: "VB607",
  name: "mixed-quotes",
  severity: "notice",
  message: text`Dấu ngoặc kép ${"typed"} ${"what"}.`,
  why: "Văn bản tiếng Việt dùng ngoặc kép mở “ và đóng ”; trong một văn bản chỉ dùng một kiểu.",
  examples: { bad: example({ body: body('"', '"') }), good: example({ body: body("“", "”") }) },
  check({ plan, document, report }) {
    if (!hasCurlyQuotes(plan)) return;
    for (const prose of textsOf(document)) {
      const marks = quotesOf(prose);
      for (const [index, mark] of marks.entries()) {
        if (mark.typed === mark.meant) continue;
        const before = marks[index - 1];
        // The closing mark is told with its opening one.
        if (mark.meant === "”" && before?.meant === "“" && before.typed !== "“") continue;
        const edits: (TextEdit | null)[] = [editOf(plan, prose, mark.at, mark.at + mark.typed.length, mark.meant)];
        const next = marks[index + 1];
        if (mark.meant === "“" && next?.meant === "”" && next.typed !== "”")
          edits.push(editOf(plan, prose, next.at, next.at + next.typed.length, "”"));
        const sure = edits.filter((edit) => edit !== null);
        const [first] = sure;
        if (first === undefined) continue;
        const isStraight = mark.typed !== "“" && mark.typed !== "”";
        const what = isStraight ? "khác kiểu “…” dùng ở các chỗ khác" : "ngược chiều";
        const severity = isStraight ? "notice" : "warning";
        report(first.span, { typed: mark.typed, what }, { severity, fix: safeFix("Sửa thành “…”", sure) });
      }
    }
  },
});
