/** TG…: what can be said of a time. Findings of time never stop a build. */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

export const unknownTime = defineDiagnostic({
  code: "TG001",
  severity: "notice",
  message: text`Chưa đọc được thời gian “${"words"}”; giữ nguyên chữ.`,
  why: "Thời gian không đọc được vẫn in như đã viết, nhưng không vào lịch, không tính được số lần và không kiểm tra được hạn.",
  hint: "Viết theo một dạng đã biết: “Thường xuyên trong năm”, “Quý III/2026”, “trước ngày 15/11/2026”, “01 lần/quý”, “Hàng tháng”, “48 số (04 số/tháng)”.",
  example: "kế hoạch: Tuyên truyền cải cách hành chính năm 2026\nnhiệm vụ: Phát thanh\n  thời gian: lúc nông nhàn\n",
});

export const impossibleTime = defineDiagnostic({
  code: "TG002",
  severity: "warning",
  message: text`“${"words"}” không có thật: ${"what"}.`,
  why: "Ngày, tháng, quý hoặc giờ sai thì không ai biết hạn thật là khi nào; thường là gõ nhầm một chữ số.",
  hint: "Sửa lại ngày, tháng, quý hoặc giờ cho đúng.",
  example:
    "kế hoạch: Tuyên truyền cải cách hành chính năm 2026\nnhiệm vụ: Báo cáo\n  thời gian: trước ngày 31/02/2026\n",
});
