import { describe, expect, it } from "vitest";
import {
  agenciesNamed,
  agencyById,
  didYouMean,
  documentById,
  documentsByNumber,
  expansionOf,
  isAlive,
  isInForce,
  lawsNamed,
  nearestNumber,
  provinceOn,
  replacementsOf,
  resolveDocument,
  successorsOf,
} from "../../src/registry/search.ts";
import { registries } from "./support.ts";

describe("documents", () => {
  it("are found by number, however it is typed, and may be several", () => {
    expect(documentsByNumber(registries, "76/NQ-CP").map((d) => d.issued)).toEqual(["2013-06-13", "2021-07-15"]);
    expect(documentsByNumber(registries, "749/qd-ttg")).toHaveLength(1);
    expect(documentsByNumber(registries, "749 / QĐ–TTg")).toHaveLength(1);
    expect(documentsByNumber(registries, "0749/QĐ-TTg")).toHaveLength(1);
    expect(documentsByNumber(registries, "99999/QĐ-TTg")).toEqual([]);
  });

  it("are resolved by number, type and date together", () => {
    const cited = (type: string | null, number: string, date: string | null) =>
      resolveDocument(registries, { type, number, date })?.id ?? null;
    expect(cited("Nghị quyết", "76/NQ-CP", "2021-07-15")).toBe("76/NQ-CP@2021-07-15");
    expect(cited("Nghị quyết", "76/NQ-CP", null)).toBeNull();
    expect(cited("Nghị quyết", "76/NQ-CP", "2020-07-15")).toBeNull();
    expect(cited("Nghị định", "76/NQ-CP", "2021-07-15")).toBeNull();
    expect(cited(null, "749/QĐ-TTg", null)).toBe("749/QĐ-TTg");
  });

  it("know what replaced them and when they were in force", () => {
    const law = documentById(registries, "77/2015/QH13")!;
    expect(isInForce(law, "2024-05-01")).toBe(true);
    expect(isInForce(law, "2025-02-28")).toBe(true);
    expect(isInForce(law, "2025-03-01")).toBe(false);
    expect(replacementsOf(registries, law, "2025-05-01").map((d) => d.number)).toEqual(["65/2025/QH15"]);
    expect(replacementsOf(registries, law, "2026-01-01").map((d) => d.number)).toEqual(["72/2025/QH15"]);
  });

  it("are found as laws by name, all of the name", () => {
    expect(lawsNamed(registries, "luật tổ chức chính quyền địa phương").map((d) => d.number)).toEqual([
      "77/2015/QH13",
      "65/2025/QH15",
      "72/2025/QH15",
    ]);
  });

  it("suggest a number with the same digits only", () => {
    expect(nearestNumber(registries, "749/QD-TTG")).toBe("749/QĐ-TTg");
    expect(nearestNumber(registries, "750/QĐ-TTg")).not.toBe("749/QĐ-TTg");
  });
});

describe("agencies", () => {
  it("are found by name, short form and variant, without case and diacritics", () => {
    for (const name of [
      "Sở Thông tin và Truyền thông",
      "sở tt&tt",
      "So Thong tin va Truyen thong",
      "Sở Thông tin Truyền thông",
    ]) {
      expect(
        agenciesNamed(registries, name).map((a) => a.id),
        name,
      ).toEqual(["so-thong-tin-va-truyen-thong"]);
    }
  });

  it("with one name come alive first", () => {
    const first = (day: string): string => agenciesNamed(registries, "Phòng Kinh tế", day)[0]!.id;
    expect(first("2024-05-01")).toBe("phong-kinh-te-huyen");
    expect(first("2026-01-05")).toBe("phong-kinh-te-xa");
  });

  it("end on their last day and name who took over", () => {
    const department = agencyById(registries, "so-ke-hoach-va-dau-tu")!;
    expect(isAlive(department, "2025-02-28")).toBe(true);
    expect(isAlive(department, "2025-03-01")).toBe(false);
    expect(successorsOf(registries, department, "2026-01-01").map((a) => a.name)).toEqual(["Sở Tài chính"]);
  });
});

describe("the rest", () => {
  it("expands abbreviations with one meaning only", () => {
    expect(expansionOf(registries, "CCHC")?.full).toBe("cải cách hành chính");
    expect(expansionOf(registries, "XYZT")).toBeNull();
    for (const one of registries.abbreviations.filter((a) => a.ambiguous)) {
      expect(expansionOf(registries, one.short), one.short).toBeNull();
    }
  });

  it("knows provinces by day", () => {
    expect(provinceOn(registries, "Ninh Thuận", "2024-02-01")?.successor).toBe("Khánh Hòa");
    expect(provinceOn(registries, "Ninh Thuận", "2026-01-05")).toBeNull();
    expect(provinceOn(registries, "tỉnh Khánh Hoà", "2026-01-05")?.validFrom).toBe("2025-07-01");
    expect(provinceOn(registries, "Huế", "2026-01-05")?.unit).toBe("thành phố");
  });

  it("offers the nearest name, or nothing", () => {
    expect(didYouMean("co quann", ["cơ quan", "số"])).toBe(" Có phải “cơ quan”?");
    expect(didYouMean("xyz", ["cơ quan", "số"])).toBe("");
  });
});
