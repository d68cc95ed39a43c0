/**
 * Texts of many bodies, years and topics, in the shapes in which clerks have them: each becomes a plan that builds, has all
 * words in their order, and the structure that a person sees.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ImportedFile, importBytes } from "../../src/import/import.ts";
import { registries, root } from "../support/pipeline.ts";
import { builtText, differences, missingWords, readFacts, recallInOrder, topics } from "./compare.ts";

const folder = join(root, "test/import/texts");
const slugs = readdirSync(folder).sort();

/** Where the built document has words in another order than the source: signatures that stood before the recipients,
 * footnotes that stood in the text. */
const reordered: Readonly<Record<string, number>> = {
  "lien-tich-2020": 0.97,
  "so-2025-ky-tu-la": 0.92,
  "ubnd-tinh-benh-dai-ngat-dong": 0.98,
};

const sourceFile = (slug: string): string => (existsSync(join(folder, slug, "source.md")) ? "source.md" : "source.txt");

function imported(slug: string): ImportedFile {
  const name = sourceFile(slug);
  return importBytes(readFileSync(join(folder, slug, name)), {
    name,
    path: `${slug}.plan`,
    registries,
    styles: new Map(),
  });
}

describe.each(slugs)("%s", (slug) => {
  const file = imported(slug);
  const made = file.imported!;
  const expected = readFileSync(join(folder, slug, "expected.txt"), "utf8");

  it("is read", () => {
    expect(file.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(file.imported).not.toBeNull();
  });

  it("becomes a plan without an error", () => {
    expect(made.analysis.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("keeps all words, in their order", async () => {
    const text = await builtText(made.analysis);
    const missing = missingWords(expected, text);
    // The letterhead is printed as the form has it: one word of it may be spelt otherwise in the source.
    expect(missing.length, missing.slice(0, 20).join(" ")).toBeLessThanOrEqual(1);
    expect(recallInOrder(expected, text)).toBeGreaterThanOrEqual(reordered[slug] ?? 0.998);
  });

  it.each(topics)("has the structure that a person sees: %s", (topic) => {
    const facts = readFacts(join(folder, slug, "facts.json"));
    expect(differences(made.analysis, made.counts.joins, facts)[topic]).toEqual([]);
  });

  it("says where to look, above the lines", () => {
    const marked = made.source.text.split("\n").filter((line) => line.startsWith("# CẦN XEM: "));
    expect(marked.length).toBe(made.counts.looks);
    const told = made.diagnostics.filter(({ code }) => code === "NH001");
    expect(told.map(({ span }) => made.source.text.slice(span.start, span.end))).toEqual(marked);
  });

  it("tells every join at its place", () => {
    const joins = made.diagnostics.filter(({ code }) => code === "NH002");
    expect(joins.length).toBe(made.counts.joins);
    for (const { span } of joins) expect(span.end).toBeGreaterThan(span.start);
  });
});
