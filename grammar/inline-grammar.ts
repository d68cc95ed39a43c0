/**
 * Inline text: `**đậm**`, `*nghiêng*`, `\` escapes, `[[văn bản]]`, `{trường}`, `[1]`.
 *
 * Stars are emphasis only as a pair that hugs its words inside one paragraph; which stars are pairs cannot be said by a
 * context-free rule without backtracking, so `pairEmphasis` decides it on the tokens, and the grammar then sees opening
 * and closing tokens that always match. Emphasis nests at most once (bold in italic or italic in bold).
 */
import {
  type CstNode,
  CstParser,
  createToken,
  createTokenInstance,
  type ISerializedGast,
  type IToken,
  Lexer,
  type ParserMethod,
  type TokenType,
} from "chevrotain";

export const ForcedBreak = createToken({
  name: "ForcedBreak",
  label: "\\ ở cuối dòng",
  pattern: /\\(?:\n|$)/,
  line_breaks: true,
});
export const Escape = createToken({
  name: "Escape",
  label: "\\ và một ký tự",
  pattern: /\\(?:[\ud800-\udbff][\udc00-\udfff]|[^\n])/,
});
export const LineJoin = createToken({ name: "LineJoin", label: "nối dòng", pattern: /\n/, line_breaks: true });
export const CitationRef = createToken({
  name: "CitationRef",
  label: "[[văn bản]]",
  pattern: /\[\[\s*[^[\]\s][^[\]]*\]\]/,
  line_breaks: true,
});
export const NoteRef = createToken({ name: "NoteRef", label: "[1]", pattern: /\[\d{1,3}\]/ });
export const ValueRef = createToken({ name: "ValueRef", label: "{trường}", pattern: /\{[^\S\n]*[^{}\s][^{}\n]*\}/ });
export const StrongOpen = createToken({ name: "StrongOpen", label: "**", pattern: Lexer.NA });
export const StrongClose = createToken({ name: "StrongClose", label: "**", pattern: Lexer.NA });
export const EmphasisOpen = createToken({ name: "EmphasisOpen", label: "*", pattern: Lexer.NA });
export const EmphasisClose = createToken({ name: "EmphasisClose", label: "*", pattern: Lexer.NA });
export const Characters = createToken({ name: "Characters", label: "chữ", pattern: /[^*\\[{\n]+/ });
/** A star, bracket or brace that is only itself. */
export const LiteralSign = createToken({ name: "LiteralSign", label: "* [ { đứng riêng", pattern: /\[\[?|\{/ });
const Stars = createToken({ name: "Stars", pattern: /\*+/ });

const lexed = [Characters, ForcedBreak, Escape, LineJoin, CitationRef, NoteRef, ValueRef, Stars, LiteralSign];
export const inlineVocabulary: readonly TokenType[] = [
  ForcedBreak,
  Escape,
  LineJoin,
  CitationRef,
  NoteRef,
  ValueRef,
  StrongOpen,
  StrongClose,
  EmphasisOpen,
  EmphasisClose,
  Characters,
  LiteralSign,
  Stars,
];

let lexer: Lexer | undefined;

/** The tokens of one paragraph, with its stars already paired. `text` has `\n` where a line was wrapped. */
export function inlineTokens(text: string): IToken[] {
  lexer ??= new Lexer(lexed, { positionTracking: "onlyOffset", skipValidations: true });
  return pairEmphasis(text, lexer.tokenize(text).tokens);
}

interface Opener {
  readonly width: 1 | 2;
  readonly slot: number;
}

/** Replaces runs of stars by opening, closing and literal tokens. One pass; every opener is looked at once. */
function pairEmphasis(text: string, tokens: readonly IToken[]): IToken[] {
  if (!tokens.some((token) => token.tokenType === Stars)) return [...tokens];
  const result: IToken[] = [];
  let open: Opener[] = [];
  const sign = (type: TokenType, at: number, width: number): number =>
    result.push(
      createTokenInstance(
        type,
        text.slice(at, at + width),
        at,
        at + width - 1,
        Number.NaN,
        Number.NaN,
        Number.NaN,
        Number.NaN,
      ),
    ) - 1;
  const retype = (slot: number, type: TokenType): void => {
    const token = result[slot]!;
    result[slot] = createTokenInstance(
      type,
      token.image,
      token.startOffset,
      token.endOffset ?? token.startOffset,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    );
  };
  const openers = (width: 1 | 2): Opener | undefined => open.findLast((entry) => entry.width === width);
  const close = (width: 1 | 2, at: number): void => {
    const opener = openers(width)!;
    retype(opener.slot, width === 2 ? StrongOpen : EmphasisOpen);
    sign(width === 2 ? StrongClose : EmphasisClose, at, width);
    // What was opened inside and not closed is literal; so is an outer opener of the same kind: emphasis nests once.
    const index = open.indexOf(opener);
    open = open.slice(0, index).filter((entry) => entry.width !== width);
  };
  const begin = (width: 1 | 2, at: number): void => {
    // At most one opener of each kind can still be of use, so the list stays short.
    open = open.filter((entry) => entry.width !== width);
    open.push({ width, slot: sign(LiteralSign, at, width) });
  };
  const blank = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

  for (const token of tokens) {
    if (token.tokenType !== Stars) {
      result.push(token);
      continue;
    }
    const at = token.startOffset;
    const length = token.image.length;
    const mayOpen = !blank(text[at + length]);
    const mayClose = !blank(text[at - 1]);
    if (length > 3) {
      sign(LiteralSign, at, length);
    } else if (length < 3) {
      const width = length as 1 | 2;
      if (mayClose && openers(width)) close(width, at);
      else if (mayOpen) begin(width, at);
      else sign(LiteralSign, at, length);
    } else if (mayClose && openers(1) && openers(2)) {
      const innerFirst = open.indexOf(openers(1)!) > open.indexOf(openers(2)!) ? ([1, 2] as const) : ([2, 1] as const);
      close(innerFirst[0], at);
      close(innerFirst[1], at + innerFirst[0]);
    } else if (mayClose && (openers(2) || openers(1))) {
      const width = openers(2) ? 2 : 1;
      close(width, at);
      const other = width === 2 ? 1 : 2;
      if (mayOpen) begin(other, at + width);
      else sign(LiteralSign, at + width, other);
    } else if (mayOpen) {
      begin(2, at);
      begin(1, at + 2);
    } else {
      sign(LiteralSign, at, length);
    }
  }
  return result;
}

type Rule = ParserMethod<[], CstNode>;

export class InlineParser extends CstParser {
  readonly inlineText: Rule = this.RULE("inlineText", () => {
    this.MANY(() => this.SUBRULE(this.inline));
  });

  private readonly inline: Rule = this.RULE("inline", () => {
    this.OR([
      { ALT: () => this.CONSUME(Characters) },
      { ALT: () => this.CONSUME(LineJoin) },
      { ALT: () => this.SUBRULE(this.strong) },
      { ALT: () => this.SUBRULE(this.emphasis) },
      { ALT: () => this.CONSUME(CitationRef) },
      { ALT: () => this.CONSUME(ValueRef) },
      { ALT: () => this.CONSUME(NoteRef) },
      { ALT: () => this.CONSUME(Escape) },
      { ALT: () => this.CONSUME(ForcedBreak) },
      { ALT: () => this.CONSUME(LiteralSign) },
    ]);
  });

  private readonly strong: Rule = this.RULE("strong", () => {
    this.CONSUME(StrongOpen);
    this.MANY(() => this.SUBRULE(this.inline));
    this.CONSUME(StrongClose);
  });

  private readonly emphasis: Rule = this.RULE("emphasis", () => {
    this.CONSUME(EmphasisOpen);
    this.MANY(() => this.SUBRULE(this.inline));
    this.CONSUME(EmphasisClose);
  });

  constructor(checked = false) {
    super([...inlineVocabulary], {
      recoveryEnabled: true,
      maxLookahead: 1,
      skipValidations: !checked,
      nodeLocationTracking: "none",
    });
    this.performSelfAnalysis();
  }
}

let parser: InlineParser | undefined;

/** The one parser of inline text, made at first use. */
export function inlineParser(): InlineParser {
  parser ??= new InlineParser();
  return parser;
}

/** The grammar as data, for the generated EBNF and the syntax diagrams. */
export function serializedInlineGrammar(): ISerializedGast[] {
  return inlineParser().getSerializedGastProductions();
}
