/**
 * What stands on every page and is no part of the text: page numbers, and lines that are repeated at the head or foot of
 * pages. They are taken out and told; a number is one of a page only where it goes on counting at the distance of pages.
 */
import type { TextLine } from "./tables.ts";

/** `2`, `- 2 -`, `Trang 2/9`, `Page 2 of 9`. */
const pageNumber =
  /^\s*(?:(?:trang|tr\.?|page)\s*:?\s*)?[-–—|[(]?\s*(\d{1,3})\s*(?:(?:\/|of|trên)\s*\d{1,3})?\s*[-–—|\])]?\s*$/iu;
const namedPage = /^\s*(?:trang|page)\s*:?\s*\d/iu;

/** Characters on a page at least; numbers that follow closer count something else. */
const shortestPage = 500;
/** A running line is not longer. */
const longestRunning = 120;
/** Pages whose number was lost between two that were not, at most. */
const mostSkipped = 8;
const fewestRepeats = 3;

export interface WithoutFurniture {
  readonly lines: readonly TextLine[];
  /** Lines of page numbers taken out, as they stood. */
  readonly pages: readonly TextLine[];
  /** Running heads and feet taken out, each as often as it stood. */
  readonly running: readonly TextLine[];
}

/** Takes page numbers and running lines out. Lines in their place become blank, so that a page's end can still be seen. */
export function withoutFurniture(lines: readonly TextLine[]): WithoutFurniture {
  const pages = pageNumbers(lines);
  const running = runningLines(lines, pages);
  const gone = new Set([...pages, ...running]);
  return {
    lines: lines.map((line) => (gone.has(line) ? { ...line, text: "" } : line)),
    pages: [...pages],
    running: [...running],
  };
}

interface Candidate {
  readonly line: TextLine;
  readonly number: number;
  /** Characters of text before it. */
  readonly at: number;
  readonly named: boolean;
}

function pageNumbers(lines: readonly TextLine[]): Set<TextLine> {
  const candidates: Candidate[] = [];
  let at = 0;
  for (const line of lines) {
    const match = line.text.includes("\t") ? null : pageNumber.exec(line.text);
    if (match) candidates.push({ line, number: Number(match[1]), at, named: namedPage.test(line.text) });
    else at += line.text.trim().length;
  }
  // The longest row of numbers that goes on counting, each at least a page behind the one before.
  const best: { length: number; before: number }[] = [];
  for (const [i, one] of candidates.entries()) {
    let length = 1;
    let before = -1;
    for (let j = i - 1; j >= 0; j -= 1) {
      const other = candidates[j]!;
      const pages = one.number - other.number;
      if (pages < 1 || pages > mostSkipped || one.at - other.at < shortestPage * pages) continue;
      if (best[j]!.length + 1 > length) {
        length = best[j]!.length + 1;
        before = j;
      }
    }
    best.push({ length, before });
  }
  const found = new Set<TextLine>();
  let last = -1;
  for (const [i, { length }] of best.entries()) if (last < 0 || length > best[last]!.length) last = i;
  if (last >= 0 && (best[last]!.length > 1 || isAlone(candidates[last]!, at)))
    for (let i = last; i >= 0; i = best[i]!.before) found.add(candidates[i]!.line);
  for (const one of candidates) if (one.named) found.add(one.line);
  return found;
}

/** A single number counts pages where it is the second page's and stands where a page ends. */
const isAlone = (one: Candidate, total: number): boolean =>
  one.named || ((one.number === 2 || one.number === 1) && one.at >= shortestPage && one.at < total);

/** Words of a line without its numbers, for comparing heads of pages. */
const wordsOf = (text: string): string => text.replace(/\d+/g, "0").replace(/\s+/g, " ").trim().toLowerCase();

/** Lines that stand beside page numbers, again and again. */
function runningLines(lines: readonly TextLine[], pages: ReadonlySet<TextLine>): Set<TextLine> {
  const found = new Set<TextLine>();
  if (pages.size < fewestRepeats) return found;
  const near = new Map<string, TextLine[]>();
  for (const [index, line] of lines.entries()) {
    if (!pages.has(line)) continue;
    for (const step of [-1, 1]) {
      let at = index + step;
      while (lines[at] !== undefined && lines[at]!.text.trim() === "" && Math.abs(at - index) < 4) at += step;
      const other = lines[at];
      if (other === undefined || pages.has(other) || other.text.length > longestRunning || other.text.includes("\t"))
        continue;
      const words = wordsOf(other.text);
      if (words.length > 5) near.set(words, [...(near.get(words) ?? []), other]);
    }
  }
  for (const same of near.values()) if (new Set(same).size >= fewestRepeats) for (const line of same) found.add(line);
  return found;
}

/** `3, 47, 91, …`: where something stood. */
export function listed(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 8).join(", ");
  return numbers.length > 8 ? `${shown}, …` : shown;
}
