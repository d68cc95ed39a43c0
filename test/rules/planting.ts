/**
 * Mechanical faults put into a text at random places, and the safe fixes applied until none is left: what was planted must
 * be gone, and nothing else changed. Random means seeded: the same seed plants the same faults.
 */
import { analyze } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Plan, Prose } from "../../src/plan/plan.ts";
import type { Registries } from "../../src/registry/registry.ts";
import { textsOf, typedSpan, type Word, wordPairs, wordsOf } from "../../src/rules/texts.ts";
import { sourceFromText } from "../../src/source/decode.ts";
import { isSyllable } from "../../src/source/syllable.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Planted extends Edit {
  readonly kind: string;
  /** The source before it, where it stands. */
  readonly before: string;
}

type Random = () => number;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(random: Random, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

// ── Mending ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Mended {
  readonly text: string;
  readonly left: readonly Diagnostic[];
}

/** The text after all safe fixes, again and again until there is none. Fixes that touch one another wait a round. */
export function mend(text: string, registries: Registries): Mended {
  let source = sourceFromText(text, "ke-hoach.plan").value;
  for (let round = 0; ; round++) {
    const { diagnostics } = analyze(source, registries);
    const edits: Edit[] = [];
    for (const { fix } of diagnostics) {
      if (!fix?.safe) continue;
      const own = fix.edits.map(({ span, text }) => ({ start: span.start, end: span.end, text }));
      const touches = own.some((a) => edits.some((b) => a.start <= b.end && b.start <= a.end));
      if (!touches) edits.push(...own);
    }
    if (edits.length === 0 || round === 10) return { text: source.text, left: diagnostics };
    source = sourceFromText(replaced(source.text, edits), "ke-hoach.plan").value;
  }
}

export const replaced = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text }) => result.slice(0, start) + text + result.slice(end), text);

// ── Planting ────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Field {
  readonly plan: Plan;
  readonly texts: readonly Prose[];
  readonly random: Random;
}

type Planter = (field: Field) => Edit | null;

/** A place that a pattern finds in a random text; the edit replaces all that was found. */
function at(
  field: Field,
  pattern: RegExp,
  change: (found: RegExpExecArray, prose: Prose) => string | null,
): Edit | null {
  for (let attempt = 0; attempt < 60; attempt++) {
    const prose = pick(field.random, field.texts);
    if (prose === undefined) return null;
    const found = pick(field.random, [...prose.text.matchAll(pattern)]);
    if (found === undefined) continue;
    const text = change(found as RegExpExecArray, prose);
    const span = typedSpan(field.plan, prose, found.index, found.index + found[0].length);
    if (text !== null && span !== null && text !== found[0]) return { ...span, text };
  }
  return null;
}

function atWord(field: Field, change: (word: Word, all: readonly Word[], index: number) => string | null): Edit | null {
  for (let attempt = 0; attempt < 60; attempt++) {
    const prose = pick(field.random, field.texts);
    if (prose === undefined) return null;
    const all = wordsOf(prose);
    const index = Math.floor(field.random() * all.length);
    const word = all[index];
    const text = word === undefined ? null : change(word, all, index);
    const span = word === undefined ? null : typedSpan(field.plan, prose, word.start, word.end);
    if (text !== null && span !== null && text !== word?.text) return { ...span, text };
  }
  return null;
}

const count = (field: Field, pattern: RegExp): number =>
  field.texts.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);

const cyrillic: Readonly<Record<string, string>> = {
  a: "а",
  e: "е",
  o: "о",
  c: "с",
  p: "р",
  x: "х",
  y: "у",
  i: "і",
  đ: "ð",
};
const newTones: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(?<![\p{L}])(?:[hkxt]|th|kh)(?:òa|óa|ỏa|ọa|óe|ỏe|ùy|úy|ủy|ũy|ụy)(?!\p{L})/gu, (found) => toneOn(found, 1)],
];
/** The tone on the last letter instead of the one before it. */
function toneOn(word: string, places: number): string {
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(word.normalize("NFD"))![0];
  const letters = [...word.normalize("NFD").replace(tone, "").normalize("NFC")];
  const last = letters.length - places;
  return letters
    .map((letter, index) => (index === last ? letter + tone : letter))
    .join("")
    .normalize("NFC");
}

const words = "\\p{Ll}+(?: \\p{Ll}+)";

export const planters: Readonly<Record<string, Planter>> = {
  "doubled blank": (field) => at(field, /(?<=[\p{L}\d,;]) (?=[\p{L}\d])/gu, () => "  "),
  "blank before mark": (field) => at(field, /(?<=\p{L})[,;:.](?=\s|$)/gu, ([mark]) => ` ${mark}`),
  "no blank after mark": (field) => at(field, /(?<=\p{L})[,;:] (?=\p{L})/gu, ([found]) => found[0]!),
  "no blank after stop": (field) => at(field, /(?<=\p{Ll})\. (?=\p{Lu}\p{Ll})/gu, () => "."),
  "blank inside bracket": (field) => at(field, /\((?=\p{L}[^()]*\))/gu, () => "( "),
  "no blank before bracket": (field) => at(field, /(?<=\p{Ll}{2}) \((?=[\p{L}\d]{2}[^()]*\))/gu, () => "("),
  "swapped quote": (field) => at(field, /[“”]/gu, ([mark]) => (mark === "“" ? "”" : "“")),
  "straight quote": (field) =>
    count(field, /[“”]/gu) > 2 ? at(field, /“([^“”\n]*)”/gu, ([, inside]) => `"${inside}"`) : null,
  "one straight quote": (field) => (count(field, /[“”]/gu) > 2 ? at(field, /[“”]/gu, () => '"') : null),
  "doubled mark": (field) => at(field, /(?<=\p{L})[,;:.](?=\s|$)/gu, ([mark]) => mark + mark),
  "dash of a range": (field) =>
    count(field, /20\d\d ?- ?20\d\d/gu) > 3
      ? at(
          field,
          /(?<=20\d\d) ?- ?(?=20\d\d)/gu,
          ([dash]) =>
            pick(
              field.random,
              [" - ", "-", " – ", "- "].filter((one) => one !== dash),
            )!,
        )
      : null,
  "dash of a pair": (field) =>
    at(field, /(?<=tế|phòng|trị) - (?=xã hội|an ninh)/gu, () => pick(field.random, ["-", "- ", " -"])!),
  "place of the tone": (field) =>
    count(field, newTones[0]![0]) > 4 ? at(field, newTones[0]![0], ([word]) => newTones[0]![1](word)) : null,
  "letter that looks alike": (field) =>
    at(field, /(?<=\p{Ll})[aeocpxyi](?=\p{Ll})|đ(?=\p{Ll})/gu, ([letter]) => cyrillic[letter] ?? null),
  "zero-width character": (field) => at(field, /(?<=\p{L})(?=\p{L})/gu, () => "\u200b"),
  "blank that does not break": (field) => at(field, /(?<=\p{L}) (?=\p{L})/gu, () => "\u00a0"),
  "doubled words": (field) =>
    at(field, new RegExp(`(?<![\\p{L}\\d])${words}{2,4}(?![\\p{L}])`, "gu"), ([found]) => `${found} ${found}`),
  "full-width digit": (field) =>
    at(field, /(?<=\d)\d(?=[\s.;,)])/gu, ([digit]) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  "doubled letter": (field) =>
    atWord(field, ({ text, lower }) => {
      if (text !== lower || !/[^a-z]/.test(text) || !isSyllable(text) || text.length < 3) return null;
      const index = Math.floor(field.random() * text.length);
      const slip = text.slice(0, index + 1) + text.slice(index);
      return isSyllable(slip) ? null : slip;
    }),
  "joined words": (field) => {
    const pairs = wordPairs(field.plan);
    return at(field, /(?<![\p{L}\d] ?)\p{Ll}{3,} \p{Ll}{3,}(?!\p{L})/gu, ([found]) => {
      const [left, right] = found.split(" ");
      return (pairs.get(`${left} ${right}`) ?? 0) > 2 && isSyllable(left!) && isSyllable(right!)
        ? left! + right!
        : null;
    });
  },
  "tone on the wrong vowel": (field) =>
    at(field, /(?<!\p{L})(?:[hkltx]|đ|th)(?:oà|oá|oả|oạ)n(?:g|h)?(?!\p{L})/gu, ([word]) =>
      toneOn(word, word.length - word.search(/o/)),
    ),
  "blank at a slash": (field) => at(field, /(?<=\p{Ll}{2})\/(?=\p{Ll}{2})/gu, () => pick(field.random, ["/ ", " /"])!),
  "no blank after a mark of a list": (field) => {
    const own = field.plan.documents[0]!.divisions.filter(
      ({ mark, text }) =>
        /^(?:-|\+|[a-zđ]\)|\d+\.)$/u.test(mark.typed) &&
        /^\p{Lu}/u.test(text.text) &&
        text.span.start === mark.span.end + 1,
    );
    const one = pick(field.random, own);
    return one ? { start: one.mark.span.end, end: one.text.span.start, text: "" } : null;
  },
  "bracket not closed": (field) =>
    at(field, /(?<=\p{Ll} \([A-ZĐ]{3,6})\)/gu, (found, { text }) => {
      const short = /\(([A-ZĐ]+)$/u.exec(text.slice(0, found.index))![1]!;
      const before = text
        .slice(0, found.index - short.length - 2)
        .split(" ")
        .slice(-short.length);
      const initials = before.map((word) => word.charAt(0).toUpperCase()).join("");
      return initials.replace(/Đ/g, "D").normalize("NFD").replace(/\p{M}/gu, "") === short.replace(/Đ/g, "D")
        ? ""
        : null;
    }),
  "quotation not closed": (field) =>
    at(field, /(?<=“([^“”]+ [^“”]+))”/gu, (found) =>
      field.texts.reduce((sum, { text }) => sum + text.split(`“${found[1]}”`).length - 1, 0) > 1 ? "" : null,
    ),
  "letters taken apart": (field) =>
    atWord(field, ({ text }) => (/[^\p{ASCII}đĐ]/u.test(text) ? text.normalize("NFD") : null)),
};

/** The text with one fault a text (paragraph, item, cell), each on lines of its own; `size` of them if there is room. */
export function plant(
  text: string,
  registries: Registries,
  kinds: readonly string[],
  random: Random,
): { readonly text: string; readonly planted: readonly Planted[] } {
  const { plan } = analyze(sourceFromText(text, "ke-hoach.plan").value, registries);
  const texts = plan.documents.flatMap(textsOf);
  const planted: Planted[] = [];
  const used = new Set<number>();
  const lineOf = (offset: number): number => text.slice(0, offset).split("\n").length;
  for (const kind of kinds) {
    const edit = planters[kind]!({ plan, texts, random });
    if (edit === null || used.has(lineOf(edit.start))) continue;
    used.add(lineOf(edit.start));
    planted.push({ ...edit, kind, before: text.slice(edit.start, edit.end) });
  }
  return { text: replaced(text, planted), planted };
}

export interface Result {
  readonly planted: number;
  readonly fixed: number;
  /** What is not as it was: the kind of fault, the line before and after. */
  readonly failures: readonly string[];
  /** Lines that changed although nothing was planted there. */
  readonly strayed: readonly string[];
}

/** Plants, mends and compares line by line. `text` must be one that mending leaves as it is. */
export function tryOut(text: string, registries: Registries, kinds: readonly string[], random: Random): Result {
  const one = plant(text, registries, kinds, random);
  const { text: mended } = mend(one.text, registries);
  const [was, is] = [text.split("\n"), mended.split("\n")];
  const damaged = sourceFromText(one.text, "ke-hoach.plan").value.text.split("\n");
  const failures: string[] = [];
  const touched = new Set<number>();
  for (const { kind, start } of one.planted) {
    const line = text.slice(0, start).split("\n").length - 1;
    touched.add(line);
    if (was[line] !== is[line])
      failures.push(`${kind}: ${difference(was[line]!, damaged[line] ?? "", is[line] ?? "")}`);
  }
  const strayed = was.flatMap((line, index) =>
    touched.has(index) || line === is[index] ? [] : [`${line.slice(0, 80)} → ${(is[index] ?? "").slice(0, 80)}`],
  );
  return { planted: one.planted.length, fixed: one.planted.length - failures.length, failures, strayed };
}

/** The stretch in which two lines differ, with a little round it. */
function difference(was: string, damaged: string, is: string): string {
  let start = 0;
  while (start < was.length && was[start] === damaged[start]) start += 1;
  const from = Math.max(0, start - 25);
  return `“${was.slice(from, start + 25)}” → “${damaged.slice(from, start + 25)}” → “${is.slice(from, start + 25)}”`;
}
