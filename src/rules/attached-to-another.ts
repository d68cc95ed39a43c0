import { text } from "../diagnostics/diagnostic.ts";
import { citationsOf } from "../plan/facts.ts";
import { writtenNumber } from "../plan/number-date.ts";
import type { PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { citedDate } from "../plan/words.ts";
import { numberKey } from "../registry/search.ts";
import { daysOf } from "./dates.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const annexes = (number: string): string =>
  `phụ lục: NHIỆM VỤ\nkèm theo: (Kèm theo Kế hoạch số ${number} của Ủy ban nhân dân xã An Bình)\n\nPhát thanh mỗi tuần một lần./.`;
const head = "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: 12/KH-UBND\nngày: 05/01/2026";
const body = "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Thực hiện các việc trong Phụ lục kèm theo.";

/** VB121. The line “(Kèm theo …)” bears the number and date of the document that it goes with. */
export default defineRule({
  code: "VB121",
  name: "attached-to-another",
  severity: "warning",
  message: text`Dòng “Kèm theo” ghi ${"found"}, văn bản ở trên ghi ${"right"}.`,
  why: "Dòng chỉ dẫn kèm theo ghi số, ký hiệu, thời gian ban hành của chính văn bản mà nó đi kèm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1).",
  examples: {
    bad: example({ head, body, annexes: annexes("21/KH-UBND ngày 05/01/2026") }),
    good: example({ head, body, annexes: annexes("12/KH-UBND ngày 05/01/2026") }),
  },
  check({ plan, document, registries, report }) {
    const parent = document.attachedTo === null ? undefined : plan.documents[document.attachedTo];
    if (parent !== undefined && document.attachedLine) compare(document.attachedLine, parent);
    for (const annex of document.annexes) if (annex.attachedLine) compare(annex.attachedLine, parent ?? document);

    function compare(line: Prose, owner: PlanDocument): void {
      const found = citationsOf(line.text, registries)[0];
      if (found === undefined || found.number === null || found.numberAt === null) return;
      const { number } = owner;
      if (number !== null && number.number !== null) {
        const right = writtenNumber(number);
        if (numberKey(right) !== numberKey(found.number)) {
          const span = sourceSpan(line, found.numberAt.start, found.numberAt.end);
          const fix = { title: `Sửa thành ${right}`, safe: false, edits: [{ span, text: right }] };
          report(span, { found: `số ${found.number}`, right: `số ${right}` }, { fix });
          return;
        }
      }
      const days = daysOf(owner);
      if (found.date === null || found.dateAt === null || days === null || days.first !== days.last) return;
      if (found.date === days.first) return;
      const span = sourceSpan(line, found.dateAt.start, found.dateAt.end);
      report(span, { found: `ngày ${citedDate(found.date)}`, right: `ngày ${citedDate(days.first)}` });
    }
  },
});
