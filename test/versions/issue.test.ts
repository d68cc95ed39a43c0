/** A number and a date go into the places that wait for them, and nowhere else; what stands against it is told. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Host, nodeHost } from "../../src/cli/host.ts";
import { applyToRaw } from "../../src/fix/raw-text.ts";
import { type ExampleParts, example } from "../../src/rules/example.ts";
import { type Issue, issuePlan } from "../../src/versions/issue.ts";
import { plan } from "../cli/support.ts";
import { paragraphsOf, readDocx } from "../support/docx-read.ts";
import { readPdf } from "../support/pdf-read.ts";
import { analyzeText, documentOf, examples, outputOf, root } from "../support/pipeline.ts";
import { has, inTemporaryFolder } from "../support/tools.ts";

const plainText = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What the bundler prepared, where it is there, spares reading the registries for each run. */
const { prepared } = nodeHost(join(root, "templates"), join(root, "dist"));
const run = (args: readonly string[], changes: Partial<Host> = {}) => plan(args, { prepared, ...changes });

const serial = { number: 12 };
const date = { year: 2026, month: 2, day: 5 };

interface Wish {
  readonly number?: number;
  readonly suffix?: string;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  readonly force?: string;
}

const ask = (text: string, { number = 12, suffix, force, ...day }: Wish = {}): Issue =>
  issuePlan(analyzeText(text), {
    serial: { ...serial, number, ...(suffix ? { suffix } : {}) },
    date: { ...date, ...day },
    force: force ?? null,
  });

/** The text after the stamps, as it stands in the file. */
const stamped = (text: string, wish: Wish = {}): string =>
  applyToRaw(text, text.normalize("NFC"), ask(text, wish).edits);

const head = (number: string, day: string, more = ""): string =>
  `cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: ${number}\nngày: ${day}${more}`;

const draft = (parts: Partial<ExampleParts> = {}): string =>
  example({ head: head("…/KH-UBND", "…/02/2026"), ...parts });

/** Lines that differ, before and after; the two texts have the same number of lines. */
function changes(before: string, after: string): string[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  expect(b.length).toBe(a.length);
  return b.filter((line, index) => line !== a[index]);
}

describe("the header", () => {
  it.each([
    ["…/KH-UBND", "…/02/2026", "số: 12/KH-UBND", "ngày: 05/02/2026"],
    ["……/KH-UBND", "……/……/2026", "số: 12/KH-UBND", "ngày: 05/02/2026"],
    ["... /KH-UBND", ".../.../2026", "số: 12/KH-UBND", "ngày: 05/02/2026"],
    ["/KH-UBND", "/02/2026", "số: 12/KH-UBND", "ngày: 05/02/2026"],
    ["____/KH-UBND", "ngày … tháng 02 năm 2026", "số: 12/KH-UBND", "ngày: ngày 05 tháng 02 năm 2026"],
    ["Số: …/KH-UBND", "ngày …/…/2026", "số: Số: 12/KH-UBND", "ngày: ngày 05/02/2026"],
    ["…/KH-UBND", "…/…/…", "số: 12/KH-UBND", "ngày: 05/02/2026"],
    ["…/KH-UBND", "tháng 02 năm 2026", "số: 12/KH-UBND", "ngày: 05/02/2026"],
    ["…/KH-UBND-MTTQ", "…/02/2026", "số: 12/KH-UBND-MTTQ", "ngày: 05/02/2026"],
    ["…/2026/KH-UBND", "…/02/2026", "số: 12/2026/KH-UBND", "ngày: 05/02/2026"],
  ])("%s, %s", (number, day, wantedNumber, wantedDay) => {
    const text = draft({ head: head(number, day) });
    expect(changes(text, stamped(text))).toEqual([wantedNumber, wantedDay]);
  });

  it("pads as the form does: numbers and days below ten, months one and two", () => {
    const text = draft({ head: head("…/KH-UBND", "…/…/2026") });
    expect(changes(text, stamped(text, { number: 5, day: 9, month: 3 }))).toEqual([
      "số: 05/KH-UBND",
      "ngày: 09/3/2026",
    ]);
    expect(changes(text, stamped(text, { number: 30, suffix: "c", day: 31, month: 12 }))).toEqual([
      "số: 30c/KH-UBND",
      "ngày: 31/12/2026",
    ]);
  });

  it("gets the line that is not there, below those it stands with", () => {
    const text = draft({ head: "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\n# địa danh theo cơ quan\nđịa danh: An Bình" });
    expect(stamped(text)).toContain(
      "BÌNH\nsố: 12/KH-UBND\n# địa danh theo cơ quan\nđịa danh: An Bình\nngày: 05/02/2026\n\n",
    );
    const bare = draft({ head: "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH" });
    expect(stamped(bare)).toContain("BÌNH\nsố: 12/KH-UBND\nngày: 05/02/2026\n\n");
    const empty = draft({ head: head("", "") });
    expect(stamped(empty)).toContain("BÌNH\nsố: 12/KH-UBND\nngày: 05/02/2026\n\n");
  });

  it("of a Party body and of two issuers keeps its signs", () => {
    const party = draft({ head: "cơ quan: Đảng ủy xã An Bình\nsố: …-KH/ĐU\nđịa danh: An Bình\nngày: …/02/2026" });
    expect(changes(party, stamped(party))).toEqual(["số: 12-KH/ĐU", "ngày: 05/02/2026"]);
    const joint = draft({
      head: "cơ quan: UBND xã An Bình\ncơ quan: Ủy ban Mặt trận Tổ quốc Việt Nam xã An Bình\nsố: …/KH-UBND-MTTQ\nngày: …/02/2026",
    });
    expect(changes(joint, stamped(joint))).toEqual(["số: 12/KH-UBND-MTTQ", "ngày: 05/02/2026"]);
  });

  it("that bears both already is left alone", () => {
    const text = draft({ head: head("12/KH-UBND", "05/02/2026") });
    expect(ask(text)).toMatchObject({ stamps: [], edits: [], refusals: [] });
    // Typed otherwise, meant the same.
    expect(ask(draft({ head: head("12/KH-UBND", "5/2/2026") })).edits).toEqual([]);
    expect(ask(draft({ head: head("12/KH-UBND", "2026-02-05") })).edits).toEqual([]);
  });
});

describe("the text", () => {
  const annex = (line: string): string => `phụ lục: NHIỆM VỤ\nkèm theo: ${line}\n\n1. Phát thanh.`;
  const line = "(Kèm theo Kế hoạch số         /KH-UBND ngày      tháng     năm 2026 của Ủy ban nhân dân xã An Bình)";
  const full = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã An Bình)";

  it("fills the typed line of an annex in a paper copy only", () => {
    const electronic = draft({ annexes: annex(line) });
    expect(changes(electronic, stamped(electronic))).toEqual(["số: 12/KH-UBND", "ngày: 05/02/2026"]);
    expect(
      ask(electronic)
        .kept.map(({ message }) => message)
        .join(),
    ).toContain("bản điện tử");
    const paper = draft({ head: head("…/KH-UBND", "…/02/2026", "\nbản: giấy"), annexes: annex(line) });
    expect(changes(paper, stamped(paper)).at(-1)).toBe(`kèm theo: ${full}`);
  });

  it.each([
    ["(Kèm theo Kế hoạch số …/KH-UBND ngày …/…/2026 của UBND xã)", "số 12/KH-UBND ngày 05/02/2026 của"],
    ["(Kèm theo Kế hoạch số /KH-UBND ngày / /2026 của UBND xã)", "số 12/KH-UBND ngày 05/02/2026 của"],
    ["(Kèm theo Kế hoạch số: ___/KH-UBND, ngày ... của UBND xã)", "số: 12/KH-UBND, ngày 05 tháng 02 năm 2026 của"],
    ["(Kèm theo Kế hoạch số xx/KH-UBND ngày xx/xx/2026)", "số 12/KH-UBND ngày 05/02/2026)"],
    ["(Kèm theo Kế hoạch số .../KH-UBND ngày ... tháng ... năm 20... của UBND xã)", "ngày 05 tháng 02 năm 2026 của"],
    ["(Kèm theo Kế hoạch số …/KH-UBND ngày …)", "số 12/KH-UBND ngày 05 tháng 02 năm 2026)"],
  ])("knows the blanks of %s", (typed, wanted) => {
    const text = draft({ head: head("…/KH-UBND", "…/02/2026", "\nbản: giấy"), annexes: annex(typed) });
    expect(changes(text, stamped(text)).at(-1)).toContain(wanted);
  });

  it("fills sentences that name the document itself, and no others", () => {
    const own = [
      "Kế hoạch số …/KH-UBND ngày …/02/2026 của Ủy ban nhân dân xã",
      "Kế hoạch số …/KH-UBND ngày …/02/2026 của UBND xã An Bình",
      "kèm theo Kế hoạch số …/KH-UBND",
      "Kế hoạch số …/KH-UBND ngày …/…/2026",
    ];
    const others = [
      "Kế hoạch số …/KH-UBND ngày …/02/2026 của Ủy ban nhân dân tỉnh Phú An",
      "Kế hoạch số …/KH-UBND ngày …/02/2026 của UBND xã Hòa Bình",
      "Kế hoạch số …/KH-UBND ngày …/02/2025 của Ủy ban nhân dân xã",
      "Kế hoạch số …/KH-UBND",
      "Quyết định số …/KH-UBND ngày …/02/2026 của Ủy ban nhân dân xã",
      "Kế hoạch số …/KH-UBND-MTTQ ngày …/02/2026 của Ủy ban nhân dân xã",
      "Kế hoạch số 12/KH-UBND ngày 03/02/2026 của Ủy ban nhân dân xã",
    ];
    const items = [...own, ...others].map((words, i) => `${i + 1}. Thực hiện ${words}.`);
    const text = draft({ body: `I. NỘI DUNG\n\n${items.join("\n")}` });
    const changed = changes(text, stamped(text)).slice(2);
    expect(changed.map((one) => one.slice(0, 2))).toEqual(["1.", "2.", "3.", "4."]);
    for (const one of changed) expect(one).toContain("số 12/KH-UBND");
    for (const one of [changed[0], changed[1], changed[3]]) expect(one).toContain("ngày 05/02/2026");
  });

  it("leaves bases, and values that come from the header", () => {
    const text = draft({
      opening: "Căn cứ Kế hoạch số …/KH-UBND ngày …/02/2026;\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:",
      body: "I. NỘI DUNG\n\n1. Kế hoạch số {số} ngày {ngày} thay Kế hoạch cũ.\n2. Niêm yết tại trụ sở.",
    });
    expect(changes(text, stamped(text))).toEqual(["số: 12/KH-UBND", "ngày: 05/02/2026"]);
    expect(
      ask(text)
        .kept.map(({ message }) => message)
        .join(),
    ).toContain("căn cứ");
  });

  it("writes across emphasis, and leaves words that are wrapped inside a blank", () => {
    const text = draft({
      body: "I. NỘI DUNG\n\n1. Theo **Kế hoạch** số *…*/KH-UBND ngày …/02/2026\ncủa Ủy ban nhân dân xã.\n2. Niêm yết.",
    });
    expect(changes(text, stamped(text))[2]).toBe("1. Theo **Kế hoạch** số *12*/KH-UBND ngày 05/02/2026");
  });
});

describe("a decision and its plan", () => {
  const text = `quyết định: Ban hành Kế hoạch tuyên truyền năm 2026
cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH
số: …/QĐ-UBND
ngày: …/02/2026

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;
Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tuyên truyền năm 2026.

Điều 2. Quyết định này có hiệu lực từ ngày ký./.

nơi nhận:
- Các thôn;
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A

kế hoạch: Tuyên truyền năm 2026

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. NỘI DUNG

1. Phát thanh mỗi tuần một lần (có Phụ lục kèm theo)./.

phụ lục: NHIỆM VỤ

1. Phát thanh.
`;

  it("bear the number of the decision; the plan has none", async () => {
    const after = stamped(text);
    expect(changes(text, after)).toEqual(["số: 12/QĐ-UBND", "ngày: 05/02/2026"]);
    const pages = new TextDecoder().decode(await outputOf(after, "txt")).replace(/\s+/g, " ");
    expect(pages).toContain("Số: 12/QĐ-UBND");
    expect(pages).toContain("An Bình, ngày 05 tháng 02 năm 2026");
    expect(pages).toContain(
      "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã An Bình)",
    );
    // The annex of an electronic copy keeps its room.
    expect(pages.match(/12\/QĐ-UBND/g)).toHaveLength(2);
    const paper = after.replace("số: 12", "bản: giấy\nsố: 12");
    const printed = new TextDecoder().decode(await outputOf(paper, "txt"));
    expect(printed.match(/12\/QĐ-UBND/g)).toHaveLength(3);
  });

  it("typed lines “Kèm theo” are filled for the plan, also in an electronic copy", () => {
    const typed = text.replace(
      "kế hoạch: Tuyên truyền năm 2026\n",
      "kế hoạch: Tuyên truyền năm 2026\nkèm theo: (Kèm theo Quyết định số …/QĐ-UBND ngày …/…/2026 của UBND xã)\n",
    );
    expect(changes(typed, stamped(typed)).at(-1)).toBe(
      "kèm theo: (Kèm theo Quyết định số 12/QĐ-UBND ngày 05/02/2026 của UBND xã)",
    );
  });
});

describe("the files that are built afterwards", () => {
  const line = "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm 2026 của Ủy ban nhân dân xã An Bình)";
  const annex = (typed: boolean): string => `phụ lục: NHIỆM VỤ\n${typed ? `kèm theo: ${line}\n` : ""}\n1. Phát thanh.`;
  const text = (typed: boolean): string =>
    draft({ head: head("…/KH-UBND", "…/02/2026", "\nbản: giấy"), annexes: annex(typed) });
  const wanted = [
    "Số: 12/KH-UBND",
    "An Bình, ngày 05 tháng 02 năm 2026",
    "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã An Bình)",
  ];

  it.each([true, false])("bear both in letterhead, annex line and properties (typed line: %s)", async (typed) => {
    const issued = stamped(text(typed));
    const docx = readDocx(await outputOf(issued, "docx"));
    const words = docx.sections.flatMap(({ blocks }) => paragraphsOf(blocks)).map((one) => plainText(one.text));
    for (const one of wanted) expect(words).toContain(one);
    expect(docx.custom).toMatchObject({ CodeNumber: "12", CodeNotation: "KH-UBND", IssuedDate: "2026-02-05" });
    if (!has("mutool")) return;
    const pages = readPdf(await outputOf(issued, "pdf")).flatMap(({ lines }) => lines.map((one) => one.text));
    for (const one of wanted) expect(plainText(pages.join(" "))).toContain(one);
  });

  it("have the number in their properties as it is printed", () => {
    const properties = (number: string, wish: Wish = {}) =>
      documentOf(stamped(draft({ head: head(number, "…/02/2026") }), wish)).properties;
    expect(properties("…/KH-UBND")).toMatchObject({ number: "12/KH-UBND", date: "2026-02-05" });
    expect(properties("…-KH/ĐU").number).toBe("12-KH/ĐU");
    const lettered = properties("…/KH-UBND", { number: 5, suffix: "b" });
    expect([lettered.number, lettered.custom.CodeNumber]).toEqual(["05b/KH-UBND", "05b"]);
  });
});

describe("what stands against it", () => {
  const messages = (text: string, wish: Wish = {}): string[] => ask(text, wish).refusals.map(({ message }) => message);

  it("marks of an import", () => {
    const text = draft().replace("cơ quan:", "# CẦN XEM: tên lấy theo lời mở đầu\ncơ quan:");
    expect(messages(text)).toEqual([expect.stringContaining("# CẦN XEM: tên lấy theo lời mở đầu")]);
    expect(messages(text, { force: "vì thế" })).toHaveLength(1);
  });

  it("another number or date, unless it is forced", () => {
    const text = draft({ head: head("11/KH-UBND", "04/02/2026") });
    expect(messages(text)).toEqual([expect.stringContaining("11/KH-UBND"), expect.stringContaining("04/02/2026")]);
    expect(messages(text, { force: "ghi nhầm" })).toEqual([]);
    expect(changes(text, stamped(text, { force: "ghi nhầm" }))).toEqual(["số: 12/KH-UBND", "ngày: 05/02/2026"]);
    expect(messages(draft({ head: head("…/KH-UBND", "…/01/2026") }))).toEqual([expect.stringContaining("…/01/2026")]);
  });

  it("a number that is replaced is replaced where it was written", () => {
    const text = draft({
      head: head("11/KH-UBND", "04/02/2026"),
      annexes:
        "phụ lục: NHIỆM VỤ\nkèm theo: (Kèm theo Kế hoạch số 11/KH-UBND ngày 04/02/2026 của UBND xã)\n\n1. Phát thanh.",
    });
    expect(changes(text, stamped(text, { force: "ghi nhầm" })).at(-1)).toContain("số 12/KH-UBND ngày 05/02/2026");
  });

  it("a year in the symbol that is not the date's", () => {
    expect(messages(draft({ head: head("…/2025/KH-UBND", "…/02/2026") }))).toEqual([expect.stringContaining("2025")]);
  });
});

describe("plan issue", () => {
  const issue = (file: string, ...rest: string[]) =>
    run(["issue", file, "--number", "12", "--date", "2026-02-05", ...rest]);
  const withFiles = <T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T =>
    inTemporaryFolder((folder) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      return use(folder);
    });

  it("keeps byte-order mark, line ends and accents typed apart", () => {
    const typed = `\ufeff${draft({ closing: "Trên đây là Kế hoạch tuyên truyền năm 2026./." })}`.replace(/\n/g, "\r\n");
    const apart = typed.replace("Phát thanh", "Phát thanh".normalize("NFD"));
    return withFiles({ "a.plan": apart }, async (folder) => {
      expect((await issue(join(folder, "a.plan"))).status).toBe(0);
      const wanted = apart.replace("số: …/", "số: 12/").replace("ngày: …/", "ngày: 05/");
      expect(readFileSync(join(folder, "a.plan"), "utf8")).toBe(wanted);
    });
  });

  it.each([
    ["an error", draft({ head: "số: …/KH-UBND\nngày: …/02/2026" }), [], "lỗi KH001"],
    ["a warning, where that is asked for", draft({ signature: "" }), ["--fail-on", "warning"], "cảnh báo VB521"],
    ["a mark", draft().replace("cơ quan", "# CẦN XEM: tên\ncơ quan"), [], "a.plan:2:1: còn ghi chú"],
    ["another number", draft({ head: head("11/KH-UBND", "…/02/2026") }), [], "a.plan:3:5: tệp đã có số"],
    ["no such day", draft(), ["--date", "2026-02-30"], "không có trong lịch"],
    ["another symbol", draft(), ["--number", "12/QĐ-UBND"], "--number ghi “/QĐ-UBND”"],
  ])("refuses for %s and writes nothing", (_name, text, options, words) =>
    withFiles({ "a.plan": text }, async (folder) => {
      const { status, out, error } = await issue(join(folder, "a.plan"), ...options);
      expect(error).toContain(words);
      expect(error).toContain("chưa cấp số, chưa ghi gì");
      expect([status, out]).toEqual([1, ""]);
      expect(readFileSync(join(folder, "a.plan"), "utf8")).toBe(text);
    }),
  );

  it.each([
    ["the number is used", { number: "12/KH-UBND", day: "04/02/2026" }, "đã dùng ở", "đã dùng ở"],
    ["a later number is of an earlier day", { number: "13/KH-UBND", day: "04/02/2026" }, "không theo thứ tự", null],
    ["an earlier number is of a later day", { number: "11/KH-UBND", day: "06/02/2026" }, "không theo thứ tự", null],
    ["in order", { number: "11/KH-UBND", day: "05/02/2026" }, null, null],
    ["another year", { number: "12/KH-UBND", day: "04/02/2025" }, null, null],
    ["another symbol", { number: "12/TB-UBND", day: "04/02/2026" }, null, null],
    ["another letter", { number: "12a/KH-UBND", day: "04/02/2026" }, null, null],
  ] as const)("looks at the other plans of the folder: %s", (_name, { number, day }, words, forced) =>
    withFiles({ "a.plan": draft(), "b.plan": draft({ head: head(number, day) }) }, async (folder) => {
      const first = await issue(join(folder, "a.plan"), "--dry-run");
      expect(first.status).toBe(words === null ? 0 : 1);
      if (words !== null) expect(first.error).toMatch(new RegExp(`a\\.plan:3:5: .*${words}.*b\\.plan`));
      const second = await issue(join(folder, "a.plan"), "--dry-run", "--force", "họp bất thường");
      expect(second.status).toBe(forced === null ? 0 : 1);
      if (forced === null) expect(second.out).toContain("vì: họp bất thường");
    }),
  );

  it("another issuer counts for itself", () => {
    const other = draft({ head: head("12/KH-UBND", "04/02/2026").replace("AN BÌNH", "HÒA BÌNH") });
    return withFiles({ "a.plan": draft(), "b.plan": other }, async (folder) => {
      expect((await issue(join(folder, "a.plan"))).status).toBe(0);
    });
  });

  it("takes a new name, or goes to another file", () =>
    withFiles({ "a.plan": draft() }, async (folder) => {
      const file = join(folder, "a.plan");
      expect((await issue(file, "-o", join(folder, "{năm}-{số}-{ký hiệu}.plan"))).status).toBe(0);
      expect(readdirSync(folder)).toEqual(["2026-12-KH-UBND.plan", "a.plan"]);
      expect(readFileSync(file, "utf8")).toBe(draft());
      // The number is taken by the copy now.
      expect((await issue(file)).status).toBe(1);
      expect((await run(["issue", file, "--number", "13", "--date", "6/2/2026", "--rename"])).status).toBe(0);
      expect(readdirSync(folder)).toEqual(["13-KH-UBND-a.plan", "2026-12-KH-UBND.plan"]);
      expect(existsSync(file)).toBe(false);
    }));

  it("never writes over another file", () =>
    withFiles({ "a.plan": draft(), "12-KH-UBND-a.plan": "# khác" }, async (folder) => {
      for (const options of [["--rename"], ["-o", join(folder, "12-KH-UBND-a.plan")]]) {
        const { status, error } = await issue(join(folder, "a.plan"), ...options);
        expect([status, error]).toEqual([2, expect.stringContaining("đã có, không ghi đè")]);
      }
      expect(readFileSync(join(folder, "12-KH-UBND-a.plan"), "utf8")).toBe("# khác");
    }));

  it("warns of a day to come, and of what the day brings", () =>
    withFiles({ "a.plan": draft() }, async (folder) => {
      const file = join(folder, "a.plan");
      const args = ["issue", file, "--number", "12", "--date", "2026-02-05", "--dry-run"];
      const before = await run(args, { today: () => "2026-02-04" });
      expect([before.status, before.error]).toEqual([0, "lưu ý: ngày 05/02/2026 ở sau hôm nay (04/02/2026).\n"]);
      expect((await run(args, { today: () => "2026-02-05" })).error).toBe("");
    }));

  it("a second time finds nothing to do", () =>
    withFiles({ "a.plan": draft() }, async (folder) => {
      const file = join(folder, "a.plan");
      await issue(file);
      const once = readFileSync(file, "utf8");
      const again = await issue(file);
      expect([again.status, again.out]).toEqual([0, expect.stringContaining("không có gì phải ghi")]);
      expect(readFileSync(file, "utf8")).toBe(once);
    }));
});

describe("examples", () => {
  const some = ["khanh-hoa-2018", "lien-tich-2026", "trung-tam-2026", "xa-2026"];
  it.each(examples.filter(({ name }) => some.includes(name)))(
    "$name takes another number and its date, at its places only",
    ({ text }) => {
      const { plan } = analyzeText(text);
      const { number, date: day } = plan.documents[0]!;
      const wish = { number: 777, day: 28, month: day?.month ?? 12, year: day!.year!, force: "thử" };
      const after = stamped(text, wish);
      const issued = analyzeText(after).plan.documents[0]!;
      expect(issued.number).toMatchObject({ number: 777, symbol: number!.symbol });
      expect(issued.date).toMatchObject({ day: 28, month: wish.month, year: wish.year });
      const { stamps } = ask(text, wish);
      expect(changes(text, after).length).toBeLessThanOrEqual(stamps.length);
      expect(stamps.length).toBeLessThanOrEqual(4);
    },
  );
});
