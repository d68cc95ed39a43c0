import { text } from "../diagnostics/diagnostic.ts";
import { datedCitation, isCitedByName, nameOf } from "../plan/citation-text.ts";
import { citedDate } from "../plan/words.ts";
import type { LegalDocument } from "../registry/registry.ts";
import { documentById, isSure, replacementsOf } from "../registry/search.ts";
import { citedIn, isGround } from "./cited.ts";
import { daysAfter, daysOf } from "./dates.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const basis = (law: string): string => `Căn cứ ${law}.\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:`;

/** VB104. A document that is cited is in force on the day of the plan. */
export default defineRule({
  code: "VB104",
  name: "expired-citation",
  severity: "warning",
  message: text`${"document"} hết hiệu lực từ ngày ${"day"}${"replaced"}.`,
  why: "Căn cứ ban hành phải là văn bản đang có hiệu lực; viện dẫn văn bản đã bị thay thế thì nội dung thực hiện cũng cũ theo.",
  hint: "Viện dẫn văn bản thay thế; nếu chỉ nhắc lại việc đã qua thì ghi chú “# bỏ qua VB104: lý do” ở dòng trên.",
  examples: {
    bad: example({ opening: basis("Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015") }),
    good: example({ opening: basis("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025") }),
  },
  check({ document, registries, report }) {
    const days = daysOf(document);
    if (days === null) return;
    for (const one of citedIn(document, registries)) {
      const { citation } = one;
      const cited = citation.resolved === null ? null : documentById(registries, citation.resolved);
      if (cited === null || cited.inForceTo === null) continue;
      if (days.first <= cited.inForceTo) continue;
      const replacements = replacementsOf(registries, cited, days.first);
      const replaced = replacements.length === 0 ? "" : `; thay bằng ${replacements.map(shown).join(", ")}`;
      report(
        citation.numberSpan ?? citation.span,
        { document: shown(cited), day: citedDate(daysAfter(cited.inForceTo, 1)), replaced },
        // Elsewhere a plan may speak of what was, and a document amended by another is named in the other's title.
        { severity: isGround(one) && one.isMain && isSure(cited.relationsConfidence) ? "warning" : "notice" },
      );
    }
  },
});

const shown = (document: LegalDocument): string =>
  isCitedByName(document) ? `${nameOf(document)} số ${document.number}` : datedCitation(document);
