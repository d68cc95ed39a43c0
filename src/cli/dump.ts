/** `plan dump FILE --tree syntax|plan|document`: a tree of the compiler as stable text. */
import { layOut } from "../compile.ts";
import { dump } from "../dump.ts";
import type { Host } from "./host.ts";
import { readKnowledge } from "./overlay.ts";
import { analyzeInput, type ExitStatus, exitStatus, printFindings, readInput, readMaterials } from "./session.ts";

export interface DumpOptions {
  readonly tree: "syntax" | "plan" | "document";
}

export async function runDump(host: Host, file: string, options: DumpOptions): Promise<ExitStatus> {
  const input = await readInput(host, file);
  const analysis = analyzeInput(input, readKnowledge(host)(file));
  if (analysis === null) {
    printFindings(host, input.source, input.diagnostics, null, "error");
    return exitStatus.findings;
  }
  const tree =
    options.tree === "syntax"
      ? analysis.tree
      : options.tree === "plan"
        ? analysis.plan
        : layOut(analysis.plan, readMaterials(host)).value;
  host.out(dump(tree, input.source));
  return exitStatus.fine;
}
