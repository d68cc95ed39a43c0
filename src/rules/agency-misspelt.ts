import { sameTones } from "../../grammar/fold.ts";
import { type Fix, text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import type { Agency } from "../registry/registry.ts";
import { isAlive, isSure } from "../registry/search.ts";
import { startsAsName } from "./agency-names.ts";
import { agencyOf, isQuoted, oneSlip, ownerPlaces } from "./bodies.ts";
import { daysOf } from "./dates.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf, sourceText } from "./walk.ts";

const body = (agency: string): string =>
  `I. NỘI DUNG\n\n1. Phối hợp với ${agency} biên soạn tài liệu.\n2. Niêm yết tại trụ sở.`;

/** Letters of common abbreviations in a wrong order or one too many; no right text has them. */
const slips: Readonly<Record<string, string>> = {
  UBNDTTQ: "UBMTTQ",
  UBNDMTTQ: "UBMTTQ",
  UBMTQ: "UBMTTQ",
  UBMTTTQ: "UBMTTQ",
  UBTTMQ: "UBMTTQ",
  MTQQ: "MTTQ",
  UNBD: "UBND",
  UBDN: "UBND",
  UNND: "UBND",
  UBNND: "UBND",
  HĐDN: "HĐND",
  HDND: "HĐND",
};
const slip = new RegExp(`(?<![\\p{L}\\d/-])(?:${Object.keys(slips).join("|")})(?![\\p{L}\\d/-])`, "gu");

/** VB202. The name of a body is written as the law gives it. */
export default defineRule({
  code: "VB202",
  name: "agency-misspelt",
  severity: "warning",
  message: text`Tên cơ quan “${"written"}” ghi chưa đúng: ${"right"}.`,
  why: "Tên cơ quan, tổ chức phải viết đúng như văn bản thành lập hoặc quy định tên gọi; ghi sai thì không rõ giao việc cho cơ quan nào.",
  examples: {
    bad: example({ body: body("Sở Văn hóa - Thể thao và Du lịch") }),
    good: example({ body: body("Sở Văn hóa, Thể thao và Du lịch") }),
  },
  check({ plan, document, registries, report }) {
    const days = daysOf(document);
    for (const { id, span, text: written } of document.agencies) {
      const agency = agencyOf(id, registries);
      if (agency === null || !isSure(agency.confidence)) continue;
      if (days !== null && !isAlive(agency, days.first) && !isAlive(agency, days.last)) continue;
      const found = otherJoints(written, agency) ?? missingWords(written, agency);
      if (found === null || isQuoted(plan, span)) continue;
      const exact = sourceText(plan, span) === written;
      const place = exact ? { start: span.start, end: span.start + found.end } : span;
      const fix: Fix | undefined = exact
        ? { title: `Sửa thành “${found.right}”`, safe: found.isMechanical, edits: [{ span: place, text: found.right }] }
        : undefined;
      report(
        place,
        { written: written.slice(0, found.end), right: `tên đúng là “${found.right}”` },
        fix === undefined ? {} : { fix },
      );
    }
    for (const { owner } of ownerPlaces(document)) {
      const right = oneSlip(owner, document, registries);
      if (right === null) continue;
      const exact = sourceText(plan, owner.span) === owner.text;
      const fix: Fix = { title: `Sửa thành “${right}”`, safe: false, edits: [{ span: owner.span, text: right }] };
      report(owner.span, { written: owner.text, right: `có phải “${right}”` }, exact ? { fix } : {});
    }
    for (const prose of proseOf(document)) {
      for (const match of prose.text.matchAll(slip)) {
        const right = slips[match[0]]!;
        const span = sourceSpan(prose, match.index, match.index + match[0].length);
        const fix: Fix = { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: right }] };
        report(
          span,
          { written: match[0], right: `chữ viết tắt đúng là “${right}”` },
          sourceText(plan, span) === match[0] ? { fix } : {},
        );
      }
    }
  },
});

interface Found {
  readonly right: string;
  /** Where the name ends in the mention; its unit follows. */
  readonly end: number;
  readonly isMechanical: boolean;
}

/** Departments and ministries have one name each; centres and stations differ from place to place. */
const fixedName = /^(?:so|bo|phong)-/;

/** The words of the name with other joints: “Phòng Kinh tế Hạ tầng”. The capital and tone marks typed stay. */
function otherJoints(written: string, agency: Agency): Found | null {
  if (!fixedName.test(agency.id)) return null;
  const found = startsAsName(written, agency.name);
  if (found === null || found.sameJoints) return null;
  // “Phòng Kinh tế, hạ tầng nông thôn, …”: the words of a list.
  if (/,\s*\p{Ll}/u.test(written.slice(0, found.end))) return null;
  // One of the forms the registry gives as right.
  if (agency.short.some((short) => written.startsWith(short))) return null;
  return { right: asTyped(agency.name, written), end: found.end, isMechanical: true };
}

/** The joints of `name` with the words as typed. */
function asTyped(name: string, written: string): string {
  const typed = [...written.matchAll(/[\p{L}\d]+/gu)].map(([word]) => word).filter((word) => sameTones(word) !== "và");
  let at = 0;
  return name.replace(/[\p{L}\d]+/gu, (word) => (sameTones(word) === "và" ? word : (typed[at++] ?? word)));
}

const council = "hoi-dong-phoi-hop-pho-bien-giao-duc-phap-luat";

/** “Hội đồng phổ biến giáo dục pháp luật”: its name begins with “Hội đồng phối hợp”. */
function missingWords(written: string, agency: Agency): Found | null {
  if (!agency.id.startsWith(council)) return null;
  const match = /^Hội đồng\s+(?:phối hợp\s+)?phổ biến\s*(?:và|-)?\s*giáo dục pháp luật/iu.exec(written);
  if (!match) return null;
  const right = "Hội đồng phối hợp phổ biến, giáo dục pháp luật";
  return { right, end: match[0].length, isMechanical: /phối hợp/iu.test(match[0]) };
}
