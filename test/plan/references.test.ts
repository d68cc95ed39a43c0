import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/plan/references.ts";

/** `khoản 2 < mục II @kế hoạch`, outermost last. */
const read = (text: string): string[] =>
  findReferences(text).map((found) => {
    expect(text.slice(found.at.start, found.at.end)).toBe(found.text);
    const steps = [...found.path]
      .reverse()
      .map((step) => `${step.kinds[0] ?? "annex"} ${step.own ? "own" : step.values.join(".")}`);
    return `${steps.join(" < ") || "annexes"}${found.document ? ` @${found.document}` : ""}`;
  });

describe("references inside the file", () => {
  it.each([
    ["các nội dung tại Mục II Kế hoạch này, Ủy ban nhân dân", ["roman 2 @kế hoạch"]],
    ["theo phân công tại Mục III Kế hoạch.", ["roman 3 @kế hoạch"]],
    ["thực hiện điểm b khoản 2 Mục I Kế hoạch này", ["letter 2 < arabic 2 < roman 1 @kế hoạch"]],
    ["quy định tại điểm đ, khoản 1, Điều 3 Quyết định này", ["letter 5 < arabic 1 < article 3 @quyết định"]],
    ["theo Điều 2 và Điều 3 Quyết định này", ["article 2", "article 3 @quyết định"]],
    ["nêu tại khoản 1 Điều này", ["arabic 1 < article own"]],
    ["theo Mục II.1.a của Kế hoạch này", ["letter 1 < arabic 1 < roman 2 @kế hoạch"]],
    ["tại mục 2.1 nêu trên", ["decimal 2.1"]],
    ["Phần A và Phần B", ["part 1", "part 2"]],
    ["theo Phụ lục II", ["annex 2"]],
    ["tại Mục I Phụ lục II kèm theo Kế hoạch này", ["roman 1 < annex 2 @kế hoạch"]],
    ["Nhiệm vụ trọng tâm (Có Phụ lục kèm theo)", ["annexes"]],
    ["Như Điều 3;", ["article 3"]],
    ["Như các Điều 1, 2 và 3;", ["article 1", "article 2", "article 3"]],
    ["nội dung các mục II, III nêu trên, 15 người", ["roman 2", "roman 3"]],
    ["Điều 3, 15 người", ["article 3"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what is no reference to this file", () => {
  it.each([
    "theo Điều 5 Nghị định số 61/2018/NĐ-CP",
    "khoản 2 Điều 11 Luật Tổ chức chính quyền địa phương",
    "Phụ lục I ban hành kèm theo Nghị định 30/2020/NĐ-CP",
    "tại Mục II Kế hoạch số 36/KH-UBND ngày 26/01/2021",
    "mục đích, yêu cầu; đạt điểm 10; phần mềm một cửa; điều kiện; chương trình",
    "01 mục/1tháng",
    "kết quả khảo sát từ điểm cầu chính",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
