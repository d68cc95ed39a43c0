import { describe, expect, it } from "vitest";
import { cellsOf, tableOf, withBody } from "./support.ts";

const tableIn = (text: string) => {
  const bound = withBody(`I. NHIỆM VỤ\n\n${text}\n`);
  return { ...bound, table: tableOf(bound.document.content) };
};

const standard = "cột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN | GHI CHÚ\n";

describe("the paper of literal tables", () => {
  it("is what they say", () => {
    const paperOf = (options: string) => {
      const { document } = withBody(`I. SỐ LIỆU\n\nbảng: A\n${options}| B | C |\n| 1 | 2 |\n`);
      const content = document.divisions[0]!.children[0]!;
      return content.kind === "grid" ? content.grid.landscape : null;
    };
    expect(paperOf("khổ giấy: ngang\n")).toBe(true);
    expect(paperOf("khổ giấy: dọc\n")).toBe(false);
    expect(paperOf("")).toBeUndefined();
  });
});

describe("columns", () => {
  const roles = (columns: string) => tableIn(`${columns}\n\nnhiệm vụ: A\n`).table.columns.map((column) => column.role);
  it("bind by their names", () => {
    expect(
      roles("cột: STT | NỘI DUNG CÔNG VIỆC | ĐƠN VỊ CHỦ TRÌ | CƠ QUAN PHỐI HỢP | TIẾN ĐỘ | KẾT QUẢ | NGUỒN KINH PHÍ"),
    ).toEqual(["ordinal", "task", "lead", "partners", "time", "products", "budget"]);
  });
  it("bind by what stands after =", () => {
    expect(roles("cột: TT | VIỆC = nhiệm vụ | AI LÀM = chủ trì | BAO GIỜ = thời gian")).toEqual([
      "ordinal",
      "task",
      "lead",
      "time",
    ]);
  });
  it("of two levels bind by the lower, and shares of a budget are budget", () => {
    const { table, document } = tableIn(
      "cột: TT | NHIỆM VỤ | THỜI GIAN > BẮT ĐẦU | THỜI GIAN > KẾT THÚC | KINH PHÍ > NSTW | KINH PHÍ > NSĐP\n\nnhiệm vụ: A\n  bắt đầu: 01/3/2026\n  kết thúc: 15/4/2026\n  NSTW: 10\n  NSĐP: 5\n",
    );
    expect(table.columns.map((column) => column.role)).toEqual(["ordinal", "task", "start", "end", "budget", "budget"]);
    expect(table.columns[2]!.headings.map((one) => one.text)).toEqual(["THỜI GIAN", "BẮT ĐẦU"]);
    expect(cellsOf(table.rows[0]!)).toEqual(["1", "A", "01/3/2026", "15/4/2026", "10", "5"]);
    expect(document.tasks[0]!.budget).toBe("NSTW: 10; NSĐP: 5");
    expect(document.tasks[0]!.times.map((one) => [one.time.kind, one.time.words])).toEqual([
      ["between", "từ 01/3/2026 đến 15/4/2026"],
    ]);
  });
  it("of two levels are filled by their own names, whole or last, whatever characters those have", () => {
    const { table, codes } = tableIn(
      "cột: TT | NHIỆM VỤ | KINH PHÍ {năm} > 2026 | KINH PHÍ {năm} > 2027 - 2030 | THU > 2026\n\nnhiệm vụ: A\n  KINH PHÍ {năm} > 2026: 35\n  2027-2030: 20\n  thu > 2026: 7\n",
    );
    expect(codes).toEqual([]);
    expect(cellsOf(table.rows[0]!)).toEqual(["1", "A", "35", "20", "7"]);
  });
  it("take NỘI DUNG or the first other column for the task where none is called so", () => {
    expect(roles("cột: TT | NỘI DUNG | DỰ TOÁN (triệu đồng) | THỜI GIAN (tháng)")).toEqual([
      "ordinal",
      "task",
      "budget",
      "time",
    ]);
    expect(roles("cột: TT | NỘI DUNG | DỰ TOÁN (triệu đồng) > TRUNG ƯƠNG | DỰ TOÁN (triệu đồng) > ĐỊA PHƯƠNG")).toEqual(
      ["ordinal", "task", "budget", "budget"],
    );
    expect(roles("cột: TT | NỘI DUNG | CHỦ TRÌ")).toEqual(["ordinal", "task", "lead"]);
    expect(roles("cột: TT | THÔN | CHỦ TRÌ")).toEqual(["ordinal", "task", "lead"]);
    expect(roles("cột: TT | NHIỆM VỤ | NỘI DUNG")).toEqual(["ordinal", "task", "content"]);
  });
  it("report what they cannot bind, with what may be meant", () => {
    const bound = tableIn("cột: TT | NHIỆM VỤ | ĐƠN VỊ = chủ trjì\n\nnhiệm vụ: A\n");
    expect(bound.codes).toEqual(["KH040"]);
    expect(bound.at(bound.diagnostics.at(-1)!.span)).toBe("chủ trjì");
    expect(bound.diagnostics.at(-1)!.message).toContain("chủ trì");
    expect(withBody("I. A\n\ncột: TT | CHỦ TRÌ\n\nnhiệm vụ: A\n").codes).toEqual(["KH043"]);
    expect(tableIn(`${standard}\nnhiệm vụ: A\n  kinh phí: 5\n`).codes).toEqual(["KH042"]);
  });
});

describe("cells", () => {
  it("inherit when the key is left out, and are empty when nothing stands after it", () => {
    const { table, document, codes } = tableIn(
      `${standard}\nnhiệm vụ: A\n  chủ trì: Sở Nội vụ\n  thời gian: Quý I/2026\n  ghi chú: X\n  việc: A hai\n    thời gian: Quý II/2026\n    ghi chú:\n  việc:\n    chủ trì: Sở Tài chính\n\nnhiệm vụ: B\n  chủ trì:\n`,
    );
    expect(codes).toEqual([]);
    expect(table.rows.map(cellsOf)).toEqual([
      ["1", "A", "Sở Nội vụ", "Quý I/2026", "X"],
      ["^", "A hai", "^", "Quý II/2026", ""],
      ["^", "^", "Sở Tài chính", "^", ""],
      ["2", "B", "", "^", ""],
    ]);
    const [a, b] = document.tasks;
    expect(
      a!.rows.map((row) => [
        row.title,
        row.lead.map((one) => one.text),
        row.times.map((one) => one.time.words),
        row.note,
      ]),
    ).toEqual([
      [null, ["Sở Nội vụ"], ["Quý I/2026"], "X"],
      ["A hai", ["Sở Nội vụ"], ["Quý II/2026"], null],
      [null, ["Sở Tài chính"], ["Quý II/2026"], null],
    ]);
    expect(b!.lead).toEqual([]);
    expect(b!.times.map((one) => one.time.words)).toEqual(["Quý II/2026"]);
  });

  it("with a ditto mark print it and mean what is above", () => {
    const { table, document } = tableIn(
      `${standard}\nnhiệm vụ: A\n  chủ trì: Sở Nội vụ\n  thời gian: Quý I/2026\n\nnhiệm vụ: B\n  chủ trì: nt\n  thời gian: -\n\nnhiệm vụ: C\n  chủ trì: nt\n  thời gian: Quý II/2026\n`,
    );
    expect(table.rows.map(cellsOf)).toEqual([
      ["1", "A", "Sở Nội vụ", "Quý I/2026", ""],
      ["2", "B", "nt", "-", ""],
      ["3", "C", "nt", "Quý II/2026", ""],
    ]);
    expect(document.tasks.map((task) => task.lead.map((one) => one.text))).toEqual([
      ["Sở Nội vụ"],
      ["Sở Nội vụ"],
      ["Sở Nội vụ"],
    ]);
    expect(document.tasks[1]!.times.map((one) => one.time.words)).toEqual(["Quý I/2026"]);
    expect(document.agencies.filter((one) => one.text === "Sở Nội vụ")).toHaveLength(1);
  });

  it("do not inherit over a group", () => {
    const { table } = tableIn(`${standard}\nnhiệm vụ: A\n  chủ trì: Sở Nội vụ\n\nnhóm: II. B\n\nnhiệm vụ: C\n`);
    expect(cellsOf(table.rows[2]!)).toEqual(["2", "C", "", "", ""]);
  });

  it("keep bullets, and a repeated key is a further paragraph", () => {
    const { table, document } = tableIn(
      `${standard}\nnhiệm vụ: A\n  chủ trì: Sở Nội vụ\n  chủ trì: Sở Tài chính\n  thời gian:\n  - Tiếp phát thường xuyên.\n  - Nêu gương (01 mục/1tháng)\n`,
    );
    expect(cellsOf(table.rows[0]!)).toEqual([
      "1",
      "A",
      "Sở Nội vụ / Sở Tài chính",
      "- Tiếp phát thường xuyên. / - Nêu gương (01 mục/1tháng)",
      "",
    ]);
    expect(document.tasks[0]!.times.map((one) => one.time.kind)).toEqual(["continuous", "per-unit"]);
    expect(document.tasks[0]!.lead.map((one) => one.text)).toEqual(["Sở Nội vụ", "Sở Tài chính"]);
  });

  it("of a total row are its text and its fields", () => {
    const { table } = tableIn(
      "cột: TT | NHIỆM VỤ | KINH PHÍ\n\nnhiệm vụ: A\n  kinh phí: 5\n\ntổng: Tổng cộng\n  kinh phí: 5\n",
    );
    expect(table.rows.map((row) => row.kind)).toEqual(["row", "total"]);
    expect(cellsOf(table.rows[1]!)).toEqual(["", "Tổng cộng", "5"]);
  });
});

describe("a plan that is nothing but its table", () => {
  it("has it as its content", () => {
    const { document, codes } = withBody(
      "Các phòng thực hiện như sau:\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ\n\nnhiệm vụ: A\n  chủ trì: Sở Nội vụ\n",
    );
    expect(codes).toEqual([]);
    expect(document.opening.map((one) => one.text.text)).toEqual(["Các phòng thực hiện như sau:"]);
    expect(document.content.map((one) => one.kind)).toEqual(["task-table"]);
    expect(document.tasks).toMatchObject([{ title: "A", within: null }]);
  });
});

describe("numbers", () => {
  const numbers = (options: string, ...rows: string[]) =>
    tableIn(`${standard}${options}\n${rows.map((row) => `${row}\n`).join("\n")}`)
      .table.rows.filter((row) => row.kind === "row")
      .map((row) => cellsOf(row)[0]);
  it("are counted, in the style asked for", () => {
    expect(numbers("", "nhiệm vụ: A", "nhiệm vụ: B")).toEqual(["1", "2"]);
    expect(numbers("kiểu số: 01\n", "nhiệm vụ: A", "nhiệm vụ: B")).toEqual(["01", "02"]);
    expect(numbers("kiểu số: (1)\n", "nhiệm vụ: A", "nhiệm vụ: B")).toEqual(["(1)", "(2)"]);
    expect(numbers("kiểu số: I\n", "nhiệm vụ: A", "nhiệm vụ: B")).toEqual(["I", "II"]);
  });
  it("are kept as typed, and counted on from there", () => {
    expect(numbers("", "nhiệm vụ 3.: A", "nhiệm vụ: B")).toEqual(["3.", "4."]);
  });
  it("go on over groups or start again", () => {
    const rows = ["nhóm: I. Một", "nhiệm vụ: A", "nhóm: II. Hai", "nhiệm vụ: B"];
    expect(numbers("", ...rows)).toEqual(["1", "2"]);
    expect(numbers("đánh số: theo nhóm\n", ...rows)).toEqual(["1", "1"]);
  });
});

describe("groups", () => {
  it("nest A over I over 1, as far as they occur", () => {
    const { table } = tableIn(
      `${standard}\nnhóm: A. Một\n\nnhóm: I | Hai\n\nnhóm: 1. Ba\n\nnhiệm vụ: X\n\nnhóm: II | Bốn\n\nnhóm: B. Năm\n`,
    );
    expect(
      table.rows.filter((row) => row.kind === "group").map((row) => [row.depth, row.ownMark, cellsOf(row)]),
    ).toEqual([
      [1, false, ["A. Một"]],
      [2, true, ["I", "Hai"]],
      [3, false, ["1. Ba"]],
      [2, true, ["II", "Bốn"]],
      [1, false, ["B. Năm"]],
    ]);
  });
});

describe("options", () => {
  it("give number row, widths, paper and alignment", () => {
    const { table, codes } = tableIn(
      `${standard}hàng số: (1) | (2) | (3) | (4) | (5)\nđộ rộng: 1 | 6,5 | 3 | 3 | 2\nkhổ giấy: ngang\ncăn: giữa | trái | trái | giữa | phải\n\nnhiệm vụ: A\n`,
    );
    expect(codes).toEqual([]);
    expect(table.numberRow?.map((one) => one.text)).toEqual(["(1)", "(2)", "(3)", "(4)", "(5)"]);
    expect(table.widths).toEqual([1, 6.5, 3, 3, 2]);
    expect(table.landscape).toBe(true);
    expect(table.columns.map((column) => column.align)).toEqual(["center", "left", "left", "center", "right"]);
  });
  it.each([
    ["hàng số: (1) | (2)\n", "KH044"],
    ["độ rộng: 1 | 2 | 3 | 4 | rộng\n", "KH045"],
    ["kiểu số: thường\n", "KH046"],
    ["khổ giấy: vuông\n", "KH012"],
    ["đánh số: theo tháng\n", "KH012"],
    ["căn: giữa | trái | lệch | giữa | phải\n", "KH012"],
    ["khổ giấy: ngang\nkhổ giấy: dọc\n", "KH014"],
  ])("%s is %s", (options, code) => {
    expect(tableIn(`${standard}${options}\nnhiệm vụ: A\n`).codes).toEqual([code]);
  });
});

describe("literal tables", () => {
  const grid = (rows: string, options = "") => {
    const bound = withBody(`I. SỐ LIỆU\n\nbảng: Kết quả\n${options}${rows}\n`);
    const found = bound.document.divisions[0]!.children.find((child) => child.kind === "grid");
    if (found?.kind !== "grid") throw new Error("no grid");
    const read = (list: typeof found.grid.rows) =>
      list.map((row) => row.cells.map((cell) => `${cell.text.text}@${cell.column} ${cell.colSpan}x${cell.rowSpan}`));
    return { ...bound, grid: found.grid, head: read(found.grid.headRows), body: read(found.grid.rows) };
  };
  it("resolve merges to spans", () => {
    const {
      head,
      body,
      codes,
      grid: found,
    } = grid(
      "| TT | Chỉ tiêu | Năm 2026 | < |\n| ^ | ^ | 6 tháng | Cả năm |\n|---|---|---|---|\n| I | **Nhóm** | < | < |\n| 1 | Hồ sơ | 99 | 99,5 |\n| 2 | Buổi | ^ | 64 |",
    );
    expect(codes).toEqual([]);
    expect(found.caption?.text).toBe("Kết quả");
    expect(found.columnCount).toBe(4);
    expect(head).toEqual([
      ["TT@0 1x2", "Chỉ tiêu@1 1x2", "Năm 2026@2 2x1"],
      ["6 tháng@2 1x1", "Cả năm@3 1x1"],
    ]);
    expect(body).toEqual([
      ["I@0 1x1", "Nhóm@1 3x1"],
      ["1@0 1x1", "Hồ sơ@1 1x1", "99@2 1x2", "99,5@3 1x1"],
      ["2@0 1x1", "Buổi@1 1x1", "64@3 1x1"],
    ]);
    expect(found.rows[1]!.cells.map((cell) => cell.align)).toEqual(["right", "left", "right", "right"]);
  });
  it("merge blocks of cells", () => {
    const { body, codes } = grid("| A | B | C |\n|---|---|---|\n| X | < | 1 |\n| ^ | < | 2 |");
    expect(codes).toEqual([]);
    expect(body).toEqual([["X@0 2x2", "1@2 1x1"], ["2@2 1x1"]]);
  });
  it.each([
    ["| A | B |\n|---|---|\n| một |\n| C | D |", "KH050"],
    ["| A | B |\n|---|---|\n| < | D |", "KH051"],
    ["| A | B |\n|---|---|\n| ^ | D |", "KH051"],
    ["| A | < | B |\n|---|---|---|\n| C | < | D |\n| ^ | E | F |", "KH052"],
  ])("report %s", (rows, code) => {
    expect(grid(rows).codes).toEqual([code]);
  });
});
