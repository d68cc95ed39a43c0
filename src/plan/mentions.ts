/**
 * What running text mentions without mark-up: documents (`citations.ts`) and bodies (`agencies.ts`). One door for the rest
 * of the plan.
 */
export { type AgencyContext, type FoundAgency, findAgencies, matchAgency, splitAgencies } from "./agencies.ts";
export { type FoundCitation, findCitations, isoDate, type TextRange } from "./citations.ts";
