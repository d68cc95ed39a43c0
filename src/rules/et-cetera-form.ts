import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, safeFix, textsOf } from "./texts.ts";

const body = (etc: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh, niêm yết, họp thôn ${etc} cho Nhân dân.\n2. Niêm yết tại trụ sở.`;

/** VB622. “v.v.” says by itself that more could be named. */
export default defineRule({
  code: "VB622",
  name: "et-cetera-form",
  severity: "notice",
  message: text`“${"found"}”: viết “v.v.” hoặc dùng dấu chấm lửng.`,
  why: "“v.v.” (vân vân) và dấu chấm lửng cùng một nghĩa, dùng cả hai là thừa.",
  examples: { bad: example({ body: body("v.v...") }), good: example({ body: body("v.v.") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      for (const found of prose.text.matchAll(/(?<![\p{L}.])v\.?v(?:\.{2,}|…+|\.…+)/gu)) {
        const edit = editOf(plan, prose, found.index, found.index + found[0].length, "v.v.");
        if (edit) report(edit.span, { found: found[0] }, { fix: safeFix("Sửa thành “v.v.”", [edit]) });
      }
    }
  },
});
