import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { caseFindings } from "./letter-case.ts";
import { defineRule } from "./rule.ts";

/** VB640. Capitals inside the name of a body: those words that name its kind, function and field, and no others. */
export default defineRule({
  code: "VB640",
  name: "body-name-case",
  severity: "warning",
  message: text`Viết hoa tên cơ quan, tổ chức: “${"found"}” viết đúng là “${"right"}”.`,
  why:
    "Tên cơ quan, tổ chức viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng và lĩnh vực hoạt động " +
    "(Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV).",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Hội đồng Nhân dân xã giám sát hằng quý.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Hội đồng nhân dân xã giám sát hằng quý.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, registries, report }) {
    for (const finding of caseFindings(document, registries)) {
      if (finding.kind !== "body" || finding.isHeadOnly) continue;
      const { prose, start, end, written, right, severity } = finding;
      const span = sourceSpan(prose, start, end);
      const fix = { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: right }] };
      const isTyped = span.end - span.start === end - start;
      report(span, { found: written, right }, isTyped ? { severity, fix } : { severity });
    }
  },
});
