/** The lines of a source with what the lexer takes them for, and each line as it is written when it is tidy. */
import type { IToken } from "../../grammar/cst.ts";
import { foldVietnamese, keywords } from "../../grammar/keywords.ts";
import type { KeyPayload, LineStart, MarkPayload } from "../../grammar/line-types.ts";
import { planLexer } from "../../grammar/tokens.ts";
import { lineAt, type SourceFile } from "../source/source-file.ts";

export type LineKind = LineStart | "Unread";

export interface Line {
  readonly kind: LineKind;
  /** Keyword id of a key's line, "" for others and for unknown keys. */
  readonly key: string;
  /** Without blanks at either end; "" for a blank line. */
  readonly text: string;
  /** As it is written when tidy, without indentation. */
  readonly tidy: string;
  /** Offset of the start of the line. */
  readonly start: number;
  /** Offset behind the line's mark, or behind its key with the colon; the start where it has neither. */
  readonly head: number;
}

/** Token types that stand behind the start of a line, on the same line. */
const restOfLine: ReadonlySet<string> = new Set(["Words", "CellText", "Bar", "ColumnText", "Above", "Equals"]);

/** The lines of a file, in order. */
export function linesOf(source: SourceFile): readonly Line[] {
  const { tokens, groups } = planLexer().tokenize(source.text);
  const starts = new Map<number, { readonly start: IToken; readonly rest: IToken[] }>();
  let open: IToken[] = [];
  for (const token of [...tokens, ...(groups.comments ?? []), ...(groups.pasted ?? [])].sort(
    (a, b) => a.startOffset - b.startOffset,
  )) {
    if (restOfLine.has(token.tokenType.name)) open.push(token);
    else {
      open = [];
      // A token may begin with the line's indentation.
      const at = token.startOffset + (token.image.length - token.image.trimStart().length);
      starts.set(lineAt(source, Math.min(at, source.text.length)), { start: token, rest: open });
    }
  }
  return source.text.split("\n").map((raw, index): Line => {
    const text = raw.trim();
    const start = source.lineStarts[index] ?? 0;
    const found = starts.get(index);
    if (text === "") return { kind: "BlankLine", key: "", text: "", tidy: "", start, head: start };
    if (!found) return { kind: "Unread", key: "", text, tidy: text, start, head: start };
    const kind = found.start.tokenType.name as LineKind;
    const payload = found.start.payload as KeyPayload | MarkPayload | { readonly kind: "line" } | undefined;
    const key = payload?.kind === "key" ? payload.id : "";
    const { startOffset, image } = found.start;
    const head = payload?.kind === "key" ? startOffset + image.length : payload?.kind === "mark" ? payload.end : start;
    return { kind, key, text, tidy: tidyLine(source.text, text, kind, payload, found.rest), start, head };
  });
}

function tidyLine(
  source: string,
  text: string,
  kind: LineKind,
  payload: KeyPayload | MarkPayload | { readonly kind: "line" } | undefined,
  rest: readonly IToken[],
): string {
  if (kind === "Comment") return text.replace(/^#\s*/, "# ").trimEnd();
  if (kind === "GridBar") return gridRow(text, rest);
  if (kind === "GridRule") return `|${text.replace(/\s+/g, "").replace(/^\||\|$/g, "")}|`;
  if (payload?.kind === "key") return keyLine(source, text, kind, payload, rest);
  if (payload?.kind === "mark" && payload.stars === 0) {
    const mark = source.slice(payload.start, payload.end);
    const at = text.indexOf(mark);
    if (at === 0) return `${mark} ${text.slice(mark.length).trimStart()}`.trimEnd();
  }
  return text;
}

/** `key: value`, the key in the spelling of the language. */
function keyLine(source: string, text: string, kind: LineKind, payload: KeyPayload, rest: readonly IToken[]): string {
  const typed = source.slice(payload.start, payload.end);
  const after = text.slice(text.indexOf(typed) + typed.length);
  const number = payload.number ? source.slice(payload.number.start, payload.number.end) : "";
  const colon = after.indexOf(":", number === "" ? 0 : after.indexOf(number) + number.length);
  if (colon < 0 || (kind === "UnknownKey" && payload.id === "")) return text;
  const value =
    kind === "ColumnsKey" && rest.length > 0
      ? rest
          .map((token) => token.image.trim())
          .filter((word) => word !== "")
          .join(" ")
      : after.slice(colon + 1).trim();
  return `${spelling(typed, payload.id)}${number === "" ? "" : ` ${number}`}:${value === "" ? "" : ` ${value}`}`;
}

/** The language's own spelling of a key that was typed in capitals, without diacritics or with wide blanks. */
function spelling(typed: string, id: string): string {
  const folded = foldVietnamese(typed);
  const keyword = keywords.find((one) => one.id === id);
  return keyword?.spellings.find((one) => foldVietnamese(one) === folded) ?? typed.replace(/\s+/g, " ");
}

/** `| cell | cell |`. */
function gridRow(text: string, rest: readonly IToken[]): string {
  const cells: string[] = [""];
  for (const token of rest) {
    if (token.tokenType.name === "Bar") cells.push("");
    else cells[cells.length - 1] += token.image;
  }
  // The bar that closes the row opens no cell.
  if (cells.length > 1 && cells.at(-1)!.trim() === "" && text.endsWith("|")) cells.pop();
  return `|${cells.map((cell) => (cell.trim() === "" ? " " : ` ${cell.trim()} `)).join("|")}|`;
}
