import { describe, expect, it } from "vitest";
import { textWidth } from "../../src/document/document.ts";
import { toDocument } from "../../src/document/from-plan.ts";
import { widthOf } from "../../src/document/measure.ts";
import { mm } from "../../src/document/style.ts";
import { fonts, forms, nd30 } from "../support/forms.ts";
import { issuer, laidOut, planDocument, planOf, span } from "./plan-values.ts";
import { blocksOf, cellText, columns, ofStyle, rules, textOf, wordsOf } from "./tree-read.ts";

const bold = { bold: true, italic: false };

describe("the issuer", () => {
  it.each([
    ["Ủy ban nhân dân xã An Bình", "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH"],
    ["Ủy ban nhân dân huyện Lộc Hà", "ỦY BAN NHÂN DÂN\nHUYỆN LỘC HÀ"],
    ["Ủy ban nhân dân tỉnh Thừa Thiên Huế", "ỦY BAN NHÂN DÂN\nTỈNH THỪA THIÊN HUẾ"],
    ["Ủy ban nhân dân Thành phố Hồ Chí Minh", "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH"],
    ["Chủ tịch Ủy ban nhân dân xã An Bình", "CHỦ TỊCH\nỦY BAN NHÂN DÂN\nXÃ AN BÌNH"],
    ["Hội đồng nhân dân phường Điện Biên Phủ", "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG ĐIỆN BIÊN PHỦ"],
    ["Sở Nội vụ", "SỞ NỘI VỤ"],
    ["Sở Nông nghiệp và Môi trường", "SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"],
    ["Bộ Khoa học và Công nghệ", "BỘ KHOA HỌC\nVÀ CÔNG NGHỆ"],
    ["Phòng Văn hóa - Xã hội", "PHÒNG VĂN HÓA\u00a0- XÃ HỘI"],
    ["Trung tâm Phục vụ hành chính công", "TRUNG TÂM PHỤC VỤ\nHÀNH CHÍNH CÔNG"],
    ["Trường Trung học phổ thông Nguyễn Trãi", "TRƯỜNG TRUNG HỌC\nPHỔ THÔNG NGUYỄN TRÃI"],
    ["Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Cà Mau", null],
  ])("%s", (name, expected) => {
    const document = laidOut({ issuers: [issuer(name)] });
    const printed = textOf(document, "issuer");
    expect(printed.length).toBe(1);
    expect(printed[0]!.replace(/[\n\u00a0]/g, " ")).toBe(name.toUpperCase());
    if (expected !== null) expect(printed[0]).toBe(expected);
    const lines = printed[0]!.split("\n");
    const room = columns(document, "letterhead").widths[0]!;
    const widths = lines.map((line) => widthOf(fonts, line, 13, bold));
    for (const width of widths) expect(width).toBeLessThanOrEqual(room);
    // The short line: a third to a half of the longest line (TT-KE-02).
    const ratio = rules(document.sections[0]!)[0]!.width / Math.max(...widths);
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThanOrEqual(0.5);
  });

  it("stands under its superior body, which is not bold", () => {
    const document = laidOut({
      issuers: [issuer("Sở Nội vụ", { kind: "department", level: "province", parent: "Ủy ban nhân dân tỉnh Hà Tĩnh" })],
    });
    expect(cellText(columns(document, "letterhead"), 0, 0)).toEqual(["ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH", "SỞ NỘI VỤ"]);
    const parent = ofStyle(document, "parent-agency")[0]!;
    expect(parent.runs.every((run) => run.kind !== "text" || !run.bold)).toBe(true);
  });

  it("of a joint plan is both bodies, on one line where they fit", () => {
    const department = (name: string) => issuer(name, { kind: "department", parent: "UBND tỉnh Hà Tĩnh" });
    const short = laidOut({ issuers: [department("Sở Y tế"), department("Sở Nội vụ")] });
    expect(cellText(columns(short, "letterhead"), 0, 0)).toEqual(["UBND TỈNH HÀ TĨNH", "SỞ Y TẾ - SỞ NỘI VỤ"]);
    const long = laidOut({
      issuers: [department("Sở Giáo dục và Đào tạo"), department("Sở Văn hóa, Thể thao và Du lịch")],
    });
    const [, first, second] = cellText(columns(long, "letterhead"), 0, 0);
    expect(first).toMatch(/\u00a0-$/);
    expect(second!.replace(/\n/g, " ")).toBe("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH");
  });
});

describe("Quốc hiệu, Tiêu ngữ", () => {
  it("are the exact words, each on one line, with a line as long as the motto", () => {
    for (const form of forms) {
      const document = laidOut({ form: form.id });
      const [left, right] = columns(document, "letterhead").widths;
      expect(textOf(document, "national-name")).toEqual(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]);
      expect(textOf(document, "motto")).toEqual(["Độc lập - Tự do - Hạnh phúc"]);
      expect(right!).toBeGreaterThan(widthOf(fonts, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold) + 2);
      expect(left! + right!).toBeLessThanOrEqual(textWidth(form.page) + 0.01);
      const motto = rules(document.sections[0]!)[1]!;
      expect(Math.abs(motto.width - mm(60.5))).toBeLessThan(mm(0.5));
    }
  });
});

describe("number, place and date", () => {
  it("are padded as the form says", () => {
    const printed = (number: number | null, date: [number, number | null, number | null]) => {
      const document = laidOut({
        number: { number, symbol: "KH-UBND", span },
        date: { year: date[0], month: date[1], day: date[2], span },
      });
      return [...textOf(document, "number"), ...textOf(document, "place-date")];
    };
    expect(printed(2, [2024, 2, 9])).toEqual(["Số: 02/KH-UBND", "An Bình, ngày 09 tháng 02 năm 2024"]);
    expect(printed(141, [2024, 12, 31])).toEqual(["Số: 141/KH-UBND", "An Bình, ngày 31 tháng 12 năm 2024"]);
    expect(printed(10, [2024, 3, 10])).toEqual(["Số: 10/KH-UBND", "An Bình, ngày 10 tháng 3 năm 2024"]);
  });

  it("leave room to stamp what is open", () => {
    const document = laidOut({
      number: { number: null, symbol: "KH-UBND", span },
      date: { year: 2024, month: 2, day: null, span },
    });
    const [number] = textOf(document, "number");
    const gap = /^Số: (\u00a0+)\/KH-UBND$/.exec(number!)![1]!;
    expect(widthOf(fonts, gap, 13, { bold: false, italic: false })).toBeGreaterThanOrEqual(mm(11));
    const [date] = textOf(document, "place-date");
    const day = /^An Bình, ngày (\u00a0+) tháng 02 năm 2024$/.exec(date!)![1]!;
    expect(widthOf(fonts, day, 14, { bold: false, italic: true })).toBeGreaterThanOrEqual(mm(8.5));
    // The row of the form table for the date.
    expect(date).toMatch(/^[A-ZĐÀ-Ỹ].+, ngày (\s*|0[1-9]|[12]\d|3[01]) tháng (\s*|0[12]|[3-9]|1[0-2]) năm \d{4}$/);
  });

  it("keep the letter of a supplementary number and the sign of Party bodies", () => {
    const printed = (rest: object) =>
      textOf(laidOut({ number: { number: 12, symbol: "KH/ĐU", span, ...rest } }), "number")[0];
    expect(printed({ separator: "-" })).toBe("Số: 12-KH/ĐU");
    expect(printed({ suffix: "a" })).toBe("Số: 12a/KH/ĐU");
  });

  it("take the abbreviation of the type when no number was typed", () => {
    expect(textOf(laidOut({ number: null }), "number")[0]).toMatch(/^Số: \u00a0+\/KH$/);
    const programme = laidOut({ number: null, kind: "programme", typeName: "CHƯƠNG TRÌNH" });
    expect(textOf(programme, "number")[0]).toMatch(/^Số: \u00a0+\/CTr$/);
  });

  it("stay on one line: smaller type first, then a wider column", () => {
    const of = (place: string) => {
      const document = laidOut({ place, date: { year: 2026, month: 12, day: 29, span } });
      const block = ofStyle(document, "place-date")[0]!;
      const run = block.runs[0]!;
      if (run.kind !== "text") throw new Error("no text");
      const size = run.size ?? nd30.style.paragraph["place-date"].size;
      const [left, right] = columns(document, "letterhead").widths;
      expect(widthOf(fonts, wordsOf(block.runs), size, { bold: false, italic: true })).toBeLessThan(right!);
      expect(left! + right!).toBeLessThanOrEqual(textWidth(nd30.page) + 0.01);
      return size;
    };
    expect(of("An Bình")).toBe(14);
    expect(of("Thừa Thiên Huế")).toBe(14);
    expect(of("Thành phố Hồ Chí Minh")).toBe(13);
  });

  it("stand side by side, in one row", () => {
    const block = columns(laidOut(), "letterhead");
    expect(cellText(block, 1, 0)).toEqual(["Số: 12/KH-UBND"]);
    expect(cellText(block, 1, 1)).toEqual(["An Bình, ngày 05 tháng 01 năm 2026"]);
    expect(nd30.style.paragraph.number.before).toBe(nd30.style.paragraph["place-date"].before);
  });
});

describe("stamps", () => {
  it.each([
    ["HỎA TỐC", 30],
    ["THƯỢNG KHẨN", 40],
    ["KHẨN", 20],
  ] as const)("%s has its frame, red, under the number", (urgency, width) => {
    const frame = columns(laidOut({ urgency }), "letterhead").rows[1]!.cells[0]![1]!;
    if (frame.kind !== "frame") throw new Error("no frame");
    expect(Math.abs(frame.width - mm(width))).toBeLessThan(0.1);
    expect(Math.abs(frame.height - mm(8))).toBeLessThan(0.1);
    expect([frame.color, nd30.style.paragraph.urgency.color]).toEqual(["#FF0000", "#FF0000"]);
    expect(wordsOf(frame.runs)).toBe(urgency);
    expect(widthOf(fonts, urgency, 13, bold)).toBeLessThan(frame.width);
  });

  it("phạm vi lưu hành and signing information stand above the first page, the address at its foot", () => {
    const document = laidOut({
      circulation: "lưu hành nội bộ",
      signingInfo: "12/KH-UBND; 05/01/2026 08:30:00 +07:00",
      address: ["Thôn Đông, xã An Bình", "Điện thoại: 0239.000.000"],
    });
    const [section] = document.sections;
    const frame = section!.firstHeader.find((block) => block.kind === "frame");
    if (frame?.kind !== "frame") throw new Error("no frame");
    expect(wordsOf(frame.runs)).toBe("LƯU HÀNH NỘI BỘ");
    expect(frame.width).toBeGreaterThan(widthOf(fonts, "LƯU HÀNH NỘI BỘ", 13, bold));
    expect(textOf(document, "signing-info")).toEqual(["12/KH-UBND; 05/01/2026 08:30:00 +07:00"]);
    expect(textOf(document, "address").length).toBe(2);
    const line = section!.firstFooter[0]!;
    if (line.kind !== "rule") throw new Error("no rule");
    expect(Math.abs(line.width - textWidth(section!.page))).toBeLessThan(0.1);
    // Both stamps fit between the header distance and the text, within the margins that the form allows.
    expect(section!.page.marginTop).toBeGreaterThan(section!.page.headerDistance + frame.height + 11);
    expect(section!.page.marginTop).toBeLessThanOrEqual(mm(25));
  });
});

describe("findings", () => {
  it("an unknown form is named", () => {
    const { diagnostics } = toDocument(planOf(planDocument({ form: "nghị định 31" })), forms, fonts, "thử");
    expect(diagnostics.map((d) => d.code)).toEqual(["XB501"]);
  });
});

it("gives every block an id of its own, of the kind bookmarks take", () => {
  const document = laidOut({ urgency: "KHẨN", address: ["a", "b"] });
  const ids = document.sections.flatMap((section) => [
    ...section.blocks.map((block) => block.id),
    ...blocksOf(section).map((block) => block.id),
  ]);
  const columnsIds = document.sections.flatMap((s) => s.blocks.filter((b) => b.kind === "columns").map((b) => b.id));
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
  const inner = document.sections.flatMap(blocksOf).map((block) => block.id);
  expect(new Set([...inner, ...columnsIds]).size).toBe(inner.length + columnsIds.length);
});
