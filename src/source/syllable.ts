/**
 * What a Vietnamese word looks like: evidence for or against a reading of unknown bytes. A syllable is an onset, a rime and
 * one tone in its place; hardly a word of another language or another code passes by chance once it bears marks.
 */

/** How a word counts. `plain` is a syllable without marks, `common` one with marks that official texts are full of. */
export type WordKind = "common" | "marked" | "plain" | "foreign";

const onsets = ["ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", ..."bcdđghklmnprstvx", ""];

const rimes = new Set(
  (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu " +
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu " +
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot " +
    "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt " +
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh uyt uyu " +
    "ư ưa ưc ưi ưm ưn ưng ưu ươc ươi ươm ươn ương ươp ươt ươu ưt"
  ).split(" "),
);
const rimesAfterQu = new Set(
  (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên êch ênh êt " +
    "i it inh ich in ôc ơ ơn y ych ynh yên yêt yt yn"
  ).split(" "),
);

/** Letters that carry a tone → the letter without it and the tone's place in the order level, grave, acute, hook, tilde, dot. */
const toned = new Map<string, readonly [letter: string, tone: number]>();
const toneMarks = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
for (const letter of "aăâeêioôơuưy") {
  toneMarks.forEach((mark, tone) => {
    toned.set((letter + mark).normalize("NFC"), [letter, tone]);
  });
}
const acuteTone = 2;
const dotTone = 5;

/** Whether a small letter, NFC, is a vowel of Vietnamese, with marks or without. */
export const isVowel = (letter: string): boolean => toned.has(letter);

/** Frequent words of official texts, all of them with marks. */
const commonWords = new Set(
  (
    "cụ chính của và hành các cơ truyền công tỉnh thông vụ xã chức số hiện tuyên thực dân năm chủ sở cách về nội " +
    "quả cải nhân tổ cấp văn địa hợp định ủy uỷ kết nhiệm ngày huyện đơn vị hoạch kế phòng quyết bộ việc trì chỉ " +
    "hội phương thời trên nhà người nghiệp hình pháp báo động hóa hoá nước có nghị tục điện phối mục thủ với tâm " +
    "ngành để viên hiệu tiếp trình được tử phát làm tư thị nhận trực chuyên giải luật đề tại hướng thường sự đến " +
    "điều lý phí đầu bản hoạt học liên đoạn đạo quản dẫn thể cán dịch chương bình điểm thống đổi thành đối tháng " +
    "dụng tổng cáo chế đồng sách phẩm thôn kiểm một trách tiêu thức tác cùng hệ năng dựng đảng tuyến trị xuyên " +
    "tài cổng sản này tịch quyền nâng tập vào xây mới kiến lượng cá phục chí cầu hơn biến chú nghệ phủ chuyển tế " +
    "trả phổ độ hàng giám bàn sát thuộc ký từ lập trấn phân giáo lực yêu tình lần chất quốc phần triển là nhất " +
    "tốt từng kỷ sơ đăng mạng liệu trường đưa trọng bảo kỳ nơi lớp hồ mỗi lưu phản kịp đại đánh bài viết mở ứng " +
    "đủ căn mình giới thiệu nhóm cứ những xử phạm nhiều như không giá bố toàn soát ý cộng mặt vận sử phận nhật " +
    "kỹ cập cửa tự tăng đẩy dục rộng đó mức trợ vực tiến đảm phụ hoàn biên dự toán mạnh hỗ đã giữa biết quý bằng " +
    "rõ loại đúng hạn thừa giờ đội thúc trưởng cuộc phải lĩnh thứ ngân góp gửi cả thiết đoàn tiện nguồn bồi " +
    "dưỡng môi xuất chúng vấn dùng quá bắt đích cường xét sống cần đường tới hộ lại nghiêm chịu nếu phường giữ " +
    "yếu hoặc mọi lấy nhằm nền tầm đợt lợi nhập chưa bảng túc đông chỉnh khác ngoài tính vệ vì ưu tiên cũng dưới " +
    "bệnh thư nghĩa ấp tuổi trẻ phố huyết mừng lễ trước sau giao ở bào trận thanh niên nông đất rừng biển thủy " +
    "thuỷ sông hòa hoà"
  ).split(" "),
);

/** The kind of a word in lower case, NFC. Time is bounded: what is longer than any syllable is foreign. */
export function wordKind(word: string): WordKind {
  if (word.length > 7 || word.length === 0) return "foreign";
  if (commonWords.has(word)) return "common";
  if (!isSyllable(word)) return "foreign";
  return /[^a-z]/.test(word) ? "marked" : "plain";
}

/** Whether a word in lower case, NFC, is spelt as Vietnamese spells a syllable, its tone on the letter that bears it. */
export function isSyllable(word: string): boolean {
  let letters = "";
  let tone = 0;
  let toneAt = -1;
  for (let index = 0; index < word.length; index++) {
    const vowel = toned.get(word[index]!);
    letters += vowel?.[0] ?? word[index]!;
    if (vowel === undefined || vowel[1] === 0) continue;
    if (tone !== 0) return false;
    tone = vowel[1];
    toneAt = index;
  }
  return onsets.some((onset) => {
    if (!letters.startsWith(onset) || letters.length === onset.length) return fitsBareGi(letters, onset, toneAt);
    const rime = letters.slice(onset.length);
    return fitsOnset(onset, rime) && fitsTone(rime, tone, toneAt - onset.length, onset);
  });
}

/** “gì”, “gìn”, “giếng”: the i of the onset is the vowel. */
function fitsBareGi(letters: string, onset: string, toneAt: number): boolean {
  return onset === "gi" && letters === "gi" && toneAt <= 1;
}

function fitsOnset(onset: string, rime: string): boolean {
  if (onset === "qu") return rimesAfterQu.has(rime);
  if (!rimes.has(rime)) return false;
  const bright = /^[eêiy]/.test(rime);
  if (onset === "c" || onset === "ng") return !bright;
  if (onset === "g") return !bright || rime.startsWith("i");
  if (onset === "k" || onset === "gh" || onset === "ngh") return bright;
  if (rime.startsWith("yê")) return onset === "";
  return true;
}

/** Stops take two tones only; the mark stands on the letter that spelling, old or new, puts it on. */
function fitsTone(rime: string, tone: number, at: number, onset: string): boolean {
  if (/[cpt]$|ch$/.test(rime) && tone !== acuteTone && tone !== dotTone) return false;
  if (tone === 0) return true;
  const shaped = Math.max(...[..."ăâêôơư"].map((letter) => rime.lastIndexOf(letter)));
  if (shaped >= 0) return at === shaped;
  const vowels = /^[aeiouy]+/.exec(rime)![0].length;
  if (vowels === 1) return at === 0;
  if (vowels < rime.length) return at === vowels - 1;
  if (vowels === 3) return at === 1;
  // “hoà” and “hòa”, “thuỷ” and “thủy”; after qu the y alone is a vowel.
  if (/^(?:oa|oe|uy)$/.test(rime) && onset !== "qu") return at === 0 || at === 1;
  return at === 0;
}

/** Letters that only Vietnamese text in Unicode has; one of them shows that the text was saved in the right code. */
export const properVietnamese =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u0303\u0306\u0309\u0323]/;

/** What the words of a text say for it and against it. */
export interface Weight {
  /** Vietnamese words with marks; those of them that official texts are full of; those that only Unicode can hold. */
  readonly good: number;
  readonly common: number;
  readonly proper: number;
  /** Words with marks that are not Vietnamese. */
  readonly bad: number;
  /** Words in small letters without marks: Vietnamese ones, and others. */
  readonly plain: number;
  readonly alien: number;
}

const good = 1;
const common = 2;
const proper = 4;
const bad = 8;
const plain = 16;
const alien = 32;

/** Words seen before, by whether their capitals count; texts repeat theirs. Emptied when full. */
const seenAsWritten = new Map<string, number>();
const seenAsRead = new Map<string, number>();
const seenLimit = 20_000;
const longestWord = 14;

/**
 * Weighs the words of a text. `asWritten` takes capitals seriously (“vÒ” is no word then); without it a reading whose
 * capitals are not right yet is judged by its letters alone.
 */
export function weigh(text: string, asWritten: boolean): Weight {
  const weight = { good: 0, common: 0, proper: 0, bad: 0, plain: 0, alien: 0 };
  let start = -1;
  for (let index = 0; index <= text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isLetter(unit)) {
      if (start < 0) start = index;
      continue;
    }
    // A sign between letters is a letter of a code that is not known yet: “ho¹ch”.
    if (start >= 0 && unit >= 0xa1 && unit <= 0xbf && isLetter(text.charCodeAt(index + 1))) continue;
    if (start < 0) continue;
    const bits = index - start > longestWord ? bad : wordBits(text.slice(start, index), asWritten);
    if (bits & good) weight.good += 1;
    if (bits & common) weight.common += 1;
    if (bits & proper) weight.proper += 1;
    if (bits & bad) weight.bad += 1;
    if (bits & plain) weight.plain += 1;
    if (bits & alien) weight.alien += 1;
    start = -1;
  }
  return weight;
}

function wordBits(word: string, asWritten: boolean): number {
  const seen = asWritten ? seenAsWritten : seenAsRead;
  const known = seen.get(word);
  if (known !== undefined) return known;
  const bits = judge(word, asWritten);
  if (seen.size >= seenLimit) seen.clear();
  seen.set(word, bits);
  return bits;
}

function judge(word: string, asWritten: boolean): number {
  // A letter alone says nothing: a bullet or a dash is one in some code.
  if (word.length === 1) return 0;
  const small = word.toLowerCase();
  const kind = wordKind(small.normalize("NFC"));
  if (!/[^a-zA-Z]/.test(word)) {
    if (word !== small) return 0;
    return kind === "plain" ? plain : alien;
  }
  // “QĐ”, “TƯ”, “HĐND”: an abbreviation says nothing.
  if (kind === "foreign" && /^[A-ZĐƯ]+$/.test(word)) return 0;
  if (kind === "foreign" || (asWritten && !isCased(word, small))) return bad;
  return good | (kind === "common" ? common : 0) | (properVietnamese.test(word) ? proper : 0);
}

/** All small, all capitals, or a capital at the head. */
const isCased = (word: string, small: string): boolean =>
  word === small || word === small.toUpperCase() || word.slice(1) === small.slice(1);

/** Letters of Latin, Greek and Cyrillic, combining marks, and the sign that stands for a letter lost; not the end (NaN). */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  return (unit <= 0x52f && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x1e00 && unit <= 0x1eff) || unit === 0xfffd;
}
