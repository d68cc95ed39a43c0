/** What is found when a foreign file is read for `plan import` (codes NG1…): codes that were converted, files that are no text. */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

export const convertedFile = defineDiagnostic({
  code: "NG101",
  severity: "notice",
  message: text`Tệp dùng mã ${"code"}; đã chuyển ${"count"} ký tự sang Unicode.`,
  why: "Văn bản điện tử nay dùng Unicode dựng sẵn (TCVN 6909:2001); mã của tệp được nhận ra từ các chữ tiếng Việt đọc được bằng mã ấy.",
  example: "KÕ ho¹ch tuyªn truyÒn c¶i c¸ch hµnh chÝnh n¨m 2026\nc¬ quan: UBND x· An B×nh\n",
});

export const convertedLines = defineDiagnostic({
  code: "NG102",
  severity: "notice",
  message: text`Có ${"lines"} dòng gõ theo mã ${"code"} giữa các dòng Unicode; đã chuyển ${"count"} ký tự sang Unicode.`,
  why: "Chữ chép từ văn bản dùng phông cũ (.VnTime, VNI-Times…) chỉ đọc được bằng phông ấy; các dòng khác được giữ nguyên.",
  example:
    "Căn cứ Luật Tổ chức chính quyền địa phương;\nKÕ ho¹ch tuyªn truyÒn c¶i c¸ch hµnh chÝnh n¨m 2026\nỦy ban nhân dân xã ban hành Kế hoạch như sau:\n",
});

export const decodedTwice = defineDiagnostic({
  code: "NG103",
  severity: "notice",
  message: text`Có ${"lines"} dòng bị mã hóa UTF-8 ${"times"} lần; đã chuyển ${"count"} ký tự về Unicode.`,
  why: "Tệp UTF-8 từng được mở bằng mã khác (Latin-1, Windows-1252) rồi lưu lại, nên mỗi chữ có dấu thành hai, ba ký tự lạ.",
  example:
    "K\u00e1\u00ba\u00bf ho\u00e1\u00ba\u00a1ch c\u00e1\u00ba\u00a3i c\u00c3\u00a1ch c\u00e1\u00bb\u00a7a x\u00c3\u00a3 n\u00c4\u0192m 2026\n",
});

export const unreadBytes = defineDiagnostic({
  code: "NG104",
  severity: "warning",
  message: text`Có ${"count"} ký tự không đọc được bằng mã ${"code"}; chỗ ấy ghi “\ufffd”.`,
  why: "Mã của tệp không có ký tự ở các vị trí này; chữ ở đó có thể đã hỏng từ trước hoặc thuộc một mã khác.",
  hint: "Đối chiếu với bản gốc và gõ lại những chữ ấy.",
});

export const unknownCode = defineDiagnostic({
  code: "NG105",
  severity: "error",
  message: text`Không nhận ra mã chữ của tệp: byte ${"byte"} ở dòng ${"line"} không phải UTF-8, cũng không đọc được thành tiếng Việt.`,
  why: "Tệp được chuyển sang Unicode chỉ khi các chữ đọc được cho thấy rõ mã; đoán mã thì chữ nhập vào có thể sai.",
  hint: "Mở tệp bằng chương trình đã dùng để viết và lưu lại với mã UTF-8, hoặc chép nội dung vào một tệp .txt mới.",
});

export const notText = defineDiagnostic({
  code: "NG106",
  severity: "error",
  message: text`Đây là ${"kind"}, không phải tệp văn bản thuần.`,
  why: "Chương trình đọc kế hoạch cũ từ tệp văn bản thuần và tệp Word .docx; tệp loại khác không chứa chữ ở dạng đọc được.",
  hint: "Mở tệp bằng chương trình của nó rồi lưu thành .docx hoặc chép nội dung vào một tệp .txt.",
  example: "%PDF-1.7\n",
});

export const emptyFile = defineDiagnostic({
  code: "NG107",
  severity: "error",
  message: text`Tệp không có chữ nào.`,
  why: "Tệp trống hoặc chỉ có dấu cách và dòng trống, nên không có gì để nhập thành kế hoạch.",
  hint: "Xem lại tên tệp, hoặc mở tệp bằng chương trình đã viết để xem nội dung còn không.",
  example: " \n\n",
});
