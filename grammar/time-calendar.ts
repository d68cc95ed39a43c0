/**
 * Parts of a time phrase that stand on the calendar: dates, hours, stretches, days that come back; and the years, dates and
 * periods that are context, not times of implementation.
 */
import { gated, TimeParts, type TimeRule } from "./time-parts.ts";
import * as t from "./time-tokens.ts";

export abstract class TimeCalendar extends TimeParts {
  // ── Stretches ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** trong năm 2024 · cả năm · trong quý I/2024 */
  duringSpan: TimeRule = this.RULE("duringSpan", () => {
    this.CONSUME(t.WithinWord);
    this.OR1({
      DEF: [
        { GATE: this.fits(() => this.date), ALT: () => this.SUBRULE(this.date) },
        { ALT: () => this.SUBRULE(this.span) },
      ],
      ...gated,
    });
  });

  /** [ , trong năm 2024 ] */
  duringTail: TimeRule = this.RULE("duringTail", () => {
    this.OPTION({ GATE: this.fits(() => this.duringClause), DEF: () => this.SUBRULE(this.duringClause) });
  });

  duringClause: TimeRule = this.RULE("duringClause", () => {
    this.OPTION(() => this.CONSUME(t.Comma));
    this.SUBRULE(this.duringSpan);
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
                    this.SUBRULE(this.yearTail);
                  },
                },
                {
                  ALT: () => {
                    this.CONSUME1(t.UnitMonth);
                    this.SUBRULE(this.monthNumber);
                    this.SUBRULE1(this.yearTail);
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

  /** The number of a quarter or month; with its year, the list ends. */
  pointNumber: TimeRule = this.RULE("pointNumber", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Roman) },
      { ALT: () => this.CONSUME(t.Integer) },
      { ALT: () => this.CONSUME(t.MonthYear) },
    ]);
  });

  monthNumber: TimeRule = this.RULE("monthNumber", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.MonthYear) },
      { ALT: () => this.CONSUME(t.Integer) },
      { ALT: () => this.AT_LEAST_ONE(() => this.CONSUME(t.NumberWord)) },
    ]);
  });

  /** [ /2024 ] */
  yearTail: TimeRule = this.RULE("yearTail", () => {
    this.OPTION({ GATE: this.fits(() => this.yearPart), DEF: () => this.SUBRULE(this.yearPart) });
  });

  /** /2024 · năm 2024 · , năm 2024 · -2024 */
  yearPart: TimeRule = this.RULE("yearPart", () => {
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

  /** [ hàng năm ] */
  everyYear: TimeRule = this.RULE("everyYear", () => {
    this.OPTION({
      GATE: () => this.LA(2).tokenType === t.UnitYear,
      DEF: () => {
        this.CONSUME(t.Every);
        this.CONSUME(t.UnitYear);
      },
    });
  });

  // ── Days and hours ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** ngày 15/11/2019 · 15/02/2021 · ngày 15 tháng 3 năm 2018 · 15/11 */
  date: TimeRule = this.RULE("date", () => {
    this.OPTION(() => this.CONSUME(t.UnitDay));
    this.OR([
      { ALT: () => this.CONSUME(t.FullDate) },
      {
        ALT: () => {
          this.CONSUME(t.DayMonth);
          this.SUBRULE(this.yearTail);
        },
      },
      {
        GATE: () =>
          this.isKind(this.LA(0), t.UnitDay, t.Before, t.Until, t.To, t.From, t.Dash, t.NoLaterThan, t.Is, t.At),
        ALT: () => {
          this.CONSUME(t.Integer);
          this.CONSUME(t.UnitMonth);
          this.SUBRULE(this.monthNumber);
          this.SUBRULE1(this.yearTail);
        },
      },
    ]);
  });

  /** ngày 15/3/2026 · 08 giờ 00 ngày 15/3/2026 · ngày 09/11 hàng năm */
  day: TimeRule = this.RULE("day", () => {
    this.OPTION(() => this.CONSUME(t.At));
    this.OPTION1({ GATE: () => this.isClock(), DEF: () => this.SUBRULE(this.clockRange) });
    this.SUBRULE(this.date);
    this.SUBRULE(this.everyYear);
  });

  /** 08 giờ 00, · từ 07 giờ 30 đến 17 giờ */
  clockRange: TimeRule = this.RULE("clockRange", () => {
    this.OPTION(() => this.CONSUME(t.From));
    this.SUBRULE(this.clock);
    this.OPTION1(() => {
      this.CONSUME(t.ToWord);
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

  protected isClock(): boolean {
    const first = this.LA(1).tokenType === t.From ? 2 : 1;
    return this.isKind(this.LA(first), t.ClockFigure) || this.LA(first + 1).tokenType === t.UnitHour;
  }

  // ── Days that come back ──────────────────────────────────────────────────────────────────────────────────────────────

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
            this.OPTION2(() => this.CONSUME(t.EachWord));
            this.CONSUME(t.CadenceUnit);
          },
        },
        {
          ALT: () => {
            this.CONSUME1(t.EachWord);
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
            this.OPTION1(() => this.CONSUME(t.EachWord));
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
    this.CONSUME(t.EachWord);
    this.CONSUME(t.UnitWeek);
  });

  // ── Context ──────────────────────────────────────────────────────────────────────────────────────────────────────────

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
    this.CONSUME(t.ToWord);
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

  protected isWholeDate(): boolean {
    return this.LA(1).tokenType === t.FullDate || this.LA(1).tokenType === t.UnitDay;
  }
}
