/** What must hold for any text: no exception, no lost word, spans inside the text, quick answers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planLexer } from "../../grammar/tokens.ts";
import type { SourceFile } from "../../src/source/source-file.ts";
import { lineTable } from "../../src/source/source-file.ts";
import { parse, parseTokens } from "../../src/syntax/parse.ts";
import { leafSpans, lostWords, sourceOf } from "./reading.ts";
import { richPlan } from "./sample.ts";

/** A source exactly as given: not even control characters are taken out. */
const rawSource = (text: string): SourceFile => ({ path: "thu.plan", text, lineStarts: lineTable(text), digest: "" });

function check(source: SourceFile): void {
  const { value: tree, diagnostics } = parse(source);
  const length = source.text.length;
  for (const span of [...leafSpans(tree), ...diagnostics.map((diagnostic) => diagnostic.span)]) {
    if (!(span.start >= 0 && span.end >= span.start && span.end <= length)) {
      throw new Error(`khoảng ngoài văn bản: ${span.start}–${span.end} / ${length}`);
    }
  }
  for (const diagnostic of diagnostics) {
    for (const edit of diagnostic.fix?.edits ?? []) expect(edit.span.end).toBeLessThanOrEqual(length);
    // Wording of the parsing library never reaches a reader.
    expect(diagnostic.code).not.toBe("CP001");
    expect(diagnostic.message).not.toMatch(/\b(?:Expecting|Redundant|token|NoViable|found)\b/);
  }
  const lost = lostWords(tree);
  if (lost !== "") throw new Error(`mất chữ “${lost.slice(0, 60)}” trong:\n${source.text.slice(0, 2000)}`);
}

describe("any list of tokens", () => {
  it("is recovered from: every gap reported in Vietnamese, every kept word in the tree", () => {
    const source = sourceOf(richPlan);
    const { tokens } = planLexer().tokenize(source.text);
    fc.assert(
      fc.property(fc.array(fc.nat(tokens.length - 1), { minLength: 1, maxLength: 30 }), (dropped) => {
        const gone = new Set(dropped);
        const kept = tokens.filter((_token, index) => !gone.has(index));
        const { value: tree, diagnostics } = parseTokens(source, kept);
        for (const { message } of diagnostics) expect(message).not.toMatch(/Expecting|Redundant|NoViable|token/);
        const held = leafSpans(tree);
        for (const token of kept) {
          if (token.tokenType.name !== "Words") continue;
          const lead = token.startOffset + /^\s*/.exec(token.image)![0].length;
          const letter = token.image.search(/[A-Za-zÀ-ỹĐđ0-9]/) + token.startOffset;
          expect(
            held.some((span) => span.start <= letter && letter < span.end),
            source.text.slice(lead, lead + 40),
          ).toBe(true);
        }
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});

describe("any text", () => {
  it("keeps the sample whole, without a finding", () => {
    const source = sourceOf(richPlan);
    expect(parse(source).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([]);
    check(source);
  });

  it("reads every prefix of the sample", () => {
    for (let end = 0; end <= richPlan.length; end++) check(sourceOf(richPlan.slice(0, end)));
  });

  it("reads every suffix of the sample by lines", () => {
    const lines = richPlan.split("\n");
    for (let from = 0; from < lines.length; from++) check(sourceOf(lines.slice(from).join("\n")));
  });

  it("reads the sample with random pieces cut, doubled, moved or replaced", () => {
    const piece = fc.constantFrom(
      "*",
      "**",
      "***",
      "|",
      ":",
      "\\",
      "[[",
      "]]",
      "{",
      "}",
      "#",
      "##",
      "\n",
      "\n\n",
      "- ",
      "1. ",
      "nhiệm vụ: x\n",
      "việc:\n",
      "cột:\n",
      "kế hoạch: A\n",
      "ký:\n",
      "nơi nhận:\n",
      "phụ lục:\n",
      "| a |\n",
      "^",
      "<",
      "=",
      ">",
      " ",
      "\t",
      "\u00a0",
      "Điều 1.",
      "cơ quan: x\n",
      "\ud800",
      "\u0000",
      "đ)",
      "[1] ",
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(richPlan.length), fc.nat(40), piece), { minLength: 1, maxLength: 8 }),
        (edits) => {
          let text = richPlan;
          for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length);
          check(rawSource(text));
        },
      ),
      { numRuns: 1000, seed: 20260101 },
    );
  });

  it("reads lines of the sample in any order", () => {
    const lines = richPlan.split("\n");
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 3, maxLength: 60 }), (some) =>
        check(rawSource(some.join("\n"))),
      ),
      { numRuns: 500, seed: 7 },
    );
  });

  it("reads arbitrary strings, lone surrogates and control characters among them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => check(rawSource(text))),
      { numRuns: 500, seed: 1 },
    );
    check(rawSource("\ud800\udfff\ud800 kế hoạch: \udc00A\u0000\u0007"));
  });

  it.each([
    ["marks", "1. a\n".repeat(10_000)],
    ["stars", `kế hoạch: ${"*a ".repeat(10_000)}`],
    ["double stars", `kế hoạch: A\n\n${"**1. a\n".repeat(5_000)}`],
    ["brackets", `kế hoạch: A\n\n${"[[a ".repeat(10_000)}{${"{b".repeat(10_000)}`],
    ["backslashes", `kế hoạch: A\n\n${"\\".repeat(20_000)}`],
    ["bars", `kế hoạch: A\n\nbảng:\n${"|".repeat(20_000)}\n`],
    ["rule", `kế hoạch: A\n\nbảng:\n|${"-".repeat(20_000)}x\n`],
    ["columns", `kế hoạch: A\n\ncột: ${"A > B | ".repeat(5_000)}\n`],
    ["rows", `kế hoạch: A\n\ncột: TT | NHIỆM VỤ\n\n${"nhiệm vụ: x\n  chủ trì: y\n\n".repeat(3_000)}`],
    ["comments", "# x\n".repeat(20_000)],
    ["blanks", `kế hoạch: A\n${" ".repeat(50_000)}x\n`],
    ["byte-order marks", "\ufeff".repeat(20_000)],
    ["a line", `kế hoạch: ${"a".repeat(200_000)}`],
    ["colons", `kế hoạch: A\n\n${"a:".repeat(20_000)}`],
    [
      "deep levels",
      `kế hoạch: A\n\n${Array.from({ length: 60 }, (_, depth) => `${"1.".repeat(depth + 1)} a`).join("\n")}`,
    ],
  ])("reads ten thousand %s quickly", (_name, text) => {
    const started = performance.now();
    check(rawSource(text));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
