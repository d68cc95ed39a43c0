import { text } from "../diagnostics/diagnostic.ts";
import type { Prose } from "../plan/plan.ts";
import type { Span } from "../source/source-file.ts";
import { isSyllable } from "../source/syllable.ts";
import { example } from "./example.ts";
import { quotesOf } from "./quotes.ts";
import { defineRule } from "./rule.ts";
import { insertionAt, isInAddress, safeFix, textsOf, typedSpan } from "./texts.ts";

const body = (comma: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần${comma}thời lượng 15 phút.\n2. Niêm yết tại trụ sở.`;

/** A mark between two characters that no blank parts. */
const tight = /(?<=[^\s])(?:[,;:!?)”.…]|\.{3})(?=[\p{L}\p{N}“(])|[\p{L}\p{N},;:](?=[“(][\p{L}\p{N}“])/gu;

/** VB605. A blank stands after punctuation, before an opening bracket or quotation mark and after a closing one. */
export default defineRule({
  code: "VB605",
  name: "blank-missing",
  severity: "warning",
  message: text`Thiếu dấu cách ${"where"} “${"mark"}”.`,
  why: "Sau dấu câu có một dấu cách; trước dấu mở ngoặc và sau dấu đóng ngoặc cũng vậy.",
  examples: { bad: example({ body: body(",") }), good: example({ body: body(", ") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      for (const found of prose.text.matchAll(tight)) {
        const at = found.index + found[0].length;
        if (!isMissing(prose, found[0], found.index, at) || isInAddress(prose, found.index)) continue;
        const edit = insertionAt(plan, prose, at, " ");
        const isAfter = /^[^\p{L}\p{N}]/u.test(found[0]) && !/^[“(]/u.test(prose.text.slice(at));
        const marked = isAfter ? typedSpan(plan, prose, found.index, at) : typedSpan(plan, prose, at, at + 1);
        if (edit === null || marked === null || isInNumber(document.citations, marked)) continue;
        const mark = isAfter ? found[0] : prose.text[at]!;
        const fix = safeFix("Thêm dấu cách", [edit]);
        report(marked, { where: isAfter ? "sau dấu" : "trước dấu", mark }, { fix });
      }
    }
  },
});

/** Numbers of documents are another rule's. */
const isInNumber = (citations: readonly { readonly numberSpan: Span | null }[], span: Span): boolean =>
  citations.some(({ numberSpan }) => numberSpan && numberSpan.start <= span.start && span.end <= numberSpan.end);

const wordBefore = /\p{L}+$/u;
const wordAfter = /^\p{L}+/u;
const isMarked = (word: string): boolean => /[^a-zA-Z]/.test(word);
const isWord = (word: string): boolean => word.length > 1 && isSyllable(word.toLowerCase());

function isMissing(prose: Prose, mark: string, start: number, end: number): boolean {
  const { text } = prose;
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 30);
  const left = wordBefore.exec(before)?.[0] ?? "";
  const right = wordAfter.exec(after)?.[0] ?? "";
  switch (mark) {
    case ",":
      // “1,5”, “khoản 1,2”; “x,y”
      if (/\d$/.test(before)) return isWord(right) || /^[“(]/u.test(after);
      return left !== "" || /[)”…]$/u.test(before) ? !/^\d/.test(after) || left.length > 2 : false;
    case ";":
      return !/&#?\w{1,8}$/.test(before) && /[\p{L}\p{N})”….]$/u.test(before);
    case ":":
      // “7:30”, “1:1000”, “C:\”
      if (/^\d/.test(after)) return isWord(left) && left.length > 2;
      return (isWord(left) || /\d$/.test(before)) && (isWord(right) || /^[“(]/u.test(after) || isMarked(right));
    case "!":
    case "?":
      return isWord(left) && isWord(right);
    case ")": {
      const open = before.lastIndexOf("(");
      return open >= 0 && !before.slice(open).includes(")") && before.length - open > 2 && isWord(right);
    }
    case "”":
      return quotesOf(prose).find(({ at }) => at === start)?.meant === "”" && isWord(right);
    case "…":
    case "...": {
      // “…” filled by hand: “ngày...tháng...năm”
      if (/[.…]$/u.test(before) || !isWord(left) || !isWord(right)) return false;
      return !/^(?:số|ngày|tháng|năm|của|về|quý|tại)$/iu.test(left) && !/^(?:ngày|tháng|năm|của|về)$/iu.test(right);
    }
    case ".": {
      if (/[.…]$/u.test(before)) return false;
      if (/^[“(]/u.test(after)) return isWord(left) && left === left.toLowerCase();
      if (!isWord(right)) return false;
      const isSentence = /^\p{Lu}\p{Ll}/u.test(right);
      if (/(?:^|\D)(?:19|20)\d\d$/.test(before) || /[)”]$/u.test(before)) return isSentence;
      if (!isWord(left) || left !== left.toLowerCase()) return false;
      return isSentence ? left.length > 2 || isMarked(left) : isMarked(left) && isMarked(right) && left.length > 2;
    }
    default:
      // A letter, digit or mark before “ or (
      if (/[,;:]/.test(mark)) return /[\p{L}\p{N})”]$/u.test(before) && text[end] === "“";
      return text[end] === "“" ? quoteOpens(prose, end) : holdsWords(text, start, end);
  }
}

const quoteOpens = (prose: Prose, at: number): boolean => quotesOf(prose).find((mark) => mark.at === at)?.meant === "“";

/** “hành chính(CCHC)”; “VT(30b)”, “f(x)” and “người(s)” are written so. */
function holdsWords(text: string, start: number, open: number): boolean {
  const left = /[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(0, start - 30), open))?.[0] ?? "";
  const inside = /^\(([^()]*)\)/u.exec(text.slice(open))?.[1] ?? "";
  if (/^\d+$/.test(left)) return /^\p{L}{2,} \p{L}/u.test(inside) && left.length === 4;
  return /\p{L}\p{Ll}$/u.test(left) && /^[\p{L}\d]{2}/u.test(inside);
}
