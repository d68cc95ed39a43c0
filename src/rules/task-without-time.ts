import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { shortTitle, taskGroups } from "./tasks.ts";

const tasks = (second: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh chuyên mục\n- Thời gian thực hiện: Hàng tháng.\n- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.\n\n2. Tuyên truyền lưu động${second}\n- Cơ quan chủ trì: Phòng Kinh tế.`;

/** VB402. Every task says when, where other tasks do. */
export default defineRule({
  code: "VB402",
  name: "task-without-time",
  severity: "warning",
  message: text`Nhiệm vụ “${"task"}” chưa có thời gian thực hiện.`,
  why: "Không ghi thời gian thì không biết khi nào phải xong và khi nào kiểm tra.",
  examples: {
    bad: example({ body: tasks("") }),
    good: example({ body: tasks("\n- Thời gian thực hiện: Quý II năm 2026.") }),
  },
  check({ document, report }) {
    for (const group of taskGroups(document)) {
      const timed = (task: (typeof group)[number]): boolean =>
        task.times.length > 0 || task.rows.some((row) => row.times.length > 0);
      if (!group.some(timed)) continue;
      for (const task of group)
        if (!timed(task) && task.title !== "") report(task.titleSpan, { task: shortTitle(task) });
    }
  },
});
