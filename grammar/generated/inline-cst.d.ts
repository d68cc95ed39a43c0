import type { CstNode, ICstVisitor, IToken } from "chevrotain";

export interface InlineTextCstNode extends CstNode {
  name: "inlineText";
  children: InlineTextCstChildren;
}

export type InlineTextCstChildren = {
  inline?: InlineCstNode[];
};

export interface InlineCstNode extends CstNode {
  name: "inline";
  children: InlineCstChildren;
}

export type InlineCstChildren = {
  Characters?: IToken[];
  LineJoin?: IToken[];
  strong?: StrongCstNode[];
  emphasis?: EmphasisCstNode[];
  CitationRef?: IToken[];
  ValueRef?: IToken[];
  NoteRef?: IToken[];
  Escape?: IToken[];
  ForcedBreak?: IToken[];
  LiteralSign?: IToken[];
};

export interface StrongCstNode extends CstNode {
  name: "strong";
  children: StrongCstChildren;
}

export type StrongCstChildren = {
  StrongOpen: IToken[];
  inline?: InlineCstNode[];
  StrongClose: IToken[];
};

export interface EmphasisCstNode extends CstNode {
  name: "emphasis";
  children: EmphasisCstChildren;
}

export type EmphasisCstChildren = {
  EmphasisOpen: IToken[];
  inline?: InlineCstNode[];
  EmphasisClose: IToken[];
};

export interface ICstNodeVisitor<IN, OUT> extends ICstVisitor<IN, OUT> {
  inlineText(children: InlineTextCstChildren, param?: IN): OUT;
  inline(children: InlineCstChildren, param?: IN): OUT;
  strong(children: StrongCstChildren, param?: IN): OUT;
  emphasis(children: EmphasisCstChildren, param?: IN): OUT;
}
