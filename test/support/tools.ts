/**
 * Outside programs that read finished files: LibreOffice, poppler, mupdf, qpdf. Tests that need one say so and are
 * skipped where it is absent; with PLAN_REQUIRE_TOOLS=1 (CI) its absence is a failure instead.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

export type Tool = "soffice" | "pdftotext" | "pdffonts" | "pdfinfo" | "mutool" | "qpdf";

const probe: Record<Tool, readonly string[]> = {
  soffice: ["--version"],
  pdftotext: ["-v"],
  pdffonts: ["-v"],
  pdfinfo: ["-v"],
  mutool: ["-v"],
  qpdf: ["--version"],
};

const found = new Map<Tool, boolean>();

/** Whether the program runs here. Throws when it does not and PLAN_REQUIRE_TOOLS is set. */
export function has(...tools: Tool[]): boolean {
  return tools.every((tool) => {
    if (!found.has(tool)) {
      const result = spawnSync(tool, [...probe[tool]], { stdio: "ignore" });
      found.set(tool, result.error === undefined);
    }
    const present = found.get(tool)!;
    if (!present && process.env.PLAN_REQUIRE_TOOLS) throw new Error(`${tool} is required here and was not found`);
    if (!present) console.warn(`skipped: ${tool} is not installed`);
    return present;
  });
}

/** Standard output of a program; throws with its error text when it fails. */
export function run(tool: Tool, args: readonly string[]): string {
  return execFileSync(tool, [...args], { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe"] });
}

/** Calls `use` with a new empty folder and removes it afterwards. */
export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "plan-test-"));
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  let result: T;
  try {
    result = use(folder);
  } catch (error) {
    clean();
    throw error;
  }
  if (result instanceof Promise) return result.finally(clean) as T;
  clean();
  return result;
}

/** A DOCX as LibreOffice lays it out, as the bytes of a PDF. Takes a few seconds; give many files at once. */
export function officePdfs(files: readonly string[], folder: string): Buffer[] {
  run("soffice", [
    `-env:UserInstallation=file://${folder}/profile`,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    `${folder}/office`,
    ...files,
  ]);
  return files.map((file) => readFileSync(join(folder, "office", basename(file).replace(/\.\w+$/, ".pdf"))));
}
