/**
 * What stands between the header and the first division: legal bases, opening paragraphs, the enacting line. A table or
 * a closing paragraph there (a plan that is nothing but its table) is content.
 */
import type { BodyNode, Paragraph } from "../syntax/syntax.ts";
import type { Binder } from "./binder.ts";
import { toParagraph } from "./content.ts";
import type { LegalBasis, ParagraphContent, Prose } from "./plan.ts";

export interface Preamble {
  readonly legalBases: readonly LegalBasis[];
  readonly opening: readonly ParagraphContent[];
  readonly enactingLine: Prose | null;
  /** Nodes from the first one that is no paragraph: they are content. */
  readonly rest: readonly BodyNode[];
}

const basisStart = /^(?:căn cứ|thực hiện|theo|xét đề nghị|xét)(?![\p{L}])/iu;

/** “…; Ủy ban nhân dân xã ban hành Kế hoạch …”: a paragraph of bases that is also the enacting clause (language rule 8). */
const enactingClause =
  /(?:ban hành|xây dựng|triển khai|lập|đề ra)\s+(?:và\s+)?(?:[\p{L}\s]{0,40})?(?:kế hoạch|chương trình|đề án|phương án|hướng dẫn|thông báo)(?:[\s\S]*)(?:như sau|sau đây|cụ thể|gồm)(?![\p{L}])/iu;

/** Reads the preamble. A basis begins with “Căn cứ”, “Thực hiện”, “Theo” or “Xét đề nghị” and ends with `;`, or with `.` or
 * `,` closing a run of bases. One that ends with `:`, or that enacts, is an opening paragraph. */
export function toPreamble(nodes: readonly BodyNode[], binder: Binder): Preamble {
  const legalBases: LegalBasis[] = [];
  const opening: ParagraphContent[] = [];
  let enactingLine: Prose | null = null;
  const first = nodes.findIndex((node) => !["paragraph", "enacting-line", "footnote"].includes(node.kind));
  const head = first < 0 ? nodes : nodes.slice(0, first);
  const starts = head.map((node) => node.kind === "paragraph" && basisStart.test(firstWords(node)));
  for (const [index, node] of head.entries()) {
    if (node.kind === "enacting-line") enactingLine ??= binder.prose(node.text);
    else if (node.kind === "footnote") {
      binder.notes.push({ number: node.number, text: binder.prose(node.text), span: node.span });
    } else if (node.kind === "paragraph") {
      const paragraph = toParagraph(node.text, node.emphasis, node.span, `mở-đầu-${opening.length + 1}`, binder);
      const inRun = starts[index - 1] === true || starts[index + 1] === true;
      if (starts[index] && isBasis(paragraph.text.text.trim(), inRun)) {
        legalBases.push({
          id: binder.id(`căn-cứ-${legalBases.length + 1}`),
          text: paragraph.text,
          span: paragraph.span,
        });
      } else opening.push(paragraph);
    }
  }
  return { legalBases, opening, enactingLine, rest: first < 0 ? [] : nodes.slice(first) };
}

const firstWords = (node: Paragraph): string => {
  let words = "";
  for (const inline of node.text.inlines) {
    if (inline.kind === "text") words += inline.text;
    else if (inline.kind === "strong" || inline.kind === "emphasis") {
      for (const child of inline.children) if (child.kind === "text") words += child.text;
    } else break;
  }
  return words.trimStart();
};

function isBasis(text: string, inRun: boolean): boolean {
  if (text.endsWith(";")) return true;
  if (text.endsWith(":") || enactingClause.test(text)) return false;
  // The last of a run; a basis alone ends with a point; one in a run without its sign is still one (a rule will say so).
  return /[.,]$/u.test(text) ? true : inRun;
}
