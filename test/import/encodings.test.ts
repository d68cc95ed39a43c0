/** One text in every code that clerks' files have: the same plan comes of each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ImportedFile, importBytes } from "../../src/import/import.ts";
import { encodeTcvn3, encodeVni, encodeWide, utf8 } from "../source/legacy-encoders.ts";
import { registries, root } from "../support/pipeline.ts";

const importFile = (bytes: Uint8Array): ImportedFile =>
  importBytes(bytes, { name: "a.txt", path: "a.plan", registries, styles: new Map() });

/** Texts of letters that the old codes have. */
const slugs = ["thanh-tra-tinh-2025", "so-y-te-2024", "xa-2009-dau-gach-cheo", "dien-luc-mua-nang-nong-2025"];

describe.each(slugs)("%s", (slug) => {
  const text = readFileSync(join(root, "test/import/texts", slug, "source.txt"), "utf8").normalize("NFC");
  const clean = importFile(utf8(text));

  it("is not said to be in another code when it is clean", () => {
    expect(clean.diagnostics.filter(({ code }) => code.startsWith("NG"))).toEqual([]);
  });

  it.each([
    ["NFD", utf8(text.normalize("NFD")), "NG005"],
    ["UTF-16 LE", encodeWide(text, 2, true, true), "NG101"],
    ["UTF-16 BE", encodeWide(text, 2, false, true), "NG101"],
    ["UTF-8 twice", utf8(Buffer.from(utf8(text)).toString("latin1")), "NG103"],
    ["line ends of Windows", utf8(text.replace(/\n/g, "\r\n")), null],
    ["a mark of the code", utf8(`\ufeff${text}`), null],
  ])("is the same plan from %s", (_code, bytes, notice) => {
    const file = importFile(bytes);
    expect(file.imported!.source.text).toBe(clean.imported!.source.text);
    const told = file.diagnostics.map(({ code }) => code).filter((code) => code.startsWith("NG"));
    expect(told).toEqual(notice === null ? [] : [notice]);
  });

  it.each([
    ["TCVN3", encodeTcvn3],
    ["VNI", encodeVni],
  ])("has the same words from %s", (_code, encode) => {
    const bytes = encode(text);
    // A sign that the code has not: nothing to compare.
    if (bytes === null) return;
    const file = importFile(bytes);
    const words = (source: string): string[] => source.toLowerCase().split("\n");
    expect(words(file.imported!.source.text)).toEqual(words(clean.imported!.source.text));
    expect(file.diagnostics.map(({ code }) => code)).toContain("NG101");
  });
});
