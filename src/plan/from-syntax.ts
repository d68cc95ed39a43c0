/**
 * TREE 1 → TREE 2: the file as written becomes the plan as meant. Binds the header, decides bases and openings, builds the
 * divisions and tables, collects tasks from both spellings, and finds citations, bodies, times and references in the words.
 *
 * Never throws for bad input: what cannot be bound is reported (KH…) and the rest stands. The order of work is the order of
 * the file, because `[[…]]` prints in full at the first mention; references are resolved last, when all documents stand.
 */
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Registries } from "../registry/registry.ts";
import type { AnnexNode, DocumentNode, Field, SyntaxTree } from "../syntax/syntax.ts";
import { type Binder, makeBinder } from "./binder.ts";
import { toRecipients, toSignatures, underDivisions, withClosing } from "./closing.ts";
import { levelsOf, toContent } from "./content.ts";
import * as errors from "./errors.ts";
import { factsOf, type PlacedProse, proseOf } from "./facts.ts";
import { bindHeader, type Header } from "./header.ts";
import type { Annex, Content, Division, Plan, PlanDocument, Prose, Task } from "./plan.ts";
import { toPreamble } from "./preamble.ts";
import { sourceSpan } from "./prose.ts";
import { type FoundReference, findReferences, type ReferenceScope, resolveReference } from "./references.ts";
import { landscapeOf, optionChoice } from "./table-options.ts";
import { collectTasks } from "./tasks.ts";
import { fold } from "./words.ts";

/** The plan that a file means, and what could not be bound. Total. */
export function toPlan(tree: SyntaxTree, registries: Registries): Checked<Plan> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const drafts: Draft[] = [];
  for (const [index, node] of tree.documents.entries()) {
    const inherited = drafts[0]?.header ?? null;
    const header = bindHeader({ node, index, inherited, registries, report });
    drafts.push(toDocument(node, header, makeBinder(header, registries, report)));
  }
  const documents = drafts.map((draft, index) => ({ ...draft.document, references: referencesOf(index, drafts) }));
  return { value: { source: tree.source, documents }, diagnostics };
}

interface Draft {
  readonly header: Header;
  readonly document: PlanDocument;
  readonly proses: readonly PlacedProse[];
}

/** One document, all but its references. */
function toDocument(node: DocumentNode, header: Header, binder: Binder): Draft {
  const title = binder.title(node.title);
  const attachedLine = lineOf(header.attachedField, binder);
  const preamble = toPreamble(node.preamble, binder);
  const nodes = underDivisions([...preamble.rest, ...node.body]);
  const levels = levelsOf(nodes);
  let content = withClosing(toContent(nodes, { path: "", parent: null, levels, inArticle: false }, binder));
  let { opening } = preamble;
  if (content.length === 0) {
    // A plan without divisions: its last paragraph may still be the closing one.
    const lifted = withClosing(opening);
    const last = lifted.at(-1);
    if (last?.kind === "paragraph" && last.role === "closing") {
      content = [last];
      opening = opening.slice(0, -1);
    }
  }
  collectTasks(content, null, binder);
  const notes = binder.notes;
  const recipients = toRecipients(node.recipients, binder);
  const signatures = toSignatures(node.signatures, binder);
  const annexes = node.annexes.map((annex) => toAnnex(annex, binder));
  const proses: PlacedProse[] = [
    { prose: title, inBasis: false, enclosing: [] },
    ...preamble.legalBases.map((basis): PlacedProse => ({ prose: basis.text, inBasis: true, enclosing: [] })),
    ...proseOf(opening),
    ...proseOf(content),
    ...notes.map((one): PlacedProse => ({ prose: one.text, inBasis: false, enclosing: [] })),
    ...recipients.map((one): PlacedProse => ({ prose: one.text, inBasis: false, enclosing: [] })),
    ...annexes.flatMap((annex): PlacedProse[] => [
      { prose: annex.title, inBasis: false, enclosing: [] },
      ...proseOf(annex.content),
      ...annex.notes.map((one): PlacedProse => ({ prose: one.text, inBasis: false, enclosing: [] })),
    ]),
  ];
  const divisions = [...divisionsOf(content), ...annexes.flatMap((annex) => divisionsOf(annex.content))];
  const duties = divisions.flatMap((division) => division.duty);
  const facts = factsOf(proses, duties, binder);
  const placed = placeTasks(content, annexes, binder.tasks);
  const { asOf: _asOf, attachedField: _field, values: _values, ...known } = header;
  const document: PlanDocument = {
    ...known,
    title,
    attachedLine,
    enactingLine: preamble.enactingLine,
    legalBases: preamble.legalBases,
    opening,
    content: placed.content,
    notes,
    recipients,
    signatures,
    annexes: placed.annexes,
    abbreviations: facts.abbreviations,
    divisions: divisionsOf(placed.content),
    tasks: placed.tasks,
    citations: facts.citations,
    agencies: facts.agencies,
    times: facts.times,
    references: [],
    titleSpan: node.title.span,
    span: node.span,
  };
  return { header, document, proses };
}

/** The first paragraph of a field as prose, or null. */
function lineOf(field: Field | null | undefined, binder: Binder): Prose | null {
  const item = field?.items[0];
  return item ? binder.prose(item.text) : null;
}

function toAnnex(node: AnnexNode, binder: Binder): Annex {
  const fields = new Map<string, Field>();
  for (const field of node.fields) {
    const first = fields.get(field.key.id);
    if (!first) fields.set(field.key.id, field);
    else {
      const related = [{ span: first.key.span, message: "lần đầu ở đây" }];
      binder.report(errors.repeatedField(field.key.span, { field: field.key.typed }, { related }));
    }
  }
  const number = node.number?.text.replace(/[.:\s]+$/, "") || null;
  const id = binder.id(number === null ? "phụ-lục" : `phụ-lục-${number}`);
  binder.notes = [];
  const title = binder.title(node.title);
  const attachedLine = lineOf(fields.get("attached"), binder);
  const landscape = landscapeOf(fields.get("paper"), binder);
  const letterhead = optionChoice(
    fields.get("letterhead"),
    [
      ["có", true],
      ["không", false],
    ],
    binder,
  );
  const place = { path: id, parent: null, levels: levelsOf(node.body), inArticle: false };
  const content = toContent(node.body, place, binder);
  collectTasks(content, id, binder);
  return {
    id,
    number,
    title,
    attachedLine,
    landscape,
    letterhead: letterhead ?? false,
    content,
    notes: binder.notes,
    recipients: toRecipients(node.recipients, binder),
    signatures: toSignatures(node.signatures, binder),
    span: node.span,
  };
}

/** All divisions below some content, outermost first. */
function divisionsOf(content: readonly Content[]): Division[] {
  return content.flatMap((item) =>
    item.kind === "division" ? [item.division, ...divisionsOf(item.division.children)] : [],
  );
}

interface Placed {
  readonly content: readonly Content[];
  readonly annexes: readonly Annex[];
  readonly tasks: readonly Task[];
}

/** Tasks in the order of the file, each with the division or annex it stands in, and the rows of tables renumbered with
 * them: tables are bound before the labelled divisions around them are read. */
function placeTasks(content: readonly Content[], annexes: readonly Annex[], tasks: readonly Task[]): Placed {
  const order = tasks.map((_, index) => index).sort((a, b) => tasks[a]!.span.start - tasks[b]!.span.start || a - b);
  const newIndex = new Map(order.map((old, index) => [old, index]));
  const within = new Map<number, string>();
  const renumber = (items: readonly Content[], place: string | null): Content[] =>
    items.map((item): Content => {
      if (item.kind === "division") {
        const { division } = item;
        return { kind: "division", division: { ...division, children: renumber(division.children, division.id) } };
      }
      if (item.kind !== "task-table") return item;
      const rows = item.table.rows.map((row) => {
        if (row.task === undefined) return row;
        if (place !== null) within.set(row.task, place);
        return { ...row, task: newIndex.get(row.task)! };
      });
      return { kind: "task-table", table: { ...item.table, rows } };
    });
  const placedContent = renumber(content, null);
  const placedAnnexes = annexes.map((annex) => ({ ...annex, content: renumber(annex.content, annex.id) }));
  return {
    content: placedContent,
    annexes: placedAnnexes,
    tasks: order.map((old) => ({ ...tasks[old]!, within: tasks[old]!.within ?? within.get(old) ?? null })),
  };
}

/** The references of one document, resolved in the document they speak of. */
function referencesOf(index: number, drafts: readonly Draft[]): PlanDocument["references"] {
  const scopes = drafts.map(
    ({ document }): ReferenceScope => ({
      divisions: document.content.flatMap((item) => (item.kind === "division" ? [item.division] : [])),
      annexes: document.annexes.map((annex) => ({
        id: annex.id,
        number: annex.number,
        divisions: annex.content.flatMap((item) => (item.kind === "division" ? [item.division] : [])),
      })),
    }),
  );
  return drafts[index]!.proses.flatMap(({ prose, enclosing }) =>
    findReferences(prose.text).map((found) => {
      const spoken = documentOf(found, index, drafts);
      const inside = spoken === index ? enclosing : [];
      const target = spoken === null ? null : resolveReference(found, scopes[spoken]!, inside);
      return {
        text: found.text,
        path: found.path.map((step) => ({ kind: step.kinds[0] ?? "annex", values: step.values })),
        target,
        ...(spoken === null || spoken === index ? {} : { document: spoken }),
        span: sourceSpan(prose, found.at.start, found.at.end),
      };
    }),
  );
}

/** Which document of the file a reference speaks of: the one it stands in, or the one of the type it names; null when the
 * file has none of that type. */
function documentOf(found: FoundReference, index: number, drafts: readonly Draft[]): number | null {
  if (found.document === null) return index;
  const named = (draft: Draft): boolean => fold(draft.document.typeName) === fold(found.document!);
  if (named(drafts[index]!)) return index;
  const other = drafts.findIndex(named);
  return other < 0 ? null : other;
}
