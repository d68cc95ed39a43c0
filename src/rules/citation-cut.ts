import { text } from "../diagnostics/diagnostic.ts";
import { fold } from "../plan/words.ts";
import { documentsByNumber } from "../registry/search.ts";
import { citedIn, foldedWords, spanIn } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (mark: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành${mark} Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030.\n2. Niêm yết tại trụ sở.`;

/** VB122. A mark between the link (“về việc”, “ban hành”) and the title cuts a document from what it is about. */
export default defineRule({
  code: "VB122",
  name: "citation-cut",
  severity: "warning",
  message: text`Dấu “${"mark"}” tách “${"link"}” khỏi trích yếu của văn bản.`,
  why: "Sau “về việc”, “ban hành”, “phê duyệt” là trích yếu, viết liền; dấu chấm phẩy ở đó biến trích yếu thành một mục khác.",
  examples: { bad: example({ body: body(";") }), good: example({ body: body("") }) },
  check({ document, registries, report }) {
    for (const one of citedIn(document, registries)) {
      const { found, prose } = one;
      if (found.number === null) continue;
      const after = prose.text.slice(found.at.end, found.at.end + 160);
      const cut = /^\s*(về việc|về|ban hành|phê duyệt|quy định)\s*([;:,])\s+(?=\S)/iu.exec(after);
      if (cut === null) continue;
      const [whole, link, mark] = cut as unknown as [string, string, string];
      const isLinkOnly = /^về/iu.test(link);
      if (!isLinkOnly && !startsTitle(found.number, after.slice(whole.length))) continue;
      if (isLinkOnly && mark === ":") continue;
      const at = found.at.end + whole.trimEnd().length - 1;
      const span = spanIn(one, { start: at, end: at + 1 });
      report(
        span,
        { mark, link: link.toLowerCase() },
        { fix: { title: `Bỏ dấu “${mark}”`, safe: false, edits: [{ span, text: "" }] } },
      );
    }

    /** The words behind the mark are in the title of a known document of that number. */
    function startsTitle(number: string, words: string): boolean {
      const first = foldedWords(words).slice(0, 6);
      if (first.length < 6) return false;
      return documentsByNumber(registries, number).some((known) =>
        foldedWords(fold(known.title)).join(" ").includes(first.join(" ")),
      );
    }
  },
});
