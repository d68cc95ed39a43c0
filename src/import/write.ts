/**
 * The sorted parts of a file → the lines of a .plan source. What a person should look at stands above its line as
 * `# CẦN XEM: …`; such lines are comments and print nothing.
 */
import { labelRole } from "../../grammar/keywords.ts";
import { inFull } from "../plan/issuer.ts";
import { parseOpenDate } from "../plan/number-date.ts";
import type { Registries } from "../registry/registry.ts";
import { type Corpus, namesOf, properName } from "./bodies.ts";
import type { Ending } from "./ending.ts";
import { lettersOf } from "./flat.ts";
import { paragraphRuns } from "./grid.ts";
import type { HeadFacts } from "./head.ts";
import { fromAttachedLine, inferIssuer, inferTitle, inferYear, lacksUnit, withUnit } from "./infer.ts";
import { languageMark, markLength } from "./marks.ts";
import type { Join, MendedParagraph } from "./mend.ts";
import type { OwnFields } from "./own.ts";
import type { AnnexParts, BodyPart, DocumentParts } from "./parts.ts";
import type { RawFile, RawNote, RawRun, RawTable } from "./raw.ts";
import { type Expected, inlineSource, type OutLine, oneLineSource, type Setting, wordsSource } from "./source-text.ts";
import { type TableHints, writeTable } from "./tables.ts";
import { hasEnd, joinedRuns, plain, sliceRuns, tidy, trimRuns } from "./words.ts";

export interface LineNote {
  /** Index of the line. */
  readonly line: number;
  readonly words: string;
}

export interface LineJoin extends Join {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface Written {
  readonly lines: readonly OutLine[];
  readonly looks: readonly LineNote[];
  readonly joins: readonly LineJoin[];
  /** For each line, the number of the table it belongs to; -1 for none. */
  readonly tableOfLine: readonly number[];
  readonly tableCount: number;
}

/** How tables are to be written whose first form did not read back. */
export type TableMode = "tasks" | "grid" | "text";

export interface WriteContext {
  readonly file: RawFile;
  readonly corpus: Corpus;
  readonly registries: Registries;
  readonly tableModes: ReadonlyMap<number, TableMode>;
  /** Fields that had to be given because the form needs them, by name. */
  readonly given: ReadonlyMap<string, string>;
}

export const lookMark = "# CẦN XEM: ";

class Writer {
  readonly lines: OutLine[] = [];
  readonly looks: LineNote[] = [];
  readonly joins: LineJoin[] = [];
  readonly tableOfLine: number[] = [];
  tables = 0;
  private table = -1;

  line(text: string, expected: Expected): void {
    this.lines.push({ text, expected });
    this.tableOfLine.push(this.table);
  }

  /** One blank line, never two. */
  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1)!.text !== "") this.line("", null);
  }

  look(words: string): void {
    this.looks.push({ line: this.lines.length, words });
    this.line(`${lookMark}${words.replace(/\s+/g, " ")}`, null);
  }

  inTable(write: (index: number) => void): void {
    this.table = this.tables;
    this.tables += 1;
    write(this.table);
    this.table = -1;
  }
}

/** Writes all documents of a file. */
export function writeDocuments(documents: readonly DocumentParts[], context: WriteContext): Written {
  const writer = new Writer();
  const written = new Set<RawNote>();
  documents.forEach((document, index) => {
    writer.blank();
    writeDocument(writer, document, index, documents, context, written);
  });
  return {
    lines: writer.lines,
    looks: writer.looks,
    joins: writer.joins,
    tableOfLine: writer.tableOfLine,
    tableCount: writer.tables,
  };
}

// ── Header ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const noSetting: Setting = { notes: new Set() };

function writeDocument(
  writer: Writer,
  document: DocumentParts,
  index: number,
  documents: readonly DocumentParts[],
  context: WriteContext,
  written: Set<RawNote>,
): void {
  for (const words of document.looks) writer.look(words);
  const [title = "", ...titleBelow] = inlineSource(plainly(document.title), noSetting).map((line) => line.trim());
  const inferred = title === "" ? inferTitle(document) : null;
  if (inferred) writer.look(`nguồn không có trích yếu; trích yếu dưới đây lấy ${inferred.from}`);
  else if (title === "") writer.look("nguồn không có trích yếu; ghi trích yếu sau dấu hai chấm");
  const named = title !== "" ? title : inferred ? wordsSource(inferred.value, noSetting) : "…";
  writer.line(`${document.type.spelling}: ${named}`, "DocumentKey");
  for (const line of titleBelow) writer.line(line, "ContinuationLine");
  const isAttached = index > 0 && documents[0]!.type.id === "decision";
  if (index === 0) writeHeader(writer, document, documents, context);
  else if (document.own) writeOwnFields(writer, document.own);
  else if (!isAttached) writeLaterHeader(writer, document, documents[0]!, context);
  writeAttachedLine(writer, document, documents, isAttached, context);
  const notes = new Set(context.file.notes.map((note) => note.number));
  const body = new BodyWriter(writer, { notes }, context, written);
  writer.blank();
  if (isAttached && !document.own)
    for (const part of headWords(document.head, document.names, documents[0]!, "văn bản kèm theo quyết định"))
      body.part(part);
  for (const part of document.body) body.part(part);
  strays(body, document.ending);
  body.footnotes(index === documents.length - 1 && document.annexes.length === 0);
  writeEnding(writer, document.ending);
  document.annexes.forEach((annex) => {
    writeAnnex(writer, annex, document, documents, context, notes, written);
  });
  if (index === documents.length - 1 && document.annexes.length > 0) body.footnotes(true);
}

const plainly = (runs: readonly RawRun[]): RawRun[] => runs.map((run) => ({ ...run, bold: false, italic: false }));

const field = (writer: Writer, key: string, value: string): void => {
  writer.line(`${key}: ${wordsSource(value, noSetting)}`.trimEnd(), "HeaderKey");
};

/** Writes the fields of the first document. */
function writeHeader(
  writer: Writer,
  document: DocumentParts,
  documents: readonly DocumentParts[],
  context: WriteContext,
): void {
  const { head } = document;
  const { corpus, registries, given } = context;
  const attached = documents.slice(1).map((other) => fromAttachedLine(other.attached));
  // Issuer.
  const issuers = document.joint ? document.names : document.names.slice(-1);
  const parents = document.joint ? [] : document.names.slice(0, -1);
  const inferred = issuers.length > 0 ? null : inferIssuer(documents, corpus, registries);
  if (issuers.length > 0) {
    for (const name of issuers) {
      const proper = shortOr(name, corpus, registries);
      const whole = lacksUnit(proper) ? withUnit(proper, document, corpus) : proper;
      if (whole !== proper) writer.look(`nguồn chỉ ghi “${tidy(name)}”; tên đơn vị dưới đây lấy theo lời văn`);
      field(writer, "cơ quan", whole);
    }
  } else {
    if (inferred) {
      writer.look(`nguồn không ghi tên cơ quan ở đầu văn bản; tên dưới đây lấy ${inferred.from}`);
      field(writer, "cơ quan", inferred.value);
    } else {
      writer.look("nguồn không cho biết cơ quan ban hành");
      field(writer, "cơ quan", "…");
    }
  }
  const parent = document.own
    ? ownParent(document.own, corpus, registries)
    : parents.map((name) => shortOr(name, corpus, registries)).join(" - ");
  if (parent !== "") field(writer, "cơ quan chủ quản", parent);
  else if (given.has("parent")) {
    if (!document.own) writer.look("nguồn không ghi cơ quan chủ quản; nếu có thì ghi thay chữ “không”");
    field(writer, "cơ quan chủ quản", "không");
  }
  // Number.
  const number = head.number ?? attached.find((one) => one.number !== null)?.number ?? null;
  if (number !== null) field(writer, "số", number);
  else writer.look("nguồn không có số, ký hiệu; thêm dòng “số: …” nếu ký hiệu in ra chưa đúng");
  // Place.
  if (head.place !== null) field(writer, "địa danh", head.place);
  else if (given.has("place")) {
    if (!document.own) writer.look("nguồn không ghi địa danh");
    field(writer, "địa danh", given.get("place")!);
  }
  // Date.
  const date = head.date ?? attached.find((one) => one.date !== null)?.date ?? null;
  const year = date !== null && /…$/.test(date) ? inferYear(document, corpus) : null;
  if (date !== null && year === null) field(writer, "ngày", date);
  else {
    const likely = year ?? inferYear(document, corpus);
    if (likely) {
      writer.look(
        `nguồn không ghi ${date === null ? "ngày ban hành" : "năm ban hành"}; năm dưới đây lấy ${likely.from}`,
      );
      field(writer, "ngày", date === null ? `…/…/${likely.value}` : date.replace(/…$/, likely.value));
    } else {
      writer.look("nguồn không cho biết năm ban hành");
      field(writer, "ngày", date ?? "…/…/…");
    }
  }
  if (head.urgency !== null) field(writer, "độ khẩn", head.urgency.toLowerCase());
  if (head.circulation !== null) field(writer, "phạm vi lưu hành", head.circulation);
  if (head.signing.length > 0) {
    if (!document.own) writer.look("thông tin ký số của bản cũ; bỏ khi soạn văn bản mới");
    field(writer, "thông tin ký số", head.signing.join(" "));
  }
  if (document.authority !== "") {
    const own = issuers[0] ?? inferred?.value ?? "";
    const isOwn =
      lettersOf(inFull(properName(own, corpus, registries))).letters === lettersOf(document.authority).letters;
    if (!isOwn) field(writer, "thẩm quyền", document.authority);
  }
  if (head.secrecy !== null)
    writer.look(`nguồn có dấu “${head.secrecy}”; văn bản mật không soạn bằng chương trình này`);
  if (head.party)
    writer.look("văn bản của Đảng (nguồn in “ĐẢNG CỘNG SẢN VIỆT NAM”); thể thức của chương trình in Quốc hiệu");
  if (head.draft) writer.look("nguồn ghi “DỰ THẢO”");
  for (const name of document.ending?.signed ?? [])
    writer.look(`nguồn có chữ “${name}” ở khối ký; không chép vào bản mới`);
  if (document.own) {
    writeOwnFields(writer, document.own);
    return;
  }
  if (isPaper(document, documents, context)) field(writer, "bản", "giấy");
}

/** Fields of a further document of the file, which has what it does not say from the first one. */
function writeLaterHeader(writer: Writer, document: DocumentParts, first: DocumentParts, context: WriteContext): void {
  const { head, names } = document;
  const { corpus, registries } = context;
  const isSame = lettersOf(names.join(" ")).letters === lettersOf(first.names.join(" ")).letters;
  if (names.length > 0 && !isSame) {
    for (const name of document.joint ? names : names.slice(-1))
      field(writer, "cơ quan", shortOr(name, corpus, registries));
    const parent = document.joint ? [] : names.slice(0, -1).map((name) => shortOr(name, corpus, registries));
    if (parent.length > 0) field(writer, "cơ quan chủ quản", parent.join(" - "));
  }
  if (head.number !== null) field(writer, "số", head.number);
  if (head.place !== null && head.place !== first.head.place) field(writer, "địa danh", head.place);
  if (head.date !== null && !/…$/.test(head.date)) field(writer, "ngày", head.date);
  if (document.authority !== "") field(writer, "thẩm quyền", document.authority);
}

/** Words that stood in an end and belong to none of its lists. */
function strays(body: BodyWriter, ending: Ending | null): void {
  for (const paragraph of ending?.rest ?? [])
    body.part({ kind: "text", paragraph, look: "đoạn này đứng ở phần nơi nhận, chữ ký trong nguồn" });
}

/** What the letterhead of a plan that a decision promulgates, or of an annex, says of its own: as text, for the form prints
 * none of it. */
function headWords(head: HeadFacts, names: readonly string[], first: DocumentParts, what: string): BodyPart[] {
  const said = [
    ...(lettersOf(first.names.join(" ")).letters.includes(lettersOf(names.join(" ")).letters) ? [] : names),
    ...(head.number === null || head.number === first.head.number ? [] : [`Số: ${head.number}`]),
    ...(head.date === null || head.date === first.head.date
      ? []
      : [[head.place, `ngày ${head.date}`].filter(Boolean).join(", ")]),
    ...[head.urgency, head.circulation].filter((words) => words !== null),
    ...head.signing,
  ];
  return said.map((text, i) => ({
    kind: "text",
    paragraph: textParagraph(text),
    ...(i === 0 ? { look: `${what} không có phần đầu riêng; nguồn ghi các dòng dưới đây` } : {}),
  }));
}

const textParagraph = (text: string): MendedParagraph => ({
  kind: "paragraph",
  runs: [{ text, bold: false, italic: false }],
  label: "",
  listLevel: -1,
  align: null,
  style: null,
  heading: null,
  place: { from: 0, to: 0 },
});

/** The superior as it was typed, where it is still the printed one; "" for none. */
function ownParent(own: OwnFields, corpus: Corpus, registries: Registries): string {
  if (own.parent === null) return "";
  const typed = own.facts?.fields.get("cơ quan chủ quản")?.[0];
  if (typed !== undefined && lettersOf(inFull(typed)).letters === lettersOf(inFull(own.parent)).letters) return typed;
  return shortOr(own.parent, corpus, registries);
}

/** Fields that were typed and are not printed, or not in the letterhead. */
function writeOwnFields(writer: Writer, own: OwnFields): void {
  for (const key of ["năm", "giai đoạn", "thể thức", "bản"]) {
    const value = own.facts?.fields.get(key)?.[0];
    if (value !== undefined) field(writer, key, value);
  }
  if (own.address.length === 1) field(writer, "địa chỉ", own.address[0]!);
  else if (own.address.length > 1) {
    writer.line("địa chỉ:", "HeaderKey");
    for (const line of own.address) writer.line(`- ${wordsSource(line, noSetting)}`, "ItemBullet");
  }
  if (own.drafter !== null) field(writer, "người soạn", own.drafter);
  const abbreviations = own.facts?.fields.get("viết tắt") ?? [];
  if (abbreviations.length === 0) return;
  writer.line("viết tắt:", "HeaderKey");
  for (const one of abbreviations) writer.line(`- ${wordsSource(one, noSetting)}`, "ItemBullet");
}

/** A name as it stands in running text; “UBND” is not written out. */
function shortOr(name: string, corpus: Corpus, registries: Registries): string {
  const proper = properName(name, corpus, registries);
  if (/^UBND\s/u.test(tidy(name)) && /^Ủy ban nhân dân\s/u.test(proper))
    return proper.replace(/^Ủy ban nhân dân/u, "UBND");
  return proper;
}

// ── “(Kèm theo …)” ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Letters of the line that the form writes by itself, with the number and day of the document or with blanks. */
function generatedLetters(host: DocumentParts, open: boolean, context: WriteContext): string {
  const date = parseOpenDate(host.head.date ?? "");
  const parts = date.kind === "date" ? date : { day: null, month: null, year: null };
  const number = host.head.number ?? "";
  const symbol = number.replace(/^[^/-]*/, "");
  const digits = /^\d+/.exec(number)?.[0] ?? "";
  const issuer =
    host.names.length > 0 ? inFull(properName(host.names.at(-1)!, context.corpus, context.registries)) : "";
  const two = (value: number | null, pad: boolean): string =>
    value === null || open ? "" : pad ? String(value).padStart(2, "0") : String(value);
  const words = `kèm theo ${host.type.spelling} số ${open ? "" : digits}${symbol} ngày ${two(parts.day, true)} tháng ${two(parts.month, (parts.month ?? 9) < 3)} năm ${parts.year ?? ""} của ${issuer}`;
  return lettersOf(words).letters;
}

const attachedLetters = (line: string): string => lettersOf(line).letters;

/** The annexes' lines name the number and day: a copy for paper. */
function isPaper(document: DocumentParts, documents: readonly DocumentParts[], context: WriteContext): boolean {
  const facts = document.own?.facts;
  if (facts) return facts.fields.has("bản");
  const host = documents[0] ?? document;
  if (/^…|^\/|…\//.test(host.head.number ?? "…")) return false;
  return document.annexes.some(
    (annex) =>
      annex.attached !== "" &&
      attachedLetters(annex.attached) === generatedLetters(host, false, context) &&
      generatedLetters(host, false, context) !== generatedLetters(host, true, context),
  );
}

function writeAttachedLine(
  writer: Writer,
  document: DocumentParts,
  documents: readonly DocumentParts[],
  isAttached: boolean,
  context: WriteContext,
): void {
  if (document.attached === "") return;
  const host = documents[0]!;
  const own = attachedLetters(document.attached);
  if (isAttached && host !== document && own === generatedLetters(host, false, context)) return;
  writer.line(`kèm theo: ${wordsSource(tidy(document.attached), noSetting)}`, "HeaderKey");
}

// ── Body ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const basisStart = /^(?:căn cứ|thực hiện|theo|xét đề nghị|xét)(?![\p{L}])/iu;

/** Characters that are shown of each piece that was joined. */
const shownOfJoin = 40;

class BodyWriter {
  /** Numbers of footnotes that this text refers to. */
  private readonly met = new Set<string>();
  private readonly notes: readonly RawNote[];

  constructor(
    private readonly writer: Writer,
    private readonly setting: Setting,
    private readonly context: WriteContext,
    /** Footnotes that were written already, of all texts of the file. */
    private readonly written: Set<RawNote>,
  ) {
    this.notes = context.file.notes;
  }

  private inPreamble = true;

  part(part: BodyPart): void {
    this.writer.blank();
    if (part.look) this.writer.look(part.look);
    if (part.kind === "table")
      this.table(part.table, { ...part.hints, ...(part.caption ? { caption: part.caption } : {}) });
    else if (part.kind === "enacting") this.writer.line(tidy(plain(part.paragraph.runs)), "EnactingLine");
    else this.paragraph(part.paragraph, part.title);
  }

  paragraph(paragraph: MendedParagraph, title?: readonly RawRun[]): void {
    const runs = trimRuns(paragraph.label === "" ? paragraph.runs : labelled(paragraph));
    if (runs.length === 0) return;
    const text = plain(runs);
    const at = markLength(text);
    const start = this.writer.lines.length;
    if (at > 0) {
      this.inPreamble = false;
      this.marked(runs, at);
      if (title) this.writer.line(oneLineSource(plainly(trimRuns(title)), this.setting), "ContinuationLine");
    } else this.unmarked(runs, paragraph);
    this.recordJoins(paragraph, start, text);
    this.notesOf(runs);
  }

  private unmarked(runs: readonly RawRun[], paragraph: MendedParagraph): void {
    const text = tidy(plain(runs));
    let shown = runs;
    const heading = paragraph.heading !== null && text.length < 200 && !hasEnd(text);
    if (heading && !runs.some((run) => run.bold)) shown = runs.map((run) => ({ ...run, bold: true }));
    // Bases are set in italics by the form.
    if (this.inPreamble && basisStart.test(text) && runs.every((run) => run.italic || run.text.trim() === ""))
      shown = runs.map((run) => ({ ...run, italic: false }));
    const [first = "", ...more] = inlineSource(shown, this.setting);
    this.writer.line(first, "ParagraphLine");
    for (const line of more) this.writer.line(line, "ContinuationLine");
  }

  private marked(runs: readonly RawRun[], at: number): void {
    const mark = languageMark(plain(sliceRuns(runs, 0, at)).replace(/\s+/g, " "));
    const rest = trimRuns(sliceRuns(runs, at));
    const [first = "", ...more] = inlineSource(headingLook(mark, rest), this.setting);
    this.writer.line(`${mark} ${first}`.trimEnd(), "mark");
    for (const line of more) this.writer.line(line, "ContinuationLine");
  }

  /** Footnotes that some words refer to; they stand at the end of the text. */
  private notesOf(runs: readonly RawRun[]): void {
    for (const run of runs) if (run.note) this.met.add(run.text);
  }

  /** Writes the footnotes of this text; with `all` also those that nothing refers to, for no word is lost. */
  footnotes(all: boolean): void {
    const due = this.notes.filter((note) => !this.written.has(note) && (all || this.met.has(note.number)));
    for (const note of due) {
      this.written.add(note);
      this.writer.blank();
      const runs = note.paragraphs.flatMap((paragraph, i): RawRun[] =>
        i === 0 ? [...paragraph.runs] : [{ text: " ", bold: false, italic: false }, ...paragraph.runs],
      );
      this.writer.line(`[${note.number}] ${oneLineSource(trimRuns(runs), this.setting)}`, "FootnoteMark");
    }
  }

  private table(table: RawTable, known: TableHints): void {
    this.writer.inTable((index) => {
      const mode = this.context.tableModes.get(index) ?? "tasks";
      const hints: TableHints = { ...known, ...(mode === "grid" ? { tasks: false } : {}) };
      const written =
        mode === "text" ? textRows(table, this.setting) : (writeTable(table, this.setting, hints)?.lines ?? []);
      for (const line of written) this.writer.line(line.text, line.expected);
    });
    this.inPreamble = false;
    for (const row of table.rows)
      for (const cell of row.cells) for (const paragraph of cell.paragraphs) this.notesOf(paragraph.runs);
  }

  private recordJoins(paragraph: MendedParagraph, line: number, text: string): void {
    for (const join of paragraph.joins ?? []) {
      const before = `${join.at > shownOfJoin ? "…" : ""}${tidy(text.slice(Math.max(0, join.at - shownOfJoin), join.at))}`;
      const after = tidy(text.slice(join.at, join.at + shownOfJoin)) + (text.length > join.at + shownOfJoin ? "…" : "");
      this.writer.joins.push({ ...join, line, before, after });
    }
  }
}

/** A table whose forms all fail: its cells as words, a row a paragraph. */
function textRows(table: RawTable, setting: Setting): OutLine[] {
  return table.rows.flatMap((row): OutLine[] => {
    const runs = row.cells.flatMap((cell, i): RawRun[] => [
      ...(i === 0 ? [] : [{ text: " – ", bold: false, italic: false }]),
      ...cell.paragraphs.flatMap((paragraph) => [
        ...paragraphRuns(paragraph),
        { text: " ", bold: false, italic: false },
      ]),
    ]);
    const text = oneLineSource(trimRuns(runs), setting);
    return text === ""
      ? []
      : [
          { text: "", expected: null },
          { text, expected: "ParagraphLine" },
        ];
  });
}

const bulletGlyphs = /^[•●▪■□·○◦‣⁃➢➤❖♦✓✔→*–—-]$/;

/** Runs with the automatic mark in front; bullets of an office program become those of the language. */
function labelled(paragraph: MendedParagraph): RawRun[] {
  const { label, listLevel } = paragraph;
  const mark = !bulletGlyphs.test(label) && label !== "o" ? label : listLevel > 0 && /^[○◦o]$/.test(label) ? "+" : "-";
  const look = paragraph.runs.find((run) => run.text.trim() !== "") ?? { bold: false, italic: false };
  return joinedRuns([{ text: `${mark} `, bold: look.bold, italic: look.italic }, ...paragraph.runs]);
}

const namedMark = /^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu|TIỂU|Điều|ĐIỀU)/u;
const headingMark = /^(?:[IVXLC]+\s?[.)/–-]|[A-ZĐ]\s?[./)–-]|\d{1,2}[./-])$/u;

/** The text of a marked line with only the emphasis that the form would not give it by itself. */
function headingLook(mark: string, runs: readonly RawRun[]): readonly RawRun[] {
  const words = runs.filter((run) => run.text.trim() !== "");
  if (words.length === 0) return runs;
  const withoutBold = (): RawRun[] => joinedRuns(runs.map((run) => ({ ...run, bold: false })));
  const allBold = words.every((run) => run.bold);
  const text = tidy(plain(runs));
  if (namedMark.test(mark)) {
    if (allBold && (!/^(?:Điều|ĐIỀU)/u.test(mark) || !hasEnd(text))) return withoutBold();
    return runs;
  }
  if (allBold && headingMark.test(mark) && !/[.;,]$/.test(text)) {
    const colon = text.indexOf(":");
    const isLabel = colon > 0 && colon < text.length - 1 && labelRole(text.slice(0, colon)) !== undefined;
    if (!isLabel) return withoutBold();
  }
  return runs;
}

// ── Ending and annexes ──────────────────────────────────────────────────────────────────────────────────────────────

function writeEnding(writer: Writer, ending: Ending | null): void {
  if (ending === null) return;
  if (ending.recipients.length > 0) {
    writer.blank();
    writer.line("nơi nhận:", "RecipientsKey");
    for (const { runs } of ending.recipients) writer.line(`- ${oneLineSource(plainly(runs), noSetting)}`, "ItemBullet");
  }
  for (const lines of ending.signatures) {
    if (lines.length === 0) continue;
    writer.blank();
    writer.line("ký:", "SignatureKey");
    for (const text of lines) writer.line(wordsSource(text, noSetting), "SignatureLine");
  }
}

function writeAnnex(
  writer: Writer,
  annex: AnnexParts,
  document: DocumentParts,
  documents: readonly DocumentParts[],
  context: WriteContext,
  notes: ReadonlySet<string>,
  written: Set<RawNote>,
): void {
  writer.blank();
  for (const words of annex.looks) writer.look(words);
  const title = oneLineSource(plainly(annex.title), noSetting).trim();
  if (title === "") writer.look("nguồn không có tên phụ lục; ghi tên sau dấu hai chấm");
  writer.line(`phụ lục${annex.number === "" ? "" : ` ${annex.number}`}: ${title === "" ? "…" : title}`, "AnnexKey");
  if (annex.landscape === true || (annex.landscape === false && document.own))
    writer.line(`khổ giấy: ${annex.landscape ? "ngang" : "dọc"}`, "AnnexFieldKey");
  if (annex.letterhead) writer.line("quốc hiệu: có", "AnnexFieldKey");
  if (annex.attached !== "") {
    const host = documents[0] ?? document;
    const own = attachedLetters(annex.attached);
    const generated = [true, false].map((open) => generatedLetters(host, open, context));
    const paper = isPaper(document, documents, context);
    const isOwn = documents.length === 1 && own === (paper ? generated[1] : generated[0]);
    if (!isOwn) writer.line(`kèm theo: ${wordsSource(tidy(annex.attached), noSetting)}`, "AnnexFieldKey");
  }
  writer.blank();
  const body = new BodyWriter(writer, { notes }, context, written);
  if (annex.head) {
    const { names } = namesOf(annex.head.bodies);
    for (const part of headWords(annex.head, names, documents[0] ?? document, "phụ lục")) body.part(part);
    for (const { text } of annex.head.rest)
      body.part({ kind: "text", paragraph: textParagraph(text), look: "dòng này đứng ở phần đầu phụ lục trong nguồn" });
  }
  for (const part of annex.body) body.part(part);
  strays(body, annex.ending);
  body.footnotes(false);
  writeEnding(writer, annex.ending);
}
