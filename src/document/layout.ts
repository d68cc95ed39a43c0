/**
 * What the builders of the document share while one plan is laid out: the form, the fonts, ids that are unique in the
 * document, footnotes, and how prose becomes runs. Also the fixed words of the form with their holes filled.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Footnote, Piece, Plan, Prose } from "../plan/plan.ts";
import { unreachable } from "../unreachable.ts";
import type { Document, PageSetup, ParagraphBlock, RuleBlock, Run, TextRun } from "./document.ts";
import type { Form } from "./form.ts";
import { type FontSet, widthOf } from "./measure.ts";
import type { Pt, StyleName, StyleSheet } from "./style.ts";

export interface Layout {
  readonly plan: Plan;
  readonly form: Form;
  /** The form's style sheet with the sizes chosen for this document. */
  readonly style: StyleSheet;
  readonly fonts: FontSet;
  /** A new id from a wish such as `II.1.a`: `[a-z][a-z0-9_]{0,39}`, never given twice. */
  id(wish: string): string;
  readonly notes: NoteList;
  report(diagnostic: Diagnostic): void;
}

// ── Ids ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

const plainLetters = (text: string): string =>
  text
    .replace(/đ/g, "dd")
    .replace(/Đ/g, "Dd")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");

/** A maker of unique ids; the same wishes in the same order give the same ids. */
export function idMaker(): (wish: string) => string {
  const given = new Map<string, number>();
  return (wish) => {
    const clean = plainLetters(wish)
      .toLowerCase()
      .replace(/\+/g, "_plus_")
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "");
    const base = (/^[a-z]/.test(clean) ? clean : `b_${clean}`).slice(0, 33).replace(/_+$/, "") || "b";
    for (let n = (given.get(base) ?? 0) + 1; ; n += 1) {
      const id = n === 1 ? base : `${base}_${n}`;
      given.set(base, n);
      if (!given.has(id) || n === 1) {
        if (n > 1) given.set(id, 1);
        return id;
      }
    }
  };
}

// ── Footnotes ───────────────────────────────────────────────────────────────────────────────────────────────────────

export interface NoteList {
  /** Index in `Document.notes` of a note that the scope defines, or undefined; the first reference fixes its place. */
  reference(scope: readonly Footnote[], number: string): number | undefined;
  readonly made: Document["notes"];
  /** Notes of the scope that nothing refers to. */
  unused(scope: readonly Footnote[]): readonly Footnote[];
}

export function noteList(paragraph: (note: Footnote) => ParagraphBlock): NoteList {
  const made: { number: string; paragraph: ParagraphBlock }[] = [];
  const places = new Map<Footnote, number>();
  return {
    made,
    reference(scope, number) {
      const note = scope.find((candidate) => candidate.number === number);
      if (note === undefined) return undefined;
      const known = places.get(note);
      if (known !== undefined) return known;
      places.set(note, made.length);
      made.push({ number, paragraph: paragraph(note) });
      return made.length - 1;
    },
    unused: (scope) => scope.filter((note) => !places.has(note)),
  };
}

const noBreakSpace = "\u00a0";

// ── Runs ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface ProseOptions {
  /** Look of a piece, from the one that was typed. Default: the style's look, made stronger by what was typed. */
  readonly look?: (piece: Extract<Piece, { kind: "text" }>, index: number) => Look;
  readonly upper?: (piece: Extract<Piece, { kind: "text" }>, index: number) => boolean;
  readonly size?: Pt;
  /** Footnotes that numbers in this text may refer to. */
  readonly scope?: readonly Footnote[];
}

/** Neighbouring runs of one look become one run. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.kind === "text" && run.text === "") continue;
    if (
      run.kind === "text" &&
      last?.kind === "text" &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.size === run.size &&
      last.label === run.label
    )
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

export const textRun = (text: string, look: Look, size?: Pt): TextRun => ({
  kind: "text",
  text,
  bold: look.bold,
  italic: look.italic,
  ...(size === undefined ? {} : { size }),
});

/** A division's mark with the blank after it. */
export const labelRun = (text: string, look: Look, size?: Pt): TextRun => ({
  ...textRun(text, look, size),
  label: true,
});

/** Runs of some prose in a style. */
export function proseRuns(layout: Layout, style: StyleName, prose: Prose, options: ProseOptions = {}): Run[] {
  const base = layout.style.paragraph[style];
  const look = options.look ?? ((piece) => ({ bold: base.bold || piece.bold, italic: base.italic || piece.italic }));
  const runs = prose.pieces.map((piece, index): Run => {
    switch (piece.kind) {
      case "break":
        return { kind: "break" };
      case "note": {
        const note = layout.notes.reference(options.scope ?? [], piece.number);
        return note === undefined
          ? textRun(`[${piece.number}]`, base, options.size)
          : { kind: "note", number: piece.number, note };
      }
      case "text": {
        const own = look(piece, index);
        const text = options.upper?.(piece, index) ? piece.text.toUpperCase() : piece.text;
        return textRun(own.italic ? text : withHeldHyphens(text), own, options.size);
      }
      default:
        return unreachable(piece);
    }
  });
  return joinRuns(withoutBlanksAtBreaks(runs));
}

/** A centred line would count the blanks that stand before or after a typed break. */
const withoutBlanksAtBreaks = (runs: readonly Run[]): Run[] =>
  runs.map((run, i): Run => {
    if (run.kind !== "text") return run;
    const head = runs[i - 1]?.kind === "break" ? run.text.replace(/^ +/, "") : run.text;
    return { ...run, text: runs[i + 1]?.kind === "break" ? head.replace(/ +$/, "") : head };
  });

/**
 * A no-break space before every hyphen that stands between blanks (`2021 - 2025`, `Văn hóa - Xã hội`): a line that began
 * with it would look like an item of a list. Slanted text is left as it is, because LibreOffice widens no-break spaces
 * there and would break lines elsewhere than Word.
 */
export const withHeldHyphens = (text: string): string => text.replace(/(?<=\S) (?=[-–] \S)/g, noBreakSpace);

/** Words of prose on one line, for bookmarks and properties. */
export const oneLine = (prose: Prose): string => prose.text.replace(/\s*\n\s*/g, " ").trim();

/** The words of some runs, breaks and no-break spaces as blanks. */
export const wordsOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => (run.kind === "text" ? run.text.replace(/\u00a0/g, " ") : run.kind === "break" ? " " : ""))
    .join("");

// ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export function paragraph(
  id: string,
  style: StyleName,
  runs: readonly Run[],
  rest: Partial<Omit<ParagraphBlock, "kind" | "id" | "style" | "runs">> = {},
): ParagraphBlock {
  return { kind: "paragraph", id, style, runs, role: rest.role ?? "text", ...rest };
}

/** Fixed words in the look of a style. */
export const fixedRuns = (layout: Layout, style: StyleName, text: string): Run[] =>
  text === "" ? [] : [textRun(text, layout.style.paragraph[style])];

export function rule(layout: Layout, wish: string, width: Pt, after: Pt, keepNext = false): RuleBlock {
  return {
    kind: "rule",
    id: layout.id(wish),
    width: roundPt(width),
    thickness: layout.style.rule.thickness,
    before: layout.form.layout.ruleGap,
    after,
    ...(keepNext ? { keepNext } : {}),
  };
}

/** To a twentieth of a point, the finest unit of a DOCX: both outputs then draw the same length. */
export const roundPt = (width: Pt): Pt => Math.round(width * 20) / 20;

export const textWidthOf = (page: PageSetup): Pt => page.width - page.marginLeft - page.marginRight;

// ── Fixed words ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Fills the `{holes}` of a fixed text of the form. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);

/** No-break spaces at least `width` wide in that size: room to stamp a number or a day. */
export function blank(layout: Layout, width: Pt, size: Pt, look: Look): string {
  const one = widthOf(layout.fonts, noBreakSpace, size, look);
  return noBreakSpace.repeat(Math.max(5, Math.ceil(width / one)));
}

/** “KẾ HOẠCH” → “Kế hoạch”. */
export const sentenceCase = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.slice(0, 1).toUpperCase() + lower.slice(1);
};
