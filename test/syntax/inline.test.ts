/** Inline text: emphasis, escapes, citations, values, footnotes, joins; language rules 2 and 40. */
import { describe, expect, it } from "vitest";
import { plainText } from "../../src/syntax/inline.ts";
import type { Inline } from "../../src/syntax/syntax.ts";
import { body, read, readClean } from "./reading.ts";

/** The outline of one paragraph. */
function paragraph(text: string): string {
  const line = read(body(`I. A\n\nĐầu ${text}\n`))
    .outline.split("\n")
    .at(-1)!;
  return line.trim().slice("¶ Đầu ".length);
}

describe("emphasis", () => {
  it.each([
    ["**đậm** và *nghiêng*", "<b>đậm</b> và <i>nghiêng</i>"],
    ["***cả hai***", "<b><i>cả hai</i></b>"],
    ["**a *b* c**", "<b>a <i>b</i> c</b>"],
    ["*a **b** c*", "<i>a <b>b</b> c</i>"],
    ["**a *b***", "<b>a <i>b</i></b>"],
    ["***a** b*", "<b>*a</b> b*"],
    ["3 * 4 * 5", "3 * 4 * 5"],
    ["* a * b *c* d", "* a * b <i>c</i> d"],
    ["*a và *b* c", "*a và <i>b</i> c"],
    ["một*hai*ba", "một<i>hai</i>ba"],
    ["**** bốn ****", "**** bốn ****"],
    ["“*ngoặc*”, (**ngoặc**).", "“<i>ngoặc</i>”, (<b>ngoặc</b>)."],
    ["\\*không\\* và *có*", "*không* và <i>có</i>"],
    ["**một\nhai** ba", "<b>một hai</b> ba"],
  ])("%s", (text, expected) => {
    expect(paragraph(text)).toBe(expected);
  });

  it("does not cross a paragraph", () => {
    const { outline, found } = read(body("Một *hai\n\nba* bốn **năm\n"));
    expect(outline).toContain("~ ¶ Một *hai\n  ~ ¶ ba* bốn **năm");
    expect(found).toEqual(["CP024 6:9 “**”"]);
  });
});

describe("references", () => {
  it("hold the trimmed text between their brackets", () => {
    expect(paragraph("theo [[ 749/QĐ-TTg ]] và {năm} hoặc { cơ quan }.")).toBe(
      "theo <<749/QĐ-TTg>> và <năm> hoặc <cơ quan>.",
    );
    expect(paragraph("theo [[Quyết định\n749/QĐ-TTg]] nhé")).toBe("theo <<Quyết định 749/QĐ-TTg>> nhé");
    expect(paragraph("rỗng [[]] và {} còn nguyên")).toBe("rỗng [[]] và {} còn nguyên");
    expect(paragraph("\\{năm\\} \\[\\[x]] \\[1]")).toBe("{năm} [[x]] [1]");
  });

  it("that are not closed keep their text, with a warning", () => {
    expect(read(body("Căn cứ [[749/QĐ-TTg và {năm\n")).found).toEqual(["CP014 4:8 “[[”", "CP015 4:24 “{”"]);
    expect(paragraph("[[749 và {năm")).toBe("[[749 và {năm");
  });

  it("to a footnote and footnotes must fit each other", () => {
    const found = (text: string) => read(body(text)).found;
    expect(found("I. A\n\nMột [1].\n\n[1] Hai.\n")).toEqual([]);
    expect(found("I. A\n\nMột.\n\n[1] Hai.\n")).toEqual(["CP033 8:1 “[1]”"]);
    expect(found("I. A\n\nMột [1] và [2].\n\n[1] Hai.\n")).toEqual(["CP033 6:12 “[2]”"]);
    expect(found("I. A\n\nMột [1].\n\n[1] Hai.\n\n[1] Ba.\n")).toEqual(["CP033 10:1 “[1]”"]);
    expect(found("I. A\n\nMột [2].\n")).toEqual([]);
    expect(found("I. A\n\nMột [1].\n\n[1] Hai.\n\nphụ lục: B\n\nBa [1].\n")).toEqual([]);
    expect(found("I. A\n\nMột.\n\n[1] Hai.\n\nphụ lục: B\n\nBa [1].\n")).toEqual(["CP033 8:1 “[1]”"]);
  });

  it("to a footnote need the footnote's line, in the same document or annex", () => {
    const { outline } = read(body("I. A[1] và [2]\n\n[1] Ghi chú\nnối dòng.\n\nphụ lục: B[1]\n\nC [2].\n\n[2] Hai.\n"));
    expect(outline).toContain(
      "  I. A<1> và [2]\n    [1] Ghi chú nối dòng.\n  annex -: B[1]\n    ¶ C <2>.\n    [2] Hai.",
    );
  });
});

describe("spans", () => {
  it("map every text node to the source, split at escapes and lines", () => {
    const { document, source } = readClean(body("Một \\*hai\\* **ba *bốn***\n  năm [[sáu]] {bảy} \\\n  tám\n"));
    const node = document.preamble[0]!;
    if (node.kind !== "paragraph") throw new Error("không phải đoạn");
    const seen: string[] = [];
    const walk = (inlines: readonly Inline[]): void => {
      for (const inline of inlines) {
        if (inline.kind === "text") expect(source.text.slice(inline.span.start, inline.span.end)).toBe(inline.text);
        if (inline.kind === "strong" || inline.kind === "emphasis") walk(inline.children);
        seen.push(`${inline.kind}:${source.text.slice(inline.span.start, inline.span.end)}`);
      }
    };
    walk(node.text.inlines);
    expect(seen).toEqual([
      "text:Một ",
      "text:*hai",
      "text:* ",
      "text:ba ",
      "text:bốn",
      "emphasis:*bốn*",
      "strong:**ba *bốn***",
      "join:\n  ",
      "text:năm ",
      "citation-ref:[[sáu]]",
      "text: ",
      "value-ref:{bảy}",
      "text: ",
      "break:\\\n  ",
      "text:tám",
    ]);
  });

  it("keep non-breaking spaces and quotes as typed", () => {
    const { document } = readClean(body("“Một”\u00a0\"hai\" 'ba' - 10\u00a0km\n"));
    const node = document.preamble[0]!;
    expect(node.kind === "paragraph" ? plainText(node.text.inlines) : "").toBe("“Một”\u00a0\"hai\" 'ba' - 10\u00a0km");
  });
});

it("plainText gives the words", () => {
  const { document } = readClean(body("Một **hai** \\\nba\nbốn {năm} [[số]] [1]\n\n[1] x\n"));
  const node = document.preamble[0]!;
  expect(node.kind === "paragraph" ? plainText(node.text.inlines) : "").toBe("Một hai \nba bốn {năm} [[số]] ");
});
