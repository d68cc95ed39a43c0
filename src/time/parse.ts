/**
 * Text → times. `parseTime` reads a field, where everything is a time and nothing may be lost; `findTimes` finds times among
 * the words of a sentence. Both are total and take time linear in the text.
 */
import { type CstNode, lexTime, type TimePlace, timeParser } from "../../grammar/time-grammar.ts";
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import { allTokens, parts, rangeOf } from "./cst.ts";
import { impossibleTime, unknownTime } from "./errors.ts";
import { type Impossible, readTime } from "./from-cst.ts";
import type { CalendarSpan, Context, TimeExpr, TimeRange, TimeValue } from "./time.ts";

interface Found {
  readonly at: TimeRange;
  readonly value: TimeValue | Impossible;
}

function timesIn(text: string, place: TimePlace): Found[] {
  const cst: CstNode = timeParser().parse(lexTime(text, place), place);
  const found: Found[] = [];
  for (const node of parts(cst, "time")) {
    const at = rangeOf(node);
    const value = readTime(node, text);
    if (at !== null && value !== null) found.push({ at, value });
  }
  return found;
}

/** Times inside running prose, in order; `before` and `after` are empty. Impossible dates are left out. */
export function findTimes(text: string): readonly TimeExpr[] {
  return timesIn(text, "prose").flatMap(({ at, value }) =>
    value.kind === "impossible" ? [] : [{ ...value, words: text.slice(at.start, at.end), at, before: "", after: "" }],
  );
}

/**
 * The times of a field (“Thời gian thực hiện: …”, a table cell). Items are separated by “;” or a new line, and an item may
 * hold several times. An item that the grammar does not know is one `text` value with a notice; a blank text has no times.
 * Spans of diagnostics are offsets in `text`.
 */
export function parseTime(text: string): Checked<readonly TimeExpr[]> {
  if (text.trim() === "") return { value: [], diagnostics: [] };
  const found = timesIn(text, "field");
  const diagnostics: Diagnostic[] = [];
  const pieces: Piece[] = [];
  let next = 0;
  for (const item of itemsOf(text, found)) {
    const first = next;
    while (next < found.length && found[next]!.at.end <= item.end) next += 1;
    const inside = found.slice(first, next);
    const kept = inField(text, item, inside);
    for (const { at, value } of inside) {
      if (value.kind === "impossible") {
        diagnostics.push(impossibleTime(at, { words: text.slice(at.start, at.end), what: value.what }));
      }
    }
    if (kept.length > 0) pieces.push(...kept.map((piece) => ({ ...piece, item })));
    else if (/[^\s.;,\-–+()…/]/.test(text.slice(item.start, item.end))) {
      const at = trimmed(text, item);
      pieces.push({ at, value: { kind: "text" }, item });
      diagnostics.push(unknownTime(at, { words: text.slice(at.start, at.end) }));
    }
  }
  if (pieces.length === 0) {
    const at = trimmed(text, { start: 0, end: text.length });
    pieces.push({ at, value: { kind: "text" }, item: { start: 0, end: text.length } });
    diagnostics.push(unknownTime(at, { words: text.slice(at.start, at.end) }));
  }
  return { value: withSurroundings(text, pieces), diagnostics };
}

interface Piece {
  readonly at: TimeRange;
  readonly value: TimeValue;
  readonly item: TimeRange;
}

/** Stretches between “;” and line ends that stand outside a time; each takes its separator along. */
function itemsOf(text: string, found: readonly Found[]): TimeRange[] {
  const items: TimeRange[] = [];
  let start = 0;
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    while (next < found.length && found[next]!.at.end <= at) next += 1;
    const inTime = next < found.length && found[next]!.at.start <= at;
    if (!inTime && (text[at] === ";" || text[at] === "\n")) {
      items.push({ start, end: at + 1 });
      start = at + 1;
    }
  }
  items.push({ start, end: text.length });
  return items;
}

const cadences: ReadonlySet<TimeValue["kind"]> = new Set([
  "per-unit",
  "every-n-units",
  "every-unit",
  "total",
  "calendar-list",
  "day-of-month",
  "day-of-week",
] as const);

/**
 * In a field a year, a date or a period is a time of implementation when it is what the item says; beside a real time it
 * is part of a name (“theo Kế hoạch năm 2024, một tuần một lần”) and stays in the words around. “Định kỳ” beside a cadence
 * adds nothing to it.
 */
function inField(text: string, item: TimeRange, found: readonly Found[]): { at: TimeRange; value: TimeValue }[] {
  const hasCadence = found.some(({ value }) => value.kind !== "impossible" && cadences.has(value.kind));
  const hasTime = found.some(({ value }) => value.kind !== "context" && value.kind !== "impossible");
  const kept: { at: TimeRange; value: TimeValue }[] = [];
  for (const { at, value } of found) {
    if (value.kind === "impossible") kept.push({ at, value: { kind: "text" } });
    else if (value.kind === "periodic" && hasCadence) continue;
    else if (value.kind !== "context") kept.push({ at, value });
    else if (!hasTime || (at === found[0]!.at && /(?:^|:)[\s+-]*$/.test(text.slice(item.start, at.start)))) {
      kept.push({ at, value: asImplementation(value) });
    }
  }
  return kept;
}

type ContextValue = Pick<Context, "kind" | "meaning">;

/** A year, a date, a period or a horizon as the time of a task; other context stays what it is. */
function asImplementation(context: ContextValue): TimeValue {
  const year = (number: number): CalendarSpan => ({ unit: "year", year: number, part: null });
  const { meaning } = context;
  switch (meaning.role) {
    case "year":
      return { kind: "within", span: year(meaning.year), clock: null, until: null };
    case "period":
      return { kind: "between", start: year(meaning.from), end: year(meaning.to), clock: null, until: null };
    case "school-year": {
      // The school year runs from September to the end of May (khung kế hoạch thời gian năm học).
      const month = (number: number, of: number): CalendarSpan => ({
        unit: "month",
        month: number,
        year: of,
        part: null,
      });
      return { kind: "between", start: month(9, meaning.from), end: month(5, meaning.to), clock: null, until: null };
    }
    case "horizon":
      return meaning.outlook === null
        ? { kind: "deadline", due: year(meaning.year), edge: "through", clock: null, also: [], yearly: false }
        : context;
    case "date":
      if (meaning.day === null && meaning.month !== null) {
        const span: CalendarSpan = { unit: "month", month: meaning.month, year: meaning.year, part: null };
        return { kind: "within", span, clock: null, until: null };
      }
      return context;
    default:
      return context;
  }
}

/** Gives each value the text around it, so that all pieces in order are the text again. */
function withSurroundings(text: string, pieces: readonly Piece[]): TimeExpr[] {
  const cuts = pieces.map((piece, index) => {
    const previous = pieces[index - 1];
    if (previous === undefined) return 0;
    if (previous.item !== piece.item) return piece.item.start;
    return previous.at.end + lastSeparator(text.slice(previous.at.end, piece.at.start));
  });
  return pieces.map(({ at, value }, index) => ({
    ...value,
    words: text.slice(at.start, at.end),
    at,
    before: text.slice(cuts[index]!, at.start),
    after: text.slice(at.end, cuts[index + 1] ?? text.length),
  }));
}

/** Where the text before the next value starts: after the last separator between two values, else at once. */
function lastSeparator(between: string): number {
  let end = 0;
  for (const found of between.matchAll(/[,;.:](?=\s|$)|\n| [-–+](?= )| và(?= )/g)) end = found.index + found[0].length;
  return end;
}

function trimmed(text: string, { start, end }: TimeRange): TimeRange {
  const head = start + /^\s*(?:[-–+•]\s+)?/.exec(text.slice(start, end))![0].length;
  let last = end;
  while (last > head && /[\s.;]/.test(text[last - 1]!)) last -= 1;
  return last === head ? { start, end } : { start: head, end: last };
}

/** The value with the words that belong to it, for printing on one line: “Số lượng: 48 số (04 số/tháng)”. */
export function wholeText(time: TimeExpr): string {
  return `${time.before}${time.words}${time.after}`
    .replace(/[\s]+/g, " ")
    .trim()
    .replace(/^[-–+•] /, "")
    .replace(/[;.]$/, "");
}

/** For `plan dump` and tests: the tokens a text is cut into. */
export const tokensOf = (
  text: string,
  place: TimePlace,
): readonly { readonly name: string; readonly words: string }[] =>
  allTokens({ name: "text", children: { all: lexTime(text, place) } }).map((token) => ({
    name: token.tokenType.name,
    words: token.image,
  }));
