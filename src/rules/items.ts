/**
 * The lines of a text that end in a mark: paragraphs and items of lists, each with what comes before and after it. Shared by
 * the rules on the ends of items, headings and lists.
 */
import type { Content, Division, PlanDocument, Prose } from "../plan/plan.ts";
import { fold } from "../plan/words.ts";
import type { MarkKind } from "../syntax/syntax.ts";
import { scopesOf } from "./walk.ts";

export interface Item {
  readonly text: Prose;
  /** Kind of its mark; "paragraph" for unmarked text. */
  readonly kind: MarkKind | "paragraph";
  readonly role: Division["role"] | "plain-heading" | "closing";
  /** The division it is; null for a paragraph. */
  readonly division: Division | null;
  readonly hasChildren: boolean;
  readonly parent: Division | null;
  /** The next sister with a mark of the same kind, directly behind it. */
  readonly next: Item | null;
  /** What stands behind it and all below it in reading order: an item, or a table; null at the end of the scope. */
  readonly after: Item | "table" | null;
}

type Open = { -readonly [K in keyof Item]: Item[K] };

const made = new WeakMap<PlanDocument, readonly (readonly Item[])[]>();

/** The items of the body and of each annex, in order; read once for each document. */
export function itemsOf(document: PlanDocument): readonly (readonly Item[])[] {
  let found = made.get(document);
  if (found === undefined) {
    found = scopesOf(document).map(itemsIn);
    made.set(document, found);
  }
  return found;
}

function itemsIn(scope: readonly Content[]): readonly Item[] {
  const items: Open[] = [];
  // An item waits for what follows it and all that is below it.
  let waiting: { readonly item: Open; readonly depth: number }[] = [];
  const arrive = (what: Item | "table", depth: number): void => {
    waiting = waiting.filter(({ item, depth: own }) => {
      if (own < depth) return true;
      item.after = what;
      return false;
    });
  };
  const visit = (content: readonly Content[], parent: Division | null, depth: number): void => {
    let sister: Open | null = null;
    for (const one of content) {
      if (one.kind === "task-table" || one.kind === "grid") {
        arrive("table", depth);
        sister = null;
        continue;
      }
      const division = one.kind === "division" ? one.division : null;
      const item: Open = {
        text: one.kind === "division" ? one.division.text : one.text,
        kind: division === null ? "paragraph" : division.mark.kind,
        role: one.kind === "division" ? one.division.role : one.role,
        division,
        hasChildren: division !== null && division.children.length > 0,
        parent,
        next: null,
        after: null,
      };
      arrive(item, depth);
      if (sister !== null && sister.kind === item.kind) sister.next = item;
      sister = item;
      items.push(item);
      waiting.push({ item, depth });
      if (division !== null) visit(division.children, division, depth + 1);
    }
  };
  visit(scope, null, 0);
  return items;
}

/** Marks of the upper levels: what stands under them is a text of its own. */
const upper: ReadonlySet<string> = new Set([
  "named-part",
  "chapter",
  "section",
  "subsection",
  "article",
  "part",
  "roman",
]);

export const isUpper = (item: Item): boolean => upper.has(item.kind);

/** The mark that ends a text: “.”, “;”, “:”, “./.”, or "" for none; closing quotes and brackets are looked through. */
export const endMarkOf = (text: string): string =>
  /(?:\.\/\.|[.;:,!?…])(?=[\s”"’)\]]*$)/u.exec(text.trimEnd())?.[0] ?? "";

/** Words of a text. */
export const wordCount = (text: string): number => fold(text).split(/\s+/).filter(Boolean).length;
