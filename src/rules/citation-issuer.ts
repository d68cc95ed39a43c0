import { type Fix, text } from "../diagnostics/diagnostic.ts";
import type { Registries } from "../registry/registry.ts";
import { agenciesNamed, documentById, isSure } from "../registry/search.ts";
import { type Cited, citedIn, spanIn } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { repairedNumber } from "./symbols.ts";

const body = (issuer: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Quyết định số 749/QĐ-TTg ngày 03/6/2020 của ${issuer}.\n2. Niêm yết tại trụ sở.`;

/** VB108. The issuer of a cited document is the body whose mark its number bears. */
export default defineRule({
  code: "VB108",
  name: "citation-issuer",
  severity: "warning",
  message: text`“${"number"}” là văn bản của ${"right"}, đây ghi “${"found"}”.`,
  why: "Ký hiệu cho biết cơ quan, người có thẩm quyền ban hành; ghi khác đi thì một trong hai bị nhầm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 và II.6).",
  hint: "Đối chiếu với bản gốc, sửa tên cơ quan hoặc ký hiệu.",
  examples: { bad: example({ body: body("Chính phủ") }), good: example({ body: body("Thủ tướng Chính phủ") }) },
  check({ document, registries, report }) {
    for (const one of citedIn(document, registries)) {
      const { found } = one;
      if (found.number === null || found.issuer === null || found.issuerAt === null) continue;
      const right = rightIssuer(one, registries);
      if (right === null) continue;
      const span = spanIn(one, found.issuerAt);
      const fix: Fix | undefined = right.isExact
        ? { title: `Sửa thành “${right.name}”`, safe: false, edits: [{ span, text: right.name }] }
        : undefined;
      report(span, { number: found.number, right: right.name, found: found.issuer }, fix ? { fix } : {});
    }
  },
});

interface Right {
  readonly name: string;
  /** A name to write there; otherwise it only says what kind of body it is. */
  readonly isExact: boolean;
}

type Kind =
  | "government"
  | "premier"
  | "assembly"
  | "standing"
  | "committee"
  | "council"
  | "party"
  | "central-party"
  | "ministry";

const names: Readonly<Record<Exclude<Kind, "ministry">, Right>> = {
  government: { name: "Chính phủ", isExact: true },
  premier: { name: "Thủ tướng Chính phủ", isExact: true },
  assembly: { name: "Quốc hội", isExact: true },
  standing: { name: "Ủy ban Thường vụ Quốc hội", isExact: true },
  committee: { name: "Ủy ban nhân dân", isExact: false },
  council: { name: "Hội đồng nhân dân", isExact: false },
  party: { name: "cấp ủy Đảng ở địa phương", isExact: false },
  "central-party": { name: "Trung ương Đảng", isExact: false },
};

const bySymbol: readonly (readonly [RegExp, Kind])[] = [
  [/\/(?:NĐ|NQ)-CP$/u, "government"],
  [/\/(?:QĐ|CT|CĐ)-TTg$/u, "premier"],
  [/\/(?:PL-|NQ-)?UBTVQH\d+$/u, "standing"],
  [/\/QH\d+$/u, "assembly"],
  [/-(?:CT)?UBND$/u, "committee"],
  [/-HĐND$/u, "council"],
  [/^\d+-\p{L}+\/(?:TU|HU|ĐU|QU|ThU|TXU)$/u, "party"],
  [/^\d+-\p{L}+\/TW$/u, "central-party"],
  [/\/(?:TT|QĐ)-B\p{Lu}+$/u, "ministry"],
];

const byOffice: readonly (readonly [RegExp, Kind])[] = [
  [/^chinh phu$/u, "government"],
  [/^(?:pho )?thu tuong(?: chinh phu)?$/u, "premier"],
  [/^quoc hoi$/u, "assembly"],
  [/^uy ban thuong vu quoc hoi$/u, "standing"],
  [/^uy ban nhan dan(?: |$)/u, "committee"],
  [/^hoi dong nhan dan(?: |$)/u, "council"],
  [/^(?:tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy)(?: |$)/u, "party"],
  [/^trung uong dang$/u, "central-party"],
  [/^bo \S+ /u, "ministry"],
];

/** The issuer that the number speaks of, where the written one is surely another. */
function rightIssuer(one: Cited, registries: Registries): Right | null {
  const number = repairedNumber(one.found.number!);
  const wanted = bySymbol.find(([pattern]) => pattern.test(number))?.[1];
  const written = byOffice.find(([pattern]) => pattern.test(one.body!.office))?.[1];
  if (wanted === undefined || written === undefined) return null;
  if (wanted === "ministry") return rightMinistry(number, one.found.issuer!, written, registries);
  if (wanted !== written) return names[wanted];
  return wanted === "central-party" ? rightParty(one, registries) : null;
}

function rightMinistry(number: string, issuer: string, written: Kind, registries: Registries): Right | null {
  const symbol = /-(\p{L}+)$/u.exec(number)![1]!;
  const right = registries.agencies.find((agency) => agency.symbol === symbol && agency.level === "central");
  if (right === undefined || !isSure(right.confidence)) return null;
  if (written !== "ministry") return { name: right.name, isExact: true };
  const name = issuer.replace(/^(?:Bộ|Thứ) trưởng\s+/u, "");
  const named = agenciesNamed(registries, name)[0];
  if (named === undefined || named.symbol === null || named.symbol === symbol || named.level !== "central") return null;
  return { name: issuer === name ? right.name : `Bộ trưởng ${right.name}`, isExact: true };
}

const parts = {
  "ban chap hanh": "Ban Chấp hành Trung ương Đảng",
  "bo chinh tri": "Bộ Chính trị",
  "ban bi thu": "Ban Bí thư",
};

/** The Central Committee, the Politburo and the Secretariat number in one series: the registry tells them apart. */
function rightParty({ citation, body }: Cited, registries: Registries): Right | null {
  const known = citation.resolved === null ? null : documentById(registries, citation.resolved);
  if (known === null || !isSure(known.confidence) || body!.part === "") return null;
  const right = Object.values(parts).find((name) => known.issuer.includes(name.split(" Trung ương")[0]!));
  if (right === undefined || !(body!.part in parts)) return null;
  return right === parts[body!.part as keyof typeof parts] ? null : { name: right, isExact: true };
}
