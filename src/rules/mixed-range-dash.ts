import { text } from "../diagnostics/diagnostic.ts";
import type { Prose } from "../plan/plan.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, safeFix, textsOf } from "./texts.ts";

const body = (dash: string): string =>
  `I. NỘI DUNG\n\n1. Thực hiện Chương trình giai đoạn 2021 - 2030.\n2. Tổng kết giai đoạn 2021 - 2025.\n3. Dự toán giai đoạn 2026${dash}2030.`;

/** Two years with a dash; not within a symbol (“12/2021-2022/KH”). */
const years =
  /(?<![\p{L}\p{N}/.,-])(?:19|20)\d\d([ \u00a0]*[-\u2010-\u2015−][ \u00a0]*)(?:19|20)\d\d(?![\p{L}\p{N}/-])/gu;

interface Place {
  readonly prose: Prose;
  readonly start: number;
  readonly end: number;
  readonly dash: string;
}

/** VB608. A document writes its ranges of years in one way. */
export default defineRule({
  code: "VB608",
  name: "mixed-range-dash",
  severity: "notice",
  message: text`“${"found"}”: các chỗ khác trong văn bản viết “${"other"}”.`,
  why: "Một văn bản chỉ dùng một cách viết khoảng năm, thường là gạch nối có dấu cách hai bên: 2021 - 2030.",
  examples: { bad: example({ body: body("-") }), good: example({ body: body(" - ") }) },
  check({ plan, document, report }) {
    for (const places of classesOf(textsOf(document))) {
      const counts = new Map<string, number>();
      for (const { dash } of places) counts.set(dash, (counts.get(dash) ?? 0) + 1);
      const wanted = preferred(counts);
      for (const place of places) {
        const isLopsided = /^\s/.test(place.dash) !== /\s$/.test(place.dash);
        const dash = wanted ?? (isLopsided ? " - " : null);
        if (dash === null || place.dash === dash) continue;
        const at = { start: place.start + 4, end: place.end - 4 };
        const edit = editOf(plan, place.prose, at.start, at.end, dash);
        const range = editOf(plan, place.prose, place.start, place.end, "");
        if (edit === null || range === null) continue;
        const found = place.prose.text.slice(place.start, place.end).replace(/\u00a0/g, " ");
        const other = `${found.slice(0, 4)}${dash}${found.slice(-4)}`;
        report(range.span, { found, other }, { fix: safeFix(`Sửa thành “${other}”`, [edit]) });
      }
    }
  },
});

/** Ranges of school years (“năm học 2025-2026”) and the others: each kind has its own custom. */
function classesOf(texts: readonly Prose[]): readonly (readonly Place[])[] {
  const school: Place[] = [];
  const other: Place[] = [];
  for (const prose of texts) {
    for (const found of prose.text.matchAll(years)) {
      const place = {
        prose,
        start: found.index,
        end: found.index + found[0].length,
        dash: found[1]!.replace(/\u00a0/g, " "),
      };
      const isSchool = /(?:năm học|niên khóa|niên khoá|khóa|khoá)\s*$/iu.test(prose.text.slice(0, found.index));
      (isSchool ? school : other).push(place);
    }
  }
  return [school, other];
}

/** The way most places use; of equal ones the customary. Null while there are too few to say. */
function preferred(counts: ReadonlyMap<string, number>): string | null {
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || rank(a) - rank(b));
  const [first, second] = sorted;
  if (first === undefined || second === undefined) return null;
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const isSymmetric = /^\s/.test(first[0]) === /\s$/.test(first[0]);
  return total > 2 && isSymmetric ? first[0] : null;
}

const rank = (dash: string): number => [" - ", "-", " – ", "–"].indexOf(dash) >>> 0;
