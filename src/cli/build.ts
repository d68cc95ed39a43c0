/** `plan build`: compiles files to documents beside them, or into a folder. */
import * as path from "node:path";
import { type Analysis, build, type Materials } from "../compile.ts";
import { byPlace, type Diagnostic, type Severity } from "../diagnostics/diagnostic.ts";
import type { Emitter } from "../emit/emitter.ts";
import { emitterNamed, emitters } from "../emit/index.ts";
import { type Host, HostError, type OutputFile } from "./host.ts";
import { type KnowledgeOf, readKnowledge } from "./overlay.ts";
import {
  analyzeInput,
  type ExitStatus,
  exitStatus,
  printFindings,
  reaches,
  readInput,
  readMaterials,
} from "./session.ts";

export interface BuildOptions {
  /** Names of formats, comma separated: `docx,pdf`. */
  readonly to: string;
  /** Folder of the outputs, `-` for standard output, or undefined for beside the source. */
  readonly output?: string;
  readonly failOn: Severity;
  readonly quiet?: boolean;
}

/** Outputs of one source, ready to be written; null when findings block them. */
interface Built {
  readonly analysis: Analysis | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly outputs: readonly OutputFile[] | null;
}

export async function runBuild(host: Host, named: readonly string[], options: BuildOptions): Promise<ExitStatus> {
  const files = distinct(host, named);
  const formats = chooseFormats(options.to);
  const toStandardOutput = options.output === "-" || (files.includes("-") && options.output === undefined);
  if (toStandardOutput) checkStandardOutput(host, files, formats);
  const directory = toStandardOutput ? undefined : options.output;
  if (directory !== undefined && host.exists(directory) && !host.isDirectory(directory)) {
    throw new HostError(`“${directory}” đã có và không phải thư mục; hãy chọn tên khác sau -o.`);
  }
  const plannedOutputs = files.map((file) => outputPaths(file, formats, directory));
  checkCollisions(host, files, plannedOutputs);

  const knowledge = readKnowledge(host);
  const materials = readMaterials(host);
  const showsProgress = files.length > 1 && host.errorIsTerminal && !options.quiet;
  let status: ExitStatus = exitStatus.fine;
  let written = 0;
  for (const [index, file] of files.entries()) {
    if (showsProgress) host.error(`\r\u001b[K[${index + 1}/${files.length}] ${file}`);
    try {
      const built = await buildFile(host, file, formats, plannedOutputs[index]!, knowledge, materials);
      if (showsProgress) host.error("\r\u001b[K");
      const told = options.quiet ? built.diagnostics.filter((d) => d.severity === "error") : built.diagnostics;
      printFindings(host, sourceOf(built, file), told, built.analysis, "error");
      if (reaches(built.diagnostics, options.failOn)) status = worse(status, exitStatus.findings);
      if (built.outputs === null) {
        status = worse(status, exitStatus.findings);
        host.error(`${file}: chưa xuất được văn bản; hãy sửa các lỗi trên rồi chạy lại.\n`);
        continue;
      }
      if (toStandardOutput) host.out(built.outputs[0]!.bytes);
      else {
        if (directory !== undefined) host.makeDirectory(directory);
        host.writeAll(built.outputs);
        written += built.outputs.length;
        if (!options.quiet) for (const output of built.outputs) host.error(`Đã ghi ${output.path}\n`);
      }
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      if (showsProgress) host.error("\r\u001b[K");
      host.error(`lỗi: ${failure.message}\n`);
      status = exitStatus.failed;
    }
  }
  if (files.length > 1 && !options.quiet) host.error(`${files.length} tệp nguồn, ${written} tệp đã ghi.\n`);
  return status;
}

/** The files named, each once, by the name it was first given. */
function distinct(host: Host, files: readonly string[]): string[] {
  const seen = new Set<string>();
  const isNew = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined;
  return files.filter((file) => isNew(file === "-" ? file : host.identity(file)));
}

const worse = (a: ExitStatus, b: ExitStatus): ExitStatus => (a > b ? a : b);

const sourceOf = (built: Built, path: string) =>
  built.analysis?.tree.source ?? { path, text: "", lineStarts: [0], digest: "" };

async function buildFile(
  host: Host,
  file: string,
  formats: readonly Emitter[],
  paths: readonly string[],
  knowledge: KnowledgeOf,
  materials: Materials,
): Promise<Built> {
  const input = await readInput(host, file);
  const analysis = analyzeInput(input, knowledge(file));
  if (analysis === null) return { analysis, diagnostics: input.diagnostics, outputs: null };
  const built = await build(analysis, formats, materials);
  const diagnostics = [...analysis.diagnostics, ...built.diagnostics].sort(byPlace);
  if (built.value.includes(null)) return { analysis, diagnostics, outputs: null };
  const outputs = built.value.map((bytes, index) => ({ path: paths[index]!, bytes: bytes! }));
  return { analysis, diagnostics, outputs };
}

function chooseFormats(list: string): Emitter[] {
  const names = list.split(",").map((name) => name.trim().toLowerCase());
  const chosen: Emitter[] = [];
  for (const name of names) {
    const emitter = emitterNamed(name);
    if (!emitter) {
      throw new HostError(`Không có định dạng “${name}”; các định dạng: ${emitters.map((e) => e.name).join(", ")}.`);
    }
    if (!chosen.includes(emitter)) chosen.push(emitter);
  }
  return chosen;
}

/** The name of standard input's outputs. */
const standardInputName = "ke-hoach";

function outputPaths(file: string, formats: readonly Emitter[], directory: string | undefined): string[] {
  const base = file === "-" ? standardInputName : path.basename(file).replace(/\.plan$/i, "");
  const folder = directory ?? (file === "-" ? "." : path.dirname(file));
  return formats.map((format) => path.join(folder, base + format.extension));
}

function checkStandardOutput(host: Host, files: readonly string[], formats: readonly Emitter[]): void {
  if (files.length > 1 || formats.length > 1) {
    throw new HostError(
      "Đầu ra chuẩn chỉ nhận một văn bản ở một định dạng; hãy chọn một định dạng (ví dụ --to pdf) hoặc ghi vào thư mục bằng -o THƯ_MỤC.",
    );
  }
  if (host.outIsTerminal && ["docx", "pdf"].includes(formats[0]!.name)) {
    throw new HostError("Không in tệp DOCX hay PDF ra màn hình; hãy dùng -o THƯ_MỤC hoặc chuyển hướng đầu ra.");
  }
}

/** No output may overwrite a source or another output of the same run. */
function checkCollisions(host: Host, files: readonly string[], outputs: readonly (readonly string[])[]): void {
  const sources = new Map(files.filter((file) => file !== "-").map((file) => [host.identity(file), file]));
  const owners = new Map<string, string>();
  for (const [index, paths] of outputs.entries()) {
    for (const output of paths) {
      const key = host.identity(output);
      const source = sources.get(key);
      if (source !== undefined) throw new HostError(`Văn bản xuất ra “${output}” sẽ ghi đè tệp nguồn “${source}”.`);
      const other = owners.get(key);
      if (other !== undefined) {
        throw new HostError(
          `“${other}” và “${files[index]}” cùng xuất ra “${output}”; hãy đổi tên hoặc dùng thư mục khác.`,
        );
      }
      owners.set(key, files[index]!);
    }
  }
}
