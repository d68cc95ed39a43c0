import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

interface MarkAt {
  readonly prose: Prose;
  readonly at: number;
}

/** VB602. Quotation marks and brackets come in pairs. */
export default defineRule({
  code: "VB602",
  name: "pair-not-closed",
  severity: "warning",
  message: text`Dấu ngoặc ${"kind"} ${"found"} ở đây không có dấu ${"missing"}.`,
  why: "Thiếu một dấu ngoặc thì không biết tên văn bản, lời trích hay phần chú thích kết thúc ở đâu.",
  hint: "Thêm dấu còn thiếu, hoặc bỏ dấu thừa.",
  examples: {
    bad: example({
      body: "I. NỘI DUNG\n\n1. Phát động phong trào “Xã sạch, thôn xanh trong toàn xã.\n2. Niêm yết tại trụ sở.",
    }),
    good: example({
      body: "I. NỘI DUNG\n\n1. Phát động phong trào “Xã sạch, thôn xanh” trong toàn xã.\n2. Niêm yết tại trụ sở.",
    }),
  },
  check({ document, report }) {
    const said = ({ prose, at }: MarkAt, kind: string, found: string, missing: string): void =>
      report(sourceSpan(prose, at, at + 1), { kind, found, missing });
    for (const mark of openQuotes(document)) said(mark, "kép", "mở", "đóng");
    for (const mark of openBrackets(document)) said(mark, "đơn", "mở", "đóng");
  },
});

/** Quotation marks that open and are not closed in their paragraph, nor by the next mark of a later one: a quotation may
 * run over several paragraphs. */
function openQuotes(document: PlanDocument): readonly MarkAt[] {
  const left: MarkAt[] = [];
  let open: MarkAt | null = null;
  for (const prose of proseOf(document)) {
    const inside: MarkAt[] = [];
    for (const found of prose.text.matchAll(/[“”]/gu)) {
      if (found[0] === "“") {
        if (open !== null) {
          left.push(open);
          open = null;
        }
        inside.push({ prose, at: found.index });
      } else if (inside.length > 0) inside.pop();
      else open = null;
    }
    // Of several in one paragraph the outermost may be closed later; the others are not.
    for (const mark of inside.slice(1)) left.push(mark);
    open = inside[0] ?? open;
  }
  if (open !== null) left.push(open);
  return left;
}

/** Round brackets that open and are not closed in their paragraph. Closing ones alone may be marks: “a)”. */
function* openBrackets(document: PlanDocument): Generator<MarkAt> {
  for (const prose of proseOf(document)) {
    const inside: number[] = [];
    for (const found of prose.text.matchAll(/[()]/gu)) {
      if (found[0] === "(") inside.push(found.index);
      else inside.pop();
    }
    for (const at of inside) yield { prose, at };
  }
}
