/**
 * Words and phrases that are written by mistake for others, each certain where it stands: either no right text has the
 * wrong one, or the words around it show what was meant. Slips of one mark or letter in frequent words are found by
 * `data/compounds.ts`; here is what it does not see.
 */
export interface Confusion {
  readonly wrong: string;
  readonly right: string;
  /** A regional or older form. */
  readonly severity?: "notice";
  /** Not only the spelling changes: a person must agree. */
  readonly isRewording?: boolean;
  /** Right after one of these words it is no mistake. */
  readonly notAfter?: readonly string[];
  /** Right before one of these words it is no mistake. */
  readonly notBefore?: readonly string[];
}

const pairs = (text: string): Confusion[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [wrong = "", right = ""] = line.split("→").map((side) => side.trim());
      return { wrong, right };
    });

/** Words before “công”: “hành chính công thông tin …”, “phân công thông tin …”. */
const endsInCong: readonly string[] = ["chính", "vụ", "phân", "thành", "thi", "tiến", "trình", "ích"];
const gate = (wrong: string, right: string): Confusion => ({ wrong, right, notAfter: endsInCong });

export const confusions: readonly Confusion[] = [
  gate("công thông tin", "cổng thông tin"),
  gate("công ttđt", "cổng TTĐT"),
  gate("công dịch vụ công", "cổng dịch vụ công"),
  gate("công/trang thông tin", "cổng/trang thông tin"),
  gate("công, trang thông tin", "cổng, trang thông tin"),
  gate("công/trang ttđt", "cổng/trang TTĐT"),
  gate("công, trang ttđt", "cổng, trang TTĐT"),
  gate("công/trang", "cổng/trang"),
  { wrong: "thông tấn, báo cáo", right: "thông tấn, báo chí", isRewording: true },
  { wrong: "thông tấn báo cáo", right: "thông tấn báo chí", isRewording: true },
  { wrong: "lãnh chỉ đạo", right: "lãnh đạo, chỉ đạo", isRewording: true },
  { wrong: "lãnh, chỉ đạo", right: "lãnh đạo, chỉ đạo", isRewording: true },
  { wrong: "chương trình tổng cchc", right: "chương trình tổng thể CCHC", isRewording: true },
  {
    wrong: "chương trình tổng cải cách hành chính",
    right: "chương trình tổng thể cải cách hành chính",
    isRewording: true,
  },
  { wrong: "hành chánh", right: "hành chính", severity: "notice" },
  { wrong: "tài chánh", right: "tài chính", severity: "notice" },
  { wrong: "chánh sách", right: "chính sách", severity: "notice" },
  { wrong: "nhơn dân", right: "nhân dân", severity: "notice" },
  { wrong: "dành giải", right: "giành giải", notBefore: ["thưởng", "pháp", "ngân", "quyết"] },
  { wrong: "khắc khe", right: "khắt khe" },
  { wrong: "thăm quan", right: "tham quan", notBefore: ["hệ", "chức", "khách"] },
  {
    wrong: "trong tâm",
    right: "trọng tâm",
    notBefore: ["trí", "lý", "thức", "hồn", "trạng", "bão", "dịch", "thế", "khảm", "tưởng", "điểm"],
  },
  { wrong: "giao động", right: "dao động", notAfter: ["bàn"] },
  { wrong: "công xuất", right: "công suất", notBefore: ["khẩu", "nhập", "bản", "sắc"] },
  { wrong: "năng xuất", right: "năng suất", notAfter: ["chức", "tính", "khả", "kỹ", "tài"] },
  { wrong: "giành cho", right: "dành cho", notBefore: ["được", "bằng", "kỳ"] },
  { wrong: "pháp huy", right: "phát huy", notBefore: ["động"] },
  { wrong: "pháp triển", right: "phát triển", notBefore: ["khai"] },
  { wrong: "chuyển khai", right: "triển khai", notBefore: ["thác", "báo", "giá"] },
  { wrong: "cấp nhập", right: "cập nhật", notBefore: ["khẩu", "học", "ngũ", "cảnh"] },
  { wrong: "thành thích", right: "thành tích", notAfter: ["trở", "tạo", "hình"] },
  { wrong: "trung cư", right: "chung cư", notAfter: ["tập"], notBefore: ["dân", "trú"] },
  { wrong: "của khẩu", right: "cửa khẩu", notBefore: ["hiệu", "phần", "trang", "đội"] },
  { wrong: "che dấu", right: "che giấu", notBefore: ["mục", "chấm", "phẩy", "câu"] },
  ...pairs(`
    nữa đầu năm → nửa đầu năm
    nữa cuối năm → nửa cuối năm
    phát luật → pháp luật
    phát lý → pháp lý
    sát nhập → sáp nhập
    tựu chung → tựu trung
    sáng lạng → xán lạn
    sáng lạn → xán lạn
    xán lạng → xán lạn
    giành thời gian → dành thời gian
    giành riêng → dành riêng
    rành cho → dành cho
    dành thắng lợi → giành thắng lợi
    dành độc lập → giành độc lập
    dành chính quyền → giành chính quyền
    dành giật → giành giật
    tranh dành → tranh giành
    chỉnh chu → chỉn chu
    đề bạc → đề bạt
    vô hình chung → vô hình trung
    trao dồi → trau dồi
    trao chuốt → trau chuốt
    cọ sát → cọ xát
    thái độ bàng quang → thái độ bàng quan
    bàng quang trước → bàng quan trước
    thờ ơ, bàng quang → thờ ơ, bàng quan
    chuẩn đoán → chẩn đoán
    chân trọng → trân trọng
    trân thành → chân thành
    trân chính → chân chính
    xúc tích → súc tích
    câu truyện → câu chuyện
    trò truyện → trò chuyện
    gianh giới → ranh giới
    danh giới → ranh giới
    giấu hiệu → dấu hiệu
    dữ vững → giữ vững
    giữ dội → dữ dội
    dở bỏ → dỡ bỏ
    dở hàng → dỡ hàng
    tháo dở → tháo dỡ
    trể → trễ
    bắt ngờ → bất ngờ
    bất buộc → bắt buộc
    bất đầu → bắt đầu
    đôn đốt → đôn đốc
    xuyên suất → xuyên suốt
    bức súc → bức xúc
    xúc phậm → xúc phạm
    sơ xài → sơ sài
    suôn xẻ → suôn sẻ
    xuôn xẻ → suôn sẻ
    sâu xắc → sâu sắc
    xâu sắc → sâu sắc
    lãi xuất → lãi suất
    tần xuất → tần suất
    xác xuất → xác suất
    xăn dầu → xăng dầu
    kết luật thanh tra → kết luận thanh tra
    kỹ luận → kỷ luật
    ý kiếm → ý kiến
    tham muu → tham mưu
    truyển khai → triển khai
    cập nhập → cập nhật
    giải quyến → giải quyết
    trưng bầy → trưng bày
    trình bầy → trình bày
    giầy phép → giấy phép
    phong chào → phong trào
    chống tham những → chống tham nhũng
    tham những, lãng phí → tham nhũng, lãng phí
    tham những, tiêu cực → tham nhũng, tiêu cực
    nhiệm vụ trọn tâm → nhiệm vụ trọng tâm
    trách nhiện → trách nhiệm
    bộ phận một của → bộ phận một cửa
    cơ chế một của → cơ chế một cửa
    một của liên thông → một cửa liên thông
    một của, một của liên thông → một cửa, một cửa liên thông
  `),
];
