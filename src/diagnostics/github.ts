/** Findings as workflow commands of GitHub Actions, which shows them at the lines of a change. */
import { range } from "../source/source-file.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { examinedWords, type FileFindings, totalOf } from "./findings.ts";
import { severityName, summary } from "./pretty.ts";

const command: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", notice: "notice" };

const escapes: Readonly<Record<string, string>> = {
  "%": "%25",
  "\r": "%0D",
  "\n": "%0A",
  ":": "%3A",
  ",": "%2C",
};
const inMessage = (text: string): string => text.replace(/[%\r\n]/g, (c) => escapes[c]!);
const inProperty = (text: string): string => text.replace(/[%\r\n:,]/g, (c) => escapes[c]!);

function line(file: FileFindings, { code, severity, message, span, why, hint, fix }: Diagnostic): string {
  const { start, end } = range(file.source, span);
  const properties = {
    file: file.name,
    line: start.line,
    endLine: end.line,
    col: start.column,
    // An end column is taken within one line only.
    ...(start.line === end.line ? { endColumn: end.column } : {}),
    title: `${code} (${severityName[severity]})`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`);
  const words = [
    message,
    ...(why ? [`Vì sao: ${why}`] : []),
    ...(fix ? [`Cách sửa: ${fix.title}`] : []),
    ...(hint ? [`${fix ? "Gợi ý" : "Cách sửa"}: ${hint}`] : []),
  ];
  return `::${command[severity]} ${list.join(",")}::${inMessage(words.join("\n"))}\n`;
}

/** All findings of a run, one a line, and a last line for the log. */
export function findingsGithub(files: readonly FileFindings[]): string {
  const all = files.flatMap((file) => file.diagnostics);
  const lines = files.flatMap((file) => file.diagnostics.map((diagnostic) => line(file, diagnostic)));
  const total = `${files.length} tệp: ${summary(all)}. ${examinedWords(totalOf(files.map((f) => f.examined)))}\n`;
  return lines.join("") + total;
}
