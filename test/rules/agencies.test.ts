/** Rules about bodies: which day they exist on, how their names are spelt, whose level fits, and what lists of them lack. */
import { describe, expect, it } from "vitest";
import { example } from "../../src/rules/example.ts";
import { applied, check, marked } from "./support.ts";

interface Of {
  readonly date?: string;
  readonly year?: number;
  readonly issuer?: string;
  readonly number?: string;
  readonly signature?: string;
}

/** A plan of an issuer and day with one line of work. */
function plan(
  line: string,
  { date = "05/01/2026", year = 2026, issuer = "ỦY BAN NHÂN DÂN XÃ AN BÌNH", number = "…/KH-UBND" }: Of = {},
): string {
  return example({
    title: `Tuyên truyền cải cách hành chính năm ${year}`,
    head: `cơ quan: ${issuer}\nsố: ${number}\nngày: ${date}`,
    opening: "Kế hoạch gồm các nội dung sau:",
    body: `I. NỘI DUNG\n\n1. ${line}\n2. Niêm yết tại trụ sở.`,
    closing: "Trên đây là Kế hoạch tuyên truyền cải cách hành chính./.",
    recipients: "- Lưu: VT.",
  });
}

const task = (lead: string, partners = "", of: Of = {}): string =>
  plan(
    `Phát thanh\n- Chủ trì: ${lead}.${partners === "" ? "" : `\n- Phối hợp: ${partners}.`}\n- Thời gian: Quý II.\n`,
    of,
  );

const province: Of = { issuer: "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH" };
const district2024: Of = { issuer: "ỦY BAN NHÂN DÂN HUYỆN LỘC HÀ", date: "05/01/2024", year: 2024 };
const commune: Of = {};

const agencies = /VB20\d/;
const found = (text: string, only = agencies): string[] => marked(text, only);
const severities = (text: string, code: string): string[] =>
  check(text)
    .diagnostics.filter((d) => d.code === code)
    .map((d) => d.severity);
const fixed = (text: string, code: string): string => {
  const one = check(text).diagnostics.find((d) => d.code === code && d.fix);
  return one ? applied(text, one.fix!) : "no fix";
};

describe("VB201 on the day of the plan", () => {
  const on = (line: string, date: string, of: Of = province): string[] =>
    found(plan(line, { ...of, date, year: Number(date.slice(-4)) }), /VB201/);

  it("knows the departments of March 2025, with a month of grace", () => {
    const line = "Sở Thông tin và Truyền thông tổng hợp, báo cáo hằng quý.";
    expect(on(line, "10/12/2024")).toEqual([]);
    expect(on(line, "20/3/2025")).toEqual([]);
    expect(on(line, "15/4/2025")).toEqual(["VB201 Sở Thông tin và Truyền thông"]);
    expect(on("Sở Nông nghiệp và Môi trường tổng hợp.", "15/4/2025")).toEqual([]);
    expect(on("Sở Nông nghiệp và Môi trường tổng hợp.", "15/10/2024")).toEqual(["VB201 Sở Nông nghiệp và Môi trường"]);
    const [message] = check(plan(line, { ...province, date: "15/9/2025", year: 2025 }))
      .diagnostics.filter((d) => d.code === "VB201")
      .map((d) => d.message);
    expect(message).toContain("Sở Khoa học và Công nghệ");
    expect(message).toContain("Nghị định 45/2025/NĐ-CP");
  });

  it("knows the last day of districts and their divisions", () => {
    for (const body of [
      "UBND các huyện, thị xã",
      "UBND huyện Lộc Hà",
      "HĐND thị xã Kỳ Anh",
      "UBND thị trấn Thạch Hà",
    ]) {
      expect(on(`${body} báo cáo hằng quý.`, "30/6/2025"), body).toEqual([]);
      expect(on(`${body} báo cáo hằng quý.`, "01/7/2025"), body).toEqual([`VB201 ${body}`]);
    }
    const line = "Phòng Tư pháp báo cáo hằng quý.";
    expect(on(line, "30/6/2025", { issuer: "ỦY BAN NHÂN DÂN HUYỆN LỘC HÀ" })).toEqual([]);
    expect(on(line, "02/7/2025", commune)).toEqual(["VB201 Phòng Tư pháp"]);
    expect(on("Phòng Kinh tế báo cáo hằng quý.", "02/7/2025", commune)).toEqual([]);
  });

  it("blames the same plan in 2026 and not in 2024", () => {
    const text = (year: number): string =>
      plan("Sở Thông tin và Truyền thông hướng dẫn UBND các huyện thực hiện.", {
        ...province,
        date: `05/02/${year}`,
        year,
      });
    expect(found(text(2024), /VB201/)).toEqual([]);
    expect(found(text(2026), /VB201/)).toEqual(["VB201 Sở Thông tin và Truyền thông", "VB201 UBND các huyện"]);
  });

  it("leaves alone what tells of the past", () => {
    for (const line of [
      "Sở Thông tin và Truyền thông (nay là Sở Khoa học và Công nghệ) đã bàn giao hồ sơ.",
      "Hồ sơ của Sở Thông tin và Truyền thông (cũ) được số hóa.",
      "Năm 2024, Sở Thông tin và Truyền thông xếp thứ nhất.",
      "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/02/2024 của UBND huyện Lộc Hà.",
      "Tiếp tục Đề án ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/02/2024 quy định chức năng của Sở Thông tin và Truyền thông.",
      "Trước đây UBND các huyện báo cáo hằng tháng.",
    ]) {
      expect(on(line, "05/02/2026"), line).toEqual([]);
    }
    const acts = "Theo Quyết định số 12/QĐ-UBND ngày 05/02/2026 của UBND tỉnh, Sở Thông tin và Truyền thông báo cáo.";
    expect(on(acts, "05/03/2026")).toEqual(["VB201 Sở Thông tin và Truyền thông"]);
  });

  it("knows what was not there yet", () => {
    expect(on("UBND đặc khu Phú Quốc báo cáo hằng quý.", "05/01/2025")).toEqual(["VB201 UBND đặc khu Phú Quốc"]);
    expect(on("UBND đặc khu Phú Quốc báo cáo hằng quý.", "01/7/2025")).toEqual([]);
    const centre = "Trung tâm Phục vụ hành chính công xã báo cáo hằng quý.";
    expect(on(centre, "05/01/2025", commune)).toEqual(["VB201 Trung tâm Phục vụ hành chính công xã"]);
    expect(on(centre, "01/7/2025", commune)).toEqual([]);
    // Without its level it may be the province's, which is older.
    expect(on("Trung tâm Phục vụ hành chính công báo cáo hằng quý.", "05/01/2023")).toEqual([]);
  });

  it("knows the provinces", () => {
    const line = "UBND tỉnh Ninh Thuận chia sẻ kinh nghiệm.";
    expect(on(line, "30/6/2025")).toEqual([]);
    expect(on(line, "01/7/2025")).toEqual(["VB201 UBND tỉnh Ninh Thuận"]);
    expect(on("Sở Nội vụ tỉnh Ninh Thuận chia sẻ kinh nghiệm.", "01/8/2025")).toEqual([
      "VB201 Sở Nội vụ tỉnh Ninh Thuận",
    ]);
    const hue = "UBND tỉnh Thừa Thiên Huế chia sẻ kinh nghiệm.";
    expect(on(hue, "31/12/2024")).toEqual([]);
    expect(on(hue, "01/01/2025")).toEqual(["VB201 UBND tỉnh Thừa Thiên Huế"]);
    expect(on("UBND thành phố Huế chia sẻ kinh nghiệm.", "01/8/2025")).toEqual([]);
  });

  it("does not take the divisions of other offices for those of districts", () => {
    const school: Of = { issuer: "TRƯỜNG ĐẠI HỌC HÀ TĨNH", number: "…/KH-ĐHHT" };
    expect(on("Phòng Y tế khám sức khỏe.", "05/01/2026", school)).toEqual([]);
  });
});

describe("VB202 names as the law gives them", () => {
  it("finds other joints and keeps the words as typed", () => {
    const text = task("phòng Văn hoá Thông tin", "Phòng Kinh tế - Hạ tầng", district2024);
    expect(found(text)).toEqual(["VB202 phòng Văn hoá Thông tin", "VB202 Phòng Kinh tế - Hạ tầng"]);
    expect(fixed(text, "VB202")).toContain("phòng Văn hoá và Thông tin.");
    expect(found(fixed(text, "VB202"))).toEqual(["VB202 Phòng Kinh tế - Hạ tầng"]);
    expect(found(task("Sở Lao động Thương binh và Xã hội", "", { ...province, date: "05/01/2024" }))).toEqual([
      "VB202 Sở Lao động Thương binh và Xã hội",
    ]);
    expect(found(task("Sở Thông tin & Truyền thông tỉnh", "", { ...province, date: "05/01/2024" }))).toEqual([
      "VB202 Sở Thông tin & Truyền thông",
    ]);
  });

  it("leaves alone dashes, case, short forms and words that only look so", () => {
    for (const name of [
      "Phòng Lao động – Thương binh và Xã hội",
      "phòng Văn Hóa và Thông Tin",
      "Phòng Văn hoá và Thông tin huyện",
    ]) {
      expect(found(task(name, "", district2024)), name).toEqual([]);
    }
    const line = "Phòng Kinh tế, hạ tầng nông thôn và môi trường là ba nội dung kiểm tra.";
    expect(found(plan(line, district2024), /VB202/)).toEqual([]);
    expect(
      found(
        plan("Khẩu hiệu “Sở Thông tin Truyền thông cùng người dân” được giữ lại.", { ...province, date: "05/01/2024" }),
      ),
    ).toEqual([]);
  });

  it("knows the council of legal education and slips of capitals", () => {
    const text = plan("Hội đồng phổ biến giáo dục pháp luật tỉnh họp hằng quý.", province);
    expect(found(text)).toEqual(["VB202 Hội đồng phổ biến giáo dục pháp luật"]);
    expect(fixed(text, "VB202")).toContain("1. Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh họp");
    expect(fixed(plan("Gửi báo cáo về UNBD xã."), "VB202")).toContain("về UBND xã.");
    expect(found(plan("Công văn số 12/UNBD-VP chưa được trả lời."), /VB202/)).toEqual([]);
  });

  it("finds one wrong letter in a department", () => {
    const text = task("Sở Nội vự", "", province);
    expect(found(text)).toEqual(["VB202 Sở Nội vự"]);
    expect(fixed(text, "VB202")).toContain("Chủ trì: Sở Nội vụ.");
  });
});

describe("VB203 unknown bodies", () => {
  it("are named once, with the nearest name", () => {
    const text = task("Sở Kinh tế số", "Sở Kinh tế số; Sở Khoa học và Công nghiệp", province);
    expect(found(text, /VB203/)).toEqual(["VB203 Sở Kinh tế số", "VB203 Sở Khoa học và Công nghiệp"]);
    expect(
      check(text)
        .diagnostics.filter((d) => d.code === "VB203")
        .at(-1)!.message,
    ).toContain("Sở Khoa học và Công nghệ");
    expect(severities(text, "VB203")).toEqual(["notice", "notice"]);
  });

  it("are none of the usual kinds", () => {
    const owners = [
      "Hiệu trưởng",
      "Giáo viên chủ nhiệm lớp 6A",
      "Các khoa",
      "Khoa Nông học",
      "Phòng Đào tạo",
      "Tổ tư vấn học đường",
      "Bưu điện huyện",
      "VNPT Hà Tĩnh",
      "Công ty Cổ phần Môi trường đô thị",
      "Thôn Đông Hải",
      "Trưởng thôn",
      "Trường THCS Thạch Kim",
      "Trạm Y tế xã",
      "Ban Chỉ huy Quân sự xã",
      "Đoàn TNCS Hồ Chí Minh xã",
      "Hội Chữ thập đỏ xã",
      "Cổng/Trang Thông tin điện tử",
      "các cơ quan, đơn vị, cá nhân có liên quan",
      "Bệnh viện Đa khoa tỉnh",
      "Ngân hàng Chính sách xã hội",
      "Hợp tác xã Nông nghiệp Thạch Châu",
    ];
    for (const owner of owners) expect(found(task("Công an xã", owner), /VB20[23]/), owner).toEqual([]);
  });
});

describe("VB204 one spelling in a document", () => {
  it("marks the places of the fewer", () => {
    const text = plan(
      "Đài Phát thanh và Truyền hình tỉnh mở chuyên mục; Đài Phát thanh - Truyền hình tỉnh phát lại; Đài Phát thanh – Truyền hình tỉnh lưu.",
      { ...province, date: "05/01/2024", year: 2024 },
    );
    expect(found(text)).toEqual(["VB204 Đài Phát thanh và Truyền hình"]);
    expect(severities(text, "VB204")).toEqual(["notice"]);
    expect(found(fixed(text, "VB204"))).toEqual([]);
  });

  it("takes long and short words for the same, and other bodies for others", () => {
    expect(found(plan("Văn phòng UBND tỉnh soạn thảo; Văn phòng Ủy ban nhân dân tỉnh in ấn.", province))).toEqual([]);
    expect(found(plan("Hội Nông dân xã và Hội Nông dân tỉnh cùng tổ chức."))).toEqual([]);
  });
});

describe("VB205 level of the issuer", () => {
  it("does not let a district or commune lead the province", () => {
    expect(found(task("Sở Nội vụ", "", district2024))).toEqual(["VB205 Sở Nội vụ"]);
    expect(found(task("UBND các huyện", "", district2024))).toEqual(["VB205 UBND các huyện"]);
    expect(found(task("Phòng Nội vụ", "Sở Nội vụ", district2024))).toEqual([]);
    expect(found(task("Đề nghị Sở Nội vụ", "", district2024))).toEqual([]);
    expect(found(task("UBND các xã, thị trấn", "các phòng, ban, ngành", district2024))).toEqual([]);
    expect(found(task("Sở Nội vụ", "UBND các xã, phường", province))).toEqual([]);
  });

  it("is surer of a list copied whole", () => {
    const alone = task("Phòng Nội vụ", "Các sở, ban, ngành", district2024);
    expect(severities(alone, "VB205")).toEqual(["notice"]);
    const copied = task("Phòng Nội vụ", "Các sở, ban, ngành; UBND các huyện, thành phố", district2024);
    expect(severities(copied, "VB205")).toEqual(["warning", "warning"]);
  });

  it("asks who decides", () => {
    const line = (text: string): string[] => found(plan(text, district2024), /VB205/);
    expect(line("Khó khăn phản ánh về Phòng Nội vụ để tổng hợp, báo cáo, đề xuất UBND tỉnh xem xét.")).toEqual([
      "VB205 UBND tỉnh",
    ]);
    expect(line("Phòng Nội vụ tham mưu UBND huyện báo cáo UBND tỉnh xem xét.")).toEqual([]);
    expect(line("Phòng Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 15/12.")).toEqual([]);
  });

  it("lets a department ask", () => {
    const department: Of = { issuer: "SỞ NỘI VỤ TỈNH HÀ TĨNH", number: "…/KH-SNV" };
    expect(severities(task("UBND các xã, phường", "", department), "VB205")).toEqual(["notice"]);
    expect(found(task("Đề nghị UBND các xã, phường", "", department), /VB205/)).toEqual([]);
  });
});

describe("VB206 short forms", () => {
  it("are explained or notified once", () => {
    const text = task("Phòng VH TT", "Trung tâm HCC; trung tâm HCC; Văn phòng HĐND và UBND", district2024);
    expect(found(text)).toEqual(["VB206 Phòng VH TT", "VB206 Trung tâm HCC"]);
    expect(check(text).diagnostics.find((d) => d.code === "VB206")!.message).toContain("Phòng Văn hóa và Thông tin");
    const declared = plan(
      "Phòng Văn hóa và Thông tin (VHTT) phát thanh\n- Chủ trì: Phòng VHTT.\n- Thời gian: Quý II.\n",
      district2024,
    );
    expect(found(declared, /VB206/)).toEqual([]);
    expect(found(task("UBND xã", "MTTQ xã; VNPT; BHXH"), /VB206/)).toEqual([]);
  });
});

describe("VB207 lists without their marks", () => {
  it("needs a mark between two bodies, that of the cell", () => {
    const text = task("Phòng Nội vụ", "Phòng Tư pháp phòng Y tế, UBND các xã, thị trấn", district2024);
    expect(found(text)).toEqual(["VB207 Phòng Tư pháp phòng Y tế"]);
    expect(fixed(text, "VB207")).toContain("Phòng Tư pháp, phòng Y tế, UBND");
    const other = task("Phòng Nội vụ", "Phòng Tư pháp các cơ quan liên quan; Công an huyện", district2024);
    expect(fixed(other, "VB207")).toContain("Phòng Tư pháp; các cơ quan liên quan; Công an huyện");
  });

  it("knows bodies that belong to the next one", () => {
    for (const owner of [
      "Văn phòng Sở Nội vụ",
      "Phòng Cải cách hành chính Sở Nội vụ",
      "Thanh tra các sở, ngành",
      "Phòng Nội vụ UBND huyện",
    ]) {
      expect(found(task(owner, "", { ...province, date: "05/01/2024" }), /VB207/), owner).toEqual([]);
    }
  });

  it("finds the lost comma of levels", () => {
    const text = plan("Công khai tại trụ sở các xã thị trấn.", district2024);
    expect(found(text)).toEqual(["VB207 xã thị trấn"]);
    expect(fixed(text, "VB207")).toContain("các xã, thị trấn.");
    expect(found(plan("Chủ trì, phối hợp với các phòng ngành.", district2024))).toEqual(["VB207 phòng ngành"]);
    for (const line of [
      "Các xã huyện Lộc Hà báo cáo.",
      "Các phường thành phố Hà Tĩnh báo cáo.",
      "Phòng ngừa rủi ro.",
    ]) {
      expect(found(plan(line, district2024), /VB207/), line).toEqual([]);
    }
  });
});

describe("VB208 lead and partner", () => {
  it("are two", () => {
    const text = task("Phòng Nội vụ; Công an huyện", "Phòng Tư pháp; công an huyện", district2024);
    expect(found(text)).toEqual(["VB208 công an huyện"]);
    expect(severities(text, "VB208")).toEqual(["warning"]);
    expect(found(task("UBND huyện", "Phòng Nội vụ", district2024))).toEqual([]);
    expect(severities(task("Các cơ quan, đơn vị", "Các cơ quan, đơn vị", district2024), "VB208")).toEqual(["notice"]);
    expect(found(task("Các cơ quan, đơn vị", "các cơ quan, đơn vị liên quan", district2024), /VB208/)).toEqual([]);
  });
});
