import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { typedSignature } from "./pasted.ts";
import { defineRule } from "./rule.ts";

/** VB511. The signature stands behind `ký:`, not in the text. */
export default defineRule({
  code: "VB511",
  name: "signature-as-text",
  severity: "warning",
  message: text`“${"words"}” trông như khối ký nhưng đang in như lời văn.`,
  why: "Khối ký có chỗ riêng bên phải, cạnh nơi nhận (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7); chương trình chỉ trình bày như vậy những dòng đứng sau “ký:”.",
  hint: "Ghi “ký:” ở dòng ngay trên; họ tên người ký là dòng cuối, không cách dòng trống.",
  examples: {
    bad: example({ signature: "" }).replace(/\n$/, "\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n"),
    good: example({}),
  },
  check({ plan, document, report }) {
    const found = typedSignature(plan, document);
    if (found === null) return;
    // Emphasis over several lines and blank lines between would break the block.
    const lines = plan.source.text.slice(found.start, found.end).split("\n");
    const block = lines.map((line) => line.replace(/\*+/g, "").trim()).filter((line) => line !== "");
    const edits = [{ span: { start: found.start, end: found.end }, text: `ký:\n${block.join("\n")}` }];
    const words = plan.source.text.slice(found.first.start, found.first.end);
    report(found.first, { words }, { fix: { title: "Thêm “ký:” phía trên", safe: false, edits } });
  },
});
