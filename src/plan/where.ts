/**
 * Says where a span is in the plan's own terms: “Mục II.1, điểm b”, “Phụ lục II”, “phần căn cứ”. For messages.
 */
import type { Span } from "../source/source-file.ts";
import { unreachable } from "../unreachable.ts";
import type { Content, Division, Plan, PlanDocument } from "./plan.ts";

/** The place of a part of the body with all that belongs to it. */
export function spanOf(item: Content): Span {
  switch (item.kind) {
    case "paragraph":
      return item.span;
    case "division":
      return item.division.span;
    case "task-table":
      return item.table.span;
    case "grid":
      return item.grid.span;
    default:
      return unreachable(item);
  }
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.start < outer.end;

const bare = (mark: string): string => mark.replace(/^\(|[.)/–\s-]+$/g, "");

function step(division: Division): string {
  const { kind, typed } = division.mark;
  switch (kind) {
    case "dash":
    case "plus":
      return "";
    case "letter":
    case "numeral":
      return `điểm ${bare(typed)}`;
    case "article":
    case "chapter":
    case "section":
    case "subsection":
    case "named-part":
      return bare(typed);
    case "part":
    case "roman":
      return `Mục ${bare(typed)}`;
    case "arabic":
    case "decimal":
      return `khoản ${bare(typed)}`;
  }
}

function descend(content: readonly Content[], span: Span, steps: string[]): void {
  for (const item of content) {
    if (item.kind !== "division" || !holds(item.division.span, span)) continue;
    const words = step(item.division);
    if (words) steps.push(words);
    descend(item.division.children, span, steps);
    return;
  }
}

function inDocument(document: PlanDocument, span: Span): string {
  for (const annex of document.annexes) {
    if (!holds(annex.span, span)) continue;
    const steps = [annex.number ? `Phụ lục ${annex.number}` : "Phụ lục"];
    descend(annex.content, span, steps);
    return steps.join(", ");
  }
  if (document.legalBases.some((basis) => holds(basis.span, span))) return "phần căn cứ";
  if (document.recipients.some((recipient) => holds(recipient.span, span))) return "Nơi nhận";
  if (document.signatures.some((signature) => holds(signature.span, span))) return "phần ký";
  const steps: string[] = [];
  descend(document.content, span, steps);
  return steps.join(", ");
}

/** The place of `span.start` in words; "" where there is nothing better to say than the line. With several documents
 * in the file, the document's type leads. */
export function whereIs(plan: Plan, span: Span): string {
  const document = plan.documents.find((candidate) => holds(candidate.span, span));
  if (!document) return "";
  const words = inDocument(document, span);
  if (!words || plan.documents.length === 1) return words;
  const name = document.typeName.charAt(0) + document.typeName.slice(1).toLowerCase();
  return `${name}, ${words}`;
}
