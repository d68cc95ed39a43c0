import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { type CaseFinding, caseFindings } from "./letter-case.ts";
import { defineRule } from "./rule.ts";

/** VB641. The name of a body that starts small: “phòng Nội vụ”. Told once for each name. */
export default defineRule({
  code: "VB641",
  name: "body-name-small",
  severity: "notice",
  message: text`“${"found"}” (${"count"} chỗ) nên viết hoa chữ đầu: “${"right"}”.`,
  why:
    "Chữ đầu của tên cơ quan, tổ chức viết hoa, và viết thống nhất trong cả văn bản " +
    "(Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV).",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Báo cáo sở Nội vụ trước ngày 20/12.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Báo cáo Sở Nội vụ trước ngày 20/12.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, registries, report }) {
    const names = new Map<string, CaseFinding[]>();
    for (const finding of caseFindings(document, registries)) {
      if (finding.kind !== "body" || !finding.isHeadOnly) continue;
      // “Chi cục Thống kê” is a name of its own.
      if (/(?<!\p{L})(?:chi|tổng|liên|phân)\s$/iu.test(finding.prose.text.slice(0, finding.start))) continue;
      const same = names.get(finding.right);
      if (same) same.push(finding);
      else names.set(finding.right, [finding]);
    }
    for (const findings of names.values()) {
      const places = findings.map((one) => ({ one, span: sourceSpan(one.prose, one.start, one.end) }));
      const edits = places
        .filter(({ one, span }) => span.end - span.start === one.end - one.start)
        .map(({ one, span }) => ({ span, text: one.right }));
      const [first] = places;
      report(
        first!.span,
        { found: first!.one.written, right: first!.one.right, count: places.length },
        edits.length === places.length ? { fix: { title: `Sửa thành “${first!.one.right}”`, safe: true, edits } } : {},
      );
    }
  },
});
