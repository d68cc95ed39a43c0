/** The bodies of a document as several rules look at them: those in owners' places, and the words around a mention. */
import { foldVietnamese, sameTones } from "../../grammar/fold.ts";
import type { AgencyMention, Owner, Plan, PlanDocument, Task, TaskPart } from "../plan/plan.ts";
import type { Agency, Registries } from "../registry/registry.ts";
import { agencyById } from "../registry/search.ts";
import type { Span } from "../source/source-file.ts";

/** A body that is given work: leads a task, is its partner, or heads a division that says its duty. */
export interface OwnerPlace {
  readonly owner: Owner | AgencyMention;
  readonly role: "lead" | "partners" | "duty";
  readonly task: Task | null;
  readonly part: TaskPart | null;
}

const places = new WeakMap<PlanDocument, readonly OwnerPlace[]>();

/** All of them in the order of tasks and divisions; an owner that several rows inherit counts once. */
export function ownerPlaces(document: PlanDocument): readonly OwnerPlace[] {
  let found = places.get(document);
  if (found === undefined) {
    const seen = new Set<string>();
    const list: OwnerPlace[] = [];
    const add = (place: OwnerPlace): void => {
      const key = `${place.owner.span.start}:${place.owner.span.end}`;
      if (seen.has(key)) return;
      seen.add(key);
      list.push(place);
    };
    for (const task of document.tasks)
      for (const part of task.rows)
        for (const role of ["lead", "partners"] as const)
          for (const owner of part[role]) add({ owner, role, task, part });
    for (const { duty } of document.divisions)
      for (const owner of duty) add({ owner, role: "duty", task: null, part: null });
    found = list;
    places.set(document, found);
  }
  return found;
}

/** The registry's body of a mention: of its id, or of the kind before the colon (`van-phong-ubnd-tinh:khanh hoa`). */
export const agencyOf = (id: string | null, registries: Registries): Agency | null =>
  id === null ? null : (agencyById(registries, id) ?? agencyById(registries, id.split(":")[0]!));

/** Names of these kinds are a closed list: departments, and the divisions of a committee of a district or commune. */
export function isClosedKind(id: string, document: PlanDocument): boolean {
  const [issuer] = document.issuers;
  const isLocal = issuer?.kind === "committee" && (issuer.level === "district" || issuer.level === "commune");
  return id.startsWith("so:") || (isLocal && id.startsWith("phong:"));
}

/** The one known name that an unknown owner differs from in tone marks only or in a single letter; null when none or more. */
export function oneSlip(owner: AgencyMention, document: PlanDocument, registries: Registries): string | null {
  if (owner.id !== null && !isClosedKind(owner.id, document)) return null;
  const wanted = foldVietnamese(owner.text);
  if (wanted.length < 8) return null;
  const head = `${wanted.split(" ")[0]!} `;
  let found: string | null = null;
  for (const { name, level, confidence } of registries.agencies) {
    if (level === "set" || level === "hamlet" || confidence === "C") continue;
    if (Math.abs(name.length - wanted.length) > 1) continue;
    const folded = foldVietnamese(name);
    if (!folded.startsWith(head) || !isOneEdit(wanted, folded)) continue;
    // Case alone is another matter.
    if (sameTones(name) === sameTones(owner.text)) return null;
    if (found !== null && foldVietnamese(found) !== folded) return null;
    found = name;
  }
  return found;
}

/** Equal, or one letter put in, left out or put for another. */
function isOneEdit(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const least = Math.min(a.length, b.length) - start;
  let end = 0;
  while (end < least && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return a.length - start - end <= 1 && b.length - start - end <= 1;
}

/** The clause a mention stands in: the source between points, semicolons, colons of a line and line breaks. */
export function clauseAround(plan: Plan, span: Span): { readonly text: string; readonly at: number } {
  const { text } = plan.source;
  let start = span.start;
  while (start > 0 && span.start - start < 600 && !isClauseEnd(text, start - 1)) start -= 1;
  let end = span.end;
  while (end < text.length && end - span.end < 600 && !isClauseEnd(text, end)) end += 1;
  return { text: text.slice(start, end), at: span.start - start };
}

/** A point inside a number (“1.200”) or an abbreviation before a letter (“TP.HCM”) ends nothing. */
const isClauseEnd = (text: string, at: number): boolean => {
  const character = text.charAt(at);
  if (character === ";" || character === "\n") return true;
  return character === "." && !/[\p{L}\d]/u.test(text.charAt(at + 1));
};

/** The mention is part of a quoted title or slogan. */
export function isQuoted(plan: Plan, span: Span): boolean {
  const line = plan.source.text.slice(plan.source.text.lastIndexOf("\n", span.start) + 1, span.start);
  return line.lastIndexOf("“") > line.lastIndexOf("”");
}

/** Stands in a citation as its issuer or in the title that follows it: “Quyết định số … của Bộ … về chức năng của Sở …”. */
export function isCited(plan: Plan, document: PlanDocument, span: Span): boolean {
  const { text, at } = clauseAround(plan, span);
  const clauseStart = span.start - at;
  for (const { span: cited } of document.citations) {
    if (cited.start > span.start || cited.start < clauseStart) continue;
    if (cited.end >= span.end) return true;
    // After the title the sentence goes on with a comma and the body that acts.
    const before = text.slice(0, at);
    const acts = /,\s+(?:giao\s+|đề nghị\s+|các\s+)?$/iu.test(before);
    if (!acts) return true;
  }
  return false;
}
