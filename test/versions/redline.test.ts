/** Two versions as one DOCX with tracked changes: all accepted it is the newer one word for word, all rejected the older. */
import { describe, expect, it } from "vitest";
import { layOut } from "../../src/compile.ts";
import type { Document } from "../../src/document/document.ts";
import { emitDocx } from "../../src/emit/docx/docx.ts";
import { toPlan } from "../../src/plan/from-syntax.ts";
import { parse } from "../../src/syntax/parse.ts";
import { redline } from "../../src/versions/redline.ts";
import { examples, materials, registries, sourceOf } from "../support/pipeline.ts";
import { chosen, revisionsOf } from "../support/revisions.ts";
import { hasSchemas, schemaErrors } from "../support/schemas.ts";
import { edits, read } from "./edits.ts";

const options = { author: "Nguyễn Văn A", date: "2026-02-05T08:00:00Z" };

const documents = new Map<string, Document>();
function laidOut(text: string): Document {
  let found = documents.get(text);
  if (found === undefined) {
    const plan = toPlan(parse(sourceOf(text)).value, registries).value;
    found = layOut(plan, materials).value;
    documents.set(text, found);
  }
  return found;
}

const files = new Map<Document, Promise<Uint8Array>>();
function fileOf(document: Document): Promise<Uint8Array> {
  const found = files.get(document) ?? emitDocx(document);
  files.set(document, found);
  return found;
}

/** The DOCX that shows the way from one text to the other, after it was seen to lead both ways. */
async function wayBetween(older: string, newer: string): Promise<Uint8Array> {
  const [before, after] = [laidOut(older), laidOut(newer)];
  const bytes = await emitDocx(redline(before, after, options).document);
  expect(chosen(bytes, "accept")).toEqual(chosen(await fileOf(after), "accept"));
  expect(chosen(bytes, "reject")).toEqual(chosen(await fileOf(before), "reject"));
  return bytes;
}

describe("all changes accepted give the newer version, all rejected the older one", () => {
  it.each(edits)("%s", async (_name, before, edit) => {
    const after = edit(before);
    const bytes = await wayBetween(before, after);
    expect(revisionsOf(bytes)).not.toEqual([]);
    await wayBetween(after, before);
  });

  const names = examples.map(({ name }) => name);
  it.each(names.map((name, i) => [name, names[(i + 1) % names.length]!]))("%s against %s", async (a, b) => {
    await wayBetween(read(a), read(b));
  });
});
