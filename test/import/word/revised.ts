/** A ward's draft as it went round in the office: changes not yet accepted, comments, a box, controls, links, notes, fields. */
import type { Facts, WordDocument } from "../facts.ts";
import {
  body,
  type Cell,
  cell,
  centered,
  drawnLine,
  escaped,
  expectedOf,
  field,
  joined,
  type Look,
  nothing,
  type ParagraphLook,
  type Piece,
  pageNumberHeader,
  para,
  quiet,
  type Row,
  rawRun,
  row,
  run,
  table,
  textBox,
  wordFile,
} from "./word.ts";

// ── Changes ─────────────────────────────────────────────────────────────────────────────────────────────────────────

let changes = 900;
/** Author and moment of a change; ids count up in the order of this file. */
function change(author = "Nguyễn Thị Lan"): string {
  changes += 1;
  return `w:id="${changes}" w:author="${author}" w:date="2025-08-20T09:15:00Z"`;
}

const inserted = (text: string | Piece, look: Look = {}): Piece => {
  const piece = typeof text === "string" ? run(text, look) : text;
  return { xml: `<w:ins ${change()}>${piece.xml}</w:ins>`, words: piece.words };
};
const deletedRuns = (text: string, look: Look): string =>
  rawRun(`<w:delText xml:space="preserve">${escaped(text)}</w:delText>`, look);
const deleted = (text: string, look: Look = {}): Piece => ({
  xml: `<w:del ${change("Võ Minh Khang")}>${deletedRuns(text, look)}</w:del>`,
  words: "",
});
/** Written by one, struck out by another. */
const insertedAndDeleted = (text: string): Piece => ({
  xml: `<w:ins ${change()}>${deleted(text).xml}</w:ins>`,
  words: "",
});
/** Words that were made bold with changes followed. */
const boldened = (text: string): Piece => ({
  xml: run(text, { bold: true }).xml.replaceAll(
    "</w:rPr>",
    `<w:rPrChange ${change()}><w:rPr><w:strike/><w:vanish/><w:lang w:val="vi-VN"/></w:rPr></w:rPrChange></w:rPr>`,
  ),
  words: text,
});
const around = (before: string, piece: Piece, after: string): Piece => ({
  xml: before + piece.xml + after,
  words: piece.words,
});

const insertedParagraph = (text: string, look: ParagraphLook = {}): Piece =>
  body([inserted(text, look)], { ...look, markChange: `<w:ins ${change()}/>` });
const deletedParagraph = (text: string): Piece =>
  quiet(body([deleted(text)], { markChange: `<w:del ${change("Võ Minh Khang")}/>` }));

const movedFrom = (text: string): Piece =>
  quiet(
    body(
      [
        {
          xml: `<w:moveFromRangeStart ${change()} w:name="move205990027"/><w:moveFrom ${change()}>${run(text).xml}</w:moveFrom>`,
          words: "",
        },
        { xml: `<w:moveFromRangeEnd w:id="${changes - 1}"/>`, words: "" },
      ],
      { markChange: `<w:moveFrom ${change()}/>` },
    ),
  );
const movedTo = (text: string): Piece =>
  body(
    [
      {
        xml: `<w:moveToRangeStart ${change()} w:name="move205990027"/><w:moveTo ${change()}>${run(text).xml}</w:moveTo>`,
        words: text,
      },
      { xml: `<w:moveToRangeEnd w:id="${changes - 1}"/>`, words: "" },
    ],
    { markChange: `<w:moveTo ${change()}/>` },
  );

// ── Comments, notes, controls, links ────────────────────────────────────────────────────────────────────────────────

const commented = (id: number, piece: Piece): Piece =>
  around(
    `<w:commentRangeStart w:id="${id}"/>`,
    piece,
    `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
  );
const comment = (id: number, author: string, text: string): string =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2025-08-20T10:00:00Z" w:initials="NL">${para([{ xml: '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>', words: "" }, text], { paragraphStyle: "CommentText" }).xml}</w:comment>`;

const noteMark = (id: number): Piece => ({
  xml: `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`,
  words: `[${id}]`,
});
const notes = [
  "Số liệu của Trạm Y tế phường tổng hợp từ Hệ thống giám sát bệnh truyền nhiễm, tính đến 16 giờ ngày 15 tháng 8 năm 2025.",
  "Gồm: hóa chất, vật tư 92.000.000 đồng; bồi dưỡng cộng tác viên 61.500.000 đồng; truyền thông 33.000.000 đồng.",
] as const;
/** Stands at the foot of the page; here after the paragraph that refers to it. */
const noteWords = (id: 1 | 2): Piece => ({ xml: "", words: `[${id}] ${notes[id - 1]}` });
const footnotes = [
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
  '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>',
  ...notes.map(
    (words, i) =>
      `<w:footnote w:id="${i + 1}">${para([{ xml: '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>', words: "" }, ` ${words}`], { paragraphStyle: "FootnoteText", size: 10, align: "both" }).xml}</w:footnote>`,
  ),
].join("");

const control = (alias: string, inside: Piece, kind = "<w:text/>"): Piece =>
  around(
    `<w:sdt><w:sdtPr><w:alias w:val="${alias}"/><w:tag w:val="${alias}"/><w:id w:val="-13${alias.length}7701"/>${kind}</w:sdtPr><w:sdtContent>`,
    inside,
    "</w:sdtContent></w:sdt>",
  );

const linkLook = { style: "Hyperlink" } as const;
const link = (id: string, words: string): Piece =>
  around(`<w:hyperlink r:id="${id}" w:history="1">`, run(words, linkLook), "</w:hyperlink>");

// ── The document ────────────────────────────────────────────────────────────────────────────────────────────────────

const bold = { bold: true } as const;
const italic = { italic: true } as const;
const heading = (text: string | readonly (string | Piece)[]): Piece =>
  body(text, { bold: true, before: 120, keepNext: true });

const letterhead = table(
  [
    row([
      cell([
        centered("ỦY BAN NHÂN DÂN", { bold: true, size: 13 }),
        centered(["PHƯỜNG HỒ SEN", drawnLine(1, 58, 62, 17)], { bold: true, size: 13 }),
        centered(["Số: ", inserted("36", { size: 13 }), deleted("      ", { size: 13 }), "/KH-UBND"], {
          size: 13,
          before: 120,
        }),
      ]),
      cell([
        quiet(centered("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 13 })),
        quiet(centered(["Độc lập - Tự do - Hạnh phúc", drawnLine(2, 66, 160, 18)], bold)),
        centered(
          [
            "Hồ Sen, ngày ",
            field('DATE \\@ "dd"', run("21", italic), italic),
            " tháng ",
            field('DATE \\@ "M"', run("8", italic), italic),
            " năm ",
            field('DATE \\@ "yyyy"', run("2025", italic), italic),
          ],
          { italic: true, before: 120 },
        ),
      ]),
    ]),
  ],
  [3500, 5855],
  "none",
);

const opening = [
  nothing(),
  centered("KẾ HOẠCH", bold),
  centered("Phòng, chống bệnh sốt xuất huyết Dengue", bold),
  centered(
    ["trên địa bàn phường Hồ Sen ", deleted("năm 2025", bold), inserted("những tháng cuối năm 2025", bold)],
    bold,
  ),
  nothing(),
  body("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic),
  body("Căn cứ Luật Phòng, chống bệnh truyền nhiễm ngày 21 tháng 11 năm 2007;", italic),
  insertedParagraph(
    "Thực hiện Kế hoạch số 112/KH-UBND ngày 04 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh về phòng, chống sốt xuất huyết Dengue;",
    italic,
  ),
  body("Theo đề nghị của Trạm trưởng Trạm Y tế phường tại Tờ trình số 15/TTr-TYT ngày 18 tháng 8 năm 2025.", italic),
  body([
    "Ủy ban nhân dân phường ban hành Kế hoạch phòng, chống bệnh sốt xuất huyết Dengue trên địa bàn phường những tháng cuối ",
    control("Nam", run("năm 2025")),
    " như sau:",
  ]),
];

const situation = [
  heading("I. TÌNH HÌNH DỊCH BỆNH"),
  body([
    "Từ đầu năm đến ngày 15 tháng 8 năm 2025, toàn phường ghi nhận ",
    commented(0, joined([deleted("45"), inserted("47")])),
    " ca mắc sốt xuất huyết Dengue",
    noteMark(1),
    ", tăng 1,8 lần so với cùng kỳ năm trước, không có tử vong; 06 ổ dịch đã được xử lý đúng quy định.",
    quiet(run(" (số liệu chờ chị Lan xác nhận lại)", { hidden: true, italic: true })),
  ]),
  noteWords(1),
  quiet(body("Ghi chú nội bộ: so lại với số của Trung tâm Y tế khu vực.", { hidden: true })),
  deletedParagraph("Nguyên nhân chủ yếu do một bộ phận người dân còn chủ quan, lơ là."),
  body([
    "Qua giám sát, chỉ số Breteau (BI) tại 04/11 khu phố vượt ngưỡng cảnh báo; dụng cụ chứa nước chủ yếu là lu, chậu cảnh, vỏ xe cũ",
    deleted(", chai lọ"),
    " và ",
    insertedAndDeleted("cả "),
    inserted("đồ phế thải tại "),
    "các công trình xây dựng dở dang.",
  ]),
  heading("II. MỤC TIÊU"),
  body("1. 100% ổ dịch được phát hiện, xử lý triệt để trong vòng 48 giờ kể từ khi xác định."),
  body([
    "2. Giảm ít nhất ",
    deleted("20"),
    inserted("30"),
    "% số ca mắc trong quý IV so với quý III năm 2025; không để xảy ra tử vong.",
  ]),
  control(
    "MucTieu3",
    body("3. Trên 95% hộ gia đình được tuyên truyền, ký cam kết không có lăng quăng, bọ gậy."),
    "<w:richText/>",
  ),
];

const moved = "- Kiểm tra, xử lý các công trình xây dựng dở dang, bãi phế liệu, nghĩa trang trên địa bàn.";

const measures = [
  heading([
    around('<w:bookmarkStart w:id="41" w:name="_Ref205990011"/>', run("III", bold), '<w:bookmarkEnd w:id="41"/>'),
    ". NHIỆM VỤ, GIẢI PHÁP",
  ]),
  heading("1. Diệt lăng quăng, bọ gậy"),
  body("- Tổ chức chiến dịch “Toàn dân diệt lăng quăng” vào sáng thứ bảy hằng tuần tại 11 khu phố;"),
  // The mark of the first of these two was deleted: it runs on into the second.
  quiet(
    body("- Lật úp, thu gom dụng cụ chứa nước đọng; thả cá vào bể chứa lớn,", {
      markChange: `<w:del ${change("Võ Minh Khang")}/>`,
    }),
  ),
  {
    xml: body([deleted("- Đ"), inserted(" đ"), "ậy kín lu, bể; thay nước bình hoa ít nhất mỗi tuần một lần;"]).xml,
    words:
      "- Lật úp, thu gom dụng cụ chứa nước đọng; thả cá vào bể chứa lớn, đậy kín lu, bể; thay nước bình hoa ít nhất mỗi tuần một lần;",
  },
  movedTo(moved),
  heading("2. Giám sát, xử lý ổ dịch"),
  body([
    "a) Trạm Y tế phường giám sát ca bệnh hằng ngày, báo cáo trên Hệ thống giám sát bệnh truyền nhiễm tại địa chỉ ",
    link("rIdLink1", "https://giamsat.tramytehosen.vn"),
    " trước 15 giờ.",
  ]),
  movedFrom(moved),
  body([
    "b) Phun hóa chất diệt muỗi chủ động tại ",
    deleted("05"),
    inserted("04"),
    " khu phố có nguy cơ cao; phun 02 lần, cách nhau 07 ngày.",
  ]),
  body([
    commented(1, run("c) Bố trí đủ cơ số thuốc, dịch truyền")),
    "; ",
    boldened("tập huấn phác đồ"),
    " cho 100% nhân viên y tế và phòng khám tư nhân.",
  ]),
  heading("3. Truyền thông"),
  body([
    "Phát thanh 02 lần/ngày trên hệ thống loa khu phố; đăng tải tài liệu hướng dẫn trên ",
    field('HYPERLINK "https://hosen.gov.example/sxh"', run("Trang thông tin điện tử phường", linkLook)),
    "; phát tờ rơi có số điện thoại đường dây nóng đến từng hộ gia đình.",
    textBox(3, 58, 420, 40, [
      centered("ĐƯỜNG DÂY NÓNG TRẠM Y TẾ PHƯỜNG HỒ SEN", { bold: true, size: 13 }),
      centered("0256 380 4127 (trực 24/24 giờ)", { size: 13 }),
    ]),
  ]),
];

const look = { size: 12 } as const;
const c = (text: string): Cell => cell(text, {}, look);
const headCell = (text: string): Cell => cell(text, {}, { size: 12, bold: true, align: "center" });
const insertedCell = (text: string): Cell => cell([para([inserted(text, look)], look)]);
const deletedCell = (text: string): Cell => cell([quiet(para([deleted(text, look)], look))]);

/** A row that can be repeated by a button: a control around the row. */
const controlledRow = (inside: Row): Row => ({
  ...inside,
  xmlOf: (widths) => control("Dong", { xml: inside.xmlOf(widths), words: "" }, "<w15:repeatingSectionItem/>").xml,
});

const tasks = table(
  [
    row(["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Kết quả"].map(headCell), { head: true }),
    row(
      [
        "1",
        "Điều tra chỉ số véc tơ",
        "Trạm Y tế phường",
        "Cộng tác viên dân số",
        "Tuần thứ nhất hằng tháng",
        "Báo cáo chỉ số BI",
      ].map(c),
    ),
    row(
      [
        "2",
        "Tổng vệ sinh môi trường, diệt lăng quăng",
        "Các khu phố",
        "Đoàn Thanh niên phường",
        "Sáng thứ bảy hằng tuần",
        "11/11 khu phố",
      ].map(c),
    ),
    row(
      ["3", "Thay bể chứa nước công cộng", "Phòng Kinh tế", "Các khu phố", "Tháng 9/2025", "02 bể"].map(deletedCell),
      { change: `<w:del ${change("Võ Minh Khang")}/>` },
    ),
    controlledRow(
      row([
        cell([para([deleted("4", look), inserted("3", look)], look)]),
        c("Phun hóa chất diệt muỗi chủ động"),
        c("Trạm Y tế phường"),
        c("Công an phường; Ban Chỉ huy Quân sự phường"),
        cell([para(["Tháng ", deleted("10", look), inserted("9", look), "/2025"], look)]),
        c("04 khu phố"),
      ]),
    ),
    row(
      [
        "4",
        "Kiểm tra, xử phạt cơ sở để phát sinh lăng quăng",
        "Phòng Văn hóa - Xã hội",
        "Công an phường",
        "Từ ngày 01/10/2025 đến ngày 31/10/2025",
        "Biên bản kiểm tra",
      ].map(insertedCell),
      { change: `<w:ins ${change()}/>` },
    ),
    row(
      [
        "5",
        "Tổng kết, báo cáo Ủy ban nhân dân tỉnh",
        "Phòng Văn hóa - Xã hội",
        "Trạm Y tế phường",
        "Trước ngày 15/12/2025",
        "Báo cáo",
      ].map(c),
    ),
  ],
  [560, 2300, 1600, 1900, 1650, 1345],
);

const after = [
  // It was an item of a list before.
  body("V. KINH PHÍ", {
    bold: true,
    before: 120,
    keepNext: true,
    change: `<w:pPrChange ${change()}><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:jc w:val="center"/></w:pPr></w:pPrChange>`,
  }),
  body(["Kinh phí thực hiện là 186.500.000 đồng", noteMark(2), " từ ngân sách phường năm 2025."]),
  noteWords(2),
  heading("VI. TỔ CHỨC THỰC HIỆN"),
  body([
    "1. Trạm Y tế phường: Là cơ quan thường trực, tổ chức thực hiện các nhiệm vụ tại mục ",
    field("REF _Ref205990011 \\h", run("III")),
    " Kế hoạch này; báo cáo kết quả vào thứ sáu hằng tuần.",
  ]),
  body(
    "2. Phòng Văn hóa - Xã hội: Tham mưu kiện toàn Ban Chỉ đạo; chủ trì kiểm tra liên ngành; tổng hợp, đề xuất khen thưởng.",
  ),
  body(
    "3. Phòng Kinh tế, Hạ tầng và Đô thị: Bảo đảm kinh phí; yêu cầu chủ đầu tư công trình xây dựng cam kết không để nước đọng.",
  ),
  body("4. Công an phường: Bảo đảm an ninh trật tự khi phun hóa chất; phối hợp xử lý hộ không chấp hành."),
  insertedParagraph(
    "5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường và các đoàn thể: Vận động hội viên tham gia chiến dịch, giám sát cam kết của các hộ gia đình.",
  ),
  body([
    "Yêu cầu các phòng, đơn vị, khu phố nghiêm túc triển khai thực hiện",
    deleted(" Kế hoạch này"),
    "; khó khăn, vướng mắc phản ánh về Trạm Y tế phường để được hướng dẫn./.",
  ]),
  nothing(),
];

const assigned = [
  heading("IV. PHÂN CÔNG THỰC HIỆN"),
  body("Nhiệm vụ cụ thể của các đơn vị được phân công như sau:"),
  tasks,
];

const recipient = (text: string): Piece => para(text, { size: 11 });
const ending = table(
  [
    row([
      cell([
        para("Nơi nhận:", { bold: true, italic: true, size: 12 }),
        recipient("- Sở Y tế (b/c);"),
        recipient("- TT Đảng ủy, HĐND phường (b/c);"),
        recipient("- CT, các PCT UBND phường;"),
        recipient("- UBMTTQVN và các đoàn thể phường;"),
        para([inserted("- Các phòng, đơn vị thuộc phường;", { size: 11 })], {
          size: 11,
          markChange: `<w:ins ${change()}/>`,
        }),
        recipient("- 11 khu phố;"),
        recipient("- Lưu: VT, TYT."),
      ]),
      cell([
        centered("TM. ỦY BAN NHÂN DÂN", bold),
        centered("KT. CHỦ TỊCH", bold),
        centered("PHÓ CHỦ TỊCH", bold),
        nothing(),
        nothing(),
        nothing(),
        centered("Trần Lê Khánh Vy", bold),
      ]),
    ]),
  ],
  [4678, 4677],
  "none",
);

const pieces = [letterhead, ...opening, ...situation, ...measures, ...assigned, ...after, ending, nothing()];

const facts: Facts = {
  documents: [
    {
      kind: "plan",
      issuers: ["Ủy ban nhân dân phường Hồ Sen"],
      parent: null,
      number: "36/KH-UBND",
      date: "2025-08-21",
      place: "Hồ Sen",
      title: "Phòng, chống bệnh sốt xuất huyết Dengue trên địa bàn phường Hồ Sen những tháng cuối năm 2025",
      legalBases: 4,
      divisions: [
        ["I.", "TÌNH HÌNH DỊCH BỆNH"],
        ["II.", "MỤC TIÊU"],
        ["1.", "100% ổ dịch được phát hiện, xử lý"],
        ["2.", "Giảm ít nhất 30% số ca mắc"],
        ["3.", "Trên 95% hộ gia đình được tuyên"],
        ["III.", "NHIỆM VỤ, GIẢI PHÁP"],
        ["1.", "Diệt lăng quăng, bọ gậy"],
        ["2.", "Giám sát, xử lý ổ dịch"],
        ["a)", "Trạm Y tế phường giám sát ca bệnh"],
        ["b)", "Phun hóa chất diệt muỗi chủ động tại"],
        ["c)", "Bố trí đủ cơ số thuốc, dịch truyền;"],
        ["3.", "Truyền thông"],
        ["IV.", "PHÂN CÔNG THỰC HIỆN"],
        ["V.", "KINH PHÍ"],
        ["VI.", "TỔ CHỨC THỰC HIỆN"],
        ["1.", "Trạm Y tế phường: Là cơ quan thường"],
        ["2.", "Phòng Văn hóa - Xã hội: Tham mưu"],
        ["3.", "Phòng Kinh tế, Hạ tầng và Đô thị:"],
        ["4.", "Công an phường: Bảo đảm an ninh trật"],
        ["5.", "Đề nghị Ủy ban Mặt trận Tổ quốc"],
      ],
      bullets: 3,
      tasks: [
        { title: "Điều tra chỉ số véc tơ", lead: ["Trạm Y tế phường"], time: "Tuần thứ nhất hằng tháng" },
        {
          title: "Tổng vệ sinh môi trường, diệt lăng quăng",
          lead: ["Các khu phố"],
          time: "Sáng thứ bảy hằng tuần",
        },
        { title: "Phun hóa chất diệt muỗi chủ động", lead: ["Trạm Y tế phường"], time: "Tháng 9/2025" },
        {
          title: "Kiểm tra, xử phạt cơ sở để phát sinh",
          lead: ["Phòng Văn hóa - Xã hội"],
          time: "Từ ngày 01/10/2025 đến ngày 31/10/2025",
        },
        {
          title: "Tổng kết, báo cáo Ủy ban nhân dân tỉnh",
          lead: ["Phòng Văn hóa - Xã hội"],
          time: "Trước ngày 15/12/2025",
        },
      ],
      tables: [
        {
          columns: 6,
          rows: 5,
          head: ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Kết quả"],
        },
      ],
      recipients: 7,
      signatures: [{ lines: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Trần Lê Khánh Vy" }],
      annexes: [],
    },
  ],
  joins: 0,
  pageNumbers: 0,
  notes: [
    "All changes count as accepted. Comments and hidden words are left out; the words of the box and of the footnotes are not. The day of the fields DATE is the one stored in the file. The box stands below the paragraph of III.3 that it is anchored in.",
  ],
};

export const revised: WordDocument = {
  slug: "phuong-2025-sot-xuat-huyet",
  about:
    "Ward plan of 2025 with changes not yet accepted (insertions, deletions, a moved paragraph, a deleted paragraph mark, rows of a table, looks of runs and paragraphs), comments, hidden words, footnotes, a text box, content controls, links, fields (PAGE, DATE, REF, HYPERLINK).",
  bytes: async () =>
    wordFile({
      body: pieces,
      page: { headers: { default: "rIdHeader" }, titlePage: true },
      headers: { rIdHeader: pageNumberHeader() },
      footnotes,
      comments: [
        comment(0, "Nguyễn Thị Lan", "Đề nghị đối chiếu lại với báo cáo tuần 33."),
        comment(1, "Võ Minh Khang", "Bổ sung nguồn mua thuốc?"),
      ].join(""),
      links: { rIdLink1: "https://giamsat.tramytehosen.vn/" },
      settings: "<w:trackRevisions/>",
      author: "Nguyễn Thị Lan",
      saved: "2025-08-21",
    }),
  expected: expectedOf(pieces),
  facts,
};
