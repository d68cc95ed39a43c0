import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { endMarkOf, isUpper, itemsOf } from "./items.ts";
import { defineRule } from "./rule.ts";

/** VB519. A heading has something below it. */
export default defineRule({
  code: "VB519",
  name: "heading-without-content",
  severity: "warning",
  message: text`Dưới tiêu đề “${"heading"}” chưa có nội dung.`,
  why: "Tiêu đề báo trước một phần nội dung; tiêu đề trống thường là phần viết dở hoặc nội dung đã bị xóa nhầm.",
  hint: "Viết nội dung, hoặc bỏ tiêu đề này và đánh lại số các phần sau.",
  examples: {
    bad: example({ body: "I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở." }),
    good: example({
      body: "I. MỤC ĐÍCH\n\nĐể Nhân dân biết.\n\nII. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở.",
    }),
  },
  check({ document, report }) {
    for (const items of itemsOf(document)) {
      const headings = items.filter((item) => isUpper(item) && item.kind !== "article" && item.role === "heading");
      // Where no heading has anything below it, they are items of a list.
      if (headings.every((item) => !item.hasChildren)) continue;
      for (const item of headings) {
        const words = item.text.text.trim();
        if (item.hasChildren || words === "" || item.after === "table") continue;
        if (endMarkOf(words) !== "" || words.length > 120 || /\([^()]*\)$/u.test(words)) continue;
        // Behind it stands its sister: what it announces is missing.
        if (item.after !== null && item.after.kind !== item.kind) continue;
        report(item.text.span, { heading: words });
      }
    }
  },
});
