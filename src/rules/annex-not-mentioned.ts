import { text } from "../diagnostics/diagnostic.ts";
import type { Annex, CrossReference } from "../plan/plan.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const annex = `phụ lục: NHIỆM VỤ NĂM 2026
cột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN

nhiệm vụ: Phát thanh trên hệ thống truyền thanh
  chủ trì: Phòng Văn hóa - Xã hội
  thời gian: 01 lần/quý`;

/** VB506. The text refers to each annex. */
export default defineRule({
  code: "VB506",
  name: "annex-not-mentioned",
  severity: "warning",
  message: text`Lời văn không nhắc đến ${"annex"}.`,
  why: "Văn bản có phụ lục thì trong văn bản phải có chỉ dẫn về phụ lục đó (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1).",
  hint: "Thêm ở chỗ liên quan, ví dụ: (Có Phụ lục kèm theo).",
  examples: {
    bad: example({ annexes: annex }),
    good: example({
      body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Nhiệm vụ trọng tâm (có Phụ lục kèm theo).",
      annexes: annex,
    }),
  },
  check({ plan, document, report }) {
    const here = plan.documents.indexOf(document);
    const pointing = plan.documents.flatMap((other, index) =>
      other.references.filter((reference) => (reference.document ?? index) === here),
    );
    for (const one of document.annexes) {
      const isOutside = ({ span }: CrossReference): boolean => span.start < one.span.start || span.end > one.span.end;
      if (pointing.some((reference) => isOutside(reference) && namesAnnex(reference, one))) continue;
      report(one.title.span, { annex: one.number === null ? "Phụ lục" : `Phụ lục ${one.number}` });
    }
  },
});

/** By number or any part of it; “các Phụ lục kèm theo” without a number names them all. */
const namesAnnex = (reference: CrossReference, one: Annex): boolean =>
  reference.path.length === 0
    ? reference.target !== null
    : reference.target === one.id || (reference.target?.startsWith(`${one.id}.`) ?? false);
