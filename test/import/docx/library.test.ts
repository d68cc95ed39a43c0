/** A file of another program, here the library that the emitter uses, with its own styles, lists and packing. */
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  SymbolRun,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { beforeAll, describe, expect, it } from "vitest";
import { lineOf, linesOf, type Read, readBytes, tableOf } from "./build.ts";

const cell = (text: string, options: { columnSpan?: number; rowSpan?: number } = {}): TableCell =>
  new TableCell({ ...options, children: [new Paragraph(text)] });

const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.START,
});

const document = new Document({
  numbering: {
    config: [
      {
        reference: "muc",
        levels: [
          level(0, LevelFormat.UPPER_ROMAN, "%1."),
          level(1, LevelFormat.DECIMAL, "%2."),
          level(2, LevelFormat.LOWER_LETTER, "%3)"),
        ],
      },
    ],
  },
  footnotes: { 1: { children: [new Paragraph("Lời chú thích")] } },
  sections: [
    {
      properties: { titlePage: true },
      headers: { first: new Header({ children: [new Paragraph("LƯU HÀNH NỘI BỘ")] }) },
      footers: {
        default: new Footer({
          children: [new Paragraph({ children: [new TextRun({ children: ["Trang ", PageNumber.CURRENT] })] })],
        }),
      },
      children: [
        new Paragraph({ text: "KẾ HOẠCH", heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
        new Paragraph({ text: "Mục đích", heading: HeadingLevel.HEADING_1, numbering: { reference: "muc", level: 0 } }),
        new Paragraph({ text: "Một", numbering: { reference: "muc", level: 1 } }),
        new Paragraph({ text: "điểm", numbering: { reference: "muc", level: 2 } }),
        new Paragraph({ text: "Hai", numbering: { reference: "muc", level: 1 } }),
        new Paragraph({
          children: [
            new TextRun({ text: "đậm", bold: true }),
            new TextRun({ children: [new Tab(), "nghiêng"], italics: true }),
            new FootnoteReferenceRun(1),
            new InsertedTextRun({ text: " thêm", id: 1, author: "A", date: "2025-01-01T00:00:00Z" }),
            new DeletedTextRun({ text: " bớt", id: 2, author: "A", date: "2025-01-01T00:00:00Z" }),
            new ExternalHyperlink({ link: "http://a.example", children: [new TextRun(" liên kết")] }),
            new SymbolRun({ char: "F0FC" }),
          ],
        }),
        new Paragraph({ children: [new PageBreak(), new TextRun("trang sau")] }),
        new Table({
          rows: [
            new TableRow({
              tableHeader: true,
              children: [cell("TT", { rowSpan: 2 }), cell("Việc", { columnSpan: 2 })],
            }),
            new TableRow({ tableHeader: true, children: [cell("a"), cell("b")] }),
            new TableRow({ children: [cell("1"), cell("x"), cell("y")] }),
          ],
        }),
      ],
    },
    {
      properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
      children: [new Paragraph("PHỤ LỤC")],
    },
  ],
});

describe("a file of the docx library", () => {
  let found: Read;
  beforeAll(async () => {
    found = readBytes(await Packer.toBuffer(document));
  });

  it("has its text, labels, pages and tables", () => {
    expect(linesOf(found)).toEqual([
      "KẾ HOẠCH",
      "<I.> Mục đích",
      "<1.> Một",
      "<a)> điểm",
      "<2.> Hai",
      "**đậm**//\tnghiêng//[1] thêm liên kết✓",
      "---",
      "trang sau",
      "{",
      "# 0x2:TT | 1+2:Việc",
      "# 1:a | 2:b",
      "0:1 | 1:x | 2:y",
      "}",
      "--- ngang",
      "PHỤ LỤC",
    ]);
    expect(tableOf(found).bordered).toBe(true);
    expect(found.codes).toEqual(["NH121"]);
  });

  it("has its headings, notes and headers", () => {
    expect(found.file.blocks.slice(0, 3)).toMatchObject([
      { heading: 1, style: "Title", align: "center" },
      { heading: 1, style: "Heading 1", listLevel: 0 },
      { heading: null, listLevel: 1 },
    ]);
    expect(found.file.notes.map(({ number, paragraphs }) => [number, ...paragraphs.map(lineOf)])).toEqual([
      ["1", "Lời chú thích"],
    ]);
    expect(found.file.furniture).toMatchObject([{ where: "header", firstPage: true }]);
    expect(found.file.furniture[0]!.paragraphs.map(lineOf)).toEqual(["LƯU HÀNH NỘI BỘ"]);
  });
});
