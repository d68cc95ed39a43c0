/**
 * A form file read into one flat table: path → value with its unit, where the law says so, and what it allows.
 *
 * Knows the keys that a form may have and the kind of each value; converts units to points and checks the allowed
 * values. It does not know what the values are for: `form.ts` builds the Form from the table. There is no arithmetic in
 * form files.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { parseYaml, type YamlNode } from "../source/yaml.ts";
import { badFormValue, outsideAllowedValues, uncitedFormValue, unknownFormKey } from "./errors.ts";
import { mm, styleNames } from "./style.ts";

/** Where a value rests: the article that says so (`source`) and the id of the rule (`rule`). */
export interface Citation {
  readonly source: string;
  readonly rule: string;
}

export interface FormValue {
  /** Points for lengths, a factor for percent and lines; text, truth values and lists as they are. */
  readonly value: number | string | boolean | null | readonly string[];
  /** As written, such as `1.27 cm`. */
  readonly written: string;
  readonly citation: Citation | null;
  readonly span: Span;
}

export type FormValues = ReadonlyMap<string, FormValue>;

type ValueKind =
  | "length"
  | "percent"
  | "lines"
  | "integer"
  | "truth"
  | "text"
  | "date"
  | "color"
  | "align"
  | "place"
  | "list";

const expected: Readonly<Record<ValueKind, string>> = {
  length: "độ dài có đơn vị (mm, cm, pt)",
  percent: "phần trăm (%)",
  lines: "số dòng (như “1 dòng”, “1.5 dòng”) hoặc độ dài có đơn vị pt",
  integer: "số nguyên",
  truth: "true hoặc false",
  text: "chữ",
  date: "ngày dạng năm-tháng-ngày hoặc null",
  color: "màu dạng #RRGGBB",
  align: "một trong left, center, right, justify",
  place: "một trong top-center, bottom-right",
  list: "danh sách chữ",
};

/** Properties of a paragraph style, and of `defaults`. */
export const styleProperties: Readonly<Record<string, ValueKind>> = {
  size: "length",
  bold: "truth",
  italic: "truth",
  color: "color",
  align: "align",
  firstLine: "length",
  left: "length",
  right: "length",
  before: "length",
  after: "length",
  line: "lines",
  keepNext: "truth",
  keepLines: "truth",
  widowControl: "truth",
};

export const wordKeys = [
  "nationalName",
  "motto",
  "number",
  "placeDate",
  "date",
  "documentReference",
  "attachedReference",
  "attachedLine",
  "annexLine",
  "annexLabel",
  "enacting",
  "legalBasisEnd",
  "lastLegalBasisEnd",
  "closing",
  "recipientsTitle",
  "recipientLabel",
] as const;

export const pageKeys = [
  "width",
  "height",
  "marginTop",
  "marginBottom",
  "marginLeft",
  "marginRight",
  "headerDistance",
  "footerDistance",
] as const;

export const layoutLengths = [
  "ruleThickness",
  "ruleGap",
  "columnSlack",
  "columnGap",
  "numberBlank",
  "dayBlank",
  "smallestPlaceDate",
  "titleGap",
  "signatureGap",
  "signatureSpace",
  "signatureZone",
  "sealOffset",
  "stampHeight",
  "stampPadding",
  "stampGap",
  "annexRule",
  "tableGap",
] as const;

export const tableLengths = [
  "borderWidth",
  "paddingX",
  "paddingY",
  "roomySize",
  "size",
  "smallestSize",
  "comfortableColumn",
  "crampedColumn",
] as const;

export const documentKinds = [
  "plan",
  "decision",
  "programme",
  "scheme",
  "project",
  "report",
  "notice",
  "guideline",
  "directive",
  "resolution",
  "submission",
  "regulation",
  "rules",
  "option",
] as const;

/** Every path a form may have. A last part `*` stands for any key. */
const kinds: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ["id", "text"],
  ["extends", "text"],
  ["name", "text"],
  ["names", "list"],
  ["effective.since", "date"],
  ["effective.until", "date"],
  ["font.name", "text"],
  ...pageKeys.map((key): [string, ValueKind] => [`page.${key}`, "length"]),
  ["pageNumber.place", "place"],
  ...wordKeys.map((key): [string, ValueKind] => [`words.${key}`, "text"]),
  ...documentKinds.map((key): [string, ValueKind] => [`abbreviations.${key}`, "text"]),
  ...layoutLengths.map((key): [string, ValueKind] => [`layout.${key}`, "length"]),
  ["layout.electronicBlanks", "truth"],
  ["layout.issuerRule", "percent"],
  ["layout.titleRule", "percent"],
  ["urgency.color", "color"],
  ["urgency.widths.*", "length"],
  ...tableLengths.map((key): [string, ValueKind] => [`table.${key}`, "length"]),
  ["table.roomyColumns", "integer"],
  ...Object.entries(styleProperties).map(([key, kind]): [string, ValueKind] => [`defaults.${key}`, kind]),
  ...styleNames.flatMap((name): [string, ValueKind][] => [
    [`styles.${name}.title`, "text"],
    [`styles.${name}.outlineLevel`, "integer"],
    ...Object.entries(styleProperties).map(([key, kind]): [string, ValueKind] => [`styles.${name}.${key}`, kind]),
  ]),
]);

/** Paths that are names of things, not values of the form, and need no citation. */
const uncited = /^(id|extends|name|names|styles\.[a-z-]+\.(title|outlineLevel))$|^effective\./;

const kindOf = (path: string): ValueKind | undefined => kinds.get(path) ?? kinds.get(path.replace(/\.[^.]+$/, ".*"));

/** Groups: prefixes of known paths. */
const groups: ReadonlySet<string> = new Set(
  [...kinds.keys()].flatMap((path) => {
    const parts = path.split(".");
    return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join("."));
  }),
);

const unitPoints: Readonly<Record<string, number>> = { mm: mm(1), cm: mm(10), pt: 1 };

/** Points of `20 mm`, `1.27 cm`, `14 pt`; null for anything else. Twips are the finest unit of a DOCX, so that both
 * outputs draw the same length. */
export function points(written: string): number | null {
  const match = /^(\d+(?:\.\d+)?) ?(mm|cm|pt)$/.exec(written);
  return match ? Math.round(Number(match[1]) * unitPoints[match[2]!]! * 20) / 20 : null;
}

function convert(kind: ValueKind, node: YamlNode): FormValue["value"] | undefined {
  if (kind === "list") {
    if (node.kind !== "list") return undefined;
    const items = node.items.map((item) => (item.kind === "scalar" ? String(item.value) : undefined));
    return items.every((item) => item !== undefined) ? (items as string[]) : undefined;
  }
  if (node.kind !== "scalar") return undefined;
  const { value } = node;
  const written = typeof value === "string" ? value : undefined;
  switch (kind) {
    case "length":
      return written === undefined ? undefined : (points(written) ?? undefined);
    case "percent": {
      const match = /^(\d+(?:\.\d+)?) ?%$/.exec(written ?? "");
      return match ? Number(match[1]) / 100 : undefined;
    }
    case "lines": {
      const match = /^(\d+(?:\.\d+)?) dòng$/.exec(written ?? "");
      if (match) return match[1]!;
      const exact = /^(exact|at-least) (.+)$/.exec(written ?? "");
      return exact && points(exact[2]!) !== null ? `${exact[1]} ${points(exact[2]!)}` : undefined;
    }
    case "integer":
      return typeof value === "number" && Number.isInteger(value) ? value : undefined;
    case "truth":
      return typeof value === "boolean" ? value : undefined;
    case "date":
      if (value === null) return null;
      return /^\d{4}-\d{2}-\d{2}$/.test(written ?? "") ? written : undefined;
    case "color":
      return /^#[0-9A-F]{6}$/.test(written ?? "") ? written : undefined;
    case "align":
      return /^(left|center|right|justify)$/.test(written ?? "") ? written : undefined;
    case "place":
      return /^(top-center|bottom-right)$/.test(written ?? "") ? written : undefined;
    case "text":
      return written;
  }
}

const textOf = (node: YamlNode): string =>
  node.kind === "scalar" ? String(node.value) : node.kind === "list" ? node.items.map(textOf).join(", ") : "{…}";

/** Numbers of two values of one kind, for `allowed`; lines compare by their number. */
const comparable = (value: FormValue["value"] | undefined): number | undefined =>
  typeof value === "number" ? value : typeof value === "string" && /^[\d.]+$/.test(value) ? Number(value) : undefined;

/** Reads the values of a form file. A broken value is reported and left out. `root` is null for a file that is no map. */
export function readFormValues(source: SourceFile): {
  readonly values: FormValues;
  readonly diagnostics: Diagnostic[];
} {
  const parsed = parseYaml(source);
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  const values = new Map<string, FormValue>();

  const leaf = (path: string, kind: ValueKind, node: YamlNode, citation: Partial<Citation>): void => {
    let valueNode = node;
    let cited = citation;
    if (node.kind === "map") {
      const field = (name: string): YamlNode | undefined => node.entries.find((entry) => entry.key === name)?.value;
      for (const entry of node.entries)
        if (!["value", "allowed", "oneOf", "rule", "source"].includes(entry.key))
          diagnostics.push(unknownFormKey(entry.keySpan, { key: `${path}.${entry.key}` }));
      const inner = field("value");
      if (inner === undefined) {
        diagnostics.push(badFormValue(node.span, { key: path, value: "{…}", expected: expected[kind] }));
        return;
      }
      valueNode = inner;
      cited = withCitation(citation, node);
      const value = comparable(convert(kind, inner));
      const limits = (name: "allowed" | "oneOf"): number[] | null => {
        const list = field(name);
        if (list === undefined) return null;
        const numbers = list.kind === "list" ? list.items.map((item) => comparable(convert(kind, item))) : [];
        if (numbers.length > 0 && numbers.every((n) => n !== undefined)) return numbers as number[];
        diagnostics.push(
          badFormValue(list.span, { key: `${path}.${name}`, value: textOf(list), expected: expected[kind] }),
        );
        return null;
      };
      const range = limits("allowed");
      const choice = limits("oneOf");
      if (
        value !== undefined &&
        ((range !== null && (value < Math.min(...range) || value > Math.max(...range))) ||
          (choice !== null && !choice.includes(value)))
      ) {
        const list = field(range === null ? "oneOf" : "allowed")!;
        const words = list.kind === "list" ? list.items.map(textOf).join(range === null ? " hoặc " : " đến ") : "";
        diagnostics.push(outsideAllowedValues(inner.span, { key: path, value: textOf(inner), allowed: words }));
        return;
      }
    }
    const value = convert(kind, valueNode);
    if (value === undefined) {
      diagnostics.push(badFormValue(valueNode.span, { key: path, value: textOf(valueNode), expected: expected[kind] }));
      return;
    }
    const full = cited.source !== undefined && cited.rule !== undefined ? (cited as Citation) : null;
    if (full === null && !uncited.test(path)) {
      diagnostics.push(uncitedFormValue(valueNode.span, { key: path }));
      return;
    }
    values.set(path, { value, written: textOf(valueNode), citation: full, span: valueNode.span });
  };

  const walk = (path: string, node: YamlNode, citation: Partial<Citation>): void => {
    if (node.kind !== "map") {
      diagnostics.push(badFormValue(node.span, { key: path, value: textOf(node), expected: "một khối các mục con" }));
      return;
    }
    const inherited = withCitation(citation, node);
    for (const entry of node.entries) {
      if (path !== "" && (entry.key === "source" || entry.key === "rule")) continue;
      const here = path === "" ? entry.key : `${path}.${entry.key}`;
      const kind = kindOf(here);
      if (kind !== undefined) leaf(here, kind, entry.value, inherited);
      else if (groups.has(here)) walk(here, entry.value, inherited);
      else diagnostics.push(unknownFormKey(entry.keySpan, { key: here }));
    }
  };

  if (parsed.value !== null) walk("", parsed.value, {});
  return { values, diagnostics };
}

function withCitation(citation: Partial<Citation>, node: Extract<YamlNode, { kind: "map" }>): Partial<Citation> {
  const scalar = (name: string): string | undefined => {
    const value = node.entries.find((entry) => entry.key === name)?.value;
    return value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;
  };
  const source = scalar("source") ?? citation.source;
  const rule = scalar("rule") ?? citation.rule;
  return { ...(source === undefined ? {} : { source }), ...(rule === undefined ? {} : { rule }) };
}
