/** The DOCX of the fixture documents, read back from raw OOXML, against the tree they draw. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Document, ParagraphBlock } from "../../src/document/document.ts";
import { styleNames } from "../../src/document/style.ts";
import { emitDocx } from "../../src/emit/docx/docx.ts";
import { fixtureDocument, olderFixtureDocument } from "../support/document-fixture.ts";
import { docxDifferences, treeWords } from "../support/docx-compare.ts";
import {
  bodyParagraphs,
  bookmarked,
  breakPart,
  type DocxFile,
  paragraphsOf,
  readDocx,
  tablesOf,
} from "../support/docx-read.ts";

const read = async (document: Document): Promise<DocxFile> => readDocx(await emitDocx(document));

/** The fixture with other blocks in place of its first section's, on its style sheet. */
const withBlocks = (
  blocks: Document["sections"][number]["blocks"],
  rest: Partial<Document["sections"][number]> = {},
): Document => ({
  ...fixtureDocument,
  sections: [{ ...fixtureDocument.sections[0]!, firstHeader: [], firstFooter: [], ...rest, blocks }],
  notes: [],
});

const text = (id: string, words: string, rest: Partial<ParagraphBlock> = {}): ParagraphBlock => ({
  kind: "paragraph",
  id,
  style: "body",
  role: "text",
  runs: [{ kind: "text", text: words, bold: false, italic: false }],
  ...rest,
});

describe.each([
  ["Nghị định 30/2020", fixtureDocument],
  ["Thông tư 01/2011", olderFixtureDocument],
])("the fixture in the form of %s", (_, document) => {
  let bytes: Uint8Array;
  let docx: DocxFile;
  beforeAll(async () => {
    bytes = await emitDocx(document);
    docx = readDocx(bytes);
  });

  it("has every block with the looks and measures of the tree", () => {
    expect(docxDifferences(document, docx)).toEqual([]);
  });

  it("has every word of the tree, in order", () => {
    const lines = bodyParagraphs(docx).map((paragraph) => paragraph.text);
    expect(lines.filter((line) => line.trim() !== "")).toEqual(treeWords(document));
  });

  it("names its styles in Vietnamese and has no others", () => {
    expect(docx.styles.map((style) => style.id)).toEqual(["Normal", ...styleNames, "note-mark"]);
    expect(docx.styles.find((style) => style.id === "legal-basis")?.name).toBe("Căn cứ");
    expect(new Set(docx.styles.map((style) => style.name)).size).toBe(docx.styles.length);
    for (const style of docx.styles) expect(style.name, "Word reads a comma as an alias").not.toMatch(/[,;]/);
  });

  it("leaves the look of most paragraphs to their style", () => {
    const paragraphs = bodyParagraphs(docx).filter((paragraph) => paragraph.text !== "");
    const plain = paragraphs.filter((paragraph) => paragraph.direct.length === 0);
    expect(plain.length / paragraphs.length).toBeGreaterThan(0.4);
    const direct = new Set(paragraphs.flatMap((paragraph) => paragraph.direct));
    expect(
      [...direct].filter(
        (name) => !["keepNext", "spacing", "outlineLvl", "sectPr", "pBdr", "ind", "jc"].includes(name),
      ),
    ).toEqual([]);
  });

  it("ends a first page's address block inside the text area", () => {
    const { footers, margins } = docx.sections[0]!;
    const blocks = paragraphsOf(footers.first);
    const address = blocks.findIndex((paragraph) => paragraph.styleId === "address");
    const below = blocks.slice(address + 1).reduce((sum, p) => sum + p.before + p.line + p.after, 0);
    expect(blocks.slice(address + 1).every((p) => p.lineRule === "exact")).toBe(true);
    expect(margins.footer + below).toBeCloseTo(margins.bottom, 1);
  });

  it("gives bookmarks that Word keeps: unique, at most 40 letters, hidden", () => {
    const names = [...docx.parts]
      .filter(([name]) => /^word\/(document|header\d+|footer\d+|footnotes)\.xml$/.test(name))
      .flatMap(([, xml]) => [...xml.matchAll(/<w:bookmarkStart w:name="([^"]*)" w:id="(\d+)"\/>/g)]);
    expect(names.length).toBeGreaterThan(100);
    expect(new Set(names.map((match) => match[1])).size).toBe(names.length);
    expect(new Set(names.map((match) => match[2])).size).toBe(names.length);
    for (const [, name] of names) expect(name).toMatch(/^_p_[a-z0-9_]{1,37}$/);
  });

  it("has no colour, size or language that hangs on a theme", () => {
    const traces = [...docx.parts].flatMap(([name, xml]) =>
      [...xml.matchAll(/w:\w*theme\w*=|theme\/|Calibri|"Heading\d|ListParagraph|Hyperlink/gi)].map((m) => [name, m[0]]),
    );
    expect(traces).toEqual([]);
  });
});

describe("the comparison with the tree notices a broken file", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await emitDocx(fixtureDocument);
  });
  const style = (id: string): RegExp => new RegExp(`(<w:style [^>]*w:styleId="${id}".*?</w:style>)`, "s");
  it.each<[string, string, (xml: string) => string]>([
    ["a font", "word/styles.xml", (xml) => xml.replace(/w:hAnsi="Times New Roman"/, 'w:hAnsi="Calibri"')],
    [
      "a size",
      "word/styles.xml",
      (xml) => xml.replace(style("body"), (s) => s.replace('<w:sz w:val="28"', '<w:sz w:val="24"')),
    ],
    [
      "an alignment",
      "word/styles.xml",
      (xml) => xml.replace(style("body"), (s) => s.replace('w:val="both"', 'w:val="left"')),
    ],
    [
      "an indent",
      "word/styles.xml",
      (xml) => xml.replace(style("point"), (s) => s.replace(/w:firstLine="\d+"/, 'w:firstLine="0"')),
    ],
    ["a language", "word/styles.xml", (xml) => xml.replace('w:val="vi-VN"', 'w:val="en-US"')],
    [
      "an outline level",
      "word/styles.xml",
      (xml) => xml.replace(style("heading-roman"), (s) => s.replace(/<w:outlineLvl[^>]*>/, "")),
    ],
    ["a lost word", "word/document.xml", (xml) => xml.replace("Mục đích", "Mục")],
    ["a lost look", "word/document.xml", (xml) => xml.replace(/<w:rPr><w:b\/>.*?<\/w:rPr>/, "")],
    [
      "a lost blank",
      "word/document.xml",
      (xml) => xml.replace('xml:space="preserve">Căn cứ thực hiện: ', ">Căn cứ thực hiện: "),
    ],
    ["a lost bookmark", "word/document.xml", (xml) => xml.replace('w:name="_p_closing_1"', 'w:name="closing"')],
    ["a wide column", "word/document.xml", (xml) => xml.replace(/<w:gridCol w:w="(\d)/, '<w:gridCol w:w="1$1')],
    ["a lost header row", "word/document.xml", (xml) => xml.replace("<w:tblHeader/>", "")],
    ["a lost merge", "word/document.xml", (xml) => xml.replace('<w:vMerge w:val="continue"/>', "")],
    ["a rule's length", "word/document.xml", (xml) => xml.replace(/(<w:pBdr><w:top .*?w:left=")\d+"/, '$10"')],
    ["a frame's colour", "word/document.xml", (xml) => xml.replace('w:color="FF0000"', 'w:color="0000FF"')],
    ["a margin", "word/document.xml", (xml) => xml.replace(/<w:pgMar w:top="\d+"/, '<w:pgMar w:top="900"')],
    ["a landscape page", "word/document.xml", (xml) => xml.replace(' w:orient="landscape"', "")],
    ["restarting numbers", "word/document.xml", (xml) => xml.replace(' w:start="1"', "")],
    ["a title page", "word/document.xml", (xml) => xml.replace("<w:titlePg/>", "")],
    ["a page number", "word/header1.xml", (xml) => xml.replace("PAGE", "NUMPAGES")],
    ["a note", "word/footnotes.xml", (xml) => xml.replace("Số liệu", "Liệu")],
  ])("%s", (_, path, change) => {
    expect(docxDifferences(fixtureDocument, readDocx(breakPart(bytes, path, change)))).not.toEqual([]);
  });
});

describe("runs", () => {
  it("says a look only where it differs from the style's", async () => {
    const docx = await read(
      withBlocks([
        text("mixed", "", {
          style: "heading-arabic",
          runs: [
            { kind: "text", text: "1. ", bold: true, italic: false, label: true },
            { kind: "text", text: "thường, ", bold: false, italic: false },
            { kind: "text", text: "nhỏ", bold: true, italic: true, size: 13 },
          ],
        }),
      ]),
    );
    expect(bookmarked(docx, "_p_mixed")?.runs.map(({ bold, italic, size }) => [bold, italic, size])).toEqual([
      [true, false, 14],
      [false, false, 14],
      [true, true, 13],
    ]);
    const xml = docx.parts.get("word/document.xml")!;
    expect(xml).toContain('<w:r><w:t xml:space="preserve">1. </w:t></w:r>');
    expect(xml.match(/<w:b w:val="false"\/>/g)).toHaveLength(1);
  });

  it("keeps no-break spaces, breaks and special letters as typed", async () => {
    const words = "Số:\u00a0\u00a0\u00a0 /KH-UBND  “a” – b… < & > {số}";
    const docx = await read(
      withBlocks([
        text("a", "", {
          runs: [
            { kind: "text", text: words, bold: false, italic: false },
            { kind: "break" },
            { kind: "text", text: " hai", bold: false, italic: false },
          ],
        }),
      ]),
    );
    expect(bookmarked(docx, "_p_a")?.text).toBe(`${words}\n hai`);
  });

  it("writes overrides of the context: space, page break, keep, outline", async () => {
    const document = withBlocks([
      text("a", "Một", { before: 30, keepNext: true, pageBreakBefore: true }),
      text("b", "Hai", { outline: { level: 4, title: "Hai" } }),
      text("c", "Ba", { style: "heading-roman", keepNext: false }),
    ]);
    const docx = await read(document);
    expect(docxDifferences(document, docx)).toEqual([]);
    expect(bookmarked(docx, "_p_c")?.outlineLevel, "no heading where the tree has none").toBeUndefined();
  });
});

describe("footnotes", () => {
  const noted = (numbers: readonly string[], referred: readonly number[]): Document => ({
    ...withBlocks([
      text("a", "", {
        runs: referred.flatMap((note) => [
          { kind: "text", text: "chữ", bold: false, italic: false } as const,
          { kind: "note", number: numbers[note]!, note } as const,
        ]),
      }),
    ]),
    notes: numbers.map((number, i) => ({
      number,
      paragraph: text(`note_${i}`, `Chú thích ${i}`, { style: "footnote" }),
    })),
  });

  it("leaves numbers to Word where they are 1, 2, 3", async () => {
    const docx = await read(noted(["1", "2"], [0, 1]));
    const xml = docx.parts.get("word/document.xml")!;
    expect(xml).not.toContain("customMarkFollows");
    expect(docx.notes.map((note) => [note.id, note.paragraphs[0]?.text])).toEqual([
      ["1", " Chú thích 0"],
      ["2", " Chú thích 1"],
    ]);
    expect(docx.parts.get("word/footnotes.xml")?.match(/<w:footnoteRef\/>/g)).toHaveLength(2);
  });

  it("writes other marks as typed, raised, in text and note", async () => {
    const docx = await read(noted(["*", "a"], [0, 1]));
    const xml = docx.parts.get("word/document.xml")!;
    expect(xml.match(/w:customMarkFollows="1"/g)).toHaveLength(2);
    expect(bookmarked(docx, "_p_a")?.text).toBe("chữ*chữa");
    expect(
      bookmarked(docx, "_p_a")
        ?.runs.filter((run) => run.raised)
        .map((run) => run.text),
    ).toEqual(["*", "a"]);
    expect(docx.notes[0]?.paragraphs[0]?.text).toBe("* Chú thích 0");
    expect(docx.parts.get("word/footnotes.xml")).not.toContain("<w:footnoteRef/>");
  });

  it("anchors a note once; cited again it is a raised number", async () => {
    const docx = await read(noted(["1"], [0, 0]));
    const paragraph = bookmarked(docx, "_p_a")!;
    expect(paragraph.runs.flatMap((run) => run.note ?? [])).toEqual(["1"]);
    expect(paragraph.text).toBe("chữchữ1");
  });

  it("has no notes part without notes", async () => {
    const docx = await read(withBlocks([text("a", "Một")]));
    expect([...docx.parts.keys()]).not.toContain("word/footnotes.xml");
    expect(docx.parts.get("word/settings.xml")).not.toContain("footnotePr");
  });
});

describe("around tables", () => {
  // One twip: the least height that can be said.
  const trace = 0.05;
  const columns = (id: string, before: number) =>
    ({
      kind: "columns",
      id,
      role: "letterhead",
      widths: [100, 200],
      rows: [{ cells: [[text(`${id}_left`, "trái")], [text(`${id}_right`, "phải")]] }],
      keepTogether: true,
      before,
    }) as const;
  const heights = (docx: DocxFile): (number | string)[] =>
    docx.sections[0]!.blocks.map((block) =>
      block.kind === "table" ? "table" : block.styleId === "spacer" ? block.line : block.before,
    );

  it("begins a section with a paragraph that nobody sees", async () => {
    const docx = await read(withBlocks([columns("a", 0), text("b", "Hai", { before: 24 })]));
    expect(heights(docx)).toEqual([trace, "table", 24]);
  });

  it("draws the space above a table as an exact height, kept with it", async () => {
    const docx = await read(withBlocks([text("a", "Một", { before: 0 }), columns("b", 18), text("c", "Hai")]));
    expect(heights(docx)).toEqual([0, 18, "table", 6]);
    expect(paragraphsOf(docx.sections[0]!.blocks)[1]?.keepNext).toBe(true);
  });

  it("parts two tables, and ends with a paragraph that takes hardly any height", async () => {
    const docx = await read(withBlocks([text("a", "Một", { before: 0 }), columns("b", 0), columns("c", 0)]));
    expect(heights(docx)).toEqual([0, "table", trace, "table", trace]);
  });

  it("moves a signature up by a hair, so that what follows it fits on its page", async () => {
    const docx = await read(withBlocks([text("a", "Một", { before: 0 }), columns("b", 18)]));
    expect(heights(docx)).toEqual([0, 16, "table", trace]);
  });

  it("keeps table widths inside the text area whatever the rounding", async () => {
    const widths = [33.337, 33.337, 33.337, 33.337, 33.337];
    const cells = widths.map((_, column) => ({
      column,
      colSpan: 1,
      rowSpan: 1,
      blocks: [text(`c${column}`, String(column), { style: "table-text" })],
      vertical: "top" as const,
      head: false,
    }));
    const docx = await read(
      withBlocks([
        {
          kind: "table",
          id: "t",
          widths,
          headRows: [],
          rows: [{ cells, cantSplit: true, keepNext: false }],
          summary: "",
          before: 0,
        },
      ]),
    );
    const [table] = tablesOf(docx.sections[0]!.blocks);
    expect(table!.width).toBeLessThanOrEqual(5 * 33.337);
    expect(table!.width).toBeGreaterThan(5 * 33.337 - 0.05);
  });
});

describe("page furniture", () => {
  const twoSections = (second: Partial<Document["sections"][number]>): Document => {
    const [first] = fixtureDocument.sections;
    return {
      ...fixtureDocument,
      notes: [],
      sections: [
        { ...first!, blocks: [text("a", "Một")] },
        { ...first!, id: "second", firstHeader: [], firstFooter: [], blocks: [text("b", "Hai")], ...second },
      ],
    };
  };

  it("does not take over the first page's furniture of the section before", async () => {
    const docx = await read(twoSections({}));
    expect(paragraphsOf(docx.sections[0]!.headers.first).map((p) => p.text)).toContain("LƯU HÀNH NỘI BỘ");
    expect(paragraphsOf(docx.sections[1]!.headers.first).map((p) => p.text)).toEqual([""]);
    expect(paragraphsOf(docx.sections[1]!.footers.first).map((p) => p.text)).toEqual([""]);
  });

  it("goes on counting and shows the number on the first page where a section continues", async () => {
    const document = twoSections({ pageNumber: { place: "top-center", continues: true } });
    const docx = await read(document);
    expect(docxDifferences(document, docx)).toEqual([]);
    expect(docx.sections[1]?.numberStart).toBeUndefined();
    expect(docx.sections[1]?.titlePage).toBe(false);
  });

  it("shows both where a continuing section has a first header", async () => {
    const document = twoSections({
      pageNumber: { place: "top-center", continues: true },
      firstHeader: [text("h", "Số: 12", { style: "signing-info" })],
    });
    expect(docxDifferences(document, await read(document))).toEqual([]);
  });
});

it("shortens the bookmark of a long block id, and keeps two apart", async () => {
  const ids = ["a".repeat(37), `${"a".repeat(37)}b`, `${"a".repeat(37)}c`];
  const docx = await read(withBlocks(ids.map((id) => text(id, id))));
  const names = bodyParagraphs(docx).flatMap((paragraph) => paragraph.bookmarks);
  expect(names[0]).toBe(`_p_${ids[0]}`);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(40);
});

it("says what a table is about to readers that cannot see it", async () => {
  const xml = (await read(fixtureDocument)).parts.get("word/document.xml")!;
  const summaries = [...xml.matchAll(/<w:tblDescription w:val="([^"]*)"\/>/g)].map((match) => match[1]);
  expect(summaries).toEqual(["Bảng nhiệm vụ: TT, nhiệm vụ, sản phẩm, chủ trì, phối hợp, thời gian"]);
});
