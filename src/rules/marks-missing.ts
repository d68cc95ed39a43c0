import { foldVietnamese } from "../../grammar/fold.ts";
import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { compounds } from "./data/compounds.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { type Token, wordsOf } from "./syllables.ts";

/** Pairs of syllables without marks → the word they were typed for; null for several words. */
let bare: Map<string, string | null> | null = null;

function bareWords(): ReadonlyMap<string, string | null> {
  if (bare === null) {
    bare = new Map();
    for (const word of new Set(compounds)) {
      const [first = "", second = ""] = word.split(" ");
      // A word that loses a single mark is another rule's finding.
      if (isPlain(first) || isPlain(second)) continue;
      const key = foldVietnamese(word);
      bare.set(key, bare.has(key) ? null : word);
    }
  }
  return bare;
}

const isPlain = (word: string): boolean => /^[a-z]+$/iu.test(word);

/** VB632. Words typed without their marks in a text that has them. */
export default defineRule({
  code: "VB632",
  name: "marks-missing",
  severity: "notice",
  message: text`“${"found"}” gõ thiếu dấu.`,
  why: "Văn bản tiếng Việt viết đủ dấu; chữ không dấu thường còn sót lại khi bộ gõ chưa bật.",
  hint: "Gõ lại đủ dấu.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Giải quyết thu tuc hanh chinh đúng hạn.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Giải quyết thủ tục hành chính đúng hạn.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, report }) {
    const words = wordsOf(document);
    if (!isMarked(words.flatMap(({ tokens }) => tokens))) return;
    const known = bareWords();
    for (const { prose, tokens } of words) {
      for (let at = 0; at < tokens.length; ) {
        let end = at;
        while (end < tokens.length && isBare(tokens, end)) end += 1;
        if (end - at >= 2) {
          let first = -1;
          let last = -1;
          for (let index = at; index + 1 < end; index++) {
            if (!known.has(`${tokens[index]!.lower} ${tokens[index + 1]!.lower}`)) continue;
            if (first < 0) first = index;
            last = index + 2;
            index += 1;
          }
          if (first >= 0) {
            const span = sourceSpan(prose, tokens[first]!.start, tokens[last - 1]!.end);
            const right = last - first === 2 ? known.get(`${tokens[first]!.lower} ${tokens[first + 1]!.lower}`) : null;
            const hint = right ? { hint: `Có lẽ là “${right}”.` } : {};
            report(span, { found: prose.text.slice(tokens[first]!.start, tokens[last - 1]!.end) }, hint);
          }
        }
        at = Math.max(end, at + 1);
      }
    }
  },
});

/** Small letters of the plain alphabet, apart from signs: no part of an address or of a name. */
function isBare(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (!/^[A-Za-z]?[a-z]+$/u.test(token.text)) return false;
  return !(token.isTight && /^[/@._&-]$/u.test(tokens[at - 1]?.text ?? ""));
}

/** Whether the document is written with marks: a third of its words or more have some. */
function isMarked(tokens: readonly Token[]): boolean {
  let words = 0;
  let marked = 0;
  for (const { isWord, lower } of tokens) {
    if (!isWord) continue;
    words += 1;
    if (!isPlain(lower)) marked += 1;
  }
  return marked * 3 > words;
}
