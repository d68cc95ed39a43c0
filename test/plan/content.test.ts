import { describe, expect, it } from "vitest";
import { bind, division, header, withBody } from "./support.ts";

const roleOf = (line: string, rest = ""): string => {
  const { document } = withBody(`I. TỔ CHỨC THỰC HIỆN\n\n${line}\n${rest}`);
  return document.divisions[1]!.role;
};

describe("ids and levels", () => {
  it("are paths of marks, levels those present", () => {
    const { document } = withBody(
      "A. PHẦN\n\nI. MỘT\n\n1. Tiêu đề\n\n1.1. Nội dung.\n\na) Điểm.\n\n- Gạch.\n\n+ Cộng.\n\nđ) Điểm đ.\n\nII. HAI\n",
    );
    expect(document.divisions.map((one) => [one.id, one.level])).toEqual([
      ["A", 1],
      ["A.I", 2],
      ["A.I.1", 3],
      ["A.I.1.1", 4],
      ["A.I.1.1.a", 5],
      ["A.I.1.1.a.-1", 6],
      ["A.I.1.1.a.-1.+1", 7],
      ["A.I.1.1.đ", 5],
      ["A.II", 2],
    ]);
  });

  it("leave out levels that do not occur, and repeat no id", () => {
    const { document } = withBody("1. Một\n\n- A.\n\n- B.\n\n1. Lại một\n");
    expect(document.divisions.map((one) => [one.id, one.level])).toEqual([
      ["1", 1],
      ["1.-1", 2],
      ["1.-2", 2],
      ["1~2", 1],
    ]);
  });
});

describe("the look of a marked line", () => {
  it.each([
    ["1. Mục đích", "heading"],
    ["1. Mục đích:", "heading"],
    ["1. Các đơn vị tự tổ chức thực hiện.", "text"],
    ["1. Các đơn vị tự tổ chức thực hiện;", "text"],
    ["**1. Các đơn vị tự tổ chức thực hiện.**", "heading"],
    ["1.1. Nội dung tuyên truyền", "text"],
    ["*1.1. Nội dung tuyên truyền*", "heading"],
    ["a) Nội dung tuyên truyền", "text"],
    ["- Nội dung khác.", "text"],
    ["7. Sở Giao thông vận tải: Phối hợp tuyên truyền.", "run-in-heading"],
    ["7. Đề nghị Công an xã, Ban Chỉ huy Quân sự xã: Phối hợp;", "run-in-heading"],
    ["7. Sở Giao thông vận tải: Phối hợp tuyên truyền", "heading"],
    ["3. Nhiệm vụ trọng tâm: *(Có Phụ lục kèm theo)*", "heading"],
    ["3. Phương châm là: mỗi người là một tuyên truyền viên.", "text"],
    ["8. Trung tâm Văn hóa - Truyền thông, Cổng TTĐT huyện: duy trì chuyên mục.", "run-in-heading"],
    [
      "9. Trường Chính trị tỉnh, các Trung tâm bồi dưỡng chính trị cấp huyện, Đại học Hoa Sen và các trường cao đẳng thuộc tỉnh: Đưa vào bài giảng.",
      "run-in-heading",
    ],
    ["9. Thủ trưởng các cơ quan, đơn vị có liên quan: Chỉ đạo thực hiện.", "run-in-heading"],
    ["9. Trách nhiệm của Sở Nội vụ: Theo dõi, đôn đốc.", "run-in-heading"],
    ["9. Đề nghị Ban Tuyên giáo Tỉnh ủy: Chỉ đạo, định hướng.", "run-in-heading"],
    ["9. Các ngành: Thuế, Hải quan, Kho bạc", "heading"],
    ["10. Ủy ban nhân dân các xã căn cứ nhiệm vụ dùng hình thức trực quan như: bảng tin, pa nô.", "text"],
    ["9. Trung tâm Văn hóa - Truyền thông, Trang TTĐT huyện: duy trì chuyên mục.", "run-in-heading"],
    ["9. Cơ quan, tổ chức, cá nhân có liên quan: Phối hợp thực hiện.", "run-in-heading"],
    ["9. Trưởng các thôn: Vận động Nhân dân.", "run-in-heading"],
    ["9. Phòng Kinh tế, về đất đai: Rà soát hồ sơ.", "text"],
    ["9. Hội nghị tổng kết: Tổ chức cuối năm.", "text"],
    ["10. Sở Nội vụ phối hợp với các sở: tuyên truyền.", "text"],
    ["10. Sở Nội vụ tổ chức các lớp sau: lớp một, lớp hai.", "text"],
    ["a) Thời gian thực hiện: Quý I/2026", "label"],
    ["- Cơ quan chủ trì: Các thôn.", "label"],
    ["- Thực hiện: mọi việc được giao.", "text"],
  ])("%s → %s", (line, role) => {
    expect(roleOf(line)).toBe(role);
  });

  it("is a list introduction where the colon owns a list", () => {
    expect(roleOf("a) Tuyên truyền thông qua:", "\n- Báo chí;\n\n- Truyền thanh.\n")).toBe("list-introduction");
    expect(roleOf("a) Tuyên truyền thông qua:")).toBe("text");
  });

  it("knows how long a run-in heading is", () => {
    const { document } = withBody("I. A\n\n7. Sở Giao thông vận tải: Phối hợp tuyên truyền.\n");
    expect(division(document, "I.7").headingLength).toBe("Sở Giao thông vận tải:".length);
  });

  it("reads clauses of an article as text", () => {
    const { document } = bind(
      `quy chế: Làm việc\n${header.slice(header.indexOf("cơ quan"))}\nĐiều 1. Phạm vi\n\n1. Quy chế này áp dụng đối với:\n\na) Cán bộ;\n\nĐiều 2. Quy chế có hiệu lực kể từ ngày ký.\n`,
    );
    expect(document.divisions.map((one) => [one.id, one.role])).toEqual([
      ["điều-1", "heading"],
      ["điều-1.1", "list-introduction"],
      ["điều-1.1.a", "text"],
      ["điều-2", "text"],
    ]);
  });

  it("sets an emphasised paragraph as an unnumbered heading", () => {
    const { document } = withBody("I. A\n\n**Một tiêu đề không số**\n\nĐoạn văn.\n");
    expect(division(document, "I").children).toMatchObject([{ role: "plain-heading" }, { role: "text" }]);
  });
});

describe("whose duty a line is", () => {
  const duty = (line: string): string[] => {
    const { document, at } = withBody(`IV. TỔ CHỨC THỰC HIỆN\n\n${line}\n`);
    return document.divisions[1]!.duty.map((one) => {
      expect(at(one.span)).toBe(one.text);
      return one.text;
    });
  };
  it.each([
    ["1. Phòng Văn hóa - Xã hội", ["Phòng Văn hóa - Xã hội"]],
    ["2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã chỉ đạo các đoàn thể.", ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]],
    ["3. Sở Tài chính, Sở Nội vụ: Phối hợp bố trí kinh phí.", ["Sở Tài chính", "Sở Nội vụ"]],
    ["4. Nội dung giao Sở Nội vụ thực hiện.", []],
    ["5. Các ngành: Thuế, Kho bạc", ["Các ngành: Thuế, Kho bạc"]],
    ["- Phòng Văn hóa - Xã hội tổng hợp.", []],
    ["6. Sở Tài chính cùng Sở Nội vụ thẩm định dự toán.", ["Sở Tài chính"]],
    ["a) Cùng Sở Nội vụ tổ chức hội nghị.", []],
    [
      "7. Các cơ quan báo chí trên địa bàn tỉnh, Đài Truyền thanh các huyện, thị xã",
      ["Các cơ quan báo chí", "Đài Truyền thanh các huyện, thị xã"],
    ],
    ["8. Công an xã, Cổng TTĐT xã: Đăng tin, bài.", ["Công an xã", "Cổng TTĐT xã"]],
    ["9. Giám đốc Sở Nội vụ chỉ đạo tổng kết.", ["Sở Nội vụ"]],
    ["10. Tổ Tin học - Công nghệ", ["Tổ Tin học - Công nghệ"]],
  ])("%s", (line, expected) => {
    expect(duty(line)).toEqual(expected);
  });
});

describe("bodies mentioned", () => {
  const mentioned = (body: string, fields = "") => {
    const { document, at } = withBody(body, fields);
    for (const one of document.agencies) expect(at(one.span)).toBe(one.text);
    return document.agencies.map((one) => [one.text, one.id]);
  };

  it("are those of duties, owners, prose and recipients, each once", () => {
    expect(
      mentioned(
        "I. PHÂN CÔNG\n\n1. Công an xã, Cổng TTĐT xã: Phối hợp với Sở Nội vụ.\n\n2. Việc\n\n- Cơ quan chủ trì: Tổ dân vận khéo.\n\nnơi nhận:\n- Sở Tư pháp (b/c);\n- Lưu: VT.\n",
      ),
    ).toEqual([
      ["Công an xã", "cong-an-xa:an binh"],
      ["Cổng TTĐT xã", "cong-ttdt:cong ttdt xa"],
      ["Sở Nội vụ", "so-noi-vu"],
      ["Tổ dân vận khéo", "bo-phan:to dan van kheo"],
      ["Sở Tư pháp", "so-tu-phap"],
    ]);
  });

  it("may go by a short name that the header declares", () => {
    const id = "trung-tam-phuc-vu-hanh-chinh-cong-xa:an binh";
    expect(
      mentioned(
        "I. PHÂN CÔNG\n\n1. TTPVHCC xã An Bình\n\nTiếp nhận hồ sơ.\n\n2. TTPVHCC công khai kết quả.\n\n3. Việc\n\n- Cơ quan chủ trì: Công an xã; TTPVHCC.\n",
        "viết tắt:\n- TTPVHCC: Trung tâm Phục vụ hành chính công\n- TTHC: thủ tục hành chính\n",
      ),
    ).toEqual([
      ["TTPVHCC xã An Bình", id],
      ["TTPVHCC", id],
      ["Công an xã", "cong-an-xa:an binh"],
      ["TTPVHCC", id],
    ]);
  });
});

describe("the preamble", () => {
  const read = (text: string) => {
    const { document } = withBody(`${text}\n\nI. NỘI DUNG\n`);
    return { bases: document.legalBases.length, opening: document.opening.length };
  };
  it.each([
    ["Căn cứ Luật A;\n\nCăn cứ Luật B;\n\nThực hiện Kế hoạch C.\n\nUBND xã ban hành Kế hoạch như sau:", 3, 1],
    ["Căn cứ Luật A;\nCăn cứ Luật B.\n\nUBND xã ban hành Kế hoạch như sau:", 2, 1],
    ["Căn cứ Quyết định A.\n\nUBND xã ban hành Kế hoạch như sau:", 1, 1],
    ["Căn cứ Kế hoạch A; Quyết định B. Ủy ban nhân dân xã ban hành Kế hoạch năm 2026 như sau:", 0, 1],
    ["Căn cứ Kế hoạch A, UBND xã xây dựng Kế hoạch thực hiện với các nội dung cụ thể sau đây.", 0, 1],
    ["Căn cứ Luật A;\n\nThực hiện Kế hoạch B; UBND xã ban hành Kế hoạch, cụ thể như sau:", 1, 1],
    ["Căn cứ Luật A\n\nCăn cứ Luật B.", 2, 0],
    ["Nhằm nâng cao nhận thức;\n\nUBND xã ban hành Kế hoạch như sau:", 0, 2],
  ])("%s", (text, bases, opening) => {
    expect(read(text)).toEqual({ bases, opening });
  });
});

describe("the closing paragraph", () => {
  it("is lifted out of the last division by its ./.", () => {
    const { document } = withBody("I. A\n\n1. Việc một.\n\nYêu cầu các đơn vị thực hiện nghiêm túc./.\n");
    expect(document.content.at(-1)).toMatchObject({ kind: "paragraph", role: "closing" });
    expect(division(document, "I.1").children).toEqual([]);
  });
  it("is known by its words when the mark is missing", () => {
    const { document } = withBody("I. A\n\n1. Việc một.\n\nTrên đây là Kế hoạch của UBND xã.\n");
    expect(document.content.at(-1)).toMatchObject({ kind: "paragraph", role: "closing" });
  });
  it.each([
    ["the only words below a heading", "5. Công an xã\n\nTuyên truyền sâu rộng tới Nhân dân./.\n", "I.5"],
    ["below an unnumbered heading", "5. Công an xã\n\nMột.\n\n**Hai**\n\nTuyên truyền sâu rộng./.\n", "I.5"],
    ["the value of a label", "5. Thời gian:\n\nTrong quý I năm 2026./.\n", "I.5"],
  ])("stays where it is what a division says: %s", (_, body, id) => {
    const { document } = withBody(`I. A\n\n${body}`);
    expect(document.content).toHaveLength(1);
    expect(division(document, id).children.at(-1)).toMatchObject({ kind: "paragraph", role: "closing" });
  });
  it.each([
    ["after the words of an item", "5. Công an xã bảo đảm trật tự.\n\nCác đơn vị nghiêm túc thực hiện./.\n"],
    ["after another paragraph", "5. Công an xã\n\nBảo đảm trật tự.\n\nCác đơn vị nghiêm túc thực hiện./.\n"],
    ["by its words", "5. Công an xã\n\nTrong quá trình thực hiện, nếu vướng mắc, báo Văn phòng./.\n"],
  ])("belongs to the document %s", (_, body) => {
    const { document } = withBody(`I. A\n\n${body}`);
    expect(document.content.at(-1)).toMatchObject({ kind: "paragraph", role: "closing" });
  });
  it("is no marked item", () => {
    const { document } = withBody("I. A\n\n1. Việc một./.\n");
    expect(document.content).toHaveLength(1);
  });
  it("ends a plan without divisions", () => {
    const { document } = withBody(
      "Các phòng tổng vệ sinh vào thứ Sáu.\n\nTrong quá trình thực hiện, nếu vướng mắc, báo Văn phòng./.\n",
    );
    expect(document.opening).toHaveLength(1);
    expect(document.content).toMatchObject([{ kind: "paragraph", role: "closing" }]);
  });
});

describe("recipients and signatures", () => {
  const { document } = withBody(
    "I. A\n\nnơi nhận:\n- UBND tỉnh (b/c);\n- Sở Nội vụ (Phòng CCHC);\n- Các thôn (để thực hiện);\n- Lưu: VT, NV (30b).\n\nký:\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A\n\nký:\nCHỦ TỊCH\nTrưởng Ban Chỉ đạo\nTrần Thị B\n",
  );
  it("reads purposes and the archive line", () => {
    expect(document.recipients.map((one) => [one.text.text, one.purpose, one.archive])).toEqual([
      ["UBND tỉnh (b/c);", "b/c", false],
      ["Sở Nội vụ (Phòng CCHC);", null, false],
      ["Các thôn (để thực hiện);", "để thực hiện", false],
      ["Lưu: VT, NV (30b).", null, true],
    ]);
  });
  it("tells authority, other titles and name", () => {
    expect(document.signatures.map((one) => [one.authority.map((line) => line.text), one.titles, one.name])).toEqual([
      [["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], [], "Nguyễn Văn A"],
      [["CHỦ TỊCH"], ["Trưởng Ban Chỉ đạo"], "Trần Thị B"],
    ]);
  });
});

describe("facts in the words", () => {
  it("finds citations with their type, number, date, issuer and place", () => {
    const { document, at } = withBody(
      "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;\n\nI. A\n\nTheo Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ.\n",
    );
    expect(document.citations).toMatchObject([
      {
        type: "Nghị định",
        number: "61/2018/NĐ-CP",
        date: "2018-04-23",
        issuer: "Chính phủ",
        inBasis: true,
        resolved: "61/2018/NĐ-CP",
      },
      { type: "Nghị quyết", number: "76/NQ-CP", date: "2021-07-15", issuer: "Chính phủ", inBasis: false },
    ]);
    expect(document.citations[1]!.resolved).toContain("76/NQ-CP");
    expect(document.citations.map((one) => at(one.numberSpan!))).toEqual(["61/2018/NĐ-CP", "76/NQ-CP"]);
  });

  it("knows a law cited by name as the one in force on the day of the document", () => {
    const lawOn = (year: string) =>
      bind(`${header.replaceAll("2026", year)}\nCăn cứ Luật Tổ chức chính quyền địa phương.\n\nI. A\n`).document
        .citations[0]!;
    expect(lawOn("2026")).toMatchObject({ number: null, type: "Luật", resolved: "72/2025/QH15" });
    expect(lawOn("2020")).toMatchObject({ number: null, resolved: "77/2015/QH13" });
    const dated = withBody("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015.\n\nI. A\n");
    expect(dated.document.citations[0]).toMatchObject({ date: "2015-06-19", resolved: "77/2015/QH13" });
  });

  it("finds no times of tasks in legal bases", () => {
    const { document } = withBody(
      "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018;\n\nTheo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội.\n\nI. A\n\nHọp hàng tháng.\n",
    );
    expect(document.legalBases).toHaveLength(2);
    expect(document.times.filter((one) => one.time.kind !== "context").map((one) => one.time.words)).toEqual([
      "hàng tháng",
    ]);
  });

  it("takes who proposes a document as its issuer", () => {
    const { document } = withBody("Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV.\n\nI. A\n");
    expect(document.citations).toMatchObject([{ number: "12/TTr-SNV", issuer: "Giám đốc Sở Nội vụ" }]);
  });

  it("finds abbreviations defined in passing", () => {
    const { document, at } = withBody(
      "I. A\n\nĐẩy mạnh cải cách hành chính (CCHC), Chỉ số năng lực cạnh tranh cấp tỉnh (PCI), Chỉ số CCHC (PAR INDEX); dịch vụ công (sau đây viết tắt là DVC) và Ủy ban nhân dân (UBND) xã (Phòng KT).\n",
    );
    expect(document.abbreviations.map(({ short, full, span }) => [short, full, at(span)])).toEqual([
      ["CCHC", "cải cách hành chính", "CCHC"],
      ["PCI", "Chỉ số năng lực cạnh tranh cấp tỉnh", "PCI"],
      ["PAR INDEX", "Chỉ số CCHC", "PAR INDEX"],
      ["DVC", "dịch vụ công", "DVC"],
      ["UBND", "Ủy ban nhân dân", "UBND"],
    ]);
  });

  it("keeps spans exact across emphasis, wrapped lines and escapes", () => {
    const { document, at } = withBody(
      "I. A\n\nTheo *Quyết định số\n749/QĐ-TTg* ngày 03/6/2020, trước ngày **15/11/2026**, nội dung \\{1}, Sở Nội vụ chủ trì.\n",
    );
    expect(document.citations.map((one) => at(one.span))).toEqual(["Quyết định số\n749/QĐ-TTg* ngày 03/6/2020"]);
    expect(document.agencies.map((one) => at(one.span))).toEqual(["Sở Nội vụ"]);
    expect(document.times.map((one) => [one.time.kind, at(one.span)])).toContainEqual([
      "deadline",
      "trước ngày **15/11/2026",
    ]);
  });
});
