import { describe, expect, it } from "vitest";
import { remember } from "../../src/plan/remember.ts";

describe("remember", () => {
  it("reads each text once, and forgets in the end", () => {
    let reads = 0;
    const length = remember((text) => {
      reads += 1;
      return text.length;
    });
    expect([length("a"), length("ab"), length("a")]).toEqual([1, 2, 1]);
    expect(reads).toBe(2);
    for (let i = 0; i < 10_000; i += 1) length(String(i));
    expect(length("ab")).toBe(2);
    expect(reads).toBe(10_003);
  });

  it("remembers that nothing was found", () => {
    let reads = 0;
    const nothing = remember(() => {
      reads += 1;
      return undefined;
    });
    nothing("a");
    nothing("a");
    expect(reads).toBe(1);
  });
});
