import { text } from "../diagnostics/diagnostic.ts";
import { citationsOf } from "../plan/facts.ts";
import type { Plan, PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const annexes = (symbol: string): string =>
  `phụ lục: NHIỆM VỤ NĂM 2026\nkèm theo: (Kèm theo Kế hoạch số 12/${symbol} ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân xã An Bình)\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở.`;

const parts = (symbol: string) => ({
  head: "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: 12/KH-UBND\nngày: 15/01/2026",
  body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết (có Phụ lục kèm theo).",
  annexes: annexes(symbol),
});

/** VB524. “(Kèm theo …)” above an annex or an attached plan names the document that it is attached to. */
export default defineRule({
  code: "VB524",
  name: "attached-line-disagrees",
  severity: "warning",
  message: text`Dòng “Kèm theo” ghi “${"found"}”, văn bản là “${"own"}”.`,
  why: "Dòng “(Kèm theo …)” phải đúng số, ký hiệu và ngày của văn bản mà nó kèm theo (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1); dòng chép từ văn bản cũ hay còn số cũ.",
  examples: { bad: example(parts("QĐ-UBND")), good: example(parts("KH-UBND")) },
  check({ plan, document, report }) {
    const lines: { readonly line: Prose; readonly owner: PlanDocument }[] = [];
    const carrier = document.attachedTo === null ? null : plan.documents[document.attachedTo];
    if (document.attachedLine && carrier) lines.push({ line: document.attachedLine, owner: carrier });
    for (const annex of document.annexes) {
      if (annex.attachedLine) lines.push({ line: annex.attachedLine, owner: carrier ?? document });
    }
    for (const { line, owner } of lines) {
      for (const difference of differences(line, owner, plan)) {
        const { at, length, ...said } = difference;
        report(sourceSpan(line, at, at + length), said);
      }
    }
  },
});

interface Difference {
  readonly found: string;
  readonly own: string;
  readonly at: number;
  readonly length: number;
}

/** Only what both have filled in is compared. */
function differences(line: Prose, owner: PlanDocument, plan: Plan): Difference[] {
  const found: Difference[] = [];
  const number = /(?<![\p{L}\d])(\d{1,5}[a-zđ]?)?\s*\/(?:\d{4}\/)?(\p{Lu}[\p{L}]*(?:-[\p{L}.&]+)+)/u.exec(line.text);
  const own = owner.number;
  // A citation of another document may stand in the line too; the first number after “Kèm theo” is the owner’s.
  if (number && own) {
    const [, digits, letters] = number;
    const at = number.index + number[0].length - letters!.length;
    if (letters !== own.symbol && !own.symbol.includes("/"))
      found.push({ found: letters!, own: own.symbol, at, length: letters!.length });
    if (digits !== undefined && own.number !== null && Number.parseInt(digits, 10) !== own.number) {
      found.push({ found: digits, own: String(own.number), at: number.index, length: digits.length });
    }
  }
  const [cited] = citationsOf(line.text, noRegistry);
  const date = owner.date;
  if (cited?.date && date && date.year !== null) {
    const [year, month, day] = cited.date.split("-").map(Number) as [number, number, number];
    const isOther =
      year !== date.year || (date.month !== null && month !== date.month) || (date.day !== null && day !== date.day);
    const words = /ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})/iu.exec(
      line.text,
    );
    if (isOther && words) {
      const typed = plan.source.text.slice(date.span.start, date.span.end).trim();
      found.push({ found: words[0], own: typed, at: words.index, length: words[0].length });
    }
  }
  return found;
}

/** Names of laws play no part in the line. */
const noRegistry = { agencies: [], documents: [], abbreviations: [], provinces: [] };
