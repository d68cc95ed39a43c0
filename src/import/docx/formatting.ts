/**
 * Direct properties of runs, paragraphs and borders as they are written in one place: what is not said is left out, so
 * that layers can be laid one over the other. Only what the reader needs of them.
 */
import type { RawParagraph } from "../raw.ts";
import { child, type Element, integer, isOn, onOff, valueIn } from "./xml.ts";

export type Raised = "superscript" | "subscript";

export interface RunFormat {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly caps?: boolean;
  readonly hidden?: boolean;
  /** null: on the line, said so. */
  readonly raised?: Raised | null;
  /** Above (or, negative, below) the line, and size of type: half points. */
  readonly position?: number;
  readonly size?: number;
  /** Fonts of ASCII and of other letters; "" for a font of the theme, which is never a legacy one. */
  readonly ascii?: string;
  readonly hAnsi?: string;
}

export interface ParagraphFormat {
  readonly align?: NonNullable<RawParagraph["align"]>;
  /** 0–8 for headings, 9 for text. */
  readonly outline?: number;
  /** 0 switches numbering off. */
  readonly list?: string;
  readonly level?: number;
  readonly pageBreakBefore?: boolean;
  /** Where the first line begins, right of the margin: twips. */
  readonly left?: number;
  readonly firstLine?: number;
}

/** The layers laid over each other: what a later one says holds. */
export function over<T extends object>(...layers: readonly T[]): T {
  const result: Record<string, unknown> = {};
  for (const layer of layers) {
    for (const [key, value] of Object.entries(layer)) if (value !== undefined) result[key] = value;
  }
  return result as T;
}

const font = (fonts: Element | undefined, script: "ascii" | "hAnsi"): string | undefined =>
  fonts?.attributes[`w:${script}Theme`] === undefined ? fonts?.attributes[`w:${script}`] : "";

/** The properties of a `w:rPr`. */
export function runFormat(rPr: Element | undefined): RunFormat {
  if (!rPr || rPr.children.length === 0) return {};
  const raised = valueIn(rPr, "w:vertAlign");
  const fonts = child(rPr, "w:rFonts");
  return {
    bold: onOff(rPr, "w:b"),
    italic: onOff(rPr, "w:i"),
    caps: onOff(rPr, "w:caps"),
    hidden: onOff(rPr, "w:vanish"),
    raised: raised === undefined ? undefined : raised === "superscript" || raised === "subscript" ? raised : null,
    position: integer(valueIn(rPr, "w:position")),
    size: integer(valueIn(rPr, "w:sz")),
    ascii: font(fonts, "ascii"),
    hAnsi: font(fonts, "hAnsi"),
  };
}

const alignments: ReadonlyMap<string, NonNullable<RawParagraph["align"]>> = new Map([
  ["left", "left"],
  ["start", "left"],
  ["center", "center"],
  ["right", "right"],
  ["end", "right"],
]);

/** The properties of a `w:pPr`. */
export function paragraphFormat(pPr: Element | undefined): ParagraphFormat {
  if (!pPr || pPr.children.length === 0) return {};
  const align = valueIn(pPr, "w:jc");
  const numbering = child(pPr, "w:numPr");
  const indent = child(pPr, "w:ind")?.attributes;
  const hanging = integer(indent?.["w:hanging"]);
  return {
    left: integer(indent?.["w:left"] ?? indent?.["w:start"]),
    firstLine: hanging === undefined ? integer(indent?.["w:firstLine"]) : -hanging,
    // The other values spread the words over the line, each in its own way.
    align: align === undefined ? undefined : (alignments.get(align) ?? "justify"),
    outline: integer(valueIn(pPr, "w:outlineLvl")),
    list: valueIn(numbering, "w:numId"),
    level: integer(valueIn(numbering, "w:ilvl")),
    pageBreakBefore: onOff(pPr, "w:pageBreakBefore"),
  };
}

/** Whether a line is drawn on each side; a side that is not mentioned is left out. */
export interface Borders {
  readonly top?: boolean;
  readonly bottom?: boolean;
  readonly left?: boolean;
  readonly right?: boolean;
  readonly insideH?: boolean;
  readonly insideV?: boolean;
}

/** White lines are how many hide a table's borders. */
const isDrawn = (line: Element | undefined): boolean | undefined => {
  if (!line) return undefined;
  const kind = line.attributes["w:val"] ?? "none";
  return kind !== "none" && kind !== "nil" && line.attributes["w:color"]?.toUpperCase() !== "FFFFFF";
};

/** The lines of a `w:tblBorders` or `w:tcBorders`. */
export const borders = (element: Element | undefined): Borders =>
  element === undefined
    ? {}
    : {
        top: isDrawn(child(element, "w:top")),
        bottom: isDrawn(child(element, "w:bottom")),
        left: isDrawn(child(element, "w:left") ?? child(element, "w:start")),
        right: isDrawn(child(element, "w:right") ?? child(element, "w:end")),
        insideH: isDrawn(child(element, "w:insideH")),
        insideV: isDrawn(child(element, "w:insideV")),
      };

/** `w:tblLook`: whether the table's first row is set apart. Old files say it in bits. */
export const looksAtFirstRow = (look: Element | undefined): boolean => {
  if (!look) return false;
  const said = look.attributes["w:firstRow"];
  if (said !== undefined) return isOn(said);
  return (Number.parseInt(look.attributes["w:val"] ?? "0", 16) & 0x20) !== 0;
};
