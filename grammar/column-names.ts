/**
 * The names of a table's columns as keys of its rows: any characters may be in them, and a column below another may be
 * called by its whole name (`KINH PHÍ > 2026`) or by its last one (`2026`).
 */
import { foldVietnamese } from "./fold.ts";

/** A column's name for comparison: `foldVietnamese`, without stars and the backslashes of escapes, with all dashes alike
 * and no blanks beside signs. */
export const foldHeading = (text: string): string =>
  foldVietnamese(text.replace(/\*|\\(?=[^\n])/g, ""))
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/ ?([-,/;:()>|&+%]) ?/g, "$1");

/** Cuts at each `sign` that no backslash stands before. */
const cut = (text: string, sign: string): string[] => {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === sign) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
};

/** Longer words before a colon are no name of a column. */
const longest = 200;
const mostColons = 8;

/** What the rows of one table may use as keys. */
export interface ColumnNames {
  /** Each column's lowest name, as typed. */
  readonly spellings: readonly string[];
  readonly has: (typed: string) => boolean;
  /** The longest name of a column that stands before a colon at the start of `line`; stars may close round it. */
  readonly before: (line: string) => { readonly start: number; readonly end: number; readonly after: number } | null;
}

/** Reads the text behind `cột:`, of one line or several. */
export function columnNames(text: string): ColumnNames {
  const known = new Set<string>();
  const spellings: string[] = [];
  for (const column of cut(text, "|")) {
    const levels = cut(cut(column, "=")[0]!, ">").map((level) => level.trim());
    const own = levels.at(-1)!;
    if (own !== "") spellings.push(own);
    for (const name of [...levels, levels.join(">")]) {
      const folded = foldHeading(name);
      if (folded !== "") known.add(folded);
    }
  }
  const has = (typed: string): boolean => known.has(foldHeading(typed));
  return {
    spellings,
    has,
    before: (line) => {
      if (known.size === 0) return null;
      const start = /^\**/.exec(line)![0].length;
      const colons: number[] = [];
      for (let at = start; at < line.length && at < longest && colons.length < mostColons; at += 1) {
        if (line[at] === "\\") at += 1;
        else if (line[at] === ":") colons.push(at);
      }
      for (const colon of colons.reverse()) {
        const typed = line.slice(start, colon).trimEnd();
        const words = typed.replace(/\*+$/, "").trimEnd();
        const closing = /^\**/.exec(line.slice(colon + 1))![0];
        if (typed.length - typed.replace(/\*+$/, "").length + closing.length !== start) continue;
        if (has(words)) return { start, end: start + words.length, after: colon + 1 + closing.length };
      }
      return null;
    },
  };
}
