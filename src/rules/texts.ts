/**
 * What rules of spelling and punctuation look at: each text of a document once, its words, and the places in it that are
 * no running words (addresses of the web). Everything is collected once for a document and shared.
 */
import type { Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import type { Content, Plan, PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { emptySpan, type Span } from "../source/source-file.ts";
import { proseOf } from "./walk.ts";

const texts = new WeakMap<PlanDocument, readonly Prose[]>();

/** All prose of a document and the headings of its tables; a merged cell, which stands in several rows, once. */
export function textsOf(document: PlanDocument): readonly Prose[] {
  let found = texts.get(document);
  if (found === undefined) {
    const seen = new Set<number>();
    const contents = [document.content, ...document.annexes.map((annex) => annex.content)];
    found = [...proseOf(document), ...contents.flatMap((content) => [...columnHeadings(content)])].filter((prose) => {
      if (prose.text === "" || seen.has(prose.span.start)) return false;
      seen.add(prose.span.start);
      return true;
    });
    texts.set(document, found);
  }
  return found;
}

function* columnHeadings(content: readonly Content[]): Generator<Prose> {
  for (const item of content) {
    if (item.kind === "task-table") for (const column of item.table.columns) yield* column.headings;
    else if (item.kind === "division") yield* columnHeadings(item.division.children);
    else if (item.kind === "grid" && item.grid.caption) yield item.grid.caption;
  }
}

/** A word: letters only. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

const words = new WeakMap<Prose, readonly Word[]>();
const letters = /[\p{L}\p{M}]+/gu;

export function wordsOf(prose: Prose): readonly Word[] {
  let found = words.get(prose);
  if (found === undefined) {
    found = [...prose.text.matchAll(letters)].map((match) => ({
      text: match[0],
      lower: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }));
    words.set(prose, found);
  }
  return found;
}

const pairs = new WeakMap<Plan, ReadonlyMap<string, number>>();

/** How often two words in small letters stand side by side in the file, with one blank between. */
export function wordPairs(plan: Plan): ReadonlyMap<string, number> {
  let found = pairs.get(plan);
  if (found === undefined) {
    const counts = new Map<string, number>();
    for (const document of plan.documents) {
      for (const prose of textsOf(document)) {
        const all = wordsOf(prose);
        for (let index = 1; index < all.length; index++) {
          const [left, right] = [all[index - 1]!, all[index]!];
          if (right.start !== left.end + 1 || prose.text[left.end] !== " ") continue;
          const pair = `${left.lower} ${right.lower}`;
          counts.set(pair, (counts.get(pair) ?? 0) + 1);
        }
      }
    }
    found = counts;
    pairs.set(plan, found);
  }
  return found;
}

const address =
  /(?:https?:\/\/|www\.)\S+|(?<![^\s@])[^\s@]{1,64}@[^\s@]+|(?<![\p{L}\d])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|gov|edu|info|html?|aspx?|php|pdf|docx?|xlsx?|pptx?|zip|rar|exe)(?![\p{L}\d])\S*/giu;
const addresses = new WeakMap<Prose, readonly (readonly [start: number, end: number])[]>();

/** Whether a place is part of an address of the web or of mail, or of a file's name. */
export function isInAddress(prose: Prose, at: number): boolean {
  let found = addresses.get(prose);
  if (found === undefined) {
    found = /[@.]/.test(prose.text)
      ? [...prose.text.matchAll(address)].map((match) => [match.index, match.index + match[0].length] as const)
      : [];
    addresses.set(prose, found);
  }
  return found.some(([start, end]) => at >= start && at < end);
}

/** The source of some words; null where they are not typed there letter by letter (a value, a joined line). */
export function typedSpan(plan: Plan, prose: Prose, start: number, end: number): Span | null {
  const span = sourceSpan(prose, start, end);
  return plan.source.text.slice(span.start, span.end) === prose.text.slice(start, end) ? span : null;
}

/** The edit that puts `text` in place of some words, or null where they are not typed there. */
export function editOf(plan: Plan, prose: Prose, start: number, end: number, text: string): TextEdit | null {
  const span = typedSpan(plan, prose, start, end);
  return span && { span, text };
}

/** The edit that puts `text` before the character at `at`: outside the stars of emphasis that begins or ends there. */
export function insertionAt(plan: Plan, prose: Prose, at: number, text: string): TextEdit | null {
  const left = typedSpan(plan, prose, at - 1, at);
  const right = typedSpan(plan, prose, at, at + 1);
  if (left === null || right === null) return null;
  const between = plan.source.text.slice(left.end, right.start);
  if (!/^\*{0,3}$/.test(between)) return null;
  return { span: emptySpan(emphasisAt(prose, at) > emphasisAt(prose, at - 1) ? left.end : right.start), text };
}

/** How many kinds of emphasis the character at an offset has. */
function emphasisAt(prose: Prose, offset: number): number {
  let at = 0;
  for (const piece of prose.pieces) {
    if (piece.kind === "note") continue;
    const length = piece.kind === "text" ? piece.text.length : 1;
    if (offset < at + length) return piece.kind === "text" ? Number(piece.bold) + Number(piece.italic) : 0;
    at += length;
  }
  return 0;
}

export const safeFix = (title: string, edits: readonly TextEdit[]): Fix => ({ title, safe: true, edits });
export const openFix = (title: string, edits: readonly TextEdit[]): Fix => ({ title, safe: false, edits });

const openWord = /(?<!\p{L})(?:số|ngày|tháng|năm|quý|hồi|lúc|giờ|tại|từ|đến|điện thoại|họ tên|lớp)[:\s]*$/iu;

/** A blank to be filled by hand: “số     /QĐ-UBND ngày     tháng 02”, or dots in its place. */
export function isFillIn(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 8);
  if (openWord.test(before) && (end - start > 2 || /^(?:tháng|năm|của)(?!\p{L})/u.test(after))) return true;
  return /^\s*\//u.test(after) || /(?:\.{2}|…|_)\s*$/u.test(before) || /^(?:\.{4}|…{2}|_{2})/u.test(after);
}
