/**
 * A rich document tree written by hand on the real style sheets, for the tests of the emitters: letterhead, title,
 * headings, justified paragraphs with mixed looks, lists, footnote, a table with spans over several pages, signature,
 * landscape annex, and the same in the older form. Words are ours.
 */
import type {
  Block,
  ColumnsBlock,
  Document,
  PageSetup,
  ParagraphBlock,
  RuleBlock,
  Run,
  Section,
  TableBlock,
  TableCell,
  TableRow,
  TextRun,
} from "../../src/document/document.ts";
import { type Form, landscape } from "../../src/document/form.ts";
import { widthOf } from "../../src/document/measure.ts";
import { mm, type StyleName } from "../../src/document/style.ts";
import { fonts, nd30, tt01 } from "./forms.ts";

interface Builder {
  readonly form: Form;
  text(style: StyleName, text: string, look?: Partial<Pick<TextRun, "bold" | "italic" | "size" | "label">>): TextRun;
  paragraph(
    style: StyleName,
    content: string | readonly Run[],
    rest?: Partial<Omit<ParagraphBlock, "kind" | "style" | "runs">>,
  ): ParagraphBlock;
  rule(width: number, after?: number, keepNext?: boolean): RuleBlock;
  id(name: string): string;
}

function builder(form: Form): Builder {
  const counts = new Map<string, number>();
  const id = (name: string): string => {
    const base = name.replace(/[^a-z0-9]+/g, "_");
    const n = (counts.get(base) ?? 0) + 1;
    counts.set(base, n);
    return `${base}_${n}`;
  };
  const text: Builder["text"] = (style, words, look = {}) => ({
    kind: "text",
    text: words,
    bold: form.style.paragraph[style].bold,
    italic: form.style.paragraph[style].italic,
    ...look,
  });
  return {
    form,
    id,
    text,
    paragraph: (style, content, rest = {}) => ({
      kind: "paragraph",
      id: id(style),
      style,
      runs: typeof content === "string" ? (content === "" ? [] : [text(style, content)]) : content,
      role: "text",
      ...rest,
    }),
    rule: (width, after = 0, keepNext = false) => ({
      kind: "rule",
      id: id("rule"),
      width,
      thickness: form.style.rule.thickness,
      before: form.layout.ruleGap,
      after,
      keepNext,
    }),
  };
}

function letterhead(b: Builder, page: PageSetup, bare: boolean): ColumnsBlock {
  const width = page.width - page.marginLeft - page.marginRight;
  const right = page.orientation === "landscape" ? width / 2 : mm(99);
  const issuer = widthOf(fonts, "XÃ AN BÌNH", 13, { bold: true, italic: false });
  const motto = widthOf(fonts, b.form.words.motto, b.form.style.paragraph.motto.size, { bold: true, italic: false });
  const head = widthOf(fonts, "ỦY BAN NHÂN DÂN", 13, { bold: true, italic: false });
  return {
    kind: "columns",
    id: b.id("letterhead"),
    role: "letterhead",
    widths: [width - right, right],
    rows: [
      {
        cells: [
          [
            b.paragraph("issuer", [
              b.text("issuer", "ỦY BAN NHÂN DÂN"),
              { kind: "break" },
              b.text("issuer", "XÃ AN BÌNH"),
            ]),
            b.rule(Math.max(issuer, head) * 0.4),
          ],
          [
            b.paragraph("national-name", b.form.words.nationalName),
            b.paragraph("motto", b.form.words.motto),
            b.rule(motto),
          ],
        ],
      },
      ...(bare
        ? []
        : [
            {
              cells: [
                [
                  b.paragraph("number", `Số: ${"\u00a0".repeat(10)}/KH-UBND`),
                  {
                    kind: "frame" as const,
                    id: b.id("urgency"),
                    style: "urgency" as const,
                    runs: [b.text("urgency", "HỎA TỐC")],
                    width: b.form.urgency.widths["HỎA TỐC"]!,
                    height: b.form.layout.stampHeight,
                    thickness: 0.75,
                    color: "#FF0000",
                    align: "left" as const,
                    before: 6,
                  },
                ],
                [b.paragraph("place-date", `An Bình, ngày ${"\u00a0".repeat(7)} tháng 01 năm 2026`)],
              ],
            },
          ]),
    ],
    keepTogether: true,
    before: 0,
  };
}

const sentences = [
  "Đẩy mạnh thông tin, tuyên truyền về chuyển đổi số đến cán bộ, công chức và Nhân dân trên địa bàn xã, gắn với cải cách hành chính và phát triển kinh tế - xã hội của địa phương.",
  "Lựa chọn nội dung thiết thực, ngắn gọn, phù hợp với từng nhóm đối tượng; ưu tiên hình thức trực quan, dễ nhớ, dễ làm theo.",
  "Gắn trách nhiệm của người đứng đầu thôn, đơn vị với kết quả thực hiện; định kỳ đánh giá, rút kinh nghiệm và điều chỉnh cho sát thực tế.",
  "Thực hiện theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ và Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.",
];

function body(b: Builder): Block[] {
  const label = (style: StyleName, mark: string, words: string, rest: Parameters<Builder["paragraph"]>[2] = {}) =>
    b.paragraph(style, [b.text(style, mark, { label: true }), b.text(style, words)], rest);
  const heading = (style: StyleName, mark: string, words: string, level: number): ParagraphBlock =>
    label(style, mark, words, { role: "heading", outline: { level, title: `${mark}${words}` } });
  const blocks: Block[] = [];
  const roman = ["I", "II", "III", "IV"];
  roman.forEach((mark, part) => {
    blocks.push(
      heading("heading-roman", `${mark}. `, part === 0 ? "MỤC ĐÍCH, YÊU CẦU" : `NỘI DUNG PHẦN ${part + 1}`, 2),
    );
    for (let n = 1; n <= 3; n += 1) {
      blocks.push(heading("heading-arabic", `${n}. `, n === 1 ? "Mục đích" : `Yêu cầu thứ ${n}`, 3));
      sentences.forEach((sentence, i) => {
        if (i < 2) blocks.push(label("dash", "- ", sentence, { role: "item", depth: 1 }));
        else if (i === 2) blocks.push(label("plus", "+ ", sentence, { role: "item", depth: 2 }));
        else
          blocks.push(
            b.paragraph(
              "point",
              [
                b.text("point", "a) ", { label: true }),
                b.text("point", "Căn cứ thực hiện: ", { bold: true }),
                b.text("point", sentence),
                b.text("point", " Nội dung chi tiết ", {}),
                b.text("point", "xem Phụ lục kèm theo", { italic: true }),
                ...(part === 0 && n === 1 ? ([{ kind: "note", number: "1", note: 0 }] as const) : []),
                b.text("point", "."),
              ],
              { role: "item", depth: 1 },
            ),
          );
      });
    }
    blocks.push(
      b.paragraph("clause", [
        b.text("clause", "4. ", { bold: true, label: true }),
        b.text("clause", "Phòng Văn hóa - Xã hội:", { bold: true }),
        b.text("clause", ` Chủ trì, phối hợp với các thôn; ${sentences[0]!.toLowerCase()}`),
      ]),
    );
    blocks.push(b.paragraph("body", sentences.join(" ")));
  });
  return blocks;
}

/** A table of `count` tasks; every third task has two rows, whose first, second and last cells span both. */
function table(b: Builder, widths: readonly number[], count: number): TableBlock {
  const cell = (
    column: number,
    style: StyleName,
    words: string | readonly string[],
    rest: Partial<TableCell> = {},
  ): TableCell => ({
    column,
    colSpan: 1,
    rowSpan: 1,
    blocks: (typeof words === "string" ? [words] : words).map((line) => b.paragraph(style, line)),
    vertical: "top",
    head: false,
    ...rest,
  });
  const heads = ["TT", "NHIỆM VỤ", "SẢN PHẨM", "CHỦ TRÌ", "PHỐI HỢP"];
  const headRows: TableRow[] = [
    {
      cells: [
        ...heads.map((words, i) => cell(i, "table-head", words, { head: true, rowSpan: 2, vertical: "center" })),
        cell(5, "table-head", "THỜI GIAN", { head: true, colSpan: 2, vertical: "center" }),
      ],
      cantSplit: true,
      keepNext: true,
    },
    {
      cells: [
        cell(5, "table-head", "Bắt đầu", { head: true, vertical: "center" }),
        cell(6, "table-head", "Kết thúc", { head: true, vertical: "center" }),
      ],
      cantSplit: true,
      keepNext: true,
    },
    {
      cells: widths.map((_, i) => cell(i, "table-number", `(${i + 1})`, { head: true, vertical: "center" })),
      cantSplit: true,
      keepNext: true,
    },
  ];
  const rows: TableRow[] = [
    {
      cells: [
        cell(0, "table-center", "I"),
        cell(1, "table-group", "Tuyên truyền trên hệ thống truyền thanh cơ sở", { colSpan: 6 }),
      ],
      cantSplit: true,
      keepNext: true,
    },
  ];
  for (let n = 1; n <= count; n += 1) {
    const two = n % 3 === 0;
    const rowSpan = two ? 2 : 1;
    rows.push({
      cells: [
        cell(0, "table-center", `${n}.`, { rowSpan }),
        cell(1, "table-text", `${sentences[n % 4]} (nhiệm vụ ${n})`, { rowSpan }),
        cell(2, "table-text", ["- Chương trình phát thanh theo chuyên đề;", "- Báo cáo kết quả thực hiện."]),
        cell(3, "table-text", "Phòng Văn hóa - Xã hội"),
        cell(4, "table-text", "Các thôn; Đoàn Thanh niên xã", { rowSpan }),
        cell(5, "table-center", "01/01/2026"),
        cell(6, "table-center", "31/12/2026"),
      ],
      cantSplit: true,
      keepNext: two,
    });
    if (two)
      rows.push({
        cells: [
          cell(2, "table-text", `Tiếp phát chương trình của đài cấp trên, số ${n}.`),
          cell(3, "table-text", ""),
          cell(5, "table-center", "01/6/2026"),
          cell(6, "table-center", "31/12/2026"),
        ],
        cantSplit: true,
        keepNext: false,
      });
  }
  // One row taller than a page: it must be split, nothing may be cut.
  rows.push({
    cells: [
      cell(0, "table-center", `${count + 1}.`),
      cell(
        1,
        "table-text",
        Array.from({ length: 24 }, (_, i) => `- Việc thứ ${i + 1}: ${sentences[i % 4]}`),
      ),
      cell(2, "table-text", "Báo cáo tổng hợp"),
      cell(3, "table-text", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
      cell(4, "table-text", ""),
      cell(5, "table-center", "Quý I"),
      cell(6, "table-center", "Quý IV"),
    ],
    cantSplit: false,
    keepNext: false,
  });
  rows.push({
    cells: [
      cell(0, "table-center", ""),
      cell(1, "table-group", "Tổng"),
      ...[2, 3, 4, 5, 6].map((i) => cell(i, "table-text", "")),
    ],
    cantSplit: true,
    keepNext: false,
  });
  return {
    kind: "table",
    id: b.id("table"),
    widths,
    headRows,
    rows,
    summary: "Bảng nhiệm vụ: TT, nhiệm vụ, sản phẩm, chủ trì, phối hợp, thời gian",
    before: b.form.layout.tableGap,
  };
}

function signature(b: Builder, page: PageSetup): ColumnsBlock {
  const width = page.width - page.marginLeft - page.marginRight;
  const left = mm(62);
  const recipient = (words: string): ParagraphBlock =>
    b.paragraph("recipient", [b.text("recipient", "- ", { label: true }), b.text("recipient", words)]);
  return {
    kind: "columns",
    id: b.id("signature"),
    role: "signature",
    widths: [left, width - left],
    rows: [
      {
        cells: [
          [
            b.paragraph("recipients-title", "Nơi nhận:"),
            recipient("UBND tỉnh (b/c);"),
            recipient("Các thôn, đơn vị trên địa bàn xã;"),
            recipient("Lưu: VT, VHXH."),
          ],
          [
            b.paragraph("signature-authority", "TM. ỦY BAN NHÂN DÂN"),
            b.paragraph("signature-authority", "KT. CHỦ TỊCH"),
            b.paragraph("signature-authority", "PHÓ CHỦ TỊCH"),
            b.paragraph("signature-name", "Nguyễn Văn A", { before: b.form.layout.signatureSpace }),
          ],
        ],
      },
    ],
    keepTogether: true,
    before: b.form.layout.signatureGap,
  };
}

/** The document in a form: three pages and more of body, a signature, an attached plan, and a landscape annex. */
export function makeFixture(form: Form): Document {
  const b = builder(form);
  const page = form.page;
  const wide = landscape(page);
  const title = "Tuyên truyền chuyển đổi số và cải cách hành chính|trên địa bàn xã An Bình năm 2026".split("|");
  const titleRule = 0.4 * widthOf(fonts, title[0]!, 14, { bold: true, italic: false });
  const titleRuns = (style: StyleName, lines: readonly string[]): Run[] =>
    lines.flatMap((line, i): Run[] => [...(i > 0 ? [{ kind: "break" } as const] : []), b.text(style, line)]);
  const head = (): Block[] => [
    b.paragraph("document-type", "KẾ HOẠCH", {
      role: "heading",
      outline: { level: 1, title: "Kế hoạch Tuyên truyền chuyển đổi số năm 2026" },
      keepNext: true,
    }),
    b.paragraph("document-title", titleRuns("document-title", title), { role: "heading", keepNext: true }),
  ];
  const main: Section = {
    id: "main",
    kind: "main",
    title: "Kế hoạch Tuyên truyền chuyển đổi số năm 2026",
    page,
    pageNumber: form.pageNumber,
    firstHeader: [
      {
        kind: "frame",
        id: b.id("circulation"),
        style: "circulation",
        runs: [b.text("circulation", "LƯU HÀNH NỘI BỘ")],
        width: mm(52),
        height: form.layout.stampHeight,
        thickness: 0.75,
        color: "#000000",
        align: "right",
        before: 0,
      },
    ],
    firstFooter: [
      b.rule(page.width - page.marginLeft - page.marginRight),
      b.paragraph("address", "Thôn Đông, xã An Bình; điện thoại: 0239.000.000; thư điện tử: anbinh@example.gov.vn"),
    ],
    blocks: [
      letterhead(b, page, false),
      ...head(),
      b.rule(titleRule, form.layout.titleGap, true),
      b.paragraph("legal-basis", "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;"),
      b.paragraph(
        "legal-basis",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
      ),
      b.paragraph("body", "Ủy ban nhân dân xã ban hành Kế hoạch tuyên truyền chuyển đổi số (CĐS) năm 2026 như sau:", {
        keepNext: true,
      }),
      ...body(b),
      b.paragraph(
        "closing",
        "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Phòng Văn hóa - Xã hội để tổng hợp, báo cáo Ủy ban nhân dân xã xem xét, quyết định./.",
        { keepNext: true },
      ),
      signature(b, page),
    ],
  };
  const attached: Section = {
    id: "attached",
    kind: "attached",
    title: "Kế hoạch kèm theo",
    page,
    pageNumber: form.pageNumber,
    firstHeader: [b.paragraph("signing-info", "Số: 12/QĐ-UBND; thời gian ký: 05/01/2026 08:30:00 +07:00")],
    firstFooter: [],
    blocks: [
      letterhead(b, page, true),
      ...head(),
      b.paragraph(
        "attached-line",
        form.words.attachedLine.replace(
          "{document}",
          "Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã An Bình",
        ),
        { keepNext: true },
      ),
      b.rule(titleRule, form.layout.titleGap, true),
      b.paragraph("part-label", "Phần I", { role: "heading", outline: { level: 2, title: "Phần I. Quy định chung" } }),
      b.paragraph("part-title", "QUY ĐỊNH CHUNG", { role: "heading" }),
      b.paragraph(
        "heading-article",
        [b.text("heading-article", "Điều 1. ", { label: true }), b.text("heading-article", "Phạm vi áp dụng")],
        { role: "heading", outline: { level: 3, title: "Điều 1. Phạm vi áp dụng" } },
      ),
      b.paragraph("body", sentences.join(" ")),
    ],
  };
  const widths = [10, 66, 50, 36, 38, 26, 26].map(mm);
  const annex: Section = {
    id: "annex",
    kind: "annex",
    title: "Phụ lục",
    page: wide,
    pageNumber: form.pageNumber,
    firstHeader: [],
    firstFooter: [],
    blocks: [
      letterhead(b, wide, true),
      b.paragraph("annex-label", "Phụ lục", {
        role: "heading",
        outline: { level: 1, title: "Phụ lục. Nhiệm vụ tuyên truyền" },
        before: 12,
      }),
      b.paragraph("annex-title", "NHIỆM VỤ TUYÊN TRUYỀN CHUYỂN ĐỔI SỐ NĂM 2026", { role: "heading" }),
      b.paragraph(
        "annex-line",
        `(Kèm theo Kế hoạch số ${"\u00a0".repeat(10)}/KH-UBND ngày ${"\u00a0".repeat(7)} tháng ${"\u00a0".repeat(7)} năm 2026 của Ủy ban nhân dân xã An Bình)`,
      ),
      b.rule(form.layout.annexRule, form.layout.titleGap, true),
      table(b, widths, 24),
    ],
  };
  return {
    kind: "document",
    properties: {
      title: "Kế hoạch Tuyên truyền chuyển đổi số năm 2026",
      subject: "Tuyên truyền chuyển đổi số năm 2026",
      author: "Ủy ban nhân dân xã An Bình",
      language: "vi-VN",
      keywords: ["Kế hoạch"],
      custom: { TypeName: "Kế hoạch", CodeNotation: "KH-UBND", OrganName: "Ủy ban nhân dân xã An Bình" },
      facts: [],
      sourceDigest: "0".repeat(64),
      generator: "plan (kiểm thử)",
    },
    style: form.style,
    sections: [main, attached, annex],
    notes: [{ number: "1", paragraph: b.paragraph("footnote", "Số liệu tổng hợp đến hết ngày 31 tháng 12 năm 2025.") }],
  };
}

export const fixtureDocument: Document = makeFixture(nd30);
/** The same words in the form of Thông tư 01/2011/TT-BNV. */
export const olderFixtureDocument: Document = makeFixture(tt01);
