/** The one place where points become the units of WordprocessingML. */
import type { Pt } from "../../document/style.ts";

/** Twentieths of a point: lengths. */
export const twips = (value: Pt): number => Math.round(value * 20);

/** Half points: sizes of type. */
export const halfPoints = (value: Pt): number => Math.round(value * 2);

/** Eighths of a point: thickness of borders. Word draws 2 (¼ pt) at least and 96 (12 pt) at most. */
export const eighths = (value: Pt): number => Math.min(96, Math.max(2, Math.round(value * 8)));

/**
 * Widths of columns whose rounded sum is the rounded sum: each edge is rounded, not each width, so that a table never
 * grows out of the text area by the rounding of its columns.
 */
export function columnTwips(widths: readonly Pt[]): number[] {
  const result: number[] = [];
  let edge = 0;
  let roundedEdge = 0;
  for (const width of widths) {
    edge += width;
    const next = Math.floor(edge * 20 + 1e-6);
    result.push(next - roundedEdge);
    roundedEdge = next;
  }
  return result;
}

/** `#RRGGBB` as Word writes it; black is Word's automatic colour, which prints black on any white page. */
export const hexColor = (color: string): string => color.replace("#", "").toUpperCase();

/** The least height of a paragraph that is a rule, and what layout may differ by unseen: one point. */
export const hairline: Pt = 1;

/**
 * Height of a paragraph that WordprocessingML asks for and the tree does not know, such as the one after a table that
 * ends a section. The least there is, one twip: it must not push a line off a page that is just full, nor begin an empty page.
 */
export const trace: Pt = 0.05;
