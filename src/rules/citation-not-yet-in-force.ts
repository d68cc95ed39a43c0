import { text } from "../diagnostics/diagnostic.ts";
import { nameOf } from "../plan/citation-text.ts";
import { citedDate } from "../plan/words.ts";
import { documentById, isSure } from "../registry/search.ts";
import { citedIn, isGround, sharesWords } from "./cited.ts";
import { daysOf } from "./dates.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const head = (date: string): string => `cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\nngày: ${date}`;
const opening =
  "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022.\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:";
const title = "Tuyên truyền cải cách hành chính năm 2023";

/** VB107. A basis is in force on the day of the plan, unless the plan is to put it into force. */
export default defineRule({
  code: "VB107",
  name: "citation-not-yet-in-force",
  severity: "notice",
  message: text`Văn bản này có hiệu lực từ ngày ${"day"}, sau ngày của kế hoạch.`,
  why: "Căn cứ ban hành là văn bản đang có hiệu lực; văn bản đã thông qua nhưng chưa có hiệu lực chỉ là căn cứ của kế hoạch chuẩn bị thi hành chính văn bản đó.",
  hint: "Viện dẫn văn bản đang có hiệu lực, hoặc nêu rõ kế hoạch chuẩn bị cho việc thi hành.",
  examples: {
    bad: example({ title, opening, head: head("10/01/2023"), closing: `Trên đây là Kế hoạch ${lower(title)}./.` }),
    good: example({ title, opening, head: head("10/7/2023"), closing: `Trên đây là Kế hoạch ${lower(title)}./.` }),
  },
  check({ document, registries, report }) {
    const days = daysOf(document);
    if (days === null) return;
    for (const one of citedIn(document, registries)) {
      const { citation } = one;
      if (citation.resolved === null || !isGround(one) || !one.isMain) continue;
      const cited = documentById(registries, citation.resolved);
      if (cited === null || cited.inForceFrom === null || !isSure(cited.inForceConfidence)) continue;
      if (cited.inForceFrom <= days.last || (cited.issued ?? "") > days.last) continue;
      // A plan to put the document into force names it, or its matter, in its title.
      if (sharesWords(nameOf(cited), document.title.text, 4)) continue;
      if (
        /(?:triển khai|thi hành|thực hiện)\s+(?:thi hành\s+)?(?:Bộ luật|Luật|Nghị|Quyết|Thông)/iu.test(
          document.title.text,
        )
      )
        continue;
      report(citation.numberSpan ?? citation.span, { day: citedDate(cited.inForceFrom) });
    }
  },
});

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
