/** Citations and bodies in running text. One case a line: adding a shape is adding a line. */
import { describe, expect, it } from "vitest";
import { findAgencies, findCitations, matchAgency, splitAgencies } from "../../src/plan/mentions.ts";
import { findReferences } from "../../src/plan/references.ts";
import { registries } from "../registry/support.ts";

/** type | number | ISO date | issuer of each citation; `-` for what is not written. */
const cited = (text: string, laws: readonly string[] = []): string[] =>
  findCitations(text, laws).map((c) => [c.type ?? "-", c.number ?? "-", c.date ?? "-", c.issuer ?? "-"].join(" | "));

describe("citations", () => {
  const one: readonly (readonly [string, string])[] = [
    // State symbols, with and without year, both forms of date
    [
      "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình",
      "Quyết định | 749/QĐ-TTg | 2020-06-03 | Thủ tướng Chính phủ",
    ],
    [
      "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về cơ chế một cửa",
      "Nghị định | 61/2018/NĐ-CP | 2018-04-23 | Chính phủ",
    ],
    [
      "Nghị quyết 17/NQ-CP ngày 07/3/2019 của Chính phủ về một số nhiệm vụ",
      "Nghị quyết | 17/NQ-CP | 2019-03-07 | Chính phủ",
    ],
    [
      "Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ ban hành",
      "Nghị quyết | 30c/NQ-CP | 2011-11-08 | Chính phủ",
    ],
    [
      "Quyết định số 19/2016/QĐ-UBND ngày 25/02/2016 của UBND tỉnh về quản lý",
      "Quyết định | 19/2016/QĐ-UBND | 2016-02-25 | UBND tỉnh",
    ],
    [
      "Quyết định số 144/2025/QĐ-CTUBND ngày 02/12/2025 của Chủ tịch Ủy ban nhân dân tỉnh ban hành",
      "Quyết định | 144/2025/QĐ-CTUBND | 2025-12-02 | Chủ tịch Ủy ban nhân dân tỉnh",
    ],
    [
      "Quyết định số 35/QĐ-BNV ngày 22/01/2024 của Bộ trưởng Bộ Nội vụ ban hành Kế hoạch",
      "Quyết định | 35/QĐ-BNV | 2024-01-22 | Bộ trưởng Bộ Nội vụ",
    ],
    [
      "Quyết định số 266/2025/QĐ-CTN ngày 05/3/2025 của Chủ tịch nước về việc",
      "Quyết định | 266/2025/QĐ-CTN | 2025-03-05 | Chủ tịch nước",
    ],
    [
      "Thông tư số 172/2012/TT-BTC ngày 22/10/2012 của Bộ Tài chính quy định",
      "Thông tư | 172/2012/TT-BTC | 2012-10-22 | Bộ Tài chính",
    ],
    [
      "Thông tư liên tịch số 01/2016/TTLT-TANDTC-VKSNDTC-BTP ngày 01/01/2016",
      "Thông tư liên tịch | 01/2016/TTLT-TANDTC-VKSNDTC-BTP | 2016-01-01 | -",
    ],
    [
      "Nghị quyết liên tịch số 09/2021/NQLT/UBTVQH-ĐCTUBTWMTTQVN",
      "Nghị quyết liên tịch | 09/2021/NQLT/UBTVQH-ĐCTUBTWMTTQVN | - | -",
    ],
    [
      "Nghị quyết số 35/2023/UBTVQH15 ngày 12/7/2023 của Ủy ban Thường vụ Quốc hội về sắp xếp",
      "Nghị quyết | 35/2023/UBTVQH15 | 2023-07-12 | Ủy ban Thường vụ Quốc hội",
    ],
    ["Nghị quyết số 1679/NQ-UBTVQH15", "Nghị quyết | 1679/NQ-UBTVQH15 | - | -"],
    [
      "Nghị quyết số 120/2017/NQ-HĐND ngày 01/12/2017 của Hội đồng nhân dân tỉnh",
      "Nghị quyết | 120/2017/NQ-HĐND | 2017-12-01 | Hội đồng nhân dân tỉnh",
    ],
    ["Văn bản hợp nhất số 26/VBHN-VPQH", "Văn bản hợp nhất | 26/VBHN-VPQH | - | -"],
    ["Công văn số 425/SNV-CCHC ngày 28 tháng 02 năm 2018", "Công văn | 425/SNV-CCHC | 2018-02-28 | -"],
    [
      "Công văn số 10287/BNV-CTL&BHXH ngày 04/12/2025 của Bộ Nội vụ về việc",
      "Công văn | 10287/BNV-CTL&BHXH | 2025-12-04 | Bộ Nội vụ",
    ],
    ["Công văn của Sở Nội vụ số 425/SNV-CCHC ngày 28/02/2018", "Công văn | 425/SNV-CCHC | 2018-02-28 | Sở Nội vụ"],
    ["Quyết định số 7886/QĐ-BCA-C06", "Quyết định | 7886/QĐ-BCA-C06 | - | -"],
    [
      "Quyết định số 16/2008/QĐ-BGDĐT ngày 16/4/2008 của Bộ Giáo dục và Đào tạo",
      "Quyết định | 16/2008/QĐ-BGDĐT | 2008-04-16 | Bộ Giáo dục và Đào tạo",
    ],
    [
      "Công điện số 79/CĐ-TTg ngày 09/5/2026 của Thủ tướng Chính phủ",
      "Công điện | 79/CĐ-TTg | 2026-05-09 | Thủ tướng Chính phủ",
    ],
    ["Nghị định số 64/CP ngày 27/9/1993 của Chính phủ", "Nghị định | 64/CP | 1993-09-27 | Chính phủ"],
    // Party and union symbols
    [
      "Nghị quyết số 05-NQ/TU ngày 28/9/2021 của Ban Thường vụ Tỉnh ủy về đẩy mạnh",
      "Nghị quyết | 05-NQ/TU | 2021-09-28 | Ban Thường vụ Tỉnh ủy",
    ],
    [
      "Chương trình hành động số 12-CTr/TU ngày 31 tháng 3 năm 2017 của Tỉnh ủy tiếp tục thực hiện",
      "Chương trình hành động | 12-CTr/TU | 2017-03-31 | Tỉnh ủy",
    ],
    [
      "Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương khoá XII một số vấn đề",
      "Nghị quyết | 18-NQ/TW | 2017-10-25 | Ban Chấp hành Trung ương khoá XII",
    ],
    [
      "Nghị quyết số 19-NQ/TW ngày 25/10/2017 Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII về tiếp tục",
      "Nghị quyết | 19-NQ/TW | 2017-10-25 | Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII",
    ],
    ["Quy chế số 05-QC/BTCTU-BNCTU", "Quy chế | 05-QC/BTCTU-BNCTU | - | -"],
    ["Kế hoạch số 441-KH/TWĐTN-KHCN", "Kế hoạch | 441-KH/TWĐTN-KHCN | - | -"],
    // Misspelt, and still found
    ["Nghị quyết số 05/NQ-TU ngày 28/9/2021", "Nghị quyết | 05/NQ-TU | 2021-09-28 | -"],
    ["Nghị định số 61/2018/ND-CP ngày 23/4/2018", "Nghị định | 61/2018/ND-CP | 2018-04-23 | -"],
    ["Kế hoạch số 12 /KH-UBND ngày 05/01/2026", "Kế hoạch | 12 /KH-UBND | 2026-01-05 | -"],
    ["Nghị quyết số 18-NQ-TW ngày 25/10/2017", "Nghị quyết | 18-NQ-TW | 2017-10-25 | -"],
    // Words around the number
    [
      "theo Quyết định số 194/QĐ-UBND, ngày 15/01/2024 của UBND huyện về ban hành Kế hoạch",
      "Quyết định | 194/QĐ-UBND | 2024-01-15 | UBND huyện",
    ],
    ["QUYẾT ĐỊNH SỐ 749/QĐ-TTG NGÀY 03/6/2020", "Quyết định | 749/QĐ-TTG | 2020-06-03 | -"],
    ["thực hiện 749/QĐ-TTg trong năm", "- | 749/QĐ-TTg | - | -"],
    [
      "Quyết định số 12/QĐ-UBND ngày … tháng … năm 2026 của UBND xã An Bình ban hành",
      "Quyết định | 12/QĐ-UBND | - | UBND xã An Bình",
    ],
    ["Quyết định số 12/QĐ-UBND ngày 31/02/2026 của UBND xã", "Quyết định | 12/QĐ-UBND | - | UBND xã"],
    [
      "Kế hoạch số 08/KH-UBND ngày 08/01/2024 của UBND tỉnh tuyên truyền cải cách",
      "Kế hoạch | 08/KH-UBND | 2024-01-08 | UBND tỉnh",
    ],
    [
      "Thông tư số 01/2020/TT-BVHTTDL ngày 05/5/2020 của Bộ Văn hóa, Thể thao và Du lịch hướng dẫn",
      "Thông tư | 01/2020/TT-BVHTTDL | 2020-05-05 | Bộ Văn hóa, Thể thao và Du lịch",
    ],
    [
      "Kế hoạch số 9/KH-SNV ngày 06/02/2026 của Sở Nội vụ tỉnh Khánh Hòa triển khai",
      "Kế hoạch | 9/KH-SNV | 2026-02-06 | Sở Nội vụ tỉnh Khánh Hòa",
    ],
    // Laws
    [
      "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025",
      "Luật | 72/2025/QH15 | 2025-06-16 | -",
    ],
    ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "Luật | - | 2015-06-19 | -"],
    ["Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công ngày 29/11/2024", "Luật | - | 2024-11-29 | -"],
  ];
  it.each(one)("%s", (text, expected) => {
    expect(cited(text)).toEqual([expected]);
  });

  const none: readonly string[] = [
    "triển khai Đề án 06/CP trên địa bàn",
    "giai đoạn 2021-2025, định hướng đến năm 2030",
    "tiêu chuẩn TCVN ISO 9001:2015",
    "trước ngày 15/11/2026, xếp thứ 20/63 tỉnh, thành phố",
    "dịch vụ công mức độ 3, 4; tỷ lệ 95/100 hồ sơ",
    "số …/KH-UBND ngày …/…/2026",
    "chấp hành pháp luật ngày càng tốt hơn",
    "hoạt động 24/24 giờ, 7/7 ngày",
  ];
  it.each(none)("none in “%s”", (text) => {
    expect(cited(text)).toEqual([]);
  });

  it("finds the amended document inside the amending one", () => {
    const text =
      "Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ";
    expect(cited(text)).toEqual([
      "Nghị định | 107/2021/NĐ-CP | 2021-12-06 | Chính phủ",
      "Nghị định | 61/2018/NĐ-CP | 2018-04-23 | Chính phủ",
    ]);
  });

  it("gives a list its one type", () => {
    expect(cited("các Nghị quyết số 18-NQ/TW, 19-NQ/TW và số 20-NQ/TW ngày 25/10/2017")).toEqual([
      "Nghị quyết | 18-NQ/TW | - | -",
      "Nghị quyết | 19-NQ/TW | - | -",
      "Nghị quyết | 20-NQ/TW | 2017-10-25 | -",
    ]);
  });

  it("does not let an issuer run into the next document", () => {
    expect(cited("Nghị quyết số 76/NQ-CP của Chính phủ và Quyết định số 468/QĐ-TTg của Thủ tướng Chính phủ")).toEqual([
      "Nghị quyết | 76/NQ-CP | - | Chính phủ",
      "Quyết định | 468/QĐ-TTg | - | Thủ tướng Chính phủ",
    ]);
  });

  it("finds known laws without number and date, by their longest name", () => {
    const laws = ["Luật Thực hiện dân chủ ở cơ sở", "Luật Đầu tư", "Luật Đầu tư công"];
    const found = findCitations("theo Luật Đầu tư công và Luật Thực hiện dân chủ ở cơ sở", laws);
    expect(found.map((c) => c.name)).toEqual(["Luật Đầu tư công", "Luật Thực hiện dân chủ ở cơ sở"]);
  });

  it("knows where the number and the whole stand", () => {
    const text = "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt";
    const [found] = findCitations(text);
    expect(text.slice(found!.at.start, found!.at.end)).toBe(found!.text);
    expect(found!.text).toBe("Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ");
    expect(text.slice(found!.numberAt!.start, found!.numberAt!.end)).toBe("749/QĐ-TTg");
  });

  it("takes time in proportion to the text", () => {
    const text = "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ; Luật ".repeat(400);
    const start = performance.now();
    expect(findCitations(text)).toHaveLength(400);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

const province = { registries, issuer: "UBND tỉnh Hà Tĩnh", date: "2024-02-05" };
const district = { registries, issuer: "UBND huyện Lộc Hà", date: "2024-02-05" };
const commune = { registries, issuer: { text: "UBND xã An Bình" }, date: "2026-01-05" };

describe("one body", () => {
  const bodies: readonly (readonly [string, string | null])[] = [
    ["UBND xã An Bình", "ubnd-xa:an binh"],
    ["Ủy ban nhân dân xã An Bình", "ubnd-xa:an binh"],
    ["ỦY BAN NHÂN DÂN XÃ AN BÌNH", "ubnd-xa:an binh"],
    ["Uỷ ban Nhân dân xã An Bình", "ubnd-xa:an binh"],
    ["UBND xã", "ubnd-xa:an binh"],
    ["UBND tỉnh", "ubnd-tinh"],
    ["UBND tỉnh Bà Rịa - Vũng Tàu", "ubnd-tinh:ba ria - vung tau"],
    ["UBND phường 5", "ubnd-phuong:5"],
    ["HĐND xã An Bình", "hdnd-xa:an binh"],
    ["Chủ tịch UBND xã An Bình", "chu-tich-ubnd-xa:an binh"],
    ["UBND các huyện, thị xã, thành phố", "ubnd-cac:huyen+thi xa+thanh pho"],
    ["UBND các xã, phường và đặc khu", "ubnd-cac:xa+phuong+dac khu"],
    ["Sở Nội vụ", "so-noi-vu"],
    ["Sở Nội vụ tỉnh Hà Tĩnh", "so-noi-vu"],
    ["Sở TT&TT", "so-thong-tin-va-truyen-thong"],
    ["Sở Văn hoá - Thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich"],
    ["Sở Giáo dục và Đào tạo Hà Nội", "so-giao-duc-va-dao-tao"],
    ["Sở Giao thông công chánh", "so:giao thong cong chanh"],
    ["phòng Nội vụ", "phong-noi-vu"],
    ["Phòng Kinh tế", "phong-kinh-te-xa"],
    ["Phòng Văn hoá – Xã hội", "phong-van-hoa-xa-hoi-xa"],
    ["Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã", "mttq-xa:an binh"],
    ["Trường Tiểu học An Bình", "truong:tieu hoc an binh"],
    ["Các phòng, ban, ngành", "cac-phong-ban-nganh"],
    ["các cơ quan, đơn vị có liên quan", "cac-co-quan-don-vi"],
    ["Trường Trung học cơ sở An Bình", "truong:trung hoc co so an binh"],
    ["Ban Biên tập xã An Bình", "ban:bien tap"],
    ["Tổ công nghệ số cộng đồng thôn Đông", "to-cong-nghe-so-cong-dong:thon dong"],
    ["Tổ công nghệ số cộng đồng các thôn", "to-cong-nghe-so-cong-dong-cac:thon"],
    ["Bộ phận Tiếp nhận và trả kết quả", "bo-phan:tiep nhan va tra ket qua"],
    ["Văn phòng Sở", "van-phong:so"],
    ["Tổ Tin học - Công nghệ", "to:tin hoc - cong nghe"],
    ["Ủy ban Mặt trận Tổ quốc", "mttq-xa:an binh"],
    ["Chủ tịch Ủy ban nhân dân xã", "chu-tich-ubnd-xa:an binh"],
    ["Chủ tịch UBND huyện", "chu-tich-ubnd-huyen"],
    ["các đoàn thể chính trị - xã hội của xã, thị trấn", "cac-to-chuc-chinh-tri-xa-hoi"],
    ["Tổ công tác", null],
    ["Bà Nguyễn Thị Hoa", null],
    ["", null],
  ];
  it.each(bodies)("%s", (text, id) => {
    expect(matchAgency(text, commune).id).toBe(id);
  });

  it("is written out, no further than it was typed", () => {
    const full = (text: string) => matchAgency(text, { registries, date: "2026-01-05" }).full;
    expect(full("UBND xã An Bình")).toBe("Ủy ban nhân dân xã An Bình");
    expect(full("Sở KH&CN")).toBe("Sở Khoa học và Công nghệ");
    expect(full("Trung tâm Phục vụ hành chính công")).toBe("Trung tâm Phục vụ hành chính công");
    expect(full("Ông Nguyễn Văn A")).toBeNull();
  });

  it("of two with one name is the one of its day", () => {
    expect(matchAgency("Phòng Kinh tế", district).id).toBe("phong-kinh-te-huyen");
    expect(matchAgency("Phòng Kinh tế", commune).id).toBe("phong-kinh-te-xa");
  });
});

describe("owner cells", () => {
  const split = (text: string, context: typeof province | typeof commune = district): string[] =>
    splitAgencies(text, context).map((part) => `${part.text} = ${part.id ?? "-"}`);

  it("are cut at semicolons and lines", () => {
    expect(split("Văn phòng HĐND và UBND; Đoàn Thanh niên xã.", commune)).toEqual([
      "Văn phòng HĐND và UBND = van-phong-hdnd-va-ubnd-xa:an binh",
      "Đoàn Thanh niên xã = doan-thanh-nien-xa:an binh",
    ]);
    expect(split("- Phòng Văn hóa - Xã hội\n- Các thôn", commune)).toEqual([
      "Phòng Văn hóa - Xã hội = phong-van-hoa-xa-hoi-xa",
      "Các thôn = cac-thon",
    ]);
    expect(split("Tổ công tác (do xã lập; có thôn tham gia); Ban quản lý chợ")).toHaveLength(2);
  });

  it("are cut at commas and “và” where every part is known", () => {
    expect(split("phòng Nội vụ, phòng Tài chính - Kế hoạch")).toHaveLength(2);
    expect(split("Phòng Nội vụ và Phòng Tư pháp").map((part) => part.split(" = ")[1])).toEqual([
      "phong-noi-vu",
      "phong-tu-phap",
    ]);
    expect(
      split("Phòng Nội vụ, các cơ quan, đơn vị, UBND các xã, thị trấn").map((part) => part.split(" = ")[1]),
    ).toEqual(["phong-noi-vu", "cac-co-quan-don-vi", "ubnd-cac:xa+thi tran"]);
    expect(
      split("Đài Phát thanh – Truyền hình tỉnh, Văn phòng UBND tỉnh, các sở, ngành, địa phương có liên quan", province),
    ).toHaveLength(3);
  });

  it("may end with a body that is not known after two that are", () => {
    expect(split("Phòng Nội vụ, Phòng Tư pháp và một số đơn vị có hợp tác với huyện.")).toEqual([
      "Phòng Nội vụ = phong-noi-vu",
      "Phòng Tư pháp = phong-tu-phap",
      "một số đơn vị có hợp tác với huyện = nhom:mot so don vi co hop tac voi huyen",
    ]);
  });

  it("stay whole where a part is unknown, and lose no word", () => {
    expect(split("Các phòng, ban, ngành")).toEqual(["Các phòng, ban, ngành = cac-phong-ban-nganh"]);
    // A comma or a line break was lost between known bodies.
    expect(split("Văn phòng HĐND&UBND phòng Nội vụ, Phòng Tư pháp các cơ quan, đơn vị liên quan")).toEqual([
      "Văn phòng HĐND&UBND = van-phong-hdnd-va-ubnd-huyen:loc ha",
      "phòng Nội vụ = phong-noi-vu",
      "Phòng Tư pháp = phong-tu-phap",
      "các cơ quan, đơn vị liên quan = cac-co-quan-don-vi",
    ]);
    expect(split("Phòng Nội vụ chủ trì")).toEqual(["Phòng Nội vụ chủ trì = -"]);
    expect(split("Phòng Nội vụ, kể cả ngoài giờ")).toEqual(["Phòng Nội vụ, kể cả ngoài giờ = -"]);
    expect(split("")).toEqual([]);
  });

  it("know where each part stands", () => {
    const text = " Phòng Nội vụ , Phòng Tư pháp";
    for (const part of splitAgencies(text, district)) expect(text.slice(part.at.start, part.at.end)).toBe(part.text);
  });
});

describe("bodies in sentences", () => {
  const found = (text: string, context = district): string[] =>
    findAgencies(text, context).map((agency) => `${agency.text} = ${agency.id}`);

  it("end before the sentence about them, where a line break was lost", () => {
    const ids = (text: string): string[] =>
      findAgencies(text, district).map(({ text: words, id }) => `${words} = ${id}`);
    expect(ids("Phòng Tư pháp Chủ trì phổ biến pháp luật")).toEqual(["Phòng Tư pháp = phong-tu-phap"]);
    expect(ids("các tổ chức chính trị - xã hội huyện Tăng cường tuyên truyền")).toEqual([
      "các tổ chức chính trị - xã hội huyện = cac-to-chuc-chinh-tri-xa-hoi",
    ]);
    expect(ids("Phòng Tổng hợp Chủ động rà soát")).toEqual(["Phòng Tổng hợp = phong:tong hop"]);
    expect(ids("Hội đồng Phối hợp phổ biến giáo dục pháp luật huyện")).toHaveLength(1);
  });

  it("are found among other words", () => {
    expect(found("Giao Phòng Nội vụ phối hợp với UBND các xã, thị trấn báo cáo Sở Nội vụ trước ngày 15/12.")).toEqual([
      "Phòng Nội vụ = phong-noi-vu",
      "UBND các xã, thị trấn = ubnd-cac:xa+thi tran",
      "Sở Nội vụ = so-noi-vu",
    ]);
    expect(found("Ủy ban nhân dân huyện báo cáo Ủy ban nhân dân tỉnh.")).toEqual([
      "Ủy ban nhân dân huyện = ubnd-huyen:loc ha",
      "Ủy ban nhân dân tỉnh = ubnd-tinh",
    ]);
  });

  it("go by the short names that a plan declares, spelt exactly so", () => {
    const shortNames = [{ short: "TTPVHCC", full: "Trung tâm Phục vụ hành chính công" }];
    const context = { ...district, issuer: "UBND xã An Bình", date: "2026-01-05", shortNames };
    const id = "trung-tam-phuc-vu-hanh-chinh-cong-xa:an binh";
    const text = "Giao TTPVHCC xã An Bình, TTPVHCC và Công an xã; ttpvhcc, TTPVHCCX.";
    expect(found(text, context)).toEqual([
      `TTPVHCC xã An Bình = ${id}`,
      `TTPVHCC = ${id}`,
      "Công an xã = cong-an-xa:an binh",
    ]);
    for (const one of findAgencies(text, context)) expect(text.slice(one.at.start, one.at.end)).toBe(one.text);
  });

  it("end at commas between bodies", () => {
    expect(
      found("Đảng ủy, TT HĐND xã An Bình (b/c);", { ...district, issuer: "UBND xã An Bình", date: "2026-01-05" }),
    ).toEqual(["TT HĐND xã An Bình = hdnd-xa:an binh"]);
  });

  it.each([
    "Ban hành văn bản, phòng chống tham nhũng, báo cáo kết quả",
    "BAN HÀNH KẾ HOẠCH",
    "Hội nghị, hội thảo, Hội thi tìm hiểu",
    "Trường hợp khó khăn, các trường hợp khác",
    "đăng các bản tin trên mạng",
    "Nghị quyết số 76/NQ-CP, Quyết định số 468/QĐ-TTg",
    "sở hữu trí tuệ; Đảng - đoàn thể",
    "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
    "NHIỆM VỤ VÀ TỔ CHỨC THỰC HIỆN",
    "CÁN BỘ NỘI VỤ",
  ])("none in “%s”", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("blanks that do not break", () => {
  const text =
    "Thực hiện Nghị quyết số 19-NQ/TW ngày 25/10/2017 Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII và " +
    "Luật Thực hiện dân chủ ở cơ sở, UBND các xã, thị trấn trên địa bàn huyện phối hợp Phòng Nội vụ (Phụ lục I kèm theo).";
  const glued = text.replaceAll(" ", "\u00a0");

  it("read like blanks, and stay in what is quoted", () => {
    const laws = ["Luật Thực hiện dân chủ ở cơ sở"];
    const plain = (found: readonly { readonly text: string }[]): unknown[] =>
      found.map((one) => ({ ...one, text: one.text.replaceAll("\u00a0", " ") }));
    for (const find of [
      (words: string) => findCitations(words, laws),
      (words: string) => findAgencies(words, district),
      (words: string) => splitAgencies(words, district),
      findReferences,
    ]) {
      const found = find(glued);
      expect(plain(found)).toEqual(plain(find(text)));
      expect(found.length).toBeGreaterThan(0);
    }
    for (const one of findAgencies(glued, district)) expect(glued.slice(one.at.start, one.at.end)).toBe(one.text);
    expect(findCitations(glued)[0]!.issuer).toBe("Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII");
  });
});
