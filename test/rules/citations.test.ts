/** The rules on citations: what must not be found, what must be marked, and how the day of a plan decides. */
import { describe, expect, it } from "vitest";
import { toPlan } from "../../src/plan/from-syntax.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { example } from "../../src/rules/example.ts";
import { lintTogether } from "../../src/rules/together.ts";
import { parse } from "../../src/syntax/parse.ts";
import { fileOf, registries } from "../registry/support.ts";
import { applied, check, marked } from "./support.ts";

const citation = /^VB1(?!2[4-9])\d\d$/;
const inBody = (...points: readonly string[]): string =>
  example({
    body: `I. NỘI DUNG\n\n${["Niêm yết tại trụ sở.", ...points].map((one, n) => `${n + 1}. ${one}`).join("\n")}`,
  });
const head = (date: string): string => `cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\nngày: ${date}`;
const onDay = (date: string, basis: string): string =>
  example({ head: head(date), opening: `Căn cứ ${basis}.\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:` });
const found = (text: string): string[] => marked(text, citation);
const severities = (text: string): string[] =>
  check(text)
    .diagnostics.filter((d) => citation.test(d.code))
    .map((d) => `${d.code} ${d.severity}`);

describe("the day of a plan", () => {
  const law = "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015";
  it("VB104: the last day in force, and the day after", () => {
    expect(found(onDay("28/02/2025", law))).toEqual([]);
    expect(severities(onDay("01/3/2025", law))).toEqual(["VB104 warning"]);
    expect(check(onDay("01/3/2025", law)).diagnostics[0]!.message).toContain("65/2025/QH15");
    // In summer 2025 the successor has a successor.
    expect(check(onDay("01/7/2025", law)).diagnostics[0]!.message).toContain("72/2025/QH15");
  });

  it("VB104: an open day is every day that is left", () => {
    expect(found(onDay("…/02/2025", law))).toEqual([]);
    expect(severities(onDay("…/3/2025", law))).toEqual(["VB104 warning"]);
    expect(found(onDay("…/…/2025", law))).toEqual([]);
  });

  it("VB104: a notice where the registry is not sure, or where the past is told", () => {
    const decree = "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa";
    expect(found(onDay("30/6/2025", decree))).toEqual([]);
    expect(severities(onDay("01/7/2025", decree))).toEqual(["VB104 notice"]);
    expect(severities(inBody(`Tổng kết việc thực hiện ${law}.`))).toEqual(["VB104 notice"]);
  });

  it("VB104: an opening that begins as bases do is a basis", () => {
    const opening = `Căn cứ ${law}, Ủy ban nhân dân xã ban hành Kế hoạch như sau:`;
    expect(severities(example({ head: head("10/01/2026"), opening }))).toEqual(["VB104 warning"]);
  });

  it("VB107: not yet in force, unless the plan is about it", () => {
    const democracy = "Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022";
    expect(found(onDay("30/6/2023", democracy))).toEqual([
      "VB107 Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022",
    ]);
    expect(found(onDay("01/7/2023", democracy))).toEqual([]);
    const title = "Triển khai thi hành Luật Thực hiện dân chủ ở cơ sở";
    expect(found(onDay("30/6/2023", democracy).replace(/^kế hoạch: .*/u, `kế hoạch: ${title}`))).toEqual([]);
  });

  it("VB105: the day of the plan is no future, the next day is", () => {
    const plan = (day: string): string =>
      onDay("10/01/2026", `Kế hoạch số 36/KH-UBND ngày ${day} của Ủy ban nhân dân tỉnh về phát thanh`);
    expect(found(plan("10/01/2026"))).toEqual([]);
    expect(found(plan("11/01/2026"))).toEqual(["VB105 ngày 11/01/2026"]);
  });
});

describe("VB101 numbers", () => {
  it.each([
    ["Nghị quyết số 05/NQ-TU ngày 28/9/2021 của Tỉnh ủy", "05-NQ/TU", false],
    ["Quyết định số 30-QĐ/UBND ngày 28/9/2021 của Ủy ban nhân dân tỉnh", "30/QĐ-UBND", false],
    ["Quyết định số 30/QD-UBND ngày 28/9/2021 của Ủy ban nhân dân tỉnh", "30/QĐ-UBND", false],
    ["Nghị định số 99/2021/NĐ-Cp ngày 11/11/2021 của Chính phủ", "99/2021/NĐ-CP", false],
    ["Quyết định số 31/QĐ-TTG ngày 08/01/2024 của Thủ tướng Chính phủ", "31/QĐ-TTg", false],
    ["Nghị định số 99/2021/NĐCP ngày 11/11/2021 của Chính phủ", "99/2021/NĐ-CP", false],
    ["Nghị quyết số 11NQ/TW ngày 03/6/2017 của Ban Chấp hành Trung ương Đảng", "11-NQ/TW", false],
    ["Thông tư số 15/2024/TT-BGDDT ngày 28/11/2024 của Bộ Giáo dục và Đào tạo", "15/2024/TT-BGDĐT", false],
    ["Kế hoạch số 12/2025/KH-UBND ngày 05/01/2025 của Ủy ban nhân dân tỉnh", "12/KH-UBND", false],
    // Blanks only: mended without a question
    ["Tờ trình số 18/TTr- SNV ngày 05/01/2026 của Sở Nội vụ", "18/TTr-SNV", true],
    ["Kế hoạch số 12 /KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh", "12/KH-UBND", true],
  ])("%s", (cited, right, safe) => {
    const text = inBody(`Thực hiện ${cited} về phát thanh.`);
    const [first, ...rest] = check(text).diagnostics;
    expect([first!.code, first!.fix?.safe, rest.length]).toEqual(["VB101", safe, 0]);
    expect(first!.fix!.edits[0]!.text).toBe(right);
    expect(found(applied(text, first!.fix!))).toEqual([]);
  });
});

describe("VB102 dates", () => {
  it("knows that the first resolutions of January come every year", () => {
    const year = (day: string): string => `Thực hiện Nghị quyết số 01/NQ-CP ngày ${day} của Chính phủ.`;
    expect(marked(inBody(year("08/01/2022"), year("05/01/2024")), /VB102/)).toEqual([]);
  });

  it("takes two names of one office for one, and is careful without an issuer", () => {
    const decision = (day: string, of: string): string =>
      `Thực hiện Quyết định số 182/QĐ-UBND ngày ${day}${of} về phát thanh.`;
    const two = (a: string, b: string): string[] =>
      check(inBody(decision("10/6/2025", a), decision("16/6/2025", b)))
        .diagnostics.filter(({ code }) => code === "VB102")
        .map(({ severity }) => severity);
    expect(two(" của UBND tỉnh", " của Ủy ban nhân dân tỉnh")).toEqual(["warning"]);
    expect(two(" của UBND tỉnh", "")).toEqual(["notice"]);
    expect(two(" của UBND tỉnh", " của UBND huyện Hương Sơn")).toEqual([]);
  });
});

describe("VB103 types", () => {
  it.each([
    ["Nghị quyết số 182/QĐ-UBND", ["VB103 Nghị quyết"]],
    ["Quyết định số 12/2025/TT-BNV", ["VB103 Quyết định"]],
    // The Party means both by QĐ; a scheme goes by the number of its decision.
    ["Quy định số 41-QĐ/TW", []],
    ["Quyết định số 217-QĐ/TW", []],
    ["Đề án số 06/QĐ-TTg", []],
    ["Thông tư liên tịch số 11/2015/TTLT-BTC-BNV", []],
  ])("%s", (cited, expected) => {
    expect(marked(inBody(`Thực hiện ${cited} về phát thanh.`), /VB103/)).toEqual(expected);
  });
});

describe("VB108 issuers", () => {
  const cited = (number: string, issuer: string): string[] =>
    marked(inBody(`Thực hiện ${number} ngày 10/6/2025 của ${issuer} về phát thanh.`), /VB108/);
  it.each([
    ["Nghị định số 99/2025/NĐ-CP", "Thủ tướng Chính phủ"],
    ["Quyết định số 99/QĐ-TTg", "Chính phủ"],
    ["Thông tư số 19/2025/TT-BNV", "Bộ Tài chính"],
    ["Nghị quyết số 09/NQ-HĐND", "Ủy ban nhân dân tỉnh"],
    ["Quyết định số 99/QĐ-UBND", "Hội đồng nhân dân tỉnh"],
    ["Nghị quyết số 09-NQ/TU", "Ủy ban nhân dân tỉnh"],
  ])("%s is not of %s", (number, issuer) => {
    expect(cited(number, issuer)).toEqual([`VB108 ${issuer}`]);
  });
  it.each([
    ["Quyết định số 99/QĐ-TTg", "Phó Thủ tướng Chính phủ"],
    ["Thông tư số 19/2025/TT-BNV", "Bộ trưởng Bộ Nội vụ"],
    ["Thông tư số 19/2025/TT-BGDĐT", "Bộ GDĐT"],
    ["Quyết định số 99/QĐ-UBND", "Chủ tịch UBND tỉnh"],
    ["Nghị quyết số 09-NQ/TU", "Ban Thường vụ Thành ủy"],
    ["Kế hoạch số 09-KH/TW", "Bộ Chính trị"],
    ["Thông tư liên tịch số 11/2015/TTLT-BTC-BNV", "Bộ Tài chính và Bộ Nội vụ"],
  ])("%s may be of %s", (number, issuer) => {
    expect(cited(number, issuer)).toEqual([]);
  });
});

it("VB109 lets a later mention in short name the office alone", () => {
  const full = "Quán triệt Kế hoạch số 83-KH/TU ngày 12/6/2025 của Ban Thường vụ Tỉnh ủy về phát thanh.";
  expect(found(inBody(full, "Học tập Kế hoạch số 83-KH/TU của Tỉnh ủy."))).toEqual([]);
  expect(found(inBody(full, "Học tập Kế hoạch số 83-KH/TU của Ban Chấp hành Đảng bộ tỉnh."))).toEqual([
    "VB109 Ban Chấp hành Đảng bộ tỉnh",
  ]);
});

describe("VB110 numbers near a known one", () => {
  const title = "Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030";
  const cited = (number: string, date: string, rest: string): string[] =>
    severities(inBody(`Thực hiện Quyết định số ${number}/QĐ-TTg${date} của Thủ tướng Chính phủ ${rest}.`));
  it("is sure of day and title, careful without the day, silent on another matter", () => {
    expect(cited("794", " ngày 03/6/2020", `phê duyệt ${title}`)).toEqual(["VB110 warning"]);
    expect(cited("794", "", `phê duyệt ${title}`)).toContain("VB110 notice");
    expect(cited("751", " ngày 03/6/2020", "về phát thanh ở cơ sở")).toEqual([]);
    expect(cited("1200", "", `phê duyệt ${title}`)).not.toContain("VB110 notice");
  });
});

describe("VB111, VB112 marks in a citation", () => {
  it("are mended safely, and the mended text is clean", () => {
    for (const cited of ["Nghị quyết 76/NQ-CP ngày 15/7/2021", "Nghị quyết số 76/NQ-CP, ngày 15/7/2021"]) {
      const text = inBody(`Quán triệt ${cited} của Chính phủ.`);
      const [one] = check(text).diagnostics;
      expect(one!.fix!.safe).toBe(true);
      expect(applied(text, one!.fix!)).toContain("Quán triệt Nghị quyết số 76/NQ-CP ngày 15/7/2021 của");
    }
  });
  it("leave nicknames, laws and the Party's own documents alone", () => {
    expect(found(inBody("Triển khai Đề án 06/CP; thực hiện Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15."))).toEqual([]);
    const party = inBody("Quán triệt Kế hoạch số 03-KH/TU, ngày 12/6/2025 của Ban Thường vụ Tỉnh ủy.").replace(
      "ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND",
      "ĐẢNG ỦY XÃ AN BÌNH\nsố: …-KH/ĐU",
    );
    expect(marked(party, /VB112/)).toEqual([]);
  });
});

describe("VB113 first mentions", () => {
  it.each([
    "Quán triệt Luật Thực hiện dân chủ ở cơ sở.",
    "Quán triệt Nghị quyết số 76/NQ-CP ngày … tháng … năm 2026 của Chính phủ.",
    "Các nghị định được Chính phủ ban hành, như: Nghị định số 73/2023/NĐ-CP ngày 29/9/2023 quy định về khuyến khích cán bộ.",
    "Giải quyết theo đề nghị của Ban An toàn giao thông tại Tờ trình số 39/TTr-BATGT ngày 05/01/2026.",
    "Ngày 05/01/2026, UBND tỉnh đã có Văn bản số 95/UBND-NC về tuyên truyền.",
    "Áp dụng quy trình hiện hành (Quyết định số 12/QĐ-UBND).",
    "Quán triệt các Nghị quyết số 18-NQ/TW, số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng.",
    "Quán triệt Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi Nghị định số 63/2010/NĐ-CP.",
  ])("say enough: %s", (point) => {
    expect(marked(inBody(point), /VB113/)).toEqual([]);
  });
  it("are first in the file, whatever the place", () => {
    const opening =
      "Thực hiện Quyết định số 95/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã ban hành Kế hoạch như sau:";
    const later = inBody("Quán triệt Quyết định số 95/QĐ-UBND.");
    expect(marked(later, /VB113/)).toEqual(["VB113 Quyết định số 95/QĐ-UBND"]);
    expect(marked(later.replace("Ủy ban nhân dân xã ban hành Kế hoạch như sau:", opening), /VB113/)).toEqual([]);
  });
  it("are a warning in a basis without its day", () => {
    expect(severities(onDay("10/01/2026", "Nghị định số 73/2023/NĐ-CP của Chính phủ về khuyến khích cán bộ"))).toEqual([
      "VB113 warning",
    ]);
  });
});

it("VB124 leaves to the registry what it knows", () => {
  const cited = (number: string, day: string): string[] =>
    marked(inBody(`Quán triệt Nghị định số ${number} ngày ${day} của Chính phủ về phát thanh.`), /VB10[26]|VB124/);
  expect(cited("99/2023/NĐ-CP", "12/5/2024")).toEqual(["VB124 99/2023/NĐ-CP ngày 12/5/2024"]);
  expect(cited("85/2023/NĐ-CP", "07/12/2022")).toEqual(["VB102 07/12/2022"]);
  expect(cited("99/NQ-CP", "12/5/2024")).toEqual([]);
});

describe("legal bases", () => {
  const bases = (...lines: readonly string[]): string =>
    example({ opening: `${lines.join(";\n")}.\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:` });
  const law = "Căn cứ Luật Thực hiện dân chủ ở cơ sở";
  const decree =
    "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết Luật Thực hiện dân chủ ở cơ sở";
  it("VB114 orders what ranks, and nothing else", () => {
    expect(found(bases(decree, law))).toEqual(["VB114 Luật Thực hiện dân chủ ở cơ sở"]);
    expect(
      found(bases(law, decree, "Thực hiện Kế hoạch số 5/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh")),
    ).toEqual([]);
    expect(found(bases("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", law))).toEqual([]);
    expect(found(bases("Theo đề nghị của Công chức Tư pháp", law))).toHaveLength(1);
  });
  it("VB115 knows a document named inside another's title", () => {
    expect(found(bases(law, decree))).toEqual([]);
    expect(found(bases(law, "Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"))).toHaveLength(1);
  });
  it("VB117 puts the second on its own line", () => {
    const text = bases(`${law}; căn cứ Nghị quyết của Hội đồng nhân dân xã về nhiệm vụ năm 2026`);
    const [one] = check(text).diagnostics;
    expect(one!.code).toBe("VB117");
    expect(found(applied(text, one!.fix!))).toEqual([]);
  });
  it("VB119 asks for the superior's plan of the year", () => {
    const plan = (title: string): string[] =>
      found(onDay("10/01/2026", `Kế hoạch số 36/KH-UBND ngày 26/01/2025 của Ủy ban nhân dân tỉnh ${title}`));
    expect(plan("tuyên truyền cải cách hành chính năm 2025")).toEqual(["VB119 2025"]);
    expect(plan("tuyên truyền cải cách hành chính giai đoạn 2025-2030")).toEqual([]);
    expect(plan("chuyển đổi số năm 2025")).toEqual([]);
  });
});

describe("VB118 series", () => {
  const decision = (number: string, day: string, of = "Ủy ban nhân dân tỉnh"): string =>
    `Thực hiện Quyết định số ${number}/QĐ-UBND ngày ${day} của ${of} về phát thanh.`;
  it("marks the number that fits none of the others", () => {
    expect(
      found(inBody(decision("900", "05/5/2025"), decision("95", "20/8/2025"), decision("1800", "15/9/2025"))),
    ).toEqual(["VB118 95/QĐ-UBND"]);
    expect(found(inBody(decision("2709", "17/11/2024"), decision("66", "22/11/2025")))).toEqual(["VB118 66/QĐ-UBND"]);
  });
  it("leaves other bodies, near days and small offices alone", () => {
    expect(found(inBody(decision("900", "05/5/2025"), decision("95", "20/8/2025", "UBND huyện Hương Sơn")))).toEqual(
      [],
    );
    expect(found(inBody(decision("905", "05/5/2025"), decision("900", "08/5/2025")))).toEqual([]);
    expect(found(inBody(decision("60", "17/11/2024"), decision("12", "22/11/2025")))).toEqual([]);
    expect(found(inBody(decision("2709", "17/11/2024"), decision("66", "22/01/2025")))).toEqual([]);
  });
  it("measures central numbers by the registry", () => {
    const cited = (number: number): string =>
      inBody(`Thực hiện Quyết định số ${number}/QĐ-TTg ngày 15/12/2020 của Thủ tướng Chính phủ về phát thanh.`);
    expect(found(cited(300))).toEqual(["VB118 300/QĐ-TTg"]);
    expect(found(cited(2120))).toEqual([]);
  });
});

describe("VB121 a decision and its plan", () => {
  it("compares with the document above", () => {
    const annexed = (line: string): string =>
      example({
        head: "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: 12/KH-UBND\nngày: 05/01/2026",
        body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Thực hiện các việc trong Phụ lục kèm theo.",
        annexes: `phụ lục: NHIỆM VỤ\nkèm theo: (Kèm theo Kế hoạch số ${line} của Ủy ban nhân dân xã An Bình)\n\nPhát thanh mỗi tuần một lần./.`,
      });
    expect(marked(annexed("12/KH-UBND ngày 06/01/2026"), /VB121/)).toEqual(["VB121 ngày 06/01/2026"]);
    expect(marked(annexed("…/KH-UBND ngày …/01/2026"), /VB121/)).toEqual([]);
  });
});

it("VB122 leaves a document that ends in “ban hành” alone", () => {
  expect(
    marked(inBody("Quán triệt Nghị quyết số 76/NQ-CP ngày 15/7/2021 do Chính phủ ban hành; Kế hoạch của xã."), /VB122/),
  ).toEqual([]);
});

describe("VB123 the files of one run", () => {
  const planOf = (text: string, path: string): Plan => toPlan(parse(fileOf(text, path)).value, registries).value;
  const together = (...texts: readonly string[]): string[][] => {
    const plans = texts.map((text, index) => planOf(text, `${index + 1}.plan`));
    return lintTogether(plans, registries).map((list, index) =>
      list.map(({ severity, span, message }) => {
        const other = /trong (\S+)/.exec(message)?.[1];
        return `${severity} ${texts[index]!.slice(span.start, span.end)} ${other}`;
      }),
    );
  };
  const cites = (day: string, issuer = "Ủy ban nhân dân tỉnh Hà Tĩnh"): string =>
    inBody(`Thực hiện Quyết định số 182/QĐ-UBND ngày ${day} của ${issuer} về phát thanh.`);
  it("names the other file in each", () => {
    expect(together(cites("10/6/2025"), cites("16/6/2025"), cites("10/6/2025"))).toEqual([
      ["warning ngày 10/6/2025 2.plan"],
      ["warning ngày 16/6/2025 1.plan"],
      ["warning ngày 10/6/2025 2.plan"],
    ]);
  });
  it("does not take two offices for one", () => {
    expect(together(cites("10/6/2025"), cites("16/6/2025", "Ủy ban nhân dân tỉnh Hà Nam"))).toEqual([[], []]);
    // Two communes that may lie in two provinces
    const nameless = "Ủy ban nhân dân tỉnh";
    expect(together(cites("10/6/2025", nameless), cites("16/6/2025", nameless))).toEqual([[], []]);
  });
  it("blames no citation that the registry knows, and no file for itself", () => {
    const resolution = (day: string): string => inBody(`Thực hiện Nghị quyết số 76/NQ-CP ngày ${day} của Chính phủ.`);
    const [first, second] = together(resolution("15/7/2021"), resolution("25/7/2021"));
    expect(first).toEqual([]);
    expect(second).toEqual(["warning ngày 25/7/2021 1.plan"]);
    expect(together(resolution("15/7/2021"))).toEqual([[]]);
  });
  it("holds a plan's own date against those who cite it", () => {
    const own = example({ head: "cơ quan: ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\nsố: 08/KH-UBND\nngày: 08/01/2024" });
    const citing = inBody(
      "Thực hiện Kế hoạch số 08/KH-UBND ngày 18/01/2024 của Ủy ban nhân dân tỉnh Hà Tĩnh về phát thanh.",
    );
    expect(together(own, citing)).toEqual([["notice 08/01/2024 2.plan"], ["warning ngày 18/01/2024 1.plan"]]);
  });
});
