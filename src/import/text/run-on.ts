/**
 * Texts that lost all their line ends: a whole document in one line, as some web pages and converters give it. Such a line is
 * parted before the marks and formulas that a line of a document begins with. No word is changed.
 */

/** Shorter lines are paragraphs. */
const runOn = 400;
/** Fewer places to part at are those of a long paragraph. */
const fewestCuts = 4;
/** So many of them are marks of main divisions or formulas of a document. */
const fewestStrong = 2;

/** Nothing in a sentence looks like these. */
const strong = [
  // Parts, Roman numbers and numbers with a slash.
  /(?<=\S) +(?=(?:[IVX]{1,5}|[A-H])\s?[./)] ?\p{Lu}{2})/gu,
  /(?<=\S) +(?=\d{1,2}(?:\.\d{1,2})*\/ \p{Lu})/gu,
  /(?<=\S) +(?=(?:PHẦN|CHƯƠNG|Điều) (?:[IVX]+|\d{1,2})[.: ])/gu,
  // Formulas of the head and the end.
  /(?<=\S) +(?=CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập - Tự do|Số ?: ?\d*\/|KẾ HOẠCH (?=\p{Lu})|Nơi nhận ?:|(?:TM|KT|TL|TUQ)\. ?\p{Lu}{2})/gu,
];
const weak = [
  // Points, and numbers of several levels: in sentences they have no capital behind them.
  /(?<=[^\s]) +(?=[a-zđ]\) ?\p{Lu})(?<!(?:điểm|khoản|mục) )/gu,
  /(?<=[.;:!?…”"')\]]) +(?=[a-zđ]\) ?\p{L})/gu,
  /(?<=\S) +(?=\d{1,2}(?:\.\d{1,2})+\.? \p{Lu})/gu,
  // Bullets behind the end of a sentence or item, or before what a duty begins with.
  /(?<=[.;:!?…”"')\]]) +(?=[-–•*] ?\p{Lu})/gu,
  /(?<=\S) +(?=[-–] (?:Chủ trì|Phối hợp|Là (?:cơ quan|đầu mối)|Tham mưu|Tổ chức|Hướng dẫn|Chỉ đạo|Xây dựng|Thực hiện|Theo dõi|Kiểm tra|Tuyên truyền|Bố trí|Rà soát|Thẩm định|Đôn đốc|Tiếp tục|Tăng cường|Đẩy mạnh|Các|Căn cứ|Báo cáo|Chịu trách nhiệm|Phát động|Vận động|Cân đối|Lập|Đối với) )/gu,
  /(?<=\S) +(?=\+ \p{Lu})/gu,
  // Bases, and the two lines of one who signs for another.
  /(?<=\S) +(?=Căn cứ (?:vào )?(?:Luật|Bộ luật|Nghị|Quyết|Thông|Chỉ|Công|Kế|Chương|Pháp|Hiến|Hướng|Đề|Văn|Kết) ?)/gu,
  /(?<=[.;,]) +(?=(?:Thực hiện|Theo đề nghị|Xét đề nghị) )/gu,
  /(?<=[.;,]) +(?=\p{Lu}[^.;:]{5,200}(?:ban hành|xây dựng|lập) [^.;:]{3,300}như sau ?:)/gu,
  /(?<=(?:KT|TL|TUQ)\. ?[\p{Lu} ]{4,40}) +(?=PHÓ \p{Lu}{2})/gu,
];
/** Numbers of one level: behind the end of a sentence, or where they go on counting. */
const number = /(?<=(\S)) +(?=(\d{1,2})[.)] ?[\p{Lu}\d“])/gu;
/** A sentence's first word. Behind a heading in capitals its text begins. */
const sentence = /(?<=[^\s+•–-]) (?=\p{Lu}\p{Ll})/gu;
/** A mark before a sentence belongs to it. */
const markBefore = / +(?:\d{1,2}(?:\.\d{1,2})*[.)/]?|[a-zđ]\)|[-–+•*])$/u;

/** Words in capitals before a place: at least three, or two behind the mark of a division. */
function isBehindHeading(line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - 60), at).replace(markBefore, "");
  const words = before.split(" ").slice(1).reverse();
  let capitals = 0;
  for (const word of words) {
    if (/\p{Ll}/u.test(word)) return capitals >= 3;
    if (/^[IVX]{1,5}[./)]$/u.test(word)) return capitals >= 1;
    if (/\p{Lu}{2}/u.test(word)) capitals += 1;
  }
  return capitals >= 3;
}

/** The lines of a line that holds a whole document; the line alone when it is a paragraph. */
export function partRunOn(line: string): string[] {
  if (line.length < runOn) return [line];
  const cuts = new Set<number>();
  const find = (patterns: readonly RegExp[]): void => {
    for (const pattern of patterns) for (const match of line.matchAll(pattern)) cuts.add(match.index + match[0].length);
  };
  find(strong);
  if (cuts.size < fewestStrong) return [line];
  const roots = [...cuts].sort((a, b) => a - b);
  find(weak);
  let count = 0;
  let root = 0;
  for (const match of line.matchAll(number)) {
    const at = match.index + match[0].length;
    const value = Number(match[2]);
    // Numbers start again below another main division.
    while (root < roots.length && roots[root]! <= at) {
      root += 1;
      count = 0;
    }
    const goesOn = value === count + 1 && (value > 1 || isBehindHeading(line, match.index));
    if (!goesOn && !(/[.;:!?…”"')\]]/.test(match[1]!) && value <= count + 1)) continue;
    cuts.add(at);
    count = value;
  }
  for (const match of line.matchAll(sentence)) {
    if (!isBehindHeading(line, match.index)) continue;
    const mark = markBefore.exec(line.slice(Math.max(0, match.index - 12), match.index));
    cuts.add(mark ? match.index - mark[0].trimStart().length : match.index + 1);
  }
  if (cuts.size < fewestCuts) return [line];
  const places = [...cuts].sort((a, b) => a - b);
  return [0, ...places].map((from, i) => line.slice(from, places[i]).trimEnd());
}
