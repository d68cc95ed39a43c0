/**
 * Puts strips on pages. Greedy: strips that must stay together (widows, keep-with-next, heads with their first row) form
 * a group, and a group that does not fit goes to the next page; one that is taller than a page is cut where it must be.
 * Notes take their room at the foot of the page that refers to them.
 *
 * What spaces do at the head of a page is what LibreOffice does: the space above a paragraph falls away after a page end
 * that just happened, and stays after one that was asked for.
 */
import type { Pt } from "../../document/style.ts";
import type { Bookmark, FlatStrip, Ink, RowStrip, Strip } from "./flow.ts";
import { closePortion, cutRow, drawHeadAgain, type Grid, headHeight, rowBottoms, shifted } from "./table.ts";

/** The room of one page, from the top of the page. */
export interface Room {
  readonly left: Pt;
  readonly top: Pt;
  readonly bottom: Pt;
}

export interface NoteArea {
  /** Strips of each note. */
  readonly strips: readonly (readonly FlatStrip[])[];
  /** Height of the separator with the space around it. */
  readonly separator: Pt;
  drawSeparator(left: Pt, top: Pt, out: Ink[]): void;
}

export interface FilledPage {
  readonly ink: Ink[];
  readonly bookmarks: (Bookmark & { readonly y: Pt })[];
}

/** A small excess is rounding. */
const tolerance: Pt = 0.02;

/** A head that takes more of a page than this is not repeated. */
const largestHead = 0.5;

export function paginate(strips: readonly Strip[], room: (page: number) => Room, notes: NoteArea): FilledPage[] {
  const pages: FilledPage[] = [];
  let page: FilledPage;
  let area: Room;
  let y: Pt = 0;
  /** Nothing but a repeated head is on the page. */
  let empty = true;
  /** The page was begun because a strip asked for it, or is the first. */
  let asked = true;
  let pageNotes: FlatStrip[] = [];
  const seen = new Set<number>();
  let grid: Grid | null = null;

  const closeGrid = (): void => {
    if (grid) closePortion(grid, area.left, page.ink);
    grid = null;
  };

  const noteHeight = (more: readonly FlatStrip[] = []): Pt => {
    let height = 0;
    for (const strip of pageNotes) height += strip.height + strip.gap;
    for (const strip of more) height += strip.height + strip.gap;
    return height > 0 ? height + notes.separator : 0;
  };

  const newNotes = (indexes: readonly number[]): FlatStrip[] =>
    [...new Set(indexes)].filter((index) => !seen.has(index)).flatMap((index) => notes.strips[index] ?? []);

  const takeNotes = (indexes: readonly number[]): void => {
    pageNotes.push(...newNotes(indexes));
    for (const index of indexes) seen.add(index);
  };

  /** Draws the notes of the page; those that find no room at all go to the next one. */
  const closeNotes = (): void => {
    const available = area.bottom - y + tolerance;
    let count = pageNotes.length;
    const carried: FlatStrip[] = [];
    while (count > 0 && noteHeight() > available && (!empty || count > 1)) {
      carried.unshift(pageNotes.pop()!);
      count -= 1;
    }
    if (count > 0) {
      let at = area.bottom - noteHeight();
      notes.drawSeparator(area.left, at, page.ink);
      at += notes.separator;
      for (const strip of pageNotes) {
        at += strip.gap;
        for (const ink of strip.ink) page.ink.push(shifted(ink, area.left, at));
        at += strip.height;
      }
    }
    pageNotes = carried;
  };

  const closePage = (): void => {
    closeGrid();
    closeNotes();
  };

  const openPage = (becauseAsked: boolean, continuing: Strip | null): void => {
    page = { ink: [], bookmarks: [] };
    pages.push(page);
    area = room(pages.length);
    y = area.top;
    empty = true;
    asked = becauseAsked;
    if (continuing?.kind === "row" && continuing.row >= continuing.grid.headRows && continuing.row > 0) {
      const height = headHeight(continuing.grid);
      if (height > 0 && height < (area.bottom - area.top) * largestHead) {
        y += drawHeadAgain(continuing.grid, area.left, y, page.ink);
      }
    }
  };

  const turn = (becauseAsked: boolean, continuing: Strip | null): void => {
    closePage();
    openPage(becauseAsked, continuing);
  };

  const gapOf = (strip: Strip, first: boolean): Pt => (first ? (asked ? strip.topGap : 0) : strip.gap);

  /** Where the last of these strips would end. */
  const measure = (group: readonly Strip[]): Pt => {
    let at = y;
    for (let i = 0; i < group.length; ) {
      const strip = group[i]!;
      at += gapOf(strip, i === 0 && empty);
      if (strip.kind === "flat") {
        at += strip.height;
        i += 1;
        continue;
      }
      let end = i + 1;
      while (end < group.length && sameGrid(group[end]!, strip)) end += 1;
      if (grid !== strip.grid) at += strip.grid.border;
      at = rowBottoms(strip.grid, strip.row, strip.row + end - i, at).at(-1)!;
      i = end;
    }
    return at;
  };

  const limit = (group: readonly Strip[]): Pt =>
    area.bottom - noteHeight(newNotes(group.flatMap((strip) => strip.notes))) + tolerance;

  const fits = (group: readonly Strip[]): boolean => measure(group) <= limit(group);

  const put = (strip: Strip): void => {
    y += gapOf(strip, empty);
    if (strip.kind === "flat") {
      closeGrid();
      if (strip.bookmark) page.bookmarks.push({ ...strip.bookmark, y });
      for (const ink of strip.ink) page.ink.push(shifted(ink, area.left, y));
      y += strip.height;
    } else {
      enter(strip);
      const bottom = rowBottoms(strip.grid, strip.row, strip.row + 1, y)[0]!;
      strip.grid.placed.push({ row: strip.row, y, height: bottom - y, part: "whole" });
      y = bottom;
    }
    takeNotes(strip.notes);
    empty = false;
  };

  const enter = (strip: RowStrip): void => {
    if (grid === strip.grid) return;
    closeGrid();
    grid = strip.grid;
    y += strip.grid.border;
  };

  /** Puts as much of a row on this page as it holds; false when nothing should go there. */
  const putPart = (strip: RowStrip, anywhere: boolean): boolean => {
    const top = y + gapOf(strip, empty) + (grid === strip.grid ? 0 : strip.grid.border);
    const cut = cutRow(strip.grid, strip.row, top, limit([strip]), anywhere);
    if (cut === null) return false;
    y += gapOf(strip, empty);
    enter(strip);
    strip.grid.placed.push({ row: strip.row, y, height: cut.height, part: anywhere ? "cut-anywhere" : "cut" });
    y += cut.height;
    takeNotes(cut.notes);
    empty = false;
    return true;
  };

  /** Whether all of the group but its last row fits here, and some of that row. */
  const holdsStart = (group: readonly Strip[], last: RowStrip): boolean => {
    const before = group.slice(0, -1);
    const onGrid = before.length === 0 ? grid === last.grid : sameGrid(before.at(-1)!, last);
    const top = measure(before) + gapOf(last, empty && before.length === 0) + (onGrid ? 0 : last.grid.border);
    return cutRow(last.grid, last.row, top, limit(group), false) !== null;
  };

  const canSplit = (strip: RowStrip): boolean => !strip.grid.rows[strip.row]!.cantSplit;

  /** One strip that may be taller than a page. */
  const putTall = (strip: Strip): void => {
    for (;;) {
      if (fits([strip])) break;
      if (strip.kind === "row") {
        const placed =
          (canSplit(strip) && putPart(strip, false)) || (empty && (putPart(strip, false) || putPart(strip, true)));
        if (placed || !empty) {
          turn(false, strip);
          continue;
        }
      } else if (!empty) {
        turn(false, strip);
        continue;
      }
      break;
    }
    put(strip);
  };

  openPage(true, null);
  for (const group of groupsOf(strips)) {
    const first = group[0]!;
    const last = group.at(-1)!;
    if (first.mustBreak && !(empty && asked)) turn(true, null);
    if (!fits(group) && !empty) {
      if (last.kind === "row" && canSplit(last) && holdsStart(group, last)) {
        for (const strip of group.slice(0, -1)) put(strip);
        putTall(last);
        continue;
      }
      turn(false, first);
    }
    if (fits(group)) for (const strip of group) put(strip);
    else for (const strip of group) putTall(strip);
  }
  closePage();
  while (pageNotes.length > 0) {
    openPage(false, null);
    closePage();
  }
  return pages;
}

const sameGrid = (strip: Strip, as: RowStrip): boolean => strip.kind === "row" && strip.grid === as.grid;

function groupsOf(strips: readonly Strip[]): Strip[][] {
  const groups: Strip[][] = [];
  for (const strip of strips) {
    if (groups.length > 0 && !strip.mayBreak && !strip.mustBreak) groups.at(-1)!.push(strip);
    else groups.push([strip]);
  }
  return groups;
}
