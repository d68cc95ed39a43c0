/** Comments, and among them `# bỏ qua VB101: lý do`, with the construct that each silence covers. */
import type { IToken } from "../../grammar/cst.ts";
import { foldVietnamese } from "../../grammar/keywords.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { emptySpan, type SourceFile, type Span } from "../source/source-file.ts";
import { silenceWithoutReason } from "./errors.ts";
import type { BodyNode, Comment, DocumentNode, Field, Silence } from "./syntax.ts";

export function readComments(tokens: readonly IToken[]): Comment[] {
  return tokens.map((token) => {
    const lead = token.image.indexOf("#");
    const words = token.image.slice(lead).replace(/\s+$/, "");
    const start = token.startOffset + lead;
    return { text: words.slice(1).trim(), span: { start, end: start + words.length } };
  });
}

/** `bỏ qua` (folded), codes, and a reason after a colon. Without a code it is an ordinary comment. */
export function readSilences(
  comments: readonly Comment[],
  documents: readonly DocumentNode[],
  source: SourceFile,
  report: (diagnostic: Diagnostic) => void,
): Silence[] {
  const found = comments.filter((comment) => /^bo qua\b/.test(foldVietnamese(comment.text.slice(0, 12))));
  if (found.length === 0) return [];
  const targets = constructs(documents);
  const result: Silence[] = [];
  for (const comment of found) {
    const match = /^\S+\s+\S+?:?(?:\s+|$)([^:]*)(?::([\s\S]*))?$/.exec(comment.text);
    const codes = (match?.[1] ?? "")
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((code) => /^[A-Z]{2}\d{3}$/.test(code));
    if (codes.length === 0) continue;
    const reason = (match?.[2] ?? "").trim();
    if (reason === "") report(silenceWithoutReason(comment.span, { codes: codes.join(", ") }));
    result.push({ codes, reason, span: comment.span, target: nextAfter(targets, comment.span.end, source) });
  }
  return result;
}

function nextAfter(targets: readonly Span[], offset: number, source: SourceFile): Span {
  let low = 0;
  let high = targets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (targets[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return targets[low] ?? emptySpan(source.text.length);
}

/** The spans a silence may cover, sorted by start; of those that start together only the longest. A document or an
 * annex counts with its title line alone: nobody means to silence all of it. */
function constructs(documents: readonly DocumentNode[]): Span[] {
  const spans: Span[] = [];
  const field = (node: Field): void => {
    spans.push(node.span);
    for (const item of node.items) spans.push(item.span);
  };
  const body = (node: BodyNode): void => {
    spans.push(node.span);
    switch (node.kind) {
      case "division":
        node.children.forEach(body);
        break;
      case "task-table":
        node.options.forEach(field);
        for (const row of node.rows) {
          spans.push(row.span);
          if (row.kind === "group-row") continue;
          row.fields.forEach(field);
          if (row.kind !== "task-row") continue;
          for (const sub of row.subRows) {
            spans.push(sub.span);
            sub.fields.forEach(field);
          }
        }
        break;
      case "literal-table":
        node.options.forEach(field);
        for (const row of node.rows) spans.push(row.span);
        break;
    }
  };
  const ends = (node: DocumentNode | DocumentNode["annexes"][number]): void => {
    spans.push({ start: node.key.span.start, end: Math.max(node.key.span.end, node.title.span.end) });
    node.fields.forEach(field);
    node.body.forEach(body);
    for (const block of [...node.recipients, ...node.signatures]) {
      spans.push(block.span);
      for (const line of block.lines) spans.push(line.span);
    }
  };
  for (const document of documents) {
    ends(document);
    document.preamble.forEach(body);
    document.annexes.forEach(ends);
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return spans.filter((span, index) => span.start !== spans[index - 1]?.start);
}
