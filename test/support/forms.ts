/** The forms and fonts that ship with the program, read from `templates/`, for tests. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Form, loadForm } from "../../src/document/form.ts";
import { type FontFiles, readFonts } from "../../src/document/measure.ts";
import { lineTable, type SourceFile } from "../../src/source/source-file.ts";

const root = fileURLToPath(new URL("../../templates/", import.meta.url));

export const templateText = (name: string): string => readFileSync(`${root}${name}`, "utf8").normalize("NFC");

export const textSource = (path: string, text: string): SourceFile => ({
  path,
  text,
  lineStarts: lineTable(text),
  digest: "0".repeat(64),
});

export const formSource = (name: string): SourceFile => textSource(`${name}.yaml`, templateText(`forms/${name}.yaml`));

function form(name: string, base?: Form): Form {
  const loaded = loadForm(formSource(name), base);
  if (loaded.value === null || loaded.diagnostics.length > 0)
    throw new Error(loaded.diagnostics.map((d) => `${d.code} ${d.message}`).join("\n") || `form ${name} is incomplete`);
  return loaded.value;
}

export const nd30 = form("nd-30-2020");
export const tt01 = form("tt-01-2011", nd30);
export const forms: readonly Form[] = [nd30, tt01];

const face = (name: string): Uint8Array => readFileSync(`${root}fonts/Tinos-${name}.ttf`);

export const fontFiles: FontFiles = {
  regular: face("Regular"),
  bold: face("Bold"),
  italic: face("Italic"),
  boldItalic: face("BoldItalic"),
};
export const fonts = readFonts(fontFiles);
