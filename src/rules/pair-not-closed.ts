import { type Fix, text } from "../diagnostics/diagnostic.ts";
import type { Plan, PlanDocument, Prose } from "../plan/plan.ts";
import { fold } from "../plan/words.ts";
import { example } from "./example.ts";
import { hasCurlyQuotes, type QuoteMark, quotesOf } from "./quotes.ts";
import { defineRule } from "./rule.ts";
import { insertionAt, openFix, safeFix, textsOf, typedSpan } from "./texts.ts";

interface MarkAt {
  readonly prose: Prose;
  readonly at: number;
}

/** VB602. Quotation marks and brackets come in pairs. */
export default defineRule({
  code: "VB602",
  name: "pair-not-closed",
  severity: "warning",
  message: text`Dấu ngoặc ${"kind"} ${"found"} ở đây không có dấu ${"missing"}.`,
  why: "Thiếu một dấu ngoặc thì không biết tên văn bản, lời trích hay phần chú thích kết thúc ở đâu.",
  hint: "Thêm dấu còn thiếu, hoặc bỏ dấu thừa.",
  examples: {
    bad: example({
      body: "I. NỘI DUNG\n\n1. Phát động phong trào “Xã sạch, thôn xanh trong toàn xã.\n2. Niêm yết tại trụ sở.",
    }),
    good: example({
      body: "I. NỘI DUNG\n\n1. Phát động phong trào “Xã sạch, thôn xanh” trong toàn xã.\n2. Niêm yết tại trụ sở.",
    }),
  },
  check({ plan, document, report }) {
    const said = (
      { prose, at }: MarkAt,
      [kind, found, missing]: readonly [string, string, string],
      fix: Fix | null,
    ) => {
      const span = typedSpan(plan, prose, at, at + 1);
      if (span) report(span, { kind, found, missing }, fix ? { fix } : {});
    };
    const { open, close } = singleQuotes(plan, document);
    for (const mark of open) said(mark, ["kép", "mở", "đóng"], quoteEnd(plan, mark));
    for (const mark of close) said(mark, ["kép", "đóng", "mở"], quoteStart(plan, mark));
    for (const mark of openBrackets(document)) said(mark, ["đơn", "mở", "đóng"], bracketEnd(plan, mark));
  },
});

/** Quotation marks that open and are not closed in their paragraph, nor by the next mark of a later one: a quotation may
 * run over several paragraphs. And those that close what nothing opened. */
function singleQuotes(
  plan: Plan,
  document: PlanDocument,
): { readonly open: readonly MarkAt[]; readonly close: readonly MarkAt[] } {
  const left: MarkAt[] = [];
  const close: MarkAt[] = [];
  const isCurly = hasCurlyQuotes(plan);
  let open: MarkAt | null = null;
  for (const prose of textsOf(document)) {
    const inside: MarkAt[] = [];
    for (const { at, meant } of isCurly ? quotesOf(prose) : []) {
      if (meant === "“") {
        if (open !== null) {
          left.push(open);
          open = null;
        }
        inside.push({ prose, at });
      } else if (inside.length > 0) inside.pop();
      else if (open !== null) open = null;
      // A mark alone repeats the cell above; one behind a number is inches.
      else if (prose.text.trim().length > 1 && !/\d$/.test(prose.text.slice(0, at))) close.push({ prose, at });
    }
    // Of several in one paragraph the outermost may be closed later; the others are not.
    for (const mark of inside.slice(1)) left.push(mark);
    open = inside[0] ?? open;
  }
  if (open !== null) left.push(open);
  return { open: left, close };
}

/** Round brackets that open and are not closed in their paragraph. Closing ones alone may be marks: “a)”. */
function* openBrackets(document: PlanDocument): Generator<MarkAt> {
  for (const prose of textsOf(document)) {
    const inside: number[] = [];
    for (const found of prose.text.matchAll(/[()]/gu)) {
      if (found[0] === "(") inside.push(found.index);
      else inside.pop();
    }
    for (const at of inside) yield { prose, at };
  }
}

const title = (mark: string): string => `Thêm dấu “${mark}”`;

/** What the file quotes, and puts in brackets, elsewhere. */
interface Held {
  readonly quotes: ReadonlySet<string>;
  readonly brackets: ReadonlySet<string>;
}
const held = new WeakMap<Plan, Held>();

function heldIn(plan: Plan): Held {
  let found = held.get(plan);
  if (found === undefined) {
    const all = plan.documents.flatMap(textsOf);
    const brackets = all.flatMap(({ text }) => [...text.matchAll(/\(([^()]+)\)/gu)].map((match) => match[1]!));
    found = { quotes: new Set(all.flatMap(quotations)), brackets: new Set(brackets) };
    held.set(plan, found);
  }
  return found;
}

function quotations(prose: Prose): readonly string[] {
  const marks = quotesOf(prose);
  return marks.flatMap((mark: QuoteMark, index) => {
    const next = marks[index + 1];
    const words = prose.text.slice(mark.at + mark.typed.length, next?.at);
    return mark.meant === "“" && next?.meant === "”" && /\S\s+\S/u.test(words) ? [words] : [];
  });
}

const longest = (words: Iterable<string>): string | null =>
  [...words].reduce<string | null>((best, one) => (best === null || one.length > best.length ? one : best), null);

/** The words of another quotation begin here: the mark that is missing stands at their end; otherwise, perhaps, at the end of
 * the clause. */
function quoteEnd(plan: Plan, { prose, at }: MarkAt): Fix | null {
  const rest = prose.text.slice(at + 1);
  const same = [...heldIn(plan).quotes].filter(
    (words) => rest.startsWith(words) && !/^[\p{L}\p{N}]/u.test(rest.slice(words.length)),
  );
  const words = longest(same);
  const end = words?.length ?? rest.search(/[;.”“(]|$/u);
  const edit = end === 0 ? null : insertionAt(plan, prose, at + 1 + end, "”");
  return edit && (words === null ? openFix : safeFix)(title("”"), [edit]);
}

function quoteStart(plan: Plan, { prose, at }: MarkAt): Fix | null {
  const rest = prose.text.slice(0, at);
  const same = [...heldIn(plan).quotes].filter(
    (words) => rest.endsWith(words) && !/[\p{L}\p{N}]$/u.test(rest.slice(0, -words.length)),
  );
  const words = longest(same);
  const edit = words === null || words.length === at ? null : insertionAt(plan, prose, at - words.length, "“");
  return edit && safeFix(title("“"), [edit]);
}

/** The end of what a bracket holds: an abbreviation behind its words, what stands in brackets elsewhere, or the little that
 * is left of the paragraph. */
function bracketEnd(plan: Plan, { prose, at }: MarkAt): Fix | null {
  const rest = prose.text.slice(at + 1);
  const insert = (length: number, isSafe: boolean): Fix | null => {
    const edit = insertionAt(plan, prose, at + 1 + length, ")");
    return edit && (isSafe ? safeFix : openFix)(title(")"), [edit]);
  };
  const short = /^\p{Lu}[\p{Lu}\p{Ll}]+(?![\p{L}\p{N}])/u.exec(rest)?.[0];
  if (short !== undefined && isInitials(short, prose.text.slice(0, at))) return insert(short.length, true);
  const same = [...heldIn(plan).brackets].filter((words) => {
    const after = rest.slice(words.length);
    return rest.startsWith(words) && (/\s/u.test(words) ? /^[^\p{L}\p{N}]|^$/u : /^[;,.:]|^$/u).test(after);
  });
  const words = longest(same);
  if (words !== null) return insert(words.length, true);
  const [tail] = /^[^;.:(“”]*/u.exec(rest)!;
  const ends = tail.replace(/[\s,]+$/u, "");
  const isLast = /^[\s;.:,/]*$/u.test(rest.slice(ends.length));
  const count = ends.split(/\s+/u).length;
  return isLast && ends !== "" && count < 9 ? insert(ends.length, count < 3) : null;
}

/** “cải cách hành chính (CCHC”. */
function isInitials(short: string, before: string): boolean {
  const letters = fold(short).replace(/[^a-z]/g, "");
  const words = fold(before)
    .split(/[^a-z]+/)
    .filter((word) => word !== "")
    .slice(-letters.length);
  return words.length === letters.length && words.every((word, index) => word[0] === letters[index]);
}
