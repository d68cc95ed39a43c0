/** Rules about words: misspelt and mistaken ones, capitals, abbreviations, and what they must leave alone. */
import { describe, expect, it } from "vitest";
import { compounds, lookAlikes, toneOnly } from "../../src/rules/data/compounds.ts";
import { confusions } from "../../src/rules/data/confusions.ts";
import { example } from "../../src/rules/example.ts";
import { partsOf, slipsBetween } from "../../src/rules/syllable-parts.ts";
import { applied, check, marked } from "./support.ts";

const line = (text: string): string => example({ body: `I. NỘI DUNG\n\n1. ${text}\n2. Niêm yết tại trụ sở.` });
const found = (text: string, codes = /VB6[345]/): string[] => marked(line(text), codes);
const fixed = (text: string): string => {
  const source = line(text);
  const [first] = check(source).diagnostics.filter((d) => /VB6[345]/.test(d.code) && d.fix);
  const mended = first ? applied(source, first.fix!) : source;
  return mended.slice(mended.indexOf("1. ") + 3, mended.indexOf("\n2. "));
};

describe("the lists", () => {
  it("hold words of two syllables, and no word twice in two lists", () => {
    for (const word of [...compounds, ...toneOnly, ...lookAlikes]) expect(word.split(" "), word).toHaveLength(2);
    expect(toneOnly.filter((word) => compounds.includes(word))).toEqual([]);
    expect(compounds.filter((word) => lookAlikes.has(word) && word !== "tái phạm")).toEqual([]);
  });

  it("do not take a mistake of one list for a right word of the other", () => {
    const right = new Set([...compounds, ...toneOnly]);
    expect(confusions.filter(({ wrong }) => right.has(wrong))).toEqual([]);
    expect(new Set(confusions.map(({ wrong }) => wrong)).size).toBe(confusions.length);
    for (const { wrong, right: meant } of confusions) expect(wrong).not.toBe(meant);
  });
});

describe("slips between syllables", () => {
  const slips = (a: string, b: string): readonly string[] => slipsBetween(partsOf(a), partsOf(b));

  it("are told apart", () => {
    expect(slips("triễn", "triển")).toEqual(["hỏi-ngã"]);
    expect(slips("triên", "triển")).toEqual(["tone"]);
    expect(slips("xung", "sung")).toEqual(["onset"]);
    expect(slips("thưc", "thực")).toEqual(["tone"]);
    expect(slips("thuc", "thưc")).toEqual(["shape"]);
    expect(slips("hạng", "hạn")).toEqual(["final"]);
    expect(slips("lí", "lý")).toEqual([]);
  });

  it("give another skeleton where another word is meant", () => {
    expect(partsOf("dạy").skeleton).not.toBe(partsOf("đại").skeleton);
    expect(slips("đảng", "giảng").length).toBeGreaterThan(1);
  });
});

describe("VB630 misspelt words", () => {
  it.each([
    ["Xữ lý hồ sơ đúng hạn.", "Xử lý hồ sơ đúng hạn."],
    ["Hổ trợ người dân.", "Hỗ trợ người dân."],
    ["Bổ xung hồ sơ.", "Bổ sung hồ sơ."],
    ["Tuyên chuyền sâu rộng.", "Tuyên truyền sâu rộng."],
    ["Thưc hiện nghiêm kỷ luật.", "Thực hiện nghiêm kỷ luật."],
    ["Giải quyết đúng thời hạng.", "Giải quyết đúng thời hạn."],
    ["Chấn chỉnh kỹ cương.", "Chấn chỉnh kỷ cương."],
    ["TRIỄN KHAI kịp thời.", "TRIỂN KHAI kịp thời."],
    ["Phải nổ lực hơn.", "Phải nỗ lực hơn."],
    ["Nâng cao ý thức, kỷ năng.", "Nâng cao ý thức, kỹ năng."],
    ["Mổi năm một lần.", "Mỗi năm một lần."],
  ])("%s", (wrong, right) => {
    expect(found(wrong)).toHaveLength(1);
    expect(found(wrong)[0]).toMatch(/^VB630 /);
    expect(fixed(wrong)).toBe(right);
    expect(found(right)).toEqual([]);
  });

  it("marks the word and mends one word at a time", () => {
    expect(found("Tiếp tục cũng cố tổ chức, giãi quyết tồn tại.")).toEqual(["VB630 cũng cố", "VB630 giãi quyết"]);
    const [first] = check(line("Việc xữ lý hồ sơ.")).diagnostics;
    expect(first!.fix).toMatchObject({ safe: true, edits: [{ text: "xử lý" }] });
  });

  it.each([
    "Cán bộ, đảng viên, giảng viên cũng cố gắng hơn.",
    "Một đơn vị vi phạm quy định về chi tiêu, chỉ tiêu.",
    "Các bên đang ký kết hợp đồng; người dân đang ký tên.",
    "Công tác phòng, chống tham nhũng; phong cách, tác phong.",
    "Cán bộ trường học, nam học sinh và nữ học sinh tham gia hội thao.",
    "Quy định chế độ dạy học; đại học, cao đẳng.",
    "Đoạn kết của bài viết; khóa học bơi; người có trí thức.",
    "Thì công dân được biết; để xuất trình giấy tờ; tại chính quyền cơ sở.",
    "Hoạt động bộ máy; vận động bộ đội; chương trình từ năm nay.",
    "Ông Nguyễn Văn Sĩ, bà Trần Thị Hạng, xã Quảng Trị.",
    "Trang cong-an.example.vn và địa chỉ phoi_hop@example.vn.",
    "Uỷ quyền, hoà giải, quản lí, kĩ năng.",
    "Chuyển mục đích sử dụng đất; chuyên phát thanh buổi sáng.",
  ])("leaves alone: %s", (text) => {
    expect(found(text, /VB63/)).toEqual([]);
  });

  it("does not mend what is not typed there", () => {
    const text = line("Phải **triễn** khai sớm.");
    const finding = check(text).diagnostics.find((d) => d.code === "VB630")!;
    expect(finding.fix).toBeUndefined();
  });
});

describe("VB631 mistaken words", () => {
  it.each([
    ["Đăng trên Công/Trang thông tin điện tử.", "Đăng trên Cổng/Trang thông tin điện tử."],
    ["Sau khi sát nhập các thôn.", "Sau khi sáp nhập các thôn."],
    ["Giành thời gian tiếp dân.", "Dành thời gian tiếp dân."],
    ["Nộp hồ sơ trể hạn.", "Nộp hồ sơ trễ hạn."],
    ["Việc lãnh chỉ đạo kịp thời.", "Việc lãnh đạo, chỉ đạo kịp thời."],
    ["Tuân thủ phát luật.", "Tuân thủ pháp luật."],
  ])("%s", (wrong, right) => {
    expect(found(wrong)).toHaveLength(1);
    expect(found(wrong)[0]).toMatch(/^VB631 /);
    expect(fixed(wrong)).toBe(right);
  });

  it.each([
    "Dịch vụ hành chính công thông tin đến người dân.",
    "Giải pháp triển khai, phương pháp huy động; gia công xuất khẩu.",
    "Quỹ dành giải thưởng cho học sinh giỏi.",
    "Chức năng xuất báo cáo; đến thăm quan chức; dân cư tập trung cư trú.",
    "Đội bóng giành giải nhất, giành thắng lợi.",
  ])("leaves alone: %s", (text) => {
    expect(found(text, /VB63/)).toEqual([]);
  });
});

describe("VB632 words without marks", () => {
  it("are told in a text with marks, once for each stretch", () => {
    expect(found("Nop ho so, giai quyet thu tuc hanh chinh đúng hạn.")).toEqual([
      "VB632 ho so",
      "VB632 giai quyet thu tuc hanh chinh",
    ]);
  });

  it("are not looked for in addresses, names and other languages", () => {
    expect(found("Gửi về thutuc.hanhchinh@example.vn, trang https://hanh-chinh.example.vn/thu-tuc.")).toEqual([]);
    expect(found("Phần mềm iGate, Microsoft Teams, Google Meet, smart city.")).toEqual([]);
  });
});

describe("VB640, VB641 names of bodies", () => {
  it.each([
    ["Báo cáo Ủy ban Nhân dân tỉnh.", "VB640 Ủy ban Nhân dân", "Báo cáo Ủy ban nhân dân tỉnh."],
    ["Báo cáo Uỷ Ban Nhân Dân xã.", "VB640 Uỷ Ban Nhân Dân", "Báo cáo Uỷ ban nhân dân xã."],
    ["Báo cáo Sở Công thương.", "VB640 Sở Công thương", "Báo cáo Sở Công Thương."],
    ["Báo cáo Thủ tướng chính phủ.", "VB640 Thủ tướng chính phủ", "Báo cáo Thủ tướng Chính phủ."],
    ["Theo lời Mặt trận tổ quốc xã.", "VB640 Mặt trận tổ quốc", "Theo lời Mặt trận Tổ quốc xã."],
    ["Báo cáo sở Nội vụ.", "VB641 sở Nội vụ", "Báo cáo Sở Nội vụ."],
  ])("%s", (wrong, mark, right) => {
    expect(found(wrong)).toEqual([mark]);
    expect(fixed(wrong)).toBe(right);
  });

  it.each([
    "Trưởng phòng Nội vụ, Phó trưởng phòng Tư pháp.",
    "Các phòng Nội vụ, Tư pháp cấp huyện.",
    "Bầu hội đồng nhân dân các cấp; ủy ban nhân dân cấp xã.",
    "TRIỂN KHAI CHỈ ĐẠO CỦA ỦY BAN NHÂN DÂN TỈNH.",
    "Nộp hồ sơ tại Bộ phận tiếp nhận và trả kết quả.",
    "Mở trạm y tế, phòng kinh tế, tổ chức phi chính phủ.",
  ])("leaves alone: %s", (text) => {
    expect(found(text, /VB64[01]/)).toEqual([]);
  });

  it("tells a name that starts small once, and mends every place", () => {
    const text = example({ body: "I. NỘI DUNG\n\n1. Gửi sở Nội vụ.\n2. Báo cáo sở Nội vụ." });
    const [finding, ...others] = check(text).diagnostics;
    expect(others).toEqual([]);
    expect(applied(text, finding!.fix!)).toContain("1. Gửi Sở Nội vụ.\n2. Báo cáo Sở Nội vụ.");
  });
});

describe("VB642 special nouns", () => {
  it.each([
    ["Theo pháp luật của nhà nước.", "VB642 nhà nước", "Theo pháp luật của Nhà nước."],
    ["Niềm tin vào đường lối của đảng.", "VB642 đảng", "Niềm tin vào đường lối của Đảng."],
    ["Theo chính sách của đảng và nhà nước.", "VB642 đảng và nhà nước", "Theo chính sách của Đảng và Nhà nước."],
    ["Nâng cao chất lượng phục vụ nhân dân.", "VB642 nhân dân", "Nâng cao chất lượng phục vụ Nhân dân."],
  ])("%s", (wrong, mark, right) => {
    expect(found(wrong)).toEqual([mark]);
    expect(fixed(wrong)).toBe(right);
  });

  it.each([
    "Cơ quan nhà nước, quản lý nhà nước, tổ chức đảng, cấp ủy đảng.",
    "Nghị quyết của đảng bộ, của đảng ủy; công an nhân dân, quân đội nhân dân.",
    "Ban thanh tra nhân dân, hội thẩm nhân dân, nghệ sĩ nhân dân, quỹ tín dụng nhân dân.",
    "Xây dựng nhà nước pháp quyền; các cơ quan đảng, nhà nước.",
  ])("leaves alone: %s", (text) => {
    expect(found(text, /VB642/)).toEqual([]);
  });
});

describe("VB643 to VB648", () => {
  it.each([
    ["Gửi báo cáo về Ủy ban nhân dân quận 3.", ["VB643 quận 3"]],
    ["Mỗi phường 2 người, các quận 5 tổ.", []],
    ["Công an phường 2 người một ca.", []],
    ["Theo điểm a Khoản 2 điều 5 Luật Đất đai.", ["VB644 điểm a Khoản 2 điều 5"]],
    ["Theo điều 12 của Luật Đất đai.", ["VB644 điều 12"]],
    ["Khoản 2 Điều 5 Luật Đất đai quy định rõ.", []],
    ["Có 3 điều 4 khoản phải nhớ; điều 2 người cùng làm.", []],
    ["Theo nghị định số 30/2020/NĐ-CP.", ["VB645 nghị định"]],
    ["Có một số quyết định số lượng ít; kế hoạch số 3 người.", []],
    ["Thực hiện kế hoạch này.", ["VB645 kế hoạch này"]],
    ["Trực dịp tết Nguyên Đán và ngày quốc khánh.", ["VB647 tết Nguyên Đán", "VB647 ngày quốc khánh"]],
    ["Tết Nguyên đán, tết Trung thu, ngày Quốc khánh 02/9.", []],
    ["Gửi các Sở, Ban, ngành.", ["VB648 Sở, Ban, ngành"]],
    ["Các sở, ban, ngành; các Sở Nội vụ, Tư pháp.", []],
    ["Gửi Mặt trận và các Đoàn thể.", ["VB648 Đoàn thể"]],
    ["Phát thanh bằng tiếng Dân tộc.", ["VB647 tiếng Dân tộc"]],
  ])("%s", (text, marks) => {
    expect(found(text, /VB64[3-8]/)).toEqual(marks);
  });

  it("VB646 tells a body in two forms once, and no change that the sentence asks for", () => {
    const two = example({
      body: "I. NỘI DUNG\n\n1. Gửi Trạm Y tế xã.\n2. Báo cáo Trạm y tế xã và Trạm y tế xã.",
      recipients: "- Trạm Y tế xã;\n- Lưu: VT.",
    });
    expect(marked(two, /VB64/)).toHaveLength(1);
    const one = example({ body: "I. NỘI DUNG\n\n1. Trạm y tế xã khám bệnh.\n2. Gửi Trạm Y tế xã." });
    expect(marked(one, /VB64/)).toEqual([]);
  });
});

describe("VB650 to VB653 abbreviations", () => {
  it("are explained by their words, by a bracket, or in the header", () => {
    expect(found("Cải cách hành chính (CCHC); công tác CCHC.")).toEqual([]);
    expect(found("Cải cách hành chính (sau đây viết tắt là CCHC); công tác CCHC.")).toEqual([]);
    expect(found("Trang chính danh (OA) của xã.")).toEqual([]);
    const declared = line("Công tác CCHC.").replace("\nsố:", "\nviết tắt: CCHC: cải cách hành chính\nsố:");
    expect(marked(declared, /VB65/)).toEqual([]);
    expect(found("Công tác CCHC; công tác CCHC.")).toEqual(["VB650 CCHC"]);
  });

  it("are told before their explanation and explained again", () => {
    expect(found("Công tác CCHC; cải cách hành chính (CCHC).")).toEqual(["VB651 CCHC"]);
    expect(found("Cải cách hành chính (CCHC); cải cách hành chính (CCHC).")).toEqual(["VB652 CCHC"]);
  });

  it("mistyped, are told at each place", () => {
    const text = "Thủ tục hành chính (TTHC); nộp hồ sơ TTHC, công khai TTHC; giải quyết TTHTC, cải cách TTHTC.";
    expect(found(text)).toEqual(["VB653 TTHTC", "VB653 TTHTC"]);
    const [first] = check(line(text)).diagnostics.filter((d) => d.code === "VB653");
    expect(first!.fix).toMatchObject({ safe: false, edits: [{ text: "TTHC" }] });
    // Names of bodies that everyone knows are the matter of VB202.
    expect(found("Báo cáo UNBD, HĐDN và UBNDTTQ.", /VB202|VB653/)).toEqual([
      "VB202 UNBD",
      "VB202 HĐDN",
      "VB202 UBNDTTQ",
    ]);
  });

  it.each([
    "Kế hoạch số 12/KH-UBND, Quyết định số 5/QĐ-TTg.",
    "Chỉ số PAR INDEX, DDCI, ISO 9001, COVID-19, VNeID; Mục II, Phần III.",
    "THỰC HIỆN NHIỆM VỤ CẢI CÁCH.",
    "UBND, HĐND, MTTQ; trường THCS, THPT.",
  ])("leaves alone: %s", (text) => {
    expect(found(text, /VB65/)).toEqual([]);
  });

  it("of a body that leads a task are not told here", () => {
    const text = line("Phát thanh\n- Chủ trì: Ban VHXH.\n- Thời gian: Quý II.\n");
    expect(marked(text, /VB650/)).toEqual([]);
  });

  it("need no explanation among the recipients", () => {
    expect(marked(example({ recipients: "- Trung tâm HCC;\n- Lưu: VT, NC." }), /VB65/)).toEqual([]);
  });
});

describe("VB654 words of a template", () => {
  it("are told once, and sizes, centuries, sources are none", () => {
    const text = line("Báo cáo [ghi tên cơ quan], ngày xx/xx/2026, [Nội dung].");
    const findings = check(text).diagnostics.filter((d) => d.code === "VB654");
    expect(findings.map((d) => text.slice(d.span.start, d.span.end))).toEqual(["[ghi tên cơ quan]"]);
    expect(findings[0]!.message).toContain("3 chỗ");
    expect(found("Cỡ XXL, thế kỷ XX, giai đoạn XX, nguồn [1], [2].", /VB654/)).toEqual([]);
  });
});
