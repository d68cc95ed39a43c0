/** `plan explain CODE`: what a code means, why, how to mend it, with an example. Without a code: the list of all. */
import { type CatalogEntry, catalog } from "../catalog.ts";
import { severityName } from "../diagnostics/pretty.ts";
import { type Host, HostError } from "./host.ts";
import { type ExitStatus, exitStatus } from "./session.ts";

const indented = (text: string): string =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");

export function explanation(entry: CatalogEntry): string {
  const parts = [`${entry.code} (${severityName[entry.severity]})`, entry.message, `Vì sao: ${entry.why}`];
  if (entry.hint) parts.push(`Cách sửa: ${entry.hint}`);
  if (entry.bad) parts.push(`Ví dụ sai:\n${indented(entry.bad)}`);
  if (entry.good) parts.push(`Ví dụ đúng:\n${indented(entry.good)}`);
  return `${parts.join("\n\n")}\n`;
}

export function runExplain(host: Host, code: string | undefined): ExitStatus {
  if (code === undefined) {
    for (const entry of catalog)
      host.out(`${entry.code}  ${severityName[entry.severity].padEnd(8)}  ${entry.message}\n`);
    return exitStatus.fine;
  }
  const entry = catalog.find((e) => e.code === code.toUpperCase());
  if (!entry) throw new HostError(`Không có mã “${code}”. Gõ “plan explain” để xem tất cả các mã.`);
  host.out(explanation(entry));
  return exitStatus.fine;
}
