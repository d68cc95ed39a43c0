/**
 * From drafts to paragraphs and tables. A paragraph that stands in one version only has its mark tracked, with two rules
 * of WordprocessingML in the way:
 *
 *  - the last mark of a cell, a note, a header, the body cannot go. Where it stands in one version only, another mark goes
 *    in its stead, so that its paragraph's words run together with what is before them;
 *  - the end of a section is part of the mark of its last paragraph. Where one version goes on there, that mark goes.
 */
import { Paragraph, type Table } from "docx";
import type { Change } from "../../document/document.ts";
import type { StyleName } from "../../document/style.ts";
import type { DocxContext, RevisionMark } from "./context.ts";
import type { Draft } from "./paragraph.ts";

export type Drawn = Paragraph | Table;

export interface TableDraft {
  readonly kind: "table";
  readonly table: Table;
}

/** The end of a section that is not the last. */
export interface EndDraft {
  readonly kind: "end";
  readonly change?: Change;
}

export type AnyDraft = Draft | TableDraft | EndDraft;

type Version = Change;

/** The style of empty paragraphs (`blank`). */
const emptyStyle: StyleName = "spacer";

/** Whether what bears this change stands in the version that has what was added, or what was removed. */
const standsIn = (change: Draft["change"], version: Version): boolean => change === undefined || change === version;

const other = (version: Version): Version => (version === "added" ? "removed" : "added");

const withMark = ({ kind, options }: Draft, change: Draft["change"]): Draft =>
  change === undefined ? { kind, options } : { kind, options, change };

/** Index of the last paragraph before `end` that stands in a version, not looking over an end of a section in it; -1. */
function lastOf(drafts: readonly AnyDraft[], end: number, version: Version): number {
  for (let i = end - 1; i >= 0; i -= 1) {
    const draft = drafts[i]!;
    if (draft.kind === "end" && standsIn(draft.change, version)) return -1;
    if (draft.kind === "paragraph" && standsIn(draft.change, version)) return i;
  }
  return -1;
}

/** Sees to it that what ends at `end` in both versions ends with a mark of both. Returns where the end is afterwards. */
function settleEnd(drafts: AnyDraft[], end: number, revise: () => RevisionMark): number {
  const [x, y] = [lastOf(drafts, end, "removed"), lastOf(drafts, end, "added")];
  if (x === y) return end;
  const [first, last] = x < y ? [x, y] : [y, x];
  const kept = drafts[last] as Draft;
  const before = drafts[first] as Draft | undefined;
  if (before === undefined) {
    // One version has nothing here: then the paragraph is the empty one that must stand.
    const { style } = kept.options;
    const options =
      kept.change === "added"
        ? { ...kept.options, revision: { style: emptyStyle, ...revise() } }
        : { style: emptyStyle, children: kept.options.children, ...(style && { revision: { style, ...revise() } }) };
    drafts[last] = { kind: "paragraph", options };
    return end;
  }
  // The mark that stays is the newer version's, and tells of the older one's style.
  const [newer, older] = kept.change === "added" ? [kept, before] : [before, kept];
  const style = (older.change === undefined && older.options.revision?.style) || older.options.style;
  const { revision: _revision, ...plain } = newer.options;
  const options = style === plain.style ? plain : { ...plain, revision: { style, ...revise() } };
  if (before.change === undefined) {
    drafts[first] = withMark(before, kept.change);
    drafts[last] = { kind: "paragraph", options: { ...options, children: kept.options.children } };
    return end;
  }
  // One went and another came: the words of both before the mark that stays.
  const children = [...before.options.children, ...kept.options.children];
  drafts[last] = { kind: "paragraph", options: { ...options, children } };
  drafts.splice(first, 1);
  return end - 1;
}

/** Puts the end of a section of one version behind a mark of that version alone. Returns where the end is afterwards. */
function settleOwnEnd(drafts: AnyDraft[], end: number, version: Version, revise: () => RevisionMark): number {
  const at = lastOf(drafts, end, version);
  const [section] = drafts.splice(end, 1);
  const before = drafts[at] as Draft | undefined;
  if (before?.change === version) {
    drafts.splice(at + 1, 0, section!);
    return at + 1;
  }
  // The paragraph stays in both. In its own version it runs into an empty one that ends the section.
  if (before !== undefined) drafts[at] = withMark(before, other(version));
  const place = before === undefined ? end : at + 1;
  drafts.splice(place, 0, withMark(emptyLike(before, revise), version), section!);
  return place + 1;
}

/** An empty paragraph that the words of another run into. */
function emptyLike(draft: Draft | undefined, revise: () => RevisionMark): Draft {
  if (draft === undefined) return { kind: "paragraph", options: { style: emptyStyle, children: [] } };
  const { revision, pageBreakBefore: _none, ...options } = draft.options;
  const former = revision && { revision: { ...revision, ...revise() } };
  return { kind: "paragraph", options: { ...options, ...former, children: [] } };
}

function settled(given: readonly AnyDraft[], revise: () => RevisionMark): readonly AnyDraft[] {
  const drafts = [...given];
  for (let i = 0; i <= drafts.length; i += 1) {
    const draft = drafts[i];
    if (draft === undefined || (draft.kind === "end" && draft.change === undefined)) i = settleEnd(drafts, i, revise);
  }
  const done = new Set<AnyDraft>();
  for (let i = 0; i < drafts.length; i += 1) {
    const draft = drafts[i]!;
    if (draft.kind !== "end" || draft.change === undefined || done.has(draft)) continue;
    done.add(draft);
    i = settleOwnEnd(drafts, i, draft.change, revise);
  }
  return drafts;
}

function drawn(draft: Draft | TableDraft, revise: () => RevisionMark): Drawn {
  if (draft.kind === "table") return draft.table;
  const { options, change } = draft;
  if (change === undefined) return new Paragraph(options);
  return new Paragraph({
    ...options,
    run: {
      ...options.run,
      ...(change === "removed" ? {} : { insertion: revise() }),
      ...(change === "added" ? {} : { deletion: revise() }),
    },
  });
}

/** What a cell, a header or a note holds. */
export const settle = (drafts: readonly (Draft | TableDraft)[], context: DocxContext): Drawn[] =>
  settled(drafts, context.revise).flatMap((draft) => (draft.kind === "end" ? [] : [drawn(draft, context.revise)]));

/** The contents of the sections. */
export function settleSections(drafts: readonly AnyDraft[], context: DocxContext): Drawn[][] {
  const sections: Drawn[][] = [[]];
  for (const draft of settled(drafts, context.revise)) {
    if (draft.kind === "end") sections.push([]);
    else sections.at(-1)!.push(drawn(draft, context.revise));
  }
  return sections;
}
