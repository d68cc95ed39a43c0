import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, safeFix, textsOf } from "./texts.ts";

const body = (percent: string): string =>
  `I. NỘI DUNG\n\n1. 100% thôn có tổ tuyên truyền; 90% hộ dân nghe đài.\n2. Niêm yết ${percent} thủ tục.`;

/** VB621. A document writes “100%” in one way. */
export default defineRule({
  code: "VB621",
  name: "mixed-percent",
  severity: "notice",
  message: text`“${"found"}”: các chỗ khác trong văn bản viết liền.`,
  why: "Dấu phần trăm viết một cách trong cả văn bản; văn bản hành chính phần lớn viết liền với số: 100%.",
  examples: { bad: example({ body: body("80 %") }), good: example({ body: body("80%") }) },
  check({ plan, document, report }) {
    const places = textsOf(document).flatMap((prose) =>
      [...prose.text.matchAll(/(?<=\d)([ \u00a0]*)%/gu)].map((found) => ({ prose, found })),
    );
    const loose = places.filter(({ found }) => found[1] !== "");
    if (loose.length === 0 || loose.length * 2 > places.length) return;
    for (const { prose, found } of loose) {
      const edit = editOf(plan, prose, found.index, found.index + found[0].length, "%");
      const number = /\d[\d.,]*$/.exec(prose.text.slice(0, found.index))![0];
      const start = found.index - number.length;
      const whole = editOf(plan, prose, start, found.index + found[0].length, "");
      if (!edit || !whole) continue;
      report(whole.span, { found: number + found[0] }, { fix: safeFix("Viết liền", [edit]) });
    }
  },
});
