/** The grammar itself: Chevrotain's own checks, labels, the alphabet, comments and silences, examples of every code. */
import { describe, expect, it } from "vitest";
import { InlineParser, inlineVocabulary, serializedInlineGrammar } from "../../grammar/inline-grammar.ts";
import { describedTokens, ruleNames } from "../../grammar/names.ts";
import { PlanParser, serializedPlanGrammar } from "../../grammar/plan-grammar.ts";
import { serializedTimeGrammar } from "../../grammar/time-grammar.ts";
import { planLexer, planVocabulary } from "../../grammar/tokens.ts";
import type { DiagnosticDeclaration } from "../../src/diagnostics/diagnostic.ts";
import * as errors from "../../src/syntax/errors.ts";
import { vietnameseAlphabet } from "../../src/syntax/marks.ts";
import { body, lostWords, read, readClean } from "./reading.ts";

const tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const vowels = [..."aăâeêioôơuưy"];
const consonants = [..."bcdđghklmnpqrstvx"];
const alphabet = [...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC"))), ...consonants];

describe("the grammar", () => {
  it("passes the parsing library's own checks", () => {
    expect(() => new PlanParser(planVocabulary, true)).not.toThrow();
    expect(() => new InlineParser(true)).not.toThrow();
  });

  it("has a Vietnamese label for every token, and can be printed", () => {
    for (const type of [...planVocabulary, ...inlineVocabulary]) {
      if (type.name !== "Stars") expect(type.LABEL, type.name).toBeTruthy();
    }
    expect(serializedPlanGrammar().map((rule) => (rule as { name?: string }).name)).toContain("planFile");
    expect(serializedInlineGrammar().length).toBeGreaterThan(3);
  });

  it("has a Vietnamese name for every rule and no name for a rule that is gone", () => {
    interface Part {
      readonly type: string;
      readonly name?: string;
      readonly label?: string;
      readonly definition?: readonly Part[];
      readonly separator?: Part;
    }
    const grammars = [serializedPlanGrammar(), serializedInlineGrammar(), serializedTimeGrammar()].flat() as Part[];
    expect(Object.keys(ruleNames).sort()).toEqual(grammars.map((rule) => rule.name).sort());
    expect(new Set(Object.values(ruleNames)).size).toBe(grammars.length);
    const labels = new Set<string>();
    const visit = (part: Part): void => {
      if (part.type === "Terminal") labels.add(part.label || part.name || "");
      for (const inner of [...(part.definition ?? []), ...(part.separator ? [part.separator] : [])]) visit(inner);
    };
    for (const rule of grammars) visit(rule);
    expect(Object.keys(describedTokens).filter((label) => !labels.has(label))).toEqual([]);
    // No English word and no class name reaches a reader.
    for (const label of labels) expect(describedTokens[label] ?? label).not.toMatch(/[a-z][A-Z]|^[A-Z][a-z]+[A-Z]/);
  });

  it("lexes the whole alphabet in both cases, in every place", () => {
    const letters = alphabet.join("");
    const both = `${letters}${letters.toUpperCase()}`;
    expect(new Set(both).size).toBe(2 * alphabet.length);
    const text = `kế hoạch: ${both}\ncơ quan: ${both}\n\n${both}\n\nI. ${both}\n\n${alphabet.map((letter) => `1. ${letter} ${letter.toUpperCase()} **${letter}**`).join("\n\n")}\n\nbảng: ${both}\n| ${both} | ${both} |\n\ncột: ${both} | NHIỆM VỤ\n\nnhiệm vụ: ${both}\n  chủ trì: ${both}\n\nnơi nhận:\n- ${both}\n\nký:\n${both}\n\nphụ lục: ${both}\n`;
    const { tokens, errors: problems } = planLexer().tokenize(text);
    expect(problems).toEqual([]);
    expect(tokens.length).toBeGreaterThan(0);
    const { tree } = readClean(text);
    expect(lostWords(tree)).toBe("");
  });

  it("starts a word with every letter: no letter hides or makes a mark", () => {
    for (const letter of alphabet) {
      for (const typed of [letter, letter.toUpperCase()]) {
        const { document } = readClean(body(`${typed}n thường\n`));
        expect(document.preamble[0]?.kind, typed).toBe("paragraph");
      }
    }
  });

  it("knows the letters of the official order as marks, and f j w z without a place", () => {
    for (const letter of "abcdđefghijklmnopqrstuvwxyz") {
      const node = read(body(`1. Một\n${letter}) Hai\n`)).document.body[0]!;
      const child = node.kind === "division" ? node.children[0] : undefined;
      expect(child?.kind === "division" ? child.mark.values : null, letter).toEqual([
        vietnameseAlphabet.indexOf(letter) + 1,
      ]);
    }
  });
});

describe("comments and silences", () => {
  it("keep comments in order, without their sign", () => {
    const { tree, source } = readClean("# một\nkế hoạch: A\n  # hai \n\n#\nI. MỘT\n");
    expect(tree.comments.map((comment) => comment.text)).toEqual(["một", "hai", ""]);
    expect(tree.comments.map(({ span }) => source.text.slice(span.start, span.end))).toEqual(["# một", "# hai", "#"]);
  });

  it.each([
    ["a field", "kế hoạch: A\n# bỏ qua VB501: lý do\nsố: 1/KH\nngày: 2\n", "số: 1/KH"],
    ["a title", "# bỏ qua VB501: lý do\nkế hoạch: A\nB\nsố: 1/KH\n", "kế hoạch: A\nB"],
    ["a division with all below it", body("# bỏ qua VB501: lý do\nI. MỘT\n\n1. Hai\n\nII. BA\n"), "I. MỘT\n\n1. Hai"],
    ["a paragraph", body("# bỏ qua VB501: lý do\n\nĐoạn một\nnối.\n\nĐoạn hai.\n"), "Đoạn một\nnối."],
    ["an item", body("I. A\n- một\n# bỏ qua VB501: lý do\n- hai\n- ba\n"), "- hai"],
    [
      "a task",
      body("cột: TT | NHIỆM VỤ\n\n# bỏ qua VB501: lý do\nnhiệm vụ: Một\n  chủ trì: hai\n\nnhiệm vụ: Ba\n"),
      "nhiệm vụ: Một\n  chủ trì: hai",
    ],
    [
      "a field of a task",
      body("cột: TT | NHIỆM VỤ\n\nnhiệm vụ: Một\n  # bỏ qua VB501: lý do\n  chủ trì: hai\n  thời gian: ba\n"),
      "chủ trì: hai",
    ],
    ["a recipient", body("I. A\n\nnơi nhận:\n# bỏ qua VB501: lý do\n- một;\n- hai.\n"), "- một;"],
    ["nothing at the end", body("I. A\n\n# bỏ qua VB501: lý do\n"), ""],
  ])("silence %s", (_name, text, target) => {
    const { tree, source, found } = read(text);
    expect(found).toEqual([]);
    expect(tree.silences).toMatchObject([{ codes: ["VB501"], reason: "lý do" }]);
    const { start, end } = tree.silences[0]!.target;
    expect(source.text.slice(start, end)).toBe(target);
  });

  it("take several codes, any case, no diacritics; without a reason there is a notice", () => {
    const { tree, found } = read(
      body("# BO QUA vb101, VB202 VB303 : vì thế\nI. MỘT\n\n# bỏ qua VB404\nII. HAI\n\n# bỏ qua phần này\n"),
    );
    expect(tree.silences.map((silence) => [silence.codes, silence.reason])).toEqual([
      [["VB101", "VB202", "VB303"], "vì thế"],
      [["VB404"], ""],
    ]);
    expect(found.map((line) => line.slice(0, 5))).toEqual(["CP023"]);
  });
});

describe("every code", () => {
  const declared = Object.values(errors)
    .map((definition) => definition.declaration as DiagnosticDeclaration<string>)
    .filter((declaration) => declaration.example !== undefined);

  it.each(declared.map((declaration) => [declaration.code, declaration.example!] as const))(
    "%s is what its example yields",
    (code, example) => {
      expect(read(example).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    },
  );

  it("is given once", () => {
    const codes = Object.values(errors).map((definition) => definition.declaration.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("reports every problem of a file in one run, in order", () => {
    const { found } = read(
      "kế hoạch:\ncơ quán: UBND xã\n\n## I. MỘT\n\n1. Hai [[749\n\nnhiệm vụ: Ba\n\n| a | b |\n\ncột:\n\nviệc: Bốn\n",
    );
    expect(found.map((line) => line.slice(0, 5))).toEqual([
      "CP003",
      "CP006",
      "CP010",
      "CP014",
      "CP009",
      "CP013",
      "CP025",
      "CP012",
    ]);
  });
});
