/** Where things are on finished pages: found by their words and places, never by asking the emitter. */
import type { PlanDocument } from "../../src/plan/plan.ts";
import type { Line, Page, Path } from "../support/pdf-read.ts";
import { type PdfContext, pt } from "./row.ts";

export interface PlacedLine extends Line {
  readonly page: number;
}

export const nationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const motto = "Độc lập - Tự do - Hạnh phúc";

export const allLines = (pages: readonly Page[]): PlacedLine[] =>
  pages.flatMap((page, index) => page.lines.map((line) => ({ ...line, page: index })));

export const isPortrait = (page: Page): boolean => page.width < page.height;

/** The text area of portrait pages as the ink shows it: the outermost edges of body-size lines below letterheads. */
export function textArea(pages: readonly Page[]): { left: number; right: number; width: number; centre: number } {
  const lines = pages.filter(isPortrait).flatMap((page) => {
    const head = page.lines.find((line) => line.text.startsWith("CỘNG H"));
    return page.lines.filter((line) => line.size >= 12.9 && (!head || line.y > head.y + pt(25)));
  });
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map((line) => line.right));
  return { left, right, width: right - left, centre: (left + right) / 2 };
}

export const centreOf = (line: { x: number; right: number }): number => (line.x + line.right) / 2;
export const isBold = (line: Line): boolean =>
  line.glyphs.every((g) => g.bold || g.text.trim() === "" || g.text === "\u00a0");
export const isItalic = (line: Line): boolean =>
  line.glyphs.every((g) => g.italic || g.text.trim() === "" || g.text === "\u00a0");
export const isRegular = (line: Line): boolean => line.glyphs.every((g) => !g.bold && !g.italic);
export const isUpper = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** A page number: a line of digits alone in the top or bottom margin (20 mm). */
export const pageNumberOf = (page: Page): Line | undefined =>
  page.lines.find(
    (line) => /^\d+$/.test(line.text) && (line.y < pt(20) || line.y > page.height - pt(20)) && line.size > 12,
  );

/** Pages (zero-based) on which a document, an attached plan or an annex starts: no page number where others have one. */
export function sectionStarts(pages: readonly Page[]): number[] {
  return pages.flatMap((page, index) => (pageNumberOf(page) === undefined ? [index] : []));
}

/** Letterheads: the lines around each Quốc hiệu. */
export interface Letterhead {
  readonly page: number;
  readonly nationalName: PlacedLine;
  readonly motto: PlacedLine | undefined;
  /** Lines of the left column above “Số:”, top to bottom. */
  readonly agency: readonly PlacedLine[];
  readonly number: PlacedLine | undefined;
  readonly placeDate: PlacedLine | undefined;
}

export function letterheads(pages: readonly Page[]): Letterhead[] {
  const lines = allLines(pages);
  return lines
    .filter((line) => line.text === nationalName)
    .map((line) => {
      const near = lines.filter(
        (other) => other.page === line.page && other.y > line.y - 6 && other.y < line.y + pt(45),
      );
      const left = near.filter((other) => other.right < line.x + 1);
      const number = left.find((other) => other.text.startsWith("Số:"));
      const placeDate = near.find((other) => /ngày .*tháng/.test(other.text) && other.x > line.x - pt(15));
      const end =
        number?.y ??
        Math.max(
          ...near.filter((o) => isBold(o) && o.right < line.x + 1 && isUpper(o.text)).map((o) => o.y + 1),
          line.y,
        );
      return {
        page: line.page,
        nationalName: line,
        motto: near.find((other) => other.text === motto),
        agency: left.filter((other) => other.y < end && isUpper(other.text)),
        number,
        placeDate,
      };
    });
}

/** Horizontal strokes and thin bars of a page. */
export const rules = (page: Page): Path[] =>
  page.paths.filter((path) => path.bottom - path.top < 2 && path.right - path.left > 10);

/** The rule that lies under a line: the nearest one centred on it within 8 mm below its baseline. */
export const ruleUnder = (page: Page, line: { x: number; right: number; y: number }): Path | undefined =>
  rules(page)
    .filter(
      (path) =>
        path.top > line.y - 1 &&
        path.top < line.y + pt(8) &&
        Math.abs((path.left + path.right) / 2 - centreOf(line)) < pt(6),
    )
    .sort((a, b) => a.top - b.top)[0];

const squeeze = (text: string): string => text.normalize("NFC").replace(/\s+/g, "");

/** The consecutive lines whose words make up `text`, from `from` on; undefined when they are not there. Page numbers
 * and repeated headers between them are passed over. */
export function linesOf(lines: readonly PlacedLine[], text: string, from = 0): PlacedLine[] | undefined {
  const wanted = squeeze(text);
  if (wanted === "") return undefined;
  for (let start = from; start < lines.length; start += 1) {
    if (!wanted.startsWith(squeeze(lines[start]!.text))) continue;
    const taken: PlacedLine[] = [];
    let got = "";
    for (let i = start; i < lines.length && got.length < wanted.length; i += 1) {
      const next = got + squeeze(lines[i]!.text);
      if (wanted.startsWith(next)) {
        got = next;
        taken.push(lines[i]!);
      } else if (!/^\d+$/.test(lines[i]!.text)) break;
    }
    if (got === wanted) return taken;
  }
  return undefined;
}

/** The lines of a document's title block. */
export function titleLines(
  context: PdfContext,
  document: PlanDocument,
): { type: PlacedLine | undefined; title: PlacedLine[] } {
  const lines = allLines(context.pages);
  const at = lines.findIndex((line) => line.text === document.typeName.trim() && isBold(line));
  if (at < 0) return { type: undefined, title: [] };
  return { type: lines[at]!, title: linesOf(lines, document.title.text, at + 1) ?? [] };
}

/** The paragraphs of body text: runs of lines of body size, split at first-line indents. */
export function bodyParagraphs(pages: readonly Page[]): PlacedLine[][] {
  const { left } = textArea(pages);
  const result: PlacedLine[][] = [];
  for (const line of allLines(pages)) {
    if (!isPortrait(pages[line.page]!) || line.size < 12.9 || /^\d+$/.test(line.text)) continue;
    const last = result[result.length - 1];
    const continues =
      Math.abs(line.x - left) < pt(0.4) && last !== undefined && last[last.length - 1]!.size === line.size;
    if (continues) last.push(line);
    else result.push([line]);
  }
  return result;
}
