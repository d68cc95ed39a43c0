import { describe, expect, it } from "vitest";
import { balance, lineWidths, runsWidth, widestWord } from "../../src/document/breaking.ts";
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
