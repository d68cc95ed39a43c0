/**
 * Keys that were typed without their colon, so that the line was read as prose: the line that opens the document, the
 * fields of the head, `nơi nhận` and `ký`. What the line means stands as read; a person is asked.
 */
import type { IToken } from "../../grammar/cst.ts";
import { findKeyword, keywordById } from "../../grammar/keywords.ts";
import type { KeyPayload } from "../../grammar/line-types.ts";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { emptySpan, type SourceFile, type Span } from "../source/source-file.ts";
import { missingColon, missingDocumentLine } from "./errors.ts";
import { trimmed } from "./inline.ts";

/** What follows the key where it was surely meant as one. Other keys also begin wrapped lines of a title. */
const values: Readonly<Record<string, RegExp>> = {
  issuer: /^[A-ZÀ-ỸĐ]/,
  parent: /^[A-ZÀ-ỸĐ]/,
  place: /^[A-ZÀ-ỸĐ]/,
  number: /^(?:\d+|[….]+)\s*[/-]/,
  date: /^(?:\d{1,2}|[….]+)\s*(?:\/|tháng)/,
};

/** The longest key at the start of `line` that is followed by other words and no colon: its id and length. */
function bareKeyAt(line: string, place: "document" | "header"): { id: string; length: number } | null {
  let best: { id: string; length: number } | null = null;
  for (const { index } of line.matchAll(/[ \t\u00a0]+(?=[^\s:])/g)) {
    const words = line.slice(0, index);
    if (words.length > longestKey) break;
    const keyword = findKeyword(words, place);
    if (keyword) best = { id: keyword.id, length: index };
  }
  return best;
}

const longestKey = 30;

/** The fix that adds the colon. */
const colonAfter = (key: string, at: number): Fix => ({
  title: `Thêm dấu hai chấm sau “${key}”`,
  safe: false,
  edits: [{ span: emptySpan(at), text: ":" }],
});

/** CP002 at what was probably meant as the line that opens the document; at the first line when nothing looks like it. */
export function noDocumentLine(text: string, whole: Span): Diagnostic {
  const lineEnd = text.indexOf("\n", whole.start);
  const line = trimmed(text, whole.start, lineEnd < 0 ? whole.end : lineEnd);
  const words = text.slice(line.start, line.end);
  const hint = "Tên loại, dấu hai chấm rồi trích yếu nội dung viết trên cùng một dòng.";
  const bare = bareKeyAt(words, "document");
  if (bare) {
    const span = { start: line.start, end: line.start + bare.length };
    return missingDocumentLine(span, {}, { hint, fix: colonAfter(words.slice(0, bare.length), span.end) });
  }
  const comment = /^([ \t]*#+[ \t]*)([^\n:]{1,20}):/m.exec(text);
  if (comment && findKeyword(comment[2]!, "document")) {
    const span = { start: comment.index, end: comment.index + comment[1]!.length };
    const fix: Fix = { title: "Bỏ dấu # để dòng này không còn là ghi chú", safe: false, edits: [{ span, text: "" }] };
    return missingDocumentLine(span, {}, { hint, fix });
  }
  return missingDocumentLine(line);
}

/** Reports keys without a colon; `tokens` are those of the whole file in order. */
export function colonNotices(
  tokens: readonly IToken[],
  source: SourceFile,
  report: (diagnostic: Diagnostic) => void,
): void {
  const { text } = source;
  const given = new Set(
    tokens.filter((token) => token.tokenType.name === "HeaderKey").map((token) => (token.payload as KeyPayload).id),
  );
  const say = (start: number, length: number, id: string): void => {
    const span: Span = { start, end: start + length };
    const key = text.slice(span.start, span.end);
    const known = keywordById(id)?.spelling ?? key.toLowerCase();
    report(missingColon(span, { key, known }, { fix: colonAfter(key, span.end) }));
  };
  const headEnd = endOfHead(text);
  for (const token of tokens) {
    const name = token.tokenType.name;
    if (name !== "ContinuationLine" && name !== "ParagraphLine") continue;
    const line = lineFrom(text, token.startOffset);
    if (line.start < headEnd) {
      const key = name === "ContinuationLine" ? bareKeyAt(line.words, "header") : null;
      const value = key ? line.words.slice(key.length).trim() : "";
      if (key && !given.has(key.id) && values[key.id]?.test(value)) say(line.start, key.length, key.id);
      continue;
    }
    const block = line.words.length <= 20 ? findKeyword(line.words, "block") : undefined;
    if (!block) continue;
    const next = lineFrom(text, Math.min(text.length, line.start + line.words.length + 1)).words;
    const follows = block.id === "recipients" ? /^[-–+•]/.test(next) : isCapitals(next);
    if (follows) say(line.start, line.words.length, block.id);
  }
}

/** Where the first blank line below some text is: fields without a colon are looked for above it. */
function endOfHead(text: string): number {
  const start = /\S/.exec(text)?.index ?? 0;
  const blank = /\n[ \t\u00a0]*\n/.exec(text.slice(start));
  return blank ? start + blank.index : text.length;
}

function lineFrom(text: string, offset: number): { start: number; words: string } {
  const end = text.indexOf("\n", offset);
  const line = text.slice(offset, end < 0 ? text.length : end);
  return { start: offset + (line.length - line.trimStart().length), words: line.trim() };
}

const isCapitals = (line: string): boolean => line === line.toUpperCase() && line !== line.toLowerCase();
