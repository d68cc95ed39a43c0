/** Tracked changes, taken as accepted; hidden text, comments. */
import { describe, expect, it } from "vitest";
import { linesOf, p, r, read, style, tbl, tc, tr } from "./build.ts";

const ins = (inside: string): string => `<w:ins w:id="1" w:author="A">${inside}</w:ins>`;
const del = (text: string): string => `<w:del w:id="2" w:author="A"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const markDeleted = '<w:rPr><w:del w:id="3"/></w:rPr>';
const markInserted = '<w:rPr><w:ins w:id="3"/></w:rPr>';

describe("tracked changes", () => {
  it("keep what is inserted and drop what is deleted", () => {
    const found = read(p(r("một ") + del("hai ") + ins(r("ba ")) + r("bốn")));
    expect(linesOf(found)).toEqual(["một ba bốn"]);
    expect(found.codes).toEqual(["NH121"]);
    expect(found.messages[0]).toContain("1 chỗ thêm");
    expect(found.messages[0]).toContain("1 chỗ xóa");
    expect(found.messages[0]).toContain("đoạn 1");
  });

  it("keep what was moved at its new place only", () => {
    const from = `<w:moveFromRangeStart w:id="5" w:name="m"/><w:moveFrom w:id="6">${r("dời")}</w:moveFrom><w:moveFromRangeEnd w:id="5"/>`;
    const to = `<w:moveTo w:id="7">${r("dời")}</w:moveTo>`;
    expect(linesOf(read(p(r("a ") + from) + p(r("b ") + to)))).toEqual(["a ", "b dời"]);
  });

  it("join a paragraph whose mark is deleted to the next, which says how it looks", () => {
    const found = read(p("một ", `<w:jc w:val="left"/>${markDeleted}`) + p("hai", '<w:jc w:val="center"/>'));
    expect(linesOf(found)).toEqual(["một hai"]);
    expect(found.file.blocks[0]).toMatchObject({ align: "center", place: { from: 1, to: 2 } });
  });

  it("drop a paragraph that is deleted with its mark, wherever it stands", () => {
    const gone = p(del("x"), markDeleted);
    expect(linesOf(read(p("a") + gone + gone + p("b") + gone))).toEqual(["a", "b"]);
    expect(linesOf(read(gone + tbl([tr([gone + p("c")])]) + gone))).toEqual(["{", "0:c", "}"]);
    expect(linesOf(read(p("a", markDeleted) + tbl([tr(["c"])])))).toEqual(["a", "{", "0:c", "}"]);
  });

  it("keep inserted paragraphs and count their marks", () => {
    const found = read(p(ins(r("a")), markInserted) + p("b"));
    expect(linesOf(found)).toEqual(["a", "b"]);
    expect(found.messages[0]).toContain("2 chỗ thêm");
  });

  it("drop deleted rows and cells and keep inserted ones", () => {
    const table = tbl([
      tr(["a", "b"]),
      tr(["c", "d"], '<w:del w:id="1"/>'),
      tr(["e", "f"], '<w:ins w:id="1"/>'),
      tr([tc("g", '<w:cellDel w:id="1"/>'), "h", tc("i", '<w:cellIns w:id="1"/>')]),
    ]);
    expect(linesOf(read(table))).toEqual(["{", "0:a | 1:b", "0:e | 1:f", "0:h | 1:i", "}"]);
    expect(linesOf(read(tbl([tr(["a"], '<w:del w:id="1"/>')]) + p("b")))).toEqual(["b"]);
  });

  it("take new properties, not the old ones", () => {
    const changed = '<w:b/><w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange>';
    expect(
      linesOf(
        read(
          p(
            r("a", changed),
            '<w:jc w:val="right"/><w:pPrChange w:id="1"><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>',
          ),
        ),
      ),
    ).toEqual(["**a**"]);
  });
});

describe("hidden text", () => {
  it("is dropped and counted, by the run or its style", () => {
    const styles = style("An", "Ẩn", "<w:rPr><w:vanish/></w:rPr>", "character");
    const found = read(
      p(
        r("a") +
          r("b", "<w:vanish/>") +
          r("c", '<w:rStyle w:val="An"/>') +
          r("d") +
          r("e", '<w:vanish w:val="0"/>') +
          r("g", "<w:vanish/>"),
      ),
      { styles },
    );
    expect(linesOf(found)).toEqual(["ade"]);
    expect(found.codes).toEqual(["NH123"]);
    expect(found.messages[0]).toContain("2 chỗ");
  });

  it("takes its paragraph along when the mark is hidden, too", () => {
    const found = read(p("a") + p(r("b", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>") + p(r("c", "<w:vanish/>")));
    expect(linesOf(found)).toEqual(["a", ""]);
  });
});

describe("comments", () => {
  it("are dropped and counted", () => {
    const commented = `<w:commentRangeStart w:id="0"/>${r("a")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;
    const found = read(p(commented) + p(commented));
    expect(linesOf(found)).toEqual(["a", "a"]);
    expect(found.messages).toEqual(["Đã bỏ 2 nhận xét (Comments) trong tệp, đầu tiên ở đoạn 1."]);
  });
});
