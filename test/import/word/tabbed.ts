/** A college's plan by somebody who sets text side by side with tabs and blanks, and lines with Shift+Enter. */
import type { Facts, WordDocument } from "../facts.ts";
import {
  body,
  type Cell,
  cell,
  expectedOf,
  hardHyphen,
  type Look,
  lineBreak,
  nothing,
  type Piece,
  pageNumberHeader,
  para,
  quiet,
  row,
  run,
  softHyphen,
  tab,
  table,
  wordFile,
} from "./word.ts";

const bold = { bold: true } as const;
const blanks = (count: number): string => " ".repeat(count);
/** Typed in small letters, shown in capitals by the property of the run. */
const capitals = (text: string, look: Look = bold): Piece => ({
  xml: run(text, { ...look, caps: true }).xml,
  words: text.toUpperCase(),
});

const headTabs = '<w:tab w:val="center" w:pos="1843"/><w:tab w:val="center" w:pos="6521"/>';
const head = { tabs: headTabs, size: 13 } as const;

const letterhead = [
  para(
    [tab(), "UBND TỈNH ĐÔNG SƠN", tab(), quiet(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { ...bold, size: 13 }))],
    head,
  ),
  para(
    [tab(), run("TRƯỜNG CAO ĐẲNG NGHỀ", { ...bold, size: 13 }), tab(), quiet(run("Độc lập - Tự do - Hạnh phúc", bold))],
    head,
  ),
  para(
    [
      tab(),
      run("KỸ THUẬT ĐÔNG SƠN", { ...bold, size: 13, underlined: true }),
      tab(),
      quiet(run("________________________", { size: 10 })),
    ],
    head,
  ),
  para(
    [
      { ...run(`${blanks(6)}Số: 118/KH-CĐNKT${blanks(18)}`, { size: 13 }), words: "Số: 118/KH-CĐNKT\n" },
      run("Đông Sơn, ngày\u00a002 tháng\u00a03 năm\u00a02022", { italic: true, size: 13 }),
    ],
    { size: 13, before: 120 },
  ),
];

const opening = [
  nothing(),
  para(
    [
      capitals("Kế hoạch"),
      lineBreak(bold),
      "Tuyển sinh và phối hợp đào tạo với doanh nghiệp",
      lineBreak(bold),
      "năm học 2022\u00a0-\u00a02023",
    ],
    { align: "center", bold: true },
  ),
  nothing(),
  body(
    [
      "Căn cứ Luật Giáo dục nghề nghiệp ngày\u00a027 tháng\u00a011 năm\u00a02014;",
      lineBreak({ italic: true }),
      `${blanks(8)}Căn cứ Thông tư số\u00a005/2021/TT`,
      hardHyphen({ italic: true }),
      "BLĐTBXH ngày 07 tháng 7 năm 2021 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội quy định Quy chế tuyển sinh trình độ trung cấp và trình độ cao đẳng;",
      lineBreak({ italic: true }),
      `${blanks(8)}Căn cứ Nghị quyết số\u00a003/NQ`,
      hardHyphen({ italic: true }),
      "HĐT ngày 24 tháng 01 năm 2022 của Hội đồng trường về nhiệm vụ trọng tâm năm 2022.",
    ],
    { italic: true, align: "left" },
  ),
  body([
    "Trường Cao đẳng nghề Kỹ thuật Đông Sơn xây dựng Kế hoạch tuyển sinh và phối hợp đào tạo với doanh nghiệp năm học 2022\u00a0-\u00a02023 như sau:",
  ]),
];

const major = (...lines: readonly [string, ...string[]]): Piece =>
  body(
    lines.flatMap((line, i) => (i === 0 ? [capitals(line)] : [lineBreak({ ...bold, caps: true }), capitals(line)])),
    { bold: true, before: 120, align: "left" },
  );
const minor = (...lines: readonly [string, ...string[]]): Piece =>
  body(
    lines.flatMap((line, i) => (i === 0 ? [line] : [lineBreak(bold), line])),
    { bold: true, align: "left" },
  );
/** Items of a list in one paragraph. */
const lines = (...items: readonly string[]): Piece =>
  body(
    items.flatMap((item, i) => (i === 0 ? [item] : [lineBreak(), `${blanks(10)}${item}`])),
    { align: "left" },
  );

const text = [
  major("I. Mục đích, yêu cầu"),
  body([
    run("1. Mục đích:", bold),
    " Bảo đảm đủ nguồn tuyển cho 12 ngành, nghề; tăng tỷ lệ học sinh, sinh viên có việc làm đúng nghề sau tốt nghiệp; gắn chương trình đào tạo với yêu cầu của sản xuất, kinh doanh.",
  ]),
  body([
    run("2. Yêu cầu:", bold),
    " Tư vấn trung thực, không hứa hẹn sai sự thật; thu đúng, thu đủ học phí; công khai điều kiện bảo đảm chất lượng, kết quả tuyển sinh và tỷ lệ có việc làm.",
  ]),
  major("II. Chỉ tiêu, đối tượng", "và hình thức tuyển sinh"),
  body([
    run("1. Chỉ tiêu:", bold),
    " 1.150 học sinh, sinh viên, trong đó trình độ cao đẳng 420, trung cấp 530, sơ cấp 200.",
  ]),
  minor("2. Đối tượng"),
  lines(
    "- Cao đẳng: người tốt nghiệp trung học phổ thông hoặc tương đương;",
    "- Trung cấp: người tốt nghiệp trung học cơ sở trở lên;",
    "- Sơ cấp: người từ đủ 15 tuổi, có trình độ học vấn và sức khỏe phù hợp.",
  ),
  minor("3. Hình thức"),
  lines(
    "a) Xét tuyển dựa trên kết quả học tập ghi trong học bạ;",
    "b) Tuyển thẳng người đoạt giải kỳ thi kỹ năng nghề, học sinh giỏi cấp tỉnh;",
    "c) Xét tuyển theo đơn đặt hàng của doanh nghiệp.",
  ),
  major("III. Nội dung thực hiện"),
  minor("1. Truyền thông, tư vấn hướng nghiệp"),
  body(
    "- Tổ chức 45 buổi tư vấn tại các trường trung học phổ thông, trung học cơ sở; mời cựu học sinh thành đạt chia sẻ kinh nghiệm.",
  ),
  body([
    "- Đăng thông báo trên trang thông tin điện tử, mạng xã hội; trả lời câu hỏi qua hộp thư tuyen",
    softHyphen(),
    "sinh@caodang",
    softHyphen(),
    "dongson.edu.vn trong vòng 24 giờ.",
  ]),
  minor("2. Phối hợp với doanh nghiệp"),
  body([
    "- Ký mới ít nhất 08 thỏa thuận với doanh nghiệp trong khu công nghiệp Bắc Sơn; mỗi khoa có từ 02 doanh nghiệp thường xuyên tiếp nhận sinh viên thực tập\u00a0-\u00a0sản xuất.",
  ]),
  body([
    "- Trung tâm Tuyển sinh",
    hardHyphen(),
    "Việc làm tổ chức 02 ngày hội việc làm; thu thập ý kiến của doanh nghiệp về chuẩn đầu ra.",
  ]),
  minor("3. Phân công công việc và", "tiến độ thực hiện"),
  body("Công việc được phân công như sau:"),
];

const look = { size: 12 } as const;
const c = (words: string): Cell => cell(words, {}, look);
const headCell = (words: string): Cell => cell(words, {}, { size: 12, bold: true, align: "center" });
const nested = (rows: readonly (readonly [string, string])[]): Cell =>
  cell([
    table(
      rows.map(([left, right]) => row([c(left), c(right)])),
      [1250, 900],
    ),
    nothing({ size: 4 }),
  ]);

const tasks = table(
  [
    row(["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian", "Kết quả"].map(headCell)),
    row([
      c("1"),
      c("Xây dựng đề án, thông báo tuyển sinh"),
      c("Phòng Đào tạo"),
      c("Tháng 3/2022"),
      c("Đề án được phê duyệt"),
    ]),
    row([
      c("2"),
      c("Tư vấn hướng nghiệp tại các trường"),
      c("Trung tâm Tuyển sinh - Việc làm"),
      c("Từ tháng 3 đến tháng 6/2022"),
      c("45 buổi, 6.000 lượt học sinh"),
    ]),
    row([
      c("3"),
      c("Nhận hồ sơ, xét tuyển, gọi nhập học"),
      c("Hội đồng Tuyển sinh"),
      c("Trước ngày 30/9/2022"),
      nested([
        ["Cao đẳng", "420"],
        ["Trung cấp", "530"],
        ["Sơ cấp", "200"],
      ]),
    ]),
    row([
      c("4"),
      c("Đưa sinh viên đi thực tập tại doanh nghiệp"),
      c("Các khoa chuyên môn"),
      c("Học kỳ II"),
      nested([
        ["Khoa Cơ khí", "160"],
        ["Khoa Điện", "145"],
      ]),
    ]),
    row([
      c("5"),
      c("Khảo sát việc làm sau tốt nghiệp"),
      c("Trung tâm Tuyển sinh - Việc làm"),
      c("Quý IV/2022"),
      c("Báo cáo khảo sát"),
    ]),
  ],
  [560, 2600, 2050, 1750, 2395],
);

const after = [
  nothing({ size: 6 }),
  major("IV. Kinh phí"),
  body([
    "Dự toán 640.000.000 đồng từ nguồn thu học phí, lệ phí xét tuyển và tài trợ của doanh nghiệp; thực hiện theo Quy chế chi tiêu nội bộ của Trường.",
  ]),
  major("V. Tổ chức thực hiện"),
  body("1. Phòng Đào tạo: Là đơn vị thường trực; tổng hợp số liệu, báo cáo Hiệu trưởng vào thứ hai hằng tuần."),
  body(
    "2. Trung tâm Tuyển sinh - Việc làm: Chủ trì truyền thông, tư vấn; làm đầu mối với doanh nghiệp, các trường phổ thông.",
  ),
  body("3. Phòng Kế hoạch - Tài chính: Cân đối kinh phí, hướng dẫn chế độ thanh toán."),
  body("4. Các khoa chuyên môn: Cử nhà giáo tham gia tổ tư vấn; bố trí xưởng thực hành cho học sinh tham quan."),
  body(
    "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Phòng Đào tạo để tổng hợp, trình Hiệu trưởng xem xét, quyết định./.",
  ),
  nothing(),
];

const footTabs = '<w:tab w:val="center" w:pos="6804"/>';
const foot = { tabs: footTabs, size: 11, keepNext: true } as const;
const ending = [
  para([run("Nơi nhận:", { bold: true, italic: true, size: 12 }), tab(), run("HIỆU TRƯỞNG", bold)], foot),
  para("- Sở LĐTBXH (b/c);", foot),
  para("- Đảng ủy, Hội đồng trường;", foot),
  para("- Các phòng, khoa, trung tâm;", foot),
  para("- Các doanh nghiệp liên kết;", foot),
  para(["- Lưu: VT, ĐT.", tab(), run("TS. Phan Quốc Bảo", bold)], foot),
];

const pieces = [...letterhead, ...opening, ...text, tasks, ...after, ...ending];

const facts: Facts = {
  documents: [
    {
      kind: "plan",
      issuers: ["Trường Cao đẳng nghề Kỹ thuật Đông Sơn"],
      parent: "UBND TỈNH ĐÔNG SƠN",
      number: "118/KH-CĐNKT",
      date: "2022-03-02",
      place: "Đông Sơn",
      title: "Tuyển sinh và phối hợp đào tạo với doanh nghiệp năm học 2022 - 2023",
      legalBases: 3,
      divisions: [
        ["I.", "MỤC ĐÍCH, YÊU CẦU"],
        ["1.", "Mục đích: Bảo đảm đủ nguồn tuyển cho"],
        ["2.", "Yêu cầu: Tư vấn trung thực, không hứa"],
        ["II.", "CHỈ TIÊU, ĐỐI TƯỢNG VÀ HÌNH THỨC"],
        ["1.", "Chỉ tiêu: 1.150 học sinh, sinh viên,"],
        ["2.", "Đối tượng"],
        ["3.", "Hình thức"],
        ["a)", "Xét tuyển dựa trên kết quả học tập"],
        ["b)", "Tuyển thẳng người đoạt giải kỳ thi kỹ"],
        ["c)", "Xét tuyển theo đơn đặt hàng của doanh"],
        ["III.", "NỘI DUNG THỰC HIỆN"],
        ["1.", "Truyền thông, tư vấn hướng nghiệp"],
        ["2.", "Phối hợp với doanh nghiệp"],
        ["3.", "Phân công công việc và tiến độ thực"],
        ["IV.", "KINH PHÍ"],
        ["V.", "TỔ CHỨC THỰC HIỆN"],
        ["1.", "Phòng Đào tạo: Là đơn vị thường trực;"],
        ["2.", "Trung tâm Tuyển sinh - Việc làm: Chủ"],
        ["3.", "Phòng Kế hoạch - Tài chính: Cân đối"],
        ["4.", "Các khoa chuyên môn: Cử nhà giáo tham"],
      ],
      bullets: 7,
      tasks: [
        { title: "Xây dựng đề án, thông báo tuyển sinh", lead: ["Phòng Đào tạo"], time: "Tháng 3/2022" },
        {
          title: "Tư vấn hướng nghiệp tại các trường",
          lead: ["Trung tâm Tuyển sinh - Việc làm"],
          time: "Từ tháng 3 đến tháng 6/2022",
        },
        {
          title: "Nhận hồ sơ, xét tuyển, gọi nhập học",
          lead: ["Hội đồng Tuyển sinh"],
          time: "Trước ngày 30/9/2022",
        },
        {
          title: "Đưa sinh viên đi thực tập tại doanh nghiệp",
          lead: ["Các khoa chuyên môn"],
          time: "Học kỳ II",
        },
        {
          title: "Khảo sát việc làm sau tốt nghiệp",
          lead: ["Trung tâm Tuyển sinh - Việc làm"],
          time: "Quý IV/2022",
        },
      ],
      tables: [{ columns: 5, rows: 5, head: ["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian", "Kết quả"] }],
      recipients: 5,
      signatures: [{ lines: ["HIỆU TRƯỞNG"], name: "TS. Phan Quốc Bảo" }],
      annexes: [],
    },
  ],
  joins: 0,
  pageNumbers: 0,
  notes: [
    "The three bases are one paragraph with forced breaks, so are the items of II.2 and II.3: each line is one of its own. Breaks within headings are none. Small tables in cells of the last column belong to their cells.",
  ],
};

export const tabbed: WordDocument = {
  slug: "truong-2022-tuyen-sinh",
  about:
    "College plan of 2022: letterhead and signature set with tabs and blanks, Shift+Enter between bases, items and the lines of headings, no-break blanks and hyphens, soft hyphens, headings in capitals by the all-caps property, small tables in cells.",
  bytes: async () =>
    wordFile({
      body: pieces,
      page: { headers: { default: "rIdHeader" }, titlePage: true },
      headers: { rIdHeader: pageNumberHeader("center") },
      author: "PDT",
      saved: "2022-03-01",
    }),
  expected: expectedOf(pieces),
  facts,
};
