/** The visitor's part for tables: task tables (`cột:`) and literal ones (`bảng:`). */
import type { CstNode, IToken } from "../../grammar/cst.ts";
import type { KeyPayload } from "../../grammar/line-types.ts";
import { cover, emptySpan } from "../source/source-file.ts";
import { allTokens, node, nodes, token, tokens } from "./cst.ts";
import * as errors from "./errors.ts";
import { trimmed } from "./inline.ts";
import type { Reader } from "./reader.ts";
import { rowKeys } from "./row-keys.ts";
import type {
  ColumnNode,
  Field,
  GroupRow,
  LiteralCell,
  LiteralRow,
  LiteralTable,
  SubRow,
  TaskRow,
  TaskTable,
  TotalRow,
} from "./syntax.ts";

/** Options that a literal table has; the others are for tables whose rows are counted. */
const gridOptions: ReadonlySet<string> = new Set(["widths", "align", "paper"]);

/** The two readers of tables. */
export function tableReaders(reader: Reader) {
  const {
    text,
    report,
    spanOfToken,
    spanOf,
    inline,
    inlinePieces,
    keyOf,
    afterKey,
    ownLines,
    readValue,
    fieldOf,
    unknown,
    numberOf,
  } = reader;

  const columnsOf = (parent: CstNode | undefined, keyToken: IToken): ColumnNode[] => {
    const result: ColumnNode[] = [];
    for (const column of nodes(parent, "column")) {
      const parts = allTokens(column);
      const headings: IToken[][] = [[]];
      const binding: IToken[] = [];
      let bound = false;
      for (const part of parts) {
        if (part.tokenType.name === "Equals" && !bound) bound = true;
        else if (bound) binding.push(part);
        else if (part.tokenType.name === "Above") headings.push([]);
        else headings[headings.length - 1]!.push(part);
      }
      const span = spanOf(column, emptySpan(afterKey(keyToken)));
      const bindingSpan = cover(binding.map(spanOfToken), emptySpan(span.end));
      result.push({
        headings: headings.map((heading) => inline(heading, span.start)),
        ...(bound ? { binding: { text: text.slice(bindingSpan.start, bindingSpan.end), span: bindingSpan } } : {}),
        span,
      });
    }
    // `| TT | NHIỆM VỤ |` with bars at the ends means the same.
    const empty = (column: ColumnNode | undefined): boolean =>
      column !== undefined &&
      column.binding === undefined &&
      column.headings.every((heading) => heading.inlines.length === 0);
    while (result.length > 1 && empty(result[0])) result.shift();
    while (result.length > 1 && empty(result[result.length - 1])) result.pop();
    if (result.every(empty)) report(errors.noColumns(keyOf(keyToken).span));
    return result;
  };

  let keys = rowKeys(reader, []);

  const rowFields = (parent: CstNode | undefined): Field[] => {
    const fieldNodes = nodes(parent, "rowField");
    const fields = fieldNodes.map((field) => {
      unknown(field, errors.unknownRowField);
      return keys.withColumn(fieldOf(field));
    });
    for (const value of [parent, ...fieldNodes].map((owner) => node(owner, "value"))) keys.checkLines(value, fields);
    return fields;
  };

  const subRowOf = (parent: CstNode): SubRow => {
    const keyToken = token(parent, "SubRowKey")!;
    const at = afterKey(keyToken);
    const value = readValue(node(parent, "value"), at);
    return {
      kind: "sub-row",
      keySpan: keyOf(keyToken).span,
      ...(value.text.inlines.length > 0 ? { title: value.text } : {}),
      titleItems: value.items,
      fields: rowFields(parent),
      span: spanOf(parent, emptySpan(at)),
    };
  };

  const taskRowOf = (parent: CstNode): TaskRow => {
    const keyToken = token(parent, "TaskKey");
    const span = spanOf(parent, emptySpan(0));
    const subRows = nodes(parent, "subRow")
      .map(subRowOf)
      .sort((a, b) => a.span.start - b.span.start);
    if (!keyToken) {
      const first = subRows[0];
      if (first) report(errors.subRowWithoutTask(first.keySpan));
      return {
        kind: "task-row",
        keySpan: emptySpan(span.start),
        title: { inlines: [], span: emptySpan(span.start) },
        titleItems: [],
        fields: [],
        subRows,
        span,
      };
    }
    const value = readValue(node(parent, "value"), afterKey(keyToken));
    const number = numberOf(keyToken.payload as KeyPayload);
    return {
      kind: "task-row",
      keySpan: keyOf(keyToken).span,
      ...(number ? { number } : {}),
      title: value.text,
      titleItems: value.items,
      fields: rowFields(parent),
      subRows,
      span,
    };
  };

  const groupRowOf = (parent: CstNode): GroupRow => {
    const keyToken = token(parent, "GroupKey")!;
    const at = afterKey(keyToken);
    const own = [...tokens(parent, "CellText"), ...tokens(parent, "Bar")].sort((a, b) => a.startOffset - b.startOffset);
    const bar = own.findIndex((part) => part.tokenType.name === "Bar");
    const after = bar < 0 ? own : own.slice(bar + 1);
    const below = [...tokens(parent, "ContinuationLine"), ...nodes(parent, "item").flatMap(allTokens)].sort(
      (a, b) => a.startOffset - b.startOffset,
    );
    const line = cover(
      after.map((part) => ({ start: part.startOffset, end: part.startOffset + part.image.length })),
      emptySpan(at),
    );
    const words = inlinePieces([trimmed(text, line.start, line.end), ...below.map(spanOfToken)], at);
    const fields = rowFields(parent);
    for (const field of fields) report(errors.groupWithFields(field.key.span, { key: field.key.typed }));
    return {
      kind: "group-row",
      keySpan: keyOf(keyToken).span,
      ...(bar < 0 ? {} : { mark: inline(own.slice(0, bar), at) }),
      text: words,
      ...(fields.length > 0 ? { fields } : {}),
      span: spanOf(parent, emptySpan(at)),
    };
  };

  const totalRowOf = (parent: CstNode): TotalRow => {
    const keyToken = token(parent, "TotalKey")!;
    const at = afterKey(keyToken);
    const value = node(parent, "value");
    const lines = [...ownLines(value), ...nodes(value, "item").flatMap(allTokens)];
    return {
      kind: "total-row",
      keySpan: keyOf(keyToken).span,
      text: inline(lines, at),
      fields: rowFields(parent),
      span: spanOf(parent, emptySpan(at)),
    };
  };

  const taskTableOf = (parent: CstNode): TaskTable => {
    const keyToken = token(parent, "ColumnsKey")!;
    const columns = columnsOf(node(parent, "columns"), keyToken);
    keys = rowKeys(reader, columns);
    const rows = [
      ...nodes(parent, "taskRow").map(taskRowOf),
      ...nodes(parent, "groupRow").map(groupRowOf),
      ...nodes(parent, "totalRow").map(totalRowOf),
    ].sort((a, b) => a.span.start - b.span.start);
    return {
      kind: "task-table",
      columns,
      options: nodes(parent, "tableOption").map(fieldOf),
      rows,
      span: spanOf(parent, emptySpan(afterKey(keyToken))),
    };
  };

  const literalRowOf = (parent: CstNode, head: boolean): LiteralRow => {
    const opening = token(parent, "GridBar") ?? token(parent, "StrayGridBar");
    const parts = allTokens(node(parent, "cells"));
    const cells: LiteralCell[] = [];
    let from = opening ? opening.startOffset + opening.image.length : (parts[0]?.startOffset ?? 0);
    let current: IToken[] = [];
    const push = (to: number): void => {
      const words = inline(current, from);
      const span = words.inlines.length > 0 ? words.span : trimmed(text, from, to);
      const typed = current.length === 1 ? current[0]!.image.trim() : "";
      cells.push({ text: words, ...(typed === "^" ? { merge: "up" } : typed === "<" ? { merge: "left" } : {}), span });
      current = [];
    };
    for (const part of parts) {
      if (part.tokenType.name === "Bar") {
        push(part.startOffset);
        from = part.startOffset + 1;
      } else {
        current.push(part);
      }
    }
    if (current.some((part) => part.image.trim() !== "")) push(current[current.length - 1]!.startOffset);
    return { cells, head, span: spanOf(parent, emptySpan(from)) };
  };

  const literalTableOf = (parent: CstNode): LiteralTable => {
    const keyToken = token(parent, "GridKey");
    const span = spanOf(parent, emptySpan(0));
    const rowNodes = [...nodes(parent, "strayGridRow"), ...nodes(parent, "gridRow")];
    const rule = token(parent, "GridRule")?.startOffset;
    if (!keyToken) {
      const bar = { start: span.start, end: span.start + 1 };
      report(
        errors.gridWithoutKey(
          bar,
          {},
          {
            fix: { title: "Thêm dòng “bảng:”", safe: true, edits: [{ span: emptySpan(span.start), text: "bảng:\n" }] },
          },
        ),
      );
    }
    const options = nodes(parent, "tableOption").map(fieldOf);
    for (const { key } of options) {
      if (!gridOptions.has(key.id)) report(errors.idleTableOption(key.span, { key: key.typed }));
    }
    const rows = rowNodes.map((row, index) => {
      const at = allTokens(row)[0]?.startOffset ?? 0;
      return literalRowOf(row, rule === undefined ? index === 0 : at < rule);
    });
    return {
      kind: "literal-table",
      caption: inline(ownLines(parent), keyToken ? afterKey(keyToken) : span.start),
      options,
      rows,
      span,
    };
  };

  return { taskTableOf, literalTableOf };
}
