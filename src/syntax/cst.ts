/** Reading Chevrotain's concrete tree: its children come grouped by name, so order has to be taken from the offsets. */
import type { CstElement, CstNode, IToken } from "../../grammar/cst.ts";

export const nodes = (node: CstNode | undefined, name: string): readonly CstNode[] =>
  (node?.children[name] ?? []) as CstNode[];
export const node = (parent: CstNode | undefined, name: string): CstNode | undefined => nodes(parent, name)[0];
export const tokens = (parent: CstNode | undefined, name: string): readonly IToken[] =>
  (parent?.children[name] ?? []) as IToken[];
export const token = (parent: CstNode | undefined, name: string): IToken | undefined => tokens(parent, name)[0];

export const isToken = (element: CstElement): element is IToken => "image" in element;

/** All tokens below `parent`, in order of the source. Tokens that recovery made up (offset NaN) are left out. */
export function allTokens(parent: CstNode | undefined): IToken[] {
  const found: IToken[] = [];
  const visit = (current: CstNode): void => {
    for (const elements of Object.values(current.children)) {
      for (const element of elements) {
        if (!isToken(element)) visit(element);
        else if (!Number.isNaN(element.startOffset)) found.push(element);
      }
    }
  };
  if (parent) visit(parent);
  return found.sort((a, b) => a.startOffset - b.startOffset);
}

/** Direct children of any kind, in order of the source. */
export function ordered(parent: CstNode): CstElement[] {
  const start = (element: CstElement): number =>
    isToken(element) ? element.startOffset : (allTokens(element)[0]?.startOffset ?? 0);
  return Object.values(parent.children)
    .flat()
    .map((element) => ({ element, at: start(element) }))
    .sort((a, b) => a.at - b.at)
    .map(({ element }) => element);
}
