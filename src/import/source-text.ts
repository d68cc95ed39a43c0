/**
 * Words → lines of a .plan source that read back as just those words. Escapes are written only where the language would
 * read something else; emphasis is written only where it reads back as the same look. In the end every line is read by the
 * language's own reader of lines, and one that it takes for something else gets a backslash in front.
 */
import { LineReader } from "../../grammar/line-starts.ts";
import type { LineStart } from "../../grammar/line-types.ts";
import { parseInline } from "../syntax/inline.ts";
import type { Inline } from "../syntax/syntax.ts";
import type { RawRun } from "./raw.ts";
import { joinedRuns, splitLines } from "./words.ts";

/** Where words are to stand: in a cell a bar parts columns. */
export interface Setting {
  /** The document has footnotes: `[1]` is a reference. */
  readonly notes: ReadonlySet<string>;
  readonly inCell?: boolean;
}

function escaped(text: string, setting: Setting): string {
  let result = text.replace(/\\/g, "\\\\").replace(/\{/g, "\\{").replace(/\[\[/g, "\\[\\[");
  // A star between blanks is only itself.
  result = result.replace(/\*/g, (star, at: number) => {
    const before = result[at - 1] ?? " ";
    const after = result[at + 1] ?? " ";
    return /\s/.test(before) && /\s/.test(after) ? star : `\\${star}`;
  });
  if (setting.notes.size > 0) result = result.replace(/\[(?=\d{1,3}\])/g, "\\[");
  if (setting.inCell) result = result.replace(/\|/g, "\\|");
  return result;
}

type Look = "" | "*" | "**" | "***";
const lookOf = (run: RawRun): Look => (run.bold ? (run.italic ? "***" : "**") : run.italic ? "*" : "");

/** Runs of one line with emphasis that hugs its words; blanks at the edges of emphasis stand outside. */
function marked(runs: readonly RawRun[], setting: Setting): string {
  let result = "";
  const flush = (text: string, look: Look): void => {
    if (text.trim() === "" || look === "") {
      result += escaped(text, setting);
      return;
    }
    const lead = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    result += text.slice(0, lead) + look + escaped(text.slice(lead, end), setting) + look + text.slice(end);
  };
  let text = "";
  let look: Look = "";
  for (const run of runs) {
    if (run.note) {
      flush(text, look);
      text = "";
      result += `[${run.text}]`;
      continue;
    }
    // Blanks have the look of what is around.
    const own: Look = run.text.trim() === "" ? look : lookOf(run);
    if (own !== look && text !== "") {
      flush(text, look);
      text = "";
    }
    look = own;
    text += run.text;
  }
  flush(text, look);
  return result;
}

interface Shown {
  readonly text: string;
  readonly look: string;
}

/** What inline nodes say, character by character: words, and the look of those that can be seen. */
function shownBy(
  inlines: readonly Inline[],
  bold: boolean,
  italic: boolean,
  out: { text: string; look: string },
): void {
  for (const inline of inlines) {
    const sign = bold ? (italic ? "3" : "2") : italic ? "1" : "0";
    switch (inline.kind) {
      case "text":
        out.text += inline.text;
        for (const character of inline.text)
          out.look += /\s/.test(character) ? " ".repeat(character.length) : sign.repeat(character.length);
        break;
      case "strong":
        shownBy(inline.children, true, italic, out);
        break;
      case "emphasis":
        shownBy(inline.children, bold, true, out);
        break;
      case "note-ref":
        out.text += `[${inline.number}]`;
        out.look += "n".repeat(inline.number.length + 2);
        break;
      default:
        out.text += "\u0000";
        out.look += "?";
    }
  }
}

function shownAs(source: string, setting: Setting): Shown {
  const out = { text: "", look: "" };
  const context = { source, notes: setting.notes, noteMet: () => {}, report: () => {} };
  shownBy(parseInline([{ start: 0, end: source.length }], 0, context).inlines, false, false, out);
  return out;
}

function wanted(runs: readonly RawRun[]): Shown {
  const out = { text: "", look: "" };
  for (const run of runs) {
    const note = run.note === true;
    shownBy(
      note
        ? [{ kind: "note-ref", number: run.text, span: { start: 0, end: 0 } }]
        : [{ kind: "text", text: run.text, span: { start: 0, end: 0 } }],
      run.bold,
      run.italic,
      out,
    );
  }
  return out;
}

/** One line of words as source. Emphasis that would read back otherwise is left out, italics first. */
function lineSource(runs: readonly RawRun[], setting: Setting): string {
  const whole = joinedRuns(runs.map((run) => (run.note ? run : { ...run, text: run.text.replace(/[\t\n]+/g, " ") })));
  if (whole.every((run) => !run.bold && !run.italic)) return marked(whole, setting);
  const candidates = [
    whole,
    whole.map((run) => ({ ...run, italic: run.italic && !run.bold })),
    whole.map((run) => ({ ...run, italic: false })),
  ];
  for (const candidate of candidates) {
    const source = marked(joinedRuns(candidate), setting);
    const read = shownAs(source, setting);
    const want = wanted(candidate);
    if (read.text === want.text && read.look === want.look) return source;
  }
  return marked(joinedRuns(whole.map((run) => ({ ...run, bold: false, italic: false }))), setting);
}

/** Words as source lines: where the text breaks, all lines but the last end in a backslash. At least one line. */
export function inlineSource(runs: readonly RawRun[], setting: Setting): string[] {
  const lines = splitLines(runs).filter(
    (line, i, all) => line.length > 0 || all.length === 1 || (i > 0 && i < all.length - 1),
  );
  const sources = lines.map((line) => lineSource(line, setting));
  return sources.map((line, i) => (i < sources.length - 1 ? `${line}\\` : line));
}

/** Words as one source line; breaks become blanks. */
export const oneLineSource = (runs: readonly RawRun[], setting: Setting): string =>
  lineSource(
    runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, " ") })),
    setting,
  );

/** Plain words as source. */
export const wordsSource = (text: string, setting: Setting): string =>
  oneLineSource([{ text, bold: false, italic: false }], setting);

// ── Lines ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a line must be read as; "mark" for any mark of a division, null for whatever it is. */
export type Expected = LineStart | "mark" | null;

export interface OutLine {
  text: string;
  readonly expected: Expected;
}

/** More lines than this are not put right one by one. */
const mostRepairs = 5000;

/** Lines that are read as one text: those before the line in question, and those that it may depend on. */
const linesBefore = 30;
const linesBehind = 600;

/** Puts a backslash before lines that would be read as something else than they were written as. A line that was written as
 * a mark and is none stands as text. */
export function secured(lines: readonly OutLine[]): string[] {
  const texts = lines.map((line) => line.text);
  let reader = new LineReader("");
  let offset = 0;
  let windowEnd = 0;
  /** Lets the reader go on in a text of the lines round the next one. */
  const moveTo = (from: LineReader, index: number): void => {
    const first = Math.max(0, index - linesBefore);
    windowEnd = Math.min(texts.length, index + linesBehind);
    const above = texts.slice(first, index).reduce((sum, text) => sum + text.length + 1, 0);
    reader = from.continuedIn(texts.slice(first, windowEnd).join("\n"), offset - above);
    offset = above;
  };
  let repairs = 0;
  for (const [index, { expected }] of lines.entries()) {
    if (index === 0 || index > windowEnd - linesBefore) moveTo(reader, index);
    const before = reader.continuedIn("");
    const { type } = reader.read(offset);
    const text = texts[index]!;
    const indent = /^\s*/.exec(text)![0].length;
    const isMisread = expected !== null && expected !== "mark" && type !== expected;
    if (isMisread && repairs < mostRepairs && text[indent] !== "\\") {
      repairs += 1;
      texts[index] = `${text.slice(0, indent)}\\${text.slice(indent)}`;
      moveTo(before, index);
      reader.read(offset);
    }
    offset += texts[index]!.length + 1;
  }
  return texts;
}
