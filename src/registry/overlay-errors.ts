/** DM1…: what can be wrong in a plan.yaml. From DM121 on: what `plan registry verify` says besides. */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

export const unknownOverlayKey = defineDiagnostic({
  code: "DM101",
  severity: "error",
  message: text`${"place"} không có mục “${"key"}”.${"suggestion"}`,
  why: "Mục viết sai tên thì giá trị của nó không được dùng mà không ai biết.",
  example: "cơ quan: UBND xã An Bình\nđơn vi tính: Phòng A\n",
});

export const badOverlayValue = defineDiagnostic({
  code: "DM102",
  severity: "error",
  message: text`Giá trị “${"value"}” của “${"key"}” không phải ${"expected"}.${"suggestion"}`,
  why: "Giá trị sai kiểu có thể làm tra cứu và cảnh báo sai.",
  example: "đơn vị:\n  - tên: Phòng Kinh tế\n    từ ngày: tháng 7 năm 2025\n",
});

export const missingOverlayField = defineDiagnostic({
  code: "DM103",
  severity: "error",
  message: text`Mục này của “${"list"}” thiếu “${"key"}”.`,
  why: "Thiếu trường bắt buộc thì không nhận ra được đơn vị hay văn bản nào.",
  example: "văn bản:\n  - loại: Quyết định\n    ngày: 05/3/2026\n",
});

export const unknownCode = defineDiagnostic({
  code: "DM104",
  severity: "error",
  message: text`Không có mã phát hiện “${"code"}”.${"suggestion"}`,
  why: "Đặt mức cho một mã không có thì không đổi được điều gì.",
  hint: "Gõ “plan explain” để xem tất cả các mã.",
  example: "mức độ:\n  VB999: tắt\n",
});

export const fixedLevel = defineDiagnostic({
  code: "DM105",
  severity: "error",
  message: text`Mã ${"code"} là lỗi nên không đổi mức được.`,
  why: "Lỗi của mã này làm văn bản xuất ra sai hoặc không xuất được; tắt đi thì không ai biết. Chỉ đổi được mức của cảnh báo và lưu ý.",
  example: "mức độ:\n  KH001: tắt\n",
});

export const repeatedRow = defineDiagnostic({
  code: "DM106",
  severity: "error",
  message: text`“${"what"}” đã khai ở ${"first"}.`,
  why: "Khai hai lần thì không biết lấy lần nào.",
  hint: "Gộp hai mục thành một; văn bản cùng số của năm khác hay cơ quan khác thì ghi rõ ngày và cơ quan ban hành của cả hai.",
  example: "đơn vị:\n  - tên: Phòng Kinh tế\n  - tên: Phòng kinh tế\n",
});

export const sharedName = defineDiagnostic({
  code: "DM107",
  severity: "error",
  message: text`“${"name"}” chỉ cả “${"one"}” và “${"other"}” trong cùng một thời gian.`,
  why: "Một tên gọi tắt chỉ hai đơn vị thì không biết nhiệm vụ giao cho đơn vị nào.",
  hint: "Đặt tên gọi tắt khác, hoặc ghi “từ ngày”, “đến ngày” nếu hai đơn vị nối tiếp nhau.",
  example: "đơn vị:\n  - {tên: Phòng Văn hóa, viết tắt: [PVH]}\n  - {tên: Phòng Vật tư hàng hóa, viết tắt: [PVH]}\n",
});

export const linkToNothing = defineDiagnostic({
  code: "DM108",
  severity: "error",
  message: text`“${"name"}” nêu trong mục “${"key"}” ${"problem"}.${"suggestion"}`,
  why: "Cảnh báo về cơ quan hay văn bản đã hết hiệu lực phải nêu được đúng cái thay thế.",
  hint: "Khai thêm cái thay thế trong plan.yaml, hoặc bỏ trường này.",
  example:
    "đơn vị:\n  - tên: Phòng Kinh tế\n    đến ngày: 30/6/2025\n    thay thế bởi: Phòng Chăn nuôi Thú y Hoa màu\n",
});

export const overlayEndsBeforeStart = defineDiagnostic({
  code: "DM109",
  severity: "error",
  message: text`“${"key"}” (${"end"}) đứng trước ngày bắt đầu (${"start"}).`,
  why: "Khoảng thời gian ngược thì không ngày nào rơi vào trong đó.",
  example: "đơn vị:\n  - tên: Phòng Kinh tế\n    từ ngày: 01/7/2025\n    đến ngày: 30/6/2025\n",
});

export const outsideFolder = defineDiagnostic({
  code: "DM110",
  severity: "error",
  message: text`“${"path"}” nằm ngoài thư mục của plan.yaml nên không được đọc.`,
  why: "Ngoài các tệp được nêu trong lệnh, chương trình chỉ đọc plan.yaml và các tệp danh mục trong thư mục chứa nó, để tệp nhận từ nơi khác không kéo theo tệp khác trên máy.",
  hint: "Chép tệp danh mục vào thư mục chứa plan.yaml và ghi đường dẫn tính từ đó.",
  example: "danh mục:\n  - ../../etc/danh-muc.yaml\n",
});

export const unreadableRegistry = defineDiagnostic({
  code: "DM111",
  severity: "error",
  message: text`Tệp danh mục “${"path"}” không dùng được: ${"problem"}.`,
  why: "Thiếu tệp danh mục thì kết quả soát khác với khi có đủ tệp.",
});

export const differsFromShipped = defineDiagnostic({
  code: "DM121",
  severity: "warning",
  message: text`“${"what"}” ghi ${"field"} là “${"own"}”, danh mục của chương trình ghi “${"shipped"}”.`,
  why: "Giá trị trong plan.yaml được dùng thay cho danh mục của chương trình; gõ nhầm thì mọi kế hoạch bị soát theo giá trị nhầm.",
  hint: "Đối chiếu với bản gốc; nếu plan.yaml đúng thì giữ nguyên.",
  example: "văn bản:\n  - {loại: Nghị định, số: 30/2020/NĐ-CP, ngày: 06/3/2020}\n",
});

export const addsNothing = defineDiagnostic({
  code: "DM122",
  severity: "notice",
  message: text`“${"what"}” đã có trong danh mục của chương trình, mục này không thêm gì.`,
  why: "Bỏ các mục thừa thì danh mục riêng ngắn và dễ kiểm tra hơn.",
  example: "văn bản:\n  - {loại: Nghị định, số: 30/2020/NĐ-CP, ngày: 05/3/2020}\n",
});

export const notConfirmed = defineDiagnostic({
  code: "DM123",
  severity: "notice",
  message: text`“${"what"}” chưa được xác nhận.`,
  why: "Mục chưa xác nhận chỉ dùng để nhận ra tên, không làm căn cứ cho cảnh báo.",
  hint: "Đối chiếu với bản gốc rồi xóa dòng “xác nhận: chưa”.",
  example: "văn bản:\n  - {loại: Kế hoạch, số: 912/KH-UBND, ngày: 05/3/2026, xác nhận: chưa}\n",
});

export const replacedWithoutEnd = defineDiagnostic({
  code: "DM124",
  severity: "notice",
  message: text`“${"what"}” có “thay thế bởi” nhưng chưa ghi “${"key"}”.`,
  why: "Chưa biết ngày hết hiệu lực thì không cảnh báo được khi viện dẫn hay giao việc sau ngày đó.",
  example:
    "văn bản:\n  - {loại: Kế hoạch, số: 912/KH-UBND, ngày: 05/3/2025, thay thế bởi: 913/KH-UBND}\n" +
    "  - {loại: Kế hoạch, số: 913/KH-UBND, ngày: 05/3/2026}\n",
});

export const replacedBeforeIssued = defineDiagnostic({
  code: "DM125",
  severity: "warning",
  message: text`“${"what"}” (${"date"}) được thay thế, sửa đổi bởi “${"other"}” ban hành trước đó (${"otherDate"}).`,
  why: "Văn bản thay thế, sửa đổi phải ban hành sau văn bản được thay thế, sửa đổi.",
  hint: "Kiểm tra lại hai số và hai ngày.",
  example:
    "văn bản:\n  - {loại: Kế hoạch, số: 912/KH-UBND, ngày: 05/3/2026, sửa đổi bởi: 913/KH-UBND}\n" +
    "  - {loại: Kế hoạch, số: 913/KH-UBND, ngày: 05/3/2025}\n",
});
