/** The difference of sequences: it rebuilds both sides, finds the least change where that is cheap, and ends. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffSequences, type Run } from "../../src/versions/sequence.ts";

const words = (text: string): string[] => text.split(" ").filter(Boolean);
const shown = (a: string, b: string): string =>
  diffSequences(words(a), words(b))
    .map((run: Run) => {
      const text = run.kind === "added" ? words(b).slice(...run.b) : words(a).slice(...run.a);
      return `${run.kind === "same" ? "" : run.kind === "added" ? "+" : "-"}${text.join("_")}`;
    })
    .join(" ");

describe("diffSequences", () => {
  it("keeps what is common", () => {
    expect(shown("a b c d", "a x c d")).toBe("a -b +x c_d");
    expect(shown("", "a b")).toBe("+a_b");
    expect(shown("a b", "")).toBe("-a_b");
    expect(shown("a b", "a b")).toBe("a_b");
    expect(shown("b a b", "b b")).toBe("b -a b");
  });

  it("rebuilds both sides for any two sequences, with the fewest changes in short ones", () => {
    const sequence = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 24 });
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const runs = diffSequences(a, b);
        const left = runs.filter((run) => run.kind !== "added").flatMap((run) => a.slice(...run.a));
        const right = runs.flatMap((run) => (run.kind === "removed" ? [] : b.slice(...run.b)));
        expect(left).toEqual(a);
        expect(right).toEqual(b);
        for (const run of runs) if (run.kind === "same") expect(a.slice(...run.a)).toEqual(b.slice(...run.b));
      }),
      { numRuns: 2000 },
    );
  });

  it("ends soon for long sequences with nothing in common, and with everything shuffled", () => {
    const a = Array.from({ length: 20000 }, (_, i) => i % 97);
    const b = Array.from({ length: 20000 }, (_, i) => (i * 31) % 89);
    const start = performance.now();
    diffSequences(a, b);
    diffSequences(
      a.map((_, i) => i),
      a.map((_, i) => (i * 7919) % 20000),
    );
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
