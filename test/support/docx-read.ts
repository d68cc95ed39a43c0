/**
 * Reads a finished DOCX back from its raw OOXML: unzipped through zlib, parsed by saxes, with the properties that hold
 * after the inheritance of styles (ECMA-376-1, 17.7.2: document defaults, styles along `basedOn`, direct formatting).
 * Shares no code with the emitter. Lengths and sizes are points.
 */

import {
  borders,
  type DocxBorder,
  type DocxStyle,
  isOn,
  merge,
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperties,
  readRunProperties,
  readStyles,
  type Sides,
  type StyleEntry,
  type StyleTable,
  toggle,
  twip,
} from "./docx-styles.ts";
import { child, childrenNamed, descendants, type Element, elements, parseXml, textOf, unzip } from "./ooxml.ts";

export type { DocxBorder, DocxStyle, Sides } from "./docx-styles.ts";
export { breakPart, pack, unzip } from "./ooxml.ts";

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

// ── Paragraphs and tables ───────────────────────────────────────────────────────────────────────────────────────────

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
