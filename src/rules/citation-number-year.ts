import { text } from "../diagnostics/diagnostic.ts";
import { citedDate } from "../plan/words.ts";
import { contradicted } from "./citation-date.ts";
import { meantByYear } from "./citation-year.ts";
import { citedIn, spanIn } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (number: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Thông tư số ${number} ngày 12/5/2024 của Bộ Nội vụ về tuyên truyền.\n2. Niêm yết tại trụ sở.`;

/** VB124. A number that carries a year carries the year of its date. */
export default defineRule({
  code: "VB124",
  name: "citation-number-year",
  severity: "warning",
  message: text`Số “${"number"}” là của năm ${"year"} mà ngày ghi ${"date"}.`,
  why: "Năm trong số của văn bản quy phạm pháp luật là năm ban hành (Nghị định 78/2025/NĐ-CP về số, ký hiệu văn bản quy phạm pháp luật); trái với ngày thì một trong hai bị gõ nhầm.",
  hint: "Đối chiếu với bản gốc.",
  examples: { bad: example({ body: body("18/2023/TT-BNV") }), good: example({ body: body("18/2024/TT-BNV") }) },
  check({ document, registries, report }) {
    for (const one of citedIn(document, registries)) {
      const { citation, found } = one;
      const year = /\/\s?((?:19|20)\d\d)\s?\//.exec(citation.number ?? "")?.[1];
      if (year === undefined || citation.date === null || found.dateAt === null) continue;
      // Where the registry knows the document, its rules say which of the two is wrong.
      if (citation.date.startsWith(year) || citation.resolved !== null) continue;
      if (contradicted(citation, registries) !== null || meantByYear(document, citation, registries) !== null) continue;
      const span = spanIn(one, { start: found.numberAt!.start, end: found.dateAt.end });
      report(span, { number: citation.number!, year, date: citedDate(citation.date) });
    }
  },
});
