import { text } from "../diagnostics/diagnostic.ts";
import type { Content, Plan } from "../plan/plan.ts";
import type { Span } from "../source/source-file.ts";
import { example } from "./example.ts";
import { endOfLine, isTableLine, lineStart } from "./pasted.ts";
import { defineRule } from "./rule.ts";
import { scopesOf } from "./walk.ts";

const pasted = "TT\tNội dung\tSố buổi\n1.\tPhát thanh\t12\n2.\tHội nghị\t02";

/** VB513. Rows of a table with tabs between their cells, as Word and Excel give them. */
export default defineRule({
  code: "VB513",
  name: "table-as-text",
  severity: "warning",
  message: text`${"count"} dòng từ đây trông như một bảng dán vào (các ô cách nhau bằng dấu tab) nhưng đang in như lời văn.`,
  why: "Dấu tab không giữ được cột khi in; bảng ghi bằng “bảng:” với các ô trong dấu |, hoặc bằng “cột:” và “nhiệm vụ:”.",
  hint: "Bảng nhiệm vụ nên ghi bằng “cột:” và “nhiệm vụ:”, để máy đọc được cơ quan chủ trì và thời gian.",
  examples: {
    bad: example({ body: `I. NỘI DUNG\n\n${pasted}` }),
    good: example({
      body: "I. NỘI DUNG\n\nbảng:\n| TT | Nội dung | Số buổi |\n|---|---|---|\n| 1. | Phát thanh | 12 |\n| 2. | Hội nghị | 02 |",
    }),
  },
  check({ plan, document, report }) {
    const lines = scopesOf(document)
      .flatMap((content) => [...tableLines(plan, content)])
      .concat([...tableLines(plan, document.opening)])
      .sort((a, b) => a.start - b.start);
    for (const run of runsOf(plan, lines)) {
      const first = run[0]!;
      const rows = run.map((line) => cellsOf(plan, line));
      const width = rows[0]!.length;
      const whole = { start: lineStart(plan, first.start), end: endOfLine(plan, run.at(-1)!.end) };
      const edits = [{ span: whole, text: gridOf(rows) }];
      // Rows of other lengths come from cells of several lines: what belongs where, a person has to say.
      const isEven = rows.every((row) => row.length === width);
      const fix = isEven ? { title: "Chép thành “bảng:”", safe: false, edits } : undefined;
      report(first, { count: run.length }, fix ? { fix } : {});
    }
  },
});

/** The source lines of marked and unmarked paragraphs that look like rows. */
function* tableLines(plan: Plan, content: readonly Content[]): Generator<Span> {
  for (const item of content) {
    if (item.kind === "division") {
      yield* linesWithTabs(plan, { start: item.division.span.start, end: item.division.text.span.end });
      yield* tableLines(plan, item.division.children);
    } else if (item.kind === "paragraph") yield* linesWithTabs(plan, item.text.span);
  }
}

function* linesWithTabs(plan: Plan, { start, end }: Span): Generator<Span> {
  const source = plan.source.text;
  for (let at = lineStart(plan, start); at < end; ) {
    const stop = endOfLine(plan, at);
    const line = source.slice(at, stop);
    if (isTableLine(line))
      yield { start: at + (line.length - line.trimStart().length), end: at + line.trimEnd().length };
    at = stop + 1;
  }
}

/** Lines that follow each other with at most blank lines between; one alone is no table. */
function runsOf(plan: Plan, lines: readonly Span[]): (readonly Span[])[] {
  const runs: Span[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    if (last && plan.source.text.slice(last.end, line.start).trim() === "") runs.at(-1)!.push(line);
    else runs.push([line]);
  }
  return runs.filter((run) => run.length > 1);
}

function cellsOf(plan: Plan, line: Span): readonly string[] {
  return plan.source.text
    .slice(lineStart(plan, line.start), endOfLine(plan, line.end))
    .split("\t")
    .map((cell) => cell.trim());
}

/** The rows in the language: the first one is the head, and its repetitions at the tops of pages go. */
function gridOf(rows: readonly (readonly string[])[]): string {
  const [head, ...rest] = rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`);
  const rule = `|${rows[0]!.map(() => "---|").join("")}`;
  return ["bảng:", head!, rule, ...rest.filter((row) => row !== head)].join("\n");
}
