import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, TableBlock } from "../../src/document/document.ts";
import type { Ink } from "../../src/emit/pdf/flow.ts";
import { layoutDocument, linesOf, type PlacedPage } from "../../src/emit/pdf/layout.ts";
import { fonts, nd30 } from "../support/forms.ts";
import { cell, documentOfBlocks, filler, lined, row, table } from "../support/small-document.ts";

const lay = (blocks: readonly Block[]): PlacedPage[] => [...layoutDocument(documentOfBlocks(blocks), fonts).pages];
const bodyLines = (page: PlacedPage) => linesOf(page).filter((line) => line.block !== "");
const texts = (page: PlacedPage): string[] => bodyLines(page).map((line) => line.text);
const rules = (page: PlacedPage): Extract<Ink, { kind: "rule" }>[] => page.ink.filter((ink) => ink.kind === "rule");
const lowest = nd30.page.height - nd30.page.marginBottom;
const many = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${name}${i}`);
const head = row([cell(0, "TT", { head: true }), cell(1, "VIỆC", { head: true })]);

/** Nothing stands below the text area, and no border is drawn twice. */
function expectSound(pages: readonly PlacedPage[]): void {
  for (const page of pages) {
    for (const line of bodyLines(page)) expect(line.y).toBeLessThan(lowest);
    const seen = new Set<string>();
    for (const { x, y, width, height } of rules(page)) {
      expect(y + height).toBeLessThan(lowest + 0.1);
      const key = [x, y, width, height].map((value) => value.toFixed(2)).join();
      expect(seen).not.toContain(key);
      seen.add(key);
    }
  }
}

describe("rows over pages", () => {
  const rows = Array.from({ length: 60 }, (_, i) =>
    row([cell(0, String(i + 1)), cell(1, [`việc ${i}a`, `việc ${i}b`])]),
  );
  const pages = lay([table([40, 200], [head], rows)]);

  it("repeat the head on every page and lose nothing", () => {
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(texts(page).slice(0, 2)).toEqual(["TT", "VIỆC"]);
    const words = pages.flatMap((page) => texts(page).slice(2));
    expect(words).toEqual(rows.flatMap((_, i) => [String(i + 1), `việc ${i}a`, `việc ${i}b`]));
    expectSound(pages);
  });

  it("take the repeated head out of the structure", () => {
    const heads = (page: PlacedPage) => page.ink.filter((ink) => ink.kind === "text").slice(0, 2);
    expect(heads(pages[0]!).every((ink) => ink.kind === "text" && ink.tags !== null)).toBe(true);
    expect(heads(pages[1]!).every((ink) => ink.kind === "text" && ink.tags === null)).toBe(true);
  });

  it("close their borders on each page", () => {
    for (const page of pages) {
      const levels = rules(page)
        .filter((rule) => rule.height === 0)
        .map((rule) => rule.y);
      const ends = rules(page)
        .filter((rule) => rule.height > 0)
        .map((rule) => rule.y + rule.height);
      expect(Math.max(...ends)).toBeCloseTo(Math.max(...levels), 3);
    }
  });

  it("stay whole when they may not be split, and when they keep with the next", () => {
    const tall = (keepNext: boolean) => row([cell(0, "x"), cell(1, many("t", 6))], { keepNext });
    const split = (blocks: Block[]) =>
      lay(blocks).map((page) => texts(page).filter((text) => /^[tx]/.test(text)).length);
    expect(split([...filler(42), table([40, 200], [], [tall(false)])])).toEqual([0, 7]);
    expect(split([...filler(36), table([40, 200], [], [tall(true), tall(false)])])).toEqual([0, 14]);
    expect(split([...filler(36), table([40, 200], [], [tall(false), tall(false)])])).toEqual([7, 7]);
  });

  it("keep the head with the first row, and a caption with both", () => {
    const pages = lay([...filler(42), lined("caption", 1, { keepNext: true }), table([40, 200], [head], rows)]);
    expect(texts(pages[1]!).slice(0, 4)).toEqual(["caption0", "TT", "VIỆC", "1"]);
  });
});

describe("a row that may be split", () => {
  it("goes on on the next page, with at least two lines of a paragraph on both sides", () => {
    const text = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(8).trim();
    const pages = lay([
      ...filler(40),
      table([40, 100], [], [row([cell(0, "1"), cell(1, text)], { cantSplit: false })]),
    ]);
    const counts = pages.map((page) => bodyLines(page).filter((line) => line.block === "c1_0").length);
    expect(counts[0]).toBeGreaterThanOrEqual(2);
    expect(counts[1]).toBeGreaterThanOrEqual(2);
    expect(
      pages
        .flatMap((page) =>
          bodyLines(page)
            .filter((line) => line.block === "c1_0")
            .map((line) => line.text),
        )
        .join(" "),
    ).toBe(text);
    expectSound(pages);
  });

  it("waits for the next page when a cell would have nothing on this one", () => {
    const paragraph = { ...cell(1, ""), blocks: [lined("t", 5)] };
    const pages = lay([...filler(44), table([40, 100], [], [row([cell(0, "1"), paragraph], { cantSplit: false })])]);
    expect(texts(pages[0]!)).not.toContain("t0");
  });
});

it("splits a row taller than a page even when it may not be split", () => {
  const pages = lay([table([40, 200], [head], [row([cell(0, "1"), cell(1, many("t", 150))])])]);
  expect(pages).toHaveLength(4);
  expect(pages.flatMap(texts).filter((text) => text.startsWith("t"))).toEqual(many("t", 150));
  expectSound(pages);
});

it("gives up a head that would leave no room for rows", () => {
  const high = row([cell(0, "TT", { head: true }), cell(1, many("h", 30), { head: true })]);
  const pages = lay([
    table(
      [40, 200],
      [high],
      [1, 2, 3, 4].map((n) => row([cell(0, String(n)), cell(1, many("t", 12))])),
    ),
  ]);
  expect(texts(pages[1]!)).not.toContain("h0");
  expectSound(pages);
});

describe("cells over several rows", () => {
  const spanning = (text: readonly string[], count: number): TableBlock =>
    table(
      [100, 100],
      [],
      Array.from({ length: count }, (_, i) =>
        row([...(i === 0 ? [cell(0, text, { rowSpan: count })] : []), cell(1, [`r${i}`, `s${i}`])]),
      ),
    );

  it("make the last row as high as they need", () => {
    const [page] = lay([spanning(many("a", 10), 2), lined("after", 1)]);
    const y = (text: string): number => bodyLines(page!).find((line) => line.text === text)!.y;
    expect(y("r1") - y("r0")).toBeLessThan(40);
    expect(y("after0")).toBeGreaterThan(y("a9"));
  });

  it("run over a page end with their words, and close on both pages", () => {
    const pages = lay([...filler(40), spanning(many("a", 20), 10)]);
    expect(pages).toHaveLength(2);
    const all = pages.flatMap(texts);
    expect(all.filter((text) => text.startsWith("a"))).toEqual(many("a", 20));
    expect(texts(pages[0]!)).toContain("a0");
    expect(texts(pages[1]!)).toContain("a19");
    expectSound(pages);
    // One border around the spanning cell on each page, none through it.
    for (const page of pages) {
      const through = rules(page).filter((rule) => rule.height === 0 && rule.width < 150);
      for (const rule of through) expect(rule.x).toBeGreaterThan(nd30.page.marginLeft + 90);
    }
  });

  it("stand in the middle when they should and are whole", () => {
    const middle = table(
      [100, 100],
      [],
      [
        row([cell(0, "giữa", { rowSpan: 3, vertical: "center" }), cell(1, "r0")]),
        row([cell(1, "r1")]),
        row([cell(1, "r2")]),
      ],
    );
    const [page] = lay([middle]);
    const y = (text: string): number => bodyLines(page!).find((line) => line.text === text)!.y;
    expect(y("giữa")).toBeCloseTo(y("r1"), 1);
  });
});

it("has every word once, in order, and nothing below the page, whatever the table", () => {
  const shape = fc.record({
    before: fc.integer({ min: 0, max: 44 }),
    heads: fc.boolean(),
    groups: fc.array(
      fc.record({
        span: fc.integer({ min: 1, max: 4 }),
        lines: fc.integer({ min: 0, max: 60 }),
        cells: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }),
        cantSplit: fc.boolean(),
        keepNext: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  });
  fc.assert(
    fc.property(shape, ({ before, heads, groups }) => {
      const expected = new Map<string, string[]>();
      const block = (id: string, lines: string[]) => {
        expected.set(id, lines);
        return lined(id, lines.length, {});
      };
      const rows = groups.flatMap((group, g) =>
        Array.from({ length: group.span }, (_, r) =>
          row(
            [
              ...(r === 0
                ? [{ ...cell(0, ""), rowSpan: group.span, blocks: [block(`a${g}x`, many(`a${g}x`, group.lines))] }]
                : []),
              { ...cell(1, ""), blocks: [block(`b${g}r${r}x`, many(`b${g}r${r}x`, group.cells[r]!))] },
            ],
            { cantSplit: group.cantSplit, keepNext: group.keepNext },
          ),
        ),
      );
      const pages = lay([...filler(before), table([150, 150], heads ? [head] : [], rows), lined("end", 1)]);
      for (const [id, lines] of expected) {
        const found = pages.flatMap((page) => bodyLines(page).filter((line) => line.block === id && line.text !== ""));
        expect(found.map((line) => line.text)).toEqual(lines);
      }
      expectSound(pages);
      expect(texts(pages.at(-1)!).at(-1)).toBe("end0");
    }),
    { numRuns: 150 },
  );
}, 120_000);
