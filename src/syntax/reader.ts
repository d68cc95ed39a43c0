/**
 * What the visitor reads everywhere: spans of tokens, text, keys and fields. One reader a file; it knows which footnotes
 * the document or annex at hand has, so that `[1]` is a reference only there.
 */
import type { CstNode, IToken } from "../../grammar/cst.ts";
import type { KeyPayload, MarkPayload } from "../../grammar/line-types.ts";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { cover, emptySpan, type Span } from "../source/source-file.ts";
import { allTokens, node, nodes, token, tokens } from "./cst.ts";
import * as errors from "./errors.ts";
import { type InlineContext, type Piece, parseInline, trimmed } from "./inline.ts";
import type { Field, FieldItem, InlineText, Key } from "./syntax.ts";

/** The value of a key: its text and the bullets below. */
export interface Value {
  readonly text: InlineText;
  readonly items: readonly FieldItem[];
  readonly span: Span;
}

export type Reader = ReturnType<typeof createReader>;

/** `1` of the mark `[1]`. */
export const noteNumber = (mark: IToken): string => /\d+/.exec(mark.image)?.[0] ?? "";

/** A reader of the file with this text. */
export function createReader(text: string, report: (diagnostic: Diagnostic) => void) {
  let context: InlineContext = { source: text, notes: new Set(), noteMet: () => {}, report };

  /** Runs `read` with these footnotes in sight, and reports those that fit nothing. `marks` are the starts of their lines. */
  const withNotes = <T>(marks: readonly IToken[], read: () => T): T => {
    const before = context;
    const first = new Map<string, IToken>();
    for (const mark of marks) {
      const number = noteNumber(mark);
      if (first.has(number)) report(errors.footnoteProblem(spanOfToken(mark), { number, problem: "ghi hai lần" }));
      else first.set(number, mark);
    }
    const met = new Set<string>();
    const noteMet = (number: string, span: Span): void => {
      met.add(number);
      // Without any footnote the brackets are words.
      if (first.size > 0 && !first.has(number))
        report(errors.footnoteProblem(span, { number, problem: `không có lời: thiếu dòng “[${number}] …”` }));
    };
    context = { ...context, notes: new Set(first.keys()), noteMet };
    const result = read();
    context = before;
    for (const [number, mark] of first) {
      if (!met.has(number))
        report(errors.footnoteProblem(spanOfToken(mark), { number, problem: "không có chỗ nào trong bài nhắc đến" }));
    }
    return result;
  };

  const spanOfToken = (current: IToken): Span =>
    trimmed(text, current.startOffset, Math.min(text.length, current.startOffset + current.image.length));

  const spanOf = (parent: CstNode | undefined, fallback: Span): Span => {
    const all = allTokens(parent);
    const first = all[0];
    const last = all[all.length - 1];
    if (!first || !last) return fallback;
    return { start: spanOfToken(first).start, end: Math.max(spanOfToken(first).end, spanOfToken(last).end) };
  };

  const inline = (parts: readonly IToken[], at: number): InlineText => parseInline(parts.map(spanOfToken), at, context);

  /** The inline nodes of stretches of the source. */
  const inlinePieces = (pieces: readonly Piece[], at: number): InlineText => parseInline(pieces, at, context);

  const keyOf = (current: IToken): Key => {
    const payload = current.payload as KeyPayload;
    const span = { start: payload.start, end: payload.end };
    return { typed: text.slice(span.start, span.end), id: payload.id, span };
  };

  /** End of the key with its colon: where an empty value stands. */
  const afterKey = (current: IToken): number => spanOfToken(current).end;

  const ownLines = (parent: CstNode | undefined): IToken[] => [
    ...tokens(parent, "Words"),
    ...tokens(parent, "ContinuationLine"),
  ];

  // ── Fields ──

  const itemOf = (parent: CstNode): FieldItem => {
    const bullet = token(parent, "ItemBullet");
    const cell = token(parent, "CellLine");
    const lines = cell ? [cell, ...tokens(parent, "ContinuationLine")] : ownLines(parent);
    const span = spanOf(parent, emptySpan(0));
    const words = inline(lines, span.end);
    if (!bullet) return { text: words, span };
    const typed = text.slice((bullet.payload as MarkPayload).start, (bullet.payload as MarkPayload).end);
    return { bullet: typed === "+" ? "+" : "-", text: words, span };
  };

  const readValue = (parent: CstNode | undefined, at: number): Value => {
    const words = inline(ownLines(parent), at);
    const items = nodes(parent, "item").map(itemOf);
    return { text: words, items, span: cover([words.span, ...items.map((item) => item.span)], emptySpan(at)) };
  };

  const fieldOf = (parent: CstNode): Field => {
    const keyToken =
      token(parent, "HeaderKey") ??
      token(parent, "AnnexFieldKey") ??
      token(parent, "TableOptionKey") ??
      token(parent, "FieldKey") ??
      token(parent, "UnknownKey");
    const at = keyToken ? afterKey(keyToken) : 0;
    const value = readValue(node(parent, "value"), at);
    const key = keyToken ? keyOf(keyToken) : { typed: "", id: "", span: emptySpan(at) };
    const first: FieldItem[] = value.text.inlines.length > 0 ? [{ text: value.text, span: value.text.span }] : [];
    return {
      kind: "field",
      key,
      items: [...first, ...value.items],
      span: { start: key.span.start, end: Math.max(at, value.span.end) },
    };
  };

  const renameTo = (key: Key, spelling: string): Fix => ({
    title: `Đổi “${key.typed}” thành “${spelling}”`,
    safe: true,
    edits: [{ span: key.span, text: spelling }],
  });

  const suggestion = (near: string | undefined): string => (near ? ` Có phải “${near}”?` : "");

  const unknown = (parent: CstNode, definition: typeof errors.unknownField | typeof errors.unknownRowField): void => {
    const keyToken = token(parent, "UnknownKey");
    if (!keyToken) return;
    const key = keyOf(keyToken);
    const near = (keyToken.payload as KeyPayload).near;
    report(
      definition(key.span, { key: key.typed, suggestion: suggestion(near) }, near ? { fix: renameTo(key, near) } : {}),
    );
  };

  const numberOf = (payload: KeyPayload): { text: string; span: Span } | undefined => {
    if (!payload.number) return undefined;
    const span = { start: payload.number.start, end: payload.number.end };
    return { text: text.slice(span.start, span.end), span };
  };

  return {
    text,
    report,
    withNotes,
    spanOfToken,
    spanOf,
    inline,
    inlinePieces,
    keyOf,
    afterKey,
    ownLines,
    readValue,
    fieldOf,
    renameTo,
    unknown,
    numberOf,
  };
}
