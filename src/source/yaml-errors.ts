/** What can be wrong with a YAML file (registries, forms, plan.yaml) before anyone asks what it means. */
import { defineDiagnostic, text } from "../diagnostics/diagnostic.ts";

export const brokenYaml = defineDiagnostic({
  code: "NG201",
  severity: "error",
  message: text`Tệp YAML viết sai: ${"problem"}.`,
  why: "Tệp dữ liệu phải đúng cú pháp YAML thì mới đọc được; phần sai có thể làm mất các mục phía sau.",
  example: "documents:\n  - {type: Nghị định, number: 30/2020/NĐ-CP\n",
});

export const repeatedYamlKey = defineDiagnostic({
  code: "NG202",
  severity: "error",
  message: text`Mục “${"key"}” ghi hai lần trong cùng một khối.`,
  why: "Hai giá trị cho cùng một mục thì không biết giá trị nào là đúng.",
  hint: "Bỏ một trong hai dòng.",
  example: "name: Sở Nội vụ\nname: Sở Tư pháp\n",
});

export const deepYaml = defineDiagnostic({
  code: "NG203",
  severity: "error",
  message: text`Tệp YAML lồng nhau quá ${"limit"} cấp.`,
  why: "Tệp dữ liệu của chương trình chỉ sâu vài cấp; lồng quá sâu thường là do tệp hỏng.",
});

export const aliasBomb = defineDiagnostic({
  code: "NG204",
  severity: "error",
  message: text`Các tham chiếu (*) trong tệp YAML mở ra quá ${"limit"} giá trị.`,
  why: "Tham chiếu lồng nhau có thể làm tệp nhỏ phình ra rất lớn; chương trình dừng đọc để không treo máy.",
});
