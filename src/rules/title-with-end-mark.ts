import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { endMarks } from "./walk.ts";

/** VB520. The title is a phrase, not a sentence. */
export default defineRule({
  code: "VB520",
  name: "title-with-end-mark",
  severity: "notice",
  message: text`Cuối trích yếu không ghi dấu “${"found"}”.`,
  why: "Trích yếu là một câu ngắn gọn hoặc một cụm từ đứng riêng dưới tên loại, không có dấu kết thúc (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5).",
  examples: {
    bad: example({ title: "Tuyên truyền cải cách hành chính năm 2026." }),
    good: example({ title: "Tuyên truyền cải cách hành chính năm 2026" }),
  },
  check({ plan, document, report }) {
    for (const title of [document.title, ...document.annexes.map((annex) => annex.title)]) {
      const { marks, span } = endMarks(plan, title);
      if (!/^[.;:,]$/.test(marks)) continue;
      report(span, { found: marks }, { fix: { title: `Bỏ dấu “${marks}”`, safe: true, edits: [{ span, text: "" }] } });
    }
  },
});
