/**
 * The language of times and cadences: what a phrase such as “tối thiểu 01 lần/quý” looks like, not what it means.
 *
 * A text is a run of times and other words (`text`). At each word the alternatives of `timeAlternatives` are tried in
 * order, and the first that fits is a time; no alternative fits inside another's words. To add a form: one name in the
 * list, one rule of that name. `src/time/from-cst.ts` then fails to compile until it says what the form means.
 */
import {
  type CstNode,
  CstParser,
  type IParserErrorMessageProvider,
  type IToken,
  type ParserMethod,
  type TokenType,
} from "chevrotain";
import { type Openings, openingsOf } from "./openings.ts";
import * as t from "./time-tokens.ts";

export { bare, lexTime, type TimePlace, timeTokens, timeWords, usualSpelling } from "./time-tokens.ts";

/** The forms of a time, in the order they are tried. Each is the name of a rule of the parser. */
export const timeAlternatives = [
  "total",
  "calendarList",
  "unitThenCount",
  "perUnit",
  "everyNUnits",
  "dayOfWeek",
  "dayOfMonth",
  "everyUnit",
  "between",
  "deadline",
  "afterEvent",
  "onEvent",
  "continuous",
  "within",
  "limit",
  "context",
  "periodic",
] as const;

export type TimeAlternative = (typeof timeAlternatives)[number];

/** Longest run of free words inside one phrase (a noun, a clause between commas), so that parsing stays linear. */
const longestRun = 40;
const longestNoun = 8;

/** Failing is how alternatives are told apart here, so that a failure must cost no message. */
const silent: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: () => "mismatch",
  buildNotAllInputParsedMessage: () => "rest",
  buildNoViableAltMessage: () => "no alternative",
  buildEarlyExitMessage: () => "too few",
};

/** For choices that gates decide: one token of lookahead is enough, and computing more is what makes a parser slow to build. */
const gated = { MAX_LOOKAHEAD: 1, IGNORE_AMBIGUITIES: true } as const;

type TimeRule = ParserMethod<[], CstNode>;
type ClauseRule = ParserMethod<[policy?: CommaPolicy], CstNode>;
/** How far a comma lets free words run on: to the condition only, over short coordinate parts, or not at all. */
type CommaPolicy = "condition" | "list" | "none";

export class TimeParser extends CstParser {
  private place: t.TimePlace = "prose";
  private known: { at: number; alternative: TimeAlternative | null } = { at: -1, alternative: null };
  private openings: ReadonlyMap<string, Openings> | null = null;

  /** `validate`: let Chevrotain check the grammar itself; a test does, a user need not wait for it. */
  constructor({ validate = false }: { readonly validate?: boolean } = {}) {
    super([...t.timeTokens], {
      recoveryEnabled: false,
      maxLookahead: 2,
      skipValidations: !validate,
      errorMessageProvider: silent,
    });
    this.performSelfAnalysis();
  }

  /** The CST of a text that `lexTime` cut. Total: words that are no time are `Anything` tokens of `text`. */
  parse(tokens: IToken[], place: t.TimePlace): CstNode {
    this.openings ??= openingsOf(this.getGAstProductions(), t.timeTokens);
    this.place = place;
    this.known = { at: -1, alternative: null };
    this.input = tokens;
    // A rule that does not fit says so with an Error; its stack trace would cost far more than the attempt.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return this.text();
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }

  // ── The text and its times ────────────────────────────────────────────────────────────────────────────────────────

  text: TimeRule = this.RULE("text", () => {
    this.MANY(() => {
      this.OR({
        DEF: [
          { GATE: () => this.alternativeHere() !== null, ALT: () => this.SUBRULE(this.time) },
          { ALT: () => this.CONSUME(t.Anything) },
        ],
        ...gated,
      });
    });
  });

  time: TimeRule = this.RULE("time", () => {
    this.OR({
      DEF: timeAlternatives.map((name) => ({
        GATE: () => this.alternativeHere() === name,
        ALT: () => this.SUBRULE((this as unknown as Record<TimeAlternative, TimeRule>)[name]),
      })),
      ...gated,
    });
  });

  // ── Cadences ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** 48 số (04 số/tháng) · 12 kỳ, mỗi tháng 01 kỳ */
  total: TimeRule = this.RULE("total", () => {
    this.OPTION(() => this.SUBRULE(this.bound));
    this.SUBRULE(this.count);
    this.SUBRULE(this.noun);
    this.OPTION1(() => this.SUBRULE(this.totalPer));
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.LParen);
          this.OPTION2(() => this.CONSUME(t.About));
          this.SUBRULE(this.breakdown);
          this.CONSUME(t.RParen);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Comma);
          this.SUBRULE(this.everyUnitCount);
        },
      },
    ]);
    this.OPTION3({ GATE: this.fits(() => this.lengthTail), DEF: () => this.SUBRULE(this.lengthTail) });
  });

  totalPer: TimeRule = this.RULE("totalPer", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Slash);
          this.CONSUME(t.CadenceUnit);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Within);
          this.CONSUME(t.UnitYear);
          this.OPTION(() => this.CONSUME(t.Year));
        },
      },
    ]);
  });

  breakdown: TimeRule = this.RULE("breakdown", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.everyUnitCount), ALT: () => this.SUBRULE(this.everyUnitCount) },
        { GATE: this.fits(() => this.unitCount), ALT: () => this.SUBRULE(this.unitCount) },
        { ALT: () => this.SUBRULE(this.countPerUnit) },
      ],
      ...gated,
    });
  });

  /** tối thiểu 01 lần/quý · 02 tin, bài/tuần · 01 mục/1tháng · 02 lần mỗi tuần · 01 lần trong năm */
  perUnit: TimeRule = this.RULE("perUnit", () => {
    this.OPTION(() => this.CONSUME(t.Periodic));
    this.SUBRULE(this.countPerUnit);
    this.OPTION1({ GATE: this.fits(() => this.lengthTail), DEF: () => this.SUBRULE(this.lengthTail) });
  });

  countPerUnit: TimeRule = this.RULE("countPerUnit", () => {
    this.OPTION(() => this.SUBRULE(this.bound));
    this.SUBRULE(this.count);
    this.OPTION1(() => this.SUBRULE(this.noun));
    this.SUBRULE(this.per);
  });

  per: TimeRule = this.RULE("per", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Slash);
          this.OPTION(() => this.SUBRULE(this.number));
          this.CONSUME(t.CadenceUnit);
        },
      },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(t.Each) },
            { ALT: () => this.CONSUME(t.Every) },
            { ALT: () => this.CONSUME(t.PerWord) },
            { ALT: () => this.CONSUME(t.Within) },
            { ALT: () => this.CONSUME(t.NumberWord) },
          ]);
          this.CONSUME1(t.CadenceUnit);
        },
      },
    ]);
  });

  /** hàng tuần 02 lần · một tuần một lần · 01 tuần một kỳ · mỗi quý ít nhất 01 cuộc */
  unitThenCount: TimeRule = this.RULE("unitThenCount", () => {
    this.OPTION(() => this.OR1([{ ALT: () => this.CONSUME(t.Periodic) }, { ALT: () => this.CONSUME(t.Cycle) }]));
    this.OPTION1(() => this.SUBRULE(this.bound));
    this.OR([{ ALT: () => this.SUBRULE(this.everyUnitCount) }, { ALT: () => this.SUBRULE(this.unitCount) }]);
    this.OPTION2({ GATE: this.fits(() => this.lengthTail), DEF: () => this.SUBRULE(this.lengthTail) });
  });

  everyUnitCount: TimeRule = this.RULE("everyUnitCount", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Every) }, { ALT: () => this.CONSUME(t.Each) }]);
    this.CONSUME(t.CadenceUnit);
    this.OPTION(() => this.CONSUME(t.Comma));
    this.OPTION1(() => this.SUBRULE(this.bound));
    this.SUBRULE(this.count);
    this.CONSUME(t.NounWord);
  });

  unitCount: TimeRule = this.RULE("unitCount", () => {
    this.OPTION(() => this.SUBRULE(this.number));
    this.CONSUME(t.CadenceUnit);
    this.OPTION1(() => this.SUBRULE(this.bound));
    this.SUBRULE(this.count);
    this.CONSUME(t.EventNoun);
  });

  /** 3 tháng/lần · định kỳ 6 tháng · cứ 02 tuần/lần */
  everyNUnits: TimeRule = this.RULE("everyNUnits", () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(t.Periodic) },
            { ALT: () => this.CONSUME(t.Each) },
            { ALT: () => this.CONSUME(t.Cycle) },
          ]);
          this.SUBRULE(this.number);
          this.CONSUME(t.CadenceUnit);
          this.OPTION(() => this.SUBRULE(this.perTime));
        },
      },
      {
        ALT: () => {
          this.SUBRULE1(this.number);
          this.CONSUME1(t.CadenceUnit);
          this.SUBRULE1(this.perTime);
        },
      },
    ]);
    this.OPTION1({ GATE: this.fits(() => this.lengthTail), DEF: () => this.SUBRULE(this.lengthTail) });
  });

  perTime: TimeRule = this.RULE("perTime", () => {
    this.CONSUME(t.Slash);
    this.OPTION(() => this.SUBRULE(this.number));
    this.CONSUME(t.EventNoun);
  });

  /** hàng tháng · định kỳ hằng quý · ngày Pháp luật hàng tháng · thường niên · theo quý */
  everyUnit: TimeRule = this.RULE("everyUnit", () => {
    this.OPTION(() => this.CONSUME(t.LawDay));
    this.OPTION1(() => this.CONSUME(t.Periodic));
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(t.Every) }, { ALT: () => this.CONSUME(t.Each) }]);
          this.CONSUME(t.CadenceUnit);
        },
      },
      {
        GATE: () => this.LA(1).tokenType === t.ByUnit && !this.isNumbered(3),
        ALT: () => {
          this.CONSUME(t.ByUnit);
          this.CONSUME1(t.CadenceUnit);
        },
      },
      {
        GATE: () => this.LA(0).tokenType === t.Periodic && !this.isNumbered(2),
        ALT: () => this.CONSUME2(t.CadenceUnit),
      },
      { ALT: () => this.CONSUME(t.Yearly) },
    ]);
    this.OPTION2({ GATE: this.fits(() => this.lengthTail), DEF: () => this.SUBRULE(this.lengthTail) });
  });

  /** định kỳ (Quý I, 06 tháng, 09 tháng, năm) · tháng 3, 6, 9 và 12/2026 · quý II và quý IV */
  calendarList: TimeRule = this.RULE("calendarList", () => {
    const isSeries = this.LA(1).tokenType === t.Periodic;
    this.OPTION(() => this.CONSUME(t.Periodic));
    this.OPTION1(() => this.CONSUME(t.Colon));
    let opened = false;
    this.OPTION2(() => {
      this.CONSUME(t.LParen);
      opened = true;
    });
    this.OR([{ GATE: () => this.pointNamesItself(), ALT: () => this.SUBRULE(this.point) }]);
    this.AT_LEAST_ONE({
      GATE: () => this.pointFollows(isSeries),
      DEF: () => {
        this.OPTION3(() => this.CONSUME(t.Comma));
        this.OPTION4(() => this.CONSUME(t.And));
        this.SUBRULE1(this.point);
      },
    });
    this.OPTION5({ GATE: this.fits(() => this.yearTail), DEF: () => this.SUBRULE(this.yearTail) });
    this.OPTION6({ GATE: () => opened, DEF: () => this.CONSUME(t.RParen) });
  });

  point: TimeRule = this.RULE("point", () => {
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(t.MidReview) },
        { ALT: () => this.CONSUME(t.FinalReview) },
        { ALT: () => this.CONSUME(t.Report) },
      ]),
    );
    this.OR1({
      DEF: [
        {
          ALT: () => {
            this.OR2([{ ALT: () => this.CONSUME(t.Every) }, { ALT: () => this.CONSUME(t.Each) }]);
            this.CONSUME(t.CadenceUnit);
          },
        },
        {
          ALT: () => {
            this.SUBRULE(this.number);
            this.CONSUME(t.UnitMonth);
            this.OPTION1({
              GATE: () => this.LA(2).tokenType === t.UnitYear,
              DEF: () => {
                this.CONSUME(t.PartWord);
                this.CONSUME(t.UnitYear);
              },
            });
          },
        },
        {
          GATE: () => this.LA(3).tokenType !== t.Year,
          ALT: () => {
            this.SUBRULE1(this.number);
            this.CONSUME1(t.UnitYear);
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.UnitQuarter);
            this.OPTION2(() => this.SUBRULE(this.pointNumber));
          },
        },
        {
          ALT: () => {
            this.CONSUME1(t.UnitMonth);
            this.OPTION3(() => this.SUBRULE1(this.pointNumber));
          },
        },
        {
          ALT: () => {
            this.OPTION4(() => this.OR3([{ ALT: () => this.CONSUME(t.Whole) }, { ALT: () => this.CONSUME(t.Late) }]));
            this.CONSUME2(t.UnitYear);
            this.OPTION5(() => this.CONSUME(t.Year));
          },
        },
        { ALT: () => this.CONSUME(t.UnitWeek) },
        { ALT: () => this.SUBRULE2(this.pointNumber) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** The number of a quarter or month; with its year, the list ends. */
  pointNumber: TimeRule = this.RULE("pointNumber", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Roman) },
      { ALT: () => this.CONSUME(t.Integer) },
      { ALT: () => this.CONSUME(t.MonthYear) },
    ]);
  });

  /** thứ Sáu hàng tuần · thứ 2 và thứ 5 hằng tuần */
  dayOfWeek: TimeRule = this.RULE("dayOfWeek", () => {
    this.OPTION(() => this.CONSUME(t.At));
    this.SUBRULE(this.weekday);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(t.And) }]);
      this.SUBRULE1(this.weekday);
    });
    this.OR1([{ ALT: () => this.CONSUME(t.Every) }, { ALT: () => this.CONSUME(t.Each) }]);
    this.CONSUME(t.UnitWeek);
    this.OPTION1({ GATE: this.fits(() => this.lengthTail), DEF: () => this.SUBRULE(this.lengthTail) });
  });

  weekday: TimeRule = this.RULE("weekday", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Weekday) },
      {
        ALT: () => {
          this.CONSUME(t.Ordinal);
          this.CONSUME(t.Integer);
        },
      },
    ]);
  });

  /** ngày 15 hằng tháng · ngày 15 và ngày 30 mỗi tháng · ngày 20 của tháng cuối quý · ngày cuối cùng của tháng */
  dayOfMonth: TimeRule = this.RULE("dayOfMonth", () => {
    this.OPTION(() => this.CONSUME(t.At));
    this.CONSUME(t.UnitDay);
    this.SUBRULE(this.dayNumber);
    this.OPTION1(() => {
      this.OR([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(t.And) }]);
      this.OPTION2(() => this.CONSUME1(t.UnitDay));
      this.SUBRULE1(this.dayNumber);
    });
    this.SUBRULE(this.recurrence);
  });

  dayNumber: TimeRule = this.RULE("dayNumber", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Integer) },
      { ALT: () => this.CONSUME(t.Last) },
      { ALT: () => this.CONSUME(t.Late) },
    ]);
  });

  recurrence: TimeRule = this.RULE("recurrence", () => {
    this.OPTION(() => this.CONSUME(t.Of));
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(t.UnitMonth);
            this.OR1([{ ALT: () => this.CONSUME(t.Late) }, { ALT: () => this.CONSUME(t.Last) }]);
            this.OPTION1(() => this.CONSUME1(t.Of));
            this.OPTION2(() => this.OR2([{ ALT: () => this.CONSUME(t.Every) }, { ALT: () => this.CONSUME(t.Each) }]));
            this.CONSUME(t.CadenceUnit);
          },
        },
        {
          ALT: () => {
            this.OR3([{ ALT: () => this.CONSUME1(t.Every) }, { ALT: () => this.CONSUME1(t.Each) }]);
            this.CONSUME1(t.CadenceUnit);
          },
        },
        {
          GATE: () => !this.isNumbered(2),
          ALT: () => {
            this.CONSUME1(t.UnitMonth);
            this.OPTION3(() => this.CONSUME(t.After));
          },
        },
        { ALT: () => this.CONSUME(t.UnitQuarter) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** định kỳ · thường kỳ · sơ kết, tổng kết · ngày Pháp luật */
  periodic: TimeRule = this.RULE("periodic", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Periodic) },
      { ALT: () => this.CONSUME(t.RegularSession) },
      { ALT: () => this.CONSUME(t.LawDay) },
      {
        ALT: () => {
          this.CONSUME(t.MidReview);
          this.OR1([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(t.And) }]);
          this.CONSUME(t.FinalReview);
        },
      },
    ]);
    this.OPTION({ GATE: this.fits(() => this.lengthTail), DEF: () => this.SUBRULE(this.lengthTail) });
  });

  /** thường xuyên trong năm 2024 · kịp thời, đầy đủ, thường xuyên, liên tục */
  continuous: TimeRule = this.RULE("continuous", () => {
    this.SUBRULE(this.mannerStart);
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(t.Comma));
      this.OPTION1(() => this.CONSUME(t.And));
      this.CONSUME(t.Manner);
    });
    this.OPTION2({ GATE: this.fits(() => this.duringTail), DEF: () => this.SUBRULE(this.duringTail) });
    this.OPTION3({ GATE: this.fits(() => this.lengthTail), DEF: () => this.SUBRULE(this.lengthTail) });
  });

  /** “đầy đủ” alone says nothing of time. */
  mannerStart: TimeRule = this.RULE("mannerStart", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Regularly) },
      { ALT: () => this.CONSUME(t.Timely) },
      { ALT: () => this.CONSUME(t.Continuously) },
      { ALT: () => this.CONSUME(t.AroundTheClock) },
      {
        ALT: () => {
          this.CONSUME(t.Fully);
          this.OPTION(() => this.CONSUME(t.Comma));
          this.OPTION1(() => this.CONSUME(t.And));
          this.OR1([
            { ALT: () => this.CONSUME1(t.Regularly) },
            { ALT: () => this.CONSUME1(t.Timely) },
            { ALT: () => this.CONSUME1(t.Continuously) },
          ]);
        },
      },
    ]);
  });

  // ── Stretches, deadlines ──────────────────────────────────────────────────────────────────────────────────────────

  /** trong năm · quý III/2024 · tháng 10/2024 · 06 tháng đầu năm · (10/2024) · in a field: năm 2024, ngày 15/3/2026 */
  within: TimeRule = this.RULE("within", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.duringSpan), ALT: () => this.SUBRULE(this.duringSpan) },
        {
          GATE: () => this.place === "field" && this.dayFits(),
          ALT: () => this.SUBRULE(this.day),
        },
        {
          GATE: () => this.namesItsStretch(),
          ALT: () => {
            this.OPTION4(() => this.CONSUME1(t.At));
            this.SUBRULE(this.span);
            this.OPTION5({ GATE: () => this.isEveryYear(), DEF: () => this.SUBRULE1(this.everyYear) });
          },
        },
        {
          GATE: () =>
            this.place === "field" || (this.LA(0).tokenType === t.LParen && this.LA(2).tokenType === t.RParen),
          ALT: () => this.CONSUME(t.MonthYear),
        },
      ],
      ...gated,
    });
  });

  duringTail: TimeRule = this.RULE("duringTail", () => {
    this.OPTION(() => this.CONSUME(t.Comma));
    this.SUBRULE(this.duringSpan);
  });

  /** ngày 15/3/2026 · 08 giờ 00 ngày 15/3/2026 · ngày 09/11 hàng năm */
  day: TimeRule = this.RULE("day", () => {
    this.OPTION(() => this.CONSUME(t.At));
    this.OPTION1({ GATE: () => this.isClock(), DEF: () => this.SUBRULE(this.clockRange) });
    this.SUBRULE(this.date);
    this.OPTION2({ GATE: () => this.isEveryYear(), DEF: () => this.SUBRULE(this.everyYear) });
  });

  /** trong năm 2024 · cả năm · trong quý I/2024 */
  duringSpan: TimeRule = this.RULE("duringSpan", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Within) }, { ALT: () => this.CONSUME(t.Whole) }]);
    this.OR1({
      DEF: [
        { GATE: this.fits(() => this.date), ALT: () => this.SUBRULE(this.date) },
        { ALT: () => this.SUBRULE(this.span) },
      ],
      ...gated,
    });
  });

  span: TimeRule = this.RULE("span", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.SUBRULE(this.number);
            this.CONSUME(t.UnitMonth);
            this.CONSUME(t.PartWord);
            this.SUBRULE(this.spanYear);
          },
        },
        {
          ALT: () => {
            this.OPTION(() => this.CONSUME1(t.PartWord));
            this.OR1({
              DEF: [
                { ALT: () => this.SUBRULE1(this.spanYear) },
                {
                  ALT: () => {
                    this.CONSUME(t.UnitQuarter);
                    this.SUBRULE(this.pointNumber);
                    this.OPTION1({ GATE: this.fits(() => this.yearTail), DEF: () => this.SUBRULE(this.yearTail) });
                  },
                },
                {
                  ALT: () => {
                    this.CONSUME1(t.UnitMonth);
                    this.SUBRULE(this.monthNumber);
                    this.OPTION2({ GATE: this.fits(() => this.yearTail), DEF: () => this.SUBRULE1(this.yearTail) });
                  },
                },
              ],
            });
          },
        },
      ],
      ...gated,
    });
  });

  spanYear: TimeRule = this.RULE("spanYear", () => {
    this.CONSUME(t.UnitYear);
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(t.Year) }, { ALT: () => this.CONSUME(t.ThisYear) }]));
  });

  monthNumber: TimeRule = this.RULE("monthNumber", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.MonthYear) },
      { ALT: () => this.CONSUME(t.Integer) },
      { ALT: () => this.AT_LEAST_ONE(() => this.CONSUME(t.NumberWord)) },
    ]);
  });

  /** /2024 · năm 2024 · , năm 2024 · -2024 */
  yearTail: TimeRule = this.RULE("yearTail", () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(t.Slash) }, { ALT: () => this.CONSUME(t.Dash) }]);
          this.CONSUME(t.Year);
        },
      },
      { ALT: () => this.CONSUME1(t.Year) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(t.Of));
          this.SUBRULE(this.spanYear);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Comma);
          this.CONSUME(t.UnitYear);
          this.CONSUME2(t.Year);
        },
      },
    ]);
  });

  everyYear: TimeRule = this.RULE("everyYear", () => {
    this.CONSUME(t.Every);
    this.CONSUME(t.UnitYear);
  });

  /** ngày 15/11/2019 · 15/02/2021 · ngày 15 tháng 3 năm 2018 · 15/11 */
  date: TimeRule = this.RULE("date", () => {
    this.OPTION(() => this.CONSUME(t.UnitDay));
    this.OR([
      { ALT: () => this.CONSUME(t.FullDate) },
      {
        ALT: () => {
          this.CONSUME(t.DayMonth);
          this.OPTION1({ GATE: this.fits(() => this.yearTail), DEF: () => this.SUBRULE(this.yearTail) });
        },
      },
      {
        GATE: () =>
          this.isKind(this.LA(0), t.UnitDay, t.Before, t.Until, t.To, t.From, t.Dash, t.NoLaterThan, t.Is, t.At),
        ALT: () => {
          this.CONSUME(t.Integer);
          this.CONSUME(t.UnitMonth);
          this.SUBRULE(this.monthNumber);
          this.OPTION2({ GATE: this.fits(() => this.yearTail), DEF: () => this.SUBRULE1(this.yearTail) });
        },
      },
    ]);
  });

  /** 08 giờ 00, · từ 07 giờ 30 đến 17 giờ */
  clockRange: TimeRule = this.RULE("clockRange", () => {
    this.OPTION(() => this.CONSUME(t.From));
    this.SUBRULE(this.clock);
    this.OPTION1(() => {
      this.OR([{ ALT: () => this.CONSUME(t.To) }, { ALT: () => this.CONSUME(t.Dash) }]);
      this.SUBRULE1(this.clock);
    });
    this.OPTION2(() => this.CONSUME(t.Comma));
  });

  /** 17 giờ 00 · 17 giờ 30 phút · 17h00 */
  clock: TimeRule = this.RULE("clock", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.ClockFigure) },
      {
        ALT: () => {
          this.CONSUME(t.Integer);
          this.CONSUME(t.UnitHour);
          this.OPTION(() => {
            this.CONSUME1(t.Integer);
            this.OPTION1(() => this.CONSUME(t.UnitMinute));
          });
        },
      },
    ]);
  });

  /** trước ngày 15/11/2019 · chậm nhất trong tháng 3 năm 2018 · đến hết quý II · trước 17 giờ 00 ngày 20 hàng tháng */
  deadline: TimeRule = this.RULE("deadline", () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(t.Before) },
        {
          ALT: () => {
            this.CONSUME(t.NoLaterThan);
            this.MANY(() =>
              this.OR1([
                { ALT: () => this.CONSUME(t.Is) },
                { ALT: () => this.CONSUME1(t.Before) },
                { ALT: () => this.CONSUME(t.Within) },
                { ALT: () => this.CONSUME(t.At) },
                { ALT: () => this.CONSUME(t.To) },
                { ALT: () => this.CONSUME(t.Until) },
                { ALT: () => this.CONSUME(t.Colon) },
              ]),
            );
          },
        },
        {
          ALT: () => {
            this.OPTION(() => {
              this.CONSUME(t.From);
              this.CONSUME(t.ThisYear);
            });
            this.CONSUME1(t.Until);
          },
        },
        { ALT: () => this.CONSUME(t.AtMost) },
        { GATE: () => this.mayBeUntil(), ALT: () => this.CONSUME1(t.To) },
      ],
      ...gated,
    });
    this.OPTION1(() => {
      this.SUBRULE(this.clock);
      this.OPTION2(() => this.CONSUME(t.Comma));
    });
    this.SUBRULE(this.due);
    this.MANY1({
      GATE: () => this.isKind(this.LA(2), t.DayMonth, t.FullDate) || this.isKind(this.LA(3), t.DayMonth, t.FullDate),
      DEF: () => {
        this.OR2([{ ALT: () => this.CONSUME2(t.Comma) }, { ALT: () => this.CONSUME(t.And) }]);
        this.SUBRULE(this.date);
      },
    });
    this.OPTION3({ GATE: () => this.isEveryYear(), DEF: () => this.SUBRULE(this.everyYear) });
  });

  due: TimeRule = this.RULE("due", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.date), ALT: () => this.SUBRULE(this.date) },
        { GATE: this.fits(() => this.recurringDay), ALT: () => this.SUBRULE(this.recurringDay) },
        { GATE: this.fits(() => this.recurringWeekday), ALT: () => this.SUBRULE(this.recurringWeekday) },
        { ALT: () => this.SUBRULE(this.span) },
        { ALT: () => this.CONSUME(t.MonthYear) },
        { ALT: () => this.CONSUME(t.Year) },
      ],
      ...gated,
    });
  });

  recurringDay: TimeRule = this.RULE("recurringDay", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(t.UnitDay);
            this.SUBRULE(this.dayNumber);
            this.SUBRULE(this.recurrence);
          },
        },
        {
          ALT: () => {
            this.OPTION(() => this.CONSUME1(t.UnitDay));
            this.CONSUME(t.Late);
            this.OPTION1(() => this.OR1([{ ALT: () => this.CONSUME(t.Every) }, { ALT: () => this.CONSUME(t.Each) }]));
            this.OR2([{ ALT: () => this.CONSUME(t.UnitMonth) }, { ALT: () => this.CONSUME(t.UnitQuarter) }]);
          },
          GATE: () => !this.isNumbered(3),
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  recurringWeekday: TimeRule = this.RULE("recurringWeekday", () => {
    this.SUBRULE(this.weekday);
    this.OR([{ ALT: () => this.CONSUME(t.Every) }, { ALT: () => this.CONSUME(t.Each) }]);
    this.CONSUME(t.UnitWeek);
  });

  /** từ ngày 01/3 đến ngày 15/4/2026 · quý II - quý III/2026 · từ tháng 3/2026 · năm 2026 và các năm tiếp theo */
  between: TimeRule = this.RULE("between", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.closedRange), ALT: () => this.SUBRULE(this.closedRange) },
        { GATE: this.fits(() => this.openRange), ALT: () => this.SUBRULE(this.openRange) },
        { GATE: this.fits(() => this.yearsFrom), ALT: () => this.SUBRULE(this.yearsFrom) },
      ],
      ...gated,
    });
  });

  closedRange: TimeRule = this.RULE("closedRange", () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(t.From) }, { ALT: () => this.CONSUME(t.CountingFrom) }]);
          this.SUBRULE(this.rangeStart);
        },
      },
      {
        GATE: () =>
          this.place === "field" || this.isKind(this.LA(1), t.UnitMonth, t.UnitQuarter, t.UnitDay, t.UnitYear),
        ALT: () => this.SUBRULE1(this.rangeStart),
      },
    ]);
    this.OR2([
      { ALT: () => this.CONSUME(t.To) },
      { ALT: () => this.CONSUME(t.Dash) },
      { ALT: () => this.CONSUME(t.Until) },
    ]);
    this.SUBRULE(this.rangeEnd);
  });

  rangeStart: TimeRule = this.RULE("rangeStart", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.date), ALT: () => this.SUBRULE(this.date) },
        { GATE: this.fits(() => this.span), ALT: () => this.SUBRULE(this.span) },
        {
          ALT: () => {
            this.OPTION(() => this.CONSUME(t.UnitDay));
            this.CONSUME(t.Integer);
          },
        },
        { ALT: () => this.CONSUME(t.MonthYear) },
        { ALT: () => this.CONSUME(t.Year) },
      ],
      ...gated,
    });
  });

  rangeEnd: TimeRule = this.RULE("rangeEnd", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.date), ALT: () => this.SUBRULE(this.date) },
        { GATE: this.fits(() => this.span), ALT: () => this.SUBRULE(this.span) },
        {
          GATE: () => this.borrowsUnit(),
          ALT: () => {
            this.OR1([
              { ALT: () => this.CONSUME(t.Roman) },
              { ALT: () => this.CONSUME(t.Integer) },
              { ALT: () => this.CONSUME(t.MonthYear) },
            ]);
            this.OPTION1({ GATE: this.fits(() => this.yearTail), DEF: () => this.SUBRULE(this.yearTail) });
          },
        },
        { ALT: () => this.CONSUME(t.Year) },
      ],
      ...gated,
    });
  });

  openRange: TimeRule = this.RULE("openRange", () => {
    this.OR([{ ALT: () => this.CONSUME(t.From) }, { ALT: () => this.CONSUME(t.CountingFrom) }]);
    this.OR1({
      DEF: [
        { GATE: this.fits(() => this.date), ALT: () => this.SUBRULE(this.date) },
        { ALT: () => this.SUBRULE(this.span) },
      ],
      ...gated,
    });
    this.OPTION(() => this.CONSUME(t.NextYears));
  });

  yearsFrom: TimeRule = this.RULE("yearsFrom", () => {
    this.OPTION(() => this.CONSUME(t.Within));
    this.CONSUME(t.UnitYear);
    this.CONSUME(t.Year);
    this.OR([{ ALT: () => this.CONSUME(t.And) }, { ALT: () => this.CONSUME(t.Comma) }]);
    this.CONSUME(t.NextYears);
  });

  // ── Events, limits ────────────────────────────────────────────────────────────────────────────────────────────────

  /** ngay sau khi được ban hành · trong vòng 08 giờ làm việc kể từ … · sau khi … · kể từ ngày ký */
  afterEvent: TimeRule = this.RULE("afterEvent", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.OR1([
              { ALT: () => this.CONSUME(t.RightAfter) },
              { ALT: () => this.CONSUME(t.RightWhen) },
              { ALT: () => this.CONSUME(t.AfterWhen) },
              { ALT: () => this.CONSUME(t.BeforeEvent) },
            ]);
            this.SUBRULE(this.clause, { ARGS: ["list"] });
          },
        },
        {
          ALT: () => {
            this.OR2([{ ALT: () => this.CONSUME(t.CountingFrom) }, { ALT: () => this.CONSUME(t.From) }]);
            this.SUBRULE(this.anchor);
          },
          GATE: () => this.LA(1).tokenType === t.CountingFrom || this.isKind(this.LA(2), t.UnitDay),
        },
        {
          GATE: () => this.place === "field" && !this.isKind(this.LA(2), t.Integer, t.NumberWord, t.AtMost, t.AtLeast),
          ALT: () => {
            this.OR5([{ ALT: () => this.CONSUME2(t.After) }, { ALT: () => this.CONSUME(t.Before) }]);
            this.SUBRULE2(this.clause, { ARGS: ["list"] });
          },
        },
        {
          ALT: () => {
            this.OPTION(() =>
              this.OR3([
                { ALT: () => this.CONSUME(t.WithinLength) },
                { ALT: () => this.CONSUME(t.NoLaterThan) },
                { ALT: () => this.CONSUME(t.Within) },
                { ALT: () => this.CONSUME(t.After) },
              ]),
            );
            this.SUBRULE(this.length);
            this.OPTION1(() => this.CONSUME(t.Comma));
            this.OR4([
              { ALT: () => this.CONSUME1(t.CountingFrom) },
              { ALT: () => this.CONSUME1(t.From) },
              { ALT: () => this.CONSUME1(t.AfterWhen) },
              { ALT: () => this.CONSUME1(t.After) },
            ]);
            this.SUBRULE1(this.clause, { ARGS: ["list"] });
          },
        },
      ],
      ...gated,
    });
  });

  /** The day that counting starts from: “ngày ký”, up to “và”. */
  anchor: TimeRule = this.RULE("anchor", () => {
    this.AT_LEAST_ONE({
      GATE: () => this.clauseGoesOn() && !this.isKind(this.LA(1), t.And, t.FullDate, t.DayMonth),
      DEF: () => this.CONSUME(t.ClauseWord),
    });
  });

  /** khi có nhu cầu · theo yêu cầu của … · đột xuất · trong quá trình thực hiện, nếu có vướng mắc */
  onEvent: TimeRule = this.RULE("onEvent", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.OR1([
              { ALT: () => this.CONSUME(t.WhenThere) },
              { ALT: () => this.CONSUME(t.OnDemand) },
              { ALT: () => this.CONSUME(t.AsSituation) },
            ]);
            this.OPTION({ GATE: () => this.clauseGoesOn(), DEF: () => this.SUBRULE(this.clause, { ARGS: ["list"] }) });
          },
        },
        { ALT: () => this.CONSUME(t.Sudden) },
        {
          ALT: () => {
            this.CONSUME(t.During);
            this.SUBRULE1(this.clause, { ARGS: ["condition"] });
          },
        },
        {
          GATE: () => this.hasDifficultySoon(),
          ALT: () => {
            this.CONSUME(t.If);
            this.SUBRULE2(this.clause, { ARGS: ["condition"] });
          },
        },
      ],
      ...gated,
    });
  });

  /** không … quá 01 lần trong năm đối với mỗi … · ít nhất 01 hội nghị · 01 lớp · thời lượng 15 phút · in a field: 05 ngày */
  limit: TimeRule = this.RULE("limit", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.prohibition), ALT: () => this.SUBRULE(this.prohibition) },
        { GATE: this.fits(() => this.lengthPhrase), ALT: () => this.SUBRULE(this.lengthPhrase) },
        {
          GATE: () =>
            (this.place === "field" || this.isKind(this.LA(1), t.WithinLength, t.Within)) &&
            !(this.isKind(this.LA(2), t.DelayUnit) && this.isNumbered(3)) &&
            this.BACKTRACK(this.lengthLimit).call(this),
          ALT: () => this.SUBRULE(this.lengthLimit),
        },
        { GATE: () => this.countsThings(), ALT: () => this.SUBRULE(this.quantity) },
      ],
      ...gated,
    });
  });

  prohibition: TimeRule = this.RULE("prohibition", () => {
    this.CONSUME(t.No);
    let run = 0;
    this.MANY({
      GATE: () => run < longestNoun && !this.isKind(this.LA(1), t.Over),
      DEF: () => {
        run += 1;
        this.OR([{ ALT: () => this.CONSUME(t.NounWord) }, { ALT: () => this.CONSUME(t.Comma) }]);
      },
    });
    this.CONSUME(t.Over);
    this.SUBRULE(this.count);
    this.CONSUME1(t.EventNoun);
    this.OPTION(() => this.SUBRULE(this.per));
    this.OPTION1(() => this.SUBRULE(this.forObject));
  });

  forObject: TimeRule = this.RULE("forObject", () => {
    this.CONSUME(t.ForObject);
    this.SUBRULE(this.clause, { ARGS: ["list"] });
  });

  quantity: TimeRule = this.RULE("quantity", () => {
    this.OPTION(() => this.SUBRULE(this.bound));
    this.SUBRULE(this.count);
    this.CONSUME(t.EventNoun);
    this.MANY({
      GATE: () => this.isKind(this.LA(2), t.EventNoun),
      DEF: () => {
        this.CONSUME(t.Comma);
        this.CONSUME1(t.EventNoun);
      },
    });
    this.OPTION1({
      GATE: () => this.isKind(this.LA(2), t.NounWord),
      DEF: () => {
        this.CONSUME(t.Slash);
        this.CONSUME(t.NounWord);
      },
    });
  });

  lengthLimit: TimeRule = this.RULE("lengthLimit", () => {
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(t.WithinLength) }, { ALT: () => this.CONSUME(t.Within) }]));
    this.SUBRULE(this.length);
  });

  lengthTail: TimeRule = this.RULE("lengthTail", () => {
    this.OPTION(() => this.CONSUME(t.Comma));
    this.SUBRULE(this.lengthPhrase);
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

  length: TimeRule = this.RULE("length", () => {
    this.OPTION(() => this.SUBRULE(this.bound));
    this.SUBRULE(this.count);
    this.CONSUME(t.DelayUnit);
  });

  // ── Context ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** năm 2024 · ngày … tháng 02 năm 2024 · lần thứ 3 - năm 2017 · giai đoạn 2021-2030 · đến năm 2025 · thời gian tới */
  context: TimeRule = this.RULE("context", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.documentDate), ALT: () => this.SUBRULE(this.documentDate) },
        { GATE: this.fits(() => this.edition), ALT: () => this.SUBRULE(this.edition) },
        { GATE: this.fits(() => this.stage), ALT: () => this.SUBRULE(this.stage) },
        { GATE: this.fits(() => this.horizon), ALT: () => this.SUBRULE(this.horizon) },
        { GATE: this.fits(() => this.review), ALT: () => this.SUBRULE(this.review) },
        { GATE: this.fits(() => this.plainYear), ALT: () => this.SUBRULE(this.plainYear) },
        { ALT: () => this.CONSUME(t.Past) },
        { ALT: () => this.CONSUME(t.Coming) },
        { GATE: this.fits(() => this.schedule), ALT: () => this.SUBRULE(this.schedule) },
      ],
      ...gated,
    });
  });

  documentDate: TimeRule = this.RULE("documentDate", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.openDate), ALT: () => this.SUBRULE(this.openDate) },
        { GATE: () => this.isWholeDate(), ALT: () => this.SUBRULE(this.date) },
      ],
      ...gated,
    });
  });

  /** ngày    tháng 02 năm 2024 · ngày … tháng … năm 2026 · ngày   /   /2024 */
  openDate: TimeRule = this.RULE("openDate", () => {
    this.CONSUME(t.UnitDay);
    this.OPTION(() => this.CONSUME(t.Ellipsis));
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.UnitMonth);
          this.OPTION1(() =>
            this.OR1([{ ALT: () => this.CONSUME(t.Integer) }, { ALT: () => this.CONSUME1(t.Ellipsis) }]),
          );
          this.CONSUME(t.UnitYear);
          this.CONSUME(t.Year);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Slash);
          this.OR2([
            { ALT: () => this.CONSUME(t.MonthYear) },
            {
              ALT: () => {
                this.OPTION2(() => this.CONSUME2(t.Ellipsis));
                this.CONSUME1(t.Slash);
                this.CONSUME1(t.Year);
              },
            },
          ]);
        },
      },
    ]);
  });

  edition: TimeRule = this.RULE("edition", () => {
    this.CONSUME(t.Times);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Ordinal);
          this.SUBRULE(this.number);
          this.OPTION({ GATE: this.fits(() => this.editionYear), DEF: () => this.SUBRULE(this.editionYear) });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Weekday);
          this.OPTION1({ GATE: this.fits(() => this.editionYear), DEF: () => this.SUBRULE1(this.editionYear) });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Integer);
          this.SUBRULE2(this.editionYear);
        },
      },
    ]);
  });

  editionYear: TimeRule = this.RULE("editionYear", () => {
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(t.Dash) }, { ALT: () => this.CONSUME(t.Comma) }]));
    this.CONSUME(t.UnitYear);
    this.CONSUME(t.Year);
  });

  stage: TimeRule = this.RULE("stage", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Stage);
          this.OPTION(() => this.CONSUME(t.From));
          this.OPTION1(() => this.CONSUME(t.UnitYear));
        },
      },
      { ALT: () => this.CONSUME(t.SchoolYear) },
    ]);
    this.CONSUME(t.Year);
    this.OR1([{ ALT: () => this.CONSUME(t.Dash) }, { ALT: () => this.CONSUME(t.To) }]);
    this.OPTION2(() => this.CONSUME1(t.UnitYear));
    this.CONSUME1(t.Year);
  });

  horizon: TimeRule = this.RULE("horizon", () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(t.Vision) }, { ALT: () => this.CONSUME(t.Orientation) }]);
          this.OPTION(() => this.CONSUME(t.To));
          this.OPTION1(() => this.CONSUME(t.UnitYear));
        },
      },
      {
        ALT: () => {
          this.CONSUME1(t.To);
          this.CONSUME1(t.UnitYear);
        },
      },
    ]);
    this.CONSUME(t.Year);
  });

  review: TimeRule = this.RULE("review", () => {
    this.OR([{ ALT: () => this.CONSUME(t.MidReview) }, { ALT: () => this.CONSUME(t.FinalReview) }]);
    this.SUBRULE(this.number);
    this.CONSUME(t.UnitYear);
  });

  plainYear: TimeRule = this.RULE("plainYear", () => {
    this.OR([{ ALT: () => this.CONSUME(t.UnitYear) }, { ALT: () => this.CONSUME(t.Index) }]);
    this.CONSUME(t.Year);
  });

  schedule: TimeRule = this.RULE("schedule", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.OnSchedule) },
      { GATE: () => this.place === "field", ALT: () => this.CONSUME(t.BySchedule) },
    ]);
    this.OPTION({ GATE: () => this.clauseGoesOn(), DEF: () => this.SUBRULE(this.clause, { ARGS: ["none"] }) });
  });

  // ── Parts ─────────────────────────────────────────────────────────────────────────────────────────────────────────

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
        this.OR([{ ALT: () => this.CONSUME(t.To) }, { ALT: () => this.CONSUME(t.Dash) }]);
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

  // ── Looking ahead ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** A gate: would this rule succeed here? */
  private fits(rule: () => TimeRule): () => boolean {
    let made: TimeRule | null = null;
    return () => {
      made ??= rule();
      return this.opens(made) && this.BACKTRACK(made).call(this);
    };
  }

  private dayFits = this.fits(() => this.day);

  /** Whether the next two tokens can start the rule; most attempts end here, which keeps prose fast. */
  private opens(rule: TimeRule): boolean {
    return (
      this.openings?.get((rule as unknown as { ruleName: string }).ruleName)?.(
        this.LA(1).tokenTypeIdx,
        this.LA(2).tokenTypeIdx,
      ) ?? true
    );
  }

  /** The first alternative that fits at the next token; asked by `text` and again by `time`, computed once. */
  private alternativeHere(): TimeAlternative | null {
    const next = this.LA(1);
    if (this.known.at !== next.startOffset) {
      const rules = this as unknown as Record<TimeAlternative, TimeRule>;
      const alternative =
        timeAlternatives.find((name) => this.opens(rules[name]) && this.BACKTRACK(rules[name]).call(this)) ?? null;
      this.known = { at: next.startOffset, alternative };
    }
    return this.known.alternative;
  }

  private isKind(token: IToken, ...types: readonly TokenType[]): boolean {
    return types.some((type) => type === token.tokenType || type.categoryMatchesMap?.[token.tokenTypeIdx] === true);
  }

  private isNumbered(ahead: number): boolean {
    return this.isKind(this.LA(ahead), t.Integer, t.Year, t.MonthYear, t.DayMonth, t.FullDate, t.Roman);
  }

  /** After “tháng 3 -”, “quý II/2026 đến”, “3/2026 -” a figure is the same unit again; after “ngày 01 -” it is not. */
  private borrowsUnit(): boolean {
    return this.isKind(this.LA(-2), t.UnitMonth, t.UnitQuarter) || this.isKind(this.LA(-1), t.MonthYear, t.Year);
  }

  private isClock(): boolean {
    const first = this.LA(1).tokenType === t.From ? 2 : 1;
    return this.isKind(this.LA(first), t.ClockFigure) || this.LA(first + 1).tokenType === t.UnitHour;
  }

  private isEveryYear(): boolean {
    return this.LA(1).tokenType === t.Every && this.LA(2).tokenType === t.UnitYear;
  }

  /** In prose a stretch without “trong” must name itself: “quý III”, “tháng 10/2024”, “06 tháng đầu năm”, “cuối năm”. */
  private namesItsStretch(): boolean {
    const first = this.LA(1).tokenType === t.At ? 2 : 1;
    if (this.LA(first).tokenType !== t.UnitYear) return true;
    return this.place === "field" && this.LA(first + 1).tokenType === t.Year;
  }

  /** “đến ngày 15/3” is a deadline anywhere; “đến năm 2030” only in a field (in prose it is a horizon). */
  private mayBeUntil(): boolean {
    if (this.isKind(this.LA(2), t.UnitDay, t.FullDate) || this.isKind(this.LA(2), t.ClockFigure)) return true;
    return this.place === "field";
  }

  private isWholeDate(): boolean {
    return this.LA(1).tokenType === t.FullDate || this.LA(1).tokenType === t.UnitDay;
  }

  /** In prose a list does not start with a bare unit (“ngày, tháng, năm sinh”), unless “định kỳ” stands before it. */
  private pointNamesItself(): boolean {
    if (this.place === "field" || this.isKind(this.LA(0), t.Periodic, t.Colon, t.LParen)) return true;
    return !this.isKind(this.LA(1), t.CadenceUnit) || this.isNumbered(2);
  }

  /** Whether a calendar list goes on: a separator, then a point that is not the start of another phrase. */
  private pointFollows(isSeries: boolean): boolean {
    let at = 1;
    if (this.LA(at).tokenType === t.Comma) at += 1;
    if (this.LA(at).tokenType === t.And) at += 1;
    if (at === 1) return false;
    const first = this.LA(at);
    const second = this.LA(at + 1);
    // “quý III, năm 2026”: the year of what stands before; “quý III và năm 2026” are two points.
    if (
      this.LA(at - 1).tokenType === t.Comma &&
      first.tokenType === t.UnitYear &&
      second.tokenType === t.Year &&
      this.isKind(this.LA(0), t.Integer, t.Roman)
    ) {
      return false;
    }
    // “hàng tháng, quý I/2026 …” are two times.
    if (!isSeries && this.isKind(this.LA(-1), t.Every, t.Each) && this.isNumbered(at + 1)) return false;
    if (this.isKind(first, t.Integer)) {
      if (second.tokenType === t.UnitYear && this.LA(at + 2).tokenType === t.Year) return true;
      if (second.tokenType === t.UnitMonth || second.tokenType === t.UnitYear) {
        return !this.isKind(this.LA(at + 2), t.Slash, t.NumberWord, t.Integer);
      }
      return !this.isKind(second, t.NounWord, t.CadenceUnit, t.DelayUnit, t.LParen, t.To, t.Dash);
    }
    if (this.isKind(first, t.Every, t.Each)) return !this.isKind(this.LA(at + 2), t.Integer, t.NumberWord);
    if (this.isKind(first, t.UnitMonth, t.UnitQuarter)) {
      return !(this.LA(at + 2).tokenType === t.Slash && this.LA(at + 4).tokenType === t.Comma);
    }
    return true;
  }

  /** Free words end at punctuation, at a purpose (“để …”) and where another time begins. */
  private clauseGoesOn(): boolean {
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

  private commaGoesOn(policy: CommaPolicy): boolean {
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

  /** “01 lớp”, “ít nhất 01 hội nghị”; not “một số lớp”, nor in prose “hai cuộc kháng chiến”. */
  private countsThings(): boolean {
    const first = this.isKind(this.LA(1), t.AtLeast, t.AtMost, t.About, t.From) ? 2 : 1;
    if (this.isKind(this.LA(first + 1), t.Times) && this.LA(first + 2).tokenType === t.Slash) return false;
    if (this.isKind(this.LA(first), t.Integer)) return true;
    return this.place === "field" && !/^số$/i.test(this.LA(first + 1).image);
  }

  private hasDifficultySoon(): boolean {
    for (let ahead = 2; ahead <= 4; ahead += 1) if (this.LA(ahead).tokenType === t.Difficulty) return true;
    return false;
  }
}

let parser: TimeParser | null = null;

/** The one parser; building its lookahead is the expensive part, so it is made on first use and kept. */
export function timeParser(): TimeParser {
  parser ??= new TimeParser();
  return parser;
}

/** The rules as data, for generated EBNF and railroad diagrams. */
export function serializedTimeGrammar(): ReturnType<TimeParser["getSerializedGastProductions"]> {
  return timeParser().getSerializedGastProductions();
}
