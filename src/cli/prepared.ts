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

/**
 * Entries as rows of values under one list of keys, without the values that most have: names of fields are more than half
 * of the text of a thousand entries, and reading it is a good part of the start of a run.
 */
interface Packed {
  readonly keys: readonly string[];
  /** What a field holds when its row ends before it or has 0 there; the bundler makes sure that no other field is 0. */
  readonly usual: readonly unknown[];
  readonly rows: readonly (readonly unknown[])[];
}

function pack(entries: readonly object[]): Packed {
  const keys = Object.keys(entries[0] ?? {});
  const records = entries as readonly Readonly<Record<string, unknown>>[];
  const usual = keys.map((key) => mostFrequent(records.map((record) => JSON.stringify(record[key]))));
  const rows = records.map((record) => {
    const row = keys.map((key, at) => (JSON.stringify(record[key]) === usual[at] ? 0 : record[key]));
    while (row.length > 0 && row.at(-1) === 0) row.pop();
    return row;
  });
  return { keys, usual: usual.map((value) => JSON.parse(value)), rows };
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

const unpack = ({ keys, usual, rows }: Packed): object[] =>
  rows.map((row) => {
    const entry: Record<string, unknown> = {};
    for (let at = 0; at < keys.length; at += 1) {
      const value = row[at];
      entry[keys[at]!] = value === undefined || value === 0 ? usual[at] : value;
    }
    return entry;
  });

export const registriesData: Preparable<Registries> = {
  name: "registries.json",
  sources: ["agencies", "documents", "abbreviations", "provinces"].map((name) => `registries/${name}.yaml`),
  toJson: (registries) =>
    Object.fromEntries(Object.entries(registries).map(([name, entries]) => [name, pack(entries)])),
  fromJson: (json: Readonly<Record<keyof Registries, Packed>>) =>
    Object.fromEntries(Object.entries(json).map(([name, packed]) => [name, unpack(packed)])) as unknown as Registries,
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
