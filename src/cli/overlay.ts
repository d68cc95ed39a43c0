/**
 * plan.yaml, found and read: the nearest one at or above the folder of a .plan file, and the registry files it names below
 * its own folder. Nothing else outside the named paths is read. One reading serves all files of a folder.
 *
 * A plan.yaml with mistakes stops the run (status 2): its findings are told once, and no plan is judged by half of it.
 */
import * as path from "node:path";
import { catalog } from "../catalog.ts";
import { decode } from "../compile.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { colours, plain, pretty, printable } from "../diagnostics/pretty.ts";
import { loadRegistries, type RegistryFiles } from "../registry/load.ts";
import { type Overlay, readOverlay, registryKey } from "../registry/overlay.ts";
import { type BoundRows, bindOverlay, type FileFindings } from "../registry/overlay-bind.ts";
import { unreadableRegistry } from "../registry/overlay-errors.ts";
import type { Registries } from "../registry/registry.ts";
import { lineTable, type SourceFile } from "../source/source-file.ts";
import { type Host, HostError } from "./host.ts";
import { type Knowledge, readRegistries } from "./session.ts";

export const overlayName = "plan.yaml";

/** Bytes of one file, and files that one plan.yaml may name: far above any office's own list. */
export const sizeLimit = 2 * 1024 * 1024;
const fileLimit = 50;
/** Findings of one file that are printed: a file that is wrong throughout is told by its first lines. */
const shownLimit = 100;

/** The codes of the program and the severities they are declared with. */
const codes: ReadonlyMap<string, Severity> = new Map(catalog.map(({ code, severity }) => [code, severity]));

export interface LoadedOverlay extends Knowledge {
  readonly findings: readonly FileFindings[];
  readonly rows: BoundRows;
  readonly overlays: readonly Overlay[];
  /** Rows in the program's own form. */
  readonly added: readonly Registries[];
}

const fileOf = (text: string, name: string): SourceFile => ({
  path: name,
  text,
  lineStarts: lineTable(text),
  digest: "",
});

/** A registry file in the program's own form, whose links may lead into what is known. */
export function readRegistryFile(
  source: SourceFile,
  known: Registries,
): { value: Registries; diagnostics: readonly Diagnostic[] } {
  const own = registryKey(source);
  const file = (key: keyof RegistryFiles): SourceFile => (key === own ? source : fileOf(`${key}: []\n`, key));
  return loadRegistries(
    {
      agencies: file("agencies"),
      documents: file("documents"),
      abbreviations: file("abbreviations"),
      provinces: file("provinces"),
    },
    known,
  );
}

/** Reads a plan.yaml and the files it names. Throws HostError when the file itself cannot be read. */
export function loadOverlay(host: Host, file: string, shipped: Registries): LoadedOverlay {
  const folder = path.dirname(file);
  const decoded = decode(host.readWithin(folder, path.basename(file), sizeLimit), file);
  const findings: FileFindings[] = [];
  const source = decoded.value ?? fileOf("", file);
  const main = readOverlay(source, codes);
  const broken: Diagnostic[] = [];
  const overlays: Overlay[] = [main.value];
  const added: Registries[] = [];
  for (const [index, { text, span }] of main.value.files.entries()) {
    const refuse = (problem: string): void => {
      broken.push(unreadableRegistry(span, { path: text, problem }));
    };
    if (index >= fileLimit) {
      refuse(`quá ${fileLimit} tệp danh mục`);
      break;
    }
    try {
      const part = decode(host.readWithin(folder, text, sizeLimit), path.join(folder, text));
      if (part.value === null) {
        refuse(`${part.diagnostics[0]?.message.replace(/\.$/, "") ?? "không phải văn bản"}`);
        continue;
      }
      if (registryKey(part.value) !== null) {
        const read = readRegistryFile(part.value, shipped);
        findings.push({ source: part.value, diagnostics: [...part.diagnostics, ...read.diagnostics] });
        added.push(read.value);
      } else {
        const read = readOverlay(part.value, codes, true);
        findings.push({ source: part.value, diagnostics: [...part.diagnostics, ...read.diagnostics] });
        overlays.push(read.value);
      }
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      refuse(failure.message.replace(/\.$/, ""));
    }
  }
  findings.unshift({ source, diagnostics: [...decoded.diagnostics, ...main.diagnostics, ...broken] });
  const bound = bindOverlay(shipped, overlays, added);
  return {
    registries: bound.registries,
    levels: bound.levels,
    rows: bound.rows,
    overlays,
    added,
    findings: merged([...findings, ...bound.findings]),
  };
}

/** Findings of one file together, in its order. */
export function merged(findings: readonly FileFindings[]): readonly FileFindings[] {
  const byFile = new Map<SourceFile, Diagnostic[]>();
  for (const { source, diagnostics } of findings) byFile.set(source, [...(byFile.get(source) ?? []), ...diagnostics]);
  return [...byFile].map(([source, diagnostics]) => ({
    source,
    diagnostics: diagnostics.sort((a, b) => a.span.start - b.span.start),
  }));
}

export const hasErrors = (findings: readonly FileFindings[]): boolean =>
  findings.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"));

/** What is known for a file, by its path as named. Throws HostError where its plan.yaml cannot be used. */
export interface KnowledgeOf {
  (file: string): Knowledge;
  /** What the program itself knows, without any plan.yaml. */
  readonly shipped: Registries;
}

/** Reads the program's registries, and each plan.yaml when a file of its folder is first asked for. */
export function readKnowledge(host: Host): KnowledgeOf {
  const shipped = readRegistries(host);
  const alone: Knowledge = { registries: shipped, levels: new Map() };
  const byFolder = new Map<string, string | null>();
  const byFile = new Map<string, Knowledge | HostError>();
  const knowledgeOf = (file: string): Knowledge => {
    const folder = file === "-" ? "-" : path.dirname(file);
    let found = byFolder.get(folder);
    if (found === undefined) {
      found = host.nearest(file, overlayName);
      byFolder.set(folder, found);
    }
    if (found === null) return alone;
    let known = byFile.get(found);
    if (known === undefined) {
      known = usable(host, found, shipped);
      byFile.set(found, known);
    }
    if (known instanceof HostError) throw new HostError(`${printable(file)}: ${known.message}`);
    return known;
  };
  return Object.assign(knowledgeOf, { shipped });
}

function usable(host: Host, file: string, shipped: Registries): Knowledge | HostError {
  try {
    const loaded = loadOverlay(host, file, shipped);
    printOverlayFindings(host, loaded.findings, "error");
    if (!hasErrors(loaded.findings)) return loaded;
    return new HostError(`chưa chạy được vì “${printable(file)}” có lỗi; sửa các lỗi của tệp đó rồi chạy lại.`);
  } catch (failure) {
    if (failure instanceof HostError) return failure;
    throw failure;
  }
}

/** Prints findings on data files, each at its place. */
export function printOverlayFindings(host: Host, findings: readonly FileFindings[], stream: "out" | "error"): void {
  const isTerminal = stream === "out" ? host.outIsTerminal : host.errorIsTerminal;
  const paint = isTerminal && host.allowsColour ? colours : plain;
  for (const { source, diagnostics } of findings) {
    for (const diagnostic of diagnostics.slice(0, shownLimit)) host[stream](`${pretty(source, diagnostic, paint)}\n`);
    const rest = diagnostics.length - shownLimit;
    if (rest > 0) host[stream](`${printable(source.path)}: còn ${rest} phát hiện nữa.\n\n`);
  }
}
