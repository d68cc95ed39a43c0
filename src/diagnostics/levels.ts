/**
 * What an office makes of findings: `mức độ:` in its plan.yaml gives a code another severity or takes it off. Applied when
 * all stages have spoken and silences are heard, so that a silence never becomes idle by it.
 */
import type { Diagnostic, Severity } from "./diagnostic.ts";

/** A severity, or no finding at all. */
export type Level = Severity | "off";

export interface LevelChange {
  readonly level: Level;
  /** The severity the code is declared with. */
  readonly declared: Severity;
}

/** Changes by code. */
export type Levels = ReadonlyMap<string, LevelChange>;

const weight: Readonly<Record<Severity, number>> = { notice: 1, warning: 2, error: 3 };

/**
 * The findings as the office weighs them. Raising a code raises what is as certain as its declaration; a finding that the
 * rule itself reported with less certainty keeps its place. Lowering lowers all that stand above.
 */
export function withLevels(diagnostics: readonly Diagnostic[], levels: Levels): readonly Diagnostic[] {
  if (levels.size === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const change = levels.get(diagnostic.code);
    if (change === undefined) return [diagnostic];
    const { level, declared } = change;
    if (level === "off") return [];
    const isLess = weight[diagnostic.severity] < weight[declared];
    const isLower = weight[level] <= weight[declared];
    const keeps = isLower ? weight[diagnostic.severity] <= weight[level] : isLess;
    return [keeps ? diagnostic : { ...diagnostic, severity: level }];
  });
}
