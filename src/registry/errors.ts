/** DM…: what can be wrong with a registry file. Its YAML is the business of `source/yaml.ts`. */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

const row = (rest: string): string => `agencies:\n  - {${rest}}\n`;
const whole = "id: a, name: Sở A, level: province, confidence: A, source: văn bản gốc";

export const registryShape = defineDiagnostic({
  code: "DM001",
  severity: "error",
  message: text`Danh mục phải bắt đầu bằng “${"key"}:” và một danh sách các mục.`,
  why: "Mỗi tệp danh mục có một khóa ở đầu (agencies, documents, abbreviations, provinces) để không đọc nhầm tệp này thành tệp khác.",
  example: "- Sở A\n- Sở B\n",
});

export const missingField = defineDiagnostic({
  code: "DM002",
  severity: "error",
  message: text`Mục thứ ${"place"} của danh mục thiếu “${"key"}”.`,
  why: "Thiếu trường bắt buộc thì mục không dùng được để tra cứu, và bị bỏ qua.",
  example: row("id: a, name: Sở A, level: province, confidence: A"),
});

export const badValue = defineDiagnostic({
  code: "DM003",
  severity: "error",
  message: text`Giá trị “${"value"}” của “${"key"}” không phải ${"expected"}.`,
  why: "Giá trị sai kiểu có thể làm tra cứu và cảnh báo sai, nên cả mục bị bỏ qua.",
  example: row(whole.replace("level: province", "level: tỉnh")),
});

export const unknownRegistryKey = defineDiagnostic({
  code: "DM004",
  severity: "warning",
  message: text`Danh mục không có trường “${"key"}”.${"suggestion"}`,
  why: "Trường viết sai tên thì giá trị của nó không được dùng mà không ai biết.",
  example: row(`${whole}, valid_to: 2025-02-28`),
});

export const repeatedId = defineDiagnostic({
  code: "DM005",
  severity: "error",
  message: text`Mã “${"id"}” đã dùng cho một mục phía trên.`,
  why: "Mã nhận ra một mục duy nhất; văn bản cùng số thì mã ghi thêm ngày, ví dụ 76/NQ-CP@2021-07-15.",
  example: `${row(whole)}  - {${whole.replace("Sở A", "Sở B")}}\n`,
});

export const brokenLink = defineDiagnostic({
  code: "DM006",
  severity: "error",
  message: text`“${"key"}” trỏ đến mã “${"id"}” không có trong danh mục.`,
  why: "Cảnh báo về cơ quan hay văn bản đã hết hiệu lực phải nêu được tên của cái thay thế.",
  example: row(`${whole}, successors: [so-b]`),
});

export const endsBeforeStart = defineDiagnostic({
  code: "DM007",
  severity: "error",
  message: text`Ngày kết thúc ${"end"} đứng trước ngày bắt đầu ${"start"}.`,
  why: "Khoảng hiệu lực ngược thì không ngày nào rơi vào trong đó.",
  example: row(`${whole}, validFrom: 2025-03-01, validTo: 2024-03-01`),
});
