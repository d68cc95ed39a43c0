/** Names of parts, chapters and sections that stand on lines of their own below “Phần I”, “CHƯƠNG II”. */
import { isLoud, textOf } from "./blocks.ts";
import { markLength } from "./marks.ts";
import type { BodyPart } from "./parts.ts";
import { hasEnd, isCapitals, joinedRuns, plain, plainRun, trimRuns } from "./words.ts";

const namedPart = /^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s/u;

/** Longer lines are no names. */
const longestName = 220;

/** The body with each such name at its part. */
export function withPartTitles(body: readonly BodyPart[]): BodyPart[] {
  const result: BodyPart[] = [];
  for (const part of body) {
    const last = result.at(-1);
    if (last?.kind === "text" && part.kind === "text" && part.look === undefined && isNameOf(last, part)) {
      const before = last.title === undefined ? [] : [...last.title, plainRun(" ")];
      result[result.length - 1] = { ...last, title: joinedRuns([...before, ...trimRuns(part.paragraph.runs)]) };
    } else result.push(part);
  }
  return result;
}

type TextPart = Extract<BodyPart, { kind: "text" }>;

function isNameOf(above: TextPart, below: TextPart): boolean {
  const mark = textOf(above.paragraph);
  const name = textOf(below.paragraph);
  if (!namedPart.test(mark) || markLength(mark) < mark.length) return false;
  if (name.length > longestName || markLength(name) > 0 || hasEnd(name)) return false;
  // A further line of a name is set like the one above it.
  const further = above.title !== undefined;
  if (further) return isCapitals(name) && isCapitals(plain(above.title));
  return isLoud(below.paragraph);
}
