/** Page numbers and running lines are taken out and told; numbers that are no page's stay. */
import { describe, expect, it } from "vitest";
import { readText } from "../../src/import/text/read.ts";
import { plain } from "../../src/import/words.ts";

const read = (text: string): { lines: string[]; codes: string[] } => {
  const { value, diagnostics } = readText(text, { markdown: false });
  const lines = value.blocks.flatMap((block) => (block.kind === "paragraph" ? [plain(block.runs)] : []));
  return { lines, codes: diagnostics.map(({ code }) => code) };
};
const page = (words: string): string =>
  `${`${words} được giao cho các thôn thực hiện trong quý. `.repeat(14).trim()}\n`;

describe("page numbers", () => {
  it.each([
    ["2", "3"],
    ["- 2 -", "- 3 -"],
    ["Trang 2/9", "Trang 3/9"],
    ["Page 2 of 9", "Page 3 of 9"],
    ["[2]", "[3]"],
  ])("are taken out: %s", (second, third) => {
    const { lines, codes } = read(`${page("Một")}\n${second}\n\n${page("Hai")}\n${third}\n\n${page("Ba")}`);
    expect(lines.map((line) => line.slice(0, 3).trim())).toEqual(["Một", "Hai", "Ba"]);
    expect(codes).toEqual(["NH004"]);
  });

  it("go on over a page whose number was lost", () => {
    const { lines } = read(`${page("Một")}\n2\n\n${page("Hai")}${page("Ba")}${page("Bốn")}\n5\n\n${page("Năm")}`);
    expect(lines.filter((line) => /^\d$/.test(line))).toEqual([]);
  });

  it("are not numbers that count something closer", () => {
    const { lines, codes } = read("1\nTrồng cây\n2\nTưới cây\n3\nBón phân\n");
    expect(lines).toEqual(["1", "Trồng cây", "2", "Tưới cây", "3", "Bón phân"]);
    expect(codes).toEqual([]);
  });

  it("are not a lone number of the text", () => {
    expect(read(`${page("Một")}\n2026\n\n${page("Hai")}`).lines).toContain("2026");
    expect(read(`${page("Một")}\n500\n\n${page("Hai")}`).lines).toContain("500");
  });
});

describe("running lines", () => {
  it("beside page numbers are taken out with them", () => {
    const text = [1, 2, 3, 4]
      .map((n) => `KẾ HOẠCH NĂM 2026 - UBND xã An Bình\n${n}\n\n${page(`Trang thứ ${n}`)}`)
      .join("\n");
    const { lines, codes } = read(text);
    expect(lines.filter((line) => line.startsWith("KẾ HOẠCH"))).toEqual([]);
    expect(codes).toEqual(["NH004", "NH005"]);
  });

  it("are not words that stand there once or twice", () => {
    const text = [1, 2, 3, 4]
      .map((n) => `${n < 3 ? "Ghi chú chung\n" : ""}${n}\n\n${page(`Trang thứ ${n}`)}`)
      .join("\n");
    expect(read(text).lines.filter((line) => line === "Ghi chú chung")).toHaveLength(2);
  });
});
