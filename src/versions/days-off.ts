/**
 * Days on which offices are closed: Saturdays, Sundays and the public holidays of Bộ luật Lao động 2019 (45/2019/QH14), Điều
 * 112. The days of Tết are computed (`time/lunar.ts`); which of the days round Tết and round 02/9 are free is decided each year,
 * so those are named as likely. Days that are swapped with a weekend by a decision of a year are not known.
 */
import { addDays, compareDates, dayNumber, formatDate, weekdayOf } from "../time/calendar.ts";
import { lunarNewYear, solarOfLunar } from "../time/lunar.ts";
import type { CalendarDate } from "../time/time.ts";

const fixed: readonly (readonly [day: number, month: number, name: string])[] = [
  [1, 1, "nghỉ Tết Dương lịch"],
  [30, 4, "nghỉ lễ Chiến thắng 30/4"],
  [1, 5, "nghỉ lễ Quốc tế lao động 01/5"],
  [2, 9, "nghỉ lễ Quốc khánh"],
];

/** Why an office is closed on a day, “là Chủ nhật”, “nghỉ lễ Quốc khánh”; null for a working day. */
export function dayOff(date: CalendarDate): string | null {
  const holiday = fixed.find(([day, month]) => day === date.day && month === date.month);
  if (holiday) return holiday[2];
  const fromTet = dayNumber(date) - dayNumber(lunarNewYear(date.year));
  if (fromTet >= -1 && fromTet <= 2) return "nghỉ Tết Nguyên đán";
  if (fromTet === -2 || fromTet === 3 || fromTet === 4) return "thường nghỉ Tết Nguyên đán";
  if (compareDates(date, solarOfLunar(date.year, 3, 10)) === 0) return "nghỉ Giỗ Tổ Hùng Vương (10/3 âm lịch)";
  const weekday = weekdayOf(date);
  if (weekday >= 6) return weekday === 6 ? "là thứ Bảy" : "là Chủ nhật";
  if (date.month === 9 && (date.day === 1 || date.day === 3))
    return "có thể nghỉ lễ Quốc khánh (02/9 và một ngày liền kề)";
  return null;
}

/** Feasts of the moon that plans speak of: how they are written, and their lunar month and day. */
const feasts: readonly (readonly [pattern: RegExp, name: string, month: number, day: number])[] = [
  [/(?<!\p{L})Tết(?!\s+(?:Trung thu|Dương lịch|Thiếu nhi))(?!\p{L})|Nguyên đán/u, "Tết Nguyên đán", 1, 1],
  [/Nguyên tiêu|[Rr]ằm tháng Giêng|Ngày Thơ Việt Nam/u, "rằm tháng Giêng", 1, 15],
  [/Giỗ [Tt]ổ/u, "Giỗ Tổ Hùng Vương", 3, 10],
  [/Phật [Đđ]ản/u, "Phật đản", 4, 15],
  [/Vu [Ll]an/u, "Vu lan", 7, 15],
  [/Trung [Tt]hu/u, "Trung thu", 8, 15],
];

/** “Tết Nguyên đán: 17/02/2026 → 06/02/2027” for the first feast of the moon that the words name; null for none. */
export function movedFeast(words: string, from: number, to: number): string | null {
  const feast = feasts.find(([pattern]) => pattern.test(words));
  if (feast === undefined) return null;
  const [, name, month, day] = feast;
  return `${name}: ${formatDate(solarOfLunar(from, month, day))} → ${formatDate(solarOfLunar(to, month, day))}`;
}

/** The day `years` later; 29 February becomes the 28th where it must. */
export function sameDay({ year, month, day }: CalendarDate, years: number): CalendarDate {
  const moved = { year: year + years, month, day };
  const isReal = month !== 2 || day !== 29 || addDays({ ...moved, day: 28 }, 1).month === 2;
  return isReal ? moved : { ...moved, day: 28 };
}
