/**
 * Properties of paragraphs and runs in raw OOXML, and the styles that they are inherited from. Lengths and sizes are
 * points.
 */
import { child, childrenNamed, type Element, elements, parseXml } from "./ooxml.ts";

export interface DocxBorder {
  readonly style: string;
  readonly width: number;
  readonly space: number;
  readonly color: string;
}

export type Sides = "top" | "left" | "bottom" | "right";

export interface DocxStyle {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly isDefault: boolean;
  readonly basedOn?: string;
  readonly next?: string;
}

export const twip = (value: string | undefined): number | undefined =>
  value === undefined ? undefined : Number(value) / 20;
export const isOn = (element: Element): boolean => !["0", "false", "off"].includes(element.attributes["w:val"] ?? "1");

export interface ParagraphProperties {
  align?: string;
  before?: number;
  after?: number;
  line?: number;
  lineRule?: string;
  firstLine?: number;
  left?: number;
  right?: number;
  keepNext?: boolean;
  keepLines?: boolean;
  widowControl?: boolean;
  pageBreakBefore?: boolean;
  contextualSpacing?: boolean;
  outline?: number;
  borders?: Partial<Record<Sides, DocxBorder>>;
}

export interface RunProperties {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  size?: number;
  ascii?: string;
  hAnsi?: string;
  cs?: string;
  eastAsia?: string;
  color?: string;
  raised?: boolean;
  language?: string;
}

export function border(element: Element): DocxBorder {
  const { attributes } = element;
  return {
    style: attributes["w:val"] ?? "none",
    width: Number(attributes["w:sz"] ?? 0) / 8,
    space: Number(attributes["w:space"] ?? 0),
    color: attributes["w:color"] ?? "auto",
  };
}

export const borders = (element: Element | undefined): Record<string, DocxBorder> =>
  Object.fromEntries(elements(element).map((side) => [side.name.replace("w:", ""), border(side)]));

export function readParagraphProperties(pPr: Element | undefined): ParagraphProperties {
  const properties: ParagraphProperties = {};
  for (const element of elements(pPr)) {
    const { attributes } = element;
    const value = attributes["w:val"];
    switch (element.name) {
      case "w:jc":
        properties.align = value === "start" ? "left" : value === "end" ? "right" : value;
        break;
      case "w:spacing": {
        const before = twip(attributes["w:before"]);
        const after = twip(attributes["w:after"]);
        if (before !== undefined) properties.before = before;
        if (after !== undefined) properties.after = after;
        if (attributes["w:line"] !== undefined) {
          properties.lineRule = attributes["w:lineRule"] ?? "auto";
          properties.line = Number(attributes["w:line"]) / (properties.lineRule === "auto" ? 240 : 20);
        }
        break;
      }
      case "w:ind": {
        const left = twip(attributes["w:left"] ?? attributes["w:start"]);
        const right = twip(attributes["w:right"] ?? attributes["w:end"]);
        const hanging = twip(attributes["w:hanging"]);
        const firstLine = hanging !== undefined ? -hanging : twip(attributes["w:firstLine"]);
        if (left !== undefined) properties.left = left;
        if (right !== undefined) properties.right = right;
        if (firstLine !== undefined) properties.firstLine = firstLine;
        break;
      }
      case "w:keepNext":
        properties.keepNext = isOn(element);
        break;
      case "w:keepLines":
        properties.keepLines = isOn(element);
        break;
      case "w:widowControl":
        properties.widowControl = isOn(element);
        break;
      case "w:pageBreakBefore":
        properties.pageBreakBefore = isOn(element);
        break;
      case "w:contextualSpacing":
        properties.contextualSpacing = isOn(element);
        break;
      case "w:outlineLvl":
        properties.outline = Number(value);
        break;
      case "w:pBdr":
        properties.borders = borders(element);
        break;
    }
  }
  return properties;
}

export function readRunProperties(rPr: Element | undefined): RunProperties {
  const properties: RunProperties = {};
  for (const element of elements(rPr)) {
    const { attributes } = element;
    const value = attributes["w:val"];
    switch (element.name) {
      case "w:b":
        properties.bold = isOn(element);
        break;
      case "w:i":
        properties.italic = isOn(element);
        break;
      case "w:u":
        properties.underline = value !== "none";
        break;
      case "w:sz":
        properties.size = Number(value) / 2;
        break;
      case "w:rFonts":
        for (const script of ["ascii", "hAnsi", "cs", "eastAsia"] as const) {
          // A font of the theme goes before a named one.
          const theme = attributes[`w:${script}Theme`] ?? (script === "cs" ? attributes["w:cstheme"] : undefined);
          const font = theme === undefined ? attributes[`w:${script}`] : `theme:${theme}`;
          if (font !== undefined) properties[script] = font;
        }
        break;
      case "w:color":
        properties.color =
          attributes["w:themeColor"] !== undefined
            ? `theme:${attributes["w:themeColor"]}`
            : value === "auto" || value === undefined
              ? "#000000"
              : `#${value.toUpperCase()}`;
        break;
      case "w:vertAlign":
        properties.raised = value === "superscript";
        break;
      case "w:lang":
        if (value !== undefined) properties.language = value;
        break;
    }
  }
  return properties;
}

export interface StyleEntry extends DocxStyle {
  readonly pPr: ParagraphProperties;
  readonly rPr: RunProperties;
}

export interface StyleTable {
  readonly list: readonly StyleEntry[];
  readonly defaults: { readonly pPr: ParagraphProperties; readonly rPr: RunProperties };
  /** From the root to the style itself. */
  chain(id: string | undefined, type: string): StyleEntry[];
}

export function readStyles(xml: string | undefined): StyleTable {
  const root = xml === undefined ? undefined : parseXml(xml);
  const list = childrenNamed(root, "w:style").map((style): StyleEntry => {
    const value = (name: string): string | undefined => child(style, name)?.attributes["w:val"];
    const on = style.attributes["w:default"];
    return {
      id: style.attributes["w:styleId"] ?? "",
      name: value("w:name") ?? "",
      type: style.attributes["w:type"] ?? "",
      isDefault: on === "1" || on === "true" || on === "on",
      basedOn: value("w:basedOn"),
      next: value("w:next"),
      pPr: readParagraphProperties(child(style, "w:pPr")),
      rPr: readRunProperties(child(style, "w:rPr")),
    };
  });
  const docDefaults = child(root, "w:docDefaults");
  return {
    list,
    defaults: {
      pPr: readParagraphProperties(child(child(docDefaults, "w:pPrDefault"), "w:pPr")),
      rPr: readRunProperties(child(child(docDefaults, "w:rPrDefault"), "w:rPr")),
    },
    chain(id, type) {
      const found: StyleEntry[] = [];
      let style =
        list.find((entry) => entry.id === id && entry.type === type) ??
        (type === "paragraph" ? list.find((entry) => entry.type === type && entry.isDefault) : undefined);
      while (style && !found.includes(style)) {
        found.unshift(style);
        const parent: string | undefined = style.basedOn;
        style = list.find((entry) => entry.id === parent);
      }
      return found;
    },
  };
}

/** Toggle properties (17.7.3): of paragraph and character style, one alone switches on; said directly, it is said. */
export const toggle = (
  paragraphStyle: boolean | undefined,
  characterStyle: boolean | undefined,
  direct: boolean | undefined,
): boolean => direct ?? (paragraphStyle ?? false) !== (characterStyle ?? false);

export const merge = <T extends object>(...layers: readonly T[]): T => Object.assign({}, ...layers);
