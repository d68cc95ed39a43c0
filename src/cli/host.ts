/**
 * The only file that touches the machine: files, standard streams, the terminal. Everything above it is pure, so tests
 * give the commands another host.
 *
 * A failure of the surroundings (missing file, full disk, no permission) is a HostError with a Vietnamese sentence; the
 * command line prints it and exits with status 2.
 */
import * as fs from "node:fs";
import * as path from "node:path";

/** The surroundings failed; `message` is a Vietnamese sentence that names the path and what to do. */
export class HostError extends Error {
  override readonly name = "HostError";
}

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Host {
  /** Bytes of a file the user named. Throws HostError. */
  read(file: string): Uint8Array;
  readStandardInput(): Promise<Uint8Array>;
  /** Writes all of the files or none: each goes to a temporary file beside its place and is renamed when every one of
   * them is complete. Throws HostError and leaves no partial file. */
  writeAll(files: readonly OutputFile[]): void;
  exists(file: string): boolean;
  isDirectory(file: string): boolean;
  makeDirectory(directory: string): void;
  /** A file that ships with the program, by its path under `templates/`. */
  template(name: string): Uint8Array;
  templateNames(directory: string): readonly string[];
  /** Whether two paths name one file (through links, in either Unicode form). */
  samePath(a: string, b: string): boolean;
  out(text: string | Uint8Array): void;
  error(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  readonly wantsColour: boolean;
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
  return new HostError(`Không ${what} được “${file}”: ${reasons[code] ?? `lỗi hệ thống ${code || "không rõ"}`}.`);
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
      throw failure("ghi", descriptor === 1 ? "đầu ra chuẩn" : "đầu ra lỗi", cause);
    }
  }
}

export function nodeHost(templateRoot: string): Host {
  return {
    read(file) {
      const real = existing(file);
      try {
        const size = fs.statSync(real).size;
        if (size > maximumSize) throw new HostError(`Tệp “${file}” quá lớn (${Math.round(size / 1048576)} MB).`);
        return fs.readFileSync(real);
      } catch (cause) {
        throw cause instanceof HostError ? cause : failure("đọc", file, cause);
      }
    },
    async readStandardInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    writeAll(files) {
      const done: { temporary: string; target: string }[] = [];
      const named = new Map<string, OutputFile>();
      let current = "";
      try {
        for (const file of files) {
          // A link is followed, so that its target changes and the link stays.
          const target = fs.existsSync(file.path) ? fs.realpathSync(file.path) : file.path;
          current = file.path;
          if (fs.existsSync(target)) fs.accessSync(target, fs.constants.W_OK);
          const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
          done.push({ temporary, target });
          named.set(target, file);
          const handle = fs.openSync(temporary, "w");
          try {
            fs.writeFileSync(handle, file.bytes);
            fs.fsyncSync(handle);
          } finally {
            fs.closeSync(handle);
          }
        }
        for (const { temporary, target } of done) {
          current = named.get(target)?.path ?? target;
          fs.renameSync(temporary, target);
        }
      } catch (cause) {
        for (const { temporary } of done) fs.rmSync(temporary, { force: true });
        throw failure("ghi", current, cause);
      }
    },
    exists: (file) => fs.existsSync(existing(file)),
    isDirectory: (file) => fs.statSync(existing(file), { throwIfNoEntry: false })?.isDirectory() ?? false,
    makeDirectory(directory) {
      try {
        fs.mkdirSync(directory, { recursive: true });
      } catch (cause) {
        throw failure("tạo thư mục", directory, cause);
      }
    },
    template(name) {
      const file = path.join(templateRoot, name);
      try {
        return fs.readFileSync(file);
      } catch (cause) {
        throw failure("đọc", file, cause);
      }
    },
    templateNames: (directory) => fs.readdirSync(path.join(templateRoot, directory)).sort(),
    samePath(a, b) {
      const real = (file: string): string => {
        const found = existing(file);
        return (fs.existsSync(found) ? fs.realpathSync(found) : path.resolve(found)).normalize("NFC");
      };
      return real(a) === real(b);
    },
    out: (text) => writeStream(1, text),
    error: (text) => writeStream(2, text),
    outIsTerminal: process.stdout.isTTY === true,
    errorIsTerminal: process.stderr.isTTY === true,
    wantsColour: process.stderr.isTTY === true && process.env.NO_COLOR === undefined && process.env.TERM !== "dumb",
  };
}
