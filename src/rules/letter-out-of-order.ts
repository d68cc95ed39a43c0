import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { misplaced } from "./numbers.ts";
import { defineRule } from "./rule.ts";

/** VB502. Points follow the Vietnamese alphabet: a b c d đ e g h i k l m n o p q r s t u v x y. */
export default defineRule({
  code: "VB502",
  name: "letter-out-of-order",
  severity: "warning",
  message: text`Điểm “${"found"}” không theo thứ tự: ${"problem"}.`,
  why: "Điểm đánh theo bảng chữ cái tiếng Việt: có đ sau d, không có f, j, w, z (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Thứ tự: a b c d đ e g h i k l m n o p q r s t u v x y.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\na) Phát thanh;\nb) Niêm yết;\nc) Tập huấn;\nd) Kiểm tra;\ne) Sơ kết." }),
    good: example({ body: "I. NỘI DUNG\n\na) Phát thanh;\nb) Niêm yết;\nc) Tập huấn;\nd) Kiểm tra;\nđ) Sơ kết." }),
  },
  check({ document, report }) {
    for (const { division, before, expectedMark, edits } of misplaced(document, ["letter"])) {
      const { typed, span, values } = division.mark;
      const place = before === null ? "đứng đầu" : `đứng sau “${before.mark.typed}”`;
      const problem =
        values[0] === 0
          ? "không có trong thứ tự điểm của tiếng Việt"
          : `${place}${expectedMark === null ? "" : `; lẽ ra là “${expectedMark}”`}`;
      const fix = edits ? { title: `Đánh lại điểm từ “${expectedMark}”`, safe: false, edits } : undefined;
      report(span, { found: typed, problem }, { fix });
    }
  },
});
