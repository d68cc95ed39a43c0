/** What can be wrong with a form file (DM5…), and what is worth saying while a plan is laid out on the form (XB5…). */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

const formExample = (rest: string): string =>
  `id: rieng\nextends: nd-30-2020\nname: Thể thức riêng\nnames: [riêng]\neffective: { source: Quy định riêng, since: null, until: null }\n${rest}`;

export const unknownFormKey = defineDiagnostic({
  code: "DM501",
  severity: "error",
  message: text`Tệp thể thức không có mục “${"key"}”.`,
  why: "Mục viết sai tên thì giá trị của nó không được dùng, và văn bản in theo giá trị khác mà không ai biết.",
  example: formExample("page: { source: Quy định riêng, rule: R1, marginTopp: 20 mm }\n"),
});

export const missingFormValue = defineDiagnostic({
  code: "DM502",
  severity: "error",
  message: text`Tệp thể thức thiếu giá trị “${"key"}”.`,
  why: "Chương trình không tự đặt số đo: mọi số đo của thể thức nằm trong tệp thể thức và ghi rõ căn cứ.",
  example:
    "id: rieng\nextends: nd-30-2020\nnames: [riêng]\neffective: { source: Quy định riêng, since: null, until: null }\n",
});

export const badFormValue = defineDiagnostic({
  code: "DM503",
  severity: "error",
  message: text`Giá trị “${"value"}” của “${"key"}” không phải ${"expected"}.`,
  why: "Số đo phải kèm đơn vị (mm, cm, pt, dòng, %) để không bị hiểu sai.",
  example: formExample("page: { source: Quy định riêng, rule: R1, marginTop: 20 }\n"),
});

export const outsideAllowedValues = defineDiagnostic({
  code: "DM504",
  severity: "error",
  message: text`Giá trị “${"value"}” của “${"key"}” nằm ngoài mức cho phép (${"allowed"}).`,
  why: "Thể thức ghi cả mức mà quy định cho phép (allowed, oneOf); giá trị chọn phải nằm trong mức đó.",
  example: formExample(
    "page: { source: Quy định riêng, rule: R1, marginTop: { value: 30 mm, allowed: [20 mm, 25 mm] } }\n",
  ),
});

export const uncitedFormValue = defineDiagnostic({
  code: "DM505",
  severity: "error",
  message: text`Giá trị của “${"key"}” không ghi căn cứ (source, rule).`,
  why: "Mỗi giá trị của thể thức phải truy được về điều, mục của văn bản quy định, hoặc ghi rõ là không quy định.",
  example: formExample("page: { marginTop: 21 mm }\n"),
});

export const unknownBaseForm = defineDiagnostic({
  code: "DM506",
  severity: "error",
  message: text`Không có thể thức “${"name"}” để kế thừa.`,
  why: "Tệp thể thức kế thừa (extends) chỉ ghi chỗ khác, phần còn lại lấy ở thể thức gốc.",
  example: "id: rieng\nextends: nd-31-2020\nname: Thể thức riêng\nnames: [riêng]\n",
});

export const unknownForm = defineDiagnostic({
  code: "XB501",
  severity: "warning",
  message: text`Không có thể thức “${"name"}”; văn bản được trình bày theo ${"used"}.`,
  why: "Trường “thể thức” nhận tên của một thể thức có sẵn, như “nghị định 30/2020” hoặc “thông tư 01/2011”.",
  example: "kế hoạch: Trồng cây\ncơ quan: UBND xã An Bình\nthể thức: nghị định 31\n",
});

export const tooWideTable = defineDiagnostic({
  code: "XB503",
  severity: "warning",
  message: text`Bảng ${"columns"} cột không đủ chỗ trên trang ${"orientation"} ngay cả ở cỡ chữ ${"size"} pt; một số từ sẽ bị ngắt giữa chừng.`,
  why: "Cột hẹp hơn từ dài nhất của nó thì từ bị ngắt và khó đọc.",
  example: `kế hoạch: Thống kê năm 2026\ncơ quan: UBND xã An Bình\nsố: 1/KH-UBND\nđịa danh: An Bình\nngày: 05/02/2026\n\nI. SỐ LIỆU\n\nbảng:\n| ${Array.from({ length: 24 }, (_, i) => `Cột-dài-${i + 1}`).join(" | ")} |\n| ${Array.from({ length: 24 }, () => "123.456.789").join(" | ")} |\n\nHết./.\n`,
  hint: "Thêm “khổ giấy: ngang”, bớt cột, hoặc rút gọn những từ rất dài (địa chỉ trang tin…).",
});
