/** Tables in columns: spans, merges, ragged rows, borders, what stands in cells. */
import { describe, expect, it } from "vitest";
import { lines, linesOf, p, r, read, style, tableLines, tableOf, tbl, tc, tr } from "./build.ts";

const rows = (body: string, styles?: string): string[] => tableLines(tableOf(read(body, { styles })));
const spanning = (text: string, span: number, more = ""): string => tc(text, `<w:gridSpan w:val="${span}"/>${more}`);
const wide = (text: string, width: number): string => tc(text, `<w:tcW w:w="${width}" w:type="dxa"/>`);
const restart = (text: string): string => tc(text, '<w:vMerge w:val="restart"/>');
const goOn = (text = ""): string => tc(text, "<w:vMerge/>");

describe("columns", () => {
  it("follow the spans of the grid", () => {
    const table = tbl([tr([spanning("A", 2), "B"]), tr(["1", "2", "3"])], [1000, 1000, 1000]);
    expect(rows(table)).toEqual(["0+2:A | 2:B", "0:1 | 1:2 | 2:3"]);
  });

  it("that no row uses are dropped", () => {
    const table = tbl(
      [tr([spanning("A", 3), spanning("B", 2)]), tr([spanning("1", 3), spanning("2", 2)])],
      [500, 500, 500, 500, 500],
    );
    expect(rows(table)).toEqual(["0:A | 1:B", "0:1 | 1:2"]);
    expect(tableOf(read(table)).columnCount).toBe(2);
  });

  it("whose borders were moved by a hair are one", () => {
    const table = tbl([tr([tc("A"), spanning("B", 2)]), tr([spanning("1", 2), tc("2")])], [1000, 20, 1980]);
    expect(rows(table)).toEqual(["0:A | 1:B", "0:1 | 1:2"]);
    const narrow = tbl([tr(["A", "B", "C"]), tr([spanning("1", 2), tc("2")])], [1000, 20, 1980]);
    expect(rows(narrow)).toEqual(["0:A | 1:B | 2:C", "0+2:1 | 2:2"]);
  });

  it("left free before and after a row are empty cells", () => {
    const table = tbl(
      [tr(["a", "b", "c"]), tr(["x"], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')],
      [900, 900, 900],
    );
    expect(rows(table)).toEqual(["0:a | 1:b | 2:c", "0: | 1:x | 2:"]);
  });

  it("of ragged rows are filled up", () => {
    expect(rows(tbl([tr(["a", "b", "c"]), tr(["x"])]))).toEqual(["0:a | 1:b | 2:c", "0:x | 1: | 2:"]);
  });

  it("line up by widths where spans are missing", () => {
    const table = tbl(
      [tr([wide("A", 2010), wide("B", 990)]), tr([wide("1", 1000), wide("2", 1000), wide("3", 1000)])],
      [1000, 1000, 1000],
    );
    expect(rows(table)).toEqual(["0+2:A | 2:B", "0:1 | 1:2 | 2:3"]);
    const nonsense = tbl(
      [tr([wide("A", 1700), wide("B", 400)]), tr([wide("1", 1000), wide("2", 300), wide("3", 1000)])],
      [1000, 1000, 1000],
    );
    expect(rows(nonsense)).toEqual(["0:A | 1:B | 2:", "0:1 | 1:2 | 2:3"]);
  });

  it("do not break on numbers without sense", () => {
    const table = tbl([tr([spanning("A", 2_000_000_000), "B"]), tr([spanning("1", -4), "2", "3"])], [1, -1, 0]);
    expect(rows(table)).toHaveLength(2);
  });
});

describe("merged cells", () => {
  it("span rows", () => {
    const table = tbl([tr([restart("A"), "B"]), tr([goOn(), "C"]), tr([goOn(), "D"]), tr(["E", "F"])], [900, 900]);
    expect(rows(table)).toEqual(["0x3:A | 1:B", "1:C", "1:D", "0:E | 1:F"]);
  });

  it("span rows and columns at once", () => {
    const both = (text: string, merge: string): string => tc(text, `<w:gridSpan w:val="2"/>${merge}`);
    const table = tbl(
      [tr([both("A", '<w:vMerge w:val="restart"/>'), "B"]), tr([both("", "<w:vMerge/>"), "C"]), tr(["1", "2", "3"])],
      [900, 900, 900],
    );
    expect(rows(table)).toEqual(["0+2x2:A | 2:B", "2:C", "0:1 | 1:2 | 2:3"]);
  });

  it("begin anew where another one begins, and where none stands above", () => {
    expect(rows(tbl([tr([restart("A")]), tr([restart("B")]), tr([goOn()])]))).toEqual(["0:A", "0x2:B", ""]);
    expect(rows(tbl([tr([goOn("A")]), tr([goOn()])]))).toEqual(["0x2:A", ""]);
    const apart = tbl([tr([restart("A"), "B"]), tr([spanning("C", 2)]), tr([goOn("D"), "E"])], [900, 900]);
    expect(rows(apart)).toEqual(["0:A | 1:B", "0+2:C", "0:D | 1:E"]);
  });

  it("keep the words that go on unseen", () => {
    expect(rows(tbl([tr([restart("A"), "B"]), tr([goOn("ẩn"), "C"])]))).toEqual(["0x2:A¶ẩn | 1:B", "1:C"]);
  });

  it("of old files span columns without a grid", () => {
    const old = (text: string, value: string): string => tc(text, `<w:hMerge w:val="${value}"/>`);
    const table = tbl([tr([old("A", "restart"), old("thêm", "continue"), "B"]), tr(["1", "2", "3"])], [900, 900, 900]);
    expect(rows(table)).toEqual(["0+2:A¶thêm | 2:B", "0:1 | 1:2 | 2:3"]);
  });
});

describe("rows", () => {
  it("at the head are those that are repeated, from the first", () => {
    const head = "<w:tblHeader/>";
    expect(rows(tbl([tr(["A"], head), tr(["B"], head), tr(["1"]), tr(["2"], head)]))).toEqual([
      "# 0:A",
      "# 0:B",
      "0:1",
      "0:2",
    ]);
    expect(rows(tbl([tr(["1"]), tr(["2"], head)]))).toEqual(["0:1", "0:2"]);
    expect(rows(tbl([tr(["1"], '<w:tblHeader w:val="0"/>')]))).toEqual(["0:1"]);
  });

  it("and cells may stand in content controls", () => {
    const control = (inside: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const row = `<w:tr>${control(tc("a"))}${tc(control(p("b")))}</w:tr>`;
    expect(rows(tbl([control(row), tr(["c", "d"])]))).toEqual(["0:a | 1:b", "0:c | 1:d"]);
  });

  it("without cells are none, and tables without rows", () => {
    expect(lines(tbl([]) + tbl(["<w:tr/>"]) + p("a"))).toEqual(["a"]);
  });
});

describe("cells", () => {
  it("have at least one paragraph", () => {
    const { rows: found } = tableOf(read("<w:tbl><w:tr><w:tc/><w:tc><w:p/></w:tc></w:tr></w:tbl>"));
    expect(found[0]!.cells.map((cell) => cell.paragraphs.map(({ runs }) => runs))).toEqual([[[]], [[]]]);
  });

  it("flatten the tables that stand in them", () => {
    const inner = tbl([tr(["a", p("b") + p("c")]), tr(["", ""]), tr(["d", tbl([tr(["e", "f"])]) + p("")])]);
    const found = read(tbl([tr([tc(p("trên") + inner + p("dưới")), "bên"])]));
    expect(tableLines(tableOf(found))).toEqual(["0:trên¶a\tb\nc¶d\te\tf¶dưới | 1:bên"]);
    expect(found.codes).toEqual(["NH134"]);
    expect(found.messages[0]).toContain("2 bảng");
  });

  it("take breaks of pages as those of lines", () => {
    expect(rows(tbl([tr([p(`${r("a")}<w:r><w:br w:type="page"/></w:r>${r("b")}`)])]))).toEqual(["0:a\nb"]);
  });

  it("take bold from the style of the table and its first row", () => {
    const styles = style(
      "Luoi",
      "Bảng lưới",
      '<w:rPr><w:i/></w:rPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>',
      "table",
    );
    const table = (look: string): string => tbl([tr(["A"]), tr(["1"])], [], `<w:tblStyle w:val="Luoi"/>${look}`);
    expect(rows(table('<w:tblLook w:val="04A0"/>'), styles)).toEqual(["0:**//A//**", "0://1//"]);
    expect(rows(table('<w:tblLook w:firstRow="0"/>'), styles)).toEqual(["0://A//", "0://1//"]);
  });
});

describe("descriptions", () => {
  const styles = style("Luoi", "Table Grid", "", "table") + style("TN", "Normal Table", "", "table", 'w:default="1"');
  const described = (properties: string): string =>
    tableOf(read(tbl([tr(["a"])], [], properties), { styles })).description;

  it("are the table's, its caption, or the name of its style", () => {
    const name = '<w:tblStyle w:val="Luoi"/>';
    expect(described(`${name}<w:tblCaption w:val="Tên"/><w:tblDescription w:val="Bảng các cột"/>`)).toBe(
      "Bảng các cột",
    );
    expect(described(`${name}<w:tblCaption w:val="Tên"/>`)).toBe("Tên");
    expect(described(name)).toBe("Table Grid");
    expect(described("")).toBe("");
  });
});

describe("borders", () => {
  const side = (name: string, value = "single"): string => `<w:${name} w:val="${value}" w:sz="4"/>`;
  const all = (value: string): string =>
    ["top", "left", "bottom", "right", "insideH", "insideV"].map((name) => side(name, value)).join("");
  const bordered = (properties: string, cell = "", styles = ""): boolean | null => {
    const row = tr([tc("a", cell), tc("b", cell)]);
    return tableOf(read(tbl([row, row], [900, 900], properties), { styles })).bordered;
  };
  const cellBorders = (inside: string): string => `<w:tcBorders>${inside}</w:tcBorders>`;

  it("are seen in the table, in its style, and in its cells", () => {
    expect(bordered(`<w:tblBorders>${all("single")}</w:tblBorders>`)).toBe(true);
    expect(bordered(`<w:tblBorders>${all("none")}</w:tblBorders>`)).toBe(false);
    expect(bordered("")).toBe(false);
    const grid = style(
      "Luoi",
      "Table Grid",
      `<w:tblPr><w:tblBorders>${all("single")}</w:tblBorders></w:tblPr>`,
      "table",
    );
    const child = style("Con", "Con", '<w:basedOn w:val="Luoi"/>', "table");
    expect(bordered('<w:tblStyle w:val="Con"/>', "", grid + child)).toBe(true);
    expect(bordered(`<w:tblStyle w:val="Luoi"/><w:tblBorders>${all("nil")}</w:tblBorders>`, "", grid)).toBe(false);
    expect(bordered("", cellBorders(side("top") + side("left")))).toBe(true);
    expect(bordered('<w:tblStyle w:val="Luoi"/>', cellBorders(all("nil")), grid)).toBe(false);
  });

  it("stay where only one of two neighbours takes them away", () => {
    expect(bordered(`<w:tblBorders>${all("single")}</w:tblBorders>`, cellBorders(side("right", "nil")))).toBe(true);
  });

  it("that are white are none", () => {
    const white = all("single").replaceAll("/>", ' w:color="FFFFFF"/>');
    expect(bordered(`<w:tblBorders>${white}</w:tblBorders>`)).toBe(false);
  });

  it("under a name make no table of it", () => {
    expect(bordered("", cellBorders(side("bottom")))).toBe(false);
  });

  it("around a single cell make a frame", () => {
    const frame = (inside: string): boolean | null =>
      tableOf(read(tbl([tr(["a"])], [900], `<w:tblBorders>${inside}</w:tblBorders>`))).bordered;
    expect(frame(["top", "left", "bottom", "right"].map((name) => side(name)).join(""))).toBe(true);
    expect(frame(side("bottom"))).toBe(false);
  });
});

describe("places", () => {
  it("count the paragraphs of cells", () => {
    const found = read(p("1") + tbl([tr(["2", "3"]), tr([p("4") + p("5"), "6"])]) + p("7"));
    expect(tableOf(found).place).toEqual({ from: 2, to: 6 });
    expect(tableOf(found).rows[1]!.cells[1]!.paragraphs[0]!.place).toEqual({ from: 6, to: 6 });
    expect(linesOf(found)).toHaveLength(6);
  });
});
