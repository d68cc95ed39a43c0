/** Two versions as one DOCX with tracked changes: all accepted it is the newer one word for word, all rejected the older. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layOut } from "../../src/compile.ts";
import type { Document } from "../../src/document/document.ts";
import { emitDocx } from "../../src/emit/docx/docx.ts";
import type { Ink } from "../../src/emit/pdf/flow.ts";
import { layoutDocument, linesOf } from "../../src/emit/pdf/layout.ts";
import { emitPdf } from "../../src/emit/pdf/pdf.ts";
import { toPlan } from "../../src/plan/from-syntax.ts";
import { parse } from "../../src/syntax/parse.ts";
import { redline } from "../../src/versions/redline.ts";
import { unzip } from "../support/ooxml.ts";
import { examples, materials, registries, sourceOf } from "../support/pipeline.ts";
import { type Chosen, chosen, revisionsOf } from "../support/revisions.ts";
import { hasSchemas, schemaErrors } from "../support/schemas.ts";
import { has, inTemporaryFolder, run } from "../support/tools.ts";
import { commune, district, edits, read, swap } from "./edits.ts";

const options = { author: "Nguyễn Văn A & <B>", date: "2026-02-05T08:00:00Z" };

/** A text laid out, and what its own DOCX says. */
interface Version {
  readonly document: Document;
  readonly file: Promise<Chosen>;
}

const versions = new Map<string, Version>();
function version(text: string): Version {
  let found = versions.get(text);
  if (found === undefined) {
    const document = layOut(toPlan(parse(sourceOf(text)).value, registries).value, materials).value;
    found = { document, file: emitDocx(document).then((bytes) => chosen(bytes, "accept")) };
    versions.set(text, found);
  }
  return found;
}

const between = (older: string, newer: string): Document =>
  redline(version(older).document, version(newer).document, options).document;

/** The DOCX that shows the way from one text to the other, after it was seen to lead both ways. */
async function wayBetween(older: string, newer: string): Promise<Uint8Array> {
  const bytes = await emitDocx(between(older, newer));
  expect(chosen(bytes, "accept")).toEqual(await version(newer).file);
  expect(chosen(bytes, "reject")).toEqual(await version(older).file);
  return bytes;
}

const documentXml = (bytes: Uint8Array): string =>
  unzip(bytes)
    .find(({ name }) => name === "word/document.xml")!
    .content.toString("utf8");

/** All edits of one plan that can be made one after another. */
function allEdits(text: string): string {
  let edited = text;
  for (const [, before, edit] of edits) {
    if (before !== text) continue;
    try {
      edited = edit(edited);
    } catch {
      // Another edit took its words.
    }
  }
  return edited;
}

const [annexOne, annexTwo] = ["\nphụ lục I:", "\nphụ lục II:"].map((head) => commune.indexOf(head) + 1) as [
  number,
  number,
];
const [body, first, second] = [
  commune.slice(0, annexOne),
  commune.slice(annexOne, annexTwo),
  commune.slice(annexTwo),
] as const;
const decision = read("khanh-hoa-2018");
const planAlone = decision.slice(decision.indexOf("\nkế hoạch:") + 1);

/** Pairs of versions whose sections, notes, tables differ. */
const larger: readonly (readonly [name: string, older: string, newer: string])[] = [
  ["the first annex", commune, body + second],
  ["the last annex", commune, body + first],
  ["all annexes", commune, body],
  ["annexes in another order", commune, body + second + first],
  ["an annex for another", body + first, body + second],
  ["an annex on pages of another size", district, district.slice(0, district.indexOf("\nphụ lục:") + 1) + second],
  ["a decision with a plan and the plan alone", decision, planAlone],
  ["a decision with a plan and another plan", decision, commune],
  [
    "the plan of next year",
    commune,
    swap(commune, "\nnăm: 2026\n", "\nnăm: 2027\n").replace("…/01/2026", "08/01/2027").replace("01 kho", "02 kho"),
  ],
  ["a note that went", commune, swap(commune, "người dân[1] làm", "người dân làm").replace(/^\[1\] .*\n/mu, "")],
  ["a note reworded", commune, swap(commune, "mỗi lần ít nhất 150 phiếu", "mỗi lần ít nhất 200 phiếu")],
  [
    "a note moved",
    commune,
    swap(
      swap(commune, "người dân[1] làm", "người dân làm"),
      "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n",
      "I. MỤC ĐÍCH, YÊU CẦU\n\nTheo kết quả khảo sát[1].\n\n1. Mục đích\n",
    ),
  ],
  ["nothing but the signature", commune, commune.slice(0, commune.indexOf("\nnơi nhận:"))],
  ["everything", commune, `${commune.slice(0, commune.indexOf("\n\n"))}\n`],
];

describe("all changes accepted give the newer version, all rejected the older one", () => {
  it.each(edits)("%s", async (name, before, edit) => {
    const after = edit(before);
    const bytes = await wayBetween(before, after);
    // What is not printed is no change of the document.
    expect(revisionsOf(bytes).length > 0).toBe(name !== "abbreviation");
  });

  it.each([
    ["a plan of a commune", commune],
    ["a plan with a table of tasks", district],
  ])("all edits of %s at once, and back", async (_name, text) => {
    await wayBetween(text, allEdits(text));
    await wayBetween(allEdits(text), text);
  });

  const names = examples.map(({ name }) => name);
  it.each(names.map((name, i) => [name, names[(i + 1) % names.length]!]))("%s against %s", async (a, b) => {
    await wayBetween(read(a), read(b));
  });

  it.each(larger)("%s", async (_name, older, newer) => {
    expect(newer).not.toBe(older);
    expect(revisionsOf(await wayBetween(older, newer))).not.toEqual([]);
    await wayBetween(newer, older);
  });
});

describe("every change", () => {
  it("has author, date and a number of its own", async () => {
    const found = revisionsOf(await emitDocx(between(commune, allEdits(commune))));
    expect(found.length).toBeGreaterThan(50);
    for (const { author, date } of found) expect([author, date]).toEqual([options.author, options.date]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  it("has no date where none was given", async () => {
    const { document } = redline(version(commune).document, version(allEdits(commune)).document, { author: "plan" });
    for (const { date } of revisionsOf(await emitDocx(document))) expect(date).toBeUndefined();
  });

  it("is no larger than what changed", async () => {
    const bytes = await emitDocx(between(commune, swap(commune, "6 tháng/lần", "03 tháng/lần")));
    expect(revisionsOf(bytes).map(({ name }) => name)).toEqual(["w:ins", "w:del"]);
    const filled = await emitDocx(between(commune, swap(commune, "số: …/KH-UBND", "số: 12/KH-UBND")));
    expect(documentXml(filled)).toMatch(/<w:ins [^>]*><w:r><w:t xml:space="preserve">12<\/w:t><\/w:r><\/w:ins>/);
  });

  it("is none between equal versions, and the document is the newer one", () => {
    const { document, isChanged } = redline(version(commune).document, version(commune).document, options);
    expect(isChanged).toBe(false);
    expect({ ...document, revision: undefined }).toEqual({ ...version(commune).document, revision: undefined });
  });

  it("gives the same bytes again", async () => {
    const [a, b] = await Promise.all([1, 2].map(() => emitDocx(between(commune, allEdits(commune)))));
    expect(Buffer.compare(a!, b!)).toBe(0);
  });
});

describe.skipIf(!(await hasSchemas()))("the schemas of Office Open XML hold", () => {
  it.each([
    ["for edits of a plan", commune, allEdits(commune)],
    ["for edits of a table", district, allEdits(district)],
    ["for annexes that went", commune, body],
    ["for annexes that came", body, commune],
    ["for two different plans", decision, read("so-2025")],
  ])("%s", async (_name, older, newer) => {
    expect(await schemaErrors(await emitDocx(between(older, newer)))).toEqual([]);
  });
});

describe("the PDF", () => {
  const edited = allEdits(commune);

  it("strikes what went, underlines what came, and has bars beside them", () => {
    const { pages } = layoutDocument(between(commune, edited), materials.fonts);
    const changes = pages.flatMap(({ ink }) =>
      ink.flatMap((piece) => (piece.kind === "text" ? piece.line.fragments.filter(({ change }) => change) : [])),
    );
    const words = (kind: string): string =>
      changes.flatMap(({ text, change }) => (change!.kind === kind ? [text] : [])).join("");
    expect(words("removed")).toContain("lừa đảo");
    expect(words("added")).toContain("gian lận");
    for (const { change, text } of changes) if (text.trim() !== "") expect(change!.width).toBeGreaterThan(0);
    for (const { ink, width } of pages) {
      const isBar = (piece: Ink): piece is Extract<Ink, { kind: "rule" }> =>
        piece.kind === "rule" && piece.width === 0 && piece.x < (width * 1701) / 11906;
      const bars = ink.filter(isBar);
      for (const piece of ink) {
        if (piece.kind !== "text" || piece.line.fragments.every(({ change }) => !change)) continue;
        const at = piece.y - piece.line.ascent / 2;
        expect(bars.some(({ y, height }) => y <= at && at <= y + height)).toBe(true);
      }
    }
  });

  it("is the newer version's layout where nothing went", () => {
    const lines = (document: Document): unknown =>
      layoutDocument(document, materials.fonts).pages.map((page) =>
        linesOf(page).map(({ text, x, y }) => [text, x, y]),
      );
    expect(lines(between(commune, commune))).toEqual(lines(version(commune).document));
  });

  it.skipIf(!has("pdftotext"))("has all words of both versions in its text", async () => {
    const { value } = await emitPdf(between(commune, edited), materials.resources.fonts);
    const text = inTemporaryFolder((folder) => {
      writeFileSync(join(folder, "a.pdf"), value!);
      return run("pdftotext", ["-layout", join(folder, "a.pdf"), "-"]);
    });
    for (const words of ["trực tuyến tại thôn", "Tiếp dân, đối", "20 triệu đồng", "7.400", "7.350", "lừa đảo"])
      expect(text).toContain(words);
  });
});
