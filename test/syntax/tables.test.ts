/** Task tables and literal tables: language rules 30–38 and literal rows. */
import { describe, expect, it } from "vitest";
import { body, read, readClean } from "./reading.ts";

const tree = (text: string): string => readClean(body(text)).outline.split("\n").slice(2).join("\n");
const codes = (text: string): string[] => read(body(text)).diagnostics.map((diagnostic) => diagnostic.code);

describe("task tables", () => {
  it("open in the body or an annex, with options below the columns or after a blank line", () => {
    expect(
      tree("I. MỘT\n\ncột: TT | NHIỆM VỤ\nđánh số: theo nhóm\n\nđộ rộng: 1 | 9\nhàng số: (1) | (2)\n\nnhiệm vụ: Hai\n"),
    ).toBe(
      "  I. MỘT\n    table TT | NHIỆM VỤ\n      .numbering = theo nhóm\n      .widths = 1 | 9\n      .number-row = (1) | (2)\n      task-row Hai",
    );
  });

  it("have columns of two levels and written bindings, over several lines", () => {
    expect(
      tree(
        "cột: TT | KINH PHÍ > NSTW | KINH PHÍ > NSĐP\n| Đơn vị làm = chủ trì | HẠN \\> CUỐI\ncùng\n\nnhiệm vụ: Hai\n",
      ),
    ).toBe("  table TT | KINH PHÍ > NSTW | KINH PHÍ > NSĐP | Đơn vị làm = chủ trì | HẠN > CUỐI cùng\n    task-row Hai");
    expect(tree("cột: | TT | NHIỆM VỤ |\n\nnhiệm vụ: Hai\n")).toContain("table TT | NHIỆM VỤ\n");
  });

  it("take known fields, labels and their own columns as keys of a row", () => {
    expect(
      tree(
        "cột: TT | NHIỆM VỤ | ĐỊA ĐIỂM | ĐƠN VỊ TÍNH\n\nNHIEM VU: Hai\nđịa điểm: xã\n  Thoi gian: quý I\n  cơ quan chủ trì: ba\n  đơn vị tính: buổi\n  dia diem: thôn\n",
      ),
    ).toBe(
      "  table TT | NHIỆM VỤ | ĐỊA ĐIỂM | ĐƠN VỊ TÍNH\n    task-row Hai\n      .“địa điểm” = xã\n      .time = quý I\n      .lead = ba\n      .“đơn vị tính” = buổi\n      .“dia diem” = thôn",
    );
  });

  it("rule 30: rows may follow blank lines; anything else after one ends the table", () => {
    expect(
      tree(
        "cột: TT | NHIỆM VỤ\n\nnhóm: I. Một\n\nnhiệm vụ: Hai\n  chủ trì: ba\n\nviệc: Bốn\n\ntổng: Cộng\n\nchủ trì: lời văn.\n",
      ),
    ).toBe(
      "  table TT | NHIỆM VỤ\n    group-row I. Một\n    task-row Hai\n      .lead = ba\n      sub-row Bốn\n    total-row Cộng\n  ¶ chủ trì: lời văn.",
    );
  });

  it("rule 32: bullets and wrapped lines belong to the field above; a repeated key is a second field", () => {
    expect(
      tree(
        "cột: TT | NHIỆM VỤ\n\nnhiệm vụ: Một\n- Một a\n+ Một b\nnối\n  sản phẩm: Hai\n  - Ba\n  nối\n  1. Bốn\n  a) Năm\n  sản phẩm: Sáu\n",
      ),
    ).toBe(
      "  table TT | NHIỆM VỤ\n    task-row Một / - Một a / + Một b nối\n      .products = Hai / - Ba nối / 1. Bốn / a) Năm\n      .products = Sáu",
    );
  });

  it("rules 34 and 35: sub-rows with and without a title, keys left out or empty", () => {
    const { document } = readClean(
      body(
        "cột: TT | NHIỆM VỤ\n\nnhiệm vụ: Một\n  thời gian: quý I\n  việc:\n    thời gian: quý II\n  việc: Ba\n    thời gian:\n",
      ),
    );
    const table = document.body[0]!;
    if (table.kind !== "task-table") throw new Error("không phải bảng");
    const row = table.rows[0]!;
    if (row.kind !== "task-row") throw new Error("không phải nhiệm vụ");
    expect(row.fields.length).toBe(1);
    expect(row.subRows.map((sub) => [sub.title?.inlines.length, sub.fields[0]?.items.length])).toEqual([
      [undefined, 1],
      [1, 0],
    ]);
  });

  it("rule 36: a typed number", () => {
    expect(tree("cột: TT | NHIỆM VỤ\n\nnhiệm vụ 3.: Ba\n\nnhiệm vụ 4: Bốn\n\nnhiem vu II.1: Năm\n")).toContain(
      "task-row 3. Ba\n    task-row 4 Bốn\n    task-row II.1 Năm",
    );
  });

  it("rule 38: groups with the mark in its own cell, or none", () => {
    expect(tree("cột: TT | NHIỆM VỤ\n\nnhóm: I. Một\n\nnhóm: II | Hai\n\nnhóm: | Ba | bốn\nnối\n")).toContain(
      "group-row I. Một\n    group-row [II] Hai\n    group-row [] Ba | bốn nối",
    );
  });

  it("a total row has fields", () => {
    expect(tree("cột: TT | NHIỆM VỤ | KINH PHÍ\n\ntổng: Cộng\n  kinh phí: 251\n")).toContain(
      "total-row Cộng\n      .budget = 251",
    );
  });

  it("end at a heading directly below", () => {
    expect(tree("I. MỘT\ncột: TT | NHIỆM VỤ\n\nnhiệm vụ: Hai\nII. BA\n")).toBe(
      "  I. MỘT\n    table TT | NHIỆM VỤ\n      task-row Hai\n  II. BA",
    );
  });

  it("end at recipients, a signature or an annex directly below", () => {
    expect(
      readClean(body("cột: TT | NHIỆM VỤ\n\nnhiệm vụ: Hai\nnơi nhận:\n- Ba.\nký:\nCHỦ TỊCH\nphụ lục: BỐN\n")).outline,
    ).toContain("    task-row Hai\n  recipients: - Ba.\n  signature: CHỦ TỊCH\n  annex -: BỐN");
  });

  it("report unknown fields, sub-rows without a task, missing columns, fields of a group", () => {
    expect(read(body("cột: TT | NHIỆM VỤ\n\nnhiệm vụ: Hai\n  chủ trỉa: ba\n")).found).toEqual(["CP011 7:3 “chủ trỉa”"]);
    expect(codes("cột: TT | NHIỆM VỤ\n\nviệc: Hai\n")).toEqual(["CP012"]);
    expect(codes("cột:\n\nnhiệm vụ: Hai\n")).toEqual(["CP025"]);
    expect(codes("cột: TT | NHIỆM VỤ\n\nnhóm: I\nchủ trì: ba\n")).toEqual(["CP027"]);
  });

  it("keep words with a colon that are no key as words of the cell", () => {
    expect(tree("cột: TT | NHIỆM VỤ\n\nnhiệm vụ: Một\n  sản phẩm: Báo cáo gồm\n  phần đầu: hai\n")).toContain(
      ".products = Báo cáo gồm phần đầu: hai",
    );
  });

  it("rule 31: a task outside a table is an error with a numbered division as its fix", () => {
    const { found, diagnostics, source, outline } = read(
      body("I. MỘT\n\n1. Hai\n\nnhiệm vụ: Phát thanh\n  chủ trì: Các thôn\n  thời gian: quý I\n"),
    );
    expect(found).toEqual(["CP009 8:1 “nhiệm vụ”"]);
    expect(outline).toContain("error nhiệm vụ: Phát thanh");
    let text = source.text;
    for (const edit of [...diagnostics[0]!.fix!.edits].sort((a, b) => b.span.start - a.span.start))
      text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    expect(readClean(text).outline).toContain("    2. Phát thanh\n      - chủ trì: Các thôn\n      - thời gian: quý I");
  });
});

describe("the own columns of a table", () => {
  const fields = (columns: string, lines: string): string =>
    tree(`cột: TT | NHIỆM VỤ | ${columns}\n\nnhiệm vụ: A\n${lines}`).split("\n").slice(2).join("\n");
  const columnsOf = (columns: string, lines: string): (number | undefined)[] => {
    const table = readClean(body(`cột: TT | NHIỆM VỤ | ${columns}\n\nnhiệm vụ: A\n${lines}`)).document.body[0];
    const row = table?.kind === "task-table" ? table.rows[0] : undefined;
    return (row?.fields ?? []).map((field) => field.column);
  };

  it("are keys of a row whatever characters they have", () => {
    expect(
      fields(
        "THỜI GIAN | KINH PHÍ > 2026 | KINH PHÍ > 2027 - 2030",
        "  thời gian: Quý IV/2026\n  2026: 35\n  2027 - 2030: 20\n",
      ),
    ).toBe("      .time = Quý IV/2026\n      .“2026” = 35\n      .“2027 - 2030” = 20");
    expect(
      fields(
        "TỈ LỆ (%) | Số/ngày | (1) | “A” | 1. Thu | KP (ĐVT: triệu đồng) | A\\|B | 3 \\> 2",
        "  tỉ lệ (%): 5\n  so / ngay: 6\n  (1): 7\n  “a”: 8\n  1. thu: 9\n  **KP (ĐVT: triệu đồng)**: 10\n  a\\|b: 11\n  3 \\> 2: 12: 13\n",
      ),
    ).toBe(
      "      .“tỉ lệ (%)” = 5\n      .“so / ngay” = 6\n      .“(1)” = 7\n      .““a”” = 8\n      .“1. thu” = 9\n      .“KP (ĐVT: triệu đồng)” = 10\n      .“a\\|b” = 11\n      .“3 \\> 2” = 12: 13",
    );
  });

  it("are told by their whole names too, and know their column", () => {
    expect(
      columnsOf(
        "KINH PHÍ > 2026 | KINH PHÍ > 2027 – 2030 | THU > 2026 | 2026",
        "  KINH PHÍ>2026: 1\n  kinh phí > 2027-2030: 2\n  thu  >  2026: 3\n  2026: 4\n  2027—2030: 5\n",
      ),
    ).toEqual([2, 3, 4, 5, 3]);
  });

  it("may go on over lines", () => {
    expect(columnsOf("NGUỒN\nVỐN | KP >\n2026 |\nKP > 2027", "  nguồn vốn: x\n  2026: 1\n  kp > 2027: 2\n")).toEqual([
      2, 3, 4,
    ]);
  });

  it("win over what would end the table", () => {
    expect(fields("KÝ | NƠI NHẬN | PHỤ LỤC | TỔNG", "  ký: a\n  nơi nhận: b\n  phụ lục: c\n  tổng: d\n")).toBe(
      "      .“ký” = a\n      .“nơi nhận” = b\n      .“phụ lục” = c\n      .“tổng” = d",
    );
  });

  it("are no keys with an escaped colon, and not outside a row", () => {
    expect(fields("2026", "  thời gian: a\n  2026\\: b\n")).toBe("      .time = a 2026: b");
    expect(tree("cột: NHIỆM VỤ | 2026\n\nnhiệm vụ: A\n\n2026: b\n")).toContain("¶ 2026: b");
  });

  it("need their whole name where two have the same last one, or only the upper one is given", () => {
    const two = "cột: TT | NHIỆM VỤ | KINH PHÍ > 2026 | THU > 2026\n\nnhiệm vụ: A\n";
    const { found, diagnostics } = read(body(`${two}  2026: 35\n`));
    expect(found).toEqual(["CP030 7:3 “2026”"]);
    expect(diagnostics[0]!.message).toContain("“KINH PHÍ > 2026”, “THU > 2026”");
    expect(read(body(`${two}  thu > 2026: 35\n  KINH PHÍ > 2026: 3\n`)).found).toEqual([]);
    expect(
      read(body("cột: TT | NHIỆM VỤ | SỐ BUỔI > Xã | SỐ BUỔI > Thôn\n\nnhiệm vụ: A\n  số buổi: 3\n")).found,
    ).toEqual(["CP030 7:3 “số buổi”"]);
    expect(read(body("cột: TT | NHIỆM VỤ | X | X\n\nnhiệm vụ: A\n  X: 3\n")).found).toEqual(["CP030 7:3 “X”"]);
  });
});

describe("lines of a row that were probably meant as fields", () => {
  const row = (lines: string): readonly string[] =>
    read(body(`cột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN\n\nnhiệm vụ: Phát thanh\n${lines}`)).found;

  it("are words of the cell above, with a notice", () => {
    expect(row("  thời gian: quý I\n  địa điểm: Nhà văn hóa\n")).toEqual(["CP031 8:3 “địa điểm”"]);
    expect(row("  địa điểm:\n  - Nhà văn hóa\n")).toEqual(["CP031 7:3 “địa điểm”"]);
    expect(row("  thời gian: quý I\n  2027: 35\n")).toEqual(["CP031 8:3 “2027”"]);
  });

  it("are compared with the columns whose names have figures or levels", () => {
    const { found, diagnostics } = read(
      body(
        "cột: TT | NHIỆM VỤ | KINH PHÍ > Năm 2026 | KINH PHÍ > Nguồn khác\n\nnhiệm vụ: A\n  Năm 2025: 35\n  KINH PHI > Nguồn khá: 3\n  ngày 15/3: Khai mạc\n",
      ),
    );
    expect(found).toEqual(["CP031 7:3 “Năm 2025”", "CP031 8:3 “KINH PHI > Nguồn khá”"]);
    expect(diagnostics[0]!.message).toContain("Có phải “Năm 2026”?");
    expect(diagnostics[0]!.fix?.edits).toMatchObject([{ text: "Năm 2026" }]);
  });

  it("raise no notice when the sentence above goes on, or for words of a sentence", () => {
    expect(row("  thời gian: quý I,\n  trong đó: Tháng 3\n")).toEqual([]);
    expect(row("  thời gian: chia hai đợt:\n  đợt một: Tháng 3\n")).toEqual([]);
    expect(row("  thời gian: hai đợt\n  đợt một\\: Tháng 3\n")).toEqual([]);
    expect(row("  thời gian: hai đợt\n  trong năm gồm có đợt một: Tháng 3\n")).toEqual([]);
    expect(row("  thời gian: hai đợt\n  - đợt một: Tháng 3\n")).toEqual([]);
    expect(row("  thời gian: 07 giờ 30: tập trung\n  08 giờ 00: khai mạc\n")).toEqual([]);
  });

  it("get a notice when the colon of a key is missing", () => {
    expect(row("  chủ trì Phòng Nội vụ\n")).toEqual(["CP029 7:3 “chủ trì”"]);
    expect(row("  chủ trì: Phòng Nội vụ\n  thoi gian 01 lần/quý\n")).toEqual(["CP029 8:3 “thoi gian”"]);
    expect(row("  chủ trì: Các thôn,\n  phối hợp Phòng Nội vụ\n")).toEqual([]);
    expect(row("  thời gian: quý I\n  phối hợp thực hiện\n")).toEqual([]);
    expect(row("  chủ trì Phòng Nội vụ\n  chủ trì: Các thôn\n")).toEqual([]);
  });
});

describe("tasks outside a table, without blank lines", () => {
  it("are still found when fields follow, and are prose when none do", () => {
    expect(codes("I. NHIỆM VỤ\nnhiệm vụ: Một\n  chủ trì: hai\nnhiệm vụ: Ba\n  chủ trì: bốn\n")).toEqual([
      "CP009",
      "CP009",
    ]);
    expect(tree("I. MỘT\n\nCác thôn thực hiện\nnhiệm vụ: hai, ba.\n\nNhiệm vụ:\n\n- Bốn.")).toBe(
      "  I. MỘT\n    ¶ Các thôn thực hiện nhiệm vụ: hai, ba.\n    ¶ Nhiệm vụ:\n    - Bốn.",
    );
  });
});

describe("literal tables", () => {
  it("have head rows above the rule, merged cells, empty cells and escapes", () => {
    expect(
      tree(
        "I. MỘT\n\nbảng: Số liệu\ncăn: giữa | phải\n| A | B | < |\n| ^ | b | c |\n|---|:--:|---|\n| 1 | | x \\| y |\n| 2 | **đậm** | \\^ |\n\nĐoạn.",
      ),
    ).toBe(
      "  I. MỘT\n    grid Số liệu\n      .align = giữa | phải\n      head A | B | <\n      head ^ | b | c\n      row 1 |  | x | y\n      row 2 | <b>đậm</b> | ^\n    ¶ Đoạn.",
    );
  });

  it("take the first row for the head when there is no rule, and options below the rows", () => {
    expect(tree("bảng:\n\n| A | B |\n| 1 | 2 |\nđộ rộng: 1 | 2\n")).toBe(
      "  grid \n    .widths = 1 | 2\n    head A | B\n    row 1 | 2",
    );
  });

  it("go on over lines when a row is not closed", () => {
    expect(tree("bảng:\n| A | dài\nnối tiếp |\n| 1 | 2\n\n| 3 | 4 |\n")).toBe(
      "  grid \n    head A | dài nối tiếp\n    row 1 | 2\n    row 3 | 4",
    );
  });

  it("warn of options that only counted rows have", () => {
    expect(read(body("bảng: A\ncăn: giữa\nkhổ giấy: ngang\nhàng số: (1)\n| B |\n")).found).toEqual([
      "CP032 7:1 “hàng số”",
    ]);
  });

  it("without “bảng:” are read, with a warning whose fix adds it", () => {
    const { found, diagnostics, source } = read(body("I. MỘT\n\n| A | B |\n| 1 | 2 |\n"));
    expect(found).toEqual(["CP013 6:1 “|”"]);
    const edit = diagnostics[0]!.fix!.edits[0]!;
    const fixed = source.text.slice(0, edit.span.start) + edit.text + source.text.slice(edit.span.end);
    expect(readClean(fixed).outline).toContain("grid \n      head A | B\n      row 1 | 2");
  });

  it("give each cell its span", () => {
    const { document, source } = readClean(body("bảng:\n| A |  B b | |\n"));
    const grid = document.body[0]!;
    if (grid.kind !== "literal-table") throw new Error("không phải bảng");
    expect(grid.rows[0]!.cells.map((cell) => source.text.slice(cell.span.start, cell.span.end))).toEqual([
      "A",
      "B b",
      "",
    ]);
  });
});
