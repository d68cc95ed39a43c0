import { describe, expect, it } from "vitest";
import { lineWidths, widestWord } from "../../src/document/breaking.ts";
import { type TableBlock, textWidth } from "../../src/document/document.ts";
import { landscape } from "../../src/document/form.ts";
import { toDocument } from "../../src/document/from-plan.ts";
import type { Content, Grid } from "../../src/plan/plan.ts";
import { fonts, forms, nd30 } from "../support/forms.ts";
import {
  annex,
  cell,
  column,
  division,
  laidOut,
  planDocument,
  planOf,
  prose,
  row,
  signature,
  span,
  taskTable,
  text,
} from "./plan-values.ts";
import { tableOf, textOf, wordsOf } from "./tree-read.ts";

const seven = [
  column("ordinal", "TT"),
  column("task", "NHIỆM VỤ"),
  column("products", "SẢN PHẨM"),
  column("lead", "CƠ QUAN CHỦ TRÌ"),
  column("partners", "CƠ QUAN PHỐI HỢP"),
  column("time", "THỜI GIAN THỰC HIỆN"),
  column("note", "GHI CHÚ"),
];
const sevenRow = (n: number, rest: readonly string[] = []): readonly string[] => [
  `${n}.`,
  "Tuyên truyền cải cách hành chính trên hệ thống truyền thanh cơ sở và cổng thông tin điện tử",
  "- Chương trình phát thanh theo chuyên đề;|- Báo cáo kết quả",
  "Phòng Văn hóa - Xã hội",
  "Các thôn; Văn phòng HĐND và UBND",
  "Thường xuyên trong năm 2026",
  "Kinh phí cải cách hành chính",
  ...rest,
];

const inAnnex = (content: Content, rest: Parameters<typeof annex>[2] = {}) =>
  laidOut({ annexes: [annex("Nhiệm vụ", [content], rest)] });

/** Cells of a row as `column+colSpan×rowSpan:words`. */
const cells = (table: TableBlock, part: "headRows" | "rows"): string[][] =>
  table[part].map((r) =>
    r.cells.map(
      (c) => `${c.column}+${c.colSpan}×${c.rowSpan}:${c.blocks.map((block) => wordsOf(block.runs)).join("/")}`,
    ),
  );

/** Every place of the grid is covered once. */
function covered(table: TableBlock): void {
  for (const rows of [table.headRows, table.rows]) {
    const taken = rows.map(() => new Set<number>());
    rows.forEach((r, i) => {
      for (const c of r.cells)
        for (let y = 0; y < c.rowSpan; y += 1)
          for (let x = 0; x < c.colSpan; x += 1) {
            expect(i + y, "a span leaves its table part").toBeLessThan(rows.length);
            expect(taken[i + y]!.has(c.column + x), `row ${i + y} column ${c.column + x} twice`).toBe(false);
            taken[i + y]!.add(c.column + x);
          }
    });
    for (const set of taken) expect(set.size).toBe(table.widths.length);
  }
}

describe("task tables", () => {
  it("merge the cells that a later row leaves out", () => {
    const document = inAnnex(
      taskTable(seven, [
        row(sevenRow(1)),
        row(["^", "^", "Bản tin", "^", "", "Quý II", "^"]),
        row(["^", "^", "Phóng sự", "Phòng Kinh tế", "^", "Quý III", "^"]),
        row(sevenRow(2)),
      ]),
    );
    const table = tableOf(document, 1);
    covered(table);
    const [first, second, third, fourth] = cells(table, "rows");
    expect(first!.map((c) => c.split(":")[0])).toEqual(["0+1×3", "1+1×3", "2+1×1", "3+1×2", "4+1×1", "5+1×1", "6+1×3"]);
    expect(second).toEqual(["2+1×1:Bản tin", "4+1×2:", "5+1×1:Quý II"]);
    expect(third).toEqual(["2+1×1:Phóng sự", "3+1×1:Phòng Kinh tế", "5+1×1:Quý III"]);
    expect(fourth!.length).toBe(7);
    // Short: the rows of the task stay on one page, and with them the last row; no row is split.
    expect(table.rows.map((r) => r.keepNext)).toEqual([true, true, true, false]);
    expect(table.rows.every((r) => r.cantSplit)).toBe(true);
  });

  it("merge the cells that a later task leaves out, too", () => {
    const table = tableOf(
      inAnnex(taskTable(seven, [row(sevenRow(1)), row(["2", "Việc", "Bản tin", "^", "Các thôn", "^", ""])])),
      1,
    );
    covered(table);
    expect(cells(table, "rows").map((r) => r.map((c) => c.split(":")[0]))).toEqual([
      ["0+1×1", "1+1×1", "2+1×1", "3+1×2", "4+1×1", "5+1×2", "6+1×1"],
      ["0+1×1", "1+1×1", "2+1×1", "4+1×1", "6+1×1"],
    ]);
  });

  it("set group rows over the table, with or without a cell for the mark, and totals in bold", () => {
    const table = tableOf(
      inAnnex(
        taskTable(seven, [
          row(["I. Tuyên truyền"], { kind: "group", depth: 1 }),
          row(["I", "Tuyên truyền"], { kind: "group", ownMark: true }),
          row(sevenRow(1)),
          row(["", "Tổng", "", "", "", "1.250", ""], { kind: "total" }),
        ]),
      ),
      1,
    );
    covered(table);
    expect(cells(table, "rows").slice(0, 2)).toEqual([["0+7×1:I. Tuyên truyền"], ["0+1×1:I", "1+6×1:Tuyên truyền"]]);
    expect(table.rows[0]!.keepNext && table.rows[1]!.keepNext).toBe(true);
    const look = (r: number, c: number) => {
      const block = table.rows[r]!.cells[c]!.blocks[0]!;
      const run = block.runs[0]!;
      return [block.style, run.kind === "text" && run.bold];
    };
    expect(look(1, 0)).toEqual(["table-center", true]);
    expect(look(1, 1)).toEqual(["table-group", true]);
    // The name of the sums stands in the middle of the cells before them.
    expect(cells(table, "rows")[3]).toEqual(["0+5×1:Tổng", "5+1×1:1.250", "6+1×1:"]);
    expect(look(3, 0)).toEqual(["table-center", true]);
    expect(look(3, 1)).toEqual(["table-right", true]);
  });

  it("never leave sums, the first or the last row alone on a page", () => {
    const rows = (table: TableBlock) => table.rows.map((r) => r.keepNext);
    const task = (n: number) => row([`${n}.`, "Một việc", "", "", "", "", ""]);
    const total = row(["", "Tổng", "", "", "", "", ""], { kind: "total" });
    expect(rows(tableOf(inAnnex(taskTable(seven, [1, 2, 3, 4, 5].map(task))), 1))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    const table = tableOf(inAnnex(taskTable(seven, [task(1), task(2), total, total])), 1);
    expect(rows(table)).toEqual([true, true, true, false]);
    // Sums without figures: only the ordinal's cell joins the name's.
    expect(cells(table, "rows")[2]!.slice(0, 2)).toEqual(["0+2×1:Tổng", "2+1×1:"]);
  });

  it("have heads of two levels and a row of numbers", () => {
    const table = tableOf(
      inAnnex(
        taskTable(
          [
            column("ordinal", "TT"),
            column("task", "NHIỆM VỤ"),
            column("start", "THỜI GIAN", "Bắt đầu"),
            column("end", "THỜI GIAN", "Kết thúc"),
            column("budget", "KINH PHÍ", "NSTW"),
            column("budget", "KINH PHÍ", "NSĐP"),
            column("note", "GHI CHÚ"),
          ],
          [row(["1.", "Một", "Quý I", "Quý II", "12,5", "1.250", ""])],
          { numberRow: ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"].map(prose) },
        ),
      ),
      1,
    );
    covered(table);
    expect(cells(table, "headRows")).toEqual([
      ["0+1×2:TT", "1+1×2:NHIỆM VỤ", "2+2×1:THỜI GIAN", "4+2×1:KINH PHÍ", "6+1×2:GHI CHÚ"],
      ["2+1×1:Bắt đầu", "3+1×1:Kết thúc", "4+1×1:NSTW", "5+1×1:NSĐP"],
      ["0+1×1:(1)", "1+1×1:(2)", "2+1×1:(3)", "3+1×1:(4)", "4+1×1:(5)", "5+1×1:(6)", "6+1×1:(7)"],
    ]);
    expect(table.headRows[2]!.cells[0]!.blocks[0]!.style).toBe("table-number");
    expect(table.rows[0]!.cells.map((c) => c.blocks[0]!.style)).toEqual([
      "table-center",
      "table-text",
      "table-center",
      "table-center",
      "table-right",
      "table-right",
      "table-text",
    ]);
  });

  it("do not merge a cell over a group row", () => {
    const table = tableOf(
      inAnnex(
        taskTable(seven.slice(0, 2), [
          row(["1.", "Một"]),
          row(["II"], { kind: "group" }),
          row(["^", "^"], { first: false }),
        ]),
      ),
      1,
    );
    covered(table);
    expect(cells(table, "rows")).toEqual([["0+1×1:1.", "1+1×1:Một"], ["0+2×1:II"], ["0+1×1:", "1+1×1:"]]);
  });

  it("let a row be split that would leave half a page empty, and free a long task", () => {
    const many = Array.from({ length: 60 }, (_, i) => `- Việc thứ ${i + 1} của nhiệm vụ này cần được làm xong`).join(
      "|",
    );
    const table = tableOf(
      inAnnex(
        taskTable(seven, [
          row(sevenRow(1)),
          row(["2.", many, "", "", "", "", ""]),
          row(["^", "^", many, "", "", "", ""]),
        ]),
      ),
      1,
    );
    expect(table.rows.map((r) => r.cantSplit)).toEqual([true, false, false]);
    expect(table.rows.map((r) => r.keepNext)).toEqual([false, false, false]);
  });
});

describe("rows of literal tables", () => {
  const grid = (rows: readonly (readonly string[])[], spans: Readonly<Record<string, number>> = {}): Grid => ({
    id: "g1",
    caption: null,
    columnCount: rows[0]!.length,
    widths: null,
    headRows: [gridRow(rows[0]!, {}, 0)],
    rows: rows.slice(1).map((cellsOf, r) => gridRow(cellsOf, spans, r)),
    span,
  });
  const gridRow = (cellsOf: readonly string[], spans: Readonly<Record<string, number>>, r: number) => ({
    cells: cellsOf.flatMap((words, column) =>
      words === "^"
        ? []
        : [
            {
              column,
              colSpan: 1,
              rowSpan: spans[`${r},${column}`] ?? 1,
              align: "left" as const,
              text: prose(words),
              span,
            },
          ],
    ),
    span,
  });
  const built = (content: Grid) => tableOf(laidOut({ content: [{ kind: "grid", grid: content }] }));

  it("keep all rows that share a cell on one page, and sums with the row above", () => {
    const table = built(
      grid(
        [
          ["TT", "Xã", "Chỉ tiêu"],
          ["1", "An Bình", "Một"],
          ["^", "^", "Hai"],
          ["^", "^", "Ba"],
          ["2", "Phú An", "Bốn"],
          ["3", "Tân Hòa", "Năm"],
          ["", "Tổng cộng", "5"],
        ],
        { "0,0": 3, "0,1": 3 },
      ),
    );
    expect(table.rows.map((r) => r.keepNext)).toEqual([true, true, false, false, true, false]);
  });

  it("centre ordinals and units", () => {
    const table = built(
      grid([
        ["STT", "Chỉ tiêu", "Đơn vị tính"],
        ["1", "Hồ sơ đúng hạn", "%"],
      ]),
    );
    expect(table.rows[0]!.cells.map((c) => c.blocks[0]!.style)).toEqual(["table-center", "table-text", "table-center"]);
  });
});

describe("column widths", () => {
  it("break heads between their phrases", () => {
    const table = tableOf(
      laidOut({
        content: [
          taskTable(
            [
              column("ordinal", "TT"),
              column("task", "NỘI DUNG CÔNG VIỆC"),
              column("lead", "NGƯỜI PHỤ TRÁCH"),
              column("time", "THỜI GIAN HOÀN THÀNH"),
              column("note", "GHI CHÚ"),
            ],
            [
              row([
                "1.",
                "Tập huấn ".repeat(12),
                "Bộ phận Tổng hợp",
                "Trước ngày 10/4/2026",
                "Phòng họp số 1 ".repeat(5),
              ]),
            ],
          ),
        ],
      }),
    );
    const heads = table.headRows[0]!.cells.map((c) => wordsOf(c.blocks[0]!.runs));
    expect(heads.slice(2)).toEqual(["NGƯỜI\nPHỤ TRÁCH", "THỜI GIAN\nHOÀN THÀNH", "GHI CHÚ"]);
  });

  it("let the address of a page be cut rather than starve the other columns", () => {
    const address = `https://dichvucong.phuan.gov.vn/${"tra_cuu/".repeat(12)}`;
    const table = tableOf(
      inAnnex(taskTable(seven, [row(["1.", "Việc", address, "Phòng", "Các thôn", "Quý I", ""])])),
      1,
    );
    expect(table.widths[2]!).toBeLessThan(textWidth(landscape(nd30.page)) * 0.5);
    for (const width of table.widths.slice(3)) expect(width).toBeGreaterThan(50);
  });

  const sevenTable = tableOf(
    inAnnex(
      taskTable(
        seven,
        Array.from({ length: 12 }, (_, i) => row(sevenRow(i + 1))),
      ),
    ),
    1,
  );

  it("fill the page and cut no word", () => {
    const wide = textWidth(landscape(nd30.page));
    const sum = sevenTable.widths.reduce((a, b) => a + b, 0);
    expect(sum).toBeLessThanOrEqual(wide + 0.01);
    expect(sum).toBeGreaterThan(wide - 1);
    const padding = 2 * nd30.table.paddingX;
    for (const r of [...sevenTable.headRows, ...sevenTable.rows])
      for (const c of r.cells)
        for (const block of c.blocks) {
          const width = sevenTable.widths.slice(c.column, c.column + c.colSpan).reduce((a, b) => a + b, 0) - padding;
          expect(widestWord(fonts, block.runs, 12)).toBeLessThanOrEqual(width);
        }
  });

  it("give room where the words are", () => {
    const [ordinal, task, products, , , , note] = sevenTable.widths;
    expect(ordinal!).toBeLessThan(40);
    expect(task!).toBeGreaterThan(note!);
    expect(products!).toBeGreaterThan(ordinal! * 2);
    // The cells of a row end at about the same height: none is more than twice as high as the next.
    const lines = sevenTable.rows[0]!.cells.slice(1).map((c) =>
      c.blocks.reduce((n, b) => n + lineWidths(fonts, b.runs, 12, sevenTable.widths[c.column]! - 8.6).length, 0),
    );
    expect(Math.max(...lines)).toBeLessThanOrEqual(2 * Math.min(...lines));
  });

  it("are moved until no such move makes the table lower", () => {
    // Each row is as high as its highest cell; with the spare width given to another column it is not lower.
    const height = (widths: readonly number[]) =>
      sevenTable.rows.reduce(
        (sum, r) =>
          sum +
          Math.max(
            ...r.cells.map((c) =>
              c.blocks.reduce((n, b) => n + lineWidths(fonts, b.runs, 12, widths[c.column]! - 9.01).length, 0),
            ),
          ),
        0,
      );
    const least = height(sevenTable.widths);
    for (let from = 1; from < 7; from += 1)
      for (let to = 1; to < 7; to += 1) {
        const moved = sevenTable.widths.map((w, i) => (i === from ? w - 14 : i === to ? w + 14 : w));
        if (from !== to) expect(height(moved), `${from} → ${to}`).toBeGreaterThanOrEqual(least);
      }
  });

  it("keep typed proportions, but cut no word", () => {
    const columns = [column("ordinal", "TT"), column("task", "NHIỆM VỤ"), column("time", "THỜI GIAN")];
    const make = (widths: readonly number[]) =>
      tableOf(inAnnex(taskTable(columns, [row(["1.", "Một", "Quý I"])], { widths })), 1).widths;
    const [a, b, c] = make([1, 6, 3]);
    expect(b! / a!).toBeCloseTo(6, 1);
    expect(c! / a!).toBeCloseTo(3, 1);
    const [narrow] = make([1, 200, 3]);
    expect(narrow!).toBeGreaterThan(20);
  });

  it("grow with few words, but not the ordinals", () => {
    const columns = [column("ordinal", "TT"), column("task", "NHIỆM VỤ")];
    const [ordinal, task] = tableOf(inAnnex(taskTable(columns, [row(["1.", "Trồng cây"])])), 1).widths;
    expect(ordinal!).toBeLessThan(80);
    expect(task! + ordinal!).toBeGreaterThan(textWidth(nd30.page) - 1);
  });
});

describe("paper", () => {
  it("of an annex turns for a wide table, by itself or as typed", () => {
    const orientation = (content: Content, rest: Parameters<typeof annex>[2] = {}) =>
      inAnnex(content, rest).sections[1]!.page.orientation;
    const wide = taskTable(seven, [row(sevenRow(1))]);
    const narrow = taskTable(seven.slice(0, 3), [row(["1.", "Một", "Hai"])]);
    const figures = taskTable(
      Array.from({ length: 8 }, (_, i) => column(i === 0 ? "ordinal" : "budget", `C${i}`)),
      [row(["1.", "2", "3", "4", "5", "6", "7", "8"])],
    );
    expect(orientation(wide)).toBe("landscape");
    expect(orientation(wide, { landscape: false })).toBe("portrait");
    expect(orientation(narrow)).toBe("portrait");
    expect(orientation(figures)).toBe("portrait");
    expect(orientation(narrow, { landscape: true })).toBe("landscape");
  });

  it("turns within the body, and back; the page count goes on", () => {
    const wide = taskTable(seven, [row(sevenRow(1))], { landscape: true });
    const document = laidOut({ content: [text("Trước bảng:"), wide, text("Sau bảng./.", "closing")] });
    expect(document.sections.map((s) => [s.page.orientation, s.pageNumber.continues === true])).toEqual([
      ["portrait", false],
      ["landscape", true],
      ["portrait", true],
    ]);
    expect(new Set(document.sections.map((s) => s.id)).size).toBe(3);
  });

  it("takes the headings above along to the turned page, but never the title", () => {
    const wide = taskTable(seven, [row(sevenRow(1))], { landscape: true });
    const words = (document: ReturnType<typeof laidOut>) =>
      document.sections.map((section) =>
        section.blocks.flatMap((block) => (block.kind === "paragraph" ? [wordsOf(block.runs)] : [])),
      );
    const content = [
      text("Đoạn mở đầu."),
      division("roman", "II.", "Nhiệm vụ", "heading", [
        division("arabic", "1.", "Nhiệm vụ chung", "heading", [text("Các nhiệm vụ như sau:"), wide]),
      ]),
    ];
    expect(words(laidOut({ content }))).toEqual([
      ["KẾ HOẠCH", "Trồng cây năm 2026", "Đoạn mở đầu."],
      ["II. NHIỆM VỤ", "1. Nhiệm vụ chung", "Các nhiệm vụ như sau:"],
    ]);
    expect(words(laidOut({ opening: [text("Ban hành Kế hoạch như sau:")], content: [wide] }))).toEqual([
      ["KẾ HOẠCH", "Trồng cây năm 2026", "Ban hành Kế hoạch như sau:"],
      [],
    ]);
  });

  it("turns within the body by itself only where the columns are cramped", () => {
    const orientations = (columns: readonly ReturnType<typeof column>[]) => {
      const cells = columns.map((_, i) => (i === 0 ? "1." : "Các cơ quan, đơn vị phối hợp thực hiện"));
      return laidOut({
        content: [text("Đoạn."), taskTable(columns, [row(cells)]), text("Hết./.", "closing")],
      }).sections.map((section) => section.page.orientation);
    };
    expect(orientations(seven)).toEqual(["portrait"]);
    const nine = [...seven.slice(0, 6), column("other", "KINH PHÍ"), column("other", "ĐỊA ĐIỂM"), seven[6]!];
    expect(orientations(nine)).toEqual(["portrait", "landscape", "portrait"]);
  });

  it("keeps a signature on the turned page when nothing follows the table", () => {
    const wide = taskTable(seven, [row(sevenRow(1))], { landscape: true });
    const document = laidOut({ content: [wide], signatures: [signature(["CHỦ TỊCH"], "A")] });
    expect(document.sections.map((s) => s.page.orientation)).toEqual(["portrait", "landscape"]);
    expect(document.sections[1]!.blocks.map((block) => block.kind)).toEqual(["table", "columns"]);
  });
});

describe("type", () => {
  it("is roomy for narrow tables and normal when one is wide", () => {
    const size = (columns: typeof seven) =>
      inAnnex(taskTable(columns, [row(columns.map(() => "x"))])).style.paragraph["table-text"].size;
    expect(size(seven.slice(0, 5))).toBe(13);
    expect(size(seven)).toBe(12);
  });

  it("shrinks for many columns, and says when even that is too little", () => {
    const many = (count: number, word: string) => {
      const columns = Array.from({ length: count }, (_, i) => column("other", `${word}${i}`));
      const content = taskTable(columns, [row(columns.map(() => word))]);
      return toDocument(planOf(planDocument({ annexes: [annex("Bảng", [content])] })), forms, fonts, "thử");
    };
    const fits = many(12, "12.345.678");
    const run = tableOf(fits.value, 1).rows[0]!.cells[0]!.blocks[0]!.runs[0]!;
    expect(run.kind === "text" && run.size).toBeLessThan(12);
    expect(fits.diagnostics).toEqual([]);
    const over = many(30, "12.345.678");
    expect(over.diagnostics.map((d) => d.code)).toEqual(["XB503"]);
    const sum = tableOf(over.value, 1).widths.reduce((a, b) => a + b, 0);
    expect(sum).toBeLessThanOrEqual(textWidth(landscape(nd30.page)) + 0.01);
  });
});

describe("literal tables", () => {
  const grid: Grid = {
    id: "b1",
    caption: prose("Bảng 1. Số liệu"),
    columnCount: 3,
    headRows: [
      {
        cells: [
          { column: 0, colSpan: 1, rowSpan: 1, text: prose("Thôn"), align: "center", span },
          { column: 1, colSpan: 2, rowSpan: 1, text: prose("Số cây"), align: "center", span },
        ],
      },
    ],
    rows: [
      {
        cells: [
          { column: 0, colSpan: 1, rowSpan: 2, text: prose("Đông"), align: "left", span },
          { column: 1, colSpan: 1, rowSpan: 1, text: prose("12"), align: "right", span },
          { column: 2, colSpan: 1, rowSpan: 1, text: prose("13"), align: "center", span },
        ],
      },
      { cells: [{ column: 1, colSpan: 2, rowSpan: 1, text: prose("Như trên"), align: "justify", span }] },
    ],
    widths: null,
    span,
  };

  it("keep their spans, alignment and caption", () => {
    const document = laidOut({ content: [{ kind: "grid", grid }] });
    const table = tableOf(document);
    covered(table);
    expect(textOf(document, "table-caption")).toEqual(["Bảng 1. Số liệu"]);
    expect(table.summary).toBe("Bảng 1. Số liệu");
    expect(table.rows.flatMap((r) => r.cells.map((c) => c.blocks[0]!.style))).toEqual([
      "table-text",
      "table-right",
      "table-center",
      "table-justify",
    ]);
    expect(table.headRows.every((r) => r.cells.every((c) => c.head))).toBe(true);
    expect(table.rows[0]!.keepNext).toBe(true);
  });

  it("stay small in time with many rows", () => {
    const rows = Array.from({ length: 1000 }, (_, i) => row(sevenRow(i + 1)));
    const started = performance.now();
    const table = tableOf(inAnnex(taskTable(seven, rows)), 1);
    expect(table.rows.length).toBe(1000);
    expect(performance.now() - started).toBeLessThan(8000);
    expect(cell("a").paragraphs.length).toBe(1);
  });
});
