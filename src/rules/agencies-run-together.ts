import { type Fix, text } from "../diagnostics/diagnostic.ts";
import type { AgencyMention, Plan } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import type { Span } from "../source/source-file.ts";
import { ownerPlaces } from "./bodies.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseOf, sourceText } from "./walk.ts";

const body = (partners: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh\n- Chủ trì: Công an xã.\n- Phối hợp: ${partners}.\n- Thời gian: Quý II.\n\n2. Niêm yết tại trụ sở.`;

/** VB207. Between two bodies stands a comma, a semicolon or “và”. */
export default defineRule({
  code: "VB207",
  name: "agencies-run-together",
  severity: "warning",
  message: text`“${"first"}” và “${"second"}” viết liền nhau, thiếu dấu ngăn cách.`,
  why: "Thiếu dấu phẩy hoặc dấu chấm phẩy thì hai cơ quan đọc thành một, không rõ giao việc cho ai.",
  examples: {
    bad: example({ body: body("Sở Tư pháp các cơ quan liên quan") }),
    good: example({ body: body("Sở Tư pháp, các cơ quan liên quan") }),
  },
  check({ plan, document, report }) {
    const owned = new Map<number, string>();
    for (const { owner } of ownerPlaces(document)) owned.set(owner.span.start, fieldAround(plan, owner.span));
    const { agencies } = document;
    for (const [i, second] of agencies.entries()) {
      const first = agencies[i - 1];
      if (first === undefined || !isRunTogether(plan, first, second)) continue;
      const gap = { start: first.span.end, end: second.span.start };
      const separator = owned.get(first.span.start)?.includes(";") ? "; " : ", ";
      const fix: Fix = { title: "Thêm dấu ngăn cách", safe: false, edits: [{ span: gap, text: separator }] };
      report(
        { start: first.span.start, end: second.span.end },
        { first: first.text, second: second.text },
        { fix, severity: owned.has(first.span.start) ? "warning" : "notice" },
      );
    }
    for (const prose of proseOf(document)) {
      for (const match of prose.text.matchAll(bareLevels)) {
        const start = match.index;
        const span = sourceSpan(prose, start, start + match[0].length);
        const first = match[1]!;
        const second = match[2]!;
        const gap = sourceSpan(prose, start + first.length, start + match[0].length - second.length);
        const isExact = /^[ \u00a0]+$/.test(sourceText(plan, gap));
        const fix: Fix = { title: "Thêm dấu phẩy", safe: true, edits: [{ span: gap, text: ", " }] };
        // “phòng, ban ngành” is how many write the set; levels without a comma are not.
        const severity = second === "ngành" ? "notice" : "warning";
        report(span, { first, second }, isExact ? { fix, severity } : { severity });
      }
    }
  },
});

/** “xã thị trấn”, “các phòng ngành”: levels and kinds of bodies that name no one together. “các xã huyện Lộc Hà” are the
 * communes of a district; a place name behind the second word makes it such a unit. */
const bareLevels =
  /(?<![\p{L}])(xã(?= (?:thị trấn|phường))|phường(?= (?:thị trấn|xã))|huyện(?= thị xã)|thị xã(?= thành phố)|(?<=các )(?:phòng|sở)(?= ngành)|(?<=(?:phòng|sở), )ban(?= ngành))[ \u00a0]+(thị trấn|phường|xã|thị xã|thành phố|ngành)(?![\p{L}])(?![ \u00a0]+(?:\p{Lu}|\d))/gu;

/** The source of the line the owner stands in. */
function fieldAround(plan: Plan, span: Span): string {
  const { text: source } = plan.source;
  const end = source.indexOf("\n", span.end);
  return source.slice(source.lastIndexOf("\n", span.start) + 1, end < 0 ? source.length : end);
}

/** Bodies with a superior of one kind, so that no division, centre or set can stand behind them as theirs. */
const closed = /^(?:so-|phong-|van-phong-hdnd-va-ubnd|van-phong-ubnd|trung-tam-(?:van-hoa|phuc-vu|hanh-chinh))/;

function isRunTogether(plan: Plan, first: AgencyMention, second: AgencyMention): boolean {
  if (first.id === null || second.id === null || first.span.end >= second.span.start) return false;
  if (!/^[ \u00a0]+$/.test(plan.source.text.slice(first.span.end, second.span.start))) return false;
  // “Phòng Tư pháp các cơ quan liên quan”; but “Thanh tra các sở” are theirs.
  if (/^các\s/iu.test(second.text)) return closed.test(first.id);
  // “Phòng Cải cách hành chính Sở Nội vụ”: a division may have the department it belongs to behind it.
  if (/^so[-:]/.test(second.id)) return first.id.startsWith("so-");
  if (closed.test(first.id)) return /^(?:phong[-:]|trung-tam|van-phong-hdnd)/.test(second.id);
  return /^(?:phong|so):/.test(first.id) && /^phong[-:]/.test(second.id);
}
