/**
 * Writes laid-out pages into a PDF. pdfkit is the container: objects, pages, embedded fonts, structure elements, outline,
 * compression. Page content is written here, glyph by glyph, because pdfkit's own text functions drop the blanks of
 * justified lines, which readers of the tagged text need.
 *
 * Page content uses pdfkit's coordinates: points from the top left corner, y downwards; text is mirrored back upright.
 */
import PDFDocument from "pdfkit";
import type { DocumentProperties } from "../../document/document.ts";
import type { FaceName } from "../../document/measure.ts";
import type { Ink } from "./flow.ts";
import type { PdfFont } from "./fonts.ts";
import type { Layout, PlacedPage } from "./layout.ts";
import type { Fragment, Line } from "./lines.ts";
import { infoOf, xmpOf } from "./properties.ts";
import type { Tag } from "./tags.ts";

// What we use of pdfkit beyond its published types.

interface Reference {
  readonly data: Record<string, unknown>;
}

interface StructureElement {
  readonly dictionary: Reference;
  add(child: StructureElement | StructureContent): void;
  end(): void;
}

type StructureContent = { readonly refs: unknown };

interface OutlineItem {
  readonly dictionary: Reference;
  addItem(title: string, options: object): OutlineItem;
}

interface EmbeddedFont {
  readonly id: string;
  ref(): Reference;
  encode(text: string): [string[], unknown];
}

interface Container {
  readonly page: { readonly fonts: Record<string, Reference> };
  readonly outline: OutlineItem;
  readonly _font: EmbeddedFont;
  _addInfo: () => void;
  appendXML(xml: string): void;
  addPage(options: object): void;
  addContent(operators: string): void;
  font(font: PdfFont): void;
  struct(type: string, options?: object): StructureElement;
  addStructure(element: StructureElement): void;
  markStructureContent(type: string): StructureContent;
  markContent(type: string, options?: object): void;
  endMarkedContent(): void;
  end(): void;
}

export type Faces = Readonly<Record<FaceName, () => PdfFont>>;

/** The finished file. */
export async function drawPdf(layout: Layout, properties: DocumentProperties, faces: Faces): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    pdfVersion: "1.7",
    compress: true,
    tagged: true,
    lang: properties.language,
    displayTitle: true,
    autoFirstPage: false,
    font: "", // none: pdfkit would load Helvetica
    info: infoOf(properties), // before the file's identifier is made of it
  });
  const finished = collect(pdf);
  const container = pdf as unknown as Container;
  // pdfkit writes the same facts as XMP without escaping them.
  container._addInfo = () => container.appendXML(xmpOf(properties));

  const elements = new Map<Tag, StructureElement>();
  const root = makeElement(container, layout.tags, elements);
  container.addStructure(root);
  const pen = makePen(container, faces, elements);
  const outline = makeOutline(container);
  layout.pages.forEach((page, index) => {
    container.addPage({ size: [page.width, page.height], margin: 0 });
    outline.page(page, index);
    pen.page(page.ink);
  });
  root.end();
  outline.end();
  pdf.end();
  return finished;
}

function collect(pdf: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
}

// ── Structure ───────────────────────────────────────────────────────────────────────────────────────────────────────

function makeElement(container: Container, tag: Tag, elements: Map<Tag, StructureElement>): StructureElement {
  const element = container.struct(tag.type, tag.title === undefined ? {} : { title: tag.title });
  elements.set(tag, element);
  const table: Record<string, unknown> = { O: "Table" };
  if (tag.scope) table.Scope = tag.scope;
  if (tag.rowSpan) table.RowSpan = tag.rowSpan;
  if (tag.colSpan) table.ColSpan = tag.colSpan;
  if (tag.summary) table.Summary = new String(tag.summary);
  if (Object.keys(table).length > 1) element.dictionary.data.A = table;
  if (tag.note !== undefined) element.dictionary.data.ID = new String(`note${tag.note + 1}`);
  for (const child of tag.children) element.add(makeElement(container, child, elements));
  return element;
}

interface Outline {
  page(page: PlacedPage, index: number): void;
  end(): void;
}

/** Bookmarks, nested by their levels, all open. */
function makeOutline(container: Container): Outline {
  const open: { readonly level: number; readonly item: OutlineItem; count: number }[] = [];
  let total = 0;
  const add = (level: number, title: string, page: PlacedPage, index: number, y: number): void => {
    while (open.length > 0 && open.at(-1)!.level >= level) close();
    const parent = open.at(-1)?.item ?? container.outline;
    // pdfkit measures both places from the far edges.
    const item = parent.addItem(title, { pageNumber: index, fit: false, left: page.width, top: y, zoom: 0 });
    open.push({ level, item, count: 0 });
    total += 1;
  };
  /** An open item counts its visible descendants (PDF 32000-1, 12.3.3); pdfkit leaves that out. */
  const close = (): void => {
    const { item, count } = open.pop()!;
    if (count > 0) item.dictionary.data.Count = count;
    const parent = open.at(-1);
    if (parent) parent.count += count + 1;
  };
  return {
    page(page, index) {
      for (const { level, title, y } of page.bookmarks) add(level, title, page, index, y);
    },
    end() {
      while (open.length > 0) close();
      container.outline.dictionary.data.Count = total;
    },
  };
}

// ── Content ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const number = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return String(Object.is(rounded, -0) ? 0 : rounded);
};

/** `#RRGGBB` as operands of a colour operator; black is a grey, as printers like it. */
function colorOperator(color: string, stroke: boolean): string {
  if (color === "#000000") return stroke ? "0 G" : "0 g";
  const parts = [1, 3, 5].map((at) => number(Number.parseInt(color.slice(at, at + 2), 16) / 255));
  return `${parts.join(" ")} ${stroke ? "RG" : "rg"}`;
}

/** Lines of tracked changes, in sizes of the words: through them above the baseline, under them below it, thickness. */
const struckAt = 0.26;
const underlinedAt = 0.14;
const changeLine = 0.055;
const leastChangeLine = 0.5;

/** What is no content: page numbers and repeated heads; lines and borders. */
type Artifact = "Pagination" | "Layout";

interface Face {
  readonly id: string;
  readonly reference: Reference;
  /** Four hexadecimal digits of the glyph for a character. */
  code(character: string): string;
}

function makePen(container: Container, faces: Faces, elements: ReadonlyMap<Tag, StructureElement>) {
  const loaded = new Map<FaceName, Face>();
  const face = (name: FaceName): Face => {
    let found = loaded.get(name);
    if (found === undefined) {
      container.font(faces[name]());
      const font = container._font;
      const codes = new Map<string, string>();
      const code = (character: string): string => {
        let known = codes.get(character);
        if (known === undefined) {
          known = font.encode(character)[0].join("");
          codes.set(character, known);
        }
        return known;
      };
      found = { id: font.id, reference: font.ref(), code };
      loaded.set(name, found);
    }
    return found;
  };

  /** What the open marked content belongs to. */
  let marked: Tag | Artifact | null = null;
  let fill = "";
  let stroke = "";

  const unmark = (): void => {
    if (marked !== null) container.endMarkedContent();
    marked = null;
  };
  const mark = (tag: Tag | Artifact): void => {
    if (marked === tag) return;
    unmark();
    if (typeof tag === "string") container.markContent("Artifact", { type: tag });
    else elements.get(tag)!.add(container.markStructureContent(tag.type));
    marked = tag;
  };

  const show = (fragment: Fragment, line: Line, x: number, y: number): void => {
    const { id, reference, code } = face(fragment.face);
    container.page.fonts[id] ??= reference;
    if (fill !== fragment.color) {
      container.addContent(colorOperator(fragment.color, false));
      fill = fragment.color;
    }
    // In thousandths of the size; negative moves to the right.
    const widening = line.stretch === 0 ? "" : number((-1000 * line.stretch) / fragment.size);
    let glyphs = "<";
    let at = 0;
    for (const character of fragment.text) {
      glyphs += code(character);
      if (character === " " && widening !== "" && at < fragment.stretchable) glyphs += `>${widening}<`;
      at += character.length;
    }
    const place = `1 0 0 -1 ${number(x + fragment.x)} ${number(y - fragment.rise)} Tm`;
    container.addContent(`BT /${id} ${number(fragment.size)} Tf ${place} [${glyphs}>] TJ ET`);
  };

  /** The lines through words that went and under words that came. */
  const showChanges = (line: Line, x: number, y: number): void => {
    for (const { change, x: at, size, rise, color } of line.fragments) {
      if (change === undefined || change.width === 0) continue;
      const level = y - rise + (change.kind === "removed" ? -struckAt : underlinedAt) * size;
      const thickness = Math.max(leastChangeLine, size * changeLine);
      const from = `${number(x + at)} ${number(level)}`;
      path(`${from} m ${number(x + at + change.width)} ${number(level)} l`, thickness, color);
    }
  };

  /** A note's number in the text: an element of its own within the paragraph. */
  const showReference = (fragment: Fragment, line: Line, x: number, y: number, body: Tag): void => {
    unmark();
    const element = container.struct("Reference");
    elements.get(body)!.add(element);
    element.add(container.markStructureContent("Reference"));
    show(fragment, line, x, y);
    container.endMarkedContent();
  };

  const path = (operators: string, thickness: number, color: string): void => {
    mark("Layout");
    if (stroke !== color) {
      container.addContent(colorOperator(color, true));
      stroke = color;
    }
    container.addContent(`${number(thickness)} w ${operators} S`);
  };

  return {
    page(ink: readonly Ink[]): void {
      fill = "";
      stroke = "";
      for (const piece of ink) {
        switch (piece.kind) {
          case "text":
            for (const fragment of piece.line.fragments) {
              const { tags } = piece;
              if (tags === null) mark("Pagination");
              else if (fragment.part === "note") {
                showReference(fragment, piece.line, piece.x, piece.y, tags.body);
                continue;
              } else mark(fragment.part === "label" ? (tags.label ?? tags.body) : tags.body);
              show(fragment, piece.line, piece.x, piece.y);
            }
            showChanges(piece.line, piece.x, piece.y);
            break;
          case "rule": {
            const end = `${number(piece.x + piece.width)} ${number(piece.y + piece.height)}`;
            path(`${number(piece.x)} ${number(piece.y)} m ${end} l`, piece.thickness, "#000000");
            break;
          }
          case "box": {
            const corner = `${number(piece.x)} ${number(piece.y)}`;
            path(`${corner} ${number(piece.width)} ${number(piece.height)} re`, piece.thickness, piece.color);
            break;
          }
        }
      }
      unmark();
    },
  };
}
