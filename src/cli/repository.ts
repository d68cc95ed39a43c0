/** What commands ask of git: files as they were at a revision. All of it goes through the host. */
import * as path from "node:path";
import { type Host, HostError } from "./host.ts";

const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The first line that git complains with. */
export const complaint = (error: string): string =>
  (error.split("\n").find((line) => line.trim() !== "") ?? "").replace(/^(?:fatal|error): /, "");

/** The folder that holds the repository of a folder, as git writes it. Throws HostError outside of one. */
export function topOf(host: Host, folder: string): string {
  const found = host.git(folder, ["rev-parse", "--show-toplevel"]);
  if (found.status === 0) return words(found.out).replace(/\r?\n$/, "");
  if (/not a git repository/i.test(found.error))
    throw new HostError(`“${path.resolve(folder)}” không nằm trong kho git nào.`);
  throw new HostError(`git không dùng được kho này: ${complaint(found.error)}.`);
}

/** The commit that a revision names (HEAD~1, a hash, a branch, a tag). Throws HostError when there is none. */
export function commitOf(host: Host, folder: string, revision: string): string {
  topOf(host, folder);
  const found = revision.startsWith("-")
    ? null
    : host.git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  if (found?.status === 0) return words(found.out).trim();
  throw new HostError(`Kho git không có phiên bản “${revision}”; viết như HEAD~1, tên nhánh, nhãn hay mã của lần ghi.`);
}

export const isRevision = (host: Host, folder: string, revision: string): boolean =>
  !revision.startsWith("-") &&
  host.git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]).status === 0;

/** Where two revisions parted. Throws HostError when they have nothing in common. */
export function commonCommit(host: Host, folder: string, one: string, other: string): string {
  const found = host.git(folder, ["merge-base", commitOf(host, folder, one), commitOf(host, folder, other)]);
  if (found.status === 0) return words(found.out).trim();
  throw new HostError(`“${one}” và “${other}” không có lần ghi chung.`);
}

export interface Version {
  readonly bytes: Uint8Array;
  /** The path in the repository at that time. */
  readonly path: string;
}

/** A file as it was at a revision, under the name that it had then; by its place below a folder that still stands. Throws
 * HostError when it was not there. */
export function fileAt(
  host: Host,
  revision: string,
  file: string,
  folder = path.dirname(file),
  name = path.basename(file),
): Version {
  const commit = commitOf(host, folder, revision);
  const prefix = words(host.git(folder, ["rev-parse", "--show-prefix"]).out).replace(/\r?\n$/, "");
  const own = prefix + name.split(path.sep).join("/").normalize("NFC");
  const read = (old: string | null): Version | null => {
    const found = old === null ? null : host.git(folder, ["cat-file", "blob", `${commit}:${old}`]);
    return found?.status === 0 ? { bytes: found.out, path: old! } : null;
  };
  const top = topOf(host, folder);
  const renamed = (): string | null => renamesIn(host, top, commit, null).get(own) ?? null;
  const found = read(own) ?? read(own.normalize("NFD")) ?? read(renamed());
  if (found) return found;
  throw new HostError(`Phiên bản “${revision}” không có tệp “${file}”.`);
}

/** Files of a folder that git takes for renamed from one commit to another, or since one where that is null: the newer path
 * below the folder → the older one, both with "/". */
export function renamesIn(host: Host, folder: string, from: string, to: string | null): ReadonlyMap<string, string> {
  const range = to === null ? [from] : [from, to];
  const found = host.git(folder, [
    ...["diff", "--no-ext-diff", "-M", "--relative", "--name-status", "-z", "--diff-filter=R"],
    ...range,
  ]);
  const parts = words(found.out).split("\0");
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) renames.set(parts[at + 2]!, parts[at + 1]!);
  return renames;
}

/** Paths of the .plan files that a folder had at a revision, relative to it and sorted. */
export function plansAt(host: Host, revision: string, folder: string): readonly string[] {
  const commit = commitOf(host, folder, revision);
  const found = host.git(folder, ["ls-tree", "-r", "-z", "--name-only", commit, "."]);
  return words(found.out)
    .split("\0")
    .filter((name) => /\.plan$/i.test(name))
    .sort();
}
