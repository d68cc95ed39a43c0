/**
 * Word files (DOCX) as blocks: `readDocx` is the folder. It takes what Word would print, with tracked changes accepted,
 * and hands on no meaning. Errors (value null) say why a file cannot be read; notices, what was done with it or left out.
 */
import type { Checked, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { emptySpan } from "../../source/source-file.ts";
import type { RawFile, RawFurniture } from "../raw.ts";
import { contentHandler } from "./blocks.ts";
import * as errors from "./errors.ts";
import { newFields } from "./fields.ts";
import { type BodyFlow, bodyFlow, furnitureFlow } from "./flow.ts";
import { distinctFurniture, shownFurniture } from "./furniture.ts";
import { newNoteBook, noNotes, notesReader } from "./notes.ts";
import { noNumbering, numberingReader } from "./numbering.ts";
import { openPackage, type Package } from "./package.ts";
import { propertiesReader, settingsReader } from "./properties.ts";
import { grouped, Refusal } from "./refusal.ts";
import type { Reading, Story } from "./story.ts";
import { noStyles, stylesReader } from "./styles.ts";
import { newTallies, type Tallies } from "./tallies.ts";
import { type Handler, readXml, skip } from "./xml.ts";

const nowhere = emptySpan(0);

/** Paragraphs, cells, pages and notes of a file together; a table of ten thousand rows has a sixth of it. */
const sizeLimit = 500_000;

/** Reads a part that the text depends on. */
function readPart(file: Package, part: string | undefined, handler: Handler): boolean {
  const bytes = part === undefined ? null : file.read(part);
  if (!bytes) return false;
  readXml(bytes, part!, handler);
  return true;
}

/** Reads a part beside the text: when it is damaged, the text still counts. False when it was not read to its end. */
function readAside(file: Package, part: string | undefined, tallies: Tallies, handler: Handler): boolean {
  try {
    const isRead = readPart(file, part, handler);
    // Asked for so that what leads out of the file is counted.
    if (isRead) file.relationships(part!);
    return isRead;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tallies.badPart(part!);
    return false;
  }
}

/** The related part of a type. */
const related = (file: Package, source: string, type: string): string | undefined =>
  file.relationships(source).find((relationship) => relationship.type === type)?.target;

/** A flow beside the body, whose paragraphs are not counted: they have the place of what they belong to. */
const besideBody = (reading: Reading): Story => ({
  reading,
  fields: newFields(),
  nextPlace: () => 0,
  upcoming: () => 0,
  contents: null,
  content: contentHandler,
});

function readBody(file: Package, reading: Reading): BodyFlow {
  const flow = bodyFlow(reading);
  let place = 0;
  const count = (): number => {
    place += 1;
    return place;
  };
  const story: Story = { ...besideBody(reading), nextPlace: count, upcoming: () => place + 1 };
  const body = contentHandler(story, flow);
  let root = "";
  const document: Handler = {
    open: ({ name }) => {
      root = name;
      return { open: (tag) => (name === "w:document" && tag.name === "w:body" ? body : skip) };
    },
  };
  const found = readPart(file, file.document, document);
  if (!found) throw new Refusal(errors.noDocument(nowhere, { part: ` (“${file.document}”)` }));
  if (root !== "w:document")
    throw new Refusal(errors.badXml(nowhere, { part: file.document, what: "đây không phải văn bản Word" }));
  return flow;
}

function readFurniture(file: Package, reading: Reading, body: BodyFlow, hasEvenPages: boolean): RawFurniture[] {
  const parts = new Map(file.relationships(file.document).map(({ id, target }) => [id, target]));
  return distinctFurniture(
    shownFurniture(body.sections, hasEvenPages).flatMap(({ where, firstPage, relationship, place }) => {
      const part = parts.get(relationship);
      const flow = furnitureFlow(reading);
      const content = contentHandler(besideBody(reading), flow);
      if (!readAside(file, part, reading.tallies, { open: () => content })) return [];
      const paragraphs = flow.finish().map((paragraph) => ({ ...paragraph, place: { from: place, to: place } }));
      return [{ where, firstPage, paragraphs }];
    }),
  );
}

function readFile(bytes: Uint8Array, tallies: Tallies): RawFile {
  const file = openPackage(bytes, tallies);
  const { document } = file;
  const part = (type: string): string | undefined => related(file, document, type);
  tallies.add("macros", 0, file.relationships(document).filter(({ type }) => type === "vbaProject").length);

  const styles = stylesReader();
  const hasStyles = readPart(file, part("styles"), styles.handler);
  const settings = settingsReader();
  readAside(file, part("settings"), tallies, settings.handler);
  const properties = propertiesReader();
  readAside(file, related(file, "", "custom-properties"), tallies, properties.handler);

  const known = hasStyles ? styles.result() : noStyles;
  const lists = numberingReader(known.list);
  const hasLists = readPart(file, part("numbering"), lists.handler);
  let spent = 0;
  const spend = (): void => {
    spent += 1;
    if (spent > sizeLimit)
      throw new Refusal(errors.tooLarge(nowhere, { what: `có hơn ${grouped(sizeLimit)} đoạn và ô` }));
  };
  const base = { styles: known, tallies, spend, noteStyles: new Set<string>(), taken: 0 };
  /** Lists count anew in each reading: notes and headers do not count along with the body. */
  const readingWith = (notes: Reading["notes"]): Reading => ({
    ...base,
    numbering: hasLists ? lists.result() : noNumbering,
    notes,
  });

  const beside = readingWith(noNotes);
  const footnotes = notesReader(() => besideBody(beside));
  readPart(file, part("footnotes"), footnotes.handler);
  const endnotes = notesReader(() => besideBody(beside));
  readPart(file, part("endnotes"), endnotes.handler);

  const notes = newNoteBook({ footnote: footnotes.result, endnote: endnotes.result }, settings.result.decimalEndnotes);
  const body = readBody(file, readingWith(notes));
  const blocks = body.finish();
  const furniture = readFurniture(file, readingWith(noNotes), body, settings.result.hasEvenPages);
  return { unit: "paragraph", blocks, notes: notes.notes(), furniture, properties: properties.result };
}

/**
 * The contents of a DOCX file. Never throws for bad input: a file that cannot be read, or not to its end, gives null and
 * an error that says why and what to do. Spans are empty; places are numbers of paragraphs.
 */
export function readDocx(bytes: Uint8Array): Checked<RawFile | null> {
  const tallies = newTallies();
  let value: RawFile;
  try {
    value = readFile(bytes, tallies);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { value: null, diagnostics: [error.diagnostic] };
  }
  const diagnostics: Diagnostic[] = tallies.notices();
  return { value, diagnostics };
}
