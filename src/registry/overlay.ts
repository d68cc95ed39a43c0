/**
 * plan.yaml, the office's own facts → rows as typed. Pure: what the rows mean among those of the program is
 * `overlay-bind.ts`, where the file is found `cli/overlay.ts`. `docs/schema/plan-yaml.json` says the same for editors.
 *
 * A file with a mistake is not half used: its findings are errors, and the caller refuses to run (a plan checked against
 * half of what its office knows would look clean).
 */
import { foldVietnamese } from "../../grammar/fold.ts";
import type { Checked, Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import type { Level, LevelChange, Levels } from "../diagnostics/levels.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { parseYaml, type YamlEntry, type YamlNode } from "../source/yaml.ts";
import { fixedLevel, outsideFolder, overlayEndsBeforeStart, unknownCode } from "./overlay-errors.ts";
import { choiceOf, entriesOf, Fields, type Placed, type Report, textOf, wrongValue } from "./overlay-fields.ts";
import type { Agency } from "./registry.ts";
import { didYouMean } from "./search.ts";

/** A unit of the office, or the office itself. Dates are ISO; null where not written. */
export interface UnitRow {
  readonly name: string;
  readonly short: readonly Placed[];
  readonly variants: readonly Placed[];
  readonly symbol: string | null;
  readonly level: Agency["level"] | null;
  /** Name of the body above it. */
  readonly parent: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly replacedBy: readonly Placed[];
  readonly act: string | null;
  readonly isConfirmed: boolean;
  readonly source: string | null;
  /** Of the name. */
  readonly span: Span;
}

export interface DocumentRow {
  readonly type: string;
  readonly number: string;
  readonly issued: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly replacedBy: readonly Placed[];
  readonly amendedBy: readonly Placed[];
  readonly isConfirmed: boolean;
  readonly source: string | null;
  /** Of the number. */
  readonly span: Span;
}

export interface AbbreviationRow {
  readonly short: string;
  readonly full: string;
  readonly span: Span;
}

export interface RecipientRow {
  readonly name: string;
  readonly bodies: readonly string[] | null;
  readonly span: Span;
}

export interface Overlay {
  readonly source: SourceFile;
  readonly agency: UnitRow | null;
  readonly units: readonly UnitRow[];
  readonly documents: readonly DocumentRow[];
  readonly abbreviations: readonly AbbreviationRow[];
  readonly recipients: readonly RecipientRow[];
  readonly levels: Levels;
  /** Further files, relative to the folder of this one. */
  readonly files: readonly Placed[];
}

// ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Lists that any file of an office may hold. */
export const partKeys = ["đơn vị", "văn bản", "viết tắt", "nơi nhận"] as const;
export const overlayKeys = ["cơ quan", ...partKeys, "mức độ", "danh mục"] as const;
export const unitKeys = [
  "tên",
  "viết tắt",
  "tên khác",
  "ký hiệu",
  "cấp",
  "thuộc",
  "từ ngày",
  "đến ngày",
  "thay thế bởi",
  "căn cứ",
  "xác nhận",
  "nguồn",
] as const;
export const documentRowKeys = [
  "loại",
  "số",
  "ngày",
  "cơ quan ban hành",
  "trích yếu",
  "hiệu lực từ",
  "hiệu lực đến",
  "thay thế bởi",
  "sửa đổi bởi",
  "xác nhận",
  "nguồn",
] as const;

export const levelWords: Readonly<Record<string, Agency["level"]>> = {
  "trung ương": "central",
  tỉnh: "province",
  huyện: "district",
  xã: "commune",
  thôn: "hamlet",
  khác: "other",
};
export const severityWords: Readonly<Record<string, Level>> = {
  tắt: "off",
  "lưu ý": "notice",
  "cảnh báo": "warning",
  lỗi: "error",
};
export const confirmedWords: Readonly<Record<string, boolean>> = { rồi: true, chưa: false };

/** Types whose documents are cited by name. */
export const namedType = /^(?:bo luat|luat|hien phap|phap lenh)$/;

// ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const nothing = (source: SourceFile): Overlay => ({
  source,
  agency: null,
  units: [],
  documents: [],
  abbreviations: [],
  recipients: [],
  levels: new Map(),
  files: [],
});

/**
 * Reads a plan.yaml, or with `isPart` a file that one names: that holds lists only. `codes` are the findings of the program
 * with the severities they are declared with. An empty file is one without facts.
 */
export function readOverlay(
  source: SourceFile,
  codes: ReadonlyMap<string, Severity>,
  isPart = false,
): Checked<Overlay> {
  const parsed = parseYaml(source);
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const root = parsed.value;
  if (root === null || (root.kind === "scalar" && root.value === null)) return { value: nothing(source), diagnostics };
  const name = isPart ? "Tệp danh mục" : "plan.yaml";
  if (root.kind !== "map") {
    // What stands behind broken YAML is no list of facts; one finding is enough.
    if (diagnostics.length === 0) {
      const first = { start: root.span.start, end: Math.min(root.span.end, root.span.start + 1) };
      report(wrongValue(name, { ...root, span: first }, `các mục ${overlayKeys.join(", ")}`));
    }
    return { value: nothing(source), diagnostics };
  }
  const entries = entriesOf(root, isPart ? partKeys : overlayKeys, name, report);
  const value = (key: string): YamlNode | null => {
    const node = entries.get(key)?.value;
    return node === undefined || (node.kind === "scalar" && node.value === null) ? null : node;
  };
  return {
    value: {
      source,
      agency: office(value("cơ quan"), report),
      units: rows(value("đơn vị"), "đơn vị", unitKeys, unit, report),
      documents: rows(value("văn bản"), "văn bản", documentRowKeys, document, report),
      abbreviations: abbreviations(value("viết tắt"), report),
      recipients: recipients(value("nơi nhận"), report),
      levels: levels(value("mức độ"), codes, report),
      files: files(value("danh mục"), report),
    },
    diagnostics,
  };
}

/** The rows of a list; those with mistakes are reported and left out. */
function rows<T>(
  node: YamlNode | null,
  key: string,
  known: readonly string[],
  make: (fields: Fields, report: Report) => T,
  report: Report,
): T[] {
  if (node === null) return [];
  if (node.kind !== "list") {
    report(wrongValue(key, head(node), "danh sách, mỗi mục bắt đầu bằng gạch ngang"));
    return [];
  }
  return node.items.flatMap((item) => {
    if (item.kind !== "map") {
      report(wrongValue(key, item, `mục có các trường, ví dụ: - ${known[0]}: …`));
      return [];
    }
    const fields = new Fields(item, key, known, report);
    const row = make(fields, report);
    return fields.failed ? [] : [row];
  });
}

/** A map or list told by its first character, for it may fill the file. */
const head = (node: YamlNode): YamlNode =>
  node.kind === "scalar"
    ? node
    : { ...node, span: { start: node.span.start, end: Math.min(node.span.end, node.span.start + 1) } };

function office(node: YamlNode | null, report: Report): UnitRow | null {
  if (node === null) return null;
  const key = "cơ quan";
  if (node.kind === "map") {
    const fields = new Fields(node, key, unitKeys, report);
    const row = unit(fields, report);
    return fields.failed ? null : row;
  }
  const name = textOf(node);
  if (name === null) {
    report(wrongValue(key, head(node), "tên cơ quan"));
    return null;
  }
  return {
    name,
    short: [],
    variants: [],
    symbol: null,
    level: null,
    parent: null,
    from: null,
    to: null,
    replacedBy: [],
    act: null,
    isConfirmed: true,
    source: null,
    span: node.span,
  };
}

function unit(f: Fields, report: Report): UnitRow {
  const row: UnitRow = {
    name: f.required("tên"),
    short: f.texts("viết tắt"),
    variants: f.texts("tên khác"),
    symbol: f.text("ký hiệu"),
    level: f.choice("cấp", levelWords),
    parent: f.text("thuộc"),
    from: f.date("từ ngày"),
    to: f.date("đến ngày"),
    replacedBy: f.texts("thay thế bởi"),
    act: f.text("căn cứ"),
    isConfirmed: f.choice("xác nhận", confirmedWords) ?? true,
    source: f.text("nguồn"),
    span: f.at("tên"),
  };
  interval(row.from, row.to, f, "đến ngày", report);
  return row;
}

/** A number as it is cited: digits and a symbol after a stroke or hyphen; a constitution is its year. */
export const numberShape = /^\d+[a-zđ]?[/-]\S*\p{L}\S*$/u;

function document(f: Fields, report: Report): DocumentRow {
  const type = f.required("loại");
  const row: DocumentRow = {
    type: type.charAt(0).toUpperCase() + type.slice(1),
    number: f.required("số"),
    issued: f.date("ngày"),
    issuer: f.text("cơ quan ban hành"),
    title: f.text("trích yếu"),
    from: f.date("hiệu lực từ"),
    to: f.date("hiệu lực đến"),
    replacedBy: f.texts("thay thế bởi"),
    amendedBy: f.texts("sửa đổi bởi"),
    isConfirmed: f.choice("xác nhận", confirmedWords) ?? true,
    source: f.text("nguồn"),
    span: f.at("số"),
  };
  if (row.number !== "" && !numberShape.test(row.number)) {
    f.failed = true;
    const node = { kind: "scalar", value: row.number, span: row.span } as const;
    report(wrongValue("số", node, "số và ký hiệu viết liền, ví dụ 123/QĐ-UBND"));
  }
  // A law is found by its name; without one, every “Luật” would be it.
  if (row.title === null && namedType.test(foldVietnamese(type))) f.missing("trích yếu");
  interval(row.from ?? row.issued, row.to, f, "hiệu lực đến", report);
  return row;
}

const shown = (iso: string): string => iso.split("-").reverse().join("/");

function interval(from: string | null, to: string | null, f: Fields, key: string, report: Report): void {
  if (from === null || to === null || from <= to) return;
  f.failed = true;
  report(overlayEndsBeforeStart(f.at(key), { key, start: shown(from), end: shown(to) }));
}

/** `- CĐS: chuyển đổi số` as in a .plan, or the same without dashes. */
function pairs(node: YamlNode, key: string, expected: string, report: Report): readonly YamlEntry[] {
  if (node.kind === "map") return node.entries;
  if (node.kind === "scalar") {
    report(wrongValue(key, node, expected));
    return [];
  }
  return node.items.flatMap((item) => {
    if (item.kind === "map") return item.entries;
    report(wrongValue(key, item, expected));
    return [];
  });
}

function abbreviations(node: YamlNode | null, report: Report): AbbreviationRow[] {
  if (node === null) return [];
  return pairs(node, "viết tắt", "cặp “chữ tắt: chữ đầy đủ”", report).flatMap(({ key, keySpan, value }) => {
    const full = textOf(value);
    const short = key.normalize("NFC").trim();
    if (full !== null && short !== "") return [{ short, full, span: keySpan }];
    report(wrongValue(key, head(value), "chữ đầy đủ"));
    return [];
  });
}

function recipients(node: YamlNode | null, report: Report): RecipientRow[] {
  if (node === null) return [];
  const expected = "tên nơi nhận, hoặc “tên: [các đơn vị]”";
  if (node.kind === "scalar") {
    report(wrongValue("nơi nhận", node, `danh sách ${expected}`));
    return [];
  }
  const items: readonly YamlNode[] = node.kind === "map" ? [node] : node.items;
  return items.flatMap((item): RecipientRow[] => {
    if (item.kind === "map") return item.entries.flatMap((entry) => group(entry, report));
    const name = textOf(item);
    if (name !== null) return [{ name, bodies: null, span: item.span }];
    report(wrongValue("nơi nhận", item, expected));
    return [];
  });
}

function group({ key, keySpan, value }: YamlEntry, report: Report): RecipientRow[] {
  const items = value.kind === "list" ? value.items : [value];
  const bodies = items.flatMap((item) => {
    const text = textOf(item);
    if (text === null) report(wrongValue(key, head(item), "danh sách các đơn vị"));
    return text ?? [];
  });
  return [{ name: key.normalize("NFC").trim(), bodies, span: keySpan }];
}

function levels(node: YamlNode | null, codes: ReadonlyMap<string, Severity>, report: Report): Levels {
  const changes = new Map<string, LevelChange>();
  if (node === null) return changes;
  for (const { key, keySpan, value } of pairs(node, "mức độ", "cặp “mã: mức”", report)) {
    const code = key.trim().toUpperCase();
    const declared = codes.get(code);
    if (declared === undefined) {
      report(unknownCode(keySpan, { code: key, suggestion: nearestCode(code, codes) }));
      continue;
    }
    const level = choiceOf(key, value, severityWords, report);
    if (level === null) continue;
    if (declared === "error") report(fixedLevel(keySpan, { code }));
    else changes.set(code, { level, declared });
  }
  return changes;
}

/** Codes differ by digits, so another number is no misspelling; letters and blanks may be. */
function nearestCode(code: string, codes: ReadonlyMap<string, Severity>): string {
  const digits = code.replace(/\D/g, "");
  return didYouMean(
    code,
    [...codes.keys()].filter((one) => digits !== "" && one.endsWith(digits)),
  );
}

function files(node: YamlNode | null, report: Report): Placed[] {
  if (node === null) return [];
  const items = node.kind === "list" ? node.items : [node];
  return items.flatMap((item) => {
    const path = textOf(item);
    if (path === null) report(wrongValue("danh mục", head(item), "đường dẫn tệp"));
    else if (leaves(path)) report(outsideFolder(item.span, { path }));
    else return [{ text: path, span: item.span }];
    return [];
  });
}

/** True for a path that does not stay below its folder: absolute, of a drive or a share, or with `..` in it. Links are the
 * host's to judge. */
export const leaves = (path: string): boolean =>
  /^(?:[/\\~]|[A-Za-z]:|[a-z]+:\/\/)/.test(path) || path.split(/[/\\]/).includes("..") || path.includes("\0");

/** The key of a registry file in the program's own form (`agencies:` …); null for other files. */
export function registryKey(source: SourceFile): "agencies" | "documents" | "abbreviations" | "provinces" | null {
  const key = /^(agencies|documents|abbreviations|provinces):/m.exec(source.text)?.[1];
  return (key as "agencies" | "documents" | "abbreviations" | "provinces" | undefined) ?? null;
}

export type { Placed } from "./overlay-fields.ts";
