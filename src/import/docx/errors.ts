/**
 * What can be said of a Word file (codes NH1…): NH101–NH119 why it cannot be read, NH121 and on what was done with it or
 * left out of it. A Word file has no lines: spans are empty, and places are named by the number of the paragraph.
 */
import { defineDiagnostic, text } from "../../diagnostics/diagnostic.ts";

const saveAgain =
  "Mở tệp bằng Word (hoặc LibreOffice), chọn Lưu thành…, kiểu “Word Document (.docx)”, lưu ra một tệp khác rồi nhập tệp ấy.";
const sendAgain =
  "Lấy lại tệp gốc (tải về hoặc chép lại); nếu Word vẫn mở được tệp thì lưu ra một tệp .docx khác rồi nhập tệp ấy.";

// ── Why it cannot be read ───────────────────────────────────────────────────────────────────────────────────────────

export const notDocx = defineDiagnostic({
  code: "NH101",
  severity: "error",
  message: text`Đây không phải tệp Word (.docx)${"kind"}.`,
  why: "Chương trình đọc được văn bản Word kiểu .docx (từ Word 2007); các kiểu khác có cấu trúc khác hẳn.",
  hint: saveAgain,
});

export const damaged = defineDiagnostic({
  code: "NH102",
  severity: "error",
  message: text`Tệp DOCX bị hỏng: ${"what"}.`,
  why: "Đọc tiếp một tệp hỏng thì có thể mất chữ mà không ai biết.",
  hint: sendAgain,
});

export const encrypted = defineDiagnostic({
  code: "NH103",
  severity: "error",
  message: text`Tệp DOCX có phần bị khóa bằng mật khẩu (${"part"}).`,
  why: "Không có mật khẩu thì không đọc được chữ trong tệp.",
  hint: "Mở tệp bằng Word, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ tài liệu → Mã hóa bằng mật khẩu, xóa trắng), lưu lại rồi nhập.",
});

export const tooLarge = defineDiagnostic({
  code: "NH104",
  severity: "error",
  message: text`Tệp DOCX quá lớn: ${"what"}.`,
  why: "Một bản kế hoạch không bao giờ lớn như vậy; tệp quá lớn có thể do lỗi hoặc do người gửi cố ý làm treo máy.",
  hint: "Bỏ bớt phần không cần (ảnh, phụ lục), hoặc chép phần cần nhập sang một tệp Word mới.",
});

export const noDocument = defineDiagnostic({
  code: "NH105",
  severity: "error",
  message: text`Tệp DOCX thiếu phần văn bản${"part"}.`,
  why: "Không có phần ấy thì trong tệp không có chữ nào để đọc.",
  hint: sendAgain,
});

export const badXml = defineDiagnostic({
  code: "NH106",
  severity: "error",
  message: text`Phần “${"part"}” của tệp DOCX không đọc được: ${"what"}.`,
  why: "Phần này sai cấu trúc, nên không chắc đọc được đủ chữ.",
  hint: sendAgain,
});

export const doctype = defineDiagnostic({
  code: "NH107",
  severity: "error",
  message: text`Phần “${"part"}” của tệp DOCX có khai báo DOCTYPE; chương trình không đọc tệp như vậy.`,
  why: "Word không bao giờ ghi DOCTYPE; khai báo này có thể dùng để làm treo máy hoặc lấy tệp khác trên máy.",
  hint: "Hỏi lại người gửi tệp; nếu tệp đáng tin, mở bằng Word rồi lưu ra một tệp .docx khác.",
});

export const tooDeep = defineDiagnostic({
  code: "NH108",
  severity: "error",
  message: text`Phần “${"part"}” của tệp DOCX có các phần tử lồng nhau quá ${"limit"} cấp.`,
  why: "Văn bản thật không lồng nhau sâu như vậy; tệp có thể bị hỏng hoặc bị cố ý làm cho treo máy.",
  hint: sendAgain,
});

// ── What was done with it, or left out ──────────────────────────────────────────────────────────────────────────────

export const trackedChanges = defineDiagnostic({
  code: "NH121",
  severity: "notice",
  message: text`Tệp có thay đổi đang theo dõi (Track Changes): đã nhận ${"insertions"} chỗ thêm, bỏ ${"deletions"} chỗ xóa${"where"}.`,
  why: "Bản nhập lấy chữ như khi chấp nhận mọi thay đổi; thay đổi chưa duyệt có thể không phải lời cuối cùng.",
  hint: "Nếu có thay đổi không nhận, mở tệp bằng Word, duyệt từng thay đổi rồi nhập lại.",
});

export const comments = defineDiagnostic({
  code: "NH122",
  severity: "notice",
  message: text`Đã bỏ ${"count"} nhận xét (Comments) trong tệp${"where"}.`,
  why: "Nhận xét là trao đổi khi soạn, không thuộc văn bản.",
});

export const hiddenText = defineDiagnostic({
  code: "NH123",
  severity: "notice",
  message: text`Đã bỏ ${"count"} chỗ chữ ẩn (Hidden)${"where"}.`,
  why: "Chữ ẩn không in ra giấy nên không thuộc văn bản.",
  hint: "Nếu cần chữ ấy, mở tệp bằng Word, bỏ dấu chọn “Hidden” ở phông chữ rồi nhập lại.",
});

export const contentsTable = defineDiagnostic({
  code: "NH124",
  severity: "notice",
  message: text`Đã bỏ ${"count"} dòng của mục lục tự động${"where"}.`,
  why: "Mục lục tự động chép lại các đề mục và số trang; văn bản dựng lại có số trang khác.",
});

export const pictures = defineDiagnostic({
  code: "NH125",
  severity: "notice",
  message: text`Đã bỏ ${"count"} hình ảnh${"where"}.`,
  why: "Tệp .plan chỉ có chữ và bảng, không chứa hình.",
});

export const shapes = defineDiagnostic({
  code: "NH126",
  severity: "notice",
  message: text`Đã bỏ ${"count"} hình vẽ không có chữ (đường kẻ, khung, mũi tên…)${"where"}.`,
  why: "Đường kẻ dưới Quốc hiệu, tên cơ quan và trích yếu do chương trình tự kẻ; hình vẽ khác không có chỗ trong tệp .plan.",
});

export const charts = defineDiagnostic({
  code: "NH127",
  severity: "notice",
  message: text`Đã bỏ ${"count"} biểu đồ, sơ đồ (Chart, SmartArt)${"where"}.`,
  why: "Tệp .plan chỉ có chữ và bảng; chữ trong biểu đồ, sơ đồ cần chép tay nếu dùng.",
});

export const objects = defineDiagnostic({
  code: "NH128",
  severity: "notice",
  message: text`Đã bỏ ${"count"} đối tượng nhúng (bảng Excel, công thức kiểu cũ, điều khiển…)${"where"}.`,
  why: "Đối tượng nhúng là tệp của chương trình khác; vì an toàn, chương trình không mở chúng.",
});

export const macros = defineDiagnostic({
  code: "NH129",
  severity: "notice",
  message: text`Tệp có macro (${"count"} phần); đã bỏ qua, không mở và không chạy.`,
  why: "Macro là mã lệnh, không phải chữ của văn bản.",
});

export const otherFiles = defineDiagnostic({
  code: "NH130",
  severity: "notice",
  message: text`Đã bỏ ${"count"} chỗ chèn nguyên một tệp khác (altChunk, tài liệu con)${"where"}.`,
  why: "Chữ của chỗ ấy nằm trong tệp khác, Word chỉ lấy ra khi mở.",
  hint: "Mở tệp bằng Word rồi lưu lại để chữ ấy vào hẳn trong tệp, sau đó nhập lại.",
});

export const externalLinks = defineDiagnostic({
  code: "NH131",
  severity: "notice",
  message: text`Tệp có ${"count"} liên kết tới tệp bên ngoài (tệp mẫu, ảnh, dữ liệu); đã bỏ qua, không mở.`,
  why: "Vì an toàn, chương trình không mở tệp hay địa chỉ nào ngoài tệp được nhập.",
});

export const legacyFonts = defineDiagnostic({
  code: "NH132",
  severity: "notice",
  message: text`Đã chuyển ${"count"} ký tự từ phông chữ kiểu cũ (${"fonts"}) sang Unicode${"where"}.`,
  why: "Phông kiểu cũ (.VnTime, VNI-Times…) ghi chữ Việt bằng mã riêng; không chuyển thì đọc ra chữ sai.",
  hint: "Đọc soát lại những chỗ ấy.",
});

export const symbols = defineDiagnostic({
  code: "NH133",
  severity: "notice",
  message: text`${"count"} ký hiệu của phông riêng (Wingdings, Webdings…) không có chữ tương ứng; đã ghi thành “□”${"where"}.`,
  why: "Phông ký hiệu vẽ hình bằng mã riêng của nó, phông khác không có.",
});

export const nestedTables = defineDiagnostic({
  code: "NH134",
  severity: "notice",
  message: text`${"count"} bảng nằm trong ô của bảng khác; đã ghi thành từng dòng trong ô${"where"}.`,
  why: "Tệp .plan không có bảng trong bảng.",
});

export const lostNotes = defineDiagnostic({
  code: "NH135",
  severity: "notice",
  message: text`${"count"} chỗ gọi chú thích không có lời chú thích trong tệp; đã bỏ số chú thích ấy${"where"}.`,
  why: "Tệp gọi tới chú thích mà phần chú thích của tệp không có.",
});

export const badPart = defineDiagnostic({
  code: "NH136",
  severity: "notice",
  message: text`Đã bỏ qua phần phụ “${"part"}” của tệp vì bị hỏng.`,
  why: "Phần này chỉ có đầu trang, chân trang, thiết lập hoặc thuộc tính, không có chữ của thân văn bản.",
});
