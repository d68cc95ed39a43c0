import { type Fix, text } from "../diagnostics/diagnostic.ts";
import type { Plan, Prose } from "../plan/plan.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, isInAddress, openFix, safeFix, textsOf, typedSpan } from "./texts.ts";

const body = (mark: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần${mark} thời lượng 15 phút.\n2. Niêm yết tại trụ sở.`;

const marks = /(?<=[\p{L}\p{N})”%])[,;:.!?…](?:[ \u00a0]{0,2}[,;:.!?…])+/gu;

/** “… ngày 08/11/2011 của Chính phủ ban hành; Chương trình”: a mark between the verb and what was issued. */
const cut =
  /(?<=\d{4} của [\p{L} ]{3,60} (?:ban hành|phê duyệt|về việc))[;,:](?= (?:Chương trình|Kế hoạch|Đề án|Quy chế|Quy định|Chiến lược|Danh mục)(?!\p{L}))/gu;

/** VB606. One mark of punctuation at a place. */
export default defineRule({
  code: "VB606",
  name: "doubled-mark",
  severity: "warning",
  message: text`Dấu câu “${"found"}” thừa hoặc đặt nhầm.`,
  why: "Mỗi chỗ chỉ dùng một dấu câu; dấu phẩy, dấu chấm phẩy hay dấu chấm đứng liền nhau thì không rõ câu đã hết hay chưa.",
  hint: "Giữ lại một dấu câu đúng với chỗ ấy.",
  examples: { bad: example({ body: body(",,") }), good: example({ body: body(",") }) },
  check({ plan, document, report }) {
    for (const prose of textsOf(document)) {
      for (const found of prose.text.matchAll(marks)) {
        const [typed] = found;
        const at = found.index;
        const kind = kindOf(prose.text, at, typed);
        if (kind === "right" || isInAddress(prose, at)) continue;
        const span = typedSpan(plan, prose, at, at + typed.length);
        if (span === null) continue;
        const fix = fixOf(plan, prose, at, typed);
        const severity = kind === "taste" ? "notice" : "warning";
        report(span, { found: typed }, { severity, ...(fix ? { fix } : {}) });
      }
      for (const found of prose.text.matchAll(cut)) {
        const edit = editOf(plan, prose, found.index, found.index + 1, "");
        if (edit) report(edit.span, { found: found[0] }, { fix: openFix("Bỏ dấu câu thừa", [edit]) });
      }
      const stray = /^[ \u00a0]*[,;:](?=[ \u00a0]*\p{L})[ \u00a0]*/u.exec(prose.text);
      const edit = stray && editOf(plan, prose, 0, stray[0].length, "");
      if (edit) report(edit.span, { found: stray[0].trim() }, { fix: openFix("Bỏ dấu câu thừa", [edit]) });
    }
  },
});

type Kind = "right" | "taste" | "wrong";

function kindOf(text: string, at: number, typed: string): Kind {
  const tight = typed.replace(/[ \u00a0]/g, "");
  const before = text.slice(Math.max(0, at - 12), at);
  const after = text.slice(at + typed.length);
  // “./.”, “…”, “...”, dots to be filled; “?!” and “!!!”
  if (/^(?:\.{3,}|…+|\.+…+|…+\.+)$/u.test(tight) || /^[!?]+$/.test(tight) || after.startsWith("/.")) return "right";
  // What was left open: “a, b...;”, “v.v.;”, “TP.,”
  if (/^(?:\.{3,}|…+)[,;:.!?]$/u.test(tight)) return /^(?:\.{3,}|…+)[;,:!?]$/u.test(tight) ? "right" : "wrong";
  if (/^\.[,;:…]$/u.test(tight) && /(?:^|[^\p{L}])(?:v\.v|\p{Lu}\p{L}{0,3}|[a-z]{1,2}|tr|đ)$/u.test(before))
    return "right";
  // “…, pa nô,...” is common; only what follows it makes it wrong.
  if (/^[,;:](?:\.{3,}|…+)$/u.test(tight)) return "right";
  if (/^,(?:\.{3,}|…+)[;.]$/u.test(tight)) return "taste";
  // Two dots alone may be a gap: “ngày ..”.
  if (/\.\.|…/.test(tight) && /^\s*(?:tháng|năm)/u.test(after)) return "right";
  if (/ /.test(typed) && /^\.+$/.test(tight) && tight.length > 2) return "right";
  return "wrong";
}

/** Equal marks become one; an etcetera loses the comma before it. Which of two different ones is meant, a person knows. */
function fixOf(plan: Plan, prose: Prose, at: number, typed: string): Fix | null {
  const tight = typed.replace(/[ \u00a0]/g, "");
  const edit = (text: string) => editOf(plan, prose, at, at + typed.length, text);
  const [first] = tight;
  if (first !== undefined && [...tight].every((mark) => mark === first)) {
    const one = edit(first);
    return one && safeFix("Để lại một dấu", [one]);
  }
  const open = /^,(\.{3,}|…+)([;.])$/u.exec(tight);
  if (open) {
    const one = edit(open[2] === ";" ? `${open[1]};` : open[1]!);
    return one && safeFix("Bỏ dấu phẩy trước dấu chấm lửng", [one]);
  }
  const last = /[;.]$/.exec(tight)?.[0];
  const one = last === undefined ? null : edit(last);
  return one && openFix(`Để lại dấu “${last}”`, [one]);
}
