/** What is left out of a file, each kind told once; tables of contents; properties. */
import { describe, expect, it } from "vitest";
import { zip } from "../../../src/emit/docx/package.ts";
import {
  field,
  lines,
  linesOf,
  p,
  partsOf,
  r,
  read,
  readBytes,
  relationshipsPart,
  style,
  tbl,
  tr,
  transitional,
} from "./build.ts";

const drawing = (inside: string): string => `<w:r><w:drawing><wp:inline>${inside}</wp:inline></w:drawing></w:r>`;
const picture = drawing("<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>");
const chart = drawing('<a:graphic><a:graphicData><c:chart r:id="r1"/></a:graphicData></a:graphic>');
const line = drawing("<a:graphic><a:graphicData><wps:wsp/></a:graphicData></a:graphic>");

describe("notices", () => {
  it("count pictures, shapes, charts and objects", () => {
    const object =
      '<w:r><w:object><v:shape><v:imagedata r:id="r2"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const old = '<w:r><w:pict><v:shape><v:imagedata r:id="r3"/></v:shape></w:pict></w:r>';
    const found = read(p(r("a") + picture + old) + p(line) + p(chart + object));
    expect(found.codes).toEqual(["NH125", "NH126", "NH127", "NH128"]);
    expect(found.messages.map((message) => /(\d+) .*đoạn (\d)/.exec(message)?.slice(1))).toEqual([
      ["2", "1"],
      ["1", "2"],
      ["1", "3"],
      ["1", "3"],
    ]);
    expect(linesOf(found)).toEqual(["a", "", ""]);
  });

  it("count one picture that is written for new and old programs once", () => {
    const inner = "<w:drawing><a:graphic><a:graphicData><wps:wsp/></a:graphicData></a:graphic></w:drawing>";
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${inner}</mc:Choice><mc:Fallback><w:pict><v:line/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const found = read(p(both));
    expect(found.messages).toHaveLength(1);
    expect(found.messages[0]).toContain("1 hình vẽ");
  });

  it("tell of other files that stand in for text", () => {
    expect(read(`<w:altChunk r:id="r1"/>${p('<w:subDoc r:id="r2"/>')}`).messages[0]).toContain("2 chỗ chèn");
  });

  it("tell of macros and of what leads out of the file, and open neither", () => {
    const external = (type: string): string =>
      `<Relationship Id="${type}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://a.example/x" TargetMode="External"/>`;
    const macro =
      '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>';
    const template = relationshipsPart(external("attachedTemplate"));
    const found = read(p("a"), {
      relationships: external("hyperlink") + external("image") + macro,
      settings: "",
      others: { "word/_rels/settings.xml.rels": template, "word/vbaProject.bin": "x" },
    });
    expect(found.codes).toEqual(["NH129", "NH131"]);
    expect(found.messages[1]).toContain("2 liên kết");
  });

  it("are none for a plain file", () => {
    expect(read(p("a")).codes).toEqual([]);
  });
});

describe("tables of contents", () => {
  const begin =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const entry = (text: string): string =>
    `<w:hyperlink w:anchor="_Toc1">${r(text)}<w:r><w:tab/></w:r>${field("PAGEREF _Toc1", r("3"))}</w:hyperlink>`;

  it("are left out, from the beginning of their field to its end", () => {
    const found = read(p("trước") + p(begin + entry("I. A")) + p(entry("II. B")) + p(end + r("cùng dòng")) + p("sau"));
    expect(linesOf(found)).toEqual(["trước", "cùng dòng", "sau"]);
    expect(found.codes).toEqual(["NH124"]);
    expect(found.messages[0]).toContain("2 dòng");
    expect(found.messages[0]).toContain("đoạn 2");
  });

  it("are left out of a content control, with the words above them", () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("MỤC LỤC")}${p(begin + entry("I. A"))}${p(end)}</w:sdtContent></w:sdt>`;
    expect(lines(control + p("sau"))).toEqual(["sau"]);
  });

  it("are left out by their styles where the field is gone", () => {
    const styles = style("TOC1", "toc 1", "") + style("TOCHeading", "TOC Heading", "");
    const styled = (inside: string, id: string): string => p(inside, `<w:pStyle w:val="${id}"/>`);
    const body =
      styled("MỤC LỤC", "TOCHeading") +
      styled(`${r("I. A")}<w:r><w:tab/></w:r>${r("3")}`, "TOC1") +
      styled("I. Một câu bình thường.", "TOC1");
    expect(lines(body, { styles })).toEqual(["I. Một câu bình thường."]);
  });

  it("stay when their end is missing, for nobody knows where the text begins", () => {
    const found = read(p(begin + r("I. A")) + p("B") + tbl([tr(["C"])]));
    expect(linesOf(found)).toEqual(["I. A", "B", "{", "0:C", "}"]);
    expect(found.codes).toEqual([]);
  });
});

describe("properties", () => {
  const custom = (inside: string): string =>
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${inside}</Properties>`;
  const withCustom = (content: string) => {
    const parts = partsOf(p("a"));
    parts.set("docProps/custom.xml", content);
    parts.set(
      "_rels/.rels",
      parts
        .get("_rels/.rels")!
        .replace(
          "</Relationships>",
          '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="/docProps/custom.xml"/></Relationships>',
        ),
    );
    return readBytes(zip(parts));
  };

  it("are texts by name", () => {
    const found = withCustom(
      custom(
        '<property name="OrganName"><vt:lpwstr>UBND xã &amp; thôn</vt:lpwstr></property><property name="n"><vt:i4>12</vt:i4></property><property name="v"><vt:vector/></property><property/>',
      ),
    );
    expect([...found.file.properties]).toEqual([
      ["OrganName", "UBND xã & thôn"],
      ["n", "12"],
    ]);
  });

  it("that are damaged are told", () => {
    expect(withCustom("<Properties").codes).toEqual(["NH136"]);
  });
});

describe("the main document", () => {
  it("is found by its relationship, whatever it and its prefixes are called", () => {
    const body = `<x:document xmlns:x="${transitional}"><x:body><x:p><x:r><x:t>a</x:t></x:r></x:p></x:body></x:document>`;
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    const file = new Map([
      ["_rels/.rels", relationshipsPart(`<Relationship Id="r" Type="${type}" Target="/Main/./x/../Text.xml"/>`)],
      ["main/text.xml", body],
    ]);
    expect(linesOf(readBytes(zip(file)))).toEqual(["a"]);
  });

  it("may be in the strict namespaces", () => {
    const strict = partsOf(p("Kế hoạch", '<w:jc w:val="end"/>'));
    for (const [name, content] of strict)
      strict.set(
        name,
        content
          .replaceAll(transitional, "http://purl.oclc.org/ooxml/wordprocessingml/main")
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      );
    expect(readBytes(zip(strict)).file.blocks[0]).toMatchObject({ align: "right", runs: [{ text: "Kế hoạch" }] });
  });
});
