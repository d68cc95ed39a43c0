import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import * as errors from "../../src/document/errors.ts";
import { chooseForm, type Form, formNamed, landscape, loadForm } from "../../src/document/form.ts";
import { points, wordKeys } from "../../src/document/form-values.ts";
import { mm, styleNames } from "../../src/document/style.ts";
import type { PlanDocument } from "../../src/plan/plan.ts";
import { parseYaml, plainValue } from "../../src/source/yaml.ts";
import { formSource, forms, nd30, templateText, textSource, tt01 } from "../support/forms.ts";

const near = (actual: number, expected: number): void => expect(Math.abs(actual - expected)).toBeLessThan(0.06);

describe("the shipped forms", () => {
  it("give the page of the decree", () => {
    for (const { page } of forms) {
      near(page.width, mm(210));
      near(page.height, mm(297));
      near(page.marginTop, mm(20));
      near(page.marginBottom, mm(20));
      near(page.marginLeft, mm(30));
      near(page.marginRight, mm(15));
      near(page.headerDistance, mm(10));
    }
    expect(landscape(nd30.page)).toMatchObject({
      orientation: "landscape",
      width: nd30.page.height,
      height: nd30.page.width,
      marginLeft: nd30.page.marginLeft,
    });
  });

  it("have every style, in the size of its rule", () => {
    const p = nd30.style.paragraph;
    expect(Object.keys(p).sort()).toEqual([...styleNames].sort());
    expect([p["national-name"].size, p.motto.size]).toEqual([13, 14]);
    expect([p["recipients-title"].size, p.recipient.size]).toEqual([12, 11]);
    expect(p["recipients-title"]).toMatchObject({ bold: true, italic: true, align: "left" });
    expect(p.body).toMatchObject({ size: 14, align: "justify", before: 6, after: 0, bold: false, italic: false });
    near(p.body.firstLine, mm(12.7));
    expect(p.body.line).toEqual({ rule: "multiple", value: 1 });
    expect(p["parent-agency"].bold).toBe(false);
    expect(p.issuer.bold).toBe(true);
    for (const name of ["heading-roman", "heading-arabic", "part-title", "annex-label", "document-type"] as const)
      expect(p[name].keepNext, name).toBe(true);
    for (const [name, style] of Object.entries(p))
      expect(style.color, name).toBe(name === "urgency" ? "#FF0000" : "#000000");
  });

  it("name each style once, in Vietnamese", () => {
    const titles = styleNames.map((name) => nd30.style.paragraph[name].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("cite an article and a rule for every value", () => {
    for (const form of forms)
      for (const [path, value] of form.values)
        if (!/^(id|extends|name|names|effective\..*|styles\.[a-z-]+\.(title|outlineLevel))$/.test(path)) {
          expect(value.citation?.source, `${form.id} ${path}`).toMatch(/\S/);
          expect(value.citation?.rule, `${form.id} ${path}`).toMatch(/^(TT|CU|DT)-/);
        }
  });

  it("differ where the older form differs", () => {
    expect([nd30.pageNumber.place, tt01.pageNumber.place]).toEqual(["top-center", "bottom-right"]);
    expect([nd30, tt01].map((form) => form.style.paragraph["legal-basis"].italic)).toEqual([true, false]);
    expect([nd30, tt01].map((form) => form.words.lastLegalBasisEnd)).toEqual([".", ","]);
    expect(tt01.words.attachedLine).toContain("Ban hành kèm theo");
    expect(nd30.words.attachedLine).not.toContain("Ban hành");
    expect(tt01.style.paragraph["page-number"].align).toBe("right");
    expect([tt01.style.paragraph["document-type"].size, tt01.style.paragraph["document-title"].size]).toEqual([14, 14]);
    expect(tt01.style.paragraph.body).toEqual(nd30.style.paragraph.body);
    expect(tt01.values.get("styles.legal-basis.italic")?.citation?.source).toContain("01/2011");
  });

  it("obey their JSON Schema, which knows the same keys as the reader", () => {
    const schema = JSON.parse(templateText("forms/form.schema.json"));
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
    for (const name of ["nd-30-2020", "tt-01-2011"]) {
      const file = plainValue(parseYaml(formSource(name)).value!);
      expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ ...(file as object), trang: 1 })).toBe(false);
    }
    // Every key of the complete form is known to the schema, so an editor completes what the reader takes.
    expect(Object.keys(schema.properties.styles.properties).sort()).toEqual([...styleNames, "rule", "source"].sort());
    expect(Object.keys(schema.properties.words.properties).sort()).toEqual([...wordKeys, "rule", "source"].sort());
  });

  it("convert units", () => {
    near(points("1.27 cm")!, 36);
    near(points("20 mm")!, 56.7);
    expect(points("14 pt")).toBe(14);
    for (const wrong of ["14", "14 px", "mm", "-1 mm", ""]) expect(points(wrong), wrong).toBeNull();
  });
});

describe("a form file with mistakes", () => {
  const own = (rest: string): string =>
    `id: rieng\nextends: nd-30-2020\nname: Riêng\nnames: [riêng]\neffective: { source: x, since: null, until: null }\n${rest}`;
  const load = (text: string): { codes: string[]; at: string[]; value: Form | null } => {
    const source = textSource("rieng.yaml", text);
    const loaded = loadForm(source, nd30);
    return {
      codes: loaded.diagnostics.map((d) => d.code),
      at: loaded.diagnostics.map((d) => source.text.slice(d.span.start, d.span.end)),
      value: loaded.value,
    };
  };

  it("takes a good one", () => {
    const { codes, value } = load(own("page: { source: s, rule: TT-LE-04, marginRight: 18 mm }\n"));
    expect(codes).toEqual([]);
    near(value!.page.marginRight, mm(18));
    expect(value!.style.paragraph).toEqual(nd30.style.paragraph);
  });

  it.each([
    ["an unknown key", "page: { source: s, rule: r, marginTopp: 20 mm }\n", "DM501", "marginTopp"],
    ["an unknown style", "styles: { bodi: { size: 14 pt } }\n", "DM501", "bodi"],
    ["an unknown group", "trang: 1\n", "DM501", "trang"],
    ["a number without unit", "page: { source: s, rule: r, marginTop: 20 }\n", "DM503", "20"],
    ["another unit", "styles: { body: { source: s, rule: r, size: 14 px } }\n", "DM503", "14 px"],
    ["a group that is a value", "page: 20 mm\n", "DM503", "20 mm"],
    [
      "a value outside its range",
      "page: { source: s, rule: r, marginTop: { value: 30 mm, allowed: [20 mm, 25 mm] } }\n",
      "DM504",
      "30 mm",
    ],
    [
      "a value not among the choices",
      "styles: { body: { source: s, rule: r, firstLine: { value: 1.1 cm, oneOf: [1 cm, 1.27 cm] } } }\n",
      "DM504",
      "1.1 cm",
    ],
    ["a value without an article", "page: { marginTop: 21 mm }\n", "DM505", "21 mm"],
    ["a boolean in words", "styles: { body: { source: s, rule: r, bold: đậm } }\n", "DM503", "đậm"],
  ])("reports %s at its place", (_name, rest, code, at) => {
    const found = load(own(rest));
    expect(found.codes).toEqual([code]);
    expect(found.at).toEqual([at]);
    expect(found.value).toBeNull();
  });

  it("asks for its base and for what is missing", () => {
    expect(load("id: x\nextends: khac\nname: x\nnames: [x]\n").codes).toEqual(["DM506"]);
    expect(
      load("id: x\nextends: nd-30-2020\nnames: [x]\neffective: { source: s, since: null, until: null }\n").codes,
    ).toEqual(["DM502"]);
    const withoutBase = loadForm(formSource("tt-01-2011"));
    expect(withoutBase.diagnostics.map((d) => d.code)).toEqual(["DM506"]);
  });

  it("yields, from the example of each error, exactly that error", () => {
    const definitions = Object.values(errors).filter(({ declaration }) => declaration.code.startsWith("DM"));
    expect(definitions.length).toBe(6);
    for (const { declaration } of definitions) expect(load(declaration.example!).codes).toEqual([declaration.code]);
  });

  it("never throws on a damaged file", () => {
    const text = templateText("forms/nd-30-2020.yaml");
    for (let at = 0; at < text.length; at += 997) {
      const loaded = loadForm(textSource("x.yaml", text.slice(0, at)));
      if (loaded.value === null) expect(loaded.diagnostics.length).toBeGreaterThan(0);
    }
  });
});

describe("choosing a form", () => {
  const span = { start: 0, end: 0 };
  const chosen = (
    date: [number | null, number | null, number | null] | null,
    period: number | null = null,
    form: string | null = null,
  ): string =>
    chooseForm(forms, {
      form,
      date: date && { year: date[0], month: date[1], day: date[2], span },
      period: period === null ? null : { from: period, to: period, span },
    } as unknown as PlanDocument).id;

  it.each([
    [[2020, 3, 5], "nd-30-2020"],
    [[2020, 3, 4], "tt-01-2011"],
    [[2020, 3, null], "nd-30-2020"],
    [[2020, 2, null], "tt-01-2011"],
    [[2018, 12, 28], "tt-01-2011"],
    [[2026, 1, null], "nd-30-2020"],
    [[2010, 1, 1], "tt-01-2011"],
    [[null, 2, null], "nd-30-2020"],
  ] as const)("by date %j", (date, id) => {
    expect(chosen([...date])).toBe(id);
  });

  it("by year without a date, and the newer one without either", () => {
    expect(chosen(null, 2019)).toBe("tt-01-2011");
    expect(chosen(null, 2021)).toBe("nd-30-2020");
    expect(chosen(null)).toBe("nd-30-2020");
  });

  it("by name, whatever the date", () => {
    expect(chosen([2018, 1, 1], null, "Nghị định 30/2020")).toBe("nd-30-2020");
    expect(chosen([2024, 1, 1], null, "thông tư số 01/2011")).toBe("tt-01-2011");
    expect(chosen([2024, 1, 1], null, "tt-01-2011")).toBe("tt-01-2011");
    expect(formNamed(forms, "nghị định 31")).toBeUndefined();
  });
});
