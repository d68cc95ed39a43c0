/**
 * Widths of text from the font's own tables, once for all emitters: DOCX names Times New Roman, PDF embeds Tinos, whose
 * advance widths are the same, so a measure taken here holds in both.
 *
 * Reads only what measuring needs of a TrueType file (OpenType specification: head, hhea, hmtx, cmap formats 4 and 12).
 * No shaping: office programs set these faces without kerning by default, and so do we.
 */
import type { Pt } from "./style.ts";

export interface FontFace {
  readonly unitsPerEm: number;
  /** Font units, hhea; descent is negative. Their sum with the gap is the single line: 1.1499 em for Times metrics. */
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  /** Advance of a code point in font units, or undefined when the face has no glyph for it. */
  advance(codePoint: number): number | undefined;
}

export type FaceName = "regular" | "bold" | "italic" | "boldItalic";
export type FontSet = Readonly<Record<FaceName, FontFace>>;
/** The bytes of the four faces, as the host read them. */
export type FontFiles = Readonly<Record<FaceName, Uint8Array>>;

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
}

export const faceName = (look: Look): FaceName =>
  look.bold ? (look.italic ? "boldItalic" : "bold") : look.italic ? "italic" : "regular";

/** The glyph number for a code point, 0 when the face has none; for emitters that embed the face. */
export function characterMap(bytes: Uint8Array): (codePoint: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cmap = tableOffsets(bytes, view).get("cmap");
  if (cmap === undefined) throw new Error("Phông chữ thiếu bảng cmap");
  return readCharacterMap(view, cmap);
}

function tableOffsets(bytes: Uint8Array, view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let i = 0, count = view.getUint16(4); i < count; i += 1) {
    const entry = 12 + i * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    tables.set(tag, view.getUint32(entry + 8));
  }
  return tables;
}

/** Parses one TrueType face. Throws on a file that is not one: the faces ship with the program. */
export function readFace(bytes: Uint8Array): FontFace {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(bytes, view);
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`Phông chữ thiếu bảng ${tag}`);
    return at;
  };
  const hhea = table("hhea");
  const hmtx = table("hmtx");
  const metricCount = view.getUint16(hhea + 34);
  const glyphOf = readCharacterMap(view, table("cmap"));
  const cache = new Map<number, number | undefined>();
  return {
    unitsPerEm: view.getUint16(table("head") + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    lineGap: view.getInt16(hhea + 8),
    advance(codePoint) {
      if (cache.has(codePoint)) return cache.get(codePoint);
      const glyph = glyphOf(codePoint);
      const width = glyph === 0 ? undefined : view.getUint16(hmtx + Math.min(glyph, metricCount - 1) * 4);
      cache.set(codePoint, width);
      return width;
    },
  };
}

function readCharacterMap(view: DataView, cmap: number): (codePoint: number) => number {
  let format4 = 0;
  let format12 = 0;
  for (let i = 0, count = view.getUint16(cmap + 2); i < count; i += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) format4 = subtable;
    if (format === 12) format12 = subtable;
  }
  if (format12) {
    const groups = view.getUint32(format12 + 12);
    return (codePoint) => {
      for (let i = 0; i < groups; i += 1) {
        const group = format12 + 16 + i * 12;
        if (codePoint < view.getUint32(group)) return 0;
        if (codePoint <= view.getUint32(group + 4))
          return view.getUint32(group + 8) + codePoint - view.getUint32(group);
      }
      return 0;
    };
  }
  const segX2 = view.getUint16(format4 + 6);
  return (codePoint) => {
    for (let i = 0; i < segX2; i += 2) {
      if (codePoint > view.getUint16(format4 + 14 + i)) continue;
      const start = view.getUint16(format4 + 16 + segX2 + i);
      if (codePoint < start) return 0;
      const delta = view.getInt16(format4 + 16 + segX2 * 2 + i);
      const at = format4 + 16 + segX2 * 3 + i;
      const offset = view.getUint16(at);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(at + offset + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

export const readFonts = (files: FontFiles): FontSet => ({
  regular: readFace(files.regular),
  bold: readFace(files.bold),
  italic: readFace(files.italic),
  boldItalic: readFace(files.boldItalic),
});

/** Width of `text` on one line, in points. A character without a glyph counts as one em. */
export function widthOf(fonts: FontSet, text: string, size: Pt, look: Look): Pt {
  const face = fonts[faceName(look)];
  let units = 0;
  for (const character of text) units += face.advance(character.codePointAt(0)!) ?? face.unitsPerEm;
  return (units * size) / face.unitsPerEm;
}

/** Height of a single-spaced line of this size, in points. */
export const lineHeight = (face: FontFace, size: Pt): Pt =>
  ((face.ascent - face.descent + face.lineGap) * size) / face.unitsPerEm;
