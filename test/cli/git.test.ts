/** Plans in a real git repository: setup, differences, hunk headers, difftool, merges by two people, renaming. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/pipeline.ts";
import { inTemporaryFolder } from "../support/tools.ts";
import { plan as runPlan } from "./support.ts";

const hasGit = spawnSync("git", ["--version"], { stdio: "ignore" }).error === undefined;
if (!hasGit && process.env.PLAN_REQUIRE_TOOLS) throw new Error("git is required here and was not found");
if (!hasGit) console.warn("skipped: git is not installed");

const plan = `kế hoạch: Tuyên truyền chuyển đổi số năm 2026
cơ quan: UBND xã An Bình
số: …/KH-UBND
địa danh: An Bình
ngày: …/01/2026

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

1. Nâng cao nhận thức.
2. Hình thành thói quen.

II. NHIỆM VỤ

cột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN

nhiệm vụ: Niêm yết thủ tục
  chủ trì: Văn phòng
  thời gian: Quý I/2026

nhiệm vụ: Mở lớp tập huấn cho cán bộ
  chủ trì: Trung tâm Phục vụ hành chính công
  thời gian: Quý II/2026

Trên đây là Kế hoạch của Ủy ban nhân dân xã./.

nơi nhận:
- Các thôn;
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`;

interface Repository {
  readonly folder: string;
  /** Standard output and error of git, which must end well. */
  readonly git: (...args: string[]) => string;
  readonly tryGit: (...args: string[]) => SpawnSyncReturns<string>;
  /** The program in the repository's folder. */
  readonly plan: (...args: string[]) => Promise<{ status: number; stdout: string; stderr: string }>;
  readonly write: (text: string, name?: string) => void;
  readonly read: (name?: string) => string;
}

/** An empty repository with a person in it, and `plan` in the path. */
function inRepository(use: (repository: Repository) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (base) => {
    const folder = join(base, "kho");
    mkdirSync(folder);
    mkdirSync(join(base, "bin"));
    writeFileSync(
      join(base, "bin/plan"),
      `#!/bin/sh\nexec "${process.execPath}" "${join(root, "bin/plan.js")}" "$@"\n`,
    );
    chmodSync(join(base, "bin/plan"), 0o755);
    const env = {
      PATH: join(base, "bin") + delimiter + process.env.PATH,
      HOME: base,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_PAGER: "cat",
      LC_ALL: "C.UTF-8",
    };
    const start = (command: string, args: readonly string[]): SpawnSyncReturns<string> =>
      spawnSync(command, args, { cwd: folder, encoding: "utf8", env });
    const git = (...args: string[]): string => {
      const result = start("git", args);
      expect(result.status, `git ${args.join(" ")}\n${result.stdout}${result.stderr}`).toBe(0);
      return result.stdout + result.stderr;
    };
    git("init", "-q", "-b", "chinh");
    git("config", "user.name", "Nguyễn Văn A");
    git("config", "user.email", "a@example.vn");
    await use({
      folder,
      git,
      tryGit: (...args) => start("git", args),
      // In this process, which spares its start; git calls the real one.
      plan: async (...args) => {
        const before = process.cwd();
        process.chdir(folder);
        try {
          const { status, out, error } = await runPlan(args);
          return { status, stdout: out, stderr: error };
        } finally {
          process.chdir(before);
        }
      },
      write: (text, name = "ke-hoach.plan") => writeFileSync(join(folder, name), text),
      read: (name = "ke-hoach.plan") => readFileSync(join(folder, name), "utf8"),
    });
  });
}

/** A repository that was set up and holds the plan. */
const withPlan = (use: (repository: Repository) => Promise<void>): Promise<void> =>
  inRepository(async (repository) => {
    repository.write(plan);
    expect((await repository.plan("git", "setup")).status).toBe(0);
    repository.git("add", "-A");
    repository.git("commit", "-qm", "Bản đầu");
    await use(repository);
  });

/** Commits `theirs` on a branch and `ours` on the first one, then merges. */
function merged(repository: Repository, ours: string, theirs: string): SpawnSyncReturns<string> {
  repository.git("switch", "-qc", "ho");
  repository.write(theirs);
  repository.git("commit", "-qam", "Của họ");
  repository.git("switch", "-q", "chinh");
  repository.write(ours);
  repository.git("commit", "-qam", "Của ta");
  return repository.tryGit("merge", "--no-edit", "ho");
}

describe.skipIf(!hasGit)("plan git setup", () => {
  it("says what it writes, writes it once, keeps other lines, and remove takes it away", async () => {
    await inRepository(async ({ folder, git, plan: run }) => {
      writeFileSync(join(folder, ".gitattributes"), "*.png binary\n");
      const before = readFileSync(join(folder, ".git/config"), "utf8");
      const dry = await run("git", "setup", "--dry-run");
      expect(dry.stdout).toContain("*.plan text diff=plan merge=plan");
      expect(dry.stdout).toContain("merge.plan.driver = plan git merge %O %A %B %L %P");
      expect(readFileSync(join(folder, ".gitattributes"), "utf8")).toBe("*.png binary\n");
      expect(readFileSync(join(folder, ".git/config"), "utf8")).toBe(before);

      expect((await run("git", "setup")).status).toBe(0);
      const attributes = readFileSync(join(folder, ".gitattributes"), "utf8");
      expect(attributes).toMatch(/^\*\.png binary\n# [^\n]+\n\*\.plan text diff=plan merge=plan\n/);
      for (const is of ["diff: plan", "merge: plan", "text: set"]) {
        expect(git("check-attr", "diff", "merge", "text", "--", "a.plan")).toContain(`a.plan: ${is}\n`);
      }
      expect(git("check-attr", "binary", "linguist-generated", "--", "a.docx")).toContain("linguist-generated: set");
      const config = readFileSync(join(folder, ".git/config"), "utf8");
      expect((await run("git", "setup")).stdout).toBe("Kho này đã được cài đặt, không phải ghi gì.\n");
      expect(readFileSync(join(folder, ".gitattributes"), "utf8")).toBe(attributes);
      expect(readFileSync(join(folder, ".git/config"), "utf8")).toBe(config);

      expect((await run("git", "remove")).status).toBe(0);
      expect(readFileSync(join(folder, ".gitattributes"), "utf8")).toBe("*.png binary\n");
      expect(readFileSync(join(folder, ".git/config"), "utf8")).toBe(before);
      expect((await run("git", "remove")).stdout).toContain("không có gì để gỡ");
      await run("git", "setup");
      await run("git", "remove");
    });
  });

  it("takes its own file away, and takes another program's name", async () => {
    await inRepository(async ({ folder, git, plan: run }) => {
      await run("git", "setup", "--program", "npx plan");
      expect(git("config", "merge.plan.driver")).toBe("npx plan git merge %O %A %B %L %P\n");
      await run("git", "remove");
      expect(existsSync(join(folder, ".gitattributes"))).toBe(false);
    });
  });

  it("outside of a repository says so", () => {
    inTemporaryFolder((folder) => {
      const result = spawnSync(process.execPath, [join(root, "bin/plan.js"), "git", "setup"], {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: folder },
      });
      expect(result.status).toBe(2);
      expect(result.stderr).toMatch(/^lỗi: “.*” không nằm trong kho git nào\.\n$/);
    });
  });
});

describe.skipIf(!hasGit)("git diff", () => {
  it("tells changes by meaning; the lines have the task or part in their hunk headers", async () => {
    await withPlan(async ({ git, write }) => {
      write(
        plan.replace("Quý II/2026", "Quý III/2026").replace("2. Hình thành thói quen.", "2. Hình thành thói quen tốt."),
      );
      const told = git("diff");
      expect(told).toContain(
        "Nhiệm vụ “Mở lớp tập huấn cho cán bộ”: thời hạn đổi từ “Quý II/2026” thành “Quý III/2026”.",
      );
      expect(told).toContain("Hình thành thói quen {+tốt+}.");
      expect(told).toContain("2 thay đổi.");
      const lines = git("diff", "--no-ext-diff", "-U0");
      expect(lines).toMatch(/^@@ .* @@ 1\. Nâng cao nhận thức\.$/m);
      expect(lines).toMatch(/^@@ .* @@ nhiệm vụ: Mở lớp tập huấn cho cán bộ$/m);
    });
  });

  it("shows the lines where the meaning is the same, and all lines when asked", async () => {
    await withPlan(async ({ git, write, plan: run }) => {
      write(plan.replace("nhiệm vụ: Niêm yết", "# Đã bàn.\nnhiệm vụ: Niêm yết"));
      expect(git("diff")).toMatch(/Không có thay đổi về nội dung\.\n[\s\S]*^\+# Đã bàn\.$/m);
      await run("git", "setup", "--lines");
      write(plan.replace("Các thôn", "Các xóm"));
      expect(git("diff")).toMatch(/^-- Các thôn;\n\+- Các xóm;$/m);
    });
  });

  it("tells a new file, a renamed one, a dropped one, and one that is no text", async () => {
    await withPlan(async ({ git, write, folder }) => {
      write(plan.replace("xã An Bình", "xã An Hòa"), "hai.plan");
      git("add", "-A");
      expect(git("diff", "--cached")).toContain("hai.plan (chưa có) → hai.plan (mới)");
      git("commit", "-qm", "Hai");
      git("mv", "hai.plan", "ba.plan");
      write(plan.replace("xã An Bình", "xã An Hòa").replace("Các thôn", "Các xóm"), "ba.plan");
      git("add", "-A");
      expect(git("diff", "--cached", "-M")).toMatch(/hai\.plan \(cũ\) → ba\.plan \(mới\)[\s\S]*1 thay đổi/);
      git("commit", "-qm", "Ba");
      git("rm", "-q", "ba.plan");
      expect(git("diff", "--cached")).toContain("ba.plan (cũ) → ba.plan (đã bỏ)");
      git("commit", "-qm", "Bỏ");
      writeFileSync(join(folder, "ke-hoach.plan"), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
      expect(git("diff")).toContain("ke-hoach.plan (cũ) → ke-hoach.plan (mới)");
    });
  });

  it("gives way to git difftool", async () => {
    await withPlan(async ({ git, write }) => {
      write(plan.replace("Quý II/2026", "Quý III/2026"));
      const told = git("difftool", "-y", "-t", "plan");
      // The tool was called with git's own copy, not the differ.
      expect(told).not.toContain("(cũ)");
      expect(told).toContain("thời hạn đổi từ “Quý II/2026” thành “Quý III/2026”");
      git("config", "difftool.khac.cmd", 'echo "KHAC $MERGED"');
      expect(git("difftool", "-y", "-t", "khac")).toBe("KHAC ke-hoach.plan\n");
    });
  });
});

describe.skipIf(!hasGit)("git merge", () => {
  it("puts two people's edits of neighbouring fields, of tasks and of numbers together", async () => {
    await withPlan(async (repository) => {
      const ours = plan
        .replace("chủ trì: Văn phòng\n", "chủ trì: Văn phòng HĐND và UBND\n")
        .replace("1. Nâng cao nhận thức.\n2.", "1. Quán triệt chủ trương.\n2. Nâng cao nhận thức.\n3.");
      const theirs = plan
        .replace("thời gian: Quý I/2026", "thời gian: Tháng 02/2026")
        .replace("Hình thành thói quen.", "Hình thành thói quen nộp hồ sơ trực tuyến.\n3. Bảo đảm an toàn thông tin.");
      const result = merged(repository, ours, theirs);
      expect(result.status, result.stdout + result.stderr).toBe(0);
      expect(repository.read()).toBe(
        plan
          .replace(
            "1. Nâng cao nhận thức.\n2. Hình thành thói quen.\n",
            "1. Quán triệt chủ trương.\n2. Nâng cao nhận thức.\n3. Hình thành thói quen nộp hồ sơ trực tuyến.\n" +
              "4. Bảo đảm an toàn thông tin.\n",
          )
          .replace("chủ trì: Văn phòng\n", "chủ trì: Văn phòng HĐND và UBND\n")
          .replace("thời gian: Quý I/2026", "thời gian: Tháng 02/2026"),
      );
      expect(repository.git("status", "--porcelain")).toBe("");
    });
  });

  it("leaves one field with both wordings where they disagree", async () => {
    await withPlan(async (repository) => {
      const ours = plan.replace("Quý II/2026", "Quý III/2026").replace("Các thôn", "Các thôn, trường học");
      const result = merged(repository, ours, plan.replace("Quý II/2026", "Tháng 5/2026"));
      expect(result.status).toBe(1);
      expect(result.stderr).toContain("ke-hoach.plan: 1 chỗ hai bên sửa khác nhau");
      expect(repository.read()).toBe(
        ours.replace(
          "  thời gian: Quý III/2026\n",
          "<<<<<<< của ta\n  thời gian: Quý III/2026\n=======\n  thời gian: Tháng 5/2026\n>>>>>>> của họ\n",
        ),
      );
      expect(repository.git("status", "--porcelain")).toBe("UU ke-hoach.plan\n");
      repository.write(ours);
      repository.git("add", "-A");
      repository.git("commit", "-qm", "Trộn");
    });
  });

  it("follows a renamed file", async () => {
    await withPlan(async ({ git, write, read }) => {
      git("switch", "-qc", "ho");
      git("mv", "ke-hoach.plan", "moi.plan");
      write(plan.replace("Các thôn", "Các xóm"), "moi.plan");
      git("commit", "-qam", "Của họ");
      git("switch", "-q", "chinh");
      write(plan.replace("- Lưu: VT.", "- Lưu: VT, VP."));
      git("commit", "-qam", "Của ta");
      git("merge", "-q", "--no-edit", "ho");
      expect(read("moi.plan")).toBe(plan.replace("Các thôn", "Các xóm").replace("- Lưu: VT.", "- Lưu: VT, VP."));
    });
  });

  it("merges by lines where a side is no readable plan", async () => {
    await withPlan(async (repository) => {
      const broken = plan.replace("cơ quan: UBND xã An Bình\n", "cơ quann: UBND xã An Bình\n");
      const clean = merged(repository, broken, plan.replace("Các thôn", "Các xóm"));
      expect(clean.status).toBe(0);
      expect(clean.stderr).toContain("trộn theo dòng");
      expect(repository.read()).toBe(broken.replace("Các thôn", "Các xóm"));
      repository.git("reset", "-q", "--hard", "HEAD~1");
      repository.git("branch", "-qD", "ho");
      const both = merged(repository, broken.replace("Các thôn", "Các bản"), broken.replace("Các thôn", "Các xóm"));
      expect(both.status).toBe(1);
      expect(repository.read()).toMatch(/<<<<<<< của ta\n[\s\S]*Các bản;\n[\s\S]*>>>>>>> của họ\n/);
    });
  });
});

describe.skipIf(!hasGit)("plan diff at revisions", () => {
  it("reads a file at one or two of them, under the name it had then", async () => {
    await withPlan(async ({ git, write, plan: run }) => {
      write(plan.replace("Các thôn", "Các xóm"));
      git("commit", "-qam", "Hai");
      write(plan.replace("Các thôn", "Các xóm").replace("Quý II/", "Quý IV/"));
      expect((await run("diff", "HEAD", "ke-hoach.plan")).stdout).toMatch(
        /^ke-hoach\.plan \(HEAD\) → ke-hoach\.plan\n[\s\S]*1 thay đổi/,
      );
      expect((await run("diff", "ke-hoach.plan")).stdout).toContain("1 thay đổi.");
      expect((await run("diff", "HEAD~1", "ke-hoach.plan")).stdout).toContain("2 thay đổi.");
      expect((await run("diff", "HEAD~1", "HEAD", "ke-hoach.plan")).stdout).toContain("1 thay đổi.");
      expect((await run("diff", "HEAD~1..HEAD", "ke-hoach.plan", "--exit-code")).status).toBe(1);
      expect((await run("diff", "HEAD~1...", "ke-hoach.plan")).stdout).toContain("1 thay đổi.");
      git("mv", "ke-hoach.plan", "moi.plan");
      expect((await run("diff", "HEAD~1", "moi.plan")).stdout).toMatch(
        /^ke-hoach\.plan \(HEAD~1\) → moi\.plan\n[\s\S]*2 thay đổi/,
      );
      expect((await run("diff", "HEAD~1", ".")).stdout).toMatch(
        /^ke-hoach\.plan \(HEAD~1\) → moi\.plan\n[\s\S]*2 thay đổi/,
      );
    });
  });

  it("says what it does not find", async () => {
    await withPlan(async ({ write, plan: run }) => {
      write(plan, "rieng.plan");
      const cases: readonly (readonly [string[], string])[] = [
        [["HEAD~7", "ke-hoach.plan"], "Kho git không có phiên bản “HEAD~7”"],
        [["HEAD", "rieng.plan"], "Phiên bản “HEAD” không có tệp “rieng.plan”."],
        [["HEAD", "HEAD"], "Chưa ghi tên tệp: viết “plan diff HEAD HEAD TỆP”."],
        [["ke-hoach.plan", "khong.plan"], "Không đọc được “khong.plan”: không tìm thấy."],
        [["khong.plan", "ke-hoach.plan"], "Kho git không có phiên bản “khong.plan”"],
      ];
      for (const [args, words] of cases) {
        const result = await run("diff", ...args);
        expect(result.status, args.join(" ")).toBe(2);
        expect(result.stderr).toContain(words);
      }
    });
  });
});
