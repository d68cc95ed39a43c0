/** From source text to the tree, through the real parser and binder. */
import { describe, expect, it } from "vitest";
import * as errors from "../../src/document/errors.ts";
import { toDocument } from "../../src/document/from-plan.ts";
import { toPlan } from "../../src/plan/from-syntax.ts";
import { loadRegistries } from "../../src/registry/load.ts";
import { parse } from "../../src/syntax/parse.ts";
import { fonts, forms, templateText, textSource } from "../support/forms.ts";
import { ofStyle, paragraphs, tableOf, textOf, wordsOf } from "./tree-read.ts";

const registry = (name: string) => textSource(name, templateText(`registries/${name}.yaml`));
const registries = loadRegistries({
  agencies: registry("agencies"),
  documents: registry("documents"),
  abbreviations: registry("abbreviations"),
  provinces: registry("provinces"),
}).value;

const build = (text: string) => {
  const source = textSource("ke-hoach.plan", text);
  const plan = toPlan(parse(source).value, registries).value;
  return { source, plan, ...toDocument(plan, forms, fonts, "plan thử") };
};

const head =
  "kế hoạch: Trồng cây năm 2026\ncơ quan: UBND xã An Bình\nsố: 2/KH-UBND\nđịa danh: An Bình\nngày: 5/3/2026\n\n";

describe("a plan from its source", () => {
  it("prints emphasis typed round a whole line", () => {
    const { value } = build(
      `${head}I. MỤC TIÊU\n\n**Thuận lợi**\n\nXã có 02 vườn ươm.\n\n*Khó khăn*\n\nThiếu nước.\n\n**1.1. Chuẩn bị**\n\n- Làm đất./.\n`,
    );
    const looks = ofStyle(value, "heading-plain").map((block) =>
      block.runs.map((run) => (run.kind === "text" ? [run.text, run.bold, run.italic] : [])),
    );
    expect(looks).toEqual([[["Thuận lợi", true, false]], [["Khó khăn", false, true]]]);
    const decimal = ofStyle(value, "heading-decimal")[0]!;
    expect(decimal.runs.every((run) => run.kind === "text" && run.bold)).toBe(true);
  });

  it("points from each block to the words it came from", () => {
    const { source, value } = build(`${head}I. MỤC TIÊU\n\n1. Trồng một nghìn cây;\n2. Chăm sóc cây đã trồng./.\n`);
    for (const block of paragraphs(value)) {
      if (block.style !== "clause") continue;
      const words = wordsOf(block.runs);
      expect(source.text.slice(block.span!.start, block.span!.end)).toBe(words);
    }
    expect(ofStyle(value, "clause").length).toBe(2);
  });

  it("puts a task table of the source into an annex on turned pages", () => {
    const { value } = build(
      `${head}I. NHIỆM VỤ\n\nCác nhiệm vụ ở Phụ lục kèm theo./.\n\nphụ lục: Nhiệm vụ\nkhổ giấy: ngang\ncột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN\n\n` +
        "nhiệm vụ: Trồng cây\n  chủ trì: Phòng Kinh tế\n  thời gian: Tháng 3/2026\n  việc: Chăm cây\n    thời gian: Thường xuyên\n",
    );
    expect(value.sections.map((section) => section.page.orientation)).toEqual(["portrait", "landscape"]);
    const table = tableOf(value, 1);
    expect(table.rows[0]!.cells.map((cell) => cell.rowSpan)).toEqual([2, 1, 2, 1]);
    expect(textOf(value, "number")).toEqual(["Số: 02/KH-UBND"]);
    expect(textOf(value, "place-date")).toEqual(["An Bình, ngày 05 tháng 3 năm 2026"]);
  });

  it("yields, from the example of each finding, exactly that finding", () => {
    const definitions = Object.values(errors).filter(({ declaration }) => declaration.code.startsWith("XB"));
    expect(definitions.length).toBe(2);
    for (const { declaration } of definitions)
      expect(build(declaration.example!).diagnostics.map((d) => d.code)).toEqual([declaration.code]);
  });

  it("never fails on a source cut anywhere", () => {
    const text = `${head}Căn cứ Luật Trồng trọt;\n\nI. MỤC TIÊU\n\n1. **Một** [1]:\n- Hai\n[1] Ghi chú.\n\nbảng: Số\n| a | b |\n|---|---|\n| c | ^ |\n\nnơi nhận:\n- Lưu: VT.\n\nký:\nCHỦ TỊCH\nA\n\nphụ lục: B\ncột: TT | NHIỆM VỤ\nnhiệm vụ: C\n`;
    for (let at = 0; at <= text.length; at += 3) {
      const { value } = build(text.slice(0, at));
      const ids = paragraphs(value).map((block) => block.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
    }
  });
});
