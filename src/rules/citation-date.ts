import { type Fix, text } from "../diagnostics/diagnostic.ts";
import { isSameOffice, issuingBody } from "../plan/issuing-body.ts";
import type { Citation, Plan } from "../plan/plan.ts";
import { citedDate } from "../plan/words.ts";
import { comesAgain, mayBeIssuedBy } from "../registry/own.ts";
import type { LegalDocument, Registries } from "../registry/registry.ts";
import { documentsByNumber, isSameType, isSure, numberKey } from "../registry/search.ts";
import type { Span } from "../source/source-file.ts";
import { meantByYear } from "./citation-year.ts";
import { isSharedSymbol } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (date: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Quyết định số 749/QĐ-TTg ngày ${date} của Thủ tướng Chính phủ.\n2. Niêm yết tại trụ sở.`;

/** VB102. One document has one date: that of the registry, and the same wherever it is cited. */
export default defineRule({
  code: "VB102",
  name: "citation-date",
  severity: "warning",
  message: text`“${"number"}” ghi ngày ${"found"}, ${"other"}.`,
  why: "Ngày là một phần để nhận ra văn bản; ghi sai ngày thì căn cứ viện dẫn không đúng (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Đối chiếu với bản gốc.",
  examples: { bad: example({ body: body("13/6/2020") }), good: example({ body: body("03/6/2020") }) },
  check({ plan, document, registries, report }) {
    // Citations of the whole file count, but each finding belongs to one document.
    const here = new Set(document.citations);
    const byNumber = new Map<string, Citation[]>();
    for (const citation of plan.documents.flatMap((one) => one.citations)) {
      const { number, date } = citation;
      if (number === null || date === null) continue;
      const isHere = here.has(citation);
      const key = numberKey(number);
      const earlier = byNumber.get(key) ?? [];
      // A number whose year is wrong is another rule's finding.
      const isOtherYear = isHere && meantByYear(document, citation, registries) !== null;
      const known = isHere && citation.resolved === null && !isOtherYear ? contradicted(citation, registries) : null;
      if (known !== null) {
        const other = `danh mục ghi ${citedDate(known.issued!)}`;
        const fix = fixOf(plan, citation, known.issued!);
        report(dateSpan(plan, citation) ?? citation.span, { number, found: citedDate(date), other }, { fix });
      } else if (isHere) {
        const first = earlier.find((other) => contradicts(citation, other, registries));
        if (first) {
          report(
            dateSpan(plan, citation) ?? citation.span,
            { number, found: citedDate(date), other: `chỗ khác trong văn bản ghi ${citedDate(first.date!)}` },
            {
              // Bodies of one kind number alike: without both issuers the two may be two documents.
              severity: isOfOneBody(citation, first) ? "warning" : "notice",
              related: [{ span: first.span, message: `ghi ngày ${citedDate(first.date!)}` }],
            },
          );
        }
      }
      byNumber.set(key, [...earlier, citation]);
    }
  },
});

const isOfOneBody = (a: Citation, b: Citation): boolean =>
  (a.issuer !== null && b.issuer !== null) || !isSharedSymbol(numberKey(a.number!));

const carriesYear = (number: string): boolean => /\/(?:19|20)\d\d\//.test(number);
const sameDayAndMonth = (a: string, b: string): boolean => a.slice(5) === b.slice(5);
const sameYear = (a: string, b: string): boolean => a.slice(0, 4) === b.slice(0, 4);

/** The first numbers of each January are the same documents of the year, often of the same day: 01/NQ-CP of 08/01. */
const isYearly = (number: string, date: string): boolean => /^0*\d[/-]/.test(number) && date.slice(5, 7) === "01";

/** Numbers start again each year, so another year is another document, unless the number carries its year or only the year
 * was mistyped. */
export const mustAgree = (number: string, a: string, b: string): boolean =>
  a !== b && (carriesYear(number) || sameYear(a, b) || (sameDayAndMonth(a, b) && !isYearly(number, a)));

/** The symbol says the type as well (a wrong type is another rule's finding), but QĐ of the Party is two types. */
const mayBe = (written: string | null, known: string): boolean =>
  written === null || !/^Qu/u.test(written) || !/^Qu/u.test(known) || isSameType(written, known);

/** The registry's document that the citation surely means, although its date is another one. */
export function contradicted({ number, date, type, issuer }: Citation, registries: Registries): LegalDocument | null {
  const candidates = documentsByNumber(registries, number!).filter(
    (one) => mayBe(type, one.type) && isMeant(registries, one, issuer),
  );
  if (candidates.some((one) => one.issued === null || one.issued === date)) return null;
  const sure = candidates.filter(
    (one) => isSure(one.confidence) && isSure(one.issuedConfidence) && mustAgree(number!, one.issued!, date!),
  );
  return sure.length === 1 ? sure[0]! : null;
}

/** Every body of the kind has a document of that number each year: one of the office's own list is meant where its issuer
 * is written. */
const isMeant = (registries: Registries, document: LegalDocument, issuer: string | null): boolean =>
  registries.own?.documents.has(document.id) !== true ||
  !comesAgain(document.number) ||
  (issuer !== null && mayBeIssuedBy(registries, document, issuer));

/** Two citations of one number that cannot both be right. Bodies of one kind number alike, so their issuers must agree. */
function contradicts(a: Citation, b: Citation, registries: Registries): boolean {
  if (!mustAgree(a.number!, a.date!, b.date!)) return false;
  if (b.type !== null && !mayBe(a.type, b.type)) return false;
  if (a.resolved !== null && b.resolved !== null && a.resolved !== b.resolved) return false;
  const known = documentsByNumber(registries, a.number!);
  if (known.some((one) => one.issued === a.date) && known.some((one) => one.issued === b.date)) return false;
  return a.issuer === null || b.issuer === null || isSameOffice(issuingBody(a.issuer), issuingBody(b.issuer));
}

const written = /\d{1,2}(\s*[/.-]\s*)\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/iu;

/** Where the date of a citation stands in the source. */
function dateSpan(plan: Plan, { numberSpan, span }: Citation): Span | null {
  const start = numberSpan?.end ?? span.start;
  const match = written.exec(plan.source.text.slice(start, span.end));
  return match ? { start: start + match.index, end: start + match.index + match[0].length } : null;
}

function fixOf(plan: Plan, citation: Citation, iso: string): Fix | undefined {
  const span = dateSpan(plan, citation);
  if (span === null) return undefined;
  const short = citedDate(iso);
  const [day, month, year] = short.split("/");
  const isLong = /tháng/iu.test(plan.source.text.slice(span.start, span.end));
  const date = isLong ? `${day} tháng ${month} năm ${year}` : short;
  return { title: `Sửa thành ${date}`, safe: false, edits: [{ span, text: date }] };
}
