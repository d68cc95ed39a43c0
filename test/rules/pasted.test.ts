/** A whole document pasted into a plan: one finding for each thing that came along, and fixes that put it right. */
import { describe, expect, it } from "vitest";
import { example } from "../../src/rules/example.ts";
import { applied, check, marked } from "./support.ts";

const fixed = (text: string, code: string): string => {
  const found = check(text).diagnostics.find((d) => d.code === code);
  return found?.fix ? applied(text, found.fix) : text;
};
const unsigned = (lines: string): string => example({ signature: "" }).replace(/\n$/, `\n\n${lines}\n`);

describe("VB511 a signature in the text", () => {
  it.each([
    ["TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn A", "TM. ỦY BAN NHÂN DÂN"],
    ["**TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH**\n\n**Nguyễn Văn A**", "TM. ỦY BAN NHÂN DÂN"],
    ["TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNguyễn Văn A", "TL. CHỦ TỊCH"],
    ["HIỆU TRƯỞNG\n\nNguyễn Văn A", "HIỆU TRƯỞNG"],
  ])("is found once, and the end of the text before it: %s", (lines, at) => {
    expect(marked(unsigned(lines))).toEqual([`VB511 ${at}`]);
    const mended = check(fixed(unsigned(lines), "VB511"));
    expect(mended.diagnostics).toEqual([]);
    expect(mended.plan.documents[0]!.signatures[0]!.name).toBe("Nguyễn Văn A");
  });

  it("is not seen in words that only look like one", () => {
    expect(
      marked(example({ signature: "", closing: "CHỦ TỊCH VÀ CÁC PHÓ CHỦ TỊCH thực hiện Kế hoạch này./." }), /VB511/),
    ).toEqual([]);
    expect(marked(example({ signature: "" }), /VB511/)).toEqual([]);
  });
});

describe("VB512 a letterhead in the text", () => {
  it("is one finding, whose fix takes all its lines out", () => {
    const text = example({
      opening:
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc**\n\nAn Bình, ngày tháng 01 năm 2026\n\n**Tuyên truyền cải cách hành chính\nnăm 2026**\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:",
    });
    expect(marked(text)).toEqual(["VB512 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]);
    const mended = fixed(text, "VB512");
    expect(marked(mended)).toEqual([]);
    expect(mended).not.toContain("*");
    expect(mended).toContain("Ủy ban nhân dân xã ban hành");
  });

  it("may be the issuer's name, or the line that attaches a plan to its decision", () => {
    const named = example({ opening: "ỦY BAN NHÂN DÂN XÃ AN BÌNH\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:" });
    expect(marked(named)).toEqual(["VB512 ỦY BAN NHÂN DÂN XÃ AN BÌNH"]);
    const line = "(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/02/2026 của Ủy ban nhân dân xã An Bình)";
    const two = `${example({ type: "quyết định", title: "Ban hành Kế hoạch", opening: "", body: "Điều 1. Ban hành Kế hoạch.", closing: "" })}
kế hoạch: Trồng cây năm 2026\n\n${line}\n\n1. Trồng cây dọc đường liên thôn./.\n`;
    expect(marked(two, /VB512/)).toEqual([`VB512 ${line}`]);
    expect(marked(example({ opening: `${line}\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:` }), /VB512/)).toEqual(
      [],
    );
  });

  it("is not seen in a sentence with a place and a date", () => {
    const text = example({ opening: "Tại An Bình, ngày 05 tháng 01 năm 2026, xã ban hành Kế hoạch như sau:" });
    expect(marked(text)).toEqual([]);
  });
});

describe("VB513 a table in the text", () => {
  const rows = [
    "TT\tNHIỆM VỤ\tTHỜI GIAN\t",
    "1.\tPhát thanh\tQuý I\t",
    "",
    "TT\tNHIỆM VỤ\tTHỜI GIAN\t",
    "\ttrên loa | thôn\t\t",
  ];
  const table = (lines: readonly string[]): string => example({ body: `I. NỘI DUNG\n\n${lines.join("\n")}` });

  it("is one finding over blank lines and heads that repeat on each page", () => {
    const text = table(rows);
    expect(marked(text)).toEqual([`VB513 ${rows[0]!.trim()}`]);
    const mended = fixed(text, "VB513");
    expect(marked(mended)).toEqual([]);
    expect(mended).toContain(
      "bảng:\n| TT | NHIỆM VỤ | THỜI GIAN |  |\n|---|---|---|---|\n| 1. | Phát thanh | Quý I |  |\n|  | trên loa \\| thôn |  |  |",
    );
  });

  it("offers no fix where cells of several lines have broken the rows", () => {
    const [found] = check(table(["TT\tNHIỆM VỤ\tTHỜI GIAN", "1.\tPhát thanh\tQuý I\tHằng năm"])).diagnostics;
    expect(found!.code).toBe("VB513");
    expect(found!.fix).toBeUndefined();
  });

  it("is not seen in tabs after marks and in indented lines", () => {
    expect(marked(table(["1.\tPhát thanh mỗi tuần một lần.", "2.\tNiêm yết."]))).toEqual([]);
    expect(marked(table(["\t\t1. Phát thanh mỗi tuần một lần.", "\t\t2. Niêm yết."]))).toEqual([]);
  });
});

describe("VB515 page numbers in the text", () => {
  it("are one finding, alone or inside a paragraph", () => {
    const text = example({
      body: "I. NỘI DUNG\n\n1. Phát thanh trên hệ thống của xã và\n2\ncủa các thôn mỗi tuần.\n2. Niêm yết tại trụ sở và\n\n3\n\ncác nhà văn hóa.\n3. Sơ kết\n- 4 -\nvào cuối năm.",
    });
    expect(marked(text, /VB515/)).toEqual(["VB515 2"]);
    expect(check(text).diagnostics.find((d) => d.code === "VB515")!.message).toContain("và 2 dòng");
    expect(fixed(text, "VB515")).toContain("của xã và\ncủa các thôn");
  });

  it("are not seen in numbers that mean something", () => {
    const cut = example({ body: "I. NỘI DUNG\n\n1. Mỗi thôn trồng ít nhất\n500\ncây xanh.\n2. Niêm yết tại trụ sở." });
    expect(marked(cut)).toEqual([]);
    const table = "cột: TT | NHIỆM VỤ | SỐ BUỔI\n\nnhiệm vụ: Phát thanh\n  số buổi: 12";
    expect(marked(example({ body: `I. NỘI DUNG\n\n${table}` }))).toEqual([]);
  });
});

describe("VB601 HTML in the text", () => {
  const text = (cell: string): string =>
    example({ body: `I. NỘI DUNG\n\ncột: TT | NHIỆM VỤ | SẢN PHẨM\n\nnhiệm vụ: Phát thanh\n  sản phẩm: ${cell}` });
  it("is one finding for all of it, in cells as well", () => {
    const bad = text('<ul style="x">- Tin, bài;<br/>- Báo cáo&nbsp;năm</ul>');
    const [found, ...more] = check(bad).diagnostics;
    expect(more).toEqual([]);
    expect(found!.message).toContain("có 4 mã HTML");
    expect(applied(bad, found!.fix!)).toContain("sản phẩm: - Tin, bài; - Báo cáo năm\n");
  });

  it("is not seen in comparisons and names", () => {
    expect(marked(text("Tỷ lệ < 5% và > 2%, A&B"))).toEqual([]);
    expect(marked(text("Cột <a b> trống"))).toEqual([]);
  });
});
