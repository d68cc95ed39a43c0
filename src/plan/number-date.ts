/**
 * Numbers, dates and periods of the header: reading what people type, writing what the form prints.
 */
import type { DocumentNumber, OpenDate } from "./plan.ts";
import { dayDigits, daysInMonth, fold, monthDigits, numberDigits } from "./words.ts";

/** An open part as people leave it: `…`, `...`, `____` or nothing. */
const open = "(?:…|_+|\\.{2,})?";

export type ReadDate =
  | {
      readonly kind: "date";
      readonly day: number | null;
      readonly month: number | null;
      readonly year: number | null;
      /** Typed as figures (`3/1/2026`), so that padding is a change worth a notice. */
      readonly isPlain: boolean;
    }
  | { readonly kind: "impossible" }
  | { readonly kind: "unreadable" };

const figures = new RegExp(
  `^(?:ngày\\s+)?(\\d{1,2}|${open})\\s*[/.-]\\s*(\\d{1,2}|${open})\\s*[/.-]\\s*(\\d{4}|${open})$`,
  "iu",
);
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const words = new RegExp(
  `^(?:(?:ngày\\s*|(?=(?:\\d{1,2}|${open})\\s*tháng))(\\d{1,2}|${open})\\s*)?(?:tháng\\s*(\\d{1,2}|${open})\\s*)?năm\\s*(\\d{4}|${open})$`,
  "iu",
);

/** Reads a date that may have open parts: `28/12/2018`, `…/02/2024`, `ngày … tháng 02 năm 2024`, with or without “ngày”,
 * `tháng 02 năm 2024`. */
export function parseOpenDate(typed: string): ReadDate {
  // Runs of dots are one blank before single dots can be separators.
  const text = typed
    .replace(/\.{2,}|…+|_+/g, "…")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
  const number = (part: string | undefined): number | null => (part && /^\d+$/.test(part) ? Number(part) : null);
  let match = iso.exec(text);
  if (match) return checked(number(match[3]), number(match[2]), number(match[1]), true);
  match = figures.exec(text);
  if (match) return checked(number(match[1]), number(match[2]), number(match[3]), /^\d/.test(text));
  match = words.exec(text);
  if (match) return checked(number(match[1]), number(match[2]), number(match[3]), false);
  return { kind: "unreadable" };
}

function checked(day: number | null, month: number | null, year: number | null, isPlain: boolean): ReadDate {
  const monthIsReal = month === null || (month >= 1 && month <= 12);
  const dayIsReal =
    day === null || (day >= 1 && day <= (month === null || !monthIsReal ? 31 : daysInMonth(month, year)));
  // The Republic's documents begin in 1945; a year beyond 2199 is a slip of the hand.
  const yearIsReal = year === null || (year >= 1945 && year < 2200);
  if (!monthIsReal || !dayIsReal || !yearIsReal) return { kind: "impossible" };
  return { kind: "date", day, month, year, isPlain };
}

/** Room for a part to be filled in by hand or by the office system. */
const blank = "\u00a0\u00a0\u00a0\u00a0";

/** `03/6/2020`, with room for what is open. */
export const writtenDate = (date: OpenDate): string =>
  [
    date.day === null ? blank : dayDigits(date.day),
    date.month === null ? blank : monthDigits(date.month),
    date.year === null ? blank : String(date.year),
  ].join("/");

/** ISO date; open parts count as the first day or month; null without a year. */
export function isoDate(date: OpenDate): string | null {
  if (date.year === null) return null;
  return `${date.year}-${String(date.month ?? 1).padStart(2, "0")}-${String(date.day ?? 1).padStart(2, "0")}`;
}

const symbolPart = "\\p{L}[\\p{L}\\d.&]*";
const numberPattern = new RegExp(
  `^(?:số\\s*:?\\s*)?(\\d{1,6}|${open})([a-zđ])?([/-])(${symbolPart}(?:[-/]${symbolPart})*|(?:19|20)\\d\\d/${symbolPart}(?:-${symbolPart})*)$`,
  "iu",
);

/** Letters of types that keep small letters (Nghị định 30/2020, Phụ lục III, mục I). */
const mixedSymbols = ["CTr", "TTr", "QyĐ", "TTg", "TrS", "TTr"];

function symbolCase(symbol: string): string {
  // Typed all in small letters: a symbol is in capitals, but for the few types with a small letter.
  if (symbol !== symbol.toLowerCase()) return symbol;
  return symbol
    .split(/([-/])/)
    .map((part) => mixedSymbols.find((mixed) => mixed.toLowerCase() === part) ?? part.toUpperCase())
    .join("");
}

/** Reads `12/KH-UBND`, `…/KH-UBND`, `/KH-UBND`, `01/2026/QĐ-UBND`, `12-KH/ĐU`. Null when it is no number. */
export function parseNumber(typed: string): Omit<DocumentNumber, "span"> | null {
  const text = typed.replace(/\.{2,}|…+|_+/g, "…").replace(/[\s\u00a0]+/g, "");
  const match = numberPattern.exec(text);
  if (!match) return null;
  const number = /^\d+$/.test(match[1] ?? "") ? Number(match[1]) : null;
  return {
    number,
    symbol: symbolCase(match[4]!),
    ...(match[2] && number !== null ? { suffix: match[2] } : {}),
    ...(match[3] === "-" ? { separator: "-" as const } : {}),
  };
}

/** `05/KH-UBND`; an open number leaves room. */
export const writtenNumber = (number: DocumentNumber): string =>
  `${number.number === null ? `${blank}${blank}` : `${numberDigits(number.number)}${number.suffix ?? ""}`}${number.separator ?? "/"}${number.symbol}`;

export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

/** `2026`, `năm 2026`, `2026-2030`, `2026 – 2030`, `giai đoạn 2026 đến 2030`. */
export function parsePeriod(typed: string): YearSpan | null {
  const text = fold(typed).replace(/^(nam hoc|nam|giai doan) /, "");
  const one = /^(\d{4})$/.exec(text);
  if (one) return years(Number(one[1]), Number(one[1]));
  const two = /^(\d{4}) ?(?:-|–|—|den|den nam) ?(\d{4})$/.exec(text);
  return two ? years(Number(two[1]), Number(two[2])) : null;
}

const years = (from: number, to: number): YearSpan | null =>
  from >= 1945 && to < 2200 && from <= to && to - from <= 100 ? { from, to } : null;

/** “01/nq-cp ngay 08 thang 01 nam 2022” in a folded title. */
const datedNumber = /(\d[a-z]?[-/][\w./&-]*[a-z]),? ngay \d{1,2}(?: thang |[/.-])\d{1,2}(?: nam |[/.-])\d{4}/g;

const term = /nhiem ky (?:nam )?\d{4} ?[-–—] ?\d{4}/g;

/** The year or period a title speaks of: “… năm 2026”, else “… giai đoạn 2026 - 2030”. Horizons (“đến năm 2030”) are not
 * the plan's time. */
export function periodInTitle(title: string): YearSpan | null {
  // The date of a cited document is not the plan's time, nor is the term of those who are elected.
  const text = fold(title).replace(datedNumber, "$1").replace(term, "");
  const school = /nam hoc (\d{4}) ?[-–—] ?(\d{4})/.exec(text);
  if (school) return years(Number(school[1]), Number(school[2]));
  const range = /(?<!den )nam (\d{4}) ?[-–—] ?(\d{4})/.exec(text);
  if (range) return years(Number(range[1]), Number(range[2]));
  // The last year named is the plan's own: “… thực hiện Kết luận năm 2024 trong năm 2026”.
  const named = [...text.matchAll(/(?<!den )(?<!\d)nam (\d{4})(?![\d/])/g)].at(-1);
  if (named) return years(Number(named[1]), Number(named[1]));
  const stage = /giai doan (\d{4}) ?(?:-|–|—|den|den nam) ?(\d{4})/.exec(text);
  if (stage) return years(Number(stage[1]), Number(stage[2]));
  // “… đón Tết Bính Ngọ 2026”, “quý I/2026”; a year in a number or after “đến” is not the plan's.
  const bare = [...text.matchAll(/(?<!den (?:nam )?)(?<![\d-])(20\d\d)(?![\d/-])/g)].at(-1);
  return bare ? years(Number(bare[1]), Number(bare[1])) : null;
}
