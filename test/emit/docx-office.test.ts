/** The fixture's DOCX as LibreOffice draws it and saves it again. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Block, RuleBlock } from "../../src/document/document.ts";
import { mm } from "../../src/document/style.ts";
import { emitDocx } from "../../src/emit/docx/docx.ts";
import { fixtureDocument, olderFixtureDocument } from "../support/document-fixture.ts";
import { type DocxFile, readDocx } from "../support/docx-read.ts";
import { type Line, type Page, type Path, readPdf } from "../support/pdf-read.ts";
import { has, inTemporaryFolder, officePdfs, run } from "../support/tools.ts";

const lineWith = (page: Page, words: string): Line => {
  const line = page.lines.find(({ text }) => text.includes(words));
  if (!line) throw new Error(`no line with “${words}”`);
  return line;
};
const level = (path: Path): boolean => path.bottom - path.top < 1.5 && path.right - path.left > 5;
/** The horizontal lines drawn between two heights. */
const rulesBetween = (page: Page, top: number, bottom: number): Path[] =>
  page.paths.filter((path) => level(path) && path.top > top && path.bottom < bottom);

const ruleNamed = (id: string): RuleBlock => {
  const all = fixtureDocument.sections.flatMap(({ blocks, firstFooter }): readonly Block[] => [
    ...blocks.flatMap((block): readonly Block[] =>
      block.kind === "columns" ? block.rows.flatMap((row) => row.cells.flat()) : [block],
    ),
    ...firstFooter,
  ]);
  const found = all.find((block) => block.id === id);
  if (found?.kind !== "rule") throw new Error(`no rule ${id}`);
  return found;
};

describe.skipIf(!has("soffice", "mutool"))("as LibreOffice draws it", () => {
  let pages: Page[];
  let older: Page[];
  beforeAll(async () => {
    const [now, then] = [await emitDocx(fixtureDocument), await emitDocx(olderFixtureDocument)];
    [pages, older] = inTemporaryFolder((folder) => {
      const files = ["now.docx", "then.docx"].map((name) => join(folder, name));
      writeFileSync(files[0]!, now);
      writeFileSync(files[1]!, then);
      const [a, b] = officePdfs(files, folder);
      return [readPdf(a!), readPdf(b!)];
    });
  });

  it("starts at the top margin, on the page's first line", () => {
    const { y } = lineWith(pages[0]!, "CỘNG HÒA");
    // The baseline of 13 pt type is 11.6 pt under the top of its line, and half of the line's own gap.
    expect(Math.abs(y - fixtureDocument.sections[0]!.page.marginTop - 0.91 * 13)).toBeLessThan(1);
  });

  it.each(["rule_2", "rule_3", "rule_4"])("draws %s at its exact length, centred under its words", (id) => {
    const wanted = ruleNamed(id);
    const found = pages[0]!.paths.filter(
      (path) => level(path) && Math.abs(path.right - path.left - wanted.width) < 0.5,
    );
    expect(found.length).toBeGreaterThan(0);
    const words = { rule_2: "XÃ AN BÌNH", rule_3: "Độc lập", rule_4: "trên địa bàn" }[id]!;
    const line = lineWith(pages[0]!, words);
    const rule = found.find((path) => path.top > line.y && path.top < line.y + 12)!;
    expect(rule, `${id} stands under “${words}”`).toBeDefined();
    expect((rule.left + rule.right) / 2).toBeCloseTo((line.x + line.right) / 2, 0);
    expect(rule.color).toBe("#000000");
    expect(rule.dashed).toBe(false);
  });

  it("draws stamps of exact size around their words", () => {
    const box = (color: string, near: Line): { width: number; height: number; middle: number } => {
      const sides = pages[0]!.paths.filter(
        (path) => path.color === color && path.top > near.y - 25 && path.bottom < near.y + 15 && path.kind === "stroke",
      );
      const [left, right] = [Math.min(...sides.map((s) => s.left)), Math.max(...sides.map((s) => s.right))];
      const [top, bottom] = [Math.min(...sides.map((s) => s.top)), Math.max(...sides.map((s) => s.bottom))];
      return { width: right - left, height: bottom - top, middle: (top + bottom) / 2 };
    };
    const urgency = lineWith(pages[0]!, "HỎA TỐC");
    const stamp = box("#FF0000", urgency);
    expect(Math.abs(stamp.width - mm(30))).toBeLessThan(mm(0.5));
    expect(Math.abs(stamp.height - mm(8))).toBeLessThan(mm(0.5));
    // Capitals of Times are 0.66 em high.
    expect(Math.abs(urgency.y - 0.33 * 13 - stamp.middle)).toBeLessThan(1);
    const circulation = lineWith(pages[0]!, "LƯU HÀNH NỘI BỘ");
    const upper = box("#000000", circulation);
    expect(Math.abs(upper.width - mm(52))).toBeLessThan(mm(0.5));
    expect(circulation.y).toBeLessThan(fixtureDocument.sections[0]!.page.marginTop);
  });

  it("keeps the address inside the text area and the body above it", () => {
    const { page } = fixtureDocument.sections[0]!;
    const address = lineWith(pages[0]!, "điện thoại");
    const bottom = page.height - page.marginBottom;
    expect(address.y).toBeLessThan(bottom);
    expect(address.y).toBeGreaterThan(bottom - 8);
    const full = page.width - page.marginLeft - page.marginRight;
    const [rule] = rulesBetween(pages[0]!, address.y - 30, address.y).filter((path) => path.right - path.left > 300);
    expect(Math.abs(rule!.right - rule!.left - full)).toBeLessThan(0.5);
    const body = pages[0]!.lines.filter((line) => line.size === 14 && line.y < address.y);
    expect(Math.max(...body.map((line) => line.y))).toBeLessThan(rule!.top);
  });

  it("numbers the pages of each section from its second one", () => {
    const numbers = pages.map((page) => page.lines.find((line) => /^\d+$/.test(line.text) && line.y < 50)?.text ?? "");
    const starts = numbers.flatMap((number, i) => (number === "" ? [i] : []));
    expect(starts.length).toBe(fixtureDocument.sections.length);
    for (const [i, start] of starts.entries()) {
      const end = starts[i + 1] ?? numbers.length;
      expect(numbers.slice(start + 1, end)).toEqual(Array.from({ length: end - start - 1 }, (_, n) => String(n + 2)));
    }
    const { width, marginLeft, marginRight } = fixtureDocument.sections[0]!.page;
    const second = pages[1]!.lines.find((line) => line.text === "2")!;
    expect((second.x + second.right) / 2).toBeCloseTo(marginLeft + (width - marginLeft - marginRight) / 2, 0);
  });

  it("numbers at the foot, on the right, in the older form", () => {
    const { height, width, marginBottom, marginRight } = olderFixtureDocument.sections[0]!.page;
    const second = older[1]!.lines.find((line) => line.text === "2" && line.y > height - marginBottom)!;
    expect(second.right).toBeCloseTo(width - marginRight, 0);
    expect(older[0]!.lines.some((line) => /^\d+$/.test(line.text) && line.y > height - marginBottom)).toBe(false);
  });

  it("turns the page of a wide annex and repeats the head of its table", () => {
    const wide = pages.filter((page) => page.width > page.height);
    expect(wide.length).toBeGreaterThan(2);
    for (const page of wide) expect(page.lines.map((line) => line.text).join(" ")).toContain("NHIỆM VỤ");
  });

  it("keeps the signature whole, with the end of the text", () => {
    const page = pages.find((candidate) => candidate.lines.some((line) => line.text.includes("Nguyễn Văn A")))!;
    const text = page.lines.map((line) => line.text).join(" ");
    for (const words of ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "quyết định./."]) expect(text).toContain(words);
    const top = lineWith(page, "PHÓ CHỦ TỊCH");
    const name = lineWith(page, "Nguyễn Văn A");
    expect(name.y - top.y).toBeGreaterThan(mm(30));
  });
});

describe.skipIf(!has("soffice"))("saved again by LibreOffice", () => {
  let before: DocxFile;
  let after: DocxFile;
  beforeAll(async () => {
    const bytes = await emitDocx(fixtureDocument);
    before = readDocx(bytes);
    after = inTemporaryFolder((folder) => {
      const file = join(folder, "a.docx");
      writeFileSync(file, bytes);
      run("soffice", [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        join(folder, "saved"),
        file,
      ]);
      return readDocx(readFileSync(join(folder, "saved", "a.docx")));
    });
  });

  const bookmarks = (docx: DocxFile): Set<string> =>
    new Set(
      [...docx.parts.values()].flatMap((xml) =>
        [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="(_p_[^"]*)"/g)].map((match) => match[1]!),
      ),
    );

  it("still has the bookmark of every block", () => {
    const kept = bookmarks(after);
    expect([...bookmarks(before)].filter((name) => !kept.has(name))).toEqual([]);
  });

  it("still has the digest of its source and the other properties", () => {
    expect(after.custom).toMatchObject(before.custom);
    expect(after.core.title).toBe(before.core.title);
  });

  it("still has its styles by their Vietnamese names", () => {
    const used = new Set(
      before.sections.flatMap((section) =>
        section.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.styleName] : [])),
      ),
    );
    const names = new Set(after.styles.map((style) => style.name));
    expect([...used].filter((name) => !names.has(name))).toEqual([]);
  });
});
