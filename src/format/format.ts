/**
 * The canonical layout of a source: indentation, blank lines, blanks after marks and keys, the order of the header's
 * fields. Words and comments stay as they are, and so does what the plan means: the result is read back, and a source
 * whose meaning would change in any way stays as it was.
 */
import { keywords } from "../../grammar/keywords.ts";
import { model } from "../emit/json.ts";
import { toPlan } from "../plan/from-syntax.ts";
import { isBullet } from "../plan/numbering.ts";
import type { Registries } from "../registry/registry.ts";
import { lineTable, type SourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import type { BodyNode, Division, SyntaxTree } from "../syntax/syntax.ts";
import { type Line, type LineKind, linesOf } from "./lines.ts";

/** Lines that follow the one above without a blank line. */
const attached: ReadonlySet<LineKind> = new Set([
  "HeaderKey",
  "AnnexFieldKey",
  "TableOptionKey",
  "FieldKey",
  "SubRowKey",
  "ItemBullet",
  "CellLine",
  "SignatureLine",
  "ContinuationLine",
  "ColumnsContinuation",
  "ColumnsContinuationBar",
  "GridBar",
  "GridRule",
  "GridContinuation",
]);

/** Lines with a blank line above. */
const apart: ReadonlySet<LineKind> = new Set([
  "DocumentKey",
  "AnnexKey",
  "RecipientsKey",
  "SignatureKey",
  "TaskKey",
  "GroupKey",
  "TotalKey",
  "GridKey",
  "EnactingLine",
  "ParagraphLine",
  "NamedPartMark",
  "ChapterMark",
  "SectionMark",
  "SubsectionMark",
  "ArticleMark",
  "PartMark",
  "RomanMark",
]);

/** The tidy text of a source, ending in one line end; the source's own text where it cannot be laid out with the same
 * meaning. Lines end with "\n". */
export const format = (source: SourceFile, registries: Registries): string => laidOut(source, registries).text;

/** The same; `isKept` where the layout would change the meaning and the source's own text stays. */
export function laidOut(
  source: SourceFile,
  registries: Registries,
): { readonly text: string; readonly isKept: boolean } {
  const text = formatUnchecked(source);
  if (text === source.text) return { text, isKept: false };
  const made = { path: source.path, text, lineStarts: lineTable(text), digest: "" };
  const isKept = meaning(source, registries) !== meaning(made, registries);
  return { text: isKept ? source.text : text, isKept };
}

/** The tidy text, not read back yet. */
export function formatUnchecked(source: SourceFile): string {
  const tree = parse(source).value;
  return layOut(inOrder(linesOf(source), tree), gapsOf(tree, source));
}

/** All that a source says, without places. */
export function meaning(source: SourceFile, registries: Registries): string {
  const tree = parse(source).value;
  const { value: plan } = toPlan(tree, registries);
  const withoutPlaces = (key: string, value: unknown): unknown => (/span$/i.test(key) ? undefined : value);
  const comments = tree.comments.map((comment) => comment.text).sort();
  return JSON.stringify(
    [model(plan), comments, tree.silences.map(({ codes, reason }) => [codes, reason])],
    withoutPlaces,
  );
}

// ── The order of the header's fields ────────────────────────────────────────────────────────────────────────────────

/** Places in the language's table; the list of abbreviations, which may be long, stands last. */
const place = new Map(
  keywords
    .filter((one) => one.places.includes("header"))
    .map((one, index) => [one.id, one.id === "abbreviations" ? Number.POSITIVE_INFINITY : index] as const),
);

/** Infinity minus itself is no order. */
const order = (key: string): number => Math.min(place.get(key) ?? 99, 1000);

/** The lines with the fields of each header in the order of the language's table. A field takes its comments and the
 * lines below it along; a header with a line that is no field stays as it is. */
function inOrder(lines: readonly Line[], tree: SyntaxTree): readonly Line[] {
  const result: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    result.push(line);
    at += 1;
    if (line.kind !== "DocumentKey") continue;
    while (lines[at]?.kind === "ContinuationLine") result.push(lines[at++]!);
    const end = headerEnd(lines, at);
    result.push(...sortedFields(lines.slice(at, end), tree));
    at = end;
  }
  return result;
}

/** Behind the last line of the header's fields. */
function headerEnd(lines: readonly Line[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const { kind } = lines[at]!;
    if (kind === "HeaderKey" || ((kind === "ItemBullet" || kind === "ContinuationLine") && end === at)) end = at + 1;
    else if (kind !== "Comment" && kind !== "BlankLine") break;
  }
  return end;
}

function sortedFields(lines: readonly Line[], tree: SyntaxTree): readonly Line[] {
  const fields: { readonly key: string; readonly lines: Line[] }[] = [];
  let above: Line[] = [];
  for (const line of lines) {
    if (line.kind === "HeaderKey") {
      fields.push({ key: line.key, lines: [...above, line] });
      above = [];
    } else if (line.kind === "ItemBullet" || line.kind === "ContinuationLine") {
      const last = fields.at(-1);
      if (last === undefined || above.length > 0) return lines;
      last.lines.push(line);
    } else if (line.kind === "Comment") above.push(line);
  }
  // A silence covers what stands below it, whatever that is.
  if (tree.silences.length > 0 || above.length > 0) return lines;
  return [...fields].sort((a, b) => order(a.key) - order(b.key)).flatMap((one) => one.lines);
}

// ── Blank lines between divisions ───────────────────────────────────────────────────────────────────────────────────

/** For the offset of a mark: whether a blank line stands above it; undefined leaves it as typed. */
type Gaps = ReadonlyMap<number, boolean>;

function gapsOf(tree: SyntaxTree, source: SourceFile): Gaps {
  const gaps = new Map<number, boolean>();
  const lineStartOf = (offset: number): number => source.text.lastIndexOf("\n", offset - 1) + 1;
  const blankAbove = (offset: number): boolean =>
    /\n[^\S\n]*\n(?:[^\S\n]*#[^\n]*\n)*$/.test(
      source.text.slice(Math.max(0, lineStartOf(offset) - 600), lineStartOf(offset)),
    );
  const visit = (nodes: readonly BodyNode[], head: Division | null): void => {
    let run: Division[] = [];
    const close = (): void => {
      settle(run);
      run = [];
    };
    for (const [index, node] of nodes.entries()) {
      if (node.kind !== "division") {
        close();
        continue;
      }
      if (run.length > 0 && run[0]!.mark.kind !== node.mark.kind) close();
      run.push(node);
      if (index === 0 && head !== null && !isBullet(node.mark)) gaps.set(node.mark.span.start, true);
      visit(node.children, node);
    }
    close();
  };
  /** Sisters stand all apart or all together: apart when one of them has something below it, else as most of them do. */
  const settle = (run: readonly Division[]): void => {
    const [, ...others] = run;
    if (others.length === 0) return;
    const spread = others.filter((one) => blankAbove(one.mark.span.start)).length;
    const loose = run.some((one) => one.children.length > 0) || spread * 2 > others.length;
    for (const one of others) gaps.set(one.mark.span.start, loose);
  };
  for (const document of tree.documents) {
    visit(document.preamble, null);
    visit(document.body, null);
    for (const annex of document.annexes) visit(annex.body, null);
  }
  // By the start of the line, where the layout looks them up.
  return new Map([...gaps].map(([offset, gap]) => [lineStartOf(offset), gap]));
}

// ── Layout ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function layOut(lines: readonly Line[], gaps: Gaps): string {
  const result: string[] = [];
  let comments: { readonly line: Line; readonly blank: boolean }[] = [];
  let isBlankAbove = false;
  /** Depth of the fields of the row at hand, and of the line that a continuation continues. */
  let fieldDepth = 1;
  let depth = 0;
  let before: Line | null = null;
  for (const line of lines) {
    if (line.kind === "BlankLine") {
      isBlankAbove = true;
      continue;
    }
    if (line.kind === "Comment") {
      comments.push({ line, blank: isBlankAbove });
      isBlankAbove = false;
      continue;
    }
    if (line.kind === "TaskKey" || line.kind === "GroupKey" || line.kind === "TotalKey") [depth, fieldDepth] = [0, 1];
    else if (line.kind === "SubRowKey") [depth, fieldDepth] = [1, 2];
    else if (line.kind === "FieldKey") depth = fieldDepth;
    else if (line.kind === "ItemBullet" || line.kind === "CellLine") depth = isHeader(before) ? 0 : depth;
    else if (!continues.has(line.kind)) depth = 0;
    const typed = isBlankAbove || comments.some(({ blank }) => blank);
    const indent = "  ".repeat(depth);
    if (result.length > 0 && blankBefore(line, before, typed, gaps)) result.push("");
    // Comments keep a blank line among themselves: the first of them may speak of more than the next line.
    comments.forEach(({ line: comment, blank }, index) => {
      if (blank && index > 0) result.push("");
      result.push(`${indent}${comment.tidy}`);
    });
    if (comments.length > 0 && isBlankAbove) result.push("");
    result.push(`${indent}${line.tidy}`);
    comments = [];
    isBlankAbove = false;
    before = line;
  }
  for (const { line: comment, blank } of comments) {
    if (blank && result.length > 0) result.push("");
    result.push(comment.tidy);
  }
  return result.length === 0 ? "" : `${result.join("\n")}\n`;
}

const continues: ReadonlySet<LineKind> = new Set([
  "ContinuationLine",
  "ColumnsContinuation",
  "ColumnsContinuationBar",
  "GridContinuation",
]);

const headKinds: ReadonlySet<LineKind> = new Set(["DocumentKey", "HeaderKey", "AnnexKey", "AnnexFieldKey"]);

const isHeader = (line: Line | null): boolean => line?.kind === "HeaderKey" || line?.kind === "AnnexFieldKey";

function blankBefore(line: Line, before: Line | null, typed: boolean, gaps: Gaps): boolean {
  if (attached.has(line.kind)) return false;
  if (apart.has(line.kind)) return true;
  // Where the header or the head of an annex ends, the text begins.
  if (before !== null && headKinds.has(before.kind) && line.kind !== "ColumnsKey") return true;
  if (line.kind === "ColumnsKey" && before !== null && !headKinds.has(before.kind)) return true;
  return gaps.get(line.start) ?? typed;
}
