import { text } from "../diagnostics/diagnostic.ts";
import type { AgencyMention, Issuer, Plan, PlanDocument } from "../plan/plan.ts";
import { citedDate, fold } from "../plan/words.ts";
import type { Agency, Province, Registries } from "../registry/registry.ts";
import { agencyById, isAlive, isSure, provinceOn, provincesNamed, successorsOf } from "../registry/search.ts";
import { clauseAround, isCited, isQuoted, ownerPlaces } from "./bodies.ts";
import { daysAfter, daysOf } from "./dates.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (agency: string): string =>
  `I. NỘI DUNG\n\n1. Báo cáo ${agency} trước ngày 15/12/2026.\n2. Niêm yết tại trụ sở.`;

/** VB201. A body that is given work exists on the day of the plan. */
export default defineRule({
  code: "VB201",
  name: "agency-not-alive",
  severity: "warning",
  message: text`Tên cơ quan “${"agency"}” không hợp thời điểm: ${"problem"}.`,
  why: "Giao việc cho cơ quan đã sáp nhập, giải thể hoặc chưa thành lập thì không ai thực hiện.",
  hint: "Ghi cơ quan tiếp nhận nhiệm vụ; nếu chỉ nhắc lại việc đã qua thì ghi chú “# bỏ qua VB201: lý do” ở dòng trên.",
  examples: {
    bad: example({ body: body("Sở Thông tin và Truyền thông") }),
    good: example({ body: body("Sở Khoa học và Công nghệ") }),
  },
  check({ plan, document, registries, report }) {
    const days = daysOf(document);
    if (days === null) return;
    const owned = new Set(ownerPlaces(document).map(({ owner }) => owner.span.start));
    const noticed = new Set<string>();
    const issuers = new Set<AgencyMention | Issuer>(document.issuers);
    for (const mention of [...document.issuers, ...document.agencies]) {
      const { id, text: agency, span } = mention;
      if (id === null) continue;
      const found = lifeOf({ id, agency, days, document, registries });
      if (found === null) continue;
      const isOwner = issuers.has(mention) || owned.has(span.start);
      const isPast = isOwner
        ? bracketOfPast.test(plan.source.text.slice(span.end, span.end + 40))
        : tellsOfThePast(plan, document, mention, days.first, found.lastDay);
      if (isPast) continue;
      // What is only worth a look is said once.
      if (!found.isSure && noticed.has(id)) continue;
      noticed.add(id);
      report(span, { agency, problem: found.problem }, { severity: found.isSure ? "warning" : "notice" });
    }
  },
});

interface Days {
  readonly first: string;
  readonly last: string;
}

interface Finding {
  readonly problem: string;
  readonly isSure: boolean;
  /** Last day of its life; null for a body that is yet to come. */
  readonly lastDay: string | null;
}

interface Question {
  readonly id: string;
  /** As written. */
  readonly agency: string;
  readonly days: Days;
  readonly document: PlanDocument;
  readonly registries: Registries;
}

// ── Mentions that tell of the past ──────────────────────────────────────────────────────────────────────────────────

/** Words of a clause that tells what became of a body. */
const pastWords =
  /trước đây|nay (?:là|thuộc|chuyển)|\(\s*cũ\s*\)|(?<!\p{L})cũ(?!\p{L})|nguyên là|tiền thân|sáp nhập|hợp nhất|giải thể|chia tách|kết thúc hoạt động|bàn giao|đổi tên|sắp xếp (?:tổ chức|bộ máy|đơn vị)|chuyển (?:về|giao|từ)|(?:tiếp nhận|kế thừa|hình thành|thành lập)[^,]{0,40} từ(?!\p{L})/iu;
/** “Sở Thông tin và Truyền thông (nay là …)” */
const bracketOfPast = /^\s*\(\s*(?:nay|cũ|trước đây|đã sáp nhập|đã hợp nhất)/iu;
const dates = /(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})/gu;
const years = /(?<![\d/-])(?:19|20)\d{2}(?![\d/])/gu;

function tellsOfThePast(
  plan: Plan,
  document: PlanDocument,
  { span }: AgencyMention,
  day: string,
  lastDay: string | null,
): boolean {
  if (isQuoted(plan, span) || isCited(plan, document, span)) return true;
  if (lastDay === null) return false;
  const { text: clause } = clauseAround(plan, span);
  if (pastWords.test(clause)) return true;
  const written = [...clause.matchAll(dates)].map(
    ([, d, m, y]) => `${y}-${m!.padStart(2, "0")}-${d!.padStart(2, "0")}`,
  );
  if (written.some((one) => one <= daysAfter(lastDay, grace))) return true;
  const named = [...clause.replace(dates, "").matchAll(years)].map(([year]) => year);
  return (
    written.length === 0 && named.length > 0 && named.every((y) => y < day.slice(0, 4) && y <= lastDay.slice(0, 4))
  );
}

// ── Lives ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Departments changed within a month of the day the decree set, province by province. */
const grace = 30;
/** Plans of the weeks before a reform already name the bodies it brings. */
const foresight = 60;

const lastDistrictDay = "2025-06-30";
const districtEnd =
  "không còn từ ngày 01/7/2025: chính quyền địa phương có hai cấp tỉnh và xã (Nghị quyết 203/2025/QH15)";
const townEnd = "không còn từ ngày 01/7/2025: cấp xã gồm xã, phường, đặc khu (Luật 72/2025/QH15)";

const districtWord = /(?<!\p{L})(?:huyện|quận(?! khu| ủy viên)|thị xã)(?!\p{L})/iu;
const levelWord = /(?<!\p{L})(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?!\p{L})/iu;
const levelTail = / (?:cấp )?(?:tỉnh|huyện|xã)$/u;
const communeWord = /(?<!\p{L})(?:xã|phường|đặc khu)(?!\p{L})/iu;

/** Who has taken over the duties of a district's divisions in a commune (Nghị định 150/2025/NĐ-CP). */
const communeHeirs: readonly (readonly [RegExp, string])[] = [
  [/^phong-(?:noi-vu|giao-duc|y-te|lao-dong|dan-toc|van-hoa)/, "Phòng Văn hóa - Xã hội cấp xã"],
  [
    /^phong-(?:tai-chinh|tai-nguyen|kinh-te|quan-ly-do-thi|nong-nghiep)/,
    "Phòng Kinh tế (Phòng Kinh tế, Hạ tầng và Đô thị) cấp xã",
  ],
  [/^(?:phong-tu-phap|van-phong-hdnd-va-ubnd-huyen)/, "Văn phòng HĐND và UBND cấp xã"],
  [/^(?:trung-tam-hanh-chinh-cong-huyen|bo-phan-mot-cua-huyen)/, "Trung tâm Phục vụ hành chính công cấp xã"],
];

function lifeOf(question: Question): Finding | null {
  const { id, agency, days, registries } = question;
  const known = agencyById(registries, id);
  if (known?.level === "set" || known?.level === "hamlet") return setLife(agency, days);
  const place = placeLife(agency, days, registries);
  // What the registry says of districts holds for quận and thị xã.
  const head = id.split(":")[0]!;
  const kind =
    known ?? agencyById(registries, head) ?? agencyById(registries, head.replace(/-(?:quan|thi-xa)$/, "-huyen"));
  return (
    (kind === null ? null : agencyLife(kind, question)) ??
    (known === null ? unitLife(id, days, registries) : null) ??
    place
  );
}

function agencyLife(agency: Agency, question: Question): Finding | null {
  const { days, registries, document } = question;
  if (!isSure(agency.confidence) || !isMeant(agency, question)) return null;
  const isLocal = agency.level === "district" || agency.level === "commune";
  const isDistrict = agency.level === "district";
  // Districts ended on one day; departments did within weeks of the day of their decree.
  const slack = agency.level === "commune" || (agency.validTo ?? "") >= lastDistrictDay ? 0 : grace;
  if (agency.validTo !== null && days.first > daysAfter(agency.validTo, slack)) {
    const heirs = successorsOf(registries, agency, days.first).map((heir) => heir.name);
    const local = days.first > lastDistrictDay ? communeHeirs.find(([pattern]) => pattern.test(agency.id))?.[1] : null;
    const names = heirs.length > 0 ? heirs.join(", ") : (local ?? null);
    const into = names === null ? "" : `; nhiệm vụ chuyển về ${names}`;
    if (isDistrict && days.first > lastDistrictDay && (agency.validTo >= lastDistrictDay || agency.act === null)) {
      return { problem: `${districtEnd}${into}`, isSure: isGoverned(agency), lastDay: agency.validTo };
    }
    // A body known from one source, or ended without a known act, is only worth a look.
    const isCertain = agency.confidence === "A" && agency.act !== null;
    return { problem: `${ended(agency.validTo)}${by(agency.act)}${into}`, isSure: isCertain, lastDay: agency.validTo };
  }
  if (agency.validFrom !== null && days.last < daysAfter(agency.validFrom, isLocal ? 0 : -grace)) {
    const isNear = isLocal && days.last >= daysAfter(agency.validFrom, -foresight);
    const isOwn =
      agency.level !== "commune" || document.issuers[0]?.level === "commune" || communeWord.test(question.agency);
    const isCertain = agency.confidence === "A" && agency.act !== null && !isNear && isOwn;
    const problem = `đến ngày ${citedDate(agency.validFrom)} mới có${by(agency.act)}`;
    return { problem, isSure: isCertain, lastDay: null };
  }
  return null;
}

/** Bodies of the State and the Party at a district; associations and services of that name may go on. */
const isGoverned = ({ id, confidence }: Agency): boolean =>
  confidence !== "C" &&
  /^(?:ubnd|hdnd|van-phong-hdnd|phong-|thanh-tra|huyen-uy|mttq|ban-tuyen-giao|bo-phan-mot-cua|cong-an|ban-chi-huy-quan-su|toa-an|vien-kiem-sat)/.test(
    id,
  );

/** The registry's row is what the words mean: a centre without its level is the issuer's own, and only committees speak of
 * the divisions of a district by these names. */
function isMeant(agency: Agency, { agency: written, document }: Question): boolean {
  const [issuer] = document.issuers;
  if (levelTail.test(agency.name) && !levelWord.test(written)) return issuer?.level === agency.level;
  if (!/^phong-/.test(agency.id) || levelWord.test(written)) return true;
  return issuer === undefined || issuer.kind === "committee" || issuer.kind === "council";
}

const ended = (lastDay: string): string => `đã kết thúc hoạt động từ ngày ${citedDate(daysAfter(lastDay, 1))}`;
const by = (act: string | null): string => (act === null ? "" : ` (${act})`);

/** “các phòng, ban, ngành cấp huyện”, “các huyện ủy, thành ủy”. */
function setLife(written: string, { first }: Days): Finding | null {
  if (first <= lastDistrictDay) return null;
  if (districtWord.test(written)) return { problem: districtEnd, isSure: true, lastDay: lastDistrictDay };
  return /(?<!\p{L})thị trấn(?!\p{L})/iu.test(written)
    ? { problem: townEnd, isSure: true, lastDay: lastDistrictDay }
    : null;
}

/** Pattern bodies of the government and the Party, which end with their unit; schools and companies keep their names. */
const unitKind =
  /^(?:chu-tich-ubnd|ubnd|hdnd|van-phong-(?:hdnd-va-)?ubnd|van-phong-dang-uy|mttq|dang-uy|dang-bo|thanh-tra|cong-an|ban-chi-huy-quan-su|hoi-(?:nong-dan|lien-hiep-phu-nu|cuu-chien-binh)|doan-thanh-nien|lien-doan-lao-dong|trung-tam-(?:phuc-vu-)?hanh-chinh-cong)-/;

/** Bodies matched by pattern live as long as their unit: `ubnd-huyen:loc ha`, `ubnd-cac:huyen+thi xa`, `ubnd-tinh:ninh thuan`. */
function unitLife(id: string, days: Days, registries: Registries): Finding | null {
  const match = /-(?:cac:(.+)|(tinh|thanh-pho|huyen|quan|thi-xa|thi-tran|dac-khu):(.+))$/u.exec(id);
  if (!match || !unitKind.test(id)) return null;
  const levels = match[1] === undefined ? [match[2]!.replace("-", " ")] : match[1].split("+");
  const name = match[3] ?? "";
  const isOver = days.first > lastDistrictDay;
  if (isOver && levels.some((level) => /^(?:huyen|quan|thi xa)(?: |$)/.test(level))) {
    return { problem: districtEnd, isSure: true, lastDay: lastDistrictDay };
  }
  if (isOver && levels.some((level) => /^thi tran(?: |$)/.test(level))) {
    return { problem: townEnd, isSure: true, lastDay: lastDistrictDay };
  }
  if (days.last <= lastDistrictDay && levels.some((level) => /^dac khu(?: |$)/.test(level))) {
    const isNear = days.last >= daysAfter(lastDistrictDay, 1 - foresight);
    return { problem: "đến ngày 01/7/2025 mới có (Luật 72/2025/QH15)", isSure: !isNear, lastDay: null };
  }
  if (match[2] === "tinh") return provinceLife(name, days, registries);
  return match[2] === "thanh-pho" && isOver ? cityLife(name, days, registries) : null;
}

/** The province or district that a registered name ends with: “Sở Nội vụ tỉnh Ninh Thuận”. */
function placeLife(written: string, days: Days, registries: Registries): Finding | null {
  const match = /(?<!\p{L})(?:tỉnh|thành phố)\s+(\p{Lu}[\p{L}\s-]*)$/u.exec(written);
  return match === null ? null : provinceLife(fold(match[1]!), days, registries);
}

function provinceLife(name: string, days: Days, registries: Registries): Finding | null {
  const known = provincesNamed(registries, name).filter((province) => fold(province.name) === name);
  if (known.length === 0 || provinceOn(registries, name, days.first) || provinceOn(registries, name, days.last))
    return null;
  const last = known.findLast((province) => province.validTo !== null && province.validTo < days.first);
  if (!last?.validTo || !isSure(last.confidence)) return null;
  const into = last.successor === null ? "" : `; nay thuộc ${last.successor}`;
  return { problem: `${ended(last.validTo)}${by(last.act)}${into}`, isSure: true, lastDay: last.validTo };
}

/** Cities below a province ended with the districts; those that are no province, and were one of a known name, are meant. */
function cityLife(name: string, days: Days, registries: Registries): Finding | null {
  const known = provincesNamed(registries, name);
  // Words behind the name may have been taken for a part of it.
  const first = name.split(" ").slice(0, 2).join(" ");
  const isCity = (one: Province): boolean => one.unit === "thành phố" && isAlive(one, days.first);
  if ([...known, ...provincesNamed(registries, first)].some(isCity)) return null;
  return { problem: districtEnd, isSure: false, lastDay: lastDistrictDay };
}
