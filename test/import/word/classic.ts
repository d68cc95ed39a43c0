/** A district's plan as most clerks set it: two tables without lines at head and foot, all marks typed by hand. */
import type { Facts, WordDocument } from "../facts.ts";
import {
  body,
  type Cell,
  cell,
  centered,
  covered,
  drawnLine,
  expectedOf,
  nothing,
  type Piece,
  pageNumberHeader,
  para,
  quiet,
  raisedTwo,
  row,
  run,
  table,
  wordFile,
} from "./word.ts";

const bold = { bold: true } as const;

const letterhead = table(
  [
    row([
      cell([
        centered("ỦY BAN NHÂN DÂN", { bold: true, size: 13 }),
        centered(["HUYỆN TRÀ LƯƠNG", drawnLine(1, 62, 66, 18)], { bold: true, size: 13 }),
        nothing({ size: 8 }),
        centered("Số: 47/KH-UBND", { size: 13 }),
      ]),
      cell([
        quiet(centered("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 13 })),
        quiet(centered("Độc lập - Tự do - Hạnh phúc", { bold: true, size: 14 })),
        quiet(centered("_______________________", { size: 8 })),
        centered("Trà Lương, ngày 14 tháng 02 năm 2023", { italic: true, size: 14 }),
      ]),
    ]),
  ],
  [3652, 5704],
  "none",
);

const title = [
  nothing({ size: 10 }),
  centered("KẾ HOẠCH", bold),
  centered("Xây dựng, bảo trì đường giao thông nông thôn", bold),
  centered("trên địa bàn huyện Trà Lương năm 2023", bold),
  quiet(centered("______________", { size: 8 })),
  nothing({ size: 8 }),
];

const basis = (text: string): Piece => body(text, { italic: true });

const opening = [
  basis(
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
  ),
  basis("Căn cứ Luật Giao thông đường bộ ngày 13 tháng 11 năm 2008;"),
  basis(
    "Căn cứ Nghị quyết số 36/NQ-HĐND ngày 20 tháng 12 năm 2022 của Hội đồng nhân dân huyện về nhiệm vụ phát triển kinh tế - xã hội năm 2023;",
  ),
  basis("Xét đề nghị của Trưởng phòng Kinh tế và Hạ tầng huyện tại Tờ trình số 09/TTr-KTHT ngày 06 tháng 02 năm 2023."),
  body(
    "Ủy ban nhân dân huyện ban hành Kế hoạch xây dựng, bảo trì đường giao thông nông thôn trên địa bàn huyện năm 2023 như sau:",
  ),
];

const heading = (text: string): Piece => body(text, { bold: true, before: 120, keepNext: true });

const aims = [
  heading("I. MỤC ĐÍCH, YÊU CẦU"),
  heading("1. Mục đích"),
  body(
    "- Từng bước hoàn thiện mạng lưới giao thông nông thôn, bảo đảm người dân đi lại thuận lợi bốn mùa; tạo điều kiện vận chuyển nông sản, vật tư, góp phần hoàn thành tiêu chí giao thông trong xây dựng nông thôn mới.",
  ),
  body(
    "- Phát huy vai trò chủ thể của Nhân dân theo phương châm “Nhân dân làm, Nhà nước hỗ trợ”; công khai, dân chủ từ khâu lựa chọn tuyến đường đến nghiệm thu, bàn giao.",
  ),
  heading("2. Yêu cầu"),
  body(
    "- Chỉ khởi công khi đã có mặt bằng sạch, có thiết kế mẫu và phương án huy động vốn được cấp có thẩm quyền chấp thuận; không để phát sinh nợ đọng xây dựng cơ bản.",
  ),
  body("- Tuyến đường hoàn thành phải được giao cho thôn, bản quản lý, có quy ước bảo vệ và kế hoạch duy tu hằng năm."),
  heading("II. MỤC TIÊU"),
  heading("1. Mục tiêu chung"),
  body(
    "Đến cuối năm 2023, toàn huyện có 76% chiều dài đường trục thôn, bản được cứng hóa; 100% trung tâm xã có đường ô tô đi được quanh năm.",
  ),
  heading("2. Mục tiêu cụ thể"),
  body(
    "a) Làm mới 41,5 km mặt đường bê tông xi măng, trong đó đường trục xã 12,8 km, đường trục thôn, bản 19,2 km, đường ngõ xóm 9,5 km.",
  ),
  body("b) Xây dựng 04 cầu dân sinh qua suối; sửa chữa 27 cống thoát nước, 3.600 m rãnh dọc."),
  body("c) Bảo trì thường xuyên 218 km đường huyện, đường xã; xử lý dứt điểm 09 điểm mất an toàn giao thông."),
];

const measures = [
  heading("III. NHIỆM VỤ, GIẢI PHÁP"),
  heading("1. Công tác tuyên truyền, vận động"),
  body(
    "- Tổ chức họp dân ở 100% thôn, bản có công trình; niêm yết công khai hồ sơ thiết kế, dự toán, mức đóng góp tại nhà văn hóa thôn.",
  ),
  body("- Vận động hộ gia đình hiến đất, góp ngày công; biểu dương kịp thời các điển hình:"),
  body(["+ Hộ hiến từ 200 m", raisedTwo(), " đất trở lên được Chủ tịch Ủy ban nhân dân huyện tặng Giấy khen;"]),
  body("+ Thôn, bản hoàn thành trước thời hạn được ưu tiên bố trí xi măng của năm sau."),
  heading("2. Huy động, sử dụng nguồn lực"),
  body("a) Ngân sách huyện hỗ trợ xi măng, ống cống theo định mức; Nhân dân đóng góp cát, đá, công lao động."),
  body(
    "b) Lồng ghép vốn các chương trình mục tiêu quốc gia, vốn bảo trì đường bộ và nguồn tài trợ của doanh nghiệp đóng trên địa bàn.",
  ),
  heading("3. Quản lý chất lượng công trình"),
  body(
    "a) Áp dụng thiết kế mẫu của Sở Giao thông vận tải; mặt đường dày tối thiểu 16 cm, mác bê tông không thấp hơn M200.",
  ),
  body(
    "b) Ban Giám sát đầu tư của cộng đồng ghi nhật ký, chụp ảnh từng công đoạn; nghiệm thu có đại diện ít nhất 03 hộ dân hưởng lợi.",
  ),
  heading("4. Phân công nhiệm vụ cụ thể"),
  body("Các nhiệm vụ trọng tâm, cơ quan chủ trì, phối hợp, thời gian và kinh phí thực hiện như sau:"),
];

const small = { size: 11 } as const;
const middle = { size: 11, align: "center" } as const;
const c = (text: string, merge?: "top"): Cell => cell(text, merge ? { merge } : {}, small);
const m = (text: string, merge?: "top"): Cell => cell(text, merge ? { merge } : {}, middle);
const figure = (text: string): Cell => cell(text, {}, { size: 11, align: "right" });
const headCell = (text: string): Cell => cell(text, {}, { ...middle, bold: true });
const group = (text: string) => row([cell(text, { span: 7 }, { ...small, bold: true })]);

const tasks = table(
  [
    row(
      [
        "TT",
        "Nội dung công việc",
        "Khối lượng",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian hoàn thành",
        "Kinh phí (triệu đồng)",
      ].map(headCell),
      { head: true },
    ),
    group("I. CÔNG TÁC CHUẨN BỊ"),
    row([
      m("1"),
      c("Khảo sát hiện trạng, lập danh mục và bản đồ tuyến ưu tiên"),
      c("18 xã, thị trấn"),
      c("Phòng Kinh tế và Hạ tầng"),
      c("UBND các xã, thị trấn"),
      m("Tháng 3/2023"),
      figure("120"),
    ]),
    row([
      m("2", "top"),
      c("Họp dân, ký cam kết hiến đất, góp công", "top"),
      c("11 thôn"),
      c("UBND xã Suối Ngà"),
      c("Ủy ban MTTQ Việt Nam xã", "top"),
      m("Trước ngày 15/4/2023"),
      figure("25"),
    ]),
    row([
      covered(),
      covered(),
      c("08 bản"),
      c("UBND xã Phiêng Cúm"),
      covered(),
      m("Trước ngày 30/4/2023"),
      figure("25"),
    ]),
    group("II. XÂY DỰNG MỚI"),
    row([
      m("3", "top"),
      c("Cứng hóa mặt đường trục xã", "top"),
      c("Tuyến Suối Ngà - Bản Lau: 6,2 km"),
      c("Ban Quản lý dự án đầu tư xây dựng huyện", "top"),
      c("UBND xã Suối Ngà"),
      m("Quý II/2023"),
      figure("5.580"),
    ]),
    row([
      covered(),
      covered(),
      c("Tuyến Phiêng Cúm - Đồi Mây: 3,9 km"),
      covered(),
      c("UBND xã Phiêng Cúm"),
      m("Quý III/2023"),
      figure("3.510"),
    ]),
    row([
      covered(),
      covered(),
      c("Tuyến thị trấn Trà Lương - Hang Lọ: 2,7 km"),
      covered(),
      c("UBND thị trấn Trà Lương"),
      m("Quý IV/2023"),
      figure("2.430"),
    ]),
    row([
      m("4"),
      c("Xây dựng cầu dân sinh qua suối"),
      c("04 cầu bê tông cốt thép"),
      c("Ban Quản lý dự án đầu tư xây dựng huyện"),
      c("Phòng Tài chính - Kế hoạch"),
      m("Trước ngày 30/11/2023"),
      figure("6.400"),
    ]),
    group("III. BẢO TRÌ, BẢO ĐẢM AN TOÀN GIAO THÔNG"),
    row([
      m("5"),
      c("Bảo trì thường xuyên đường huyện, đường xã"),
      c("218 km"),
      c("Phòng Kinh tế và Hạ tầng"),
      c("UBND các xã, thị trấn"),
      m("Hằng tháng"),
      figure("2.180"),
    ]),
    row([
      m("6"),
      c("Xử lý điểm mất an toàn giao thông"),
      c("09 điểm"),
      c("Công an huyện"),
      c("Phòng Kinh tế và Hạ tầng"),
      m("Quý III/2023"),
      figure("1.260"),
    ]),
    row([
      cell("Tổng cộng", { span: 6 }, { ...middle, bold: true }),
      cell("21.530", {}, { size: 11, align: "right", bold: true }),
    ]),
  ],
  [510, 1750, 1500, 1500, 1500, 1330, 1120],
);

const money = [
  nothing({ size: 6 }),
  heading("IV. KINH PHÍ THỰC HIỆN"),
  body(
    "Tổng kinh phí thực hiện năm 2023 là 21.530 triệu đồng (hai mươi mốt tỷ, năm trăm ba mươi triệu đồng), trong đó:",
  ),
  body("- Ngân sách tỉnh hỗ trợ: 9.200 triệu đồng;"),
  body("- Ngân sách huyện: 7.450 triệu đồng;"),
  body("- Nhân dân và doanh nghiệp đóng góp: 4.880 triệu đồng."),
];

const duty = (head: string, text: string): Piece => body([run(head, bold), text]);

const duties = [
  heading("V. TỔ CHỨC THỰC HIỆN"),
  duty(
    "1. Phòng Kinh tế và Hạ tầng:",
    " Là cơ quan thường trực, hướng dẫn hồ sơ, thiết kế mẫu; kiểm tra chất lượng, tổng hợp tiến độ báo cáo Ủy ban nhân dân huyện trước ngày 25 hằng tháng.",
  ),
  duty(
    "2. Phòng Tài chính - Kế hoạch:",
    " Tham mưu phân bổ vốn, hướng dẫn thanh toán, quyết toán; lồng ghép các nguồn vốn theo quy định.",
  ),
  duty(
    "3. Ban Quản lý dự án đầu tư xây dựng huyện:",
    " Tổ chức lựa chọn nhà thầu, giám sát thi công; chịu trách nhiệm về tiến độ, chất lượng các công trình được giao.",
  ),
  duty(
    "4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các tổ chức chính trị - xã hội:",
    " Vận động đoàn viên, hội viên hiến đất, góp công; giám sát việc huy động đóng góp của Nhân dân.",
  ),
  duty(
    "5. Ủy ban nhân dân các xã, thị trấn:",
    " Thành lập Ban phát triển thôn, bản; quản lý hành lang an toàn đường bộ; công khai thu, chi sau khi hoàn thành từng công trình.",
  ),
  body(
    "Trên đây là Kế hoạch xây dựng, bảo trì đường giao thông nông thôn năm 2023. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị, địa phương phản ánh về Ủy ban nhân dân huyện (qua Phòng Kinh tế và Hạ tầng) để xem xét, giải quyết./.",
  ),
];

const recipient = (text: string): Piece => para(text, { size: 11 });
const ending = table(
  [
    row([
      cell([
        para("Nơi nhận:", { bold: true, italic: true, size: 12 }),
        recipient("- Sở Giao thông vận tải (b/c);"),
        recipient("- TT Huyện ủy, TT HĐND huyện (b/c);"),
        recipient("- CT, các PCT UBND huyện;"),
        recipient("- Các cơ quan, đơn vị thuộc huyện;"),
        recipient("- UBND các xã, thị trấn;"),
        recipient("- Lưu: VT, KTHT."),
      ]),
      cell([
        centered("TM. ỦY BAN NHÂN DÂN", bold),
        centered("KT. CHỦ TỊCH", bold),
        centered("PHÓ CHỦ TỊCH", bold),
        nothing(bold),
        nothing(bold),
        nothing(bold),
        nothing(bold),
        centered("Lường Văn Thắng", bold),
      ]),
    ]),
  ],
  [4678, 4678],
  "none",
);

const pieces = [
  letterhead,
  ...title,
  ...opening,
  ...aims,
  ...measures,
  tasks,
  ...money,
  ...duties,
  nothing({ size: 6 }),
  ending,
  nothing(),
];

const facts: Facts = {
  documents: [
    {
      kind: "plan",
      issuers: ["Ủy ban nhân dân huyện Trà Lương"],
      parent: null,
      number: "47/KH-UBND",
      date: "2023-02-14",
      place: "Trà Lương",
      title: "Xây dựng, bảo trì đường giao thông nông thôn trên địa bàn huyện Trà Lương năm 2023",
      legalBases: 4,
      divisions: [
        ["I.", "MỤC ĐÍCH, YÊU CẦU"],
        ["1.", "Mục đích"],
        ["2.", "Yêu cầu"],
        ["II.", "MỤC TIÊU"],
        ["1.", "Mục tiêu chung"],
        ["2.", "Mục tiêu cụ thể"],
        ["a)", "Làm mới 41,5 km mặt đường bê tông"],
        ["b)", "Xây dựng 04 cầu dân sinh qua suối;"],
        ["c)", "Bảo trì thường xuyên 218 km đường huyện,"],
        ["III.", "NHIỆM VỤ, GIẢI PHÁP"],
        ["1.", "Công tác tuyên truyền, vận động"],
        ["2.", "Huy động, sử dụng nguồn lực"],
        ["a)", "Ngân sách huyện hỗ trợ xi măng, ống"],
        ["b)", "Lồng ghép vốn các chương trình mục tiêu"],
        ["3.", "Quản lý chất lượng công trình"],
        ["a)", "Áp dụng thiết kế mẫu của Sở Giao"],
        ["b)", "Ban Giám sát đầu tư của cộng đồng"],
        ["4.", "Phân công nhiệm vụ cụ thể"],
        ["IV.", "KINH PHÍ THỰC HIỆN"],
        ["V.", "TỔ CHỨC THỰC HIỆN"],
        ["1.", "Phòng Kinh tế và Hạ tầng: Là cơ"],
        ["2.", "Phòng Tài chính - Kế hoạch: Tham mưu"],
        ["3.", "Ban Quản lý dự án đầu tư xây"],
        ["4.", "Đề nghị Ủy ban Mặt trận Tổ quốc"],
        ["5.", "Ủy ban nhân dân các xã, thị trấn:"],
      ],
      bullets: 11,
      lowerBullets: 2,
      tasks: [
        {
          title: "Khảo sát hiện trạng, lập danh mục và bản đồ",
          lead: ["Phòng Kinh tế và Hạ tầng"],
          time: "Tháng 3/2023",
        },
        {
          title: "Họp dân, ký cam kết hiến đất, góp công",
          lead: ["UBND xã Suối Ngà"],
          time: "Trước ngày 15/4/2023",
        },
        {
          title: "Cứng hóa mặt đường trục xã",
          lead: ["Ban Quản lý dự án đầu tư xây dựng huyện"],
          time: "Quý II/2023",
        },
        {
          title: "Xây dựng cầu dân sinh qua suối",
          lead: ["Ban Quản lý dự án đầu tư xây dựng huyện"],
          time: "Trước ngày 30/11/2023",
        },
        {
          title: "Bảo trì thường xuyên đường huyện, đường xã",
          lead: ["Phòng Kinh tế và Hạ tầng"],
          time: "Hằng tháng",
        },
        { title: "Xử lý điểm mất an toàn giao thông", lead: ["Công an huyện"], time: "Quý III/2023" },
      ],
      tables: [
        {
          columns: 7,
          rows: 13,
          head: [
            "TT",
            "Nội dung công việc",
            "Khối lượng",
            "Cơ quan chủ trì",
            "Cơ quan phối hợp",
            "Thời gian hoàn thành",
            "Kinh phí (triệu đồng)",
          ],
        },
      ],
      recipients: 6,
      signatures: [{ lines: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Lường Văn Thắng" }],
      annexes: [],
    },
  ],
  joins: 0,
  pageNumbers: 0,
  notes: [
    "Rows 2 and 3 of the table are tasks of two and three rows: TT, name and owner are merged downwards. Group rows are merged over all seven columns; the total row over six.",
  ],
};

export const classic: WordDocument = {
  slug: "huyen-2023-giao-thong-nong-thon",
  about:
    "District plan of 2023 as most clerks set it: letterhead and recipients as tables without lines, rules as a shape and as underscores, marks and bullets typed by hand, a task table with merged TT cells, group rows and a total.",
  bytes: async () =>
    wordFile({
      body: pieces,
      page: { headers: { default: "rIdHeader" }, titlePage: true },
      headers: { rIdHeader: pageNumberHeader() },
      title: "ỦY BAN NHÂN DÂN",
      author: "Phong KTHT",
      saved: "2023-02-10",
    }),
  expected: expectedOf(pieces),
  facts,
};
