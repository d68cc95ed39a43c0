import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { figure, numberOf, scaleOf, written } from "./figures.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

const body = (result: string): string =>
  `I. NỘI DUNG\n\n1. Hỗ trợ báo cáo viên: 02 buổi x 500.000 đồng/buổi = ${result} đồng.\n2. Niêm yết tại trụ sở.`;

/** A number and the words that say of what: “50.000 đồng/người/ngày”. */
const term = `(?:${figure})(?![\\d.,]*\\d)(?:\\s?%)?[^\\d=+×*;:()\\n]{0,40}?`;
const sums = new RegExp(
  `(?<![\\p{L}\\d.,/(-])(${term}(?:(?:\\s?[x×*]\\s?|\\s?\\+\\s?)${term})+)\\s?=\\s?((?:${figure})(?![.,]?\\d))([^\\d;:.,()\\n]{0,30})`,
  "giu",
);
const joint = /\s?(?:(?<![\p{L}])[x×*](?![\p{L}])|\+)\s?/giu;

/** The value of one term with its unit's scale; null where it is not one plain number. */
function termValue(typed: string): number | null {
  const match = new RegExp(`^\\s*(${figure})\\s?(%)?([^\\d]*)$`, "u").exec(typed);
  if (match === null) return null;
  const value = numberOf(match[1]!);
  if (value === null) return null;
  return match[2] ? value / 100 : value * scaleOf(match[3]!);
}

/** VB306. “02 buổi x 500.000 đồng = …”: a calculation comes out as written. */
export default defineRule({
  code: "VB306",
  name: "arithmetic-disagrees",
  severity: "warning",
  message: text`Tính ra ${"expected"}, không phải ${"found"}.`,
  why: "Phép tính sai thì dự toán hoặc chỉ tiêu giao sai, và không rõ số nào là số đúng.",
  hint: "Tính lại rồi sửa kết quả hoặc thừa số.",
  examples: { bad: example({ body: body("1.500.000") }), good: example({ body: body("1.000.000") }) },
  check({ document, report }) {
    for (const prose of proseOf(document)) {
      if (!prose.text.includes("=")) continue;
      for (const match of prose.text.matchAll(sums)) {
        const [whole, left, result, unit] = match as unknown as readonly [string, string, string, string];
        const signs = [...left.matchAll(joint)].map((sign) => (sign[0].includes("+") ? "+" : "x"));
        const values = left.split(joint).map(termValue);
        if (signs.length === 0 || values.length !== signs.length + 1 || values.some((value) => value === null))
          continue;
        const found = numberOf(result);
        if (found === null) continue;
        // Products before sums.
        const summands = [values[0]!];
        for (const [index, value] of values.slice(1).entries()) {
          if (signs[index] === "+") summands.push(value!);
          else summands.push(summands.pop()! * value!);
        }
        const total = summands.reduce((sum, value) => sum + value, 0);
        const scale = scaleOf(unit);
        // A rounded result has fewer decimals than the factors; half of its last figure is no mistake.
        const decimals = /,(\d+)$/.exec(result)?.[1]?.length ?? 0;
        const step = 10 ** -decimals * scale;
        const isRounded = decimals > 0 || values.some((value) => !Number.isInteger(value));
        if (Math.abs(total - found * scale) <= (isRounded ? step / 2 : 0) + 1e-6 * Math.abs(total)) continue;
        // “tiền công 2 x 3 = 6 triệu”: the unit may be understood; then any scale that fits is meant.
        if (
          [1, 1e3, 1e6, 1e9].some((by) => Math.abs(total - found * by) < 1e-6 || Math.abs(total * by - found) < 1e-6)
        ) {
          continue;
        }
        const at = match.index + whole.lastIndexOf(result);
        const shown = written(total / scale);
        report(sourceSpan(prose, at, at + result.length), { expected: shown, found: result });
      }
    }
  },
});
