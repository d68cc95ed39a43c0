import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { scopesOf, tablesIn } from "./walk.ts";

const table = (task: string): string =>
  `I. NỘI DUNG\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN\n\nnhiệm vụ: In tờ gấp\n  chủ trì: Phòng Kinh tế\n  thời gian: Quý II\n\nnhiệm vụ:${task}\n  chủ trì: Phòng Kinh tế\n  thời gian: Quý III`;

/** VB409. A row that says who and when says what. */
export default defineRule({
  code: "VB409",
  name: "row-without-task",
  severity: "warning",
  message: text`Hàng có ${"what"} nhưng chưa ghi nhiệm vụ.`,
  why: "Không ghi nhiệm vụ thì cơ quan được giao không biết phải làm gì.",
  examples: { bad: example({ body: table("") }), good: example({ body: table(" Mở lớp tập huấn") }) },
  check({ document, report }) {
    const isAsked = (role: string): boolean => ["lead", "time", "end", "products"].includes(role);
    const names: Readonly<Record<string, string>> = {
      lead: "cơ quan chủ trì",
      time: "thời gian",
      end: "thời gian",
      products: "sản phẩm",
    };
    for (const table of scopesOf(document).flatMap((content) => [...tablesIn(content)])) {
      const task = table.columns.findIndex(({ role }) => role === "task");
      if (task < 0) continue;
      const others = table.columns.findIndex(({ role }) => role === "content" || role === "other");
      for (const row of table.rows) {
        if (row.kind !== "row" || !row.first) continue;
        const isFilled = (index: number): boolean =>
          row.cells[index]?.paragraphs.some((paragraph) => paragraph.text.text.trim() !== "") ?? false;
        if (isFilled(task) || (others >= 0 && isFilled(others))) continue;
        const filled = table.columns.findIndex(({ role }, index) => isAsked(role) && isFilled(index));
        if (filled >= 0) report(row.cells[filled]!.span, { what: names[table.columns[filled]!.role]! });
      }
    }
  },
});
