/**
 * A source as a tree of blocks, each with its own lines: header fields and their items, bases, divisions by their marks,
 * tables, tasks and the fields inside them, recipients, signatures. Every line of the file belongs to one block, so the
 * tree written out in order is the file again. Merging works on it: it needs the text as typed, with comments and layout.
 */
import { foldVietnamese } from "../../grammar/keywords.ts";
import { type Line, type LineKind, linesOf } from "../format/lines.ts";
import { labelIn } from "../plan/content.ts";
import type { SourceFile } from "../source/source-file.ts";

export type BlockKind =
  | "file"
  | "document"
  | "annex"
  | "field"
  | "item"
  | "division"
  | "paragraph"
  | "table"
  | "task"
  | "sub-row"
  | "group"
  | "total"
  | "grid"
  | "grid-row"
  | "recipients"
  | "signature"
  | "signature-line"
  | "footnote";

export interface Block {
  readonly kind: BlockKind;
  /** What tells it from its sisters, where that is not its words: a field's name; "" otherwise. */
  readonly key: string;
  /** Blank lines and comments above it, as typed. */
  readonly above: readonly string[];
  /** Indentation of the first line, and its mark or key with the blanks behind. */
  readonly indent: string;
  readonly prefix: string;
  /** What follows on the first line, and the lines that continue it, as typed. */
  readonly words: string[];
  readonly children: Block[];
  parent: Block | null;
  /** Index of its first line in the file. */
  readonly line: number;
}

/** A file's blocks; `below` are blank lines and comments after the last of them. */
export interface BlockTree {
  readonly root: Block;
  readonly below: readonly string[];
  /** The file ends with a line end. */
  readonly isClosed: boolean;
}

const continues: ReadonlySet<LineKind> = new Set([
  "ContinuationLine",
  "ColumnsContinuation",
  "ColumnsContinuationBar",
  "GridContinuation",
]);

/** Levels of marks, from the highest; a decimal is one lower for each further number. */
const levels: Partial<Record<LineKind, number>> = {
  NamedPartMark: 0,
  ChapterMark: 1,
  SectionMark: 2,
  SubsectionMark: 3,
  ArticleMark: 4,
  PartMark: 5,
  RomanMark: 6,
  ArabicMark: 7,
  DecimalMark: 7,
  LetterMark: 30,
  NumeralMark: 31,
  DashMark: 32,
  PlusMark: 33,
};

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The words of a block on one line. */
export const wordsOfBlock = (block: Block): string => squeezed(block.words.join(" "));

const closingWords = /^(?:Trên đây là|Trong quá trình|Yêu cầu)|\.\/\.\s*$/;

/** Kinds after which the text of a document has ended. */
const endsText: ReadonlySet<LineKind> = new Set([
  "RecipientsKey",
  "SignatureKey",
  "AnnexKey",
  "BareAnnexLine",
  "DocumentKey",
  "BareTypeLine",
]);

/** The blocks of a file. Text that the language does not know becomes paragraphs; nothing is left out. */
export function blocksOf(source: SourceFile): BlockTree {
  const raw = source.text.split("\n");
  const isClosed = raw.at(-1) === "";
  const lines = linesOf(source).slice(0, isClosed ? -1 : undefined);
  return { ...new Builder(raw, lines, source.text).build(), isClosed };
}

class Builder {
  private readonly raw: readonly string[];
  private readonly lines: readonly Line[];
  private readonly text: string;
  private readonly root: Block = {
    kind: "file",
    key: "",
    above: [],
    indent: "",
    prefix: "",
    words: [],
    children: [],
    parent: null,
    line: -1,
  };
  private document: Block | null = null;
  private annex: Block | null = null;
  private divisions: { readonly block: Block; readonly level: number }[] = [];
  private table: Block | null = null;
  private task: Block | null = null;
  private row: Block | null = null;
  /** What takes bullets. */
  private owner: Block | null = null;
  private last: Block | null = null;
  private pending: string[] = [];
  private readonly counts = new Map<Block, Map<string, number>>();

  constructor(raw: readonly string[], lines: readonly Line[], text: string) {
    this.raw = raw;
    this.lines = lines;
    this.text = text;
  }

  build(): { readonly root: Block; readonly below: readonly string[] } {
    for (const [index, line] of this.lines.entries()) this.read(line, index);
    return { root: this.root, below: this.pending };
  }

  private read(line: Line, index: number): void {
    const raw = this.raw[index]!;
    if (line.kind === "BlankLine" || line.kind === "Comment") {
      this.pending.push(raw);
      return;
    }
    if (continues.has(line.kind) && this.last !== null) {
      // Comments inside a paragraph stay where they are.
      this.last.words.push(...this.pending, raw);
      this.pending = [];
      return;
    }
    this.open(line, index);
  }

  private open(line: Line, index: number): void {
    const level = levels[line.kind];
    if (level !== undefined) {
      this.division(line, index, level);
      return;
    }
    switch (line.kind) {
      case "DocumentKey":
      case "BareTypeLine":
        this.closeText();
        [this.annex, this.document] = [null, null];
        this.document = this.add("document", this.root, line, index, line.key);
        return;
      case "AnnexKey":
      case "BareAnnexLine":
        this.closeText();
        this.annex = null;
        this.annex = this.add("annex", this.document ?? this.root, line, index);
        return;
      case "HeaderKey":
      case "AnnexFieldKey":
        this.owner = this.add("field", this.whole(), line, index, this.nameOf(line));
        return;
      case "UnknownKey":
      case "FieldKey":
      case "TableOptionKey": {
        const home = line.kind === "TableOptionKey" ? this.table : (this.row ?? this.table);
        this.owner = this.add("field", home ?? this.whole(), line, index, this.nameOf(line));
        return;
      }
      case "RecipientsKey":
      case "SignatureKey":
        this.closeText();
        this.owner = this.add(
          line.kind === "RecipientsKey" ? "recipients" : "signature",
          this.whole(),
          line,
          index,
          line.kind,
        );
        return;
      case "SignatureLine":
        this.add("signature-line", this.owner ?? this.whole(), line, index);
        return;
      case "ItemBullet":
      case "CellLine":
        this.add("item", this.owner ?? this.here(), line, index);
        return;
      case "ColumnsKey":
      case "GridKey":
        this.closeTable();
        this.table = this.add(line.kind === "GridKey" ? "grid" : "table", this.here(), line, index);
        return;
      case "GridBar":
      case "GridRule":
        this.add("grid-row", this.table ?? this.here(), line, index, line.kind === "GridRule" ? "rule" : "");
        return;
      case "TaskKey":
        this.row = null;
        this.task = this.add("task", this.table ?? this.here(), line, index);
        [this.row, this.owner] = [this.task, this.task];
        return;
      case "SubRowKey":
        this.row = this.add("sub-row", this.task ?? this.table ?? this.here(), line, index);
        this.owner = this.row;
        return;
      case "GroupKey":
      case "TotalKey":
        this.task = null;
        this.row = this.add(line.kind === "GroupKey" ? "group" : "total", this.table ?? this.here(), line, index);
        this.owner = this.row;
        return;
      case "FootnoteMark":
        this.closeTable();
        this.add("footnote", this.here(), line, index);
        return;
      default:
        this.closeTable();
        if (line.kind === "ParagraphLine" && this.isClosing(line, index)) this.divisions = [];
        this.add("paragraph", this.here(), line, index);
    }
  }

  private division(line: Line, index: number, base: number): void {
    this.closeTable();
    const mark = line.text.slice(0, line.head - line.start - this.indentOf(index).length);
    const level = base + (line.kind === "DecimalMark" ? Math.max(0, (mark.match(/\d+/g)?.length ?? 1) - 1) : 0);
    while (this.divisions.length > 0 && this.divisions.at(-1)!.level >= level) this.divisions.pop();
    const parent = this.divisions.at(-1)?.block ?? null;
    const rest = this.text.slice(line.head, line.start + this.raw[index]!.length);
    const isBullet = line.kind === "DashMark" || line.kind === "PlusMark" || line.kind === "LetterMark";
    const label = parent !== null && isBullet ? labelIn(rest) : null;
    const key = label === null ? "" : `label:${foldVietnamese(label.label)}`;
    const block = this.add("division", parent ?? this.whole(), line, index, key);
    this.divisions.push({ block, level });
  }

  /** The last paragraph before the recipients belongs to the document, not to its last division (language rule 23). */
  private isClosing(line: Line, index: number): boolean {
    if (!closingWords.test(line.text)) return false;
    for (const next of this.lines.slice(index + 1)) {
      if (endsText.has(next.kind)) return true;
      if (next.kind !== "BlankLine" && next.kind !== "Comment" && !continues.has(next.kind)) return false;
    }
    return true;
  }

  private nameOf(line: Line): string {
    if (line.key !== "") return line.key;
    return foldVietnamese(line.text.split(":")[0] ?? "");
  }

  /** The document or annex at hand. */
  private whole(): Block {
    return this.annex ?? this.document ?? this.root;
  }

  private here(): Block {
    return this.divisions.at(-1)?.block ?? this.whole();
  }

  private closeTable(): void {
    [this.table, this.task, this.row, this.owner] = [null, null, null, null];
  }

  private closeText(): void {
    this.closeTable();
    this.divisions = [];
  }

  private indentOf(index: number): string {
    return /^\s*/.exec(this.raw[index]!)![0];
  }

  private add(kind: BlockKind, parent: Block, line: Line, index: number, name = ""): Block {
    const raw = this.raw[index]!;
    const indent = this.indentOf(index);
    let head = Math.max(indent.length, line.head - line.start);
    const note = kind === "footnote" ? /^\s*\[\d+\]/.exec(raw) : null;
    if (note) head = note[0].length;
    head += /^\s*/.exec(raw.slice(head))![0].length;
    const block: Block = {
      kind,
      key: name === "" ? "" : this.counted(parent, `${kind}:${name}`),
      above: this.pending,
      indent,
      prefix: raw.slice(indent.length, head),
      words: [raw.slice(head)],
      children: [],
      parent,
      line: index,
    };
    this.pending = [];
    parent.children.push(block);
    this.last = block;
    return block;
  }

  /** A second field of the same name is another one. */
  private counted(parent: Block, name: string): string {
    const counts = this.counts.get(parent) ?? new Map<string, number>();
    this.counts.set(parent, counts);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}#${count}`;
  }
}

/** Every block below one, in order. */
export function blocksIn(root: Block): readonly Block[] {
  const found: Block[] = [];
  const visit = (block: Block): void => {
    for (const child of block.children) {
      found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** A block's own lines, without those above and below it. */
export const linesOfBlock = (block: Block): readonly string[] => [
  `${block.indent}${block.prefix}${block.words[0] ?? ""}`,
  ...block.words.slice(1),
];
