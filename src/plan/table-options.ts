/**
 * The fields typed under `cột:` and `bảng:`: widths, alignment, paper, numbering. Shared by both kinds of table.
 */
import type { Field } from "../syntax/syntax.ts";
import type { Binder } from "./binder.ts";
import * as errors from "./errors.ts";
import type { GridCell, Prose } from "./plan.ts";
import { plainText, splitProse } from "./prose.ts";
import { didYouMean, fold } from "./words.ts";

/** Options by key id; one typed twice is reported. */
export function tableOptions(fields: readonly Field[], binder: Binder): ReadonlyMap<string, Field> {
  const options = new Map<string, Field>();
  for (const field of fields) {
    const first = options.get(field.key.id);
    if (first) {
      const related = [{ span: first.key.span, message: "lần đầu ở đây" }];
      binder.report(errors.repeatedField(field.key.span, { field: field.key.typed }, { related }));
    } else options.set(field.key.id, field);
  }
  return options;
}

/** The words of an option. */
export const optionWords = (field: Field): string => field.items.map((item) => plainText(item.text)).join(" ");

const optionSpan = (field: Field) => field.items[0]?.text.span ?? field.key.span;

/** One of fixed values, or null (reported when something else was typed). */
export function optionChoice<T extends string | boolean>(
  field: Field | undefined,
  choices: readonly (readonly [string, T])[],
  binder: Binder,
): T | null {
  if (!field) return null;
  const typed = optionWords(field);
  const found = choices.find(([words]) => fold(words) === fold(typed));
  if (found) return found[1];
  const names = choices.map(([words]) => words);
  const values = { field: field.key.typed, value: typed, suggestion: didYouMean(typed, names) };
  binder.report(
    errors.unknownChoice(optionSpan(field), values, { hint: `Ghi một trong các giá trị: ${names.join("; ")}.` }),
  );
  return null;
}

/** `ngang` → true, `dọc` → false. */
export const landscapeOf = (field: Field | undefined, binder: Binder): boolean | null =>
  optionChoice(
    field,
    [
      ["ngang", true],
      ["dọc", false],
    ],
    binder,
  );

/** The parts of an option between bars, one a column; null when absent or not as many as columns (reported). */
export function perColumn(field: Field | undefined, columnCount: number, binder: Binder): readonly Prose[] | null {
  const item = field?.items[0];
  if (!field || !item) return null;
  let parts = splitProse(binder.prose(item.text), "|");
  // A row of bars may begin and end with one.
  if (parts.length === columnCount + 2 && parts[0]!.text === "" && parts.at(-1)!.text === "")
    parts = parts.slice(1, -1);
  if (parts.length === columnCount) return parts;
  binder.report(
    errors.columnCount(optionSpan(field), { field: field.key.typed, found: parts.length, wanted: columnCount }),
  );
  return null;
}

/** `độ rộng: 1 | 5,5 | 3`: relative widths, or null. */
export function widthsOf(field: Field | undefined, columnCount: number, binder: Binder): readonly number[] | null {
  const parts = perColumn(field, columnCount, binder);
  if (!field || !parts) return null;
  const numbers = parts.map((part) => Number(part.text.replace(",", ".").replace(/\s*(%|cm|mm)$/u, "")));
  if (numbers.every((width) => Number.isFinite(width) && width > 0)) return numbers;
  binder.report(errors.unreadableWidths(optionSpan(field), { value: optionWords(field) }));
  return null;
}

const aligns: readonly (readonly [string, GridCell["align"]])[] = [
  ["trái", "left"],
  ["giữa", "center"],
  ["phải", "right"],
  ["đều", "justify"],
];

/** `căn: trái | giữa | phải`: one a column, or one for all; null where not said. */
export function alignments(
  field: Field | undefined,
  columnCount: number,
  binder: Binder,
): readonly (GridCell["align"] | null)[] {
  const none = Array.from({ length: columnCount }, () => null);
  if (!field) return none;
  const find = (words: string) => aligns.find(([name]) => fold(name) === fold(words))?.[1] ?? null;
  const typed = optionWords(field);
  if (!typed.includes("|")) {
    const all = optionChoice(field, aligns, binder);
    return none.map(() => all);
  }
  const parts = perColumn(field, columnCount, binder);
  if (!parts) return none;
  for (const part of parts) {
    if (part.text !== "" && find(part.text) === null) {
      const names = aligns.map(([name]) => name);
      const values = { field: field.key.typed, value: part.text, suggestion: didYouMean(part.text, names) };
      binder.report(
        errors.unknownChoice(part.span, values, { hint: `Ghi một trong các giá trị: ${names.join("; ")}.` }),
      );
    }
  }
  return parts.map((part) => find(part.text));
}
