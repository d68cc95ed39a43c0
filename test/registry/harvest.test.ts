/** The draft of a plan.yaml: what is new, each once, contradictions told, and always readable by the loader. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog.ts";
import { draftOf, harvest, type Seen, type SeenDocument, scalar } from "../../src/registry/harvest.ts";
import { readOverlay } from "../../src/registry/overlay.ts";
import { bindOverlay } from "../../src/registry/overlay-bind.ts";
import { parseYaml, plainValue } from "../../src/source/yaml.ts";
import { fileOf, registries } from "./support.ts";

const codes = new Map(catalog.map(({ code, severity }) => [code, severity]));
const document = (given: Partial<SeenDocument> & { number: string }): SeenDocument => ({
  type: "Kế hoạch",
  date: null,
  issuer: null,
  title: null,
  place: "a.plan:1",
  ...given,
});
const draft = (seen: Partial<Seen>): string =>
  draftOf(harvest({ documents: [], units: [], abbreviations: [], ...seen }, registries));
const faults = (text: string): string[] => {
  const { value, diagnostics } = readOverlay(fileOf(text, "plan.yaml"), codes);
  const bound = bindOverlay(registries, [value]);
  return [...diagnostics, ...bound.findings.flatMap((one) => one.diagnostics)].map(({ message }) => message);
};

describe("a harvest", () => {
  it("is a draft with places, to confirm", () => {
    const text = draft({
      documents: [
        document({ number: "12/KH-UBND", date: "2026-03-05", issuer: "UBND xã An Bình", title: "Chuyển đổi số" }),
        document({ number: "12/KH-UBND", place: "b.plan:7" }),
      ],
      units: [{ name: "Tổ Dữ liệu", place: "a.plan:3" }],
      abbreviations: [{ short: "TDLX", full: "tổ dữ liệu xã", place: "a.plan:4" }],
    });
    expect(text).toBe(`# Bản nháp danh mục riêng: những gì các kế hoạch nhắc đến mà danh mục chưa có.
# Đối chiếu từng mục với bản gốc, sửa chỗ ghi “# CẦN XEM”, rồi xóa dòng “xác nhận: chưa”.
# Kiểm tra lại bằng: plan registry verify TỆP

đơn vị:
  # 1 lần: a.plan:3
  - tên: Tổ Dữ liệu
    xác nhận: chưa

văn bản:
  # 2 lần: a.plan:1, b.plan:7
  - loại: Kế hoạch
    số: 12/KH-UBND
    ngày: 05/3/2026
    cơ quan ban hành: UBND xã An Bình
    trích yếu: Chuyển đổi số
    xác nhận: chưa

viết tắt:
  # 1 lần: a.plan:4
  - TDLX: tổ dữ liệu xã
`);
    expect(faults(text)).toEqual([]);
  });

  it("marks what the mentions contradict", () => {
    const text = draft({
      documents: [
        document({ number: "12/KH-UBND", date: "2026-03-05", issuer: "UBND xã An Bình" }),
        document({ number: "12/KH-UBND", date: "2026-03-06", issuer: "UBND xã An Bình", place: "b.plan:2" }),
        document({ number: "13/QĐ-UBND", type: "Quyết định", place: "c.plan:2" }),
        document({ number: "13/QĐ-UBND", type: "Kế hoạch", date: "2026-01-05", place: "c.plan:9" }),
      ],
      units: [
        { name: "Tổ Dữ liệu", place: "a.plan:3" },
        { name: "Tổ Dử liệu", place: "b.plan:3" },
      ],
    });
    expect(text).toContain("# CẦN XEM: ngày: 05/3/2026 (a.plan:1); 06/3/2026 (b.plan:2)");
    expect(text).toContain("# CẦN XEM: loại: Quyết định (c.plan:2); Kế hoạch (c.plan:9)");
    expect(text).toContain("# CẦN XEM: tên: Tổ Dữ liệu (a.plan:3); Tổ Dử liệu (b.plan:3)");
    expect(faults(text)).toEqual([]);
  });

  it("keeps one number of two years and of two bodies apart", () => {
    const text = draft({
      documents: [
        document({ number: "12/KH-UBND", date: "2026-03-05", issuer: "UBND xã An Bình" }),
        document({ number: "12/KH-UBND", date: "2025-01-09", issuer: "UBND xã An Bình" }),
        document({ number: "12/KH-UBND", date: "2026-03-07", issuer: "UBND tỉnh Hà Tĩnh" }),
      ],
    });
    expect(text.match(/số: 12/g)).toHaveLength(3);
    expect(text).not.toContain("CẦN XEM: ngày");
    expect(faults(text)).toEqual([]);
  });

  it("leaves out what is known, and tells what the registry says otherwise", () => {
    const known = document({ type: "Nghị định", number: "30/2020/NĐ-CP", date: "2020-03-05" });
    expect(draft({ documents: [known] })).toBe("");
    const text = draft({ documents: [{ ...known, date: "2020-03-15" }] });
    expect(text).toContain("# CẦN XEM: 30/2020/NĐ-CP ghi ngày 15/3/2020, danh mục ghi 05/3/2020 (a.plan:1)");
    expect(faults(text)).toEqual([]);
    const slip = draft({ documents: [document({ type: "Nghị định", number: "367/2024/NĐ-CP" })] });
    expect(slip).toContain("# CẦN XEM: danh mục có 367/2025/NĐ-CP, chỉ khác năm");
  });

  it("tells numbers that are none, without a row", () => {
    const text = draft({ documents: [document({ number: "20 NQ/TW", type: "Nghị quyết" })] });
    expect(text).toContain("# CẦN XEM: số “20 NQ/TW” viết chưa đúng (a.plan:1)");
    expect(faults(text)).toEqual([]);
  });

  it("of any words reads back as it was", () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
      fc.constantFrom(
        "a: b",
        "# x",
        "- y",
        "'",
        '"',
        "\\",
        "true",
        "12",
        "0x1f",
        "*a",
        "&b",
        "[",
        "%",
        "null",
        "1e3",
        "@",
      ),
    );
    fc.assert(
      fc.property(words, (text) => {
        const read = parseYaml(fileOf(`- ${scalar(text)}\n`));
        const clean = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ").trim();
        expect(read.diagnostics).toEqual([]);
        expect((plainValue(read.value!) as unknown[])[0]).toBe(clean.normalize("NFC"));
      }),
    );
  });

  it("of any mentions is a plan.yaml without a mistake", () => {
    const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
    const mention = fc.record({
      type: some(null, "Kế hoạch", "Quyết định", "Luật", "Nghị quyết"),
      number: some("12/KH-UBND", "012/KH-UBND", "12-NQ/TU", "5/2024/QĐ-UBND", "99/2030/QH16", "20 NQ/TW"),
      date: some(null, "2026-03-05", "2026-03-06", "2025-03-05", "2024-11-30"),
      issuer: some(null, "UBND xã", "UBND xã An Bình", "UBND xã Bình An", "Ủy ban nhân dân tỉnh", "Quốc hội"),
      title: some(null, "Chuyển đổi số", "về: mọi #việc “khó”"),
      place: some("a.plan:1", "b c.plan:2", "kế hoạch\n# x.plan:3"),
    });
    fc.assert(
      fc.property(fc.array(mention, { maxLength: 12 }), (documents) => {
        expect(faults(draft({ documents }))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
