/** Imports obey the table of ARCHITECTURE.md: arrows between folders point one way, and each library has one door. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a folder (or file) may import from this project; the longest matching key counts. */
const layers: Record<string, readonly string[]> = {
  grammar: ["grammar"],
  "src/source": ["src/source", "src/diagnostics"],
  "src/diagnostics": ["src/source", "src/diagnostics"],
  "src/syntax": ["src/syntax", "grammar", "src/source", "src/diagnostics"],
  "src/time": ["src/time", "grammar", "src/source", "src/diagnostics"],
  "src/registry": ["src/registry", "src/source", "src/diagnostics", "grammar/fold"],
  "src/plan": ["src/plan", "src/syntax", "src/time", "src/registry", "src/source", "src/diagnostics", "grammar"],
  "src/rules": [
    "src/rules",
    "src/plan",
    "src/syntax",
    "src/time",
    "src/registry",
    "src/source",
    "src/diagnostics",
    "grammar",
  ],
  "src/fix": ["src/fix", "src/source", "src/diagnostics"],
  "src/document": [
    "src/document",
    "src/plan",
    "src/time",
    "src/registry",
    "src/source",
    "src/diagnostics",
    "grammar/fold",
  ],
  "src/emit": ["src/emit", "src/document", "src/plan", "src/source", "src/diagnostics", "src/time"],
  "src/emit/docx": ["src/emit/docx", "src/emit/emitter", "src/document", "src/source", "src/diagnostics"],
  "src/emit/pdf": ["src/emit/pdf", "src/emit/emitter", "src/document", "src/source", "src/diagnostics"],
  "src/emit/text": ["src/emit/emitter", "src/document", "src/source", "src/diagnostics"],
  "src/emit/json": [
    "src/emit/emitter",
    "src/plan",
    "src/time",
    "src/syntax",
    "src/source",
    "src/diagnostics",
    "src/version",
  ],
  "src/format": [
    "src/format",
    "src/plan",
    "src/syntax",
    "src/registry",
    "src/source",
    "src/diagnostics",
    "src/emit/json",
    "grammar",
  ],
  "src/versions": [
    "src/versions",
    "src/compile",
    "src/format",
    "src/rules",
    "src/plan",
    "src/syntax",
    "src/time",
    "src/registry",
    "src/source",
    "src/diagnostics",
    "src/document",
    "src/emit",
    "grammar",
  ],
  "src/import": [
    "src/import",
    "src/compile",
    "src/plan",
    "src/syntax",
    "src/time",
    "src/registry",
    "src/source",
    "src/diagnostics",
    "src/document",
    "grammar",
  ],
  "src/import/docx": ["src/import/docx", "src/import/raw", "src/import/errors", "src/source", "src/diagnostics"],
  "src/cli": ["src", "grammar"],
};
/** Files of `src/` itself see everything but the command line. */
const top = ["src", "grammar"];

/** Libraries and the only places that may import them. */
const doors: Record<string, readonly string[]> = {
  chevrotain: [
    "grammar/",
    "src/syntax/parse.ts",
    "src/syntax/from-cst.ts",
    "src/syntax/errors.ts",
    "src/time/parse.ts",
    "src/time/from-cst.ts",
  ],
  docx: ["src/emit/docx/"],
  pdfkit: ["src/emit/pdf/"],
  fontkit: ["src/emit/pdf/"],
  yaml: ["src/source/yaml.ts"],
  saxes: ["src/import/docx/xml.ts"],
  commander: ["src/cli/cli.ts"],
  "node:fs": ["src/cli/host.ts"],
  "node:child_process": ["src/cli/host.ts"],
  "node:os": ["src/cli/host.ts"],
  "node:path": ["src/cli/"],
  "node:zlib": ["src/emit/docx/", "src/emit/pdf/", "src/import/docx/zip.ts"],
  "node:crypto": ["src/source/decode.ts", "src/cli/prepared.ts"],
};

const files = ["src", "grammar"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => posix.join(folder, name.split("\\").join("/"))),
);

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(root, file), "utf8");
  const statements = [...text.matchAll(/^(?:import|export)\s(?:[^;"]*\sfrom\s+)?"([^"]+)"/gm)];
  const onUse = [...text.matchAll(/\bimport\("([^"]+)"\)/g)];
  return [...statements, ...onUse].map((match) => match[1]!);
};

const keyOf = (file: string): string | undefined =>
  Object.keys(layers)
    .filter((key) => file === `${key}.ts` || file.startsWith(`${key}/`))
    .sort((a, b) => b.length - a.length)[0];

describe("imports", () => {
  it.each(files)("%s", (file) => {
    const key = keyOf(file);
    const allowed = key ? layers[key]! : top;
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith(".")) {
        const target = relative(root, join(root, dirname(file), specifier))
          .split("\\")
          .join("/");
        expect(specifier, `${file}: imports name their extension`).toMatch(/\.ts$/);
        const ok =
          target === "src/unreachable.ts" ||
          allowed.some((prefix) => target === `${prefix}.ts` || target.startsWith(`${prefix}/`));
        expect(ok, `${file} may not import ${target}`).toBe(true);
        if (key !== "src/cli")
          expect(target.startsWith("src/cli/"), `${file} may not import the command line`).toBe(false);
      } else {
        const door = doors[specifier];
        expect(door, `${file}: ${specifier} has no door`).toBeDefined();
        expect(
          door!.some((place) => file.startsWith(place)),
          `${specifier} has another door than ${file}`,
        ).toBe(true);
      }
    }
  });

  it("finds the files", () => {
    expect(files.length).toBeGreaterThan(40);
  });
});

describe("purity", () => {
  it.each(files.filter((file) => !file.startsWith("src/cli/")))(
    "%s uses no clock, randomness, environment or locale",
    (file) => {
      const text = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      expect(text).not.toMatch(
        /Date\.now|new Date\(\)|Math\.random|process\.(env|argv|cwd|exit|stdout)|toLocale(?!UpperCase\("vi"\)|LowerCase\("vi"\))|Intl\./,
      );
    },
  );
});
