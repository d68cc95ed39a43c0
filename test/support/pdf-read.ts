/**
 * Reads a finished PDF back through mupdf (`mutool trace`): every glyph with its place, face, size and colour, and every
 * drawn path. Shares no code with the emitter. Coordinates are points from the top left corner of the page; `y` of text
 * is its baseline.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTemporaryFolder, run } from "./tools.ts";

export interface Glyph {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  /** Advance in points. */
  readonly width: number;
  readonly size: number;
  /** Name of the embedded face without its subset tag: `Tinos-Bold`. */
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `#RRGGBB` */
  readonly color: string;
}

export interface Line {
  /** Words with single spaces, in reading order. */
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly x: number;
  /** Right edge of the last visible glyph. */
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface Path {
  readonly kind: "stroke" | "fill";
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Stroke width, or the height of a thin filled bar. */
  readonly thickness: number;
  readonly dashed: boolean;
  readonly color: string;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Lines of glyphs on one baseline that stand together, top to bottom, left to right. */
  readonly lines: readonly Line[];
  readonly paths: readonly Path[];
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
    return entities[name] ?? whole;
  });

type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];
const matrix = (text: string): Matrix => {
  const numbers = text.split(" ").map(Number);
  return numbers.length === 6 ? (numbers as unknown as Matrix) : identity;
};
const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

function color(tag: string): string {
  const values = attribute(tag, "color").split(" ").map(Number);
  const hex = (value: number): string =>
    Math.round(value * 255)
      .toString(16)
      .toUpperCase()
      .padStart(2, "0");
  if (values.length === 1) return `#${hex(values[0]!).repeat(3)}`;
  if (values.length === 3) return `#${values.map(hex).join("")}`;
  return `cmyk(${values.join(" ")})`;
}

/** All pages of a PDF. Throws when mupdf cannot read it. */
export function readPdf(bytes: Uint8Array): Page[] {
  const trace = inTemporaryFolder((folder) => {
    const file = join(folder, "in.pdf");
    writeFileSync(file, bytes);
    return run("mutool", ["trace", file]);
  });
  return trace
    .split(/<page /)
    .slice(1)
    .map((part) => readPage(`<page ${part}`));
}

function readPage(trace: string): Page {
  const box = attribute(trace, "mediabox").split(" ").map(Number);
  const glyphs: Glyph[] = [];
  const paths: Path[] = [];
  let transform = identity;
  let textColor = "#000000";
  let font = "";
  let size = 0;
  let path: { tag: string; kind: "stroke" | "fill"; points: [number, number][] } | undefined;
  for (const match of trace.matchAll(/<(\/?)([\w]+)([^>]*)>/g)) {
    const [tag, closing, name] = [match[0], match[1] === "/", match[2]!];
    if (name === "fill_text" && !closing) {
      transform = matrix(attribute(tag, "transform"));
      textColor = color(tag);
    } else if (name === "span" && !closing) {
      font = attribute(tag, "font").replace(/^[A-Z]{6}\+/, "");
      const trm = attribute(tag, "trm").split(" ").map(Number);
      size = Math.abs(trm[3] ?? trm[0] ?? 0) * Math.abs(transform[3]);
    } else if (name === "g") {
      const [x, y] = apply(transform, Number(attribute(tag, "x")), Number(attribute(tag, "y")));
      const unicode = attribute(tag, "unicode");
      glyphs.push({
        text: unescaped(unicode),
        x,
        y,
        width: Number(attribute(tag, "adv")) * size,
        size,
        font,
        bold: /bold/i.test(font),
        italic: /italic|oblique/i.test(font),
        color: textColor,
      });
    } else if ((name === "stroke_path" || name === "fill_path") && !closing) {
      path = { tag, kind: name === "stroke_path" ? "stroke" : "fill", points: [] };
      transform = matrix(attribute(tag, "transform"));
    } else if ((name === "moveto" || name === "lineto") && path) {
      path.points.push(apply(transform, Number(attribute(tag, "x")), Number(attribute(tag, "y"))));
    } else if ((name === "stroke_path" || name === "fill_path") && closing && path) {
      const done = finishPath(path);
      if (done) paths.push(done);
      path = undefined;
    }
  }
  return { width: box[2]! - box[0]!, height: box[3]! - box[1]!, glyphs, paths, lines: toLines(glyphs) };
}

function finishPath(path: { tag: string; kind: "stroke" | "fill"; points: [number, number][] }): Path | undefined {
  if (path.points.length < 2) return undefined;
  const xs = path.points.map(([x]) => x);
  const ys = path.points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return {
    kind: path.kind,
    left,
    right,
    top,
    bottom,
    thickness: path.kind === "stroke" ? Number(attribute(path.tag, "linewidth")) : Math.min(right - left, bottom - top),
    dashed: attribute(path.tag, "dash") !== "",
    color: color(path.tag),
  };
}

/** Groups glyphs by baseline, then splits where a gap is wider than any justified space (two ems). */
function toLines(glyphs: readonly Glyph[]): Line[] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows[rows.length - 1];
    if (row && Math.abs(row[0]!.y - glyph.y) < 1.5) row.push(glyph);
    else rows.push([glyph]);
  }
  const lines: Line[] = [];
  for (const row of rows) {
    row.sort((a, b) => a.x - b.x);
    let part: Glyph[] = [];
    for (const glyph of row) {
      const last = part[part.length - 1];
      if (last && glyph.x - (last.x + last.width) > 2 * Math.max(glyph.size, last.size)) {
        lines.push(toLine(part));
        part = [];
      }
      part.push(glyph);
    }
    if (part.length > 0) lines.push(toLine(part));
  }
  return lines.filter((line) => line.text !== "");
}

const blank = /^[\s\u00a0]*$/;

function toLine(glyphs: readonly Glyph[]): Line {
  const visible = glyphs.filter((glyph) => !blank.test(glyph.text));
  let text = "";
  let end: number | undefined;
  for (const glyph of glyphs) {
    // Where a writer left out the space and jumped, the gap stands for it.
    if (end !== undefined && glyph.x - end > glyph.size * 0.18 && !/\s$/.test(text)) text += " ";
    text += glyph.text;
    end = glyph.x + glyph.width;
  }
  const first = visible[0];
  const last = visible[visible.length - 1];
  return {
    text: text
      .replace(/\u00a0/g, " ")
      .replace(/ +/g, " ")
      .trim(),
    glyphs,
    x: first?.x ?? glyphs[0]!.x,
    right: last ? last.x + last.width : glyphs[0]!.x,
    y: (first ?? glyphs[0]!).y,
    size: Math.max(...(visible.length > 0 ? visible : glyphs).map((glyph) => glyph.size)),
  };
}
