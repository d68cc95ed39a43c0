/**
 * The command line as users meet it: every `*.md` beside this file is prose with fenced blocks. ```plan NAME writes a
 * file into an empty folder; ```console runs the program (`$ plan …`) and shows what it prints and, in a last line
 * `[mã N]`, a status other than 0; `$ ls` shows the names in the folder. `…` at the end of a line stands for the rest of
 * it, a line `…` for any lines.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { root } from "../support/pipeline.ts";
import { inTemporaryFolder } from "../support/tools.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Splits as a shell does: blanks separate, quotes group, `< FILE` gives standard input. */
function split(command: string): { args: string[]; input?: string } {
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!);
  const at = args.indexOf("<");
  if (at < 0) return { args };
  const input = args[at + 1]!;
  args.splice(at, 2);
  return { args, input };
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const pattern = (expected: string): RegExp =>
  new RegExp(
    `^${expected
      .split("\n")
      .map((line) =>
        line === "…" ? "[\\s\\S]*?" : line.endsWith("…") ? `${quote(line.slice(0, -1))}[^\\n]*` : quote(line),
      )
      .join("\\n")}$`,
  );

function play(markdown: string, folder: string): void {
  for (const [, language, name, body] of markdown.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)) {
    if (language === "plan") {
      const file = join(folder, name!.trim());
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, body!);
    } else if (language === "console") {
      for (const step of body!.split(/^\$ /m).slice(1)) {
        const [typed, ...output] = step.trimEnd().split("\n");
        if (typed!.startsWith("ls")) {
          const names = readdirSync(join(folder, typed!.slice(3))).sort();
          expect(names, typed).toEqual(output);
          continue;
        }
        expect(typed).toMatch(/^plan( |$)/);
        const command = typed!.slice(5);
        const status = /^\[mã (\d)\]$/.exec(output[output.length - 1] ?? "");
        if (status) output.pop();
        const { args, input } = split(command!);
        const result = spawnSync(process.execPath, [join(root, "bin/plan.js"), ...args], {
          cwd: folder,
          encoding: "utf8",
          input: input ? readFileSync(join(folder, input)) : "",
          env: { PATH: process.env.PATH ?? "" },
        });
        const printed = (result.stdout + result.stderr).trimEnd();
        expect(printed, `plan ${command}`).toMatch(pattern(output.join("\n").trimEnd()));
        expect(result.status, `status of plan ${command}\n${printed}`).toBe(status ? Number(status[1]) : 0);
      }
    }
  }
}

describe.each(readdirSync(here).filter((file) => file.endsWith(".md")))("%s", (file) => {
  it("prints what it says", () => {
    inTemporaryFolder((folder) => play(readFileSync(join(here, file), "utf8"), folder));
  }, 240_000);
});
