/** The line differences of two texts, for people: hunks as in a unified diff. */
import { type Paint, printable } from "../diagnostics/pretty.ts";
import { diffSequences } from "./sequence.ts";

/** Lines shown round a change. */
const context = 2;

/** Hunks of lines that went (`-`) and came (`+`); "" where both texts have the same lines. */
export function lineDiff(before: string, after: string, paint: Paint): string {
  const linesOf = (text: string): string[] => {
    const lines = text.split("\n");
    if (lines.at(-1) === "") lines.pop();
    return lines;
  };
  const [a, b] = [linesOf(before), linesOf(after)];
  interface Row {
    readonly sign: " " | "-" | "+";
    readonly text: string;
    /** Numbers of the line, from 1, in either text. */
    readonly a: number;
    readonly b: number;
  }
  const rows: Row[] = diffSequences(a, b).flatMap((run): Row[] => {
    if (run.kind === "added")
      return b.slice(...run.b).map((text, i) => ({ sign: "+", text, a: run.a[0], b: run.b[0] + i + 1 }));
    const sign = run.kind === "removed" ? "-" : " ";
    return a
      .slice(...run.a)
      .map((text, i) => ({ sign, text, a: run.a[0] + i + 1, b: run.b[0] + (sign === " " ? i + 1 : 0) }));
  });
  const isShown = rows.map((_, index) =>
    rows.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== " "),
  );
  const lines: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (!isShown[index]) continue;
    if (index === 0 || !isShown[index - 1]) lines.push(paint.faint(`@@ dòng ${Math.max(1, row.b)} @@`));
    const text = `${row.sign}${printable(row.text)}`;
    lines.push(
      row.sign === "-" ? paint.severity("error", text) : row.sign === "+" ? paint.severity("notice", text) : text,
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}
