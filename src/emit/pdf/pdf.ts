/**
 * The document as a PDF: laid out here (`layout.ts`), written through pdfkit (`draw.ts`). Tagged, with bookmarks,
 * properties and subset fonts, without office program or browser. The same document gives the same bytes.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Block, Document, ParagraphBlock, Run } from "../../document/document.ts";
import {
  characterMap,
  type FaceName,
  type FontFiles,
  type FontSet,
  faceName,
  readFonts,
} from "../../document/measure.ts";
import { emptySpan, type Span } from "../../source/source-file.ts";
import type { Emitted } from "../emitter.ts";
import { drawPdf } from "./draw.ts";
import { missingGlyph } from "./errors.ts";
import { embeddable, type PdfFont } from "./fonts.ts";
import { layoutDocument } from "./layout.ts";

/** For those who only count pages: it comes with the file that draws them. */
export { layoutDocument };

/** `value` is null, with an error for each place, when the fonts lack a character of the document. */
export async function emitPdf(document: Document, files: FontFiles): Promise<Emitted> {
  const fonts = readFonts(files);
  const diagnostics = missingGlyphs(document, fonts);
  if (diagnostics.length > 0) return { value: null, diagnostics };
  const layout = layoutDocument(document, fonts);
  const face = (name: FaceName) => (): PdfFont => embeddable(files[name], characterMap(files[name]));
  const faces = {
    regular: face("regular"),
    bold: face("bold"),
    italic: face("italic"),
    boldItalic: face("boldItalic"),
  };
  return { value: await drawPdf(layout, document.properties, faces), diagnostics };
}

/** One error for each character that a face lacks, at the first block that has it. */
function missingGlyphs(document: Document, fonts: FontSet): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const check = (runs: readonly Run[], span: Span | undefined, look: { bold: boolean; italic: boolean }): void => {
    for (const run of runs) {
      if (run.kind === "break") continue;
      const face = fonts[faceName(run.kind === "note" ? look : run)];
      for (const character of run.kind === "note" ? run.number : run.text) {
        const codePoint = character.codePointAt(0)!;
        if (face.advance(codePoint) !== undefined || found.has(character)) continue;
        const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
        found.set(character, missingGlyph(span ?? emptySpan(0), { character, code }));
      }
    }
  };
  const paragraph = (block: ParagraphBlock): void =>
    check(block.runs, block.span, document.style.paragraph[block.style]);
  const visit = (block: Block): void => {
    if (block.kind === "paragraph") paragraph(block);
    if (block.kind === "frame") check(block.runs, undefined, document.style.paragraph[block.style]);
    if (block.kind === "columns") for (const row of block.rows) for (const cell of row.cells) cell.forEach(visit);
    if (block.kind === "table") {
      for (const row of [...block.headRows, ...block.rows]) for (const cell of row.cells) cell.blocks.forEach(visit);
    }
  };
  for (const section of document.sections) {
    for (const block of [...section.firstHeader, ...section.blocks, ...section.firstFooter]) visit(block);
  }
  for (const note of document.notes) paragraph(note.paragraph);
  return [...found.values()];
}
