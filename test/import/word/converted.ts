/** A central agency's plan out of a PDF: a converter made every printed line a paragraph, and frames of what stood aside. */
import type { Facts, WordDocument } from "../facts.ts";
import {
  cell,
  expectedOf,
  nothing,
  type ParagraphLook,
  type Piece,
  para,
  quiet,
  row,
  section,
  table,
  wordFile,
} from "./word.ts";

/** Breaks a text into lines of so many letters. */
function broken(text: string, width: number, firstWidth = width): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > (lines.length === 0 ? firstWidth : width)) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const lineWidth = 75;
const firstLineWidth = 68;
/** Lines that stand on the first page below the letterhead, and on others. */
const firstPage = 29;
const otherPages = 32;

interface Line {
  readonly piece: Piece;
  readonly height: number;
}

const printed = (text: string, look: ParagraphLook): Line => ({
  piece: para(text, { size: 13, after: 0, line: 336, ...look }),
  height: 1,
});

/** A paragraph of the PDF: its lines, of which the first is moved in. Its words are expected whole. */
const text = (words: string, look: ParagraphLook = {}): Line[] =>
  broken(words, lineWidth, firstLineWidth).map((line, i) => {
    const { piece, height } = printed(line, i === 0 ? { ...look, firstLine: 720 } : look);
    return { piece: { xml: piece.xml, words: i === 0 ? words : "" }, height };
  });
const heading = (words: string): Line[] => text(words, { bold: true });
const middle = (words: string, look: ParagraphLook = {}): Line[] => [printed(words, { align: "center", ...look })];

/** A line that the converter set in a frame at its place on the page, in twips from its upper left corner. */
const framed = (words: string, x: number, y: number, width: number, look: ParagraphLook = {}): Piece =>
  para(words, {
    align: "center",
    size: 13,
    frame: `<w:framePr w:w="${width}" w:hSpace="180" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="${x}" w:y="${y}"/>`,
    ...look,
  });
const leftFrame = (words: string, y: number, look: ParagraphLook = {}): Piece => framed(words, 1200, y, 3900, look);
const rightFrame = (words: string, y: number, look: ParagraphLook = {}): Piece => framed(words, 5250, y, 5800, look);

const aside = (piece: Piece, height = 0): Line => ({ piece, height });

const lines: readonly Line[] = [
  aside(leftFrame("BỘ GIAO THÔNG VẬN TẢI", 1130)),
  aside(quiet(rightFrame("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1130, { bold: true }))),
  aside(leftFrame("CỤC ĐƯỜNG THỦY", 1440, { bold: true })),
  aside(quiet(rightFrame("Độc lập - Tự do - Hạnh phúc", 1440, { bold: true }))),
  aside(leftFrame("NỘI ĐỊA VIỆT NAM", 1750, { bold: true })),
  aside(rightFrame("Hà Nội, ngày 18 tháng 5 năm 2021", 2150, { italic: true })),
  aside(nothing()),
  ...middle("KẾ HOẠCH", { bold: true, before: 720 }),
  aside(leftFrame("Số: 1123/KH-CĐTNĐ", 2150)),
  ...middle("Bảo đảm trật tự, an toàn giao thông đường thủy nội địa", { bold: true }),
  ...middle("trong mùa mưa bão năm 2021", { bold: true }),
  aside(nothing()),
  ...text(
    "Căn cứ Luật Giao thông đường thủy nội địa ngày 15 tháng 6 năm 2004; Luật sửa đổi, bổ sung một số điều của Luật Giao thông đường thủy nội địa ngày 17 tháng 6 năm 2014;",
  ),
  ...text("Căn cứ Luật Phòng, chống thiên tai ngày 19 tháng 6 năm 2013;"),
  ...text(
    "Căn cứ Nghị định số 08/2021/NĐ-CP ngày 28 tháng 01 năm 2021 của Chính phủ quy định về quản lý hoạt động đường thủy nội địa;",
  ),
  ...text(
    "Thực hiện Kế hoạch số 3107/KH-BGTVT ngày 12 tháng 4 năm 2021 của Bộ Giao thông vận tải về công tác phòng, chống thiên tai và tìm kiếm cứu nạn năm 2021;",
  ),
  ...text("Xét đề nghị của Trưởng phòng Vận tải - An toàn giao thông."),
  ...text(
    "Cục Đường thủy nội địa Việt Nam ban hành Kế hoạch bảo đảm trật tự, an toàn giao thông đường thủy nội địa trong mùa mưa bão năm 2021 với các nội dung chủ yếu sau:",
  ),
  ...heading("I. MỤC ĐÍCH, YÊU CẦU"),
  ...heading("1. Mục đích"),
  ...text(
    "a) Kiềm chế và giảm từ 5% đến 10% số vụ, số người chết, số người bị thương do tai nạn giao thông đường thủy nội địa so với cùng kỳ năm 2020.",
  ),
  ...text(
    "b) Bảo đảm giao thông thông suốt trên các tuyến vận tải chính; chủ động ứng phó khi có bão, lũ, áp thấp nhiệt đới, nhất là tại các khu vực cầu có khoang thông thuyền hẹp, khu vực ngã ba sông và các bến khách ngang sông.",
  ),
  ...text(
    "c) Nâng cao trách nhiệm của người đứng đầu đơn vị, ý thức chấp hành pháp luật của chủ phương tiện, thuyền viên, người lái phương tiện.",
  ),
  ...heading("2. Yêu cầu"),
  ...text(
    "a) Các đơn vị xây dựng phương án cụ thể, xác định rõ người chỉ huy, lực lượng, phương tiện; tổ chức diễn tập ít nhất 01 lần trước ngày 15 tháng 6 năm 2021. Phương án phải phù hợp với điều kiện phòng, chống dịch COVID-19 và được gửi về Cục để theo dõi, kiểm tra.",
  ),
  ...text(
    "b) Duy trì chế độ trực ban 24/24 giờ; thông tin, báo cáo kịp thời, chính xác; nghiêm cấm việc che giấu, báo cáo sai sự thật về tai nạn, sự cố.",
  ),
  ...heading("II. NỘI DUNG"),
  ...heading("1. Bảo đảm an toàn luồng tuyến, công trình"),
  ...text(
    "a) Kiểm tra, bổ sung, thay thế báo hiệu hư hỏng, trôi dạt; thu hồi phao tại các đoạn sông có lũ lớn về nơi an toàn khi có lệnh.",
  ),
  ...text(
    "b) Tổ chức thường trực chống va trôi tại 23 cầu trọng điểm từ ngày 01 tháng 6 đến ngày 30 tháng 11 năm 2021; điều tiết, hướng dẫn phương tiện qua khu vực thi công, khu vực hạn chế.",
  ),
  ...text(
    "c) Thông báo luồng hằng tuần trên trang thông tin điện tử; công bố kịp thời bãi cạn, chướng ngại vật mới xuất hiện sau lũ.",
  ),
  ...text(
    "d) Phối hợp với chủ đầu tư các công trình vượt sông kiểm tra phao neo, đèn hiệu ban đêm; yêu cầu tháo dỡ đăng đáy cá, lồng bè lấn chiếm luồng chạy tàu trước mùa lũ.",
  ),
  ...heading("2. Quản lý cảng, bến, phương tiện"),
  ...text(
    "- Kiên quyết không cấp phép rời cảng, bến đối với phương tiện chở quá tải, quá số người được phép, thiếu áo phao, dụng cụ nổi cứu sinh hoặc thuyền viên không đủ bằng, chứng chỉ chuyên môn.",
  ),
  ...text(
    "- Rà soát 1.286 bến khách ngang sông; kiến nghị Ủy ban nhân dân các địa phương đình chỉ bến hoạt động không phép, bến không có đường lên xuống an toàn.",
  ),
  ...text(
    "- Hướng dẫn phương tiện vào nơi tránh trú bão; thông báo cho chủ tàu vị trí, sức chứa và số điện thoại của 61 khu neo đậu.",
  ),
  ...heading("3. Tìm kiếm cứu nạn, khắc phục hậu quả"),
  ...text(
    "- Chuẩn bị 18 tàu, 42 xuồng cao tốc và lực lượng cơ động tại 05 khu vực; phối hợp chặt chẽ với lực lượng cảnh sát đường thủy, bộ đội biên phòng và Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn của các địa phương.",
  ),
  ...text(
    "- Trong 24 giờ sau bão, lũ phải hoàn thành kiểm tra, đánh giá thiệt hại; trong 72 giờ phải thông luồng trên các tuyến vận tải chính, trừ trường hợp sập cầu, chìm tàu lớn.",
  ),
  ...heading("III. KINH PHÍ"),
  ...text(
    "Kinh phí thực hiện trích từ nguồn sự nghiệp kinh tế đường thủy nội địa năm 2021 đã được Bộ Giao thông vận tải giao và các nguồn hợp pháp khác; khi phát sinh nhiệm vụ khắc phục hậu quả bão, lũ bước 1, các đơn vị lập dự toán bổ sung theo quy định.",
  ),
  ...heading("IV. TỔ CHỨC THỰC HIỆN"),
  ...text(
    "1. Phòng Vận tải - An toàn giao thông: Là đầu mối theo dõi, đôn đốc; tham mưu Lãnh đạo Cục thành lập đoàn kiểm tra, xử lý đơn vị thực hiện không nghiêm.",
  ),
  ...text(
    "2. Phòng Quản lý kết cấu hạ tầng: Rà soát vật tư dự phòng; hướng dẫn thủ tục khắc phục hậu quả bão, lũ; thẩm định phương án điều tiết, chống va trôi.",
  ),
  ...text(
    "3. Các Chi cục, Cảng vụ Đường thủy nội địa: Ban hành kế hoạch của đơn vị trước ngày 28 tháng 5 năm 2021; báo cáo kết quả về Cục trước ngày 20 hằng tháng và báo cáo đột xuất khi có yêu cầu.",
  ),
  ...text(
    "4. Đề nghị Sở Giao thông vận tải các tỉnh, thành phố trực thuộc trung ương: Chỉ đạo quản lý các tuyến địa phương, phối hợp tuyên truyền, kiểm tra phương tiện thô sơ, phương tiện gia dụng.",
  ),
  ...heading("V. PHÂN CÔNG NHIỆM VỤ"),
  ...text("Nhiệm vụ cụ thể của các đơn vị, thời hạn hoàn thành được phân công tại bảng sau:"),
];

// ── Table ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A cell whose lines became paragraphs. */
const short = (words: string, width: number, look: ParagraphLook = {}) => ({
  ...cell(broken(words, width).map((line) => para(line, { size: 12, ...look }))),
  words,
});
const headCell = (words: string, width: number) => short(words, width, { bold: true, align: "center" });
const taskRow = (number: string, task: string, lead: string, partners: string, time: string) =>
  row([short(number, 4, { align: "center" }), short(task, 24), short(lead, 17), short(partners, 18), short(time, 15)]);

const widths = [640, 2850, 2050, 2150, 1760];

/** The page ends within the third row: what is left of it stands in a table of its own, without a number. */
const upperHalf = table(
  [
    row([
      headCell("TT", 4),
      headCell("Nội dung công việc", 24),
      headCell("Đơn vị chủ trì", 17),
      headCell("Đơn vị phối hợp", 18),
      headCell("Thời hạn hoàn thành", 15),
    ]),
    taskRow(
      "1",
      "Kiểm tra toàn bộ hệ thống phao, biển báo hiệu trên các tuyến quốc gia",
      "Các Chi cục Đường thủy nội địa",
      "Các công ty quản lý, bảo trì đường thủy",
      "Trước ngày 31/5/2021",
    ),
    taskRow(
      "2",
      "Tổ chức diễn tập phương án chống va trôi cầu Bến Gạo",
      "Chi cục Đường thủy nội địa phía Bắc",
      "Cảng vụ Đường thủy nội địa khu vực I",
      "Trước ngày 15/6/2021",
    ),
    taskRow(
      "3",
      "Kiểm tra liên ngành bến khách ngang sông,",
      "Phòng Vận tải - An toàn giao",
      "Phòng Pháp chế; các Cảng vụ Đường",
      "Từ ngày 01/6 đến ngày",
    ),
  ],
  widths,
  "own",
);
const lowerHalf = table(
  [
    taskRow("", "phương tiện chở khách du lịch", "thông", "thủy nội địa", "31/8/2021"),
    taskRow(
      "4",
      "Lập danh sách khu neo đậu tránh trú bão, số điện thoại đầu mối",
      "Phòng Quản lý kết cấu hạ tầng",
      "Các Chi cục Đường thủy nội địa",
      "Tháng 6/2021",
    ),
    taskRow(
      "5",
      "Tổng kết, đánh giá kết quả thực hiện Kế hoạch",
      "Văn phòng Cục",
      "Các phòng, đơn vị trực thuộc",
      "Trước ngày 15/12/2021",
    ),
  ],
  widths,
  "own",
);

const rest: readonly Line[] = [
  ...text(
    "Yêu cầu Thủ trưởng các đơn vị nghiêm túc triển khai thực hiện; trường hợp có vướng mắc, báo cáo Cục (qua Phòng Vận tải - An toàn giao thông) để được hướng dẫn, giải quyết./.",
  ),
];

const recipient = (words: string): Piece => para(words, { size: 11 });
const signer = (words: string): Piece =>
  para(words, {
    align: "center",
    bold: true,
    size: 14,
    frame:
      '<w:framePr w:w="4700" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="6000" w:y="1"/>',
  });
/** Read from top to bottom across both columns, as the converter found the lines. */
const ending: readonly Piece[] = [
  nothing(),
  para("Nơi nhận:", { bold: true, italic: true, size: 12 }),
  signer("KT. CỤC TRƯỞNG"),
  recipient("- Bộ Giao thông vận tải (b/c);"),
  signer("PHÓ CỤC TRƯỞNG"),
  recipient("- Cục trưởng (b/c);"),
  recipient("- Các Sở GTVT;"),
  recipient("- Các phòng, đơn vị thuộc Cục;"),
  recipient("- Website Cục;"),
  signer("Trịnh Công Lực"),
  recipient("- Lưu: VT, VT-ATGT."),
];

// ── Pages ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const margins = [1134, 1134, 1134, 1701] as const;
const pieces: Piece[] = [];
let page = 1;
let room = firstPage;

function newPage(): void {
  page += 1;
  room = otherPages;
  pieces.push(nothing({ size: 2, section: section({ margins, type: "nextPage" }) }));
  pieces.push(quiet(para(String(page), { align: "center", size: 13 })));
}

function place({ piece, height }: Line): void {
  if (height > room) newPage();
  pieces.push(piece);
  room -= height;
}

for (const one of lines) place(one);
place({ piece: upperHalf, height: 8 });
newPage();
place({ piece: lowerHalf, height: 6 });
for (const one of rest) place(one);
pieces.push(...ending);

const facts: Facts = {
  documents: [
    {
      kind: "plan",
      issuers: ["Cục Đường thủy nội địa Việt Nam"],
      parent: "BỘ GIAO THÔNG VẬN TẢI",
      number: "1123/KH-CĐTNĐ",
      date: "2021-05-18",
      place: "Hà Nội",
      title: "Bảo đảm trật tự, an toàn giao thông đường thủy nội địa trong mùa mưa bão năm 2021",
      legalBases: 5,
      divisions: [
        ["I.", "MỤC ĐÍCH, YÊU CẦU"],
        ["1.", "Mục đích"],
        ["a)", "Kiềm chế và giảm từ 5% đến"],
        ["b)", "Bảo đảm giao thông thông suốt trên các"],
        ["c)", "Nâng cao trách nhiệm của người đứng đầu"],
        ["2.", "Yêu cầu"],
        ["a)", "Các đơn vị xây dựng phương án cụ"],
        ["b)", "Duy trì chế độ trực ban 24/24 giờ;"],
        ["II.", "NỘI DUNG"],
        ["1.", "Bảo đảm an toàn luồng tuyến, công trình"],
        ["a)", "Kiểm tra, bổ sung, thay thế báo hiệu"],
        ["b)", "Tổ chức thường trực chống va trôi tại"],
        ["c)", "Thông báo luồng hằng tuần trên trang thông"],
        ["d)", "Phối hợp với chủ đầu tư các công"],
        ["2.", "Quản lý cảng, bến, phương tiện"],
        ["3.", "Tìm kiếm cứu nạn, khắc phục hậu quả"],
        ["III.", "KINH PHÍ"],
        ["IV.", "TỔ CHỨC THỰC HIỆN"],
        ["1.", "Phòng Vận tải - An toàn giao thông:"],
        ["2.", "Phòng Quản lý kết cấu hạ tầng: Rà"],
        ["3.", "Các Chi cục, Cảng vụ Đường thủy nội"],
        ["4.", "Đề nghị Sở Giao thông vận tải các"],
        ["V.", "PHÂN CÔNG NHIỆM VỤ"],
      ],
      bullets: 5,
      tasks: [
        {
          title: "Kiểm tra toàn bộ hệ thống phao, biển báo",
          lead: ["Các Chi cục Đường thủy nội địa"],
          time: "Trước ngày 31/5/2021",
        },
        {
          title: "Tổ chức diễn tập phương án chống va trôi cầu Bến Gạo",
          lead: ["Chi cục Đường thủy nội địa phía Bắc"],
          time: "Trước ngày 15/6/2021",
        },
        {
          title: "Kiểm tra liên ngành bến khách ngang sông, phương tiện chở khách du lịch",
          lead: ["Phòng Vận tải - An toàn giao thông"],
          time: "Từ ngày 01/6 đến ngày 31/8/2021",
        },
        {
          title: "Lập danh sách khu neo đậu tránh trú bão",
          lead: ["Phòng Quản lý kết cấu hạ tầng"],
          time: "Tháng 6/2021",
        },
        {
          title: "Tổng kết, đánh giá kết quả thực hiện Kế hoạch",
          lead: ["Văn phòng Cục"],
          time: "Trước ngày 15/12/2021",
        },
      ],
      tables: [
        {
          columns: 5,
          rows: 5,
          head: ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn hoàn thành"],
        },
      ],
      recipients: 6,
      signatures: [{ lines: ["KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"], name: "Trịnh Công Lực" }],
      annexes: [],
    },
  ],
  joins: 2,
  pageNumbers: 3,
  notes: [
    "Every printed line is a paragraph of the file: first lines are moved in, a section ends each page, its number is a paragraph on the next one. A page ends within row 3 of the table, which goes on in a table of its own. “joins” counts the paragraphs that a page's end cuts, not the lines. The number stands in a frame below “KẾ HOẠCH”; recipients and signature are mixed line by line.",
  ],
};

export const converted: WordDocument = {
  slug: "cuc-2021-tu-pdf",
  about:
    "Plan of a central agency of 2021, converted from PDF: every line a paragraph, page numbers as paragraphs, paragraphs cut by page ends, letterhead and signature in frames and out of order, cells of many short paragraphs, a table broken over two pages in the middle of a row.",
  bytes: async () =>
    wordFile({
      body: pieces,
      page: { margins, type: "nextPage" },
      program: "PDF Converter",
      author: "",
      saved: "2021-06-01",
    }),
  expected: expectedOf(pieces),
  facts,
};
