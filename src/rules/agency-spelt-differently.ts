import { type Fix, text } from "../diagnostics/diagnostic.ts";
import type { AgencyMention } from "../plan/plan.ts";
import { nameWords, withoutUnit } from "./agency-names.ts";
import { agencyOf, isCited, isQuoted } from "./bodies.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { sourceText } from "./walk.ts";

const body = (second: string): string =>
  `I. NỘI DUNG\n\n1. Trung tâm Văn hóa - Truyền thông phát thanh hằng tuần.\n2. ${second} in tờ rơi; Trung tâm Văn hóa - Truyền thông phát tờ rơi.`;

/** Abbreviations that are read as words; a name with others is a short form, which is spelt in its own way. */
const usualLetters = /UBND|HĐND|MTTQ|CCHC|TTHC|TTĐT|VP/gu;

/** VB204. One body has one spelling in a document. */
export default defineRule({
  code: "VB204",
  name: "agency-spelt-differently",
  severity: "notice",
  message: text`“${"written"}” là cách ghi khác của “${"usual"}” ở chỗ khác trong văn bản.`,
  why: "Một cơ quan phải ghi thống nhất một tên trong cả văn bản.",
  hint: "Ghi thống nhất theo tên trong quyết định thành lập.",
  examples: {
    bad: example({ body: body("Trung tâm Văn hóa và Truyền thông") }),
    good: example({ body: body("Trung tâm Văn hóa - Truyền thông") }),
  },
  check({ plan, document, registries, report }) {
    // Departments have a fixed name, of which another rule speaks.
    const groups = new Map<
      string,
      { readonly mention: AgencyMention; readonly name: string; readonly spelling: string }[]
    >();
    for (const mention of document.agencies) {
      const { id, span } = mention;
      if (id === null || /^(?:so|bo|phong)-|^(?:nguoi|nhom|thon|doanh-nghiep):|-cac:/.test(id)) continue;
      const level = agencyOf(id, registries)?.level;
      if (level === "set" || level === "hamlet") continue;
      if (/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/u.test(mention.text.replace(usualLetters, ""))) continue;
      if (isQuoted(plan, span) || isCited(plan, document, span)) continue;
      const name = withoutUnit(mention.text);
      const { words, joints } = nameWords(name);
      if (words.length < 4) continue;
      const key = [...words].sort().join(" ");
      const spelling = words.map((word, i) => `${joints[i]} ${word}`).join(" ");
      const group = groups.get(key);
      if (group) group.push({ mention, name, spelling });
      else groups.set(key, [{ mention, name, spelling }]);
    }
    for (const group of groups.values()) {
      const counts = new Map<string, number>();
      for (const { spelling } of group) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
      if (counts.size < 2) continue;
      // The spelling met most often; of equals the first.
      let usual = group[0]!;
      for (const one of group) if (counts.get(one.spelling)! > counts.get(usual.spelling)!) usual = one;
      for (const { mention, name, spelling } of group) {
        if (spelling === usual.spelling || !isOneBody(mention.id!, usual.mention.id!)) continue;
        const exact = sourceText(plan, mention.span).startsWith(name);
        const span = exact ? { start: mention.span.start, end: mention.span.start + name.length } : mention.span;
        const fix: Fix = { title: `Ghi thống nhất “${usual.name}”`, safe: false, edits: [{ span, text: usual.name }] };
        report(
          span,
          { written: name, usual: usual.name },
          {
            related: [{ span: usual.mention.span, message: `ghi “${usual.name}”` }],
            ...(exact ? { fix } : {}),
          },
        );
      }
    }
  },
});

/** Two names of the registry are two bodies; one matched by its words may be the other. */
const isOneBody = (a: string, b: string): boolean => a === b || isByWords(a) || isByWords(b);
const isByWords = (id: string): boolean =>
  /^(?:trung-tam|dai|van-phong|ban|hoi|to|truong|ban-quan-ly|ban-chi-dao):/.test(id);
