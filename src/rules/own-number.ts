import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { typeOfSymbol } from "./symbols.ts";
import { isPartyDocument, sourceText } from "./walk.ts";

const head = (number: string): string => `cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: ${number}\nngày: …/01/2026`;

/** VB514. The document's own number bears the letters of its type, and the signs of a state body. */
export default defineRule({
  code: "VB514",
  name: "own-number",
  severity: "warning",
  message: text`Số, ký hiệu của văn bản chưa đúng: ${"problem"}.`,
  why: "Ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan; giữa số và ký hiệu là dấu gạch chéo, giữa các chữ viết tắt là dấu gạch nối (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).",
  examples: { bad: example({ head: head("12/QĐ-UBND") }), good: example({ head: head("12/KH-UBND") }) },
  check({ plan, document, report }) {
    const { number, typeName } = document;
    if (number === null || isPartyDocument(document)) return;
    const typed = sourceText(plan, number.span);
    const letters = /(?<=[/-])(?=\p{L})[\p{L}.]+/u.exec(typed);
    if (letters === null) return;
    const at = number.span.start + letters.index;
    const span = { start: at, end: at + letters[0].length };
    // Party bodies also mean other types by QĐ; a state body means a decision.
    const right = letters[0] === "QĐ" ? "Quyết định" : typeOfSymbol(`1/${letters[0]}-X`);
    if (right !== null && right.toLowerCase() !== typeName.toLowerCase()) {
      report(span, {
        problem: `“${letters[0]}” là ký hiệu của ${right.toLowerCase()}, văn bản này là ${typeName.toLowerCase()}`,
      });
    }
    // Unions and associations write as the Party does.
    const isState = document.issuers.every(({ kind }) => kind !== "other");
    const swapped = number.separator === "-" && isState ? /-(?=\p{L})(\p{L}+)\/(?=\p{L})/u.exec(typed) : null;
    if (swapped === null) return;
    const start = number.span.start + swapped.index;
    const place = { start, end: start + swapped[0].length };
    const text = `/${swapped[1]}-`;
    report(
      place,
      { problem: `“${swapped[0]}” là cách ghi của cơ quan Đảng; lẽ ra là “${text}”` },
      { fix: { title: `Đổi thành “${text}”`, safe: false, edits: [{ span: place, text }] } },
    );
  },
});
