/**
 * The Vietnamese lunisolar calendar, computed: days of the moon's year as days of the Gregorian one, and the names of years
 * (can chi). Hanoi time, UTC+7; for 1968 and later, when Viet Nam has reckoned by it.
 *
 * Algorithm: Hồ Ngọc Đức, “Thuật toán tính âm lịch Việt Nam” (public), which follows Jean Meeus, “Astronomical Algorithms”
 * (1998): months begin on the day of the new moon, the month of the winter solstice is the eleventh, a month without a
 * major solar term in a year of thirteen is the leap one.
 */
import { dateOfDayNumber, dayNumber } from "./calendar.ts";
import type { CalendarDate } from "./time.ts";

/** Julian day number of 1970-01-01. */
const epoch = 2440588;
const zone = 7 / 24;
const radians = Math.PI / 180;

/** Julian day of the k-th new moon since 1900-01-01, UTC. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const [t2, t3] = [t * t, t * t * t];
  const sine = (degrees: number): number => Math.sin(degrees * radians);
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
  const m = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const n = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const f = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const corrected =
    (0.1734 - 0.000393 * t) * sine(m) +
    0.0021 * sine(2 * m) -
    0.4068 * sine(n) +
    0.0161 * sine(2 * n) -
    0.0004 * sine(3 * n) +
    0.0104 * sine(2 * f) -
    0.0051 * sine(m + n) -
    0.0074 * sine(m - n) +
    0.0004 * sine(2 * f + m) -
    0.0004 * sine(2 * f - m) -
    0.0006 * sine(2 * f + n) +
    0.001 * sine(2 * f - n) +
    0.0005 * sine(2 * n + m);
  const delta =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2;
  return mean + corrected - delta;
}

/** Julian day number, in Hanoi, of the k-th new moon. */
const newMoonDay = (k: number): number => Math.floor(newMoon(k) + 0.5 + zone);

/** Which twelfth of the sun's way (0–11, from the spring equinox) begins or holds the Hanoi midnight of a Julian day. */
function solarTwelfth(day: number): number {
  const t = (day - 0.5 - zone - 2451545) / 36525;
  const t2 = t * t;
  const m = 357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(m * radians) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * m * radians) +
    0.00029 * Math.sin(3 * m * radians);
  const longitude = (((mean + centre) % 360) + 360) % 360;
  return Math.floor(longitude / 30);
}

const julianDay = (year: number, month: number, day: number): number => dayNumber({ year, month, day }) + epoch;

/** First day of the eleventh month that begins in the Gregorian year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((julianDay(year, 12, 31) - 2415021) / 29.530588853);
  const day = newMoonDay(k);
  return solarTwelfth(day) >= 9 ? newMoonDay(k - 1) : day;
}

/** How many months after the eleventh the leap one stands. */
function leapOffset(eleventh: number): number {
  const k = Math.floor((eleventh - 2415021.076998695) / 29.530588853 + 0.5);
  let last = 0;
  let i = 1;
  let twelfth = solarTwelfth(newMoonDay(k + i));
  do {
    last = twelfth;
    i += 1;
    twelfth = solarTwelfth(newMoonDay(k + i));
  } while (twelfth !== last && i < 14);
  return i - 1;
}

/** The Gregorian day of a day of a regular month (1–12) of the lunar year that begins in `year`. */
export function solarOfLunar(year: number, month: number, day: number): CalendarDate {
  const [before, after] =
    month < 11 ? [eleventhMonth(year - 1), eleventhMonth(year)] : [eleventhMonth(year), eleventhMonth(year + 1)];
  const k = Math.floor(0.5 + (before - 2415021.076998695) / 29.530588853);
  let offset = (month + 1) % 12;
  if (after - before > 365 && offset >= leapOffset(before)) offset += 1;
  return dateOfDayNumber(newMoonDay(k + offset) + day - 1 - epoch);
}

/** The first day of the first month: Tết Nguyên đán. */
export const lunarNewYear = (year: number): CalendarDate => solarOfLunar(year, 1, 1);

const stems = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
const branches = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

/** “Bính Ngọ” for the lunar year that begins in 2026. */
export const yearName = (year: number): string => `${stems[(year + 6) % 10]} ${branches[(year + 8) % 12]}`;
