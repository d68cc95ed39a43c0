import { describe, expect, it } from "vitest";
import type { DiagnosticDeclaration } from "../../src/diagnostics/diagnostic.ts";
import * as errors from "../../src/plan/errors.ts";
import { toPlan } from "../../src/plan/from-syntax.ts";
import { parse } from "../../src/syntax/parse.ts";
import { registries, sourceOf } from "./support.ts";

const declarations: DiagnosticDeclaration<string>[] = Object.values(errors).map((one) => one.declaration);

describe("every finding of binding", () => {
  it("has a code of its own in KH", () => {
    const codes = declarations.map((one) => one.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^KH\d{3}$/);
  });

  it.each(declarations.map((one) => [one.code, one] as const))(
    "%s is what its example yields, and all it yields",
    (code, one) => {
      const source = sourceOf(one.example ?? "");
      const tree = parse(source);
      const found = [...tree.diagnostics, ...toPlan(tree.value, registries).diagnostics];
      expect(found.map((diagnostic) => diagnostic.code)).toEqual([code]);
      expect(found[0]!.span.end).toBeGreaterThan(found[0]!.span.start);
      expect(found[0]!.message).not.toContain("“…”");
    },
  );
});
