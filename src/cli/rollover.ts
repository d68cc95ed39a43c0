/** `plan rollover`: next year's draft from last year's plan, beside it or where `-o` says; never over a file. */
import * as path from "node:path";
import { blocksOutput } from "../diagnostics/diagnostic.ts";
import { printable } from "../diagnostics/pretty.ts";
import { version } from "../version.ts";
import { rollOver } from "../versions/rollover.ts";
import { rolloverJson, rolloverText } from "../versions/rollover-report.ts";
import { type Host, HostError } from "./host.ts";
import { readKnowledge } from "./overlay.ts";
import { analyzeInput, type ExitStatus, exitStatus, printFindings, readInput } from "./session.ts";

export interface RolloverOptions {
  /** As typed. */
  readonly year: string;
  readonly output?: string;
  readonly format: "text" | "json";
}

/** Places to look at are the ordinary end of a rollover, no finding: the status is 0. */
export async function runRollover(host: Host, file: string, options: RolloverOptions): Promise<ExitStatus> {
  if (!/^(?:19|20|21)\d\d$/.test(options.year)) {
    throw new HostError(`“--year” nhận một năm có bốn chữ số, không nhận “${printable(options.year)}”.`);
  }
  const knowledge = readKnowledge(host)(file);
  const input = await readInput(host, file);
  const analysis = analyzeInput(input, knowledge);
  const found = analysis?.diagnostics ?? input.diagnostics;
  // What is not read as it was meant cannot be moved; a field that is missing does no harm.
  const errors = found.filter((one) => blocksOutput(one) && /^(?:NG|CP)/.test(one.code));
  if (analysis === null || errors.length > 0) {
    printFindings(host, input.source, errors, analysis, "error");
    host.error(`${printable(file)}: chưa chuyển được; sửa các lỗi trên rồi chạy lại.\n`);
    return exitStatus.findings;
  }
  const result = rollOver(input.source, knowledge.registries, Number(options.year));
  if (result.kind === "refused") throw new HostError(`${printable(file)}: ${result.words}`);
  const { rollover } = result;
  const target = targetOf(host, file, options, rollover);
  if (target === null && options.format === "json") {
    throw new HostError(
      "Bản mới và báo cáo JSON không thể cùng ra đầu ra chuẩn; hãy ghi bản mới vào tệp bằng -o TỆP.plan.",
    );
  }
  const files = { source: input.source, target };
  const report = options.format === "json" ? rolloverJson(rollover, files, version) : rolloverText(rollover, files);
  if (target === null) {
    host.out(rollover.text);
    host.error(report);
  } else {
    host.writeAll([{ path: target, bytes: new TextEncoder().encode(rollover.text) }]);
    host.out(report);
    if (options.format === "text") {
      host.out(`\nĐã ghi ${printable(target)}. Xem các chỗ trên rồi chạy: plan check ${typed(target)}\n`);
    }
  }
  return exitStatus.fine;
}

interface Years {
  readonly from: { readonly from: number; readonly to: number };
  readonly to: { readonly from: number; readonly to: number };
}

function targetOf(host: Host, file: string, { output }: RolloverOptions, years: Years): string | null {
  if (output === "-" || (output === undefined && file === "-")) return null;
  const target = output ?? path.join(path.dirname(file), nextName(path.basename(file), years));
  if (host.isDirectory(target)) {
    throw new HostError(`“${target}” là thư mục; hãy ghi cả tên tệp, ví dụ: -o ${path.join(target, "ke-hoach.plan")}.`);
  }
  if (host.exists(target)) throw new HostError(`“${target}” đã có, không ghi đè; hãy chọn tên khác: -o TỆP.plan.`);
  return target;
}

/** “ke-hoach-2025.plan” → “ke-hoach-2026.plan”, “xa-2021-2025.plan” → “xa-2026-2030.plan”; a name without the year gets it. */
export function nextName(name: string, { from, to }: Years): string {
  const base = name.replace(/\.plan$/i, "");
  const year = (figures: number): RegExp => new RegExp(`(?<!\\d)${figures}(?!\\d)`, "g");
  if (!year(from.from).test(base)) return `${base}-${to.from}.plan`;
  const marked = base.replace(year(from.from), "\u0001").replace(year(from.to), "\u0002");
  return `${marked.replaceAll("\u0001", String(to.from)).replaceAll("\u0002", String(to.to))}.plan`;
}

const typed = (file: string): string => (/\s/.test(file) ? `"${file}"` : file);
