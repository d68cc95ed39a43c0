/** A decision, the plan that it puts into force, and its two appendices on turned pages, all in one file. */
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
  type Page,
  type Piece,
  pageNumberHeader,
  para,
  quiet,
  rawRun,
  row,
  run,
  section,
  table,
  wordFile,
} from "./word.ts";

const bold = { bold: true } as const;
const italic = { italic: true } as const;

const headers = { default: "rIdHeader", first: "rIdSigned" } as const;
const decisionPage: Page = { headers, titlePage: true };
const planPage: Page = {
  headers: { default: "rIdHeader", first: "rIdEmpty" },
  titlePage: true,
  type: "nextPage",
  firstNumber: 1,
};
/** The second part of the plan goes on along the page, with other margins. */
const planPageBelow: Page = {
  headers: { default: "rIdHeader", first: "rIdEmpty" },
  type: "continuous",
  margins: [1134, 851, 1134, 1588],
};
const annexPage: Page = {
  headers: { default: "rIdHeader" },
  landscape: true,
  type: "nextPage",
  margins: [1134, 1134, 851, 1134],
};

/** The stamp that the server of the office prints over the first page of a signed file; no part of the decision. */
const stamp = [
  "Ký bởi: Ủy ban nhân dân tỉnh Hoài Châu",
  "Cơ quan: Tỉnh Hoài Châu",
  "Thời gian ký: 09.01.2026 16:42:10 +07:00",
]
  .map((words) => para(words, { paragraphStyle: "Header", align: "right", size: 7 }).xml)
  .join("");

const nation = (id: number): readonly Piece[] => [
  quiet(centered("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 13 })),
  quiet(centered(["Độc lập - Tự do - Hạnh phúc", drawnLine(id, 70, 160, 18)], bold)),
];
const office = (id: number): readonly Piece[] => [
  centered("ỦY BAN NHÂN DÂN", { bold: true, size: 13 }),
  centered(["TỈNH HOÀI CHÂU", drawnLine(id, 50, 62, 17)], { bold: true, size: 13 }),
];

const basis = (text: string): Piece => body(text, italic);
const heading = (text: string): Piece => body(text, { bold: true, before: 120, keepNext: true });

const decision = [
  table(
    [
      row([
        cell([...office(1), centered("Số: 58/QĐ-UBND", { size: 13, before: 120 })]),
        cell([...nation(2), centered("Hoài Châu, ngày 09 tháng 01 năm 2026", { italic: true, before: 120 })]),
      ]),
    ],
    [3350, 6005],
    "none",
  ),
  nothing(),
  centered("QUYẾT ĐỊNH", bold),
  centered("Ban hành Kế hoạch ứng phó hạn hán, thiếu nước và xâm nhập mặn", bold),
  centered(["mùa khô năm 2026 trên địa bàn tỉnh Hoài Châu", drawnLine(3, 170, 110, 18)], bold),
  nothing(),
  centered("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HOÀI CHÂU", { bold: true, before: 120, after: 120 }),
  basis("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
  basis(
    "Căn cứ Luật Phòng, chống thiên tai ngày 19 tháng 6 năm 2013; Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều ngày 17 tháng 6 năm 2020;",
  ),
  basis("Căn cứ Luật Thủy lợi ngày 19 tháng 6 năm 2017;"),
  basis("Căn cứ Luật Tài nguyên nước ngày 27 tháng 11 năm 2023;"),
  basis(
    "Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 07/TTr-SNNMT ngày 06 tháng 01 năm 2026.",
  ),
  centered("QUYẾT ĐỊNH:", { bold: true, before: 120, after: 120 }),
  body([
    run("Điều 1.", bold),
    " Ban hành kèm theo Quyết định này Kế hoạch ứng phó hạn hán, thiếu nước và xâm nhập mặn mùa khô năm 2026 trên địa bàn tỉnh Hoài Châu.",
  ]),
  body([run("Điều 2.", bold), " Quyết định này có hiệu lực thi hành kể từ ngày ký."]),
  body([
    run("Điều 3.", bold),
    " Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nông nghiệp và Môi trường, Thủ trưởng các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các xã, phường và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
  ]),
  nothing(),
  table(
    [
      row([
        cell([
          para("Nơi nhận:", { bold: true, italic: true, size: 12 }),
          ...[
            "- Như Điều 3;",
            "- Bộ Nông nghiệp và Môi trường (b/c);",
            "- TT Tỉnh ủy, HĐND tỉnh (b/c);",
            "- CT, các PCT UBND tỉnh;",
            "- Cổng TTĐT tỉnh;",
            "- Lưu: VT, KTN.",
          ].map((text) => para(text, { size: 11 })),
        ]),
        cell([
          centered("KT. CHỦ TỊCH", bold),
          centered("PHÓ CHỦ TỊCH", bold),
          nothing(),
          nothing(),
          nothing(),
          nothing(),
          centered("Đoàn Minh Trí", bold),
        ]),
      ]),
    ],
    [4678, 4677],
    "none",
  ),
  nothing({ section: section(decisionPage) }),
];

const plan = [
  table([row([cell(office(4)), cell(nation(5))])], [3350, 6005], "none"),
  nothing(),
  centered("KẾ HOẠCH", bold),
  centered("Ứng phó hạn hán, thiếu nước và xâm nhập mặn mùa khô năm 2026", bold),
  centered("trên địa bàn tỉnh Hoài Châu", bold),
  centered("(Ban hành kèm theo Quyết định số 58/QĐ-UBND ngày 09 tháng 01 năm 2026", italic),
  centered(["của Chủ tịch Ủy ban nhân dân tỉnh Hoài Châu)", drawnLine(6, 190, 80, 18)], italic),
  nothing(),
  heading("I. MỤC TIÊU, YÊU CẦU"),
  heading("1. Mục tiêu"),
  body(
    "a) Bảo đảm đủ nước sinh hoạt cho 100% hộ dân vùng ven biển, vùng cao; không để người dân phải sử dụng nước không hợp vệ sinh.",
  ),
  body(
    "b) Hạn chế thấp nhất thiệt hại đối với 38.600 ha lúa Đông Xuân, 12.400 ha cây ăn quả và 5.150 ha nuôi trồng thủy sản.",
  ),
  heading("2. Yêu cầu"),
  body(
    "- Chủ động ứng phó theo phương châm “bốn tại chỗ”; kết hợp giải pháp trước mắt với giải pháp lâu dài, công trình với phi công trình.",
  ),
  body(
    "- Phân công rõ người, rõ việc, rõ thời gian; người đứng đầu chịu trách nhiệm khi để xảy ra thiếu nước mà không có phương án.",
  ),
  heading("II. NHẬN ĐỊNH, KỊCH BẢN ỨNG PHÓ"),
  body([
    run("1. Nhận định:", bold),
    " Từ tháng 02 đến tháng 4 năm 2026, lượng mưa thiếu hụt 20 - 35% so với trung bình nhiều năm; ranh mặn 4 g/l trên sông Hoài vào sâu 42 - 48 km, dung tích các hồ chứa đạt 61% thiết kế.",
  ]),
  heading("2. Kịch bản"),
  body(
    "a) Kịch bản 1: ranh mặn 4 g/l vào sâu dưới 45 km. Vận hành đóng 14 cống ngăn mặn, lấy nước khi triều rút; khuyến cáo người dân trữ nước tại hộ.",
  ),
  body("b) Kịch bản 2: ranh mặn 4 g/l vào sâu từ 45 km trở lên hoặc dung tích hồ chứa xuống dưới 40%:"),
  body("+ Đắp 09 đập tạm, lắp 22 trạm bơm dã chiến;"),
  body("+ Cấp nước bằng xe bồn, sà lan cho các xã ven biển; ưu tiên bệnh viện, trường học."),
  heading("III. NHIỆM VỤ, GIẢI PHÁP"),
  heading("1. Theo dõi, dự báo, thông tin"),
  body(
    "Quan trắc độ mặn 04 lần/ngày tại 18 điểm; gửi bản tin trước 07 giờ sáng cho các địa phương, đơn vị quản lý công trình thủy lợi và phát trên Đài Phát thanh và Truyền hình tỉnh.",
  ),
  heading("2. Giải pháp công trình"),
  body("a) Nạo vét 126 km kênh mương nội đồng, khơi thông cửa lấy nước trước ngày 31 tháng 01 năm 2026."),
  body("b) Sửa chữa cửa van, thiết bị đóng mở của 14 cống đầu mối; kiểm tra an toàn 23 hồ chứa."),
  body("c) Kéo dài 48 km đường ống cấp nước sạch tới các cụm dân cư chưa có nước."),
  heading("3. Giải pháp phi công trình"),
  body("- Điều chỉnh lịch thời vụ, xuống giống tập trung; chuyển đổi 1.900 ha lúa sang cây trồng cạn."),
  body("- Áp dụng tưới tiết kiệm cho vườn cây ăn quả; vận động mỗi hộ có dụng cụ trữ nước tối thiểu 2 m³."),
  body(
    "Danh mục nhiệm vụ cụ thể tại Phụ lục I; nhu cầu nước và khả năng đáp ứng tại Phụ lục II kèm theo Kế hoạch này.",
    { section: section(planPage) },
  ),
  heading("IV. KINH PHÍ"),
  body(
    "Tổng kinh phí 96,4 tỷ đồng, từ ngân sách trung ương hỗ trợ, ngân sách tỉnh, Quỹ phòng, chống thiên tai và nguồn thu dịch vụ thủy lợi.",
  ),
  heading("V. TỔ CHỨC THỰC HIỆN"),
  body([
    run("1. Sở Nông nghiệp và Môi trường:", bold),
    " Là cơ quan thường trực; quyết định chuyển kịch bản; tổng hợp báo cáo Ủy ban nhân dân tỉnh vào thứ năm hằng tuần.",
  ]),
  body([run("2. Sở Tài chính:", bold), " Tham mưu bố trí, hướng dẫn quản lý, sử dụng kinh phí theo quy định."]),
  body([
    run("3. Sở Xây dựng:", bold),
    " Chỉ đạo các đơn vị cấp nước đô thị có phương án dự phòng, không để gián đoạn quá 24 giờ.",
  ]),
  body([
    run("4. Công ty TNHH MTV Khai thác công trình thủy lợi:", bold),
    " Vận hành cống, trạm bơm đúng quy trình; công khai lịch lấy nước.",
  ]),
  body([
    run("5. Ủy ban nhân dân các xã, phường:", bold),
    " Lập phương án chi tiết trước ngày 20 tháng 01 năm 2026; huy động lực lượng, vật tư tại chỗ.",
  ]),
  body(
    "Trong quá trình thực hiện, nếu cần điều chỉnh, các cơ quan, địa phương đề xuất qua Sở Nông nghiệp và Môi trường để tổng hợp, trình Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định./.",
  ),
  nothing({ section: section(planPageBelow) }),
];

const small = { size: 12 } as const;
const c = (text: string): Cell => cell(text, {}, small);
const m = (text: string): Cell => cell(text, {}, { size: 12, align: "center" });
const figure = (text: string, look = {}): Cell => cell(text, {}, { size: 12, align: "right", ...look });
const headLook = { size: 12, bold: true, align: "center" } as const;

const taskHead = row(
  ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm", "Ghi chú"].map((text) =>
    cell(text, {}, headLook),
  ),
);
const group = (number: string, text: string) =>
  row([cell(number, {}, headLook), cell(text, { span: 6 }, { size: 12, bold: true })]);
const task = (number: string, ...cells: readonly string[]) =>
  row([m(number), ...cells.map((text, i) => (i === 3 ? m(text) : c(text)))]);
const taskWidths = [700, 3900, 2500, 2500, 1800, 1900, 1270];

const firstHalf = table(
  [
    taskHead,
    group("I", "Theo dõi, dự báo, thông tin"),
    task(
      "1",
      "Quan trắc, phát bản tin độ mặn hằng ngày",
      "Đài Khí tượng Thủy văn tỉnh",
      "Chi cục Thủy lợi",
      "Từ 15/01 đến 31/5/2026",
      "Bản tin",
      "",
    ),
    task(
      "2",
      "Lập bản đồ vùng có nguy cơ thiếu nước",
      "Sở Nông nghiệp và Môi trường",
      "UBND các xã, phường",
      "Trước ngày 25/01/2026",
      "Bản đồ số",
      "",
    ),
    group("II", "Giải pháp công trình"),
    task(
      "3",
      "Nạo vét kênh mương nội đồng",
      "UBND các xã, phường",
      "Công ty TNHH MTV Khai thác công trình thủy lợi",
      "Trước ngày 31/01/2026",
      "126 km",
      "Quỹ PCTT",
    ),
    task(
      "4",
      "Sửa chữa 14 cống ngăn mặn đầu mối",
      "Công ty TNHH MTV Khai thác công trình thủy lợi",
      "Chi cục Thủy lợi",
      "Tháng 01/2026",
      "14 cống",
      "",
    ),
    task(
      "5",
      "Đắp đập tạm, lắp trạm bơm dã chiến",
      "UBND các xã, phường",
      "Bộ Chỉ huy Quân sự tỉnh",
      "Khi chuyển sang kịch bản 2",
      "09 đập, 22 trạm",
      "",
    ),
  ],
  taskWidths,
);
/** The author began a new table on the next page and copied the head into it. */
const secondHalf = table(
  [
    row(
      ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm", "Ghi chú"].map(
        (text) => ({ ...cell(text, {}, headLook), words: "" }),
      ),
    ),
    task(
      "6",
      "Kéo dài đường ống cấp nước sạch",
      "Sở Xây dựng",
      "Công ty Cổ phần Cấp nước Hoài Châu",
      "Quý II/2026",
      "48 km",
      "Vốn doanh nghiệp",
    ),
    group("III", "Giải pháp phi công trình"),
    task(
      "7",
      "Điều chỉnh lịch thời vụ, chuyển đổi cây trồng",
      "Chi cục Trồng trọt và Bảo vệ thực vật",
      "UBND các xã, phường",
      "Trước ngày 10/02/2026",
      "1.900 ha",
      "",
    ),
    task(
      "8",
      "Hỗ trợ dụng cụ trữ nước cho hộ nghèo",
      "Hội Chữ thập đỏ tỉnh",
      "Ủy ban MTTQ Việt Nam tỉnh",
      "Tháng 02/2026",
      "3.200 bồn 1 m³",
      "Xã hội hóa",
    ),
    task(
      "9",
      "Tổng kết, đánh giá thiệt hại",
      "Sở Nông nghiệp và Môi trường",
      "Sở Tài chính",
      "Trước ngày 30/6/2026",
      "Báo cáo",
      "",
    ),
  ],
  taskWidths,
);

const attached = [
  centered("(Kèm theo Kế hoạch ban hành tại Quyết định số 58/QĐ-UBND ngày 09 tháng 01 năm 2026", italic),
  centered("của Chủ tịch Ủy ban nhân dân tỉnh Hoài Châu)", italic),
];

const needs: readonly (readonly [string, string, string, string, string, string])[] = [
  ["Vùng ven biển phía Đông", "8.200", "46,5", "5,2", "31,0", "38"],
  ["Vùng cù lao sông Hoài", "6.450", "35,8", "3,9", "12,6", "22"],
  ["Vùng ngọt hóa Bình Trung", "15.900", "91,7", "7,4", "4,1", "15"],
  ["Vùng đồi phía Tây", "4.700", "18,3", "2,2", "0,6", "29"],
  ["Đô thị Hoài Châu", "3.350", "14,9", "11,8", "0,3", "7"],
];

const needsTable = table(
  [
    row(
      [
        cell("TT", { merge: "top" }, headLook),
        cell("Địa bàn", { merge: "top" }, headLook),
        cell("Diện tích tưới (ha)", { merge: "top" }, headLook),
        cell("Nhu cầu nước (triệu m³)", { span: 3 }, headLook),
        cell("Thiếu hụt (%)", { merge: "top" }, headLook),
      ],
      { head: true },
    ),
    row(
      [
        covered(),
        covered(),
        covered(),
        cell("Tưới", {}, headLook),
        cell("Sinh hoạt", {}, headLook),
        cell("Thủy sản", {}, headLook),
        covered(),
      ],
      { head: true },
    ),
    ...needs.map(([place, ...figures], i) => row([m(String(i + 1)), c(place), ...figures.map((text) => figure(text))])),
    row([
      cell("Toàn tỉnh", { span: 2 }, headLook),
      ...["38.600", "207,2", "30,5", "48,6", "22"].map((text) => figure(text, bold)),
    ]),
  ],
  [700, 4600, 1900, 1900, 1900, 1900, 1670],
);

const annexes = [
  centered("PHỤ LỤC I", bold),
  centered("DANH MỤC NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM", bold),
  centered("ỨNG PHÓ HẠN HÁN, XÂM NHẬP MẶN NĂM 2026", bold),
  ...attached,
  nothing({ size: 6 }),
  firstHalf,
  para([{ xml: rawRun('<w:br w:type="page"/>'), words: "" }]),
  secondHalf,
  centered("PHỤ LỤC II", { bold: true, pageBreakBefore: true }),
  centered("NHU CẦU NƯỚC VÀ KHẢ NĂNG ĐÁP ỨNG MÙA KHÔ NĂM 2026", bold),
  ...attached,
  nothing({ size: 6 }),
  needsTable,
  nothing(),
];

const pieces = [...decision, ...plan, ...annexes];

const facts: Facts = {
  documents: [
    {
      kind: "decision",
      issuers: ["Ủy ban nhân dân tỉnh Hoài Châu"],
      parent: null,
      number: "58/QĐ-UBND",
      date: "2026-01-09",
      place: "Hoài Châu",
      title:
        "Ban hành Kế hoạch ứng phó hạn hán, thiếu nước và xâm nhập mặn mùa khô năm 2026 trên địa bàn tỉnh Hoài Châu",
      legalBases: 5,
      divisions: [
        ["Điều 1.", "Ban hành kèm theo Quyết định này Kế"],
        ["Điều 2.", "Quyết định này có hiệu lực thi hành"],
        ["Điều 3.", "Chánh Văn phòng Ủy ban nhân dân tỉnh,"],
      ],
      bullets: 0,
      tasks: [],
      tables: [],
      recipients: 6,
      signatures: [{ lines: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Đoàn Minh Trí" }],
      annexes: [],
    },
    {
      kind: "plan",
      issuers: ["Ủy ban nhân dân tỉnh Hoài Châu"],
      parent: null,
      number: null,
      date: null,
      place: null,
      title: "Ứng phó hạn hán, thiếu nước và xâm nhập mặn mùa khô năm 2026 trên địa bàn tỉnh Hoài Châu",
      legalBases: 0,
      divisions: [
        ["I.", "MỤC TIÊU, YÊU CẦU"],
        ["1.", "Mục tiêu"],
        ["a)", "Bảo đảm đủ nước sinh hoạt cho 100%"],
        ["b)", "Hạn chế thấp nhất thiệt hại đối với"],
        ["2.", "Yêu cầu"],
        ["II.", "NHẬN ĐỊNH, KỊCH BẢN ỨNG PHÓ"],
        ["1.", "Nhận định: Từ tháng 02 đến tháng 4"],
        ["2.", "Kịch bản"],
        ["a)", "Kịch bản 1: ranh mặn 4 g/l vào"],
        ["b)", "Kịch bản 2: ranh mặn 4 g/l vào"],
        ["III.", "NHIỆM VỤ, GIẢI PHÁP"],
        ["1.", "Theo dõi, dự báo, thông tin"],
        ["2.", "Giải pháp công trình"],
        ["a)", "Nạo vét 126 km kênh mương nội đồng,"],
        ["b)", "Sửa chữa cửa van, thiết bị đóng mở"],
        ["c)", "Kéo dài 48 km đường ống cấp nước"],
        ["3.", "Giải pháp phi công trình"],
        ["IV.", "KINH PHÍ"],
        ["V.", "TỔ CHỨC THỰC HIỆN"],
        ["1.", "Sở Nông nghiệp và Môi trường: Là cơ"],
        ["2.", "Sở Tài chính: Tham mưu bố trí, hướng"],
        ["3.", "Sở Xây dựng: Chỉ đạo các đơn vị"],
        ["4.", "Công ty TNHH MTV Khai thác công trình"],
        ["5.", "Ủy ban nhân dân các xã, phường: Lập"],
      ],
      bullets: 6,
      lowerBullets: 2,
      tasks: [
        {
          title: "Quan trắc, phát bản tin độ mặn hằng ngày",
          lead: ["Đài Khí tượng Thủy văn tỉnh"],
          time: "Từ 15/01 đến 31/5/2026",
        },
        {
          title: "Lập bản đồ vùng có nguy cơ thiếu nước",
          lead: ["Sở Nông nghiệp và Môi trường"],
          time: "Trước ngày 25/01/2026",
        },
        { title: "Nạo vét kênh mương nội đồng", lead: ["UBND các xã, phường"], time: "Trước ngày 31/01/2026" },
        {
          title: "Sửa chữa 14 cống ngăn mặn đầu mối",
          lead: ["Công ty TNHH MTV Khai thác công trình thủy lợi"],
          time: "Tháng 01/2026",
        },
        {
          title: "Đắp đập tạm, lắp trạm bơm dã chiến",
          lead: ["UBND các xã, phường"],
          time: "Khi chuyển sang kịch bản 2",
        },
        { title: "Kéo dài đường ống cấp nước sạch", lead: ["Sở Xây dựng"], time: "Quý II/2026" },
        {
          title: "Điều chỉnh lịch thời vụ, chuyển đổi cây trồng",
          lead: ["Chi cục Trồng trọt và Bảo vệ thực vật"],
          time: "Trước ngày 10/02/2026",
        },
        { title: "Hỗ trợ dụng cụ trữ nước cho hộ nghèo", lead: ["Hội Chữ thập đỏ tỉnh"], time: "Tháng 02/2026" },
        {
          title: "Tổng kết, đánh giá thiệt hại",
          lead: ["Sở Nông nghiệp và Môi trường"],
          time: "Trước ngày 30/6/2026",
        },
      ],
      tables: [
        {
          columns: 7,
          rows: 12,
          head: ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm", "Ghi chú"],
        },
        {
          columns: 7,
          rows: 6,
          head: [
            "TT",
            "Địa bàn",
            "Diện tích tưới (ha)",
            "Nhu cầu nước (triệu m³) > Tưới",
            "Nhu cầu nước (triệu m³) > Sinh hoạt",
            "Nhu cầu nước (triệu m³) > Thủy sản",
            "Thiếu hụt (%)",
          ],
        },
      ],
      recipients: 0,
      signatures: [],
      annexes: [
        {
          number: "I",
          title: "DANH MỤC NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM ỨNG PHÓ HẠN HÁN, XÂM NHẬP MẶN NĂM 2026",
        },
        { number: "II", title: "NHU CẦU NƯỚC VÀ KHẢ NĂNG ĐÁP ỨNG MÙA KHÔ NĂM 2026" },
      ],
    },
  ],
  joins: 0,
  pageNumbers: 0,
  notes: [
    "The stamp in the header of the first page and the page numbers are left out. The table of Phụ lục I is one of twelve rows; its head stands once in the expected text.",
  ],
};

export const sections: WordDocument = {
  slug: "tinh-2026-quyet-dinh-han-man",
  about:
    "Province decision of 2026, the plan that it puts into force with a letterhead of its own, and two appendices on landscape pages: four sections (one of them continuous) with their headers, a stamp in the first header, an appendix table that its author broke into two with the head copied, a table of figures with a head of two rows.",
  bytes: async () =>
    wordFile({
      body: pieces,
      page: annexPage,
      headers: {
        rIdHeader: pageNumberHeader(),
        rIdSigned: stamp,
        rIdEmpty: para("", { paragraphStyle: "Header" }).xml,
      },
      title: "QUYẾT ĐỊNH",
      author: "VP UBND",
      saved: "2026-01-09",
    }),
  expected: expectedOf(pieces),
  facts,
};
