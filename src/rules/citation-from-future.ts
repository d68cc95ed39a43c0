import { text } from "../diagnostics/diagnostic.ts";
import { citedDate } from "../plan/words.ts";
import { daysOf } from "./dates.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (date: string): string =>
  `I. NỘI DUNG\n\n1. Thực hiện Kế hoạch số 36/KH-UBND ngày ${date} của Ủy ban nhân dân tỉnh.\n2. Niêm yết tại trụ sở.`;

/** VB105. No document is cited that is younger than the plan. */
export default defineRule({
  code: "VB105",
  name: "citation-from-future",
  severity: "warning",
  message: text`Văn bản được viện dẫn ghi ngày ${"found"}, sau ngày của văn bản này.`,
  why: "Không thể viện dẫn một văn bản chưa ban hành; ngày của một trong hai văn bản bị gõ nhầm.",
  examples: { bad: example({ body: body("26/01/2027") }), good: example({ body: body("26/01/2026") }) },
  check({ document, report }) {
    const days = daysOf(document);
    if (days === null) return;
    for (const { date, span } of document.citations) {
      if (date !== null && date > days.last) report(span, { found: citedDate(date) });
    }
  },
});
