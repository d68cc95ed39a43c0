import { text } from "../diagnostics/diagnostic.ts";
import { citedDate, fold } from "../plan/words.ts";
import type { Registries } from "../registry/registry.ts";
import { agencyById, isSure, provinceOn, provincesNamed, successorsOf } from "../registry/search.ts";
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
  check({ document, registries, report }) {
    const days = daysOf(document);
    if (days === null) return;
    const issuers = document.issuers.filter((issuer) => issuer.id !== null);
    for (const { id, text: agency, span } of [...issuers, ...document.agencies]) {
      if (id === null) continue;
      const found = lifeOf(id, days, registries);
      if (found !== null)
        report(span, { agency, problem: found.problem }, { severity: found.isSure ? "warning" : "notice" });
    }
  },
});

interface Finding {
  readonly problem: string;
  readonly isSure: boolean;
}

/** Departments changed within a month of the day the decree set, province by province. */
const grace = 30;

function lifeOf(
  id: string,
  days: { readonly first: string; readonly last: string },
  registries: Registries,
): Finding | null {
  const agency = agencyById(registries, id);
  if (agency === null) return unitLife(id, days, registries);
  if (agency.level === "set" || agency.level === "hamlet" || !isSure(agency.confidence)) return null;
  const slack = agency.level === "province" || agency.level === "central" ? grace : 0;
  // A body known from one source, or ended without a known act, is only worth a look.
  const isCertain = agency.confidence === "A" && agency.act !== null;
  if (agency.validTo !== null && days.first > daysAfter(agency.validTo, slack)) {
    const heirs = successorsOf(registries, agency, days.first).map((heir) => heir.name);
    const into = heirs.length === 0 ? "" : `; nhiệm vụ chuyển về ${heirs.join(", ")}`;
    return { problem: `${ended(agency.validTo)}${by(agency.act)}${into}`, isSure: isCertain };
  }
  if (agency.validFrom !== null && days.last < daysAfter(agency.validFrom, -slack)) {
    return { problem: `đến ngày ${citedDate(agency.validFrom)} mới có${by(agency.act)}`, isSure: isCertain };
  }
  return null;
}

const ended = (lastDay: string): string => `đã kết thúc hoạt động từ ngày ${citedDate(daysAfter(lastDay, 1))}`;
const by = (act: string | null): string => (act === null ? "" : ` (${act})`);

const lastDistrictDay = "2025-06-30";
const districtAct = "Nghị quyết 203/2025/QH15";

/** Bodies matched by pattern live as long as their unit: `ubnd-huyen:loc ha`, `ubnd-cac:huyen+thi xa`, `ubnd-tinh:ninh thuan`. */
function unitLife(
  id: string,
  days: { readonly first: string; readonly last: string },
  registries: Registries,
): Finding | null {
  const match = /-(?:cac:(.+)|(tinh|thanh-pho|huyen|quan|thi-xa|thi-tran|dac-khu):(.+))$/u.exec(id);
  if (!match) return null;
  const levels = match[1] === undefined ? [match[2]!.replace("-", " ")] : match[1].split("+");
  const name = match[3] ?? "";
  const isOver = days.first > lastDistrictDay;
  if (isOver && levels.some((level) => /^(?:huyen|quan|thi xa)(?: |$)/.test(level))) {
    return {
      problem: `không còn từ ngày 01/7/2025: chính quyền địa phương có hai cấp tỉnh và xã${by(districtAct)}`,
      isSure: true,
    };
  }
  if (isOver && levels.some((level) => /^thi tran(?: |$)/.test(level))) {
    return { problem: "không còn từ ngày 01/7/2025: cấp xã gồm xã, phường, đặc khu (Luật 72/2025/QH15)", isSure: true };
  }
  if (!isOver && days.last <= lastDistrictDay && levels.includes("dac khu")) {
    return { problem: "đến ngày 01/7/2025 mới có (Luật 72/2025/QH15)", isSure: true };
  }
  if (match[2] === "tinh") return provinceLife(name, days, registries);
  return null;
}

function provinceLife(
  name: string,
  days: { readonly first: string; readonly last: string },
  registries: Registries,
): Finding | null {
  const known = provincesNamed(registries, name).filter((province) => fold(province.name) === name);
  if (known.length === 0 || provinceOn(registries, name, days.first) || provinceOn(registries, name, days.last))
    return null;
  const last = known.findLast((province) => province.validTo !== null && province.validTo < days.first);
  if (!last?.validTo || !isSure(last.confidence)) return null;
  const into = last.successor === null ? "" : `; nay thuộc ${last.successor}`;
  return { problem: `${ended(last.validTo)}${by(last.act)}${into}`, isSure: true };
}
