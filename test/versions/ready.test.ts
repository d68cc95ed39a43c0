/** The last look before the signature: each thing that may be left, told at its line; and what is no blank. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeHost } from "../../src/cli/host.ts";
import { layOut } from "../../src/compile.ts";
import { layoutDocument } from "../../src/emit/pdf/layout.ts";
import { type ExampleParts, example } from "../../src/rules/example.ts";
import { position } from "../../src/source/source-file.ts";
import { partsOf, signaturePlace } from "../../src/versions/pages.ts";
import { type Item, type Readiness, type ReadyInput, readiness } from "../../src/versions/ready.ts";
import { plan } from "../cli/support.ts";
import { analyzeText, materials, root } from "../support/pipeline.ts";
import { inTemporaryFolder } from "../support/tools.ts";

const signed = (parts: Partial<ExampleParts> = {}): string =>
  example({ head: "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: 12/KH-UBND\nngày: 05/02/2026", ...parts });

function look(text: string, wish: Partial<ReadyInput> = {}): Readiness {
  const analysis = analyzeText(text);
  const document = layOut(analysis.plan, materials).value;
  const laid = { document, layout: layoutDocument(document, materials.fonts) };
  const { diagnostics } = analysis;
  return readiness({ analysis, diagnostics, laid, sizes: [], failOn: "warning", unnumbered: false, ...wish });
}

const item = (text: string, id: string, wish: Partial<ReadyInput> = {}): Item =>
  look(text, wish).items.find((one) => one.id === id)!;

/** Lines of the places of an item. */
const lines = (text: string, id: string): number[] =>
  item(text, id).places.map(({ span }) => position(analyzeText(text).plan.source, span.start).line);

const body = (...items: string[]): string => `I. NỘI DUNG\n\n${items.map((one, i) => `${i + 1}. ${one}`).join("\n")}`;

describe("a plan in which nothing is left", () => {
  it("is ready", () => {
    const { items, isReady, pages, words } = look(signed());
    expect(items.filter(({ state }) => state === "left")).toEqual([]);
    expect(isReady).toBe(true);
    expect(pages).toEqual([{ title: "Kế hoạch", pages: 1 }]);
    expect(words).toBeGreaterThan(20);
  });
});

describe("number and date", () => {
  it("are left while they are open, unless they come after the signature", () => {
    const draft = example({});
    expect(item(draft, "number")).toMatchObject({ state: "left" });
    expect(lines(draft, "number")).toEqual([3, 4]);
    expect(item(draft, "number", { unnumbered: true })).toMatchObject({ state: "info" });
    expect(look(draft, { unnumbered: true }).isReady).toBe(true);
    expect(item(signed(), "number").text).toContain("12/KH-UBND");
  });

  it("room for the own number in the words waits with it", () => {
    const text = example({
      head: "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\nngày: …/02/2026",
      body: body("Niêm yết Kế hoạch số …/KH-UBND ngày …/02/2026 của Ủy ban nhân dân xã.", "Họp lúc …… giờ."),
    });
    expect(lines(text, "blanks")).toEqual([10, 11]);
    expect(item(text, "blanks", { unnumbered: true }).places).toHaveLength(1);
  });

  it("of a decision are asked for once", () => {
    const decision = signed({ type: "quyết định", head: "cơ quan: UBND xã An Bình\nsố: …/QĐ-UBND\nngày: 05/02/2026" });
    const both = `${decision}\nkế hoạch: Tuyên truyền\n\nI. NỘI DUNG\n\n1. Phát thanh./.\n`;
    expect(look(both).items.filter(({ id }) => id === "number")).toHaveLength(1);
  });
});

describe("blanks", () => {
  it.each([
    "Họp lúc ……… giờ.",
    "Kinh phí ........... đồng.",
    "Phòng ____ chủ trì.",
    "Theo Công văn số …/SNV-CCHC của Sở Nội vụ.",
    "Xong trước ngày … tháng 3.",
    "Xong trước ngày …/3/2026.",
    "Đạt …% số hồ sơ.",
    "Năm học 20…-20….",
    "Theo Quyết định số /QĐ-UBND ngày / /2026.",
  ])("“%s”", (words) => {
    const text = signed({ body: body("Phát thanh mỗi tuần một lần.", words) });
    expect(item(text, "blanks").state).toBe("left");
    expect(new Set(lines(text, "blanks"))).toEqual(new Set([11]));
  });

  it.each([
    "Qua báo, đài, mạng xã hội…",
    "Qua báo, đài, mạng xã hội….",
    "Qua báo, đài...; trang thông tin điện tử.",
    "Các lĩnh vực đất đai, hộ tịch, … của xã.",
    "Tuyên truyền, v.v…",
  ])("a list that goes on is none: “%s”", (words) => {
    expect(item(signed({ body: body("Phát thanh.", words) }), "blanks").state).toBe("done");
  });

  it("of a form are for others to fill in; of an electronic annex line too", () => {
    const annex = (title: string, line = ""): string =>
      signed({
        body: body("Gửi báo cáo (có Phụ lục kèm theo)."),
        annexes: `phụ lục: ${title}\n${line}\n1. Số hộ: ………`,
      });
    expect(item(annex("MẪU BÁO CÁO KẾT QUẢ"), "blanks").state).toBe("done");
    expect(item(annex("NHIỆM VỤ"), "blanks").state).toBe("left");
    const line = "kèm theo: (Kèm theo Kế hoạch số …/KH-UBND ngày … của UBND xã)\n";
    const electronic = annex("MẪU BÁO CÁO", line);
    expect(item(electronic, "blanks").state).toBe("done");
    expect(item(electronic.replace("số: 12", "bản: giấy\nsố: 12"), "blanks").state).toBe("left");
  });

  it("words of a template are told one by one", () => {
    const text = signed({ body: body("Đăng trên trang của [tên cơ quan].", "Họp ngày xx/xx/2026.") });
    expect(lines(text, "template")).toEqual([10, 11]);
  });
});

describe("marks and findings", () => {
  it("marks of an import and notes to oneself are left", () => {
    const text = signed().replace("I. NỘI", "# CẦN XEM: tên mục\n# TODO hỏi kế toán\n# Ghi chú thường.\nI. NỘI");
    expect(lines(text, "marks")).toEqual([8, 9]);
  });

  it("findings count from the level that is asked for", () => {
    const text = signed({ body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n3. Niêm yết tại trụ sở." });
    expect(item(text, "warnings")).toMatchObject({ state: "left" });
    expect(item(text, "warnings", { failOn: "error" })).toMatchObject({ state: "info", places: [] });
    expect(item(text, "errors").state).toBe("done");
  });

  it("what has expired on the day of the plan, by its line", () => {
    const text = signed({
      opening:
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\nCăn cứ Luật Thi đua, khen thưởng ngày 15/6/2022.\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:",
      body: body("Ủy ban nhân dân huyện Lộc Hà chủ trì."),
    });
    const { state, places } = item(text, "force");
    expect(state).toBe("left");
    expect(places.map(({ words }) => words.slice(0, 5))).toEqual(["VB104", "VB201"]);
    expect(item(text.replace("05/02/2026", "05/02/2024"), "force").places).toEqual([]);
  });

  it("bodies with work that are no recipients", () => {
    const text = signed({
      body: "I. NỘI DUNG\n\n1. Phòng Kinh tế biên tập tin, bài.\n2. Trạm Y tế xã An Bình phát thanh chuyên mục.",
      recipients: "- Phòng Kinh tế;\n- Các thôn;\n- Lưu: VT.",
    });
    expect(lines(text, "recipients")).toEqual([11]);
  });
});

describe("annexes and tables", () => {
  it("announced and absent, present and not mentioned, empty", () => {
    const absent = signed({ body: body("Làm các việc trong Phụ lục II kèm theo.") });
    expect(lines(absent, "annexes")).toEqual([10]);
    const silent = signed({ annexes: "phụ lục: NHIỆM VỤ\n\n1. Phát thanh." });
    expect(item(silent, "annexes").state).toBe("left");
    const bare = signed({ body: body("Làm các việc trong Phụ lục kèm theo."), annexes: "phụ lục: NHIỆM VỤ" });
    expect(item(bare, "annexes").places.at(-1)!.words).toContain("chưa có nội dung");
  });

  it("tables and columns without values", () => {
    const empty = signed({
      body: "I. CHỈ TIÊU\n\nbảng: Chỉ tiêu năm 2026\n| Chỉ tiêu | Năm 2026 |\n|---|---|\n| Hồ sơ | |",
    });
    expect(item(empty, "tables")).toMatchObject({ state: "left" });
    expect(item(empty.replace("| Hồ sơ | |", "| Hồ sơ | 90% |"), "tables").state).toBe("done");
    expect(item(empty.replace("bảng: Chỉ tiêu năm 2026", "bảng: Mẫu tổng hợp"), "tables").state).toBe("done");
    const tasks = signed({
      body: body("Làm các việc trong Phụ lục kèm theo."),
      annexes:
        "phụ lục: NHIỆM VỤ\ncột: TT | NHIỆM VỤ | SẢN PHẨM | CHỦ TRÌ | THỜI GIAN | GHI CHÚ\n\nnhiệm vụ: Phát thanh\n  chủ trì: Phòng Kinh tế\n  thời gian: Quý I",
    });
    expect(item(tasks, "tables").places.map(({ words }) => words)).toEqual([expect.stringContaining("SẢN PHẨM")]);
  });
});

describe("the signature", () => {
  it("wants a name", () => {
    expect(item(signed({ signature: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" }), "signer").state).toBe("left");
    expect(item(signed({ signature: "" }), "signer").state).toBe("left");
    expect(item(signed(), "signer").text).toContain("Nguyễn Văn A");
  });

  it("stands on the last page with lines of the text", () => {
    const long = signed({ body: body(...Array.from({ length: 60 }, (_, i) => `Phát thanh chuyên mục thứ ${i + 1}.`)) });
    const { state, text } = item(long, "signature");
    expect(state).toBe("done");
    const [, page, of, count] = /trang (\d+)\/(\d+), cùng trang với (\d+) dòng/.exec(text)!.map(Number);
    expect(page).toBe(of);
    expect(page).toBeGreaterThan(1);
    expect(count).toBeGreaterThanOrEqual(2);
  });

  it("alone on its page is left", () => {
    const analysis = analyzeText(signed());
    const document = layOut(analysis.plan, materials).value;
    const layout = layoutDocument(document, materials.fonts);
    const [only] = layout.pages;
    const ends = new Set(["signature-authority", "signature-name", "recipient", "recipients-title"]);
    const isEnd = (ink: (typeof only & {})["ink"][number]): boolean => ink.kind === "text" && ends.has(ink.style);
    const pages = [
      { ...only!, ink: only!.ink.filter((ink) => !isEnd(ink)) },
      { ...only!, number: 2, ink: only!.ink.filter(isEnd) },
    ];
    const cut = { ...layout, pages };
    expect(signaturePlace(partsOf(document.sections, cut)[0]!)).toEqual({ page: 2, of: 2, lines: 0, isWhole: true });
    expect(item(signed(), "signature", { laid: { document, layout: cut } })).toMatchObject({ state: "left" });
  });

  it("without pages is told so", () => {
    expect(item(signed(), "pages", { laid: null })).toMatchObject({ state: "left" });
  });
});

describe("plan ready", () => {
  const { prepared } = nodeHost(join(root, "templates"), join(root, "dist"));
  const ready = (text: string, ...options: string[]) =>
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, "a.plan"), text);
      return plan(["ready", join(folder, "a.plan"), ...options], { prepared });
    });

  it("ends with 0 when nothing is left, 1 when something is, 2 when it could not run", async () => {
    expect((await ready(signed())).status).toBe(0);
    expect((await ready(example({}))).status).toBe(1);
    expect((await ready(example({}), "--unnumbered")).status).toBe(0);
    expect((await plan(["ready", "khong-co.plan"])).status).toBe(2);
  });

  it("speaks to programs: pages, words and sizes", async () => {
    const { out } = await ready(signed(), "--format", "json");
    const value = JSON.parse(out);
    expect(value).toMatchObject({ version: "1", ready: true, pages: [{ title: "Kế hoạch", pages: 1 }] });
    expect(value.outputs.map(({ format }: { format: string }) => format)).toEqual(["docx", "pdf"]);
    expect(value.items.every(({ state }: Item) => state !== "left")).toBe(true);
  });

  it("an error that blocks the output is left, and pages are not counted", async () => {
    const { status, out } = await ready(signed({ head: "số: 12/KH-UBND\nngày: 05/02/2026" }));
    expect(status).toBe(1);
    expect(out).toContain("Chưa dàn trang được");
    expect(out).toContain("KH001");
  });
});
