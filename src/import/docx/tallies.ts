/** How often something was done or left out while reading, and where first: the notices of a file. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { emptySpan } from "../../source/source-file.ts";
import * as errors from "./errors.ts";
import { grouped } from "./refusal.ts";

export type Tallied =
  | "insertions"
  | "deletions"
  | "comments"
  | "hidden"
  | "contents"
  | "pictures"
  | "shapes"
  | "charts"
  | "objects"
  | "otherFiles"
  | "macros"
  | "externalLinks"
  | "legacy"
  | "symbols"
  | "nestedTables"
  | "lostNotes";

export interface Tallies {
  /** `place` is the number of the paragraph; 0 outside of the text. */
  readonly add: (kind: Tallied, place: number, count?: number) => void;
  readonly count: (kind: Tallied) => number;
  /** Puts a count back to what it was. */
  readonly reset: (kind: Tallied, count: number) => void;
  readonly legacyFont: (font: string) => void;
  readonly badPart: (part: string) => void;
  /** The notices, in the order of their codes. */
  readonly notices: () => Diagnostic[];
}

const nowhere = emptySpan(0);

/** Names of fonts in a message are so many at most. */
const namedFonts = 3;

export function newTallies(): Tallies {
  const counts = new Map<Tallied, number>();
  const firsts = new Map<Tallied, number>();
  const fonts = new Set<string>();
  const badParts = new Set<string>();

  const count = (kind: Tallied): number => counts.get(kind) ?? 0;
  const where = (...kinds: Tallied[]): string => {
    const places = kinds.map((kind) => firsts.get(kind) ?? 0).filter((place) => place > 0);
    return places.length === 0 ? "" : `, đầu tiên ở đoạn ${grouped(Math.min(...places))}`;
  };
  /** One notice of a kind that needs no more than its count and place. */
  const counted = (kind: Tallied, report: (values: { count: string; where: string }) => Diagnostic): Diagnostic[] =>
    count(kind) === 0 ? [] : [report({ count: grouped(count(kind)), where: where(kind) })];

  const notices = (): Diagnostic[] => [
    ...(count("insertions") + count("deletions") === 0
      ? []
      : [
          errors.trackedChanges(nowhere, {
            insertions: grouped(count("insertions")),
            deletions: grouped(count("deletions")),
            where: where("insertions", "deletions"),
          }),
        ]),
    ...counted("comments", (values) => errors.comments(nowhere, values)),
    ...counted("hidden", (values) => errors.hiddenText(nowhere, values)),
    ...counted("contents", (values) => errors.contentsTable(nowhere, values)),
    ...counted("pictures", (values) => errors.pictures(nowhere, values)),
    ...counted("shapes", (values) => errors.shapes(nowhere, values)),
    ...counted("charts", (values) => errors.charts(nowhere, values)),
    ...counted("objects", (values) => errors.objects(nowhere, values)),
    ...counted("macros", (values) => errors.macros(nowhere, { count: values.count })),
    ...counted("otherFiles", (values) => errors.otherFiles(nowhere, values)),
    ...counted("externalLinks", (values) => errors.externalLinks(nowhere, { count: values.count })),
    ...counted("legacy", (values) =>
      errors.legacyFonts(nowhere, {
        ...values,
        fonts: `${[...fonts].slice(0, namedFonts).join(", ")}${fonts.size > namedFonts ? "…" : ""}`,
      }),
    ),
    ...counted("symbols", (values) => errors.symbols(nowhere, values)),
    ...counted("nestedTables", (values) => errors.nestedTables(nowhere, values)),
    ...counted("lostNotes", (values) => errors.lostNotes(nowhere, values)),
    ...[...badParts].map((part) => errors.badPart(nowhere, { part })),
  ];

  return {
    add: (kind, place, more = 1) => {
      if (more <= 0) return;
      counts.set(kind, count(kind) + more);
      if (place > 0 && !firsts.has(kind)) firsts.set(kind, place);
    },
    count,
    reset: (kind, before) => counts.set(kind, before),
    legacyFont: (font) => fonts.add(font),
    badPart: (part) => badParts.add(part),
    notices,
  };
}
