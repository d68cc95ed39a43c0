import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { rarelyWithout, shortTitle } from "./tasks.ts";

const rows = (last: string): string =>
  `I. NỘI DUNG\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ | PHỐI HỢP | THỜI GIAN\n\n${["Phát thanh", "In tờ gấp", "Mở lớp tập huấn", "Tổ chức hội thi"].map((name) => `nhiệm vụ: ${name}\n  chủ trì: Phòng Kinh tế\n  phối hợp: Các thôn\n  thời gian: Quý II`).join("\n\n")}\n\nnhiệm vụ: Tổ chức đối thoại\n  chủ trì: Phòng Kinh tế\n  phối hợp:${last}\n  thời gian: Quý III`;

/** VB404. A task names its partners, where nearly all others do. */
export default defineRule({
  code: "VB404",
  name: "task-without-partner",
  severity: "notice",
  message: text`Nhiệm vụ “${"task"}” chưa có cơ quan phối hợp, hầu hết nhiệm vụ khác đã có.`,
  why: "Ô để trống khiến người đọc không rõ là không cần phối hợp hay chưa điền.",
  hint: "Điền cơ quan phối hợp; nếu không cần thì để nguyên.",
  examples: { bad: example({ body: rows("") }), good: example({ body: rows(" Các thôn") }) },
  check({ document, report }) {
    for (const task of rarelyWithout(document, (part) => part.partners.length > 0)) {
      report(task.titleSpan, { task: shortTitle(task) });
    }
  },
});
