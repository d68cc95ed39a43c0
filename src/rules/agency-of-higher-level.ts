import { text } from "../diagnostics/diagnostic.ts";
import type { AgencyMention, Issuer, Plan, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import type { Registries } from "../registry/registry.ts";
import type { Span } from "../source/source-file.ts";
import { agencyOf, type OwnerPlace, ownerPlaces } from "./bodies.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { proseIn } from "./walk.ts";

const body = (lead: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh\n- Chủ trì: ${lead}.\n- Thời gian: Quý II.\n\n2. Niêm yết tại trụ sở.`;

type Level = Issuer["level"];
const rank: Readonly<Record<Level, number>> = { central: 0, province: 1, district: 2, commune: 3, other: 9 };
const levelName: Readonly<Record<Level, string>> = {
  central: "Trung ương",
  province: "cấp tỉnh",
  district: "cấp huyện",
  commune: "cấp xã",
  other: "khác",
};

/** VB205. A committee gives work to its own bodies and those below it. */
export default defineRule({
  code: "VB205",
  name: "agency-of-higher-level",
  severity: "warning",
  message: text`“${"agency"}” không phù hợp với kế hoạch ${"level"}: ${"problem"}.`,
  why: "Ủy ban nhân dân cấp dưới không giao việc cho cơ quan cấp trên; tên như vậy thường còn sót lại khi chép kế hoạch của cấp trên.",
  hint: "Thay bằng cơ quan cùng cấp hoặc cấp dưới; nếu cần cơ quan cấp trên thì ghi “đề nghị …”.",
  examples: { bad: example({ body: body("Các sở, ban, ngành") }), good: example({ body: body("Công an xã") }) },
  check({ plan, document, registries, report }) {
    const [issuer] = document.issuers;
    if (document.issuers.length !== 1 || issuer === undefined) return;
    const places = ownerPlaces(document).filter(({ owner }) => !isRequested(plan, owner.span));
    if (issuer.kind === "department" && issuer.level === "province") {
      // A department leads its own field only; it asks committees.
      const place = places.find(({ owner, role }) => role !== "partners" && isCommittee(owner));
      if (place === undefined) return;
      report(
        place.owner.span,
        { agency: place.owner.text, level: "của sở", problem: "sở không giao việc cho Ủy ban nhân dân" },
        { severity: "notice", hint: "Ghi “Đề nghị Ủy ban nhân dân …”." },
      );
      return;
    }
    if (issuer.kind !== "committee" || (issuer.level !== "district" && issuer.level !== "commune")) return;
    const level = levelName[issuer.level];
    for (const place of places) {
      const { owner, role } = place;
      const found = higherLevel(owner, issuer.level, registries);
      // To work with one department of the province is usual, and so is a line about its duty; all of them are a slip.
      if (found === null || (role !== "lead" && !found.isSet)) continue;
      const isCertain = role !== "partners" || besideOtherDistricts(place, places, issuer.level, registries);
      report(
        owner.span,
        { agency: owner.text, level, problem: found.problem },
        { severity: isCertain ? "warning" : "notice" },
      );
    }
    const up = issuer.level === "district" ? provinceReport : districtReport;
    for (const prose of proseIn(document.content)) {
      const late = reportPast(prose, up, ownWord[issuer.level]!);
      if (late !== null) {
        report(
          sourceSpan(prose, late.start, late.end),
          {
            agency: prose.text.slice(late.start, late.end),
            level,
            problem: "cơ quan ban hành kế hoạch là nơi xem xét, quyết định",
          },
          { severity: "notice", hint: "Ghi báo cáo, đề xuất cơ quan ban hành kế hoạch." },
        );
      }
      const others = otherUnits.exec(prose.text);
      if (others !== null) {
        report(
          sourceSpan(prose, others.index, others.index + others[0].length),
          { agency: others[0], level, problem: "địa bàn chỉ là của cấp ban hành" },
          { severity: "notice", hint: "Ghi đúng địa bàn của cấp ban hành." },
        );
      }
    }
  },
});

/** “Đề nghị Sở Nội vụ …”: asked, not told. */
function isRequested(plan: Plan, { start, end }: Span): boolean {
  const { text: source } = plan.source;
  const before = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  return /(?:đề nghị|mời|kiến nghị)/iu.test(`${before}${source.slice(start, Math.min(end, start + 20))}`);
}

const isCommittee = ({ id }: AgencyMention): boolean =>
  /^ubnd-(?:cac:|huyen|xa|thanh-pho|quan|thi-|phuong)/.test(id ?? "");

/** Districts beside one another, in a plan of one of them. */
const otherUnits = /(?<=trên địa bàn\s{1,3})(?:các\s+)?huyện,\s+(?:thị xã(?:,|\s+và)?\s+)?thành phố(?!\s+\p{Lu})/u;

interface Higher {
  readonly problem: string;
  readonly isSet: boolean;
}

/** What of a body does not fit a committee of that level; null when it fits or nothing is known. */
function higherLevel({ id, text: written }: AgencyMention, level: Level, registries: Registries): Higher | null {
  if (id === null) return null;
  if (id === "cac-so-ban-nganh" && /sở/iu.test(written)) {
    return { problem: "các sở là cơ quan của tỉnh", isSet: true };
  }
  const set = /^(?:chu-tich-)?ubnd-cac:(.+)$/.exec(id);
  if (set) {
    const levels = set[1]!.split("+");
    const isHigher = levels.some((one) => /^(?:huyen|quan|thi xa|thanh pho|tinh)(?: |$)/.test(one));
    return isHigher ? { problem: "UBND các huyện, thành phố không thuộc cấp ban hành", isSet: true } : null;
  }
  const agency = agencyOf(id, registries);
  if (agency !== null && (agency.level === "set" || agency.level === "hamlet")) return null;
  const of: Level | null =
    agency !== null ? provinceBody(agency.id, agency.level) : id.startsWith("so:") ? "province" : null;
  if (of === null || rank[of] >= rank[level]) return null;
  return { problem: `là cơ quan ${levelName[of]}, không nhận việc từ cấp dưới`, isSet: false };
}

/** Only departments, the committee of the province and its office are taken for certain. */
const provinceBody = (id: string, level: string): Level | null =>
  level === "province" && /^(?:so-|ubnd-tinh|van-phong-ubnd-tinh|hdnd-tinh|thanh-tra-tinh|ban-dan-toc)/.test(id)
    ? "province"
    : null;

/** In the same field other districts stand too: the list was copied from the province's plan. */
function besideOtherDistricts(
  { task, part, role }: OwnerPlace,
  places: readonly OwnerPlace[],
  level: Level,
  registries: Registries,
): boolean {
  if (part === null) return false;
  const isOther = (one: AgencyMention): boolean =>
    one.id !== null && /^ubnd-cac:/.test(one.id) && higherLevel(one, level, registries) !== null;
  return places.some((one) => one.task === task && one.part === part && one.role === role && isOther(one.owner));
}

/** “báo cáo, đề xuất UBND tỉnh xem xét, quyết định” without the committee in between. */
const asked = "(?:báo cáo|đề xuất|trình|kiến nghị)(?:[, ]+(?:báo cáo|đề xuất|trình|kiến nghị|tham mưu))*\\s+";
const decides = "(?=[^.;]{0,40}(?:xem xét|quyết định|chỉ đạo|giải quyết|điều chỉnh))";
const provinceReport = new RegExp(
  `(?<!\\p{L})${asked}((?:Chủ tịch\\s+)?(?:UBND|[ỦU][ỷy] ban nhân dân) tỉnh)${decides}`,
  "u",
);
const districtReport = new RegExp(
  `(?<!\\p{L})${asked}((?:Chủ tịch\\s+)?(?:UBND|[ỦU][ỷy] ban nhân dân) huyện)${decides}`,
  "u",
);
const ownWord: Partial<Record<Level, RegExp>> = {
  district: /(?:UBND|[ỦU][ỷy] ban nhân dân) (?:huyện|thị xã|thành phố|quận)/u,
  commune: /(?:UBND|[ỦU][ỷy] ban nhân dân) (?:xã|phường|thị trấn|đặc khu)/u,
};

function reportPast(
  prose: Prose,
  pattern: RegExp,
  own: RegExp,
): { readonly start: number; readonly end: number } | null {
  const match = pattern.exec(prose.text);
  if (match === null) return null;
  const before = prose.text
    .slice(0, match.index)
    .split(/[.;]\s/u)
    .at(-1)!;
  // “UBND huyện tổng hợp, báo cáo UBND tỉnh xem xét”
  if (own.test(before) || !/(?:phòng|trung tâm|văn phòng|đơn vị|thôn)/iu.test(before)) return null;
  const end = match.index + match[0].length;
  return { start: end - match[1]!.length, end };
}
