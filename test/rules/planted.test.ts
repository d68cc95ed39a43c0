/**
 * Faults of all mechanical kinds put into the examples at random places: the safe fixes must put back what was there, and
 * change nothing else.
 */
import { describe, expect, it } from "vitest";
import { registries } from "../registry/support.ts";
import { examples } from "../support/pipeline.ts";
import { mend, planters, randomOf, tryOut } from "./planting.ts";

const names = ["khanh-hoa-2018", "loc-ha-2024", "ninh-thuan-2024", "xa-2026", "yen-chau-2021"];
const kinds = Object.keys(planters);
const rounds = 2;

describe("planted faults", () => {
  const totals = { planted: 0, fixed: 0 };

  it.each(names)(
    "in %s leave no trace after the safe fixes",
    (name) => {
      const { text } = examples.find((one) => one.name === name)!;
      const clean = mend(text, registries).text;
      expect(mend(clean, registries).text).toBe(clean);
      const failures: string[] = [];
      for (let round = 0; round < rounds; round++) {
        const result = tryOut(clean, registries, kinds, randomOf(names.indexOf(name) * 100 + round));
        totals.planted += result.planted;
        totals.fixed += result.fixed;
        failures.push(...result.failures);
        expect(result.strayed).toEqual([]);
      }
      // One of forty may be a fault that only a reader can mend.
      expect(failures.length, failures.join("\n")).toBeLessThanOrEqual(2);
    },
    120_000,
  );

  it("are mended in at least 97 of 100 cases", () => {
    expect(totals.planted).toBeGreaterThan(150);
    expect(totals.fixed / totals.planted).toBeGreaterThan(0.97);
  });
});
