import { foldVietnamese } from "../../grammar/fold.ts";
import { text } from "../diagnostics/diagnostic.ts";
import { looksLikeAgency, sentenceWord } from "../plan/agency-words.ts";
import type { PlanDocument } from "../plan/plan.ts";
import type { Registries } from "../registry/registry.ts";
import { isAlive, nearestName } from "../registry/search.ts";
import { isClosedKind, type OwnerPlace, oneSlip, ownerPlaces } from "./bodies.ts";
import { daysOf } from "./dates.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (agency: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh\n- Chủ trì: Công an xã.\n- Phối hợp: ${agency}.\n- Thời gian: Quý II.\n\n2. Niêm yết tại trụ sở.`;

/** VB203. A body that is given work is one that exists. */
export default defineRule({
  code: "VB203",
  name: "unknown-agency",
  severity: "notice",
  message: text`Chưa nhận ra cơ quan “${"agency"}”.${"suggestion"}`,
  why: "Tên không có trong danh mục cơ quan và không theo mẫu tên quen thuộc thì nên đọc lại: giao việc cho tên ghi sai thì không ai thực hiện.",
  hint: "Kiểm tra tên; nếu đúng thì bỏ qua lưu ý này.",
  examples: { bad: example({ body: body("Sở Kinh tế số") }), good: example({ body: body("Sở Nội vụ") }) },
  check({ document, registries, report }) {
    const seen = new Set<string>();
    for (const place of ownerPlaces(document)) {
      const { owner } = place;
      const key = foldVietnamese(owner.text);
      if (seen.has(key) || !isUnknown(place, document)) continue;
      seen.add(key);
      if (oneSlip(owner, document, registries) !== null) continue;
      const near = nearest(owner.text, document, registries);
      // The divisions of a committee have more names than the registry; one is only asked about beside a like name.
      if (owner.id?.startsWith("phong:") && near === null) continue;
      report(owner.span, { agency: owner.text, suggestion: near === null ? "" : ` Có phải “${near}”?` });
    }
  },
});

/** Persons, by their position or by name. */
const people =
  /^(?:Trưởng|Phó|Bí thư|Tổ trưởng|Thầy|Cô|Ông|Bà|Đồng chí|Đ\/c|Bác sĩ|BS|ThS|TS|GV|Giáo viên|Hiệu trưởng|Các|Toàn)(?!\p{L})/u;
/** Several bodies at once: “Ban quản lý các chợ”, “Trường đại học, viện nghiên cứu”. */
const several =
  /(?<!\p{L})(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Ll]ực lượng)(?!\p{L})|^\p{Lu}\p{Ll}+ [\p{Ll} ]+, \p{Ll}[\p{Ll} ]*$/u;
const ownUnit = /^(?:Phòng|Ban|Khoa|Tổ|Đội|Trạm|Xưởng|Vụ|Cục|Viện|Trung tâm|Văn phòng|Bộ phận|Chi nhánh)(?!\p{L})/u;

/** Before it departments had other names. */
const firstYear = 2008;

function isUnknown({ owner, role }: OwnerPlace, document: PlanDocument): boolean {
  const { id, text: name } = owner;
  // Longer words, and those with a sentence behind them, are no name.
  if (name.length > 120 || /[.:]\s/.test(name) || (document.date?.year ?? firstYear) < firstYear) return false;
  if (id !== null) return isClosedKind(id, document) && /^\p{L}+\s\p{Lu}\p{Ll}/u.test(name);
  if (sentenceWord.test(name) || people.test(name) || several.test(name)) return false;
  // The divisions of a department, a hospital, a firm are its own affair.
  if (document.issuers.some(({ kind }) => kind !== "committee" && kind !== "council") && ownUnit.test(name))
    return false;
  // “Thanh tra đột xuất” heads a kind of work.
  if (role === "duty" && !/\s\p{Lu}/u.test(name)) return false;
  return looksLikeAgency(name) || (role !== "duty" && name.split(/\s+/).length <= 8 && /^\p{Lu}/u.test(name));
}

/** The known name nearest to it, of bodies that exist on the day and begin with the same word. */
function nearest(name: string, document: PlanDocument, registries: Registries): string | null {
  const days = daysOf(document);
  const head = `${foldVietnamese(name).split(" ")[0]!} `;
  const candidates = registries.agencies
    .filter((one) => one.level !== "set" && (days === null || isAlive(one, days.first)))
    .map((one) => one.name)
    .filter((one) => foldVietnamese(one).startsWith(head));
  return nearestName(name, candidates);
}
