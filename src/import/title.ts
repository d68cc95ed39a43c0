/** The title of a document: its type's line and the lines below it, or what must be one where no type is named. */
import { type Block, isLoud, linesOf, textOf } from "./blocks.ts";
import { startsBody } from "./bodies.ts";
import { startsEnding } from "./ending.ts";
import type { HeadLine } from "./head.ts";
import {
  authorityLine,
  basisStart,
  enactingLine,
  isAttached,
  isDivision,
  isHeadLine,
  strictBasis,
  type TypeLine,
  types,
} from "./line-kinds.ts";
import { markLength } from "./marks.ts";
import type { MendedParagraph } from "./pieces.ts";
import type { RawRun } from "./raw.ts";
import {
  hasEnd,
  isBold,
  isCapitals,
  joinedRuns,
  plain,
  sliceRuns,
  splitLines,
  startsLower,
  tidy,
  trimRuns,
} from "./words.ts";

export interface ReadTitle {
  readonly type: TypeLine;
  readonly runs: readonly RawRun[];
  readonly attached: string;
  readonly authority: string;
  /** Lines of the letterhead that stand below the title. */
  readonly head: readonly HeadLine[];
  readonly next: number;
}

/** A file whose type nobody wrote: its first short line is the title. */
export function untitled(blocks: readonly Block[], from: number): ReadTitle {
  const plan = types.find((keyword) => keyword.id === "plan")!;
  const base = { type: { id: plan.id, spelling: plan.spelling, rest: "" }, attached: "", authority: "", head: [] };
  const lines: { at: number; block: MendedParagraph; text: string }[] = [];
  for (let at = from; at < Math.min(blocks.length, from + 14); at += 1) {
    const block = blocks[at]!;
    if (block.kind !== "paragraph") {
      if (block.kind === "page") continue;
      break;
    }
    const text = textOf(block);
    if (text === "") continue;
    if (isDivision(text) || markLength(text) > 0) break;
    lines.push({ at, block, text });
  }
  const above = (at: number): HeadLine[] => lines.filter((line) => line.at < at).flatMap((line) => linesOf(line.block));
  for (const { at, block, text } of lines) {
    // “Kế hoạch triển khai …” as a heading of a page.
    const named = types.find((keyword) => text.toLowerCase().startsWith(`${keyword.spelling} `));
    if (!named || text.length > 260 || /[.;:]$/.test(text)) continue;
    const runs = trimRuns(
      sliceRuns(block.runs, plain(block.runs).toLowerCase().indexOf(named.spelling) + named.spelling.length),
    );
    return { ...base, type: { id: named.id, spelling: named.spelling, rest: "" }, runs, head: above(at), next: at + 1 };
  }
  const [first, second] = lines;
  if (first && first.text.length < 260 && !hasEnd(first.text)) {
    const isTitle =
      isLoud(first.block) ||
      !basisStart.test(first.text) ||
      (second !== undefined && strictBasis.test(second.text) && !strictBasis.test(first.text));
    if (isTitle) return { ...base, runs: trimRuns(first.block.runs), next: first.at + 1 };
  }
  return { ...base, runs: [], next: from };
}

/** Longer lines are no part of a title. */
const longestTitle = 420;

export function readTitle(blocks: readonly Block[], at: number, type: TypeLine): ReadTitle {
  const typeBlock = blocks[at] as MendedParagraph;
  const lines: RawRun[][] = [];
  const [first = [], ...below] = splitLines(typeBlock.runs);
  if (type.rest !== "") {
    // The words behind the type's name, with their look.
    const whole = plain(typeBlock.runs);
    const start = whole.length - tailLength(whole, type.rest);
    lines.push(trimRuns(sliceRuns(typeBlock.runs, start)));
  } else if (below.length > 0 && first.length > 0) lines.push(...below.filter((line) => line.length > 0));
  let attached = "";
  let authority = "";
  const head: HeadLine[] = [];
  let last: MendedParagraph = typeBlock;
  let next = at + 1;
  let titleOpen = true;
  for (; next < blocks.length; next += 1) {
    const block = blocks[next]!;
    if (block.kind === "page") continue;
    if (block.kind === "side" && block.role === "head") {
      head.push(...linesOf(block));
      continue;
    }
    if (block.kind !== "paragraph") break;
    const text = textOf(block);
    if (text === "") continue;
    if (isAttached(text) || (attached !== "" && !/[)\]]\s*\.?$/.test(attached) && text.length < 200)) {
      attached = attached === "" ? text : `${attached} ${text}`;
      titleOpen = false;
      last = block;
      continue;
    }
    if (block.label === "" && markLength(text) > 0) break;
    if (isHeadLine(text)) {
      head.push(...linesOf(block));
      continue;
    }
    if (enactingLine.test(text) || startsEnding(text)) break;
    const isDecision = type.id === "decision" || type.id === "resolution" || type.id === "directive";
    if (
      isDecision &&
      lines.length > 0 &&
      isCapitals(text) &&
      text.length < 140 &&
      (startsBody(text) || authorityLine.test(text) || authority !== "")
    ) {
      authority = authority === "" ? text : `${authority} ${text}`;
      titleOpen = false;
      continue;
    }
    if (!titleOpen || authority !== "") break;
    if (lines.length === 0) {
      if (
        text.length > longestTitle ||
        (text.length > 160 && hasEnd(text)) ||
        (strictBasis.test(text) && text.length > 80)
      )
        break;
      lines.push(...splitLines(block.runs).filter((line) => line.length > 0));
      last = block;
      continue;
    }
    const isQualified = lines.length === 1 && isQualifier(plain(lines[0]!)) && !isCapitals(text);
    if (!(isQualified ? isTitleBelow(text, block.place.from - last.place.to) : goesOnTitle(last, block, lines))) break;
    lines.push(...splitLines(block.runs).filter((line) => line.length > 0));
    last = block;
  }
  const runs = joinedRuns(
    lines.flatMap((line, i) => {
      if (i === 0) return line;
      const isBelowQualifier = i === 1 && isQualifier(plain(lines[0]!)) && !isCapitals(plain(line));
      return [{ text: isBelowQualifier ? "\n" : " ", bold: line[0]?.bold ?? false, italic: false }, ...line];
    }),
  );
  return { type, runs, attached, authority, head, next };
}

/** Characters at the end of a text that say `rest`, whose blanks were tidied. */
function tailLength(text: string, rest: string): number {
  const letters = rest.replace(/\s+/g, "").length;
  let seen = 0;
  let length = 0;
  for (let i = text.length - 1; i >= 0 && seen < letters; i -= 1) {
    if (!/[\s*]/.test(text[i]!)) seen += 1;
    length += 1;
  }
  return length;
}

/** Words that belong to the type's name and are no title yet: “KẾ HOẠCH LIÊN TỊCH”, “CHƯƠNG TRÌNH HÀNH ĐỘNG”. */
const isQualifier = (text: string): boolean =>
  /^(?:LIÊN TỊCH|LIÊN NGÀNH|PHỐI HỢP|HÀNH ĐỘNG|CÔNG TÁC|HOẠT ĐỘNG|CHI TIẾT|TỔNG THỂ|ĐIỀU CHỈNH|BỔ SUNG|NĂM \d{4}|CÔNG TÁC NĂM \d{4})$/u.test(
    tidy(text),
  );

const isTitleBelow = (text: string, gap: number): boolean =>
  gap <= 2 && text.length < 260 && !hasEnd(text) && !strictBasis.test(text);

/** Another line of a title: set like the one above it, near it, and no opening of the text. */
function goesOnTitle(last: MendedParagraph, block: MendedParagraph, lines: readonly (readonly RawRun[])[]): boolean {
  const text = textOf(block);
  const above = plain(lines.at(-1)!);
  const gap = block.place.from - last.place.to;
  if (text.length > 260 || /[:;]$/.test(text)) return false;
  if (basisStart.test(text) && (hasEnd(text) || text.length > 120 || !isLoud(block)))
    return startsLower(text) && !hasEnd(text) && gap <= 1;
  if (hasEnd(text) && text.length > 90) return false;
  // “… với chủ đề” and below it the slogan.
  if (/^[“"]/.test(text) && !hasEnd(above) && gap <= 3 && text.length < 160 && /["”]\.?$/.test(text)) return true;
  const alike = isCapitals(text) === isCapitals(above) && isBold(block) === isBold(last) && block.align === last.align;
  if (isCapitals(above) && isCapitals(text)) return gap <= 3;
  if (startsLower(text) && !hasEnd(above)) return gap <= 3;
  if (block.align === "center" && last.align === "center") return gap <= 3;
  if (isBold(block) && alike && gap <= 3) return true;
  return gap <= 1 && alike && !hasEnd(text) && /^(?:năm|giai đoạn|trên địa bàn|của|tại|trong)/iu.test(text);
}
