/** The numbers and bullets that Word sets by itself. */
import { describe, expect, it } from "vitest";
import { lines, p, paragraphOf, r, read, style } from "./build.ts";

interface LevelOptions {
  readonly format?: string;
  readonly start?: number;
  readonly more?: string;
}
const lvl = (index: number, text: string, { format = "decimal", start = 1, more = "" }: LevelOptions = {}): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more.startsWith("<w:rPr") ? "" : more}<w:lvlText w:val="${text}"/>${more.startsWith("<w:rPr") ? more : ""}</w:lvl>`;
const abstract = (id: number, inside: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${inside}</w:abstractNum>`;
const num = (id: number, abstractId: number, overrides = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
const numPr = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const items = (places: readonly (readonly [number, number])[]): string =>
  places.map(([list, level]) => p("x", numPr(list, level))).join("");
const labels = (numbering: string, places: readonly (readonly [number, number])[], styles?: string): string[] =>
  read(items(places), { numbering, styles }).file.blocks.map((block) =>
    block.kind === "paragraph" ? block.label : "",
  );
/** Labels of so many paragraphs of one level. */
const run = (level: string, count: number): string[] =>
  labels(
    abstract(0, level) + num(1, 0),
    Array.from({ length: count }, () => [1, 0] as const),
  );

describe("labels", () => {
  it.each([
    ["decimal", "%1.", ["1.", "2.", "3."]],
    ["decimalZero", "%1", ["01", "02", "03"]],
    ["upperRoman", "%1.", ["I.", "II.", "III."]],
    ["lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]],
    ["upperLetter", "%1)", ["A)", "B)", "C)"]],
    ["lowerLetter", "%1)", ["a)", "b)", "c)"]],
    ["ordinal", "Điều %1", ["Điều 1", "Điều 2", "Điều 3"]],
    ["none", "%1.", ["", "", ""]],
    ["none", "Bước", ["Bước", "Bước", "Bước"]],
  ])("of %s “%s”", (format, text, expected) => {
    expect(run(lvl(0, text, { format }), 3)).toEqual(expected);
  });

  it("repeat letters after z and count long in Roman digits", () => {
    expect(run(lvl(0, "%1", { format: "lowerLetter", start: 25 }), 5)).toEqual(["y", "z", "aa", "bb", "cc"]);
    expect(run(lvl(0, "%1", { format: "upperRoman", start: 1998 }), 2)).toEqual(["MCMXCVIII", "MCMXCIX"]);
    expect(run(lvl(0, "%1", { format: "upperRoman", start: 999999999 }), 1)).toEqual(["999999999"]);
    expect(run(lvl(0, "%1", { format: "lowerLetter", start: 999999999 }), 1)).toEqual(["999999999"]);
  });

  it.each([
    ["Symbol", "\uf0b7", "•"],
    ["Courier New", "o", "○"],
    ["Wingdings", "\uf0a7", "▪"],
    ["Wingdings", "\uf0fc", "✓"],
    ["Wingdings", "\uf0d8", "➢"],
    ["Times New Roman", "-", "-"],
    ["Times New Roman", "+", "+"],
    ["Times New Roman", "–", "–"],
  ])("of a bullet in %s", (font, text, expected) => {
    const level = lvl(0, text, {
      format: "bullet",
      more: `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>`,
    });
    expect(run(level, 1)).toEqual([expected]);
  });

  it("are taken from the fallback of formats that only new programs know", () => {
    const format =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback></mc:AlternateContent>';
    expect(run(`<w:lvl w:ilvl="0"><w:start w:val="4"/>${format}<w:lvlText w:val="%1."/></w:lvl>`, 1)).toEqual(["IV."]);
  });

  it("in old fonts are read as Unicode", () => {
    const level = lvl(0, "§iÒu %1.", { more: '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>' });
    expect(run(level, 1)).toEqual(["Điều 1."]);
  });

  it("are no part of the words, and bear the depth of the list", () => {
    const { file } = read(items([[1, 1]]) + p("y"), {
      numbering: abstract(0, lvl(0, "%1.") + lvl(1, "%1.%2")) + num(1, 0),
    });
    expect(file.blocks).toMatchObject([
      { label: "1.1", listLevel: 1, runs: [{ text: "x" }] },
      { label: "", listLevel: -1 },
    ]);
  });
});

describe("counting", () => {
  const outline = abstract(
    0,
    lvl(0, "%1.", { format: "upperRoman" }) +
      lvl(1, "%2.") +
      lvl(2, "%2.%3.") +
      lvl(3, "%4)", { format: "lowerLetter" }),
  );

  it("starts again under each higher level", () => {
    const places = [
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 2],
      [1, 3],
      [1, 1],
      [1, 2],
      [1, 0],
      [1, 1],
      [1, 3],
    ] as const;
    expect(labels(outline + num(1, 0), places)).toEqual([
      "I.",
      "1.",
      "1.1.",
      "1.2.",
      "a)",
      "2.",
      "2.1.",
      "II.",
      "1.",
      "a)",
    ]);
  });

  it("goes on in lists that share the abstract one, and restarts where such a list first says so", () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = abstract(0, lvl(0, "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, restart);
    expect(
      labels(numbering, [
        [1, 0],
        [2, 0],
        [1, 0],
        [3, 0],
        [3, 0],
        [1, 0],
      ]),
    ).toEqual(["1.", "2.", "3.", "1.", "2.", "3."]);
  });

  it("keeps to lvlRestart", () => {
    const never = abstract(0, lvl(0, "%1.") + lvl(1, "%2)", { more: '<w:lvlRestart w:val="0"/>' }));
    expect(
      labels(never + num(1, 0), [
        [1, 0],
        [1, 1],
        [1, 1],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(["1.", "1)", "2)", "2.", "3)"]);
    const afterFirst = abstract(
      0,
      lvl(0, "%1.") + lvl(1, "%2.") + lvl(2, "%3)", { more: '<w:lvlRestart w:val="1"/>' }),
    );
    expect(
      labels(afterFirst + num(1, 0), [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 1],
        [1, 2],
        [1, 0],
        [1, 2],
      ]),
    ).toEqual(["1.", "1.", "1)", "2.", "2)", "2.", "1)"]);
  });

  it("writes the numbers above in digits where the level is legal", () => {
    const legal = abstract(0, lvl(0, "Chương %1", { format: "upperRoman" }) + lvl(1, "%1.%2", { more: "<w:isLgl/>" }));
    expect(
      labels(legal + num(1, 0), [
        [1, 0],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual(["Chương I", "Chương II", "2.1"]);
  });

  it("takes a level that a list writes anew", () => {
    const override = `<w:lvlOverride w:ilvl="0">${lvl(0, "(%1)", { format: "lowerRoman", start: 3 })}</w:lvlOverride>`;
    expect(
      labels(abstract(0, lvl(0, "%1.")) + num(1, 0, override), [
        [1, 0],
        [1, 0],
      ]),
    ).toEqual(["(iii)", "(iv)"]);
  });

  it("shows where a level above would start when it was never used", () => {
    expect(
      labels(abstract(0, lvl(0, "%1.", { start: 3 }) + lvl(1, "%1.%2")) + num(1, 0), [
        [1, 1],
        [1, 1],
      ]),
    ).toEqual(["3.1", "3.2"]);
  });

  it("leaves out paragraphs that are deleted or hidden", () => {
    const body =
      p("a", numPr(1, 0)) +
      p(
        `<w:del w:id="1"><w:r><w:delText>b</w:delText></w:r></w:del>`,
        `${numPr(1, 0)}<w:rPr><w:del w:id="2"/></w:rPr>`,
      ) +
      p(r("c", "<w:vanish/>"), `${numPr(1, 0)}<w:rPr><w:vanish/></w:rPr>`) +
      p("d", numPr(1, 0));
    expect(lines(body, { numbering: abstract(0, lvl(0, "%1.")) + num(1, 0) })).toEqual(["<1.> a", "<2.> d"]);
  });

  it("ignores lists that are not there", () => {
    expect(labels("", [[7, 0]])).toEqual([""]);
    expect(
      labels(abstract(0, "") + num(1, 0) + num(2, 9), [
        [1, 0],
        [2, 0],
      ]),
    ).toEqual(["", ""]);
  });
});

describe("lists of styles", () => {
  const numbering =
    abstract(
      0,
      lvl(0, "%1.", { format: "upperRoman", more: '<w:pStyle w:val="H1"/>' }) +
        lvl(1, "%2.", { more: '<w:pStyle w:val="H2"/>' }),
    ) + num(1, 0);
  const listOnly = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
  const styles = [
    style("H1", "heading 1", listOnly),
    style("H2", "heading 2", listOnly),
    style("H2b", "Mục phụ", '<w:basedOn w:val="H2"/>'),
    style("Off", "Không số", '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'),
  ].join("");
  const styled = (...ids: string[]): string[] =>
    read(ids.map((id) => p("x", `<w:pStyle w:val="${id}"/>`)).join(""), { styles, numbering }).file.blocks.map(
      (block) => (block.kind === "paragraph" ? block.label : ""),
    );

  it("number paragraphs by the level that names the style", () => {
    expect(styled("H1", "H2", "H2b", "H1", "H2")).toEqual(["I.", "1.", "2.", "II.", "1."]);
  });

  it("are switched off by list 0, in a style and directly", () => {
    expect(styled("H1", "Off", "H1")).toEqual(["I.", "", "II."]);
    const off = p("x", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(paragraphOf(read(off, { styles, numbering }))).toMatchObject({ label: "", listLevel: -1 });
  });

  it("may borrow the levels of a numbering style", () => {
    const linked =
      abstract(0, `<w:styleLink w:val="Muc"/>${lvl(0, "%1/", {})}`) +
      abstract(1, '<w:numStyleLink w:val="Muc"/>') +
      num(1, 0) +
      num(2, 1);
    const listStyle = style("Muc", "Mục", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering");
    expect(
      labels(
        linked,
        [
          [1, 0],
          [2, 0],
        ],
        listStyle,
      ),
    ).toEqual(["1/", "2/"]);
    const byStyle = abstract(0, lvl(0, "%1/")) + abstract(1, '<w:numStyleLink w:val="Muc"/>') + num(1, 0) + num(2, 1);
    expect(labels(byStyle, [[2, 0]], listStyle)).toEqual(["1/"]);
  });
});
