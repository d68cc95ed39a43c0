import { text } from "../diagnostics/diagnostic.ts";
import { type Cited, citedIn, isSameDocument } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const opening = (second: string): string =>
  `Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;\nCăn cứ ${second}.\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:`;

/** VB115. Each basis is named once. */
export default defineRule({
  code: "VB115",
  name: "duplicate-legal-basis",
  severity: "warning",
  message: text`Căn cứ “${"document"}” đã có ở trên.`,
  why: "Mỗi văn bản làm căn cứ được nêu một lần (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6); nêu hai lần thường là do chép từ kế hoạch khác.",
  hint: "Xóa một trong hai căn cứ.",
  examples: {
    bad: example({ opening: opening("Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022") }),
    good: example({ opening: opening("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025") }),
  },
  check({ document, registries, report }) {
    const earlier: Cited[] = [];
    for (const one of citedIn(document, registries)) {
      if (one.place !== "basis" || !one.isMain) continue;
      const first = earlier.find((other) => other.prose !== one.prose && isTheSame(one, other));
      if (first) {
        report(
          one.citation.span,
          {
            document:
              one.found.number === null ? one.found.name! : `${one.found.type ?? ""} ${one.found.number}`.trim(),
          },
          { related: [{ span: first.citation.span, message: "đã nêu ở đây" }] },
        );
      } else earlier.push(one);
    }
  },
});

function isTheSame(a: Cited, b: Cited): boolean {
  if (a.citation.resolved !== null) return a.citation.resolved === b.citation.resolved;
  return (
    isSameDocument(a, b) &&
    a.citation.date !== null &&
    a.citation.date === b.citation.date &&
    a.body !== null &&
    b.body !== null
  );
}
