/**
 * What several plans of one run say of the same document, held against each other: its date, its type, its issuer, and for a
 * plan of the run its own number and date. The findings go to each file, and name the other.
 */
import { type Diagnostic, defineDiagnostic, text } from "../diagnostics/diagnostic.ts";
import { issuingBody } from "../plan/issuing-body.ts";
import { writtenNumber } from "../plan/number-date.ts";
import type { Plan, PlanDocument } from "../plan/plan.ts";
import { citedDate } from "../plan/words.ts";
import type { Registries } from "../registry/registry.ts";
import { numberKey } from "../registry/search.ts";
import type { Span } from "../source/source-file.ts";
import { mustAgree } from "./citation-date.ts";
import { type Cited, citedIn, isSharedSymbol, spanIn } from "./cited.ts";
import { daysOf } from "./dates.ts";

export const contradictsOtherFile = defineDiagnostic({
  code: "VB123",
  severity: "notice",
  message: text`“${"number"}” ở đây ghi ${"found"}, trong ${"file"} ghi ${"other"}.`,
  why: "Các kế hoạch cùng một đợt thường viện dẫn cùng văn bản; ngày, tên loại của một văn bản mà mỗi nơi một khác thì có nơi ghi nhầm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).",
  hint: "Đối chiếu với bản gốc rồi ghi thống nhất.",
});

/** What one file says of one document. */
interface Said {
  readonly plan: number;
  readonly number: string;
  readonly key: string;
  readonly type: string | null;
  readonly date: string | null;
  readonly dateSpan: Span;
  readonly typeSpan: Span;
  /** Office and place; null where the words do not tell whose document it is. */
  readonly office: string | null;
  /** The registry knows it by type and date: never the one at fault. */
  readonly isKnown: boolean;
  /** The document's own head: what others say of it must agree. */
  readonly isOwn: boolean;
}

/** Findings for each plan, in the order of the plans. The plans of one run are held to be of one place only where their own
 * issuers say so. */
export function lintTogether(plans: readonly Plan[], registries: Registries): readonly (readonly Diagnostic[])[] {
  const found: Diagnostic[][] = plans.map(() => []);
  const groups = new Map<string, Said[]>();
  for (const [index, plan] of plans.entries()) {
    for (const said of saidIn(plan, index, registries)) {
      const group = groups.get(said.key);
      if (group) group.push(said);
      else groups.set(said.key, [said]);
    }
  }
  for (const group of groups.values()) {
    const told = new Set<string>();
    const different = distinct(group);
    for (const one of group) {
      if (one.isKnown) continue;
      for (const what of ["date", "type"] as const) {
        // A file says the same thing many times; one finding a place, against the first other file that says otherwise.
        const other = different.find((said) => said.plan !== one.plan && disagrees(one, said, what));
        const span = what === "date" ? one.dateSpan : one.typeSpan;
        const place = `${one.plan}:${span.start}:${what}`;
        if (other === undefined || told.has(place)) continue;
        told.add(place);
        const diagnostic = contradictsOtherFile(span, {
          number: one.number,
          found: words(one, what),
          other: words(other, what),
          file: plans[other.plan]!.source.path,
        });
        const isSure = other.isKnown || other.isOwn || !isSharedSymbol(one.key) || one.office !== null;
        found[one.plan]!.push(isSure && !one.isOwn ? { ...diagnostic, severity: "warning" } : diagnostic);
      }
    }
  }
  return found;
}

/** What is said, each statement for two files at most: enough to find another file than one's own that says it. */
function distinct(group: readonly Said[]): readonly Said[] {
  const files = new Map<string, Set<number>>();
  return group.filter(({ date, type, office, isOwn, plan }) => {
    const statement = `${date}|${type}|${office}|${isOwn}`;
    const known = files.get(statement) ?? new Set<number>();
    files.set(statement, known);
    if (known.has(plan) || known.size === 2) return false;
    known.add(plan);
    return true;
  });
}

const words = (said: Said, what: "date" | "type"): string =>
  what === "date" ? `ngày ${citedDate(said.date!)}` : `“${said.type!}”`;

function disagrees(a: Said, b: Said, what: "date" | "type"): boolean {
  if (isSharedSymbol(a.key) && (a.office === null || b.office === null || a.office !== b.office)) return false;
  if (a.isOwn && b.isOwn) return false;
  if (what === "date") return a.date !== null && b.date !== null && mustAgree(a.number, a.date, b.date);
  // The same day as well, or the two may be two documents.
  return a.type !== null && b.type !== null && a.date !== null && a.date === b.date && !isAlike(a.type, b.type);
}

/** “Văn bản số …” and “Chương trình hành động” beside “Chương trình” are no contradiction. */
function isAlike(a: string, b: string): boolean {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first.startsWith(second) || second.startsWith(first) || [first, second].includes("văn bản");
}

function* saidIn(plan: Plan, index: number, registries: Registries): Generator<Said> {
  for (const document of plan.documents) {
    const home = document.issuers[0] ? issuingBody(document.issuers[0].full).office : null;
    const own = ownOf(document, index, home);
    if (own !== null) yield own;
    for (const one of citedIn(document, registries)) {
      const { citation, found, key } = one;
      if (key === null || citation.numberSpan === null) continue;
      yield {
        plan: index,
        number: found.number!,
        key,
        type: found.type,
        date: found.date,
        dateSpan: found.dateAt === null ? citation.span : spanIn(one, found.dateAt),
        typeSpan: typeSpan(one),
        office: officeOf(one, home),
        isKnown: citation.resolved !== null,
        isOwn: false,
      };
    }
  }
}

function typeSpan(one: Cited): Span {
  const { found, citation } = one;
  const length = found.type?.length ?? 0;
  const isWritten = found.type !== null && found.text.slice(0, length).toLowerCase() === found.type.toLowerCase();
  return isWritten ? spanIn(one, { start: found.at.start, end: found.at.start + length }) : citation.numberSpan!;
}

/** The office with its place. “Ủy ban nhân dân tỉnh” in a plan of a commune does not tell which province: two communes of a
 * run may lie in two. */
function officeOf({ body }: Cited, home: string | null): string | null {
  if (body === null) return null;
  if (home !== null && (home === body.office || home.startsWith(`${body.office} `))) return home;
  return /(?:^| )(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu|thi tran) \S+/.test(body.office)
    ? body.office
    : null;
}

function ownOf(document: PlanDocument, plan: number, home: string | null): Said | null {
  const days = daysOf(document);
  const { number } = document;
  if (number === null || number.number === null || days === null || days.first !== days.last) return null;
  const typeName = document.typeName.toLowerCase();
  return {
    plan,
    number: writtenNumber(number),
    key: numberKey(writtenNumber(number)),
    type: typeName.charAt(0).toUpperCase() + typeName.slice(1),
    date: days.first,
    dateSpan: document.date!.span,
    typeSpan: number.span,
    office: home,
    isKnown: false,
    isOwn: true,
  };
}
