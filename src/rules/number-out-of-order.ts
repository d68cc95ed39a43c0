import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument } from "../plan/plan.ts";
import { example } from "./example.ts";
import { misplaced } from "./numbers.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { scopesOf, sourceText, tablesIn } from "./walk.ts";

/** VB501. Numbers of sister divisions follow each other: no gap, no repeat. */
export default defineRule({
  code: "VB501",
  name: "number-out-of-order",
  severity: "warning",
  message: text`Số “${"found"}” không liên tục: ${"problem"}.`,
  why: "Phần, mục, khoản đánh số liên tục; thiếu hoặc trùng số thì nơi khác viện dẫn nhầm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Đánh lại số thì sửa cả những chỗ viện dẫn đến các mục ấy.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n3. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở." }),
  },
  check(context) {
    const { document, report } = context;
    const kinds = [
      "named-part",
      "chapter",
      "section",
      "subsection",
      "article",
      "part",
      "roman",
      "arabic",
      "decimal",
      "numeral",
    ] as const;
    for (const { division, before, expectedMark, edits } of misplaced(document, kinds)) {
      const { typed, span } = division.mark;
      const right = expectedMark ?? "…";
      const repeats = before !== null && before.mark.values.join() === division.mark.values.join();
      const problem = repeats
        ? "ghi hai lần liền nhau"
        : before === null
          ? `đứng đầu; lẽ ra là “${right}”`
          : `đứng sau “${before.mark.typed}”; lẽ ra là “${right}”`;
      report(
        span,
        { found: typed, problem },
        {
          related: repeats ? [{ span: before.mark.span, message: "lần thứ nhất ở đây" }] : undefined,
          fix: edits ? { title: `Đánh lại số từ “${right}”`, safe: false, edits } : undefined,
        },
      );
    }
    for (const scope of scopesOf(document)) checkTables(context, scope);
  },
});

/** Numbers typed for the tasks of a table (`nhiệm vụ 3.:`) follow each other too; after a group row they may start again. */
function checkTables({ plan, report }: RuleContext<"found" | "problem">, scope: PlanDocument["content"]): void {
  // The number above: 0 before the first.
  let last = { value: 0, typed: "" };
  for (const table of tablesIn(scope)) {
    const ordinal = table.columns.findIndex((column) => column.role === "ordinal");
    if (ordinal < 0) continue;
    let mayRestart = true;
    for (const row of table.rows) {
      if (row.kind === "group") mayRestart = true;
      if (row.kind !== "row" || row.first !== true) continue;
      const prose = row.cells[ordinal]?.paragraphs[0]?.text;
      const figures = /\d+/.exec(prose?.text ?? "");
      if (prose === undefined || figures === null) continue;
      const value = Number(figures[0]);
      const isTyped = sourceText(plan, prose.span) === prose.text;
      const follows = value === last.value + 1 || (mayRestart && value === 1);
      if (isTyped && !follows) {
        const right = mayRestart ? 1 : last.value + 1;
        const place = last.typed === "" ? "đứng đầu" : `đứng sau “${last.typed}”`;
        const problem = `${place}; lẽ ra là “${right}”`;
        report(prose.span, { found: prose.text, problem });
      }
      last = { value, typed: prose.text };
      mayRestart = false;
    }
  }
}
