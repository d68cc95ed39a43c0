/**
 * What the lines look like against what they mean: blank lines that are probably missing or too many (language rule 7)
 * and marks that probably come from wrapping (rule 6). Notices and warnings only; the structure stands as read.
 */
import type { IToken } from "../../grammar/cst.ts";
import type { MarkPayload } from "../../grammar/line-types.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { emptySpan, type SourceFile } from "../source/source-file.ts";
import { almostMark, brokenParagraph, headingGainsLine, markInsideParagraph, missingBlankLine } from "./errors.ts";
import { trimmed } from "./inline.ts";

/** Shorter lines are not wrapped by anybody. */
const wrapped = 40;
const long = 50;
const wide = 80;
/** A line without an end that is so much shorter than the others was not broken for want of room. */
const clearlyShort = 25;
/** Longer lines are whole paragraphs. */
const widest = 160;

const headingMarks = new Set([
  "NamedPartMark",
  "ChapterMark",
  "SectionMark",
  "SubsectionMark",
  "PartMark",
  "RomanMark",
]);
const numberMarks = new Set(["ArabicMark", "DecimalMark"]);
const looseMarks = new Set([
  "ArticleMark",
  "ArabicMark",
  "DecimalMark",
  "LetterMark",
  "NumeralMark",
  "DashMark",
  "PlusMark",
]);
/** Token types that stand behind the start of a line, on the same line. */
const restOfLine = new Set(["Words", "CellText", "Bar", "ColumnText", "Above", "Equals"]);

const firstLetter = (line: string): string | undefined => /^[*“"'(‘\s]*([A-Za-zÀ-ỹĐđ])/.exec(line)?.[1];
const startsUpper = (line: string): boolean => {
  const letter = firstLetter(line);
  return letter !== undefined && letter !== letter.toLowerCase();
};
const startsLower = (line: string): boolean => {
  const letter = firstLetter(line);
  return letter !== undefined && letter === letter.toLowerCase();
};
const isRow = (line: string): boolean => /\t.*\t/.test(line);
const hasEnd = (line: string): boolean => /[.;:!?…][*”"’')\]]*$/.test(line);
/** Running text of several sentences, the last of them without an end: only a page that ended leaves it so. */
const isCutShort = (line: string): boolean =>
  line.length >= wide && !hasEnd(line) && /\p{Ll}[.;?!] \p{Lu}/u.test(line) && !/\*$/.test(line);
const isUpperCase = (line: string): boolean => line === line.toUpperCase() && line !== line.toLowerCase();

interface Line {
  readonly start: IToken;
  /** Without the blanks at both ends, with its mark. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Reports what the layout suggests; `tokens` are those of the whole file in order. */
export function layoutNotices(
  tokens: readonly IToken[],
  source: SourceFile,
  report: (diagnostic: Diagnostic) => void,
): void {
  const lines = [...linesOf(tokens, source.text)];
  const width = wrapWidth(lines);
  const shapes = new Set<string>();
  let above: Line | undefined;
  /** The first line of the block that `above` belongs to. */
  let owner: Line | undefined;
  for (const line of lines) {
    const name = line.start.tokenType.name;
    const ownerName = owner?.start.tokenType.name;
    const inProse =
      ownerName === "ParagraphLine" ||
      ownerName === "FootnoteMark" ||
      (ownerName !== undefined && (headingMarks.has(ownerName) || looseMarks.has(ownerName)));
    if (name === "ContinuationLine") {
      if (inProse && above && owner) continued(line, above, owner, width, report);
    } else {
      if (headingMarks.has(name) || looseMarks.has(name)) foreign(line, shapes, report);
      if (inProse && above && owner) {
        if (name === "ParagraphLine" && (startsLower(line.text) || isCutShort(above.text)))
          maybeBroken(line, above, source, report);
        else if (looseMarks.has(name) && (line.start.payload as MarkPayload).tight && ownerName !== name)
          maybeWrapped(line, above, report);
      }
      owner = line;
    }
    above = line;
  }
}

/** Characters a line in a file whose paragraphs are broken into lines: the longest line that a sentence surely goes on
 * from. 0 where lines are not broken, or too few to tell. */
function wrapWidth(lines: readonly Line[]): number {
  let width = 0;
  let count = 0;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (!above || line.start.tokenType.name !== "ContinuationLine") continue;
    if (hasEnd(above.text) || !startsLower(line.text) || above.text.length < wrapped) continue;
    width = Math.max(width, above.text.length);
    count += 1;
  }
  return count < 3 || width > widest ? 0 : width;
}

/** Characters left in a line behind the first word of the next, had it been set there: less than none in a line that
 * is longer than others, a paragraph of its own. */
function roomLeft(above: string, next: string, width: number): number {
  const word = /^\S*/.exec(next)![0];
  return width - (above.length + 1 + word.length);
}

/** True when a line was broken because the next word did not fit. */
const isFull = (above: string, next: string, width: number): boolean =>
  above.length <= width && roomLeft(above, next, width) < 3;

function* linesOf(tokens: readonly IToken[], text: string): Generator<Line> {
  for (const token of tokens) {
    if (restOfLine.has(token.tokenType.name)) continue;
    const end = text.indexOf("\n", token.startOffset);
    const span = trimmed(text, token.startOffset, end < 0 ? text.length : end);
    yield { start: token, text: text.slice(span.start, span.end), from: span.start, to: span.end };
  }
}

/** The marks of the official form, with the dashes and the dot that a word processor makes of a hyphen. */
const officialMark = /^(?:[A-ZĐ]+\.|\d+(?:\.\d+)*\.?|[a-zđ][).]|[-–—−•+]|\p{L}{2,}.*)$/u;

/** Reports a mark that some documents use and the form has otherwise (`1)`, `I/`, `(a)`, `*`): the first of each shape. */
function foreign(line: Line, shapes: Set<string>, report: (diagnostic: Diagnostic) => void): void {
  const { start, end } = line.start.payload as MarkPayload;
  const typed = line.text.slice(Math.max(0, start - line.from), end - line.from);
  const shape = typed
    .replace(/\d+/g, "1")
    .replace(/[a-zđ]/g, "a")
    .replace(/[A-ZĐ]+/g, "A");
  if (officialMark.test(typed) || shapes.has(shape)) return;
  shapes.add(shape);
  const number = /[\p{L}\d][\p{L}\d.]*/u.exec(typed)?.[0].replace(/\.$/, "");
  const isBullet = number === undefined || typed === "o";
  const mark = isBullet ? "-" : /^[a-zđ]$/.test(number) ? `${number})` : `${number}.`;
  const span = { start, end };
  const fix = { title: `Đổi thành “${mark}”`, safe: false, edits: [{ span, text: mark }] };
  report(almostMark(span, { typed, mark }, { fix }));
}

function continued(
  line: Line,
  above: Line,
  owner: Line,
  width: number,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (!startsUpper(line.text) || above.text.endsWith("\\")) return;
  // Rows of a pasted table are another finding.
  if (isRow(line.text) || isRow(above.text)) return;
  const fix = {
    title: "Thêm một dòng trống phía trên",
    safe: false,
    edits: [{ span: emptySpan(line.from), text: "\n" }],
  };
  const span = { start: line.from, end: line.to };
  const name = owner.start.tokenType.name;
  const isColon = /:\**$/.test(above.text);
  if (above === owner && (isColon || !hasEnd(above.text)) && (headingMarks.has(name) || numberMarks.has(name))) {
    // A wrapped heading goes on without end punctuation; a sentence below it ends, or is itself a wrapped line or a whole
    // paragraph. What stands short below a colon may be the value of a label.
    const short = above.text.length < long;
    const sentence = hasEnd(line.text) && (!isColon || line.text.length >= long);
    const isLong = line.text.length >= (width > 0 ? width * 0.8 : wide);
    const gains = isUpperCase(above.text)
      ? !isUpperCase(line.text)
      : width > 0
        ? !isFull(above.text, line.text, width) && (sentence || isLong)
        : line.text.length > widest ||
          (headingMarks.has(name) && (sentence || (short && line.text.length >= long))) ||
          (name === "ArabicMark" && short && (sentence || isLong));
    if (gains) report(headingGainsLine(span, { heading: above.text.slice(0, 40) }, { fix }));
    return;
  }
  if (isUpperCase(above.text) || isUpperCase(line.text)) return;
  const ends = hasEnd(above.text)
    ? width > 0
      ? !isFull(above.text, line.text, width)
      : above.text.length >= long
    : width > 0 && roomLeft(above.text, line.text, width) > clearlyShort;
  if (ends) report(missingBlankLine(span, {}, { fix }));
}

function maybeBroken(line: Line, above: Line, source: SourceFile, report: (diagnostic: Diagnostic) => void): void {
  if (hasEnd(above.text) || isUpperCase(above.text) || above.text.length < wrapped) return;
  const gap = { start: above.to, end: line.from };
  const onlyBlank = source.text.slice(gap.start, gap.end).trim() === "";
  report(
    brokenParagraph(
      { start: line.from, end: line.to },
      {},
      onlyBlank ? { fix: { title: "Nối với đoạn trên", safe: false, edits: [{ span: gap, text: "\n" }] } } : {},
    ),
  );
}

function maybeWrapped(line: Line, above: Line, report: (diagnostic: Diagnostic) => void): void {
  if (above.text.length < wrapped || hasEnd(above.text) || above.text.endsWith(",") || isUpperCase(above.text)) return;
  const { start, end } = line.start.payload as MarkPayload;
  const mark = { start, end };
  const typed = line.text.slice(Math.max(0, start - line.from), end - line.from);
  const rest = line.text.slice(end - line.from);
  if (!startsLower(rest) && !/^\s*\d/.test(rest)) return;
  report(
    markInsideParagraph(
      mark,
      { mark: typed },
      { fix: { title: "Đặt dấu \\ để thành lời văn", safe: false, edits: [{ span: emptySpan(start), text: "\\" }] } },
    ),
  );
}
