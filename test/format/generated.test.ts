/** The layout of plans made at random: done once, the meaning and the comments kept. PLAN_LONG_RUNS=1000 for the long run. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { format, formatUnchecked, meaning } from "../../src/format/format.ts";
import { tidied } from "../../src/format/tidied.ts";
import { parse } from "../../src/syntax/parse.ts";
import { registries } from "../registry/support.ts";
import { sourceOf } from "../support/pipeline.ts";
import { generatedPlan } from "./generated.ts";

const runs = Number(process.env.PLAN_LONG_RUNS ?? 25);

it("is laid out once and for all, and means the same", () => {
  let [laidOut, kept, whole] = [0, 0, 0];
  fc.assert(
    fc.property(generatedPlan, (text) => {
      const source = sourceOf(text);
      const once = format(source, registries);
      const made = sourceOf(once);
      expect(meaning(made, registries)).toBe(meaning(source, registries));
      expect(format(made, registries)).toBe(once);
      const comments = (file: typeof source): string[] =>
        parse(file)
          .value.comments.map((comment) => comment.text)
          .sort();
      expect(comments(made)).toEqual(comments(source));
      expect(tidied(source, registries, false).value.text).toBe(once);
      if (!parse(source).diagnostics.some(({ severity }) => severity === "error")) whole += 1;
      if (once !== source.text) laidOut += 1;
      else if (formatUnchecked(source) !== once) kept += 1;
    }),
    { numRuns: runs, seed: 30 },
  );
  if (runs > 100) console.info(`${runs} plans: ${whole} without errors, ${laidOut} laid out, ${kept} kept as typed`);
  // Nearly always the layout itself, not giving up, gives the result.
  expect(laidOut).toBeGreaterThan(runs * 0.8);
});

it("with numbers counted anew is laid out once too", () => {
  fc.assert(
    fc.property(generatedPlan, (text) => {
      const once = tidied(sourceOf(text), registries, true).value.text;
      const again = tidied(sourceOf(once), registries, true).value;
      expect(again.text).toBe(once);
    }),
    { numRuns: Math.ceil(runs / 5), seed: 30 },
  );
});
