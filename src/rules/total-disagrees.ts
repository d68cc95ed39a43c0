import { text } from "../diagnostics/diagnostic.ts";
import { checkTotal } from "../time/occurrences.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { periodOfYears, yearsOf } from "./walk.ts";

const task = (time: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh chuyên mục\n- Thời gian thực hiện: ${time}.\n- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.`;

/** VB301. “48 số (04 số/tháng)”: the total is what the breakdown makes over the plan's period. */
export default defineRule({
  code: "VB301",
  name: "total-disagrees",
  severity: "warning",
  message: text`Tổng số ${"found"} không khớp: ${"breakdown"} trong ${"period"} là ${"expected"}.`,
  why: "Hai con số trái nhau thì không biết giao và nghiệm thu theo số nào.",
  hint: "Sửa tổng số hoặc số lần trong mỗi kỳ; nếu chỉ làm trong một phần của năm thì ghi rõ.",
  examples: {
    bad: example({ body: task("40 số (04 số/tháng)") }),
    good: example({ body: task("48 số (04 số/tháng)") }),
  },
  check({ document, report }) {
    const years = yearsOf(document);
    if (years === null) return;
    for (const { time, span } of document.times) {
      if (time.kind !== "total") continue;
      const result = checkTotal(time, periodOfYears(years));
      if (result === null || result.agrees) continue;
      const { min, max } = result.expected;
      report(span, {
        found: result.found,
        breakdown: `“${/\(([^()]*)\)/u.exec(time.words)?.[1] ?? time.words}”`,
        period: years.from === years.to ? `năm ${years.from}` : `giai đoạn ${years.from} - ${years.to}`,
        expected: max === null ? `ít nhất ${min}` : min === max ? min : `${min} đến ${max}`,
      });
    }
  },
});
