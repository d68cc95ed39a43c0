/** Two texts as runs of words that stayed, went and came: for showing a change of wording. */
import { diffSequences } from "./sequence.ts";

export interface WordRun {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Words with the blank behind them, and marks of punctuation by themselves. */
const tokens = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{M}\d]+(?:[-/.][\p{L}\p{M}\d]+)*\s*|[^\p{L}\p{M}\d]\s*/gu) ?? [];

/** Runs of `before` and `after`; joined, those not added give `before`, those not removed `after`. A single word that
 * stayed between two changes is taken into them, as one reads it. */
export function wordRuns(before: string, after: string): readonly WordRun[] {
  const [a, b] = [tokens(before), tokens(after)];
  const runs = diffSequences(
    a.map((token) => token.trim()),
    b.map((token) => token.trim()),
  );
  const result: WordRun[] = [];
  let removed = "";
  let added = "";
  const flush = (): void => {
    if (removed !== "") result.push({ kind: "removed", text: removed });
    if (added !== "") result.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const [index, run] of runs.entries()) {
    if (run.kind === "removed") removed += a.slice(...run.a).join("");
    else if (run.kind === "added") added += b.slice(...run.b).join("");
    else {
      const [old, now] = [a.slice(...run.a).join(""), b.slice(...run.b).join("")];
      const isBetween = index > 0 && index < runs.length - 1 && (removed !== "" || added !== "");
      if (isBetween && run.a[1] - run.a[0] === 1 && /^[^\p{L}\d]?\s*\p{L}{0,3}\s*$/u.test(now)) {
        removed += old;
        added += now;
        continue;
      }
      if (old !== now) {
        // The words are the same, the blanks behind some of them are not.
        for (let i = 0; i < run.a[1] - run.a[0]; i += 1) {
          const [x, y] = [a[run.a[0] + i]!, b[run.b[0] + i]!];
          const word = x === y ? x : x.trim();
          flush();
          result.push({ kind: "same", text: word });
          removed += x.slice(word.length);
          added += y.slice(word.length);
        }
        continue;
      }
      flush();
      result.push({ kind: "same", text: now });
    }
  }
  flush();
  return merged(result);
}

/** Neighbours of one kind as one, removals before additions. */
function merged(runs: readonly WordRun[]): readonly WordRun[] {
  const result: WordRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.kind === run.kind) result[result.length - 1] = { kind: run.kind, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

/** Long stretches that stayed, cut to some words on either side: “… mười chữ [bỏ] {thêm} mười chữ …”. */
export function shortened(runs: readonly WordRun[], words = 8): readonly WordRun[] {
  return runs.map((run, index) => {
    if (run.kind !== "same") return run;
    const parts = run.text.match(/\S+\s*/gu) ?? [];
    const isFirst = index === 0;
    const isLast = index === runs.length - 1;
    const keep = (isFirst ? 0 : words) + (isLast ? 0 : words);
    if (parts.length <= keep + 3) return run;
    const head = isFirst ? "" : parts.slice(0, words).join("");
    const tail = isLast ? "" : parts.slice(parts.length - words).join("");
    return { kind: run.kind, text: `${head}… ${tail}`.trimStart() };
  });
}
