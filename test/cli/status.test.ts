/** Exit statuses row by row: the command, what it is given, what it ends with. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Host, HostError, nodeHost } from "../../src/cli/host.ts";
import { root } from "../support/pipeline.ts";
import { inTemporaryFolder } from "../support/tools.ts";
import { goodPlan, plan } from "./support.ts";

const warns = goodPlan.replace("1. Phát thanh", "1. Họp.\n3. Phát thanh");
const files: Readonly<Record<string, string | Uint8Array>> = {
  "tot.plan": goodPlan,
  "luu-y.plan": goodPlan.replace("số: …/KH-UBND\n", ""),
  "canh-bao.plan": warns,
  "bo-qua.plan": warns.replace("3. Phát", "# bỏ qua VB501: theo bản của tỉnh\n3. Phát"),
  "bo-qua-luu-y.plan": warns.replace("3. Phát", "# bỏ qua VB501\n3. Phát"),
  "loi.plan": goodPlan.replace("cơ quan:", "cơ quán:"),
  "anh.plan": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
  "sua-duoc.plan": goodPlan.replace("xã./.", "xã."),
  "hong.json": '{ "planBaseline": 1, "files"',
  "khac.json": '{ "a": 1 }',
};

/** Runs in a folder with the files above; `FOLDER/` is put before every name that is there. */
const run = (command: string, changes: Partial<Host> = {}) =>
  inTemporaryFolder((folder) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    mkdirSync(join(folder, "trong"));
    const args = command
      .split(" ")
      .map((word) => (/\.(plan|json)$|^trong$|^khong-co/.test(word) ? join(folder, word) : word));
    return plan(args, changes);
  });

const unreadable: Partial<Host> = {
  read: () => {
    throw new HostError("Không đọc được “tot.plan”: không có quyền truy cập.");
  },
};

describe("plan check", () => {
  it.each([
    // Nothing found.
    ["check tot.plan", 0],
    ["check tot.plan --fail-on notice", 0],
    // Notices only.
    ["check luu-y.plan", 0],
    ["check luu-y.plan --fail-on error", 0],
    ["check luu-y.plan --fail-on notice", 1],
    // Warnings.
    ["check canh-bao.plan", 1],
    ["check canh-bao.plan --fail-on error", 0],
    ["check canh-bao.plan --fail-on notice", 1],
    // Syntax errors fail at every bar.
    ["check loi.plan", 1],
    ["check loi.plan --fail-on error", 1],
    ["check anh.plan --fail-on error", 1],
    // Silenced findings do not count; a silence without a reason is a notice.
    ["check bo-qua.plan --fail-on notice", 0],
    ["check bo-qua-luu-y.plan", 0],
    ["check bo-qua-luu-y.plan --fail-on notice", 1],
    // Could not run, whatever the other files are.
    ["check khong-co.plan", 2],
    ["check tot.plan khong-co.plan", 2],
    ["check canh-bao.plan khong-co.plan", 2],
    ["check trong", 2],
    ["check tot.plan --baseline khong-co.json", 2],
    ["check tot.plan --baseline hong.json", 2],
    ["check tot.plan --baseline khac.json", 2],
    ["check tot.plan --write-baseline khac.json", 2],
    ["check tot.plan --write-baseline tot.plan", 2],
    ["check tot.plan --write-baseline trong", 2],
    ["check tot.plan --format xml", 2],
    ["check tot.plan --fail-on loi", 2],
    ["check", 2],
  ])("%s → %i", async (command, status) => {
    expect((await run(command)).status).toBe(status);
  });

  it.each(["json", "sarif", "github", "junit"])("ends the same with --format %s", async (format) => {
    for (const [file, status] of [
      ["tot.plan", 0],
      ["luu-y.plan", 0],
      ["canh-bao.plan", 1],
      ["loi.plan", 1],
      ["anh.plan", 1],
      ["bo-qua.plan", 0],
      ["khong-co.plan", 2],
    ] as const) {
      expect((await run(`check ${file} --format ${format}`)).status, file).toBe(status);
    }
  });

  it("ends with 2 for a file that may not be read", async () => {
    expect((await run("check tot.plan", unreadable)).status).toBe(2);
  });
});

describe("plan fix", () => {
  it.each([
    ["fix tot.plan", 0],
    ["fix tot.plan --write", 0],
    // Something would change; its findings that have no fix do not count.
    ["fix canh-bao.plan", 0],
    ["fix canh-bao.plan --unsafe", 1],
    ["fix canh-bao.plan --unsafe --write", 0],
    ["fix canh-bao.plan --unsafe --code VB503", 0],
    ["fix canh-bao.plan --unsafe --code vb503,VB501", 1],
    ["fix bo-qua.plan --unsafe", 0],
    ["fix sua-duoc.plan --unsafe", 1],
    ["fix tot.plan canh-bao.plan --unsafe", 1],
    // Could not run.
    ["fix anh.plan", 2],
    ["fix khong-co.plan", 2],
    ["fix canh-bao.plan khong-co.plan --unsafe", 2],
    ["fix trong", 2],
    ["fix tot.plan --code VB999", 2],
    ["fix", 2],
  ])("%s → %i", async (command, status) => {
    expect((await run(command)).status).toBe(status);
  });

  it("ends with 2 for a file that may not be read or written", async () => {
    expect((await run("fix tot.plan", unreadable)).status).toBe(2);
    const full: Partial<Host> = {
      writeAll: () => {
        throw new HostError("Không ghi được “canh-bao.plan”: hết chỗ trên đĩa.");
      },
    };
    expect((await run("fix canh-bao.plan --unsafe --write", full)).status).toBe(2);
  });

  it("does not write over what another program has written in between", async () => {
    const host = nodeHost(join(root, "templates"));
    let reads = 0;
    let writes = 0;
    const { status, error } = await run("fix canh-bao.plan --unsafe --write", {
      read: (file) => (reads++ === 0 ? host.read(file) : Buffer.from(goodPlan)),
      writeAll: () => {
        writes += 1;
      },
    });
    expect([status, writes]).toEqual([2, 0]);
    expect(error).toContain("vừa được chương trình khác ghi lại");
  });

  it("with - gives the fixed text on standard output, byte for byte where nothing is fixed", async () => {
    const given = Buffer.from(`\ufeff${warns.replace(/\n/g, "\r\n")}`);
    const input: Partial<Host> = { readStandardInput: async () => given };
    const kept = await plan(["fix", "-"], input);
    expect([kept.status, kept.out.replace(/^\ufeff/, "")]).toEqual([0, given.toString("utf8").slice(1)]);
    const fixed = await plan(["fix", "-", "--unsafe"], input);
    expect(fixed.status).toBe(0);
    expect(fixed.out).toContain("\r\n2. Phát thanh mỗi tuần một lần.\r\n");
    expect(fixed.error).toContain("-: đã sửa 1 chỗ.");
  });
});

describe("a list of known findings", () => {
  const inFolder = (use: (folder: string, at: (name: string) => string) => Promise<void>) =>
    inTemporaryFolder((folder) => use(folder, (name) => join(folder, name)));
  const second = "\nII. KINH PHÍ\n\n1. Từ ngân sách.\n3. Từ nguồn khác.\n\nTrên đây";

  it("holds back what it names, even when lines move, and nothing new", () =>
    inFolder(async (_, at) => {
      writeFileSync(at("a.plan"), warns);
      const made = await plan(["check", at("a.plan"), "--write-baseline", at("biet.json")]);
      expect([made.status, made.out]).toEqual([0, expect.stringContaining("1 phát hiện đã biết không in")]);
      writeFileSync(at("a.plan"), warns.replace("I. NỘI DUNG", "# ghi chú\n\nI. NỘI DUNG"));
      const moved = await plan(["check", at("a.plan"), "--baseline", at("biet.json")]);
      expect(moved.status).toBe(0);
      expect(moved.out).toContain("a.plan: không phát hiện lỗi.");
      writeFileSync(at("a.plan"), warns.replace("\nTrên đây", second));
      const more = await plan(["check", at("a.plan"), "--baseline", at("biet.json")]);
      expect(more.status).toBe(1);
      expect(more.out).toContain("a.plan: 1 cảnh báo.");
      expect(more.out).toContain(": 1 phát hiện đã biết không in.\n");
    }));

  it("says what is no longer needed", () =>
    inFolder(async (_, at) => {
      writeFileSync(at("a.plan"), warns);
      await plan(["check", at("a.plan"), "--write-baseline", at("biet.json")]);
      writeFileSync(at("a.plan"), goodPlan);
      const { status, out } = await plan(["check", at("a.plan"), "--baseline", at("biet.json"), "--fail-on", "notice"]);
      expect(status).toBe(0);
      expect(out).toContain("0 phát hiện đã biết không in; 1 phát hiện trong danh sách không còn nữa");
    }));

  it("counts equal findings of equal lines", () =>
    inFolder(async (_, at) => {
      const equal = second.replace("3. Từ nguồn khác.", "3. Phát thanh mỗi tuần một lần.");
      writeFileSync(at("a.plan"), warns);
      await plan(["check", at("a.plan"), "--write-baseline", at("biet.json")]);
      writeFileSync(at("a.plan"), warns.replace("\nTrên đây", equal));
      expect((await plan(["check", at("a.plan"), "--baseline", at("biet.json")])).out).toContain("a.plan: 1 cảnh báo.");
    }));

  it("never holds back what blocks the output", () =>
    inFolder(async (_, at) => {
      writeFileSync(at("a.plan"), files["loi.plan"]!);
      expect((await plan(["check", at("a.plan"), "--write-baseline", at("biet.json")])).status).toBe(1);
      expect((await plan(["check", at("a.plan"), "--baseline", at("biet.json")])).out).toContain("lỗi CP006");
    }));

  it("keeps the findings of files that a later run does not name, is the same for the same findings, and moves", () =>
    inFolder(async (folder, at) => {
      mkdirSync(at("xa"));
      writeFileSync(at("xa/a.plan"), warns);
      writeFileSync(at("xa/b.plan"), warns);
      await plan(["check", at("xa"), "--write-baseline", at("biet.json")]);
      const whole = readFileSync(at("biet.json"), "utf8");
      expect(Object.keys(JSON.parse(whole).files)).toEqual(["xa/a.plan", "xa/b.plan"]);
      await plan(["check", at("xa/b.plan"), "--write-baseline", at("biet.json")]);
      expect(readFileSync(at("biet.json"), "utf8")).toBe(whole);
      const { status } = await plan(["check", folder, "--baseline", at("biet.json"), "--format", "sarif"]);
      expect(status).toBe(0);
    }));
});
