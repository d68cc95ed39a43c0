import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { caseFindings } from "./letter-case.ts";
import { defineRule } from "./rule.ts";

/** VB647. Capitals of holidays, places and other names that the decree settles by example. */
export default defineRule({
  code: "VB647",
  name: "settled-name-case",
  severity: "warning",
  message: text`Viết hoa: “${"found"}” viết đúng là “${"right"}”.`,
  why: "Tên ngày lễ, ngày kỷ niệm, địa danh viết hoa theo Phụ lục II Nghị định 30/2020/NĐ-CP: tết Nguyên đán, ngày Quốc khánh.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Phát thanh trước tết Nguyên Đán.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Phát thanh trước tết Nguyên đán.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, registries, report }) {
    for (const finding of caseFindings(document, registries)) {
      if (finding.kind !== "other") continue;
      const { prose, start, end, written, right, severity } = finding;
      const span = sourceSpan(prose, start, end);
      const fix = { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: right }] };
      const isTyped = span.end - span.start === end - start;
      report(span, { found: written, right }, isTyped ? { severity, fix } : { severity });
    }
  },
});
