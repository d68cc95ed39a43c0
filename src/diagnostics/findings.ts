/** What a run found in one file, as all forms of output take it, and what was looked at to find it. */
import { lineAt, lineText, type SourceFile } from "../source/source-file.ts";
import type { Diagnostic, Silenced } from "./diagnostic.ts";
import { thousands } from "./pretty.ts";

/** Counts of what was looked at, so that “nothing found” can be told from “nothing examined”. */
export interface Examined {
  readonly documents: number;
  readonly divisions: number;
  readonly tasks: number;
  readonly citations: number;
  /** Citations whose document is in the registry. */
  readonly citationsKnown: number;
  /** Known ones of which it is not certain whether they are in force. */
  readonly citationsUncertain: number;
  readonly agencies: number;
  readonly agenciesKnown: number;
  readonly times: number;
  readonly timesUnderstood: number;
}

export interface FileFindings {
  readonly source: SourceFile;
  /** The path from the folder in which the program runs, with “/” between names; `-` for standard input. */
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
  readonly examined: Examined;
  /** False for a file whose bytes are no text: nothing in it was looked at. */
  readonly readable: boolean;
}

export const nothingExamined: Examined = {
  documents: 0,
  divisions: 0,
  tasks: 0,
  citations: 0,
  citationsKnown: 0,
  citationsUncertain: 0,
  agencies: 0,
  agenciesKnown: 0,
  times: 0,
  timesUnderstood: 0,
};

export function totalOf(all: readonly Examined[]): Examined {
  const total: Record<string, number> = { ...nothingExamined };
  for (const one of all) for (const [key, value] of Object.entries(one)) total[key]! += value;
  return total as unknown as Examined;
}

/** “Đã soát: 83 viện dẫn: 61 đã đối chiếu, 22 chưa có trong danh mục; …”, a sentence without its line end. */
export function examinedWords(examined: Examined): string {
  const { documents, divisions, tasks, citations, citationsKnown, citationsUncertain } = examined;
  const { agencies, agenciesKnown, times, timesUnderstood } = examined;
  const group = (count: number, name: string, parts: readonly (readonly [number, string])[]): string[] => {
    const told = parts.filter(([n]) => n > 0).map(([n, words]) => `${thousands(n)} ${words}`);
    return count === 0 ? [] : [`${thousands(count)} ${name}${told.length > 0 ? `: ${told.join(", ")}` : ""}`];
  };
  const groups = [
    ...(documents > 1 ? [`${thousands(documents)} văn bản`] : []),
    ...group(citations, "viện dẫn", [
      [citationsKnown - citationsUncertain, "đã đối chiếu"],
      [citationsUncertain, "đã đối chiếu nhưng chưa rõ hiệu lực"],
      [citations - citationsKnown, "chưa có trong danh mục"],
    ]),
    ...group(agencies, "chỗ nêu cơ quan", [
      [agenciesKnown, "nhận ra"],
      [agencies - agenciesKnown, "không rõ"],
    ]),
    ...group(times, "mốc thời gian", [
      [timesUnderstood, "hiểu được"],
      [times - timesUnderstood, "để nguyên chữ"],
    ]),
    ...group(tasks, "nhiệm vụ", []),
  ];
  const missing = [
    ...(citations === 0 ? ["viện dẫn"] : []),
    ...(agencies === 0 ? ["cơ quan"] : []),
    ...(times === 0 ? ["mốc thời gian"] : []),
    ...(tasks === 0 ? ["nhiệm vụ"] : []),
  ];
  if (groups.length === 0 && divisions > 0) groups.push(`${thousands(divisions)} mục, khoản, điểm`);
  if (missing.length > 0) groups.push(`không thấy ${missing.join(", ")} nào`);
  return `Đã soát: ${groups.join("; ")}.`;
}

/**
 * A name for each finding that stays the same when its line moves: the code, the words of the line, and which one of
 * several equal ones it is. `key` is equal for the findings that differ in the last alone.
 */
export interface Fingerprint {
  readonly key: string;
  readonly occurrence: number;
  /** The words of the line, blanks made equal. */
  readonly words: string;
}

export function fingerprints(source: SourceFile, diagnostics: readonly Diagnostic[]): readonly Fingerprint[] {
  const lines = new Map<number, { readonly words: string; readonly hash: string }>();
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, span }) => {
    const index = lineAt(source, span.start);
    let line = lines.get(index);
    if (line === undefined) {
      const words = lineText(source, index).trim().replace(/\s+/g, " ");
      line = { words, hash: hashOf(words) };
      lines.set(index, line);
    }
    const key = `${code}-${line.hash}`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return { key, occurrence, words: line.words };
  });
}

/** Sixteen hexadecimal digits of a text: FNV-1a twice, from two starts. Tells lines apart; keeps no secret. */
function hashOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xc9dc5118;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ (unit & 0xff), 0x01000193);
    a = Math.imul(a ^ (unit >> 8), 0x01000193);
    b = Math.imul(b ^ (unit >> 8), 0x01000193);
    b = Math.imul(b ^ (unit & 0xff), 0x01000193);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
