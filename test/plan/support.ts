/** Plans from text for these tests, with a small registry of their own. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { toPlan } from "../../src/plan/from-syntax.ts";
import type { Content, Division, Plan, PlanDocument, TaskTable } from "../../src/plan/plan.ts";
import { loadRegistries } from "../../src/registry/load.ts";
import type { Registries } from "../../src/registry/registry.ts";
import { lineTable, type SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";

export const sourceOf = (text: string, path = "ke-hoach.plan"): SourceFile => ({
  path,
  text,
  lineStarts: lineTable(text),
  digest: "",
});

const registryFile = (name: string): SourceFile => {
  const path = fileURLToPath(new URL(`../../templates/registries/${name}.yaml`, import.meta.url));
  return sourceOf(readFileSync(path, "utf8").normalize("NFC"), path);
};

export const registries: Registries = loadRegistries({
  agencies: registryFile("agencies"),
  documents: registryFile("documents"),
  abbreviations: registryFile("abbreviations"),
  provinces: registryFile("provinces"),
}).value;

export interface Bound {
  readonly plan: Plan;
  readonly document: PlanDocument;
  /** Of binding only. */
  readonly diagnostics: readonly Diagnostic[];
  /** Codes of reading and binding in order, without the notice of how the header prints. */
  readonly codes: readonly string[];
  /** The source text of a span. */
  readonly at: (span: { readonly start: number; readonly end: number }) => string;
}

/** Reads and binds a whole file. */
export function bind(text: string): Bound {
  const source = sourceOf(text);
  const tree = parse(source);
  const plan = toPlan(tree.value, registries);
  const all = [...tree.diagnostics, ...plan.diagnostics];
  return {
    plan: plan.value,
    document: plan.value.documents[0]!,
    diagnostics: plan.diagnostics,
    codes: all.map((one) => one.code).filter((code) => code !== "KH016"),
    at: (span) => text.slice(span.start, span.end),
  };
}

export const header = `kế hoạch: Tuyên truyền chuyển đổi số năm 2026
cơ quan: UBND xã An Bình
số: 12/KH-UBND
địa danh: An Bình
ngày: 05/01/2026
`;

/** A plan with the usual header and the given words after it. */
export const withBody = (body: string, fields = ""): Bound => bind(`${header}${fields}\n${body}\n`);

/** The division with that id; fails when there is none. */
export function division(document: PlanDocument, id: string): Division {
  const found = document.divisions.find((one) => one.id === id);
  if (!found) throw new Error(`no division ${id} among ${document.divisions.map((one) => one.id).join(" ")}`);
  return found;
}

/** The first task table of some content. */
export function tableOf(content: readonly Content[]): TaskTable {
  for (const item of content) {
    if (item.kind === "task-table") return item.table;
    if (item.kind === "division") {
      const inside = item.division.children.some((child) => child.kind === "task-table" || child.kind === "division");
      if (inside) {
        try {
          return tableOf(item.division.children);
        } catch {
          // Look on among the sisters.
        }
      }
    }
  }
  throw new Error("no table");
}

/** Cells of a row as words; `^` for a cell merged with the one above. */
export const cellsOf = (row: TaskTable["rows"][number]): string[] =>
  row.cells.map((cell) =>
    cell.inherits
      ? "^"
      : cell.paragraphs.map(({ bullet, text }) => `${bullet ? `${bullet} ` : ""}${text.text}`).join(" / "),
  );
