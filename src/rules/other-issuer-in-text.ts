import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { fold } from "../plan/words.ts";
import { example } from "./example.ts";
import { itemsOf } from "./items.ts";
import { defineRule } from "./rule.ts";

/** “UBND xã An Hòa ban hành Kế hoạch … như sau”, “Kế hoạch … của UBND xã An Hòa” that the closing calls this document. */
const issuing =
  /(?:^|[.;:,]\s+)((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND) (?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*))(?= (?:ban hành|xây dựng|đề ra|triển khai) )/u;
const closing =
  /^Trên đây là (?:Kế hoạch|Chương trình)(?:(?! (?:theo|kèm|căn cứ|thực hiện) ).)*? của ((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND) (?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*))(?=[\s.,;/])/u;

/** VB527. The body that the opening and the closing name as the issuer is the one of the letterhead. */
export default defineRule({
  code: "VB527",
  name: "other-issuer-in-text",
  severity: "warning",
  message: text`Lời văn nói “${"found"}” ban hành, cơ quan ban hành là “${"own"}”.`,
  why: "Tên cơ quan ban hành phải thống nhất từ đầu đến cuối văn bản; tên khác thường là chép từ văn bản của nơi khác.",
  examples: {
    bad: example({ opening: "Ủy ban nhân dân xã An Hòa ban hành Kế hoạch như sau:" }),
    good: example({ opening: "Ủy ban nhân dân xã An Bình ban hành Kế hoạch như sau:" }),
  },
  check({ document, report }) {
    const own = document.issuers[0];
    if (document.issuers.length !== 1 || own === undefined || own.kind !== "committee") return;
    const name = fold(own.full);
    const last = itemsOf(document)[0]!.slice(-2);
    const read = [
      ...document.opening.map((one) => ({ prose: one.text, pattern: issuing })),
      ...last.map((one) => ({ prose: one.text, pattern: closing })),
    ];
    for (const { prose, pattern } of read) {
      if (pattern === issuing && !/như sau\s*:?\s*$/u.test(prose.text)) continue;
      const found = pattern.exec(prose.text);
      if (
        !found ||
        name.endsWith(fold(found[2]!)) ||
        fold(found[2]!).startsWith(name.split(/ (?:tinh|huyen|xa) /).at(-1)!)
      )
        continue;
      const start = found.index + found[0].indexOf(found[1]!);
      report(sourceSpan(prose, start, start + found[1]!.length), { found: found[1]!, own: own.full });
    }
  },
});
