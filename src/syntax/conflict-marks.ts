/** Marks that a merge left in a file: what stands between them would print in both wordings. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { openConflict } from "./errors.ts";

const marks = /^(?:<{7,}|>{7,})(?= \S).*$/gm;

/** Reports each conflict once, at its first mark; a closing mark alone is one too. */
export function conflictMarks({ text }: SourceFile, report: (diagnostic: Diagnostic) => void): void {
  let isOpen = false;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const opens = mark.startsWith("<");
    if (opens || !isOpen) report(openConflict({ start: index, end: index + mark.length }, { mark: mark.slice(0, 40) }));
    isOpen = opens;
  }
}
