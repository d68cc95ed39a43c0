import { describe, expect, it } from "vitest";
import type { Block, Document, ParagraphBlock, Section } from "../../src/document/document.ts";
import { mm } from "../../src/document/style.ts";
import { type Layout, layoutDocument, linesOf, type PlacedPage } from "../../src/emit/pdf/layout.ts";
import { fonts, nd30, tt01 } from "../support/forms.ts";
import {
  documentOfBlocks,
  documentOfSections,
  filler,
  lined,
  paragraph,
  section,
  words,
} from "../support/small-document.ts";

const lay = (document: Document): Layout => layoutDocument(document, fonts);
const pagesOf = (blocks: readonly Block[], rest: Partial<Document> = {}): PlacedPage[] => [
  ...lay(documentOfBlocks(blocks, rest)).pages,
];
const texts = (page: PlacedPage): string[] =>
  linesOf(page)
    .filter((line) => line.block !== "")
    .map((line) => line.text);
/** The lines of each page that begin with these letters. */
const split = (blocks: readonly Block[], letters = /^[a-eg-z]/): string[] =>
  pagesOf(blocks).map((page) =>
    texts(page)
      .filter((text) => letters.test(text))
      .join(" "),
  );

/** How many lines without space between them fill a page of body text. */
const full = texts(pagesOf(filler(100))[0]!).length;

describe("a page end", () => {
  it("leaves two lines of a paragraph on both sides", () => {
    expect(split([...filler(full - 1), lined("p", 3)])).toEqual(["", "p0 p1 p2"]);
    expect(split([...filler(full - 2), lined("p", 3)])).toEqual(["", "p0 p1 p2"]);
    expect(split([...filler(full - 2), lined("p", 4)])).toEqual(["p0 p1", "p2 p3"]);
    expect(split([...filler(full - 3), lined("p", 4)])).toEqual(["p0 p1", "p2 p3"]);
    expect(split([...filler(full - 3), lined("p", 5)])).toEqual(["p0 p1 p2", "p3 p4"]);
  });

  it("never comes between a paragraph and the next one that it keeps with, nor within it", () => {
    const heading = (rest: Partial<ParagraphBlock> = {}) => lined("h", 1, { keepNext: true, ...rest });
    expect(split([...filler(full - 2), heading(), lined("p", 4)])).toEqual(["", "h0 p0 p1 p2 p3"]);
    expect(split([...filler(full - 3), heading(), lined("p", 4)])).toEqual(["h0 p0 p1", "p2 p3"]);
    expect(split([...filler(full - 5), lined("k", 5, { keepNext: true }), lined("n", 4)])).toEqual([
      "",
      "k0 k1 k2 k3 k4 n0 n1 n2 n3",
    ]);
  });

  it("comes where a paragraph asks for it", () => {
    expect(split([lined("a", 1), lined("b", 1, { pageBreakBefore: true })])).toEqual(["a0", "b0"]);
  });

  it("swallows the space above the paragraph that follows, unless it was asked for", () => {
    const y = (page: PlacedPage): number => linesOf(page)[0]!.y;
    const plain = y(pagesOf(filler(1))[0]!);
    const spaced = lined("s", 1, { before: 12 });
    expect(y(pagesOf([spaced])[0]!) - plain).toBeCloseTo(12, 6);
    expect(y(pagesOf([...filler(full), spaced])[1]!) - plain).toBeCloseTo(0, 6);
    expect(y(pagesOf([...filler(1), { ...spaced, pageBreakBefore: true }])[1]!) - plain).toBeCloseTo(12, 6);
  });

  it("cuts a chain that is taller than a page rather than losing it", () => {
    const chain = Array.from({ length: full + 5 }, (_, i) => lined(`k${i}x`, 1, { keepNext: true, before: 0 }));
    const pages = pagesOf(chain);
    expect(pages).toHaveLength(2);
    expect(pages.flatMap(texts)).toEqual(chain.map((block) => `${block.id}0`));
  });
});

describe("spaces between paragraphs", () => {
  const gap = (first: Partial<ParagraphBlock>, style: Parameters<typeof lined>[2] = {}): number => {
    const [page] = pagesOf([lined("a", 1, first), lined("b", 1, style)]);
    const [a, b] = linesOf(page!);
    return b!.y - a!.y;
  };
  const step = gap({});

  it("are those of the tree", () => {
    expect(gap({}, { before: 6 }) - step).toBeCloseTo(6, 6);
  });

  it("are the larger of what is asked below and above", () => {
    const style = {
      ...nd30.style,
      paragraph: { ...nd30.style.paragraph, body: { ...nd30.style.paragraph.body, after: 10 } },
    };
    const [page] = pagesOf([lined("a", 1), lined("b", 1, { before: 6 })], { style });
    const [a, b] = linesOf(page!);
    expect(b!.y - a!.y - step).toBeCloseTo(10, 6);
  });
});

describe("page numbers", () => {
  const two = (rest: Partial<Section> = {}): Section => section([...filler(full + 1)], rest);
  const numbers = (document: Document): (string | undefined)[] =>
    lay(document).pages.map((page) => linesOf(page).find((line) => line.block === "")?.text);

  it("begin at 2 in each section, its first page shows none", () => {
    expect(numbers(documentOfSections([two(), two({ id: "annex" })]))).toEqual([undefined, "2", undefined, "2"]);
  });

  it("go on where a section continues the one before", () => {
    const continued = two({ pageNumber: { place: "top-center", continues: true } });
    expect(numbers(documentOfSections([two(), continued]))).toEqual([undefined, "2", "3", "4"]);
  });

  it("stand in the middle of the top margin, or at the right of the foot", () => {
    const number = (form: typeof nd30) => {
      const page = lay(
        documentOfSections([section(filler(100), { page: form.page, pageNumber: form.pageNumber })], {
          style: form.style,
        }),
      ).pages[1]!;
      return { page, line: linesOf(page).find((line) => line.block === "")! };
    };
    const top = number(nd30);
    expect(top.line.x).toBeCloseTo((nd30.page.marginLeft + top.page.width - nd30.page.marginRight) / 2 - 3.5, 0);
    expect(top.line.y).toBeLessThan(nd30.page.marginTop);
    const foot = number(tt01);
    expect(foot.line.x).toBeCloseTo(foot.page.width - tt01.page.marginRight - 7, 0);
    expect(foot.line.y).toBeGreaterThan(foot.page.height - tt01.page.marginBottom);
  });
});

describe("the first page's furniture", () => {
  it("stands in the top margin and at the foot of the text, which ends above it", () => {
    const [page] = lay(
      documentOfSections([
        section(filler(100), {
          firstHeader: [paragraph("signed", "Thời gian ký", {}, "signing-info")],
          firstFooter: [
            { kind: "rule", id: "line", width: mm(100), thickness: 0.5, before: 0, after: 2 },
            paragraph("address", "Thôn Đông, xã A", {}, "address"),
          ],
        }),
      ]),
    ).pages;
    const lines = linesOf(page!);
    const line = (id: string) => lines.find((one) => one.block === id)!;
    expect(line("signed").y).toBeLessThan(nd30.page.marginTop);
    expect(line("address").y).toBeLessThan(nd30.page.height - nd30.page.marginBottom);
    const last = Math.max(...lines.filter((one) => one.block.startsWith("f_")).map((one) => one.y));
    const rule = page!.ink.find((ink) => ink.kind === "rule")!;
    expect(last).toBeLessThan(rule.y);
    expect(texts(page!).filter((text) => text.startsWith("f")).length).toBeLessThan(full);
  });
});

describe("footnotes", () => {
  const note = (number: number, text: string | readonly string[] = `Chú thích ${number}`) => ({
    number: String(number),
    paragraph: paragraph(`note_${number}`, text, {}, "footnote"),
  });
  const referring = (id: string, index: number): ParagraphBlock =>
    paragraph(id, [words(id), { kind: "note", number: String(index + 1), note: index }], { before: 0 });

  it("stand at the foot of the page that refers to them, in order, and take their room from it", () => {
    const pages = pagesOf([referring("a", 0), referring("b", 1), ...filler(100)], { notes: [note(1), note(2)] });
    const lines = linesOf(pages[0]!);
    expect(lines.slice(-2).map((line) => line.text)).toEqual(["1 Chú thích 1", "2 Chú thích 2"]);
    expect(lines.at(-1)!.y).toBeLessThan(nd30.page.height - nd30.page.marginBottom);
    expect(lines.at(-3)!.y).toBeLessThan(lines.at(-2)!.y);
    expect(lines.length).toBeLessThan(full + 2);
  });

  it("take the line that refers to them to the next page when they have no room", () => {
    const pages = pagesOf([...filler(full - 1), referring("a", 0)], { notes: [note(1)] });
    expect(texts(pages[0]!)).not.toContain("a1");
    expect(texts(pages[1]!)).toEqual(["a1", "1 Chú thích 1"]);
  });

  it("go on on the next page when they are longer than one, and nothing is lost", () => {
    const long = Array.from({ length: 90 }, (_, i) => `dòng ${i}`);
    const pages = pagesOf([referring("a", 0), referring("b", 1), ...filler(3)], { notes: [note(1, long), note(2)] });
    const all = pages.flatMap(texts);
    expect(all.filter((text) => text.includes("dòng"))).toEqual(long.map((text, i) => (i === 0 ? `1 ${text}` : text)));
    expect(all).toContain("2 Chú thích 2");
    for (const page of pages) {
      for (const line of linesOf(page)) expect(line.y).toBeLessThan(nd30.page.height - nd30.page.marginBottom + 0.1);
    }
  });
});

describe("stamps and rules", () => {
  it("have exactly the size and place of the tree", () => {
    const [page] = pagesOf([
      {
        kind: "frame",
        id: "stamp",
        style: "urgency",
        runs: [words("KHẨN", { bold: true })],
        width: mm(20),
        height: mm(8),
        thickness: 0.75,
        color: "#FF0000",
        align: "right",
        before: 0,
      },
      { kind: "rule", id: "rule", width: 100, thickness: 0.5, before: 3, after: 4 },
      lined("a", 1),
    ]);
    const box = page!.ink.find((ink) => ink.kind === "box")!;
    expect(box.width + box.thickness).toBeCloseTo(mm(20), 6);
    expect(box.height + box.thickness).toBeCloseTo(mm(8), 6);
    expect(box.x + box.width + box.thickness / 2).toBeCloseTo(page!.width - nd30.page.marginRight, 0);
    const rule = page!.ink.find((ink) => ink.kind === "rule")!;
    expect(rule.x + rule.width / 2).toBeCloseTo((nd30.page.marginLeft + page!.width - nd30.page.marginRight) / 2, 0);
    expect(rule.y).toBeCloseTo(box.y - box.thickness / 2 + mm(8) + 3 + 0.25, 1);
  });
});
