import { foldVietnamese } from "../../grammar/fold.ts";
import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { shortForms } from "./abbreviations.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

/** VB652. An abbreviation explained twice, or with two meanings. */
export default defineRule({
  code: "VB652",
  name: "abbreviation-redefined",
  severity: "notice",
  message: text`Chữ viết tắt “${"short"}” ${"what"}.`,
  why: "Mỗi chữ viết tắt giải thích một lần và dùng một nghĩa trong cả văn bản.",
  hint: "Từ lần thứ hai chỉ ghi chữ viết tắt.",
  examples: {
    bad: example({
      body:
        "I. NỘI DUNG\n\n1. Phổ biến các văn bản quy phạm pháp luật (QPPL) mới.\n" +
        "2. Niêm yết các văn bản quy phạm pháp luật (QPPL) tại trụ sở.",
    }),
    good: example({
      body:
        "I. NỘI DUNG\n\n1. Phổ biến các văn bản quy phạm pháp luật (QPPL) mới.\n" +
        "2. Niêm yết các văn bản QPPL tại trụ sở.",
    }),
  },
  check({ document, report }) {
    for (const { short, explained } of shortForms(document).values()) {
      const [first, ...later] = explained;
      if (first === undefined) continue;
      const meaning = foldVietnamese(first.full);
      for (const again of later) {
        const other = foldVietnamese(again.full);
        const isSame = other === meaning || other.endsWith(meaning) || meaning.endsWith(other);
        const related = [{ span: sourceSpan(first.prose, first.start, first.end), message: "Lần đầu ở đây" }];
        const what = isSame ? "đã được giải thích ở trên" : `ở đây có nghĩa khác với ở trên (“${first.full}”)`;
        report(sourceSpan(again.prose, again.start, again.end), { short, what }, { related });
        break;
      }
    }
  },
});
