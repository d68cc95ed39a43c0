import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { endMarkOf, itemsOf } from "./items.ts";
import { defineRule } from "./rule.ts";
import { endMarks } from "./walk.ts";

/** VB523. “… như sau” is followed by a colon. */
export default defineRule({
  code: "VB523",
  name: "introduction-without-colon",
  severity: "notice",
  message: text`Sau “như sau” là dấu hai chấm.`,
  why: "Đoạn mở đầu báo trước nội dung ở dưới nên kết thúc bằng dấu hai chấm (các mẫu của Nghị định 30/2020/NĐ-CP, Phụ lục III).",
  examples: {
    bad: example({ opening: "Ủy ban nhân dân xã ban hành Kế hoạch như sau." }),
    good: example({ opening: "Ủy ban nhân dân xã ban hành Kế hoạch như sau:" }),
  },
  check({ plan, document, report }) {
    const proses = [
      ...document.opening.map(({ text: prose }) => prose),
      ...itemsOf(document)
        .flat()
        .map((i) => i.text),
    ];
    for (const prose of proses) {
      if (!/như sau[\s.;,]*$/iu.test(prose.text) || endMarkOf(prose.text) === ":") continue;
      const { marks, span } = endMarks(plan, prose);
      const start = marks === "" ? span.end - "sau".length : span.start;
      const fix = { title: "Kết thúc bằng dấu hai chấm", safe: true, edits: [{ span, text: ":" }] };
      report({ start, end: span.end }, {}, { fix });
    }
  },
});
