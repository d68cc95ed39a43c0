import { describe, expect, it } from "vitest";
import { sliceProse, sourceSpan, splitProse, toProse } from "../../src/plan/prose.ts";
import type { Inline } from "../../src/syntax/syntax.ts";
import { bind, header, withBody } from "./support.ts";

const none = { value: () => null, cite: () => null };
const text = (words: string, start: number): Inline => ({
  kind: "text",
  text: words,
  span: { start, end: start + words.length },
});

describe("the map from words to the source", () => {
  // Source: `Mức **đậm** \*ba\` + newline + `  cuối {năm} hết`.
  const inlines: Inline[] = [
    text("Mức ", 0),
    { kind: "strong", children: [text("đậm", 6)], span: { start: 4, end: 11 } },
    text(" ", 11),
    text("*ba", 13),
    { kind: "join", span: { start: 16, end: 19 } },
    text("cuối ", 19),
    { kind: "value-ref", name: "năm", span: { start: 24, end: 29 } },
    { kind: "break", span: { start: 29, end: 31 } },
    text("hết", 31),
    { kind: "note-ref", number: "1", span: { start: 34, end: 37 } },
  ];
  const prose = toProse({ inlines, span: { start: 0, end: 37 } }, { ...none, value: () => "2026" });

  it("joins, breaks and inserts", () => {
    expect(prose.text).toBe("Mức đậm *ba cuối 2026\nhết");
    expect(prose.pieces).toEqual([
      { kind: "text", text: "Mức ", bold: false, italic: false },
      { kind: "text", text: "đậm", bold: true, italic: false },
      { kind: "text", text: " *ba cuối 2026", bold: false, italic: false },
      { kind: "break" },
      { kind: "text", text: "hết", bold: false, italic: false },
      { kind: "note", number: "1" },
    ]);
  });

  it("drops blanks before a forced break", () => {
    const { document, at } = bind(`${header.replace("Tuyên truyền", "Tuyên truyền \\\nvề")}\nI. A\n`);
    expect(document.title.text).toBe("Tuyên truyền\nvề chuyển đổi số năm 2026");
    expect(at(sourceSpan(document.title, 0, 12))).toBe("Tuyên truyền");
    expect(at(sourceSpan(document.title, 13, 15))).toBe("về");
  });

  it("covers all words without gaps", () => {
    let at = 0;
    for (const segment of prose.segments) {
      expect(segment.at).toBe(at);
      at += segment.length;
    }
    expect(at).toBe(prose.text.length);
  });

  it("is exact where words stand in the file, whole where they do not", () => {
    const of = (words: string) => {
      const start = prose.text.indexOf(words);
      const span = sourceSpan(prose, start, start + words.length);
      return [span.start, span.end];
    };
    expect(of("Mức")).toEqual([0, 3]);
    expect(of("ậm")).toEqual([7, 9]);
    expect(of("*ba")).toEqual([13, 16]);
    expect(of("ba cuối")).toEqual([14, 23]);
    expect(of("2026")).toEqual([24, 29]);
    expect(of("02")).toEqual([24, 29]);
    expect(of("hết")).toEqual([31, 34]);
    expect(sourceSpan(prose, 0, prose.text.length)).toEqual({ start: 0, end: 34 });
  });

  it("survives slicing and splitting", () => {
    const start = prose.text.indexOf("đậm");
    const part = sliceProse(prose, start, prose.text.indexOf("cuối") + 4);
    expect(part.text).toBe("đậm *ba cuối");
    expect(part.pieces[0]).toEqual({ kind: "text", text: "đậm", bold: true, italic: false });
    expect(sourceSpan(part, part.text.indexOf("ba"), part.text.length)).toEqual({ start: 14, end: 23 });
    expect(splitProse(prose, "*").map((one) => one.text)).toEqual(["Mức đậm", "ba cuối 2026\nhết"]);
  });
});

describe("references in text", () => {
  it("inserts header values and abbreviations", () => {
    const { document, codes } = withBody(
      "I. NỘI DUNG\n\nNăm {năm}, {cơ quan} tại {địa danh} thực hiện {CĐS} theo Kế hoạch số {số} ngày {ngày}.\n",
      "viết tắt:\n- CĐS: chuyển đổi số\n",
    );
    expect(codes).toEqual([]);
    const [paragraph] = document.divisions[0]!.children;
    expect(paragraph).toMatchObject({
      text: {
        text: "Năm 2026, UBND xã An Bình tại An Bình thực hiện chuyển đổi số theo Kế hoạch số 12/KH-UBND ngày 05/01/2026.",
      },
    });
  });

  it("marks an unknown or empty value at its braces, and says what may be meant", () => {
    const unknown = withBody("I. A\n\nTrong {nam hoc}, {cơ qan} thực hiện.\n");
    expect(unknown.codes).toEqual(["KH030", "KH030"]);
    const second = unknown.diagnostics.filter((one) => one.code === "KH030")[1]!;
    expect(unknown.at(second.span)).toBe("{cơ qan}");
    expect(second.message).toContain("Có phải “cơ quan”?");
    expect(withBody("I. A\n\nTrong {giai đoạn}.\n").codes).toEqual(["KH031"]);
  });

  it("cites in full the first time, then short", () => {
    const { document, codes } = withBody("Căn cứ [[749/QĐ-TTg]];\n\nI. A\n\n- Thực hiện [[749/QĐ-TTg]].\n");
    expect(codes).toEqual([]);
    expect(document.legalBases[0]!.text.text).toBe(
      "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt “Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030”;",
    );
    expect(document.divisions.at(-1)!.text.text).toBe("Thực hiện Quyết định số 749/QĐ-TTg.");
    expect(document.citations.map((one) => one.resolved)).toEqual(["749/QĐ-TTg", "749/QĐ-TTg"]);
  });

  it("counts a typed mention, before it or in the same paragraph", () => {
    const { document } = withBody(
      "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;\n\nI. A\n\nTheo [[749/QĐ-TTg]].\n",
    );
    expect(document.divisions[0]!.children[0]).toMatchObject({ text: { text: "Theo Quyết định số 749/QĐ-TTg." } });
  });

  it("cites in short in a title, which is not the first mention", () => {
    const { document, codes } = bind(
      `${header.replace("Tuyên truyền chuyển đổi số năm 2026", "Thực hiện [[749/QĐ-TTg]] năm {năm}")}năm: 2026\n\nCăn cứ [[749/QĐ-TTg]].\n\nI. A\n`,
    );
    expect(codes).toEqual([]);
    expect(document.title.text).toBe("Thực hiện Quyết định số 749/QĐ-TTg năm 2026");
    expect(document.legalBases[0]!.text.text).toContain("ngày 03/6/2020 của Thủ tướng Chính phủ");
  });

  it("cites a law by its name, with the number where names repeat", () => {
    const { document, codes } = withBody("Căn cứ [[72/2025/QH15]];\n\nCăn cứ [[10/2022/QH15]].\n\nI. A\n");
    expect(codes).toEqual([]);
    expect(document.legalBases.map((one) => one.text.text)).toEqual([
      "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
      "Căn cứ Luật Thực hiện dân chủ ở cơ sở.",
    ]);
  });

  it("asks for the date of a number that repeats, and takes it", () => {
    const twice = withBody("I. A\n\nTheo [[76/NQ-CP]].\n");
    expect(twice.codes).toEqual(["KH033"]);
    const message = twice.diagnostics.find((one) => one.code === "KH033")!.message;
    expect(message).toContain("13/6/2013");
    expect(message).toContain("15/7/2021");
    for (const target of ["76/NQ-CP 15/7/2021", "Nghị quyết 76/NQ-CP ngày 15/7/2021", "76/NQ-CP 2021"]) {
      const { document, codes } = withBody(`I. A\n\nTheo [[${target}]].\n`);
      expect(codes).toEqual([]);
      expect(document.citations[0]).toMatchObject({ number: "76/NQ-CP", date: "2021-07-15" });
    }
  });

  it("says which document may be meant when none is known", () => {
    const { codes, diagnostics } = withBody("I. A\n\nTheo [[749/QD-TTG 1/1/1999]] và [[9999/QĐ-TTg]].\n");
    expect(codes).toEqual(["KH032", "KH032"]);
    expect(diagnostics.find((one) => one.code === "KH032")!.message).toContain("749/QĐ-TTg");
  });
});
