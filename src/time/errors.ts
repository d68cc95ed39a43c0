/** TG…: what can be said of a time. Findings of time never stop a build. */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

const withTime = (words: string): string =>
  `kế hoạch: Tuyên truyền cải cách hành chính năm 2026
cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH
số: …/KH-UBND
ngày: …/01/2026

I. NHIỆM VỤ

cột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN

nhiệm vụ: Phát thanh chuyên mục
  chủ trì: Phòng Văn hóa - Xã hội
  thời gian: ${words}

Trên đây là Kế hoạch của Ủy ban nhân dân xã./.

nơi nhận:
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`;

export const unknownTime = defineDiagnostic({
  code: "TG001",
  severity: "notice",
  message: text`Chưa đọc được thời gian “${"words"}”; giữ nguyên chữ.`,
  why: "Thời gian không đọc được vẫn in như đã viết, nhưng không vào lịch, không tính được số lần và không kiểm tra được hạn.",
  hint: "Viết theo một dạng đã biết: “Thường xuyên trong năm”, “Quý III/2026”, “trước ngày 15/11/2026”, “01 lần/quý”, “Hàng tháng”, “48 số (04 số/tháng)”.",
  example: withTime("lúc nông nhàn"),
});

export const impossibleTime = defineDiagnostic({
  code: "TG002",
  severity: "warning",
  message: text`“${"words"}” không có thật: ${"what"}.`,
  why: "Ngày, tháng, quý hoặc giờ sai thì không ai biết hạn thật là khi nào; thường là gõ nhầm một chữ số.",
  hint: "Sửa lại ngày, tháng, quý hoặc giờ cho đúng.",
  example: withTime("trước ngày 31/02/2026"),
});
