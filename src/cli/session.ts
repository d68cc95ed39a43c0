/**
 * What every command needs to start: sources, registries, forms and fonts, read through the host, and one way of
 * printing findings. No command reads these by itself.
 */
import { type Analysis, analyze, decode, type Materials } from "../compile.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import type { Levels } from "../diagnostics/levels.ts";
import { colours, plain, pretty, printable, selection, summary } from "../diagnostics/pretty.ts";
import { type Form, loadForm } from "../document/form.ts";
import { type FontFiles, readFonts } from "../document/measure.ts";
import { whereIs } from "../plan/where.ts";
import { loadRegistries } from "../registry/load.ts";
import type { Registries } from "../registry/registry.ts";
import type { SourceFile } from "../source/source-file.ts";
import { generator } from "../version.ts";
import { type Host, HostError } from "./host.ts";
import { formsData, prepared, registriesData } from "./prepared.ts";

/** Exit statuses: fine, findings, could not run. */
export const exitStatus = { fine: 0, findings: 1, failed: 2 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

const weight: Readonly<Record<Severity, number>> = { notice: 1, warning: 2, error: 3 };

/** True when a finding is at or above the level that makes the run fail. */
export const reaches = (diagnostics: readonly Diagnostic[], level: Severity): boolean =>
  diagnostics.some((d) => weight[d.severity] >= weight[level]);

/** A source as bytes could not always be decoded: then `source` is empty text with the path, and there are NG errors. */
export interface Input {
  readonly source: SourceFile;
  readonly readable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const unreadable = (path: string): SourceFile => ({ path, text: "", lineStarts: [0], digest: "" });

/** Reads and decodes a file, or standard input for `-`. Throws HostError when there is nothing to read. */
export const readInput = async (host: Host, path: string): Promise<Input> => (await readBytes(host, path)).input;

/** As `readInput`, with the bytes as they stand in the file. */
export async function readBytes(host: Host, path: string): Promise<{ bytes: Uint8Array; input: Input }> {
  const bytes = path === "-" ? await host.readStandardInput() : host.read(path);
  return { bytes, input: decodeInput(bytes, path) };
}

/** Bytes as an input, decoded. */
export function decodeInput(bytes: Uint8Array, path: string): Input {
  const decoded = decode(bytes, path);
  return {
    source: decoded.value ?? unreadable(path),
    readable: decoded.value !== null,
    diagnostics: decoded.diagnostics,
  };
}

/** A data file of the program itself; a broken one is our mistake, so it is thrown. */
function shipped(host: Host, name: string): SourceFile {
  const decoded = decode(host.template(name), name);
  if (decoded.value === null) throw new HostError(`Tệp dữ liệu “${name}” của chương trình không đọc được.`);
  return decoded.value;
}

function orThrow<T>(name: string, checked: { readonly value: T; readonly diagnostics: readonly Diagnostic[] }): T {
  const error = checked.diagnostics.find((d) => d.severity === "error");
  if (error) throw new HostError(`Tệp dữ liệu “${name}” của chương trình bị hỏng: ${error.message}`);
  return checked.value;
}

/** The registries that ship with the program. */
export const readRegistries = (host: Host): Registries => prepared(host, registriesData) ?? loadShippedRegistries(host);

/** The official forms, the one in force first. */
export const readForms = (host: Host): readonly Form[] => prepared(host, formsData) ?? loadShippedForms(host);

/** The registries from their YAML. */
export function loadShippedRegistries(host: Host): Registries {
  const [agencies, documents, abbreviations, provinces] = registriesData.sources.map((name) => shipped(host, name));
  return orThrow(
    "registries",
    loadRegistries({
      agencies: agencies!,
      documents: documents!,
      abbreviations: abbreviations!,
      provinces: provinces!,
    }),
  );
}

/** The forms from their YAML; a form may extend one that comes before it. */
export function loadShippedForms(host: Host): readonly Form[] {
  const forms: Form[] = [];
  for (const name of formsData.sources) {
    const form = orThrow(name, loadForm(shipped(host, name), forms[0]));
    if (form === null) throw new HostError(`Tệp thể thức “${name}” của chương trình bị hỏng.`);
    forms.push(form);
  }
  return forms;
}

export function readMaterials(host: Host): Materials {
  const face = (name: string): Uint8Array => host.template(`fonts/Tinos-${name}.ttf`);
  const files: FontFiles = {
    regular: face("Regular"),
    bold: face("Bold"),
    italic: face("Italic"),
    boldItalic: face("BoldItalic"),
  };
  return { forms: readForms(host), fonts: readFonts(files), resources: { fonts: files }, generator };
}

/** What a file is analysed with: the registries with what its office adds, and how the office weighs findings. */
export interface Knowledge {
  readonly registries: Registries;
  readonly levels: Levels;
}

/** Analysis of a readable input, with the findings of decoding among its own; null when it is not readable. */
export function analyzeInput(input: Input, { registries, levels }: Knowledge): Analysis | null {
  if (!input.readable) return null;
  return analyze(input.source, registries, { levels, decoding: input.diagnostics });
}

/** Prints findings for people, then a line that counts them; `more` stands behind the counts. */
export function printFindings(
  host: Host,
  source: SourceFile,
  diagnostics: readonly Diagnostic[],
  analysis: Analysis | null,
  stream: "out" | "error",
  more = "",
): void {
  const isTerminal = stream === "out" ? host.outIsTerminal : host.errorIsTerminal;
  const paint = isTerminal && host.allowsColour ? colours : plain;
  const write = (text: string): void => host[stream](text);
  const { shown, rest } = selection(diagnostics);
  for (const diagnostic of shown) {
    const where = analysis ? whereIs(analysis.plan, diagnostic.span) : "";
    write(`${pretty(source, diagnostic, paint, where)}\n`);
  }
  if (rest !== "") write(`${rest}\n\n`);
  if (diagnostics.length > 0) write(`${printable(source.path)}: ${summary(diagnostics)}${more}.\n`);
}
