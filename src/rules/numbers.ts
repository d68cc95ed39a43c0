/**
 * Counting marks: runs of sister divisions, what number each should bear, and the fix that renumbers a run. Shared by the
 * rules on numbers and on letters, which word the findings.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { letterAt, markWithValue } from "../plan/numbering.ts";
import type { Content, Division, PlanDocument } from "../plan/plan.ts";
import type { MarkKind } from "../syntax/syntax.ts";
import { scopesOf } from "./walk.ts";

export interface Misplaced {
  readonly division: Division;
  /** The sister before it, null for the first. */
  readonly before: Division | null;
  /** The value it should have. */
  readonly expected: number;
  /** Its mark with that value, as it would be typed; null past the end of the alphabet. */
  readonly expectedMark: string | null;
  /** Edits that renumber it, what follows it and the decimals below; null when something refers to one of them by number,
   * for then the reference must change too. */
  readonly edits: readonly TextEdit[] | null;
}

const last = (division: Division): number => division.mark.values.at(-1) ?? 0;
const prefix = (division: Division): string => division.mark.values.slice(0, -1).join(".");

/** Marks of `kinds` that do not follow the one before them. Bullets are never counted. */
export function misplaced(document: PlanDocument, kinds: readonly MarkKind[]): Misplaced[] {
  const found: Misplaced[] = [];
  const targets = new Set(document.references.map((reference) => reference.target));
  for (const scope of scopesOf(document)) {
    // Điều and Chương count through the document; other marks start again under each parent, or go on from the last cousin.
    const cousins = new Map<string, number>();
    visit(scope, null);
    function visit(content: readonly Content[], parent: Division | null): void {
      for (const run of runsOf(content, kinds)) check(run, parent);
      for (const item of content) if (item.kind === "division") visit(item.division.children, item.division);
    }
    function check(run: readonly Division[], parent: Division | null): void {
      const kind = run[0]!.mark.kind;
      const key = `${kind}:${run[0]!.mark.values.length}`;
      const through = kind === "article" || kind === "chapter";
      let before: Division | null = null;
      let expected = 1;
      // A number typed twice is one mistake: what follows may count from either of the two.
      let afterRepeat = 0;
      for (const [index, division] of run.entries()) {
        if (index === 0) {
          const goesOn = (cousins.get(key) ?? 0) + 1;
          expected = last(division) === goesOn || (through && last(division) !== 1) ? goesOn : 1;
        }
        const wrongPrefix =
          isDecimalUnderNumber(division, parent) && prefix(division) !== parent!.mark.values.join(".");
        const isCounted = last(division) === expected || (last(division) > 0 && last(division) === afterRepeat);
        if (!isCounted || wrongPrefix) {
          found.push({
            division,
            before,
            expected,
            expectedMark: markOf(division, parent, expected),
            edits: editsFrom(run, index, parent, expected, targets),
          });
        }
        // A letter that letters no point counts as none; any other typed number is gone on from, so that one gap is one finding.
        afterRepeat = before !== null && last(before) === last(division) ? expected + 1 : 0;
        if (last(division) > 0) {
          expected = last(division) + 1;
          cousins.set(key, last(division));
        }
        before = division;
      }
    }
  }
  return found;
}

const isDecimalUnderNumber = (division: Division, parent: Division | null): boolean =>
  division.mark.kind === "decimal" &&
  parent !== null &&
  (parent.mark.kind === "arabic" || parent.mark.kind === "decimal") &&
  parent.mark.values.length === division.mark.values.length - 1;

/** Sister divisions of one kind and depth, in order. A run is broken by an unnumbered heading or a table, after which the
 * marks may start again. */
function runsOf(content: readonly Content[], kinds: readonly MarkKind[]): Division[][] {
  const open = new Map<string, Division[]>();
  const runs: Division[][] = [];
  for (const item of content) {
    if (item.kind === "division") {
      const { mark } = item.division;
      if (!kinds.includes(mark.kind)) continue;
      const key = `${mark.kind}:${mark.values.length}`;
      const run = open.get(key);
      if (run) run.push(item.division);
      else {
        const started = [item.division];
        open.set(key, started);
        runs.push(started);
      }
    } else if (item.kind !== "paragraph" || item.role === "plain-heading") {
      open.clear();
    }
  }
  return runs.flatMap(splitAtRestart);
}

/** A second “1.” (or “a)”) after a paragraph under the same parent starts a run of its own when the next goes on from it. */
function splitAtRestart(run: Division[]): Division[][] {
  const at = run.findIndex(
    (division, index) =>
      index > 1 && last(division) === 1 && run[index + 1] !== undefined && last(run[index + 1]!) === 2,
  );
  return at < 0 ? [run] : [run.slice(0, at), ...splitAtRestart(run.slice(at))];
}

function markOf(division: Division, parent: Division | null, value: number): string | null {
  const { mark } = division;
  if (mark.kind === "letter" && letterAt(value) === "") return null;
  const own = markWithValue(mark, value);
  if (own === null || !isDecimalUnderNumber(division, parent)) return own;
  return own.replace(/^[\d.]*\.(?=\d+\D*$)/, `${parent!.mark.values.join(".")}.`);
}

function editsFrom(
  run: readonly Division[],
  from: number,
  parent: Division | null,
  value: number,
  targets: ReadonlySet<string | null>,
): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  let next = value;
  for (const division of run.slice(from)) {
    if (isTargeted(division, targets)) return null;
    const text = markOf(division, parent, next);
    if (text === null) return null;
    if (text !== division.mark.typed) {
      edits.push({ span: division.mark.span, text });
      const values = [...division.mark.values.slice(0, -1), next];
      edits.push(...decimalsBelow(division, division.mark.values, values));
    }
    next += 1;
  }
  return edits;
}

const isTargeted = (division: Division, targets: ReadonlySet<string | null>): boolean =>
  targets.has(division.id) ||
  division.children.some((child) => child.kind === "division" && isTargeted(child.division, targets));

/** `2.1.` below a `2.` that becomes `3.` becomes `3.1.`. */
function decimalsBelow(division: Division, old: readonly number[], values: readonly number[]): TextEdit[] {
  if (division.mark.kind !== "arabic" && division.mark.kind !== "decimal") return [];
  return division.children.flatMap((child): TextEdit[] => {
    if (child.kind !== "division" || child.division.mark.kind !== "decimal") return [];
    const { mark } = child.division;
    if (mark.values.slice(0, old.length).join(".") !== old.join(".")) return [];
    const renumbered = [...values, ...mark.values.slice(old.length)];
    const text = mark.typed.replace(/^\d+(?:\.\d+)*/, renumbered.join("."));
    return [{ span: mark.span, text }, ...decimalsBelow(child.division, mark.values, renumbered)];
  });
}
