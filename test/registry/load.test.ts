import { expect, it } from "vitest";
import { loaded } from "./support.ts";
it("shipped", () => { expect(loaded.diagnostics).toEqual([]); });
