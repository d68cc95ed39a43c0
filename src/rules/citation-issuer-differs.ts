import { text } from "../diagnostics/diagnostic.ts";
import { isSameOffice } from "../plan/issuing-body.ts";
import { type Cited, citedIn, spanIn } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (issuer: string): string =>
  `I. NỘI DUNG\n\n1. Quán triệt Nghị quyết số 07-NQ/TU ngày 29/10/2021 của Tỉnh ủy.\n2. Tuyên truyền Nghị quyết số 07-NQ/TU ngày 29/10/2021 của ${issuer}.`;

/** VB109. One document has one issuer, named alike wherever the document is cited. */
export default defineRule({
  code: "VB109",
  name: "citation-issuer-differs",
  severity: "notice",
  message: text`“${"number"}” ở đây của “${"found"}”, chỗ khác ghi của “${"other"}”.`,
  why: "Một văn bản chỉ có một cơ quan ban hành; tập thể và người đứng đầu, ban chấp hành và ban thường vụ là những chủ thể khác nhau.",
  hint: "Đối chiếu với bản gốc rồi ghi thống nhất.",
  examples: {
    bad: example({ body: body("Ban Chấp hành Đảng bộ tỉnh") }),
    good: example({ body: body("Tỉnh ủy") }),
  },
  check({ document, registries, report }) {
    const earlier: Cited[] = [];
    for (const one of citedIn(document, registries)) {
      if (one.key === null || one.body === null || one.found.issuerAt === null) continue;
      const first = earlier.find((other) => differs(one, other));
      if (first) {
        report(
          spanIn(one, one.found.issuerAt),
          { number: one.found.number!, found: one.found.issuer!, other: first.found.issuer! },
          { related: [{ span: spanIn(first, first.found.issuerAt!), message: `ghi của “${first.found.issuer!}”` }] },
        );
      } else earlier.push(one);
    }
  },
});

/** Committees of the Party are named by their unit or by their part; who speaks of “Trung ương” leaves the part out. */
function differs(a: Cited, b: Cited): boolean {
  if (a.key !== b.key) return false;
  const [first, second] = [a.citation.date, b.citation.date];
  const isSameDay = first !== null && first === second;
  // The same number of the same day is one document, though the offices disagree. Offices of another kind than the symbol
  // says are told by the rule on issuers.
  if (!isSameOffice(a.body!, b.body!)) {
    return isSameDay && a.found.type === b.found.type && a.body!.office.slice(0, 6) === b.body!.office.slice(0, 6);
  }
  if (a.body!.part === b.body!.part) return false;
  // “Trung ương”, and a later mention in short that names the office alone, leave the part out.
  const isShort = (one: Cited): boolean =>
    one.body!.part === "" && (one.citation.date === null || one.body!.office === "trung uong dang");
  if (isShort(a) || isShort(b)) return false;
  return first === null || second === null || isSameDay;
}
