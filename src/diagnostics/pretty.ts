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
  /** Nothing can be told by colour. */
  readonly isPlain: boolean;
  readonly severity: (severity: Severity, text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  /** A line that goes, a line that comes, and the words in it that differ. */
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  readonly changed: (text: string) => string;
}

const same = (text: string): string => text;
export const plain: Paint = {
  isPlain: true,
  severity: (_, text) => text,
  strong: same,
  faint: same,
  removed: same,
  added: same,
  changed: same,
};

const ansi = (open: string) => (text: string) => `\u001b[${open}m${text}\u001b[0m`;
export const colours: Paint = {
  isPlain: false,
  severity: (severity, text) => ansi(severity === "error" ? "1;31" : severity === "warning" ? "1;33" : "1;36")(text),
  strong: ansi("1"),
  faint: ansi("2"),
  removed: ansi("31"),
  added: ansi("32"),
  // Turned round, and back again without ending the colour of the line.
  changed: (text) => `\u001b[7m${text}\u001b[27m`,
};

/** Lines longer than this are shown as a window round the span. In characters. */
const windowWidth = 100;

/** Characters that would move the cursor or hide text are shown as their code point, so that a finding about them can be
 * read: controls, zero-width and bidirectional marks, lone surrogates. */
const unprintable = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
export const printable = (text: string): string =>
  text
    .replace(/\t/g, " ")
    .replace(unprintable, (c) => `⟨U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}⟩`);

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
  const from = baseBefore(text, Math.min(span.start - lineStart, text.length));
  const to = Math.max(from, Math.min(span.end - lineStart, text.length));
  // Only what is shown is looked at: the line may be as long as the file.
  const before = lastOf(text, from, windowWidth / 2);
  const room = Math.max(20, windowWidth - columns(before));
  const marked = firstOf(text, from, to, room);
  const after = marked.isCut ? "" : firstOf(text, to, text.length, Math.max(1, room - columns(marked.shown))).shown;
  const number = String(line + 1).padStart(5);
  const marks = "^".repeat(Math.max(1, columns(marked.shown)));
  return [
    `${paint.faint(`${number} │`)} ${before}${marked.shown}${after}`.trimEnd(),
    `${paint.faint("      │")} ${" ".repeat(columns(before))}${paint.severity(diagnostic.severity, marks)}`,
  ];
}

/** Where the letter begins whose accent stands at an offset, or the offset itself. */
function baseBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && combining.test(characterAt(text, at))) at -= 1;
  return at > 0 && /[\udc00-\udfff]/.test(text[at] ?? "") && /[\ud800-\udbff]/.test(text[at - 1]!) ? at - 1 : at;
}

const characterAt = (text: string, at: number): string =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : "";

/** What is shown of `[from, to)` in so many columns; cut, it ends in “…”. */
function firstOf(text: string, from: number, to: number, room: number): { shown: string; isCut: boolean } {
  let shown = "";
  let width = 0;
  /** What would still be shown with “…” behind it. */
  let fits = "";
  for (let at = from; at < to; ) {
    const character = characterAt(text, at).slice(0, to - at);
    const next = printable(character);
    width += columns(next);
    if (width > room) return { shown: `${fits}…`, isCut: true };
    shown += next;
    if (width < room) fits = shown;
    at += character.length;
  }
  return { shown, isCut: false };
}

/** What is shown of the text before an offset in so many columns; cut, it begins with “…”. */
function lastOf(text: string, to: number, room: number): string {
  const characters: string[] = [];
  let width = 0;
  let fits = 0;
  for (let at = to; at > 0; ) {
    const isPair = at > 1 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 2, at));
    const character = text.slice(at - (isPair ? 2 : 1), at);
    const next = printable(character);
    width += columns(next);
    if (width > room) return `…${characters.slice(0, fits).reverse().join("")}`;
    characters.push(next);
    // An accent is not parted from its letter.
    if (width < room && !combining.test(character)) fits = characters.length;
    at -= character.length;
  }
  return characters.reverse().join("");
}

/** Columns that a terminal gives the text: none for a combining mark, two for a wide character. */
export const columns = (text: string): number => {
  // Most words are of one column a letter.
  if (oneColumnEach.test(text)) return text.length;
  let sum = 0;
  for (const character of text) sum += combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return sum;
};
const oneColumnEach = /^[\u0020-\u02ff\u1e00-\u20cf]*$/;
/** Joining vowels and finals of Hangul stand on their syllable too. */
const combining = /^[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]$/u;
/** East Asian Wide and Fullwidth, and pictures; not the halfwidth forms of Katakana and Hangul. */
const wide =
  /^(?![\uff61-\uffdc])[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u2e80-\u303e\u3041-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]$/u;

/** “2 lỗi, 1 cảnh báo”; “không phát hiện lỗi” when there is nothing, for more than that no program can say. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  const parts = (["error", "warning", "notice"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${thousands(counts[severity])} ${severityName[severity]}`);
  return parts.length === 0 ? "không phát hiện lỗi" : parts.join(", ");
}

/** A count as it is written: 12.345. */
export const thousands = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ".");

/** How many findings of a file are shown to people, and how many of one code; programs get all. */
const mostShown = 200;
const mostOfOneCode = 50;

/** The findings to show, the gravest if there are too many, in the order given; and a line that counts the rest, or "". */
export function selection(diagnostics: readonly Diagnostic[]): {
  readonly shown: readonly Diagnostic[];
  readonly rest: string;
} {
  const ofCode = new Map<string, number>();
  const chosen = new Set<Diagnostic>();
  for (const severity of ["error", "warning", "notice"] as const) {
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity !== severity || chosen.size >= mostShown) continue;
      const before = ofCode.get(diagnostic.code) ?? 0;
      if (before >= mostOfOneCode) continue;
      ofCode.set(diagnostic.code, before + 1);
      chosen.add(diagnostic);
    }
  }
  if (chosen.size === diagnostics.length) return { shown: diagnostics, rest: "" };
  const left = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    if (!chosen.has(diagnostic)) left.set(diagnostic.code, (left.get(diagnostic.code) ?? 0) + 1);
  }
  const codes = [...left].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const words = codes.map(([code, count]) => `${thousands(count)} ${code}`).join(", ");
  const count = thousands(diagnostics.length - chosen.size);
  return {
    shown: diagnostics.filter((diagnostic) => chosen.has(diagnostic)),
    rest: `… còn ${count} phát hiện nữa không in ở đây: ${words}. In đủ: plan check --format json.`,
  };
}
