/**
 * `plan fmt`: the tidy layout of sources, in place. The meaning never changes; with `--renumber` marks are counted anew and
 * the references to them follow. A file with errors of source or syntax is left as it is.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { colours, plain, printable } from "../diagnostics/pretty.ts";
import { type Formatted, tidied } from "../format/tidied.ts";
import { lineDiff } from "../versions/line-diff.ts";
import { type Host, HostError, type OutputFile } from "./host.ts";
import { plansNamed } from "./inputs.ts";
import { type KnowledgeOf, readKnowledge } from "./overlay.ts";
import { type ExitStatus, exitStatus, printFindings, readBytes } from "./session.ts";

export interface FmtOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly renumber?: boolean;
}

interface Result {
  readonly file: string;
  /** Bytes as they are and as they would be; null where errors leave the file alone. */
  readonly before: string;
  readonly after: string | null;
  readonly formatted: Formatted | null;
}

export async function runFmt(host: Host, named: readonly string[], options: FmtOptions): Promise<ExitStatus> {
  const { files, failures } = plansNamed(host, named);
  if (failures[0] !== undefined) throw new HostError(failures[0]);
  if (files.includes("-") && files.length > 1)
    throw new HostError("“-” (đầu vào chuẩn) không đi cùng tệp khác; hãy chạy riêng.");
  const knowledge = readKnowledge(host);
  const outputs: OutputFile[] = [];
  let status: ExitStatus = exitStatus.fine;
  const worse = (next: ExitStatus): void => {
    if (next > status) status = next;
  };
  let untidy = 0;
  for (const file of files) {
    try {
      const result = await formatted(host, file, options, knowledge);
      if (result === null || result.after === null) {
        worse(exitStatus.failed);
        continue;
      }
      const differs = result.after !== result.before;
      if (differs) untidy += 1;
      told(host, result, options, differs);
      if (options.check && differs) worse(exitStatus.findings);
      if (options.check || options.diff) continue;
      if (file === "-") host.out(result.after);
      else if (differs) outputs.push({ path: file, bytes: new TextEncoder().encode(result.after) });
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      host.error(`lỗi: ${failure.message}\n`);
      worse(exitStatus.failed);
    }
  }
  host.writeAll(outputs);
  for (const { path: file } of outputs) host.out(`Đã sửa ${printable(file)}\n`);
  if (files.length > 1) {
    const what = options.check || options.diff ? "chưa đúng cách trình bày" : "đã sửa";
    host.error(`${files.length} tệp, ${untidy} ${what}.\n`);
  }
  return status;
}

const byteOrderMark = "\ufeff";

async function formatted(
  host: Host,
  file: string,
  options: FmtOptions,
  knowledge: KnowledgeOf,
): Promise<Result | null> {
  const { bytes, input } = await readBytes(host, file);
  if (!input.readable) {
    printFindings(host, input.source, input.diagnostics, null, "error");
    return null;
  }
  const { registries } = knowledge(file);
  const { value, diagnostics } = tidied(input.source, registries, options.renumber === true);
  // Of what is wrong only what keeps a file from being laid out, and what was put right on reading, is told here.
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const findings: readonly Diagnostic[] = [...input.diagnostics, ...errors];
  if (findings.length > 0) printFindings(host, input.source, findings, null, "error");
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const isBroken = findings.some(({ severity }) => severity === "error");
  if (isBroken) {
    host.error(`${printable(file)}: giữ nguyên; hãy sửa các lỗi trên rồi chạy lại.\n`);
    return { file, before, after: null, formatted: null };
  }
  return { file, before, after: asTyped(before, value.text), formatted: value };
}

/** A text with the byte-order mark and the line ends of the file that it replaces. */
export function asTyped(before: string, text: string): string {
  const mark = before.startsWith(byteOrderMark) ? byteOrderMark : "";
  const returns = before.match(/\r\n/g)?.length ?? 0;
  const all = before.match(/\n/g)?.length ?? 0;
  const isWindows = returns > 0 && returns * 2 >= all;
  return mark + (isWindows ? text.replace(/\n/g, "\r\n") : text);
}

function told(
  host: Host,
  { file, before, after, formatted: made }: Result,
  options: FmtOptions,
  differs: boolean,
): void {
  const name = printable(file);
  // Standard output carries the text itself.
  const print = (text: string): void => (file === "-" ? host.error(text) : host.out(text));
  if (made?.isKept)
    host.error(`${name}: lưu ý: giữ nguyên, vì trình bày lại thì nội dung bị đọc khác đi; hãy trình bày tay chỗ đó.\n`);
  for (const { line, before: old, after: now } of made?.renumbered ?? [])
    print(`${name}:${line}: ${printable(old)} → ${printable(now)}\n`);
  if (options.diff && after !== null) {
    const paint = host.outIsTerminal && host.allowsColour ? colours : plain;
    const plainText = (text: string): string =>
      text
        .replace(/^\ufeff/, "")
        .replace(/\r\n?/g, "\n")
        .normalize("NFC");
    const lines = lineDiff(plainText(before), plainText(after), paint);
    if (lines !== "") host.out(`${paint.strong(name)}\n${lines}`);
    else if (differs)
      host.out(`${name}: chỉ khác cách ghi ký tự (dấu tiếng Việt tổ hợp, ký tự không thấy, cuối dòng).\n`);
  } else if (options.check && differs) print(`${name}: chưa đúng cách trình bày; chạy: plan fmt ${name}\n`);
}
