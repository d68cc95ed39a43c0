/** `plan check`: analyses files and says what is wrong; writes nothing. */
import type { Analysis } from "../compile.ts";
import type { Severity } from "../diagnostics/diagnostic.ts";
import { type FileFindings, findingsJson } from "../diagnostics/json.ts";
import { version } from "../version.ts";
import { type Host, HostError } from "./host.ts";
import { readKnowledge } from "./overlay.ts";
import { analyzeInput, type ExitStatus, exitStatus, printFindings, reaches, readInput } from "./session.ts";

export interface CheckOptions {
  readonly format: "text" | "json";
  readonly failOn: Severity;
}

/** What was looked at, so that “nothing found” can be told from “nothing examined”. */
function examined(analysis: Analysis | null): Record<string, number> {
  const documents = analysis?.plan.documents ?? [];
  const sum = (count: (d: (typeof documents)[number]) => number): number => documents.reduce((n, d) => n + count(d), 0);
  return {
    documents: documents.length,
    divisions: sum((d) => d.divisions.length),
    tasks: sum((d) => d.tasks.length),
    citations: sum((d) => d.citations.length),
    citationsKnown: sum((d) => d.citations.filter((c) => c.resolved !== null).length),
    agencies: sum((d) => d.agencies.length),
    agenciesKnown: sum((d) => d.agencies.filter((a) => a.id !== null).length),
    times: sum((d) => d.times.length),
    timesUnderstood: sum((d) => d.times.filter((t) => t.time.kind !== "text").length),
  };
}

export async function runCheck(host: Host, files: readonly string[], options: CheckOptions): Promise<ExitStatus> {
  const knowledge = readKnowledge(host);
  const results: FileFindings[] = [];
  let status: ExitStatus = exitStatus.fine;
  for (const file of files) {
    try {
      const input = await readInput(host, file);
      const analysis = analyzeInput(input, knowledge(file));
      const diagnostics = analysis?.diagnostics ?? input.diagnostics;
      results.push({ source: input.source, diagnostics, examined: examined(analysis) });
      if (reaches(diagnostics, options.failOn) && status === exitStatus.fine) status = exitStatus.findings;
      if (options.format === "text") {
        if (diagnostics.length === 0) host.out(`${file}: không có lỗi.\n`);
        else printFindings(host, input.source, diagnostics, analysis, "out");
      }
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      host.error(`lỗi: ${failure.message}\n`);
      status = exitStatus.failed;
    }
  }
  if (options.format === "json") host.out(findingsJson(results, version));
  return status;
}
