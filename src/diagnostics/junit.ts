/** Findings as JUnit XML, which build servers read: one suite a file, one case a finding, or one that passes. */
import { position } from "../source/source-file.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { FileFindings } from "./findings.ts";
import { pretty, severityName } from "./pretty.ts";

/** What XML 1.0 cannot hold, even as a reference. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};
const text = (value: string): string => value.replace(forbidden, "").replace(/[&<>\r]/g, (c) => entities[c]!);
const attribute = (value: string | number): string =>
  `"${String(value)
    .replace(forbidden, "")
    .replace(/[&<>"\n\r\t]/g, (c) => entities[c]!)}"`;

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}=${attribute(value)}`)
    .join("");

/** A file that could not be read, and why. */
export interface Unread {
  readonly name: string;
  readonly message: string;
}

/** `fails` says which findings make the run fail; the others are cases that were skipped, with their words. */
export function findingsJunit(
  files: readonly FileFindings[],
  unread: readonly Unread[],
  fails: (diagnostic: Diagnostic) => boolean,
): string {
  const testCase = (file: FileFindings, diagnostic: Diagnostic): string => {
    const { code, severity, message, span } = diagnostic;
    const at = position(file.source, span.start);
    const head = { classname: file.name, name: `${code} ${at.line}:${at.column} ${message}`, file: file.name };
    const said = { message: `${severityName[severity]} ${code}: ${message}` };
    const result = fails(diagnostic)
      ? `<failure${attributes({ ...said, type: code })}>${text(pretty(file.source, diagnostic))}</failure>`
      : `<skipped${attributes(said)}/>`;
    return `    <testcase${attributes({ ...head, line: at.line, time: 0 })}>${result}</testcase>\n`;
  };
  const suites = files.map((file) => {
    const failures = file.diagnostics.filter(fails).length;
    const tests = Math.max(1, file.diagnostics.length);
    const skipped = file.diagnostics.length - failures;
    const passing = { classname: file.name, name: "không phát hiện lỗi", file: file.name, time: 0 };
    const cases = file.diagnostics.map((diagnostic) => testCase(file, diagnostic));
    return {
      counts: { tests, failures, errors: 0, skipped },
      name: file.name,
      cases: cases.length > 0 ? cases : [`    <testcase${attributes(passing)}/>\n`],
    };
  });
  const broken = unread.map(({ name, message }) => ({
    counts: { tests: 1, failures: 0, errors: 1, skipped: 0 },
    name,
    cases: [
      `    <testcase${attributes({ classname: name, name: "không đọc được", file: name, time: 0 })}>` +
        `<error${attributes({ message, type: "không đọc được" })}/></testcase>\n`,
    ],
  }));
  const all = [...suites, ...broken];
  const sum = (key: "tests" | "failures" | "errors" | "skipped"): number =>
    all.reduce((total, { counts }) => total + counts[key], 0);
  const totals = { tests: sum("tests"), failures: sum("failures"), errors: sum("errors"), skipped: sum("skipped") };
  const body = all.map(
    ({ counts, name, cases }) =>
      `  <testsuite${attributes({ name, ...counts, time: 0 })}>\n${cases.join("")}  </testsuite>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<testsuites${attributes({ name: "plan check", ...totals, time: 0 })}>\n${body.join("")}</testsuites>\n`
  );
}
