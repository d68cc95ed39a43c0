/**
 * Token types of a .plan file, in two kinds of modes: the start of a line, and the rest of one.
 *
 * At the start of a line one custom matcher asks `LineReader` what the line is; the token types there are its answers.
 * What follows on the line is `Words`, or, in tables, cells between bars. Line ends and blank lines carry no meaning
 * beyond what the reader has already said with `ParagraphLine` against `ContinuationLine`, and are skipped; comments are
 * kept in a group of their own, so that they neither end nor join a paragraph.
 *
 * Labels are Vietnamese: they appear in messages, in the manual and in the diagrams.
 */
import { type CustomPatternMatcherFunc, createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { LineReader } from "./line-starts.ts";
import type { LinePayloads, LineStart } from "./line-types.ts";

const readers = new WeakMap<readonly IToken[], LineReader>();

/** A pattern that matches when the reader names the line `type`. The list of tokens so far is the identity of a run. */
function startsLine(type: LineStart): CustomPatternMatcherFunc {
  return (text, offset, tokens) => {
    let reader = readers.get(tokens);
    if (!reader) {
      reader = new LineReader(text);
      readers.set(tokens, reader);
    }
    const match = reader.read(offset);
    if (match.type !== type) return null;
    const result: [string] & { payload?: LinePayloads } = [text.slice(offset, offset + match.length)];
    if (match.payload) result.payload = match.payload;
    return result as unknown as RegExpExecArray;
  };
}

function lineStart(name: LineStart, label: string, rest: "text" | "columns" | "cells" = "text"): TokenType {
  return createToken({ name, label, pattern: startsLine(name), line_breaks: false, push_mode: rest });
}

// ── Whole lines that no rule sees ──
const BlankLine = createToken({
  name: "BlankLine",
  label: "dòng trống",
  pattern: startsLine("BlankLine"),
  group: Lexer.SKIPPED,
  line_breaks: true,
});
const Comment = createToken({
  name: "Comment",
  label: "# ghi chú",
  pattern: startsLine("Comment"),
  group: "comments",
  line_breaks: true,
});
const PastedHeading = createToken({
  name: "PastedHeading",
  label: "## tiêu đề",
  pattern: startsLine("PastedHeading"),
  group: "pasted",
  line_breaks: true,
});

// ── Documents and their heads ──
export const DocumentKey = lineStart("DocumentKey", "kế hoạch:");
export const BareTypeLine = lineStart("BareTypeLine", "KẾ HOẠCH");
export const StrayTypeLine = lineStart("StrayTypeLine", "tên loại đứng riêng");
export const HeaderKey = lineStart("HeaderKey", "trường của phần đầu:");
export const UnknownKey = lineStart("UnknownKey", "trường không có:");
export const AnnexKey = lineStart("AnnexKey", "phụ lục:");
export const BareAnnexLine = lineStart("BareAnnexLine", "PHỤ LỤC");
export const AnnexFieldKey = lineStart("AnnexFieldKey", "trường của phụ lục:");
export const RecipientsKey = lineStart("RecipientsKey", "nơi nhận:");
export const SignatureKey = lineStart("SignatureKey", "ký:");
export const SignatureLine = lineStart("SignatureLine", "dòng của khối ký");

// ── Tables ──
export const ColumnsKey = lineStart("ColumnsKey", "cột:", "columns");
export const TableOptionKey = lineStart("TableOptionKey", "tùy chọn của bảng:");
export const TaskKey = lineStart("TaskKey", "nhiệm vụ:");
export const SubRowKey = lineStart("SubRowKey", "việc:");
export const GroupKey = lineStart("GroupKey", "nhóm:", "cells");
export const TotalKey = lineStart("TotalKey", "tổng:");
export const FieldKey = lineStart("FieldKey", "trường của hàng:");
export const StrayTask = lineStart("StrayTask", "nhiệm vụ: (ngoài bảng)");
export const GridKey = lineStart("GridKey", "bảng:");
export const GridRule = lineStart("GridRule", "|---|---|");
export const CellLine = lineStart("CellLine", "dòng đánh số trong ô");

// ── Marks ──
export const NamedPartMark = lineStart("NamedPartMark", "Phần I");
export const ChapterMark = lineStart("ChapterMark", "Chương I");
export const SectionMark = lineStart("SectionMark", "Mục 1");
export const SubsectionMark = lineStart("SubsectionMark", "Tiểu mục 1");
export const ArticleMark = lineStart("ArticleMark", "Điều 1.");
export const PartMark = lineStart("PartMark", "A.");
export const RomanMark = lineStart("RomanMark", "I.");
export const ArabicMark = lineStart("ArabicMark", "1.");
export const DecimalMark = lineStart("DecimalMark", "1.1.");
export const LetterMark = lineStart("LetterMark", "a)");
export const NumeralMark = lineStart("NumeralMark", "1)");
export const DashMark = lineStart("DashMark", "-");
export const PlusMark = lineStart("PlusMark", "+");
/** A bullet inside a field or the recipients. */
export const ItemBullet = lineStart("ItemBullet", "- hoặc +");
export const FootnoteMark = lineStart("FootnoteMark", "[1]");

// ── Unmarked lines ──
export const EnactingLine = lineStart("EnactingLine", "QUYẾT ĐỊNH:");
export const ParagraphLine = lineStart("ParagraphLine", "dòng đầu đoạn");
export const ContinuationLine = lineStart("ContinuationLine", "dòng nối tiếp");

// ── The rest of a line ──
export const Words = createToken({ name: "Words", label: "chữ", pattern: /[^\n]+/ });
export const ColumnText = createToken({ name: "ColumnText", label: "tên cột", pattern: /(?:\\[^\n]|\\|[^|>=\\\n])+/ });
export const Bar = createToken({ name: "Bar", label: "|", pattern: "|" });
export const Above = createToken({ name: "Above", label: ">", pattern: ">" });
export const Equals = createToken({ name: "Equals", label: "=", pattern: "=" });
export const CellText = createToken({ name: "CellText", label: "chữ trong ô", pattern: /(?:\\[^\n]|\\|[^|\\\n])+/ });
const LineEnd = createToken({
  name: "LineEnd",
  label: "hết dòng",
  pattern: /\n/,
  group: Lexer.SKIPPED,
  line_breaks: true,
  pop_mode: true,
});

// Lines that go on with what the line above left open are the same to the grammar.
const ColumnsContinuation = createToken({
  name: "ColumnsContinuation",
  label: "tên cột",
  pattern: startsLine("ColumnsContinuation"),
  line_breaks: false,
  push_mode: "columns",
  categories: [ColumnText],
});
const ColumnsContinuationBar = createToken({
  name: "ColumnsContinuationBar",
  label: "|",
  pattern: startsLine("ColumnsContinuationBar"),
  line_breaks: false,
  push_mode: "columns",
  categories: [Bar],
});
const GridContinuation = createToken({
  name: "GridContinuation",
  label: "chữ trong ô",
  pattern: startsLine("GridContinuation"),
  line_breaks: false,
  push_mode: "cells",
  categories: [CellText],
});
export const GridBar = lineStart("GridBar", "|", "cells");
/** A `|` row that no `bảng:` opened. */
export const StrayGridBar = lineStart("StrayGridBar", "| (không có bảng:)", "cells");

const lineStarts: readonly TokenType[] = [
  BlankLine,
  Comment,
  DashMark,
  ContinuationLine,
  ParagraphLine,
  ArabicMark,
  PlusMark,
  LetterMark,
  NumeralMark,
  RomanMark,
  DecimalMark,
  FieldKey,
  ItemBullet,
  TaskKey,
  SubRowKey,
  HeaderKey,
  DocumentKey,
  SignatureLine,
  RecipientsKey,
  SignatureKey,
  ColumnsKey,
  TableOptionKey,
  GroupKey,
  TotalKey,
  GridBar,
  GridRule,
  GridKey,
  AnnexKey,
  AnnexFieldKey,
  ArticleMark,
  PartMark,
  NamedPartMark,
  ChapterMark,
  SectionMark,
  SubsectionMark,
  FootnoteMark,
  EnactingLine,
  CellLine,
  ColumnsContinuation,
  ColumnsContinuationBar,
  GridContinuation,
  StrayGridBar,
  StrayTask,
  StrayTypeLine,
  UnknownKey,
  BareTypeLine,
  BareAnnexLine,
  PastedHeading,
];

/** Every token type the parser may meet. */
export const planVocabulary: readonly TokenType[] = [
  ...lineStarts,
  Words,
  ColumnText,
  Bar,
  Above,
  Equals,
  CellText,
  LineEnd,
];

let lexer: Lexer | undefined;

/** The lexer of .plan text, made at first use. Its result has the groups `comments` and `pasted`. */
export function planLexer(): Lexer {
  lexer ??= new Lexer(
    {
      modes: {
        line: [...lineStarts],
        text: [Words, LineEnd],
        columns: [Bar, Above, Equals, ColumnText, LineEnd],
        cells: [Bar, CellText, LineEnd],
      },
      defaultMode: "line",
    },
    { positionTracking: "onlyOffset", ensureOptimizations: false, skipValidations: true },
  );
  return lexer;
}
