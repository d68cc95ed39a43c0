import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const task = (partner: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh chuyên mục\n- Thời gian thực hiện: Hàng tháng.\n- Cơ quan chủ trì: Phòng Kinh tế.\n- Cơ quan phối hợp: ${partner}.`;

/** VB413. A body leads a task or takes part in it, not both. */
export default defineRule({
  code: "VB413",
  name: "lead-is-partner",
  severity: "notice",
  message: text`“${"agency"}” vừa chủ trì vừa phối hợp trong một nhiệm vụ.`,
  why: "Một cơ quan chỉ có một vai trong một nhiệm vụ; ghi cả hai vai thường là chép nhầm ô.",
  examples: { bad: example({ body: task("Các thôn; Phòng Kinh tế") }), good: example({ body: task("Các thôn") }) },
  check({ document, report }) {
    const reported = new Set<number>();
    for (const { lead, partners } of document.tasks.flatMap((one) => one.rows)) {
      for (const partner of partners) {
        const leader = lead.find(({ id }) => id !== null && id === partner.id);
        // A cell merged over several rows is one cell.
        if (leader === undefined || reported.has(partner.span.start)) continue;
        reported.add(partner.span.start);
        report(partner.span, { agency: partner.text }, { related: [{ span: leader.span, message: "chủ trì" }] });
      }
    }
  },
});
