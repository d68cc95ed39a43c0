/** What each rule does at its edges: the exact place it marks, what it leaves alone, and what its fix makes. */
import { describe, expect, it } from "vitest";
import { example } from "../../src/rules/example.ts";
import { matchesClass, repairedNumber } from "../../src/rules/symbols.ts";
import { applied, check, marked } from "./support.ts";

const body = (text: string): string => example({ body: `I. NỘI DUNG\n\n${text}` });
const fixed = (text: string): string => {
  const found = check(text).diagnostics.find((d) => d.fix);
  return found ? applied(text, found.fix!) : text;
};

describe("VB501 numbers", () => {
  it("marks one gap once, and a repeat with the first one", () => {
    expect(marked(body("1. A.\n2. B.\n4. C.\n5. D."))).toEqual(["VB501 4."]);
    const text = body("1. A.\n2. B.\n2. C.\n3. D.");
    const [repeat] = check(text).diagnostics;
    expect(repeat!.related).toHaveLength(1);
    expect(fixed(text)).toContain("1. A.\n2. B.\n3. C.\n4. D.");
  });

  it("starts again under each parent, or goes on from the last cousin", () => {
    expect(marked(example({ body: "I. A\n\n1. B.\n2. C.\n\nII. D\n\n1. E.\n2. F." }))).toEqual([]);
    expect(marked(example({ body: "I. A\n\n1. B.\n2. C.\n\nII. D\n\n3. E.\n4. F." }))).toEqual([]);
    expect(marked(example({ body: "I. A\n\n1. B.\n2. C.\n\nII. D\n\n4. E.\n5. F." }))).toEqual(["VB501 4."]);
    expect(marked(example({ body: "I. A\n\n1. B.\n\nIII. D\n\n1. E." }))).toEqual(["VB501 III."]);
  });

  it("counts decimals under their number", () => {
    expect(marked(body("1. A\n\n1.1. B.\n1.2. C.\n\n2. D\n\n2.1. E.\n2.2. F."))).toEqual([]);
    expect(marked(body("1. A\n\n1.1. B.\n\n2. D\n\n1.1. E.\n1.2. F."))).toEqual(["VB501 1.1.", "VB501 1.2."]);
    expect(fixed(body("1. A.\n3. D\n\n3.1. E.\n3.1.1. F.\n3.2. G."))).toContain("2. D\n\n2.1. E.\n2.1.1. F.\n2.2. G.");
  });

  it("offers no fix where a reference would be left behind", () => {
    const text = body("1. A.\n3. B.\n\n4. C theo khoản 3 Mục I Kế hoạch này.");
    const found = check(text).diagnostics.filter((d) => d.code === "VB501");
    expect(found).toHaveLength(1);
    expect(found[0]!.fix).toBeUndefined();
  });

  it("checks the numbers typed in a table, group by group", () => {
    const table = (...rows: string[]): string =>
      example({ body: `I. NỘI DUNG\n\ncột: TT | NHIỆM VỤ | THỜI GIAN\n\n${rows.join("\n\n")}` });
    const row = (number: string): string => `nhiệm vụ ${number}: Việc ${number}\n  thời gian: Quý II`;
    expect(marked(table(row("1."), row("2."), row("3.")))).toEqual([]);
    expect(marked(table(row("1."), row("3."), row("4.")))).toEqual(["VB501 3."]);
    expect(marked(table("nhóm: I. A", row("1."), row("2."), "nhóm: II. B", row("1."), row("2.")))).toEqual([]);
    expect(marked(table("nhóm: I. A", row("1."), row("2."), "nhóm: II. B", row("3."), row("5.")))).toEqual([
      "VB501 5.",
    ]);
  });

  it("lets Điều count through chapters", () => {
    const regulation = (last: string): string =>
      example({
        body: `Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. A.\n\nChương II\nTỔ CHỨC\n\nĐiều ${last}. Thực hiện\n\n1. B.`,
      });
    expect(marked(regulation("2"), /VB50/)).toEqual([]);
    expect(marked(regulation("3"), /VB50/)).toEqual(["VB501 Điều 3."]);
  });
});

describe("VB502 letters", () => {
  it("knows đ after d, and no f", () => {
    expect(marked(body("a) A;\nb) B;\nc) C;\nd) D;\nđ) E;\ne) F;\ng) G;\nh) H."))).toEqual([]);
    const text = body("a) A;\nb) B;\nc) C;\nd) D;\nđ) E;\ne) F;\nf) G;\ng) H;\nh) I.");
    expect(marked(text)).toEqual(["VB502 f)"]);
    expect(fixed(text)).toContain("e) F;\ng) G;\nh) H;\ni) I.");
    expect(marked(body("a) A;\nc) B."))).toEqual(["VB502 c)"]);
    expect(marked(body("a. A;\nb. B;\nb. C."))).toEqual(["VB502 b."]);
  });

  it("may start again after an unnumbered heading", () => {
    expect(marked(body("a) A;\nb) B.\n\n**Về kinh phí**\n\na) C;\nb) D."), /VB50/)).toEqual([]);
  });
});

describe("VB503 end mark", () => {
  it("is wanted where the text ends, in an item as well", () => {
    expect(marked(example({ closing: "" }))).toEqual(["VB503 ."]);
    expect(marked(example({ closing: "Trên đây là Kế hoạch năm 2026" }))).toEqual(["VB503 2026"]);
    expect(fixed(example({ closing: "Trên đây là Kế hoạch năm 2026./" }))).toContain("năm 2026./.\n");
    expect(marked(example({ closing: "**Trên đây là Kế hoạch năm 2026./.**" }))).toEqual([]);
  });

  it("is not wanted after a plan that is nothing but its table, nor from the Party", () => {
    const table = "cột: TT | NHIỆM VỤ | THỜI GIAN\n\nnhiệm vụ: Phát thanh\n  thời gian: 01 lần/quý";
    expect(marked(example({ body: table, closing: "" }), /VB503/)).toEqual([]);
    const party = example({
      head: "cơ quan: ĐẢNG ỦY XÃ AN BÌNH\nsố: …-KH/ĐU\nngày: …/01/2026",
      closing: "Trên đây là Kế hoạch năm 2026.",
    });
    expect(marked(party, /VB5/)).toEqual([]);
  });
});

describe("VB504 recipients", () => {
  it("end with semicolons, the last one is Lưu with a point", () => {
    expect(marked(example({ recipients: "- UBND tỉnh (b/c),\n- Các thôn;\n- Lưu: VT, VHXH" }))).toEqual([
      "VB504 ,",
      "VB504 VHXH",
    ]);
    expect(marked(example({ recipients: "- Lưu: VT;\n- Các thôn." }))).toEqual(["VB504 Lưu: VT;"]);
    expect(marked(example({ recipients: "- Các thôn." }))).toEqual(["VB504 Các thôn."]);
    expect(marked(example({ recipients: "- Các thôn;\n- Lưu: VT, NV (30b)." }))).toEqual([]);
    expect(fixed(example({ recipients: "- Các thôn\n- Lưu: VT." }))).toContain("- Các thôn;\n");
  });
});

describe("VB505 and VB506 references", () => {
  const annex = "phụ lục: NHIỆM VỤ\n\nPhát thanh mỗi tuần một lần./.";
  it("follow what exists", () => {
    expect(marked(body("1. A.\n2. B theo khoản 1 Mục I Kế hoạch này."))).toEqual([]);
    expect(marked(body("1. A.\n2. B theo khoản 7 Mục I Kế hoạch này."))).toEqual(["VB505 khoản 7 Mục I Kế hoạch này"]);
    expect(marked(body("1. A theo Điều 5 Nghị định số 61/2018/NĐ-CP.\n2. B."), /VB50[56]/)).toEqual([]);
    expect(marked(body("1. A (có Phụ lục kèm theo).\n2. B."), /VB50[56]/)).toHaveLength(1);
    expect(marked(example({ annexes: annex }))).toEqual(["VB506 NHIỆM VỤ"]);
  });

  it("name each annex by its number, or all at once", () => {
    const annexes = "phụ lục I: NHIỆM VỤ\n\nPhát thanh./.\n\nphụ lục II: KINH PHÍ\n\nKhoán./.";
    const text = (line: string): string => example({ body: `I. NỘI DUNG\n\n1. A.\n2. ${line}`, annexes });
    expect(marked(text("Nhiệm vụ theo Phụ lục I."))).toEqual(["VB506 KINH PHÍ"]);
    expect(marked(text("Theo Phụ lục I, Phụ lục II."))).toEqual([]);
    expect(marked(text("Nhiệm vụ (có các Phụ lục kèm theo)."))).toEqual([]);
  });
});

describe("VB507 and VB508 signatures", () => {
  const signed = (signature: string): string[] => marked(example({ signature }));
  it("have no titles before the name", () => {
    expect(signed("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nPGS. TS. Nguyễn Văn A")).toEqual(["VB507 PGS. TS."]);
    expect(signed("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nBà Nguyễn Thị B")).toEqual(["VB507 Bà"]);
    expect(signed("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTS Nguyễn")).toEqual(["VB507 TS"]);
    expect(fixed(example({ signature: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nThS. Nguyễn Văn A" }))).toContain(
      "CHỦ TỊCH\nNguyễn Văn A",
    );
    expect(signed("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nBùi Tiến Sĩ")).toEqual([]);
  });

  it.each([
    ["TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A"],
    ["TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A"],
    ["TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH\nNguyễn Văn A"],
    ["TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\nNguyễn Văn A"],
    ["TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNguyễn Văn A"],
    ["TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nNguyễn Văn A"],
    ["TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNguyễn Văn A"],
    ["TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"],
  ])("are right: %s", (signature) => {
    expect(signed(signature)).toEqual([]);
  });

  it.each([
    ["TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nCHỦ TỊCH\nNguyễn Văn A", "CHỦ TỊCH"],
    ["TM. ỦY BAN NHÂN DÂN\nKT. PHÓ CHỦ TỊCH\nNguyễn Văn A", "KT. PHÓ CHỦ TỊCH"],
    ["TM. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A", "TM. CHỦ TỊCH"],
    ["TM. ỦY BAN NHÂN DÂN\nNguyễn Văn A", "TM. ỦY BAN NHÂN DÂN"],
    ["KT. CHỦ TỊCH\nTM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH\nNguyễn Văn A", "TM. ỦY BAN NHÂN DÂN"],
    ["TM. ỦY BAN NHÂN DÂN\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A", "KT."],
    ["TM. ỦY BAN NHÂN DÂN\nK/T CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A", "K/T"],
    ["TL. CHỦ TỊCH\nNguyễn Văn A", "TL. CHỦ TỊCH"],
  ])("are wrong: %s", (signature, at) => {
    expect(signed(signature)).toContain(`VB508 ${at}`);
  });

  it("only notice a committee that signs without TM.", () => {
    const text = example({ signature: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A" });
    const [found] = check(text).diagnostics;
    expect([found!.code, found!.severity]).toEqual(["VB508", "notice"]);
    expect(fixed(text)).toContain("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH");
    const department = example({
      head: "cơ quan: SỞ NỘI VỤ\ncơ quan chủ quản: UBND TỈNH HÀ TĨNH\nsố: …/KH-SNV\nđịa danh: Hà Tĩnh\nngày: …/01/2026",
      signature: "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNguyễn Văn A",
    });
    expect(marked(department, /VB/)).toEqual([]);
  });
});

describe("VB509 annex numbers", () => {
  const one = (head: string): string => `${head}: NHIỆM VỤ\n\nPhát thanh./.`;
  const text = (...heads: string[]): string =>
    example({ body: "I. NỘI DUNG\n\n1. A.\n2. B (có các Phụ lục kèm theo).", annexes: heads.map(one).join("\n\n") });
  it("are Roman from two on, none for one", () => {
    expect(marked(text("phụ lục"))).toEqual([]);
    expect(marked(text("phụ lục I"))).toEqual(["VB509 phụ lục I"]);
    expect(fixed(text("phụ lục I"))).toContain("phụ lục: NHIỆM VỤ");
    expect(marked(text("phụ lục I", "phụ lục III"))).toEqual(["VB509 phụ lục III"]);
    expect(fixed(text("phụ lục I", "phụ lục 2"))).toContain("phụ lục II: NHIỆM VỤ");
  });
});

describe("VB510 legal bases", () => {
  const bases = (first: string, last: string, head?: string): string =>
    example({
      opening: `Căn cứ Luật Thực hiện dân chủ ở cơ sở${first}\nCăn cứ nghị quyết của Hội đồng nhân dân xã${last}\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:`,
      ...(head === undefined ? {} : { head, title: "Tuyên truyền cải cách hành chính" }),
    });
  it("end with ; and the last with a point, or with a comma before 2020", () => {
    expect(marked(bases(";", "."))).toEqual([]);
    expect(marked(bases(";", ","))).toEqual(["VB510 ,"]);
    const older = "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\nngày: …/01/2018";
    expect(marked(bases(";", ",", older), /VB510/)).toEqual([]);
    expect(marked(bases(";", ";", older), /VB510/)).toEqual(["VB510 ;"]);
    expect(fixed(bases(";", ";"))).toContain("Hội đồng nhân dân xã.\n");
  });

  it("go on into an opening paragraph that is a basis itself", () => {
    const opening =
      "Căn cứ Luật Thực hiện dân chủ ở cơ sở;\n\nThực hiện nghị quyết của Hội đồng nhân dân xã, Ủy ban nhân dân xã ban hành Kế hoạch như sau:";
    expect(marked(example({ opening }))).toEqual([]);
  });
});

describe("VB3 times", () => {
  const task = (time: string): string =>
    body(`1. Phát thanh\n- Thời gian thực hiện: ${time}.\n- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.`);
  it("VB301 adds up totals over the plan's own period", () => {
    expect(marked(task("48 số (04 số/tháng)"))).toEqual([]);
    expect(marked(task("12 kỳ (01 kỳ/quý)"))).toEqual(["VB301 12 kỳ (01 kỳ/quý)"]);
    const fiveYears = task("240 số (04 số/tháng)").replace("năm 2026\n", "giai đoạn 2026 - 2030\n");
    expect(marked(fiveYears)).toEqual([]);
  });

  it("VB302 marks the year that is not the plan's", () => {
    expect(marked(task("Trong năm 2025"))).toEqual(["VB302 2025"]);
    expect(marked(task("Quý III/2026"))).toEqual([]);
    expect(marked(task("trước ngày 15/01/2027"))).toEqual([]);
    expect(marked(task("trước ngày 15/11/2027"))).toEqual(["VB302 2027"]);
    expect(marked(task("Thường xuyên trong năm"))).toEqual([]);
  });

  it("VB303 knows the calendar", () => {
    expect(marked(body("1. Ngày 29/02/2024 và ngày 29 tháng 02 năm 2024.\n2. B."))).toEqual([]);
    expect(marked(body("1. Ngày 29/02/2026 và ngày 31 tháng 4.\n2. B."))).toEqual([
      "VB303 29/02/2026",
      "VB303 31 tháng 4",
    ]);
    expect(marked(body("1. Trực 24/7, xếp thứ 20/63, tỷ lệ 31/02.\n2. Theo ISO 9001:2015."))).toEqual([]);
  });
});

describe("VB4 tasks", () => {
  const row = (name: string, fields: string): string => `nhiệm vụ: ${name}\n${fields}`;
  const table = (...rows: string[]): string =>
    example({ body: `I. NỘI DUNG\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN\n\n${rows.join("\n\n")}` });
  it("miss what the others have", () => {
    const whole = "  chủ trì: Phòng Kinh tế\n  thời gian: Quý II";
    expect(marked(table(row("A", whole), row("B", whole)))).toEqual([]);
    expect(marked(table(row("A", whole), row("B", "  chủ trì:\n  thời gian: Quý II")))).toEqual(["VB401 B"]);
    expect(marked(table(row("A", whole), row("B", "  chủ trì: Phòng Kinh tế\n  thời gian:")))).toEqual(["VB402 B"]);
    const empty = "  chủ trì:\n  thời gian: Quý II";
    expect(marked(table(row("A", empty), row("B", empty)))).toEqual([]);
  });
});

describe("VB106 the year of a number", () => {
  const about = "trả kết quả giải quyết thủ tục hành chính qua dịch vụ bưu chính công ích";
  it("is told by what the sentence is about, or by the date", () => {
    expect(marked(body(`1. ${about} theo Quyết định số 45/2015/QĐ-TTg.\n2. B.`), /VB106/)).toEqual([
      "VB106 45/2015/QĐ-TTg",
    ]);
    expect(marked(body(`1. ${about} theo Quyết định số 45/2014/QĐ-TTg.\n2. B.`), /VB106/)).toEqual([
      "VB106 45/2014/QĐ-TTg",
    ]);
    const dated = body("1. Theo Quyết định số 45/QĐ-TTg ngày 19/10/2016.\n2. B.");
    expect(marked(dated, /VB1(?!13)/)).toEqual(["VB106 45/QĐ-TTg"]);
    expect(fixed(dated)).toContain("Quyết định số 45/2016/QĐ-TTg ngày 19/10/2016");
  });

  it("may be that of a document which is not listed", () => {
    const found = (text: string): string[] => marked(body(text), /VB106/);
    expect(found("1. Theo Quyết định số 45/2014/QĐ-TTg ngày 17/9/2014 về việc khác.\n2. B.")).toEqual([]);
    const other = "cung ứng dịch vụ bưu chính công ích và dịch vụ công ích trong hoạt động phát hành báo chí";
    expect(found(`1. Theo Quyết định số 45/2015/QĐ-TTg về ${other}.\n2. B.`)).toEqual([]);
    expect(found("1. Theo Quyết định số 45/2015/QĐ-TTg ngày 24/9/2015.\n2. B.")).toEqual([]);
    expect(found(`1. ${about} theo Quyết định số 46/2015/QĐ-TTg.\n2. B.`)).toEqual([]);
  });
});

describe("VB602 pairs", () => {
  it("are looked for in each paragraph, and over several for quotations", () => {
    expect(marked(body("1. Phong trào “Xã sạch.\n2. Chủ đề “Thôn xanh”."))).toEqual(["VB602 “"]);
    expect(marked(body("1. Trích: “Đoạn một.\n2. Đoạn hai.”"))).toEqual([]);
    expect(marked(body("1. Việc “A “B” C” và (D (E)).\n2. Theo điểm a), b)."), /VB602/)).toEqual([]);
    expect(marked(body("1. Việc (do xã giao.\n2. B)."))).toEqual(["VB602 ("]);
    expect(marked(body("1. Sách khổ 5” và 7”.\n2. B."))).toEqual([]);
  });
});

describe("VB1 citations", () => {
  it("VB101 knows the classes of numbers and mends what is commonly mistyped", () => {
    for (const number of [
      "72/2025/QH15",
      "35/2023/UBTVQH15",
      "1679/NQ-UBTVQH15",
      "30/2020/NĐ-CP",
      "30c/NQ-CP",
      "45/2016/QĐ-TTg",
      "172/2012/TT-BTC",
      "01/2016/TTLT-TANDTC-VKSNDTC-BTP",
      "26/VBHN-VPQH",
      "144/2025/QĐ-CTUBND",
      "2709/QĐ-UBND",
      "7886/QĐ-BCA-C06",
      "425/SNV-CCHC",
      "10287/BNV-CTL&BHXH",
      "18-NQ/TW",
      "12-CTr/TU",
      "05-QC/BTCTU-BNCTU",
      "441-KH/TWĐTN-KHCN",
      "16/2008/QĐ-BGDĐT",
    ]) {
      expect(matchesClass(number), number).toBe(true);
      expect(repairedNumber(number), number).toBe(number);
    }
    expect(repairedNumber("05/NQ-TU")).toBe("05-NQ/TU");
    expect(repairedNumber("18-NQ-TW")).toBe("18-NQ/TW");
    expect(repairedNumber("61/2018/ND-CP")).toBe("61/2018/NĐ-CP");
    expect(repairedNumber("749/QĐ-TTG")).toBe("749/QĐ-TTg");
    expect(repairedNumber("12 /KH-UBND")).toBe("12/KH-UBND");
    expect(repairedNumber("30/2020/N\u00d0-C\u0420")).toBe("30/2020/NĐ-CP");
  });

  it("VB101 leaves titles in capitals alone", () => {
    expect(marked(example({ title: "THỰC HIỆN QUYẾT ĐỊNH SỐ 749/QĐ-TTG NĂM 2026" }))).toEqual([]);
    expect(marked(body("1. Theo Quyết định số 749/QĐ-TTG ngày 03/6/2020.\n2. B."), /VB101/)).toEqual([
      "VB101 749/QĐ-TTG",
    ]);
  });

  it("VB102 compares with the registry and within the plan", () => {
    expect(marked(body("1. Theo Nghị quyết 17/NQ-CP ngày 17/3/2019 của Chính phủ.\n2. B."), /VB102/)).toEqual([
      "VB102 17/3/2019",
    ]);
    // The number of another year is another document.
    expect(marked(body("1. Theo Nghị quyết số 17/NQ-CP ngày 05/02/2024 của Chính phủ.\n2. B."))).toEqual([]);
    expect(
      marked(
        body("1. Theo Nghị quyết số 76/NQ-CP ngày 13/6/2013.\n2. Theo Nghị quyết số 76/NQ-CP ngày 15/7/2021."),
        /VB102/,
      ),
    ).toEqual([]);
    const local = (second: string): string =>
      body(
        `1. Theo Quyết định số 12/QĐ-UBND ngày 10/01/2026 của UBND tỉnh.\n2. Theo Quyết định số 12/QĐ-UBND ngày ${second}.`,
      );
    expect(marked(local("11/01/2026 của UBND tỉnh"))).toEqual(["VB102 11/01/2026"]);
    expect(marked(local("11/01/2026 của UBND xã"))).toEqual([]);
    expect(marked(local("15/02/2025 của UBND tỉnh"))).toEqual([]);
    const long = body("1. Theo Quyết định số 749/QĐ-TTg ngày 13 tháng 6 năm 2020.\n2. B.");
    expect(fixed(long)).toContain("ngày 03 tháng 6 năm 2020");
  });

  it("VB103 reads the type from the symbol", () => {
    expect(marked(body("1. Theo Nghị định 76/NQ-CP.\n2. Theo Chương trình hành động số 12-CTr/TU."), /VB103/)).toEqual([
      "VB103 Nghị định",
    ]);
    expect(fixed(body("1. Theo Chỉ thị số 12/KH-UBND.\n2. B."))).toContain("Theo Kế hoạch số 12/KH-UBND");
  });
});

describe("VB104, VB105 and VB201: what lives when", () => {
  const dated = (date: string, text: string): string =>
    example({
      title: "Tuyên truyền cải cách hành chính",
      head: `cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\nngày: ${date}`,
      body: `I. NỘI DUNG\n\n1. ${text}\n2. B.`,
      closing: "Trên đây là Kế hoạch tuyên truyền cải cách hành chính./.",
    });
  const law = "Quán triệt Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015.";

  it("VB104 asks on the plan's day, and says what came instead", () => {
    expect(marked(dated("…/02/2025", law))).toEqual([]);
    const [found] = check(dated("…/03/2026", law)).diagnostics;
    expect([found!.code, found!.severity]).toEqual(["VB104", "notice"]);
    expect(found!.message).toContain("72/2025/QH15");
    // Which day of the year it will be is open.
    expect(marked(dated("…/…/2025", law), /VB104/)).toEqual([]);
  });

  it("VB105 compares with the last day the plan may have", () => {
    const text = "Theo Kế hoạch số 36/KH-UBND ngày 26/01/2026 của UBND tỉnh.";
    expect(marked(dated("…/01/2026", text))).toEqual([]);
    expect(marked(dated("25/01/2026", text), /VB1/)).toHaveLength(1);
    expect(marked(dated("…/12/2025", text), /VB1/)).toHaveLength(1);
  });

  it("VB201 knows mergers, with a month of grace for departments", () => {
    const report = (agency: string): string => `Báo cáo ${agency} hằng quý.`;
    expect(marked(dated("…/02/2025", report("Sở Giao thông vận tải")))).toEqual([]);
    expect(marked(dated("…/3/2025", report("Sở Giao thông vận tải")))).toEqual([]);
    expect(marked(dated("…/5/2025", report("Sở Giao thông vận tải")))).toEqual(["VB201 Sở Giao thông vận tải"]);
    expect(check(dated("…/5/2025", report("Sở Giao thông vận tải"))).diagnostics[0]!.message).toContain("Sở Xây dựng");
    expect(marked(dated("…/5/2024", report("Sở Nông nghiệp và Môi trường")))).toEqual([
      "VB201 Sở Nông nghiệp và Môi trường",
    ]);
    expect(marked(dated("…/5/2026", report("Sở Nội vụ")))).toEqual([]);
  });

  it("VB201 knows abolished levels, units matched by pattern and former provinces", () => {
    const report = (agency: string): string => `Báo cáo ${agency} hằng quý.`;
    expect(marked(dated("…/6/2025", report("UBND huyện Lộc Hà")))).toEqual([]);
    expect(marked(dated("…/8/2025", report("UBND huyện Lộc Hà")))).toEqual(["VB201 UBND huyện Lộc Hà"]);
    expect(marked(dated("…/8/2025", report("UBND các xã, thị trấn")))).toEqual(["VB201 UBND các xã, thị trấn"]);
    expect(marked(dated("…/8/2025", report("UBND các xã, phường, đặc khu")))).toEqual([]);
    expect(marked(dated("…/5/2024", report("UBND các xã, đặc khu")))).toEqual(["VB201 UBND các xã, đặc khu"]);
    expect(marked(dated("…/8/2025", report("UBND tỉnh Ninh Thuận")))).toEqual(["VB201 UBND tỉnh Ninh Thuận"]);
    expect(marked(dated("…/8/2025", report("UBND tỉnh Khánh Hòa")))).toEqual([]);
    expect(marked(dated("…/8/2025", report("UBND thành phố Hà Nội")))).toEqual([]);
  });
});

describe("silences", () => {
  it("take the finding off the next construct only", () => {
    const text = (comment: string): string => example({ body: `I. NỘI DUNG\n\n1. A.\n${comment}3. B.\n7. C.` });
    expect(marked(text(""))).toEqual(["VB501 3.", "VB501 7."]);
    expect(marked(text("# bỏ qua VB501: theo kế hoạch của tỉnh\n"))).toEqual(["VB501 7."]);
    expect(marked(text("# bỏ qua VB502: nhầm mã\n"))).toEqual(["VB001 VB502", "VB501 3.", "VB501 7."]);
    expect(marked(text("# bỏ qua VB501, VB303: hai mã\n"))).toEqual(["VB001 VB303", "VB501 7."]);
  });

  it("do not cover errors", () => {
    const text = example({
      head: "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\n# bỏ qua KH004: thử\nngày: 31/02/2026",
    });
    expect(marked(text)).toEqual(["VB001 KH004", "KH004 31/02/2026"]);
  });
});

describe("VB514 the document's own number", () => {
  const head = (number: string, issuer = "ỦY BAN NHÂN DÂN XÃ AN BÌNH"): string =>
    example({ head: `cơ quan: ${issuer}\nsố: ${number}\nđịa danh: An Bình\nngày: …/01/2026` });

  it("bears the letters of its type", () => {
    expect(marked(head("12/QĐ-UBND"))).toEqual(["VB514 QĐ"]);
    expect(marked(head("…/CTr-UBND"))).toEqual(["VB514 CTr"]);
    expect(marked(head("12/KH-UBND"))).toEqual([]);
    // Letters that stand for no one type are not judged.
    expect(marked(head("12/KHLT-UBND"))).toEqual([]);
  });

  it("bears the signs of a state body, where one issues it", () => {
    expect(marked(head("12-KH/UBND"))).toEqual(["VB514 -KH/"]);
    expect(fixed(head("12-KH/UBND"))).toBe(head("12/KH-UBND"));
    expect(marked(head("12-KH/ĐU", "ĐẢNG ỦY XÃ AN BÌNH"), /VB514/)).toEqual([]);
  });
});
