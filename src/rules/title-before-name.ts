import { text } from "../diagnostics/diagnostic.ts";
import { fold } from "../plan/words.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { placeOf } from "./walk.ts";

const titles =
  /^((?:(?:GS|PGS|TSKH|TS|ThS|Ths|BSCKII|BSCKI|BSCK|BS|DS|CN|KS|KTS|LS|NGND|NGƯT|TTND|TTƯT|NSND|NSƯT|Giáo sư|Phó Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Kỹ sư|Cử nhân|Luật sư|Nhà giáo (?:nhân dân|ưu tú)|Thầy thuốc (?:nhân dân|ưu tú)|Ông|Bà|Đồng chí|Đ\/c)(?:\s*[.,:;-]\s*|\s+)){1,4})(?=\p{Lu})/u;

/** Bodies that may set exceptions: armed forces, education, health, science. */
const exempt =
  /(?:^| )(?:truong|hoc vien|dai hoc|benh vien|tram y te|vien|quan su|quoc phong|cong an|y te|khoa hoc|giao duc)(?: |$)/;

/** VB507. No academic title, rank of honour or form of address before the signer's name. */
export default defineRule({
  code: "VB507",
  name: "title-before-name",
  severity: "warning",
  message: text`Trước họ tên người ký không ghi “${"title"}”.`,
  why: "Trước họ tên người ký không ghi học hàm, học vị và các danh hiệu danh dự khác (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7).",
  examples: {
    bad: example({ signature: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nThS. Nguyễn Văn A" }),
    good: example({ signature: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A" }),
  },
  check({ plan, document, report }) {
    if (document.issuers.some((issuer) => issuer.kind === "school" || exempt.test(fold(issuer.full)))) return;
    const signatures = [...document.signatures, ...document.annexes.flatMap((annex) => annex.signatures)];
    for (const { name, span } of signatures) {
      const match = name === null ? null : titles.exec(name);
      if (!match || name === null) continue;
      const place = placeOf(plan, name, span);
      const at = place === null ? null : { start: place.start, end: place.start + match[1]!.length };
      const fix = at ? { title: "Bỏ danh xưng trước họ tên", safe: false, edits: [{ span: at, text: "" }] } : undefined;
      const shown = at ? { start: at.start, end: at.start + match[1]!.trimEnd().length } : span;
      report(shown, { title: match[1]!.trim() }, { fix });
    }
  },
});
