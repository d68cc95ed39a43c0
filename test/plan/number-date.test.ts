import { describe, expect, it } from "vitest";
import {
  parseNumber,
  parseOpenDate,
  parsePeriod,
  periodInTitle,
  writtenDate,
  writtenNumber,
} from "../../src/plan/number-date.ts";

const span = { start: 0, end: 0 };

describe("dates of the header", () => {
  it.each([
    ["28/12/2018", 28, 12, 2018],
    ["7/3/2018", 7, 3, 2018],
    ["28-12-2018", 28, 12, 2018],
    ["28.12.2018", 28, 12, 2018],
    ["2018-12-28", 28, 12, 2018],
    ["…/02/2024", null, 2, 2024],
    [".../02/2024", null, 2, 2024],
    ["/02/2024", null, 2, 2024],
    ["…/…/2024", null, null, 2024],
    ["ngày 28 tháng 12 năm 2018", 28, 12, 2018],
    ["ngày … tháng 02 năm 2024", null, 2, 2024],
    ["ngày     tháng 02 năm 2024", null, 2, 2024],
    ["tháng 02 năm 2024", null, 2, 2024],
    ["... tháng 3 năm 2026", null, 3, 2026],
    ["05 tháng 3 năm 2026", 5, 3, 2026],
    ["29/02/2024", 29, 2, 2024],
  ])("%s", (text, day, month, year) => {
    expect(parseOpenDate(text)).toMatchObject({ kind: "date", day, month, year });
  });
  it.each(["31/02/2026", "29/02/2025", "32/01/2026", "01/13/2026", "31/4/2026", "01/01/1200"])(
    "impossible: %s",
    (text) => {
      expect(parseOpenDate(text).kind).toBe("impossible");
    },
  );
  it.each(["đầu tháng Giêng", "05/01/26", "hôm nay", "2026", "5 năm 2026"])("unreadable: %s", (text) => {
    expect(parseOpenDate(text).kind).toBe("unreadable");
  });
  it("are written with a zero before days below 10 and months 1 and 2 only", () => {
    expect(writtenDate({ day: 3, month: 6, year: 2020, span })).toBe("03/6/2020");
    expect(writtenDate({ day: 25, month: 2, year: 2016, span })).toBe("25/02/2016");
  });
});

describe("numbers of the header", () => {
  it.each([
    ["12/KH-UBND", 12, "KH-UBND", "12/KH-UBND"],
    ["5/KH-UBND", 5, "KH-UBND", "05/KH-UBND"],
    ["Số: 643/QĐ-UBND", 643, "QĐ-UBND", "643/QĐ-UBND"],
    ["01/2026/QĐ-UBND", 1, "2026/QĐ-UBND", "01/2026/QĐ-UBND"],
    ["12 / kh-ubnd", 12, "KH-UBND", "12/KH-UBND"],
    ["7/ctr-ubnd", 7, "CTr-UBND", "07/CTr-UBND"],
    ["30c/NQ-HĐND", 30, "NQ-HĐND", "30c/NQ-HĐND"],
    ["12-KH/ĐU", 12, "KH/ĐU", "12-KH/ĐU"],
    ["15/KH-UBND-UBMTTQ", 15, "KH-UBND-UBMTTQ", "15/KH-UBND-UBMTTQ"],
    ["9/KH-SNN&MT", 9, "KH-SNN&MT", "09/KH-SNN&MT"],
  ])("%s", (text, number, symbol, written) => {
    const read = parseNumber(text);
    expect(read).toMatchObject({ number, symbol });
    expect(writtenNumber({ ...read!, span })).toBe(written);
  });
  it.each(["…/KH-UBND", ".../KH-UBND", "/KH-UBND", "____/KH-UBND"])("open: %s", (text) => {
    expect(parseNumber(text)).toMatchObject({ number: null, symbol: "KH-UBND" });
  });
  it.each(["mười hai", "KH-UBND", "12", "12/", ""])("unreadable: %s", (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe("the plan's year or period", () => {
  it.each([
    ["2026", 2026, 2026],
    ["năm 2026", 2026, 2026],
    ["2026-2030", 2026, 2030],
    ["2026 – 2030", 2026, 2030],
    ["giai đoạn 2026 đến 2030", 2026, 2030],
  ])("field %s", (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ from, to });
  });
  it.each(["2030-2026", "hai nghìn", "26", "2026-27"])("not readable: %s", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
  it.each([
    ["Tuyên truyền cải cách hành chính tỉnh Khánh Hòa năm 2018", 2018, 2018],
    ["TUYÊN TRUYỀN NĂM 2018", 2018, 2018],
    ["Phát triển kinh tế số giai đoạn 2026 - 2030", 2026, 2030],
    ["Thực hiện Đề án giai đoạn 2021-2025, định hướng đến năm 2030 trong năm 2026", 2026, 2026],
    ["Chương trình giai đoạn 2026-2030, tầm nhìn đến năm 2045", 2026, 2030],
    ["Bảo đảm an toàn trên mạng năm học 2026 - 2027", 2026, 2027],
  ])("title “%s”", (title, from, to) => {
    expect(periodInTitle(title)).toEqual({ from, to });
  });
  it("is not a horizon", () => {
    expect(periodInTitle("Chuyển đổi số đến năm 2030")).toBeNull();
  });
});
