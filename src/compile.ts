/**
 * The pipeline on one screen.
 *
 *     bytes ─decode▶ SourceFile ─parse▶ SyntaxTree ─toPlan▶ Plan ─toDocument▶ Document ─emit▶ docx · pdf · txt
 *                                       (as written)        (as meant) └─emit▶ json   (as laid out on the form)
 *
 * Each step is a pure function that answers with the best value it can and what was wrong; none throws for a mistake in
 * the user's file, and none reads a file, a clock or the environment.
 */
import { blocksOutput, byPlace, type Checked, type Diagnostic, type Silenced } from "./diagnostics/diagnostic.ts";
import { type Levels, withLevels } from "./diagnostics/levels.ts";
import type { Document } from "./document/document.ts";
import type { Form } from "./document/form.ts";
import { toDocument } from "./document/from-plan.ts";
import type { FontSet } from "./document/measure.ts";
import type { Emitted, Emitter, Resources } from "./emit/emitter.ts";
import { toPlan } from "./plan/from-syntax.ts";
import type { Plan } from "./plan/plan.ts";
import type { Registries } from "./registry/registry.ts";
import { lint, oncePerPlace } from "./rules/lint.ts";
import { divideBySilences, idleSilence } from "./rules/silence.ts";
import type { SourceFile } from "./source/source-file.ts";
import { parse } from "./syntax/parse.ts";
import type { SyntaxTree } from "./syntax/syntax.ts";

export { decode } from "./source/decode.ts";

export interface Analysis {
  readonly tree: SyntaxTree;
  readonly plan: Plan;
  /** Of all stages and rules, without the silenced ones, in source order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those that comments of the plan take off, in source order. */
  readonly silenced: readonly Silenced[];
}

export interface AnalysisOptions {
  /** Severities that the office of the plan gives to codes. */
  readonly levels?: Levels;
  /** Findings of decoding, so that they too can be silenced. */
  readonly decoding?: readonly Diagnostic[];
}

/** From text to the checked plan: all that `check`, `diff` or an editor needs. Never throws for bad input. */
export function analyze(
  source: SourceFile,
  registries: Registries,
  { levels, decoding = [] }: AnalysisOptions = {},
): Analysis {
  const tree = parse(source);
  const plan = toPlan(tree.value, registries);
  const read = [...decoding, ...tree.diagnostics, ...plan.diagnostics];
  const found = oncePerPlace([...read, ...lint(plan.value, registries, !read.some(blocksOutput))]);
  return { tree: tree.value, plan: plan.value, ...heard(tree.value, found, levels) };
}

/** Findings as the plan's silences and its office leave them, in source order. */
function heard(
  tree: SyntaxTree,
  found: readonly Diagnostic[],
  levels?: Levels,
): Pick<Analysis, "diagnostics" | "silenced"> {
  const { left, silenced } = divideBySilences(tree, found);
  return {
    diagnostics: [...(levels === undefined ? left : withLevels(left, levels))].sort(byPlace),
    silenced: silenced.sort((a, b) => byPlace(a.diagnostic, b.diagnostic)),
  };
}

/** The same for findings that arise only when several plans are held against each other; which silences have nothing to
 * silence has been told by `analyze`. */
export function heardTogether(
  tree: SyntaxTree,
  found: readonly Diagnostic[],
  levels: Levels,
): Pick<Analysis, "diagnostics" | "silenced"> {
  const { diagnostics, silenced } = heard(tree, found, levels);
  return { diagnostics: diagnostics.filter(({ code }) => code !== idleSilence.declaration.code), silenced };
}

/** What a build needs besides the plan; the host reads it once. */
export interface Materials {
  readonly forms: readonly Form[];
  readonly fonts: FontSet;
  readonly resources: Resources;
  /** Written into the documents as the program that made them. */
  readonly generator: string;
}

/** From the checked plan to the laid-out document. */
export function layOut(plan: Plan, materials: Materials): Checked<Document> {
  return toDocument(plan, materials.forms, materials.fonts, materials.generator);
}

/** The outputs of an analysed file, one an emitter. A value is null when findings block it or the emitter refuses; the
 * diagnostics are those of laying out and emitting. */
export async function build(
  analysis: Analysis,
  emitters: readonly Emitter[],
  materials: Materials,
): Promise<Checked<readonly (Uint8Array | null)[]>> {
  const nothing = emitters.map(() => null);
  if (analysis.diagnostics.some(blocksOutput)) return { value: nothing, diagnostics: [] };
  const wantsDocument = emitters.some((emitter) => emitter.from === "document");
  const document = wantsDocument ? layOut(analysis.plan, materials) : null;
  const diagnostics: Diagnostic[] = [...(document?.diagnostics ?? [])];
  if (diagnostics.some(blocksOutput)) return { value: nothing, diagnostics };
  const value: (Uint8Array | null)[] = [];
  for (const emitter of emitters) {
    const emitted: Emitted =
      emitter.from === "plan"
        ? await emitter.emit(analysis.plan, materials.resources)
        : await emitter.emit(document!.value, materials.resources);
    value.push(emitted.value);
    diagnostics.push(...emitted.diagnostics);
  }
  return { value, diagnostics };
}
