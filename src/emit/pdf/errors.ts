/** XB2…: what can go wrong while a PDF is made. */
import { defineDiagnostic, text } from "../../diagnostics/diagnostic.ts";

export const missingGlyph = defineDiagnostic({
  code: "XB201",
  severity: "error",
  message: text`Phông chữ của PDF không có ký tự “${"character"}” (${"code"}).`,
  why: "PDF nhúng phông chữ có kích thước chữ như Times New Roman; ký tự mà phông không có sẽ in thành ô trống, làm sai nội dung văn bản.",
  hint: "Thay ký tự này bằng chữ hoặc dấu thông dụng.",
  example: "kế hoạch: Thử\ncơ quan: UBND xã A\n\nBiểu tượng 😀 trong văn bản.\n",
});
