import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";
import { datesIn } from "./written-dates.ts";

const body = (deadline: string): string =>
  `I. NỘI DUNG\n\n1. Báo cáo kết quả về Ủy ban nhân dân xã ${deadline}.\n2. Niêm yết tại trụ sở.`;

const opens = /(?<!\p{L})(?:trước|sau|kể từ|chậm nhất(?: là)?|muộn nhất(?: là)?)\s+$/iu;

/** VB311. A deadline says “ngày” before its date. */
export default defineRule({
  code: "VB311",
  name: "day-word-missing",
  severity: "notice",
  message: text`“${"found"}” thiếu chữ “ngày”: “${"right"}”.`,
  why: "Văn bản hành chính viết đủ “trước ngày …”; viết tắt kiểu ghi chép dễ bị coi là cẩu thả.",
  examples: {
    bad: example({ body: body("trước 15/12/2026") }),
    good: example({ body: body("trước ngày 15/12/2026") }),
  },
  check({ document, report }) {
    for (const prose of proseOf(document)) {
      for (const { start, end, isLong } of datesIn(prose)) {
        const before = isLong ? null : opens.exec(prose.text.slice(Math.max(0, start - 20), start));
        if (before === null) continue;
        const date = prose.text.slice(start, end);
        const word = before[0].trimEnd();
        const span = sourceSpan(prose, start, end);
        const at = { start: span.start, end: span.start };
        report(
          sourceSpan(prose, start - before[0].length, end),
          { found: `${word} ${date}`, right: `${word} ngày ${date}` },
          { fix: { title: "Thêm chữ “ngày”", safe: true, edits: [{ span: at, text: "ngày " }] } },
        );
      }
    }
  },
});
