/**
 * TREE 2: the plan as meant. Names are bound, times typed, divisions counted, tasks collected from both spellings,
 * citations and agencies found in prose. The checked model: rules, comparisons, calendars and the document are made from
 * it, and `emit/json.ts` prints it (docs/schema/plan.json).
 *
 * Plain read-only data. Each thing carries the span it came from. Prose is `Prose`: decided words with their look, `{…}`
 * and `[[…]]` already replaced, and a map back to the source for findings.
 */
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Mark } from "../syntax/syntax.ts";
import type { TimeExpr } from "../time/time.ts";

// ── Prose ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Words in one look. A `break` is a forced line break, a `note` a footnote's number. */
export type Piece =
  | { readonly kind: "text"; readonly text: string; readonly bold: boolean; readonly italic: boolean }
  | { readonly kind: "break" }
  | { readonly kind: "note"; readonly number: string };

/** How a stretch of `Prose.text` maps to the source: where `exact`, character by character; otherwise (an inserted
 * value, a joined line) the whole stretch stands for the whole source range. Sorted, without gaps. */
export interface ProseSegment {
  readonly at: number;
  readonly length: number;
  readonly source: Span;
  readonly exact: boolean;
}

export interface Prose {
  readonly pieces: readonly Piece[];
  /** All words in order; a break counts as one "\n", a note as nothing. */
  readonly text: string;
  readonly segments: readonly ProseSegment[];
  readonly span: Span;
}

// ── Facts found in the text ─────────────────────────────────────────────────────────────────────────────────────────

export interface Citation {
  /** As written. */
  readonly text: string;
  /** “Nghị quyết”; null when only a number stands there. */
  readonly type: string | null;
  /** With symbol, as written: `76/NQ-CP`; null for a law cited by name. */
  readonly number: string | null;
  /** ISO; null when not written or impossible. */
  readonly date: string | null;
  /** As written: “Chính phủ”; null when not written. */
  readonly issuer: string | null;
  /** Id of the registry's document that it is (type + number + date agree), or null. */
  readonly resolved: string | null;
  /** Where in the plan it stands. */
  readonly inBasis: boolean;
  readonly span: Span;
  readonly numberSpan: Span | null;
}

/** A body named in the words: anywhere when it is known, recipients included; unknown ones in the places where a body must
 * stand (lead, partners, the heads of duties). The issuer of the header and the signature are not mentions. */
export interface AgencyMention {
  /** As written. */
  readonly text: string;
  /** Registry id; for a body matched by pattern (`UBND xã An Bình`), level and folded name: `ubnd-xa:an binh`; null
   * when unknown. */
  readonly id: string | null;
  readonly span: Span;
}

export interface TimeMention {
  readonly time: TimeExpr;
  /** In a task's time field ("field") or in prose ("prose"). */
  readonly place: "field" | "prose";
  readonly span: Span;
}

export interface CrossReference {
  /** “Mục II Kế hoạch này”. */
  readonly text: string;
  /** Marks from the outermost in, such as [{roman,[2]}, {arabic,[1]}]. */
  readonly path: readonly { readonly kind: string; readonly values: readonly number[] }[];
  /** Id of the division or annex it names; null when nothing there answers to it. */
  readonly target: string | null;
  /** Index of the document of the file it points into; its own where left out. */
  readonly document?: number;
  readonly span: Span;
}

// ── Structure ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** How a marked line looks and reads; decided by mark and end (language rules 9–12), or by typed emphasis. */
export type DivisionRole = "heading" | "text" | "list-introduction" | "run-in-heading" | "label";

export interface Division {
  /** Stable path of marks: `II`, `II.1`, `II.1.a`; repeated marks get `~2`. Unique in the document. */
  readonly id: string;
  readonly mark: Mark;
  /** 1 = highest level present in this document. */
  readonly level: number;
  readonly role: DivisionRole;
  /** The text after the mark. */
  readonly text: Prose;
  /** For a run-in heading: how many characters of `text.text` are the heading (with its colon). */
  readonly headingLength?: number;
  readonly children: readonly Content[];
  /** Whose duty it is: the agencies its heading names (language rule 13). */
  readonly duty: readonly AgencyMention[];
  readonly span: Span;
  readonly headSpan: Span;
}

export interface ParagraphContent {
  readonly kind: "paragraph";
  readonly id: string;
  readonly text: Prose;
  readonly role: "text" | "plain-heading" | "closing" | "label";
  readonly span: Span;
}

export interface DivisionContent {
  readonly kind: "division";
  readonly division: Division;
}

export interface TableContent {
  readonly kind: "task-table";
  readonly table: TaskTable;
}

export interface GridContent {
  readonly kind: "grid";
  readonly grid: Grid;
}

export type Content = ParagraphContent | DivisionContent | TableContent | GridContent;

// ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a column means; "other" columns keep their own name. */
export type ColumnRole =
  | "ordinal"
  | "task"
  | "products"
  | "lead"
  | "partners"
  | "time"
  | "start"
  | "end"
  | "budget"
  | "note"
  | "content"
  | "other";

export interface Column {
  readonly role: ColumnRole;
  /** Heading texts from the top row down (two for `KINH PHÍ > NSTW`). */
  readonly headings: readonly Prose[];
  /** Asked for by `căn:`; the form decides where left out. */
  readonly align?: GridCell["align"];
  readonly span: Span;
}

/** A cell as it prints. `inherits`: merged with the cell above (rule 35). */
export interface CellContent {
  readonly paragraphs: readonly { readonly bullet: "-" | "+" | null; readonly text: Prose }[];
  readonly inherits: boolean;
  readonly span: Span;
}

export interface TableRow {
  readonly kind: "row" | "group" | "total";
  /** One per column for "row" and "total"; for "group" only the marked cells. */
  readonly cells: readonly CellContent[];
  /** Group rows: the mark column is its own cell when true (rule 38). */
  readonly ownMark?: boolean;
  /** Nesting of a group, 1 outermost. */
  readonly depth?: number;
  /** Index into the plan's `tasks` for "row". */
  readonly task?: number;
  /** First row of its task. */
  readonly first?: boolean;
  readonly span: Span;
}

export interface TaskTable {
  readonly id: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** `hàng số: (1) | (2) | …`, one text a column. */
  readonly numberRow: readonly Prose[] | null;
  /** Relative widths typed by `độ rộng:`, one a column, or null. */
  readonly widths: readonly number[] | null;
  readonly landscape: boolean | null;
  readonly span: Span;
}

export interface GridCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly text: Prose;
  readonly align: "left" | "center" | "right" | "justify";
  readonly span: Span;
}

/** A literal table. */
export interface Grid {
  readonly id: string;
  readonly caption: Prose | null;
  readonly columnCount: number;
  readonly headRows: readonly { readonly cells: readonly GridCell[] }[];
  readonly rows: readonly { readonly cells: readonly GridCell[] }[];
  readonly widths: readonly number[] | null;
  /** `khổ giấy:` of the table; absent when not said. */
  readonly landscape?: boolean;
  readonly span: Span;
}

// ── Tasks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Owner {
  readonly text: string;
  readonly id: string | null;
  readonly span: Span;
}

/** One row of a task: a `việc:` of a table, or the whole of a prose task. Values are inherited where left out. */
export interface TaskPart {
  readonly title: string | null;
  readonly lead: readonly Owner[];
  readonly partners: readonly Owner[];
  readonly times: readonly TimeMention[];
  readonly products: readonly string[];
  readonly budget: string | null;
  readonly note: string | null;
  /** Other labelled fields and columns: label → text. */
  readonly other: Readonly<Record<string, string>>;
  readonly span: Span;
}

/** A task from a table (`nhiệm vụ:`) or from a division with labelled bullets; both have the same shape. */
export interface Task {
  readonly id: string;
  readonly origin: "table" | "prose";
  readonly title: string;
  readonly titleSpan: Span;
  /** Of the first row. */
  readonly lead: readonly Owner[];
  readonly partners: readonly Owner[];
  readonly times: readonly TimeMention[];
  readonly products: readonly string[];
  readonly budget: string | null;
  readonly note: string | null;
  readonly content: string | null;
  readonly rows: readonly TaskPart[];
  /** Id of the division or annex it stands in. */
  readonly within: string | null;
  readonly span: Span;
}

// ── Documents ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A date that may have open parts: `…/02/2024` is { day: null, month: 2, year: 2024 }. */
export interface OpenDate {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  readonly span: Span;
}

/** `12/KH-UBND`: number null while open. */
export interface DocumentNumber {
  readonly number: number | null;
  /** `KH-UBND`; a year in the number belongs to it: `2026/QĐ-UBND`. */
  readonly symbol: string;
  /** The letter of a number such as `30c`. */
  readonly suffix?: string;
  /** Between number and symbol: `/` where left out; party bodies write `-` (`12-KH/ĐU`). */
  readonly separator?: "-";
  readonly span: Span;
}

export interface Issuer {
  /** As typed: “UBND xã An Bình”. One a document; two or more for liên tịch. */
  readonly text: string;
  /** In full: “Ủy ban nhân dân xã An Bình”. */
  readonly full: string;
  readonly id: string | null;
  readonly kind: "committee" | "council" | "department" | "ministry" | "school" | "party" | "other";
  readonly level: "central" | "province" | "district" | "commune" | "other";
  /** Cơ quan chủ quản as it prints, or null for none (UBND; or left out). */
  readonly parent: string | null;
  /** The name as it stands in the letterhead, before capitals: under “UBND TỈNH HÀ TĨNH” the department is “Sở Nội vụ”,
   * without its place. Left out where it is `full`. */
  readonly letterhead?: string;
  readonly span: Span;
}

export interface Recipient {
  readonly text: Prose;
  /** Purpose in parentheses: “b/c”. */
  readonly purpose: string | null;
  readonly archive: boolean;
  readonly span: Span;
}

export interface Signature {
  /** Lines of authority and position in typed order: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly authority: readonly { readonly text: string; readonly span: Span }[];
  /** Lines that stand above the name but are not capitals: “chức vụ khác” (TT-KY-10); usually none. */
  readonly titles: readonly string[];
  readonly name: string | null;
  readonly span: Span;
}

export interface Annex {
  readonly id: string;
  /** `II` or null for a single one. */
  readonly number: string | null;
  readonly title: Prose;
  /** Typed “(Kèm theo …)” line, or null: it is generated. */
  readonly attachedLine: Prose | null;
  readonly landscape: boolean | null;
  /** Repeats agency and Quốc hiệu at its head (`quốc hiệu: có`). */
  readonly letterhead: boolean;
  readonly content: readonly Content[];
  readonly notes: readonly Footnote[];
  readonly recipients: readonly Recipient[];
  readonly signatures: readonly Signature[];
  readonly span: Span;
}

export interface Footnote {
  readonly number: string;
  readonly text: Prose;
  readonly span: Span;
}

export interface LegalBasis {
  readonly id: string;
  readonly text: Prose;
  readonly span: Span;
}

export type DocumentKind =
  | "plan"
  | "decision"
  | "programme"
  | "scheme"
  | "project"
  | "report"
  | "notice"
  | "guideline"
  | "directive"
  | "resolution"
  | "submission"
  | "regulation"
  | "other";

export interface PlanDocument {
  readonly kind: DocumentKind;
  /** “KẾ HOẠCH” as it prints, without blanks at the ends. */
  readonly typeName: string;
  readonly title: Prose;
  readonly issuers: readonly Issuer[];
  readonly number: DocumentNumber | null;
  readonly place: string | null;
  readonly date: OpenDate | null;
  /** The year or period the plan is for, typed or read from the title. */
  readonly period: { readonly from: number; readonly to: number; readonly span: Span } | null;
  /** Id of the form asked for by `thể thức:`, or null: by date. */
  readonly form: string | null;
  readonly urgency: "HỎA TỐC" | "THƯỢNG KHẨN" | "KHẨN" | null;
  readonly circulation: string | null;
  readonly signingInfo: string | null;
  /** ô 13: address, telephone … one a line. */
  readonly address: readonly string[];
  /** ô 12: drafter's mark and number of copies, printed under the recipients. */
  readonly drafter: string | null;
  /** `bản: giấy` fills the blanks of “(Kèm theo …)”; electronic leaves them (decisions.md). */
  readonly copy: "electronic" | "paper";
  /** Attached to the decision that stands before it in the file: no number and date of its own (TT-MQ-04). */
  readonly attachedTo: number | null;
  readonly attachedLine: Prose | null;
  /** `thẩm quyền:`, the line above the bases of a decision. */
  readonly authorityLine: string | null;
  /** The enacting line as typed (`QUYẾT ĐỊNH:`), or null. */
  readonly enactingLine: Prose | null;
  readonly legalBases: readonly LegalBasis[];
  /** Everything before the first division that is not a basis: the opening paragraphs, in order with the bases by span. */
  readonly opening: readonly ParagraphContent[];
  readonly content: readonly Content[];
  readonly notes: readonly Footnote[];
  readonly recipients: readonly Recipient[];
  readonly signatures: readonly Signature[];
  readonly annexes: readonly Annex[];
  readonly abbreviations: readonly { readonly short: string; readonly full: string; readonly span: Span }[];
  readonly divisions: readonly Division[];
  readonly tasks: readonly Task[];
  readonly citations: readonly Citation[];
  readonly agencies: readonly AgencyMention[];
  readonly times: readonly TimeMention[];
  readonly references: readonly CrossReference[];
  readonly titleSpan: Span;
  readonly span: Span;
}

/** One file: usually one document; a decision and the plan it promulgates are two. */
export interface Plan {
  readonly source: SourceFile;
  readonly documents: readonly PlanDocument[];
}
