import { text } from "../diagnostics/diagnostic.ts";
import type { Plan, Prose } from "../plan/plan.ts";
import { example } from "./example.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { editOf, openFix, safeFix, textsOf, type Word, wordPairs, wordsOf } from "./texts.ts";

const body = (words: string): string =>
  `I. NỘI DUNG\n\n1. Tuyên truyền nội dung ${words} trên hệ thống truyền thanh.\n2. Niêm yết tại trụ sở.`;

/** Words that never stand twice side by side; reduplication (luôn luôn, ngày ngày, dần dần) is made of others. */
const single = new Set(
  (
    "của và các những với trong để theo tại về bằng hoặc nhưng thì mà do khi nếu cho trên dưới được đã sẽ đang cùng " +
    "nhằm vào đến bị bởi vì nên hay việc"
  ).split(" "),
);
/** What may end one clause and begin the next: a comma is missing there, if anything. */
const actors = new Set(
  "đơn vị,cơ quan,địa phương,tổ chức,cá nhân,người dân,doanh nghiệp,nhà trường,học sinh,lần lượt,từng bước,rất nhiều,bao nhiêu".split(
    ",",
  ),
);
const longest = 10;

/** VB616. The same words twice in a row. */
export default defineRule({
  code: "VB616",
  name: "repeated-words",
  severity: "warning",
  message: text`“${"words"}” lặp lại hai lần liền nhau.`,
  why: "Cụm từ lặp lại thường còn sót khi sửa hoặc dán nội dung.",
  hint: "Bỏ một lần; nếu là hai vế câu thì thêm dấu phẩy ở giữa.",
  examples: {
    bad: example({ body: body("cải cách hành chính cải cách hành chính") }),
    good: example({ body: body("cải cách hành chính") }),
  },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) findIn(plan, prose, report);
  },
});

function findIn(plan: Plan, prose: Prose, report: RuleContext<"words">["report"]): void {
  const all = wordsOf(prose);
  // A repetition of n words is a run of n places where a word is the same as the n-th before it.
  for (let index = 1; index < all.length; index++) {
    const size = repetitionAt(prose, all, index);
    if (size === 0) continue;
    const group = all.slice(index, index + size);
    const words = prose.text.slice(group[0]!.start, group.at(-1)!.end);
    const before = prose.text.slice(all[index - size]!.start, all[index - 1]!.end);
    const verdict = judge(plan, group, all[index + size]);
    if (verdict !== null) {
      const edit = editOf(plan, prose, all[index - 1]!.end, group.at(-1)!.end, "");
      const whole = editOf(plan, prose, all[index - size]!.start, group.at(-1)!.end, "");
      if (edit && whole) {
        const isSafe = verdict === "certain" && before === words;
        const fix = (isSafe ? safeFix : openFix)("Bỏ một lần", [edit]);
        const severity = verdict === "likely" || before !== words ? "notice" : "warning";
        report(whole.span, { words }, { severity, fix });
      }
    }
    index += size - 1;
  }
}

/** How many words before `index` are repeated from there on, with single blanks between them; the most, or 0. */
function repetitionAt(prose: Prose, all: readonly Word[], index: number): number {
  for (let size = Math.min(longest, index, all.length - index); size > 0; size--) {
    if (all[index]!.lower !== all[index - size]!.lower) continue;
    let same = 1;
    while (same < size && all[index + same]!.lower === all[index - size + same]!.lower) same += 1;
    if (same < size) continue;
    const isRunning = all.slice(index - size + 1, index + size).every((word, offset) => {
      const before = all[index - size + offset]!;
      return /^[ \u00a0]+$/.test(prose.text.slice(before.end, word.start));
    });
    if (isRunning && !/^[\d-]/.test(prose.text.slice(all[index + size - 1]!.end))) return size;
  }
  return 0;
}

type Verdict = "certain" | "sure" | "likely" | null;

function judge(plan: Plan, group: readonly Word[], next: Word | undefined): Verdict {
  const [first] = group;
  if (first === undefined) return null;
  if (group.length === 1) {
    if (single.has(first.lower) && first.text === first.lower) return "sure";
    return null;
  }
  // “người người nhà nhà”: each word stands twice by itself.
  if (group.every((word) => word.lower === first.lower)) return null;
  if (group.length === 2) {
    const words = `${first.lower} ${group[1]!.lower}`;
    if (actors.has(words) || /^(?:từng|rất|mỗi|càng|vừa)$/.test(first.lower)) return null;
    return "sure";
  }
  if (first.lower === "từng" || first.lower === "mỗi") return null;
  // A group of words that the text has elsewhere is one thing, typed twice.
  const known = group.slice(1).every((word, index) => wordPairs(plan).has(`${group[index]!.lower} ${word.lower}`));
  return known || next === undefined ? "certain" : "sure";
}
