import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { typedSignature } from "./pasted.ts";
import { defineRule } from "./rule.ts";
import { isPartyDocument } from "./walk.ts";

/** VB521. A document of its own has recipients and a signature. */
export default defineRule({
  code: "VB521",
  name: "part-missing",
  severity: "warning",
  message: text`Văn bản chưa có ${"part"}.`,
  why: "Nơi nhận và chức vụ, họ tên, chữ ký của người có thẩm quyền là thành phần thể thức bắt buộc của văn bản (Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2).",
  hint: "Thêm khối “nơi nhận:” (dòng cuối “- Lưu: VT, …”) và khối “ký:” (quyền hạn, chức vụ, họ tên) sau lời văn.",
  wholeOnly: true,
  examples: { bad: example({ recipients: "" }), good: example({}) },
  check({ plan, document, report }) {
    // What is attached to a decision is signed and sent with it.
    if (document.attachedTo !== null || document.issuers.length === 0 || isPartyDocument(document)) return;
    const place = document.titleSpan;
    const recipients = [document, ...document.annexes].some((part) => part.recipients.length > 0);
    const signed = [document, ...document.annexes].some((part) => part.signatures.length > 0);
    const missing = [
      ...(recipients || /^\s*nơi nhận\s*:/imu.test(plan.source.text) ? [] : ["nơi nhận"]),
      ...(signed || typedSignature(plan, document) !== null ? [] : ["khối ký"]),
    ];
    if (missing.length > 0) report(place, { part: missing.join(" và ") });
  },
});
