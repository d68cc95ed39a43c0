/** XB2…: what can go wrong while a PDF is made. */
import { defineDiagnostic, text } from "../../diagnostics/diagnostic.ts";

export const missingGlyph = defineDiagnostic({
  code: "XB201",
  severity: "error",
  message: text`Phông chữ của PDF không có ký tự “${"character"}” (${"code"}).`,
  why: "PDF nhúng phông chữ có kích thước chữ như Times New Roman; ký tự mà phông không có sẽ in thành ô trống, làm sai nội dung văn bản.",
  hint: "Thay ký tự này bằng chữ hoặc dấu thông dụng.",
  example: `kế hoạch: Vệ sinh trụ sở
cơ quan: UBND xã An Bình
số: 15/KH-UBND
địa danh: An Bình
ngày: 02/02/2026

Cán bộ, công chức tổng vệ sinh trụ sở 😀./.

nơi nhận:
- Lưu: VT.

ký:
CHỦ TỊCH
Hoàng Văn Lâm
`,
});
