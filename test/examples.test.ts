/**
 * Every example and starter through the whole pipeline: no errors, inputs unchanged, and the text and model it gives are
 * those a person has read (`npm run golden` rewrites them; read the difference before committing it).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyze, build } from "../src/compile.ts";
import { emitterNamed } from "../src/emit/index.ts";
import { modelSummary } from "./support/model-summary.ts";
import { analyzeText, examples, materials, registries, root, sourceOf, starters } from "./support/pipeline.ts";

function golden(name: string, actual: string): void {
  const file = join(root, "test/golden", name);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(existsSync(file), `${name} is missing; run npm run golden and read it`).toBe(true);
  expect(actual).toBe(readFileSync(file, "utf8"));
}

const deepFreeze = <T>(value: T, seen = new Set<unknown>()): T => {
  if (typeof value === "object" && value !== null && !seen.has(value) && !ArrayBuffer.isView(value)) {
    seen.add(value);
    for (const item of Object.values(value)) deepFreeze(item, seen);
    Object.freeze(value);
  }
  return value;
};

describe.each(examples)("$name", ({ name, text }) => {
  it("has no error and no warning", () => {
    const { diagnostics } = analyzeText(text);
    expect(diagnostics.filter((d) => d.severity !== "notice").map((d) => `${d.code} ${d.message}`)).toEqual([]);
  });

  it("builds to its golden text and model without changing its input", async () => {
    const analysis = deepFreeze(analyze(deepFreeze(sourceOf(text, `examples/${name}/ke-hoach.plan`)), registries));
    const built = await build(
      analysis,
      ["txt", "json"].map((format) => emitterNamed(format)!),
      materials,
    );
    const [document, model] = built.value.map((bytes) => Buffer.from(bytes!).toString("utf8"));
    golden(`${name}/document.txt`, document!);
    golden(`${name}/plan.txt`, modelSummary(model!));
  });
});

describe.each(starters)("starter $name", ({ text }) => {
  it("builds without an error", async () => {
    const analysis = analyzeText(text);
    expect(analysis.diagnostics.filter((d) => d.severity === "error").map((d) => `${d.code} ${d.message}`)).toEqual([]);
    const built = await build(
      analysis,
      ["docx", "pdf"].map((format) => emitterNamed(format)!),
      materials,
    );
    expect(built.value.every((bytes) => bytes !== null)).toBe(true);
  });
});
