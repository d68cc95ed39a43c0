/**
 * Marks counted anew, and the references to them with them: `plan fmt --renumber`. Only numbers change: a mark keeps its
 * form (`b)`, `1.2.`, `Điều 3.`), a reference its words.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { isBullet, letterAt, markWithValue, toRoman } from "../plan/numbering.ts";
import type { Content, CrossReference, Division, Plan, PlanDocument } from "../plan/plan.ts";
import { findReferences, type ReferenceStep } from "../plan/references.ts";

/** A division's numbers as they will be, one a level as in `Mark.values`. */
type NewValues = ReadonlyMap<Division, readonly number[]>;

/** The edits of a whole file, in no order. A mark whose place has no letter (past y) stays as typed. */
export function renumber(plan: Plan): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const values = new Map<Division, readonly number[]>();
  for (const document of plan.documents) {
    for (const scope of [document.content, ...document.annexes.map((annex) => annex.content)]) {
      count(scope, values, edits);
      tables(plan, scope, edits);
    }
  }
  edits.push(...allReferences(plan, values));
  return edits;
}

/**
 * The edits that give marks other numbers, and the references to them with them: a division is numbered by `wanted`, or keeps
 * its own number where that is null. In no order.
 */
export function renumberAs(plan: Plan, wanted: (division: Division) => readonly number[] | null): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const values = new Map<Division, readonly number[]>();
  const visit = (content: readonly Content[]): void => {
    for (const item of content) {
      if (item.kind !== "division") continue;
      const { division } = item;
      const numbers = isBullet(division.mark) ? null : wanted(division);
      if (numbers !== null && numbers.length > 0 && numbers.join() !== division.mark.values.join()) {
        const mark = withPrefix(markWithValue(division.mark, numbers.at(-1)!), division, numbers.slice(0, -1));
        if (mark !== null) {
          values.set(division, numbers);
          edits.push({ span: division.mark.span, text: mark });
        }
      }
      visit(division.children);
    }
  };
  for (const document of plan.documents) {
    for (const scope of [document.content, ...document.annexes.map((annex) => annex.content)]) visit(scope);
  }
  edits.push(...allReferences(plan, values));
  return edits;
}

function allReferences(plan: Plan, values: NewValues): readonly TextEdit[] {
  return plan.documents.flatMap((document, index) =>
    document.references.flatMap((reference) =>
      referenceEdits(plan, plan.documents[reference.document ?? index] ?? document, reference, values),
    ),
  );
}

function count(scope: readonly Content[], values: Map<Division, readonly number[]>, edits: TextEdit[]): void {
  // Điều and Chương count through the document; others that went on from the cousins before them still do.
  const typedLast = new Map<string, number>();
  const newLast = new Map<string, number>();
  const visit = (content: readonly Content[], parent: Division | null): void => {
    for (const run of runsIn(content)) {
      const { kind, values: first } = run[0]!.mark;
      const key = `${kind}:${first.length}`;
      const through = kind === "article" || kind === "chapter";
      const goesOn = through || ((first.at(-1) ?? 0) > 1 && first.at(-1) === (typedLast.get(key) ?? 0) + 1);
      let next = goesOn ? (newLast.get(key) ?? 0) + 1 : 1;
      for (const division of run) {
        const prefix = prefixOf(division, parent, values);
        const wanted = [...prefix, next];
        const mark = withPrefix(markWithValue(division.mark, next), division, prefix);
        values.set(division, mark === null ? division.mark.values : wanted);
        if (mark !== null && mark !== division.mark.typed) edits.push({ span: division.mark.span, text: mark });
        typedLast.set(key, division.mark.values.at(-1) ?? 0);
        newLast.set(key, next);
        next += 1;
      }
      for (const division of run) visit(division.children, division);
    }
    for (const item of content) {
      if (item.kind === "division" && isBullet(item.division.mark)) visit(item.division.children, item.division);
    }
  };
  visit(scope, null);
}

/** Sisters of one kind and depth, in order. After an unnumbered heading or a table, and where a typed 1 is followed by a
 * typed 2, a run starts again. */
function runsIn(content: readonly Content[]): Division[][] {
  const open = new Map<string, Division[]>();
  const runs: Division[][] = [];
  for (const [index, item] of content.entries()) {
    if (item.kind !== "division") {
      if (item.kind !== "paragraph" || item.role === "plain-heading") open.clear();
      continue;
    }
    const { mark } = item.division;
    if (isBullet(mark)) continue;
    const key = `${mark.kind}:${mark.values.length}`;
    const run = open.get(key);
    const next = content
      .slice(index + 1)
      .find((one) => one.kind === "division" && one.division.mark.kind === mark.kind);
    const restarts =
      run !== undefined &&
      run.length > 1 &&
      mark.values.at(-1) === 1 &&
      content[index - 1]?.kind === "paragraph" &&
      next?.kind === "division" &&
      next.division.mark.values.at(-1) === 2;
    if (run && !restarts) run.push(item.division);
    else {
      const started = [item.division];
      open.set(key, started);
      runs.push(started);
    }
  }
  return runs;
}

/** The numbers before a division's last: those of the numbered division above a decimal. */
function prefixOf({ mark }: Division, parent: Division | null, values: NewValues): readonly number[] {
  if (mark.kind !== "decimal") return mark.values.slice(0, -1);
  const above = parent === null ? undefined : values.get(parent);
  return above !== undefined && above.length === mark.values.length - 1 ? above : mark.values.slice(0, -1);
}

function withPrefix(mark: string | null, division: Division, prefix: readonly number[]): string | null {
  if (mark === null || division.mark.kind !== "decimal" || prefix.length === 0) return mark;
  return mark.replace(/^(\D*)[\d.]*\.(?=\d+\D*$)/, `$1${prefix.join(".")}.`);
}

/** Numbers typed for the tasks of a table: 1, 2, 3… through the table, again from 1 after a group row where they did. */
function tables(plan: Plan, content: readonly Content[], edits: TextEdit[]): void {
  for (const item of content) {
    if (item.kind === "division") tables(plan, item.division.children, edits);
    if (item.kind !== "task-table") continue;
    const ordinal = item.table.columns.findIndex((column) => column.role === "ordinal");
    if (ordinal < 0) continue;
    let next = 1;
    let afterGroup = false;
    for (const row of item.table.rows) {
      if (row.kind === "group") afterGroup = true;
      if (row.kind !== "row" || row.first !== true) continue;
      const prose = row.cells[ordinal]?.paragraphs[0]?.text;
      const figures = prose === undefined ? null : /\d+/.exec(prose.text);
      if (!prose || !figures || plan.source.text.slice(prose.span.start, prose.span.end) !== prose.text) continue;
      if (afterGroup && Number(figures[0]) === 1) next = 1;
      afterGroup = false;
      const start = prose.span.start + figures.index;
      const text = String(next).padStart(figures[0].startsWith("0") ? figures[0].length : 1, "0");
      if (text !== figures[0]) edits.push({ span: { start, end: start + figures[0].length }, text });
      next += 1;
    }
  }
}

// ── References ──────────────────────────────────────────────────────────────────────────────────────────────────────

function referenceEdits(
  plan: Plan,
  document: PlanDocument,
  { span, target, text }: CrossReference,
  values: NewValues,
): readonly TextEdit[] {
  if (target === null) return [];
  const chain = chainTo(document, target);
  const typed = plan.source.text.slice(span.start, span.end);
  // Words that the source has otherwise (a line break, an inserted value) cannot be edited by their places.
  if (chain === null || typed.replace(/\s/g, " ") !== text.replace(/\s/g, " ")) return [];
  const [found] = findReferences(typed);
  const steps: readonly Pick<ReferenceStep, "kinds" | "values" | "own" | "at" | "word">[] =
    found?.path ?? listedStep(typed, chain.at(-1)!);
  const edits: TextEdit[] = [];
  let from = 0;
  for (const step of steps) {
    if (step.word === "phụ lục") continue;
    const at = chain.findIndex((one, index) => index >= from && isNamed(one, step));
    if (at < 0) return [];
    from = at + 1;
    const wanted = values.get(chain[at]!);
    if (step.own || wanted === undefined) continue;
    const number = typed.slice(step.at.start, step.at.end);
    const replaced = inForm(number, step.values.length === 1 ? wanted.slice(-1) : wanted);
    if (replaced !== null && replaced !== number) {
      edits.push({ span: { start: span.start + step.at.start, end: span.start + step.at.end }, text: replaced });
    }
  }
  return edits;
}

/** “III” of “các Mục II, III”: the number alone. */
const listedStep = (typed: string, target: Division) => [
  {
    word: "mục" as const,
    kinds: [target.mark.kind],
    values: target.mark.values.slice(-1),
    own: false,
    at: { start: 0, end: typed.length },
  },
];

const isNamed = (division: Division, step: Pick<ReferenceStep, "kinds" | "values" | "own">): boolean =>
  step.kinds.includes(division.mark.kind) &&
  (step.own ||
    (step.values.length === 1
      ? division.mark.values.at(-1) === step.values[0]
      : division.mark.values.join() === step.values.join()));

/** The divisions down to the one with this id; null for an annex or an unknown id. */
function chainTo(document: PlanDocument, id: string): readonly Division[] | null {
  const search = (content: readonly Content[], above: readonly Division[]): readonly Division[] | null => {
    for (const item of content) {
      if (item.kind !== "division") continue;
      const chain = [...above, item.division];
      const found = item.division.id === id ? chain : search(item.division.children, chain);
      if (found) return found;
    }
    return null;
  };
  for (const scope of [document.content, ...document.annexes.map((annex) => annex.content)]) {
    const found = search(scope, []);
    if (found) return found;
  }
  return null;
}

/** A number in the way another is written: Roman, a letter, digits. Null where it cannot be. */
function inForm(typed: string, values: readonly number[]): string | null {
  const last = values.at(-1) ?? 0;
  if (/^\d+(?:\.\d+)*$/.test(typed)) return values.join(".");
  if (/^[IVXLC]+$/.test(typed)) return toRoman(last);
  if (/^[A-H]$/.test(typed)) return "ABCDEFGH"[last - 1] ?? null;
  if (/^[a-zđ]$/.test(typed)) return letterAt(last) || null;
  return null;
}
