import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { misplaced } from "./numbers.ts";
import { defineRule } from "./rule.ts";

/** VB501. Numbers of sister divisions follow each other: no gap, no repeat. */
export default defineRule({
  code: "VB501",
  name: "number-out-of-order",
  severity: "warning",
  message: text`Số “${"found"}” ${"problem"}.`,
  why: "Phần, mục, khoản đánh số liên tục; thiếu hoặc trùng số thì nơi khác viện dẫn nhầm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Sửa số, hoặc dùng “plan fmt --renumber” để đánh lại cả các chỗ viện dẫn.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n3. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, report }) {
    const kinds = [
      "named-part",
      "chapter",
      "section",
      "subsection",
      "article",
      "part",
      "roman",
      "arabic",
      "decimal",
    ] as const;
    for (const { division, before, expectedMark, edits } of misplaced(document, kinds)) {
      const { typed, span } = division.mark;
      const right = expectedMark ?? "…";
      const repeats = before !== null && before.mark.values.join() === division.mark.values.join();
      const problem = repeats
        ? "ghi hai lần liền nhau"
        : before === null
          ? `đứng đầu; lẽ ra là “${right}”`
          : `đứng sau “${before.mark.typed}”; lẽ ra là “${right}”`;
      report(
        span,
        { found: typed, problem },
        {
          related: repeats ? [{ span: before.mark.span, message: "lần thứ nhất ở đây" }] : undefined,
          fix: edits ? { title: `Đánh lại số từ “${right}”`, safe: false, edits } : undefined,
        },
      );
    }
  },
});
