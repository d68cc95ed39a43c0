import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { misspeltAt } from "./spelling.ts";
import { inCaseOf, isCapitalised, isCapitals, type Token, wordsOf } from "./syllables.ts";

/** VB630. A frequent word of two syllables with one mark or letter wrong: hỏi for ngã, s for x, a mark forgotten. */
export default defineRule({
  code: "VB630",
  name: "misspelt-word",
  severity: "warning",
  message: text`Sai chính tả: “${"found"}”, đúng là “${"right"}”.`,
  why: "Văn bản hành chính phải viết đúng chính tả tiếng Việt; sai một dấu có khi thành nghĩa khác.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Triễn khai phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Triển khai phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, report }) {
    for (const { prose, tokens } of wordsOf(document)) {
      for (let at = 0; at + 1 < tokens.length; at++) {
        const first = tokens[at]!;
        const second = tokens[at + 1]!;
        if (!first.isWord || !second.isWord || second.isTight) continue;
        const misspelt = misspeltAt(tokens, at);
        if (misspelt === null || mayBeName(first, second) || isPartOfSymbol(tokens, at)) continue;
        // In a text of capitals a missing g may belong to a name.
        if (misspelt.slip === "final" && isCapitals(second.text)) continue;
        const span = sourceSpan(prose, first.start, second.end);
        const found = prose.text.slice(first.start, second.end);
        const blank = prose.text.slice(first.end, second.start);
        const right = inCaseOf(first.text, misspelt.right[0]) + blank + inCaseOf(second.text, misspelt.right[1]);
        const isTyped = span.end - span.start === found.length;
        report(
          span,
          { found: found.replace(/\s+/gu, " "), right: right.replace(/\s+/gu, " ") },
          isTyped ? { fix: { title: `Sửa thành “${right}”`, safe: true, edits: [{ span, text: right }] } } : {},
        );
        at += 1;
      }
    }
  },
});

/** Joined to a sign without a blank, as in “KH-UBND” or an address of the web. */
const isPartOfSymbol = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  const after = tokens[at + 2];
  if (before !== undefined && tokens[at]!.isTight && /^[_@.&\d]/u.test(before.text)) return true;
  return after?.isTight === true && /^[_@&\d]/u.test(after.text);
};

/** Names of people and places bear capitals on each syllable. */
const mayBeName = (first: Token, second: Token): boolean =>
  isCapitalised(second.text) && !(isCapitals(first.text) && isCapitals(second.text));
