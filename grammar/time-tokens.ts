/**
 * Tokens of a time phrase: the words that the time language knows, and how a text is cut into them.
 *
 * Cutting takes two steps. The lexer knows only shapes (word, number, date, punctuation). Then runs of words are joined
 * into the phrases of `words` below (“thường xuyên”, “kể từ”), in any case, with marks or, where that is safe, without.
 * What a phrase means is not decided here. Every character but blanks ends up in a token, so lexing cannot fail.
 */
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";

// ── Categories ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Every token. */
export const Anything = createToken({ name: "Anything", label: "chữ bất kỳ", pattern: Lexer.NA });
/** May stand in free words such as “khi có …”: everything but the punctuation that ends a clause. */
export const ClauseWord = createToken({ name: "ClauseWord", label: "chữ", pattern: Lexer.NA, categories: Anything });
/** May be part of what is counted: “chuyên mục”, “số”, “tin”. */
export const NounWord = createToken({
  name: "NounWord",
  label: "chữ chỉ vật đếm",
  pattern: Lexer.NA,
  categories: ClauseWord,
});
/** What a plan counts even without a unit: “01 lớp”, “02 hội nghị”. */
export const EventNoun = createToken({ name: "EventNoun", label: "lần", pattern: Lexer.NA, categories: NounWord });
/** Units that a cadence counts by. */
export const CadenceUnit = createToken({
  name: "CadenceUnit",
  label: "đơn vị thời gian",
  pattern: Lexer.NA,
  categories: ClauseWord,
});
/** Units that a length is measured in. */
export const DelayUnit = createToken({
  name: "DelayUnit",
  label: "đơn vị thời lượng",
  pattern: Lexer.NA,
  categories: ClauseWord,
});
/** Adverbs of continuous work. */
export const Manner = createToken({ name: "Manner", label: "thường xuyên", pattern: Lexer.NA, categories: ClauseWord });
/** hàng, mỗi. */
export const EachWord = createToken({ name: "EachWord", pattern: Lexer.NA, label: "hàng", categories: ClauseWord });
/** “,” or “và”. */
export const Link = createToken({ name: "Link", pattern: Lexer.NA, label: ",", categories: Anything });
/** đến, “-”, đến hết. */
export const ToWord = createToken({ name: "ToWord", pattern: Lexer.NA, label: "đến", categories: ClauseWord });
/** từ, kể từ. */
export const FromWord = createToken({ name: "FromWord", pattern: Lexer.NA, label: "từ", categories: ClauseWord });
/** trong, cả. */
export const WithinWord = createToken({
  name: "WithinWord",
  pattern: Lexer.NA,
  label: "trong",
  categories: ClauseWord,
});
/** đầu, giữa, cuối. */
export const PartWord = createToken({ name: "PartWord", label: "đầu", pattern: Lexer.NA, categories: ClauseWord });

// ── Shapes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const letters = "A-Za-zÀ-ÖØ-öø-ỹ\u0300-\u036f";
const year = "(?:19|20|21)\\d{2}";
const gap = "[ \\u00A0]{0,2}";

export const Blank = createToken({
  name: "Blank",
  pattern: /[ \t\u00A0\u2000-\u200B\u202F\uFEFF]+/,
  group: Lexer.SKIPPED,
});
export const NewLine = createToken({
  name: "NewLine",
  label: "xuống dòng",
  pattern: /\r\n|\r|\n/,
  line_breaks: true,
  categories: Anything,
});

/** 15/11/2019, 15-11-2019, 15.11.2019. Whether that day exists is asked later. */
export const FullDate = createToken({
  name: "FullDate",
  label: "15/11/2026",
  pattern: new RegExp(`\\d{1,2}(?:${gap}/${gap}\\d{1,2}${gap}/${gap}|-\\d{1,2}-|\\.\\d{1,2}\\.)${year}(?![\\d/])`),
  categories: ClauseWord,
});
/** 10/2024, 10-2024. Not the number of a document (“10/2024/NQ-HĐND”). */
export const MonthYear = createToken({
  name: "MonthYear",
  label: "11/2026",
  pattern: new RegExp(`\\d{1,2}(?:${gap}/${gap}|-)${year}(?!\\d|${gap}/|-[${letters}])`),
  categories: ClauseWord,
});
/** 15/11. */
export const DayMonth = createToken({
  name: "DayMonth",
  label: "15/11",
  pattern: new RegExp(`\\d{1,2}${gap}/${gap}\\d{1,2}(?!\\d|${gap}/|-[${letters}])`),
  categories: ClauseWord,
});
/** 17:00, 17h00, 17h. */
export const ClockFigure = createToken({
  name: "ClockFigure",
  label: "17h30",
  pattern: new RegExp(`\\d{1,2}(?:[:hHgG]\\d{2}|[hH])(?![\\d${letters}])`),
  categories: ClauseWord,
});
/** 24/24 giờ: no date. */
export const AroundTheClock = createToken({
  name: "AroundTheClock",
  label: "24/24",
  pattern: new RegExp(`24/24(?:h|${gap}giờ)?(?![\\d${letters}])`),
  categories: Manner,
});
/** A year of our times in four digits. */
export const Year = createToken({
  name: "Year",
  label: "2026",
  pattern: new RegExp(`${year}(?!\\d|[.,]\\d)`),
  categories: ClauseWord,
});
export const Integer = createToken({
  name: "Integer",
  label: "số",
  pattern: /\d{1,3}(?:\.\d{3})+(?!\d)|\d+/,
  categories: ClauseWord,
});
/** A word that the time language does not know. */
export const Word = createToken({
  name: "Word",
  label: "chữ",
  pattern: new RegExp(`[${letters}]+`),
  categories: NounWord,
});
/** I, II, III, IV after “quý”. */
export const Roman = createToken({ name: "Roman", label: "I", pattern: Lexer.NA, categories: ClauseWord });

export const Slash = createToken({ name: "Slash", pattern: /\//, label: "/", categories: ClauseWord });
export const Dash = createToken({ name: "Dash", pattern: /[-–—]/, label: "-", categories: ToWord });
export const Comma = createToken({ name: "Comma", pattern: /,/, label: ",", categories: Link });
export const Plus = createToken({ name: "Plus", pattern: /\+/, label: "+", categories: Link });
export const Semicolon = createToken({ name: "Semicolon", pattern: /;/, label: ";", categories: Anything });
export const Colon = createToken({ name: "Colon", pattern: /:/, label: ":", categories: Anything });
export const Ellipsis = createToken({ name: "Ellipsis", pattern: /\.{2,}|…+/, label: "…", categories: Anything });
export const Stop = createToken({
  name: "Stop",
  pattern: new RegExp(`\\.(?![\\d${letters}])`),
  label: ".",
  categories: Anything,
});
export const LParen = createToken({ name: "LParen", pattern: /\(/, label: "(", categories: Anything });
export const RParen = createToken({ name: "RParen", pattern: /\)/, label: ")", categories: Anything });
/** Any other character. A function, because Chevrotain takes `[\s\S]` for blanks when it sorts patterns by first letter. */
export const Other = createToken({
  name: "Other",
  label: "ký hiệu khác",
  pattern: (text: string, at: number): [string] | null =>
    at < text.length ? [String.fromCodePoint(text.codePointAt(at)!)] : null,
  line_breaks: true,
  categories: ClauseWord,
});

// ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Spelling (lower case, with marks) → token. Filled by `word`; read by `lexTime`. */
const spellings: { readonly words: readonly string[]; readonly type: TokenType }[] = [];

/** Declares the token of some words. The first spelling is the usual one. */
function word(name: string, spelt: readonly string[], ...categories: readonly TokenType[]): TokenType {
  const type = createToken({
    name,
    pattern: Lexer.NA,
    label: spelt[0],
    categories: categories.length > 0 ? [...categories] : [ClauseWord],
  });
  for (const spelling of spelt) spellings.push({ words: spelling.split(" "), type });
  return type;
}

// Units. “năm” is also the number five: see `lexTime`.
export const UnitYear = word("UnitYear", ["năm"], CadenceUnit, DelayUnit);
export const UnitHalfYear = word("UnitHalfYear", ["nửa năm"], CadenceUnit);
export const UnitQuarter = word("UnitQuarter", ["quý", "quí"], CadenceUnit);
export const UnitMonth = word("UnitMonth", ["tháng"], CadenceUnit, DelayUnit);
export const UnitWeek = word("UnitWeek", ["tuần"], CadenceUnit, DelayUnit);
export const UnitDay = word("UnitDay", ["ngày"], CadenceUnit, DelayUnit);
export const UnitWorkingDay = word("UnitWorkingDay", ["ngày làm việc"], DelayUnit);
export const UnitHour = word("UnitHour", ["giờ", "tiếng"], DelayUnit);
export const UnitWorkingHour = word("UnitWorkingHour", ["giờ làm việc", "giờ hành chính"], DelayUnit);
export const UnitMinute = word("UnitMinute", ["phút"], DelayUnit);
export const SchoolYear = word("SchoolYear", ["năm học"]);

// Numbers in words.
export const NumberWord = word("NumberWord", [
  "một",
  "hai",
  "ba",
  "bốn",
  "tư",
  "lăm",
  "nhăm",
  "sáu",
  "bảy",
  "bẩy",
  "tám",
  "chín",
  "mười",
  "mươi",
  "mốt",
]);

// What is counted.
export const Times = word("Times", ["lần", "lượt"], EventNoun);
export const Issue = word("Issue", ["kỳ", "kì"], EventNoun);
export const CountedEvent = word(
  "CountedEvent",
  ["lớp", "hội nghị", "hội thảo", "tọa đàm", "toạ đàm", "hội thi", "cuộc thi", "cuộc", "đợt", "buổi", "phiên"],
  EventNoun,
);
export const CountedItem = word(
  "CountedItem",
  ["số", "mục", "chuyên đề", "chuyên mục", "phóng sự", "bản tin", "tin bài", "tin", "chương trình"],
  EventNoun,
);
/** Money is never a cadence: “500.000 đồng/tháng”. Not a NounWord. */
export const Money = word("Money", [
  "đồng",
  "nghìn đồng",
  "ngàn đồng",
  "triệu đồng",
  "tỷ đồng",
  "tỉ đồng",
  "triệu",
  "vnđ",
]);

// Bounds.
export const AtLeast = word("AtLeast", ["tối thiểu", "ít nhất"]);
export const AtMost = word("AtMost", ["không quá", "tối đa", "nhiều nhất"]);
export const About = word("About", ["khoảng"]);
export const No = word("No", ["không", "không được"]);
export const Over = word("Over", ["quá"]);

// Cadence.
export const Every = word("Every", ["hàng", "hằng"], EachWord);
export const Each = word("Each", ["mỗi", "mỗi một", "từng"], EachWord);
export const PerWord = word("PerWord", ["trên", "trên một", "trong một", "trong mỗi"]);
export const Cycle = word("Cycle", ["cứ", "chu kỳ", "chu kì", "cách"]);
export const ByUnit = word("ByUnit", ["theo", "theo từng"]);
export const Periodic = word("Periodic", ["định kỳ", "định kì"]);
export const RegularSession = word("RegularSession", ["thường kỳ", "thường kì"]);
export const Yearly = word("Yearly", ["thường niên"]);
export const MidReview = word("MidReview", ["sơ kết"]);
export const FinalReview = word("FinalReview", ["tổng kết"]);
export const LawDay = word("LawDay", ["ngày pháp luật"]);
export const Report = word("Report", ["báo cáo"], NounWord);
export const Regularly = word("Regularly", ["thường xuyên"], Manner);
export const Continuously = word("Continuously", ["liên tục", "quanh năm"], Manner);
export const Timely = word("Timely", ["kịp thời"], Manner);
export const Fully = word("Fully", ["đầy đủ"], Manner);

// Places in the calendar.
export const Within = word("Within", ["trong", "trong suốt"], WithinWord);
export const Whole = word("Whole", ["cả", "trong cả", "suốt"], WithinWord);
export const ThisYear = word("ThisYear", ["nay", "này"], NounWord);
export const Early = word("Early", ["đầu"], PartWord);
export const Middle = word("Middle", ["giữa"], PartWord);
export const Late = word("Late", ["cuối"], PartWord);
export const At = word("At", ["vào", "vào lúc"]);
export const Of = word("Of", ["của"], NounWord);
export const Last = word("Last", ["cuối cùng"]);
export const Ordinal = word("Ordinal", ["thứ"], NounWord);
export const Weekday = word("Weekday", [
  "thứ hai",
  "thứ ba",
  "thứ tư",
  "thứ năm",
  "thứ sáu",
  "thứ bảy",
  "thứ bẩy",
  "chủ nhật",
  "chúa nhật",
]);
export const From = word("From", ["từ"], FromWord);
export const To = word("To", ["đến", "tới"], ToWord);
export const And = word("And", ["và"], ClauseWord, Link);
export const NextYears = word("NextYears", [
  "các năm tiếp theo",
  "những năm tiếp theo",
  "các năm sau",
  "những năm sau",
  "trở đi",
]);

// Deadlines.
export const Before = word("Before", ["trước"]);
export const BeforeEvent = word("BeforeEvent", ["trước khi"]);
export const NoLaterThan = word("NoLaterThan", [
  "chậm nhất",
  "muộn nhất",
  "không muộn hơn",
  "không chậm hơn",
  "hạn cuối",
  "hạn chót",
  "thời hạn cuối",
]);
export const Until = word("Until", ["đến hết", "tới hết", "cho đến hết", "hết"], ToWord);
export const Is = word("Is", ["là"], NounWord);

// Events.
export const RightAfter = word("RightAfter", ["ngay sau"]);
export const RightWhen = word("RightWhen", ["ngay khi"]);
export const After = word("After", ["sau"]);
export const AfterWhen = word("AfterWhen", ["sau khi"]);
export const CountingFrom = word("CountingFrom", ["kể từ", "tính từ"], FromWord);
export const WithinLength = word("WithinLength", ["trong vòng", "trong thời hạn", "trong thời gian", "thời hạn"]);
export const Length = word("Length", ["thời lượng"]);
export const WhenThere = word("WhenThere", [
  "khi có",
  "khi phát sinh",
  "khi cần",
  "khi cần thiết",
  "khi xảy ra",
  "mỗi khi có",
]);
export const When = word("When", ["khi"]);
export const OnDemand = word("OnDemand", ["theo yêu cầu", "theo đề nghị", "theo nhu cầu"]);
export const Sudden = word("Sudden", ["đột xuất"]);
export const During = word("During", ["trong quá trình"]);
export const AsSituation = word("AsSituation", [
  "tùy theo",
  "tuỳ theo",
  "tùy",
  "tuỳ",
  "theo tình hình thực tế",
  "căn cứ tình hình thực tế",
]);
export const If = word("If", ["nếu", "nếu có", "trường hợp", "trường hợp có", "khi gặp"], NounWord);
export const Difficulty = word("Difficulty", ["khó khăn", "vướng mắc", "phát sinh", "bất cập"], NounWord);
export const So = word("So", ["để", "nhằm", "thì"]);
export const ForObject = word("ForObject", ["đối với", "đối với mỗi", "cho mỗi"]);

// Context.
export const Stage = word("Stage", ["giai đoạn", "thời kỳ", "thời kì", "nhiệm kỳ", "nhiệm kì"]);
export const Vision = word("Vision", ["tầm nhìn", "tầm nhìn đến", "tầm nhìn tới"]);
export const Orientation = word("Orientation", ["định hướng", "định hướng đến", "định hướng tới"]);
// With “trong”, which else would be taken as the start of a length (“trong thời gian 05 ngày”).
export const Past = word("Past", [
  "thời gian qua",
  "thời gian vừa qua",
  "những năm qua",
  "những năm gần đây",
  "trong thời gian qua",
  "trong thời gian vừa qua",
]);
export const Coming = word("Coming", [
  "thời gian đến",
  "thời gian tới",
  "thời gian sắp tới",
  "những năm tới",
  "trong thời gian đến",
  "trong thời gian tới",
  "trong thời gian sắp tới",
]);
export const OnSchedule = word("OnSchedule", ["theo tiến độ"]);
export const BySchedule = word("BySchedule", [
  "theo kế hoạch",
  "theo lịch",
  "theo hướng dẫn",
  "theo chỉ đạo",
  "theo quy định",
  "theo chương trình",
  "theo thời gian",
  "theo lộ trình",
  "theo phân công",
  "theo thông báo",
  "theo văn bản",
  "theo công văn",
]);
export const Index = word("Index", ["par index", "ict index", "papi", "pci", "sipas", "pgi", "dti"], NounWord);

/** Words that start a new clause after a comma; none is a time word by itself. */
export const ClauseStart = word(
  "ClauseStart",
  [
    "cần",
    "phải",
    "đề nghị",
    "yêu cầu",
    "kiến nghị",
    "gửi",
    "các",
    "ubnd",
    "ủy ban",
    "uỷ ban",
    "sở",
    "phòng",
    "chủ động",
    "tham mưu",
    "phản ánh",
    "đồng thời",
    "tiếp tục",
    "phối hợp",
    "chỉ đạo",
  ],
  NounWord,
);

const shapes = [
  Blank,
  NewLine,
  AroundTheClock,
  FullDate,
  MonthYear,
  DayMonth,
  ClockFigure,
  Year,
  Integer,
  Word,
  Slash,
  Dash,
  Comma,
  Plus,
  Semicolon,
  Colon,
  Ellipsis,
  Stop,
  LParen,
  RParen,
  Other,
];
const categories = [
  Anything,
  ClauseWord,
  NounWord,
  EventNoun,
  CadenceUnit,
  DelayUnit,
  Manner,
  PartWord,
  EachWord,
  Link,
  ToWord,
  FromWord,
  WithinWord,
];

/** All token types, for the parser and for the generated manual. */
export const timeTokens: readonly TokenType[] = [
  ...categories,
  ...shapes.filter((type) => type !== Blank),
  Roman,
  ...new Set(spellings.map((spelling) => spelling.type)),
];

/** The words of the language with their token's name, for completion and the manual. */
export function timeWords(): readonly { readonly spelling: string; readonly token: string }[] {
  return spellings.map(({ words, type }) => ({ spelling: words.join(" "), token: type.name }));
}

// ── From text to tokens ─────────────────────────────────────────────────────────────────────────────────────────────

/** A known word as the language spells it, whatever its case and marks: “LAN” → “lần”. Other words in lower case. */
export function usualSpelling({ image, tokenType }: IToken): string {
  const typed = image.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
  const known = spellings.filter(({ type }) => type === tokenType).map(({ words }) => words.join(" "));
  return known.includes(typed) ? typed : (known.find((spelling) => bare(spelling) === bare(typed)) ?? typed);
}

interface Branch {
  readonly next: Map<string, Branch>;
  type: TokenType | null;
}

/** Without marks: “tháng” → “thang”. One letter stays one letter when the text is NFC. */
export function bare(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");
}

const newBranch = (): Branch => ({ next: new Map(), type: null });

/** A tree of the known phrases, word by word. `loose`: each word also without its marks; the exact spelling wins. */
function phraseTree(loose: boolean): Branch {
  const root = newBranch();
  const insert = (words: readonly string[], type: TokenType): void => {
    let branch = root;
    for (const each of words) {
      let next = branch.next.get(each);
      if (next === undefined) {
        next = newBranch();
        branch.next.set(each, next);
      }
      branch = next;
    }
    branch.type ??= type;
  };
  for (const { words, type } of spellings) insert(words, type);
  if (loose) {
    // “tu” is “từ” rather than “tư”: numbers in words come last.
    const numbersLast = [...spellings].sort((a, b) => Number(a.type === NumberWord) - Number(b.type === NumberWord));
    for (const { words, type } of numbersLast) {
      for (let choice = 1; choice < 1 << words.length; choice += 1) {
        insert(
          words.map((each, index) => (choice & (1 << index) ? bare(each) : each)),
          type,
        );
      }
    }
  }
  return root;
}

interface Cutter {
  readonly lexer: Lexer;
  readonly exact: Branch;
  readonly loose: Branch;
}

let cutter: Cutter | null = null;

function theCutter(): Cutter {
  cutter ??= {
    lexer: new Lexer(shapes, { positionTracking: "onlyOffset", safeMode: true, skipValidations: true }),
    exact: phraseTree(false),
    loose: phraseTree(true),
  };
  return cutter;
}

/** Where a text stands: a field holds nothing but times; in prose they are found among other words. */
export type TimePlace = "field" | "prose";

const hasMarks = (text: string): boolean => /[À-ÖØ-öø-ỹ]|[\u0300-\u036f]/.test(text);

/**
 * Cuts a text into tokens; total. Words without marks are read as if they had them in a field, and in prose when the
 * whole text has none; capitals inside a sentence (“Việt Nam”, “NQ-TU”) are names and never read so.
 */
export function lexTime(text: string, place: TimePlace): IToken[] {
  const { lexer, exact, loose } = theCutter();
  const found = lexer.tokenize(text).tokens;
  const isMarked = hasMarks(text);
  const isCapitals = text === text.toUpperCase();
  const mayBeBare = place === "field" || !isMarked;
  const isComposed = text === text.normalize("NFC");
  const result: IToken[] = [];
  let at = 0;
  while (at < found.length) {
    const token = found[at]!;
    if (token.tokenType !== Word) {
      result.push(token);
      at += 1;
      continue;
    }
    const isName = (): boolean =>
      (!isCapitals && /^[A-Z]{2,}$/.test(token.image)) ||
      ((isMarked ? /^[A-Z][a-z]+$/.test(token.image) : token.image === "Nam") && found[at - 1]?.tokenType === Word);
    let branch: Branch | undefined = mayBeBare && !isName() ? loose : exact;
    let best: TokenType | null = null;
    let bestEnd = at + 1;
    for (let end = at; end < found.length && found[end]!.tokenType === Word; end += 1) {
      const { image } = found[end]!;
      branch = branch.next.get((isComposed ? image : image.normalize("NFC")).toLowerCase());
      if (branch === undefined) break;
      if (branch.type !== null) {
        best = branch.type;
        bestEnd = end + 1;
      }
    }
    best ??= place === "field" ? lettersForUnits(token, found[at + 1]) : null;
    result.push(best === null ? romanAfterQuarter(token, result) : join(text, token, found[bestEnd - 1]!, best));
    at = bestEnd;
  }
  return result.map((token, index) => fiveNotYear(token, result[index - 1], result[index + 1]));
}

function retype(token: IToken, type: TokenType): IToken {
  return { ...token, tokenType: type, tokenTypeIdx: type.tokenTypeIdx! };
}

function join(text: string, first: IToken, last: IToken, type: TokenType): IToken {
  return { ...retype(first, type), image: text.slice(first.startOffset, last.startOffset + last.image.length) };
}

/** “T3/2026”, “Q1”: letters that are units because a figure touches them. */
function lettersForUnits(token: IToken, after: IToken | undefined): TokenType | null {
  const touches = after !== undefined && after.startOffset === token.startOffset + 1 && /^\d/.test(after.image);
  return !touches ? null : /^t$/i.test(token.image) ? UnitMonth : /^q$/i.test(token.image) ? UnitQuarter : null;
}

/** “quý I, II và III”: letters that are numbers because of what stands before them. */
function romanAfterQuarter(token: IToken, before: readonly IToken[]): IToken {
  if (!/^(?:[ivx]{1,4}|[IVX]{1,5})$/.test(token.image) || /^(?:vi|xi|x)$/.test(token.image)) return token;
  const previous = before.at(-1)?.tokenType;
  const linked = previous === Comma || previous === And || previous === Plus || previous === Dash || previous === To;
  const anchor = linked ? before.at(-2)?.tokenType : previous;
  return anchor === UnitQuarter || (linked && anchor === Roman) ? retype(token, Roman) : token;
}

/** “năm lần”, “năm ngày”: five, unless “hàng năm”, “trong năm”, “mỗi năm”, “01 năm” or a number makes it the unit. */
function fiveNotYear(token: IToken, before: IToken | undefined, after: IToken | undefined): IToken {
  if (token.tokenType !== UnitYear || after === undefined) return token;
  const counts = [
    Times,
    Issue,
    CountedEvent,
    CountedItem,
    UnitMinute,
    UnitDay,
    UnitWorkingDay,
    UnitWeek,
    UnitHour,
    UnitWorkingHour,
  ];
  const isUnit = [Every, Each, Within, Whole, Slash, Integer, NumberWord, Early, Late, Middle, To, ByUnit];
  if (before !== undefined && before.tokenType === NumberWord && /^m[ưu][ơo]i$/i.test(before.image))
    return retype(token, NumberWord);
  if (before !== undefined && isUnit.includes(before.tokenType)) return token;
  return counts.includes(after.tokenType) ? retype(token, NumberWord) : token;
}
