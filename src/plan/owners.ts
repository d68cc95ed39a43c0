/**
 * Bodies in the cells and labels of owners. Unknown names stay, without id.
 */

import type { Binder } from "./binder.ts";
import { type AgencyContext, findAgencies, splitAgencies } from "./mentions.ts";
import type { AgencyMention, Owner, Prose } from "./plan.ts";
import { sliceProse, sourceSpan } from "./prose.ts";
import { trimEnd } from "./words.ts";

/** The owners in one paragraph of an owner cell or label, in order. Records them as mentions of the document. */
export function ownersIn(prose: Prose, binder: Binder): Owner[] {
  binder.ownerProses.add(prose);
  const owners: Owner[] = [];
  for (const part of splitAgencies(prose.text, binder.agencies)) {
    // The closing point or semicolon of the line is no part of a name.
    const text = trimEnd(part.text);
    if (text === "" || isDitto(text)) continue;
    const span = sourceSpan(prose, part.at.start, part.at.start + text.length);
    owners.push({ text, id: part.id, span });
    if (part.id !== null) binder.owners.push({ text, id: part.id, span });
    else {
      const known = mentionsIn(sliceProse(prose, part.at.start, part.at.start + text.length), binder.agencies);
      binder.owners.push(...(known.length > 0 ? known : [{ text, id: null, span }]));
    }
  }
  return owners;
}

/** Known bodies in running text. */
export function mentionsIn(prose: Prose, context: AgencyContext): AgencyMention[] {
  return findAgencies(prose.text, context).map((found) => ({
    text: found.text,
    id: found.id,
    span: sourceSpan(prose, found.at.start, found.at.end),
  }));
}

/** “nt”, “-”, “như trên”: the cell says what the one above says (language rule 35). */
export const isDitto = (text: string): boolean => /^(?:nt|n\.t\.?|-|–|—|"|″|”|'{2}|như trên)$/iu.test(text.trim());
