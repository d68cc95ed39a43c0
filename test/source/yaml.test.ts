import { describe, expect, it } from "vitest";
import { lineTable, type SourceFile } from "../../src/source/source-file.ts";
import { entryOf, nodeAt, parseWithLibrary, parseYaml, plainValue, type YamlNode } from "../../src/source/yaml.ts";
import { readPlain } from "../../src/source/yaml-plain.ts";
import { registryFiles } from "../registry/support.ts";

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

/** What a node says and where its scalars and keys stand. */
function readings(node: YamlNode): unknown {
  switch (node.kind) {
    case "scalar":
      return [node.value, node.span];
    case "list":
      return node.items.map(readings);
    case "map":
      return node.entries.map((entry) => [entry.key, entry.keySpan, readings(entry.value)]);
  }
}

describe("the short way", () => {
  it.each(Object.entries(registryFiles))("reads %s as the library does", (_name, source) => {
    const short = readPlain(source);
    expect(short).not.toBeNull();
    expect(readings(short!)).toEqual(readings(parseWithLibrary(source).value!));
  });

  it.each([
    "list:\n  - {a: b, a: c}\n",
    "list:\n  - {a: 1.50}\n",
    "list:\n  - {a: 0x1F}\n",
    "list:\n  - a: b # ghi chú\n",
    'list:\n  - a: "b\\n"\n',
    "list:\n  - a: b: c\n",
    "list:\n  - a: 'b'\n",
    "list:\n  - a:\n",
    "list:\n  - a: &x b\n",
    "list:\n  - a: |\n      b\n",
    "list:\n  - {a: b\n",
    "list:\n  - {a: b} c\n",
    "list:\n  - {a: [b, c }\n",
    "list:\n   - a: b\n",
    "list: []\n",
    "a: 1\nb: 2\n",
    "---\nlist:\n  - a: b\n",
    "list:\n  - a: b\n    c: d\n   e: f\n",
    "list:\n\t- a: b\n",
  ])("leaves %j to the library", (text) => {
    expect(readPlain(file(text))).toBeNull();
  });

  it.each([
    'list:\n  - {a: null, b: true, c: 12, d: 2025-03-01, e: [x, "y, z"]}\n',
    "# ghi chú\nlist:\n\n  - a: 749/QĐ-TTg\n    b: “chữ” - và, dấu\n\n  # giữa\n  - a: x\n",
    "list:\n  - {a: b}",
  ])("reads %j alike", (text) => {
    const short = readPlain(file(text));
    expect(short).not.toBeNull();
    expect(readings(short!)).toEqual(readings(parseWithLibrary(file(text)).value!));
  });
});
