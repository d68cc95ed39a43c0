import { text } from "../diagnostics/diagnostic.ts";
import type { Content, Plan, PlanDocument, Prose } from "../plan/plan.ts";
import { spanOf } from "../plan/where.ts";
import { example } from "./example.ts";
import { typedSignature } from "./pasted.ts";
import { defineRule } from "./rule.ts";
import { endMarks, isPartyDocument } from "./walk.ts";

/** VB503. The text of a document ends with “./.”. */
export default defineRule({
  code: "VB503",
  name: "end-mark-missing",
  severity: "warning",
  message: text`Lời văn kết thúc bằng “${"found"}”; lẽ ra là “./.”.`,
  why: "Dấu “./.” cho biết nội dung văn bản hết ở đây (các mẫu của Nghị định 30/2020/NĐ-CP, Phụ lục III).",
  examples: {
    bad: example({ closing: "Trên đây là Kế hoạch tuyên truyền cải cách hành chính năm 2026." }),
    good: example({ closing: "Trên đây là Kế hoạch tuyên truyền cải cách hành chính năm 2026./." }),
  },
  check({ plan, document, report }) {
    if (isPartyDocument(document)) return;
    const prose = lastWords(plan, document);
    if (prose === null || /\.\/\.$/u.test(prose.text.trimEnd())) return;
    const { marks, span } = endMarks(plan, prose);
    const lastWord = /\S+\s*$/u.exec(prose.text)?.[0].trim() ?? "";
    report(
      // With no mark at all, the last word shows the place.
      marks === "" ? { start: Math.max(prose.span.start, span.end - lastWord.length), end: span.end } : span,
      { found: marks === "" ? lastWord : marks },
      { fix: { title: "Kết thúc bằng “./.”", safe: true, edits: [{ span, text: "./." }] } },
    );
  },
});

/**
 * The last words of the body, before a signature that was typed as text. Null when it ends with a table: a plan that is
 * nothing but its table has no such place.
 */
function lastWords(plan: Plan, document: PlanDocument): Prose | null {
  const end = typedSignature(plan, document)?.start ?? Number.POSITIVE_INFINITY;
  return lastOf(document.content.length > 0 ? document.content : document.opening, end);
}

function lastOf(content: readonly Content[], end: number): Prose | null {
  const last = content.findLast((item) => spanOf(item).start < end);
  if (last === undefined || last.kind === "task-table" || last.kind === "grid") return null;
  if (last.kind === "paragraph") return last.text.text.trim() === "" ? null : last.text;
  const { division } = last;
  return division.children.some((child) => spanOf(child).start < end) ? lastOf(division.children, end) : division.text;
}
