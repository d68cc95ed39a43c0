/**
 * Data files read ahead of time. Registries and forms are the same in every run, so the bundler reads them once and writes
 * what the readers made of them beside the bundle; a run takes it from there. The YAML stays the truth: a digest of its
 * bytes tells whether the prepared data are still its own, and an edited file is read anew.
 */
import { createHash } from "node:crypto";
import type { Form } from "../document/form.ts";
import type { Registries } from "../registry/registry.ts";
import type { Host } from "./host.ts";

/** Data that can be prepared: the files they are read from, and how they are written as JSON and read back. */
export interface Preparable<T> {
  /** Name of the prepared file beside the bundle. */
  readonly name: string;
  /** Files under `templates/` that decide the value. */
  readonly sources: readonly string[];
  readonly toJson: (value: T) => unknown;
  readonly fromJson: (json: never) => T;
}

export const registriesData: Preparable<Registries> = {
  name: "registries.json",
  sources: ["agencies", "documents", "abbreviations", "provinces"].map((name) => `registries/${name}.yaml`),
  toJson: (registries) => registries,
  fromJson: (json: Registries) => json,
};

/** A form whose values are pairs, for JSON knows no maps. */
type FormJson = Omit<Form, "values"> & { readonly values: readonly (readonly [string, never])[] };

export const formsData: Preparable<readonly Form[]> = {
  name: "forms.json",
  sources: ["nd-30-2020", "tt-01-2011"].map((name) => `forms/${name}.yaml`),
  toJson: (forms) => forms.map((form) => ({ ...form, values: [...form.values] })),
  fromJson: (json: readonly FormJson[]) => json.map((form) => ({ ...form, values: new Map(form.values) })),
};

function digestOf(host: Host, sources: readonly string[]): string {
  const hash = createHash("sha256");
  for (const source of sources) hash.update(host.template(source)).update("\0");
  return hash.digest("hex");
}

/** What to write beside the bundle. */
export function prepare<T>(host: Host, data: Preparable<T>, value: T): string {
  return `${JSON.stringify({ digest: digestOf(host, data.sources), value: data.toJson(value) })}\n`;
}

/** The prepared value; null when there is none, or none of these files. */
export function prepared<T>(host: Host, data: Preparable<T>): T | null {
  const text = host.prepared(data.name);
  if (text === null) return null;
  try {
    const made = JSON.parse(text) as { readonly digest: string; readonly value: never } | null;
    return made?.digest === digestOf(host, data.sources) ? data.fromJson(made.value) : null;
  } catch (cause) {
    // A file that was cut short is as good as none.
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
