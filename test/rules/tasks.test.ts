/** Rules on tasks at their edges: what must be left alone, the exact place, and what is told with it. */
import { describe, expect, it } from "vitest";
import duplicateItem from "../../src/rules/duplicate-item.ts";
import { example } from "../../src/rules/example.ts";
import { registries } from "../registry/support.ts";
import { check, marked } from "./support.ts";

const found = (text: string): string[] => marked(text, /^VB4/);
const inBody = (text: string): string => example({ body: `I. NỘI DUNG\n\n${text}` });
const row = (name: string, ...fields: string[]): string => `nhiệm vụ: ${name}${fields.map((f) => `\n  ${f}`).join("")}`;
const table = (columns: string, ...rows: string[]): string => inBody(`cột: ${columns}\n\n${rows.join("\n\n")}`);

describe("VB401 and VB402 who and when", () => {
  const columns = "TT | NỘI DUNG CÔNG VIỆC | CHỦ TRÌ | THỜI GIAN";
  const whole = ["chủ trì: Phòng Kinh tế", "thời gian: Quý II"];
  it("are not asked of the breaks of a programme", () => {
    expect(found(table(columns, row("Báo cáo", ...whole), row("5. Giải lao (15 phút)", "thời gian: Quý II")))).toEqual(
      [],
    );
  });
  it("tell long titles shortly", () => {
    const long = `${"Tuyên truyền cải cách hành chính ".repeat(5)}của xã`;
    const text = table(columns, row("A", ...whole), row(long, "chủ trì:", "thời gian: Quý II"));
    const [one] = check(text).diagnostics.filter((d) => d.code === "VB401");
    expect(one!.message.length).toBeLessThan(150);
  });
});

describe("VB403 and VB404 what comes out and with whom", () => {
  const columns = "TT | NHIỆM VỤ | SẢN PHẨM | CHỦ TRÌ | PHỐI HỢP | THỜI GIAN";
  const lead = ["chủ trì: Phòng Kinh tế", "thời gian: Quý II"];
  const whole = ["sản phẩm: Báo cáo", ...lead, "phối hợp: Các thôn"];
  const names = ["A", "B", "C", "D"];
  it("are asked where nearly all others have them", () => {
    const others = names.map((name) => row(name, ...whole));
    expect(found(table(columns, ...others, row("E", ...lead, "sản phẩm:", "phối hợp:")))).toEqual([
      "VB403 E",
      "VB404 E",
    ]);
    expect(found(table(columns, ...others.slice(1), row("E", ...lead, "sản phẩm:", "phối hợp:")))).toEqual([]);
    const half = names.map((name) => row(`${name}${name}`, ...lead, "sản phẩm:", "phối hợp:"));
    expect(found(table(columns, ...others, ...half))).toEqual([]);
  });
  it("may stand in another row of the task", () => {
    const others = names.map((name) => row(name, ...whole));
    const last = `${row("E", ...lead, "sản phẩm:", "phối hợp:")}\nviệc: Sơ kết\n  sản phẩm: Báo cáo\n  phối hợp: Các thôn`;
    expect(found(table(columns, ...others, last))).toEqual([]);
  });
});

describe("VB405 recipients of work", () => {
  const duties = (...bodies: string[]): string =>
    `I. TỔ CHỨC THỰC HIỆN\n\n${bodies.map((name, i) => `${i + 1}. ${name}\n\nThực hiện Kế hoạch, phần việc ${name}.`).join("\n\n")}`;
  const head = "cơ quan: ỦY BAN NHÂN DÂN HUYỆN LỘC HÀ\nsố: …/KH-UBND\nngày: …/02/2024";
  const district = (bodies: string[], ...recipients: string[]): string[] =>
    marked(
      example({
        head,
        title: "Tuyên truyền cải cách hành chính năm 2024",
        closing: "Trên đây là Kế hoạch tuyên truyền cải cách hành chính năm 2024./.",
        body: duties(...bodies),
        recipients: [...recipients, "Lưu: VT, NV."].map((line) => `- ${line}`).join("\n"),
      }),
      /VB405/,
    );

  it("are those of a set that it belongs to", () => {
    expect(district(["Phòng Tư pháp", "Phòng Y tế"], "UBND tỉnh (b/c);", "Các phòng, ban, ngành cấp huyện;")).toEqual(
      [],
    );
    expect(district(["Trung tâm Y tế huyện", "Phòng Y tế"], "Các cơ quan, đơn vị;", "Các xã;")).toEqual([]);
    expect(district(["UBND các xã, thị trấn", "Phòng Y tế"], "Phòng Y tế;", "UBND các xã, thị trấn;")).toEqual([]);
    expect(district(["Ủy ban Mặt trận Tổ quốc huyện", "Phòng Y tế"], "UBMTTQ và các đoàn thể;", "Phòng Y tế;")).toEqual(
      [],
    );
  });

  it("are missing in a list of names", () => {
    expect(district(["Phòng Tư pháp", "Phòng Y tế"], "UBND tỉnh (b/c);", "Phòng Y tế;")).toEqual([
      "VB405 Phòng Tư pháp",
    ]);
    expect(district(["Bưu điện huyện", "Phòng Y tế"], "Các phòng, ban, ngành;", "UBND các xã, thị trấn;")).toEqual([
      "VB405 Bưu điện huyện",
    ]);
    expect(district(["UBND các xã, thị trấn", "Phòng Y tế"], "UBND tỉnh;", "Phòng Y tế;")).toEqual([
      "VB405 UBND các xã, thị trấn",
    ]);
  });

  it("may be told shortly, or be anyone", () => {
    expect(district(["Hội Nông dân huyện", "Phòng Y tế"], "Phòng Y tế;", "Hội Nông dân, Bưu điện huyện;")).toEqual([]);
    expect(district(["Phòng Tư pháp", "Phòng Y tế"], "Các phòng: Tư pháp, Y tế;", "UBND tỉnh;")).toEqual([]);
    expect(district(["Phòng Nội vụ", "Phòng Y tế"], "Phòng Y tế;", "UBND tỉnh;")).toEqual([]);
    expect(district(["Phòng Tư pháp", "Phòng Y tế"], "Như trên;", "UBND tỉnh;")).toEqual([]);
    expect(district(["Phòng Tư pháp", "Phòng Y tế"], "Các đơn vị liên quan;", "UBND tỉnh;")).toEqual([]);
    expect(district(["Phòng Tư pháp", "Phòng Y tế"], "Như Điều 3;", "UBND tỉnh;")).toEqual([]);
  });

  it("are told once, with the list", () => {
    const text = example({
      body: "I. TỔ CHỨC THỰC HIỆN\n\n1. Trạm Y tế xã An Bình\n\nA.\n\n2. Các thôn\n\nB.",
      recipients: "- UBND tỉnh (b/c);\n- Các thôn;\n- Lưu: VT.",
    });
    const [one, more] = check(text).diagnostics.filter((d) => d.code === "VB405");
    expect(more).toBeUndefined();
    const { start, end } = one!.related![0]!.span;
    expect(text.slice(start, end)).toContain("Các thôn");
  });
});

describe("VB406 copies", () => {
  const first = "Phát thanh tin, bài về cải cách hành chính trên hệ thống truyền thanh của xã";
  it("are the same but for a word or two", () => {
    expect(found(inBody(`1. ${first};\n2. ${first}.`))).toEqual([`VB406 ${first}.`]);
    const near = first.replace("tin, bài", "các tin, bài");
    expect(found(inBody(`1. ${first};\n2. ${near}.`))).toEqual([`VB406 ${near}.`]);
  });
  it("are no copies with another number, name or body", () => {
    const about = (what: string): string =>
      `Phát thanh tin, bài về cải cách hành chính trên hệ thống truyền thanh của ${what}`;
    for (const [a, b] of [
      [about("thôn 1"), about("thôn 2")],
      [about("quý I"), about("quý II")],
      [about("xã An Bình"), about("xã An Hòa")],
      ["Các phòng, ban, ngành, đoàn thể xã;", "Các phòng, ban, ngành, đoàn thể xã."],
    ] as const) {
      expect(found(inBody(`1. ${a}.\n2. ${b}.`)), b).toEqual([]);
    }
  });
  it("may be told to several bodies", () => {
    const duties = `II. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Kinh tế\n\n- ${first}.\n\n2. Các thôn\n\n- ${first}.`;
    expect(found(example({ body: `I. NỘI DUNG\n\nA.\n\n${duties}` }))).toEqual([]);
  });
  it("are found fast among many", () => {
    const items = Array.from({ length: 5000 }, (_, i) => `- ${first} lần thứ ${i} về việc số ${i * 7}.`);
    const { plan } = check(inBody(items.join("\n")));
    const start = performance.now();
    expect(duplicateItem.find(plan, registries)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("VB407 and VB408 totals of tables", () => {
  const columns = "TT | NHIỆM VỤ | KINH PHÍ";
  const sum = (total: string, ...amounts: string[]): string[] =>
    found(
      table(columns, ...amounts.map((amount, i) => row(`Việc ${i}`, `kinh phí: ${amount}`)), `tổng: Tổng cộng${total}`),
    );
  it("are the sum of the rows", () => {
    expect(sum("\n  kinh phí: 3.000.000", "1.000.000", "2.000.000")).toEqual([]);
    expect(sum("\n  kinh phí: 3.500.000", "1.000.000", "2.000.000")).toEqual(["VB408 kinh phí: 3.500.000"]);
    expect(sum("\n  kinh phí: 3,5 triệu đồng", "1,5 triệu đồng", "2 triệu đồng")).toEqual([]);
    expect(sum("\n  kinh phí: 3.000.000 đồng", "1 triệu đồng", "2 triệu đồng")).toEqual([]);
    expect(sum("", "1", "2")).toEqual(["VB407 Tổng cộng"]);
    expect(sum(": 25 triệu đồng", "1", "2")).toEqual([]);
  });
  it("are not added up where cells are words", () => {
    expect(sum("\n  kinh phí: 30", "10", "Lồng ghép")).toEqual([]);
    expect(sum("\n  kinh phí: 30 triệu đồng", "10", "25")).toEqual([]);
    expect(sum("\n  kinh phí: 30", "30")).toEqual([]);
  });
  it("are looked for in literal tables, without nesting and prices", () => {
    const grid = (...rows: string[]): string[] =>
      found(inBody(`| TT | Nội dung | Đơn giá | Thành tiền |\n|---|\n${rows.map((r) => `| ${r} |`).join("\n")}`));
    expect(grid("1 | A | 5 | 10", "2 | B | 5 | 15", " | Tổng cộng | 5 | 25")).toEqual([]);
    expect(grid("1 | A | 5 | 10", "2 | B | 5 | 15", " | Tổng cộng | 5 | 30")).toEqual(["VB408 30"]);
    expect(grid("I | A | | 10", "1 | B | 5 | 10", "II | C | | 15", " | Tổng cộng | | 25")).toEqual([]);
  });
});

describe("VB409 and VB410 rows and groups", () => {
  const columns = "TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN";
  const whole = ["chủ trì: Phòng Kinh tế", "thời gian: Quý II"];
  it("say what is to be done, once", () => {
    expect(found(table(columns, row("A", ...whole), row("", "chủ trì: Phòng Kinh tế", "thời gian: Quý II")))).toEqual([
      "VB409 chủ trì: Phòng Kinh tế",
    ]);
    expect(found(table(columns, row("A", ...whole), row("", "chủ trì:", "thời gian:")))).toEqual([]);
  });
  it("hold tasks, or groups below that do", () => {
    expect(found(table(columns, "nhóm: A. X", "nhóm: I. Y", row("A", ...whole)))).toEqual([]);
    expect(found(table(columns, "nhóm: I. X", "nhóm: II. Y", row("A", ...whole)))).toEqual(["VB410 I. X"]);
  });
});

describe("VB411 and VB412 duties", () => {
  const section = (...items: string[]): string[] =>
    found(example({ body: `I. TỔ CHỨC THỰC HIỆN\n\n${items.join("\n\n")}` }));
  it("are given where a body is named", () => {
    expect(section("1. Phòng Kinh tế\n\nViết tin, bài.", "2. Phòng Nội vụ", "3. Các thôn\n\nPhát thanh.")).toContain(
      "VB411 Phòng Nội vụ",
    );
    // Who takes part is a list of names.
    expect(section("1. Phòng Kinh tế", "2. Phòng Nội vụ", "3. Các thôn").filter((one) => /VB411/.test(one))).toEqual(
      [],
    );
    expect(
      section(
        "1. Phòng Kinh tế\n\nViết tin, bài.",
        "2. Phòng Nội vụ theo dõi, đôn đốc việc thực hiện.",
        "3. Các thôn\n\nPhát thanh.",
      ),
    ).not.toContain("VB411 Phòng Nội vụ");
  });
  it("of one body stand together", () => {
    const two = section(
      "1. Phòng Kinh tế\n\nViết tin, bài.",
      "2. Các thôn\n\nPhát thanh.",
      "3. Phòng Kinh tế\n\nĐôn đốc.",
    );
    expect(two.filter((one) => /VB412/.test(one))).toEqual(["VB412 Phòng Kinh tế"]);
    const sets = section(
      "1. Các phòng, ban\n\nViết tin, bài.",
      "2. Các thôn\n\nPhát thanh.",
      "3. Các phòng, ban\n\nĐôn đốc.",
    );
    expect(sets.filter((one) => /VB412/.test(one))).toEqual([]);
  });
});

describe("VB208 one part for one body", () => {
  it("in one row; another row is another", () => {
    const columns = "TT | NHIỆM VỤ | CHỦ TRÌ | PHỐI HỢP | THỜI GIAN";
    const both = row("A", "chủ trì: Phòng Kinh tế", "phối hợp: Các thôn; Phòng Kinh tế", "thời gian: Quý II");
    expect(marked(table(columns, both), /VB208/)).toEqual(["VB208 Phòng Kinh tế"]);
    const apart = `${row("A", "chủ trì: Phòng Kinh tế", "phối hợp: Các thôn", "thời gian: Quý II")}\nviệc: B\n  chủ trì: Các thôn\n  phối hợp: Phòng Kinh tế\n  thời gian: Quý III`;
    expect(marked(table(columns, apart), /VB208/)).toEqual([]);
  });
});
