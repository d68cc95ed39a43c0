/**
 * What the checks of the conformance table are given and answer. `table.ts` lists the requirements, `rows-docx.ts` and
 * `rows-pdf.ts` read the finished files, `breaks.ts` holds for each row a document on which it is false.
 */
import type { Plan } from "../../src/plan/plan.ts";
import type { DocxFile } from "../support/docx-read.ts";
import type { Page } from "../support/pdf-read.ts";

/** Older form (Thông tư 01/2011) or the one in force (Nghị định 30/2020). */
export type Profile = "N" | "T";

export interface Measured {
  readonly ok: boolean;
  /** What was read, for the printed table. */
  readonly value: string;
}

/** The facts a check may compare with: the model of the plan, never the style sheet or the form's data. */
export interface Facts {
  readonly plan: Plan;
  readonly profile: Profile;
}

export interface DocxContext extends Facts {
  /** Width of words with Times metrics, in points. */
  readonly measure: (text: string, size: number, bold: boolean, italic?: boolean) => number;
  readonly docx: DocxFile;
}

export interface PdfContext extends Facts {
  readonly pages: readonly Page[];
  readonly bytes: Uint8Array;
}

/** null: the row does not apply to this document (no annex, no stamp …). */
export type Check<C> = (context: C) => Measured | null;

export const mm = (points: number): number => (points * 25.4) / 72;
export const pt = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Every value within [low, high]; the printed value is the range that was seen. */
export function within(values: readonly number[], low: number, high: number, unit: string): Measured | null {
  if (values.length === 0) return null;
  const least = Math.min(...values);
  const most = Math.max(...values);
  const show = (value: number): string => String(Math.round(value * 100) / 100);
  const value = most - least < 0.005 ? `${show(least)} ${unit}` : `${show(least)}–${show(most)} ${unit}`;
  return { ok: least >= low && most <= high, value };
}

/** All of `items` satisfy `test`; the printed value is the count, or the first that does not. */
export function every<T>(items: readonly T[], test: (item: T) => boolean, show: (item: T) => string): Measured | null {
  if (items.length === 0) return null;
  const wrong = items.find((item) => !test(item));
  return wrong === undefined
    ? { ok: true, value: `${items.length}/${items.length}` }
    : { ok: false, value: `“${show(wrong)}”` };
}

/** Both hold (rows with two conditions); null where neither applies. */
export function both(...parts: readonly (Measured | null)[]): Measured | null {
  const present = parts.filter((part): part is Measured => part !== null);
  if (present.length === 0) return null;
  return { ok: present.every((part) => part.ok), value: present.map((part) => part.value).join("; ") };
}
