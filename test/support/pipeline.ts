/** The real pipeline on real files, for tests: data files of the program, examples, and all stages in one call. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeHost } from "../../src/cli/host.ts";
import { readMaterials, readRegistries } from "../../src/cli/session.ts";
import { type Analysis, analyze, build, decode, layOut, type Materials } from "../../src/compile.ts";
import { blocksOutput } from "../../src/diagnostics/diagnostic.ts";
import type { Document } from "../../src/document/document.ts";
import { emitterNamed } from "../../src/emit/index.ts";
import type { Registries } from "../../src/registry/registry.ts";
import type { SourceFile } from "../../src/source/source-file.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const host = nodeHost(join(root, "templates"));
export const registries: Registries = readRegistries(host);
export const materials: Materials = readMaterials(host);

/** Text as a source file, as if it had been read from disk. */
export function sourceOf(text: string, path = "ke-hoach.plan"): SourceFile {
  const decoded = decode(Buffer.from(text, "utf8"), path);
  if (decoded.value === null) throw new Error(`not decodable: ${decoded.diagnostics[0]?.message}`);
  return decoded.value;
}

export const analyzeText = (text: string): Analysis => analyze(sourceOf(text), registries);

/** The laid-out document of a text without blocking errors. */
export function documentOf(text: string): Document {
  const analysis = analyzeText(text);
  const blocking = analysis.diagnostics.find(blocksOutput);
  if (blocking) throw new Error(`${blocking.code}: ${blocking.message}`);
  return layOut(analysis.plan, materials).value;
}

/** Builds a text to one format; throws when findings block it. */
export async function outputOf(text: string, format: "docx" | "pdf" | "json" | "txt"): Promise<Uint8Array> {
  const analysis = analyzeText(text);
  const built = await build(analysis, [emitterNamed(format)!], materials);
  const bytes = built.value[0];
  if (!bytes) {
    const blocking = [...analysis.diagnostics, ...built.diagnostics].find(blocksOutput);
    throw new Error(`not built: ${blocking?.code} ${blocking?.message}`);
  }
  return bytes;
}

export interface Example {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Every example of the repository, by folder name. */
export const examples: readonly Example[] = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .flatMap((name) =>
    readdirSync(join(root, "examples", name))
      .filter((file) => file.endsWith(".plan"))
      .map((file) => {
        const path = join(root, "examples", name, file);
        return { name, path, text: readFileSync(path, "utf8") };
      }),
  );

/** Every starter that `plan new` copies. */
export const starters: readonly Example[] = readdirSync(join(root, "templates/starters"))
  .filter((file) => file.endsWith(".plan"))
  .sort()
  .map((file) => {
    const path = join(root, "templates/starters", file);
    return { name: file, path, text: readFileSync(path, "utf8") };
  });
