import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument, Recipient } from "../plan/plan.ts";
import { example } from "./example.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { endMarks, isPartyDocument } from "./walk.ts";

/** VB504. Recipients: one a line ending with “;”, the last one “Lưu: VT…” ending with “.”. */
export default defineRule({
  code: "VB504",
  name: "recipients-form",
  severity: "warning",
  message: text`Nơi nhận chưa đúng thể thức: ${"problem"}.`,
  why: "Mỗi nơi nhận một dòng, cuối dòng có dấu chấm phẩy; dòng cuối là “Lưu: VT, …” và có dấu chấm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9).",
  examples: {
    bad: example({ recipients: "- Các thôn\n- Lưu: VT." }),
    good: example({ recipients: "- Các thôn;\n- Lưu: VT." }),
  },
  check(context) {
    if (isPartyDocument(context.document)) return;
    checkList(context, context.document.recipients);
    for (const annex of context.document.annexes) checkList(context, annex.recipients);
  },
});

function checkList({ plan, report }: RuleContext<"problem">, recipients: PlanDocument["recipients"]): void {
  const last = recipients.at(-1);
  if (last === undefined) return;
  // “Gửi bản giấy:”, “Lưu hồ sơ:” head the lines below them.
  const archives = recipients.filter(({ archive, text: prose }) => archive && !/:\s*$/.test(prose.text));
  if (archives.length === 0) report(last.text.span, { problem: "thiếu dòng cuối “Lưu: VT, …”" });
  for (const recipient of archives) {
    if (recipient !== last) report(recipient.text.span, { problem: "dòng “Lưu” phải đứng cuối" });
    else if (!/^\s*lưu\s*:\s*(?:VT|văn thư)(?!\p{L})/iu.test(recipient.text.text)) {
      report(recipient.text.span, { problem: "dòng “Lưu” bắt đầu bằng “Lưu: VT”" });
    }
  }
  for (const recipient of recipients) {
    const wanted = recipient === last ? "." : ";";
    const { marks, span } = endMarks(plan, recipient.text);
    if (marks === wanted || isRemark(recipient, marks) || (marks === ":" && recipient !== last)) continue;
    report(
      marks === "" ? lastWord(recipient, span.end) : span,
      {
        problem:
          recipient === last
            ? "dòng cuối thiếu dấu chấm"
            : marks === ""
              ? "cuối dòng thiếu dấu chấm phẩy"
              : `cuối dòng là “${marks}”, không phải dấu chấm phẩy`,
      },
      {
        // “Lưu: VT, TCD. QMT”: behind the point stands the drafter, where many write none.
        ...(recipient === last && /\.\s*\p{Lu}[\p{L}]{0,5}$/u.test(recipient.text.text.trimEnd())
          ? { severity: "notice" as const }
          : {}),
        fix: { title: `Kết thúc dòng bằng “${wanted}”`, safe: true, edits: [{ span, text: wanted }] },
      },
    );
  }
}

/** “Như trên;” and lines of an abbreviation such as “v.v.;” keep their own points. */
const isRemark = (recipient: Recipient, marks: string): boolean =>
  /v\.v[.;]*$/u.test(recipient.text.text.trimEnd()) && marks.endsWith(";");

const lastWord = (recipient: Recipient, end: number) => {
  const word = /\S+\s*$/u.exec(recipient.text.text)?.[0].trim() ?? "";
  return { start: Math.max(recipient.text.span.start, end - word.length), end };
};
