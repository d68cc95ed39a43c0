/**
 * A document as a tree of things that can be added, dropped, moved or reworded: divisions, paragraphs, tasks in either
 * spelling, rows of tables. Marks are no part of it: counting anew changes nothing. What a task's labels or columns say are
 * its fields.
 */
import { labelIn } from "../plan/content.ts";
import type {
  CellContent,
  Column,
  Content,
  Division,
  Owner,
  PlanDocument,
  Prose,
  Task,
  TaskTable,
  TimeMention,
} from "../plan/plan.ts";
import { fold, trimEnd } from "../plan/words.ts";
import type { Span } from "../source/source-file.ts";

export type FieldRole = "lead" | "partners" | "time" | "products" | "budget" | "note" | "content" | "other";

/** What one label or column of a task says. */
export interface TaskField {
  readonly role: FieldRole;
  /** The label or column as typed: “Cơ quan chủ trì”. */
  readonly name: string;
  /** Words of the value, one space between, without marks at the end. */
  readonly text: string;
  readonly owners: readonly Owner[];
  readonly times: readonly TimeMention[];
  readonly span: Span;
}

export type NodeKind =
  | "division"
  | "paragraph"
  | "task"
  | "sub-row"
  | "group"
  | "total"
  | "table"
  | "grid"
  | "grid-row"
  | "annex"
  | "root";

export interface Node {
  readonly kind: NodeKind;
  /** Words for people; the title of a task or an annex, the headings of a table. */
  readonly text: string;
  /** What is compared: the words with the numbers of references masked. */
  readonly key: string;
  readonly fields: readonly TaskField[];
  readonly children: readonly Node[];
  /** Set when the tree is made. */
  parent: Node | null;
  /** Place among its sisters, from 0. */
  place: number;
  readonly span: Span;
  /** The prose that `text` comes from; null for what is put together from several. */
  readonly prose: Prose | null;
  /** Ids of the divisions and annexes that references inside its words point at, in order. */
  readonly targets: readonly (string | null)[];
  /** Id in the plan, for what references may point at. */
  readonly id: string | null;
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Words without marks at the end, for values of fields. */
const value = (text: string): string => trimEnd(squeezed(text));

/** The tree of a document's body and annexes. */
export function treeOf(document: PlanDocument, source: string): Node {
  const builder = new Builder(document, source);
  const children = [
    ...builder.nodesOf(document.opening),
    ...builder.nodesOf(document.content),
    ...document.annexes.map((annex) =>
      builder.node({
        kind: "annex",
        prose: annex.title,
        children: builder.nodesOf(annex.content),
        span: annex.span,
        id: annex.id,
      }),
    ),
  ];
  const root = builder.node({ kind: "root", prose: null, children, span: document.span, id: null });
  link(root);
  return root;
}

function link(node: Node): void {
  for (const [place, child] of node.children.entries()) {
    child.parent = node;
    child.place = place;
    link(child);
  }
}

interface Parts {
  readonly kind: NodeKind;
  readonly prose: Prose | null;
  readonly text?: string;
  readonly fields?: readonly TaskField[];
  readonly children?: readonly Node[];
  readonly span: Span;
  readonly id: string | null;
}

class Builder {
  private readonly document: PlanDocument;
  private readonly tasks: ReadonlyMap<string, Task>;
  private readonly references: PlanDocument["references"];

  private readonly source: string;

  constructor(document: PlanDocument, source: string) {
    this.document = document;
    this.source = source;
    this.tasks = new Map(document.tasks.map((task) => [task.id, task]));
    this.references = [...document.references].sort((a, b) => a.span.start - b.span.start);
  }

  node(parts: Parts): Node {
    const text = parts.text ?? squeezed(parts.prose?.text ?? "");
    const { key, targets } = parts.prose === null ? { key: text, targets: [] } : this.masked(parts.prose, text);
    return {
      kind: parts.kind,
      text,
      key,
      fields: parts.fields ?? [],
      children: parts.children ?? [],
      parent: null,
      place: 0,
      span: parts.span,
      prose: parts.prose,
      targets,
      id: parts.id,
    };
  }

  /** The words with the numbers of references to parts of this file taken out: they follow what they point at. */
  private masked(prose: Prose, text: string): { readonly key: string; readonly targets: readonly (string | null)[] } {
    const inside = this.references.filter(
      ({ span, target }) => target !== null && prose.span.start <= span.start && span.end <= prose.span.end,
    );
    let key = this.citedAs(prose) ?? text;
    const targets: (string | null)[] = [];
    for (const reference of inside) {
      const words = squeezed(reference.text);
      const at = key.indexOf(words);
      if (at < 0) continue;
      targets.push(reference.target);
      const mask = words.replace(/(?<=[\s.]|^)(?:[IVXLC]+|\d+|[a-zđ])(?=[\s.,;)]|$)/gu, "#");
      key = `${key.slice(0, at)}${mask}${key.slice(at + words.length)}`;
    }
    return { key, targets };
  }

  /** The words with `[[…]]` as typed: what it prints depends on where the document is named first. Null without any. */
  private citedAs(prose: Prose): string | null {
    let isCited = false;
    const words = prose.segments.map(({ at, length, source, exact }) => {
      const typed = exact ? "" : this.source.slice(source.start, source.end);
      if (!typed.startsWith("[[")) return prose.text.slice(at, at + length);
      isCited = true;
      return typed;
    });
    return isCited ? squeezed(words.join("")) : null;
  }

  nodesOf(content: readonly Content[]): Node[] {
    return content.flatMap((item) => this.nodesOfOne(item));
  }

  private nodesOfOne(item: Content): Node[] {
    switch (item.kind) {
      case "paragraph":
        return item.text.text.trim() === ""
          ? []
          : [this.node({ kind: "paragraph", prose: item.text, span: item.span, id: item.id })];
      case "division":
        return [this.divisionNode(item.division)];
      case "task-table":
        return [this.tableNode(item.table)];
      case "grid": {
        const rows = [...item.grid.headRows, ...item.grid.rows].map((row) => {
          const text = row.cells.map((cell) => squeezed(cell.text.text)).join(" | ");
          const [first] = row.cells;
          return this.node({ kind: "grid-row", prose: null, text, span: first?.span ?? item.grid.span, id: null });
        });
        const { caption, span, id } = item.grid;
        return [this.node({ kind: "grid", prose: caption, children: rows, span, id })];
      }
    }
  }

  private divisionNode(division: Division): Node {
    const task = this.tasks.get(division.id);
    const kind = task ? "task" : "division";
    const fields: TaskField[] = [];
    const rest: Content[] = [];
    for (const child of division.children) {
      const field = task ? labelled(child) : null;
      if (field) fields.push(...field.flatMap((one) => toField(one, task!)));
      else rest.push(child);
    }
    const children = this.nodesOf(rest);
    return this.node({ kind, prose: division.text, fields, children, span: division.headSpan, id: division.id });
  }

  private tableNode(table: TaskTable): Node {
    const children: Node[] = [];
    let rows: Node[] = [];
    let open: { readonly parts: Parts } | null = null;
    const close = (): void => {
      if (open) children.push(this.node({ ...open.parts, children: rows }));
      open = null;
      rows = [];
    };
    for (const row of table.rows) {
      if (row.kind !== "row") {
        close();
        const text = row.cells.map((cell) => cellText(cell)).filter((words) => words !== "");
        children.push(this.node({ kind: row.kind, prose: null, text: text.join(" "), span: row.span, id: null }));
        continue;
      }
      const task = row.task === undefined ? undefined : this.document.tasks[row.task];
      const titleAt = table.columns.findIndex((column) => column.role === "task");
      const cell = row.cells[titleAt];
      const text = cell && !cell.inherits ? cellText(cell) : "";
      const fields = fieldsOfRow(table.columns, row.cells, task);
      if (row.first === true || open === null) {
        close();
        const title = task?.title ?? text;
        open = {
          parts: { kind: "task", prose: null, text: squeezed(title), fields, span: row.span, id: task?.id ?? null },
        };
        if (squeezed(title) !== text && text !== "" && task !== undefined && task.rows.length > 1) {
          // The first row of a task may have a name of its own.
          const rest = text.startsWith(squeezed(title)) ? "" : text;
          if (rest !== "") rows.push(this.node({ kind: "sub-row", prose: null, text: rest, span: row.span, id: null }));
        }
      } else rows.push(this.node({ kind: "sub-row", prose: null, text, fields, span: row.span, id: null }));
    }
    close();
    const text = table.columns.map((column) => headingText(column)).join(" | ");
    return this.node({ kind: "table", prose: null, text, children, span: table.span, id: table.id });
  }
}

const cellText = (cell: CellContent): string =>
  squeezed(cell.paragraphs.map(({ bullet, text }) => `${bullet === null ? "" : `${bullet} `}${text.text}`).join(" "));

const headingText = (column: Column): string => column.headings.map((heading) => squeezed(heading.text)).join(" > ");

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Labelled {
  readonly name: string;
  readonly role: string;
  readonly text: string;
  readonly span: Span;
}

const roleNames: Readonly<Record<string, FieldRole>> = {
  lead: "lead",
  partners: "partners",
  time: "time",
  start: "time",
  end: "time",
  products: "products",
  budget: "budget",
  note: "note",
  content: "content",
};

/** The labels of a child of a task, or null when it is none. */
function labelled(child: Content): Labelled[] | null {
  if (child.kind === "paragraph") {
    const label = child.role === "plain-heading" ? null : labelIn(child.text.text);
    return label
      ? [{ name: label.label, role: label.role, text: child.text.text.slice(label.end), span: child.span }]
      : null;
  }
  if (child.kind !== "division" || child.division.role === "heading") return null;
  const { division } = child;
  const bullet = division.mark.kind === "dash" || division.mark.kind === "plus" || division.mark.kind === "letter";
  const label = bullet ? labelIn(division.text.text) : null;
  if (!label) return null;
  const own = division.text.text.slice(label.end).trim();
  const inner = division.children.map(labelled);
  // A bullet that only groups labels.
  if (own === "" && inner.length > 0 && inner.every((one) => one !== null)) return inner.flat() as Labelled[];
  const text = [own, ...division.children.flatMap(wordsWithin)].join(" ");
  return [{ name: label.label, role: label.role, text, span: division.span }];
}

function wordsWithin(content: Content): string[] {
  if (content.kind === "paragraph") return [content.text.text];
  return content.kind === "division"
    ? [content.division.text.text, ...content.division.children.flatMap(wordsWithin)]
    : [];
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

function toField({ name, role, text, span }: Labelled, task: Task): TaskField[] {
  const known = roleNames[role] ?? "other";
  const owners = [...task.lead, ...task.partners].filter((owner) => within(owner.span, span));
  const times = task.times.filter((time) => within(time.span, span));
  return [{ role: known, name: squeezed(name), text: value(text), owners, times, span }];
}

function fieldsOfRow(columns: readonly Column[], cells: readonly CellContent[], task: Task | undefined): TaskField[] {
  return columns.flatMap((column, index): TaskField[] => {
    const cell = cells[index];
    if (column.role === "ordinal" || column.role === "task" || cell === undefined || cell.inherits) return [];
    const role = roleNames[column.role] ?? "other";
    const parts = task?.rows ?? [];
    const owners = parts
      .flatMap((part) => (role === "lead" ? part.lead : role === "partners" ? part.partners : []))
      .filter((owner) => within(owner.span, cell.span));
    const times = parts.flatMap((part) => part.times).filter((time) => within(time.span, cell.span));
    return [{ role, name: headingText(column), text: value(cellText(cell)), owners, times, span: cell.span }];
  });
}

/** Words of a text for measuring likeness: folded, without marks. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\d]+/gu) ?? [];
