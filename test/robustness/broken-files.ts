/**
 * Broken files: every prefix at a line end, prefixes at random places and random mutations of every example, over all of
 * them some thousands of each; PLAN_LONG_RUNS=1000 takes a thousand of each example. No stage throws, every finding has a span inside the text, and what can be built is built whole.
 */
import { describe, expect, it } from "vitest";
import { type Analysis, analyze, build } from "../../src/compile.ts";
import { blocksOutput } from "../../src/diagnostics/diagnostic.ts";
import { pretty } from "../../src/diagnostics/pretty.ts";
import { emitterNamed } from "../../src/emit/index.ts";
import { lineTable, type SourceFile } from "../../src/source/source-file.ts";
import { type Example, materials, registries } from "../support/pipeline.ts";

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** As `decode` would give it, but lone surrogates, which no file can hold, are let through too. */
const raw = (text: string): SourceFile => ({ path: "x.plan", text, lineStarts: lineTable(text), digest: "0" });

function check(text: string): Analysis {
  const source = raw(text);
  const analysis = analyze(source, registries);
  for (const diagnostic of analysis.diagnostics) {
    expect(diagnostic.span.start).toBeGreaterThanOrEqual(0);
    expect(diagnostic.span.end).toBeGreaterThanOrEqual(diagnostic.span.start);
    expect(diagnostic.span.end).toBeLessThanOrEqual(text.length);
  }
  // Printing is the same for all; a few of each file show it.
  for (const diagnostic of analysis.diagnostics.slice(0, 3)) {
    expect(pretty(source, diagnostic)).toContain(diagnostic.code);
  }
  return analysis;
}

const insertions = [
  "**",
  "*",
  "[[",
  "]]",
  "{",
  "}",
  "\\",
  "|",
  "\n",
  "\n\n",
  "# ",
  "## ",
  "- ",
  "+ ",
  "I. ",
  "a) ",
  "1.1. ",
  "ký:\n",
  "nơi nhận:\n",
  "cột: A | B\n",
  "nhiệm vụ: ",
  "việc: ",
  "nhóm: ",
  "tổng: ",
  "phụ lục: ",
  "quyết định: ",
  "bảng:\n",
  "| ^ | < |\n",
  "# bỏ qua VB501: thử\n",
  "\u0000",
  "\u200b",
  "\ud800",
  "\u0301",
  "[1] ",
  "Điều 1. ",
  "999999999999/12/31 ",
];

function mutate(text: string, next: (below: number) => number): string {
  let result = text;
  for (let i = next(3) + 1; i > 0; i -= 1) {
    const at = next(result.length + 1);
    const to = Math.min(result.length, at + next(60));
    const other = next(result.length + 1);
    switch (next(6)) {
      case 0:
        result = result.slice(0, at) + result.slice(to);
        break;
      case 1:
        result = result.slice(0, at) + insertions[next(insertions.length)] + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at) + result.slice(other, other + next(200)) + result.slice(at);
        break;
      case 3: {
        const lines = result.split("\n");
        lines.splice(next(lines.length), 1);
        result = lines.join("\n");
        break;
      }
      case 4: {
        const lines = result.split("\n");
        const [line] = lines.splice(next(lines.length), 1);
        lines.splice(next(lines.length + 1), 0, line!);
        result = lines.join("\n");
        break;
      }
      default:
        result = result.slice(0, at) + String.fromCharCode(next(0x2100)) + result.slice(at + 1);
    }
  }
  return result;
}

const runs = Number(process.env.PLAN_LONG_RUNS ?? 150);

/** Declares the tests for these examples. Test files share them out, so that two cores halve the time. */
export function describeBrokenFiles(examples: readonly Example[]): void {
  describe.each([...examples])("$name", ({ text }) => {
    it("survives every prefix at a line end", () => {
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) check(text.slice(0, at));
    });

    it("survives prefixes at random places", () => {
      const next = random(1);
      for (let i = 0; i < runs; i += 1) check(text.slice(0, next(text.length)));
    });

    it("survives random mutations", () => {
      const next = random(2);
      for (let i = 0; i < runs; i += 1) check(mutate(text, next));
    });

    it("builds broken files whole or not at all", async () => {
      const next = random(3);
      const formats = ["docx", "pdf", "json", "txt"].map((format) => emitterNamed(format)!);
      for (let i = 0; i < 12; i += 1) {
        const analysis = check(i % 2 ? mutate(text, next) : text.slice(0, next(text.length)));
        const built = await build(analysis, formats, materials);
        const blocked = [...analysis.diagnostics, ...built.diagnostics].some(blocksOutput);
        if (!blocked) expect(built.value.every((bytes) => bytes !== null && bytes.length > 0)).toBe(true);
        else expect(built.value.some((bytes) => bytes === null)).toBe(true);
      }
    });
  });
}
