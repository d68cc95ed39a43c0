/**
 * The only door to the `yaml` library: YAML text → plain nodes that know where they stand.
 *
 * Knows nothing of what a file should hold. YAML 1.2 core schema, one document a file; a date stays text. Aliases are
 * expanded, within a limit, so that callers never meet them.
 */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from "yaml";
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import { emptySpan, type SourceFile, type Span } from "./source-file.ts";
import { aliasBomb, brokenYaml, deepYaml, repeatedYamlKey } from "./yaml-errors.ts";
import { readPlain } from "./yaml-plain.ts";

export interface YamlScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly span: Span;
}
export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly span: Span;
}
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}
export interface YamlMap {
  readonly kind: "map";
  /** In the order typed; keys are unique. */
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** Levels of nesting that are read. */
const depthLimit = 64;
/** Nodes that aliases may add in one file. */
const aliasLimit = 10_000;

/** What the library's error codes mean, in words for someone who edits the file. */
const problems: Readonly<Record<string, string>> = {
  ALIAS_PROPS: "tham chiếu (*) không được kèm thuộc tính",
  BAD_ALIAS: "tham chiếu (*) không có nơi nào đặt tên (&)",
  BAD_DIRECTIVE: "dòng chỉ dẫn (%) không hợp lệ",
  BAD_DQ_ESCAPE: "ký tự sau dấu \\ trong ngoặc kép không hợp lệ",
  BAD_INDENT: "thụt đầu dòng không khớp với khối phía trên",
  BAD_SCALAR_START: "giá trị bắt đầu bằng ký tự dành riêng của YAML; hãy đặt giá trị trong ngoặc kép",
  BLOCK_AS_IMPLICIT_KEY: "hai dấu hai chấm trên một dòng; hãy đặt giá trị trong ngoặc kép",
  BLOCK_IN_FLOW: "khối nhiều dòng nằm trong ngoặc { } hoặc [ ]",
  MISSING_CHAR: "thiếu dấu đóng ngoặc, dấu phẩy, dấu hai chấm hoặc dấu cách",
  MULTILINE_IMPLICIT_KEY: "tên mục phải nằm trên một dòng",
  MULTIPLE_DOCS: "một tệp chỉ chứa một tài liệu (bỏ dòng ---)",
  TAB_AS_INDENT: "thụt đầu dòng bằng phím Tab; hãy dùng dấu cách",
  TAG_RESOLVE_FAILED: "nhãn (!) không dùng được ở đây",
  UNEXPECTED_TOKEN: "có ký tự không nằm đúng chỗ",
};

/**
 * Reads YAML. `value` is null for an empty file and for one that is too broken to read; a file with small mistakes gives
 * what could be read and an error for each.
 */
export function parseYaml(source: SourceFile): Checked<YamlNode | null> {
  const plain = readPlain(source);
  return plain === null ? parseWithLibrary(source) : { value: plain, diagnostics: [] };
}

/** All of YAML. For tests: `parseYaml` takes the short way where it can. */
export function parseWithLibrary(source: SourceFile): Checked<YamlNode | null> {
  const length = source.text.length;
  const clamp = (start: number, end: number): Span => {
    const from = Math.max(0, Math.min(start, length));
    return { start: from, end: Math.max(from, Math.min(end, length)) };
  };
  const diagnostics: Diagnostic[] = [];
  const deep = deepPlace(source.text);
  if (deep !== null) return { value: null, diagnostics: [deepYaml(emptySpan(deep), { limit: depthLimit })] };
  let document: Document.Parsed;
  try {
    document = parseDocument(source.text, {
      schema: "core",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
  } catch (error) {
    // The library recurses over nesting; nothing else is thrown for bad text.
    if (!(error instanceof RangeError)) throw error;
    return { value: null, diagnostics: [deepYaml(emptySpan(0), { limit: depthLimit })] };
  }
  for (const error of [...document.errors, ...document.warnings]) diagnostics.push(report(error, clamp));

  let aliased = 0;
  let stopped = false;
  const stop = (diagnostic: Diagnostic): null => {
    if (!stopped) diagnostics.push(diagnostic);
    stopped = true;
    return null;
  };

  const convert = (node: Node | null, at: Span, depth: number, inAlias: boolean): YamlNode | null => {
    if (stopped) return null;
    const span = node?.range ? clamp(node.range[0], node.range[1]) : at;
    const place = inAlias ? at : span;
    if (depth > depthLimit) return stop(deepYaml(place, { limit: depthLimit }));
    if (inAlias) {
      aliased += 1;
      if (aliased > aliasLimit) return stop(aliasBomb(place, { limit: aliasLimit }));
    }
    if (isAlias(node)) {
      const target = node.resolve(document);
      // An anchor inside itself has no end; the depth limit would catch it, but later and with the wrong words.
      return convert(target ?? null, place, depth + 1, true);
    }
    if (isSeq<ParsedNode>(node)) {
      const items = node.items.flatMap((item) => convert(item, place, depth + 1, inAlias) ?? []);
      return { kind: "list", items, span: place };
    }
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const entries: YamlEntry[] = [];
      const keys = new Set<string>();
      for (const pair of node.items) {
        if (!isPair(pair)) continue;
        const keySpan = inAlias || !pair.key.range ? place : clamp(pair.key.range[0], pair.key.range[1]);
        const key = isScalar(pair.key) ? String(pair.key.value ?? "") : source.text.slice(keySpan.start, keySpan.end);
        if (keys.has(key)) {
          if (!inAlias) diagnostics.push(repeatedYamlKey(keySpan, { key }));
          continue;
        }
        keys.add(key);
        const value = convert(pair.value, emptySpanAfter(keySpan), depth + 1, inAlias);
        if (value !== null) entries.push({ key, keySpan, value });
      }
      return { kind: "map", entries, span: place };
    }
    return { kind: "scalar", value: scalarValue(node), span: place };
  };

  const value = document.contents === null ? null : convert(document.contents, emptySpan(0), 0, false);
  return { value, diagnostics };
}

/**
 * Where the text nests deeper than any data file does, or null. The library recurses over nesting, and a stack that is
 * nearly full ends the process where no error can be caught, so this is asked first. Brackets in quoted text count too:
 * sixty of them unclosed are no text.
 */
function deepPlace(text: string): number | null {
  let depth = 0;
  let atLineStart = true;
  let lead = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === "\n") {
      atLineStart = true;
      lead = 0;
      continue;
    }
    // Blanks, dashes and question marks open levels at the start of a line, at least one character each.
    if (atLineStart && (character === " " || character === "-" || character === "?" || character === "\t")) lead += 1;
    else atLineStart = false;
    if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    if (depth > depthLimit || lead > 4 * depthLimit) return i;
  }
  return null;
}

const emptySpanAfter = (span: Span): Span => emptySpan(span.end);

function scalarValue(node: Node | null): YamlScalar["value"] {
  if (!isScalar(node)) return null;
  const { value } = node;
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number") return value;
  return value === undefined ? null : String(value);
}

function report(error: YAMLError, clamp: (start: number, end: number) => Span): Diagnostic {
  const [start, end] = error.pos;
  return brokenYaml(clamp(start, Math.max(end, start + 1)), {
    problem: problems[error.code] ?? "không đúng cú pháp YAML",
  });
}

// ── Reading a node ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The entry of a map; undefined when the node is no map or has no such key. */
export function entryOf(node: YamlNode, key: string): YamlEntry | undefined {
  return node.kind === "map" ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The node at a path of keys and zero-based list places, or undefined. */
export function nodeAt(node: YamlNode, path: readonly (string | number)[]): YamlNode | undefined {
  let here: YamlNode | undefined = node;
  for (const step of path) {
    if (here === undefined) return undefined;
    here =
      typeof step === "number" ? (here.kind === "list" ? here.items[step] : undefined) : entryOf(here, step)?.value;
  }
  return here;
}

/** The node as plain JavaScript values, for a schema. */
export function plainValue(node: YamlNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(plainValue);
    case "map":
      return Object.fromEntries(node.entries.map((entry) => [entry.key, plainValue(entry.value)]));
  }
}
