/**
 * Parts of a time phrase: amounts, lengths, runs of free words; and how the rules of the time language look ahead.
 *
 * The parser is one, in three layers that build on each other: this one, `time-calendar.ts` (dates, stretches, context) and
 * `time-grammar.ts` (the forms of a time, and the parser itself).
 */
import {
  type CstNode,
  CstParser,
  type IParserErrorMessageProvider,
  type IToken,
  NoViableAltException,
  type ParserMethod,
  type TokenType,
} from "chevrotain";
import { type Openings, openingsOf } from "./openings.ts";
import * as t from "./time-tokens.ts";

/** Longest run of free words inside one phrase (a clause, a noun), so that parsing stays linear. */
const longestRun = 40;
export const longestNoun = 8;

/** Failing is how alternatives are told apart here, so that a failure must cost no message. */
const silent: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: () => "mismatch",
  buildNotAllInputParsedMessage: () => "rest",
  buildNoViableAltMessage: () => "no alternative",
  buildEarlyExitMessage: () => "too few",
};

/** Says that a rule does not fit. One for all: nobody reads more of it than its name. */
const noFit = new NoViableAltException("no alternative", null as never, null as never);

/** For choices that gates decide: one token of lookahead is enough, and computing more makes a parser slow to build. */
export const gated = { MAX_LOOKAHEAD: 1, IGNORE_AMBIGUITIES: true } as const;

export type TimeRule = ParserMethod<[], CstNode>;
type ClauseRule = ParserMethod<[policy?: CommaPolicy], CstNode>;
/** How far a comma lets free words run on: to the condition only, over short coordinate parts, or not at all. */
type CommaPolicy = "condition" | "list" | "none";

export abstract class TimeParts extends CstParser {
  protected place: t.TimePlace = "prose";
  private openings: ReadonlyMap<string, Openings> | null = null;

  /** A subclass calls `performSelfAnalysis` when all its rules are made. */
  constructor(validate: boolean) {
    super([...t.timeTokens], {
      recoveryEnabled: false,
      maxLookahead: 2,
      skipValidations: !validate,
      errorMessageProvider: silent,
    });
  }

  /** Runs a rule over tokens. */
  protected run(rule: () => CstNode, tokens: IToken[], place: t.TimePlace): CstNode {
    this.place = place;
    this.input = tokens;
    // A rule that does not fit says so with an Error; its stack trace would cost far more than the attempt.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return rule();
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }

  /** Chevrotain looks up what would have been expected each time a rule does not fit, which costs more than the attempt. */
  protected raiseNoAltException(): never {
    throw noFit;
  }

  protected raiseEarlyExitException(): never {
    throw noFit;
  }

  protected consumeInternalError(): never {
    throw noFit;
  }

  // ── Amounts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  bound: TimeRule = this.RULE("bound", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.AtLeast) },
      { ALT: () => this.CONSUME(t.AtMost) },
      { ALT: () => this.CONSUME(t.About) },
    ]);
  });

  /** 02 · từ 2 đến 3 · 2 - 3 */
  count: TimeRule = this.RULE("count", () => {
    this.OPTION(() => this.CONSUME(t.From));
    this.SUBRULE(this.number);
    this.OPTION1({
      GATE: () => this.isKind(this.LA(2), t.Integer, t.NumberWord),
      DEF: () => {
        this.CONSUME(t.ToWord);
        this.SUBRULE1(this.number);
      },
    });
  });

  /** 02 · 02 (hai) · hai mươi lăm */
  number: TimeRule = this.RULE("number", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Integer);
          this.OPTION({
            GATE: () => this.isKind(this.LA(2), t.NumberWord, t.UnitYear),
            DEF: () => {
              this.CONSUME(t.LParen);
              this.AT_LEAST_ONE(() =>
                this.OR1([{ ALT: () => this.CONSUME(t.NumberWord) }, { ALT: () => this.CONSUME(t.UnitYear) }]),
              );
              this.CONSUME(t.RParen);
            },
          });
        },
      },
      { ALT: () => this.AT_LEAST_ONE1(() => this.CONSUME1(t.NumberWord)) },
    ]);
  });

  /** What is counted: “lần”, “chuyên mục phát thanh”, “tin, bài”. */
  noun: TimeRule = this.RULE("noun", () => {
    let run = 0;
    this.AT_LEAST_ONE({
      GATE: () =>
        run < longestNoun && (this.LA(1).tokenType === t.Comma ? run > 0 && this.isKind(this.LA(2), t.NounWord) : true),
      DEF: () => {
        run += 1;
        this.OPTION(() => this.CONSUME(t.Comma));
        this.CONSUME(t.NounWord);
      },
    });
  });

  // ── Lengths ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  length: TimeRule = this.RULE("length", () => {
    this.OPTION(() => this.SUBRULE(this.bound));
    this.SUBRULE(this.count);
    this.CONSUME(t.DelayUnit);
  });

  /** thời lượng phát sóng mỗi lần từ 12 đến 15 phút · mỗi lần 15 phút */
  lengthPhrase: TimeRule = this.RULE("lengthPhrase", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Length) },
      {
        ALT: () => {
          this.CONSUME(t.Each);
          this.CONSUME(t.EventNoun);
        },
      },
    ]);
    let run = 0;
    this.MANY({
      GATE: () => run < longestNoun,
      DEF: () => {
        run += 1;
        this.OR1([{ ALT: () => this.CONSUME(t.NounWord) }, { ALT: () => this.CONSUME1(t.Each) }]);
      },
    });
    this.SUBRULE(this.length);
  });

  /** [ , thời lượng mỗi lần 15 phút ] */
  lengthTail: TimeRule = this.RULE("lengthTail", () => {
    this.OPTION({ GATE: this.fits(() => this.lengthClause), DEF: () => this.SUBRULE(this.lengthClause) });
  });

  lengthClause: TimeRule = this.RULE("lengthClause", () => {
    this.OPTION(() => this.CONSUME(t.Comma));
    this.SUBRULE(this.lengthPhrase);
  });

  // ── Free words ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Free words up to the end of the clause. */
  clause: ClauseRule = this.RULE("clause", (policy: CommaPolicy = "none") => {
    let run = 0;
    this.AT_LEAST_ONE({
      GATE: () => run < longestRun && (this.clauseGoesOn() || (run > 0 && this.commaGoesOn(policy))),
      DEF: () => {
        run += 1;
        this.OPTION(() => this.CONSUME(t.Comma));
        this.CONSUME(t.ClauseWord);
      },
    });
  });

  /** The day that counting starts from: “ngày ký”, up to “và”. */
  anchor: TimeRule = this.RULE("anchor", () => {
    this.AT_LEAST_ONE({
      GATE: () => this.clauseGoesOn() && !this.isKind(this.LA(1), t.And, t.FullDate, t.DayMonth),
      DEF: () => this.CONSUME(t.ClauseWord),
    });
  });

  /** Free words end at punctuation, at a purpose (“để …”) and where another time begins. */
  protected clauseGoesOn(): boolean {
    const next = this.LA(1);
    if (!this.isKind(next, t.ClauseWord) || this.isKind(next, t.So, t.BySchedule, t.OnSchedule)) return false;
    if (this.isKind(next, t.Until, t.NoLaterThan, t.Periodic, t.RightAfter)) return false;
    if (next.tokenType === t.Every) return !this.isKind(this.LA(2), t.CadenceUnit);
    if (next.tokenType === t.And) return !this.isKind(this.LA(2), t.Every, t.Periodic, t.Regularly, t.Before);
    if (next.tokenType === t.Before) return !this.isKind(this.LA(2), t.UnitDay, t.FullDate, t.DayMonth);
    if (this.LA(0).tokenType === t.Difficulty) {
      return this.isKind(next, t.Difficulty, t.And) || /^(?:hoặc|trong|về)$/i.test(next.image);
    }
    return true;
  }

  protected commaGoesOn(policy: CommaPolicy): boolean {
    if (this.LA(1).tokenType !== t.Comma || policy === "none") return false;
    const next = this.LA(2);
    if (this.LA(0).tokenType === t.Difficulty || policy === "condition") {
      return next.tokenType === t.Difficulty || (next.tokenType === t.If && this.LA(0).tokenType !== t.Difficulty);
    }
    if (!this.isKind(next, t.NounWord) || this.isKind(next, t.ClauseStart, t.Report)) return false;
    for (let ahead = 3; ahead <= 8; ahead += 1) {
      if (!this.isKind(this.LA(ahead), t.ClauseWord) || this.isKind(this.LA(ahead), t.BySchedule, t.So)) return true;
    }
    return false;
  }

  // ── Looking ahead ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A gate: would this rule succeed here? */
  protected fits(rule: () => TimeRule): () => boolean {
    let made: TimeRule | null = null;
    return () => {
      made ??= rule();
      return this.opens(made) && this.BACKTRACK(made).call(this);
    };
  }

  /** The same, in a field only. */
  protected inField(rule: () => TimeRule): () => boolean {
    const fits = this.fits(rule);
    return () => this.place === "field" && fits();
  }

  /** Whether the next two tokens can start the rule; most attempts end here, which keeps prose fast. */
  protected opens(rule: TimeRule): boolean {
    return this.opensWith(rule, this.LA(1).tokenTypeIdx, this.LA(2).tokenTypeIdx);
  }

  /** Whether tokens of these two types can start the rule. */
  protected opensWith(rule: TimeRule, first: number, second: number): boolean {
    this.openings ??= openingsOf(this.getGAstProductions(), t.timeTokens);
    return this.openings.get((rule as unknown as { ruleName: string }).ruleName)?.(first, second) ?? true;
  }

  protected isKind(token: IToken, ...types: readonly TokenType[]): boolean {
    return types.some((type) => type === token.tokenType || type.categoryMatchesMap?.[token.tokenTypeIdx] === true);
  }

  protected isNumbered(ahead: number): boolean {
    return this.isKind(this.LA(ahead), t.Integer, t.Year, t.MonthYear, t.DayMonth, t.FullDate, t.Roman);
  }
}
