/**
 * Prints any tree of the compiler as stable, indented text: for bug reports and golden files. Knows no node types:
 * objects with a `kind` print it first, spans print as `@line:column-line:column`, sources not at all.
 */
import { position, type SourceFile, type Span } from "./source/source-file.ts";

/** The text of a tree. Same tree, same text. */
export function dump(tree: unknown, file: SourceFile): string {
  const lines: string[] = [];
  const place = (span: Span): string => {
    const start = position(file, span.start);
    const end = position(file, span.end);
    return `@${start.line}:${start.column}-${end.line}:${end.column}`;
  };
  const isSpan = (value: unknown): value is Span =>
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length === 2 &&
    typeof (value as Span).start === "number" &&
    typeof (value as Span).end === "number";
  const isSource = (value: object): boolean => "lineStarts" in value && "digest" in value;
  const scalar = (value: unknown): string | undefined => {
    if (value === null) return "null";
    if (typeof value === "object") {
      if (isSpan(value)) return place(value);
      return Array.isArray(value) && value.every((item) => typeof item !== "object")
        ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]`
        : undefined;
    }
    if (typeof value === "number") return String(Math.round(value * 1000) / 1000);
    return JSON.stringify(value);
  };
  /** The place of a time is one in its own words, not in the file. */
  const shortOf = (key: string, value: unknown): string | undefined =>
    key === "at" && isSpan(value) ? `${value.start}..${value.end}` : scalar(value);
  const walk = (label: string, value: unknown, depth: number): void => {
    const indent = "  ".repeat(depth);
    const simple = scalar(value);
    if (simple !== undefined) {
      lines.push(`${indent}${label}: ${simple}`);
      return;
    }
    if (Array.isArray(value)) {
      lines.push(`${indent}${label}:`);
      for (const item of value) walk("-", item, depth + 1);
      return;
    }
    const object = value as Record<string, unknown>;
    if (isSource(object)) return;
    const head: string[] = [];
    const rest: [string, unknown][] = [];
    for (const [key, item] of Object.entries(object)) {
      if (item === undefined || key === "kind" || typeof item === "function") continue;
      const short = shortOf(key, item);
      if (short !== undefined && short.length <= 100)
        head.push(isSpan(item) && key === "span" ? short : `${key}=${short}`);
      else rest.push([key, item]);
    }
    const kind = typeof object.kind === "string" ? `${object.kind} ` : "";
    lines.push(`${indent}${label} ${kind}${head.join(" ")}`.trimEnd());
    for (const [key, item] of rest) walk(key, item, depth + 1);
  };
  walk("tree", tree, 0);
  return `${lines.join("\n")}\n`;
}
