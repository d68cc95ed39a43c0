import { text } from "../diagnostics/diagnostic.ts";
import type { Content, Plan, Prose } from "../plan/plan.ts";
import type { Span } from "../source/source-file.ts";
import { example } from "./example.ts";
import { lineStart } from "./pasted.ts";
import { defineRule } from "./rule.ts";
import { scopesOf } from "./walk.ts";

/** A line with a number alone: “2”, “- 2 -”, “Trang 2/9”. */
const pageNumber = /^(?:trang\s+)?[-–]?\s*(\d{1,3})\s*(?:\/\s*\d{1,3})?\s*[-–]?$/iu;

/** VB515. Page numbers that were copied with the text. */
export default defineRule({
  code: "VB515",
  name: "page-number-as-text",
  severity: "warning",
  message: text`“${"words"}” đứng một mình trên dòng${"more"}, trông như số trang chép theo; đang in như lời văn.`,
  why: "Số trang được đánh tự động (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.7); chép từ tệp PDF thường kéo theo số của từng trang.",
  hint: "Bỏ các dòng này; nếu bỏ thì hai nửa của đoạn bị ngắt trang cũng cần nối lại.",
  examples: {
    bad: example({
      body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n\n2\n\n2. Niêm yết tại trụ sở.",
    }),
    good: example({}),
  },
  check({ plan, document, report }) {
    const found = [document.opening, ...scopesOf(document)]
      .flatMap((content) => [...prosesIn(content)])
      .flatMap((prose) => [...numberLines(plan, prose)])
      .sort((a, b) => a.shown.start - b.shown.start);
    // Lines in a paragraph count only where they go on counting pages.
    const pages = found.filter(
      (one, index) =>
        one.alone || found[index - 1]?.number === one.number - 1 || found[index + 1]?.number === one.number + 1,
    );
    const [first] = pages;
    if (first === undefined) return;
    const more = pages.length === 1 ? "" : ` và ${pages.length - 1} dòng như thế nữa`;
    const edits = pages.map(({ line }) => ({ span: line, text: "" }));
    const title = pages.length === 1 ? "Bỏ dòng này" : `Bỏ ${pages.length} dòng`;
    const words = plan.source.text.slice(first.shown.start, first.shown.end);
    report(first.shown, { words, more }, { fix: { title, safe: false, edits } });
  },
});

/** Marked and unmarked paragraphs, not the cells of tables. */
function* prosesIn(content: readonly Content[]): Generator<Prose> {
  for (const item of content) {
    if (item.kind === "paragraph") yield item.text;
    else if (item.kind === "division") {
      yield item.division.text;
      yield* prosesIn(item.division.children);
    }
  }
}

interface NumberLine {
  readonly number: number;
  /** The paragraph is nothing but this line. */
  readonly alone: boolean;
  readonly shown: Span;
  /** With its line end. */
  readonly line: Span;
}

function* numberLines(plan: Plan, prose: Prose): Generator<NumberLine> {
  const source = plan.source.text;
  const from = lineStart(plan, prose.span.start);
  for (let at = from; at < prose.span.end; ) {
    const end = source.indexOf("\n", at);
    const stop = end < 0 ? source.length : end;
    const typed = source.slice(at, stop);
    const match = pageNumber.exec(typed.trim());
    if (match) {
      const start = at + (typed.length - typed.trimStart().length);
      yield {
        number: Number(match[1]),
        alone: at === from && stop >= prose.span.end,
        shown: { start, end: at + typed.trimEnd().length },
        line: { start: at, end: Math.min(stop + 1, source.length) },
      };
    }
    at = stop + 1;
  }
}
