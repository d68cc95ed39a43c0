import { text } from "../diagnostics/diagnostic.ts";
import { type IssuingBody, issuingBody } from "../plan/issuing-body.ts";
import type { PlanDocument } from "../plan/plan.ts";
import { citedDate, daysInMonth } from "../plan/words.ts";
import type { LegalDocument, Registries } from "../registry/registry.ts";
import { isSure, numberKey } from "../registry/search.ts";
import type { Span } from "../source/source-file.ts";
import { contradicted } from "./citation-date.ts";
import { meantNumber } from "./citation-near-number.ts";
import { meantByYear } from "./citation-year.ts";
import { type Cited, citedIn, isSharedSymbol } from "./cited.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (number: string): string =>
  `I. NỘI DUNG\n\n1. Thực hiện Quyết định số 1520/QĐ-UBND ngày 14/6/2025 của Ủy ban nhân dân tỉnh về tuyên truyền.\n2. Thực hiện Quyết định số ${number} ngày 22/11/2025 của Ủy ban nhân dân tỉnh về đánh giá, xếp loại.`;

/** VB118. Numbers of one office go up through the year. A number that is far below what the others of its office, kind and
 * year lead to is another number, or has lost its year. */
export default defineRule({
  code: "VB118",
  name: "number-out-of-series",
  severity: "notice",
  message: text`Số “${"number"}” ngày ${"date"} không khớp với “${"other"}” ngày ${"otherDate"}.`,
  why: "Số của văn bản hành chính tăng dần trong năm (Nghị định 30/2020/NĐ-CP, Điều 15); số quá nhỏ hay ngược thứ tự ngày thường là gõ nhầm số, nhầm ngày hoặc thiếu năm của văn bản quy phạm pháp luật (66/2018/QĐ-UBND).",
  hint: "Đối chiếu số và ngày với bản gốc.",
  examples: { bad: example({ body: body("66/QĐ-UBND") }), good: example({ body: body("2966/QĐ-UBND") }) },
  check({ document, registries, report }) {
    const points = pointsOf(document, registries);
    const told = new Set<string>();
    for (const [index, one] of points.entries()) {
      if (one.span === null || told.has(`${one.series}|${one.value}|${one.date}`)) continue;
      const other = against(one, index, points);
      if (other === null || (one.cited !== null && isTold(one.cited, document, registries))) continue;
      told.add(`${one.series}|${one.value}|${one.date}`);
      report(
        one.span,
        { number: one.number, date: citedDate(one.date), other: other.number, otherDate: citedDate(other.date) },
        other.span === null ? {} : { related: [{ span: other.span, message: `số “${other.number}”` }] },
      );
    }
  },
});

/** Other rules know which number or date was meant. */
function isTold(one: Cited, document: PlanDocument, registries: Registries): boolean {
  const { citation } = one;
  if (citation.resolved === null && contradicted(citation, registries) !== null) return true;
  return meantByYear(document, citation, registries) !== null || meantNumber(one, registries) !== null;
}

interface Point {
  readonly number: string;
  readonly value: number;
  readonly date: string;
  /** Symbol and office; the year that a number carries. */
  readonly series: string;
  /** Null for what the registry knows. */
  readonly span: Span | null;
  readonly cited: Cited | null;
}

/** Numbers of the Party go on through a term of office and begin anew with the next: they are not examined. */
const stateNumber = /^(\d+)(\/.+)$/u;

function pointsOf(document: PlanDocument, registries: Registries): readonly Point[] {
  const own = document.issuers[0] ? issuingBody(document.issuers[0].full) : null;
  const cited = citedIn(document, registries).flatMap((one) => pointOf(one, own) ?? []);
  const wanted = new Set(cited.map(({ series }) => series));
  return [...cited, ...knownPoints(registries).filter(({ series }) => wanted.has(series))];
}

function pointOf(one: Cited, own: IssuingBody | null): Point | null {
  const { citation, key } = one;
  const parts = key === null ? null : stateNumber.exec(key);
  if (parts === null || citation.date === null || citation.numberSpan === null) return null;
  let office = "";
  if (isSharedSymbol(key!)) {
    const body = one.body ?? own;
    if (body === null) return null;
    office = place(body.office, own?.office ?? "");
  }
  // What the registry agrees with is a measure for others, not a suspect.
  const span = citation.resolved === null ? citation.numberSpan : null;
  return {
    number: citation.number!,
    value: Number(parts[1]),
    date: citation.date,
    series: `${parts[2]}|${office}`,
    span,
    cited: one,
  };
}

/** “Ủy ban nhân dân tỉnh” in a plan of that province is the one that is named in full elsewhere. */
function place(office: string, own: string): string {
  if (own.startsWith(`${office} `) || own === office) return own;
  return office;
}

const registryPoints = new WeakMap<Registries, readonly Point[]>();

function knownPoints(registries: Registries): readonly Point[] {
  let points = registryPoints.get(registries);
  if (points === undefined) {
    points = registries.documents.flatMap((document) => registryPoint(document) ?? []);
    registryPoints.set(registries, points);
  }
  return points;
}

function registryPoint(document: LegalDocument): Point | null {
  const key = numberKey(document.number);
  const parts = stateNumber.exec(key);
  // Resolutions and laws of the National Assembly have series of their own under one symbol.
  if (parts === null || document.issued === null || /qh\d+$/.test(key) || isSharedSymbol(key)) return null;
  if (!isSure(document.confidence) || !isSure(document.issuedConfidence)) return null;
  return {
    number: document.number,
    value: Number(parts[1]),
    date: document.issued,
    series: `${parts[2]}|`,
    span: null,
    cited: null,
  };
}

const dayOfYear = (iso: string): number => {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  let days = day;
  for (let before = 1; before < month; before += 1) days += daysInMonth(before, year);
  return days;
};
const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** The point that this one contradicts; null when it fits. Of two that contradict each other the one that fits others is
 * left alone, else the later one is told. */
function against(one: Point, index: number, points: readonly Point[]): Point | null {
  const same = points.filter((other) => other !== one && other.series === one.series);
  const conflicts = same.filter((other) => isReversed(one, other));
  if (conflicts.length > 0) {
    const other = conflicts[0]!;
    if (other.span === null) return other;
    const theirs = points.filter((third) => third.series === one.series && isReversed(other, third)).length;
    if (conflicts.length > theirs || (conflicts.length === theirs && points.indexOf(other) < index)) return other;
  }
  return tooSmall(one, same);
}

/** Same year, days apart, and the numbers the other way round. */
function isReversed(a: Point, b: Point): boolean {
  if (yearOf(a.date) !== yearOf(b.date)) return false;
  const days = dayOfYear(a.date) - dayOfYear(b.date);
  const numbers = a.value - b.value;
  return Math.abs(days) >= 7 && Math.abs(numbers) >= 3 && days > 0 !== numbers > 0;
}

/** At the pace of the office in this or a neighbouring year the number would be eight times as high. */
function tooSmall(one: Point, same: readonly Point[]): Point | null {
  const day = dayOfYear(one.date);
  if (day < 90) return null;
  const near = same.filter(
    (other) => Math.abs(yearOf(other.date) - yearOf(one.date)) === 1 && dayOfYear(other.date) >= 60,
  );
  const expected = near.map((other) => (other.value / dayOfYear(other.date)) * day);
  const least = Math.min(...expected);
  return near.length > 0 && least >= 400 && one.value < least / 8 ? near[0]! : null;
}
