import { describe, expect, it } from "vitest";
import { lineWidths } from "../../src/document/breaking.ts";
import { textWidth } from "../../src/document/document.ts";
import { mm } from "../../src/document/style.ts";
import { fonts, nd30 } from "../support/forms.ts";
import { column, laidOut, recipient, row, signature, taskTable, text } from "./plan-values.ts";
import { cellText, columns, ofStyle, textOf, wordsOf } from "./tree-read.ts";

const recipients = [recipient("UBND tỉnh (b/c);"), recipient("Các thôn;"), recipient("Lưu: VT, VHXH.")];

describe("one signer", () => {
  it.each([
    ["chairman", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]],
    ["deputy of a committee", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]],
    ["head in person", ["CHỦ TỊCH"]],
    ["head of a department", ["GIÁM ĐỐC"]],
    ["deputy of a department", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]],
    ["acting head", ["Q. GIÁM ĐỐC"]],
    ["by order", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]],
    ["by order, by a deputy", ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]],
    ["under authorisation", ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"]],
    ["for a board", ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"]],
  ])("%s", (_name, lines) => {
    const document = laidOut({ recipients, signatures: [signature(lines, "Nguyễn Văn A")] });
    const block = columns(document, "signature");
    expect(block.rows.length).toBe(1);
    expect(cellText(block, 0, 0)).toEqual(["Nơi nhận:", "- UBND tỉnh (b/c);", "- Các thôn;", "- Lưu: VT, VHXH."]);
    expect(cellText(block, 0, 1)).toEqual([...lines, "Nguyễn Văn A"]);
    expect(block.keepTogether).toBe(true);
  });

  it("has room to sign and to seal, free of ink", () => {
    const document = laidOut({ recipients, signatures: [signature(["GIÁM ĐỐC"], "Trần Thị B")] });
    const block = columns(document, "signature");
    const [left, right] = block.widths;
    const name = ofStyle(document, "signature-name")[0]!;
    expect(name.before!).toBeGreaterThanOrEqual(mm(35));
    // 53 mm of signature on the axis of the right column, and the seal 25 mm further left: 78 mm in all.
    const axis = left! + right! / 2;
    expect(left!).toBeLessThanOrEqual(axis - mm(53) / 2 - mm(25) + 0.1);
    const place = axis / textWidth(nd30.page);
    expect(place).toBeGreaterThan(0.65);
    expect(place).toBeLessThan(0.8);
    expect(left! + right!).toBeLessThanOrEqual(textWidth(nd30.page) + 0.01);
  });

  it("may have another post above the name, or no name yet", () => {
    const posts = laidOut({
      signatures: [signature(["TRƯỞNG BAN"], "Nguyễn Văn A", ["Phó Chủ tịch Ủy ban nhân dân tỉnh"])],
    });
    const names = ofStyle(posts, "signature-name");
    expect(names.map((block) => wordsOf(block.runs))).toEqual(["Phó Chủ tịch Ủy ban nhân dân tỉnh", "Nguyễn Văn A"]);
    expect(names.map((block) => block.before)).toEqual([nd30.layout.signatureSpace, 0]);
    const open = laidOut({ signatures: [signature(["CHỦ TỊCH"], null)] });
    expect(textOf(open, "signature-name")).toEqual([""]);
    expect(ofStyle(open, "signature-name")[0]!.before).toBeGreaterThan(mm(35));
  });

  it("has the mark of the drafter under the recipients", () => {
    const block = columns(
      laidOut({ recipients, signatures: [signature(["CHỦ TỊCH"], "A")], drafter: "PL.(300)" }),
      "signature",
    );
    expect(cellText(block, 0, 0).at(-1)).toBe("PL.(300)");
  });

  it("is left out where nothing was typed; recipients alone stand left", () => {
    expect(() => columns(laidOut(), "signature")).toThrow();
    const block = columns(laidOut({ recipients }), "signature");
    expect(cellText(block, 0, 1)).toEqual([]);
  });
});

describe("the recipients' column", () => {
  const wide = ["Các phòng, trung tâm thuộc UBND xã;", "Lưu: VT, VHXH."].map(recipient);
  const lineCount = (block: ReturnType<typeof columns>): number =>
    block.rows[0]!.cells[0]!.reduce(
      (sum, inner) =>
        sum + (inner.kind === "paragraph" ? lineWidths(fonts, inner.runs, 11, block.widths[0]!).length : 0),
      0,
    );

  it("is widened where that saves a line, and leaves the seal its room", () => {
    const block = columns(
      laidOut({ recipients: wide, signatures: [signature(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "A")] }),
      "signature",
    );
    const [left, gap, right] = block.widths;
    expect(block.widths.length).toBe(3);
    expect(block.rows[0]!.cells.map((inner) => inner.length)).toEqual([3, 0, 3]);
    expect(lineCount(block)).toBe(3);
    const axis = left! + gap! + right! / 2;
    expect(left!).toBeLessThanOrEqual(axis - mm(53) / 2 - mm(25) + 0.1);
    expect(axis / textWidth(nd30.page)).toBeLessThanOrEqual(0.755);
    expect(left! + gap! + right!).toBeLessThanOrEqual(textWidth(nd30.page) + 0.01);
  });

  it("stays narrow where a line of authority needs the room", () => {
    const block = columns(
      laidOut({ recipients: wide, signatures: [signature(["TM. BAN CHỈ ĐẠO PHÁT TRIỂN DỮ LIỆU"], "A")] }),
      "signature",
    );
    expect(block.widths.length).toBe(2);
    expect(
      textOf(laidOut({ signatures: [signature(["TM. BAN CHỈ ĐẠO PHÁT TRIỂN DỮ LIỆU"], "A")] }), "signature-authority"),
    ).toEqual(["TM. BAN CHỈ ĐẠO PHÁT TRIỂN DỮ LIỆU"]);
  });

  it("runs on below the signature, and over the page's end, where it is long", () => {
    const many = [...Array.from({ length: 40 }, (_, i) => recipient(`UBND xã số ${i + 1};`)), recipient("Lưu: VT.")];
    const block = columns(laidOut({ recipients: many, signatures: [signature(["CHỦ TỊCH"], "A")] }), "signature");
    expect(block.keepTogether).toBe(false);
    expect(block.rows.length).toBeGreaterThan(20);
    expect(block.rows.flatMap((_, r) => cellText(block, r, 0)).length).toBe(42);
    // Beside the signature stand as many as it is high; each of the others has a row.
    expect(cellText(block, 0, 0).length).toBeGreaterThan(8);
    for (let r = 1; r < block.rows.length; r += 1) expect(cellText(block, r, 0).length).toBe(1);
    expect(cellText(block, 0, block.widths.length - 1)).toEqual(["CHỦ TỊCH", "A"]);
    const few = columns(
      laidOut({ recipients: many.slice(0, 20), signatures: [signature(["CHỦ TỊCH"], "A")] }),
      "signature",
    );
    expect([few.rows.length, few.keepTogether]).toEqual([1, true]);
  });
});

describe("two signers", () => {
  it("stand side by side, their names at one height, recipients below", () => {
    const document = laidOut({
      recipients,
      signatures: [signature(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Nguyễn Văn A"), signature(["GIÁM ĐỐC"], "Trần Thị B")],
    });
    const block = columns(document, "signature");
    expect(block.rows.map((_, r) => [cellText(block, r, 0), cellText(block, r, 1)])).toEqual([
      [["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ["GIÁM ĐỐC"]],
      [["Nguyễn Văn A"], ["Trần Thị B"]],
      [["Nơi nhận:", "- UBND tỉnh (b/c);", "- Các thôn;", "- Lưu: VT, VHXH."], []],
    ]);
    expect(Math.abs(block.widths[0]! - block.widths[1]!)).toBeLessThan(0.1);
    expect(block.widths[0]!).toBeGreaterThan(mm(78));
  });

  it("three come two and one", () => {
    const signatures = ["A", "B", "C"].map((name) => signature(["GIÁM ĐỐC"], name));
    const block = columns(laidOut({ signatures }), "signature");
    expect(block.rows.map((_, r) => [cellText(block, r, 0), cellText(block, r, 1)]).slice(1)).toEqual([
      [["A"], ["B"]],
      [[], ["GIÁM ĐỐC"]],
      [[], ["C"]],
    ]);
    // The lower signer stands as far below the names above as a signature below the text.
    expect(ofStyle(laidOut({ signatures }), "signature-authority").map((line) => line.before ?? 0)).toEqual([
      0,
      0,
      nd30.layout.signatureGap,
    ]);
  });
});

describe("the text before a signature", () => {
  const signatures = [signature(["CHỦ TỊCH"], "Nguyễn Văn A")];
  const long = `${"Các đơn vị báo cáo kết quả thực hiện về Ủy ban nhân dân xã để tổng hợp. ".repeat(4)}./.`;

  const held = (document: ReturnType<typeof laidOut>): string[] =>
    document.sections[0]!.blocks.flatMap((block) =>
      block.kind === "paragraph" && block.keepNext === true ? [wordsOf(block.runs)] : [],
    );

  it("stays with it: the last paragraph, where it has two lines", () => {
    const document = laidOut({ signatures, content: [text("Đoạn thứ nhất."), text(long, "closing")] });
    const closing = ofStyle(document, "closing")[0]!;
    expect(lineWidths(fonts, closing.runs, 14, textWidth(nd30.page), 36).length).toBeGreaterThan(1);
    expect(held(document)).toEqual(["KẾ HOẠCH", "Trồng cây năm 2026", long]);
  });

  it("or the last two, where it has one", () => {
    const document = laidOut({
      signatures,
      content: [text("Đoạn thứ nhất."), text("Đoạn thứ hai."), text("Hết./.", "closing")],
    });
    expect(held(document).slice(2)).toEqual(["Đoạn thứ hai.", "Hết./."]);
  });

  it("or the last row of a table", () => {
    const table = taskTable(
      [column("ordinal", "TT"), column("task", "Nhiệm vụ")],
      [row(["1.", "Một"]), row(["2.", "Hai"])],
    );
    const document = laidOut({ signatures, content: [table] });
    const block = document.sections[0]!.blocks.find((b) => b.kind === "table");
    if (block?.kind !== "table") throw new Error("no table");
    expect(block.rows.map((r) => r.keepNext)).toEqual([false, true]);
  });
});
