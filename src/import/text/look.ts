/**
 * The look of words in text: Markdown emphasis and the signs that `html.ts` left, as runs. Stars are emphasis only as a pair
 * that hugs its words within one block of lines; all others are words.
 */
import type { RawRun } from "../raw.ts";
import { joinedRuns } from "../words.ts";
import { sign } from "./html.ts";

export interface LookOptions {
  /** The text is Markdown: `_nghiêng_`, `\-`, `[chữ](địa chỉ)` are mark-up. */
  readonly markdown: boolean;
  /** Numbers of footnotes that the text has; `[1]` and a raised 1 refer to them. */
  readonly notes: ReadonlySet<string>;
}

export interface Looked {
  /** Runs of each line. */
  readonly lines: readonly (readonly RawRun[])[];
  /** Pairs of emphasis, escapes and links that were taken as mark-up. */
  readonly marks: number;
}

type Delimiter = { readonly at: number; readonly length: number; readonly kind: "bold" | "italic" | "both" };

const superscripts: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "+": "⁺",
  "-": "⁻",
};

/** Raised words: a footnote's number, or characters that exist raised; else the words as they are. */
function raised(words: string, notes: ReadonlySet<string>): { text: string; note: boolean } {
  const number = words.replace(/[[\]()\s]/g, "");
  if (notes.has(number)) return { text: number, note: true };
  const up = [...words].map((character) => superscripts[character]);
  return { text: up.every((character) => character !== undefined) ? up.join("") : words, note: false };
}

/** Starts of emphasis and their ends, as toggles by offset. Only pairs within one block. */
function emphasisOf(text: string, markdown: boolean): Map<number, Delimiter & { readonly opens: boolean }> {
  const pattern = markdown ? /\\.|\*{1,3}|_{1,3}/gs : /\*{1,3}/g;
  const result = new Map<number, Delimiter & { readonly opens: boolean }>();
  const open: (Delimiter & { readonly sign: string })[] = [];
  for (const match of text.matchAll(pattern)) {
    const run = match[0];
    const sign = run[0]!;
    if (sign === "\\") continue;
    const at = match.index;
    const before = text[at - 1] ?? "\n";
    const after = text[at + run.length] ?? "\n";
    // Longer rows of stars or lines are blanks to fill in or rules.
    if (before === sign || after === sign) continue;
    const single = run.length === 1 || sign === "_";
    const canOpen =
      (sign === "_" ? /[\p{L}\d“"(]/u.test(after) : !/[\s).,;:!?…]/.test(after)) &&
      !(single && /[\p{L}\d]/u.test(before));
    const canClose = !/[\s(]/.test(before) && !(single && /[\p{L}\d]/u.test(after));
    const kind = run.length === 1 ? "italic" : run.length === 2 ? "bold" : "both";
    const partner = canClose ? open.findLastIndex((other) => other.sign === sign && other.kind === kind) : -1;
    if (partner >= 0) {
      const { sign: _, ...start } = open[partner]!;
      open.length = partner;
      result.set(start.at, { ...start, opens: true });
      result.set(at, { at, length: run.length, kind, opens: false });
    } else if (canOpen) open.push({ at, length: run.length, kind, sign });
  }
  return result;
}

/** Mark-up of Markdown that is not emphasis, as plain words. */
function withoutLinks(line: string, markdown: boolean, count: () => void): string {
  let text = line;
  if (text.includes("](")) {
    text = text.replace(
      /(!?)\[([^[\]\n]{0,500})\]\(([^()\s]{1,1000})(?:\s+"[^"\n]{0,200}")?\)/g,
      (all, picture, words, to) => {
        if (!markdown && !/^(?:https?:|mailto:|www\.|\/|#|\.)/.test(to as string)) return all as string;
        count();
        return picture === "!" ? "" : (words as string);
      },
    );
  }
  if (text.includes("<")) text = text.replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,500})>/g, "$1");
  return text;
}

/** Formulas that converters write for single signs: `$\geq$ 80\%`. */
const formulaSigns: Readonly<Record<string, string>> = {
  geq: "≥",
  ge: "≥",
  leq: "≤",
  le: "≤",
  neq: "≠",
  times: "×",
  div: "÷",
  pm: "±",
  approx: "≈",
  rightarrow: "→",
  to: "→",
  cdot: "·",
  circ: "°",
  "%": "%",
};

function withoutFormulas(text: string, count: () => void): string {
  if (!text.includes("$")) return text;
  return text.replace(/\$([^$\n]{1,80})\$/g, (all, inner: string) => {
    if (!/[\\^_]/.test(inner) && !/^[\d\s.,%+-]+$/.test(inner)) return all;
    const words = inner
      .replace(/\\(?:text|mathrm|mathbf|textbf)\s*\{([^{}]*)\}/g, "$1")
      .replace(/\^\{?\\circ\}?/g, "°")
      .replace(/\^\{?([\d+-]{1,3})\}?/g, (_, digits: string) => [...digits].map((d) => superscripts[d] ?? d).join(""))
      .replace(/\\([A-Za-z]+|%)\s?/g, (name, word: string) => formulaSigns[word] ?? name);
    if (words.includes("\\")) return all;
    count();
    return words;
  });
}

/** The runs of a block of lines that follow each other without a blank one. */
export function lookOf(block: readonly string[], options: LookOptions): Looked {
  let marks = 0;
  const count = (): void => {
    marks += 1;
  };
  const text = block.map((line) => withoutFormulas(withoutLinks(line, options.markdown, count), count)).join("\n");
  const emphasis = emphasisOf(text, options.markdown);
  const lines: RawRun[][] = [[]];
  let bold = 0;
  let italic = 0;
  let up: string | null = null;
  const say = (words: string, note = false): void => {
    if (up !== null) {
      up += words;
      return;
    }
    const run = { text: words, bold: bold > 0, italic: italic > 0 };
    lines.at(-1)!.push(note ? { ...run, note: true } : run);
  };
  /** Ends raised words, wherever they were to end. */
  const lowered = (): void => {
    if (up === null) return;
    const words = up;
    up = null;
    const shown = raised(words, options.notes);
    say(shown.text, shown.note);
  };
  const special = options.markdown
    ? /[*_\\\n\u0002-\u0007\u000e]|\[\^?\d{1,3}\]/g
    : /[*\n\u0002-\u0007\u000e]|\[\^?\d{1,3}\]/g;
  let from = 0;
  for (const match of text.matchAll(special)) {
    if (match.index < from) continue;
    say(text.slice(from, match.index));
    from = match.index + match[0].length;
    const delimiter = emphasis.get(match.index);
    if (delimiter) {
      from = match.index + delimiter.length;
      const step = delimiter.opens ? 1 : -1;
      if (delimiter.kind !== "italic") bold += step;
      if (delimiter.kind !== "bold") italic += step;
      if (delimiter.opens) count();
      continue;
    }
    switch (match[0]) {
      case "\n":
        lowered();
        lines.push([]);
        break;
      case "\\": {
        const next = text[from] ?? "";
        if (/[!-/:-@[-`{-~]/.test(next)) {
          say(next);
          from += 1;
          count();
        } else if (next === "\n" || next === "") count();
        else say("\\");
        break;
      }
      case sign.boldOn:
        bold += 1;
        break;
      case sign.boldOff:
        bold = Math.max(0, bold - 1);
        break;
      case sign.italicOn:
        italic += 1;
        break;
      case sign.italicOff:
        italic = Math.max(0, italic - 1);
        break;
      case sign.raisedOn:
        up ??= "";
        break;
      case sign.raisedOff:
        lowered();
        break;
      case sign.softLine:
        say("\n");
        break;
      default: {
        const number = /\d+/.exec(match[0])?.[0];
        if (number !== undefined && options.notes.has(number)) say(number, true);
        else say(match[0]);
      }
    }
  }
  say(text.slice(from));
  lowered();
  return { lines: lines.map(joinedRuns), marks };
}
