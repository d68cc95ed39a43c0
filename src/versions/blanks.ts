/**
 * Numbers and dates with parts left open, as people type them: `số …/KH-UBND`, `ngày …/02/2026`,
 * `ngày     tháng 02 năm 2026`. Finds the parts and says what to write into each; knows no plan and no file.
 */
import { dayDigits, monthDigits, numberDigits } from "../plan/words.ts";

/** What stands in for a part that is not known yet: dots, underscores, blanks, crosses. Bounded, so that a page of dots costs
 * no more than a line of them. */
const open = "(?:[\\s…._]|(?<!\\p{L})x{2,}(?!\\p{L})){0,200}";
const part = (digits: string): string => `${open}(?:${digits})?${open}`;
const day = part("\\d{1,2}");
/** A year, one cut (`20…`), one that is a value of the header (`{năm}`), or none. */
const year = "\\s*(?:\\d{4}|\\{[^{}]*\\}|(?:19|20)\\d?[…._]+|[…._]+|x{4})";

/** A number as it is given: 12, or 30 with its letter. */
export interface Serial {
  readonly number: number;
  readonly suffix?: string;
}

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a part says now, before anything is stamped; null where it is open. */
export interface Standing {
  readonly serial: Serial | null;
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

export const writtenSerial = ({ number, suffix }: Serial): string => `${numberDigits(number)}${suffix ?? ""}`;

/** A stretch of a text and what is to stand there. Offsets are those of the text searched. */
export interface Filling {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A number or date found. `fillings` is null when a part says something else than both old and new value; empty when all
 * is there already. */
export interface FoundBlank {
  readonly start: number;
  readonly end: number;
  readonly fillings: readonly Filling[] | null;
  /** Some part was open. */
  readonly isOpen: boolean;
}

/** What a part that is filled in says: the value to be stamped, the one that stood there, or a third one. */
type Said = "new" | "old" | "other";

/** Which blanks round a part separate it from words and stay. */
interface Room {
  readonly before: boolean;
  readonly after: boolean;
}

/** One part between two signs: what is to be written, or nothing. Blanks that belong outside of it stay. */
function fill(
  typed: string,
  at: number,
  { before, after }: Room,
  says: (digits: string) => Said,
  value: string,
): { readonly filling: Filling | null; readonly isOpen: boolean; readonly disagrees: boolean } {
  const core = typed.replace(/[\s…._]+/g, "").replace(/^x+$/i, "");
  const said = core === "" ? "old" : says(core);
  if (said === "other") return { filling: null, isOpen: false, disagrees: true };
  if (said === "new") return { filling: null, isOpen: false, disagrees: false };
  const leads = before && /^\s/.test(typed);
  const trails = after && /\s$/.test(typed) && typed.length > (leads ? 1 : 0);
  const start = at + (leads ? 1 : 0);
  const end = at + typed.length - (trails ? 1 : 0);
  const text = `${before && !leads ? " " : ""}${value}${after && !trails ? " " : ""}`;
  return { filling: { start, end, text }, isOpen: core === "", disagrees: false };
}

const none: Room = { before: false, after: false };
const afterWord: Room = { before: true, after: false };
const betweenWords: Room = { before: true, after: true };

type Filled = ReturnType<typeof fill>;

function gathered(parts: readonly Filled[], start: number, end: number): FoundBlank {
  const disagrees = parts.some((one) => one.disagrees);
  const fillings = parts.flatMap((one) => one.filling ?? []);
  return { start, end, fillings: disagrees ? null : fillings, isOpen: parts.some((one) => one.isOpen) };
}

const sameSerial = (a: Serial | null, digits: string): boolean => {
  const typed = /^(\d+)([a-zđ]?)$/iu.exec(digits);
  return typed !== null && a !== null && Number(typed[1]) === a.number && (typed[2] ?? "") === (a.suffix ?? "");
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** What stands around a number: `/` or `-`, and the symbol behind it. */
export interface Frame {
  readonly separator: string;
  readonly symbol: string;
}

const behindLead = (lead: string, { separator, symbol }: Frame): RegExp =>
  new RegExp(
    `(?<![\\p{L}])(?:${lead})(${part("\\d{1,6}[a-zđ]?")})${escaped(separator)}\\s?${escaped(symbol)}(?![\\p{L}\\d]|-\\p{L})`,
    "dgiu",
  );

/** Numbers with this symbol, open or not: `số …/KH-UBND`, and right behind one of `types`: `Kế hoạch …/KH-UBND`. */
export function numbersIn(
  text: string,
  frame: Frame,
  types: readonly string[],
  value: Serial,
  now: Standing,
): readonly FoundBlank[] {
  const lead = ["số(?:\\s*:)?", ...types.map(escaped)].join("|");
  return [...text.matchAll(behindLead(lead, frame))].map((match) => filledNumber(match, afterWord, value, now));
}

/** The value of a header's field, such as `…/KH-UBND` or `số: …/KH-UBND`; null when it is no number with this symbol. */
export function headerNumber(text: string, frame: Frame, value: Serial, now: Standing): FoundBlank | null {
  const match = new RegExp(
    `^(?:số(?:\\s*:)?)?(${part("\\d{1,6}[a-zđ]?")})${escaped(frame.separator)}\\s*${escaped(frame.symbol)}$`,
    "diu",
  ).exec(text);
  return match === null ? null : filledNumber(match, /^số/iu.test(text) ? afterWord : none, value, now);
}

function filledNumber(match: RegExpExecArray, room: Room, value: Serial, now: Standing): FoundBlank {
  const says = (digits: string): Said =>
    sameSerial(value, digits) ? "new" : sameSerial(now.serial, digits) ? "old" : "other";
  const one = fill(match[1]!, match.indices![1]![0], room, says, writtenSerial(value));
  return gathered([one], match.index, match.index + match[0].length);
}

const figures = `(${day})(?:[/-])(${day})(?:[/-])(${year})`;
const words = `(${day})tháng(${part("\\d{1,2}")})năm(${year})`;
/** One blank for the whole date. */
const whole = "(\\s*(?:[…_]|\\.{2,})[…._\\s]*?)(?=\\s*(?:[^\\s…._\\d/-]|$))(?!\\s*tháng)";

const dateBehind = new RegExp(`^[\\s,]{0,3}ngày(?:${figures}|${words}|${whole})`, "diu");
const headerDay = new RegExp(`^(?:(?:ngày)?${figures}|(?:ngày)?${words})$`, "diu");

/** The date right behind a number: `ngày …/02/2026`, `, ngày … tháng 02 năm 2026`, `ngày ……`; null when there is none.
 * `inWords`: a blank for the whole date is filled in words. */
export function dateAfter(text: string, at: number, value: Day, now: Standing, inWords: boolean): FoundBlank | null {
  const match = dateBehind.exec(text.slice(at));
  if (match === null) return null;
  if (match[7] !== undefined) {
    const date = inWords
      ? `${dayDigits(value.day)} tháng ${monthDigits(value.month)} năm ${value.year}`
      : `${dayDigits(value.day)}/${monthDigits(value.month)}/${value.year}`;
    const [start, end] = match.indices![7]!;
    const filling = { start: at + start, end: at + end, text: ` ${date}` };
    return { start: at + match.index, end: at + end, fillings: [filling], isOpen: true };
  }
  return filledDate(match, at, true, value, now);
}

/** The value of a header's field, such as `…/02/2026` or `ngày … tháng 02 năm 2026`; null when it has another form. */
export function headerDate(text: string, value: Day, now: Standing): FoundBlank | null {
  const match = headerDay.exec(text);
  // “tháng 02 năm 2026” has no place for a day.
  return match === null || (match[4] === "" && !/^ngày/iu.test(text))
    ? null
    : filledDate(match, 0, /^ngày/iu.test(text), value, now);
}

function filledDate(match: RegExpExecArray, at: number, hasLead: boolean, value: Day, now: Standing): FoundBlank {
  const isWords = match[4] !== undefined;
  const first = isWords ? 4 : 1;
  const one = (
    group: number,
    room: Room,
    wanted: number,
    standing: number | null,
    write: (n: number) => string,
  ): Filled => {
    const typed = match[group]!;
    // A value of the header is what the header says; a year that is cut stands for the one it begins.
    if (typed.includes("{")) return { filling: null, isOpen: false, disagrees: false };
    const isCut = /\d[…._]/.test(typed);
    const digits = isCut ? typed.replace(/\d+/, (d) => (write(wanted).startsWith(d) ? "…" : d)) : typed;
    const says = (core: string): Said =>
      Number(core) === wanted ? "new" : Number(core) === standing ? "old" : "other";
    const filled = fill(digits, at + match.indices![group]![0], room, says, write(wanted));
    // The places are those of the text as typed.
    if (!isCut || filled.filling === null) return filled;
    const [start, end] = match.indices![group]!;
    const lead = /^\s*/.exec(typed)![0].length;
    return { ...filled, filling: { start: at + start + lead, end: at + end, text: write(wanted) } };
  };
  const outer: Room = { before: hasLead, after: isWords };
  const inner = isWords ? betweenWords : none;
  const last = isWords ? afterWord : none;
  const parts = [
    one(first, outer, value.day, now.day, dayDigits),
    one(first + 1, inner, value.month, now.month, monthDigits),
    one(first + 2, last, value.year, now.year, String),
  ];
  return gathered(parts, at + match.index, at + match.index + match[0].length);
}
