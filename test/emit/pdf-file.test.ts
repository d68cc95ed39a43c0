import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { missingGlyph } from "../../src/emit/pdf/errors.ts";
import { emitPdf } from "../../src/emit/pdf/pdf.ts";
import { fixtureDocument } from "../support/document-fixture.ts";
import { fontFiles } from "../support/forms.ts";
import { readPdf } from "../support/pdf-read.ts";
import { documentOf } from "../support/pipeline.ts";
import { cell, documentOfBlocks, filler, paragraph, row, table, words } from "../support/small-document.ts";
import { has, inTemporaryFolder, run, type Tool } from "../support/tools.ts";

async function pdfOf(document: Document): Promise<Uint8Array> {
  const { value, diagnostics } = await emitPdf(document, fontFiles);
  if (value === null) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  return value;
}

/** Output of a program that is given the PDF as a file. */
const tool = (name: Tool, bytes: Uint8Array, before: readonly string[], after: readonly string[] = []): string =>
  inTemporaryFolder((folder) => {
    const file = join(folder, "a.pdf");
    writeFileSync(file, bytes);
    return run(name, [...before, file, ...after]);
  });

describe("a character that the font lacks", () => {
  const span = { start: 12, end: 34 };
  const broken = [
    paragraph("a", "Bình thường"),
    paragraph("b", "Biểu tượng 😀 và 😀", { span }),
    table([50, 50], [], [row([cell(0, "漢"), cell(1, "x")])]),
  ];

  it("stops the output, named once with its code and place", async () => {
    const { value, diagnostics } = await emitPdf(documentOfBlocks(broken), fontFiles);
    expect(value).toBeNull();
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["XB201 error", "XB201 error"]);
    expect(diagnostics[0]!.message).toContain("😀");
    expect(diagnostics[0]!.message).toContain("U+1F600");
    expect(diagnostics[0]!.span).toEqual(span);
    expect(diagnostics[1]!.message).toContain("U+6F22");
  });

  it("is what the example of the error shows", async () => {
    const { example } = missingGlyph.declaration;
    const { value, diagnostics } = await emitPdf(documentOf(example!), fontFiles);
    expect(value).toBeNull();
    expect(diagnostics.map(({ code, span }) => [code, example!.slice(span.start, span.end)])).toEqual([
      ["XB201", expect.stringContaining("😀")],
    ]);
  });
});

describe("the same document gives the same bytes", () => {
  it("twice, and in another time zone", async () => {
    const dated = { ...fixtureDocument.properties, date: "2026-01-05" };
    const document = { ...fixtureDocument, properties: dated };
    const first = await pdfOf(document);
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Kiritimati";
    const second = await pdfOf(document);
    process.env.TZ = zone;
    expect(Buffer.from(second).equals(first)).toBe(true);
  });

  it("dated by the document, or by a fixed day when its date is blank", async () => {
    const document = documentOfBlocks(filler(1));
    const blank = Buffer.from(await pdfOf(document)).toString("latin1");
    expect(blank).toContain("D:20000101000000Z");
    const dated = { ...document, properties: { ...document.properties, date: "2026-01-05" } };
    expect(Buffer.from(await pdfOf(dated)).toString("latin1")).toContain("D:20260105000000Z");
  });
});

describe("what the file says about itself", () => {
  const properties = {
    ...documentOfBlocks([]).properties,
    title: "Kế hoạch <Văn hóa & Thể thao>",
    custom: { TypeName: "Kế hoạch", "Code Number": "12", Title: "không đè" },
  };

  it("survives signs that mean something in XML", async () => {
    const bytes = Buffer.from(await pdfOf({ ...documentOfBlocks(filler(1)), properties })).toString("utf8");
    const xmp = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(bytes)![0];
    let title = "";
    let inside = false;
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", (tag) => {
      inside ||= tag.name === "dc:title";
    });
    parser.on("closetag", (tag) => {
      if (tag.name === "dc:title") inside = false;
    });
    parser.on("text", (text) => {
      if (inside) title += text;
    });
    parser.write(xmp).close();
    expect(title).toBe(properties.title);
  });

  it.runIf(has("pdfinfo"))("is listed by pdfinfo", async () => {
    const bytes = await pdfOf({ ...documentOfBlocks(filler(1)), properties });
    const info = tool("pdfinfo", bytes, []);
    expect(info).toMatch(/^Title: +Kế hoạch <Văn hóa & Thể thao>$/m);
    expect(info).toMatch(/^Author: +Ủy ban nhân dân xã A$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^PDF version: +1\.7$/m);
    const custom = tool("pdfinfo", bytes, ["-custom"]);
    expect(custom).toMatch(/^TypeName: +Kế hoạch$/m);
    expect(custom).toMatch(/^CodeNumber: +12$/m);
    expect(custom).toMatch(/^SourceDigest: +0{64}$/m);
  });
});

describe.runIf(has("qpdf", "pdffonts", "pdftotext", "pdfinfo", "mutool"))("the finished file", async () => {
  const bytes = await pdfOf(fixtureDocument);

  it("is sound", () => {
    expect(tool("qpdf", bytes, ["--check"])).toContain("No syntax or stream encoding errors found");
    const json = JSON.parse(tool("qpdf", bytes, ["--json", "--json-key=qpdf"])) as { qpdf: [unknown, object] };
    const objects = Object.values(json.qpdf[1]) as { value?: Record<string, unknown> }[];
    const catalog = objects.find((object) => object.value?.["/Type"] === "/Catalog")!.value!;
    expect(catalog["/Lang"]).toBe("u:vi-VN");
    expect(objects.some((object) => object.value?.["/DisplayDocTitle"] === true)).toBe(true);
  });

  it("has all fonts embedded as subsets with Unicode maps", () => {
    const fonts = tool("pdffonts", bytes, []).trim().split("\n").slice(2);
    expect(fonts).toHaveLength(4);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos-\w+ +CID TrueType +Identity-H +yes yes yes/);
  });

  it("gives every word back, in composed Vietnamese, once and in order", () => {
    const text = tool("pdftotext", bytes, ["-raw"], ["-"]);
    expect(text).toBe(text.normalize("NFC"));
    const flat = text.replace(/\s+/g, " ");
    expect(flat).toContain("Lựa chọn nội dung thiết thực, ngắn gọn, phù hợp với từng nhóm đối tượng; ưu tiên");
    for (let n = 1; n <= 24; n += 1) expect(flat.split(`Việc thứ ${n}:`)).toHaveLength(2);
  });

  it("reads with its blanks as tagged text: headings, lists, notes, tables with head cells", () => {
    const tagged = tool("pdfinfo", bytes, ["-struct-text"]);
    expect(tagged).toContain(
      '"Đẩy mạnh thông tin, tuyên truyền về chuyển đổi số đến cán bộ, công chức và Nhân dân trên địa bàn xã, gắn với cải cách hành chính và phát triển kinh tế - xã hội của địa phương."',
    );
    expect(tagged).toMatch(/H2 \(block\)\s+"I\. MỤC ĐÍCH, YÊU CẦU"/);
    expect(tagged).toMatch(/LI \(block\)\s+Lbl \(block\)\s+"- "\s+LBody \(block\)\s+P \(block\)\s+"Đẩy mạnh/);
    expect(tagged).toMatch(/Reference \(inline\)\s+"1"/);
    expect(tagged).toMatch(/Note <note1> \(inline\)\s+Lbl \(block\)\s+"1"\s+"? ?Số liệu/);
    expect(tagged).toMatch(
      /Table \(block\):\s+\/Summary .*\s+THead\s+TR\s+TH:\s+\/Scope \/Column\s+\/RowSpan 2\s+"TT"/,
    );
    // The head stands there once, though every page shows it.
    expect(tagged.split('"NHIỆM VỤ"')).toHaveLength(2);
    expect(tagged).toMatch(/TD:\s+\/ColSpan 6\s+"Tuyên truyền trên hệ thống truyền thanh cơ sở"/);
  });

  it("has bookmarks for the headings, nested", () => {
    const outline = tool("mutool", bytes, ["show"], ["outline"]);
    expect(outline).toMatch(/\t"Kế hoạch Tuyên truyền chuyển đổi số năm 2026"/);
    expect(outline).toMatch(/\t\t"I\. MỤC ĐÍCH, YÊU CẦU"/);
    expect(outline).toMatch(/\t\t\t"1\. Mục đích"/);
  });

  it("draws no text outside the page, and rules as paths", () => {
    for (const page of readPdf(bytes)) {
      for (const glyph of page.glyphs) {
        expect(glyph.x).toBeGreaterThan(0);
        expect(glyph.x + glyph.width).toBeLessThan(page.width);
      }
      expect(page.paths.every((path) => path.kind === "stroke")).toBe(true);
    }
  });
});

it("writes glyphs that the embedded program has", async () => {
  // The blank and the no-break blank are different characters for a reader, though the face draws them alike.
  const bytes = Buffer.from(await pdfOf(documentOfBlocks([paragraph("a", [words("a\u00a0b c")])])));
  const streams: string[] = [];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("\nstream\n", at + 1)) {
    try {
      streams.push(inflateSync(bytes.subarray(at + (bytes[at] === 10 ? 8 : 7))).toString("latin1"));
    } catch {
      // Not compressed: XMP.
    }
  }
  const map = streams.find((stream) => stream.includes("begincmap"))!;
  expect(map).toMatch(/<0061> <00a0> <0062> <0020> <0063>/);
});
