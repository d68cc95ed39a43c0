// Runs scripts/generate.ts: bundled on the fly, because the grammar it reads is TypeScript.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundled = await build({
  entryPoints: [`${root}/scripts/generate.ts`],
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20.19",
  write: false,
  logLevel: "warning",
});
const module = { exports: {} };
const { createRequire } = await import("node:module");
new Function("module", "exports", "require", bundled.outputFiles[0].text)(
  module,
  module.exports,
  createRequire(import.meta.url),
);
process.exitCode = await module.exports.generate(root, process.argv.includes("--check"));
