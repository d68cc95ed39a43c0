import type { CstNode, ICstVisitor, IToken } from "chevrotain";

export interface BoundCstNode extends CstNode {
  name: "bound";
  children: BoundCstChildren;
}

export type BoundCstChildren = {
  AtLeast?: IToken[];
  AtMost?: IToken[];
  About?: IToken[];
};

export interface CountCstNode extends CstNode {
  name: "count";
  children: CountCstChildren;
}

export type CountCstChildren = {
  From?: IToken[];
  number: (NumberCstNode)[];
  ToWord?: IToken[];
};

export interface NumberCstNode extends CstNode {
  name: "number";
  children: NumberCstChildren;
}

export type NumberCstChildren = {
  Integer?: IToken[];
  LParen?: IToken[];
  NumberWord?: (IToken)[];
  UnitYear?: IToken[];
  RParen?: IToken[];
};

export interface NounCstNode extends CstNode {
  name: "noun";
  children: NounCstChildren;
}

export type NounCstChildren = {
  Comma?: IToken[];
  NounWord: IToken[];
};

export interface LengthCstNode extends CstNode {
  name: "length";
  children: LengthCstChildren;
}

export type LengthCstChildren = {
  bound?: BoundCstNode[];
  count: CountCstNode[];
  DelayUnit: IToken[];
};

export interface LengthPhraseCstNode extends CstNode {
  name: "lengthPhrase";
  children: LengthPhraseCstChildren;
}

export type LengthPhraseCstChildren = {
  Length?: IToken[];
  Each?: (IToken)[];
  EventNoun?: IToken[];
  NounWord?: IToken[];
  length: LengthCstNode[];
};

export interface LengthTailCstNode extends CstNode {
  name: "lengthTail";
  children: LengthTailCstChildren;
}

export type LengthTailCstChildren = {
  lengthClause?: LengthClauseCstNode[];
};

export interface LengthClauseCstNode extends CstNode {
  name: "lengthClause";
  children: LengthClauseCstChildren;
}

export type LengthClauseCstChildren = {
  Comma?: IToken[];
  lengthPhrase: LengthPhraseCstNode[];
};

export interface ClauseCstNode extends CstNode {
  name: "clause";
  children: ClauseCstChildren;
}

export type ClauseCstChildren = {
  Comma?: IToken[];
  ClauseWord: IToken[];
};

export interface AnchorCstNode extends CstNode {
  name: "anchor";
  children: AnchorCstChildren;
}

export type AnchorCstChildren = {
  ClauseWord: IToken[];
};

export interface DuringSpanCstNode extends CstNode {
  name: "duringSpan";
  children: DuringSpanCstChildren;
}

export type DuringSpanCstChildren = {
  WithinWord: IToken[];
  date?: DateCstNode[];
  span?: SpanCstNode[];
};

export interface DuringTailCstNode extends CstNode {
  name: "duringTail";
  children: DuringTailCstChildren;
}

export type DuringTailCstChildren = {
  duringClause?: DuringClauseCstNode[];
};

export interface DuringClauseCstNode extends CstNode {
  name: "duringClause";
  children: DuringClauseCstChildren;
}

export type DuringClauseCstChildren = {
  Comma?: IToken[];
  duringSpan: DuringSpanCstNode[];
};

export interface SpanCstNode extends CstNode {
  name: "span";
  children: SpanCstChildren;
}

export type SpanCstChildren = {
  number?: NumberCstNode[];
  UnitMonth?: (IToken)[];
  PartWord?: (IToken)[];
  spanYear?: (SpanYearCstNode)[];
  UnitQuarter?: IToken[];
  pointNumber?: PointNumberCstNode[];
  yearTail?: (YearTailCstNode)[];
  monthNumber?: MonthNumberCstNode[];
};

export interface SpanYearCstNode extends CstNode {
  name: "spanYear";
  children: SpanYearCstChildren;
}

export type SpanYearCstChildren = {
  UnitYear: IToken[];
  Year?: IToken[];
  ThisYear?: IToken[];
};

export interface PointNumberCstNode extends CstNode {
  name: "pointNumber";
  children: PointNumberCstChildren;
}

export type PointNumberCstChildren = {
  Roman?: IToken[];
  Integer?: IToken[];
  MonthYear?: IToken[];
};

export interface MonthNumberCstNode extends CstNode {
  name: "monthNumber";
  children: MonthNumberCstChildren;
}

export type MonthNumberCstChildren = {
  MonthYear?: IToken[];
  Integer?: IToken[];
  NumberWord?: IToken[];
};

export interface YearTailCstNode extends CstNode {
  name: "yearTail";
  children: YearTailCstChildren;
}

export type YearTailCstChildren = {
  yearPart?: YearPartCstNode[];
};

export interface YearPartCstNode extends CstNode {
  name: "yearPart";
  children: YearPartCstChildren;
}

export type YearPartCstChildren = {
  Slash?: IToken[];
  Dash?: IToken[];
  Year?: (IToken)[];
  Of?: IToken[];
  spanYear?: SpanYearCstNode[];
  Comma?: IToken[];
  UnitYear?: IToken[];
};

export interface EveryYearCstNode extends CstNode {
  name: "everyYear";
  children: EveryYearCstChildren;
}

export type EveryYearCstChildren = {
  Every?: IToken[];
  UnitYear?: IToken[];
};

export interface DateCstNode extends CstNode {
  name: "date";
  children: DateCstChildren;
}

export type DateCstChildren = {
  UnitDay?: IToken[];
  FullDate?: IToken[];
  DayMonth?: IToken[];
  yearTail?: (YearTailCstNode)[];
  Integer?: IToken[];
  UnitMonth?: IToken[];
  monthNumber?: MonthNumberCstNode[];
};

export interface DayCstNode extends CstNode {
  name: "day";
  children: DayCstChildren;
}

export type DayCstChildren = {
  At?: IToken[];
  clockRange?: ClockRangeCstNode[];
  date: DateCstNode[];
  everyYear: EveryYearCstNode[];
};

export interface ClockRangeCstNode extends CstNode {
  name: "clockRange";
  children: ClockRangeCstChildren;
}

export type ClockRangeCstChildren = {
  From?: IToken[];
  clock: (ClockCstNode)[];
  ToWord?: IToken[];
  Comma?: IToken[];
};

export interface ClockCstNode extends CstNode {
  name: "clock";
  children: ClockCstChildren;
}

export type ClockCstChildren = {
  ClockFigure?: IToken[];
  Integer?: (IToken)[];
  UnitHour?: IToken[];
  UnitMinute?: IToken[];
};

export interface WeekdayCstNode extends CstNode {
  name: "weekday";
  children: WeekdayCstChildren;
}

export type WeekdayCstChildren = {
  Weekday?: IToken[];
  Ordinal?: IToken[];
  Integer?: IToken[];
};

export interface DayNumberCstNode extends CstNode {
  name: "dayNumber";
  children: DayNumberCstChildren;
}

export type DayNumberCstChildren = {
  Integer?: IToken[];
  Last?: IToken[];
  Late?: IToken[];
};

export interface RecurrenceCstNode extends CstNode {
  name: "recurrence";
  children: RecurrenceCstChildren;
}

export type RecurrenceCstChildren = {
  Of?: (IToken)[];
  UnitMonth?: (IToken)[];
  Late?: IToken[];
  Last?: IToken[];
  EachWord?: (IToken)[];
  CadenceUnit?: (IToken)[];
  After?: IToken[];
  UnitQuarter?: IToken[];
};

export interface RecurringDayCstNode extends CstNode {
  name: "recurringDay";
  children: RecurringDayCstChildren;
}

export type RecurringDayCstChildren = {
  UnitDay?: (IToken)[];
  dayNumber?: DayNumberCstNode[];
  recurrence?: RecurrenceCstNode[];
  Late?: IToken[];
  EachWord?: IToken[];
  UnitMonth?: IToken[];
  UnitQuarter?: IToken[];
};

export interface RecurringWeekdayCstNode extends CstNode {
  name: "recurringWeekday";
  children: RecurringWeekdayCstChildren;
}

export type RecurringWeekdayCstChildren = {
  weekday: WeekdayCstNode[];
  EachWord: IToken[];
  UnitWeek: IToken[];
};

export interface ContextCstNode extends CstNode {
  name: "context";
  children: ContextCstChildren;
}

export type ContextCstChildren = {
  documentDate?: DocumentDateCstNode[];
  edition?: EditionCstNode[];
  stage?: StageCstNode[];
  horizon?: HorizonCstNode[];
  review?: ReviewCstNode[];
  plainYear?: PlainYearCstNode[];
  Past?: IToken[];
  Coming?: IToken[];
  schedule?: ScheduleCstNode[];
};

export interface DocumentDateCstNode extends CstNode {
  name: "documentDate";
  children: DocumentDateCstChildren;
}

export type DocumentDateCstChildren = {
  openDate?: OpenDateCstNode[];
  date?: DateCstNode[];
};

export interface OpenDateCstNode extends CstNode {
  name: "openDate";
  children: OpenDateCstChildren;
}

export type OpenDateCstChildren = {
  UnitDay: IToken[];
  Ellipsis?: (IToken)[];
  UnitMonth?: IToken[];
  Integer?: IToken[];
  UnitYear?: IToken[];
  Year?: (IToken)[];
  Slash?: (IToken)[];
  MonthYear?: IToken[];
};

export interface EditionCstNode extends CstNode {
  name: "edition";
  children: EditionCstChildren;
}

export type EditionCstChildren = {
  Times: IToken[];
  Ordinal?: IToken[];
  number?: NumberCstNode[];
  editionYear?: (EditionYearCstNode)[];
  Weekday?: IToken[];
  Integer?: IToken[];
};

export interface EditionYearCstNode extends CstNode {
  name: "editionYear";
  children: EditionYearCstChildren;
}

export type EditionYearCstChildren = {
  Dash?: IToken[];
  Comma?: IToken[];
  UnitYear: IToken[];
  Year: IToken[];
};

export interface StageCstNode extends CstNode {
  name: "stage";
  children: StageCstChildren;
}

export type StageCstChildren = {
  Stage?: IToken[];
  From?: IToken[];
  UnitYear?: (IToken)[];
  SchoolYear?: IToken[];
  Year: (IToken)[];
  ToWord: IToken[];
};

export interface HorizonCstNode extends CstNode {
  name: "horizon";
  children: HorizonCstChildren;
}

export type HorizonCstChildren = {
  Vision?: IToken[];
  Orientation?: IToken[];
  To?: (IToken)[];
  UnitYear?: (IToken)[];
  Year: IToken[];
};

export interface ReviewCstNode extends CstNode {
  name: "review";
  children: ReviewCstChildren;
}

export type ReviewCstChildren = {
  MidReview?: IToken[];
  FinalReview?: IToken[];
  number: NumberCstNode[];
  UnitYear: IToken[];
};

export interface PlainYearCstNode extends CstNode {
  name: "plainYear";
  children: PlainYearCstChildren;
}

export type PlainYearCstChildren = {
  UnitYear?: IToken[];
  Index?: IToken[];
  Year: IToken[];
};

export interface ScheduleCstNode extends CstNode {
  name: "schedule";
  children: ScheduleCstChildren;
}

export type ScheduleCstChildren = {
  OnSchedule?: IToken[];
  BySchedule?: IToken[];
  clause?: ClauseCstNode[];
};

export interface TextCstNode extends CstNode {
  name: "text";
  children: TextCstChildren;
}

export type TextCstChildren = {
  time?: TimeCstNode[];
  Anything?: IToken[];
};

export interface TimeCstNode extends CstNode {
  name: "time";
  children: TimeCstChildren;
}

export type TimeCstChildren = {
  total?: TotalCstNode[];
  calendarList?: CalendarListCstNode[];
  unitThenCount?: UnitThenCountCstNode[];
  perUnit?: PerUnitCstNode[];
  everyNUnits?: EveryNUnitsCstNode[];
  dayOfWeek?: DayOfWeekCstNode[];
  dayOfMonth?: DayOfMonthCstNode[];
  everyUnit?: EveryUnitCstNode[];
  between?: BetweenCstNode[];
  deadline?: DeadlineCstNode[];
  afterEvent?: AfterEventCstNode[];
  onEvent?: OnEventCstNode[];
  continuous?: ContinuousCstNode[];
  within?: WithinCstNode[];
  limit?: LimitCstNode[];
  context?: ContextCstNode[];
  periodic?: PeriodicCstNode[];
};

export interface TotalCstNode extends CstNode {
  name: "total";
  children: TotalCstChildren;
}

export type TotalCstChildren = {
  bound?: BoundCstNode[];
  count: CountCstNode[];
  noun: NounCstNode[];
  totalPer?: TotalPerCstNode[];
  LParen?: IToken[];
  About?: IToken[];
  breakdown?: BreakdownCstNode[];
  RParen?: IToken[];
  Comma?: IToken[];
  everyUnitCount?: EveryUnitCountCstNode[];
  lengthTail: LengthTailCstNode[];
};

export interface TotalPerCstNode extends CstNode {
  name: "totalPer";
  children: TotalPerCstChildren;
}

export type TotalPerCstChildren = {
  Slash?: IToken[];
  CadenceUnit?: IToken[];
  Within?: IToken[];
  UnitYear?: IToken[];
  Year?: IToken[];
};

export interface BreakdownCstNode extends CstNode {
  name: "breakdown";
  children: BreakdownCstChildren;
}

export type BreakdownCstChildren = {
  everyUnitCount?: EveryUnitCountCstNode[];
  unitCount?: UnitCountCstNode[];
  countPerUnit?: CountPerUnitCstNode[];
};

export interface PerUnitCstNode extends CstNode {
  name: "perUnit";
  children: PerUnitCstChildren;
}

export type PerUnitCstChildren = {
  eachObject?: EachObjectCstNode[];
  Periodic?: IToken[];
  countPerUnit: CountPerUnitCstNode[];
  slashObject?: SlashObjectCstNode[];
  forObject?: ForObjectCstNode[];
  lengthTail: LengthTailCstNode[];
};

export interface CountPerUnitCstNode extends CstNode {
  name: "countPerUnit";
  children: CountPerUnitCstChildren;
}

export type CountPerUnitCstChildren = {
  bound?: BoundCstNode[];
  count: CountCstNode[];
  noun?: NounCstNode[];
  slashObject?: SlashObjectCstNode[];
  per?: PerCstNode[];
};

export interface SlashObjectCstNode extends CstNode {
  name: "slashObject";
  children: SlashObjectCstChildren;
}

export type SlashObjectCstChildren = {
  Slash: IToken[];
  noun: NounCstNode[];
};

export interface EachObjectCstNode extends CstNode {
  name: "eachObject";
  children: EachObjectCstChildren;
}

export type EachObjectCstChildren = {
  Each: IToken[];
  noun: NounCstNode[];
  Comma?: IToken[];
};

export interface PerCstNode extends CstNode {
  name: "per";
  children: PerCstChildren;
}

export type PerCstChildren = {
  Slash?: IToken[];
  number?: NumberCstNode[];
  CadenceUnit?: (IToken)[];
  Each?: IToken[];
  Every?: IToken[];
  PerWord?: IToken[];
  Within?: IToken[];
  NumberWord?: IToken[];
};

export interface UnitThenCountCstNode extends CstNode {
  name: "unitThenCount";
  children: UnitThenCountCstChildren;
}

export type UnitThenCountCstChildren = {
  Periodic?: IToken[];
  Cycle?: IToken[];
  bound?: BoundCstNode[];
  everyUnitCount?: EveryUnitCountCstNode[];
  unitCount?: UnitCountCstNode[];
  lengthTail: LengthTailCstNode[];
};

export interface EveryUnitCountCstNode extends CstNode {
  name: "everyUnitCount";
  children: EveryUnitCountCstChildren;
}

export type EveryUnitCountCstChildren = {
  EachWord: IToken[];
  CadenceUnit: IToken[];
  Comma?: IToken[];
  bound?: BoundCstNode[];
  count: CountCstNode[];
  NounWord: IToken[];
};

export interface UnitCountCstNode extends CstNode {
  name: "unitCount";
  children: UnitCountCstChildren;
}

export type UnitCountCstChildren = {
  number?: NumberCstNode[];
  CadenceUnit: IToken[];
  bound?: BoundCstNode[];
  count: CountCstNode[];
  EventNoun: IToken[];
};

export interface EveryNUnitsCstNode extends CstNode {
  name: "everyNUnits";
  children: EveryNUnitsCstChildren;
}

export type EveryNUnitsCstChildren = {
  bound?: BoundCstNode[];
  Periodic?: IToken[];
  Each?: IToken[];
  Cycle?: IToken[];
  number?: (NumberCstNode)[];
  CadenceUnit?: (IToken)[];
  perTime?: (PerTimeCstNode)[];
  lengthTail: LengthTailCstNode[];
};

export interface PerTimeCstNode extends CstNode {
  name: "perTime";
  children: PerTimeCstChildren;
}

export type PerTimeCstChildren = {
  Slash: IToken[];
  number?: NumberCstNode[];
  EventNoun: IToken[];
};

export interface EveryUnitCstNode extends CstNode {
  name: "everyUnit";
  children: EveryUnitCstChildren;
}

export type EveryUnitCstChildren = {
  LawDay?: IToken[];
  Periodic?: IToken[];
  EachWord?: IToken[];
  CadenceUnit?: (IToken)[];
  ByUnit?: IToken[];
  Yearly?: IToken[];
  lengthTail: LengthTailCstNode[];
};

export interface DayOfWeekCstNode extends CstNode {
  name: "dayOfWeek";
  children: DayOfWeekCstChildren;
}

export type DayOfWeekCstChildren = {
  At?: IToken[];
  weekday: (WeekdayCstNode)[];
  Link?: IToken[];
  EachWord: IToken[];
  UnitWeek: IToken[];
  lengthTail: LengthTailCstNode[];
};

export interface DayOfMonthCstNode extends CstNode {
  name: "dayOfMonth";
  children: DayOfMonthCstChildren;
}

export type DayOfMonthCstChildren = {
  At?: IToken[];
  UnitDay: (IToken)[];
  dayNumber: (DayNumberCstNode)[];
  Link?: IToken[];
  recurrence: RecurrenceCstNode[];
};

export interface PeriodicCstNode extends CstNode {
  name: "periodic";
  children: PeriodicCstChildren;
}

export type PeriodicCstChildren = {
  Periodic?: IToken[];
  RegularSession?: IToken[];
  LawDay?: IToken[];
  MidReview?: IToken[];
  Link?: IToken[];
  FinalReview?: IToken[];
  lengthTail: LengthTailCstNode[];
};

export interface ContinuousCstNode extends CstNode {
  name: "continuous";
  children: ContinuousCstChildren;
}

export type ContinuousCstChildren = {
  mannerStart: MannerStartCstNode[];
  Comma?: IToken[];
  And?: IToken[];
  Manner?: IToken[];
  duringTail: DuringTailCstNode[];
  lengthTail: LengthTailCstNode[];
};

export interface MannerStartCstNode extends CstNode {
  name: "mannerStart";
  children: MannerStartCstChildren;
}

export type MannerStartCstChildren = {
  Regularly?: (IToken)[];
  Timely?: (IToken)[];
  Continuously?: (IToken)[];
  AroundTheClock?: IToken[];
  Fully?: IToken[];
  Comma?: IToken[];
  And?: IToken[];
};

export interface CalendarListCstNode extends CstNode {
  name: "calendarList";
  children: CalendarListCstChildren;
}

export type CalendarListCstChildren = {
  Periodic?: IToken[];
  Within?: IToken[];
  Colon?: IToken[];
  LParen?: IToken[];
  point: (PointCstNode)[];
  Comma?: IToken[];
  Plus?: IToken[];
  Slash?: IToken[];
  And?: IToken[];
  yearTail: YearTailCstNode[];
  RParen?: IToken[];
};

export interface PointCstNode extends CstNode {
  name: "point";
  children: PointCstChildren;
}

export type PointCstChildren = {
  MidReview?: IToken[];
  FinalReview?: IToken[];
  Report?: IToken[];
  EachWord?: IToken[];
  CadenceUnit?: IToken[];
  number?: (NumberCstNode)[];
  UnitMonth?: (IToken)[];
  PartWord?: IToken[];
  UnitYear?: (IToken)[];
  UnitQuarter?: IToken[];
  pointNumber?: (PointNumberCstNode)[];
  Whole?: IToken[];
  Late?: IToken[];
  Year?: IToken[];
  UnitWeek?: IToken[];
};

export interface WithinCstNode extends CstNode {
  name: "within";
  children: WithinCstChildren;
}

export type WithinCstChildren = {
  duringSpan?: DuringSpanCstNode[];
  day?: DayCstNode[];
  At?: IToken[];
  span?: SpanCstNode[];
  everyYear?: EveryYearCstNode[];
  MonthYear?: IToken[];
};

export interface BetweenCstNode extends CstNode {
  name: "between";
  children: BetweenCstChildren;
}

export type BetweenCstChildren = {
  hourRange?: HourRangeCstNode[];
  closedRange?: ClosedRangeCstNode[];
  openRange?: OpenRangeCstNode[];
  yearsFrom?: YearsFromCstNode[];
  yearList?: YearListCstNode[];
};

export interface HourRangeCstNode extends CstNode {
  name: "hourRange";
  children: HourRangeCstChildren;
}

export type HourRangeCstChildren = {
  FromWord?: IToken[];
  clock: (ClockCstNode)[];
  Comma?: (IToken)[];
  date: (DateCstNode)[];
  ToWord: IToken[];
};

export interface ClosedRangeCstNode extends CstNode {
  name: "closedRange";
  children: ClosedRangeCstChildren;
}

export type ClosedRangeCstChildren = {
  FromWord?: IToken[];
  rangeStart?: (RangeStartCstNode)[];
  ToWord: IToken[];
  rangeEnd: RangeEndCstNode[];
};

export interface RangeStartCstNode extends CstNode {
  name: "rangeStart";
  children: RangeStartCstChildren;
}

export type RangeStartCstChildren = {
  date?: DateCstNode[];
  span?: SpanCstNode[];
  UnitDay?: IToken[];
  Integer?: IToken[];
  MonthYear?: IToken[];
  Year?: IToken[];
};

export interface RangeEndCstNode extends CstNode {
  name: "rangeEnd";
  children: RangeEndCstChildren;
}

export type RangeEndCstChildren = {
  date?: DateCstNode[];
  span?: SpanCstNode[];
  Roman?: IToken[];
  Integer?: IToken[];
  MonthYear?: IToken[];
  yearTail?: YearTailCstNode[];
  Year?: IToken[];
};

export interface OpenRangeCstNode extends CstNode {
  name: "openRange";
  children: OpenRangeCstChildren;
}

export type OpenRangeCstChildren = {
  FromWord: IToken[];
  date?: DateCstNode[];
  span?: SpanCstNode[];
  NextYears?: IToken[];
  To?: IToken[];
  ThisYear?: IToken[];
};

export interface YearListCstNode extends CstNode {
  name: "yearList";
  children: YearListCstChildren;
}

export type YearListCstChildren = {
  Within?: IToken[];
  UnitYear: IToken[];
  Year: (IToken)[];
  Link: IToken[];
};

export interface YearsFromCstNode extends CstNode {
  name: "yearsFrom";
  children: YearsFromCstChildren;
}

export type YearsFromCstChildren = {
  Within?: IToken[];
  UnitYear: IToken[];
  Year: IToken[];
  And?: IToken[];
  Comma?: IToken[];
  NextYears: IToken[];
};

export interface DeadlineCstNode extends CstNode {
  name: "deadline";
  children: DeadlineCstChildren;
}

export type DeadlineCstChildren = {
  Before?: (IToken)[];
  NoLaterThan?: IToken[];
  Is?: IToken[];
  Within?: IToken[];
  At?: IToken[];
  To?: (IToken)[];
  Until?: (IToken)[];
  Colon?: IToken[];
  From?: IToken[];
  ThisYear?: IToken[];
  AtMost?: IToken[];
  clock?: ClockCstNode[];
  Comma?: IToken[];
  due: DueCstNode[];
  Link?: IToken[];
  date?: DateCstNode[];
  everyYear: EveryYearCstNode[];
};

export interface DueCstNode extends CstNode {
  name: "due";
  children: DueCstChildren;
}

export type DueCstChildren = {
  date?: DateCstNode[];
  recurringDay?: RecurringDayCstNode[];
  recurringWeekday?: RecurringWeekdayCstNode[];
  span?: SpanCstNode[];
  MonthYear?: IToken[];
  Year?: IToken[];
};

export interface AfterEventCstNode extends CstNode {
  name: "afterEvent";
  children: AfterEventCstChildren;
}

export type AfterEventCstChildren = {
  RightAfter?: IToken[];
  RightWhen?: IToken[];
  AfterWhen?: (IToken)[];
  BeforeEvent?: IToken[];
  clause?: (ClauseCstNode)[];
  FromWord?: IToken[];
  anchor?: AnchorCstNode[];
  After?: (IToken)[];
  Before?: IToken[];
  WithinLength?: IToken[];
  NoLaterThan?: IToken[];
  Within?: IToken[];
  length?: LengthCstNode[];
  Comma?: IToken[];
  CountingFrom?: IToken[];
  From?: IToken[];
};

export interface OnEventCstNode extends CstNode {
  name: "onEvent";
  children: OnEventCstChildren;
}

export type OnEventCstChildren = {
  WhenThere?: IToken[];
  OnDemand?: IToken[];
  AsSituation?: IToken[];
  clause?: (ClauseCstNode)[];
  Sudden?: IToken[];
  When?: IToken[];
  During?: IToken[];
  If?: IToken[];
};

export interface LimitCstNode extends CstNode {
  name: "limit";
  children: LimitCstChildren;
}

export type LimitCstChildren = {
  prohibition?: ProhibitionCstNode[];
  lengthPhrase?: LengthPhraseCstNode[];
  lengthLimit?: LengthLimitCstNode[];
  quantity?: QuantityCstNode[];
};

export interface ProhibitionCstNode extends CstNode {
  name: "prohibition";
  children: ProhibitionCstChildren;
}

export type ProhibitionCstChildren = {
  No: IToken[];
  NounWord?: IToken[];
  Comma?: IToken[];
  Over: IToken[];
  count: CountCstNode[];
  EventNoun: IToken[];
  per?: PerCstNode[];
  forObject?: ForObjectCstNode[];
};

export interface ForObjectCstNode extends CstNode {
  name: "forObject";
  children: ForObjectCstChildren;
}

export type ForObjectCstChildren = {
  ForObject: IToken[];
  clause: ClauseCstNode[];
};

export interface QuantityCstNode extends CstNode {
  name: "quantity";
  children: QuantityCstChildren;
}

export type QuantityCstChildren = {
  bound?: BoundCstNode[];
  count: CountCstNode[];
  EventNoun: (IToken)[];
  Comma?: IToken[];
  slashObject?: SlashObjectCstNode[];
};

export interface LengthLimitCstNode extends CstNode {
  name: "lengthLimit";
  children: LengthLimitCstChildren;
}

export type LengthLimitCstChildren = {
  WithinLength?: IToken[];
  Within?: IToken[];
  length: LengthCstNode[];
};

export interface ICstNodeVisitor<IN, OUT> extends ICstVisitor<IN, OUT> {
  bound(children: BoundCstChildren, param?: IN): OUT;
  count(children: CountCstChildren, param?: IN): OUT;
  number(children: NumberCstChildren, param?: IN): OUT;
  noun(children: NounCstChildren, param?: IN): OUT;
  length(children: LengthCstChildren, param?: IN): OUT;
  lengthPhrase(children: LengthPhraseCstChildren, param?: IN): OUT;
  lengthTail(children: LengthTailCstChildren, param?: IN): OUT;
  lengthClause(children: LengthClauseCstChildren, param?: IN): OUT;
  clause(children: ClauseCstChildren, param?: IN): OUT;
  anchor(children: AnchorCstChildren, param?: IN): OUT;
  duringSpan(children: DuringSpanCstChildren, param?: IN): OUT;
  duringTail(children: DuringTailCstChildren, param?: IN): OUT;
  duringClause(children: DuringClauseCstChildren, param?: IN): OUT;
  span(children: SpanCstChildren, param?: IN): OUT;
  spanYear(children: SpanYearCstChildren, param?: IN): OUT;
  pointNumber(children: PointNumberCstChildren, param?: IN): OUT;
  monthNumber(children: MonthNumberCstChildren, param?: IN): OUT;
  yearTail(children: YearTailCstChildren, param?: IN): OUT;
  yearPart(children: YearPartCstChildren, param?: IN): OUT;
  everyYear(children: EveryYearCstChildren, param?: IN): OUT;
  date(children: DateCstChildren, param?: IN): OUT;
  day(children: DayCstChildren, param?: IN): OUT;
  clockRange(children: ClockRangeCstChildren, param?: IN): OUT;
  clock(children: ClockCstChildren, param?: IN): OUT;
  weekday(children: WeekdayCstChildren, param?: IN): OUT;
  dayNumber(children: DayNumberCstChildren, param?: IN): OUT;
  recurrence(children: RecurrenceCstChildren, param?: IN): OUT;
  recurringDay(children: RecurringDayCstChildren, param?: IN): OUT;
  recurringWeekday(children: RecurringWeekdayCstChildren, param?: IN): OUT;
  context(children: ContextCstChildren, param?: IN): OUT;
  documentDate(children: DocumentDateCstChildren, param?: IN): OUT;
  openDate(children: OpenDateCstChildren, param?: IN): OUT;
  edition(children: EditionCstChildren, param?: IN): OUT;
  editionYear(children: EditionYearCstChildren, param?: IN): OUT;
  stage(children: StageCstChildren, param?: IN): OUT;
  horizon(children: HorizonCstChildren, param?: IN): OUT;
  review(children: ReviewCstChildren, param?: IN): OUT;
  plainYear(children: PlainYearCstChildren, param?: IN): OUT;
  schedule(children: ScheduleCstChildren, param?: IN): OUT;
  text(children: TextCstChildren, param?: IN): OUT;
  time(children: TimeCstChildren, param?: IN): OUT;
  total(children: TotalCstChildren, param?: IN): OUT;
  totalPer(children: TotalPerCstChildren, param?: IN): OUT;
  breakdown(children: BreakdownCstChildren, param?: IN): OUT;
  perUnit(children: PerUnitCstChildren, param?: IN): OUT;
  countPerUnit(children: CountPerUnitCstChildren, param?: IN): OUT;
  slashObject(children: SlashObjectCstChildren, param?: IN): OUT;
  eachObject(children: EachObjectCstChildren, param?: IN): OUT;
  per(children: PerCstChildren, param?: IN): OUT;
  unitThenCount(children: UnitThenCountCstChildren, param?: IN): OUT;
  everyUnitCount(children: EveryUnitCountCstChildren, param?: IN): OUT;
  unitCount(children: UnitCountCstChildren, param?: IN): OUT;
  everyNUnits(children: EveryNUnitsCstChildren, param?: IN): OUT;
  perTime(children: PerTimeCstChildren, param?: IN): OUT;
  everyUnit(children: EveryUnitCstChildren, param?: IN): OUT;
  dayOfWeek(children: DayOfWeekCstChildren, param?: IN): OUT;
  dayOfMonth(children: DayOfMonthCstChildren, param?: IN): OUT;
  periodic(children: PeriodicCstChildren, param?: IN): OUT;
  continuous(children: ContinuousCstChildren, param?: IN): OUT;
  mannerStart(children: MannerStartCstChildren, param?: IN): OUT;
  calendarList(children: CalendarListCstChildren, param?: IN): OUT;
  point(children: PointCstChildren, param?: IN): OUT;
  within(children: WithinCstChildren, param?: IN): OUT;
  between(children: BetweenCstChildren, param?: IN): OUT;
  hourRange(children: HourRangeCstChildren, param?: IN): OUT;
  closedRange(children: ClosedRangeCstChildren, param?: IN): OUT;
  rangeStart(children: RangeStartCstChildren, param?: IN): OUT;
  rangeEnd(children: RangeEndCstChildren, param?: IN): OUT;
  openRange(children: OpenRangeCstChildren, param?: IN): OUT;
  yearList(children: YearListCstChildren, param?: IN): OUT;
  yearsFrom(children: YearsFromCstChildren, param?: IN): OUT;
  deadline(children: DeadlineCstChildren, param?: IN): OUT;
  due(children: DueCstChildren, param?: IN): OUT;
  afterEvent(children: AfterEventCstChildren, param?: IN): OUT;
  onEvent(children: OnEventCstChildren, param?: IN): OUT;
  limit(children: LimitCstChildren, param?: IN): OUT;
  prohibition(children: ProhibitionCstChildren, param?: IN): OUT;
  forObject(children: ForObjectCstChildren, param?: IN): OUT;
  quantity(children: QuantityCstChildren, param?: IN): OUT;
  lengthLimit(children: LengthLimitCstChildren, param?: IN): OUT;
}
