/** plan.yaml: read with every mistake at its place, bound among the rows of the program, valid by the schema for editors. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog.ts";
import { analyze } from "../../src/compile.ts";
import { withLevels } from "../../src/diagnostics/levels.ts";
import {
  confirmedWords,
  documentRowKeys,
  leaves,
  levelWords,
  overlayKeys,
  readOverlay,
  severityWords,
  unitKeys,
} from "../../src/registry/overlay.ts";
import { bindOverlay } from "../../src/registry/overlay-bind.ts";
import { verifyOverlay } from "../../src/registry/overlay-verify.ts";
import { isStoodFor } from "../../src/registry/own.ts";
import {
  agenciesNamed,
  documentById,
  documentsByNumber,
  expansionOf,
  successorsOf,
} from "../../src/registry/search.ts";
import { parseYaml, plainValue } from "../../src/source/yaml.ts";
import { root } from "../support/pipeline.ts";
import { fileOf, registries } from "./support.ts";

const codes = new Map(catalog.map(({ code, severity }) => [code, severity]));
const read = (text: string, isPart = false) => readOverlay(fileOf(text, "plan.yaml"), codes, isPart);
const bind = (...texts: readonly string[]) =>
  bindOverlay(
    registries,
    texts.map((text) => read(text).value),
  );

/** Codes with the text they mark, of reading and binding. */
function marked(text: string): string[] {
  const { value, diagnostics } = read(text);
  const bound = bindOverlay(registries, [value]);
  return [...diagnostics, ...bound.findings.flatMap((one) => one.diagnostics)].map(
    ({ code, span }) => `${code} ${text.normalize("NFC").slice(span.start, span.end)}`,
  );
}

const verified = (text: string): string[] => {
  const bound = bind(text);
  return verifyOverlay(bound.rows, bound.registries).flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
};

const whole = `cơ quan: Ủy ban nhân dân xã An Bình
đơn vị:
  - tên: Phòng Văn hóa - Xã hội
    viết tắt: [Phòng VHTT, P.VHXH]
    từ ngày: 01/7/2025
  - tên: Tổ Dữ liệu số xã An Bình
    viết tắt: TDLS
    tên khác: [Tổ Dữ liệu]
    ký hiệu: TDLS
    cấp: xã
    thuộc: Phòng Văn hóa - Xã hội
    từ ngày: 2025-07-01
    đến ngày: 31/12/2025
    thay thế bởi: Phòng Kinh tế
    căn cứ: Quyết định 15/QĐ-UBND
    nguồn: văn bản gốc
văn bản:
  - loại: Kế hoạch
    số: 45/KH-UBND
    ngày: 05/3/2026
    cơ quan ban hành: UBND xã An Bình
    trích yếu: Chuyển đổi số năm 2026
    hiệu lực từ: 05/3/2026
    hiệu lực đến: 31/12/2026
    thay thế bởi: Kế hoạch số 46/KH-UBND ngày 10/4/2026
    sửa đổi bởi: [46/KH-UBND]
  - {loại: Kế hoạch, số: 46/KH-UBND, ngày: 10/4/2026, xác nhận: chưa}
viết tắt:
  - ANTT: an ninh trật tự thôn
nơi nhận:
  - Các thôn
  - Các phòng chuyên môn: [Phòng VHTT]
mức độ:
  VB401: tắt
  VB402: cảnh báo
danh mục:
  - danh-muc/van-ban.yaml
`;

describe("a plan.yaml", () => {
  it("is read without a finding", () => {
    expect(marked(whole)).toEqual([]);
    const { value } = read(whole);
    expect(value.units.map(({ name }) => name)).toEqual(["Phòng Văn hóa - Xã hội", "Tổ Dữ liệu số xã An Bình"]);
    expect(value.units[1]).toMatchObject({ from: "2025-07-01", to: "2025-12-31", level: "commune" });
    expect(value.documents.map(({ isConfirmed }) => isConfirmed)).toEqual([true, false]);
    expect(value.recipients.map(({ name, bodies }) => [name, bodies])).toEqual([
      ["Các thôn", null],
      ["Các phòng chuyên môn", ["Phòng VHTT"]],
    ]);
    expect([...value.levels]).toEqual([
      ["VB401", { level: "off", declared: codes.get("VB401") }],
      ["VB402", { level: "warning", declared: codes.get("VB402") }],
    ]);
    expect(value.files.map(({ text }) => text)).toEqual(["danh-muc/van-ban.yaml"]);
  });

  it("may be typed without diacritics, decomposed, or empty", () => {
    expect(marked("co quan: UBND xã An Bình\nDon vi:\n  - ten: Phòng Kinh tế\n    viet tat: PKT\n")).toEqual([]);
    expect(read(whole.normalize("NFD")).diagnostics).toEqual([]);
    for (const text of ["", "# chưa có gì\n", "đơn vị:\nvăn bản:\n"]) expect(marked(text)).toEqual([]);
  });

  it.each([
    ["an unknown key", "đơn vi tính: x\n", ["DM101 đơn vi tính"]],
    ["an unknown field", "đơn vị:\n  - tên: A\n    viết tát: B\n    tem: C\n", ["DM101 tem"]],
    ["a key twice", "đơn vị: []\ndon vi: []\n", ["DM106 don vi"]],
    ["a list as text", "đơn vị: Phòng A\n", ["DM102 Phòng A"]],
    ["a row as text", "văn bản:\n  - 45/KH-UBND\n", ["DM102 45/KH-UBND"]],
    ["a file that is a list", "- a\n- b\n", ["DM102 -"]],
    ["a day no calendar has", "văn bản:\n  - {loại: Kế hoạch, số: 1/KH-UBND, ngày: 31/4/2026}\n", ["DM102 31/4/2026"]],
    ["a number without symbol", "văn bản:\n  - {loại: Kế hoạch, số: 45}\n", ["DM102 45"]],
    ["a level that is none", "đơn vị:\n  - {tên: A, cấp: xóm}\n", ["DM102 xóm"]],
    ["a code that is none", "mức độ: {VB999: tắt}\n", ["DM104 VB999"]],
    ["a severity that is none", "mức độ: {VB401: bật}\n", ["DM102 bật"]],
    ["an error taken off", "mức độ: {KH001: tắt}\n", ["DM105 KH001"]],
    ["a law without a name", "văn bản:\n  - {loại: Luật, số: 99/2030/QH16}\n", ["DM103 {"]],
    ["a unit twice", "đơn vị: [{tên: Tổ Một}, {tên: tổ một}]\n", ["DM106 tổ một"]],
    [
      "two bodies of one short name",
      "đơn vị: [{tên: Tổ Một, viết tắt: TM}, {tên: Tổ Mai, viết tắt: TM}]\n",
      ["DM107 TM"],
    ],
    ["a successor nobody knows", "đơn vị:\n  - {tên: A, thay thế bởi: Phòng Xyz}\n", ["DM108 Phòng Xyz"]],
    [
      "a link to no document",
      "văn bản:\n  - {loại: Kế hoạch, số: 1/KH-UBND, thay thế bởi: 2/KH-XYZ}\n",
      ["DM108 2/KH-XYZ"],
    ],
    [
      "an end before the start",
      "đơn vị:\n  - {tên: A, từ ngày: 02/7/2025, đến ngày: 01/7/2025}\n",
      ["DM109 01/7/2025"],
    ],
    ["an abbreviation of nothing", "viết tắt:\n  - CĐS:\n", ["DM102 "]],
    ["broken YAML", "đơn vị: [\n", ["NG201 \n"]],
  ])("tells %s at its place", (_what, text, expected) => {
    expect(marked(text).map((one) => one.slice(0, 5))).toEqual(expected.map((one) => one.slice(0, 5)));
    if (!expected[0]!.startsWith("NG")) expect(marked(text)).toEqual(expected);
  });

  it("asks whether another key was meant, and offers it", () => {
    const { diagnostics } = read("đơn vj:\n  - tên: A\n");
    expect(diagnostics[0]!.message).toContain("Có phải “đơn vị”?");
    expect(diagnostics[0]!.fix?.edits[0]?.text).toBe("đơn vị");
    expect(read("mức độ: {VB 401: tắt}\n").diagnostics[0]!.message).toContain("Có phải “VB401”?");
    expect(read("muc do: {vb401: Cảnh Báo, VB402: canh bao}\n").diagnostics).toEqual([]);
  });

  it.each([
    "../x.yaml",
    "/etc/passwd",
    "a/../../b.yaml",
    "C:\\x.yaml",
    "\\\\may\\x.yaml",
    "~/x.yaml",
    "file:///etc/passwd",
  ])("may not name %s", (path) => {
    expect(leaves(path)).toBe(true);
    expect(marked(`danh mục:\n  - '${path}'\n`)).toEqual([`DM110 '${path}'`]);
  });

  it("holds lists only in the files it names", () => {
    expect(read("cơ quan: A\n", true).diagnostics.map(({ code }) => code)).toEqual(["DM101"]);
    expect(read("danh mục: [a.yaml]\nmức độ: {VB401: tắt}\n", true).diagnostics).toHaveLength(2);
  });

  it("that is a bomb of aliases or nests without end costs nothing", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f", "g", "h"]
      .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${"abcdefg"[i]}`).join(",")}]`)
      .join("\n")}\nđơn vị: *h\n`;
    expect(read(bomb).diagnostics.map(({ code }) => code)).toContain("NG204");
    expect(read(`đơn vị: ${"[".repeat(5000)}`).diagnostics.map(({ code }) => code)).toEqual(["NG203"]);
  });

  it("of random shape never throws", () => {
    const key = fc.constantFrom(...overlayKeys, ...unitKeys, ...documentRowKeys, "VB401", "x");
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("chữ", "05/3/2026", "45/KH-UBND", "tắt", 12, true, null, ""),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const { value: overlay } = read(JSON.stringify(value));
        bindOverlay(registries, [overlay]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("rows among those of the program", () => {
  it("stand over the row of the same name, and fill what they leave out", () => {
    const { registries: all } = bind(whole);
    const [own] = agenciesNamed(all, "Phòng VHTT");
    const [shipped] = agenciesNamed(registries, "Phòng Văn hóa - Xã hội");
    expect(own).toMatchObject({ id: shipped!.id, validFrom: "2025-07-01", act: shipped!.act, confidence: "A" });
    expect(own!.short).toEqual(expect.arrayContaining(["Phòng VHTT", ...shipped!.short]));
    // The short form was another body's before.
    expect(agenciesNamed(registries, "Phòng VHTT").map(({ name }) => name)).not.toEqual([]);
    expect(agenciesNamed(all, "Phòng VHTT")).toHaveLength(1);
    expect(all.agencies).toHaveLength(registries.agencies.length + 2);
  });

  it("are called without the place of their office, and lead to who took over", () => {
    const { registries: all } = bind(whole);
    const [unit] = agenciesNamed(all, "Tổ Dữ liệu số");
    expect(unit).toMatchObject({ name: "Tổ Dữ liệu số xã An Bình", validTo: "2025-12-31" });
    expect(successorsOf(all, unit!, "2026-03-05").map(({ name }) => name)).toEqual(["Phòng Kinh tế"]);
  });

  it("tell documents of one number apart by day and issuer", () => {
    const { registries: all, findings } = bind(
      "văn bản:\n" +
        "  - {loại: Kế hoạch, số: 12/KH-UBND, ngày: 05/3/2025, cơ quan ban hành: UBND xã A}\n" +
        "  - {loại: Kế hoạch, số: 12/KH-UBND, ngày: 05/3/2026, cơ quan ban hành: UBND xã A}\n" +
        "  - {loại: Kế hoạch, số: 12/KH-UBND, ngày: 05/3/2026, cơ quan ban hành: UBND tỉnh B}\n",
    );
    expect(findings.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(documentsByNumber(all, "12/kh-ubnd").map(({ id }) => id)).toEqual([
      "12/KH-UBND",
      "12/KH-UBND@2026-03-05",
      "12/KH-UBND@2026-03-05#2",
    ]);
  });

  it("stand over a shipped document, which keeps its links", () => {
    const shipped = documentById(registries, "77/2015/QH13")!;
    const { registries: all } = bind(
      "văn bản:\n  - {loại: Luật, số: 77/2015/QH13, trích yếu: Tổ chức chính quyền địa phương, hiệu lực đến: 01/3/2025}\n",
    );
    expect(documentById(all, shipped.id)).toMatchObject({
      inForceTo: "2025-03-01",
      issued: shipped.issued,
      replacedBy: shipped.replacedBy,
    });
    expect(all.documents).toHaveLength(registries.documents.length);
  });

  it("give an abbreviation the office's meaning", () => {
    const { registries: all } = bind("viết tắt: {CCHC: cải cách hội chợ, XYZT: xã yên thịnh}\n");
    expect(expansionOf(all, "CCHC")?.full).toBe("cải cách hội chợ");
    expect(all.own?.abbreviations.map(({ short }) => short)).toEqual(["CCHC", "XYZT"]);
  });

  it("of nobody's confirmation are not sure", () => {
    const { registries: all } = bind(whole);
    expect(documentById(all, "46/KH-UBND")).toMatchObject({ confidence: "C", issuedConfidence: "C" });
  });

  it("of several files are one list: a row twice is told with its file", () => {
    const bound = bindOverlay(registries, [
      readOverlay(fileOf("đơn vị:\n  - tên: Tổ Một\n", "plan.yaml"), codes).value,
      readOverlay(fileOf("đơn vị:\n  - tên: Tổ Một\n", "them.yaml"), codes, true).value,
    ]);
    const [first, second] = bound.findings;
    expect(first!.diagnostics).toEqual([]);
    expect(second!.diagnostics[0]!.message).toBe("“Tổ Một” đã khai ở plan.yaml, dòng 2.");
  });

  it("are verified against those of the program", () => {
    expect(verified("văn bản:\n  - {loại: Nghị định, số: 30/2020/NĐ-CP, ngày: 06/3/2020}\n")).toEqual(["DM121"]);
    expect(verified("văn bản:\n  - {loại: Nghị định, số: 30/2020/NĐ-CP}\n")).toEqual(["DM122"]);
    expect(verified(whole).sort()).toEqual(["DM123"]);
  });
});

describe("standing recipients", () => {
  const { registries: all } = bind(whole);
  const unit = { text: "TDLS", id: agenciesNamed(all, "TDLS")[0]!.id };
  const culture = { text: "Phòng Văn hóa - Xã hội", id: agenciesNamed(all, "Phòng VHTT")[0]!.id };

  it("stand for all units, or for those they name", () => {
    expect(isStoodFor(all, "Các thôn; Lưu: VT", unit)).toBe(true);
    expect(isStoodFor(all, "- Các phòng chuyên môn (t/h);", culture)).toBe(true);
    expect(isStoodFor(all, "- Các phòng chuyên môn (t/h);", unit)).toBe(false);
    expect(isStoodFor(all, "Các thôn", { text: "Sở Nội vụ", id: "so-noi-vu" })).toBe(false);
    expect(isStoodFor(registries, "Các thôn", unit)).toBe(false);
  });
});

describe("severities", () => {
  const finding = (severity: "error" | "warning" | "notice") =>
    ({ code: "VB201", severity, message: "", span: { start: 0, end: 0 } }) as const;
  const all = [finding("notice"), finding("warning")];
  const levelled = (level: "off" | "notice" | "warning" | "error", declared: "notice" | "warning" = "warning") =>
    withLevels(all, new Map([["VB201", { level, declared }]])).map(({ severity }) => severity);

  it("raise what is as sure as its declaration, and lower all", () => {
    expect(levelled("off")).toEqual([]);
    expect(levelled("notice")).toEqual(["notice", "notice"]);
    expect(levelled("warning")).toEqual(["notice", "warning"]);
    expect(levelled("error")).toEqual(["notice", "error"]);
    expect(levelled("error", "notice")).toEqual(["error", "error"]);
    expect(levelled("warning", "notice")).toEqual(["warning", "warning"]);
  });

  it("of other codes stay", () => {
    expect(withLevels(all, new Map([["VB202", { level: "off", declared: "warning" }]]))).toEqual(all);
  });
});

describe("a plan of an office", () => {
  const plan = (words: string): string => `kế hoạch: Tuyên truyền chuyển đổi số năm 2026
cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH
số: …/KH-UBND
ngày: …/3/2026

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. NỘI DUNG

1. ${words}

Trên đây là Kế hoạch của Ủy ban nhân dân xã./.

nơi nhận:
- Các thôn;
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`;
  const own = bind(whole).registries;
  const codesOf = (words: string, known = own): string[] =>
    analyze(fileOf(plan(words), "a.plan"), known).diagnostics.map(({ code }) => code);
  const bodiesOf = (words: string, known = own) =>
    analyze(fileOf(plan(words), "a.plan"), known).plan.documents[0]!.agencies.map(({ text, id }) => [text, id]);

  it("names its units by the short forms it declares", () => {
    expect(bodiesOf("Giao P.VHXH và TDLS phát thanh.", registries)).not.toContainEqual(["TDLS", expect.any(String)]);
    expect(bodiesOf("Giao P.VHXH và TDLS phát thanh.")).toEqual(
      expect.arrayContaining([
        ["P.VHXH", agenciesNamed(own, "P.VHXH")[0]!.id],
        ["TDLS", agenciesNamed(own, "TDLS")[0]!.id],
      ]),
    );
  });

  it("names bodies by the abbreviations it declares, unless the plan declares another meaning", () => {
    const known = bind("viết tắt: {QQQ: Trung tâm Phục vụ hành chính công}\n").registries;
    expect(bodiesOf("Giao QQQ phát thanh.", known)).toContainEqual(["QQQ", expect.any(String)]);
    expect(bodiesOf("Giao QQQ phát thanh.", registries)).not.toContainEqual(["QQQ", expect.any(String)]);
  });

  it("cites its documents", () => {
    expect(codesOf("Theo [[45/KH-UBND]].", registries)).toEqual(["KH032"]);
    expect(codesOf("Theo [[45/KH-UBND]].")).toEqual([]);
    expect(codesOf("Theo Kế hoạch số 45/KH-UBND ngày 06/3/2026 của UBND xã An Bình.")).toEqual(["VB102"]);
  });

  it("may cite the same number of another body, or of a body not named", () => {
    expect(codesOf("Theo Kế hoạch số 45/KH-UBND ngày 10/02/2026 của UBND tỉnh Hà Tĩnh.")).toEqual([]);
    expect(codesOf("Theo Kế hoạch số 45/KH-UBND ngày 10/02/2026.")).toEqual(["VB113"]);
    const resolved = (words: string) =>
      analyze(fileOf(plan(words), "a.plan"), own).plan.documents[0]!.citations[0]!.resolved;
    expect(resolved("Theo Kế hoạch số 45/KH-UBND của UBND tỉnh Hà Tĩnh.")).toBeNull();
    expect(resolved("Theo Kế hoạch số 45/KH-UBND của Ủy ban nhân dân xã.")).toBe("45/KH-UBND");
  });
});

describe("docs/schema/plan-yaml.json", () => {
  const schema = JSON.parse(readFileSync(join(root, "docs/schema/plan-yaml.json"), "utf8"));
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
  const isValid = (text: string): boolean => validate(plainValue(parseYaml(fileOf(text)).value!)) as boolean;

  it("knows the keys and words that the loader knows", () => {
    const { properties, definitions } = schema;
    expect(Object.keys(properties)).toEqual([...overlayKeys]);
    expect(Object.keys(definitions["đơn vị"].properties)).toEqual([...unitKeys]);
    expect(Object.keys(definitions["văn bản"].properties)).toEqual([...documentRowKeys]);
    expect(definitions["đơn vị"].properties.cấp.enum).toEqual(Object.keys(levelWords));
    expect(definitions["đơn vị"].properties["xác nhận"].enum).toEqual(Object.keys(confirmedWords));
    expect(JSON.stringify(properties["mức độ"])).toContain(JSON.stringify(Object.keys(severityWords)));
  });

  it("takes what the loader takes", () => {
    expect(isValid(whole), JSON.stringify(validate.errors)).toBe(true);
    expect(isValid("viết tắt: {CĐS: chuyển đổi số}\nnơi nhận: [Các thôn]\ndanh mục: a.yaml\n")).toBe(true);
    expect(isValid("cơ quan: {tên: UBND xã A, viết tắt: UBND}\nđơn vị:\n")).toBe(true);
  });

  it.each([
    "đơn vi tính: x\n",
    "đơn vị: Phòng A\n",
    "đơn vị:\n  - {cấp: xã}\n",
    "đơn vị:\n  - {tên: A, cấp: xóm}\n",
    "văn bản:\n  - {loại: Kế hoạch, số: 45}\n",
    "văn bản:\n  - {loại: Kế hoạch, số: 45/KH-UBND, ngày: tháng 3}\n",
    "văn bản:\n  - {loại: Luật, số: 99/2030/QH16}\n",
    "mức độ: {VB401: bật}\n",
    "danh mục: [12]\n",
    "- a\n",
  ])("refuses what the loader refuses: %s", (text) => {
    expect(isValid(text)).toBe(false);
    if (text !== "danh mục: [12]\n") expect(read(text).diagnostics).not.toEqual([]);
  });
});
