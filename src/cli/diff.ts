/**
 * `plan diff`: what changed in meaning between two versions of a plan – two files, two folders, or a file at revisions of
 * its git repository. Writes nothing but what `-o` names.
 */
import * as path from "node:path";
import { decode } from "../compile.ts";
import { colours, plain, printable } from "../diagnostics/pretty.ts";
import { toPlan } from "../plan/from-syntax.ts";
import type { Plan } from "../plan/plan.ts";
import { parse } from "../syntax/parse.ts";
import { comparePlans } from "../versions/compare.ts";
import {
  type Compared,
  changesJson,
  changesMarkdown,
  changesText,
  comparisonsHtml,
  comparisonsJson,
} from "../versions/render.ts";
import { type Host, HostError } from "./host.ts";
import { type KnowledgeOf, readKnowledge } from "./overlay.ts";
import { commitOf, commonCommit, fileAt, isRevision, plansAt, renamesIn } from "./repository.ts";
import { type ExitStatus, exitStatus, printFindings } from "./session.ts";

export type DiffFormat = "text" | "json" | "md" | "html";

export interface DiffOptions {
  readonly format: DiffFormat;
  /** A file; undefined or `-` for standard output. */
  readonly output?: string;
  readonly exitCode?: boolean;
}

/** One version of one file; bytes are read when they are needed. */
interface Version {
  /** As it is called in what is printed. */
  readonly name: string;
  /** A path that says which plan.yaml counts. */
  readonly file: string;
  /** Null where there is no such file in this version. */
  readonly read: (() => Uint8Array | Promise<Uint8Array>) | null;
}

type Pair = readonly [Version, Version];

/** Versions to compare; `isFolder` where there may be several. */
interface Task {
  readonly pairs: readonly Pair[];
  readonly isFolder: boolean;
}

export async function runDiff(host: Host, named: readonly string[], options: DiffOptions): Promise<ExitStatus> {
  const { pairs, isFolder } = taskOf(host, named);
  const knowledge = readKnowledge(host);
  const compared: Compared[] = [];
  let isReadable = true;
  for (const pair of pairs) {
    const one = await comparedPair(host, pair, knowledge);
    if (one === null) isReadable = false;
    else if (!isFolder || one.changes.length > 0) compared.push(one);
  }
  if (!isReadable && !isFolder) return exitStatus.failed;
  const toOut = options.output === undefined || options.output === "-";
  const hasColours = toOut && host.outIsTerminal && host.allowsColour;
  const text = written(compared, options.format, isFolder, hasColours);
  if (toOut) host.out(text);
  else {
    host.writeAll([{ path: options.output!, bytes: new TextEncoder().encode(text) }]);
    host.error(`Đã ghi ${printable(options.output!)}\n`);
  }
  if (!isReadable) return exitStatus.failed;
  const differs = compared.some(({ changes }) => changes.length > 0);
  return options.exitCode && differs ? exitStatus.findings : exitStatus.fine;
}

function written(compared: readonly Compared[], format: DiffFormat, isFolder: boolean, hasColours: boolean): string {
  switch (format) {
    case "text": {
      const texts = compared.map((one) => changesText(one, hasColours ? colours : plain, hasColours));
      return texts.length === 0 ? "Không có thay đổi về nội dung.\n" : texts.join("\n");
    }
    case "md":
      return compared.length === 0 ? "Không có thay đổi về nội dung.\n" : compared.map(changesMarkdown).join("\n");
    case "html":
      return comparisonsHtml(compared);
    case "json":
      return isFolder ? comparisonsJson(compared) : changesJson(compared[0]!);
  }
}

/** The changes between two versions; null when one cannot be read, which has been told. */
async function comparedPair(host: Host, [a, b]: Pair, knowledge: KnowledgeOf): Promise<Compared | null> {
  const before = await planOf(host, a, knowledge);
  const after = await planOf(host, b, knowledge);
  if (before === null || after === null) return null;
  return { before, after, names: [a.name, b.name], changes: comparePlans(before, after) };
}

/** Reads a version; a missing one is an empty plan. Null when its bytes are no text; syntax errors are told by number. */
async function planOf(host: Host, { name, file, read }: Version, knowledge: KnowledgeOf): Promise<Plan | null> {
  const { value: source, diagnostics } = decode(read === null ? new Uint8Array() : await read(), name);
  if (source === null) {
    printFindings(host, { path: name, text: "", lineStarts: [0], digest: "" }, diagnostics, null, "error");
    return null;
  }
  const tree = parse(source);
  const errors = tree.diagnostics.filter(({ severity }) => severity === "error");
  const first = errors[0];
  if (first && source.text.trim() !== "") {
    host.error(
      `${printable(name)}: lưu ý: có ${errors.length} lỗi cú pháp (${printable(first.message)}); so sánh có thể thiếu.\n`,
    );
  }
  return toPlan(tree.value, knowledge(file).registries).value;
}

// ── What is compared ────────────────────────────────────────────────────────────────────────────────────────────────

const inFile = (host: Host, file: string): Version => ({
  name: file,
  file,
  read: () => (file === "-" ? host.readStandardInput() : host.read(file)),
});

/** A file as it was at a revision: read at once, so that a wrong revision is told before anything is printed. */
function atRevision(host: Host, revision: string, file: string): Version {
  const { bytes, path: name } = fileAt(host, revision, file);
  const shown = path.basename(name) === path.basename(file).normalize("NFC") ? file : name;
  return { name: `${shown} (${revision})`, file, read: () => bytes };
}

function taskOf(host: Host, named: readonly string[]): Task {
  const exists = (file: string): boolean => file === "-" || host.exists(file);
  const [first = "", second, third] = named;
  if (third !== undefined) {
    return versions(host, revisionVersion(first), revisionVersion(second!), third);
  }
  if (second === undefined) {
    if (!exists(first)) throw missing(first);
    return versions(host, revisionVersion("HEAD"), null, first);
  }
  if (exists(first) && exists(second)) {
    const folders = [first, second].filter((one) => one !== "-" && host.isDirectory(one));
    if (folders.length === 2) return { pairs: folderPairs(host, first, second), isFolder: true };
    if (folders.length === 1) throw new HostError(`“${folders[0]}” là thư mục; hãy so sánh hai tệp hoặc hai thư mục.`);
    return { pairs: [[inFile(host, first), inFile(host, second)]], isFolder: false };
  }
  if (exists(first)) throw missing(second);
  const between = /^(.*?)(\.{2,3})(.*)$/.exec(first);
  if (between && !exists(first)) {
    const [, one = "", dots, other = ""] = between;
    const [from, to] = [one || "HEAD", other || "HEAD"];
    return versions(host, { name: from, base: dots === "..." ? to : null }, revisionVersion(to), second);
  }
  if (!exists(second)) {
    if (/\.plan$/i.test(first)) throw missing(first);
    if (!isRevision(host, ".", first)) throw missing(first);
    if (isRevision(host, ".", second))
      throw new HostError(`Chưa ghi tên tệp: viết “plan diff ${first} ${second} TỆP”.`);
    throw missing(second);
  }
  return versions(host, revisionVersion(first), null, second);
}

const missing = (file: string): HostError => new HostError(`Không đọc được “${file}”: không tìm thấy.`);

/** A revision, or the place where it parted from another. */
interface Revision {
  readonly name: string;
  readonly base: string | null;
}

const revisionVersion = (name: string): Revision => ({ name, base: null });

/** A file or a folder at one revision and at another, or as it stands now where that is null. */
function versions(host: Host, from: Revision, to: Revision | null, target: string): Task {
  const isFolder = host.isDirectory(target);
  const folder = isFolder ? target : path.dirname(target);
  const start = from.base === null ? from.name : commonCommit(host, folder, from.name, from.base).slice(0, 10);
  if (!isFolder) {
    const now = to === null ? inFile(host, target) : atRevision(host, to.name, target);
    return { pairs: [[atRevision(host, start, target), now]], isFolder };
  }
  const olds = plansAt(host, start, target);
  const news =
    to === null ? host.filesIn(target).filter((name) => /\.plan$/i.test(name)) : plansAt(host, to.name, target);
  const [first, last] = [commitOf(host, target, start), to === null ? null : commitOf(host, target, to.name)];
  const renames = renamesIn(host, target, first, last);
  const version = (name: string, has: readonly string[], commit: string | null, revision: string): Version => {
    const file = path.join(target, name);
    const shown = commit === null ? file : `${file} (${revision})`;
    if (!has.includes(name)) return { name: `${shown} (không có)`, file, read: null };
    return commit === null
      ? inFile(host, file)
      : { name: shown, file, read: () => fileAt(host, commit, file, target, name).bytes };
  };
  /** What a newer file was called. */
  const before = (name: string): string => (olds.includes(name) ? name : (renames.get(slashed(name)) ?? name));
  const came = news.map((name): [string, string] => [before(name), name]);
  const went = olds.filter((name) => !came.some(([old]) => old === name)).map((name): [string, string] => [name, name]);
  const pairs = [...came, ...went]
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([old, name]): Pair => [version(old, olds, first, start), version(name, news, last, to?.name ?? "")]);
  return { pairs, isFolder };
}

const slashed = (name: string): string => name.split(path.sep).join("/");

/** The .plan files of two folders by their names below them. */
function folderPairs(host: Host, before: string, after: string): readonly Pair[] {
  const plansIn = (folder: string): readonly string[] => host.filesIn(folder).filter((name) => /\.plan$/i.test(name));
  const [olds, news] = [plansIn(before), plansIn(after)];
  if (olds.length + news.length === 0) throw new HostError("Hai thư mục không có tệp .plan nào để so sánh.");
  const version = (folder: string, name: string, has: readonly string[]): Version => {
    const file = path.join(folder, name);
    return has.includes(name) ? inFile(host, file) : { name: `${file} (không có)`, file, read: null };
  };
  return [...new Set([...olds, ...news])]
    .sort()
    .map((name): Pair => [version(before, name, olds), version(after, name, news)]);
}
