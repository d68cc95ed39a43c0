import { describe, expect, it } from "vitest";
import { toDocument } from "../../src/document/from-plan.ts";
import { mm } from "../../src/document/style.ts";
import { fonts, forms } from "../support/forms.ts";
import { annex, laidOut, planDocument, planOf, prose, recipient, signature, span, text } from "./plan-values.ts";
import { columns, ofStyle, rules, textOf } from "./tree-read.ts";

const body = [text("Nội dung của phụ lục./.")];
const flat = (words: string | undefined): string => (words ?? "").replace(/\n/g, " ");

describe("an annex", () => {
  it("has a label, a title in capitals, a line that names the plan and a short rule", () => {
    const document = laidOut({ annexes: [annex("Danh mục nhiệm vụ", body)] });
    expect(document.sections.map((section) => [section.kind, section.title])).toEqual([
      ["main", "KẾ HOẠCH Trồng cây năm 2026"],
      ["annex", "Phụ lục. Danh mục nhiệm vụ"],
    ]);
    expect(textOf(document, "annex-label")).toEqual(["Phụ lục"]);
    expect(textOf(document, "annex-title")).toEqual(["DANH MỤC NHIỆM VỤ"]);
    const [rule] = rules(document.sections[1]!);
    expect(Math.abs(rule!.width - mm(16))).toBeLessThan(0.1);
    expect(document.sections[1]!.pageNumber.continues).toBeUndefined();
    expect(ofStyle(document, "annex-label")[0]!.outline).toEqual({ level: 1, title: "Phụ lục. Danh mục nhiệm vụ" });
    // No letterhead unless asked for.
    expect(document.sections[1]!.blocks.some((block) => block.kind === "columns")).toBe(false);
  });

  it("has its number when there are several", () => {
    const document = laidOut({ annexes: [annex("Một", body, { number: "I" }), annex("Hai", body, { number: "II" })] });
    expect(textOf(document, "annex-label")).toEqual(["Phụ lục I", "Phụ lục II"]);
    expect(document.sections.map((section) => section.id)).toEqual(["main", "a1_annex", "a2_annex"]);
  });

  it("leaves number and date blank in an electronic copy, and fills them on paper", () => {
    const line = (copy: "electronic" | "paper", year = 2026) =>
      flat(
        textOf(
          laidOut({ copy, date: { year, month: 1, day: 5, span }, annexes: [annex("Một", body)] }),
          "annex-line",
        )[0],
      );
    expect(line("electronic")).toMatch(
      /^\(Kèm theo Kế hoạch số \u00a0{5,}\/KH-UBND ngày \u00a0{5,} tháng \u00a0{5,} năm 2026 của Ủy ban nhân dân xã An Bình\)$/,
    );
    expect(line("paper")).toBe(
      "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã An Bình)",
    );
    // The older form has no electronic copies.
    expect(line("electronic", 2018)).toBe(
      "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2018 của Ủy ban nhân dân xã An Bình)",
    );
  });

  it("breaks that line between its parts, never inside the date or its room", () => {
    const document = laidOut({ annexes: [annex("Một", body)] });
    for (const line of textOf(document, "annex-line")[0]!.split("\n")) {
      expect(line).not.toMatch(/\u00a0$|^\u00a0|(ngày|tháng|năm|số|của)$/);
      expect(line).not.toMatch(/^(tháng|năm) /);
    }
  });

  it("prints a typed line instead", () => {
    const typed = prose("(Kèm theo Kế hoạch số 5/KH-UBND)");
    const document = laidOut({ annexes: [annex("Một", body, { attachedLine: typed })] });
    expect(textOf(document, "annex-line")).toEqual(["(Kèm theo Kế hoạch số 5/KH-UBND)"]);
  });

  it("may repeat agency and Quốc hiệu, without number and date", () => {
    const document = laidOut({ annexes: [annex("Một", body, { letterhead: true, landscape: true })] });
    const block = columns(document, "letterhead", 1);
    expect(block.rows.length).toBe(1);
    expect(textOf(document, "national-name").length).toBe(2);
    const [left, right] = block.widths;
    expect(Math.abs(left! - right!)).toBeLessThan(1);
    expect(ofStyle(document, "annex-label")[0]!.before).toBeGreaterThan(12);
  });

  it("may have a signature of its own", () => {
    const document = laidOut({
      annexes: [
        annex("Một", body, { recipients: [recipient("Lưu: VT.")], signatures: [signature(["CHỦ TỊCH"], "A")] }),
      ],
    });
    expect(columns(document, "signature", 1).rows.length).toBe(1);
  });

  it("of an attached plan names the decision", () => {
    const decision = planDocument({
      kind: "decision",
      typeName: "QUYẾT ĐỊNH",
      number: { number: 643, symbol: "QĐ-UBND", span },
      copy: "paper",
    });
    const attached = planDocument({
      number: null,
      date: null,
      attachedTo: 0,
      copy: "paper",
      annexes: [annex("Một", body)],
    });
    const document = toDocument(planOf(decision, attached), forms, fonts, "thử").value;
    expect(flat(textOf(document, "annex-line")[0])).toBe(
      "(Kèm theo Kế hoạch ban hành kèm theo Quyết định số 643/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã An Bình)",
    );
    expect(document.sections.map((section) => section.kind)).toEqual(["main", "attached", "annex"]);
  });
});

it("signed by the body alone needs no room for a signature", () => {
  const document = laidOut({
    annexes: [annex("Một", body, { signatures: [signature(["ỦY BAN NHÂN DÂN XÃ"], null)] })],
  });
  expect(textOf(document, "signature-authority")).toEqual(["ỦY BAN NHÂN DÂN XÃ"]);
  expect(ofStyle(document, "signature-name")).toEqual([]);
});
