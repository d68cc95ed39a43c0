/** Helpers of the syntax tests: a source from text, an outline to compare with, and the words that a tree holds. */
import { expect } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { sourceFromText } from "../../src/source/decode.ts";
import { position, type SourceFile, type Span } from "../../src/source/source-file.ts";
import { plainText } from "../../src/syntax/inline.ts";
import { parse } from "../../src/syntax/parse.ts";
import type {
  AnnexNode,
  BodyNode,
  DocumentNode,
  Field,
  GroupRow,
  Inline,
  InlineText,
  SubRow,
  SyntaxTree,
  TaskRow,
  TotalRow,
} from "../../src/syntax/syntax.ts";

/** A source file of NFC text with `\n` line ends. */
export const sourceOf = (text: string): SourceFile => sourceFromText(text, "thu.plan").value;

export interface Reading {
  readonly tree: SyntaxTree;
  readonly diagnostics: readonly Diagnostic[];
  readonly source: SourceFile;
  /** Structure and words, one node a line, indented. */
  readonly outline: string;
  /** `CP006 2:1 “cơ quán”` */
  readonly found: readonly string[];
  readonly document: DocumentNode;
}

export function read(text: string): Reading {
  const source = sourceOf(text);
  const { value: tree, diagnostics } = parse(source);
  return {
    tree,
    diagnostics,
    source,
    outline: outline(tree),
    found: diagnostics.map((diagnostic) => {
      const { line, column } = position(source, diagnostic.span.start);
      return `${diagnostic.code} ${line}:${column} “${source.text.slice(diagnostic.span.start, diagnostic.span.end)}”`;
    }),
    document: tree.documents[0]!,
  };
}

/** Reads a plan in which nothing may be wrong. */
export function readClean(text: string): Reading {
  const reading = read(text);
  expect(reading.found).toEqual([]);
  return reading;
}

/** The body that follows a smallest header; offsets are those of the whole. */
export const body = (text: string): string => `kế hoạch: Thử\ncơ quan: UBND xã An Bình\n\n${text}`;

const words = (text: InlineText): string => show(text.inlines);

function show(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "strong":
          return `<b>${show(inline.children)}</b>`;
        case "emphasis":
          return `<i>${show(inline.children)}</i>`;
        case "break":
          return "⏎";
        case "note-ref":
          return `<${inline.number}>`;
        case "citation-ref":
          return `<<${inline.target}>>`;
        case "value-ref":
          return `<${inline.name}>`;
        default:
          return plainText([inline]);
      }
    })
    .join("");
}

export function outline(tree: SyntaxTree): string {
  const lines: string[] = [];
  for (const document of tree.documents) outlineDocument(document, lines);
  return lines.join("\n");
}

function outlineDocument(document: DocumentNode, lines: string[]): void {
  lines.push(`${document.key.id}: ${words(document.title)}`);
  for (const field of document.fields) outlineField(field, lines, "  ");
  for (const node of document.preamble) outlineNode(node, lines, "  ~ ");
  for (const node of document.body) outlineNode(node, lines, "  ");
  outlineEnd(document, lines);
  for (const annex of document.annexes) {
    lines.push(`  annex ${annex.number?.text ?? "-"}: ${words(annex.title)}`);
    for (const field of annex.fields) outlineField(field, lines, "    ");
    for (const node of annex.body) outlineNode(node, lines, "    ");
    outlineEnd(annex, lines);
  }
}

function outlineEnd(node: DocumentNode | AnnexNode, lines: string[]): void {
  for (const block of node.recipients) {
    lines.push(
      `  recipients: ${block.lines.map((line) => (line.bulleted ? "- " : "") + words(line.text)).join(" / ")}`,
    );
  }
  for (const block of node.signatures) lines.push(`  signature: ${block.lines.map(words).join(" / ")}`);
}

function outlineField(field: Field, lines: string[], indent: string): void {
  const items = field.items.map((item) => (item.bullet ? `${item.bullet} ` : "") + words(item.text));
  lines.push(`${indent}.${field.key.id || `“${field.key.typed}”`} = ${items.join(" / ")}`);
}

function outlineRow(row: TaskRow | GroupRow | TotalRow | SubRow, lines: string[], indent: string): void {
  const title =
    row.kind === "task-row" || row.kind === "sub-row" ? (row.title ? words(row.title) : "(span)") : words(row.text);
  const number = row.kind === "task-row" && row.number ? `${row.number.text} ` : "";
  const mark = row.kind === "group-row" && row.mark ? `[${words(row.mark)}] ` : "";
  const items =
    "titleItems" in row ? row.titleItems.map((item) => ` / ${item.bullet ?? ""} ${words(item.text)}`).join("") : "";
  lines.push(`${indent}${row.kind} ${number}${mark}${title}${items}`);
  for (const field of row.fields ?? []) outlineField(field, lines, `${indent}  `);
  if (row.kind === "task-row") for (const sub of row.subRows) outlineRow(sub, lines, `${indent}  `);
}

function outlineNode(node: BodyNode, lines: string[], indent: string): void {
  const deeper = `${indent}  `;
  switch (node.kind) {
    case "division":
      lines.push(`${indent}${node.mark.typed} ${words(node.text)}${node.emphasis ? ` (${node.emphasis})` : ""}`);
      for (const child of node.children) outlineNode(child, lines, deeper);
      break;
    case "paragraph":
      lines.push(`${indent}¶ ${words(node.text)}${node.emphasis ? ` (${node.emphasis})` : ""}`);
      break;
    case "footnote":
      lines.push(`${indent}[${node.number}] ${words(node.text)}`);
      break;
    case "enacting-line":
      lines.push(`${indent}enacting ${words(node.text)}`);
      break;
    case "error":
      lines.push(`${indent}error ${node.text}`);
      break;
    case "task-table":
      lines.push(
        `${indent}table ${node.columns.map((column) => column.headings.map(words).join(" > ") + (column.binding ? ` = ${column.binding.text}` : "")).join(" | ")}`,
      );
      for (const option of node.options) outlineField(option, lines, deeper);
      for (const row of node.rows) outlineRow(row, lines, deeper);
      break;
    case "literal-table":
      lines.push(`${indent}grid ${words(node.caption)}`);
      for (const option of node.options) outlineField(option, lines, deeper);
      for (const row of node.rows) {
        lines.push(
          `${deeper}${row.head ? "head" : "row"} ${row.cells.map((cell) => (cell.merge === "up" ? "^" : cell.merge === "left" ? "<" : words(cell.text))).join(" | ")}`,
        );
      }
      break;
  }
}

/** Spans of the leaves: what the tree says it holds of the source. */
export function leafSpans(tree: SyntaxTree): Span[] {
  const spans: Span[] = [];
  const keyword = ({ start }: Span): Span => ({
    start,
    end: start + (/^\*{0,3}[^|:*\n]*(?=\*{0,3}:)/.exec(tree.source.text.slice(start, start + 40))?.[0].length ?? 0),
  });
  const inlines = (list: readonly Inline[]): void => {
    for (const inline of list) {
      if (inline.kind === "strong" || inline.kind === "emphasis") inlines(inline.children);
      else spans.push(inline.span);
    }
  };
  const text = (part: InlineText | undefined): void => inlines(part?.inlines ?? []);
  const field = (part: Field): void => {
    spans.push(part.key.span);
    for (const item of part.items) text(item.text);
  };
  const row = (part: TaskRow | GroupRow | TotalRow | SubRow): void => {
    spans.push(part.keySpan);
    if (part.kind === "task-row" || part.kind === "sub-row") {
      text(part.title);
      for (const item of part.titleItems) text(item.text);
    } else {
      text(part.text);
    }
    if (part.kind === "task-row") {
      if (part.number) spans.push(part.number.span);
      part.subRows.forEach(row);
    }
    if (part.kind === "group-row") text(part.mark);
    (part.fields ?? []).forEach(field);
  };
  const node = (part: BodyNode): void => {
    switch (part.kind) {
      case "division":
        spans.push(part.mark.span);
        text(part.text);
        part.children.forEach(node);
        break;
      case "paragraph":
      case "enacting-line":
        text(part.text);
        break;
      case "footnote":
        spans.push({ start: part.span.start, end: part.span.start + part.number.length + 1 });
        text(part.text);
        break;
      case "error":
        spans.push(part.span);
        break;
      case "task-table":
        // The word `cột` itself is what the node is; so is `bảng` below.
        spans.push(keyword(part.span));
        for (const column of part.columns) {
          column.headings.forEach(text);
          if (column.binding) spans.push(column.binding.span);
        }
        part.options.forEach(field);
        part.rows.forEach(row);
        break;
      case "literal-table":
        spans.push(keyword(part.span));
        text(part.caption);
        part.options.forEach(field);
        for (const gridRow of part.rows) for (const cell of gridRow.cells) text(cell.text);
        break;
    }
  };
  const ends = (part: DocumentNode | AnnexNode): void => {
    spans.push(part.key.span);
    text(part.title);
    part.fields.forEach(field);
    part.body.forEach(node);
    for (const block of part.recipients) {
      spans.push(block.key.span);
      for (const line of block.lines) text(line.text);
    }
    for (const block of part.signatures) {
      spans.push(block.key.span);
      block.lines.forEach(text);
    }
  };
  for (const document of tree.documents) {
    ends(document);
    document.preamble.forEach(node);
    for (const annex of document.annexes) {
      ends(annex);
      if (annex.number) spans.push(annex.number.span);
    }
  }
  for (const comment of tree.comments) spans.push(comment.span);
  return spans;
}

/** Letters and digits of the source that no leaf of the tree holds, as text; "" when nothing is lost. */
export function lostWords(tree: SyntaxTree): string {
  const { text } = tree.source;
  const held = new Uint8Array(text.length);
  for (const { start, end } of leafSpans(tree)) held.fill(1, start, end);
  let lost = "";
  for (let index = 0; index < text.length; index++) {
    if (!held[index] && /[A-Za-zÀ-ỹĐđ0-9]/.test(text[index]!)) lost += text[index];
  }
  return lost;
}
