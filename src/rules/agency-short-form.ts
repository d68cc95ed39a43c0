import { text } from "../diagnostics/diagnostic.ts";
import { agencyOf, ownerPlaces } from "./bodies.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (lead: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh\n- Chủ trì: ${lead}.\n- Thời gian: Quý II.\n\n2. Niêm yết tại trụ sở.`;

/** A head and nothing but letters behind it: “Phòng VH TT”, “TT HCC”, “P. KT&ĐBCL”. */
const shortForm =
  /^(?:(?:Phòng|Trung tâm|Ban|Tổ|Bộ phận|Hội|Đài|Văn phòng|TT|P\.?|VP|BQL|BCĐ)\s+)?([A-ZĐ]{2,}(?:\s?[&.-]\s?[A-ZĐ]{1,}|\s[A-ZĐ]{2,})*)(?=$|\s(?:tỉnh|huyện|xã|phường|thị trấn|thành phố|trường)(?!\p{L}))/iu;
/** Letters that everyone reads, also joined. */
const usual =
  /^(?:UBND|HĐND|MTTQ|UBMTTQ|UBMTTQVN|MTTQVN|TNCS|TNTP|HCM|TP|CAND|VNPT|FPT|BIDV|EVN|VTV|VOV|HTX|THCS|THPT|BHXH|HĐQT|BGH|CLB)$/u;

/** VB206. The short form of a body's name is explained where it first stands. */
export default defineRule({
  code: "VB206",
  name: "agency-short-form",
  severity: "notice",
  message: text`“${"agency"}” là cách viết tắt chưa giải thích${"guess"}.`,
  why: "Cụm từ viết tắt phải được viết đầy đủ ở lần đầu; một chữ viết tắt có thể là tên của nhiều cơ quan.",
  hint: "Viết đủ tên, hoặc khai báo ở phần đầu: “viết tắt:”.",
  examples: { bad: example({ body: body("Ban VHXH") }), good: example({ body: body("Ban Văn hóa - Xã hội") }) },
  check({ document, registries, report }) {
    const seen = new Set<string>();
    const declared = new Set(document.abbreviations.map(({ short }) => plain(short)));
    for (const { owner } of ownerPlaces(document)) {
      const match = shortForm.exec(owner.text);
      const letters = match?.[1];
      if (letters === undefined || letters !== letters.toUpperCase()) continue;
      const words = letters.split(/[^\p{L}]+/u).filter((word) => word !== "");
      if (words.every((word) => usual.test(word))) continue;
      const name = match![0];
      // The office has declared it in its plan.yaml.
      if (owner.id !== null && registries.own?.units.has(owner.id)) continue;
      if (seen.has(plain(name)) || declared.has(plain(name)) || declared.has(plain(letters))) continue;
      if (words.every((word) => usual.test(word) || declared.has(word))) continue;
      seen.add(plain(name));
      const known = agencyOf(owner.id, registries);
      const guess = known === null || known.level === "set" ? "" : `; có phải “${known.name}”`;
      report(owner.span, { agency: owner.text, guess });
    }
  },
});

const plain = (short: string): string => short.replace(/[\s.&-]+/g, "").toUpperCase();
