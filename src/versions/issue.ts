/**
 * A plan gets its number and date: what is to be written, and where. The header, sentences that name the document itself
 * with room for its number, and lines “(Kèm theo …)” typed with blanks. Everything else stays as it is.
 *
 * Pure: answers with edits of the source text, and with what stands against them; nothing is written here.
 */
import type { Analysis } from "../compile.ts";
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { parseNumber, writtenDate, writtenNumber } from "../plan/number-date.ts";
import type { DocumentNumber, Issuer, PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { fold } from "../plan/words.ts";
import { isOlderForm, proseOf } from "../rules/walk.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { DocumentNode, Field } from "../syntax/syntax.ts";
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
  writtenSerial,
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
    .map(({ span, text }) => ({ span, message: `còn ghi chú “# ${text.trim()}”; xem xong thì xóa dòng này` }));
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
    ...headerStamps(source, owner, node, request, refusals),
    ...plan.documents.flatMap((document, index) =>
      index === 0 || document.attachedTo === 0 ? textStamps(source, document, owner, request, now, kept) : [],
    ),
  ];
  for (const document of plan.documents.slice(1)) {
    if (document.attachedTo === 0) continue;
    const message = `văn bản thứ ${plan.documents.indexOf(document) + 1} của tệp (${document.typeName.toLowerCase()}) có số riêng; tách ra tệp khác rồi cấp số`;
    kept.push({ span: document.titleSpan, message });
  }
  stamps.sort((a, b) => a.span.start - b.span.start);
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
      const said = typed.day === null ? "tệp ghi thời gian" : "tệp đã ghi ngày";
      const day = writtenDate({ ...date, span: typed.span });
      found.push({ span: typed.span, message: `${said} “${words(typed.span)}”, ngày cấp là ${day}; ${advice}` });
    }
  }
  return found;
}

// ── The header ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** One of the two fields that are stamped. */
interface HeaderField {
  readonly id: "number" | "date";
  readonly name: string;
  /** The whole value as the form writes it. */
  readonly value: string;
  /** The fields that it stands below, when it is not there. */
  readonly below: readonly string[];
  /** What the field says is what is asked for, however it is typed. */
  readonly isSame: boolean;
  /** The parts of a typed value that are to be written; null when it has another form. */
  fill(typed: string): FoundBlank | null;
  /** False for a typed value that means nothing. */
  isReadable(typed: string): boolean;
}

function headerFields(owner: PlanDocument, key: Span, { serial, date }: IssueRequest): readonly HeaderField[] {
  const frame = frameOf(owner);
  const now = standingOf(owner);
  const number: DocumentNumber = {
    number: serial.number,
    symbol: frame.symbol,
    ...(serial.suffix ? { suffix: serial.suffix } : {}),
    ...(frame.separator === "-" ? { separator: "-" as const } : {}),
    span: key,
  };
  const { day, month, year } = now;
  return [
    {
      id: "number",
      name: "số",
      value: writtenNumber(number),
      below: ["issuer", "parent"],
      isSame: now.serial !== null && writtenSerial(now.serial) === writtenSerial(serial),
      fill: (typed) => headerNumber(typed, frame, serial, now),
      isReadable: (typed) => parseNumber(typed) !== null,
    },
    {
      id: "date",
      name: "ngày",
      value: writtenDate({ ...date, span: key }),
      below: ["issuer", "parent", "number", "place"],
      isSame: day === date.day && month === date.month && year === date.year,
      fill: (typed) => headerDate(typed, date, now),
      isReadable: () => owner.date !== null,
    },
  ];
}

function headerStamps(
  source: SourceFile,
  owner: PlanDocument,
  { fields, key }: DocumentNode,
  request: IssueRequest,
  refusals: Remark[],
): Stamp[] {
  const stamps: Stamp[] = [];
  const missing: HeaderField[] = [];
  for (const wanted of headerFields(owner, key.span, request)) {
    const field = fields.find((one) => one.key.id === wanted.id);
    const first = field?.items[0];
    if (field === undefined) missing.push(wanted);
    else if (first === undefined) stamps.push(filledField(source, field, wanted));
    else if (!wanted.isSame) {
      const span = { start: first.text.span.start, end: field.items.at(-1)!.text.span.end };
      const typed = source.text.slice(span.start, span.end);
      const found = wanted.fill(typed);
      if (found === null && !wanted.isReadable(typed)) {
        refusals.push({ span, message: `không đọc được “${typed}” ở dòng “${wanted.name}:”` });
        continue;
      }
      // Another form (a year taken from elsewhere, blanks between the letters) is written anew.
      const fillings = found?.fillings ?? [{ start: 0, end: typed.length, text: wanted.value }];
      const stamp = stampOf(source, wanted.name, span, (at) => span.start + at, fillings);
      if (stamp !== null) stamps.push(stamp);
    }
  }
  return [...stamps, ...addedLines(source, fields, key.span, missing)];
}

/** The value behind a bare key. */
function filledField(source: SourceFile, field: Field, { name, value }: HeaderField): Stamp {
  const colon = /^[ \t]*:/.exec(source.text.slice(field.key.span.end));
  const start = field.key.span.end + (colon?.[0].length ?? 0);
  const end = lineEnd(source, start);
  const span = { start, end: source.text.slice(start, end).trim() === "" ? end : start };
  return { what: name, span, before: "", after: `${name}: ${value}`, edits: [{ span, text: ` ${value}` }] };
}

/** Lines that the header lacks, each below those it stands with. Two that go to one place go there in one edit. */
function addedLines(source: SourceFile, fields: readonly Field[], key: Span, missing: readonly HeaderField[]): Stamp[] {
  const texts = new Map<number, string>();
  const places = missing.map(({ name, value, below }) => {
    const ends = fields.filter(({ key }) => below.includes(key.id)).map((field) => field.items.at(-1) ?? field.key);
    const at = lineEnd(source, Math.max(key.end, ...ends.map(({ span }) => span.end)));
    texts.set(at, `${texts.get(at) ?? ""}\n${name}: ${value}`);
    return at;
  });
  return missing.map(({ name, value }, index): Stamp => {
    const at = places[index]!;
    const span = { start: at, end: at };
    const edits = places.indexOf(at) === index ? [{ span, text: texts.get(at)! }] : [];
    return { what: name, span, before: "", after: `${name}: ${value}`, edits };
  });
}

const lineEnd = (source: SourceFile, at: number): number => {
  const end = source.text.indexOf("\n", at);
  return end < 0 ? source.text.length : end;
};

const frameOf = ({ number }: PlanDocument): Frame => ({
  separator: number?.separator ?? "/",
  symbol: number?.symbol ?? "",
});

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
      const isSure =
        mention.hasDate || issuer === "own" || /kèm theo[^.;]{0,40}$/iu.test(prose.text.slice(0, mention.start));
      if (!isSure) {
        if (mention.isOpen)
          keep(prose, mention, "không rõ có phải chính văn bản này (không có ngày, không có tên cơ quan)");
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
    const fillings = number.fillings === null || day.fillings === null ? null : [...number.fillings, ...day.fillings];
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
      return name !== name.toUpperCase() && same >= 2 && isEnded && isCapital(own[same]);
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
