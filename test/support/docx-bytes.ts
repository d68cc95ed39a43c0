/** Prints the sha-256 of the fixture's DOCX: run in processes of different time zones and locales. */
import { createHash } from "node:crypto";
import { emitDocx } from "../../src/emit/docx/docx.ts";
import { fixtureDocument } from "./document-fixture.ts";

const bytes = await emitDocx(fixtureDocument);
process.stdout.write(createHash("sha256").update(bytes).digest("hex"));
