import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { type Confusion, confusions } from "./data/confusions.ts";
import { example } from "./example.ts";
import { PhraseTree } from "./phrases.ts";
import { defineRule } from "./rule.ts";
import { misspeltAt } from "./spelling.ts";
import { inCaseOf, type Token, tokensOf, wordsOf } from "./syllables.ts";

let tree: PhraseTree<Confusion> | null = null;

function treeOfConfusions(): PhraseTree<Confusion> {
  if (tree === null) {
    tree = new PhraseTree();
    for (const confusion of confusions) tree.add(confusion.wrong, confusion);
  }
  return tree;
}

/** VB631. A word that exists, or looks as if it did, in the place of the one that was meant. */
export default defineRule({
  code: "VB631",
  name: "wrong-word",
  severity: "warning",
  message: text`“${"found"}” là dùng nhầm từ hoặc sai chính tả; ở đây phải là “${"right"}”.`,
  why: "Từ gõ nhầm thành một từ khác thì bộ kiểm tra chính tả thông thường không thấy, mà nội dung văn bản sai đi.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Đăng tải trên Công thông tin điện tử xã.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Đăng tải trên Cổng thông tin điện tử xã.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, report }) {
    const phrases = treeOfConfusions();
    for (const { prose, tokens } of wordsOf(document)) {
      for (let at = 0; at < tokens.length; at++) {
        const match = phrases.matchAt(tokens, at);
        if (match === null) continue;
        const { value, end } = match;
        if (isRightThere(value, tokens, at, end)) continue;
        const written = tokens.slice(at, end);
        // A slip of one letter in a frequent word is the finding of another rule.
        if (written.length > 1 && misspeltAt(tokens, at) !== null) continue;
        const start = written[0]!.start;
        const stop = written.at(-1)!.end;
        const span = sourceSpan(prose, start, stop);
        const right = inCases(written, value.right, prose.text);
        const isTyped = span.end - span.start === stop - start;
        const extras = value.severity === undefined ? {} : { severity: value.severity };
        const fix = { title: `Sửa thành “${right}”`, safe: !value.isRewording, edits: [{ span, text: right }] };
        report(span, { found: prose.text.slice(start, stop), right }, isTyped ? { ...extras, fix } : extras);
        at = end - 1;
      }
    }
  },
});

const isRightThere = ({ notAfter, notBefore }: Confusion, tokens: readonly Token[], at: number, end: number): boolean =>
  notAfter?.includes(tokens[at - 1]?.lower ?? "") === true || notBefore?.includes(tokens[end]?.lower ?? "") === true;

/** The right words with the capitals and blanks of the wrong ones, word by word where there are as many. */
function inCases(written: readonly Token[], right: string, typed: string): string {
  const words = tokensOf(right);
  if (words.length !== written.length) return inCaseOf(written[0]!.text, right);
  return words
    .map((word, index) => {
      const token = written[index]!;
      const before = written[index - 1];
      const blank = before === undefined ? "" : typed.slice(before.end, token.start);
      return blank + (token.isWord && word.text === word.lower ? inCaseOf(token.text, word.text) : word.text);
    })
    .join("");
}
