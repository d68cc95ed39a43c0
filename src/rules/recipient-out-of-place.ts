import { text } from "../diagnostics/diagnostic.ts";
import type { Recipient } from "../plan/plan.ts";
import { fold } from "../plan/words.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

/** VB522. Each recipient stands once, and “Như trên”, “Như Điều …” only where there is something above to mean. */
export default defineRule({
  code: "VB522",
  name: "recipient-out-of-place",
  severity: "notice",
  message: text`Dòng nơi nhận “${"recipient"}” ${"problem"}.`,
  why: "“Như trên” dùng khi văn bản có phần “Kính gửi”, “Như Điều …” dùng cho quyết định; một nơi nhận ghi một lần (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9 và các mẫu).",
  examples: {
    bad: example({ recipients: "- Các thôn;\n- Các thôn;\n- Lưu: VT." }),
    good: example({ recipients: "- Các thôn;\n- Lưu: VT." }),
  },
  check({ document, report }) {
    const first = new Map<string, Recipient>();
    for (const recipient of document.recipients) {
      const words = recipient.text.text.trim().replace(/[\s.;,]+$/u, "");
      const name = fold(words).replace(/\s*\([^()]*\)\s*$/u, "");
      const said = { recipient: words };
      if (document.kind === "plan" && /^nhu (?:tren|kinh gui)$/u.test(name)) {
        report(recipient.text.span, {
          ...said,
          problem: "không dùng trong kế hoạch, vì kế hoạch không có phần “Kính gửi”",
        });
      } else if (document.kind === "plan" && /^nhu dieu \d/u.test(name) && !hasArticles(document.divisions)) {
        report(recipient.text.span, { ...said, problem: "dùng cho quyết định; kế hoạch này không có điều nào" });
      }
      const before = first.get(name);
      if (before !== undefined && !recipient.archive && name.length > 3) {
        const related = [{ span: before.text.span, message: "lần thứ nhất" }];
        report(recipient.text.span, { ...said, problem: "đã ghi ở dòng trên" }, { related });
      } else first.set(name, recipient);
    }
  },
});

const hasArticles = (divisions: readonly { readonly mark: { readonly kind: string } }[]): boolean =>
  divisions.some(({ mark }) => mark.kind === "article");
