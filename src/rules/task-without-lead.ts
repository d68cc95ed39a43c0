import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isPause, shortTitle, taskGroups } from "./tasks.ts";

const tasks = (second: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh chuyên mục\n- Thời gian thực hiện: Hàng tháng.\n- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.\n\n2. Tuyên truyền lưu động\n- Thời gian thực hiện: Quý II năm 2026.${second}`;

/** VB401. Every task names who leads it, where other tasks do. */
export default defineRule({
  code: "VB401",
  name: "task-without-lead",
  severity: "warning",
  message: text`Nhiệm vụ “${"task"}” chưa có cơ quan chủ trì.`,
  why: "Không ghi cơ quan chủ trì thì không ai chịu trách nhiệm thực hiện và báo cáo.",
  examples: {
    bad: example({ body: tasks("") }),
    good: example({ body: tasks("\n- Cơ quan chủ trì: Phòng Kinh tế.") }),
  },
  check({ document, report }) {
    for (const group of taskGroups(document)) {
      const named = (task: (typeof group)[number]): boolean =>
        task.rows.some((row) => row.lead.length > 0) || task.lead.length > 0;
      if (!group.some(named)) continue;
      for (const task of group)
        if (!named(task) && task.title !== "" && !isPause(task)) report(task.titleSpan, { task: shortTitle(task) });
    }
  },
});
