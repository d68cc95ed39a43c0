/** Quotation marks of a text, read by what stands around them: which way each one is meant, however it was typed. */
import type { Plan, Prose } from "../plan/plan.ts";
import { textsOf } from "./texts.ts";

export interface QuoteMark {
  readonly at: number;
  /** As typed: `“ ” "`, or two apostrophes. */
  readonly typed: string;
  readonly meant: "“" | "”";
}

const quotes = new WeakMap<Prose, readonly QuoteMark[]>();

export function quotesOf(prose: Prose): readonly QuoteMark[] {
  let found = quotes.get(prose);
  if (found === undefined) {
    found = /[“”"]|''/.test(prose.text) ? readQuotes(prose.text) : [];
    quotes.set(prose, found);
  }
  return found;
}

const opensAfter = /[\s([“"/–-]/u;
const closesBefore = /[\s,;:.!?)\]…/–-]/u;

function readQuotes(text: string): QuoteMark[] {
  const found: QuoteMark[] = [];
  let depth = 0;
  for (const match of text.matchAll(/[“”"]|''/gu)) {
    const [typed] = match;
    const at = match.index;
    const before = text[at - 1] ?? " ";
    const after = text[at + typed.length] ?? " ";
    // Inches and seconds: 15", 10'30".
    if (typed === '"' && /[\d']/.test(before) && depth === 0) continue;
    const mayOpen = opensAfter.test(before) && !/[\s,;:.!?)”]/u.test(after);
    const mayClose = !/[\s([“]/u.test(before) && closesBefore.test(after);
    let isOpen: boolean;
    if (typed === "“") isOpen = mayOpen || !mayClose || depth === 0;
    else if (typed === "”") isOpen = mayOpen && !mayClose && depth === 0;
    else isOpen = mayOpen === mayClose ? depth === 0 : mayOpen;
    depth = Math.max(0, depth + (isOpen ? 1 : -1));
    found.push({ at, typed, meant: isOpen ? "“" : "”" });
  }
  return found;
}

/** Whether a file has curly quotation marks, so that straight ones beside them are another hand's. */
export const hasCurlyQuotes = (plan: Plan): boolean =>
  plan.documents.some((document) => textsOf(document).some((prose) => /[“”]/u.test(prose.text)));
