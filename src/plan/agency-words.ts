/**
 * The words that names of bodies are made of: bodies of administrative units, levels, heads of departments, and what may
 * stand around a body in a cell. Words only; `agencies.ts` reads text with them.
 */

/** Bodies of administrative units, spelling → id. What a longer spelling says comes first. */
export const unitBodies: readonly (readonly [string, string, string])[] = [
  ["chủ tịch ủy ban nhân dân", "chu-tich-ubnd", "Chủ tịch Ủy ban nhân dân"],
  ["chủ tịch ubnd", "chu-tich-ubnd", "Chủ tịch Ủy ban nhân dân"],
  [
    "văn phòng hội đồng nhân dân và ủy ban nhân dân",
    "van-phong-hdnd-va-ubnd",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
  ],
  ["văn phòng hđnd và ubnd", "van-phong-hdnd-va-ubnd", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"],
  ["văn phòng hđnd ubnd", "van-phong-hdnd-va-ubnd", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"],
  ["văn phòng ủy ban nhân dân", "van-phong-ubnd", "Văn phòng Ủy ban nhân dân"],
  ["văn phòng ubnd", "van-phong-ubnd", "Văn phòng Ủy ban nhân dân"],
  ["thường trực hội đồng nhân dân", "hdnd", "Thường trực Hội đồng nhân dân"],
  ["thường trực hđnd", "hdnd", "Thường trực Hội đồng nhân dân"],
  ["tt hđnd", "hdnd", "Thường trực Hội đồng nhân dân"],
  ["hội đồng nhân dân", "hdnd", "Hội đồng nhân dân"],
  ["hđnd", "hdnd", "Hội đồng nhân dân"],
  ["ủy ban nhân dân", "ubnd", "Ủy ban nhân dân"],
  ["ubnd", "ubnd", "Ủy ban nhân dân"],
  ["ủy ban mặt trận tổ quốc việt nam", "mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam"],
  ["ủy ban mặt trận tổ quốc", "mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam"],
  ["ủy ban mttq việt nam", "mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam"],
  ["ubmttqvn", "mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam"],
  ["ubmttq", "mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam"],
  ["ubmttq việt nam", "mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam"],
  ["ủy ban mttq", "mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam"],
  ["mttq việt nam", "mttq", "Mặt trận Tổ quốc Việt Nam"],
  ["mttq", "mttq", "Mặt trận Tổ quốc Việt Nam"],
  ["ban thường vụ đảng ủy", "dang-uy", "Ban Thường vụ Đảng ủy"],
  ["thường trực đảng ủy", "dang-uy", "Thường trực Đảng ủy"],
  ["đảng ủy", "dang-uy", "Đảng ủy"],
  ["đảng bộ", "dang-bo", "Đảng bộ"],
  ["văn phòng đảng ủy", "van-phong-dang-uy", "Văn phòng Đảng ủy"],
  ["vp hđnd và ubnd", "van-phong-hdnd-va-ubnd", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"],
  ["vp hđnd ubnd", "van-phong-hdnd-va-ubnd", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"],
  ["vp ubnd", "van-phong-ubnd", "Văn phòng Ủy ban nhân dân"],
  ["công an", "cong-an", "Công an"],
  ["thanh tra", "thanh-tra", "Thanh tra"],
  ["trạm y tế", "tram-y-te", "Trạm Y tế"],
  ["bưu điện", "buu-dien", "Bưu điện"],
  ["ban chỉ huy quân sự", "ban-chi-huy-quan-su", "Ban Chỉ huy Quân sự"],
  ["bộ chỉ huy quân sự", "bo-chi-huy-quan-su", "Bộ Chỉ huy Quân sự"],
  ["ban chqs", "ban-chi-huy-quan-su", "Ban Chỉ huy Quân sự"],
  ["bộ chqs", "bo-chi-huy-quan-su", "Bộ Chỉ huy Quân sự"],
  ["bảo hiểm xã hội", "bao-hiem-xa-hoi", "Bảo hiểm xã hội"],
  ["bhxh", "bao-hiem-xa-hoi", "Bảo hiểm xã hội"],
  ["kho bạc nhà nước", "kho-bac-nha-nuoc", "Kho bạc Nhà nước"],
  ["chi cục thuế", "chi-cuc-thue", "Chi cục Thuế"],
  ["trung tâm y tế", "trung-tam-y-te", "Trung tâm Y tế"],
  ["tand", "toa-an-nhan-dan", "Tòa án nhân dân"],
  ["vksnd", "vien-kiem-sat-nhan-dan", "Viện kiểm sát nhân dân"],
  ["tòa án nhân dân", "toa-an-nhan-dan", "Tòa án nhân dân"],
  ["viện kiểm sát nhân dân", "vien-kiem-sat-nhan-dan", "Viện kiểm sát nhân dân"],
  ["hội nông dân", "hoi-nong-dan", "Hội Nông dân"],
  ["hội liên hiệp phụ nữ", "hoi-lien-hiep-phu-nu", "Hội Liên hiệp Phụ nữ"],
  ["hội lhpn", "hoi-lien-hiep-phu-nu", "Hội Liên hiệp Phụ nữ"],
  ["hội phụ nữ", "hoi-lien-hiep-phu-nu", "Hội Liên hiệp Phụ nữ"],
  ["hội ccb", "hoi-cuu-chien-binh", "Hội Cựu chiến binh"],
  ["hội chữ thập đỏ", "hoi-chu-thap-do", "Hội Chữ thập đỏ"],
  ["hội người cao tuổi", "hoi-nguoi-cao-tuoi", "Hội Người cao tuổi"],
  ["hội khuyến học", "hoi-khuyen-hoc", "Hội Khuyến học"],
  ["đoàn tncs hồ chí minh", "doan-thanh-nien", "Đoàn Thanh niên"],
  ["đoàn tncs hcm", "doan-thanh-nien", "Đoàn Thanh niên"],
  ["đoàn thanh niên cộng sản hồ chí minh", "doan-thanh-nien", "Đoàn Thanh niên"],
  ["lđlđ", "lien-doan-lao-dong", "Liên đoàn Lao động"],
  ["hội cựu chiến binh", "hoi-cuu-chien-binh", "Hội Cựu chiến binh"],
  ["đoàn thanh niên", "doan-thanh-nien", "Đoàn Thanh niên"],
  ["liên đoàn lao động", "lien-doan-lao-dong", "Liên đoàn Lao động"],
  ["trung tâm phục vụ hành chính công", "trung-tam-phuc-vu-hanh-chinh-cong", "Trung tâm Phục vụ hành chính công"],
  ["trung tâm hành chính công", "trung-tam-hanh-chinh-cong", "Trung tâm Hành chính công"],
  ["đài truyền thanh truyền hình", "dai-truyen-thanh", "Đài Truyền thanh - Truyền hình"],
  ["đài truyền thanh", "dai-truyen-thanh", "Đài Truyền thanh"],
];

/** Levels of units; the id writes them folded. */
export const unitLevels = ["thành phố", "thị trấn", "đặc khu", "thị xã", "phường", "huyện", "quận", "tỉnh", "xã"];
/** Units below the commune; a body of one has a name of its own. */
export const hamletLevels = ["thôn", "bản", "ấp", "buôn", "khu phố", "tổ dân phố"];
export const shortLevels: Readonly<Record<string, string>> = { tp: "thành phố", tx: "thị xã" };

/** Heads of departments and other bodies with a name of their own: the word after the head is a capital. */
export const namedHeads: readonly (readonly [string, string])[] = [
  ["sở", "so"],
  ["phòng", "phong"],
  ["chi cục", "chi-cuc"],
  ["cục", "cuc"],
  ["vụ", "vu"],
  ["ban chỉ đạo", "ban-chi-dao"],
  ["ban quản lý", "ban-quan-ly"],
  ["ban", "ban"],
  ["bộ phận", "bo-phan"],
  ["văn phòng", "van-phong"],
  ["tổ", "to"],
  ["trung tâm", "trung-tam"],
  ["trường", "truong"],
  ["đài", "dai"],
  ["báo", "bao"],
  ["hội", "hoi"],
  ["tỉnh ủy", "tinh-uy"],
  ["thành ủy", "thanh-uy"],
  ["huyện ủy", "huyen-uy"],
  ["bệnh viện", "benh-vien"],
  ["tỉnh đoàn", "tinh-doan"],
  ["đại học", "dai-hoc"],
  ["học viện", "hoc-vien"],
];
/** Words that heads of names are the second syllable of; told only in capitals, for otherwise a head starts with one. */
export const secondSyllables: Readonly<Record<string, ReadonlySet<string>>> = {
  vụ: new Set(["nhiệm", "dịch", "nghiệp", "chức", "phục", "công", "nội", "ngoại", "mùa", "sự", "học", "giáo"]),
  bộ: new Set(["cán", "toàn", "nội", "đồng", "đảng", "tiến", "đường", "tổng"]),
  hội: new Set(["xã", "quốc", "cơ", "lễ", "đại", "hiệp"]),
  trường: new Set(["môi", "thị", "hội", "lập", "công", "nông", "chiến"]),
  phòng: new Set(["quốc", "văn", "biên", "dự", "đề", "hải"]),
  sở: new Set(["cơ", "trụ", "xứ", "công"]),
  ban: new Set(["ủy", "bộ"]),
  báo: new Set(["thông", "cảnh", "dự", "điện", "tình"]),
  đoàn: new Set(["công", "liên", "tập", "phái", "quân"]),
  cục: new Set(["tổng", "chi", "bố"]),
};
/** Second syllables that make another word of the head: Ban hành, Báo cáo, Hội nghị, Sở hữu, Phòng chống. */
export const otherWords = new Set([
  "hành",
  "cáo",
  "nghị",
  "thảo",
  "thi",
  "hữu",
  "chống",
  "ngừa",
  "trưởng",
  "hợp",
  "viên",
  "chí",
  "và",
]);

/** What may surround a body in a cell without making it another one. */
export const leadWords = /^(?:[\s-]*(?:đề nghị|giao|yêu cầu|lãnh đạo)\s+(?:cho\s+)?)/iu;
const level = "(?:tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn)";
export const tailWords = new RegExp(
  `^\\s*(?:(?:(?:có\\s+)?liên quan|trực thuộc|(?:trên địa bàn|cấp|của|thuộc)\\s+(?:các\\s+)?${level}(?:,\\s+${level})*|trên địa bàn|${level}|\\([^()]*\\))(?![\\p{L}])\\s*)+`,
  "iu",
);

/** First words of bodies, and of the people a plan turns to. */
const agencyHead = new RegExp(
  "^(?:(?:các|những|một số|toàn thể|lãnh đạo|thủ trưởng|người đứng đầu)\\s+)*(?:" +
    "sở(?=[,\\s])|phòng(?=[,\\s](?!chống|ngừa|,\\s*chống))|ban(?!\\s+hành)(?=[,\\s])|bộ(?=\\s(?!phận|tiêu|chỉ số|máy|tài liệu|luật|môn))|" +
    "[uủ][ỷy]\\s+ban|ubnd|ubmttq|mttq|hđnd|hội đồng|văn phòng|trung tâm|đài|báo(?!\\s+cáo)(?=\\s)|công an|bưu điện|" +
    "trường(?!\\s+hợp)(?=[,\\s])|thanh tra|chi cục|cục(?=\\s)|tổng cục|hội(?!\\s+(?:nghị|thảo|thi|họp|viên))(?=\\s)|" +
    "đoàn(?!\\s+(?:kết|viên))(?=\\s)|liên đoàn|mặt trận|tòa án|toà án|viện(?!\\s+dẫn)(?=\\s)|kho bạc|ngân hàng|bảo hiểm xã hội|" +
    "thường trực|thường vụ|đảng ủy|đảng uỷ|tỉnh ủy|huyện ủy|thành ủy|đại học|học viện|trạm|thôn|bản(?=\\s)|bộ phận|" +
    "tổ(?=\\s(?!chức|quốc))|cơ quan|đơn vị|địa phương|ngành|đoàn thể|tổ chức\\s+(?:chính trị|đoàn thể|xã hội|thành viên)|" +
    "xã(?=[,\\s]|$)|phường(?=[,\\s]|$)|thủ trưởng|chủ tịch|giám đốc|doanh nghiệp|hợp tác xã|giáo viên|cán bộ|viên chức|" +
    "hiệu trưởng|trưởng\\s+(?:phòng|ban|thôn|bản|khu)|chánh văn phòng|kế toán|công chức|bộ chỉ huy|cổng|trang thông tin" +
    ")(?![\\p{L}\\d])",
  "iu",
);

/** True when the words begin as the name of a body or of a set of bodies does. */
export const looksLikeAgency = (words: string): boolean => agencyHead.test(words.trim());

/** Words with which the sentence about a body goes on: no name of a body holds them in small letters. */
export const sentenceWord =
  /(?<![\p{L}])(?:căn cứ|có trách nhiệm|chủ động|chủ trì|chịu|phối hợp|thực hiện|triển khai|tiếp tục|tăng cường|đẩy mạnh|xây dựng|ban hành|hướng dẫn|chỉ đạo|tham mưu|báo cáo|tổng hợp|theo|được|phải|cần|nên|để|nhằm|như|gồm|bao gồm|khi|nếu|là|sẽ|đã|bố trí|bảo đảm|đảm bảo|tổ chức(?!\s*(?:[,;]|$)|\s+(?:chính trị|đoàn thể|xã hội|thành viên|có liên quan|liên quan))|duy trì|cung cấp|sử dụng|dùng|đăng|đưa|làm|cử|tạo|rà soát|kiểm tra|theo dõi|đôn đốc)(?![\p{L}])/u;
