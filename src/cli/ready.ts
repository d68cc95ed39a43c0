/** `plan ready`: the last look before a plan is signed; writes nothing. */
import { build, layOut } from "../compile.ts";
import { blocksOutput, byPlace, type Severity } from "../diagnostics/diagnostic.ts";
import { emitterNamed } from "../emit/index.ts";
import { type ReadyInput, readiness, readyJson, readyText } from "../versions/ready.ts";
import type { Host } from "./host.ts";
import { readKnowledge } from "./overlay.ts";
import { analyzeInput, type ExitStatus, exitStatus, printFindings, readInput, readMaterials } from "./session.ts";

export interface ReadyOptions {
  readonly format: "text" | "json";
  readonly failOn: Severity;
  readonly unnumbered?: boolean;
}

/** The files that go out, whose size is told. */
const built = ["docx", "pdf"];

/** Status: 0 ready, 1 something is left, 2 could not run. */
export async function runReady(host: Host, file: string, options: ReadyOptions): Promise<ExitStatus> {
  const input = await readInput(host, file);
  const analysis = analyzeInput(input, readKnowledge(host)(file));
  if (analysis === null) {
    printFindings(host, input.source, input.diagnostics, null, "error");
    return exitStatus.findings;
  }
  const materials = readMaterials(host);
  const outputs = await build(
    analysis,
    built.map((name) => emitterNamed(name)!),
    materials,
  );
  const isBuilt = outputs.value.every((bytes) => bytes !== null);
  const laid = isBuilt ? layOut(analysis.plan, materials).value : null;
  // The layout lives in the file that draws PDF.
  const layout = laid === null ? null : (await import("../emit/pdf/pdf.ts")).layoutDocument(laid, materials.fonts);
  const sizes = outputs.value.flatMap((bytes, index) =>
    bytes === null ? [] : [{ format: built[index]!, bytes: bytes.length }],
  );
  const ready: ReadyInput = {
    analysis,
    diagnostics: [...analysis.diagnostics, ...outputs.diagnostics.filter(blocksOutput)].sort(byPlace),
    laid: laid === null || layout === null ? null : { document: laid, layout },
    sizes,
    failOn: options.failOn,
    unnumbered: options.unnumbered === true,
  };
  const found = readiness(ready);
  host.out(options.format === "json" ? readyJson(found, input.source, sizes) : readyText(found, input.source));
  return found.isReady ? exitStatus.fine : exitStatus.findings;
}
