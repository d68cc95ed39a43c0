import { text } from "../diagnostics/diagnostic.ts";
import type { Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { startsSentence } from "./letter-case.ts";
import { defineRule } from "./rule.ts";
import { type Token, wordsOf } from "./syllables.ts";

/** VB642. “Đảng”, “Nhà nước”, “Nhân dân” as nouns of their own bear capitals; as attributes (“cơ quan nhà nước”) they do not. */
export default defineRule({
  code: "VB642",
  name: "special-noun-small",
  severity: "warning",
  message: text`“${"found"}” ở đây là danh từ riêng, viết hoa: “${"right"}”.`,
  why:
    "Các danh từ Nhân dân, Nhà nước, Đảng (Đảng Cộng sản Việt Nam) đứng riêng thì viết hoa " +
    "(Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V).",
  examples: {
    bad: example({
      body: "I. NỘI DUNG\n\n1. Tuyên truyền chủ trương, chính sách của đảng.\n2. Niêm yết tại trụ sở.",
    }),
    good: example({
      body: "I. NỘI DUNG\n\n1. Tuyên truyền chủ trương, chính sách của Đảng.\n2. Niêm yết tại trụ sở.",
    }),
  },
  check({ document, report }) {
    const people: { readonly prose: Prose; readonly token: Token }[] = [];
    for (const { prose, tokens } of wordsOf(document)) {
      for (const [at, token] of tokens.entries()) {
        const size = token.text === "đảng" ? partyAt(tokens, at) : token.text === "nhà" ? stateAt(tokens, at) : 0;
        if (size > 0) {
          const end = tokens[at + size - 1]!.end;
          const found = prose.text.slice(token.start, end);
          const right = found.replace("đảng", "Đảng").replace("nhà nước", "Nhà nước");
          const span = sourceSpan(prose, token.start, end);
          const fix = { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: right }] };
          report(span, { found, right }, span.end - span.start === found.length ? { fix } : {});
        }
        if (token.text === "nhân" && isPeopleAt(tokens, at)) people.push({ prose, token });
      }
    }
    const [first] = people;
    if (first === undefined) return;
    const spans = people.map(({ prose, token }) => sourceSpan(prose, token.start, token.end));
    const span = sourceSpan(first.prose, first.token.start, first.token.end + 4);
    const fix = {
      title: `Viết hoa “Nhân dân” ở ${people.length} chỗ`,
      safe: true,
      edits: spans.map((one) => ({ span: one, text: "Nhân" })),
    };
    const isTyped = spans.every((one) => one.end - one.start === 4);
    report(span, { found: "nhân dân", right: "Nhân dân" }, { severity: "notice", ...(isTyped ? { fix } : {}) });
  },
});

const is = (tokens: readonly Token[], at: number, ...words: readonly string[]): boolean =>
  words.every((word, index) => tokens[at + index]?.text === word);

/** What the Party or the State has: after these and “của” the noun stands for itself. */
const possessions = new Set([
  "sách",
  "trương",
  "lối",
  "quyết",
  "đạo",
  "luật",
  "điểm",
  "lệ",
  "lĩnh",
  "thị",
  "tưởng",
  "định",
  "chế",
  "tin",
]);

/** What follows “đảng” where it is part of another word. */
const partyWords = new Set(["bộ", "ủy", "viên", "đoàn", "phái", "phí", "tịch", "cộng", "dân", "cầm"]);

/** How many tokens of “đảng”, “đảng và nhà nước” are nouns of their own at `at`; 0 for none. */
function partyAt(tokens: readonly Token[], at: number): number {
  const isOwned = is(tokens, at - 1, "của") && possessions.has(tokens[at - 2]?.lower ?? "");
  const isPair = is(tokens, at + 1, "và", "nhà", "nước") || is(tokens, at + 1, ",", "nhà", "nước");
  if (isPair && (isOwned || is(tokens, at - 1, "của") || startsSentence(tokens, at))) return 4;
  return isOwned && !partyWords.has(tokens[at + 1]?.lower ?? "") ? 1 : 0;
}

function stateAt(tokens: readonly Token[], at: number): number {
  if (!is(tokens, at, "nhà", "nước") || is(tokens, at + 2, "pháp", "quyền")) return 0;
  return is(tokens, at - 1, "của") && possessions.has(tokens[at - 2]?.lower ?? "") ? 2 : 0;
}

/** Words before “nhân dân” that make it part of a name or an attribute. */
const beforePeople = new Set(
  "ban,đồng,án,sát,an,đội,giáo,sĩ,thuốc,thẩm,tranh,chủ,dụng,nghệ,tra,báo,trận,vũ,dũng,hùng,các,khu,gồm,đốc,hòa,ngoại".split(
    ",",
  ),
);

/** “Nhân dân” as a noun of its own: served, led, told; not “ủy ban nhân dân”, “công an nhân dân”. */
const isPeopleAt = (tokens: readonly Token[], at: number): boolean =>
  is(tokens, at, "nhân", "dân") && !startsSentence(tokens, at) && !beforePeople.has(tokens[at - 1]!.lower);
