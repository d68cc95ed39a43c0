/** Files that are no plans, or made to do harm: a clear message or a plan with all words, in bounded time; never a failure. */
import { describe, expect, it } from "vitest";
import { type ImportedFile, importBytes } from "../../src/import/import.ts";
import { registries } from "../support/pipeline.ts";
import { missingWords } from "./compare.ts";

const importText = (text: string | Uint8Array, name = "a.txt"): ImportedFile =>
  importBytes(typeof text === "string" ? new TextEncoder().encode(text) : text, {
    name,
    path: "a.plan",
    registries,
    styles: new Map(),
  });
const codesOf = ({ diagnostics }: ImportedFile): string[] => diagnostics.map(({ code }) => code);

describe("files that are refused", () => {
  it.each([
    ["an empty file", "", "NG107"],
    ["blanks", " \n\t\n", "NG107"],
    ["a PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n", "NG106"],
    ["RTF", "{\\rtf1\\ansi Kế hoạch}", "NG106"],
    ["an old Word file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]), "NG106"],
    [
      "random bytes",
      new Uint8Array(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256)),
      "NG106",
    ],
    ["a broken archive", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4]), "NH102"],
    ["more text than any plan", "Căn cứ kế hoạch. ".repeat(400_000), "NH010"],
    ["more lines than any plan", "a\n".repeat(40_000), "NH010"],
    ["a paragraph of hundreds of pages", "chữ ".repeat(90_000), "NH010"],
  ])("%s", (_name, content, code) => {
    const file = importText(content);
    expect(file.imported).toBeNull();
    expect(codesOf(file)).toEqual([code]);
  });

  it("a Word file by name that is text", () => {
    expect(codesOf(importText("Kế hoạch", "a.docx"))).toEqual(["NH101"]);
  });
});

/** Shapes that quadratic steps would choke on. */
const lines = 20_000;
const heavy: Readonly<Record<string, string>> = {
  "bullets only": "- a\n".repeat(lines),
  "page numbers only": Array.from({ length: lines }, (_, i) => `${i}`).join("\n\n"),
  "titles only": "KẾ HOẠCH\n".repeat(lines),
  "annexes only": "PHỤ LỤC I\n".repeat(lines / 4),
  "ends only": "Nơi nhận:\n- a;\nTM. ỦY BAN\nNguyễn Văn A\n".repeat(lines / 8),
  "rows of tabs": Array.from({ length: lines / 2 }, (_, i) => `a${i}\tb\tc\n`).join(""),
  "columns of blanks": Array.from({ length: lines / 2 }, (_, i) => `a${i + 10_000}   b   c\n`).join(""),
  "footnotes without words": "[1] a\n".repeat(lines),
  "open tags": "<table><tr><td><b>".repeat(lines),
  "bars only": "|a".repeat(lines),
  "stars only": "*a ".repeat(lines),
  "quotation marks only": "“".repeat(lines),
  "fields of the language": "nhiệm vụ: a\nchủ trì: b\nký:\nnơi nhận:\n\n".repeat(lines / 8),
};

describe.each(Object.entries(heavy))("%s", (_name, text) => {
  it("is imported in seconds, with all words", () => {
    const before = performance.now();
    const { imported } = importText(text);
    expect(performance.now() - before).toBeLessThan(40_000);
    expect(imported).not.toBeNull();
    const missing = missingWords(
      text.replace(/<[^>]*>/g, " ").replace(/^\s*\d+\s*$|nơi nhận/gim, ""),
      imported!.source.text,
    );
    expect(missing.slice(0, 5)).toEqual([]);
  });
});

/** A reader of random but reproducible choices. */
function choices(seed: number): (count: number) => number {
  let state = seed * 2654435761 + 1;
  return (count) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822507) + 0x9e3779b9) >>> 0;
    return state % count;
  };
}

const pieces = [
  "KẾ HOẠCH",
  "QUYẾT ĐỊNH",
  "Điều 1.",
  "I.",
  "1.",
  "1.1.",
  "a)",
  "-",
  "+",
  "*",
  "**",
  "_",
  "`",
  "|",
  "\t",
  "\n",
  "\n\n",
  "\f",
  "   ",
  "<b>",
  "</b>",
  "<table>",
  "<tr><td>",
  "</td></tr></table>",
  "<ul><li>",
  "[1]",
  "(1)",
  "{năm}",
  "[[",
  "]]",
  "\\",
  "#",
  "phụ lục:",
  "cột: TT | NHIỆM VỤ",
  "bảng:",
  "nhiệm vụ:",
  "nơi nhận:",
  "Nơi nhận:",
  "ký:",
  "TM. ỦY BAN NHÂN DÂN",
  "CHỦ TỊCH",
  "Nguyễn Văn A",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "Độc lập - Tự do - Hạnh phúc",
  "Số: 05/KH-UBND",
  "An Bình, ngày 05 tháng 01 năm 2026",
  "ỦY BAN NHÂN DÂN XÃ AN BÌNH",
  "Căn cứ Luật Tổ chức chính quyền địa phương;",
  "Phòng Văn hóa - Xã hội",
  "PHỤ LỤC II",
  "Trang 2/3",
  "Trồng 500 cây",
  "quý II",
  "…",
  "“",
  "”",
  "TT\tNội dung\tChủ trì",
  "1\tTrồng cây\tThôn Đông",
  "| a | b |",
  "|---|---|",
  "+---+---+",
];

describe("random mixtures", () => {
  it.each(Array.from({ length: 300 }, (_, seed) => seed))("keep every word and never fail (%i)", (seed) => {
    const pick = choices(seed);
    let text = "";
    for (let i = 0; i < 60; i += 1) text += `${pieces[pick(pieces.length)]}${[" ", "\n", "\n\n"][pick(3)]}`;
    const file = importText(text);
    if (file.imported === null) return;
    const { source, analysis } = file.imported;
    const left = text.replace(/<\/?[a-z]+>/g, " ");
    // What the form prints by itself, page numbers and marks that the language writes otherwise are no loss.
    const generated =
      /^(?:cộng|hòa|xã|hội|chủ|nghĩa|việt|nam|độc|lập|tự|do|hạnh|phúc|trang|số|năm|tháng|ngày|\d+|kế|hoạch|quyết|định|phụ|lục|ii|nơi|nhận|ủy|ban|nhân|dân|an|bình)$/;
    const missing = missingWords(left, source.text).filter((word) => !generated.test(word));
    expect(missing).toEqual([]);
    for (const { span } of [...analysis.diagnostics, ...file.imported.diagnostics])
      expect(span.end).toBeLessThanOrEqual(source.text.length);
  });
});
