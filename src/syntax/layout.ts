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

const headingMarks = new Set([
  "NamedPartMark",
  "ChapterMark",
  "SectionMark",
  "SubsectionMark",
  "PartMark",
  "RomanMark",
]);
const looseMarks = new Set(["ArticleMark", "ArabicMark", "DecimalMark", "LetterMark", "DashMark", "PlusMark"]);
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
  let above: Line | undefined;
  /** The first line of the block that `above` belongs to. */
  let owner: Line | undefined;
  for (const line of linesOf(tokens, source.text)) {
    const name = line.start.tokenType.name;
    const ownerName = owner?.start.tokenType.name;
    const inProse =
      ownerName === "ParagraphLine" ||
      ownerName === "FootnoteMark" ||
      (ownerName !== undefined && (headingMarks.has(ownerName) || looseMarks.has(ownerName)));
    if (name === "ContinuationLine") {
      if (inProse && above && owner) continued(line, above, owner, report);
    } else {
      if (name === "ParagraphLine") foreign(line, report);
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

function* linesOf(tokens: readonly IToken[], text: string): Generator<Line> {
  for (const token of tokens) {
    if (restOfLine.has(token.tokenType.name)) continue;
    const end = text.indexOf("\n", token.startOffset);
    const span = trimmed(text, token.startOffset, end < 0 ? text.length : end);
    yield { start: token, text: text.slice(span.start, span.end), from: span.start, to: span.end };
  }
}

/** `1)`, `I/`, `(a)`, `* `, and the `o` that Word makes a bullet of: marks that some documents use and the language does
 * not. */
const foreignMark = /^(?:\(?([a-zđ]|\d{1,2}|[IVX]{1,5})[)/]|[*●○▪■✓→]|o(?=[ \t\u00a0]+[A-ZÀ-ỸĐ]))[ \t\u00a0]/;

/** Reports a foreign mark at the start of the line; false when there is none. */
function foreign(line: Line, report: (diagnostic: Diagnostic) => void): boolean {
  const match = foreignMark.exec(line.text);
  if (!match) return false;
  const typed = match[0].trim();
  const number = match[1];
  const mark = number === undefined ? "-" : /[a-zđ]/.test(number) ? `${number})` : `${number}.`;
  const span = { start: line.from, end: line.from + typed.length };
  const fix = { title: `Đổi thành “${mark}”`, safe: false, edits: [{ span, text: mark }] };
  report(almostMark(span, { typed, mark }, { fix }));
  return true;
}

function continued(line: Line, above: Line, owner: Line, report: (diagnostic: Diagnostic) => void): void {
  if (hasEnd(above.text) && foreign(line, report)) return;
  if (!startsUpper(line.text) || above.text.endsWith("\\")) return;
  const fix = {
    title: "Thêm một dòng trống phía trên",
    safe: false,
    edits: [{ span: emptySpan(line.from), text: "\n" }],
  };
  const span = { start: line.from, end: line.to };
  const name = owner.start.tokenType.name;
  if (above === owner && !hasEnd(above.text) && (headingMarks.has(name) || name === "ArabicMark")) {
    // A wrapped heading goes on without end punctuation; a sentence below it ends, or is itself a wrapped line.
    const short = above.text.length < long;
    const sentence = hasEnd(line.text);
    const gains = isUpperCase(above.text)
      ? !isUpperCase(line.text)
      : headingMarks.has(name)
        ? sentence || (short && line.text.length >= long)
        : short && (sentence || line.text.length >= wide);
    if (gains) report(headingGainsLine(span, { heading: above.text.slice(0, 40) }, { fix }));
    return;
  }
  if (above.text.length >= long && hasEnd(above.text)) report(missingBlankLine(span, {}, { fix }));
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
  if (!startsLower(line.text.slice(end - line.from))) return;
  report(
    markInsideParagraph(
      mark,
      { mark: typed },
      { fix: { title: "Đặt dấu \\ để thành lời văn", safe: false, edits: [{ span: emptySpan(start), text: "\\" }] } },
    ),
  );
}
