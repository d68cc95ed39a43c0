/** `plan issue`: writes number and date into the plan, where they belong, once nothing stands against it. */
import * as path from "node:path";
import { type Analysis, analyze, decode } from "../compile.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { printable } from "../diagnostics/pretty.ts";
import { applyToRaw } from "../fix/raw-text.ts";
import { toPlan } from "../plan/from-syntax.ts";
import { parseNumber, parseOpenDate, writtenDate, writtenNumber } from "../plan/number-date.ts";
import type { PlanDocument } from "../plan/plan.ts";
import { citedDate } from "../plan/words.ts";
import type { Registries } from "../registry/registry.ts";
import { position, type SourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import type { Day, Serial } from "../versions/blanks.ts";
import { type Issue, issuePlan, type Remark } from "../versions/issue.ts";
import { type NumberedFile, numberedFile, outOfOrder, sameNumber } from "../versions/series.ts";
import { type Host, HostError } from "./host.ts";
import { readKnowledge } from "./overlay.ts";
import { analyzeInput, type ExitStatus, exitStatus, type Input, printFindings, reaches } from "./session.ts";

export interface IssueOptions {
  readonly number: string;
  readonly date: string;
  /** Where the plan with its number goes; the source stays. `-` is standard output. May hold `{số}` and so on. */
  readonly output?: string;
  readonly dryRun?: boolean;
  /** Why what stands there may be replaced, or a number go before its turn. */
  readonly force?: string;
  readonly failOn: Severity;
  /** The source takes a name of this pattern; `true` for the usual one. */
  readonly rename?: string | true;
}

/** What file names may be made of. */
const usualName = "{số}-{ký hiệu}-{tên}";

interface Wanted {
  readonly serial: Serial;
  /** With the symbol, when one was typed. */
  readonly symbol: string | null;
  readonly date: Day | "impossible";
}

/** Status: 0 written, or nothing to write; 1 refused, and nothing is written; 2 could not run. */
export async function runIssue(host: Host, file: string, options: IssueOptions): Promise<ExitStatus> {
  const wanted = wantedOf(options);
  if (options.output !== undefined && options.rename !== undefined) {
    throw new HostError("Chỉ dùng một trong hai: -o (ghi ra tệp khác) hoặc --rename (đổi tên tệp nguồn).");
  }
  if (file === "-" && options.rename !== undefined) throw new HostError("Đầu vào chuẩn không có tên để đổi.");
  const bytes = file === "-" ? await host.readStandardInput() : host.read(file);
  const decoded = decode(bytes, file);
  if (decoded.value === null) {
    const nothing: SourceFile = { path: file, text: "", lineStarts: [0], digest: "" };
    printFindings(host, nothing, decoded.diagnostics, null, "error");
    return exitStatus.findings;
  }
  const knowledge = readKnowledge(host)(file);
  const { registries } = knowledge;
  const input: Input = { source: decoded.value, readable: true, diagnostics: decoded.diagnostics };
  const analysis = analyzeInput(input, knowledge)!;
  const { source } = input;
  if (wanted.date === "impossible") {
    const refusal: Remark = { span: { start: 0, end: 0 }, message: `ngày “${options.date}” không có trong lịch` };
    return refuse(host, source, [refusal], [], analysis);
  }

  const issue = issuePlan(analysis, { serial: wanted.serial, date: wanted.date, force: options.force ?? null });
  const raw = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const stamped = applyToRaw(raw, source.text, issue.edits);
  const after = decode(new TextEncoder().encode(stamped), file);
  const issued = analyze(after.value!, registries, { levels: knowledge.levels, decoding: after.diagnostics });
  const document = issued.plan.documents[0];

  // The file is judged as it will be: with its date it may cite what has expired.
  const before = new Set(analysis.diagnostics.map(({ code, message }) => `${code} ${message}`));
  const findings = issued.diagnostics;
  const blocking = findings.filter((one) => reaches([one], options.failOn));
  const brought = findings.filter(
    ({ code, message, severity }) => severity !== "notice" && !before.has(`${code} ${message}`),
  );
  const target = targetOf(file, options, document);
  const refusals = [
    ...symbolRefusals(wanted, analysis),
    ...issue.refusals,
    ...(document === undefined ? [] : seriesRefusals(host, file, target, issued, registries, options.force)),
  ];
  if (refusals.length > 0 || blocking.length > 0) {
    // Findings that stood there before are told at their place in the file as it is.
    const told = blocking.map((one) => analysis.diagnostics.find((old) => isSame(old, one)) ?? one);
    return refuse(host, source, refusals, told, analysis);
  }
  if (document === undefined || !bears(document, wanted.serial, wanted.date)) {
    throw new HostError(`Không ghi được số, ngày vào phần đầu của “${file}”; hãy ghi hai dòng “số:” và “ngày:” ở đó.`);
  }

  const isToOutput = target === "-";
  const stream = isToOutput ? "error" : "out";
  const content = new TextEncoder().encode(stamped);
  if (!options.dryRun) {
    if (isToOutput) host.out(content);
    else {
      writeTo(host, file, target, bytes, content, issue.edits.length > 0);
      // Only once the new file stands.
      if (options.rename !== undefined && host.identity(target) !== host.identity(file)) host.remove(file);
    }
  }
  host[stream](report(source, file, target, issue, document, options));
  if (isoOf(wanted.date) > host.today()) {
    const day = citedDate(isoOf(wanted.date));
    host.error(`lưu ý: ngày ${day} ở sau hôm nay (${citedDate(host.today())}).\n`);
  }
  if (brought.length > 0) {
    host.error("Với số, ngày này có thêm phát hiện:\n");
    printFindings(host, after.value!, brought, issued, "error");
  }
  return exitStatus.fine;
}

const isSame = (a: Diagnostic, b: Diagnostic): boolean => a.code === b.code && a.message === b.message;

const isoOf = ({ year, month, day }: Day): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

// ── What is asked for ───────────────────────────────────────────────────────────────────────────────────────────────

function wantedOf({ number, date, force }: IssueOptions): Wanted {
  if (force !== undefined && force.trim() === "") throw new HostError("Sau --force phải ghi lý do.");
  const typed = number.trim();
  const bare = /^(?:số\s*:?\s*)?(\d{1,6})([a-zđ]?)$/iu.exec(typed);
  const whole = bare ? null : parseNumber(typed);
  const serial: Serial | null = bare
    ? { number: Number(bare[1]), ...(bare[2] ? { suffix: bare[2].toLowerCase() } : {}) }
    : whole !== null && whole.number !== null
      ? { number: whole.number, ...(whole.suffix ? { suffix: whole.suffix } : {}) }
      : null;
  if (serial === null || serial.number === 0) {
    throw new HostError(`“${number}” không phải số của văn bản; ghi như: --number 12, --number 12/KH-UBND.`);
  }
  const read = parseOpenDate(date);
  const symbol = whole === null ? null : `${whole.separator ?? "/"}${whole.symbol}`;
  if (read.kind === "impossible") return { serial, symbol, date: "impossible" };
  if (read.kind === "unreadable" || read.day === null || read.month === null || read.year === null) {
    throw new HostError(
      `“${date}” không phải ngày đủ ngày, tháng, năm; ghi như: --date 2026-02-05, --date 05/02/2026.`,
    );
  }
  return { serial, symbol, date: { year: read.year, month: read.month, day: read.day } };
}

/** A symbol that was typed is that of the file. */
function symbolRefusals({ symbol }: Wanted, { plan }: Analysis): Remark[] {
  const number = plan.documents[0]?.number ?? null;
  if (symbol === null || number === null) return [];
  const own = `${number.separator ?? "/"}${number.symbol}`;
  if (own.toUpperCase() === symbol.toUpperCase()) return [];
  return [{ span: number.span, message: `ký hiệu trong tệp là “${own}”, --number ghi “${symbol}”` }];
}

const bears = ({ number, date }: PlanDocument, serial: Serial, day: Day): boolean =>
  number?.number === serial.number &&
  (number.suffix ?? "") === (serial.suffix ?? "") &&
  date?.year === day.year &&
  date.month === day.month &&
  date.day === day.day;

// ── The numbers of the folder ───────────────────────────────────────────────────────────────────────────────────────

/** What other plans beside the source, and where it goes, say against the number. */
function seriesRefusals(
  host: Host,
  file: string,
  target: string,
  issued: Analysis,
  registries: Registries,
  force: string | undefined,
): Remark[] {
  const own = numberedFile(issued.plan, file);
  if (own === null) return [];
  const folders = [...new Set([file, target].filter((name) => name !== "-").map((name) => path.dirname(name)))];
  const others = folders.flatMap((folder) => numberedFiles(host, folder, file, registries));
  const span = issued.plan.documents[0]!.number!.span;
  const told = (one: NumberedFile): string => `“${printable(one.path)}” (số ${one.written}, ngày ${one.date})`;
  const same = sameNumber(own, others);
  if (same !== null) return [{ span, message: `số ${own.written} đã dùng ở ${told(same)}` }];
  const wrong = outOfOrder(own, others);
  if (wrong === null || force !== undefined) return [];
  const message = `số ${own.written} ngày ${own.date} không theo thứ tự với ${told(wrong)}; vẫn cấp thì thêm --force kèm lý do`;
  return [{ span, message }];
}

/** Plans of a folder that have a number, but the source itself. */
function numberedFiles(host: Host, folder: string, file: string, registries: Registries): NumberedFile[] {
  if (!host.isDirectory(folder)) return [];
  const self = file === "-" ? "" : host.identity(file);
  const found: NumberedFile[] = [];
  for (const name of host.namesIn(folder).filter((one) => /\.plan$/i.test(one))) {
    const place = path.join(folder, name);
    if (host.identity(place) === self) continue;
    const source = decode(host.read(place), place).value;
    if (source === null) {
      host.error(`lưu ý: không đọc được “${printable(place)}” nên không soát được số của tệp đó.\n`);
      continue;
    }
    const one = numberedFile(toPlan(parse(source).value, registries).value, place);
    if (one !== null) found.push(one);
  }
  return found;
}

// ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where the plan goes: the source, `-o`, or its new name. Holes: `{số}`, `{ký hiệu}`, `{năm}`, `{ngày}`, `{tên}`. */
function targetOf(file: string, { output, rename }: IssueOptions, document: PlanDocument | undefined): string {
  const base = file === "-" ? "ke-hoach" : path.basename(file).replace(/\.plan$/i, "");
  if (output !== undefined) return output === "-" ? "-" : filled(output, base, document);
  if (rename === undefined) return file;
  const name = filled(rename === true ? usualName : rename, base, document);
  if (/[/\\]/.test(name))
    throw new HostError("Sau --rename là tên tệp, không phải đường dẫn; ghi vào thư mục khác bằng -o.");
  return path.join(path.dirname(file), /\.plan$/i.test(name) ? name : `${name}.plan`);
}

function filled(pattern: string, base: string, document: PlanDocument | undefined): string {
  const number = document?.number ?? null;
  const date = document?.date ?? null;
  const serial = number === null ? "" : writtenNumber(number).slice(0, -1 - number.symbol.length);
  const values: Readonly<Record<string, string>> = {
    số: serial,
    "ký hiệu": (number?.symbol ?? "").replace(/[/\\]/g, "-"),
    năm: String(date?.year ?? ""),
    ngày: date === null || date.year === null || date.month === null || date.day === null ? "" : isoOf(date as Day),
    tên: base,
  };
  return pattern.replace(/\{([^{}]*)\}/g, (_, hole: string) => {
    const value = values[hole.normalize("NFC").trim().toLowerCase()];
    if (value !== undefined) return value;
    const known = Object.keys(values).map((name) => `{${name}}`);
    throw new HostError(`Không có “{${hole}}” trong mẫu tên tệp; các chỗ thay được: ${known.join(", ")}.`);
  });
}

function writeTo(
  host: Host,
  file: string,
  target: string,
  bytes: Uint8Array,
  content: Uint8Array,
  isChanged: boolean,
): void {
  const isOwn = file !== "-" && host.identity(file) === host.identity(target);
  if (isOwn && !isChanged) return;
  if (!isOwn && host.isDirectory(target)) throw new HostError(`“${target}” là thư mục; hãy ghi cả tên tệp.`);
  if (!isOwn && host.exists(target)) throw new HostError(`“${target}” đã có, không ghi đè.`);
  if (file !== "-") {
    const now = host.read(file);
    if (now.length !== bytes.length || now.some((byte, index) => byte !== bytes[index])) {
      throw new HostError(`“${file}” vừa được chương trình khác ghi lại; chưa ghi gì, hãy chạy lại.`);
    }
  }
  host.writeAll([{ path: target, bytes: content }]);
}

// ── What is said ────────────────────────────────────────────────────────────────────────────────────────────────────

const placeOf = (source: SourceFile, { start }: Remark["span"]): string => {
  const { line, column } = position(source, start);
  return `${printable(source.path)}:${line}:${column}`;
};

function refuse(
  host: Host,
  source: SourceFile,
  refusals: readonly Remark[],
  findings: readonly Diagnostic[],
  analysis: Analysis,
): ExitStatus {
  if (findings.length > 0) printFindings(host, source, findings, analysis, "error");
  for (const { span, message } of refusals) {
    const place = span.end === 0 ? printable(source.path) : placeOf(source, span);
    host.error(`${place}: ${printable(message)}.\n`);
  }
  host.error(`${printable(source.path)}: chưa cấp số, chưa ghi gì.\n`);
  return exitStatus.findings;
}

function report(
  source: SourceFile,
  file: string,
  target: string,
  { stamps, kept }: Issue,
  document: PlanDocument,
  { dryRun, force, rename }: IssueOptions,
): string {
  const what = `số ${writtenNumber(document.number!)}, ngày ${writtenDate(document.date!)}`;
  const line = (at: number): number => position(source, at).line;
  const lines: string[] = [];
  const name = printable(target);
  if (stamps.length === 0) lines.push(`${printable(file)}: đã mang ${what}; không có gì phải ghi.`);
  else lines.push(`${printable(file)}: ${dryRun ? "sẽ ghi" : "đã ghi"} ${what} vào ${stamps.length} chỗ.`);
  for (const { what: kind, span, before, after } of stamps) {
    const change = before === "" ? `thêm “${after}”` : `“${shown(before)}” thành “${shown(after)}”`;
    lines.push(`  dòng ${line(span.start)}, ${kind}: ${printable(change)}`);
  }
  for (const { span, message } of kept) lines.push(`Không ghi vào dòng ${line(span.start)}: ${printable(message)}.`);
  if (force !== undefined) lines.push(`Cấp theo --force, vì: ${printable(force)}.`);
  if (dryRun) lines.push("Chưa ghi gì vì có --dry-run.");
  else if (rename !== undefined && target !== file) lines.push(`Đã đổi tên tệp thành ${name}.`);
  else if (target !== file && target !== "-") lines.push(`Đã ghi ${name}; ${printable(file)} để nguyên.`);
  return `${lines.join("\n")}\n`;
}

/** One line, however the words were wrapped. */
const shown = (text: string): string => text.replace(/\s*\n\s*/g, " ");
