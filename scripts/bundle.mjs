// Bundles the program into dist/: one file loads many times faster than some 700 modules. The emitters of DOCX and PDF,
// with their libraries two thirds of the code, and the reading of foreign files are files of their own, loaded when they
// are needed; registries and forms are read ahead of time (scripts/prepare.ts), which also fails the bundle when one of them is broken.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));

/** Everything is made here and moved into its place when it is complete, so that no run meets half a bundle. */
const making = `${root}/dist/.${process.pid}`;
mkdirSync(making, { recursive: true });
process.on("exit", () => rmSync(making, { recursive: true, force: true }));

const common = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  define: { PLAN_VERSION: JSON.stringify(version), "import.meta.url": "moduleUrl" },
  // pdfkit asks for its own place when it is loaded; in one CommonJS file that is the bundle's.
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: "warning",
};

/** Parts that most runs do not need, each a file of its own. */
const parts = {
  docx: `${root}/src/emit/docx/docx.ts`,
  pdf: `${root}/src/emit/pdf/pdf.ts`,
  import: `${root}/src/import/import.ts`,
};

/** Leaves the parts' dynamic imports to the files that they become. */
const apart = {
  name: "parts-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(?:docx|pdf|import)\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: `./${basename(path, ".ts")}.cjs`, external: true } : null,
    ),
};

const shipped = {
  ...common,
  outdir: making,
  outExtension: { ".js": ".cjs" },
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "external",
};
await build({
  ...shipped,
  entryPoints: { plan: `${root}/src/cli/main.ts` },
  plugins: [apart],
  // A file of CommonJS is required, not imported: that spares the start of the loader of modules.
  supported: { "dynamic-import": false },
});
await build({ ...shipped, entryPoints: parts, plugins: [apart] });

const preparation = await build({
  ...common,
  entryPoints: [`${root}/scripts/prepare.ts`],
  plugins: [apart],
  write: false,
});
const module = { exports: {} };
new Function("module", "exports", "require", "__filename", preparation.outputFiles[0].text)(
  module,
  module.exports,
  createRequire(import.meta.url),
  fileURLToPath(import.meta.url),
);
for (const [name, content] of module.exports.preparedFiles(root)) writeFileSync(`${making}/${name}`, content);

for (const name of readdirSync(making)) renameSync(`${making}/${name}`, `${root}/dist/${name}`);
