/**
 * NH…: what `plan import` did with a foreign file, and the places at which a person should look. A file that cannot be read
 * at all is an error; everything else is a notice, for the words are all there.
 */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

/** A text as clerks have it, with a body of its own. */
const foreign = (body: string): string => `ỦY BAN NHÂN DÂN
XÃ AN BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/KH-UBND
An Bình, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Trồng cây năm 2026

${body}

Nơi nhận:
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`;

const kept = "Lời văn được chép nguyên; chương trình chỉ bỏ những gì không thuộc văn bản, và nói rõ đã bỏ gì.";

export const lookHere = defineDiagnostic({
  code: "NH001",
  severity: "notice",
  message: text`Cần xem: ${"words"}.`,
  why: "Chỗ này máy không chắc, hoặc nguồn không cho biết; người soạn xem rồi xóa dòng “# CẦN XEM”.",
  example: foreign("1. Trồng 500 cây.").replace("Số: 05/KH-UBND\n", ""),
});

export const joinedParagraph = defineDiagnostic({
  code: "NH002",
  severity: "notice",
  message: text`Đã nối hai mảnh của một đoạn bị ngắt khi sang trang (${"where"}): “${"before"}” + “${"after"}”.`,
  why: "Chép từ tệp PDF thường để lại dòng trống giữa câu ở chỗ sang trang.",
  hint: "Nếu là hai đoạn khác nhau thì thêm một dòng trống ở chỗ nối.",
  example: foreign("1. Trồng 500 cây xanh ở các tuyến đường của\n\nxã, mỗi thôn chăm sóc một tuyến."),
});

export const markupTaken = defineDiagnostic({
  code: "NH003",
  severity: "notice",
  message: text`Đã hiểu ${"count"} dấu Markdown hoặc thẻ HTML là kiểu chữ, đầu dòng và bảng, không chép như chữ.`,
  why: kept,
  example: foreign("1. Trồng **500 cây** xanh."),
});

export const pageNumbersLeftOut = defineDiagnostic({
  code: "NH004",
  severity: "notice",
  message: text`Đã bỏ ${"count"} dòng chỉ có số trang (${"lines"}).`,
  why: "Số trang do chương trình đánh lại khi in (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.7).",
  example: foreign("1. Trồng 500 cây.\n\nTrang 2/3\n\n2. Chăm sóc cây."),
});

export const runningLinesLeftOut = defineDiagnostic({
  code: "NH005",
  severity: "notice",
  message: text`Đã bỏ ${"count"} dòng lặp ở đầu hoặc cuối trang: “${"words"}”.`,
  why: "Dòng lặp cạnh số trang thuộc về trang giấy, không thuộc lời văn.",
});

export const picturesLeftOut = defineDiagnostic({
  code: "NH006",
  severity: "notice",
  message: text`Không chép được ${"count"} hình ảnh.`,
  why: "Tệp .plan là văn bản thuần, không chứa hình.",
  hint: "Nếu hình có chữ thì gõ lại chữ ấy.",
  example: foreign('1. Trồng 500 cây.\n<img src="ban-do.png">'),
});

export const repeatedHeadsLeftOut = defineDiagnostic({
  code: "NH007",
  severity: "notice",
  message: text`Đã bỏ ${"count"} lần đầu bảng lặp lại ở trang sau.`,
  why: "Bảng dài được in tiếp sang trang sau cùng với đầu bảng; khi in lại, chương trình tự lặp đầu bảng.",
  example: foreign("TT\tViệc\tThôn\n1\tTrồng cây\tThôn Đông\nTT\tViệc\tThôn\n2\tTưới cây\tThôn Tây"),
});

export const joinedRows = defineDiagnostic({
  code: "NH008",
  severity: "notice",
  message: text`Đã nối ${"count"} hàng của bảng bị ngắt khi sang trang.`,
  why: "Hàng không có số thứ tự ở đầu trang, chữ viết tiếp chữ của hàng trên, là phần còn lại của hàng ấy.",
  hint: "Nếu là hàng riêng thì tách thành một “nhiệm vụ:” hoặc “việc:”.",
  example: foreign(
    "TT\tNhiệm vụ\tCơ quan chủ trì\n1\tTrồng cây ở các tuyến\tThôn Đông\n\n\tđường của xã\t\n2\tTưới cây\tThôn Tây",
  ),
});

export const partedItems = defineDiagnostic({
  code: "NH009",
  severity: "notice",
  message: text`Đã tách ${"count"} gạch đầu dòng nằm chung một dòng.`,
  why: "Khi chép từ tệp khác, nhiều gạch đầu dòng có thể dồn vào một dòng; mỗi gạch đầu dòng là một dòng.",
  example: foreign("- Trồng 500 cây; - Chăm sóc cây."),
});

export const tooLongText = defineDiagnostic({
  code: "NH010",
  severity: "error",
  message: text`Tệp văn bản quá lớn (${"size"}); chương trình nhận tối đa ${"limit"}.`,
  why: "Kế hoạch dài nhất cũng chỉ vài trăm trang, chưa tới 2 MB chữ.",
  hint: "Xem lại tên tệp, hoặc tách riêng phần kế hoạch vào một tệp.",
});

export const pageLinesLeftOut = defineDiagnostic({
  code: "NH011",
  severity: "notice",
  message: text`Đã bỏ ${"count"} dòng ở đầu và chân trang: “${"words"}”.`,
  why: "Dòng in lại ở mỗi trang thuộc về trang giấy, không thuộc lời văn.",
  hint: "Nếu là lời văn thì chép lại vào bài; địa chỉ cơ quan ở chân trang đầu thì ghi vào trường “địa chỉ”.",
});
