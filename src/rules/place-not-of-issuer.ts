import { text } from "../diagnostics/diagnostic.ts";
import { fold } from "../plan/words.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { placeOf } from "./walk.ts";

const head = (place: string): string =>
  `cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nđịa danh: ${place}\nsố: …/KH-UBND\nngày: …/01/2026`;

/** VB528. The place of a people's committee is the unit that it governs. */
export default defineRule({
  code: "VB528",
  name: "place-not-of-issuer",
  severity: "notice",
  message: text`Địa danh ghi “${"place"}”, cơ quan ban hành là “${"issuer"}”.`,
  why: "Địa danh ghi trên văn bản là tên chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4).",
  examples: { bad: example({ head: head("An Hòa") }), good: example({ head: head("An Bình") }) },
  check({ plan, document, report }) {
    const [issuer] = document.issuers;
    if (issuer === undefined || document.issuers.length > 1 || document.place === null) return;
    if (issuer.kind !== "committee" || (issuer.level !== "commune" && issuer.level !== "district")) return;
    const place = fold(document.place).replace(/^(?:xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tp\.?) /, "");
    if (!/\p{L}/u.test(place) || fold(issuer.full).includes(place)) return;
    // “Số: …, địa danh, ngày …” is derived where it is not typed: then there is nothing to correct.
    const typed = placeOf(plan, document.place, { start: document.titleSpan.start, end: issuer.span.end + 400 });
    if (typed !== null) report(typed, { place: document.place, issuer: issuer.full });
  },
});
