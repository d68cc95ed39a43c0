/**
 * The one table of Vietnamese words of the language: how a key is spelt, where it may stand, what it means.
 *
 * The lexer, completion, did-you-mean and the manual read this table, so a word is added in one place. Keys typed in any
 * case, with all its diacritics or with none, and the width of blanks does not matter. A key is a key only in its place;
 * elsewhere the line is prose. The second table, the label lexicon, says what clerks call the parts of a task, as
 * labels in prose (`Cơ quan chủ trì:`) and as names of columns.
 */

import { foldVietnamese } from "./fold.ts";

export { foldVietnamese };

/** Where a key may stand. */
export type Place =
  | "document" // starts a document
  | "header" // below the line that starts the document
  | "annex" // starts an annex
  | "annex-head" // below the line that starts the annex
  | "table" // starts a table
  | "table-head" // below `cột:` or `bảng:`
  | "table-row" // starts a row
  | "row-field" // inside a row
  | "block"; // starts the recipients or a signature

export interface KeywordDefinition {
  /** English id; the same id may stand in two places (`paper` of an annex and of a table). */
  readonly id: string;
  /** Accepted spellings; the first is the one that is printed and offered. */
  readonly spellings: readonly string[];
  readonly places: readonly Place[];
  /** For the manual and completion, in Vietnamese. */
  readonly title: string;
  readonly description: string;
  /** The fixed values it takes, where it takes no others. */
  readonly values?: readonly string[];
  /** A value as it would be typed. */
  readonly example?: string;
}

export interface Keyword extends KeywordDefinition {
  /** The first spelling. */
  readonly spelling: string;
  /** The first spelling without diacritics, as it may also be typed. */
  readonly bare: string;
}

const definitions: readonly KeywordDefinition[] = [
  // ── Document types ──
  documentType("plan", "kế hoạch", "Kế hoạch", "Tuyên truyền chuyển đổi số năm 2026"),
  documentType("decision", "quyết định", "Quyết định", "Về việc ban hành Kế hoạch tuyên truyền chuyển đổi số"),
  documentType("programme", "chương trình", "Chương trình", "Xây dựng nông thôn mới giai đoạn 2026 - 2030"),
  documentType("scheme", "đề án", "Đề án", "Sắp xếp các thôn"),
  documentType("project", "dự án", "Dự án", "Nâng cấp hệ thống truyền thanh"),
  documentType("report", "báo cáo", "Báo cáo", "Kết quả cải cách hành chính quý I năm 2026"),
  documentType("notice", "thông báo", "Thông báo", "Lịch tiếp công dân năm 2026"),
  documentType("guideline", "hướng dẫn", "Hướng dẫn", "Bình xét gia đình văn hóa"),
  documentType("directive", "chỉ thị", "Chỉ thị", "Về việc phòng cháy, chữa cháy"),
  documentType("resolution", "nghị quyết", "Nghị quyết", "Về nhiệm vụ năm 2026"),
  documentType("submission", "tờ trình", "Tờ trình", "Đề nghị phê duyệt kế hoạch"),
  documentType("regulation", "quy chế", "Quy chế", "Làm việc của Ủy ban nhân dân xã"),
  documentType("rules", "quy định", "Quy định", "Quản lý trang thông tin điện tử"),
  documentType("option", "phương án", "Phương án", "Ứng phó thiên tai năm 2026"),

  // ── Header ──
  header(
    "issuer",
    ["cơ quan", "cơ quan ban hành"],
    "Cơ quan ban hành",
    "Tên cơ quan, viết đầy đủ hoặc viết tắt; hai cơ quan cùng ban hành (liên tịch) thì ghi hai dòng.",
    "UBND xã An Bình",
  ),
  header(
    "parent",
    ["cơ quan chủ quản"],
    "Cơ quan chủ quản",
    "Cơ quan cấp trên trực tiếp in phía trên; bỏ trống thì lấy từ danh mục cơ quan.",
    "UBND huyện Bình Minh",
  ),
  header(
    "number",
    ["số", "số, ký hiệu", "số ký hiệu"],
    "Số, ký hiệu",
    "Số và ký hiệu; chưa cấp số thì để dấu ba chấm.",
    "…/KH-UBND",
  ),
  header("place", ["địa danh"], "Địa danh", "Địa danh đứng trước ngày ban hành.", "An Bình"),
  header(
    "date",
    ["ngày", "ngày ban hành"],
    "Ngày ban hành",
    "Ngày, tháng, năm; phần chưa biết để dấu ba chấm.",
    "…/01/2026",
  ),
  header("year", ["năm"], "Năm", "Năm của kế hoạch, dùng trong {năm} và khi tính thời gian.", "2026"),
  header("period", ["giai đoạn"], "Giai đoạn", "Giai đoạn của kế hoạch nhiều năm.", "2026 - 2030"),
  header(
    "secrecy",
    ["độ mật", "mức độ mật"],
    "Độ mật",
    "Dấu độ mật; văn bản mật không soạn trên hệ thống thường.",
    "MẬT",
  ),
  header("urgency", ["độ khẩn", "mức độ khẩn"], "Độ khẩn", "Dấu độ khẩn.", "KHẨN", ["hỏa tốc", "thượng khẩn", "khẩn"]),
  header(
    "circulation",
    ["phạm vi lưu hành"],
    "Phạm vi lưu hành",
    "Dòng chữ trong khung về phạm vi lưu hành.",
    "LƯU HÀNH NỘI BỘ",
  ),
  header(
    "abbreviations",
    ["viết tắt", "chữ viết tắt"],
    "Chữ viết tắt",
    "Mỗi gạch đầu dòng một chữ: `- CĐS: chuyển đổi số`.",
    undefined,
  ),
  header(
    "form",
    ["thể thức"],
    "Thể thức",
    "Thể thức trình bày; bỏ trống thì chọn theo ngày ban hành.",
    "nghị định 30/2020",
    ["nghị định 30/2020", "thông tư 01/2011"],
  ),
  header(
    "drafter",
    ["người soạn", "người soạn thảo"],
    "Người soạn thảo",
    "Ký hiệu người soạn thảo, in dưới nơi nhận.",
    "NVA",
  ),
  header(
    "copies",
    ["số bản", "số lượng bản"],
    "Số bản",
    "Số lượng bản phát hành, in cùng ký hiệu người soạn thảo.",
    "15",
  ),
  header(
    "copy",
    ["bản"],
    "Bản",
    "Bản điện tử để trống chỗ số và ngày của dòng “Kèm theo”; bản giấy điền vào.",
    "giấy",
    ["điện tử", "giấy"],
  ),
  header(
    "address",
    ["địa chỉ"],
    "Địa chỉ",
    "Địa chỉ, thư điện tử, điện thoại của cơ quan, in ở chân trang đầu.",
    "Thôn 1, xã An Bình",
  ),
  header(
    "authority",
    ["thẩm quyền"],
    "Thẩm quyền",
    "Dòng thẩm quyền ban hành phía trên các căn cứ của quyết định; bỏ trống thì là tên cơ quan viết hoa.",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH",
  ),
  {
    ...header(
      "attached",
      ["kèm theo", "ban hành kèm theo"],
      "Dòng kèm theo",
      "Thay dòng “(Kèm theo …)” mà máy tự viết.",
      "(Kèm theo Kế hoạch số 12/KH-UBND)",
    ),
    places: ["header", "annex-head"],
  },
  header(
    "signing-info",
    ["thông tin ký số", "ký số"],
    "Thông tin ký số",
    "Thông tin chữ ký số của cơ quan, in ở góc trên bên phải.",
    undefined,
  ),

  // ── Annexes ──
  {
    id: "annex",
    spellings: ["phụ lục"],
    places: ["annex"],
    title: "Phụ lục",
    description: "Mở một phụ lục; có nhiều phụ lục thì ghi số: `phụ lục I:`.",
    example: "NHIỆM VỤ NĂM 2026",
  },
  {
    id: "paper",
    spellings: ["khổ giấy", "hướng giấy"],
    places: ["annex-head", "table-head"],
    title: "Khổ giấy",
    description: "Hướng trang của phụ lục hoặc của bảng.",
    values: ["ngang", "dọc"],
    example: "ngang",
  },
  {
    id: "letterhead",
    spellings: ["quốc hiệu"],
    places: ["annex-head"],
    title: "Quốc hiệu ở phụ lục",
    description: "Phụ lục in lại tên cơ quan và Quốc hiệu ở đầu.",
    values: ["có", "không"],
    example: "có",
  },

  // ── Tables ──
  {
    id: "columns",
    spellings: ["cột", "các cột"],
    places: ["table"],
    title: "Cột",
    description: "Mở một bảng nhiệm vụ và đặt tên các cột, cách nhau bằng dấu |.",
    example: "TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN",
  },
  {
    id: "grid",
    spellings: ["bảng"],
    places: ["table"],
    title: "Bảng kẻ",
    description:
      "Mở một bảng ghi từng ô: mỗi dòng một hàng `| ô | ô |`; ô chỉ có ^ gộp lên trên, ô chỉ có < gộp sang trái.",
    example: "Số liệu năm 2025",
  },
  tableOption("number-row", ["hàng số"], "Hàng số thứ tự cột", "Hàng đánh số cột dưới đầu bảng.", "(1) | (2) | (3)"),
  tableOption(
    "widths",
    ["độ rộng", "chiều rộng"],
    "Độ rộng cột",
    "Độ rộng tương đối của từng cột; bỏ trống thì tính theo nội dung.",
    "1 | 6 | 3 | 3",
  ),
  tableOption(
    "numbering",
    ["đánh số"],
    "Cách đánh số",
    "Đánh số nhiệm vụ liên tục cả bảng hay lại từ đầu ở mỗi nhóm.",
    "theo nhóm",
    ["liên tục", "theo nhóm"],
  ),
  tableOption("number-style", ["kiểu số"], "Kiểu số", "Dạng của số thứ tự.", "1."),
  tableOption("align", ["căn", "căn lề"], "Căn lề cột", "Căn lề từng cột.", "giữa | trái | phải"),
  {
    id: "task",
    spellings: ["nhiệm vụ"],
    places: ["table-row"],
    title: "Nhiệm vụ",
    description: "Mở một nhiệm vụ của bảng; `nhiệm vụ 3.:` in số 3 như đã ghi.",
    example: "Tuyên truyền trên hệ thống truyền thanh",
  },
  {
    id: "sub-row",
    spellings: ["việc"],
    places: ["table-row"],
    title: "Việc",
    description: "Mở hàng tiếp theo của nhiệm vụ; trường bỏ trống thì gộp với hàng trên.",
    example: "Tiếp phát chương trình",
  },
  {
    id: "group",
    spellings: ["nhóm"],
    places: ["table-row"],
    title: "Nhóm",
    description: "Hàng nhóm: một ô gộp, hoặc `I | tên` để số ở cột đầu.",
    example: "I. Công tác chỉ đạo",
  },
  {
    id: "total",
    spellings: ["tổng", "tổng cộng"],
    places: ["table-row"],
    title: "Tổng",
    description: "Hàng tổng ở cuối bảng.",
    example: "Tổng cộng",
  },

  // ── Fields of a row ──
  rowField("lead", ["chủ trì"], "Cơ quan chủ trì", "Phòng Văn hóa - Xã hội"),
  rowField("partners", ["phối hợp"], "Cơ quan phối hợp", "Các thôn"),
  rowField("time", ["thời gian"], "Thời gian thực hiện", "01 lần/quý"),
  rowField("start", ["bắt đầu"], "Thời gian bắt đầu", "01/02/2026"),
  rowField("end", ["kết thúc"], "Thời gian kết thúc", "30/11/2026"),
  rowField("products", ["sản phẩm"], "Sản phẩm", "Báo cáo kết quả"),
  rowField("budget", ["kinh phí"], "Kinh phí", "20 triệu đồng"),
  rowField("note", ["ghi chú"], "Ghi chú", "Lồng ghép"),
  rowField("content", ["nội dung"], "Nội dung", "Giới thiệu dịch vụ công trực tuyến"),

  // ── End of a document ──
  {
    id: "recipients",
    spellings: ["nơi nhận"],
    places: ["block"],
    title: "Nơi nhận",
    description: "Mỗi nơi một gạch đầu dòng; dòng cuối là `- Lưu: …`.",
  },
  {
    id: "signature",
    spellings: ["ký", "kí", "chữ ký"],
    places: ["block"],
    title: "Ký",
    description:
      "Quyền hạn, chức vụ (viết hoa), rồi họ tên, mỗi thứ một dòng, hết ở dòng trống; hai khối `ký:` đứng cạnh nhau là liên tịch.",
  },
];

function documentType(id: string, spelling: string, title: string, example: string): KeywordDefinition {
  return {
    id,
    spellings: [spelling],
    places: ["document"],
    title,
    description: `Mở văn bản loại ${spelling}; sau dấu hai chấm là trích yếu.`,
    example,
  };
}
function header(
  id: string,
  spellings: readonly string[],
  title: string,
  description: string,
  example: string | undefined,
  values?: readonly string[],
): KeywordDefinition {
  return {
    id,
    spellings,
    places: ["header"],
    title,
    description,
    ...(example ? { example } : {}),
    ...(values ? { values } : {}),
  };
}
function tableOption(
  id: string,
  spellings: readonly string[],
  title: string,
  description: string,
  example: string,
  values?: readonly string[],
): KeywordDefinition {
  return { id, spellings, places: ["table-head"], title, description, example, ...(values ? { values } : {}) };
}
function rowField(id: string, spellings: readonly string[], title: string, example: string): KeywordDefinition {
  return {
    id,
    spellings,
    places: ["row-field"],
    title,
    description: `Ô “${title}” của hàng; các cách gọi khác có trong bảng nhãn.`,
    example,
  };
}

/** The table of keys, in the order of the manual. */
export const keywords: readonly Keyword[] = definitions.map((definition) => {
  const spelling = definition.spellings[0] ?? "";
  const bare = spelling
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d");
  return { ...definition, spelling, bare };
});

const byPlace = new Map<Place, Map<string, Keyword>>();
for (const keyword of keywords) {
  for (const place of keyword.places) {
    const known = byPlace.get(place) ?? new Map<string, Keyword>();
    for (const spelling of keyword.spellings) known.set(foldVietnamese(spelling), keyword);
    byPlace.set(place, known);
  }
}

/** The key spelt like `typed` that may stand at `place`: in any case, with its diacritics or without any (`cơ quan`,
 * `CO QUAN`). Wrong diacritics make another word, which did-you-mean finds. Undefined if there is none. */
export function findKeyword(typed: string, place: Place): Keyword | undefined {
  const folded = foldVietnamese(typed);
  const keyword = byPlace.get(place)?.get(folded);
  if (!keyword) return undefined;
  const plain = typed
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0\u200b]+/g, " ")
    .trim();
  return plain === folded || keyword.spellings.includes(plain) ? keyword : undefined;
}

/** Whether `typed` is a key at some place or other. */
export function isKeyword(typed: string): boolean {
  for (const place of byPlace.keys()) if (findKeyword(typed, place)) return true;
  return false;
}

/** The keyword with this id; where an id stands in several places, the one row that they share. */
export function keywordById(id: string): Keyword | undefined {
  return keywords.find((keyword) => keyword.id === id);
}

/** Number of letters to insert, delete, change or swap; stops counting above `limit` and answers `limit + 1`. */
export function editDistance(a: string, b: string, limit = 2): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length]!, limit + 1);
}

/** The candidate nearest to `typed`, folded, within two edits (one for words of up to four letters); else undefined. */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  const folded = foldVietnamese(typed);
  if (folded.length < 2) return undefined;
  let best: string | undefined;
  let bestDistance = 3;
  for (const candidate of candidates) {
    const target = foldVietnamese(candidate);
    const limit = Math.min(folded.length, target.length) <= 4 ? 1 : 2;
    const distance = editDistance(folded, target, limit);
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Spellings of the keys that may stand at one of `places`. */
export function spellingsAt(...places: readonly Place[]): string[] {
  return keywords
    .filter((keyword) => keyword.places.some((place) => places.includes(place)))
    .flatMap((keyword) => keyword.spellings);
}

// ── Labels ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a label or a column says about a task. */
export type LabelRole =
  | "ordinal"
  | "task"
  | "content"
  | "lead"
  | "partners"
  | "time"
  | "start"
  | "end"
  | "products"
  | "budget"
  | "note";

/** The phrases clerks use, by role. A label is one of them with a colon at the start of a line's text. */
export const labelLexicon: Readonly<Record<LabelRole, readonly string[]>> = {
  ordinal: ["TT", "STT", "Số TT", "Số thứ tự", "S TT", "T.T", "S.TT", "Thứ tự"],
  task: [
    "Nhiệm vụ",
    "Tên nhiệm vụ",
    "Nội dung nhiệm vụ",
    "Nhiệm vụ cụ thể",
    "Nhiệm vụ chủ yếu",
    "Nhiệm vụ trọng tâm",
    "Các nhiệm vụ",
    "Nhiệm vụ, giải pháp",
    "Nhiệm vụ và giải pháp",
    "Nhiệm vụ/giải pháp",
    "Nội dung công việc",
    "Nội dung, công việc",
    "Nội dung, nhiệm vụ",
    "Nhiệm vụ, nội dung",
    "Nhiệm vụ/Nội dung",
    "Nội dung/Nhiệm vụ",
    "Nhiệm vụ/hoạt động",
    "Nhiệm vụ, hoạt động",
    "Công việc",
    "Tên công việc",
    "Nhiệm vụ, công việc",
    "Hoạt động",
    "Tên hoạt động",
    "Nội dung hoạt động",
    "Các hoạt động",
    "Nội dung thực hiện",
    "Nhiệm vụ thực hiện",
    "Nội dung thực hiện nhiệm vụ",
    "Nhiệm vụ tuyên truyền",
    "Nội dung tuyên truyền",
  ],
  content: [
    "Nội dung",
    "Nội dung chính",
    "Nội dung cụ thể",
    "Nội dung chủ yếu",
    "Nội dung và hình thức",
    "Nội dung, hình thức",
    "Nội dung chi tiết",
    "Nội dung triển khai",
  ],
  lead: [
    "Chủ trì",
    "Cơ quan chủ trì",
    "Đơn vị chủ trì",
    "Cơ quan, đơn vị chủ trì",
    "Cơ quan/đơn vị chủ trì",
    "Đơn vị, cá nhân chủ trì",
    "Bộ phận chủ trì",
    "Cơ quan thực hiện",
    "Đơn vị thực hiện",
    "Cơ quan, đơn vị thực hiện",
    "Cơ quan/đơn vị thực hiện",
    "Bộ phận thực hiện",
    "Người thực hiện",
    "Chủ trì thực hiện",
    "Cơ quan chủ trì thực hiện",
    "Đơn vị chủ trì thực hiện",
    "Cơ quan chủ trì, thực hiện",
    "Phụ trách",
    "Người phụ trách",
    "Đơn vị phụ trách",
    "Cơ quan phụ trách",
    "Đơn vị chịu trách nhiệm",
    "Cơ quan chịu trách nhiệm",
    "Trách nhiệm thực hiện",
    "Phân công thực hiện",
    "Phân công",
    "Trách nhiệm",
    "Cơ quan chủ trì tham mưu",
    "Cơ quan tham mưu",
    "Đơn vị chủ trì tham mưu",
    "Đơn vị tổ chức",
    "Cơ quan tổ chức",
    "Tổ chức thực hiện",
    "Đơn vị chủ trì, thực hiện",
    "Thực hiện",
  ],
  partners: [
    "Phối hợp",
    "Cơ quan phối hợp",
    "Đơn vị phối hợp",
    "Cơ quan, đơn vị phối hợp",
    "Cơ quan/đơn vị phối hợp",
    "Phối hợp thực hiện",
    "Cơ quan phối hợp thực hiện",
    "Đơn vị phối hợp thực hiện",
    "Cơ quan, đơn vị phối hợp thực hiện",
    "Bộ phận phối hợp",
    "Người phối hợp",
    "Các đơn vị phối hợp",
    "Các cơ quan phối hợp",
    "Cơ quan, tổ chức phối hợp",
    "Đơn vị, cá nhân phối hợp",
  ],
  time: [
    "Thời gian",
    "Thời gian thực hiện",
    "Thời gian hoàn thành",
    "Thời gian tổ chức",
    "Thời gian triển khai",
    "Thời gian tiến hành",
    "Tiến độ",
    "Tiến độ thực hiện",
    "Tiến độ hoàn thành",
    "Thời hạn",
    "Thời hạn hoàn thành",
    "Thời hạn thực hiện",
    "Hạn hoàn thành",
    "Thời điểm",
    "Thời điểm thực hiện",
    "Thời điểm hoàn thành",
    "Thời gian, tiến độ",
    "Thời gian, tiến độ thực hiện",
    "Thời gian dự kiến",
    "Thời gian thực hiện, hoàn thành",
    "Thời gian thực hiện/hoàn thành",
    "Thời gian hoàn thành/trình",
    "Thời gian và tần suất",
    "Tần suất",
    "Số lượng và tần suất",
    "Tần suất thực hiện",
    "Lộ trình",
    "Lộ trình thực hiện",
    "Mốc thời gian",
    "Thời lượng",
    "Thời gian phát sóng",
    "Thời gian, số lượng",
  ],
  start: ["Bắt đầu", "Thời gian bắt đầu", "Ngày bắt đầu", "Thời điểm bắt đầu", "Từ ngày"],
  end: ["Kết thúc", "Thời gian kết thúc", "Ngày kết thúc", "Thời điểm kết thúc", "Đến ngày"],
  products: [
    "Sản phẩm",
    "Sản phẩm dự kiến",
    "Dự kiến sản phẩm",
    "Sản phẩm, kết quả",
    "Sản phẩm/kết quả",
    "Kết quả",
    "Kết quả thực hiện",
    "Kết quả dự kiến",
    "Dự kiến kết quả",
    "Kết quả/sản phẩm",
    "Kết quả, sản phẩm",
    "Sản phẩm đầu ra",
    "Kết quả đầu ra",
    "Sản phẩm hoàn thành",
    "Sản phẩm chủ yếu",
    "Sản phẩm đạt được",
    "Kết quả đạt được",
    "Sản phẩm thực hiện",
    "Hình thức, sản phẩm",
    "Sản phẩm, kết quả đạt được",
    "Kết quả đầu ra (sản phẩm)",
    "Sản phẩm cụ thể",
  ],
  budget: [
    "Kinh phí",
    "Kinh phí thực hiện",
    "Nguồn kinh phí",
    "Kinh phí dự kiến",
    "Dự kiến kinh phí",
    "Dự toán",
    "Dự toán kinh phí",
    "Kinh phí (đồng)",
    "Kinh phí (triệu đồng)",
    "Nguồn kinh phí thực hiện",
    "Nguồn vốn",
    "Kinh phí và nguồn kinh phí",
    "Nguồn lực",
    "Kinh phí bảo đảm",
    "Kinh phí tổ chức",
    "Thành tiền",
  ],
  note: ["Ghi chú", "Lưu ý", "Chú thích"],
};

const labelRoles = new Map<string, LabelRole>();
for (const role of Object.keys(labelLexicon) as LabelRole[]) {
  for (const phrase of labelLexicon[role]) labelRoles.set(foldLabel(phrase), role);
}

/** `foldVietnamese`, and blanks round `,` `/` `-` made alike, so that `Cơ quan / đơn vị` equals `cơ quan/đơn vị`. */
function foldLabel(text: string): string {
  return foldVietnamese(text)
    .replace(/\s*([,/;-])\s*/g, "$1")
    .replace(/[.:*\s]+$/, "")
    .replace(/^[*\s]+/, "");
}

/** A unit or remark behind a column's name: “DỰ TOÁN (triệu đồng)”. */
const remark = /\([^()]*\)[.:*\s]*$/;

/** The role of a label or column name such as “Cơ quan chủ trì” or “THỜI GIAN HOÀN THÀNH”, also with a unit in brackets
 * behind it; undefined if it has none. */
export function labelRole(phrase: string): LabelRole | undefined {
  return labelRoles.get(foldLabel(phrase)) ?? labelRoles.get(foldLabel(phrase.replace(remark, "")));
}

/** The spelling of a role that the forms use, for messages and completion. */
export function labelOf(role: LabelRole): string {
  return labelLexicon[role][0] ?? role;
}
