import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { endMarkOf, type Item, isUpper, itemsOf } from "./items.ts";
import { defineRule } from "./rule.ts";
import { endMarks } from "./walk.ts";

const body = (end: string): string =>
  `I. MỤC ĐÍCH\n\n1. Yêu cầu\n\na) Phát thanh mỗi tuần một lần;\nb) Niêm yết tại trụ sở${end}\n\nII. NỘI DUNG\n\n1. Tập huấn cho cán bộ thôn.`;

/** VB517. The last item of a list ends with a full stop: a semicolon says that more follows. */
export default defineRule({
  code: "VB517",
  name: "list-ends-open",
  severity: "notice",
  message: text`Ý cuối cùng kết thúc bằng “${"found"}”, phía sau đã sang phần khác.`,
  why: "Dấu chấm phẩy cho biết còn ý tiếp theo; ý cuối cùng kết thúc bằng dấu chấm.",
  examples: { bad: example({ body: body(";") }), good: example({ body: body(".") }) },
  check({ plan, document, report }) {
    for (const items of itemsOf(document)) {
      for (const item of items) {
        const found = endMarkOf(item.text.text);
        if ((found !== ";" && found !== ",") || item.hasChildren || !endsPart(item)) continue;
        const { marks, span } = endMarks(plan, item.text);
        if (marks !== found) continue;
        report(span, { found }, { fix: { title: "Kết thúc bằng dấu chấm", safe: true, edits: [{ span, text: "." }] } });
      }
    }
  },
});

/** Behind it stands a heading of the upper levels or a numbered heading: nothing goes on with its list. */
const endsPart = ({ after }: Item): boolean =>
  after !== null && after !== "table" && (isUpper(after) || (after.kind === "arabic" && after.role === "heading"));
