import { describe, expect, test } from "vitest";
import {
  addMonths,
  dateOfDayNumber,
  dayNumber,
  formatDate,
  formatIsoDate,
  formatLongDate,
  isRealDate,
  weekdayOf,
  yearPeriod,
} from "../../src/time/calendar.ts";
import { checkTotal, lastDay, occurrences, periodOf, resolveYear, unitsIn } from "../../src/time/occurrences.ts";
import { parseTime } from "../../src/time/parse.ts";
import type { CalendarDate, Period, TimeExpr } from "../../src/time/time.ts";

const on = (iso: string): CalendarDate => {
  const [year, month, day] = iso.split("-").map(Number);
  return { year: year!, month: month!, day: day! };
};
const period = (from: string, to: string): Period => ({ start: on(from), end: on(to) });
const iso = (found: Period | null): string | null =>
  found === null ? null : `${formatIsoDate(found.start)}…${formatIsoDate(found.end)}`;

/** The one value of a field. */
function time(phrase: string): TimeExpr {
  const { value, diagnostics } = parseTime(phrase);
  expect(diagnostics).toEqual([]);
  expect(value).toHaveLength(1);
  return value[0]!;
}

const count = (phrase: string, over: Period): string => {
  const found = occurrences(time(phrase), over).count;
  return found === null ? "–" : `${found.min}–${found.max}`;
};

describe("counting over a period", () => {
  test.each([
    ["01 lần/tuần", "2024-01-01", "2024-12-31", "52–52"],
    ["01 lần/tháng", "2024-01-01", "2024-12-31", "12–12"],
    ["01 lần/quý", "2024-01-01", "2024-12-31", "4–4"],
    ["01 lần/năm", "2024-01-01", "2024-12-31", "1–1"],
    // Twelve months that do not start in January, and in the middle of one.
    ["01 lần/tháng", "2024-09-01", "2025-08-31", "12–12"],
    ["01 lần/tháng", "2024-03-15", "2025-03-14", "12–12"],
    // A rest of a month may or may not want one more.
    ["01 lần/tháng", "2024-02-20", "2024-12-31", "10–11"],
    ["02 lần/tháng", "2024-02-20", "2024-12-31", "20–22"],
    ["01 lần/quý", "2024-02-01", "2024-12-31", "3–4"],
    ["01 lần/năm", "2024-03-01", "2024-12-31", "0–1"],
    ["01 lần/năm", "2021-01-01", "2025-12-31", "5–5"],
    // A rest of a week is not counted, unless there is nothing else.
    ["01 lần/tuần", "2024-03-01", "2024-03-31", "4–4"],
    ["01 lần/tuần", "2024-03-01", "2024-03-05", "0–1"],
    ["3 tháng/lần", "2024-01-01", "2024-12-31", "4–4"],
    ["3 tháng/lần", "2024-01-01", "2024-10-31", "3–4"],
    ["hai năm một lần", "2021-01-01", "2024-12-31", "2–2"],
    ["Tối thiểu 02 lần/năm", "2024-01-01", "2024-12-31", "2–null"],
    ["Không quá 02 lần/năm", "2024-01-01", "2024-12-31", "0–2"],
    ["2 - 3 lần/tháng", "2024-01-01", "2024-12-31", "24–36"],
    ["Hàng tháng", "2024-01-01", "2024-10-31", "10–10"],
    ["Định kỳ hàng quý, 6 tháng, năm", "2024-01-01", "2024-12-31", "6–6"],
    ["Quý II, quý IV", "2023-01-01", "2024-12-31", "4–4"],
    ["Thường xuyên", "2024-01-01", "2024-12-31", "–"],
    ["Khi có yêu cầu", "2024-01-01", "2024-12-31", "–"],
    ["Ngày 31 hằng tháng", "2024-01-01", "2024-12-31", "12–12"],
    ["Thứ Hai hàng tuần", "2024-01-01", "2024-12-31", "53–53"],
    ["Trước ngày 15 hàng tháng", "2024-03-01", "2024-05-31", "3–3"],
  ])("%s from %s to %s: %s", (phrase, from, to, expected) => {
    expect(count(phrase, period(from, to))).toBe(expected);
  });

  test("an empty period holds nothing", () => {
    expect(unitsIn({ n: 1, unit: "month" }, period("2024-02-01", "2024-01-01"))).toEqual({ min: 0, max: 0 });
    expect(unitsIn({ n: 1, unit: "working-hour" }, yearPeriod(2024))).toEqual({ min: 0, max: 0 });
  });

  test("a cadence has one stretch for each of its units, cut to the period", () => {
    const { windows } = occurrences(time("01 lần/quý"), period("2024-02-10", "2024-11-20"));
    expect(windows.map(iso)).toEqual([
      "2024-02-10…2024-03-31",
      "2024-04-01…2024-06-30",
      "2024-07-01…2024-09-30",
      "2024-10-01…2024-11-20",
    ]);
    expect(occurrences(time("Hàng tuần"), yearPeriod(2024)).windows).toHaveLength(52);
  });
});

describe("totals", () => {
  test.each([
    ["48 số (04 số/tháng)", "2024-01-01", "2024-12-31", true, 48],
    ["48 số (04 số/tháng)", "2024-03-01", "2024-12-31", false, 40],
    ["50 số (04 số/tháng)", "2024-01-01", "2024-12-31", false, 48],
    ["52 kỳ (01 kỳ/tuần)", "2024-01-01", "2024-12-31", true, 52],
    ["04 cuộc (01 cuộc/quý)", "2024-09-01", "2025-08-31", true, 4],
    ["48 số/năm (04 số/tháng)", "2024-03-01", "2024-12-31", true, 48],
    ["24 buổi, mỗi tháng 02 buổi", "2024-01-01", "2024-12-31", true, 24],
    ["tối thiểu 40 tin bài (từ 3 đến 4 tin bài/tháng)", "2024-01-01", "2024-12-31", true, 36],
    ["không quá 30 lần (01 lần/tuần)", "2024-01-01", "2024-12-31", false, 52],
  ])("%s from %s to %s", (phrase, from, to, agrees, min) => {
    const found = checkTotal(time(phrase), period(from, to));
    expect(found?.agrees).toBe(agrees);
    expect(found?.expected.min).toBe(min);
  });

  test("says nothing of a value that is no total", () => {
    expect(checkTotal(time("01 lần/quý"), yearPeriod(2024))).toBeNull();
  });
});

describe("days", () => {
  const days = (phrase: string, over: Period): string[] => occurrences(time(phrase), over).dates.map(formatIsoDate);

  test("“trước ngày” is strict, an hour makes its day good, “chậm nhất trong tháng” closes on the last", () => {
    expect(days("trước ngày 15/11/2019", yearPeriod(2019))).toEqual(["2019-11-14"]);
    expect(days("trước ngày 01/3/2024", yearPeriod(2024))).toEqual(["2024-02-29"]);
    expect(days("trước 17 giờ 00 ngày 15/11/2019", yearPeriod(2019))).toEqual(["2019-11-15"]);
    expect(days("chậm nhất trong tháng 3 năm 2018", yearPeriod(2018))).toEqual(["2018-03-31"]);
    expect(days("trước ngày 15/6 và 15/12", yearPeriod(2026))).toEqual(["2026-06-14", "2026-12-14"]);
  });

  test("a year left out is each year of the period that it falls in", () => {
    expect(days("trước ngày 15/11", period("2021-01-01", "2023-12-31"))).toEqual([
      "2021-11-14",
      "2022-11-14",
      "2023-11-14",
    ]);
    expect(days("trước ngày 15/3", period("2025-09-01", "2026-05-31"))).toEqual(["2026-03-14"]);
    expect(occurrences(time("Quý III"), period("2025-09-01", "2026-05-31")).windows.map(iso)).toEqual([
      "2025-07-01…2025-09-30",
    ]);
  });

  test("reporting points stand at the ends of their stretches", () => {
    expect(days("Định kỳ (Quý I, 06 tháng, 09 tháng, năm)", yearPeriod(2024))).toEqual([
      "2024-03-31",
      "2024-06-30",
      "2024-09-30",
      "2024-12-31",
    ]);
  });

  test("a day that a month lacks is its last; the last day of a quarter is in its last month", () => {
    expect(days("Ngày 31 hằng tháng", period("2026-01-01", "2026-04-30"))).toEqual([
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
    ]);
    expect(days("Ngày 15 của tháng cuối quý", yearPeriod(2026))).toEqual([
      "2026-03-15",
      "2026-06-15",
      "2026-09-15",
      "2026-12-15",
    ]);
  });
});

describe("years left out", () => {
  const resolved = (phrase: string, plan: number | Period): TimeExpr => resolveYear(time(phrase), plan);

  test("come from the plan's year", () => {
    expect(resolved("Quý III", 2024)).toMatchObject({ span: { quarter: 3, year: 2024 } });
    expect(resolved("Thường xuyên trong năm", 2024)).toMatchObject({ within: { unit: "year", year: 2024 } });
    expect(resolved("trước ngày 15/11", 2024)).toMatchObject({ due: { day: 15, month: 11, year: 2024 } });
    expect(resolved("Quý I, quý III", 2024)).toMatchObject({ year: 2024 });
    expect(resolved("Quý III/2023", 2024)).toMatchObject({ span: { year: 2023 } });
    expect(resolved("01 lần/quý", 2024)).toEqual(time("01 lần/quý"));
  });

  test("come from a school year by month, and stay open where several years fit", () => {
    expect(resolved("tháng 3", period("2025-09-01", "2026-05-31"))).toMatchObject({ span: { year: 2026 } });
    expect(resolved("Quý III", period("2021-01-01", "2025-12-31"))).toMatchObject({ span: { year: null } });
  });

  test("of a start that would fall after its end are the year before", () => {
    expect(resolved("Từ ngày 15/11 đến ngày 15/01/2027", 2026)).toMatchObject({
      start: { year: 2026 },
      end: { year: 2027 },
    });
  });

  test("periodOf names the stretch, or says null", () => {
    expect(iso(periodOf(time("Quý III"), 2024))).toBe("2024-07-01…2024-09-30");
    expect(iso(periodOf(time("Quý III"), null))).toBeNull();
    expect(iso(periodOf(time("Quý III/2023"), 2024))).toBe("2023-07-01…2023-09-30");
    expect(iso(periodOf(time("trước ngày 15/11/2019"), null))).toBe("2019-01-01…2019-11-14");
    expect(iso(periodOf(time("từ tháng 3 đến tháng 6/2026"), null))).toBe("2026-03-01…2026-06-30");
    expect(iso(periodOf(time("Giai đoạn 2026 - 2030"), null))).toBe("2026-01-01…2030-12-31");
    expect(iso(periodOf(time("01 lần/quý"), 2024))).toBeNull();
  });

  test("lastDay is the last good day of a deadline that falls once", () => {
    const due = time("trước ngày 15/11");
    if (due.kind !== "deadline") throw new Error("a deadline was expected");
    expect(lastDay(due, 2026)).toEqual(on("2026-11-14"));
    expect(lastDay(due, null)).toBeNull();
  });
});

describe("diagnostics of a field", () => {
  const found = (phrase: string): string[] =>
    parseTime(phrase).diagnostics.map(({ code, span }) => `${code} ${phrase.slice(span.start, span.end)}`);

  test("mark the smallest stretch that is not understood", () => {
    expect(found("lúc nông nhàn")).toEqual(["TG001 lúc nông nhàn"]);
    expect(found("Quý II/2026; theo lời mời.")).toEqual(["TG001 theo lời mời"]);
    expect(found("- Hàng tháng\n- Chưa rõ")).toEqual(["TG001 Chưa rõ"]);
    expect(found("Hoàn thành trước ngày 31/02/2026.")).toEqual(["TG002 trước ngày 31/02/2026"]);
    expect(found("Thường xuyên trong năm.")).toEqual([]);
    expect(found("")).toEqual([]);
    expect(found("  \n")).toEqual([]);
  });
});

describe("the calendar", () => {
  test("counts days both ways", () => {
    expect(dayNumber(on("1970-01-01"))).toBe(0);
    expect(dayNumber(on("2000-03-01"))).toBe(11017);
    for (let day = -200_000; day < 200_000; day += 997) expect(dayNumber(dateOfDayNumber(day))).toBe(day);
    expect(weekdayOf(on("2026-11-20"))).toBe(5);
    expect(weekdayOf(on("1969-12-28"))).toBe(7);
  });

  test("knows short months", () => {
    expect(isRealDate(2024, 2, 29)).toBe(true);
    expect(isRealDate(2026, 2, 29)).toBe(false);
    expect(isRealDate(null, 2, 29)).toBe(true);
    expect(isRealDate(2026, 13, 1)).toBe(false);
    expect(addMonths(on("2024-01-31"), 1)).toEqual(on("2024-02-29"));
    expect(addMonths(on("2024-01-31"), -2)).toEqual(on("2023-11-30"));
  });

  test("writes dates as documents do: day in two digits, months 1 and 2 padded", () => {
    expect(formatDate(on("2026-02-05"))).toBe("05/02/2026");
    expect(formatDate(on("2026-03-15"))).toBe("15/3/2026");
    expect(formatLongDate(on("2026-01-07"))).toBe("ngày 07 tháng 01 năm 2026");
    expect(formatLongDate(on("2018-12-28"))).toBe("ngày 28 tháng 12 năm 2018");
  });
});
