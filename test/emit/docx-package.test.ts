/** The DOCX as a file: equal input gives equal bytes, the parts are ours, Microsoft's schemas hold. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BlockLayout, layoutDocument } from "docx/layout";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { emitDocx, wordDocument } from "../../src/emit/docx/docx.ts";
import { fixtureDocument, olderFixtureDocument } from "../support/document-fixture.ts";
import { breakPart, readDocx, unzip } from "../support/docx-read.ts";
import { hasSchemas, schemaErrors } from "../support/schemas.ts";

describe("the bytes", () => {
  it("are equal in one process, whatever was written before", async () => {
    const first = await emitDocx(fixtureDocument);
    await emitDocx(olderFixtureDocument);
    expect(Buffer.compare(Buffer.from(await emitDocx(fixtureDocument)), Buffer.from(first))).toBe(0);
  });

  it("are equal on another day, at another hour", async () => {
    const now = await emitDocx(fixtureDocument);
    vi.useFakeTimers({ now: new Date("2031-12-31T23:59:59Z"), toFake: ["Date"] });
    const later = await emitDocx(fixtureDocument);
    vi.useRealTimers();
    expect(Buffer.compare(Buffer.from(later), Buffer.from(now))).toBe(0);
  });

  it("are equal in another time zone and locale", () => {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    const folder = join(root, "node_modules/.cache");
    mkdirSync(folder, { recursive: true });
    const script = join(folder, `docx-bytes-${process.pid}.mjs`);
    // A process of its own for each, as the time zone is read once; the sources bundled, as Node 20 runs no TypeScript.
    execFileSync("npx", [
      "esbuild",
      join(root, "test/support/docx-bytes.ts"),
      "--bundle",
      "--platform=node",
      "--format=esm",
      "--packages=external",
      `--define:import.meta.url=${JSON.stringify(new URL("../support/docx-bytes.ts", import.meta.url))}`,
      `--outfile=${script}`,
      "--log-level=error",
    ]);
    const digest = (environment: Record<string, string>): string =>
      execFileSync(process.execPath, [script], { encoding: "utf8", env: { ...process.env, ...environment } });
    const here = digest({ TZ: "Asia/Ho_Chi_Minh", LC_ALL: "vi_VN.UTF-8", LANG: "vi_VN.UTF-8" });
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    expect(digest({ TZ: "America/Los_Angeles", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" })).toBe(here);
    expect(digest({ TZ: "UTC", LC_ALL: "C", LANG: "C" })).toBe(here);
    rmSync(script);
  });

  it("differ where the document differs", async () => {
    const other = { ...fixtureDocument, properties: { ...fixtureDocument.properties, sourceDigest: "1".repeat(64) } };
    expect(Buffer.compare(Buffer.from(await emitDocx(other)), Buffer.from(await emitDocx(fixtureDocument)))).not.toBe(
      0,
    );
  });
});

describe("the package", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await emitDocx(fixtureDocument);
  });

  it("has its entries sorted, with one date", () => {
    const entries = unzip(bytes);
    const names = entries.map((entry) => entry.name);
    expect(names).toEqual([...names].sort());
    expect(names[0]).toBe("[Content_Types].xml");
    for (const entry of entries) expect([entry.date, entry.time]).toEqual([0x21, 0]);
  });

  it("has none of the library's parts that nothing of ours uses", () => {
    const names = unzip(bytes).map((entry) => entry.name);
    for (const name of names) expect(name).not.toMatch(/theme|numbering|endnotes|comments|media/);
    expect(names.filter((name) => !/header|footer/.test(name))).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "docProps/app.xml",
      "docProps/core.xml",
      "docProps/custom.xml",
      "word/_rels/document.xml.rels",
      "word/document.xml",
      "word/fontTable.xml",
      "word/footnotes.xml",
      "word/settings.xml",
      "word/styles.xml",
    ]);
  });

  it("names each part once in the relationships and content types", () => {
    const { parts } = readDocx(bytes);
    const types = [...parts.get("[Content_Types].xml")!.matchAll(/PartName="\/([^"]+)"/g)].map((m) => m[1]!);
    expect([...types].sort()).toEqual([...parts.keys()].filter((name) => !/\.rels$|Content_Types/.test(name)).sort());
    const targets = [...parts.get("word/_rels/document.xml.rels")!.matchAll(/Target="([^"]+)"/g)].map(
      (m) => `word/${m[1]}`,
    );
    for (const target of targets) expect(parts.has(target), target).toBe(true);
    const used = [...parts.get("word/document.xml")!.matchAll(/r:id="([^"]+)"/g)].map((m) => m[1]!);
    for (const id of used) expect(parts.get("word/_rels/document.xml.rels")).toContain(`Id="${id}"`);
  });

  it("works in compatibility mode 15", () => {
    expect(readDocx(bytes).compatibilityMode).toBe(15);
  });
});

describe("properties", () => {
  const properties: Document["properties"] = {
    ...fixtureDocument.properties,
    title: "Kế hoạch <A> & “B”",
    keywords: ["Kế hoạch", "12/KH-UBND"],
    number: "12/KH-UBND",
    date: "2026-01-05",
    custom: { TypeName: "Kế hoạch", Subject: "A & B", IssuedDate: "2026-01-05" },
  };

  it("say what the document is, who issued it and when", async () => {
    const { core, custom } = readDocx(await emitDocx({ ...fixtureDocument, properties }));
    expect(core).toEqual({
      title: "Kế hoạch <A> & “B”",
      subject: properties.subject,
      creator: "Ủy ban nhân dân xã An Bình",
      lastModifiedBy: "Ủy ban nhân dân xã An Bình",
      keywords: "Kế hoạch, 12/KH-UBND",
      language: "vi-VN",
      created: "2026-01-05T00:00:00Z",
      modified: "2026-01-05T00:00:00Z",
    });
    expect(custom).toEqual({
      TypeName: "Kế hoạch",
      Subject: "A & B",
      IssuedDate: "2026-01-05",
      sourceDigest: properties.sourceDigest,
      generator: properties.generator,
    });
  });

  it("claim no date while the document has none", async () => {
    const { core } = readDocx(await emitDocx({ ...fixtureDocument, properties: { ...properties, date: undefined } }));
    expect(Object.keys(core)).not.toContain("created");
    expect(Object.keys(core)).not.toContain("modified");
  });
});

describe.skipIf(!(await hasSchemas()))("the schemas of Office Open XML", () => {
  it.each([
    ["Nghị định 30/2020", fixtureDocument],
    ["Thông tư 01/2011", olderFixtureDocument],
  ])("hold for the fixture in the form of %s", async (_, document) => {
    expect(await schemaErrors(await emitDocx(document))).toEqual([]);
  });

  it("do not hold for a broken file", async () => {
    const broken = breakPart(await emitDocx(fixtureDocument), "word/document.xml", (xml) =>
      xml.replace("<w:keepNext/>", "<w:keepNext/><w:keepThis/>"),
    );
    expect(await schemaErrors(broken)).not.toEqual([]);
  });
});

describe("by the library's account of how Word lays out pages", () => {
  const isEmpty = (block: BlockLayout): boolean =>
    block.type === "paragraph" && block.lines.every((line) => line.text.trim() === "");

  it("no page is empty, and each section begins one of its own", () => {
    const { pages, stoppedAt } = layoutDocument(wordDocument(fixtureDocument), { guess: true });
    expect(stoppedAt).toBeUndefined();
    expect(pages.flatMap((page, i) => (page.body.every(isEmpty) ? [i + 1] : []))).toEqual([]);
    expect([...new Set(pages.map((page) => page.section))]).toEqual(fixtureDocument.sections.map((_, i) => i));
    expect(pages.at(-1)!.width).toBeGreaterThan(pages.at(-1)!.height);
  });
});
