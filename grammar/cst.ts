/** The parsing library's types that the readers of its trees need; only this folder imports the library itself. */
export type { CstElement, CstNode, IToken } from "chevrotain";
