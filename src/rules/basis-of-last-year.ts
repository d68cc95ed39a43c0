import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { citedIn, foldedWords, isGround } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const opening = (date: string, year: string): string =>
  `Thực hiện Kế hoạch số 36/KH-UBND ngày ${date} của Ủy ban nhân dân tỉnh tuyên truyền cải cách hành chính năm ${year}, Ủy ban nhân dân xã ban hành Kế hoạch như sau:`;

/** VB119. A plan of one year rests on the superior's plan of that year, not of the year before. */
export default defineRule({
  code: "VB119",
  name: "basis-of-last-year",
  severity: "notice",
  message: text`Kế hoạch năm ${"own"} căn cứ vào kế hoạch cùng nội dung của năm ${"found"}.`,
  why: "Kế hoạch hằng năm thực hiện kế hoạch năm đó của cấp trên; để lại năm trước thường là do chép từ kế hoạch cũ.",
  hint: "Tìm kế hoạch của cấp trên cho năm này; nếu chưa có thì nêu văn bản khác làm căn cứ.",
  examples: {
    bad: example({ opening: opening("26/01/2025", "2025") }),
    good: example({ opening: opening("05/01/2026", "2026") }),
  },
  check({ document, registries, report }) {
    const { period } = document;
    if (period === null || period.from !== period.to || document.kind !== "plan") return;
    const own = new Set(subject(document.title.text));
    if (own.size < 4) return;
    for (const one of citedIn(document, registries)) {
      if (!isGround(one) || !one.isMain || !/^(?:Kế hoạch|Quyết định)$/u.test(one.found.type ?? "")) continue;
      const end = one.prose.text.slice(one.found.at.end).search(/;|,\s*(?:[ỦU][ỷy] ban|UBND|Sở |Phòng |Trường )/u);
      const after = one.prose.text.slice(one.found.at.end, end < 0 ? undefined : one.found.at.end + end);
      const years = [...after.matchAll(/(?<!\p{L})năm\s+((?:19|20)\d\d)(?!\s*[-–/\d])/giu)];
      if (years.length !== 1 || Number(years[0]![1]) !== period.from - 1) continue;
      if (/(?:kết quả|tổng kết|giai đoạn|(?<!\p{L})đến năm)/iu.test(after)) continue;
      const theirs = new Set(subject(after));
      const shared = [...own].filter((word) => theirs.has(word)).length;
      if (shared < own.size * 0.7) continue;
      const year = years[0]!;
      const at = one.found.at.end + year.index + year[0].length - 4;
      report(sourceSpan(one.prose, at, at + 4), { own: period.from, found: year[1]! });
    }
  },
});

const small = new Set(
  "ke hoach nam cua ve viec cac tren dia ban tinh huyen xa phuong thanh pho va trong thuc hien".split(" "),
);

/** The words that tell what a plan is about. */
const subject = (title: string): readonly string[] =>
  foldedWords(title).filter((word) => !small.has(word) && !/^\d+$/.test(word));
