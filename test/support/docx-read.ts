/**
 * Reads a finished DOCX back from its raw OOXML: unzipped through zlib, parsed by saxes, with the properties that hold
 * after the inheritance of styles (ECMA-376-1, 17.7.2: document defaults, styles along `basedOn`, direct formatting).
 * Shares no code with the emitter. Lengths and sizes are points.
 */
import { crc32, inflateRawSync } from "node:zlib";
import { SaxesParser } from "saxes";

// ── XML ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Parses a part; names keep their prefix (`w:p`). Throws on XML that is not well formed. */
export function parseXml(xml: string): Element {
  const root = { name: "", attributes: {}, children: [] as (Element | string)[] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const element = { name: tag.name, attributes: tag.attributes, children: [] };
    open[open.length - 1]!.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (text) => {
    open[open.length - 1]!.children.push(text);
  });
  parser.write(xml).close();
  return root.children.find((child): child is Element => typeof child !== "string")!;
}

export const elements = (parent: Element | undefined): Element[] =>
  (parent?.children ?? []).filter((child): child is Element => typeof child !== "string");
export const child = (parent: Element | undefined, name: string): Element | undefined =>
  elements(parent).find((element) => element.name === name);
export const childrenNamed = (parent: Element | undefined, name: string): Element[] =>
  elements(parent).filter((element) => element.name === name);
export const textOf = (element: Element): string =>
  element.children.map((part) => (typeof part === "string" ? part : textOf(part))).join("");
/** All elements of that name, at any depth. */
export const descendants = (parent: Element, name: string): Element[] =>
  elements(parent).flatMap((element) => [...(element.name === name ? [element] : []), ...descendants(element, name)]);

// ── Package ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
  /** DOS date and time as they stand in the file. */
  readonly date: number;
  readonly time: number;
}

/** The entries of a ZIP file in the order of its directory. Throws on one that is damaged. */
export function unzip(file: Uint8Array): ZipEntry[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("not a ZIP file");
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0, count = bytes.readUInt16LE(end + 10); i < count; i += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error("damaged directory");
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const content = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    if (crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error(`damaged entry ${name}`);
    entries.push({ name, content, time: bytes.readUInt16LE(at + 12), date: bytes.readUInt16LE(at + 14) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

// ── What a reader sees ──────────────────────────────────────────────────────────────────────────────────────────────

export interface DocxRun {
  /** Words; a forced break is "\n", a tab "\t". */
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly size: number;
  readonly fonts: { readonly ascii: string; readonly hAnsi: string; readonly cs: string; readonly eastAsia: string };
  /** `#RRGGBB`; "auto" counts as black. */
  readonly color: string;
  readonly raised: boolean;
  readonly language: string;
  /** Instruction of the field that this run belongs to: `PAGE`. */
  readonly field?: string;
  /** Id of the footnote that is referred to here. */
  readonly note?: string;
}

export interface DocxBorder {
  readonly style: string;
  readonly width: number;
  readonly space: number;
  readonly color: string;
}

export type Sides = "top" | "left" | "bottom" | "right";

export interface DocxParagraph {
  readonly kind: "paragraph";
  readonly styleId: string;
  /** The name that Word shows. */
  readonly styleName: string;
  readonly text: string;
  readonly runs: readonly DocxRun[];
  readonly align: "left" | "center" | "right" | "both";
  readonly before: number;
  readonly after: number;
  /** A multiple of single spacing for "auto", else points. */
  readonly line: number;
  readonly lineRule: "auto" | "exact" | "atLeast";
  /** Negative when hanging. */
  readonly firstLine: number;
  readonly left: number;
  readonly right: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly widowControl: boolean;
  readonly pageBreakBefore: boolean;
  readonly contextualSpacing: boolean;
  /** 1…9, absent for body text. */
  readonly outlineLevel?: number;
  /** Size of the paragraph mark, which gives an empty paragraph its height. */
  readonly markSize: number;
  readonly borders: Readonly<Partial<Record<Sides, DocxBorder>>>;
  /** Names of the bookmarks that begin in it. */
  readonly bookmarks: readonly string[];
  /** Names of direct paragraph properties: what is not said by the style. */
  readonly direct: readonly string[];
}

export interface DocxCell {
  /** First column, from the grid. */
  readonly column: number;
  readonly width: number;
  readonly colSpan: number;
  readonly merge?: "restart" | "continue";
  readonly verticalAlign: "top" | "center" | "bottom";
  readonly content: readonly DocxBlock[];
  readonly text: string;
}

export interface DocxRow {
  readonly header: boolean;
  readonly cantSplit: boolean;
  readonly height?: { readonly value: number; readonly rule: string };
  readonly cells: readonly DocxCell[];
}

export interface DocxTable {
  readonly kind: "table";
  readonly width: number;
  readonly widthType: string;
  readonly layout: string;
  readonly indent: number;
  readonly align: string;
  readonly grid: readonly number[];
  readonly borders: Readonly<Record<string, DocxBorder>>;
  readonly margins: Readonly<Record<Sides, number>>;
  readonly rows: readonly DocxRow[];
}

export type DocxBlock = DocxParagraph | DocxTable;

export interface DocxSection {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly orientation: "portrait" | "landscape";
  readonly margins: Readonly<Record<Sides | "header" | "footer" | "gutter", number>>;
  readonly titlePage: boolean;
  readonly numberStart?: number;
  readonly numberFormat: string;
  /** What its pages show, taken over from the section before where it says nothing. */
  readonly headers: { readonly default: readonly DocxBlock[]; readonly first: readonly DocxBlock[] };
  readonly footers: { readonly default: readonly DocxBlock[]; readonly first: readonly DocxBlock[] };
  readonly blocks: readonly DocxBlock[];
}

export interface DocxStyle {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly isDefault: boolean;
  readonly basedOn?: string;
  readonly next?: string;
}

export interface DocxFile {
  /** Text of every part by its name. */
  readonly parts: ReadonlyMap<string, string>;
  readonly sections: readonly DocxSection[];
  readonly notes: readonly { readonly id: string; readonly paragraphs: readonly DocxParagraph[] }[];
  readonly styles: readonly DocxStyle[];
  /** Of docProps/core.xml by local name: `title`, `creator`… */
  readonly core: Readonly<Record<string, string>>;
  readonly custom: Readonly<Record<string, string>>;
  readonly compatibilityMode?: number;
}

// ── Properties and their inheritance ────────────────────────────────────────────────────────────────────────────────

const twip = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value) / 20);
const isOn = (element: Element): boolean => !["0", "false", "off"].includes(element.attributes["w:val"] ?? "1");

interface ParagraphProperties {
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

interface RunProperties {
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

function border(element: Element): DocxBorder {
  const { attributes } = element;
  return {
    style: attributes["w:val"] ?? "none",
    width: Number(attributes["w:sz"] ?? 0) / 8,
    space: Number(attributes["w:space"] ?? 0),
    color: attributes["w:color"] ?? "auto",
  };
}

const borders = (element: Element | undefined): Record<string, DocxBorder> =>
  Object.fromEntries(elements(element).map((side) => [side.name.replace("w:", ""), border(side)]));

function readParagraphProperties(pPr: Element | undefined): ParagraphProperties {
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

function readRunProperties(rPr: Element | undefined): RunProperties {
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

interface StyleEntry extends DocxStyle {
  readonly pPr: ParagraphProperties;
  readonly rPr: RunProperties;
}

interface StyleTable {
  readonly list: readonly StyleEntry[];
  readonly defaults: { readonly pPr: ParagraphProperties; readonly rPr: RunProperties };
  /** From the root to the style itself. */
  chain(id: string | undefined, type: string): StyleEntry[];
}

function readStyles(xml: string | undefined): StyleTable {
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
const toggle = (
  paragraphStyle: boolean | undefined,
  characterStyle: boolean | undefined,
  direct: boolean | undefined,
): boolean => direct ?? (paragraphStyle ?? false) !== (characterStyle ?? false);

const merge = <T extends object>(...layers: readonly T[]): T => Object.assign({}, ...layers);

interface Reading {
  readonly styles: StyleTable;
}

function readRuns(p: Element, styleChain: readonly StyleEntry[], { styles }: Reading): DocxRun[] {
  const fromParagraph = merge<RunProperties>({}, ...styleChain.map((style) => style.rPr));
  const runs: DocxRun[] = [];
  let field: { instruction: string } | undefined;
  const visit = (parent: Element): void => {
    for (const element of elements(parent)) {
      // Deleted text is not read; inserted text, links, smart tags and content controls are.
      if (["w:ins", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple"].includes(element.name)) {
        if (element.name === "w:fldSimple") field = { instruction: element.attributes["w:instr"]?.trim() ?? "" };
        visit(element);
        if (element.name === "w:fldSimple") field = undefined;
      }
      if (element.name !== "w:r") continue;
      const rPr = child(element, "w:rPr");
      const direct = readRunProperties(rPr);
      const characterChain = styles.chain(child(rPr, "w:rStyle")?.attributes["w:val"], "character");
      const fromCharacter = merge<RunProperties>({}, ...characterChain.map((style) => style.rPr));
      const all = merge<RunProperties>(styles.defaults.rPr, fromParagraph, fromCharacter, direct);
      let text = "";
      let note: string | undefined;
      for (const part of elements(element)) {
        switch (part.name) {
          case "w:t": {
            const words = textOf(part);
            // Without xml:space="preserve" blanks at the ends are lost.
            text += part.attributes["xml:space"] === "preserve" ? words : words.trim();
            break;
          }
          case "w:br":
          case "w:cr":
            text += "\n";
            break;
          case "w:tab":
            text += "\t";
            break;
          case "w:noBreakHyphen":
            text += "\u2011";
            break;
          case "w:instrText":
            if (field) field.instruction += textOf(part).trim();
            break;
          case "w:footnoteReference":
            note = part.attributes["w:id"];
            break;
          case "w:fldChar": {
            const type = part.attributes["w:fldCharType"];
            if (type === "begin") field = { instruction: "" };
            if (type === "end" && field) {
              runs.push(makeRun("", all, fromParagraph, fromCharacter, direct, field.instruction));
              field = undefined;
            }
            break;
          }
        }
      }
      if (text !== "" || note !== undefined)
        runs.push(makeRun(text, all, fromParagraph, fromCharacter, direct, field?.instruction, note));
    }
  };
  visit(p);
  return runs;
}

function makeRun(
  text: string,
  all: RunProperties,
  fromParagraph: RunProperties,
  fromCharacter: RunProperties,
  direct: RunProperties,
  field?: string,
  note?: string,
): DocxRun {
  return {
    text,
    bold: toggle(fromParagraph.bold, fromCharacter.bold, direct.bold),
    italic: toggle(fromParagraph.italic, fromCharacter.italic, direct.italic),
    underline: all.underline ?? false,
    size: all.size ?? 10,
    fonts: {
      ascii: all.ascii ?? "",
      hAnsi: all.hAnsi ?? "",
      cs: all.cs ?? "",
      eastAsia: all.eastAsia ?? "",
    },
    color: all.color ?? "#000000",
    raised: all.raised ?? false,
    language: all.language ?? "",
    field,
    note,
  };
}

function readParagraph(p: Element, reading: Reading): DocxParagraph {
  const pPr = child(p, "w:pPr");
  const chain = reading.styles.chain(child(pPr, "w:pStyle")?.attributes["w:val"], "paragraph");
  const style = chain[chain.length - 1];
  const { defaults } = reading.styles;
  const all = merge<ParagraphProperties>(
    defaults.pPr,
    ...chain.map((entry) => entry.pPr),
    readParagraphProperties(pPr),
  );
  const mark = merge<RunProperties>(
    defaults.rPr,
    ...chain.map((entry) => entry.rPr),
    readRunProperties(child(pPr, "w:rPr")),
  );
  const runs = readRuns(p, chain, reading);
  return {
    kind: "paragraph",
    styleId: style?.id ?? "",
    styleName: style?.name ?? "",
    text: runs.map((run) => run.text).join(""),
    runs,
    align: (all.align ?? "left") as DocxParagraph["align"],
    before: all.before ?? 0,
    after: all.after ?? 0,
    line: all.line ?? 1,
    lineRule: (all.lineRule ?? "auto") as DocxParagraph["lineRule"],
    firstLine: all.firstLine ?? 0,
    left: all.left ?? 0,
    right: all.right ?? 0,
    keepNext: all.keepNext ?? false,
    keepLines: all.keepLines ?? false,
    // 17.3.1.44: on where nothing is said.
    widowControl: all.widowControl ?? true,
    pageBreakBefore: all.pageBreakBefore ?? false,
    contextualSpacing: all.contextualSpacing ?? false,
    outlineLevel: all.outline === undefined || all.outline > 8 ? undefined : all.outline + 1,
    markSize: mark.size ?? 10,
    borders: all.borders ?? {},
    bookmarks: descendants(p, "w:bookmarkStart").map((start) => start.attributes["w:name"] ?? ""),
    direct: elements(pPr).flatMap((element) => (element.name === "w:pStyle" ? [] : [element.name.replace("w:", "")])),
  };
}

function readTable(tbl: Element, reading: Reading): DocxTable {
  const tblPr = child(tbl, "w:tblPr");
  const width = child(tblPr, "w:tblW")?.attributes;
  const margins = child(tblPr, "w:tblCellMar");
  const margin = (side: Sides, fallback: number): number =>
    twip(
      (child(margins, `w:${side}`) ?? child(margins, side === "left" ? "w:start" : side === "right" ? "w:end" : ""))
        ?.attributes["w:w"],
    ) ?? fallback;
  const grid = childrenNamed(child(tbl, "w:tblGrid"), "w:gridCol").map((column) => twip(column.attributes["w:w"]) ?? 0);
  return {
    kind: "table",
    width: twip(width?.["w:w"]) ?? 0,
    widthType: width?.["w:type"] ?? "auto",
    layout: child(tblPr, "w:tblLayout")?.attributes["w:type"] ?? "autofit",
    indent: twip(child(tblPr, "w:tblInd")?.attributes["w:w"]) ?? 0,
    align: child(tblPr, "w:jc")?.attributes["w:val"] ?? "left",
    grid,
    borders: borders(child(tblPr, "w:tblBorders")),
    // Word's own default: 0.19 cm at the sides.
    margins: {
      top: margin("top", 0),
      bottom: margin("bottom", 0),
      left: margin("left", 5.4),
      right: margin("right", 5.4),
    },
    rows: childrenNamed(tbl, "w:tr").map((tr) => readRow(tr, reading)),
  };
}

function readRow(tr: Element, reading: Reading): DocxRow {
  const trPr = child(tr, "w:trPr");
  const height = child(trPr, "w:trHeight")?.attributes;
  const flag = (name: string): boolean => {
    const element = child(trPr, name);
    return element !== undefined && isOn(element);
  };
  let column = Number(child(trPr, "w:gridBefore")?.attributes["w:val"] ?? 0);
  const cells = childrenNamed(tr, "w:tc").map((tc): DocxCell => {
    const tcPr = child(tc, "w:tcPr");
    const merged = child(tcPr, "w:vMerge");
    const colSpan = Number(child(tcPr, "w:gridSpan")?.attributes["w:val"] ?? 1);
    const content = readBlocks(tc, reading);
    const cell: DocxCell = {
      column,
      width: twip(child(tcPr, "w:tcW")?.attributes["w:w"]) ?? 0,
      colSpan,
      merge: merged ? (merged.attributes["w:val"] === "restart" ? "restart" : "continue") : undefined,
      verticalAlign: (child(tcPr, "w:vAlign")?.attributes["w:val"] ?? "top") as DocxCell["verticalAlign"],
      content,
      text: paragraphsOf(content)
        .map((paragraph) => paragraph.text)
        .join("\n"),
    };
    column += colSpan;
    return cell;
  });
  return {
    header: flag("w:tblHeader"),
    cantSplit: flag("w:cantSplit"),
    height: height ? { value: twip(height["w:val"]) ?? 0, rule: height["w:hRule"] ?? "auto" } : undefined,
    cells,
  };
}

const readBlocks = (parent: Element, reading: Reading): DocxBlock[] =>
  elements(parent).flatMap((element): DocxBlock[] => {
    if (element.name === "w:p") return [readParagraph(element, reading)];
    if (element.name === "w:tbl") return [readTable(element, reading)];
    if (element.name === "w:sdt") return readBlocks(child(element, "w:sdtContent")!, reading);
    return [];
  });

/** All paragraphs in reading order, those of cells included. */
export const paragraphsOf = (blocks: readonly DocxBlock[]): DocxParagraph[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.content))),
  );

/** All tables in reading order, nested ones after the table they stand in. */
export const tablesOf = (blocks: readonly DocxBlock[]): DocxTable[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? []
      : [block, ...block.rows.flatMap((row) => row.cells.flatMap((cell) => tablesOf(cell.content)))],
  );

// ── Sections ────────────────────────────────────────────────────────────────────────────────────────────────────────

type Furniture = { default: readonly DocxBlock[]; first: readonly DocxBlock[] };

function readSections(body: Element, partOf: (relationship: string) => Element, reading: Reading): DocxSection[] {
  const sections: DocxSection[] = [];
  let blocks: DocxBlock[] = [];
  let headers: Furniture = { default: [], first: [] };
  let footers: Furniture = { default: [], first: [] };
  const close = (sectPr: Element): void => {
    const furniture = (name: string, before: Furniture): Furniture => {
      const result = { ...before };
      for (const reference of childrenNamed(sectPr, name)) {
        const type = reference.attributes["w:type"];
        if (type === "default" || type === "first")
          result[type] = readBlocks(partOf(reference.attributes["r:id"] ?? ""), reading);
      }
      return result;
    };
    headers = furniture("w:headerReference", headers);
    footers = furniture("w:footerReference", footers);
    const size = child(sectPr, "w:pgSz")?.attributes ?? {};
    const margin = child(sectPr, "w:pgMar")?.attributes ?? {};
    const numbers = child(sectPr, "w:pgNumType")?.attributes ?? {};
    const titlePage = child(sectPr, "w:titlePg");
    const edge = (name: string): number => twip(margin[`w:${name}`]) ?? 0;
    sections.push({
      type: child(sectPr, "w:type")?.attributes["w:val"] ?? "nextPage",
      width: twip(size["w:w"]) ?? 0,
      height: twip(size["w:h"]) ?? 0,
      orientation: size["w:orient"] === "landscape" ? "landscape" : "portrait",
      margins: {
        top: edge("top"),
        bottom: edge("bottom"),
        left: edge("left"),
        right: edge("right"),
        header: edge("header"),
        footer: edge("footer"),
        gutter: edge("gutter"),
      },
      titlePage: titlePage !== undefined && isOn(titlePage),
      numberStart: numbers["w:start"] === undefined ? undefined : Number(numbers["w:start"]),
      numberFormat: numbers["w:fmt"] ?? "decimal",
      headers,
      footers,
      blocks,
    });
    blocks = [];
  };
  for (const element of elements(body)) {
    if (element.name === "w:sectPr") close(element);
    else {
      const wrapper: Element = { name: "", attributes: {}, children: [element] };
      blocks.push(...readBlocks(wrapper, reading));
      const sectPr = element.name === "w:p" ? child(child(element, "w:pPr"), "w:sectPr") : undefined;
      if (sectPr) close(sectPr);
    }
  }
  return sections;
}

// ── The whole file ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Reads a DOCX. Throws when it is not a ZIP file of well-formed XML with a main document. */
export function readDocx(bytes: Uint8Array): DocxFile {
  const parts = new Map(unzip(bytes).map(({ name, content }) => [name, content.toString("utf8")]));
  const part = (name: string): string => {
    const xml = parts.get(name);
    if (xml === undefined) throw new Error(`no part ${name}`);
    return xml;
  };
  const relationships = new Map(
    elements(parseXml(part("word/_rels/document.xml.rels"))).map((relationship) => [
      relationship.attributes.Id ?? "",
      relationship.attributes.Target ?? "",
    ]),
  );
  const reading: Reading = { styles: readStyles(parts.get("word/styles.xml")) };
  const footnotes = parts.get("word/footnotes.xml");
  const settings = parts.get("word/settings.xml");
  const mode = settings
    ? descendants(parseXml(settings), "w:compatSetting").find(
        (setting) => setting.attributes["w:name"] === "compatibilityMode",
      )?.attributes["w:val"]
    : undefined;
  return {
    parts,
    sections: readSections(
      child(parseXml(part("word/document.xml")), "w:body")!,
      (id) => parseXml(part(`word/${relationships.get(id)}`)),
      reading,
    ),
    notes: footnotes
      ? childrenNamed(parseXml(footnotes), "w:footnote")
          .filter((note) => note.attributes["w:type"] === undefined || note.attributes["w:type"] === "normal")
          .map((note) => ({ id: note.attributes["w:id"] ?? "", paragraphs: paragraphsOf(readBlocks(note, reading)) }))
      : [],
    styles: reading.styles.list.map(({ id, name, type, isDefault, basedOn, next }) => ({
      id,
      name,
      type,
      isDefault,
      basedOn,
      next,
    })),
    core: Object.fromEntries(
      elements(parseXml(part("docProps/core.xml"))).map((element) => [
        element.name.replace(/^.*:/, ""),
        textOf(element),
      ]),
    ),
    custom: parts.has("docProps/custom.xml")
      ? Object.fromEntries(
          elements(parseXml(part("docProps/custom.xml"))).map((property) => [
            property.attributes.name ?? "",
            textOf(property),
          ]),
        )
      : {},
    compatibilityMode: mode === undefined ? undefined : Number(mode),
  };
}

/** All paragraphs of the body in reading order. */
export const bodyParagraphs = (docx: DocxFile): DocxParagraph[] =>
  docx.sections.flatMap((section) => paragraphsOf(section.blocks));

/** The paragraph that bears this bookmark, anywhere in body, headers, footers or notes. */
export const bookmarked = (docx: DocxFile, name: string): DocxParagraph | undefined =>
  [
    ...bodyParagraphs(docx),
    ...docx.sections.flatMap(({ headers, footers }) =>
      paragraphsOf([...headers.default, ...headers.first, ...footers.default, ...footers.first]),
    ),
    ...docx.notes.flatMap((note) => note.paragraphs),
  ].find((paragraph) => paragraph.bookmarks.includes(name));

/** A ZIP file of these parts, stored as they are: for files that a test breaks on purpose. */
export function pack(parts: ReadonlyMap<string, string>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of parts) {
    const name = Buffer.from(path);
    const content = Buffer.from(text);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(0x21, 12);
    header.writeUInt32LE(crc32(content), 14);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    files.push(header, name, content);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    header.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    offset += header.length + name.length + content.length;
  }
  const size = directory.reduce((total, part) => total + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/** The file with one of its parts rewritten; throws when the change changes nothing. */
export function breakPart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = new Map(unzip(bytes).map(({ name, content }) => [name, content.toString("utf8")]));
  const before = parts.get(path);
  if (before === undefined) throw new Error(`no part ${path}`);
  const after = change(before);
  if (after === before) throw new Error(`nothing to break in ${path}`);
  parts.set(path, after);
  return pack(parts);
}
