/** A commune's plan of 2005 in the fonts .VnTime and .VnTimeH: letters of TCVN3, read as Windows-1252. */
import { encodeTcvn3, misread } from "../../source/legacy-encoders.ts";
import type { Facts, WordDocument } from "../facts.ts";
import {
  type Cell,
  cell,
  expectedOf,
  joined,
  type Look,
  body as modernBody,
  nothing,
  type ParagraphLook,
  type Piece,
  pageNumberHeader,
  para,
  quiet,
  row,
  run,
  table,
  wordFile,
} from "./word.ts";

// ── Letters ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Capitals that TCVN3 has; those with tones are small letters in a font that draws capitals. */
const heldCapital = /[A-ZĂÂÊÔƠƯĐ]/u;
const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();
const isLetter = (letter: string): boolean => letter.toLowerCase() !== letter.toUpperCase();

function encoded(text: string): string {
  const bytes = encodeTcvn3(text);
  if (bytes === null) throw new Error(`TCVN3 has not all of “${text}”`);
  return misread(bytes, "windows-1252");
}

/** Whole lines of capitals, and single ones with tones, are typed in .VnTimeH; all else in .VnTime, the standard font. */
function typed(text: string, look: Look = {}): Piece {
  const letters = [...text].filter(isLetter);
  const allCapitals = letters.length > 2 && letters.every(isCapital);
  const pieces: Piece[] = [];
  const add = (words: string, capitals: boolean): void => {
    if (words === "") return;
    const inside = encoded(capitals ? words.toLowerCase() : words);
    pieces.push({ xml: run(inside, { ...look, font: capitals ? ".VnTimeH" : (look.font ?? "") }).xml, words });
  };
  let plain = "";
  for (const letter of text.normalize("NFC")) {
    if (allCapitals || (isCapital(letter) && !heldCapital.test(letter))) {
      if (!allCapitals) {
        add(plain, false);
        add(letter, true);
        plain = "";
        continue;
      }
    }
    plain += letter;
  }
  add(plain, allCapitals);
  return joined(pieces);
}

/** Marks of paragraphs have the font of the words, like the words. */
const old = (look: ParagraphLook): ParagraphLook => ({ ...look, font: "" });
const line = (text: string, look: ParagraphLook = {}): Piece => para([typed(text, look)], old(look));
const body = (text: string, look: ParagraphLook = {}): Piece => modernBody([typed(text, look)], old(look));
const centered = (text: string, look: ParagraphLook = {}): Piece => line(text, { align: "center", ...look });
const heading = (text: string): Piece => body(text, { bold: true, before: 120, keepNext: true });

// ── The document ────────────────────────────────────────────────────────────────────────────────────────────────────

const bold = { bold: true } as const;

const letterhead = table(
  [
    row([
      cell([
        centered("UỶ BAN NHÂN DÂN", { bold: true, size: 13 }),
        centered("XÃ ĐỒNG XÁ", { bold: true, size: 13 }),
        quiet(centered("-------", { size: 12 })),
        centered("Số: 19/KH-UB", { size: 13 }),
      ]),
      cell([
        quiet(centered("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 12 })),
        quiet(centered("Độc lập - Tự do - Hạnh phúc", { bold: true, size: 14 })),
        quiet(centered("-----------------------", { size: 12 })),
        centered("Đồng Xá, ngày 15 tháng 01 năm 2005", { italic: true, size: 13 }),
      ]),
    ]),
  ],
  [3400, 5900],
  "none",
);

const text = [
  nothing({ font: "" }),
  centered("KẾ HOẠCH", { bold: true, size: 16 }),
  centered("Tiêm phòng gia súc, gia cầm và phòng, chống dịch cúm gia cầm năm 2005", bold),
  quiet(centered("--------------")),
  body("Căn cứ Pháp lệnh Thú y ngày 29 tháng 4 năm 2004;"),
  body(
    "Căn cứ Kế hoạch số 08/KH-UB ngày 06 tháng 01 năm 2005 của Uỷ ban nhân dân huyện Sông Chanh về phòng, chống dịch bệnh gia súc, gia cầm năm 2005;",
  ),
  body("Căn cứ Nghị quyết kỳ họp thứ ba của Hội đồng nhân dân xã khoá XVII."),
  body(
    "Uỷ ban nhân dân xã xây dựng kế hoạch tiêm phòng gia súc, gia cầm và phòng, chống dịch cúm gia cầm năm 2005 như sau:",
  ),
  heading("I. ĐẶC ĐIỂM TÌNH HÌNH"),
  body(
    "Toàn xã có 06 thôn với 1.248 hộ chăn nuôi; đàn trâu, bò 615 con, đàn lợn 4.320 con, đàn gia cầm 26.700 con. Năm 2004, tỷ lệ tiêm phòng đạt thấp, nhất là đàn lợn nái và gia cầm nuôi thả ngoài đồng. Tháng 12 năm 2004, tại thôn Cổ Ngựa có 03 đàn vịt chết chưa rõ nguyên nhân, đã tiêu huỷ 450 con.",
  ),
  heading("II. MỤC ĐÍCH, YÊU CẦU"),
  heading("1. Mục đích"),
  body("Chủ động phòng dịch, không để dịch lớn xảy ra; bảo vệ sức khoẻ nhân dân và ổn định phát triển chăn nuôi."),
  heading("2. Yêu cầu"),
  body("- Tiêm đúng loại vắc xin, đúng kỹ thuật, đúng thời gian; có sổ theo dõi đến từng hộ;"),
  body("- Thôn nào để sót hộ không tiêm thì trưởng thôn chịu trách nhiệm trước Uỷ ban nhân dân xã;"),
  body("- Không giấu dịch, không bán chạy gia súc, gia cầm ốm, chết."),
  heading("III. NỘI DUNG VÀ CHỈ TIÊU"),
  heading("1. Loại vắc xin"),
  body("a) Trâu, bò: tiêm vắc xin tụ huyết trùng và lở mồm long móng, mỗi năm 02 lần."),
  body("b) Lợn: tiêm 04 bệnh đỏ gồm dịch tả, tụ huyết trùng, phó thương hàn, đóng dấu."),
  body("c) Gia cầm: tiêm vắc xin Niu-cát-xơn, dịch tả vịt; tiêm vắc xin cúm khi huyện cấp."),
  heading("2. Chỉ tiêu giao cho các thôn"),
  body("Số lượng phải tiêm và ngày tiêm vụ xuân của từng thôn như sau:"),
];

const look = { size: 13, font: ".VnTime" } as const;
const c = (words: string): Cell => cell([line(words, look)]);
const m = (words: string): Cell => cell([line(words, { ...look, align: "center" })]);
const h = (words: string): Cell => cell([line(words, { ...look, bold: true, align: "center" })]);

const counts: readonly (readonly string[])[] = [
  ["Cổ Ngựa", "132", "910", "6.100", "Ngày 21/02/2005"],
  ["Đồng Xá Trong", "118", "825", "4.450", "Ngày 22/02/2005"],
  ["Đồng Xá Ngoài", "96", "640", "3.900", "Ngày 23/02/2005"],
  ["Ao Sen", "104", "715", "5.200", "Ngày 24/02/2005"],
  ["Gò Đống", "87", "580", "3.650", "Ngày 25/02/2005"],
  ["Bến Đò", "78", "650", "3.400", "Ngày 26/02/2005"],
];

const figures = table(
  [
    row(["TT", "Tên thôn", "Trâu, bò (con)", "Lợn (con)", "Gia cầm (con)", "Ngày tiêm"].map(h)),
    ...counts.map(([place, ...rest], i) => row([m(String(i + 1)), c(place!), ...rest.map(m)])),
    row([
      cell([line("Cộng", { ...look, bold: true, align: "center" })], { span: 2 }),
      m("615"),
      m("4.320"),
      m("26.700"),
      m(""),
    ]),
  ],
  [700, 2500, 1450, 1350, 1500, 1800],
);

const more = [
  nothing({ size: 6, font: "" }),
  heading("3. Phòng, chống dịch cúm gia cầm"),
  body("- Phun thuốc khử trùng chợ Đồng Xá và các điểm giết mổ vào ngày mồng 01 và ngày 15 hằng tháng;"),
  body("- Cấm vận chuyển gia cầm qua bến đò khi không có giấy kiểm dịch;"),
  body("- Hộ nuôi từ 200 con trở lên phải đăng ký với thú y xã, rắc vôi bột quanh chuồng."),
  heading("IV. PHÂN CÔNG NHIỆM VỤ"),
];

const tasks = table(
  [
    row(["TT", "Nội dung công việc", "Người phụ trách", "Thời gian"].map(h)),
    row([m("1"), c("Điều tra, thống kê tổng đàn"), c("Trưởng các thôn"), m("Trước ngày 31/01/2005")]),
    row([m("2"), c("Nhận vắc xin, bảo quản tại trạm"), c("Ông Đỗ Văn Khoát, Trưởng ban Thú y"), m("Ngày 18/02/2005")]),
    row([m("3"), c("Tiêm phòng vụ xuân"), c("Ban Thú y xã"), m("Từ 21/02 đến 26/02/2005")]),
    row([m("4"), c("Tiêm bổ sung, tiêm vụ thu"), c("Ban Thú y xã"), m("Tháng 9/2005")]),
    row([m("5"), c("Kiểm tra, tổng hợp báo cáo huyện"), c("Văn phòng Uỷ ban"), m("Ngày 25 hằng tháng")]),
  ],
  [700, 3900, 2700, 2000],
);

const after = [
  nothing({ size: 6, font: "" }),
  heading("V. KINH PHÍ"),
  body("1. Hộ chăn nuôi trả tiền công tiêm: trâu, bò 2.000 đồng/con; lợn 1.000 đồng/con; gia cầm 100 đồng/con."),
  body("2. Ngân sách xã chi 8.500.000 đồng mua thuốc khử trùng, bồi dưỡng người trực chốt."),
  heading("VI. TỔ CHỨC THỰC HIỆN"),
  body("1. Ban Thú y xã: Chịu trách nhiệm về chuyên môn, kỹ thuật; trực 24/24 giờ khi có dịch."),
  // Typed years later with a font of Unicode.
  modernBody("2. Công an xã, xã đội: Lập chốt kiểm soát tại bến đò và đầu đường liên xã."),
  body("3. Đài truyền thanh xã: Phát bản tin phòng dịch mỗi ngày 02 lần vào 5 giờ và 17 giờ."),
  body("4. Đề nghị Mặt trận Tổ quốc và các đoàn thể: Vận động hội viên gương mẫu tiêm phòng, ký cam kết 5 không."),
  body(
    "Nhận được kế hoạch này, yêu cầu các ban, ngành, đoàn thể và các thôn nghiêm túc thực hiện; khó khăn thì báo cáo ngay về Uỷ ban nhân dân xã để giải quyết./.",
  ),
  nothing({ font: "" }),
];

const ending = table(
  [
    row([
      cell([
        line("Nơi nhận:", { bold: true, italic: true, size: 12 }),
        ...["- UBND huyện (b/c);", "- TT Đảng uỷ, HĐND xã;", "- Ban Thú y xã;", "- 06 thôn;", "- Lưu: VP."].map(
          (words) => line(words, { size: 12 }),
        ),
      ]),
      cell([
        centered("TM. UỶ BAN NHÂN DÂN", bold),
        centered("CHỦ TỊCH", bold),
        nothing({ font: "" }),
        nothing({ font: "" }),
        nothing({ font: "" }),
        centered("Bùi Văn Hợi", bold),
      ]),
    ]),
  ],
  [4650, 4650],
  "none",
);

const pieces = [letterhead, ...text, figures, ...more, tasks, ...after, ending, nothing({ font: "" })];

const facts: Facts = {
  documents: [
    {
      kind: "plan",
      issuers: ["Ủy ban nhân dân xã Đồng Xá"],
      parent: null,
      number: "19/KH-UB",
      date: "2005-01-15",
      place: "Đồng Xá",
      title: "Tiêm phòng gia súc, gia cầm và phòng, chống dịch cúm gia cầm năm 2005",
      legalBases: 3,
      divisions: [
        ["I.", "ĐẶC ĐIỂM TÌNH HÌNH"],
        ["II.", "MỤC ĐÍCH, YÊU CẦU"],
        ["1.", "Mục đích"],
        ["2.", "Yêu cầu"],
        ["III.", "NỘI DUNG VÀ CHỈ TIÊU"],
        ["1.", "Loại vắc xin"],
        ["a)", "Trâu, bò: tiêm vắc xin tụ huyết"],
        ["b)", "Lợn: tiêm 04 bệnh đỏ gồm dịch"],
        ["c)", "Gia cầm: tiêm vắc xin Niu-cát-xơn, dịch"],
        ["2.", "Chỉ tiêu giao cho các thôn"],
        ["3.", "Phòng, chống dịch cúm gia cầm"],
        ["IV.", "PHÂN CÔNG NHIỆM VỤ"],
        ["V.", "KINH PHÍ"],
        ["1.", "Hộ chăn nuôi trả tiền công tiêm: trâu,"],
        ["2.", "Ngân sách xã chi 8.500.000 đồng mua thuốc"],
        ["VI.", "TỔ CHỨC THỰC HIỆN"],
        ["1.", "Ban Thú y xã: Chịu trách nhiệm về"],
        ["2.", "Công an xã, xã đội: Lập chốt"],
        ["3.", "Đài truyền thanh xã: Phát bản tin"],
        ["4.", "Đề nghị Mặt trận Tổ quốc và các"],
      ],
      bullets: 6,
      tasks: [
        { title: "Điều tra, thống kê tổng đàn", lead: ["Trưởng các thôn"], time: "Trước ngày 31/01/2005" },
        {
          title: "Nhận vắc xin, bảo quản tại trạm",
          lead: ["Ông Đỗ Văn Khoát, Trưởng ban Thú y"],
          time: "Ngày 18/02/2005",
        },
        { title: "Tiêm phòng vụ xuân", lead: ["Ban Thú y xã"], time: "Từ 21/02 đến 26/02/2005" },
        { title: "Tiêm bổ sung, tiêm vụ thu", lead: ["Ban Thú y xã"], time: "Tháng 9/2005" },
        { title: "Kiểm tra, tổng hợp báo cáo huyện", lead: ["Văn phòng Uỷ ban"], time: "Ngày 25 hằng tháng" },
      ],
      tables: [
        {
          columns: 6,
          rows: 7,
          head: ["TT", "Tên thôn", "Trâu, bò (con)", "Lợn (con)", "Gia cầm (con)", "Ngày tiêm"],
        },
        { columns: 4, rows: 5, head: ["TT", "Nội dung công việc", "Người phụ trách", "Thời gian"] },
      ],
      recipients: 5,
      signatures: [{ lines: ["TM. UỶ BAN NHÂN DÂN", "CHỦ TỊCH"], name: "Bùi Văn Hợi" }],
      annexes: [],
    },
  ],
  joins: 0,
  pageNumbers: 0,
  notes: [
    "Old placing of tones (Uỷ, hoá, khoẻ) is kept. The letter ư is U+00AD in the file, a capital with a tone a small letter in .VnTimeH. The table of animals is one of figures, the second one of tasks. Headings of lines of capitals are in .VnTimeH throughout. VI.2 is Unicode in Times New Roman.",
  ],
};

export const legacy: WordDocument = {
  slug: "xa-2005-vntime",
  about:
    "Commune plan of 2005 in .VnTime and .VnTimeH (TCVN3 letters as text): headings in the capital font, single capitals with tones in a run of it, the standard style in .VnTime, two tables, one paragraph of Unicode, old placing of tones.",
  bytes: async () =>
    wordFile({
      body: pieces,
      font: ".VnTime",
      page: { headers: { default: "rIdHeader" }, titlePage: true },
      headers: { rIdHeader: pageNumberHeader() },
      author: "User",
      program: "Microsoft Office Word",
      saved: "2005-01-14",
    }),
  expected: expectedOf(pieces),
  facts,
};
