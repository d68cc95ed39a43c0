/**
 * Body nodes of the syntax tree → Content: divisions with ids, levels, roles and duties, paragraphs, tables, footnotes.
 * The roles follow rules 5 and 9–13 of the language; tasks are found later, in `tasks.ts`.
 */
import { labelRole } from "../../grammar/keywords.ts";
import type { Span } from "../source/source-file.ts";
import type { BodyNode, Division as DivisionNode, InlineText, Mark, MarkKind } from "../syntax/syntax.ts";
import type { Binder } from "./binder.ts";
import { dutyOf, isAgencyList } from "./duties.ts";
import { toGrid } from "./grid.ts";
import { idStep, rank } from "./numbering.ts";
import type { Content, Division, DivisionRole, ParagraphContent, Prose } from "./plan.ts";
import { generatedProse } from "./prose.ts";
import { toTaskTable } from "./tables.ts";
import { fold } from "./words.ts";

/** A label at the start of a text: “Cơ quan chủ trì: …”. `end` is where the value starts. */
export interface FoundLabel {
  readonly label: string;
  readonly role: NonNullable<ReturnType<typeof labelRole>> | "other";
  readonly end: number;
}

/** Further labels of a task, kept under their own words. */
const otherLabels =
  /^(?:hình thức(?: thực hiện| tổ chức)?|địa điểm(?: thực hiện| tổ chức)?|đối tượng(?: tham gia| thực hiện)?|thành phần(?: tham dự| tham gia)?|số lượng|quy mô|phương pháp|cách thức(?: thực hiện)?|yêu cầu|mục tiêu|chỉ tiêu|phạm vi)$/iu;

/** Phrases that name columns, but at the start of a sentence are words like others. */
const columnWordsOnly = new Set(
  ["thực hiện", "tổ chức thực hiện", "trách nhiệm", "phân công", "kết quả", "lưu ý"].map(fold),
);

/** The label a text begins with (language rule 26), or null. */
export function labelIn(text: string): FoundLabel | null {
  const match = /^\s*([^:]{2,60}?)\s*:\s*/u.exec(text);
  if (!match) return null;
  const role = labelRole(match[1]!);
  // TT and NHIỆM VỤ name columns; at the start of a line they are words.
  if (role !== undefined && role !== "ordinal" && role !== "task" && !columnWordsOnly.has(fold(match[1]!))) {
    return { label: match[1]!, role, end: match[0].length };
  }
  return otherLabels.test(match[1]!) ? { label: match[1]!, role: "other", end: match[0].length } : null;
}

/** Marks whose line never is a label: a main heading says what its section is about. */
const mainMarks: readonly MarkKind[] = ["named-part", "chapter", "section", "subsection", "article", "part", "roman"];
export const mayBeLabel = (mark: Mark): boolean => !mainMarks.includes(mark.kind);

/** Ranks of all marks in a body, sorted: the place of a mark's rank is its level. */
export function levelsOf(nodes: readonly BodyNode[]): readonly number[] {
  const ranks = new Set<number>();
  const walk = (list: readonly BodyNode[]): void => {
    for (const node of list) {
      if (node.kind !== "division") continue;
      ranks.add(rank(node.mark));
      walk(node.children);
    }
  };
  walk(nodes);
  return [...ranks].sort((a, b) => a - b);
}

export interface Place {
  /** Prefix of ids: "" in the document, the annex's id in an annex. */
  readonly path: string;
  readonly parent: Mark | null;
  readonly levels: readonly number[];
  /** Inside an article, where `1.` is a clause. */
  readonly inArticle: boolean;
}

/** Content of a body or of a division. Footnotes go to the binder. */
export function toContent(nodes: readonly BodyNode[], place: Place, binder: Binder): Content[] {
  const content: Content[] = [];
  const count: Record<string, number> = {};
  const next = (kind: string): number => {
    count[kind] = (count[kind] ?? 0) + 1;
    return count[kind];
  };
  const path = (step: string): string => (place.path === "" ? step : `${place.path}.${step}`);
  for (const node of nodes) {
    switch (node.kind) {
      case "division": {
        const step = idStep(node.mark, place.parent, next(node.mark.kind));
        content.push({ kind: "division", division: toDivision(node, path(step), place, binder) });
        break;
      }
      case "paragraph":
        content.push(toParagraph(node.text, node.emphasis, node.span, path(`p${next("p")}`), binder));
        break;
      case "footnote":
        binder.notes.push({ number: node.number, text: binder.prose(node.text), span: node.span });
        break;
      case "task-table":
        content.push({ kind: "task-table", table: toTaskTable(node, binder.id(path(`bảng-${next("t")}`)), binder) });
        break;
      case "literal-table":
        content.push({ kind: "grid", grid: toGrid(node, binder.id(path(`bảng-${next("t")}`)), binder) });
        break;
      case "enacting-line":
        // Between the bases and the first article it belongs to the decision; anywhere else it is words.
        content.push(toParagraph(node.text, undefined, node.span, path(`p${next("p")}`), binder));
        break;
      case "error":
        content.push({
          kind: "paragraph",
          id: binder.id(path(`p${next("p")}`)),
          text: generatedProse(node.text, node.span),
          role: "text",
          span: node.span,
        });
        break;
    }
  }
  return content;
}

/** An unmarked paragraph; emphasis round all of it makes it an unnumbered heading (language rule 5). */
export function toParagraph(
  inline: InlineText,
  emphasis: DivisionNode["emphasis"],
  span: Span,
  id: string,
  binder: Binder,
): ParagraphContent {
  const text = binder.prose(inline, emphasis);
  const role = emphasis && !/[.;]$/u.test(text.text) ? "plain-heading" : labelIn(text.text) ? "label" : "text";
  return { kind: "paragraph", id: binder.id(id), text, role, span };
}

function toDivision(node: DivisionNode, id: string, place: Place, binder: Binder): Division {
  const text = binder.prose(node.text, node.emphasis);
  const ownId = binder.id(id);
  const hasList = node.children.some((child) => child.kind === "division");
  const look = lookOf(node, text, hasList, place.inArticle, binder);
  const numbered = node.mark.kind !== "dash" && node.mark.kind !== "plus" && node.mark.kind !== "article";
  const duty = numbered && look.role !== "label" ? dutyOf(text, look.role, binder.agencies) : [];
  const inArticle = place.inArticle || node.mark.kind === "article";
  const inside: Place = { path: ownId, parent: node.mark, levels: place.levels, inArticle };
  return {
    id: ownId,
    mark: node.mark,
    level: place.levels.indexOf(rank(node.mark)) + 1,
    role: look.role,
    text,
    ...(look.headingLength === undefined ? {} : { headingLength: look.headingLength }),
    children: toContent(node.children, inside, binder),
    duty,
    span: node.span,
    headSpan: node.headSpan,
  };
}

interface Look {
  readonly role: DivisionRole;
  readonly headingLength?: number;
}

/** Language rules 9–12 and 26: what a marked line is, by its mark, its end and the emphasis typed round it. */
function lookOf(node: DivisionNode, prose: Prose, hasList: boolean, inArticle: boolean, binder: Binder): Look {
  const text = prose.text.trim();
  const { kind } = node.mark;
  const endsText = /[.;,]$/u.test(text);
  const label = mayBeLabel(node.mark) ? labelIn(text) : null;
  switch (kind) {
    case "named-part":
    case "chapter":
    case "section":
    case "subsection":
      return { role: "heading" };
    case "article":
      if (text !== "" && !/[.;,:]$/u.test(text)) return { role: "heading" };
      return { role: hasList && text.endsWith(":") ? "list-introduction" : "text" };
    case "part":
    case "roman":
    case "arabic": {
      if (node.emphasis) return { role: "heading" };
      // A label with its value on the line is text; a label alone is a heading over its values.
      if (label && label.role !== "other" && text.length > label.end) return { role: "label" };
      const runIn = runInLength(prose.text, endsText, binder);
      if (runIn !== null) return { role: "run-in-heading", headingLength: runIn };
      // A clause of an article that ends in a colon introduces its points.
      if (inArticle && text.endsWith(":")) return { role: hasList ? "list-introduction" : "text" };
      return { role: text !== "" && !endsText ? "heading" : "text" };
    }
    case "decimal":
    case "letter":
    case "numeral": {
      if (node.emphasis === "strong" || node.emphasis === "both") return { role: "heading" };
      if (node.emphasis && !endsText && !text.endsWith(":")) return { role: "heading" };
      if (label && label.role !== "other") return { role: "label" };
      const runIn = kind === "decimal" ? runInLength(prose.text, endsText, binder) : null;
      if (runIn !== null) return { role: "run-in-heading", headingLength: runIn };
      return { role: hasList && text.endsWith(":") ? "list-introduction" : "text" };
    }
    case "dash":
    case "plus":
      if (label && label.role !== "other") return { role: "label" };
      return { role: hasList && text.endsWith(":") ? "list-introduction" : "text" };
  }
}

/** The length of a run-in heading with its colon, or null: an agency or a list of them, a colon, and a continuation on a
 * line that ends as text does (language rule 12). A parenthesis after the colon is a note on a heading. */
function runInLength(text: string, endsText: boolean, binder: Binder): number | null {
  const colon = text.indexOf(":");
  if (colon < 1 || !endsText) return null;
  const rest = text.slice(colon + 1).trim();
  if (rest === "" || rest.startsWith("(")) return null;
  return isAgencyList(text, colon, binder.agencies) ? colon + 1 : null;
}
