/**
 * What the bundle has ready for every run: registries and forms as their own readers make them from the YAML. A mistake in
 * a data file fails the bundle here, before anybody runs it.
 */
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { nodeHost } from "../src/cli/host.ts";
import { formsData, type Preparable, prepare, registriesData } from "../src/cli/prepared.ts";
import { loadShippedForms, loadShippedRegistries } from "../src/cli/session.ts";

/** Name and content of each file to write beside the bundle. Throws when a data file is broken. */
export function preparedFiles(root: string): readonly (readonly [name: string, content: string])[] {
  const host = nodeHost(join(root, "templates"));
  const file = <T>(data: Preparable<T>, value: T): readonly [string, string] => {
    const content = prepare(host, data, value);
    const back = data.fromJson((JSON.parse(content) as { value: never }).value);
    if (!isDeepStrictEqual(back, value)) throw new Error(`${data.name} does not read back as it was written`);
    return [data.name, content];
  };
  return [file(registriesData, loadShippedRegistries(host)), file(formsData, loadShippedForms(host))];
}
