/** Keys without their colon, and other ways to miss the line that opens the document. */
import { describe, expect, it } from "vitest";
import { applied } from "../rules/support.ts";
import { body, read } from "./reading.ts";

const head = "kế hoạch: Tuyên truyền\ncơ quan: UBND xã An Bình\nsố: …/KH-UBND\nngày: …/3/2026\nđịa danh: An Bình\n";

describe("a key without a colon", () => {
  it.each([
    ["cơ quan UBND xã An Bình", "cơ quan: UBND xã An Bình"],
    ["cơ quan chủ quản UBND xã An Bình", "cơ quan chủ quản: UBND xã An Bình"],
    ["Số 12/KH-UBND", "Số: 12/KH-UBND"],
    ["số …/KH-UBND", "số: …/KH-UBND"],
    ["ngày …/3/2026", "ngày: …/3/2026"],
    ["ngày 05 tháng 3 năm 2026", "ngày: 05 tháng 3 năm 2026"],
    ["Địa danh  An Bình", "Địa danh:  An Bình"],
  ])("of the head is asked about: %s", (line, mended) => {
    const text = `kế hoạch: Tuyên truyền\n${line}\n\nI. MỤC ĐÍCH\n`;
    const { found, diagnostics } = read(text);
    expect(found).toEqual([expect.stringMatching(/^CP029 2:1 /)]);
    expect(applied(text, diagnostics[0]!.fix!)).toBe(text.replace(line, mended));
  });

  it.each([
    "năm 2026 và giai đoạn 2026-2030",
    "giai đoạn 2026 - 2030",
    "số liệu về đất đai",
    "ngày hội văn hóa các dân tộc",
    "cơ quan nhà nước cấp xã",
  ])("is not seen where a title wraps: %s", (line) => {
    expect(read(`kế hoạch: Tuyên truyền\n${line}\n\nI. MỤC ĐÍCH\n`).found).toEqual([]);
  });

  it("is not seen where the field is given", () => {
    const text = head.replace("Tuyên truyền\n", "Triển khai Nghị quyết\nsố 57-NQ/TW của Bộ Chính trị\n");
    expect(read(`${text}\nI. MỤC ĐÍCH\n`).found).toEqual([]);
  });

  it("of the end of the document is asked about when what follows fits", () => {
    expect(read(body("I. MỤC ĐÍCH\n\nNơi nhận\n- Lưu: VT.\n\nKý\nCHỦ TỊCH\nNguyễn Văn A\n")).found).toEqual([
      "CP029 6:1 “Nơi nhận”",
      "CP029 9:1 “Ký”",
    ]);
    expect(read(body("I. MỤC ĐÍCH\n\nKý\n\nvào văn bản.\n")).found).toEqual([]);
  });

  it("opens no document, and its place is shown", () => {
    const text = "kế hoạch Tuyên truyền năm 2026\ncơ quan: UBND xã An Bình\n";
    const { found, diagnostics } = read(text);
    expect(found).toEqual(["CP002 1:1 “kế hoạch”"]);
    expect(applied(text, diagnostics[0]!.fix!)).toBe(text.replace("kế hoạch", "kế hoạch:"));
  });
});

describe("the line that opens the document", () => {
  it("may hide behind a Markdown sign", () => {
    const text = "# kế hoạch: Tuyên truyền\ncơ quan: UBND xã An Bình\n";
    const { found, diagnostics } = read(text);
    expect(found).toEqual(["CP002 1:1 “# ”"]);
    expect(applied(text, diagnostics[0]!.fix!)).toBe(text.slice(2));
  });

  it("is found below a letterhead pasted from Word", () => {
    const text =
      "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ AN BÌNH\tĐộc lập - Tự do - Hạnh phúc\n\nKẾ HOẠCH\nTuyên truyền năm 2026\n\nI. MỤC ĐÍCH\n";
    const { found, document } = read(text);
    expect(found.map((one) => one.slice(0, 9))).toEqual(["CP026 1:1", "CP004 4:1"]);
    expect(document.key.id).toBe("plan");
  });
});

it("a misspelt field keeps its value under the field that was meant", () => {
  const { found, document } = read("kế hoạch: Tuyên truyền\ncơ quán: UBND xã An Bình\n");
  expect(found).toEqual(["CP006 2:1 “cơ quán”"]);
  expect(document.fields.map(({ key }) => key.id)).toEqual(["issuer"]);
});

it("a misspelt end of the document and a misspelt row are asked about", () => {
  expect(read(body("I. MỤC ĐÍCH\n\nNơi nhân:\n- Lưu: VT.\n")).found).toEqual(["CP007 6:1 “Nơi nhân”"]);
  const table = "cột: TT | NHIỆM VỤ | THỜI GIAN\n\nnhiệm vụ: Phát thanh\n  thời gian: Quý I\n\n";
  expect(read(body(`${table}nhiêm vụ: Tập huấn\n  thời gian: Quý II\n`)).found).toEqual(["CP007 9:1 “nhiêm vụ”"]);
  expect(read(body("Nhiệm vu: tuyên truyền sâu rộng.\n")).found).toEqual([]);
});
