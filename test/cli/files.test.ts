/** Files as they are met: other codes, other names, links, folders in their place, disks that fail. */
import * as childProcess from "node:child_process";
import nodeFs, {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HostError, nodeHost } from "../../src/cli/host.ts";
import { root } from "../support/pipeline.ts";
import { inTemporaryFolder } from "../support/tools.ts";
import { goodPlan, plan } from "./support.ts";

const folderWith = <T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => T): T =>
  inTemporaryFolder((folder) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return use(folder);
  });

const failing = (code: string) => (): never => {
  throw Object.assign(new Error(`${code}: injected`), { code });
};

/** Runs `use` while one function of node:fs is replaced. */
async function withBroken<T>(
  name: "renameSync" | "fsyncSync" | "openSync",
  broken: (...args: never[]) => unknown,
  use: () => Promise<T> | T,
): Promise<T> {
  const own = nodeFs[name];
  Object.assign(nodeFs, { [name]: broken });
  syncBuiltinESMExports();
  try {
    return await use();
  } finally {
    Object.assign(nodeFs, { [name]: own });
    syncBuiltinESMExports();
  }
}

describe("a source", () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(goodPlan, "utf16le")]);
  const tcvn3 = Buffer.from(
    "kÕ ho¹ch: Tuyªn truyÒn chuyÓn ®æi sè n¨m 2026\nc¬ quan: UBND x· An B×nh\n\nTuyªn truyÒn s©u réng trong nh©n d©n.\n",
    "latin1",
  );
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

  it.each([
    ["UTF-16", utf16, "NG003"],
    ["TCVN3", tcvn3, "NG002"],
    ["a picture", png, "NG004"],
    ["a DOCX", Buffer.from("PK\u0003\u0004\u0014\u0000\u0000\u0000", "latin1"), "NG004"],
  ])("in %s is refused by name, and nothing is written", (_name, bytes, code) =>
    folderWith({ "a.plan": bytes }, async (folder) => {
      for (const command of ["check", "build", "dump"]) {
        const { status, out, error } = await plan([command, join(folder, "a.plan")]);
        expect(status, command).toBe(1);
        expect(out + error).toContain(`lỗi ${code}:`);
      }
      expect(readdirSync(folder)).toEqual(["a.plan"]);
    }),
  );

  it("with a byte-order mark and CRLF gives the same documents", () =>
    folderWith({ "a.plan": goodPlan, "b.plan": `\ufeff${goodPlan.replace(/\n/g, "\r\n")}` }, async (folder) => {
      const { status } = await plan(["build", join(folder, "a.plan"), join(folder, "b.plan")]);
      expect(status).toBe(0);
      for (const format of ["docx", "pdf"]) {
        expect(readFileSync(join(folder, `b.${format}`)).equals(readFileSync(join(folder, `a.${format}`)))).toBe(true);
      }
    }));

  it("is found under a name with blanks and diacritics, in either Unicode form", () => {
    const name = "Kế hoạch tuyên truyền (bản 2)";
    return folderWith({ [`${name.normalize("NFD")}.plan`]: goodPlan }, async (folder) => {
      const { status, error } = await plan(["build", join(folder, `${name}.plan`), "--to", "txt"]);
      expect(error).toContain(`${name}.txt`);
      expect(status).toBe(0);
      expect(existsSync(join(folder, `${name}.txt`))).toBe(true);
    });
  });

  it("may be a link; its outputs stand beside the link", () =>
    folderWith({ "that.plan": goodPlan }, async (folder) => {
      mkdirSync(join(folder, "xa"));
      symlinkSync(join(folder, "that.plan"), join(folder, "xa", "lien-ket.plan"));
      expect((await plan(["build", join(folder, "xa", "lien-ket.plan"), "--to", "txt"])).status).toBe(0);
      expect(readdirSync(join(folder, "xa"))).toEqual(["lien-ket.plan", "lien-ket.txt"]);
    }));

  it.each([
    ["too large", "EFBIG"],
    ["not readable", "EACCES"],
  ])("that is %s is told in a sentence", async (_name, code) => {
    const { status, error } = await plan(["check", "a.plan"], {
      read: () => {
        throw new HostError(`Không đọc được “a.plan”: ${code}.`);
      },
    });
    expect(status).toBe(2);
    expect(error).toBe(`lỗi: Không đọc được “a.plan”: ${code}.\n`);
  });

  it("that is a link to itself is told in a sentence", () =>
    inTemporaryFolder(async (folder) => {
      symlinkSync(join(folder, "a.plan"), join(folder, "a.plan"));
      const { status, error } = await plan(["check", join(folder, "a.plan")]);
      expect(status).toBe(2);
      expect(error).toMatch(/^lỗi: Không đọc được “.*a\.plan”: liên kết vòng\.\n$/);
    }));
});

describe("an output", () => {
  const build = (folder: string, ...rest: string[]) => plan(["build", join(folder, "a.plan"), ...rest]);

  it("replaces the target of a link and leaves the link", () =>
    folderWith({ "a.plan": goodPlan, "that.txt": "cũ" }, async (folder) => {
      symlinkSync(join(folder, "that.txt"), join(folder, "a.txt"));
      expect((await build(folder, "--to", "txt")).status).toBe(0);
      expect(lstatSync(join(folder, "a.txt")).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(folder, "that.txt"), "utf8")).toContain("Độc lập - Tự do - Hạnh phúc");
    }));

  it("never reaches the source through a link", () =>
    folderWith({ "a.plan": goodPlan }, async (folder) => {
      symlinkSync(join(folder, "a.plan"), join(folder, "a.txt"));
      const { status, error } = await build(folder, "--to", "txt");
      expect(status).toBe(2);
      expect(error).toContain("sẽ ghi đè tệp nguồn");
      expect(readFileSync(join(folder, "a.plan"), "utf8")).toBe(goodPlan);
    }));

  it("keeps the permissions of the file that it replaces, and not its other names", () =>
    folderWith({ "a.plan": goodPlan, "a.txt": "cũ" }, async (folder) => {
      nodeFs.chmodSync(join(folder, "a.txt"), 0o640);
      linkSync(join(folder, "a.txt"), join(folder, "ban-luu.txt"));
      expect((await build(folder, "--to", "txt")).status).toBe(0);
      expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o640);
      expect(readFileSync(join(folder, "ban-luu.txt"), "utf8")).toBe("cũ");
      expect(readdirSync(folder)).toEqual(["a.plan", "a.txt", "ban-luu.txt"]);
    }));

  it("is written with all the others or not at all: a folder stands in its place", () =>
    folderWith({ "a.plan": goodPlan, "a.docx": "cũ" }, async (folder) => {
      mkdirSync(join(folder, "a.pdf"));
      const { status, error } = await build(folder);
      expect(status).toBe(2);
      expect(error).toMatch(/^lỗi: Không ghi được “.*a\.pdf”: là thư mục, không phải tệp\.\n$/);
      expect(readFileSync(join(folder, "a.docx"), "utf8")).toBe("cũ");
      expect(readdirSync(folder)).toEqual(["a.docx", "a.pdf", "a.plan"]);
    }));

  it.each([
    ["fsyncSync", "ENOSPC", "hết chỗ trên đĩa"],
    ["openSync", "EACCES", "không có quyền truy cập"],
    ["openSync", "EROFS", "ổ đĩa chỉ cho đọc"],
  ] as const)("leaves nothing behind when %s fails with %s", (name, code, words) =>
    folderWith({ "a.docx": "cũ" }, async (folder) => {
      const host = nodeHost(join(root, "templates"));
      const bytes = new TextEncoder().encode("mới");
      const files = ["a.docx", "a.pdf"].map((file) => ({ path: join(folder, file), bytes }));
      const write = (): void => host.writeAll(files);
      await withBroken(name, failing(code), () => expect(write).toThrow(HostError));
      await withBroken(name, failing(code), () => expect(write).toThrow(words));
      expect(readFileSync(join(folder, "a.docx"), "utf8")).toBe("cũ");
      expect(readdirSync(folder)).toEqual(["a.docx"]);
    }),
  );

  it("is taken back when a later one cannot be put in its place", () =>
    folderWith({ "a.docx": "cũ" }, async (folder) => {
      const host = nodeHost(join(root, "templates"));
      const bytes = new TextEncoder().encode("mới");
      const files = ["a.docx", "b.docx", "c.docx"].map((file) => ({ path: join(folder, file), bytes }));
      const own = nodeFs.renameSync;
      const broken = (from: string, to: string): void => (to.endsWith("c.docx") ? failing("EBUSY")() : own(from, to));
      await withBroken("renameSync", broken as never, () =>
        expect(() => host.writeAll(files)).toThrow(/c\.docx”: tệp đang bị chương trình khác giữ/),
      );
      expect(readFileSync(join(folder, "a.docx"), "utf8")).toBe("cũ");
      expect(readdirSync(folder)).toEqual(["a.docx"]);
    }));

  it("that cannot be written is one sentence and status 2; the other sources are built", () =>
    folderWith({ "a.plan": goodPlan, "b.plan": goodPlan }, async (folder) => {
      const { writeAll } = nodeHost(join(root, "templates"));
      const { status, error } = await plan(["build", join(folder, "a.plan"), join(folder, "b.plan"), "--to", "txt"], {
        writeAll: (files) => {
          if (files[0]!.path.endsWith("a.txt")) throw new HostError("Không ghi được “a.txt”: hết chỗ trên đĩa.");
          writeAll(files);
        },
      });
      expect(status).toBe(2);
      expect(error).toContain("lỗi: Không ghi được “a.txt”: hết chỗ trên đĩa.\n");
      expect(error).toContain("2 tệp nguồn, 1 tệp đã ghi.\n");
      expect(readdirSync(folder)).toEqual(["a.plan", "b.plan", "b.txt"]);
    }));

  it("may have a name as long as names can be", () => {
    const name = "k".repeat(250);
    return folderWith({ [`${name}.plan`]: goodPlan }, async (folder) => {
      expect((await plan(["build", join(folder, `${name}.plan`), "--to", "txt"])).status).toBe(0);
      expect(readdirSync(folder)).toEqual([`${name}.plan`, `${name}.txt`]);
    });
  });
});

describe("standard output", () => {
  const bin = join(root, "bin/plan.js");

  it.skipIf(!existsSync("/dev/full"))("that is full is told in a sentence", () =>
    folderWith({ "a.plan": goodPlan }, (folder) => {
      const full = openSync("/dev/full", "w");
      const result = childProcess.spawnSync(process.execPath, [bin, "check", join(folder, "a.plan")], {
        stdio: ["ignore", full, "pipe"],
        encoding: "utf8",
      });
      expect(result.stderr).toBe("lỗi: Không ghi được “đầu ra chuẩn”: hết chỗ trên đĩa.\n");
      expect(result.status).toBe(2);
    }),
  );

  it("may go away before all is said", () => {
    const result = childProcess.spawnSync("sh", ["-c", `"${process.execPath}" "${bin}" explain | head -n 1`], {
      encoding: "utf8",
    });
    expect(result.stdout).toMatch(/^CP001 .*\n$/);
    expect(result.stderr).toBe("");
  });

  it("takes no DOCX or PDF where it is a terminal", () =>
    folderWith({ "a.plan": goodPlan }, async (folder) => {
      const { status, out, error } = await plan(["build", join(folder, "a.plan"), "--to", "pdf", "-o", "-"], {
        outIsTerminal: true,
      });
      expect([status, out]).toEqual([2, ""]);
      expect(error).toContain("Không in tệp DOCX hay PDF ra màn hình");
    }));

  it("is coloured only where it is a terminal", () =>
    folderWith({ "a.plan": "kế hoạch:\n" }, async (folder) => {
      const check = (changes: Parameters<typeof plan>[1]) => plan(["check", join(folder, "a.plan")], changes);
      expect((await check({ outIsTerminal: true })).out).toContain("\u001b[1;31mlỗi CP003\u001b[0m");
      expect((await check({ errorIsTerminal: true })).out).not.toContain("\u001b");
      expect((await check({ outIsTerminal: true, allowsColour: false })).out).not.toContain("\u001b");
    }));
});

describe("on a terminal", () => {
  it("several sources show how far the work is, and leave no trace of it", () =>
    folderWith({ "a.plan": goodPlan, "b.plan": goodPlan }, async (folder) => {
      const { error } = await plan(["build", join(folder, "a.plan"), join(folder, "b.plan"), "--to", "txt"], {
        errorIsTerminal: true,
        allowsColour: false,
      });
      expect(error).toContain("\r\u001b[K[1/2] ");
      const screen = error.replace(/[^\n]*\r\u001b\[K/g, "");
      expect(screen).toMatch(/^Đã ghi .*a\.txt\nĐã ghi .*b\.txt\n2 tệp nguồn, 2 tệp đã ghi\.\n$/);
    }));
});

it("a fault of the program itself is one sentence, without a stack", async () => {
  const { status, error } = await plan(["check", "a.plan"], {
    template: () => {
      throw new TypeError("x is not a function");
    },
  });
  expect(status).toBe(2);
  expect(error).toMatch(/^lỗi: chương trình gặp trục trặc \(TypeError: x is not a function\)\./);
  expect(error).not.toMatch(/\n\s+at /);
});
