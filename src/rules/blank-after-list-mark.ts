import { text } from "../diagnostics/diagnostic.ts";
import { emptySpan } from "../source/source-file.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { safeFix } from "./texts.ts";
import { sourceText } from "./walk.ts";

const body = (mark: string): string =>
  `I. NỘI DUNG\n\n1. Hình thức\n\n${mark}Phát thanh mỗi tuần một lần.\n- Niêm yết tại trụ sở.`;

/** VB624. A blank stands between a mark and its words; the program prints one in any case. */
export default defineRule({
  code: "VB624",
  name: "blank-after-list-mark",
  severity: "notice",
  message: text`Thiếu dấu cách sau “${"mark"}”.`,
  why: "Giữa số thứ tự hoặc gạch đầu dòng và nội dung có một dấu cách; chương trình vẫn in có dấu cách.",
  examples: { bad: example({ body: body("-") }), good: example({ body: body("- ") }) },
  check({ plan, document, report }) {
    for (const { mark, text: prose } of document.divisions) {
      if (prose.text === "" || prose.span.start !== mark.span.end) continue;
      const typed = sourceText(plan, mark.span);
      if (!/^(?:[-+–•]|.*[.)])$/u.test(typed) || !/^[\p{L}“(]/u.test(prose.text)) continue;
      const edit = { span: emptySpan(mark.span.end), text: " " };
      report(mark.span, { mark: typed }, { fix: safeFix("Thêm dấu cách", [edit]) });
    }
  },
});
