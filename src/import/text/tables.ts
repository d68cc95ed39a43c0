/**
 * Tables in plain text: rows with tabs between their cells, rows of Markdown between bars, tables drawn with `+---+`, and
 * those that `html.ts` took out. A row may run over several lines where its cells do.
 */
import { type CellSource, gridOf, type RowSource, type TableSource } from "./grid.ts";
import { sign } from "./html.ts";

export interface TextLine {
  /** Without blanks at the right; tabs kept. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

export interface FoundTable {
  readonly kind: "table";
  readonly source: TableSource;
  readonly spansKnown: boolean;
  readonly from: number;
  readonly to: number;
}

export type Item = (TextLine & { readonly kind: "line" }) | FoundTable;

const cell = (text: string, colSpan = 1): CellSource => ({ text: text.trim(), colSpan, rowSpan: 1 });

const tabsOf = (text: string): number => text.split("\t").length - 1;
const isBlank = (line: TextLine | undefined): boolean => line === undefined || line.text.trim() === "";

/** Words of letterheads and signatures: two columns of them are no table of the plan. */
const sideBySide =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM|Nơi nhận|^(?:TM|KT|TL|TUQ)\s*\.|\t(?:TM|KT|TL|TUQ)\s*\.|,\s*ngày[\s\d.…/]*tháng/iu;

/** Lines and tables in order. `tables` are those of `html.ts`. */
export function findTables(lines: readonly TextLine[], tables: readonly TableSource[]): Item[] {
  const items: Item[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index]!;
    const taken = line.text.includes(sign.table) ? placedTable(line, tables) : null;
    if (taken !== null) {
      items.push(taken);
      index += 1;
      continue;
    }
    const found =
      drawnTable(lines, index) ?? barTable(lines, index) ?? tabTable(lines, index) ?? spacedTable(lines, index);
    if (found !== null) {
      items.push({
        kind: "table",
        source: found.source,
        spansKnown: found.spansKnown,
        from: line.number,
        to: lines[found.end - 1]!.number,
      });
      index = found.end;
      continue;
    }
    items.push({ ...line, kind: "line" });
    index += 1;
  }
  return items;
}

function placedTable(line: TextLine, tables: readonly TableSource[]): FoundTable | null {
  const number = new RegExp(`^\\s*${sign.table}(\\d+)${sign.table}\\s*$`).exec(line.text)?.[1];
  const source = number === undefined ? undefined : tables[Number(number)];
  if (source === undefined || source.columnCount === 0) return null;
  return { kind: "table", source, spansKnown: true, from: line.number, to: line.number };
}

interface Taken {
  readonly source: TableSource;
  readonly spansKnown: boolean;
  /** Index after its last line. */
  readonly end: number;
}

// ── Tabs ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A mark and a tab before its text, as copied from an office program: no row. */
const markedLine = /^\s*(?:[\dIVX]{1,5}(?:\.\d{1,2})*[.)/]?|[a-zđA-Z][.)/]|[-–•+*●])\t[^\t]*$/u;

/** A row of at least three cells, or of two where the next lines are so too. */
function startsTabTable(lines: readonly TextLine[], index: number): boolean {
  const { text } = lines[index]!;
  const tabs = tabsOf(text);
  if (tabs === 0 || text.trim() === "" || sideBySide.test(text)) return false;
  if (tabs > 1) return text.trim().includes("\t") || tabs > 2;
  if (!text.trim().includes("\t") || markedLine.test(text)) return false;
  for (let next = index + 1; next < index + 3; next += 1) {
    const other = lines[next];
    if (isBlank(other) || tabsOf(other!.text) !== 1 || markedLine.test(other!.text)) return false;
    if (!other!.text.trim().includes("\t") || sideBySide.test(other!.text)) return false;
  }
  return true;
}

/** Lines without a tab that may still belong to the last cell of a row. */
const longestRest = 6;

function tabTable(lines: readonly TextLine[], start: number): Taken | null {
  if (!startsTabTable(lines, start)) return null;
  const width = tabsOf(lines[start]!.text) + 1;
  const rows: string[][] = [];
  let row: string[] = [];
  let end = start;
  const isOpen = (): boolean => row.length > 0 && row.length < width;
  const append = (pieces: readonly string[]): void => {
    const last = row.length - 1;
    row[last] = `${row[last]}${sign.softLine}${pieces[0]}`;
    row.push(...pieces.slice(1));
  };
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index]!;
    const pieces = line.text.split("\t");
    if (isBlank(line)) {
      // A row that has all its tabs may be blank; else a blank line goes on only to a row.
      if (pieces.length === width) {
        rows.push(pieces);
        row = [];
        end = index + 1;
        continue;
      }
      if (isOpen()) continue;
      const next = lines.slice(index, index + 3).find((other) => !isBlank(other));
      if (next === undefined || tabsOf(next.text) + 1 !== width) break;
      continue;
    }
    if (isOpen() && row.length - 1 + pieces.length <= width) append(pieces);
    else if (pieces.length > 1) {
      if (sideBySide.test(line.text) || markedLine.test(line.text)) break;
      row = [...pieces];
      rows.push(row);
    } else if (row.length > 0 && goesOn(lines, index, width)) append(pieces);
    else break;
    end = index + 1;
  }
  if (rows.length < 2) return null;
  const source = gridOf(rows.map((cells): RowSource => ({ cells: cells.map((text) => cell(text)), head: false })));
  return { source, spansKnown: false, end };
}

/** A line without tabs below a whole row: part of its last cell where another row follows soon. */
function goesOn(lines: readonly TextLine[], index: number, width: number): boolean {
  if (isBlank(lines[index - 1])) return false;
  for (let next = index + 1; next < lines.length && next < index + longestRest; next += 1) {
    if (isBlank(lines[next])) return false;
    if (tabsOf(lines[next]!.text) > 0) return tabsOf(lines[next]!.text) < width;
  }
  return false;
}

// ── Bars ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const delimiterRow = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const isBarRow = (text: string): boolean => /^\s*\|.*\|/.test(text);

/** Cells between bars; `\|` is a bar in a cell. */
function barCells(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((part) => part.replaceAll("\\|", "|"));
}

function barTable(lines: readonly TextLine[], start: number): Taken | null {
  const first = lines[start]!.text;
  const second = lines[start + 1]?.text ?? "";
  const bare = !isBarRow(first) && first.includes("|") && second.includes("|") && delimiterRow.test(second);
  if (!bare && !isBarRow(first)) return null;
  const rows: RowSource[] = [];
  let end = start;
  let open: string | null = null;
  const close = (head: boolean): void => {
    if (open !== null) rows.push({ cells: barCells(open).map((text) => cell(text)), head });
    open = null;
  };
  for (let index = start; index < lines.length; index += 1) {
    const { text } = lines[index]!;
    if (text.trim() === "") break;
    if (delimiterRow.test(text) && text.includes("-")) {
      // What stands above the first line of hyphens is the head.
      close(false);
      if (rows.every((row) => !row.head)) for (const [i, row] of rows.entries()) rows[i] = { ...row, head: true };
    } else if (isBarRow(text) || (bare && text.includes("|"))) {
      close(false);
      open = text;
    } else if (open !== null && !/\|\s*$/.test(open)) open = `${open}${sign.softLine}${text.trim()}`;
    else break;
    end = index + 1;
  }
  close(false);
  // A head that is said of all rows is said of none.
  const all = rows.every((row) => row.head);
  const kept = rows.filter((row) => row.cells.some((one) => one.text !== "") || row.head);
  if (kept.length === 0 || kept.every((row) => row.cells.length < 2)) return null;
  const source = gridOf(all ? kept.map((row) => ({ ...row, head: false })) : kept);
  return { source, spansKnown: false, end };
}

// ── Columns of blanks ───────────────────────────────────────────────────────────────────────────────────────────────

const innerGap = /\S {2,}(?=\S)/g;
const gapsOf = (text: string): number => text.match(innerGap)?.length ?? 0;
const fewestSpacedRows = 3;
const bulletLine = /^\s*(?:[-–+•*]|[a-zđ]\))\s/u;

/** Places of a line that have words, as far as any line of a table goes. */
function filledPlaces(line: string, above: readonly boolean[]): boolean[] {
  const filled = [...above];
  for (let at = 0; at < line.length; at += 1) filled[at] = filled[at] === true || line[at] !== " ";
  return filled;
}

/** Ranges of places that are blank in all lines, at least two wide, with words on both sides: what parts columns. */
function rivers(filled: readonly boolean[]): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = -1;
  for (let at = filled.indexOf(true); at >= 0 && at < filled.length; at += 1) {
    const blank = filled[at] !== true;
    if (blank && from < 0) from = at;
    if (!blank && from >= 0) {
      if (at - from >= 2) found.push({ from, to: at });
      from = -1;
    }
  }
  return found;
}

/** Longer lines are paragraphs. */
const widestLine = 300;

/** A table whose columns only blanks set apart, as a PDF reader writes it: at least three columns and rows. */
function spacedTable(lines: readonly TextLine[], start: number): Taken | null {
  const first = lines[start]!.text;
  if (gapsOf(first) < 2 || first.includes("\t") || sideBySide.test(first) || bulletLine.test(first)) return null;
  const taken: string[] = [];
  let filled: boolean[] = [];
  let columns = 0;
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const { text } = lines[index]!;
    if (text.trim() === "") {
      // A blank line may part rows, two end a table.
      if (isBlank(lines[index + 1])) break;
      continue;
    }
    if (sideBySide.test(text) || text.includes("\t") || text.length > widestLine) break;
    const withThis = filledPlaces(text, filled);
    const between = rivers(withThis);
    if (between.length < 2 || (taken.length > 2 && between.length < columns)) break;
    if (gapsOf(text) === 0 && !/^\s{3,}\S/.test(text)) break;
    taken.push(text);
    filled = withThis;
    columns = between.length;
    end = index + 1;
  }
  if (taken.length < fewestSpacedRows) return null;
  const edges = rivers(filled);
  const cut = (text: string): string[] =>
    [...edges, null].map((edge, i) => text.slice(i === 0 ? 0 : edges[i - 1]!.to, edge?.from).trim());
  const rows: string[][] = [];
  const cells = taken.map(cut);
  const numbered = cells.filter((row) => /^\d/.test(row[0]!)).length;
  for (const row of cells) {
    const last = rows.at(-1);
    const filled = row.filter((text) => text !== "");
    const isOwn = row[0] !== "" || filled.some((text) => /^[\d.,]+$/.test(text)) || filled.length * 2 > row.length;
    // Above the first number the lines are those of the head.
    const inHead = last !== undefined && rows.length === 1 && numbered > 0 && !/^\d/.test(row[0]!) && row[0] === "";
    if (last === undefined || (isOwn && !inHead)) rows.push([...row]);
    else for (const [c, text] of row.entries()) if (text !== "") last[c] = `${last[c]} ${text}`.trim();
  }
  if (rows.length < fewestSpacedRows) return null;
  const source = gridOf(rows.map((row): RowSource => ({ cells: row.map((text) => cell(text)), head: false })));
  return { source, spansKnown: false, end };
}

// ── Drawn with + and - ──────────────────────────────────────────────────────────────────────────────────────────────

const drawnRule = /^\s*\+(?:[-=]{2,}\+)+\s*$/;

function drawnTable(lines: readonly TextLine[], start: number): Taken | null {
  if (!drawnRule.test(lines[start]!.text)) return null;
  const edges: number[] = [];
  const rows: RowSource[] = [];
  let row: { texts: string[]; spans: number[] } | null = null;
  let end = start;
  const close = (): void => {
    if (row) rows.push({ cells: row.texts.map((text, i) => cell(text, row!.spans[i])), head: false });
    row = null;
  };
  for (let index = start; index < lines.length; index += 1) {
    const { text } = lines[index]!;
    if (drawnRule.test(text)) {
      close();
      if (index === start) for (let at = 0; at < text.length; at += 1) if (text[at] === "+") edges.push(at);
      if (text.includes("=")) for (const [i, one] of rows.entries()) rows[i] = { ...one, head: true };
    } else if (/^\s*\|.*\|\s*$/.test(text)) {
      const bars = [...text.matchAll(/\|/g)].map((match) => match.index);
      const texts = bars.slice(1).map((bar, i) => text.slice(bars[i]! + 1, bar).trim());
      const spans = bars.slice(1).map((bar, i) => edges.filter((edge) => edge > bars[i]! && edge <= bar).length || 1);
      if (row && row.texts.length === texts.length)
        row.texts = row.texts.map((above, i) => (texts[i] === "" ? above : joinedCell(above, texts[i]!)));
      else {
        close();
        row = { texts, spans };
      }
    } else break;
    end = index + 1;
  }
  close();
  if (rows.length === 0) return null;
  return { source: gridOf(rows), spansKnown: true, end };
}

/** Lines of a drawn cell go on, unless the next is an item of its own. */
const joinedCell = (above: string, line: string): string =>
  above === "" ? line : `${above}${/^[-+•]\s/.test(line) ? sign.softLine : " "}${line}`;
