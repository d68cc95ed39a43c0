import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { rarelyWithout, shortTitle } from "./tasks.ts";

const rows = (last: string): string =>
  `I. NỘI DUNG\n\ncột: TT | NHIỆM VỤ | SẢN PHẨM | THỜI GIAN\n\n${["Phát thanh", "In tờ gấp", "Mở lớp tập huấn", "Tổ chức hội thi"].map((name) => `nhiệm vụ: ${name}\n  sản phẩm: Báo cáo\n  thời gian: Quý II`).join("\n\n")}\n\nnhiệm vụ: Tổ chức đối thoại\n  sản phẩm:${last}\n  thời gian: Quý III`;

/** VB403. A task says what comes out of it, where nearly all others do. */
export default defineRule({
  code: "VB403",
  name: "task-without-product",
  severity: "notice",
  message: text`Nhiệm vụ “${"task"}” chưa có sản phẩm, hầu hết nhiệm vụ khác đã có.`,
  why: "Không ghi sản phẩm thì khó kiểm tra nhiệm vụ đã xong hay chưa.",
  examples: { bad: example({ body: rows("") }), good: example({ body: rows(" Báo cáo") }) },
  check({ document, report }) {
    for (const task of rarelyWithout(document, (part) => part.products.length > 0)) {
      report(task.titleSpan, { task: shortTitle(task) });
    }
  },
});
