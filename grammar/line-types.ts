/** The answers of `LineReader` (line-starts.ts): what a line starts with, and what the lexer attaches to its token. */

/** What a line can start with; each is a token type of `tokens.ts`. */
export type LineStart =
  | "BlankLine"
  | "Comment"
  | "PastedHeading"
  | "DocumentKey"
  | "BareTypeLine"
  | "HeaderKey"
  | "UnknownKey"
  | "AnnexKey"
  | "BareAnnexLine"
  | "AnnexFieldKey"
  | "RecipientsKey"
  | "SignatureKey"
  | "SignatureLine"
  | "ColumnsKey"
  | "ColumnsContinuation"
  | "ColumnsContinuationBar"
  | "TableOptionKey"
  | "TaskKey"
  | "SubRowKey"
  | "GroupKey"
  | "TotalKey"
  | "FieldKey"
  | "StrayTask"
  | "StrayTypeLine"
  | "GridKey"
  | "GridRule"
  | "GridBar"
  | "StrayGridBar"
  | "GridContinuation"
  | "NamedPartMark"
  | "ChapterMark"
  | "SectionMark"
  | "SubsectionMark"
  | "ArticleMark"
  | "PartMark"
  | "RomanMark"
  | "ArabicMark"
  | "DecimalMark"
  | "LetterMark"
  | "NumeralMark"
  | "DashMark"
  | "PlusMark"
  | "ItemBullet"
  | "CellLine"
  | "FootnoteMark"
  | "EnactingLine"
  | "ParagraphLine"
  | "ContinuationLine";

/** What the lexer attaches to a key's token. Offsets are absolute. */
export interface KeyPayload {
  readonly kind: "key";
  /** Keyword id; "" for a column's own name and for an unknown key. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** `II` of `phụ lục II:`, `3.` of `nhiệm vụ 3.:`. */
  readonly number?: { readonly start: number; readonly end: number };
  /** For an unknown key: the known spelling that is nearest, if one is near. */
  readonly near?: string;
}

/** What the lexer attaches to a mark's or bullet's token. Offsets are absolute. */
export interface MarkPayload {
  readonly kind: "mark";
  readonly start: number;
  readonly end: number;
  /** Stars typed before the mark (0–3); when `starsAfter`, the same stars close right after it. */
  readonly stars: number;
  readonly starsAfter: boolean;
  /** The line directly above is text (not blank, not the start). */
  readonly tight: boolean;
}

/** What the lexer attaches to an unmarked line of text. */
export interface LinePayload {
  readonly kind: "line";
  /** A key within two edits of what stands before this line's colon: a header key where the header ends, `nơi nhận` or
   * `ký` where nothing follows the colon. */
  readonly near?: { readonly start: number; readonly end: number; readonly spelling: string };
}

export type LinePayloads = KeyPayload | MarkPayload | LinePayload;

export interface LineMatch {
  readonly type: LineStart;
  /** Characters from the start of the line that belong to the token. */
  readonly length: number;
  readonly payload?: LinePayloads;
}
