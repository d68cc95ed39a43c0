import { text } from "../diagnostics/diagnostic.ts";
import { writtenNumber } from "../plan/number-date.ts";
import { numberKey } from "../registry/search.ts";
import { type Cited, citedIn, isSameDocument } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isPartyDocument } from "./walk.ts";

const body = (rest: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Nghị quyết số 76/NQ-CP${rest}.\n2. Tuyên truyền kết quả thực hiện Nghị quyết số 76/NQ-CP.`;

/** VB113. The first mention of a document gives its date and its issuer; laws go by their name, later mentions by their
 * number. */
export default defineRule({
  code: "VB113",
  name: "incomplete-citation",
  severity: "notice",
  message: text`Lần đầu viện dẫn “${"number"}” mà thiếu ${"missing"}.`,
  why: "Lần đầu viện dẫn phải ghi đủ tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và trích yếu; các lần sau ghi tên loại và số, ký hiệu (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  examples: {
    bad: example({ body: body(" ngày 15/7/2021") }),
    good: example({ body: body(" ngày 15/7/2021 của Chính phủ") }),
  },
  check({ plan, document, registries, report }) {
    if (isPartyDocument(document)) return;
    const all = plan.documents
      .slice(0, plan.documents.indexOf(document) + 1)
      .flatMap((one) => citedIn(one, registries));
    const own = new Set(document.citations);
    const ownKey = document.number === null ? null : numberKey(writtenNumber(document.number));
    const seen = new Map<string, Cited[]>();
    for (const [index, one] of all.entries()) {
      if (one.key === null || one.key === ownKey) continue;
      // A title names documents in short, unless it says all there is to say.
      if (one.place === "title" && missingIn(one) !== "") continue;
      const earlier = seen.get(one.key) ?? [];
      const isFirst = !earlier.some((other) => isSameDocument(other, one));
      seen.set(one.key, [...earlier, one]);
      if (!isFirst || !own.has(one.citation) || !isExamined(one, all[index + 1])) continue;
      const missing = missingIn(one);
      if (missing === "") continue;
      // A basis without its date is not one that can be looked up.
      const severity = one.place === "basis" && missing.includes("ngày") ? "warning" : "notice";
      report(one.citation.span, { number: one.citation.number!, missing }, { severity });
    }
  },
});

/** Running text only, where the document is what is spoken of: the title of another names documents in short, remarks in
 * parentheses and cells too, and members of a list share what stands at its end. */
function isExamined(one: Cited, next: Cited | undefined): boolean {
  const { found, prose, place, isMain } = one;
  if (found.type === null || found.name !== null || place === "cell" || place === "title") return false;
  if (!isMain && (place === "basis" || !startsClause(one))) return false;
  const open = prose.text.lastIndexOf("(", found.at.start);
  if (open > prose.text.lastIndexOf(")", found.at.start)) return false;
  // A line of its own, as pages copied from the web have above the document.
  if (prose.text.trim() === found.text) return false;
  // “Ngày 10/4/2023, UBND tỉnh đã có Văn bản số …”: told, not cited.
  if (/(?<!\p{L})(?:có|ban hành|ra|ký)\s*$/iu.test(before(prose.text, found.at.start, 20))) return false;
  const isListed = next !== undefined && next.prose === prose && next.found.at.start - found.at.end < 12;
  return !isListed || (found.date !== null && found.issuer !== null);
}

const before = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - length), at);

/** After a comma or “và”, a document of a list rather than of a title. */
const startsClause = ({ prose, found }: Cited): boolean =>
  /(?:[,;]|(?<!\p{L})và)\s*$/u.test(before(prose.text, found.at.start, 20));

function missingIn({ found, prose }: Cited): string {
  const after = prose.text.slice(found.numberAt!.end, found.numberAt!.end + 40);
  // A date with blanks is one still to be filled in.
  const hasDate = found.date !== null || /^[\s,]*(?:ký\s+)?(?:ban hành\s+)?ngày/iu.test(after);
  const hasIssuer = found.issuer !== null || namesIssuer(prose.text, found.at.start, found.at.end);
  return [hasDate ? "" : "ngày ban hành", hasIssuer ? "" : "cơ quan ban hành"]
    .filter((word) => word !== "")
    .join(" và ");
}

/** “… được Chính phủ, Thủ tướng Chính phủ ban hành, như: …”, “các văn bản của Bộ Nội vụ: …”; “… của Sở Nội vụ tại Tờ trình
 * số …”; an issuer that follows in words that are not read as a name. */
function namesIssuer(text: string, start: number, end: number): boolean {
  const colon = text.lastIndexOf(":", start);
  if (colon >= 0 && /(?<!\p{L})(?:của|được|do)\s+\p{Lu}/u.test(before(text, colon, 160))) return true;
  return (
    /(?<!\p{L})(?:của|đề nghị)\s[^.;]{2,100}\stại\s*$/iu.test(before(text, start, 130)) ||
    issuerFollows.test(text.slice(end, end + 80))
  );
}

const issuerFollows =
  /^\s*(?:[,(]\s*)?(?:(?:của|do)\s|được\s+\p{Lu}|(?:Chính phủ|Thủ tướng|Chủ tịch|Quốc hội|HĐND|Hội đồng|Bộ |Sở |Hội nghị|Đại hội)(?![^.;]*như sau))/u;
