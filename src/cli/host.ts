/**
 * The only file that touches the machine: files, standard streams, the terminal. Everything above it is pure, so tests
 * give the commands another host.
 *
 * A failure of the surroundings (missing file, full disk, no permission) is a HostError with a Vietnamese sentence; the
 * command line prints it and exits with status 2.
 */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** The surroundings failed; `message` is a Vietnamese sentence that names the path and what to do. */
export class HostError extends Error {
  override readonly name = "HostError";
}

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a run of git gave. */
export interface GitResult {
  readonly status: number;
  readonly out: Uint8Array;
  readonly error: string;
}

export interface Host {
  /** Bytes of a file the user named. Throws HostError. */
  read(file: string): Uint8Array;
  readStandardInput(): Promise<Uint8Array>;
  /**
   * The nearest file of that name in the folder of `file` (`-`: the current one) or above it, as a path to show; null when
   * there is none. The search ends with the folder that holds `.git` and with the home folder; outside of both it also ends
   * below folders that anybody may write to and below the root. Throws HostError when something else bears the name.
   */
  nearest(file: string, name: string): string | null;
  /** Bytes of a file in a folder or below it. Throws HostError for one that a link leads out of the folder, that is no
   * plain file, or that has more than `limit` bytes. */
  readWithin(folder: string, file: string, limit: number): Uint8Array;
  /** Writes all of the files or none: each goes to a temporary file beside its place and is renamed when every one of
   * them is complete; when one cannot be put in its place, those put before it are taken back. Throws HostError. */
  writeAll(files: readonly OutputFile[]): void;
  /** Deletes a file. Throws HostError. */
  remove(file: string): void;
  exists(file: string): boolean;
  isDirectory(file: string): boolean;
  makeDirectory(directory: string): void;
  /** Paths of the files below a folder, relative to it and sorted; hidden ones and links are left out. Throws HostError. */
  filesIn(directory: string): readonly string[];
  /** Names of the files that stand in a folder itself, sorted; hidden ones are left out. Throws HostError. */
  namesIn(directory: string): readonly string[];
  /** Today's date where the machine stands (ISO). Only what is said to the user may depend on it, never an output. */
  today(): string;
  /** A file that ships with the program, by its path under `templates/`. */
  template(name: string): Uint8Array;
  templateNames(directory: string): readonly string[];
  /** A text that the bundler prepared, by its name beside the bundle; null when there is none. */
  prepared(name: string): string | null;
  /** What tells files apart: equal for two paths that name one file, through links and in either Unicode form. */
  identity(file: string): string;
  /** Runs git in a folder; arguments go to it as they are, no shell reads them. A status other than 0 is an answer; throws
   * HostError when git is not there. */
  git(folder: string, args: readonly string[]): GitResult;
  out(text: string | Uint8Array): void;
  error(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  /** False when the environment asks for plain output. */
  readonly allowsColour: boolean;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "không tìm thấy",
  EACCES: "không có quyền truy cập",
  EPERM: "không được phép",
  EISDIR: "là thư mục, không phải tệp",
  ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
  ENOSPC: "hết chỗ trên đĩa",
  EROFS: "ổ đĩa chỉ cho đọc",
  EBUSY: "tệp đang bị chương trình khác giữ; hãy đóng tệp đó rồi chạy lại",
  EMFILE: "quá nhiều tệp đang mở",
  ENAMETOOLONG: "tên quá dài",
  ELOOP: "liên kết vòng",
  EEXIST: "đã có tệp cùng tên",
  EDQUOT: "hết hạn mức trên đĩa",
  EIO: "lỗi đọc ghi của thiết bị",
  EPIPE: "đầu ra đã đóng",
};

const failure = (what: string, file: string, cause: unknown): HostError => {
  const code = (cause as NodeJS.ErrnoException)?.code ?? "";
  if (code === "ENOENT" && what === "ghi được") {
    return new HostError(`Không ghi được “${file}”: chưa có thư mục “${path.dirname(file)}”.`);
  }
  return new HostError(`Không ${what} “${file}”: ${reasons[code] ?? `lỗi hệ thống ${code || "không rõ"}`}.`);
};

/** Finds a path that exists although its name is stored in the other Unicode form (macOS stores NFD). */
function existing(file: string): string {
  if (fs.existsSync(file)) return file;
  for (const form of ["NFC", "NFD"] as const) if (fs.existsSync(file.normalize(form))) return file.normalize(form);
  return file;
}

/** Largest file that is read, in bytes: far above any plan, far below what would exhaust memory. */
const maximumSize = 200 * 1024 * 1024;

/** Writes all of it, whatever the pipe takes at a time. A reader that went away (`| head`) ends the program quietly. */
function writeStream(descriptor: 1 | 2, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += fs.writeSync(descriptor, bytes, at);
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code;
      if (code === "EAGAIN") continue;
      if (code === "EPIPE") process.exit(0);
      throw failure("ghi được", descriptor === 1 ? "đầu ra chuẩn" : "đầu ra lỗi", cause);
    }
  }
}

const folderOf = (file: string): string =>
  file === "-" ? fs.realpathSync(".") : realFolder(path.dirname(path.resolve(file)));

function realFolder(folder: string): string {
  const found = existing(folder);
  return fs.existsSync(found) ? fs.realpathSync(found) : found;
}

/** Who else may put a file into the folder: on Windows the mode does not say. */
const isOpenToAll = (folder: string): boolean =>
  process.platform !== "win32" && ((fs.statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & 0o002) !== 0;

/** The home folder; "" for a user who has none. */
function homeFolder(): string {
  try {
    return realFolder(os.homedir());
  } catch {
    return "";
  }
}

function nearest(file: string, name: string): string | null {
  let folder = folderOf(file);
  const home = homeFolder();
  for (;;) {
    const found = path.join(folder, name);
    if (fs.lstatSync(found, { throwIfNoEntry: false }) !== undefined) return shownPath(found);
    const above = path.dirname(folder);
    const isLast = folder === home || fs.existsSync(path.join(folder, ".git"));
    if (isLast || above === folder || path.dirname(above) === above || isOpenToAll(above)) return null;
    folder = above;
  }
}

/** As short as the current folder allows. */
function shownPath(file: string): string {
  const relative = path.relative(fs.realpathSync("."), file);
  return relative.startsWith(path.join("..", "..", "..")) ? file : relative;
}

function readWithin(folder: string, file: string, limit: number): Uint8Array {
  const shown = path.join(folder, file);
  try {
    const real = fs.realpathSync(existing(shown));
    const inside = path.relative(fs.realpathSync(folder === "" ? "." : folder), real);
    if (inside === ".." || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside))
      throw new HostError(`“${shown}” là liên kết ra ngoài thư mục của nó nên không được đọc.`);
    const found = fs.statSync(real);
    if (!found.isFile()) throw new HostError(`“${shown}” không phải tệp thường nên không được đọc.`);
    if (found.size > limit) throw new HostError(`Tệp “${shown}” quá lớn (${found.size} byte; giới hạn ${limit} byte).`);
    return fs.readFileSync(real);
  } catch (cause) {
    throw cause instanceof HostError ? cause : failure("đọc được", shown, cause);
  }
}

/** One file on its way to its place: written beside it, then put there, with what stood there kept until all are done. */
interface Placed {
  readonly file: OutputFile;
  readonly target: string;
  readonly temporary: string;
  readonly kept: string;
  state: "new" | "put";
}

function writeAll(files: readonly OutputFile[]): void {
  const placed: Placed[] = [];
  let current = "";
  try {
    for (const [index, file] of files.entries()) {
      current = file.path;
      // A link is followed, so that its target changes and the link stays.
      const target = fs.existsSync(file.path) ? fs.realpathSync(file.path) : file.path;
      const standing = fs.statSync(target, { throwIfNoEntry: false });
      if (standing?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
      if (standing) fs.accessSync(target, fs.constants.W_OK);
      // Short, for the target's own name may be as long as names can be.
      const beside = (ending: string): string =>
        path.join(path.dirname(target), `.plan-${process.pid}-${index}.${ending}`);
      placed.push({ file, target, temporary: beside("tmp"), kept: beside("old"), state: "new" });
      const handle = fs.openSync(placed.at(-1)!.temporary, "w");
      try {
        if (standing) fs.fchmodSync(handle, standing.mode & 0o777);
        fs.writeFileSync(handle, file.bytes);
        fs.fsyncSync(handle);
      } finally {
        fs.closeSync(handle);
      }
      if (standing) keep(target, placed.at(-1)!.kept);
    }
    for (const one of placed) {
      current = one.file.path;
      fs.renameSync(one.temporary, one.target);
      one.state = "put";
    }
  } catch (cause) {
    for (const { state, target, kept } of placed) if (state === "put") putBack(target, kept);
    throw failure("ghi được", current, cause);
  } finally {
    for (const { temporary, kept } of placed) for (const rest of [temporary, kept]) fs.rmSync(rest, { force: true });
  }
}

/** Another name for a file's content as it is now; a copy where the disk knows no links. */
function keep(target: string, kept: string): void {
  fs.rmSync(kept, { force: true });
  try {
    fs.linkSync(target, kept);
  } catch {
    fs.copyFileSync(target, kept);
  }
}

function putBack(target: string, kept: string): void {
  if (fs.existsSync(kept)) fs.renameSync(kept, target);
  else fs.rmSync(target, { force: true });
}

function git(folder: string, args: readonly string[]): GitResult {
  const result = spawnSync("git", ["-C", existing(folder), ...args], {
    maxBuffer: 2 * maximumSize,
    // Questions of git (a password, a message) would wait for ever.
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.error !== undefined) {
    const { code } = result.error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new HostError("Không chạy được git: máy chưa cài git hoặc git không nằm trong PATH.");
    throw new HostError(`Không chạy được git: ${reasons[code ?? ""] ?? `lỗi hệ thống ${code ?? "không rõ"}`}.`);
  }
  return { status: result.status ?? 128, out: result.stdout, error: result.stderr.toString("utf8") };
}

/** The host of a real run. `preparedRoot` is where the bundler put what it prepared; without it data files are read. */
export function nodeHost(templateRoot: string, preparedRoot?: string): Host {
  return {
    read(file) {
      const real = existing(file);
      try {
        const size = fs.statSync(real).size;
        if (size > maximumSize) throw new HostError(`Tệp “${file}” quá lớn (${Math.round(size / 1048576)} MB).`);
        return fs.readFileSync(real);
      } catch (cause) {
        throw cause instanceof HostError ? cause : failure("đọc được", file, cause);
      }
    },
    async readStandardInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    nearest,
    readWithin,
    writeAll,
    remove(file) {
      try {
        fs.rmSync(file);
      } catch (cause) {
        throw failure("xóa được", file, cause);
      }
    },
    exists: (file) => fs.existsSync(existing(file)),
    isDirectory(file) {
      try {
        return fs.statSync(existing(file), { throwIfNoEntry: false })?.isDirectory() ?? false;
      } catch {
        // A loop of links, a folder that may not be entered: whoever reads it says so.
        return false;
      }
    },
    makeDirectory(directory) {
      try {
        fs.mkdirSync(directory, { recursive: true });
      } catch (cause) {
        throw failure("tạo được thư mục", directory, cause);
      }
    },
    filesIn(directory) {
      const found: string[] = [];
      const visit = (folder: string, relative: string): void => {
        for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
          if (entry.name.startsWith(".")) continue;
          const own = path.join(relative, entry.name);
          if (entry.isDirectory()) visit(path.join(folder, entry.name), own);
          else if (entry.isFile()) found.push(own);
        }
      };
      try {
        visit(existing(directory), "");
      } catch (cause) {
        throw failure("đọc được thư mục", directory, cause);
      }
      return found.sort();
    },
    namesIn(directory) {
      try {
        return fs
          .readdirSync(existing(directory), { withFileTypes: true })
          .filter((entry) => !entry.name.startsWith(".") && !entry.isDirectory())
          .map((entry) => entry.name)
          .sort();
      } catch (cause) {
        throw failure("đọc được thư mục", directory, cause);
      }
    },
    today() {
      const now = new Date();
      const two = (value: number): string => String(value).padStart(2, "0");
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
    template(name) {
      const file = path.join(templateRoot, name);
      try {
        return fs.readFileSync(file);
      } catch (cause) {
        throw failure("đọc được", file, cause);
      }
    },
    templateNames: (directory) => fs.readdirSync(path.join(templateRoot, directory)).sort(),
    prepared(name) {
      const file = preparedRoot === undefined ? "" : path.join(preparedRoot, name);
      return file !== "" && fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null;
    },
    identity(file) {
      const found = existing(file);
      const real = (name: string): string => (fs.existsSync(name) ? fs.realpathSync(name) : path.resolve(name));
      const whole = fs.existsSync(found) ? real(found) : path.join(real(path.dirname(found)), path.basename(found));
      return whole.normalize("NFC");
    },
    git,
    out: (text) => writeStream(1, text),
    error: (text) => writeStream(2, text),
    outIsTerminal: process.stdout.isTTY === true,
    errorIsTerminal: process.stderr.isTTY === true,
    allowsColour: process.env.NO_COLOR === undefined && process.env.TERM !== "dumb",
  };
}
