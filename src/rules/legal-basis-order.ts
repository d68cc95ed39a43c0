import { text } from "../diagnostics/diagnostic.ts";
import { type Cited, citedIn } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isPartyDocument } from "./walk.ts";

const law = "Căn cứ Luật Thực hiện dân chủ ở cơ sở";
const decree =
  "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở";
const opening = (first: string, second: string): string =>
  `${first};\n${second}.\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:`;

/** VB114. Bases stand in the order of their rank; the proposal comes last. Only what is surely out of order is told. */
export default defineRule({
  code: "VB114",
  name: "legal-basis-order",
  severity: "notice",
  message: text`${"what"} nên đứng ${"where"}.`,
  why: "Căn cứ ban hành xếp theo thứ bậc hiệu lực của văn bản: luật, nghị định, thông tư, rồi đến văn bản của địa phương; cuối cùng là đề nghị của cơ quan trình (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2).",
  examples: { bad: example({ opening: opening(decree, law) }), good: example({ opening: opening(law, decree) }) },
  check({ document, registries, report }) {
    if (isPartyDocument(document)) return;
    const mains = new Map<unknown, Cited>();
    for (const one of citedIn(document, registries)) {
      if (one.place === "basis" && one.isMain && !mains.has(one.prose)) mains.set(one.prose, one);
    }
    let highest = 0;
    let above: Cited | null = null;
    for (const [index, basis] of document.legalBases.entries()) {
      const words = basis.text.text.trim();
      const isLast = index === document.legalBases.length - 1;
      if (!isLast && /^(?:theo|xét)\s+đề nghị(?!\p{L})/iu.test(words)) {
        const next = document.legalBases[index + 1]!.text.text.trim();
        if (/^căn cứ(?!\p{L})/iu.test(next))
          report(basis.span, { what: "Đề nghị của cơ quan trình", where: "sau các căn cứ khác" });
        continue;
      }
      const one = mains.get(basis.text);
      const rank = one === undefined || !/^căn cứ(?!\p{L})/iu.test(words) ? null : rankOf(one);
      if (one === undefined || rank === null) continue;
      if (rank < highest && above !== null) {
        report(
          one.citation.span,
          { what: shown(one), where: `trước ${shown(above).toLowerCase()}` },
          { related: [{ span: above.citation.span, message: "đứng trước" }] },
        );
      } else {
        highest = rank;
        above = one;
      }
    }
  },
});

const shown = ({ found }: Cited): string => found.type ?? found.number ?? "";

/** Rank of a normative document; null where custom alone orders (resolutions, programmes, papers of the Party). */
function rankOf({ found }: Cited): number | null {
  if (/^(?:Luật|Bộ luật)$/u.test(found.type ?? "")) return 1;
  const number = (found.number ?? "").replace(/\s/g, "");
  if (/\/(?:19|20)\d\d\/NĐ-CP$/u.test(number)) return 2;
  if (/\/(?:19|20)\d\d\/TT-B\p{Lu}+$/u.test(number)) return 3;
  if (/-(?:UBND|HĐND)$/u.test(number)) return 4;
  return null;
}
