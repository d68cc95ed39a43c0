/** Findings for programs: docs/schema/findings.json describes what is printed, and what is printed says what is found. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog.ts";
import { plan } from "../cli/support.ts";
import { analyzeText, examples, root, sourceOf } from "../support/pipeline.ts";
import { inTemporaryFolder } from "../support/tools.ts";

interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}
interface Findings {
  readonly files: readonly string[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly file: string;
    readonly span: { readonly start: Place; readonly end: Place };
  }[];
  readonly examined: Readonly<Record<string, number>>;
}

const schema = JSON.parse(readFileSync(join(root, "docs/schema/findings.json"), "utf8"));
const validate = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile<Findings>(schema);

async function check(files: Readonly<Record<string, string | Uint8Array>>): Promise<Findings> {
  return inTemporaryFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const { out } = await plan(["check", "--format", "json", ...Object.keys(files).map((name) => join(folder, name))]);
    const findings: unknown = JSON.parse(out);
    validate(findings);
    expect(validate.errors).toBeNull();
    return findings as Findings;
  });
}

const plans = catalog.filter((entry) => entry.bad !== "" && /^(NG0|CP|TG|KH|VB)/.test(entry.code));

describe("the schema", () => {
  it("holds for the examples of every code, and for every example plan", async () => {
    const files = Object.fromEntries([
      ...plans.map((entry) => [`${entry.code}.plan`, entry.bad]),
      ...examples.map((example) => [`${example.name}.plan`, example.text]),
    ]);
    const findings = await check(files);
    expect(findings.files.length).toBe(Object.keys(files).length);
    for (const { code } of plans) {
      const here = findings.diagnostics.filter((d) => d.file.endsWith(`/${code}.plan`));
      expect(here.map((d) => d.code)).toContain(code);
    }
  });

  it("holds for files that cannot be read as text, and for none", async () => {
    const findings = await check({ "a.plan": Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "b.plan": "" });
    expect(findings.diagnostics.map((d) => d.code)).toEqual(["NG004", "CP021"]);
    expect(findings.examined.documents).toBe(0);
  });

  it("is no looser than what is printed", async () => {
    const findings = await check({ "a.plan": "kế hoạch:\n" });
    for (const broken of [
      { ...findings, extra: 1 },
      { ...findings, examined: {} },
      { ...findings, diagnostics: [{ ...findings.diagnostics[0], severity: "fatal" }] },
      { ...findings, diagnostics: [{ ...findings.diagnostics[0], code: "X1" }] },
      { ...findings, diagnostics: [{ ...findings.diagnostics[0], span: null }] },
    ]) {
      expect(validate(broken)).toBe(false);
    }
  });
});

it("spans count lines from 1, columns in characters, offsets in UTF-16 units", async () => {
  const text = "kế hoạch: 😀 A\ncơ quán: 😀 B\n";
  const { diagnostics } = await check({ "a.plan": text });
  const unknown = diagnostics.find((d) => d.code === "CP006")!;
  const offset = text.indexOf("cơ quán");
  expect(unknown.span).toEqual({
    start: { line: 2, column: 1, offset },
    end: { line: 2, column: 8, offset: offset + 7 },
  });
});

it("says the same as the findings themselves", async () => {
  const { code, bad } = plans.find((entry) => entry.code === "VB501")!;
  const { diagnostics } = await check({ "a.plan": bad });
  const [found] = analyzeText(bad).diagnostics;
  expect(diagnostics[0]).toMatchObject({
    code,
    message: found!.message,
    why: found!.why,
    hint: found!.hint,
    fix: { title: found!.fix!.title, safe: found!.fix!.safe },
  });
  expect(diagnostics[0]!.span.start.offset).toBe(found!.span.start);
  expect(sourceOf(bad).text.slice(found!.span.start, found!.span.end)).toBe("3.");
});
