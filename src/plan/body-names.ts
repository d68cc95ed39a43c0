/**
 * How far the name of a body reaches in running text: “Bộ Nội vụ | phê duyệt Đề án…”, “UBND tỉnh | tuyên truyền…”.
 *
 * Vietnamese names give capitals to the first syllable of each word only, so the end is told by words, not by letters:
 * a name goes on over capitals, over known second syllables, over levels (tỉnh, huyện, xã…) with their place names, and
 * over “và”, “-” and a few commas. It stops at the first other word. Needs no registry.
 */
import { sameTones } from "../../grammar/fold.ts";

/** Words of several syllables inside names, small letters, in the agreed tone spelling. The first syllable is a capital
 * in a name unless the word stands in `lowerWords`. */
const nameWords = new Set(
  `ban bí thư|ban cán sự|ban chấp hành|ban thường vụ|ban thường trực|ban bảo vệ|bảo hiểm|bảo vệ|bí thư|biên phòng|
bình đẳng|bổ trợ|bộ chính trị|bộ trưởng|bộ đội|bưu điện|bưu chính|cải cách|cán bộ|cảnh sát|cao đẳng|chánh án|chánh thanh tra|
chánh văn phòng|chấp hành|chất lượng|chi cục|chi nhánh|chỉ đạo|chỉ huy|chiến lược|chính phủ|chính quyền|chính sách|
chính trị|chủ nhiệm|chủ tịch|chủ tọa|chứng khoán|chuyển đổi số|chuyển đổi|công an|công báo|công chức|công dân|công đoàn|
công nghệ thông tin|công nghệ số|công nghệ|công nghiệp|công thương|công tác|công vụ|cộng sản|cộng đồng|cơ yếu|cứu hộ|cựu chiến binh|
cựu giáo chức|dân chính|dân cư|dân số|dân tộc|dân vận|dịch vụ|doanh nghiệp|du lịch|dữ liệu|dự trữ|dược|đại biểu quốc hội|đại biểu|
đại đoàn kết|đại học|đầu tư|đảng bộ|đảng đoàn|đảng ủy|đài truyền thanh|đào tạo|đê điều|địa chất|điện ảnh|điện lực|điện tử|
điều hành|đô thị|đối ngoại|đoàn kết|đổi mới|đường bộ|đường sắt|giám đốc|giám sát|giao thông vận tải|giao thông công chánh|giao thông|giáo dục|
giảm nghèo|gia đình|hải quan|hành chính công|hành chính|hàng hải|hàng không|hạ tầng|hậu cần|hiệp hội|hiệu trưởng|hóa chất|
học viện|hội đồng|hội nghị|hội nhập|hợp tác xã|hợp tác|huyện ủy|kế hoạch|khí tượng|khen thưởng|khoa học|khoáng sản|
khu công nghiệp|khu kinh tế|kho bạc|kiểm lâm|kiểm sát|kiểm soát|kiểm tra|kiểm toán|kiến trúc|kinh tế|kỹ thuật|kỷ luật|lao động|lâm nghiệp|
liên đoàn|liên hiệp|liên minh|lưu trữ|lý luận|mặt trận|môi trường|mỹ thuật|ngân hàng|ngân sách|ngành nghề|nghệ thuật|
nghiên cứu|nghiệp vụ|ngoại giao|ngoại vụ|người cao tuổi|người khuyết tật|nhi đồng|nội chính|nội vụ|nông dân|nông nghiệp|nông thôn|
pháp chế|pháp luật|pháp lý|phát thanh|phát triển|phòng cháy|phòng chống|phòng thủ|phó chủ tịch|phó giám đốc|phó thủ tướng|
phối hợp|phổ biến|phụ nữ|phục vụ|quản lý|quản trị|quan hệ|quân khu|quân sự|quận ủy|quốc gia|quốc hội|quốc phòng|quốc tế|
quy hoạch|sáng tạo|sinh thái|sở hữu|sự nghiệp|tài chính|tài nguyên|tài sản|tham mưu|thanh niên|thanh thiếu niên|thanh tra|
thành đoàn|thành ủy|thẩm phán|thể dục|thể thao|thi đua|thi hành án|thị trường|thị ủy|thiên tai|thiếu niên|thông tấn|
thông tin|thống đốc|thống kê|thương binh|thương mại|thường trực|thường vụ|thủ đô|thủ trưởng|thủ tục|thủ tướng|thủy lợi|
thủy sản|thủy văn|thực phẩm|tiếng nói|tiếp cận|tiếp dân|tiếp công dân|tiếp nhận|tiêu chuẩn|tín dụng|tỉnh đoàn|tỉnh ủy|tòa án|tổ chức|
tổng bí thư|tổng công ty|tổng cục|tổng kiểm toán|tổng liên đoàn|tổng thanh tra|tổng tham mưu|tổ quốc|tôn giáo|trả kết quả|
trật tự|trẻ em|trí thức|trồng trọt|trung tâm|trung ương|trường|truyền hình|truyền thanh|truyền thông|truyền tải|trưởng ban|
tuyên giáo|tuyên huấn|tuyên truyền|tư pháp|tư tưởng|ứng dụng|ủy ban|ủy viên|văn hóa|văn học|văn nghệ|văn phòng|văn thư|
vận tải|vật tư|vật liệu|vệ sinh|viện kiểm sát|viện trưởng|viện hàn lâm|viễn thông|vụ trưởng|xã hội|xây dựng đảng|xây dựng|xóa đói|xuất bản|
xuất nhập cảnh|y tế|an ninh|an sinh|an toàn thực phẩm|an toàn|bảo hiểm xã hội|chăn nuôi|chăm sóc|biến đổi|
bồi dưỡng|cục trưởng|giám sát|khuyến nông|khuyến học|bảo trợ|hòa bình|hữu nghị|luật gia|luật sư|nhà báo|chữ thập đỏ|từ thiện|
sinh viên|hàn lâm|nội địa|tần số|vô tuyến|sáng kiến|khoa giáo|phát triển nông thôn|công thương|dân quân|tự vệ|cứu nạn|
tìm kiếm|trung học cơ sở|trung học phổ thông|phổ thông dân tộc nội trú|phổ thông dân tộc bán trú|cấp cao|nhân lực|nguồn nhân lực|việc làm|người có công|bảo tồn|bảo tàng|thư viện|nhà văn hóa|lưu động|thường trú|thông tấn xã`
    .split("|")
    .map((word) => sameTones(word.trim())),
);

/** Words that stay small in a name wherever they stand. */
const lowerWords = new Set(
  `nhân dân tối cao|nhân dân|cấp cao|tối cao|nhà nước|nước|trung ương|việt nam|khóa|nhiệm kỳ|lần thứ|lần|của đảng|
hành chính công|trực tuyến|trả kết quả|cấp tỉnh|cấp huyện|cấp xã|quốc gia|tại doanh nghiệp|doanh nghiệp|chức năng|khu vực`
    .split("|")
    .map((word) => sameTones(word.trim())),
);

/** Levels; a place name (capitals or a number) may follow each. */
const levels = new Set(
  [
    "tỉnh",
    "thành phố",
    "tp",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "thôn",
    "bản",
    "ấp",
  ].map(sameTones),
);

/** Parts of names that stand after a comma. */
const afterComma = new Set(
  `thể thao và du lịch|thể thao|du lịch|hạ tầng và đô thị|khoa học và thông tin|giáo dục pháp luật|chiến lược trung ương|
gia đình và trẻ em|thiếu niên và nhi đồng|thông tin và thể thao|thủ tục hành chính|khen thưởng|cứu nạn|tiếp cận nguồn vốn|
chủ nhiệm|bộ trưởng|truyền hình|khu công nghiệp|chống tham nhũng|chống tội phạm|chống thiên tai|lãng phí|tiêu cực|cháy nổ|
cứu hộ|tìm kiếm cứu nạn|chế xuất|khu chế xuất`
    .split("|")
    .map((word) => sameTones(word.trim())),
);

const wordPattern = /[\p{L}\d](?:[\p{L}\d]|[&.](?=[\p{L}\d]))*/uy;

interface Word {
  readonly text: string;
  /** In the agreed spelling. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function wordAt(text: string, at: number): Word | null {
  wordPattern.lastIndex = at;
  const match = wordPattern.exec(text);
  if (!match) return null;
  return { text: match[0], key: sameTones(match[0]), start: at, end: at + match[0].length };
}

const blanks = /[ \u00a0]*/y;
function skipBlanks(text: string, at: number): number {
  blanks.lastIndex = at;
  blanks.exec(text);
  return blanks.lastIndex;
}

/** The end of the longest phrase of `phrases` that starts at `at`, or -1. */
function phraseAt(text: string, at: number, phrases: ReadonlySet<string>): number {
  let key = "";
  let end = -1;
  let place = at;
  for (let n = 0; n < 5; n += 1) {
    const word = wordAt(text, place);
    if (!word) break;
    key = n === 0 ? word.key : `${key} ${word.key}`;
    if (phrases.has(key)) end = word.end;
    place = skipBlanks(text, word.end);
    if (place === word.end) break;
  }
  return end;
}

const isCapital = (word: Word): boolean => /^\p{Lu}/u.test(word.text);
const isShouted = (word: Word): boolean => word.text.length > 1 && /^[\p{Lu}\d&.]+$/u.test(word.text);
/** Small second syllables that more likely start the next words of the sentence than end a name. */
const breaks = new Set(
  `về|ban|phê|quy|công|sửa|bổ|thay|bãi|hướng|triển|đề|thông|một|các|những|tiếp|tăng|đẩy|có|giao|cho|kèm|theo|nhằm|để|tại|trong|
trên|đến|từ|với|do|là|đã|được|đang|sẽ|thực|tổ|tuyên|xây|nâng|cải|phát|đưa|liên|và|của|năm|ngày|giai|khẩn|chấn|kiểm|yêu|
phân|chủ|phối|tham|báo|chịu|căn|chỉ|rà|bố|lồng|duy|đôn|cung|tạo|gửi|nghiên|khi|nếu|như|mà|thì|vào|ra|lên|bằng|hoặc|hay|
cùng|nêu|quản|quyết|lập|thành|đặt|giải|xem|xét|trình|hỗ|đăng|định|thường|chậm|trước|sau|dưới|thuộc|này|đó|trực|mở|cần|phải`
    .split("|")
    .map((word) => sameTones(word.trim())),
);

/**
 * The end of the name that starts at `start`, or `start` itself when no name starts there. Two bodies joined by “và” are one
 * issuer (“Bộ Tài chính và Bộ Nội vụ”) unless `single`.
 */
export function endOfBodyName(text: string, start: number, single = false): number {
  let end = start;
  let at = start;
  let place = false; // after a level: capitals are a place name
  let first = true;
  for (;;) {
    const word = wordAt(text, at);
    if (!word) break;
    const phrase = phraseAt(text, at, nameWords);
    const lower = phraseAt(text, at, lowerWords);
    const level = phraseAt(text, at, levels);
    if (level > 0 && !first && level >= phrase) {
      end = level;
      place = true;
    } else if (lower > 0 && !first && lower >= phrase) {
      end = lower;
      // “lần thứ sáu”, “khóa XII”, “nhiệm kỳ 2021 - 2026”
      const next = wordAt(text, skipBlanks(text, end));
      if (/(thứ|khóa|kỳ|lần)$/u.test(sameTones(text.slice(at, end))) && next) {
        const ordinal = /^(?:[ivxl]+|\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)$/u.test(next.key);
        if (ordinal) end = next.end;
      }
    } else if (phrase > 0 && (isCapital(word) || first)) {
      end = phrase;
      place = false;
    } else if (isCapital(word) || (place && /^\d+$/.test(word.text))) {
      end = word.end;
      if (!place && !isShouted(word)) {
        const next = wordAt(text, skipBlanks(text, end));
        if (next && !isCapital(next) && !breaks.has(next.key) && !levels.has(next.key) && /^\p{L}+$/u.test(next.text)) {
          end = next.end;
        }
      }
    } else break;
    first = false;
    const joined = joinAt(text, end, single);
    if (joined < 0) break;
    at = joined;
  }
  return end;
}

/** Where the next word of the name starts after `end`, or -1 when the name is over there. */
function joinAt(text: string, end: number, single: boolean): number {
  const next = skipBlanks(text, end);
  const character = text.charAt(next);
  if (/[-\u2010-\u2015]/.test(character)) {
    const after = skipBlanks(text, next + 1);
    const word = wordAt(text, after);
    return word && !(single && startsBody(text, after)) && (isCapital(word) || phraseAt(text, after, nameWords) > 0)
      ? after
      : -1;
  }
  if (character === ",") {
    const after = skipBlanks(text, next + 1);
    return phraseAt(text, after, afterComma) > 0 ? after : -1;
  }
  if (next === end) return -1;
  const word = wordAt(text, next);
  if (word?.key === "và") {
    const after = skipBlanks(text, word.end);
    const following = wordAt(text, after);
    if (!following) return -1;
    const names = phraseAt(text, after, nameWords) > 0 || isCapital(following);
    return names && !startsDocument(text, after) && !(single && startsBody(text, after)) ? after : -1;
  }
  const goesOn = word && !startsDocument(text, next) && !startsDuty(text, next) && !(single && startsBody(text, next));
  return goesOn ? next : -1;
}

/** Words that begin the sentence about a body, with a capital where a line break was lost: “Phòng Nội vụ Chủ trì, …”. */
const dutyWord =
  /(?:Chủ trì|Chủ động|Chịu trách nhiệm|Căn cứ|Có trách nhiệm|Tăng cường|Tiếp tục|Đề nghị|Thường xuyên|Định kỳ|Phối hợp\s(?:với|cùng)|Tham mưu\s(?:hướng dẫn|xây dựng|ban hành|trình|cho|giúp|[ủỦ]y ban|UBND|đề xuất|bố trí|tổ chức))(?!\p{L})/uy;

/** True when the words at `at` begin a sentence about a body rather than go on with its name. */
export function startsDuty(text: string, at: number): boolean {
  dutyWord.lastIndex = at;
  return dutyWord.test(text);
}

/** “… và Quyết định số …”: the name of a document is no part of a body's name. */
const documentWord =
  /(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kết luận|quy định|quy chế|hướng dẫn|chương trình hành động|kế hoạch|công văn|công điện|tờ trình)(?:\s+liên tịch)?\s+(?:số|\d)|nghị\s(?:quyết|định)(?!\p{L})/iuy;
/** “… và Luật Thực hiện dân chủ ở cơ sở”, but “Hội Luật gia”. */
const namedLaw = /(?:Bộ luật|Luật|Pháp lệnh)\s\p{Lu}/uy;
function startsDocument(text: string, at: number): boolean {
  documentWord.lastIndex = at;
  namedLaw.lastIndex = at;
  return documentWord.test(text) || namedLaw.test(text);
}

/** The first words of a body of its own. */
const bodyHead =
  /(?:Sở|Phòng|Bộ|Ban|Cục|Chi cục|Vụ|Văn phòng|Trung tâm|Đài|Báo|Công an|Trường|UBND|HĐND|[ỦU][ỷy] ban|Hội đồng|Đoàn|Hội|UBMTTQ|Thanh tra|Bộ phận|Cổng|Trạm|Bưu điện|Viện|Tòa|Mặt trận|Các|Tỉnh|Huyện|Thành)(?= \p{Lu}| nhân| xã| huyện| tỉnh| các)/uy;
function startsBody(text: string, at: number): boolean {
  bodyHead.lastIndex = at;
  return bodyHead.test(text) && !/^(?:Tỉnh|Huyện|Thành) [uủ]/u.test(text.slice(at));
}
