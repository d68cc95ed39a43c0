/** `plan redline`: the newer of two versions as a document that shows, as tracked changes, what differs from the older. */
import * as path from "node:path";
import { layOut, type Materials } from "../compile.ts";
import { blocksOutput, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { printable } from "../diagnostics/pretty.ts";
import type { Document } from "../document/document.ts";
import type { Emitter, Resources } from "../emit/emitter.ts";
import { emitters } from "../emit/index.ts";
import type { SourceFile } from "../source/source-file.ts";
import { type RedlineOptions, redline } from "../versions/redline.ts";
import { type Host, HostError, type OutputFile } from "./host.ts";
import { readKnowledge } from "./overlay.ts";
import { fileAt, isRevision } from "./repository.ts";
import {
  analyzeInput,
  decodeInput,
  type ExitStatus,
  exitStatus,
  type Input,
  type Knowledge,
  printFindings,
  readInput,
  readMaterials,
} from "./session.ts";

export interface RedlineCommandOptions {
  /** A file, `-`, or undefined for beside the newer version. */
  readonly output?: string;
  /** Formats, comma separated; by the ending of the output where it is not given. */
  readonly to?: string;
  /** Where left out: who wrote the newer version's last commit, when the older one is a revision; otherwise “plan”. */
  readonly author?: string;
  /** `2026-02-05` or `2026-02-05T08:00`. */
  readonly date?: string;
}

type DocumentEmitter = Extract<Emitter, { readonly from: "document" }>;

/** The formats that can show changes. */
const formats = emitters.filter(
  (emitter): emitter is DocumentEmitter => emitter.from === "document" && ["docx", "pdf"].includes(emitter.name),
);
const formatNames = formats.map(({ name }) => name).join(", ");

export async function runRedline(
  host: Host,
  older: string,
  newer: string,
  options: RedlineCommandOptions,
): Promise<ExitStatus> {
  if (older === "-" && newer === "-") throw new HostError("Chỉ một trong hai bản được đọc từ đầu vào chuẩn.");
  const chosen = chooseOutputs(newer, options);
  const toStandardOutput = options.output === "-";
  const commit = revisionNamed(host, older, newer);
  if (toStandardOutput) checkStandardOutput(host, chosen);
  else checkCollisions(host, commit === null ? [older, newer] : [newer], chosen);
  const last = commit === null ? null : lastChange(host, newer);
  const revision = revisionOf({
    author: options.author ?? last?.author ?? "plan",
    ...((options.date ?? last?.date) ? { date: options.date ?? last?.date } : {}),
  });

  const knowledge = readKnowledge(host);
  const materials = readMaterials(host);
  const old = commit === null ? await readInput(host, older) : decodeInput(commit, `${newer} (${older})`);
  const before = readVersion(host, old, knowledge(commit === null ? older : newer), materials);
  const after = readVersion(host, await readInput(host, newer), knowledge(newer), materials);
  if (before === null || after === null) return exitStatus.findings;

  const { document, isChanged } = redline(before.document, after.document, revision);
  const outputs: OutputFile[] = [];
  for (const { emitter, file } of chosen) {
    const bytes = await emit(host, emitter, document, after.source, materials.resources);
    if (bytes === null) return exitStatus.findings;
    outputs.push({ path: file, bytes });
  }
  if (toStandardOutput) host.out(outputs[0]!.bytes);
  else host.writeAll(outputs);
  if (!isChanged) host.error("Hai bản in ra như nhau: văn bản không có dấu sửa đổi.\n");
  if (!toStandardOutput) for (const output of outputs) host.error(`Đã ghi ${output.path}\n`);
  return exitStatus.fine;
}

/** The bytes of the newer file as it was at the revision that stands in the older one's place; null where that is a file. */
function revisionNamed(host: Host, older: string, newer: string): Uint8Array | null {
  if (older === "-" || newer === "-" || host.exists(older) || !host.exists(newer)) return null;
  return isRevision(host, path.dirname(newer), older) ? fileAt(host, older, newer).bytes : null;
}

/** Who last committed a file, and when (`2026-02-05T08:00:00`, local time of the commit); null when nobody has. */
function lastChange(host: Host, file: string): { readonly author: string; readonly date: string } | null {
  const log = host.git(path.dirname(file), [
    "log",
    "-1",
    "--format=%an%n%ad",
    "--date=format:%Y-%m-%dT%H:%M:%S",
    "--",
    path.basename(file),
  ]);
  const [author = "", date = ""] = new TextDecoder().decode(log.out).split("\n");
  return log.status === 0 && author.trim() !== "" && date.trim() !== "" ? { author, date: date.trim() } : null;
}

interface Version {
  readonly source: SourceFile;
  readonly document: Document;
}

/** One of the two versions, laid out; null when findings block it, which are then printed. */
function readVersion(host: Host, input: Input, knowledge: Knowledge, materials: Materials): Version | null {
  const analysis = analyzeInput(input, knowledge);
  const found = (analysis?.diagnostics ?? input.diagnostics).filter(blocksOutput);
  const laidOut = analysis === null || found.length > 0 ? null : layOut(analysis.plan, materials);
  const blocking: readonly Diagnostic[] = [...found, ...(laidOut?.diagnostics.filter(blocksOutput) ?? [])];
  if (laidOut !== null && blocking.length === 0) return { source: input.source, document: laidOut.value };
  printFindings(host, input.source, blocking, analysis, "error");
  host.error(`${printable(input.source.path)}: chưa so sánh được; hãy sửa các lỗi trên rồi chạy lại.\n`);
  return null;
}

async function emit(
  host: Host,
  emitter: DocumentEmitter,
  document: Document,
  source: SourceFile,
  resources: Resources,
): Promise<Uint8Array | null> {
  const { value, diagnostics } = await emitter.emit(document, resources);
  if (value !== null) return value;
  printFindings(host, source, diagnostics, null, "error");
  host.error(`${source.path}: chưa xuất được văn bản; hãy sửa các lỗi trên rồi chạy lại.\n`);
  return null;
}

// ── Options ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Characters that XML does not know. */
const notInXml = /[\u0000-\u001f\u007f\ufffe\uffff]/;

function revisionOf({ author, date }: { readonly author: string; readonly date?: string }): RedlineOptions {
  const name = author.normalize("NFC").trim();
  if (name === "" || notInXml.test(name)) {
    throw new HostError('Tên người sửa sau --author phải là chữ trên một dòng, ví dụ --author "Nguyễn Văn A".');
  }
  return { author: name, ...(date === undefined ? {} : { date: timeOf(date) }) };
}

/** As Word writes it: local time, whatever the letter behind it says. */
function timeOf(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(date);
  const [year, month, day, hour = 0, minute = 0, second = 0] = match?.slice(1).map((part) => Number(part ?? 0)) ?? [];
  const time = match && new Date(Date.UTC(year!, month! - 1, day!, hour, minute, second));
  const text = time && !Number.isNaN(time.getTime()) ? `${time.toISOString().slice(0, 19)}Z` : "";
  if (!match || !text.startsWith(date)) {
    throw new HostError(`“${date}” không phải ngày; hãy ghi như --date 2026-02-05 hoặc --date 2026-02-05T08:00.`);
  }
  return text;
}

interface Chosen {
  readonly emitter: DocumentEmitter;
  readonly file: string;
}

/** What is added to the name of the newer version. */
const suffix = "-so-sanh";

function chooseOutputs(newer: string, { output, to }: RedlineCommandOptions): readonly Chosen[] {
  const named = output === undefined || output === "-" ? undefined : output;
  const ending = named === undefined ? undefined : formats.find(({ extension }) => hasEnding(named, extension));
  if (to === undefined) {
    if (named !== undefined && ending === undefined) {
      throw new HostError(`Không rõ định dạng của “${named}”; hãy đặt tên có đuôi .docx, .pdf hoặc ghi --to DẠNG.`);
    }
    const emitter = ending ?? formats[0]!;
    return [{ emitter, file: named ?? beside(newer) + emitter.extension }];
  }
  const chosen: DocumentEmitter[] = [];
  for (const name of to.split(",").map((part) => part.trim().toLowerCase())) {
    const emitter = formats.find((format) => format.name === name);
    if (!emitter) throw new HostError(`Không có định dạng “${name}” cho bản so sánh; các định dạng: ${formatNames}.`);
    if (!chosen.includes(emitter)) chosen.push(emitter);
  }
  if (ending !== undefined && !chosen.includes(ending)) {
    throw new HostError(`“${named}” không hợp với --to ${to}; hãy bỏ --to hoặc đổi đuôi tệp.`);
  }
  const base =
    named === undefined ? beside(newer) : ending ? named.slice(0, named.length - ending.extension.length) : named;
  return chosen.map((emitter) => ({
    emitter,
    file: emitter === ending ? named! : base + emitter.extension,
  }));
}

const hasEnding = (file: string, extension: string): boolean => file.toLowerCase().endsWith(extension);

function beside(newer: string): string {
  if (newer === "-") return `ke-hoach${suffix}`;
  return path.join(path.dirname(newer), path.basename(newer).replace(/\.plan$/i, "") + suffix);
}

function checkStandardOutput(host: Host, chosen: readonly Chosen[]): void {
  if (chosen.length > 1) {
    throw new HostError("Đầu ra chuẩn chỉ nhận một định dạng; hãy chọn một (ví dụ --to pdf) hoặc ghi vào tệp bằng -o.");
  }
  if (host.outIsTerminal) {
    throw new HostError("Không in tệp DOCX hay PDF ra màn hình; hãy dùng -o TỆP hoặc chuyển hướng đầu ra.");
  }
}

/** No output may overwrite one of the versions. */
function checkCollisions(host: Host, inputs: readonly string[], chosen: readonly Chosen[]): void {
  for (const { file } of chosen) {
    const same = inputs.find((input) => input !== "-" && host.identity(input) === host.identity(file));
    if (same !== undefined) throw new HostError(`Bản so sánh “${file}” sẽ ghi đè tệp nguồn “${same}”.`);
    if (host.isDirectory(file)) throw new HostError(`“${file}” là thư mục; hãy ghi tên tệp sau -o.`);
  }
}
