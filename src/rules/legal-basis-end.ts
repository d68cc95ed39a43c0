import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { endMarks, isOlderForm, isPartyDocument } from "./walk.ts";

const bases = (first: string, second: string): string =>
  `Căn cứ Luật Thực hiện dân chủ ở cơ sở${first}\nCăn cứ Nghị quyết của Hội đồng nhân dân xã về nhiệm vụ năm 2026${second}\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:`;

/** VB510. Legal bases end with “;”, the last one with “.” (older form: “,”). */
export default defineRule({
  code: "VB510",
  name: "legal-basis-end",
  severity: "warning",
  message: text`Căn cứ này kết thúc bằng “${"found"}”; lẽ ra là “${"wanted"}”.`,
  why: "Mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối kết thúc bằng dấu chấm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6); theo Thông tư 01/2011/TT-BNV dòng cuối là dấu phẩy.",
  examples: { bad: example({ opening: bases(";", ";") }), good: example({ opening: bases(";", ".") }) },
  check({ plan, document, report }) {
    if (isPartyDocument(document)) return;
    const last = document.legalBases.at(-1);
    for (const basis of document.legalBases) {
      const { marks, span } = endMarks(plan, basis.text);
      const isLast = basis === last && !goesOn(document.opening[0]?.text.text ?? "");
      const older = isOlderForm(document);
      // The older form ends a decision's bases with a comma; its plans were also seen to end with a point.
      const allowed = !isLast ? [";"] : older ? [",", "."] : ["."];
      if (allowed.includes(marks)) continue;
      const wanted = allowed[0]!;
      const words = /\S+\s*$/u.exec(basis.text.text)?.[0].trim() ?? "";
      report(
        marks === "" ? { start: Math.max(basis.span.start, span.end - words.length), end: span.end } : span,
        { wanted, found: marks === "" ? words : marks },
        {
          // Many let the bases and the opening be one sentence: the form has it otherwise, but nobody misreads it.
          severity: isLast && /^[,;]$/.test(marks) && document.opening.length > 0 ? "notice" : "warning",
          fix: { title: `Kết thúc căn cứ bằng “${wanted}”`, safe: true, edits: [{ span, text: wanted }] },
        },
      );
    }
  },
});

/** The opening paragraph is itself a basis that goes on into the enacting words: the bases before it do not end there. */
const goesOn = (opening: string): boolean => /^(?:căn cứ|thực hiện|theo|xét)(?!\p{L})/iu.test(opening.trim());
