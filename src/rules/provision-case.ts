import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { startsSentence } from "./letter-case.ts";
import { defineRule } from "./rule.ts";
import { isCapitalised, type Token, wordsOf } from "./syllables.ts";

/** VB644. A provision cited by its parts: “điểm a khoản 1 Điều 3 Chương II”. */
export default defineRule({
  code: "VB644",
  name: "provision-case",
  severity: "warning",
  message: text`Viện dẫn “${"found"}” viết đúng là “${"right"}”: Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường.`,
  why: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V: viết hoa phần, chương, mục, tiểu mục, điều khi viện dẫn; khoản và điểm thì không.",
  examples: {
    bad: example({
      body: "I. NỘI DUNG\n\n1. Thực hiện theo Khoản 2 Điều 5 Luật Đất đai.\n2. Niêm yết tại trụ sở.",
    }),
    good: example({
      body: "I. NỘI DUNG\n\n1. Thực hiện theo khoản 2 Điều 5 Luật Đất đai.\n2. Niêm yết tại trụ sở.",
    }),
  },
  check({ document, report }) {
    for (const { prose, tokens } of wordsOf(document)) {
      for (let at = 0; at < tokens.length; at++) {
        const parts = partsAt(tokens, at);
        if (parts.length === 0) continue;
        const last = parts.at(-1)! + 2;
        const isArticle = parts.some((part) => tokens[part]!.lower === "điều");
        if (isArticle && (parts.length > 1 || names.has(tokens[last]?.lower ?? ""))) {
          const wrong = parts.filter((part, index) => hasWrongCase(tokens, part, index === 0));
          if (wrong.length > 0) {
            const start = tokens[at]!.start;
            const end = tokens[last - 1]!.end;
            const span = sourceSpan(prose, start, end);
            const found = prose.text.slice(start, end);
            let right = found;
            for (const part of wrong) {
              const place = tokens[part]!.start - start;
              const letter = right.charAt(place);
              const turned = isSmall(tokens[part]!) ? letter.toLowerCase() : letter.toUpperCase();
              right = right.slice(0, place) + turned + right.slice(place + 1);
            }
            const fix = { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: right }] };
            report(span, { found, right }, span.end - span.start === found.length ? { fix } : {});
          }
        }
        at = last - 1;
      }
    }
  },
});

const levels = ["điểm", "khoản", "điều", "mục", "chương", "phần"];

/** Kinds of documents after an article: “Điều 3 Luật …”. */
const names = new Set(["luật", "bộ", "nghị", "thông", "quyết", "quy", "hiến", "pháp", "của"]);

const isSmall = ({ lower }: Token): boolean => lower === "điểm" || lower === "khoản";

/** Where the parts of a provision stand that follow each other from `at`: indexes of “điểm”, “khoản”, “Điều”. */
function partsAt(tokens: readonly Token[], at: number): readonly number[] {
  const parts: number[] = [];
  let level = -1;
  for (let next = at; ; next += 2) {
    const found = levels.indexOf(tokens[next]?.lower ?? "");
    const number = tokens[next + 1];
    if (found <= level || number === undefined || number.isTight) return parts;
    const isNumber = found === 0 ? /^[a-zđ]{1,2}$/iu.test(number.text) : /^(?:\d{1,3}|[IVXLC]+)$/u.test(number.text);
    if (!isNumber) return parts;
    parts.push(next);
    level = found;
  }
}

function hasWrongCase(tokens: readonly Token[], part: number, isFirst: boolean): boolean {
  const token = tokens[part]!;
  if (isSmall(token)) return isCapitalised(token.text) && !(isFirst && startsSentence(tokens, part));
  return token.lower === "điều" && !isCapitalised(token.text);
}
