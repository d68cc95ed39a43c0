/**
 * The text of a line, or of several lines that continue each other, as inline nodes.
 *
 * A text is given as pieces of the source in order. Pieces on different lines are joined by a `join` node, so that no
 * node but a mark-up node crosses a line and every offset of a text node maps to the source. Nothing is bound here: what
 * `[[…]]` and `{…}` stand for is the plan's business.
 */
import type { CstNode, IToken } from "../../grammar/cst.ts";
import {
  CitationRef,
  ForcedBreak,
  inlineParser,
  inlineTokens,
  LineJoin,
  LiteralSign,
  NoteRef,
  ValueRef,
} from "../../grammar/inline-grammar.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { cover, emptySpan, type Span } from "../source/source-file.ts";
import { unclosedCitation, unclosedValue, unpairedStars } from "./errors.ts";
import type { Inline, InlineText } from "./syntax.ts";

/** All words in order: a joined line is one space, a forced break "\n", `{tên}` and `[[số]]` as typed, notes nothing. */
export function plainText(inlines: readonly Inline[]): string {
  let result = "";
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
        result += inline.text;
        break;
      case "strong":
      case "emphasis":
        result += plainText(inline.children);
        break;
      case "join":
        result += " ";
        break;
      case "break":
        result += "\n";
        break;
      case "citation-ref":
        result += `[[${inline.target}]]`;
        break;
      case "value-ref":
        result += `{${inline.name}}`;
        break;
      case "note-ref":
        break;
    }
  }
  return result;
}

/** What a paragraph's inline nodes may refer to, and where findings go. */
export interface InlineContext {
  readonly source: string;
  /** Numbers of the footnotes of this document or annex: `[1]` is a reference only to one of them. */
  readonly notes: ReadonlySet<string>;
  /** Called for each `[1]` outside the start of a footnote, whether there is such a footnote or not. */
  readonly noteMet: (number: string, span: Span) => void;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A stretch of the source; `glued` pieces follow the one before on the same line, without a join. */
export interface Piece extends Span {
  readonly glued?: boolean;
}

/** The pieces of a text laid end to end, with the way back to the source. */
interface Laid {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Offset in `text` where each piece starts. */
  readonly starts: readonly number[];
}

function layOut(source: string, pieces: readonly Piece[]): Laid {
  let text = "";
  const starts: number[] = [];
  pieces.forEach((piece, index) => {
    if (index > 0 && !piece.glued) text += "\n";
    starts.push(text.length);
    text += source.slice(piece.start, piece.end);
  });
  return { text, pieces, starts };
}

function pieceAt(laid: Laid, offset: number): number {
  let low = 0;
  let high = laid.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (laid.starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Source offset of the character that starts at `offset`; of a join, the start of the next line. */
function sourceStart(laid: Laid, offset: number): number {
  const index = pieceAt(laid, offset);
  const piece = laid.pieces[index]!;
  return piece.start + (offset - laid.starts[index]!);
}

/** Source offset just after the character that ends at `offset`. */
function sourceEnd(laid: Laid, offset: number): number {
  const index = offset > 0 ? pieceAt(laid, offset - 1) : 0;
  const piece = laid.pieces[index]!;
  return Math.min(piece.end, piece.start + (offset - laid.starts[index]!));
}

/** `[start, end)` without the blanks at its ends; a non-breaking space at the end is kept. */
export function trimmed(source: string, start: number, end: number): Span {
  const text = source.slice(start, end);
  const lead = /^[ \t\u00a0]*/.exec(text)![0].length;
  if (lead === text.length) return emptySpan(end);
  let to = text.length;
  while (to > lead && (text[to - 1] === " " || text[to - 1] === "\t")) to -= 1;
  return { start: start + lead, end: start + to };
}

/** The inline nodes of `pieces` (already trimmed; empty ones are left out). Without pieces: an empty text at `at`. */
export function parseInline(pieces: readonly Piece[], at: number, context: InlineContext): InlineText {
  const used = pieces.filter((piece) => piece.end > piece.start);
  if (used.length === 0) return { inlines: [], span: emptySpan(at) };
  const laid = layOut(context.source, used);
  const span = cover(used);
  if (!/[*\\{[]/.test(laid.text)) return { inlines: plainLines(laid), span };
  const tokens = inlineTokens(laid.text);
  reportUnpaired(tokens, laid, context);
  const parser = inlineParser();
  parser.input = tokens;
  const inlines = nodesOf(parser.inlineText(), laid, context);
  return { inlines, span };
}

function plainLines(laid: Laid): Inline[] {
  const result: Inline[] = [];
  laid.pieces.forEach((piece, index) => {
    const before = laid.pieces[index - 1];
    if (before && !piece.glued) result.push({ kind: "join", span: { start: before.end, end: piece.start } });
    const text = laid.text.slice(laid.starts[index]!, laid.starts[index]! + (piece.end - piece.start));
    result.push({ kind: "text", text, span: { start: piece.start, end: piece.end } });
  });
  return result;
}

function reportUnpaired(tokens: readonly IToken[], laid: Laid, context: InlineContext): void {
  for (const token of tokens) {
    if (token.tokenType !== LiteralSign) continue;
    const end = token.startOffset + token.image.length;
    const span = { start: sourceStart(laid, token.startOffset), end: sourceEnd(laid, end) };
    if (token.image === "[[") context.report(unclosedCitation(span));
    else if (token.image === "{") context.report(unclosedValue(span));
    else if (token.image === "**") context.report(unpairedStars(span));
  }
}

const children = (node: CstNode, name: string): readonly CstNode[] => (node.children[name] ?? []) as CstNode[];

function nodesOf(node: CstNode, laid: Laid, context: InlineContext): Inline[] {
  const result: Inline[] = [];
  for (const inline of children(node, "inline")) {
    const strong = children(inline, "strong")[0];
    const emphasis = children(inline, "emphasis")[0];
    if (strong || emphasis) {
      const marked = (strong ?? emphasis)!;
      const open = (marked.children.StrongOpen ?? marked.children.EmphasisOpen)![0] as IToken;
      const close = (marked.children.StrongClose ?? marked.children.EmphasisClose)![0] as IToken;
      result.push({
        kind: strong ? "strong" : "emphasis",
        children: nodesOf(marked, laid, context),
        span: {
          start: sourceStart(laid, open.startOffset),
          end: sourceEnd(laid, close.startOffset + close.image.length),
        },
      });
      continue;
    }
    const token = Object.values(inline.children)[0]?.[0] as IToken | undefined;
    if (token) addLeaf(result, token, laid, context);
  }
  return result;
}

function addLeaf(result: Inline[], token: IToken, laid: Laid, context: InlineContext): void {
  const start = token.startOffset;
  const end = start + token.image.length;
  switch (token.tokenType) {
    case LineJoin:
      result.push({ kind: "join", span: { start: sourceEnd(laid, start), end: sourceStart(laid, end) } });
      return;
    case ForcedBreak: {
      const more = token.image.length > 1;
      result.push({
        kind: "break",
        span: { start: sourceStart(laid, start), end: more ? sourceStart(laid, end) : sourceEnd(laid, end) },
      });
      return;
    }
    case CitationRef:
      result.push({
        kind: "citation-ref",
        target: between(token, 2),
        span: { start: sourceStart(laid, start), end: sourceEnd(laid, end) },
      });
      return;
    case ValueRef:
      result.push({
        kind: "value-ref",
        name: between(token, 1),
        span: { start: sourceStart(laid, start), end: sourceEnd(laid, end) },
      });
      return;
    case NoteRef: {
      const number = token.image.slice(1, -1);
      const span = { start: sourceStart(laid, start), end: sourceEnd(laid, end) };
      context.noteMet(number, span);
      if (context.notes.has(number)) {
        result.push({ kind: "note-ref", number, span });
        return;
      }
      break;
    }
  }
  // Characters, literal signs, and the character after a backslash (which itself belongs to no node).
  const escaped = token.tokenType.name === "Escape";
  addText(result, escaped ? start + 1 : start, end, laid);
}

const between = (token: IToken, width: number): string => token.image.slice(width, -width).replace(/\s+/g, " ").trim();

/** Adds words; what touches the text node before it in the source becomes one node with it. */
function addText(result: Inline[], from: number, to: number, laid: Laid): void {
  let start = from;
  while (start < to) {
    const index = pieceAt(laid, start);
    const limit = laid.starts[index + 1] ?? laid.text.length;
    const end = Math.min(to, limit);
    const span = { start: sourceStart(laid, start), end: sourceEnd(laid, end) };
    const text = laid.text.slice(start, end);
    const last = result[result.length - 1];
    if (last?.kind === "text" && last.span.end === span.start) {
      result[result.length - 1] = {
        kind: "text",
        text: last.text + text,
        span: { start: last.span.start, end: span.end },
      };
    } else {
      result.push({ kind: "text", text, span });
    }
    start = end;
  }
}

/** Emphasis typed round the whole of a text, taken off: the look moves to a flag, the nodes lose the wrapper. */
export function unwrap(text: InlineText): { text: InlineText; emphasis?: "strong" | "emphasis" | "both" } {
  const outer = text.inlines.length === 1 ? text.inlines[0]! : undefined;
  if (outer?.kind !== "strong" && outer?.kind !== "emphasis") return { text };
  const inner = outer.children.length === 1 ? outer.children[0]! : undefined;
  const both =
    inner !== undefined && (inner.kind === "strong" || inner.kind === "emphasis") && inner.kind !== outer.kind;
  const inlines = both && (inner.kind === "strong" || inner.kind === "emphasis") ? inner.children : outer.children;
  return {
    text: {
      inlines,
      span: cover(
        inlines.map((inline) => inline.span),
        text.span,
      ),
    },
    emphasis: both ? "both" : outer.kind,
  };
}
