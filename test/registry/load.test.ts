/** Registry files: what ships is right by its schema and by the loader; broken files are reported, never thrown. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import type { DiagnosticDeclaration } from "../../src/diagnostics/diagnostic.ts";
import * as errors from "../../src/registry/errors.ts";
import {
  abbreviationKeys,
  agencyKeys,
  documentKeys,
  loadRegistries,
  provinceKeys,
  type RegistryFiles,
} from "../../src/registry/load.ts";
import { parseYaml, plainValue } from "../../src/source/yaml.ts";
import { fileOf, folder, loaded, registries } from "./support.ts";

const names = ["agencies", "documents", "abbreviations", "provinces"] as const;
const keys = {
  agencies: agencyKeys,
  documents: documentKeys,
  abbreviations: abbreviationKeys,
  provinces: provinceKeys,
};
const schemaOf = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.schema.json`), "utf8"));
const empty: RegistryFiles = {
  agencies: fileOf("agencies: []\n"),
  documents: fileOf("documents: []\n"),
  abbreviations: fileOf("abbreviations: []\n"),
  provinces: fileOf("provinces: []\n"),
};

describe("the shipped registries", () => {
  it("load without a finding", () => {
    expect(loaded.diagnostics).toEqual([]);
  });

  it.each(names)("%s is valid by its schema", (name) => {
    const parsed = parseYaml(fileOf(readFileSync(join(folder, `${name}.yaml`), "utf8")));
    const validate = new Ajv({ allErrors: true }).compile(schemaOf(name));
    expect(validate(plainValue(parsed.value!)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  it.each(names)("the schema of %s knows the fields the loader knows", (name) => {
    const properties = schemaOf(name).properties[name].items.properties;
    expect(Object.keys(properties).sort()).toEqual([...keys[name]].sort());
  });

  it("hold 63 provinces until 30/6/2025 and 34 after it", () => {
    const on = (day: string): number =>
      registries.provinces.filter((p) => (p.validFrom ?? "") <= day && day <= (p.validTo ?? "9999")).length;
    expect(on("2024-12-31")).toBe(63);
    expect(on("2025-06-30")).toBe(63);
    expect(on("2025-07-01")).toBe(34);
    expect(on("2026-11-01")).toBe(34);
  });

  it("rest on kinds of public sources, and say of every ended body who took over or by which act", () => {
    for (const agency of registries.agencies) {
      if (agency.confidence === "A" && agency.level !== "set" && agency.validTo !== null && agency.act === null) {
        expect(agency.level, agency.id).not.toBe("central");
      }
    }
    const sources = new Set([...registries.agencies, ...registries.documents].map((entry) => entry.source));
    expect([...sources].sort()).toEqual(
      ["cổng thông tin điện tử", "hiểu biết chung", "pháp điển", "tra cứu công khai"].sort(),
    );
  });

  it("bear numbers that their ids begin with, of the year they were issued in", () => {
    for (const document of registries.documents) {
      expect(document.id.split("@")[0]).toBe(document.number);
      if (document.issued && /\/(?:19|20)\d\d\//.test(document.number)) {
        expect(document.number.split("/")[1], document.id).toBe(document.issued.slice(0, 4));
      }
    }
  });
});

describe("broken registries", () => {
  const declarations = Object.values(errors).map(
    (definition) => (definition as unknown as { declaration: DiagnosticDeclaration<string> }).declaration,
  );
  it.each(declarations.map((d) => [d.code, d] as const))("%s is what its example gives", (code, declaration) => {
    const { diagnostics } = loadRegistries({ ...empty, agencies: fileOf(declaration.example!) });
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
  });

  it("lose only the broken entry, and mark the value", () => {
    const text = `documents:
  - {type: Luật, number: 1/2020/QH14, issuer: Quốc hội, title: Luật A, issued: 2020-02-30, confidence: A, source: văn bản gốc}
  - {type: Luật, number: 2/2020/QH14, issuer: Quốc hội, title: Luật B, issued: 2020-02-29, confidence: A, source: văn bản gốc}
`;
    const { value, diagnostics } = loadRegistries({ ...empty, documents: fileOf(text) });
    expect(value.documents.map((document) => document.title)).toEqual(["Luật B"]);
    expect(diagnostics.map((d) => text.slice(d.span.start, d.span.end))).toEqual(["2020-02-30"]);
  });

  it("do not throw for anything that is YAML or not", () => {
    for (const text of [
      "",
      "agencies",
      "agencies: 3",
      "agencies:\n  - 3\n",
      "- [",
      "agencies:\n  - {id: {a: 1}, short: x}\n",
    ]) {
      expect(() => loadRegistries({ ...empty, agencies: fileOf(text) })).not.toThrow();
    }
  });
});
