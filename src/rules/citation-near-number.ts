import { text } from "../diagnostics/diagnostic.ts";
import { citedDate, fold } from "../plan/words.ts";
import type { LegalDocument, Registries } from "../registry/registry.ts";
import { documentsByNumber, isSure, numberKey } from "../registry/search.ts";
import { type Cited, citedIn, wordsAfter } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (number: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Quyết định số ${number} ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt “Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030”.\n2. Niêm yết tại trụ sở.`;

/** VB110. A cited number that is not known, where the same day and matter belong to a number that is. */
export default defineRule({
  code: "VB110",
  name: "citation-near-number",
  severity: "warning",
  message: text`Danh mục không có “${"number"}”; văn bản ${"same"} là số ${"other"} ngày ${"date"}.`,
  why: "Ghi nhầm một chữ số thì thành một văn bản khác, người đọc tra cứu không ra (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Đối chiếu với bản gốc.",
  examples: { bad: example({ body: body("479/QĐ-TTg") }), good: example({ body: body("749/QĐ-TTg") }) },
  check({ document, registries, report }) {
    for (const one of citedIn(document, registries)) {
      const { citation } = one;
      const meant = meantNumber(one, registries);
      if (meant === null || citation.numberSpan === null) continue;
      const { number: other, issued } = meant.document;
      report(
        citation.numberSpan,
        {
          number: citation.number!,
          other,
          date: citedDate(issued!),
          same: meant.isSure ? "cùng nội dung" : "cùng ngày",
        },
        {
          severity: meant.isSure ? "warning" : "notice",
          fix: { title: `Sửa thành ${other}`, safe: false, edits: [{ span: citation.numberSpan, text: other }] },
        },
      );
    }
  },
});

const series = new WeakMap<Registries, ReadonlyMap<string, readonly LegalDocument[]>>();

/** A number without its figure: `30/2020/nd-cp` is [`30`, `/2020/nd-cp`]. */
function parted(number: string): readonly [string, string] | null {
  const parts = /^(\d+[a-z]?)([/-].+)$/u.exec(numberKey(number));
  return parts ? [parts[1]!, parts[2]!] : null;
}

/** The surely known documents of a series: the same symbol, and the year that stands in the number. */
function seriesOf(symbol: string, registries: Registries): readonly LegalDocument[] {
  let known = series.get(registries);
  if (known === undefined) {
    const groups = new Map<string, LegalDocument[]>();
    for (const document of registries.documents) {
      const parts = isSure(document.confidence) && isSure(document.issuedConfidence) ? parted(document.number) : null;
      if (parts !== null && document.issued !== null) {
        groups.set(parts[1], [...(groups.get(parts[1]) ?? []), document]);
      }
    }
    known = groups;
    series.set(registries, known);
  }
  return known.get(symbol) ?? [];
}

interface Meant {
  readonly document: LegalDocument;
  readonly isSure: boolean;
}

/** The document that a citation of an unknown number means. */
export function meantNumber(one: Cited, registries: Registries): Meant | null {
  const parts = one.key === null ? null : parted(one.key);
  if (parts === null || one.citation.resolved !== null) return null;
  if (documentsByNumber(registries, one.citation.number!).length > 0) return null;
  const { date } = one.citation;
  const candidates = seriesOf(parts[1], registries).filter(
    (known) => (date === null || known.issued === date) && isSlip(parts[0], parted(known.number)![0], date !== null),
  );
  if (candidates.length === 0) return null;
  // The title stands right behind the citation, or the citation is not of it.
  const after = fold(wordsAfter(one).slice(0, 220));
  const titled = candidates.filter((known) => isTitled(known.title, after));
  if (titled.length === 1) return { document: titled[0]!, isSure: date !== null };
  // Of one day there are many: without a title only figures that changed places tell.
  const figures = (number: string): string => [...number].sort().join("");
  const near = candidates.filter((known) => figures(parts[0]) === figures(parted(known.number)![0]));
  return date !== null && near.length === 1 && after.trim().length < 12 ? { document: near[0]!, isSure: false } : null;
}

/**
 * The title stands there: a run of its words long enough, and to its end or nearly. Many decrees of one day differ in their
 * last words alone: “… chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ …”.
 */
function isTitled(title: string, after: string): boolean {
  const words = fold(title).match(/[\p{L}\d]+/gu) ?? [];
  const text = ` ${(after.match(/[\p{L}\d]+/gu) ?? []).join(" ")} `;
  for (let start = 0; start + 6 <= words.length; start += 1) {
    let end = start + 6;
    if (!text.includes(` ${words.slice(start, end).join(" ")} `)) continue;
    while (end < words.length && text.includes(` ${words.slice(start, end + 1).join(" ")} `)) end += 1;
    // The window on the text may end before the title does.
    if (end === words.length || text.trimEnd().endsWith(` ${words.slice(start, end).join(" ")}`) || end - start >= 18)
      return true;
  }
  return false;
}

/** One figure more, less or another, or two that changed places; any number at all where the day is the same as well. */
function isSlip(written: string, known: string, isSameDay: boolean): boolean {
  if (isSameDay) return true;
  if ([...written].sort().join("") === [...known].sort().join("")) return true;
  const [short, long] = written.length <= known.length ? [written, known] : [known, written];
  if (short.length === long.length) return [...short].filter((figure, at) => figure !== long[at]).length === 1;
  if (long.length - short.length !== 1 || short.length < 2) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
