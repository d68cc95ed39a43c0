/** Findings in the forms that other programs read: SARIF, GitHub commands, JUnit. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog.ts";
import { type Diagnostic, defineDiagnostic, text } from "../../src/diagnostics/diagnostic.ts";
import { type FileFindings, nothingExamined } from "../../src/diagnostics/findings.ts";
import { findingsGithub } from "../../src/diagnostics/github.ts";
import { findingsJunit } from "../../src/diagnostics/junit.ts";
import { findingsSarif } from "../../src/diagnostics/sarif.ts";
import { goodPlan, plan } from "../cli/support.ts";
import { root, sourceOf } from "../support/pipeline.ts";
import { inTemporaryFolder } from "../support/tools.ts";

const schema = JSON.parse(readFileSync(join(root, "test/diagnostics/sarif-schema-2.1.0.json"), "utf8"));
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  // Its patterns are those of older engines.
  unicodeRegExp: false,
  formats: {
    uri: /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i,
    "uri-reference": /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/,
    "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  },
});
const validate = ajv.compile(schema);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly [
    { physicalLocation: { artifactLocation: { uri: string; index: number }; region: Record<string, number> } },
  ];
  readonly relatedLocations?: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly { artifactChanges: readonly { replacements: readonly object[] }[] }[];
  readonly suppressions: readonly { kind: string; justification?: string }[];
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { id: string; help: { text: string } }[] } };
  readonly artifacts: readonly { location: { uri: string } }[];
  readonly invocations: readonly [{ executionSuccessful: boolean }];
  readonly columnKind: string;
  readonly results: readonly Result[];
}

function readSarif(out: string): Run {
  const log = JSON.parse(out) as { readonly runs: readonly [Run] };
  validate(log);
  expect(validate.errors).toBeNull();
  return log.runs[0];
}

/** Runs `check` on files of a temporary folder; names in the findings are relative to where the test runs. */
const check = (files: Readonly<Record<string, string | Uint8Array>>, ...options: string[]) =>
  inTemporaryFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return plan(["check", folder, ...options]);
  });
const sarifOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<Run> =>
  readSarif((await check(files, "--format", "sarif")).out);

const gap = goodPlan.replace("1. Phát thanh", "1. Phát thanh mỗi ngày.\n3. Phát thanh");

describe("SARIF", () => {
  it("obeys the schema for the examples of every code", async () => {
    const plans = catalog.filter((entry) => entry.bad !== "" && /^(NG0|CP|TG|KH|VB)/.test(entry.code));
    const run = await sarifOf(Object.fromEntries(plans.map((entry) => [`${entry.code}.plan`, entry.bad])));
    expect(run.artifacts).toHaveLength(plans.length);
    for (const { code, bad } of plans) {
      const own = run.results.filter((r) =>
        r.locations[0].physicalLocation.artifactLocation.uri.endsWith(`/${code}.plan`),
      );
      expect(own.map((r) => r.ruleId)).toContain(code);
      expect(run.tool.driver.rules.find((rule) => rule.id === code)!.help.text).toContain(bad);
    }
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  });

  it("gives the place in characters, the level and the fix", async () => {
    const run = await sarifOf({ "a.plan": gap });
    expect(run.columnKind).toBe("unicodeCodePoints");
    expect(run.results).toHaveLength(1);
    const region = { startLine: 11, startColumn: 1, endLine: 11, endColumn: 3 };
    expect(run.results[0]).toMatchObject({ ruleId: "VB501", level: "warning", suppressions: [] });
    expect(run.results[0]!.locations[0].physicalLocation.region).toEqual(region);
    expect(run.results[0]!.fixes![0]!.artifactChanges[0]!.replacements).toEqual([
      { deletedRegion: region, insertedContent: { text: "2." } },
    ]);
  });

  it("counts a character outside the basic plane once", async () => {
    const run = await sarifOf({
      "a.plan": "kế hoạch: 😀😀 {không có} A\ncơ quan: UBND xã An Bình\nngày: …/3/2026\n\nA./.\n",
    });
    const [found] = run.results.filter((r) => r.ruleId === "KH030");
    expect(found!.locations[0].physicalLocation.region).toMatchObject({ startLine: 1, startColumn: 14, endColumn: 24 });
  });

  it("names files by relative URIs, whatever letters they have", async () => {
    const run = await sarifOf({ "Kế hoạch/năm 2026 #1 100%.plan": gap });
    const encoded = "K%E1%BA%BF%20ho%E1%BA%A1ch/n%C4%83m%202026%20%231%20100%25.plan";
    expect(run.artifacts[0]!.location.uri.endsWith(`/${encoded}`)).toBe(true);
    expect(run.artifacts[0]!.location.uri).not.toMatch(/^\/|^[a-z]+:/);
    expect(run.results[0]!.locations[0].physicalLocation.artifactLocation.uri).toBe(run.artifacts[0]!.location.uri);
  });

  it("keeps the fingerprint of a finding whose line moves, and tells equal ones apart", async () => {
    const prints = async (content: string): Promise<readonly string[]> =>
      (await sarifOf({ "a.plan": content })).results.map((r) => r.partialFingerprints.primaryLocationLineHash!);
    const [own] = await prints(gap);
    expect(await prints(gap.replace("I. NỘI DUNG", "# ghi chú\n\nI. NỘI DUNG"))).toEqual([own]);
    const twice = gap.replace(
      "\nTrên đây",
      "\nII. KINH PHÍ\n\n1. Từ ngân sách.\n3. Phát thanh mỗi tuần một lần.\n\nTrên đây",
    );
    const both = await prints(twice);
    expect(both[0]).toBe(own);
    expect(new Set(both).size).toBe(2);
  });

  it("lists what a comment silences, with its reason", async () => {
    const silenced = gap.replace("3. Phát", "# bỏ qua VB501: theo bản của tỉnh\n3. Phát");
    const run = await sarifOf({ "a.plan": silenced });
    expect(run.results.map((r) => [r.ruleId, r.suppressions])).toEqual([
      ["VB501", [{ kind: "inSource", justification: "theo bản của tỉnh" }]],
    ]);
  });

  it("says that a file could not be read", async () => {
    const { out, status } = await plan(["check", "khong-co.plan", "--format", "sarif"]);
    expect(status).toBe(2);
    expect(readSarif(out).invocations[0].executionSuccessful).toBe(false);
  });
});

const fault = defineDiagnostic({
  code: "VB999",
  severity: "warning",
  message: text`Xem “${"found"}”.`,
  why: "Để thử.",
});

function findings(content: string, name: string, found: (at: (words: string) => Diagnostic["span"]) => Diagnostic[]) {
  const source = sourceOf(content, name);
  const at = (words: string): Diagnostic["span"] => {
    const start = source.text.indexOf(words);
    return { start, end: start + words.length };
  };
  const file: FileFindings = {
    source,
    name,
    diagnostics: found(at),
    silenced: [],
    examined: nothingExamined,
    readable: true,
  };
  return file;
}

describe("GitHub commands", () => {
  it("escape what would end a value or a line", () => {
    const file = findings("một hai\nba bốn\n", "xã A, B: 100%.plan", (at) => [
      fault(at("hai"), { found: "a,b:c%\r\n::error::x" }),
      fault({ start: 4, end: 10 }, { found: "x" }),
    ]);
    expect(findingsGithub([file]).split("\n").slice(0, 2)).toEqual([
      "::warning file=xã A%2C B%3A 100%25.plan,line=1,endLine=1,col=5,endColumn=8,title=VB999 (cảnh báo)" +
        "::Xem “a,b:c%25%0D%0A::error::x”.%0AVì sao: Để thử.",
      "::warning file=xã A%2C B%3A 100%25.plan,line=1,endLine=2,col=5,title=VB999 (cảnh báo)::Xem “x”.%0AVì sao: Để thử.",
    ]);
  });

  it("come one a finding, with a last line that counts", async () => {
    const { out, status } = await check({ "a.plan": gap, "b.plan": goodPlan }, "--format", "github");
    expect(status).toBe(1);
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::warning file=.*a\.plan,line=11,endLine=11,col=1,endColumn=3,title=VB501/);
    expect(lines[1]).toMatch(/^2 tệp: 1 cảnh báo\. Đã soát: /);
  });
});

/** Names and attributes of all elements; throws when the XML is not well-formed. */
function elements(xml: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) =>
    found.push({ name, attributes: attributes as Record<string, string> }),
  );
  parser.write(xml).close();
  return found;
}

describe("JUnit", () => {
  it("is well-formed XML whatever a file holds", () => {
    const nasty = "<b a=\"1\">&amp; ]]> \u0007\u001b\ud800 \ufffe 😀 'x' \t";
    const file = findings("một hai\n", `a&b<"c">\n.plan`, (at) => [fault(at("hai"), { found: nasty })]);
    const all = elements(findingsJunit([file], [{ name: "x", message: nasty }], () => true));
    expect(all.map((one) => one.name)).toEqual([
      "testsuites",
      "testsuite",
      "testcase",
      "failure",
      "testsuite",
      "testcase",
      "error",
    ]);
    expect(all[3]!.attributes.message).toBe(
      "cảnh báo VB999: Xem “<b a=\"1\">&amp; ]]>   😀 'x' \t”.".replace(">   ", ">   "),
    );
    expect(all[1]!.attributes.name).toBe('a&b<"c">\n.plan');
  });

  it("has a suite for each file, a case for each finding or one that passes; what does not fail is skipped", async () => {
    const mixed = gap.replace("số: …/KH-UBND\n", "");
    const { out } = await check({ "a.plan": mixed, "b.plan": goodPlan }, "--format", "junit");
    const all = elements(out);
    expect(all[0]!.attributes).toMatchObject({ tests: "3", failures: "1", errors: "0", skipped: "1" });
    expect(all.map((one) => one.name).slice(1)).toEqual([
      "testsuite",
      "testcase",
      "skipped",
      "testcase",
      "failure",
      "testsuite",
      "testcase",
    ]);
    expect(all.at(-1)!.attributes.name).toBe("không phát hiện lỗi");
  });

  it("counts a file that could not be read as an error", async () => {
    const { out } = await plan(["check", "khong-co.plan", "--format", "junit"]);
    expect(elements(out)[0]!.attributes).toMatchObject({ tests: "1", errors: "1" });
  });
});

it("every form gives the same bytes for the same files", async () => {
  for (const format of ["json", "sarif", "github", "junit"]) {
    const twice = await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, "a.plan"), gap);
      const run = () => plan(["check", folder, "--format", format]);
      return [(await run()).out, (await run()).out];
    });
    expect(twice[0], format).toBe(twice[1]);
  }
});

it("SARIF lists the codes of plans, not those of imports", () => {
  const run = readSarif(
    findingsSarif(
      [],
      [],
      catalog.filter(({ code }) => code.startsWith("VB")),
      "1",
    ),
  );
  expect(run.results).toEqual([]);
});
