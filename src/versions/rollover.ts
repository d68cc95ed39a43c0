/**
 * Next year's draft from last year's plan. Works on the source: exact spans are replaced, lines are dropped, remarks are put
 * above lines; everything else, comments and layout too, stays as typed. Number, day and signature are left open, years that
 * say when something is done move, names of documents and programmes stay, and every place that only a person can settle
 * gets a remark `# CẦN XEM: [năm] …`. Pure: the same plan and year give the same text.
 *
 * Remarks of an earlier rollover are known by the year in their brackets. They are taken out first and made anew where
 * their reason still stands, so that they do not pile up.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { toPlan } from "../plan/from-syntax.ts";
import type { Plan, PlanDocument } from "../plan/plan.ts";
import { plainText } from "../plan/prose.ts";
import { fold } from "../plan/words.ts";
import type { Registries } from "../registry/registry.ts";
import { numberKey } from "../registry/search.ts";
import { lineAt, lineTable, type SourceFile, type Span } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import type { SyntaxTree } from "../syntax/syntax.ts";
import { formatIsoDate, isRealDate } from "../time/calendar.ts";
import { yearName } from "../time/lunar.ts";
import { type Look, looksOf } from "./rollover-looks.ts";
import { type Text, textsOf, typedSpan } from "./rollover-texts.ts";
import { type AskedKind, type KeptKind, type Turn, type Year, yearsIn, yearWords } from "./rollover-years.ts";

export type ChangeKind = "year" | "number" | "day" | "copy" | "signature" | "signing-info" | "remark";

export interface RolloverChange {
  readonly kind: ChangeKind;
  readonly old: string;
  /** "" for what was taken out. */
  readonly new: string;
  /** In the old source. */
  readonly span: Span;
  /** Line in the new text, from 1: of the words, or of what now stands where they stood. */
  readonly line: number;
}

export interface RolloverMark {
  readonly kind: AskedKind | Look["kind"];
  readonly words: string;
  /** Line of the remark in the new text, from 1; the place that it speaks of is below. */
  readonly line: number;
  /** Lines of further places of the same kind, which have no remark of their own. */
  readonly others: readonly number[];
}

export interface RolloverKept {
  readonly kind: KeptKind;
  /** The year with some words before it. */
  readonly words: string;
  readonly line: number;
}

/** A figure that may be a year, for those who count. */
export interface YearFate {
  readonly year: number;
  readonly span: Span | null;
  readonly fate: "moved" | "kept" | "asked";
  readonly why: KeptKind | AskedKind | null;
}

export interface Rollover {
  readonly text: string;
  readonly from: Turn["from"];
  readonly to: Turn["to"];
  readonly changes: readonly RolloverChange[];
  readonly marks: readonly RolloverMark[];
  readonly kept: readonly RolloverKept[];
  readonly years: readonly YearFate[];
}

export type RolloverResult =
  | { readonly kind: "done"; readonly rollover: Rollover }
  /** `words` is a Vietnamese sentence: why not, and what to do. */
  | { readonly kind: "refused"; readonly words: string };

const ownMark = /^CẦN XEM: \[\d{4}\] ?/u;
/** What a remark of this program starts with; the year says which rollover made it. */
export const markStart = (year: number): string => `# CẦN XEM: [${year}] `;

/** The draft for `year`; a plan for several years keeps its length and starts in `year`. */
export function rollOver(source: SourceFile, registries: Registries, year: number): RolloverResult {
  const tree = parse(source).value;
  const { value: plan } = toPlan(tree, registries);
  const turn = turnOf(plan, year);
  if (typeof turn === "string") return { kind: "refused", words: turn };
  const draft = new Draft(source, tree, plan, registries, turn);
  return { kind: "done", rollover: draft.make() };
}

// ── The years of old and new ────────────────────────────────────────────────────────────────────────────────────────

function turnOf(plan: Plan, year: number): Turn | string {
  const periods = plan.documents.map(({ period }) => period).filter((period) => period !== null);
  const dated = plan.documents.find(({ date }) => date?.year != null)?.date ?? null;
  const own = periods.at(-1) ?? (dated?.year == null ? null : { from: dated.year, to: dated.year });
  if (own === null) {
    return "Không biết kế hoạch này của năm nào: thêm dòng “năm: …” (hoặc “giai đoạn: …”) vào phần đầu rồi chạy lại.";
  }
  const title = fold(plan.documents.map((document) => document.title.text).join(" "));
  const length = own.to - own.from;
  const isSchool = length === 1 && /nam hoc|nien khoa/.test(title);
  const words = yearWords({ ...own, isSchool });
  const first = isSchool ? own.from + 1 : own.to + 1;
  if (year < first) {
    return length === 0 || isSchool
      ? `Kế hoạch này đã là của ${words}; “--year” phải từ ${first} trở đi.`
      : `Kế hoạch này là của ${words}; kế hoạch tiếp theo bắt đầu sớm nhất từ ${first}: ghi “--year ${first}”.`;
  }
  return {
    from: { from: own.from, to: own.to, isSchool },
    to: { from: year, to: year + length, isSchool },
    by: year - own.from,
    day: dayOf(plan),
    numbers: new Set(plan.documents.flatMap(({ number }) => ownNumber(plan, number))),
    symbols: new Set(plan.documents.flatMap(({ number }) => (number === null ? [] : [fold(number.symbol)]))),
    title,
  };
}

function dayOf({ documents }: Plan): string | null {
  const date = documents.find((document) => document.date !== null)?.date;
  if (!date || date.year === null || date.month === null || date.day === null) return null;
  return formatIsoDate({ year: date.year, month: date.month, day: date.day });
}

const ownNumber = ({ source }: Plan, number: PlanDocument["number"]): string[] =>
  number === null || number.number === null
    ? []
    : [numberKey(source.text.slice(number.span.start, number.span.end).replace(/^.*?(?=\d)/su, ""))];

// ── The draft ───────────────────────────────────────────────────────────────────────────────────────────────────────

interface Change extends Omit<RolloverChange, "line"> {
  readonly edits: readonly TextEdit[];
  /** Source of the words in `old`, where they are typed there as they are; null where marks stand between. */
  readonly shown: Span | null;
}

interface Asked {
  readonly kind: AskedKind;
  readonly words: string;
  readonly start: number;
}

class Draft {
  private readonly source: SourceFile;
  private readonly tree: SyntaxTree;
  private readonly plan: Plan;
  private readonly registries: Registries;
  private readonly turn: Turn;
  private readonly changes: Change[] = [];
  private readonly asked: Asked[] = [];
  private readonly kept: { readonly kind: KeptKind; readonly words: string; readonly at: number }[] = [];
  private readonly years: YearFate[] = [];

  constructor(source: SourceFile, tree: SyntaxTree, plan: Plan, registries: Registries, turn: Turn) {
    this.source = source;
    this.tree = tree;
    this.plan = plan;
    this.registries = registries;
    this.turn = turn;
  }

  make(): Rollover {
    this.oldMarks();
    this.headers();
    this.signatures();
    for (const text of textsOf(this.tree, this.registries)) this.text(text);
    const edits = this.edits();
    const moved = applied(this.source.text, edits);
    const file = { ...this.source, text: moved, lineStarts: lineTable(moved), digest: "" };
    const asked = this.asked.map((one) => ({ ...one, start: shifted(one.start, edits) }));
    const looks = looksOf(file, this.registries, this.turn);
    return this.finish(file, edits, [...asked, ...looks]);
  }

  /** Edits in order, without those inside another. */
  private edits(): TextEdit[] {
    const all = this.changes
      .flatMap(({ edits }) => edits)
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    const result: TextEdit[] = [];
    for (const edit of all) if (edit.span.start >= (result.at(-1)?.span.end ?? 0)) result.push(edit);
    return result;
  }

  private change(
    kind: ChangeKind,
    old: string,
    now: string,
    edits: readonly TextEdit[],
    shown: Span | null = null,
  ): void {
    const span = { start: edits[0]!.span.start, end: edits.at(-1)!.span.end };
    this.changes.push({ kind, old, new: now, span, edits, shown });
  }

  /** The changes in order; those told with the same words, such as the day and the year of one date, as one. */
  private told(edits: readonly TextEdit[]): Omit<RolloverChange, "line">[] {
    const result: Omit<Change, "edits">[] = [];
    for (const { edits: _edits, ...change } of [...this.changes].sort((a, b) => a.span.start - b.span.start)) {
      const last = result.at(-1);
      if (!last?.shown || !change.shown || change.shown.start >= last.shown.end) {
        result.push(change);
        continue;
      }
      const shown = {
        start: Math.min(last.shown.start, change.shown.start),
        end: Math.max(last.shown.end, change.shown.end),
      };
      const old = this.source.text.slice(shown.start, shown.end);
      const inside = edits.filter(({ span }) => shown.start <= span.start && span.end <= shown.end);
      const span = { start: last.span.start, end: change.span.end };
      result[result.length - 1] = { kind: last.kind, old, new: applied(old, inside, shown.start), span, shown };
    }
    return result.map(({ shown: _shown, ...change }) => change);
  }

  /** The whole lines of a span, with their end. */
  private dropLines(kind: ChangeKind, old: string, { start, end }: Span): void {
    const { text } = this.source;
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const stop = text.indexOf("\n", Math.max(start, end - 1));
    this.change(kind, old, "", [{ span: { start: from, end: stop < 0 ? text.length : stop + 1 }, text: "" }]);
  }

  private oldMarks(): void {
    for (const { text, span } of this.tree.comments)
      if (ownMark.test(text)) this.dropLines("remark", `# ${text}`, span);
  }

  /** The words of remarks that an earlier rollover has put above a place and nobody has taken away. */
  private marksAbove({ start }: Text): string[] {
    const { text } = this.source;
    const found: string[] = [];
    let end = text.lastIndexOf("\n", start - 1);
    while (end > 0) {
      const from = text.lastIndexOf("\n", end - 1) + 1;
      const line = text.slice(from, end).trim();
      if (!line.startsWith("# ")) break;
      if (ownMark.test(line.slice(2))) found.push(line.slice(2).replace(ownMark, "").trim());
      end = from - 1;
    }
    return found;
  }

  // ── Header and signature ──

  private headers(): void {
    for (const document of this.tree.documents) {
      for (const field of document.fields) {
        const [item] = field.items;
        if (item === undefined) continue;
        const { span } = item.text;
        const typed = this.source.text.slice(span.start, span.end);
        if (field.key.id === "number") this.blankNumber(typed, span);
        else if (field.key.id === "date") this.blankDay(typed, span);
        else if (field.key.id === "copy" && fold(typed) === "giay") this.dropLines("copy", `bản: ${typed}`, field.span);
        else if (field.key.id === "signing-info")
          this.dropLines("signing-info", `thông tin ký số: ${typed}`, field.span);
      }
    }
  }

  private blankNumber(typed: string, span: Span): void {
    const digits = /\d+[a-zđ]?(?=\s*[-/])/u.exec(typed);
    const year = /(?<=\/)(?:19|20)\d\d(?=\/)/.exec(typed);
    const edits: TextEdit[] = [];
    if (digits && digits.index !== year?.index) edits.push(replace(span.start + digits.index, digits[0], "…"));
    if (year) edits.push(replace(span.start + year.index, year[0], String(Number(year[0]) + this.turn.by)));
    if (edits.length > 0) this.change("number", `số: ${typed}`, `số: ${applied(typed, edits, span.start)}`, edits);
  }

  /** The month stays: a plan of each year is signed about the same time, and the month decides what is in force. */
  private blankDay(typed: string, span: Span): void {
    const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
    const edits: TextEdit[] = [];
    if (iso) {
      const now = `…/${iso[2]!.padStart(2, "0")}/${Number(iso[1]) + this.turn.by}`;
      edits.push(replace(span.start, typed, now));
    } else {
      const day = /^(?:ngày\s+)?(\d{1,2})(?=\s*(?:[/.-]|tháng))/iu.exec(typed);
      if (day) edits.push(replace(span.start + day[0].length - day[1]!.length, day[1]!, "…"));
      const year = /(?:19|20)\d\d\s*$/.exec(typed);
      if (year) {
        const figures = year[0].trim();
        edits.push(replace(span.start + year.index, figures, String(Number(figures) + this.turn.by)));
      }
    }
    if (edits.length > 0) this.change("day", `ngày: ${typed}`, `ngày: ${applied(typed, edits, span.start)}`, edits);
  }

  private signatures(): void {
    for (const [index, document] of this.tree.documents.entries()) {
      const bound = this.plan.documents[index];
      const blocks = [
        ...document.signatures.map((node, at) => ({ node, signature: bound?.signatures[at] })),
        ...document.annexes.flatMap((annex, a) =>
          annex.signatures.map((node, at) => ({ node, signature: bound?.annexes[a]?.signatures[at] })),
        ),
      ];
      for (const { node, signature } of blocks) {
        for (const line of node.lines) {
          const words = plainText(line);
          const isName = signature?.name != null && words === signature.name.trim();
          if (!isName && !/^\(?\[?đã ký\]?\)?$/iu.test(words)) continue;
          const old = this.source.text.slice(line.span.start, line.span.end);
          // On the line of the key itself only the words go.
          const isOnKey =
            line.span.start < (this.source.text.indexOf("\n", node.key.span.end) + 1 || Number.POSITIVE_INFINITY);
          if (isOnKey) this.change("signature", old, "", [{ span: line.span, text: "" }]);
          else this.dropLines("signature", old, line.span);
        }
      }
    }
  }

  // ── Words ──

  private text(text: Text): void {
    if (text.place === "header" && !readFields.has(text.field)) return;
    this.ownCitations(text);
    if (text.place === "attached") this.attachedLine(text);
    this.nameOfYear(text);
    const years = yearsIn(text, this.turn).map((year) => this.settled(text, year));
    for (let index = 0; index < years.length; index += 1) {
      const first = years[index]!;
      const { decision, at } = first;
      const span = typedSpan(text.prose, at, at + 4);
      if (span === null) {
        this.years.push({ year: first.year, span: null, fate: "kept", why: "value" });
        continue;
      }
      if (decision.action === "keep") {
        this.years.push({ year: first.year, span, fate: "kept", why: decision.kind });
        this.kept.push({ kind: decision.kind, words: phrase(text.prose.text, at, at + 4), at: span.start });
        continue;
      }
      if (decision.action === "ask") {
        this.years.push({ year: first.year, span, fate: "asked", why: decision.kind });
        this.asked.push({ kind: decision.kind, words: decision.words, start: text.start });
        continue;
      }
      // “2024 - 2025” is one change.
      const group = [first];
      while (
        years[index + 1]?.decision.action === "move" &&
        isJoined(text.prose.text, group.at(-1)!.at, years[index + 1]!.at)
      ) {
        group.push(years[index + 1]!);
        index += 1;
      }
      this.move(text, group);
    }
  }

  /** An open question of the last rollover is asked again, although by now its year is long past. */
  private settled(text: Text, found: Year): Year {
    const { decision, year } = found;
    if (decision.action !== "keep") return found;
    const about = new RegExp(
      `“[^”]*${year}[^”]*”|(?:văn bản(?: của)?|ban hành|ghi|hợp đồng) năm ${year}|/${year} (?:là việc|thuộc)`,
      "u",
    );
    const open = this.marksAbove(text).find((words) => about.test(words));
    if (open === undefined) return found;
    const words = `${/^[^;:]*/u.exec(open)![0]}: lần chuyển trước chưa xử lý`;
    return { ...found, decision: { action: "ask", kind: "look-back", words } };
  }

  private move(text: Text, group: readonly Year[]): void {
    const words = text.prose.text;
    const edits: TextEdit[] = [];
    for (const { at, year, decision } of group) {
      if (decision.action === "move" && decision.note) this.asked.push({ ...decision.note, start: text.start });
      const span = typedSpan(text.prose, at, at + 4);
      if (span === null) continue;
      edits.push({ span, text: String(year + this.turn.by) });
      this.years.push({ year, span, fate: "moved", why: null });
      const leap = this.leapDay(text, at, year + this.turn.by);
      if (leap !== null) edits.unshift(leap);
    }
    if (edits.length === 0) return;
    const end = group.at(-1)!.at + 4;
    const old = phrase(words, group[0]!.at, end);
    const start = end - old.length;
    let now = old;
    for (const { at, year } of [...group].reverse()) {
      now = now.slice(0, at - start) + String(year + this.turn.by) + now.slice(at - start + 4);
    }
    if (edits.length > group.length) now = now.replace(/29(?=\s*(?:[/.-]|tháng))/u, "28");
    const key = text.place === "header" ? (headerKeys[text.field] ?? "") : "";
    this.change(
      "year",
      `${key}${old}`,
      `${key}${now}`,
      edits.sort((a, b) => a.span.start - b.span.start),
      typedSpan(text.prose, start, end),
    );
  }

  /** 29 February where the new year has none. */
  private leapDay(text: Text, at: number, year: number): TextEdit | null {
    const day = /(?<!\d)29(?=\s*(?:[/.-]\s*0?2\s*[/.-]|tháng\s+0?2\s+năm)\s*$)/u.exec(text.prose.text.slice(0, at));
    if (day === null || isRealDate(year, 2, 29)) return null;
    const span = typedSpan(text.prose, day.index, day.index + 2);
    if (span === null) return null;
    this.asked.push({ kind: "past-day", words: `năm ${year} không có ngày 29/02: đã ghi ngày 28`, start: text.start });
    return { span, text: "28" };
  }

  /** The plan's own number and day, where the plan cites itself. */
  private ownCitations(text: Text): void {
    for (const { number, date, numberAt, dateAt } of text.citations) {
      if (number === null || numberAt === null || !this.turn.numbers.has(numberKey(number))) continue;
      if (date !== null && this.turn.day !== null && date !== this.turn.day) continue;
      this.blankIn(text, numberAt.start, numberAt.end, /^\d+[a-zđ]?/u);
      if (dateAt !== null) this.blankIn(text, dateAt.start, dateAt.end, /(?<=^ngày\s+)\d{1,2}/iu);
    }
  }

  private attachedLine(text: Text): void {
    const words = text.prose.text;
    if (text.citations.some(({ number }) => number !== null && this.turn.numbers.has(numberKey(number)))) return;
    this.blankIn(text, 0, words.length, /(?<=(?<!\p{L})số\s*)\d+[a-zđ]?(?=\s*[-/])/iu);
    this.blankIn(text, 0, words.length, /(?<=ngày\s+)\d{1,2}(?=\s*[/.-]|\s+tháng)/iu);
  }

  private blankIn(text: Text, start: number, end: number, pattern: RegExp): void {
    const words = text.prose.text.slice(start, end);
    const match = pattern.exec(words);
    if (match === null) return;
    const span = typedSpan(text.prose, start + match.index, start + match.index + match[0].length);
    if (span === null) return;
    const kind = /ngày\s+$/iu.test(words.slice(0, match.index)) ? "day" : "number";
    // Some words around are enough to know the place.
    const from =
      kind === "number" && start + match.index >= 3 ? match.index - Math.min(4, match.index) : match.index - 5;
    const first = Math.max(0, from);
    const tail = /^[^\s,;)]*(?:\s+tháng\s+\d+\s+năm\s+\d{4})?/u.exec(words.slice(match.index))![0].length;
    const old = words.slice(first, match.index + tail);
    const now = `${words.slice(first, match.index)}…${words.slice(match.index + match[0].length, match.index + tail)}`;
    const shown = typedSpan(text.prose, start + first, start + match.index + tail);
    this.change(kind, old, now, [{ span, text: "…" }], shown);
  }

  /** “Bính Ngọ” beside the year or after Tết, xuân: the name of the year goes along. */
  private nameOfYear(text: Text): void {
    const { from, to } = this.turn;
    if (from.from !== from.to) return;
    const old = yearName(from.from);
    const words = text.prose.text;
    const spelt = old
      .replace("Tý", "T[ýí]")
      .replace("Tỵ", "T[ỵị]")
      .replace("Mùi", "(?:Mùi|Vị)")
      .replace("Quý", "Qu[ýí]");
    for (const match of words.matchAll(new RegExp(`(?<!\\p{L})${spelt}(?!\\p{L})`, "giu"))) {
      const around = words.slice(Math.max(0, match.index - 20), match.index + match[0].length + 8);
      if (!/tết|xuân|năm|\d{4}/iu.test(around)) continue;
      if (text.citations.some(({ at }) => at.start <= match.index && match.index < at.end)) continue;
      const span = typedSpan(text.prose, match.index, match.index + match[0].length);
      if (span === null) continue;
      const name = yearName(to.from);
      const now = match[0] === match[0].toUpperCase() ? name.toUpperCase() : name;
      this.change("year", match[0], now, [{ span, text: now }], span);
    }
  }

  // ── The end ──

  private finish(file: SourceFile, edits: readonly TextEdit[], all: readonly (Asked | Look)[]): Rollover {
    const places = grouped(all);
    const lineOf = (at: number): number => lineAt(file, at);
    // A remark stands above a line of the text without remarks; several in the order they were found.
    const above = new Map<number, { readonly mark: Grouped; readonly index: number }[]>();
    for (const [index, mark] of places.entries()) {
      const line = lineOf(mark.start);
      above.set(line, [...(above.get(line) ?? []), { mark, index }]);
    }
    const lines = file.text.split("\n");
    const result: string[] = [];
    /** New line of each line, and of each remark. */
    const at: number[] = [];
    const markLines: number[] = [];
    for (const [line, words] of lines.entries()) {
      const indent = /^[^\S\n]*/.exec(words)![0];
      for (const { mark, index } of above.get(line) ?? []) {
        markLines[index] = result.length + 1;
        const more = mark.others.length > 0 ? ` (còn ${mark.others.length} chỗ nữa)` : "";
        result.push(`${indent}${markStart(this.turn.to.from)}${mark.words.replace(/\s+/g, " ")}${more}`);
      }
      result.push(words);
      at.push(result.length);
    }
    const newLine = (offset: number): number => at[lineOf(shifted(offset, edits))]!;
    const marks = places.map(
      (mark, index): RolloverMark => ({
        kind: mark.kind,
        words: mark.words,
        line: markLines[index]!,
        others: mark.others.map((start) => at[lineOf(start)]!),
      }),
    );
    return {
      text: result.join("\n"),
      from: this.turn.from,
      to: this.turn.to,
      changes: this.told(edits).map((change) => ({ ...change, line: newLine(change.span.start) })),
      marks: marks.sort((a, b) => a.line - b.line),
      kept: this.kept.map(({ kind, words, at: place }) => ({ kind, words, line: newLine(place) })),
      years: this.years,
    };
  }
}

/** Fields of the header whose words are read; the others are bound to the form, not to a year. */
const readFields = new Set(["year", "period", "abbreviations", "authority", "attached"]);

/** How they are told. */
const headerKeys: Readonly<Record<string, string>> = { year: "năm: ", period: "giai đoạn: " };

/** Kinds that are said once, above the first of their places. */
const saidOnce: ReadonlySet<string> = new Set([
  "stage-over",
  "look-back-part",
  "document",
  "agency",
  "abbreviation",
  "level",
  "feast",
]);

interface Grouped {
  readonly kind: Asked["kind"] | Look["kind"];
  readonly words: string;
  readonly start: number;
  readonly others: number[];
}

/** One remark for what is the same: in one place, or for some kinds in all of the file. */
function grouped(all: readonly (Asked | Look)[]): Grouped[] {
  const found = new Map<string, Grouped>();
  for (const one of [...all].sort((a, b) => a.start - b.start)) {
    const subject = "key" in one ? one.key : one.words;
    const key = saidOnce.has(one.kind) ? `${one.kind}\n${subject}` : `${one.kind}\n${subject}\n${one.start}`;
    const first = found.get(key);
    if (first === undefined) found.set(key, { kind: one.kind, words: one.words, start: one.start, others: [] });
    else if (first.start !== one.start && first.others.at(-1) !== one.start) first.others.push(one.start);
  }
  return [...found.values()];
}

// ── Edits ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const replace = (start: number, old: string, text: string): TextEdit => ({
  span: { start, end: start + old.length },
  text,
});

/** The text with edits, which do not touch one another, sorted by place; `from` is where the text itself begins. */
const applied = (text: string, edits: readonly TextEdit[], from = 0): string =>
  [...edits]
    .reverse()
    .reduce(
      (words, { span, text: now }) => words.slice(0, span.start - from) + now + words.slice(span.end - from),
      text,
    );

/** Where an offset of the old text is in the new one; inside a replaced stretch, its start. */
function shifted(offset: number, edits: readonly TextEdit[]): number {
  let by = 0;
  for (const { span, text } of edits) {
    if (span.start >= offset) break;
    if (offset < span.end) return span.start + by;
    by += text.length - (span.end - span.start);
  }
  return offset + by;
}

const isJoined = (words: string, first: number, second: number): boolean =>
  /^\s?(?:[-–—]|đến|tới)(?: năm)?\s?$/u.test(words.slice(first + 4, second));

const lead =
  /(?:(?<!\p{L})(?:trước|sau|đến|từ|hết|cuối|đầu|trong|tháng|năm)\s+)?(?:(?<!\p{L})ngày\s+(?:\d{1,2}|…)?\s*tháng\s+\d{1,2}\s+năm\s+|(?:(?<!\p{L})ngày\s+)?(?:\d{1,2}|…)?\s?[/.-]\s?\d{1,2}\s?[/.-]\s?|(?<!\p{L})quý\s+[IVX\d]+(?:\s*\/\s*|\s+năm\s+)|(?<!\p{L})tháng\s+\d{1,2}(?:\s*\/\s*|\s+năm\s+)|(?<!\p{L})năm học\s+|(?<!\p{L})giai đoạn\s+|(?<!\p{L})năm\s+|(?<!\d)\d{1,2}\s*\/\s*|\p{L}+\s+)$/iu;

/** A year with the words that make it a time: “Quý III/2024”, “trước ngày 15/11/2024”, “năm học 2024 - 2025”. */
function phrase(words: string, start: number, end: number): string {
  const from = Math.max(0, start - 60);
  const before = lead.exec(words.slice(from, start));
  return words.slice(before === null ? start : from + before.index, end);
}
