/**
 * The style sheet as Word styles. Every property of a style is written out, so that the look of a paragraph follows
 * from its style alone: users restyle a document by changing a style, and a reader needs no knowledge of defaults.
 *
 * Ids are the (ASCII) style names of the document tree; the names that Word shows are Vietnamese.
 */
import type { IParagraphStyleOptions, IStylesOptions } from "docx";
import type { Align, LineSpacing, ParagraphStyle, Pt, StyleName, StyleSheet } from "../../document/style.ts";
import { shownTitle, styleNames } from "../../document/style.ts";
import { halfPoints, hexColor, twips } from "./units.ts";

/** Id of the character style of footnote numbers. */
export const noteMarkStyle = "note-mark";

/** Ids of the styles that stay in the file; the library's own are taken out. */
export const keptStyles: ReadonlySet<string> = new Set([...styleNames, noteMarkStyle, "Normal"]);

const alignments: Record<Align, "left" | "center" | "right" | "both"> = {
  left: "left",
  center: "center",
  right: "right",
  justify: "both",
};

/** `w:line` and `w:lineRule`. Multiples count in 240ths of a line. */
export function lineSpacing(line: LineSpacing): { line: number; lineRule: "auto" | "exact" | "atLeast" } {
  switch (line.rule) {
    case "multiple":
      return { line: Math.round(line.value * 240), lineRule: "auto" };
    case "exact":
      return { line: twips(line.value), lineRule: "exact" };
    case "at-least":
      return { line: twips(line.value), lineRule: "atLeast" };
  }
}

/** A line of exactly this height, whatever stands on it. */
export const exactLine = (height: Pt): { line: number; lineRule: "exact" } => ({
  line: Math.max(1, twips(height)),
  lineRule: "exact",
});

function paragraphStyle(id: StyleName, style: ParagraphStyle): IParagraphStyleOptions {
  const paragraph = {
    keepNext: style.keepNext,
    keepLines: style.keepLines,
    widowControl: style.widowControl,
    spacing: { before: twips(style.before), after: twips(style.after), ...lineSpacing(style.line) },
    indent: {
      left: twips(style.left),
      right: twips(style.right),
      ...(style.firstLine < 0 ? { hanging: twips(-style.firstLine) } : { firstLine: twips(style.firstLine) }),
    },
    alignment: alignments[style.align],
    // Word counts from 0; 9 is body text.
    outlineLevel: style.outlineLevel === undefined ? 9 : style.outlineLevel - 1,
  };
  return {
    id,
    name: shownTitle(style.title),
    basedOn: "Normal",
    // Enter at the end of a heading starts a paragraph of text, elsewhere one more of the same.
    next: style.outlineLevel === undefined ? id : "body",
    quickFormat: true,
    uiPriority: 1,
    paragraph,
    run: {
      bold: style.bold,
      italics: style.italic,
      color: hexColor(style.color),
      size: halfPoints(style.size),
    },
  };
}

/** All styles of the sheet, and the document's defaults: the font for every script, the language. */
export function wordStyles(sheet: StyleSheet): IStylesOptions {
  const font = sheet.fontName;
  return {
    default: {
      document: {
        run: {
          font: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
          size: halfPoints(sheet.paragraph.body.size),
          language: { value: "vi-VN", eastAsia: "vi-VN", bidirectional: "vi-VN" },
        },
      },
    },
    paragraphStyles: styleNames.map((name) => paragraphStyle(name, sheet.paragraph[name])),
    characterStyles: [
      { id: noteMarkStyle, name: "Số chú thích", uiPriority: 1, quickFormat: true, run: { superScript: true } },
    ],
  };
}
