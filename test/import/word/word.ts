/**
 * Word files as Microsoft Word saves them: runs cut where the clerk stopped typing, spelling marks between them, ids of
 * revisions, styles with Word's names. A piece is WordprocessingML together with the words that a reader sees printed,
 * so that the expected text of a document grows with it; automatic labels are given by hand.
 */
import { zip } from "../../../src/emit/docx/package.ts";

export interface Piece {
  readonly xml: string;
  /** As printed; "" for what is no part of the plan (Quốc hiệu, rules, deleted words). */
  readonly words: string;
}

export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** A number that depends on the words alone. */
export function hashOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
  return hash;
}

const hex = (value: number): string => (value >>> 0).toString(16).toUpperCase().padStart(8, "0");
/** Id of an editing session: a few in a document. */
const sessionOf = (text: string): string => `00${hex(0x5a1b00 + (hashOf(text) % 7) * 0x1d3).slice(2)}`;

// ── Runs ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  readonly caps?: boolean;
  readonly hidden?: boolean;
  readonly raised?: boolean;
  /** "" for that of the style. */
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  readonly color?: string;
  readonly style?: string;
}

export function runProperties(look: Look, language = "vi-VN"): string {
  const font = look.font ?? "Times New Roman";
  const size = look.size === undefined ? "" : `<w:sz w:val="${look.size * 2}"/><w:szCs w:val="${look.size * 2}"/>`;
  return [
    "<w:rPr>",
    look.style ? `<w:rStyle w:val="${look.style}"/>` : "",
    look.style || font === "" ? "" : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/>`,
    look.bold ? "<w:b/><w:bCs/>" : "",
    look.italic ? "<w:i/><w:iCs/>" : "",
    look.caps ? "<w:caps/>" : "",
    look.hidden ? "<w:vanish/>" : "",
    look.color ? `<w:color w:val="${look.color}"/>` : "",
    size,
    look.underlined ? '<w:u w:val="single"/>' : "",
    look.raised ? '<w:vertAlign w:val="superscript"/>' : "",
    `<w:lang w:val="${language}"/>`,
    "</w:rPr>",
  ].join("");
}

/** One run as it stands. */
export const rawRun = (inside: string, look: Look = {}, language?: string): string =>
  `<w:r w:rsidRPr="${sessionOf(inside)}">${runProperties(look, language)}${inside}</w:r>`;

const textElement = (text: string, name = "w:t"): string => `<${name} xml:space="preserve">${escaped(text)}</${name}>`;

/** Where Word cut a text into runs: after a correction, at a pause, in the middle of a word. */
function fragments(text: string): string[] {
  if (text.length < 24) return [text];
  const hash = hashOf(text);
  const cuts = [3 + (hash % (text.length - 6)), 3 + ((hash >>> 9) % (text.length - 6))].sort((a, b) => a - b);
  const count = hash % 3;
  if (count === 0) return [text];
  if (count === 1 || cuts[0] === cuts[1]) return [text.slice(0, cuts[0]), text.slice(cuts[0])];
  return [text.slice(0, cuts[0]), text.slice(cuts[0], cuts[1]), text.slice(cuts[1])];
}

/** Words in one look, in as many runs as Word would have made of them. */
export function run(text: string, look: Look = {}): Piece {
  const parts = fragments(text);
  const xml = parts
    .map((part, i) => {
      const spelling = i > 0 && hashOf(part) % 4 === 0;
      const body = rawRun(textElement(part), look, hashOf(part) % 5 === 0 ? "en-US" : "vi-VN");
      return spelling ? `<w:proofErr w:type="spellStart"/>${body}<w:proofErr w:type="spellEnd"/>` : body;
    })
    .join("");
  return { xml, words: text };
}

/** Something without letters in a run of its own. */
const mark =
  (inside: string, words: string) =>
  (look: Look = {}): Piece => ({ xml: rawRun(inside, look), words });

/** Shift+Enter. */
export const lineBreak = mark("<w:br/>", "\n");
export const tab = mark("<w:tab/>", " ");
export const hardHyphen = mark("<w:noBreakHyphen/>", "-");
export const softHyphen = mark("<w:softHyphen/>", "");
export const raisedTwo = (look: Look = {}): Piece => ({
  xml: rawRun(textElement("2"), { ...look, raised: true }),
  words: "²",
});

/** Seen on paper but no part of the plan. */
export const quiet = (piece: Piece): Piece => ({ xml: piece.xml, words: "" });

export const joined = (pieces: readonly (string | Piece)[], look: Look = {}): Piece => {
  const all = pieces.map((piece) => (typeof piece === "string" ? run(piece, look) : piece));
  return { xml: all.map((piece) => piece.xml).join(""), words: all.map((piece) => piece.words).join("") };
};

/** A field with its last result. */
export const field = (instruction: string, result: Piece, look: Look = {}): Piece => ({
  xml: [
    rawRun('<w:fldChar w:fldCharType="begin"/>', look),
    rawRun(`<w:instrText xml:space="preserve"> ${escaped(instruction)} </w:instrText>`, look),
    rawRun('<w:fldChar w:fldCharType="separate"/>', look),
    result.xml,
    rawRun('<w:fldChar w:fldCharType="end"/>', look),
  ].join(""),
  words: result.words,
});

// ── Paragraphs ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface ParagraphLook extends Look {
  readonly align?: "left" | "center" | "right" | "both";
  /** Id of the paragraph's style; the look of its runs is then the style's. */
  readonly paragraphStyle?: string;
  readonly list?: readonly [list: number, level: number];
  /** The number or bullet that Word prints before the words. */
  readonly label?: string;
  /** Twips. */
  readonly left?: number;
  readonly hanging?: number;
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly tabs?: string;
  readonly frame?: string;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly outline?: number;
  /** Inside of `w:rPr` of the paragraph's mark, before all others. */
  readonly markChange?: string;
  readonly section?: string;
  /** `w:pPrChange`: what the paragraph was before. */
  readonly change?: string;
}

export function paragraphProperties(look: ParagraphLook): string {
  const { before, after, line, left, hanging, firstLine } = look;
  const attribute = (name: string, value: number | undefined): string =>
    value === undefined ? "" : ` w:${name}="${value}"`;
  const spacing = `${attribute("before", before)}${attribute("after", after)}${line === undefined ? "" : ` w:line="${line}" w:lineRule="auto"`}`;
  const indent = `${attribute("left", left)}${attribute("hanging", hanging)}${attribute("firstLine", firstLine)}`;
  const own: Look = { ...look, style: undefined };
  const markLook = runProperties(own).replace("<w:rPr>", `<w:rPr>${look.markChange ?? ""}`);
  return [
    "<w:pPr>",
    look.paragraphStyle ? `<w:pStyle w:val="${look.paragraphStyle}"/>` : "",
    look.keepNext ? "<w:keepNext/>" : "",
    look.pageBreakBefore ? "<w:pageBreakBefore/>" : "",
    look.frame ?? "",
    look.list ? `<w:numPr><w:ilvl w:val="${look.list[1]}"/><w:numId w:val="${look.list[0]}"/></w:numPr>` : "",
    look.tabs ? `<w:tabs>${look.tabs}</w:tabs>` : "",
    spacing ? `<w:spacing${spacing}/>` : "",
    indent ? `<w:ind${indent}/>` : "",
    look.align ? `<w:jc w:val="${look.align}"/>` : "",
    look.outline === undefined ? "" : `<w:outlineLvl w:val="${look.outline}"/>`,
    markLook,
    look.section ?? "",
    look.change ?? "",
    "</w:pPr>",
  ].join("");
}

/** A paragraph; strings in it take its look. */
export function para(content: string | readonly (string | Piece)[], look: ParagraphLook = {}): Piece {
  const inside = joined(typeof content === "string" ? (content === "" ? [] : [content]) : content, look);
  const id = hex(0x10000000 + (hashOf(`${look.label ?? ""}${inside.xml}`) % 0x6fffffff));
  return {
    xml: `<w:p w14:paraId="${id}" w14:textId="77777777" w:rsidR="${sessionOf(id)}" w:rsidRDefault="${sessionOf(id)}">${paragraphProperties(look)}${inside.xml}</w:p>`,
    words: `${look.label ? `${look.label} ` : ""}${inside.words}`,
  };
}

export const nothing = (look: ParagraphLook = {}): Piece => para("", look);

/** Running text as most clerks set it. */
export const body = (content: string | readonly (string | Piece)[], look: ParagraphLook = {}): Piece =>
  para(content, { align: "both", firstLine: 720, before: 60, after: 60, ...look });

export const centered = (content: string | readonly (string | Piece)[], look: ParagraphLook = {}): Piece =>
  para(content, { align: "center", ...look });

// ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface CellLook {
  readonly span?: number;
  /** Part of a cell merged downwards: its top, or what goes on. */
  readonly merge?: "top" | "on";
  readonly width?: number;
}

export interface Cell extends Piece {
  readonly span: number;
  readonly xmlOf: (width: number) => string;
}

/** A cell of pieces, or of a text in a paragraph. */
export function cell(content: string | readonly Piece[], look: CellLook = {}, text: ParagraphLook = {}): Cell {
  const pieces = typeof content === "string" ? [para(content, { before: 20, after: 20, ...text })] : content;
  const xmlOf = (width: number): string =>
    [
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>`,
      (look.span ?? 1) > 1 ? `<w:gridSpan w:val="${look.span}"/>` : "",
      look.merge === "top" ? '<w:vMerge w:val="restart"/>' : look.merge === "on" ? "<w:vMerge/>" : "",
      '<w:vAlign w:val="center"/></w:tcPr>',
      pieces.map((piece) => piece.xml).join(""),
      "</w:tc>",
    ].join("");
  return {
    span: look.span ?? 1,
    xmlOf,
    xml: "",
    words: pieces
      .map((piece) => piece.words)
      .filter((words) => words !== "")
      .join("\n"),
  };
}

/** What goes on of a cell merged downwards. */
export const covered = (span = 1): Cell => cell([nothing()], { merge: "on", span });

export interface RowLook {
  readonly head?: boolean;
  /** Inside of `w:trPr`. */
  readonly change?: string;
}

export interface Row extends Piece {
  readonly xmlOf: (widths: readonly number[]) => string;
}

export function row(cells: readonly Cell[], look: RowLook = {}): Row {
  return {
    xml: "",
    words: cells
      .map((one) => one.words)
      .filter((words) => words !== "")
      .join(" | "),
    xmlOf: (widths) => {
      let column = 0;
      const inside = cells.map((one) => {
        const width = widths.slice(column, column + one.span).reduce((sum, own) => sum + own, 0);
        column += one.span;
        return one.xmlOf(width);
      });
      const properties = `${look.change ? "" : "<w:cantSplit/>"}${look.head ? "<w:tblHeader/>" : ""}<w:jc w:val="center"/>${look.change ?? ""}`;
      return `<w:tr w:rsidR="${sessionOf(inside.join(""))}"><w:trPr>${properties}</w:trPr>${inside.join("")}</w:tr>`;
    },
  };
}

/** A table: with lines (`grid`), or one that only sets text side by side (`none`). */
export function table(rows: readonly Row[], widths: readonly number[], lines: "grid" | "none" | "own" = "grid"): Piece {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const own = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(side).join("")}</w:tblBorders>`;
  const properties = [
    lines === "grid" ? '<w:tblStyle w:val="TableGrid"/>' : "",
    `<w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>`,
    lines === "own" ? own : "",
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>',
  ].join("");
  return {
    xml: `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows.map((one) => one.xmlOf(widths)).join("")}</w:tbl>`,
    words: rows
      .map((one) => one.words)
      .filter((words) => words !== "")
      .join("\n"),
  };
}

// ── Drawings ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** English Metric Units of a point. */
const emu = (points: number): number => Math.round(points * 12700);

function anchored(
  id: number,
  name: string,
  x: number,
  y: number,
  width: number,
  height: number,
  shape: string,
): string {
  return [
    `<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="${251659264 + id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`,
    '<wp:simplePos x="0" y="0"/>',
    `<wp:positionH relativeFrom="column"><wp:posOffset>${emu(x)}</wp:posOffset></wp:positionH>`,
    `<wp:positionV relativeFrom="paragraph"><wp:posOffset>${emu(y)}</wp:posOffset></wp:positionV>`,
    `<wp:extent cx="${emu(width)}" cy="${emu(height)}"/><wp:effectExtent l="0" t="0" r="19050" b="19050"/>`,
    height === 0 ? "<wp:wrapNone/>" : "<wp:wrapTopAndBottom/>",
    `<wp:docPr id="${id}" name="${name} ${id}"/><wp:cNvGraphicFramePr/>`,
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">',
    shape,
    "</a:graphicData></a:graphic></wp:anchor></w:drawing>",
  ].join("");
}

const shapeProperties = (kind: string, width: number, height: number): string =>
  `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm><a:prstGeom prst="${kind}"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>`;

const alternatives = (choice: string, fallback: string): Piece => ({
  xml: `<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback><w:pict>${fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  words: "",
});

/** A line drawn as a shape, as under “Độc lập - Tự do - Hạnh phúc”. */
export function drawnLine(id: number, x: number, width: number, y = 2): Piece {
  const shape = `<wps:wsp><wps:cNvCnPr/>${shapeProperties("line", width, 0)}<wps:bodyPr/></wps:wsp>`;
  return alternatives(
    anchored(id, "Straight Connector", x, y, width, 0, shape),
    `<v:line id="Straight_x0020_Connector_x0020_${id}" o:spid="_x0000_s${1025 + id}" style="position:absolute;z-index:${251659264 + id}" from="${x}pt,${y}pt" to="${x + width}pt,${y}pt" strokeweight=".5pt"/>`,
  );
}

/** A text box with words. Word writes them twice, once for older versions of itself. */
export function textBox(id: number, y: number, width: number, height: number, inside: readonly Piece[]): Piece {
  const words = inside.map((piece) => piece.words).join("\n");
  const content = `<w:txbxContent>${inside.map((piece) => piece.xml).join("")}</w:txbxContent>`;
  const shape = `<wps:wsp><wps:cNvSpPr txBox="1"/>${shapeProperties("rect", width, height)}<wps:txbx>${content}</wps:txbx><wps:bodyPr rot="0" vert="horz" wrap="square" lIns="91440" tIns="45720" rIns="91440" bIns="45720" anchor="t"/></wps:wsp>`;
  const box = alternatives(
    anchored(id, "Text Box", 20, y, width, height, shape),
    `<v:shape id="Text_x0020_Box_x0020_${id}" o:spid="_x0000_s${1025 + id}" type="#_x0000_t202" style="position:absolute;margin-left:20pt;margin-top:${y}pt;width:${width}pt;height:${height}pt;z-index:${251659264 + id}"><v:textbox>${content}</v:textbox><w10:wrap type="topAndBottom"/></v:shape>`,
  );
  return { xml: box.xml, words: `\n${words}\n` };
}

// ── Files ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Page {
  readonly landscape?: boolean;
  /** Ids of relationships of headers and footers. */
  readonly headers?: Readonly<Partial<Record<"default" | "first" | "even", string>>>;
  readonly footers?: Readonly<Partial<Record<"default" | "first" | "even", string>>>;
  readonly titlePage?: boolean;
  readonly type?: "nextPage" | "continuous";
  readonly firstNumber?: number;
  /** Top, right, bottom, left in twips. */
  readonly margins?: readonly [number, number, number, number];
}

export function section(page: Page = {}): string {
  const [top, right, bottom, left] = page.margins ?? [1134, 851, 1134, 1701];
  const furniture = (["header", "footer"] as const).flatMap((where) =>
    Object.entries((where === "header" ? page.headers : page.footers) ?? {}).map(
      ([type, id]) => `<w:${where}Reference w:type="${type}" r:id="${id}"/>`,
    ),
  );
  return [
    '<w:sectPr w:rsidR="00A12C44" w:rsidSect="00D93F10">',
    ...furniture,
    page.type ? `<w:type w:val="${page.type}"/>` : "",
    page.landscape
      ? '<w:pgSz w:w="16840" w:h="11907" w:orient="landscape" w:code="9"/>'
      : '<w:pgSz w:w="11907" w:h="16840" w:code="9"/>',
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="567" w:footer="567" w:gutter="0"/>`,
    page.firstNumber === undefined ? "" : `<w:pgNumType w:start="${page.firstNumber}"/>`,
    '<w:cols w:space="720"/>',
    page.titlePage ? "<w:titlePg/>" : "",
    '<w:docGrid w:linePitch="381"/></w:sectPr>',
  ].join("");
}

const namespaces = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
  ["m", "http://schemas.openxmlformats.org/officeDocument/2006/math"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["o", "urn:schemas-microsoft-com:office:office"],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["w10", "urn:schemas-microsoft-com:office:word"],
  ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["w14", "http://schemas.microsoft.com/office/word/2010/wordml"],
  ["w15", "http://schemas.microsoft.com/office/word/2012/wordml"],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const part = (root: string, inside: string): string =>
  `${declaration}<w:${root} ${namespaces} mc:Ignorable="w14 w15">${inside}</w:${root}>`;

/** Word's own styles, as far as these documents use them. */
const wordStyles = (size: number, font: string): string =>
  [
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="Calibri" w:hAnsi="Calibri" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr></w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map((name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join("")}</w:tblBorders></w:tblPr></w:style>`,
    '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="34"/><w:qFormat/><w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="808080"/></w:rPr></w:style>',
  ].join("");

export interface WordFile {
  readonly body: readonly Piece[];
  /** Of the last section. */
  readonly page?: Page;
  readonly size?: number;
  readonly font?: string;
  /** More styles. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  /** Insides by the id of the relationship. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly footers?: Readonly<Record<string, string>>;
  /** Addresses of links by the id of the relationship. */
  readonly links?: Readonly<Record<string, string>>;
  readonly settings?: string;
  readonly title?: string;
  readonly author?: string;
  /** The program, as it names itself in docProps/app.xml. */
  readonly program?: string;
  /** `2023-02-10`. */
  readonly saved?: string;
}

const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The bytes of a file: the same at any time. */
export function wordFile(file: WordFile): Uint8Array {
  const parts = new Map<string, string>();
  const overrides: string[] = [];
  const links: string[] = [];
  const add = (name: string, type: string, content: string, contentType: string): void => {
    parts.set(name, content);
    overrides.push(`<Override PartName="/${name}" ContentType="${contentType}"/>`);
    if (type !== "")
      links.push(
        `<Relationship Id="rId${links.length + 1}" Type="${officeRelationships}/${type}" Target="${name.replace("word/", "")}"/>`,
      );
  };
  const main = `<w:body>${file.body.map((piece) => piece.xml).join("")}${section(file.page)}</w:body>`;
  add("word/document.xml", "", part("document", main), `${mainType}.document.main+xml`);
  const styles = wordStyles(file.size ?? 14, file.font ?? "Times New Roman") + (file.styles ?? "");
  add("word/styles.xml", "styles", part("styles", styles), `${mainType}.styles+xml`);
  const settings = `<w:zoom w:percent="100"/><w:proofState w:spelling="clean" w:grammar="clean"/>${file.settings ?? ""}<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>${file.footnotes ? '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' : ""}<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`;
  add("word/settings.xml", "settings", part("settings", settings), `${mainType}.settings+xml`);
  if (file.numbering)
    add("word/numbering.xml", "numbering", part("numbering", file.numbering), `${mainType}.numbering+xml`);
  if (file.footnotes)
    add("word/footnotes.xml", "footnotes", part("footnotes", file.footnotes), `${mainType}.footnotes+xml`);
  if (file.comments) add("word/comments.xml", "comments", part("comments", file.comments), `${mainType}.comments+xml`);
  for (const [where, root, all] of [
    ["header", "hdr", file.headers],
    ["footer", "ftr", file.footers],
  ] as const)
    for (const [id, inside] of Object.entries(all ?? {})) {
      const name = `word/${where}-${id}.xml`;
      parts.set(name, part(root, inside));
      overrides.push(`<Override PartName="/${name}" ContentType="${mainType}.${where}+xml"/>`);
      links.push(
        `<Relationship Id="${id}" Type="${officeRelationships}/${where}" Target="${name.replace("word/", "")}"/>`,
      );
    }
  for (const [id, address] of Object.entries(file.links ?? {}))
    links.push(
      `<Relationship Id="${id}" Type="${officeRelationships}/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`,
    );
  const when = `${file.saved ?? "2023-01-01"}T08:00:00Z`;
  parts.set(
    "docProps/core.xml",
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(file.title ?? "")}</dc:title><dc:creator>${escaped(file.author ?? "")}</dc:creator><cp:revision>7</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${when}</dcterms:modified></cp:coreProperties>`,
  );
  parts.set(
    "docProps/app.xml",
    `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>Normal.dotm</Template><Application>${file.program ?? "Microsoft Office Word"}</Application><AppVersion>16.0000</AppVersion></Properties>`,
  );
  overrides.push(
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>',
  );
  const relationships = (inside: string): string =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  parts.set("word/_rels/document.xml.rels", relationships(links.join("")));
  parts.set(
    "_rels/.rels",
    relationships(
      [
        `<Relationship Id="rId1" Type="${officeRelationships}/officeDocument" Target="word/document.xml"/>`,
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
        `<Relationship Id="rId3" Type="${officeRelationships}/extended-properties" Target="docProps/app.xml"/>`,
      ].join(""),
    ),
  );
  parts.set(
    "[Content_Types].xml",
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
  );
  return zip(parts);
}

/** A header of nothing but the page's number. */
export const pageNumberHeader = (align: "center" | "right" = "center"): string =>
  para([field("PAGE   \\* MERGEFORMAT", run("2"))], { paragraphStyle: "Header", align }).xml;

/** All words in printed order, a paragraph or a row of a table a line. */
export const expectedOf = (pieces: readonly Piece[]): string =>
  `${pieces
    .map((piece) => piece.words)
    .join("\n")
    .split("\n")
    .map((line) => line.replace(/[\s\u00a0]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n")}\n`;
