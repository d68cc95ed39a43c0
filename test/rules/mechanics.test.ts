/** Spelling and punctuation: what the rules must find, where exactly, and what they must let alone. */
import { describe, expect, it } from "vitest";
import { example } from "../../src/rules/example.ts";
import { applied, check, marked } from "./support.ts";

const plan = (...lines: readonly string[]): string =>
  example({ body: `I. NỘI DUNG\n\n${lines.map((line, index) => `${index + 1}. ${line}`).join("\n\n")}` });
const found = (...lines: readonly string[]): string[] => marked(plan(...lines), /VB6/);

/** The first line after the fix of its first finding. */
function fixed(line: string, ...others: readonly string[]): string {
  const text = plan(line, ...others);
  const { fix } = check(text).diagnostics.find((d) => d.code.startsWith("VB6"))!;
  return /^1\. (.*)$/m.exec(applied(text, fix!))![1]!;
}

describe("VB603 doubled blanks", () => {
  it("are found between words and mended", () => {
    expect(found("Phát thanh  mỗi tuần.")).toEqual(["VB603   "]);
    expect(fixed("Phát thanh  mỗi tuần.")).toBe("Phát thanh mỗi tuần.");
    expect(fixed("**Chủ trì:**  Các thôn.")).toBe("**Chủ trì:** Các thôn.");
  });

  it.each([
    ["Thực hiện Quyết định số    /QĐ-UBND ngày    tháng 02 năm 2026."],
    ["Họp lúc   giờ, ngày   tháng 3."],
    ["Nguyễn Văn B        - Tổ trưởng  - Thôn 1."],
  ])("are no fault where a hand fills them or they set columns: %s", (line) => {
    expect(found(line)).toEqual([]);
  });
});

describe("VB604 and VB605 blanks at marks", () => {
  it.each([
    ["Phát thanh , niêm yết.", "Phát thanh, niêm yết."],
    ["Phát thanh ; niêm yết.", "Phát thanh; niêm yết."],
    ["Phát thanh ( nếu có ) và niêm yết.", "Phát thanh (nếu có ) và niêm yết."],
    ["Phát thanh .Niêm yết.", "Phát thanh. Niêm yết."],
    ["Phát thanh,niêm yết.", "Phát thanh, niêm yết."],
    ["Phát thanh tuần này.Niêm yết.", "Phát thanh tuần này. Niêm yết."],
    ["Trong năm 2026.Niêm yết.", "Trong năm 2026. Niêm yết."],
    ["**Hình thức:**Phát thanh.", "**Hình thức:** Phát thanh."],
    ["Cải cách hành chính(CCHC) tại xã.", "Cải cách hành chính (CCHC) tại xã."],
    ["Tiêu chí (nếu có)của thôn.", "Tiêu chí (nếu có) của thôn."],
    ["Phong trào “Thôn xanh”của xã.", "Phong trào “Thôn xanh” của xã."],
    ["Phong trào“Thôn xanh” của xã.", "Phong trào “Thôn xanh” của xã."],
    ["Phát thanh...các thôn.", "Phát thanh... các thôn."],
  ])("%s → %s", (line, mended) => {
    expect(found(line).every((one) => /^VB60[45]/.test(one))).toBe(true);
    expect(fixed(line)).toBe(mended);
  });

  it.each([
    ["Đạt 1.000 lượt nghe, 12,5% hộ dân, lúc 7:30 và 19:00."],
    ["Gửi về TP.HCM, TP.Hà Nội, PGS.TS.Nguyễn Văn A."],
    ["Đăng tại dichvucong.gov.vn, https://xa.gov.vn/a,b?c=d;e và xa@hatinh.gov.vn."],
    ["Tờ rơi, pa nô, v.v. và tệp mau-bieu.docx, ke.hoach.pdf."],
    ["Theo điểm a, khoản 1,2 Điều 3; tỷ lệ 1:1000."],
    ["Người(s) phụ trách f(x), HĐND(2)."],
    ["Tờ rơi, tờ gấp ... tại các thôn …"],
    ["Ngày ... tháng ... năm 2026, số......"],
    ["Đội 1 : 2 đội còn lại; phần mềm .NET và tệp .docx."],
    ["Trường ......... , thôn ........."],
  ])("are right in “%s”", (line) => {
    expect(found(line)).toEqual([]);
  });
});

describe("VB606 doubled marks", () => {
  it.each([
    ["Phát thanh,, niêm yết.", "VB606 ,,"],
    ["Phát thanh..; niêm yết.", "VB606 ..;"],
    ["Phát thanh;. Niêm yết.", "VB606 ;."],
    ["Phát thanh, ; niêm yết.", "VB606 , ;"],
    ["Phát thanh, tờ rơi,...; niêm yết.", "VB606 ,...;"],
    ["Kế hoạch ngày 05/01/2026 của Ủy ban nhân dân tỉnh ban hành; Chương trình phát thanh.", "VB606 ;"],
  ])("in “%s”", (line, one) => {
    expect(found(line)).toEqual([one]);
  });

  it.each([
    ["Tờ rơi, pa nô...; tờ gấp…; sổ tay, v.v.; áp phích,... của xã."],
    ["Có nên làm không?! Nên làm!!!"],
    ["Gửi UBND TP.; các thôn; số lượng 5 tr.; lưu VT."],
    ["Thôn ........, ngày .. tháng .. năm 2026."],
  ])("are none in “%s”", (line) => {
    expect(found(line)).toEqual([]);
  });
});

describe("VB602 and VB607 quotation marks and brackets", () => {
  const other = "Treo khẩu hiệu “Chung tay xây dựng nông thôn mới”.";
  it("go one way, in one form", () => {
    expect(fixed("Phong trào ”Thôn xanh“ của xã.", other)).toBe("Phong trào “Thôn xanh” của xã.");
    expect(fixed('Phong trào "Thôn xanh" của xã.', other)).toBe("Phong trào “Thôn xanh” của xã.");
    expect(fixed("Phong trào ''Thôn xanh'' của xã.", other)).toBe("Phong trào “Thôn xanh” của xã.");
    expect(found('Phong trào "Thôn xanh” của xã.', other)).toEqual(['VB607 "']);
    expect(found('Phong trào "Thôn xanh" của xã.')).toEqual([]);
    expect(found("Thôn Krông A'Na, H'Mông, màn hình 15\" và “Thôn xanh”.", other)).toEqual([]);
    expect(found("Chuyên mục “*Thôn xanh*”, **“Xã sạch”**.", other)).toEqual([]);
  });

  it("are closed where another place shows the end", () => {
    expect(fixed("Hưởng ứng “Chung tay xây dựng nông thôn mới tại xã.", other)).toBe(
      "Hưởng ứng “Chung tay xây dựng nông thôn mới” tại xã.",
    );
    expect(fixed("Hưởng ứng Chung tay xây dựng nông thôn mới” tại xã.", other)).toBe(
      "Hưởng ứng “Chung tay xây dựng nông thôn mới” tại xã.",
    );
    expect(fixed("Thủ tục hành chính (TTHC được niêm yết.")).toBe("Thủ tục hành chính (TTHC) được niêm yết.");
    expect(fixed("Báo cáo Đảng ủy (b/c;", "Gửi thôn (b/c);")).toBe("Báo cáo Đảng ủy (b/c);");
    expect(found("Phong trào Thôn xanh” của xã.", other)).toEqual(["VB602 ”"]);
  });

  it("may span paragraphs", () => {
    expect(found("Trích: “Một là phát thanh.", "Hai là niêm yết”.")).toEqual([]);
  });
});

describe("VB608 and VB609 dashes", () => {
  it("of ranges follow the greater number", () => {
    expect(found("Giai đoạn 2021 - 2030.", "Giai đoạn 2021 - 2025.", "Giai đoạn 2021–2025.")).toEqual([
      "VB608 2021–2025",
    ]);
    expect(found("Giai đoạn 2021-2030.", "Giai đoạn 2021-2025.", "Giai đoạn 2021 - 2025.")).toEqual([
      "VB608 2021 - 2025",
    ]);
    expect(found("Giai đoạn 2021-2030.", "Giai đoạn 2021 - 2025.")).toEqual([]);
    expect(found("Giai đoạn 2021 -2030.")).toEqual(["VB608 2021 -2030"]);
    expect(found("Giai đoạn 2021 - 2030, 2021 - 2025.", "Năm học 2025-2026.", "Số 12/KH-UBND.")).toEqual([]);
  });

  it("join words with blanks, but not the parts of foreign words", () => {
    expect(found("Phát triển kinh tế-xã hội.")).toEqual(["VB609 tế-xã"]);
    expect(found("Phòng Văn hóa- Xã hội.")).toEqual(["VB609 hóa- Xã"]);
    expect(found("Kinh tế – xã hội, quốc phòng – an ninh.")).toEqual([]);
    expect(found("Mạng in-tơ-nét, pa-nô, áp-phích, ma-ra-tông, Ê-đê, Gia-rai.")).toEqual([]);
    expect(found("Cơ chế HĐND-UBND, 12-NQ/TU, COVID-19, Văn phòng HĐND & UBND.")).toEqual([]);
  });
});

describe("VB610 and VB611 spellings in use", () => {
  it("of tones follow the greater number, names apart", () => {
    expect(found("Văn hóa, hòa giải, khóa học, xoá bỏ.")).toEqual(["VB610 xoá"]);
    expect(found("Văn hoá, hoà giải, khoá học, xoá bỏ, toà nhà.").at(-1)).toBe("VB610 Ủy");
    expect(found("Văn hóa, hòa giải, khóa học của ông Trần Thuý Hoà, xã Hoà An.")).toEqual([]);
    expect(found("Văn hóa, quý, quỳ, khuỷu, hoàn toàn, khoảng, ngoài, thúy, loại.")).toEqual([]);
  });

  it("are told once where they are even", () => {
    expect(found("Văn hóa, hòa giải, khoá học, xoá bỏ.")).toEqual(["VB610 khoá"]);
    expect(fixed("Văn hóa, hòa giải, khoá học, xoá bỏ.")).toBe("Văn hóa, hòa giải, khóa học, xóa bỏ.");
  });

  it("of i and y are those of the same word", () => {
    expect(found("Kỹ năng, kỹ thuật, quản lý; một kĩ năng.")).toEqual(["VB611 kĩ"]);
    expect(found("Vật lí, Địa lí và quản lý; bác sĩ Lý Sỹ Quý; sĩ số, tỉ mỉ, tỷ đồng.")).toEqual([]);
  });
});

describe("VB612, VB613, VB614 characters", () => {
  it("of other alphabets are told in the word", () => {
    expect(found("Phát thаnh tại thôn.")).toEqual(["VB612 thаnh"]);
    expect(fixed("Phát thаnh tại thôn.")).toBe("Phát thanh tại thôn.");
    expect(fixed("Các ðịa phương.")).toBe("Các địa phương.");
    expect(fixed("S\u00f3\u0302 thôn.")).toBe("Số thôn.");
    expect(found("Góc α, β; 5 µm; 10 kΩ; Москва; số 5².")).toEqual([]);
  });

  it("of letters in numbers", () => {
    expect(found("Phát thanh O2 lần.")).toEqual(["VB613 O2"]);
    expect(found("Xong trước l5/02/2026.")).toEqual(["VB613 l5/02/2026"]);
    expect(found("Khí O2, CO2, H2O; máy I5; mục I.1; 1l nước; lớp 10A1.")).toEqual([]);
  });

  it("that only look common", () => {
    expect(fixed("Phát thanh\u00a0mỗi tuần.")).toBe("Phát thanh mỗi tuần.");
    expect(found("Ngày\u00a015 tháng\u00a02; 5\u00a0km; Phụ lục\u00a0II.")).toEqual([]);
    expect(fixed("Đạt １００% hộ.")).toBe("Đạt 100% hộ.");
  });
});

describe("VB615 impossible syllables", () => {
  it.each([
    ["các nghành của xã.", "các ngành của xã."],
    ["kế họach của xã.", "kế hoạch của xã."],
    ["đựơc giao.", "được giao."],
    ["hànnh chính.", "hành chính."],
    ["nghề ngiệp.", "nghề nghiệp."],
    ["kách làm.", "cách làm."],
    ["vỉệc của xã. Giao việc của xã.", "việc của xã. Giao việc của xã."],
  ])("%s → %s", (line, mended) => {
    expect(fixed(`Giao ${line}`)).toBe(`Giao ${mended}`);
  });

  it("are two words joined when the file has them apart", () => {
    expect(fixed("Việc tuyêntruyền tại thôn.", "Tổ tuyên truyền của xã.")).toBe("Việc tuyên truyền tại thôn.");
  });

  it.each([
    [
      "Đăng trên website, Internet, email, Facebook, Zalo, fanpage, logo, video clip, online, app, banner, pano, poster.",
    ],
    ["Buôn Đăk Krông, Đắk Lắk, Pleiku, Kbang, Krông Pắc, Cư M’gar, Ea H'leo, Sêrêpôk, Plôi Ktu, Rơ Măm, Chư Prông."],
    ["Tiêm vắcxin, đổ bêtông, ôtô, ximăng, axít, ôxy, đèn tuýp, xe buýt, 5 kWh, 10 ha, km², m³, đ/c."],
    ["UBMTTQ, QLVHXH, TTTTTT, QĐ, HĐND, BCĐ, TƯ, BTGTU, ĐTN, THPT Chuyên."],
    [
      "Khúc khuỷu, ngoằn ngoèo, huỵch, quềnh quàng, gìn giữ, giếng, giết, xoong, boong, khuya, quở, thuở, huơ, loay hoay.",
    ],
    ["In-tơ-nét, ki-ốt, cát-xét, vắc-xin, xì-căng-đan, lô-gích, Lê-nin, Hồ Chí Minh, Mác - Lênin."],
    ["Nhóm Giẻ Triêng, Xơ Đăng, Brâu, Hrê, Stiêng, Khmer, Chơro, Raglai, Êđê, Mạ, Cơho."],
  ])("let alone: %s", (line) => {
    expect(found(line)).toEqual([]);
  });
});

describe("VB616 repeated words", () => {
  it("are found, and taken out when the group is long", () => {
    expect(found("Về cải cách hành chính cải cách hành chính của xã.")).toEqual([
      "VB616 cải cách hành chính cải cách hành chính",
    ]);
    expect(fixed("Về cải cách hành chính cải cách hành chính của xã.")).toBe("Về cải cách hành chính của xã.");
    expect(found("Nhiệm vụ của của xã.")).toEqual(["VB616 của của"]);
    expect(found("Tại nhà văn hóa **nhà văn hóa** thôn.")).toEqual([]);
  });

  it.each([
    ["Luôn luôn, thường thường, dần dần, đời đời, ngày ngày, mãi mãi, rất rất tốt, xa xa, từ từ, là là."],
    ["Người người nhà nhà thi đua; ngành ngành, lớp lớp; từng bước từng bước; hành vi vi phạm."],
    ["Các cơ quan, cơ quan nào chậm đơn vị đơn vị đó chịu; cấp huyện, huyện ủy; từng đơn vị từng đơn vị."],
    ["Ngày 20 ngày 21; năm 2026 năm 2027; cấp xã - xã An Bình."],
  ])("are none in “%s”", (line) => {
    expect(found(line)).toEqual([]);
  });
});

describe("VB617, VB618, VB619 capitals", () => {
  it("begin a sentence", () => {
    expect(found("Phát thanh hằng tuần. các thôn tiếp sóng.")).toEqual(["VB617 các"]);
    expect(found("Tờ rơi, v.v. cho dân; 5 tr. đồng; TP. hành chính; tờ rơi... cho dân; st. nhạc.")).toEqual([]);
  });

  it("do not follow a semicolon, but in names and lists", () => {
    expect(found("Phổ biến tại hội nghị thôn; Đưa vào buổi phát thanh.")).toEqual(["VB618 Đưa"]);
    expect(found("Gửi UBND xã; Sở Nội vụ; Đài Phát thanh; Kế hoạch số 1; Chương trình số 2.")).toEqual([]);
    expect(found("Tăng cường phát thanh; Đẩy mạnh niêm yết; Phối hợp các thôn.")).toEqual([]);
  });
});

describe("VB620 to VB624", () => {
  it.each([
    ["Phát thanh 01 lần/ tuần.", "VB620 lần/ tuần"],
    ["Trên Cổng /Trang thông tin.", "VB620 Cổng /Trang"],
    ["Tờ rơi, pa nô v.v... tại xã.", "VB622 v.v..."],
    ["Phát thanh 02lần mỗi tuần.", "VB623 02lần"],
    ["Xong trong năm2026.", "VB623 năm2026"],
  ])("find %s", (line, one) => {
    expect(found(line)).toEqual([one]);
  });

  it.each([
    ["Số 12/KH-UBND, và/hoặc, Cổng / Trang, 5 km/h, ngày 02/ 3."],
    ["Lớp 12a1, 5km, 8h30, 30c, 10tr, 4G, 2đ, 3D, mp3, web2, 100m2, Covid19."],
    ["Đạt 100 % hộ và 80 % thôn."],
  ])("let alone %s", (line) => {
    expect(found(line)).toEqual([]);
  });

  it("see marks without a blank", () => {
    expect(marked(example({ body: "I. NỘI DUNG\n\n1.Phát thanh.\n2. Niêm yết." }), /VB6/)).toEqual(["VB624 1."]);
    expect(found("Nội dung\n\na)Phát thanh;\n\nb) Niêm yết.")).toEqual(["VB624 a)"]);
  });
});
