/** plan.yaml where it is met: found upward and no further, read once, refused when broken; the same for all commands. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Host } from "../../src/cli/host.ts";
import { nodeHost } from "../../src/cli/host.ts";
import { root } from "../support/pipeline.ts";
import { inTemporaryFolder } from "../support/tools.ts";
import { goodPlan, plan } from "./support.ts";

const withUnit = goodPlan.replace("Phát thanh mỗi tuần", "Theo [[45/KH-UBND]], phát thanh mỗi tuần");
const own = `cơ quan: UBND xã An Bình
văn bản:
  - {loại: Kế hoạch, số: 45/KH-UBND, ngày: 05/01/2026, cơ quan ban hành: UBND xã An Bình, trích yếu: chuyển đổi số}
`;

const folderWith = <T>(files: Readonly<Record<string, string | null>>, use: (folder: string) => T): T =>
  inTemporaryFolder((folder) => {
    for (const [name, content] of Object.entries(files)) {
      const file = join(folder, name);
      mkdirSync(content === null ? file : dirname(file), { recursive: true });
      if (content !== null) writeFileSync(file, content);
    }
    return use(folder);
  });

describe("a plan.yaml", () => {
  it("beside the plan or above it makes its documents known", () =>
    folderWith({ "a/b/k.plan": withUnit, "c/k.plan": withUnit, "a/plan.yaml": own }, async (folder) => {
      expect((await plan(["check", join(folder, "a/b/k.plan")])).status).toBe(0);
      const without = await plan(["check", join(folder, "c/k.plan")]);
      expect(without.status).toBe(1);
      expect(without.out).toContain("lỗi KH032:");
    }));

  it("above the folder of a repository is not read", () =>
    folderWith({ "a/b/k.plan": withUnit, "a/.git": null, "plan.yaml": own }, async (folder) => {
      expect((await plan(["check", join(folder, "a/b/k.plan")])).out).toContain("KH032");
      writeFileSync(join(folder, "a/plan.yaml"), own);
      expect((await plan(["check", join(folder, "a/b/k.plan")])).status).toBe(0);
    }));

  it("above the home folder is not read", () =>
    folderWith({ "home/b/k.plan": withUnit, "plan.yaml": own }, async (folder) => {
      const kept = process.env.HOME;
      process.env.HOME = join(folder, "home");
      try {
        expect((await plan(["check", join(folder, "home/b/k.plan")])).out).toContain("KH032");
        writeFileSync(join(folder, "home/plan.yaml"), own);
        expect((await plan(["check", join(folder, "home/b/k.plan")])).status).toBe(0);
      } finally {
        process.env.HOME = kept;
      }
    }));

  it.skipIf(process.platform === "win32")("in a folder that anybody may write to is not read from below", () =>
    folderWith({ "a/b/k.plan": withUnit, "a/plan.yaml": own }, async (folder) => {
      execFileSync("chmod", ["a+w", join(folder, "a")]);
      expect((await plan(["check", join(folder, "a/b/k.plan")])).out).toContain("KH032");
    }),
  );

  it("is the nearest one, alone", () =>
    folderWith({ "a/b/k.plan": withUnit, "plan.yaml": own, "a/plan.yaml": "# trống\n" }, async (folder) => {
      expect((await plan(["check", join(folder, "a/b/k.plan")])).out).toContain("KH032");
    }));

  it("takes part in build, dump and import alike", () =>
    folderWith({ "k.plan": withUnit, "plan.yaml": own, "cu.txt": goodPlan }, async (folder) => {
      const built = await plan(["build", join(folder, "k.plan"), "--to", "txt"]);
      expect(built.status, built.error).toBe(0);
      expect(readFileSync(join(folder, "k.txt"), "utf8")).toContain("số 45/KH-UBND ngày 05/01/2026");
      expect((await plan(["dump", join(folder, "k.plan")])).out).toContain("45/KH-UBND ngày 05/01/2026");
      writeFileSync(join(folder, "plan.yaml"), "đơn vj: []\n");
      for (const command of ["check", "build", "dump", "import"]) {
        const file = command === "import" ? "cu.txt" : "k.plan";
        const { status, error } = await plan([command, join(folder, file)]);
        expect(status, command).toBe(2);
        expect(error, command).toContain("lỗi DM101:");
        expect(error, command).toContain("chưa chạy được vì");
      }
    }));

  it("is read once for the files of its folder, and told once", () =>
    folderWith({ "a/k.plan": goodPlan, "b/k.plan": goodPlan, "plan.yaml": "đơn vj: []\n" }, async (folder) => {
      const real = nodeHost(join(root, "templates"));
      let reads = 0;
      const readWithin: Host["readWithin"] = (...args) => {
        reads += 1;
        return real.readWithin(...args);
      };
      const { error } = await plan(["check", join(folder, "a/k.plan"), join(folder, "b/k.plan")], { readWithin });
      expect(reads).toBe(1);
      expect(error.match(/DM101/g)).toHaveLength(1);
      expect(error.match(/chưa chạy được vì/g)).toHaveLength(2);
    }));

  it("that is wrong throughout is told by its first lines", () =>
    folderWith({ "k.plan": goodPlan }, async (folder) => {
      writeFileSync(join(folder, "plan.yaml"), Array.from({ length: 300 }, (_, i) => `x${i}: 1\n`).join(""));
      const { error } = await plan(["check", join(folder, "k.plan")]);
      expect(error.match(/lỗi DM101/g)).toHaveLength(100);
      expect(error).toContain("còn 200 phát hiện nữa.");
    }));

  it("weighs findings: off, raised, and no further than its folder", () =>
    folderWith({ "a/k.plan": "", "b/k.plan": "", "a/plan.yaml": "mức độ: {VB503: tắt}\n" }, async (folder) => {
      const unclosed = goodPlan.replace("./.", ".");
      for (const name of ["a", "b"]) writeFileSync(join(folder, name, "k.plan"), unclosed);
      expect((await plan(["check", join(folder, "a/k.plan")])).status).toBe(0);
      const other = await plan(["check", join(folder, "a/k.plan"), join(folder, "b/k.plan")]);
      expect(other.out).toContain("cảnh báo VB503:");
      writeFileSync(join(folder, "a/plan.yaml"), "mức độ: {VB503: lỗi}\n");
      expect((await plan(["check", join(folder, "a/k.plan"), "--fail-on", "error"])).out).toContain("lỗi VB503:");
      // A finding of a rule never blocks what is written.
      const built = await plan(["build", join(folder, "a/k.plan"), "--to", "txt"]);
      expect(built.status).toBe(1);
      expect(built.error).toContain("Đã ghi");
    }));
});

describe("files that a plan.yaml names", () => {
  const naming = (name: string): string => `danh mục:\n  - ${name}\n`;

  it("are read from below its folder, in its own form and in the program's", () =>
    folderWith(
      {
        "k.plan": withUnit.replace("phát thanh", "theo [[46/KH-UBND]], phát thanh"),
        "plan.yaml": "danh mục:\n  - dm/vb.yaml\n  - dm/vb2.yaml\n",
        "dm/vb.yaml": own.replace(/^cơ quan.*\n/, ""),
        "dm/vb2.yaml":
          "documents:\n  - {type: Kế hoạch, number: 46/KH-UBND, issuer: UBND xã An Bình, title: chuyển đổi số, amendedBy: [30/2020/NĐ-CP], confidence: A, source: văn bản gốc}\n",
      },
      async (folder) => {
        const { status, out, error } = await plan(["check", join(folder, "k.plan")]);
        expect(status, out + error).toBe(0);
        const verified = await plan(["registry", "verify", join(folder, "plan.yaml")]);
        expect(verified.status, verified.out).toBe(0);
      },
    ));

  it("with mistakes are told at their own place", () =>
    folderWith(
      { "k.plan": goodPlan, "plan.yaml": naming("dm/vb.yaml"), "dm/vb.yaml": "văn bẳm: []\n" },
      async (folder) => {
        const { status, error } = await plan(["check", join(folder, "k.plan")]);
        expect(status).toBe(2);
        expect(error).toMatch(/vb\.yaml:1:1: lỗi DM101:/);
      },
    ));

  it.each([
    ["are not there", "dm/khac.yaml", "không tìm thấy"],
    ["are folders", "dm", "không phải tệp thường"],
    ["lie behind a link out of the folder", "dm/ra-ngoai.yaml", "là liên kết ra ngoài"],
    ["lie behind a linked folder", "dm/ngoai/passwd.yaml", "là liên kết ra ngoài"],
    ["are too large", "dm/lon.yaml", "quá lớn"],
    ["are no text", "dm/anh.yaml", "DM111"],
    ["climb out", "../ngoai/passwd.yaml", "DM110"],
  ])("that %s are refused by name", (_what, name, words) =>
    folderWith({ "w/k.plan": goodPlan, "w/dm/x.yaml": "", "ngoai/passwd.yaml": "root: x\n" }, async (folder) => {
      const at = (file: string): string => join(folder, "w/dm", file);
      symlinkSync(join(folder, "ngoai/passwd.yaml"), at("ra-ngoai.yaml"));
      symlinkSync(join(folder, "ngoai"), at("ngoai"));
      writeFileSync(at("lon.yaml"), "# \n".repeat(1_000_000));
      writeFileSync(at("anh.yaml"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
      writeFileSync(join(folder, "w/plan.yaml"), naming(name));
      const { status, error } = await plan(["check", join(folder, "w/k.plan")]);
      expect(status).toBe(2);
      expect(error).toContain(words);
      expect(error).toMatch(/plan\.yaml:2:5: lỗi DM11[01]:/);
      expect(error).not.toContain("root");
    }),
  );

  it("are no more than an office may need", () =>
    folderWith({ "k.plan": goodPlan, "x.yaml": "" }, async (folder) => {
      writeFileSync(join(folder, "plan.yaml"), `danh mục: [${Array(60).fill("x.yaml").join(", ")}]\n`);
      expect((await plan(["check", join(folder, "k.plan")])).error).toContain("quá 50 tệp danh mục");
    }));
});

describe("a plan.yaml that cannot be read", () => {
  const refused = (make: (folder: string) => void, words: string) =>
    folderWith({ "w/k.plan": goodPlan, "mat.yaml": "mật: khẩu\n" }, async (folder) => {
      make(folder);
      const { status, error } = await plan(["check", join(folder, "w/k.plan")]);
      expect(status).toBe(2);
      expect(error).toContain(words);
      expect(error).not.toContain("khẩu");
      expect(error.trim().split("\n")).toHaveLength(1);
    });

  it("is told in a sentence", async () => {
    await refused((folder) => symlinkSync(join(folder, "mat.yaml"), join(folder, "w/plan.yaml")), "liên kết ra ngoài");
    await refused((folder) => symlinkSync("khong-co", join(folder, "w/plan.yaml")), "không tìm thấy");
    await refused((folder) => symlinkSync("plan.yaml", join(folder, "w/plan.yaml")), "liên kết vòng");
    await refused((folder) => mkdirSync(join(folder, "w/plan.yaml")), "không phải tệp thường");
    await refused((folder) => writeFileSync(join(folder, "w/plan.yaml"), "# \n".repeat(1_000_000)), "quá lớn");
  });

  it.skipIf(process.platform === "win32")("because it is a pipe does not hang the run", () =>
    refused((folder) => execFileSync("mkfifo", [join(folder, "w/plan.yaml")]), "không phải tệp thường"),
  );

  it("in another code is refused by name", () =>
    folderWith({ "k.plan": goodPlan }, async (folder) => {
      writeFileSync(join(folder, "plan.yaml"), Buffer.from([0xff, 0xfe, ...Buffer.from("cơ quan: a\n", "utf16le")]));
      const { status, error } = await plan(["check", join(folder, "k.plan")]);
      expect(status).toBe(2);
      expect(error).toContain("plan.yaml:1:1: lỗi NG003:");
    }));
});

describe("plan registry harvest", () => {
  it("writes a draft that verify takes, and never over a file", () =>
    folderWith(
      {
        "kh/a.plan": withUnit.replace("[[45/KH-UBND]]", "Quyết định số 88/QĐ-UBND ngày 05/01/2026 của UBND xã An Bình"),
        "kh/a.txt": "văn bản xuất ra",
        "kh/b/b.plan": goodPlan.replace("số: …/KH-UBND\nngày: …/3", "số: 17/KH-UBND\nngày: 12/3"),
        "kh/c.md": goodPlan.replace(
          "Phát thanh",
          "Theo Quyết định số 88/QĐ-UBND ngày 06/01/2026 của UBND xã An Bình, phát thanh",
        ),
      },
      async (folder) => {
        const draft = join(folder, "nhap.yaml");
        const run = await plan(["registry", "harvest", join(folder, "kh"), "-o", draft]);
        expect(run.status, run.error).toBe(0);
        expect(run.error).toContain("3 tệp, 0 đơn vị, 2 văn bản, 0 viết tắt; 1 chỗ cần xem.");
        const text = readFileSync(draft, "utf8");
        expect(text).toContain("số: 88/QĐ-UBND");
        expect(text).toMatch(
          /# CẦN XEM: ngày: 05\/01\/2026 \(.*a\.plan:10\); 06\/01\/2026 \(.*c\.md, Mục I, khoản 1\)/,
        );
        expect(text).toContain("số: 17/KH-UBND");
        const verified = await plan(["registry", "verify", draft]);
        expect(verified.status).toBe(0);
        expect(verified.out).toContain("0 đơn vị, 2 văn bản, 0 viết tắt, 2 mục chưa xác nhận; 2 lưu ý.");
        expect((await plan(["registry", "harvest", join(folder, "kh"), "-o", draft])).status).toBe(2);
      },
    ));

  it("goes on where one file cannot be read", () =>
    folderWith({ "a.plan": goodPlan }, async (folder) => {
      const { status, error } = await plan(["registry", "harvest", join(folder, "khong.plan"), join(folder, "a.plan")]);
      expect(status).toBe(2);
      expect(error).toContain("không tìm thấy");
      expect(error).toContain("1 tệp: không có gì mới so với danh mục.");
      expect((await plan(["registry", "harvest", folder.concat("/khong")])).status).toBe(2);
    }));
});
