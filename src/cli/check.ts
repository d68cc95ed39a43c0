/** `plan check`: analyses files and says what is wrong; writes nothing but the list of known findings, when asked. */
import * as path from "node:path";
import { catalog } from "../catalog.ts";
import { type Analysis, heardTogether } from "../compile.ts";
import { type Baseline, baselineOf, baselineText, readBaseline, withoutKnown } from "../diagnostics/baseline.ts";
import { byPlace, type Severity } from "../diagnostics/diagnostic.ts";
import { type Examined, examinedWords, type FileFindings, nothingExamined, totalOf } from "../diagnostics/findings.ts";
import { findingsGithub } from "../diagnostics/github.ts";
import { findingsJson } from "../diagnostics/json.ts";
import { findingsJunit, type Unread } from "../diagnostics/junit.ts";
import { printable, summary, thousands } from "../diagnostics/pretty.ts";
import { findingsSarif } from "../diagnostics/sarif.ts";
import type { Registries } from "../registry/registry.ts";
import { documentById, isSure } from "../registry/search.ts";
import { lintTogether } from "../rules/together.ts";
import { version } from "../version.ts";
import { type Host, HostError } from "./host.ts";
import { pathFrom, plansNamed } from "./inputs.ts";
import { readKnowledge } from "./overlay.ts";
import {
  analyzeInput,
  type ExitStatus,
  exitStatus,
  type Knowledge,
  printFindings,
  reaches,
  readInput,
} from "./session.ts";

export const checkFormats = ["text", "json", "sarif", "github", "junit"] as const;

export interface CheckOptions {
  readonly format: (typeof checkFormats)[number];
  readonly failOn: Severity;
  /** File of known findings that are not told. */
  readonly baseline?: string;
  /** File that the findings of this run are written to as known ones. */
  readonly writeBaseline?: string;
}

/** One file of the run, analysed. */
interface Checked {
  readonly findings: FileFindings;
  readonly analysis: Analysis | null;
  readonly knowledge: Knowledge;
}

function examined(analysis: Analysis | null, registries: Registries): Examined {
  if (analysis === null) return nothingExamined;
  const documents = analysis.plan.documents;
  const sum = (count: (d: (typeof documents)[number]) => number): number => documents.reduce((n, d) => n + count(d), 0);
  const isUncertain = (id: string | null): boolean => {
    const document = id === null ? null : documentById(registries, id);
    if (document === null) return false;
    const { inForceFrom, inForceConfidence, relationsConfidence } = document;
    return inForceFrom === null || !isSure(inForceConfidence) || !isSure(relationsConfidence);
  };
  return {
    documents: documents.length,
    divisions: sum((d) => d.divisions.length),
    tasks: sum((d) => d.tasks.length),
    citations: sum((d) => d.citations.length),
    citationsKnown: sum((d) => d.citations.filter((c) => c.resolved !== null).length),
    citationsUncertain: sum((d) => d.citations.filter((c) => isUncertain(c.resolved)).length),
    agencies: sum((d) => d.agencies.length),
    agenciesKnown: sum((d) => d.agencies.filter((a) => a.id !== null).length),
    times: sum((d) => d.times.length),
    timesUnderstood: sum((d) => d.times.filter((t) => t.time.kind !== "text").length),
  };
}

export async function runCheck(host: Host, named: readonly string[], options: CheckOptions): Promise<ExitStatus> {
  const known = options.baseline === undefined ? null : baselineIn(host, options.baseline);
  if (options.writeBaseline !== undefined) mayReplace(host, options.writeBaseline);
  const knowledge = readKnowledge(host);
  const unread: Unread[] = [];
  const cannotRead = (name: string, message: string): void => {
    unread.push({ name, message });
    host.error(`lỗi: ${message}\n`);
  };
  const { files, failures } = plansNamed(host, named);
  for (const message of failures) cannotRead("", message);

  const alone: Checked[] = [];
  for (const file of files) {
    try {
      const input = await readInput(host, file);
      const known = knowledge(file);
      const analysis = analyzeInput(input, known);
      alone.push({
        findings: {
          source: input.source,
          name: pathFrom("", file),
          diagnostics: analysis?.diagnostics ?? input.diagnostics,
          silenced: analysis?.silenced ?? [],
          examined: examined(analysis, known.registries),
          readable: input.readable,
        },
        analysis,
        knowledge: known,
      });
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      cannotRead(pathFrom("", file), failure.message);
    }
  }

  const analysed = together(alone, knowledge.shipped);
  if (options.writeBaseline !== undefined) writeBaseline(host, options.writeBaseline, analysed);
  const read: Checked[] = [];
  let held = 0;
  let idle = 0;
  const baseline = options.writeBaseline ?? options.baseline;
  const list = options.writeBaseline === undefined ? known : baselineIn(host, options.writeBaseline);
  for (const one of analysed) {
    if (list === null || baseline === undefined) {
      read.push(one);
      continue;
    }
    const rest = withoutKnown(one.findings, nameIn(host, baseline, one.findings), list);
    held += rest.held;
    idle += rest.idle;
    read.push({ ...one, findings: { ...one.findings, diagnostics: rest.left } });
  }

  const results = read.map((one) => one.findings);
  const fails = results.some(({ diagnostics }) => reaches(diagnostics, options.failOn));
  switch (options.format) {
    case "text":
      printText(host, read);
      break;
    case "json":
      host.out(findingsJson(results, version));
      break;
    case "sarif":
      host.out(findingsSarif(results, unread, rulesOfPlans, version));
      break;
    case "github":
      host.out(findingsGithub(results));
      break;
    case "junit":
      host.out(findingsJunit(results, unread, (diagnostic) => reaches([diagnostic], options.failOn)));
      break;
  }
  if (list !== null && baseline !== undefined) {
    const told = [
      `${thousands(held)} phát hiện đã biết không in`,
      ...(idle > 0
        ? [`${thousands(idle)} phát hiện trong danh sách không còn nữa, ghi lại bằng --write-baseline`]
        : []),
    ];
    // Beside the findings for people, apart from those for programs.
    host[options.format === "text" ? "out" : "error"](`Theo ${printable(baseline)}: ${told.join("; ")}.\n`);
  }
  return unread.length > 0 ? exitStatus.failed : fails ? exitStatus.findings : exitStatus.fine;
}

/** The files with what they say against each other. */
function together(files: readonly Checked[], registries: Registries): readonly Checked[] {
  const plans = files.flatMap(({ analysis }) => (analysis === null ? [] : [analysis.plan]));
  if (plans.length < 2) return files;
  const found = lintTogether(plans, registries);
  return files.map((file) => {
    const at = file.analysis === null ? -1 : plans.indexOf(file.analysis.plan);
    const more = at < 0 ? [] : found[at]!;
    if (file.analysis === null || more.length === 0) return file;
    const { diagnostics, silenced } = heardTogether(file.analysis.tree, more, file.knowledge.levels);
    return {
      ...file,
      findings: {
        ...file.findings,
        diagnostics: [...file.findings.diagnostics, ...diagnostics].sort(byPlace),
        silenced: [...file.findings.silenced, ...silenced],
      },
    };
  });
}

/** Codes that a plan can be told; those of imports and outputs are not among them. */
const rulesOfPlans = catalog.filter(({ code }) => !/^(NH|XB)/.test(code));

function printText(host: Host, checked: readonly Checked[]): void {
  for (const { findings, analysis } of checked) {
    const { source, diagnostics, silenced, readable } = findings;
    const more = silenced.length > 0 ? `; bỏ qua theo ghi chú trong tệp: ${thousands(silenced.length)}` : "";
    printFindings(host, source, diagnostics, analysis, "out", more);
    if (diagnostics.length === 0) host.out(`${printable(source.path)}: ${summary(diagnostics)}${more}.\n`);
    host.out(readable ? `${examinedWords(findings.examined)}\n` : "Chưa soát được gì trong tệp này.\n");
  }
  if (checked.length < 2) return;
  const all = checked.flatMap(({ findings }) => findings.diagnostics);
  const total = totalOf(checked.map(({ findings }) => findings.examined));
  host.out(`\nCả ${thousands(checked.length)} tệp: ${summary(all)}.\n${examinedWords(total)}\n`);
}

/** The list of known findings in a file that the user named. */
function baselineIn(host: Host, file: string): Baseline {
  const read = readBaseline(new TextDecoder().decode(host.read(file)));
  if (typeof read === "string") throw new HostError(`Danh sách phát hiện đã biết “${file}” ${read}.`);
  return read;
}

/** No other file is written over by a slip of the hand. */
function mayReplace(host: Host, file: string): void {
  if (!host.exists(file)) return;
  if (host.isDirectory(file)) throw new HostError(`“${file}” là thư mục; hãy ghi cả tên tệp sau --write-baseline.`);
  const old = readBaseline(new TextDecoder().decode(host.read(file)));
  if (typeof old === "string") {
    throw new HostError(`“${file}” đã có và ${old}, không ghi đè; hãy chọn tên khác sau --write-baseline.`);
  }
}

/** In the list files are named from its own folder, so that it holds wherever the program runs. */
const nameIn = (host: Host, baseline: string, { source }: FileFindings): string =>
  source.path === "-" ? "-" : pathFrom(path.dirname(host.identity(baseline)), host.identity(source.path));

/** Writes the findings of this run; those of other files that are still there stay in the list. */
function writeBaseline(host: Host, file: string, checked: readonly Checked[]): void {
  const old = host.exists(file) ? baselineIn(host, file) : new Map();
  const isThere = (name: string): boolean => name === "-" || host.exists(path.join(path.dirname(file), name));
  const standing = [...old].filter(([name]) => isThere(name));
  const found = baselineOf(
    checked.map(({ findings }) => findings),
    (findings) => nameIn(host, file, findings),
  );
  host.writeAll([{ path: file, bytes: new TextEncoder().encode(baselineText(new Map([...standing, ...found]))) }]);
  host.error(`Đã ghi ${printable(file)}\n`);
}
