/** `plan fmt` on bytes: line ends, byte-order mark, accents typed apart, all or none. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HostError } from "../../src/cli/host.ts";
import { inTemporaryFolder } from "../support/tools.ts";
import { goodPlan, plan } from "./support.ts";

const untidy = goodPlan.replace("I. NỘI DUNG\n\n1. ", "I.NỘI DUNG\n1.");

async function formatted(bytes: Uint8Array, ...options: string[]) {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, "a.plan");
    writeFileSync(file, bytes);
    const run = await plan(["fmt", file, ...options]);
    return { ...run, bytes: readFileSync(file) };
  });
}

describe("plan fmt", () => {
  it("keeps the line ends and the byte-order mark of the file", async () => {
    const windows = (text: string): Buffer => Buffer.from(`\ufeff${text.replace(/\n/g, "\r\n")}`);
    const run = await formatted(windows(untidy));
    expect(run.status).toBe(0);
    expect(run.bytes.equals(windows(goodPlan))).toBe(true);
    const again = await formatted(windows(goodPlan));
    expect(again.out).toBe("");
    expect((await formatted(windows(goodPlan), "--check")).status).toBe(0);
  });

  it("writes accents that were typed apart in one piece, with the notice", async () => {
    const bytes = Buffer.from(goodPlan.normalize("NFD"));
    const checked = await formatted(bytes, "--check", "--diff");
    expect(checked.status).toBe(1);
    expect(checked.bytes.equals(bytes)).toBe(true);
    expect(checked.out).toContain("chỉ khác cách ghi ký tự");
    const run = await formatted(bytes);
    expect(run.bytes.toString()).toBe(goodPlan);
    expect(run.error).toMatch(/lưu ý NG\d+/);
  });

  it("leaves a file alone that is no text", async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x4b, 0x00]);
    const run = await formatted(bytes);
    expect(run.status).toBe(2);
    expect(run.error).toMatch(/lỗi NG\d+/);
    expect(run.bytes.equals(bytes)).toBe(true);
  });

  it("writes all files or none", () =>
    inTemporaryFolder(async (folder) => {
      const files = ["a.plan", "b.plan"].map((name) => join(folder, name));
      for (const file of files) writeFileSync(file, untidy);
      const run = await plan(["fmt", ...files], {
        writeAll: (all) => {
          expect(all.map((one) => one.path)).toEqual(files);
          throw new HostError("Không ghi được: hết chỗ trên đĩa.");
        },
      });
      expect(run.status).toBe(2);
      expect(run.out).not.toContain("Đã sửa");
    }));

  it("says so where the layout would change what the plan means", async () => {
    const { tidied } = await import("../../src/format/tidied.ts");
    const { registries, sourceOf } = await import("../support/pipeline.ts");
    for (const text of [untidy, goodPlan]) expect(tidied(sourceOf(text), registries, false).value.isKept).toBe(false);
  });
});
