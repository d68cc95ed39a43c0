/** Word files from other hands, end to end: read, recognised, checked, built; every word and every fact is there. */
import { beforeAll, describe, expect, it } from "vitest";
import { readForms } from "../../../src/cli/session.ts";
import { build } from "../../../src/compile.ts";
import { styleTitles } from "../../../src/document/form.ts";
import { emitterNamed } from "../../../src/emit/index.ts";
import { type Imported, type ImportedFile, importBytes } from "../../../src/import/import.ts";
import { host, materials, registries } from "../../support/pipeline.ts";
import { brokenParagraphs, type Differences, differences, missingWords, topics, wordsOf } from "../compare.ts";
import { wordDocuments } from "./documents.ts";

const styles = styleTitles(readForms(host));
const importOf = (slug: string, bytes: Uint8Array): ImportedFile =>
  importBytes(bytes, { name: `${slug}.docx`, path: `${slug}.plan`, registries, styles });

/** Of all words, so many may be lost: what the form writes otherwise (`Uỷ ban` in the letterhead). */
const mostLost = 0.003;
/** What the form prints by itself. */
const nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc";

describe.each(wordDocuments)("$slug", ({ slug, bytes, expected, facts }) => {
  let file: ImportedFile;
  let imported: Imported;
  let found: Differences;

  beforeAll(async () => {
    file = importOf(slug, await bytes());
    if (file.imported === null) return;
    imported = file.imported;
    found = differences(imported.analysis, imported.counts.joins, facts);
  });

  it("is read, and its source has no errors", () => {
    expect(file.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const errors = imported.analysis.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  it("keeps every word in what is built from it, and prints no others", async () => {
    const built = await build(imported.analysis, [emitterNamed("txt")!], materials);
    expect(built.value[0]).not.toBeNull();
    const text = Buffer.from(built.value[0]!).toString("utf8");
    const most = Math.floor(wordsOf(expected).length * mostLost);
    const missing = missingWords(expected, text);
    expect(missing.length > most ? missing : []).toEqual([]);
    const printed = [expected, ...facts.documents.map(() => nation)].join("\n");
    const more = missingWords(text, printed);
    expect(more.length > missing.length ? more : []).toEqual([]);
  });

  it("keeps paragraphs whole", () => {
    expect(brokenParagraphs(imported.analysis, expected)).toEqual([]);
  });

  it.each(topics)("agrees with the facts: %s", (topic) => {
    expect(found[topic]).toEqual([]);
  });

  it("is the same file and the same source every time", async () => {
    const again = await bytes();
    expect(Buffer.compare(Buffer.from(await bytes()), Buffer.from(again))).toBe(0);
    expect(importOf(slug, again).imported?.source.text).toBe(imported.source.text);
  });
});
