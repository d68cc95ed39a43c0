import { describe, expect, it } from "vitest";
import { bind, header, withBody } from "./support.ts";

const codesOf = (text: string): readonly string[] => bind(text).codes;
const replaced = (from: string, to: string) => bind(`${header.replace(from, to)}\nI. NỘI DUNG\n`);

describe("the issuer", () => {
  it.each([
    ["UBND xã An Bình", "Ủy ban nhân dân xã An Bình", "committee", "commune", null],
    ["Uỷ ban Nhân dân tỉnh Hà Tĩnh", "Ủy ban nhân dân tỉnh Hà Tĩnh", "committee", "province", null],
    ["ỦY BAN NHÂN DÂN XÃ AN BÌNH", "Ủy ban nhân dân xã An Bình", "committee", "commune", null],
    ["UBND Thành phố Hồ Chí Minh", "Ủy ban nhân dân thành phố Hồ Chí Minh", "committee", "province", null],
    ["UBND thành phố Vinh", "Ủy ban nhân dân thành phố Vinh", "committee", "district", null],
    ["HĐND phường Bến Thành", "Hội đồng nhân dân phường Bến Thành", "council", "commune", null],
    ["UBND đặc khu Phú Quốc", "Ủy ban nhân dân đặc khu Phú Quốc", "committee", "commune", null],
    ["Sở Nội vụ tỉnh Hà Tĩnh", "Sở Nội vụ tỉnh Hà Tĩnh", "department", "province", "UBND TỈNH HÀ TĨNH"],
    ["Phòng Nội vụ huyện Lộc Hà", "Phòng Nội vụ huyện Lộc Hà", "department", "district", "UBND HUYỆN LỘC HÀ"],
    ["SỞ NỘI VỤ TỈNH HÀ TĨNH", "Sở Nội vụ tỉnh Hà Tĩnh", "department", "province", "UBND TỈNH HÀ TĨNH"],
    ["Sở GD&ĐT tỉnh Hà Tĩnh", "Sở Giáo dục và Đào tạo tỉnh Hà Tĩnh", "department", "province", "UBND TỈNH HÀ TĨNH"],
    ["UBND xã An Bình, huyện Bình Minh", "Ủy ban nhân dân xã An Bình, huyện Bình Minh", "committee", "commune", null],
    ["UBND Thị trấn Phố Châu", "Ủy ban nhân dân thị trấn Phố Châu", "committee", "commune", null],
    ["Bộ Nội vụ", "Bộ Nội vụ", "ministry", "central", null],
    ["Đảng ủy xã An Bình", "Đảng ủy xã An Bình", "party", "commune", null],
  ])("%s", (typed, full, kind, level, parent) => {
    const { document } = replaced("UBND xã An Bình", typed);
    expect(document.issuers).toHaveLength(1);
    expect(document.issuers[0]).toMatchObject({ full, kind, level, parent });
  });

  it("leaves the place to the line above in a department's letterhead", () => {
    const { document } = replaced("UBND xã An Bình", "Sở Nội vụ tỉnh Hà Tĩnh");
    expect(document.issuers[0]!.letterhead).toBe("Sở Nội vụ");
  });

  it("takes a department's province from the place name", () => {
    const { document, codes } = bind(
      `${header.replace("UBND xã An Bình", "Sở Nội vụ").replace("địa danh: An Bình", "địa danh: Hà Tĩnh")}\nI. NỘI DUNG\n`,
    );
    expect(document.issuers[0]!.parent).toBe("UBND TỈNH HÀ TĨNH");
    expect(codes).toEqual([]);
  });

  it("writes a body below a superior as typed, without a level of the registry's words", () => {
    const { document, diagnostics } = replaced(
      "UBND xã An Bình",
      "Trung tâm Phục vụ hành chính công\ncơ quan chủ quản: UBND xã An Bình",
    );
    expect(document.issuers[0]).toMatchObject({
      full: "Trung tâm Phục vụ hành chính công",
      id: "trung-tam-phuc-vu-hanh-chinh-cong-xa",
      parent: "UBND XÃ AN BÌNH",
    });
    expect(diagnostics.map((one) => one.message).join()).not.toContain("HÀNH CHÍNH CÔNG XÃ");
  });

  it("asks for the superior of a school, and takes “không” for none", () => {
    expect(replaced("UBND xã An Bình", "Trường THCS An Bình").codes).toEqual(["KH009"]);
    const none = replaced("UBND xã An Bình", "Trường THCS An Bình\ncơ quan chủ quản: không");
    expect(none.codes).toEqual([]);
    expect(none.document.issuers[0]!.parent).toBeNull();
    const typed = replaced("UBND xã An Bình", "Trường THCS An Bình\ncơ quan chủ quản: UBND xã An Bình");
    expect(typed.document.issuers[0]!.parent).toBe("UBND XÃ AN BÌNH");
  });

  it("may be two bodies", () => {
    const { document, codes } = replaced("số: 12/KH-UBND", "cơ quan: Đoàn Thanh niên xã An Bình\nsố: 12/KH-UBND-ĐTN");
    expect(document.issuers.map((one) => one.text)).toEqual(["UBND xã An Bình", "Đoàn Thanh niên xã An Bình"]);
    expect(codes).toEqual([]);
  });

  it("is asked for when missing, once", () => {
    expect(codesOf(header.replace("cơ quan: UBND xã An Bình\n", ""))).toEqual(["KH001"]);
  });
});

describe("number, date, place", () => {
  it("reads open parts", () => {
    const { document, codes } = bind(header.replace("12/KH", "…/KH").replace("05/01", "…/01"));
    expect(codes).toEqual([]);
    expect(document.number).toMatchObject({ number: null, symbol: "KH-UBND" });
    expect(document.date).toMatchObject({ day: null, month: 1, year: 2026 });
  });

  it("derives the symbol from type and issuer, with a notice", () => {
    const { document, codes } = replaced("số: 12/KH-UBND\n", "");
    expect(codes).toEqual(["KH007"]);
    expect(document.number).toMatchObject({ number: null, symbol: "KH-UBND" });
    const office = bind(`quyết định: A\ncơ quan: Sở Nội vụ tỉnh Hà Tĩnh\nđịa danh: Hà Tĩnh\nngày: 05/01/2026\n`);
    expect(office.document.number!.symbol).toBe("QĐ-SNV");
    const front = bind(`kế hoạch: A\ncơ quan: Ủy ban MTTQ Việt Nam xã An Bình\nngày: 05/01/2026\n`);
    expect(front.document.number!.symbol).toBe("KH-MTTQ");
  });

  it("tells impossible dates from unreadable ones, at the value", () => {
    const impossible = replaced("05/01/2026", "31/02/2026");
    expect(impossible.codes).toEqual(["KH004"]);
    expect(impossible.at(impossible.diagnostics.find((one) => one.code === "KH004")!.span)).toBe("31/02/2026");
    expect(replaced("05/01/2026", "mai").codes).toEqual(["KH003"]);
    expect(replaced("05/01/2026", "05/01/…").codes).toEqual(["KH005"]);
    expect(replaced("ngày: 05/01/2026\n", "").codes).toEqual(["KH002"]);
  });

  it("takes the place from the issuer where the form allows it", () => {
    const place = (issuer: string) =>
      bind(header.replace("địa danh: An Bình\n", "").replace("UBND xã An Bình", issuer)).document.place;
    expect(place("UBND xã An Bình")).toBe("An Bình");
    expect(place("UBND tỉnh Hà Tĩnh")).toBe("Hà Tĩnh");
    expect(place("UBND quận 1")).toBe("Quận 1");
    expect(place("UBND thành phố Hồ Chí Minh")).toBe("Thành phố Hồ Chí Minh");
    expect(place("UBND phường Điện Biên Phủ")).toBe("Phường Điện Biên Phủ");
    expect(place("Bộ Nội vụ")).toBe("Hà Nội");
  });

  it("reports each change of the header as a notice", () => {
    const { diagnostics, at } = bind(header.replace("12/KH", "5/KH").replace("05/01/2026", "5/1/2026"));
    expect(diagnostics.map((one) => [one.code, one.severity, at(one.span)])).toEqual([
      ["KH016", "notice", "5/1/2026"],
      ["KH016", "notice", "UBND xã An Bình"],
      ["KH016", "notice", "5/KH-UBND"],
    ]);
  });
});

describe("other fields", () => {
  it("reads period, urgency, form, copy, drafter, address", () => {
    const { document, codes } = withBody(
      "I. NỘI DUNG\n",
      "giai đoạn: 2026 - 2030\nđộ khẩn: hoả tốc\nthể thức: Thông tư 01/2011/TT-BNV\nbản: giấy\nngười soạn: NVA\nsố bản: 15\nđịa chỉ:\n- Thôn 1, xã An Bình\n- Điện thoại: 0123\nphạm vi lưu hành: lưu hành nội bộ\n",
    );
    expect(codes).toEqual([]);
    expect(document).toMatchObject({
      period: { from: 2026, to: 2030 },
      urgency: "HỎA TỐC",
      form: "tt-01-2011",
      copy: "paper",
      drafter: "NVA.(15)",
      address: ["Thôn 1, xã An Bình", "Điện thoại: 0123"],
      circulation: "LƯU HÀNH NỘI BỘ",
    });
  });

  it("refuses secret documents and unknown choices", () => {
    expect(withBody("I. NỘI DUNG\n", "độ mật: mật\n").codes).toEqual(["KH011"]);
    const { codes, diagnostics } = withBody("I. NỘI DUNG\n", "độ khẩn: khân\n");
    expect(codes).toEqual([]);
    expect(diagnostics.some((one) => one.code === "KH012")).toBe(false);
    // A name that is near no official form may be a form of the agency's own: the layout looks it up.
    const own = withBody("I. NỘI DUNG\n", "thể thức: riêng của xã\n");
    expect(own.codes).toEqual([]);
    expect(own.document.form).toBe("riêng của xã");
    const wrong = withBody("I. NỘI DUNG\n", "thể thức: nghị định 30/2021\n");
    expect(wrong.codes).toEqual(["KH012"]);
    expect(wrong.diagnostics.find((one) => one.code === "KH012")!.message).toContain("30/2020");
  });

  it("reads abbreviations and refuses two meanings", () => {
    const { document, codes } = withBody(
      "I. NỘI DUNG\n",
      "viết tắt:\n- CĐS: chuyển đổi số\n- TTHC: thủ tục hành chính;\n",
    );
    expect(codes).toEqual([]);
    expect(document.abbreviations.map(({ short, full }) => [short, full])).toEqual([
      ["CĐS", "chuyển đổi số"],
      ["TTHC", "thủ tục hành chính"],
    ]);
    expect(withBody("I. A\n", "viết tắt:\n- CNTT: công nghệ thông tin\n- CNTT: công nghiệp\n").codes).toEqual([
      "KH020",
    ]);
  });

  it("refuses a field written twice, and points to the first", () => {
    const { codes, diagnostics, at } = withBody("I. A\n", "ngày: 06/01/2026\n");
    expect(codes).toEqual(["KH014"]);
    const found = diagnostics.find((one) => one.code === "KH014")!;
    expect(at(found.span)).toBe("ngày");
    expect(found.related![0]!.span.start).toBeLessThan(found.span.start);
  });
});

describe("a decision and its plan in one file", () => {
  const text = `quyết định: Ban hành Kế hoạch tuyên truyền năm 2026
cơ quan: UBND xã An Bình
số: 34/QĐ-UBND
ngày: 05/01/2026
bản: giấy

Căn cứ Luật Tổ chức chính quyền địa phương;

Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội,

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tuyên truyền năm 2026.

Điều 2. Các thôn thực hiện Mục II Kế hoạch này./.

nơi nhận:
- Như Điều 2;
- Lưu: VT.

ký:
CHỦ TỊCH
Nguyễn Văn A

kế hoạch: Tuyên truyền năm 2026

I. MỤC ĐÍCH

Theo Điều 1 Quyết định này.

II. NỘI DUNG

Trên đây là Kế hoạch của Ủy ban nhân dân xã./.
`;

  it("shares the header and attaches the plan", () => {
    const { plan, codes } = bind(text);
    expect(codes).toEqual([]);
    const [decision, attached] = plan.documents;
    expect(decision).toMatchObject({ kind: "decision", attachedTo: null, number: { number: 34 } });
    expect(attached).toMatchObject({
      kind: "plan",
      attachedTo: 0,
      number: null,
      date: null,
      copy: "paper",
      place: "An Bình",
    });
    expect(attached!.issuers[0]!.full).toBe("Ủy ban nhân dân xã An Bình");
  });

  it("keeps the bases, the last with its comma, and the enacting line", () => {
    const { document } = bind(text);
    expect(document.legalBases.map((one) => one.text.text.at(-1))).toEqual([";", ","]);
    expect(document.enactingLine?.text).toBe("QUYẾT ĐỊNH:");
    expect(document.opening).toEqual([]);
  });

  it("resolves references across the two", () => {
    const { plan } = bind(text);
    const targets = plan.documents.map((one) =>
      one.references.map((ref) => [ref.text, ref.document ?? null, ref.target]),
    );
    expect(targets[0]).toEqual([
      ["Mục II Kế hoạch này", 1, "II"],
      ["Điều 2", null, "điều-2"],
    ]);
    expect(targets[1]).toEqual([["Điều 1 Quyết định này", 0, "điều-1"]]);
  });

  it("says that a number of the attached plan does not print", () => {
    expect(
      bind(text.replace("kế hoạch: Tuyên truyền năm 2026\n", "kế hoạch: Tuyên truyền năm 2026\nsố: 1/KH-UBND\n")).codes,
    ).toEqual(["KH018"]);
  });
});

describe("a field that is missing", () => {
  const places = (text: string): string[] =>
    bind(text).diagnostics.map((d) => `${d.code} ${text.slice(d.span.start, d.span.end)}`);

  it("is told at its key when that stands empty, else at the document's", () => {
    expect(places("kế hoạch: A\nsố: 12/KH-UBND\n")).toEqual(["KH002 kế hoạch", "KH001 kế hoạch"]);
    expect(places("kế hoạch: A\ncơ quan:\nngày:\n")).toEqual(["KH002 ngày", "KH001 cơ quan"]);
  });

  it("is not told where the document itself has no opening line", () => {
    expect(bind("I. MỤC ĐÍCH\n").codes.filter((code) => code.startsWith("KH"))).toEqual([]);
  });
});
