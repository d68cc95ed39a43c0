/** Before any test: the bundle that `bin/plan.js` runs is built from the sources under test. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export default function setup(): void {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const result = spawnSync(process.execPath, ["scripts/bundle.mjs"], { cwd: root, encoding: "utf8" });
  // Tests of the command line fail by themselves without a bundle; the others need none.
  if (result.status !== 0) console.error(`the bundle was not built:\n${result.stderr.slice(0, 2000)}`);
}
