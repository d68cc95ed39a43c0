/** Shapes of citations that plans write beside the plain ones of mentions.test.ts. One sentence a line. */
import { describe, expect, it } from "vitest";
import { isSameOffice, issuingBody } from "../../src/plan/issuing-body.ts";
import { findCitations } from "../../src/plan/mentions.ts";

/** type | number | ISO date | issuer of each citation; `-` for what is not written. */
const cited = (text: string): string[] =>
  findCitations(text).map((c) => [c.type ?? "-", c.number ?? "-", c.date ?? "-", c.issuer ?? "-"].join(" | "));

describe("a citation", () => {
  it.each([
    // Numbers that lost a sign or gained a blank
    ["Nghị quyết số 11NQ/TW ngày 03/6/2017", "Nghị quyết | 11NQ/TW | 2017-06-03 | -"],
    ["Kế hoạch số 45 KH/TWĐTN ngày 14/7/2026", "Kế hoạch | 45 KH/TWĐTN | 2026-07-14 | -"],
    ["Tờ trình số 18/TTr- SNV ngày 05/01/2026 của Sở Nội vụ", "Tờ trình | 18/TTr- SNV | 2026-01-05 | Sở Nội vụ"],
    ["Quyết định số 12/QĐ-\nUBND ngày 05/01/2026", "Quyết định | 12/QĐ-\nUBND | 2026-01-05 | -"],
    ["Quyết định số 12/QĐ-ubnd ngày 05/01/2026", "Quyết định | 12/QĐ-ubnd | 2026-01-05 | -"],
    ["Nghị định số 30/2020/NĐ-Cp", "Nghị định | 30/2020/NĐ-Cp | - | -"],
    ["Quyết định số 30-QĐ/UBND ngày 05/01/2026", "Quyết định | 30-QĐ/UBND | 2026-01-05 | -"],
    // Words between type and number
    [
      "Căn cứ Quy chế làm việc số 02-QC/ĐU ngày 01/8/2025 của Ban Chấp hành Đảng bộ xã",
      "Quy chế | 02-QC/ĐU | 2025-08-01 | Ban Chấp hành Đảng bộ xã",
    ],
    // Joint documents
    [
      "Thông tư liên tịch số 11/2015/TTLT-BTC-BNV ngày 05/3/2015 của Bộ Tài chính và Bộ Nội vụ",
      "Thông tư liên tịch | 11/2015/TTLT-BTC-BNV | 2015-03-05 | Bộ Tài chính và Bộ Nội vụ",
    ],
    // The issuer ends where the title begins, whatever its letters
    [
      "THỰC HIỆN CHỈ THỊ SỐ 05/CT-TTG NGÀY 03/02/2026 CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ ĐÔN ĐỐC NHIỆM VỤ",
      "Chỉ thị | 05/CT-TTG | 2026-02-03 | THỦ TƯỚNG CHÍNH PHỦ",
    ],
    [
      "Quyết định số 15/QĐ-BNV ngày 12/01/2026 của Bộ Nội vụ Ban hành Kế hoạch tuyên truyền",
      "Quyết định | 15/QĐ-BNV | 2026-01-12 | Bộ Nội vụ",
    ],
    [
      "Thông tư số 08/2026/TT-BYT ngày 10/3/2026 của Bộ Y tế Quy định về kiểm tra",
      "Thông tư | 08/2026/TT-BYT | 2026-03-10 | Bộ Y tế",
    ],
    [
      "Kế hoạch số 20-KH/TU ngày 12/01/2026 của Ban Thường vụ Tỉnh ủy và Nghị quyết Đại hội Đảng bộ tỉnh",
      "Kế hoạch | 20-KH/TU | 2026-01-12 | Ban Thường vụ Tỉnh ủy",
    ],
  ])("%s", (text, expected) => {
    expect(cited(text)).toEqual([expected]);
  });

  it.each(["Hội Luật gia tỉnh hoàn thành trước ngày 30/8/2026.", "Đoàn Luật sư tỉnh; Khoa Luật họp ngày 05/3/2026."])(
    "is no body with the word in its name: %s",
    (text) => {
      expect(cited(text)).toEqual([]);
    },
  );

  it("of a list shares its type and the issuer named once", () => {
    expect(cited("các Nghị quyết số 18-NQ/TW, số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng")).toEqual([
      "Nghị quyết | 18-NQ/TW | - | Ban Chấp hành Trung ương Đảng",
      "Nghị quyết | 19-NQ/TW | 2017-10-25 | Ban Chấp hành Trung ương Đảng",
    ]);
    expect(
      cited("các nghị quyết của Hội đồng nhân dân tỉnh: số 40/NQ-HĐND ngày 22/12/2025, số 41/NQ-HĐND ngày 23/12/2025"),
    ).toEqual([
      "Nghị quyết | 40/NQ-HĐND | 2025-12-22 | Hội đồng nhân dân tỉnh",
      "Nghị quyết | 41/NQ-HĐND | 2025-12-23 | Hội đồng nhân dân tỉnh",
    ]);
    expect(
      cited(
        "các nghị quyết của HĐND tỉnh: số 40/NQ-HĐND ngày 22/12/2025 về đầu tư công; số 41/NQ-HĐND ngày 23/12/2025 về ngân sách; số 12/TB-UBND",
      ),
    ).toEqual([
      "Nghị quyết | 40/NQ-HĐND | 2025-12-22 | HĐND tỉnh",
      "Nghị quyết | 41/NQ-HĐND | 2025-12-23 | HĐND tỉnh",
      "- | 12/TB-UBND | - | -",
    ]);
    // A type of its own begins another document: its issuer is not that of the one before.
    expect(cited("Quyết định số 217-QĐ/TW, Chỉ thị số 21-CT/TW của Ban Bí thư")).toEqual([
      "Quyết định | 217-QĐ/TW | - | -",
      "Chỉ thị | 21-CT/TW | - | Ban Bí thư",
    ]);
  });

  it("knows where its date and issuer stand", () => {
    const text = "theo Nghị quyết số 76/NQ-CP, ngày 15 tháng 7 năm 2021 của Chính phủ ban hành";
    const [found] = findCitations(text);
    expect(text.slice(found!.dateAt!.start, found!.dateAt!.end)).toBe("ngày 15 tháng 7 năm 2021");
    expect(text.slice(found!.issuerAt!.start, found!.issuerAt!.end)).toBe("Chính phủ");
  });

  it.each([
    "thực hiện Nghị quyết Trung ương 5 (khóa X) và Đề án 06 trên địa bàn",
    "theo điểm a khoản 2 Mục II Kế hoạch này, Điều 5 Quyết định này",
    "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV; Bộ phận Một cửa 24/7",
    "học kỳ I năm học 2025-2026, lớp 12A1, phòng 305/B",
  ])("is not found in “%s”", (text) => {
    expect(cited(text)).toEqual([]);
  });
});

describe("issuing bodies", () => {
  const same = (a: string, b: string): boolean => isSameOffice(issuingBody(a), issuingBody(b));
  it.each([
    ["UBND tỉnh", "Ủy ban nhân dân tỉnh Hà Tĩnh"],
    ["Chủ tịch UBND tỉnh", "Uỷ ban Nhân dân tỉnh"],
    ["Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh"],
    ["Ban Thường vụ Tỉnh uỷ Khánh Hoà", "Tỉnh ủy"],
    ["Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"],
    ["Giám đốc Sở Nội vụ", "Sở Nội vụ tỉnh Hà Tĩnh"],
    ["Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII", "Ban Chấp hành Trung ương"],
    ["Thường trực HĐND xã", "Hội đồng nhân dân xã An Bình"],
  ])("%s = %s", (a, b) => {
    expect(same(a, b)).toBe(true);
  });
  it.each([
    ["UBND tỉnh", "UBND huyện"],
    ["UBND tỉnh Hà Tĩnh", "UBND tỉnh Hà Nam"],
    ["Tỉnh ủy", "UBND tỉnh"],
    ["Chính phủ", "Thủ tướng Chính phủ"],
    ["Bộ Nội vụ", "Bộ Tài chính"],
  ])("%s ≠ %s", (a, b) => {
    expect(same(a, b)).toBe(false);
  });
});
