/**
 * The conformance table of the official form: one Row for each requirement that concerns a renderer, with a check that
 * reads the finished DOCX, one that reads the finished PDF, and a way to break a document that both checks must notice.
 */
import type { Document } from "../../src/document/document.ts";
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
  readonly docx: DocxFile;
}

export interface PdfContext extends Facts {
  readonly pages: readonly Page[];
  readonly bytes: Uint8Array;
}

/** null: the row does not apply to this document (no annex, no stamp …). */
export type Check<C> = (context: C) => Measured | null;

export interface Row {
  /** Number and rule id in the table of the form. */
  readonly n: number;
  readonly rule: string;
  readonly profile: Profile | "*";
  readonly requirement: string;
  readonly docx?: Check<DocxContext>;
  readonly pdf?: Check<PdfContext>;
  /** A document on which the row is false; or changes to the finished file where the tree cannot express the fault. */
  readonly broken: {
    readonly document?: (document: Document) => Document;
    readonly docx?: (parts: Map<string, string>) => void;
    readonly pdf?: (bytes: Uint8Array) => Uint8Array;
    /** Name of the test plan to break; the standard one when absent. */
    readonly plan?: string;
  };
}

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
  return wrong === undefined ? { ok: true, value: `${items.length}/${items.length}` } : { ok: false, value: `“${show(wrong)}”` };
}

/** Both hold (rows with two conditions); null where neither applies. */
export function both(...parts: readonly (Measured | null)[]): Measured | null {
  const present = parts.filter((part): part is Measured => part !== null);
  if (present.length === 0) return null;
  return { ok: present.every((part) => part.ok), value: present.map((part) => part.value).join("; ") };
}

/** The document with some styles changed. */
export function restyle(
  document: Document,
  names: readonly (keyof Document["style"]["paragraph"])[],
  change: Partial<Document["style"]["paragraph"]["body"]>,
): Document {
  const paragraph = { ...document.style.paragraph };
  for (const name of names) paragraph[name] = { ...paragraph[name], ...change };
  return { ...document, style: { ...document.style, paragraph } };
}
