/** Same input, same bytes: two builds of every example by separate processes in different zones, locales and folders. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { examples, root } from "./support/pipeline.ts";
import { inTemporaryFolder } from "./support/tools.ts";

const environments = [
  { TZ: "Asia/Ho_Chi_Minh", LANG: "vi_VN.UTF-8", LC_ALL: "vi_VN.UTF-8" },
  { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
];

function digests(folder: string, environment: Record<string, string>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { name, path } of examples) {
    const source = join(folder, `nguồn ${name}`);
    mkdirSync(source, { recursive: true });
    cpSync(path, join(source, "ke-hoach.plan"));
    const run = spawnSync(
      process.execPath,
      [join(root, "bin/plan.js"), "build", "ke-hoach.plan", "--to", "docx,pdf,json,txt", "-o", "ra", "-q"],
      { cwd: source, env: { PATH: process.env.PATH ?? "", ...environment }, encoding: "utf8" },
    );
    expect(run.status, `${name}: ${run.stderr}`).toBe(0);
    for (const file of readdirSync(join(source, "ra"))) {
      result[`${name}/${file}`] = createHash("sha256")
        .update(readFileSync(join(source, "ra", file)))
        .digest("hex");
    }
  }
  return result;
}

describe("determinism", () => {
  it("gives identical bytes in another zone, locale and folder", () => {
    const [first, second] = environments.map((environment) =>
      inTemporaryFolder((folder) => digests(folder, environment)),
    );
    expect(Object.keys(first!).length).toBe(examples.length * 4);
    expect(second).toEqual(first);
  });
});
