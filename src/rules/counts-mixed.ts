import { text } from "../diagnostics/diagnostic.ts";
import type { Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

const body = (count: string): string =>
  `I. NỘI DUNG\n\n1. Kiểm tra 02 lần/năm; tổ chức 03 buổi đối thoại.\n2. Họp giao ban ${count} lần/quý.`;

/** One figure before what is counted. Ranges (“2 - 3 buổi”), ordinals (“lần 2”) and names are no counts. */
const counts =
  /(?<![\p{L}\d/.,:–—-]|\d\s?[-–—]\s?|(?:từ|đến|thứ|mức độ|loại|nhóm|cấp|số|Điều|khoản|Mục)\s)(0?[1-9])( (?:lần|kỳ|số|tin|bài|mục|lớp|hội nghị|cuộc|buổi|chuyên đề|chuyên mục|phóng sự|đợt|hội thi|chương trình|bản tin|băng rôn|pa nô|mô hình|tiết|đề tài|sáng kiến|hội thảo|suất|cuộc thi)(?![\p{L}]|\s?[-–—]\s?\d))/giu;

/** VB312. Single figures of counts have a zero before them everywhere or nowhere. */
export default defineRule({
  code: "VB312",
  name: "counts-mixed",
  severity: "notice",
  message: text`“${"found"}” viết khác các số lượng khác trong văn bản: nên là “${"right"}”.`,
  why: "Số lượng nhỏ hơn 10 trong một văn bản viết thống nhất: hoặc đều có số 0 phía trước (01 lần, 02 buổi), hoặc đều không.",
  examples: { bad: example({ body: body("1") }), good: example({ body: body("01") }) },
  check({ document, report }) {
    const found: { readonly prose: Prose; readonly at: number; readonly figure: string; readonly noun: string }[] = [];
    for (const prose of proseOf(document)) {
      if (!/[1-9] \p{L}/u.test(prose.text)) continue;
      for (const match of prose.text.matchAll(counts)) {
        found.push({ prose, at: match.index, figure: match[1]!, noun: match[2]! });
      }
    }
    const padded = found.filter(({ figure }) => figure.length === 2);
    const plain = found.filter(({ figure }) => figure.length === 1);
    if (padded.length === 0 || plain.length === 0) return;
    const isPlainWrong = plain.length <= padded.length;
    for (const { prose, at, figure, noun } of isPlainWrong ? plain : padded) {
      const span = sourceSpan(prose, at, at + figure.length);
      const right = isPlainWrong ? `0${figure}` : figure.slice(1);
      report(
        span,
        { found: figure + noun, right: right + noun },
        span.end - span.start === figure.length
          ? { fix: { title: `Sửa thành “${right}${noun}”`, safe: true, edits: [{ span, text: right }] } }
          : {},
      );
    }
  },
});
