/**
 * What can be wrong with the syntax of a .plan file (codes CP…), in the words of the people who write one.
 *
 * A number, once given, keeps its meaning for ever. Errors block the output; warnings and notices do not.
 */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

export const misunderstood = defineDiagnostic({
  code: "CP001",
  severity: "error",
  message: text`Không hiểu “${"found"}” ở chỗ này.`,
  why: "Dòng này không nối được với những dòng phía trên; chữ của nó được giữ lại nhưng không in.",
  hint: "Xem lại thứ tự các dòng; nếu đây là lời văn, thêm một dòng trống phía trên.",
});

export const missingDocumentLine = defineDiagnostic({
  code: "CP002",
  severity: "error",
  message: text`Thiếu dòng mở đầu cho biết loại văn bản, như “kế hoạch: …”.`,
  why: "Dòng đầu cho biết tên loại và trích yếu nội dung, thành phần thể thức bắt buộc (Nghị định 30/2020/NĐ-CP, Điều 8).",
  hint: "Thêm ở đầu tệp một dòng: kế hoạch: trích yếu nội dung.",
  example: "I. MỤC ĐÍCH\n\n1. Nâng cao nhận thức.\n",
});

export const missingTitle = defineDiagnostic({
  code: "CP003",
  severity: "error",
  message: text`Sau “${"key"}:” phải có trích yếu nội dung.`,
  why: "Trích yếu nội dung là thành phần thể thức bắt buộc, đặt dưới tên loại (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5).",
  example: "kế hoạch:\ncơ quan: UBND xã An Bình\n",
});

export const bareTypeLine = defineDiagnostic({
  code: "CP004",
  severity: "error",
  message: text`“${"typed"}” đứng riêng một dòng. Có phải “${"key"}: trích yếu”?`,
  why: "Loại văn bản và trích yếu viết trên cùng một dòng, sau dấu hai chấm; máy tự tách thành hai dòng khi in.",
  example: "KẾ HOẠCH\nTuyên truyền cải cách hành chính\n",
});

export const strayTypeLine = defineDiagnostic({
  code: "CP005",
  severity: "error",
  message: text`Dòng “${"typed"}” thừa: tên loại đã có ở dòng mở đầu.`,
  why: "Tên loại được in từ dòng mở đầu; giữ dòng này thì tên loại in hai lần.",
  example: "kế hoạch: Tuyên truyền\ncơ quan: UBND xã An Bình\n\nKẾ HOẠCH\n\nI. MỤC ĐÍCH\n",
});

export const unknownField = defineDiagnostic({
  code: "CP006",
  severity: "error",
  message: text`Không có trường “${"key"}”.${"suggestion"}`,
  why: "Phần đầu, trước dòng trống thứ nhất, chỉ nhận các trường của thể thức; trường lạ sẽ không được in ở đâu cả.",
  hint: "Nếu đây là lời văn, đặt nó dưới một dòng trống, hoặc viết “\\:” thay cho “:”.",
  example: "kế hoạch: Tuyên truyền\ncơ quán: UBND xã An Bình\n",
});

export const almostField = defineDiagnostic({
  code: "CP007",
  severity: "warning",
  message: text`“${"key"}:” được đọc là lời văn. Có phải trường “${"known"}:”?`,
  why: "Sau dòng trống thứ nhất của phần đầu, chữ không phải tên trường là lời văn và in nguyên như vậy.",
  example: "kế hoạch: Tuyên truyền\n\nđịa dánh: An Bình\n\nI. MỤC ĐÍCH\n",
});

export const bareAnnexLine = defineDiagnostic({
  code: "CP008",
  severity: "error",
  message: text`“${"typed"}” đứng riêng một dòng. Có phải “${"key"}: tên phụ lục”?`,
  why: "Phụ lục mở bằng “phụ lục: tên” để máy biết nó bắt đầu ở đâu và in sang trang mới (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III).",
  example: "kế hoạch: Tuyên truyền\n\nI. MỤC ĐÍCH\n\nPHỤ LỤC\nDanh mục nhiệm vụ\n",
});

export const strayTask = defineDiagnostic({
  code: "CP009",
  severity: "error",
  message: text`“nhiệm vụ:” chỉ đứng trong một bảng mở bằng “cột:”.`,
  why: "Ngoài bảng, nhiệm vụ là một mục đánh số có các gạch đầu dòng như “- Cơ quan chủ trì: …”.",
  hint: "Mở bảng bằng “cột: …” phía trên, hoặc viết nhiệm vụ thành mục đánh số.",
  example:
    "kế hoạch: Tuyên truyền\n\nI. NHIỆM VỤ\n\nnhiệm vụ: Phát thanh chuyên mục\n  chủ trì: Phòng Văn hóa - Xã hội\n",
});

export const pastedHeading = defineDiagnostic({
  code: "CP010",
  severity: "error",
  message: text`Dòng bắt đầu bằng “${"hashes"}” không phải ghi chú cũng không phải đề mục.`,
  why: "Ghi chú bắt đầu bằng một dấu # và dấu cách; đề mục viết bằng số như “I.” hoặc “1.”. Để nguyên thì dòng này không in.",
  example: "kế hoạch: Tuyên truyền\n\n## I. MỤC ĐÍCH\n",
});

export const unknownRowField = defineDiagnostic({
  code: "CP011",
  severity: "error",
  message: text`Bảng này không có trường “${"key"}”.${"suggestion"}`,
  why: "Trong một hàng chỉ có các trường đã biết và tên cột của bảng; trường lạ sẽ không in ở ô nào.",
  hint: "Nếu đây là lời văn của ô phía trên, viết “\\:” thay cho “:”.",
  example: "kế hoạch: Tuyên truyền\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ\n\nnhiệm vụ: Phát thanh\n  chủ trỉa: Các thôn\n",
});

export const subRowWithoutTask = defineDiagnostic({
  code: "CP012",
  severity: "error",
  message: text`“việc:” đứng trước khi có “nhiệm vụ:” nào.`,
  why: "Mỗi việc là một hàng của nhiệm vụ đứng trên nó.",
  example: "kế hoạch: Tuyên truyền\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ\n\nviệc: Phát thanh\n  chủ trì: Các thôn\n",
});

export const gridWithoutKey = defineDiagnostic({
  code: "CP013",
  severity: "warning",
  message: text`Các hàng “| … |” đứng mà không có dòng “bảng:” phía trên.`,
  why: "Dòng “bảng:” cho biết từ đây là bảng; sau nó có thể ghi tên bảng và các tùy chọn.",
  example: "kế hoạch: Tuyên truyền\n\nI. SỐ LIỆU\n\n| Năm | Số buổi |\n| 2025 | 12 |\n",
});

export const unclosedCitation = defineDiagnostic({
  code: "CP014",
  severity: "warning",
  message: text`“[[” không có “]]” đóng lại; in nguyên như đã ghi.`,
  why: "Số văn bản giữa [[ và ]] được thay bằng tên đầy đủ; thiếu dấu đóng thì không thay được.",
  hint: "Thêm “]]”, hoặc viết “\\[\\[” nếu muốn in hai dấu ngoặc.",
  example: "kế hoạch: Tuyên truyền\n\nCăn cứ [[749/QĐ-TTg của Thủ tướng Chính phủ.\n",
});

export const unclosedValue = defineDiagnostic({
  code: "CP015",
  severity: "warning",
  message: text`“{” không có “}” đóng lại; in nguyên như đã ghi.`,
  why: "Tên trường giữa { và } được thay bằng giá trị của trường; thiếu dấu đóng thì không thay được.",
  hint: "Thêm “}” trên cùng dòng, hoặc viết “\\{” nếu muốn in dấu ngoặc.",
  example: "kế hoạch: Tuyên truyền năm {năm\nnăm: 2026\n",
});

export const missingBlankLine = defineDiagnostic({
  code: "CP016",
  severity: "notice",
  message: text`Dòng này nối vào đoạn phía trên. Có phải là đoạn mới, thiếu một dòng trống?`,
  why: "Dòng không có số, chữ cái hay gạch đầu dòng nối vào dòng trên nó; đoạn mới cần một dòng trống.",
  example:
    "kế hoạch: Tuyên truyền\n\nI. MỤC ĐÍCH\n\nCông tác tuyên truyền được thực hiện thường xuyên, liên tục trong cả năm.\nCác thôn bố trí người phụ trách.\n",
});

export const headingGainsLine = defineDiagnostic({
  code: "CP017",
  severity: "notice",
  message: text`Dòng này nối vào đề mục “${"heading"}”. Có phải là đoạn mới, thiếu một dòng trống?`,
  why: "Dòng không có số, chữ cái hay gạch đầu dòng nối vào dòng trên nó, kể cả khi dòng trên là đề mục.",
  example: "kế hoạch: Tuyên truyền\n\nI. MỤC ĐÍCH, YÊU CẦU\nNăm 2026 xã tiếp tục tuyên truyền sâu rộng.\n",
});

export const brokenParagraph = defineDiagnostic({
  code: "CP018",
  severity: "notice",
  message: text`Đoạn trên chưa có dấu kết thúc. Có phải đoạn này là phần sau của nó, bị ngắt khi sang trang?`,
  why: "Dòng trống tách đoạn; chép từ tệp PDF thường để lại dòng trống ở chỗ sang trang.",
  example:
    "kế hoạch: Tuyên truyền\n\nI. MỤC ĐÍCH\n\nNâng cao nhận thức của cán bộ, công chức và\n\nnhân dân trong xã về chuyển đổi số.\n",
});

export const markInsideParagraph = defineDiagnostic({
  code: "CP019",
  severity: "warning",
  message: text`“${"mark"}” ở đầu dòng mở một mục mới. Có phải chỉ là chữ xuống dòng?`,
  why: "Số, chữ cái hay gạch ở đầu dòng luôn mở một mục, kể cả giữa đoạn; dòng trên chưa có dấu kết thúc và dòng này bắt đầu bằng chữ thường.",
  hint: "Nếu là lời văn, đặt dấu \\ trước dấu ấy hoặc nối vào dòng trên.",
  example:
    "kế hoạch: Tuyên truyền\n\nI. MỤC ĐÍCH\n\nTuyên truyền trên hệ thống truyền thanh các thôn 1, 2 và\n3. sau đó mở rộng ra toàn xã.\n",
});

export const nameBelowBlank = defineDiagnostic({
  code: "CP020",
  severity: "notice",
  message: text`Tên người ký đứng sau một dòng trống; được hiểu là dòng cuối của khối ký.`,
  why: "Khối ký hết ở dòng trống; chỗ trống để ký do máy tự chừa.",
  example: "kế hoạch: Tuyên truyền\n\nI. MỤC ĐÍCH\n\nký:\nCHỦ TỊCH\n\nNguyễn Văn An\n",
});

export const emptyFile = defineDiagnostic({
  code: "CP021",
  severity: "error",
  message: text`Tệp không có nội dung.`,
  why: "Một kế hoạch nhỏ nhất có dòng “kế hoạch: …” và phần nội dung.",
  example: "# chỉ có ghi chú\n",
});

export const missingAnnexTitle = defineDiagnostic({
  code: "CP022",
  severity: "error",
  message: text`Sau “${"key"}:” phải có tên phụ lục.`,
  why: "Tên phụ lục in hoa, đậm dưới chữ “Phụ lục” (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III).",
  example: "kế hoạch: Tuyên truyền\n\nI. MỤC ĐÍCH\n\nphụ lục:\n\n1. Nội dung phụ lục.\n",
});

export const silenceWithoutReason = defineDiagnostic({
  code: "CP023",
  severity: "notice",
  message: text`“bỏ qua ${"codes"}” chưa ghi lý do.`,
  why: "Lý do cho người đọc sau biết vì sao cảnh báo được bỏ qua.",
  hint: "Viết: # bỏ qua VB101: lý do.",
  example: "kế hoạch: Tuyên truyền\n\n# bỏ qua VB101\nI. MỤC ĐÍCH\n",
});

export const unpairedStars = defineDiagnostic({
  code: "CP024",
  severity: "notice",
  message: text`Dấu “**” không có cặp; in nguyên như đã ghi.`,
  why: "Chữ đậm nằm giữa hai dấu ** sát chữ, trong cùng một đoạn.",
  hint: "Thêm dấu ** còn thiếu, hoặc viết “\\*\\*” nếu muốn in hai dấu sao.",
  example: "kế hoạch: Tuyên truyền\n\nI. MỤC ĐÍCH\n\nNâng cao **nhận thức của cán bộ.\n",
});

export const noColumns = defineDiagnostic({
  code: "CP025",
  severity: "error",
  message: text`Sau “cột:” phải có tên các cột, cách nhau bằng dấu |.`,
  why: "Tên cột cho biết bảng có những ô nào và mỗi trường vào ô nào.",
  hint: "Ví dụ: cột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN.",
  example: "kế hoạch: Tuyên truyền\n\ncột:\n\nnhiệm vụ: Phát thanh\n",
});

export const beforeDocumentLine = defineDiagnostic({
  code: "CP026",
  severity: "error",
  message: text`Phần này đứng trước dòng “${"key"}:” nên không thuộc văn bản nào.`,
  why: "Văn bản bắt đầu từ dòng cho biết tên loại; chữ phía trên nó được giữ lại nhưng không in.",
  hint: "Chuyển xuống dưới dòng mở đầu, hoặc thêm “# ” để thành ghi chú. Quốc hiệu, tiêu ngữ và tên cơ quan do máy tự in.",
  example: "ỦY BAN NHÂN DÂN XÃ AN BÌNH\n\nkế hoạch: Tuyên truyền\n\nI. MỤC ĐÍCH\n",
});

export const groupWithFields = defineDiagnostic({
  code: "CP027",
  severity: "warning",
  message: text`Hàng nhóm không có trường; “${"key"}” không in ở ô nào.`,
  why: "Hàng nhóm là một ô gộp suốt bảng; thời gian, cơ quan ghi ở từng nhiệm vụ của nhóm.",
  example:
    "kế hoạch: Tuyên truyền\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ\n\nnhóm: I. Chỉ đạo\n  chủ trì: Các thôn\n\nnhiệm vụ: Phát thanh\n",
});

export const almostMark = defineDiagnostic({
  code: "CP028",
  severity: "notice",
  message: text`“${"typed"}” được đọc và in như một dấu mục, nhưng không phải dấu của thể thức. Có phải “${"mark"}”?`,
  why: "Dấu mục của văn bản hành chính là “I.”, “1.”, “1.1.”, “a)”, “-”, “+” (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Cả văn bản đổi một lượt; nếu là lời văn thì đặt \\ phía trước.",
  example: "kế hoạch: Tuyên truyền\n\nI. YÊU CẦU\n\nCác đơn vị lưu ý:\n1) Đúng đối tượng.\n",
});

export const missingColon = defineDiagnostic({
  code: "CP029",
  severity: "warning",
  message: text`Sau “${"key"}” không có dấu hai chấm nên dòng này được đọc là lời văn. Có phải “${"known"}:”?`,
  why: "Dấu hai chấm cho biết đây là một trường; thiếu nó thì cả dòng in như lời văn hoặc như một phần của trích yếu.",
  hint: "Nếu đúng là lời văn thì để nguyên.",
  example: "kế hoạch: Tuyên truyền\ncơ quan UBND xã An Bình\n",
});

export const ambiguousColumn = defineDiagnostic({
  code: "CP030",
  severity: "error",
  message: text`“${"key"}” là tên của nhiều cột: ${"choices"}.`,
  why: "Hai cột có cùng tên dưới hai đầu cột khác nhau thì phải ghi cả đường dẫn mới biết giá trị vào ô nào.",
  hint: "Ghi cả đầu cột phía trên, ví dụ: KINH PHÍ > 2026: 35; hai cột trùng hẳn tên thì đổi tên một cột.",
  example:
    "kế hoạch: Tuyên truyền\n\ncột: TT | NHIỆM VỤ | THU > 2026 | CHI > 2026\n\nnhiệm vụ: Phát thanh\n  2026: 35\n",
});

export const unknownWordsInRow = defineDiagnostic({
  code: "CP031",
  severity: "notice",
  message: text`Bảng không có cột “${"key"}”; dòng này in tiếp vào ô phía trên.${"suggestion"}`,
  why: "Trong một hàng chỉ các trường đã biết và tên cột của bảng mở ô mới; dòng khác nối vào dòng trên nó.",
  hint: "Thêm cột ấy vào dòng “cột:”, sửa lại tên cột, hoặc viết “\\:” nếu đây là lời văn của ô phía trên.",
  example:
    "kế hoạch: Tuyên truyền\n\ncột: TT | NHIỆM VỤ | THỜI GIAN\n\nnhiệm vụ: Phát thanh\n  thời gian: Quý I\n  địa điểm: Nhà văn hóa thôn\n",
});

export const idleTableOption = defineDiagnostic({
  code: "CP032",
  severity: "warning",
  message: text`“${"key"}:” không dùng cho bảng mở bằng “bảng:”; dòng này không có tác dụng.`,
  why: "Bảng kẻ in đúng các ô đã ghi: máy không đánh số hàng và không thêm hàng số.",
  hint: "Ghi số vào các ô, hoặc mở bảng nhiệm vụ bằng “cột:”.",
  example: "kế hoạch: Tuyên truyền\n\nbảng: Số liệu\nđánh số: liên tục\n| Năm | Số buổi |\n| 2025 | 12 |\n",
});

export const footnoteProblem = defineDiagnostic({
  code: "CP033",
  severity: "warning",
  message: text`Chú thích “[${"number"}]” ${"problem"}.`,
  why: "Số trong câu và số ở đầu lời chú thích phải khớp nhau, mỗi số một lời, trong cùng văn bản hoặc cùng phụ lục.",
  hint: "Muốn in dấu ngoặc vuông thì viết “\\[”.",
  example: "kế hoạch: Tuyên truyền\n\nI. SỐ LIỆU\n\nToàn xã có 12 thôn.\n\n[1] Theo số liệu năm 2025.\n",
});

export const openConflict = defineDiagnostic({
  code: "CP034",
  severity: "error",
  message: text`Còn chỗ trộn chưa xong: dòng “${"mark"}”.`,
  why: "Khi hai người sửa khác nhau cùng một chỗ, git giữ cả hai lời văn giữa các dấu này; để nguyên thì chúng in vào văn bản.",
  hint: "Chọn lời văn giữa <<<<<<< và >>>>>>>, rồi xóa các dòng dấu.",
  example:
    "kế hoạch: Tuyên truyền\n\nI. NỘI DUNG\n\n<<<<<<< của ta\nPhát thanh mỗi tuần.\n=======\nPhát thanh mỗi tháng.\n>>>>>>> của họ\n",
});
