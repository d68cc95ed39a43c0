/**
 * Columns of a task table: what each means (language rule 37), and which column a row's field goes to.
 */
import { type LabelRole, labelRole } from "../../grammar/keywords.ts";
import type { ColumnNode, Field, TaskTable as TaskTableNode } from "../syntax/syntax.ts";
import type { Binder } from "./binder.ts";
import * as errors from "./errors.ts";
import type { Column, ColumnRole } from "./plan.ts";
import { didYouMean, fold } from "./words.ts";

/** What may be written after `=`. */
const roleNames: readonly (readonly [LabelRole, string])[] = [
  ["ordinal", "tt"],
  ["task", "nhiệm vụ"],
  ["products", "sản phẩm"],
  ["lead", "chủ trì"],
  ["partners", "phối hợp"],
  ["time", "thời gian"],
  ["start", "bắt đầu"],
  ["end", "kết thúc"],
  ["budget", "kinh phí"],
  ["note", "ghi chú"],
  ["content", "nội dung"],
];

/** The columns of a table in order. One of them always prints the task's title, or it is reported that none can. */
export function toColumns(node: TaskTableNode, binder: Binder): Column[] {
  const columns = node.columns.map((column): Column => {
    const headings = column.headings.map((heading) => binder.prose(heading));
    return {
      role: roleOf(
        column,
        headings.map((heading) => heading.text),
        binder,
      ),
      headings,
      span: column.span,
    };
  });
  const taken = columns.findIndex((column) => column.role === "task");
  if (taken >= 0) {
    // A second column of that name has words of its own.
    return columns.map((column, index) =>
      column.role === "task" && index !== taken ? { ...column, role: "other" } : column,
    );
  }
  // “NỘI DUNG” is the task where no column is called so; else the first column that means nothing else.
  const stand = (["content", "other"] as const)
    .map((role) => columns.findIndex((column) => column.role === role))
    .find((index) => index >= 0);
  if (stand === undefined) {
    binder.report(errors.noTaskColumn(node.columns[0]?.span ?? node.span));
    return columns;
  }
  return columns.map((column, index) => (index === stand ? { ...column, role: "task" } : column));
}

function roleOf(node: ColumnNode, headings: readonly string[], binder: Binder): ColumnRole {
  if (node.binding) {
    const { text, span } = node.binding;
    const bound = labelRole(text) ?? roleNames.find(([, name]) => fold(name) === fold(text))?.[0];
    if (bound) return bound;
    const suggestion = didYouMean(
      text,
      roleNames.map(([, name]) => name),
    );
    binder.report(errors.unknownColumnBinding(span, { binding: text, suggestion }));
    return "other";
  }
  const own = labelRole(headings.at(-1) ?? "");
  if (own) return own;
  // KINH PHÍ > NSTW: a share of the budget.
  return headings.length > 1 && labelRole(headings[0]!) === "budget" ? "budget" : "other";
}

/** What is to be written after `=` for a column whose own name does not tell its meaning; "" for none. */
export function bindingOf(column: Column): string {
  if (column.role === "other" || labelRole(columnName(column)) === column.role) return "";
  return roleNames.find(([role]) => role === column.role)?.[1] ?? "";
}

/** The meaning that a word behind `=` gives; undefined for none. */
export const boundRole = (name: string): LabelRole | undefined => roleNames.find(([, known]) => known === name)?.[0];

/** The name of a column as a field's key may say it: its lowest heading. */
export const columnName = (column: Column): string => column.headings.at(-1)?.text ?? "";

const isNamed = (column: Column, typed: string): boolean => {
  const wanted = fold(typed);
  const path = column.headings.map((heading) => fold(heading.text));
  return path.at(-1) === wanted || path.join(" > ") === wanted || path.join(">") === wanted;
};

/** The index of the column a field goes to, by the column's own name first, then by meaning; -1 (reported) when the table
 * has none. */
export function columnOf(field: Field, columns: readonly Column[], binder: Binder): number {
  const { typed, id } = field.key;
  if (field.column !== undefined && field.column < columns.length) return field.column;
  const named = columns.findIndex((column) => isNamed(column, typed));
  if (named >= 0) return named;
  const role = labelRole(typed) ?? (id === "" ? undefined : roleNames.find(([name]) => name === id)?.[0]);
  if (role) {
    const meant = columns.findIndex((column) => column.role === role);
    if (meant >= 0) return meant;
    // The one column of a table that says what is done takes its content too.
    if (role === "content") return columns.findIndex((column) => column.role === "task");
  }
  // A table without columns is told once, by the syntax.
  if (columns.length === 0) return -1;
  const suggestion = didYouMean(typed, columns.map(columnName));
  binder.report(errors.noColumnForField(field.key.span, { field: typed, suggestion }));
  return -1;
}
