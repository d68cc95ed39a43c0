import { text } from "../diagnostics/diagnostic.ts";
import { toRoman } from "../plan/numbering.ts";
import type { Annex, Plan } from "../plan/plan.ts";
import type { Span } from "../source/source-file.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isPartyDocument } from "./walk.ts";

const annex = (head: string): string => `${head}: NHIỆM VỤ NĂM 2026\n\nPhát thanh mỗi tuần một lần./.`;
const body = "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Nhiệm vụ trọng tâm (có các Phụ lục kèm theo).";

/** VB509. Two or more annexes bear Roman numbers from I; a single one bears none. */
export default defineRule({
  code: "VB509",
  name: "annex-number",
  severity: "warning",
  message: text`Số của phụ lục chưa đúng: ${"problem"}.`,
  why: "Từ hai phụ lục trở lên thì đánh số thứ tự bằng chữ số La Mã (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1).",
  examples: {
    bad: example({ body, annexes: `${annex("phụ lục 1")}\n\n${annex("phụ lục 2")}` }).replace("phụ lục 1", "phụ lục I"),
    good: example({ body, annexes: `${annex("phụ lục I")}\n\n${annex("phụ lục II")}` }),
  },
  check({ plan, document, report }) {
    if (isPartyDocument(document)) return;
    const { annexes } = document;
    for (const [index, one] of annexes.entries()) {
      const wanted = annexes.length === 1 ? null : toRoman(index + 1);
      if (one.number === wanted) continue;
      const head = headOf(plan, one);
      const fix = {
        title: wanted === null ? "Bỏ số của phụ lục" : `Đánh số “Phụ lục ${wanted}”`,
        safe: false,
        edits: [
          {
            span: head,
            text: `${plan.source.text.slice(head.start, head.start + 7)}${wanted === null ? "" : ` ${wanted}`}`,
          },
        ],
      };
      const problem =
        wanted === null
          ? `chỉ có một phụ lục thì không đánh số “${one.number}”`
          : one.number === null
            ? `có ${annexes.length} phụ lục mà phụ lục này chưa có số “${wanted}”`
            : `“${one.number}” lẽ ra là “${wanted}”`;
      report(head, { problem }, { fix });
    }
  },
});

/** “phụ lục 2”, up to the colon. */
function headOf(plan: Plan, one: Annex): Span {
  const { start, end } = one.span;
  const colon = plan.source.text.indexOf(":", start);
  return { start, end: colon < 0 || colon > end ? start + 7 : colon };
}
