/** Footnotes and endnotes: references, numbers, texts. */
import { describe, expect, it } from "vitest";
import { field, lineOf, lines, linesOf, p, type Read, r, read, style } from "./build.ts";

const raised = '<w:vertAlign w:val="superscript"/>';
const note = (id: string, inside: string, kind = "footnote"): string => `<w:${kind} w:id="${id}">${inside}</w:${kind}>`;
const own = (kind = "footnote"): string => `<w:r><w:rPr>${raised}</w:rPr><w:${kind}Ref/></w:r>`;
const separators = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>';
const refer = (id: string, kind = "footnote"): string =>
  `<w:r><w:rPr>${raised}</w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;
const marked = (id: string, mark: string): string =>
  `<w:r><w:rPr>${raised}</w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="${id}"/><w:t>${mark}</w:t></w:r>`;
const notes = ({ file }: Read): string[] =>
  file.notes.map(({ number, paragraphs }) => `${number}: ${paragraphs.map(lineOf).join("¶")}`);

const footnotes =
  separators +
  note("2", p(own() + r(" Hai, ") + r("đậm", "<w:b/>"))) +
  note("5", p(`${own()}<w:r><w:tab/></w:r>${r("Năm")}`) + p("tiếp"));

describe("footnotes", () => {
  it("are numbered in the order of their references and stand apart from the text", () => {
    const found = read(p(r("a") + refer("5") + r(", b") + refer("2") + r(".")), { footnotes });
    expect(linesOf(found)).toEqual(["a[1], b[2]."]);
    expect(notes(found)).toEqual(["1: Năm¶tiếp", "2: Hai, **đậm**"]);
    expect(found.codes).toEqual([]);
  });

  it("that nobody refers to are no notes", () => {
    expect(notes(read(p(refer("2")), { footnotes }))).toEqual(["1: Hai, **đậm**"]);
    expect(notes(read(p("a"), { footnotes }))).toEqual([]);
  });

  it("bear the place of their reference", () => {
    const { file } = read(p("a") + p(r("b") + refer("2")), { footnotes });
    expect(file.notes[0]!.paragraphs[0]!.place).toEqual({ from: 2, to: 2 });
  });

  it("may have marks of their own, which do not count", () => {
    const typed =
      note("1", p(r("*", raised) + r(" Sao"))) + note("2", p(own() + r(" Một"))) + note("3", p(r("1a") + r("Một a")));
    const found = read(p(r("a") + marked("1", "*") + r(" b") + refer("2") + r(" c") + marked("3", "1a")), {
      footnotes: typed,
    });
    expect(linesOf(found)).toEqual(["a[*] b[1] c[1a]"]);
    expect(notes(found)).toEqual(["*: Sao", "1: Một", "1a: Một a"]);
  });

  it("may have raised digits as marks of their own", () => {
    const found = read(p(r("a") + marked("1", "7")), { footnotes: note("1", p(r("7", raised) + r(" Bảy"))) });
    expect(notes(found)).toEqual(["7: Bảy"]);
  });

  it("cited again are references too, by field or by the style of their numbers", () => {
    const again = field("NOTEREF _Ref1 \\h", r("1", raised));
    expect(lines(p(r("a") + refer("2") + r(" b") + again), { footnotes })).toEqual(["a[1] b[1]"]);
    const styles = style("So", "Số chú thích", `<w:rPr>${raised}</w:rPr>`, "character");
    const styled = '<w:r><w:rPr><w:rStyle w:val="So"/></w:rPr><w:footnoteReference w:id="2"/></w:r>';
    expect(
      lines(p(r("a") + styled + r(" b") + r("1", '<w:rStyle w:val="So"/>') + r(" m") + r("1", raised)), {
        footnotes,
        styles,
      }),
    ).toEqual(["a[1] b[1] m¹"]);
  });

  it("whose text is missing leave no number", () => {
    const found = read(p(r("a") + refer("9") + r("b")), { footnotes });
    expect(linesOf(found)).toEqual(["ab"]);
    expect(found.codes).toEqual(["NH135"]);
  });

  it("stand in cells and text boxes as in text", () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p(r("hộp") + refer("5"))}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const found = read(`<w:tbl><w:tr><w:tc>${p(r("ô") + refer("2"))}</w:tc></w:tr></w:tbl>${p(box)}`, { footnotes });
    expect(linesOf(found)).toEqual(["{", "0:ô[1]", "}", "", "hộp[2]"]);
  });
});

describe("endnotes", () => {
  const endnotes =
    note("1", p(own("endnote") + r(" Cuối")), "endnote") + note("2", p(own("endnote") + r(" Hết")), "endnote");
  const body = p(r("a") + refer("1", "endnote") + refer("2", "endnote"));

  it("have small Roman numbers, apart from those of footnotes", () => {
    const found = read(body + p(r("b") + refer("2")), { endnotes, footnotes });
    expect(linesOf(found)).toEqual(["a[i][ii]", "b[1]"]);
    expect(notes(found)).toEqual(["i: Cuối", "ii: Hết", "1: Hai, **đậm**"]);
  });

  it("have digits where the file asks for them and no footnote has any", () => {
    const settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>';
    expect(lines(body, { endnotes, settings })).toEqual(["a[1][2]"]);
    expect(lines(body, { endnotes, settings, footnotes })).toEqual(["a[i][ii]"]);
  });
});
