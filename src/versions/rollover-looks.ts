/**
 * What a person must look at in a draft whose years have been moved: documents and bodies that are over on the new day,
 * days that fall on days off, deadlines that have passed, targets and sums of last year. Read from the moved text, with the
 * rules of the checker where they know the answer.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { toPlan } from "../plan/from-syntax.ts";
import type { Plan, PlanDocument } from "../plan/plan.ts";
import { citedDate } from "../plan/words.ts";
import type { Registries } from "../registry/registry.ts";
import { agenciesNamed, isAlive, isSure, successorsOf } from "../registry/search.ts";
import { daysAfter, daysOf } from "../rules/dates.ts";
import { rules } from "../rules/index.ts";
import { silence } from "../rules/silence.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { formatDate, isRealDate } from "../time/calendar.ts";
import type { CalendarDate, CalendarSpan, TimeExpr } from "../time/time.ts";
import { dayOff, movedFeast, sameDay } from "./days-off.ts";
import { type Text, textsOf } from "./rollover-texts.ts";
import { lookBackHead, lookBackWords, type Turn, yearWords } from "./rollover-years.ts";

export interface Look {
  readonly kind:
    | "document"
    | "agency"
    | "abbreviation"
    | "level"
    | "weekday"
    | "day-off"
    | "passed"
    | "target"
    | "budget"
    | "feast"
    | "anniversary"
    | "look-back-part"
    | "form";
  readonly words: string;
  /** What is the same when it is found again; the words where left out. */
  readonly key?: string;
  /** Start of the line or row that it is about, in the moved text. */
  readonly start: number;
}

/** The looks of a moved source, in no order. */
export function looksOf(source: SourceFile, registries: Registries, turn: Turn): Look[] {
  const tree = parse(source).value;
  const plan = dated(toPlan(tree, registries).value, turn);
  const texts = textsOf(tree, registries);
  const found = ruleCodes.flatMap((code) => rules.find((rule) => rule.code === code)?.find(plan, registries) ?? []);
  const heard = silence(tree, found).filter(({ code }) => kindOfCode.has(code));
  const places = new Places(source, texts);
  const fromRules = heard.map((one) => fromRule(one, source, places));
  // A weekday that disagrees is told with the right one.
  const isTold = ({ start }: Look): boolean => fromRules.some((one) => one.kind === "weekday" && one.start === start);
  return [
    ...fromRules,
    ...daysOff(plan, turn, places).filter((one) => !isTold(one)),
    ...deadAbbreviations(plan, registries),
    ...oldLevels(plan, texts),
    ...targetsAndSums(texts, turn),
    ...feasts(texts, turn),
    ...anniversaries(texts),
    ...lookBackParts(texts),
    ...oldForm(texts, turn),
  ];
}

/** Every document judged by a day: an attached one by its carrier's, one without a date by the new year. */
function dated(plan: Plan, turn: Turn): Plan {
  const documents = plan.documents.map((document): PlanDocument => {
    if (document.date?.year != null) return document;
    const carrier = document.attachedTo === null ? null : plan.documents[document.attachedTo]?.date;
    const span = document.titleSpan;
    return {
      ...document,
      date: carrier?.year != null ? carrier : { day: null, month: null, year: turn.to.from, span },
    };
  });
  return { ...plan, documents };
}

/** Finds what a remark about a place must stand above. */
class Places {
  private readonly source: SourceFile;
  private readonly texts: readonly Text[];

  constructor(source: SourceFile, texts: readonly Text[]) {
    this.source = source;
    this.texts = texts;
  }

  textAt(offset: number): Text | null {
    return this.texts.find(({ prose: { span } }) => span.start <= offset && offset <= span.end) ?? null;
  }

  startAt({ start }: Span): number {
    return this.textAt(start)?.start ?? this.source.text.lastIndexOf("\n", start - 1) + 1;
  }
}

// ── From the rules ──────────────────────────────────────────────────────────────────────────────────────────────────

const kindOfCode: ReadonlyMap<string, Look["kind"]> = new Map([
  ["VB104", "document"],
  ["VB201", "agency"],
  ["VB305", "weekday"],
  ["VB308", "passed"],
]);
const ruleCodes = [...kindOfCode.keys()];

function fromRule({ code, message, span }: Diagnostic, source: SourceFile, places: Places): Look {
  const kind = kindOfCode.get(code)!;
  const words = lowered(message.replace(/\.$/, ""));
  const start = places.startAt(span);
  if (kind !== "agency") return { kind, words, start };
  const named = source.text.slice(span.start, span.end).replace(/\s+/g, " ");
  return {
    kind,
    words: words.replace(/^tên cơ quan (“.+?”) không hợp thời điểm: /u, "$1 ").replace(districtEnd, ""),
    start,
    key: named.toLowerCase(),
  };
}

/** What the rule says at each body, in short: a remark says it many times. */
const districtEnd = ": chính quyền địa phương có hai cấp tỉnh và xã (Nghị quyết 203/2025/QH15)";

const lowered = (words: string): string =>
  /^(?:Tên|Hạn|Ngày)(?!\p{L})/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

// ── Days off ────────────────────────────────────────────────────────────────────────────────────────────────────────

function daysOff(plan: Plan, turn: Turn, places: Places): Look[] {
  const found: Look[] = [];
  for (const document of plan.documents) {
    for (const { time, place, span } of document.times) {
      if (document.citations.some((one) => one.span.start <= span.start && span.end <= one.span.end)) continue;
      for (const { at, isDue } of daysIn(time)) {
        // A year left out is the plan's, in a field of a task.
        if (at.year === null && (place !== "field" || turn.to.from !== turn.to.to)) continue;
        const year = at.year ?? turn.to.from;
        if (year < turn.to.from || year > turn.to.to + 1 || !isRealDate(year, at.month, at.day)) continue;
        const day: CalendarDate = { year, month: at.month, day: at.day };
        const why = dayOff(day);
        if (why === null) continue;
        // What was held on a day off last year is meant to be.
        if (!isDue && dayOff(sameDay(day, -turn.by)) !== null) continue;
        found.push({
          kind: "day-off",
          words: `ngày ${formatDate(day)} ${why}: giữ hay dời`,
          start: places.startAt(span),
        });
      }
    }
  }
  return found;
}

interface NamedDay {
  readonly at: { readonly day: number; readonly month: number; readonly year: number | null };
  readonly isDue: boolean;
}

/** The days that a time names. */
function daysIn(time: TimeExpr): NamedDay[] {
  const of = (span: CalendarSpan | null, isDue: boolean): NamedDay[] =>
    span?.unit === "day" ? [{ at: span, isDue }] : [];
  switch (time.kind) {
    case "deadline":
      if (time.due.unit === "recurring-day" || time.yearly) return [];
      return [...of(time.due, true), ...time.also.flatMap((span) => of(span, true))];
    case "within":
      return of(time.span, false);
    case "between":
      return [...of(time.start, false), ...of(time.end, false)].filter(
        ({ at }) => !(at.day === 1 && at.month === 1) && !(at.day === 31 && at.month === 12),
      );
    case "context": {
      const { meaning } = time;
      if (meaning.role !== "date" || meaning.day === null || meaning.month === null) return [];
      return [{ at: { day: meaning.day, month: meaning.month, year: meaning.year ?? 0 }, isDue: false }];
    }
    default:
      return [];
  }
}

// ── Bodies ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Abbreviations whose full words are a body that is no more. */
function deadAbbreviations({ documents }: Plan, registries: Registries): Look[] {
  const told = new Set<number>();
  return documents.flatMap((document) =>
    document.abbreviations.flatMap(({ short, full, span }): Look[] => {
      const day = daysOf(document)!.first;
      const named = agenciesNamed(registries, full);
      const ended = named.find(({ validTo, confidence }) => validTo !== null && validTo < day && isSure(confidence));
      if (ended === undefined || named.some((one) => isAlive(one, day)) || told.has(span.start)) return [];
      told.add(span.start);
      const heirs = successorsOf(registries, ended, day).map((heir) => heir.name);
      const into = heirs.length > 0 ? `; nhiệm vụ chuyển về ${heirs.join(", ")}` : "";
      const words = `viết tắt “${short}”: ${full} đã kết thúc hoạt động từ ngày ${citedDate(daysAfter(ended.validTo!, 1))}${into}`;
      return [{ kind: "abbreviation", words, start: span.start }];
    }),
  );
}

const firstDayOfTwoLevels = "2025-07-01";
const districtWords =
  /(?<!\p{L})(?:cấp huyện|thị trấn|(?:các|địa bàn|toàn|thuộc|trong) (?:huyện|thị xã|quận)|(?:huyện|thị xã)(?=[,;.]|\s+(?:và|hoặc)\s))(?!\p{L})/iu;

/** “cấp huyện”, “thị trấn” in running words, after the districts are gone. */
function oldLevels({ documents }: Plan, texts: readonly Text[]): Look[] {
  return texts.flatMap((text): Look[] => {
    const days = daysOf(documents[text.document]!);
    if (days === null || days.first < firstDayOfTwoLevels) return [];
    const match = districtWords.exec(text.prose.text);
    if (match === null) return [];
    if (text.citations.some(({ at }) => at.start <= match.index && match.index < at.end)) return [];
    return [
      {
        kind: "level",
        key: "level",
        words: `“${match[0]}”: không còn cấp huyện, thị trấn từ ngày 01/7/2025 (Luật 72/2025/QH15): rà soát cả văn bản`,
        start: text.start,
      },
    ];
  });
}

// ── Targets, sums ───────────────────────────────────────────────────────────────────────────────────────────────────

const targetHead = /chỉ tiêu|mục tiêu/iu;
const percentage = /\d[\d.,]*\s?%/gu;
const quantity =
  /(?<![\p{L}\d/.,-])\d+(?:[.,]\d+)*(?:\s?%|\s(?!(?:của|và|đến|trong|tại|trên|theo|cho|ở|với|thì|là)(?!\p{L}))\p{L}{2,}(?:\s\p{Ll}{2,5}(?!\p{L}))?)/gu;
const bareNumber = /^\s*\d+(?:[.,]\d+)*\s*$/u;
const sum =
  /(?<![\d/.-])\d[\d.,]*\s?(?:(?:triệu|tỷ|nghìn)\s)?(?:đồng|đ)(?!\p{L})|(?<![\d/.-])\d[\d.,]*\s(?:triệu|tỷ)(?!\p{L})/giu;
const noFigures =
  /(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?|tháng \d{1,2}|quý [IVX\d]+|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|\d+[-/]\p{Lu}[\p{L}/-]*|(?:Đề án|Mục|mục|khoản|Điều|điều|lần thứ|mức độ|cấp|loại|lớp)\s\d+/gu;

const moneyColumn = /kinh phí|dự toán|số tiền|nguồn vốn|triệu đồng/iu;

interface Claim {
  readonly kind: "target" | "budget";
  readonly start: number;
  readonly figures: string[];
  places: number;
}

/** Figures that were set for the old year: one remark for a section. */
function targetsAndSums(texts: readonly Text[], turn: Turn): Look[] {
  const claims = new Map<string, Claim>();
  const claim = (kind: Claim["kind"], start: number, figures: readonly string[]): void => {
    if (figures.length === 0) return;
    const key = `${kind}:${start}`;
    const standing = claims.get(key) ?? { kind, start, figures: [], places: 0 };
    standing.figures.push(...figures);
    standing.places += 1;
    claims.set(key, standing);
  };
  // Inside a table with a column of sums.
  let isMoney = false;
  for (const [index, text] of texts.entries()) {
    const isRow = text.place === "cell" || text.place === "column" || text.place === "time";
    if (
      !isRow ||
      (text.place === "column" && texts[index - 1]?.place !== "column" && text.heads !== texts[index - 1]?.heads)
    )
      isMoney = false;
    if (text.place === "column" && moneyColumn.test(text.prose.text)) isMoney = true;
    if (!figurePlaces.has(text.place) || lookBackHead(text) !== null) continue;
    const words = withoutCitations(text).replace(noFigures, (found) => " ".repeat(found.length));
    const section = (text.heads[1] ?? text.heads[0] ?? text).start;
    const head = text.heads.findLast(({ prose }) => targetHead.test(prose.text));
    const isSum = text.field === "budget" || (isMoney && text.field === "" && bareNumber.test(words));
    const sums = isSum ? (words.match(/\d[\d.,]*/g) ?? []) : (words.match(sum) ?? []);
    claim("budget", section, sums);
    const rest = words.replace(sum, " ");
    if (head !== undefined && text.field !== "budget")
      claim(
        "target",
        head.start,
        bareNumber.test(rest) && text.place === "cell" ? [rest] : (rest.match(quantity) ?? []),
      );
    else claim("target", section, rest.match(percentage) ?? []);
  }
  return [...claims.values()].map(({ kind, start, figures, places }) => {
    const shown = [...new Set(figures.map((figure) => figure.trim().replace(/[.,]$/, "")))];
    const samples = shown.slice(0, 3).map((figure) => `“${figure}”`);
    const more = shown.length > 3 ? "…" : "";
    const what = kind === "target" ? "chỉ tiêu bằng số" : "số tiền";
    const count = places > 1 ? ` ở ${places} dòng` : "";
    return {
      kind,
      start,
      words: `${what} của ${yearWords(turn.from)} (${samples.join(", ")}${more}${count}): xác định lại cho ${yearWords(turn.to)}`,
    };
  });
}

const figurePlaces: ReadonlySet<string> = new Set(["text", "cell", "preamble", "closing", "heading"]);

function withoutCitations({ prose, citations }: Text): string {
  let words = prose.text;
  for (const { at } of citations)
    words = words.slice(0, at.start) + " ".repeat(at.end - at.start) + words.slice(at.end);
  return words;
}

// ── Feasts, anniversaries, parts ────────────────────────────────────────────────────────────────────────────────────

const fullDay = /\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?(?![\d/])|ngày \d{1,2} tháng \d{1,2}/u;

/** Days that follow the moon: a date beside a feast, or in a plan for one, is of last year's feast. */
function feasts(texts: readonly Text[], turn: Turn): Look[] {
  if (turn.from.from !== turn.from.to) return [];
  const titles = texts.filter(({ place }) => place === "title");
  return texts.flatMap((text): Look[] => {
    if (text.place === "preamble" || text.place === "header" || text.place === "attached") return [];
    const words = withoutCitations(text);
    if (!fullDay.test(words)) return [];
    const title = titles.find(({ document }) => document === text.document)?.prose.text ?? "";
    const moved = movedFeast(words, turn.from.from, turn.to.from) ?? movedFeast(title, turn.from.from, turn.to.from);
    if (moved === null) return [];
    return [{ kind: "feast", words: `ngày theo âm lịch (${moved}): tính lại các ngày dương lịch`, start: text.start }];
  });
}

/** “kỷ niệm 80 năm …”: next year it is another number. */
function anniversaries(texts: readonly Text[]): Look[] {
  return texts.flatMap((text): Look[] => {
    const match = /kỷ niệm (?:lần thứ )?\d+ năm/iu.exec(withoutCitations(text));
    return match === null
      ? []
      : [{ kind: "anniversary", words: `“${match[0]}”: số năm phải đổi, hoặc bỏ`, start: text.start }];
  });
}

/** Parts that tell how last year went, told at their heading whether or not they name a year. */
const lookBackParts = (texts: readonly Text[]): Look[] =>
  texts
    .filter((text) => text.place === "heading" && lookBackHead(text) === text)
    .map((text) => ({ kind: "look-back-part", words: lookBackWords(text), start: text.start }));

/** The form of before Nghị định 30/2020/NĐ-CP, in force from 05/3/2020. */
function oldForm(texts: readonly Text[], turn: Turn): Look[] {
  if (turn.to.from < 2021) return [];
  return texts
    .filter(({ place, field, prose }) => place === "header" && field === "form" && /01\/2011/.test(prose.text))
    .map(({ start }) => ({
      kind: "form",
      words: "Thông tư 01/2011/TT-BNV đã hết hiệu lực: bỏ dòng “thể thức” để trình bày theo Nghị định 30/2020/NĐ-CP",
      start,
    }));
}
