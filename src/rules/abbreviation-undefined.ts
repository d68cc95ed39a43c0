import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import type { Span } from "../source/source-file.ts";
import { expansionOf, mistypedFor, shortForms, type Use, universal } from "./abbreviations.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

/** Uses after which an abbreviation that no list knows is taken for one and not for a name. */
const enough = 3;

/** VB650. An abbreviation that the document never explains. Told once, at its first place. */
export default defineRule({
  code: "VB650",
  name: "abbreviation-undefined",
  severity: "notice",
  message: text`Chữ viết tắt “${"short"}” dùng mà không giải thích.`,
  why:
    "Cụm từ sử dụng nhiều lần có thể viết tắt, nhưng các chữ viết tắt lần đầu của cụm từ phải đặt trong ngoặc đơn " +
    "ngay sau cụm từ đó.",
  hint: "Lần đầu viết đầy đủ rồi ghi chữ viết tắt trong ngoặc đơn, hoặc khai ở “viết tắt:” của phần đầu.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Tuyên truyền các văn bản QPPL mới.\n2. Niêm yết tại trụ sở." }),
    good: example({
      body: "I. NỘI DUNG\n\n1. Tuyên truyền các văn bản quy phạm pháp luật (QPPL) mới.\n2. Niêm yết tại trụ sở.",
    }),
  },
  check({ document, registries, report }) {
    const declared = new Set(document.abbreviations.map(({ short }) => short));
    const owners = ownersOf(document);
    for (const { short, outsideRecipients, explained, isBracketed } of shortForms(document).values()) {
      if (explained.length > 0 || isBracketed || declared.has(short) || universal.has(short)) continue;
      const uses = outsideRecipients.filter((use) => !isWithin(use, owners));
      if (uses.length === 0 || unit.test(short) || isListed(uses[0]!)) continue;
      const isKnown = registries.abbreviations.some((one) => one.short === short);
      if (!isKnown && (uses.length < enough || mistypedFor(document, registries, short) !== null)) continue;
      const [first] = uses;
      const full = expansionOf(registries, short);
      const hint = `Lần đầu nên viết “${full} (${short})”, hoặc khai ở “viết tắt:” của phần đầu.`;
      report(sourceSpan(first!.prose, first!.start, first!.end), { short }, full === null ? {} : { hint });
    }
  },
});

/** Units of measure, and names of programs. */
const unit = /^(?:MW|MWh|KW|KWH|KV|KVA|MVA|HA|KM|KG|GB|TB|MB|USD|VND|VNĐ|EUR|SMART|GIS|GPS|USB|PDF|HD|LED)$/i;

/** “ĐZ: đường dây;” in a list of abbreviations of its own. */
const isListed = ({ prose, start, end }: Use): boolean =>
  prose.text.slice(0, start).trim() === "" && /^\s*[:=–-]\s*\p{Ll}/u.test(prose.text.slice(end));

/** Where a body is named as the owner of a task: how it may be shortened there is a matter of names of bodies. */
const ownersOf = (document: PlanDocument): readonly Span[] =>
  [
    ...document.tasks.flatMap(({ rows }) => rows.flatMap(({ lead, partners }) => [...lead, ...partners])),
    ...document.tasks.flatMap(({ lead, partners }) => [...lead, ...partners]),
  ].map(({ span }) => span);

function isWithin({ prose, start, end }: Use, spans: readonly Span[]): boolean {
  const at = sourceSpan(prose, start, end);
  return spans.some((span) => span.start <= at.start && at.end <= span.end);
}
