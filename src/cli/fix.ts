/** `plan fix`: applies the fixes that findings carry; shows what would change, and writes it when asked. */
import { catalog } from "../catalog.ts";
import { byPlace, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { colours, type Paint, plain, printable, thousands } from "../diagnostics/pretty.ts";
import { type FixDone, type Fixed, fixText } from "../fix/apply.ts";
import { diffText } from "../fix/diff.ts";
import { originalLines } from "../fix/lines.ts";
import { lineAt } from "../source/source-file.ts";
import { type Host, HostError } from "./host.ts";
import { plansNamed } from "./inputs.ts";
import { readKnowledge } from "./overlay.ts";
import { analyzeInput, decodeInput, type ExitStatus, exitStatus, type Knowledge, printFindings } from "./session.ts";

export interface FixOptions {
  readonly write?: boolean;
  readonly unsafe?: boolean;
  /** Codes, each option with one or several. */
  readonly code?: readonly string[];
}

/** Status: 2 when a file could not be read or written; without `--write` 1 when something would change; otherwise 0. */
export async function runFix(host: Host, named: readonly string[], options: FixOptions): Promise<ExitStatus> {
  const codes = codesNamed(options.code ?? []);
  const knowledge = readKnowledge(host);
  const { files, failures } = plansNamed(host, named);
  let status: ExitStatus = exitStatus.fine;
  const fail = (message: string): void => {
    host.error(`lỗi: ${message}\n`);
    status = exitStatus.failed;
  };
  failures.forEach(fail);
  for (const file of files) {
    try {
      const changes = await fixFile(host, file, knowledge(file), codes, options);
      if (changes && !options.write && file !== "-" && status === exitStatus.fine) status = exitStatus.findings;
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      fail(failure.message);
    }
  }
  return status;
}

function codesNamed(lists: readonly string[]): ReadonlySet<string> | null {
  const codes = lists.flatMap((list) => list.split(/[\s,;]+/)).filter((code) => code !== "");
  for (const code of codes) {
    if (!catalog.some((entry) => entry.code === code.toUpperCase())) {
      throw new HostError(`Không có mã “${code}”; xem các mã bằng: plan explain.`);
    }
  }
  return codes.length === 0 ? null : new Set(codes.map((code) => code.toUpperCase()));
}

/** Fixes one file; true when something changes. */
async function fixFile(
  host: Host,
  file: string,
  knowledge: Knowledge,
  codes: ReadonlySet<string> | null,
  options: FixOptions,
): Promise<boolean> {
  const bytes = file === "-" ? await host.readStandardInput() : host.read(file);
  const input = decodeInput(bytes, file);
  // A fixed text on standard output is for the next program; what is said of it goes beside it.
  const stream = file === "-" ? "error" : "out";
  if (!input.readable) {
    printFindings(host, input.source, input.diagnostics, null, stream);
    throw new HostError(`Không sửa được “${file}”: tệp không phải văn bản UTF-8.`);
  }
  const fixed = fixText(
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
    input.source,
    input.diagnostics,
    (source, diagnostics) => analyzeInput({ source, readable: true, diagnostics }, knowledge)?.diagnostics ?? [],
    { unsafe: options.unsafe === true, codes },
  );
  const isChanged = fixed.applied.length > 0;
  const isWritten = options.write === true || file === "-";
  if (file === "-") host.out(isChanged ? new TextEncoder().encode(fixed.raw) : bytes);
  else if (isWritten && isChanged) {
    if (!sameBytes(host.read(file), bytes)) {
      throw new HostError(`“${file}” vừa được chương trình khác ghi lại; chưa sửa gì, hãy chạy lại.`);
    }
    host.writeAll([{ path: file, bytes: new TextEncoder().encode(fixed.raw) }]);
  }
  const isTerminal = stream === "out" ? host.outIsTerminal : host.errorIsTerminal;
  const paint = isTerminal && host.allowsColour ? colours : plain;
  host[stream](report(file, fixed, codes, isWritten, paint));
  return isChanged;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** What is done and what is left, for people. */
function report(
  file: string,
  fixed: Fixed,
  codes: ReadonlySet<string> | null,
  isWritten: boolean,
  paint: Paint,
): string {
  const name = paint.strong(printable(file));
  const { applied, dropped, unsettled, lines } = fixed;
  const parts: string[] = [];
  // What is written has been asked for; what a fix says anew is shown all the same, for somebody has to read it.
  if (applied.length > 0 && (!isWritten || applied.some((one) => !one.safe))) parts.push(diffText(lines, paint), "\n");
  const done = ({ code, title, safe, line }: FixDone): string =>
    `  dòng ${line}: ${code}  ${printable(title)}${safe ? "" : " (đổi nội dung, cần đọc lại)"}\n`;
  if (applied.length === 0) parts.push(`${name}: không có gì để sửa.\n`);
  else {
    const count = `${thousands(applied.length)} chỗ`;
    parts.push(
      isWritten ? `${name}: đã sửa ${count}.\n` : `${name}: sửa được ${count}; thêm --write để ghi vào tệp.\n`,
    );
    parts.push(...listed(applied.map(done)));
  }
  if (dropped.length > 0) {
    parts.push(
      `Không sửa ${thousands(dropped.length)} chỗ, vì sửa thì phát sinh lỗi khác:\n`,
      ...listed(dropped.map(done)),
    );
  }
  if (unsettled.length > 0) {
    parts.push(`Không sửa ${unsettled.join(", ")}, vì các cách sửa không đi đến một kết quả; cần người sửa.\n`);
  }
  parts.push(...left(fixed, codes, isWritten));
  return parts.join("");
}

/** Findings that remain: errors and warnings, and notices that have a fix, each by its line; the others counted. */
function left({ diagnostics, source, lines }: Fixed, codes: ReadonlySet<string> | null, isWritten: boolean): string[] {
  const wanted = [...diagnostics].sort(byPlace).filter(({ code }) => codes === null || codes.has(code));
  const told = wanted.filter(({ severity, fix }) => severity !== "notice" || fix !== undefined);
  const others = wanted.length - told.length;
  if (wanted.length === 0) return [];
  // Lines as they are in the file that the reader will open.
  const lineOf = isWritten ? (offset: number) => lineAt(source, offset) + 1 : originalLines(lines);
  const line = ({ code, message, span, fix }: Diagnostic): string =>
    `  dòng ${lineOf(span.start)}: ${code}  ${printable(message)}${fix && !fix.safe ? ` (sửa bằng --unsafe: ${printable(fix.title)})` : ""}\n`;
  const counts = [
    ...(told.length > 0 ? [`${thousands(told.length)} phát hiện`] : []),
    ...(others > 0 ? [`${thousands(others)} lưu ý (xem bằng plan check)`] : []),
  ];
  return [`Chưa sửa, cần người xem: ${counts.join(" và ")}.\n`, ...listed(told.map(line))];
}

const mostListed = 200;

const listed = (lines: readonly string[]): string[] =>
  lines.length <= mostListed
    ? [...lines]
    : [...lines.slice(0, mostListed), `  … còn ${thousands(lines.length - mostListed)} chỗ nữa\n`];
