import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bare } from "../../grammar/time-grammar.ts";
import { findTimes, parseTime } from "../../src/time/parse.ts";
import type { TimeExpr } from "../../src/time/time.ts";
import { words } from "../../src/time/words.ts";
import { describeLine, type Place, timesOf, typed } from "./line.ts";

const lines = readFileSync(new URL("phrases.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

/** The value without its place and words. */
function value({ words: _words, at: _at, before: _before, after: _after, ...rest }: TimeExpr): unknown {
  return rest;
}

describe("phrases.txt", () => {
  test("has a few hundred lines, each once", () => {
    expect(lines.length).toBeGreaterThan(400);
    const keys = lines.map((line) => line.split(" | ").slice(0, 2).join(" | "));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test.each(lines)("%s", (line) => {
    const [phrase, place, , , meaning] = line.split(" | ");
    expect(describeLine(phrase!, place as Place, Number(meaning!.slice(0, 4)))).toBe(line);
  });

  test.each(lines)("keeps every character: %s", (line) => {
    const [phrase, place] = line.split(" | ");
    const text = typed(phrase!);
    for (const time of timesOf(text, place as Place)) expect(text.slice(time.at.start, time.at.end)).toBe(time.words);
    const field = parseTime(text).value;
    expect(field.map((time) => time.before + time.words + time.after).join("")).toBe(text);
  });

  test.each([
    ["in capitals", (text: string) => text.toUpperCase()],
    ["in small letters", (text: string) => text.toLowerCase()],
    ["with blanks that do not break", (text: string) => text.replaceAll(" ", "\u00A0")],
    ["with double blanks", (text: string) => text.replaceAll(" ", "  ")],
    ["with letters and marks apart", (text: string) => text.normalize("NFD")],
  ])("reads the same kinds %s", (_how, changed) => {
    const kinds = (text: string, place: Place): string =>
      timesOf(text, place)
        .map(({ kind }) => kind)
        .join(" + ");
    for (const line of lines) {
      const [phrase, place] = line.split(" | ");
      const text = typed(phrase!);
      expect(kinds(changed(text), place as Place), text).toBe(kinds(text, place as Place));
    }
  });

  test("reads words without marks, where they can mean one thing only", () => {
    // “sau” is “after” before it is “six”.
    const ambiguous = new Set(["sáu tháng một lần"]);
    for (const line of lines) {
      const [phrase, place, kind] = line.split(" | ");
      if (ambiguous.has(phrase!)) continue;
      const kinds = timesOf(bare(typed(phrase!)), place as Place).map((time) =>
        time.kind === "context" ? `context/${time.meaning.role}` : time.kind,
      );
      expect(kinds.length === 0 ? "–" : kinds.join(" + "), phrase).toBe(kind);
    }
  });

  test.each(lines)("reads its canonical words back: %s", (line) => {
    const [phrase, place] = line.split(" | ");
    for (const time of timesOf(typed(phrase!), place as Place)) {
      if (time.kind === "text") continue;
      const again = time.kind === "context" ? findTimes(words(time)) : parseTime(words(time)).value;
      // “theo kế hoạch …” is a schedule only in a field.
      const read = again.length === 0 ? parseTime(words(time)).value : again;
      expect(read.map(value)).toEqual([value(time)]);
    }
  });
});
