/** Words written as source read back as just those words with their look, whatever signs of the language they hold. */
import { describe, expect, it } from "vitest";
import { LineReader } from "../../grammar/line-starts.ts";
import type { RawRun } from "../../src/import/raw.ts";
import { inlineSource, oneLineSource, secured } from "../../src/import/source-text.ts";
import { analyzeText } from "../support/pipeline.ts";

const plainRun = (text: string): RawRun => ({ text, bold: false, italic: false });
const none = { notes: new Set<string>() };
const numbered = { notes: new Set(["1"]) };

const head = "kế hoạch: A\ncơ quan: UBND xã An Bình\nngày: 05/01/2026\n\n";

/** The paragraphs of a body as the language reads them: words, and words in bold and italics. */
/** The lines of a body, put right below a division. */
function inBody(lines: readonly string[]): string[] {
  const above = `${head}I. MỘT\n`.split("\n").map((text) => ({ text, expected: null }));
  const body = lines.map((text, i) => ({ text, expected: i === 0 ? ("ParagraphLine" as const) : null }));
  return secured([...above, ...body]).slice(above.length);
}

function readBack(lines: readonly string[]): { text: string; bold: string; italic: string }[] {
  const { plan } = analyzeText(`${head}I. MỘT\n\n${lines.join("\n")}\n`);
  const division = plan.documents[0]!.content.at(-1);
  const children = division?.kind === "division" ? division.division.children : [];
  return children.map((child) => {
    const prose = child.kind === "paragraph" ? child.text : child.kind === "division" ? child.division.text : null;
    const pieces = prose?.pieces ?? [];
    const words = (wanted: "bold" | "italic"): string =>
      pieces.flatMap((piece) => (piece.kind === "text" && piece[wanted] ? [piece.text.trim()] : [])).join("|");
    return { text: prose?.text ?? "", bold: words("bold"), italic: words("italic") };
  });
}

const signs = [
  "*",
  "**",
  "***",
  "\\",
  "{",
  "}",
  "[[",
  "]]",
  "[1]",
  "|",
  "_",
  "`",
  "#",
  "<",
  "^",
  ":",
  "-",
  "+",
  "“",
  "”",
  "chữ",
  "năm",
  "2026",
  "(a)",
  "…",
  "1.",
  "I.",
];

/** Reproducible choices. */
function choices(seed: number): (count: number) => number {
  let state = (seed + 1) * 2654435761;
  return (count) => {
    state = (Math.imul(state ^ (state >>> 13), 1597334677) + 0x6d2b79f5) >>> 0;
    return state % count;
  };
}

describe("words with signs of the language", () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))("read back as they were (%i)", (seed) => {
    const pick = choices(seed);
    const words = Array.from({ length: 2 + pick(8) }, () => signs[pick(signs.length)]!);
    const text = `Chữ ${words.join(pick(2) === 0 ? " " : "")} cuối`.replace(/\s+/g, " ");
    const source = inBody([oneLineSource([plainRun(text)], numbered)]);
    expect(readBack(source).map((one) => one.text)).toEqual([text]);
  });

  it.each([
    "1. Mở đầu",
    "- Mở đầu",
    "a) Mở đầu",
    "I. MỞ ĐẦU",
    "phụ lục: A",
    "ký:",
    "nơi nhận:",
    "bảng:",
    "cột: A | B",
    "# ghi chú",
    "[1] chú thích",
    "kế hoạch: B",
    "Điều 1. Mở đầu",
  ])("at the start of a paragraph stay words: %s", (text) => {
    const lines = inBody([oneLineSource([plainRun(text)], none)]);
    expect(readBack(lines).map((one) => one.text)).toEqual([text]);
  });
});

describe("emphasis", () => {
  const run = (text: string, look: "" | "b" | "i" | "bi"): RawRun => ({
    text,
    bold: look.includes("b"),
    italic: look.includes("i"),
  });

  it.each([
    [[run("Trồng ", ""), run("500 cây", "b"), run(" xanh", "")], "500 cây", ""],
    [[run("Trồng", "b"), run(" 500 ", ""), run("cây", "i")], "Trồng", "cây"],
    [[run("Trồng ", ""), run(" 500 cây ", "b"), run("xanh", "")], "500 cây", ""],
    [[run("Trồng 500 cây", "bi")], "Trồng 500 cây", "Trồng 500 cây"],
    [[run("Trồng ", "b"), run("500", "bi"), run(" cây", "b")], "Trồng|500|cây", "500"],
  ] as const)("is written so that it reads back (%#)", (runs, bold, italic) => {
    const [found] = readBack(inBody([oneLineSource(runs, none)]));
    expect(found!.text).toBe(runs.map((one) => one.text).join(""));
    expect(found!.bold.split("|").join("")).toBe(bold.split("|").join(""));
    expect(found!.italic).toBe(italic);
  });

  it("is left out rather than misread", () => {
    const runs = [run("a*", ""), run("b", "b"), run("c", ""), run("*d", "i")];
    expect(readBack([oneLineSource(runs, none)])[0]!.text).toBe("a*bc*d");
  });
});

describe("forced breaks", () => {
  it("are a backslash at a line's end", () => {
    expect(inlineSource([plainRun("Một\nhai")], none)).toEqual(["Một\\", "hai"]);
    expect(readBack(inlineSource([plainRun("Một\nhai")], none))[0]!.text).toBe("Một\nhai");
  });
});

describe("lines put right", () => {
  it("are read as they were written, near the end of a long text too", () => {
    const written = Array.from({ length: 2500 }, (_, i) => [
      {
        text: i % 3 === 0 ? "nhiệm vụ: của xã" : i % 7 === 0 ? "PHỤ LỤC I" : "Lời văn.",
        expected: "ParagraphLine" as const,
      },
      { text: "", expected: null },
    ]).flat();
    const lines = secured(written);
    const reader = new LineReader(lines.join("\n"));
    let offset = 0;
    const found = lines.map((line) => {
      const { type } = reader.read(offset);
      offset += line.length + 1;
      return type;
    });
    const wrong = found.flatMap((type, i) =>
      written[i]!.expected !== null && type !== written[i]!.expected ? [lines[i]] : [],
    );
    expect(wrong).toEqual([]);
  });
});
