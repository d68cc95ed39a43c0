/** Every rule against its own examples and its own fix. */
import { describe, expect, it } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { idleSilence } from "../../src/rules/silence.ts";
import { applied, check } from "./support.ts";

const said = (text: string): string[] => check(text).diagnostics.map((d) => `${d.code} ${d.message}`);

describe("rules", () => {
  it("have codes of their own, in order, and names of their own", () => {
    const codes = rules.map((rule) => rule.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
  });

  describe.each(rules.map((rule) => [rule.code, rule.name, rule] as const))("%s %s", (code, name, rule) => {
    it("is named as a defect and explained", () => {
      expect(code).toMatch(/^VB[1-6]\d\d$/);
      expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(rule.why.length).toBeGreaterThan(20);
    });

    it("finds its bad example, and nothing else there", () => {
      const { diagnostics } = check(rule.examples.bad);
      expect(diagnostics.map((d) => d.code)).toEqual([code]);
      expect(diagnostics[0]!.span.end).toBeGreaterThan(diagnostics[0]!.span.start);
      expect(diagnostics[0]!.message).not.toContain("…”…");
    });

    it("is silent on its good example, as every rule is", () => {
      expect(said(rule.examples.good)).toEqual([]);
    });

    it("mends the bad example, where it offers a fix", () => {
      const fix = check(rule.examples.bad).diagnostics[0]!.fix;
      if (fix) expect(said(applied(rule.examples.bad, fix))).toEqual([]);
    });
  });
});

it("VB001 is what its example gives", () => {
  expect(check(idleSilence.declaration.example!).diagnostics.map((d) => d.code)).toEqual(["VB001"]);
});
