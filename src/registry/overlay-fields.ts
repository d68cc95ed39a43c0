/**
 * Reading the fields of a plan.yaml: keys are Vietnamese, and like the keywords of the language they count without case and
 * diacritics too; every mistake is reported where it stands.
 */
import { foldVietnamese } from "../../grammar/fold.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { YamlEntry, YamlMap, YamlNode } from "../source/yaml.ts";
import { badOverlayValue, missingOverlayField, repeatedRow, unknownOverlayKey } from "./overlay-errors.ts";
import { didYouMean, nearestName } from "./search.ts";

/** Words and the place they stand at. */
export interface Placed {
  readonly text: string;
  readonly span: Span;
}

export type Report = (diagnostic: Diagnostic) => void;

export const written = (node: YamlNode): string =>
  node.kind === "scalar" ? String(node.value ?? "") : node.kind === "list" ? "[…]" : "{…}";

/** A wrong value, told with what belongs there. */
export const wrongValue = (key: string, node: YamlNode, expected: string, suggestion = ""): Diagnostic =>
  badOverlayValue(node.span, { key, value: written(node), expected, suggestion });

/** The words of a scalar without blanks at the ends, in NFC (YAML escapes could smuggle in another form). Null for what is
 * no text; a number is its digits. */
export function textOf(node: YamlNode): string | null {
  if (node.kind !== "scalar" || node.value === null || typeof node.value === "boolean") return null;
  const text = String(node.value).normalize("NFC").replace(/\s+/g, " ").trim();
  return text === "" ? null : text;
}

const isEmpty = (node: YamlNode): boolean => node.kind === "scalar" && node.value === null;

/** `05/3/2025` or `2025-03-05` → ISO; null for what is no day of the calendar. */
export function dateOf(text: string): string | null {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const parts = vietnamese ? [vietnamese[3], vietnamese[2], vietnamese[1]] : iso ? iso.slice(1) : null;
  if (parts === null) return null;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The entries of a map by their known key; unknown and repeated ones are reported. `place` begins the sentence. */
export function entriesOf(
  map: YamlMap,
  known: readonly string[],
  place: string,
  report: Report,
): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>();
  for (const entry of map.entries) {
    const folded = foldVietnamese(entry.key);
    const key = known.find((one) => foldVietnamese(one) === folded);
    if (key === undefined) {
      const nearest = nearestName(entry.key, known);
      report(
        unknownOverlayKey(
          entry.keySpan,
          { place, key: entry.key, suggestion: didYouMean(entry.key, known) },
          nearest === null
            ? { hint: `Các mục: ${known.join(", ")}.` }
            : {
                fix: {
                  title: `Đổi “${entry.key}” thành “${nearest}”`,
                  safe: false,
                  edits: [{ span: entry.keySpan, text: nearest }],
                },
              },
        ),
      );
    } else if (entries.has(key)) {
      report(repeatedRow(entry.keySpan, { what: entry.key, first: "dòng trên" }));
    } else entries.set(key, entry);
  }
  return entries;
}

/** The fields of one row. `failed` once a mistake makes the row unusable. */
export class Fields {
  readonly span: Span;
  failed = false;
  private readonly entries: ReadonlyMap<string, YamlEntry>;
  private readonly list: string;
  private readonly report: Report;

  constructor(map: YamlMap, list: string, known: readonly string[], report: Report) {
    const row = (text: string): string => `Mục của “${text}”`;
    this.report = (diagnostic) => {
      this.failed = true;
      report(diagnostic);
    };
    this.list = list;
    this.span = { start: map.span.start, end: Math.min(map.span.end, map.span.start + 1) };
    this.entries = entriesOf(map, known, row(list), this.report);
  }

  private node(key: string): YamlNode | null {
    const node = this.entries.get(key)?.value;
    return node === undefined || isEmpty(node) ? null : node;
  }

  /** Where the value stands; the start of the row when it is not there. */
  at(key: string): Span {
    return this.entries.get(key)?.value.span ?? this.span;
  }

  text(key: string): string | null {
    const node = this.node(key);
    if (node === null) return null;
    const text = textOf(node);
    if (text === null) this.report(wrongValue(key, node, "chữ"));
    return text;
  }

  required(key: string): string {
    if (this.node(key) === null) this.missing(key);
    return this.text(key) ?? "";
  }

  missing(key: string): void {
    this.report(missingOverlayField(this.span, { list: this.list, key }));
  }

  /** One text or a list of them. */
  texts(key: string): readonly Placed[] {
    const node = this.node(key);
    if (node === null) return [];
    const items = node.kind === "list" ? node.items : [node];
    return items.flatMap((item) => {
      const text = textOf(item);
      if (text !== null) return [{ text, span: item.span }];
      this.report(wrongValue(key, item, "chữ, hoặc danh sách các chữ"));
      return [];
    });
  }

  date(key: string): string | null {
    const node = this.node(key);
    if (node === null) return null;
    const date = dateOf(textOf(node) ?? "");
    if (date === null) this.report(wrongValue(key, node, "ngày có trong lịch, dạng 05/3/2026"));
    return date;
  }

  choice<T>(key: string, choices: Readonly<Record<string, T>>): T | null {
    const node = this.node(key);
    return node === null ? null : choiceOf(key, node, choices, this.report);
  }
}

/** The value that a word stands for; null and a finding for any other word. */
export function choiceOf<T>(
  key: string,
  node: YamlNode,
  choices: Readonly<Record<string, T>>,
  report: Report,
): T | null {
  const text = foldVietnamese(textOf(node) ?? "");
  const names = Object.keys(choices);
  const found = names.find((name) => foldVietnamese(name) === text);
  if (found !== undefined) return choices[found]!;
  report(wrongValue(key, node, `một trong: ${names.join(", ")}`, didYouMean(text, names)));
  return null;
}
