/**
 * Tasks written in prose (language rules 26–29): a division whose lines carry the labels clerks use. Read from the
 * finished content, so that both spellings of a task give the same Task.
 */
import { cover, type Span } from "../source/source-file.ts";
import type { Mark } from "../syntax/syntax.ts";
import type { Binder } from "./binder.ts";
import { type FoundLabel, labelIn, mayBeLabel } from "./content.ts";
import { isBullet } from "./numbering.ts";
import { ownersIn } from "./owners.ts";
import type { Content, Division, Owner, Prose, Task, TaskPart, TimeMention } from "./plan.ts";
import { sliceProse, trimProse } from "./prose.ts";
import { splitItems } from "./tables.ts";
import { stretch, timesOf } from "./times.ts";
import { trimEnd } from "./words.ts";

/** A labelled line of a task: its label and the paragraphs of its value. */
interface Labelled {
  readonly label: FoundLabel;
  readonly mark: Mark | null;
  readonly values: readonly Prose[];
}

/** Collects the tasks of some content into the binder, in the order of the file. `place` is the annex it stands in. */
export function collectTasks(content: readonly Content[], place: string | null, binder: Binder): void {
  const walk = (items: readonly Content[], parent: Division | null): void => {
    for (const item of items) {
      if (item.kind !== "division") continue;
      const task = taskOf(item.division, parent, binder);
      if (task) binder.tasks.push({ ...task, within: task.within ?? place });
      walk(item.division.children, item.division);
    }
  };
  walk(content, null);
}

/** The label of a division's line; main headings have none. */
const labelOfDivision = (division: Division): FoundLabel | null =>
  mayBeLabel(division.mark) ? labelIn(division.text.text) : null;

/** A numbered line that is a label, and owns labels of its own (language rule 28). */
const isLabelledTask = (division: Division): boolean =>
  !isBullet(division.mark) && labelOfDivision(division) !== null && ownedLabels(division).some(isOwnerOrTime);

const taskRoles: readonly FoundLabel["role"][] = ["lead", "partners", "products", "time", "start", "end"];
const isOwnerOrTime = (labelled: Labelled): boolean => taskRoles.includes(labelled.label.role);

/** The labelled lines that belong to a division itself: its labelled paragraphs and children, and the labels under a
 * bullet that only groups them. */
function ownedLabels(division: Division): Labelled[] {
  return division.children.flatMap((child): Labelled[] => {
    if (child.kind === "paragraph") {
      const label = child.role === "plain-heading" ? null : labelIn(child.text.text);
      return label ? [{ label, mark: null, values: [valueIn(child.text, label)] }] : [];
    }
    if (child.kind !== "division") return [];
    const label = labelOfDivision(child.division);
    if (!label || isLabelledTask(child.division)) return [];
    if (isBullet(child.division.mark)) {
      const inner = ownedLabels(child.division).filter(isOwnerOrTime);
      if (inner.length > 0 && valueIn(child.division.text, label).text === "") return inner;
    }
    const own = valueIn(child.division.text, label);
    return [{ label, mark: child.division.mark, values: [own, ...proseWithin(child.division)] }];
  });
}

const valueIn = (prose: Prose, label: FoundLabel): Prose => trimProse(sliceProse(prose, label.end));

/** All paragraphs below a division, in order. */
function proseWithin(division: Division): Prose[] {
  return division.children.flatMap((child): Prose[] => {
    if (child.kind === "paragraph") return [child.text];
    return child.kind === "division" ? [child.division.text, ...proseWithin(child.division)] : [];
  });
}

/** The task a division is, or null. */
function taskOf(division: Division, parent: Division | null, binder: Binder): Task | null {
  const owned = ownedLabels(division);
  if (!isTask(owned)) return null;
  const label = labelOfDivision(division);
  if (label && isBullet(division.mark)) return null;
  const isLabelled = label !== null && parent !== null;
  const titled = isLabelled ? parent : division;
  const own: Labelled[] = label ? [{ label, mark: division.mark, values: [valueIn(division.text, label)] }] : [];
  const part = partOf([...own, ...owned], division.span, binder);
  const content = [
    ...[...own, ...owned].filter((one) => one.label.role === "content").flatMap((one) => one.values),
    ...unlabelled(division),
  ]
    .map((prose) => prose.text.trim())
    .filter((text) => text !== "");
  return {
    id: division.id,
    origin: "prose",
    title: trimEnd(titled.text.text),
    titleSpan: titled.text.span,
    lead: part.lead,
    partners: part.partners,
    times: part.times,
    products: part.products,
    budget: part.budget,
    note: part.note,
    content: content.join("\n") || null,
    rows: [part],
    within: parent?.id ?? null,
    span: division.span,
  };
}

/** Who, with whom, when or what comes out. A section “Thời gian, địa điểm” that only counts its times is no task. */
function isTask(owned: readonly Labelled[]): boolean {
  const main = owned.filter(isOwnerOrTime);
  if (main.length === 0) return false;
  const onlyTimes = main.every((one) => ["time", "start", "end"].includes(one.label.role));
  return !onlyTimes || main.some((one) => one.mark === null || isBullet(one.mark) || one.mark.kind === "letter");
}

/** Bullets and paragraphs of the task's division without a label (language rule 29); tasks inside it are their own. */
function unlabelled(division: Division): Prose[] {
  return division.children.flatMap((child): Prose[] => {
    if (child.kind === "paragraph") {
      const isWords = child.role === "text" || child.role === "closing";
      return isWords && labelIn(child.text.text) === null ? [child.text] : [];
    }
    if (child.kind !== "division" || labelOfDivision(child.division) !== null) return [];
    if (isTask(ownedLabels(child.division))) return [];
    return [child.division.text, ...unlabelled(child.division)];
  });
}

function partOf(labels: readonly Labelled[], span: Span, binder: Binder): TaskPart {
  const of = (...roles: readonly FoundLabel["role"][]): Prose[] =>
    labels
      .filter((one) => roles.includes(one.label.role))
      .flatMap((one) => one.values)
      .filter((prose) => prose.text.trim() !== "");
  const owners = (role: "lead" | "partners"): Owner[] => of(role).flatMap((prose) => ownersIn(prose, binder));
  const timesIn = (role: "time" | "start" | "end"): TimeMention[] =>
    of(role).flatMap((prose) => timesOf(prose, binder));
  const times = [...timesIn("time"), ...stretch(timesIn("start"), timesIn("end"))];
  const text = (role: FoundLabel["role"]): string | null =>
    of(role)
      .map((prose) => prose.text.trim().replace(/(?<!\.)[.;]$/u, ""))
      .join("\n") || null;
  const other: Record<string, string> = {};
  for (const one of labels) {
    if (one.label.role !== "other") continue;
    const words = one.values
      .map((prose) => prose.text.trim())
      .filter((value) => value !== "")
      .join("\n");
    other[one.label.label] = one.label.label in other ? `${other[one.label.label]}\n${words}` : words;
  }
  return {
    title: null,
    lead: owners("lead"),
    partners: owners("partners"),
    times,
    products: of("products").flatMap((prose) => splitItems(prose.text)),
    budget: text("budget"),
    note: text("note"),
    other,
    span: cover([span]),
  };
}
