/**
 * From the flat list of marked lines to nested divisions: everything up to the next mark of the same or a higher level
 * belongs to a marked line. The order of levels is fixed; punctuation and look never change it (language rule 9).
 */
import { cover } from "../source/source-file.ts";
import { plainText } from "./inline.ts";
import type { BodyNode, Division, Mark, MarkKind, Paragraph } from "./syntax.ts";

const order: Readonly<Record<MarkKind, number>> = {
  "named-part": 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  part: 5,
  roman: 6,
  arabic: 7,
  decimal: 7, // and one lower for each further level
  letter: 30,
  numeral: 31,
  dash: 32,
  plus: 33,
};

/** The level of a mark: a lower number is a higher level. */
export function markLevel(mark: Mark): number {
  return order[mark.kind] + (mark.kind === "decimal" ? mark.values.length - 1 : 0);
}

/** A block in the order of the file; divisions have no children yet. */
export type FlatNode = BodyNode;

/** Nests `flat`; nodes from `loose` on (the closing paragraph, rule 23) belong to no division. */
export function nest(flat: readonly FlatNode[], loose: number = flat.length): BodyNode[] {
  interface Open {
    readonly head: Division;
    readonly level: number;
    readonly children: BodyNode[];
  }
  const top: BodyNode[] = [];
  const stack: Open[] = [];
  const closeTo = (level: number): void => {
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) {
      const { head, children } = stack.pop()!;
      const last = children[children.length - 1];
      const span = last ? cover([head.headSpan, last.span]) : head.headSpan;
      (stack[stack.length - 1]?.children ?? top).push({ ...head, children, span });
    }
  };
  flat.forEach((node, index) => {
    if (index >= loose) closeTo(-1);
    if (node.kind === "division") {
      const level = markLevel(node.mark);
      closeTo(level);
      stack.push({ head: node, level, children: [] });
    } else {
      (stack[stack.length - 1]?.children ?? top).push(node);
    }
  });
  closeTo(-1);
  return top;
}

const closingWords = /^(?:Trên đây là|Trong quá trình|Yêu cầu)/;

/** Index of the closing paragraph (rule 23): the last block that is no footnote, if it closes the document. */
export function closingIndex(flat: readonly FlatNode[]): number {
  for (let index = flat.length - 1; index >= 0; index--) {
    const node = flat[index]!;
    if (node.kind === "footnote" || node.kind === "error") continue;
    return node.kind === "paragraph" && isClosing(node) ? index : flat.length;
  }
  return flat.length;
}

function isClosing(paragraph: Paragraph): boolean {
  const words = plainText(paragraph.text.inlines).trim();
  return /\.\/\.$/.test(words) || closingWords.test(words);
}
