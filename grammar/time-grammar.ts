/**
 * The language of times and cadences: what a phrase such as “tối thiểu 01 lần/quý” looks like, not what it means.
 *
 * A text is a run of times and other words (`text`). At each word the alternatives of `timeAlternatives` are tried in
 * order, and the first that fits is a time; no alternative fits inside another's words. To add a form: one name in the
 * list, one rule of that name. `src/time/from-cst.ts` then fails to compile until it says what the form means.
 */
import { type CstNode, EOF, type IToken } from "chevrotain";
import { TimeCalendar } from "./time-calendar.ts";
import { gated, longestNoun, type TimeRule } from "./time-parts.ts";
import * as t from "./time-tokens.ts";

export type { CstElement, CstNode, IToken } from "chevrotain";
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

export class TimeParser extends TimeCalendar {
  private known: { at: number; alternative: TimeAlternative | null } = { at: -1, alternative: null };
  /** The alternatives that two tokens can start, by the numbers of their types. */
  private readonly opened = new Map<number, readonly TimeAlternative[]>();

  /** `validate`: let Chevrotain check the grammar itself; a test does, a user need not wait for it. */
  constructor({ validate = false }: { readonly validate?: boolean } = {}) {
    super(validate);
    this.performSelfAnalysis();
  }

  /** The CST of a text that `lexTime` cut. Total: words that are no time are `Anything` tokens of `text`. */
  parse(tokens: IToken[], place: t.TimePlace): CstNode {
    this.known = { at: -1, alternative: null };
    // Most sentences hold no time: none of their words can start one.
    if (!tokens.some((token, i) => this.openedBy(token, tokens[i + 1] ?? EOF).length > 0)) {
      return { name: "text", children: tokens.length > 0 ? { Anything: tokens } : {} };
    }
    return this.run(() => this.text(), tokens, place);
  }

  /** The alternatives that two tokens can start; asked at each word, found once for each pair of types. */
  private openedBy(first: { readonly tokenTypeIdx?: number }, second: { readonly tokenTypeIdx?: number }) {
    const pair = first.tokenTypeIdx! * 4096 + second.tokenTypeIdx!;
    let alternatives = this.opened.get(pair);
    if (alternatives === undefined) {
      const rules = this as unknown as Record<TimeAlternative, TimeRule>;
      alternatives = timeAlternatives.filter((name) =>
        this.opensWith(rules[name], first.tokenTypeIdx!, second.tokenTypeIdx!),
      );
      this.opened.set(pair, alternatives);
    }
    return alternatives;
  }

  // ── The text and its times ───────────────────────────────────────────────────────────────────────────────────────────

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

  /** The first alternative that fits at the next token; asked by `text` and again by `time`, computed once. */
  private alternativeHere(): TimeAlternative | null {
    const next = this.LA(1);
    if (this.known.at !== next.startOffset) {
      const rules = this as unknown as Record<TimeAlternative, TimeRule>;
      const alternative =
        this.openedBy(next, this.LA(2)).find((name) => this.BACKTRACK(rules[name]).call(this)) ?? null;
      this.known = { at: next.startOffset, alternative };
    }
    return this.known.alternative;
  }

  // ── Cadences ─────────────────────────────────────────────────────────────────────────────────────────────────────────

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
    this.SUBRULE(this.lengthTail);
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
    this.OPTION(() => this.SUBRULE(this.eachObject));
    this.OPTION1(() => this.CONSUME(t.Periodic));
    this.SUBRULE(this.countPerUnit);
    this.OPTION2({ GATE: () => this.isObject(), DEF: () => this.SUBRULE(this.slashObject) });
    this.OPTION3(() => this.SUBRULE(this.forObject));
    this.SUBRULE(this.lengthTail);
  });

  countPerUnit: TimeRule = this.RULE("countPerUnit", () => {
    this.OPTION(() => this.SUBRULE(this.bound));
    this.SUBRULE(this.count);
    const counted = this.LA(1);
    this.OPTION1(() => this.SUBRULE(this.noun));
    this.OPTION2({ GATE: () => this.isObject(), DEF: () => this.SUBRULE(this.slashObject) });
    this.OR([{ GATE: () => this.mayBeCountedBy(counted), ALT: () => this.SUBRULE(this.per) }]);
  });

  /** /đơn vị */
  slashObject: TimeRule = this.RULE("slashObject", () => {
    this.CONSUME(t.Slash);
    this.SUBRULE(this.noun);
  });

  /** mỗi xã · mỗi cơ quan, đơn vị */
  eachObject: TimeRule = this.RULE("eachObject", () => {
    this.CONSUME(t.Each);
    this.SUBRULE(this.noun);
    this.OPTION(() => this.CONSUME(t.Comma));
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
    this.SUBRULE(this.lengthTail);
  });

  everyUnitCount: TimeRule = this.RULE("everyUnitCount", () => {
    this.CONSUME(t.EachWord);
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
    this.OPTION2(() => this.SUBRULE(this.bound));
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
    this.SUBRULE(this.lengthTail);
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
          this.CONSUME(t.EachWord);
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
    this.SUBRULE(this.lengthTail);
  });

  /** thứ Sáu hàng tuần · thứ 2 và thứ 5 hằng tuần */
  dayOfWeek: TimeRule = this.RULE("dayOfWeek", () => {
    this.OPTION(() => this.CONSUME(t.At));
    this.SUBRULE(this.weekday);
    this.MANY(() => {
      this.CONSUME(t.Link);
      this.SUBRULE1(this.weekday);
    });
    this.CONSUME(t.EachWord);
    this.CONSUME(t.UnitWeek);
    this.SUBRULE(this.lengthTail);
  });

  /** ngày 15 hằng tháng · ngày 15 và ngày 30 mỗi tháng · ngày 20 của tháng cuối quý · ngày cuối cùng của tháng */
  dayOfMonth: TimeRule = this.RULE("dayOfMonth", () => {
    this.OPTION(() => this.CONSUME(t.At));
    this.CONSUME(t.UnitDay);
    this.SUBRULE(this.dayNumber);
    this.OPTION1(() => {
      this.CONSUME(t.Link);
      this.OPTION2(() => this.CONSUME1(t.UnitDay));
      this.SUBRULE1(this.dayNumber);
    });
    this.SUBRULE(this.recurrence);
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
          this.CONSUME(t.Link);
          this.CONSUME(t.FinalReview);
        },
      },
    ]);
    this.SUBRULE(this.lengthTail);
  });

  /** thường xuyên trong năm 2024 · kịp thời, đầy đủ, thường xuyên, liên tục */
  continuous: TimeRule = this.RULE("continuous", () => {
    this.SUBRULE(this.mannerStart);
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(t.Comma));
      this.OPTION1(() => this.CONSUME(t.And));
      this.CONSUME(t.Manner);
    });
    this.SUBRULE(this.duringTail);
    this.SUBRULE(this.lengthTail);
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

  // ── Reporting points ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** định kỳ (Quý I, 06 tháng, 09 tháng, năm) · tháng 3, 6, 9 và 12/2026 · quý II và quý IV */
  calendarList: TimeRule = this.RULE("calendarList", () => {
    const isSeries = this.LA(1).tokenType === t.Periodic;
    this.OPTION(() => this.OR1([{ ALT: () => this.CONSUME(t.Periodic) }, { ALT: () => this.CONSUME(t.Within) }]));
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
        this.OPTION3(() =>
          this.OR2([
            { ALT: () => this.CONSUME(t.Comma) },
            { ALT: () => this.CONSUME(t.Plus) },
            { ALT: () => this.CONSUME(t.Slash) },
          ]),
        );
        this.OPTION4(() => this.CONSUME(t.And));
        this.SUBRULE1(this.point);
      },
    });
    this.SUBRULE(this.yearTail);
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
            this.CONSUME(t.EachWord);
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

  private isObject(): boolean {
    return this.LA(1).tokenType === t.Slash && this.isKind(this.LA(2), t.NounWord);
  }

  /** “01/quý” needs the stroke; “02 lần hàng tuần” needs something that is counted, or it is no count (“mùng 1 hàng tháng”). */
  private mayBeCountedBy(counted: IToken): boolean {
    const next = this.LA(1);
    if (next.tokenType === t.Slash) return true;
    return this.isKind(counted, t.EventNoun) || (this.isKind(counted, t.NounWord) && next.tokenType !== t.Every);
  }

  /** In prose a list does not start with a bare unit (“ngày, tháng, năm sinh”), unless “định kỳ” stands before it. */
  protected pointNamesItself(): boolean {
    if (this.LA(0).tokenType === t.Within) {
      return this.isKind(this.LA(1), t.UnitQuarter, t.UnitMonth) && this.isNumbered(2);
    }
    if (this.place === "field" || this.isKind(this.LA(0), t.Periodic, t.Colon, t.LParen)) return true;
    return !this.isKind(this.LA(1), t.CadenceUnit) || this.isNumbered(2);
  }

  /** Whether a calendar list goes on: a separator, then a point that is not the start of another phrase. */
  protected pointFollows(isSeries: boolean): boolean {
    let at = 1;
    // “hàng tháng/quý/năm”
    const isStroke = this.LA(1).tokenType === t.Slash;
    if (isStroke && !(this.isKind(this.LA(0), t.CadenceUnit) && this.isKind(this.LA(2), t.CadenceUnit))) return false;
    if (isStroke || this.isKind(this.LA(at), t.Comma, t.Plus)) at += 1;
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

  // ── Stretches, deadlines ─────────────────────────────────────────────────────────────────────────────────────────────

  /** trong năm · quý III/2024 · tháng 10/2024 · 06 tháng đầu năm · (10/2024) · in a field: năm 2024, ngày 15/3/2026 */
  within: TimeRule = this.RULE("within", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.duringSpan), ALT: () => this.SUBRULE(this.duringSpan) },
        {
          GATE: this.inField(() => this.day),
          ALT: () => this.SUBRULE(this.day),
        },
        {
          GATE: () => this.namesItsStretch(),
          ALT: () => {
            this.OPTION4(() => this.CONSUME1(t.At));
            this.SUBRULE(this.span);
            this.SUBRULE1(this.everyYear);
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

  /** In prose a stretch without “trong” must name itself: “quý III”, “tháng 10/2024”, “06 tháng đầu năm”, “cuối năm”. */
  protected namesItsStretch(): boolean {
    const first = this.LA(1).tokenType === t.At ? 2 : 1;
    if (this.LA(first).tokenType !== t.UnitYear) return true;
    return this.place === "field" && this.LA(first + 1).tokenType === t.Year;
  }

  /** từ ngày 01/3 đến ngày 15/4/2026 · quý II - quý III/2026 · từ tháng 3/2026 · năm 2026 và các năm tiếp theo */
  between: TimeRule = this.RULE("between", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.hourRange), ALT: () => this.SUBRULE(this.hourRange) },
        { GATE: this.fits(() => this.closedRange), ALT: () => this.SUBRULE(this.closedRange) },
        { GATE: this.fits(() => this.openRange), ALT: () => this.SUBRULE(this.openRange) },
        { GATE: this.fits(() => this.yearsFrom), ALT: () => this.SUBRULE(this.yearsFrom) },
        { GATE: this.fits(() => this.yearList), ALT: () => this.SUBRULE(this.yearList) },
      ],
      ...gated,
    });
  });

  /** từ 17 giờ 00 ngày 30/12/2025 đến 08 giờ 00 ngày 05/01/2026 */
  hourRange: TimeRule = this.RULE("hourRange", () => {
    this.OPTION(() => this.CONSUME(t.FromWord));
    this.SUBRULE(this.clock);
    this.OPTION1(() => this.CONSUME(t.Comma));
    this.SUBRULE(this.date);
    this.CONSUME(t.ToWord);
    this.SUBRULE1(this.clock);
    this.OPTION2(() => this.CONSUME1(t.Comma));
    this.SUBRULE1(this.date);
  });

  closedRange: TimeRule = this.RULE("closedRange", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.FromWord);
          this.SUBRULE(this.rangeStart);
        },
      },
      {
        GATE: () =>
          this.place === "field" || this.isKind(this.LA(1), t.UnitMonth, t.UnitQuarter, t.UnitDay, t.UnitYear),
        ALT: () => this.SUBRULE1(this.rangeStart),
      },
    ]);
    this.CONSUME(t.ToWord);
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
            this.SUBRULE(this.yearTail);
          },
        },
        { ALT: () => this.CONSUME(t.Year) },
      ],
      ...gated,
    });
  });

  openRange: TimeRule = this.RULE("openRange", () => {
    this.CONSUME(t.FromWord);
    this.OR1({
      DEF: [
        { GATE: this.fits(() => this.date), ALT: () => this.SUBRULE(this.date) },
        { ALT: () => this.SUBRULE(this.span) },
      ],
      ...gated,
    });
    this.OPTION(() =>
      this.OR2([
        { ALT: () => this.CONSUME(t.NextYears) },
        {
          ALT: () => {
            this.CONSUME(t.To);
            this.CONSUME(t.ThisYear);
          },
        },
      ]),
    );
  });

  /** năm 2026, 2027 và 2028 */
  yearList: TimeRule = this.RULE("yearList", () => {
    this.OPTION(() => this.CONSUME(t.Within));
    this.CONSUME(t.UnitYear);
    this.CONSUME(t.Year);
    this.AT_LEAST_ONE({
      GATE: () => this.LA(2).tokenType === t.Year,
      DEF: () => {
        this.CONSUME(t.Link);
        this.CONSUME1(t.Year);
      },
    });
  });

  yearsFrom: TimeRule = this.RULE("yearsFrom", () => {
    this.OPTION(() => this.CONSUME(t.Within));
    this.CONSUME(t.UnitYear);
    this.CONSUME(t.Year);
    this.OR([{ ALT: () => this.CONSUME(t.And) }, { ALT: () => this.CONSUME(t.Comma) }]);
    this.CONSUME(t.NextYears);
  });

  /** After “tháng 3 -”, “quý II/2026 đến”, “3/2026 -” a figure is the same unit again; after “ngày 01 -” it is not. */
  protected borrowsUnit(): boolean {
    return this.isKind(this.LA(-2), t.UnitMonth, t.UnitQuarter) || this.isKind(this.LA(-1), t.MonthYear, t.Year);
  }

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
        this.CONSUME2(t.Link);
        this.SUBRULE(this.date);
      },
    });
    this.SUBRULE(this.everyYear);
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

  /** “đến ngày 15/3” is a deadline anywhere; “đến năm 2030” only in a field (in prose it is a horizon). */
  protected mayBeUntil(): boolean {
    if (this.isKind(this.LA(2), t.UnitDay, t.FullDate) || this.isKind(this.LA(2), t.ClockFigure)) return true;
    return this.place === "field";
  }

  // ── Events, limits ───────────────────────────────────────────────────────────────────────────────────────────────────

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
            this.CONSUME(t.FromWord);
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
          GATE: () => this.place === "field",
          ALT: () => {
            this.CONSUME(t.When);
            this.SUBRULE3(this.clause, { ARGS: ["list"] });
          },
        },
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

  protected hasDifficultySoon(): boolean {
    for (let ahead = 2; ahead <= 4; ahead += 1) if (this.LA(ahead).tokenType === t.Difficulty) return true;
    return false;
  }

  /** không … quá 01 lần trong năm đối với mỗi … · ít nhất 01 hội nghị · 01 lớp · thời lượng 15 phút · in a field: 05 ngày */
  limit: TimeRule = this.RULE("limit", () => {
    this.OR({
      DEF: [
        { GATE: this.fits(() => this.prohibition), ALT: () => this.SUBRULE(this.prohibition) },
        { GATE: this.fits(() => this.lengthPhrase), ALT: () => this.SUBRULE(this.lengthPhrase) },
        {
          GATE: () =>
            (this.place === "field" || this.isKind(this.LA(1), t.WithinLength, t.Within)) &&
            this.isPlainLength() &&
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
    this.OPTION1({ GATE: () => this.isObject(), DEF: () => this.SUBRULE(this.slashObject) });
  });

  /** Not “1 tháng 3/2026”, “báo cáo 6 tháng”, “trong 10 ngày đầu tháng”. */
  private isPlainLength(): boolean {
    if (this.isKind(this.LA(0), t.Report, t.MidReview, t.FinalReview)) return false;
    const unit = this.isKind(this.LA(2), t.DelayUnit) ? 2 : 3;
    return (
      !this.isKind(this.LA(unit), t.DelayUnit) ||
      !(this.isNumbered(unit + 1) || this.isKind(this.LA(unit + 1), t.PartWord))
    );
  }

  /** “01 lớp”, “ít nhất 01 hội nghị”; not “một số lớp”, nor in prose “hai cuộc kháng chiến”. */
  protected countsThings(): boolean {
    const first = this.isKind(this.LA(1), t.AtLeast, t.AtMost, t.About, t.From) ? 2 : 1;
    if (this.isKind(this.LA(first + 1), t.Times) && this.LA(first + 2).tokenType === t.Slash) return false;
    if (this.place === "prose") {
      // “khoản 2 mục III” counts nothing.
      const isEvent =
        this.isKind(this.LA(first + 1), t.CountedEvent) || (first === 2 && !this.isKind(this.LA(1), t.From));
      return this.isKind(this.LA(first), t.Integer) && isEvent;
    }
    if (this.isKind(this.LA(first), t.Integer)) return true;
    return this.place === "field" && !/^số$/i.test(this.LA(first + 1).image);
  }

  lengthLimit: TimeRule = this.RULE("lengthLimit", () => {
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(t.WithinLength) }, { ALT: () => this.CONSUME(t.Within) }]));
    this.SUBRULE(this.length);
  });
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
