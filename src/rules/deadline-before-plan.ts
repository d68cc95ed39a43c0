import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument, TimeMention } from "../plan/plan.ts";
import { citedDate, monthDigits } from "../plan/words.ts";
import { formatIsoDate, periodOfSpan } from "../time/calendar.ts";
import { lastDay } from "../time/occurrences.ts";
import type { TimeExpr } from "../time/time.ts";
import { daysOf } from "./dates.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { clauseBefore, sourceText, yearsOf } from "./walk.ts";

const body = (deadline: string): string =>
  `I. NỘI DUNG\n\n1. Đăng ký nội dung tuyên truyền\n- Thời gian thực hiện: Trước ngày ${deadline}.\n- Cơ quan chủ trì: Phòng Kinh tế.`;
const head = "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\nngày: …/3/2026";

/** VB308. What is still to be done is not due before the plan is signed. */
export default defineRule({
  code: "VB308",
  name: "deadline-before-plan",
  severity: "warning",
  message: text`Hạn “${"found"}” đã qua khi ban hành văn bản (${"date"}).`,
  why: "Giao việc với hạn đã qua thì không thể làm đúng hạn; thường là hạn của kế hoạch cũ hoặc kế hoạch ban hành chậm hơn dự thảo.",
  hint: "Sửa hạn hoặc ngày của văn bản.",
  examples: { bad: example({ head, body: body("15/02/2026") }), good: example({ head, body: body("15/4/2026") }) },
  check({ plan, document, report }) {
    // What is attached to a decision is as old as the decision.
    const dated =
      document.date === null && document.attachedTo !== null ? plan.documents[document.attachedTo]! : document;
    const first = daysOf(dated)?.first;
    if (first === undefined) return;
    // Where not even the month is known, the work of a year may have been prepared at the end of the year before.
    const isMonthOpen = dated.date?.month === null;
    const prepared = isMonthOpen ? `${dated.date!.year! - 1}-11` : first;
    const years = yearsOf(document);
    // A year left out is the plan's where the plan is for the year it is signed in.
    const isOwnYear = years !== null && years.from === years.to && years.from === dated.date?.year;
    for (const mention of document.times) {
      const { time, place, span } = mention;
      const due = dueOf(time, isOwnYear ? years.from : null);
      if (due === null || due.day >= first || due.day >= prepared) continue;
      if (isOutside(mention, document, dated)) continue;
      const isField = place === "field";
      if (!isField && !isTaskOf(clauseBefore(plan, span))) continue;
      const isCertain = due.isYearTyped && time.kind === "deadline";
      report(
        span,
        { found: sourceText(plan, span).trim(), date: dateOf(dated, first) },
        isCertain ? {} : { severity: "notice" },
      );
    }
  },
});

/** The last day of a deadline, or of a day or month in which something is done (ISO). */
function dueOf(time: TimeExpr, ownYear: number | null): { readonly day: string; readonly isYearTyped: boolean } | null {
  if (time.kind === "deadline") {
    if (time.due.unit === "recurring-day" || time.yearly || time.also.length > 0) return null;
    const day = lastDay(time, ownYear);
    return day === null ? null : { day: formatIsoDate(day), isYearTyped: time.due.year !== null };
  }
  // A quarter or a year that is partly over may still be worked in; a month or a day that is over may not.
  if (time.kind !== "within" || time.span.year === null) return null;
  if (time.span.unit !== "day" && time.span.unit !== "month") return null;
  return { day: formatIsoDate(periodOfSpan(time.span, time.span.year).end), isYearTyped: true };
}

/** A year outside the plan's is VB302's finding. */
function isOutside({ time, place }: TimeMention, document: PlanDocument, dated: PlanDocument): boolean {
  if (place !== "field" || document.period === null) return false;
  const span = time.kind === "deadline" ? time.due : time.kind === "within" ? time.span : null;
  if (span === null || span.unit === "recurring-day" || span.year === null) return false;
  return span.year < document.period.from && dated.date?.year !== span.year;
}

const asked = /(?<!\p{L})(?:báo cáo|gửi|hoàn thành|nộp|đăng ký|trình|phê duyệt|ban hành|xong)(?!\p{L})/iu;
const told =
  /(?<!\p{L})(?:đã|được|kết quả|tính đến|vừa qua|trong đó|sinh|cấp|ký|có hiệu lực|thành lập|khởi công|theo|tại)(?!\p{L})/iu;

/** Running text also tells of dates that are over: only words that ask for something make one a deadline. */
const isTaskOf = (clause: string): boolean => asked.test(clause) && !told.test(clause);

function dateOf({ date }: PlanDocument, first: string): string {
  const { day, month, year } = date!;
  if (month === null) return `năm ${year}`;
  return day === null ? `tháng ${monthDigits(month)}/${year}` : `ngày ${citedDate(first)}`;
}
