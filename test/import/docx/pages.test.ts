/** Pages and sections, headers and footers. */
import { describe, expect, it } from "vitest";
import { field, lineOf, lines, type Parts, p, r, read, tbl, tc, tr } from "./build.ts";

const br = (type = "page"): string => `<w:r><w:br w:type="${type}"/></w:r>`;
const portrait = '<w:pgSz w:w="11906" w:h="16838"/>';
const landscape = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>';
const sectPr = (inside: string): string => `<w:sectPr>${inside}</w:sectPr>`;
const type = (value: string): string => `<w:type w:val="${value}"/>`;

describe("pages", () => {
  it("begin where the text breaks to one", () => {
    expect(lines(p(r("a") + br() + r("b")) + p("c"))).toEqual(["a", "---", "b", "c"]);
    expect(lines(p("a") + p(br()) + p("b"))).toEqual(["a", "---", "b"]);
    expect(lines(p("a") + p(br() + r("b")) + p(r("c") + br("column")) + p("d"))).toEqual([
      "a",
      "---",
      "b",
      "c",
      "---",
      "d",
    ]);
    expect(
      lines(p(`${r("a")}<w:r><w:br w:type="textWrapping"/></w:r>${r("b")}<w:r><w:lastRenderedPageBreak/></w:r>`)),
    ).toEqual(["a\nb"]);
  });

  it("begin before paragraphs and tables that ask for one", () => {
    expect(lines(p("a") + p("b", "<w:pageBreakBefore/>") + p("c", '<w:pageBreakBefore w:val="0"/>'))).toEqual([
      "a",
      "---",
      "b",
      "c",
    ]);
    expect(lines(p("a") + tbl([tr([tc(p("x", "<w:pageBreakBefore/>")), "y"])]))).toEqual([
      "a",
      "---",
      "{",
      "0:x | 1:y",
      "}",
    ]);
  });

  it("that hold nothing are none", () => {
    expect(lines(p(br()) + p("a", "<w:pageBreakBefore/>") + p(br()) + p(br()) + p("b") + p(br()))).toEqual([
      "a",
      "---",
      "b",
    ]);
  });

  it("leave the label with the words of a paragraph that they cut", () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = (inside: string): string => p(inside, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    expect(lines(item(br() + r("a")) + item(r("b") + br() + r("c")), { numbering })).toEqual([
      "<I.> a",
      "<II.> b",
      "---",
      "c",
    ]);
  });

  it("know where they begin", () => {
    const { file } = read(p("a") + p("b") + p("c", "<w:pageBreakBefore/>"));
    expect(file.blocks[2]).toMatchObject({ kind: "page", place: { from: 3, to: 3 }, landscape: null });
  });
});

describe("sections", () => {
  it("begin pages, turned as their own paper is", () => {
    const body = p("a") + p("b", sectPr(portrait)) + p("c") + p("", sectPr(landscape)) + p("d") + sectPr(portrait);
    expect(lines(body)).toEqual(["a", "b", "--- ngang", "c", "---", "d"]);
  });

  it("begin none where they go on along the page, unless the paper is turned", () => {
    const body = (kind: string, size: string): string => p("a", sectPr(portrait)) + p("b") + sectPr(type(kind) + size);
    expect(lines(body("continuous", portrait))).toEqual(["a", "b"]);
    expect(lines(body("continuous", landscape))).toEqual(["a", "--- ngang", "b"]);
    for (const kind of ["nextPage", "evenPage", "oddPage"])
      expect(lines(body(kind, portrait))).toEqual(["a", "---", "b"]);
  });

  it("say at the beginning only that the paper is turned", () => {
    expect(lines(p("a") + sectPr(portrait))).toEqual(["a"]);
    expect(lines(p("a") + sectPr(landscape))).toEqual(["--- ngang", "a"]);
    expect(lines(p("a") + sectPr('<w:pgSz w:orient="landscape"/>'))).toEqual(["--- ngang", "a"]);
    expect(lines(p("", sectPr(portrait)) + p("a") + sectPr(landscape))).toEqual(["--- ngang", "a"]);
  });

  it("give their turn to the breaks in them", () => {
    const { file } = read(p("a") + p(br() + r("b")) + p("c", sectPr(landscape)) + p("d") + sectPr(portrait));
    expect(file.blocks.flatMap((block) => (block.kind === "page" ? [block.landscape] : []))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("furniture", () => {
  const page = field("PAGE", r("2"));
  const shown = (body: string, parts: Parts): string[] =>
    read(body, parts).file.furniture.map(
      ({ where, firstPage, paragraphs }) => `${where}${firstPage ? " 1" : ""}: ${paragraphs.map(lineOf).join("¶")}`,
    );
  const header = (id: string, kind = "default"): string => `<w:headerReference w:type="${kind}" r:id="${id}"/>`;
  const footer = (id: string, kind = "default"): string => `<w:footerReference w:type="${kind}" r:id="${id}"/>`;

  it("has words besides the number of the page", () => {
    const headers = { h: p(page) + p("Mật") + p(r("Kế hoạch – Trang ") + page) };
    expect(shown(p("a") + sectPr(header("h")), { headers })).toEqual(["header: Mật¶Kế hoạch – Trang 2"]);
  });

  it.each([
    page,
    r("- ") + page + r(" -"),
    r("Trang ") + page + r("/") + field("NUMPAGES", r("12")),
    `<w:fldSimple w:instr=" PAGE "/>`,
    `<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">${r("ii")}</w:fldSimple>`,
    r("3"),
    "<w:r><w:pgNum/></w:r>",
    "",
  ])("is none without them: %s", (inside) => {
    expect(shown(p("a") + sectPr(footer("f")), { footers: { f: p(inside) } })).toEqual([]);
  });

  it("of first pages counts where first pages have their own", () => {
    const parts = { headers: { h: p("sau"), f: p("đầu") } };
    expect(shown(p("a") + sectPr(`${header("h")}${header("f", "first")}<w:titlePg/>`), parts)).toEqual([
      "header 1: đầu",
      "header: sau",
    ]);
    expect(shown(p("a") + sectPr(header("h") + header("f", "first")), parts)).toEqual(["header: sau"]);
  });

  it("of even pages counts where the file has such pages", () => {
    const parts = { headers: { h: p("lẻ"), e: p("chẵn") } };
    const body = p("a") + sectPr(header("h") + header("e", "even"));
    expect(shown(body, parts)).toEqual(["header: lẻ"]);
    expect(shown(body, { ...parts, settings: "<w:evenAndOddHeaders/>" })).toEqual(["header: lẻ", "header: chẵn"]);
  });

  it("is told once, however many sections have it", () => {
    const parts = { headers: { h: p("chung"), k: p("chung"), l: p("khác") } };
    const body =
      p("a", sectPr(header("h"))) + p("b", sectPr(header("k"))) + p("c", sectPr("")) + p("d") + sectPr(header("l"));
    expect(shown(body, parts)).toEqual(["header: chung", "header: khác"]);
    expect(read(body, parts).file.furniture.map(({ paragraphs }) => paragraphs[0]!.place.from)).toEqual([1, 4]);
  });

  it("flattens tables", () => {
    const footers = { f: tbl([tr(["Số 1", p(page)]), tr(["Đường A", "Điện thoại"])]) };
    expect(shown(p("a") + sectPr(footer("f")), { footers })).toEqual(["footer: Số 1\t2¶Đường A\tĐiện thoại"]);
  });

  it("that is damaged is told, and the text still read", () => {
    const others = { "word/bad.xml": "<w:hdr" };
    const relationships =
      '<Relationship Id="bad" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="bad.xml"/>';
    const found = read(p("a") + sectPr(header("bad") + header("none", "first")), { others, relationships });
    expect(found.codes).toEqual(["NH136"]);
    expect(found.messages[0]).toContain("word/bad.xml");
  });
});
