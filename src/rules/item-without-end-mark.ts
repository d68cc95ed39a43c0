import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument } from "../plan/plan.ts";
import { example } from "./example.ts";
import { endMarkOf, type Item, itemsOf, wordCount } from "./items.ts";
import { defineRule } from "./rule.ts";
import { endMarks, isPartyDocument } from "./walk.ts";

const points = (second: string): string =>
  `I. NỘI DUNG\n\n1. Tuyên truyền\n\na) Phát thanh mỗi tuần một lần;\nb) ${second}\nc) Tập huấn cho cán bộ thôn;\nd) Sơ kết hằng quý.`;

/** VB516. A sentence or an item of a list ends with a mark, as the others of its kind do. */
export default defineRule({
  code: "VB516",
  name: "item-without-end-mark",
  severity: "notice",
  message: text`Cuối đoạn chưa có dấu “${"mark"}”.`,
  why: "Câu kết thúc bằng dấu chấm, ý liệt kê bằng dấu chấm phẩy; thiếu dấu thì người đọc không rõ đoạn đã hết hay bị cắt mất.",
  examples: {
    bad: example({ body: points("Niêm yết tại trụ sở thôn") }),
    good: example({ body: points("Niêm yết tại trụ sở thôn;") }),
  },
  check({ plan, document, report }) {
    if (isPartyDocument(document)) return;
    for (const items of itemsOf(document)) {
      const texts = items.filter(isText);
      const habits = new Map<string, { marked: number; all: number }>();
      for (const item of texts) {
        const habit = habits.get(item.kind) ?? { marked: 0, all: 0 };
        habit.all += 1;
        if (endMarkOf(item.text.text) !== "") habit.marked += 1;
        habits.set(item.kind, habit);
      }
      for (const item of texts) {
        const { marked, all } = habits.get(item.kind)!;
        if (
          endMarkOf(item.text.text) !== "" ||
          /^\s*\(.*\)\s*$/u.test(item.text.text) ||
          isEnd(document, item) ||
          marked < 3 ||
          marked < all * 0.7
        )
          continue;
        const { span } = endMarks(plan, item.text);
        const mark = wantedMark(item, items);
        const lastWord = /\S+\s*$/u.exec(item.text.text)?.[0].trim() ?? "";
        report(
          { start: Math.max(item.text.span.start, span.end - lastWord.length), end: span.end },
          { mark },
          { fix: { title: `Thêm dấu “${mark}”`, safe: true, edits: [{ span, text: mark }] } },
        );
      }
    }
  },
});

/** Text that should end in a mark: not a heading, a label with its value, or words too few to be a sentence. */
function isText(item: Item): boolean {
  if (item.hasChildren || item.text.text.trim() === "") return false;
  if (item.role === "text" && item.kind === "paragraph") return wordCount(item.text.text) > 7;
  // A numbered line without its full stop is taken for a heading; with nothing below and long, it is a sentence.
  if (item.role === "heading") return item.kind === "arabic" && wordCount(item.text.text) > 12;
  return item.role === "text" && ["arabic", "decimal", "letter", "numeral", "dash", "plus"].includes(item.kind);
}

/** The end of the whole text has a rule of its own. */
const isEnd = (document: PlanDocument, item: Item): boolean =>
  item.after === null || item.role === "closing" || (item.after !== "table" && item.after.role === "closing")
    ? document.content.length > 0 && item.after === null
    : false;

/** “;” between items whose sisters end so, otherwise “.”. */
function wantedMark(item: Item, items: readonly Item[]): "." | ";" {
  if (item.kind === "paragraph" || item.next === null) return ".";
  const sisters = items.filter((other) => other.parent === item.parent && other.kind === item.kind && other !== item);
  const semicolons = sisters.filter((other) => endMarkOf(other.text.text) === ";").length;
  const stops = sisters.filter((other) => other.next !== null && endMarkOf(other.text.text) === ".").length;
  return semicolons > stops ? ";" : ".";
}
