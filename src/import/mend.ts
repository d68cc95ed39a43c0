/**
 * What pages and converters did to a text is undone: paragraphs that a page's end cut in two are joined, tables that were
 * broken over pages are one again, items that ran into one line stand apart. Every join of paragraphs is recorded.
 */
import { markLength } from "./marks.ts";
import type { RawBlock, RawCell, RawParagraph, RawRow, RawRun, RawTable } from "./raw.ts";
import {
  hasEnd,
  isCapitals,
  isCutShort,
  joinedRuns,
  leansOn,
  plain,
  sliceRuns,
  startsLower,
  startsUpper,
  tidy,
  trimRuns,
} from "./words.ts";

/** A place where two pieces of a paragraph were joined. */
export interface Join {
  /** Last place of the first piece, first of the second: lines or paragraphs of the source. */
  readonly from: number;
  readonly to: number;
  /** Offset in the paragraph's text where the second piece begins. */
  readonly at: number;
}

export interface MendedParagraph extends RawParagraph {
  readonly joins?: readonly Join[];
}

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
const isBold = (paragraph: RawParagraph): boolean => {
  const words = paragraph.runs.filter((run) => run.text.trim() !== "");
  return words.length > 0 && words.every((run) => run.bold);
};

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

function joined(above: MendedParagraph, below: MendedParagraph): MendedParagraph {
  const first = trimRuns(above.runs);
  const second = trimRuns(below.runs);
  const last = first.at(-1);
  const next = second[0];
  const alike = last !== undefined && next !== undefined && last.bold === next.bold && last.italic === next.italic;
  const space: RawRun = { text: " ", bold: alike && last.bold, italic: alike && last.italic };
  const runs = joinedRuns([...first, space, ...second]);
  const at = plain(first).length + 1;
  const join: Join = { from: above.place.to, to: below.place.from, at };
  const { full: _, ...rest } = above;
  return {
    ...rest,
    runs,
    ...(below.full ? { full: true } : {}),
    place: { from: above.place.from, to: below.place.to },
    joins: [...(above.joins ?? []), join, ...(below.joins ?? []).map((one) => ({ ...one, at: one.at + at }))],
  };
}

// ── Items in one line ───────────────────────────────────────────────────────────────────────────────────────────────

const bulletStart = /^\s*([-–+•*])\s*\p{L}/u;
/** A bullet behind the end of an item, before a capital. */
const innerBullet = /[;.:]\s*([-–+•])\s*(?=[“"(]?\p{Lu})/gu;

/** A paragraph of several items as a paragraph each. In a cell the first item may have lost its bullet. */
function partItems<P extends RawParagraph>(paragraph: P, inCell: boolean): P[] {
  const text = plain(paragraph.runs);
  const own = bulletStart.exec(text)?.[1];
  if (own === undefined && !inCell) return [paragraph];
  const cuts: number[] = [];
  const firstWord = own === undefined ? undefined : /^\s*[-–+•*]\s*(\p{L}+)/u.exec(text)?.[1];
  if (own !== undefined && own !== "+") {
    // “…Trang- Kinh phí”: a hyphen that hangs on one side only joins nothing; one before the word that the first item
    // begins with begins another.
    for (const match of text.matchAll(/(?<=\p{L})- (?=\p{Lu}\p{Ll})|(?<=\S) - (?=(\p{Lu}\p{L}+) )/gu))
      if (match[1] === undefined || match[1] === firstWord) cuts.push(match.index + match[0].indexOf("-"));
  }
  for (const match of text.matchAll(innerBullet)) {
    const bullet = match[1]!;
    if (own !== undefined && bullet !== own && !(own === "-" && bullet === "+")) continue;
    // In running words a hyphen with blanks on both sides may join a pair: “kinh tế. - Xã hội” does not occur.
    const cut = match.index + match[0].lastIndexOf(bullet);
    if (!cuts.includes(cut)) cuts.push(cut);
  }
  cuts.sort((a, b) => a - b);
  if (cuts.length === 0) return [paragraph];
  return [0, ...cuts].map((from, i) => ({ ...paragraph, runs: trimRuns(sliceRuns(paragraph.runs, from, cuts[i])) }));
}

// ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Counts {
  repeatedHeads: number;
  joinedRows: number;
  partedItems: number;
}

const cellText = (cell: RawCell): string => tidy(cell.paragraphs.map((paragraph) => plain(paragraph.runs)).join(" "));
const rowText = (row: RawRow): string => row.cells.map(cellText).join("\t");
const isEmptyRow = (row: RawRow): boolean => row.cells.every((cell) => cellText(cell) === "");

/** Tables that follow each other with only a page's end between, as one where the second goes on with the first. */
function joinTables(blocks: readonly RawBlock[], counts: Counts): RawBlock[] {
  const result: RawBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== "table") {
      result.push(block);
      continue;
    }
    let at = result.length - 1;
    while (at >= 0 && result[at]!.kind === "page") at -= 1;
    const above = result[at];
    const isNext = above?.kind === "table" && block.place.from - above.place.to < 12;
    if (isNext && goesOn(above, block)) {
      const rows = [...above.rows];
      goOn(rows, block.rows, counts);
      result.splice(at, result.length - at, {
        ...above,
        columnCount: Math.max(above.columnCount, block.columnCount),
        rows,
        place: { from: above.place.from, to: block.place.to },
      });
    } else result.push(block);
  }
  return result.map((block) => (block.kind === "table" ? withoutRepeatedHeads(block, counts) : block));
}

/** The second table has the first one's head again, or none of its own and as many columns. */
function goesOn(first: RawTable, second: RawTable): boolean {
  if (first.columnCount !== second.columnCount) return false;
  const head = first.rows[0];
  const next = second.rows[0];
  if (!head || !next) return false;
  if (rowText(head) === rowText(next)) return first.rows.length > 1 && second.rows.length > 1;
  const looksLikeHead =
    next.head ||
    (next.cells.length > 2 && next.cells.every((cell) => isCapitals(cellText(cell)) || cellText(cell) === ""));
  return !looksLikeHead && first.rows.length > 1;
}

/** Adds the rows of a table that goes on on another page, with the row that the page's end had cut in one. */
function goOn(before: RawRow[], after: readonly RawRow[], counts: Counts): void {
  let next = [...after];
  const heads = before.slice(0, 4).filter((row, i) => i === 0 || row.head || isNumberRow(row));
  let repeated = 0;
  while (repeated < next.length && repeated < heads.length && rowText(next[repeated]!) === rowText(heads[repeated]!))
    repeated += 1;
  if (repeated > 0) counts.repeatedHeads += 1;
  next = next.slice(repeated).filter((row) => !isEmptyRow(row));
  const last = before.at(-1);
  const first = next[0];
  if (last && first && isContinuation(last, first)) {
    counts.joinedRows += 1;
    before[before.length - 1] = joinedRow(last, first);
    next = next.slice(1);
  }
  for (const row of next) before.push(row);
}

/** Heads that a converter left in the middle of a table at each page's end. */
function withoutRepeatedHeads(table: RawTable, counts: Counts): RawTable {
  const head = table.rows[0] ? rowText(table.rows[0]) : "";
  if (head.trim() === "") return table;
  const pieces: RawRow[][] = [];
  for (const row of table.rows) {
    if (pieces.length === 0 || (rowText(row) === head && pieces.at(-1)!.length > 1)) pieces.push([]);
    pieces.at(-1)!.push(row);
  }
  const [first = [], ...others] = pieces;
  const rows = [...first];
  for (const piece of others) goOn(rows, piece, counts);
  return { ...table, rows: table.spansKnown ? rows : withoutCutRows(rows, counts) };
}

/** `(1) (2) (3)`, `1 2 3`, `A B 1 2`: numbers of columns. */
export function isNumberRow(row: RawRow): boolean {
  const texts = row.cells.map(cellText);
  if (texts.length < 3) return false;
  const figures = texts.map((text) => /^[([]?\s*(\d{1,2})\s*[)\]]?(?:\s*=.*)?$/.exec(text)?.[1]);
  const known = figures.filter((figure) => figure !== undefined).map(Number);
  const others = texts.filter((text, i) => figures[i] === undefined && !/^[([]?[A-EĐ][)\]]?$/.test(text));
  return (
    known.length >= 2 && others.length === 0 && known.every((figure, i) => i === 0 || figure === known[i - 1]! + 1)
  );
}

/** A row that is the rest of the one above: no number of its own, and its words go on with those above. */
function isContinuation(above: RawRow, below: RawRow): boolean {
  if (below.cells.some((cell) => cell.colSpan > 1 || cell.rowSpan > 1)) return false;
  const cellAbove = (column: number): string => {
    const cell = above.cells.find((one) => one.column === column);
    return cell ? cellText(cell) : "";
  };
  const filled = below.cells.filter((cell) => cellText(cell) !== "");
  if (filled.length === 0) return true;
  if (filled[0]!.column === 0) return false;
  let goes = 0;
  for (const cell of filled) {
    const own = cellText(cell);
    const before = cellAbove(cell.column);
    if (before === "" || own === before) return false;
    if (/^[-–+•]/.test(own) && hasEnd(before)) goes += 0.5;
    else if (startsLower(own) && !/[.;:]$/.test(before)) goes += 1;
    else if (!hasEnd(before)) goes += filled.length === 1 || leansOn(before) ? 1 : 0.5;
  }
  return goes * 2 > filled.length;
}

/** Rows that a page's end had cut where nothing of the head was repeated: each of their words goes on above. */
function withoutCutRows(rows: readonly RawRow[], counts: Counts): RawRow[] {
  const result: RawRow[] = [];
  for (const row of rows) {
    const above = result.at(-1);
    const goes =
      above !== undefined &&
      result.length > 1 &&
      isContinuation(above, row) &&
      row.cells.every((cell) => cellText(cell) === "" || startsLower(cellText(cell)));
    if (goes && !isEmptyRow(row)) {
      counts.joinedRows += 1;
      result[result.length - 1] = joinedRow(above, row);
    } else result.push(row);
  }
  return result;
}

function joinedRow(above: RawRow, below: RawRow): RawRow {
  return {
    ...above,
    cells: above.cells.map((cell) => {
      const more = below.cells.find((one) => one.column === cell.column);
      if (!more || cellText(more) === "") return cell;
      const last = cell.paragraphs.at(-1)!;
      const first = more.paragraphs[0]!;
      const goesOn = !hasEnd(plain(last.runs)) && markLength(plain(first.runs)) === 0 && cellText(cell) !== "";
      const paragraphs = goesOn
        ? [...cell.paragraphs.slice(0, -1), joined(last, first), ...more.paragraphs.slice(1)]
        : [...cell.paragraphs, ...more.paragraphs];
      return { ...cell, paragraphs };
    }),
  };
}

/** Lines of a cell that go on are joined, items that ran together parted. */
function mendCells(table: RawTable, counts: Counts): RawTable {
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const parted = cell.paragraphs.flatMap((paragraph) => partItems(paragraph, true));
        counts.partedItems += parted.length - cell.paragraphs.length;
        const paragraphs: RawParagraph[] = [];
        for (const paragraph of parted) {
          const last = paragraphs.at(-1);
          const a = last ? tidy(plain(last.runs)) : "";
          const b = tidy(plain(paragraph.runs));
          const cut =
            a !== "" &&
            b !== "" &&
            paragraph.label === "" &&
            !hasEnd(a) &&
            markLength(b) === 0 &&
            (startsLower(b) || leansOn(a));
          if (last && cut) paragraphs[paragraphs.length - 1] = withoutJoins(joined(last, paragraph));
          else paragraphs.push(paragraph);
        }
        return { ...cell, paragraphs };
      }),
    })),
  };
}

const withoutJoins = ({ joins: _, ...paragraph }: MendedParagraph): RawParagraph => paragraph;
