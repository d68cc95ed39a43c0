/**
 * Diagnostics for people: place, severity, message, the line itself with the exact span marked, why, and what to do.
 * Only this file knows how a finding looks on a terminal; colour is the caller's choice.
 */
import { lineAt, lineText, position, type SourceFile } from "../source/source-file.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";

export const severityName: Readonly<Record<Severity, string>> = {
  error: "lỗi",
  warning: "cảnh báo",
  notice: "lưu ý",
};

/** ANSI decoration; the identity for plain output. */
export interface Paint {
  readonly severity: (severity: Severity, text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

export const plain: Paint = { severity: (_, text) => text, strong: (text) => text, faint: (text) => text };

const ansi = (open: string) => (text: string) => `\u001b[${open}m${text}\u001b[0m`;
export const colours: Paint = {
  severity: (severity, text) => ansi(severity === "error" ? "1;31" : severity === "warning" ? "1;33" : "1;36")(text),
  strong: ansi("1"),
  faint: ansi("2"),
};

/** Lines longer than this are shown as a window round the span. In characters. */
const windowWidth = 100;

/** Characters that would move the cursor or hide text are shown as their code point, so that a finding about them can be
 * read: C0 and C1 controls, zero-width and bidirectional marks, lone surrogates. */
const unprintable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
export const printable = (text: string): string =>
  text
    .replace(/\t/g, " ")
    .replace(unprintable, (c) => `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);

/**
 * One diagnostic on a line, ending in a newline: for lists of what was done, and for what is said of a file as a whole (an
 * empty span at its start), which stands at no line. With `explained` why and what to do stand below.
 */
export function brief(file: SourceFile, diagnostic: Diagnostic, paint: Paint, explained: boolean): string {
  const at = position(file, diagnostic.span.start);
  const isWhole = diagnostic.span.end === 0;
  const place = isWhole ? printable(file.path) : `${printable(file.path)}:${at.line}:${at.column}`;
  const severity = paint.severity(diagnostic.severity, `${severityName[diagnostic.severity]} ${diagnostic.code}`);
  const lines = [`${paint.strong(`${place}:`)} ${severity}: ${printable(diagnostic.message)}`];
  if (explained && diagnostic.why) lines.push(`       ${paint.faint("=")} vì sao: ${printable(diagnostic.why)}`);
  if (explained && diagnostic.hint) lines.push(`       ${paint.faint("=")} cách sửa: ${printable(diagnostic.hint)}`);
  return `${lines.join("\n")}\n`;
}

/** One diagnostic as text, ending in a newline. `where` says the place in the plan's own terms (“Mục II.1, điểm b”). */
export function pretty(file: SourceFile, diagnostic: Diagnostic, paint: Paint = plain, where = ""): string {
  const at = position(file, diagnostic.span.start);
  const head =
    `${paint.strong(`${printable(file.path)}:${at.line}:${at.column}:`)} ` +
    `${paint.severity(diagnostic.severity, `${severityName[diagnostic.severity]} ${diagnostic.code}`)}: ` +
    `${paint.strong(printable(diagnostic.message))}`;
  const lines = [head, ...frame(file, diagnostic, paint)];
  const note = (label: string, words: string): void => {
    lines.push(`       ${paint.faint("=")} ${label}: ${printable(words)}`);
  };
  if (where) note("ở", where);
  for (const other of diagnostic.related ?? []) {
    const place = position(file, other.span.start);
    note("xem", `${other.message} (dòng ${place.line}, cột ${place.column})`);
  }
  if (diagnostic.why) note("vì sao", diagnostic.why);
  if (diagnostic.fix) note("cách sửa", diagnostic.fix.title);
  if (diagnostic.hint) note(diagnostic.fix ? "gợi ý" : "cách sửa", diagnostic.hint);
  return `${lines.join("\n")}\n`;
}

function frame(file: SourceFile, diagnostic: Diagnostic, paint: Paint): string[] {
  if (file.text === "") return [];
  const { span } = diagnostic;
  const line = lineAt(file, span.start);
  const text = lineText(file, line);
  const lineStart = file.lineStarts[line]!;
  const from = Math.min(span.start - lineStart, text.length);
  const to = Math.max(from, Math.min(span.end - lineStart, text.length));
  let before = printable(text.slice(0, from));
  let marked = printable(text.slice(from, to));
  let after = printable(text.slice(to));
  if (count(before) > windowWidth / 2) before = `…${last(before, windowWidth / 2 - 1)}`;
  const room = Math.max(20, windowWidth - count(before));
  if (count(marked) > room) {
    marked = `${first(marked, room - 1)}…`;
    after = "";
  } else if (count(marked) + count(after) > room) after = `${first(after, Math.max(0, room - count(marked) - 1))}…`;
  const number = String(line + 1).padStart(5);
  const marks = "^".repeat(Math.max(1, columns(marked)));
  return [
    `${paint.faint(`${number} │`)} ${before}${marked}${after}`.trimEnd(),
    `${paint.faint("      │")} ${" ".repeat(columns(before))}${paint.severity(diagnostic.severity, marks)}`,
  ];
}

/** Columns that a terminal gives the text: none for a combining mark, two for a wide character. */
const columns = (text: string): number =>
  [...text].reduce((sum, character) => sum + (combining.test(character) ? 0 : wide.test(character) ? 2 : 1), 0);
const combining = /^\p{M}$/u;
const wide =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]$/u;

const count = (text: string): number => [...text].length;
const first = (text: string, characters: number): string => [...text].slice(0, characters).join("");
const last = (text: string, characters: number): string => [...text].slice(-characters).join("");

/** “2 lỗi, 1 cảnh báo”; “không có lỗi” when there is nothing. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const parts = (["error", "warning", "notice"] as const)
    .map((severity) => [diagnostics.filter((d) => d.severity === severity).length, severityName[severity]] as const)
    .filter(([n]) => n > 0)
    .map(([n, name]) => `${n} ${name}`);
  return parts.length === 0 ? "không có lỗi" : parts.join(", ");
}
