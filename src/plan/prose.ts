/**
 * Inline text of the syntax tree → Prose: words with their look, `{…}` and `[[…]]` replaced, and the map back to the
 * source. The map is what lets a finding in the words mark the exact characters in the file, across escapes, emphasis,
 * joined lines and inserted values.
 */
import type { Span } from "../source/source-file.ts";
import type { Division, Inline, InlineText } from "../syntax/syntax.ts";
import { unreachable } from "../unreachable.ts";
import type { Piece, Prose, ProseSegment } from "./plan.ts";

/** What the references inside text stand for. Null means unknown (already reported): the reference prints as typed. */
export interface Resolver {
  value(name: string, span: Span): string | null;
  /** `before` is the text of this prose so far: a citation typed in it counts as the first mention. */
  cite(target: string, span: Span, before: string): string | null;
}

interface Draft {
  text: string;
  readonly pieces: Piece[];
  readonly segments: ProseSegment[];
}

function addText(draft: Draft, text: string, bold: boolean, italic: boolean): void {
  const last = draft.pieces.at(-1);
  if (last?.kind === "text" && last.bold === bold && last.italic === italic) {
    draft.pieces[draft.pieces.length - 1] = { kind: "text", text: last.text + text, bold, italic };
  } else if (text !== "") draft.pieces.push({ kind: "text", text, bold, italic });
}

function addSegment(draft: Draft, text: string, source: Span, exact: boolean): void {
  if (text === "") return;
  const last = draft.segments.at(-1);
  // Neighbours that continue each other character by character become one, so that the map stays short.
  if (last?.exact && exact && last.source.end === source.start) {
    draft.segments[draft.segments.length - 1] = {
      at: last.at,
      length: last.length + text.length,
      source: { start: last.source.start, end: source.end },
      exact: true,
    };
  } else draft.segments.push({ at: draft.text.length, length: text.length, source, exact });
  draft.text += text;
}

/** Blanks before a forced break print nothing and are no words. */
function dropBlanks(draft: Draft): void {
  const last = draft.pieces.at(-1);
  const segment = draft.segments.at(-1);
  const blanks = /[ \t]+$/.exec(draft.text)?.[0].length ?? 0;
  if (blanks === 0 || last?.kind !== "text" || !segment?.exact || segment.length <= blanks) return;
  if (!last.text.endsWith(draft.text.slice(-blanks)) || last.text.length <= blanks) return;
  draft.pieces[draft.pieces.length - 1] = { ...last, text: last.text.slice(0, -blanks) };
  const source = { start: segment.source.start, end: segment.source.end - blanks };
  draft.segments[draft.segments.length - 1] = { ...segment, length: segment.length - blanks, source };
  draft.text = draft.text.slice(0, -blanks);
}

function walk(inlines: readonly Inline[], bold: boolean, italic: boolean, draft: Draft, resolver: Resolver): void {
  const words = (text: string, source: Span): void => {
    addText(draft, text, bold, italic);
    addSegment(draft, text, source, source.end - source.start === text.length);
  };
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
        words(inline.text, inline.span);
        break;
      case "strong":
        walk(inline.children, true, italic, draft, resolver);
        break;
      case "emphasis":
        walk(inline.children, bold, true, draft, resolver);
        break;
      case "break":
        dropBlanks(draft);
        draft.pieces.push({ kind: "break" });
        addSegment(draft, "\n", inline.span, false);
        break;
      case "join":
        addText(draft, " ", bold, italic);
        addSegment(draft, " ", inline.span, false);
        break;
      case "note-ref":
        draft.pieces.push({ kind: "note", number: inline.number });
        break;
      case "value-ref": {
        const value = resolver.value(inline.name, inline.span) ?? `{${inline.name}}`;
        addText(draft, value, bold, italic);
        addSegment(draft, value, inline.span, false);
        break;
      }
      case "citation-ref": {
        const words = resolver.cite(inline.target, inline.span, draft.text) ?? `[[${inline.target}]]`;
        addText(draft, words, bold, italic);
        addSegment(draft, words, inline.span, false);
        break;
      }
      default:
        unreachable(inline);
    }
  }
}

/** The prose of one inline text. `around` is emphasis typed round the whole line, which the tree keeps beside its text:
 * it is part of the look of every word. */
export function toProse(text: InlineText, resolver: Resolver, around?: Division["emphasis"]): Prose {
  const draft: Draft = { text: "", pieces: [], segments: [] };
  const bold = around === "strong" || around === "both";
  const italic = around === "emphasis" || around === "both";
  walk(text.inlines, bold, italic, draft, resolver);
  return { pieces: draft.pieces, text: draft.text, segments: draft.segments, span: text.span };
}

/** Words that no one typed in this form (a counted number, a generated cell): all of it stands for `span`. */
export function generatedProse(text: string, span: Span): Prose {
  return {
    pieces: text === "" ? [] : [{ kind: "text", text, bold: false, italic: false }],
    text,
    segments: text === "" ? [] : [{ at: 0, length: text.length, source: span, exact: false }],
    span,
  };
}

/** The source of the words `[start, end)` of a prose; outside the words, the nearest end of its span. */
export function sourceSpan(prose: Prose, start: number, end: number): Span {
  const from = Math.max(0, Math.min(start, prose.text.length));
  const to = Math.max(from, Math.min(end, prose.text.length));
  const { segments } = prose;
  const at = (offset: number, isEnd: boolean): number => {
    // Segments follow each other in the words, and a long paragraph of marked words has very many.
    let low = 0;
    let high = segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = segments[middle]!.at + segments[middle]!.length;
      if (isEnd ? end >= offset : end > offset) high = middle;
      else low = middle + 1;
    }
    const segment = segments[low];
    if (segment !== undefined && (isEnd ? offset > segment.at : offset >= segment.at)) {
      if (segment.exact) return segment.source.start + (offset - segment.at);
      return isEnd ? segment.source.end : segment.source.start;
    }
    return isEnd || offset > 0 ? prose.span.end : prose.span.start;
  };
  if (from === to) {
    const place = from === prose.text.length && from > 0 ? at(from, true) : at(from, false);
    return { start: place, end: place };
  }
  return { start: at(from, false), end: at(to, true) };
}

/** The words `[start, end)` of a prose as a prose of their own, with their look and their map. */
export function sliceProse(prose: Prose, start: number, end: number = prose.text.length): Prose {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of prose.pieces) {
    const length = piece.kind === "text" ? piece.text.length : piece.kind === "break" ? 1 : 0;
    if (piece.kind === "text") {
      const text = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at));
      if (text !== "") pieces.push({ ...piece, text });
    } else if (at >= start && at + length <= end && (length > 0 || at > start || start === 0)) pieces.push(piece);
    at += length;
  }
  const segments = prose.segments.flatMap((segment): ProseSegment[] => {
    const from = Math.max(segment.at, start);
    const to = Math.min(segment.at + segment.length, end);
    if (from >= to) return [];
    const source = segment.exact
      ? { start: segment.source.start + (from - segment.at), end: segment.source.start + (to - segment.at) }
      : segment.source;
    return [{ at: from - start, length: to - from, source, exact: segment.exact }];
  });
  return { pieces, text: prose.text.slice(start, end), segments, span: sourceSpan(prose, start, end) };
}

/** The prose without blanks at its ends. */
export function trimProse(prose: Prose): Prose {
  const start = prose.text.length - prose.text.trimStart().length;
  const end = prose.text.trimEnd().length;
  return start === 0 && end === prose.text.length ? prose : sliceProse(prose, start, Math.max(start, end));
}

/** The prose cut at each `separator`, parts trimmed. */
export function splitProse(prose: Prose, separator: string): Prose[] {
  const parts: Prose[] = [];
  let start = 0;
  for (;;) {
    const found = prose.text.indexOf(separator, start);
    parts.push(trimProse(sliceProse(prose, start, found < 0 ? prose.text.length : found)));
    if (found < 0) return parts;
    start = found + separator.length;
  }
}

/** The words of inline text as typed, references included, for fields that are not prose. */
export function plainText(text: InlineText, value: (name: string) => string | null = () => null): string {
  const words = (inlines: readonly Inline[]): string =>
    inlines
      .map((inline) => {
        switch (inline.kind) {
          case "text":
            return inline.text;
          case "strong":
          case "emphasis":
            return words(inline.children);
          case "break":
          case "join":
            return " ";
          case "note-ref":
            return `[${inline.number}]`;
          case "value-ref":
            return value(inline.name) ?? `{${inline.name}}`;
          case "citation-ref":
            return `[[${inline.target}]]`;
          default:
            return unreachable(inline);
        }
      })
      .join("");
  return words(text.inlines).trim();
}
