/**
 * `plan git`: makes a git repository know plans. `setup` and `remove` write lines of .gitattributes and entries of the
 * repository's own configuration, `diff` and `merge` are what git then calls.
 */
import * as path from "node:path";
import { decode } from "../compile.ts";
import { plain, printable } from "../diagnostics/pretty.ts";
import { toPlan } from "../plan/from-syntax.ts";
import type { SourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { comparePlans } from "../versions/compare.ts";
import { lineDiff } from "../versions/line-diff.ts";
import { mergeSources, usualLabels } from "../versions/merge.ts";
import { changesText } from "../versions/render.ts";
import { asTyped } from "./fmt.ts";
import { type Host, HostError } from "./host.ts";
import { readKnowledge } from "./overlay.ts";
import { complaint, topOf } from "./repository.ts";
import { type ExitStatus, exitStatus, readRegistries } from "./session.ts";

// ── What is written into the repository ─────────────────────────────────────────────────────────────────────────────

const heading =
  "# Kế hoạch (.plan): so sánh, trộn theo nội dung; văn bản xuất ra là tệp nhị phân. Do “plan git setup” ghi.";

/** Without `eol`: line ends in the working tree stay those of each machine, in the repository they are LF. */
const attributes: readonly string[] = [
  "*.plan text diff=plan merge=plan",
  "*.docx binary linguist-generated",
  "*.pdf binary linguist-generated",
];

/** What a hunk header shows: the line of the task, of the part or of the division above. */
const functionName = [
  "^[ \t]*(",
  [
    "(nhiệm vụ|nhiem vu|việc|viec|nhóm|nhom|phụ lục|phu luc|kế hoạch|ke hoach|quyết định|quyet dinh)[^:]{0,12}:.*",
    "(nơi nhận|noi nhan|ký|ky):.*",
    "(Phần|PHẦN|Chương|CHƯƠNG|Điều|ĐIỀU|Tiểu mục|Mục) +[0-9IVXLC]+.*",
    "[IVXLC]+[./] .*",
    "[A-H][.] .*",
    "[0-9]+([.][0-9]+)*[.)]? +[^ ].*",
  ].join("|"),
  ")$",
].join("");

/** Entries of the configuration. `program` is how a shell calls this program. A differ of its own goes before the one that
 * `git difftool` names in the environment; so it gives way to that one itself. */
const entries = (program: string, withLines: boolean): readonly (readonly [string, string])[] => [
  ["diff.plan.command", `\${GIT_EXTERNAL_DIFF:-${program} git diff${withLines ? " --lines" : ""}}`],
  ["diff.plan.xfuncname", functionName],
  ["merge.plan.name", "Trộn kế hoạch theo nhiệm vụ, mục, trường"],
  ["merge.plan.driver", `${program} git merge %O %A %B %L %P`],
  ["difftool.plan.cmd", `${program} diff "$LOCAL" "$REMOTE"`],
];

export interface SetupOptions {
  readonly dryRun?: boolean;
  /** How git's shell calls this program. */
  readonly program: string;
  /** The differ also prints the lines. */
  readonly lines?: boolean;
}

const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Writes what is missing, and says exactly what. */
export function runGitSetup(host: Host, options: SetupOptions): ExitStatus {
  const top = topOf(host, ".");
  const file = path.join(top, ".gitattributes");
  const before = host.exists(file) ? words(host.read(file)) : "";
  const standing = linesOf(before);
  const missing = attributes.filter((line) => !standing.includes(line));
  const wanted = entries(options.program, options.lines === true).filter(
    ([key, value]) => configured(host, key) !== value,
  );
  if (missing.length === 0 && wanted.length === 0) {
    host.out("Kho này đã được cài đặt, không phải ghi gì.\n");
    return exitStatus.fine;
  }
  const says = options.dryRun ? "Sẽ ghi" : "Ghi";
  if (missing.length > 0) {
    const added = standing.includes(heading) ? missing : [heading, ...missing];
    host.out(`${says} vào ${printable(shown(file))}:\n${added.map((line) => `  ${line}\n`).join("")}`);
    if (!options.dryRun) write(host, file, before, [...standing, ...added]);
  }
  if (wanted.length > 0) {
    host.out(`${says} vào cấu hình của kho (.git/config):\n`);
    for (const [key, value] of wanted) {
      host.out(`  ${key} = ${value.replace(/\t/g, "\\t")}\n`);
      if (!options.dryRun) setConfig(host, ["--replace-all", key, value]);
    }
  }
  if (!options.dryRun) {
    host.out(
      "Xong. git diff in thay đổi theo nội dung (xem từng dòng, tạo bản vá: git diff --no-ext-diff);\n" +
        "git merge trộn theo nhiệm vụ, mục, trường; gỡ ra: plan git remove.\n" +
        "Mỗi máy chạy “plan git setup” một lần; .gitattributes thì ghi (commit) vào kho cho mọi người.\n",
    );
  }
  return exitStatus.fine;
}

/** Takes away what `setup` wrote, nothing else. */
export function runGitRemove(host: Host, options: { readonly dryRun?: boolean }): ExitStatus {
  const top = topOf(host, ".");
  const file = path.join(top, ".gitattributes");
  const before = host.exists(file) ? words(host.read(file)) : "";
  const own = new Set([heading, ...attributes]);
  const standing = linesOf(before);
  const taken = standing.filter((line) => own.has(line));
  const keys = entries("", false)
    .map(([key]) => key)
    .filter((key) => configured(host, key) !== null);
  if (taken.length === 0 && keys.length === 0) {
    host.out("Kho này chưa được cài đặt, không có gì để gỡ.\n");
    return exitStatus.fine;
  }
  const says = options.dryRun ? "Sẽ bỏ" : "Bỏ";
  if (taken.length > 0) {
    host.out(`${says} khỏi ${printable(shown(file))}:\n${taken.map((line) => `  ${line}\n`).join("")}`);
    if (!options.dryRun) {
      write(
        host,
        file,
        before,
        standing.filter((line) => !own.has(line)),
      );
    }
  }
  if (keys.length > 0) {
    host.out(`${says} khỏi cấu hình của kho (.git/config):\n`);
    for (const key of keys) {
      host.out(`  ${key}\n`);
      if (!options.dryRun) setConfig(host, ["--unset-all", key]);
    }
  }
  return exitStatus.fine;
}

const linesOf = (text: string): readonly string[] => {
  const lines = text.replace(/\r\n/g, "\n").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
};

const shown = (file: string): string => path.relative(".", file) || file;

/** Lines into .gitattributes, with the line ends that it has; without any the file goes. */
function write(host: Host, file: string, before: string, lines: readonly string[]): void {
  if (lines.length === 0) {
    host.remove(file);
    return;
  }
  const text = lines.map((line) => `${line}\n`).join("");
  host.writeAll([{ path: file, bytes: new TextEncoder().encode(asTyped(before, text)) }]);
}

function configured(host: Host, key: string): string | null {
  const found = host.git(".", ["config", "--local", "--get", key]);
  return found.status === 0 ? words(found.out).replace(/\r?\n$/, "") : null;
}

function setConfig(host: Host, args: readonly string[]): void {
  const done = host.git(".", ["config", "--local", ...args]);
  if (done.status !== 0) throw new HostError(`git không ghi được cấu hình của kho: ${complaint(done.error)}.`);
}

// ── What git calls ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The name that git gives a version that does not exist. */
const nothing = "/dev/null";

/**
 * git's external differ: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE, and for a renamed file its new path and
 * git's own header. A path alone has no two versions yet (an open conflict).
 */
export function runGitDiff(host: Host, args: readonly string[], options: { readonly lines?: boolean }): ExitStatus {
  const [name, oldFile, , , newFile, , , newName] = args;
  if (name === undefined || oldFile === undefined || newFile === undefined) {
    host.out(`${printable(name ?? "")}: đang có chỗ trộn chưa xong.\n`);
    return exitStatus.fine;
  }
  const names = [
    `${name} (${oldFile === nothing ? "chưa có" : "cũ"})`,
    `${newName ?? name} (${newFile === nothing ? "đã bỏ" : "mới"})`,
  ] as const;
  const read = (file: string, title: string): { raw: string; source: SourceFile | null } => {
    const bytes = file === nothing ? new Uint8Array() : host.read(file);
    return { raw: words(bytes).replace(/\r\n?/g, "\n"), source: decode(bytes, title).value };
  };
  const [before, after] = [read(oldFile, names[0]), read(newFile, names[1])];
  const isReadable = before.source !== null && after.source !== null;
  let changes = 0;
  if (before.source !== null && after.source !== null) {
    const knowledge = readKnowledge(host);
    const planOf = (source: SourceFile) => toPlan(parse(source).value, knowledge(newName ?? name).registries).value;
    const [old, now] = [planOf(before.source), planOf(after.source)];
    const compared = { before: old, after: now, names, changes: comparePlans(old, now) };
    changes = compared.changes.length;
    host.out(changesText(compared, plain, false));
  } else host.out(`${names[0]} → ${names[1]}\n`);
  const lines = lineDiff(before.raw, after.raw, plain);
  // Without a change of meaning the lines are all there is to see: layout and comments.
  if (lines !== "" && (options.lines || !isReadable || changes === 0)) host.out(`\n${lines}`);
  host.out("\n");
  return exitStatus.fine;
}

/**
 * git's merge driver: the common version, ours – which the result replaces –, theirs, the length of marks and the path.
 * Ends with 1 where both sides disagree. What is no readable plan is merged by lines, as git does.
 */
export function runGitMerge(host: Host, args: readonly string[]): ExitStatus {
  const [base, ours, theirs, length, name] = args as [string, string, string, string?, string?];
  const size = Math.min(100, Math.max(3, Number.parseInt(length ?? "7", 10) || 7));
  const shownName = printable(name ?? ours);
  const sources = [base, ours, theirs].map((file) => decode(host.read(file), name ?? file).value);
  const [b, o, t] = sources;
  const labels = { ...usualLabels, size };
  const merged = b && o && t ? mergeSources(b, o, t, readRegistries(host), labels) : null;
  if (merged !== null) {
    const raw = new TextDecoder("utf-8", { ignoreBOM: true }).decode(host.read(ours));
    host.writeAll([{ path: ours, bytes: new TextEncoder().encode(asTyped(raw, merged.text)) }]);
    if (merged.conflicts === 0) return exitStatus.fine;
    host.error(
      `${shownName}: ${merged.conflicts} chỗ hai bên sửa khác nhau; chọn lời văn giữa các dấu <<<<<<< và >>>>>>>.\n`,
    );
    return exitStatus.findings;
  }
  host.error(
    `${shownName}: không trộn được theo nội dung (có bản không đọc được hoặc còn lỗi cú pháp); trộn theo dòng.\n`,
  );
  const result = host.git(".", [
    "merge-file",
    `--marker-size=${size}`,
    ...["-L", labels.ours, "-L", "bản chung", "-L", labels.theirs],
    ...[ours, base, theirs].map((file) => path.resolve(file)),
  ]);
  if (result.status === 0) return exitStatus.fine;
  if (result.status > 127) throw new HostError(`git không trộn được “${shownName}”: ${complaint(result.error)}.`);
  return exitStatus.findings;
}
