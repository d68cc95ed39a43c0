/** What can be wrong with the bytes of a file (codes NG…). A file that cannot be read is never guessed at. */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

export const notUtf8 = defineDiagnostic({
  code: "NG001",
  severity: "error",
  message: text`Tệp không phải mã UTF-8: byte ${"byte"} ở dòng ${"line"} không đọc được.`,
  why: "Tệp kế hoạch dùng mã UTF-8; đoán mã thì chữ in ra có thể sai.",
  hint: "Mở tệp bằng trình soạn thảo đã dùng để viết và lưu lại với mã UTF-8.",
});

export const legacyCode = defineDiagnostic({
  code: "NG002",
  severity: "error",
  message: text`Tệp không phải mã UTF-8; có vẻ là mã ${"code"}.`,
  why: "Các mã tiếng Việt trước Unicode dùng chung byte cho những chữ khác nhau, nên máy không tự chuyển.",
});

export const utf16 = defineDiagnostic({
  code: "NG003",
  severity: "error",
  message: text`Tệp dùng mã ${"code"}, không phải UTF-8.`,
  why: "Tệp kế hoạch dùng mã UTF-8; mã này thường do chọn “Unicode” khi lưu bằng Notepad cũ hoặc xuất từ Excel.",
  hint: "Lưu lại tệp với mã UTF-8 (trong Notepad: Lưu thành…, Mã hóa: UTF-8).",
});

export const binaryFile = defineDiagnostic({
  code: "NG004",
  severity: "error",
  message: text`Đây không phải tệp văn bản thuần${"kind"}.`,
  why: "Tệp kế hoạch là văn bản thuần mã UTF-8, không phải tệp của Word hay PDF.",
  hint: "Chép nội dung sang một tệp .plan bằng trình soạn thảo văn bản thuần.",
});

export const decomposed = defineDiagnostic({
  code: "NG005",
  severity: "notice",
  message: text`Tệp dùng dấu tổ hợp (NFD) ở ${"count"} chỗ; đã đọc như dấu dựng sẵn (NFC).`,
  why: "Hai cách ghi nhìn giống nhau nhưng là hai dãy ký tự khác nhau; văn bản in ra luôn dùng dựng sẵn (TCVN 6909:2001).",
  hint: "Chọn “Unicode dựng sẵn” trong bộ gõ.",
});

export const doubleEncoded = defineDiagnostic({
  code: "NG006",
  severity: "error",
  message: text`Chữ trong tệp đã bị mã hóa UTF-8 hai lần, như “${"found"}”.`,
  why: "Tệp UTF-8 từng được mở như mã Latin-1 (Windows-1252) rồi lưu lại thành UTF-8; in ra sẽ là chữ không đọc được.",
  hint: "Lấy lại tệp gốc; hoặc lưu tệp với mã Windows-1252 rồi mở lại với mã UTF-8.",
  example:
    "Káº¿ hoáº¡ch tuyÃªn cáº£i cÃ¡ch xÃ£ há»™i phÃ¡t triá»ƒn nÃ´ng thÃ´n thá»‹ tráº¥n quÃ¢n Ä‘á»™i nhÃ¢n dÃ¢n káº¿t Báº£n\n",
});

export const viqr = defineDiagnostic({
  code: "NG007",
  severity: "error",
  message: text`Chữ trong tệp có vẻ viết theo VIQR, như “${"found"}”.`,
  why: "VIQR ghi dấu tiếng Việt bằng dấu câu ASCII; in ra sẽ giữ nguyên các dấu câu ấy.",
  hint: "Chuyển tệp từ VIQR sang Unicode dựng sẵn bằng công cụ chuyển mã của bộ gõ, rồi lưu với mã UTF-8.",
  example: "ke^' hoa.ch: Tuye^n truye^`n chuye^?n ddo^?i so^' na(m 2026\nco+ quan: UBND xa~ An Bi`nh\n",
});

export const legacyLetters = defineDiagnostic({
  code: "NG008",
  severity: "error",
  message: text`Chữ trong tệp có vẻ gõ theo mã ${"code"}, như “${"found"}”.`,
  why: "Chữ chép từ văn bản dùng phông cũ (.VnTime, VNI-Times…) chỉ đọc được bằng phông ấy; văn bản nay dùng Unicode (TCVN 6909:2001).",
  example: "KÕ ho¹ch: Tuyªn truyÒn c¶i c¸ch hµnh chÝnh n¨m 2026\nc¬ quan: UBND x· An B×nh\n",
});

export const lostCharacters = defineDiagnostic({
  code: "NG009",
  severity: "warning",
  message: text`Có ${"count"} ký tự “\ufffd”: chữ ở đó đã mất từ trước khi lưu tệp.`,
  why: "Ký tự này thay cho chữ mà một lần mở hoặc lưu trước không đọc được; in ra sẽ là ô lạ.",
  hint: "Gõ lại những chữ ấy.",
  example: "kế hoạch: Tuyên truyền chuyển đổi s\ufffd\n",
});

export const invisibleCharacters = defineDiagnostic({
  code: "NG010",
  severity: "notice",
  message: text`Đã bỏ ${"count"} ký tự điều khiển hoặc vô hình.`,
  why: "Các ký tự này không in ra nhưng làm hỏng việc tìm chữ và tệp kết quả; thường lẫn vào khi chép từ Word hoặc trang web.",
});
