/**
 * KH…: what cannot be bound when the file is read as a plan, and what the form changes when it prints the header. Counting
 * mistakes and style are not here: the plan records them and the rules (VB) speak about them.
 */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

const form = "Nghị định 30/2020/NĐ-CP, Phụ lục I";

// A header that prints as typed, so that each example below shows one mistake only.
const head = "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\nngày: …/01/2026\n";
const start = `kế hoạch: Tuyên truyền năm 2026\n${head}`;
const tail = `
Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. NỘI DUNG

Trên đây là Kế hoạch của Ủy ban nhân dân xã./.

nơi nhận:
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`;
const withText = (words: string): string => `${start}\n${words}\n${tail}`;
const withBody = (body: string): string => `${start}${tail.replace("Trên đây là", `${body}\n\nTrên đây là`)}`;

// ── Header ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const missingIssuer = defineDiagnostic({
  code: "KH001",
  severity: "error",
  message: text`Thiếu trường “cơ quan”: chưa biết cơ quan nào ban hành ${"type"}.`,
  why: `Tên cơ quan ban hành là thành phần bắt buộc (${form}, mục II.2).`,
  hint: "Thêm một dòng ở phần đầu, ví dụ: cơ quan: UBND xã An Bình",
  example: `kế hoạch: Tuyên truyền năm 2026\nsố: …/KH-UBND\nđịa danh: An Bình\nngày: …/01/2026\n${tail}`,
});

export const missingDate = defineDiagnostic({
  code: "KH002",
  severity: "error",
  message: text`Thiếu trường “ngày” của ${"type"}.`,
  why: `Thời gian ban hành là thành phần bắt buộc (${form}, mục II.4); chương trình không tự lấy ngày hôm nay.`,
  hint: "Chưa ký thì để trống ngày, ví dụ: ngày: …/01/2026",
  example: `kế hoạch: Tuyên truyền năm 2026\ncơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\n${tail}`,
});

export const unreadableDate = defineDiagnostic({
  code: "KH003",
  severity: "error",
  message: text`Không đọc được ngày “${"date"}”.`,
  why: "Ngày ghi bằng ngày, tháng, năm; năm ghi đủ bốn chữ số.",
  hint: "Viết 05/01/2026, hoặc ngày 05 tháng 01 năm 2026, hoặc để trống ngày: …/01/2026",
  example: start.replace("…/01/2026", "đầu tháng Giêng") + tail,
});

export const impossibleDate = defineDiagnostic({
  code: "KH004",
  severity: "error",
  message: text`Không có ngày “${"date"}” trong lịch.`,
  why: "Ngày, tháng của văn bản phải có thật.",
  hint: "Xem lại ngày, tháng; chưa ký thì để trống ngày, ví dụ: ngày: …/02/2026",
  example: start.replace("…/01/2026", "31/02/2026") + tail,
});

export const dateWithoutYear = defineDiagnostic({
  code: "KH005",
  severity: "warning",
  message: text`Ngày “${"date"}” chưa có năm.`,
  why: `Văn bản ghi đủ ngày, tháng, năm ban hành (${form}, mục II.4); chưa có năm thì máy không biết căn cứ nào còn hiệu lực, cơ quan nào còn tên cũ.`,
  hint: "Chưa ký thì để trống ngày, tháng và ghi năm, ví dụ: ngày: …/…/2026",
  example: start.replace("…/01/2026", "…/01/…") + tail,
});

export const unreadableNumber = defineDiagnostic({
  code: "KH006",
  severity: "error",
  message: text`Không đọc được số, ký hiệu “${"number"}”.`,
  why: `Số và ký hiệu viết liền, cách nhau bằng dấu gạch chéo (${form}, mục II.3).`,
  hint: "Viết 12/KH-UBND; chưa có số thì viết …/KH-UBND",
  example: start.replace("…/KH-UBND", "mười hai") + tail,
});

export const symbolDefaulted = defineDiagnostic({
  code: "KH007",
  severity: "notice",
  message: text`Không có trường “số”: lấy ký hiệu “${"symbol"}” theo tên loại và cơ quan ban hành, để trống số.`,
  why: `Ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan (${form}, mục II.3).`,
  hint: "Ghi rõ để khỏi nhầm, ví dụ: số: …/KH-UBND",
  example: start.replace("số: …/KH-UBND\n", "") + tail,
});

export const missingPlace = defineDiagnostic({
  code: "KH008",
  severity: "error",
  message: text`Thiếu trường “địa danh”: không suy ra được từ tên cơ quan “${"issuer"}”.`,
  why: `Địa danh là tên đơn vị hành chính nơi cơ quan đóng trụ sở (${form}, mục II.4).`,
  hint: "Thêm một dòng ở phần đầu, ví dụ: địa danh: An Bình",
  example: `${start
    .replace("ỦY BAN NHÂN DÂN XÃ AN BÌNH", "TRƯỜNG TIỂU HỌC SỐ 1\ncơ quan chủ quản: UBND XÃ AN BÌNH")
    .replace("KH-UBND", "KH-TH1")}${tail}`,
});

export const missingParent = defineDiagnostic({
  code: "KH009",
  severity: "error",
  message: text`Thiếu trường “cơ quan chủ quản” của “${"issuer"}”.`,
  why: `Phía trên tên cơ quan ban hành là tên cơ quan chủ quản trực tiếp, nếu có (${form}, mục II.2).`,
  hint: "Ghi cơ quan chủ quản: UBND xã An Bình; nếu không có thì ghi cơ quan chủ quản: không",
  example:
    start
      .replace("ỦY BAN NHÂN DÂN XÃ AN BÌNH", "TRƯỜNG TIỂU HỌC SỐ 1\nđịa danh: An Bình")
      .replace("KH-UBND", "KH-TH1") + tail,
});

export const secretDocument = defineDiagnostic({
  code: "KH011",
  severity: "error",
  message: text`Không soạn văn bản có độ mật “${"level"}” bằng chương trình này.`,
  why: "Luật Bảo vệ bí mật nhà nước chỉ cho soạn thảo, lưu giữ tài liệu mật trên thiết bị không nối mạng, đã kiểm tra an ninh; một tệp chữ thường như thế này không bảo đảm yêu cầu đó.",
  hint: "Soạn trên máy dành cho tài liệu mật của cơ quan; nếu văn bản không mật thì bỏ dòng “độ mật”.",
  example: `${start}độ mật: mật\n${tail}`,
});

export const unknownChoice = defineDiagnostic({
  code: "KH012",
  severity: "error",
  message: text`“${"field"}” không nhận giá trị “${"value"}”.${"suggestion"}`,
  why: "Trường này chỉ nhận một trong các giá trị định sẵn.",
  example: `${start}độ khẩn: rất gấp\n${tail}`,
});

export const repeatedField = defineDiagnostic({
  code: "KH014",
  severity: "error",
  message: text`Trường “${"field"}” ghi hai lần.`,
  why: "Hai giá trị thì không biết in giá trị nào.",
  hint: "Giữ một dòng, bỏ dòng kia.",
  example: `${start}ngày: …/02/2026\n${tail}`,
});

export const unreadablePeriod = defineDiagnostic({
  code: "KH015",
  severity: "error",
  message: text`Không đọc được “${"field"}: ${"value"}”.`,
  why: "Năm ghi bốn chữ số; giai đoạn ghi năm đầu và năm cuối, năm cuối không trước năm đầu.",
  hint: "Viết năm: 2026 hoặc giai đoạn: 2026-2030",
  example: `${start}năm: hai nghìn không trăm hai sáu\n${tail}`,
});

export const headerPrinted = defineDiagnostic({
  code: "KH016",
  severity: "notice",
  message: text`“${"typed"}” in thành “${"printed"}”.`,
  why: `Phần đầu văn bản viết hoa, viết đủ và thêm số 0 theo thể thức (${form}, mục II).`,
  example: `${start.replace("số: …/KH-UBND", "số: 5/KH-UBND")}${tail}`,
});

export const attachedNumber = defineDiagnostic({
  code: "KH018",
  severity: "notice",
  message: text`“${"field"}” của văn bản kèm theo không in.`,
  why: "Văn bản ban hành kèm theo quyết định không có số, ngày riêng; dòng “(Kèm theo Quyết định số …)” mang số và ngày của quyết định (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.3).",
  hint: "Bỏ dòng này, hoặc soạn kế hoạch thành một tệp riêng.",
  example: `quyết định: Ban hành Kế hoạch tuyên truyền năm 2026
${head.replace("KH-UBND", "QĐ-UBND")}
Căn cứ Luật Tổ chức chính quyền địa phương.

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tuyên truyền năm 2026.

Điều 2. Các thôn chịu trách nhiệm thi hành Quyết định này./.

nơi nhận:
- Như Điều 2;
- Lưu: VT.

ký:
CHỦ TỊCH
Nguyễn Văn A

kế hoạch: Tuyên truyền năm 2026
số: 12/KH-UBND

I. NỘI DUNG

Trên đây là Kế hoạch của Ủy ban nhân dân xã./.
`,
});

export const unreadableAbbreviation = defineDiagnostic({
  code: "KH019",
  severity: "error",
  message: text`Không đọc được chữ viết tắt ở “${"line"}”.`,
  why: "Mỗi dòng khai một chữ viết tắt và nghĩa của nó.",
  hint: "Viết: - CĐS: chuyển đổi số",
  example: `${start}viết tắt:\n- chuyển đổi số\n${tail}`,
});

export const repeatedAbbreviation = defineDiagnostic({
  code: "KH020",
  severity: "error",
  message: text`“${"short"}” được khai hai nghĩa: “${"first"}” và “${"second"}”.`,
  why: "Một chữ viết tắt chỉ được có một nghĩa trong văn bản.",
  example: `${start}viết tắt:\n- CNTT: công nghệ thông tin\n- CNTT: công nghiệp truyền thống\n${tail}`,
});

// ── References in text ──────────────────────────────────────────────────────────────────────────────────────────────

export const unknownValue = defineDiagnostic({
  code: "KH030",
  severity: "error",
  message: text`Không có giá trị “{${"name"}}”.${"suggestion"}`,
  why: "Trong ngoặc nhọn là tên một trường ở phần đầu hoặc một chữ viết tắt đã khai.",
  hint: "Muốn in dấu ngoặc nhọn thì viết \\{",
  example: withText("Căn cứ nhiệm vụ {nằm nay}."),
});

export const emptyValue = defineDiagnostic({
  code: "KH031",
  severity: "error",
  message: text`“{${"name"}}” chưa có giá trị.`,
  why: "Phần đầu của văn bản chưa ghi trường này.",
  hint: "Thêm trường đó vào phần đầu.",
  example: withText("Căn cứ nhiệm vụ {giai đoạn}."),
});

export const unknownCitation = defineDiagnostic({
  code: "KH032",
  severity: "error",
  message: text`Danh mục không có văn bản “${"target"}”.${"suggestion"}`,
  why: "[[…]] lấy tên loại, ngày, cơ quan và trích yếu từ danh mục văn bản; không có trong danh mục thì không điền được.",
  hint: "Viết viện dẫn đầy đủ bằng chữ thường, hoặc thêm văn bản vào danh mục của cơ quan.",
  example: withText("Căn cứ [[99999/QĐ-TTg]]."),
});

export const ambiguousCitation = defineDiagnostic({
  code: "KH033",
  severity: "error",
  message: text`“${"target"}” là số của nhiều văn bản: ${"choices"}.`,
  why: "Số và ký hiệu có thể lặp lại qua các năm; phải kèm ngày mới biết văn bản nào.",
  hint: "Thêm ngày vào trong ngoặc, ví dụ: [[76/NQ-CP 15/7/2021]]",
  example: withText("Căn cứ [[76/NQ-CP]]."),
});

// ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const table = (columns: string, rows: string, options = ""): string =>
  withBody(`cột: ${columns}\n${options}\nnhiệm vụ: Phát thanh\n${rows}`);
const row = "  chủ trì: Phòng Văn hóa - Xã hội\n  thời gian: 01 lần/quý\n";

export const unknownColumnBinding = defineDiagnostic({
  code: "KH040",
  severity: "error",
  message: text`Không có loại cột “${"binding"}”.${"suggestion"}`,
  why: "Sau dấu bằng là nghĩa của cột: tt, nhiệm vụ, sản phẩm, chủ trì, phối hợp, thời gian, bắt đầu, kết thúc, kinh phí, ghi chú hoặc nội dung.",
  example: table(
    "TT | NHIỆM VỤ | ĐƠN VỊ = chủ chì | THỜI GIAN",
    "  ĐƠN VỊ: Phòng Văn hóa - Xã hội\n  thời gian: 01 lần/quý\n",
  ),
});

export const noColumnForField = defineDiagnostic({
  code: "KH042",
  severity: "error",
  message: text`Bảng không có cột nào cho “${"field"}”.${"suggestion"}`,
  why: "Giá trị không có cột thì không in ra đâu được.",
  hint: "Thêm cột vào dòng “cột:”, hoặc bỏ dòng này.",
  example: table("TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN", `${row}  kinh phí: 10 triệu đồng\n`),
});

export const noTaskColumn = defineDiagnostic({
  code: "KH043",
  severity: "error",
  message: text`Bảng không có cột để in tên nhiệm vụ.`,
  why: "Mỗi dòng “nhiệm vụ:” in tên nhiệm vụ vào một cột.",
  hint: "Thêm cột NHIỆM VỤ hoặc NỘI DUNG, hoặc gắn nghĩa cho một cột: VIỆC CẦN LÀM = nhiệm vụ",
  example: table("TT | CHỦ TRÌ | THỜI GIAN", row),
});

export const columnCount = defineDiagnostic({
  code: "KH044",
  severity: "error",
  message: text`“${"field"}” có ${"found"} phần, bảng có ${"wanted"} cột.`,
  why: "Mỗi cột cần đúng một phần; thừa hoặc thiếu thì không biết phần nào của cột nào.",
  example: table("TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN", row, "hàng số: (1) | (2) | (3)\n"),
});

export const unreadableWidths = defineDiagnostic({
  code: "KH045",
  severity: "error",
  message: text`Không đọc được độ rộng “${"value"}”.`,
  why: "Độ rộng là những số dương, mỗi cột một số, cách nhau bằng dấu |; chỉ tỉ lệ giữa các số là quan trọng.",
  hint: "Viết: độ rộng: 1 | 5 | 3 | 2",
  example: table("TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN", row, "độ rộng: hẹp | rộng | vừa | vừa\n"),
});

export const unreadableNumberStyle = defineDiagnostic({
  code: "KH046",
  severity: "error",
  message: text`Không đọc được kiểu số “${"value"}”.`,
  why: "Kiểu số là số đầu tiên đúng như muốn in, như 1, 1., 01, (1), I hoặc a).",
  example: table("TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN", row, "kiểu số: thường\n"),
});

export const unevenRow = defineDiagnostic({
  code: "KH050",
  severity: "error",
  message: text`Hàng này có ${"found"} ô, các hàng khác có ${"wanted"} ô.`,
  why: "Mọi hàng của bảng phải có cùng số ô; ô trống vẫn cần dấu |.",
  hint: "Thêm hoặc bớt dấu |; ô gộp với ô trên ghi ^, gộp với ô bên trái ghi <",
  example: withBody("bảng: Kinh phí\n| Nội dung | Số tiền |\n|---|---|\n| In tờ gấp |\n| Loa | 5 |"),
});

export const mergeWithoutNeighbour = defineDiagnostic({
  code: "KH051",
  severity: "error",
  message: text`Ô “${"mark"}” không có ô nào ${"where"} để gộp.`,
  why: "^ gộp ô với ô ngay trên trong cùng phần đầu hoặc phần thân của bảng, < gộp với ô ngay bên trái.",
  hint: "Muốn in chính dấu đó thì viết \\^ hoặc \\<",
  example: withBody("bảng: Kinh phí\n| Nội dung | Số tiền |\n|---|---|\n| < | 5 |"),
});

export const mergeNotRectangle = defineDiagnostic({
  code: "KH052",
  severity: "error",
  message: text`Các ô gộp vào ô này không tạo thành hình chữ nhật.`,
  why: "Một ô gộp chỉ có thể là hình chữ nhật.",
  example: withBody("bảng: Kinh phí\n| A | < | B |\n|---|---|---|\n| C | < | D |\n| ^ | E | F |"),
});
