/** `plan import`: a plan from a text or a Word file becomes a .plan source beside it, or where `-o` says. */
import * as path from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { brief, colours, plain, pretty, printable } from "../diagnostics/pretty.ts";
import { styleTitles } from "../document/form.ts";
import type { ImportCounts, ImportedFile } from "../import/import.ts";
import type { SourceFile } from "../source/source-file.ts";
import { type Host, HostError } from "./host.ts";
import { readKnowledge } from "./overlay.ts";
import { type ExitStatus, exitStatus, readForms } from "./session.ts";

export interface ImportCommandOptions {
  /** A .plan file, a folder, `-` for standard output, or undefined for beside the source. */
  readonly output?: string;
  readonly quiet?: boolean;
}

/** Endings that a folder is searched for. */
const readable = /\.(?:txt|md|markdown|docx|docm|htm|html)$/i;
/** Documents that cannot be read: told, so that nobody thinks they were imported. */
const unreadable = /\.(?:doc|pdf|rtf|odt)$/i;

/** A file to import and where its source goes; null for standard output. */
interface Job {
  readonly input: string;
  readonly output: string | null;
}

export async function runImport(
  host: Host,
  named: readonly string[],
  options: ImportCommandOptions,
): Promise<ExitStatus> {
  const { jobs: planned, skipped } = plannedJobs(host, named, options.output);
  const { jobs, standing } = checkedPlaces(host, planned);
  const { importBytes } = await import("../import/import.ts");
  const knowledge = readKnowledge(host);
  const styles = styleTitles(readForms(host));
  let status: ExitStatus = standing.length > 0 ? exitStatus.findings : exitStatus.fine;
  let written = 0;
  for (const { input, output } of jobs) {
    try {
      const bytes = input === "-" ? await host.readStandardInput() : host.read(input);
      const { registries } = knowledge(output ?? input);
      const result = importBytes(bytes, { name: input, path: output ?? standardOutputName, registries, styles });
      tell(host, result, options.quiet === true);
      if (result.imported === null) {
        status = status === exitStatus.failed ? status : exitStatus.findings;
        host.error(`${printable(input)}: chưa nhập được.\n`);
        continue;
      }
      const text = new TextEncoder().encode(result.imported.source.text);
      if (output === null) host.out(text);
      else {
        host.makeDirectory(path.dirname(output));
        host.writeAll([{ path: output, bytes: text }]);
        written += 1;
      }
      host.error(summaryLine(output, result.imported.counts));
      if (output !== null && jobs.length === 1 && !options.quiet)
        host.error(nextStep(output, result.imported.counts.looks));
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      host.error(`lỗi: ${failure.message}\n`);
      status = exitStatus.failed;
    }
  }
  for (const file of skipped)
    host.error(
      `${printable(file)}: bỏ qua, không đọc được loại tệp này; hãy lưu thành .docx hoặc chép chữ vào tệp .txt.\n`,
    );
  for (const { input, output } of standing)
    host.error(`${printable(input)}: bỏ qua, “${printable(output ?? "")}” đã có.\n`);
  if (planned.length > 1 || skipped.length > 0)
    host.error(`${planned.length + skipped.length} tệp, đã nhập ${written}.\n`);
  return status;
}

const standardOutputName = "ke-hoach.plan";

const sourceName = (file: string): string => `${file.replace(/\.[^./\\]{1,8}$/, "")}.plan`;

/** What is to be imported from where to where. Folders are searched, their structure is kept. */
function plannedJobs(
  host: Host,
  named: readonly string[],
  output: string | undefined,
): { jobs: Job[]; skipped: string[] } {
  const jobs: Job[] = [];
  const skipped: string[] = [];
  const seen = new Set<string>();
  const isFolder = (name: string): boolean => name !== "-" && host.isDirectory(name);
  const many = named.length > 1 || named.some(isFolder);
  const toFolder =
    output !== undefined && output !== "-" && (many || host.isDirectory(output) || /[/\\]$/.test(output));
  if (output === "-" && many)
    throw new HostError("Đầu ra chuẩn chỉ nhận một tệp; hãy ghi vào thư mục bằng -o THƯ_MỤC.");
  if (toFolder && host.exists(output) && !host.isDirectory(output))
    throw new HostError(`“${output}” đã có và không phải thư mục; nhập nhiều tệp thì sau -o là thư mục.`);
  const add = (input: string, relative: string): void => {
    const key = input === "-" ? "-" : host.identity(input);
    if (seen.has(key)) return;
    seen.add(key);
    const own = sourceName(input === "-" ? standardOutputName : relative);
    if (toFolder) jobs.push({ input, output: path.join(output, own) });
    else if (output === "-" || (output === undefined && input === "-")) jobs.push({ input, output: null });
    else jobs.push({ input, output: output ?? (input === "-" ? own : sourceName(input)) });
  };
  for (const name of named) {
    if (/\.plan$/i.test(name))
      throw new HostError(`“${name}” đã là tệp .plan, không cần nhập; chạy thẳng: plan check ${typed(name)}`);
    if (!isFolder(name)) {
      add(name, path.basename(name));
      continue;
    }
    const files = host.filesIn(name);
    for (const file of files) {
      // Word keeps a hidden file beside an open one.
      if (path.basename(file).startsWith("~$")) continue;
      if (readable.test(file)) add(path.join(name, file), file);
      else if (unreadable.test(file)) skipped.push(path.join(name, file));
    }
  }
  if (jobs.length === 0 && skipped.length === 0)
    throw new HostError("Trong thư mục không có tệp .docx, .txt, .md hay .html nào để nhập.");
  return { jobs, skipped };
}

/** No source is written over anything: an edited one would be lost. Of several files those whose source is there are left
 * out, so that a folder can be imported again when files were added. */
function checkedPlaces(host: Host, jobs: readonly Job[]): { jobs: readonly Job[]; standing: readonly Job[] } {
  const standing: Job[] = [];
  const owners = new Map<string, string>();
  for (const { input, output } of jobs) {
    if (output === null) continue;
    const key = host.identity(output);
    const other = owners.get(key);
    if (other !== undefined)
      throw new HostError(
        `“${other}” và “${input}” cùng nhập vào “${output}”; hãy nhập riêng từng tệp với -o TỆP.plan.`,
      );
    owners.set(key, input);
    if (!host.exists(output)) continue;
    if (host.isDirectory(output)) throw new HostError(`“${output}” là thư mục; hãy chọn tên khác sau -o.`);
    if (jobs.length === 1) throw new HostError(`“${output}” đã có, không ghi đè; hãy chọn tên khác sau -o.`);
    standing.push({ input, output });
  }
  return { jobs: jobs.filter((job) => !standing.some((one) => one.input === job.input)), standing };
}

/** What was found in the foreign file, then in the source that was made. */
function tell(host: Host, { imported, foreign, diagnostics }: ImportedFile, quiet: boolean): void {
  const paint = host.errorIsTerminal && host.allowsColour ? colours : plain;
  const print = (source: SourceFile, found: readonly Diagnostic[]): void => {
    for (const diagnostic of found) {
      const isNotice = diagnostic.severity === "notice";
      if (quiet && isNotice) continue;
      const isWhole = diagnostic.span.end === 0;
      host.error(
        isNotice || isWhole ? brief(source, diagnostic, paint, !isNotice) : `${pretty(source, diagnostic, paint)}\n`,
      );
    }
  };
  print(foreign, diagnostics);
  if (imported === null) return;
  print(imported.source, imported.diagnostics);
  print(
    imported.source,
    imported.analysis.diagnostics.filter((diagnostic) => diagnostic.severity === "error"),
  );
}

/** “Đã ghi a.plan: 35 mục, 25 gạch đầu dòng, …; nối 2 đoạn bị ngắt trang; 1 chỗ cần xem.” */
function summaryLine(output: string | null, counts: ImportCounts): string {
  const parts = [
    ...(counts.documents > 1 ? [`${counts.documents} văn bản`] : []),
    `${counts.divisions} mục`,
    `${counts.bullets} gạch đầu dòng`,
    `${counts.tasks} nhiệm vụ`,
    `${counts.tableRows} hàng bảng`,
    `${counts.citations} viện dẫn`,
  ];
  const joins = counts.joins > 0 ? `; nối ${counts.joins} đoạn bị ngắt trang` : "";
  const looks = counts.looks > 0 ? `${counts.looks} chỗ cần xem` : "không có chỗ cần xem";
  return `${output === null ? "Đã nhập" : `Đã ghi ${printable(output)}`}: ${parts.join(", ")}${joins}; ${looks}.\n`;
}

/** A path as a person types it. */
const typed = (file: string): string => (/\s/.test(file) ? `"${file}"` : file);

const nextStep = (output: string, looks: number): string =>
  `${looks > 0 ? "Xem lại các chỗ ghi “# CẦN XEM” rồi chạy" : "Chạy tiếp"}: plan check ${typed(output)}\n`;
