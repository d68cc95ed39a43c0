/**
 * A plan gets its number and date: what is to be written, and where. The header, sentences that name the document itself
 * with room for its number, and lines “(Kèm theo …)” typed with blanks. Everything else stays as it is.
 *
 * Pure: answers with edits of the source text, and with what stands against them; nothing is written here.
 */
import type { Analysis } from "../compile.ts";
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { writtenDate, writtenNumber } from "../plan/number-date.ts";
import type { DocumentNumber, Issuer, OpenDate, PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { fold } from "../plan/words.ts";
import { isOlderForm, proseOf } from "../rules/walk.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Field } from "../syntax/syntax.ts";
import {
  type Day,
  dateAfter,
  type Filling,
  type FoundBlank,
  type Frame,
  headerDate,
  headerNumber,
  numbersIn,
  type Serial,
  type Standing,
} from "./blanks.ts";

export interface IssueRequest {
  readonly serial: Serial;
  readonly date: Day;
  /** Why a number or date that stands already may be replaced; null: it may not. */
  readonly force: string | null;
}

/** One place that is written. */
export interface Stamp {
  /** What it is, in Vietnamese: “số”, “ngày”, “dòng “Kèm theo””. */
  readonly what: string;
  readonly span: Span;
  /** The words of `span` before and after. */
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
}

/** A sentence about a place of the source. */
export interface Remark {
  readonly span: Span;
  readonly message: string;
}

export interface Issue {
  readonly stamps: readonly Stamp[];
  /** Of all stamps, in order. */
  readonly edits: readonly TextEdit[];
  /** What forbids to write. */
  readonly refusals: readonly Remark[];
  /** Blanks that look like the own number and stay, with the reason. */
  readonly kept: readonly Remark[];
}

/** Comments that an import leaves where a person has to look. */
export const lookMark = /^\s*CẦN XEM(?!\p{L})/iu;

/** What is to be written into the file to give its first document number and date. Total. */
export function issuePlan(analysis: Analysis, request: IssueRequest): Issue {
  const { tree, plan } = analysis;
  const { source } = plan;
  const refusals: Remark[] = tree.comments
    .filter(({ text }) => lookMark.test(text))
    .map(({ span, text }) => ({ span, message: `còn ghi chú “#${text.trimEnd()}”; xem xong thì xóa dòng này` }));
  const [owner] = plan.documents;
  const node = tree.documents[0];
  if (owner === undefined || node === undefined) {
    const message = "tệp không có văn bản nào để cấp số";
    return { stamps: [], edits: [], refusals: [...refusals, { span: { start: 0, end: 0 }, message }], kept: [] };
  }
  const now = standingOf(owner);
  refusals.push(...disagreements(source, owner, request));
  const kept: Remark[] = [];
  const stamps: Stamp[] = [
    ...headerStamps(source, owner, node.fields, node.key.span, request, now),
    ...plan.documents.flatMap((document, index) =>
      index === 0 || document.attachedTo === 0 ? textStamps(source, document, owner, request, now, kept) : [],
    ),
  ];
  for (const document of plan.documents.slice(1)) {
    if (document.attachedTo === 0) continue;
    const message = `văn bản thứ ${plan.documents.indexOf(document) + 1} của tệp (${document.typeName.toLowerCase()}) có số riêng; tách ra tệp khác rồi cấp số`;
    kept.push({ span: document.titleSpan, message });
  }
  const edits = stamps.flatMap((one) => one.edits).sort((a, b) => a.span.start - b.span.start);
  return { stamps, edits, refusals, kept };
}

function standingOf({ number, date }: PlanDocument): Standing {
  const serial =
    number === null || number.number === null
      ? null
      : { number: number.number, ...(number.suffix ? { suffix: number.suffix } : {}) };
  return { serial, day: date?.day ?? null, month: date?.month ?? null, year: date?.year ?? null };
}

// ── What stands there already ───────────────────────────────────────────────────────────────────────────────────────

/** A number or date that is not the one asked for, and a year in the symbol that is not the date's. */
function disagreements(source: SourceFile, owner: PlanDocument, { serial, date, force }: IssueRequest): Remark[] {
  const found: Remark[] = [];
  const { number, date: typed } = owner;
  const words = (span: Span): string => source.text.slice(span.start, span.end).trim();
  const yearInSymbol = /^((?:19|20)\d\d)\//.exec(number?.symbol ?? "")?.[1];
  if (number !== null && yearInSymbol !== undefined && Number(yearInSymbol) !== date.year) {
    found.push({ span: number.span, message: `ký hiệu ghi năm ${yearInSymbol}, ngày ban hành thuộc năm ${date.year}` });
  }
  if (force !== null) return found;
  const advice = "ghi đè thì thêm --force kèm lý do";
  if (number !== null && number.number !== null) {
    const isSame = number.number === serial.number && (number.suffix ?? "") === (serial.suffix ?? "");
    if (!isSame) found.push({ span: number.span, message: `tệp đã có số “${words(number.span)}”; ${advice}` });
  }
  if (typed !== null) {
    const parts = [
      [typed.day, date.day],
      [typed.month, date.month],
      [typed.year, date.year],
    ] as const;
    if (parts.some(([has, wanted]) => has !== null && has !== wanted)) {
      found.push({ span: typed.span, message: `tệp đã ghi ngày “${words(typed.span)}”; ${advice}` });
    }
  }
  return found;
}

// ── The header ──────────────────────────────────────────────────────────────────────────────────────────────────────

function headerStamps(
  source: SourceFile,
  owner: PlanDocument,
  fields: readonly Field[],
  key: Span,
  { serial, date }: IssueRequest,
  now: Standing,
): Stamp[] {
  const frame = frameOf(owner);
  const number: DocumentNumber = {
    number: serial.number,
    symbol: frame.symbol,
    ...(serial.suffix ? { suffix: serial.suffix } : {}),
    ...(frame.separator === "-" ? { separator: "-" as const } : {}),
    span: key,
  };
  const day: OpenDate = { ...date, span: key };
  const stamps: Stamp[] = [];
  const put = (
    id: string,
    name: string,
    whole: string,
    filled: (value: string) => FoundBlank | null,
    isThere: boolean,
    above: readonly string[],
  ): void => {
    const field = fields.find((one) => one.key.id === id);
    const first = field?.items[0];
    if (isThere && first) {
      const span = { start: first.text.span.start, end: field.items.at(-1)!.text.span.end };
      const found = filled(source.text.slice(span.start, span.end));
      // A form of its own (`{năm}` as the year, words between) is written anew.
      const fillings = found?.fillings ?? [{ start: 0, end: span.end - span.start, text: whole }];
      const stamp = stampOf(source, name, span, (at) => span.start + at, fillings);
      if (stamp !== null) stamps.push(stamp);
      return;
    }
    const empty = field !== undefined;
    const at = empty ? afterColon(source, field.key.span.end) : lineEnd(source, placeBelow(fields, above) ?? key.end);
    const text = empty ? ` ${whole}` : `\n${name}: ${whole}`;
    const span = { start: at, end: at };
    stamps.push({ what: name, span, before: "", after: text.trim(), edits: [{ span, text }] });
  };
  const isNumberThere = owner.number !== null && !(now.serial !== null && owner.number.span.end === key.end);
  put("number", "số", writtenNumber(number), (value) => headerNumber(value, frame, serial, now), isNumberThere, [
    "issuer",
    "parent",
  ]);
  put("date", "ngày", writtenDate(day), (value) => headerDate(value, date, now), owner.date !== null, [
    "issuer",
    "parent",
    "number",
    "place",
  ]);
  return merged(stamps);
}

/** Two lines that go to one place go there in their order. */
function merged(stamps: readonly Stamp[]): Stamp[] {
  const [a, b] = stamps;
  if (a === undefined || b === undefined || a.span.end > a.span.start || a.span.start !== b.span.start) {
    return [...stamps];
  }
  return [{ ...a, edits: [{ span: a.span, text: `${a.edits[0]!.text}${b.edits[0]!.text}` }] }, { ...b, edits: [] }];
}

const frameOf = ({ number }: PlanDocument): Frame => ({
  separator: number?.separator ?? "/",
  symbol: number?.symbol ?? "",
});

function afterColon(source: SourceFile, at: number): number {
  const colon = /^[ \t]*:/.exec(source.text.slice(at, at + 20));
  return colon === null ? at : at + colon[0].length;
}

const lineEnd = (source: SourceFile, at: number): number => {
  const end = source.text.indexOf("\n", at);
  return end < 0 ? source.text.length : end;
};

/** Where the last of these fields ends; null when none of them stands there. */
function placeBelow(fields: readonly Field[], ids: readonly string[]): number | null {
  const ends = fields.filter((field) => ids.includes(field.key.id)).map((field) => lastInk(field));
  return ends.length === 0 ? null : Math.max(...ends);
}

const lastInk = (field: Field): number => field.items.at(-1)?.text.span.end ?? field.key.span.end;

// ── The text ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Sentences and lines of one document that name the owner with blanks. */
function textStamps(
  source: SourceFile,
  document: PlanDocument,
  owner: PlanDocument,
  request: IssueRequest,
  now: Standing,
  kept: Remark[],
): Stamp[] {
  const stamps: Stamp[] = [];
  const types = [owner.typeName.charAt(0) + owner.typeName.slice(1).toLowerCase()];
  const mentions = (prose: Prose, types: readonly string[], inWords: boolean): Mention[] =>
    mentionsIn(prose.text, frameOf(owner), types, request, now, inWords);
  const write = (prose: Prose, mention: Mention, what: string): void => {
    if (mention.fillings === null) {
      if (mention.isOpen) keep(prose, mention, "ngày hay số ghi ở đó không phải của văn bản này");
      return;
    }
    if (mention.fillings.length === 0) return;
    const stamp = proseStamp(source, prose, mention, what);
    if (stamp === null) keep(prose, mention, "chữ ở đó lấy từ nơi khác, không sửa tại chỗ được");
    else stamps.push(stamp);
  };
  const keep = (prose: Prose, { start, end }: FoundBlank, reason: string): void => {
    const span = sourceSpan(prose, start, end);
    kept.push({ span, message: `“${prose.text.slice(start, end).trim()}”: ${reason}` });
  };

  // Lines “(Kèm theo …)”: the first number in them is that of the document they go with.
  const lines: (readonly [Prose, boolean])[] = [];
  if (document.attachedLine !== null && document !== owner) lines.push([document.attachedLine, true]);
  const isFilled = document.copy === "paper" || isOlderForm({ ...owner, date: { ...request.date, span: owner.span } });
  for (const annex of document.annexes) if (annex.attachedLine !== null) lines.push([annex.attachedLine, isFilled]);
  for (const [line, fills] of lines) {
    const mention = mentions(line, types, true)[0];
    if (mention === undefined) continue;
    // A copy that was filled by hand follows a number that is replaced.
    if (fills || !mention.isOpen) write(line, mention, "dòng “Kèm theo”");
    else keep(line, mention, "bản điện tử để trống số, ngày trên phụ lục; in giấy thì ghi “bản: giấy”");
  }

  const bases = new Set(document.legalBases.map(({ text }) => text));
  for (const prose of proseOf(document)) {
    for (const mention of mentions(prose, types, false)) {
      if (!mention.isOpen && mention.fillings?.length === 0) continue;
      if (!isOwnType(prose.text, mention, types[0]!)) continue;
      const issuer = issuerBehind(prose.text.slice(mention.end), owner.issuers);
      if (issuer === "another") continue;
      // A number alone, such as a reader knows it from elsewhere, may be anybody's.
      const isSure = mention.hasDate || issuer === "own" || /kèm theo[^.;]{0,40}$/iu.test(prose.text.slice(0, mention.start));
      if (!isSure) {
        if (mention.isOpen) keep(prose, mention, "không rõ có phải chính văn bản này (không có ngày, không có tên cơ quan)");
        continue;
      }
      if (bases.has(prose)) {
        if (mention.isOpen) keep(prose, mention, "văn bản làm căn cứ, không phải văn bản này");
      } else write(prose, mention, "lời văn");
    }
  }
  return stamps;
}

interface Mention extends FoundBlank {
  readonly hasDate: boolean;
}

/** Numbers with the owner's symbol, each with the date behind it. */
function mentionsIn(
  text: string,
  frame: Frame,
  types: readonly string[],
  { serial, date }: IssueRequest,
  now: Standing,
  inWords: boolean,
): Mention[] {
  return numbersIn(text, frame, types, serial, now).map((number) => {
    const day = dateAfter(text, number.end, date, now, inWords);
    if (day === null) return { ...number, hasDate: false };
    const fillings =
      number.fillings === null || day.fillings === null ? null : [...number.fillings, ...day.fillings];
    return { start: number.start, end: day.end, fillings, isOpen: number.isOpen || day.isOpen, hasDate: true };
  });
}

/** “Quyết định số …”: the words before the number, or its own, are the owner's type. */
const isOwnType = (text: string, { start }: Mention, type: string): boolean =>
  fold(text.slice(0, start)).endsWith(fold(type)) || fold(text.slice(start)).startsWith(fold(type));

/** Words of a name in full; the two bodies that everybody abbreviates. */
const nameWords = (text: string): string[] =>
  text
    .replace(/(?<!\p{L})UBND(?!\p{L})/gu, "Ủy ban nhân dân")
    .replace(/(?<!\p{L})HĐND(?!\p{L})/gu, "Hội đồng nhân dân")
    .split(/[\s\u00a0]+/)
    .filter((word) => word !== "");

const isCapital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);

/** Whom the words behind a number name. “của Ủy ban nhân dân xã”, without the place, is the issuer. */
function issuerBehind(after: string, issuers: readonly Issuer[]): "own" | "another" | "none" {
  const named = /^[\s,]*của\s+(.{1,200})/su.exec(after)?.[1];
  if (named === undefined) return "none";
  const head = /^(?:Chủ tịch|Giám đốc|Hiệu trưởng|Cục trưởng|Chi cục trưởng|Trưởng phòng|Bí thư)\s+/iu;
  const words = nameWords(named.replace(head, ""));
  const isOwn = issuers.some(({ full, text, letterhead }) =>
    [full, text, letterhead ?? full].some((name) => {
      const own = nameWords(name);
      let same = 0;
      while (same < own.length && fold(own[same]!) === fold((words[same] ?? "").replace(/[^\p{L}\p{N}]+$/u, "")))
        same += 1;
      if (same === own.length) return true;
      const last = words[same - 1] ?? "";
      const isEnded = /[^\p{L}\p{N}]$/u.test(last) || !isCapital(words[same]);
      // Only the place is left out: nothing but capitals is missing.
      return same >= 2 && isEnded && isCapital(own[same]);
    }),
  );
  return isOwn ? "own" : "another";
}

function proseStamp(source: SourceFile, prose: Prose, { start, end, fillings }: Mention, what: string): Stamp | null {
  const isExact = fillings!.every((filling) => {
    const span = sourceSpan(prose, filling.start, filling.end);
    return source.text.slice(span.start, span.end) === prose.text.slice(filling.start, filling.end);
  });
  if (!isExact) return null;
  const place = (at: number, isEnd: boolean): number => {
    const span = sourceSpan(prose, isEnd ? Math.max(0, at - 1) : at, isEnd ? at : Math.min(at + 1, prose.text.length));
    return isEnd ? span.end : span.start;
  };
  return stampOf(source, what, { start: place(start, false), end: place(end, true) }, place, fillings!);
}

function stampOf(
  source: SourceFile,
  what: string,
  span: Span,
  place: (at: number, isEnd: boolean) => number,
  fillings: readonly Filling[],
): Stamp | null {
  const edits = fillings
    .map(({ start, end, text }): TextEdit => {
      const from = place(start, false);
      return { span: { start: from, end: end === start ? from : place(end, true) }, text };
    })
    .filter((edit) => source.text.slice(edit.span.start, edit.span.end) !== edit.text)
    .sort((a, b) => a.span.start - b.span.start);
  if (edits.length === 0) return null;
  let after = "";
  let at = span.start;
  for (const edit of edits) {
    after += source.text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  const before = source.text.slice(span.start, span.end);
  return { what, span, before, after: after + source.text.slice(at, span.end), edits };
}
