/** The two layers under a DOCX, without the emitter's code: XML (by saxes) and the ZIP package (by zlib). */
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
