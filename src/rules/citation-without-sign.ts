import { text } from "../diagnostics/diagnostic.ts";
import { isCapitals } from "../plan/words.ts";
import { citedIn, spanIn } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (number: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Nghị quyết ${number} ngày 15/7/2021 của Chính phủ.\n2. Niêm yết tại trụ sở.`;

/** VB111. “Nghị quyết 76/NQ-CP”: the word “số” stands before the number of a document. Cells of tables are short. */
export default defineRule({
  code: "VB111",
  name: "citation-without-sign",
  severity: "notice",
  message: text`Thiếu chữ “số” trước “${"number"}”.`,
  why: "Văn bản được viện dẫn ghi tên loại, số, ký hiệu (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6): “Nghị quyết số 76/NQ-CP”.",
  examples: { bad: example({ body: body("76/NQ-CP") }), good: example({ body: body("số 76/NQ-CP") }) },
  check({ document, registries, report }) {
    for (const one of citedIn(document, registries)) {
      const { found, place, citation } = one;
      if (found.type === null || found.name !== null || found.numberAt === null || place === "cell") continue;
      const between = found.text.slice(0, found.numberAt.start - found.at.start);
      if (between.replace(/\s+/g, " ").trim().toLowerCase() !== found.type.toLowerCase()) continue;
      const span = spanIn(one, { start: found.at.start, end: found.numberAt.end });
      const at = citation.numberSpan!.start;
      report(
        span,
        { number: found.number! },
        {
          fix: {
            title: "Thêm chữ “số”",
            safe: true,
            edits: [{ span: { start: at, end: at }, text: isCapitals(between) ? "SỐ " : "số " }],
          },
        },
      );
    }
  },
});
