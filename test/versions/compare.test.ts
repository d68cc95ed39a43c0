/** Scripted edits of real plans: each change is told once, in its class; what is no change is not told. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { plain } from "../../src/diagnostics/pretty.ts";
import { tidied } from "../../src/format/tidied.ts";
import { toPlan } from "../../src/plan/from-syntax.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { parse } from "../../src/syntax/parse.ts";
import { comparePlans } from "../../src/versions/compare.ts";
import {
  changesHtml,
  changesJson,
  changesMarkdown,
  changesText,
  comparisonsHtml,
  comparisonsJson,
} from "../../src/versions/render.ts";
import { fileOf, registries } from "../registry/support.ts";
import { root } from "../support/pipeline.ts";
import { commune, district, edits, read, swap, third } from "./edits.ts";

const planOf = (text: string): Plan => toPlan(parse(fileOf(text, "ke-hoach.plan")).value, registries).value;

const brief = (before: string, after: string): string[] =>
  comparePlans(planOf(before), planOf(after)).map(({ subject, kind }) => `${subject} ${kind}`);

describe("each change is told once, in its class", () => {
  it.each(edits)("%s", (_name, before, edit, expected) => {
    const after = edit(before);
    expect(after).not.toBe(before);
    expect(brief(before, after)).toEqual(expected);
    // The way back is told as well.
    expect(brief(after, before)).toHaveLength(expected.length);
  });
});

describe("no change", () => {
  const wrapped = (text: string): string =>
    text.replace(/^(?=[\p{L}-])(?!kế hoạch|nơi nhận|ký)([^\n|]{90,120}?) (?=[a-zà-ỹđ]{3,}[^\n]{20})/gmu, "$1\n");

  it.each(["xa-2026", "loc-ha-2024", "ninh-thuan-2024", "thua-thien-hue-2019"])(
    "in %s broken into other lines",
    (name) => {
      const text = read(name);
      const other = wrapped(text);
      expect(other).not.toBe(text);
      expect(brief(text, other)).toEqual([]);
    },
  );

  it.each(["yen-chau-2021", "loc-ha-2024", "ninh-thuan-2024", "thua-thien-hue-2019"])("in %s counted anew", (name) => {
    // Marks typed otherwise: what is 1. becomes 4., II. becomes V., and so on; then counted as they should be.
    const text = read(name);
    const shifted = text.replace(/^(\d+)\. (?=\p{Lu})/gmu, (_all, number: string) => `${Number(number) + 3}. `);
    expect(shifted).not.toBe(text);
    expect(brief(text, shifted)).toEqual([]);
    expect(brief(shifted, tidied(fileOf(shifted, "a.plan"), registries, true).value.text)).toEqual([]);
  });

  it("when references follow what they point at", () => {
    const text = `kế hoạch: A\ncơ quan: UBND xã An Bình\nsố: …/KH-UBND\nngày: …/01/2026\n\nI. NỘI DUNG\n\n1. Phát thanh hằng tuần tại các thôn.\n2. Niêm yết tại trụ sở theo khoản 1 Mục I Kế hoạch này.\n`;
    const more = text
      .replace("2. Niêm yết", "3. Niêm yết")
      .replace("khoản 1 Mục", "khoản 2 Mục")
      .replace("1. Phát thanh", "1. Tập huấn cho cán bộ thôn về chuyển đổi số.\n2. Phát thanh");
    expect(brief(text, more)).toEqual(["text added"]);
    // Pointing elsewhere is a change.
    expect(brief(text, text.replace("khoản 1 Mục I", "khoản 2 Mục I"))).toEqual(["text changed"]);
  });

  it("between bodies and times that mean the same", () => {
    expect(
      brief(commune, swap(commune, "- Cơ quan chủ trì: UBND xã.", "- Cơ quan chủ trì: Ủy ban nhân dân xã.")),
    ).toEqual([]);
    expect(brief(district, district.replace(third, swap(third, "Quý III/2024", "Quý 3 năm 2024")))).toEqual([]);
  });
});

describe("what is written of changes", () => {
  const before = planOf(commune);
  const after = planOf(
    swap(
      swap(commune, "6 tháng/lần", "03 tháng/lần"),
      "lấy mức độ hài lòng của người dân[1]",
      "lấy <sự> hài lòng của người dân[1]",
    ),
  );
  const compared = { before, after, names: ["cũ.plan", "mới.plan"] as const, changes: comparePlans(before, after) };

  it("is the same sentence everywhere", () => {
    const text = changesText(compared, plain, false);
    expect(text).toContain(
      "Nhiệm vụ “Đối thoại giữa Chủ tịch UBND xã và Nhân dân”: thời gian, tần suất đổi từ “6 tháng/lần” thành “03 tháng/lần”. (Mục III, khoản 3)",
    );
    expect(text).toContain("lấy [-mức độ-] {+<sự>+} hài lòng");
    expect(text).toContain("2 thay đổi.");
    const markdown = changesMarkdown(compared);
    expect(markdown).toContain("~~mức độ~~ **\\<sự\\>**");
    const page = changesHtml(compared);
    expect(page).toContain("<del>mức độ</del> <ins>&lt;sự&gt;</ins>");
    expect(page).not.toMatch(/<script|https?:/);
    const json = JSON.parse(changesJson(compared)) as {
      changes: { subject: string; to: { start: { line: number } } }[];
    };
    expect(json.changes.map((change) => change.subject)).toEqual(["text", "cadence"]);
  });

  it("says that nothing changed", () => {
    const nothing = { ...compared, after: before, changes: [] };
    expect(changesText(nothing, plain, false)).toContain("Không có thay đổi");
    expect(changesHtml(nothing)).toContain("Không có thay đổi");
  });

  const schema = JSON.parse(readFileSync(join(root, "docs/schema/changes.json"), "utf8"));
  const validate = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(schema);
  const valid = (json: string): void => {
    validate(JSON.parse(json));
    expect(validate.errors).toBeNull();
  };

  it("holds the schema, for every class of change", () => {
    for (const [, from, edit] of edits) {
      const [one, two] = [planOf(from), planOf(edit(from))];
      valid(changesJson({ before: one, after: two, names: ["a", "b"], changes: comparePlans(one, two) }));
    }
    valid(comparisonsJson([compared, compared]));
    valid(comparisonsJson([]));
    validate({ ...JSON.parse(changesJson(compared)), more: 1 });
    expect(validate.errors).not.toBeNull();
  });

  it("is one page for several files", () => {
    const page = comparisonsHtml([compared, { ...compared, names: ["x", "y"] }]);
    expect(page.match(/<html/g)).toHaveLength(1);
    expect(page).toContain("x → y");
    expect(comparisonsHtml([])).toContain("Không có thay đổi");
  });

  it("marks words without the blanks beside them, as Markdown needs it", () => {
    expect(changesMarkdown(compared)).not.toMatch(/\*\* \p{L}[^*\n]*\*\*(?=[.;])|~~ \p{L}/u);
  });
});

it("compares a plan of 5,000 words within a second", () => {
  const long = read("ninh-thuan-2024");
  const body = long.slice(long.indexOf("\nI. "), long.indexOf("\nnơi nhận:"));
  const text = long.replace(
    body,
    `${body}\n${body.replace(/^([IVX]+)\./gm, "X$1.").replaceAll("tuyên truyền", "phổ biến")}`,
  );
  expect(text.split(/\s+/).length).toBeGreaterThan(5000);
  const [a, b] = [planOf(text), planOf(text.replaceAll("cơ quan", "đơn vị"))];
  const start = performance.now();
  comparePlans(a, b);
  expect(performance.now() - start).toBeLessThan(1000);
});
