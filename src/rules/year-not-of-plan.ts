import { text } from "../diagnostics/diagnostic.ts";
import type { Content, Division, PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule, type RuleExtras } from "./rule.ts";
import { proseIn, scopesOf, tablesIn } from "./walk.ts";

const closing = (year: number): string =>
  `Trên đây là Kế hoạch tuyên truyền cải cách hành chính năm ${year} của Ủy ban nhân dân xã./.`;

/** VB304. The plan names itself and its work by its own year. */
export default defineRule({
  code: "VB304",
  name: "year-not-of-plan",
  severity: "warning",
  message: text`Ghi ${"found"}, kế hoạch là của ${"period"}.`,
  why: "Thường là năm cũ còn sót khi làm kế hoạch mới từ kế hoạch năm trước.",
  hint: "Sửa năm; nếu đúng là nói về năm khác thì ghi chú “# bỏ qua VB304: lý do” ở dòng trên.",
  examples: { bad: example({ closing: closing(2025) }), good: example({ closing: closing(2026) }) },
  check({ document, report }) {
    const { period } = document;
    if (period === null) return;
    const name = period.from === period.to ? `năm ${period.from}` : `${period.from} - ${period.to}`;
    const say = (prose: Prose, { at, words, to }: Year, extras: RuleExtras = {}): void =>
      report(
        sourceSpan(prose, at, at + words.length),
        { found: to === null ? `năm ${words}` : words, period: name },
        extras,
      );
    // A plan for one year speaks of stages and school years as well; a plan for a stage, of single years.
    const isOther = ({ year, to }: Year): boolean =>
      to === null ? year < period.from || year > period.to : year !== period.from || to !== period.to;
    const isStage = period.to > period.from;
    const yearsIn = (words: string, within: RegExp): Year[] =>
      allYearsIn(words, within).filter(({ to }) => to === null || isStage);

    for (const item of document.content) {
      if (item.kind !== "paragraph" || item.role !== "closing") continue;
      const own = last(yearsIn(item.text.text, closingName));
      if (own !== null && isOther(own)) say(item.text, own);
    }
    for (const { text: prose } of document.opening) {
      const own = last(yearsIn(prose.text, openingName));
      if (own !== null && isOther(own)) say(prose, own);
    }
    for (const annex of document.annexes) {
      const [own] = yearsIn(annex.title.text, /^.*$/su);
      if (own !== undefined && own.year < period.from && isOfWork(annex.title.text)) say(annex.title, own);
    }
    for (const prose of headingsOf(document)) {
      const years = yearsIn(prose.text, /^.*$/su);
      const isOwnNamed = years.some((year) => !isOther(year));
      if (!isOwnNamed && years.length === 1 && years[0]!.year < period.from && isOfWork(prose.text)) {
        say(prose, years[0]!);
      }
    }
    // In what is asked for, the year just past is most likely left over; why it stands there, only the writer knows.
    for (const prose of askedIn(document)) {
      for (const year of yearsIn(prose.text, /[^.;]+/gu)) {
        if (year.to !== null || year.year !== period.from - 1 || speaksOfPast(prose.text, year.at)) continue;
        say(prose, year, { severity: "notice" });
      }
    }
  },
});

interface Year {
  readonly year: number;
  /** The last year of a stage or school year; null for a single year. */
  readonly to: number | null;
  /** The figures as typed: “2026”, “2026 - 2027”. */
  readonly words: string;
  /** Where its figures stand in the prose. */
  readonly at: number;
}

/** “Trên đây là Kế hoạch … năm 2026”, to the first mark. */
const closingName = /^\s*Trên đây là (?!kết quả|tình hình|báo cáo)[^.;,]*/iu;
/** “… ban hành Kế hoạch … năm 2026 như sau”: the document's name for itself, without the documents cited before. */
const openingName =
  /(?<!\p{L})(?:ban hành|xây dựng|đề ra)\s+(?:kế hoạch|chương trình|đề án|phương án)(?:(?!ban hành|xây dựng|số \d)[^.;])*?(?=,?\s*(?:cụ thể\s+)?như sau|,?\s*với (?:các |những )?nội dung)/giu;

/** “năm 2026”, that is no part of a date, a stage, a horizon, an edition or a comparison. */
const plainYear =
  /(?<!(?:đến|từ|trước|sau|hết|với|cuối|đầu|kể từ|thứ \S{1,4}(?: -)?|lần \d(?: -)?|tháng \d{1,2}|khóa|khoá|niên|các) )(?<!\p{L})năm ((?:19|20)\d\d)(?!\d|\s?[-–—/]\s?\d|\s?(?:và|đến|,)\s+(?:giai đoạn|năm|\d{4}|định hướng|tầm nhìn))/giu;

const stage = /(?<!\p{L})(?:năm học|giai đoạn) ((?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d)(?!\d)/giu;

/** The plain years, stages and school years in the stretches of a text that `within` finds. */
function allYearsIn(words: string, within: RegExp): Year[] {
  if (!/(?:năm|học|đoạn) (?:19|20)\d\d/iu.test(words)) return [];
  const stretches = within.global ? [...words.matchAll(within)] : [within.exec(words)].filter((one) => one !== null);
  return stretches.flatMap((stretch) => {
    const single = [...stretch[0].matchAll(plainYear)].map((match) => {
      const words = match[1]!;
      return { year: Number(words), to: null, words, at: stretch.index + match.index + match[0].length - words.length };
    });
    const ranges = [...stretch[0].matchAll(stage)].map((match) => {
      const words = match[1]!;
      const at = stretch.index + match.index + match[0].length - words.length;
      return { year: Number(words.slice(0, 4)), to: Number(words.slice(-4)), words, at };
    });
    return [...single, ...ranges].sort((a, b) => a.at - b.at);
  });
}

/** The last of them: “… Nghị quyết giai đoạn 2021 - 2025 trong năm 2026”. */
const last = (years: readonly Year[]): Year | null => years.at(-1) ?? null;

const work = /nhiệm vụ|nội dung|mục tiêu|chỉ tiêu|giải pháp|kế hoạch|phân công|lịch|hình thức|kinh phí/iu;
const past =
  /kết quả|tình hình|thực trạng|đánh giá|đặc điểm|số liệu|hiện trạng|so với|tổng kết|sơ kết|tồn tại|hạn chế|chuyển tiếp|dở dang|thực hiện năm|ước|xếp hạng|công bố|căn cứ|khái quát|bối cảnh/iu;
const isOfWork = (words: string): boolean => work.test(words) && !past.test(words);

/** Words in the clause of a year that tell of what was, or that name another document. */
const told =
  /(?<!\p{L})(?:đã|kết quả|tình hình|thực trạng|đánh giá|so với|tổng kết|sơ kết|tồn tại|tồn đọng|hạn chế|rút kinh nghiệm|chuyển tiếp|quyết toán|xếp hạng|công bố|chỉ số|chỉ thị|báo cáo|khắc phục|phát huy|tiếp tục|hợp đồng|ký|bão|dịch|vụ|theo|căn cứ|quyết định|nghị quyết|nghị định|thông tư|công văn|thông báo|kết luận|luật|đề án|chương trình|chiến lược|số \d|từ|giai đoạn|lần|sinh|tốt nghiệp|hoàn thành|mức|tỷ lệ|tăng|giảm|thấp hơn|cao hơn|bằng|của năm|cuối|trước|ban hành|tại|ngân sách năm)(?!\p{L})/iu;

function speaksOfPast(words: string, at: number): boolean {
  const start = Math.max(words.lastIndexOf(". ", at), words.lastIndexOf(";", at)) + 1;
  const rest = /[.;]/.exec(words.slice(at));
  return told.test(words.slice(start, rest ? at + rest.index : words.length));
}

/** Headings of the body. */
function* headingsOf(document: PlanDocument): Generator<Prose> {
  for (const { division } of divisionsIn(document.content, null)) if (division.role === "heading") yield division.text;
}

interface Placed {
  readonly division: Division;
  /** Heads of the divisions around it and its own, joined. */
  readonly heads: string;
}

function* divisionsIn(content: readonly Content[], heads: string | null): Generator<Placed> {
  for (const item of content) {
    if (item.kind !== "division") continue;
    const { division } = item;
    const own = division.role === "heading" ? division.text.text : "";
    const all = `${heads ?? ""}\n${own}`;
    yield { division, heads: all };
    yield* divisionsIn(division.children, all);
  }
}

const asking = /tổ chức thực hiện|nhiệm vụ|giải pháp|phân công|trách nhiệm|kinh phí/iu;

/** What a plan asks for: the items and paragraphs under headings of tasks, duties and means, and the tasks of tables. */
function* askedIn(document: PlanDocument): Generator<Prose> {
  for (const { division, heads } of divisionsIn(document.content, null)) {
    if (!asking.test(heads) || past.test(heads)) continue;
    if (division.role !== "heading" && division.role !== "label") yield division.text;
    yield* proseIn(division.children.filter((child) => child.kind === "paragraph" && child.role === "text"));
  }
  for (const table of scopesOf(document).flatMap((content) => [...tablesIn(content)])) {
    for (const { kind, cells } of table.rows) {
      if (kind !== "row") continue;
      for (const [index, cell] of cells.entries()) {
        const role = table.columns[index]?.role;
        if (role !== "task" && role !== "content" && role !== "products") continue;
        for (const { text: prose } of cell.paragraphs) yield prose;
      }
    }
  }
}
