/**
 * What pages and converters did to a text is undone: paragraphs that a page's end cut in two are joined, tables that were
 * broken over pages are one again, items that ran into one line stand apart. Every join of paragraphs is recorded.
 */
import { markLength } from "./marks.ts";
import { joinTables, mendCells } from "./mend-tables.ts";
import { joined, type MendedParagraph, partItems } from "./pieces.ts";
import type { RawBlock, RawParagraph, RawTable } from "./raw.ts";
import { hasEnd, isBold, isCapitals, isCutShort, leansOn, plain, startsLower, startsUpper, tidy } from "./words.ts";

export type MendedBlock = MendedParagraph | RawTable | Extract<RawBlock, { kind: "page" }>;

export interface Mended {
  readonly blocks: readonly MendedBlock[];
  /** Heads of tables that were repeated on a new page and left out. */
  readonly repeatedHeads: number;
  /** Rows that a page's end had cut, put together. */
  readonly joinedRows: number;
  /** Items that had run into one paragraph. */
  readonly partedItems: number;
}

/** Mends the blocks of a file in order. */
export function mend(blocks: readonly RawBlock[]): Mended {
  const counts = { repeatedHeads: 0, joinedRows: 0, partedItems: 0 };
  const tables = joinTables(blocks, counts);
  const habits = habitsOf(tables);
  const result: MendedBlock[] = [];
  for (const block of tables) {
    if (block.kind === "table") {
      result.push(mendCells(block, counts));
      continue;
    }
    if (block.kind === "page") {
      result.push(block);
      continue;
    }
    const parts = partItems(block, false);
    counts.partedItems += parts.length - 1;
    for (const part of parts) {
      const at = lastParagraph(result);
      const above = at < 0 ? null : (result[at] as MendedParagraph);
      if (above !== null && wasCut(above, part, at < result.length - 1, habits)) {
        // The page that ended between the two pieces ended inside the paragraph.
        result.splice(at, result.length - at, joined(above, part));
      } else result.push(part);
    }
  }
  return { blocks: result, ...counts };
}

/** The last block but for pages, when it is a paragraph; -1 else. */
function lastParagraph(blocks: readonly MendedBlock[]): number {
  let at = blocks.length - 1;
  while (at >= 0 && blocks[at]!.kind === "page") at -= 1;
  return at >= 0 && blocks[at]!.kind === "paragraph" ? at : -1;
}

const headWords =
  /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN|Nơi nhận|Số\s*[:\d]|Kính gửi|(?:TM|KT|TL|TUQ|Q)\s*\.|T\/M|K\/T|\(?(?:Ban hành )?[Kk]èm theo)/u;
/** A line of the head that ends without a mark: place and date, a number. */
const headLine = /,\s*ngày[\s\d.…/]*(?:tháng[\s\d.…]*)?năm\s*\d{4}\s*$|^Số\s*:/u;
const basisStart = /^(?:Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị)\s/u;
const closingStart = /^(?:Trên đây là|Yêu cầu các|Đề nghị các|Nhận được)/u;
const person = /^(?:\p{Lu}\p{Ll}*\s){1,4}\p{Lu}\p{Ll}*$/u;
const dirtyEnd = /[\d%)\]”"’'»]$/u;

/** Words that a number follows: “… trong quý” + “II năm 2025”. */
const wantsNumber =
  /(?:^|\s)(?:quý|số|năm|tháng|ngày|khoản|điểm|điều|Điều|mục|Mục|cấp|khóa|lớp|kỳ|thứ|tuần|phụ lục|Phụ lục|lần)$/u;

/** Shorter pieces are headings and lines of their own. */
const shortPiece = 45;

/** How a file writes its paragraphs, which tells what is out of the way in it. */
export interface Habits {
  /** Its items and long paragraphs end in a sign. */
  readonly punctuated: boolean;
  /** Pages ended inside of paragraphs: pieces go on in small letters, page numbers stood between. */
  readonly paged: boolean;
  /** Numbered lines that have no sign at their end although those numbered next to them have one. */
  readonly openEnded: ReadonlySet<string>;
}

const longPiece = 60;
/** So many of the paragraphs end in a sign where that is the habit. */
const usual = 0.7;

function habitsOf(blocks: readonly RawBlock[]): Habits {
  let items = 0;
  let ended = 0;
  let pages = 0;
  let pieces = 0;
  let above = "";
  for (const block of blocks) {
    if (block.kind === "page") pages += 1;
    if (block.kind !== "paragraph") continue;
    const text = tidy(plain(block.runs));
    // What surely was cut says nothing of the habit.
    if (above.length > longPiece && !hasEnd(above) && startsLower(text) && markLength(text) === 0) {
      pieces += 1;
      items -= 1;
    }
    above = text;
    if (isLabelled(text) || isCapitals(text) || headWords.test(text)) continue;
    if (!isItem(text) && (text.length < longPiece || markLength(text) > 0)) continue;
    items += 1;
    if (hasEnd(text) || text.endsWith(",") || text.endsWith(")")) ended += 1;
  }
  return { punctuated: items > 5 && ended >= items * usual, paged: pages + pieces > 0, openEnded: openEnded(blocks) };
}

/** Numbered lines between or next to numbered lines of text, which are text too. */
function openEnded(blocks: readonly RawBlock[]): ReadonlySet<string> {
  const lines = blocks.flatMap((block) => {
    const text = block.kind === "paragraph" ? tidy(plain(block.runs)) : "";
    const match = /^(\d{1,2}(?:\.\d{1,2})*)\s?[./)]\s*\p{L}/u.exec(text);
    return match ? [{ text, levels: match[1]!.split(".").map(Number) }] : [];
  });
  const found = new Set<string>();
  lines.forEach(({ text, levels }, i) => {
    if (hasEnd(text)) return;
    const isSister = (other: { text: string; levels: number[] } | undefined, step: number): boolean | undefined =>
      other && other.levels.length === levels.length && other.levels.at(-1) === levels.at(-1)! + step
        ? /[.;]["”)]*$/.test(other.text)
        : undefined;
    const sisters = [isSister(lines[i - 1], -1), isSister(lines[i + 1], 1)].filter((one) => one !== undefined);
    if (sisters.length > 0 && sisters.every(Boolean)) found.add(text);
  });
  return found;
}

const isItem = (text: string): boolean => /^(?:[-–+•*]\s*\p{L}|[a-zđ][).]\s*\p{L})/u.test(text);
/** `- Cơ quan chủ trì: Phòng Nội vụ`: lines of that kind end without a sign. */
const isLabelled = (text: string): boolean =>
  /^(?:\S{1,6}\s)?\s*[^:]{2,45}:\s*\S.{0,120}$/u.test(text) && !/[.;]\s/.test(text);
/** Whether a page's end cut one paragraph into these two. `atPage`: a new page begins between them. */
export function wasCut(above: RawParagraph, below: RawParagraph, atPage: boolean, habits: Habits): boolean {
  const a = tidy(plain(above.runs));
  const b = tidy(plain(below.runs));
  if (a === "" || b === "" || above.heading !== null || below.heading !== null) return false;
  if (above.label !== "" && a.length < shortPiece && !leansOn(a)) return false;
  if (below.label !== "" || (above.align === "center" && below.align === "center")) return false;
  if (above.align === "center" || below.align === "center") return false;
  if (hasEnd(a) || markLength(b) > 0 || isCapitals(a) || isCapitals(b.slice(0, 40))) return false;
  if (headWords.test(a) || headWords.test(b) || headLine.test(a) || headLine.test(b) || person.test(a)) return false;
  if (below.place.from - above.place.to > 12) return false;
  const near = atPage || below.place.from - above.place.to <= 6;
  if (!near) return false;
  if (isBold(above) !== isBold(below)) return false;
  // A basis of the older form ends in a comma, and the body that issues begins the next paragraph.
  if (/,$/.test(a) && basisStart.test(a) && startsUpper(b)) return false;
  if (/,$/.test(a) || leansOn(a)) return !basisStart.test(b) && !closingStart.test(b);
  if (wantsNumber.test(a) && /^(?:\d|[IVX]{1,5}(?!\p{L}))/u.test(b)) return true;
  if (startsLower(b)) return a.length >= 20 || above.full === true;
  // A capital may be an abbreviation or a name in the middle of a sentence, but also the first word of a paragraph.
  if (basisStart.test(b) || closingStart.test(b)) return false;
  if (startsUpper(b) || /^\d/.test(b)) {
    if (isCutShort(a) && !dirtyEnd.test(a) && (atPage || !isNumberedHeading(a))) return true;
    // Where every item ends in a sign and pages cut others, one without a sign was cut too.
    const cuttable = isItem(a)
      ? a.length > 30
      : markLength(a) === 0
        ? a.length > longPiece && !dirtyEnd.test(a)
        : habits.openEnded.has(a) && a.length > shortPiece;
    return cuttable && habits.punctuated && habits.paged && !isLabelled(a) && !/[)\]”"’'»]$/u.test(a);
  }
  return /^[(“"]/.test(b) && a.length > shortPiece && isCutShort(a);
}

const isNumberedHeading = (text: string): boolean =>
  markLength(text) > 0 && !/[.;?!] \p{Lu}/u.test(text.slice(markLength(text) + 1));
