import { describe, expect, it } from "vitest";
import { lineTable, type SourceFile } from "../../src/source/source-file.ts";
import { entryOf, nodeAt, parseYaml, plainValue } from "../../src/source/yaml.ts";

const file = (text: string): SourceFile => ({ path: "a.yaml", text, lineStarts: lineTable(text), digest: "" });
const codes = (text: string): string[] => parseYaml(file(text)).diagnostics.map((d) => d.code);
const slice = (text: string, span: { start: number; end: number }): string => text.slice(span.start, span.end);

describe("parseYaml", () => {
  it("gives plain values; dates stay text", () => {
    const parsed = parseYaml(file("a: [1, x, null]\nngày: 2025-03-01\nb: {c: true, d: }\n"));
    expect(parsed.diagnostics).toEqual([]);
    expect(plainValue(parsed.value!)).toEqual({ a: [1, "x", null], ngày: "2025-03-01", b: { c: true, d: null } });
  });

  it("knows where keys and values stand", () => {
    const text = "list:\n  - {tên: Sở Nội vụ, mã: SNV}\n";
    const { value } = parseYaml(file(text));
    const node = nodeAt(value!, ["list", 0, "tên"])!;
    expect(slice(text, node.span)).toBe("Sở Nội vụ");
    expect(slice(text, entryOf(nodeAt(value!, ["list", 0])!, "mã")!.keySpan)).toBe("mã");
    expect(nodeAt(value!, ["list", 1])).toBeUndefined();
  });

  it("reports broken syntax and keeps what it can", () => {
    expect(codes("a: [1, 2\nb: 3\n")).toContain("NG201");
    expect(codes("a:\n\tb: 1\n")).toContain("NG201");
    const parsed = parseYaml(file("a: 1\na: 2\n"));
    expect(parsed.diagnostics.map((d) => [d.code, slice("a: 1\na: 2\n", d.span), d.span.start])).toEqual([
      ["NG202", "a", 5],
    ]);
    expect(plainValue(parsed.value!)).toEqual({ a: 1 });
  });

  it("is null for an empty file", () => {
    expect(parseYaml(file(""))).toEqual({ value: null, diagnostics: [] });
    expect(parseYaml(file("# chỉ có ghi chú\n")).value).toBeNull();
  });

  it("expands aliases, and stops at bombs and loops", () => {
    expect(plainValue(parseYaml(file("a: &x {n: 1}\nb: *x\n")).value!)).toEqual({ a: { n: 1 }, b: { n: 1 } });
    const levels = Array.from({ length: 9 }, (_, i) =>
      i === 0
        ? "a0: &a0 [x, x, x, x, x, x, x, x, x]"
        : `a${i}: &a${i} [${Array(9)
            .fill(`*a${i - 1}`)
            .join(", ")}]`,
    );
    expect(codes(`${levels.join("\n")}\n`)).toContain("NG204");
    expect(codes("a: &a [*a]\n").length).toBeGreaterThan(0);
  });

  it("stops at deep nesting without throwing", () => {
    expect(codes(`${"[".repeat(80)}${"]".repeat(80)}`)).toContain("NG203");
    expect(codes("[".repeat(50_000)).length).toBeGreaterThan(0);
    expect(codes(`${"{a: ".repeat(20_000)}`).length).toBeGreaterThan(0);
  });
});
