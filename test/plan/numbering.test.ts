import { describe, expect, it } from "vitest";
import {
  fromRoman,
  idMaker,
  idStep,
  letterAt,
  letterValue,
  markWithValue,
  nextMark,
  toRoman,
} from "../../src/plan/numbering.ts";
import type { Mark, MarkKind } from "../../src/syntax/syntax.ts";

const mark = (kind: MarkKind, typed: string, ...values: number[]): Mark => ({
  kind,
  typed,
  values,
  span: { start: 0, end: typed.length },
});

describe("the letters of points", () => {
  it("has đ after d and g after e, without f, j, w, z", () => {
    expect([1, 4, 5, 6, 7, 10, 23].map(letterAt)).toEqual(["a", "d", "đ", "e", "g", "k", "y"]);
    expect(["f", "j", "w", "z", "ă"].map(letterValue)).toEqual([0, 0, 0, 0, 0]);
    expect(letterAt(24)).toBe("");
  });
});

describe("Roman numerals", () => {
  it("go both ways", () => {
    for (let n = 1; n <= 120; n += 1) expect(fromRoman(toRoman(n))).toBe(n);
  });
  it("refuse what is not in the usual form", () => {
    expect(["IIII", "VX", "IC", "", "A"].map(fromRoman)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("the mark after a mark", () => {
  it.each([
    [mark("roman", "II.", 2), "III."],
    [mark("arabic", "9.", 9), "10."],
    [mark("arabic", "09.", 9), "10."],
    [mark("decimal", "1.2.", 1, 2), "1.3."],
    [mark("decimal", "1.2", 1, 2), "1.3"],
    [mark("letter", "d)", 4), "đ)"],
    [mark("letter", "e.", 6), "g."],
    [mark("part", "A.", 1), "B."],
    [mark("article", "Điều 3.", 3), "Điều 4."],
    [mark("chapter", "Chương II", 2), "Chương III"],
    [mark("letter", "y)", 23), null],
    [mark("dash", "-"), null],
  ])("%o", (one, expected) => {
    expect(nextMark(one)).toBe(expected);
  });
  it("keeps the way the mark was typed", () => {
    expect(markWithValue(mark("section", "Mục 1", 1), 4)).toBe("Mục 4");
  });
});

describe("ids", () => {
  it("are steps of marks", () => {
    expect(idStep(mark("roman", "II.", 2), null, 1)).toBe("II");
    expect(idStep(mark("decimal", "1.2.", 1, 2), mark("arabic", "1.", 1), 1)).toBe("2");
    expect(idStep(mark("decimal", "3.2.", 3, 2), mark("arabic", "1.", 1), 1)).toBe("3.2");
    expect(idStep(mark("letter", "đ)", 5), null, 1)).toBe("đ");
    expect(idStep(mark("dash", "-"), null, 3)).toBe("-3");
    expect(idStep(mark("article", "Điều 3.", 3), null, 1)).toBe("điều-3");
  });
  it("are unique even when marks repeat", () => {
    const id = idMaker();
    expect([id("II"), id("II"), id("II~2"), id("II")]).toEqual(["II", "II~2", "II~2~2", "II~3"]);
  });
});
