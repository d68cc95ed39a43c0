/**
 * word/numbering.xml: the numbers and bullets that Word sets by itself (ECMA-376-1, 17.9). Word counts along the abstract
 * list: lists that share one go on from each other, and a list that restarts does so where it first appears.
 */
import { fromLegacyFont } from "../../source/legacy.ts";
import { visible } from "./characters.ts";
import { type RunFormat, runFormat } from "./formatting.ts";
import { formatted } from "./number-formats.ts";
import { withoutSymbols } from "./symbols.ts";
import { child, childrenNamed, collect, type Element, type Handler, integer, onOff, skip, valueIn } from "./xml.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.`; a bullet as it stands in its font. */
  readonly text: string;
  /** Index of the level above whose use restarts this one: by default the one just above; -1 for never. */
  readonly restartAfter: number;
  readonly isLegal: boolean;
  readonly hasPicture: boolean;
  /** Id of the paragraph style that this level belongs to. */
  readonly style: string | undefined;
  readonly run: RunFormat;
}

interface AbstractList {
  readonly levels: ReadonlyMap<number, Level>;
  /** Name of the numbering style that this list defines, and of the one that defines it. */
  readonly styleLink: string | undefined;
  readonly numStyleLink: string | undefined;
}

interface List {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** A paragraph's place in a list. */
export interface ListPlace {
  readonly list: string;
  /** The level that is said directly. Without it counts the level that belongs to one of the styles, from the
   * paragraph's own to the root, and then the one that a style says. */
  readonly level: number | undefined;
  readonly styles: readonly string[];
  readonly styleLevel: number | undefined;
}

export interface Label {
  readonly text: string;
  readonly level: number;
}

export interface Numbering {
  /** Counts the paragraph and gives its label; null when there is no such list. `font` is that of its mark. */
  readonly next: (place: ListPlace, font: string) => Label | null;
}

const lastLevel = 8;

function readLevel(element: Element, index: number): Level {
  const restart = integer(valueIn(element, "w:lvlRestart"));
  return {
    start: integer(valueIn(element, "w:start")) ?? 0,
    format: valueIn(element, "w:numFmt") ?? "decimal",
    text: valueIn(element, "w:lvlText") ?? "",
    // It counts levels from 1; one that is not above this level says nothing.
    restartAfter: restart === undefined || restart > index ? index - 1 : restart - 1,
    isLegal: onOff(element, "w:isLgl") ?? false,
    hasPicture: child(element, "w:lvlPicBulletId") !== undefined,
    style: valueIn(element, "w:pStyle"),
    run: runFormat(child(element, "w:rPr")),
  };
}

const indexOf = (element: Element): number => integer(element.attributes["w:ilvl"]) ?? 0;

const readAbstract = (element: Element): AbstractList => ({
  levels: new Map(childrenNamed(element, "w:lvl").map((level) => [indexOf(level), readLevel(level, indexOf(level))])),
  styleLink: valueIn(element, "w:styleLink"),
  numStyleLink: valueIn(element, "w:numStyleLink"),
});

function readList(element: Element): List {
  const starts = new Map<number, number>();
  const levels = new Map<number, Level>();
  for (const override of childrenNamed(element, "w:lvlOverride")) {
    const index = indexOf(override);
    const start = integer(valueIn(override, "w:startOverride"));
    const level = child(override, "w:lvl");
    if (start !== undefined) starts.set(index, start);
    if (level) levels.set(index, readLevel(level, index));
  }
  return { abstract: valueIn(element, "w:abstractNumId") ?? "", starts, levels };
}

/** Bullets of the font that Word takes for round ones, which has letters in their places. */
const bulletOf = (text: string, font: string): string =>
  text === "o" && /^courier/i.test(font) ? "○" : visible(withoutSymbols(text, font).text).trim();

function makeNumbering(
  abstracts: ReadonlyMap<string, AbstractList>,
  lists: ReadonlyMap<string, List>,
  listOfStyle: (style: string) => string | undefined,
): Numbering {
  const byStyleLink = new Map<string, string>();
  for (const [id, { styleLink }] of abstracts) if (styleLink !== undefined) byStyleLink.set(styleLink, id);

  /** The abstract list that has the levels: a list may borrow those of a numbering style. */
  const definitionOf = (list: List): string => {
    const link = abstracts.get(list.abstract)?.numStyleLink;
    if (link === undefined) return list.abstract;
    const direct = byStyleLink.get(link);
    if (direct !== undefined) return direct;
    const other = lists.get(listOfStyle(link) ?? "");
    return other?.abstract ?? list.abstract;
  };

  /** What each abstract list has counted, by level, and the restarts that were made. */
  const counts = new Map<string, (number | undefined)[]>();
  const restarted = new Set<string>();

  const next = (place: ListPlace, font: string): Label | null => {
    const list = lists.get(place.list);
    if (!list) return null;
    const definition = definitionOf(list);
    const abstract = abstracts.get(definition);
    const levelAt = (index: number): Level | undefined => list.levels.get(index) ?? abstract?.levels.get(index);
    const index = Math.max(
      0,
      Math.min(lastLevel, place.level ?? levelOfStyles(abstract, place.styles) ?? place.styleLevel ?? 0),
    );
    const level = levelAt(index);
    if (!level) return { text: "", level: index };

    const counted = counts.get(definition) ?? [];
    counts.set(definition, counted);
    const override = list.starts.get(index);
    const key = `${place.list} ${index}`;
    const restarts = override !== undefined && !restarted.has(key);
    if (restarts) restarted.add(key);
    const before = counted[index];
    counted[index] = restarts ? override : before === undefined ? level.start : before + 1;
    for (let below = index + 1; below <= lastLevel; below += 1) {
      const after = levelAt(below)?.restartAfter ?? below - 1;
      if (index <= after) counted[below] = undefined;
    }

    if (level.run.hidden) return { text: "", level: index };
    const labelFont = level.run.hAnsi || level.run.ascii || font;
    if (level.format === "bullet") {
      const text = level.hasPicture && level.text.trim() === "" ? "•" : bulletOf(level.text, labelFont);
      return { text, level: index };
    }
    const words = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = levelAt(at);
      // A level above that was never used shows where it would start.
      const value = counted[at] ?? list.starts.get(at) ?? shown?.start ?? 1;
      const format = shown?.format ?? "decimal";
      return formatted(value, level.isLegal && format !== "none" && format !== "bullet" ? "decimal" : format);
    });
    const converted = fromLegacyFont(words, labelFont) ?? withoutSymbols(words, labelFont).text;
    const text = visible(level.run.caps ? converted.toUpperCase() : converted).trim();
    return { text: level.format === "none" && !/[\p{L}\p{N}]/u.test(text) ? "" : text, level: index };
  };

  return { next };
}

/** The level that belongs to the first of these styles that has one. */
function levelOfStyles(abstract: AbstractList | undefined, styles: readonly string[]): number | undefined {
  if (!abstract) return undefined;
  for (const style of styles) {
    for (const [index, level] of abstract.levels) if (level.style === style) return index;
  }
  return undefined;
}

export const noNumbering: Numbering = { next: () => null };

/** The handler of the part, and the lists once it is read. `listOfStyle` names the list of a numbering style. */
export function numberingReader(listOfStyle: (style: string) => string | undefined): {
  readonly handler: Handler;
  readonly result: () => Numbering;
} {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  const root: Handler = {
    open: (tag) => {
      if (tag.name === "w:abstractNum")
        return collect(tag, (element) => {
          abstracts.set(element.attributes["w:abstractNumId"] ?? "", readAbstract(element));
        });
      if (tag.name !== "w:num") return skip;
      return collect(tag, (element) => {
        lists.set(element.attributes["w:numId"] ?? "", readList(element));
      });
    },
  };
  return { handler: { open: () => root }, result: () => makeNumbering(abstracts, lists, listOfStyle) };
}
