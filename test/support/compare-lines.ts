/**
 * Compares how two PDFs of the same document break their lines: ours, and what an office program makes of the DOCX. Lines
 * are read in drawing order, so that cells of a table stay apart, and are counted without regard to their page.
 */
import type { Glyph, Page } from "./pdf-read.ts";

export interface Agreement {
  readonly pages: readonly [number, number];
  /** Lines of the first document, and how many of them the second has too. */
  readonly lines: number;
  readonly alike: number;
  /** How many of them stand on the same page. */
  readonly samePage: number;
  /** Lines that only one of the documents has, with their page from 1. */
  readonly onlyFirst: readonly PageLine[];
  readonly onlySecond: readonly PageLine[];
}

export interface PageLine {
  readonly page: number;
  readonly text: string;
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The lines of a page in the order in which they were drawn. */
export function drawnLines(page: Page): string[] {
  const lines: string[] = [];
  let text = "";
  let last: Glyph | undefined;
  const close = (): void => {
    if (plain(text) !== "") lines.push(plain(text));
    text = "";
  };
  for (const glyph of page.glyphs) {
    if (last) {
      const gap = glyph.x - (last.x + last.width);
      const em = Math.max(glyph.size, last.size);
      // Raised numbers stay in their line, and so does what a widened blank pushed on; the next line, or the next cell
      // of a table, begins a new one.
      const widest = /\s$/.test(text) ? 2 * em : 0.3 * em;
      if (Math.abs(glyph.y - last.y) > em * 0.5 || gap < -em * 0.2 || gap > widest) close();
    }
    text += glyph.text;
    last = glyph;
  }
  close();
  return lines;
}

export function compareLines(first: readonly Page[], second: readonly Page[]): Agreement {
  const ours = pageLines(first);
  const theirs = pageLines(second);
  const rest = new Map<string, PageLine[]>();
  for (const line of theirs) rest.set(line.text, [...(rest.get(line.text) ?? []), line]);
  const onlyFirst: PageLine[] = [];
  let samePage = 0;
  for (const line of ours) {
    const others = rest.get(line.text) ?? [];
    const at = Math.max(
      0,
      others.findIndex((other) => other.page === line.page),
    );
    const [match] = others.splice(at, 1);
    if (match === undefined) onlyFirst.push(line);
    else if (match.page === line.page) samePage += 1;
  }
  return {
    pages: [first.length, second.length],
    lines: ours.length,
    alike: ours.length - onlyFirst.length,
    samePage,
    onlyFirst,
    onlySecond: [...rest.values()].flat(),
  };
}

const pageLines = (pages: readonly Page[]): PageLine[] =>
  pages.flatMap((page, index) => drawnLines(page).map((text) => ({ page: index + 1, text })));
