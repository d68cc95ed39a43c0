/**
 * What changed in meaning from one plan to another: things added, dropped, moved, renamed, split; who leads, with whom, when,
 * what comes out; bases, recipients, signatures; and the wording, apart from them. Counting anew and breaking lines
 * otherwise are no changes. Each change is told once, at the highest thing that it happened to.
 */
import type { Owner, Plan, PlanDocument, Recipient, TimeMention } from "../plan/plan.ts";
import { spanOf } from "../plan/where.ts";
import { fold, trimEnd } from "../plan/words.ts";
import type { Span } from "../source/source-file.ts";
import type { TimeExpr } from "../time/time.ts";
import { type Matching, matchTrees, nodesIn } from "./match.ts";
import { diffSequences, longestRising } from "./sequence.ts";
import { type FieldRole, type Node, type TaskField, treeOf, wordsOf } from "./tree.ts";

/** What a change is about. */
export type Subject =
  | "document"
  | "header"
  | "title"
  | "abbreviation"
  | "basis"
  | "division"
  | "text"
  | "task"
  | "sub-row"
  | "lead"
  | "partners"
  | "cadence"
  | "deadline"
  | "products"
  | "budget"
  | "note"
  | "content"
  | "field"
  | "table"
  | "row"
  | "annex"
  | "footnote"
  | "recipient"
  | "signature";

export type ChangeKind = "added" | "removed" | "moved" | "renamed" | "changed" | "split" | "merged";

export interface Change {
  readonly subject: Subject;
  readonly kind: ChangeKind;
  /** The thing it happened to, in its newer words where it still exists: a task's title, a heading, “Số, ký hiệu”. */
  readonly name: string;
  /** What of it: a field's name; "" where the change is of the thing itself. */
  readonly field: string;
  /** Words before and after; null where there were none. For a split: the one before, those after, one a line. */
  readonly before: string | null;
  readonly after: string | null;
  /** How many things below an added or dropped one came or went with it. */
  readonly below: number;
  /** Where it stood and stands; null where it did not or does not. */
  readonly from: Span | null;
  readonly to: Span | null;
  /** Index of the document in the older and the newer file; -1 where there is none. */
  readonly documents: readonly [number, number];
}

/** The changes from one file to another, in the order of the newer one; what was dropped stands where it was. */
export function comparePlans(before: Plan, after: Plan): readonly Change[] {
  const pairs = pairedDocuments(before.documents, after.documents);
  return pairs.flatMap(([i, j]) => {
    const a = before.documents[i];
    const b = after.documents[j];
    if (a && b) return new Comparison(a, b, [i, j], [before.source.text, after.source.text]).changes();
    const document = (b ?? a)!;
    const change: Change = {
      subject: "document",
      kind: b ? "added" : "removed",
      name: `${document.typeName} ${document.title.text}`,
      field: "",
      before: null,
      after: null,
      below: 0,
      from: a ? a.titleSpan : null,
      to: b ? b.titleSpan : null,
      documents: [a ? i : -1, b ? j : -1],
    };
    return [change];
  });
}

/** Documents of one type in order, then what is left in order. */
function pairedDocuments(
  olds: readonly PlanDocument[],
  news: readonly PlanDocument[],
): readonly (readonly [number, number])[] {
  const free = new Set(olds.keys());
  const pairs: [number, number][] = news.map((document, j) => {
    const i = [...free].find((index) => olds[index]!.kind === document.kind);
    if (i === undefined) return [-1, j];
    free.delete(i);
    return [i, j];
  });
  for (const pair of pairs) {
    if (pair[0] >= 0 || free.size === 0) continue;
    const [i] = [...free];
    free.delete(i!);
    pair[0] = i!;
  }
  return [...pairs, ...[...free].map((i): [number, number] => [i, -1])];
}

type Draft = Partial<Change> & Pick<Change, "subject" | "kind" | "name">;

class Comparison {
  private readonly found: Change[] = [];
  private readonly a: PlanDocument;
  private readonly b: PlanDocument;
  private readonly documents: readonly [number, number];

  private readonly sources: readonly [string, string];

  constructor(
    a: PlanDocument,
    b: PlanDocument,
    documents: readonly [number, number],
    sources: readonly [string, string],
  ) {
    this.sources = sources;
    this.a = a;
    this.b = b;
    this.documents = documents;
  }

  changes(): readonly Change[] {
    this.header();
    this.bases();
    this.body();
    this.footnotes();
    this.recipients();
    this.signatures();
    return this.found;
  }

  private add(draft: Draft): void {
    this.found.push({
      field: "",
      before: null,
      after: null,
      below: 0,
      from: null,
      to: null,
      documents: this.documents,
      ...draft,
    });
  }

  // ── Header ──

  private header(): void {
    const { a, b } = this;
    if (a.typeName !== b.typeName) this.value("header", "Tên loại", a.typeName, b.typeName, a.titleSpan, b.titleSpan);
    const [old, now] = [flat(a.title.text), flat(b.title.text)];
    if (old !== now) {
      const spans = { from: a.title.span, to: b.title.span };
      this.add({ subject: "title", kind: "changed", name: "Trích yếu", before: old, after: now, ...spans });
    }
    const issuers = (document: PlanDocument): string => document.issuers.map(({ full }) => flat(full)).join("; ");
    this.value("header", "Cơ quan ban hành", issuers(a), issuers(b), a.issuers[0]?.span, b.issuers[0]?.span);
    const parents = (document: PlanDocument): string => document.issuers.map(({ parent }) => parent ?? "").join("; ");
    this.value("header", "Cơ quan chủ quản", parents(a), parents(b), a.issuers[0]?.span, b.issuers[0]?.span);
    this.value("header", "Số, ký hiệu", numberOf(a), numberOf(b), a.number?.span, b.number?.span);
    this.value("header", "Địa danh", a.place ?? "", b.place ?? "");
    this.value("header", "Ngày ban hành", dateOf(a), dateOf(b), a.date?.span, b.date?.span);
    const period = ({ period: one }: PlanDocument): string =>
      one === null ? "" : one.from === one.to ? String(one.from) : `${one.from} - ${one.to}`;
    this.value("header", "Năm, giai đoạn", period(a), period(b), a.period?.span, b.period?.span);
    const single: readonly (readonly [string, (document: PlanDocument) => string | null])[] = [
      ["Thể thức", (one) => one.form],
      ["Độ khẩn", (one) => one.urgency],
      ["Phạm vi lưu hành", (one) => one.circulation],
      ["Thông tin ký số", (one) => one.signingInfo],
      ["Địa chỉ", (one) => one.address.join("; ")],
      ["Người soạn thảo, số bản", (one) => one.drafter],
      ["Bản", (one) => (one.copy === "paper" ? "giấy" : "điện tử")],
      ["Dòng “Kèm theo”", (one) => one.attachedLine?.text ?? null],
      ["Thẩm quyền", (one) => one.authorityLine],
      ["Dòng quyết định", (one) => one.enactingLine?.text ?? null],
    ];
    for (const [name, read] of single) this.value("header", name, flat(read(a) ?? ""), flat(read(b) ?? ""));
    this.abbreviations();
  }

  private value(subject: Subject, name: string, old: string, now: string, from?: Span, to?: Span): void {
    if (old === now) return;
    this.add({
      subject,
      kind: old === "" ? "added" : now === "" ? "removed" : "changed",
      name,
      before: old || null,
      after: now || null,
      from: from ?? this.a.titleSpan,
      to: to ?? this.b.titleSpan,
    });
  }

  /** Only those of the header: what is defined in passing is wording. */
  private abbreviations(): void {
    const declared = ({ abbreviations, titleSpan, opening, legalBases, content }: PlanDocument) => {
      const starts = [
        opening[0]?.span.start,
        legalBases[0]?.span.start,
        content[0] ? spanOf(content[0]).start : undefined,
      ];
      const end = Math.min(...starts.filter((start) => start !== undefined));
      return new Map(
        abbreviations
          .filter(({ span }) => span.start > titleSpan.start && span.end <= end)
          .map((one) => [one.short, one] as const),
      );
    };
    const [olds, news] = [declared(this.a), declared(this.b)];
    for (const [short, one] of news) {
      const old = olds.get(short);
      if (old && flat(old.full) === flat(one.full)) continue;
      const kind = old ? "changed" : "added";
      const spans = { from: old?.span ?? null, to: one.span };
      this.add({ subject: "abbreviation", kind, name: short, before: old?.full ?? null, after: one.full, ...spans });
    }
    for (const [short, one] of olds) {
      if (!news.has(short))
        this.add({ subject: "abbreviation", kind: "removed", name: short, before: one.full, from: one.span });
    }
  }

  // ── Bases ──

  private bases(): void {
    const list = (document: PlanDocument) =>
      document.legalBases.map((basis) => ({
        text: flat(basis.text.text),
        key: trimEnd(flat(basis.text.text)),
        span: basis.span,
      }));
    this.listed("basis", list(this.a), list(this.b), true);
  }

  /** Lists whose items are told apart by their words: added, dropped, replaced, moved. */
  private listed(subject: Subject, olds: readonly Listed[], news: readonly Listed[], mayMove: boolean): void {
    const runs = diffSequences(
      olds.map((one) => one.key),
      news.map((one) => one.key),
    );
    let removed: Listed[] = [];
    let added: Listed[] = [];
    const gaps: { removed: Listed[]; added: Listed[] }[] = [];
    for (const run of runs) {
      if (run.kind === "same") {
        gaps.push({ removed, added });
        [removed, added] = [[], []];
      } else if (run.kind === "removed") removed.push(...olds.slice(...run.a));
      else added.push(...news.slice(...run.b));
    }
    gaps.push({ removed, added });
    // What left one gap and came into another has only moved.
    const gone = new Map(gaps.flatMap((gap) => gap.removed).map((one) => [one.key, one]));
    for (const gap of gaps) {
      const moved = gap.added.filter((one) => gone.has(one.key));
      for (const one of moved) {
        if (mayMove) this.add({ subject, kind: "moved", name: one.text, from: gone.get(one.key)!.span, to: one.span });
        for (const other of gaps) other.removed = other.removed.filter((old) => old.key !== one.key);
      }
      gap.added = gap.added.filter((one) => !gone.has(one.key));
    }
    for (const gap of gaps) {
      const left = [...gap.removed];
      for (const one of gap.added) {
        const old = mostLike(one, left, gap.added.length === 1 && left.length === 1 ? 0.25 : 0.5);
        if (old) left.splice(left.indexOf(old), 1);
        const words = { name: one.text, before: old?.text ?? null, after: one.text };
        this.add({ subject, kind: old ? "changed" : "added", ...words, from: old?.span ?? null, to: one.span });
      }
      for (const old of left) this.add({ subject, kind: "removed", name: old.text, before: old.text, from: old.span });
    }
  }

  // ── Body ──

  private body(): void {
    const [before, after] = [treeOf(this.a, this.sources[0]), treeOf(this.b, this.sources[1])];
    const matching = matchTrees(before, after);
    const ids = new Map([...matching.newer].filter(([a]) => a.id !== null).map(([a, b]) => [a.id!, b.id] as const));
    const context: Context = { matching, ids, settled: new Set() };
    this.splits(before, after, context);
    this.children(before, after, context);
  }

  /** One thing whose words are now those of two, and the other way round. */
  private splits(before: Node, after: Node, { matching, settled }: Context): void {
    this.spread(before, nodesIn(after), matching.newer, matching.older, settled, "split");
    this.spread(after, nodesIn(before), matching.older, matching.newer, settled, "merged");
  }

  private spread(
    root: Node,
    others: readonly Node[],
    forth: ReadonlyMap<Node, Node>,
    back: ReadonlyMap<Node, Node>,
    settled: Set<Node>,
    kind: "split" | "merged",
  ): void {
    const loose = others.filter((node) => !back.has(node) && wordsOf(node.text).length >= 3);
    if (loose.length === 0) return;
    for (const one of nodesIn(root)) {
      const heir = forth.get(one);
      const words = wordsOf(one.text);
      if (words.length < 6 || settled.has(one) || (heir && heir.key === one.key)) continue;
      // Without an heir both parts are loose; with one, the other part stands beside it.
      const parts = heir ? [heir] : [];
      for (const node of loose) {
        if (settled.has(node) || parts.includes(node) || node.parent === null) continue;
        if (parts.length > 0 && (node.parent !== parts[0]!.parent || Math.abs(node.place - parts.at(-1)!.place) > 1))
          continue;
        if (share(wordsOf(node.text), words) >= 0.6 && wordsOf(node.text).length < words.length) parts.push(node);
      }
      if (parts.length < 2) continue;
      const [own, together] = [unique(words), unique(parts.flatMap((part) => wordsOf(part.text)))];
      if (share(own, together) < 0.7 || share(together, own) < 0.6) continue;
      if (parts.some((part) => share(wordsOf(part.text), words) < 0.5)) continue;
      // No part says all of it: then the others would only have been added.
      if (parts.some((part) => share(own, wordsOf(part.text)) > 0.9)) continue;
      const ordered = [...parts].sort((x, y) => x.span.start - y.span.start);
      for (const node of [one, ...ordered]) settled.add(node);
      const texts = ordered.map((part) => part.text).join("\n");
      this.add({
        subject: subjectOf(one),
        kind,
        name: one.text,
        before: kind === "split" ? one.text : texts,
        after: kind === "split" ? texts : one.text,
        from: kind === "split" ? one.span : ordered[0]!.span,
        to: kind === "split" ? ordered[0]!.span : one.span,
      });
    }
  }

  /** The children of two that are one, in the order of the newer; what was dropped stands behind what it stood behind. */
  private children(a: Node, b: Node, context: Context): void {
    const { matching } = context;
    const dropped = (from: number): void => {
      for (const node of a.children.slice(from)) {
        if (matching.newer.has(node)) break;
        this.gone(node, context);
      }
    };
    const stay = inOrder(
      b.children.filter((child) => matching.older.get(child)?.parent === a),
      matching,
    );
    dropped(0);
    for (const child of b.children) {
      const old = matching.older.get(child);
      if (old === undefined) this.come(child, context);
      else {
        if (old.parent !== a) this.moved(old, child, context);
        else if (!stay.has(child)) this.moved(old, child, context);
        this.same(old, child, context);
      }
      if (old?.parent === a) dropped(old.place + 1);
    }
  }

  private come(node: Node, context: Context): void {
    if (!context.settled.has(node)) {
      const below = nodesIn(node).filter((one) => !context.matching.older.has(one)).length;
      this.add({ subject: subjectOf(node), kind: "added", name: nameOf(node), after: node.text, below, to: node.span });
    }
    this.strays(node, context);
  }

  /** What moved into a new thing is told by itself. */
  private strays(node: Node, context: Context): void {
    for (const child of node.children) {
      const old = context.matching.older.get(child);
      if (old) {
        this.moved(old, child, context);
        this.same(old, child, context);
      } else this.strays(child, context);
    }
  }

  private gone(node: Node, context: Context): void {
    if (context.settled.has(node)) return;
    const below = nodesIn(node).filter((one) => !context.matching.newer.has(one)).length;
    this.add({
      subject: subjectOf(node),
      kind: "removed",
      name: nameOf(node),
      before: node.text,
      below,
      from: node.span,
    });
  }

  private moved(old: Node, now: Node, context: Context): void {
    // Below a parent that is new in itself a thing has moved only when its old parent still stands.
    const home = old.parent ? context.matching.newer.get(old.parent) : undefined;
    if (home === undefined && old.parent !== null && old.parent.kind !== "root" && now.parent?.kind !== "root") {
      const isWrapped = context.matching.older.get(now.parent!) === undefined;
      if (isWrapped) return;
    }
    this.add({ subject: subjectOf(now), kind: "moved", name: nameOf(now), from: old.span, to: now.span });
  }

  private same(a: Node, b: Node, context: Context): void {
    if (!context.settled.has(a) && !context.settled.has(b)) this.words(a, b, context);
    this.fields(a, b);
    this.children(a, b, context);
    // What was dropped from inside a thing that found its children elsewhere.
  }

  private words(a: Node, b: Node, { ids }: Context): void {
    const sameTargets =
      a.targets.length === b.targets.length &&
      a.targets.every((target, index) => target === null || (ids.get(target) ?? target) === b.targets[index]);
    if (a.key === b.key && sameTargets) return;
    const subject = subjectOf(b);
    const kind = subject === "text" || subject === "row" || subject === "table" ? "changed" : "renamed";
    this.add({ subject, kind, name: nameOf(b), before: a.text, after: b.text, from: a.span, to: b.span });
  }

  private fields(a: Node, b: Node): void {
    const left = [...a.fields];
    for (const field of b.fields) {
      const at = left.findIndex(
        (one) => one.role === field.role && (field.role !== "other" || fold(one.name) === fold(field.name)),
      );
      const [old] = at < 0 ? [] : left.splice(at, 1);
      this.field(b, old ?? null, field);
    }
    for (const old of left) this.field(b, old, null);
  }

  private field(node: Node, old: TaskField | null, now: TaskField | null): void {
    const [was, is] = [old?.text ?? "", now?.text ?? ""];
    if (was === is || (old && now && sameMeaning(old, now))) return;
    const field = (now ?? old)!;
    this.add({
      subject: fieldSubject(field.role, old, now),
      kind: was === "" ? "added" : is === "" ? "removed" : "changed",
      name: nameOf(node),
      field: field.name,
      before: was || null,
      after: is || null,
      from: old?.span ?? null,
      to: now?.span ?? node.span,
    });
  }

  // ── The end ──

  private footnotes(): void {
    const list = (document: PlanDocument) =>
      [...document.notes, ...document.annexes.flatMap((annex) => annex.notes)].map((note) => ({
        text: flat(note.text.text),
        key: flat(note.text.text),
        span: note.span,
      }));
    this.listed("footnote", list(this.a), list(this.b), false);
  }

  private recipients(): void {
    const list = (recipients: readonly Recipient[]) =>
      recipients.map((recipient) => {
        const text = trimEnd(flat(recipient.text.text));
        return { text, key: fold(text), span: recipient.span };
      });
    const all = ({ recipients, annexes }: PlanDocument) => [
      ...recipients,
      ...annexes.flatMap((annex) => annex.recipients),
    ];
    this.listed("recipient", list(all(this.a)), list(all(this.b)), false);
  }

  private signatures(): void {
    const all = ({ signatures, annexes }: PlanDocument) => [
      ...signatures,
      ...annexes.flatMap((annex) => annex.signatures),
    ];
    const [olds, news] = [all(this.a), all(this.b)];
    for (let i = 0; i < Math.max(olds.length, news.length); i += 1) {
      const [old, now] = [olds[i], news[i]];
      const authority = (one: typeof old): string =>
        [...(one?.authority.map(({ text }) => flat(text)) ?? []), ...(one?.titles ?? [])].join(", ");
      this.value("signature", "Quyền hạn, chức vụ người ký", authority(old), authority(now), old?.span, now?.span);
      this.value("signature", "Người ký", old?.name ?? "", now?.name ?? "", old?.span, now?.span);
    }
  }
}

interface Listed {
  readonly text: string;
  readonly key: string;
  readonly span: Span;
}

interface Context {
  readonly matching: Matching;
  /** Ids of older things → ids of newer ones, for what references point at. */
  readonly ids: ReadonlyMap<string, string | null>;
  /** Things that a split or a merge has told of. */
  readonly settled: Set<Node>;
}

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

function numberOf({ number }: PlanDocument): string {
  if (number === null) return "";
  return `${number.number ?? "…"}${number.suffix ?? ""}${number.separator ?? "/"}${number.symbol}`;
}

function dateOf({ date }: PlanDocument): string {
  if (date === null) return "";
  const part = (value: number | null): string => (value === null ? "…" : String(value).padStart(2, "0"));
  return `${part(date.day)}/${part(date.month)}/${date.year ?? "…"}`;
}

function subjectOf(node: Node): Subject {
  switch (node.kind) {
    case "task":
      return "task";
    case "sub-row":
      return "sub-row";
    case "annex":
      return "annex";
    case "table":
    case "grid":
      return "table";
    case "grid-row":
    case "group":
    case "total":
      return "row";
    case "division":
      return node.children.length > 0 ? "division" : "text";
    case "paragraph":
    case "root":
      return "text";
  }
}

/** A row without a name of its own is called by its task. */
const nameOf = (node: Node): string =>
  node.text !== "" ? node.text : node.kind === "sub-row" && node.parent ? node.parent.text : node.text;

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** The part of `words` that stands in `others`, each as often as there. */
function share(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    found += 1;
  }
  return words.length === 0 ? 0 : found / words.length;
}

function mostLike(one: Listed, others: readonly Listed[], least: number): Listed | null {
  const words = wordsOf(one.text);
  let best: Listed | null = null;
  let limit = least;
  for (const other of others) {
    const theirs = wordsOf(other.text);
    const like = (share(words, theirs) + share(theirs, words)) / 2;
    if (like >= limit) [best, limit] = [other, like];
  }
  return best;
}

/** Children that kept their order among themselves: the longest such chain. */
function inOrder(children: readonly Node[], { older }: Matching): ReadonlySet<Node> {
  const places = children.map((child) => older.get(child)!.place);
  return new Set(longestRising(places).map((at) => children[at]!));
}

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The same bodies, or the same times, in other words. */
function sameMeaning(old: TaskField, now: TaskField): boolean {
  if (old.role === "lead" || old.role === "partners") {
    const known = [...old.owners, ...now.owners];
    return (
      known.length > 0 && known.every((owner) => owner.id !== null) && ownerKeys(old.owners) === ownerKeys(now.owners)
    );
  }
  if (old.role === "time") {
    const times = [...old.times, ...now.times];
    const areKnown = times.length > 0 && times.every(({ time }) => time.kind !== "text");
    return areKnown && timeKeys(old.times) === timeKeys(now.times);
  }
  return fold(old.text) === fold(now.text) && old.text.toLowerCase() === now.text.toLowerCase();
}

const ownerKeys = (owners: readonly Owner[]): string => [...new Set(owners.map((owner) => owner.id))].sort().join("|");

/** The value without the words it came from. */
const timeKeys = (times: readonly TimeMention[]): string =>
  times
    .map(({ time }) =>
      JSON.stringify(time, (key, part: unknown) =>
        key === "words" ||
        key === "at" ||
        key === "before" ||
        key === "after" ||
        (key === "span" && typeof part === "string")
          ? undefined
          : part,
      ),
    )
    .join("|");

const deadlines: ReadonlySet<TimeExpr["kind"]> = new Set(["deadline", "within"] as readonly TimeExpr["kind"][]);

function fieldSubject(role: FieldRole, old: TaskField | null, now: TaskField | null): Subject {
  if (role === "other") return "field";
  if (role !== "time") return role;
  const kinds = [...(old?.times ?? []), ...(now?.times ?? [])].map(({ time }) => time.kind);
  return kinds.length > 0 && kinds.every((kind) => deadlines.has(kind)) ? "deadline" : "cadence";
}
