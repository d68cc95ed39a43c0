/** Small Word files from handwritten WordprocessingML, and what the reader makes of them as lines to compare. */

import { crc32 } from "node:zlib";
import { zip } from "../../../src/emit/docx/package.ts";
import { readDocx } from "../../../src/import/docx/read.ts";
import type { RawBlock, RawFile, RawParagraph, RawTable } from "../../../src/import/raw.ts";

export const transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const namespaces = [
  `xmlns:w="${transitional}"`,
  `xmlns:r="${officeRelationships}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ");

export interface Parts {
  /** Insides of the parts' roots. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly settings?: string;
  /** Headers and footers by the id of their relationship. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly footers?: Readonly<Record<string, string>>;
  /** Whole parts by name. */
  readonly others?: Readonly<Record<string, string>>;
  /** More relationships of the document, as XML. */
  readonly relationships?: string;
}

const part = (root: string, inside: string): string =>
  `<?xml version="1.0"?><w:${root} ${namespaces}>${inside}</w:${root}>`;
const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${officeRelationships}/${type}" Target="${target}"/>`;
export const relationshipsPart = (inside: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** The parts of a file with this body, by name. */
export function partsOf(body: string, parts: Parts = {}): Map<string, string> {
  const files = new Map<string, string>();
  const links: string[] = [];
  const add = (name: string, type: string, root: string, inside: string | undefined, id = type): void => {
    if (inside === undefined) return;
    files.set(`word/${name}.xml`, part(root, inside));
    links.push(relationship(id, type, `${name}.xml`));
  };
  files.set("_rels/.rels", relationshipsPart(relationship("r1", "officeDocument", "word/document.xml")));
  files.set("word/document.xml", part("document", `<w:body>${body}</w:body>`));
  add("styles", "styles", "styles", parts.styles);
  add("numbering", "numbering", "numbering", parts.numbering);
  add("footnotes", "footnotes", "footnotes", parts.footnotes);
  add("endnotes", "endnotes", "endnotes", parts.endnotes);
  add("settings", "settings", "settings", parts.settings);
  for (const [id, inside] of Object.entries(parts.headers ?? {})) add(`header-${id}`, "header", "hdr", inside, id);
  for (const [id, inside] of Object.entries(parts.footers ?? {})) add(`footer-${id}`, "footer", "ftr", inside, id);
  for (const [name, content] of Object.entries(parts.others ?? {})) files.set(name, content);
  files.set("word/_rels/document.xml.rels", relationshipsPart(links.join("") + (parts.relationships ?? "")));
  return files;
}

/** A ZIP file of these bytes, stored as they are. */
export function stored(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    files.push(Buffer.from("PK\x03\x04"), common, name, Buffer.from(content));
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), common, place, name);
    offset += 30 + name.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

export const docx = (body: string, parts?: Parts): Uint8Array => zip(partsOf(body, parts));
/** Without deflating, which takes long for large bodies. */
export const storedDocx = (body: string, parts?: Parts): Uint8Array =>
  stored(new Map([...partsOf(body, parts)].map(([name, content]) => [name, Buffer.from(content)])));

export interface Read {
  readonly file: RawFile;
  /** Codes of what was found, in order. */
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

/** Reads a file that can be read; throws with its error when it cannot. */
export function readBytes(bytes: Uint8Array): Read {
  const { value, diagnostics } = readDocx(bytes);
  if (!value) throw new Error(`${diagnostics[0]?.code}: ${diagnostics[0]?.message}`);
  return {
    file: value,
    codes: diagnostics.map(({ code }) => code),
    messages: diagnostics.map(({ message }) => message),
  };
}

export const read = (body: string, parts?: Parts): Read => readBytes(docx(body, parts));

/** The paragraph's words: `**bold**`, `//italic//`, `[1]` for the reference to a note; the label in `<>` before them. */
export function lineOf(paragraph: RawParagraph): string {
  const words = paragraph.runs.map(({ text, bold, italic, note }) => {
    const look = (mark: string, on: boolean, inner: string): string => (on ? `${mark}${inner}${mark}` : inner);
    return note ? `[${text}]` : look("**", bold, look("//", italic, text));
  });
  return `${paragraph.label === "" ? "" : `<${paragraph.label}> `}${words.join("")}`;
}

/** Cells of a row apart by ` | `, with `+n` for columns and `xn` for rows that they span; `#` before a head. */
export const tableLines = (table: RawTable): string[] =>
  table.rows.map((row) => {
    const cells = row.cells.map(({ column, colSpan, rowSpan, paragraphs }) => {
      const spans = `${colSpan > 1 ? `+${colSpan}` : ""}${rowSpan > 1 ? `x${rowSpan}` : ""}`;
      return `${column}${spans}:${paragraphs.map(lineOf).join("¶")}`;
    });
    return `${row.head ? "# " : ""}${cells.join(" | ")}`;
  });

const blockLines = (block: RawBlock): string[] => {
  if (block.kind === "paragraph") return [lineOf(block)];
  if (block.kind === "page") return [block.landscape ? "--- ngang" : "---"];
  return ["{", ...tableLines(block), "}"];
};

/** All blocks, a paragraph a line. */
export const linesOf = ({ file }: Read): string[] => file.blocks.flatMap(blockLines);

/** The lines of a body. */
export const lines = (body: string, parts?: Parts): string[] => linesOf(read(body, parts));

/** The only table, or the first. */
export function tableOf({ file }: Read): RawTable {
  const table = file.blocks.find((block) => block.kind === "table");
  if (!table) throw new Error("no table");
  return table;
}

export function paragraphOf({ file }: Read, index = 0): RawParagraph {
  const paragraph = file.blocks.filter((block) => block.kind === "paragraph")[index];
  if (!paragraph) throw new Error("no paragraph");
  return paragraph;
}

// ── Pieces of WordprocessingML ──────────────────────────────────────────────────────────────────────────────────────

export const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
/** A run; `look` are its properties. */
export const r = (text: string, look = ""): string =>
  `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}${t(text)}</w:r>`;
/** A paragraph of runs, or of a text. */
export const p = (inside: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inside.startsWith("<") || inside === "" ? inside : r(inside)}</w:p>`;
export const tc = (inside: string, properties = ""): string =>
  `<w:tc>${properties === "" ? "" : `<w:tcPr>${properties}</w:tcPr>`}${inside.startsWith("<") ? inside : p(inside)}</w:tc>`;
export const tr = (cells: readonly string[], properties = ""): string =>
  `<w:tr>${properties === "" ? "" : `<w:trPr>${properties}</w:trPr>`}${cells.map((cell) => (cell.startsWith("<w:tc>") ? cell : tc(cell))).join("")}</w:tr>`;
export const tbl = (rows: readonly string[], grid: readonly number[] = [], properties = ""): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>`;
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
export const style = (id: string, name: string, inside: string, type = "paragraph", more = ""): string =>
  `<w:style w:type="${type}" w:styleId="${id}" ${more}><w:name w:val="${name}"/>${inside}</w:style>`;
