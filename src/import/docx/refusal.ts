/**
 * How reading stops: whatever makes a file unreadable is thrown as a `Refusal` from where it is found, in the middle of
 * a stream of events, and caught in `read.ts` alone. Nothing of this leaves the folder.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

/** A number as Vietnamese texts group its digits: 10.000. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ".");

export class Refusal extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
