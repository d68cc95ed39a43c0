/** What `plan build` writes is read back whole: every word in order, every table in its rows and columns. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../../../src/document/document.ts";
import { emitDocx } from "../../../src/emit/docx/docx.ts";
import type { RawBlock, RawFile, RawParagraph, RawTable } from "../../../src/import/raw.ts";
import { fixtureDocument } from "../../support/document-fixture.ts";
import { documentOf, examples, outputOf, starters } from "../../support/pipeline.ts";
import { has, inTemporaryFolder, run } from "../../support/tools.ts";
import { readBytes } from "./build.ts";

const textOf = (paragraph: RawParagraph): string =>
  `${paragraph.label} ${paragraph.runs.map((one) => (one.note ? `[${one.text}]` : one.text)).join("")}`;
const paragraphsOf = (block: RawBlock): readonly RawParagraph[] => {
  if (block.kind === "page") return [];
  if (block.kind === "paragraph") return [block];
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));
};

/** Words of a text; the marks that the plain text draws tables, stamps and notes with do not count. */
const wordsOf = (text: string): string[] =>
  text.split(/[\s|[\]─]+/u).filter((word) => word !== "" && !/^-{3,}$/.test(word));

/** All words of a file in the order of the plain text: header of the first page, body, its foot, notes. */
function readWords(file: RawFile): string[] {
  const furniture = (where: "header" | "footer"): RawParagraph[] =>
    file.furniture.filter((one) => one.where === where).flatMap((one) => [...one.paragraphs]);
  const notes = file.notes.flatMap(({ number, paragraphs }) => [number, ...paragraphs.map(textOf)]);
  const texts = [...furniture("header"), ...file.blocks.flatMap(paragraphsOf), ...furniture("footer")].map(textOf);
  return wordsOf([...texts, ...notes].join("\n"));
}

const plainWords = async (text: string): Promise<string[]> =>
  wordsOf(Buffer.from(await outputOf(text, "txt")).toString("utf8"));

interface Shape {
  readonly columns: number;
  readonly heads: number;
  readonly cells: readonly string[];
}

/** Tables of the document tree: columns, rows at the head, and the place and span of every cell. */
const treeShapes = (document: Document): Shape[] =>
  document.sections.flatMap((section) =>
    section.blocks.flatMap((block): Shape[] => {
      if (block.kind !== "table") return [];
      const rows = [...block.headRows, ...block.rows];
      return [
        {
          columns: block.widths.length,
          heads: block.headRows.length,
          cells: rows.map((row) => row.cells.map((cell) => `${cell.column}+${cell.colSpan}x${cell.rowSpan}`).join(" ")),
        },
      ];
    }),
  );

const isTable = (block: RawBlock): block is RawTable => block.kind === "table";
/** Tables with lines between their cells, as they were read. */
const readShapes = (file: RawFile): Shape[] =>
  file.blocks.filter(isTable).flatMap((table): Shape[] =>
    table.bordered
      ? [
          {
            columns: table.columnCount,
            heads: table.rows.filter((row) => row.head).length,
            cells: table.rows.map((row) =>
              row.cells.map((cell) => `${cell.column}+${cell.colSpan}x${cell.rowSpan}`).join(" "),
            ),
          },
        ]
      : [],
  );

/** Sections that begin after the first, and whether each is turned; the first one only when it is. */
const treePages = (document: Document): boolean[] =>
  document.sections.map((section) => section.page.orientation === "landscape").filter((isWide, i) => i > 0 || isWide);
const readPages = (file: RawFile): (boolean | null)[] =>
  file.blocks.flatMap((block) => (block.kind === "page" ? [block.landscape] : []));

describe.each([...examples, ...starters])("$name", ({ text }) => {
  let file: RawFile;
  let codes: readonly string[];
  let document: Document;
  beforeAll(async () => {
    ({ file, codes } = readBytes(await outputOf(text, "docx")));
    document = documentOf(text);
  });

  it("has every word in its order", async () => {
    expect(readWords(file)).toEqual(await plainWords(text));
  });

  it("has its tables, pages and notes, and nothing is left out", () => {
    expect(readShapes(file)).toEqual(treeShapes(document));
    expect(readPages(file)).toEqual(treePages(document));
    expect(file.notes.map(({ number }) => number)).toEqual(document.notes.map(({ number }) => number));
    expect(codes).toEqual([]);
  });

  it("has the looks of its headings", () => {
    const titles = file.blocks.filter((block) => block.kind === "paragraph" && block.heading !== null);
    expect(titles.length).toBeGreaterThan(0);
  });
});

describe("the fixture of all blocks", () => {
  it("has its tables, pages and properties", async () => {
    const { file } = readBytes(await emitDocx(fixtureDocument));
    expect(readShapes(file)).toEqual(treeShapes(fixtureDocument));
    expect(readPages(file)).toEqual(treePages(fixtureDocument));
    expect(file.properties.get("generator")).toBe(fixtureDocument.properties.generator);
  });
});

describe.skipIf(!has("soffice"))("saved again by LibreOffice", () => {
  // Merged cells and a turned annex; a decision with a plan; footnotes and a turned annex; two agencies.
  const names = ["loc-ha-2024", "quy-che-2026", "xa-2026", "lien-tich-2026"];
  const chosen = examples.filter(({ name }) => names.includes(name));
  const saved = new Map<string, RawFile>();

  beforeAll(async () => {
    const files = await Promise.all(
      chosen.map(async ({ name, text }) => ({ name, bytes: await outputOf(text, "docx") })),
    );
    files.push({ name: "fixture", bytes: await emitDocx(fixtureDocument) });
    inTemporaryFolder((folder) => {
      for (const { name, bytes } of files) writeFileSync(join(folder, `${name}.docx`), bytes);
      run("soffice", [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        join(folder, "saved"),
        ...files.map(({ name }) => join(folder, `${name}.docx`)),
      ]);
      for (const { name } of files)
        saved.set(name, readBytes(readFileSync(join(folder, "saved", `${name}.docx`))).file);
    });
  });

  it.each(chosen)("$name has every word, table, page and note", async ({ name, text }) => {
    const file = saved.get(name)!;
    const document = documentOf(text);
    expect(readWords(file)).toEqual(await plainWords(text));
    expect(readShapes(file)).toEqual(treeShapes(document));
    expect(readPages(file)).toEqual(treePages(document));
    expect(file.notes.map(({ number }) => number)).toEqual(document.notes.map(({ number }) => number));
  });

  it("the fixture has every table and page", () => {
    expect(readShapes(saved.get("fixture")!)).toEqual(treeShapes(fixtureDocument));
    expect(readPages(saved.get("fixture")!)).toEqual(treePages(fixtureDocument));
  });
});
