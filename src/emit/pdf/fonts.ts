/**
 * Gives pdfkit a font it can embed: a TrueType face cut down to the glyphs that the document uses.
 *
 * pdfkit takes any object with the members of its own font library's; this one is smaller and faster to load, does no
 * shaping (advances stay plain, as in the layout), and numbers glyphs by character, so that every glyph of the file has
 * exactly one Unicode value even where a face draws two characters (blank and no-break blank) with the same shape.
 * Tables and composite glyphs: OpenType specification, glyf, loca, hmtx, and PDF 32000-1, 9.9 (tables an embedded
 * TrueType program needs).
 */

/** What pdfkit reads of a glyph. */
interface PdfGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** What pdfkit asks of a font; names are pdfkit's. */
export interface PdfFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly "OS/2": { readonly sFamilyClass: number };
  readonly post: { readonly isFixedPitch: boolean };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  getGlyph(codePoint: number): PdfGlyph;
  layout(text: string): { glyphs: PdfGlyph[]; positions: object[]; advanceWidth: number };
  createSubset(): { includeGlyph(codePoint: number): number; encode(): Uint8Array };
}

interface Table {
  readonly offset: number;
  readonly length: number;
}

/** The glyph for a code point, or 0. */
export type CharacterMap = (codePoint: number) => number;

/** Reads one TrueType face for embedding. Throws on a file that is not one: the faces ship with the program. */
export function embeddable(file: Uint8Array, glyphOf: CharacterMap): PdfFont {
  // A Buffer's slice would be a view of the file, not a copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableDirectory(bytes, view);
  const table = (tag: string): Table => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`Phông chữ thiếu bảng ${tag}`);
    return found;
  };
  const head = table("head").offset;
  const hhea = table("hhea").offset;
  const hmtx = table("hmtx").offset;
  const os2 = table("OS/2").offset;
  const post = table("post").offset;
  const metricCount = view.getUint16(hhea + 34);
  const advance = (glyph: number): number => view.getUint16(hmtx + Math.min(glyph, metricCount - 1) * 4);
  const getGlyph = (codePoint: number): PdfGlyph => ({
    id: codePoint,
    advanceWidth: advance(codePoint === 0 ? 0 : glyphOf(codePoint)),
    codePoints: [codePoint],
  });
  return {
    postscriptName: postscriptName(view, table("name").offset),
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    lineGap: view.getInt16(hhea + 8),
    xHeight: view.getInt16(os2 + 86),
    capHeight: view.getInt16(os2 + 88),
    italicAngle: view.getInt32(post + 4) / 65536,
    bbox: {
      minX: view.getInt16(head + 36),
      minY: view.getInt16(head + 38),
      maxX: view.getInt16(head + 40),
      maxY: view.getInt16(head + 42),
    },
    "OS/2": { sFamilyClass: view.getInt16(os2 + 30) },
    post: { isFixedPitch: view.getUint32(post + 12) !== 0 },
    head: { macStyle: { italic: (view.getUint16(head + 44) & 2) !== 0 } },
    getGlyph,
    layout(text) {
      const glyphs = Array.from(text, (character) => getGlyph(character.codePointAt(0)!));
      return {
        glyphs,
        positions: glyphs.map(() => ({})),
        advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0),
      };
    },
    createSubset() {
      const codePoints = [0];
      const places = new Map<number, number>([[0, 0]]);
      return {
        includeGlyph(codePoint) {
          let place = places.get(codePoint);
          if (place === undefined) {
            place = codePoints.push(codePoint) - 1;
            places.set(codePoint, place);
          }
          return place;
        },
        encode: () =>
          subset(
            bytes,
            view,
            tables,
            codePoints.map((codePoint) => (codePoint === 0 ? 0 : glyphOf(codePoint))),
          ),
      };
    },
  };
}

function tableDirectory(bytes: Uint8Array, view: DataView): Map<string, Table> {
  const tables = new Map<string, Table>();
  for (let i = 0, count = view.getUint16(4); i < count; i += 1) {
    const entry = 12 + i * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    tables.set(tag, { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) });
  }
  return tables;
}

/** Name 6 of the Windows platform: ASCII in UTF-16. */
function postscriptName(view: DataView, name: number): string {
  const strings = name + view.getUint16(name + 4);
  for (let i = 0, count = view.getUint16(name + 2); i < count; i += 1) {
    const entry = name + 6 + i * 12;
    if (view.getUint16(entry) !== 3 || view.getUint16(entry + 6) !== 6) continue;
    let result = "";
    const from = strings + view.getUint16(entry + 10);
    for (let at = 0; at < view.getUint16(entry + 8); at += 2) result += String.fromCharCode(view.getUint16(from + at));
    return result;
  }
  return "Unnamed";
}

// Flags of a composite glyph's components (OpenType specification, glyf).
const wordArguments = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasTwoScales = 0x0040;
const hasMatrix = 0x0080;

/** The places of component glyph numbers in a composite glyph's data; empty for a simple glyph. */
function componentPlaces(glyph: DataView): number[] {
  const places: number[] = [];
  if (glyph.byteLength === 0 || glyph.getInt16(0) >= 0) return places;
  let at = 10;
  let flags = moreComponents;
  while (flags & moreComponents) {
    flags = glyph.getUint16(at);
    places.push(at + 2);
    at += 4 + (flags & wordArguments ? 4 : 2);
    if (flags & hasScale) at += 2;
    else if (flags & hasTwoScales) at += 4;
    else if (flags & hasMatrix) at += 8;
  }
  return places;
}

/** A TrueType program with just these glyphs, in this order, followed by the components they need. */
function subset(
  bytes: Uint8Array,
  view: DataView,
  tables: ReadonlyMap<string, Table>,
  wanted: readonly number[],
): Uint8Array {
  const at = (tag: string): number => tables.get(tag)!.offset;
  const longOffsets = view.getInt16(at("head") + 50) === 1;
  const location = (glyph: number): number =>
    longOffsets ? view.getUint32(at("loca") + glyph * 4) : view.getUint16(at("loca") + glyph * 2) * 2;
  const metricCount = view.getUint16(at("hhea") + 34);

  const glyphs = [...wanted];
  const components = new Map<number, number>();
  const outlines: Uint8Array[] = [];
  for (let i = 0; i < glyphs.length; i += 1) {
    const from = at("glyf") + location(glyphs[i]!);
    const outline = bytes.slice(from, at("glyf") + location(glyphs[i]! + 1));
    const data = new DataView(outline.buffer);
    for (const place of componentPlaces(data)) {
      const component = data.getUint16(place);
      let number = components.get(component);
      if (number === undefined) {
        number = glyphs.push(component) - 1;
        components.set(component, number);
      }
      data.setUint16(place, number);
    }
    outlines.push(outline);
  }

  const count = glyphs.length;
  const loca = new DataView(new ArrayBuffer((count + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(count * 4));
  const glyf = new Uint8Array(outlines.reduce((sum, outline) => sum + padded(outline.length), 0));
  let offset = 0;
  glyphs.forEach((glyph, i) => {
    loca.setUint32(i * 4, offset);
    glyf.set(outlines[i]!, offset);
    offset += padded(outlines[i]!.length);
    const last = Math.min(glyph, metricCount - 1);
    hmtx.setUint16(i * 4, view.getUint16(at("hmtx") + last * 4));
    const bearing = glyph < metricCount ? glyph * 4 + 2 : metricCount * 4 + (glyph - metricCount) * 2;
    hmtx.setInt16(i * 4 + 2, view.getInt16(at("hmtx") + bearing));
  });
  loca.setUint32(count * 4, offset);

  const copy = (tag: string): DataView => {
    const { offset: from, length } = tables.get(tag)!;
    return new DataView(bytes.slice(from, from + length).buffer);
  };
  const head = copy("head");
  head.setUint32(8, 0); // checkSumAdjustment; readers of embedded programs ignore it
  head.setInt16(50, 1);
  const hhea = copy("hhea");
  hhea.setUint16(34, count);
  const maxp = copy("maxp");
  maxp.setUint16(4, count);

  const parts: [string, DataView][] = [
    ["glyf", new DataView(glyf.buffer)],
    ["head", head],
    ["hhea", hhea],
  ];
  parts.push(["hmtx", hmtx], ["loca", loca], ["maxp", maxp]);
  for (const tag of ["cvt ", "fpgm", "prep"]) if (tables.has(tag)) parts.push([tag, copy(tag)]);
  parts.sort(([a], [b]) => (a < b ? -1 : 1));
  return assemble(parts);
}

const padded = (length: number): number => (length + 3) & ~3;

function assemble(parts: readonly [string, DataView][]): Uint8Array {
  const start = 12 + parts.length * 16;
  const file = new Uint8Array(parts.reduce((sum, [, data]) => sum + padded(data.byteLength), start));
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(parts.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, parts.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, parts.length * 16 - (16 << power));
  let offset = start;
  parts.forEach(([tag, data], i) => {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    file.set(bytes, offset);
    let sum = 0;
    for (let word = offset; word < offset + padded(data.byteLength); word += 4)
      sum = (sum + view.getUint32(word)) >>> 0;
    const entry = 12 + i * 16;
    for (let c = 0; c < 4; c += 1) file[entry + c] = tag.charCodeAt(c);
    view.setUint32(entry + 4, sum);
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, data.byteLength);
    offset += padded(data.byteLength);
  });
  return file;
}
