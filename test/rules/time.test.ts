/** Rules on times at their edges: what must be left alone, the exact place, and what fixes make. */
import { describe, expect, it } from "vitest";
import { example } from "../../src/rules/example.ts";
import { applied, check, marked } from "./support.ts";

const body = (...items: string[]): string =>
  example({ body: `I. NỘI DUNG\n\n${items.map((item, index) => `${index + 1}. ${item}`).join("\n")}` });
const task = (time: string): string =>
  body(`Phát thanh\n- Thời gian thực hiện: ${time}.\n- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.`);
const times = (text: string): string[] => marked(text, /^VB3/);
const dated = (date: string, title = "Tuyên truyền cải cách hành chính năm 2026"): { head: string; title: string } => ({
  head: `cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\nngày: ${date}`,
  title,
});
const mended = (text: string, code: string): string => {
  const found = check(text).diagnostics.filter((d) => d.code === code);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((d) => d.fix?.safe)).toBe(true);
  return found.reduceRight((result, d) => applied(result, d.fix!), text);
};

describe("VB301 totals", () => {
  it.each([
    ["48 số (04 số/tháng)", true],
    ["40 số, mỗi tháng 04 số", false],
    ["24 tin/năm (02 tin/tháng)", true],
    ["20 tin/năm (02 tin/tháng)", false],
    ["02 tin/tháng (24 tin/năm)", true],
    ["02 tin/tháng (20 tin/năm)", false],
    ["01 lần/quý (04 lần/năm)", true],
    ["01 lần/quý (03 lần/năm)", false],
    ["Hàng quý (03 lần/năm)", false],
    ["Hàng quý (04 lần/năm)", true],
    ["3 tháng/lần (03 lần/năm)", false],
    ["3 tháng/lần (04 lần/năm)", true],
    // A year has 48 to 53 weeks for clerks.
    ["48 buổi (01 buổi/tuần)", true],
    ["52 buổi (01 buổi/tuần)", true],
    ["30 buổi (01 buổi/tuần)", false],
    // Only a part of the year is counted.
    ["06 tháng đầu năm: 12 kỳ (02 kỳ/tháng)", true],
    ["06 tháng đầu năm: 10 kỳ (02 kỳ/tháng)", false],
    ["Từ tháng 4 đến tháng 12: 09 số (01 số/tháng)", true],
    // Two things, not one thing told twice.
    ["01 lần/quý (03 buổi/năm)", true],
    ["02 tin/tháng, 20 bài/năm", true],
    ["Tối thiểu 01 lần/quý (06 lần/năm)", true],
  ])("%s: %s", (time, agrees) => {
    expect(marked(task(time), /VB301/)).toHaveLength(agrees ? 0 : 1);
  });

  it("names what is multiplied", () => {
    const [found] = check(task("01 lần/quý (03 lần/năm)")).diagnostics;
    expect(found!.message).toBe("Tổng số 3 không khớp: “01 lần/quý” trong mỗi năm là 4.");
  });
});

describe("VB302 years of tasks", () => {
  it("may be those of the months before, where the plan's own month is open", () => {
    const at = (date: string, time: string): string =>
      example({
        ...dated(date),
        body: `I. NỘI DUNG\n\n1. Chào năm mới\n- Thời gian: ${time}.\n- Cơ quan chủ trì: Phòng Kinh tế.`,
      });
    expect(times(at("…/…/2026", "Ngày 31/12/2025"))).toEqual([]);
    expect(times(at("…/…/2026", "Ngày 31/3/2025"))).toEqual(["VB302 2025"]);
    expect(times(at("…/02/2026", "Ngày 31/12/2025"))).toEqual(["VB302 2025"]);
  });

  it("are not told by the date of a cited document in the title", () => {
    const text = example({
      ...dated("…/02/2026", "Thực hiện Chỉ thị số 47-CT/TW ngày 25/6/2015 của Ban Bí thư"),
      body: "I. NỘI DUNG\n\n1. Phát thanh\n- Thời gian thực hiện: Quý II/2026.\n- Cơ quan chủ trì: Phòng Kinh tế.",
      closing: "Trên đây là Kế hoạch thực hiện Chỉ thị số 47-CT/TW./.",
    });
    expect(times(text)).toEqual([]);
  });
});

describe("VB302 and titles", () => {
  it("do not take a term of office for the plan's years", () => {
    const text = example({
      ...dated("10/01/2025", "Tổ chức đại hội các chi bộ nhiệm kỳ 2025 - 2027"),
      body: "I. NỘI DUNG\n\n1. Họp\n- Thời gian thực hiện: Trước ngày 15/02/2025.\n- Cơ quan chủ trì: Phòng Kinh tế.",
      closing: "Trên đây là Kế hoạch tổ chức đại hội./.",
    });
    expect(times(text)).toEqual([]);
  });
});

describe("VB303 what no calendar has", () => {
  it("are days, months and quarters", () => {
    expect(times(body("Họp ngày 30/02/2026.", "Tổng kết tháng 13/2026.", "Sơ kết quý V năm 2026."))).toEqual([
      "VB303 30/02/2026",
      "VB303 tháng 13",
      "VB303 quý V",
    ]);
  });
  it("are not lengths, rates and marks", () => {
    expect(
      times(body("Tối thiểu 30 phiếu/quý 8 phiếu.", "Mỗi quý 5 lần, trong 6 tháng 15 ngày.", "Theo mục 31/02.")),
    ).toEqual([]);
  });
});

describe("VB304 the plan's own year", () => {
  const closing = (words: string, title?: string): string[] =>
    times(example({ ...(title === undefined ? {} : { title }), closing: `${words}./.` }));

  it("is that of its closing, its opening, its headings and its annexes", () => {
    expect(closing("Trên đây là Kế hoạch tuyên truyền năm 2025, các thôn thực hiện")).toEqual(["VB304 2025"]);
    const opening = "Ủy ban nhân dân xã ban hành Kế hoạch tuyên truyền năm 2025 như sau:";
    expect(times(example({ opening }))).toEqual(["VB304 2025"]);
    expect(times(example({ body: "I. NHIỆM VỤ NĂM 2025\n\n1. A.\n2. B." }))).toEqual(["VB304 2025"]);
    const annexes = "phụ lục: NHIỆM VỤ NĂM 2025\n\nPhát thanh mỗi tuần một lần./.";
    const text = example({ body: "I. NỘI DUNG\n\n1. A.\n2. B (có Phụ lục kèm theo).", annexes });
    expect(times(text)).toEqual(["VB304 2025"]);
  });

  it("is told from other years that a plan speaks of", () => {
    for (const words of [
      "Trên đây là Kế hoạch tuyên truyền năm 2026",
      "Trên đây là Kế hoạch thực hiện Nghị quyết số 05-NQ/ĐU ngày 10 tháng 3 năm 2025 trong năm 2026",
      "Trên đây là Kế hoạch tuyên truyền năm 2026, định hướng đến năm 2030",
      "Trên đây là Kế hoạch thực hiện Chương trình giai đoạn 2021 - 2025",
    ]) {
      expect(closing(words), words).toEqual([]);
    }
    for (const heading of [
      "KẾT QUẢ THỰC HIỆN NĂM 2025",
      "ĐÁNH GIÁ NHIỆM VỤ NĂM 2025",
      "NHIỆM VỤ NĂM 2027",
      "NHIỆM VỤ CHUYỂN TIẾP NĂM 2025",
      "MỤC TIÊU NĂM 2026 SO VỚI NĂM 2025",
    ]) {
      expect(times(example({ body: `I. ${heading}\n\n1. A.\n2. B.` })), heading).toEqual([]);
    }
    const opening =
      "Căn cứ Kế hoạch số 08/KH-UBND ngày 08/01/2025 của Ủy ban nhân dân tỉnh tuyên truyền năm 2025, Ủy ban nhân dân xã ban hành Kế hoạch như sau:";
    expect(times(example({ opening }))).toEqual([]);
  });

  it("may be a school year or a stage", () => {
    const school = "Giáo dục của nhà trường năm học 2026 - 2027";
    expect(closing("Trên đây là Kế hoạch giáo dục năm học 2026 - 2027", school)).toEqual([]);
    expect(closing("Trên đây là Kế hoạch giáo dục năm học 2025 - 2026", school)).toEqual(["VB304 2025 - 2026"]);
    const stage = "Chuyển đổi số giai đoạn 2026 - 2030";
    expect(closing("Trên đây là Kế hoạch chuyển đổi số giai đoạn 2021 - 2025", stage)).toEqual(["VB304 2021 - 2025"]);
    expect(closing("Trên đây là Kế hoạch chuyển đổi số năm 2028", stage)).toEqual([]);
  });

  it("is only asked about in what is to be done", () => {
    const duty = (words: string): string[] =>
      times(example({ body: `I. NỘI DUNG\n\nPhát thanh.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Các thôn ${words}.\n2. B.` }));
    expect(duty("viết tin, bài về các xã năm 2025")).toEqual(["VB304 2025"]);
    const [found] = check(
      example({ body: "I. TỔ CHỨC THỰC HIỆN\n\n1. Các thôn viết tin, bài năm 2025.\n2. B." }),
    ).diagnostics;
    expect(found!.severity).toBe("notice");
    for (const words of [
      "báo cáo kết quả năm 2025",
      "khắc phục tồn tại của năm 2025",
      "theo hợp đồng năm 2025",
      "phấn đấu tăng 5% so với năm 2025",
      "thực hiện Chỉ thị số 12/CT-UBND năm 2025",
      "xây dựng kế hoạch năm 2027",
      "phát huy kết quả hội thi lần thứ 3 - năm 2025",
    ]) {
      expect(duty(words), words).toEqual([]);
    }
  });
});

describe("VB305 weekdays", () => {
  it("are those of the calendar", () => {
    expect(times(body("Khai mạc thứ Hai, ngày 16/3/2026.", "Bế mạc ngày 20/3/2026 (thứ Sáu)."))).toEqual([]);
    expect(times(body("Khai mạc thứ Ba, ngày 16/3/2026.", "Bế mạc ngày 20/3/2026 (thứ Bảy)."))).toEqual([
      "VB305 thứ Ba",
      "VB305 thứ Bảy",
    ]);
    expect(times(body("Khai mạc Chủ nhật, ngày 15 tháng 3 năm 2026.", "B."))).toEqual([]);
    expect(times(body("Khai mạc thứ 7, ngày 15 tháng 3 năm 2026.", "B."))).toEqual(["VB305 thứ 7"]);
    // The plan's own year where none is typed; another year may be meant.
    expect(times(body("Khai mạc thứ Tư, ngày 16/3.", "B."))).toEqual(["VB305 thứ Tư"]);
    expect(times(body("Khai mạc thứ Ba, ngày 16/3.", "B."))).toEqual([]);
  });
  it("are told from ordinals", () => {
    expect(times(body("Hội nghị lần thứ hai ngày 17/3/2026.", "Vòng thi buổi thứ ba, ngày 16/3/2026."))).toEqual([]);
  });
});

describe("VB306 calculations", () => {
  it.each([
    ["02 buổi x 500.000 đồng = 1.000.000 đồng", null],
    ["02 buổi x 500.000 đồng = 1.200.000 đồng", "1.200.000"],
    ["01 lớp x 40 người/lớp x 2 ngày x 50.000 đồng/người/ngày = 4.000.000 đồng", null],
    ["01 lớp x 40 người/lớp x 3 ngày x 50.000 đồng/người/ngày = 4.000.000 đồng", "4.000.000"],
    ["04 số/tháng x 12 tháng = 40 số", "40"],
    ["10 triệu đồng + 15 triệu đồng = 25 triệu đồng", null],
    ["10 triệu đồng + 15 triệu đồng = 35 triệu đồng", "35"],
    ["20 xã x 1,5 triệu đồng = 30 triệu đồng", null],
    ["20 xã x 500.000 đồng = 10 triệu đồng", null],
    ["30 % x 200 hồ sơ = 60 hồ sơ", null],
    ["giấy khổ A4 (210 x 297 mm)", null],
    ["điểm = 12", null],
  ])("%s", (words, wrong) => {
    expect(marked(body(`Kinh phí: ${words}.`, "B."), /VB306/)).toEqual(wrong === null ? [] : [`VB306 ${wrong}`]);
  });
});

describe("VB307 stretches", () => {
  it.each([
    ["từ ngày 01/3/2026 đến ngày 15/4/2026", true],
    ["từ ngày 15/4/2026 đến ngày 01/3/2026", false],
    ["từ ngày 15/6 đến ngày 10/6/2026", false],
    ["từ ngày 25/11 đến ngày 05/01/2027", true],
    ["từ tháng 9 đến tháng 5", true],
    ["từ ngày 01/3/2026 đến ngày 01/3/2026", true],
    ["giai đoạn 2026 - 2030", true],
    ["giai đoạn 2030 - 2026", false],
    ["năm học 2026 - 2027", true],
    ["năm học 2026 - 2028", false],
    ["các năm học 2026 - 2028", true],
  ])("%s: %s", (words, isRight) => {
    expect(marked(body(`Tuyên truyền ${words}.`, "B."), /VB307/)).toHaveLength(isRight ? 0 : 1);
  });
});

describe("VB308 deadlines that are over", () => {
  const due = (date: string, time: string): string[] =>
    times(
      example({
        ...dated(date),
        body: `I. NỘI DUNG\n\n1. Đăng ký\n- Thời gian thực hiện: ${time}.\n- Cơ quan chủ trì: Phòng Kinh tế.`,
      }),
    );
  const asked = (date: string, words: string): string[] =>
    times(example({ ...dated(date), body: `I. NỘI DUNG\n\n1. ${words}.\n2. B.` }));

  it("are compared with the first day the plan may have", () => {
    expect(due("…/02/2026", "Trước ngày 15/01/2026")).toEqual(["VB308 Trước ngày 15/01/2026"]);
    expect(due("…/02/2026", "Trước ngày 15/02/2026")).toEqual([]);
    expect(due("16/02/2026", "Trước ngày 15/02/2026")).toEqual(["VB308 Trước ngày 15/02/2026"]);
    expect(due("…/…/2026", "Trước ngày 15/01/2026")).toEqual([]);
    expect(asked("…/…/2026", "Các thôn báo cáo trước ngày 15/02/2025")).toEqual(["VB308 trước ngày 15/02/2025"]);
    expect(asked("…/…/2026", "Các thôn đăng ký, gửi danh sách trước ngày 24/12/2025")).toEqual([]);
    expect(due("15/12/2025", "Trước ngày 15/01/2026")).toEqual([]);
    expect(due("…/5/2026", "Quý I/2026")).toEqual([]);
    expect(due("…/5/2026", "Trước ngày 15/01 hằng năm")).toEqual([]);
  });

  it("are asked for, not told", () => {
    expect(asked("…/3/2026", "Các thôn báo cáo trước ngày 15/02/2026")).toEqual(["VB308 trước ngày 15/02/2026"]);
    for (const words of [
      "Rà soát văn bản ban hành và có hiệu lực trước ngày 01/7/2025",
      "Các thôn đã báo cáo trước ngày 15/02/2026",
      "Hỗ trợ trẻ em sinh trước ngày 01/01/2026",
      "Theo báo cáo gửi trước ngày 15/02/2026",
    ]) {
      expect(asked("…/3/2026", words), words).toEqual([]);
    }
  });

  it("only notice a day without a year", () => {
    const text = example({
      ...dated("…/3/2026"),
      body: "I. NỘI DUNG\n\n1. Đăng ký\n- Thời gian thực hiện: Trước ngày 15/02.\n- Cơ quan chủ trì: Phòng Kinh tế.",
    });
    expect(check(text).diagnostics.map((d) => `${d.code} ${d.severity}`)).toEqual(["VB308 notice"]);
  });
});

describe("VB309 to VB314: one way to write dates, counts and quarters", () => {
  it("VB309 pads days, and the months 1 and 2", () => {
    const text = body("Họp ngày 5/2/2026.", "Sơ kết ngày 5 tháng 3 năm 2026, ngày 15/3/2026.");
    expect(times(text)).toEqual(["VB309 5/2/2026", "VB309 ngày 5 tháng 3 năm 2026"]);
    const right = mended(text, "VB309");
    expect(right).toContain("ngày 05/02/2026");
    expect(right).toContain("ngày 05 tháng 3 năm 2026, ngày 15/3/2026");
    expect(times(right)).toEqual([]);
    expect(times(body("Kỷ niệm 2/9, 30/4 và 1/5.", "Quyết định số 5/2/2026/QĐ."))).toEqual([]);
  });

  it("VB310 goes with the more frequent form", () => {
    const text = body("Họp ngày 15/3/2026.", "Sơ kết ngày 15/06/2026.", "Tổng kết ngày 15/09/2026.");
    expect(times(text)).toEqual(["VB310 3"]);
    expect(mended(text, "VB310")).toContain("15/03/2026");
    const even = body("Họp ngày 15/3/2026.", "Sơ kết ngày 15/06/2026.");
    expect(mended(even, "VB310")).toContain("15/6/2026");
    expect(times(body("Họp ngày 15/03/2026.", "Sơ kết ngày 15/06/2026."))).toEqual([]);
    expect(times(body("Họp ngày 15/3/2026.", "Sơ kết ngày 15/12/2026, ngày 15/02/2026."))).toEqual([]);
  });

  it("VB309 and VB310 mend one date together", () => {
    const text = body("Họp ngày 5/03/2026.", "Sơ kết ngày 15/6/2026.", "Tổng kết ngày 15/9/2026.");
    expect(mended(mended(text, "VB310"), "VB309")).toContain("ngày 05/3/2026");
  });

  it("VB311 wants “ngày” after the words of a deadline", () => {
    const text = body("Báo cáo trước 15/12/2026.", "Gửi chậm nhất là 20/12/2026.");
    expect(times(text)).toEqual(["VB311 trước 15/12/2026", "VB311 chậm nhất là 20/12/2026"]);
    expect(mended(text, "VB311")).toContain("trước ngày 15/12/2026");
    expect(times(body("Báo cáo trước ngày 15/12/2026.", "Từ 01/3/2026 đến 15/4/2026, trước tháng 12/2026."))).toEqual(
      [],
    );
  });

  it("VB312 goes with the more frequent form, and leaves other figures alone", () => {
    const text = body("Phát 02 tin/tháng, 01 lần/quý.", "Mở 3 lớp.", "Hội thi lần 3, mức độ 4, từ 2 đến 3 buổi.");
    expect(times(text)).toEqual(["VB312 3"]);
    expect(mended(text, "VB312")).toContain("Mở 03 lớp");
    expect(times(body("Phát 02 tin/tháng.", "Trong 6 tháng, 3 năm, 12 lần, 1.200 tin, 2 - 3 buổi."))).toEqual([]);
    expect(times(body("Phát 2 tin/tháng.", "Mở 3 lớp."))).toEqual([]);
  });

  it("VB313 prefers Roman quarters where both stand", () => {
    const text = body("Họp trong quý I.", "Sơ kết trong Quý 2/2026.");
    expect(times(text)).toEqual(["VB313 Quý 2"]);
    expect(mended(text, "VB313")).toContain("Quý II/2026");
    expect(times(body("Họp trong quý 1.", "Sơ kết trong Quý 2/2026."))).toEqual([]);
    expect(times(body("Họp trong quý I, mỗi quý 12 tin.", "B."))).toEqual([]);
  });

  it("VB314 parts figures from units", () => {
    const text = body("Phát 01 mục/1tháng, 02lần/tuần.", "Họp 8h00, trực 24/7, lớp 5A1, QĐ 1tr.");
    expect(times(text)).toEqual(["VB314 1tháng"]);
    expect(mended(text, "VB314")).toContain("01 mục/tháng, 02lần/tuần");
  });
});
