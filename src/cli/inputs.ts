/** The files that a command line names: folders are opened, and nothing is read twice. */
import * as path from "node:path";
import { type Host, HostError } from "./host.ts";

export interface NamedFiles {
  /** Each once, by the name it was first given. */
  readonly files: readonly string[];
  /** Sentences on what could not be opened. */
  readonly failures: readonly string[];
}

/** The files named, and of a folder all `.plan` files below it, sorted. */
export function plansNamed(host: Host, named: readonly string[]): NamedFiles {
  const files: string[] = [];
  const failures: string[] = [];
  const seen = new Set<string>();
  const add = (file: string): void => {
    const key = file === "-" ? file : host.identity(file);
    if (seen.has(key)) return;
    seen.add(key);
    files.push(file);
  };
  for (const name of named) {
    if (name === "-" || !host.isDirectory(name)) {
      add(name);
      continue;
    }
    try {
      const inside = host.filesIn(name).filter((file) => /\.plan$/i.test(file));
      if (inside.length === 0) failures.push(`Trong thư mục “${name}” không có tệp .plan nào.`);
      for (const file of inside) add(path.join(name, file));
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      failures.push(failure.message);
    }
  }
  return { files, failures };
}

/** A path from one folder, with “/” between names on every machine; `-` stays what it is. */
export const pathFrom = (folder: string, file: string): string =>
  file === "-" ? file : path.relative(folder, file).split(path.sep).join("/");
