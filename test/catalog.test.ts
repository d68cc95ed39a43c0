/**
 * Every diagnostic and rule of the program: its code is its own, it explains itself, and its example yields it. An example
 * is read by the stage whose letters the code bears, and nothing else may be found on the way.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CatalogEntry, catalog } from "../src/catalog.ts";
import { analyze, build, decode } from "../src/compile.ts";
import { loadForm } from "../src/document/form.ts";
import { emitterNamed } from "../src/emit/index.ts";
import { importBytes } from "../src/import/import.ts";
import { toPlan } from "../src/plan/from-syntax.ts";
import { loadRegistries } from "../src/registry/load.ts";
import { readOverlay } from "../src/registry/overlay.ts";
import { bindOverlay } from "../src/registry/overlay-bind.ts";
import { verifyOverlay } from "../src/registry/overlay-verify.ts";
import { decodeForeign } from "../src/source/foreign.ts";
import { parseYaml } from "../src/source/yaml.ts";
import { parse } from "../src/syntax/parse.ts";
import { materials, registries, root, sourceOf } from "./support/pipeline.ts";

/** Codes without an example, and why; the tests named hold them. */
const withoutExample: Readonly<Record<string, string>> = {
  CP001: "the grammar takes every order of lines: test/syntax/grammar.test.ts gives it other lists of tokens",
  DM111: "speaks of a second file: test/cli/overlay.test.ts",
  NG001: "bytes that are no text: test/source/decode.test.ts",
  NG002: "bytes that are no text: test/source/decode.test.ts",
  NG003: "bytes that are no text: test/source/decode.test.ts",
  NG004: "bytes that are no text: test/source/decode.test.ts",
  NG005: "looks like any text in print: test/source/decode.test.ts",
  NG010: "looks like any text in print: test/source/decode.test.ts",
  NG104: "bytes that are no text: test/source/foreign.test.ts",
  NG105: "bytes that are no text: test/source/foreign.test.ts",
  NH005: "several pages long: test/import/furniture.test.ts",
  NH010: "too long to print: test/import/hostile.test.ts",
  NH011: "of Word files: test/import/word",
  ...Object.fromEntries(
    [101, 102, 103, 104, 105, 106, 107, 108, ...Array.from({ length: 16 }, (_, i) => 121 + i)].map((code) => [
      `NH${code}`,
      "of Word files: test/import/docx",
    ]),
  ),
  VB123: "two files at least: test/rules/citations.test.ts",
  NG203: "too long to print: test/source/yaml.test.ts",
  NG204: "too long to print: test/source/yaml.test.ts",
};

type Codes = readonly string[];
const codes = (diagnostics: readonly { readonly code: string }[]): Codes => diagnostics.map(({ code }) => code);

/** What the stage of a code finds in its example. */
async function found({ code, bad }: CatalogEntry): Promise<Codes> {
  if (/^NG0/.test(code)) return codes(decode(new TextEncoder().encode(bad), "a.plan").diagnostics);
  if (/^NG1/.test(code)) return codes(decodeForeign(new TextEncoder().encode(bad)).diagnostics);
  if (/^NH0/.test(code)) {
    const options = { name: "a.txt", path: "a.plan", registries, styles: new Map() };
    const { imported, diagnostics } = importBytes(new TextEncoder().encode(bad), options);
    return codes([...diagnostics, ...imported!.diagnostics]);
  }
  if (/^NG2/.test(code)) return codes(parseYaml(sourceOf(bad, "a.yaml")).diagnostics);
  if (/^CP/.test(code)) return codes(parse(sourceOf(bad)).diagnostics);
  if (/^DM0/.test(code)) {
    const empty = (key: string) => sourceOf(`${key}: []\n`, `${key}.yaml`);
    return codes(
      loadRegistries({
        agencies: sourceOf(bad, "agencies.yaml"),
        documents: empty("documents"),
        abbreviations: empty("abbreviations"),
        provinces: empty("provinces"),
      }).diagnostics,
    );
  }
  if (/^DM1/.test(code)) {
    const read = readOverlay(sourceOf(bad, "plan.yaml"), new Map(catalog.map((one) => [one.code, one.severity])));
    const bound = bindOverlay(registries, [read.value]);
    const verified = verifyOverlay(bound.rows, bound.registries);
    return codes([...read.diagnostics, ...[...bound.findings, ...verified].flatMap((one) => one.diagnostics)]);
  }
  if (/^DM5/.test(code)) return codes(loadForm(sourceOf(bad, "rieng.yaml"), materials.forms[0]).diagnostics);
  if (/^KH/.test(code)) {
    const tree = parse(sourceOf(bad));
    return codes([...tree.diagnostics, ...toPlan(tree.value, registries).diagnostics]);
  }
  const analysis = analyze(sourceOf(bad), registries);
  if (/^XB/.test(code)) {
    const built = await build({ ...analysis, diagnostics: [] }, [emitterNamed("pdf")!], materials);
    return codes(built.diagnostics);
  }
  return codes(analysis.diagnostics);
}

describe("the catalogue", () => {
  it("has each code once, in order", () => {
    const all = codes(catalog);
    expect(all).toEqual([...new Set(all)].sort());
    for (const code of all) expect(code).toMatch(/^(NG|NH|CP|TG|DM|KH|VB|XB)\d{3}$/);
  });

  it("has every code that is declared in the sources", () => {
    const declared = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && file !== join("diagnostics", "diagnostic.ts"))
      .flatMap((file) => [
        ...readFileSync(join(root, "src", file), "utf8").matchAll(/^ {2}code: "([A-Z]{2}\d{3})",$/gm),
      ])
      .map((match) => match[1]!);
    expect([...new Set(declared)].sort()).toEqual(codes(catalog));
  });

  it("says why a code has no example, and of no other", () => {
    const silent = catalog.filter((entry) => entry.bad === "").map((entry) => entry.code);
    expect(silent.sort()).toEqual(Object.keys(withoutExample).sort());
  });
});

describe.each(catalog.map((entry) => [entry.code, entry] as const))("%s", (_code, entry) => {
  it("is said in sentences", () => {
    expect(entry.message).toMatch(/^[“A-ZÀ-ỸĐ…]/);
    expect(entry.message).toMatch(/[.?]$/);
    expect(entry.message.replace(/[“”…\s.]/g, "").length, "words besides the holes").toBeGreaterThan(6);
    expect(entry.why).toMatch(/^[“^[A-ZÀ-ỸĐ].*\.$/s);
    expect(entry.why.length).toBeGreaterThan(30);
    if (entry.hint) expect(entry.hint).toMatch(/^[A-ZÀ-ỸĐ]/);
  });

  it("speaks Vietnamese", () => {
    const words = `${entry.message} ${entry.why} ${entry.hint}`;
    expect(words).not.toMatch(
      /\b(?:error|warning|invalid|missing|expected|unknown|token|parse|syntax|null|undefined)\b/i,
    );
  });
});

describe.each(catalog.filter((entry) => entry.bad !== "").map((entry) => [entry.code, entry] as const))(
  "%s",
  (code, entry) => {
    it("is all that its example yields", async () => {
      expect(await found(entry)).toEqual([code]);
    });
  },
);
