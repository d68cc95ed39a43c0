/**
 * References inside the file: “Mục II Kế hoạch này”, “điểm b khoản 2 Điều 3 Quyết định này”, “Phụ lục I kèm theo”.
 * `findReferences` reads them from words; `resolveReference` says which division or annex they name. References to other
 * documents (“Điều 5 Nghị định số …”) are told apart and left alone.
 */
import type { MarkKind } from "../syntax/syntax.ts";
import { fromRoman, letterValue } from "./numbering.ts";
import type { Division } from "./plan.ts";
import { plainBlanks } from "./words.ts";

/** One step, such as “khoản 2”. `kinds` are the marks it may name, the likeliest first. */
export interface ReferenceStep {
  readonly word: "phần" | "chương" | "mục" | "tiểu mục" | "điều" | "khoản" | "điểm" | "phụ lục";
  readonly kinds: readonly MarkKind[];
  readonly values: readonly number[];
  /** “Điều này”: the division it stands in. */
  readonly own: boolean;
  /** Offsets of the number or letter in the text, so that renumbering can replace it; empty for “này”. */
  readonly at: { readonly start: number; readonly end: number };
}

export interface FoundReference {
  readonly text: string;
  /** From the outermost step in. Empty for “Phụ lục” without number. */
  readonly path: readonly ReferenceStep[];
  /** Which document it speaks of: type named with “này” or “kèm theo” (“kế hoạch”), or null: the one it stands in. */
  readonly document: string | null;
  readonly at: { readonly start: number; readonly end: number };
}

const L = "\\p{L}";
const stepPattern = new RegExp(
  `(?<![${L}\\d]|(?:tiết|chuyên|hạng|danh|đầu|thư|tin|ca)\\s)(tiểu mục|phụ lục|phần thứ|phần|chương|mục|điều|khoản|điểm|tiết)\\s+(?:số\\s+)?` +
    `((?:[IVXLC]+|\\d{1,3}|[A-Ha-zđĐ])(?:\\.(?:\\d{1,2}|[a-zđ]))*|này)(?![${L}\\d/]|\\.\\d{3})`,
  "giu",
);

/** Types of document that may follow a reference; those that this file may hold come back as `document`. */
const ownTypes =
  "kế hoạch|quyết định|chương trình|đề án|dự án|phương án|quy chế|quy định|hướng dẫn|thông báo|chỉ thị|nghị quyết|báo cáo|tờ trình";
const tailPattern = new RegExp(
  `^[,\\s]*(?:của\\s+|tại\\s+|trong\\s+)?(?:(?:ban hành\\s+)?kèm theo\\s+)?(${ownTypes})(?![${L}])(\\s+này)?`,
  "iu",
);
const outsidePattern = new RegExp(
  `^[,\\s]*(?:của\\s+|tại\\s+|trong\\s+)?(?:(?:ban hành\\s+)?kèm theo\\s+)?(?:bộ luật|luật|hiến pháp|pháp lệnh|nghị định|thông tư|điều lệ|quy chuẩn|tiêu chuẩn|công văn|kết luận|văn bản)(?![${L}])`,
  "iu",
);
/** “(Có Phụ lục kèm theo)”: the annexes without their number. */
const annexPattern = new RegExp(
  `(?<![${L}])(?:các\\s+)?phụ lục\\s+(?:ban hành\\s+)?(?:kèm theo|đính kèm)(?![${L}])`,
  "giu",
);
/** The further members of a list behind a reference. */
const listPattern = new RegExp(
  `^(?:\\s*(?:,|và|hoặc|đến)\\s*(?:các\\s+)?(?:(?:chương|mục|điều|khoản|điểm)\\s+)?(?:[IVXLC]+|\\d{1,3}|[a-zđ])(?![${L}\\d])(?:\\s+(?:chương|mục|điều|khoản|điểm)\\s+(?:[IVXLC]+|\\d{1,3}|[a-zđ])(?![${L}\\d]))*)+`,
  "iu",
);
const joiner = /^(?:\s*,\s*|\s+của\s+|\s+thuộc\s+|\s+tại\s+|\s+)$/u;

function kindsOf(word: ReferenceStep["word"], number: string): readonly MarkKind[] {
  const roman = /^[IVXLC]+$/.test(number);
  const digits = /^\d+$/.test(number);
  const capital = /^[A-ZĐ]$/.test(number);
  switch (word) {
    case "phần":
      return capital && !roman ? ["part"] : ["named-part", ...(capital ? (["part"] as const) : []), "roman"];
    case "chương":
      return ["chapter"];
    case "mục":
      if (roman) return capital ? ["roman", "part"] : ["roman"];
      if (digits) return ["section", "arabic"];
      return capital ? ["part"] : ["letter"];
    case "tiểu mục":
      return digits ? ["subsection", "arabic", "decimal"] : ["letter"];
    case "điều":
      return ["article"];
    case "khoản":
      return ["arabic", "decimal"];
    case "điểm":
      return digits ? ["arabic", "decimal"] : roman && number !== "I" && number.length > 1 ? ["roman"] : ["letter"];
    case "phụ lục":
      return [];
  }
}

const numberOf = (text: string): number =>
  /^\d+$/.test(text)
    ? Number(text)
    : /^[IVXLC]+$/.test(text)
      ? fromRoman(text)
      : /^[A-H]$/.test(text)
        ? "ABCDEFGH".indexOf(text) + 1
        : letterValue(text);

/** “Mục II.1.a” is three steps; “mục 2.1” is one decimal. */
function stepsOf(rawWord: string, number: string, start: number): ReferenceStep[] {
  const lower = rawWord.toLowerCase().replace(/\s+/g, " ");
  const word = (lower === "phần thứ" ? "phần" : lower === "tiết" ? "điểm" : lower) as ReferenceStep["word"];
  if (number.toLowerCase() === "này") {
    const all: Partial<Record<ReferenceStep["word"], readonly MarkKind[]>> = {
      phần: ["named-part", "part", "roman"],
      chương: ["chapter"],
      mục: ["roman", "section", "part"],
      điều: ["article"],
      khoản: ["arabic", "decimal"],
      điểm: ["letter"],
    };
    return [{ word, kinds: all[word] ?? [], values: [], own: true, at: { start, end: start } }];
  }
  const parts = number.split(".");
  if (parts.length > 1 && parts.every((part) => /^\d+$/.test(part))) {
    const at = { start, end: start + number.length };
    return [{ word, kinds: ["decimal"], values: parts.map(Number), own: false, at }];
  }
  const steps: ReferenceStep[] = [];
  let at = start;
  let digits: number[] = [];
  for (const [index, part] of parts.entries()) {
    const inner = index === 0 ? word : /^\d+$/.test(part) ? "khoản" : "điểm";
    const isDigits = /^\d+$/.test(part);
    digits = isDigits ? [...digits, Number(part)] : [];
    // Below a Roman number, 2.1 is the decimal 2.1 under 2.
    const kinds: readonly MarkKind[] = digits.length > 1 ? ["decimal"] : kindsOf(inner, part);
    const values = digits.length > 1 ? digits : [numberOf(part)];
    steps.push({ word: inner, kinds, values, own: false, at: { start: at, end: at + part.length } });
    at += part.length + 1;
  }
  return steps;
}

/** References to parts of this file's documents, in order of place. Pure; a reference whose words name another document
 * (a law, or a document with its own number) is left out. */
export function findReferences(typed: string): FoundReference[] {
  const text = plainBlanks(typed);
  const matches = [...text.matchAll(stepPattern)].filter((match) => isReference(match[1]!, match[2]!));
  const found: FoundReference[] = [];
  for (let i = 0; i < matches.length; i += 1) {
    // Steps written one after the other, inner first, are one reference: “điểm b khoản 2 Mục II”.
    const group = [matches[i]!];
    let end = matches[i]!.index + matches[i]![0].length;
    while (
      i + 1 < matches.length &&
      joiner.test(text.slice(end, matches[i + 1]!.index)) &&
      goesOutward(group.at(-1)!, matches[i + 1]!)
    ) {
      i += 1;
      group.push(matches[i]!);
      end = matches[i]!.index + matches[i]![0].length;
    }
    // “điểm 10” on its own is a mark in an examination as often as a point of a plan.
    if (group.length === 1 && /^điểm$/i.test(group[0]![1]!) && /^\d+$/.test(group[0]![2]!)) continue;
    const start = group[0]!.index;
    const rest = text.slice(end);
    // “Điều 75, Điều 79 của Luật …”: what the last of a list belongs to, all of it does.
    if (outsidePattern.test(rest) || outsidePattern.test(rest.replace(listPattern, ""))) continue;
    const tail = tailPattern.exec(rest);
    let document: string | null = null;
    if (tail) {
      const afterTail = rest.slice(tail[0].length);
      const elsewhere = !tail[2] && /^\s*(?:số\s|\d|[“"]|(?:[^.;]{0,60}?)(?:số\s+\d|ngày\s+\d))/u.test(afterTail);
      if (elsewhere) continue;
      if (tail[2] || /^[\s,.;:)]*$/u.test(afterTail.slice(0, 1))) {
        document = tail[1]!.toLowerCase();
        end += tail[0].length;
      }
    }
    const path = group
      .map((match) => stepsOf(match[1]!, match[2]!, match.index + match[0].length - match[2]!.length))
      .reverse()
      .flat();
    found.push({ text: text.slice(start, end), path, document, at: { start, end } });
    if (group.length === 1) found.push(...listed(text, group[0]!));
  }
  for (const match of text.matchAll(annexPattern)) {
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    if (outsidePattern.test(rest) || /^\s*(?:\S+\s+){0,3}số\s+\d/u.test(rest)) continue;
    found.push({ text: match[0], path: [], document: null, at: { start: match.index, end } });
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

/** The further numbers of a list: “các Mục II, III và IV”. Only after “các”, for “Điều 3, 15 người” is no list. */
function listed(text: string, first: RegExpExecArray): FoundReference[] {
  if (!/(?:^|[^\p{L}])các\s+$/iu.test(text.slice(0, first.index))) return [];
  const number = first[2]!;
  const same = /^\d+$/.test(number) ? "\\d{1,3}" : /^[IVXLC]+$/.test(number) ? "[IVXLC]+" : null;
  if (same === null) return [];
  const more = new RegExp(`(?:\\s*,\\s*|\\s+và\\s+)(${same})(?![\\p{L}\\d/.])`, "uy");
  const found: FoundReference[] = [];
  more.lastIndex = first.index + first[0].length;
  for (let match = more.exec(text); match; match = more.exec(text)) {
    const end = match.index + match[0].length;
    const at = { start: end - match[1]!.length, end };
    found.push({ text: match[1]!, path: stepsOf(first[1]!, match[1]!, at.start), document: null, at });
  }
  return found;
}

const outward = ["tiết", "điểm", "khoản", "điều", "tiểu mục", "mục", "chương", "phần", "phụ lục"];

function goesOutward(inner: RegExpExecArray, outer: RegExpExecArray): boolean {
  const place = (match: RegExpExecArray): number =>
    outward.indexOf(match[1]!.toLowerCase().replace("phần thứ", "phần"));
  return place(outer) > place(inner);
}

/** “điểm cao”, “mục tiêu”, “phần a” in ordinary words are no references: the number must look like one. */
function isReference(rawWord: string, number: string): boolean {
  const word = rawWord.toLowerCase();
  if (number.toLowerCase() === "này") return word === "điều" || word === "khoản" || word === "mục" || word === "chương";
  const isLetter = /^[a-zđ](?:\.|$)/u.test(number);
  if (word === "điểm" || word === "tiết") return /^(?:\d|[a-zđ](?:\.|$)|[IVX]+(?:\.|$))/u.test(number);
  if (word === "khoản" || word === "điều") return /^\d/.test(number);
  if (isLetter) return false;
  return true;
}

/** What a reference may point into: one document of the file, or one annex. */
export interface ReferenceScope {
  readonly divisions: readonly Division[];
  readonly annexes: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly divisions: readonly Division[];
  }[];
}

const isMatch = (division: Division, step: ReferenceStep): boolean =>
  step.kinds.includes(division.mark.kind) &&
  (division.mark.kind === "decimal" && step.values.length === 1
    ? division.mark.values.at(-1) === step.values[0]
    : division.mark.values.join(".") === step.values.join("."));

const childDivisions = (division: Division): Division[] =>
  division.children.flatMap((content) => (content.kind === "division" ? [content.division] : []));

function firstWithin(divisions: readonly Division[], step: ReferenceStep): Division | null {
  for (const kind of step.kinds) {
    const one = { ...step, kinds: [kind] };
    // Nearest level first: “khoản 2 Mục II” is a child of Mục II before it is anything deeper.
    let level: readonly Division[] = divisions;
    while (level.length > 0) {
      const found = level.find((division) => isMatch(division, one));
      if (found) return found;
      level = level.flatMap(childDivisions);
    }
  }
  return null;
}

/** The id of the division or annex that the reference names in `scope`, or null when nothing answers to it. `enclosing`
 * are the divisions around the reference, outermost first: “khoản 2” alone is first looked for beside it. */
export function resolveReference(
  reference: FoundReference,
  scope: ReferenceScope,
  enclosing: readonly Division[],
): string | null {
  let within: readonly Division[] = scope.divisions;
  let target: string | null = null;
  const [first] = reference.path;
  if (!first) return scope.annexes[0]?.id ?? null;
  for (const [index, step] of reference.path.entries()) {
    if (step.word === "phụ lục") {
      const annex = scope.annexes.find((candidate) => annexValue(candidate.number) === step.values[0]);
      if (!annex) return null;
      target = annex.id;
      within = annex.divisions;
      continue;
    }
    let found: Division | null = null;
    if (step.own) found = enclosing.findLast((division) => step.kinds.includes(division.mark.kind)) ?? null;
    else if (index === 0) {
      for (const around of [...enclosing].reverse()) {
        found = childDivisions(around).find((division) => isMatch(division, step)) ?? null;
        if (found) break;
      }
      found ??= firstWithin(within, step);
    } else found = firstWithin(within, step);
    if (!found) return null;
    target = found.id;
    within = childDivisions(found);
  }
  return target;
}

const annexValue = (number: string | null): number =>
  number === null ? 1 : /^\d+$/.test(number) ? Number(number) : fromRoman(number);
