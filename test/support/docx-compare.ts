/**
 * A finished DOCX against the document tree it should draw: words, looks, measures, tables, pages, found again by
 * bookmark. Empty where they agree, to half a twip of rounding.
 */
import type {
  ColumnsBlock,
  Document,
  FrameBlock,
  ParagraphBlock,
  RuleBlock,
  Run,
  Section,
  TableBlock,
} from "../../src/document/document.ts";
import { textWidth } from "../../src/document/document.ts";
import type { Pt } from "../../src/document/style.ts";
import { bookmarked, type DocxFile, type DocxParagraph, type DocxTable, paragraphsOf, tablesOf } from "./docx-read.ts";

const rounding = 0.051;
const near = (a: Pt, b: Pt, tolerance = rounding): boolean => Math.abs(a - b) <= tolerance;

const wordsOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === "text" ? run.text : run.kind === "break" ? "\n" : "")).join("");

class Findings {
  readonly list: string[] = [];
  equal(where: string, what: string, found: unknown, wanted: unknown): void {
    if (found !== wanted) this.list.push(`${where}: ${what} ${String(found)}, not ${String(wanted)}`);
  }
  near(where: string, what: string, found: Pt, wanted: Pt, tolerance = rounding): void {
    if (!near(found, wanted, tolerance)) this.list.push(`${where}: ${what} ${found}, not ${wanted}`);
  }
}

/** What differs between the tree and the file. */
export function docxDifferences(document: Document, docx: DocxFile): string[] {
  const findings = new Findings();
  const paragraph = (id: string): DocxParagraph | undefined => {
    const found = bookmarked(docx, `_p_${id}`);
    if (!found) findings.list.push(`${id}: no such bookmark`);
    return found;
  };

  const compareParagraph = (block: ParagraphBlock, kept: boolean): void => {
    const found = paragraph(block.id);
    if (!found) return;
    const style = document.style.paragraph[block.style];
    const where = block.id;
    findings.equal(where, "style", found.styleId, block.style);
    findings.equal(where, "text", found.text, noteless(block));
    findings.equal(where, "align", found.align, style.align === "justify" ? "both" : style.align);
    findings.near(where, "first line", found.firstLine, style.firstLine);
    findings.near(where, "left", found.left, style.left);
    findings.near(where, "right", found.right, style.right);
    findings.near(where, "after", found.after, style.after);
    const before = block.before ?? style.before;
    findings.near(where, "before", found.before, before);
    const { line } = style;
    findings.equal(
      where,
      "line rule",
      found.lineRule,
      line.rule === "multiple" ? "auto" : line.rule === "exact" ? "exact" : "atLeast",
    );
    findings.near(where, "line", found.line, line.value);
    findings.equal(where, "keepNext", found.keepNext, kept || (block.keepNext ?? style.keepNext));
    findings.equal(where, "keepLines", found.keepLines, style.keepLines);
    findings.equal(where, "widowControl", found.widowControl, style.widowControl);
    findings.equal(where, "page break", found.pageBreakBefore, block.pageBreakBefore ?? false);
    findings.equal(where, "outline", found.outlineLevel, block.outline?.level);
    findings.near(where, "mark", found.markSize, style.size);
    compareRuns(block, found);
  };

  const noteless = (block: ParagraphBlock): string =>
    block.runs
      .map((run) => {
        if (run.kind === "text") return run.text;
        if (run.kind === "break") return "\n";
        return automatic ? "" : run.number;
      })
      .join("");

  const automatic = document.notes.every((note, index) => note.number === String(index + 1));

  /** Letter by letter, so that how runs are cut does not matter. */
  const compareRuns = (block: ParagraphBlock, found: DocxParagraph): void => {
    const style = document.style.paragraph[block.style];
    const look = (bold: boolean, italic: boolean, size: number): string =>
      `${bold ? "bold " : ""}${italic ? "italic " : ""}${size}`;
    const wanted = block.runs.flatMap((run) =>
      run.kind === "text" ? [...run.text].map((c) => [c, look(run.bold, run.italic, run.size ?? style.size)]) : [],
    );
    const seen = found.runs
      .filter((run) => !run.raised)
      .flatMap((run) => [...run.text].filter((c) => c !== "\n").map((c) => [c, look(run.bold, run.italic, run.size)]));
    const at = wanted.findIndex((letter, i) => letter.join() !== (seen[i] ?? []).join());
    if (at >= 0) findings.list.push(`${block.id}: letter ${at} is “${seen[at]}”, not “${wanted[at]}”`);
    for (const run of found.runs) {
      const { fonts } = run;
      if ([fonts.ascii, fonts.hAnsi, fonts.cs, fonts.eastAsia].some((font) => font !== document.style.fontName))
        findings.list.push(`${block.id}: font ${JSON.stringify(fonts)}`);
      findings.equal(block.id, "language", run.language, "vi-VN");
      findings.equal(block.id, "color", run.color, style.color);
      findings.equal(block.id, "underline", run.underline, false);
    }
  };

  const compareRule = (block: RuleBlock, width: Pt): void => {
    const found = paragraph(block.id);
    if (!found) return;
    const { top } = found.borders;
    findings.equal(block.id, "border", top?.style, "single");
    findings.near(block.id, "thickness", top?.width ?? 0, block.thickness, 1 / 16);
    findings.near(block.id, "width", width - found.left - found.right, block.width, 0.11);
    findings.near(block.id, "centred", found.left, found.right, 0.11);
    findings.equal(block.id, "line rule", found.lineRule, "exact");
    const height = found.before + found.line + found.after;
    findings.near(block.id, "height", height, Math.max(1, block.before + block.after));
    findings.equal(block.id, "text", found.text, "");
  };

  const compareFrame = (block: FrameBlock, width: Pt): void => {
    const found = paragraph(block.id);
    if (!found) return;
    findings.equal(block.id, "text", found.text, wordsOf(block.runs));
    findings.near(block.id, "width", width - found.left - found.right + 2 * block.thickness, block.width, 0.11);
    const { top, bottom, left, right } = found.borders;
    for (const side of [top, bottom, left, right]) {
      findings.equal(block.id, "border", side?.style, "single");
      findings.near(block.id, "thickness", side?.width ?? 0, block.thickness, 1 / 16);
      findings.equal(block.id, "color", `#${side?.color}`, block.color);
    }
    const height = found.line + (top?.space ?? 0) + (bottom?.space ?? 0) + (top?.width ?? 0) + (bottom?.width ?? 0);
    findings.near(block.id, "height", height, block.height, 0.11);
    const outside = width - block.width;
    const start = block.align === "left" ? 0 : block.align === "right" ? outside : outside / 2;
    findings.near(block.id, "place", found.left - block.thickness, start, 0.11);
  };

  const compareSimple = (
    block: ColumnsBlock["rows"][number]["cells"][number][number],
    width: Pt,
    kept = false,
  ): void => {
    if (block.kind === "paragraph") compareParagraph(block, kept);
    else if (block.kind === "rule") compareRule(block, width);
    else compareFrame(block, width);
  };

  /** The table whose cells bear the block's bookmark. */
  const tableOf = (id: string): DocxTable | undefined => {
    const found = docx.sections
      .flatMap((section) => tablesOf(section.blocks))
      .find((table) => paragraphsOf([table]).some((p) => p.bookmarks.includes(`_p_${id}`)));
    if (!found) findings.list.push(`${id}: no such table`);
    return found;
  };

  const compareWidths = (id: string, found: DocxTable, widths: readonly Pt[]): void => {
    findings.equal(id, "layout", found.layout, "fixed");
    findings.equal(id, "width type", found.widthType, "dxa");
    findings.equal(id, "indent", found.indent, 0);
    findings.equal(id, "columns", found.grid.length, widths.length);
    for (const [i, width] of widths.entries()) findings.near(id, `column ${i}`, found.grid[i] ?? 0, width, 0.11);
    const total = found.grid.reduce((sum, width) => sum + width, 0);
    findings.near(id, "total width", found.width, total, 0.001);
    if (total > widths.reduce((sum, width) => sum + width, 0) + 0.001) findings.list.push(`${id}: too wide`);
    for (const cell of found.rows.flatMap((row) => row.cells)) {
      const span = found.grid.slice(cell.column, cell.column + cell.colSpan).reduce((sum, width) => sum + width, 0);
      findings.near(id, "cell width", cell.width, span, 0.001);
    }
  };

  const compareColumns = (block: ColumnsBlock): void => {
    const found = tableOf(block.id);
    if (!found) return;
    compareWidths(block.id, found, block.widths);
    for (const side of Object.values(found.borders)) findings.equal(block.id, "border", side.style, "none");
    for (const margin of Object.values(found.margins)) findings.equal(block.id, "margin", margin, 0);
    findings.equal(block.id, "rows", found.rows.length, block.rows.length);
    block.rows.forEach((row, i) => {
      findings.equal(block.id, "cantSplit", found.rows[i]?.cantSplit, true);
      const kept = block.keepTogether && i < block.rows.length - 1;
      row.cells.forEach((cell, column) => {
        findings.equal(block.id, "vertical", found.rows[i]?.cells[column]?.verticalAlign, "top");
        for (const inner of cell) compareSimple(inner, block.widths[column] ?? 0, kept);
      });
    });
  };

  const compareTable = (block: TableBlock): void => {
    const found = tableOf(block.id);
    if (!found) return;
    compareWidths(block.id, found, block.widths);
    const { borderWidth, paddingX, paddingY } = document.style.table;
    for (const side of Object.values(found.borders)) {
      findings.equal(block.id, "border", side.style, "single");
      findings.near(block.id, "border width", side.width, borderWidth, 1 / 16);
    }
    findings.near(block.id, "padding x", found.margins.left, paddingX);
    findings.near(block.id, "padding x", found.margins.right, paddingX);
    findings.near(block.id, "padding y", found.margins.top, paddingY);
    findings.near(block.id, "padding y", found.margins.bottom, paddingY);
    const rows = [...block.headRows, ...block.rows];
    findings.equal(block.id, "rows", found.rows.length, rows.length);
    rows.forEach((row, i) => {
      const seen = found.rows[i];
      if (!seen) return;
      findings.equal(`${block.id} row ${i}`, "header", seen.header, i < block.headRows.length);
      findings.equal(`${block.id} row ${i}`, "cantSplit", seen.cantSplit, row.cantSplit);
      const covered = seen.cells.reduce((sum, cell) => sum + cell.colSpan, 0);
      findings.equal(`${block.id} row ${i}`, "grid columns", covered, block.widths.length);
      if (row.keepNext && !paragraphsOf(seen.cells.flatMap((cell) => cell.content)).every((p) => p.keepNext))
        findings.list.push(`${block.id} row ${i}: not kept with the next row`);
      for (const cell of row.cells) {
        const there = seen.cells.find((candidate) => candidate.column === cell.column);
        findings.equal(`${block.id} row ${i}`, "span", there?.colSpan, cell.colSpan);
        findings.equal(`${block.id} row ${i}`, "merge", there?.merge, cell.rowSpan > 1 ? "restart" : undefined);
        findings.equal(`${block.id} row ${i}`, "vertical", there?.verticalAlign, cell.vertical);
        for (let below = 1; below < cell.rowSpan; below += 1)
          findings.equal(
            `${block.id} row ${i + below}`,
            "merge",
            found.rows[i + below]?.cells.find((candidate) => candidate.column === cell.column)?.merge,
            "continue",
          );
        for (const inner of cell.blocks) compareParagraph(inner, row.keepNext);
      }
    });
  };

  const compareSection = (section: Section, index: number): void => {
    const found = docx.sections[index];
    if (!found) {
      findings.list.push(`${section.id}: no such section`);
      return;
    }
    const { page, pageNumber } = section;
    findings.near(section.id, "width", found.width, page.width);
    findings.near(section.id, "height", found.height, page.height);
    findings.equal(section.id, "orientation", found.orientation, page.orientation);
    findings.near(section.id, "top", found.margins.top, page.marginTop);
    findings.near(section.id, "bottom", found.margins.bottom, page.marginBottom);
    findings.near(section.id, "left", found.margins.left, page.marginLeft);
    findings.near(section.id, "right", found.margins.right, page.marginRight);
    findings.near(section.id, "header", found.margins.header, page.headerDistance);
    findings.near(section.id, "footer", found.margins.footer, page.footerDistance);
    findings.equal(section.id, "number start", found.numberStart, pageNumber.continues ? undefined : 1);
    const fields = (blocks: DocxFile["sections"][number]["headers"]["default"]): string =>
      paragraphsOf(blocks)
        .flatMap((p) => p.runs.flatMap((run) => run.field ?? []))
        .join();
    const atTop = pageNumber.place === "top-center";
    findings.equal(section.id, "number in header", fields(found.headers.default), atTop ? "PAGE" : "");
    findings.equal(section.id, "number in footer", fields(found.footers.default), atTop ? "" : "PAGE");
    const first = found.titlePage
      ? fields(found.headers.first) + fields(found.footers.first)
      : fields(found.headers.default) + fields(found.footers.default);
    findings.equal(section.id, "number on the first page", first, pageNumber.continues ? "PAGE" : "");
    if (section.firstHeader.length + section.firstFooter.length > 0)
      findings.equal(section.id, "first page", found.titlePage, true);
    for (const block of [...section.firstHeader, ...section.firstFooter]) compareSimple(block, textWidth(page));
    for (const block of section.blocks) {
      if (block.kind === "columns") compareColumns(block);
      else if (block.kind === "table") compareTable(block);
      else compareSimple(block, textWidth(page));
    }
  };

  findings.equal("document", "sections", docx.sections.length, document.sections.length);
  document.sections.forEach(compareSection);
  document.notes.forEach(({ number, paragraph: note }, index) => {
    const found = docx.notes[index]?.paragraphs[0];
    findings.equal(note.id, "note", found?.text.trim(), `${automatic ? "" : `${number} `}${wordsOf(note.runs)}`.trim());
    findings.equal(note.id, "note style", found?.styleId, note.style);
  });
  return findings.list;
}

/** The words of body, tables and signature in reading order, as the tree has them: one line a paragraph. */
export function treeWords(document: Document): string[] {
  const simple = (block: ColumnsBlock["rows"][number]["cells"][number][number]): string[] =>
    block.kind === "rule" ? [] : [wordsOf(block.runs)];
  return document.sections
    .flatMap((section) => section.blocks)
    .flatMap((block): string[] => {
      if (block.kind === "columns")
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.flatMap(simple)));
      if (block.kind === "table")
        return [...block.headRows, ...block.rows].flatMap((row) =>
          row.cells.flatMap((cell) => cell.blocks.flatMap(simple)),
        );
      return simple(block);
    })
    .filter((line) => line.trim() !== "");
}
