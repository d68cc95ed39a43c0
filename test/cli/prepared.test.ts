/** What the bundler reads ahead of time is what would be read, and is used only while it is. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Host, nodeHost } from "../../src/cli/host.ts";
import { formsData, prepare, prepared, registriesData } from "../../src/cli/prepared.ts";
import { loadShippedForms, loadShippedRegistries, readForms, readRegistries } from "../../src/cli/session.ts";
import { root } from "../support/pipeline.ts";
import { inTemporaryFolder } from "../support/tools.ts";
import { goodPlan } from "./support.ts";

const host = nodeHost(join(root, "templates"));
const registries = loadShippedRegistries(host);
const forms = loadShippedForms(host);
const withPrepared = (content: string | null, more: Partial<Host> = {}): Host => ({
  ...host,
  prepared: () => content,
  ...more,
});

describe("prepared data", () => {
  it("are those that the readers make of the files", () => {
    expect(prepared(withPrepared(prepare(host, registriesData, registries)), registriesData)).toEqual(registries);
    expect(prepared(withPrepared(prepare(host, formsData, forms)), formsData)).toEqual(forms);
  });

  it("are taken without reading the files", () => {
    const marked = { ...registries, agencies: registries.agencies.slice(0, 1) };
    expect(readRegistries(withPrepared(prepare(host, registriesData, marked))).agencies.length).toBe(1);
  });

  it("are left when a file has changed since", () => {
    const marked = { ...registries, agencies: registries.agencies.slice(0, 1) };
    const edited = withPrepared(prepare(host, registriesData, marked), {
      template: (name) => Buffer.concat([host.template(name), Buffer.from("# thêm\n")]),
    });
    expect(readRegistries(edited)).toEqual(registries);
    expect(prepared(withPrepared(prepare(edited, formsData, forms)), formsData)).toBeNull();
  });

  it.each(["", "{", "null", '{"digest":"x"}'].map((content) => [content]))("are left when broken: %j", (content) => {
    expect(readForms(withPrepared(content))).toEqual(forms);
  });

  it("are left when there are none", () => {
    expect(readForms(withPrepared(null))).toEqual(forms);
  });
});

describe("the bundle", () => {
  /** Names of the files of dist/ that a run loads, and of the prepared ones that it reads. */
  const loaded = (...args: string[]): string[] =>
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, "a.plan"), goodPlan);
      const list = join(folder, "loaded.json");
      writeFileSync(
        join(folder, "watch.cjs"),
        `const fs = require("node:fs"); const read = fs.readFileSync; const seen = [];
         fs.readFileSync = (file, ...rest) => { seen.push(String(file)); return read(file, ...rest); };
         process.on("exit", () => fs.writeFileSync(${JSON.stringify(list)}, JSON.stringify([...Object.keys(require.cache), ...seen])));`,
      );
      const bin = join(root, "bin/plan.js");
      const result = spawnSync(process.execPath, ["--require", join(folder, "watch.cjs"), bin, ...args], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(result.status, result.stderr).toBe(0);
      const files = JSON.parse(readFileSync(list, "utf8")) as string[];
      return [...new Set(files.map((file) => basename(file)))].filter((name) => /\.(?:cjs|json)$/.test(name)).sort();
    }).filter((name) => name !== "watch.cjs");

  it("loads no more than a command needs", () => {
    expect(loaded("--version")).toEqual(["plan.cjs"]);
    expect(loaded("check", "a.plan")).toEqual(["plan.cjs", "registries.json"]);
    expect(loaded("build", "a.plan", "--to", "txt")).toEqual(["forms.json", "plan.cjs", "registries.json"]);
    expect(loaded("build", "a.plan", "--to", "docx")).toEqual([
      "docx.cjs",
      "forms.json",
      "plan.cjs",
      "registries.json",
    ]);
    expect(loaded("build", "a.plan", "--to", "pdf")).toEqual(["forms.json", "pdf.cjs", "plan.cjs", "registries.json"]);
  });
});
