import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isCapitalised, type Token, wordsOf } from "./syllables.ts";

/** VB645. The type of a document that is meant itself: “Nghị định số …”, “Luật Đất đai”, “Kế hoạch này”. */
export default defineRule({
  code: "VB645",
  name: "document-type-small",
  severity: "warning",
  message: text`Tên một văn bản cụ thể viết hoa: “${"found"}” viết đúng là “${"right"}”.`,
  why:
    "Tên loại của một văn bản cụ thể và chữ đầu của tên gọi văn bản ấy viết hoa " +
    "(Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V).",
  examples: {
    bad: example({
      body: "I. NỘI DUNG\n\n1. Thực hiện quyết định số 12/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân xã.\n2. Niêm yết tại trụ sở.",
    }),
    good: example({
      body: "I. NỘI DUNG\n\n1. Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân xã.\n2. Niêm yết tại trụ sở.",
    }),
  },
  check({ document, report }) {
    const ownType = document.typeName.toLowerCase().split(" ");
    const own: { readonly start: number; readonly end: number }[] = [];
    for (const { prose, tokens } of wordsOf(document)) {
      for (const [at, token] of tokens.entries()) {
        // Nearly every word ends here.
        if (!firstWords.has(token.text) && token.text !== ownType[0]) continue;
        const end = typeEnd(tokens, at);
        const isOwn = ownType.every((word, index) => tokens[at + index]?.text === word);
        if (isOwn && tokens[at + ownType.length]?.text === "này") {
          const span = sourceSpan(prose, token.start, tokens[at + ownType.length]!.end);
          if (span.end - span.start === tokens[at + ownType.length]!.end - token.start) own.push(span);
        }
        if (end === 0 || !isNumberAt(tokens, end)) continue;
        const stop = tokens[end - 1]!.end;
        const span = sourceSpan(prose, token.start, stop);
        const found = prose.text.slice(token.start, stop);
        const right = found.charAt(0).toUpperCase() + found.slice(1);
        const fix = { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: right }] };
        report(span, { found, right }, span.end - span.start === found.length ? { fix } : {});
      }
    }
    const [first] = own;
    if (first === undefined) return;
    const found = `${ownType.join(" ")} này`;
    const right = found.charAt(0).toUpperCase() + found.slice(1);
    const edits = own.map(({ start }) => ({ span: { start, end: start + 1 }, text: right.charAt(0) }));
    report(first, { found, right }, { severity: "notice", fix: { title: `Viết “${right}”`, safe: true, edits } });
  },
});

const types = new Set([
  "nghị định",
  "nghị quyết",
  "quyết định",
  "chỉ thị",
  "thông tư",
  "kế hoạch",
  "công văn",
  "thông báo",
  "kết luận",
  "hướng dẫn",
  "chương trình",
  "đề án",
  "báo cáo",
  "tờ trình",
]);

const firstWords = new Set([...types].map((type) => type.split(" ")[0]));

/** The token after a type of document in small letters at `at`; 0 where there is none. */
function typeEnd(tokens: readonly Token[], at: number): number {
  const first = tokens[at]!;
  const second = tokens[at + 1];
  if (second === undefined || isCapitalised(first.text) || !types.has(`${first.lower} ${second.lower}`)) return 0;
  return first.lower === "thông" && tokens[at + 2]?.lower === "liên" && tokens[at + 3]?.lower === "tịch"
    ? at + 4
    : at + 2;
}

/** “số 30/2020/NĐ-CP”: a number with its symbol, not a count. */
function isNumberAt(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== "số" || !/^\d+$/u.test(tokens[at + 1]?.text ?? "")) return false;
  const sign = tokens[at + 2];
  return sign?.isTight === true && /^[/-]$/u.test(sign.text) && tokens[at + 3]?.isTight === true;
}
