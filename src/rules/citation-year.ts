import { text } from "../diagnostics/diagnostic.ts";
import type { Citation, PlanDocument } from "../plan/plan.ts";
import { citedDate, fold } from "../plan/words.ts";
import type { LegalDocument, Registries } from "../registry/registry.ts";
import { documentsByNumber, isSure } from "../registry/search.ts";
import { sharesWords } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf } from "./walk.ts";

const body = (number: string): string =>
  `I. NỘI DUNG\n\n1. Nhận hồ sơ, trả kết quả giải quyết thủ tục hành chính qua dịch vụ bưu chính công ích theo Quyết định số ${number} ngày 19/10/2016 của Thủ tướng Chính phủ.\n2. Niêm yết tại trụ sở.`;

/** VB106. The year in the number of a cited document: a document of that number is unknown or about something else, and one
 * that differs by its year alone has the title that the sentence speaks of, or the date that it gives. */
export default defineRule({
  code: "VB106",
  name: "citation-year",
  severity: "warning",
  message: text`${"problem"}; văn bản có cùng nội dung là ${"other"} ngày ${"date"}.`,
  why: "Số của văn bản quy phạm pháp luật có năm ban hành; ghi sai hay thiếu năm thì thành một văn bản khác (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Đối chiếu với bản gốc.",
  examples: { bad: example({ body: body("45/2015/QĐ-TTg") }), good: example({ body: body("45/2016/QĐ-TTg") }) },
  check({ document, registries, report }) {
    for (const citation of document.citations) {
      const { number, numberSpan } = citation;
      const meant = meantByYear(document, citation, registries);
      if (number === null || meant === null) continue;
      const { number: other, issued } = meant;
      const fix = numberSpan
        ? { title: `Sửa thành ${other}`, safe: false, edits: [{ span: numberSpan, text: other }] }
        : undefined;
      const isKnown = documentsByNumber(registries, number).length > 0;
      const problem = !isKnown ? `Danh mục không có “${number}”` : `“${number}” là văn bản khác`;
      report(numberSpan ?? citation.span, { problem, other, date: citedDate(issued ?? "") }, fix ? { fix } : {});
    }
  },
});

/** The document whose number is the cited one but for its year, where the date or the sentence says that it is meant. */
export function meantByYear(document: PlanDocument, citation: Citation, registries: Registries): LegalDocument | null {
  const { number } = citation;
  if (number === null || (citation.resolved !== null && citation.date !== null)) return null;
  const known = documentsByNumber(registries, number);
  if (citation.date !== null && known.some((one) => one.issued === citation.date)) return null;
  const near = differingByYear(number, registries);
  if (near.length === 0) return null;
  const sentence = paragraphOf(document, citation);
  // Where the number is that of a known document, a day that is not its own must be the other's.
  const isOther = (one: LegalDocument): boolean =>
    known.length > 0 && citation.date !== null ? one.issued === citation.date : isMeant(one, citation, sentence);
  const meant = near.filter(isOther);
  return meant.length === 1 && !known.some((one) => isMeant(one, citation, sentence)) ? meant[0]! : null;
}

/** A number without its year, and the year: `45/2016/QĐ-TTg` is [`45/qd-ttg`, `2016`]; null for numbers of another build. */
function parted(number: string): readonly [string, string] | null {
  const parts = /^0*(\d+[a-zđ]?)\s*\/\s*(?:((?:19|20)\d\d)\s*\/\s*)?(\p{L}[\p{L}\d-]*)$/u.exec(number);
  return parts ? [`${parts[1]}/${fold(parts[3]!)}`, parts[2] ?? ""] : null;
}

const withYears = new WeakMap<Registries, ReadonlyMap<string, readonly LegalDocument[]>>();

/** The surely known documents whose number is the written one but for the year, which may be missing there. */
function differingByYear(written: string, registries: Registries): readonly LegalDocument[] {
  let known = withYears.get(registries);
  if (known === undefined) {
    const groups = new Map<string, LegalDocument[]>();
    for (const document of registries.documents) {
      const parts = isSure(document.confidence) ? parted(document.number) : null;
      if (parts === null || parts[1] === "") continue;
      groups.set(parts[0], [...(groups.get(parts[0]) ?? []), document]);
    }
    known = groups;
    withYears.set(registries, known);
  }
  const parts = parted(written);
  return parts === null ? [] : (known.get(parts[0]) ?? []).filter((one) => parted(one.number)![1] !== parts[1]);
}

function isMeant(known: LegalDocument, citation: Citation, sentence: string): boolean {
  if (known.issued === null) return false;
  if (citation.date === known.issued) return true;
  return sharesWords(known.title, sentence);
}

/** The paragraph that holds a citation. */
function paragraphOf(document: PlanDocument, { span }: Citation): string {
  for (const prose of proseOf(document)) {
    if (prose.span.start > span.start || prose.span.end < span.end) continue;
    return prose.text;
  }
  return "";
}
