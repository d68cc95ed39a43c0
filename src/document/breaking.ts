/**
 * Where lines break. `lineWidths` breaks greedily, as both outputs do for running text: at spaces, and after a hyphen
 * that no digit follows. `balance` chooses the breaks of centred text (names of agencies, titles) so that lines are
 * about equally long and phrases stay whole; such breaks are fixed in the tree, so that both outputs show the same.
 */
import type { Run } from "./document.ts";
import { type FontSet, lineHeight, widthOf } from "./measure.ts";
import type { Pt } from "./style.ts";

interface Box {
  width: Pt;
  /** How many characters it has. */
  length: number;
  /** Width of the blanks after it. */
  gap: Pt;
  /** A forced break follows. */
  ends: boolean;
}

/** What was measured last for a list of runs: a table asks for the same words several times. */
const measuredRuns = new WeakMap<readonly Run[], { fonts: FontSet; size: Pt; boxes: readonly Box[] }>();

/** Unbreakable pieces of the runs, with the blanks between them. */
function boxes(fonts: FontSet, runs: readonly Run[], size: Pt): readonly Box[] {
  const known = measuredRuns.get(runs);
  if (known !== undefined && known.fonts === fonts && known.size === size) return known.boxes;
  const made = measureBoxes(fonts, runs, size);
  measuredRuns.set(runs, { fonts, size, boxes: made });
  return made;
}

function measureBoxes(fonts: FontSet, runs: readonly Run[], size: Pt): Box[] {
  const result: Box[] = [];
  let open = false;
  const extend = (width: Pt, length: number): void => {
    const last = result.at(-1);
    if (open && last !== undefined) {
      last.width += width;
      last.length += length;
    } else result.push({ width, length, gap: 0, ends: false });
    open = true;
  };
  runs.forEach((run, index) => {
    if (run.kind === "break") {
      if (!open) extend(0, 0);
      result.at(-1)!.ends = true;
      open = false;
      return;
    }
    if (run.kind === "note") {
      // A raised number is about two thirds of the text's size.
      extend(widthOf(fonts, run.number, size * 0.65, { bold: false, italic: false }), run.number.length);
      return;
    }
    const set = run.size ?? size;
    // A word up to and with its hyphens, or blanks.
    for (const match of run.text.matchAll(/ +|[^ -]*-+|[^ -]+/g)) {
      const [part] = match;
      const width = widthOf(fonts, part, set, run);
      if (part.startsWith(" ")) {
        if (result.length === 0) extend(0, 0);
        result.at(-1)!.gap += width;
        open = false;
        continue;
      }
      extend(width + slantedBlanks(fonts, part, set, run), part.length);
      if (!part.endsWith("-")) continue;
      const next = run.text[match.index + part.length] ?? nextCharacter(runs, index + 1);
      if (!/\d/.test(next)) open = false;
    }
  });
  return result;
}

/**
 * LibreOffice leaves a twelfth of the line's height free after every slanted no-break space. Lines with several of them
 * (the blanks of a date) have room for that, so that they are one line there as well.
 */
function slantedBlanks(fonts: FontSet, text: string, size: Pt, look: { readonly italic: boolean }): Pt {
  if (!look.italic) return 0;
  const count = text.split("\u00a0").length - 1;
  return (count * lineHeight(fonts.regular, size)) / 12;
}

/** The first character of the runs from `index` on; "" at the end or before a break or a note. */
function nextCharacter(runs: readonly Run[], index: number): string {
  const run = runs[index];
  if (run?.kind !== "text") return "";
  return run.text === "" ? nextCharacter(runs, index + 1) : run.text[0]!;
}

/**
 * Widths of the lines of a paragraph broken greedily in `width`, the first line being `firstLine` shorter. At least one
 * line; a word wider than the line takes as many lines as it fills.
 */
export function lineWidths(fonts: FontSet, runs: readonly Run[], size: Pt, width: Pt, firstLine: Pt = 0): Pt[] {
  const lines: Pt[] = [];
  let used = 0;
  let gap = 0;
  let room = width - firstLine;
  const finish = (): void => {
    lines.push(used);
    used = 0;
    gap = 0;
    room = width;
  };
  for (const box of boxes(fonts, runs, size)) {
    if (used > 0 && used + gap + box.width > room + 0.01) finish();
    used += gap + box.width;
    while (used > room + 0.01 && room > 0) {
      lines.push(room);
      used -= room;
      room = width;
    }
    gap = box.gap;
    if (box.ends) finish();
  }
  if (used > 0 || lines.length === 0) lines.push(used);
  return lines;
}

/** Width of the runs on one line. */
export const runsWidth = (fonts: FontSet, runs: readonly Run[], size: Pt): Pt =>
  lineWidths(fonts, runs, size, Number.POSITIVE_INFINITY).reduce((a, b) => Math.max(a, b), 0);

/** More characters without a place to break are no word of the language: an address of a web page. */
const longestWord = 20;

/** Width of the longest word: the least a column can have. Addresses of web pages may be cut: they count as `address`. */
export const widestWord = (fonts: FontSet, runs: readonly Run[], size: Pt, address = Number.POSITIVE_INFINITY): Pt =>
  boxes(fonts, runs, size).reduce(
    (widest, box) => Math.max(widest, box.length > longestWord ? Math.min(box.width, address) : box.width),
    0,
  );

/** Width of the longest word or compound: a narrower column tears it. */
export function widestCompound(fonts: FontSet, runs: readonly Run[], size: Pt): Pt {
  const text = runs.map((run) => (run.kind === "text" ? run.text : run.kind === "break" ? "\n" : "")).join("");
  const words = [...text.matchAll(/[^ \n]+/g)];
  let widest = widestWord(fonts, runs, size);
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (next === undefined || !isCompound(word[0].toLowerCase(), next[0].toLowerCase())) return;
    const both = cut(runs, word.index, next.index + next[0].length);
    widest = Math.max(widest, runsWidth(fonts, both, size));
  });
  return widest;
}

// ── Balanced lines ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Words that begin the name of an administrative unit: the best place to break before. */
const unitStart = /^(tỉnh|huyện|quận|xã|phường)$/;
const unitPairs: Readonly<Record<string, RegExp>> = { thành: /^phố$/, thị: /^(xã|trấn)$/, đặc: /^khu$/ };
/** Words that lean on what follows. */
const leansForward =
  /^(và|của|các|những|về|trên|tại|cho|từ|đến|theo|trong|với|là|do|năm|số|ngày|tháng|quý|giai|đoạn|khóa|lần|tỉnh|huyện|quận|xã|phường|phố|thôn|cấp|không|để|bằng|-|–|\()$/;
/** Words of two syllables common in names of agencies and titles, and joints of longer ones (`cách hành` of cải cách hành
 * chính); a line does not end inside one. */
const compounds = new Set(
  (
    "an ninh,an toàn,ban hành,báo chí,bảo đảm,bảo hiểm,bảo vệ,bắt đầu,bí thư,biến đổi,biện pháp,bộ máy,bưu điện," +
    "cải cách,cải thiện,cán bộ,cạnh tranh,cao cấp,chăm sóc,chăn nuôi,chấp hành,chất lượng,chế độ,chỉ đạo,chí minh," +
    "chỉ số,chỉ tiêu,chính phủ,chính quyền,chính sách,chính trị,chủ tịch,chủ trì,chức năng,chuyển đổi,chuyên môn," +
    "cơ chế,cơ quan,cơ sở,công an,công bố,công chức,cộng đồng,công ích,công khai,công lập,công nghệ,công nghiệp," +
    "cộng sản,công tác,công thương,công trình,công việc,cung cấp,cuộc thi,dân cư,dân quân,dân số,dân tộc,dân vận," +
    "danh mục,dịch vụ,doanh nghiệp,dự án,dự kiến,du lịch,đại biểu,đảng bộ,đảng ủy,đánh giá,đào tạo,đất đai,đấu giá," +
    "đấu thầu,đầu tư,đẩy mạnh,đẩy nhanh,đề án,địa bàn,địa điểm,địa phương,điện tử,điều hành,định hướng,đô thị," +
    "đoàn thể,đổi mới,đơn vị,đồng bộ,đường bộ,đường sắt,ghi chú,gia đình,giá trị,giai đoạn,giải ngân,giải pháp," +
    "giải phóng,giải quyết,giám đốc,giám sát,giáo dục,giao thông,giáo viên,hạ tầng,hành chính,hành động,hậu cần," +
    "hệ thống,hiện đại,hiệu quả,hiệu trưởng,hỗ trợ,hòa giải,hoàn thành,hoạt động,học sinh,hội đồng,hội nghị,hội thi," +
    "hợp tác,huấn luyện,hướng dẫn,huyện ủy,kế hoạch,kết hợp,kết quả,kết thúc,khắc phục,khảo sát,khen thưởng,khí hậu," +
    "kho bạc,khoa học,không gian,kiểm lâm,kiểm soát,kiểm tra,kiến thức,kinh doanh,kinh phí,kinh tế,kỷ luật,kỷ niệm," +
    "lâm nghiệp,lãng phí,lãnh đạo,lao động,liên thông,lĩnh vực,mặt bằng,mặt trận,mở rộng,môi trường,nâng cao," +
    "năng lực,ngân hàng,ngân sách,nghị quyết,nghĩa vụ,nghiệp vụ,người dân,nhà nước,nhân dân,nhân lực,nhân viên," +
    "nhiệm vụ,nội dung,nội vụ,nông dân,nông nghiệp,nông thôn,pháp luật,phát huy,phát triển,phổ biến,phổ thông," +
    "phối hợp,phòng ban,phòng cháy,phòng chống,phòng ngừa,phụ lục,phụ nữ,phụ trách,phục vụ,quản lý,quân sự,quốc gia," +
    "quốc hội,quốc phòng,quy chế,quy định,quy hoạch,rà soát,sản phẩm,sản xuất,sáng tạo,sắp xếp,sử dụng,sự nghiệp," +
    "sức khỏe,tài chính,tài khoản,tài nguyên,tài sản,tầm nhìn,tăng cường,tập huấn,tập trung,thanh niên,thành phố," +
    "thanh tra,thành ủy,thành viên,thể chế,thể dục,thể thao,thi công,thị trấn,thị trường,thị xã,thích ứng,thiên tai," +
    "thời gian,thời hạn,thống kê,thông tin,thủ tục,thú y,thực hiện,thương binh,thương mại,thường trực,thường vụ," +
    "thường xuyên,thủy lợi,tiến độ,tiếp cận,tiếp nhận,tiết kiệm,tiêu chí,tiêu chuẩn,tiểu học,tìm hiểu,tìm kiếm," +
    "tín dụng,tỉnh đoàn,tỉnh ủy,tổ chức,tổ quốc,tôn giáo,tổng hợp,tổng kết,trách nhiệm,trang bị,trang tin,trẻ em," +
    "triển khai,triệu đồng,trình độ,trọng điểm,trọng tâm,trồng trọt,trực thuộc,trực tuyến,trung học,trung tâm," +
    "trung ương,trường học,truyền hình,truyền thanh,truyền thông,tư pháp,tư tưởng,tuyên giáo,tuyên truyền,ứng dụng," +
    "ứng phó,ủy ban,văn bản,vận động,vận hành,văn hoá,văn hóa,văn phòng,vận tải,văn thư,vị trí,việc làm,viên chức," +
    "xã hội,xây dựng,xử lý,xuất bản,xuất khẩu,y tế,cách hành,tục hành,đổi số,vụ công,lý nhà,thôn mới,thiểu số," +
    "tộc thiểu,lực cạnh,tai nạn,tham nhũng,tin điện,phó giám,nguồn nhân,hồ chí,đoàn đại"
  ).split(","),
);

/** A word `sở` that begins the name of a department, not the end of cơ sở, trụ sở, công sở. */
const isDepartment = (words: readonly string[], i: number): boolean =>
  words[i] === "sở" && !/^(cơ|trụ|công)$/.test(words[i - 1] ?? "");

/**
 * Capitals as they would be written in running text, as far as it can be told: lower case, but for the name of a department and
 * the name that follows the kind of a unit (`UBND TỈNH THỪA THIÊN HUẾ`). Other text is left as it is.
 */
function spokenCase(text: string): string {
  if (text !== text.toUpperCase()) return text;
  let inName = false;
  const words = text.toLowerCase().split(" ");
  return words
    .map((word, i) => {
      const before = words[i - 1] ?? "";
      const starts = unitStart.test(before) || unitPairs[words[i - 2] ?? ""]?.test(before) === true;
      const ends = !/^\p{L}/u.test(word) || leansForward.test(word) || /[,;]$/.test(before);
      inName = !ends && (inName || (starts && !isCompound(before, word)));
      const ofDepartment = isDepartment(words, i) || isDepartment(words, i - 1);
      return inName || ofDepartment ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
    })
    .join(" ");
}

/** Whether two neighbouring words, in lower case, are a compound; marks around and a hyphen held to them do not count. */
const isCompound = (a: string, b: string): boolean =>
  compounds.has(`${a.replace(/^[(“"]/, "")} ${b.replace(/(?:\u00a0[-–]|[.,;:)”"]+)$/, "")}`);

/** How bad it is to end a line after `before` when `after` follows; 0 is a good place, below 0 the best. */
function penalty(before: string, after: string, next: string): number {
  const a = before.toLowerCase();
  const b = after.toLowerCase();
  // Dates and the room left in them stay whole.
  if (/^(tháng|năm)$/.test(b) && /[\d\u00a0]$/.test(a)) return 3;
  // A line that begins with a hyphen looks like an item of a list.
  const upper = (word: string): boolean => word.slice(0, 1) !== word.slice(0, 1).toLowerCase();
  if (b.startsWith("\u00a0") || /^[-–]$/.test(b) || /[(“"]$/.test(a)) return 3;
  // A unit's name may stand below its kind, but is not torn itself.
  if (leansForward.test(a)) return unitStart.test(a) && upper(after) && after !== after.toUpperCase() ? 2 : 3;
  if (/^\d/.test(after) && !/[;,.)]$/.test(before)) return 2;
  if (/\u00a0[-–]$/.test(before)) return 1.2;
  if (/[;)–-]$/.test(before)) return -0.5;
  if (before.endsWith(",")) return after !== after.toLowerCase() ? -0.5 : 0.3;
  if (isCompound(a, b)) return 4;
  if (unitStart.test(b) || unitPairs[b]?.test(next.toLowerCase())) return -1;
  if (/^(và|của|trên|tại|năm|ngày|giai|[(“"].*)$/.test(b)) return -0.5;
  const shouts = before === before.toUpperCase() && after === after.toUpperCase();
  // Mixed case: a capital opens a new part of a name (Sở Nông nghiệp và Môi trường); two in a row are a proper name.
  if (!shouts && upper(after)) return upper(before) ? 4 : -0.3;
  return 0.6;
}

export interface Balanced {
  /** The runs with a BreakRun in place of the blank at each chosen break. */
  readonly runs: readonly Run[];
  /** Width of the longest line. */
  readonly longest: Pt;
}

export interface BalanceOptions {
  /** The same words in their own case, when the runs are already capitals: capital initials tell where parts of a name
   * begin. */
  readonly names?: string;
  /** Never more lines than needed, even where a phrase is torn. */
  readonly fewest?: boolean;
}

/** What one more line costs: less than a torn phrase. */
const oneMoreLine = 0.4;
const torn = 2.5;

/**
 * The runs of a centred paragraph in few lines of at most `width`, about equally long, breaking where the phrase allows.
 * Typed breaks are kept, and then nothing is balanced.
 */
export function balance(
  fonts: FontSet,
  runs: readonly Run[],
  size: Pt,
  width: Pt,
  options: BalanceOptions = {},
): Balanced {
  const text = runs.map((run) => (run.kind === "text" ? run.text : run.kind === "break" ? "\n" : "")).join("");
  const greedy = lineWidths(fonts, runs, size, width);
  const longest = (lines: readonly Pt[]): Pt => lines.reduce((a, b) => Math.max(a, b), 0);
  if (text.includes("\n") || greedy.length === 1) return { runs, longest: longest(greedy) };

  // Words with their offsets in `text`; runs of blanks are one place to break.
  const words = [...text.matchAll(/[^ ]+/g)].map((m) => ({ text: m[0], start: m.index, end: m.index + m[0].length }));
  const own = spokenCase(options.names ?? text)
    .split(" ")
    .filter((word) => word !== "");
  const spoken = own.length === words.length ? own : words.map((word) => word.text);
  const lineOf = (from: number, to: number): Pt =>
    lineWidths(fonts, cut(runs, words[from]!.start, words[to]!.end), size, Number.POSITIVE_INFINITY)[0]!;
  const widths = words.map((_, i) => words.map((__, j) => (j < i ? 0 : lineOf(i, j))));
  const penalties = words.map((_, j) => (j === 0 ? 0 : penalty(spoken[j - 1]!, spoken[j]!, spoken[j + 1] ?? "")));

  const solve = (count: number): Solution | null => {
    const total = widths[0]![words.length - 1]!;
    const target = total / count;
    // best[k][j]: least cost of setting words 0…j-1 in k lines, and where the last of them starts.
    const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
    for (let k = 1; k <= count; k += 1) {
      best[k] = [];
      for (let j = k; j <= words.length; j += 1) {
        let found = { cost: Number.POSITIVE_INFINITY, from: -1 };
        for (let i = k - 1; i < j; i += 1) {
          const before = best[k - 1]![i];
          const line = widths[i]![j - 1]!;
          if (before === undefined || before.cost === Number.POSITIVE_INFINITY || line > width) continue;
          const break_ = j < words.length ? penalties[j]! : 0;
          const cost = before.cost + 6 * ((line - target) / target) ** 2 + 0.35 * break_;
          if (cost < found.cost) found = { cost, from: i };
        }
        best[k]![j] = found;
      }
    }
    const starts: number[] = [];
    for (let k = count, j = words.length; k > 0; k -= 1) {
      const step = best[k]?.[j];
      if (step === undefined || step.from < 0) return null;
      starts.unshift(step.from);
      j = step.from;
    }
    return { starts, cost: best[count]![words.length]!.cost, torn: starts.some((from) => penalties[from]! >= torn) };
  };
  const fewest = solve(greedy.length);
  const more = fewest === null || (fewest.torn && options.fewest !== true) ? solve(greedy.length + 1) : null;
  const chosen = fewest === null || (more !== null && more.cost + oneMoreLine < fewest.cost) ? more : fewest;
  if (chosen === null) return { runs, longest: longest(greedy) };
  const lines = chosen.starts.map((from, k) => ({ from, to: (chosen.starts[k + 1] ?? words.length) - 1 }));
  return {
    runs: lines.flatMap(({ from, to }, k): Run[] => [
      ...(k === 0 ? [] : [{ kind: "break" } as const]),
      ...cut(runs, words[from]!.start, words[to]!.end),
    ]),
    longest: longest(lines.map(({ from, to }) => widths[from]![to]!)),
  };
}

/** First words of lines, what they cost, and whether a phrase is torn. */
interface Solution {
  readonly starts: readonly number[];
  readonly cost: number;
  readonly torn: boolean;
}

/** The runs between two offsets of their text (a break or a note counts as nothing). */
function cut(runs: readonly Run[], start: number, end: number): Run[] {
  const result: Run[] = [];
  let at = 0;
  for (const run of runs) {
    if (run.kind !== "text") {
      if (at > start && at <= end) result.push(run);
      continue;
    }
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== "") result.push({ ...run, text });
    at += run.text.length;
  }
  return result;
}
