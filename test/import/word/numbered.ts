/** A department's plan in which Word sets every number and bullet: nothing is typed by hand. */
import type { Facts, WordDocument } from "../facts.ts";
import {
  body,
  cell,
  centered,
  drawnLine,
  expectedOf,
  nothing,
  type Piece,
  pageNumberHeader,
  para,
  quiet,
  row,
  run,
  table,
  wordFile,
} from "./word.ts";

// ── Lists ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const level = (at: number, format: string, text: string, more = "", look = "", left = 720 + 360 * at): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="${Math.min(left, 360)}"/></w:pPr>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}</w:lvl>`;
const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:hint="default"/>`;
const abstract = (id: number, type: string, levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}" w15:restartNumberingAfterBreak="0"><w:nsid w:val="1A2B3C0${id}"/><w:multiLevelType w:val="${type}"/><w:tmpl w:val="7D0E4F1${id}"/>${levels.join("")}</w:abstractNum>`;
const list = (id: number, of: number, more = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

const outline = 1;
const dots = 2;
const squares = 3;
const ordinals = 4;
const dashes = 5;
const letters = 6;
const lettersAgain = 7;

const numbering = [
  abstract(0, "multilevel", [
    level(0, "upperRoman", "%1.", '<w:pStyle w:val="Heading1"/>'),
    level(1, "decimal", "%2.", '<w:pStyle w:val="Heading2"/>'),
    level(2, "lowerLetter", "%3)"),
    level(3, "bullet", "-", "", font("Times New Roman"), 1080),
  ]),
  abstract(1, "hybridMultilevel", [
    level(0, "bullet", "\uf0b7", "", font("Symbol")),
    level(1, "bullet", "o", "", font("Courier New")),
  ]),
  abstract(2, "hybridMultilevel", [
    level(0, "bullet", "\uf0a7", "", font("Wingdings")),
    level(1, "bullet", "\uf0d8", "", font("Wingdings")),
  ]),
  abstract(3, "hybridMultilevel", [level(0, "decimal", "%1", '<w:suff w:val="nothing"/>', "", 0)]),
  abstract(4, "hybridMultilevel", [level(0, "bullet", "-", "", font("Times New Roman"), 360)]),
  abstract(5, "hybridMultilevel", [level(0, "lowerLetter", "%1)")]),
  list(outline, 0),
  list(dots, 1),
  list(squares, 2),
  list(ordinals, 3),
  list(dashes, 4),
  list(letters, 5),
  list(lettersAgain, 5, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
].join("");

const headingStyle = (number: 1 | 2, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="Heading${number}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr>${number === 1 ? "" : '<w:ilvl w:val="1"/>'}<w:numId w:val="${outline}"/></w:numPr><w:spacing w:before="120" w:after="60"/><w:jc w:val="both"/><w:outlineLvl w:val="${number - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>`;
const styles = headingStyle(1, "heading 1") + headingStyle(2, "heading 2");

const roman = (label: string, text: string): Piece => para(text, { paragraphStyle: "Heading1", label, bold: true });
const arabic = (label: string, text: string): Piece => para(text, { paragraphStyle: "Heading2", label, bold: true });
const listed = (
  at: readonly [list: number, level: number],
  label: string,
  text: string | readonly (string | Piece)[],
): Piece => para(text, { paragraphStyle: "ListParagraph", list: at, label, align: "both", after: 60 });
const letter = (label: string, text: string): Piece => listed([outline, 2], label, text);
const dash = (text: string): Piece => listed([outline, 3], "-", text);
const dot = (text: string): Piece => listed([dots, 0], "•", text);
const square = (text: string): Piece => listed([squares, 0], "▪", text);
const arrow = (text: string): Piece => listed([squares, 1], "➢", text);

// ── The document ────────────────────────────────────────────────────────────────────────────────────────────────────

const bold = { bold: true } as const;

const letterhead = table(
  [
    row([
      cell([
        centered("UBND TỈNH VĨNH LÂM", { size: 13 }),
        centered(["SỞ NỘI VỤ", drawnLine(1, 55, 60, 17)], { bold: true, size: 13 }),
      ]),
      cell([
        quiet(centered("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 13 })),
        quiet(centered(["Độc lập - Tự do - Hạnh phúc", drawnLine(2, 62, 160, 18)], bold)),
      ]),
    ]),
    row([
      cell([centered("Số: 815/KH-SNV", { size: 13, before: 120 })]),
      cell([centered("Vĩnh Lâm, ngày 12 tháng 3 năm 2024", { italic: true, before: 120 })]),
    ]),
  ],
  [3600, 5755],
  "none",
);

const opening = [
  nothing(),
  centered("KẾ HOẠCH", bold),
  centered("Kiểm tra công tác cải cách hành chính và việc chấp hành kỷ luật, kỷ cương hành chính năm 2024", bold),
  centered([drawnLine(3, 180, 100, 2)]),
  nothing(),
  body(
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030;",
  ),
  body(
    "Căn cứ Quyết định số 1508/QĐ-UBND ngày 27 tháng 12 năm 2023 của Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính tỉnh Vĩnh Lâm năm 2024;",
  ),
  body(
    "Thực hiện Công văn số 402/UBND-NC ngày 21 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh về việc tăng cường kiểm tra công vụ.",
  ),
  body(
    "Sở Nội vụ ban hành Kế hoạch kiểm tra công tác cải cách hành chính và việc chấp hành kỷ luật, kỷ cương hành chính năm 2024 với các nội dung sau:",
  ),
];

const text = [
  roman("I.", "MỤC ĐÍCH, YÊU CẦU"),
  arabic("1.", "Mục đích"),
  dash(
    "Đánh giá đúng thực trạng việc thực hiện nhiệm vụ cải cách hành chính tại các cơ quan, đơn vị, địa phương; kịp thời chấn chỉnh tồn tại, hạn chế và nhân rộng cách làm hay.",
  ),
  dash(
    "Nâng cao trách nhiệm của người đứng đầu, ý thức chấp hành kỷ luật, kỷ cương của cán bộ, công chức, viên chức trong thực thi công vụ.",
  ),
  arabic("2.", "Yêu cầu"),
  dot("Việc kiểm tra phải khách quan, công khai, đúng trọng tâm, không chồng chéo với hoạt động thanh tra;"),
  dot("Không làm ảnh hưởng đến hoạt động bình thường của đơn vị được kiểm tra;"),
  dot("Kết luận phải nêu rõ trách nhiệm của tập thể, cá nhân và thời hạn khắc phục."),
  roman("II.", "NỘI DUNG KIỂM TRA"),
  arabic("1.", "Công tác chỉ đạo, điều hành cải cách hành chính"),
  letter("a)", "Việc ban hành và tổ chức thực hiện kế hoạch, chế độ báo cáo định kỳ;"),
  letter("b)", "Việc tự kiểm tra và khắc phục tồn tại sau kiểm tra của năm trước;"),
  letter("c)", "Công tác tuyên truyền, sáng kiến, giải pháp mới trong cải cách hành chính."),
  arabic("2.", "Kết quả thực hiện các lĩnh vực cải cách"),
  letter("a)", "Cải cách thủ tục hành chính:"),
  dash("Công khai, cập nhật thủ tục hành chính tại trụ sở và trên trang thông tin điện tử;"),
  dash("Tiếp nhận, giải quyết hồ sơ đúng hạn; xin lỗi tổ chức, cá nhân khi để hồ sơ quá hạn;"),
  dash("Số hóa hồ sơ, kết quả giải quyết; tỷ lệ thanh toán trực tuyến."),
  letter("b)", "Cải cách tổ chức bộ máy và chế độ công vụ:"),
  dash("Việc sắp xếp, kiện toàn các phòng, đơn vị trực thuộc; thực hiện quy chế làm việc;"),
  dash("Việc tuyển dụng, bổ nhiệm, chuyển đổi vị trí công tác theo quy định."),
  letter("c)", "Cải cách tài chính công và chuyển đổi số trong quản lý, điều hành."),
  arabic("3.", "Việc chấp hành kỷ luật, kỷ cương hành chính"),
  square("Thực hiện thời giờ làm việc, đeo thẻ, văn hóa giao tiếp, ứng xử nơi công sở;"),
  square("Việc tiếp công dân, xử lý phản ánh, kiến nghị, trong đó chú ý:"),
  arrow("Phản ánh của người dân qua đường dây nóng của Sở Nội vụ;"),
  arrow("Kiến nghị của doanh nghiệp tại các buổi đối thoại định kỳ."),
  roman("III.", "ĐỐI TƯỢNG, HÌNH THỨC, THỜI GIAN"),
  arabic("1.", "Đối tượng kiểm tra"),
  body(
    "Kiểm tra 06 sở, ban, ngành, 04 huyện, thị xã, thành phố và 08 xã, phường, thị trấn; thời kỳ kiểm tra từ ngày 01 tháng 01 năm 2023 đến thời điểm kiểm tra.",
  ),
  arabic("2.", "Hình thức"),
  letter("a)", "Kiểm tra theo kế hoạch: thông báo trước ít nhất 07 ngày làm việc, có đề cương báo cáo;"),
  letter("b)", "Kiểm tra đột xuất: không báo trước, tập trung vào kỷ luật, kỷ cương và Bộ phận Một cửa."),
  arabic("3.", "Phân công nhiệm vụ và thời gian thực hiện"),
  body("Các nhiệm vụ được phân công theo bảng dưới đây:"),
];

const ordinal = (label: string) => cell([para("", { list: [ordinals, 0], label, align: "center", size: 12 })]);
const c = (words: string) => cell(words, {}, { size: 12 });
const headCell = (words: string) => cell(words, {}, { size: 12, bold: true, align: "center" });
const assignment = (label: string, ...cells: readonly string[]) => row([ordinal(label), ...cells.map(c)]);

const assignments = table(
  [
    row(["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"].map(headCell), { head: true }),
    assignment(
      "1",
      "Thành lập Đoàn kiểm tra, ban hành đề cương",
      "Thanh tra Sở",
      "Phòng Cải cách hành chính",
      "Tháng 3/2024",
      "Quyết định, đề cương",
    ),
    assignment(
      "2",
      "Kiểm tra 06 sở, ban, ngành",
      "Phòng Cải cách hành chính",
      "Văn phòng UBND tỉnh",
      "Từ tháng 4 đến tháng 5/2024",
      "06 thông báo kết luận",
    ),
    assignment(
      "3",
      "Kiểm tra 04 huyện, thị xã, thành phố",
      "Phòng Cải cách hành chính",
      "Sở Tư pháp; Sở Thông tin và Truyền thông",
      "Quý III/2024",
      "04 thông báo kết luận",
    ),
    assignment(
      "4",
      "Kiểm tra 08 xã, phường, thị trấn",
      "Phòng Xây dựng chính quyền",
      "Phòng Nội vụ các huyện, thị xã, thành phố",
      "Quý III/2024",
      "08 biên bản",
    ),
    assignment(
      "5",
      "Kiểm tra đột xuất kỷ luật, kỷ cương",
      "Thanh tra Sở",
      "Công an tỉnh",
      "Trong năm 2024",
      "Báo cáo từng cuộc",
    ),
    assignment(
      "6",
      "Phúc tra việc khắc phục sau kiểm tra",
      "Thanh tra Sở",
      "Phòng Cải cách hành chính",
      "Trước ngày 15/11/2024",
      "Báo cáo phúc tra",
    ),
    assignment(
      "7",
      "Tổng hợp, báo cáo Ủy ban nhân dân tỉnh",
      "Văn phòng Sở",
      "Các phòng chuyên môn",
      "Trước ngày 10/12/2024",
      "Báo cáo tổng kết",
    ),
  ],
  [600, 2350, 1700, 1900, 1500, 1500],
);

const after = [
  roman("IV.", "KINH PHÍ"),
  body(
    "Kinh phí thực hiện được bố trí trong dự toán chi thường xuyên năm 2024 của Sở Nội vụ và các nguồn hợp pháp khác theo quy định của pháp luật về ngân sách nhà nước.",
  ),
  roman("V.", "TỔ CHỨC THỰC HIỆN"),
  arabic("1.", "Thanh tra Sở"),
  letter("a)", "Tham mưu Giám đốc Sở thành lập Đoàn kiểm tra, bố trí lịch làm việc cụ thể;"),
  letter("b)", "Theo dõi, đôn đốc việc thực hiện kết luận kiểm tra."),
  arabic("2.", "Phòng Cải cách hành chính"),
  body(
    "Xây dựng đề cương, phiếu chấm điểm; cung cấp số liệu theo dõi trên Hệ thống thông tin báo cáo; tổng hợp kiến nghị sau từng đợt kiểm tra.",
  ),
  arabic("3.", "Các cơ quan, đơn vị được kiểm tra"),
  listed([letters, 0], "a)", "Chuẩn bị báo cáo bằng văn bản gửi Đoàn kiểm tra trước 03 ngày làm việc;"),
  listed([letters, 0], "b)", "Cung cấp đầy đủ hồ sơ, tài liệu, bố trí người làm việc với Đoàn;"),
  listed([letters, 0], "c)", "Khắc phục tồn tại trong 30 ngày kể từ ngày nhận thông báo kết luận."),
  arabic("4.", "Thành viên Đoàn kiểm tra"),
  listed([lettersAgain, 0], "a)", "Thực hiện đúng nhiệm vụ được phân công, bảo mật thông tin;"),
  listed([lettersAgain, 0], "b)", "Chịu trách nhiệm về nội dung được giao kiểm tra."),
  body(
    "Trên đây là Kế hoạch kiểm tra công tác cải cách hành chính và việc chấp hành kỷ luật, kỷ cương hành chính năm 2024; đề nghị các cơ quan, đơn vị, địa phương phối hợp thực hiện./.",
    { before: 120 },
  ),
  nothing(),
];

const recipient = (words: string): Piece => para(words, { list: [dashes, 0], label: "-", size: 11, align: "left" });
const ending = table(
  [
    row([
      cell([
        para([run("Nơi nhận:", { bold: true, italic: true, size: 12 })]),
        recipient("UBND tỉnh (b/c);"),
        recipient("Giám đốc, các Phó Giám đốc Sở;"),
        recipient("Các sở, ban, ngành được kiểm tra;"),
        recipient("UBND các huyện, thị xã, thành phố;"),
        recipient("Trang thông tin điện tử Sở Nội vụ;"),
        recipient("Lưu: VT, TTr."),
      ]),
      cell([centered("GIÁM ĐỐC", bold), nothing(), nothing(), nothing(), nothing(), centered("Hà Kiều Oanh", bold)]),
    ]),
  ],
  [4678, 4677],
  "none",
);

const pieces = [letterhead, ...opening, ...text, assignments, ...after, ending, nothing()];

const facts: Facts = {
  documents: [
    {
      kind: "plan",
      issuers: ["Sở Nội vụ"],
      parent: "UBND TỈNH VĨNH LÂM",
      number: "815/KH-SNV",
      date: "2024-03-12",
      place: "Vĩnh Lâm",
      title: "Kiểm tra công tác cải cách hành chính và việc chấp hành kỷ luật, kỷ cương hành chính năm 2024",
      legalBases: 3,
      divisions: [
        ["I.", "MỤC ĐÍCH, YÊU CẦU"],
        ["1.", "Mục đích"],
        ["2.", "Yêu cầu"],
        ["II.", "NỘI DUNG KIỂM TRA"],
        ["1.", "Công tác chỉ đạo, điều hành cải cách"],
        ["a)", "Việc ban hành và tổ chức thực hiện"],
        ["b)", "Việc tự kiểm tra và khắc phục tồn"],
        ["c)", "Công tác tuyên truyền, sáng kiến, giải pháp"],
        ["2.", "Kết quả thực hiện các lĩnh vực cải"],
        ["a)", "Cải cách thủ tục hành chính:"],
        ["b)", "Cải cách tổ chức bộ máy và chế"],
        ["c)", "Cải cách tài chính công và chuyển đổi"],
        ["3.", "Việc chấp hành kỷ luật, kỷ cương hành"],
        ["III.", "ĐỐI TƯỢNG, HÌNH THỨC, THỜI GIAN"],
        ["1.", "Đối tượng kiểm tra"],
        ["2.", "Hình thức"],
        ["a)", "Kiểm tra theo kế hoạch: thông báo trước"],
        ["b)", "Kiểm tra đột xuất: không báo trước, tập"],
        ["3.", "Phân công nhiệm vụ và thời gian thực"],
        ["IV.", "KINH PHÍ"],
        ["V.", "TỔ CHỨC THỰC HIỆN"],
        ["1.", "Thanh tra Sở"],
        ["a)", "Tham mưu Giám đốc Sở thành lập Đoàn"],
        ["b)", "Theo dõi, đôn đốc việc thực hiện kết"],
        ["2.", "Phòng Cải cách hành chính"],
        ["3.", "Các cơ quan, đơn vị được kiểm tra"],
        ["a)", "Chuẩn bị báo cáo bằng văn bản gửi"],
        ["b)", "Cung cấp đầy đủ hồ sơ, tài liệu,"],
        ["c)", "Khắc phục tồn tại trong 30 ngày kể"],
        ["4.", "Thành viên Đoàn kiểm tra"],
        ["a)", "Thực hiện đúng nhiệm vụ được phân công,"],
        ["b)", "Chịu trách nhiệm về nội dung được giao"],
      ],
      bullets: 14,
      lowerBullets: 2,
      tasks: [
        { title: "Thành lập Đoàn kiểm tra, ban hành đề cương", lead: ["Thanh tra Sở"], time: "Tháng 3/2024" },
        {
          title: "Kiểm tra 06 sở, ban, ngành",
          lead: ["Phòng Cải cách hành chính"],
          time: "Từ tháng 4 đến tháng 5/2024",
        },
        {
          title: "Kiểm tra 04 huyện, thị xã, thành phố",
          lead: ["Phòng Cải cách hành chính"],
          time: "Quý III/2024",
        },
        { title: "Kiểm tra 08 xã, phường, thị trấn", lead: ["Phòng Xây dựng chính quyền"], time: "Quý III/2024" },
        { title: "Kiểm tra đột xuất kỷ luật, kỷ cương", lead: ["Thanh tra Sở"], time: "Trong năm 2024" },
        { title: "Phúc tra việc khắc phục sau kiểm tra", lead: ["Thanh tra Sở"], time: "Trước ngày 15/11/2024" },
        {
          title: "Tổng hợp, báo cáo Ủy ban nhân dân tỉnh",
          lead: ["Văn phòng Sở"],
          time: "Trước ngày 10/12/2024",
        },
      ],
      tables: [
        {
          columns: 6,
          rows: 7,
          head: ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"],
        },
      ],
      recipients: 6,
      signatures: [{ lines: ["GIÁM ĐỐC"], name: "Hà Kiều Oanh" }],
      annexes: [],
    },
  ],
  joins: 0,
  pageNumbers: 0,
  notes: [
    "All marks, bullets (-, •, ▪, ➢), the ordinals of the table and the dashes of the recipients are automatic; the letters of V.3 go on in one list, those of V.4 begin anew in another.",
  ],
};

export const numbered: WordDocument = {
  slug: "so-2024-kiem-tra-cai-cach-hanh-chinh",
  about:
    "Department plan of 2024 with automatic numbers everywhere: a list of levels bound to the heading styles (I. 1. a) -), bullets of Symbol and Wingdings, lists that begin anew, a table whose TT column is a list, recipients as a list.",
  bytes: async () =>
    wordFile({
      body: pieces,
      page: { headers: { default: "rIdHeader" }, titlePage: true },
      headers: { rIdHeader: pageNumberHeader() },
      styles,
      numbering,
      title: "",
      author: "SNV",
      saved: "2024-03-11",
    }),
  expected: expectedOf(pieces),
  facts,
};
