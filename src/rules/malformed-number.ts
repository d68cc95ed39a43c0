import { text } from "../diagnostics/diagnostic.ts";
import { fold } from "../plan/words.ts";
import type { Registries } from "../registry/registry.ts";
import { nearestNumber } from "../registry/search.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { cleanNumber, matchesClass, repairedNumber } from "./symbols.ts";
import { sourceText } from "./walk.ts";

const body = (number: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Nghị quyết số ${number} ngày 28/9/2021 của Ban Thường vụ Tỉnh ủy.\n2. Niêm yết tại trụ sở.`;

/** VB101. A cited số, ký hiệu is built as those of its issuer are. */
export default defineRule({
  code: "VB101",
  name: "malformed-number",
  severity: "warning",
  message: text`Số, ký hiệu “${"number"}” không đúng cấu tạo.${"suggestion"}`,
  why: "Văn bản nhà nước ghi số/loại-cơ quan (749/QĐ-TTg), văn bản của Đảng ghi số-loại/cơ quan (05-NQ/TU), không có dấu cách; ghi sai thì tra cứu không ra.",
  examples: { bad: example({ body: body("05/NQ-TU") }), good: example({ body: body("05-NQ/TU") }) },
  check({ plan, document, registries, report }) {
    for (const { number, numberSpan, text: words } of document.citations) {
      if (number === null || numberSpan === null) continue;
      // A title typed in capitals has lost its small letters.
      const inCapitals = words === words.toUpperCase();
      let right = withKnownSymbol(repairedNumber(number), registries);
      if (inCapitals && right.toUpperCase() === number.toUpperCase()) right = number;
      if (right === number && matchesClass(number)) continue;
      if (!matchesClass(right)) {
        const near = nearestNumber(registries, number);
        if (inCapitals && near === null) continue;
        if (near !== null) right = near;
      }
      const hasFix = right !== number && matchesClass(right) && sourceText(plan, numberSpan) === number;
      const edits = [{ span: numberSpan, text: right }];
      // Blanks and look-alike letters are slips of the keyboard; another order of signs may be another document.
      const safe = right === cleanNumber(number);
      report(
        numberSpan,
        { number, suggestion: right === number ? "" : ` Có phải “${right}”?` },
        hasFix ? { fix: { title: `Sửa thành “${right}”`, safe, edits } } : {},
      );
    }
  },
});

/** `15/2026/TT-BGDDT`: the mark of a ministry with its signs. */
function withKnownSymbol(number: string, registries: Registries): string {
  const symbol = /-(B\p{Lu}+)$/u.exec(number)?.[1];
  if (symbol === undefined || !/D/u.test(symbol)) return number;
  const known = registries.agencies.filter(
    (agency) => agency.level === "central" && agency.symbol !== null && fold(agency.symbol) === fold(symbol),
  );
  const right = known.length === 1 ? known[0]!.symbol! : symbol;
  return number.slice(0, number.length - symbol.length) + right;
}
