import { text } from "../diagnostics/diagnostic.ts";
import { citedIn, spanIn } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isPartyDocument } from "./walk.ts";

const body = (comma: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Nghị quyết số 76/NQ-CP${comma} ngày 15/7/2021 của Chính phủ.\n2. Niêm yết tại trụ sở.`;

/** VB112. No comma between the number and the date of a cited document; documents of the Party do write one. */
export default defineRule({
  code: "VB112",
  name: "citation-comma",
  severity: "notice",
  message: text`Thừa dấu phẩy giữa “${"number"}” và ngày của văn bản.`,
  why: "Văn bản hành chính viện dẫn liền một mạch: “Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ”; dấu phẩy ở đó là cách ghi của văn bản Đảng.",
  examples: { bad: example({ body: body(",") }), good: example({ body: body("") }) },
  check({ document, registries, report }) {
    if (isPartyDocument(document)) return;
    for (const one of citedIn(document, registries)) {
      const { found, prose } = one;
      if (found.numberAt === null || found.dateAt === null) continue;
      const between = prose.text.slice(found.numberAt.end, found.dateAt.start);
      const comma = /^\s*,/u.exec(between);
      if (comma === null) continue;
      const span = spanIn(one, { start: found.numberAt.end, end: found.numberAt.end + comma[0].length });
      report(
        span,
        { number: found.number! },
        { fix: { title: "Bỏ dấu phẩy", safe: true, edits: [{ span, text: "" }] } },
      );
    }
  },
});
