/**
 * Times of a plan: the values of time fields, and times in running text, as mentions with their place in the source.
 */

import { cover } from "../source/source-file.ts";
import { findTimes, parseTime } from "../time/parse.ts";
import type { Binder } from "./binder.ts";
import type { Prose, TimeMention } from "./plan.ts";
import { sourceSpan } from "./prose.ts";
import { remember } from "./remember.ts";

/** The values in one paragraph of a time field, recorded as field times. What the time language says about the words
 * (an unknown phrase is a notice) is reported at their place in the source. */
export function timesOf(prose: Prose, binder: Binder): TimeMention[] {
  binder.timeProses.add(prose);
  if (prose.text.trim() === "") return [];
  const parsed = parseTime(prose.text);
  for (const diagnostic of parsed.diagnostics) {
    binder.report({ ...diagnostic, span: sourceSpan(prose, diagnostic.span.start, diagnostic.span.end) });
  }
  const mentions = parsed.value.map(
    (time): TimeMention => ({ time, place: "field", span: sourceSpan(prose, time.at.start, time.at.end) }),
  );
  binder.fieldTimes.push(...mentions);
  return mentions;
}

/** A start and an end given apart (two columns, two labels) are one stretch, “từ … đến …”, where both are dates; otherwise
 * they stay what they are. */
export function stretch(starts: readonly TimeMention[], ends: readonly TimeMention[]): readonly TimeMention[] {
  const [start] = starts;
  const [end] = ends;
  if (!start || !end || starts.length > 1 || ends.length > 1) return [...starts, ...ends];
  const [time, ...more] = parseTime(`từ ${start.time.words} đến ${end.time.words}`).value;
  if (time?.kind !== "between" || time.end === null || more.length > 0) return [start, end];
  return [{ time, place: "field", span: cover([start.span, end.span]) }];
}

const timesIn = remember(findTimes);

/** Times in a sentence. */
export const timesInProse = (prose: Prose): TimeMention[] =>
  timesIn(prose.text).map((time) => ({
    time,
    place: "prose",
    span: sourceSpan(prose, time.at.start, time.at.end),
  }));
