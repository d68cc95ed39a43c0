import { describe, expect, it } from "vitest";
import { balance, lineWidths, runsWidth, widestCompound, widestWord } from "../../src/document/breaking.ts";
import type { Run } from "../../src/document/document.ts";
import { widthOf } from "../../src/document/measure.ts";
import { fonts } from "../support/forms.ts";
import { wordsOf } from "./tree-read.ts";

const plain = { bold: false, italic: false };
const run = (text: string, bold = false): Run => ({ kind: "text", text, bold, italic: false });
const width = (text: string, bold = false) => widthOf(fonts, text, 14, { bold, italic: false });

describe("greedy lines", () => {
  it("break at blanks and forget the blank", () => {
    const lines = lineWidths(fonts, [run("một hai ba")], 14, width("một hai") + 0.5);
    expect(lines).toEqual([width("một hai"), width("ba")].map((w) => expect.closeTo(w, 5)));
  });

  it("break after a hyphen that no digit follows", () => {
    expect(lineWidths(fonts, [run("30/2020/NĐ-CP")], 14, width("30/2020/NĐ-")).length).toBe(2);
    expect(lineWidths(fonts, [run("2021-2025")], 14, width("2021-2025") - 1)).toEqual([
      expect.closeTo(width("2021-2025") - 1, 5),
      expect.closeTo(1, 5),
    ]);
  });

  it("do not break at a no-break space, and do at a typed break", () => {
    expect(widestWord(fonts, [run("ngày\u00a0\u00a0\u00a05")], 14)).toBeCloseTo(width("ngày\u00a0\u00a0\u00a05"), 5);
    expect(lineWidths(fonts, [run("một"), { kind: "break" }, run("hai")], 14, 500).length).toBe(2);
    expect(runsWidth(fonts, [run("một"), { kind: "break" }, run("hai hai")], 14)).toBeCloseTo(width("hai hai"), 5);
  });

  it("measure words that change their look in the middle", () => {
    const mixed = [run("đậm", true), run("nhạt")];
    expect(widestWord(fonts, mixed, 14)).toBeCloseTo(width("đậm", true) + width("nhạt"), 5);
  });

  it("know compounds from words, and let the address of a page be cut", () => {
    const head = [run("NGƯỜI PHỤ TRÁCH", true)];
    expect(widestWord(fonts, head, 14)).toBeCloseTo(width("TRÁCH", true), 5);
    expect(widestCompound(fonts, head, 14)).toBeCloseTo(width("PHỤ TRÁCH", true), 5);
    const unit = [run("KINH PHÍ (triệu đồng)", true)];
    expect(widestCompound(fonts, unit, 14)).toBeCloseTo(width("(triệu đồng)", true), 5);
    const address = [run("tại https://dichvucong.phuan.gov.vn/tra_cuu?ma=1.004563")];
    expect(widestWord(fonts, address, 14)).toBeGreaterThan(200);
    expect(widestWord(fonts, address, 14, 100)).toBe(100);
  });

  it("give slanted no-break spaces the room that LibreOffice gives them", () => {
    const slanted = (text: string): Run => ({ kind: "text", text, bold: false, italic: true });
    const plainWidth = widthOf(fonts, "ngày\u00a0\u00a0tháng", 14, { bold: false, italic: true });
    expect(runsWidth(fonts, [slanted("ngày\u00a0\u00a0tháng")], 14)).toBeCloseTo(plainWidth + (2 * 16.1) / 12, 1);
  });

  it("shorten the first line by its indent; nothing is one line", () => {
    expect(lineWidths(fonts, [run("một hai")], 14, width("một hai") + 1, 10).length).toBe(2);
    expect(lineWidths(fonts, [], 14, 100)).toEqual([0]);
  });
});

describe("balanced lines", () => {
  const lines = (text: string, room: number, bold = true): string[] =>
    wordsOf(balance(fonts, [run(text, bold)], 14, room).runs).split("\n");

  it.each([
    [
      "Tuyên truyền cải cách hành chính trên địa bàn huyện Yên Châu năm 2021",
      ["Tuyên truyền cải cách hành chính", "trên địa bàn huyện Yên Châu năm 2021"],
    ],
    [
      "Thực hiện công tác truyền thông về cải cách hành chính nhà nước tỉnh Ninh Thuận năm 2024",
      ["Thực hiện công tác truyền thông về cải cách hành chính", "nhà nước tỉnh Ninh Thuận năm 2024"],
    ],
  ])("%s", (text, expected) => {
    expect(lines(text, 440)).toEqual(expected);
  });

  it.each([
    // No compound is torn, and no line begins with a hyphen.
    [
      "Ban hành Quy chế quản lý, vận hành Trang thông tin điện tử và tài khoản mạng xã hội của xã An Bình",
      440,
      ["Ban hành Quy chế quản lý, vận hành Trang thông tin điện tử", "và tài khoản mạng xã hội của xã An Bình"],
    ],
    [
      "KIÊM TRƯỞNG PHÒNG KẾ HOẠCH\u00a0- TỔNG HỢP VÀ ĐẤU THẦU",
      290,
      ["KIÊM TRƯỞNG PHÒNG KẾ HOẠCH\u00a0-", "TỔNG HỢP VÀ ĐẤU THẦU"],
    ],
    // A name in capitals is not torn, wherever its words would balance.
    ["UBND TỈNH THỪA THIÊN HUẾ", 160, ["UBND TỈNH", "THỪA THIÊN HUẾ"]],
    ["TL. CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THỪA THIÊN HUẾ", 320, ["TL. CHỦ TỊCH ỦY BAN NHÂN DÂN", "TỈNH THỪA THIÊN HUẾ"]],
    // One line more is better than a torn compound.
    [
      "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG VÀ NÔNG NGHIỆP",
      180,
      ["BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG", "CÁC CÔNG TRÌNH", "GIAO THÔNG", "VÀ NÔNG NGHIỆP"],
    ],
  ])("%s, in %d points", (text, room, expected) => {
    expect(lines(text, room)).toEqual(expected);
  });

  it("are as few as they can be where that is asked for", () => {
    const torn = [run("CÁC CÔNG TRÌNH GIAO THÔNG VÀ NÔNG NGHIỆP", true)];
    const count = (fewest: boolean): number =>
      wordsOf(balance(fonts, torn, 14, 175, { fewest }).runs).split("\n").length;
    expect(count(true)).toBe(lineWidths(fonts, torn, 14, 175).length);
    expect(count(false)).toBeGreaterThanOrEqual(count(true));
  });

  it("keep every word and fit the room, for any number of words", () => {
    const words = "xây dựng nông thôn mới và phát triển kinh tế - xã hội xã An Bình giai đoạn 2026 - 2030".split(" ");
    for (let count = 1; count <= 80; count += 7) {
      const text = Array.from({ length: count }, (_, i) => words[i % words.length]).join(" ");
      const set = balance(fonts, [run(text, true)], 14, 440);
      expect(wordsOf(set.runs).replace(/\n/g, " ")).toBe(text);
      for (const line of wordsOf(set.runs).split("\n")) expect(width(line, true)).toBeLessThanOrEqual(440);
      expect(set.longest).toBeCloseTo(
        Math.max(
          ...wordsOf(set.runs)
            .split("\n")
            .map((line) => width(line, true)),
        ),
        3,
      );
    }
  });

  it("keep typed breaks, and looks across a break", () => {
    const typed: Run[] = [run("một"), { kind: "break" }, run("hai ba bốn năm sáu bảy tám chín mười ".repeat(3))];
    expect(balance(fonts, typed, 14, 200).runs).toEqual(typed);
    const mixed = [run("Kế hoạch tuyên truyền ", true), { ...run("cải cách hành chính"), italic: true } as Run];
    const set = balance(fonts, mixed, 14, 160);
    expect(wordsOf(set.runs).replace(/\n/g, " ")).toBe("Kế hoạch tuyên truyền cải cách hành chính");
    expect(set.runs.filter((r) => r.kind === "text" && r.italic).length).toBeGreaterThan(0);
  });

  it("leave a word wider than the room to the outputs", () => {
    const text = `${"dài".repeat(60)} ngắn`;
    expect(lines(text, 200).join(" ")).toBe(text);
    expect(plain.bold).toBe(false);
  });
});
