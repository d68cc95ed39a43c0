/** The registries that ship with the program, loaded once for tests. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadRegistries } from "../../src/registry/load.ts";
import { lineTable, type SourceFile } from "../../src/source/source-file.ts";

export const folder = fileURLToPath(new URL("../../templates/registries", import.meta.url));

export const fileOf = (text: string, path = "registry.yaml"): SourceFile => ({
  path,
  text: text.normalize("NFC"),
  lineStarts: lineTable(text),
  digest: "",
});

const shipped = (name: string): SourceFile => fileOf(readFileSync(join(folder, `${name}.yaml`), "utf8"), name);

export const registryFiles = {
  agencies: shipped("agencies"),
  documents: shipped("documents"),
  abbreviations: shipped("abbreviations"),
  provinces: shipped("provinces"),
};

export const loaded = loadRegistries(registryFiles);

export const registries = loaded.value;
