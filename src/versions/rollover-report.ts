/** What a rollover did, told to people and to programs: every change “cũ → mới” with its lines, and what is left to see. */
import { range, type SourceFile } from "../source/source-file.ts";
import type { Rollover, RolloverChange, RolloverMark } from "./rollover.ts";
import { yearWords } from "./rollover-years.ts";

/** The files as the user knows them; `target` is null for standard output. */
export interface RolledFiles {
  readonly source: SourceFile;
  readonly target: string | null;
}

const keptNames: Readonly<Record<Rollover["kept"][number]["kind"], string>> = {
  citation: "trong viện dẫn",
  law: "tên luật",
  stage: "giai đoạn, nhiệm kỳ",
  programme: "tên chương trình",
  horizon: "mốc về sau",
  history: "việc đã qua",
  "no-year": "không phải năm",
  value: "theo trường ở phần đầu",
};

/** Groups of remarks in the order they are told. */
const markNames: readonly (readonly [title: string, kinds: readonly RolloverMark["kind"][]])[] = [
  ["Căn cứ, văn bản", ["annual-document", "document"]],
  ["Cơ quan", ["agency", "abbreviation", "level"]],
  ["Ngày, hạn", ["day-off", "weekday", "passed", "past-day", "feast", "anniversary", "edition", "time-outside"]],
  ["Chỉ tiêu, kinh phí", ["target", "budget"]],
  ["Năm khác", ["look-back", "look-back-part", "programme", "horizon", "stage-over", "since", "far-year"]],
  ["Thể thức", ["form"]],
];

/** For a terminal. */
export function rolloverText(rollover: Rollover, { source, target }: RolledFiles): string {
  const to = target === null ? "đầu ra chuẩn" : target;
  const lines = [
    `${source.path} (${yearWords(rollover.from)}) → ${to} (${yearWords(rollover.to)}); số dòng là của bản mới.`,
  ];
  const changes = rollover.changes.filter(({ kind }) => kind !== "remark");
  lines.push("", `Đã đổi ${changes.length} chỗ:`);
  for (const { words, lines: at } of changeGroups(changes)) lines.push(`  - ${words} (dòng ${counted(at)})`);
  const old = rollover.changes.length - changes.length;
  if (old > 0) lines.push(`  - bỏ ${old} ghi chú CẦN XEM của lần chuyển trước`);
  const kept = keptCounts(rollover);
  if (kept !== "") lines.push("", `Giữ nguyên ${rollover.kept.length} chỗ ghi năm: ${kept}.`);
  if (rollover.marks.length === 0) lines.push("", "Không có chỗ cần xem.");
  else {
    lines.push("", `Cần xem ${rollover.marks.length} chỗ, đã ghi “# CẦN XEM: [${rollover.to.from}]” ở dòng trên:`);
    for (const [title, kinds] of markNames) {
      const here = rollover.marks.filter(({ kind }) => kinds.includes(kind));
      if (here.length === 0) continue;
      lines.push(`  ${title}`);
      for (const { line, words, others } of here) {
        const more = others.length > 0 ? `; còn ở dòng ${counted(others)}` : "";
        lines.push(`  - dòng ${line}: ${words}${more}`);
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

interface ChangeGroup {
  readonly words: string;
  readonly lines: number[];
}

/** Changes that read alike are told once, in the order of the first. */
function changeGroups(changes: readonly RolloverChange[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const change of changes) {
    const words = changeWords(change);
    const group = groups.get(words) ?? { words, lines: [] };
    groups.set(words, group);
    group.lines.push(change.line);
  }
  return [...groups.values()];
}

function changeWords({ kind, old, new: now }: RolloverChange): string {
  if (kind === "signature") return `bỏ tên người ký “${old}”`;
  if (now === "") return `bỏ dòng “${old}”`;
  return `${oneLine(old)} → ${oneLine(now)}`;
}

const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

/** “1, 4 (2 chỗ), 9”. */
function counted(lines: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => (count === 1 ? String(line) : `${line} (${count} chỗ)`)).join(", ");
}

function keptCounts({ kept }: Rollover): string {
  const counts = new Map<string, number>();
  for (const { kind } of kept) counts.set(keptNames[kind], (counts.get(keptNames[kind]) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} ${name}`).join(", ");
}

/** For programs. Spans are of the old source, lines of the new text, both from 1. */
export function rolloverJson(rollover: Rollover, { source, target }: RolledFiles, programVersion: string): string {
  const fates = { moved: 0, kept: 0, asked: 0 };
  for (const { fate } of rollover.years) fates[fate] += 1;
  const value = {
    version: programVersion,
    source: source.path,
    target,
    from: { from: rollover.from.from, to: rollover.from.to },
    to: { from: rollover.to.from, to: rollover.to.to },
    years: fates,
    changes: rollover.changes.map(({ kind, old, new: now, span, line }) => ({
      kind,
      old,
      new: now,
      span: range(source, span),
      line,
    })),
    kept: rollover.kept.map(({ kind, words, line }) => ({ kind, words, line })),
    marks: rollover.marks.map(({ kind, words, line, others }) => ({ kind, words, line, others })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
