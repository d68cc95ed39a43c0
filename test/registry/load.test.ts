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
import { agenciesNamed, provinceOn, successorsOf } from "../../src/registry/search.ts";
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

  it("are as many as their sources give", () => {
    expect(registries.documents.filter(({ confidence }) => confidence !== "C").length).toBeGreaterThanOrEqual(990);
    expect(registries.agencies.length).toBeGreaterThanOrEqual(260);
    expect(registries.abbreviations.length).toBeGreaterThanOrEqual(210);
  });

  it("are in the one form of Vietnamese, with the tone mark on the agreed letter", () => {
    for (const name of names) {
      const text = readFileSync(join(folder, `${name}.yaml`), "utf8");
      expect(text === text.normalize("NFC"), name).toBe(true);
    }
    for (const { id, title, issuer } of registries.documents) {
      expect(`${title} ${issuer}`, id).not.toMatch(/[Uu]ỷ(?!\p{L})|(?<!\p{L})[Hh]oà(?!\p{L})|[Tt]oà án|\s{2}|\.$/u);
    }
  });

  it("give numbers, symbols, types and issuers that agree", () => {
    const kinds: readonly (readonly [symbol: RegExp, types: RegExp, issuer: RegExp])[] = [
      [/^NĐ-CP$/u, /^Nghị định$/u, /^Chính phủ$/u],
      [/^NQ-CP$/u, /^Nghị quyết$/u, /^Chính phủ$/u],
      [/^QĐ-TTg$/u, /^Quyết định$/u, /^Thủ tướng Chính phủ$/u],
      [/^CT-TTg$/u, /^Chỉ thị$/u, /^Thủ tướng Chính phủ$/u],
      [/^QH\d+$/u, /^(?:Luật|Bộ luật|Nghị quyết)$/u, /^Quốc hội$/u],
      [/UBTVQH\d+$/u, /^(?:Nghị quyết|Pháp lệnh)$/u, /^Ủy ban Thường vụ Quốc hội$/u],
      [/^TT-/u, /^Thông tư$/u, /^(?:Bộ|Văn phòng Chính phủ|Thanh tra Chính phủ)/u],
      [/^TTLT-/u, /^Thông tư liên tịch$/u, / và /u],
      [/^NQLT-/u, /^Nghị quyết liên tịch$/u, / và /u],
      [/^QĐ-BNV$/u, /^Quyết định$/u, /^Bộ Nội vụ$/u],
      [/^NQ\/TW$/u, /^Nghị quyết$/u, /^(?:Bộ Chính trị|Ban Chấp hành Trung ương Đảng)$/u],
      [
        /^(?:KL|CT|HD|QĐ)\/TW$/u,
        /^(?:Kết luận|Chỉ thị|Hướng dẫn|Quy định|Quyết định)$/u,
        /Bộ Chính trị|Trung ương Đảng/u,
      ],
      [/^HD\/VPTW$/u, /^Hướng dẫn$/u, /^Văn phòng Trung ương Đảng$/u],
    ];
    for (const { id, number, symbol, type, issuer } of registries.documents) {
      if (symbol === null) continue;
      expect(number.endsWith(symbol), id).toBe(true);
      const kind = kinds.find(([known]) => known.test(symbol));
      expect(kind, `${id}: ${symbol}`).toBeDefined();
      expect(type, id).toMatch(kind![1]);
      expect(issuer, id).toMatch(kind![2]);
    }
  });

  it("mark what is not verified, field by field", () => {
    for (const one of registries.documents) {
      const fields = [one.issuedConfidence, one.inForceConfidence, one.relationsConfidence];
      if (one.confidence === "C") expect(fields, one.id).toEqual(["C", "C", "C"]);
      expect(one.replacedBy, one.id).not.toContain(one.id);
    }
  });

  it("come into force on the day of signature or later", () => {
    const before = registries.documents.filter(
      ({ issued, inForceFrom }) => issued !== null && inForceFrom !== null && inForceFrom < issued,
    );
    // Signed on a Sunday for the Saturday on which the new ministries began.
    expect(before.map(({ id }) => id)).toEqual(["55/2025/NĐ-CP"]);
  });

  it("repeat an id's number only with its date", () => {
    const ids = new Map<string, string[]>();
    for (const { id, number } of registries.documents) ids.set(number, [...(ids.get(number) ?? []), id]);
    for (const [number, same] of ids) {
      if (same.length > 1)
        expect(
          same.every((id) => /@\d{4}-\d\d-\d\d$/.test(id)),
          number,
        ).toBe(true);
    }
  });

  it("link agencies both ways, and those that ended with their district to a body of today", () => {
    const byId = new Map(registries.agencies.map((agency) => [agency.id, agency]));
    for (const agency of registries.agencies) {
      for (const id of agency.successors)
        expect(byId.get(id)!.predecessors, `${agency.id} > ${id}`).toContain(agency.id);
      for (const id of agency.predecessors)
        expect(byId.get(id)!.successors, `${agency.id} < ${id}`).toContain(agency.id);
      for (const wrong of agency.misspellings) expect(agency.variants, agency.id).toContain(wrong);
      expect(agency.misspellings, agency.id).not.toContain(agency.name);
    }
    const division = byId.get("phong-lao-dong-thuong-binh-va-xa-hoi")!;
    expect(successorsOf(registries, division, "2026-01-05").map(({ name }) => name)).toEqual([
      "Phòng Văn hóa - Xã hội",
    ]);
  });

  it("know of a name used twice which body it was on the day", () => {
    const on = (name: string, day: string): string | undefined => agenciesNamed(registries, name, day)[0]?.id;
    expect(on("Phòng Kinh tế, Hạ tầng và Đô thị", "2025-04-01")).toBe("phong-kinh-te-ha-tang-va-do-thi");
    expect(on("Phòng Kinh tế, Hạ tầng và Đô thị", "2025-08-01")).toBe("phong-kinh-te-ha-tang-va-do-thi-xa");
    expect(on("Cục Thuế", "2024-05-01")).toBe("cuc-thue-tinh");
    expect(on("Cục Thuế", "2026-01-05")).toBe("cuc-thue");
  });

  it("give every province its code, and its centre", () => {
    for (const province of registries.provinces) {
      expect(province.code, province.name).toMatch(/^\d\d$/);
      expect(province.centre, province.name).not.toBeNull();
    }
    expect(provinceOn(registries, "Lào Cai", "2026-01-05")?.code).toBe("15");
    expect(provinceOn(registries, "Lào Cai", "2026-01-05")?.centre).toBe("Yên Bái");
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
