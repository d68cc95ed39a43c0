import { text } from "../diagnostics/diagnostic.ts";
import { citedDate } from "../plan/words.ts";
import { contradicted } from "./citation-date.ts";
import { citedIn, spanIn } from "./cited.ts";
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
  check({ document, registries, report }) {
    const days = daysOf(document);
    if (days === null) return;
    for (const one of citedIn(document, registries)) {
      const { citation, found } = one;
      const { date } = citation;
      if (date === null || date <= days.last) continue;
      // A date that the registry contradicts is told by the rule on dates.
      if (citation.number !== null && citation.resolved === null && contradicted(citation, registries) !== null)
        continue;
      report(found.dateAt === null ? citation.span : spanIn(one, found.dateAt), { found: citedDate(date) });
    }
  },
});
