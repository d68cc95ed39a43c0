import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

/** VB505. “Mục IV Kế hoạch này” names a part that exists. */
export default defineRule({
  code: "VB505",
  name: "reference-to-nothing",
  severity: "warning",
  message: text`“${"reference"}” không chỉ vào phần nào có trong văn bản.`,
  why: "Người đọc tìm không thấy chỗ được viện dẫn; thường là do đã thêm, bớt hoặc đánh lại số các mục.",
  hint: "Sửa số của phần được viện dẫn, hoặc thêm phần đó.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết theo Mục III Kế hoạch này." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết theo Mục I Kế hoạch này." }),
  },
  check({ document, report }) {
    for (const reference of document.references) {
      if (reference.target === null) report(reference.span, { reference: reference.text });
    }
  },
});
