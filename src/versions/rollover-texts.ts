/** Every stretch of words of a source, with its place: what a rollover reads, one after another and none twice. */
import { labelIn } from "../plan/content.ts";
import { citationsOf } from "../plan/facts.ts";
import type { FoundCitation } from "../plan/mentions.ts";
import type { Prose } from "../plan/plan.ts";
import { toProse } from "../plan/prose.ts";
import type { Registries } from "../registry/registry.ts";
import type { Span } from "../source/source-file.ts";
import type { BodyNode, Division, DocumentNode, Field, InlineText, Key, SyntaxTree } from "../syntax/syntax.ts";

export type Place =
  | "title"
  | "header"
  | "preamble"
  | "heading"
  | "text"
  | "time"
  | "cell"
  | "column"
  | "closing"
  | "attached"
  | "annex-title"
  | "recipient"
  | "note";

export interface Text {
  readonly prose: Prose;
  readonly place: Place;
  /** Id of the key, for fields of the header and of rows; otherwise "". */
  readonly field: string;
  /** Headings above it, from the outermost; the title of its annex first. */
  readonly heads: readonly Text[];
  /** Start of what a remark above it must stand above: a line, a row of a table. */
  readonly start: number;
  /** Index of the document of the file. */
  readonly document: number;
  readonly citations: readonly FoundCitation[];
}

/** References print what they stand for; as typed they are no words of this file. */
const asTyped = { value: () => null, cite: () => null };

export function textsOf(tree: SyntaxTree, registries: Registries): Text[] {
  const found: Text[] = [];
  for (const [index, document] of tree.documents.entries()) new Walk(index, registries, found).document(document);
  return found;
}

const timeKeys = new Set(["time", "start", "end"]);
const closingWord = /^\s*(?:Trên đây là|Trong quá trình|Yêu cầu)/iu;

class Walk {
  private readonly index: number;
  private readonly registries: Registries;
  private readonly found: Text[];

  constructor(index: number, registries: Registries, found: Text[]) {
    this.index = index;
    this.registries = registries;
    this.found = found;
  }

  private add(text: InlineText, place: Place, start: number, heads: readonly Text[] = [], field = ""): Text | null {
    const prose = toProse(text, asTyped);
    if (prose.text.trim() === "") return null;
    const citations = citationsOf(prose.text, this.registries);
    const made: Text = { prose, place, field, heads, start, document: this.index, citations };
    this.found.push(made);
    return made;
  }

  document(node: DocumentNode): void {
    this.add(node.title, "title", node.key.span.start);
    for (const field of node.fields) this.headerField(field);
    this.nodes(node.preamble, [], "preamble");
    this.nodes(node.body, [], "text");
    this.ends(node);
    for (const annex of node.annexes) {
      const title = this.add(annex.title, "annex-title", annex.key.span.start);
      for (const field of annex.fields) this.headerField(field);
      this.nodes(annex.body, title === null ? [] : [title], "text");
      this.ends(annex);
    }
  }

  private headerField(field: Field): void {
    const place: Place = field.key.id === "attached" ? "attached" : "header";
    for (const item of field.items) {
      const start = field.items.length > 1 && item !== field.items[0] ? item.span.start : field.span.start;
      this.add(item.text, place, start, [], field.key.id);
    }
  }

  private ends({ recipients }: Pick<DocumentNode, "recipients">): void {
    for (const block of recipients) for (const line of block.lines) this.add(line.text, "recipient", line.span.start);
  }

  private nodes(nodes: readonly BodyNode[], heads: readonly Text[], place: "preamble" | "text"): void {
    for (const node of nodes) {
      switch (node.kind) {
        case "division":
          this.division(node, heads);
          break;
        case "paragraph": {
          const words = toProse(node.text, asTyped).text;
          const isClosing = place === "text" && (closingWord.test(words) || /\.\/\.\s*$/.test(words));
          this.add(node.text, isClosing ? "closing" : isTimeLabel(words) ? "time" : place, node.span.start, heads);
          break;
        }
        case "footnote":
          this.add(node.text, "note", node.span.start, heads);
          break;
        case "task-table": {
          const at = node.columns[0]?.span.start ?? node.span.start;
          for (const column of node.columns)
            for (const heading of column.headings) this.add(heading, "column", Math.min(at, node.span.start), heads);
          for (const option of node.options) this.rowField(option, heads);
          for (const row of node.rows) {
            if (row.kind === "group-row") {
              this.add(row.text, "cell", row.span.start, heads);
              continue;
            }
            this.add(row.kind === "task-row" ? row.title : row.text, "cell", row.span.start, heads);
            if (row.kind === "task-row") {
              for (const item of row.titleItems) this.add(item.text, "cell", item.span.start, heads);
              for (const sub of row.subRows) {
                if (sub.title) this.add(sub.title, "cell", sub.span.start, heads);
                for (const item of sub.titleItems) this.add(item.text, "cell", item.span.start, heads);
                for (const field of sub.fields) this.rowField(field, heads);
              }
            }
            for (const field of row.fields) this.rowField(field, heads);
          }
          break;
        }
        case "literal-table":
          this.add(node.caption, "cell", node.span.start, heads);
          for (const row of node.rows)
            for (const cell of row.cells) this.add(cell.text, row.head ? "column" : "cell", row.span.start, heads);
          break;
        case "enacting-line":
          this.add(node.text, "text", node.span.start, heads);
          break;
      }
    }
  }

  private rowField(field: Field, heads: readonly Text[]): void {
    this.key(field.key, field.span.start, heads);
    const place: Place = timeKeys.has(field.key.id) ? "time" : "cell";
    for (const item of field.items) {
      const isFirst = item === field.items[0] && item.bullet === undefined;
      this.add(item.text, place, isFirst ? field.span.start : item.span.start, heads, field.key.id);
    }
  }

  /** A key that is a table's own column name follows the name: “năm 2026: 35” below a column “Năm 2026”. */
  private key({ typed, span }: Key, start: number, heads: readonly Text[]): void {
    if (!/\d{4}/.test(typed) || span.end - span.start !== typed.length) return;
    this.add({ inlines: [{ kind: "text", text: typed, span }], span }, "column", start, heads);
  }

  private division(node: Division, heads: readonly Text[]): void {
    const words = toProse(node.text, asTyped).text;
    const isHeading = looksLikeHeading(node, words);
    const place: Place = isHeading ? "heading" : isTimeLabel(words) ? "time" : "text";
    const made = this.add(node.text, place, node.headSpan.start, heads);
    const own = isHeading && made !== null ? [...heads, made] : heads;
    // Below “Thời gian thực hiện:” stand the times themselves.
    if (place === "time") for (const child of node.children) this.timesBelow(child, own);
    else this.nodes(node.children, own, "text");
  }

  private timesBelow(node: BodyNode, heads: readonly Text[]): void {
    if (node.kind === "paragraph") this.add(node.text, "time", node.span.start, heads);
    else if (node.kind === "division") {
      this.add(node.text, "time", node.headSpan.start, heads);
      for (const child of node.children) this.timesBelow(child, heads);
    } else this.nodes([node], heads, "text");
  }
}

const high = new Set(["named-part", "chapter", "section", "subsection", "part", "roman", "arabic", "article"]);

const looksLikeHeading = ({ mark, emphasis }: Division, words: string): boolean =>
  (high.has(mark.kind) || (mark.kind === "decimal" && emphasis !== undefined)) && !/[.;]\s*$/.test(words);

const isTimeLabel = (words: string): boolean => {
  const label = labelIn(words);
  return label !== null && timeKeys.has(label.role);
};

/** The source of a stretch of a text, where it is typed there character by character; null inside inserted values. */
export function typedSpan(prose: Prose, start: number, end: number): Span | null {
  for (const { at, length, source, exact } of prose.segments) {
    if (!exact || start < at || end > at + length) continue;
    return { start: source.start + (start - at), end: source.start + (end - at) };
  }
  return null;
}
