import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

const body = (cadence: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh chuyên mục “Cải cách hành chính” (01 mục/${cadence}).\n2. Niêm yết tại trụ sở.`;

/** A figure of a rate that runs into the unit behind it. */
const glued = /(?<=\/)(\d{1,3})(tháng|tuần|quý|năm|ngày|phút|lần|buổi|kỳ)(?!\p{L})/giu;

/** VB314. “01 mục/1tháng”: a figure runs into its unit. */
export default defineRule({
  code: "VB314",
  name: "cadence-run-together",
  severity: "notice",
  message: text`“${"found"}” viết liền: “${"right"}”.`,
  why: "Số và đơn vị thời gian viết cách nhau; “mỗi tháng” trong tần suất viết “/tháng”, không cần số 1.",
  examples: { bad: example({ body: body("1tháng") }), good: example({ body: body("tháng") }) },
  check({ document, report }) {
    for (const prose of proseOf(document)) {
      if (!/\d\p{L}/u.test(prose.text)) continue;
      for (const match of prose.text.matchAll(glued)) {
        const [found, figure, unit] = match as unknown as readonly [string, string, string];
        // “/1tháng” is each month: the figure says nothing.
        const isEach = Number(figure) === 1 && unit !== "lần";
        const right = isEach ? unit : `${figure} ${unit}`;
        const span = sourceSpan(prose, match.index, match.index + found.length);
        report(
          span,
          { found, right },
          span.end - span.start === found.length
            ? { fix: { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: right }] } }
            : {},
        );
      }
    }
  },
});
