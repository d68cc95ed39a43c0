import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { fold } from "../plan/words.ts";
import { type Cited, citedIn, isSameDocument } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const cited =
  "Nghị quyết số 09-NQ/TU ngày 29/11/2021 của Ban Thường vụ Tỉnh ủy về chuyển đổi số của tỉnh giai đoạn 2021";
const body = (year: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt ${cited}-2025.\n2. Niêm yết tại trụ sở, phát thanh mỗi tuần một lần, đăng trên trang thông tin điện tử của xã những việc phải làm theo ${cited}-${year}.`;

/** VB120. One document has one title: its years agree wherever the document is cited. */
export default defineRule({
  code: "VB120",
  name: "citation-title-differs",
  severity: "notice",
  message: text`Trích yếu của “${"number"}” ở đây ghi “${"found"}”, chỗ khác ghi “${"other"}”.`,
  why: "Trích yếu giúp nhận ra văn bản; cùng một văn bản mà năm, giai đoạn ghi khác nhau thì một chỗ bị nhầm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Đối chiếu với bản gốc.",
  examples: { bad: example({ body: body("2030") }), good: example({ body: body("2025") }) },
  check({ document, registries, report }) {
    const times = new Map<string, number>();
    for (const { key } of citedIn(document, registries)) if (key !== null) times.set(key, (times.get(key) ?? 0) + 1);
    const earlier: { readonly one: Cited; readonly words: readonly Word[] }[] = [];
    for (const one of citedIn(document, registries)) {
      if (one.key === null || one.place === "title" || times.get(one.key) === 1) continue;
      const words = titleOf(one, document);
      if (words.length < 5) continue;
      const first = earlier.find(
        (other) => isSameDocument(one, other.one) && one.citation.date === other.one.citation.date,
      );
      if (first === undefined) earlier.push({ one, words });
      else {
        const different = firstDifference(words, first.words);
        if (different === null) continue;
        const [mine, other] = different;
        report(
          sourceSpan(one.prose, mine.start, mine.end),
          { number: one.found.number!, found: mine.text, other: other.text },
          { related: [{ span: sourceSpan(first.one.prose, other.start, other.end), message: `ghi “${other.text}”` }] },
        );
      }
    }
  },
});

interface Word {
  /** Folded; abbreviations written out count as one word. */
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The title behind a citation, word by word, up to the end of its clause; abbreviations of the document are written out. */
function titleOf({ prose, found }: Cited, document: PlanDocument): readonly Word[] {
  const rest = prose.text.slice(found.at.end, found.at.end + 400);
  const link = /^\s*(?:(?:về việc|về|ban hành|phê duyệt|quy định|công bố)\s+)+/iu.exec(rest);
  if (link === null) return [];
  const title = /^[^;.()“”"\n]*/u.exec(rest.slice(link[0].length))![0];
  const words: Word[] = [];
  for (const match of title.matchAll(/[\p{L}\d&]+/gu)) {
    const start = found.at.end + link[0].length + match.index;
    const full = document.abbreviations.find(({ short }) => short === match[0])?.full;
    for (const key of fold(full ?? match[0]).split(/[^\p{L}\d&]+/u)) {
      words.push({ key, text: match[0], start, end: start + match[0].length });
    }
  }
  return words;
}

/** The first words that differ, where both are figures and what stands before them is the same. */
function firstDifference(a: readonly Word[], b: readonly Word[]): readonly [Word, Word] | null {
  const at = a.findIndex((word, index) => word.key !== b[index]?.key);
  const [mine, other] = [a[at], b[at]];
  if (at < 4 || mine === undefined || other === undefined) return null;
  return /^(?:19|20)\d\d$/.test(mine.key) && /^(?:19|20)\d\d$/.test(other.key) ? [mine, other] : null;
}
