/**
 * Where lines break. `lineWidths` breaks greedily, as both outputs do for running text: at spaces, and after a hyphen
 * that no digit follows. `balance` chooses the breaks of centred text (names of agencies, titles) so that lines are
 * about equally long and phrases stay whole; such breaks are fixed in the tree, so that both outputs show the same.
 */
import type { Run } from "./document.ts";
import { type FontSet, widthOf } from "./measure.ts";
import type { Pt } from "./style.ts";

interface Box {
  width: Pt;
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
  const extend = (width: Pt): void => {
    const last = result.at(-1);
    if (open && last !== undefined) last.width += width;
    else result.push({ width, gap: 0, ends: false });
    open = true;
  };
  runs.forEach((run, index) => {
    if (run.kind === "break") {
      if (!open) extend(0);
      result.at(-1)!.ends = true;
      open = false;
      return;
    }
    if (run.kind === "note") {
      // A raised number is about two thirds of the text's size.
      extend(widthOf(fonts, run.number, size * 0.65, { bold: false, italic: false }));
      return;
    }
    const set = run.size ?? size;
    // A word up to and with its hyphens, or blanks.
    for (const match of run.text.matchAll(/ +|[^ -]*-+|[^ -]+/g)) {
      const [part] = match;
      const width = widthOf(fonts, part, set, run);
      if (part.startsWith(" ")) {
        if (result.length === 0) extend(0);
        result.at(-1)!.gap += width;
        open = false;
        continue;
      }
      extend(width);
      if (!part.endsWith("-")) continue;
      const next = run.text[match.index + part.length] ?? nextCharacter(runs, index + 1);
      if (!/\d/.test(next)) open = false;
    }
  });
  return result;
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

/** Width of the longest word: the least a column can have. */
export const widestWord = (fonts: FontSet, runs: readonly Run[], size: Pt): Pt =>
  boxes(fonts, runs, size).reduce((widest, box) => Math.max(widest, box.width), 0);

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
    "ban hành,bảo đảm,bảo vệ,biện pháp,bộ máy,bưu điện,cải cách,cải thiện,cán bộ,cao cấp,cạnh tranh,chất lượng,chế độ," +
    "chỉ đạo,chỉ số,chỉ tiêu,chính phủ,chính quyền,chính sách,chính trị,chủ tịch,chủ trì,chức năng,chuyên môn," +
    "chuyển đổi,công an,công bố,công chức,công khai,công nghệ,công nghiệp,công tác,công thương,công trình," +
    "cơ chế,cơ quan,cơ sở,cung cấp,dân cư,dân số,dân tộc,dân vận,dịch vụ,doanh nghiệp,du lịch,dự án,đánh giá,đào tạo," +
    "đất đai,đầu tư,đề án,địa bàn,địa phương,điện tử,điều hành,đô thị,đoàn thể,đổi mới,đơn vị,giá trị,giai đoạn," +
    "giải pháp,giải quyết,giám sát,giáo dục,giao thông,hạ tầng,hành chính,hành động,hệ thống,hiện đại,hiệu quả,hòa giải," +
    "hoạt động,hội đồng,hỗ trợ,hợp tác,huấn luyện,hướng dẫn,kế hoạch,khảo sát,khắc phục,khen thưởng,khoa học,kiểm soát," +
    "kiểm tra,kinh doanh,kinh phí,kinh tế,kiến thức,kỷ luật,kỷ niệm,lâm nghiệp,lao động,lĩnh vực,liên thông,mặt trận," +
    "môi trường,mở rộng,năng lực,nâng cao,ngân sách,nghị quyết,nghĩa vụ,nhà nước,nhân dân,nhân lực,nhân viên," +
    "nhiệm vụ,nông dân,nông nghiệp,nông thôn,nội dung,nội vụ,phát huy,phát triển,pháp luật,phòng cháy,phòng chống," +
    "phổ biến,phổ thông,phối hợp,phục vụ,phụ nữ,quản lý,quân sự,quốc gia,quốc hội,quốc phòng,quy chế,quy định,quy hoạch," +
    "rà soát,sản xuất,sáng tạo,sắp xếp,sử dụng,tài chính,tài nguyên,tăng cường,tập huấn,tập trung,thanh niên,thanh tra," +
    "thể chế,thể dục,thể thao,thị trường,thiên tai,thông tin,thống kê,thủ tục,thực hiện,thường xuyên,thương binh," +
    "thương mại,tiếp cận,tiếp nhận,tiểu học,tìm kiếm,tín dụng,tổ chức,tổ quốc,tôn giáo,tổng hợp,tổng kết,trách nhiệm," +
    "trang tin,trình độ,triển khai,trung học,trung tâm,trung ương,truyền hình,truyền thanh,truyền thông,trường học," +
    "trực thuộc,trực tuyến,tuyên giáo,tuyên truyền,tư pháp,tư tưởng,ủy ban,ứng dụng,ứng phó,vận động," +
    "vận hành,vận tải,văn bản,văn hoá,văn hóa,văn phòng,văn thư,viên chức,việc làm,xã hội,xây dựng,xử lý,xuất khẩu,y tế," +
    "cách hành,tục hành,đổi số,vụ công,lý nhà,thôn mới,thiểu số,tộc thiểu,lực cạnh,tai nạn,tham nhũng"
  ).split(","),
);

/** How bad it is to end a line after `before` when `after` follows; 0 is a good place, below 0 the best. */
function penalty(before: string, after: string, next: string): number {
  const a = before.toLowerCase();
  const b = after.toLowerCase();
  // Dates and the room left in them stay whole.
  if (/^(tháng|năm)$/.test(b) && /[\d\u00a0]$/.test(a)) return 3;
  if (b.startsWith("\u00a0") || leansForward.test(a) || /[(“"]$/.test(a)) return 3;
  if (/^\d/.test(after) && !/[;,.)]$/.test(before)) return 2;
  if (/[;)–-]$/.test(before)) return -0.5;
  if (before.endsWith(",")) return after !== after.toLowerCase() ? -0.5 : 0.3;
  if (compounds.has(`${a.replace(/^[(“"]/, "")} ${b.replace(/[.,;)”"]$/, "")}`)) return 3;
  if (unitStart.test(b) || unitPairs[b]?.test(next.toLowerCase())) return -1;
  if (/^(và|-|–|của|trên|tại|năm|ngày|giai|\(.*)$/.test(b)) return -0.5;
  const upper = (word: string): boolean => word.slice(0, 1) !== word.slice(0, 1).toLowerCase();
  const shouts = before === before.toUpperCase() && after === after.toUpperCase();
  // Mixed case: a capital opens a new part of a name (Sở Nông nghiệp và Môi trường); two in a row are a proper name.
  if (!shouts && upper(after)) return upper(before) ? 2.5 : -0.3;
  return 0.6;
}

export interface Balanced {
  /** The runs with a BreakRun in place of the blank at each chosen break. */
  readonly runs: readonly Run[];
  /** Width of the longest line. */
  readonly longest: Pt;
}

/**
 * The runs of a centred paragraph in the fewest lines of at most `width`, about equally long, breaking where the phrase
 * allows. Typed breaks are kept, and then nothing is balanced. `names` gives the same words in their own case, when the
 * runs are already capitals: capital initials tell where parts of a name begin.
 */
export function balance(fonts: FontSet, runs: readonly Run[], size: Pt, width: Pt, names?: string): Balanced {
  const text = runs.map((run) => (run.kind === "text" ? run.text : run.kind === "break" ? "\n" : "")).join("");
  const greedy = lineWidths(fonts, runs, size, width);
  const longest = (lines: readonly Pt[]): Pt => lines.reduce((a, b) => Math.max(a, b), 0);
  if (text.includes("\n") || greedy.length === 1) return { runs, longest: longest(greedy) };

  // Words with their offsets in `text`; runs of blanks are one place to break.
  const words = [...text.matchAll(/[^ ]+/g)].map((m) => ({ text: m[0], start: m.index, end: m.index + m[0].length }));
  const own = names === undefined ? [] : names.split(" ").filter((word) => word !== "");
  const spoken = own.length === words.length ? own : words.map((word) => word.text);
  const lineOf = (from: number, to: number): Pt =>
    lineWidths(fonts, cut(runs, words[from]!.start, words[to]!.end), size, Number.POSITIVE_INFINITY)[0]!;
  const widths = words.map((_, i) => words.map((__, j) => (j < i ? 0 : lineOf(i, j))));

  const solve = (count: number): number[] | null => {
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
          const break_ = j < words.length ? penalty(spoken[j - 1]!, spoken[j]!, spoken[j + 1] ?? "") : 0;
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
    return starts;
  };
  const starts = solve(greedy.length) ?? solve(greedy.length + 1);
  if (starts === null) return { runs, longest: longest(greedy) };
  const lines = starts.map((from, k) => ({ from, to: (starts[k + 1] ?? words.length) - 1 }));
  return {
    runs: lines.flatMap(({ from, to }, k): Run[] => [
      ...(k === 0 ? [] : [{ kind: "break" } as const]),
      ...cut(runs, words[from]!.start, words[to]!.end),
    ]),
    longest: longest(lines.map(({ from, to }) => widths[from]![to]!)),
  };
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
