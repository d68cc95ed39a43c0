// Bundles src/cli/main.ts and its libraries into dist/plan.cjs: one file loads many times faster than some 700 modules.
// Emitters and their libraries are imported on first use, so that `plan check` does not run them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));

await build({
  entryPoints: [`${root}/src/cli/main.ts`],
  outfile: `${root}/dist/plan.cjs`,
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "external",
  define: { PLAN_VERSION: JSON.stringify(version), "import.meta.url": "moduleUrl" },
  // pdfkit asks for its own place when it is loaded; in one CommonJS file that is the bundle's.
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: "warning",
});
