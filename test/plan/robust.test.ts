/** Binding is total: broken and cut files give a plan and findings inside the file, never an exception. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { model } from "../../src/emit/json.ts";
import { toPlan } from "../../src/plan/from-syntax.ts";
import type { Plan, Prose } from "../../src/plan/plan.ts";
import type { Registries } from "../../src/registry/registry.ts";
import { parse } from "../../src/syntax/parse.ts";
import { registries, sourceOf } from "./support.ts";

const folder = fileURLToPath(new URL("../../examples", import.meta.url));
const examples = readdirSync(folder)
  .filter((name) => existsSync(`${folder}/${name}/ke-hoach.plan`))
  .map((name) => ({ name, text: readFileSync(`${folder}/${name}/ke-hoach.plan`, "utf8").normalize("NFC") }));

/** Registries that make looking for mentions cheap: what is tested here is that nothing throws. */
const few: Registries = {
  ...registries,
  documents: registries.documents.slice(0, 40),
  agencies: registries.agencies.slice(0, 40),
};

function check(text: string): Plan {
  const source = sourceOf(text);
  const { value, diagnostics } = toPlan(parse(source).value, few);
  for (const { span } of diagnostics) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  return value;
}

/** Every prose anywhere in a value. */
function* proses(value: unknown): Generator<Prose> {
  if (typeof value !== "object" || value === null) return;
  if ("pieces" in value && "segments" in value) yield value as Prose;
  else for (const [key, inner] of Object.entries(value)) if (key !== "source") yield* proses(inner);
}

describe("examples", () => {
  it.each(examples.map((one) => [one.name, one.text] as const))(
    "%s binds without errors, with exact maps",
    (_, text) => {
      const source = sourceOf(text);
      const { value, diagnostics } = toPlan(parse(source).value, registries);
      expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
      for (const prose of proses(value.documents)) {
        let at = 0;
        for (const segment of prose.segments) {
          expect(segment.at).toBe(at);
          at += segment.length;
          if (!segment.exact) continue;
          const typed = text.slice(segment.source.start, segment.source.end);
          expect(prose.text.slice(segment.at, at)).toBe(typed);
        }
        expect(at).toBe(prose.text.length);
      }
      for (const document of value.documents) {
        const ids = [
          ...document.divisions.map((one) => one.id),
          ...document.annexes.map((one) => one.id),
          ...document.tasks.filter((one) => one.origin === "table").map((one) => one.id),
        ];
        expect(new Set(ids).size).toBe(ids.length);
      }
      expect(JSON.stringify(model(value))).toBe(JSON.stringify(model(toPlan(parse(source).value, registries).value)));
    },
  );
});

describe("broken files", () => {
  it("are bound at any cut", { timeout: 300_000 }, () => {
    const { text } = examples.find((one) => one.name === "xa-2026")!;
    const ends = [...text.matchAll(/\n/g)].map((match) => match.index);
    for (const end of ends.filter((_, index) => index % 4 === 0)) check(text.slice(0, end));
    check("");
  });

  it("are bound whatever lines they are made of", { timeout: 300_000 }, () => {
    const lines = examples.flatMap((one) => one.text.split("\n")).filter((line) => line.length < 160);
    const line = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...lines) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          "",
          "cột: A | B | C",
          "bảng:",
          "| a | ^ |",
          "|---|",
          "| < |",
          "việc:",
          "nhiệm vụ:",
          "nhóm: I |",
          "tổng:",
          "phụ lục:",
          "ký:",
          "nơi nhận:",
          "[[",
          "{năm",
          "[[76/NQ-CP]]",
          "{x}",
          "- ",
          "1.",
          "I.",
          "a)",
        ),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (parts) => {
        check(parts.join("\n").normalize("NFC").replace(/\r/g, ""));
      }),
      { numRuns: 150, seed: 20260105 },
    );
  });
});
