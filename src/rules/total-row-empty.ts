import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { wordTables } from "./rows.ts";
import { defineRule } from "./rule.ts";

const table = (total: string): string =>
  `I. NỘI DUNG\n\ncột: TT | NHIỆM VỤ | KINH PHÍ (triệu đồng)\n\nnhiệm vụ: In tờ gấp\n  kinh phí: 10\n\nnhiệm vụ: Mở lớp tập huấn\n  kinh phí: 15\n\n${total}`;

/** VB407. A total row holds a total. */
export default defineRule({
  code: "VB407",
  name: "total-row-empty",
  severity: "notice",
  message: text`Hàng “${"total"}” không có số nào.`,
  why: "Hàng tổng để trống là phần còn sót của mẫu bảng, hoặc số tổng chưa điền.",
  hint: "Điền số tổng hoặc bỏ hàng.",
  examples: {
    bad: example({ body: table("tổng: Tổng cộng") }),
    good: example({ body: table("tổng: Tổng cộng\n  kinh phí: 25") }),
  },
  check({ document, report }) {
    for (const { rows } of wordTables(document)) {
      if (rows.length < 2) continue;
      for (const row of rows) {
        if (row.kind !== "total") continue;
        const filled = row.cells.filter((cell) => cell !== null && cell.text !== "");
        const [label] = filled;
        // “Tổng cộng: 25 triệu đồng” has its number in its words.
        if (filled.length !== 1 || /\d/.test(label!.text)) continue;
        report(label!.span, { total: label!.text.replace(/[\s:.]+$/u, "") });
      }
    }
  },
});
