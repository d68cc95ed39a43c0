/** The rules on the form of lists, headings and parts, at their edges: what they mark, what they leave alone, what they mend. */
import { describe, expect, it } from "vitest";
import { example } from "../../src/rules/example.ts";
import { applied, check, marked } from "./support.ts";

const body = (text: string): string => example({ body: `I. NỘI DUNG\n\n${text}` });
const form = /^VB5(?:1[6-9]|2)/;
const mended = (text: string): string => {
  let now = text;
  for (let round = 0; round < 5; round += 1) {
    const found = check(now).diagnostics.find((d) => d.fix?.safe);
    if (!found) break;
    now = applied(now, found.fix!);
  }
  return now;
};

describe("VB516 ends of items", () => {
  const list = (...items: string[]): string =>
    body(`1. Tuyên truyền\n\n${items.join("\n")}\n\n2. Niêm yết tại trụ sở.`);

  it("adds the mark that the sisters have, and a full stop at the last one", () => {
    const right = list("- Phát thanh;", "- Niêm yết;", "- Tập huấn;", "- Sơ kết;", "- Tổng kết.");
    expect(marked(right, form)).toEqual([]);
    expect(mended(right.replace("Tập huấn;", "Tập huấn"))).toBe(right);
    expect(mended(right.replace("Tổng kết.", "Tổng kết"))).toBe(right);
    expect(marked(right.replace("Tập huấn;", "Tập huấn"), form)).toEqual(["VB516 huấn"]);
  });

  it("leaves a list alone whose items have no marks", () => {
    expect(marked(list("- Phát thanh", "- Niêm yết", "- Tập huấn", "- Sơ kết"), form)).toEqual([]);
  });

  it("looks through quotes and brackets", () => {
    expect(marked(list("- Phát thanh;", "- Niêm yết;", "- Tập huấn;", "- Chiến dịch “Vì dân.”"), form)).toEqual([]);
  });
});

describe("VB517 lists that end open", () => {
  it("says nothing where the enumeration goes on one level above", () => {
    const text = body("a) Phát thanh:\n\n- Buổi sáng;\n- Buổi chiều;\n\nb) Niêm yết.");
    expect(marked(text, form)).toEqual([]);
  });

  it("marks the semicolon before the next heading", () => {
    const text = body("1. Tuyên truyền\n\n- Buổi sáng;\n- Buổi chiều;\n\n2. Niêm yết\n\nTại trụ sở xã.");
    expect(marked(text, form)).toEqual(["VB517 ;"]);
    expect(mended(text)).toContain("- Buổi chiều.");
  });
});

describe("VB519 headings without content", () => {
  it("takes a heading over a table or a later level as full", () => {
    expect(marked(example({ body: "I. MỤC ĐÍCH\n\n1. Phổ biến\n\na) Phát thanh;\nb) Niêm yết." }), form)).toEqual([]);
    const table = "cột: TT | NHIỆM VỤ | THỜI GIAN\n\nnhiệm vụ: Phát thanh\n  thời gian: Quý II";
    expect(marked(example({ body: `I. MỤC ĐÍCH\n\nPhổ biến pháp luật.\n\nII. NHIỆM VỤ\n\n${table}` }), form)).toEqual(
      [],
    );
  });

  it("leaves a list of Roman items alone", () => {
    expect(marked(example({ body: "I. Phát thanh\n\nII. Niêm yết\n\nIII. Tập huấn" }), form)).toEqual([]);
  });
});

describe("VB521 parts that are missing", () => {
  it("names both at once, and asks nothing of an attached plan", () => {
    const text = example({ recipients: "", signature: "" });
    const [found] = check(text).diagnostics.filter((d) => d.code === "VB521");
    expect(found?.message).toBe("Văn bản chưa có nơi nhận và khối ký.");
    const pair = `quyết định: Ban hành Kế hoạch A\ncơ quan: UBND xã An Bình\nsố: …/QĐ-UBND\nngày: …/01/2026\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Kế hoạch.\n\nĐiều 2. Văn phòng xã chịu trách nhiệm thi hành./.\n\nnơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nký:\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n\nkế hoạch: A\n\nI. NỘI DUNG\n\n1. Phát thanh.\n2. Niêm yết./.\n`;
    expect(marked(pair, form)).toEqual([]);
  });
});

describe("VB522 recipients", () => {
  it("knows “Như trên” and “Như Điều” by the kind of document", () => {
    expect(marked(example({ recipients: "- Như trên;\n- Lưu: VT." }), form)).toEqual(["VB522 Như trên;"]);
    expect(marked(example({ recipients: "- Như Điều 3;\n- Lưu: VT." }), form)).toEqual(["VB522 Như Điều 3;"]);
    expect(marked(example({ recipients: "- Các thôn (t/h);\n- Các thôn;\n- Lưu: VT." }), form)).toHaveLength(1);
  });
});

describe("VB527 the issuer in the text", () => {
  it("leaves the same unit alone, in short or in full, and other bodies that are only mentioned", () => {
    expect(marked(example({ opening: "UBND xã An Bình ban hành Kế hoạch như sau:" }), form)).toEqual([]);
    expect(
      marked(
        example({ opening: "Thực hiện Kế hoạch của UBND huyện Lâm Hà, UBND xã ban hành Kế hoạch như sau:" }),
        form,
      ),
    ).toEqual([]);
    expect(marked(example({ opening: "UBND xã An Hòa ban hành Kế hoạch như sau:" }), form)).toEqual([
      "VB527 UBND xã An Hòa",
    ]);
  });
});

describe("signatures, recipients and bases as they are met", () => {
  it("two posts on one line are parted", () => {
    const text = example({ signature: "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH PHÓ CHỦ TỊCH\nNguyễn Văn A" });
    const [found] = check(text).diagnostics.filter((d) => d.code === "VB508");
    expect(found?.message).toContain("“PHÓ CHỦ TỊCH” phải ở dòng riêng");
    expect(applied(text, found!.fix!)).toContain("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n");
  });

  it("a line of the recipients may head those below it", () => {
    const recipients = "- Gửi bản giấy:\n- Thường trực Đảng ủy (b/c);\n- Lưu hồ sơ:\n- Lưu: VT.";
    expect(marked(example({ recipients }), /VB504/)).toEqual([]);
  });

  it("bases that run into the opening are a notice, bases cut short a warning", () => {
    const opening = (end: string): string =>
      `Căn cứ Luật Thực hiện dân chủ ở cơ sở${end}\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:`;
    const severities = (text: string) =>
      check(text)
        .diagnostics.filter((d) => d.code === "VB510")
        .map((d) => d.severity);
    expect(severities(example({ opening: opening(";") }))).toEqual(["notice"]);
    expect(severities(example({ opening: opening("") }))).toEqual([]);
  });
});

describe("VB505 references", () => {
  it.each([
    "Bám sát Điều 75, Điều 79 của Luật Bảo vệ môi trường.",
    "Theo khoản 2, khoản 3 Điều 5 và Điều 7 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.",
    "Thưởng 05 tiết mục xuất sắc, mỗi tiết mục 800.000 đồng.",
    "Cập nhật chuyên mục 2 kỳ mỗi tháng, danh mục 15 thủ tục.",
  ])("leaves alone: %s", (text) => {
    expect(marked(body(`1. ${text}\n2. Niêm yết tại trụ sở.`), /VB505/)).toEqual([]);
  });

  it("still knows a list of this plan's own parts", () => {
    expect(marked(body("1. Theo các Mục V, VI Kế hoạch này.\n2. Niêm yết."), /VB505/)).toHaveLength(2);
  });
});
