/** Looking through the registries as people type: numbers and their beginnings, names without diacritics, slips. */
import { describe, expect, it } from "vitest";
import { type FindOptions, findRows, type Row, rowsOf } from "../../src/registry/find.ts";
import { registries } from "./support.ts";

const label = ({ kind, row }: Row): string =>
  kind === "document" ? row.id : kind === "abbreviation" ? row.short : row.name;
const first = (query: string, options: FindOptions = {}): string | undefined =>
  findRows(registries, query, options).rows.map(label)[0];

describe("a search", () => {
  it.each([
    ["30/2020/NĐ-CP", "30/2020/NĐ-CP"],
    ["30/2020", "30/2020/NĐ-CP"],
    ["nghi dinh 30/2020", "30/2020/NĐ-CP"],
    ["749/qd-ttg", "749/QĐ-TTg"],
    ["sở thông tin và truyền thông", "Sở Thông tin và Truyền thông"],
    ["so thong tin truyen thong", "Sở Thông tin và Truyền thông"],
    ["Sở TT&TT", "Sở Thông tin và Truyền thông"],
    ["so thogn tin truyen thong", "Sở Thông tin và Truyền thông"],
    ["ha tinh", "Hà Tĩnh"],
    ["CCHC", "CCHC"],
    ["luật tổ chức chính quyền địa phương", "72/2025/QH15"],
  ])("for %s finds %s first", (query, expected) => {
    expect(first(query)).toBe(expected);
  });

  it("keeps to a kind and a day, and says what the day left out", () => {
    expect(first("văn thư", { kind: "document" })).toBe("30/2020/NĐ-CP");
    const then = findRows(registries, "công tác văn thư", { kind: "document", on: "2015-01-01" });
    expect(then.rows.map(label)).not.toContain("30/2020/NĐ-CP");
    expect(then.past).toBeGreaterThan(0);
    expect(first("luật tổ chức chính quyền địa phương", { on: "2024-03-05" })).toBe("77/2015/QH13");
  });

  it("is cut, and says of how many", () => {
    const found = findRows(registries, "sở", { limit: 3 });
    expect(found.rows).toHaveLength(3);
    expect(found.total).toBeGreaterThan(3);
  });

  it("of nothing, of signs and of a flood of words finds nothing", () => {
    for (const query of ["", "  ", "“”", "xyzzyq", "a".repeat(5000), "zq ".repeat(2000)])
      expect(findRows(registries, query).rows).toEqual([]);
  });
});

describe("a row", () => {
  it.each([
    ["77/2015/QH13", ["77/2015/QH13"]],
    ["Nghị định số 30/2020/NĐ-CP", ["30/2020/NĐ-CP"]],
    ["Luật Tổ chức chính quyền địa phương", ["77/2015/QH13", "65/2025/QH15", "72/2025/QH15"]],
    ["sở nội vụ", ["Sở Nội vụ"]],
    ["so-noi-vu", ["Sở Nội vụ"]],
    ["tỉnh Hà Tĩnh", ["Hà Tĩnh"]],
    ["cchc", ["CCHC"]],
    ["không có", []],
  ])("is shown for %s", (words, expected) => {
    expect(rowsOf(registries, words, null).map(label).sort()).toEqual([...expected].sort());
  });

  it("that lived on the day comes first", () => {
    expect(label(rowsOf(registries, "Tuyên Quang", "2026-01-01")[0]!)).toBe("Tuyên Quang");
    const [now] = rowsOf(registries, "Tuyên Quang", "2026-01-01");
    expect(now?.kind === "province" && now.row.validFrom).toBe("2025-07-01");
  });
});
