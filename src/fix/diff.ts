/** What fixes changed, for people: each line before and after, with the changed words marked. */
import { columns, type Paint, printable } from "../diagnostics/pretty.ts";
import type { Stretch } from "./lines.ts";

/** Part of a line: words that both lines have, or words of this line alone. */
interface Part {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Changed lines that are shown of a file. */
const mostShown = 400;

/** Columns of unchanged words that are shown on each side of a change. */
const contextWidth = 36;

/** The changed lines, `-` before and `+` after; a last line counts those that are not shown. */
export function diffText(stretches: readonly Stretch[], paint: Paint): string {
  const lines: string[] = [];
  let hidden = 0;
  for (const stretch of stretches) {
    if (stretch.before === stretch.after) continue;
    if (lines.length >= mostShown) hidden += 1;
    else lines.push(...changeLines(stretch, paint));
  }
  if (hidden > 0) lines.push(`… còn ${hidden} chỗ nữa không in ở đây`);
  return lines.map((line) => `${line}\n`).join("");
}

function changeLines({ line, before, after }: Stretch, paint: Paint): string[] {
  const split = (text: string): string[] => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));
  const old = split(before);
  const young = split(after);
  let first = 0;
  while (first < old.length && first < young.length && old[first] === young[first]) first += 1;
  let tail = 0;
  while (tail < old.length - first && tail < young.length - first && old.at(-1 - tail) === young.at(-1 - tail)) tail++;
  const removed = old.slice(first, old.length - tail);
  const added = young.slice(first, young.length - tail);
  const result: string[] = [];
  const pairs = removed.length === added.length ? removed.map((text, i) => wordDiff(text, added[i]!)) : null;
  const show = (number: number, sign: "-" | "+", parts: readonly Part[]): void => {
    const head = `${String(number).padStart(5)} ${sign} │`;
    const cut = shortened(parts);
    const colour = sign === "-" ? paint.removed : paint.added;
    const words = cut.map(({ text, isChanged }) => (isChanged ? paint.changed(text) : text)).join("");
    result.push(colour(`${head} ${words}`.trimEnd()));
    const isWhole = parts.every((part) => part.isChanged);
    if (!paint.isPlain || isWhole || !parts.some((part) => part.isChanged)) return;
    const marks = cut.map(({ text, isChanged }) => (isChanged ? "^" : " ").repeat(columns(text))).join("");
    result.push(`        │ ${marks}`.trimEnd());
  };
  removed.forEach((text, i) => {
    show(line + first + i, "-", pairs?.[i]?.old ?? [{ text, isChanged: true }]);
  });
  added.forEach((text, i) => {
    show(line + first + i, "+", pairs?.[i]?.young ?? [{ text, isChanged: true }]);
  });
  return result;
}

/** Parts ready to print; long stretches of unchanged words are cut to what stands beside a change. */
function shortened(parts: readonly Part[]): readonly Part[] {
  return parts.map(({ text, isChanged }, index) => {
    if (isChanged) return { text: printable(text), isChanged };
    const characters = [...text];
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    const room = isFirst || isLast ? contextWidth : 2 * contextWidth;
    if (characters.length <= room + 1) return { text: printable(text), isChanged };
    const head = isFirst ? "" : characters.slice(0, contextWidth).join("");
    const end = isLast ? "" : characters.slice(-contextWidth).join("");
    return { text: printable(`${head}…${end}`), isChanged };
  });
}

/** Words, blanks and signs one by one. */
const token = /[\p{L}\p{M}\p{N}]+|\s|[^\p{L}\p{M}\p{N}\s]/gu;

/** Above this many pairs of words the middle of two lines is taken as changed altogether. */
const mostPairs = 1_000_000;

/** Two lines in parts: the words of both by a longest common subsequence. */
export function wordDiff(
  before: string,
  after: string,
): { readonly old: readonly Part[]; readonly young: readonly Part[] } {
  const a = before.match(token) ?? [];
  const b = after.match(token) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const rows = a.length - head - tail;
  const cells = b.length - head - tail;
  const sameOld = new Set<number>();
  const sameYoung = new Set<number>();
  if (rows * cells <= mostPairs) {
    // lengths[i * width + j]: the longest common subsequence of what follows i and j.
    const width = cells + 1;
    const lengths = new Uint16Array((rows + 1) * width);
    for (let i = rows - 1; i >= 0; i--) {
      for (let j = cells - 1; j >= 0; j--) {
        lengths[i * width + j] =
          a[head + i] === b[head + j]
            ? lengths[(i + 1) * width + j + 1]! + 1
            : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
      }
    }
    for (let i = 0, j = 0; i < rows && j < cells; ) {
      if (a[head + i] === b[head + j]) {
        sameOld.add(head + i++);
        sameYoung.add(head + j++);
      } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
      else j += 1;
    }
  }
  const parts = (words: readonly string[], same: ReadonlySet<number>): Part[] => {
    const result: Part[] = [];
    for (const [index, text] of words.entries()) {
      const isChanged = index >= head && index < words.length - tail && !same.has(index);
      const last = result.at(-1);
      if (last?.isChanged === isChanged) result[result.length - 1] = { text: last.text + text, isChanged };
      else result.push({ text, isChanged });
    }
    return result;
  };
  return { old: parts(a, sameOld), young: parts(b, sameYoung) };
}
