/**
 * A list of findings that are known and left for later, so that a run tells only new ones: `--write-baseline` makes it,
 * `--baseline` reads it. A finding is known by its code and the words of its line, and counted where several are equal; it
 * stays known when lines move. What blocks the output is never held back: nothing behind it could be trusted.
 */
import { blocksOutput, type Diagnostic } from "./diagnostic.ts";
import { type FileFindings, fingerprints } from "./findings.ts";

/** By file, then by the key of the finding: how often it is known, and the start of its line for who reads the list. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, { readonly count: number; readonly line: string }>>;

/** The known findings of some files. `nameOf` gives a file's name as the list spells it. */
export function baselineOf(files: readonly FileFindings[], nameOf: (file: FileFindings) => string): Baseline {
  const baseline = new Map<string, Map<string, { count: number; line: string }>>();
  for (const file of files) {
    const known = new Map<string, { count: number; line: string }>();
    const names = fingerprints(file.source, file.diagnostics);
    for (const [index, diagnostic] of file.diagnostics.entries()) {
      if (blocksOutput(diagnostic)) continue;
      const { key, words } = names[index]!;
      const line = [...words.slice(0, 200)].slice(0, 60).join("");
      known.set(key, { count: (known.get(key)?.count ?? 0) + 1, line });
    }
    baseline.set(nameOf(file), known);
  }
  return baseline;
}

/** A file's findings without the known ones, how many those were, and how many of the list were not met any more. */
export function withoutKnown(
  file: FileFindings,
  name: string,
  baseline: Baseline,
): { readonly left: readonly Diagnostic[]; readonly held: number; readonly idle: number } {
  const known = baseline.get(name);
  if (known === undefined) return { left: file.diagnostics, held: 0, idle: 0 };
  const names = fingerprints(file.source, file.diagnostics);
  const isKnown = (diagnostic: Diagnostic, index: number): boolean => {
    const { key, occurrence } = names[index]!;
    return !blocksOutput(diagnostic) && occurrence <= (known.get(key)?.count ?? 0);
  };
  const left = file.diagnostics.filter((diagnostic, index) => !isKnown(diagnostic, index));
  const held = file.diagnostics.length - left.length;
  const total = [...known.values()].reduce((sum, { count }) => sum + count, 0);
  return { left, held, idle: total - held };
}

interface BaselineJson {
  readonly planBaseline: 1;
  readonly files: Readonly<
    Record<string, readonly { readonly finding: string; readonly count: number; readonly line: string }[]>
  >;
}

/** The list as the text of a file, the same for the same findings. Files without findings are left out. */
export function baselineText(baseline: Baseline): string {
  const sorted = <T>(map: ReadonlyMap<string, T>): (readonly [string, T])[] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const files = sorted(baseline)
    .filter(([, known]) => known.size > 0)
    .map(([name, known]) => [name, sorted(known).map(([finding, one]) => ({ finding, ...one }))] as const);
  const value: BaselineJson = { planBaseline: 1, files: Object.fromEntries(files) };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Reads the list; a sentence that says what is wrong where it is none. */
export function readBaseline(text: string): Baseline | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return "không phải JSON, hoặc bị cắt cụt";
  }
  const isObject = (one: unknown): one is Record<string, unknown> =>
    typeof one === "object" && one !== null && !Array.isArray(one);
  if (!isObject(value) || !("planBaseline" in value)) return "không phải danh sách do “--write-baseline” ghi";
  if (value.planBaseline !== 1) return "thuộc phiên bản khác của chương trình";
  if (!isObject(value.files)) return "thiếu phần “files”";
  const baseline = new Map<string, Map<string, { count: number; line: string }>>();
  for (const [name, list] of Object.entries(value.files)) {
    if (!Array.isArray(list)) return `phần của “${name}” không phải danh sách`;
    const known = new Map<string, { count: number; line: string }>();
    for (const one of list as unknown[]) {
      if (
        !isObject(one) ||
        typeof one.finding !== "string" ||
        !Number.isSafeInteger(one.count) ||
        Number(one.count) < 1
      )
        return `phần của “${name}” có mục viết sai`;
      known.set(one.finding, { count: Number(one.count), line: typeof one.line === "string" ? one.line : "" });
    }
    baseline.set(name, known);
  }
  return baseline;
}
