/**
 * TREE 1: the file as written. Every node has a span; nothing is bound, counted, corrected or inherited here.
 *
 * A tree is plain read-only data. Broken parts of the file become `ErrorNode`s (or are left out of a field) and a
 * diagnostic; the rest of the tree stands. Comments are kept beside the tree, in source order.
 */
import type { SourceFile, Span } from "../source/source-file.ts";

// ── Inline text ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Words. `text` has escapes resolved; one node never crosses a line, so offsets inside it map to the source except at
 * an escape, where the node is split (the backslash belongs to no node). */
export interface TextInline {
  readonly kind: "text";
  readonly text: string;
  readonly span: Span;
}
/** `**đậm**` */
export interface StrongInline {
  readonly kind: "strong";
  readonly children: readonly Inline[];
  readonly span: Span;
}
/** `*nghiêng*` */
export interface EmphasisInline {
  readonly kind: "emphasis";
  readonly children: readonly Inline[];
  readonly span: Span;
}
/** `\` at the end of a line: a forced line break. */
export interface BreakInline {
  readonly kind: "break";
  readonly span: Span;
}
/** Where a wrapped line was joined to the one above: one space in the text. */
export interface JoinInline {
  readonly kind: "join";
  readonly span: Span;
}
/** `[[749/QĐ-TTg]]`; `target` is the text between the brackets, trimmed. */
export interface CitationInline {
  readonly kind: "citation-ref";
  readonly target: string;
  readonly span: Span;
}
/** `{năm}`; `name` is the text between the braces, trimmed. */
export interface ValueInline {
  readonly kind: "value-ref";
  readonly name: string;
  readonly span: Span;
}
/** `[1]` in running text, when the document has a footnote line with that number. */
export interface NoteRefInline {
  readonly kind: "note-ref";
  readonly number: string;
  readonly span: Span;
}

export type Inline =
  | TextInline
  | StrongInline
  | EmphasisInline
  | BreakInline
  | JoinInline
  | CitationInline
  | ValueInline
  | NoteRefInline;

/** A run of inline nodes with the span of the whole (without leading and trailing blanks). */
export interface InlineText {
  readonly inlines: readonly Inline[];
  readonly span: Span;
}

// ── Keys and fields ─────────────────────────────────────────────────────────────────────────────────────────────────

/** A key as typed (`Cơ quan`, `co quan`), with the id of its row in `grammar/keywords.ts`. `id` is "" for a table's own
 * column name and for an unknown key (which is also reported). */
export interface Key {
  readonly typed: string;
  readonly id: string;
  /** Of the words, without the colon. */
  readonly span: Span;
}

/** One paragraph of a field's value; the first stands on the key's line, others on bullet lines below it. */
export interface FieldItem {
  /** "-" or "+" when the line has that bullet. */
  readonly bullet?: "-" | "+";
  readonly text: InlineText;
  readonly span: Span;
}

/** `key: value` with its continuation lines and bullets. An empty `items` means the key stands with nothing after it. */
export interface Field {
  readonly kind: "field";
  readonly key: Key;
  /** In a row of a task table: the place of the column whose name the key is, from 0. */
  readonly column?: number;
  readonly items: readonly FieldItem[];
  readonly span: Span;
}

// ── Divisions ───────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The kinds of marks, from the highest level to the lowest. Named levels (Phần, Chương, Mục, Tiểu mục, Điều) come with
 * their word; `part` is `A.`; `decimal` has two or more levels (`1.2.`, `1.2.3.`), deeper ones being lower.
 */
export type MarkKind =
  | "named-part" // Phần I
  | "chapter" // Chương II
  | "section" // Mục 1
  | "subsection" // Tiểu mục 1
  | "article" // Điều 1.
  | "part" // A.
  | "roman" // I.
  | "arabic" // 1.
  | "decimal" // 1.1.
  | "letter" // a)
  | "numeral" // 1) or (1)
  | "dash" // -
  | "plus"; // +

export interface Mark {
  readonly kind: MarkKind;
  /** As typed: `1.2.`, `đ)`, `Điều 3.`, `-`. */
  readonly typed: string;
  /** The numbers it stands for, one a level: `1.2.` → [1, 2]; `II.` → [2]; `đ)` → [5], the place in the Vietnamese
   * alphabet (0 for f, j, w, z); bullets → []. */
  readonly values: readonly number[];
  readonly span: Span;
}

/** A marked line and everything that belongs to it. */
export interface Division {
  readonly kind: "division";
  readonly mark: Mark;
  /** The text of the marked line (and of the lines that continue it), without the mark. For `Phần`, `Chương`, `Mục`:
   * the title, whether on the same line or on the next. */
  readonly text: InlineText;
  /** `**…**` or `*…*` typed round the whole line: it decides the look, not the structure. `text` is without them. */
  readonly emphasis?: "strong" | "emphasis" | "both";
  readonly children: readonly BodyNode[];
  /** Of the mark and text, without the children. */
  readonly headSpan: Span;
  readonly span: Span;
}

// ── Body ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An unmarked paragraph; wrapped lines are joined. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: InlineText;
  /** `**…**` or `*…*` round the whole paragraph: an unnumbered heading one level below the open one (rule 5). `text` is
   * without them. */
  readonly emphasis?: "strong" | "emphasis" | "both";
  readonly span: Span;
}

/** `[1] nội dung` at the start of a line: the text of a footnote. */
export interface FootnoteNode {
  readonly kind: "footnote";
  readonly number: string;
  readonly text: InlineText;
  readonly span: Span;
}

/** The decision's own line `QUYẾT ĐỊNH:` between the bases and Điều 1 (rule 16). */
export interface EnactingLine {
  readonly kind: "enacting-line";
  readonly text: InlineText;
  readonly span: Span;
}

/** A column of a table: `KINH PHÍ > NSTW = kinh phí` → headings ["KINH PHÍ", "NSTW"], binding "kinh phí". */
export interface ColumnNode {
  readonly headings: readonly InlineText[];
  /** The text after `=`, when the binding is written. */
  readonly binding?: { readonly text: string; readonly span: Span };
  readonly span: Span;
}

/** `việc: tên` and its fields; the fields before the first `việc:` are row one of the task. */
export interface SubRow {
  readonly kind: "sub-row";
  readonly keySpan: Span;
  /** Absent for a bare `việc:`: the task's title spans this row too. */
  readonly title?: InlineText;
  /** Bullet lines directly below the title, as further paragraphs of the task cell. */
  readonly titleItems: readonly FieldItem[];
  readonly fields: readonly Field[];
  readonly span: Span;
}

/** `nhiệm vụ 3.: tên` or `nhiệm vụ: tên`. */
export interface TaskRow {
  readonly kind: "task-row";
  readonly keySpan: Span;
  /** `3.` when typed. */
  readonly number?: { readonly text: string; readonly span: Span };
  readonly title: InlineText;
  /** Bullet lines directly below the title, as further paragraphs of the task cell. */
  readonly titleItems: readonly FieldItem[];
  readonly fields: readonly Field[];
  readonly subRows: readonly SubRow[];
  readonly span: Span;
}

/** `nhóm: I. text` (one merged row) or `nhóm: I | text` (the mark in the first column). */
export interface GroupRow {
  readonly kind: "group-row";
  readonly keySpan: Span;
  /** Present when a `|` was typed; its text may be empty. */
  readonly mark?: InlineText;
  readonly text: InlineText;
  /** A group row has no cells for fields: what was typed is kept here, reported, and not printed. */
  readonly fields?: readonly Field[];
  readonly span: Span;
}

/** `tổng: text` with its fields. */
export interface TotalRow {
  readonly kind: "total-row";
  readonly keySpan: Span;
  readonly text: InlineText;
  readonly fields: readonly Field[];
  readonly span: Span;
}

/** A task table opened by `cột:`. `options` are `đánh số`, `kiểu số`, `hàng số`, `độ rộng`, `khổ giấy`… typed by it. */
export interface TaskTable {
  readonly kind: "task-table";
  readonly columns: readonly ColumnNode[];
  readonly options: readonly Field[];
  readonly rows: readonly (TaskRow | GroupRow | TotalRow)[];
  readonly span: Span;
}

/** One cell of a literal table. `merge`: "up" for a cell that only holds `^`, "left" for one that only holds `<`. */
export interface LiteralCell {
  readonly text: InlineText;
  readonly merge?: "up" | "left";
  readonly span: Span;
}

export interface LiteralRow {
  readonly cells: readonly LiteralCell[];
  /** Set for the rows above a `|---|` line (or the first row when there is none). */
  readonly head: boolean;
  readonly span: Span;
}

/** `bảng:` with `|`-separated rows. */
export interface LiteralTable {
  readonly kind: "literal-table";
  /** Text after `bảng:`: the caption; may be empty. */
  readonly caption: InlineText;
  readonly options: readonly Field[];
  readonly rows: readonly LiteralRow[];
  readonly span: Span;
}

/** Text that stands where it may not (a `nhiệm vụ:` outside a table, an unknown key in the header): kept, and reported. */
export interface ErrorNode {
  readonly kind: "error";
  readonly text: string;
  readonly span: Span;
}

export type BodyNode = Division | Paragraph | FootnoteNode | EnactingLine | TaskTable | LiteralTable | ErrorNode;

// ── Documents ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** One line of `nơi nhận:`, without its bullet; `bulleted` tells whether it was typed. */
export interface RecipientLine {
  readonly bulleted: boolean;
  readonly text: InlineText;
  readonly span: Span;
}

export interface RecipientsNode {
  readonly kind: "recipients";
  readonly key: Key;
  readonly lines: readonly RecipientLine[];
  readonly span: Span;
}

/** One `ký:` block; lines as typed, to the first blank line. The text after the key itself is its first line if any. */
export interface SignatureNode {
  readonly kind: "signature";
  readonly key: Key;
  readonly lines: readonly InlineText[];
  readonly span: Span;
}

/** `phụ lục:` or `phụ lục II:` with its head fields, body, and its own recipients and signatures if any. */
export interface AnnexNode {
  readonly kind: "annex";
  readonly key: Key;
  /** `I`, `II`… as typed. */
  readonly number?: { readonly text: string; readonly span: Span };
  readonly title: InlineText;
  readonly fields: readonly Field[];
  readonly body: readonly BodyNode[];
  readonly recipients: readonly RecipientsNode[];
  readonly signatures: readonly SignatureNode[];
  readonly span: Span;
}

/** `kế hoạch:` or `quyết định:` (or another document type) and all that belongs to it. */
export interface DocumentNode {
  readonly kind: "document";
  /** `id` is the document type's keyword id, such as "plan" or "decision". */
  readonly key: Key;
  readonly title: InlineText;
  readonly fields: readonly Field[];
  /** Everything between the header and the first division. */
  readonly preamble: readonly BodyNode[];
  /** The divisions, and unmarked paragraphs that belong to no division (the closing paragraph, rule 23). */
  readonly body: readonly BodyNode[];
  readonly recipients: readonly RecipientsNode[];
  readonly signatures: readonly SignatureNode[];
  readonly annexes: readonly AnnexNode[];
  readonly span: Span;
}

/** A comment line, without its `#`. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** `# bỏ qua VB101: lý do`: silences those codes on the next construct, whose span is `target`. */
export interface Silence {
  readonly codes: readonly string[];
  readonly reason: string;
  readonly span: Span;
  /** The whole construct that follows (its lines); empty at the end of the file. */
  readonly target: Span;
}

export interface SyntaxTree {
  readonly kind: "file";
  readonly source: SourceFile;
  readonly documents: readonly DocumentNode[];
  readonly comments: readonly Comment[];
  readonly silences: readonly Silence[];
}
