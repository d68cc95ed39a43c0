/**
 * What starts a line decides what the line is: this file reads the start of one line and names it.
 *
 * The lexer (`tokens.ts`) asks once a line, from the first to the last; `LineReader` remembers only what a person also
 * keeps in mind while reading down the page: are we in the header, the body, a table row, the recipients or a signature,
 * was the line above blank, which names have the columns of this table. A key is a key only in its place, so the same
 * words may be a `HeaderKey` in one place and a `ParagraphLine` in another. No meaning is made here and nothing is
 * reported; lines that a person probably meant otherwise get token types of their own (`UnknownKey`, `BareTypeLine`,
 * `StrayTask`…), for `syntax/` to put into words.
 */

import { type ColumnNames, columnNames } from "./column-names.ts";
import { findKeyword, foldVietnamese, isKeyword, labelRole, nearest, spellingsAt } from "./keywords.ts";
import type { KeyPayload, LineMatch, LinePayloads, LineStart, MarkPayload } from "./line-types.ts";
import { at, dashMark, isUpperCase, markAt, partPlace, plusMark, type RunOfParts } from "./mark-starts.ts";

type Context =
  | "start"
  | "header"
  | "annex-head"
  | "body"
  | "columns"
  | "table"
  | "row"
  | "grid"
  | "recipients"
  | "signature";

const blankLine = /(?:[^\S\n]|\u200b)*(?:\n|$)/y;
const comment = /[ \t\u00a0]*#(?:[ \t\u00a0][^\n]*)?(?:\n|$)/y;
const pastedHeading = /[ \t\u00a0]*##[^\n]*(?:\n|$)/y;
const indent = /[ \t\u00a0\u200b\ufeff]*/y;
/** Words and a colon, with stars closing before or after the colon: `**Nơi nhận:**`. */
const keyLike = /(\*{0,3})([A-Za-zÀ-ỹĐđ][^:\n\\|*“”"…]{0,59}?)[ \t\u00a0]*(\*{0,3}):(\*{0,3})/y;

const footnote = /\[\d{1,3}\](?=[ \t\u00a0])/y;
const gridRule = /\|[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*(?=\n|$)/y;
const basis = /(?:\*{0,3})(?:Căn cứ|CĂN CỨ|Thực hiện|THỰC HIỆN|Theo|THEO|Xét đề nghị|XÉT ĐỀ NGHỊ)(?![A-Za-zÀ-ỹĐđ])/y;
const bareAnnex = /\**phu luc(?: ([ivxlc]{1,7}|\d{1,3}))?\s*[.:]?\s*\**/;

const noParts: RunOfParts = { last: 0, romanInside: false };

/** Documents whose articles put another document into force, which may follow in the same file. */
const promulgates = (id: string): boolean => id === "decision" || id === "resolution" || id === "directive";

/** Short enough, and of words alone: what a person would take for a key. */
const isKeyShaped = (typed: string): boolean =>
  typed.length <= 32 && /^[A-Za-zÀ-ỹĐđ][A-Za-zÀ-ỹĐđ ,/\u00a0]*$/.test(typed) && typed.split(/[ \u00a0]+/).length <= 4;

const isCapitalised = (word: string): boolean =>
  /^[A-Za-zÀ-ỹĐđ.]+$/.test(word) && word[0] === word[0]!.toUpperCase() && word.slice(1) === word.slice(1).toLowerCase();

/** `QUYẾT ĐỊNH:` or `QUYẾT NGHỊ:` alone on a line, with the colon or in capitals. */
const isEnacting = (line: string): boolean =>
  line.length <= 30 &&
  /^\**quyet (?:dinh|nghi) ?\**:?\**$/.test(foldVietnamese(line)) &&
  (line.includes(":") || isUpperCase(line));

/** Words before a colon at the start of a line. */
interface KeyStart {
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** After the colon. */
  readonly after: number;
  /** Nothing follows on the line. */
  readonly bare: boolean;
}

/** Reads lines from the top down. One reader a text; `read` is called once a line, in order. */
export class LineReader {
  private context: Context = "start";
  /** True until a body, table or block line was met in the current document. */
  private inHead = true;
  private documentId = "";
  /** True until the first division of the current document or annex. */
  private inPreamble = true;
  private afterBlank = true;
  /** A blank line was met since the document's first line (rule 15). */
  private blankInHead = false;
  /** Where the line above ends, for what depends on its last character; -1 at the start. */
  private aboveEnd = -1;
  private typeAbove: LineStart | null = null;
  /** The key above takes bullets: it had none of its own text, or bullets already. */
  private bulletsWelcome = false;
  private columnsText = "";
  private columns: ColumnNames = columnNames("");
  private rowsSeen = false;
  private rowOpen = false;
  private gridRows = false;
  /** The line above belongs to the document's title. */
  private titleOpen = false;
  private run: RunOfParts = noParts;
  private lastOffset = -1;
  private lastMatch: LineMatch | null = null;
  private lastSignatureLines = 0;

  constructor(private readonly text: string) {}

  /** Names the line that starts at `offset`; the answer is remembered, so that every token type may ask. */
  read(offset: number): LineMatch {
    if (offset === this.lastOffset && this.lastMatch) return this.lastMatch;
    const match = this.classify(offset);
    this.lastOffset = offset;
    this.lastMatch = match;
    if (match.type === "BlankLine") {
      this.afterBlank = true;
      this.blankInHead = true;
    } else if (match.type !== "Comment" && match.type !== "PastedHeading") {
      // After these a new paragraph starts by itself.
      this.afterBlank = match.type === "EnactingLine" || match.type === "StrayTypeLine";
      this.titleOpen =
        match.type === "DocumentKey" ||
        match.type === "BareTypeLine" ||
        (match.type === "ContinuationLine" && this.titleOpen);
      this.aboveEnd = this.lineEnd(offset);
      this.typeAbove = match.type;
    }
    return match;
  }

  /** A reader that goes on from here in another text, in which the lines that were read stand `earlier` characters nearer to
   * its start; at least the last of them must be there. */
  continuedIn(text: string, earlier = 0): LineReader {
    const aboveEnd = this.aboveEnd < 0 ? -1 : this.aboveEnd - earlier;
    return Object.assign(new LineReader(text), { ...this, text, aboveEnd, lastOffset: -1, lastMatch: null });
  }

  private lineEnd(offset: number): number {
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end;
  }

  private classify(offset: number): LineMatch {
    const { text } = this;
    const blank = at(blankLine, text, offset);
    if (blank) return { type: "BlankLine", length: blank[0].length };
    const pasted = at(pastedHeading, text, offset);
    if (pasted) return { type: "PastedHeading", length: pasted[0].length };
    const note = at(comment, text, offset);
    if (note) return { type: "Comment", length: note[0].length };

    const start = offset + (at(indent, text, offset)?.[0].length ?? 0);
    const end = this.lineEnd(offset);
    const key = this.keyAt(start);
    const before = this.context;
    return (
      this.ownColumn(offset, start, end, key) ??
      this.boundary(offset, start, end, key) ??
      this.contextLine(offset, start, end, key) ??
      this.bodyLine(offset, start, end, key, before !== "body")
    );
  }

  private contextLine(offset: number, start: number, end: number, key: KeyStart | null): LineMatch | null {
    switch (this.context) {
      case "start":
      case "header":
        return this.headerLine(offset, start, end, key);
      case "annex-head":
        return this.annexHeadLine(offset, start, end, key);
      case "columns":
      case "table":
      case "row":
        return this.tableLine(offset, start, end, key);
      case "grid":
        return this.gridLine(offset, start, end, key);
      case "recipients":
        return this.recipientsLine(offset, start, end);
      case "signature":
        return this.signatureLine(offset, start, end);
      case "body":
        return null;
    }
  }

  /** The words before a colon at `start`, if they could be a key. */
  private keyAt(start: number): KeyStart | null {
    const match = at(keyLike, this.text, start);
    if (!match) return null;
    const opened = match[1]!.length;
    const closed = match[3]!.length + match[4]!.length;
    if (opened !== closed) return null;
    const typed = match[2]!.trimEnd();
    const from = start + opened;
    const after = start + match[0].length;
    const rest = this.text.slice(after, this.lineEnd(after));
    return { typed, start: from, end: from + typed.length, after, bare: rest.trim() === "" };
  }

  private keyMatch(
    type: LineStart,
    offset: number,
    key: { start: number; end: number; after: number },
    id: string,
    extra: Partial<KeyPayload> = {},
  ): LineMatch {
    return { type, length: key.after - offset, payload: { kind: "key", id, start: key.start, end: key.end, ...extra } };
  }

  private plain(type: LineStart, offset: number, end: number, payload?: LinePayloads): LineMatch {
    return { type, length: end - offset, ...(payload ? { payload } : {}) };
  }

  private toBody(): void {
    this.context = "body";
    this.inHead = false;
  }

  private openDocument(id: string): void {
    this.context = "header";
    this.inHead = true;
    this.inPreamble = true;
    this.blankInHead = false;
    this.documentId = id;
    this.bulletsWelcome = false;
    this.run = noParts;
  }

  private openAnnex(): void {
    this.context = "annex-head";
    this.inHead = false;
    this.inPreamble = false;
    this.blankInHead = false;
    this.bulletsWelcome = false;
    this.run = noParts;
  }

  /** Lines that end one document, body, table or block and start another. */
  private boundary(offset: number, start: number, end: number, key: KeyStart | null): LineMatch | null {
    const block = this.context === "recipients" || this.context === "signature";
    const ended = this.endedAbove();
    const loose = this.afterBlank || block || ended || this.context === "start";
    if (key) {
      const documentType = findKeyword(key.typed, "document");
      if (documentType && this.mayOpenDocument(documentType.id, key, block)) {
        this.openDocument(documentType.id);
        return this.keyMatch("DocumentKey", offset, key, documentType.id);
      }
      const inHeader = this.context === "header";
      const blockKey = findKeyword(key.typed, "block");
      if (blockKey && this.context !== "start" && (loose || inHeader || key.bare || this.aboveIsRow())) {
        this.context = blockKey.id === "recipients" ? "recipients" : "signature";
        this.lastSignatureLines = key.bare ? 0 : 1;
        return this.keyMatch(blockKey.id === "recipients" ? "RecipientsKey" : "SignatureKey", offset, key, blockKey.id);
      }
      const annex = this.annexKey(key);
      if (annex && this.context !== "start" && (loose || inHeader || this.aboveIsRow())) {
        this.openAnnex();
        return this.keyMatch(
          "AnnexKey",
          offset,
          { ...key, end: annex.end },
          "annex",
          annex.number ? { number: annex.number } : {},
        );
      }
    }
    if (loose || this.context === "header") {
      const line = this.text.slice(start, end);
      if (line.length <= 40 && (isUpperCase(line) || this.context === "start")) {
        const words = line.replace(/[*:.]/g, "").trim();
        const type = findKeyword(words, "document");
        if (
          type &&
          !(type.id === this.documentId && this.inHead) &&
          (this.documentId === "" || this.mayFollow(type.id, block))
        ) {
          this.openDocument(type.id);
          const from = start + line.indexOf(words);
          return this.plain("BareTypeLine", offset, end, {
            kind: "key",
            id: type.id,
            start: from,
            end: from + words.length,
          });
        }
        if (type && !key && type.id === this.documentId && this.inPreamble && !promulgates(type.id)) {
          return this.plain("StrayTypeLine", offset, end);
        }
      }
    }
    if (this.context !== "start" && loose) {
      const line = this.text.slice(start, end);
      if (line.length <= 30) {
        const bare = bareAnnex.exec(foldVietnamese(line));
        if (bare && bare[0].length === foldVietnamese(line).length && /^[*]*(?:PHỤ|Phụ|PHU)/.test(line)) {
          this.openAnnex();
          const words = /[Pp][Hh][^\s*]+\s+[Ll][^\s*.:]+/.exec(line);
          const from = start + (words?.index ?? 0);
          const to = from + (words?.[0].length ?? line.length);
          const number = bare[1] ? line.toLowerCase().lastIndexOf(bare[1]) : -1;
          return this.plain("BareAnnexLine", offset, end, {
            kind: "key",
            id: "annex",
            start: from,
            end: to,
            ...(bare[1] && number > 0
              ? { number: { start: start + number, end: start + number + bare[1].length } }
              : {}),
          });
        }
      }
    }
    return null;
  }

  private aboveIsRow(): boolean {
    return this.context === "row" || this.context === "table" || this.context === "columns" || this.context === "grid";
  }

  /** Rule 20: a file has one document, or a decision and what it promulgates. */
  private mayOpenDocument(id: string, key: { after: number; bare: boolean }, block: boolean): boolean {
    if (this.context === "start") return true;
    // The decision's own line “QUYẾT ĐỊNH:” before Điều 1 is no new document.
    if (id === this.documentId && (this.inPreamble || this.inHead)) return false;
    if (this.documentId === "" && !key.bare) return true;
    if (key.bare && this.inPreamble && promulgates(id)) return false;
    if (this.context === "header" && this.inHead) return true;
    if (this.mayFollow(id, block)) return !key.bare || this.afterBlank;
    if (!this.afterBlank || key.bare) return false;
    // Elsewhere only when a header follows at once.
    const next = this.lineEnd(key.after) + 1;
    const nextKey = next < this.text.length ? this.keyAt(next + (at(indent, this.text, next)?.[0].length ?? 0)) : null;
    return nextKey !== null && findKeyword(nextKey.typed, "header") !== undefined;
  }

  private mayFollow(id: string, block: boolean): boolean {
    if (block && this.inHead === false) return true;
    if (id === this.documentId) return false;
    return promulgates(this.documentId) && (this.afterBlank || this.endedAbove()) && (!this.inPreamble || block);
  }

  private annexKey(key: {
    typed: string;
    start: number;
    end: number;
  }): { end: number; number?: { start: number; end: number } } | null {
    if (findKeyword(key.typed, "annex")) return { end: key.end };
    const match = /^(\S+[ \t\u00a0]+\S+)(?:[ \t\u00a0]+số)?[ \t\u00a0]+([IVXLCivxlc]{1,7}|\d{1,3}|[A-ZĐ])\.?$/.exec(
      key.typed,
    );
    if (!match || !findKeyword(match[1]!, "annex")) return null;
    const from = key.start + match[0].lastIndexOf(match[2]!);
    return { end: key.start + match[1]!.length, number: { start: from, end: from + match[2]!.length } };
  }

  // ── Header ──

  private headerLine(offset: number, start: number, end: number, key: KeyStart | null): LineMatch | null {
    if (key) {
      const known = findKeyword(key.typed, "header");
      if (known) {
        this.bulletsWelcome = key.bare || known.id === "abbreviations" || known.id === "address";
        return this.keyMatch("HeaderKey", offset, key, known.id);
      }
    }
    if (this.context === "start") return null;
    if (!this.titleOpen && (!this.afterBlank || this.bulletsWelcome)) {
      const bullet = at(dashMark, this.text, start) ?? at(plusMark, this.text, start);
      if (bullet) {
        this.bulletsWelcome = true;
        return this.bullet(offset, start, bullet[0]);
      }
    }
    if (markAt(this.text, start, end, this.run)) return null;
    if (!this.blankInHead && key && isKeyShaped(key.typed) && !this.brokenAbove()) {
      const near = nearest(key.typed, spellingsAt("header", "block", "annex"));
      return this.keyMatch("UnknownKey", offset, key, "", near ? { near } : {});
    }
    if (!this.afterBlank && (this.titleOpen || !at(basis, this.text, start)))
      return this.plain("ContinuationLine", offset, end);
    if (key && isKeyShaped(key.typed)) {
      const near = nearest(key.typed, spellingsAt("header"));
      if (near && !isKeyword(key.typed)) {
        this.toBody();
        return this.plain("ParagraphLine", offset, end, {
          kind: "line",
          near: { start: key.start, end: key.end, spelling: near },
        });
      }
    }
    return null;
  }

  private bullet(offset: number, start: number, typed: string): LineMatch {
    return {
      type: "ItemBullet",
      length: start + typed.length - offset,
      payload: { kind: "mark", start, end: start + typed.length, stars: 0, starsAfter: false, tight: false },
    };
  }

  // ── Annex head ──

  private annexHeadLine(offset: number, start: number, end: number, key: KeyStart | null): LineMatch | null {
    if (key) {
      const known = findKeyword(key.typed, "annex-head");
      if (known) return this.keyMatch("AnnexFieldKey", offset, key, known.id);
    }
    if (this.tableStart(key) || markAt(this.text, start, end, this.run) || this.text[start] === "|") return null;
    if (key && !this.blankInHead && isKeyShaped(key.typed) && !this.brokenAbove()) {
      const near = nearest(key.typed, spellingsAt("annex-head", "table"));
      if (near) return this.keyMatch("UnknownKey", offset, key, "", { near });
    }
    return this.afterBlank ? null : this.plain("ContinuationLine", offset, end);
  }

  private tableStart(key: KeyStart | null): string | null {
    return key ? (findKeyword(key.typed, "table")?.id ?? null) : null;
  }

  // ── Tables ──

  private openTable(offset: number, key: KeyStart): LineMatch {
    this.toBodyContext("columns");
    this.rowsSeen = false;
    this.rowOpen = false;
    this.columnsText = "";
    this.readColumns(key.after);
    return this.keyMatch("ColumnsKey", offset, key, "columns");
  }

  private toBodyContext(context: Context): void {
    this.toBody();
    this.context = context;
  }

  /** Remembers the column names of a `cột:` line and of those that continue it, so that they may be keys of the rows. */
  private readColumns(from: number): void {
    this.columnsText += ` ${this.text.slice(from, this.lineEnd(from))}`;
    this.columns = columnNames(this.columnsText);
  }

  /** In an open row the table's own column names are keys, before anything else that the line may look like. */
  private ownColumn(offset: number, start: number, end: number, key: KeyStart | null): LineMatch | null {
    if (this.context !== "row" || !this.rowOpen || this.afterBlank) return null;
    const name = this.columns.before(this.text.slice(start, end));
    if (!name) return null;
    const at = { start: start + name.start, end: start + name.end, after: start + name.after };
    const typed = this.text.slice(at.start, at.end);
    // `nhiệm vụ:` and `việc:` open rows whatever the columns are called; `nhóm` and `tổng` may be columns.
    const row = key && this.rowKey(key);
    if (row && (row.id === "task" || row.id === "sub-row") && key.after >= at.after) return null;
    return this.keyMatch("FieldKey", offset, at, findKeyword(typed, "row-field")?.id ?? "");
  }

  private tableLine(offset: number, start: number, end: number, key: KeyStart | null): LineMatch | null {
    const { text } = this;
    if (this.context === "columns" && !this.afterBlank) {
      const option = key ? findKeyword(key.typed, "table-head") : undefined;
      if (!option && !(key && this.rowKey(key)) && !markAt(this.text, start, end, this.run)) {
        this.readColumns(offset);
        if (text[start] === "|") return { type: "ColumnsContinuationBar", length: start + 1 - offset };
        const stop = /(?:\\[^\n]|[^|>=\\\n])*/y;
        const words = at(stop, text, offset)![0];
        if (words.trim() !== "") return { type: "ColumnsContinuation", length: words.length };
      }
    }
    if (key) {
      const option = findKeyword(key.typed, "table-head");
      if (option && !this.rowsSeen) {
        this.context = "table";
        return this.keyMatch("TableOptionKey", offset, key, option.id);
      }
      const row = this.rowKey(key);
      if (row) {
        this.context = "row";
        this.rowsSeen = true;
        this.rowOpen = true;
        const type =
          row.id === "task"
            ? "TaskKey"
            : row.id === "sub-row"
              ? "SubRowKey"
              : row.id === "group"
                ? "GroupKey"
                : "TotalKey";
        return this.keyMatch(type, offset, { ...key, end: row.end }, row.id, row.number ? { number: row.number } : {});
      }
    }
    if (this.afterBlank || !this.rowOpen) {
      if (this.afterBlank) {
        this.toBody();
        return null;
      }
      // A line directly below an option continues it.
      if (markAt(this.text, start, end, this.run)) {
        this.toBody();
        return null;
      }
      return this.plain("ContinuationLine", offset, end);
    }
    if (key) {
      const known = findKeyword(key.typed, "row-field");
      if (known) return this.keyMatch("FieldKey", offset, key, known.id);
      if (labelRole(key.typed) !== undefined) return this.keyMatch("FieldKey", offset, key, labelRole(key.typed)!);
      if (isKeyShaped(key.typed) && !this.brokenAbove()) {
        const near = nearest(key.typed, [...spellingsAt("row-field", "table-row"), ...this.columns.spellings]);
        if (near) return this.keyMatch("UnknownKey", offset, key, "", { near });
      }
    }
    const bullet = at(dashMark, text, start) ?? at(plusMark, text, start);
    if (bullet) return this.bullet(offset, start, bullet[0]);
    const mark = markAt(this.text, start, end, this.run);
    if (mark && (mark.type === "ArabicMark" || mark.type === "DecimalMark" || mark.type === "LetterMark")) {
      return this.plain("CellLine", offset, end);
    }
    if (mark) {
      this.toBody();
      return null;
    }
    return this.plain("ContinuationLine", offset, end);
  }

  /** `nhiệm vụ`, `nhiệm vụ 3.`, `việc`, `nhóm`, `tổng`. */
  private rowKey(key: {
    typed: string;
    start: number;
    end: number;
  }): { id: string; end: number; number?: { start: number; end: number } } | null {
    const known = findKeyword(key.typed, "table-row");
    if (known) return { id: known.id, end: key.end };
    const match = /^(.*[^\s\d.])[ \t\u00a0]+([\dIVXLC]{1,7}(?:\.\d{1,3})*[.)]?)$/.exec(key.typed);
    if (!match || findKeyword(match[1]!, "table-row")?.id !== "task") return null;
    const from = key.start + match[0].length - match[2]!.length;
    return { id: "task", end: key.start + match[1]!.length, number: { start: from, end: from + match[2]!.length } };
  }

  private gridLine(offset: number, start: number, end: number, key: KeyStart | null): LineMatch | null {
    const { text } = this;
    if (key && !(this.gridRows && this.afterBlank)) {
      const option = findKeyword(key.typed, "table-head");
      if (option) return this.keyMatch("TableOptionKey", offset, key, option.id);
    }
    if (text[start] === "|") {
      this.gridRows = true;
      const rule = at(gridRule, text, start);
      if (rule) return { type: "GridRule", length: end - offset };
      return { type: "GridBar", length: start + 1 - offset };
    }
    if (this.afterBlank || markAt(this.text, start, end, this.run) || this.tableStart(key)) {
      this.toBody();
      return null;
    }
    const above = this.typeAbove;
    if (above === "GridKey" || above === "TableOptionKey" || above === "ContinuationLine")
      return this.plain("ContinuationLine", offset, end);
    // A row that was not closed by a bar goes on in the next line.
    if (above !== "GridRule" && text[this.trimmedEnd(this.aboveEnd) - 1] !== "|") {
      const words = at(/[^|\n]*/y, text, offset)![0];
      return { type: "GridContinuation", length: words.length };
    }
    this.toBody();
    return null;
  }

  // ── Recipients and signatures ──

  private recipientsLine(offset: number, start: number, end: number): LineMatch | null {
    const bullet = at(dashMark, this.text, start) ?? at(plusMark, this.text, start);
    if (bullet) return this.bullet(offset, start, bullet[0]);
    if (this.afterBlank) {
      this.context = this.inHead ? "header" : "body";
      return this.inHead ? this.headerLine(offset, start, end, this.keyAt(start)) : null;
    }
    return this.plain("ContinuationLine", offset, end);
  }

  private signatureLine(offset: number, start: number, end: number): LineMatch | null {
    if (this.afterBlank) {
      const goesOn =
        this.lastSignatureLines === 0 ? isUpperCase(this.text.slice(start, end)) : this.isLateName(start, end);
      if (!goesOn) {
        this.context = this.inHead ? "header" : "body";
        return this.inHead ? this.headerLine(offset, start, end, this.keyAt(start)) : null;
      }
    }
    this.lastSignatureLines += 1;
    return this.plain("SignatureLine", offset, end, { kind: "line" });
  }

  /** A personal name alone below the blank room that paper leaves for the signature. */
  private isLateName(start: number, end: number): boolean {
    const above = this.text.slice(this.text.lastIndexOf("\n", this.aboveEnd - 1) + 1, this.aboveEnd);
    if (!isUpperCase(above)) return false;
    const words = this.text
      .slice(start, end)
      .replace(/\*/g, "")
      .trim()
      .split(/[ \t\u00a0]+/);
    const named = words.filter((word) => !/^(?:TS|ThS|PGS|GS|BS|KS)\.?$/.test(word));
    if (named.length < 2 || named.length > 6 || !named.every(isCapitalised)) return false;
    const next = this.text.slice(end + 1, this.lineEnd(end + 1));
    return next.trim() === "";
  }

  // ── Body ──

  private bodyLine(offset: number, start: number, end: number, key: KeyStart | null, wasHead: boolean): LineMatch {
    const { text } = this;
    const above = this.aboveEnd > 0 && !this.afterBlank ? text[this.trimmedEnd(this.aboveEnd) - 1] : undefined;
    const tight = !this.afterBlank && this.aboveEnd >= 0;
    this.toBody();

    const table = this.tableStart(key);
    if (key && table === "columns" && (this.afterBlank || wasHead || text.slice(key.after, end).includes("|")))
      return this.openTable(offset, key);
    if (key && table === "grid" && (this.afterBlank || wasHead || key.bare)) {
      this.context = "grid";
      this.gridRows = false;
      return this.keyMatch("GridKey", offset, key, "grid");
    }
    if (text[start] === "|" && text.indexOf("|", start + 1) > 0 && text.indexOf("|", start + 1) < end) {
      this.context = "grid";
      this.gridRows = true;
      return { type: "StrayGridBar", length: start + 1 - offset };
    }
    const mark = markAt(this.text, start, end, this.run);
    if (mark) {
      this.inPreamble = false;
      if (mark.type === "PartMark") this.run = { ...this.run, last: partPlace(text[mark.payload.start]!) };
      else if (mark.type === "RomanMark" && this.run.last > 0) this.run = { ...this.run, romanInside: true };
      const payload: MarkPayload = { ...mark.payload, tight };
      return { type: mark.type, length: mark.end - offset, payload };
    }
    const note = at(footnote, text, start);
    if (note) {
      return {
        type: "FootnoteMark",
        length: start + note[0].length - offset,
        payload: { kind: "mark", start, end: start + note[0].length, stars: 0, starsAfter: false, tight },
      };
    }
    if (this.inPreamble && promulgates(this.documentId) && isEnacting(text.slice(start, end)))
      return this.plain("EnactingLine", offset, end);
    if (key && !key.bare && (this.afterBlank || this.fieldFollows(end))) {
      const row = this.rowKey(key);
      if (row?.id === "task") return this.keyMatch("StrayTask", offset, { ...key, end: row.end }, "task");
    }
    if (this.inPreamble && at(basis, text, start)) {
      const opens = this.afterBlank || wasHead || above === ";" || above === "," || this.capitalsAbove();
      if (opens) {
        return this.plain("ParagraphLine", offset, end);
      }
    }
    // Below a header, a table or a block that ended without a blank line a paragraph starts all the same.
    if (this.afterBlank || wasHead || this.aboveEnd < 0) {
      const near = key && isKeyShaped(key.typed) ? this.nearBodyKey(key, end) : undefined;
      const payload: LinePayloads | undefined = near
        ? { kind: "line", near: { start: key!.start, end: key!.end, spelling: near } }
        : undefined;
      return this.plain("ParagraphLine", offset, end, payload);
    }
    return this.plain("ContinuationLine", offset, end);
  }

  /** A key that was probably meant: `nơi nhận` or `ký` before lines of their own, a row before its fields. */
  private nearBodyKey(key: KeyStart, end: number): string | undefined {
    if (key.bare) return nearest(key.typed, spellingsAt("block"));
    return this.fieldFollows(end) ? nearest(key.typed, spellingsAt("table-row")) : undefined;
  }

  /** The next line is a field of a row: what stands above it was meant as a row. */
  private fieldFollows(end: number): boolean {
    const next = end + 1;
    if (next >= this.text.length) return false;
    const key = this.keyAt(next + (at(indent, this.text, next)?.[0].length ?? 0));
    return key !== null && findKeyword(key.typed, "row-field") !== undefined;
  }

  /** The line above ends in “./.”: the text of a document ends there, and another part of the file may follow at once. */
  private endedAbove(): boolean {
    return !this.afterBlank && this.aboveEnd > 2 && this.text.startsWith("./.", this.trimmedEnd(this.aboveEnd) - 3);
  }

  /** The line above is in capitals, as the name of an issuer above its legal bases. */
  private capitalsAbove(): boolean {
    if (this.afterBlank || this.aboveEnd <= 0) return false;
    return isUpperCase(this.text.slice(this.text.lastIndexOf("\n", this.aboveEnd - 1) + 1, this.aboveEnd).trim());
  }

  /** The line above ends in `\`: this one was broken off it on purpose. */
  private brokenAbove(): boolean {
    return !this.afterBlank && this.aboveEnd > 0 && this.text[this.trimmedEnd(this.aboveEnd) - 1] === "\\";
  }

  private trimmedEnd(end: number): number {
    let at = end;
    while (at > 0 && (this.text[at - 1] === " " || this.text[at - 1] === "\t" || this.text[at - 1] === "*")) at -= 1;
    return at;
  }
}
