import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isCapitalised, type Token, wordsOf } from "./syllables.ts";

/** VB643. A unit named by a number: “Phường 1”, “Quận 3”. */
export default defineRule({
  code: "VB643",
  name: "numbered-unit-small",
  severity: "warning",
  message: text`“${"found"}” là tên riêng có chữ số, viết hoa: “${"right"}”.`,
  why:
    "Tên đơn vị hành chính gồm danh từ chung kết hợp với chữ số thì viết hoa cả danh từ chung: Quận 1, Phường 2 " +
    "(Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III).",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Phối hợp với Công an phường 2.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Phối hợp với Công an Phường 2.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, report }) {
    for (const { prose, tokens } of wordsOf(document)) {
      for (const [at, token] of tokens.entries()) {
        if ((token.text !== "phường" && token.text !== "quận") || !isUnitAt(tokens, at)) continue;
        const number = tokens[at + 1]!;
        const span = sourceSpan(prose, token.start, number.end);
        const found = prose.text.slice(token.start, number.end);
        const right = found.charAt(0).toUpperCase() + found.slice(1);
        const fix = { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: right }] };
        report(span, { found, right }, span.end - span.start === found.length ? { fix } : {});
      }
    }
  },
});

/** Bodies and words of place that a unit follows; “mỗi phường 2 người” has none. */
const beforeUnit = new Set([
  "an",
  "dân",
  "ủy",
  "tế",
  "sự",
  "bàn",
  "tại",
  "ở",
  "niên",
  "nữ",
  "binh",
  "quốc",
  "ubnd",
  "hđnd",
]);

function isUnitAt(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at + 1];
  const after = tokens[at + 2];
  if (number === undefined || number.isTight || !/^[1-9]\d?$/u.test(number.text)) return false;
  if (!beforeUnit.has(tokens[at - 1]?.lower ?? "")) return false;
  // “phường 2 người”, “phường 1,5 ha”: a count goes on with small words or with a part of a number.
  if (after === undefined) return true;
  if (after.isWord) return isCapitalised(after.text) || after.text === "và";
  return /^[.,;:)”]$/u.test(after.text) && !(after.isTight && tokens[at + 3]?.isTight === true);
}
