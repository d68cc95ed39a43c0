/**
 * Both outputs of every example are the same document: LibreOffice's pages of the DOCX and our PDF's break at the same
 * words and pages, and the PDF's tagged text is the document tree's, word for word, in order.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Block, Document, Run } from "../../src/document/document.ts";
import { emitDocx } from "../../src/emit/docx/docx.ts";
import { emitPdf } from "../../src/emit/pdf/pdf.ts";
import { type Agreement, compareLines } from "../support/compare-lines.ts";
import { fixtureDocument, olderFixtureDocument } from "../support/document-fixture.ts";
import { fontFiles } from "../support/forms.ts";
import { readPdf } from "../support/pdf-read.ts";
import { documentOf, examples } from "../support/pipeline.ts";
import { has, inTemporaryFolder, officePdfs, run } from "../support/tools.ts";

const documents = new Map<string, Document>([
  ...examples.map(({ name, text }) => [name, documentOf(text)] as const),
  ["fixture", fixtureDocument],
  ["fixture in the older form", olderFixtureDocument],
]);
const names = [...documents.keys()];

async function pdfOf(document: Document): Promise<Uint8Array> {
  const { value, diagnostics } = await emitPdf(document, fontFiles);
  if (value === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

describe.runIf(has("soffice", "mutool"))("the DOCX in LibreOffice and the PDF", () => {
  const found = new Map<string, Agreement>();

  beforeAll(async () => {
    await inTemporaryFolder(async (folder) => {
      const files: string[] = [];
      for (const [index, name] of names.entries()) {
        const file = join(folder, `${index}.docx`);
        writeFileSync(file, await emitDocx(documents.get(name)!));
        files.push(file);
      }
      const office = officePdfs(files, folder);
      for (const [index, name] of names.entries()) {
        found.set(name, compareLines(readPdf(await pdfOf(documents.get(name)!)), readPdf(office[index]!)));
      }
    });
    const all = [...found.values()];
    const sum = (of: (agreement: Agreement) => number): number => all.reduce((total, one) => total + of(one), 0);
    const [alike, lines] = [sum((one) => one.alike), sum((one) => one.lines)];
    console.info(
      `lines alike: ${alike} of ${lines} (${((100 * alike) / lines).toFixed(2)} %) in ${all.length} documents`,
    );
  });

  it.each(names)("have as many pages: %s", (name) => {
    const [ours, theirs] = found.get(name)!.pages;
    expect(ours).toBe(theirs);
  });

  it.each(names)("break at least 95 %% of their lines at the same words: %s", (name) => {
    const { alike, lines, onlyFirst, onlySecond } = found.get(name)!;
    expect(lines).toBeGreaterThan(10);
    expect(alike / lines, JSON.stringify({ onlyFirst, onlySecond }, null, 1)).toBeGreaterThanOrEqual(0.95);
  });

  it("differ for a comparison that a wider page is given", async () => {
    const document = documents.get("fixture")!;
    const [first, ...rest] = document.sections;
    const narrow = { ...first!, page: { ...first!.page, marginRight: first!.page.marginRight + 20 } };
    const [ours, other] = await Promise.all([pdfOf(document), pdfOf({ ...document, sections: [narrow, ...rest] })]);
    const { alike, lines } = compareLines(readPdf(ours), readPdf(other));
    expect(alike / lines).toBeLessThan(0.95);
  });
});

/** All words of the tree in reading order, a note after the paragraph that refers to it; without white space. */
function lettersOf(document: Document): string {
  const letters = (runs: readonly Run[]): string =>
    runs.map((piece) => (piece.kind === "text" ? piece.text : piece.kind === "note" ? piece.number : "")).join("");
  const notesOf = (runs: readonly Run[]): string =>
    runs
      .flatMap((piece) => (piece.kind === "note" ? [document.notes[piece.note]!] : []))
      .map((note) => note.number + letters(note.paragraph.runs))
      .join("");
  const blocks = (list: readonly Block[]): string =>
    list
      .map((block) => {
        if (block.kind === "rule") return "";
        if (block.kind === "columns") return block.rows.map((row) => row.cells.map(blocks).join("")).join("");
        if (block.kind === "table") {
          const rows = [...block.headRows, ...block.rows];
          return rows.map((row) => row.cells.map((cell) => blocks(cell.blocks)).join("")).join("");
        }
        return letters(block.runs) + notesOf(block.runs);
      })
      .join("");
  return document.sections
    .map((section) => blocks(section.firstHeader) + blocks(section.blocks) + blocks(section.firstFooter))
    .join("")
    .replace(/\s/g, "");
}

describe.runIf(has("pdfinfo"))("the PDF's tagged text", () => {
  it.each(names)("has every word of the document tree once, in order: %s", async (name) => {
    const bytes = await pdfOf(documents.get(name)!);
    const tagged = inTemporaryFolder((folder) => {
      const file = join(folder, "a.pdf");
      writeFileSync(file, bytes);
      return run("pdfinfo", ["-struct-text", file]);
    });
    const text = [...tagged.matchAll(/^ *"(.*)"$/gm)].map((match) => match[1]).join("");
    expect(text.replace(/\s/g, "")).toBe(lettersOf(documents.get(name)!));
  });
});
