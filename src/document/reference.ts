/**
 * Numbers, dates and the lines that name a document: `Số: 02/KH-UBND`, `ngày 05 tháng 3 năm 2024`,
 * `(Kèm theo Quyết định số 12/QĐ-UBND ngày … của …)`. Open parts print as room to stamp them.
 *
 * Padding: numbers below 10 and days below 10 take a zero, months only 1 and 2 (Nghị định 30/2020, Phụ lục I, phần I,
 * mục II.3, II.4).
 */
import type { DocumentNumber, OpenDate, PlanDocument } from "../plan/plan.ts";
import { dayDigits, monthDigits, numberDigits } from "../plan/words.ts";
import { blank, fill, type Layout, type Look, sentenceCase } from "./layout.ts";
import type { Pt } from "./style.ts";

export interface Setting extends Look {
  readonly size: Pt;
}

/** The symbol of a document without one: the abbreviation of its type. */
export function symbolOf(layout: Layout, document: PlanDocument): string {
  if (document.number !== null) return document.number.symbol;
  const kind = document.kind as keyof typeof layout.form.abbreviations;
  return layout.form.abbreviations[kind] ?? "";
}

export interface DateParts {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

/** `ngày 05 tháng 3 năm 2024`; open parts blank. */
export function dateWords(layout: Layout, date: DateParts | null, setting: Setting): string {
  const room = blank(layout, layout.form.layout.dayBlank, setting.size, setting);
  return fill(layout.form.words.date, {
    day: date?.day == null ? room : dayDigits(date.day),
    month: date?.month == null ? room : monthDigits(date.month),
    year: date?.year == null ? room : String(date.year),
  });
}

/** `Số: 02/KH-UBND`, or with room for the number. */
export function numberWords(layout: Layout, document: PlanDocument, setting: Setting): string {
  return fill(numbered(layout.form.words.number, document.number), {
    number: serial(layout, document.number, setting),
    symbol: symbolOf(layout, document),
  });
}

const serial = (layout: Layout, number: DocumentNumber | null, setting: Setting): string =>
  number?.number == null
    ? blank(layout, layout.form.layout.numberBlank, setting.size, setting)
    : `${numberDigits(number.number)}${number.suffix ?? ""}`;

/** A fixed text with the sign between number and symbol that this number has: `12-KH/ĐU` of Party bodies. */
const numbered = (template: string, number: DocumentNumber | null): string =>
  number?.separator === undefined
    ? template
    : template.replace("{number}/{symbol}", `{number}${number.separator}{symbol}`);

/** The body in prose: “Ủy ban nhân dân xã An Bình”; “Chủ tịch Ủy ban …” when its head decides. */
export function issuerInProse(document: PlanDocument): string {
  const names = document.issuers.map((issuer) => issuer.full);
  const head = /^CHỦ TỊCH /i.test(document.authorityLine ?? "") && !/^chủ tịch /i.test(names[0] ?? "");
  return (head ? ["Chủ tịch ", ...names] : [names.join(", ")]).join("");
}

/**
 * `Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã An Bình`. With `open`, number, day and
 * month stay blank although they are known: the electronic copy of an annex is not filled in (Nghị định 30/2020,
 * Phụ lục I, phần I, mục III.1).
 */
export function documentReference(layout: Layout, document: PlanDocument, setting: Setting, open: boolean): string {
  const date: OpenDate | null = document.date;
  return fill(numbered(layout.form.words.documentReference, document.number), {
    type: sentenceCase(document.typeName),
    number: open ? serial(layout, null, setting) : serial(layout, document.number, setting),
    symbol: symbolOf(layout, document),
    date: dateWords(layout, open ? { day: null, month: null, year: date?.year ?? null } : date, setting),
    issuer: issuerInProse(document),
  });
}
