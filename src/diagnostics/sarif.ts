/** Findings as SARIF 2.1.0, which code hosts and editors read (OASIS Static Analysis Results Interchange Format). */
import { range, type SourceFile, type Span } from "../source/source-file.ts";
import type { Diagnostic, Fix, Severity } from "./diagnostic.ts";
import { type FileFindings, type Fingerprint, fingerprints, totalOf } from "./findings.ts";
import type { Unread } from "./junit.ts";

/** What a code means, from the catalogue. */
export interface RuleWords {
  readonly code: string;
  readonly severity: Severity;
  readonly name: string;
  readonly message: string;
  readonly why: string;
  readonly hint: string;
  readonly bad: string;
}

const level: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  notice: "note",
};

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** A path as a relative URI; one on another drive, which has no relative path, as an absolute one. */
const uriOf = (name: string): string => {
  const drive = /^[A-Za-z]:(?=\/)/.exec(name)?.[0] ?? "";
  const encoded = name.slice(drive.length).split("/").map(encodeURIComponent).join("/");
  return drive === "" ? encoded : `file:///${drive}${encoded}`;
};

/** SARIF counts lines and columns from 1, as we do, and a region ends before its end column. */
function region(source: SourceFile, span: Span): object {
  const { start, end } = range(source, span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function ruleOf({ code, severity, name, message, why, hint, bad }: RuleWords): object {
  const example = bad === "" ? "" : `Ví dụ bị báo:\n\n${bad}`;
  const help = [why, hint, example].filter((part) => part !== "").join("\n\n");
  return {
    id: code,
    ...(name === "" ? {} : { name }),
    shortDescription: { text: message },
    fullDescription: { text: why === "" ? message : why },
    help: { text: help === "" ? message : help },
    defaultConfiguration: { level: level[severity] },
  };
}

/** The log of a run. `rules` are all that could have been found; `unread` the files that could not be read. */
export function findingsSarif(
  files: readonly FileFindings[],
  unread: readonly Unread[],
  rules: readonly RuleWords[],
  programVersion: string,
): string {
  const ruleIndex = new Map(rules.map((rule, index) => [rule.code, index]));
  const results = files.flatMap((file, index) => {
    const artifactLocation = { uri: uriOf(file.name), uriBaseId: "%SRCROOT%", index };
    const place = (span: Span): object => ({ artifactLocation, region: region(file.source, span) });
    const fixOf = (fix: Fix): object => ({
      description: { text: fix.title },
      artifactChanges: [
        {
          artifactLocation,
          replacements: fix.edits.map((edit) => ({
            deletedRegion: region(file.source, edit.span),
            insertedContent: { text: edit.text },
          })),
        },
      ],
      // SARIF has no word for it: a fix that is not safe wants a person's yes.
      properties: { safe: fix.safe },
    });
    const result = (diagnostic: Diagnostic, { key, occurrence }: Fingerprint, suppressions: readonly object[]) => ({
      ruleId: diagnostic.code,
      ...(ruleIndex.has(diagnostic.code) ? { ruleIndex: ruleIndex.get(diagnostic.code) } : {}),
      level: level[diagnostic.severity],
      message: { text: wordsOf(diagnostic) },
      locations: [{ physicalLocation: place(diagnostic.span) }],
      ...(diagnostic.related?.length
        ? {
            relatedLocations: diagnostic.related.map((other, id) => ({
              id: id + 1,
              message: { text: other.message },
              physicalLocation: place(other.span),
            })),
          }
        : {}),
      partialFingerprints: { primaryLocationLineHash: `${key}:${occurrence}` },
      ...(diagnostic.fix && diagnostic.fix.edits.length > 0 ? { fixes: [fixOf(diagnostic.fix)] } : {}),
      suppressions,
    });
    const silenced = file.silenced.map((one) => one.diagnostic);
    const names = fingerprints(file.source, [...file.diagnostics, ...silenced]);
    return [
      ...file.diagnostics.map((diagnostic, i) => result(diagnostic, names[i]!, [])),
      ...file.silenced.map(({ diagnostic, reason }, i) =>
        result(diagnostic, names[file.diagnostics.length + i]!, [
          { kind: "inSource", ...(reason === "" ? {} : { justification: reason }) },
        ]),
      ),
    ];
  });
  const log = {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "plan",
            version: programVersion,
            language: "vi",
            rules: rules.map(ruleOf),
          },
        },
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            ...(unread.length === 0
              ? {}
              : {
                  toolExecutionNotifications: unread.map(({ message }) => ({
                    level: "error",
                    message: { text: message },
                  })),
                }),
          },
        ],
        artifacts: files.map((file) => ({
          location: { uri: uriOf(file.name), uriBaseId: "%SRCROOT%" },
          encoding: "UTF-8",
        })),
        columnKind: "unicodeCodePoints",
        newlineSequences: ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"],
        results,
        properties: { examined: totalOf(files.map((file) => file.examined)) },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const wordsOf = ({ message, hint }: Diagnostic): string => (hint ? `${message}\n${hint}` : message);
