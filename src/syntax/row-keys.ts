/** Keys inside the rows of a task table: which column a key names, and lines that were probably meant as keys. */
import { foldHeading } from "../../grammar/column-names.ts";
import type { CstNode, IToken } from "../../grammar/cst.ts";
import { findKeyword, labelRole, nearest } from "../../grammar/keywords.ts";
import { emptySpan } from "../source/source-file.ts";
import { nodes, tokens } from "./cst.ts";
import * as errors from "./errors.ts";
import type { Reader } from "./reader.ts";
import type { ColumnNode, Field } from "./syntax.ts";

interface Name {
  /** The headings from the upper to the lowest, folded. */
  readonly levels: readonly string[];
  readonly typed: string;
  readonly bound: boolean;
}

/** A reader of keys for the table with these columns. */
export function rowKeys({ text, report, spanOfToken }: Reader, columns: readonly ColumnNode[]) {
  const names = columns.map(
    ({ headings, binding }): Name => ({
      levels: headings.map(({ span }) => foldHeading(text.slice(span.start, span.end))),
      typed: headings.map(({ span }) => text.slice(span.start, span.end).replace(/\s+/g, " ")).join(" > "),
      bound: binding !== undefined,
    }),
  );
  /** Names with figures or of several levels: those with letters alone are compared where the line is read. */
  const spellings = names
    .flatMap(({ typed }) => [typed, typed.split(" > ").at(-1)!])
    .filter((name) => /[\d>]/.test(name));
  const indexesOf = (test: (name: Name) => boolean): number[] =>
    names.flatMap((name, index) => (test(name) ? [index] : []));

  /** The columns that `typed` may mean, by the first way of naming one that fits any. */
  const meant = (typed: string): readonly number[] => {
    const folded = foldHeading(typed);
    const role = labelRole(typed);
    const whole = indexesOf(({ levels }) => levels.join(">") === folded);
    if (whole.length > 0) return whole;
    const lowest = indexesOf(({ levels }) => levels.at(-1) === folded);
    if (lowest.length > 0) return lowest;
    // By meaning the plan finds a column; here only an upper heading shared by several is of interest.
    if (role && names.some(({ levels, bound }) => bound || labelRole(levels.at(-1)!) === role)) return [];
    return indexesOf(({ levels }) =>
      levels.slice(0, -1).some((level) => level === folded || (role !== undefined && labelRole(level) === role)),
    );
  };

  /** The field with the place of its column; two that fit are reported. */
  const withColumn = (field: Field): Field => {
    const { typed, span } = field.key;
    const found = meant(typed);
    if (found.length > 1) {
      const choices = [...new Set(found.map((index) => `“${names[index]!.typed}”`))];
      report(
        errors.ambiguousColumn(span, {
          key: typed,
          choices: choices.length > 1 ? choices.join(", ") : `${choices[0]} ghi ${found.length} lần`,
        }),
      );
    }
    return found[0] === undefined ? field : { ...field, column: found[0] };
  };

  /** A known field or a column's own name at the start of words that go on without a colon. */
  const keyWithoutColon = (words: string): { readonly typed: string; readonly known: string } | null => {
    for (const { index } of words.slice(0, 60).matchAll(/[ \t\u00a0]+(?=[A-ZÀ-ỸĐ\d…“])/g)) {
      const typed = words.slice(0, index);
      const known = findKeyword(typed, "row-field")?.spelling;
      if (
        known !== undefined ||
        (typed.includes(" ") && names.some(({ levels }) => levels.at(-1) === foldHeading(typed)))
      )
        return { typed, known: known ?? typed };
    }
    return null;
  };

  /** Looks at the lines that continue a title or a field: keys without a colon, and words that look like a key. */
  const checkLines = (value: CstNode | undefined, given: readonly Field[]): void => {
    const lines = [
      ...tokens(value, "ContinuationLine"),
      ...nodes(value, "item").flatMap((item) => tokens(item, "ContinuationLine")),
    ];
    for (const line of lines) checkLine(line, given);
  };

  const checkLine = (line: IToken, given: readonly Field[]): void => {
    const { start, end } = spanOfToken(line);
    if (/[,:(/–\\-]$/.test(text.slice(0, start).trimEnd())) return;
    const words = text.slice(start, end);
    const bare = keyWithoutColon(words);
    if (bare) {
      const span = { start, end: start + bare.typed.length };
      const folded = foldHeading(bare.typed);
      if (given.some(({ key }) => foldHeading(key.typed) === folded)) return;
      const fix = {
        title: `Thêm dấu hai chấm sau “${bare.typed}”`,
        safe: false,
        edits: [{ span: emptySpan(span.end), text: ":" }],
      };
      report(errors.missingColon(span, { key: bare.typed, known: bare.known }, { fix }));
      return;
    }
    const typed = /^[^:|\\]{2,60}?(?=[ \u00a0]*:)/.exec(words)?.[0];
    if (typed === undefined) return;
    const near = /[\d>]/.test(typed) ? nearest(typed, spellings) : undefined;
    const looksSo = keyLike.test(words) && typed.split(/[ \u00a0]+/).length <= 4;
    if (near === undefined && !looksSo) return;
    const span = { start, end: start + typed.length };
    const fix =
      near === undefined
        ? {
            title: "Đặt dấu \\ trước dấu hai chấm để thành lời văn",
            safe: false,
            edits: [{ span: emptySpan(span.end), text: "\\" }],
          }
        : { title: `Đổi “${typed}” thành “${near}”`, safe: false, edits: [{ span, text: near }] };
    report(
      errors.unknownWordsInRow(
        span,
        { key: typed, suggestion: near === undefined ? "" : ` Có phải “${near}”?` },
        { fix },
      ),
    );
  };

  return { withColumn, checkLines };
}

/** Words or a year, a colon, and what a value starts with: a capital, a digit, or nothing. */
const keyLike =
  /^((?:[A-Za-zÀ-ỹĐđ][A-Za-zÀ-ỹĐđ ,/()\u00a0]{1,31}|\d{4}(?: ?[-–] ?\d{4})?))[ \u00a0]*:(?=[ \t\u00a0]*(?:$|[A-ZÀ-ỸĐ\d…“]))/;
