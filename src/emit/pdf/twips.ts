/**
 * Office programs keep lengths in whole twips (1/20 pt). The layout rounds the form's measures the same way before it
 * reckons with them: otherwise a line that is full in one output would break in the other, and pages drift apart.
 */
import type { PageSetup } from "../../document/document.ts";
import type { LineSpacing, ParagraphStyle, Pt, StyleName, StyleSheet } from "../../document/style.ts";

/** The nearest whole twip, in points. */
export const twips = (value: Pt): Pt => Math.round(value * 20) / 20;

/** The whole twips that a length holds, in points. */
export const wholeTwips = (value: Pt): Pt => Math.floor(value * 20 + 1e-6) / 20;

export const twip: Pt = 1 / 20;

export function pageInTwips(page: PageSetup): PageSetup {
  return {
    ...page,
    width: twips(page.width),
    height: twips(page.height),
    marginTop: twips(page.marginTop),
    marginBottom: twips(page.marginBottom),
    marginLeft: twips(page.marginLeft),
    marginRight: twips(page.marginRight),
    headerDistance: twips(page.headerDistance),
    footerDistance: twips(page.footerDistance),
  };
}

const lineInTwips = (line: LineSpacing): LineSpacing =>
  line.rule === "multiple" ? line : { ...line, value: twips(line.value) };

const styleInTwips = (style: ParagraphStyle): ParagraphStyle => ({
  ...style,
  firstLine: twips(style.firstLine),
  left: twips(style.left),
  right: twips(style.right),
  before: twips(style.before),
  after: twips(style.after),
  line: lineInTwips(style.line),
});

export function sheetInTwips(sheet: StyleSheet): StyleSheet {
  const paragraph = Object.fromEntries(
    Object.entries(sheet.paragraph).map(([name, style]) => [name, styleInTwips(style)]),
  ) as Record<StyleName, ParagraphStyle>;
  const { paddingX, paddingY } = sheet.table;
  return { ...sheet, paragraph, table: { ...sheet.table, paddingX: twips(paddingX), paddingY: twips(paddingY) } };
}

/** LibreOffice keeps the edges of columns as ten-thousandths of a table's width. */
const columnShares = 10_000;

/**
 * Edges of columns, from 0. Each edge is cut to whole twips, so that a table never outgrows the text area, and then put
 * where LibreOffice puts it (measured: 180 of 180 columns of random widths), a twip more or less.
 */
export function columnEdges(widths: readonly Pt[]): Pt[] {
  const edges = [0];
  let edge = 0;
  for (const width of widths) {
    edge += width;
    edges.push(Math.floor(edge * 20 + 1e-6));
  }
  const total = edges.at(-1) || 1;
  return edges.map((at) => Math.floor((Math.round((at * columnShares) / total) * total) / columnShares) / 20);
}
